export const id = 211;
export const ids = [211];
export const modules = {

/***/ 2441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ branchOutputs),
/* harmony export */   ST: () => (/* binding */ goneBranch),
/* harmony export */   hJ: () => (/* binding */ reportBranch),
/* harmony export */   oW: () => (/* binding */ branchOutputValues)
/* harmony export */ });
/** What the report says of a branch; no secret in it. */
function reportBranch({ provider, branch, host, state }) {
    return {
        provider,
        name: branch.name,
        parent: branch.parent?.name,
        host,
        expiresAt: branch.expiresAt?.toISOString(),
        state,
        consoleUrl: branch.consoleUrl,
    };
}
/** A branch that is not there any more, or never was: the report says that it is gone, not that all is well. */
function goneBranch(provider, name) {
    return {
        provider,
        name,
        parent: undefined,
        host: undefined,
        expiresAt: undefined,
        state: 'deleted',
        consoleUrl: undefined,
    };
}
/** The outputs that every action about one branch has. */
const branchOutputs = {
    branch: 'Name of the branch.',
    'branch-id': "The provider's id of the branch.",
    'parent-branch': 'Name of the branch it was made from.',
    'expires-at': 'When it goes by itself, ISO 8601 in UTC; empty when it never does.',
    host: 'Direct host.',
    'database-url': 'Direct connection URI, masked. For migrations. Not to be passed between jobs: call `connect` there.',
    'database-url-pooled': 'Pooled connection URI, masked. For the app. The same as `database-url` where there is no pooler.',
};
function branchOutputValues(branch, connection) {
    return [
        ['branch', branch.name],
        ['branch-id', branch.id],
        ['parent-branch', branch.parent?.name ?? ''],
        ['expires-at', branch.expiresAt?.toISOString() ?? ''],
        ['host', connection.host],
        ['database-url', connection.direct],
        ['database-url-pooled', connection.pooled],
    ];
}


/***/ }),

/***/ 7785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rR: () => (/* binding */ branchCreationInputs),
  Eh: () => (/* binding */ branchInputs),
  dM: () => (/* binding */ databaseInputs),
  cR: () => (/* binding */ failOnInput),
  dN: () => (/* binding */ githubInputs),
  HV: () => (/* binding */ providerInputs),
  XW: () => (/* binding */ workspaceInputs)
});

;// CONCATENATED MODULE: ./build/providers/provider.js
const providerNames = ['neon', 'postgres'];

// EXTERNAL MODULE: ./build/runtime/input.js
var input = __webpack_require__(623);
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


/***/ }),

/***/ 211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   answers: () => (/* binding */ answers),
/* harmony export */   connectionOf: () => (/* binding */ connectionOf),
/* harmony export */   createBranch: () => (/* binding */ createBranch),
/* harmony export */   definition: () => (/* binding */ definition),
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _postgres_connect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9397);
/* harmony import */ var _postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9755);
/* harmony import */ var _runtime_definition_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(654);
/* harmony import */ var _branch_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2441);
/* harmony import */ var _common_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7785);
/* harmony import */ var _neon_branch_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(513);
/* harmony import */ var _open_provider_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5766);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4737);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3675);
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









