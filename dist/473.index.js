export const id = 473;
export const ids = [473];
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
        const provider = __addDisposableResource(env_1, await (0,_open_provider_js__WEBPACK_IMPORTED_MODULE_6__/* .openProvider */ .C)(job, inputs, { isRestricted: target.isRestricted }), true);
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
    return { direct: connection.direct, pooled, key: target.key };
}
function givenDatabase(job, inputs, direct) {
    const pooled = inputs.databaseUrlPooled;
    for (const uri of [direct, pooled])
        for (const secret of uri === undefined ? [] : (0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsOf */ .Fj)(uri))
            job.mask(secret);
    return { direct, pooled, key: inputs.key ?? '' };
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

/***/ 2473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyMigrations: () => (/* binding */ applyMigrations),
  definition: () => (/* binding */ migrate_definition),
  describeMigrationFailure: () => (/* binding */ describeMigrationFailure),
  migrationInputs: () => (/* binding */ migrationInputs),
  migrationOutputValues: () => (/* binding */ migrationOutputValues),
  migrationOutputs: () => (/* binding */ migrationOutputs),
  projectDirectory: () => (/* binding */ projectDirectory),
  run: () => (/* binding */ run),
  schemaPathInputs: () => (/* binding */ schemaPathInputs),
  wasmPaths: () => (/* binding */ wasmPaths)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/postgres/pooler.js
var pooler = __webpack_require__(4045);
// EXTERNAL MODULE: ./build/migrations/migration-files.js
var migration_files = __webpack_require__(7950);
;// CONCATENATED MODULE: ./build/migrations/baseline.js


/**
 * Marks the baseline and all migrations before it as applied, as `prisma migrate resolve --applied` does, where there is
 * no history yet. A baseline that was cut off in the middle (nothing but marks in the history) is finished. @throws UserError when the history contradicts it.
 */
async function applyBaseline({ session, folder, baseline, log }, history) {
    if (baseline === undefined)
        return [];
    const names = folder.migrations.map(({ name }) => name);
    const wanted = names.slice(0, names.indexOf(baseline) + 1);
    const known = new Set((history ?? []).filter(({ rolledBack }) => !rolledBack).map(({ name }) => name));
    const missing = wanted.filter((name) => !known.has(name));
    if (missing.length === 0) {
        log.info(`The history already holds the baseline ${baseline}: nothing to mark.`);
        return [];
    }
    const ran = (history ?? []).filter(({ steps }) => steps > 0).map(({ name }) => name);
    if (ran.length > 0)
        throw contradiction(baseline, missing, ran);
    const migrationsList = (0,migration_files/* migrationList */.f)(folder);
    for (const migrationName of missing) {
        await session.engine.markMigrationApplied({ migrationName, migrationsList });
        log.info(`${migrationName}: marked as applied (baseline)`);
    }
    return missing.map((name) => ({ name, status: 'baselined', durationMs: undefined }));
}
function contradiction(baseline, missing, ran) {
    return new errors/* UserError */.yo(`The baseline ${baseline} contradicts the history: it would mark ${missing.join(', ')} as applied without running, but ${ran.at(-1)} has been run here.`, { hint: 'Remove the `baseline` input: it is only for a database that has no history yet.' });
}

// EXTERNAL MODULE: ./build/migrations/engine-session.js + 3 modules
var engine_session = __webpack_require__(9523);
// EXTERNAL MODULE: ./build/migrations/engine-task.js
var engine_task = __webpack_require__(1060);
// EXTERNAL MODULE: ./build/migrations/sql-parser.js
var sql_parser = __webpack_require__(7962);
;// CONCATENATED MODULE: ./build/migrations/failure-place.js

const longestStatement = 800;
/**
 * By the server's position where there is one; else by the count of statements that completed, since a simple query runs
 * them in order (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT).
 */
function placeOf(failure, script, parser) {
    const parsed = parser.parse(script);
    const statements = parsed.kind === 'parsed' ? parsed.statements : [];
    const { offset } = failure;
    const statement = statementAt(statements, offset) ?? statements[failure.completed];
    if (offset === undefined)
        return { line: statement?.line, statement: cut(statement?.text) };
    const text = statement?.text ?? script.split('\n')[(0,sql_parser/* lineAt */.m)(script, offset) - 1]?.trim();
    return { line: (0,sql_parser/* lineAt */.m)(script, offset), statement: cut(text) };
}
function statementAt(statements, offset) {
    if (offset === undefined)
        return undefined;
    return statements.find(({ start, end }) => start <= offset && offset < end);
}
function cut(text) {
    if (text === undefined || text.length <= longestStatement)
        return text;
    return `${text.slice(0, longestStatement).trimEnd()} …`;
}

// EXTERNAL MODULE: ./build/migrations/history.js
var migrations_history = __webpack_require__(2380);
// EXTERNAL MODULE: ./build/migrations/history-check.js
var history_check = __webpack_require__(9345);
;// CONCATENATED MODULE: ./build/migrations/recovery.js
/** How to get out of a failed migration, most convenient first. `completed`: statements that ran before it, where known (https://www.prisma.io/docs/orm/prisma-migrate/workflows/patching-and-hotfixing). */
function recoveryFor(migration, transport, completed) {
    return [
        ...(completed === undefined ? [] : [whatWasKept(transport, completed)]),
        `Correct ${migration}/migration.sql. On a preview branch, reset the branch and run again: the failed migration is gone from its history.`,
        `Elsewhere undo what was kept by hand, then mark it as rolled back and run again: npx prisma migrate resolve --rolled-back "${migration}"`,
        `Or finish its statements by hand and mark it as applied: npx prisma migrate resolve --applied "${migration}"`,
    ];
}
function whatWasKept(transport, completed) {
    if (completed === 0)
        return 'Nothing of this migration was kept.';
    const before = completed === 1 ? 'The statement before it' : `The ${completed} statements before it`;
    return transport === 'script'
        ? `${before} had run in the same transaction and ${completed === 1 ? 'was' : 'were'} rolled back, unless the script itself commits.`
        : `${before} had been committed and ${completed === 1 ? 'stays' : 'stay'}: Prisma 7.4 and newer run each statement in its own transaction.`;
}
/** Nothing of the next migration had been begun, so nothing is to be mended. */
function stoppedFailure(reason) {
    const what = reason === 'cancelled' ? 'The run was cancelled' : 'The time was over';
    return { ...betweenMigrations, reason, message: `${what} before the next migration began.` };
}
/** The command line ended after it had applied something, and no migration is recorded as failed. */
function brokenOff(how) {
    return { ...betweenMigrations, reason: 'error', message: `\`prisma migrate deploy\` broke off: ${how}` };
}
const betweenMigrations = {
    migration: undefined,
    file: undefined,
    line: undefined,
    statement: undefined,
    sqlState: undefined,
    detail: undefined,
    hint: undefined,
    recovery: ['Run again: what was applied stays applied, and the rest is still pending.'],
};

;// CONCATENATED MODULE: ./build/migrations/row-data.js
/**
 * The DETAIL of an error without the data of rows: a preview holds production's data, and a report is read by everybody
 * who can see the pull request. Integrity errors (SQLSTATE class 23) quote keys and whole rows; the punctuation that tells
 * column names from values is the same in every language of the server.
 */
function withoutRowData(detail, sqlState) {
    if (detail === undefined || (sqlState !== undefined && !sqlState.startsWith('23')))
        return detail;
    const keyed = detail.replace(/\)=\(.*\)/s, ')=(…)');
    return keyed === detail ? detail.replace(/\(.*\)/s, '(…)') : keyed;
}

// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(3110);
// EXTERNAL MODULE: ./build/migrations/script-run.js
var script_run = __webpack_require__(2757);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(4479);
;// CONCATENATED MODULE: ./build/migrations/watch.js
/** Looks at a running statement from a second connection: what it waits for, and how to end it. */


