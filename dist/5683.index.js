export const id = 5683;
export const ids = [5683,211];
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

/***/ 13849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Go: () => (/* binding */ databaseTargetInputs),
/* harmony export */   Oy: () => (/* binding */ branchDatabase),
/* harmony export */   ef: () => (/* binding */ resolveDatabase)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9755);
/* harmony import */ var _runtime_input_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30623);
/* harmony import */ var _common_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27785);
/* harmony import */ var _create_branch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80211);
/* harmony import */ var _find_branch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50234);
/* harmony import */ var _open_provider_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15766);
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








/** For actions that work on one database: given by its URI, or found as the pull request's branch. */
const databaseTargetInputs = {
    'database-url': _runtime_input_js__WEBPACK_IMPORTED_MODULE_2__/* .secret */ .rJ({
        description: "Direct connection URI of the database. Default: the provider's: the pull request's branch, found by its name; for a backup the source branch.",
    }),
    'database-url-pooled': _runtime_input_js__WEBPACK_IMPORTED_MODULE_2__/* .secret */ .rJ({
        description: 'Pooled connection URI of the same database, where there is one.',
    }),
    ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .providerInputs */ .HV,
    ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .branchInputs */ .Eh,
    ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseInputs */ .dM,
};
async function resolveDatabase(job, inputs) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (inputs.databaseUrl !== undefined)
            return givenDatabase(job, inputs, inputs.databaseUrl);
        if (inputs.databaseUrlPooled !== undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Input `database-url-pooled` is given without `database-url`.', {
                hint: 'Migrations and checks use the direct URI; give both, or neither.',
            });
        const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_7__/* .resolveTarget */ .u1)(inputs, job.event);
        const provider = __addDisposableResource(env_1, await (0,_open_provider_js__WEBPACK_IMPORTED_MODULE_6__/* .openProvider */ .C)(job, inputs), true);
        const branch = await (0,_find_branch_js__WEBPACK_IMPORTED_MODULE_5__/* .findOurBranch */ .w)(provider, target);
        return branchDatabase(await (0,_create_branch_js__WEBPACK_IMPORTED_MODULE_4__.connectionOf)({ job, provider, inputs, branch }), target);
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
function branchDatabase(connection, target) {
    const pooled = connection.pooled === connection.direct ? undefined : connection.pooled;
    const { direct, computeSize, hasParentData } = connection;
    return { direct, pooled, key: target.key, computeSize, hasParentData };
}
function givenDatabase(job, inputs, direct) {
    const pooled = inputs.databaseUrlPooled;
    for (const uri of [direct, pooled])
        for (const secret of uri === undefined ? [] : (0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsOf */ .Fj)(uri))
            job.mask(secret);
    return { direct, pooled, key: inputs.key ?? '', computeSize: undefined, hasParentData: true };
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

/***/ 15102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ reportOf),
/* harmony export */   jU: () => (/* binding */ concludeSection),
/* harmony export */   lI: () => (/* binding */ tellSection)
/* harmony export */ });
/* harmony import */ var _report_fit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29848);
/* harmony import */ var _report_terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63299);
/* harmony import */ var _report_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47342);



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
/** A report of one section. */
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

/***/ 86967:
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


/***/ }),

/***/ 59362:
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

/***/ 56757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U7: () => (/* binding */ ruleLevels),
/* harmony export */   hD: () => (/* binding */ findingOf),
/* harmony export */   v4: () => (/* binding */ presets)
/* harmony export */ });
const ruleLevels = ['off', 'notice', 'warning', 'error'];
const presets = ['recommended', 'supabase', 'strict', 'off'];
/** A finding of a rule, with its severity and link unless told otherwise. */
function findingOf(rule, finding) {
    const { id, severity, docs } = rule;
    return { rule: id, severity, ...(docs === undefined ? {} : { docs }), ...finding };
}


/***/ })

};
