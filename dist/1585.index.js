export const id = 1585;
export const ids = [1585];
export const modules = {

/***/ 61585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commentOutputValues: () => (/* binding */ commentOutputValues),
  commentOutputs: () => (/* binding */ commentOutputs),
  definition: () => (/* binding */ comment_definition),
  postComment: () => (/* binding */ postComment),
  readOnlyNotice: () => (/* binding */ readOnlyNotice),
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
// EXTERNAL MODULE: ./build/github/comment-marker.js
var comment_marker = __webpack_require__(9462);
// EXTERNAL MODULE: ./build/github/own-login.js
var own_login = __webpack_require__(33914);
;// CONCATENATED MODULE: ./build/github/sticky-comment.js




/** Characters. GitHub refuses bodies over 65,536 with a 422; the rest is room for the marker. */
const longestComment = 60_000;
const githubsLimit = 65_536;
const mostAttempts = 4;
/**
 * Makes the comment, or brings the one that is there up to date. Ours is the oldest comment that starts with the marker
 * and was written by this token's account; the same content is not written again. GitHub has no atomic upsert, so every
 * create is followed by another look: of two runs at once the younger comment goes. A create whose answer was lost is
 * looked for before it is sent again.
 */
async function upsertComment(request) {
    const body = markedBody(request);
    const author = (0,own_login/* ownLoginOf */.f)(request.octokit);
    let lost;
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
        const settled = await settle(request, await ownComments(request, author), body);
        if (settled !== undefined)
            return lost !== undefined && settled.kind === 'unchanged' ? { ...settled, kind: 'created' } : settled;
        try {
            const outcome = await create({ request, author, body });
            if (outcome !== undefined)
                return outcome;
        }
        catch (thrown) {
            if (!mayHaveTakenEffect(thrown))
                throw thrown;
            lost = thrown;
            request.log.info(`Creating the comment: ${thrown.message} Looking whether it is there.`);
            await (0,wait/* sleep */.yy)((request.patienceMs ?? 1000) * attempt, request.signal);
        }
    }
    throw lost ?? vanished(request);
}
/** Brings the comment up to date where there is one; undefined where there is none, and none is made. */
async function updateIfThere(request) {
    return settle(request, await ownComments(request, (0,own_login/* ownLoginOf */.f)(request.octokit)), markedBody(request));
}
/** The oldest comment of ours, if there is one. */
async function findComment(place) {
    const [oldest] = await ownComments(place, ownLoginOf(place.octokit));
    return oldest;
}
/** Deletes every comment of ours with this key; true when there was one. */
async function deleteComment(place) {
    const comments = await ownComments(place, ownLoginOf(place.octokit));
    for (const comment of comments)
        await removeComment(place, comment);
    return comments.length > 0;
}
function markedBody({ key, body }) {
    const marked = `${(0,comment_marker/* commentMarker */.Ql)(key)}\n${body}`;
    if (body.length <= longestComment && marked.length <= githubsLimit)
        return marked;
    throw new Error(`A comment of ${body.length} characters (key: ${key.length}) was to be posted; the report should have been cut to ${longestComment}.`);
}
/** Oldest first, through all pages. The account is only asked for when there is a marker to judge. */
async function ownComments(place, author) {
    const { octokit, owner, repo, issue, key } = place;
    const marker = (0,comment_marker/* commentMarker */.Ql)(key);
    const all = await octokit.paginate(octokit.rest.issues.listComments, {
        owner,
        repo,
        issue_number: issue,
        per_page: 100,
    });
    const marked = all.filter(({ body }) => (0,comment_marker/* startsWithMarker */.Ox)(body ?? '', marker));
    if (marked.length === 0)
        return [];
    const login = await author.get();
    const own = marked.filter(({ user }) => user?.login === login);
    if (own.length < marked.length)
        place.log.debug(`${marked.length - own.length} comments carry our marker but are not by ${login}; they are left alone`);
    return own
        .map(({ id, html_url, body = '' }) => ({ id: Number(id), url: html_url, body }))
        .sort((left, right) => left.id - right.id);
}
/** Updates the first comment and deletes the others; undefined when there is none, or none any more. */
async function settle(place, [oldest, ...younger], body) {
    if (oldest === undefined)
        return undefined;
    const { id, url } = oldest;
    const isSame = comparable(oldest.body) === comparable(body);
    if (!isSame && !(await updateComment(place, id, body)))
        return undefined;
    for (const comment of younger)
        await removeDuplicate(place, comment);
    return { kind: isSame ? 'unchanged' : 'updated', id, url };
}
/** GitHub's editor turns line ends into CRLF, and blanks at the end mean nothing. */
function comparable(body) {
    return body.replaceAll('\r\n', '\n').trimEnd();
}
/** Undefined when another run's older comment took over and was deleted meanwhile. */
async function create({ request, author, body }) {
    const { octokit, owner, repo, issue } = request;
    const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: issue, body });
    if (data.user)
        author.learn(data.user.login);
    const id = Number(data.id);
    const created = { kind: 'created', id, url: data.html_url };
    const present = await ownComments(request, author);
    if (present.every((comment) => comment.id >= id)) {
        for (const comment of present.filter((one) => one.id > id))
            await removeDuplicate(request, comment);
        return created;
    }
    request.log.info('Another run made the comment at the same time; keeping the older one.');
    return settle(request, present, body);
}
/** False when it was deleted meanwhile. */
async function updateComment({ octokit, owner, repo }, id, body) {
    return unlessAbsent(octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body }));
}
async function removeComment({ octokit, owner, repo }, { id }) {
    return unlessAbsent(octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }));
}
/** A duplicate that stays is ugly, not wrong. */
async function removeDuplicate(place, comment) {
    try {
        await removeComment(place, comment);
    }
    catch (thrown) {
        place.signal.throwIfAborted();
        place.log.warning(`The duplicate comment ${comment.url} could not be deleted: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
    }
}
async function unlessAbsent(work) {
    try {
        await work;
        return true;
    }
    catch (thrown) {
        if (thrown instanceof errors/* ExternalError */.yA && (thrown.status === 404 || thrown.status === 410))
            return false;
        throw thrown;
    }
}
/** No answer, or one from a gateway that does not know what became of the request. */
function mayHaveTakenEffect(thrown) {
    return thrown instanceof errors/* ExternalError */.yA && (thrown.status === undefined || thrown.status >= 500);
}
function vanished({ owner, repo, issue }) {
    return new errors/* ExternalError */.yA('GitHub', `The comment on ${owner}/${repo}#${issue} was deleted again and again.`, {
        retryable: true,
    });
}

