export const id = 3703;
export const ids = [3703];
export const modules = {

/***/ 15936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ openGitHub)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/guard.js
var guard = __webpack_require__(91753);
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
var duration = __webpack_require__(73110);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
// EXTERNAL MODULE: ./build/github/rate-limit.js
var rate_limit = __webpack_require__(93408);
;// CONCATENATED MODULE: ./build/github/patience.js





/** One attempt of one call; a call that hangs is worth trying again within its deadline. */
const usualAttemptMs = 30_000;
const usualRetries = 2;
/**
 * Sends a request until it is answered, refused, or its time is over.
 * - A rate limit is answered before anything takes effect, so any method waits for it, if the wait fits into the deadline.
 * - After a 5xx or a lost connection only what may be repeated is sent again: a POST may have taken effect.
 */
async function sendPatiently(send, request, { log, signal, deadlineMs, secondMs = 1000, attemptMs = usualAttemptMs, retries = usualRetries, }) {
    const deadline = (0,wait/* deadlineIn */._5)(deadlineMs);
    for (let retry = 0;; retry += 1) {
        signal.throwIfAborted();
        try {
            return await send(AbortSignal.timeout(Math.min(attemptMs, Math.ceil(deadline.remaining()))));
        }
        catch (thrown) {
            signal.throwIfAborted();
            const failure = (0,github_failure/* failureOf */.g)(thrown, request);
            const seconds = retry < retries ? ((0,rate_limit/* secondsToWait */.U)(thrown) ?? backoff(failure, request, retry)) : undefined;
            const waitMs = (seconds ?? Number.POSITIVE_INFINITY) * secondMs;
            if (waitMs >= deadline.remaining())
                throw failure;
            log.info(`${failure.message} Trying again in ${(0,duration/* formatDuration */.a)(waitMs)}.`);
            await (0,wait/* sleep */.yy)(waitMs, signal);
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
    const { Octokit } = await Promise.all(/* import() */[__webpack_require__.e(3291), __webpack_require__.e(2923)]).then(__webpack_require__.bind(__webpack_require__, 2923));
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
        return sendPatiently(attempt, request, { ...options, ...ownPatience(request.request) });
    });
    return octokit;
}
/**
 * What a call may say of itself among its parameters: `request: { attemptMs, retries }`. One that moves gigabytes takes
 * longer than any other, and one whose body is a stream can be sent once.
 */
function ownPatience(request) {
    const { attemptMs, retries } = (0,guard/* isRecord */.u4)(request) ? request : {};
    return {
        ...(typeof attemptMs === 'number' && { attemptMs, deadlineMs: attemptMs }),
        ...(typeof retries === 'number' && { retries }),
    };
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
    const { defaults } = await Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(3291), __webpack_require__.e(7176)]).then(__webpack_require__.bind(__webpack_require__, 47176));
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
var proxy_fetch = __webpack_require__(29662);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
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

/***/ 220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf),
/* harmony export */   g: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91753);
/* harmony import */ var _rate_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93408);



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
    [/\/releases(\/|$)/, 'contents'],
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

/***/ 93408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ secondsToWait)
/* harmony export */ });
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91753);
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

/***/ 91753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ isNumber),
/* harmony export */   Kg: () => (/* binding */ isString),
/* harmony export */   Lm: () => (/* binding */ isBoolean),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   jk: () => (/* binding */ arrayOf),
/* harmony export */   me: () => (/* binding */ nullable),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
const isString = (value) => typeof value === 'string';
const isNumber = (value) => typeof value === 'number';
const isBoolean = (value) => typeof value === 'boolean';
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value itself or null. */
function nullable(guard) {
    return (value) => value === null || guard(value);
}
function arrayOf(guard) {
    return (value) => Array.isArray(value) && value.every(guard);
}
/** Every field of T needs its guard; fields that T does not know are let through. */
function objectOf(fields) {
    return (value) => {
        if (!isRecord(value))
            return false;
        for (const name in fields)
            if (!fields[name](value[name]))
                return false;
        return true;
    };
}


/***/ }),

/***/ 9924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I6: () => (/* binding */ textLimits),
/* harmony export */   Pl: () => (/* binding */ safeUrl),
/* harmony export */   Vl: () => (/* binding */ fencedCode),
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   Z: () => (/* binding */ fencedMermaid),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   ti: () => (/* binding */ inlineCode),
/* harmony export */   uM: () => (/* binding */ linkTo)
/* harmony export */ });
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30269);