/** Runs `work`; while it runs, logs what the backend waits for every `everyMs`, and cancels its query on abort. */
async function watched(options, what, work) {
    const done = new AbortController();
    const observer = lazyObserver(options);
    const started = performance.now();
    const watching = [
        reportLoop({ options, observer, done: done.signal, what, started }),
        cancelLoop({ options, observer, done: done.signal }),
    ];
    try {
        return await work();
    }
    finally {
        done.abort();
        await Promise.allSettled(watching);
        await observer.end();
    }
}
/** Connects only when there is something to ask: most migrations are over before. */
function lazyObserver({ directUri, open }) {
    let opening;
    return {
        async query(sql, values) {
            opening ??= open(directUri, 'database-actions/observer');
            return (await opening).query(sql, values);
        },
        async end() {
            await opening?.then((connection) => connection[Symbol.asyncDispose]()).catch(() => { });
        },
    };
}
async function reportLoop(loop) {
    const { options, observer, done, what, started } = loop;
    for (;;) {
        await (0,wait/* sleep */.y)(options.everyMs, done);
        const waits = await describe(observer, options.backend).catch(() => 'its state cannot be read');
        options.log.info(`${what}: still running after ${(0,duration/* formatDuration */.a)(performance.now() - started)}, ${waits}`);
    }
}
const sameBackend = '(pid = $1 OR application_name = $2)';
function backendValues(backend) {
    return 'pid' in backend ? [backend.pid, null] : [null, backend.applicationName];
}
async function describe(observer, backend) {
    const [state] = await observer.query(`SELECT wait_event_type, wait_event, pg_blocking_pids(pid) AS blockers FROM pg_stat_activity
      WHERE ${sameBackend} AND state = 'active' LIMIT 1`, backendValues(backend));
    if (state === undefined)
        return 'the database is idle';
    const { blockers } = state;
    if (!Array.isArray(blockers) || blockers.length === 0) {
        const { wait_event_type: type, wait_event: event } = state;
        return typeof type === 'string' ? `waiting for ${type} ${String(event)}` : 'at work';
    }
    const holders = await describeBlockers(observer, blockers);
    // Prepared transactions hold locks without a process; pg_blocking_pids gives them as 0.
    return `waiting for a lock held by ${holders.join('; ') || 'a prepared transaction (see pg_prepared_xacts)'}`;
}
async function describeBlockers(observer, pids) {
    const rows = await observer.query(`SELECT pid, usename, application_name, state, left(regexp_replace(query, '\\s+', ' ', 'g'), 120) AS query,
            extract(epoch FROM clock_timestamp() - coalesce(xact_start, query_start)) * 1000 AS age
       FROM pg_stat_activity WHERE pid = ANY ($1) ORDER BY pid`, [pids]);
    return rows.map(({ pid, usename, application_name: application, state, query, age }) => {
        const who = [usename, application].filter((part) => typeof part === 'string' && part !== '').join(', ');
        return `pid ${String(pid)} (${who}; ${String(state)}, transaction open for ${(0,duration/* formatDuration */.a)(Number(age))}): ${String(query)}`;
    });
}
const patientCancels = 10;
/** A connection of ours is cancelled by the protocol, which needs no free connection slot. */
async function stopBackend(observer, backend, isPatient) {
    if (isPatient && 'cancel' in backend)
        return backend.cancel();
    const verb = isPatient ? 'pg_cancel_backend' : 'pg_terminate_backend';
    await observer.query(`SELECT ${verb}(pid) FROM pg_stat_activity WHERE ${sameBackend}`, backendValues(backend));
}
/** Cancels until the work is over: a cancel that comes between two statements is lost. */
async function cancelLoop({ options, observer, done }) {
    await untilAborted(AbortSignal.any([options.signal, done]));
    for (let attempt = 0; !done.aborted; attempt += 1) {
        await stopBackend(observer, options.backend, attempt < patientCancels).catch(() => { });
        await (0,wait/* sleep */.y)(500, done);
    }
}
function untilAborted(signal) {
    if (signal.aborted)
        return Promise.resolve();
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

;// CONCATENATED MODULE: ./build/migrations/script-record.js





function scriptRecord(task, parser) {
    const { context, transport, stop } = task;
    const results = [];
    let expected = [];
    let watch;
    let failed;
    const look = (what, work) => watch === undefined ? work() : watched(watch, what, work);
    const finish = (result, title) => {
        results.push(result);
        context.log.info(`${title}: ${result.status} after ${(0,duration/* formatDuration */.a)(result.durationMs)}`);
    };
    return {
        expect(connection, names) {
            watch = (0,engine_task/* watchOptions */.qt)(task, connection);
            expected = names;
        },
        failed: () => failed,
        results: () => [
            ...results,
            ...expected
                .slice(results.length)
                .map((name) => ({ name, status: 'pending', durationMs: undefined })),
        ],
        aroundQuery(sql, work) {
            // Between two migrations a stop must come before the next one is recorded as started.
            if (sql.startsWith('INSERT INTO'))
                stop.check('the next migration');
            return sql.includes('pg_advisory_lock') ? look('The lock of Prisma Migrate', work) : work();
        },
        async run(client, script) {
            const name = expected[results.length] ?? 'a migration';
            const title = `[${results.length + 1}/${expected.length}] ${name}`;
            const started = performance.now();
            const took = () => Math.round(performance.now() - started);
            const onFailure = (failure) => {
                failed = { name, failure, message: messageOf(failure, stop) };
            };
            context.log.info(`${title}: started`);
            try {
                await look(title, () => (0,script_run/* runScript */.j)({ client, script, transport, parser, onFailure, signal: stop.signal }));
                finish({ name, status: 'applied', durationMs: took() }, title);
            }
            catch (thrown) {
                failed ??= { name, failure: nowhere, message: (0,errors/* errorMessage */.gJ)(thrown) };
                finish({ name, status: 'failed', durationMs: took() }, title);
                throw thrown;
            }
        },
    };
}
function messageOf({ error }, stop) {
    const otherwise = stop.reason() === undefined ? 'the connection was lost' : 'stopped between two statements';
    return error?.message ?? otherwise;
}
const nowhere = { error: undefined, completed: 0, offset: undefined };

;// CONCATENATED MODULE: ./build/migrations/bundled-engine.js
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
/** Applies pending migrations with the schema engine that is bundled, over our own adapter. */











/** @throws UserError when the history forbids a start; a migration that fails is an outcome. */
async function runBundledEngine(task) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { request, context, project, folder, stop } = task;
        const parser = await (0,sql_parser/* loadSqlParser */.O)(context.wasm?.sqlParser);
        const record = scriptRecord(task, parser);
        const session = __addDisposableResource(env_1, await (0,engine_session/* openEngine */.F)({
            directUri: request.directUri,
            schemaFiles: project.schemaFiles,
            wasmPath: context.wasm?.schemaEngine,
            open: (0,engine_task/* openerOf */.zi)(task),
            runScript: record.run,
            aroundQuery: record.aroundQuery,
        }), true);
        stop.check('the first migration');
        const before = await (0,migrations_history/* readHistory */.Lu)(session.connection, session.schema);
        (0,history_check/* assertMayStart */.iQ)(task, before);
        const names = folder.migrations.map(({ name }) => name);
        record.expect(session.connection, (0,migrations_history/* pendingNames */.mS)(names, before));
        const baseline = { session, folder, baseline: request.baseline, log: context.log };
        const baselined = await applyBaseline(baseline, before);
        const history = baselined.length > 0 ? await (0,migrations_history/* readHistory */.Lu)(session.connection, session.schema) : before;
        record.expect(session.connection, (0,migrations_history/* pendingNames */.mS)(names, history));
        const failure = await apply({ task, session, record, parser });
        return {
            migrations: [...baselined, ...record.results()],
            findings: (0,history_check/* historyFindings */.Hv)(folder, history),
            failure,
        };
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
async function apply({ task, session, record, parser }) {
    try {
        const migrationsList = (0,migration_files/* migrationList */.f)(task.folder);
        await session.engine.applyMigrations({ migrationsList, filters: task.project.external });
        return undefined;
    }
    catch (thrown) {
        const failed = record.failed();
        if (failed !== undefined)
            return failureOf(task, failed, parser);
        const stopped = task.stop.reason();
        if (stopped !== undefined)
            return stoppedFailure(stopped);
        throw await (0,history_check/* startRefused */.fh)({ thrown, code: (0,engine_session/* engineErrorCode */.I)(thrown), task, connection: session.connection });
    }
}
function failureOf(task, failed, parser) {
    const { script, file } = (0,engine_task/* migrationFile */.ZQ)(task, failed.name);
    const { error, completed } = failed.failure;
    return {
        reason: task.stop.reason() ?? 'error',
        migration: failed.name,
        file,
        ...placeOf(failed.failure, script, parser),
        sqlState: error?.sqlState,
        message: failed.message,
        detail: withoutRowData(error?.detail, error?.sqlState) ?? error?.where,
        hint: error?.hint,
        recovery: recoveryFor(failed.name, task.transport, completed),
    };
}

// EXTERNAL MODULE: ./build/migrations/child-process.js
var child_process = __webpack_require__(7942);
;// CONCATENATED MODULE: ./build/migrations/command-engine.js
/** Another migration tool's command, in place of Prisma. */


/**
 * Runs the command as a workflow's own `run:` step would, with `bash -eo pipefail`, and with DATABASE_URL and DIRECT_URL
 * set to the direct URI. What it applies cannot be known.
 */
async function runCommand(request, context, stop) {
    const { command, directUri, environment, workingDirectory } = request;
    const tail = [];
    const result = await (0,child_process/* runChild */.w)('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', command], {
        workingDirectory: (0,external_node_path_.resolve)(workingDirectory),
        environment: { ...environment, DATABASE_URL: directUri, DIRECT_URL: directUri },
        signal: stop.signal,
        onLine(line) {
            const masked = context.mask(line);
            context.log.info(masked);
            tail.push(masked);
            if (tail.length > 20)
                tail.shift();
        },
    });
    const failed = result.kind !== 'exited' || result.code !== 0;
    return {
        migrations: [],
        findings: [],
        failure: failed ? commandFailure(result, tail, stop) : undefined,
    };
}
function commandFailure(result, tail, stop) {
    return {
        reason: stop.reason() ?? 'error',
        migration: undefined,
        file: undefined,
        line: undefined,
        statement: undefined,
        sqlState: undefined,
        message: howItEnded(result),
        detail: tail.length === 0 ? undefined : tail.join('\n'),
        hint: undefined,
        recovery: [
            'Its last lines are above, all of its output is in the log. What it had applied before it failed stays.',
        ],
    };
}
function howItEnded(result) {
    switch (result.kind) {
        case 'exited':
            return `The command ended with exit code ${result.code}.`;
        case 'killed':
            return `The command was ended by ${result.signal}.`;
        case 'not-started':
            return `bash could not be started: ${result.message}`;
    }
}

;// CONCATENATED MODULE: ./build/migrations/engine-choice.js


/** Which engine runs, and why. @throws UserError when `project` was asked for and cannot do what is asked. */
function chooseEngine(facts) {
    const { request, installed } = facts;
    if (request.engine === 'bundled')
        return bundled('it was asked for');
    if (!request.allowProjectCode)
        return bundled("the project's own code is not run for a pull request from a fork");
    if (request.engine === 'project')
        return askedForProject(facts);
    const obstacle = inputThatItLacks(request) ?? whyItCannotRun(facts);
    if (obstacle !== undefined)
        return bundled(obstacle);
    const reason = `prisma ${installed?.version} is installed and has its engine`;
    return { name: 'project', reason, version: installed?.version };
}
/** Its native engine may still be downloaded when the command line runs: who asks for it gets the try. */
function askedForProject({ request, installed }) {
    const lacking = inputThatItLacks(request);
    if (lacking !== undefined)
        throw new errors/* UserError */.yo(`\`engine: project\` cannot run: ${lacking}.`, {
            hint: 'Remove that input, or set `engine: bundled`.',
        });
    if (installed === undefined)
        throw new errors/* UserError */.yo('`engine: project` needs Prisma in node_modules, and there is none.', {
            hint: `Run \`npm ci\` before this step (looked from ${(0,external_node_path_.relative)('.', (0,external_node_path_.resolve)(request.workingDirectory)) || '.'} upwards), or set \`engine: bundled\`, which needs no install.`,
        });
    return { name: 'project', reason: 'it was asked for', version: installed.version };
}
function bundled(reason) {
    return { name: 'bundled', reason, version: undefined };
}
function inputThatItLacks({ baseline, migrations }) {
    if (baseline !== undefined)
        return '`baseline` is set, which `prisma migrate deploy` does not know';
    if (migrations !== undefined)
        return '`migrations` is set, which `prisma migrate deploy` does not take';
    return undefined;
}
function whyItCannotRun({ installed, config }) {
    if (installed === undefined)
        return 'no Prisma is installed in node_modules';
    if (installed.hasNativeEngine || config?.usesJavaScriptEngine === true)
        return undefined;
    return `prisma ${installed.version} is installed but its schema engine was not downloaded`;
}

// EXTERNAL MODULE: ./build/migrations/installed-prisma.js
var installed_prisma = __webpack_require__(2335);
// EXTERNAL MODULE: ./build/migrations/package-json.js
var package_json = __webpack_require__(1827);
// EXTERNAL MODULE: ./build/migrations/record.js
var record = __webpack_require__(5411);
;// CONCATENATED MODULE: ./build/migrations/prisma-version.js
/** Which Prisma a project uses: it decides how the script of a migration reaches the server. */



/** Installed, else locked by npm, else the lowest that package.json allows; undefined when nothing says. */
async function prismaVersionOf(workingDirectory) {
    for (const folder of (0,package_json/* selfAndAbove */.Vc)(workingDirectory)) {
        const version = (await installedIn(folder)) ?? (await lockedIn(folder));
        if (version !== undefined)
            return version;
    }
    const manifest = await (0,package_json/* readPackageJson */.jJ)(workingDirectory);
    const ranges = [manifest?.content.devDependencies, manifest?.content.dependencies];
    const range = ranges.filter(record/* isRecord */.u).map(({ prisma }) => (0,record/* textOrUndefined */.T)(prisma));
    return /\d+(\.\d+){0,2}/.exec(range.find((text) => text !== undefined) ?? '')?.[0];
}
async function installedIn(folder) {
    const manifest = await (0,package_json/* readJson */.Vh)((0,external_node_path_.join)(folder, 'node_modules', 'prisma', 'package.json'));
    return (0,record/* isRecord */.u)(manifest) ? (0,record/* textOrUndefined */.T)(manifest.version) : undefined;
}
async function lockedIn(folder) {
    const lock = await (0,package_json/* readJson */.Vh)((0,external_node_path_.join)(folder, 'package-lock.json'));
    const packages = (0,record/* isRecord */.u)(lock) ? lock.packages : undefined;
    const entry = (0,record/* isRecord */.u)(packages) ? packages['node_modules/prisma'] : undefined;
    return (0,record/* isRecord */.u)(entry) ? (0,record/* textOrUndefined */.T)(entry.version) : undefined;
}
/** Prisma sends a script statement by statement since 7.4.0; an unknown version counts as a current one. */
function transportOf(version) {
    if (version === undefined)
        return 'statements';
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major > 7 || (major === 7 && minor >= 4) ? 'statements' : 'script';
}

// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/migrations/prisma-project.js
var prisma_project = __webpack_require__(5322);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/migrations/project-failure.js
/** Reads the failure that the project's Prisma left in the history. */




