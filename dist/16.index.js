export const id = 16;
export const ids = [16];
export const modules = {

/***/ 6586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   definition: () => (/* binding */ definition),
/* harmony export */   deleteOurBranch: () => (/* binding */ deleteOurBranch),
/* harmony export */   deletePreview: () => (/* binding */ deletePreview),
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _runtime_definition_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(654);
/* harmony import */ var _branch_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2441);
/* harmony import */ var _common_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7785);
/* harmony import */ var _find_branch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(234);
/* harmony import */ var _leftover_rehearsals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8450);
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
    io.output('deleted', await deletePreview(io, io.inputs, (0,_target_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveTarget */ .u)(io.inputs, io.event)));
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
        branch: (0,_target_js__WEBPACK_IMPORTED_MODULE_6__/* .queueBranch */ .Q)(target.pullRequest, target.key),
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

/***/ 1016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  definition: () => (/* binding */ preview_definition),
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/github/pull-request.js
var pull_request = __webpack_require__(1351);
// EXTERNAL MODULE: ./build/migrations/schema-engine.js
var schema_engine = __webpack_require__(380);
// EXTERNAL MODULE: ./build/migrations/sql-parser.js
var sql_parser = __webpack_require__(7962);
;// CONCATENATED MODULE: ./build/migrations/warm-up.js


/**
 * Loads and compiles what migrations and schema checks will need: a third of a second that is free while a service is
 * being waited for. What cannot be loaded is told by the one who needs it.
 */
async function warmUp(wasm) {
    await Promise.allSettled([
        (0,schema_engine/* loadSchemaEngine */.E)(wasm?.schemaEngine),
        (0,sql_parser/* loadSqlParser */.O)(wasm?.sqlParser),
        __webpack_require__.e(/* import() */ 617).then(__webpack_require__.bind(__webpack_require__, 617)),
        __webpack_require__.e(/* import() */ 849).then(__webpack_require__.bind(__webpack_require__, 6230)),
    ]);
}

// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(7342);
// EXTERNAL MODULE: ./build/runtime/definition.js
var definition = __webpack_require__(654);
// EXTERNAL MODULE: ./build/runtime/failure.js
var runtime_failure = __webpack_require__(9881);
// EXTERNAL MODULE: ./build/runtime/input.js
var input = __webpack_require__(623);
// EXTERNAL MODULE: ./build/actions/branch-report.js
var branch_report = __webpack_require__(2441);
// EXTERNAL MODULE: ./build/actions/check-connection.js + 23 modules
var check_connection = __webpack_require__(4779);
// EXTERNAL MODULE: ./build/actions/check-schema.js + 23 modules
var check_schema = __webpack_require__(5255);
// EXTERNAL MODULE: ./build/actions/comment.js + 5 modules
var comment = __webpack_require__(1585);
// EXTERNAL MODULE: ./build/actions/common-inputs.js + 1 modules
var common_inputs = __webpack_require__(7785);
// EXTERNAL MODULE: ./build/actions/create-branch.js
var create_branch = __webpack_require__(211);
// EXTERNAL MODULE: ./build/actions/database-target.js
var database_target = __webpack_require__(3849);
// EXTERNAL MODULE: ./build/actions/delete-branch.js
var delete_branch = __webpack_require__(6586);
// EXTERNAL MODULE: ./build/actions/migrate.js + 97 modules
var migrate = __webpack_require__(3529);
// EXTERNAL MODULE: ./build/actions/neon-branch-inputs.js
var neon_branch_inputs = __webpack_require__(513);
// EXTERNAL MODULE: ./build/actions/open-github.js + 3 modules
var open_github = __webpack_require__(5936);
// EXTERNAL MODULE: ./build/actions/open-provider.js
var open_provider = __webpack_require__(5766);
// EXTERNAL MODULE: ./build/actions/project-place.js
var project_place = __webpack_require__(3211);
// EXTERNAL MODULE: ./build/actions/publish.js
var publish = __webpack_require__(635);
// EXTERNAL MODULE: ./build/migrations/migration-files.js
var migration_files = __webpack_require__(7950);
// EXTERNAL MODULE: ./build/migrations/history.js
var migrations_history = __webpack_require__(2380);
// EXTERNAL MODULE: ./build/migrations/history-check.js
var history_check = __webpack_require__(9345);
// EXTERNAL MODULE: ./build/migrations/session.js
var session = __webpack_require__(8684);
;// CONCATENATED MODULE: ./build/migrations/stale-history.js
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



