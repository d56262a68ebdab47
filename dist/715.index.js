export const id = 715;
export const ids = [715];
export const modules = {

/***/ 5936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ openGitHub)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/failure.js
var github_failure = __webpack_require__(220);
;// CONCATENATED MODULE: ./build/github/http.js

/**
 * The fetch under octokit: one attempt, noted in the log. It reads JSON to the end and parses it, because
 * octokit takes a body that was cut off, or the page of a proxy, for an answer (data becomes a string) and does not retry.
 */
function createApiFetch({ proxied, log, signal }) {
    const send = isFetch(proxied) ? proxied : globalThis.fetch;
    return async (input, init) => {
        const what = `${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`;
        const limits = init?.signal ? [signal, init.signal] : [signal];
        try {
            const response = await send(input, { ...init, signal: AbortSignal.any(limits) });
            log.debug(`GitHub answered ${response.status} to ${what}`);
            return await withCheckedBody(response);
        }
        catch (thrown) {
            log.debug(`GitHub gave no usable answer to ${what}: ${(0,github_failure/* reasonOf */.A)(thrown)}`);
            throw thrown;
        }
    };
}
function isFetch(value) {
    return typeof value === 'function';
}
async function withCheckedBody(response) {
    const type = response.headers.get('content-type') ?? '';
    if (type.includes('json'))
        return parsedBody(response);
    if (response.ok && /^text\/html\b/i.test(type)) {
        await response.body?.cancel();
        throw new TypeError('an HTML page came instead of JSON; is there a proxy in between?');
    }
    return response;
}
async function parsedBody(response) {
    const text = await response.text();
    const { status, statusText, headers } = response;
    if (response.ok)
        assertJson(text);
    const answer = new Response(isBodiless(status) ? null : text, { status, statusText, headers });
    Object.defineProperty(answer, 'url', { value: response.url });
    return answer;
}
function isBodiless(status) {
    return status === 204 || status === 205 || status === 304;
}
function assertJson(text) {
    try {
        JSON.parse(text);
    }
    catch {
        throw new TypeError('the JSON of the answer is cut off or malformed');
    }
}

// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(3110);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(4479);
// EXTERNAL MODULE: ./build/github/rate-limit.js
var rate_limit = __webpack_require__(3408);
;// CONCATENATED MODULE: ./build/github/patience.js





/** One attempt of one call; a call that hangs is worth trying again within its deadline. */
const longestAttemptMs = 30_000;
const mostRetries = 2;
/**
 * Sends a request until it is answered, refused, or its time is over.
 * - A rate limit is answered before anything takes effect, so any method waits for it, if the wait fits into the deadline.
 * - After a 5xx or a lost connection only what may be repeated is sent again: a POST may have taken effect.
 */
async function sendPatiently(send, request, { log, signal, deadlineMs, secondMs = 1000 }) {
    const deadline = (0,wait/* deadlineIn */._)(deadlineMs);
    for (let retry = 0;; retry += 1) {
        signal.throwIfAborted();
        try {
            return await send(AbortSignal.timeout(Math.min(longestAttemptMs, Math.ceil(deadline.remaining()))));
        }
        catch (thrown) {
            signal.throwIfAborted();
            const failure = (0,github_failure/* failureOf */.g)(thrown, request);
            const seconds = retry < mostRetries ? ((0,rate_limit/* secondsToWait */.U)(thrown) ?? backoff(failure, request, retry)) : undefined;
            const waitMs = (seconds ?? Number.POSITIVE_INFINITY) * secondMs;
            if (waitMs >= deadline.remaining())
                throw failure;
            log.info(`${failure.message} Trying again in ${(0,duration/* formatDuration */.a)(waitMs)}.`);
            await (0,wait/* sleep */.y)(waitMs, signal);
        }
    }
}
/** About 1 and 4 seconds, or undefined when the request is not to be sent again. */
function backoff(failure, request, retry) {
    const isTransient = failure instanceof errors/* ExternalError */.yA && failure.retryable;
    if (!isTransient || !isRepeatable(request))
        return undefined;
    return (retry + 1) ** 2 * (0.75 + Math.random() / 2);
}
/** GraphQL is only used for queries here. */
function isRepeatable({ method, url }) {
    return method !== 'POST' || url.endsWith('/graphql');
}

