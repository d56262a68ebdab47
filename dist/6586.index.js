export const id = 6586;
export const ids = [6586];
export const modules = {

/***/ 66586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   definition: () => (/* binding */ definition),
/* harmony export */   deleteOurBranch: () => (/* binding */ deleteOurBranch),
/* harmony export */   deletePreview: () => (/* binding */ deletePreview),
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _runtime_definition_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(70654);
/* harmony import */ var _branch_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12441);
/* harmony import */ var _common_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27785);
/* harmony import */ var _find_branch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50234);
/* harmony import */ var _leftover_rehearsals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88450);
/* harmony import */ var _open_provider_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15766);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44737);
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
    name: 'delete-branch',
    title: 'Delete the preview branch',
    description: "Deletes a pull request's branch. Absent is success; a branch that is not this pull request's is refused.",
    icon: 'trash-2',
    permissions: ['None: it talks to the provider only.'],
    inputs: { ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .providerInputs */ .HV, ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .branchInputs */ .Eh },
    outputs: { deleted: '`true` when the branch was there, `false` when it was gone already.' },
});
function run(io) {
    const step = { key: io.inputs.key ?? '', id: 'delete-branch', title: 'Branch' };
    return (0,_stages_js__WEBPACK_IMPORTED_MODULE_5__/* .leavingSection */ .k)(io, step, () => deleteAndTell(io));
}
async function deleteAndTell(io) {
    io.output('deleted', await deletePreview(io, io.inputs, (0,_target_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveTarget */ .u1)(io.inputs, io.event)));
}
/** The whole of a pull request's end: its own branch, and what a merge queue left. True when its own was there. */
async function deletePreview(job, inputs, target) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (isEmbedded(inputs, job)) {
            job.log.info('The embedded server goes with its job; there is no branch to delete.');
            job.reports.writeBranch(target.key, (0,_branch_report_js__WEBPACK_IMPORTED_MODULE_0__/* .goneBranch */ .ST)('postgres', target.branch));
            job.reports.writeSection(target.key, deletedSection(target, undefined));
            return false;
        }
        const provider = __addDisposableResource(env_1, await (0,_open_provider_js__WEBPACK_IMPORTED_MODULE_4__/* .openProvider */ .C)(job, inputs), true);
        const deleted = await deleteOurBranch(job, provider, target);
        if (inputs.branch === undefined)
            await deleteQueueBranch(provider, target);
        await (0,_leftover_rehearsals_js__WEBPACK_IMPORTED_MODULE_3__/* .deleteRehearsalBranches */ .r)(provider, target);
        return deleted;
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
/** Nothing outlives a job on an embedded server, so none is started to look. */
function isEmbedded(inputs, { event }) {
    return inputs.postgresUrl === undefined && (0,_open_provider_js__WEBPACK_IMPORTED_MODULE_4__/* .chooseProvider */ .V)(inputs, event, () => { }) === 'postgres';
}
async function deleteQueueBranch(provider, target) {
    if (target.pullRequest === undefined)
        return;
    const branch = await (0,_find_branch_js__WEBPACK_IMPORTED_MODULE_2__/* .findDeletable */ .s)(provider, {
        ...target,
        branch: (0,_target_js__WEBPACK_IMPORTED_MODULE_6__/* .queueBranch */ .QT)(target.pullRequest, target.key),
    });
    if (branch !== undefined)
        await provider.deleteBranch(branch);
}
/** Deletes the target's branch if it is ours and leaves the report's closing section. True when it was there. */
async function deleteOurBranch(job, provider, target) {
    const branch = await (0,_find_branch_js__WEBPACK_IMPORTED_MODULE_2__/* .findDeletable */ .s)(provider, target);
    const deleted = branch !== undefined && (await provider.deleteBranch(branch));
    job.reports.writeBranch(target.key, branch === undefined
        ? (0,_branch_report_js__WEBPACK_IMPORTED_MODULE_0__/* .goneBranch */ .ST)(provider.name, target.branch)
        : (0,_branch_report_js__WEBPACK_IMPORTED_MODULE_0__/* .reportBranch */ .hJ)({ provider: provider.name, branch, state: 'deleted' }));
    job.reports.writeSection(target.key, deletedSection(target, branch));
    job.log.info(deleted ? `Branch ${target.branch} deleted` : `Branch ${target.branch} was gone already`);
    return deleted;
}
function deletedSection(target, branch) {
    return {
        id: 'delete-branch',
        title: 'Branch',
        status: 'passed',
        summary: branch === undefined ? `${target.branch} was gone already` : `${target.branch} deleted`,
        blocks: [],
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

/***/ 88450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ rehearsalPrefix),
/* harmony export */   r: () => (/* binding */ deleteRehearsalBranches)
/* harmony export */ });
/* harmony import */ var _providers_ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33176);
/** Rehearsal branches by their name, for who deletes and need not know how one is made: a light action stays light. */

const rehearsalPrefix = 'rehearsal/';
/** What cancelled runs of this pull request left; called when it is closed. */
async function deleteRehearsalBranches(provider, target) {
    const left = [];
    for await (const branch of provider.listBranches())
        if (branch.name.startsWith(rehearsalPrefix) && (0,_providers_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .whyNotOurs */ .n)(branch, target.owner, 'delete') === undefined)
            left.push(branch);
    for (const branch of left)
        await provider.deleteBranch(branch);
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