// EXTERNAL MODULE: ./build/report/fit.js
var fit = __webpack_require__(29848);
// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(47342);
// EXTERNAL MODULE: ./build/runtime/definition.js
var definition = __webpack_require__(70654);
// EXTERNAL MODULE: ./build/runtime/input.js
var input = __webpack_require__(30623);
// EXTERNAL MODULE: ./build/actions/common-inputs.js + 1 modules
var common_inputs = __webpack_require__(27785);
// EXTERNAL MODULE: ./build/github/failure.js
var failure = __webpack_require__(220);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/github/zip.js


/**
 * Reads one file out of a zip in memory. Nothing is written to disk, so the names in it lead nowhere. Only what
 * `actions/upload-artifact` writes is understood: stored or deflated, not encrypted, not split, not zip64.
 * Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3
 */
const signatures = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 };
const lengths = { end: 22, central: 46, local: 30 };
const zip_longestComment = 65_535;
const methods = { stored: 0, deflated: 8 };
const encrypted = 0x01;
/**
 * The bytes of the file with exactly this name; undefined when the zip has none.
 * @param maxBytes of the unpacked file
 * @throws UserError when the zip is damaged, or the file larger, or packed in a way that is not understood
 */
function readZipFile(zip, name, maxBytes) {
    const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
    try {
        const found = entriesOf(bytes).filter((entry) => entry.name === name);
        const [entry] = found;
        if (entry === undefined)
            return undefined;
        if (found.length > 1)
            throw damaged(`"${name}" is in it twice`);
        return unpack(bytes, entry, maxBytes);
    }
    catch (thrown) {
        // Offsets and sizes come from the file: whatever they point out of shows as a RangeError.
        if (thrown instanceof RangeError)
            throw damaged('it ends too early');
        throw thrown;
    }
}
function entriesOf(bytes) {
    const end = endOfDirectory(bytes);
    const count = bytes.readUInt16LE(end + 10);
    const entries = [];
    let at = bytes.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
        if (bytes.readUInt32LE(at) !== signatures.central)
            throw damaged('its directory is broken');
        const [name, extra, comment] = [
            bytes.readUInt16LE(at + 28),
            bytes.readUInt16LE(at + 30),
            bytes.readUInt16LE(at + 32),
        ];
        entries.push({
            name: bytes.toString('utf8', at + lengths.central, at + lengths.central + name),
            flags: bytes.readUInt16LE(at + 8),
            method: bytes.readUInt16LE(at + 10),
            crc: bytes.readUInt32LE(at + 16),
            packedSize: bytes.readUInt32LE(at + 20),
            size: bytes.readUInt32LE(at + 24),
            offset: bytes.readUInt32LE(at + 42),
        });
        at += lengths.central + name + extra + comment;
    }
    return entries;
}
/** It is the last thing in a zip, before a comment of any length. */
function endOfDirectory(bytes) {
    const first = Math.max(0, bytes.length - lengths.end - zip_longestComment);
    for (let at = bytes.length - lengths.end; at >= first; at -= 1)
        if (bytes.readUInt32LE(at) === signatures.end &&
            at + lengths.end + bytes.readUInt16LE(at + 20) === bytes.length)
            return at;
    throw damaged('it is no zip');
}
function unpack(bytes, entry, maxBytes) {
    if ((entry.flags & encrypted) !== 0)
        throw damaged(`"${entry.name}" is encrypted`);
    if (entry.size > maxBytes)
        throw tooLarge(entry.name, maxBytes);
    if (bytes.readUInt32LE(entry.offset) !== signatures.local)
        throw damaged('its directory points elsewhere');
    const name = bytes.readUInt16LE(entry.offset + 26);
    const extra = bytes.readUInt16LE(entry.offset + 28);
    const start = entry.offset + lengths.local + name + extra;
    if (start + entry.packedSize > bytes.length)
        throw damaged('it ends too early');
    const content = inflate(bytes.subarray(start, start + entry.packedSize), entry, maxBytes);
    if (content.length !== entry.size || (0,external_node_zlib_.crc32)(content) !== entry.crc)
        throw damaged(`"${entry.name}" has changed`);
    return content;
}
function inflate(packed, entry, maxBytes) {
    if (entry.method === methods.stored)
        return packed;
    if (entry.method !== methods.deflated)
        throw damaged(`"${entry.name}" is packed by method ${entry.method}`);
    try {
        // The size in the directory is a claim; this is the bound.
        return (0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: Math.max(1, maxBytes) });
    }
    catch (thrown) {
        if (thrown instanceof RangeError)
            throw tooLarge(entry.name, maxBytes);
        throw damaged(`"${entry.name}" cannot be unpacked`);
    }
}
function damaged(reason) {
    return new errors/* UserError */.yo(`The artifact cannot be read: ${reason}.`, {
        hint: 'Upload the report with `actions/upload-artifact`, as examples/comment-from-fork.yml does.',
    });
}
function tooLarge(name, maxBytes) {
    return new errors/* UserError */.yo(`"${name}" in the artifact is larger than ${maxBytes} bytes.`);
}

