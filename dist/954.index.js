export const id = 954;
export const ids = [954];
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

/***/ 3675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QT: () => (/* binding */ queueBranch),
/* harmony export */   _n: () => (/* binding */ pullRequestOf),
/* harmony export */   u1: () => (/* binding */ resolveTarget)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** Neon's limit for a branch name (its API description, `BranchCreateRequest.branch.name`). */
const longestBranchName = 256;
/** @throws UserError when neither the event nor the inputs say which branch is meant. */
function resolveTarget(inputs, event) {
    const key = parseKey(inputs.key);
    const pullRequest = pullRequestOf(inputs, event);
    const branch = inputs.branch ?? defaultBranchName(event, pullRequest, key);
    if (branch.length > longestBranchName)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The branch name has ${branch.length} characters; at most ${longestBranchName} are allowed.`);
    return {
        branch,
        key,
        pullRequest,
        owner: { repository: event.repository, pullRequest, key },
        isRestricted: event.isRestricted,
    };
}
/** The one that is named, else the event's own. */
function pullRequestOf({ pullRequest }, event) {
    return pullRequest > 0 ? pullRequest : event.pullRequest?.number;
}
/** The key becomes part of a branch name, a comment's marker and a file name. */
function parseKey(key) {
    if (key === undefined || /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/.test(key))
        return key ?? '';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Input \`key\`: "${key}" is not allowed.`, {
        hint: 'Use up to 40 lower-case letters, digits and hyphens, with a letter or digit at both ends.',
    });
}
/** By number, never by the head branch's name: that is the contributor's text, and it can be renamed. */
function defaultBranchName(event, pullRequest, key) {
    if (pullRequest === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The event \`${event.name}\` belongs to no pull request, so there is no branch name.`, {
            hint: 'Give `pull-request` or `branch`.',
        });
    // A queue's candidate holds other pull requests' migrations too; they must not reach this pull request's own branch.
    if (event.name === 'merge_group')
        return queueBranch(pullRequest, key);
    return `preview/pr-${pullRequest}${suffixOf(key)}`;
}
/** The branch that a merge queue's run uses for a pull request; deleted with the pull request's own. */
function queueBranch(pullRequest, key) {
    return `preview/queue-pr-${pullRequest}${suffixOf(key)}`;
}
function suffixOf(key) {
    return key === '' ? '' : `-${key}`;
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
