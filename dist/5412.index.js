export const id = 5412;
export const ids = [5412];
export const modules = {

/***/ 95412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  definition: () => (/* binding */ verify_backup_definition),
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(73110);
;// CONCATENATED MODULE: ./build/backups/drill/badge.js
/** A badge's data (https://shields.io/badges/endpoint-badge): the verdict and the age of what is verified. */

/** The same drill gives the same bytes: a day, not an age, which a file would outlive. */
function badgeJson({ verdict, verifiedAt, rtoSeconds }) {
    const day = verifiedAt?.slice(0, 10) ?? 'never';
    const message = verdict === 'verified'
        ? `restored ${day} in ${(0,duration/* formatDuration */.a)(rtoSeconds * 1000)}`
        : `${verdict.replaceAll('-', ' ')}, last restored ${day}`;
    const color = { verified: 'brightgreen', failed: 'red', 'could-not-verify': 'orange' }[verdict];
    return `${JSON.stringify({ schemaVersion: 1, label: 'backup', message, color, isError: verdict === 'failed' }, null, 1)}\n`;
}

// EXTERNAL MODULE: ./build/backups/drill/drill-history.js
var drill_history = __webpack_require__(91250);
// EXTERNAL MODULE: ./build/backups/drill/drill-record-file.js
var drill_record_file = __webpack_require__(36980);
// EXTERNAL MODULE: ./build/backups/drill/drill-section.js
var drill_section = __webpack_require__(53893);
// EXTERNAL MODULE: ./build/backups/manifest.js
var backups_manifest = __webpack_require__(8399);
;// CONCATENATED MODULE: ./build/backups/drill/evidence.js

/** The meaning of `predicate`; described in docs/drills.md. */
const evidencePredicateType = 'https://github.com/neonhub/database-actions/restore-drill/v1';
/** JSON text; undefined when not even the manifest could be read: a statement without a digest would be about anything. */
function evidenceJson(parts) {
    const { record, manifest, repository, commit, runUrl, actionVersion } = parts;
    const { manifestSha256 } = record;
    const dump = manifest?.files.find(({ role }) => role === 'dump');
    if (manifestSha256 === '')
        return undefined;
    const subject = [
        { name: `${record.backupId}/${backups_manifest/* manifestName */.vS}`, digest: { sha256: manifestSha256 } },
        ...(dump === undefined
            ? []
            : [{ name: `${record.backupId}/${dump.name}`, digest: { sha256: dump.sha256 } }]),
    ];
    const statement = {
        _type: 'https://in-toto.io/Statement/v1',
        subject,
        predicateType: evidencePredicateType,
        predicate: {
            verifier: { id: 'https://github.com/neonhub/database-actions', version: actionVersion },
            invocation: { repository, commit, ...(runUrl === undefined ? {} : { runUrl }) },
            // Also in the words of SLSA's verification summary, which tools know.
            verificationResult: record.verdict === 'verified' ? 'PASSED' : 'FAILED',
            drill: record,
            ...(manifest === undefined
                ? {}
                : {
                    backup: {
                        origin: manifest.origin,
                        snapshot: manifest.snapshot,
                        server: manifest.server,
                        proof: manifest.proof,
                    },
                }),
        },
    };
    return `${JSON.stringify(statement, null, 1)}\n`;
}

// EXTERNAL MODULE: ./build/backups/backup-id.js
var backup_id = __webpack_require__(46580);
// EXTERNAL MODULE: ./build/backups/drill/objectives.js
var objectives = __webpack_require__(280);
;// CONCATENATED MODULE: ./build/backups/drill/freshness-section.js


function freshnessSection(freshness) {
    const { series, newest, verified, rpo, maxRpo, maxAge, findings } = freshness;
    const isFresh = findings.length === 0;
    const [first] = findings;
    return {
        id: 'verify-backup',
        title: 'Backups',
        status: isFresh ? 'passed' : 'failed',
        summary: first === undefined
            ? `The newest verified backup of ${series} is ${rpo === undefined ? '' : (0,objectives/* inWords */.r4)(rpo)} old`
            : first.message.replace(/\.$/, ''),
        blocks: [
            {
                kind: 'facts',
                rows: [
                    ['Newest backup', aged(newest, freshness.now, maxAge)],
                    ['Newest verified backup', aged(verified, freshness.now, maxRpo)],
                ],
            },
        ],
        findings,
    };
}
function aged(id, now, limit) {
    if (id === undefined)
        return 'none';
    const takenAt = (0,backup_id/* takenAtOf */.cv)(id);
    const age = takenAt === undefined ? '' : `${(0,objectives/* inWords */.r4)((now.getTime() - takenAt.getTime()) / 1000)} old`;
    return { lines: [{ code: id }, `${age}${limit === 0 ? '' : ` (at most ${(0,objectives/* inWords */.r4)(limit)})`}`] };
}

// EXTERNAL MODULE: ./build/backups/drill/gather-backups.js
var gather_backups = __webpack_require__(15777);
// EXTERNAL MODULE: ./build/backups/drill/rto-chart.js
var rto_chart = __webpack_require__(93216);
// EXTERNAL MODULE: ./build/backups/drill/rules.js
var rules = __webpack_require__(77665);
// EXTERNAL MODULE: ./build/report/rule.js
var rule = __webpack_require__(56757);
// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(47342);
// EXTERNAL MODULE: ./build/runtime/definition.js
var definition = __webpack_require__(70654);
// EXTERNAL MODULE: ./build/runtime/input.js
var input = __webpack_require__(30623);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
// EXTERNAL MODULE: ./build/actions/backup-inputs.js
var backup_inputs = __webpack_require__(29796);
// EXTERNAL MODULE: ./build/actions/common-inputs.js + 1 modules
var common_inputs = __webpack_require__(27785);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/report/visible-text.js
var visible_text = __webpack_require__(30269);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
// EXTERNAL MODULE: ./build/github/comment-marker.js
var comment_marker = __webpack_require__(9462);
// EXTERNAL MODULE: ./build/github/own-login.js
var own_login = __webpack_require__(33914);
;// CONCATENATED MODULE: ./build/github/issue.js
/** One issue about one thing that is wrong: opened once, commented on while it lasts, closed when it is well again. */





const longest = 60_000;
const mostAttempts = 3;
/**
 * Opens the issue, or comments on the one that is open. Ours is the oldest open one that starts with the marker and is by
 * this token's account. Of two that were opened at once the younger is closed again.
 * @throws UserError naming `issues: write` when the token may not
 */
async function raiseIssue(place, text) {
    let lost;
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
        const [open] = await ourIssues(place);
        if (open !== undefined && lost !== undefined)
            return { kind: 'opened', ...open };
        if (open !== undefined) {
            await comment(place, open, text.comment);
            return { kind: 'commented', ...open };
        }
        try {
            return await openOnce(place, text);
        }
        catch (thrown) {
            if (!mayHaveTakenEffect(thrown))
                throw thrown;
            lost = thrown;
            place.log.info(`Opening the issue: ${(0,errors/* errorMessage */.gJ)(thrown)} Looking whether it is there.`);
            await (0,wait/* sleep */.yy)((place.patienceMs ?? 1000) * attempt, place.signal);
        }
    }
    throw lost;
}
/** Comments on every open issue of ours and closes it. @returns those that were open */
async function settleIssue(place, words) {
    const open = await ourIssues(place);
    for (const issue of open) {
        await comment(place, issue, words);
        await issue_close(place, issue, 'completed');
    }
    return open;
}
/** Oldest first, through all pages. GitHub lists pull requests among them. */
async function ourIssues(place) {
    const { octokit, owner, repo, key } = place;
    const creator = await (0,own_login/* ownLoginOf */.f)(octokit).get();
    const found = await octokit.paginate(octokit.rest.issues.listForRepo, {
        owner,
        repo,
        state: 'open',
        creator,
        per_page: 100,
    });
    const marker = (0,comment_marker/* issueMarker */.Q_)(key);
    return found
        .filter((issue) => issue.pull_request === undefined && issue.user?.login === creator)
        .filter(({ body }) => (0,comment_marker/* startsWithMarker */.Ox)(body ?? '', marker))
        .map(({ number, html_url }) => ({ number, url: html_url }))
        .toSorted((left, right) => left.number - right.number);
}
async function openOnce(place, { title, body, comment: words }) {
    const { octokit, owner, repo, key, log } = place;
    const { data } = await octokit.rest.issues.create({
        owner,
        repo,
        title: (0,visible_text/* cutEnd */.ym)(title, 250),
        body: `${(0,comment_marker/* issueMarker */.Q_)(key)}\n${(0,visible_text/* cutEnd */.ym)(body, longest)}`,
    });
    const opened = { number: data.number, url: data.html_url };
    const [oldest] = await ourIssues(place);
    if (oldest === undefined || oldest.number >= opened.number)
        return { kind: 'opened', ...opened };
    log.info('Another run opened the issue at the same time; keeping the older one.');
    await issue_close(place, opened, 'not_planned');
    await comment(place, oldest, words);
    return { kind: 'commented', ...oldest };
}
async function comment({ octokit, owner, repo }, { number }, body) {
    await octokit.rest.issues.createComment({ owner, repo, issue_number: number, body: (0,visible_text/* cutEnd */.ym)(body, longest) });
}
async function issue_close({ octokit, owner, repo }, { number }, reason) {
    await octokit.rest.issues.update({
        owner,
        repo,
        issue_number: number,
        state: 'closed',
        state_reason: reason,
    });
}
/** No answer, or one from a gateway that does not know what became of the request. */
function mayHaveTakenEffect(thrown) {
    return thrown instanceof errors/* ExternalError */.yA && (thrown.status === undefined || thrown.status >= 500);
}