/** `logs` is the engine's text for people, so whatever it does not say stays undefined. */
function failureFromLogs(task, row) {
    const logs = (0,external_node_util_.stripVTControlCharacters)(row.logs ?? '');
    const { script, file } = (0,engine_task/* migrationFile */.ZQ)(task, row.name);
    const line = lineOf(logs, script);
    const sqlState = /Database error code: (\w{5})\b/.exec(logs)?.[1];
    return {
        reason: task.stop.reason() ?? 'error',
        migration: row.name,
        file,
        line,
        statement: line === undefined ? undefined : script.split('\n')[line - 1]?.trim(),
        sqlState,
        message: /\b(?:ERROR|FATAL): +(.+)/.exec(logs)?.[1] ?? (logs.split('\n')[0] || 'the migration was interrupted'),
        detail: withoutRowData(/\bDETAIL: +(.+)/.exec(logs)?.[1], sqlState),
        hint: /\bHINT: +(.+)/.exec(logs)?.[1],
        recovery: recoveryFor(row.name, task.transport, undefined),
    };
}
/** Prisma prints the lines around the error, the last one being the error's own, with its number in what it had sent. */
function lineOf(logs, script) {
    const excerpt = /\nPosition:\n((?: *\d+.*\n?)+)/.exec(logs)?.[1]?.trimEnd().split('\n').at(-1);
    const text = excerpt?.replace(/^ *\d+ ?/, '').trimEnd();
    if (text === undefined || text === '')
        return undefined;
    const same = script.split(/\r?\n/).flatMap((line, index) => (line.trimEnd() === text ? [index + 1] : []));
    return same.length === 1 ? same[0] : undefined;
}

// EXTERNAL MODULE: ./build/migrations/session.js
var session = __webpack_require__(8684);
;// CONCATENATED MODULE: ./build/migrations/project-engine.js
var project_engine_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var project_engine_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
/** The project's own `prisma migrate deploy`. What it did is read from the history, not from its output. */











const applicationName = 'database-actions/prisma';
/** @throws UserError when the history forbids a start. */
async function runProjectEngine(engine) {
    const { task } = engine;
    const before = await historyNow(task, (0,engine_task/* openerOf */.zi)(task));
    (0,history_check/* assertMayStart */.iQ)(task, before);
    const pending = (0,migrations_history/* pendingNames */.mS)(task.folder.migrations.map(({ name }) => name), before);
    const tail = [];
    const result = await deploy(engine, tail);
    const after = await historyNow(task, (0,engine_task/* observerOpenerOf */.du)(task));
    const migrations = resultsOf(pending, after);
    const findings = (0,history_check/* historyFindings */.Hv)(task.folder, before);
    if (result.kind === 'exited' && result.code === 0)
        return { migrations, findings, failure: undefined };
    const failed = (after ?? []).find(({ name, finished, rolledBack }) => pending.includes(name) && !finished && !rolledBack);
    if (failed !== undefined)
        return { migrations, findings, failure: failureFromLogs(task, failed) };
    const stopped = task.stop.reason();
    if (stopped !== undefined)
        return { migrations, findings, failure: stoppedFailure(stopped) };
    if (tail.some((line) => /\bP3005\b/.test(line)))
        throw (0,history_check/* noHistory */.Gf)(task);
    const reason = reasonOf(result, tail);
    const hasBegun = migrations.some(({ status }) => status === 'applied');
    return hasBegun ? { migrations, findings, failure: brokenOff(reason) } : { kind: 'not-started', reason };
}
async function deploy(engine, tail) {
    const { task, installed } = engine;
    const { request, context, stop } = task;
    const argv = [installed.entry, 'migrate', 'deploy'];
    if (request.schema !== undefined)
        argv.push('--schema', request.schema);
    return watched((0,engine_task/* watchOptions */.qt)(task, { applicationName }), 'prisma migrate deploy', () => (0,child_process/* runChild */.w)(process.execPath, argv, {
        workingDirectory: task.project.workingDirectory,
        environment: childEnvironment(engine),
        signal: stop.signal,
        onLine(line) {
            const masked = context.mask(line);
            if (masked.trim() === '')
                return;
            context.log.info(masked);
            tail.push(masked);
            if (tail.length > 12)
                tail.shift();
        },
    }));
}
/** Every variable from which this project's Prisma takes a URL gets the direct one. */
function childEnvironment({ task, config }) {
    const { request, project } = task;
    const parts = (0,connection_uri/* parseConnectionUri */.sq)(request.directUri);
    const uri = (0,connection_uri/* formatConnectionUri */.sX)({
        ...parts,
        parameters: new Map([...parts.parameters, ['application_name', applicationName]]),
    });
    const names = [
        'DATABASE_URL',
        'DIRECT_URL',
        ...(0,prisma_project/* environmentNamesOf */.X2)(project.schemaFiles, 'url'),
        ...(0,prisma_project/* environmentNamesOf */.X2)(project.schemaFiles, 'directUrl'),
        ...(config?.urlVariables ?? []),
    ];
    const quiet = { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1', NO_COLOR: '1' };
    return { ...request.environment, ...quiet, ...Object.fromEntries(names.map((name) => [name, uri])) };
}
/** Its own connection each time: the command line may take minutes, and a session that idles so long may be cut. */
async function historyNow(task, open) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { directUri } = task.request;
        const connection = project_engine_addDisposableResource(env_1, await open(directUri, 'database-actions/migrate'), true);
        return await (0,migrations_history/* readHistory */.Lu)(connection, (0,session/* schemaOf */.p)(directUri));
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = project_engine_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function resultsOf(pending, after) {
    return pending.map((name) => {
        const row = (after ?? []).findLast((candidate) => candidate.name === name && !candidate.rolledBack);
        if (row === undefined)
            return { name, status: 'pending', durationMs: undefined };
        return { name, status: row.finished ? 'applied' : 'failed', durationMs: row.durationMs };
    });
}
function reasonOf(result, tail) {
    if (result.kind === 'not-started')
        return result.message;
    const how = result.kind === 'exited' ? `exit code ${result.code}` : result.signal;
    const error = tail.findLast((line) => /error|failed/i.test(line)) ?? tail.at(-1) ?? 'no output';
    return `${error.trim()} (${how})`;
}
/** What to say where `engine: project` was asked for and nothing else may run. */
function projectEngineFailed(installed, reason) {
    return new errors/* UserError */.yo(`\`prisma migrate deploy\` of prisma ${installed.version} did not start: ${reason}`, {
        hint: `Its output is in the log above. If its schema engine could not be downloaded, set \`engine: bundled\`: the same engine, shipped with this action. (It ran ${installed.entry}.)`,
    });
}

// EXTERNAL MODULE: ./build/migrations/project-paths.js + 2 modules
var project_paths = __webpack_require__(4229);
// EXTERNAL MODULE: ./build/migrations/schema-engine.js
var schema_engine = __webpack_require__(380);
;// CONCATENATED MODULE: ./build/migrations/stop.js


/** Stops when `signal` aborts or `timeoutMs` is over. Dispose of it, or its timer keeps the process alive. */
function stopOn(signal, timeoutMs) {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(timeIsOver('the migrations were done', timeoutMs)), timeoutMs);
    const reason = () => {
        if (signal.aborted)
            return 'cancelled';
        return timeout.signal.aborted ? 'timed-out' : undefined;
    };
    return {
        signal: AbortSignal.any([signal, timeout.signal]),
        reason,
        check(what) {
            if (reason() === 'cancelled')
                throw new errors/* CancelledError */.cc(`before ${what}`);
            if (reason() === undefined)
                return;
            throw timeIsOver(what, timeoutMs);
        },
        [Symbol.dispose]: () => clearTimeout(timer),
    };
}
function timeIsOver(before, timeoutMs) {
    return new errors/* UserError */.yo(`Gave up before ${before}: ${(0,duration/* formatDuration */.a)(timeoutMs)} were over.`, {
        hint: 'Raise the `timeout` input.',
    });
}

;// CONCATENATED MODULE: ./build/migrations/migrate.js
var migrate_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var migrate_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
/** The `migrate` job: picks the engine, applies what is pending, says what became of it. */











/**
 * Applies the pending migrations over the direct URI. A migration that fails, or is cancelled, is a `failed` run.
 * @throws UserError when nothing can be started: no schema, pooled URI, no baseline, a failed migration in the history.
 */
async function migrate(request, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const started = performance.now();
        (0,pooler/* assertDirectUri */.UH)(request.directUri);
        const stop = migrate_addDisposableResource(env_1, stopOn(context.signal, context.timeoutMs), false);
        const { command } = request;
        const used = command === undefined || command.trim() === ''
            ? await runPrisma(request, context, stop)
            : {
                engine: { name: 'command', reason: 'it was asked for', version: undefined },
                outcome: await runCommand({ ...request, command }, context, stop),
            };
        return runOf(used, Math.round(performance.now() - started));
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        migrate_disposeResources(env_1);
    }
}
async function runPrisma(request, context, stop) {
    const installed = await (0,installed_prisma/* findInstalledPrisma */.O)(request.workingDirectory, request.environment);
    const { project, config } = await (0,project_paths/* resolveProject */.K)(request, context, installed);
    const folder = await (0,migration_files/* readMigrations */.Y)(project.migrationsDirectory);
    const transport = transportOf(await prismaVersionOf(project.workingDirectory));
    const task = { request, context, project, folder, transport, stop };
    if (folder.migrations.length === 0)
        context.log.warning(`There are no migrations in ${project.migrationsDirectory}. If the schema is pushed without migrations, set \`command: npx prisma db push\`.`);
    const engine = chooseEngine({ request, installed, config });
    context.log.info(`Engine: ${engine.name}, because ${engine.reason}.`);
    if (engine.name !== 'project' || installed === undefined)
        return runBundled(task, engine.reason);
    return runProjectFirst({ task, installed, config }, engine);
}
/** With `auto`, an engine that does not start leaves the work to the bundled one. A migration that fails never does. */
async function runProjectFirst(project, engine) {
    const { task, installed } = project;
    const outcome = await runProjectEngine(project);
    if (!('kind' in outcome))
        return { engine, outcome };
    if (task.request.engine === 'project')
        throw projectEngineFailed(installed, outcome.reason);
    const reason = `prisma ${installed.version} of the project did not start: ${outcome.reason}`;
    task.context.log.warning(`Engine: bundled instead, because ${reason}.`);
    return runBundled(task, reason);
}
async function runBundled(task, reason) {
    const outcome = await runBundledEngine(task);
    const { version } = await (0,schema_engine/* loadSchemaEngine */.E)(task.context.wasm?.schemaEngine);
    return { engine: { name: 'bundled', reason, version: version().slice(0, 12) }, outcome };
}
function runOf({ engine, outcome }, durationMs) {
    const { migrations, findings, failure } = outcome;
    const waiting = migrations.filter(({ status }) => status === 'pending' || status === 'failed').length;
    const pendingCount = engine.name === 'command' ? undefined : waiting;
    const facts = { engine, migrations, findings, pendingCount, durationMs };
    return failure === undefined ? { kind: 'applied', ...facts } : { kind: 'failed', failure, ...facts };
}

;// CONCATENATED MODULE: ./build/migrations/migration-section.js
/** The report's section about a migration run. */