const definition = (0,_runtime_definition_js__WEBPACK_IMPORTED_MODULE_8__/* .defineAction */ .QP)({
    name: 'create-branch',
    title: 'Create a preview branch',
    description: "Creates a pull request's database branch, or adopts the one it has, and waits until it answers.",
    icon: 'git-branch',
    permissions: ['None: it talks to the provider only.'],
    inputs: {
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .providerInputs */ .HV,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .branchInputs */ .Eh,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseInputs */ .dM,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .branchCreationInputs */ .rR,
        ..._neon_branch_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .neonBranchInputs */ .i,
    },
    outputs: { ..._branch_report_js__WEBPACK_IMPORTED_MODULE_2__/* .branchOutputs */ .F, created: '`true` when this run made the branch, `false` when it was there.' },
});
function run(io) {
    const step = { key: io.inputs.key ?? '', id: 'create-branch', title: 'Branch' };
    return (0,_stages_js__WEBPACK_IMPORTED_MODULE_6__/* .leavingSection */ .k)(io, step, () => createAndTell(io));
}
async function createAndTell(io) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_7__/* .resolveTarget */ .u)(io.inputs, io.event);
        const provider = __addDisposableResource(env_1, await (0,_open_provider_js__WEBPACK_IMPORTED_MODULE_5__/* .openProvider */ .C)(io, io.inputs, { neonBranch: (0,_neon_branch_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .neonBranchOptions */ .l)(io.inputs) }), true);
        const { branch, created, connection } = await createBranch({
            job: io,
            inputs: io.inputs,
            target,
            provider,
        });
        for (const [name, value] of (0,_branch_report_js__WEBPACK_IMPORTED_MODULE_2__/* .branchOutputValues */ .oW)(branch, connection))
            io.output(name, value);
        io.output('created', created);
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
/** Makes or adopts the branch, waits for `SELECT 1` on the direct host, and leaves its part of the report. */
async function createBranch({ job, inputs, target, provider, }) {
    const start = performance.now();
    const ensured = await provider.ensureBranch({
        name: target.branch,
        parent: inputs.parentBranch,
        owner: target.owner,
        choice: { database: inputs.database, role: inputs.role },
        expiresAt: new Date(job.now().getTime() + inputs.expiresIn * 1000),
    });
    const connection = await connectionOf({ job, provider, inputs, branch: ensured.branch });
    await answers(job, connection, inputs.timeout);
    const created = { ...ensured, connection };
    job.reports.writeBranch(target.key, (0,_branch_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reportBranch */ .hJ)({ provider: provider.name, branch: ensured.branch, host: connection.host, state: 'ready' }));
    job.reports.writeSection(target.key, createBranchSection(provider, created));
    job.log.info(`${describe(created)} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    return created;
}
/** The branch's URIs, every form of their secrets masked before anyone can print them. */
async function connectionOf({ job, provider, inputs, branch, }) {
    const connection = await provider.connection(branch, { database: inputs.database, role: inputs.role });
    for (const secret of [...(0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsOf */ .Fj)(connection.direct), ...(0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsOf */ .Fj)(connection.pooled)])
        job.mask(secret);
    return connection;
}
/** Waits until the direct host answers; a compute that sleeps is woken by this. @param timeout in seconds */
async function answers(job, connection, timeout) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const database = __addDisposableResource(env_2, await (0,_postgres_connect_js__WEBPACK_IMPORTED_MODULE_0__/* .connectWhenReady */ .y)({
            uri: connection.direct,
            applicationName: `database-actions/${job.action}`,
            signal: job.signal,
            timeoutMs: timeout * 1000,
            log: job.log,
        }), true);
        await database.query('SELECT 1');
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
function describe({ branch, created }) {
    return `Branch ${branch.name} ${created ? 'created' : 'adopted'}, answering on its direct host`;
}
function createBranchSection(provider, { branch, created, connection }) {
    return {
        id: 'create-branch',
        title: 'Branch',
        status: 'passed',
        summary: `${created ? 'Created' : 'Reused'} from ${branch.parent?.name ?? 'an empty schema'}`,
        blocks: [
            {
                kind: 'facts',
                rows: [
                    ['Provider', provider.name],
                    ['Branch', { code: branch.name }],
                    ['Parent', { code: branch.parent?.name ?? 'none' }],
                    ['Database', { code: connection.database }],
                    ['Role', { code: connection.role }],
                    ['Direct host', { code: connection.host }],
                ],
            },
        ],
        findings: [],
    };
}


/***/ }),

/***/ 513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ neonBranchInputs),
/* harmony export */   l: () => (/* binding */ neonBranchOptions)
/* harmony export */ });
/* harmony import */ var _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(623);

/** How a new branch is made on Neon; other providers ignore them. */
const neonBranchInputs = {
    'branch-type': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq({
        description: 'Neon: `schema-only` copies the schema without rows, as a root branch.',
        choices: ['default', 'schema-only'],
        default: 'default',
    }),
    'masking-rules': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq({
        description: "Neon: JSON array of masking rules; the branch is anonymised before anyone gets its URI. Neon's own format.",
    }),
    'parent-timestamp': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq({
        description: "Neon: the parent's state at this time (ISO 8601 with zone) instead of now.",
    }),
    'parent-lsn': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq({
        description: "Neon: the parent's state at this log position instead of now.",
    }),
    'compute-size': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq({
        description: "Neon: compute units, fixed (`0.25`) or from-to (`0.25-2`). Default: the project's.",
    }),
    'suspend-timeout': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq({
        description: "Neon: suspend the compute after this time without work (`60s` to `7d`, or `never`). Default: the project's.",
    }),
};
function neonBranchOptions(inputs) {
    return {
        branchType: inputs.branchType,
        maskingRules: inputs.maskingRules,
        parentTimestamp: inputs.parentTimestamp,
        parentLsn: inputs.parentLsn,
        computeSize: inputs.computeSize,
        suspendTimeout: inputs.suspendTimeout,
    };
}


/***/ }),

/***/ 5766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ openProvider),
/* harmony export */   V: () => (/* binding */ chooseProvider)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8508);


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
    const { createPostgresProvider } = await Promise.all(/* import() */[__webpack_require__.e(397), __webpack_require__.e(412), __webpack_require__.e(503)]).then(__webpack_require__.bind(__webpack_require__, 6503));
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
    const { createNeonProvider } = await __webpack_require__.e(/* import() */ 866).then(__webpack_require__.bind(__webpack_require__, 8866));
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

/***/ 4737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ runStages),
/* harmony export */   k: () => (/* binding */ leavingSection)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _runtime_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9881);


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

/***/ 3675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ queueBranch),
/* harmony export */   u: () => (/* binding */ resolveTarget)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/** Neon's limit for a branch name (its API description, `BranchCreateRequest.branch.name`). */
const longestBranchName = 256;
/** @throws UserError when neither the event nor the inputs say which branch is meant. */
function resolveTarget(inputs, event) {
    const key = parseKey(inputs.key);
    const pullRequest = inputs.pullRequest > 0 ? inputs.pullRequest : event.pullRequest?.number;
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

/***/ 3110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

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

/***/ 623:
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
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3110);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);


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

/***/ 8508:
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