// EXTERNAL MODULE: ./build/report/fit.js
var fit = __webpack_require__(29848);
// EXTERNAL MODULE: ./build/actions/open-github.js + 3 modules
var open_github = __webpack_require__(15936);
// EXTERNAL MODULE: ./build/actions/section-outcome.js
var section_outcome = __webpack_require__(15102);
;// CONCATENATED MODULE: ./build/actions/drill-issue.js
/** The one issue about a series of backups: opened by what is wrong, closed when all is well. */






/**
 * Never the reason of a failure: what the drill says counts more. That the issue could not be opened or closed is told as a
 * warning, with the permission that lacks.
 */
async function keepIssue(job, inputs, { series, section }) {
    if (!inputs.issue)
        return;
    try {
        const { octokit, owner, repo } = await (0,open_github/* openGitHub */.o)(job, inputs);
        const place = {
            octokit,
            owner,
            repo,
            key: `backup:${series}`,
            log: job.log,
            signal: job.signal,
        };
        if ((0,verdict/* statusOf */.c2)(section) === 'failed')
            await raise(job, place, { series, section });
        else
            await settle(job, place);
    }
    catch (thrown) {
        job.signal.throwIfAborted();
        if (!(thrown instanceof errors/* UserError */.yo || thrown instanceof errors/* ExternalError */.yA))
            throw thrown;
        job.log.warning(`The issue about backups: ${(0,errors/* errorMessage */.gJ)(thrown)} ${thrown.hint ?? ''}`.trim());
    }
}
async function raise(job, place, { series, section }) {
    const body = job.redact((0,fit/* renderSummary */.B)((0,section_outcome/* reportOf */.EI)(job, section), { title: section.title }));
    const raised = await raiseIssue(place, {
        title: job.redact(`Backups of ${series}: ${section.summary}`),
        body: `${body}\n\nThis issue is closed by the next run that finds all well.`,
        comment: body,
    });
    job.log.notice(`${raised.kind === 'opened' ? 'Opened' : 'Commented on'} ${raised.url}`);
}
async function settle(job, place) {
    const { runUrl } = job.event;
    const closed = await settleIssue(place, `All is well again${runUrl === undefined ? '' : `: ${runUrl}`}.`);
    for (const { url } of closed)
        job.log.notice(`Closed ${url}`);
}