/** Lengths in UTF-16 code units after which untrusted text is cut. */
const textLimits = { name: 160, line: 300, paragraph: 2_000, url: 2_000 };
/** Drawn as nothing, but it ends a word: GitHub's filters that run on the finished HTML no longer see a reference. */
const wordBreak = '\u200B';
/**
 * What GitHub turns into a link, a mention or a picture after Markdown is done, so that escaping does not help:
 * mentions, `#1`, `GH-1`, commit SHAs, bare URLs and `:emoji:`.
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
function breakReferences(text) {
    return text
        .replace(/(?<![0-9a-z])(?=\d*[a-f])[0-9a-f]{7,}(?![0-9a-z])/gi, (sha) => sha.replace(/.{6}(?=.)/g, `$&${wordBreak}`))
        .replace(/@(?=\S)/g, `@${wordBreak}`)
        .replace(/#(?=\d)/g, `#${wordBreak}`)
        .replace(/(GH-)(?=\d)/gi, `$1${wordBreak}`)
        .replace(/:(?=\/\/)/g, `:${wordBreak}`)
        .replace(/(www)(?=\.)/gi, `$1${wordBreak}`)
        .replace(/(mailto|xmpp)(?=:)/gi, `$1${wordBreak}`)
        .replace(/:(?=[a-z0-9_+-]+:)/gi, `:${wordBreak}`);
}
const htmlEntities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    [wordBreak]: '&#8203;',
    // The form that GitHub documents for a dollar sign that does not start a formula.
    $: '<span>$</span>',
};
/** Entities where a backslash would be read twice (a table cell is split before its text is read). */
const markdownEscapes = {
    ...htmlEntities,
    '|': '&#124;',
    '\\': '&#92;',
    '`': '&#96;',
    '*': '\\*',
    _: '\\_',
    // Not by a backslash: inside a link's text some parsers read the text again without it.
    '[': '&#91;',
    ']': '&#93;',
    '~': '\\~',
    '#': '\\#',
};
/** Untrusted prose as Markdown on one line, safe anywhere: in a cell, a list item, a heading, at a line's start. */
function escapeText(text, max = textLimits.paragraph) {
    return breakReferences(proseUpTo(text, max))
        .replace(/[&<>"'$|\\`*[\]~#\u200B]|(?<![a-z0-9])_|_(?![a-z0-9])/gi, (found) => markdownEscapes[found] ?? found)
        .replace(/^[-+=:]/, '\\$&')
        .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
/** Cut before as well as after: white space folds, but nothing is gained from reading megabytes for one line. */
function proseUpTo(text, max) {
    return (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cutEnd */ .ym)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cutEnd */ .ym)(text, 4 * max)), max);
}
/** Untrusted prose as HTML on one line, for the places where Markdown is not read (`<summary>`). */
function escapeHtml(text, max = textLimits.paragraph) {
    return breakReferences(proseUpTo(text, max)).replace(/[&<>"'$\u200B]/g, (found) => htmlEntities[found] ?? found);
}
/** An untrusted name as inline code, in Markdown. Line ends are shown; nothing in it is a mention or a link. */
function inlineCode(name, max = textLimits.name) {
    const text = codeText(name, max);
    if (text.includes('|'))
        return codeWithPipes(text);
    const fence = '`'.repeat(longestRun(text) + 1);
    const padding = /^`|`$|^ .* $/.test(text) ? ' ' : '';
    return `${fence}${padding}${text}${padding}${fence}`;
}
/** An untrusted name as inline code, in HTML, for the places where Markdown is not read (`<summary>`). */
function htmlCode(name, max = textLimits.name) {
    const escaped = codeText(name, max).replace(/[&<>"']/g, (found) => htmlEntities[found] ?? found);
    return `<code>${escaped}</code>`;
}
/** A pipe ends a table cell even in inline code, and escaping it there is read differently by different parsers. */
function codeWithPipes(text) {
    const escaped = breakReferences(text).replace(/[&<>"'$|\\`*_[\]~#\u200B]/g, (found) => {
        return found === '$' ? '<span>$</span>' : `&#${found.charCodeAt(0)};`;
    });
    return `<code>${escaped}</code>`;
}
/** An empty name would leave two bare backticks. A comment mark is broken so that no code can plant our own marker. */
function codeText(name, max) {
    const text = breakCommentMarks((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cutMiddle */ .it)(name, max)));
    return text.trim() === '' ? `"${text}"` : text;
}
function breakCommentMarks(text) {
    return breakCommentStarts(text).replace(/--(!?)>/g, '--$1›');
}
function breakCommentStarts(text) {
    return text.replace(/<!-/g, '‹!-');
}
/** GitHub draws these instead of showing them. */
const drawnLanguages = new Set(['mermaid', 'math', 'geojson', 'topojson', 'stl']);
/** Untrusted text as a fenced code block that it cannot leave. */
function fencedCode(text, language) {
    const safeLanguage = /^[a-z][a-z0-9+-]{0,19}$/.test(language) && !drawnLanguages.has(language) ? language : '';
    return fence(breakCommentMarks((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLines */ .gB)(text)), safeLanguage);
}
/**
 * A diagram for GitHub to draw. Directives (`%%{init: …}%%`) are not let through: they change how it is drawn. The end of a
 * comment stays, since it is Mermaid's arrow; without a start it ends nothing.
 */
function fencedMermaid(text) {
    return fence(breakCommentStarts((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLines */ .gB)(text)).replace(/%%\{/g, '%% {'), 'mermaid');
}
function fence(text, language) {
    const marks = '`'.repeat(Math.max(3, longestRun(text) + 1));
    return `${marks}${language}\n${withoutLastLineEnds(text)}\n${marks}`;
}
/** Not by a regular expression: `\\n+$` takes quadratic time where many line ends are not the last ones. */
function withoutLastLineEnds(text) {
    let end = text.length;
    while (text[end - 1] === '\n')
        end -= 1;
    return text.slice(0, end);
}
function longestRun(text) {
    return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
/** The address if it is https without credentials and not overlong, written so that no Markdown or HTML is in it. */
function safeUrl(address) {
    if (!URL.canParse(address))
        return undefined;
    const url = new URL(address);
    if (url.protocol !== 'https:' || url.username !== '' || url.password !== '')
        return undefined;
    const written = url.href.replace(/[^\w\-.~:/?#@!&=+,;%]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
    return written.length <= textLimits.url ? written : undefined;
}
/** A Markdown link; the bare text where the address is not an https one. `label` is finished Markdown. */
function linkTo(label, address) {
    const url = address === undefined ? undefined : safeUrl(address);
    return url === undefined ? label : `[${label}](<${url.replaceAll('&', '&amp;')}>)`;
}


/***/ }),

/***/ 29848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderSummary),
/* harmony export */   p: () => (/* binding */ fitComment)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2801);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47342);


/**
 * A comment may have 65,536 characters; the caller adds its marker. Code units are never fewer than characters.
 * https://github.com/peter-evans/create-or-update-comment/issues/181
 */
const commentLimit = 60_000;
/**
 * A step summary may have 1 MiB; a longer one is dropped whole. The margin is for other steps' own lines.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
const summaryLimit = 1024 * 1024 - 16 * 1024;
/** The report as a comment that is never over `limit` code units. What gives way is found in the step summary. */
function fitComment(report, options = {}) {
    const { limit = commentLimit, ...markdown } = options;
    return giveWay(report, markdown, { limit, measure: (text) => text.length });
}
/** The report as a step summary that is never over `limit` bytes of UTF-8. */
function renderSummary(report, options = {}) {
    const { limit = summaryLimit, ...markdown } = options;
    const elsewhere = "left out, the summary would be over GitHub's limit of 1 MiB";
    const measure = (text) => Buffer.byteLength(text, 'utf8');
    return giveWay(report, { ...markdown, elsewhere }, { limit, measure }).body;
}
function giveWay(report, options, { limit, measure }) {
    const parts = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .reportParts */ .j2)(report, options);
    const texts = parts.map(({ forms }) => forms[0]?.() ?? '');
    const sizes = texts.map(measure);
    const moved = new Set();
    // Two line ends between parts, one at the end: no more than two a part.
    let size = sizes.reduce((sum, part) => sum + part + 2, 0);
    for (const { part, form } of stepsDown(report, parts, sizes)) {
        if (size <= limit)
            break;
        const text = parts[part]?.forms[form]?.() ?? '';
        const shorter = measure(text);
        const before = sizes[part] ?? 0;
        // A short form can be longer than a short part.
        if (shorter >= before)
            continue;
        size += shorter - before;
        texts[part] = text;
        sizes[part] = shorter;
        moved.add(parts[part]?.name ?? '');
    }
    const body = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .joinParts */ .nn)(texts);
    const names = parts.map(({ name }) => name).filter((name) => moved.has(name));
    return { body: measure(body) <= limit ? body : '', moved: [...new Set(names)] };
}
/**
 * The order in which parts give way: what is folded, then code and diagrams, section by section (those that passed
 * first, the largest first), then whole sections, notices, warnings; the errors, the table and the heading last.
 */