;// CONCATENATED MODULE: ./build/github/octokit.js



/**
 * The one way to the GitHub API; how it retries is said in `patience.ts`. Whatever fails, fails with a UserError or an
 * ExternalError. Why it is put together like this: docs/decisions/octokit.md.
 */
async function createOctokit(options) {
    if (options.token === '')
        throw missingToken();
    const { Octokit } = await Promise.all(/* import() */[__webpack_require__.e(291), __webpack_require__.e(923)]).then(__webpack_require__.bind(__webpack_require__, 2923));
    const baseUrl = options.apiUrl.replace(/\/+$/, '');
    const proxied = options.usesProxy ? await proxiedFetch(baseUrl) : undefined;
    const octokit = new Octokit({
        auth: options.token,
        baseUrl,
        userAgent: options.userAgent,
        log: quietLog(options.log),
        request: { fetch: createApiFetch({ proxied, log: options.log, signal: options.signal }) },
        retry: { enabled: false },
        throttle: { enabled: false },
    });
    octokit.hook.wrap('request', (send, request) => {
        const attempt = (signal) => {
            request.request = { ...request.request, signal };
            return Promise.resolve(send(request));
        };
        return sendPatiently(attempt, request, options);
    });
    return octokit;
}
function missingToken() {
    return new errors/* UserError */.yo('There is no GitHub token.', {
        hint: 'Leave `github-token` at its default, ${{ github.token }}, or give a token that may read and comment on pull requests.',
    });
}
/**
 * Loaded where there is a proxy only: with it comes undici, a megabyte that takes as long as everything else of octokit.
 * `@actions/github` picks a proxy for GITHUB_API_URL alone; another address is reached without one.
 */
async function proxiedFetch(baseUrl) {
    const { defaults } = await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(291), __webpack_require__.e(176)]).then(__webpack_require__.bind(__webpack_require__, 7176));
    return isSameOrigin(defaults.baseUrl, baseUrl) ? defaults.request?.fetch : undefined;
}
function isSameOrigin(left, right) {
    return left !== undefined && new URL(left).origin === new URL(right).origin;
}
/** Octokit's own lines are for debugging; what it passes beside the line may hold headers and is dropped. */
function quietLog(log) {
    const debug = (message) => log.debug(message);
    return { debug, info: debug, warn: debug, error: debug };
}

// EXTERNAL MODULE: ./build/runtime/proxy-fetch.js
var proxy_fetch = __webpack_require__(9662);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(8508);
;// CONCATENATED MODULE: ./build/actions/open-github.js




/** Longest that one call to GitHub may take, waits for its rate limit included; in milliseconds. */
const deadlineMs = 120_000;
/** The repository that the workflow runs in. @throws UserError when there is no token */
async function openGitHub(job, { githubToken }) {
    if (githubToken === undefined)
        throw new errors/* UserError */.yo('Input `github-token` is empty.', {
            hint: 'Leave it away to use the job’s own token.',
        });
    const [owner = '', repo = ''] = job.event.repository.split('/');
    const octokit = await createOctokit({
        token: githubToken,
        apiUrl: job.apiUrl,
        userAgent: `neonhub-database-actions/${version/* version */.r}`,
        usesProxy: (0,proxy_fetch/* usesProxy */.B)(job.environment),
        log: job.log,
        signal: job.signal,
        deadlineMs,
    });
    return { octokit, owner, repo };
}


/***/ }),