;// CONCATENATED MODULE: ./build/github/artifact.js



const defaultMaxBytes = 10 * 1024 * 1024;
/**
 * The bytes of one file of an artifact of a workflow run. Everything in an artifact of a fork's run is hostile: it is
 * bounded while it is read, unpacked in memory, and what it says is for the caller to distrust.
 * @throws UserError when there is no such artifact or file, or it is too large
 */
async function readRunArtifact(request) {
    const { artifact, file, maxBytes = defaultMaxBytes } = request;
    const zip = await download(request, await findArtifact(request), maxBytes);
    const content = readZipFile(zip, file, maxBytes);
    if (content !== undefined)
        return content;
    throw new errors/* UserError */.yo(`The artifact "${artifact}" of run ${request.runId} holds no file "${file}".`, {
        hint: 'Upload the file itself: `path:` of `actions/upload-artifact` must name it, not a folder above it.',
    });
}
/** The newest of that name: a re-run of a job leaves one for each attempt. */
async function findArtifact({ octokit, owner, repo, runId, artifact, maxBytes, }) {
    const found = await octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, {
        owner,
        repo,
        run_id: runId,
        name: artifact,
        per_page: 100,
    });
    const named = found.filter(({ name }) => name === artifact);
    const newest = named.filter(({ expired }) => !expired).sort((left, right) => right.id - left.id)[0];
    if (newest === undefined)
        throw new errors/* UserError */.yo(`Run ${runId} has no artifact "${artifact}"${named.length > 0 ? ' any more' : ''}.`, {
            hint: 'The job that makes the report uploads it, also when its checks fail (`if: always()`).',
        });
    const limit = maxBytes ?? defaultMaxBytes;
    if (newest.size_in_bytes > limit)
        throw artifact_tooLarge(artifact, limit);
    return newest.id;
}
async function download(request, id, limit) {
    const { octokit, owner, repo, artifact, signal } = request;
    // The body stays a stream, so that a size that was a lie is noticed while it is read.
    const { data } = await octokit.rest.actions.downloadArtifact({
        owner,
        repo,
        artifact_id: id,
        archive_format: 'zip',
        request: { parseSuccessResponseBody: false },
    });
    if (!(data instanceof ReadableStream))
        throw new errors/* ExternalError */.yA('GitHub', `The artifact "${artifact}" came without content.`);
    try {
        return await readAtMost(data, limit, () => artifact_tooLarge(artifact, limit));
    }
    catch (thrown) {
        signal.throwIfAborted();
        if (thrown instanceof errors/* UserError */.yo || thrown instanceof errors/* CancelledError */.cc)
            throw thrown;
        throw new errors/* ExternalError */.yA('GitHub', `The artifact "${artifact}" could not be downloaded: ${(0,failure/* reasonOf */.A)(thrown)}.`, {
            retryable: true,
        });
    }
}
async function readAtMost(stream, limit, error) {
    const chunks = [];
    let length = 0;
    for await (const chunk of stream) {
        if (!(chunk instanceof Uint8Array))
            continue;
        chunks.push(chunk);
        length += chunk.length;
        if (length > limit)
            throw error();
    }
    return Buffer.concat(chunks);
}
function artifact_tooLarge(artifact, limit) {
    return new errors/* UserError */.yo(`The artifact "${artifact}" is larger than ${limit} bytes.`);
}