function stepsDown(report, parts, sizes) {
    const rank = { passed: 0, skipped: 0, running: 0, warning: 1, failed: 2 };
    const of = (kind) => parts.flatMap((part, index) => (part.kind === kind ? [index] : []));
    const [firstSection = 0] = of('section');
    const rankOf = (index) => {
        const section = report.sections[index - firstSection];
        return section === undefined ? 0 : rank[(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .statusOf */ .c2)(section)];
    };
    const sections = of('section').toSorted((a, b) => rankOf(a) - rankOf(b) || (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
    const down = (kind, ...forms) => forms.flatMap((form) => of(kind).map((part) => ({ part, form })));
    return [
        ...sections.map((part) => ({ part, form: 1 })),
        ...sections.map((part) => ({ part, form: 2 })),
        ...sections.map((part) => ({ part, form: 3 })),
        ...down('notice', 1, 2, 3),
        ...down('warning', 1, 2, 3),
        ...sections.map((part) => ({ part, form: 4 })),
        ...down('details', 1),
        ...down('error', 1),
        ...down('next-steps', 1),
        ...down('error', 2, 3),
        ...down('table', 1, 2),
        ...down('heading', 1, 2),
        ...down('footer', 1),
    ];
}


/***/ }),

/***/ 2801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nn: () => (/* binding */ joinParts),
  Gc: () => (/* binding */ renderMarkdown),
  j2: () => (/* binding */ reportParts)
});

// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/finding.js
var finding = __webpack_require__(28586);
// EXTERNAL MODULE: ./build/report/visible-text.js
var visible_text = __webpack_require__(30269);
;// CONCATENATED MODULE: ./build/report/markdown-blocks.js


