export const id = 4004;
export const ids = [4004];
export const modules = {

/***/ 27785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rR: () => (/* binding */ branchCreationInputs),
  Eh: () => (/* binding */ branchInputs),
  NX: () => (/* binding */ configurationInput),
  dM: () => (/* binding */ databaseInputs),
  cR: () => (/* binding */ failOnInput),
  dN: () => (/* binding */ githubInputs),
  EQ: () => (/* binding */ productionInput),
  HV: () => (/* binding */ providerInputs),
  XW: () => (/* binding */ workspaceInputs)
});

;// CONCATENATED MODULE: ./build/providers/provider.js
const providerNames = ['neon', 'postgres'];

// EXTERNAL MODULE: ./build/runtime/input.js
var input = __webpack_require__(30623);
;// CONCATENATED MODULE: ./build/actions/common-inputs.js


/** Inputs that mean the same in every action; each action takes the groups it needs. */
const providerInputs = {
    provider: input/* choice */.Yq({
        description: 'Where the branches live. `auto` is `neon` when `neon-api-key` is given, else `postgres`.',
        choices: ['auto', ...providerNames],
        default: 'auto',
    }),
    'neon-api-key': input/* secret */.rJ({
        description: 'Neon API key, best one that is scoped to the project. Empty on pull requests from forks, which then use `postgres`.',
    }),
    'neon-project-id': input/* optional */.lq({ description: 'Neon project id, such as `cool-forest-12345678`.' }),
    'neon-api-url': input/* url */.OZ({
        description: 'Address of the Neon API.',
        default: 'https://console.neon.tech/api/v2',
    }),
    'postgres-url': input/* secret */.rJ({
        description: 'For `provider: postgres`: connection URI of a superuser, or of a role with CREATEDB and CREATEROLE. Empty starts an embedded server on the runner for this job.',
    }),
    timeout: input/* duration */.p0({
        description: 'Longest that this action waits for a service, for each thing that it waits for.',
        default: '5m',
        maximum: '6h',
    }),
};
const branchInputs = {
    branch: input/* optional */.lq({
        description: 'Name of the branch. Default: `preview/pr-<number>`, with `key` when one is given.',
    }),
    'pull-request': input/* integer */.nd({
        description: "Number of the pull request. Default (`0`): the event's own, for every event that has one.",
        default: '0',
        minimum: 0,
        maximum: 2_147_483_647,
    }),
    key: input/* optional */.lq({
        description: 'Tells several databases of one pull request apart, in the branch name, the report and the comment: lower-case letters, digits and hyphens.',
    }),
};
const databaseInputs = {
    database: input/* optional */.lq({
        description: 'Database on the branch. Default: the only one, else `neondb`, else an error that lists them.',
    }),
    role: input/* optional */.lq({
        description: 'Role to connect as. Default: the only one, else the owner of the database, else `neondb_owner`, else an error that lists them.',
    }),
};
const branchCreationInputs = {
    'parent-branch': input/* optional */.lq({
        description: 'Branch to copy from, by name or id. Default: the default branch; for `postgres` the database that `postgres-url` names.',
    }),
    'expires-in': input/* duration */.p0({
        description: 'How long the branch lives after the last push, at most `30d`. Renewed by every run.',
        default: '14d',
        minimum: '1h',
        maximum: '30d',
    }),
};
const workspaceInputs = {
    'working-directory': input/* string */.Yj({
        description: 'Folder of the project, relative to the workspace.',
        default: '.',
    }),
};
const githubInputs = {
    'github-token': input/* secret */.rJ({
        description: 'Token that reads the pull request and writes the comment.',
        default: '${{ github.token }}',
    }),
};
const failOnInput = {
    'fail-on': input/* choice */.Yq({
        description: 'The least severity of a finding that fails the step.',
        choices: ['error', 'warning', 'never'],
        default: 'error',
    }),
};
const productionInput = {
    'production-url': input/* secret */.rJ({
        description: 'Connection URI of production or a replica, read-only is enough. Only its statistics are read: numbers of rows, to say what a measured time means there; which indexes are used and which tables are bloated; under `top-queries` its `pg_stat_statements`.',
    }),
};
const configurationInput = {
    config: input/* string */.Yj({
        description: 'YAML file that sets rules and expectations (docs/configuration.md), relative to the workspace. The default need not exist.',
        default: '.github/database-actions.yml',
    }),
};


/***/ }),