function migrationSection(run) {
    const findings = run.kind === 'failed' ? [failureFinding(run.failure), ...run.findings] : run.findings;
    return {
        id: 'migrate',
        title: 'Migrations',
        status: statusOf(run),
        summary: summaryOf(run),
        blocks: [
            ...tableOf(run.migrations),
            ...(run.kind === 'failed' ? failureBlocks(run.failure) : []),
            engineFacts(run),
        ],
        findings,
    };
}
function statusOf(run) {
    if (run.kind === 'failed')
        return 'failed';
    return run.findings.length > 0 ? 'warning' : 'passed';
}
function summaryOf(run) {
    const took = (0,duration/* formatDuration */.a)(run.durationMs);
    if (run.kind === 'failed')
        return failedSummary(run.failure, run.engine.name);
    if (run.engine.name === 'command')
        return `the command succeeded in ${took}`;
    const applied = run.migrations.filter(({ status }) => status === 'applied').length;
    const baselined = run.migrations.length - applied;
    const marked = baselined === 0 ? '' : `, ${count(baselined, 'migration')} marked as applied (baseline)`;
    if (applied === 0)
        return `nothing to apply${marked}`;
    return `${count(applied, 'migration')} applied in ${took}${marked}`;
}
function failedSummary({ reason, migration }, engine) {
    const what = migration ?? 'the run';
    if (reason === 'cancelled')
        return `${what} was cancelled`;
    if (reason === 'timed-out')
        return `${what} was stopped: the time was over`;
    return migration === undefined && engine === 'command' ? 'the command failed' : `${what} failed`;
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
function tableOf(migrations) {
    if (migrations.length === 0)
        return [];
    const rows = migrations.map(({ name, status, durationMs }) => [
        { code: name },
        status,
        durationMs === undefined ? '' : (0,duration/* formatDuration */.a)(durationMs),
    ]);
    const columns = [{ title: 'Migration' }, { title: 'Status' }, { title: 'Time', align: 'right' }];
    return [{ kind: 'table', columns, rows }];
}
function failureBlocks(failure) {
    const { statement, recovery, line, file } = failure;
    const caption = file === undefined ? undefined : line === undefined ? file : `${file}:${line}`;
    const code = statement === undefined
        ? []
        : [{ kind: 'code', language: 'sql', text: statement, ...(caption === undefined ? {} : { caption }) }];
    return [
        { kind: 'text', text: failure.message },
        ...code,
        ...longDetail(failure),
        ...(factsOf(failure).length === 0 ? [] : [{ kind: 'facts', rows: factsOf(failure) }]),
        { kind: 'list', items: recovery },
    ];
}
/** The last lines of a command, or the call stack of a function. */
function longDetail({ detail }) {
    return detail?.includes('\n') ? [{ kind: 'code', language: 'text', text: detail }] : [];
}
function factsOf({ sqlState, detail, hint }) {
    const rows = [
        ['SQLSTATE', sqlState],
        ['Detail', detail?.includes('\n') ? undefined : detail],
        ['Hint', hint],
    ];
    return rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]]));
}
function engineFacts({ engine }) {
    const version = engine.version === undefined ? '' : ` ${engine.version}`;
    return { kind: 'facts', rows: [['Engine', `${engine.name}${version}: ${engine.reason}`]] };
}
function failureFinding(failure) {
    const { file, line, detail, hint, sqlState } = failure;
    const evidence = [sqlState === undefined ? undefined : `SQLSTATE ${sqlState}`, detail, hint]
        .filter((part) => part !== undefined)
        .join('\n');
    return {
        rule: failure.reason === 'error' ? 'migration-failed' : `migration-${failure.reason}`,
        severity: 'error',
        subject: failure.migration ?? 'migrate',
        message: failure.message,
        ...(evidence === '' ? {} : { evidence }),
        fix: failure.recovery.join('\n'),
        ...(file === undefined ? {} : { location: { file, line: line ?? 1 } }),
    };
}

// EXTERNAL MODULE: ./build/runtime/definition.js
var definition = __webpack_require__(654);
// EXTERNAL MODULE: ./build/runtime/input.js
var input = __webpack_require__(623);
// EXTERNAL MODULE: ./build/actions/common-inputs.js + 1 modules
var common_inputs = __webpack_require__(7785);
// EXTERNAL MODULE: ./build/actions/database-target.js
var database_target = __webpack_require__(3849);
;// CONCATENATED MODULE: ./build/actions/migrate.js








const schemaPathInputs = {
    schema: input/* optional */.lq({
        description: "Prisma schema, a file or a folder. Default: Prisma's own (`prisma.config.ts`, package.json, `prisma/schema.prisma`).",
    }),
    migrations: input/* optional */.lq({
        description: 'Folder of the migrations. Default: `migrations` beside the schema.',
    }),
};
const migrationInputs = {
    ...schemaPathInputs,
    engine: input/* choice */.Yq({
        description: "`project` runs the project's own `prisma migrate deploy`; `bundled` runs Prisma's schema engine as shipped with this action, with nothing to install; `auto` takes the project's where it can run.",
        choices: ['auto', 'project', 'bundled'],
        default: 'auto',
    }),
    command: input/* optional */.lq({
        description: 'Another migration tool instead of Prisma, as a shell command. It runs with `DATABASE_URL` and `DIRECT_URL` set to the direct URI.',
    }),
    baseline: input/* optional */.lq({
        description: 'For a database that has tables and no history: mark the migrations up to this one as applied.',
    }),
};
const migrationOutputs = {
    applied: 'JSON array of `{ "name", "durationMs" }`, one for each migration that was applied.',
    'applied-count': 'How many migrations were applied.',
    'pending-count': 'How many are still pending.',
};
const migrate_definition = (0,definition/* defineAction */.QP)({
    name: 'migrate',
    title: 'Apply migrations',
    description: 'Applies the pending migrations on the direct URI and says what each did, or where and why one failed.',
    icon: 'fast-forward',
    permissions: ['`contents: read`, for the checkout that this action reads the migrations from.'],
    inputs: { ...database_target/* databaseTargetInputs */.Go, ...common_inputs/* workspaceInputs */.XW, ...migrationInputs },
    outputs: migrationOutputs,
});
async function run(io) {
    const database = await (0,database_target/* resolveDatabase */.ef)(io, io.inputs);
    const result = await applyMigrations({
        job: io,
        inputs: io.inputs,
        database,
        isRestricted: io.event.pullRequest?.isRestricted ?? false,
    });
    for (const [name, value] of migrationOutputValues(result))
        io.output(name, value);
    if (result.kind === 'failed')
        io.fail(describeMigrationFailure(result));
}
/** Applies what is pending and leaves the section, also of a failure; only what prevents a start is thrown. */
async function applyMigrations(request) {
    const { job, inputs, database, isRestricted } = request;
    if (inputs.command !== undefined && isRestricted)
        job.log.notice('`command` runs code of a pull request that is not trusted; it sees no secret but its own database.');
    const result = await migrate({
        engine: inputs.engine,
        command: inputs.command,
        workingDirectory: projectDirectory(job, inputs.workingDirectory),
        workspace: job.workspace,
        schema: inputs.schema,
        migrations: inputs.migrations,
        baseline: inputs.baseline,
        directUri: database.direct,
        pooledUri: database.pooled,
        environment: job.environment,
        allowProjectCode: !isRestricted,
    }, {
        log: job.log,
        signal: job.signal,
        timeoutMs: inputs.timeout * 1000,
        mask: job.redact,
        wasm: wasmPaths(job),
    });
    job.reports.writeSection(database.key, migrationSection(result));
    return result;
}
/** @throws UserError when the folder lies outside the workspace: a typing mistake must not migrate another project. */
function projectDirectory(job, workingDirectory) {
    const directory = (0,external_node_path_.resolve)(job.workspace, workingDirectory);
    const fromWorkspace = (0,external_node_path_.relative)(job.workspace, directory);
    if (fromWorkspace !== '..' && !fromWorkspace.startsWith(`..${external_node_path_.sep}`))
        return directory;
    throw new errors/* UserError */.yo(`Input \`working-directory\`: "${workingDirectory}" lies outside the workspace.`, {
        hint: `It is taken from ${job.workspace}; check out the project there first.`,
    });
}
function wasmPaths(job) {
    if (job.bundleDirectory === undefined)
        return undefined;
    return {
        schemaEngine: (0,external_node_path_.join)(job.bundleDirectory, 'schema_engine_bg.wasm'),
        sqlParser: (0,external_node_path_.join)(job.bundleDirectory, 'libpg-query.wasm'),
    };
}
function migrationOutputValues(result) {
    const applied = result.migrations.filter(({ status }) => status === 'applied');
    return [
        [
            'applied',
            JSON.stringify(applied.map(({ name, durationMs }) => ({ name, durationMs: durationMs ?? null }))),
        ],
        ['applied-count', String(applied.length)],
        ['pending-count', result.pendingCount === undefined ? '' : String(result.pendingCount)],
    ];
}
function describeMigrationFailure({ failure }) {
    const place = failure.file === undefined
        ? ''
        : ` (${failure.file}${failure.line === undefined ? '' : `:${failure.line}`})`;
    const state = failure.sqlState === undefined ? '' : ` [SQLSTATE ${failure.sqlState}]`;
    const subject = failure.migration === undefined ? 'The migrations failed' : `Migration ${failure.migration} failed`;
    return [`${subject}${place}: ${failure.message}${state}`, ...failure.recovery].join('\n');
}


/***/ }),

/***/ 6650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ silentLogger)
/* harmony export */ });
/** Drops everything. */
const silentLogger = {
    debug() { },
    info() { },
    notice() { },
    warning() { },
    error() { },
    group: (_title, work) => work(),
};


/***/ }),

/***/ 7942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ runChild)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(481);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4479);
/** Runs a program, streams its output to the log, and stops it in good order. */



/** GitHub's runner ends the action itself ten seconds after it cancelled it. */
const graceMs = 3000;
/** No shell: `argv` reaches the program as it is. */
async function runChild(program, argv, options) {
    if (options.signal.aborted)
        return { kind: 'killed', signal: 'SIGINT' };
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, [...argv], {
        cwd: options.workingDirectory,
        env: { ...options.environment },
        stdio: ['ignore', 'pipe', 'pipe'],
        // A process group of its own, so that what it started can be signalled too.
        detached: process.platform !== 'win32',
    });
    const ended = new Promise((resolve) => {
        child.once('error', (error) => resolve({ kind: 'not-started', message: error.message }));
        child.once('close', (code, signal) => resolve(resultOf(code, signal)));
    });
    const done = new AbortController();
    const stop = () => void interrupt(child.pid, done.signal);
    options.signal.addEventListener('abort', stop, { once: true });
    const output = [child.stdout, child.stderr].map((stream) => forward(stream, options.onLine));
    try {
        const result = await ended;
        await Promise.all(output);
        return result;
    }
    finally {
        done.abort();
        options.signal.removeEventListener('abort', stop);
    }
}
function resultOf(code, signal) {
    return code === null ? { kind: 'killed', signal: signal ?? 'unknown signal' } : { kind: 'exited', code };
}
async function forward(stream, onLine) {
    for await (const line of (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }))
        onLine(line);
}
async function interrupt(pid, done) {
    if (pid === undefined)
        return;
    for (const name of ['SIGINT', 'SIGTERM', 'SIGKILL']) {
        signalGroup(pid, name);
        const over = await (0,_wait_js__WEBPACK_IMPORTED_MODULE_2__/* .sleep */ .y)(graceMs, done).then(() => false, () => true);
        if (over)
            return;
    }
}
function signalGroup(pid, name) {
    try {
        process.kill(process.platform === 'win32' ? pid : -pid, name);
    }
    catch {
        // Gone already.
    }
}


/***/ }),

/***/ 9523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ engineErrorCode),
  F: () => (/* binding */ openEngine)
});

// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(6967);
;// CONCATENATED MODULE: ./build/migrations/adapter-values.js
/**
 * Object ids of pg_type.dat and Prisma's column types (ColumnTypeEnum of @prisma/driver-adapter-utils). Anything else
 * crosses as text: the engine reads catalogs and its own table, nothing of the user's.
 */