/***/ 5102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ reportOf),
/* harmony export */   jU: () => (/* binding */ concludeSection),
/* harmony export */   lI: () => (/* binding */ tellSection)
/* harmony export */ });
/* harmony import */ var _report_fit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9848);
/* harmony import */ var _report_terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3299);
/* harmony import */ var _report_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7342);



/** The end of a check that runs as a step of its own: told, and a failure where `fail-on` says so. */
function concludeSection(io, section, failOn) {
    tellSection(io, section);
    if (!(0,_report_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .shouldFail */ .W9)([section], failOn))
        return;
    const counts = (0,_report_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .countsInWords */ .Pe)((0,_report_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .countFindings */ .Gt)(section.findings));
    io.fail(counts === '' ? section.summary : `${section.title}: ${counts}. See the step summary.`);
}
/** What an action found that runs as a step of its own: in the log, the step summary and annotations. */
function tellSection(job, section) {
    const report = reportOf(job, section);
    job.log.info((0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTerminal */ .b)(report, { title: section.title }));
    job.summarize((0,_report_fit_js__WEBPACK_IMPORTED_MODULE_0__/* .renderSummary */ .B)(report, { title: section.title }));
    job.annotate(section.findings);
}
function reportOf(job, section) {
    return {
        version: 1,
        subject: {
            repository: job.event.repository,
            pullRequest: job.event.pullRequest?.number,
            key: '',
            commit: job.event.commit || undefined,
            branch: undefined,
            runUrl: job.event.runUrl,
        },
        sections: [section],
    };
}


/***/ }),

/***/ 220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf),
/* harmony export */   g: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1753);
/* harmony import */ var _rate_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3408);



const service = 'GitHub';
/**
 * What octokit throws, as one of our errors. By status and headers: https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api
 * - 401 and 403: a UserError that names the permission; rate limits, 404, 422 and everything else: an ExternalError.
 */
