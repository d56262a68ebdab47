export const id = 5606;
export const ids = [5606,211];
export const modules = {

/***/ 35606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   definition: () => (/* binding */ definition),
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _runtime_definition_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(70654);
/* harmony import */ var _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30623);
/* harmony import */ var _branch_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12441);
/* harmony import */ var _common_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27785);
/* harmony import */ var _create_branch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80211);
/* harmony import */ var _find_branch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50234);
/* harmony import */ var _open_provider_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15766);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(44737);
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
    name: 'connect',
    title: 'Connect to the preview branch',
    description: "Finds a pull request's branch from another job and gives its connection URIs, masked.",
    icon: 'link',
    permissions: ['None: it talks to the provider only.'],
    inputs: {
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .providerInputs */ .HV,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .branchInputs */ .Eh,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .databaseInputs */ .dM,
        'export-env': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM({
            description: 'Set `DATABASE_URL` (pooled) and `DIRECT_URL` for the later steps of this job.',
            default: 'false',
        }),
    },
    outputs: _branch_report_js__WEBPACK_IMPORTED_MODULE_1__/* .branchOutputs */ .F,
});
function run(io) {
    const step = { key: io.inputs.key ?? '', id: 'connect', title: 'Connect' };
    return (0,_stages_js__WEBPACK_IMPORTED_MODULE_6__/* .leavingSection */ .k)(io, step, () => connect(io));
}
async function connect(io) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_7__/* .resolveTarget */ .u1)(io.inputs, io.event);
        const provider = __addDisposableResource(env_1, await (0,_open_provider_js__WEBPACK_IMPORTED_MODULE_5__/* .openProvider */ .C)(io, io.inputs), true);
        const branch = await (0,_find_branch_js__WEBPACK_IMPORTED_MODULE_4__/* .findOurBranch */ .w)(provider, target);
        const connection = await (0,_create_branch_js__WEBPACK_IMPORTED_MODULE_3__.connectionOf)({ job: io, provider, inputs: io.inputs, branch });
        await (0,_create_branch_js__WEBPACK_IMPORTED_MODULE_3__.answers)(io, connection, io.inputs.timeout);
        for (const [name, value] of (0,_branch_report_js__WEBPACK_IMPORTED_MODULE_1__/* .branchOutputValues */ .oW)(branch, connection))
            io.output(name, value);
        if (io.inputs.exportEnv) {
            io.exportVariable('DATABASE_URL', connection.pooled);
            io.exportVariable('DIRECT_URL', connection.direct);
        }
        io.log.info(`Branch ${branch.name} answers on ${connection.host}`);
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


/***/ }),

/***/ 80211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   answers: () => (/* binding */ answers),
/* harmony export */   connectionOf: () => (/* binding */ connectionOf),
/* harmony export */   createBranch: () => (/* binding */ createBranch),
/* harmony export */   definition: () => (/* binding */ definition),
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _postgres_connect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46033);
/* harmony import */ var _postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9755);
/* harmony import */ var _runtime_definition_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(70654);
/* harmony import */ var _branch_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12441);
/* harmony import */ var _common_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27785);
/* harmony import */ var _neon_branch_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70513);
/* harmony import */ var _open_provider_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15766);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(44737);
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
        const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_7__/* .resolveTarget */ .u1)(io.inputs, io.event);
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

/***/ 50234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ findDeletable),
/* harmony export */   w: () => (/* binding */ findOurBranch)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _providers_ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33176);


/** The branch that an earlier step or job made. @throws UserError when it is not there, or not this pull request's. */
async function findOurBranch(provider, target, verb = 'reuse') {
    const branch = await provider.findBranch(target.branch);
    if (branch === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`There is no branch "${target.branch}" on ${provider.name}.`, {
            hint: 'Run the preview or `create-branch` first, with the same `branch`, `pull-request` and `key`; it may also have expired.',
        });
    (0,_providers_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .assertOurs */ .c)(branch, target.owner, verb);
    return branch;
}
/** For a delete: absent is undefined, and a branch that must not go is an error. */
async function findDeletable(provider, target) {
    const branch = await provider.findBranch(target.branch);
    if (branch === undefined)
        return undefined;
    (0,_providers_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .assertOurs */ .c)(branch, target.owner, 'delete');
    return branch;
}


/***/ }),

/***/ 70513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ neonBranchInputs),
/* harmony export */   l: () => (/* binding */ neonBranchOptions)
/* harmony export */ });
/* harmony import */ var _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30623);

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

/***/ 33176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ assertOurs),
/* harmony export */   n: () => (/* binding */ whyNotOurs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** Why a branch must not be touched, or undefined when it is ours to do that with. */
function whyNotOurs(branch, expected, verb) {
    if (branch.isDefault)
        return 'it is the default branch';
    if (branch.isProtected)
        return 'it is protected';
    if (branch.hasChildren && verb !== 'reuse')
        return 'other branches were made from it';
    return whyNotOwned(branch, expected);
}
function whyNotOwned(branch, expected) {
    const { owner } = branch;
    if (owner === undefined)
        return 'it carries no mark of this action, so someone else made it';
    if (owner.repository.toLowerCase() !== expected.repository.toLowerCase())
        return `it belongs to the repository ${owner.repository}`;
    if (owner.pullRequest !== expected.pullRequest)
        return `it belongs to ${describePullRequest(owner)}`;
    if (owner.key !== expected.key)
        return `it belongs to the key "${owner.key}"`;
    return undefined;
}
function describePullRequest(owner) {
    return owner.pullRequest === undefined ? 'no pull request' : `pull request #${owner.pullRequest}`;
}
/** Throws unless the branch is ours to reuse, reset or delete; production named by mistake ends here. */
function assertOurs(branch, expected, verb) {
    const reason = whyNotOurs(branch, expected, verb);
    if (reason === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Refused to ${verb} the branch "${branch.name}": ${reason}.`, {
        hint: 'Only branches that this action made for this repository and pull request are touched. Choose another `branch` name, or delete that branch by hand if it may go.',
    });
}


/***/ })

};
