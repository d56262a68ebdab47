import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 72250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 98995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 80481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 78877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 98253:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 58616:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(17251);

await (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .main */ .iW)(process.argv.slice(2));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 19473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   gJ: () => (/* binding */ errorMessage),
/* harmony export */   xb: () => (/* binding */ assertNever),
/* harmony export */   yA: () => (/* binding */ ExternalError),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/** Errors that every room may throw. Anything else that reaches the top is our bug and is reported as one. */
/** The user can mend this: the message says what happened and the value seen, `hint` what to do. Never holds a secret. */
class UserError extends Error {
    name = 'UserError';
    hint;
    docs;
    constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.hint = options.hint;
        this.docs = options.docs;
    }
}
/** A service that we depend on failed or refused. Never holds a secret. */
class ExternalError extends Error {
    name = 'ExternalError';
    service;
    status;
    code;
    requestId;
    retryable;
    hint;
    constructor(service, message, options = {}) {
        super(message, { cause: options.cause });
        this.service = service;
        this.status = options.status;
        this.code = options.code;
        this.requestId = options.requestId;
        this.retryable = options.retryable ?? false;
        this.hint = options.hint;
    }
}
/** The run was cancelled (SIGINT, SIGTERM). Leaves exit code 130. */
class CancelledError extends Error {
    name = 'CancelledError';
    constructor(reason) {
        super(`Cancelled (${reason})`);
    }
}
/** The text of anything thrown, without its stack and without inspecting it (objects may carry URIs). */
function errorMessage(thrown) {
    return thrown instanceof Error ? thrown.message : 'unknown error';
}
/** For exhaustive switches: a case that the types rule out. */
function assertNever(value) {
    throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}


/***/ }),

/***/ 17251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  iW: () => (/* binding */ main)
});

// UNUSED EXPORTS: actions, isSupportedNode

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(19473);
// EXTERNAL MODULE: ./build/report/finding.js
var finding = __nccwpck_require__(28586);
// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __nccwpck_require__(47342);
// EXTERNAL MODULE: ./build/report/visible-text.js
var visible_text = __nccwpck_require__(30269);
;// CONCATENATED MODULE: ./build/report/annotations.js



/** https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations; a composite counts as one step. */
const annotationsPerLevel = 10;
/** GitHub cuts a message after 4,096 characters, without saying so. */
const longestMessage = 4_000;
const longestTitle = 250;
/** One annotation for each finding that has a place in the repository, worst first. */
function annotationsOf(findings) {
    return (0,finding/* sortFindings */.Tc)(findings).flatMap((finding) => {
        const { location, severity, rule, subject, message, fix } = finding;
        if (location === undefined)
            return [];
        const lines = [message, ...(fix === undefined ? [] : [fix])].map(visible_text/* visibleLines */.gB);
        return [
            {
                level: severity,
                file: (0,visible_text/* visible */.RK)(location.file),
                line: location.line,
                endLine: Math.max(location.line, location.endLine ?? location.line),
                title: (0,visible_text/* cutMiddle */.it)(`${(0,visible_text/* visible */.RK)(rule)}: ${(0,visible_text/* visible */.RK)(subject)}`, longestTitle),
                message: (0,visible_text/* cutEnd */.ym)(lines.join('\n\n'), longestMessage),
            },
        ];
    });
}
/** GitHub drops what is over its limit without a word; here the rest is counted. */
function limitAnnotations(annotations, perLevel = annotationsPerLevel) {
    const byLevel = finding/* severities */.gO.map((level) => annotations.filter((annotation) => annotation.level === level));
    const left = (level) => Math.max(0, (byLevel[finding/* severities */.gO.indexOf(level)]?.length ?? 0) - perLevel);
    const words = (0,verdict/* countsInWords */.Pe)({ error: left('error'), warning: left('warning'), notice: left('notice') });
    return {
        shown: byLevel.flatMap((level) => level.slice(0, perLevel)),
        note: words === '' ? undefined : `Not annotated, but in the step summary: ${words}.`,
    };
}

// EXTERNAL MODULE: ./build/runtime/toolkit.js + 3 modules
var toolkit = __nccwpck_require__(47161);
;// CONCATENATED MODULE: ./build/runtime/annotations.js


/** Findings with a place in the repository become annotations on it; GitHub shows ten a level for a whole composite. */
function writeAnnotations(findings, redact) {
    const { shown, note } = limitAnnotations(annotationsOf(findings));
    for (const { level, file, line, endLine, title, message } of shown) {
        (0,toolkit/* issueCommand */.Lb)(level, { file, line, endLine, title: redact(title) }, redact(message));
    }
    if (note !== undefined)
        process.stdout.write(`${redact(note)}\n`);
}

// EXTERNAL MODULE: ./build/runtime/definition.js
var definition = __nccwpck_require__(70654);
;// CONCATENATED MODULE: ./build/runtime/event.js