// EXTERNAL MODULE: ./build/backups/drill/choose-drills.js
var choose_drills = __webpack_require__(30132);
// EXTERNAL MODULE: ./build/backups/drill/drill-findings.js
var drill_findings = __webpack_require__(98206);
// EXTERNAL MODULE: ./build/backups/drill/run-drill.js + 10 modules
var run_drill = __webpack_require__(30441);
// EXTERNAL MODULE: ./build/actions/drill-target.js + 1 modules
var drill_target = __webpack_require__(63772);
// EXTERNAL MODULE: ./build/actions/stored-backups.js + 9 modules
var stored_backups = __webpack_require__(45066);
;// CONCATENATED MODULE: ./build/actions/drill-run.js
/** The drills of one run of `verify-backup`, and what they come to. */









/** One drill after the other: they share the machine. */
async function drillAll(request) {
    const { io, place, backups, found, history, assertions } = request;
    const { inputs } = io;
    const chosen = (0,choose_drills/* chooseDrills */._)({
        backups: found,
        history,
        backupId: inputs.backupId,
        hasRandomOlder: inputs.randomOlder,
        seed: inputs.seed ?? `${io.environment.GITHUB_RUN_ID ?? ''}-${io.environment.GITHUB_RUN_ATTEMPT ?? ''}`,
    });
    const outcomes = [];
    for (const one of chosen) {
        const outcome = await io.log.group(`Restoring ${one.backupId} from ${one.location}`, () => (0,run_drill/* runDrill */.B)({
            ...(0,stored_backups/* drillParts */.m8)(io, inputs, { backups, chosen: one, assertions }),
            openTarget: (manifest, context) => (0,drill_target/* openDrillTarget */.Zj)({ job: io, inputs, place, manifest }, context),
        }, (0,stored_backups/* restoreContext */.C6)(io, inputs)));
        io.log.info((0,run_drill/* describeOutcome */.S)(outcome));
        outcomes.push(outcome);
    }
    return outcomes;
}
/** What all of it comes to, held against the objectives. */
function judge({ io, series, found, history, outcomes }) {
    const { maxRto, maxRpo } = io.inputs;
    const now = io.now();
    const rpo = (0,objectives/* measureRpo */.mD)([...outcomes.map(({ record: made }) => made), ...history], now);
    const records = outcomes.map(({ record: made }) => rpo === undefined ? made : { ...made, rpoSeconds: rpo });
    return {
        ...{ series, records, rpo, maxRto, maxRpo },
        history: [...records, ...history].toSorted((left, right) => (left.id < right.id ? 1 : -1)),
        findings: [
            ...(outcomes.length === 0 ? [nothingToRestore(io, series, found)] : []),
            ...outcomes.flatMap(drill_findings/* drillFindings */.O),
            ...records.flatMap((made) => (0,objectives/* rtoFindings */.A8)(made, { maxRto, maxRpo })),
            ...(0,objectives/* rpoFindings */.ss)(rpo, { maxRto, maxRpo }, series),
            ...ageOf(io, series, found),
        ],
    };
}
function nothingToRestore(io, series, found) {
    const { backupId } = io.inputs;
    const message = backupId === undefined || found.length === 0
        ? `There is no backup of ${series} to restore.`
        : `There is no backup ${backupId}; the newest is ${found[0]?.id}.`;
    return (0,rule/* findingOf */.hD)(rules/* couldNotVerify */.ke, {
        subject: backupId ?? series,
        message,
        fix: 'Is `from` the very place that `backup` stores to, and `series` the name it uses? A backup that was not finished does not count.',
    });
}
/** Of the newest backup, verified or not. */
function ageOf(io, series, found) {
    const { maxAge } = io.inputs;
    const [newest] = found;
    const newestTakenAt = newest === undefined ? undefined : (0,backup_id/* takenAtOf */.cv)(newest.id);
    return (0,objectives/* ageFindings */._z)({ series, newestTakenAt, now: io.now(), maxAge });
}