/**
 * Why the history of a preview branch cannot become what this checkout says, or undefined when it can: an earlier push
 * left a failed migration (every engine refuses to go on from there, P3009), or one that was edited, renamed or deleted
 * since it ran here. Resetting the branch is the way out.
 */
async function whyHistoryIsStale({ directUri, folder, since }, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const connection = __addDisposableResource(env_1, await (0,session/* connectionOpener */.w)(options)(directUri, 'database-actions/history'), true);
        const history = await (0,migrations_history/* readHistory */.Lu)(connection, (0,session/* schemaOf */.p)(directUri));
        const [failed] = (0,migrations_history/* failedNames */.sN)(history);
        if (failed !== undefined)
            return `${failed} failed in an earlier run`;
        const { edited, missing } = (0,history_check/* divergedRows */._i)(folder, history);
        const ranHere = ({ startedAt }) => startedAt > since.getTime();
        const changed = edited.find(ranHere);
        if (changed !== undefined)
            return `${changed.name} was edited after it had run here`;
        const gone = missing.find(ranHere);
        return gone === undefined ? undefined : `${gone.name} ran here and is not in the checkout any more`;
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
/** Names of the migrations that ran on the branch itself, in an earlier run; empty for one that is as its parent was. */
async function migrationsRunSince({ directUri, since }, options) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const connection = __addDisposableResource(env_2, await (0,session/* connectionOpener */.w)(options)(directUri, 'database-actions/history'), true);
        const history = await (0,migrations_history/* readHistory */.Lu)(connection, (0,session/* schemaOf */.p)(directUri));
        return (history ?? [])
            .filter(({ startedAt, steps }) => startedAt > since.getTime() && steps > 0)
            .map(({ name }) => name);
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

// EXTERNAL MODULE: ./build/actions/prisma-expectations.js
var prisma_expectations = __webpack_require__(1664);
;// CONCATENATED MODULE: ./build/actions/refresh-branch.js






const refreshInputs = {
    reset: input/* choice */.Yq({
        description: 'Bring an adopted branch back to its parent before migrating: `auto` when an earlier push left a failed migration on it, or one that was edited or removed since; `always` for fresh data with every push.',
        choices: ['auto', 'always', 'never'],
        default: 'auto',
    }),
};
/** The branch to migrate: as it was adopted, or reset when it cannot be migrated as it is. */
async function refreshBranch(request) {
    const { job, inputs, provider, created } = request;
    const reason = created.created ? undefined : await whyReset(request);
    if (reason === undefined)
        return created;
    job.log.notice(`The branch is reset to its parent: ${reason}.`);
    const branch = await resetIfPossible(request, created.branch);
    if (branch === undefined)
        return created;
    const connection = await (0,create_branch.connectionOf)({ job, provider, inputs, branch });
    await (0,create_branch.answers)(job, connection, inputs.timeout);
    return { ...created, branch, connection };
}
async function whyReset(request) {
    const { job, inputs, created } = request;
    if (inputs.reset === 'never')
        return undefined;
    if (inputs.reset === 'always')
        return '`reset: always`';
    const project = inputs.command === undefined ? await (0,prisma_expectations/* findProject */.t)(request) : undefined;
    if (project === undefined)
        return undefined;
    const folder = await (0,migration_files/* readMigrations */.Y)(project.migrationsDirectory);
    const { log, signal } = job;
    return whyHistoryIsStale({ directUri: created.connection.direct, folder, since: created.branch.filledAt }, { log, signal, timeoutMs: inputs.timeout * 1000 });
}
/** A schema-only or anonymised branch cannot be reset; the migration then says what is the matter. */
async function resetIfPossible({ job, provider, inputs }, branch) {
    try {
        return await provider.resetBranch(branch);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo) || inputs.reset === 'always')
            throw thrown;
        job.log.warning(`The branch cannot be reset: ${thrown.message} Delete it, and the next run makes a new one.`);
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/actions/rehearsal-inputs.js
var rehearsal_inputs = __webpack_require__(3317);
// EXTERNAL MODULE: ./build/actions/rehearsal.js + 71 modules
var actions_rehearsal = __webpack_require__(2890);
// EXTERNAL MODULE: ./build/actions/rehearse-on-copy.js + 6 modules
var rehearse_on_copy = __webpack_require__(6265);
;// CONCATENATED MODULE: ./build/actions/rehearsed-migration.js
/** The migrations of a preview, rehearsed as well: on the preview itself while it is a fresh copy, else on one of its own. */






/**
 * Every push shows all migrations of the pull request, measured on its parent's data: those of an earlier push have run on
 * the preview already, and what testers did there is in the way too.
 */
async function migrateAndRehearse(request) {
    const { job, inputs, database, target } = request;
    const { isRestricted } = target;
    if (!(0,actions_rehearsal/* isRehearsalAsked */.GM)(inputs))
        return { run: await (0,migrate.applyMigrations)({ job, inputs, database, isRestricted }), outputs: [] };
    if (inputs.rehearseRollback || (await hasRunHere(request))) {
        const run = await (0,migrate.applyMigrations)({ job, inputs, database, isRestricted });
        return { run, outputs: await onCopy(request) };
    }
    const rehearsal = await (0,actions_rehearsal/* rehearsalOf */.pK)({ job, inputs, database, isRestricted });
    const rehearse = await (0,actions_rehearsal/* rehearseRequest */.zv)(rehearsal);
    const run = await (0,migrate.applyMigrations)({ job, inputs, database, isRestricted, rehearse });
    if (run.rehearsal === undefined)
        return { run, outputs: [] };
    return { run, outputs: (await (0,actions_rehearsal/* concludeRehearsal */.xl)(rehearsal, run.rehearsal, actions_rehearsal/* noRollback */.aj)).outputs };
}
async function hasRunHere({ job, inputs, database, since }) {
    if (since === undefined || inputs.command !== undefined)
        return false;
    const { log, signal } = job;
    const options = { log, signal, timeoutMs: inputs.timeout * 1000 };
    return (await migrationsRunSince({ directUri: database.direct, since }, options)).length > 0;
}
/** The preview stands without it: what prevents the rehearsal is a warning in its own section. */
async function onCopy(request) {
    const { job, database } = request;
    try {
        const { concluded } = await job.log.group('Rehearsal', () => (0,rehearse_on_copy/* rehearseOnCopy */._)(request));
        return concluded?.outputs ?? [];
    }
    catch (thrown) {
        if (job.signal.aborted || thrown instanceof errors/* CancelledError */.cc)
            throw thrown;
        job.reports.writeSection(database.key, notRehearsed(thrown));
        return [];
    }
}
function notRehearsed(thrown) {
    const [message = '', ...rest] = (0,runtime_failure/* describeFailure */.I)(thrown).split('\n');
    return {
        id: 'rehearse-migrations',
        title: 'Rehearsal',
        status: 'warning',
        summary: 'The migrations were not rehearsed',
        blocks: [],
        findings: [
            {
                rule: 'not-rehearsed',
                severity: 'warning',
                subject: 'rehearse-migrations',
                message,
                ...(rest.length === 0 ? {} : { evidence: rest.join('\n') }),
            },
        ],
    };
}

// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(7929);
// EXTERNAL MODULE: ./build/schema/diff-section.js + 3 modules
var diff_section = __webpack_require__(996);
// EXTERNAL MODULE: ./build/schema/diff-snapshots.js + 5 modules
var diff_snapshots = __webpack_require__(8189);
// EXTERNAL MODULE: ./build/actions/read-schema.js
var read_schema = __webpack_require__(6572);
// EXTERNAL MODULE: ./build/actions/readable-uri.js
var readable_uri = __webpack_require__(2969);
// EXTERNAL MODULE: ./build/actions/schema-diff.js + 2 modules
var schema_diff = __webpack_require__(3022);
;// CONCATENATED MODULE: ./build/actions/schema-changes.js
/** The preview's own comparison: the migrated branch with the schema that it was made from. */







/**
 * A branch that this run made or reset *is* the fork point, so it is read itself and its parent is left asleep. An
 * adopted one has earlier pushes' migrations on it: then the parent's head is read, once, for a second. That it
 * cannot be read is no failure of the preview.
 */
async function readSchemaBasis(request) {
    const { job, inputs, created, isFresh } = request;
    const parent = created.branch.parent?.name;
    const read = (uri) => (0,read_schema/* readSchema */.G)({ job, uri, timeout: inputs.timeout, options: { schemas: inputs.schemas } });
    try {
        if (isFresh)
            return { kind: 'fork', snapshot: await read(created.connection.direct), parent };
        if (parent === undefined)
            return { kind: 'unknown', reason: 'the branch has no parent' };
        return { kind: 'parent', snapshot: await read(await parentUri(request, parent)), parent };
    }
    catch (thrown) {
        job.signal.throwIfAborted();
        const isTold = thrown instanceof errors/* UserError */.yo || thrown instanceof errors/* ExternalError */.yA;
        if (!isTold && (0,sqlstate/* sqlStateOf */.v9)(thrown) === undefined)
            throw thrown;
        return { kind: 'unknown', reason: (0,errors/* errorMessage */.gJ)(thrown) };
    }
}
async function parentUri({ job, provider, inputs }, parent) {
    const branch = await provider.findBranch(parent);
    if (branch === undefined)
        throw new errors/* UserError */.yo(`the parent branch ${parent} is not there any more`);
    return (0,readable_uri/* readableUri */.J)({ job, provider, inputs, branch });
}
/** Compares the migrated branch and leaves the section. @returns the outputs; none when there was nothing to compare with */
async function tellSchemaChanges(request) {
    const { job, database, basis, inputs } = request;
    if (basis.kind === 'unknown') {
        job.reports.writeSection(database.key, skippedSection(basis.reason));
        return [];
    }
    const to = await (0,read_schema/* readSchema */.G)({
        job,
        uri: database.direct,
        timeout: inputs.timeout,
        options: { schemas: inputs.schemas },
    });
    const comparison = {
        diff: (0,diff_snapshots/* diffSnapshots */.V)(basis.snapshot, to, diffOptions(request, basis.kind)),
        from: basis.snapshot,
        to,
        basis: basisWords(basis),
        hasSizes: database.hasParentData,
    };
    job.reports.writeSection(database.key, (0,diff_section/* schemaDiffSection */.k)(comparison));
    return (0,schema_diff.schemaDiffOutputValues)(job, database.key, comparison);
}
/** A copy on a plain server belongs to a role of its own, and its grants follow from that. */
function diffOptions({ provider, database }, kind) {
    if (kind === 'fork')
        return { identity: 'same' };
    const identity = database.hasParentData ? { identity: 'copy' } : {};
    if (provider === 'neon')
        return identity;
    return {
        ...identity,
        ignoreAttributes: ['owner', 'grants'],
        exclude: ['*._prisma_migrations', 'default privileges:*'],
    };
}
function basisWords(basis) {
    if (basis.kind === 'fork')
        return basis.parent === undefined
            ? 'Compared with the branch before the migrations.'
            : `Compared with the branch as it was made from ${basis.parent}, before the migrations.`;
    return `Compared with ${basis.parent} as it is now, since an earlier push had migrated the branch already. What changed there after the branch was made shows here the other way round.`;
}
function skippedSection(reason) {
    return {
        id: 'schema-diff',
        title: 'Schema changes',
        status: 'skipped',
        summary: `Nothing to compare with: ${reason}`,
        blocks: [],
        findings: [],
    };
}

// EXTERNAL MODULE: ./build/actions/stages.js
var actions_stages = __webpack_require__(4737);
// EXTERNAL MODULE: ./build/actions/target.js
var actions_target = __webpack_require__(3675);
;// CONCATENATED MODULE: ./build/actions/preview.js




























const preview_definition = (0,definition/* defineAction */.QP)({
    name: 'preview',
    title: 'NeonHub Database Actions: pull request preview',
    description: 'Gives a pull request its own migrated and checked database branch, reports in one comment, and deletes the branch when the pull request closes.',
    icon: 'database',
    permissions: [
        '`contents: read`, for the checkout that the migrations are read from.',
        '`pull-requests: write`, for the comment.',
    ],
    inputs: {
        ...common_inputs/* providerInputs */.HV,
        ...common_inputs/* branchInputs */.Eh,
        ...common_inputs/* databaseInputs */.dM,
        ...common_inputs/* branchCreationInputs */.rR,
        ...neon_branch_inputs/* neonBranchInputs */.i,
        ...common_inputs/* workspaceInputs */.XW,
        ...migrate.migrationInputs,
        ...refreshInputs,
        ...rehearsal_inputs/* rehearseInputs */.nP,
        ...rehearsal_inputs/* rollbackInputs */.Cw,
        ...check_connection.connectionCheckInputs,
        ...check_schema.schemaCheckInputs,
        ...common_inputs/* failOnInput */.cR,
        comment: input/* boolean */.zM({
            description: 'Post the report as a comment on the pull request.',
            default: 'true',
        }),
        ...common_inputs/* githubInputs */.dN,
    },
    outputs: {
        ...branch_report/* branchOutputs */.F,
        created: '`true` when this run made the branch, `false` when it was there.',
        deleted: 'On a closed pull request: `true` when the branch was there.',
        ...migrate.migrationOutputs,
        ...rehearsal_inputs/* rehearsalOutputs */.Sj,
        ...schema_diff.schemaDiffOutputs,
        ...check_connection.connectionOutputs,
        ...check_schema.schemaOutputs,
        ...comment.commentOutputs,
        status: '`passed`, `warning`, `failed` or `deleted`.',
        'report-path': 'The report as JSON; `report.md` lies beside it.',
    },
});
async function run(io) {
    const asked = (0,actions_target/* resolveTarget */.u)(io.inputs, io.event);
    io.reports.clear(asked.key);
    // What a later step reads when this one dies on the way.
    io.output('status', 'failed');
    const { isClosed, isForeign } = io.event.action === 'closed' ? { isClosed: true, isForeign: false } : await lookUp(io, asked);
    const target = { ...asked, isRestricted: asked.isRestricted || isForeign };
    const failures = isClosed ? await closePreview(io, target) : await openPreview(io, target);
    const report = (0,publish/* gatherReport */.K)(io, target);
    io.output('report-path', (0,publish/* summarizeReport */.S)(io, report));
    io.annotate(report.sections.flatMap(({ findings }) => findings));
    io.output('status', (0,verdict/* verdictOf */.Vj)(report));
    const commentFailure = await preview_comment(io, target, report);
    conclude(io, report, [...failures, ...commentFailure]);
}
async function lookUp(io, { pullRequest: number }) {
    // Who may comment is not who may run code here.
    const unknown = { isClosed: false, isForeign: io.event.name === 'issue_comment' };
    if (number === undefined || io.inputs.githubToken === undefined)
        return unknown;
    try {
        const pull = await (0,pull_request/* getPullRequest */.T9)({ ...(await (0,open_github/* openGitHub */.o)(io, io.inputs)), number });
        if (pull === undefined)
            return unknown;
        const isClosed = pull.state === 'closed';
        if (isClosed)
            io.log.notice(`Pull request #${number} is closed by now: its branch is deleted, not created.`);
        return { isClosed, isForeign: !isSameRepository(pull.headRepository, io.event.repository) };
    }
    catch (thrown) {
        io.signal.throwIfAborted();
        io.log.debug(`The pull request could not be read: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
        return unknown;
    }
}
function isSameRepository(left, right) {
    return left?.toLowerCase() === right.toLowerCase();
}
async function openPreview(io, target) {
    const progress = { provider: undefined, database: undefined, since: undefined, basis: undefined };
    const ready = () => left(progress.database, 'database');
    const checks = [changesStage(io, progress), connectionStage(io, ready), schemaStage(io, target, ready)];
    const stages = [branchStage(io, target, progress), migrationStage(io, target, progress), checks];
    try {
        return await (0,actions_stages/* runStages */.J)(io, target.key, stages);
    }
    finally {
        await progress.provider?.[Symbol.asyncDispose]();
    }
}
function left(value, what) {
    if (value === undefined)
        throw new Error(`the branch stage left no ${what}`);
    return value;
}
function branchStage(io, target, progress) {
    return {
        id: 'create-branch',
        title: 'Branch',
        async work() {
            const provider = await (0,open_provider/* openProvider */.C)(io, io.inputs, { neonBranch: (0,neon_branch_inputs/* neonBranchOptions */.l)(io.inputs) });
            progress.provider = provider;
            void warmUp((0,project_place/* wasmPaths */.$)(io));
            const adopted = await (0,create_branch.createBranch)({ job: io, inputs: io.inputs, target, provider });
            const created = await refreshBranch({
                job: io,
                inputs: io.inputs,
                provider,
                created: adopted,
                database: (0,database_target/* branchDatabase */.Oy)(adopted.connection, target),
                isRestricted: target.isRestricted,
            });
            for (const [name, value] of (0,branch_report/* branchOutputValues */.oW)(created.branch, created.connection))
                io.output(name, value);
            io.output('created', created.created);
            progress.database = (0,database_target/* branchDatabase */.Oy)(created.connection, target);
            progress.since = created.branch.filledAt;
            const isFresh = created.created || created !== adopted;
            progress.basis = await readSchemaBasis({ job: io, inputs: io.inputs, provider, created, isFresh });
            return 'go on';
        },
    };
}
function migrationStage(io, target, progress) {
    return {
        id: 'migrate',
        title: 'Migrations',
        async work() {
            const { since } = progress;
            const provider = left(progress.provider, 'provider');
            const database = left(progress.database, 'database');
            const place = { job: io, inputs: io.inputs, target, provider, database, since };
            const { run: result, outputs } = await migrateAndRehearse(place);
            for (const [name, value] of (0,migrate.migrationOutputValues)(result))
                io.output(name, value);
            for (const [name, value] of outputs)
                io.output(name, value);
            return result.kind === 'failed' ? 'stop' : 'go on';
        },
    };
}
function changesStage(io, progress) {
    return {
        id: 'schema-diff',
        title: 'Schema changes',
        async work() {
            const outputs = await tellSchemaChanges({
                job: io,
                inputs: io.inputs,
                provider: left(progress.provider, 'provider').name,
                database: left(progress.database, 'database'),
                basis: left(progress.basis, 'schema'),
            });
            for (const [name, value] of outputs)
                io.output(name, value);
            return 'go on';
        },
    };
}
function connectionStage(io, database) {
    return {
        id: 'check-connection',
        title: 'Connection',
        async work() {
            const check = await (0,check_connection.runConnectionCheck)({ job: io, inputs: io.inputs, database: database() });
            for (const [name, value] of (0,check_connection.connectionOutputValues)(check))
                io.output(name, value);
            return 'go on';
        },
    };
}
function schemaStage(io, target, database) {
    return {
        id: 'check-schema',
        title: 'Schema',
        async work() {
            const { isRestricted } = target;
            const check = await (0,check_schema.runSchemaCheck)({ job: io, inputs: io.inputs, database: database(), isRestricted });
            for (const [name, value] of (0,check_schema.schemaOutputValues)(check))
                io.output(name, value);
            return 'go on';
        },
    };
}
async function closePreview(io, target) {
    const stage = {
        id: 'delete-branch',
        title: 'Branch',
        async work() {
            io.output('deleted', await (0,delete_branch.deletePreview)(io, io.inputs, target));
            return 'go on';
        },
    };
    return (0,actions_stages/* runStages */.J)(io, target.key, [stage]);
}
/** Posts the comment where that is possible; a comment that fails does not hide what the report says. */
async function preview_comment(io, target, report) {
    if (!io.inputs.comment || target.pullRequest === undefined)
        return [];
    if (io.event.isUnprivileged) {
        io.log.notice(comment.readOnlyNotice);
        return [];
    }
    try {
        const posted = await (0,comment.postComment)({ job: io, githubToken: io.inputs.githubToken, report });
        for (const [name, value] of (0,comment.commentOutputValues)(posted))
            io.output(name, value);
        return [];
    }
    catch (thrown) {
        io.signal.throwIfAborted();
        return [thrown];
    }
}
/** Everything that went wrong is told; only findings are measured by `fail-on`. */
function conclude(io, report, failures) {
    for (const failure of failures)
        io.fail((0,runtime_failure/* describeFailure */.I)(failure));
    if (failures.length > 0 || !(0,verdict/* shouldFail */.W9)(report.sections, io.inputs.failOn))
        return;
    const counts = (0,verdict/* countsInWords */.Pe)((0,verdict/* countFindings */.Gt)(report.sections.flatMap(({ findings }) => findings)));
    io.fail(`The preview does not pass: ${counts}. See the step summary.`);
}


/***/ })

};