const columnTypes = new Map([
    [16, 5], // bool: Boolean
    [18, 6], // "char": Character
    [20, 1], // int8: Int64
    [21, 0], // int2: Int32
    [23, 0], // int4: Int32
    [26, 1], // oid: Int64
    [700, 2], // float4: Float
    [701, 3], // float8: Double
    [1700, 4], // numeric: Numeric
    [1184, 10], // timestamptz: DateTime
    [1002, 70], // "char"[]: CharacterArray
    [1003, 71], // name[]: TextArray
    [1009, 71], // text[]: TextArray
    [1015, 71], // varchar[]: TextArray
    [1005, 64], // int2[]: Int32Array
    [1007, 64], // int4[]: Int32Array
    [1016, 65], // int8[]: Int64Array
    [1028, 65], // oid[]: Int64Array
]);
const adapter_values_text = 7;
function columnTypeOf(typeId) {
    return columnTypes.get(typeId) ?? adapter_values_text;
}
/** Numbers that may pass 2^53 stay text; instants become RFC 3339, which the engine demands. */
function engineTypes(base) {
    const own = new Map([
        [20, String],
        [26, String],
        [1700, String],
        [1184, instant],
    ]);
    const plain = (typeId) => columnTypeOf(typeId) === adapter_values_text;
    return {
        getTypeParser: (typeId) => own.get(typeId) ?? (plain(typeId) ? String : base.getTypeParser(typeId, 'text')),
    };
}
/** `2026-11-22 11:28:31.748+05:30` to `2026-11-22T11:28:31.748+05:30`; other DateStyles by way of Date. */
function instant(value) {
    const parts = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d)(?::(\d\d))?(?::\d\d)?$/.exec(value);
    if (parts === null)
        return new Date(value).toISOString();
    const [, date, time, hours, minutes = '00'] = parts;
    return `${date}T${time}${hours}:${minutes}`;
}

// EXTERNAL MODULE: ./build/migrations/postgres-error.js
var postgres_error = __webpack_require__(5582);
;// CONCATENATED MODULE: ./build/migrations/adapter.js


const info = { provider: 'postgres', adapterName: 'database-actions' };
async function adapterFactory(options) {
    const [{ default: pg }, { DriverAdapterError }] = await Promise.all([
        __webpack_require__.e(/* import() */ 849).then(__webpack_require__.bind(__webpack_require__, 6230)),
        __webpack_require__.e(/* import() */ 617).then(__webpack_require__.bind(__webpack_require__, 617)),
    ]);
    const tools = { types: engineTypes(pg.types), ErrorClass: DriverAdapterError, options };
    return {
        ...info,
        async connect() {
            const { client } = options;
            const script = (text) => options.runScript(client, text);
            return adapterOver(tools, client, { script, dispose: async () => { } });
        },
        async connectToShadowDb() {
            const { client, drop } = await options.openShadow();
            const script = (text) => options.runScript(client, text);
            return adapterOver(tools, client, { script, dispose: drop });
        },
    };
}
function adapterOver(tools, client, { script, dispose }) {
    const queryable = queryableOver(tools, client);
    return {
        ...queryable,
        async executeScript(text) {
            await script(text).catch((thrown) => {
                throw new tools.ErrorClass((0,postgres_error/* toPrismaError */.A)(thrown, 'script'));
            });
        },
        async startTransaction(isolationLevel) {
            const level = isolationLevel === undefined ? '' : ` ISOLATION LEVEL ${isolationLevel}`;
            await queryable.executeRaw({ sql: `BEGIN${level}`, args: [], argTypes: [] });
            // The engine sends COMMIT and ROLLBACK itself; these only give a pooled connection back, and there is none.
            return {
                ...queryable,
                options: { usePhantomQuery: false },
                commit: async () => { },
                rollback: async () => { },
            };
        },
        getConnectionInfo: () => ({ schemaName: tools.options.schema, supportsRelationJoins: true }),
        dispose,
    };
}
function queryableOver({ types, ErrorClass, options }, client) {
    const send = ({ sql, args }) => options
        .aroundQuery(sql, () => client.query({ text: sql, values: args, rowMode: 'array', types }))
        .catch((thrown) => {
        throw new ErrorClass((0,postgres_error/* toPrismaError */.A)(thrown, 'query'));
    });
    return {
        ...info,
        async queryRaw(query) {
            const { fields, rows } = await send(query);
            return {
                columnNames: fields.map(({ name }) => name),
                columnTypes: fields.map(({ dataTypeID }) => columnTypeOf(dataTypeID)),
                rows,
            };
        },
        executeRaw: async (query) => (await send(query)).rowCount ?? 0,
    };
}

// EXTERNAL MODULE: ./build/migrations/schema-engine.js
var schema_engine = __webpack_require__(380);
// EXTERNAL MODULE: ./build/migrations/session.js
var session = __webpack_require__(8684);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
;// CONCATENATED MODULE: ./build/migrations/shadow-database.js



const applicationName = 'database-actions/shadow-database';
/** A new database of a name of its own on the same server, made as Prisma makes its: from the server's default template. */
async function openShadowDatabase(directUri, open) {
    const name = `prisma_migrate_shadow_db_${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
    const administrator = await open(directUri, applicationName);
    const drop = async () => {
        await administrator.query(`DROP DATABASE IF EXISTS ${(0,identifier/* quoteIdentifier */.C)(name)} WITH (FORCE)`);
        await administrator[Symbol.asyncDispose]();
    };
    try {
        await administrator.query(`CREATE DATABASE ${(0,identifier/* quoteIdentifier */.C)(name)}`);
        const uri = (0,connection_uri/* formatConnectionUri */.sX)({ ...(0,connection_uri/* parseConnectionUri */.sq)(directUri), database: name });
        const connection = await open(uri, applicationName);
        return {
            client: connection.client,
            async drop() {
                await connection[Symbol.asyncDispose]();
                await drop();
            },
        };
    }
    catch (thrown) {
        await drop().catch(() => { });
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./build/migrations/engine-session.js
/** One schema engine on one database. */





/** Closes the connection when disposed, and with it lets go of the advisory lock that the engine took. */
async function openEngine(options) {
    const module = await (0,schema_engine/* loadSchemaEngine */.E)(options.wasmPath);
    const { bindMigrationAwareSqlAdapterFactory } = await __webpack_require__.e(/* import() */ 617).then(__webpack_require__.bind(__webpack_require__, 617));
    const schema = (0,session/* schemaOf */.p)(options.directUri);
    const connection = await options.open(options.directUri, 'database-actions/migrate');
    const { client } = connection;
    const close = () => connection[Symbol.asyncDispose]();
    try {
        // As Prisma's native engine connects: the search path is the URI's schema and nothing else.
        await client.query(`SET search_path = ${(0,identifier/* quoteIdentifier */.C)(schema)}`);
        const factory = await adapterFactory({
            schema,
            client,
            openShadow: () => openShadowDatabase(options.directUri, options.open),
            runScript: options.runScript ?? (async (shadow, script) => void (await shadow.query(script))),
            aroundQuery: options.aroundQuery ?? ((_, work) => work()),
        });
        const datamodels = options.schemaFiles.map(({ path, content }) => [path, content]);
        const engine = await module.SchemaEngine.new({ datamodels }, () => { }, bindMigrationAwareSqlAdapterFactory(factory));
        return { engine, connection, schema, [Symbol.asyncDispose]: close };
    }
    catch (thrown) {
        await close();
        throw thrown;
    }
}
/** The code of a thrown engine error, such as `P3005`. */
function engineErrorCode(thrown) {
    return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
        ? thrown.code
        : undefined;
}


/***/ }),

/***/ 1060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZQ: () => (/* binding */ migrationFile),
/* harmony export */   du: () => (/* binding */ observerOpenerOf),
/* harmony export */   qt: () => (/* binding */ watchOptions),
/* harmony export */   zi: () => (/* binding */ openerOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6650);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8684);
/** What every engine is given, and what it gives back. */



const defaultProgressMs = 15_000;
const observerMs = 10_000;
/** Connections of the run itself: a stop also stops the attempt to connect. */
function openerOf({ context, stop }) {
    const { log, timeoutMs, openConnection } = context;
    return openConnection ?? (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .connectionOpener */ .w)({ log, timeoutMs, signal: stop.signal });
}
/** Connections that look on, also after a stop. */
function observerOpenerOf({ context }) {
    const signal = new AbortController().signal;
    return context.openConnection ?? (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .connectionOpener */ .w)({ log: _log_js__WEBPACK_IMPORTED_MODULE_1__/* .silentLogger */ .q, timeoutMs: observerMs, signal });
}
function watchOptions({ request, context, stop }, backend) {
    return {
        backend,
        directUri: request.directUri,
        open: observerOpenerOf({ context }),
        log: context.log,
        everyMs: context.progressEveryMs ?? defaultProgressMs,
        signal: stop.signal,
    };
}
/** The migration of that name in the checkout, and its file relative to the workspace. */
function migrationFile({ folder, request, project }, migration) {
    const found = folder.migrations.find(({ name }) => name === migration);
    if (found === undefined)
        return { script: '', file: undefined };
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(request.workspace ?? project.workingDirectory, found.path).replaceAll('\\', '/');
    return { script: found.script, file };
}


/***/ }),

/***/ 9345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ noHistory),
/* harmony export */   Hv: () => (/* binding */ historyFindings),
/* harmony export */   _i: () => (/* binding */ divergedRows),
/* harmony export */   fh: () => (/* binding */ startRefused),
/* harmony export */   iQ: () => (/* binding */ assertMayStart)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _postgres_row_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1290);
/* harmony import */ var _engine_task_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1060);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2380);
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
/** What a history says before anything is applied: reasons not to start, and things to warn of. */





/** @throws UserError for what Prisma would refuse, but with the way out. */
function assertMayStart({ request, folder }, history) {
    assertPostgresLock(folder);
    const failed = (0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .failedNames */ .sN)(history);
    if (failed.length > 0)
        throw unresolved(failed);
    const names = folder.migrations.map(({ name }) => name);
    const pending = new Set((0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .pendingNames */ .mS)(names, history));
    assertNoByteOrderMark(folder.migrations.filter(({ name }) => pending.has(name)));
    if (request.baseline !== undefined && !names.includes(request.baseline))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`There is no migration "${request.baseline}" to baseline to.`, {
            hint: `The migrations are: ${names.join(', ') || 'none'}.`,
        });
}
/** The same as Prisma's P3009. */
function unresolved(names) {
    const commands = names.map((name) => `npx prisma migrate resolve --rolled-back "${name}"`);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The database's history holds a failed migration: ${names.join(', ')} (P3009).`, {
        hint: `No migration runs until it is resolved. On a preview branch, reset the branch. Elsewhere undo what it left behind, then run ${commands.join(' and ')} (or --applied, if you finished it by hand).`,
        docs: 'https://pris.ly/d/migrate-resolve',
    });
}
/** The same as Prisma's P3019, before a connection is asked for anything. */
function assertPostgresLock({ lockfile, directory }) {
    const provider = /^\s*provider\s*=\s*"([^"]*)"/m.exec(lockfile ?? '')?.[1];
    if (provider === undefined || provider === 'postgresql' || provider === 'postgres')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The migrations in ${directory} are for "${provider}", not for PostgreSQL (P3019).`, {
        hint: 'migration_lock.toml names the provider. Point the `migrations` input at the migrations for PostgreSQL.',
        docs: 'https://pris.ly/d/migrate-provider-switch',
    });
}
function assertNoByteOrderMark(pending) {
    const marked = pending.filter(({ script }) => script.startsWith('\uFEFF')).map(({ name }) => name);
    if (marked.length === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${marked.join(', ')}: migration.sql begins with a byte order mark, which Postgres rejects.`, {
        hint: 'Save the file as UTF-8 without BOM. Nothing was applied.',
    });
}
/** Prisma hashes the script as it is, and also accepts it with the other line endings. */
function checksumsOf(script) {
    const unix = script.replaceAll('\r\n', '\n');
    return [script, unix, unix.replaceAll('\n', '\r\n')].map((text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text, 'utf8').digest('hex'));
}
/** Applied migrations that were edited since, and applied migrations that this checkout does not have. */
function historyFindings(folder, history) {
    const { edited, missing } = divergedRows(folder, history);
    return [
        ...edited.map(({ name }) => editedFinding(name)),
        ...missing.map(({ name }) => missingFinding(name)),
    ];
}
/** Applied migrations whose file is another one now, and those that have no file. */
function divergedRows(folder, history) {
    const files = new Map(folder.migrations.map((file) => [file.name, file]));
    const applied = (history ?? []).filter(({ finished, rolledBack }) => finished && !rolledBack);
    const edited = applied.filter(({ name, checksum }) => {
        const file = files.get(name);
        return file !== undefined && !checksumsOf(file.script).includes(checksum);
    });
    return { edited, missing: applied.filter(({ name }) => !files.has(name)) };
}
function editedFinding(name) {
    return {
        rule: 'migration-edited',
        severity: 'warning',
        subject: name,
        message: 'This migration was edited after it had been applied to this database. The edit was not run.',
        fix: 'If it is new in this pull request, reset the preview branch, so that the edited one runs. Otherwise restore the file and put the change into a new migration.',
    };
}
function missingFinding(name) {
    return {
        rule: 'migration-missing',
        severity: 'warning',
        subject: name,
        message: 'The database has this migration, the checkout does not: the branch is behind, or the migration was renamed or deleted.',
        fix: 'Merge the base branch, or reset the preview branch if the migration was only ever applied here.',
    };
}
/** The engine refused before any migration ran: its codes in the words of this action. */
async function startRefused({ thrown, code, task, connection }) {
    if (code === 'P3005')
        return noHistory(task);
    if (code === 'P1002')
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('Another migration holds the advisory lock of Prisma Migrate (P1002).', {
            hint: `${await lockHolder(task, connection)} Let it finish, then run again. A \`concurrency\` group on the workflow keeps two runs apart.`,
            docs: 'https://pris.ly/d/migrate-advisory-locking',
        });
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ExternalError */ .yA("Prisma's schema engine", firstLine((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(thrown)), { code });
}
/** Prisma's P3005. */
function noHistory({ folder }) {
    const names = folder.migrations.map(({ name }) => name).join(', ') || 'none';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('The database has tables but no migration history (P3005).', {
        hint: `If the tables came from these migrations, set \`baseline\` (with \`engine: auto\` or \`bundled\`) to the last one that is already in the database; it and all before it are then marked as applied. The migrations are: ${names}.`,
        docs: 'https://pris.ly/d/migrate-baseline',
    });
}
/** Prisma's key of the lock (https://www.prisma.io/docs/orm/prisma-migrate/workflows/development-and-production#advisory-locking). */
const advisoryLock = 72_707_369;
/** Also ends the wait of our own server process, which would take the lock as soon as it is free. */
async function lockHolder(task, own) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        await own.cancel();
        const observer = __addDisposableResource(env_1, await (0,_engine_task_js__WEBPACK_IMPORTED_MODULE_2__/* .observerOpenerOf */ .du)(task)(task.request.directUri, 'database-actions/observer'), true);
        const [holder] = await observer.query(`SELECT pid, application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'advisory' AND granted AND objid = $1
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`, [advisoryLock]);
        if (holder === undefined)
            return 'Its holder is gone by now.';
        return `It is held by pid ${(0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_4__/* .numeric */ .sH)(holder, 'pid')} (${(0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(holder, 'application_name')}).`;
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
function firstLine(text) {
    return text.split('\n   0: ')[0]?.trim() ?? text;
}


/***/ }),

