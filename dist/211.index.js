export const id = 211;
export const ids = [211];
export const modules = {

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


/***/ })

};