function failureOf(thrown, request) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA || thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc)
        return thrown;
    if (!(0,_guard_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(thrown) || typeof thrown.status !== 'number')
        return noAnswer(thrown, request);
    const response = responseOf(thrown.response);
    if (response === undefined)
        return noAnswer(thrown, request);
    const { status } = thrown;
    if (status === 401)
        return badToken();
    if (status !== 503 && (0,_rate_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .secondsToWait */ .U)(thrown) !== undefined)
        return rateLimited(status, response, request);
    if (status === 403)
        return forbidden(response, request);
    return refused(status, response, request);
}
function responseOf(value) {
    if (!(0,_guard_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value) || !(0,_guard_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value.headers))
        return undefined;
    const message = (0,_guard_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value.data) ? value.data.message : undefined;
    const details = (0,_guard_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value.data) ? detailsOf(value.data.errors) : '';
    const text = typeof message === 'string' ? oneLine(`${message}${details}`) : undefined;
    return { headers: value.headers, message: text };
}
/** The reasons of a 422. */
function detailsOf(errors) {
    if (!Array.isArray(errors))
        return '';
    const messages = errors.map((error) => ((0,_guard_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(error) ? error.message : error));
    const texts = messages.filter((message) => typeof message === 'string');
    return texts.length > 0 ? `: ${texts.join('; ')}` : '';
}
function noAnswer(thrown, request) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA(service, `GitHub gave no usable answer to ${describe(request)}: ${reasonOf(thrown)}.`, {
        retryable: true,
        hint: 'Run the job again. On a self-hosted runner, check `https_proxy` and `no_proxy`.',
    });
}
/** "fetch failed" hides what happened in its cause, and a failure on all addresses of a host has a code but no message. */
function reasonOf(thrown) {
    if (!(thrown instanceof Error))
        return 'unknown error';
    if (thrown.cause instanceof Error)
        return reasonOf(thrown.cause);
    const code = (0,_guard_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(thrown) && typeof thrown.code === 'string' ? thrown.code : thrown.name;
    return oneLine(thrown.message) || code;
}
function badToken() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('GitHub does not accept the token (401).', {
        hint: 'Give `github-token` a token that is valid: ${{ github.token }} ends with its job, other tokens expire or are revoked.',
    });
}
function rateLimited(status, response, request) {
    const retryAfter = header(response, 'retry-after');
    const isExhausted = header(response, 'x-ratelimit-remaining') === '0';
    const until = retryAfter === undefined ? resetTime(response) : ` for ${retryAfter} s`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA(service, `GitHub refused ${describe(request)}: its rate limit holds${until}.`, {
        status,
        code: isExhausted ? 'RATE_LIMIT' : 'SECONDARY_RATE_LIMIT',
        requestId: header(response, 'x-github-request-id'),
        retryable: true,
        hint: 'Run the job again after that. All jobs of a repository share one budget of 1,000 requests an hour with ${{ github.token }}.',
    });
}
function resetTime(response) {
    const seconds = Number(header(response, 'x-ratelimit-reset'));
    return Number.isInteger(seconds) && seconds > 0 ? ` until ${new Date(seconds * 1000).toISOString()}` : '';
}
function forbidden(response, request) {
    const permission = neededPermission(response, request);
    const said = response.message === undefined ? '' : ` (${response.message})`;
    const lacks = permission === undefined ? '' : ` The token may lack \`${permission}\`.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub refused ${describe(request)}: 403${said}.${lacks}`, {
        hint: [
            `Add \`${permission ?? 'pull-requests: write'}\` to the \`permissions:\` of the job: the default token is read-only in many organisations.`,
            'Runs for pull requests of forks and of Dependabot get a read-only token whatever the workflow asks for: publish from a `workflow_run` workflow instead (examples/comment-from-fork.yml).',
        ].join(' '),
        docs: 'https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions',
    });
}
function refused(status, response, request) {
    const said = response.message === undefined ? '' : ` (${response.message})`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA(service, `GitHub answered ${status} to ${describe(request)}${said}.`, {
        status,
        requestId: header(response, 'x-github-request-id'),
        retryable: status >= 500,
        ...(status === 404
            ? { hint: 'It does not exist, or the token may not see it: GitHub answers 404 for both.' }
            : {}),
    });
}
/** Where GitHub does not say what it wants. First match counts. */
const permissionsByPath = [
    [/\/issues(\/\d+)?$/, 'issues'],
    [/\/issues\//, 'pull-requests'],
    [/\/pulls(\/|$)/, 'pull-requests'],
    [/\/check-runs(\/|$)/, 'checks'],
    [/\/status(es)?(\/|$)/, 'statuses'],
    [/\/actions\//, 'actions'],
];
/** `pull-requests: write`, as a workflow writes it. From the header when GitHub sends it: `issues=write; pull_requests=write` lists alternatives. */
function neededPermission(response, request) {
    const accepted = header(response, 'x-accepted-github-permissions')?.split(';') ?? [];
    const alternatives = accepted.map((text) => text.trim()).filter((text) => text !== '');
    const chosen = alternatives.find((text) => text.startsWith('pull_requests')) ?? alternatives[0];
    if (chosen !== undefined)
        return chosen.replaceAll('_', '-').replaceAll('=', ': ').replaceAll(/,\s*/g, ', ');
    const permission = permissionsByPath.find(([path]) => path.test(pathOf(request)))?.[1];
    if (permission === undefined)
        return undefined;
    return `${permission}: ${request.method === 'GET' ? 'read' : 'write'}`;
}
function describe(request) {
    return `${request.method} ${pathOf(request)}`;
}
/** Without host and query. Octokit gives a full URL, or a template with its values beside it. */
function pathOf(request) {
    const values = request;
    return request.url
        .replace(/^https?:\/\/[^/]+/, '')
        .replace(/\?.*$/, '')
        .replaceAll(/\{(\w+)\}/g, (placeholder, name) => String(Reflect.get(values, name) ?? placeholder));
}
function header(response, name) {
    const value = response.headers[name];
    return value === undefined ? undefined : oneLine(String(value));
}
/** Foreign text, kept short and to one line. */
function oneLine(text) {
    return text.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
}


/***/ }),