/** @throws UserError when the environment is not that of a workflow step. */
function readEvent(environment) {
    const repository = environment.GITHUB_REPOSITORY ?? '';
    if (!/^[^/\s]+\/[^/\s]+$/.test(repository))
        throw new errors/* UserError */.yo(`GITHUB_REPOSITORY is "${repository}", not "owner/name".`, {
            hint: 'Run this inside a GitHub Actions workflow.',
        });
    const name = environment.GITHUB_EVENT_NAME ?? '';
    const payload = readPayload(environment.GITHUB_EVENT_PATH);
    const parts = { name, payload, repository, actor: environment.GITHUB_ACTOR ?? '' };
    const isRestricted = comesFromOutside(parts);
    return {
        name,
        action: event_text(payload.action),
        repository,
        pullRequest: pullRequestOf(parts),
        isRestricted,
        // The other events run with the base repository's own secrets and token, whoever set them off.
        isUnprivileged: isRestricted && /^pull_request(?!_target)/.test(name),
        commit: headCommit(name, payload) ?? environment.GITHUB_SHA ?? '',
        baseCommit: baseCommit(name, payload),
        tag: tagOf(payload, environment),
        runUrl: runUrl(environment, repository),
        workflowRun: workflowRunOf(name, payload),
    };
}
function workflowRunOf(name, payload) {
    const run = object(payload.workflow_run);
    const id = wholeNumber(run.id);
    if (name !== 'workflow_run' || id === undefined)
        return undefined;
    return {
        id,
        headCommit: event_text(run.head_sha),
        headRepository: event_text(object(run.head_repository).full_name),
        headBranch: event_text(run.head_branch),
    };
}
function readPayload(path) {
    if (path === undefined || path === '')
        return {};
    try {
        return object(JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')));
    }
    catch (cause) {
        throw new errors/* UserError */.yo(`The event file ${path} cannot be read as JSON.`, { cause });
    }
}
function pullRequestOf({ name, payload }) {
    const { number } = object(payload.pull_request);
    if (typeof number === 'number')
        return { number };
    const other = otherPullRequestNumber(name, payload);
    return other === undefined ? undefined : { number: other };
}
function comesFromOutside({ name, payload, repository, actor }) {
    const isElsewhere = (repo) => event_text(object(repo).full_name).toLowerCase() !== repository.toLowerCase();
    const pull = object(payload.pull_request);
    if (typeof pull.number === 'number')
        return isElsewhere(object(pull.head).repo) || (name === 'pull_request' && actor === 'dependabot[bot]');
    return name === 'workflow_run' && isElsewhere(object(payload.workflow_run).head_repository);
}
function otherPullRequestNumber(name, payload) {
    if (name === 'issue_comment') {
        const issue = object(payload.issue);
        return issue.pull_request === undefined ? undefined : wholeNumber(issue.number);
    }
    // The queue's own branch names the pull request: gh-readonly-queue/main/pr-104-79bd1…
    if (name === 'merge_group')
        return wholeNumber(/\/pr-(\d+)-[0-9a-f]+$/.exec(event_text(object(payload.merge_group).head_ref))?.[1]);
    if (name === 'workflow_dispatch')
        return wholeNumber(object(payload.inputs)['pull-request']);
    if (name === 'workflow_run')
        return pullRequestOfRun(payload);
    return undefined;
}
/**
 * Empty for pull requests from forks (https://github.com/orgs/community/discussions/25220); a fork's own pull requests
 * with the same commit may stand in the list, under numbers that mean something else here.
 */
function pullRequestOfRun(payload) {
    const { id } = object(payload.repository);
    const listed = array(object(payload.workflow_run).pull_requests).map(object);
    const isOurs = (pull) => {
        const base = object(object(pull.base).repo).id;
        return id === undefined || base === undefined || base === id;
    };
    return wholeNumber(listed.find(isOurs)?.number);
}
/** Undefined: GITHUB_SHA is the commit. A comment's run has the default branch's there, which is not what it is about. */
function headCommit(name, payload) {
    if (name === 'issue_comment')
        return '';
    if (name === 'merge_group')
        return event_text(object(payload.merge_group).head_sha) || undefined;
    if (name === 'workflow_run')
        return event_text(object(payload.workflow_run).head_sha) || undefined;
    return event_text(object(object(payload.pull_request).head).sha) || undefined;
}
function baseCommit(name, payload) {
    if (name === 'merge_group')
        return event_text(object(payload.merge_group).base_sha);
    return event_text(object(object(payload.pull_request).base).sha);
}
/** A run for a release has the tag as its ref, unless it was made from a draft whose tag did not exist yet. */
function tagOf(payload, environment) {
    const released = event_text(object(payload.release).tag_name);
    if (released !== '')
        return released;
    return environment.GITHUB_REF_TYPE === 'tag' ? (environment.GITHUB_REF_NAME ?? '') : '';
}
function runUrl(environment, repository) {
    const { GITHUB_SERVER_URL: server, GITHUB_RUN_ID: run } = environment;
    return server && run ? `${server}/${repository}/actions/runs/${run}` : undefined;
}
function object(value) {
    return typeof value === 'object' && value !== null ? { ...value } : {};
}
function array(value) {
    return Array.isArray(value) ? value : [];
}
function event_text(value) {
    return typeof value === 'string' ? value : '';
}
function wholeNumber(value) {
    const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
    return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

// EXTERNAL MODULE: ./build/runtime/failure.js
var failure = __nccwpck_require__(99881);
;// CONCATENATED MODULE: ./build/runtime/inputs.js


/**
 * Parses every declared input once into one object. All mistakes are told in one error, so that a workflow is mended in
 * one go; a secret's value is never repeated.
 */
function readInputs(declared, options) {
    const texts = Object.entries(declared).map(([name, input]) => {
        const text = (options.environment[(0,definition/* inputVariable */.LO)(name)] ?? '').trim();
        if (input.kind === 'secret' && text !== '')
            options.mask(text);
        return { name, input, text };
    });
    const mistakes = [];
    const values = texts.map(({ name, input, text }) => {
        try {
            return [(0,definition/* camelCase */.xQ)(name), readOne(input, text)];
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* UserError */.yo))
                throw thrown;
            mistakes.push(describeMistake({ name, input, message: thrown.message }));
            return [(0,definition/* camelCase */.xQ)(name), undefined];
        }
    });
    if (mistakes.length > 0)
        throw new errors/* UserError */.yo(mistakes.join('\n'), { hint: 'Correct the `with:` of this step.' });
    return Object.freeze(Object.fromEntries(values));
}
function readOne(input, text) {
    if (text !== '')
        return input.parse(text);
    if (input.required)
        throw new errors/* UserError */.yo('It must be given.');
    return input.empty;
}
function describeMistake(mistake) {
    const { name, input, message } = mistake;
    const shown = input.kind === 'secret' ? 'Its value is not valid.' : message;
    return `Input \`${name}\`: ${shown} Allowed: ${input.allowed}.`;
}

// EXTERNAL MODULE: ./build/runtime/log.js
var runtime_log = __nccwpck_require__(35961);
// EXTERNAL MODULE: ./build/runtime/proxy-fetch.js
var proxy_fetch = __nccwpck_require__(29662);
// EXTERNAL MODULE: ./build/report/json.js + 1 modules
var json = __nccwpck_require__(6806);
;// CONCATENATED MODULE: ./build/runtime/report-store.js