// EXTERNAL MODULE: ./build/github/pull-request.js
var pull_request = __webpack_require__(81351);
// EXTERNAL MODULE: ./build/report/json.js + 1 modules
var json = __webpack_require__(6806);
;// CONCATENATED MODULE: ./build/report/untrusted.js
/**
 * A report made where a contributor's code ran, as a job with write access may show it: what it is about comes from
 * `subject`, which the caller knows by itself, and no link of the report's own is left (it would carry our name).
 */
function withTrustedSubject(report, subject) {
    const { branch } = report.subject;
    return {
        version: 1,
        subject: { ...subject, branch: branch === undefined ? undefined : { ...branch, consoleUrl: undefined } },
        sections: report.sections.map(withoutLinks),
    };
}
function withoutLinks(section) {
    return {
        ...section,
        blocks: section.blocks.map(blockWithoutLinks),
        findings: section.findings.map(findingWithoutLinks),
        ...(section.nextSteps && { nextSteps: section.nextSteps.map(plain) }),
    };
}
function findingWithoutLinks({ docs: _docs, ...finding }) {
    return finding;
}
function blockWithoutLinks(block) {
    return block.kind === 'details'
        ? { ...block, blocks: block.blocks.map(plainBlockWithoutLinks) }
        : plainBlockWithoutLinks(block);
}
function plainBlockWithoutLinks(block) {
    switch (block.kind) {
        case 'text':
            return { ...block, text: plain(block.text) };
        case 'list':
            return { ...block, items: block.items.map(plain) };
        case 'facts':
            return { ...block, rows: block.rows.map(([label, value]) => [label, plain(value)]) };
        case 'table':
            return { ...block, rows: block.rows.map((row) => row.map(plain)) };
        case 'code':
        case 'mermaid':
            return block;
    }
}
function plain(text) {
    if (typeof text === 'object' && 'lines' in text)
        return { lines: text.lines.map(plainLine) };
    return plainLine(text);
}
function plainLine(line) {
    return typeof line === 'object' && 'link' in line ? line.text : line;
}