/***/ 2380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   mS: () => (/* binding */ pendingNames),
/* harmony export */   sN: () => (/* binding */ failedNames)
/* harmony export */ });
/* harmony import */ var _postgres_identifier_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6967);
/* harmony import */ var _postgres_row_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1290);


/** All rows in order of start; undefined when there is no history table. */
async function readHistory(connection, schema) {
    const table = `${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .C)(schema)}."_prisma_migrations"`;
    const [present = {}] = await connection.query('SELECT to_regclass($1) IS NOT NULL AS exists', [table]);
    if (!(0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_1__/* .truth */ .Im)(present, 'exists'))
        return undefined;
    const rows = await connection.query(`SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS rolled_back,
            applied_steps_count, logs, extract(epoch FROM started_at) * 1000 AS started,
            extract(epoch FROM finished_at - started_at) * 1000 AS duration
       FROM ${table} ORDER BY started_at`);
    return rows.map((row) => ({
        name: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(row, 'migration_name'),
        checksum: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(row, 'checksum'),
        startedAt: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_1__/* .numeric */ .sH)(row, 'started'),
        finished: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_1__/* .truth */ .Im)(row, 'finished'),
        rolledBack: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_1__/* .truth */ .Im)(row, 'rolled_back'),
        steps: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_1__/* .numeric */ .sH)(row, 'applied_steps_count'),
        logs: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_1__/* .optionalText */ .mR)(row, 'logs'),
        durationMs: row.duration === null ? undefined : Math.round((0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_1__/* .numeric */ .sH)(row, 'duration')),
    }));
}
/** Names of the migrations that the history does not count as started: Prisma's own rule for what is pending. */
function pendingNames(names, history) {
    const known = new Set((history ?? []).filter(({ rolledBack }) => !rolledBack).map(({ name }) => name));
    return names.filter((name) => !known.has(name));
}
/** Names of the migrations that failed and were not resolved. They stop every engine (P3009). */
function failedNames(history) {
    return (history ?? [])
        .filter(({ finished, rolledBack }) => !finished && !rolledBack)
        .map(({ name }) => name);
}


/***/ }),

/***/ 2335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ findInstalledPrisma)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8995);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _package_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1827);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5411);
/** The project's own Prisma: where it is installed, and whether its command line can run here. */





/** The `prisma` package of the nearest node_modules at or above the working directory. */
async function findInstalledPrisma(workingDirectory, environment) {
    for (const above of (0,_package_json_js__WEBPACK_IMPORTED_MODULE_3__/* .selfAndAbove */ .Vc)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(workingDirectory))) {
        const link = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(above, 'node_modules', 'prisma');
        const manifest = await (0,_package_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readJson */ .Vh)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(link, 'package.json'));
        if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u)(manifest))
            continue;
        const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(link);
        const bin = (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u)(manifest.bin) ? (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .textOrUndefined */ .T)(manifest.bin.prisma) : (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .textOrUndefined */ .T)(manifest.bin);
        if (bin === undefined)
            continue;
        const named = (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .textOrUndefined */ .T)(environment.PRISMA_SCHEMA_ENGINE_BINARY);
        return {
            folder,
            version: (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .textOrUndefined */ .T)(manifest.version) ?? 'unknown',
            entry: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, bin),
            hasNativeEngine: named !== undefined || (await holdsEngine(folder)),
        };
    }
    return undefined;
}
/** `npm ci` normally downloads it to the folder of @prisma/engines, as `schema-engine-<platform>`. */
async function holdsEngine(prismaFolder) {
    try {
        const manifest = (0,node_module__WEBPACK_IMPORTED_MODULE_1__.createRequire)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(prismaFolder, 'package.json')).resolve('@prisma/engines/package.json');
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(manifest));
        return names.some((name) => /^schema-engine-(?!.*\.(gz|sha256)$)/.test(name));
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 7950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ readMigrations),
/* harmony export */   f: () => (/* binding */ migrationList)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);
/** The migrations folder, as Prisma's command line reads it. */



/** A folder that is missing is an empty one, as it is to Prisma. @throws UserError for a migration without its file. */
async function readMigrations(directory) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory, { withFileTypes: true }).catch(() => []);
    const names = entries
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .toSorted();
    const migrations = await Promise.all(names.map((name) => readMigration(directory, name)));
    const lockfile = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'migration_lock.toml'), 'utf8').catch(() => null);
    return { directory, migrations, lockfile };
}
async function readMigration(directory, name) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name, 'migration.sql');
    try {
        return { name, path, script: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8') };
    }
    catch (thrown) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`The migration ${name} has no readable migration.sql.`, {
            hint: `Restore ${path}, or delete the folder. Prisma refuses such a folder too (P3015).`,
            cause: thrown,
        });
    }
}
/** What the schema engine takes. */
function migrationList(folder) {
    return {
        baseDir: folder.directory,
        lockfile: { path: './migration_lock.toml', content: folder.lockfile },
        shadowDbInitScript: '',
        migrationDirectories: folder.migrations.map(({ name, script }) => ({
            path: name,
            migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
        })),
    };
}


/***/ }),

/***/ 1827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vc: () => (/* binding */ selfAndAbove),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   jJ: () => (/* binding */ readPackageJson)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5411);



/** The nearest package.json at or above `folder`; undefined when there is none or it is no JSON object. */
async function readPackageJson(folder) {
    for (const at of selfAndAbove(folder)) {
        const content = await readJson((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(at, 'package.json'));
        if ((0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(content))
            return { folder: at, content };
    }
    return undefined;
}
/** The JSON of a file, or undefined when it is missing or unreadable. */
async function readJson(path) {
    try {
        return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}
/** The folder itself, its parent, and so on to the root. */
function selfAndAbove(folder) {
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    return parent === folder ? [folder] : [folder, ...selfAndAbove(parent)];
}


/***/ }),

/***/ 5582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ toPrismaError),
/* harmony export */   R: () => (/* binding */ postgresErrorOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5411);


/** The server's answer in whatever `pg` threw, or undefined when the server said nothing (socket, TLS). */
function postgresErrorOf(thrown) {
    if (!(thrown instanceof Error) || !(0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u)(thrown))
        return undefined;
    const { code, severity, position } = thrown;
    if (typeof code !== 'string' || typeof severity !== 'string')
        return undefined;
    return {
        sqlState: code,
        severity,
        message: thrown.message,
        detail: (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .textOrUndefined */ .T)(thrown.detail),
        hint: (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .textOrUndefined */ .T)(thrown.hint),
        where: (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .textOrUndefined */ .T)(thrown.where),
        position: typeof position === 'string' ? Number(position) : undefined,
        column: (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .textOrUndefined */ .T)(thrown.column),
    };
}
/** What Postgres says of a statement that it cancels, for one that was not even sent. */
const cancelled = {
    sqlState: '57014',
    severity: 'ERROR',
    message: 'canceling statement due to user request',
    detail: undefined,
    hint: undefined,
    where: undefined,
    position: undefined,
    column: undefined,
};
/**
 * What the engine needs to know: from its own queries, `TableDoesNotExist` (that is how it sees that there is no history
 * yet); from a migration's script Postgres's message, which goes into the history as it is.
 */
function toPrismaError(thrown, source) {
    const error = thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc ? cancelled : postgresErrorOf(thrown);
    if (error === undefined)
        return { kind: 'ConnectionClosed', originalMessage: 'The connection was lost.' };
    const original = { originalCode: error.sqlState, originalMessage: error.message };
    if (source === 'query' && error.sqlState === '42P01') {
        const table = /relation "([^"]+)"/.exec(error.message)?.[1];
        return { kind: 'TableDoesNotExist', ...(table === undefined ? {} : { table }), ...original };
    }
    return {
        kind: 'postgres',
        code: error.sqlState,
        severity: error.severity,
        message: error.message,
        detail: error.detail,
        column: error.column,
        hint: error.hint,
        ...original,
    };
}


/***/ }),

/***/ 5322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X2: () => (/* binding */ environmentNamesOf),
/* harmony export */   vW: () => (/* binding */ findPrismaProject)
/* harmony export */ });
/* unused harmony export datasourceBlock */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);
/* harmony import */ var _package_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1827);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5411);
/** Finds a project's Prisma schema and migrations where Prisma itself would. */