function createReportStore(root, redact) {
    const directory = (key) => {
        const path = (0,external_node_path_.join)(root, `key-${Buffer.from(key).toString('hex')}`);
        (0,external_node_fs_.mkdirSync)(path, { recursive: true, mode: 0o700 });
        return path;
    };
    const write = (path, json) => (0,external_node_fs_.writeFileSync)(path, redact(json), { mode: 0o600 });
    return {
        directory,
        writeSection(key, section) {
            const existing = sectionFiles(directory(key)).find((file) => sectionIdOf(file) === section.id);
            const next = String(sectionFiles(directory(key)).length).padStart(3, '0');
            write((0,external_node_path_.join)(directory(key), existing ?? `${next}-${section.id}.section.json`), (0,json/* serializeSection */.Ks)(section));
        },
        readSections: (key) => sectionFiles(directory(key)).map((file) => (0,json/* parseSection */.Bz)(readJson((0,external_node_path_.join)(directory(key), file)))),
        writeBranch: (key, branch) => write((0,external_node_path_.join)(directory(key), 'branch.json'), JSON.stringify(branch)),
        readBranch: (key) => readBranchFile((0,external_node_path_.join)(directory(key), 'branch.json')),
        clear: (key) => (0,external_node_fs_.rmSync)(directory(key), { recursive: true, force: true }),
    };
}
function sectionFiles(directory) {
    return (0,external_node_fs_.readdirSync)(directory)
        .filter((file) => file.endsWith('.section.json'))
        .toSorted();
}
function sectionIdOf(file) {
    return file.slice(4, -'.section.json'.length);
}
function readJson(path) {
    return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
}
function readBranchFile(path) {
    try {
        return (0,json/* parseBranch */.Qd)(readJson(path));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/runtime/secrets.js

/** Values that everyone knows; masking them would blank the word in every later line of the job's log. */
const wellKnown = new Set([
    'postgres',
    'password',
    'localhost',
    'prisma',
    'neondb',
    'supabase',
    'database',
    'postgresql',
]);
/** The runner's masks match substrings and have no minimum length, so a short mask would eat half the log. */
const shortest = 8;
/** @param announce tells the runner; injected in tests */
function createSecrets(announce = addMask) {
    const known = new Set();
    const maskOne = (value) => {
        if (value.length < shortest || wellKnown.has(value.toLowerCase()) || known.has(value))
            return;
        announce(value);
        known.add(value);
    };
    return {
        mask(value) {
            for (const form of [
                value,
                encodeURIComponent(value),
                ...value.split(/\r?\n/).map((line) => line.trim()),
            ])
                maskOne(form);
        },
        redact(text) {
            const longestFirst = [...known].toSorted((left, right) => right.length - left.length);
            return longestFirst.reduce((shown, value) => shown.replaceAll(value, '***'), text);
        },
    };
}
function addMask(value) {
    (0,toolkit/* issueCommand */.Lb)('add-mask', {}, value);
}

;// CONCATENATED MODULE: ./build/runtime/summary.js

/** The runner drops a step's whole summary when it is larger than 1 MiB (GITHUB_STEP_SUMMARY in its FileCommandManager). */
const summaryLimit = 1024 * 1024;
/** Appends Markdown to the step summary; what does not fit is left out with a line that says so. */
function addToSummary(path, markdown) {
    if (path === undefined || path === '')
        return;
    const left = summaryLimit - sizeOf(path);
    const text = `${markdown.trimEnd()}\n\n`;
    const tooLong = '\n\n_The step summary is full; the rest was left out._\n';
    if (Buffer.byteLength(text) <= left)
        (0,external_node_fs_.appendFileSync)(path, text);
    else if (Buffer.byteLength(tooLong) <= left)
        (0,external_node_fs_.appendFileSync)(path, tooLong);
}
function sizeOf(path) {
    try {
        return (0,external_node_fs_.statSync)(path).size;
    }
    catch {
        return 0;
    }
}

;// CONCATENATED MODULE: ./build/runtime/run.js















/** Runs one action to its end: inputs, signals, failure, exit code. The only place that reads the process' environment. */
async function runAction(module, bundleDirectory) {
    const secrets = createSecrets();
    const controller = new AbortController();
    const cancel = (signal) => controller.abort(new errors/* CancelledError */.cc(signal));
    process.once('SIGINT', cancel);
    process.once('SIGTERM', cancel);
    try {
        const io = createIo({ module, bundleDirectory, secrets, signal: controller.signal });
        await module.run(io);
    }
    catch (thrown) {
        (0,failure/* reportFailure */.x)(controller.signal.aborted ? controller.signal.reason : thrown, secrets);
    }
    finally {
        process.off('SIGINT', cancel);
        process.off('SIGTERM', cancel);
    }
}
function createIo(parts) {
    const { definition } = parts.module;
    const { secrets } = parts;
    const inputs = readInputs(definition.inputs, { environment: process.env, mask: secrets.mask });
    const log = (0,runtime_log/* createLogger */.h)(secrets);
    return {
        ...createJob(parts),
        // The definition's own type ties these inputs to it; TypeScript cannot follow that through the generic.
        inputs: inputs,
        output: (name, value) => (0,toolkit/* issueFileCommand */.n0)('OUTPUT', (0,toolkit/* prepareKeyValueMessage */.vC)(name, String(value))),
        fail(message) {
            log.error(message);
            process.exitCode = 1;
        },
    };
}
function createJob(parts) {
    const { secrets, signal, bundleDirectory, module } = parts;
    const environment = withoutInputs(process.env);
    const stateDirectory = prepareStateDirectory(environment);
    return {
        action: module.definition.name,
        log: (0,runtime_log/* createLogger */.h)(secrets),
        signal,
        event: readEvent(environment),
        environment,
        workspace: environment.GITHUB_WORKSPACE || process.cwd(),
        stateDirectory,
        apiUrl: environment.GITHUB_API_URL || 'https://api.github.com',
        serverUrl: environment.GITHUB_SERVER_URL || 'https://github.com',
        reports: createReportStore((0,external_node_path_.join)(stateDirectory, 'reports'), secrets.redact),
        bundleDirectory,
        fetch: (0,proxy_fetch/* fetchThroughProxy */.G)(environment),
        now: () => new Date(),
        mask: secrets.mask,
        redact: secrets.redact,
        summarize: (markdown) => addToSummary(environment.GITHUB_STEP_SUMMARY, secrets.redact(markdown)),
        annotate: (findings) => writeAnnotations(findings, secrets.redact),
        exportVariable: (name, value) => (0,toolkit/* issueFileCommand */.n0)('ENV', (0,toolkit/* prepareKeyValueMessage */.vC)(name, value)),
    };
}
/** Inputs hold keys and tokens: no child process (a migration tool, a project's own code) may see them. */
function withoutInputs(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith(definition/* inputVariablePrefix */.fs)));
}
function prepareStateDirectory(environment) {
    const parent = environment.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    const directory = (0,external_node_path_.join)(parent, 'database-actions');
    try {
        (0,external_node_fs_.mkdirSync)(directory, { recursive: true, mode: 0o700 });
    }
    catch (cause) {
        throw new errors/* UserError */.yo(`The folder ${directory} cannot be made.`, {
            hint: 'RUNNER_TEMP must be writable.',
            cause,
        });
    }
    return directory;
}

;// CONCATENATED MODULE: ./build/main.js