// EXTERNAL MODULE: ./build/actions/stages.js
var stages = __webpack_require__(44737);
;// CONCATENATED MODULE: ./build/actions/verify-backup.js

























const verify_backup_definition = (0,definition/* defineAction */.QP)({
    name: 'verify-backup',
    title: 'Verify a backup',
    description: 'Restores a stored backup into a database that is thrown away, proves it equal to what was dumped, and measures how long that takes.',
    icon: 'shield',
    permissions: [
        '`id-token: write`, where the destination is reached by a role (OIDC) and not by stored keys.',
        '`issues: write`, to open one issue when a drill fails or backups are stale, and to close it again (not needed with `issue: false`).',
        '`contents: write`, when the backups are assets of a release: the record of the drill becomes one too.',
    ],
    inputs: {
        mode: input/* choice */.Yq({
            description: '`drill` restores a backup. `freshness` only looks how old the newest backup and the newest verified one are: no database, seconds, for every push.',
            choices: ['drill', 'freshness'],
            default: 'drill',
        }),
        ...backup_inputs/* storedBackupInputs */.Jw,
        'random-older': input/* boolean */.zM({
            description: 'Restore one of the older backups too, drawn by lot.',
            default: 'false',
        }),
        seed: input/* optional */.lq({
            description: 'For the lot: the same seed draws the same of the same backups. Default: the run’s id.',
        }),
        'max-rto': input/* duration */.p0({
            description: 'Longest that a restore may take, from the download to the last comparison; `0s` = no limit.',
            default: '0s',
            minimum: '0s',
        }),
        'max-rpo': input/* duration */.p0({
            description: 'Greatest age of the newest verified backup, counted from its snapshot; `0s` = no limit.',
            default: '0s',
            minimum: '0s',
        }),
        'max-age': input/* duration */.p0({
            description: 'Greatest age of the newest backup, verified or not; `0s` = no limit.',
            default: '0s',
            minimum: '0s',
        }),
        issue: input/* boolean */.zM({
            description: 'Open one issue when a drill fails or backups are stale, and close it when all is well again.',
            default: 'true',
        }),
        key: common_inputs/* branchInputs */.Eh.key,
        ...common_inputs/* providerInputs */.HV,
        ...common_inputs/* databaseInputs */.dM,
        ...common_inputs/* githubInputs */.dN,
        ...common_inputs/* failOnInput */.cR,
    },
    outputs: {
        verdict: '`verified`, `failed` or `could-not-verify`; under `mode: freshness` `fresh` or `stale`.',
        'backup-id': 'Id of the backup, such as `app_20261122T050000Z_release_ab12cd3`.',
        'rto-seconds': 'Seconds from the download to the last comparison.',
        'rpo-seconds': 'Age of the newest verified backup in seconds; empty while there is none.',
        'evidence-path': 'The evidence for auditors, an in-toto statement (JSON).',
        'record-path': 'The record of the drill (docs/schemas/drill.schema.json).',
        'chart-path': 'A picture of how long restores took (SVG).',
        'badge-path': 'Data for a badge (JSON, https://shields.io/badges/endpoint-badge).',
        status: '`passed`, `warning` or `failed`.',
    },
});
function run(io) {
    const place = (0,drill_target/* readPlace */.yI)(io, io.inputs.into);
    const step = { key: io.inputs.key ?? '', id: 'verify-backup', title: 'Restore drill' };
    return (0,stages/* leavingSection */.k)(io, step, () => io.inputs.mode === 'freshness' ? tellFreshness(io) : drillAndTell(io, place));
}
async function tellFreshness(io) {
    const { maxRpo, maxAge } = io.inputs;
    const backups = await (0,stored_backups/* openStoredBackups */.nJ)(io, io.inputs);
    const { series, stores } = backups;
    const found = await (0,gather_backups/* gatherBackups */.J)(stores, series);
    const history = await (0,drill_history/* readHistory */.Lu)({ ...io, stores, series });
    const rpo = (0,objectives/* measureRpo */.mD)(history, io.now());
    const findings = [...ageOf(io, series, found), ...(0,objectives/* rpoFindings */.ss)(rpo, { maxRto: 0, maxRpo }, series)];
    const section = freshnessSection({
        series,
        newest: found[0]?.id,
        verified: (0,drill_history/* newestVerified */.x9)(history)?.backupId,
        rpo,
        findings,
        ...{ maxRpo, maxAge, now: io.now() },
    });
    io.output('verdict', findings.length === 0 ? 'fresh' : 'stale');
    io.output('rpo-seconds', rpo === undefined ? '' : String(rpo));
    io.output('status', (0,verdict/* statusOf */.c2)(section));
    io.reports.writeSection(io.inputs.key ?? '', section);
    // Young enough is not proved: what a drill that failed has opened, only a drill that verifies may close.
    const isDoubted = history[0] !== undefined && history[0].verdict !== 'verified';
    if (!isDoubted || (0,verdict/* statusOf */.c2)(section) === 'failed')
        await keepIssue(io, io.inputs, { series, section });
    (0,section_outcome/* concludeSection */.jU)(io, section, io.inputs.failOn);
}
async function drillAndTell(io, place) {
    const { inputs } = io;
    // Whatever breaks it off: what is not proved must not look as if it were.
    io.output('verdict', 'could-not-verify');
    const assertions = (0,stored_backups/* readAssertions */.oD)(io, inputs.assertSql);
    const backups = await (0,stored_backups/* openStoredBackups */.nJ)(io, inputs);
    const { stores, series } = backups;
    const found = await (0,gather_backups/* gatherBackups */.J)(stores, series);
    const history = await (0,drill_history/* readHistory */.Lu)({ ...io, stores, series });
    const outcomes = await drillAll({ io, place, backups, found, history, assertions });
    const judged = judge({ io, series, found, history, outcomes });
    const notRecorded = await record(io, stores, judged.records);
    const report = { ...judged, findings: [...judged.findings, ...notRecorded] };
    const section = (0,drill_section/* drillSection */.HZ)(report);
    writeFiles(io, report, outcomes);
    const [first] = report.records;
    io.output('verdict', (0,drill_section/* worstVerdict */.zP)(report.records.map(({ verdict }) => verdict)));
    io.output('backup-id', first?.backupId ?? '');
    io.output('rto-seconds', first === undefined ? '' : String(first.rtoSeconds));
    io.output('rpo-seconds', report.rpo === undefined ? '' : String(report.rpo));
    io.output('status', (0,verdict/* statusOf */.c2)(section));
    io.reports.writeSection(inputs.key ?? '', section);
    await keepIssue(io, inputs, { series, section });
    // Whatever `fail-on` says of warnings: what is not proved is no success.
    (0,section_outcome/* concludeSection */.jU)(io, section, inputs.failOn === 'never' ? 'error' : inputs.failOn);
}
async function record(io, stores, records) {
    const failed = (await Promise.all(records.map((made) => (0,drill_history/* writeRecord */.rh)(made, { ...io, stores })))).flat();
    return failed.map(({ location, reason }) => (0,rule/* findingOf */.hD)(rules/* drillNotRecorded */.Bj, {
        subject: location,
        message: `The record could not be written: ${reason}`,
        fix: 'Let the role of the drill write below `<series>/drills/` (S3: `s3:PutObject`).',
    }));
}
/** Files beside the report, to be kept as an artifact or uploaded. */
function writeFiles(io, report, outcomes) {
    const folder = io.reports.directory(io.inputs.key ?? '');
    const write = (name, output, content) => {
        const path = (0,external_node_path_.join)(folder, name);
        (0,external_node_fs_.writeFileSync)(path, io.redact(content));
        io.output(output, path);
    };
    const { series, records, history, maxRto } = report;
    write('restore-times.svg', 'chart-path', (0,rto_chart/* rtoSvg */.Is)(history, { series, maxRto }));
    const [first] = records;
    if (first === undefined)
        return;
    write('drill.json', 'record-path', (0,drill_record_file/* serializeRecord */.Om)(first));
    const verdict = (0,drill_section/* worstVerdict */.zP)(records.map((made) => made.verdict));
    const verifiedAt = (0,drill_history/* newestVerified */.x9)(history)?.takenAt.toISOString();
    write('badge.json', 'badge-path', badgeJson({ verdict, verifiedAt, rtoSeconds: first.rtoSeconds }));
    const { repository, commit, runUrl } = io.event;
    const evidence = evidenceJson({
        ...{ record: first, manifest: outcomes[0]?.manifest, repository, commit, runUrl },
        actionVersion: version/* version */.r,
    });
    if (evidence !== undefined)
        write('drill-evidence.json', 'evidence-path', evidence);
}