/** @throws UserError that names every place that was looked at. */
async function findPrismaProject(workingDirectory, paths) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workingDirectory);
    const schemaPath = await findSchema(root, paths.schema);
    const schemaFiles = await readSchema(schemaPath);
    const migrationsDirectory = paths.migrations === undefined
        ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(datasourceFolder(schemaPath, schemaFiles), 'migrations')
        : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, paths.migrations);
    assertPostgres(schemaFiles);
    const external = paths.external ?? { externalTables: [], externalEnums: [] };
    return { workingDirectory: root, schemaPath, schemaFiles, migrationsDirectory, external };
}
function assertPostgres(files) {
    const provider = /^\s*provider\s*=\s*"([^"]*)"/m.exec(datasourceBlock(files))?.[1];
    if (provider === undefined || provider === 'postgresql' || provider === 'postgres')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`The Prisma schema is for "${provider}"; only PostgreSQL is supported.`, {
        hint: 'Point the `schema` input at the schema for PostgreSQL, or set `command` for another tool.',
    });
}
/** Prisma's own order (loadSchema of @prisma/schema-files-loader), and its multi-file example folder last. */
async function findSchema(root, given) {
    const named = given === undefined ? await schemaOfPackageJson(root) : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, given);
    if (named !== undefined) {
        if ((await kindOf(named)) !== undefined)
            return named;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`There is no Prisma schema at ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, named) || '.'}.`, {
            hint: 'Correct the `schema` input, or `prisma.schema` in package.json, or `schema` in prisma.config.ts: the path is taken from the working directory.',
        });
    }
    const candidates = ['schema.prisma', 'prisma/schema.prisma', 'prisma/schema'];
    for (const candidate of candidates)
        if ((await kindOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, candidate))) !== undefined)
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, candidate);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`No Prisma schema was found in ${root}.`, {
        hint: `Looked for ${candidates.join(', ')} and \`prisma.schema\` in package.json. Set the \`schema\` or \`working-directory\` input; for another migration tool set \`command\`.`,
    });
}
async function schemaOfPackageJson(root) {
    const found = await (0,_package_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readPackageJson */ .jJ)(root);
    const prisma = found?.content.prisma;
    const schema = (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u)(prisma) ? (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .textOrUndefined */ .T)(prisma.schema) : undefined;
    return found === undefined || schema === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(found.folder, schema);
}
async function kindOf(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    if (found === undefined)
        return undefined;
    return found.isDirectory() ? 'folder' : 'file';
}
async function readSchema(path) {
    if ((await kindOf(path)) === 'file')
        return [await readSchemaFile(path)];
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path, { recursive: true, withFileTypes: true });
    const files = entries
        .filter((entry) => entry.isFile() && entry.name.endsWith('.prisma'))
        .map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name))
        .toSorted();
    if (files.length > 0)
        return Promise.all(files.map(readSchemaFile));
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`The schema folder ${path} holds no .prisma file.`, {
        hint: 'Correct the `schema` input.',
    });
}
async function readSchemaFile(path) {
    return { path, content: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8') };
}
/** Migrations lie beside the file that holds the datasource block (https://www.prisma.io/docs/orm/prisma-schema/overview/location). */
function datasourceFolder(schemaPath, files) {
    const holder = files.find(({ content }) => /^\s*datasource\s+\w+\s*\{/m.test(content));
    return holder === undefined ? schemaPath : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(holder.path);
}
/** The body of the datasource block, comments removed; empty when there is none. */
function datasourceBlock(files) {
    const all = files.map(({ content }) => content.replace(/\/\/.*$/gm, '')).join('\n');
    return /^\s*datasource\s+\w+\s*\{([^}]*)\}/m.exec(all)?.[1] ?? '';
}
/** Names of the environment variables that the datasource block reads for a field such as `directUrl`. */
function environmentNamesOf(files, field) {
    const pattern = new RegExp(`^\\s*${field}\\s*=\\s*env\\(\\s*"([^"]+)"\\s*\\)`, 'gm');
    return [...datasourceBlock(files).matchAll(pattern)].flatMap(([, name]) => name === undefined ? [] : [name]);
}


/***/ }),

/***/ 4229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ resolveProject)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/migrations/child-process.js
var child_process = __webpack_require__(7942);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/migrations/config-literals.js
/** Reads literals out of a JavaScript or TypeScript configuration without running it. */
/**
 * The properties of the configuration object: dotted path (`migrations.path`) to the source text of the value. The
 * object is the argument of `defineConfig(`, or what `export default` or `module.exports =` gives; empty when neither is
 * there. A path that ends in `*` says that its object holds something else too: a spread, a shorthand, a method.
 */
function readProperties(source) {
    const code = withoutComments(source);
    const opening = /(?:defineConfig\s*\(|export\s+default|module\.exports\s*=)\s*\(?\s*\{/.exec(code);
    if (opening === null)
        return new Map();
    const properties = new Map();
    readObject({ code, properties }, opening.index + opening[0].length, '');
    return properties;
}
/** From just after `{`; gives the offset just after the matching `}`. */
function readObject(reading, from, prefix) {
    const { code, properties } = reading;
    let at = from;
    for (;;) {
        at += /^[\s,]*/.exec(code.slice(at))?.[0].length ?? 0;
        if (at >= code.length || code[at] === '}')
            return at + 1;
        const name = /^(?:([A-Za-z_$][\w$]*)|['"]([^'"]+)['"])\s*:\s*/.exec(code.slice(at));
        if (name === null) {
            properties.set(`${prefix}*`, '');
            at = Math.max(valueEnd(code, at), at + 1);
            continue;
        }
        const path = prefix + (name[1] ?? name[2]);
        const start = at + name[0].length;
        at = code[start] === '{' ? readObject(reading, start + 1, `${path}.`) : valueEnd(code, start);
        if (code[start] !== '{')
            properties.set(path, code.slice(start, at).trim());
        if (at >= code.length)
            return at;
    }
}
/** Where the value that begins at `start` ends: at a `,` or `}` that belongs to no bracket or string in it. */
function valueEnd(code, start) {
    let depth = 0;
    for (let at = start; at < code.length; at += 1) {
        const char = code[at] ?? '';
        if (`'"\``.includes(char))
            at = stringEnd(code, at);
        else if ('([{'.includes(char))
            depth += 1;
        else if (depth === 0 && ',}'.includes(char))
            return at;
        else if (')]}'.includes(char))
            depth -= 1;
    }
    return code.length;
}
/** The offset of the closing quote of the string that opens at `open`. */
function stringEnd(code, open) {
    for (let at = open + 1; at < code.length; at += 1) {
        if (code[at] === '\\')
            at += 1;
        else if (code[at] === code[open])
            return at;
    }
    return code.length;
}
function withoutComments(source) {
    let kept = '';
    for (let at = 0; at < source.length; at += 1) {
        const two = source.slice(at, at + 2);
        if (`'"\``.includes(source[at] ?? '')) {
            const end = stringEnd(source, at);
            kept += source.slice(at, end + 1);
            at = end;
        }
        else if (two === '//') {
            at = endOr(source, source.indexOf('\n', at)) - 1;
        }
        else if (two === '/*') {
            at = endOr(source, source.indexOf('*/', at)) + 1;
        }
        else
            kept += source[at];
    }
    return kept;
}
function endOr(source, found) {
    return found < 0 ? source.length : found;
}
/** The text of a string literal without escapes or substitutions; undefined for any other expression. */
function stringLiteral(expression) {
    const match = /^(['"`])([^\\]*)\1(?:\s+as\s+const)?$/s.exec(expression.trim());
    const text = match?.[2];
    const quote = match?.[1] ?? '';
    return text === undefined || text.includes(quote) || (quote === '`' && text.includes('${'))
        ? undefined
        : text;
}

;// CONCATENATED MODULE: ./build/migrations/prisma-config.js
/** `prisma.config.ts`: read without running it where its values are literals, else run by the project's own Prisma. */



const extensions = ['js', 'ts', 'mjs', 'cjs', 'mts', 'cts'];
/** Undefined when the project has none in the places where Prisma looks. */
async function readPrismaConfig(workingDirectory) {
    const names = [
        ...extensions.map((end) => `prisma.config.${end}`),
        ...extensions.map((end) => `.config/prisma.${end}`),
    ];
    for (const name of names) {
        const file = (0,external_node_path_.join)((0,external_node_path_.resolve)(workingDirectory), name);
        const source = await (0,promises_.readFile)(file, 'utf8').catch(() => undefined);
        if (source !== undefined)
            return interpret(file, source);
    }
    return undefined;
}
function interpret(file, source) {
    const properties = readProperties(source);
    const folder = (0,external_node_path_.dirname)(file);
    const values = { schema: properties.get('schema'), 'migrations.path': properties.get('migrations.path') };
    const path = (expression) => expression === undefined ? undefined : pathOf(expression, folder);
    const hides = (name) => properties.size === 0 ||
        properties.has('*') ||
        (name !== 'schema' && (properties.has('migrations.*') || properties.has('migrations')));
    const unreadable = ['schema', 'migrations.path'].filter((name) => values[name] === undefined ? hides(name) : path(values[name]) === undefined);
    return {
        file,
        schema: path(values.schema),
        migrations: path(values['migrations.path']),
        unreadable,
        usesJavaScriptEngine: stringLiteral(properties.get('engine') ?? '') === 'js',
        urlVariables: ['datasource.url', 'datasource.directUrl'].flatMap((name) => variablesIn(properties.get(name))),
        external: {
            externalTables: stringsIn(properties.get('tables.external')),
            externalEnums: stringsIn(properties.get('enums.external')),
        },
    };
}
/** A literal, or `path.join`/`path.resolve` of literals and the file's own folder. */
function pathOf(expression, folder) {
    const literal = stringLiteral(expression);
    if (literal !== undefined)
        return (0,external_node_path_.resolve)(folder, literal);
    const call = /^(?:path\.)?(?:join|resolve)\(([^()]*(?:\(\))?[^()]*)\)$/s.exec(expression.trim());
    const parts = call?.[1]
        ?.split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
    const texts = parts?.map((part) => (isOwnFolder(part) ? folder : stringLiteral(part)));
    if (texts === undefined || texts.length === 0)
        return undefined;
    const known = texts.filter((text) => text !== undefined);
    return known.length === texts.length ? (0,external_node_path_.resolve)(folder, (0,external_node_path_.join)(...known)) : undefined;
}
function isOwnFolder(expression) {
    return ['__dirname', 'import.meta.dirname', 'process.cwd()'].includes(expression);
}
function stringsIn(list) {
    const inside = /^\[(.*)\]/s.exec(list ?? '')?.[1] ?? '';
    return inside.split(',').flatMap((item) => stringLiteral(item) ?? []);
}
function variablesIn(expression) {
    const pattern = /(?:\benv\(\s*['"](\w+)['"]\s*\)|process\.env\.(\w+)|process\.env\[['"](\w+)['"]\])/g;
    return [...(expression ?? '').matchAll(pattern)].flatMap(([, a, b, c]) => a ?? b ?? c ?? []);
}

// EXTERNAL MODULE: ./build/migrations/prisma-project.js
var prisma_project = __webpack_require__(5322);
// EXTERNAL MODULE: ./build/migrations/record.js
var record = __webpack_require__(5411);
;// CONCATENATED MODULE: ./build/migrations/project-paths.js
/** Where this project's schema and migrations are: the inputs, then prisma.config.ts, then Prisma's defaults. */





/** @throws UserError when there is no schema. */
async function resolveProject(request, context, installed) {
    const config = await readPrismaConfig(request.workingDirectory);
    const known = {
        schema: request.schema ?? config?.schema,
        migrations: request.migrations ?? config?.migrations,
    };
    const missing = (config?.unreadable ?? []).filter((name) => name === 'schema' ? known.schema === undefined : known.migrations === undefined);
    const told = config === undefined || missing.length === 0 ? {} : await runConfig(request, context, installed);
    if (config !== undefined && told === undefined)
        context.log.warning(`${(0,external_node_path_.relative)(request.workingDirectory, config.file)} sets ${missing.join(' and ')} in a way that only running it would tell, and it was not run. Prisma's defaults are used; the inputs \`schema\` and \`migrations\` override them.`);
    const project = await (0,prisma_project/* findPrismaProject */.vW)(request.workingDirectory, {
        schema: known.schema ?? told?.schema,
        migrations: known.migrations ?? told?.migrations,
        external: config?.external,
    });
    return { project, config };
}
const answerMark = 'database-actions-prisma-config:';
/** Loads the file as the project's Prisma does and prints what it says. */
const loader = `
import { createRequire } from 'node:module';
const { loadConfigFromFile } = createRequire(process.argv[1])('@prisma/config');
const { config } = await loadConfigFromFile({});
const answer = { schema: config?.schema, migrations: config?.migrations?.path };
console.log('\\n${answerMark}' + JSON.stringify(answer));
`;
/** Undefined when it may not run, cannot run, or fails. */
async function runConfig({ workingDirectory, directUri, environment, allowProjectCode }, { signal }, installed) {
    if (!allowProjectCode || installed === undefined)
        return undefined;
    let answer;
    const argv = ['--input-type=module', '--eval', loader, '--', `${installed.folder}/package.json`];
    await (0,child_process/* runChild */.w)(process.execPath, argv, {
        workingDirectory,
        environment: { ...environment, DATABASE_URL: directUri, DIRECT_URL: directUri },
        signal,
        onLine(line) {
            if (line.startsWith(answerMark))
                answer = line.slice(answerMark.length);
        },
    });
    if (answer === undefined)
        return undefined;
    const paths = JSON.parse(answer);
    if (!(0,record/* isRecord */.u)(paths))
        return undefined;
    return { schema: (0,record/* textOrUndefined */.T)(paths.schema), migrations: (0,record/* textOrUndefined */.T)(paths.migrations) };
}


/***/ }),

/***/ 5411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ textOrUndefined),
/* harmony export */   u: () => (/* binding */ isRecord)
/* harmony export */ });
/** For data from outside (JSON, parse trees, rows). */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function textOrUndefined(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}


/***/ }),

/***/ 380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ loadSchemaEngine)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5411);
/* harmony import */ var _wasm_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2964);
/** Loads Prisma's schema engine as WebAssembly, without Node's experimental import of .wasm modules. */