/** Every action, loaded only when it is asked for: a light one must not pay for Prisma's engine. */
const actions = {
    preview: async () => prepare(await Promise.all(/* import() */[__nccwpck_require__.e(6033), __nccwpck_require__.e(1296), __nccwpck_require__.e(3703), __nccwpck_require__.e(5683), __nccwpck_require__.e(5315), __nccwpck_require__.e(4686), __nccwpck_require__.e(3529), __nccwpck_require__.e(8463), __nccwpck_require__.e(939), __nccwpck_require__.e(8972), __nccwpck_require__.e(5993), __nccwpck_require__.e(1315), __nccwpck_require__.e(125), __nccwpck_require__.e(8667), __nccwpck_require__.e(6265), __nccwpck_require__.e(1585), __nccwpck_require__.e(5431)]).then(__nccwpck_require__.bind(__nccwpck_require__, 65431))),
    'create-branch': async () => prepare(await Promise.all(/* import() */[__nccwpck_require__.e(6033), __nccwpck_require__.e(1296), __nccwpck_require__.e(211)]).then(__nccwpck_require__.bind(__nccwpck_require__, 80211))),
    connect: async () => prepare(await Promise.all(/* import() */[__nccwpck_require__.e(6033), __nccwpck_require__.e(1296), __nccwpck_require__.e(5606)]).then(__nccwpck_require__.bind(__nccwpck_require__, 35606))),
    'reset-branch': async () => prepare(await Promise.all(/* import() */[__nccwpck_require__.e(6033), __nccwpck_require__.e(1296), __nccwpck_require__.e(2344)]).then(__nccwpck_require__.bind(__nccwpck_require__, 72344))),
    'delete-branch': async () => prepare(await Promise.all(/* import() */[__nccwpck_require__.e(1296), __nccwpck_require__.e(6586)]).then(__nccwpck_require__.bind(__nccwpck_require__, 66586))),
    'sweep-branches': async () => prepare(await __nccwpck_require__.e(/* import() */ 1478).then(__nccwpck_require__.bind(__nccwpck_require__, 21478))),
    migrate: async () => prepare(await Promise.all(/* import() */[__nccwpck_require__.e(6033), __nccwpck_require__.e(1296), __nccwpck_require__.e(3703), __nccwpck_require__.e(5683), __nccwpck_require__.e(5315), __nccwpck_require__.e(4686), __nccwpck_require__.e(3529)]).then(__nccwpck_require__.bind(__nccwpck_require__, 53529))),
    'rehearse-migrations': async () => prepare(await Promise.all(/* import() */[__nccwpck_require__.e(6033), __nccwpck_require__.e(1296), __nccwpck_require__.e(3703), __nccwpck_require__.e(5683), __nccwpck_require__.e(5315), __nccwpck_require__.e(4686), __nccwpck_require__.e(3529), __nccwpck_require__.e(6265), __nccwpck_require__.e(3841)]).then(__nccwpck_require__.bind(__nccwpck_require__, 53841))),
    'check-connection': async () => prepare(await Promise.all(/* import() */[__nccwpck_require__.e(6033), __nccwpck_require__.e(1296), __nccwpck_require__.e(3703), __nccwpck_require__.e(5683), __nccwpck_require__.e(4686), __nccwpck_require__.e(5993), __nccwpck_require__.e(3958)]).then(__nccwpck_require__.bind(__nccwpck_require__, 13958))),
    'check-schema': async () => prepare(await Promise.all(/* import() */[__nccwpck_require__.e(6033), __nccwpck_require__.e(1296), __nccwpck_require__.e(3703), __nccwpck_require__.e(5683), __nccwpck_require__.e(5315), __nccwpck_require__.e(4686), __nccwpck_require__.e(3529), __nccwpck_require__.e(939), __nccwpck_require__.e(4562)]).then(__nccwpck_require__.bind(__nccwpck_require__, 94562))),
    'check-plans': async () => prepare(await Promise.all(/* import() */[__nccwpck_require__.e(6033), __nccwpck_require__.e(1296), __nccwpck_require__.e(3703), __nccwpck_require__.e(5683), __nccwpck_require__.e(5315), __nccwpck_require__.e(4686), __nccwpck_require__.e(3529), __nccwpck_require__.e(8463), __nccwpck_require__.e(939), __nccwpck_require__.e(1315), __nccwpck_require__.e(8667), __nccwpck_require__.e(9913)]).then(__nccwpck_require__.bind(__nccwpck_require__, 99913))),
    'schema-diff': async () => prepare(await Promise.all(/* import() */[__nccwpck_require__.e(6033), __nccwpck_require__.e(1296), __nccwpck_require__.e(3703), __nccwpck_require__.e(5683), __nccwpck_require__.e(5315), __nccwpck_require__.e(4686), __nccwpck_require__.e(3529), __nccwpck_require__.e(8463), __nccwpck_require__.e(939), __nccwpck_require__.e(8972), __nccwpck_require__.e(1315), __nccwpck_require__.e(125), __nccwpck_require__.e(6113)]).then(__nccwpck_require__.bind(__nccwpck_require__, 56113))),
    backup: async () => prepare(await Promise.all(/* import() */[__nccwpck_require__.e(6033), __nccwpck_require__.e(1296), __nccwpck_require__.e(3703), __nccwpck_require__.e(5683), __nccwpck_require__.e(7133), __nccwpck_require__.e(7804), __nccwpck_require__.e(1612)]).then(__nccwpck_require__.bind(__nccwpck_require__, 11612))),
    'prune-backups': async () => prepare(await Promise.all(/* import() */[__nccwpck_require__.e(6033), __nccwpck_require__.e(3703), __nccwpck_require__.e(7133), __nccwpck_require__.e(3487), __nccwpck_require__.e(2205), __nccwpck_require__.e(7804), __nccwpck_require__.e(4004)]).then(__nccwpck_require__.bind(__nccwpck_require__, 36894))),
    'verify-backup': async () => prepare(await Promise.all(/* import() */[__nccwpck_require__.e(6033), __nccwpck_require__.e(1296), __nccwpck_require__.e(3703), __nccwpck_require__.e(8463), __nccwpck_require__.e(7133), __nccwpck_require__.e(3487), __nccwpck_require__.e(8972), __nccwpck_require__.e(2412), __nccwpck_require__.e(2205), __nccwpck_require__.e(9671), __nccwpck_require__.e(5412)]).then(__nccwpck_require__.bind(__nccwpck_require__, 95412))),
    'restore-backup': async () => prepare(await Promise.all(/* import() */[__nccwpck_require__.e(6033), __nccwpck_require__.e(1296), __nccwpck_require__.e(3703), __nccwpck_require__.e(8463), __nccwpck_require__.e(7133), __nccwpck_require__.e(3487), __nccwpck_require__.e(8972), __nccwpck_require__.e(2412), __nccwpck_require__.e(2205), __nccwpck_require__.e(9671), __nccwpck_require__.e(5967)]).then(__nccwpck_require__.bind(__nccwpck_require__, 25967))),
    comment: async () => prepare(await Promise.all(/* import() */[__nccwpck_require__.e(3703), __nccwpck_require__.e(1585), __nccwpck_require__.e(954)]).then(__nccwpck_require__.bind(__nccwpck_require__, 61585))),
};
function prepare(module) {
    return { definition: module.definition, start: (bundleDirectory) => runAction(module, bundleDirectory) };
}
/** @param argv the action's name */
async function main(argv) {
    if (!isSupportedNode(process.versions.node))
        return refuse(`Node.js ${process.versions.node} is too old: 20.19 or newer is needed on PATH. Add actions/setup-node before this step.`);
    const [name = ''] = argv;
    const load = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (load === undefined)
        return refuse(`There is no action "${name}". There are: ${Object.keys(actions).join(', ')}.`);
    const { start } = await load();
    await start(bundleDirectory());
}
/** @param version as in process.versions.node */
function isSupportedNode(version) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major > 20 || (major === 20 && minor >= 19);
}
function refuse(message) {
    process.stdout.write(`::error::${message}\n`);
    process.exitCode = 1;
}
/** Where the bundle's .wasm files are; undefined when running from source, where node_modules has them. */
function bundleDirectory() {
    const script = process.argv[1];
    const directory = script === undefined ? undefined : (0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(script));
    return directory !== undefined && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, 'schema_engine_bg.wasm'))
        ? directory
        : undefined;
}


/***/ }),

/***/ 28586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lc: () => (/* binding */ worstSeverity),
/* harmony export */   Tc: () => (/* binding */ sortFindings),
/* harmony export */   gO: () => (/* binding */ severities)
/* harmony export */ });
const severities = ['error', 'warning', 'notice'];
/** Worst first, then by rule, subject and message, so that the same findings always come in the same order. */
function sortFindings(findings) {
    const keys = (finding) => [
        String(severities.indexOf(finding.severity)),
        finding.rule,
        finding.subject,
        finding.message,
    ];
    return findings.toSorted((left, right) => {
        const [a, b] = [keys(left), keys(right)];
        const different = a.findIndex((key, index) => key !== b[index]);
        if (different < 0)
            return 0;
        return (a[different] ?? '') < (b[different] ?? '') ? -1 : 1;
    });
}
/** The worst severity among the findings, or undefined when there are none. */
function worstSeverity(findings) {
    return severities.find((severity) => findings.some((finding) => finding.severity === severity));
}