const briefRows = 10;
const longestCode = 500_000;
const longestText = 50_000;
/** The blocks of one section, or an empty string where nothing is left. */
function renderBlocks(blocks, detail = 'whole') {
    const rows = detail === 'brief' ? briefRows : Number.POSITIVE_INFINITY;
    return blocks
        .filter((block) => detail === 'whole' || block.kind !== 'details')
        .map((block) => (block.kind === 'details' ? details(block) : renderBlock(block, rows)))
        .filter((block) => block !== '')
        .join('\n\n');
}
function hasDetails(blocks) {
    return blocks.some(({ kind }) => kind === 'details');
}
/** Whether the brief form of these blocks says less than the whole. */
function hasMoreThanBrief(blocks) {
    return blocks.some((block) => {
        if (block.kind === 'code' || block.kind === 'mermaid' || block.kind === 'details')
            return true;
        if (block.kind === 'list')
            return block.items.length > briefRows;
        return block.kind !== 'text' && block.rows.length > briefRows;
    });
}
/** One line of Markdown, safe in a table cell. */
function renderText(text, max) {
    if (typeof text === 'string')
        return (0,report_escape/* escapeText */.X1)(text, max);
    if ('lines' in text)
        return text.lines.map((line) => renderText(line, max)).join('<br>');
    if ('code' in text)
        return (0,report_escape/* inlineCode */.ti)(text.code);
    return (0,report_escape/* linkTo */.uM)((0,report_escape/* escapeText */.X1)(text.text, max), text.link);
}
/** A folded part of the document. `summary` is finished HTML on one line, `body` finished Markdown. */
function folded(summary, body, open = false) {
    return `<details${open ? ' open' : ''}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
function details({ title, blocks }) {
    const body = renderBlocks(blocks);
    return body === '' ? '' : folded((0,report_escape/* escapeHtml */.ZD)(title), body);
}
function renderBlock(block, rows) {
    switch (block.kind) {
        case 'text':
            return typeof block.text === 'string' ? paragraphs(block.text) : renderText(block.text);
        case 'list':
            return listLines(block.items.slice(0, rows).map((item) => renderText(item)), block.items.length);
        case 'facts':
            return listLines(block.rows.slice(0, rows).map(([label, value]) => `**${(0,report_escape/* escapeText */.X1)(label)}:** ${renderText(value)}`), block.rows.length);
        case 'table':
            return captioned(block.caption, table(block, rows));
        case 'code':
            return rows === Number.POSITIVE_INFINITY
                ? captioned(block.caption, (0,report_escape/* fencedCode */.Vl)((0,visible_text/* cutEnd */.ym)(block.text, longestCode), block.language))
                : '';
        case 'mermaid':
            return rows === Number.POSITIVE_INFINITY ? captioned(block.caption, (0,report_escape/* fencedMermaid */.Z)(block.text)) : '';
    }
}
/** An empty line ends a paragraph, a line end is kept. */
function paragraphs(text) {
    return (0,visible_text/* visibleLines */.gB)((0,visible_text/* cutEnd */.ym)(text, longestText))
        .split(/\n{2,}/)
        .map((paragraph) => paragraph
        .split('\n')
        .map((line) => (0,report_escape/* escapeText */.X1)(line))
        .filter((line) => line !== '')
        .join('\\\n'))
        .filter((paragraph) => paragraph !== '')
        .join('\n\n');
}
function listLines(items, total) {
    const lines = items.map((item) => `- ${item}`);
    return [...lines, ...moreLine(total - items.length, (words) => `- ${words}`)].join('\n');
}
function table(block, limit) {
    const { columns } = block;
    if (columns.length === 0)
        return '';
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const rows = block.rows
        .slice(0, limit)
        .map((row) => line(columns.map((_column, index) => withWholeQuantities(renderText(row[index] ?? '')))));
    const head = [
        line(columns.map(({ title }) => (0,report_escape/* escapeText */.X1)(title))),
        line(columns.map(({ align }) => (align === 'right' ? '--:' : ':--'))),
    ];
    const more = moreLine(block.rows.length - rows.length, (words) => `\n${words}`);
    return [...head, ...rows, ...more].join('\n');
}
const codeOrQuantity = /(`+).*?(?<!`)\1(?!`)|<code>.*?<\/code>|(?<number>\d) (?=(?:ms|s|min|h|d|bytes|[kMGT]B|M|bn|rows?)\b)/g;
/** In a narrow cell a number is not parted from its unit. Not in code, where the entity would be shown. */
function withWholeQuantities(cell) {
    return cell.replace(codeOrQuantity, (found, _fence, number) => number === undefined ? found : `${number}&nbsp;`);
}
function moreLine(count, render) {
    return count > 0 ? [render(`… and ${count} more`)] : [];
}
function captioned(caption, block) {
    return caption === undefined || block === '' ? block : `**${(0,report_escape/* escapeText */.X1)(caption)}**\n\n${block}`;
}
/** The title of a folded part. */
function boldHtml(text) {
    return `<b>${(0,report_escape/* escapeHtml */.ZD)(text)}</b>`;
}

;// CONCATENATED MODULE: ./build/report/markdown-findings.js



