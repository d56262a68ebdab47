export const id = 1478;
export const ids = [1478];
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

/***/ 15766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ openProvider),
/* harmony export */   V: () => (/* binding */ chooseProvider)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58508);


/** Chooses the provider, checks that it has what it needs, and loads only its code. */
async function openProvider(job, inputs, options = {}) {
    const context = {
        log: job.log,
        signal: job.signal,
        timeoutMs: inputs.timeout * 1000,
        now: job.now,
        mask: job.mask,
    };
    if (chooseProvider(inputs, job.event, job.log.notice) === 'neon')
        return openNeon({ job, inputs, options, context });
    const { createPostgresProvider } = await Promise.all(/* import() */[__webpack_require__.e(6033), __webpack_require__.e(2412), __webpack_require__.e(8073)]).then(__webpack_require__.bind(__webpack_require__, 18073));
    return createPostgresProvider({ adminUri: inputs.postgresUrl, stateDirectory: job.stateDirectory, environment: job.environment }, context);
}
/**
 * A run that gets no secrets has no key, so a branch on Neon cannot be had and is not asked for.
 * @param tell is given the reason when the choice is not what the inputs ask for
 */
function chooseProvider(inputs, { isUnprivileged }, tell) {
    if (inputs.provider === 'postgres')
        return 'postgres';
    if (inputs.neonApiKey !== undefined)
        return 'neon';
    if (isUnprivileged) {
        tell('This pull request gets no secrets (it comes from a fork or from Dependabot): a Postgres on this runner is used.');
        return 'postgres';
    }
    if (inputs.provider === 'auto' && inputs.neonProjectId === undefined)
        return 'postgres';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Input `neon-api-key` is empty, but this workflow asks for Neon.', {
        hint: 'Is the secret defined, under this very name, for this repository or environment? To use a plain Postgres leave `neon-project-id` away.',
    });
}
async function openNeon({ job, inputs, options, context }) {
    const { neonApiKey: apiKey, neonProjectId: projectId, neonApiUrl: apiUrl } = inputs;
    if (apiKey === undefined || projectId === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Input \`${apiKey === undefined ? 'neon-api-key' : 'neon-project-id'}\` is empty.`, {
            hint: 'Neon needs both `neon-api-key` and `neon-project-id` (Neon console, project settings).',
        });
    const { createNeonProvider } = await __webpack_require__.e(/* import() */ 8866).then(__webpack_require__.bind(__webpack_require__, 18866));
    return createNeonProvider({
        apiKey,
        projectId,
        apiUrl,
        fetch: job.fetch,
        userAgent: `neonhub-database-actions/${_version_js__WEBPACK_IMPORTED_MODULE_1__/* .version */ .r}`,
        ...options.neonBranch,
    }, context);
}


/***/ }),

/***/ 21478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  definition: () => (/* binding */ sweep_branches_definition),
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/github/pull-request.js
var pull_request = __webpack_require__(81351);
;// CONCATENATED MODULE: ./build/providers/sweep.js
/** Fails closed: whatever is not plainly ours and plainly over stays. */
function judgeBranch(branch, facts) {
    const protection = whyUntouchable(branch, facts.repository);
    if (protection !== undefined)
        return { kind: 'keep', reason: protection };
    if (branch.expiresAt !== undefined && branch.expiresAt.getTime() <= facts.now.getTime())
        return { kind: 'delete', reason: `its time was over at ${branch.expiresAt.toISOString()}` };
    const number = branch.owner?.pullRequest;
    if (number === undefined)
        return { kind: 'keep', reason: 'it belongs to no pull request and its time is not over' };
    if (facts.pullRequest === 'closed')
        return { kind: 'delete', reason: `pull request #${number} is closed` };
    if (facts.pullRequest === 'open')
        return { kind: 'keep', reason: `pull request #${number} is open` };
    return { kind: 'keep', reason: `pull request #${number} cannot be found, so nothing says that it is over` };
}
function whyUntouchable(branch, repository) {
    if (branch.isDefault)
        return 'it is the default branch';
    if (branch.isProtected)
        return 'it is protected';
    if (branch.hasChildren)
        return 'other branches were made from it';
    if (branch.owner === undefined)
        return 'it carries no mark of this action';
    if (branch.owner.repository.toLowerCase() !== repository.toLowerCase())
        return `it belongs to the repository ${branch.owner.repository}`;
    return undefined;
}