/***/ }),

/***/ 6806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qd: () => (/* binding */ parseBranch),
  VC: () => (/* binding */ parseReportText),
  Bz: () => (/* binding */ parseSection),
  xH: () => (/* binding */ serializeReport),
  Ks: () => (/* binding */ serializeSection)
});

// UNUSED EXPORTS: parseReport, reportSchema

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(19473);
// EXTERNAL MODULE: ./build/report/finding.js
var finding = __nccwpck_require__(28586);
// EXTERNAL MODULE: ./build/report/report-shape.js
var report_shape = __nccwpck_require__(30125);
// EXTERNAL MODULE: ./build/report/visible-text.js
var visible_text = __nccwpck_require__(30269);
;// CONCATENATED MODULE: ./build/report/report-bounds.js



const limits = report_shape/* reportLimits */.ny;
const report_bounds_name = (text) => (0,visible_text/* cutMiddle */.it)(text, limits.name);
const cell = (text) => (0,visible_text/* cutMiddle */.it)(text, limits.cell);
const paragraph = (text) => (0,visible_text/* cutMiddle */.it)(text, limits.paragraph);
const code = (text) => (0,visible_text/* cutMiddle */.it)(text, limits.code);
/** The report within `reportLimits`: as much of it as fits into the whole JSON text. */
function boundedReport(report) {
    const sections = report.sections.slice(0, limits.sections).map(boundedSection);
    const subject = {
        ...report.subject,
        repository: report_bounds_name(report.subject.repository),
        key: report_bounds_name(report.subject.key),
        branch: report.subject.branch && boundedBranch(report.subject.branch),
        runUrl: report.subject.runUrl && cell(report.subject.runUrl),
    };
    const forms = [(section) => section, withoutBlocks, withFewFindings];
    const candidates = forms.map((form) => ({ ...report, subject, sections: sections.map(form) }));
    const fits = (candidate) => JSON.stringify(candidate, null, 2).length <= limits.json;
    return candidates.find(fits) ?? { ...report, subject, sections: [] };
}
/** The section within `reportLimits`; what was cut off is said in its place. */
function boundedSection(section) {
    return {
        ...section,
        id: report_bounds_name(section.id),
        title: report_bounds_name(section.title),
        summary: cell(section.summary),
        blocks: section.blocks.slice(0, limits.blocks).map(boundedBlock),
        findings: boundedFindings(section.findings, limits.findings),
        ...(section.nextSteps && { nextSteps: section.nextSteps.slice(0, limits.columns).map(boundedText) }),
    };
}
function withoutBlocks(section) {
    if (section.blocks.length === 0)
        return section;
    return { ...section, blocks: [{ kind: 'text', text: 'Left out: the report would be too long.' }] };
}
function withFewFindings(section) {
    const short = ({ evidence: _evidence, fix: _fix, ...finding }) => ({
        ...finding,
        message: cell(finding.message),
    });
    return { ...withoutBlocks(section), findings: boundedFindings(section.findings, 10).map(short) };
}
/** The worst are kept; the last place says how many are not here. */
function boundedFindings(findings, max) {
    if (findings.length <= max)
        return findings.map(boundedFinding);
    const kept = (0,finding/* sortFindings */.Tc)(findings).slice(0, max - 1);
    const rest = {
        rule: 'findings-left-out',
        severity: 'notice',
        subject: 'report',
        message: `${findings.length - kept.length} more findings are not in this report.`,
    };
    return [...kept.map(boundedFinding), rest];
}
function boundedFinding(finding) {
    const { evidence, fix, docs, location } = finding;
    return {
        ...finding,
        rule: report_bounds_name(finding.rule),
        subject: cell(finding.subject),
        message: paragraph(finding.message),
        ...(evidence !== undefined && { evidence: paragraph(evidence) }),
        ...(fix !== undefined && { fix: paragraph(fix) }),
        ...(docs !== undefined && { docs: cell(docs) }),
        ...(location !== undefined && { location: { ...location, file: cell(location.file) } }),
    };
}
function boundedBranch(branch) {
    return {
        ...branch,
        provider: report_bounds_name(branch.provider),
        name: cell(branch.name),
        parent: branch.parent && cell(branch.parent),
        host: branch.host && cell(branch.host),
        consoleUrl: branch.consoleUrl && cell(branch.consoleUrl),
    };
}
function boundedText(text) {
    if (typeof text === 'string' || !('lines' in text))
        return boundedLine(text);
    return { lines: boundedList(text.lines, boundedLine, { rest: (words) => words, max: limits.lines }) };
}
function boundedLine(line) {
    if (typeof line === 'string')
        return paragraph(line);
    return 'code' in line ? { code: cell(line.code) } : { link: cell(line.link), text: cell(line.text) };
}
function boundedBlock(block) {
    if (block.kind !== 'details')
        return boundedPlainBlock(block);
    const blocks = block.blocks.slice(0, limits.blocks).map(boundedPlainBlock);
    return { ...block, title: cell(block.title), blocks };
}
function boundedPlainBlock(block) {
    switch (block.kind) {
        case 'text':
            return { ...block, text: boundedText(block.text) };
        case 'list':
            return { ...block, items: boundedList(block.items, boundedText, { rest: (words) => words }) };
        case 'facts':
            return {
                ...block,
                rows: boundedList(block.rows, ([label, value]) => [cell(label), boundedText(value)], {
                    rest: (words) => ['…', words],
                }),
            };
        case 'table':
            return {
                ...block,
                columns: block.columns
                    .slice(0, limits.columns)
                    .map((column) => ({ ...column, title: cell(column.title) })),
                rows: boundedList(block.rows, (row) => row.slice(0, limits.columns).map(boundedText), {
                    rest: (words) => [words],
                }),
                ...boundedCaption(block),
            };
        case 'code':
            return { ...block, language: report_bounds_name(block.language), text: code(block.text), ...boundedCaption(block) };
        case 'mermaid':
            return { ...block, text: code(block.text), ...boundedCaption(block) };
    }
}
function boundedCaption({ caption }) {
    return caption === undefined ? {} : { caption: cell(caption) };
}
/** Over the limit, the last place says how many are not here. */
function boundedList(items, bound, { rest, max = limits.rows }) {
    if (items.length <= max)
        return items.map(bound);
    const kept = items.slice(0, max - 1).map(bound);
    return [...kept, rest(`… and ${items.length - kept.length} more`)];
}

// EXTERNAL MODULE: ./build/report/shape.js
var shape = __nccwpck_require__(61634);
;// CONCATENATED MODULE: ./build/report/json.js




/** The report as JSON that `parseReport` takes: what is over its limits is shortened, never refused by our own reader. */
function serializeReport(report) {
    return JSON.stringify(boundedReport(report), null, 2);
}
/** One section as JSON that `parseSection` takes. */
function serializeSection(section) {
    return JSON.stringify(boundedSection(section), null, 2);
}
/**
 * A report from anywhere, such as an artifact that a fork has made: sizes, lengths and kinds are checked, unknown fields
 * dropped, another version refused. Its text stays untrusted.
 */