/***/ 36894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   definition: () => (/* binding */ definition),
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _backups_retention_prune_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6675);
/* harmony import */ var _backups_retention_retention_section_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49257);
/* harmony import */ var _backups_retention_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84466);
/* harmony import */ var _backups_signing_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32028);
/* harmony import */ var _report_verdict_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(47342);
/* harmony import */ var _runtime_definition_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(70654);
/* harmony import */ var _runtime_input_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30623);
/* harmony import */ var _backup_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29796);
/* harmony import */ var _common_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27785);
/* harmony import */ var _open_stores_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(25852);
/* harmony import */ var _section_outcome_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(15102);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(44737);
/* harmony import */ var _stored_backups_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(45066);













const definition = (0,_runtime_definition_js__WEBPACK_IMPORTED_MODULE_11__/* .defineAction */ .QP)({
    name: 'prune-backups',
    title: 'Prune backups',
    description: 'Deletes backups that no rule keeps: only those of one series, only behind a newer one that a drill has verified, and says why of each.',
    icon: 'scissors',
    permissions: [
        '`id-token: write`, where the destination is reached by a role (OIDC) and not by stored keys.',
        '`contents: write`, when the backups are assets of a release.',
    ],
    inputs: {
        from: _backup_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .storedBackupInputs */ .Jw.from,
        series: _backup_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .storedBackupInputs */ .Jw.series,
        ..._backup_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .retentionInput */ .nm,
        'public-key': _backup_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .storedBackupInputs */ .Jw['public-key'],
        'dry-run': _runtime_input_js__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zM({ description: 'Only tell what would be deleted.', default: 'true' }),
        timeout: _common_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .providerInputs */ .HV.timeout,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .githubInputs */ .dN,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .failOnInput */ .cR,
    },
    outputs: {
        deleted: 'JSON array of the ids deleted (in a dry run: that would be).',
        kept: 'JSON array of `{ "backup", "reasons" }`.',
        status: '`passed`, `warning` or `failed`.',
    },
});
function run(io) {
    return (0,_stages_js__WEBPACK_IMPORTED_MODULE_9__/* .leavingSection */ .k)(io, { key: '', id: 'prune-backups', title: 'Retention' }, () => pruneAndTell(io));
}
async function pruneAndTell(io) {
    const { inputs, log, signal, now } = io;
    const rules = (0,_backups_retention_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRetention */ .A)(inputs.retention ?? '');
    const publicKeys = inputs.publicKey === undefined ? [] : (0,_backups_signing_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePublicKeys */ .V)(inputs.publicKey);
    const stores = await (0,_open_stores_js__WEBPACK_IMPORTED_MODULE_7__/* .openStores */ .j)(io, { ...inputs, destinations: inputs.from, input: 'from' });
    const series = inputs.series ?? (await (0,_stored_backups_js__WEBPACK_IMPORTED_MODULE_10__/* .requireSeries */ .$v)(stores));
    const isDryRun = inputs.dryRun;
    const pruned = [];
    for (const store of stores)
        pruned.push(await (0,_backups_retention_prune_js__WEBPACK_IMPORTED_MODULE_0__/* .pruneStore */ .I)(store, { series, rules, publicKeys, isDryRun, now, log, signal }));
    const section = (0,_backups_retention_retention_section_js__WEBPACK_IMPORTED_MODULE_1__/* .retentionSection */ .a)({ series, isDryRun, stores: pruned });
    const deleted = new Set(pruned.flatMap(({ outcome }) => outcome.deleted));
    const kept = pruned.flatMap(({ plan, outcome }) => plan.decisions
        .filter(({ backup }) => !outcome.deleted.includes(backup.id))
        .map(({ backup, reasons }) => ({ backup: backup.id, reasons })));
    io.output('deleted', JSON.stringify([...deleted]));
    io.output('kept', JSON.stringify(kept));
    io.reports.writeSection('', section);
    io.output('status', (0,_report_verdict_js__WEBPACK_IMPORTED_MODULE_12__/* .statusOf */ .c2)(section));
    (0,_section_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .concludeSection */ .jU)(io, section, inputs.failOn);
}


/***/ }),

/***/ 44737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ runStages),
/* harmony export */   k: () => (/* binding */ leavingSection)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _runtime_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99881);


/**
 * Runs every stage in its turn, those of one step too: a connection's round trips are measured on the one thread that a
 * schema's comparison would keep busy. A stage that throws leaves a failed section, and the steps after it skipped ones, so that a
 * report is complete whatever happens. A cancel is rethrown. @returns what was thrown, to be told by the action
 */