/** So many are listed one by one; more of them are folded into one line. */
const listed = { error: 20, warning: 10, notice: 0 };
const firstFew = 10;
const severitySymbols = { error: '❌', warning: '⚠️', notice: 'ℹ️' };
/** Findings of one severity, already sorted, under a heading of their own. Empty where there are none. */
function renderFindings(findings, options) {
    const [first] = findings;
    if (first === undefined)
        return '';
    const { severity } = first;
    const { detail, elsewhere } = options;
    const shown = detail === 'first' ? findings.slice(0, firstFew) : findings;
    const blocks = shown.map((finding) => renderFinding(finding, options));
    const open = blocks.slice(0, listed[severity]);
    const rest = blocks.slice(listed[severity]);
    const left = findings.length - shown.length;
    return [
        ...(open.length > 0 ? [`#### ${counted(severity, findings.length)}`] : []),
        ...open,
        ...(rest.length > 0
            ? [folded(restTitle(severity, rest.length, open.length > 0), rest.join('\n\n'))]
            : []),
        ...(detail === 'whole' ? [] : [leftOut(severity, left, elsewhere)]),
    ].join('\n\n');
}
/** The line that stands for findings that are not shown at all. */
function renderFindingCount(severity, count, elsewhere) {
    return count === 0 ? '' : `${severitySymbols[severity]} ${counted(severity, count)}: ${elsewhere}`;
}
function leftOut(severity, left, elsewhere) {
    const what = left > 0 ? `${left} more of these, evidence and fixes` : 'Evidence and fixes';
    return `${severitySymbols[severity]} ${what}: ${elsewhere}`;
}
function restTitle(severity, count, more) {
    const words = more ? `${count} more ${severity}${count === 1 ? '' : 's'}` : counted(severity, count);
    return `${severitySymbols[severity]} <b>${words}</b>`;
}
/** "1 error", "2 warnings". */
function counted(severity, count) {
    return `${count} ${severity}${count === 1 ? '' : 's'}`;
}
function renderFinding(finding, options) {
    const subject = `${severitySymbols[finding.severity]} ${(0,report_escape/* htmlCode */.h8)(finding.subject)} <b>${(0,report_escape/* escapeHtml */.ZD)(finding.rule, report_escape/* textLimits */.I6.name)}</b>`;
    const summary = `${subject}<br>${(0,report_escape/* escapeHtml */.ZD)(finding.message)}`;
    const whole = options.detail === 'whole';
    const body = [
        facts(finding, options.subject),
        ...(whole && finding.evidence !== undefined ? [evidence(finding.evidence)] : []),
        ...(whole && finding.fix !== undefined ? [longCode(finding.fix, fixLanguage(finding.fix))] : []),
    ].join('\n\n');
    return folded(summary, quoted(body), finding.severity === 'error');
}
function facts(finding, subject) {
    const { location, docs } = finding;
    return [
        `**${finding.severity}**`,
        ...(location === undefined ? [] : [locationLink(location, subject)]),
        ...(docs === undefined ? [] : [(0,report_escape/* linkTo */.uM)('what this means', docs)]),
    ].join(' · ');
}
/** A quotation sets what belongs to a finding apart from the next one. */
function quoted(markdown) {
    return markdown
        .split('\n')
        .map((line) => (line === '' ? '>' : `> ${line}`))
        .join('\n');
}
function evidence(text) {
    return text.includes('\n') || text.length > report_escape/* textLimits */.I6.paragraph ? longCode(text, '') : (0,report_escape/* escapeText */.X1)(text);
}
/** A finding is one of many: what is longer than this is no longer read in a comment. */
const markdown_findings_longestCode = 10_000;
function longCode(text, language) {
    return (0,report_escape/* fencedCode */.Vl)((0,visible_text/* cutEnd */.ym)(text, markdown_findings_longestCode), language);
}
const sqlStart = /^\s*(--|\/\*|alter|analyze|begin|comment|create|delete|drop|grant|insert|reindex|revoke|select|set|truncate|update|vacuum|with)\b/i;
/** Fixes are SQL or a command; a sentence gets no colours. */
function fixLanguage(fix) {
    if (sqlStart.test(fix) || fix.startsWith('--'))
        return 'sql';
    return /^(npx|npm|pnpm|yarn|psql|prisma|git|gh)\s/.test(fix) ? 'sh' : '';
}
/** `file:line`, as a link to the very commit where repository and commit are known. */
function locationLink(location, subject) {
    const label = (0,report_escape/* inlineCode */.ti)(`${location.file}:${location.line}`);
    return (0,report_escape/* linkTo */.uM)(label, blobUrl(location, subject));
}
function blobUrl(location, subject) {
    const { repository, commit } = subject;
    const segments = location.file.split('/');
    const usable = /^[\w.-]+\/[\w.-]+$/.test(repository) &&
        commit !== undefined &&
        /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit) &&
        !/\p{Cs}/u.test(location.file) &&
        !segments.some((segment) => segment === '' || segment === '.' || segment === '..');
    if (!usable)
        return undefined;
    const { line, endLine } = location;
    const lines = endLine === undefined || endLine <= line ? `L${line}` : `L${line}-L${endLine}`;
    const path = segments.map(encodeURIComponent).join('/');
    return `${serverUrl(subject)}/${repository}/blob/${commit}/${path}#${lines}`;
}
/** GitHub Enterprise Server has its own address; the run's link carries it. */
function serverUrl({ runUrl }) {
    if (runUrl === undefined || !URL.canParse(runUrl))
        return 'https://github.com';
    const url = new URL(runUrl);
    return url.protocol === 'https:' ? url.origin : 'https://github.com';
}

// EXTERNAL MODULE: ./build/report/verdict.js
var report_verdict = __webpack_require__(47342);
;// CONCATENATED MODULE: ./build/report/markdown.js






const verdictSymbols = {
    passed: '✅',
    warning: '⚠️',
    failed: '❌',
    deleted: '🗑️',
    running: '⏳',
};
const statusSymbols = {
    passed: '✅',
    warning: '⚠️',
    failed: '❌',
    skipped: '⏭️',
    running: '⏳',
};
const providerNames = {
    neon: 'Neon',
    supabase: 'Supabase',
    postgres: 'Postgres',
};
const shortTable = 20;
/** The whole report as GitHub's Markdown, for a comment or a step summary. No clock: the same report, the same bytes. */
function renderMarkdown(report, options = {}) {
    return joinParts(reportParts(report, options).map(({ forms }) => forms[0]?.() ?? ''));
}
function joinParts(texts) {
    return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}