// EXTERNAL MODULE: ./build/runtime/definition.js
var definition = __webpack_require__(70654);
// EXTERNAL MODULE: ./build/runtime/input.js
var input = __webpack_require__(30623);
// EXTERNAL MODULE: ./build/actions/common-inputs.js + 1 modules
var common_inputs = __webpack_require__(27785);
// EXTERNAL MODULE: ./build/actions/open-github.js + 3 modules
var open_github = __webpack_require__(15936);
// EXTERNAL MODULE: ./build/actions/open-provider.js
var open_provider = __webpack_require__(15766);
;// CONCATENATED MODULE: ./build/actions/sweep-branches.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








const sweep_branches_definition = (0,definition/* defineAction */.QP)({
    name: 'sweep-branches',
    title: 'Sweep preview branches',
    description: 'Deletes the branches whose pull request is closed or whose time is over: what `closed` events missed.',
    icon: 'wind',
    permissions: ['`pull-requests: read`, to see which pull requests are open.'],
    inputs: {
        ...common_inputs/* providerInputs */.HV,
        ...common_inputs/* githubInputs */.dN,
        'dry-run': input/* boolean */.zM({ description: 'Only tell what would be deleted.', default: 'true' }),
    },
    outputs: {
        deleted: 'JSON array of the names deleted (in a dry run: that would be).',
        kept: 'JSON array of `{ "branch", "reason" }`.',
    },
});
async function run(io) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const provider = __addDisposableResource(env_1, await (0,open_provider/* openProvider */.C)(io, io.inputs), true);
        const github = await (0,open_github/* openGitHub */.o)(io, io.inputs);
        const branches = await candidates(provider);
        const states = await pullRequestStates(io, github, branches);
        const outcomes = [];
        for (const branch of branches) {
            io.signal.throwIfAborted();
            const outcome = await sweepOne({ io, provider, github, branch, states });
            outcomes.push(outcome);
            io.log.info(`${branch.name}: ${describe(outcome, io.inputs.dryRun)}`);
        }
        report(io, outcomes);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** The whole list before the first delete: deleting while paging makes the later pages skip branches. */