/***/ }),

/***/ 9462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ox: () => (/* binding */ startsWithMarker),
/* harmony export */   Q_: () => (/* binding */ issueMarker),
/* harmony export */   Ql: () => (/* binding */ commentMarker)
/* harmony export */ });
/** The hidden first line by which a comment or an issue of ours is known again. */
/**
 * `<!-- database-actions:report:<key> -->`. Every byte of the key but letters and digits of ASCII is written as `%XX`,
 * so that no key can end the HTML comment, and the ` -->` behind it keeps `a` from being taken for `ab`.
 */
function commentMarker(key) {
    return marker('report', key);
}
/** `<!-- database-actions:issue:<key> -->`, for an issue of ours. */
function issueMarker(key) {
    return marker('issue', key);
}
function marker(kind, key) {
    const encoded = [...Buffer.from(key, 'utf8')].map((byte) => {
        const character = String.fromCharCode(byte);
        return /[A-Za-z0-9]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    });
    return `<!-- database-actions:${kind}:${encoded.join('')} -->`;
}
/** True when the marker is the whole first line. Further down it may be a quotation of somebody else's. */
function startsWithMarker(body, marker) {
    return body.split('\n', 1)[0]?.trimEnd() === marker;
}


/***/ }),

/***/ 33914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ ownLoginOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91753);