/** The document in the order it is read. */
function reportParts(report, options = {}) {
    const { title = 'Preview database', elsewhere = summaryLink(report) } = options;
    const findings = (0,finding/* sortFindings */.Tc)(report.sections.flatMap((section) => section.findings));
    const bySeverity = (severity) => findingsPart(findings.filter((finding) => finding.severity === severity), { report, severity, elsewhere });
    const sections = report.sections.map((section) => sectionPart(section, elsewhere));
    const details = sections.some(({ forms }) => forms.length > 1) ? '#### Details' : '';
    return [
        headingPart(report, title),
        tablePart(report, elsewhere),
        bySeverity('error'),
        { name: 'next-steps', kind: 'next-steps', forms: [() => nextSteps(report), () => ''] },
        bySeverity('warning'),
        bySeverity('notice'),
        { name: 'details', kind: 'details', forms: [() => details, () => ''] },
        ...sections,
        { name: 'footer', kind: 'footer', forms: [() => footer(report), () => ''] },
    ];
}
function summaryLink(report) {
    return `see the ${(0,report_escape/* linkTo */.uM)('step summary', report.subject.runUrl)}`;
}
function headingPart(report, title) {
    const { key, branch } = report.subject;
    const verdict = (0,report_verdict/* verdictOf */.Vj)(report);
    const heading = (of) => `### ${verdictSymbols[verdict]} ${of}: ${verdictWords(report, verdict)}`;
    const plain = heading((0,report_escape/* escapeText */.X1)(title, report_escape/* textLimits */.I6.name));
    const keyed = key === '' ? plain : heading(`${(0,report_escape/* escapeText */.X1)(title, report_escape/* textLimits */.I6.name)} ${(0,report_escape/* inlineCode */.ti)(key)}`);
    const full = branch === undefined ? keyed : `${keyed}\n\n${branchLine(branch)}`;
    return { name: 'heading', kind: 'heading', forms: [() => full, () => keyed, () => plain] };
}
function verdictWords(report, verdict) {
    const counts = (0,report_verdict/* countFindings */.Gt)(report.sections.flatMap(({ findings }) => findings));
    // Notices ask for nothing: they are not part of a verdict.
    const words = (0,report_verdict/* countsInWords */.Pe)({ ...counts, notice: 0 });
    if (verdict === 'failed')
        return words === '' ? 'failed' : `failed with ${words}`;
    if (verdict === 'warning')
        return words === '' ? 'passed with warnings' : `passed with ${words}`;
    return verdict;
}
function branchLine(branch) {
    const provider = (0,report_escape/* escapeText */.X1)(providerNames[branch.provider] ?? branch.provider, report_escape/* textLimits */.I6.name);
    const name = `${provider} branch ${(0,report_escape/* linkTo */.uM)((0,report_escape/* inlineCode */.ti)(branch.name), branch.consoleUrl)}`;
    if (branch.state === 'deleted')
        return `${name} and its data are gone.`;
    const from = branch.parent === undefined ? '' : ` from ${(0,report_escape/* inlineCode */.ti)(branch.parent)}`;
    const date = dateWords(branch.expiresAt);
    const expires = date === undefined ? '' : `, expires&nbsp;${date}`;
    const host = branch.host === undefined ? '' : `\\\nHost ${(0,report_escape/* inlineCode */.ti)(branch.host)}`;
    return `${name}${from}${expires}${host}`;
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** The day of an ISO 8601 date-time, with spaces that do not break: "6 Dec 2026". */
function dateWords(instant) {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(instant ?? '') ?? [];
    const name = months[Number(month) - 1];
    return name === undefined ? undefined : `${Number(day)}&nbsp;${name}&nbsp;${year}`;
}
function tablePart({ sections }, elsewhere) {
    const rows = (shown) => shown.map((section) => `| ${statusSymbols[(0,report_verdict/* statusOf */.c2)(section)]} | **${(0,report_escape/* escapeText */.X1)(section.title, report_escape/* textLimits */.I6.name)}** | ${(0,report_escape/* escapeText */.X1)(section.summary, report_escape/* textLimits */.I6.line)} |`);
    const table = (shown) => shown.length === 0 ? '' : ['| | Step | Result |', '|:-:|:--|:--|', ...rows(shown)].join('\n');
    const short = () => {
        const left = sections.length - shortTable;
        const more = left > 0 ? `\n\n… and ${left} more: ${elsewhere}` : '';
        return `${table(worstFirst(sections).slice(0, shortTable))}${more}`;
    };
    return { name: 'table', kind: 'table', forms: [() => table(sections), short, () => ''] };
}
function worstFirst(sections) {
    const order = ['failed', 'warning', 'running', 'skipped', 'passed'];
    return sections.toSorted((a, b) => order.indexOf((0,report_verdict/* statusOf */.c2)(a)) - order.indexOf((0,report_verdict/* statusOf */.c2)(b)));
}
function findingsPart(findings, options) {
    const { report, severity, elsewhere } = options;
    const { subject } = report;
    const form = (detail) => () => renderFindings(findings, { subject, detail, elsewhere });
    const count = () => renderFindingCount(severity, findings.length, elsewhere);
    return {
        name: 'findings',
        kind: severity,
        forms: findings.length === 0 ? [() => ''] : [form('whole'), form('brief'), form('first'), count],
    };
}
function sectionPart(section, elsewhere) {
    const title = boldHtml(section.title);
    const open = (0,report_verdict/* statusOf */.c2)(section) === 'failed';
    const whole = renderBlocks(section.blocks);
    if (whole === '')
        return { name: section.id, kind: 'section', forms: [() => ''] };
    const shorter = (detail, left) => {
        const kept = renderBlocks(section.blocks, detail);
        return folded(title, [kept, left].filter((part) => part !== '').join('\n\n'), open);
    };
    const unfolded = () => shorter('unfolded', hasDetails(section.blocks) ? `What is folded here: ${elsewhere}` : '');
    const brief = () => shorter('brief', hasMoreThanBrief(section.blocks) ? `The rest, with code and diagrams: ${elsewhere}` : '');
    const line = () => `**${(0,report_escape/* escapeText */.X1)(section.title, report_escape/* textLimits */.I6.name)}**: ${elsewhere}`;
    return {
        name: section.id,
        kind: 'section',
        forms: [() => folded(title, whole, open), unfolded, brief, line, () => ''],
    };
}
/** Only a failure asks for something to be done. */
function nextSteps(report) {
    const failed = report.sections.filter((section) => (0,report_verdict/* statusOf */.c2)(section) === 'failed');
    if (failed.length === 0)
        return '';
    const log = (0,report_escape/* linkTo */.uM)("the run's log", report.subject.runUrl);
    const steps = failed.flatMap((section) => {
        if (section.nextSteps !== undefined)
            return section.nextSteps.map((step) => renderText(step));
        const title = `**${(0,report_escape/* escapeText */.X1)(section.title, report_escape/* textLimits */.I6.name)}**`;
        return section.findings.some(({ severity }) => severity === 'error')
            ? [`${title}: mend the errors above; each one says how.`]
            : [`${title}: read what went wrong below and in ${log}.`];
    });
    const last = 'Push the change, or run the job again. Nothing has to be cleaned up first.';
    const lines = [...steps, last].map((step, index) => `${index + 1}. ${step}`);
    return `#### Next steps\n\n${lines.join('\n')}`;
}
function footer({ subject }) {
    const { commit, runUrl } = subject;
    const parts = [
        ...(runUrl === undefined ? [] : [(0,report_escape/* linkTo */.uM)('Workflow run', runUrl)]),
        ...(commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit)
            ? [`commit ${(0,report_escape/* inlineCode */.ti)(commit.slice(0, 7))}`]
            : []),
        (0,report_escape/* linkTo */.uM)('NeonHub Database Actions', version/* homepage */.T),
    ];
    return `<sub>${parts.join(' · ')}</sub>`;
}