async function candidates(provider) {
    const branches = [];
    for await (const branch of provider.listBranches())
        branches.push(branch);
    return branches.toSorted((left, right) => (left.name < right.name ? -1 : 1));
}
/** One listing for all of them; only our own repository's numbers mean anything here. */
async function pullRequestStates(io, github, branches) {
    const ours = branches.filter(({ owner }) => owner !== undefined && isSameRepository(owner.repository, io));
    const numbers = ours.map(({ owner }) => owner?.pullRequest).filter((number) => number !== undefined);
    return (0,pull_request/* listPullRequestStates */.B4)(github, numbers);
}
function isSameRepository(repository, io) {
    return repository.toLowerCase() === io.event.repository.toLowerCase();
}
async function sweepOne(step) {
    const { io, branch, states } = step;
    const first = judge(io, branch, states);
    if (first.kind === 'keep')
        return { branch: branch.name, kind: 'kept', reason: first.reason };
    if (io.inputs.dryRun)
        return { branch: branch.name, kind: 'deleted', reason: first.reason };
    try {
        return await deleteAfterSecondLook(step);
    }
    catch (thrown) {
        io.signal.throwIfAborted();
        return { branch: branch.name, kind: 'failed', reason: (0,errors/* errorMessage */.gJ)(thrown) };
    }
}
/** A pull request may be reopened, and a branch adopted, while the sweep is under way. */
async function deleteAfterSecondLook({ io, provider, github, branch }) {
    const current = await provider.findBranch(branch.name);
    if (current === undefined)
        return { branch: branch.name, kind: 'kept', reason: 'it was gone already' };
    const number = current.owner?.pullRequest;
    const states = number === undefined ? new Map() : new Map([[number, await (0,pull_request/* pullRequestState */.uS)({ ...github, number })]]);
    const verdict = judge(io, current, states);
    if (verdict.kind === 'keep')
        return { branch: branch.name, kind: 'kept', reason: verdict.reason };
    await provider.deleteBranch(current);
    return { branch: branch.name, kind: 'deleted', reason: verdict.reason };
}
function judge(io, branch, states) {
    const number = branch.owner?.pullRequest;
    return judgeBranch(branch, {
        repository: io.event.repository,
        now: io.now(),
        pullRequest: number === undefined ? undefined : states.get(number),
    });
}
function describe(outcome, isDryRun) {
    if (outcome.kind === 'kept')
        return `kept, ${outcome.reason}`;
    if (outcome.kind === 'failed')
        return `could not be deleted: ${outcome.reason}`;
    return `${isDryRun ? 'would be deleted' : 'deleted'}, ${outcome.reason}`;
}
function report(io, outcomes) {
    const deleted = outcomes.filter(({ kind }) => kind === 'deleted');
    const kept = outcomes.filter(({ kind }) => kind !== 'deleted');
    io.output('deleted', JSON.stringify(deleted.map(({ branch }) => branch)));
    io.output('kept', JSON.stringify(kept.map(({ branch, reason }) => ({ branch, reason }))));
    const verb = io.inputs.dryRun ? 'would be deleted (dry run; set `dry-run: false` to delete)' : 'deleted';
    io.log.notice(`${deleted.length} of ${outcomes.length} branches ${verb}.`);
    const failed = outcomes.filter(({ kind }) => kind === 'failed');
    if (failed.length > 0)
        io.fail(`${failed.length} branches could not be deleted: ${failed.map(({ branch }) => branch).join(', ')}`);
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


/***/ }),

/***/ 44479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wh: () => (/* binding */ unlessAborted),
/* harmony export */   _5: () => (/* binding */ deadlineIn),
/* harmony export */   yy: () => (/* binding */ sleep)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** Resolves after `milliseconds`; rejects with the signal's reason as soon as it aborts. */
function sleep(milliseconds, signal) {
    return new Promise((resolve, reject) => {
        if (signal?.aborted)
            return reject(signal.reason);
        const onAbort = () => {
            clearTimeout(timer);
            reject(signal?.reason);
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', onAbort);
            resolve();
        }, milliseconds);
        signal?.addEventListener('abort', onAbort, { once: true });
    });
}
/**
 * What `work` comes to, or the signal's reason as soon as it aborts: for work that does not know the signal. It is not
 * stopped. Not a race with one lasting promise, which would keep every result in memory as long as it lasts.
 */
function unlessAborted(signal, work) {
    return new Promise((resolve, reject) => {
        const onAbort = () => reject(signal.reason);
        if (signal.aborted)
            onAbort();
        signal.addEventListener('abort', onAbort, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
    });
}
/** @param milliseconds the whole time allowed; the error names the `timeout` input that sets it. */
function deadlineIn(milliseconds, now = () => performance.now()) {
    const start = now();
    const elapsed = () => now() - start;
    return {
        elapsed,
        remaining: () => Math.max(0, milliseconds - elapsed()),
        check(what) {
            if (elapsed() < milliseconds)
                return;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Gave up waiting for ${what} after ${Math.round(milliseconds / 1000)} s.`, {
                hint: 'Raise the `timeout` input if the service is merely slow; otherwise see the log above for what it answered.',
            });
        },
    };
}


/***/ })

};