;// CONCATENATED MODULE: ./build/actions/fork-report.js





/**
 * The report that a pull request's own run left, with everything that decides where it goes taken from GitHub. Undefined
 * when it is out of date, which is no failure: a newer run posts its own.
 */
async function reportOfWorkflowRun({ job, github, artifact, key, }) {
    const run = job.event.workflowRun;
    if (run === undefined)
        throw new errors/* UserError */.yo(`Input \`from-artifact\` is given, but the event is \`${job.event.name}\`.`, {
            hint: 'It works on `workflow_run`; see examples/comment-from-fork.yml.',
        });
    const pullRequest = await (0,pull_request/* pullRequestForHeadSha */.i$)({
        ...github,
        headSha: run.headCommit,
        headRepository: run.headRepository,
        headBranch: run.headBranch,
    });
    if (pullRequest === undefined) {
        job.log.notice(`No pull request has the head commit ${run.headCommit} of ${run.headRepository} any more: it was pushed to again, and the newer run posts its report.`);
        return undefined;
    }
    const file = await readRunArtifact({
        ...github,
        runId: run.id,
        artifact,
        file: 'report.json',
        signal: job.signal,
    });
    const report = withTrustedSubject((0,json/* parseReportText */.VC)(new TextDecoder().decode(file)), {
        repository: job.event.repository,
        pullRequest: pullRequest.number,
        key,
        commit: run.headCommit,
        runUrl: `${job.serverUrl}/${job.event.repository}/actions/runs/${run.id}`,
    });
    if (pullRequest.state === 'open' || report.subject.branch?.state === 'deleted')
        return report;
    job.log.notice(`Pull request #${pullRequest.number} was closed since: its preview is gone, and the report about it is not posted.`);
    return undefined;
}

// EXTERNAL MODULE: ./build/actions/open-github.js + 3 modules
var open_github = __webpack_require__(15936);
// EXTERNAL MODULE: ./build/actions/publish.js
var publish = __webpack_require__(20635);
// EXTERNAL MODULE: ./build/actions/target.js
var target = __webpack_require__(3675);
;// CONCATENATED MODULE: ./build/actions/comment.js