function parseReport(value) {
    if ((0,shape/* isObject */.Gv)(value) && 'version' in value && value.version !== 1) {
        throw new errors/* UserError */.yo(`The report has version ${versionInWords(value.version)}; this release reads version 1.`, {
            hint: 'Use the same release of these actions where the report is made and where it is read.',
        });
    }
    const { version, subject, sections } = report_shape/* reportFields */.E8.read(value, 'report');
    const { repository, key, pullRequest, commit, branch, runUrl } = subject;
    return { version, subject: { repository, key, pullRequest, commit, branch, runUrl }, sections };
}
/** The same from JSON text, which may not be longer than 8 MiB. */
function parseReportText(json) {
    if (json.length > report_shape/* reportLimits */.ny.json) {
        throw new errors/* UserError */.yo(`The report is longer than ${report_shape/* reportLimits */.ny.json / 1024 / 1024} MiB.`);
    }
    return parseReport(parseJson(json));
}
function parseSection(value) {
    return report_shape/* sectionShape */.pE.read(value, 'section');
}
function parseBranch(value) {
    return report_shape/* branchShape */.Gd.read(value, 'branch');
}
/** JSON Schema (draft 7) of a serialised report. */
function reportSchema() {
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        $id: 'https://raw.githubusercontent.com/neonhub/database-actions/main/docs/schemas/report.schema.json',
        title: 'Report of NeonHub Database Actions',
        description: 'Unknown fields are dropped. All text is untrusted: whoever shows it escapes it.',
        ...reportFields.schema,
    };
}
/** The engine's message quotes what it could not read, which may be long or hold control characters: it is the cause only. */
function parseJson(json) {
    try {
        return JSON.parse(json);
    }
    catch (thrown) {
        throw new errors/* UserError */.yo('The report is not JSON.', { cause: (0,errors/* errorMessage */.gJ)(thrown) });
    }
}
function versionInWords(version) {
    return typeof version === 'number' ? String(version) : 'unknown';
}


/***/ }),

/***/ 30125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E8: () => (/* binding */ reportFields),
/* harmony export */   Gd: () => (/* binding */ branchShape),
/* harmony export */   l9: () => (/* binding */ findingShape),
/* harmony export */   ny: () => (/* binding */ reportLimits),
/* harmony export */   pE: () => (/* binding */ sectionShape)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(28586);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(61634);


/** The most that a serialised report may hold. Lengths in code points. */
const reportLimits = {
    /** UTF-16 code units of the whole JSON text. */
    json: 8 * 1024 * 1024,
    sections: 50,
    blocks: 100,
    findings: 1_000,
    rows: 2_000,
    columns: 20,
    /** Of one text. */
    lines: 50,
    name: 1_000,
    cell: 4_000,
    paragraph: 20_000,
    code: 200_000,
};
const limits = reportLimits;
const name = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(limits.name);
const cell = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(limits.cell);
const paragraph = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(limits.paragraph);
const code = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(limits.code);
const lineShapes = [
    paragraph,
    (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ code: cell }, {}),
    (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ link: cell, text: cell }, {}),
];
const textShape = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .anyOf */ .EB)([
    ...lineShapes,
    (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ lines: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .anyOf */ .EB)(lineShapes), limits.lines) }, {}),
]);
const column = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ title: cell }, { align: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('left', 'right') });
const plainBlocks = [
    (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ kind: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('text'), text: textShape }, {}),
    (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ kind: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('list'), items: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(textShape, limits.rows) }, {}),
    (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ kind: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('facts'), rows: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .pairOf */ .cF)(cell, textShape), limits.rows) }, {}),
    (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
        kind: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('table'),
        columns: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(column, limits.columns),
        rows: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(textShape, limits.columns), limits.rows),
    }, { caption: cell }),
    (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ kind: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('code'), language: name, text: code }, { caption: cell }),
    (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ kind: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('mermaid'), text: code }, { caption: cell }),
];
const blocks = [
    ...plainBlocks,
    (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ kind: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('details'), title: cell, blocks: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .anyOf */ .EB)(plainBlocks), limits.blocks) }, {}),
];
const line = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)(1, 100_000_000);
const findingShape = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ rule: name, severity: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(..._finding_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO), subject: cell, message: paragraph }, {
    evidence: paragraph,
    fix: paragraph,
    docs: cell,
    location: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ file: cell, line }, { endLine: line }),
});
const sectionShape = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
    id: name,
    title: name,
    status: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('passed', 'warning', 'failed', 'skipped', 'running'),
    summary: cell,
    blocks: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .anyOf */ .EB)(blocks), limits.blocks),
    findings: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(findingShape, limits.findings),
}, { nextSteps: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(textShape, limits.columns) });
const branchFields = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ provider: name, name: cell, state: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)('ready', 'deleted') }, { parent: cell, host: cell, expiresAt: name, consoleUrl: cell });
/** What is absent in JSON is `undefined` in a report. */
const branchShape = {
    schema: branchFields.schema,
    accepts: branchFields.accepts,
    read(value, path) {
        const { provider, name, state, parent, host, expiresAt, consoleUrl } = branchFields.read(value, path);
        return { provider, name, state, parent, host, expiresAt, consoleUrl };
    },
};
const reportFields = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
    version: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(1),
    subject: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({ repository: name, key: name }, {
        pullRequest: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)(1, Number.MAX_SAFE_INTEGER),
        commit: name,
        branch: branchShape,
        runUrl: cell,
    }),
    sections: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(sectionShape, limits.sections),
}, {});


/***/ }),

/***/ 61634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EB: () => (/* binding */ anyOf),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   cF: () => (/* binding */ pairOf),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   vM: () => (/* binding */ finiteNumber),
/* harmony export */   y0: () => (/* binding */ orUndefined)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(19473);
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(30269);