/** Whom `GITHUB_TOKEN` belongs to on github.com and on enterprise servers. */
const actionsBot = 'github-actions[bot]';
/**
 * Asked once, and only when somebody has to know. GraphQL's `viewer` is the only question that an installation token
 * (such as `GITHUB_TOKEN`) may ask about itself; `GET /user` answers for personal tokens where GraphQL is closed off.
 * When neither answers, it is taken for the Actions bot: at worst our own comment of another token is not found, a
 * second one is made, and its author is then learned.
 */
function ownLoginOf(octokit) {
    let login;
    return {
        get() {
            login ??= askLogin(octokit);
            return login;
        },
        learn(known) {
            login = Promise.resolve(known);
        },
    };
}
async function askLogin(octokit) {
    const viewer = await orUndefined(async () => loginIn(await viewerOf(octokit), 'viewer'));
    if (viewer !== undefined)
        return viewer;
    const user = await orUndefined(async () => loginIn(await octokit.rest.users.getAuthenticated(), 'data'));
    return user ?? actionsBot;
}
function viewerOf(octokit) {
    return octokit.graphql('{ viewer { login } }');
}
function loginIn(answer, name) {
    const account = (0,_guard_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(answer) ? answer[name] : undefined;
    const login = (0,_guard_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(account) ? account.login : undefined;
    return typeof login === 'string' && login !== '' ? login : undefined;
}
/** A refusal or an outage; a cancelled run still ends here, by its own error. */
async function orUndefined(work) {
    try {
        return await work();
    }
    catch (thrown) {
        if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA || isGraphqlError(thrown))
            return undefined;
        throw thrown;
    }
}
function isGraphqlError(thrown) {
    return thrown instanceof Error && thrown.name === 'GraphqlResponseError';
}


/***/ })

};
