export const id = 284;
export const ids = [284];
export const modules = {

/***/ 3849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Go: () => (/* binding */ databaseTargetInputs),
/* harmony export */   Oy: () => (/* binding */ branchDatabase),
/* harmony export */   ef: () => (/* binding */ resolveDatabase)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9755);
/* harmony import */ var _runtime_input_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(623);
/* harmony import */ var _common_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7785);
/* harmony import */ var _create_branch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(211);
/* harmony import */ var _find_branch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(234);
/* harmony import */ var _open_provider_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5766);
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
        description: "Direct connection URI of the database. Default: the pull request's branch, found by its name.",
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
        const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_7__/* .resolveTarget */ .u)(inputs, job.event);
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

/***/ 5102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ reportOf),
/* harmony export */   jU: () => (/* binding */ concludeSection),
/* harmony export */   lI: () => (/* binding */ tellSection)
/* harmony export */ });
/* harmony import */ var _report_fit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9848);
/* harmony import */ var _report_terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3299);
/* harmony import */ var _report_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7342);



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

/***/ 8986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ statusOf),
/* harmony export */   l: () => (/* binding */ countText)
/* harmony export */ });
/* harmony import */ var _report_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8586);
/* harmony import */ var _report_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7342);


function statusOf(findings) {
    const worst = (0,_report_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .worstSeverity */ .Lc)(findings);
    return worst === 'error' ? 'failed' : worst === 'warning' ? 'warning' : 'passed';
}
/** "2 errors, 1 warning", or that there is nothing. */
function countText(findings) {
    return findings.length === 0 ? 'nothing to report' : (0,_report_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .countsInWords */ .Pe)((0,_report_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .countFindings */ .Gt)(findings));
}


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ inCatalogTransaction)
/* harmony export */ });
/* harmony import */ var _identifier_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6967);

/**
 * Runs `work` in a read-only transaction with an empty search_path: nothing that a schema of the database defines
 * (operators, functions, casts) can then stand before pg_catalog, and definitions come back schema-qualified. Works
 * through a pooler in transaction mode too. Compiling (JIT) takes ten times as long as such a query itself.
 * @param snapshotId of a snapshot that another session exported: the transaction then sees that
 */
async function inCatalogTransaction(session, work, snapshotId) {
    try {
        await session.query(begin);
        if (snapshotId !== undefined)
            await session.query(`SET TRANSACTION SNAPSHOT ${(0,_identifier_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteLiteral */ .c)(snapshotId)}`);
        const result = await work();
        await session.query('ROLLBACK');
        return result;
    }
    catch (thrown) {
        // The first error is the one to tell; on a broken connection this one fails too.
        await session.query('ROLLBACK').catch(() => { });
        throw thrown;
    }
}
/** Settings that end with the transaction, in one round trip. */
const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL search_path = '';
SET LOCAL jit = off`;


/***/ }),

/***/ 6967:
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


/***/ }),

/***/ 6757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ findingOf)
/* harmony export */ });
/** A finding of a rule, with its severity and link unless told otherwise. */
function findingOf(rule, finding) {
    const { id, severity, docs } = rule;
    return { rule: id, severity, ...(docs === undefined ? {} : { docs }), ...finding };
}


/***/ })

};
