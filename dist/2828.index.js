export const id = 2828;
export const ids = [2828];
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

/***/ 81351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ listPullRequestStates),
/* harmony export */   T9: () => (/* binding */ getPullRequest),
/* harmony export */   i$: () => (/* binding */ pullRequestForHeadSha),
/* harmony export */   uS: () => (/* binding */ pullRequestState)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** Undefined when it is absent. */
async function getPullRequest({ octokit, owner, repo, number, }) {
    try {
        const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
        return {
            number: data.number,
            state: data.state,
            isMerged: data.merged,
            isDraft: data.draft === true,
            title: data.title,
            headSha: data.head.sha,
            headRef: data.head.ref,
            headRepository: nameOf(data.head.repo),
            baseRef: data.base.ref,
            baseSha: data.base.sha,
            author: data.user?.login,
            url: data.html_url,
        };
    }
    catch (thrown) {
        if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA && thrown.status === 404)
            return undefined;
        throw thrown;
    }
}
async function pullRequestState(request) {
    return (await getPullRequest(request))?.state ?? 'absent';
}
/** How many single pull requests are asked for at once. */
const atOnce = 5;
/**
 * The states of many pull requests: one listing of the open ones, then a question for each that is not among them. The
 * listing alone does not prove that one is closed: while its pages are read, a pull request can slip from one to the other.
 */
async function listPullRequestStates(place, numbers) {
    const wanted = [...new Set(numbers)];
    if (wanted.length === 0)
        return new Map();
    const open = new Set((await listOpen(place)).map(({ number }) => number));
    const states = new Map();
    for (const number of wanted)
        if (open.has(number))
            states.set(number, 'open');
    const unsure = wanted.filter((number) => !open.has(number));
    for (let start = 0; start < unsure.length; start += atOnce) {
        const batch = unsure.slice(start, start + atOnce);
        const answers = await Promise.all(batch.map((number) => pullRequestState({ ...place, number })));
        for (const [index, number] of batch.entries())
            states.set(number, answers[index] ?? 'absent');
    }
    return states;
}
/**
 * The pull request whose newest commit is `headSha` of `headRepository`: the open one, else the newest of those that are
 * closed; undefined when it was pushed to again, or the fork is gone. For `workflow_run`, whose `pull_requests` is empty
 * for forks; `commits/{sha}/pulls` of the base repository is no help either, it does not know a fork's commits.
 * @throws UserError when one commit is the head of several open pull requests and `claimed` does not tell which.
 */
async function pullRequestForHeadSha(request) {
    const { headSha, headRepository, headBranch, claimed } = request;
    const head = headBranch === undefined ? undefined : `${headRepository.split('/')[0]}:${headBranch}`;
    const isWanted = (pull) => isSameName(nameOf(pull.head.repo), headRepository) && pull.head.sha === headSha.toLowerCase();
    const numbers = (await listOpen(request, head)).filter(isWanted).map(numberOf).sort(ascending);
    if (numbers.length === 0)
        return closedFor(request, head, isWanted);
    const [only] = numbers.length === 1 ? numbers : numbers.filter((number) => number === claimed);
    if (only !== undefined)
        return { number: only, state: 'open' };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The commit ${headSha} of ${headRepository} is the head of several pull requests: ${numbers.map((number) => `#${number}`).join(', ')}.`, { hint: 'Close all but one, or push a commit to one of them.' });
}
/** Without a branch to narrow it down, all that were ever closed would have to be read. */
async function closedFor(place, head, isWanted) {
    if (head === undefined)
        return undefined;
    const number = (await list(place, 'closed', head)).filter(isWanted).map(numberOf).sort(ascending).at(-1);
    return number === undefined ? undefined : { number, state: 'closed' };
}
const numberOf = ({ number }) => number;
const ascending = (left, right) => left - right;
function listOpen(place, head) {
    return list(place, 'open', head);
}
/** `head` is `owner:branch`. */
async function list({ octokit, owner, repo }, state, head) {
    return octokit.paginate(octokit.rest.pulls.list, {
        owner,
        repo,
        state,
        per_page: 100,
        ...(head === undefined ? {} : { head }),
    });
}
/** GitHub's description says that a listed `head.repo` is never null; a deleted fork's is. */
function nameOf(repository) {
    return repository?.full_name;
}
function isSameName(left, right) {
    return left !== undefined && left.toLowerCase() === right.toLowerCase();
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



/***/ })

};