/***/ }),

/***/ 43651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ painter),
/* harmony export */   Df: () => (/* binding */ withoutCommands),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   PL: () => (/* binding */ columnsOf),
/* harmony export */   Sj: () => (/* binding */ clipTo),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   v0: () => (/* binding */ padTo)
/* harmony export */ });
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30269);

/** Colours of the 16 that every terminal and GitHub's log know. */
const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 };
function painter(color) {
    return (style, text) => (color ? `\u001B[${codes[style]}m${text}\u001B[0m` : text);
}
const zeroWidth = /^(?:\p{Mn}|\p{Me}|\u{200D})$/u;
/** East Asian wide and full-width blocks, and pictographs that are drawn as emoji. https://www.unicode.org/reports/tr11/ */
const doubleWidth = /^[\u{1100}-\u{115F}\u{2E80}-\u{303E}\u{3041}-\u{A4CF}\u{A960}-\u{A97F}\u{AC00}-\u{D7A3}\u{F900}-\u{FAFF}\u{FE30}-\u{FE6F}\u{FF01}-\u{FF60}\u{FFE0}-\u{FFE6}\u{20000}-\u{3FFFD}\p{Emoji_Presentation}]$/u;
/** Columns that a text without escape sequences takes. */
function columnsOf(text) {
    let columns = 0;
    for (const character of text)
        columns += columnsOfOne(character);
    return columns;
}
function columnsOfOne(character) {
    if (zeroWidth.test(character))
        return 0;
    return doubleWidth.test(character) ? 2 : 1;
}
function padTo(text, columns) {
    return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}
/** Keeps the start of what is wider than `columns`. */
function clipTo(text, columns) {
    if (columnsOf(text) <= columns)
        return text;
    let kept = '';
    let used = 1;
    for (const character of text) {
        used += columnsOfOne(character);
        if (used > columns)
            break;
        kept += character;
    }
    return `${kept}…`;
}
/** Lines of at most `columns`, broken at spaces; a longer word is broken where it must be. */
function wrap(text, columns) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ').flatMap((part) => pieces(part, columns))) {
        const joined = line === '' ? word : `${line} ${word}`;
        if (columnsOf(joined) <= columns)
            line = joined;
        else {
            lines.push(line);
            line = word;
        }
    }
    return [...lines, line].filter((each, index) => each !== '' || index === 0);
}
function pieces(word, columns) {
    if (columnsOf(word) <= columns)
        return [word];
    const parts = [];
    let part = '';
    for (const character of word) {
        if (columnsOf(part) + columnsOfOne(character) > columns) {
            parts.push(part);
            part = '';
        }
        part += character;
    }
    return [...parts, part];
}
/** A name on one line, everything unseen shown. */
function plain(text) {
    return (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text);
}
/**
 * The runner reads its commands from the log: `::name::` at a line's start, white space before it ignored, and the old
 * `##[name]` anywhere. Nothing that a report quotes may be one.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function withoutCommands(output) {
    return (output
        // biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours may stand before the command
        .replace(/^((?:[^\S\n]|\u001B\[[\d;]*m)*):(?=:)/gm, '$1: ')
        .replace(/##(?=\[)/g, '# # '));
}


/***/ }),

/***/ 63299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ renderTerminal)
/* harmony export */ });
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28586);
/* harmony import */ var _terminal_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43651);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47342);
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30269);