/** `max` counts code points, as JSON Schema does. */
function text(max) {
    return {
        schema: { type: 'string', maxLength: max },
        accepts: (value) => typeof value === 'string',
        read(value, path) {
            if (typeof value !== 'string')
                throw unexpected(value, path, 'a text');
            if (isLonger(value, max))
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path} is longer than ${max} characters.`);
            return value;
        },
    };
}
function isLonger(value, max) {
    if (value.length <= max)
        return false;
    if (value.length > 2 * max)
        return true;
    let count = 0;
    for (const _character of value)
        count += 1;
    return count > max;
}
function wholeNumber(minimum, maximum) {
    return {
        schema: { type: 'integer', minimum, maximum },
        accepts: Number.isInteger,
        read(value, path) {
            if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum)
                return value;
            throw unexpected(value, path, `a whole number from ${minimum} to ${maximum}`);
        },
    };
}
/** Not NaN and not infinite: JSON has neither. */
function finiteNumber(minimum) {
    return {
        schema: { type: 'number', minimum },
        accepts: Number.isFinite,
        read(value, path) {
            if (typeof value === 'number' && Number.isFinite(value) && value >= minimum)
                return value;
            throw unexpected(value, path, `a number from ${minimum}`);
        },
    };
}
const flag = {
    schema: { type: 'boolean' },
    accepts: (value) => typeof value === 'boolean',
    read(value, path) {
        if (typeof value === 'boolean')
            return value;
        throw unexpected(value, path, 'true or false');
    },
};
/** What is absent in JSON is `undefined` when read, for records whose fields are all there. */
function orUndefined(shape) {
    return {
        schema: shape.schema,
        isOptional: true,
        accepts: (value) => value === undefined || shape.accepts(value),
        read: (value, path) => (value === undefined ? undefined : shape.read(value, path)),
    };
}
function choice(...allowed) {
    return {
        schema: allowed.length === 1 ? { const: allowed[0] } : { enum: allowed },
        accepts: (value) => allowed.some((candidate) => candidate === value),
        read(value, path) {
            const found = allowed.find((candidate) => candidate === value);
            if (found === undefined)
                throw unexpected(value, path, allowed.join(' or '));
            return found;
        },
    };
}
function listOf(item, max) {
    return {
        schema: { type: 'array', items: item.schema, maxItems: max },
        accepts: Array.isArray,
        read(value, path) {
            if (!Array.isArray(value))
                throw unexpected(value, path, 'a list');
            if (value.length > max)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path} has ${value.length} entries, more than ${max}.`);
            return value.map((entry, index) => item.read(entry, `${path}[${index}]`));
        },
    };
}
function pairOf(first, second) {
    return {
        schema: {
            type: 'array',
            items: [first.schema, second.schema],
            minItems: 2,
            maxItems: 2,
        },
        accepts: Array.isArray,
        read(value, path) {
            if (!Array.isArray(value) || value.length !== 2)
                throw unexpected(value, path, 'a list of two');
            return [first.read(value[0], `${path}[0]`), second.read(value[1], `${path}[1]`)];
        },
    };
}
function record(required, optional) {
    const schemaOf = (fields) => Object.entries(fields).map(([name, { schema }]) => [name, schema]);
    return {
        schema: {
            type: 'object',
            required: Object.keys(required).filter((name) => required[name]?.isOptional !== true),
            properties: Object.fromEntries([...schemaOf(required), ...schemaOf(optional)]),
        },
        accepts: (value) => isObject(value) &&
            Object.entries(required).every(([name, shape]) => shape.accepts(ownField(value, name))),
        read(value, path) {
            if (!isObject(value))
                throw unexpected(value, path, 'an object');
            const read = (fields, isOptional) => Object.entries(fields)
                .filter(([name]) => !(isOptional && ownField(value, name) === undefined))
                .map(([name, shape]) => [name, shape.read(ownField(value, name), `${path}.${name}`)]);
            // Every field has just been read by its own shape; TypeScript cannot follow that through `fromEntries`.
            return Object.fromEntries([...read(required, false), ...read(optional, true)]);
        },
    };
}
/** The first shape that fits. Where none does, the error of the last one that came near is told. */
function anyOf(shapes) {
    return {
        schema: { anyOf: shapes.map(({ schema }) => schema) },
        accepts: (value) => shapes.some((shape) => shape.accepts(value)),
        read(value, path) {
            let refusal = unexpected(value, path, 'of a known form');
            for (const shape of shapes) {
                if (!shape.accepts(value))
                    continue;
                try {
                    return shape.read(value, path);
                }
                catch (thrown) {
                    if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
                        throw thrown;
                    refusal = thrown;
                }
            }
            throw refusal;
        },
    };
}
/** Own fields only: a report from elsewhere may carry any name. */
function ownField(value, name) {
    return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function unexpected(value, path, allowed) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path} is ${shown(value)}, not ${allowed}.`);
}
function shown(value) {
    if (value === undefined)
        return 'missing';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'string')
        return `"${(0,_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cutMiddle */ .it)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cutMiddle */ .it)(value, 60)), 80)}"`;
    return value === null || typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : 'an object';
}


/***/ }),

/***/ 47342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ countFindings),
/* harmony export */   Pe: () => (/* binding */ countsInWords),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   W9: () => (/* binding */ shouldFail),
/* harmony export */   c2: () => (/* binding */ statusOf)
/* harmony export */ });
/** A failure is never hidden: not by a step that still runs, nor by a branch that is gone. */
function verdictOf(report) {
    const { sections } = report;
    if (sections.some(hasFailed))
        return 'failed';
    if (report.subject.branch?.state === 'deleted')
        return 'deleted';
    if (sections.some((section) => section.status === 'running'))
        return 'running';
    return sections.some(hasWarned) ? 'warning' : 'passed';
}
/** Whether the run fails under the input `fail-on`. */
function shouldFail(sections, failOn) {
    if (failOn === 'never')
        return false;
    return sections.some((section) => hasFailed(section) || (failOn === 'warning' && hasWarned(section)));
}
/** The status to show for a section: its own, or worse where one of its findings is. */
function statusOf(section) {
    if (hasFailed(section))
        return 'failed';
    return section.status === 'passed' && hasWarned(section) ? 'warning' : section.status;
}
/** How many findings there are of each severity. */
function countFindings(findings) {
    const counts = { error: 0, warning: 0, notice: 0 };
    for (const finding of findings)
        counts[finding.severity] += 1;
    return counts;
}
/** "2 errors, 1 warning"; empty when nothing was found. */
function countsInWords(counts) {
    const severities = ['error', 'warning', 'notice'];
    return severities
        .filter((severity) => counts[severity] > 0)
        .map((severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? '' : 's'}`)
        .join(', ');
}
function hasFailed(section) {
    return section.status === 'failed' || section.findings.some(({ severity }) => severity === 'error');
}
function hasWarned(section) {
    return section.status === 'warning' || section.findings.some(({ severity }) => severity === 'warning');
}


/***/ }),

/***/ 30269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   gB: () => (/* binding */ visibleLines),
/* harmony export */   it: () => (/* binding */ cutMiddle),
/* harmony export */   ym: () => (/* binding */ cutEnd)
/* harmony export */ });
/**
 * Characters that a reader cannot see, or that reorder what he sees ("Trojan Source", CVE-2021-42574): bidirectional
 * controls, zero-width and filler characters, tags, and halves of surrogate pairs. U+FE0F and U+200D between two
 * pictographs belong to ordinary emoji and stay.
 */
const unseen = 
// biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points are meant, not what they join into
/(?<!\p{Extended_Pictographic}\u{FE0F}?)\u{200D}|\u{200D}(?!\p{Extended_Pictographic})|[\u{AD}\u{34F}\u{61C}\u{115F}\u{1160}\u{17B4}\u{17B5}\u{180B}-\u{180F}\u{200B}\u{200C}\u{200E}\u{200F}\u{2028}-\u{202E}\u{2060}-\u{206F}\u{3164}\u{FE00}-\u{FE0E}\u{FEFF}\u{FFA0}\u{FFF0}-\u{FFFB}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]|\p{Cs}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u001F\u007F-\u009F]/g;
/** Like `visible`, but tabs and line ends stay as they are (as `\n`): for blocks of code. */
function visibleLines(text) {
    return text
        .replace(/\r\n?/g, '\n')
        .replace(control, (found) => (found === '\n' || found === '\t' ? found : picture(found)))
        .replace(unseen, (found) => codePointName(found));
}
/** The same text on one line, with every control, bidirectional and zero-width character shown as a symbol. */
function visible(text) {
    return visibleLines(text).replace(/[\n\t]/g, (found) => (found === '\n' ? '⏎' : '␉'));
}
/** Prose on one line: white space folds to one space, what cannot be seen is shown. */
function prose(text) {
    return visibleLines(text).replace(/\s+/g, ' ').trim();
}
/** Keeps both ends of a text that is longer than `max` code units; names differ at their ends. */
function cutMiddle(text, max) {
    if (text.length <= max)
        return text;
    const kept = Math.max(0, max - 1);
    const tail = Math.floor(kept / 2);
    const head = wholePairs(text.slice(0, kept - tail));
    return `${head}…${tail === 0 ? '' : wholePairs(text.slice(-tail))}`;
}
/** Keeps the start of a text that is longer than `max` code units. */
function cutEnd(text, max) {
    return text.length <= max ? text : `${wholePairs(text.slice(0, Math.max(0, max - 1)))}…`;
}
/** Drops a half of a surrogate pair that a cut has left at either end. */
function wholePairs(text) {
    return text.replace(/^[\u{DC00}-\u{DFFF}]|[\u{D800}-\u{DBFF}]$/gu, '');
}
/** U+2400 and following are pictures of the C0 control characters. */
function picture(character) {
    const code = character.charCodeAt(0);
    if (code < 0x20)
        return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '␡' : codePointName(character);
}
function codePointName(character) {
    const code = character.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}