/***/ 3408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ secondsToWait)
/* harmony export */ });
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1753);
/** Where GitHub says nothing else: "wait for at least one minute". */
const blindWaitSeconds = 60;
/**
 * How long GitHub wants us to wait after this failure, or undefined when no rate limit was hit. In the order of
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit: `retry-after`;
 * the end of an exhausted budget; a minute. The end is taken against the answer's own date, not this machine's clock.
 */
function secondsToWait(thrown) {
    const response = limitedResponse(thrown);
    if (response === undefined)
        return undefined;
    const { headers } = response;
    const retryAfter = wholeNumber(headers['retry-after']);
    if (retryAfter !== undefined)
        return retryAfter;
    if (headers['x-ratelimit-remaining'] === '0')
        return secondsUntilReset(headers);
    return blindWaitSeconds;
}
/** A 403 is also every other refusal; when no header tells, only the text of a secondary limit does. */
function limitedResponse(thrown) {
    if (!(0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(thrown) || !(0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(thrown.response) || !(0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(thrown.response.headers))
        return undefined;
    const { headers, data } = thrown.response;
    const isLimited = thrown.status === 429 ||
        (thrown.status === 503 && headers['retry-after'] !== undefined) ||
        (thrown.status === 403 && (namesLimit(headers) || /secondary rate limit/i.test(messageOf(data))));
    return isLimited ? { headers } : undefined;
}
function namesLimit(headers) {
    return headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0';
}
/** A second more, so as not to come back in the very second of the reset. */
function secondsUntilReset(headers) {
    const reset = wholeNumber(headers['x-ratelimit-reset']);
    const date = Date.parse(String(headers.date));
    if (reset === undefined || Number.isNaN(date))
        return blindWaitSeconds;
    return Math.max(0, reset - Math.floor(date / 1000)) + 1;
}
function wholeNumber(value) {
    return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
}
function messageOf(data) {
    return (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(data) ? String(data.message) : '';
}



/***/ }),

/***/ 1212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ inCatalogTransaction)
/* harmony export */ });
/* harmony import */ var _identifier_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6967);

/**
 * Runs `work` in a read-only transaction with an empty search_path: nothing that a schema of the database defines
 * (operators, functions, casts) can then stand before pg_catalog, and definitions come back schema-qualified. Works
 * through a pooler in transaction mode too. Compiling (JIT) takes ten times as long as such a query itself.
 * @param snapshotId of a snapshot that another session exported: the transaction then sees that
 */