async function runStages(job, key, steps) {
    // All of them before any runs: what is cancelled in between leaves a report that names what did not finish.
    for (const stage of steps.flat())
        job.reports.writeSection(key, waitingSection(stage));
    const failures = [];
    let stoppedBy;
    for (const step of steps) {
        const stages = isSingle(step) ? [step] : step;
        if (stoppedBy !== undefined) {
            for (const stage of stages)
                job.reports.writeSection(key, skippedSection(stage, stoppedBy));
            continue;
        }
        const outcomes = [];
        for (const stage of stages)
            outcomes.push(await runStage(job, key, stage));
        for (const outcome of outcomes)
            if (outcome.kind === 'threw')
                failures.push(outcome.thrown);
        stoppedBy = stages.find((_, index) => outcomes[index]?.kind !== 'go on')?.title;
    }
    return failures;
}
function isSingle(step) {
    return 'work' in step;
}
async function runStage(job, key, stage) {
    try {
        return { kind: await stage.work() };
    }
    catch (thrown) {
        if (job.signal.aborted || thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc)
            throw thrown;
        job.reports.writeSection(key, failedSection(stage, thrown));
        return { kind: 'threw', thrown };
    }
}
/**
 * For an action that is a step of its own: what it throws becomes a failed section too, so that a `comment` further down
 * the job does not say that all is well. A cancel leaves nothing.
 */
async function leavingSection(job, { key, ...stage }, work) {
    try {
        await work();
    }
    catch (thrown) {
        if (!job.signal.aborted && !(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc))
            job.reports.writeSection(key, failedSection(stage, thrown));
        throw thrown;
    }
}
function failedSection(stage, thrown) {
    const [message = '', ...rest] = (0,_runtime_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFailure */ .I)(thrown).split('\n');
    return {
        id: stage.id,
        title: stage.title,
        status: 'failed',
        summary: message,
        blocks: [],
        findings: [
            {
                rule: `${stage.id}-failed`,
                severity: 'error',
                subject: stage.title,
                message,
                ...(rest.length === 0 ? {} : { evidence: rest.join('\n') }),
                ...(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo && thrown.docs !== undefined ? { docs: thrown.docs } : {}),
            },
        ],
    };
}
function waitingSection(stage) {
    return {
        id: stage.id,
        title: stage.title,
        status: 'running',
        summary: 'Not finished',
        blocks: [],
        findings: [],
    };
}
function skippedSection(stage, stoppedBy) {
    return {
        id: stage.id,
        title: stage.title,
        status: 'skipped',
        summary: `Not run: ${stoppedBy} failed`,
        blocks: [],
        findings: [],
    };
}


/***/ }),

/***/ 73110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