const loaded = new Map();
/** @param wasmPath path of `schema_engine_bg.wasm`; undefined = in node_modules. Loaded once a path. */
function loadSchemaEngine(wasmPath) {
    const path = wasmPath ?? (0,_wasm_path_js__WEBPACK_IMPORTED_MODULE_1__/* .besideModule */ .v)('@prisma/schema-engine-wasm/schema_engine_bg', 'schema_engine_bg.wasm');
    const known = loaded.get(path);
    if (known !== undefined)
        return known;
    const loading = instantiate(path);
    loaded.set(path, loading);
    return loading;
}
/** What the package's own `schema_engine.js` does, but with the bytes read by path. */
async function instantiate(path) {
    const engine = await __webpack_require__.e(/* import() */ 277).then(__webpack_require__.bind(__webpack_require__, 5277));
    keepPanicMessages();
    const imports = { './schema_engine_bg.js': withoutLingeringTimers(engine) };
    const { instance } = await WebAssembly.instantiate(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path), imports);
    engine.__wbg_set_wasm(instance.exports);
    const start = instance.exports.__wbindgen_start;
    if (typeof start !== 'function')
        throw new Error(`${path} is not Prisma's schema engine.`);
    start();
    return engine;
}
/**
 * The engine sets a timer of ten seconds for its advisory lock and leaves it when it has the lock; it would keep the
 * process alive for as long. While the engine does wait, its connection does that.
 */
function withoutLingeringTimers(engine) {
    const imports = Object.entries({ ...engine }).map(([name, value]) => {
        if (!name.startsWith('__wbg_setTimeout_') || typeof value !== 'function')
            return [name, value];
        return [name, (...given) => unreferenced(value(...given))];
    });
    return Object.fromEntries(imports);
}
function unreferenced(timer) {
    if ((0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(timer) && typeof timer.unref === 'function')
        timer.unref();
    return timer;
}
/** The engine's panic hook calls this global; without it a panic would hide its own message. */
function keepPanicMessages() {
    const registry = {
        message: '',
        set_message(text) {
            registry.message = text;
        },
    };
    if (!('PRISMA_WASM_PANIC_REGISTRY' in globalThis))
        Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry });
}


/***/ }),

/***/ 2757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ runScript)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _postgres_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5582);


/** Runs the script; on failure tells `onFailure` and throws what `pg` threw. */
async function runScript(run) {
    const pieces = run.transport === 'statements' ? splitAsPrismaDoes(run.script, run.parser) : undefined;
    if (pieces === undefined)
        return send(run, { text: run.script, start: 0, completed: 0 });
    for (const [completed, piece] of pieces.entries()) {
        if (run.signal.aborted) {
            run.onFailure({ error: undefined, completed, offset: piece.start });
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc('before the next statement');
        }
        await send(run, { ...piece, completed });
    }
}
async function send(run, piece) {
    const { client } = run;
    let completed = 0;
    const count = () => {
        completed += 1;
    };
    client.connection.on('commandComplete', count);
    try {
        await client.query(piece.text);
    }
    catch (thrown) {
        const error = (0,_postgres_error_js__WEBPACK_IMPORTED_MODULE_1__/* .postgresErrorOf */ .R)(thrown);
        const offset = error?.position === undefined ? undefined : piece.start + unitsOf(piece.text, error.position - 1);
        run.onFailure({ error, completed: piece.completed + completed, offset });
        throw thrown;
    }
    finally {
        client.connection.off('commandComplete', count);
    }
}
/** Postgres counts characters, JavaScript UTF-16 units: an emoji is one there and two here. */
function unitsOf(text, characters) {
    let units = 0;
    let left = characters;
    for (const character of text) {
        if (left <= 0)
            break;
        units += character.length;
        left -= 1;
    }
    return units;
}
/**
 * First words of statements that Prisma's splitter, the Rust crate `sqlparser` 0.61, has no grammar for. A script with
 * one of them goes to the server whole, so its statements share one transaction. Pretending otherwise would let a
 * migration pass here that fails in production.
 */
const unreadableWords = new Set([
    'abort',
    'checkpoint',
    'cluster',
    'do',
    'import',
    'lock',
    'move',
    'reassign',
    'refresh',
    'reindex',
    'security',
    'table',
]);
/** Undefined: send the script whole. */
function splitAsPrismaDoes(script, parser) {
    const parsed = parser.parse(script);
    if (parsed.kind === 'syntax-error' || parsed.statements.some(isUnreadable))
        return undefined;
    return parsed.statements.map(({ text, start }) => ({ text, start }));
}
/** https://github.com/prisma/prisma-engines/pull/5847: `sqlparser` reads CREATE INDEX CONCURRENTLY, but not DROP. */
function isUnreadable({ text, kind, node }) {
    const [word = ''] = /^[a-z]+/i.exec(text) ?? [];
    return unreadableWords.has(word.toLowerCase()) || (kind === 'DropStmt' && node.concurrent === true);
}


/***/ }),

/***/ 8684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ schemaOf),
/* harmony export */   w: () => (/* binding */ connectionOpener)
/* harmony export */ });
/* harmony import */ var _postgres_connect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9397);
/* harmony import */ var _postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9755);


/**
 * Connections with patience, whose limits are the server's and the role's own: Prisma sets none, so a
 * `statement_timeout` of the role must stop a migration here as it will in production.
 */
function connectionOpener(options) {
    return async (uri, applicationName) => {
        const connection = await (0,_postgres_connect_js__WEBPACK_IMPORTED_MODULE_0__/* .connectWhenReady */ .y)({ ...options, uri, applicationName });
        await connection.client.query('RESET statement_timeout; RESET lock_timeout; RESET idle_in_transaction_session_timeout');
        return connection;
    };
}
/** The schema that holds Prisma's history: the URI's `schema` parameter, else `public`. */
function schemaOf(uri) {
    return (0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .parseConnectionUri */ .sq)(uri).parameters.get('schema') ?? 'public';
}


/***/ }),

/***/ 7962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ loadSqlParser),
/* harmony export */   m: () => (/* binding */ lineAt)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5411);
/* harmony import */ var _wasm_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2964);
/** Postgres's own parser (libpg_query): a script's statements with their exact places. */



const loaded = new Map();
/** @param wasmPath path of `libpg-query.wasm`; undefined = in node_modules. Loaded once a path. */
function loadSqlParser(wasmPath) {
    const path = wasmPath ?? (0,_wasm_path_js__WEBPACK_IMPORTED_MODULE_1__/* .besideModule */ .v)('libpg-query/wasm/libpg-query.js', 'libpg-query.wasm');
    const known = loaded.get(path);
    if (known !== undefined)
        return known;
    const loading = instantiate(path);
    loaded.set(path, loading);
    return loading;
}
async function instantiate(path) {
    const { default: load } = await __webpack_require__.e(/* import() */ 995).then(__webpack_require__.t.bind(__webpack_require__, 3995, 19));
    const wasm = await WebAssembly.compile(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path));
    const library = await load({
        instantiateWasm(imports, receive) {
            receive(new WebAssembly.Instance(wasm, imports));
            return {};
        },
    });
    return { parse: (script) => (script.trim() === '' ? nothing : parseWith(library, script)) };
}
const nothing = { kind: 'parsed', statements: [] };
function parseWith(library, script) {
    const bytes = library.lengthBytesUTF8(script) + 1;
    const query = library._malloc(bytes);
    library.stringToUTF8(script, query, bytes);
    const result = library._wasm_parse_query_raw(query);
    try {
        const error = library.getValue(result + 8, 'i32');
        if (error !== 0)
            return { kind: 'syntax-error', message: library.UTF8ToString(library.getValue(error, 'i32')) };
        const tree = JSON.parse(library.UTF8ToString(library.getValue(result, 'i32')));
        return { kind: 'parsed', statements: statementsOf(tree, script) };
    }
    finally {
        library._free(query);
        library._wasm_free_parse_result(result);
    }
}
function statementsOf(tree, script) {
    if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(tree) || !Array.isArray(tree.stmts))
        return [];
    const place = byteOffsets(script);
    return tree.stmts.filter(_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u).map((raw) => {
        const from = numberOr(raw.stmt_location, 0);
        const length = numberOr(raw.stmt_len, 0);
        const whole = place.slice(from, length === 0 ? undefined : from + length);
        const text = whole.text.trim();
        const start = whole.start + whole.text.indexOf(text);
        const [kind = '', node] = Object.entries((0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(raw.stmt) ? raw.stmt : {})[0] ?? [];
        return {
            start,
            end: start + text.length,
            line: lineAt(script, start),
            text,
            kind,
            node: (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u)(node) ? node : {},
        };
    });
}
/** The parser counts UTF-8 bytes, JavaScript UTF-16 units. Asked in rising order, so each byte is decoded once. */
function byteOffsets(script) {
    const bytes = Buffer.from(script, 'utf8');
    let known = { byte: 0, unit: 0 };
    return {
        slice(from, to) {
            const base = from < known.byte ? { byte: 0, unit: 0 } : known;
            const start = base.unit + bytes.subarray(base.byte, from).toString('utf8').length;
            known = { byte: from, unit: start };
            return { start, text: bytes.subarray(from, to).toString('utf8') };
        },
    };
}
/** The line, from 1, that holds the character at `offset`. */
function lineAt(script, offset) {
    let line = 1;
    for (let at = script.indexOf('\n'); at >= 0 && at < offset; at = script.indexOf('\n', at + 1))
        line += 1;
    return line;
}
function numberOr(value, fallback) {
    return typeof value === 'number' ? value : fallback;
}


/***/ }),

/***/ 2964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ besideModule)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** The path of a file that lies beside the module that `specifier` names; package exports hide .wasm files. */
function besideModule(specifier, file) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url).resolve(specifier)), file);
}


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
/* harmony export */   c: () => (/* binding */ assertOurs)
/* harmony export */ });
/* unused harmony export whyNotOurs */
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