/***/ }),

/***/ 70654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ inputVariable),
/* harmony export */   QP: () => (/* binding */ defineAction),
/* harmony export */   fs: () => (/* binding */ inputVariablePrefix),
/* harmony export */   xQ: () => (/* binding */ camelCase)
/* harmony export */ });
function defineAction(definition) {
    return definition;
}
function camelCase(name) {
    return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
/**
 * Where the composite puts an input for the dispatcher. A composite's `run:` gets no `INPUT_*`, and names with hyphens
 * do not survive every shell.
 */
function inputVariable(name) {
    return `${inputVariablePrefix}${name.toUpperCase().replaceAll('-', '_')}`;
}
const inputVariablePrefix = 'DATABASE_ACTIONS_INPUT_';


/***/ }),

/***/ 99881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ describeFailure),
/* harmony export */   x: () => (/* binding */ reportFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(19473);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(35961);
/* harmony import */ var _toolkit_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(47161);



const newIssue = 'https://github.com/neonhub/database-actions/issues/new';
/**
 * Tells a failure once, as an annotation, and sets the exit code: 1, or 130 after a cancel. The object itself is never
 * printed: errors of drivers and of `new URL` carry connection URIs.
 */
function reportFailure(thrown, secrets) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc) {
        process.stdout.write(`${thrown.message}\n`);
        process.exitCode = 130;
        return;
    }
    (0,_toolkit_js__WEBPACK_IMPORTED_MODULE_2__/* .issueCommand */ .Lb)('error', {}, secrets.redact(describeFailure(thrown)));
    if (!isExpected(thrown) && thrown instanceof Error && thrown.stack !== undefined)
        (0,_toolkit_js__WEBPACK_IMPORTED_MODULE_2__/* .issueCommand */ .Lb)('debug', {}, (0,_log_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .w)(secrets.redact(thrown.stack)));
    process.exitCode = 1;
}
/** What happened, then what to do next; for anything that is neither the user's nor a service's, how to report it. */
function describeFailure(thrown) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
        return joined([thrown.message, thrown.hint, thrown.docs]);
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA)
        return joined([describeExternal(thrown), thrown.hint]);
    const name = thrown instanceof Error ? thrown.name : typeof thrown;
    return joined([
        `This is a bug in database-actions: ${name}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown)}`,
        `Please report it with the step's debug log: ${newIssue}`,
    ]);
}
function describeExternal(error) {
    const facts = [
        error.status === undefined ? undefined : `status ${error.status}`,
        error.code,
        error.requestId === undefined ? undefined : `request ${error.requestId}`,
    ].filter((fact) => fact !== undefined && fact !== '');
    return `${error.service}: ${error.message}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
}
function isExpected(thrown) {
    return thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA;
}
function joined(parts) {
    return parts.filter((part) => part !== undefined && part !== '').join('\n');
}


/***/ }),

/***/ 35961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ createLogger),
/* harmony export */   w: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var _toolkit_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(47161);

/** The log of a step: plain lines, folded groups, workflow commands for the levels. Secrets never reach it. */
function createLogger(secrets, write = writeLine) {
    const command = (name) => (message) => (0,_toolkit_js__WEBPACK_IMPORTED_MODULE_0__/* .issueCommand */ .Lb)(name, {}, secrets.redact(message));
    return {
        debug: command('debug'),
        notice: command('notice'),
        warning: command('warning'),
        error: command('error'),
        info: (message) => write(plainText(secrets.redact(message))),
        async group(title, work) {
            write(`::group::${plainText(title).replaceAll('\n', ' ')}`);
            try {
                return await work();
            }
            finally {
                write('::endgroup::');
            }
        },
    };
}
/** Text of a database or a tool may hold lines that the runner would take for commands; a zero-width space stops that. */
function plainText(text) {
    return text.replace(/\r(?!\n)/g, '\n').replace(/^([^\S\n]*)(::|##\[)/gm, '$1\u200b$2');
}
function writeLine(line) {
    process.stdout.write(`${line}\n`);
}


/***/ }),

/***/ 29662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ usesProxy),
/* harmony export */   G: () => (/* binding */ fetchThroughProxy)
/* harmony export */ });
/** A runner behind a company's proxy: Node's own fetch ignores `https_proxy` before version 24. */
const variables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];
function usesProxy(environment) {
    return variables.some((name) => (environment[name] ?? '') !== '');
}
/**
 * Node's fetch, or one that goes through the proxy that the environment names and honours `no_proxy`. undici, a megabyte,
 * is loaded with the first request, and only then.
 */
function fetchThroughProxy(environment) {
    if (!usesProxy(environment))
        return globalThis.fetch;
    let proxied;
    return async (resource, init) => {
        proxied ??= openProxy(environment);
        return (await proxied)(resource, init);
    };
}
async function openProxy(environment) {
    const { EnvHttpProxyAgent, fetch } = await __nccwpck_require__.e(/* import() */ 6752).then(__nccwpck_require__.t.bind(__nccwpck_require__, 46752, 19));
    const either = (name) => environment[name] || environment[name.toUpperCase()] || undefined;
    const [httpProxy, httpsProxy, noProxy] = ['http_proxy', 'https_proxy', 'no_proxy'].map(either);
    const dispatcher = new EnvHttpProxyAgent({
        ...(httpProxy === undefined ? {} : { httpProxy }),
        ...(httpsProxy === undefined ? {} : { httpsProxy }),
        noProxy: noProxy ?? '',
    });
    // Node's fetch is undici's; only the types of the two are declared apart.
    const send = fetch;
    return (resource, init) => send(resource, { ...init, dispatcher });
}


/***/ }),

/***/ 47161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Lb: () => (/* reexport */ issueCommand),
  n0: () => (/* reexport */ issueFileCommand),
  vC: () => (/* reexport */ prepareKeyValueMessage)
});

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(70857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(76982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(79896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: ./build/runtime/toolkit.js
/**
 * The parts of `@actions/core` that speak to the runner. Its index also loads the OIDC client and with it undici,
 * which doubles the start-up time of every step, and its `exports` map names nothing but the index; hence the paths.
 */




/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(58616);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