const unitSeconds = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
function isUnit(unit) {
    return unit in unitSeconds;
}
/** Parses `90s`, `5m`, `2h`, `14d`, `1w` or a sum such as `1h30m` to whole seconds. A bare number is refused: its unit is a guess. */
function parseDuration(text) {
    const parts = [...text.trim().matchAll(/(\d+)([a-z]+)/g)];
    if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text.trim())
        throw badDuration(text);
    return parts.reduce((sum, [, count, unit]) => {
        if (unit === undefined || !isUnit(unit))
            throw badDuration(text);
        return sum + Number(count) * unitSeconds[unit];
    }, 0);
}
function badDuration(text) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`"${text}" is not a duration.`, {
        hint: 'Use a number and a unit: 90s, 5m, 2h, 14d, 1w, or a sum such as 1h30m.',
    });
}
/** For people: `340 ms`, `4.2 s`, `3 min 20 s`, `2 h 5 min`, `14 d`. */
function formatDuration(milliseconds) {
    if (milliseconds < 1000)
        return `${Math.round(milliseconds)} ms`;
    const seconds = milliseconds / 1000;
    if (seconds < 60)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    if (whole < 3600)
        return pair(Math.floor(whole / 60), 'min', whole % 60, 's');
    if (whole < 86_400)
        return pair(Math.floor(whole / 3600), 'h', Math.floor((whole % 3600) / 60), 'min');
    return pair(Math.floor(whole / 86_400), 'd', Math.floor((whole % 86_400) / 3600), 'h');
}
function pair(...[big, bigUnit, small, smallUnit]) {
    return small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`;
}


/***/ }),

/***/ 16132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ versionFolders),
/* harmony export */   u: () => (/* binding */ installedVersions)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/** Where this machine keeps its versions of Postgres. */


/** Debian and Ubuntu, Red Hat and PGDG's RPMs, Homebrew. */
const versionFolders = [
    { folder: '/usr/lib/postgresql', pattern: /^(\d+)$/ },
    { folder: '/usr', pattern: /^pgsql-(\d+)$/ },
    { folder: '/opt/homebrew/opt', pattern: /^(?:postgresql|libpq)@(\d+)$/ },
    { folder: '/usr/local/opt', pattern: /^(?:postgresql|libpq)@(\d+)$/ },
];
async function installedVersions(folders = versionFolders) {
    const found = await Promise.all(folders.map(async ({ folder, pattern }) => {
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch(() => []);
        return names.flatMap((name) => {
            const major = pattern.exec(name)?.[1];
            return major === undefined ? [] : [{ major: Number(major), bin: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name, 'bin') }];
        });
    }));
    return found.flat();
}


/***/ }),

/***/ 30623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OZ: () => (/* binding */ url),
/* harmony export */   Yj: () => (/* binding */ string),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   rJ: () => (/* binding */ secret),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73110);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/** Free text; empty when not given. */
function string(spec) {
    return make(spec, { kind: 'string', allowed: 'text', empty: '', parse: (text) => text });
}
/** Free text, or undefined when not given. */
function optional(spec) {
    return make(spec, {
        kind: 'string',
        allowed: 'text',
        empty: undefined,
        parse: (text) => text,
    });
}
/** Text that must be given. */
function required(spec) {
    return { ...string(spec), required: true };
}
/** Masked before anything else happens; its value is never shown in an error. Undefined when not given. */
function secret(spec) {
    return make(spec, {
        kind: 'secret',
        allowed: 'secret',
        empty: undefined,
        parse: (text) => text,
    });
}
/** The YAML 1.2 core schema's booleans, as GitHub's own toolkit accepts them; anything else is an error, not false. */
function boolean(spec) {
    return make(spec, {
        kind: 'boolean',
        allowed: '`true` or `false`',
        empty: spec.default === 'true',
        parse(text) {
            if (/^(true|True|TRUE)$/.test(text))
                return true;
            if (/^(false|False|FALSE)$/.test(text))
                return false;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${text}" is neither true nor false.`);
        },
    });
}
function integer(spec) {
    return make(spec, {
        kind: 'integer',
        allowed: `a whole number from ${spec.minimum} to ${spec.maximum}`,
        empty: Number(spec.default),
        parse(text) {
            const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
            if (value >= spec.minimum && value <= spec.maximum)
                return value;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${text}" is not a whole number from ${spec.minimum} to ${spec.maximum}.`);
        },
    });
}
/** Whole seconds. */
function duration(spec) {
    const { minimum = '1s', maximum } = spec;
    const allowed = `a duration such as \`90s\`, \`5m\`, \`14d\`${maximum === undefined ? '' : `, at most \`${maximum}\``}`;
    return make(spec, {
        kind: 'duration',
        allowed,
        empty: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(spec.default),
        parse(text) {
            const seconds = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(text);
            if (seconds < (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(minimum))
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${text}" is less than ${minimum}.`);
            if (maximum !== undefined && seconds > (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(maximum))
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${text}" is more than ${maximum}.`);
            return seconds;
        },
    });
}
function choice(spec) {
    return make(spec, {
        kind: 'choice',
        allowed: spec.choices.map((value) => `\`${value}\``).join(', '),
        empty: spec.default,
        parse(text) {
            const found = spec.choices.find((value) => value === text);
            if (found !== undefined)
                return found;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${text}" is not one of ${spec.choices.join(', ')}.`);
        },
    });
}
/** Separated by commas or newlines, trimmed, empty items dropped. */
function list(spec) {
    return make(spec, {
        kind: 'list',
        allowed: 'items separated by commas or newlines',
        empty: [],
        parse: (text) => text
            .split(/[\n,]/)
            .map((item) => item.trim())
            .filter((item) => item !== ''),
    });
}
/** An http or https address, without its trailing slash. Plain http only to this machine. */
function url(spec) {
    return make(spec, {
        kind: 'url',
        allowed: 'an https address',
        empty: '',
        parse(text) {
            const parsed = URL.canParse(text) ? new URL(text) : undefined;
            if (parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && isLoopback(parsed.hostname)))
                return text.replace(/\/+$/, '');
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${text}" is not an https address.`);
        },
    });
}
function isLoopback(host) {
    return host === 'localhost' || host === '[::1]' || /^127\./.test(host);
}
function make(spec, behaviour) {
    return { description: spec.description, default: spec.default, required: false, ...behaviour };
}


/***/ }),

/***/ 58508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ homepage),
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** Of the suite; kept equal to package.json by a test. */
const version = '0.1.0';
/** Where the suite lives. */
const homepage = 'https://github.com/neonhub/database-actions';


/***/ })

};
