export const id = 344;
export const ids = [344];
export const modules = {

/***/ 234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ findDeletable),
/* harmony export */   w: () => (/* binding */ findOurBranch)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _providers_ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3176);


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

/***/ 2344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   definition: () => (/* binding */ definition),
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _runtime_definition_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(654);
/* harmony import */ var _branch_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2441);
/* harmony import */ var _common_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7785);
/* harmony import */ var _create_branch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(211);
/* harmony import */ var _find_branch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(234);
/* harmony import */ var _open_provider_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5766);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4737);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3675);
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








const definition = (0,_runtime_definition_js__WEBPACK_IMPORTED_MODULE_7__/* .defineAction */ .QP)({
    name: 'reset-branch',
    title: 'Reset the preview branch',
    description: "Brings a pull request's branch back to its parent's current state; its connection URIs stay the same.",
    icon: 'rotate-ccw',
    permissions: ['None: it talks to the provider only.'],
    inputs: { ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .providerInputs */ .HV, ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .branchInputs */ .Eh, ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseInputs */ .dM },
    outputs: _branch_report_js__WEBPACK_IMPORTED_MODULE_0__/* .branchOutputs */ .F,
});
function run(io) {
    const step = { key: io.inputs.key ?? '', id: 'create-branch', title: 'Branch' };
    return (0,_stages_js__WEBPACK_IMPORTED_MODULE_5__/* .leavingSection */ .k)(io, step, () => reset(io));
}
async function reset(io) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveTarget */ .u)(io.inputs, io.event);
        const provider = __addDisposableResource(env_1, await (0,_open_provider_js__WEBPACK_IMPORTED_MODULE_4__/* .openProvider */ .C)(io, io.inputs), true);
        const branch = await provider.resetBranch(await (0,_find_branch_js__WEBPACK_IMPORTED_MODULE_3__/* .findOurBranch */ .w)(provider, target, 'reset'));
        const connection = await (0,_create_branch_js__WEBPACK_IMPORTED_MODULE_2__.connectionOf)({ job: io, provider, inputs: io.inputs, branch });
        await (0,_create_branch_js__WEBPACK_IMPORTED_MODULE_2__.answers)(io, connection, io.inputs.timeout);
        for (const [name, value] of (0,_branch_report_js__WEBPACK_IMPORTED_MODULE_0__/* .branchOutputValues */ .oW)(branch, connection))
            io.output(name, value);
        io.reports.writeBranch(target.key, (0,_branch_report_js__WEBPACK_IMPORTED_MODULE_0__/* .reportBranch */ .hJ)({ provider: provider.name, branch, host: connection.host, state: 'ready' }));
        io.reports.writeSection(target.key, resetSection(branch.parent?.name ?? ''));
        io.log.info(`Branch ${branch.name} holds ${branch.parent?.name ?? 'its parent'}'s current state again`);
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
function resetSection(parent) {
    return {
        id: 'create-branch',
        title: 'Branch',
        status: 'passed',
        summary: `Reset to the current state of ${parent}`,
        blocks: [],
        findings: [],
    };
}


/***/ }),

/***/ 3176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ assertOurs),
/* harmony export */   n: () => (/* binding */ whyNotOurs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

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