const looks = {
    passed: { mark: '✔', style: 'green' },
    warning: { mark: '!', style: 'yellow' },
    failed: { mark: '✘', style: 'red' },
    skipped: { mark: '-', style: 'dim' },
    running: { mark: '…', style: 'cyan' },
    deleted: { mark: '✔', style: 'dim' },
};
const severityLooks = {
    error: looks.failed,
    warning: looks.warning,
    notice: { mark: 'i', style: 'blue' },
};
const longestName = 200;
const longestText = 2_000;
const longestFix = 40;
const mostFindings = 50;
/** The report for a log or a terminal. Safe on stdout: no control character or workflow command of what it quotes gets through. */
function renderTerminal(report, options = {}) {
    const page = { paint: (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .painter */ .C2)(options.color ?? false), width: Math.max(40, options.width ?? 100) };
    const findings = (0,_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .sortFindings */ .Tc)(report.sections.flatMap((section) => section.findings));
    const lines = [
        ...header(report, options.title ?? 'Preview database', page),
        '',
        ...sectionLines(report.sections, page),
        ...findings.slice(0, mostFindings).flatMap((finding) => ['', ...findingLines(finding, page)]),
        ...(findings.length > mostFindings
            ? ['', `  … and ${findings.length - mostFindings} more findings`]
            : []),
        ...nextStepLines(report.sections, page),
        ...(report.subject.runUrl === undefined ? [] : ['', page.paint('dim', (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(report.subject.runUrl))]),
    ];
    return (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCommands */ .Df)(`${lines.join('\n')}\n`);
}
function header(report, title, { paint, width }) {
    const verdict = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .verdictOf */ .Vj)(report);
    const { mark, style } = looks[verdict];
    const { key, branch } = report.subject;
    const heading = `${mark} ${(0,_visible_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(title)}${key === '' ? '' : ` ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(key)}`}: ${verdictText(report, verdict)}`;
    const inner = width - 4;
    const rows = [heading, ...(branch === undefined ? [] : (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .wrap */ .LV)(branchText(branch), inner))];
    const boxed = rows.map((row, index) => {
        const text = (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .padTo */ .v0)((0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .clipTo */ .Sj)(row, inner), inner);
        return `${paint('dim', '│')} ${index === 0 ? paint('bold', paint(style, text)) : text} ${paint('dim', '│')}`;
    });
    const rule = '─'.repeat(width - 2);
    return [paint('dim', `╭${rule}╮`), ...boxed, paint('dim', `╰${rule}╯`)];
}
function verdictText(report, verdict) {
    const words = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .countsInWords */ .Pe)((0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .countFindings */ .Gt)(report.sections.flatMap(({ findings }) => findings)));
    return words === '' ? verdict : `${verdict} (${words})`;
}
function branchText(branch) {
    const isDeleted = branch.state === 'deleted';
    const date = /^\d{4}-\d{2}-\d{2}/.exec(branch.expiresAt ?? '')?.[0];
    return [
        `${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(branch.provider)} branch ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cutMiddle */ .it)(branch.name, longestName))}`,
        ...(isDeleted ? ['deleted'] : []),
        ...(branch.parent === undefined ? [] : [`from ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cutMiddle */ .it)(branch.parent, longestName))}`]),
        ...(branch.host === undefined ? [] : [`on ${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(branch.host)}`]),
        ...(date === undefined || isDeleted ? [] : [`expires ${date}`]),
    ].join(', ');
}
function sectionLines(sections, { paint, width }) {
    const titles = sections.map(({ title }) => (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .clipTo */ .Sj)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(title), 24));
    const column = Math.max(0, ...titles.map(_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .PL));
    return sections.flatMap((section, index) => {
        const { mark, style } = looks[(0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .statusOf */ .c2)(section)];
        const lines = (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .wrap */ .LV)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(section.summary), width - column - 6);
        const start = `  ${paint(style, mark)} ${paint('bold', (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .padTo */ .v0)(titles[index] ?? '', column))}  `;
        return lines.map((line, row) => (row === 0 ? `${start}${line}` : `${' '.repeat(column + 6)}${line}`));
    });
}
function findingLines(finding, { paint, width }) {
    const { mark, style } = severityLooks[finding.severity];
    const subject = (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cutMiddle */ .it)(finding.subject, longestName));
    const [first = '', ...others] = (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .wrap */ .LV)(`${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(finding.rule)}  ${subject}`, width - 4);
    const indented = (text) => (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .wrap */ .LV)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cutEnd */ .ym)(text, longestText), width - 4).map((line) => `    ${line}`);
    const { location, evidence, fix } = finding;
    return [
        `  ${paint(style, mark)} ${paint('bold', first)}`,
        ...others.map((line) => `    ${paint('bold', line)}`),
        ...indented((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(finding.message)),
        ...(evidence === undefined ? [] : indented((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(evidence))),
        ...(location === undefined ? [] : indented(`${(0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(location.file)}:${location.line}`)),
        ...(fix === undefined ? [] : codeLines(fix).map((line) => `      ${paint('cyan', line)}`)),
    ];
}
/** Not wrapped: it is to be copied. */
function codeLines(text) {
    const lines = (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLines */ .gB)(text).trimEnd().split('\n');
    const left = lines.length - longestFix;
    return left > 0 ? [...lines.slice(0, longestFix), `… and ${left} more lines`] : lines;
}
function nextStepLines(sections, { paint, width }) {
    const steps = sections.flatMap((section) => (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .statusOf */ .c2)(section) === 'failed' ? (section.nextSteps ?? []) : []);
    if (steps.length === 0)
        return [];
    const lines = steps.flatMap((step, index) => (0,_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .wrap */ .LV)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(textOf(step)), width - 5).map((line, row) => `  ${row === 0 ? `${index + 1}.` : '  '} ${line}`));
    return ['', `  ${paint('bold', 'Next steps')}`, ...lines];
}
function textOf(text) {
    if (typeof text === 'string')
        return text;
    if ('lines' in text)
        return text.lines.map(textOf).join(' ');
    return 'code' in text ? text.code : `${text.text} (${text.link})`;
}


/***/ })

};