const commentOutputs = {
    'comment-id': 'Id of the comment; empty where none was posted.',
    'comment-url': 'Address of the comment.',
};
const comment_definition = (0,definition/* defineAction */.QP)({
    name: 'comment',
    title: 'Comment the report',
    description: "Posts what this job's steps found as one comment on the pull request, kept current by every run.",
    icon: 'message-square',
    permissions: [
        '`pull-requests: write`, for the comment.',
        '`actions: read`, with `from-artifact` only: to read the artifact of the other run.',
    ],
    inputs: {
        ...common_inputs/* branchInputs */.Eh,
        ...common_inputs/* githubInputs */.dN,
        'from-artifact': input/* optional */.lq({
            description: 'On `workflow_run`: name of the artifact of that run which holds `report.json`. For pull requests from forks; nothing in it is trusted.',
        }),
    },
    outputs: {
        ...commentOutputs,
        status: '`passed`, `warning`, `failed` or `deleted`; empty when there was nothing to report.',
        'report-path': 'The report as JSON; `report.md` lies beside it.',
    },
});
async function run(io) {
    const report = io.inputs.fromArtifact === undefined ? ownReport(io) : await artifactReport(io, io.inputs.fromArtifact);
    if (report === undefined)
        return;
    io.output('status', (0,verdict/* verdictOf */.Vj)(report));
    io.output('report-path', (0,publish/* summarizeReport */.S)(io, report));
    if (io.event.isUnprivileged) {
        io.log.notice(readOnlyNotice);
        return;
    }
    const posted = await postComment({ job: io, githubToken: io.inputs.githubToken, report });
    for (const [name, value] of commentOutputValues(posted))
        io.output(name, value);
}
const readOnlyNotice = 'This pull request gets a read-only token: the report is in the step summary and at `report-path`, for `comment` with `from-artifact` to post from `workflow_run`.';
/** Undefined when there is nothing to say: a comment without a section would read as if all were well. */
function ownReport(io) {
    const report = (0,publish/* gatherReport */.K)(io, (0,target/* resolveTarget */.u1)(io.inputs, io.event));
    if (report.sections.length > 0)
        return report;
    io.log.warning('No step of this job has left a section, so nothing is posted. Does `key` match the other steps?');
    return undefined;
}
async function artifactReport(io, artifact) {
    const github = await (0,open_github/* openGitHub */.o)(io, io.inputs);
    return reportOfWorkflowRun({ job: io, github, artifact, key: io.inputs.key ?? '' });
}
/**
 * One comment a pull request and key; the same content is not written again. That a branch is gone is told only where
 * there is a comment that said it was there. @returns undefined when nothing was posted
 */
async function postComment({ job, githubToken, report, }) {
    const { pullRequest, key } = report.subject;
    if (pullRequest === undefined)
        return undefined;
    const { octokit, owner, repo } = await (0,open_github/* openGitHub */.o)(job, { githubToken });
    const { body, moved } = (0,fit/* fitComment */.p)(report);
    if (moved.length > 0)
        job.log.info(`Too long for a comment, whole in the step summary only: ${moved.join(', ')}`);
    const { log, signal } = job;
    const post = (0,verdict/* verdictOf */.Vj)(report) === 'deleted' ? updateIfThere : upsertComment;
    const posted = await post({
        octokit,
        owner,
        repo,
        issue: pullRequest,
        key,
        log,
        signal,
        body: job.redact(body),
    });
    if (posted !== undefined)
        job.log.info(`Comment ${posted.kind}: ${posted.url}`);
    return posted;
}
function commentOutputValues(posted) {
    return [
        ['comment-id', posted === undefined ? '' : String(posted.id)],
        ['comment-url', posted?.url ?? ''],
    ];
}


/***/ }),

/***/ 20635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ gatherReport),
/* harmony export */   S: () => (/* binding */ summarizeReport)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _report_fit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29848);
/* harmony import */ var _report_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6806);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2801);
/* harmony import */ var _report_terminal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63299);






/** Gathers what the steps of this job left, in the order in which they ran. */
function gatherReport(job, target) {
    return {
        version: 1,
        subject: {
            repository: job.event.repository,
            pullRequest: target.pullRequest,
            key: target.key,
            commit: job.event.commit || undefined,
            branch: job.reports.readBranch(target.key),
            runUrl: job.event.runUrl,
        },
        sections: job.reports.readSections(target.key),
    };
}
/**
 * The log, the step summary, and the report as files that can be kept as an artifact (`report.json` is what `comment` reads in
 * another workflow). @returns the path of report.json
 */
function summarizeReport(job, report) {
    const directory = job.reports.directory(report.subject.key);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'report.json');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, job.redact((0,_report_json_js__WEBPACK_IMPORTED_MODULE_3__/* .serializeReport */ .xH)(report)));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'report.md'), job.redact((0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .renderMarkdown */ .Gc)(report)));
    job.summarize((0,_report_fit_js__WEBPACK_IMPORTED_MODULE_2__/* .renderSummary */ .B)(report));
    job.log.info((0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .renderTerminal */ .b)(report));
    return path;
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