async function inCatalogTransaction(session, work, snapshotId) {
    try {
        await session.query(begin);
        if (snapshotId !== undefined)
            await session.query(`SET TRANSACTION SNAPSHOT ${(0,_identifier_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteLiteral */ .c)(snapshotId)}`);
        const result = await work();
        await session.query('ROLLBACK');
        return result;
    }
    catch (thrown) {
        // The first error is the one to tell; on a broken connection this one fails too.
        await session.query('ROLLBACK').catch(() => { });
        throw thrown;
    }
}
/** Settings that end with the transaction, in one round trip. */
const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL search_path = '';
SET LOCAL jit = off`;


/***/ }),

/***/ 6967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ quoteIdentifier),
/* harmony export */   c: () => (/* binding */ quoteLiteral)
/* harmony export */ });
/** An identifier as it must be written in SQL; always quoted, so that no keyword, capital or quote matters. */
function quoteIdentifier(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
/** A string literal for statements that take no parameters (`CREATE ROLE`, `COMMENT ON`); safe under either `standard_conforming_strings`. */
function quoteLiteral(text) {
    const quoted = text.replaceAll("'", "''");
    return quoted.includes('\\') ? ` E'${quoted.replaceAll('\\', '\\\\')}'` : `'${quoted}'`;
}


/***/ }),

/***/ 547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ parseTableName),
/* harmony export */   OL: () => (/* binding */ qualifiedName),
/* harmony export */   QC: () => (/* binding */ displayName),
/* harmony export */   UY: () => (/* binding */ displayIdentifier)
/* harmony export */ });
/* harmony import */ var _identifier_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6967);

/** `"schema"."name"`, to be pasted into SQL. */
function qualifiedName({ schema, name }) {
    return `${(0,_identifier_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .C)(schema)}.${(0,_identifier_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .C)(name)}`;
}
/** `schema.name` to be read by people: quoted only where it would be ambiguous without. */
function displayName({ schema, name }) {
    return `${displayIdentifier(schema)}.${displayIdentifier(name)}`;
}
function displayIdentifier(name) {
    return /^[a-zA-Z_][a-zA-Z0-9_$]*$/.test(name) ? name : (0,_identifier_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .C)(name);
}
/**
 * Reads `table`, `schema.table` or either part quoted (`"my.schema"."Table"`). Nothing is folded to lower case: names
 * are meant as the catalog has them.
 */
function parseTableName(text, defaultSchema) {
    const part = '"(?:[^"]|"")+"|[^".]+';
    const match = new RegExp(`^(?:(${part})\\.)?(${part})$`, 'su').exec(text.trim());
    if (match === null)
        return { schema: defaultSchema, name: text };
    return { schema: unquote(match[1] ?? defaultSchema), name: unquote(match[2] ?? text) };
}
function unquote(part) {
    return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
}


/***/ }),

/***/ 1515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ interruptGroup)
/* harmony export */ });
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4479);

/** GitHub's runner ends the action itself ten seconds after it cancelled it. */
const graceMs = 3000;
/**
 * SIGINT, SIGTERM and SIGKILL, three seconds apart, to a process and all that it started, until `done` aborts. The
 * process must lead a group of its own (`detached` of spawn).
 */
async function interruptGroup(pid, done) {
    if (pid === undefined)
        return;
    for (const name of ['SIGINT', 'SIGTERM', 'SIGKILL']) {
        signalGroup(pid, name);
        const over = await (0,_wait_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .y)(graceMs, done).then(() => false, () => true);
        if (over)
            return;
    }
}
function signalGroup(pid, name) {
    try {
        process.kill(process.platform === 'win32' ? pid : -pid, name);
    }
    catch {
        // Gone already.
    }
}


/***/ }),

/***/ 9362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/** Numbers as people read them. Durations are in src/duration.ts. */
const byteUnits = ['bytes', 'kB', 'MB', 'GB', 'TB'];
/** `0 bytes`, `8.0 kB`, `398 MB`: units of 1024 with Postgres's own names (`pg_size_pretty`). */
function formatBytes(bytes) {
    const step = bytes < 1024 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log2(bytes) / 10));
    const value = bytes / 1024 ** step;
    return `${value < 10 && step > 0 ? value.toFixed(1) : Math.round(value)} ${byteUnits[step] ?? ''}`;
}
/** `412`, `184,213`, `3.0 M`, `41 M`, `1.2 bn`. */
function formatCount(count) {
    if (count < 999_500)
        return Math.round(count).toLocaleString('en-US');
    if (count < 999_500_000)
        return `${withOneDecimal(count / 1e6)} M`;
    return `${withOneDecimal(count / 1e9)} bn`;
}
function withOneDecimal(value) {
    return value < 9.95 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US');
}
/** "1 table", "2 tables"; `plural` where adding an s is wrong. */
function counted(count, singular, plural = `${singular}s`) {
    return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}


/***/ }),

/***/ 6757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ findingOf)
/* harmony export */ });
/** A finding of a rule, with its severity and link unless told otherwise. */
function findingOf(rule, finding) {
    const { id, severity, docs } = rule;
    return { rule: id, severity, ...(docs === undefined ? {} : { docs }), ...finding };
}


/***/ })

};
