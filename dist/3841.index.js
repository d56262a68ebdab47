export const id = 3841;
export const ids = [3841];
export const modules = {

/***/ 53841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   definition: () => (/* binding */ definition),
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9755);
/* harmony import */ var _runtime_definition_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(70654);
/* harmony import */ var _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30623);
/* harmony import */ var _common_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27785);
/* harmony import */ var _configuration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16042);
/* harmony import */ var _migrate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53529);
/* harmony import */ var _neon_branch_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70513);
/* harmony import */ var _open_provider_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15766);
/* harmony import */ var _rehearsal_inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13317);
/* harmony import */ var _rehearse_on_copy_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(76265);
/* harmony import */ var _section_outcome_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(15102);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(44737);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3675);
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













const { 'pull-request': pullRequest, key } = _common_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .branchInputs */ .Eh;
const { 'parent-branch': parentBranch } = _common_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .branchCreationInputs */ .rR;
const definition = (0,_runtime_definition_js__WEBPACK_IMPORTED_MODULE_12__/* .defineAction */ .QP)({
    name: 'rehearse-migrations',
    title: 'Rehearse migrations',
    description: 'Runs the pending migrations on a copy of a branch, measures what each statement locks, rewrites and takes, judges it, and throws the copy away.',
    icon: 'activity',
    permissions: [
        '`contents: read`, for the checkout that the migrations are read from, and for the Prisma schema of the base commit.',
    ],
    inputs: {
        'copy-url': _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ({
            description: 'Direct connection URI of a copy to rehearse on. It is migrated for good: never give production. Default: a copy of `parent-branch`, made for this and deleted.',
        }),
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .providerInputs */ .HV,
        'pull-request': pullRequest,
        key,
        'parent-branch': parentBranch,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .databaseInputs */ .dM,
        ..._neon_branch_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .neonBranchInputs */ .i,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .workspaceInputs */ .XW,
        ..._migrate_js__WEBPACK_IMPORTED_MODULE_4__.migrationInputs,
        ..._rehearsal_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .rehearsalInputs */ .XF,
        ..._rehearsal_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .rollbackInputs */ .Cw,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .failOnInput */ .cR,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .githubInputs */ .dN,
    },
    outputs: { ..._migrate_js__WEBPACK_IMPORTED_MODULE_4__.migrationOutputs, ..._rehearsal_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .rehearsalOutputs */ .Sj },
});
function run(io) {
    const step = { key: io.inputs.key ?? '', id: 'rehearse-migrations', title: 'Rehearsal' };
    return (0,_stages_js__WEBPACK_IMPORTED_MODULE_10__/* .leavingSection */ .k)(io, step, () => rehearseAndTell(io));
}
async function rehearseAndTell(io) {
    const { run: result, concluded } = await rehearse(io, rehearsalTarget(io));
    for (const [name, value] of (0,_migrate_js__WEBPACK_IMPORTED_MODULE_4__.migrationOutputValues)(result))
        io.output(name, value);
    if (concluded === undefined)
        io.log.notice('There was no pending migration to rehearse.');
    else {
        for (const [name, value] of concluded.outputs)
            io.output(name, value);
        (0,_section_outcome_js__WEBPACK_IMPORTED_MODULE_9__/* .concludeSection */ .jU)(io, concluded.section, io.inputs.failOn);
    }
    if (result.kind === 'failed')
        io.fail((0,_migrate_js__WEBPACK_IMPORTED_MODULE_4__.describeMigrationFailure)(result));
}
/** Any event will do: the branch of the rehearsal has a name of its own. */
function rehearsalTarget({ inputs, event }) {
    return (0,_target_js__WEBPACK_IMPORTED_MODULE_11__/* .resolveTarget */ .u1)({ ...inputs, branch: 'rehearsal' }, event);
}
async function rehearse(io, target) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { inputs } = io;
        const settings = await (0,_configuration_js__WEBPACK_IMPORTED_MODULE_3__/* .readConfiguration */ .T)({ job: io, inputs, pullRequest: target.pullRequest });
        if (inputs.copyUrl !== undefined)
            return (0,_rehearse_on_copy_js__WEBPACK_IMPORTED_MODULE_8__/* .rehearseOn */ .N)({ job: io, inputs, target, settings }, givenDatabase(io, inputs.copyUrl));
        const provider = __addDisposableResource(env_1, await (0,_open_provider_js__WEBPACK_IMPORTED_MODULE_6__/* .openProvider */ .C)(io, inputs, { neonBranch: (0,_neon_branch_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .neonBranchOptions */ .l)(inputs) }), true);
        return (0,_rehearse_on_copy_js__WEBPACK_IMPORTED_MODULE_8__/* .rehearseOnCopy */ ._)({ job: io, inputs, target, provider, settings });
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
function givenDatabase(io, direct) {
    for (const secret of (0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_0__/* .secretsOf */ .Fj)(direct))
        io.mask(secret);
    return {
        direct,
        pooled: undefined,
        key: io.inputs.key ?? '',
        computeSize: undefined,
        hasParentData: true,
    };
}


/***/ })

};
