export const id = 529;
export const ids = [529];
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

/***/ 3529:
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
  run: () => (/* binding */ run),
  runMigrations: () => (/* binding */ runMigrations),
  schemaPathInputs: () => (/* binding */ schemaPathInputs)
});

// EXTERNAL MODULE: ./build/postgres/pooler.js
var pooler = __webpack_require__(4045);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
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
// EXTERNAL MODULE: ./build/migrations/failure-place.js
var failure_place = __webpack_require__(3876);
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

// EXTERNAL MODULE: ./build/postgres/row.js
var postgres_row = __webpack_require__(1290);
// EXTERNAL MODULE: ./build/migrations/script-run.js
var script_run = __webpack_require__(2757);
// EXTERNAL MODULE: ./build/guard.js
var guard = __webpack_require__(1753);
// EXTERNAL MODULE: ./build/postgres/catalog-transaction.js
var catalog_transaction = __webpack_require__(1212);
;// CONCATENATED MODULE: ./build/migrations/rehearsal/catalog.js
/** What the rules need to know of a database's tables: read in one query, before the migrations and after. */


/** Reads it in a read-only transaction of its own. */
async function readRehearsalCatalog(session) {
    const rows = await (0,catalog_transaction/* inCatalogTransaction */.p)(session, () => session.query(catalogQuery));
    const catalog = rows[0]?.catalog;
    if (!isRawCatalog(catalog))
        throw new Error('The catalog query gave another shape than it was written for.');
    return {
        relations: catalog.relations.map(relationOf),
        columns: catalog.columns.map(columnOf),
        constraints: catalog.constraints.map(constraintOf),
        indexes: catalog.indexes.map((index) => ({
            ...index,
            columns: index.columns.map((column) => column ?? undefined),
        })),
        enums: catalog.enums,
        parents: new Map(catalog.parents.map(({ child, parent }) => [child, parent])),
    };
}
const relationKinds = {
    r: 'table',
    p: 'partitioned table',
    i: 'index',
    I: 'partitioned index',
    v: 'view',
    m: 'materialized view',
    S: 'sequence',
    f: 'foreign table',
    t: 'toast table',
    c: 'composite type',
};
/** `pg_class.relkind` in words. */
function relationKindOf(relkind) {
    return relationKinds[relkind] ?? 'table';
}
function relationOf({ relkind, rows, fileNode, tableOid, ...rest }) {
    return {
        ...rest,
        kind: relationKindOf(relkind),
        rows: rows ?? undefined,
        fileNode: fileNode ?? undefined,
        tableOid: tableOid ?? undefined,
    };
}
function columnOf({ default: expression, identity, generated, ...rest }) {
    return {
        ...rest,
        default: expression ?? undefined,
        identity: identity === 'a' ? 'always' : identity === 'd' ? 'by default' : undefined,
        generated: generated === 's' ? 'stored' : generated === 'v' ? 'virtual' : undefined,
    };
}
const constraintKinds = {
    p: 'primary key',
    u: 'unique',
    f: 'foreign key',
    c: 'check',
    x: 'exclusion',
    n: 'not null',
    t: 'trigger',
};
function constraintOf({ contype, referencedTableOid, ...rest }) {
    return {
        ...rest,
        kind: constraintKinds[contype] ?? 'check',
        referencedTableOid: referencedTableOid ?? undefined,
    };
}
const isRawRelation = (0,guard/* objectOf */.Xy)({
    oid: guard/* isNumber */.Et,
    schema: guard/* isString */.Kg,
    name: guard/* isString */.Kg,
    relkind: guard/* isString */.Kg,
    rows: (0,guard/* nullable */.me)(guard/* isNumber */.Et),
    bytes: guard/* isNumber */.Et,
    fileNode: (0,guard/* nullable */.me)(guard/* isNumber */.Et),
    tableOid: (0,guard/* nullable */.me)(guard/* isNumber */.Et),
});
const isRawColumn = (0,guard/* objectOf */.Xy)({
    tableOid: guard/* isNumber */.Et,
    position: guard/* isNumber */.Et,
    name: guard/* isString */.Kg,
    type: guard/* isString */.Kg,
    typeOid: guard/* isNumber */.Et,
    isNotNull: guard/* isBoolean */.Lm,
    default: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    identity: guard/* isString */.Kg,
    generated: guard/* isString */.Kg,
});
const isRawConstraint = (0,guard/* objectOf */.Xy)({
    oid: guard/* isNumber */.Et,
    tableOid: guard/* isNumber */.Et,
    name: guard/* isString */.Kg,
    contype: guard/* isString */.Kg,
    columns: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg),
    isValidated: guard/* isBoolean */.Lm,
    referencedTableOid: (0,guard/* nullable */.me)(guard/* isNumber */.Et),
    referencedColumns: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg),
    definition: guard/* isString */.Kg,
});
const isRawIndex = (0,guard/* objectOf */.Xy)({
    oid: guard/* isNumber */.Et,
    tableOid: guard/* isNumber */.Et,
    name: guard/* isString */.Kg,
    isUnique: guard/* isBoolean */.Lm,
    isPrimary: guard/* isBoolean */.Lm,
    isValid: guard/* isBoolean */.Lm,
    columns: (0,guard/* arrayOf */.jk)((0,guard/* nullable */.me)(guard/* isString */.Kg)),
    isPartial: guard/* isBoolean */.Lm,
    definition: guard/* isString */.Kg,
});
const isRawCatalog = (0,guard/* objectOf */.Xy)({
    relations: (0,guard/* arrayOf */.jk)(isRawRelation),
    columns: (0,guard/* arrayOf */.jk)(isRawColumn),
    constraints: (0,guard/* arrayOf */.jk)(isRawConstraint),
    indexes: (0,guard/* arrayOf */.jk)(isRawIndex),
    enums: (0,guard/* arrayOf */.jk)((0,guard/* objectOf */.Xy)({ oid: guard/* isNumber */.Et, schema: guard/* isString */.Kg, name: guard/* isString */.Kg, labels: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg) })),
    parents: (0,guard/* arrayOf */.jk)((0,guard/* objectOf */.Xy)({ child: guard/* isNumber */.Et, parent: guard/* isNumber */.Et })),
});
/**
 * `reltuples` is -1 for a table that was never analysed (PostgreSQL 14 and newer). Sizes are of files, so nothing is
 * locked but the catalog; a relation that is dropped meanwhile has none.
 */
const catalogQuery = `
WITH kept AS (
  SELECT c.oid, n.nspname, c.relname, c.relkind, c.reltuples, c.relnamespace,
         coalesce(i.indrelid, t.oid) AS owner
    FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
    LEFT JOIN pg_catalog.pg_class t ON c.relkind = 't' AND t.reltoastrelid = c.oid
   WHERE c.oid >= 16384 AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_temp\\_%'
     AND (n.nspname <> 'pg_toast' OR c.relkind = 't')
), tables AS (SELECT oid FROM kept WHERE relkind IN ('r', 'p', 'f', 'm', 'v'))
SELECT pg_catalog.json_build_object(
  'relations', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'oid', oid::bigint, 'schema', nspname, 'name', relname, 'relkind', relkind,
      'rows', CASE WHEN reltuples >= 0 THEN reltuples::bigint END,
      'bytes', coalesce(CASE WHEN relkind IN ('r', 'm', 't') THEN pg_catalog.pg_table_size(oid)
                             WHEN relkind = 'i' THEN pg_catalog.pg_relation_size(oid) END, 0),
      'fileNode', pg_catalog.pg_relation_filenode(oid)::bigint,
      'tableOid', owner::bigint) ORDER BY oid), '[]') FROM kept),
  'columns', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'tableOid', a.attrelid::bigint, 'position', a.attnum, 'name', a.attname,
      'type', pg_catalog.format_type(a.atttypid, a.atttypmod), 'typeOid', a.atttypid::bigint,
      'isNotNull', a.attnotnull, 'default', pg_catalog.pg_get_expr(d.adbin, d.adrelid),
      'identity', a.attidentity, 'generated', a.attgenerated) ORDER BY a.attrelid, a.attnum), '[]')
      FROM pg_catalog.pg_attribute a JOIN tables ON tables.oid = a.attrelid
      LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE a.attnum > 0 AND NOT a.attisdropped),
  'constraints', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'oid', k.oid::bigint, 'tableOid', k.conrelid::bigint, 'name', k.conname, 'contype', k.contype,
      'columns', (SELECT coalesce(pg_catalog.json_agg(a.attname ORDER BY u.place), '[]')
                    FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY AS u(number, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number),
      'isValidated', k.convalidated, 'referencedTableOid', nullif(k.confrelid, 0)::bigint,
      'referencedColumns', (SELECT coalesce(pg_catalog.json_agg(a.attname ORDER BY u.place), '[]')
                    FROM pg_catalog.unnest(k.confkey) WITH ORDINALITY AS u(number, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number),
      'definition', pg_catalog.pg_get_constraintdef(k.oid)) ORDER BY k.oid), '[]')
      FROM pg_catalog.pg_constraint k JOIN tables ON tables.oid = k.conrelid),
  'indexes', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'oid', i.indexrelid::bigint, 'tableOid', i.indrelid::bigint, 'name', kept.relname,
      'isUnique', i.indisunique, 'isPrimary', i.indisprimary, 'isValid', i.indisvalid,
      'columns', (SELECT coalesce(pg_catalog.json_agg(a.attname ORDER BY u.place), '[]')
                    FROM pg_catalog.unnest(i.indkey::smallint[]) WITH ORDINALITY AS u(number, place)
                    LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number
                   WHERE u.place <= i.indnkeyatts),
      'isPartial', i.indpred IS NOT NULL,
      'definition', pg_catalog.pg_get_indexdef(i.indexrelid)) ORDER BY i.indexrelid), '[]')
      FROM pg_catalog.pg_index i JOIN kept ON kept.oid = i.indexrelid JOIN tables ON tables.oid = i.indrelid),
  'enums', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'oid', t.oid::bigint, 'schema', n.nspname, 'name', t.typname,
      'labels', (SELECT coalesce(pg_catalog.json_agg(e.enumlabel ORDER BY e.enumsortorder), '[]')
                   FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid)) ORDER BY t.oid), '[]')
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
     WHERE t.typtype = 'e' AND t.oid >= 16384),
  'parents', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'child', h.inhrelid::bigint, 'parent', h.inhparent::bigint) ORDER BY h.inhrelid), '[]')
      FROM pg_catalog.pg_inherits h JOIN kept ON kept.oid = h.inhrelid)
) AS catalog`;

// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(7929);
;// CONCATENATED MODULE: ./build/migrations/rehearsal/circumstances.js


/** Of a session as a migrating one would have it. */
async function readServerFacts(session) {
    const [row = {}] = await session.query(`SELECT pg_catalog.pg_database_size(pg_catalog.current_database()) AS bytes,
            (SELECT setting FROM pg_catalog.pg_settings WHERE name = 'lock_timeout') AS lock_timeout,
            (SELECT setting FROM pg_catalog.pg_settings WHERE name = 'statement_timeout') AS statement_timeout`);
    return {
        databaseBytes: (0,postgres_row/* numeric */.sH)(row, 'bytes'),
        lockTimeoutMs: (0,postgres_row/* numeric */.sH)(row, 'lock_timeout'),
        statementTimeoutMs: (0,postgres_row/* numeric */.sH)(row, 'statement_timeout'),
    };
}
/** What the sessions so far reported of themselves; each does so when it is idle or ends. Undefined where it may not be read. */
async function readPageCounts(session) {
    try {
        await session.query('SELECT pg_catalog.pg_stat_clear_snapshot()');
        const [row = {}] = await session.query('SELECT blks_hit, blks_read FROM pg_catalog.pg_stat_database WHERE datname = pg_catalog.current_database()');
        return { hit: count(row, 'blks_hit'), read: count(row, 'blks_read') };
    }
    catch (thrown) {
        if ((0,sqlstate/* sqlStateOf */.v9)(thrown) === sqlstate/* sqlState */.cn.insufficientPrivilege)
            return undefined;
        throw thrown;
    }
}
function count(row, column) {
    return row[column] === undefined || row[column] === null ? 0 : (0,postgres_row/* numeric */.sH)(row, column);
}
/** Fewer pages say nothing: connecting alone reads about as many of the catalog. */
const fewPages = 500;
/** @returns `cold` when most pages were not in shared buffers */
function cacheBetween(before, after) {
    if (before === undefined || after === undefined)
        return 'unknown';
    const [hit, read] = [after.hit - before.hit, after.read - before.read];
    if (hit + read < fewPages || hit < 0 || read < 0)
        return 'unknown';
    return read > hit ? 'cold' : 'warm';
}

// EXTERNAL MODULE: ./build/migrations/rehearsal/lock-mode.js
var lock_mode = __webpack_require__(1233);
;// CONCATENATED MODULE: ./build/migrations/rehearsal/observation-window.js
/** Answers about a part of an observation: one session, between two moments. */

/** By the middle of each statement: the clocks of two machines are not the same to the millisecond. */
function seenBetween({ statements }, { pid, from, to }) {
    const inside = statements.filter((statement) => {
        const middle = (statement.start + statement.end) / 2;
        return statement.pid === pid && from <= middle && middle <= to;
    });
    return {
        isSeen: inside.length > 0,
        locks: heldLocks(inside),
        waits: inside.flatMap(({ waits }) => waits),
        rewritten: uniqueRelations(inside.flatMap(({ rewritten }) => rewritten)),
    };
}
/**
 * The strongest lock on each relation that these statements took; strongest first, then longest. A lock that was waited
 * for and never granted (lock_timeout, a cancel) was held for 0 ms.
 */
function heldLocks(statements) {
    const strongest = new Map();
    for (const lock of statements.flatMap((statement) => [
        ...statement.locks.map(heldLock),
        ...refusedLocks(statement),
    ])) {
        const known = strongest.get(lock.relation.oid);
        if (known === undefined || isMore(lock, known))
            strongest.set(lock.relation.oid, lock);
    }
    return [...strongest.values()].toSorted((left, right) => (0,lock_mode/* compareLockModes */.tc)(right.mode, left.mode) ||
        right.heldMs - left.heldMs ||
        left.relation.oid - right.relation.oid);
}
function heldLock({ relation, mode, start, end, waitedMs }) {
    return { relation, mode, heldMs: end - start, waitedMs };
}
function refusedLocks({ waits, locks }) {
    return waits.flatMap(({ relation, mode, start, end }) => {
        if (relation === undefined || !(0,lock_mode/* isLockMode */.n9)(mode))
            return [];
        const isGranted = locks.some((lock) => lock.mode === mode && lock.relation.oid === relation.oid);
        return isGranted ? [] : [{ relation, mode, heldMs: 0, waitedMs: end - start }];
    });
}
function isMore(lock, known) {
    return ((0,lock_mode/* compareLockModes */.tc)(lock.mode, known.mode) || lock.heldMs - known.heldMs) > 0;
}
function uniqueRelations(relations) {
    return [...new Map(relations.map((relation) => [relation.oid, relation])).values()];
}

// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(3110);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(4479);
;// CONCATENATED MODULE: ./build/migrations/rehearsal/observed-rewrites.js
function createRewrites(before) {
    const stored = new Map(before.filter(({ fileNode }) => fileNode !== undefined).map((state) => [state.oid, state]));
    const known = new Map([...stored].map(([oid, { fileNode }]) => [oid, fileNode]));
    const parts = partsByTable(before);
    const suspects = new Map();
    const unseen = [];
    return {
        all: [...stored.keys()],
        unseen,
        toAsk: () => [...suspects.keys()],
        suspect(exclusive) {
            const { oid } = exclusive.lock.relation;
            for (const part of [oid, ...(parts.get(oid) ?? [])])
                if (stored.has(part))
                    suspects.set(part, [...(suspects.get(part) ?? []), exclusive]);
        },
        see(look) {
            for (const { oid, node } of look.fileNodes) {
                const holders = suspects.get(oid) ?? [];
                const left = holders.filter(({ lock }) => lock.end === undefined);
                if (left.length > 0)
                    suspects.set(oid, left);
                else
                    suspects.delete(oid);
                const relation = stored.get(oid);
                if (relation === undefined || node === null || node === known.get(oid))
                    continue;
                known.set(oid, node);
                const [first] = holders;
                if (first === undefined)
                    unseen.push(relation);
                else
                    rewriter(first).rewritten.push(relation);
            }
        },
    };
}
/** Indexes and TOAST table of each table. */
function partsByTable(before) {
    const parts = new Map();
    for (const { oid, tableOid } of before) {
        if (tableOid === undefined)
            continue;
        const known = parts.get(tableOid);
        if (known === undefined)
            parts.set(tableOid, [oid]);
        else
            known.push(oid);
    }
    return parts;
}
/**
 * Of a transaction of several statements: the first from the one that took the lock on that made new relations, as every
 * rewrite does but for TRUNCATE and REINDEX; else the one that took the lock.
 */
function rewriter({ transaction, lock: { taker } }) {
    const statements = transaction?.statements ?? [];
    const from = Math.max(0, statements.indexOf(taker));
    return statements.slice(from).find(({ madeStorage }) => madeStorage) ?? taker;
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/observer-look.js
/** One look at the sessions that migrate: one query, made to be sent many times a second. */

/** A text as long as this was cut by us. */
const longestText = 8000;
/** @throws what `pg` throws, also for a lost connection; Error when the answer has another shape */
async function lookOnce({ client }, request) {
    const { who, olderPids, newestOid, fileNodesOf } = request;
    const values = [
        'pid' in who ? who.pid : null,
        'applicationName' in who ? who.applicationName : null,
        olderPids,
        newestOid,
        fileNodesOf,
    ];
    // Named, so that it is planned once; `query` of the connection cannot do that.
    const { rows } = await client.query({ name: 'look', text: lookQuery, values });
    const look = rows[0]?.look;
    if (!isLook(look))
        throw new Error('The observing query gave another shape than it was written for.');
    return look;
}
/** Process ids of all sessions of this database. */
const sessionsQuery = `
SELECT a.pid FROM pg_catalog.pg_stat_activity a
 WHERE a.datid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`;
/**
 * The arguments are evaluated in their order, so the clock is read first, then the locks, then who runs what: a lock of
 * this look then belongs to the statement that its session shows, or to an earlier one of the same transaction, unless
 * that statement began after the clock was read. Of a session that may not be read, backend_start is null; its state is so
 * too while it starts.
 */
const lookQuery = `
WITH held AS MATERIALIZED (
  SELECT l.pid, l.locktype, l.relation, l.mode, l.granted, l.virtualtransaction, l.waitstart
    FROM pg_catalog.pg_locks l
   WHERE NOT l.granted
      OR (l.locktype = 'relation' AND l.relation >= 16384
          AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()))
      OR (l.locktype = 'virtualxid' AND l.virtualxid = l.virtualtransaction)
), watched AS MATERIALIZED (
  SELECT a.* FROM pg_catalog.pg_stat_activity a
   WHERE a.datid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
     AND a.pid <> pg_catalog.pg_backend_pid() AND a.leader_pid IS NULL
     AND CASE WHEN $1::int IS NOT NULL THEN a.pid = $1
              WHEN $2::text IS NOT NULL THEN a.application_name = $2
              ELSE a.pid <> ALL ($3::int[]) AND a.usesysid IS NOT NULL
                   AND a.application_name NOT LIKE 'database-actions/%'
                   AND coalesce(a.backend_type, 'client backend') = 'client backend' END
)
SELECT pg_catalog.json_build_object(
  'now', extract(epoch FROM pg_catalog.clock_timestamp()) * 1000,
  'heldCount', (SELECT pg_catalog.count(*) FROM held),
  'backends', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'pid', w.pid, 'applicationName', coalesce(w.application_name, ''),
      'isVisible', w.backend_start IS NOT NULL AND w.state IS DISTINCT FROM 'disabled',
      'isActive', coalesce(w.state IN ('active', 'fastpath function call'), false),
      'text', CASE WHEN w.query_start IS NOT NULL THEN pg_catalog.left(w.query, ${longestText}) END,
      'queryStart', extract(epoch FROM w.query_start) * 1000,
      'xactStart', extract(epoch FROM w.xact_start) * 1000,
      'stateChange', extract(epoch FROM w.state_change) * 1000)), '[]') FROM watched w),
  'locks', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'pid', h.pid, 'lockType', h.locktype, 'relation', h.relation::bigint, 'mode', h.mode, 'isGranted', h.granted,
      'transaction', h.virtualtransaction, 'waitStart', extract(epoch FROM h.waitstart) * 1000,
      'blockers', CASE WHEN NOT h.granted THEN (
          SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
                   'pid', b.pid, 'applicationName', o.application_name, 'state', o.state) ORDER BY b.pid), '[]')
            FROM pg_catalog.unnest(pg_catalog.pg_blocking_pids(h.pid)) AS b(pid)
            LEFT JOIN pg_catalog.pg_stat_activity o ON o.pid = b.pid) END)), '[]')
      FROM held h JOIN watched w ON w.pid = h.pid
     WHERE h.locktype <> 'relation' OR h.relation <= $4::oid),
  'fresh', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object('pid', f.pid, 'count', f.count)), '[]')
      FROM (SELECT h.pid, pg_catalog.count(*) AS count FROM held h JOIN watched w ON w.pid = h.pid
             WHERE h.locktype = 'relation' AND h.relation > $4::oid AND h.mode = 'AccessExclusiveLock' AND h.granted
             GROUP BY h.pid) f),
  'fileNodes', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'oid', d.oid::bigint, 'node', pg_catalog.pg_relation_filenode(d.oid)::bigint)), '[]')
      FROM pg_catalog.unnest($5::oid[]) AS d(oid)),
  'wal', CASE WHEN NOT pg_catalog.pg_is_in_recovery()
              THEN pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0') END,
  'tookMs', extract(epoch FROM pg_catalog.clock_timestamp() - pg_catalog.statement_timestamp()) * 1000
) AS look`;
const isBackend = (0,guard/* objectOf */.Xy)({
    pid: guard/* isNumber */.Et,
    applicationName: guard/* isString */.Kg,
    isVisible: guard/* isBoolean */.Lm,
    isActive: guard/* isBoolean */.Lm,
    text: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    queryStart: (0,guard/* nullable */.me)(guard/* isNumber */.Et),
    xactStart: (0,guard/* nullable */.me)(guard/* isNumber */.Et),
    stateChange: (0,guard/* nullable */.me)(guard/* isNumber */.Et),
});
const isLock = (0,guard/* objectOf */.Xy)({
    pid: guard/* isNumber */.Et,
    lockType: guard/* isString */.Kg,
    relation: (0,guard/* nullable */.me)(guard/* isNumber */.Et),
    mode: guard/* isString */.Kg,
    isGranted: guard/* isBoolean */.Lm,
    transaction: guard/* isString */.Kg,
    waitStart: (0,guard/* nullable */.me)(guard/* isNumber */.Et),
    blockers: (0,guard/* nullable */.me)((0,guard/* arrayOf */.jk)((0,guard/* objectOf */.Xy)({ pid: guard/* isNumber */.Et, applicationName: (0,guard/* nullable */.me)(guard/* isString */.Kg), state: (0,guard/* nullable */.me)(guard/* isString */.Kg) }))),
});
const isLook = (0,guard/* objectOf */.Xy)({
    now: guard/* isNumber */.Et,
    tookMs: guard/* isNumber */.Et,
    wal: (0,guard/* nullable */.me)(guard/* isNumber */.Et),
    backends: (0,guard/* arrayOf */.jk)(isBackend),
    locks: (0,guard/* arrayOf */.jk)(isLock),
    fresh: (0,guard/* arrayOf */.jk)((0,guard/* objectOf */.Xy)({ pid: guard/* isNumber */.Et, count: guard/* isNumber */.Et })),
    fileNodes: (0,guard/* arrayOf */.jk)((0,guard/* objectOf */.Xy)({ oid: guard/* isNumber */.Et, node: (0,guard/* nullable */.me)(guard/* isNumber */.Et) })),
});

;// CONCATENATED MODULE: ./build/migrations/rehearsal/statement-text.js
/** Compares SQL as a server shows it with SQL as a file holds it: whitespace, comments and a cut end do not count. */

/**
 * One token of SQL, as Postgres's own scanner splits it where it matters here: comments, strings, quoted identifiers and
 * dollar-quoted bodies are each one, ended or cut (https://www.postgresql.org/docs/current/sql-syntax-lexical.html).
 */
const token = /--[^\n]*|\/\*|[eE]'[^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*(?:'|\\?$)|'[^']*(?:''[^']*)*(?:'|$)|"[^"]*(?:""[^"]*)*(?:"|$)|\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$|[\w\u0080-\uffff][\w$\u0080-\uffff]*|\s+|[\s\S]/g;
/**
 * Tokens joined by one space, words in lower case, without comments and semicolons at the end. Of a text that was cut, a
 * prefix of the whole one's.
 */
function canonicalSql(sql) {
    const tokens = [];
    const scanner = new RegExp(token);
    for (let match = scanner.exec(sql); match !== null; match = scanner.exec(sql)) {
        const [text] = match;
        if (text.startsWith('--') || text.trim() === '')
            continue;
        if (text === '/*') {
            scanner.lastIndex = endOfComment(sql, scanner.lastIndex);
        }
        else if (isDollarQuote(text)) {
            const end = sql.indexOf(text, scanner.lastIndex);
            const body = end < 0 ? sql.slice(match.index) : sql.slice(match.index, end + text.length);
            tokens.push(body);
            scanner.lastIndex = match.index + body.length;
        }
        else
            tokens.push(/^['"]|^[eE]'/.test(text) ? text : text.toLowerCase());
    }
    while (tokens.at(-1) === ';')
        tokens.pop();
    return tokens.join(' ');
}
function isDollarQuote(text) {
    return text.length > 1 && text.startsWith('$') && text.endsWith('$');
}
/** Comments nest in Postgres. @param from after the opening */
function endOfComment(sql, from) {
    const mark = /\/\*|\*\//g;
    mark.lastIndex = from;
    let depth = 1;
    for (let match = mark.exec(sql); match !== null; match = mark.exec(sql)) {
        depth += match[0] === '/*' ? 1 : -1;
        if (depth === 0)
            return mark.lastIndex;
    }
    return sql.length;
}
/** Reads or writes rows, and so takes no lock stronger than ROW EXCLUSIVE but through a function or a trigger. */
function isQuery(sql) {
    return (sql !== undefined &&
        /^(select|with|values|table|insert|update|delete|merge|copy)\b/.test(canonicalSql(sql)));
}
/** @param textLimit bytes that the server keeps of a statement, its end mark included */
function seenText(raw, textLimit) {
    // Cut at a whole character, so up to three bytes earlier.
    const isCut = raw.length >= longestText || (textLimit !== undefined && Buffer.byteLength(raw) >= textLimit - 4);
    // Half a word, a quote's beginning or one of the two characters of `--` is another token than the whole one.
    const whole = isCut && /\s/.test(raw) ? raw.replace(/\S+$/, '') : raw;
    return { raw, canonical: canonicalSql(whole), isCut };
}
/** A cut text that holds nothing but a comment is compared letter by letter. */
function isSameSql(seen, file) {
    if (!seen.isCut)
        return seen.canonical === file.canonical;
    if (seen.canonical === '')
        return file.raw.trimStart().startsWith(seen.raw.trim());
    return file.canonical.startsWith(seen.canonical);
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/observed-session.js
/** One watched session, from look to look: its statements, its transaction, its locks and waits. Times are the server's. */


/** The statement that the session shows; undefined where it shows none. */
function statementKey({ backend, locks }) {
    if (backend.isVisible)
        return backend.queryStart === null ? undefined : `at ${backend.queryStart}`;
    return transactionKey({ backend, locks });
}
/** The open transaction; undefined where there is none. Of a session that may not be read, locks tell: each has its own id's. */
function transactionKey({ backend, locks, }) {
    if (backend.isVisible)
        return backend.xactStart === null ? undefined : `at ${backend.xactStart}`;
    return locks[0]?.transaction;
}
/** Takes in what a look says. */
function updateSession(session, view, context) {
    const key = statementKey(view);
    const previous = session.statement;
    if (previous !== undefined && previous.key !== key)
        endStatement(previous, view, supersededAt(view));
    updateTransaction(session, view, context);
    if (key !== undefined && key !== previous?.key)
        beginStatement(session, view, { context, key });
    else if (key === undefined)
        session.statement = undefined;
    seeStatement(session, view);
    if (!locksAreCurrent(view))
        return;
    updateWaits(session, view, context);
    updateLocks(session, view, context);
    seeNewStorage(session, view);
    // The locks were read before this row, and the transaction ended in between.
    if (transactionKey(view) === undefined)
        closeLocks(session, (lock) => Math.max(lock.lastSeen, view.backend.stateChange ?? view.now));
    session.lastLook = view.now;
}
/** The session is gone: everything that it had ended by now. */
function endSession(session, view) {
    if (session.statement !== undefined)
        endStatement(session.statement, view, view.now);
    closeLocks(session, (lock) => latest(lock.lastSeen, view.now, view));
}
/** A statement that began after the clock of the look was read may have come between the locks and this row. */
function locksAreCurrent({ backend, now }) {
    return backend.queryStart === null || backend.queryStart <= now;
}
/** A bound for something that ended unseen: never before it was last seen; after a gap the bound says nothing. */
function latest(lastSeen, bound, { now, afterGap }) {
    return afterGap ? lastSeen : Math.max(lastSeen, Math.min(bound, now));
}
/** A session runs one statement at a time, so the next one's start bounds the end of the one before. */
function supersededAt({ backend, now }) {
    return backend.queryStart ?? now;
}
function endStatement(statement, view, bound) {
    if (statement.end !== undefined)
        return;
    statement.end = latest(statement.lastSeen, bound, view);
    statement.walEnd = view.wal;
}
function updateTransaction(session, view, context) {
    const key = transactionKey(view);
    const open = session.transaction;
    if (open?.key === key)
        return;
    const running = view.backend.isVisible && statementKey(view) === session.statement?.key ? session.statement : undefined;
    if (open !== undefined) {
        // CREATE INDEX CONCURRENTLY and its like hold locks of the session over transactions of their own.
        const isOver = key === undefined || running === undefined;
        if (isOver)
            closeLocks(session, (lock) => transactionEnd({ open, lock, view, isSameStatement: running !== undefined }));
        session.transaction = undefined;
    }
    if (key === undefined)
        return;
    const number = context.nextTransaction();
    const start = view.backend.xactStart ?? undefined;
    const statements = running === undefined ? [] : [running];
    session.transaction = { key, number, start, statements, fresh: 0 };
}
/**
 * A transaction that a statement opened for itself ends with that statement. Another one ends with a COMMIT that may not
 * have been seen: before the next transaction begins, or when the session became idle.
 */
function transactionEnd({ open, lock, view, isSameStatement }) {
    const { backend, now } = view;
    const [only, second] = open.statements;
    const isOwn = only !== undefined && second === undefined && (open.start ?? 0) >= only.start;
    if (isOwn && only.end !== undefined && only.end >= lock.lastSeen)
        return only.end;
    if (isSameStatement && backend.stateChange !== null)
        return Math.max(lock.lastSeen, backend.stateChange);
    return latest(lock.lastSeen, backend.xactStart ?? backend.stateChange ?? now, view);
}
function closeLocks(session, endOf) {
    for (const lock of session.locks.values())
        lock.end = endOf(lock);
    session.locks.clear();
}
function beginStatement(session, view, { context, key }) {
    const { backend, now, wal, earlierWal, earlier } = view;
    const isOver = !backend.isActive && session.transaction === undefined;
    const isOld = isOver && backend.queryStart !== null && backend.queryStart < context.begin;
    const followsAnother = session.statement !== undefined && session.statement.lastSeen === earlier;
    const statement = {
        key,
        pid: backend.pid,
        applicationName: backend.applicationName,
        transaction: session.transaction?.number ?? context.nextTransaction(),
        text: backend.isVisible ? (backend.text ?? '') : undefined,
        start: backend.queryStart ?? now,
        // What was written while another statement ran is that one's.
        walStart: followsAnother ? wal : (earlierWal ?? wal),
        locks: [],
        waits: new Map(),
        rewritten: [],
        madeStorage: false,
        lastSeen: backend.queryStart ?? now,
        end: undefined,
        walEnd: null,
    };
    session.statement = statement;
    session.transaction?.statements.push(statement);
    if (!isOld)
        context.keep(statement);
}
function seeStatement(session, view) {
    const { statement } = session;
    const { backend, now } = view;
    if (statement === undefined || statement.end !== undefined)
        return;
    if (backend.isActive || !backend.isVisible)
        statement.lastSeen = Math.max(statement.lastSeen, now);
    else {
        statement.end = Math.max(statement.start, backend.stateChange ?? now);
        statement.walEnd = view.wal;
    }
}
function waitKey(lock) {
    return `${lock.lockType} ${lock.relation ?? ''} ${lock.mode}`;
}
function updateWaits({ statement }, view, { relations }) {
    if (statement === undefined)
        return;
    for (const lock of view.locks) {
        if (lock.isGranted)
            continue;
        const key = waitKey(lock);
        const wait = statement.waits.get(key) ?? {
            lockType: lock.lockType,
            mode: lock.mode,
            relation: lock.relation === null ? undefined : relations.get(lock.relation),
            start: Math.max(statement.start, lock.waitStart ?? view.now),
            end: view.now,
            blockers: new Map(),
        };
        statement.waits.set(key, wait);
        wait.end = Math.max(wait.start, view.now);
        for (const { pid, applicationName, state } of lock.blockers ?? [])
            wait.blockers.set(pid, { pid, applicationName: applicationName ?? '', state: state ?? '' });
    }
}
function updateLocks(session, view, context) {
    const seen = new Set();
    for (const row of view.locks) {
        const relation = row.relation === null ? undefined : context.relations.get(row.relation);
        if (!row.isGranted || row.lockType !== 'relation' || relation === undefined || !(0,lock_mode/* isLockMode */.n9)(row.mode))
            continue;
        const key = waitKey(row);
        seen.add(key);
        const open = session.locks.get(key);
        if (open !== undefined) {
            open.lastSeen = view.now;
            continue;
        }
        const taker = takerOf(session, { relation, mode: row.mode }, context);
        if (taker === undefined)
            continue;
        const opened = openLock(session, view, { key, relation, mode: row.mode, taker });
        if (opened.mode === 'AccessExclusiveLock')
            context.exclusive(opened, session);
    }
    for (const [key, lock] of session.locks) {
        if (seen.has(key))
            continue;
        lock.end = latest(lock.lastSeen, view.now, view);
        session.locks.delete(key);
    }
}
function openLock(session, view, lock) {
    const { key, relation, mode, taker } = lock;
    const wait = taker.waits.get(key);
    const since = wait?.end ?? session.lastLook ?? view.earlier;
    const opened = {
        taker,
        relation,
        mode,
        start: Math.max(taker.start, Math.min(since ?? taker.start, view.now)),
        firstSeen: view.now,
        lastSeen: view.now,
        waitedMs: wait === undefined ? 0 : wait.end - wait.start,
        end: undefined,
    };
    session.locks.set(key, opened);
    taker.locks.push(opened);
    return opened;
}
/**
 * Which statement took a lock that is new in this look. At the first look at a statement that is not its transaction's
 * first, that may be one before it, which ended since the last look: what rewrites a table locks its parts to the end, and
 * a query takes no strong lock.
 */
function takerOf({ statement, transaction, locks, lastLook }, { relation, mode }, { tableOf }) {
    if (statement === undefined || (lastLook ?? 0) >= statement.start)
        return statement;
    if ((0,lock_mode/* compareLockModes */.tc)(mode, 'RowExclusiveLock') <= 0)
        return statement;
    const table = tableOf.get(relation.oid) ?? relation.oid;
    const earlier = transaction?.statements.filter((other) => other !== statement) ?? [];
    const holder = [...locks.values()].find((lock) => lock.relation.oid === table && lock.mode === 'AccessExclusiveLock' && earlier.includes(lock.taker));
    if (holder !== undefined)
        return holder.taker;
    return isQuery(statement.text) ? (earlier.at(-1) ?? statement) : statement;
}
/** Relations that were not there before and are held exclusively are being made by this transaction. */
function seeNewStorage({ statement, transaction }, view) {
    if (statement === undefined || transaction === undefined)
        return;
    if (view.fresh > transaction.fresh)
        statement.madeStorage = true;
    transaction.fresh = Math.max(transaction.fresh, view.fresh);
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/relation-ref.js
/** The reference alone, of whatever else is known of the relation. */
function refOf({ oid, schema, name, kind }) {
    return { oid, schema, name, kind };
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/observation-tracker.js
/** Folds looks into what they show together. Pure: no connection, no clock. */



/** Beyond, statements that block nobody are not kept: whoever runs so many is an application, not a migration. */
const mostStatements = 5000;
function createTracker(before) {
    const rewrites = createRewrites(before);
    const tracking = {
        rewrites,
        relations: new Map(before.map((state) => [state.oid, refOf(state)])),
        tableOf: new Map(before.flatMap(({ oid, tableOid }) => (tableOid === undefined ? [] : [[oid, tableOid]]))),
        sessions: new Map(),
        kept: [],
        transactions: 0,
        leftOut: 0,
        begin: undefined,
        last: undefined,
        lastSigns: '',
        afterGap: false,
    };
    return {
        add(look) {
            addLook(tracking, look);
            rewrites.see(look);
            const signs = signsOf(look);
            const isChanged = signs !== tracking.lastSigns;
            Object.assign(tracking, { last: look, lastSigns: signs, afterGap: false });
            return isChanged;
        },
        gap() {
            tracking.afterGap = true;
        },
        isBusy: () => [...tracking.sessions.values()].some(({ transaction }) => transaction !== undefined),
        fileNodesToAsk: rewrites.toAsk,
        allFileNodes: rewrites.all,
        newestOid: before.reduce((newest, { oid }) => Math.max(newest, oid), 0),
        statements: (toLocal) => tracking.kept.map((statement) => plain(statement, tracking, toLocal)),
        rewrittenUnseen: () => rewrites.unseen.map(refOf),
        leftOut: () => tracking.leftOut,
    };
}
function addLook(tracking, look) {
    const { sessions, last, afterGap } = tracking;
    tracking.begin ??= look.now;
    const common = {
        now: look.now,
        wal: look.wal,
        earlierWal: last?.wal ?? null,
        earlier: last?.now,
        afterGap,
    };
    const context = contextOf(tracking, tracking.begin);
    const locks = locksBySession(look);
    const fresh = new Map(look.fresh.map(({ pid, count }) => [pid, count]));
    const present = new Set();
    for (const backend of look.backends) {
        const { pid } = backend;
        present.add(pid);
        const session = sessions.get(pid) ?? newSession(pid);
        sessions.set(pid, session);
        const view = { ...common, backend, locks: locks.get(pid) ?? [], fresh: fresh.get(pid) ?? 0 };
        updateSession(session, view, context);
    }
    for (const [pid, session] of sessions) {
        if (present.has(pid))
            continue;
        endSession(session, common);
        sessions.delete(pid);
    }
}
function locksBySession({ locks }) {
    const bySession = new Map();
    for (const lock of locks) {
        const known = bySession.get(lock.pid);
        if (known === undefined)
            bySession.set(lock.pid, [lock]);
        else
            known.push(lock);
    }
    return bySession;
}
function newSession(pid) {
    return { pid, statement: undefined, transaction: undefined, locks: new Map(), lastLook: undefined };
}
function contextOf(tracking, begin) {
    return {
        relations: tracking.relations,
        tableOf: tracking.tableOf,
        begin,
        nextTransaction() {
            tracking.transactions += 1;
            return tracking.transactions;
        },
        keep(statement) {
            tracking.kept.push(statement);
            if (tracking.kept.length > mostStatements)
                leaveOut(tracking);
        },
        exclusive: (lock, { transaction }) => tracking.rewrites.suspect({ lock, transaction }),
    };
}
/** One that is over, locks nothing that was there and rewrote nothing. */
function leaveOut(tracking) {
    const { kept } = tracking;
    const weak = kept.findIndex(({ end, locks, rewritten }) => end !== undefined && rewritten.length === 0 && locks.every(({ mode }) => weakModes.has(mode)));
    if (weak < 0)
        return;
    kept.splice(weak, 1);
    tracking.leftOut += 1;
}
const weakModes = new Set(['AccessShareLock', 'RowShareLock', 'RowExclusiveLock']);
/** What a change shows in. */
function signsOf({ backends, locks }) {
    const who = backends.map(({ pid, queryStart, xactStart, isActive }) => [
        pid,
        queryStart,
        xactStart,
        isActive,
    ]);
    const what = locks.map(({ pid, relation, mode, isGranted, transaction }) => [
        pid,
        relation,
        mode,
        isGranted,
        transaction,
    ]);
    return JSON.stringify([who, what]);
}
function plain(statement, { last, sessions }, toLocal) {
    const { pid, applicationName, transaction, text, rewritten } = statement;
    const isRunning = statement.end === undefined && sessions.get(pid)?.statement === statement;
    const end = statement.end ?? Math.max(statement.lastSeen, statement.start);
    const walEnd = statement.end === undefined ? (last?.wal ?? null) : statement.walEnd;
    const { walStart } = statement;
    return {
        pid,
        applicationName,
        transaction,
        text,
        start: toLocal(statement.start),
        end: toLocal(end),
        isRunning,
        locks: statement.locks.map((lock) => plainLock(lock, toLocal)),
        waits: [...statement.waits.values()].map((wait) => plainWait(wait, toLocal)),
        rewritten: rewritten.map(refOf).toSorted((left, right) => left.oid - right.oid),
        walBytes: walStart === null || walEnd === null ? undefined : walEnd - walStart,
    };
}
function plainLock(lock, toLocal) {
    const { relation, mode, waitedMs } = lock;
    return {
        relation,
        mode,
        start: toLocal(lock.start),
        end: toLocal(lock.end ?? lock.lastSeen),
        firstSeen: toLocal(lock.firstSeen),
        lastSeen: toLocal(lock.lastSeen),
        waitedMs,
    };
}
function plainWait(wait, toLocal) {
    const { lockType, mode, relation } = wait;
    return {
        lockType,
        mode,
        relation,
        start: toLocal(wait.start),
        end: toLocal(wait.end),
        blockedBy: [...wait.blockers.values()].toSorted((left, right) => left.pid - right.pid),
    };
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/observer-session.js


/** @throws what `open` and `pg` throw */
async function openObserverSession(options) {
    const connection = await options.open(options.directUri, 'database-actions/observer');
    try {
        await connection.client.query(settings);
        const [facts = {}] = await connection.query(factsQuery);
        const left = roomLeft(facts);
        if (left < options.roomFor) {
            await connection[Symbol.asyncDispose]();
            return { kind: 'no room', left };
        }
        const pids = (await connection.query(sessionsQuery)).map((row) => (0,postgres_row/* numeric */.sH)(row, 'pid'));
        return { kind: 'opened', session: sessionOver(connection, pids, (0,postgres_row/* numeric */.sH)(facts, 'text_limit')) };
    }
    catch (thrown) {
        await connection[Symbol.asyncDispose]();
        throw thrown;
    }
}
function sessionOver(connection, pids, textLimit) {
    return {
        pids,
        textLimit,
        look: (request) => lookOnce(connection, request),
        [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
    };
}
/**
 * A look must be cheap (no planning again, no compiling) and must not hang. With an empty search_path no operator of the
 * database's own schemas can stand before that of pg_catalog.
 */
const settings = `SET search_path = '';
SET jit = off;
SET plan_cache_mode = force_generic_plan;
SET max_parallel_workers_per_gather = 0;
SET statement_timeout = '10s'`;
/** Connections left to this role by the server, the database and itself; of a superuser nothing is asked but the server. */
const factsQuery = `
WITH sessions AS (
  SELECT a.usesysid = r.oid AS same_role, a.datid = d.oid AS same_database
    FROM pg_catalog.pg_stat_activity a, pg_catalog.pg_roles r, pg_catalog.pg_database d
   WHERE a.datid IS NOT NULL AND a.usesysid IS NOT NULL
     AND r.rolname = current_user AND d.datname = pg_catalog.current_database()
)
SELECT pg_catalog.pg_size_bytes(pg_catalog.current_setting('track_activity_query_size')) AS text_limit,
       pg_catalog.current_setting('max_connections')::int
         - CASE WHEN r.rolsuper THEN 0 ELSE pg_catalog.current_setting('superuser_reserved_connections')::int
             + coalesce(pg_catalog.current_setting('reserved_connections', true)::int, 0) END
         - (SELECT pg_catalog.count(*) FROM sessions) AS server_left,
       CASE WHEN r.rolconnlimit >= 0 AND NOT r.rolsuper
            THEN r.rolconnlimit - (SELECT pg_catalog.count(*) FROM sessions WHERE same_role) END AS role_left,
       CASE WHEN d.datconnlimit >= 0 AND NOT r.rolsuper
            THEN d.datconnlimit - (SELECT pg_catalog.count(*) FROM sessions WHERE same_database) END AS database_left
  FROM pg_catalog.pg_roles r, pg_catalog.pg_database d
 WHERE r.rolname = current_user AND d.datname = pg_catalog.current_database()`;
function roomLeft(facts) {
    const limits = ['server_left', 'role_left', 'database_left'].filter((name) => facts[name] !== null);
    return Math.min(...limits.map((name) => (0,postgres_row/* numeric */.sH)(facts, name)));
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/within.js

/** Whether the work is over, well or badly, within that time; the work itself goes on. */
async function within(milliseconds, work) {
    const isOver = new AbortController();
    const timer = (0,wait/* sleep */.y)(milliseconds, isOver.signal).then(() => false, () => false);
    const settled = work.then(() => true, () => true);
    const isSettled = await Promise.race([settled, timer]);
    isOver.abort();
    return isSettled;
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/observer-watch.js
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
/** The observer's loop: when to look, over which connection, and what to do when that is lost. */






function newWatch(options) {
    let resolve = () => { };
    const promise = new Promise((resolved) => {
        resolve = resolved;
    });
    return {
        options,
        tracker: createTracker(options.before),
        done: new AbortController(),
        first: { promise, resolve: () => resolve() },
        notes: new Set(),
        session: undefined,
        olderPids: undefined,
        textLimit: undefined,
        clock: undefined,
        changedAt: performance.now(),
        tookMs: 0,
        lookedAt: undefined,
        looks: 0,
        hasHidden: false,
        lost: { times: 0, milliseconds: 0, isNow: false },
    };
}
const mostFailures = 10;
/** Looks until done, over a new connection where one is lost. Never rejects. */
async function keepLooking(watch) {
    const { signal } = watch.done;
    let failures = 0;
    while (failures < mostFailures) {
        const looks = watch.looks;
        if (await lookOverOneConnection(watch))
            return;
        // Who cannot look yet must not hold up the migration.
        watch.first.resolve();
        failures = watch.looks > looks ? 1 : failures + 1;
        // Once done, a connection that broke just before is replaced one more time, for the last look.
        if (signal.aborted && failures > 1)
            return;
        await (0,wait/* sleep */.y)(Math.min(1000, 50 * 2 ** failures), signal).catch(() => { });
    }
    watch.notes.add(`The observer gave up after ${mostFailures} attempts: what ran later was not seen.`);
}
/** True when there is nothing left to do; false when the connection failed. */
async function lookOverOneConnection(watch) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_1, await openSession(watch), true);
            if (session === undefined)
                return true;
            watch.session = session;
            await lookUntilDone(watch);
            return true;
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
    catch (thrown) {
        watch.tracker.gap();
        watch.options.log.debug(`The observer's connection failed: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
        if (watch.looks === 0)
            watch.notes.add(`The observer got no connection: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
        else if (!watch.lost.isNow)
            watch.lost = { ...watch.lost, times: watch.lost.times + 1, isNow: true };
        return false;
    }
    finally {
        watch.session = undefined;
    }
}
/** A tool that connects after the observer needs a connection itself, or more than one. */
const roomForTools = 3;
const openAfterDoneMs = 2000;
/** Undefined: the observer must do without. */
async function openSession({ options, done, notes }) {
    const roomFor = 'pid' in options.who ? 0 : roomForTools;
    const opening = openObserverSession({ ...options, roomFor });
    if (!(await untilLongDone(opening, done.signal))) {
        notes.add('The observer got no connection before the migrations were over.');
        // It may still come; nobody waits for it any more.
        void opening.then((late) => (late.kind === 'opened' ? late.session[Symbol.asyncDispose]() : undefined), () => { });
        return undefined;
    }
    const opened = await opening;
    if (opened.kind === 'opened')
        return opened.session;
    notes.add(`The migration is not observed: beside the observer the server takes ${opened.left} further connections, and the migration may need more.`);
    return undefined;
}
/** False when it is not over two seconds after the end was asked for. */
async function untilLongDone(work, done) {
    const asked = new Promise((resolve) => {
        if (done.aborted)
            resolve();
        else
            done.addEventListener('abort', () => resolve(), { once: true });
    });
    return Promise.race([
        work.then(() => true, () => true),
        asked.then(() => within(openAfterDoneMs, work)),
    ]);
}
async function lookUntilDone(watch) {
    const { signal } = watch.done;
    while (!signal.aborted) {
        await lookNow(watch);
        watch.first.resolve();
        await (0,wait/* sleep */.y)(pauseMs(watch), signal).catch(() => { });
    }
    await lookNow(watch);
    await lookNow(watch, watch.tracker.allFileNodes);
}
const shortestPauseMs = 5;
/** A session that is known by its process id reads its own locks: what is left are its waits and what cannot be probed. */
const paces = { probed: { longestMs: 250, growth: 0.1 }, watched: { longestMs: 100, growth: 0.05 } };
/** Between two transactions the next may be a short one, and there is nothing to disturb. */
const longestIdlePauseMs = 20;
/** So long after a change it is looked often whatever that costs. */
const eagerMs = 100;
/** After that a small compute is left in peace: looks take at most a 25th of its time. */
const restPerLook = 25;
const longestRestMs = 250;
/** Grows with the time since anything changed, so that what is missed stays small against what is measured. */
function pauseMs({ changedAt, tracker, tookMs, options }) {
    const { longestMs, growth } = 'pid' in options.who ? paces.probed : paces.watched;
    const calm = performance.now() - changedAt;
    const longest = tracker.isBusy() ? longestMs : longestIdlePauseMs;
    const pause = Math.min(longest, Math.max(shortestPauseMs, calm * growth));
    if (!tracker.isBusy() || calm < eagerMs)
        return pause;
    return Math.max(pause, Math.min(longestRestMs, tookMs * restPerLook));
}
/** @throws when the connection is lost; does nothing where there is none */
async function lookNow(watch, fileNodesOf = watch.tracker.fileNodesToAsk()) {
    const { session, tracker, options } = watch;
    if (session === undefined)
        return;
    watch.olderPids ??= session.pids;
    watch.textLimit = session.textLimit;
    const { newestOid } = tracker;
    const sent = performance.now();
    const look = await session.look({ who: options.who, olderPids: watch.olderPids, newestOid, fileNodesOf });
    const received = performance.now();
    const roundTrip = received - sent;
    if (watch.clock === undefined || roundTrip < watch.clock.roundTrip)
        watch.clock = { offset: (sent + received) / 2 - look.now, roundTrip };
    if (tracker.add(look))
        watch.changedAt = received;
    if (look.backends.some(({ isVisible }) => !isVisible))
        watch.hasHidden = true;
    const { lost, lookedAt } = watch;
    if (lost.isNow)
        watch.lost = {
            ...lost,
            isNow: false,
            milliseconds: lost.milliseconds + received - (lookedAt ?? received),
        };
    watch.tookMs = look.tookMs;
    watch.lookedAt = received;
    watch.looks += 1;
}
function observationOf(watch) {
    const { tracker, looks, textLimit, clock } = watch;
    const statements = tracker.statements((serverMs) => serverMs + (clock?.offset ?? 0));
    return {
        statements: statements.toSorted((left, right) => left.start - right.start),
        rewrittenUnseen: tracker.rewrittenUnseen(),
        textLimit,
        looks,
        notes: [...watch.notes, ...notesOf(watch, statements.length === 0)],
    };
}
function notesOf({ lost, hasHidden, tracker, looks, options }, isEmpty) {
    const notes = [];
    const gaps = lost.isNow ? 'to the end' : `for ${(0,duration/* formatDuration */.a)(lost.milliseconds)} in all`;
    if (lost.times > 0)
        notes.push(`The observer lost its connection (times: ${lost.times}) and saw nothing ${gaps}.`);
    if (hasHidden)
        notes.push('The observer may not read what the migrating session runs (another role, without pg_read_all_stats; or track_activities is off): locks were seen by transaction, statements were not.');
    if (tracker.leftOut() > 0)
        notes.push(`${tracker.leftOut()} statements that blocked nobody were left out: too many sessions were at work.`);
    for (const { schema, name } of tracker.rewrittenUnseen())
        notes.push(`${schema}.${name} got new storage from a statement whose lock was too short to be seen.`);
    if (isEmpty && looks > 0 && !('pid' in options.who))
        notes.push('No session of the migrating tool was seen at work in this database.');
    return notes;
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/observer.js



/** For how long the start may wait for the first look, and the end for the last one. */
const startMs = 3000;
const lastLookMs = 3000;
/**
 * Begins to look; resolves after the first look, or when there is none within three seconds. It never throws and never
 * fails the migration: what could not be observed is a note of the observation.
 */
async function startObserver(options) {
    const watch = newWatch(options);
    const watching = keepLooking(watch);
    await within(startMs, Promise.race([watch.first.promise, watching]));
    const soFar = async () => {
        // A connection that is lost is the loop's business.
        await within(lastLookMs, lookNow(watch));
        return observationOf(watch);
    };
    return {
        soFar,
        seen: async (window) => seenBetween(await soFar(), window),
        async stop() {
            watch.done.abort();
            if (!(await within(lastLookMs, watching))) {
                watch.notes.add('The last look of the observer was not answered: how the last statement ended is not known.');
                await watch.session?.[Symbol.asyncDispose]();
            }
            return observationOf(watch);
        },
    };
}

// EXTERNAL MODULE: ./build/migrations/session.js
var migrations_session = __webpack_require__(8684);
// EXTERNAL MODULE: ./build/report/rule.js
var rule = __webpack_require__(6757);
// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(6967);
;// CONCATENATED MODULE: ./build/migrations/compatibility/client-schema.js
/** What a Prisma client knows of its database: models, fields, enums, under their names there. */
const scalars = [
    'String',
    'Boolean',
    'Int',
    'BigInt',
    'Float',
    'Decimal',
    'DateTime',
    'Json',
    'Bytes',
];
/** `schema.table` as one key; neither part is quoted. */
function tableKey({ schema, table }) {
    return JSON.stringify([schema, table]);
}

;// CONCATENATED MODULE: ./build/migrations/compatibility/case.js
/** One model of a client, between the database that the client was made for and the one that it meets. */


function worldOf(world) {
    const isFresh = world.client.models.every((model) => !world.made.tables.has(tableKey(model)));
    return { ...world, isFresh };
}
function caseOf(world, model) {
    const key = tableKey(model);
    return {
        ...world,
        model,
        madeTable: world.made.tables.get(key),
        metTable: world.met.tables.get(key),
    };
}
function fieldOfColumn({ model }, column) {
    return model.fields.find((field) => field.column === column);
}
function voiceOf(direction) {
    const isDeployed = direction === 'deployed-app';
    return {
        app: isDeployed ? 'The deployed app' : 'The new app',
        until: isDeployed ? 'until the new code is out everywhere' : 'until the migrations have run',
        choose: (deployed, fresh) => (isDeployed ? deployed : fresh),
    };
}
/** Such as `users.email`, for people; with the schema where that is not the usual one. */
function columnWords(model, column) {
    return `${tableWords(model)}.${column}`;
}
function tableWords({ schema, table }) {
    return schema === 'public' ? table : `${schema}.${table}`;
}
/** For SQL. */
function tableSql({ schema, table }) {
    return `${(0,identifier/* quoteIdentifier */.C)(schema)}.${(0,identifier/* quoteIdentifier */.C)(table)}`;
}
function refusalEvidence({ sqlState, message }) {
    return `PREPARE was refused: ${message} (${sqlState})`;
}

;// CONCATENATED MODULE: ./build/migrations/compatibility/access-judgement.js
/** Who may use a table: grants that are gone, row security that is new. */


function accessJudgements(place) {
    const [made, met] = [place.madeTable?.facts, place.metTable?.facts];
    if (made === undefined || met === undefined)
        return [];
    return [...grantsGone(place, made, met), ...rowSecurity(place, made, met)];
}
/** DROP and CREATE lose the grants of a table too, which nobody wrote down in the migration. */
function grantsGone(place, made, met) {
    const gone = made.grants.filter((grant) => grant.role !== met.owner && !met.grants.some((kept) => isSame(kept, grant)));
    const roles = [...new Set(gone.map(({ role }) => role))];
    return roles.map((role) => {
        const privileges = gone.filter((grant) => grant.role === role).map(({ privilege }) => privilege);
        return roleLocked(place, role, privileges);
    });
}
function isSame(left, right) {
    return left.privilege === right.privilege && (left.role === right.role || left.role === 'public');
}
function roleLocked(place, role, privileges) {
    const { model, direction } = place;
    const voice = voiceOf(direction);
    const list = privileges.join(', ');
    const state = voice.choose(`after this pull request ${role} has no ${list} on ${tableWords(model)}`, `before the migrations ${role} has no ${list} on ${tableWords(model)}`);
    return {
        model: model.name,
        about: role,
        operation: 'all',
        status: 'at risk',
        message: `If ${voice.app.toLowerCase()} connects as ${role}, its queries of ${model.name} fail (42501): ${state}. A table that is dropped and made again has lost its grants.`,
        fix: `GRANT ${list} ON ${tableSql(model)} TO ${role === 'public' ? 'PUBLIC' : (0,identifier/* quoteIdentifier */.C)(role)};`,
    };
}
function rowSecurity(place, made, met) {
    const isNew = met.hasRowSecurity && !made.hasRowSecurity;
    const isForced = met.forcesRowSecurity && !made.forcesRowSecurity;
    if (!isNew && !isForced)
        return [];
    const { model, direction } = place;
    const voice = voiceOf(direction);
    const who = met.forcesRowSecurity
        ? 'every role without BYPASSRLS'
        : `every role but its owner ${met.owner}`;
    const state = voice.choose('this pull request puts row security on', 'before the migrations row security is on for');
    return [
        {
            model: model.name,
            operation: 'all',
            status: 'at risk',
            message: `${voice.app} reads and writes ${model.name} without a word about policies; ${state} ${tableWords(model)}, for ${who}. What no policy allows is not found, and not taken (42501), ${voice.until}.`,
            fix: `-- Release 1: the policies, and code that sets what they ask for\n-- Release 2, when no instance of the old code runs:\nALTER TABLE ${tableSql(model)} ENABLE ROW LEVEL SECURITY;`,
        },
    ];
}

// EXTERNAL MODULE: ./build/migrations/prisma-diff.js
var prisma_diff = __webpack_require__(8920);
// EXTERNAL MODULE: ./build/migrations/record.js
var record = __webpack_require__(5411);
// EXTERNAL MODULE: ./build/migrations/schema-provider.js
var schema_provider = __webpack_require__(2175);
// EXTERNAL MODULE: ./build/migrations/sql-parser.js
var sql_parser = __webpack_require__(7962);
;// CONCATENATED MODULE: ./build/migrations/compatibility/prisma-tokens.js
/** The words of a Prisma schema file. */
/** A schema that this reader does not understand, though Prisma may. */
class UnreadableSchema extends Error {
    name = 'UnreadableSchema';
}
/** Grammar: https://github.com/prisma/prisma-engines/blob/main/psl/schema-ast/src/parser/datamodel.pest */
const pattern = /(?<space>[ \t\r\uFEFF]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<line>\n)|(?<text>"(?:[^"\\\n]|\\.)*")|(?<word>[\p{L}\p{N}_-][\p{L}\p{N}_.-]*)|(?<mark>@@|[{}()[\],:?=@!.])/uy;
/** @throws UnreadableSchema */
function tokensOf(source) {
    const tokens = [];
    const reader = new RegExp(pattern);
    let line = 1;
    while (reader.lastIndex < source.length) {
        const at = reader.lastIndex;
        const groups = reader.exec(source)?.groups;
        if (groups === undefined)
            throw new UnreadableSchema(`line ${line}: unexpected ${JSON.stringify(source.charAt(at))}`);
        const token = tokenOf(groups, line);
        if (token !== undefined)
            tokens.push(token);
        line += (groups.line ?? groups.space ?? '').split('\n').length - 1;
    }
    return tokens;
}
function tokenOf(groups, line) {
    const { text, word, mark } = groups;
    if (groups.line !== undefined)
        return { kind: 'line', line };
    if (word !== undefined)
        return { kind: 'word', text: word, line };
    if (text !== undefined)
        return { kind: 'text', text: unescaped(text.slice(1, -1)), line };
    return isMark(mark) ? { kind: 'mark', text: mark, line } : undefined;
}
const marks = ['{', '}', '(', ')', '[', ']', ',', ':', '?', '=', '@', '@@', '!', '.'];
function isMark(text) {
    return text !== undefined && marks.includes(text);
}
const escapes = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
function unescaped(text) {
    return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code, character) => code === undefined
        ? (escapes[character ?? ''] ?? character ?? '')
        : String.fromCharCode(Number.parseInt(code, 16)));
}

;// CONCATENATED MODULE: ./build/migrations/compatibility/prisma-blocks.js
/** The blocks of a Prisma schema file, as they are written. Whether they make sense, Prisma's own engine has said before. */

/** @throws UnreadableSchema with the line */
function blocksOf(source) {
    const reader = readerOf(tokensOf(source));
    const blocks = [];
    for (reader.skipLines(); !reader.atEnd(); reader.skipLines())
        blocks.push(block(reader));
    return blocks;
}
function readerOf(tokens) {
    let place = 0;
    const peek = () => tokens[place];
    const refuse = (wanted) => {
        const token = peek();
        const seen = token === undefined ? 'the end' : token.kind === 'line' ? 'the end of the line' : token.text;
        throw new UnreadableSchema(`line ${token?.line ?? tokens.at(-1)?.line ?? 1}: ${wanted} expected, ${seen} seen`);
    };
    const isAt = (mark) => {
        const token = peek();
        return token?.kind === 'mark' && token.text === mark;
    };
    const take = (mark) => {
        if (!isAt(mark))
            return false;
        place += 1;
        return true;
    };
    const skipLines = () => {
        while (peek()?.kind === 'line')
            place += 1;
    };
    return {
        isAt,
        take,
        skipLines,
        atEnd: () => place >= tokens.length,
        isAtWord: () => peek()?.kind === 'word',
        expect: (mark) => void (take(mark) || refuse(mark)),
        word() {
            const token = peek();
            if (token?.kind !== 'word')
                return refuse('a name');
            place += 1;
            return token.text;
        },
        value() {
            const token = peek();
            if (token?.kind !== 'word' && token?.kind !== 'text')
                return refuse('a value');
            place += 1;
            return token;
        },
        skipToken: () => {
            place += 1;
        },
        endLine: () => {
            if (peek() !== undefined && peek()?.kind !== 'line' && !isAt('}'))
                refuse('the end of the line');
        },
    };
}
/** Their blocks hold settings, not members. */
const prisma_blocks_settings = ['datasource', 'generator'];
function block(reader) {
    const keyword = reader.word();
    const name = reader.word();
    reader.expect('{');
    if (prisma_blocks_settings.includes(keyword)) {
        skipSettings(reader);
        return { keyword, name, members: [], attributes: [] };
    }
    const members = [];
    const attributes = [];
    for (reader.skipLines(); !reader.take('}'); reader.skipLines()) {
        if (reader.take('@@'))
            attributes.push(attribute(reader));
        else
            members.push(member(reader));
        reader.endLine();
    }
    return { keyword, name, members, attributes };
}
function skipSettings(reader) {
    for (let depth = 1; depth > 0;) {
        if (reader.atEnd())
            reader.expect('}');
        if (reader.take('{'))
            depth += 1;
        else if (reader.take('}'))
            depth -= 1;
        else
            reader.skipToken();
    }
}
function member(reader) {
    const name = reader.word();
    const type = reader.isAtWord() ? typeName(reader) : undefined;
    const attributes = [];
    while (reader.take('@'))
        attributes.push(attribute(reader));
    return { name, type, attributes };
}
function typeName(reader) {
    const name = reader.word();
    if (reader.isAt('('))
        argumentList(reader);
    let [isList, isOptional] = [false, false];
    for (;;) {
        if (reader.take('?'))
            isOptional = true;
        else if (reader.take('[')) {
            reader.expect(']');
            isList = true;
        }
        else
            return { name, isList, isOptional };
    }
}
function attribute(reader) {
    const name = reader.word();
    return { name, arguments: reader.isAt('(') ? argumentList(reader) : [] };
}
function argumentList(reader) {
    return listed(reader, ['(', ')'], () => {
        const value = readValue(reader);
        if (value.kind !== 'word' || !reader.take(':'))
            return { name: undefined, value };
        reader.skipLines();
        return { name: value.text, value: readValue(reader) };
    });
}
function readValue(reader) {
    if (reader.isAt('['))
        return { kind: 'list', items: listed(reader, ['[', ']'], () => readValue(reader)) };
    const { kind, text } = reader.value();
    if (kind === 'word' && reader.isAt('('))
        return { kind: 'call', name: text, arguments: argumentList(reader) };
    return { kind, text };
}
/** Items between two marks, separated by commas, over as many lines as there are. */
function listed(reader, [open, close], item) {
    const items = [];
    reader.expect(open);
    for (reader.skipLines(); !reader.take(close); reader.skipLines()) {
        items.push(item());
        reader.skipLines();
        if (!reader.take(',') && !reader.isAt(close))
            reader.expect(close);
    }
    return items;
}

;// CONCATENATED MODULE: ./build/migrations/compatibility/read-schema.js


/**
 * @param files of one schema, valid
 * @param defaultSchema where tables without `@@schema` are
 * @throws UnreadableSchema
 */
function readSchema(files, defaultSchema) {
    const blocks = files.flatMap(({ content }) => blocksOf(content));
    const source = {
        defaultSchema,
        models: blocks.filter(({ keyword }) => keyword === 'model' || keyword === 'view'),
        enums: new Map(blocks
            .filter(({ keyword }) => keyword === 'enum')
            .map((block) => [block.name, enumOf(block, defaultSchema)])),
    };
    const shown = source.models.filter((block) => !has(block.attributes, 'ignore'));
    const joinTables = joinTablesOf(source);
    const tables = source.models
        .filter(({ keyword }) => keyword === 'model')
        .map((block) => declared(source, block));
    return {
        client: {
            models: shown.map((block) => modelOf(source, block)),
            joinTables: joinTables.filter(({ sides }) => sides.every((side) => shown.some(({ name }) => name === side))),
        },
        tables: [...tables, ...joinTables.map(({ schema, table }) => ({ schema, table, columns: ['A', 'B'] }))],
    };
}
function enumOf(block, defaultSchema) {
    return {
        name: block.name,
        schema: argumentText(block.attributes, 'schema') ?? defaultSchema,
        type: argumentText(block.attributes, 'map') ?? block.name,
        labels: block.members.map(mappedName),
    };
}
function declared(source, block) {
    const columns = block.members.filter((member) => !isRelation(source, member));
    return { ...placeOf(source, block), columns: columns.map(mappedName) };
}
function placeOf({ defaultSchema }, block) {
    return {
        schema: argumentText(block.attributes, 'schema') ?? defaultSchema,
        table: argumentText(block.attributes, 'map') ?? block.name,
    };
}
function modelOf(source, block) {
    const columns = block.members.filter((member) => !isRelation(source, member));
    const fields = columns.flatMap((member) => fieldOf(source, member));
    const missing = columns.filter(({ name }) => !fields.some((field) => field.name === name));
    return {
        name: block.name,
        kind: block.keyword === 'view' ? 'view' : 'model',
        ...placeOf(source, block),
        fields,
        uniques: uniquesOf(block),
        canCreate: missing.every((member) => member.type?.isOptional === true || has(member.attributes, 'default')),
        relations: block.members.flatMap((member) => read_schema_relationOf(source, block, member)),
    };
}
/** Nothing for what the client does not see. */
function fieldOf(source, member) {
    const type = member.type === undefined ? undefined : fieldType(source, member.type.name);
    if (member.type === undefined || type === undefined || has(member.attributes, 'ignore'))
        return [];
    const { isList, isOptional } = member.type;
    const initial = find(member.attributes, 'default')?.arguments[0]?.value;
    const hasDatabaseDefault = initial?.kind === 'call' && databaseDefaults.includes(initial.name);
    const isUpdatedAt = has(member.attributes, 'updatedAt');
    const isDemanded = !isOptional && !isList && initial === undefined;
    return [
        {
            name: member.name,
            column: mappedName(member),
            type,
            isList,
            isRequired: !isOptional,
            isAlwaysSent: isUpdatedAt || isDemanded || (initial !== undefined && !hasDatabaseDefault),
            hasDatabaseDefault,
            isUpdatedAt,
        },
    ];
}
/** Every other default (constants, `now()`, `cuid()`, `uuid()`, `nanoid()`, `ulid()`) is made by the client. */
const databaseDefaults = ['autoincrement', 'dbgenerated', 'sequence'];
function fieldType({ enums }, name) {
    const found = enums.get(name);
    if (found !== undefined)
        return { kind: 'enum', enum: found };
    return isScalar(name) ? { kind: 'scalar', scalar: name } : undefined;
}
function isScalar(name) {
    return scalars.includes(name);
}
function isRelation({ models }, { type }) {
    return models.some(({ name }) => name === type?.name);
}
/** The id first, then the others in their order. */
function uniquesOf(block) {
    const column = columnNames(block);
    const kinds = ['id', 'unique'].flatMap((name) => [
        ...block.members.filter(({ attributes }) => has(attributes, name)).map((member) => [mappedName(member)]),
        ...block.attributes
            .filter((attribute) => attribute.name === name)
            .map((attribute) => names(argument(attribute, 'fields')).map(column)),
    ]);
    return kinds.filter((columns, index) => kinds.findIndex((other) => sameNames(other, columns)) === index);
}
function sameNames(left, right) {
    return left.length === right.length && left.every((name, index) => name === right[index]);
}
function read_schema_relationOf(source, block, member) {
    const relation = find(member.attributes, 'relation');
    const other = source.models.find(({ name }) => name === member.type?.name);
    const fields = names(named(relation, 'fields'));
    if (other === undefined || fields.length === 0 || has(other.attributes, 'ignore'))
        return [];
    return [
        {
            field: member.name,
            columns: fields.map(columnNames(block)),
            model: other.name,
            referencedColumns: names(named(relation, 'references')).map(columnNames(other)),
        },
    ];
}
/** Lists on both sides and a foreign key on none: Prisma keeps the pairs in a table of its own. */
function joinTablesOf(source) {
    const sides = source.models.flatMap((block) => block.members
        .filter((member) => member.type?.isList === true && isRelation(source, member))
        .map((member) => ({ block, member, relation: relationName(block, member) })));
    return sides.flatMap(({ block, member, relation }, index) => {
        const back = sides.findIndex((other, place) => place > index &&
            other.relation === relation &&
            other.block.name === member.type?.name &&
            other.member.type?.name === block.name);
        const other = sides[back];
        if (other === undefined)
            return [];
        const [first = block, second = block] = [block, other.block].toSorted((a, b) => a.name < b.name ? -1 : 1);
        return [
            {
                field: `${block.name}.${member.name}`,
                model: block.name,
                schema: placeOf(source, first).schema,
                table: `_${relation}`,
                sides: [first.name, second.name],
            },
        ];
    });
}
/** https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/many-to-many-relations */
function relationName(block, { type, attributes }) {
    const relation = find(attributes, 'relation');
    const given = relation === undefined ? undefined : argument(relation, 'name');
    if (given?.kind === 'text')
        return given.text;
    return [block.name, type?.name ?? ''].toSorted((a, b) => (a < b ? -1 : 1)).join('To');
}
function columnNames(block) {
    return (field) => {
        const member = block.members.find(({ name }) => name === field);
        return member === undefined ? field : mappedName(member);
    };
}
function mappedName({ name, attributes }) {
    return argumentText(attributes, 'map') ?? name;
}
function has(attributes, name) {
    return find(attributes, name) !== undefined;
}
function find(attributes, name) {
    return attributes.find((attribute) => attribute.name === name);
}
/** The text of `@map("…")`, `@map(name: "…")`, `@@schema("…")`. */
function argumentText(attributes, name) {
    const attribute = find(attributes, name);
    const value = attribute === undefined ? undefined : argument(attribute, name === 'map' ? 'name' : 'map');
    return value?.kind === 'text' ? value.text : undefined;
}
/** The argument of that name, or the first one that has none: `@@id([a, b])` and `@@id(fields: [a, b])` are the same. */
function argument(attribute, name) {
    const positional = attribute.arguments.find((given) => given.name === undefined);
    return named(attribute, name) ?? positional?.value;
}
function named(attribute, name) {
    return attribute?.arguments.find((given) => given.name === name)?.value;
}
/** `[a, b(sort: Desc)]` */
function names(value) {
    if (value?.kind !== 'list')
        return [];
    return value.items.flatMap((item) => item.kind === 'word' ? [item.text] : item.kind === 'call' ? [item.name] : []);
}

;// CONCATENATED MODULE: ./build/migrations/compatibility/client-reading.js
/** Reads a Prisma schema as its client does, and has Prisma's own engine confirm the reading. */









/**
 * The reader is ours and small, so it is not trusted: what it finds is compared with the tables and columns that Prisma's
 * engine makes of the same files. Where they differ, nothing is claimed. `directUri` only lends the engine a connection
 * and names the schema of tables without `@@schema`; nothing is read from the database.
 */
async function client_reading_readClientSchema(options) {
    const defaultSchema = (0,migrations_session/* schemaOf */.p)(options.directUri);
    const unusable = (0,schema_provider/* unusableSchema */.n)(options.schemaFiles);
    if (unusable !== undefined)
        return { kind: 'skipped', reason: unusable };
    try {
        const read = readSchema(options.schemaFiles, defaultSchema);
        const different = differences(read.tables, await tablesOfPrisma(options, defaultSchema));
        if (different === undefined)
            return { kind: 'read', client: read.client };
        return {
            kind: 'skipped',
            reason: `The Prisma schema was not read as Prisma reads it (${different}). Please report it.`,
        };
    }
    catch (thrown) {
        if (thrown instanceof UnreadableSchema)
            return { kind: 'skipped', reason: `The Prisma schema could not be read: ${thrown.message}.` };
        if (thrown instanceof errors/* UserError */.yo)
            return { kind: 'skipped', reason: thrown.message };
        throw thrown;
    }
}
async function tablesOfPrisma({ schemaFiles, ...rest }, defaultSchema) {
    const project = {
        schemaPath: schemaFiles[0]?.path ?? 'schema.prisma',
        schemaFiles,
        external: { externalTables: [], externalEnums: [] },
    };
    const [{ sql }, parser] = await Promise.all([
        (0,prisma_diff/* schemaScript */.dA)({ project, ...rest }),
        (0,sql_parser/* loadSqlParser */.O)(rest.wasm?.sqlParser),
    ]);
    return createdTables(sql, parser, defaultSchema);
}
function createdTables(script, parser, defaultSchema) {
    const parsed = parser.parse(script);
    if (parsed.kind === 'syntax-error')
        throw new UnreadableSchema(`Prisma's own script of it is no valid SQL (${parsed.message})`);
    return parsed.statements.flatMap(({ kind, node }) => {
        const relation = (0,guard/* isRecord */.u4)(node.relation) ? node.relation : {};
        const table = (0,record/* textOrUndefined */.T)(relation.relname);
        if (kind !== 'CreateStmt' || table === undefined)
            return [];
        const elements = Array.isArray(node.tableElts) ? node.tableElts : [];
        const columns = elements.flatMap((element) => {
            const column = (0,guard/* isRecord */.u4)(element) && (0,guard/* isRecord */.u4)(element.ColumnDef) ? element.ColumnDef.colname : undefined;
            return (0,record/* textOrUndefined */.T)(column) ?? [];
        });
        return [{ schema: (0,record/* textOrUndefined */.T)(relation.schemaname) ?? defaultSchema, table, columns }];
    });
}
/** The first difference in words; undefined when there is none. */
function differences(ours, theirs) {
    const [mine, its] = [columnSet(ours), columnSet(theirs)];
    const missing = [...its].find((column) => !mine.has(column));
    if (missing !== undefined)
        return `it has ${missing}, which was overlooked`;
    const invented = [...mine].find((column) => !its.has(column));
    return invented === undefined ? undefined : `it has no ${invented}`;
}
function columnSet(tables) {
    return new Set(tables.flatMap((table) => table.columns.map((column) => `${tableKey(table)}.${JSON.stringify(column)}`)));
}

;// CONCATENATED MODULE: ./build/migrations/compatibility/release-steps.js
/** Expand and contract: how the same change is made without a moment in which running code breaks. */


/** The new app on the old database has one answer for everything that the migrations add. */
const migrateFirst = '-- Run the migrations before any instance of the new code starts,\n-- or ship them in a release of their own before it.';
function inOrder({ direction }, steps) {
    return direction === 'new-app' ? migrateFirst : steps.join('\n');
}
function alter(place, action) {
    return `ALTER TABLE ${tableSql(place.model)} ${action};`;
}
/** A column that the client needs goes: the code first, the column a release later. */
function dropColumnLater(place, field, column) {
    const name = (0,identifier/* quoteIdentifier */.C)(field.column);
    const needsValue = column?.isNotNull === true && column.default === undefined && column.identity === undefined;
    const keepReadable = needsValue
        ? [
            '-- Rows of the new code need a value that the old code can read:',
            alter(place, `ALTER COLUMN ${name} SET DEFAULT …`),
        ]
        : [];
    return inOrder(place, [
        `-- Release 1: code that no longer uses the field. In the schema: ${field.name} … @ignore`,
        ...keepReadable,
        '-- Release 2, when no instance of the old code runs:',
        alter(place, `DROP COLUMN ${name}`),
    ]);
}
/** The name changes in the code alone; or both columns live for a while. */
function renameInCode(place, field, to) {
    const [from, name] = [(0,identifier/* quoteIdentifier */.C)(field.column), (0,identifier/* quoteIdentifier */.C)(to.name)];
    return inOrder(place, [
        `-- Least work: leave the column, rename the field. In the schema: ${to.name} … @map(${JSON.stringify(field.column)})`,
        '-- Or, release 1: a second column, which a trigger keeps equal, and the code that uses it',
        alter(place, `ADD COLUMN ${name} ${to.type}`),
        `-- fill it in batches: UPDATE … SET ${name} = ${from} WHERE ${name} IS NULL AND …`,
        '-- Release 2, when no instance of the old code runs:',
        alter(place, `DROP COLUMN ${from}`),
    ]);
}
function keepTable(place, renamedTo) {
    const { table } = place.model;
    const drop = `DROP TABLE ${tableSql(place.model)};`;
    if (renamedTo === undefined)
        return inOrder(place, [
            '-- Release 1: code that no longer uses the model; the table stays.',
            '-- Release 2, when no instance of the old code runs:',
            drop,
        ]);
    return inOrder(place, [
        `-- Least work: leave the table, rename the model. In the schema: @@map(${JSON.stringify(table)})`,
        '-- Or leave a view under the old name in the same transaction; a plain view takes reads and writes:',
        `CREATE VIEW ${tableSql(place.model)} AS SELECT * FROM ${renamedTo};`,
        '-- Release 2, when no instance of the old code runs:',
        `DROP VIEW ${tableSql(place.model)};`,
    ]);
}
function keepJoinTable(direction, join) {
    return inOrder({ direction }, [
        '-- Release 1: the new way beside the old one; code that uses the new one.',
        '-- Release 2, when no instance of the old code runs:',
        `DROP TABLE ${tableSql(join)};`,
    ]);
}
/** A column that the old code leaves out becomes NOT NULL. */
function requireLater(place, column) {
    const name = (0,identifier/* quoteIdentifier */.C)(column.name);
    const check = (0,identifier/* quoteIdentifier */.C)(`${place.model.table}_${column.name}_not_null`);
    return place.direction === 'new-app'
        ? [
            '-- Give the column a default in a migration before the new code starts:',
            alter(place, `ALTER COLUMN ${name} SET DEFAULT …`),
        ].join('\n')
        : [
            '-- Release 1: nullable, or NOT NULL with a default; code that writes it',
            alter(place, `ALTER COLUMN ${name} DROP NOT NULL`),
            '-- Release 2, when no instance of the old code runs: fill what is empty in batches, then',
            alter(place, `ADD CONSTRAINT ${check} CHECK (${name} IS NOT NULL) NOT VALID`),
            alter(place, `VALIDATE CONSTRAINT ${check}`),
            alter(place, `ALTER COLUMN ${name} SET NOT NULL`),
            alter(place, `DROP CONSTRAINT ${check}`),
        ].join('\n');
}
/** Null comes into a column that the client reads as required. */
function allowNullLater(place, field) {
    return inOrder(place, [
        `-- Release 1: code that reads null. In the schema: ${field.name} …? while the column is still NOT NULL`,
        '-- Release 2, when no instance of the old code runs, and code that writes null:',
        alter(place, `ALTER COLUMN ${(0,identifier/* quoteIdentifier */.C)(field.column)} DROP NOT NULL`),
    ]);
}
/** The type changes under a field. */
function changeTypeBeside(place, field, column) {
    const [name, next] = [(0,identifier/* quoteIdentifier */.C)(field.column), (0,identifier/* quoteIdentifier */.C)(`${field.column}_new`)];
    return inOrder(place, [
        '-- Release 1: a second column of the new type, and code that writes both and reads the old one',
        alter(place, `ADD COLUMN ${next} ${column.type}`),
        `-- fill it in batches: UPDATE … SET ${next} = ${name}::… WHERE ${next} IS NULL AND …`,
        '-- Release 2: code that reads and writes the new one',
        '-- Release 3, when no instance of the old code runs:',
        alter(place, `DROP COLUMN ${name}`),
    ]);
}
/** The type only holds less: the same column, once the code keeps to it. */
function narrowLater(place, field, column) {
    const name = (0,identifier/* quoteIdentifier */.C)(field.column);
    return inOrder(place, [
        `-- Release 1: code that only writes what fits into ${column.type}; look for rows that do not`,
        '-- Release 2, when no instance of the old code runs:',
        alter(place, `ALTER COLUMN ${name} TYPE ${column.type}`),
    ]);
}
/** The database fills a column that the code used to. */
function stopWritingFirst(place, field, column) {
    const name = (0,identifier/* quoteIdentifier */.C)(field.column);
    return inOrder(place, [
        ...(column.identity === 'always'
            ? [
                '-- Least work: an identity that may be written',
                alter(place, `ALTER COLUMN ${name} SET GENERATED BY DEFAULT`),
            ]
            : []),
        `-- Release 1: code that never sets ${field.name}; the column as it was, with a default where it is NOT NULL`,
        '-- Release 2, when no instance of the old code runs: the column that the database fills',
    ]);
}
/** The enum is there under another name or another type. */
function keepEnum(place, field, type) {
    return inOrder(place, [
        `-- Least work: leave the type, rename the enum in the code. In the schema: enum … { @@map(${JSON.stringify(type.type)}) }`,
        `-- Or a second column of the new type, which the code of release 1 writes beside ${field.name}`,
        '-- Release 2, when no instance of the old code runs: drop the old column and the old type',
    ]);
}
/** The default that the code counts on. */
function keepDefault(place, column, initial) {
    const set = alter(place, `ALTER COLUMN ${(0,identifier/* quoteIdentifier */.C)(column.name)} SET DEFAULT ${initial}`);
    return inOrder(place, [
        '-- Release 1: code that sets the value itself; the default stays:',
        set,
        '-- Release 2, when no instance of the old code runs:',
        alter(place, `ALTER COLUMN ${(0,identifier/* quoteIdentifier */.C)(column.name)} DROP DEFAULT`),
    ]);
}
function labelFirst(direction, labels, type) {
    if (direction === 'new-app')
        return '-- Release the code that can read these values before any code or migration writes them.';
    const [value, pronoun] = labels.length > 1 ? ['values', 'them'] : ['value', 'it'];
    return [
        `-- Release 1: the ${value}, and code that can read ${pronoun} but does not write ${pronoun}`,
        ...labels.map((label) => `ALTER TYPE ${type} ADD VALUE ${(0,identifier/* quoteLiteral */.c)(label).trim()};`),
        `-- Release 2, when no instance of the old code runs: code that writes ${pronoun}`,
    ].join('\n');
}
function renameLabelInCode(direction, labels) {
    return inOrder({ direction }, [
        `-- Least work: leave the label in the database and rename the value in the schema: … @map("…") (${labels.join(', ')})`,
        '-- Or, release 1: the new value, and code that can read both; release 2: code and rows with the new one; release 3: the old one goes',
    ]);
}
function labelLast(direction, labels) {
    return inOrder({ direction }, [
        `-- Release 1: code that no longer writes ${labels.map((label) => (0,identifier/* quoteLiteral */.c)(label).trim()).join(', ')}, and rows that hold it changed`,
        '-- Release 2, when no instance of the old code runs: the enum without it',
    ]);
}
/** A rule for rows that the old code does not know of. */
function constrainLater(place, what) {
    return inOrder(place, [
        '-- Release 1: code that keeps to the rule; look for rows that break it',
        '-- Release 2, when no instance of the old code runs:',
        `-- ${'columns' in what && 'isUnique' in what ? what.definition : `${what.name} ${what.definition}`}`,
    ]);
}
function dropUniqueLater(place, columns) {
    const names = columns.map(identifier/* quoteIdentifier */.C).join(', ');
    return inOrder(place, [
        `-- Release 1: code that does not upsert or look up by (${columns.join(', ')}); leave the index`,
        `-- Release 2, when no instance of the old code runs: drop it. To have it back:`,
        `CREATE UNIQUE INDEX CONCURRENTLY ON ${tableSql(place.model)} (${names});`,
    ]);
}

;// CONCATENATED MODULE: ./build/migrations/compatibility/constraint-judgement.js


function constraintJudgements(place) {
    const { madeTable, metTable } = place;
    if (madeTable === undefined || metTable === undefined)
        return [];
    const known = new Set(madeTable.constraints.map(ruleOf));
    return metTable.constraints
        .filter((constraint) => !known.has(ruleOf(constraint)))
        .flatMap((constraint) => judgementOf(place, constraint, madeTable));
}
/** NOT VALID only spares the rows that are there; new ones are held to it. */
function ruleOf({ kind, definition }) {
    return `${kind} ${definition.replace(/ NOT VALID$/, '')}`;
}
const sqlStates = {
    check: '23514',
    'foreign key': '23503',
    exclusion: '23P01',
};
function judgementOf(place, constraint, made) {
    const code = sqlStates[constraint.kind];
    if (code === undefined)
        return [];
    const old = made.constraints.find((other) => isSameKey(other, constraint));
    if (old !== undefined)
        return actionChanged(place, old, constraint);
    // Only what the client writes can break it: a column that it leaves out has its default, or null.
    const columns = constraint.columns.filter((column) => made.columns.has(column));
    if (columns.length === 0)
        return [];
    return [newRule(place, constraint, code)];
}
/** A foreign key of the same columns to the same place. */
function isSameKey(left, right) {
    return (left.kind === 'foreign key' &&
        right.kind === 'foreign key' &&
        String(left.columns) === String(right.columns) &&
        String(left.referencedColumns) === String(right.referencedColumns) &&
        left.referencedTableOid === right.referencedTableOid);
}
function newRule(place, constraint, code) {
    const { model, direction } = place;
    const voice = voiceOf(direction);
    const rule = constraint.kind === 'check' ? 'check' : constraint.kind;
    const state = voice.choose(`this pull request adds the ${rule} ${constraint.name} to ${tableWords(model)}`, `before the migrations ${tableWords(model)} has the ${rule} ${constraint.name}`);
    const [only, ...more] = constraint.columns;
    const field = only === undefined || more.length > 0 ? undefined : fieldOfColumn(place, only);
    return {
        model: model.name,
        ...(field === undefined ? { about: constraint.name } : { field: field.name }),
        operation: 'all',
        status: 'at risk',
        message: `${voice.app} does not know of a rule for what it writes: ${state}. A write that breaks it fails (${code}) ${voice.until}.`,
        evidence: constraint.definition,
        fix: constrainLater(place, constraint),
    };
}
/** What becomes of the rows that refer when the row that they refer to is deleted. */
function actionChanged(place, old, now) {
    const [before, after] = [deleteAction(old), deleteAction(now)];
    if (before === after)
        return [];
    const { model, direction, made, client } = place;
    const voice = voiceOf(direction);
    const referenced = made.tablesByOid.get(old.referencedTableOid ?? 0)?.relation;
    const parent = client.models.find(({ schema, table }) => schema === referenced?.schema && table === referenced.name);
    if (parent === undefined)
        return [];
    const refuses = after === 'NO ACTION' || after === 'RESTRICT';
    const effect = refuses
        ? `A delete of a ${parent.name} that ${model.name} still refers to fails with P2003 (23503)`
        : `A delete of a ${parent.name} now does this to its rows of ${model.name}`;
    const state = voice.choose(`this pull request changes ${now.name} of ${tableWords(model)} from ON DELETE ${before} to ${after}`, `before the migrations ${now.name} of ${tableWords(model)} is ON DELETE ${after}, and the new schema counts on ${before}`);
    return [
        {
            model: parent.name,
            about: now.name,
            operation: 'delete',
            status: 'at risk',
            message: `${voice.app} deletes ${parent.name} counting on what becomes of ${model.name}; ${state}. ${effect} ${voice.until}.`,
            evidence: now.definition,
            fix: constrainLater(place, now),
        },
    ];
}
function deleteAction({ definition }) {
    return /ON DELETE (CASCADE|RESTRICT|SET NULL|SET DEFAULT)/.exec(definition)?.[1] ?? 'NO ACTION';
}

;// CONCATENATED MODULE: ./build/migrations/compatibility/column-type.js
const families = {
    text: 'text',
    'character varying': 'text',
    character: 'text',
    citext: 'text',
    name: 'text',
    smallint: 'integer',
    integer: 'integer',
    bigint: 'integer',
    oid: 'integer',
    real: 'float',
    'double precision': 'float',
    numeric: 'numeric',
    money: 'numeric',
    boolean: 'boolean',
    date: 'date and time',
    'timestamp without time zone': 'date and time',
    'timestamp with time zone': 'date and time',
    'time without time zone': 'time',
    'time with time zone': 'time',
    json: 'json',
    jsonb: 'json',
    uuid: 'uuid',
    bytea: 'bytes',
};
/** @param isEnum whether the type, or the type of its items, is an enum */
function columnTypeOf(type, isEnum) {
    const isList = type.endsWith('[]');
    const item = type.replace(/(\[\])+$/, '');
    const sizes = /\((\d+)(?:,(-?\d+))?\)/.exec(item);
    const name = item.replace(/\([^)]*\)/, '').replace(/^(?:"(?:[^"]|"")*"|[^".]+)\.(?=.)/, '');
    return {
        family: isEnum ? 'enum' : (families[name] ?? 'other'),
        name,
        sizes: (sizes?.slice(1) ?? []).flatMap((size) => (size === undefined ? [] : [Number(size)])),
        isList,
    };
}
/**
 * Families whose values the client turns into each type. Tried with Prisma Client 6.19 and 7.10; a family is missing where
 * one of them throws (P2032, P2023) for every row, or refuses every write.
 */
const readable = {
    String: ['text', 'uuid', 'enum', 'json', 'other'],
    Boolean: ['boolean'],
    Int: ['integer', 'float', 'numeric', 'text'],
    BigInt: ['integer', 'float', 'numeric', 'text'],
    Float: ['integer', 'float', 'numeric', 'text'],
    Decimal: ['integer', 'float', 'numeric', 'text'],
    DateTime: ['date and time', 'time'],
    Json: ['json', 'text'],
    Bytes: ['bytes'],
    enum: ['enum', 'text'],
};
/** Undefined when the client does not notice. */
function typeEffect(scalar, from, to) {
    if (from.isList !== to.isList)
        return unreadable(scalar, to);
    if (!readable[scalar].includes(to.family))
        return readable[scalar].includes(from.family) ? unreadable(scalar, to) : unknown(to);
    if (from.family !== to.family)
        return foreignFamily(scalar, from, to);
    if (from.family === 'other')
        return from.name === to.name ? undefined : unknown(to);
    return numberEffect(scalar, from, to) ?? textEffect(from, to) ?? timeEffect(from, to);
}
function unreadable(scalar, to) {
    const list = to.isList ? 'a list of ' : '';
    return {
        status: 'breaks',
        operation: 'all',
        consequence: `Prisma cannot read ${list}${to.name} as ${scalar}: every read of the field throws (P2023, up to Prisma 6 P2032)`,
    };
}
function unknown(to) {
    return { status: 'at risk', operation: 'all', consequence: `What it reads and writes is now a ${to.name}` };
}
function foreignFamily(scalar, from, to) {
    if (isNumber(from) && isNumber(to))
        return numberEffect(scalar, from, to);
    if (from.family === 'text')
        return {
            status: 'at risk',
            operation: 'all',
            consequence: `Text that is no valid ${to.name} is refused when it is written or searched for (22P02)`,
        };
    if (to.family !== 'text')
        return unknown(to);
    return {
        status: 'at risk',
        operation: 'read',
        consequence: `It reads the values, but the database compares and sorts them as text: 10 before 9, capitals apart from small letters`,
    };
}
const integerDigits = { smallint: 5, integer: 10, oid: 10, bigint: 19 };
/** Digits that the client's own numbers hold; the others are decimal or floating. */
const clientDigits = { Int: 10, BigInt: 19 };
function numberEffect(scalar, from, to) {
    if (!isNumber(from) || !isNumber(to) || (from.name === to.name && String(from.sizes) === String(to.sizes)))
        return undefined;
    const [before, after] = [rangeOf(from), rangeOf(to)];
    if (after.whole < before.whole)
        return {
            status: 'at risk',
            operation: 'all',
            consequence: `It writes, and searches for, numbers that do not fit into ${to.name} (22003)`,
        };
    if (after.fraction < before.fraction)
        return {
            status: 'at risk',
            operation: 'all',
            consequence: `Decimal places that it writes are refused or rounded away without an error`,
        };
    const digits = clientDigits[scalar];
    if (digits === undefined || (after.whole <= digits && after.fraction === 0))
        return undefined;
    return {
        status: 'at risk',
        operation: 'read',
        consequence: `It throws, or rounds, once it reads a number that does not fit into ${scalar}`,
    };
}
function isNumber({ family }) {
    return family === 'integer' || family === 'float' || family === 'numeric';
}
function rangeOf({ family, name, sizes }) {
    if (family === 'integer')
        return { whole: integerDigits[name] ?? 19, fraction: 0 };
    if (family === 'float')
        return name === 'real' ? { whole: 38, fraction: 6 } : { whole: 308, fraction: 15 };
    const [precision, scale = 0] = sizes;
    if (name === 'money')
        return { whole: 17, fraction: 2 };
    return precision === undefined
        ? { whole: 131_072, fraction: 16_383 }
        : { whole: precision - scale, fraction: scale };
}
/** Characters that a type holds. */
function lengthOf({ name, sizes: [size] }) {
    if (size !== undefined)
        return size;
    return name === 'character' ? 1 : Number.POSITIVE_INFINITY;
}
function textEffect(from, to) {
    if (from.family !== 'text')
        return undefined;
    if (lengthOf(to) < lengthOf(from))
        return {
            status: 'at risk',
            operation: 'all',
            consequence: `Text of more than ${lengthOf(to)} characters is refused when it is written (P2000, 22001)`,
        };
    if (from.name === 'citext' && to.name !== 'citext')
        return {
            status: 'at risk',
            operation: 'read',
            consequence: 'Searches tell capital from small letters now, and find less than before',
        };
    if (to.name === 'character' && from.name !== 'character')
        return {
            status: 'at risk',
            operation: 'read',
            consequence: 'It reads values that are filled up with spaces',
        };
    return undefined;
}
function timeEffect(from, to) {
    if (from.family !== 'date and time' && from.family !== 'time')
        return undefined;
    if (from.name !== to.name)
        return {
            status: 'at risk',
            operation: 'all',
            consequence: `What it writes as ${from.name} means another moment as ${to.name}, or loses its time of day, without an error`,
        };
    const places = ({ sizes: [size] }) => size ?? 6;
    if (places(to) >= places(from))
        return undefined;
    return {
        status: 'at risk',
        operation: 'all',
        consequence: `Fractions of a second beyond ${places(to)} digits are rounded away, so a value that it wrote is not found again`,
    };
}

;// CONCATENATED MODULE: ./build/migrations/compatibility/database-view.js


const tableKinds = [
    'table',
    'partitioned table',
    'view',
    'materialized view',
    'foreign table',
];
function viewOf(catalog, probe) {
    const facts = new Map((probe?.tables ?? []).map((fact) => [tableKey(fact), fact]));
    const [columns, indexes, constraints] = [
        byTable(catalog.columns),
        byTable(catalog.indexes),
        byTable(catalog.constraints),
    ];
    const tables = catalog.relations
        .filter(({ kind }) => tableKinds.includes(kind))
        .map((relation) => ({
        relation,
        columns: new Map((columns.get(relation.oid) ?? []).map((column) => [column.name, column])),
        indexes: indexes.get(relation.oid) ?? [],
        constraints: constraints.get(relation.oid) ?? [],
        facts: facts.get(keyOf(relation)),
    }));
    const enums = new Map(catalog.enums.map((one) => [keyOf(one), one]));
    return {
        tables: new Map(tables.map((table) => [keyOf(table.relation), table])),
        tablesByOid: new Map(tables.map((table) => [table.relation.oid, table])),
        enums,
        ...refusalsOf(probe),
        typeOf: ({ type }) => columnTypeOf(type, isEnum(type, enums)),
    };
}
function byTable(items) {
    const groups = new Map();
    for (const item of items) {
        const group = groups.get(item.tableOid);
        if (group === undefined)
            groups.set(item.tableOid, [item]);
        else
            group.push(item);
    }
    return groups;
}
function refusalsOf(probe) {
    const known = new Map((probe?.refusals ?? []).map((refusal) => [
        refusalKey(refusal.model, refusal.part, refusal.field),
        refusal,
    ]));
    return {
        isProbed: probe !== undefined,
        refusal: (model, part, field) => known.get(refusalKey(model, part, field)),
    };
}
function refusalKey(...parts) {
    return JSON.stringify(parts);
}
function keyOf({ schema, name }) {
    return tableKey({ schema, table: name });
}
/** `format_type` writes an enum with its schema, each part quoted where it must be. */
function isEnum(type, enums) {
    const parts = /^("(?:[^"]|"")*"|[^".]+)\.("(?:[^"]|"")*"|[^".]+?)(?:\[\])*$/.exec(type);
    if (parts === null)
        return false;
    const [, schema = '', name = ''] = parts;
    return enums.has(tableKey({ schema: bare(schema), table: bare(name) }));
}
function bare(identifier) {
    return identifier.startsWith('"') ? identifier.slice(1, -1).replaceAll('""', '"') : identifier;
}

;// CONCATENATED MODULE: ./build/migrations/compatibility/client-statements.js
/**
 * The SQL that a Prisma client sends for a model. Written after what Prisma Client 6.19 and 7.10 log; a test compares it
 * with what the real client sends.
 */

/** A few statements a model, each with all of its fields. */
function modelStatements({ models, joinTables }) {
    const byName = new Map(models.map((model) => [model.name, model]));
    return [
        ...models.filter(({ fields }) => fields.length > 0).flatMap(wholeStatements),
        ...models.flatMap((model) => model.relations.flatMap((relation) => relationStatement(model, relation, byName.get(relation.model)))),
        ...joinTables.flatMap(joinTableStatements),
    ];
}
/** For a model of which a statement was refused: field by field, and the table without any. */
function fieldStatements(model) {
    const of = (part, field, sql) => ({
        model: model.name,
        part,
        field,
        sql,
    });
    const table = tableName(model);
    const reads = model.fields.flatMap((field) => [
        of('read', field.name, `SELECT ${output(model, field)} FROM ${table}`),
        of('filter', field.name, filterStatement(model, [field])),
    ]);
    if (model.kind === 'view')
        return reads;
    const writes = model.fields.flatMap((field) => [
        of('write', field.name, `INSERT INTO ${table} (${column(field)}) VALUES (${parameter(field, 1)})`),
        of('update', field.name, `UPDATE ${table} SET ${column(field)} = ${parameter(field, 1)}`),
    ]);
    return [...reads, ...writes];
}
/** Of a model of which a statement was refused: whether its table is there and takes rows, whatever its columns are. */
function tableStatements(model) {
    const table = tableName(model);
    const of = (part, sql) => ({
        model: model.name,
        part,
        field: tableItself,
        sql,
    });
    const read = of('read', `SELECT 1 FROM ${table}`);
    if (model.kind === 'view')
        return [read];
    return [read, of('create', `INSERT INTO ${table} DEFAULT VALUES`), of('delete', `DELETE FROM ${table}`)];
}
/** In place of a field's name: no field can have it. */
const tableItself = '*';
function wholeStatements(model) {
    const { name, fields } = model;
    const of = (part, sql) => ({
        model: name,
        part,
        field: undefined,
        sql,
    });
    const table = tableName(model);
    const outputs = fields.map((field) => output(model, field)).join(', ');
    const reads = [
        of('read', `SELECT ${outputs} FROM ${table} WHERE 1=1 OFFSET $1`),
        of('filter', filterStatement(model, fields)),
    ];
    if (model.kind === 'view')
        return reads;
    const set = fields.map((field, index) => `${column(field)} = ${parameter(field, index + 1)}`).join(', ');
    const creates = [
        of('create', insertStatement(model, fields.filter(({ isAlwaysSent }) => isAlwaysSent))),
        of('write', insertStatement(model, fields)),
    ];
    return [
        ...reads,
        ...(model.canCreate ? creates : []),
        of('update', `UPDATE ${table} SET ${set} WHERE ${byId(model, fields.length)} RETURNING ${outputs}`),
        of('delete', `DELETE FROM ${table} WHERE ${byId(model, 0)} RETURNING ${outputs}`),
    ];
}
function insertStatement(model, fields) {
    const values = fields.map((field, index) => parameter(field, index + 1)).join(', ');
    const given = fields.length === 0 ? 'DEFAULT VALUES' : `(${fields.map(column).join(', ')}) VALUES (${values})`;
    const outputs = model.fields.map((field) => output(model, field)).join(', ');
    return `INSERT INTO ${tableName(model)} ${given} RETURNING ${outputs}`;
}
function filterStatement(model, fields) {
    const table = tableName(model);
    const compared = fields.map((field, index) => {
        const isJson = field.type.kind === 'scalar' && field.type.scalar === 'Json' && !field.isList;
        return `${table}.${column(field)}${isJson ? '::jsonb' : ''} = ${parameter(field, index + 1)}`;
    });
    return `SELECT 1 FROM ${table} WHERE (${compared.join(' OR ')})`;
}
/** By the columns of the id; a model without one that the client sees is found by anything. */
function byId(model, parametersBefore) {
    const id = model.fields.filter((field) => model.uniques[0]?.includes(field.column));
    const compared = id.map((field, index) => `${tableName(model)}.${column(field)} = ${parameter(field, parametersBefore + index + 1)}`);
    return `(${[...compared, '1=1'].join(' AND ')})`;
}
function relationStatement(model, relation, other) {
    if (other === undefined)
        return [];
    const pairs = relation.columns.map((own, index) => {
        const referenced = relation.referencedColumns[index] ?? own;
        return `("j0".${(0,identifier/* quoteIdentifier */.C)(referenced)}) = ("t0".${(0,identifier/* quoteIdentifier */.C)(own)})`;
    });
    const sql = `SELECT 1 FROM ${tableName(model)} AS "t0" LEFT JOIN ${tableName(other)} AS "j0" ON ${pairs.join(' AND ')}`;
    return [{ model: model.name, part: 'relation', field: relation.field, sql }];
}
function joinTableStatements(join) {
    const table = tableName(join);
    const field = join.field.slice(join.model.length + 1);
    return [
        `SELECT "t0"."A", "t0"."B" FROM ${table} AS "t0" WHERE (1=1 AND "t0"."A" IN ($1) AND "t0"."B" IN ($2))`,
        `INSERT INTO ${table} ("A","B") VALUES ($1,$2) ON CONFLICT DO NOTHING`,
        `DELETE FROM ${table} WHERE (${table}."A" = ($1) AND ${table}."B" IN ($2))`,
    ].map((sql) => ({ model: join.model, part: 'relation', field, sql }));
}
function tableName({ schema, table }) {
    return `${(0,identifier/* quoteIdentifier */.C)(schema)}.${(0,identifier/* quoteIdentifier */.C)(table)}`;
}
function column(field) {
    return (0,identifier/* quoteIdentifier */.C)(field.column);
}
/** Enums cross as text. */
function output(model, field) {
    const name = `${tableName(model)}.${column(field)}`;
    if (field.type.kind !== 'enum')
        return name;
    return `${name}::text${field.isList ? '[]' : ''}`;
}
function parameter(field, number) {
    if (field.type.kind !== 'enum')
        return `$${number}`;
    const { schema, type } = field.type.enum;
    const list = field.isList ? '[]' : '';
    return `CAST($${number}::text${list} AS ${(0,identifier/* quoteIdentifier */.C)(schema)}.${(0,identifier/* quoteIdentifier */.C)(type)}${list})`;
}

;// CONCATENATED MODULE: ./build/migrations/compatibility/table-facts.js
/** Of a client's tables: who may use them, and what acts on their rows besides the statement. */

/** Tables that are not there are left out. */
async function readTableFacts(client, session) {
    const tables = [...client.models, ...client.joinTables].map(({ schema, table }) => ({ schema, table }));
    const [row] = await session.query(table_facts_factsQuery, [JSON.stringify(tables)]);
    if (!isTableFacts(row?.facts))
        throw new Error('The query for table facts gave another shape than it was written for.');
    return row.facts;
}
const isTableFacts = (0,guard/* arrayOf */.jk)((0,guard/* objectOf */.Xy)({
    schema: guard/* isString */.Kg,
    table: guard/* isString */.Kg,
    owner: guard/* isString */.Kg,
    grants: (0,guard/* arrayOf */.jk)((0,guard/* objectOf */.Xy)({ role: guard/* isString */.Kg, privilege: guard/* isString */.Kg })),
    hasRowSecurity: guard/* isBoolean */.Lm,
    forcesRowSecurity: guard/* isBoolean */.Lm,
    fillsRows: guard/* isBoolean */.Lm,
    nulls: (0,guard/* arrayOf */.jk)((0,guard/* objectOf */.Xy)({ column: guard/* isString */.Kg, share: guard/* isNumber */.Et })),
}));
/** Bits of `pg_trigger.tgtype`: 1 for each row, 2 before, 4 insert (https://www.postgresql.org/docs/current/catalog-pg-trigger.html). */
const table_facts_factsQuery = `
SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
  'schema', n.nspname, 'table', c.relname, 'owner', pg_catalog.pg_get_userbyid(c.relowner),
  'grants', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object('role', g.role, 'privilege', g.privilege)
                                               ORDER BY g.role COLLATE "C", g.privilege COLLATE "C"), '[]')
      FROM (SELECT DISTINCT CASE a.grantee WHEN 0 THEN 'public' ELSE pg_catalog.pg_get_userbyid(a.grantee)::text END AS role,
                   a.privilege_type AS privilege
              FROM pg_catalog.aclexplode(c.relacl) a
             WHERE a.grantee <> c.relowner AND a.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')) g),
  'hasRowSecurity', c.relrowsecurity, 'forcesRowSecurity', c.relrowsecurity AND c.relforcerowsecurity,
  'fillsRows', EXISTS (SELECT FROM pg_catalog.pg_trigger t
      WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype & 7 = 7),
  'nulls', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object('column', s.attname, 'share', s.null_frac)
                                              ORDER BY s.attname COLLATE "C"), '[]')
      FROM pg_catalog.pg_stats s
     WHERE s.schemaname = n.nspname AND s.tablename = c.relname AND NOT s.inherited AND s.null_frac > 0))
  ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"), '[]') AS facts
FROM pg_catalog.json_array_elements($1::pg_catalog.json) wanted
JOIN pg_catalog.pg_namespace n ON n.nspname = wanted ->> 'schema'
JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = wanted ->> 'table'`;

;// CONCATENATED MODULE: ./build/migrations/compatibility/probe.js
/** Asks the server which of a client's statements it would take. Nothing is run and no row is touched. */




/**
 * In two rounds of one transaction: a few statements a model, then field by field for the models of which one was
 * refused. Prepared statements do not outlive their check, so it works through a pooler too.
 * @param searchPath the schema of the connection URI: the client's connections have it
 */
async function probe_probeClient(client, session, searchPath) {
    await session.query(`BEGIN READ ONLY; SET LOCAL search_path = ${(0,identifier/* quoteIdentifier */.C)(searchPath)}`);
    try {
        const probe = await ask(client, session);
        await session.query('ROLLBACK');
        return probe;
    }
    catch (thrown) {
        // The first error is the one to tell; on a broken connection this one fails too.
        await session.query('ROLLBACK').catch(() => { });
        throw thrown;
    }
}
async function ask(client, session) {
    const whole = modelStatements(client);
    const first = await probe_refusalsOf(whole, session);
    const refused = new Set(first.map(({ model }) => model));
    const closer = client.models
        .filter(({ name }) => refused.has(name))
        .flatMap((model) => [...tableStatements(model), ...fieldStatements(model)]);
    const second = await probe_refusalsOf(closer, session);
    const tables = await readTableFacts(client, session);
    return { prepared: whole.length + closer.length, refusals: [...first, ...second], tables };
}
/** Statements in one round trip: enough for a few hundred models, and a message of less than a megabyte or two. */
const batchSize = 2000;
async function probe_refusalsOf(statements, session) {
    const refusals = [];
    for (let from = 0; from < statements.length; from += batchSize)
        refusals.push(...(await askAbout(statements.slice(from, from + batchSize), session)));
    return refusals;
}
async function askAbout(statements, session) {
    await session.query(`SELECT pg_catalog.set_config('database_actions.statements', $1, true)`, [
        JSON.stringify(statements.map(({ sql }) => sql)),
    ]);
    await session.query(prepareEach);
    const [row] = await session.query(`SELECT pg_catalog.current_setting('database_actions.refusals')::pg_catalog.json AS refusals`);
    if (!isRawRefusals(row?.refusals))
        throw new Error('The block that prepares statements gave another shape than it was written for.');
    return row.refusals.flatMap(({ place, state, message }) => {
        const statement = statements[place];
        if (statement === undefined)
            return [];
        const { model, part, field } = statement;
        return [{ model, part, field, sqlState: state, message }];
    });
}
const isRawRefusals = (0,guard/* arrayOf */.jk)((0,guard/* objectOf */.Xy)({ place: guard/* isNumber */.Et, state: guard/* isString */.Kg, message: guard/* isString */.Kg }));
/**
 * PREPARE parses, resolves names and types and rewrites, so it finds what is missing or may not be written; it does not
 * plan and does not run. Each is undone by the block's own savepoint. A lock that cannot be had is no answer: it is raised.
 */
const prepareEach = `
DO $block$
DECLARE
  statement text;
  place int := 0;
  code text;
  message text;
  refusals json[] := '{}';
BEGIN
  FOR statement IN
    SELECT value FROM pg_catalog.json_array_elements_text(
      pg_catalog.current_setting('database_actions.statements')::pg_catalog.json)
  LOOP
    BEGIN
      EXECUTE 'PREPARE database_actions_probe AS ' || statement;
      EXECUTE 'DEALLOCATE database_actions_probe';
    EXCEPTION WHEN OTHERS THEN
      GET STACKED DIAGNOSTICS code = RETURNED_SQLSTATE, message = MESSAGE_TEXT;
      IF code = '55P03' THEN RAISE; END IF;
      refusals := pg_catalog.array_append(refusals,
        pg_catalog.json_build_object('place', place, 'state', code, 'message', message));
    END;
    place := place + 1;
  END LOOP;
  PERFORM pg_catalog.set_config('database_actions.refusals', pg_catalog.array_to_json(refusals)::text, true);
END
$block$`;

;// CONCATENATED MODULE: ./build/migrations/compatibility/relation-judgement.js
/** Joins over foreign keys and the tables of many-to-many relations. */



/** Where a column or a table of either side is missing, that is told already. */
function relationJudgements(place) {
    return place.model.relations.flatMap((relation) => relationJudgement(place, relation));
}
const missing = ['42703', '42P01'];
function relationJudgement(place, relation) {
    const { model, made, met, direction, metTable, isFresh } = place;
    const refusal = met.refusal(model.name, 'relation', relation.field);
    if (refusal === undefined || missing.includes(refusal.sqlState))
        return [];
    const wasRefused = !isFresh && made.refusal(model.name, 'relation', relation.field) !== undefined;
    if (wasRefused)
        return [];
    const voice = voiceOf(direction);
    const field = model.fields.find(({ column }) => relation.columns.includes(column));
    const column = field === undefined ? undefined : metTable?.columns.get(field.column);
    return [
        {
            model: model.name,
            field: relation.field,
            operation: 'read',
            status: 'at risk',
            message: `${voice.app} cannot search over the relation ${model.name}.${relation.field} ${voice.until}: the columns of its two sides no longer compare.`,
            evidence: refusalEvidence(refusal),
            fix: field === undefined || column === undefined
                ? '-- Change both sides of a relation in the same release.'
                : changeTypeBeside(place, field, column),
        },
    ];
}
/** Of the whole client: a join table belongs to two models. */
function joinTableJudgements(world) {
    const { client, made, met, direction, isFresh } = world;
    const voice = voiceOf(direction);
    return client.joinTables.flatMap((join) => {
        const field = join.field.slice(join.model.length + 1);
        const refusal = met.refusal(join.model, 'relation', field);
        const wasRefused = made.isProbed
            ? made.refusal(join.model, 'relation', field) !== undefined
            : !made.tables.has(tableKey(join));
        if (refusal === undefined || (wasRefused && !isFresh))
            return [];
        const cause = refusal.sqlState === '42P01'
            ? voice.choose('which this pull request drops or renames', 'which is not there before the migrations')
            : 'which no longer takes it';
        return [
            {
                model: join.model,
                field,
                operation: 'all',
                status: 'breaks',
                message: `${voice.app} keeps the relation ${join.field} in the table ${tableWords(join)}, ${cause}. Reading and writing it fails ${voice.until}.`,
                evidence: refusalEvidence(refusal),
                fix: keepJoinTable(direction, join),
            },
        ];
    });
}

// EXTERNAL MODULE: ./build/migrations/compatibility/rules.js
var rules = __webpack_require__(5632);
;// CONCATENATED MODULE: ./build/migrations/compatibility/statement-judgement.js



/** Of the table when that is the matter, else field by field. */
function statementJudgements(place) {
    const gone = newly(place, 'read', tableItself);
    if (gone !== undefined)
        return [tableGone(place, gone)];
    const ofTable = ['create', 'delete'].flatMap((part) => {
        const refusal = newly(place, part, tableItself);
        if (refusal === undefined || (part === 'create' && !place.model.canCreate))
            return [];
        return [tableRefuses(place, part, refusal)];
    });
    const blocked = new Set(ofTable.map(({ operation }) => (operation === 'create' ? 'write' : 'delete')));
    const fields = place.model.fields;
    const updates = fields.map(({ name }) => newly(place, 'update', name));
    const [update] = updates;
    if (blocked.size > 0 && update !== undefined && updates.every((refusal) => refusal !== undefined)) {
        ofTable.push(tableRefuses(place, 'update', update));
        blocked.add('update');
    }
    const ofFields = fields.flatMap((field) => fieldJudgement(place, field, blocked));
    return ofTable.length + ofFields.length > 0 ? [...ofTable, ...ofFields] : wholeJudgements(place);
}
/**
 * The refusal, if it is this run's doing: the database that the client was made for takes the statement. Where it was not
 * asked, the two catalogs must differ in the object.
 */
function newly(place, part, field) {
    const refusal = place.met.refusal(place.model.name, part, field);
    if (refusal === undefined || place.isFresh)
        return refusal;
    if (place.made.isProbed)
        return place.made.refusal(place.model.name, part, field) === undefined ? refusal : undefined;
    return differs(place, field) ? refusal : undefined;
}
function differs({ model, madeTable, metTable }, fieldName) {
    if (madeTable === undefined)
        return false;
    if (metTable === undefined || metTable.relation.kind !== madeTable.relation.kind)
        return true;
    const fields = model.fields.filter(({ name }) => fieldName === undefined || name === fieldName);
    return fields.some(({ column }) => {
        const [made, met] = [madeTable.columns.get(column), metTable.columns.get(column)];
        if (made === undefined || met === undefined)
            return made !== undefined;
        return made.type !== met.type || made.generated !== met.generated || made.identity !== met.identity;
    });
}
function tableGone(place, refusal) {
    const { model, madeTable, met, direction } = place;
    const voice = voiceOf(direction);
    const now = madeTable === undefined ? undefined : met.tablesByOid.get(madeTable.relation.oid)?.relation;
    const name = tableWords(model);
    const renamed = now === undefined ? undefined : tableWords({ schema: now.schema, table: now.name });
    const cause = voice.choose(renamed === undefined
        ? `this pull request drops the table ${name}`
        : `this pull request renames ${name} to ${renamed}`, `the table ${name} is not there before the migrations`);
    return {
        model: model.name,
        operation: 'all',
        status: 'breaks',
        message: `${voice.app} uses the model ${model.name}; ${cause}. Every read and write of it fails with P2021 ${voice.until}.`,
        evidence: refusalEvidence(refusal),
        fix: keepTable(place, now === undefined ? undefined : tableSql({ schema: now.schema, table: now.name })),
    };
}
function tableRefuses(place, operation, refusal) {
    const { model, metTable, direction } = place;
    const voice = voiceOf(direction);
    const kind = metTable?.relation.kind ?? 'table';
    const verb = { create: 'inserts rows', update: 'changes rows', delete: 'deletes rows' }[operation];
    return {
        model: model.name,
        operation,
        status: 'breaks',
        message: `${voice.app} ${verb} of ${model.name}; ${tableWords(model)} is a ${kind} that does not take them. Every ${operation} fails ${voice.until}.`,
        evidence: refusalEvidence(refusal),
        fix: kind === 'view'
            ? `-- A view over one table without DISTINCT, GROUP BY, LIMIT and joins takes writes; another needs a trigger:\nCREATE TRIGGER … INSTEAD OF INSERT OR UPDATE OR DELETE ON ${tableSql(model)} FOR EACH ROW EXECUTE FUNCTION …;`
            : keepTable(place, undefined),
    };
}
function fieldJudgement(place, field, blocked) {
    const refused = (part) => (blocked.has(part) ? undefined : newly(place, part, field.name));
    const read = refused('read');
    if (read !== undefined)
        return [columnGone(place, field, read)];
    const [write, update] = [place.model.canCreate ? refused('write') : undefined, refused('update')];
    const filter = refused('filter');
    if (write !== undefined || update !== undefined)
        return [fieldRefused(place, field, { write, update })];
    return filter === undefined ? [] : [filterRefused(place, field, filter)];
}
function columnGone(place, field, refusal) {
    const { model, direction } = place;
    const voice = voiceOf(direction);
    const name = columnWords(model, field.column);
    const renamed = renamedColumn(place, field.column);
    const old = place.madeTable?.columns.get(field.column);
    const cause = refusal.sqlState !== '42703'
        ? `the database refuses it: ${refusal.message}`
        : voice.choose(renamed === undefined
            ? `this pull request drops the column ${name}`
            : `this pull request renames ${name} to ${renamed.name}`, `the column ${name} is not there before the migrations`);
    const code = refusal.sqlState === '42703' ? ' with P2022' : '';
    return {
        model: model.name,
        field: field.name,
        operation: 'all',
        status: 'breaks',
        message: `${voice.app} selects ${model.name}.${field.name} on every read of ${model.name} and on every write that returns the row; ${cause}. They fail${code} ${voice.until}.`,
        evidence: refusalEvidence(refusal),
        fix: renamed === undefined ? dropColumnLater(place, field, old) : renameInCode(place, field, renamed),
    };
}
/** The column that has the old one's place in the same table, under a name that is new. */
function renamedColumn({ madeTable, met }, name) {
    const old = madeTable?.columns.get(name);
    const table = madeTable === undefined ? undefined : met.tablesByOid.get(madeTable.relation.oid);
    if (old === undefined || table === undefined)
        return undefined;
    return [...table.columns.values()].find((column) => column.position === old.position && !madeTable?.columns.has(column.name));
}
function fieldRefused(place, field, { write, update }) {
    const { model, direction, metTable } = place;
    const voice = voiceOf(direction);
    const isEvery = (write !== undefined && field.isAlwaysSent) || (update !== undefined && field.isUpdatedAt);
    const operation = write === undefined ? 'update' : 'create';
    const column = metTable?.columns.get(field.column);
    const reason = column?.generated !== undefined
        ? 'is generated by the database now and may not be written'
        : column?.identity === 'always'
            ? 'is GENERATED ALWAYS AS IDENTITY now and may not be written'
            : 'does not take what Prisma sends for it';
    const how = isEvery ? `on every ${operation}` : 'where the code sets it';
    const then = isEvery ? `Every ${operation} of ${model.name} fails` : `Those writes fail`;
    const refusal = write ?? update;
    return {
        model: model.name,
        field: field.name,
        operation,
        status: isEvery ? 'breaks' : 'at risk',
        message: `${voice.app} writes ${model.name}.${field.name} ${how}; ${columnWords(model, field.column)} ${reason}. ${then} ${voice.until}.`,
        ...(refusal === undefined ? {} : { evidence: refusalEvidence(refusal) }),
        fix: refusedFix(place, field, column),
    };
}
function refusedFix(place, field, column) {
    if (column === undefined)
        return dropColumnLater(place, field, undefined);
    if (column.generated !== undefined || column.identity === 'always')
        return stopWritingFirst(place, field, column);
    return field.type.kind === 'enum'
        ? keepEnum(place, field, field.type.enum)
        : changeTypeBeside(place, field, column);
}
function filterRefused(place, field, refusal) {
    const { model, direction, metTable } = place;
    const voice = voiceOf(direction);
    const column = metTable?.columns.get(field.column);
    return {
        model: model.name,
        field: field.name,
        operation: 'read',
        status: 'at risk',
        message: `${voice.app} reads and writes ${model.name}.${field.name} as before, but wherever it searches by the field the query fails ${voice.until}.`,
        evidence: refusalEvidence(refusal),
        fix: refusedFix(place, field, column),
    };
}
/** Something is refused as a whole and nothing of it alone: told in the server's words. */
function wholeJudgements(place) {
    const { model, direction } = place;
    const voice = voiceOf(direction);
    return ['read', 'create', 'update', 'delete'].flatMap((operation) => {
        const refusal = newly(place, operation, undefined);
        if (refusal === undefined)
            return [];
        return [
            {
                model: model.name,
                operation,
                status: 'breaks',
                message: `${voice.app} sends this for every ${operation} of ${model.name}, and the database refuses it ${voice.until}.`,
                evidence: refusalEvidence(refusal),
                fix: keepTable(place, undefined),
            },
        ];
    });
}

;// CONCATENATED MODULE: ./build/migrations/compatibility/type-judgement.js
/** Columns whose type changes under a field, and enums whose values do. */





function typeJudgements(place) {
    const { model, made, met, madeTable, metTable, direction } = place;
    const voice = voiceOf(direction);
    return model.fields.flatMap((field) => {
        const [before, after] = [madeTable?.columns.get(field.column), metTable?.columns.get(field.column)];
        if (before === undefined || after === undefined || before.type === after.type)
            return [];
        const kind = field.type.kind === 'enum' ? 'enum' : field.type.scalar;
        const effect = typeEffect(kind, made.typeOf(before), met.typeOf(after));
        if (effect === undefined)
            return [];
        const name = columnWords(model, field.column);
        const state = voice.choose(`this pull request changes ${name} from ${before.type} to ${after.type}`, `before the migrations ${name} is ${after.type}, and the new schema counts on ${before.type}`);
        return [
            {
                model: model.name,
                field: field.name,
                operation: effect.operation,
                status: effect.status,
                message: `${voice.app} uses ${model.name}.${field.name} as ${typeWords(field)}; ${state}. ${effect.consequence}, ${voice.until}.`,
                fix: effect.status === 'at risk' &&
                    effect.operation === 'all' &&
                    isSameFamily(made.typeOf(before), met.typeOf(after))
                    ? narrowLater(place, field, after)
                    : changeTypeBeside(place, field, after),
            },
        ];
    });
}
/** Then the values fit, once the code keeps to the new type. */
function isSameFamily(before, after) {
    return before.family === after.family && before.isList === after.isList;
}
function typeWords({ type, isList }) {
    return `${type.kind === 'enum' ? type.enum.name : type.scalar}${isList ? '[]' : ''}`;
}
/** Labels are matched as the client does, by name: the type may be another one of the same name. */
function enumJudgements(place) {
    return place.model.fields.flatMap((field) => field.type.kind === 'enum' ? enumJudgement(place, field, field.type.enum) : []);
}
function enumJudgement(place, field, type) {
    const key = tableKey({ schema: type.schema, table: type.type });
    const [before, after] = [place.made.enums.get(key)?.labels, place.met.enums.get(key)?.labels];
    if (before === undefined || after === undefined)
        return [];
    const added = after.filter((label) => !before.includes(label) && !type.labels.includes(label));
    const gone = before.filter((label) => !after.includes(label) && type.labels.includes(label));
    const isRenamed = added.length > 0 && added.length === gone.length;
    return [
        ...(added.length > 0 ? [labelsAdded(place, field, { type, labels: added, isRenamed })] : []),
        ...(gone.length > 0 ? [labelsGone(place, field, { type, labels: gone, isRenamed })] : []),
    ];
}
function labelsAdded(place, field, { type, labels, isRenamed }) {
    const { model, direction } = place;
    const voice = voiceOf(direction);
    const state = voice.choose(`this pull request adds ${type_judgement_listed(labels)} to the enum ${type.name}`, `before the migrations the enum ${type.name} also has ${type_judgement_listed(labels)}`);
    return {
        model: model.name,
        field: field.name,
        operation: 'read',
        status: 'at risk',
        message: `${voice.app} does not know every value of ${model.name}.${field.name}; ${state}. Once a row holds one of them, reading that row throws ("Value not found in enum") ${voice.until}.`,
        fix: isRenamed
            ? renameLabelInCode(direction, labels)
            : labelFirst(direction, labels, `${(0,identifier/* quoteIdentifier */.C)(type.schema)}.${(0,identifier/* quoteIdentifier */.C)(type.type)}`),
    };
}
function labelsGone(place, field, { type, labels, isRenamed }) {
    const { model, direction } = place;
    const voice = voiceOf(direction);
    const state = voice.choose(`this pull request takes ${type_judgement_listed(labels)} from the enum ${type.name}`, `before the migrations the enum ${type.name} does not have ${type_judgement_listed(labels)}`);
    return {
        model: model.name,
        field: field.name,
        operation: 'all',
        status: 'at risk',
        message: `${voice.app} may write and search for every value of ${model.name}.${field.name}; ${state}. Queries with it fail (22P02) ${voice.until}.`,
        fix: isRenamed ? renameLabelInCode(direction, labels) : labelLast(direction, labels),
    };
}
function type_judgement_listed(labels) {
    return labels.map((label) => `'${label}'`).join(', ');
}

;// CONCATENATED MODULE: ./build/migrations/compatibility/unique-judgement.js


function uniqueJudgements(place) {
    const { madeTable, metTable, model } = place;
    if (madeTable === undefined || metTable === undefined || model.kind === 'view')
        return [];
    if (!hasIndexes(madeTable) || !hasIndexes(metTable))
        return [];
    return [...newUniques(place, madeTable, metTable), ...lostUniques(place, madeTable, metTable)];
}
/** A view has none of its own: those of its table count. */
function hasIndexes({ relation }) {
    return relation.kind === 'table' || relation.kind === 'partitioned table';
}
function newUniques(place, made, met) {
    const fresh = met.indexes.filter((index) => index.isUnique && index.isValid && !isImplied(index, made) && canCollide(place, index, made));
    return distinct(fresh).map((index) => newUnique(place, index));
}
/** Rows that were unique by fewer columns are unique by these too. */
function isImplied(index, made) {
    return made.indexes.some((old) => {
        if (!old.isUnique || !old.isValid)
            return false;
        if (shapeOf(old) === shapeOf(index))
            return true;
        return isPlain(old) && old.columns.every((column) => index.columns.includes(column));
    });
}
/** Only with values that the client writes: nulls are distinct, and a column that it leaves out without a default is null. */
function canCollide(place, index, made) {
    const isNullsDistinct = !/NULLS NOT DISTINCT/.test(index.definition);
    return !index.columns.some((name) => {
        const column = name === undefined ? undefined : place.metTable?.columns.get(name);
        if (column === undefined || name === undefined || made.columns.has(name))
            return false;
        return isNullsDistinct && !column.isNotNull && column.default === undefined;
    });
}
/** The definition without the names of index and table. */
function shapeOf({ definition }) {
    return definition.replace(/^.*? USING /, '');
}
function isPlain({ columns, isPartial }) {
    return !isPartial && columns.every((column) => column !== undefined);
}
function distinct(indexes) {
    return indexes.filter((index, place) => indexes.findIndex((other) => shapeOf(other) === shapeOf(index)) === place);
}
function newUnique(place, index) {
    const { model, direction } = place;
    const voice = voiceOf(direction);
    const on = index.columns.map((column) => column ?? 'an expression').join(', ');
    const where = index.isPartial ? ' for some of its rows' : '';
    const state = voice.choose(`this pull request makes (${on}) of ${tableWords(model)} unique${where}`, `before the migrations (${on}) of ${tableWords(model)} is unique${where}`);
    return {
        model: model.name,
        ...subjectOf(place, index.columns),
        operation: 'all',
        status: 'at risk',
        message: `${voice.app} does not know that these values must differ: ${state}. A write of a second one fails with P2002 (23505) ${voice.until}.`,
        evidence: index.definition,
        fix: constrainLater(place, index),
    };
}
/** The field, where it is one alone. */
function subjectOf(place, columns) {
    const [only, ...more] = columns;
    const field = only === undefined || more.length > 0 ? undefined : fieldOfColumn(place, only);
    if (field !== undefined)
        return { field: field.name };
    const names = columns.map((column) => column === undefined ? '…' : (fieldOfColumn(place, column)?.name ?? column));
    return { about: `(${names.join(', ')})` };
}
function lostUniques(place, made, met) {
    const isKept = (table, columns) => table.indexes.some((index) => index.isUnique && index.isValid && isPlain(index) && isOf(index, columns));
    return place.model.uniques
        .filter((columns) => columns.every((column) => met.columns.has(column)))
        .filter((columns) => isKept(made, columns) && !isKept(met, columns))
        .map((columns) => lostUnique(place, columns));
}
function isOf({ columns }, names) {
    return columns.length === names.length && names.every((name) => columns.includes(name));
}
function lostUnique(place, columns) {
    const { model, direction } = place;
    const voice = voiceOf(direction);
    const on = columns.join(', ');
    const state = voice.choose(`after this pull request (${on}) of ${tableWords(model)} is no longer unique`, `before the migrations (${on}) of ${tableWords(model)} is not unique`);
    return {
        model: model.name,
        ...subjectOf(place, columns),
        operation: 'all',
        status: 'at risk',
        message: `${voice.app} counts on these values to differ: ${state}. An upsert by them fails (42P10), and find, update and delete by them may meet several rows, ${voice.until}.`,
        fix: dropUniqueLater(place, columns),
    };
}

;// CONCATENATED MODULE: ./build/migrations/compatibility/value-judgement.js


function valueJudgements(place) {
    const { model, madeTable, metTable, isFresh } = place;
    if (metTable === undefined || !holdsRows(metTable) || model.kind === 'view')
        return [];
    const columns = [...metTable.columns.values()];
    if (madeTable !== undefined && holdsRows(madeTable))
        return columns.flatMap((column) => columnJudgement(place, column, madeTable.columns.get(column.name)));
    if (!isFresh)
        return [];
    const unknown = columns.filter((column) => fieldOfColumn(place, column.name) === undefined);
    return unknown.filter(needsValue).flatMap((column) => omitted(place, column, undefined));
}
/** A view says of no column that it is NOT NULL. */
function holdsRows({ relation }) {
    return relation.kind === 'table' || relation.kind === 'partitioned table';
}
function columnJudgement(place, column, before) {
    const field = fieldOfColumn(place, column.name);
    const wanted = needsValue(column) && (before === undefined || !needsValue(before));
    if (wanted && field?.isAlwaysSent !== true)
        return omitted(place, column, field);
    if (field === undefined || before === undefined)
        return [];
    if (column.isNotNull && !before.isNotNull && !field.isRequired)
        return [nullRefused(place, column, field)];
    if (!column.isNotNull && before.isNotNull && field.isRequired && !field.isList)
        return [nullUnexpected(place, field)];
    return [];
}
/** An INSERT that leaves it out fails with 23502. */
function needsValue({ isNotNull, default: initial, identity, generated }) {
    return isNotNull && initial === undefined && identity === undefined && generated === undefined;
}
function omitted(place, column, field) {
    const { model, madeTable, metTable, direction } = place;
    if (!model.canCreate)
        return [];
    const { until } = voiceOf(direction);
    const before = madeTable?.columns.get(column.name);
    const isFilled = metTable?.facts?.fillsRows === true;
    const isEvery = field === undefined || (field.hasDatabaseDefault && field.isRequired);
    const always = isEvery ? `Every create of ${model.name} fails` : 'Those writes fail';
    const then = isFilled
        ? 'A BEFORE INSERT trigger of the table may fill it; if it does not, creates fail'
        : always;
    const who = whoLeavesItOut(place, field);
    return [
        {
            model: model.name,
            ...(field === undefined ? { about: column.name } : { field: field.name }),
            operation: 'create',
            status: isEvery && !isFilled ? 'breaks' : 'at risk',
            message: `${who}; ${howItIsNeeded(place, column, before)}. ${then} with P2011 (23502) ${until}.`,
            ...nullEvidence(place, column.name),
            fix: before?.isNotNull === true && before.default !== undefined
                ? keepDefault(place, column, before.default)
                : requireLater(place, column),
        },
    ];
}
function whoLeavesItOut({ model, direction }, field) {
    const { app } = voiceOf(direction);
    if (field === undefined)
        return `${app} does not know the column and leaves it out of every create`;
    return field.hasDatabaseDefault && field.isRequired
        ? `${app} leaves ${model.name}.${field.name} to the database's default`
        : `${app} may create without ${model.name}.${field.name}, or set it to null`;
}
function howItIsNeeded({ model, direction }, column, before) {
    const name = columnWords(model, column.name);
    const { choose } = voiceOf(direction);
    if (before === undefined)
        return choose(`this pull request adds ${name} as NOT NULL without a default`, `${name} is NOT NULL without a default before the migrations, and the new schema does not have it`);
    return before.isNotNull
        ? choose(`this pull request takes the default of ${name} away`, `${name} has no default before the migrations`)
        : choose(`this pull request makes ${name} NOT NULL without a default`, `${name} is NOT NULL without a default before the migrations`);
}
function nullRefused(place, column, field) {
    const { model, direction } = place;
    const voice = voiceOf(direction);
    const name = columnWords(model, column.name);
    const state = voice.choose(`this pull request makes ${name} NOT NULL`, `${name} is NOT NULL before the migrations`);
    return {
        model: model.name,
        field: field.name,
        operation: 'all',
        status: 'at risk',
        message: `${voice.app} may write null to ${model.name}.${field.name}; ${state}. A write of null fails with P2011 (23502) ${voice.until}; one that leaves it out gets the default.`,
        ...nullEvidence(place, column.name),
        fix: requireLater(place, column),
    };
}
function nullUnexpected(place, field) {
    const { model, direction } = place;
    const voice = voiceOf(direction);
    const name = columnWords(model, field.column);
    const state = voice.choose(`this pull request lets ${name} be null. Once the new code, or anything else, writes null`, `${name} may be null before the migrations. Where it is`);
    return {
        model: model.name,
        field: field.name,
        operation: 'read',
        status: 'at risk',
        message: `${voice.app} takes ${model.name}.${field.name} for required; ${state}, reading that row throws (P2032) or gives null where the types promise a value.`,
        fix: allowNullLater(place, field),
    };
}
/** From the statistics of the database that the client was made for. */
function nullEvidence({ madeTable }, column) {
    const share = madeTable?.facts?.nulls.find((entry) => entry.column === column)?.share;
    if (share === undefined)
        return {};
    const percent = share < 0.01 ? 'less than 1' : String(Math.round(share * 100));
    return { evidence: `Before, ${percent} % of the rows held null there, by the table's statistics.` };
}

;// CONCATENATED MODULE: ./build/migrations/compatibility/check-compatibility.js














/** Prepares statements on the server and compares the catalogs; nothing is written, no row is read. Skipped where the schema cannot be read. */
async function checkCompatibility(request, context) {
    const { session, ...rest } = context;
    const reading = await readClientSchema({ schemaFiles: request.schemaFiles, ...rest });
    if (reading.kind === 'skipped')
        return reading;
    const meets = await probeClient(reading.client, session, schemaOf(context.directUri));
    return { kind: 'done', result: judgeCompatibility({ ...request, client: reading.client, meets }) };
}
/** The part without a database: for a probe that was made earlier, as for `new-app`, whose database is gone once it is migrated. */
function judgeCompatibility(request) {
    const { client, direction, before, after, madeFor, meets } = request;
    const [made, met] = direction === 'deployed-app' ? [before, after] : [after, before];
    const world = worldOf({ client, direction, made: viewOf(made, madeFor), met: viewOf(met, meets) });
    const judgements = [
        ...client.models.flatMap((model) => judgementsOf(caseOf(world, model))),
        ...joinTableJudgements(world),
    ];
    const verdicts = judgements.map((judgement) => verdictOf(judgement, direction));
    return {
        schemaOf: request.schemaOf,
        models: client.models.length,
        prepared: meets.prepared,
        verdicts: [...verdicts.filter(breaks), ...verdicts.filter((verdict) => !breaks(verdict))],
    };
}
function breaks({ status }) {
    return status === 'breaks';
}
/** What the server refuses comes first; a field that is gone, or whose every use fails, has nothing more to say. */
function judgementsOf(place) {
    const refused = statementJudgements(place);
    if (refused.some(({ field, operation }) => field === undefined && operation === 'all'))
        return refused;
    const told = new Set(refused.map(({ field }) => field));
    const catalog = [
        ...valueJudgements(place),
        ...typeJudgements(place),
        ...enumJudgements(place),
        ...uniqueJudgements(place),
        ...constraintJudgements(place),
        ...accessJudgements(place),
    ];
    return [
        ...refused,
        ...catalog.filter(({ field }) => field === undefined || !told.has(field)),
        ...relationJudgements(place),
    ];
}
function verdictOf(judgement, direction) {
    const { model, field, about, operation, status, message, evidence, fix } = judgement;
    const part = field ?? about;
    return {
        model,
        field,
        operation,
        status,
        finding: (0,rule/* findingOf */.h)(rules/* compatibilityRules */.o[direction][status], {
            subject: part === undefined ? model : `${model}.${part}`,
            message,
            ...(evidence === undefined ? {} : { evidence }),
            fix,
        }),
    };
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/compatibility-part.js
/** The part of a rehearsal about applications: asked of the database before the migrations and after them. */





/** Asks the database before the first migration. What cannot be asked is a reason, never a failure of the migration. */
async function startCompatibilityPart(options) {
    const { schema, session, direction, before } = options;
    const uri = options.task.request.directUri;
    const first = await orReason(async () => {
        if (schema.kind === 'skipped')
            return schema;
        const client = await clientOf(options, schema.result);
        if (client.kind === 'skipped')
            return client;
        const probe = await probe_probeClient(client.result, session, (0,migrations_session/* schemaOf */.p)(uri));
        return { kind: 'done', result: { client: client.result, probe, of: schema.result.of } };
    });
    return {
        finish: (after) => orReason(async () => {
            if (first.kind === 'skipped')
                return first;
            const { client, probe: earlier, of } = first.result;
            const later = await probe_probeClient(client, session, (0,migrations_session/* schemaOf */.p)(uri));
            const [madeFor, meets] = direction === 'deployed-app' ? [earlier, later] : [later, earlier];
            const request = { client, direction, before, after, schemaOf: of, madeFor, meets };
            return { kind: 'done', result: judgeCompatibility(request) };
        }),
    };
}
async function clientOf({ task }, { files }) {
    const { wasm, openConnection } = task.context;
    const { directUri } = task.request;
    const reading = await client_reading_readClientSchema({ schemaFiles: files, directUri, wasm, openConnection });
    return reading.kind === 'read' ? { kind: 'done', result: reading.client } : reading;
}
async function orReason(work) {
    try {
        return await work();
    }
    catch (thrown) {
        if (thrown instanceof errors/* CancelledError */.cc)
            throw thrown;
        return { kind: 'skipped', reason: `The database could not be asked: ${(0,errors/* errorMessage */.gJ)(thrown)}` };
    }
}

// EXTERNAL MODULE: ./build/postgres/object-name.js
var object_name = __webpack_require__(547);
// EXTERNAL MODULE: ./build/migrations/parse-tree.js
var parse_tree = __webpack_require__(7308);
;// CONCATENATED MODULE: ./build/migrations/data/sql-expression.js
/** An expression of the migration: its own words, and what of the row it reads. */

/** @param tableColumns columns that the table has, or will have when the expression is evaluated */
function sqlExpression(text, tree, tableColumns) {
    const known = new Set(tableColumns);
    // `t.column` and `column` end in the column's name; `t`, `t.*` and what is unknown read the row as a whole.
    const named = (0,parse_tree/* nodesOf */.Nh)(tree, 'ColumnRef').map(({ fields }) => ({
        name: (0,parse_tree/* texts */.Te)(fields).at(-1) ?? '',
        isStar: Array.isArray(fields) && fields.length > (0,parse_tree/* texts */.Te)(fields).length,
    }));
    const isWhole = named.some(({ name, isStar }) => isStar || !known.has(name));
    const functions = (0,parse_tree/* nodesOf */.Nh)(tree, 'FuncCall').flatMap(({ funcname }) => (0,parse_tree/* texts */.Te)(funcname).at(-1) ?? []);
    const types = (0,parse_tree/* nodesOf */.Nh)(tree, 'TypeCast').flatMap(({ typeName }) => (0,parse_tree/* texts */.Te)((0,parse_tree/* field */.ZZ)({ typeName }, 'typeName').names).at(-1) ?? []);
    return {
        text,
        columns: isWhole ? 'all' : [...new Set(named.map(({ name }) => name))].toSorted(),
        uses: [...new Set([...functions, ...types])].toSorted(),
    };
}
/** In brackets; the line break ends a comment that the text may end with. */
function inBrackets(text) {
    return `(${text}\n)`;
}
/** Columns of several, together. */
function joinColumns(parts) {
    const lists = parts.filter((part) => part !== 'all');
    return lists.length < parts.length ? 'all' : [...new Set(lists.flat())].toSorted();
}

;// CONCATENATED MODULE: ./build/migrations/data/row-source.js
/** Where the rows come from: a table as it is, or as the statement itself will have made it. */



/** Every column that can be read from the source. */
function columnsOf({ columns, computed }) {
    return [...columns, ...[...computed.keys()].filter((name) => !columns.includes(name))];
}
/** `ONLY "s"."t"`, without an alias, so that expressions can name columns with table and schema. */
function row_source_relationOf({ table, inherits, hasChildren, }) {
    return `${hasChildren && !inherits ? 'ONLY ' : ''}${(0,object_name/* qualifiedName */.OL)(table)}`;
}
/** An item of FROM that can be named by the table's name. */
function fromItem(source) {
    const { table, computed } = source;
    if (computed.size === 0)
        return row_source_relationOf(source);
    const columns = columnsOf(source).map((name) => {
        const expression = computed.get(name);
        return expression === undefined
            ? (0,identifier/* quoteIdentifier */.C)(name)
            : `${inBrackets(expression.text)} AS ${(0,identifier/* quoteIdentifier */.C)(name)}`;
    });
    return `(SELECT ${['ctid', 'tableoid', ...columns].join(', ')} FROM ${row_source_relationOf(source)}) AS ${(0,identifier/* quoteIdentifier */.C)(table.name)}`;
}
/** A key that the statement changes is of no use; a place is one's own only within one table. */
function keyParts({ key, computed, inherits, hasChildren }) {
    if (key.length > 0 && !key.some((name) => computed.has(name)))
        return key.map((name) => ({ name, expression: (0,identifier/* quoteIdentifier */.C)(name) }));
    const place = { name: 'ctid', expression: 'ctid' };
    const isSpread = inherits && hasChildren;
    return isSpread ? [{ name: 'table', expression: 'tableoid::pg_catalog.regclass' }, place] : [place];
}
/** Columns that the table has now and on which those of the source rest. */
function readColumns({ computed }, columns) {
    if (columns === 'all')
        return 'all';
    return joinColumns(columns.map((name) => computed.get(name)?.columns ?? [name]));
}

;// CONCATENATED MODULE: ./build/migrations/data/row-by-row.js
/** Tries an expression on one row after the other, so that one that raises an error does not end the query. */




/** So many rows are told by their keys. */
const sampleSize = 5;
/** The setting that holds the answer: DO gives no rows. */
const answerSetting = 'database_actions.answer';
/**
 * A DO block. It is exact on every version, where `pg_input_is_valid` is not: that came with PostgreSQL 16, knows input
 * of text only, and takes `varchar(3)` otherwise than a cast does. PL/pgSQL assigns to a variable by the rules by which
 * ALTER TYPE assigns to a column: what is too long for `varchar(3)` is an error there, while `::varchar(3)` cuts it. A
 * block with an EXCEPTION clause costs a subtransaction, so one goes on from row to row until a row raises an error; the
 * cursor, opened outside, stays where it was.
 *
 * The columns are variables of a block that is labelled with the table's name, so `email` and `users.email` both resolve.
 * In the cursor's own query a column goes before a variable of PL/pgSQL, such as FOUND.
 */
function rowByRow(row, limitMs) {
    const { source } = row;
    const own = ownPrefix([...columnsOf(source), source.table.name]);
    const columns = row.columns.map((name) => (0,identifier/* quoteIdentifier */.C)(name));
    const keys = keyParts(source).map(({ expression }) => `${expression}::pg_catalog.text`);
    const body = `
#variable_conflict use_column
DECLARE
  ${own}rows NO SCROLL CURSOR FOR SELECT ${[`ARRAY[${keys.join(', ')}] AS ${own}key`, ...columns].join(', ')} FROM ${fromItem(source)};
  ${own}row record;
  ${own}refused bigint := 0;
  ${own}keys jsonb := '[]';
  ${own}states jsonb := '{}';
  ${own}end text;
  ${own}limit timestamptz := pg_catalog.clock_timestamp() + interval '${Math.round(limitMs)} milliseconds';
BEGIN
  ${castGuard(row, own)}
  OPEN ${own}rows;
  WHILE ${own}end IS NULL LOOP
    BEGIN
      LOOP
        FETCH ${own}rows INTO ${own}row;
        IF NOT FOUND THEN ${own}end := 'last row'; EXIT; END IF;
        IF pg_catalog.clock_timestamp() > ${own}limit THEN ${own}end := 'late'; EXIT; END IF;
${trial(row, own)}
      END LOOP;
    EXCEPTION WHEN OTHERS THEN
      -- Not about the row: what is missing or forbidden, too little memory, a write in a read-only transaction.
      IF pg_catalog.left(SQLSTATE, 2) IN ('0A', '25', '40', '42', '53', '54', '55', '57', '58', 'F0', 'XX') THEN RAISE; END IF;
      ${own}refused := ${own}refused + 1;
      ${own}states := ${own}states || pg_catalog.jsonb_build_object(SQLSTATE, coalesce((${own}states ->> SQLSTATE)::bigint, 0) + 1);
      IF ${own}refused <= ${sampleSize} THEN ${own}keys := ${own}keys || pg_catalog.jsonb_build_array(pg_catalog.to_jsonb(${own}row.${own}key)); END IF;
    END;
  END LOOP;
  PERFORM pg_catalog.set_config('${answerSetting}', pg_catalog.jsonb_build_object(
    'rows', ${own}refused, 'end', ${own}end, 'keys', ${own}keys, 'states', ${own}states)::text, true);
END`;
    const tag = dollarTag(body);
    return `DO ${tag}${body} ${tag}`;
}
/** A block of its own for each row; the columns' variables hide ours of the same name. */
function trial({ source, columns, expression, test }, own) {
    const value = inBrackets(expression);
    const variables = columns.map((name) => `          ${(0,identifier/* quoteIdentifier */.C)(name)} ${typeOf(source, name)} := ${own}row.${(0,identifier/* quoteIdentifier */.C)(name)};\n`);
    const declared = test.kind === 'assigned' ? test.type : 'boolean';
    const tried = test.kind === 'evaluated' ? `(${value} IS DISTINCT FROM NULL)` : value;
    const judged = test.kind === 'true' ? `IF ${own}value IS FALSE THEN RAISE SQLSTATE '23514'; END IF;` : 'NULL;';
    return `        <<${(0,identifier/* quoteIdentifier */.C)(source.table.name)}>>
        DECLARE
${variables.join('')}          ${own}value ${declared} := ${tried};
        BEGIN
          ${judged}
        END;`;
}
function typeOf({ table }, column) {
    return `${(0,object_name/* qualifiedName */.OL)(table)}.${(0,identifier/* quoteIdentifier */.C)(column)}%TYPE`;
}
/**
 * Types that Postgres would not convert by itself in an assignment are an error of the statement, not of the data:
 * PL/pgSQL would go through text. The rules are those of `find_coercion_pathway` in parse_coerce.c.
 */
function castGuard({ source, expression, test }, own) {
    if (test.kind !== 'assigned' || test.isLiteral)
        return '';
    return `SELECT ${inBrackets(expression)} AS value INTO ${own}row FROM ${relationWithoutRows(source)};
  IF NOT (WITH RECURSIVE types(side, oid) AS (
      VALUES ('from', pg_catalog.pg_typeof(${own}row.value)::oid), ('to', ${(0,identifier/* quoteLiteral */.c)(test.type)}::pg_catalog.regtype::oid)
      UNION ALL SELECT types.side, t.typbasetype FROM types JOIN pg_catalog.pg_type t ON t.oid = types.oid AND t.typtype = 'd'
    ), base AS (
      SELECT types.side, CASE WHEN t.typcategory = 'A' AND t.typelem <> 0 THEN e.oid ELSE t.oid END AS oid,
             t.typcategory, coalesce(e.typtype, t.typtype) AS typtype
        FROM types JOIN pg_catalog.pg_type t ON t.oid = types.oid AND t.typtype <> 'd'
        LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
    ) SELECT (f.oid = t.oid AND (f.typcategory = 'A') = (t.typcategory = 'A')) OR t.typcategory IN ('S', 'C') OR f.typcategory IN ('X', 'C')
          OR EXISTS (SELECT FROM pg_catalog.pg_cast c WHERE c.castsource = f.oid AND c.casttarget = t.oid AND c.castcontext IN ('a', 'i'))
        FROM base f JOIN base t ON f.side = 'from' AND t.side = 'to')
  THEN
    PERFORM pg_catalog.set_config('${answerSetting}', '{"rows": 0, "end": "no cast", "keys": [], "states": {}}', true);
    RETURN;
  END IF;`;
}
function relationWithoutRows(source) {
    return `${fromItem(source)} LIMIT 0`;
}
/** Names of ours must not hide a column or the table. */
function ownPrefix(names) {
    let prefix = 'our_';
    while (names.some((name) => name.startsWith(prefix)))
        prefix = `o${prefix}`;
    return prefix;
}
function dollarTag(body) {
    let tag = '$our$';
    while (body.includes(tag))
        tag = tag.replace('$our', '$ourr');
    return tag;
}

;// CONCATENATED MODULE: ./build/migrations/data/question.js
/** What is asked of the data, in SQL. */


/** Counting a part stops here. */
const countLimit = 1000;
/** How many rows fulfil a condition. */
function countedRows(source, { refused, byRow }) {
    const from = `FROM ${fromItem(source)} WHERE ${refused}`;
    return {
        kind: 'counted',
        count: `SELECT pg_catalog.count(*) AS rows ${from}`,
        countSome: `SELECT pg_catalog.count(*) AS rows FROM (SELECT ${from} LIMIT ${countLimit}) AS refused`,
        ...sampleOf(keyParts(source), (keys) => `SELECT ${keys} ${from}`),
        byRow,
    };
}
/**
 * The keys of some rows, in order of the keys. OFFSET 0 keeps the planner from walking through the key's index in the
 * hope of finding five refused rows soon.
 * @param rows writes the SELECT that gives the refused rows' keys (its argument), and what `order` names
 */
function sampleOf(parts, rows, order = []) {
    const keys = parts.map(({ expression }, index) => `${expression} AS k${index + 1}`).join(', ');
    const shown = parts.map((_, index) => `pg_catalog.left(found.k${index + 1}::pg_catalog.text, 1000) AS key_${index + 1}`);
    const sorted = [...order.map((name) => `found.${name}`), ...parts.map((_, index) => `found.k${index + 1}`)];
    return {
        sample: `SELECT ${shown.join(', ')} FROM (${rows(keys)} OFFSET 0) AS found ORDER BY ${sorted.join(', ')} LIMIT ${sampleSize}`,
        key: parts,
    };
}

;// CONCATENATED MODULE: ./build/migrations/data/ask.js







/** Of the time that is left: an exact count leaves some for a part of it, and for the keys. */
const countShare = 0.6;
/** @throws when the connection is lost or the run is cancelled; what the server refuses is an answer */
async function ask_ask(check, asking) {
    const { question } = check;
    const asked = typeof question === 'function' ? await resolved(question, check, asking) : question;
    if (asked.kind === 'skipped')
        return asked;
    switch (asked.kind) {
        case 'unaskable':
            return { kind: 'skipped', reason: asked.reason };
        case 'counted':
            return askCount(asked, check, asking);
        case 'by row':
            return askRows(asked, check, asking);
    }
}
async function resolved(question, check, asking) {
    const attempt = await attempted(check, asking, async (enter) => {
        await asking.session.query(enter);
        return question(asking.session);
    });
    return attempt.kind === 'done' ? attempt.value : skipped(attempt.state);
}
async function askCount(question, check, asking) {
    const { session } = asking;
    const { count, countSome, byRow } = question;
    const inTime = { ...asking, left: () => asking.left() * countShare };
    const counted = await attempted(check, inTime, (enter) => session.query(enter + count));
    if (counted.kind === 'done')
        return foundRows({ question, check, asking }, counted.value[0], false);
    if (byRow !== undefined && isAboutRow(counted.state))
        return askEachRow(byRow, check, asking);
    if (counted.state !== sqlstate/* sqlState */.cn.queryCanceled || countSome === undefined)
        return skipped(counted.state);
    const some = await attempted(check, inTime, (enter) => session.query(enter + countSome));
    if (some.kind === 'refused')
        return skipped(some.state);
    return foundRows({ question, check, asking }, some.value[0], true);
}
async function foundRows({ question, check, asking }, row, isPart) {
    const rows = row === undefined ? 0 : (0,postgres_row/* numeric */.sH)(row, 'rows');
    if (rows === 0)
        return { kind: 'none' };
    const groups = row?.groups === undefined ? undefined : (0,postgres_row/* numeric */.sH)(row, 'groups');
    const sampled = await attempted(check, asking, (enter) => asking.session.query(enter + question.sample));
    const keys = (sampled.kind === 'done' ? sampled.value : []).map((sample) => question.key.map((_, index) => (0,postgres_row/* optionalText */.mR)(sample, `key_${index + 1}`) ?? ''));
    const isAtLeast = isPart && rows >= countLimit;
    return { kind: 'found', found: { rows, isAtLeast, groups, key: question.key, keys, states: {} } };
}
async function askRows({ probe, byRow }, check, asking) {
    if (probe === undefined)
        return byRow === undefined ? { kind: 'none' } : askEachRow(byRow, check, asking);
    const probed = await attempted(check, asking, (enter) => asking.session.query(enter + probe));
    if (probed.kind === 'done')
        return { kind: 'none' };
    if (byRow === undefined || !isAboutRow(probed.state))
        return skipped(probed.state);
    return askEachRow(byRow, check, asking);
}
/** The block ends by itself before its time is over, with what it has seen by then. */
const ownEnd = 0.8;
async function askEachRow(test, check, asking) {
    const attempt = await attempted(check, asking, async (enter) => {
        await asking.session.query(enter + rowByRow(test, asking.left() * ownEnd));
        return asking.session.query(`SELECT pg_catalog.current_setting('${answerSetting}') AS answer`);
    });
    if (attempt.kind === 'refused')
        return skipped(attempt.state);
    const answer = JSON.parse((0,postgres_row/* optionalText */.mR)(attempt.value[0] ?? {}, 'answer') ?? 'null');
    if (!(0,guard/* isRecord */.u4)(answer))
        throw new Error('The row by row test gave another answer than it was written for.');
    if (answer.end === 'no cast')
        return {
            kind: 'skipped',
            reason: 'Postgres knows no automatic cast between the types, whatever the rows hold',
        };
    const rows = Number(answer.rows);
    const isAtLeast = answer.end === 'late';
    if (rows === 0)
        return isAtLeast ? skipped(sqlstate/* sqlState */.cn.queryCanceled) : { kind: 'none' };
    const states = (0,guard/* isRecord */.u4)(answer.states) ? answer.states : {};
    return {
        kind: 'found',
        found: {
            rows,
            isAtLeast,
            groups: undefined,
            key: keyParts(test.source),
            keys: keysOf(answer.keys),
            states: Object.fromEntries(Object.entries(states).map(([state, count]) => [state, Number(count)])),
        },
    };
}
function keysOf(keys) {
    return (Array.isArray(keys) ? keys : []).map((key) => (Array.isArray(key) ? key : []).map((value) => (typeof value === 'string' ? value : '')));
}
/**
 * Settings end with the savepoint, whether the work was done or refused.
 * @param work begins its first query with the statements that it is given, which saves a round trip
 */
async function attempted(check, asking, work) {
    const { session } = asking;
    const left = Math.floor(asking.left());
    if (left <= 0)
        return { kind: 'refused', state: sqlstate/* sqlState */.cn.queryCanceled };
    const path = check.searchPath.map(identifier/* quoteIdentifier */.C).join(', ');
    try {
        const value = await work(`SAVEPOINT data_check; SET LOCAL search_path = ${path === '' ? "''" : path}; SET LOCAL statement_timeout = ${left};\n`);
        return { kind: 'done', value };
    }
    catch (thrown) {
        const state = (0,sqlstate/* sqlStateOf */.v9)(thrown);
        // 57P: the server is going away, and the connection with it.
        if (state === undefined || state.startsWith('57P'))
            throw thrown;
        return { kind: 'refused', state };
    }
    finally {
        // On a lost connection this fails too, and the first error is the one to tell.
        await session.query('ROLLBACK TO SAVEPOINT data_check; RELEASE SAVEPOINT data_check').catch(() => { });
    }
}
/** An error that a value of a row can cause: data (22), a constraint (23), a function's own RAISE. */
function isAboutRow(state) {
    return !/^(0A|25|40|42|53|54|55|57|58|F0|XX)/.test(state);
}
/** Never the server's own words: they quote values. */
function skipped(state) {
    const otherwise = isAboutRow(state) ? 'an expression raises an error' : 'Postgres refused the question';
    return { kind: 'skipped', reason: `${reasons[state] ?? otherwise} (SQLSTATE ${state})` };
}
const reasons = {
    '25006': 'its expression writes to the database, and nothing is written here',
    '42501': 'the role may not read all of its rows',
    '42703': 'a column that it names is not there',
    '42704': 'a type that it names is not there',
    '42883': 'a function or operator that it names is not there',
    '42P01': 'a table that it names is not there',
    '55P03': 'another session has the table locked',
    '57014': 'it takes longer than the time that is given to it',
};

// EXTERNAL MODULE: ./build/migrations/data/rules.js
var data_rules = __webpack_require__(6978);
;// CONCATENATED MODULE: ./build/migrations/data/refusal.js
/** Rows that were found, told as a finding. */




/** @param when a migration that failed has failed; one that is yet to come will */
function refusalOf(check, found, when) {
    const { statement, kind, table, columns, file, line } = check;
    const subject = [(0,object_name/* displayName */.QC)(table), columnsText(columns)].filter((part) => part !== '').join('.');
    return {
        statement,
        kind,
        table: { oid: table.oid, schema: table.schema, name: table.name, kind: table.kind },
        columns,
        rows: found.rows,
        isAtLeast: found.isAtLeast,
        sampleKeys: found.keys.map((key) => keyText(key, found)),
        finding: (0,rule/* findingOf */.h)(data_rules/* dataRules */.i[kind], {
            subject,
            message: messageOf(check, found, when),
            evidence: evidenceOf(found),
            fix: fixOf(check, found),
            ...(file === undefined ? {} : { location: { file, line } }),
        }),
    };
}
function columnsText(columns) {
    const names = columns.map(object_name/* displayIdentifier */.UY);
    return names.length > 1 ? `(${names.join(', ')})` : names.join('');
}
function messageOf({ table, complaint, operation }, { rows, isAtLeast, groups }, when) {
    const counted = `${isAtLeast ? 'At least ' : ''}${countText(rows, 'row')}`;
    const grouped = groups === undefined ? '' : ` (${countText(groups, 'group')})`;
    const fails = when === 'before' ? 'will fail' : 'failed';
    const what = rows === 1 ? complaint.one : complaint.many;
    return `${counted} of ${(0,object_name/* displayName */.QC)(table)} ${what}${grouped}, so ${operation} ${fails}.`;
}
function countText(count, noun) {
    return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
/** A key can be as long as a text can. */
const longestKey = 80;
function keyText(values, { key }) {
    const text = key.map(({ name }, index) => `${(0,object_name/* displayIdentifier */.UY)(name)}=${values[index] ?? ''}`).join(', ');
    const characters = [...text];
    return characters.length > longestKey ? `${characters.slice(0, longestKey).join('')}…` : text;
}
/** What the commonest states say of a value. */
const stateWords = {
    '22001': 'too long',
    '22003': 'out of range',
    '22007': 'not written as a date or time is',
    '22008': 'no possible date or time',
    '22012': 'division by zero',
    '22023': 'not allowed there',
    '22P02': 'not written as the type is',
    '23502': 'null',
    '23514': 'refused by a check',
};
function evidenceOf(found) {
    const { keys, rows, states } = found;
    const left = rows - keys.length;
    const sample = keys.map((key) => keyText(key, found)).join('; ');
    const shown = keys.length === 0 ? 'No key could be read.' : `Rows: ${sample}${left > 0 ? '; …' : ''}`;
    const why = Object.entries(states)
        .toSorted(([left_, leftCount], [right, rightCount]) => rightCount - leftCount || (left_ < right ? -1 : 1))
        .map(([state, count]) => `${countText(count, 'row')}: SQLSTATE ${state}${stateWords[state] ? ` (${stateWords[state]})` : ''}`);
    return [shown, ...why].join('\n');
}
/** SQL that can be pasted: a SELECT that changes nothing, and the rest as comments. */
function fixOf({ look, mend, table }, found) {
    // Where rows were tried one by one, a SELECT with their expression would raise the error too.
    const isByRow = Object.keys(found.states).length > 0;
    const select = (isByRow ? undefined : look) ?? lookByKey((0,object_name/* qualifiedName */.OL)(table), found);
    return [
        ...(select === undefined ? [] : ['-- The rows:', select]),
        ...mend.map((line) => `-- ${line.replaceAll(/\s+/g, ' ')}`),
    ].join('\n');
}
function lookByKey(table, { key, keys }) {
    if (keys.length === 0)
        return undefined;
    const columns = key.map(({ expression }) => `${expression}::text`).join(', ');
    const values = keys.map((row) => row.map((value) => (0,identifier/* quoteLiteral */.c)(value).trim()).join(', '));
    if (key.length === 1)
        return `SELECT * FROM ${table} WHERE ${columns} IN (${values.join(', ')});`;
    return `SELECT * FROM ${table} WHERE (${columns}) IN (${values.map((row) => `(${row})`).join(', ')});`;
}

;// CONCATENATED MODULE: ./build/migrations/data/run-checks.js



const defaults = { checkTimeoutMs: 30_000, totalTimeoutMs: 120_000, lockTimeoutMs: 2000 };
/**
 * Counts the rows that each check's statement would refuse. What cannot be asked is a note, never a count of 0.
 * @throws when the connection is lost or the run is cancelled
 */
async function runDataChecks(session, checks, options) {
    const limits = { ...defaults, ...options };
    const end = performance.now() + limits.totalTimeoutMs;
    const refusals = [];
    const notes = [];
    const asked = checks.filter((check) => {
        const isEarly = limits.when === 'before' && check.dependsOn !== undefined;
        if (isEarly)
            notes.push(noteOf(check, dependencyText(check)));
        return !isEarly;
    });
    if (asked.length === 0)
        return { refusals, notes };
    await inReadOnlyTransaction(session, limits, async () => {
        for (const check of asked) {
            const checkEnd = Math.min(end, performance.now() + limits.checkTimeoutMs);
            const answer = await ask_ask(check, { session, left: () => checkEnd - performance.now() });
            if (answer.kind === 'found')
                refusals.push(refusalOf(check, answer.found, limits.when));
            if (answer.kind === 'skipped')
                notes.push(noteOf(check, answer.reason));
        }
    });
    return { refusals, notes };
}
function dependencyText({ dependsOn, statement }) {
    if (dependsOn === undefined)
        return '';
    const where = dependsOn.migration === statement.migration ? '' : ` of ${dependsOn.migration}`;
    return `line ${dependsOn.line}${where} changes what it rests on`;
}
function noteOf({ statement, line, table, columns, operation }, reason) {
    const names = columns.length === 0 ? '' : ` (${columns.map(object_name/* displayIdentifier */.UY).join(', ')})`;
    return `${statement.migration}, line ${line}: not asked whether the rows of ${(0,object_name/* displayName */.QC)(table)}${names} allow ${operation}: ${reason}.`;
}
/**
 * With row_security off a policy is an error in place of fewer rows. Scans that join one another start in the middle,
 * and a sample would be another one every time. Compiling (JIT) is not worth it for one query.
 */
const run_checks_settings = `SET LOCAL row_security = off;
SET LOCAL synchronize_seqscans = off;
SET LOCAL jit = off`;
async function inReadOnlyTransaction(session, limits, work) {
    const { replay = [], lockTimeoutMs, totalTimeoutMs } = limits;
    try {
        await session.query(replay.length > 0 ? 'BEGIN' : 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        await session.query(`SELECT pg_catalog.set_config('lock_timeout', $1, true), pg_catalog.set_config('statement_timeout', $2, true)`, [String(lockTimeoutMs), String(totalTimeoutMs)]);
        for (const sql of replay)
            await session.query(sql);
        await session.query(`${run_checks_settings}; SET LOCAL transaction_read_only = on`);
        await work();
    }
    finally {
        // On a lost connection this fails too, and the first error is the one to tell.
        await session.query('ROLLBACK').catch(() => { });
    }
}

;// CONCATENATED MODULE: ./build/migrations/data/failed-checks.js


/** Kinds that a state is about, asked first. */
const kindsOf = {
    '23502': ['not null'],
    '23503': ['foreign key'],
    '23505': ['unique'],
    '23514': ['check', 'partition', 'cast'],
    '23P01': ['exclusion'],
};
/** Data exceptions (22), integrity violations (23), and what functions raise by themselves. */
function isDataFailure(sqlState) {
    return /^(22|23|P0001)/.test(sqlState);
}
/**
 * The rows that the failing statement refused. Where its predecessors were rolled back with it, they are run again for
 * as long as the questions take, and rolled back again. Empty when the failure was not about data.
 * @throws when the connection is lost or the run is cancelled
 */
async function refusalsOfFailure(session, failed, options = {}) {
    const { statement, sqlState } = failed;
    const mine = failed.checks.filter((check) => check.statement.migration === statement.migration && check.statement.index === statement.index);
    if (!isDataFailure(sqlState) || mine.length === 0)
        return { refusals: [], notes: [] };
    const first = kindsOf[sqlState] ?? ['cast'];
    const ordered = mine.toSorted((left, right) => rank(first, left) - rank(first, right));
    const isChanged = ordered.some(({ dependsOn }) => dependsOn !== undefined);
    const { mayReplay = true, ...times } = options;
    const replay = isChanged && mayReplay ? rolledBack(failed) : [];
    const limits = { ...times, when: 'failed' };
    try {
        return await runDataChecks(session, ordered, { ...limits, replay });
    }
    catch (thrown) {
        if (replay.length === 0 || (0,sqlstate/* sqlStateOf */.v9)(thrown) === undefined)
            throw thrown;
        const result = await runDataChecks(session, ordered, limits);
        const note = `${statement.migration}: the statements before the failing one could not be repeated, so the rows were asked as they were before the migration.`;
        return { ...result, notes: [note, ...result.notes] };
    }
}
function rank(first, { kind }) {
    return first.includes(kind) ? 0 : 1;
}
/**
 * Statements before the failing one that its failure undid: those since the last COMMIT of a script that went as a whole,
 * those since a BEGIN that is still open where each statement goes by itself.
 */
function rolledBack({ statements, statement, transport }) {
    const before = statements.slice(0, statement.index);
    const kindOf = ({ kind, node }) => (kind === 'TransactionStmt' ? node.kind : undefined);
    const ends = ['TRANS_STMT_COMMIT', 'TRANS_STMT_ROLLBACK'];
    const begins = ['TRANS_STMT_BEGIN', 'TRANS_STMT_START'];
    const last = before.findLastIndex((one) => ends.includes(kindOf(one)));
    const open = before.slice(last + 1);
    const begin = open.findIndex((one) => begins.includes(kindOf(one)));
    const undone = transport === 'script' ? open : begin < 0 ? [] : open.slice(begin);
    return undone.filter((one) => one.kind !== 'TransactionStmt').map(({ text }) => text);
}

;// CONCATENATED MODULE: ./build/migrations/data/cast.js
/** Changes of type, and expressions that the statement evaluates for every row: rows whose value does not get through. */





/** Rows whose value cannot become one of the new type. */
function conversionCheck(source, conversion) {
    const { type, expression } = conversion;
    const { columns } = expression;
    if (columns === 'all')
        return { ...draft(source, conversion), question: wholeRow };
    const byRow = {
        source,
        columns,
        expression: expression.text,
        test: { kind: 'assigned', type, isLiteral: conversion.isLiteral },
    };
    const probe = `SELECT pg_catalog.count(CAST(${inBrackets(expression.text)} AS ${type}\n)) FROM ${fromItem(source)}`;
    return {
        ...draft(source, conversion),
        question: { kind: 'by row', probe: conversion.castIsAssignment ? probe : undefined, byRow },
        look: undefined,
    };
}
const wholeRow = { kind: 'unaskable', reason: 'its expression reads the row as a whole' };
function draft(source, { column, type, expression }) {
    const name = (0,object_name/* displayIdentifier */.UY)(column);
    const shown = type.replaceAll(/\s+/g, ' ');
    return {
        kind: 'cast',
        table: source.table,
        columns: [column],
        reads: [{ oid: source.table.oid, columns: readColumns(source, expression.columns) }],
        uses: expression.uses,
        complaint: {
            one: `has a \`${name}\` that cannot become ${shown}`,
            many: `have a \`${name}\` that cannot become ${shown}`,
        },
        operation: `the change of \`${name}\` to ${shown}`,
        question: wholeRow,
        look: undefined,
        mend: [
            'Correct them before, in this migration or an earlier one, or write a USING expression that takes them:',
            `UPDATE ${row_source_relationOf(source)} SET ${(0,identifier/* quoteIdentifier */.C)(column)} = … WHERE …;`,
        ],
    };
}
/**
 * To an enum that the same migration makes or changes, as Prisma does for every removed value: the type is not there
 * yet, but its labels are known.
 */
function enumCheck(source, conversion) {
    const labels = conversion.labels.map((label) => (0,identifier/* quoteLiteral */.c)(label).trim());
    // Without labels nothing but null gets through.
    const list = labels.length === 0 ? 'NULL::pg_catalog.text' : labels.join(', ');
    const unknown = (value) => labels.length === 0 ? `${value} IS NOT NULL` : `${value} NOT IN (${list})`;
    const value = `${inBrackets(conversion.value)}::pg_catalog.text`;
    const refused = conversion.isArray
        ? `EXISTS (SELECT FROM pg_catalog.unnest(${value}[]) AS label WHERE ${unknown('label')})`
        : unknown(value);
    return {
        ...draft(source, conversion),
        question: countedRows(source, { refused }),
        look: `SELECT * FROM ${row_source_relationOf(source)} WHERE ${refused};`,
    };
}
/** Rows for which an index's expression, or that of a generated column, raises an error. */
function evaluationCheck(source, evaluation) {
    const { what, predicate, operation } = evaluation;
    const expressions = evaluation.expressions.map(({ text }) => inBrackets(text));
    const parts = [...evaluation.expressions, ...(predicate === undefined ? [] : [predicate])];
    const lists = parts.map(({ columns }) => columns);
    const columns = lists.includes('all') ? undefined : [...new Set(lists.filter(isList).flat())].toSorted();
    const filter = predicate === undefined ? '' : ` WHERE ${inBrackets(predicate.text)}`;
    const probe = `SELECT ${expressions.map((text) => `pg_catalog.count(${text})`).join(', ')} FROM ${fromItem(source)}${filter}`;
    const evaluated = `pg_catalog.num_nulls(${expressions.join(', ')})`;
    const expression = predicate === undefined ? evaluated : `CASE WHEN ${inBrackets(predicate.text)} THEN ${evaluated} END`;
    const byRow = columns === undefined || source.computed.size > 0
        ? undefined
        : { source, columns, expression, test: { kind: 'evaluated' } };
    return {
        kind: 'cast',
        table: source.table,
        columns: columns ?? [],
        reads: [{ oid: source.table.oid, columns: columns === undefined ? 'all' : readColumns(source, columns) }],
        uses: parts.flatMap(({ uses }) => uses),
        complaint: { one: `makes ${what} raise an error`, many: `make ${what} raise an error` },
        operation,
        question: { kind: 'by row', probe, byRow },
        look: undefined,
        mend: [
            'Correct them before, in this migration or an earlier one, or write an expression that takes them.',
        ],
    };
}
function isList(columns) {
    return columns !== 'all';
}

;// CONCATENATED MODULE: ./build/migrations/data/not-null.js
/** SET NOT NULL, primary keys, and columns that are NOT NULL from the beginning: rows without a value. */




/** IS NULL is true for a composite value whose fields are all null, which NOT NULL accepts. */
function isMissing(column) {
    return `${(0,identifier/* quoteIdentifier */.C)(column)} IS NOT DISTINCT FROM NULL`;
}
/** Rows in which the column is null, or will be after the statement's own change of it. */
function nullCheck(source, column, operation) {
    const name = (0,object_name/* displayIdentifier */.UY)(column);
    const isNow = !source.computed.has(column);
    const relation = row_source_relationOf(source);
    const where = `WHERE ${(0,identifier/* quoteIdentifier */.C)(column)} IS NULL`;
    return {
        kind: 'not null',
        table: source.table,
        columns: [column],
        reads: [{ oid: source.table.oid, columns: readColumns(source, [column]) }],
        uses: source.computed.get(column)?.uses ?? [],
        complaint: isNow
            ? { one: `has \`${name}\` null`, many: `have \`${name}\` null` }
            : { one: `gets a null \`${name}\``, many: `get a null \`${name}\`` },
        operation,
        question: countedRows(source, { refused: isMissing(column) }),
        look: isNow ? `SELECT * FROM ${relation} ${where};` : undefined,
        mend: isNow
            ? [
                'Give them a value before, in this migration or an earlier one:',
                `UPDATE ${relation} SET ${(0,identifier/* quoteIdentifier */.C)(column)} = … ${where};`,
            ]
            : [`Give ${name} a value for these rows in the expression of the change, or mend the rows before.`],
    };
}
/** Every row, when a column comes in without a value that it must have. */
function missingValueCheck(source, column, operation) {
    const table = (0,object_name/* qualifiedName */.OL)(source.table);
    const quoted = (0,identifier/* quoteIdentifier */.C)(column.name);
    const name = (0,object_name/* displayIdentifier */.UY)(column.name);
    return {
        ...nullCheck(source, column.name, operation),
        complaint: { one: `would have no \`${name}\``, many: `would have no \`${name}\`` },
        mend: [
            'Add it without NOT NULL, fill it, then forbid null; or give it a DEFAULT:',
            `ALTER TABLE ${table} ADD COLUMN ${quoted} ${column.type.replaceAll(/\s+/g, ' ')};`,
            `UPDATE ${table} SET ${quoted} = …;`,
            `ALTER TABLE ${table} ALTER COLUMN ${quoted} SET NOT NULL;`,
        ],
    };
}

;// CONCATENATED MODULE: ./build/migrations/data/statement-text.js
/** @param script the whole script: the parser counts locations from its beginning, in UTF-8 bytes */
function statementText(parser, script, statement) {
    const { text } = statement;
    // Most statements are not cut into pieces.
    let scanned;
    const tokens = () => {
        scanned ??= parser.tokens(text);
        return scanned;
    };
    return {
        text,
        get tokens() {
            return tokens();
        },
        at(location) {
            const begin = Buffer.byteLength(script.slice(0, statement.start));
            const offset = Buffer.from(text)
                .subarray(0, Math.max(0, location - begin))
                .toString('utf8').length;
            const found = tokens().findIndex(({ start }) => start >= offset);
            return found < 0 ? tokens().length : found;
        },
    };
}
/** Text of tokens `from` to before `to`; undefined when there are none. */
function slice({ text, tokens }, from, to) {
    const [first, last] = [tokens[from], tokens[to - 1]];
    return first === undefined || last === undefined || to <= from
        ? undefined
        : text.slice(first.start, last.end);
}
const closers = { '(': ')', '[': ']' };
/** Index of the bracket that closes the one at `open`; the end when nothing does. */
function closing({ tokens }, open) {
    const waiting = [];
    for (let at = open; at < tokens.length; at += 1) {
        const token = tokens[at]?.text ?? '';
        const closer = closers[token];
        if (closer !== undefined)
            waiting.push(closer);
        else if (token === waiting.at(-1))
            waiting.pop();
        if (waiting.length === 0)
            return at;
    }
    return tokens.length;
}
/** Index of the first token from `from` on that is outside brackets and is one of the words, or closes a bracket; the end when none is. */
function next(source, from, words) {
    const { tokens } = source;
    for (let at = from; at < tokens.length; at += 1) {
        const token = tokens[at]?.text.toUpperCase() ?? '';
        if (words.has(token) || token === ')' || token === ']')
            return at;
        if (closers[token] !== undefined)
            at = closing(source, at);
    }
    return tokens.length;
}
/** Indices of a word outside brackets. */
function outside(source, word) {
    const words = new Set([word]);
    const found = [];
    for (let at = next(source, 0, words); at < source.tokens.length; at = next(source, at + 1, words))
        found.push(at);
    return found;
}
/** What stands in the first round brackets from `from` on, as a range of tokens. */
function bracketed(source, from) {
    const open = source.tokens.findIndex(({ text }, index) => index >= from && text === '(');
    if (open < 0)
        return undefined;
    const close = closing(source, open);
    return close >= source.tokens.length ? undefined : [open + 1, close];
}
/** The text in those brackets. */
function bracketedText(source, from) {
    const range = bracketed(source, from);
    return range === undefined ? undefined : slice(source, ...range);
}
const comma = new Set([',']);
/** The parts of a range that are separated by commas. */
function statement_text_listed(source, [from, to]) {
    const parts = [];
    for (let start = from; start < to;) {
        const end = Math.min(next(source, start, comma), to);
        parts.push([start, end]);
        start = end + 1;
    }
    return parts;
}
/**
 * An element of an index's list without its collation, operator class and order: a column, or an expression, which the
 * grammar wants in brackets unless it is a single function call.
 */
function elementText(source, [from, to]) {
    const open = next(source, from, new Set(['(']));
    return slice(source, from, open < to ? closing(source, open) + 1 : from + 1);
}

;// CONCATENATED MODULE: ./build/migrations/data/check-constraint.js
/** CHECK constraints: rows for which the condition is false, or raises an error. */




function constraintCheck(source, { condition, name, operation }) {
    const columns = condition.columns === 'all' ? [] : condition.columns;
    const isNow = !columns.some((column) => source.computed.has(column));
    const what = name === undefined ? 'the condition' : `the condition of \`${(0,object_name/* displayIdentifier */.UY)(name)}\``;
    const byRow = condition.columns === 'all' || source.computed.size > 0
        ? undefined
        : { source, columns: condition.columns, expression: condition.text, test: { kind: 'true' } };
    // What the condition says is null is let through.
    const refused = `${inBrackets(condition.text)} IS FALSE`;
    return {
        kind: 'check',
        table: source.table,
        columns,
        reads: [{ oid: source.table.oid, columns: readColumns(source, condition.columns) }],
        uses: condition.uses,
        complaint: { one: `does not fulfil ${what}`, many: `do not fulfil ${what}` },
        operation,
        question: countedRows(source, { refused, byRow }),
        look: isNow ? `SELECT * FROM ${row_source_relationOf(source)} WHERE ${refused};` : undefined,
        mend: [
            'Correct or delete them before, in this migration or an earlier one. Or add the constraint NOT VALID, which asks',
            'new rows only, mend the old ones, and VALIDATE it then.',
        ],
    };
}

;// CONCATENATED MODULE: ./build/migrations/data/exclusion.js
/** EXCLUDE constraints: rows that are in conflict with another one. */





/** Undefined where an operator's name is none: the statement fails for another reason. */
function exclusionCheck(source, exclusion) {
    const operators = exclusion.elements.map(({ operator }) => operatorSql(operator));
    if (operators.includes(undefined))
        return undefined;
    const { elements, predicate } = exclusion;
    const parts = [...elements.map(({ expression }) => expression), ...(predicate ? [predicate] : [])];
    const columns = elements.flatMap(({ column }) => column ?? []);
    const what = elements
        .map(({ column, expression }) => (column === undefined ? expression.text : (0,object_name/* displayIdentifier */.UY)(column)))
        .join(', ');
    return {
        kind: 'exclusion',
        table: source.table,
        columns,
        reads: [
            { oid: source.table.oid, columns: readColumns(source, joinColumns(parts.map((part) => part.columns))) },
        ],
        uses: parts.flatMap(({ uses }) => uses),
        complaint: {
            one: `is in conflict with another by \`${what}\``,
            many: `are in conflict with another by \`${what}\``,
        },
        operation: exclusion.operation,
        question: questionOf(source, exclusion, operators),
        look: undefined,
        mend: ['Change or delete one of each pair before, in this migration or an earlier one.'],
    };
}
/** A null is in conflict with nothing: the operator gives null. The access method makes no difference to the answer. */
function questionOf(source, exclusion, operators) {
    const values = exclusion.elements.map(({ column, expression, collation }, index) => {
        const value = column === undefined ? inBrackets(expression.text) : (0,identifier/* quoteIdentifier */.C)(column);
        return `${value}${collation === undefined ? '' : ` COLLATE ${collation}`} AS e${index + 1}`;
    });
    const place = 'tableoid AS t, ctid AS c';
    const predicate = exclusion.predicate === undefined ? '' : ` WHERE ${inBrackets(exclusion.predicate.text)}`;
    const from = `FROM ${fromItem(source)}${predicate}`;
    const conflict = operators.map((operator, index) => `mine.e${index + 1} ${operator} other.e${index + 1}`);
    const rows = (keys) => `SELECT * FROM (SELECT ${[...(keys === '' ? [] : [keys]), place, ...values].join(', ')} ${from}) AS mine WHERE EXISTS (SELECT FROM (SELECT ${[place, ...values].join(', ')} ${from}) AS other WHERE (other.c <> mine.c OR other.t <> mine.t) AND ${conflict.join(' AND ')})`;
    return {
        kind: 'counted',
        count: `SELECT pg_catalog.count(*) AS rows FROM (${rows('')}) AS refused`,
        countSome: `SELECT pg_catalog.count(*) AS rows FROM (${rows('')} LIMIT ${countLimit}) AS refused`,
        ...sampleOf(keyParts(source), rows),
        byRow: undefined,
    };
}
function operatorSql(name) {
    const symbol = name.at(-1) ?? '';
    if (!/^[+\-*/<>=~!@#%^&|`?]+$/.test(symbol) || /--|\/\*/.test(symbol))
        return undefined;
    const schemas = name.slice(0, -1).map((part) => `${(0,identifier/* quoteIdentifier */.C)(part)}.`);
    return `OPERATOR(${schemas.join('')}${symbol})`;
}

;// CONCATENATED MODULE: ./build/migrations/data/foreign-key.js





function referenceCheck(source, key) {
    const { columns, referenced, referencedColumns, operation } = key;
    const names = columns.map(object_name/* displayIdentifier */.UY).join(', ');
    const target = (0,object_name/* displayName */.QC)(referenced);
    const pairs = columns.map((column, index) => pairOf(column, referencedColumns?.[index] ?? '…'));
    const isNow = !columns.some((column) => source.computed.has(column));
    const condition = refusedBy(source, key, pairs);
    const relation = row_source_relationOf(source);
    return {
        kind: 'foreign key',
        table: source.table,
        columns,
        reads: [
            { oid: source.table.oid, columns: readColumns(source, columns) },
            { oid: referenced.oid, columns: referencedColumns ?? 'all' },
        ],
        uses: [],
        complaint: {
            one: `has a \`${names}\` that is not in ${target}`,
            many: `have a \`${names}\` that is not in ${target}`,
        },
        operation,
        question: (session) => resolve(session, source, key),
        look: isNow && referencedColumns !== undefined ? `SELECT * FROM ${relation} WHERE ${condition};` : undefined,
        mend: [
            'Add the missing rows, or take the references away before, in this migration or an earlier one:',
            `UPDATE ${relation} SET ${columns.map((column) => `${(0,identifier/* quoteIdentifier */.C)(column)} = NULL`).join(', ')} WHERE …;`,
            'Or add the constraint NOT VALID, which asks new rows only, mend the old ones, and VALIDATE it then.',
        ],
    };
}
function pairOf(column, referenced) {
    return { column, referenced, operator: '=', collation: undefined };
}
/** MATCH SIMPLE lets a row through when one of its columns is null, MATCH FULL when all are. */
function refusedBy({ table }, { referenced, isFull }, pairs) {
    const own = (column) => `${(0,identifier/* quoteIdentifier */.C)(table.name)}.${(0,identifier/* quoteIdentifier */.C)(column)}`;
    const alias = table.name === 'referenced' ? 'referenced_row' : 'referenced';
    const equal = pairs.map(({ column, referenced: target, operator, collation }) => {
        const collated = collation === undefined ? '' : ` COLLATE ${collation}`;
        return `${alias}.${(0,identifier/* quoteIdentifier */.C)(target)} ${operator} ${own(column)}${collated}`;
    });
    const isOnly = referenced.kind !== 'partitioned table' && referenced.oid > 0;
    const missing = `NOT EXISTS (SELECT FROM ${isOnly ? 'ONLY ' : ''}${(0,object_name/* qualifiedName */.OL)(referenced)} AS ${alias} WHERE ${equal.join(' AND ')})`;
    const present = pairs.map(({ column }) => `${own(column)} IS DISTINCT FROM NULL`).join(' AND ');
    const simple = `${present} AND ${missing}`;
    if (!isFull || pairs.length < 2)
        return simple;
    const columns = pairs.map(({ column }) => own(column)).join(', ');
    return `(pg_catalog.num_nulls(${columns}) BETWEEN 1 AND ${pairs.length - 1} OR (${simple}))`;
}
async function resolve(session, source, key) {
    const referencedColumns = key.referencedColumns ?? (await primaryKeyOf(session, key.referenced));
    if (referencedColumns.length !== key.columns.length)
        return {
            kind: 'unaskable',
            reason: `${(0,object_name/* displayName */.QC)(key.referenced)} has no key that fits the columns of the reference`,
        };
    const pairs = await pairsOf(session, source, { ...key, referencedColumns });
    return countedRows(source, { refused: refusedBy(source, key, pairs) });
}
async function primaryKeyOf(session, referenced) {
    const rows = await session.query(`SELECT a.attname AS name
       FROM pg_catalog.pg_index i
      CROSS JOIN LATERAL pg_catalog.unnest(i.indkey::smallint[]) WITH ORDINALITY AS key(number, place)
       JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = key.number
      WHERE i.indrelid = pg_catalog.to_regclass($1) AND i.indisprimary AND key.place <= i.indnkeyatts
      ORDER BY key.place`, [(0,object_name/* qualifiedName */.OL)(referenced)]);
    return rows.map((row) => (0,postgres_row/* text */.Qq)(row, 'name'));
}
/**
 * A foreign key compares by the equality of the referenced index's operator family and in the referenced column's
 * collation, wherever the operator lies: `=` would be looked up in the search path, and take citext for text where the
 * extension's schema is not in it.
 */
async function pairsOf(session, source, key) {
    const rows = await session.query(operatorsQuery, [
        (0,object_name/* qualifiedName */.OL)(source.table),
        (0,object_name/* qualifiedName */.OL)(key.referenced),
        key.columns,
        key.referencedColumns,
    ]);
    return key.columns.map((column, index) => {
        const row = rows.find(({ place }) => Number(place) === index + 1);
        const plain = pairOf(column, key.referencedColumns[index] ?? '');
        if (row === undefined)
            return plain;
        return {
            ...plain,
            operator: (0,postgres_row/* optionalText */.mR)(row, 'operator') ?? plain.operator,
            collation: (0,postgres_row/* optionalText */.mR)(row, 'collation'),
        };
    });
}
/** Strategy 3 of a btree is equality. The equality between the two columns' types is preferred to that of the key's own. */
const operatorsQuery = `
SELECT pair.place,
       (SELECT pg_catalog.format('OPERATOR(%I.%s)', n.nspname, o.oprname)
          FROM pg_catalog.pg_index i
         CROSS JOIN LATERAL ROWS FROM (pg_catalog.unnest(i.indkey::smallint[]), pg_catalog.unnest(i.indclass::oid[])) AS element(number, class)
          JOIN pg_catalog.pg_opclass c ON c.oid = element.class
          JOIN pg_catalog.pg_amop m ON m.amopfamily = c.opcfamily AND m.amoplefttype = c.opcintype AND m.amopstrategy = 3
          JOIN pg_catalog.pg_operator o ON o.oid = m.amopopr
          JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
         WHERE i.indrelid = p.attrelid AND i.indisunique AND element.number = p.attnum
           AND m.amoprighttype IN (c.opcintype, coalesce(nullif(t.typbasetype, 0), t.oid))
         ORDER BY m.amoprighttype = coalesce(nullif(t.typbasetype, 0), t.oid) DESC LIMIT 1) AS operator,
       CASE WHEN p.attcollation <> f.attcollation AND p.attcollation <> 0 AND f.attcollation <> 0
            THEN (SELECT pg_catalog.format('%I.%I', n.nspname, l.collname) FROM pg_catalog.pg_collation l
                    JOIN pg_catalog.pg_namespace n ON n.oid = l.collnamespace WHERE l.oid = p.attcollation) END AS collation
  FROM ROWS FROM (pg_catalog.unnest($3::text[]), pg_catalog.unnest($4::text[])) WITH ORDINALITY AS pair(column_name, referenced_name, place)
  JOIN pg_catalog.pg_attribute f ON f.attrelid = pg_catalog.to_regclass($1) AND f.attname = pair.column_name
  JOIN pg_catalog.pg_type t ON t.oid = f.atttypid
  JOIN pg_catalog.pg_attribute p ON p.attrelid = pg_catalog.to_regclass($2) AND p.attname = pair.referenced_name`;

;// CONCATENATED MODULE: ./build/migrations/data/unique.js
/** UNIQUE, PRIMARY KEY and unique indexes: rows that repeat another one's key. */





function columnElement(name) {
    return {
        column: name,
        expression: { text: (0,identifier/* quoteIdentifier */.C)(name), columns: [name], uses: [] },
        collation: undefined,
    };
}
/**
 * Rows that would have to go, and groups of rows with the same key. GROUP BY compares as a unique index does: by the
 * type's default equality, which the search path has no part in.
 */
function uniqueCheck(source, key) {
    const values = key.elements.map(sqlOf);
    const columns = key.elements.map(({ column }) => column);
    const named = columns.filter((column) => column !== undefined);
    const isNow = !named.some((name) => source.computed.has(name));
    const conditions = conditionsOf(key, values);
    const parts = [
        ...key.elements.map(({ expression }) => expression),
        ...(key.predicate ? [key.predicate] : []),
    ];
    const what = key.elements
        .map(({ column, expression }) => (column === undefined ? expression.text : (0,object_name/* displayIdentifier */.UY)(column)))
        .join(', ');
    return {
        kind: 'unique',
        table: source.table,
        columns: named,
        reads: [
            {
                oid: source.table.oid,
                columns: readColumns(source, joinColumns(parts.map((part) => part.columns))),
            },
        ],
        uses: parts.flatMap(({ uses }) => uses),
        complaint: {
            one: `repeats the \`${what}\` of another row`,
            many: `repeat the \`${what}\` of another row`,
        },
        operation: key.operation,
        question: unique_questionOf(source, values, conditions),
        look: isNow
            ? `SELECT ${values.join(', ')}, count(*) FROM ${row_source_relationOf(source)}${where(conditions)} GROUP BY ${values.map((_, index) => index + 1).join(', ')} HAVING count(*) > 1 ORDER BY count(*) DESC;`
            : undefined,
        mend: [
            'Keep one row of each group: change or delete the others before, in this migration or an earlier one.',
        ],
    };
}
function sqlOf({ expression, collation, column }) {
    const value = column === undefined ? inBrackets(expression.text) : expression.text;
    return collation === undefined ? value : `${value} COLLATE ${collation}`;
}
function conditionsOf({ predicate, nullsRepeat }, values) {
    return [
        ...(predicate === undefined ? [] : [inBrackets(predicate.text)]),
        ...(nullsRepeat ? [] : values.map((value) => `${value} IS DISTINCT FROM NULL`)),
    ];
}
function where(conditions) {
    return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}
/** In the sample, rows with the same key stand together. */
function unique_questionOf(source, values, conditions) {
    const from = `FROM ${fromItem(source)}${where(conditions)}`;
    const elements = values.map((value, index) => `${value} AS e${index + 1}`).join(', ');
    const names = values.map((_, index) => `e${index + 1}`);
    const rows = (keys) => `SELECT * FROM (SELECT *, pg_catalog.count(*) OVER (PARTITION BY ${names.join(', ')}) AS members FROM (SELECT ${keys}, ${elements} ${from} OFFSET 0) AS keyed) AS grouped WHERE members > 1`;
    return {
        kind: 'counted',
        count: `SELECT coalesce(pg_catalog.sum(members - 1), 0) AS rows, pg_catalog.count(*) AS groups FROM (SELECT ${elements}, pg_catalog.count(*) AS members ${from} GROUP BY ${values.map((_, index) => index + 1).join(', ')} HAVING pg_catalog.count(*) > 1) AS repeated`,
        countSome: undefined,
        ...sampleOf(keyParts(source), rows, names),
        byRow: undefined,
    };
}

;// CONCATENATED MODULE: ./build/migrations/data/plan/catalog-tables.js
function catalogTables(catalog) {
    const columns = grouped(catalog.columns, ({ tableOid }) => tableOid);
    const constraints = grouped(catalog.constraints, ({ tableOid }) => tableOid);
    const indexes = grouped(catalog.indexes, ({ tableOid }) => tableOid);
    const references = grouped(catalog.constraints, ({ referencedTableOid }) => referencedTableOid ?? 0);
    const children = grouped([...catalog.parents], ([, parent]) => parent);
    return (oid) => ({
        columns: columns.get(oid) ?? [],
        constraints: constraints.get(oid) ?? [],
        indexes: indexes.get(oid) ?? [],
        referencedBy: references.get(oid) ?? [],
        children: (children.get(oid) ?? []).map(([child]) => child),
    });
}
function grouped(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const group = groups.get(keyOf(item));
        if (group === undefined)
            groups.set(keyOf(item), [item]);
        else
            group.push(item);
    }
    return groups;
}
/** NOT NULL, and known to hold for every row: since PostgreSQL 18 it can be NOT VALID. */
function isSurelyNotNull({ columns, constraints }, column) {
    const isDoubtful = constraints.some((constraint) => constraint.kind === 'not null' && !constraint.isValidated && constraint.columns.includes(column));
    return !isDoubtful && columns.some(({ name, isNotNull }) => name === column && isNotNull);
}

;// CONCATENATED MODULE: ./build/migrations/data/plan/column-change.js
/** The columns that an ALTER TABLE adds or changes: their types, and their values over the rows as they are now. */





const afterType = new Set(['USING', 'COLLATE', ',']);
const column_change_comma = new Set([',']);
/** ALTER COLUMN … TYPE. */
function typeChange({ text }, command, columns) {
    const column = (0,record/* textOrUndefined */.T)(command.name);
    const definition = (0,parse_tree/* field */.ZZ)(command.def, 'ColumnDef');
    const typeNode = (0,parse_tree/* field */.ZZ)(definition, 'typeName');
    const from = text.at((0,parse_tree/* locationOf */.hD)(typeNode) ?? 0);
    const typeEnd = next(text, from, afterType);
    const type = slice(text, from, typeEnd);
    if (column === undefined || type === undefined)
        return undefined;
    const using = usingText(text, typeEnd, definition.raw_default !== undefined);
    return {
        column,
        type,
        typeName: (0,parse_tree/* listedName */.d1)(typeNode.names),
        typmods: (0,parse_tree/* items */.ld)(typeNode.typmods),
        isArray: (0,parse_tree/* items */.ld)(typeNode.arrayBounds).length > 0,
        using: using === undefined ? undefined : sqlExpression(using, definition.raw_default, columns),
        usingTree: definition.raw_default,
        collation: collationOf((0,parse_tree/* field */.ZZ)(definition, 'collClause').collname),
    };
}
function usingText(text, from, isUsed) {
    if (!isUsed)
        return undefined;
    const using = next(text, from, new Set(['USING']));
    return slice(text, using + 1, next(text, using + 1, column_change_comma));
}
function collationOf(names) {
    const parts = (0,parse_tree/* texts */.Te)(names).map(identifier/* quoteIdentifier */.C);
    return parts.length === 0 ? undefined : parts.join('.');
}
/** Words that can follow the type, or the default, of a column. */
const afterDefinition = new Set(', CONSTRAINT NOT NULL DEFAULT CHECK UNIQUE PRIMARY REFERENCES GENERATED COLLATE STORAGE COMPRESSION OPTIONS DEFERRABLE INITIALLY ENFORCED NO'.split(' '));
/** ADD COLUMN. */
function addedColumn({ text }, command, columns) {
    const definition = (0,parse_tree/* field */.ZZ)(command.def, 'ColumnDef');
    const name = (0,record/* textOrUndefined */.T)(definition.colname);
    const typeNode = (0,parse_tree/* field */.ZZ)(definition, 'typeName');
    const from = text.at((0,parse_tree/* locationOf */.hD)(typeNode) ?? 0);
    const type = slice(text, from, next(text, from, afterDefinition));
    if (name === undefined || type === undefined)
        return undefined;
    const constraints = (0,parse_tree/* items */.ld)(definition.constraints).map((item) => (0,parse_tree/* field */.ZZ)(item, 'Constraint'));
    const typeName = (0,parse_tree/* listedName */.d1)(typeNode.names);
    return { name, type, typeName, constraints, value: addedValue({ text, constraints, typeName, columns }) };
}
const serials = new Set('serial bigserial smallserial serial2 serial4 serial8'.split(' '));
function addedValue({ text, constraints, typeName, columns }) {
    const of = (contype) => constraints.find((constraint) => constraint.contype === contype);
    if (of('CONSTR_IDENTITY') !== undefined || serials.has(typeName?.name ?? ''))
        return { kind: 'unknown' };
    const generated = of('CONSTR_GENERATED');
    if (generated !== undefined) {
        const written = bracketedText(text, text.at((0,parse_tree/* locationOf */.hD)(generated) ?? 0));
        if (written === undefined)
            return { kind: 'unknown' };
        const isStored = generated.generated_kind === 's';
        return { kind: 'generated', isStored, expression: sqlExpression(written, generated.raw_expr, columns) };
    }
    const constant = of('CONSTR_DEFAULT');
    if (constant === undefined)
        return { kind: 'null' };
    const written = defaultText(text, text.at((0,parse_tree/* locationOf */.hD)(constant) ?? 0));
    if (written === undefined || !isConstant(constant.raw_expr))
        return { kind: 'unknown' };
    const [kind, node] = (0,parse_tree/* unwrap */.oA)(constant.raw_expr);
    if (kind === 'A_Const' && node.isnull === true)
        return { kind: 'null' };
    const expression = { text: written, columns: [], uses: [] };
    return { kind: 'constant', expression, isLiteral: isLiteral(constant.raw_expr) };
}
/** From after DEFAULT; its first word belongs to it, whatever it is: `DEFAULT NULL`. */
function defaultText(text, keyword) {
    const first = keyword + 1;
    const isBracket = /^[([]$/.test(text.tokens[first]?.text ?? '');
    return slice(text, first, next(text, isBracket ? first : first + 1, afterDefinition));
}
/** Postgres gives such a constant the type that is wanted of it. */
function isLiteral(tree) {
    const [kind, node] = (0,parse_tree/* unwrap */.oA)(tree);
    return kind === 'A_Const' && (node.isnull === true || node.sval !== undefined);
}
function isConstant(tree) {
    return ['FuncCall', 'SQLValueFunction', 'ColumnRef', 'SubLink'].every((kind) => (0,parse_tree/* nodesOf */.Nh)(tree, kind).length === 0);
}
/** What a later constraint of the same statement reads: the column's new value. */
function computedValue(type, expression, collation) {
    const collated = collation === undefined ? '' : ` COLLATE ${collation}`;
    return { ...expression, text: `CAST(${inBrackets(expression.text)} AS ${type}\n)${collated}` };
}
/**
 * What is cast by an expression whose outermost part is a cast: `"role"::text` of `("role"::text::"Role_new")`.
 * @param written an expression whose parse tree is a TypeCast
 */
function castValue({ parser }, written) {
    const text = { text: written, tokens: parser.tokens(written), at: () => 0 };
    const { tokens } = text;
    const first = tokens[0]?.text.toUpperCase();
    const isBracketed = first === '(' && closing(text, 0) === tokens.length - 1;
    if (isBracketed)
        return castValue({ parser }, slice(text, 1, tokens.length - 1) ?? '');
    if (first === 'CAST' && tokens[1]?.text === '(')
        return slice(text, 2, next(text, 2, new Set(['AS'])));
    const last = outside(text, '::').at(-1);
    return last === undefined ? undefined : slice(text, 0, last);
}

;// CONCATENATED MODULE: ./build/migrations/data/plan/planned-changes.js
function createPlannedChanges({ parents }, tables) {
    const changes = new Map();
    const used = new Map();
    let everything;
    const changesOf = (oid) => {
        const known = changes.get(oid) ?? { whole: undefined, columns: new Map() };
        changes.set(oid, known);
        return known;
    };
    return {
        change(table, columns, by) {
            for (const oid of familyOf(table.oid, parents, tables)) {
                const known = changesOf(oid);
                if (columns === undefined)
                    known.whole ??= by;
                else
                    for (const column of columns)
                        known.columns.set(column, known.columns.get(column) ?? by);
            }
        },
        changeEverything(by) {
            everything ??= by;
        },
        changeUsed: (name, by) => void used.set(name, used.get(name) ?? by),
        dependency(reads, uses) {
            const found = [
                everything,
                ...reads.map((read) => changedBy(changes.get(read.oid), read)),
                ...uses.map((name) => used.get(name)),
            ];
            return found.find((dependency) => dependency !== undefined);
        },
    };
}
function changedBy(changes, { columns }) {
    if (changes === undefined)
        return undefined;
    if (changes.whole !== undefined)
        return changes.whole;
    if (columns === 'all')
        return [...changes.columns.values()][0];
    return columns.map((column) => changes.columns.get(column)).find((by) => by !== undefined);
}
/** The table, its ancestors and its descendants. */
function familyOf(oid, parents, tables) {
    const family = new Set([oid]);
    const above = (child) => parents.get(child) ?? child;
    for (let parent = above(oid); !family.has(parent); parent = above(parent))
        family.add(parent);
    const waiting = [oid];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
        const below = tables(at).children.filter((child) => !family.has(child));
        for (const child of below)
            family.add(child);
        waiting.push(...below);
    }
    return family;
}

;// CONCATENATED MODULE: ./build/migrations/data/plan/table-shapes.js
/** The columns of tables as the statements before leave them. */
function createTableShapes(tables) {
    const shapes = new Map();
    const shape = (oid) => shapes.get(oid) ?? shapeBefore(tables(oid));
    return {
        shape,
        addColumn({ oid }, name) {
            const { columns, key } = shape(oid);
            if (!columns.includes(name))
                shapes.set(oid, { columns: [...columns, name], key });
        },
        dropColumn({ oid }, name) {
            const { columns, key } = shape(oid);
            const left = columns.filter((column) => column !== name);
            shapes.set(oid, { columns: left, key: key.includes(name) ? [] : key });
        },
        renameColumn({ oid }, from, to) {
            const { columns, key } = shape(oid);
            const renamed = (names) => names.map((name) => (name === from ? to : name));
            shapes.set(oid, { columns: renamed(columns), key: renamed(key) });
        },
    };
}
function shapeBefore({ columns, constraints }) {
    return {
        columns: columns.map(({ name }) => name),
        key: constraints.find(({ kind }) => kind === 'primary key')?.columns ?? [],
    };
}

;// CONCATENATED MODULE: ./build/migrations/data/plan/plan-state.js



function createPlanState(catalog, searchPath) {
    const names = new Map();
    for (const relation of catalog.relations)
        if (plan_state_tableKinds.includes(relation.kind))
            names.set(nameKey(relation), relation);
    const tables = catalogTables(catalog);
    let newest = 0;
    const state = {
        ...createPlannedChanges(catalog, tables),
        ...createTableShapes(tables),
        catalog,
        tables,
        searchPath,
        waiting: new Map(),
        indexes: new Map(),
        dropped: new Set(),
        table(name) {
            if (name === undefined)
                return undefined;
            const schemas = name.schema === undefined ? state.searchPath : [name.schema];
            return schemas.map((schema) => names.get(nameKey({ schema, name: name.name }))).find(Boolean);
        },
        isNew: ({ oid }) => oid < 0,
        create(name, kind, by) {
            newest -= 1;
            const schema = name.schema ?? state.searchPath[0] ?? 'public';
            const table = { oid: newest, schema, name: name.name, kind };
            names.set(nameKey(table), table);
            state.change(table, undefined, by);
        },
        drop(table, by) {
            names.delete(nameKey(table));
            state.change(table, undefined, by);
        },
        rename(table, to, by) {
            state.drop(table, by);
            const renamed = { ...table, schema: to.schema ?? table.schema, name: to.name };
            names.set(nameKey(renamed), renamed);
        },
    };
    return state;
}
const plan_state_tableKinds = [
    'table',
    'partitioned table',
    'view',
    'materialized view',
    'foreign table',
];
function nameKey({ schema, name }) {
    return JSON.stringify([schema, name]);
}
function constraintKey(table, constraint) {
    return JSON.stringify([table.oid, constraint]);
}

;// CONCATENATED MODULE: ./build/migrations/data/plan/statement-effects.js
/** What a statement changes for those that come after it. Where that cannot be known, everything counts as changed. */



function applyEffects({ kind, node }, effects) {
    if (mayWrite.has(kind))
        applyWrites({ [kind]: node }, effects);
    applyStatement[kind]?.(node, effects);
}
/** Statements that change rows, or that can hold one that does. */
const mayWrite = new Set('SelectStmt InsertStmt UpdateStmt DeleteStmt MergeStmt CopyStmt ExplainStmt CreateTableAsStmt DeclareCursorStmt'.split(' '));
const statement_effects_unknown = (_, { state, by }) => state.changeEverything(by);
const applyStatement = {
    DoStmt: statement_effects_unknown,
    CallStmt: statement_effects_unknown,
    ExecuteStmt: statement_effects_unknown,
    SelectStmt: afterSelect,
    TruncateStmt: afterTruncate,
    CopyStmt: (node, effects) => {
        if (node.is_from === true)
            changeTable(node.relation, undefined, effects);
    },
    RefreshMatViewStmt: (node, effects) => changeTable(node.relation, undefined, effects),
    CreateStmt: (node, effects) => afterCreate(node.relation, node, effects),
    CreateForeignTableStmt: ({ base }, effects) => {
        const node = (0,parse_tree/* field */.ZZ)({ base }, 'base');
        afterCreate(node.relation, node, effects);
    },
    CreateTableAsStmt: (node, effects) => afterCreate((0,parse_tree/* field */.ZZ)(node.into, 'rel'), node, effects),
    AlterTableStmt: afterAlterTable,
    RenameStmt: afterRename,
    AlterObjectSchemaStmt: afterMove,
    DropStmt: afterDrop,
    CreateEnumStmt: (node, effects) => {
        effects.enums.create(node, effects.state.searchPath);
        changeUsed(node.typeName, effects);
    },
    AlterEnumStmt: (node, effects) => {
        effects.enums.alter(node, effects.state.searchPath);
        changeUsed(node.typeName, effects);
    },
    CreateDomainStmt: (node, effects) => changeUsed(node.domainname, effects),
    AlterDomainStmt: (node, effects) => changeUsed(node.typeName, effects),
    CompositeTypeStmt: ({ typevar }, { state, by }) => {
        const name = (0,parse_tree/* relationName */.CJ)(typevar)?.name;
        if (name !== undefined)
            state.changeUsed(name, by);
    },
    CreateFunctionStmt: (node, effects) => changeUsed(node.funcname, effects),
    IndexStmt: afterIndex,
};
function changeUsed(names, { state, by }) {
    const name = (0,parse_tree/* texts */.Te)(names).at(-1);
    if (name !== undefined)
        state.changeUsed(name, by);
}
/** INSERT, UPDATE, DELETE and MERGE, also those within WITH. */
function applyWrites(tree, effects) {
    for (const node of (0,parse_tree/* nodesOf */.Nh)(tree, 'InsertStmt'))
        changeTable(node.relation, undefined, effects);
    for (const node of (0,parse_tree/* nodesOf */.Nh)(tree, 'MergeStmt'))
        changeReferenced(node.relation, undefined, effects);
    for (const node of (0,parse_tree/* nodesOf */.Nh)(tree, 'DeleteStmt'))
        changeReferenced(node.relation, undefined, effects);
    for (const node of (0,parse_tree/* nodesOf */.Nh)(tree, 'UpdateStmt')) {
        const columns = (0,parse_tree/* items */.ld)(node.targetList).flatMap((item) => (0,record/* textOrUndefined */.T)((0,parse_tree/* field */.ZZ)(item, 'ResTarget').name) ?? []);
        changeReferenced(node.relation, columns, effects);
    }
}
/** A view's tables, and what is behind a name that is not known, may be any. */
function changeTable(relation, columns, { state, by }) {
    const table = state.table((0,parse_tree/* relationName */.CJ)(relation));
    if (table === undefined || table.kind === 'view') {
        state.changeEverything(by);
        return undefined;
    }
    // What is generated from the columns changes with them.
    const generated = state.tables(table.oid).columns.filter((column) => column.generated !== undefined);
    state.change(table, columns && [...columns, ...generated.map(({ name }) => name)], by);
    return table;
}
/** The rows that refer to those that change may change with them: ON DELETE CASCADE, ON UPDATE SET NULL. */
function changeReferenced(relation, columns, effects) {
    const { catalog, tables } = effects.state;
    const table = changeTable(relation, columns, effects);
    const seen = new Set();
    const queue = table === undefined ? [] : [{ oid: table.oid, columns }];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
        seen.add(at.oid);
        for (const key of tables(at.oid).referencedBy) {
            if (seen.has(key.tableOid))
                continue;
            const touched = at.columns === undefined || key.referencedColumns.some((name) => at?.columns?.includes(name));
            if (!touched || !/ ON (DELETE|UPDATE) (CASCADE|SET)/.test(withoutQuoted(key.definition)))
                continue;
            const child = catalog.relations.find(({ oid }) => oid === key.tableOid);
            if (child !== undefined)
                effects.state.change(child, undefined, effects.by);
            queue.push({ oid: key.tableOid, columns: undefined });
        }
    }
}
/** A definition of the catalog whose quoted names cannot be taken for its words. */
function withoutQuoted(definition) {
    return definition.replaceAll(/"(?:[^"]|"")*"/g, '""');
}
/** Functions of Postgres that change no table. */
const harmless = new Set('set_config current_setting setval nextval currval lastval now version count coalesce max min sum'.split(' '));
function afterSelect(node, effects) {
    const { state, by } = effects;
    if (node.intoClause !== undefined)
        afterCreate((0,parse_tree/* field */.ZZ)(node.intoClause, 'rel'), node, effects);
    const called = (0,parse_tree/* nodesOf */.Nh)(node, 'FuncCall').map(({ funcname }) => (0,parse_tree/* texts */.Te)(funcname));
    const isHarmless = (name) => name[0] === 'pg_catalog' || harmless.has(name.at(-1) ?? '') || name.at(-1)?.startsWith('pg_');
    if (!called.every(isHarmless))
        state.changeEverything(by);
}
function afterTruncate(node, effects) {
    const { state, by } = effects;
    for (const item of (0,parse_tree/* items */.ld)(node.relations)) {
        const table = changeTable((0,parse_tree/* field */.ZZ)(item, 'RangeVar'), undefined, effects);
        if (node.behavior === 'DROP_CASCADE' && table !== undefined && !state.isNew(table))
            state.changeEverything(by);
    }
}
function afterCreate(relation, node, { state, by }) {
    const name = (0,parse_tree/* relationName */.CJ)(relation);
    if (name === undefined || (node.if_not_exists === true && state.table(name) !== undefined))
        return;
    state.create(name, node.partspec === undefined ? 'table' : 'partitioned table', by);
}
/** Subcommands that change which rows a table has. */
const rowChanges = new Set([
    'AT_AttachPartition',
    'AT_DetachPartition',
    'AT_AddInherit',
    'AT_DropInherit',
]);
/** Subcommands that change a column's values. */
const columnChanges = new Set([
    'AT_AddColumn',
    'AT_DropColumn',
    'AT_AlterColumnType',
    'AT_SetExpression',
    'AT_DropExpression',
]);
function afterAlterTable(node, { state, by }) {
    const table = state.table((0,parse_tree/* relationName */.CJ)(node.relation));
    if (table === undefined)
        return;
    for (const item of (0,parse_tree/* items */.ld)(node.cmds)) {
        const { subtype, name, def } = (0,parse_tree/* field */.ZZ)(item, 'AlterTableCmd');
        if (subtype === 'AT_DropConstraint')
            state.dropped.add(constraintKey(table, (0,record/* textOrUndefined */.T)(name) ?? ''));
        if (rowChanges.has(subtype))
            state.change(table, undefined, by);
        if (!columnChanges.has(subtype))
            continue;
        const column = (0,record/* textOrUndefined */.T)(name) ?? (0,record/* textOrUndefined */.T)((0,parse_tree/* field */.ZZ)(def, 'ColumnDef').colname);
        if (column === undefined)
            continue;
        state.change(table, [column], by);
        if (subtype === 'AT_AddColumn')
            state.addColumn(table, column);
        if (subtype === 'AT_DropColumn')
            state.dropColumn(table, column);
    }
}
const tableObjects = new Set(['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_MATVIEW']);
function afterRename(node, { state, enums, by }) {
    const newname = (0,record/* textOrUndefined */.T)(node.newname);
    if (newname === undefined)
        return;
    const table = state.table((0,parse_tree/* relationName */.CJ)(node.relation));
    const { renameType } = node;
    if (renameType === 'OBJECT_TYPE') {
        enums.rename(statement_effects_typeName(node.object), { schema: undefined, name: newname }, state.searchPath);
        state.changeUsed(newname, by);
    }
    if (renameType === 'OBJECT_SCHEMA')
        state.changeEverything(by);
    if (table === undefined)
        return;
    if (tableObjects.has(renameType))
        state.rename(table, { schema: undefined, name: newname }, by);
    const column = (0,record/* textOrUndefined */.T)(node.subname);
    if (renameType !== 'OBJECT_COLUMN' || column === undefined)
        return;
    state.change(table, [column, newname], by);
    state.renameColumn(table, column, newname);
}
function afterMove(node, { state, enums, by }) {
    const schema = (0,record/* textOrUndefined */.T)(node.newschema);
    const table = state.table((0,parse_tree/* relationName */.CJ)(node.relation));
    if (schema === undefined)
        return;
    if (node.objectType === 'OBJECT_TYPE') {
        const type = statement_effects_typeName(node.object);
        if (type !== undefined)
            enums.rename(type, { schema, name: type.name }, state.searchPath);
    }
    if (table !== undefined && tableObjects.has(node.objectType))
        state.rename(table, { schema, name: table.name }, by);
}
function afterDrop(node, { state, enums, by }) {
    if (node.removeType === 'OBJECT_SCHEMA')
        state.changeEverything(by);
    for (const object of (0,parse_tree/* items */.ld)(node.objects)) {
        if (node.removeType === 'OBJECT_TYPE')
            enums.drop(statement_effects_typeName(object), state.searchPath);
        if (node.removeType === 'OBJECT_INDEX')
            dropIndex(statement_effects_typeName(object), state);
        if (!tableObjects.has(node.removeType))
            continue;
        const table = state.table(statement_effects_typeName(object));
        if (table !== undefined)
            state.drop(table, by);
    }
}
function dropIndex(name, { dropped, searchPath }) {
    if (name === undefined)
        return;
    const schemas = name.schema === undefined ? searchPath : [name.schema];
    for (const schema of schemas)
        dropped.add(nameKey({ schema, name: name.name }));
}
/** A name that is given as a list of strings or as a TypeName. */
function statement_effects_typeName(object) {
    const [kind, node] = (0,parse_tree/* unwrap */.oA)(object);
    return (0,parse_tree/* listedName */.d1)(kind === 'TypeName' ? node.names : node.items);
}
function afterIndex(node, { state }) {
    const table = state.table((0,parse_tree/* relationName */.CJ)(node.relation));
    const name = (0,record/* textOrUndefined */.T)(node.idxname);
    if (table === undefined || name === undefined)
        return;
    const columns = (0,parse_tree/* items */.ld)(node.indexParams).flatMap((item) => (0,record/* textOrUndefined */.T)((0,parse_tree/* field */.ZZ)(item, 'IndexElem').name) ?? []);
    state.indexes.set(nameKey({ schema: table.schema, name }), columns);
}

;// CONCATENATED MODULE: ./build/migrations/data/plan/constraint.js
/** Constraints, as a migration writes them or as the catalog holds them, turned into checks. */
















/** What the data must be asked before the constraint is added, also where it is added NOT VALID. */
function constraintDrafts(scope, declared) {
    const { constraint, column } = declared;
    switch (constraint.contype) {
        case 'CONSTR_NOTNULL':
            return notNullDrafts(scope, declared, column === undefined ? (0,parse_tree/* texts */.Te)(constraint.keys) : [column]);
        case 'CONSTR_PRIMARY':
        case 'CONSTR_UNIQUE':
            return keyDrafts(scope, declared);
        case 'CONSTR_FOREIGN':
            return foreignKeyDrafts(scope, declared);
        case 'CONSTR_CHECK':
            return checkDrafts(scope, declared);
        case 'CONSTR_EXCLUSION':
            return exclusionDrafts(scope, declared);
        default:
            return [];
    }
}
/** NOT VALID and NOT ENFORCED ask nothing of the rows that are there. */
function isAskedLater(constraint) {
    return constraint.skip_validation === true;
}
function isEnforced(constraint) {
    const kinds = ['CONSTR_CHECK', 'CONSTR_FOREIGN'];
    return constraint.is_enforced === true || !kinds.includes(constraint.contype);
}
function operationOf({ constraint, operation }, otherwise) {
    const name = (0,record/* textOrUndefined */.T)(constraint.conname);
    return operation ?? (name === undefined ? otherwise : `the constraint \`${(0,object_name/* displayIdentifier */.UY)(name)}\``);
}
/** A column that is NOT NULL already is not asked, unless the statement changes its values. */
function notNullDrafts({ state }, declared, columns) {
    const { source } = declared;
    return columns
        .filter((name) => source.computed.has(name) || !isSurelyNotNull(state.tables(source.table.oid), name))
        .map((name) => nullCheck(source, name, operationOf(declared, 'NOT NULL')));
}
function keyDrafts(scope, declared) {
    const { constraint, column, source, ownSource } = declared;
    const isPrimary = constraint.contype === 'CONSTR_PRIMARY';
    const adopted = (0,record/* textOrUndefined */.T)(constraint.indexname);
    const columns = adopted === undefined
        ? column === undefined
            ? (0,parse_tree/* texts */.Te)(constraint.keys)
            : [column]
        : indexColumns(scope, source.table, adopted);
    const operation = operationOf(declared, isPrimary ? 'PRIMARY KEY' : `UNIQUE (${columns.map(object_name/* displayIdentifier */.UY).join(', ')})`);
    const nulls = isPrimary ? notNullDrafts(scope, { ...declared, operation }, columns) : [];
    if (adopted !== undefined || columns.length === 0)
        return nulls;
    if (constraint.without_overlaps === true)
        return [...nulls, ...overlapDrafts(ownSource, columns, operation)];
    const key = {
        elements: columns.map(columnElement),
        predicate: undefined,
        nullsRepeat: constraint.nulls_not_distinct === true,
        operation,
    };
    return [...nulls, uniqueCheck(ownSource, key)];
}
/** WITHOUT OVERLAPS (PostgreSQL 18): the last column's ranges may not overlap where the others are equal. */
function overlapDrafts(source, columns, operation) {
    const elements = columns.map((column, index) => ({
        ...columnElement(column),
        operator: [index === columns.length - 1 ? '&&' : '='],
    }));
    const draft = exclusionCheck(source, { elements, predicate: undefined, operation });
    return draft === undefined ? [] : [draft];
}
/** Of an index in the table's schema: of the catalog, or of a statement before. */
function indexColumns({ state }, table, name) {
    const made = state.indexes.get(nameKey({ schema: table.schema, name }));
    const known = state.tables(table.oid).indexes.find((index) => index.name === name);
    return made ?? known?.columns.filter((column) => column !== undefined) ?? [];
}
function foreignKeyDrafts(scope, declared) {
    const { state } = scope;
    const { constraint, column, ownSource } = declared;
    const referenced = state.table((0,parse_tree/* relationName */.CJ)(constraint.pktable));
    const columns = column === undefined ? (0,parse_tree/* texts */.Te)(constraint.fk_attrs) : [column];
    if (referenced === undefined || columns.length === 0)
        return [];
    const operation = operationOf(declared, 'the foreign key');
    const given = (0,parse_tree/* texts */.Te)(constraint.pk_attrs);
    const key = state.isNew(referenced) ? [] : state.shape(referenced.oid).key;
    const draft = referenceCheck(ownSource, {
        columns,
        referenced,
        referencedColumns: given.length > 0 ? given : key.length > 0 ? key : undefined,
        isFull: constraint.fk_matchtype === 'f',
        operation,
    });
    const isTemporal = constraint.fk_with_period === true || constraint.pk_with_period === true;
    const reason = 'foreign keys with PERIOD are not asked';
    return [isTemporal ? { ...draft, question: { kind: 'unaskable', reason }, look: undefined } : draft];
}
function checkDrafts({ text }, declared) {
    const { constraint, source, ownSource } = declared;
    const asked = constraint.is_no_inherit === true ? ownSource : source;
    const from = text.at((0,parse_tree/* locationOf */.hD)(constraint) ?? 0);
    const keyword = text.tokens.findIndex((token, index) => index >= from && /^check$/i.test(token.text));
    const written = keyword < 0 ? undefined : bracketedText(text, keyword);
    if (written === undefined)
        return [];
    const condition = sqlExpression(written, constraint.raw_expr, columnsOf(asked));
    const name = (0,record/* textOrUndefined */.T)(constraint.conname);
    return [constraintCheck(asked, { condition, name, operation: operationOf(declared, 'CHECK') })];
}
function exclusionDrafts({ text }, declared) {
    const { constraint, ownSource } = declared;
    const list = bracketed(text, text.at((0,parse_tree/* locationOf */.hD)(constraint) ?? 0));
    if (list === undefined)
        return [];
    const columns = columnsOf(ownSource);
    const parts = statement_text_listed(text, list);
    const elements = (0,parse_tree/* items */.ld)(constraint.exclusions).map((item, index) => {
        const [element, operator] = (0,parse_tree/* items */.ld)((0,parse_tree/* field */.ZZ)(item, 'List').items);
        const node = (0,parse_tree/* field */.ZZ)(element, 'IndexElem');
        return {
            ...indexElement(node, { text, part: parts[index], columns }),
            operator: (0,parse_tree/* texts */.Te)((0,parse_tree/* field */.ZZ)(operator, 'List').items),
        };
    });
    const predicate = exclusionPredicate(text, list[1], { node: constraint.where_clause, columns });
    const operation = operationOf(declared, 'EXCLUDE');
    const draft = exclusionCheck(ownSource, { elements, predicate, operation });
    return [
        ...evaluationDrafts(ownSource, { elements, predicate, operation }),
        ...(draft === undefined ? [] : [draft]),
    ];
}
/** The expressions of an index are worked out for every row that its predicate lets in. */
function evaluationDrafts(source, { elements, predicate, operation }) {
    const expressions = elements
        .filter(({ column }) => column === undefined)
        .map(({ expression }) => expression);
    if (expressions.length === 0 && predicate === undefined)
        return [];
    const constant = { text: 'true', columns: [], uses: [] };
    const tried = expressions.length > 0 ? expressions : [constant];
    const what = `an expression of ${operation}`;
    return [evaluationCheck(source, { what, expressions: tried, predicate, operation })];
}
/** The WHERE in brackets that follows the list. */
function exclusionPredicate(text, from, tree) {
    if (tree.node === undefined)
        return undefined;
    const keyword = text.tokens.findIndex((token, index) => index > from && /^where$/i.test(token.text));
    const written = keyword < 0 ? undefined : bracketedText(text, keyword);
    return written === undefined ? undefined : sqlExpression(written, tree.node, tree.columns);
}
/** An `IndexElem` and where it stands. */
function indexElement(node, { text, part, columns }) {
    const column = (0,record/* textOrUndefined */.T)(node.name);
    const written = part === undefined ? undefined : elementText(text, part);
    const collation = collationOf(node.collation);
    if (column !== undefined)
        return { ...columnElement(column), collation };
    return { column: undefined, expression: sqlExpression(written ?? 'NULL', node.expr, columns), collation };
}
/** What a constraint that the catalog holds asks of its table's rows. */
function constraintOfCatalog({ state, parser }, source, constraint) {
    const { kind, columns, definition, operation, name } = constraint;
    const ownSource = { ...source, inherits: source.table.kind === 'partitioned table' };
    const words = withoutQuoted(definition);
    if (kind === 'not null')
        return columns.map((column) => nullCheck(source, column, operation));
    if (kind === 'check') {
        const text = { text: definition, tokens: parser.tokens(definition), at: () => 0 };
        const range = bracketed(text, 0);
        const written = range === undefined ? undefined : slice(text, ...range);
        if (written === undefined)
            return [];
        const condition = { text: written, columns: columns.length === 0 ? 'all' : columns, uses: [] };
        return [constraintCheck(/ NO INHERIT/.test(words) ? ownSource : source, { condition, name, operation })];
    }
    if (kind !== 'foreign key')
        return [];
    const referenced = state.catalog.relations.find(({ oid }) => oid === constraint.referencedTableOid);
    if (referenced === undefined || / PERIOD /.test(words))
        return [];
    const { referencedColumns } = constraint;
    const isFull = / MATCH FULL/.test(words);
    return [referenceCheck(ownSource, { columns, referenced, referencedColumns, isFull, operation })];
}

;// CONCATENATED MODULE: ./build/migrations/data/plan/added-column.js
/** ADD COLUMN: what the column's own constraints refuse of the value that it comes with. */




function addedColumnDrafts(altered, column) {
    const operation = `ADD COLUMN \`${(0,object_name/* displayIdentifier */.UY)(column.name)}\``;
    const isNeeded = column.constraints.some(({ contype }) => contype === 'CONSTR_NOTNULL' || contype === 'CONSTR_PRIMARY');
    if (column.value.kind === 'null' && isNeeded)
        return [missingValueCheck(altered.after, column, operation)];
    return [
        ...valueDrafts(altered, column, operation),
        ...column.constraints
            .filter((constraint) => isEnforced(constraint) && isAsked(column, constraint))
            .flatMap((constraint) => constraintDrafts(altered.scope, {
            constraint,
            source: altered.after,
            ownSource: altered.ownAfter,
            column: column.name,
            operation,
        })),
    ];
}
/** Null offends no key and no reference; of a value that cannot be known before, only what it may not be can be asked. */
function isAsked({ value }, { contype, nulls_not_distinct: nullsRepeat }) {
    if (value.kind === 'unknown')
        return false;
    if (value.kind === 'constant')
        return contype !== 'CONSTR_NOTNULL';
    if (value.kind === 'generated')
        return true;
    return contype === 'CONSTR_CHECK' || (contype === 'CONSTR_UNIQUE' && nullsRepeat === true);
}
/** A stored generated column is worked out for every row; a domain may refuse the one value that all rows get. */
function valueDrafts({ before, changes }, column, operation) {
    const { name, type, typeName, value } = column;
    const shown = (0,object_name/* displayIdentifier */.UY)(name);
    // A virtual one is worked out only where the statement rewrites the table for another column.
    if (value.kind === 'generated' && (value.isStored || changes.length > 0)) {
        const [one, many] = ['makes', 'make'].map((verb) => `${verb} the expression of \`${shown}\` raise an error`);
        const draft = conversionCheck(before, { ...conversionOf(column), expression: value.expression });
        return [{ ...draft, complaint: { one: one ?? '', many: many ?? '' }, operation }];
    }
    const isBuiltIn = typeName?.schema === 'pg_catalog' || commonTypes.has(typeName?.name ?? '');
    if (isBuiltIn || (value.kind !== 'null' && value.kind !== 'constant'))
        return [];
    const expression = value.kind === 'null' ? { text: 'NULL', columns: [], uses: [] } : value.expression;
    const uses = [...expression.uses, typeName?.name ?? ''];
    const draft = conversionCheck(before, { ...conversionOf(column), expression: { ...expression, uses } });
    const complaint = `would have a \`${shown}\` that ${type} refuses`;
    return [{ ...draft, complaint: { one: complaint, many: complaint }, operation }];
}
function conversionOf({ name, type, value }) {
    const isLiteral = value.kind === 'null' || (value.kind === 'constant' && value.isLiteral);
    return { column: name, type, castIsAssignment: false, isLiteral };
}
/** Types that are no domains, of those that the grammar does not know by itself. */
const commonTypes = new Set('text uuid json jsonb date bytea timestamptz timetz inet cidr citext money xml int2 int4 int8 float4 float8 bool varchar bpchar tsvector oid name'.split(' '));

;// CONCATENATED MODULE: ./build/migrations/data/plan/plan-scope.js
function rowSource({ state }, table, { inherits, computed }) {
    const isPartitioned = table.kind === 'partitioned table';
    return {
        table,
        inherits: inherits || isPartitioned,
        hasChildren: isPartitioned || state.tables(table.oid).children.length > 0,
        ...state.shape(table.oid),
        computed: computed ?? new Map(),
    };
}

;// CONCATENATED MODULE: ./build/migrations/data/plan/altered-table.js
/** A table as an ALTER TABLE finds it and as its commands change its columns: what its constraints will be asked of. */





function alteredTable(scope, table) {
    const { node } = scope.statement;
    const commands = (0,parse_tree/* items */.ld)(node.cmds).map((item) => (0,parse_tree/* field */.ZZ)(item, 'AlterTableCmd'));
    const of = (subtype) => commands.filter((command) => command.subtype === subtype);
    const columns = scope.state.shape(table.oid).columns;
    const changes = of('AT_AlterColumnType').flatMap((command) => typeChange(scope, command, columns) ?? []);
    const added = of('AT_AddColumn')
        .filter((command) => !isThere(command, columns))
        .flatMap((command) => addedColumn(scope, command, columns) ?? []);
    const computed = new Map([
        ...changes.map((change) => [change.column, newValue(scope, change)]),
        ...added.flatMap((column) => altered_table_addedValue(column)),
    ]);
    const inherits = (0,parse_tree/* field */.ZZ)(node, 'relation').inh === true;
    const names = of('AT_DropNotNull').flatMap(({ name }) => (0,record/* textOrUndefined */.T)(name) ?? []);
    return {
        scope,
        table,
        commands,
        changes,
        added,
        before: rowSource(scope, table, { inherits }),
        after: rowSource(scope, table, { inherits, computed }),
        ownAfter: rowSource(scope, table, { inherits: false, computed }),
        nullable: new Set(names),
    };
}
/** ADD COLUMN IF NOT EXISTS of a column that exists does nothing. */
function isThere({ missing_ok: isOptional, def }, columns) {
    const name = (0,record/* textOrUndefined */.T)((0,parse_tree/* field */.ZZ)(def, 'ColumnDef').colname);
    return isOptional === true && name !== undefined && columns.includes(name);
}
/** The column's own name where nothing else is said. */
function changedFrom({ column, using }) {
    return using ?? { text: (0,identifier/* quoteIdentifier */.C)(column), columns: [column], uses: [] };
}
/** Labels and value of a cast to an enum that the migrations make or change. */
function enumCast(scope, { typeName, using, usingTree }) {
    const { enums, state } = scope;
    const labels = enums.labels(typeName, state.searchPath);
    const [kind, cast] = (0,parse_tree/* unwrap */.oA)(usingTree);
    const target = (0,parse_tree/* listedName */.d1)((0,parse_tree/* field */.ZZ)(cast, 'typeName').names);
    if (labels === undefined || using === undefined || kind !== 'TypeCast')
        return undefined;
    if (enums.labels(target, state.searchPath) !== labels)
        return undefined;
    const value = castValue(scope, using.text);
    return value === undefined ? undefined : { labels, value };
}
/** A type that is not there yet is left away: its labels are compared as text. */
function newValue(scope, change) {
    const from = changedFrom(change);
    const cast = enumCast(scope, change);
    if (cast !== undefined)
        return { ...from, text: cast.value, uses: [] };
    return computedValue(change.type, from, change.collation);
}
/** A value that is another one for each row cannot be worked out before. */
function altered_table_addedValue({ name, type, value }) {
    switch (value.kind) {
        case 'unknown':
            return [];
        case 'null':
            return [[name, computedValue(type, { text: 'NULL', columns: [], uses: [] })]];
        default:
            return [[name, computedValue(type, value.expression)]];
    }
}

;// CONCATENATED MODULE: ./build/migrations/data/partition.js





/** Rows of the table that the partition's bounds, or those of its parent, leave out. */
function attachedRowsCheck(source, partitioning) {
    const { parent } = partitioning;
    return {
        ...partition_draft(source, partitioning),
        complaint: {
            one: `lies outside the bounds of the partition of ${(0,object_name/* displayName */.QC)(parent)}`,
            many: `lie outside the bounds of the partition of ${(0,object_name/* displayName */.QC)(parent)}`,
        },
        question: async (session) => {
            const key = await partitionKey(session, partitioning);
            if (key === undefined)
                return notPartitioned(parent);
            const inside = [
                insideOf(key, partitioning.bound),
                ...(key.inherited === undefined ? [] : [key.inherited]),
            ];
            return countedRows(source, { refused: `(${inside.join(' AND ')}) IS NOT TRUE` });
        },
        mend: ['Move them to the partition where they belong, or choose other bounds.'],
    };
}
/**
 * Rows that are in the parent already and belong into the new partition: only a default partition can hold them, and
 * Postgres reads it to find out.
 * @param source the parent's rows
 */
function defaultRowsCheck(source, partitioning) {
    return {
        ...partition_draft(source, partitioning),
        complaint: {
            one: 'lies in the default partition and belongs into the new one',
            many: 'lie in the default partition and belong into the new one',
        },
        question: async (session) => {
            const key = await partitionKey(session, partitioning);
            if (key === undefined)
                return notPartitioned(partitioning.parent);
            if (key.defaultPartition === undefined)
                return nothing(source);
            const inside = insideOf(key, partitioning.bound);
            const isDefault = `tableoid IN (SELECT relid FROM pg_catalog.pg_partition_tree(${key.defaultPartition}::pg_catalog.oid::pg_catalog.regclass))`;
            return countedRows(source, { refused: `(${inside}) AND ${isDefault}` });
        },
        mend: [
            'Before, in one transaction: detach the default partition, create the new one, move the rows, attach the default partition again.',
        ],
    };
}
function partition_draft(source, { operation, parent }) {
    return {
        kind: 'partition',
        table: source.table,
        columns: [],
        reads: [
            { oid: source.table.oid, columns: 'all' },
            { oid: parent.oid, columns: 'all' },
        ],
        uses: [],
        operation,
        look: undefined,
    };
}
function notPartitioned(parent) {
    return { kind: 'unaskable', reason: `${(0,object_name/* displayName */.QC)(parent)} is not a partitioned table` };
}
function nothing(source) {
    return countedRows(source, { refused: 'false' });
}
async function partitionKey(session, partitioning) {
    const [row] = await session.query(partitionQuery, [(0,object_name/* qualifiedName */.OL)(partitioning.parent)]);
    if (row === undefined)
        return undefined;
    return {
        parentOid: (0,postgres_row/* text */.Qq)(row, 'oid'),
        elements: elementsOf(row, partitioning.parser),
        inherited: (0,postgres_row/* optionalText */.mR)(row, 'inherited'),
        defaultPartition: (0,postgres_row/* optionalText */.mR)(row, 'default_partition'),
        others: (0,postgres_row/* optionalText */.mR)(row, 'others'),
    };
}
const partitionQuery = `
SELECT p.partrelid::text AS oid, pg_catalog.pg_get_partkeydef(p.partrelid) AS definition,
       pg_catalog.pg_get_partition_constraintdef(p.partrelid) AS inherited,
       nullif(p.partdefid, 0)::text AS default_partition,
       (SELECT pg_catalog.string_agg('(' || pg_catalog.pg_get_partition_constraintdef(h.inhrelid) || ')', ' OR ' ORDER BY h.inhrelid)
          FROM pg_catalog.pg_inherits h WHERE h.inhparent = p.partrelid AND h.inhrelid <> p.partdefid) AS others,
       (SELECT pg_catalog.array_agg(pg_catalog.format_type(a.atttypid, a.atttypmod) ORDER BY key.place)
          FROM pg_catalog.unnest(p.partattrs::smallint[]) WITH ORDINALITY AS key(number, place)
          LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = key.number AND key.number > 0) AS types
  FROM pg_catalog.pg_partitioned_table p WHERE p.partrelid = pg_catalog.to_regclass($1)`;
/** Of `RANGE (a, lower(b) COLLATE "C")`. */
function elementsOf(row, parser) {
    const definition = (0,postgres_row/* text */.Qq)(row, 'definition');
    const source = { text: definition, tokens: parser.tokens(definition), at: () => 0 };
    const range = bracketed(source, 0);
    const types = Array.isArray(row.types) ? row.types : [];
    return (range === undefined ? [] : statement_text_listed(source, range)).map((part, index) => {
        const type = types[index];
        return { text: elementText(source, part) ?? 'NULL', type: typeof type === 'string' ? type : undefined };
    });
}
/** True for the rows that the bound takes; never null. */
function insideOf(key, bound) {
    switch (bound.kind) {
        case 'default':
            return key.others === undefined ? 'true' : `(${key.others}) IS NOT TRUE`;
        case 'hash':
            return `pg_catalog.satisfies_hash_partition(${key.parentOid}::pg_catalog.oid, ${bound.modulus}, ${bound.remainder}, ${key.elements.map((element) => element.text).join(', ')})`;
        case 'list':
            return insideList(key, bound.values);
        case 'range': {
            const present = key.elements.map((element) => `${element.text} IS NOT NULL`);
            return `(${[...present, above(key, bound.from), below(key, bound.to)].join(' AND ')})`;
        }
    }
}
function insideList({ elements }, values) {
    const [element] = elements;
    if (element === undefined)
        return 'true';
    const conditions = values.map((value) => value.kind === 'null' ? `${element.text} IS NULL` : `${element.text} = ${cast(value.text, element.type)}`);
    return `coalesce(${conditions.join(' OR ')}, false)`;
}
function cast(value, type) {
    return type === undefined ? inBrackets(value) : `CAST(${inBrackets(value)} AS ${type})`;
}
/** At or above the lower bound, compared column after column. */
function above({ elements }, from) {
    return elements.reduceRight((rest, element, index) => {
        const value = from[index];
        if (value === undefined || value.kind === 'minimum')
            return 'true';
        if (value.kind === 'maximum')
            return 'false';
        const bound = cast(value.text, element.type);
        return `(${element.text} > ${bound} OR (${element.text} = ${bound} AND ${rest}))`;
    }, 'true');
}
function below({ elements }, to) {
    return elements.reduceRight((rest, element, index) => {
        const value = to[index];
        if (value === undefined || value.kind === 'maximum')
            return 'true';
        if (value.kind === 'minimum')
            return 'false';
        const bound = cast(value.text, element.type);
        return `(${element.text} < ${bound} OR (${element.text} = ${bound} AND ${rest}))`;
    }, 'false');
}

;// CONCATENATED MODULE: ./build/migrations/data/plan/partition-statement.js
/** ATTACH PARTITION and CREATE TABLE … PARTITION OF. */









/** @param command an `AT_AttachPartition` of a table that existed before */
function attachDrafts(scope, parent, command) {
    const definition = (0,parse_tree/* field */.ZZ)(command.def, 'PartitionCmd');
    const bound = partitionBound(scope.text, (0,parse_tree/* field */.ZZ)(definition, 'bound'));
    const operation = 'ATTACH PARTITION';
    const partitioning = { parent, bound, operation, parser: scope.parser };
    const attached = scope.state.table((0,parse_tree/* relationName */.CJ)(definition.name));
    const held = bound.kind === 'default' ? [] : [defaultRowsCheck(wholeSource(scope, parent), partitioning)];
    if (attached === undefined || scope.state.isNew(attached) || attached.kind === 'foreign table')
        return held;
    const source = wholeSource(scope, attached);
    return [attachedRowsCheck(source, partitioning), ...held, ...inheritedDrafts(scope, parent, source)];
}
function partitionOfDrafts(scope) {
    const { node } = scope.statement;
    if (node.partbound === undefined)
        return [];
    const [parentNode] = (0,parse_tree/* items */.ld)(node.inhRelations);
    const parent = scope.state.table((0,parse_tree/* relationName */.CJ)((0,parse_tree/* field */.ZZ)(parentNode, 'RangeVar')));
    const bound = partitionBound(scope.text, (0,parse_tree/* field */.ZZ)(node, 'partbound'));
    if (parent === undefined || scope.state.isNew(parent) || bound.kind === 'default')
        return [];
    const operation = 'CREATE TABLE … PARTITION OF';
    return [defaultRowsCheck(wholeSource(scope, parent), { parent, bound, operation, parser: scope.parser })];
}
function wholeSource(scope, table) {
    return rowSource(scope, table, { inherits: false });
}
/** The parent's indexes and foreign keys are made on the attached table, unless it has its own. */
function inheritedDrafts(scope, parent, source) {
    const { indexes, constraints } = scope.state.tables(parent.oid);
    const own = scope.state.tables(source.table.oid).columns;
    const operation = (name) => `ATTACH PARTITION (\`${(0,object_name/* displayIdentifier */.UY)(name)}\` of its parent)`;
    const unique = indexes
        .filter((index) => index.isUnique && !index.isPartial)
        .flatMap((index) => {
        const columns = index.columns.filter((column) => column !== undefined);
        if (columns.length < index.columns.length)
            return [];
        const nullable = own.filter(({ isNotNull, name }) => !isNotNull && columns.includes(name));
        return [
            ...(index.isPrimary
                ? nullable.map(({ name }) => nullCheck(source, name, operation(index.name)))
                : []),
            uniqueCheck(source, {
                elements: columns.map(columnElement),
                predicate: undefined,
                nullsRepeat: / NULLS NOT DISTINCT/.test(withoutQuoted(index.definition)),
                operation: operation(index.name),
            }),
        ];
    });
    const references = constraints
        .filter(({ kind }) => kind === 'foreign key')
        .flatMap((key) => constraintOfCatalog(scope, source, { ...key, operation: operation(key.name) }));
    return [...unique, ...references];
}
/** Of a `PartitionBoundSpec`. */
function partitionBound(text, node) {
    if (node.is_default === true)
        return { kind: 'default' };
    const from = text.at((0,parse_tree/* locationOf */.hD)(node) ?? 0);
    if (node.strategy === 'h')
        return { kind: 'hash', modulus: Number(node.modulus ?? 0), remainder: Number(node.remainder ?? 0) };
    const after = (word) => text.tokens.findIndex((token, index) => index >= from && word.test(token.text));
    if (node.strategy === 'l')
        return { kind: 'list', values: listValues(text, after(/^in$/i), node) };
    const lower = after(/^from$/i);
    const upper = bracketed(text, lower)?.[1] ?? lower;
    return {
        kind: 'range',
        from: rangeValues(text, lower, node.lowerdatums),
        to: rangeValues(text, upper + 1, node.upperdatums),
    };
}
function listValues(text, from, node) {
    const written = valueTexts(text, from);
    return (0,parse_tree/* items */.ld)(node.listdatums).map((item, index) => {
        const [kind, constant] = (0,parse_tree/* unwrap */.oA)(item);
        if (kind === 'A_Const' && constant.isnull === true)
            return { kind: 'null' };
        return { kind: 'value', text: written[index] ?? 'NULL' };
    });
}
function rangeValues(text, from, datums) {
    const written = valueTexts(text, from);
    return (0,parse_tree/* items */.ld)(datums).map((item, index) => {
        const [name] = (0,parse_tree/* texts */.Te)((0,parse_tree/* field */.ZZ)(item, 'ColumnRef').fields);
        if (name === 'minvalue')
            return { kind: 'minimum' };
        if (name === 'maxvalue')
            return { kind: 'maximum' };
        return { kind: 'value', text: written[index] ?? 'NULL' };
    });
}
function valueTexts(text, from) {
    const range = bracketed(text, from);
    return range === undefined ? [] : statement_text_listed(text, range).map((part) => slice(text, ...part) ?? 'NULL');
}

;// CONCATENATED MODULE: ./build/migrations/data/plan/type-change.js
/** ALTER COLUMN … TYPE: values that do not get through, and constraints that Postgres tests again on the new ones. */










function typeChangeDrafts(altered, change) {
    const { scope, table, after, nullable } = altered;
    const { column, using } = change;
    const known = scope.state.tables(table.oid).columns.find(({ name }) => name === column);
    if (using === undefined && known !== undefined && keepsValues(known, change))
        return [];
    const operation = `the change of \`${(0,object_name/* displayIdentifier */.UY)(column)}\` to ${change.type.replaceAll(/\s+/g, ' ')}`;
    const mustBeThere = known?.isNotNull === true && using !== undefined && !nullable.has(column);
    return [
        valueDraft(altered, change),
        ...(mustBeThere ? [nullCheck(after, column, operation)] : []),
        ...testedAgain(altered, column),
    ];
}
function valueDraft({ scope, before }, change) {
    const expression = changedFrom(change);
    const name = change.typeName?.name;
    const conversion = {
        column: change.column,
        type: change.type,
        expression: { ...expression, uses: [...expression.uses, ...(name === undefined ? [] : [name])] },
        castIsAssignment: castIsAssignment(scope, change),
        isLiteral: isLiteral(change.usingTree),
    };
    const cast = enumCast(scope, change);
    if (cast === undefined)
        return conversionCheck(before, conversion);
    return enumCheck(before, {
        ...conversion,
        ...cast,
        expression: { ...expression, uses: [] },
        isArray: change.isArray,
    });
}
/** An explicit cast to one of these cuts what is too long. */
const cut = new Set(['varchar', 'bpchar', 'bit', 'varbit']);
/** Types of the grammar are qualified by it; others may be domains, but for enums. */
function castIsAssignment({ state }, { typeName, typmods }) {
    if (typeName?.schema === 'pg_catalog')
        return typmods.length === 0 || !cut.has(typeName.name);
    return state.catalog.enums.some(({ name }) => name === typeName?.name);
}
const wholeNumbers = ['smallint', 'integer', 'bigint', 'numeric'];
const type_change_named = { int2: 'smallint', int4: 'integer', int8: 'bigint' };
/** Conversions in which every value gets through and stays the same: nothing is worth a look at the rows. */
function keepsValues({ type: from }, { typeName, typmods, isArray, collation }) {
    const name = typeName?.name ?? '';
    if (isArray || collation !== undefined || from.endsWith(']'))
        return false;
    const to = type_change_named[name] ?? name;
    const lengths = typmods.map(constantNumber);
    if (to === 'text' || (to === 'varchar' && lengths.length === 0))
        return /^(text|character varying)/.test(from);
    if (to === 'varchar')
        return type_change_lengthOf(from, 'character varying') <= (lengths[0] ?? 0);
    if (lengths.length > 0)
        return false;
    const [low, high] = [wholeNumbers.indexOf(from.replace(/\(.*/, '')), wholeNumbers.indexOf(to)];
    return low >= 0 && high >= low;
}
function type_change_lengthOf(type, name) {
    const [, length] = new RegExp(`^${name}\\((\\d+)\\)$`).exec(type) ?? [];
    return length === undefined ? Number.POSITIVE_INFINITY : Number(length);
}
function constantNumber(value) {
    const [, node] = (0,parse_tree/* unwrap */.oA)(value);
    return Number((0,parse_tree/* field */.ZZ)(node, 'ival').ival ?? 0);
}
/** Unique indexes, checks and references of the column are made again from the new values. */
function testedAgain({ scope, table, after, ownAfter }, column) {
    const { tables, dropped } = scope.state;
    const { indexes, constraints: all } = tables(table.oid);
    const unique = indexes
        .filter((index) => index.isUnique && index.columns.includes(column))
        .filter((index) => !dropped.has(constraintKey(table, index.name)))
        .filter((index) => !dropped.has(nameKey({ schema: table.schema, name: index.name })))
        .flatMap((index) => uniqueAgain(ownAfter, index));
    const constraints = all
        .filter(({ columns, isValidated }) => isValidated && columns.includes(column))
        .filter(({ kind, name }) => kind !== 'not null' && !dropped.has(constraintKey(table, name)))
        .flatMap((constraint) => {
        const operation = `the constraint \`${(0,object_name/* displayIdentifier */.UY)(constraint.name)}\``;
        return constraintOfCatalog(scope, after, { ...constraint, operation });
    });
    return [...unique, ...constraints];
}
function uniqueAgain(source, index) {
    const columns = index.columns.filter((column) => column !== undefined);
    if (index.isPartial || columns.length < index.columns.length)
        return [];
    return [
        uniqueCheck(source, {
            elements: columns.map(columnElement),
            predicate: undefined,
            nullsRepeat: / NULLS NOT DISTINCT/.test(withoutQuoted(index.definition)),
            operation: `the unique index \`${(0,object_name/* displayIdentifier */.UY)(index.name)}\``,
        }),
    ];
}

;// CONCATENATED MODULE: ./build/migrations/data/plan/alter-table.js
/** ALTER TABLE: each of its commands that the rows may refuse, over the rows as the statement itself changes them. */














/** Empty for tables that the migrations create, and for what holds no rows of its own. */
function alterTableDrafts(scope) {
    const table = scope.state.table((0,parse_tree/* relationName */.CJ)(scope.statement.node.relation));
    if (table === undefined || scope.state.isNew(table))
        return [];
    if (table.kind !== 'table' && table.kind !== 'partitioned table')
        return [];
    const altered = alteredTable(scope, table);
    const gone = altered.commands.filter(({ subtype }) => subtype === 'AT_DropConstraint');
    for (const { name } of gone)
        scope.state.dropped.add(constraintKey(table, (0,record/* textOrUndefined */.T)(name) ?? ''));
    return [
        ...altered.changes.flatMap((change) => typeChangeDrafts(altered, change)),
        ...altered.added.flatMap((column) => addedColumnDrafts(altered, column)),
        ...altered.commands.flatMap((command) => commandDrafts(altered, command)),
    ];
}
function commandDrafts(altered, command) {
    switch (command.subtype) {
        case 'AT_SetNotNull':
            return setNotNullDrafts(altered, (0,record/* textOrUndefined */.T)(command.name));
        case 'AT_AddConstraint':
            return addConstraintDrafts(altered, (0,parse_tree/* field */.ZZ)(command.def, 'Constraint'));
        case 'AT_ValidateConstraint':
            return validateDrafts(altered, (0,record/* textOrUndefined */.T)(command.name));
        case 'AT_AlterConstraint':
            return enforceDrafts(altered, (0,parse_tree/* field */.ZZ)(command.def, 'ATAlterConstraint'));
        case 'AT_SetExpression':
            return setExpressionDrafts(altered, command);
        case 'AT_AttachPartition':
            return attachDrafts(altered.scope, altered.table, command);
        default:
            return [];
    }
}
/** Nothing is asked of a column that is NOT NULL already, unless the statement changes its values. */
function setNotNullDrafts({ scope, table, after }, column) {
    if (column === undefined)
        return [];
    const isKnown = isSurelyNotNull(scope.state.tables(table.oid), column);
    if (isKnown && !after.computed.has(column))
        return [];
    return [nullCheck(after, column, 'SET NOT NULL')];
}
/** A stored column is worked out anew (PostgreSQL 17). */
function setExpressionDrafts({ scope, table, before }, command) {
    const name = (0,record/* textOrUndefined */.T)(command.name);
    const column = scope.state.tables(table.oid).columns.find((one) => one.name === name);
    const range = commandRange(scope, command);
    const written = range === undefined ? undefined : bracketedText(scope.text, range[0]);
    if (column?.generated !== 'stored' || written === undefined)
        return [];
    const expression = sqlExpression(written, command.def, before.columns);
    const draft = conversionCheck(before, {
        column: column.name,
        type: column.type,
        expression,
        castIsAssignment: false,
        isLiteral: false,
    });
    return [{ ...draft, operation: 'SET EXPRESSION' }];
}
/** The commands stand in their order, separated by commas. */
function commandRange({ text, statement }, command) {
    const { node } = statement;
    const place = (0,parse_tree/* items */.ld)(node.cmds).findIndex((item) => (0,parse_tree/* field */.ZZ)(item, 'AlterTableCmd') === command);
    const name = text.at((0,parse_tree/* locationOf */.hD)((0,parse_tree/* field */.ZZ)(node, 'relation')) ?? 0);
    // A name in brackets: `ALTER TABLE ONLY (t) …`.
    const from = text.tokens[name + 1]?.text === ')' ? name + 2 : name;
    return statement_text_listed(text, [from, text.tokens.length])[place];
}
function addConstraintDrafts({ scope, table, after, ownAfter }, constraint) {
    const drafts = constraintDrafts(scope, {
        constraint,
        source: after,
        ownSource: ownAfter,
        column: undefined,
    });
    if (isEnforced(constraint) && !isAskedLater(constraint))
        return drafts;
    const name = (0,record/* textOrUndefined */.T)(constraint.conname);
    if (name !== undefined)
        scope.state.waiting.set(constraintKey(table, name), drafts);
    return [];
}
/** A constraint of the catalog, or one that a statement before has added without asking. */
function validateDrafts(altered, name) {
    const { scope, after } = altered;
    if (name === undefined)
        return [];
    const operation = `VALIDATE CONSTRAINT \`${(0,object_name/* displayIdentifier */.UY)(name)}\``;
    const waiting = waitingDrafts(altered, name, operation);
    const known = catalogConstraint(altered, name);
    if (waiting !== undefined || known === undefined || known.isValidated)
        return waiting ?? [];
    return constraintOfCatalog(scope, after, { ...known, operation });
}
/** ALTER CONSTRAINT … ENFORCED (PostgreSQL 18) asks the rows, unless it was enforced all along. */
function enforceDrafts(altered, change) {
    const name = (0,record/* textOrUndefined */.T)(change.conname);
    if (change.alterEnforceability !== true || change.is_enforced !== true || name === undefined)
        return [];
    const operation = `ALTER CONSTRAINT \`${(0,object_name/* displayIdentifier */.UY)(name)}\` ENFORCED`;
    const known = catalogConstraint(altered, name);
    const waiting = waitingDrafts(altered, name, operation);
    if (waiting !== undefined || known === undefined)
        return waiting ?? [];
    return constraintOfCatalog(altered.scope, altered.after, { ...known, operation });
}
function waitingDrafts({ scope, table }, name, operation) {
    const waiting = scope.state.waiting.get(constraintKey(table, name));
    return waiting?.map((draft) => ({ ...draft, operation }));
}
function catalogConstraint({ scope, table }, name) {
    return scope.state.tables(table.oid).constraints.find((constraint) => constraint.name === name);
}

;// CONCATENATED MODULE: ./build/migrations/data/plan/domain.js
/** ALTER DOMAIN: every column of the domain's type is asked, as Postgres does. */









/** VALIDATE CONSTRAINT of a domain is not asked: the catalog does not hold its condition. */
function domainDrafts(scope) {
    const { node } = scope.statement;
    const domain = (0,parse_tree/* listedName */.d1)(node.typeName);
    if (domain === undefined)
        return [];
    const constraint = (0,parse_tree/* field */.ZZ)(node.def, 'Constraint');
    const isNotNull = node.subtype === 'O' || constraint.contype === 'CONSTR_NOTNULL';
    const isCheck = node.subtype === 'C' && constraint.contype === 'CONSTR_CHECK';
    if (!isNotNull && (!isCheck || constraint.skip_validation === true))
        return [];
    return columnsOfDomain(scope, domain).flatMap((column) => {
        const table = scope.state.catalog.relations.find(({ oid }) => oid === column.tableOid);
        // A partition's rows are asked with its parent's.
        if (table === undefined || !['table', 'partitioned table'].includes(table.kind))
            return [];
        if (scope.state.catalog.parents.has(table.oid))
            return [];
        const source = rowSource(scope, table, { inherits: true });
        const name = (0,object_name/* displayIdentifier */.UY)(domain.name);
        if (isNotNull)
            return [nullCheck(source, column.name, `ALTER DOMAIN ${name} SET NOT NULL`)];
        return domain_checkDrafts(scope, source, column.name);
    });
}
/** The domain's value is `VALUE` in the condition: a column of that name. */
function domain_checkDrafts({ text, statement }, source, column) {
    const constraint = (0,parse_tree/* field */.ZZ)(statement.node.def, 'Constraint');
    const written = bracketedText(text, text.at((0,parse_tree/* locationOf */.hD)(constraint) ?? 0));
    if (written === undefined)
        return [];
    const value = { text: (0,identifier/* quoteIdentifier */.C)(column), columns: [column], uses: [] };
    const valued = { ...source, computed: new Map([['value', value]]) };
    const name = (0,record/* textOrUndefined */.T)(constraint.conname);
    const draft = constraintCheck(valued, {
        condition: { text: written, columns: ['value'], uses: [] },
        name,
        operation: 'ALTER DOMAIN … ADD CONSTRAINT',
    });
    return [
        {
            ...draft,
            columns: [column],
            reads: [{ oid: source.table.oid, columns: readColumns(source, [column]) }],
        },
    ];
}
/** `format_type` writes a type's schema unless the type is the system's. */
function columnsOfDomain({ state }, domain) {
    const schemas = domain.schema === undefined ? state.searchPath : [domain.schema];
    for (const schema of schemas) {
        const found = state.catalog.columns.filter(({ type }) => isNamed(type, schema, domain.name));
        if (found.length > 0)
            return found;
    }
    return [];
}
function isNamed(type, schema, name) {
    const part = (text) => [text, (0,identifier/* quoteIdentifier */.C)(text)];
    return part(schema).some((left) => part(name).some((right) => type === `${left}.${right}`));
}

;// CONCATENATED MODULE: ./build/migrations/data/plan/index-statement.js
/** CREATE INDEX: keys that repeat, and expressions that raise an error. */









function indexDrafts(scope) {
    const { state, text, statement } = scope;
    const { node } = statement;
    const table = state.table((0,parse_tree/* relationName */.CJ)(node.relation));
    const name = (0,record/* textOrUndefined */.T)(node.idxname);
    if (table === undefined || state.isNew(table) || !index_statement_holdsRows(table.kind))
        return [];
    // ON ONLY a partitioned table makes an index that holds nothing.
    if (table.kind === 'partitioned table' && (0,parse_tree/* field */.ZZ)(node, 'relation').inh !== true)
        return [];
    if (node.if_not_exists === true &&
        name !== undefined &&
        exists(scope, nameKey({ schema: table.schema, name })))
        return [];
    const list = bracketed(text, text.at((0,parse_tree/* locationOf */.hD)((0,parse_tree/* field */.ZZ)(node, 'relation')) ?? 0));
    if (list === undefined)
        return [];
    const source = rowSource(scope, table, { inherits: false });
    const { columns } = source;
    const parts = statement_text_listed(text, list);
    const elements = (0,parse_tree/* items */.ld)(node.indexParams).map((item, index) => indexElement((0,parse_tree/* field */.ZZ)(item, 'IndexElem'), { text, part: parts[index], columns }));
    const predicate = predicateOf(text, list[1], { tree: node.whereClause, columns });
    const isUnique = node.unique === true;
    const shown = name === undefined ? 'index' : `index \`${(0,object_name/* displayIdentifier */.UY)(name)}\``;
    const operation = isUnique ? `the unique ${shown}` : `the ${shown}`;
    const nullsRepeat = node.nulls_not_distinct === true;
    return [
        ...evaluationDrafts(source, { elements, predicate, operation }),
        ...(isUnique ? [uniqueCheck(source, { elements, predicate, nullsRepeat, operation })] : []),
    ];
}
function index_statement_holdsRows(kind) {
    return kind === 'table' || kind === 'partitioned table' || kind === 'materialized view';
}
function exists({ state }, key) {
    return state.indexes.has(key) || state.catalog.relations.some((relation) => nameKey(relation) === key);
}
/** WHERE is the last clause. */
function predicateOf(text, from, { tree, columns }) {
    if (tree === undefined)
        return undefined;
    const keyword = next(text, from + 1, new Set(['WHERE']));
    const written = slice(text, keyword + 1, text.tokens.length);
    return written === undefined ? undefined : sqlExpression(written, tree, columns);
}

;// CONCATENATED MODULE: ./build/migrations/data/plan/planned-enums.js
/** Enums as the pending migrations leave them: a cast to one of them can be judged before it exists. */


function createPlannedEnums({ enums }) {
    const touched = new Map();
    const gone = new Set();
    const before = new Map(enums.map((type) => [nameKey(type), type.labels]));
    const find = (type, searchPath) => {
        if (type === undefined)
            return undefined;
        const schemas = type.schema === undefined ? searchPath : [type.schema];
        const candidates = schemas.map((schema) => ({ schema, key: nameKey({ schema, name: type.name }) }));
        return candidates.find(({ key }) => touched.has(key) || (before.has(key) && !gone.has(key)));
    };
    const labelsOf = (key) => touched.get(key) ?? before.get(key) ?? [];
    const set = (key, labels) => {
        touched.set(key, labels);
        gone.delete(key);
    };
    const remove = (key) => {
        touched.delete(key);
        gone.add(key);
    };
    return {
        labels(type, searchPath) {
            const found = find(type, searchPath);
            return found === undefined ? undefined : touched.get(found.key);
        },
        create(node, searchPath) {
            const name = (0,parse_tree/* listedName */.d1)(node.typeName);
            const schema = name?.schema ?? searchPath[0] ?? 'public';
            if (name !== undefined)
                set(nameKey({ schema, name: name.name }), (0,parse_tree/* items */.ld)(node.vals).map(labelOf));
        },
        alter(node, searchPath) {
            const found = find((0,parse_tree/* listedName */.d1)(node.typeName), searchPath);
            if (found === undefined)
                return;
            const { oldVal } = node;
            const newVal = typeof node.newVal === 'string' ? node.newVal : '';
            const labels = labelsOf(found.key);
            const renamed = labels.map((label) => (label === oldVal ? newVal : label));
            set(found.key, renamed.includes(newVal) ? renamed : [...renamed, newVal]);
        },
        rename(type, to, searchPath) {
            const found = find(type, searchPath);
            if (found === undefined)
                return;
            const labels = labelsOf(found.key);
            remove(found.key);
            set(nameKey({ schema: to.schema ?? found.schema, name: to.name }), labels);
        },
        drop(type, searchPath) {
            const found = find(type, searchPath);
            if (found !== undefined)
                remove(found.key);
        },
    };
}
/** The tree leaves an empty text away, which is a label like any other. */
function labelOf(value) {
    const { sval } = (0,parse_tree/* field */.ZZ)(value, 'String');
    return typeof sval === 'string' ? sval : '';
}

;// CONCATENATED MODULE: ./build/migrations/data/plan/search-path.js
/** Statements that set the search path. */

/** SET search_path, RESET, and `SELECT set_config('search_path', …)` as pg_dump writes it; undefined: neither of them. */
function searchPathChange({ kind, node }) {
    if (kind === 'VariableSetStmt')
        return afterSet(node);
    if (kind !== 'SelectStmt')
        return undefined;
    const call = (0,parse_tree/* nodesOf */.Nh)(node, 'FuncCall').find(({ funcname }) => (0,parse_tree/* texts */.Te)(funcname).at(-1) === 'set_config');
    const [name, value, isLocal] = (0,parse_tree/* items */.ld)(call?.args).map(constant);
    if (name !== 'search_path' || typeof value !== 'string')
        return undefined;
    const parts = value.match(/"(?:[^"]|"")*"|[^",\s]+/g) ?? [];
    return { schemas: parts.map(unquote), isLocal: isLocal === true };
}
function afterSet(node) {
    if (node.kind === 'VAR_RESET_ALL')
        return { schemas: undefined, isLocal: false };
    if (node.name !== 'search_path')
        return undefined;
    const isLocal = node.is_local === true;
    if (node.kind === 'VAR_DEFAULT' || node.kind === 'VAR_RESET')
        return { schemas: undefined, isLocal };
    if (node.kind !== 'VAR_SET_VALUE')
        return undefined;
    const schemas = (0,parse_tree/* items */.ld)(node.args)
        .map(constant)
        .filter((value) => typeof value === 'string')
        .filter((schema) => schema !== '');
    return { schemas, isLocal };
}
function constant(value) {
    const [kind, node] = (0,parse_tree/* unwrap */.oA)(value);
    if (kind !== 'A_Const')
        return undefined;
    if (node.sval !== undefined)
        return (0,parse_tree/* field */.ZZ)(node, 'sval').sval ?? '';
    if (node.boolval !== undefined)
        return (0,parse_tree/* field */.ZZ)(node, 'boolval').boolval ?? false;
    return undefined;
}
/** Unquoted names are folded to lower case. */
function unquote(part) {
    return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part.toLowerCase();
}

;// CONCATENATED MODULE: ./build/migrations/data/planned-checks.js










const planners = {
    AlterTableStmt: alterTableDrafts,
    IndexStmt: indexDrafts,
    CreateStmt: partitionOfDrafts,
    AlterDomainStmt: domainDrafts,
};
/**
 * The checks of every statement, in order, for tables that existed before; those that rest on what an earlier statement
 * changes are marked. Nothing is asked yet.
 * @param scripts the pending migrations, in their order
 * @param catalog of the database before the first of them
 */
function plannedDataChecks(scripts, catalog, context) {
    const state = createPlanState(catalog, context.searchPath);
    const enums = createPlannedEnums(catalog);
    return scripts.flatMap((script) => scriptChecks(script, { state, enums, context }));
}
/** The search path for the plan: of a session that is set up as the migrating one is. */
async function readSearchPath(session) {
    const rows = await session.query('SELECT schema FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) WITH ORDINALITY AS path(schema, place) ORDER BY place');
    return rows.map((row) => text(row, 'schema'));
}
function scriptChecks(script, { state, enums, context }) {
    let lasting = state.searchPath;
    const checks = script.statements.flatMap((statement, index) => {
        const found = statementChecks(script, index, { state, enums, context });
        const by = { migration: script.migration, line: statement.line };
        applyEffects(statement, { state, enums, by });
        const change = searchPathChange(statement);
        if (change !== undefined) {
            state.searchPath = change.schemas ?? context.searchPath;
            if (!change.isLocal)
                lasting = state.searchPath;
        }
        return found;
    });
    state.searchPath = lasting;
    return checks;
}
function statementChecks({ migration, file, script, statements }, index, { state, enums, context }) {
    const statement = statements[index];
    const planner = statement === undefined ? undefined : planners[statement.kind];
    if (statement === undefined || planner === undefined)
        return [];
    const { parser } = context;
    const source = statementText(parser, script, statement);
    return planner({ state, enums, parser, statement, text: source }).map((draft) => ({
        ...draft,
        statement: { migration, index },
        file,
        line: statement.line,
        searchPath: state.searchPath,
        dependsOn: state.dependency(draft.reads, draft.uses),
    }));
}

// EXTERNAL MODULE: ./build/migrations/rehearsal/rehearsal-findings.js
var rehearsal_findings = __webpack_require__(7281);
;// CONCATENATED MODULE: ./build/migrations/rehearsal/data-part.js
/** The data's part of a rehearsal: asked before the first migration, and once more of the statement that failed. */





/** Asks what can be asked before anything runs. Never fails for what the data or a privilege says. */
async function startDataPart(options) {
    const { session, scripts, before, searchPath, parser } = options;
    const planned = scripts.flatMap(({ statements, ...script }) => statements === undefined ? [] : [{ ...script, statements }]);
    const checks = plannedDataChecks(planned, before, { searchPath, parser });
    const asked = await attempt(() => runDataChecks(session, checks, { when: 'before' }));
    return {
        async finish(statements, failure) {
            const failed = await attempt(() => askAgain({ options, checks, statements, failure }));
            const notes = [...asked.notes, ...failed.notes];
            // Whoever was refused before and ran all the same was no refusal: a trigger, or an earlier statement, mended it.
            const done = new Set(statements.filter(({ status }) => status === 'done').map(rehearsal_findings/* keyOf */.TN));
            const again = new Set(failed.refusals.map(({ statement }) => (0,rehearsal_findings/* keyOf */.TN)(statement)));
            const left = asked.refusals.filter(({ statement }) => !done.has((0,rehearsal_findings/* keyOf */.TN)(statement)) && !again.has((0,rehearsal_findings/* keyOf */.TN)(statement)));
            return { data: { kind: 'done', result: [...left, ...failed.refusals] }, notes };
        },
    };
}
const data_part_nothing = { refusals: [], notes: [] };
async function askAgain({ options, checks, statements, failure }) {
    const statement = statements.find(({ status }) => status === 'failed');
    const script = options.scripts.find(({ migration }) => migration === statement?.migration);
    const sqlState = failure?.sqlState;
    if (statement === undefined || script?.statements === undefined || sqlState === undefined)
        return data_part_nothing;
    const { session, transport } = options;
    return refusalsOfFailure(session, {
        checks,
        statement: { migration: statement.migration, index: statement.index },
        sqlState,
        statements: script.statements,
        transport,
    });
}
async function attempt(work) {
    try {
        return await work();
    }
    catch (thrown) {
        if (thrown instanceof errors/* CancelledError */.cc)
            throw thrown;
        return { refusals: [], notes: [`The rows could not be asked: ${(0,errors/* errorMessage */.gJ)(thrown)}`] };
    }
}

// EXTERNAL MODULE: ./build/report/finding.js
var finding = __webpack_require__(8586);
// EXTERNAL MODULE: ./build/migrations/rehearsal/load-findings.js
var load_findings = __webpack_require__(5005);
;// CONCATENATED MODULE: ./build/migrations/rehearsal/load-table.js


const loadedKinds = ['table', 'partitioned table', 'materialized view'];
/** Those that hold rows here; the largest first, since a lock lasts longest there. */
function loadable(relations) {
    return relations
        .filter(({ kind }) => loadedKinds.includes(kind))
        .toSorted((left, right) => right.bytes - left.bytes || left.oid - right.oid);
}
/** Samples keys, once. @throws what the query throws: the role may not read the table */
async function prepareTable(session, table, catalog) {
    const columns = catalog.columns.filter(({ tableOid }) => tableOid === table.oid);
    const key = load_table_keyOf(table, catalog);
    const keys = key.length === 0 ? [] : await sampleKeys(session, table, key);
    const list = columns.map(({ name }) => (0,identifier/* quoteIdentifier */.C)(name)).join(', ');
    const name = quotedName(table);
    if (keys.length === 0)
        return {
            table,
            reads: [{ sql: readSql(`SELECT ${list} FROM ${name} LIMIT 1`), values: [] }],
            writes: [],
        };
    const where = key.map((column, index) => `${(0,identifier/* quoteIdentifier */.C)(column)} = $${index + 1}`).join(' AND ');
    const sql = readSql(`SELECT ${list} FROM ${name} WHERE ${where}`);
    const changed = changedColumn(columns, key);
    const isWritable = table.kind !== 'materialized view' && changed !== undefined;
    return {
        table,
        reads: keys.map((values) => ({ sql, values })),
        writes: isWritable ? keys.map((values) => writeOf({ name, changed, key, values })) : [],
    };
}
/** Every column is named, as an application's client does, and none is fetched: they are nobody's business. */
function readSql(query) {
    return `SELECT 1 FROM (${query}) AS found`;
}
function quotedName({ schema, name }) {
    return `${(0,identifier/* quoteIdentifier */.C)(schema)}.${(0,identifier/* quoteIdentifier */.C)(name)}`;
}
/** Columns of the primary key; empty where there is none. */
function load_table_keyOf(table, { indexes }) {
    const primary = indexes.find(({ tableOid, isPrimary, isValid }) => tableOid === table.oid && isPrimary && isValid);
    return (primary?.columns ?? []).filter((column) => column !== undefined);
}
/** One that may be written to: no part of the key where there is another. */
function changedColumn(columns, key) {
    const writable = columns.filter(({ generated, identity }) => generated === undefined && identity !== 'always');
    return (writable.find(({ name }) => !key.includes(name)) ?? writable[0])?.name;
}
const sampledKeys = 64;
/** So many rows are in the sampled part of a table, by the planner's estimate. */
const sampledRows = 2000;
/** From all over the table where that is cheap; else the first ones. Gives their texts. */
async function sampleKeys(session, table, key) {
    const list = key.map((column, index) => `${(0,identifier/* quoteIdentifier */.C)(column)}::text AS "k${index}"`).join(', ');
    const percent = Math.min(100, (100 * sampledRows) / Math.max(1, table.rows ?? 0));
    const sample = table.rows === undefined ? '' : `TABLESAMPLE SYSTEM (${percent}) REPEATABLE (1)`;
    const ask = (from) => session.query(`SELECT ${list} FROM ${quotedName(table)} ${from} LIMIT ${sampledKeys}`);
    const sampled = await ask(sample);
    const rows = sampled.length > 0 || sample === '' ? sampled : await ask('');
    return rows.map((row) => key.map((_, index) => (0,postgres_row/* text */.Qq)(row, `k${index}`)));
}
/**
 * Goes to the server in one message, so that no lock waits for this process; the last statement takes everything back.
 * `LOCK` waits as UPDATE itself does. Under that lock no trigger can come; where there is one, a division by zero (SQLSTATE
 * 22012) ends it before a row is touched.
 */
function writeOf({ name, changed, key, values }) {
    const column = (0,identifier/* quoteIdentifier */.C)(changed);
    const where = key.map((part, index) => `${(0,identifier/* quoteIdentifier */.C)(part)} = ${(0,identifier/* quoteLiteral */.c)(values[index] ?? '')}`);
    const sql = `BEGIN;
LOCK TABLE ${name} IN ROW EXCLUSIVE MODE;
SELECT 1 / CASE WHEN EXISTS (${actingOutside(name)}) THEN 0 ELSE 1 END;
UPDATE ${name} SET ${column} = ${column} WHERE ${where.join(' AND ')};
ROLLBACK`;
    return { sql, values: undefined };
}
/** Triggers, rules and foreign partitions can do what a ROLLBACK does not undo. */
function actingOutside(name) {
    return `
WITH RECURSIVE family AS (
  SELECT pg_catalog.to_regclass(${(0,identifier/* quoteLiteral */.c)(name)})::oid AS oid
  UNION SELECT i.inhrelid FROM pg_catalog.pg_inherits i JOIN family f ON i.inhparent = f.oid
)
SELECT 1 FROM pg_catalog.pg_trigger t JOIN family f ON t.tgrelid = f.oid
 WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype & 16 <> 0
UNION ALL SELECT 1 FROM pg_catalog.pg_rewrite r JOIN family f ON r.ev_class = f.oid WHERE r.ev_type = '2'
UNION ALL SELECT 1 FROM pg_catalog.pg_class c JOIN family f ON c.oid = f.oid WHERE c.relkind = 'f'`;
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/load-prepare.js
/** Before the migrations: samples keys and tries each operation, so that an error later is the migrations' doing. */



/** Nothing of this may take long: whoever locks a table already would hold up the migrations. */
const probing = "SET lock_timeout = '2s'; SET statement_timeout = '5s'";
/** The tables that can be read, with the writes that work. */
async function prepareTables(preparation) {
    const { reader, writer, tables, signal } = preparation;
    await Promise.all([reader.query(probing), writer.query(probing)]);
    const prepared = [];
    for (const table of tables) {
        signal.throwIfAborted();
        const loaded = await tryTable(table, preparation);
        if (loaded !== undefined)
            prepared.push(loaded);
    }
    return prepared;
}
async function tryTable(table, preparation) {
    const { reader, writer, catalog, log } = preparation;
    const name = `${table.schema}.${table.name}`;
    try {
        const loaded = await prepareTable(reader, table, catalog);
        await send(reader, loaded.reads[0]);
        const refusal = await load_prepare_refusalOf(writer, loaded.writes[0]);
        if (refusal === undefined)
            return loaded;
        log.info(`Load: ${name} is only read: ${refusal}`);
        return { ...loaded, writes: [] };
    }
    catch (thrown) {
        if ((0,sqlstate/* sqlStateOf */.v9)(thrown) === undefined)
            throw thrown;
        log.info(`Load: ${name} is left alone: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
        return undefined;
    }
}
async function send(connection, query) {
    if (query !== undefined)
        await connection.query(query.sql, query.values);
}
/** Why the write does not work; undefined when it does. */
async function load_prepare_refusalOf(writer, query) {
    if (query === undefined)
        return 'it has no row, no primary key or no column that may be written.';
    try {
        await send(writer, query);
        return undefined;
    }
    catch (thrown) {
        const state = (0,sqlstate/* sqlStateOf */.v9)(thrown);
        if (state === undefined)
            throw thrown;
        await writer.query('ROLLBACK');
        if (state === sqlstate/* sqlState */.cn.divisionByZero)
            return 'it has a trigger, a rule or a foreign partition.';
        return (0,errors/* errorMessage */.gJ)(thrown);
    }
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/load-tally.js
/** Counts what the load met, table by table. */


function newTally(table) {
    return { table, read: newFigures(), write: newFigures(), errors: new Map() };
}
function newFigures() {
    return { count: 0, longestMs: 0, during: undefined, since: undefined };
}
function countOperation(tally, { operation, start, end, during, isCutOff }) {
    const figures = tally[operation];
    const since = figures.since ?? start;
    figures.count += 1;
    figures.since = isCutOff ? since : undefined;
    if (end - since <= figures.longestMs)
        return;
    figures.longestMs = end - since;
    figures.during = during;
}
function countError(tally, thrown, at) {
    const sqlState = (0,sqlstate/* sqlStateOf */.v9)(thrown);
    const known = tally.errors.get(sqlState ?? '');
    if (known === undefined)
        tally.errors.set(sqlState ?? '', { ...at, sqlState, message: load_tally_messageOf(thrown, sqlState), count: 1 });
    else
        known.count += 1;
}
/** Messages about data quote it: classes 21 to 23 and whatever a function raises (P0). */
function load_tally_messageOf(thrown, sqlState) {
    if (sqlState !== undefined && /^(2[123]|P0)/.test(sqlState))
        return 'the server refused it for the data of the row';
    return (0,errors/* errorMessage */.gJ)(thrown);
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/load-worker.js
/** One connection of the load: an operation at a time, table after table, at a bounded rate. */





const lastRoundMs = 3000;
const cancelMs = 2000;
/** Works until done, then every target once more, so that what the last statement broke is met. Never rejects. */
async function runWorker(options, connection) {
    const worker = { options, connection, isStopping: false };
    const ended = AbortSignal.any([options.done, options.signal]);
    const working = workUntil(worker, ended).catch((thrown) => {
        options.log.notice(`Load: no more ${options.operation}s, there is no connection: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
    });
    await untilAborted(ended);
    const patience = options.signal.aborted ? 0 : lastRoundMs;
    if (!(await within(patience, working))) {
        worker.isStopping = true;
        await worker.connection.cancel();
        await within(cancelMs, working);
    }
    await load_worker_close(worker.connection);
}
/** Closing says goodbye; a server that is gone does not hear it. */
async function load_worker_close(connection) {
    try {
        await connection[Symbol.asyncDispose]();
    }
    catch { }
}
function untilAborted(signal) {
    if (signal.aborted)
        return Promise.resolve();
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
async function workUntil(worker, ended) {
    const { targets, everyMs, signal } = worker.options;
    for (let place = 0; !ended.aborted && targets.length > 0; place = (place + 1) % targets.length) {
        const target = targets[place];
        if (target !== undefined && target.restsUntil <= performance.now())
            await operate(worker, target);
        await (0,wait/* sleep */.y)(everyMs, ended).catch(() => { });
    }
    for (const target of targets)
        if (!signal.aborted && !worker.isStopping && target.restsUntil !== Number.POSITIVE_INFINITY)
            await operate(worker, target);
}
/** After an error a table is left alone for a second: it is counted, not hammered. */
const restMs = 1000;
async function operate(worker, target) {
    const { operation, currentMigration, signal } = worker.options;
    const query = target.queries[target.turn % target.queries.length];
    if (query === undefined)
        return;
    target.turn += 1;
    const before = currentMigration();
    const start = performance.now();
    let thrown;
    try {
        await worker.connection.query(query.sql, query.values);
    }
    catch (error) {
        thrown = error;
    }
    const end = performance.now();
    const during = before ?? currentMigration();
    const isCutOff = (0,sqlstate/* sqlStateOf */.v9)(thrown) === sqlstate/* sqlState */.cn.queryCanceled || signal.aborted;
    countOperation(target.tally, { operation, start, end, during, isCutOff });
    if (thrown !== undefined && !signal.aborted)
        await recover(worker, target, { thrown, during });
}
async function recover(worker, target, { thrown, during }) {
    const { operation, log } = worker.options;
    const state = (0,sqlstate/* sqlStateOf */.v9)(thrown);
    const { schema, name } = target.tally.table;
    if (state === sqlstate/* sqlState */.cn.divisionByZero && operation === 'write') {
        target.restsUntil = Number.POSITIVE_INFINITY;
        log.info(`Load: ${schema}.${name} is only read from now on: it has a trigger, a rule or a foreign partition.`);
    }
    else if (state !== sqlstate/* sqlState */.cn.queryCanceled) {
        countError(target.tally, thrown, { operation, during });
        target.restsUntil = performance.now() + restMs;
    }
    await backToOrder(worker);
}
/** Ends the transaction that an error left; over a new connection where this one is gone, and with it the transaction. */
async function backToOrder(worker) {
    const { open, done } = worker.options;
    try {
        await worker.connection.query('ROLLBACK');
    }
    catch {
        await load_worker_close(worker.connection);
        await (0,wait/* sleep */.y)(restMs, done).catch(() => { });
        const fresh = await open();
        if (worker.isStopping)
            await load_worker_close(fresh);
        else
            worker.connection = fresh;
    }
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/load.js






const mostTables = 16;
const mostPerSecond = 20;
const defaultPerSecond = 10;
/** Of reads, and of writes, over all tables. */
const mostInAllPerSecond = 100;
const defaultStallLimitMs = 1000;
/**
 * Tries each operation once and begins with those that work.
 * @throws what `open` throws, the signal's reason, ExternalError when a connection is lost meanwhile
 */
async function startLoad(options) {
    const { signal, log, stallLimitMs = defaultStallLimitMs } = options;
    const all = loadable(options.tables);
    const chosen = all.slice(0, mostTables);
    if (chosen.length < all.length)
        log.info(`Load: on the ${mostTables} largest of ${all.length} tables.`);
    const { reader, writer, tables } = await connectAndPrepare(options, chosen);
    const done = new AbortController();
    const tallies = new Map(tables.map(({ table }) => [table.oid, newTally(table)]));
    const work = (operation, connection) => {
        const targets = targetsOf(operation, tables, tallies);
        const everyMs = load_pauseMs(targets.length, options.perSecond ?? defaultPerSecond);
        const open = () => openFor(operation, options);
        const currentMigration = () => options.currentMigration();
        const common = { currentMigration, done: done.signal, signal, log };
        return runWorker({ ...common, operation, targets, open, everyMs }, connection);
    };
    const working = [work('read', reader), work('write', writer)];
    return {
        async stop() {
            done.abort();
            await Promise.all(working);
            return resultOf([...tallies.values()], stallLimitMs);
        },
    };
}
async function connectAndPrepare(options, chosen) {
    const opened = [];
    try {
        const reader = await openFor('read', options);
        opened.push(reader);
        const writer = await openFor('write', options);
        opened.push(writer);
        const tables = await prepareTables({ ...options, reader, writer, tables: chosen });
        await Promise.all([reader.query(load_settings), writer.query(load_settings)]);
        return { reader, writer, tables };
    }
    catch (thrown) {
        await Promise.allSettled(opened.map((connection) => connection[Symbol.asyncDispose]()));
        throw thrown;
    }
}
function load_pauseMs(targets, perSecond) {
    const each = Math.min(mostPerSecond, perSecond);
    return 1000 / Math.min(mostInAllPerSecond, each * Math.max(1, targets));
}
function targetsOf(operation, tables, tallies) {
    return tables.flatMap((loaded) => {
        const tally = tallies.get(loaded.table.oid);
        const queries = operation === 'read' ? loaded.reads : loaded.writes;
        return tally === undefined || queries.length === 0 ? [] : [{ tally, queries, turn: 0, restsUntil: 0 }];
    });
}
/**
 * A wait shows by its length, so there is no lock_timeout; the limit of an operation is for a lock that is never let go
 * of. Should this process vanish, the server ends what it left after ten seconds.
 */
const load_settings = `SET statement_timeout = '60s';
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = '10s';`;
async function openFor(operation, { open, directUri }) {
    const connection = await open(directUri, 'database-actions/load');
    try {
        await connection.query(operation === 'read' ? `${load_settings} SET default_transaction_read_only = on` : load_settings);
    }
    catch (thrown) {
        await connection[Symbol.asyncDispose]();
        throw thrown;
    }
    // Only some roles may: in a deadlock with the migration, this session then gives way.
    await connection.query("SET deadlock_timeout = '100ms'").catch(() => { });
    return connection;
}
function resultOf(tallies, stallLimitMs) {
    const sorted = tallies.toSorted((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
    return {
        tables: sorted.map(({ table: { oid, schema, name, kind }, read, write, errors }) => ({
            table: { oid, schema, name, kind },
            reads: read.count,
            writes: write.count,
            longestReadMs: read.longestMs,
            longestWriteMs: write.longestMs,
            during: (write.longestMs > read.longestMs ? write : read).during,
            errors: [...errors.values()]
                .toSorted(load_findings/* byState */.d0)
                .map(({ sqlState, message, count }) => ({ sqlState, message, count })),
        })),
        findings: (0,finding/* sortFindings */.Tc)((0,load_findings/* loadFindings */.fk)(sorted, stallLimitMs)),
    };
}
function nameOf({ table }) {
    return `${table.schema}.${table.name}`;
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/load-part.js
/** The load of a rehearsal: on the tables that the pending statements name. */





async function startLoadPart(options) {
    const { load: isAsked = false, maxStallMs } = options.task.request.rehearse ?? {};
    if (!isAsked)
        return withoutLoad('it was not asked for (`load: true`)');
    const tables = involvedTables(options);
    if (tables.length === 0)
        return withoutLoad('the pending statements name no table that was there before');
    const { task, before, currentMigration } = options;
    try {
        const load = await startLoad({
            directUri: task.request.directUri,
            open: (0,engine_task/* measuringOpenerOf */.gu)(task),
            tables,
            catalog: before,
            currentMigration,
            signal: task.stop.signal,
            log: task.context.log,
            stallLimitMs: maxStallMs,
        });
        return partOf(load);
    }
    catch (thrown) {
        if (thrown instanceof errors/* CancelledError */.cc || task.stop.signal.aborted)
            throw thrown;
        return withoutLoad(`it could not be started: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
    }
}
function partOf(load) {
    let stopped;
    const stop = () => {
        stopped ??= load.stop();
        return stopped;
    };
    return {
        finish: async () => ({ kind: 'done', result: await stop() }),
        async [Symbol.asyncDispose]() {
            await stop();
        },
    };
}
function withoutLoad(reason) {
    return {
        finish: async () => ({ kind: 'skipped', reason }),
        [Symbol.asyncDispose]: () => Promise.resolve(),
    };
}
/** Of a tool whose statements are not known: all tables. */
function involvedTables({ task, scripts, before }) {
    const tables = before.relations.filter(({ kind }) => kind === 'table' || kind === 'partitioned table');
    if (scripts.length === 0)
        return tables;
    const defaultSchema = (0,migrations_session/* schemaOf */.p)(task.request.directUri);
    const named = scripts.flatMap(({ statements = [] }) => statements.flatMap(({ kind, node }) => (0,parse_tree/* relationsIn */.D1)(kind, node)));
    const names = new Set(named.map(({ schema = defaultSchema, name }) => `${schema}.${name}`));
    const isNamed = ({ schema, name }) => names.has(`${schema}.${name}`);
    const ofIndexes = new Set(before.relations.filter(isNamed).map(({ tableOid }) => tableOid));
    return tables.filter((table) => isNamed(table) || ofIndexes.has(table.oid));
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/parts.js




async function startParts(options, session, before) {
    const { task, newSchema } = options;
    const { deployed, rollout } = task.request.rehearse ?? {};
    const searchPath = [(0,migrations_session/* schemaOf */.p)(task.request.directUri)];
    const data = await startDataPart({ ...options, session, before, searchPath, transport: task.transport });
    const asked = { task, session, before };
    const compatibility = await startCompatibilityPart({
        ...asked,
        schema: deployed ?? { kind: 'skipped', reason: 'the deployed schema is not known' },
        direction: 'deployed-app',
    });
    const isCodeFirst = rollout === 'code-first';
    const codeFirst = await startCompatibilityPart({
        ...asked,
        schema: isCodeFirst
            ? newSchema
            : { kind: 'skipped', reason: 'it was not asked for (`rollout: code-first`)' },
        direction: 'new-app',
    });
    return {
        startLoad: () => startLoadPart({ ...options, before }),
        async finish({ statements, failure, after }) {
            const { data: refusals, notes } = await data.finish(statements, failure);
            const judged = (part) => failure === undefined ? part.finish(after) : Promise.resolve(afterFailure);
            return {
                data: refusals,
                notes,
                compatibility: await judged(compatibility),
                codeFirst: await judged(codeFirst),
            };
        },
    };
}
const afterFailure = { kind: 'skipped', reason: 'a migration failed' };

;// CONCATENATED MODULE: ./build/migrations/rehearsal/probe.js
/** The query behind a statement, in the statement's own transaction: what it holds, what it rewrote, what it wrote. */


/** `OPERATOR(pg_catalog.=)`: a script may set any search_path. Object ids below 16384 are the system's own. */
const probeQuery = `SELECT pg_catalog.json_build_object(
'received', EXTRACT(epoch FROM pg_catalog.statement_timestamp()) OPERATOR(pg_catalog.*) 1000,
'ended', EXTRACT(epoch FROM pg_catalog.clock_timestamp()) OPERATOR(pg_catalog.*) 1000,
'wal', CASE WHEN pg_catalog.pg_is_in_recovery() THEN NULL ELSE pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0') END,
'locks', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object('oid', l.relation::pg_catalog.int8, 'mode', l.mode, 'fileNode', pg_catalog.pg_relation_filenode(l.relation)::pg_catalog.int8)), '[]')
 FROM pg_catalog.pg_locks l WHERE l.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid() AND l.locktype OPERATOR(pg_catalog.=) 'relation'
 AND l.granted AND l.relation::pg_catalog.int8 OPERATOR(pg_catalog.>=) 16384),
'resumed', EXTRACT(epoch FROM pg_catalog.clock_timestamp()) OPERATOR(pg_catalog.*) 1000)::pg_catalog.text AS ${script_run/* probeColumn */.d}`;
const isProbe = (0,guard/* objectOf */.Xy)({
    received: guard/* isNumber */.Et,
    ended: guard/* isNumber */.Et,
    resumed: guard/* isNumber */.Et,
    wal: (0,guard/* nullable */.me)(guard/* isNumber */.Et),
    locks: (0,guard/* arrayOf */.jk)((0,guard/* objectOf */.Xy)({ oid: guard/* isNumber */.Et, mode: guard/* isString */.Kg, fileNode: (0,guard/* nullable */.me)(guard/* isNumber */.Et) })),
});
/** Undefined for what no probe answers: a statement of the user's may have a column of that name. */
function parseProbe(answer) {
    try {
        const value = JSON.parse(answer);
        return isProbe(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/statement-meter.js
/** Puts together, statement by statement, what the probes of the bundled engine answered. */




function statementMeter(options) {
    const state = {
        options,
        known: new Map(options.before.map((relation) => [relation.oid, relation])),
        fileNodes: new Map(options.before.map(({ oid, fileNode }) => [oid, fileNode ?? null])),
        drafts: [],
        open: [],
        held: new Map(),
        transaction: 0,
        wal: options.first?.wal ?? null,
        begun: undefined,
    };
    return {
        script: (identity) => ({
            probe: options.first === undefined ? undefined : probeQuery,
            begin: (batch) => batchMeter(state, identity, batch),
        }),
        statements: () => state.drafts.map(({ taken: _, ...statement }) => statement),
    };
}
function batchMeter(state, identity, batch) {
    const sent = state.options.clock();
    state.begun ??= sent;
    const probes = new Map();
    return {
        probed(piece, answer) {
            const probe = parseProbe(answer);
            if (probe !== undefined && !probes.has(piece))
                probes.set(piece, probe);
        },
        async end(outcome) {
            const done = state.options.clock();
            const span = { state, identity, batch, probes, sent, done, outcome };
            const sighting = await sightingOf(span);
            const ran = outcome.completed + (outcome.hasFailed ? 1 : 0);
            const drafts = [...batch.pieces.keys()].slice(0, ran).map((index) => draftOf(span, index, sighting));
            state.drafts.push(...drafts);
            state.open = [...state.open, ...drafts.filter(({ taken }) => taken.length > 0)];
            if (!outcome.isInTransaction)
                endTransaction(state, done);
        },
    };
}
/**
 * Statements without a probe are looked at from outside; those that only set something need none. A probe cannot tell
 * how long a lock was waited for, so whatever took longer is looked at too.
 */
async function sightingOf(span) {
    const { batch, probes, sent, done, state } = span;
    const kind = batch.pieces[0]?.statement?.kind ?? '';
    const isAnswered = probes.size >= batch.pieces.length && done - sent < longMs;
    if (isAnswered || quietKinds.has(kind))
        return undefined;
    return state.options.look({ from: sent, to: done });
}
/** Milliseconds: whoever waited for a lock took longer. */
const longMs = 20;
const quietKinds = new Set(['TransactionStmt', 'VariableSetStmt', 'DiscardStmt']);
function draftOf(span, index, sighting) {
    const { state, probes, outcome, sent, done } = span;
    const status = index < outcome.completed ? 'done' : 'failed';
    const statement = { ...identityOf(span, index), status, transaction: state.transaction };
    const begun = beganAt(span, index);
    const startMs = begun - (state.begun ?? sent);
    const probe = probes.get(index);
    if (probe !== undefined) {
        const durationMs = sent + (probe.ended - receivedAt(span)) - begun;
        const fileNodes = new Map(probe.locks.map(({ oid, fileNode }) => [oid, fileNode]));
        const facts = { walBytes: walSince(state, probe.wal), rewritten: rewrittenBy(state, fileNodes) };
        const taken = withWaits(newLocks(state, probe, begun), sighting);
        return { ...statement, startMs, durationMs, ...facts, taken, locks: [], source: 'exact' };
    }
    const durationMs = done - begun;
    if (sighting === undefined)
        return { ...statement, startMs, durationMs, ...unseen, taken: [], source: 'none' };
    const { isSeen, fileNodes, wal } = sighting;
    const facts = { walBytes: walSince(state, wal), rewritten: rewrittenBy(state, fileNodes) };
    const locks = sighting.locks.filter((lock) => isNewLock(state, lock.relation.oid, lock.mode));
    const source = isSeen || facts.rewritten.length > 0 ? 'observed' : 'none';
    return { ...statement, startMs, durationMs, ...facts, locks, taken: [], source };
}
/** From outside, a statement's locks cannot be told from those that its transaction held already. */
function isNewLock({ held }, oid, mode) {
    const before = held.get(oid);
    return before === undefined || (0,lock_mode/* compareLockModes */.tc)(before, mode) < 0;
}
const unseen = { locks: [], rewritten: [], walBytes: undefined };
function walSince(state, wal) {
    const before = state.wal;
    state.wal = wal;
    return wal === null || before === null ? undefined : wal - before;
}
function identityOf({ identity, batch }, index) {
    const { migration, file, script } = identity;
    const piece = batch.pieces[index];
    const { statement, text = '', start = 0 } = piece ?? {};
    const kind = statement?.kind ?? 'Script';
    const line = statement?.line ?? (0,sql_parser/* lineAt */.m)(script, start);
    return { migration, file, index: statement?.index ?? 0, line, text: statement?.text ?? text.trim(), kind };
}
/** The server's time of receipt: the origin that its clock and ours have in common. */
function receivedAt({ probes }) {
    return probes.values().next().value?.received ?? 0;
}
/** By our clock: when the probe before it was done, or when the batch was sent. */
function beganAt(span, index) {
    const before = span.probes.get(index - 1);
    return before === undefined ? span.sent : span.sent + (before.resumed - receivedAt(span));
}
function newLocks(state, probe, since) {
    const strongest = new Map();
    for (const { oid, mode } of probe.locks) {
        if (!(0,lock_mode/* isLockMode */.n9)(mode) || !state.known.has(oid))
            continue;
        const other = strongest.get(oid);
        if (other === undefined || (0,lock_mode/* compareLockModes */.tc)(other, mode) < 0)
            strongest.set(oid, mode);
    }
    const taken = [...strongest].flatMap(([oid, mode]) => {
        const relation = state.known.get(oid);
        if (relation === undefined || !isNewLock(state, oid, mode))
            return [];
        return [{ relation: refOf(relation), mode, since, waitedMs: 0 }];
    });
    for (const [oid, mode] of strongest)
        state.held.set(oid, mode);
    return taken;
}
function withWaits(taken, sighting) {
    if (sighting === undefined)
        return taken;
    const waits = new Map(sighting.locks.map(({ relation, waitedMs }) => [relation.oid, waitedMs]));
    return taken.map((lock) => ({ ...lock, waitedMs: waits.get(lock.relation.oid) ?? 0 }));
}
function rewrittenBy(state, fileNodes) {
    const changed = [...fileNodes].filter(([oid, fileNode]) => fileNode !== null && state.fileNodes.has(oid) && state.fileNodes.get(oid) !== fileNode);
    for (const [oid, fileNode] of changed)
        state.fileNodes.set(oid, fileNode);
    return changed
        .flatMap(([oid]) => state.known.get(oid) ?? [])
        .map(refOf)
        .toSorted(byName);
}
/** The locks of every statement of the transaction end with it. */
function endTransaction(state, ended) {
    for (const draft of state.open) {
        draft.locks = draft.taken
            .map(({ relation, mode, since, waitedMs }) => ({
            relation,
            mode,
            heldMs: Math.max(0, ended - since - waitedMs),
            waitedMs,
        }))
            .toSorted((a, b) => (0,lock_mode/* compareLockModes */.tc)(b.mode, a.mode) || byName(a.relation, b.relation));
    }
    state.open = [];
    state.held = new Map();
    state.transaction += 1;
}
function byName(left, right) {
    const [a, b] = [`${left.schema}.${left.name}`, `${right.schema}.${right.name}`];
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/measuring.js
/** Measures a run of migrations from before the first to after the last. Whatever it cannot do, the migrations go on. */










/** Undefined when there is nothing to measure, or no second session: the log says why. */
async function startMeasuring(options) {
    const { task, scripts } = options;
    const isNothing = scripts.length === 0 && options.engine !== 'command';
    if (task.request.rehearse === undefined || isNothing)
        return undefined;
    try {
        const side = await (0,engine_task/* measuringOpenerOf */.gu)(task)(task.request.directUri, 'database-actions/rehearsal');
        return await measuringOver(options, side);
    }
    catch (thrown) {
        if (thrown instanceof errors/* CancelledError */.cc)
            throw thrown;
        task.context.log.warning(`The migrations run without being measured: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
        return undefined;
    }
}
async function measuringOver(options, side) {
    try {
        const before = await readRehearsalCatalog(side);
        const facts = await readServerFacts(side);
        const parts = await startParts(options, side, before);
        // After the questions: what they read is not what the migrations read.
        const pages = await readPageCounts(side);
        const notes = new Set();
        const load = await parts.startLoad();
        const start = { options, side, before, facts, parts, load, pages, notes };
        const beginning = { ...start, observer: undefined };
        return {
            before,
            observe: (who) => observe(beginning, who),
            meterFor: (migrating) => meterFor(beginning, migrating),
            finish: (statements, failure) => finish(beginning, statements, failure),
            async [Symbol.asyncDispose]() {
                await Promise.all([beginning.observer?.stop(), load[Symbol.asyncDispose]()]);
                await side[Symbol.asyncDispose]();
            },
        };
    }
    catch (thrown) {
        await side[Symbol.asyncDispose]();
        throw thrown;
    }
}
async function observe(beginning, who) {
    const { task } = beginning.options;
    const observer = await startObserver({
        directUri: task.request.directUri,
        open: (0,engine_task/* measuringOpenerOf */.gu)(task),
        who,
        before: beginning.before.relations,
        log: task.context.log,
    });
    beginning.observer = observer;
    return observer;
}
async function meterFor(beginning, migrating) {
    const { relations } = beginning.before;
    const { pid } = migrating;
    const first = await firstProbe(beginning, migrating);
    const observer = await observe(beginning, { pid });
    const look = (span) => lookAt(beginning, observer, { pid, ...span });
    return statementMeter({ before: relations, first, look, clock: () => performance.now() });
}
/** Undefined where this role may not ask. */
async function firstProbe({ notes }, migrating) {
    try {
        const [row = {}] = await migrating.query(probeQuery);
        const probe = parseProbe((0,postgres_row/* text */.Qq)(row, script_run/* probeColumn */.d));
        if (probe === undefined)
            throw new Error('The probe gave another shape than it was written for.');
        return probe;
    }
    catch (thrown) {
        notes.add(`Locks could not be read in the migrating session: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
        return undefined;
    }
}
async function lookAt({ side, before, notes }, observer, window) {
    try {
        const { locks, isSeen } = await observer.seen(window);
        const oids = before.relations.map(({ oid }) => oid);
        const [row = {}] = await side.query(stateQuery, [oids]);
        const wal = (0,postgres_row/* optionalText */.mR)(row, 'wal');
        const fileNodes = fileNodesOf(row.nodes, oids);
        return { isSeen, locks, fileNodes, wal: wal === undefined ? null : Number(wal) };
    }
    catch (thrown) {
        notes.add(`A statement could not be looked at: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
        return undefined;
    }
}
const stateQuery = `
SELECT CASE WHEN pg_catalog.pg_is_in_recovery() THEN NULL
            ELSE pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0') END::text AS wal,
       (SELECT pg_catalog.array_agg(pg_catalog.pg_relation_filenode(o.oid)::bigint::text ORDER BY o.place)
          FROM pg_catalog.unnest($1::oid[]) WITH ORDINALITY AS o(oid, place)) AS nodes`;
function fileNodesOf(nodes, oids) {
    const values = Array.isArray(nodes) ? nodes : [];
    return new Map(oids.map((oid, index) => [oid, typeof values[index] === 'string' ? Number(values[index]) : null]));
}
async function finish(beginning, statements, failure) {
    const { options, side, before, notes, facts } = beginning;
    const { task, scripts, engine } = options;
    try {
        const [observation, load] = await Promise.all([beginning.observer?.stop(), beginning.load.finish()]);
        for (const note of observation?.notes ?? [])
            notes.add(note);
        const cache = cacheBetween(beginning.pages, await readPageCounts(side));
        const { computeSize, isProductionData = true } = task.request.rehearse ?? {};
        const circumstances = {
            ...facts,
            serverVersion: side.serverVersion,
            computeSize,
            cache,
            transport: task.transport,
            engine,
            isProductionData,
        };
        const after = await readRehearsalCatalog(side);
        const { notes: more, ...parts } = await beginning.parts.finish({ statements, failure, after });
        for (const note of more)
            notes.add(note);
        return {
            scripts,
            measurement: {
                statements,
                before: before.relations,
                circumstances,
                notes: [...notes],
            },
            before,
            after,
            ...parts,
            load,
        };
    }
    catch (thrown) {
        if (thrown instanceof errors/* CancelledError */.cc)
            throw thrown;
        task.context.log.warning(`What was measured is lost: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/pending-scripts.js
/** The scripts that a run is going to apply, taken apart. */

/** @param names in the order in which they will run */
function pendingScripts(task, names, parser) {
    return names.map((migration) => {
        const { script, file } = (0,engine_task/* migrationFile */.ZQ)(task, migration);
        const parsed = parser.parse(script);
        return { migration, file, script, statements: parsed.kind === 'parsed' ? parsed.statements : undefined };
    });
}
/** Every statement of the scripts in order: as it was measured, or `not run` where the run never came to it. */
function withNotRun(scripts, measured) {
    return scripts.flatMap((script) => {
        const own = measured.filter(({ migration }) => migration === script.migration);
        if (own.some(({ kind }) => kind === 'Script'))
            return own;
        const known = new Set(own.map(({ index }) => index));
        const left = (script.statements ?? []).flatMap((statement, index) => known.has(index) ? [] : [notRun(script, statement, index)]);
        return [...own, ...left].toSorted((a, b) => a.index - b.index);
    });
}
function notRun({ migration, file }, statement, index) {
    const { line, text, kind } = statement;
    const nothing = {
        startMs: 0,
        durationMs: 0,
        locks: [],
        rewritten: [],
        walBytes: undefined,
        transaction: -1,
    };
    return { migration, file, index, line, text, kind, status: 'not run', ...nothing, source: 'none' };
}
/** The checkout's own Prisma schema. */
function newSchemaOf({ project }) {
    return { kind: 'done', result: { files: project.schemaFiles, of: 'the pull request' } };
}

// EXTERNAL MODULE: ./build/migrations/row-data.js
var row_data = __webpack_require__(2485);
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
    const [state] = await observer.query(`SELECT wait_event_type, wait_event, pg_catalog.pg_blocking_pids(pid) AS blockers
       FROM pg_catalog.pg_stat_activity
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
    const rows = await observer.query(`SELECT pid, usename, application_name, state, pg_catalog.left(pg_catalog.regexp_replace(query, '\\s+', ' ', 'g'), 120) AS query,
            extract(epoch FROM pg_catalog.clock_timestamp() - coalesce(xact_start, query_start)) * 1000 AS age
       FROM pg_catalog.pg_stat_activity WHERE pid = ANY ($1) ORDER BY pid`, [pids]);
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
    await observer.query(`SELECT pg_catalog.${verb}(pid) FROM pg_catalog.pg_stat_activity WHERE ${sameBackend}`, backendValues(backend));
}
/** Cancels until the work is over: a cancel that comes between two statements is lost. */
async function cancelLoop({ options, observer, done }) {
    await watch_untilAborted(AbortSignal.any([options.signal, done]));
    for (let attempt = 0; !done.aborted; attempt += 1) {
        await stopBackend(observer, options.backend, attempt < patientCancels).catch(() => { });
        await (0,wait/* sleep */.y)(500, done);
    }
}
function watch_untilAborted(signal) {
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
    let meter;
    let failed;
    let current;
    const look = (what, work) => watch === undefined ? work() : watched(watch, what, work);
    const finish = (result, title) => {
        results.push(result);
        current = undefined;
        context.log.info(`${title}: ${result.status} after ${(0,duration/* formatDuration */.a)(result.durationMs)}`);
    };
    return {
        expect(connection, names) {
            watch = (0,engine_task/* watchOptions */.qt)(task, connection);
            expected = names;
        },
        measure(given) {
            meter = given;
        },
        failed: () => failed,
        current: () => current,
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
                failed = { name, failure, message: script_record_messageOf(failure, stop) };
            };
            const scriptMeter = meter?.script({ migration: name, file: (0,engine_task/* migrationFile */.ZQ)(task, name).file, script });
            context.log.info(`${title}: started`);
            current = name;
            try {
                await look(title, () => (0,script_run/* runScript */.j)({
                    client,
                    script,
                    transport,
                    parser,
                    onFailure,
                    signal: stop.signal,
                    meter: scriptMeter,
                }));
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
function script_record_messageOf({ error }, stop) {
    const otherwise = stop.reason() === undefined ? 'the connection was lost' : 'stopped between two statements';
    return error?.message ?? otherwise;
}
const nowhere = { error: undefined, completed: 0, offset: undefined };

;// CONCATENATED MODULE: ./build/migrations/bundled-engine.js
var bundled_engine_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var bundled_engine_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
        const session = bundled_engine_addDisposableResource(env_1, await (0,engine_session/* openEngine */.F)({
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
        const pending = (0,migrations_history/* pendingNames */.mS)(names, history);
        record.expect(session.connection, pending);
        const scripts = pendingScripts(task, pending, parser);
        const measuring = bundled_engine_addDisposableResource(env_1, await startMeasuring({
            task,
            scripts,
            parser,
            engine: 'bundled',
            newSchema: newSchemaOf(task),
            currentMigration: record.current,
        }), true);
        const meter = await measuring?.meterFor(session.connection);
        if (meter !== undefined)
            record.measure(meter);
        const failure = await apply({ task, session, record, parser });
        if (measuring !== undefined)
            await reportPages(session);
        return {
            migrations: [...baselined, ...record.results()],
            findings: (0,history_check/* historyFindings */.Hv)(folder, history),
            failure,
            rehearsal: await measuring?.finish(withNotRun(scripts, meter?.statements() ?? []), failure),
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = bundled_engine_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** A session reports the pages that it read when it has been idle for a while, unless it is asked to. */
async function reportPages({ connection }) {
    await connection.query('SELECT pg_catalog.pg_stat_force_next_flush()').catch(() => { });
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
        ...(0,failure_place/* placeOf */.$)(failed.failure, script, parser),
        sqlState: error?.sqlState,
        message: failed.message,
        detail: (0,row_data/* withoutRowData */.D)(error?.detail, error?.sqlState) ?? error?.where,
        hint: error?.hint,
        recovery: recoveryFor(failed.name, task.transport, completed),
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/migrations/child-process.js
var child_process = __webpack_require__(7942);
;// CONCATENATED MODULE: ./build/migrations/rehearsal/observed-other.js


/** Tables in which migration tools keep their books; what they do there is no part of a migration. */
const books = /\b(_prisma_migrations|knex_migrations(_lock)?|schema_migrations|ar_internal_metadata|flyway_schema_history|databasechangelog(lock)?|alembic_version|django_migrations|__drizzle_migrations|goose_db_version|sequelizemeta|pgmigrations|atlas_schema_revisions|graphile_migrate)\b/i;
const controls = /^(begin|start|commit|end|rollback|savepoint|release|set|reset|show|discard|deallocate|close|fetch|listen|unlisten|explain)\b/;
/** Prisma's and other tools' own: their books, their lock, asking whether anybody is there. */
function isOwnOfTool({ text }) {
    if (text === undefined)
        return false;
    const sql = canonicalSql(text);
    return sql === 'select 1' || /\bpg_(try_)?advisory_/.test(sql) || books.test(sql);
}
/** A control statement is not; a query is where it locked more than a query does. What may not be read is. */
function isWorthShowing({ text, locks, rewritten }) {
    if (text === undefined)
        return locks.length > 0;
    if (rewritten.length > 0 || locks.some(({ mode }) => (0,lock_mode/* compareLockModes */.tc)(mode, 'RowExclusiveLock') > 0))
        return true;
    const sql = canonicalSql(text);
    if (sql === '' || controls.test(sql))
        return false;
    if (!/^(select|with|table|values|copy)\b/.test(sql))
        return true;
    return locks.some(({ mode }) => mode === 'RowExclusiveLock');
}
/** The parse tree's node; `Script` where it is several statements, or was cut. */
function kindOf(text, parser) {
    const parsed = parser.parse(text);
    if (parsed.kind === 'syntax-error')
        return 'Script';
    const [only, second] = parsed.statements;
    return only !== undefined && second === undefined ? only.kind : 'Script';
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/statement-match.js

function matchStatements(request) {
    const scripts = request.scripts.map((script) => readScript(script, request.parser));
    const finder = createFinder(scripts, request.transport);
    const found = new Map();
    const others = [];
    for (const statement of request.statements) {
        const part = statement.text === undefined ? undefined : finder.find(seenText(statement.text, request.textLimit));
        if (part === undefined)
            others.push(statement);
        else
            found.set(part, [...(found.get(part) ?? []), statement]);
    }
    return { units: scripts.flatMap((script, place) => unitsOf(script, place, found)), others };
}
function readScript(script, parser) {
    const whole = { text: { raw: script, canonical: canonicalSql(script) } };
    const parsed = parser.parse(script);
    if (parsed.kind === 'syntax-error')
        return { script, whole, statements: undefined, parts: [] };
    const { statements } = parsed;
    const parts = statements.length === 1 ? [whole] : statements.map((_, index) => statement_match_partOf(script, statements, index));
    return { script, whole, statements, parts };
}
/** A statement with the comments before it, as Prisma sends it. */
function statement_match_partOf(script, statements, index) {
    const statement = statements[index];
    const from = statements[index - 1]?.end ?? 0;
    const raw = script.slice(from, statement?.end).replace(/^\s*;/, '');
    return { text: { raw, canonical: canonicalSql(statement?.text ?? '') } };
}
/** Scripts run in their order, so each search begins where the last one ended; what is nowhere behind may be before. */
function createFinder(scripts, transport) {
    const parts = scripts.flatMap((script) => script.parts);
    const wholes = scripts.map(({ whole }) => whole);
    const orders = transport === 'script' ? [wholes, parts] : [parts, wholes];
    const next = new Map(orders.map((order) => [order, 0]));
    let last;
    return {
        find(seen) {
            for (const order of orders) {
                const from = next.get(order) ?? 0;
                const ahead = order.findIndex((part, place) => place >= from && isSameSql(seen, part.text));
                if (ahead >= 0) {
                    next.set(order, ahead + 1);
                    last = order[ahead];
                    return last;
                }
                if (last !== undefined && order.includes(last) && isSameSql(seen, last.text))
                    return last;
                const behind = order.find((part) => isSameSql(seen, part.text));
                if (behind !== undefined)
                    return behind;
            }
            return undefined;
        },
    };
}
function unitsOf({ script, whole, statements, parts }, place, found) {
    const asWhole = found.get(whole);
    if (statements === undefined || (asWhole !== undefined && parts[0] !== whole))
        return [{ script: place, index: 0, line: 1, text: script, kind: 'Script', seen: asWhole ?? [] }];
    return statements.map(({ line, text, kind }, index) => {
        const part = parts[index];
        const seen = (part === undefined ? undefined : found.get(part)) ?? [];
        return { script: place, index, line, text, kind, seen };
    });
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/observed-statements.js



/**
 * Every statement of the scripts, in order: `observed`, or `none` where it was too short to be seen (0 ms, nothing locked:
 * not known rather than so). A script that was seen whole is one entry of kind `Script`. What is in no file stands between
 * them by its time, without what tools do for themselves.
 */
function observedStatements(run) {
    const { observation, parser, transport } = run;
    const scripts = run.scripts.filter(({ status }) => status !== 'baselined');
    const { units, others } = matchStatements({
        scripts: scripts.map(({ script }) => script),
        statements: observation.statements.filter((statement) => !isOwnOfTool(statement)),
        textLimit: observation.textLimit,
        parser,
        transport,
    });
    const drafts = [
        ...units.map((unit) => observed_statements_draftOf(unit, scripts, units)),
        ...otherDrafts(others.filter(isWorthShowing), run),
    ];
    return measured(observed_statements_inOrder(drafts));
}
function observed_statements_draftOf(unit, scripts, units) {
    const { index, line, text, kind, seen, script: place } = unit;
    const script = scripts[place];
    const siblings = units.filter((other) => other.script === place);
    const status = script === undefined ? 'done' : statusOf(script, unit, siblings);
    return {
        facts: { migration: script?.migration ?? '', file: script?.file, index, line, text, kind, status },
        seen,
    };
}
/** Of a migration that failed: by the error's line, else the last statement that was seen is the one that failed. */
function statusOf({ status, failedLine }, unit, siblings) {
    if (status === 'pending')
        return 'not run';
    if (status !== 'failed')
        return 'done';
    const failed = failedLine === undefined
        ? siblings.findLast(({ seen }) => seen.length > 0)
        : siblings.findLast(({ line }) => line <= failedLine);
    const at = failed?.index ?? 0;
    if (unit.index === at)
        return 'failed';
    return unit.index < at ? 'done' : 'not run';
}
/** A client that prepares, binds and executes shows one statement several times, in one transaction. */
function otherDrafts(others, run) {
    const groups = [];
    for (const statement of others) {
        const last = groups.at(-1);
        const previous = last?.at(-1);
        const isSame = previous !== undefined &&
            previous.text === statement.text &&
            previous.pid === statement.pid &&
            previous.transaction === statement.transaction;
        if (isSame)
            last?.push(statement);
        else
            groups.push([statement]);
    }
    return groups.map((seen, index) => {
        const text = seen[0]?.text;
        return {
            facts: {
                migration: run.otherName ?? 'command',
                file: undefined,
                index,
                line: 1,
                text: text?.trim() ?? '<insufficient privilege>',
                kind: text === undefined ? 'Script' : kindOf(text, run.parser),
                status: 'done',
            },
            seen,
        };
    });
}
/** What was not seen comes right after what is before it in its file. */
function observed_statements_inOrder(drafts) {
    let previousEnd = Math.min(...drafts.flatMap(({ seen }) => seen.map(({ start }) => start)));
    const placed = drafts.map((draft) => {
        const start = draft.seen.length === 0 ? previousEnd : Math.min(...draft.seen.map((part) => part.start));
        const end = draft.seen.length === 0 ? start : Math.max(...draft.seen.map((part) => part.end));
        previousEnd = end;
        return { ...draft, start, end };
    });
    return placed.toSorted((left, right) => left.start - right.start);
}
function measured(placed) {
    const first = placed.find(({ seen }) => seen.length > 0)?.start ?? 0;
    const number = transactionNumbers();
    return placed.map(({ facts, seen, start, end }) => {
        const isSeen = seen.length > 0;
        const wal = seen.map(({ walBytes }) => walBytes);
        return {
            ...facts,
            startMs: Number.isFinite(start) ? start - first : 0,
            durationMs: isSeen ? end - start : 0,
            locks: heldLocks(seen),
            rewritten: uniqueRelations(seen.flatMap(({ rewritten }) => rewritten)),
            walBytes: isSeen ? wal.reduce((sum, bytes) => addKnown(sum, bytes), 0) : undefined,
            transaction: number(seen[0]?.transaction),
            source: isSeen ? 'observed' : 'none',
        };
    });
}
function addKnown(left, right) {
    return left === undefined || right === undefined ? undefined : left + right;
}
/** In rising order, from 1. What was not seen counts as a transaction of its own. */
function transactionNumbers() {
    const known = new Map();
    let last = 0;
    return (observed) => {
        const number = observed === undefined ? undefined : known.get(observed);
        if (number !== undefined)
            return number;
        last += 1;
        if (observed !== undefined)
            known.set(observed, last);
        return last;
    };
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/watched-tool.js


/** Begins to watch; undefined where nothing can be watched (the log says why). */
async function watchTool(options) {
    const { task, engine, scripts, parser, who } = options;
    const measuring = await startMeasuring({ ...options, currentMigration: () => undefined });
    if (measuring === undefined)
        return undefined;
    const observer = await measuring.observe(who);
    return {
        async finish(migrations, failure) {
            const observation = await observer.stop();
            const statements = observedStatements({
                observation,
                scripts: scripts.map((script) => ({ ...script, ...outcomeOf(script, migrations, failure) })),
                parser,
                transport: engine === 'project' ? task.transport : undefined,
            });
            return measuring.finish(statements, failure);
        },
        [Symbol.asyncDispose]: () => measuring[Symbol.asyncDispose](),
    };
}
function outcomeOf({ migration }, migrations, failure) {
    const status = migrations.find(({ name }) => name === migration)?.status ?? 'pending';
    return failure?.migration === migration ? { status, failedLine: failure.line } : { status };
}

;// CONCATENATED MODULE: ./build/migrations/command-engine.js
var command_engine_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var command_engine_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
/** Another migration tool's command, in place of Prisma. */




/**
 * Runs the command as a workflow's own `run:` step would, with `bash -eo pipefail`, and with DATABASE_URL and DIRECT_URL
 * set to the direct URI. What it applies cannot be known.
 */
async function runCommand(request, context, stop) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { command, directUri, environment, workingDirectory } = request;
        const tail = [];
        const watching = command_engine_addDisposableResource(env_1, await watchCommand(request, context, stop), true);
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
        const hasFailed = result.kind !== 'exited' || result.code !== 0;
        const failure = hasFailed ? commandFailure(result, tail, stop) : undefined;
        return { migrations: [], findings: [], failure, rehearsal: await watching?.finish([], failure) };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = command_engine_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Whoever connects to the database meanwhile is taken for the tool: its name and its files are not known. */
async function watchCommand(request, context, stop) {
    if (request.rehearse === undefined)
        return undefined;
    const parser = await (0,sql_parser/* loadSqlParser */.O)(context.wasm?.sqlParser);
    const task = { request, context, stop, transport: 'statements' };
    const newSchema = { kind: 'skipped', reason: '`command` is set: the schema is not read' };
    return watchTool({ task, engine: 'command', scripts: [], parser, newSchema, who: { others: true } });
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
    const range = ranges.filter(guard/* isRecord */.u4).map(({ prisma }) => (0,record/* textOrUndefined */.T)(prisma));
    return /\d+(\.\d+){0,2}/.exec(range.find((text) => text !== undefined) ?? '')?.[0];
}
async function installedIn(folder) {
    const manifest = await (0,package_json/* readJson */.Vh)((0,external_node_path_.join)(folder, 'node_modules', 'prisma', 'package.json'));
    return (0,guard/* isRecord */.u4)(manifest) ? (0,record/* textOrUndefined */.T)(manifest.version) : undefined;
}
async function lockedIn(folder) {
    const lock = await (0,package_json/* readJson */.Vh)((0,external_node_path_.join)(folder, 'package-lock.json'));
    const packages = (0,guard/* isRecord */.u4)(lock) ? lock.packages : undefined;
    const entry = (0,guard/* isRecord */.u4)(packages) ? packages['node_modules/prisma'] : undefined;
    return (0,guard/* isRecord */.u4)(entry) ? (0,record/* textOrUndefined */.T)(entry.version) : undefined;
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
        detail: (0,row_data/* withoutRowData */.D)(/\bDETAIL: +(.+)/.exec(logs)?.[1], sqlState),
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
    const watching = await watchProject(task, pending);
    try {
        return await deployed(engine, { before, pending, watching });
    }
    finally {
        await watching?.[Symbol.asyncDispose]();
    }
}
async function deployed(engine, { before, pending, watching }) {
    const { task } = engine;
    const tail = [];
    const result = await deploy(engine, tail);
    const after = await historyNow(task, (0,engine_task/* observerOpenerOf */.du)(task));
    const migrations = resultsOf(pending, after);
    const findings = (0,history_check/* historyFindings */.Hv)(task.folder, before);
    const outcome = async (failure) => ({
        migrations,
        findings,
        failure,
        rehearsal: await watching?.finish(migrations, failure),
    });
    if (result.kind === 'exited' && result.code === 0)
        return outcome(undefined);
    const failed = (after ?? []).find(({ name, finished, rolledBack }) => pending.includes(name) && !finished && !rolledBack);
    if (failed !== undefined)
        return outcome(failureFromLogs(task, failed));
    const stopped = task.stop.reason();
    if (stopped !== undefined)
        return outcome(stoppedFailure(stopped));
    if (tail.some((line) => /\bP3005\b/.test(line)))
        throw (0,history_check/* noHistory */.Gf)(task);
    const reason = reasonOf(result, tail);
    const hasBegun = migrations.some(({ status }) => status === 'applied');
    return hasBegun ? outcome(brokenOff(reason)) : { kind: 'not-started', reason };
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
async function watchProject(task, pending) {
    if (task.request.rehearse === undefined)
        return undefined;
    const parser = await (0,sql_parser/* loadSqlParser */.O)(task.context.wasm?.sqlParser);
    const scripts = pendingScripts(task, pending, parser);
    return watchTool({
        task,
        engine: 'project',
        scripts,
        parser,
        newSchema: newSchemaOf(task),
        who: { applicationName },
    });
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
        return await (0,migrations_history/* readHistory */.Lu)(connection, (0,migrations_session/* schemaOf */.p)(directUri));
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
    const { migrations, findings, failure, rehearsal } = outcome;
    const waiting = migrations.filter(({ status }) => status === 'pending' || status === 'failed').length;
    const pendingCount = engine.name === 'command' ? undefined : waiting;
    const facts = { engine, migrations, findings, pendingCount, durationMs, rehearsal };
    return failure === undefined ? { kind: 'applied', ...facts } : { kind: 'failed', failure, ...facts };
}

;// CONCATENATED MODULE: ./build/migrations/migration-section.js
/** The report's section about a migration run. */

function migrationSection(run) {
    const findings = run.kind === 'failed' ? [failureFinding(run.failure), ...run.findings] : run.findings;
    return {
        id: 'migrate',
        title: 'Migrations',
        status: migration_section_statusOf(run),
        summary: summaryOf(run),
        blocks: [
            ...tableOf(run.migrations),
            ...(run.kind === 'failed' ? failureBlocks(run.failure) : []),
            engineFacts(run),
        ],
        findings,
    };
}
function migration_section_statusOf(run) {
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
    const marked = baselined === 0 ? '' : `, ${migration_section_count(baselined, 'migration')} marked as applied (baseline)`;
    if (applied === 0)
        return `nothing to apply${marked}`;
    return `${migration_section_count(applied, 'migration')} applied in ${took}${marked}`;
}
function failedSummary({ reason, migration }, engine) {
    const what = migration ?? 'the run';
    if (reason === 'cancelled')
        return `${what} was cancelled`;
    if (reason === 'timed-out')
        return `${what} was stopped: the time was over`;
    return migration === undefined && engine === 'command' ? 'the command failed' : `${what} failed`;
}
function migration_section_count(number, noun) {
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
// EXTERNAL MODULE: ./build/actions/project-place.js
var project_place = __webpack_require__(3211);
// EXTERNAL MODULE: ./build/actions/rehearsal.js + 71 modules
var actions_rehearsal = __webpack_require__(2890);
// EXTERNAL MODULE: ./build/actions/rehearsal-inputs.js
var rehearsal_inputs = __webpack_require__(3317);
// EXTERNAL MODULE: ./build/actions/section-outcome.js
var section_outcome = __webpack_require__(5102);
// EXTERNAL MODULE: ./build/actions/stages.js
var stages = __webpack_require__(4737);
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
    permissions: [
        '`contents: read`, for the checkout that this action reads the migrations from, and for the Prisma schema of the base commit.',
    ],
    inputs: {
        ...database_target/* databaseTargetInputs */.Go,
        ...common_inputs/* workspaceInputs */.XW,
        ...migrationInputs,
        ...rehearsal_inputs/* rehearseInputs */.nP,
        ...common_inputs/* failOnInput */.cR,
        ...common_inputs/* githubInputs */.dN,
    },
    outputs: { ...migrationOutputs, ...rehearsal_inputs/* rehearsalOutputs */.Sj },
});
function run(io) {
    const step = { key: io.inputs.key ?? '', id: 'migrate', title: 'Migrations' };
    return (0,stages/* leavingSection */.k)(io, step, () => migrateAndTell(io));
}
async function migrateAndTell(io) {
    const { inputs } = io;
    const { isRestricted } = io.event;
    const database = await (0,database_target/* resolveDatabase */.ef)(io, inputs);
    const rehearsal = (0,actions_rehearsal/* isRehearsalAsked */.GM)(inputs)
        ? await (0,actions_rehearsal/* rehearsalOf */.pK)({ job: io, inputs, database, isRestricted })
        : undefined;
    const rehearse = rehearsal && (await (0,actions_rehearsal/* rehearseRequest */.zv)(rehearsal));
    const result = await applyMigrations({ job: io, inputs, database, isRestricted, rehearse });
    for (const [name, value] of migrationOutputValues(result))
        io.output(name, value);
    (0,section_outcome/* tellSection */.lI)(io, migrationSection(result));
    if (rehearsal !== undefined && result.rehearsal !== undefined) {
        const concluded = await (0,actions_rehearsal/* concludeRehearsal */.xl)(rehearsal, result.rehearsal, actions_rehearsal/* noRollback */.aj);
        for (const [name, value] of concluded.outputs)
            io.output(name, value);
        (0,section_outcome/* concludeSection */.jU)(io, concluded.section, inputs.failOn);
    }
    if (result.kind === 'failed')
        io.fail(describeMigrationFailure(result));
}
/** Applies what is pending and leaves the section, also of a failure; only what prevents a start is thrown. */
async function applyMigrations(request) {
    const result = await runMigrations(request);
    request.job.reports.writeSection(request.database.key, migrationSection(result));
    return result;
}
/** Applies what is pending, and leaves nothing in the report. */
function runMigrations(request) {
    const { job, inputs, database, isRestricted, rehearse } = request;
    if (inputs.command !== undefined && isRestricted)
        job.log.notice('`command` runs code of a pull request that is not trusted; it sees no secret but its own database.');
    return migrate({
        engine: inputs.engine,
        command: inputs.command,
        workingDirectory: (0,project_place/* projectDirectory */.t)(job, inputs.workingDirectory),
        workspace: job.workspace,
        schema: inputs.schema,
        migrations: inputs.migrations,
        baseline: inputs.baseline,
        directUri: database.direct,
        pooledUri: database.pooled,
        environment: job.environment,
        allowProjectCode: !isRestricted,
        rehearse,
    }, {
        log: job.log,
        signal: job.signal,
        timeoutMs: inputs.timeout * 1000,
        mask: job.redact,
        wasm: (0,project_place/* wasmPaths */.$)(job),
    });
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

/***/ 1664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ prismaExpectations),
/* harmony export */   t: () => (/* binding */ findProject)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _migrations_declared_objects_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3617);
/* harmony import */ var _migrations_installed_prisma_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2335);
/* harmony import */ var _migrations_migration_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7950);
/* harmony import */ var _migrations_prisma_diff_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8920);
/* harmony import */ var _migrations_project_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4229);
/* harmony import */ var _migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7962);
/* harmony import */ var _project_place_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3211);








/** What the project's Prisma schema and migrations say that the database must hold. */
async function prismaExpectations(request) {
    const project = await findProject(request);
    if (project === undefined)
        return { tables: [], indexes: [], drift: undefined };
    const options = { project, directUri: request.database.direct, wasm: (0,_project_place_js__WEBPACK_IMPORTED_MODULE_6__/* .wasmPaths */ .$)(request.job) };
    const [{ tables }, indexes] = await Promise.all([
        (0,_migrations_prisma_diff_js__WEBPACK_IMPORTED_MODULE_3__/* .expectedObjects */ .Vv)(options),
        migrationIndexes(request, project),
    ]);
    return {
        tables: tables.map(qualifiedName),
        indexes: indexes.map((index) => ({
            name: index.name,
            table: qualifiedName({ ...index, name: index.table }),
        })),
        drift: () => (0,_migrations_prisma_diff_js__WEBPACK_IMPORTED_MODULE_3__/* .prismaDiff */ .Gt)(options),
    };
}
/** Undefined without a Prisma schema. A team on another tool has no Prisma schema, and that is no mistake; one that is named and absent is. */
async function findProject({ job, inputs, database, isRestricted, }) {
    const workingDirectory = (0,_project_place_js__WEBPACK_IMPORTED_MODULE_6__/* .projectDirectory */ .t)(job, inputs.workingDirectory);
    try {
        const installed = await (0,_migrations_installed_prisma_js__WEBPACK_IMPORTED_MODULE_1__/* .findInstalledPrisma */ .O)(workingDirectory, job.environment);
        const request = {
            workingDirectory,
            schema: inputs.schema,
            migrations: inputs.migrations,
            directUri: database.direct,
            environment: job.environment,
            allowProjectCode: !isRestricted,
        };
        return (await (0,_migrations_project_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .resolveProject */ .K)(request, job, installed)).project;
    }
    catch (thrown) {
        if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) || inputs.schema !== undefined)
            throw thrown;
        job.log.info(`Without a Prisma schema there is nothing to compare with: ${thrown.message}`);
        return undefined;
    }
}
async function migrationIndexes({ job }, project) {
    const [{ migrations }, parser] = await Promise.all([
        (0,_migrations_migration_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readMigrations */ .Y)(project.migrationsDirectory),
        (0,_migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_5__/* .loadSqlParser */ .O)((0,_project_place_js__WEBPACK_IMPORTED_MODULE_6__/* .wasmPaths */ .$)(job)?.sqlParser),
    ]);
    return (0,_migrations_declared_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .declaredIndexes */ .n)(migrations, parser);
}
function qualifiedName({ schema, name }) {
    const quoted = [schema, name]
        .filter((part) => part !== undefined)
        .map((part) => `"${part.replaceAll('"', '""')}"`);
    return quoted.join('.');
}


/***/ }),

/***/ 3211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ wasmPaths),
/* harmony export */   t: () => (/* binding */ projectDirectory)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/** Where the user's project lies, and where the bundle's files do. */


/** @throws UserError when the folder lies outside the workspace: a typing mistake must not migrate another project. */
function projectDirectory(job, workingDirectory) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(job.workspace, workingDirectory);
    const fromWorkspace = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(job.workspace, directory);
    if (fromWorkspace !== '..' && !fromWorkspace.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`))
        return directory;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Input \`working-directory\`: "${workingDirectory}" lies outside the workspace.`, {
        hint: `It is taken from ${job.workspace}; check out the project there first.`,
    });
}
function wasmPaths(job) {
    if (job.bundleDirectory === undefined)
        return undefined;
    return {
        schemaEngine: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(job.bundleDirectory, 'schema_engine_bg.wasm'),
        sqlParser: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(job.bundleDirectory, 'libpg-query.wasm'),
    };
}


/***/ }),

/***/ 3317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cw: () => (/* binding */ rollbackInputs),
/* harmony export */   Sj: () => (/* binding */ rehearsalOutputs),
/* harmony export */   XF: () => (/* binding */ rehearsalInputs),
/* harmony export */   nP: () => (/* binding */ rehearseInputs)
/* harmony export */ });
/* harmony import */ var _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(623);
/** The inputs of a rehearsal, wherever one is run. */

const rehearsalInputs = {
    load: _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM({
        description: 'Read and write a few rows of the tables involved while the migrations run, and report how long that stalled. Every write is rolled back.',
        default: 'false',
    }),
    'max-lock-duration': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0({
        description: 'Longest time that a lock which blocks reads or writes may be held, on tables over `lock-row-threshold`; `0s` = no limit.',
        default: '1s',
        minimum: '0s',
        maximum: '6h',
    }),
    'lock-row-threshold': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd({
        description: 'Tables with fewer rows in production are small: what rewrites or scans them is a notice. `0` = no table is small.',
        default: '10000',
        minimum: 0,
        maximum: 2_147_483_647,
    }),
    'hazard-baseline': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj({
        description: 'JSON file of accepted hazards, relative to the workspace; it need not exist.',
        default: '.github/database-actions-baseline.json',
    }),
    'production-url': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ({
        description: 'Connection URI of production or a replica, read-only is enough. Only its row counts are read, to say what a measured time means there, where the branch has other numbers of rows.',
    }),
    'deployed-ref': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq({
        description: 'Commit, branch or tag whose Prisma schema the deployed app runs with. Default: the commit that the pull request goes on.',
    }),
    rollout: _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq({
        description: '`code-first` also asks whether the new app runs on the database before the migrations.',
        choices: ['migrate-first', 'code-first'],
        default: 'migrate-first',
    }),
};
/** Where a branch can be made for it. */
const rollbackInputs = {
    'rehearse-rollback': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM({
        description: 'Also rehearse the way back to the old Prisma schema, on a branch of its own, and say what it loses.',
        default: 'false',
    }),
};
/** For actions that migrate, and need not measure. */
const rehearseInputs = {
    rehearse: _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq({
        description: "Measure what each migration does, and judge it. `auto` does so on a pull request's branch, and not where `database-url` is given.",
        choices: ['auto', 'true', 'false'],
        default: 'auto',
    }),
    ...rehearsalInputs,
};
const rehearsalOutputs = {
    verdict: 'Of the rehearsal: `pass`, `warning` or `error`; empty when nothing was rehearsed.',
    'findings-path': 'The rehearsal as JSON (docs/schemas/rehearsal.schema.json).',
    'sarif-path': 'The findings of the rehearsal as SARIF 2.1.0, for code scanning.',
};


/***/ }),

/***/ 2890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xl: () => (/* binding */ concludeRehearsal),
  GM: () => (/* binding */ isRehearsalAsked),
  aj: () => (/* binding */ noRollback),
  pK: () => (/* binding */ rehearsalOf),
  zv: () => (/* binding */ rehearseRequest)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/guard.js
var guard = __webpack_require__(1753);
;// CONCATENATED MODULE: ./build/migrations/hazards/baseline.js
/** The file of accepted hazards: for what was decided before the rules were there. */


const defaultBaselinePath = '.github/database-actions-baseline.json';
/** @throws UserError that names the place of what is wrong. */
function parseBaseline(text, path) {
    const content = parsedJson(text, path);
    if (!(0,guard/* isRecord */.u4)(content) || content.version !== 1)
        throw wrong(path, 'is no baseline of version 1', '`{ "version": 1, "accepted": [ … ] }`');
    if (!Array.isArray(content.accepted))
        throw wrong(path, 'has no list `accepted`', '`{ "version": 1, "accepted": [ … ] }`');
    return { path, accepted: content.accepted.map((entry, index) => acceptedOf(entry, index, path)) };
}
function parsedJson(text, path) {
    try {
        return JSON.parse(text);
    }
    catch (thrown) {
        const why = thrown instanceof Error ? `: ${thrown.message}` : '';
        throw wrong(path, `is no JSON${why}`, 'an object of version 1');
    }
}
const fields = ['migration', 'rule', 'subject', 'reason'];
function acceptedOf(entry, index, path) {
    const value = (field) => {
        const found = (0,guard/* isRecord */.u4)(entry) ? entry[field] : undefined;
        if (typeof found === 'string' && found.trim() !== '')
            return found;
        const seen = found === undefined ? 'missing' : JSON.stringify(found);
        throw wrong(path, `is wrong at \`accepted[${index}].${field}\`: it is ${seen}`, `a text in each of ${fields.map((name) => `\`${name}\``).join(', ')}`);
    };
    return {
        migration: value('migration'),
        rule: value('rule'),
        subject: value('subject'),
        reason: value('reason'),
    };
}
function wrong(path, what, expected) {
    return new errors/* UserError */.yo(`The baseline ${path} ${what}.`, { hint: `It should hold ${expected}.` });
}

// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(3110);
// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(6967);
// EXTERNAL MODULE: ./build/report/rule.js
var report_rule = __webpack_require__(6757);
// EXTERNAL MODULE: ./build/postgres/object-name.js
var object_name = __webpack_require__(547);
// EXTERNAL MODULE: ./build/migrations/parse-tree.js
var parse_tree = __webpack_require__(7308);
;// CONCATENATED MODULE: ./build/migrations/hazards/sql-type.js
/** Column types, the same whether a script or the catalog names them, and what changing one into another costs. */


/** Of a `TypeName` node's fields. */
function typeOfNode(typeName) {
    const named = (0,parse_tree/* listedName */.d1)(typeName.names);
    if (named === undefined)
        return undefined;
    return {
        schema: named.schema === 'pg_catalog' ? undefined : named.schema,
        name: named.name,
        modifiers: (0,parse_tree/* items */.ld)(typeName.typmods).flatMap(integerOf),
        dimensions: (0,parse_tree/* items */.ld)(typeName.arrayBounds).length,
    };
}
function integerOf(value) {
    const constant = (0,parse_tree/* field */.ZZ)(value, 'A_Const');
    if (!('ival' in constant))
        return [];
    // Zero is left out of the JSON.
    const { ival = 0 } = (0,parse_tree/* field */.ZZ)(constant, 'ival');
    return typeof ival === 'number' ? [ival] : [];
}
/** Of what `format_type` writes. Undefined where it is no type that the parser knows. */
function typeOfText(text, parser) {
    const parsed = parser.parse(`SELECT NULL::${text}`);
    if (parsed.kind !== 'parsed')
        return undefined;
    const [typeName] = parsed.statements.flatMap(({ node }) => (0,parse_tree/* nodesOf */.Nh)(node, 'typeName'));
    return typeName === undefined ? undefined : typeOfNode(typeName);
}
const sqlNames = {
    int2: 'smallint',
    int4: 'integer',
    int8: 'bigint',
    float4: 'real',
    float8: 'double precision',
    bool: 'boolean',
    varchar: 'varchar',
    bpchar: 'char',
};
/** As SQL, to be pasted. */
function typeSql({ schema, name, modifiers, dimensions }) {
    const plain = /^[a-z_][a-z0-9_]*$/.test(name) && schema === undefined;
    const written = sqlNames[name] ?? (plain ? name : (0,identifier/* quoteIdentifier */.C)(name));
    const length = modifiers.length === 0 || name === 'interval' ? '' : `(${modifiers.join(', ')})`;
    const qualified = schema === undefined ? written : `${(0,identifier/* quoteIdentifier */.C)(schema)}.${(0,identifier/* quoteIdentifier */.C)(name)}`;
    return qualified + length + '[]'.repeat(dimensions);
}
/** Types whose length or precision may grow, or go, without a look at a row. */
const growing = new Set([
    'varchar',
    'varbit',
    'timestamp',
    'timestamptz',
    'time',
    'timetz',
]);
/** Types of one storage and one order. */
const sameStorage = new Set(['varchar text', 'text varchar', 'cidr inet', 'bit varbit']);
/** Stored alike, ordered in another way. */
const otherOrder = new Set([
    'citext text',
    'text citext',
    'citext varchar',
    'varchar citext',
]);
const zones = new Set(['timestamp timestamptz', 'timestamptz timestamp']);
/**
 * What Postgres does to the table, for a conversion by the types' own cast. From `ATColumnChangeRequiresRewrite` and the
 * support functions of the types' length coercions; a test holds it against a server.
 */
function typeChange(from, to) {
    const pair = `${from.name} ${to.name}`;
    const isArray = from.dimensions > 0 || to.dimensions > 0;
    if (from.name === to.name && (from.schema ?? to.schema) === (to.schema ?? from.schema))
        return grows(from, to, isArray) ? 'free' : 'rewrites';
    if (isArray)
        return isBuiltIn(from) && isBuiltIn(to) ? 'rewrites' : 'unknown';
    if (sameStorage.has(pair))
        return to.modifiers.length === 0 || grows(from, to, isArray) ? 'free' : 'rewrites';
    if (otherOrder.has(pair))
        return to.modifiers.length === 0 ? 'rebuilds indexes' : 'rewrites';
    if (zones.has(pair))
        return grows(from, to, isArray) ? 'time zone' : 'rewrites';
    return isBuiltIn(from) && isBuiltIn(to) ? 'rewrites' : 'unknown';
}
function grows(from, to, isArray) {
    if (from.dimensions > 0 !== to.dimensions > 0)
        return false;
    const [length, scale = 0] = from.modifiers;
    const [newLength, newScale = 0] = to.modifiers;
    if (newLength === length && newScale === scale)
        return true;
    if (isArray)
        return newLength === undefined;
    if (to.name === 'numeric')
        return newLength === undefined || (length !== undefined && newLength >= length && newScale === scale);
    if (newLength === undefined)
        return growing.has(to.name);
    // Six digits are all that a time can have.
    if (/^time/.test(to.name))
        return newLength >= Math.min(length ?? 6, 6);
    return growing.has(to.name) && from.name === to.name && length !== undefined && newLength >= length;
}
const builtIn = new Set('int2 int4 int8 float4 float8 numeric bool text varchar bpchar char name bytea date time timetz timestamp timestamptz interval json jsonb uuid inet cidr macaddr bit varbit xml money oid tsvector point'.split(' '));
function isBuiltIn({ schema, name }) {
    return schema === undefined && builtIn.has(name);
}

;// CONCATENATED MODULE: ./build/migrations/hazards/table-facts.js
/** Questions about one table of the model. */


function columnNamed(table, name) {
    return table.columns.find((column) => column.name === name);
}
function columnType({ type }, parser) {
    return typeof type === 'string' ? typeOfText(type, parser) : type;
}
/** NOT NULL holds for every row; from Postgres 18 on a column can be NOT NULL for new rows alone. */
function isNotNull(table, column) {
    const isDeclared = columnNamed(table, column)?.isNotNull === true;
    const isPending = table.constraints.some(({ form, columns, isValidated }) => form === 'not null' && columns.includes(column) && !isValidated);
    return isDeclared && !isPending;
}
/** A validated check that rules nulls out lets SET NOT NULL go without a scan (Postgres 12 and newer). */
function isProvenNotNull(table, column) {
    return table.constraints.some(({ isValidated, provesNotNull }) => isValidated && provesNotNull.includes(column));
}
/** Columns that cannot be null where the expression is true: `a IS NOT NULL`, alone or among others joined by AND. */
function columnsProvenNotNull(expression) {
    const [kind, node] = (0,parse_tree/* unwrap */.oA)(expression);
    if (kind === 'BoolExpr' && node.boolop === 'AND_EXPR')
        return (0,parse_tree/* items */.ld)(node.args).flatMap(columnsProvenNotNull);
    if (kind !== 'NullTest' || node.nulltesttype !== 'IS_NOT_NULL')
        return [];
    return (0,parse_tree/* texts */.Te)((0,parse_tree/* field */.ZZ)(node.arg, 'ColumnRef').fields);
}
/** False for a check that only rules nulls out. */
function isAboutValues(expression) {
    const [kind, node] = (0,parse_tree/* unwrap */.oA)(expression);
    if (kind === 'BoolExpr' && node.boolop === 'AND_EXPR')
        return (0,parse_tree/* items */.ld)(node.args).some(isAboutValues);
    return kind !== 'NullTest';
}
/** The expression in what `pg_get_constraintdef` writes of a check. */
function checkExpression(definition, parser) {
    const parsed = parser.parse(`ALTER TABLE t ADD ${definition}`);
    if (parsed.kind !== 'parsed')
        return undefined;
    const [constraint] = parsed.statements.flatMap(({ node }) => (0,parse_tree/* nodesOf */.Nh)(node, 'Constraint'));
    return constraint === undefined ? undefined : (0,parse_tree/* field */.ZZ)(constraint, 'raw_expr');
}
function isOfEnum({ type, typeOid }, wanted, view) {
    if (typeOid !== undefined)
        return typeOid === wanted.oid;
    return typeof type === 'object' && view.enumType(type)?.id === wanted.id;
}
/** The table itself and its partitions, theirs too. */
function withPartitions(table, view) {
    if (table.kind !== 'partitioned table')
        return [table];
    const parts = [...view.tables()].filter(({ parent }) => parent === table.id);
    return [table, ...parts.flatMap((part) => withPartitions(part, view))];
}
/** Tables with a foreign key to this one, itself left out. */
function referencingTables({ id }, view) {
    return [...view.tables()].filter((table) => table.id !== id && table.constraints.some(({ references }) => references === id));
}
/** Tables that this one has foreign keys to, itself left out. */
function referencedTables({ id, constraints }, view) {
    const ids = new Set(constraints.flatMap(({ references }) => references ?? []));
    return [...ids].filter((other) => other !== id).flatMap((other) => view.tableById(other) ?? []);
}
/** Those that were there before the pending migrations. */
function existingOf(tables) {
    return tables.filter(({ oid }) => oid !== undefined);
}

;// CONCATENATED MODULE: ./build/migrations/hazards/fix-text.js
/** Pieces of the SQL that findings offer. Everything in it can be pasted: what is not SQL is a comment. */



/** One line of comment each, whatever the text holds. */
function comment(text) {
    return text
        .split(/\r?\n|\r/)
        .map((line) => `-- ${line}`)
        .join('\n');
}
function lines(...parts) {
    return parts.flat().join('\n');
}
function alter({ schema, name }, change) {
    return `ALTER TABLE ${(0,object_name/* qualifiedName */.OL)({ schema, name })} ${change};`;
}
function columnList(columns) {
    return columns.map(identifier/* quoteIdentifier */.C).join(', ');
}
/** `public.users.email`, for reading. */
function columnSubject(table, column) {
    return `${(0,object_name/* displayName */.QC)(table)}.${(0,object_name/* displayIdentifier */.UY)(column)}`;
}
/** `public.users · users_email_key`, for reading. */
function partSubject(table, part) {
    return `${(0,object_name/* displayName */.QC)(table)} · ${(0,object_name/* displayIdentifier */.UY)(part)}`;
}
/** Names of tables in a sentence. */
function tableNames(tables) {
    return tables.map(object_name/* displayName */.QC).toSorted().join(', ');
}
/** Postgres cuts a name after 63 bytes; cut here, so that a second statement with it finds it. */
function objectNameOf(...parts) {
    const ending = cutTo(parts.at(-1) ?? '', 40);
    const rest = cutTo(parts.slice(0, -1).join('_'), 62 - Buffer.byteLength(ending));
    return `${rest}_${ending}`;
}
function cutTo(text, bytes) {
    let cut = [...text];
    while (Buffer.byteLength(cut.join('')) > bytes)
        cut = cut.slice(0, -1);
    return cut.join('');
}
/** Says how a statement gets a transaction of its own. */
function ownTransaction({ step }) {
    if (step.place.isExplicit)
        return '-- After COMMIT, so that the lock of the statement before is gone (each a transaction of its own):';
    return step.place.sent === 'statements'
        ? '-- Then (each statement is a transaction of its own here):'
        : '-- In the next migration: a file is one transaction here, and keeps every lock to its end.';
}
/** Says where a statement has to stand that refuses to run in a transaction. */
function outsideTransaction({ step }, isReadByPrisma = true) {
    const { transport, sent, isExplicit } = step.place;
    if (transport === 'script')
        return '-- As the only statement of a migration of its own: a file with several is one transaction here, and this cannot run in one.';
    if (!isReadByPrisma)
        return '-- As the only statement of a migration of its own: Prisma cannot split a file with it, and sends it as one transaction.';
    if (sent !== transport)
        return '-- In a file without the statement that Prisma cannot split (DO, REINDEX, DROP INDEX CONCURRENTLY and such), which makes this one a transaction:';
    return isExplicit
        ? '-- Outside of BEGIN … COMMIT, since this cannot run in a transaction:'
        : '-- Each statement is a transaction of its own here, so this may stay in this file:';
}
/** Fills a column a few rows at a time; for psql or a job, not for a migration. */
function backfill(table, column, value) {
    const [name, quoted] = [(0,object_name/* qualifiedName */.OL)(table), (0,identifier/* quoteIdentifier */.C)(column)];
    return [
        '-- Outside of the migration, again and again until it changes no row:',
        `UPDATE ${name} SET ${quoted} = ${value} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${name} WHERE ${quoted} IS NULL LIMIT 5000));`,
    ];
}
/** NOT NULL without a scan under ACCESS EXCLUSIVE. Postgres 18 can do it with one constraint, before it takes a check. */
function notNullSteps(table, column, context) {
    const constraint = (0,identifier/* quoteIdentifier */.C)(objectNameOf(table.name, column, 'not_null'));
    const quoted = (0,identifier/* quoteIdentifier */.C)(column);
    if (context.serverMajor >= 18)
        return [
            alter(table, `ADD CONSTRAINT ${constraint} NOT NULL ${quoted} NOT VALID`),
            ownTransaction(context),
            alter(table, `VALIDATE CONSTRAINT ${constraint}`),
        ];
    return [
        alter(table, `ADD CONSTRAINT ${constraint} CHECK (${quoted} IS NOT NULL) NOT VALID`),
        ownTransaction(context),
        alter(table, `VALIDATE CONSTRAINT ${constraint}`),
        '-- With the validated check, Postgres takes this without a look at the rows:',
        alter(table, `ALTER COLUMN ${quoted} SET NOT NULL`),
        alter(table, `DROP CONSTRAINT ${constraint}`),
    ];
}
/** Of the columns, those that a scan would have to prove to be free of nulls. */
function nullableOf(table, columns) {
    return columns.filter((column) => !isNotNull(table, column) && !isProvenNotNull(table, column));
}
/** For a change that is right once nothing uses the old any more. */
function allowLine(rule, reason) {
    return `-- db-actions: allow ${rule} ${reason}`;
}

;// CONCATENATED MODULE: ./build/migrations/hazards/hazard-rule.js
/** For messages and links. */
const links = {
    alterTable: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
    alterType: 'https://www.postgresql.org/docs/current/sql-altertype.html',
    indexConcurrently: 'https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY',
    locks: 'https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES',
    mapping: 'https://www.prisma.io/docs/orm/prisma-schema/data-model/database-mapping',
};

// EXTERNAL MODULE: ./build/migrations/record.js
var record = __webpack_require__(5411);
// EXTERNAL MODULE: ./build/migrations/rehearsal/lock-mode.js
var lock_mode = __webpack_require__(1233);
;// CONCATENATED MODULE: ./build/migrations/hazards/sql-tokens.js
/** Postgres's lexical rules, as far as telling comments and quoted text from the rest needs them. Never throws. */
const wordStart = /[A-Za-z_\u0080-\uffff]/;
const word = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
/**
 * Comments (`--` without its line feed, and nested block comments), quoted text of every kind, words and single
 * symbols; space is left out. What is not closed ends with the text.
 * Rules: https://www.postgresql.org/docs/current/sql-syntax-lexical.html
 */
function* sqlTokens(text, from = 0, to = text.length) {
    let start = from;
    while (start < to) {
        const character = text[start] ?? '';
        if (/\s/.test(character)) {
            start += 1;
            continue;
        }
        const token = tokenAt(text, start);
        yield { ...token, start };
        start = token.end;
    }
}
function tokenAt(text, start) {
    const two = text.slice(start, start + 2);
    const character = two[0] ?? '';
    if (two === '--')
        return { kind: 'comment', end: indexOrEnd(text, '\n', start) };
    if (two === '/*')
        return { kind: 'comment', end: blockCommentEnd(text, start) };
    if (character === "'" || character === '"')
        return { kind: 'quoted', end: quoteEnd(text, start) };
    if (two === "e'" || two === "E'")
        return { kind: 'quoted', end: escapeStringEnd(text, start + 2) };
    if (wordStart.test(character))
        return { kind: 'word', end: matchEnd(word, text, start) ?? start + 1 };
    const opened = character === '$' ? matchEnd(dollarTag, text, start) : undefined;
    if (opened === undefined)
        return { kind: 'symbol', end: start + 1 };
    const tag = text.slice(start, opened);
    const closed = text.indexOf(tag, opened);
    return { kind: 'quoted', end: closed < 0 ? text.length : closed + tag.length };
}
function matchEnd(pattern, text, start) {
    pattern.lastIndex = start;
    return pattern.test(text) ? pattern.lastIndex : undefined;
}
function indexOrEnd(text, wanted, start) {
    const index = text.indexOf(wanted, start);
    return index < 0 ? text.length : index;
}
/** A doubled quote reads as the end of one piece and the begin of the next, which comes to the same. */
function quoteEnd(text, start) {
    const closed = text.indexOf(text[start] ?? '', start + 1);
    return closed < 0 ? text.length : closed + 1;
}
function escapeStringEnd(text, start) {
    let at = start;
    while (at < text.length) {
        if (text[at] === '\\')
            at += 2;
        else if (text[at] !== "'")
            at += 1;
        else if (text[at + 1] === "'")
            at += 2;
        else
            return at + 1;
    }
    return text.length;
}
function blockCommentEnd(text, start) {
    let depth = 0;
    let at = start;
    while (at < text.length) {
        const two = text.slice(at, at + 2);
        depth += two === '/*' ? 1 : two === '*/' ? -1 : 0;
        at += two === '/*' || two === '*/' ? 2 : 1;
        if (depth === 0)
            return at;
    }
    return text.length;
}
/** Where the first comma outside of parentheses and quotes is, or the end. */
function commaOrEnd(text, from, to) {
    let depth = 0;
    for (const { kind, start } of sqlTokens(text, from, to)) {
        const character = kind === 'symbol' ? (text[start] ?? '') : '';
        if (character === ',' && depth === 0)
            return start;
        depth += '(['.includes(character) && character !== '' ? 1 : 0;
        depth -= ')]'.includes(character) && character !== '' ? 1 : 0;
        // The parenthesis that closes what `from` stands in.
        if (depth < 0)
            return start;
    }
    return to;
}

;// CONCATENATED MODULE: ./build/migrations/hazards/script-source.js

function scriptSource(text) {
    const bytes = Buffer.from(text, 'utf8');
    if (bytes.length === text.length)
        return { text, indexOf: (byte) => byte };
    const indices = new Uint32Array(bytes.length + 1);
    let index = -1;
    for (const [byte, value] of bytes.entries()) {
        // Bytes 10xxxxxx continue a character; one of four bytes is two units of UTF-16.
        if ((value & 0xc0) !== 0x80)
            index += 1;
        indices[byte] = index;
        if (value >= 0xf0)
            index += 1;
    }
    indices[bytes.length] = text.length;
    return { text, indexOf: (byte) => indices[byte] ?? text.length };
}
/** From a place (in bytes) to the next comma outside of parentheses, or to the end of the statement; without comments. */
function clauseText(source, statement, byte) {
    const start = source.indexOf(byte);
    return withoutComments(source.text, start, commaOrEnd(source.text, start, statement.end));
}
/** Between two places (in bytes). */
function textBetween(source, from, to) {
    return withoutComments(source.text, source.indexOf(from), source.indexOf(to));
}
/** Text that can be pasted before a `;`: a comment at its end would swallow that. */
function withoutComments(text, from = 0, to = text.length) {
    let result = '';
    let at = from;
    for (const { kind, start, end } of sqlTokens(text, from, to)) {
        if (kind !== 'comment')
            continue;
        result += text.slice(at, start);
        at = Math.min(end, to);
    }
    return (result + text.slice(at, to)).replace(/[^\S\n]+$/gm, '').trim();
}

;// CONCATENATED MODULE: ./build/migrations/hazards/read-definition.js
/** Columns and constraints of a parse tree. */




const read_definition_forms = {
    CONSTR_PRIMARY: 'primary key',
    CONSTR_UNIQUE: 'unique',
    CONSTR_FOREIGN: 'foreign key',
    CONSTR_CHECK: 'check',
    CONSTR_EXCLUSION: 'exclusion',
    CONSTR_NOTNULL: 'not null',
};
/** @param columns of a constraint that is written in a column's definition. Undefined for what is no constraint. */
function constraintOf(node, origin, columns) {
    const form = read_definition_forms[(0,record/* textOrUndefined */.T)(node.contype) ?? ''];
    if (form === undefined)
        return undefined;
    const isEnforced = node.is_enforced === true || (form !== 'foreign key' && form !== 'check');
    return {
        form,
        name: (0,record/* textOrUndefined */.T)(node.conname),
        columns: form === 'check' ? columnsRead(node) : (columns ?? columnsNamed(form, node)),
        skipsRows: node.skip_validation === true || !isEnforced,
        usingIndex: (0,record/* textOrUndefined */.T)(node.indexname),
        including: (0,parse_tree/* texts */.Te)(node.including),
        nullsNotDistinct: node.nulls_not_distinct === true,
        deferrable: node.deferrable === true ? (node.initdeferred === true ? 'deferred' : 'immediate') : undefined,
        references: (0,parse_tree/* relationName */.CJ)(node.pktable),
        referencedColumns: (0,parse_tree/* texts */.Te)(node.pk_attrs),
        expression: form === 'check' ? (0,parse_tree/* field */.ZZ)(node, 'raw_expr') : undefined,
        text: clauseText(origin.source, origin.statement, (0,parse_tree/* locationOf */.hD)(node) ?? 0),
    };
}
function columnsNamed(form, node) {
    if (form === 'foreign key')
        return (0,parse_tree/* texts */.Te)(node.fk_attrs);
    if (form !== 'exclusion')
        return (0,parse_tree/* texts */.Te)(node.keys);
    return (0,parse_tree/* nodesOf */.Nh)(node.exclusions, 'IndexElem').flatMap(({ name }) => (0,record/* textOrUndefined */.T)(name) ?? []);
}
/** A check is about the columns that its expression names, wherever it is written. */
function columnsRead(node) {
    const names = (0,parse_tree/* nodesOf */.Nh)(node.raw_expr, 'ColumnRef').flatMap(({ fields }) => (0,parse_tree/* texts */.Te)(fields).at(-1) ?? []);
    return [...new Set(names)];
}
const serialTypes = {
    smallserial: 'int2',
    serial2: 'int2',
    serial: 'int4',
    serial4: 'int4',
    bigserial: 'int8',
    serial8: 'int8',
};
const noType = { schema: undefined, name: 'unknown', modifiers: [], dimensions: 0 };
function columnOf(node, origin) {
    const name = (0,record/* textOrUndefined */.T)(node.colname) ?? '';
    const written = typeOfNode((0,parse_tree/* field */.ZZ)(node, 'typeName')) ?? noType;
    const serial = written.schema === undefined ? serialTypes[written.name] : undefined;
    const clauses = (0,parse_tree/* items */.ld)(node.constraints).map((item) => (0,parse_tree/* unwrap */.oA)(item)[1]);
    const has = (kind) => clauses.some(({ contype }) => contype === kind);
    const generated = clauses.find(({ contype }) => contype === 'CONSTR_GENERATED');
    return {
        name,
        type: serial === undefined ? written : { ...written, name: serial },
        isNotNull: has('CONSTR_NOTNULL') || has('CONSTR_PRIMARY') || has('CONSTR_IDENTITY') || serial !== undefined,
        default: defaultOf(clauses, origin),
        generated: generated === undefined ? undefined : generated.generated_kind === 'v' ? 'virtual' : 'stored',
        numbered: has('CONSTR_IDENTITY') ? 'identity' : serial === undefined ? undefined : 'serial',
        constraints: clauses.flatMap((clause, index) => {
            const constraint = constraintOf(clause, origin, [name]);
            if (constraint === undefined || constraint.form === 'not null')
                return [];
            return [{ ...constraint, text: textOfClause(clauses, index, origin) }];
        }),
    };
}
function defaultOf(clauses, origin) {
    const index = clauses.findIndex(({ contype }) => contype === 'CONSTR_DEFAULT');
    const [kind, constant] = (0,parse_tree/* unwrap */.oA)(clauses[index]?.raw_expr);
    if (index < 0 || (kind === 'A_Const' && constant.isnull === true))
        return undefined;
    const text = textOfClause(clauses, index, origin).replace(/^DEFAULT\s*/i, '');
    return { node: (0,parse_tree/* field */.ZZ)(clauses[index], 'raw_expr'), text };
}
/** A column's clauses stand one after the other, with nothing between. */
function textOfClause(clauses, index, { source, statement }) {
    const start = (0,parse_tree/* locationOf */.hD)(clauses[index] ?? {}) ?? 0;
    const starts = clauses.flatMap((clause) => (0,parse_tree/* locationOf */.hD)(clause) ?? []).filter((place) => place > start);
    return starts.length === 0
        ? clauseText(source, statement, start)
        : textBetween(source, start, Math.min(...starts));
}

;// CONCATENATED MODULE: ./build/migrations/hazards/read-alter-table.js
/** ALTER TABLE: one operation a command, in the order in which Postgres carries them out. */






const onTables = new Set(['OBJECT_TABLE', 'OBJECT_FOREIGN_TABLE', 'OBJECT_MATVIEW']);
function alterTable(node, origin) {
    const table = (0,parse_tree/* relationName */.CJ)(node.relation);
    if (table === undefined || !onTables.has((0,record/* textOrUndefined */.T)(node.objtype) ?? ''))
        return [{ kind: 'other', words: 'ALTER' }];
    return (0,parse_tree/* items */.ld)(node.cmds)
        .map((item) => change((0,parse_tree/* field */.ZZ)(item, 'AlterTableCmd'), table, origin))
        .toSorted((left, right) => passOf(left) - passOf(right));
}
/** The passes of `ATPrepCmd`, as far as they matter here: a command may use what a later one of the text makes. */
const passes = {
    'drop column': 0,
    'drop constraint': 0,
    'drop not null': 0,
    'drop identity': 0,
    'change type': 1,
    'add column': 2,
    'set expression': 3,
    'add identity': 4,
    'set not null': 4,
    'add constraint': 5,
};
function passOf({ kind }) {
    return passes[kind] ?? 6;
}
function change(command, table, origin) {
    const name = (0,record/* textOrUndefined */.T)(command.name) ?? '';
    const subtype = (0,record/* textOrUndefined */.T)(command.subtype) ?? '';
    return (columnChange({ command, table, name, subtype }, origin) ??
        constraintChange({ command, table, name, subtype }, origin) ??
        partitionChange({ command, table, name, subtype }) ??
        tableChange({ table, name, subtype }));
}
function columnChange({ command, table, name, subtype }, origin) {
    switch (subtype) {
        case 'AT_AddColumn': {
            const column = columnOf((0,parse_tree/* field */.ZZ)(command.def, 'ColumnDef'), origin);
            return { kind: 'add column', table, column, ifNotExists: command.missing_ok === true };
        }
        case 'AT_DropColumn':
            return { kind: 'drop column', table, name, isCascade: command.behavior === 'DROP_CASCADE' };
        case 'AT_AlterColumnType':
            return typeChangeOf({ command, table, name, subtype }, origin);
        case 'AT_ColumnDefault':
            return (0,guard/* isRecord */.u4)(command.def)
                ? { kind: 'set default', table, name, value: command.def }
                : { kind: 'drop default', table, name };
        case 'AT_SetNotNull':
            return { kind: 'set not null', table, name };
        case 'AT_DropNotNull':
            return { kind: 'drop not null', table, name };
        case 'AT_AddIdentity':
            return { kind: 'add identity', table, name };
        case 'AT_DropIdentity':
            return { kind: 'drop identity', table, name };
        case 'AT_SetExpression':
            return { kind: 'set expression', table, name };
        default:
            return undefined;
    }
}
function typeChangeOf({ command, table, name }, origin) {
    const definition = (0,parse_tree/* field */.ZZ)(command.def, 'ColumnDef');
    const type = typeOfNode((0,parse_tree/* field */.ZZ)(definition, 'typeName'));
    if (type === undefined)
        return { kind: 'other table change', table, subtype: 'AT_AlterColumnType' };
    return {
        kind: 'change type',
        table,
        name,
        type,
        using: usingOf(definition, origin),
        hasCollation: (0,guard/* isRecord */.u4)(definition.collClause),
    };
}
/** `USING col` and `USING col::type` say what Postgres does without them, and count as left out. */
function usingOf(definition, origin) {
    const [kind, node] = (0,parse_tree/* unwrap */.oA)(definition.raw_default);
    const isCast = kind === 'TypeCast' && isSameType(node.typeName, definition.typeName);
    const [innerKind] = isCast ? (0,parse_tree/* unwrap */.oA)(node.arg) : [kind];
    if (kind === '' || innerKind === 'ColumnRef')
        return undefined;
    const text = clauseText(origin.source, origin.statement, (0,parse_tree/* locationOf */.hD)(definition) ?? 0);
    const word = [...sqlTokens(text)].find(({ start, end }) => /^using$/i.test(text.slice(start, end)));
    return { node: (0,parse_tree/* field */.ZZ)(definition, 'raw_default'), text: text.slice(word?.end).trim() };
}
function isSameType(left, right) {
    const [a, b] = [left, right].map((node) => typeOfNode((0,guard/* isRecord */.u4)(node) ? node : {}));
    return JSON.stringify(a) === JSON.stringify(b);
}
function constraintChange({ command, table, name, subtype }, origin) {
    switch (subtype) {
        case 'AT_AddConstraint': {
            const constraint = constraintOf((0,parse_tree/* field */.ZZ)(command.def, 'Constraint'), origin);
            return constraint === undefined
                ? { kind: 'other table change', table, subtype }
                : { kind: 'add constraint', table, constraint };
        }
        case 'AT_ValidateConstraint':
            return { kind: 'validate constraint', table, name };
        case 'AT_DropConstraint':
            return { kind: 'drop constraint', table, name, isCascade: command.behavior === 'DROP_CASCADE' };
        default:
            return undefined;
    }
}
function partitionChange({ command, table, subtype }) {
    const definition = (0,parse_tree/* field */.ZZ)(command.def, 'PartitionCmd');
    const partition = (0,parse_tree/* relationName */.CJ)(definition.name);
    if (partition === undefined)
        return undefined;
    if (subtype === 'AT_DetachPartition')
        return { kind: 'detach partition', table, partition, isConcurrent: definition.concurrent === true };
    if (subtype !== 'AT_AttachPartition')
        return undefined;
    const isDefault = (0,parse_tree/* field */.ZZ)(definition, 'bound').is_default === true;
    return { kind: 'attach partition', table, partition, isDefault };
}
function tableChange({ table, name, subtype }) {
    switch (subtype) {
        case 'AT_SetLogged':
            return { kind: 'set storage', table, storage: 'logged' };
        case 'AT_SetUnLogged':
            return { kind: 'set storage', table, storage: 'unlogged' };
        case 'AT_SetTableSpace':
            return { kind: 'set storage', table, storage: 'tablespace' };
        case 'AT_SetAccessMethod':
            return { kind: 'set storage', table, storage: 'access method' };
        case 'AT_EnableRowSecurity':
            return { kind: 'row security', table, change: 'enable' };
        case 'AT_DisableRowSecurity':
            return { kind: 'row security', table, change: 'disable' };
        case 'AT_ForceRowSecurity':
            return { kind: 'row security', table, change: 'force' };
        case 'AT_NoForceRowSecurity':
            return { kind: 'row security', table, change: 'no force' };
        case 'AT_DisableTrig':
            return { kind: 'triggers', table, change: 'disable', which: name };
        case 'AT_DisableTrigAll':
            return { kind: 'triggers', table, change: 'disable', which: 'ALL' };
        case 'AT_DisableTrigUser':
            return { kind: 'triggers', table, change: 'disable', which: 'USER' };
        case 'AT_EnableTrig':
        case 'AT_EnableTrigAll':
        case 'AT_EnableTrigUser':
            return { kind: 'triggers', table, change: 'enable', which: name };
        default:
            return { kind: 'other table change', table, subtype };
    }
}

;// CONCATENATED MODULE: ./build/migrations/hazards/volatility.js
/** Whether a default is the same for every row, so that ADD COLUMN can store it once instead of rewriting the table. */

const words = (list) => new Set(list.split(/\s+/));
/** Volatile functions (`pg_proc.provolatile`) of Postgres, uuid-ossp and pgcrypto that a default may call. */
const volatility_volatile = words(`gen_random_uuid uuidv4 uuidv7 random random_normal clock_timestamp timeofday nextval currval lastval setval
   pg_current_xact_id txid_current uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4 gen_random_bytes gen_salt`);
/** Functions of Postgres that are not, among those that defaults call. */
const constant = words(`now transaction_timestamp statement_timestamp current_setting current_schema session_user timezone date_trunc
   date_part extract to_char to_date to_timestamp to_number make_interval make_date make_timestamptz age
   lower upper initcap trim btrim ltrim rtrim concat concat_ws format replace substr substring left right length repeat
   reverse split_part md5 sha256 encode decode digest crypt convert_to convert_from quote_literal quote_ident
   jsonb_build_object json_build_object jsonb_build_array json_build_array to_jsonb to_json row_to_json jsonb_set
   array_fill array_append array_length cardinality string_to_array array_to_string unnest
   abs ceil floor round trunc sign mod power sqrt greatest least coalesce nullif int4range int8range numrange tsrange
   tstzrange daterange point box to_tsvector setweight uuid_nil uuid_generate_v3 uuid_generate_v5 pg_backend_pid
   count sum min max avg bool_and bool_or row_number pg_get_serial_sequence pg_typeof set_config`);
/** `unknown` where it calls a function that is not one of the well-known ones. */
function volatilityOf(expression) {
    const called = calledFunctions(expression);
    if (called.some((name) => volatility_volatile.has(name)))
        return 'volatile';
    return called.every((name) => constant.has(name)) ? 'constant' : 'unknown';
}
/** False for a function that may do anything: one of the user's own. */
function isWellKnown(name) {
    return volatility_volatile.has(name) || constant.has(name);
}
function calledFunctions(expression) {
    return (0,parse_tree/* nodesOf */.Nh)(expression, 'FuncCall').flatMap(({ funcname }) => (0,parse_tree/* texts */.Te)(funcname).at(-1) ?? []);
}

;// CONCATENATED MODULE: ./build/migrations/hazards/read-data.js
/** Statements that change rows, those inside WITH too. */



const kinds = {
    InsertStmt: 'insert',
    UpdateStmt: 'update',
    DeleteStmt: 'delete',
    MergeStmt: 'update',
};
function dataChanges(kind) {
    return (node) => {
        const nested = (0,parse_tree/* nodesOf */.Nh)(node.withClause, 'ctequery').flatMap((query) => Object.keys(kinds).flatMap((inner) => (0,guard/* isRecord */.u4)(query[inner]) ? dataChanges(inner)((0,parse_tree/* field */.ZZ)(query, inner)) : []));
        return [...nested, ...dataChange(kind, node)];
    };
}
function dataChange(kind, node) {
    const target = (0,parse_tree/* relationName */.CJ)(node.relation);
    const change = kinds[kind];
    if (target === undefined || change === undefined)
        return [];
    const reads = readTables({ ...node, relation: undefined });
    return [{ kind: change, target, reads, isEveryRow: isEveryRow(kind, node) }];
}
function isEveryRow(kind, node) {
    if (kind === 'MergeStmt')
        return false;
    if (kind !== 'InsertStmt')
        return isAlwaysTrue(node.whereClause) && (0,parse_tree/* items */.ld)(node.fromClause ?? node.usingClause).length === 0;
    const query = (0,parse_tree/* field */.ZZ)(node.selectStmt, 'SelectStmt');
    return ((0,parse_tree/* items */.ld)(query.fromClause).length > 0 && isAlwaysTrue(query.whereClause) && query.limitCount === undefined);
}
/** No WHERE, `WHERE true` and `WHERE 1 = 1`. */
function isAlwaysTrue(where) {
    if (where === undefined)
        return true;
    if ((0,parse_tree/* field */.ZZ)((0,parse_tree/* field */.ZZ)(where, 'A_Const'), 'boolval').boolval === true)
        return true;
    const { lexpr, rexpr, name } = (0,parse_tree/* field */.ZZ)(where, 'A_Expr');
    const [left, right] = [lexpr, rexpr].map((side) => (0,parse_tree/* field */.ZZ)(side, 'A_Const'));
    const isConstant = (0,guard/* isRecord */.u4)(lexpr) && 'A_Const' in lexpr && (0,guard/* isRecord */.u4)(rexpr) && 'A_Const' in rexpr;
    const value = (side) => JSON.stringify({ ...side, location: undefined });
    return isConstant && (0,parse_tree/* texts */.Te)(name)[0] === '=' && value(left) === value(right);
}
/** The tables that a query names, without those of its own WITH. */
function readTables(tree) {
    const own = new Set((0,parse_tree/* nodesOf */.Nh)(tree, 'CommonTableExpr').flatMap(({ ctename }) => (0,record/* textOrUndefined */.T)(ctename) ?? []));
    return (0,parse_tree/* nodesOf */.Nh)(tree, 'RangeVar').flatMap((node) => {
        const name = (0,parse_tree/* relationName */.CJ)(node);
        return name === undefined || (name.schema === undefined && own.has(name.name)) ? [] : [name];
    });
}
/** `SELECT set_config('lock_timeout', '5s', false)`. A query that calls a function of the user's own is opaque. */
function settingsOfSelect(node) {
    const calls = (0,parse_tree/* nodesOf */.Nh)(node, 'FuncCall');
    const nameOf = (call) => (0,parse_tree/* texts */.Te)(call.funcname).at(-1) ?? '';
    const settings = calls.flatMap((call) => {
        if (nameOf(call) !== 'set_config')
            return [];
        const constants = (0,parse_tree/* items */.ld)(call.args).map((argument) => (0,parse_tree/* field */.ZZ)(argument, 'A_Const'));
        const [name, value] = constants.map((constant) => (0,record/* textOrUndefined */.T)((0,parse_tree/* field */.ZZ)(constant, 'sval').sval));
        const isLocal = (0,parse_tree/* field */.ZZ)(constants[2], 'boolval').boolval === true;
        return name === undefined
            ? []
            : [{ kind: 'setting', name, values: value === undefined ? undefined : [value], isLocal }];
    });
    const own = calls.map(nameOf).find((name) => !isWellKnown(name));
    return own === undefined ? settings : [...settings, { kind: 'opaque', words: `SELECT ${own}()` }];
}

;// CONCATENATED MODULE: ./build/migrations/hazards/read-create.js
/** Statements that make a relation. */



function createTable(node, origin) {
    const name = (0,parse_tree/* relationName */.CJ)(node.relation);
    if (name === undefined)
        return [];
    const elements = (0,parse_tree/* items */.ld)(node.tableElts).map(parse_tree/* unwrap */.oA);
    const [parent] = (0,parse_tree/* nodesOf */.Nh)(node.inhRelations, 'RangeVar');
    return [
        {
            kind: 'create table',
            name,
            isTemporary: isTemporary(node.relation),
            ifNotExists: node.if_not_exists === true,
            columns: elements.flatMap(([kind, element]) => kind === 'ColumnDef' ? [columnOf(element, origin)] : []),
            constraints: elements.flatMap(([kind, element]) => kind === 'Constraint' ? (constraintOf(element, origin) ?? []) : []),
            isPartitioned: node.partspec !== undefined,
            partitionOf: node.partbound === undefined ? undefined : (0,parse_tree/* relationName */.CJ)(parent),
            isDefaultPartition: (0,parse_tree/* field */.ZZ)(node, 'partbound').is_default === true,
        },
    ];
}
/** CREATE TABLE AS and CREATE MATERIALIZED VIEW have `into`, SELECT INTO has `intoClause`, CREATE VIEW has `view`. */
function createFromQuery(node, _origin) {
    const relation = node.view ?? (0,parse_tree/* field */.ZZ)(node, 'into').rel ?? (0,parse_tree/* field */.ZZ)(node, 'intoClause').rel;
    const name = (0,parse_tree/* relationName */.CJ)(relation);
    if (name === undefined)
        return [];
    const result = node.view !== undefined ? 'view' : node.objtype === 'OBJECT_MATVIEW' ? 'materialized view' : 'table';
    const reads = readTables(node.query ?? { ...node, intoClause: undefined });
    return [{ kind: 'create from query', result, name, isTemporary: isTemporary(relation), reads }];
}
function isTemporary(relation) {
    return (0,parse_tree/* field */.ZZ)({ relation }, 'relation').relpersistence === 't';
}

;// CONCATENATED MODULE: ./build/migrations/hazards/read-names.js
/** Statements that take a name away or give another. */


const dropped = {
    OBJECT_TABLE: 'table',
    OBJECT_FOREIGN_TABLE: 'table',
    OBJECT_VIEW: 'view',
    OBJECT_MATVIEW: 'materialized view',
    OBJECT_INDEX: 'index',
    OBJECT_TYPE: 'type',
    OBJECT_DOMAIN: 'domain',
    OBJECT_SCHEMA: 'schema',
};
function drop(node) {
    if (node.removeType === 'OBJECT_TRIGGER')
        return dropTrigger(node);
    const what = dropped[(0,record/* textOrUndefined */.T)(node.removeType) ?? ''];
    if (what === undefined)
        return [];
    return [
        {
            kind: 'drop',
            what,
            names: (0,parse_tree/* items */.ld)(node.objects).flatMap((item) => objectName(item) ?? []),
            isCascade: node.behavior === 'DROP_CASCADE',
            isConcurrent: node.concurrent === true,
        },
    ];
}
/** A list of strings, a type's name, or one string. */
function objectName(item) {
    const [alone] = (0,parse_tree/* texts */.Te)([item]);
    if (alone !== undefined)
        return { schema: undefined, name: alone };
    return (0,parse_tree/* listedName */.d1)((0,parse_tree/* field */.ZZ)(item, 'List').items) ?? (0,parse_tree/* listedName */.d1)((0,parse_tree/* field */.ZZ)(item, 'TypeName').names);
}
/** The list is the table's name with the trigger's behind it. */
function dropTrigger(node) {
    const tables = (0,parse_tree/* items */.ld)(node.objects).flatMap((item) => {
        const parts = (0,parse_tree/* items */.ld)((0,parse_tree/* field */.ZZ)(item, 'List').items).slice(0, -1);
        return (0,parse_tree/* listedName */.d1)(parts) ?? [];
    });
    return [{ kind: 'drop trigger', tables, isCascade: false, isConcurrent: false }];
}
const renamed = {
    OBJECT_TABLE: 'table',
    OBJECT_FOREIGN_TABLE: 'table',
    OBJECT_MATVIEW: 'view',
    OBJECT_VIEW: 'view',
    OBJECT_INDEX: 'index',
    OBJECT_TYPE: 'type',
    OBJECT_DOMAIN: 'type',
};
function rename(node) {
    const newName = (0,record/* textOrUndefined */.T)(node.newname);
    const inner = (0,record/* textOrUndefined */.T)(node.subname);
    const name = (0,parse_tree/* relationName */.CJ)(node.relation) ?? objectName(node.object);
    if (newName === undefined)
        return [];
    if (node.renameType === 'OBJECT_SCHEMA' && inner !== undefined)
        return [{ kind: 'rename', what: 'schema', name: { schema: undefined, name: inner }, newName }];
    if (name === undefined)
        return [];
    if (inner !== undefined && node.renameType === 'OBJECT_COLUMN')
        return [{ kind: 'rename column', table: name, name: inner, newName }];
    if (inner !== undefined && node.renameType === 'OBJECT_TABCONSTRAINT')
        return [{ kind: 'rename constraint', table: name, name: inner, newName }];
    const what = renamed[(0,record/* textOrUndefined */.T)(node.renameType) ?? ''];
    return what === undefined ? [] : [{ kind: 'rename', what, name, newName }];
}
function move(node) {
    const newSchema = (0,record/* textOrUndefined */.T)(node.newschema);
    const name = (0,parse_tree/* relationName */.CJ)(node.relation) ?? objectName(node.object);
    if (newSchema === undefined || name === undefined)
        return [];
    if (node.objectType === 'OBJECT_TABLE')
        return [{ kind: 'move', what: 'table', name, newSchema }];
    return node.objectType === 'OBJECT_TYPE' ? [{ kind: 'move', what: 'type', name, newSchema }] : [];
}

;// CONCATENATED MODULE: ./build/migrations/hazards/read-operations.js
/** What a statement does. Whatever is not known here is `other`: no rule says anything about it. */








const readers = {
    CreateStmt: createTable,
    CreateTableAsStmt: createFromQuery,
    ViewStmt: createFromQuery,
    SelectStmt: (node, origin) => node.intoClause === undefined ? settingsOfSelect(node) : createFromQuery(node, origin),
    DropStmt: drop,
    RenameStmt: rename,
    AlterObjectSchemaStmt: move,
    AlterTableStmt: alterTable,
    IndexStmt: createIndex,
    ReindexStmt: reindex,
    CreateEnumStmt: ({ typeName, vals }) => named(typeName, (name) => ({ kind: 'create enum', name, labels: (0,parse_tree/* texts */.Te)(vals) })),
    AlterEnumStmt: alterEnum,
    AlterDomainStmt: alterDomain,
    InsertStmt: dataChanges('InsertStmt'),
    UpdateStmt: dataChanges('UpdateStmt'),
    DeleteStmt: dataChanges('DeleteStmt'),
    MergeStmt: dataChanges('MergeStmt'),
    TruncateStmt: ({ relations, behavior }) => [
        read_operations_onTables('truncate', rangeVars(relations), { isCascade: behavior === 'DROP_CASCADE' }),
    ],
    VacuumStmt: vacuum,
    ClusterStmt: ({ relation }) => [read_operations_onTables('cluster', relations(relation))],
    RefreshMatViewStmt: ({ relation, concurrent, skipData }) => skipData === true
        ? [{ kind: 'other', words: 'REFRESH … WITH NO DATA' }]
        : [read_operations_onTables('refresh', relations(relation), { isConcurrent: concurrent === true })],
    CreateTrigStmt: ({ relation }) => [read_operations_onTables('create trigger', relations(relation))],
    LockStmt: ({ relations: list, mode }) => [
        { kind: 'lock', tables: rangeVars(list), mode: lockModeOf(mode) },
    ],
    TransactionStmt: ({ kind }) => [{ kind: 'transaction', command: commandOf(kind) }],
    VariableSetStmt: setting,
    CreatePolicyStmt: ({ table }) => relations(table).map((name) => ({ kind: 'create policy', table: name })),
    DoStmt: () => [{ kind: 'opaque', words: 'DO' }],
    CallStmt: () => [{ kind: 'opaque', words: 'CALL' }],
    CreatedbStmt: () => [outside('CREATE DATABASE')],
    DropdbStmt: () => [outside('DROP DATABASE')],
    AlterSystemStmt: () => [outside('ALTER SYSTEM')],
    CreateTableSpaceStmt: () => [outside('CREATE TABLESPACE')],
    DropTableSpaceStmt: () => [outside('DROP TABLESPACE')],
};
/** At least one; what rests on another comes after it. */
function operationsOf(origin) {
    const { kind, node } = origin.statement;
    const operations = readers[kind]?.(node, origin) ?? [];
    return operations.length > 0 ? operations : [{ kind: 'other', words: kind.replace(/Stmt$/, '') }];
}
function named(parts, make) {
    const name = (0,parse_tree/* listedName */.d1)(parts);
    return name === undefined ? [] : [make(name)];
}
function relations(relation) {
    const name = (0,parse_tree/* relationName */.CJ)(relation);
    return name === undefined ? [] : [name];
}
function rangeVars(list) {
    return (0,parse_tree/* items */.ld)(list).flatMap((item) => relations((0,parse_tree/* field */.ZZ)(item, 'RangeVar')));
}
function read_operations_onTables(kind, tables, flags = {}) {
    return { kind, tables, isCascade: false, isConcurrent: false, ...flags };
}
function outside(words) {
    return { kind: 'outside transactions', words };
}
function createIndex(node) {
    return relations(node.relation).map((table) => ({
        kind: 'create index',
        table,
        name: (0,record/* textOrUndefined */.T)(node.idxname),
        columns: (0,parse_tree/* items */.ld)(node.indexParams).map((item) => (0,record/* textOrUndefined */.T)((0,parse_tree/* field */.ZZ)(item, 'IndexElem').name)),
        isUnique: node.unique === true,
        isPartial: node.whereClause !== undefined,
        isConcurrent: node.concurrent === true,
        isOnly: (0,parse_tree/* field */.ZZ)(node, 'relation').inh !== true,
        ifNotExists: node.if_not_exists === true,
    }));
}
const reindexed = {
    REINDEX_OBJECT_INDEX: 'index',
    REINDEX_OBJECT_TABLE: 'table',
    REINDEX_OBJECT_SCHEMA: 'schema',
};
function reindex(node) {
    const what = reindexed[(0,record/* textOrUndefined */.T)(node.kind) ?? ''] ?? 'database';
    const name = (0,parse_tree/* relationName */.CJ)(node.relation) ?? { schema: undefined, name: (0,record/* textOrUndefined */.T)(node.name) ?? '' };
    return [{ kind: 'reindex', what, name, isConcurrent: isOptionOn(node.params, 'concurrently') }];
}
function isOptionOn(options, wanted) {
    return (0,parse_tree/* items */.ld)(options).some((item) => {
        const { defname, arg } = (0,parse_tree/* field */.ZZ)(item, 'DefElem');
        const [value] = (0,parse_tree/* texts */.Te)([arg]);
        return defname === wanted && !/^(false|off|no|0)$/i.test(value ?? '');
    });
}
function alterEnum(node) {
    const [added, old] = [(0,record/* textOrUndefined */.T)(node.newVal), (0,record/* textOrUndefined */.T)(node.oldVal)];
    if (added === undefined)
        return [];
    return named(node.typeName, (name) => old === undefined
        ? { kind: 'add enum value', name, labels: [added] }
        : { kind: 'rename enum value', name, labels: [old, added] });
}
function alterDomain(node, origin) {
    const constraint = constraintOf((0,parse_tree/* field */.ZZ)(node.def, 'Constraint'), origin);
    if (constraint === undefined)
        return [];
    return named(node.typeName, (name) => ({ kind: 'domain constraint', name, constraint }));
}
function vacuum(node) {
    if (node.is_vacuumcmd !== true)
        return [{ kind: 'other', words: 'ANALYZE' }];
    const tables = (0,parse_tree/* items */.ld)(node.rels).flatMap((item) => relations((0,parse_tree/* field */.ZZ)(item, 'VacuumRelation').relation));
    return [read_operations_onTables(isOptionOn(node.options, 'full') ? 'vacuum full' : 'vacuum', tables)];
}
/** The parser numbers the modes from 1, in `lockModes`' order. */
function lockModeOf(mode) {
    return lock_mode/* lockModes */.Y8[typeof mode === 'number' ? mode - 1 : 7] ?? 'AccessExclusiveLock';
}
function commandOf(kind) {
    if (kind === 'TRANS_STMT_BEGIN' || kind === 'TRANS_STMT_START')
        return 'begin';
    if (kind === 'TRANS_STMT_COMMIT')
        return 'commit';
    return kind === 'TRANS_STMT_ROLLBACK' ? 'rollback' : 'other';
}
function setting(node) {
    const name = (0,record/* textOrUndefined */.T)(node.name);
    const isSet = node.kind === 'VAR_SET_VALUE';
    const values = (0,parse_tree/* items */.ld)(node.args).map(constantText);
    const isLocal = node.is_local === true;
    return name === undefined ? [] : [{ kind: 'setting', name, values: isSet ? values : undefined, isLocal }];
}
/** A string as it is, a number in digits; empty for anything else. */
function constantText(value) {
    const constant = (0,parse_tree/* field */.ZZ)(value, 'A_Const');
    const text = (0,record/* textOrUndefined */.T)((0,parse_tree/* field */.ZZ)(constant, 'sval').sval);
    const { ival = 0 } = (0,parse_tree/* field */.ZZ)(constant, 'ival');
    return text ?? (typeof ival === 'number' ? String(ival) : '');
}

// EXTERNAL MODULE: ./build/migrations/script-batch.js
var script_batch = __webpack_require__(8592);
;// CONCATENATED MODULE: ./build/migrations/hazards/transactions.js
/** Which statements share a transaction. */

/**
 * A place for each statement of a script.
 *
 * A script that is sent whole is one implicit transaction. BEGIN takes what came before it in, COMMIT ends it, and the
 * rest is another one (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT).
 * @param first number of the first transaction.
 */
function placesOf(statements, transport, first) {
    const sent = (0,script_batch/* goesWhole */.a)(statements.map(({ statement }) => statement)) ? 'script' : transport;
    let transaction = first - 1;
    let isExplicit = false;
    let isOpen = false;
    const raw = statements.map(({ operations }) => {
        const command = transactions_commandOf(operations);
        if (!isOpen)
            transaction += 1;
        if (command === 'begin')
            isExplicit = true;
        const place = { transaction, isExplicit, isWork: command === undefined };
        if (command === 'commit' || command === 'rollback')
            isExplicit = false;
        isOpen = isExplicit || (sent === 'script' && command !== 'commit' && command !== 'rollback');
        return place;
    });
    const work = new Map();
    for (const place of raw)
        if (place.isWork)
            work.set(place.transaction, (work.get(place.transaction) ?? 0) + 1);
    return raw.map((place) => ({
        transaction: place.transaction,
        isExplicit: place.isExplicit,
        isShared: (work.get(place.transaction) ?? 0) > 1,
        sent,
        transport,
        isInTransaction: place.isExplicit || (sent === 'script' && raw.length > 1),
    }));
}
function transactions_commandOf(operations) {
    const [operation] = operations;
    return operation?.kind === 'transaction' ? operation.command : undefined;
}

;// CONCATENATED MODULE: ./build/migrations/hazards/steps.js



/** Of scripts that cannot be parsed there are none. */
function plannedSteps(scripts, transport) {
    const steps = [];
    for (const { migration, script, parsed } of scripts) {
        const statements = parsed.kind === 'parsed' ? parsed.statements : [];
        const source = scriptSource(script);
        const read = statements.map((statement) => ({
            statement,
            operations: operationsOf({ source, statement }),
        }));
        const first = (steps.at(-1)?.place.transaction ?? 0) + 1;
        const places = placesOf(read, transport, first);
        for (const [index, { statement, operations }] of read.entries()) {
            const place = places[index];
            if (place !== undefined)
                steps.push({ migration, statement, index, source, operations, place });
        }
    }
    return steps;
}

;// CONCATENATED MODULE: ./build/migrations/hazards/operation-targets.js
/** The tables that an operation is about. */

function tablesNamed(names, model) {
    return names.flatMap((name) => model.table(name) ?? []);
}
function indexedTables(names, model) {
    return names.flatMap((name) => model.indexed(name)?.table ?? []);
}
/** Tables with a column of the domain, or an array of it. */
function domainTables({ schema, name }, model) {
    const quoted = (0,object_name/* displayIdentifier */.UY)(name);
    const places = schema === undefined ? model.searchPath : [schema];
    const written = new Set([quoted, ...places.map((place) => `${(0,object_name/* displayIdentifier */.UY)(place)}.${quoted}`)]);
    const isOfDomain = ({ type }) => typeof type === 'string' ? written.has(type.replace(/\[\]$/, '')) : type.name === name;
    return [...model.tables()].filter(({ kind, columns }) => (kind === 'table' || kind === 'partitioned table') && columns.some(isOfDomain));
}
/** What the statement names as its object. */
function targetsOf(operation, model) {
    if (operation.kind === 'drop')
        return dropTargets(operation, model);
    if (operation.kind === 'reindex') {
        if (operation.what === 'index')
            return indexedTables([operation.name], model);
        return operation.what === 'table' ? tablesNamed([operation.name], model) : [];
    }
    if (operation.kind === 'rename' || operation.kind === 'move')
        return operation.what === 'table' ? tablesNamed([operation.name], model) : [];
    if (operation.kind === 'domain constraint')
        return domainTables(operation.name, model);
    if ('table' in operation)
        return tablesNamed([operation.table], model);
    if ('tables' in operation)
        return tablesNamed(operation.tables, model);
    return 'target' in operation ? tablesNamed([operation.target], model) : [];
}
function dropTargets({ what, names }, model) {
    if (what === 'index')
        return indexedTables(names, model);
    if (what === 'type' || what === 'domain')
        return [];
    if (what !== 'schema')
        return tablesNamed(names, model);
    return [...model.tables()].filter(({ schema }) => names.some(({ name }) => name === schema));
}

;// CONCATENATED MODULE: ./build/migrations/hazards/type-changes.js


function plannedTypeChange({ name, type, using, hasCollation }, table, parser) {
    const column = columnNamed(table, name);
    const from = column === undefined ? undefined : columnType(column, parser);
    if (using !== undefined)
        return { from, effect: 'rewrites' };
    const effect = from === undefined ? 'unknown' : typeChange(from, type);
    if (effect !== 'free')
        return { from, effect };
    if (hasCollation)
        return { from, effect: 'rebuilds indexes' };
    // Check constraints on the column are made anew, and each row is held against them.
    const isSame = JSON.stringify(from) === JSON.stringify(type);
    const isChecked = table.constraints.some(({ form, columns }) => form === 'check' && columns.includes(name));
    return { from, effect: isChecked && !isSame ? 'scans' : 'free' };
}

;// CONCATENATED MODULE: ./build/migrations/hazards/ddl-form.js




/**
 * The forms that an operation has, the most telling first. Several where it does several things, such as ADD COLUMN
 * with a default and a constraint. None where nothing that is there before is touched.
 */
function formsOf(operation, around) {
    switch (operation.kind) {
        case 'create table':
            if (operation.partitionOf !== undefined)
                return ['create-table-partition-of'];
            return hasForeignKey(operation) ? ['create-table-references'] : [];
        case 'create from query':
        case 'transaction':
        case 'setting':
        case 'create enum':
        case 'opaque':
        case 'outside transactions':
        case 'other':
            return [];
        case 'drop':
            return dropForms(operation, around.model);
        case 'rename':
            return operation.what === 'table' || operation.what === 'index' ? [renameForms[operation.what]] : [];
        case 'move':
            return operation.what === 'table' ? ['alter-table-set-schema'] : [];
        case 'create index':
            return [createIndexForm(operation, around.model)];
        case 'reindex':
            // Of a schema or the whole database: of each table in its turn.
            return operation.what === 'index' || operation.what === 'table'
                ? [`reindex-${operation.what}${operation.isConcurrent ? '-concurrently' : ''}`]
                : [];
        case 'add enum value':
            return ['alter-type-add-value'];
        case 'rename enum value':
            return ['alter-type-rename-value'];
        case 'domain constraint':
            return [`alter-domain-add-constraint${operation.constraint.skipsRows ? '-not-valid' : ''}`];
        case 'insert':
        case 'delete':
            return [operation.kind];
        case 'update':
            return [operation.isEveryRow ? 'update-all' : 'update'];
        case 'lock':
            return ['lock-table'];
        case 'create policy':
            return ['create-policy'];
        default:
            return 'table' in operation ? tableForms(operation, around) : [tablesForm(operation, around.model)];
    }
}
function hasForeignKey(operation) {
    const inline = operation.columns.flatMap(({ constraints }) => constraints);
    return [...inline, ...operation.constraints].some(({ form }) => form === 'foreign key');
}
const renameForms = { table: 'alter-table-rename', index: 'alter-index-rename' };
function dropForms(operation, model) {
    const { what, isCascade, isConcurrent } = operation;
    if (what === 'index')
        return [isConcurrent ? 'drop-index-concurrently' : 'drop-index'];
    if (what !== 'table' && what !== 'schema')
        return what === 'domain' ? [] : [`drop-${what.replaceAll(' ', '-')}`];
    const tables = dropTargets(operation, model);
    const some = (is) => tables.some(is);
    return [
        'drop-table',
        ...(some((table) => referencedTables(table, model).length > 0) ? ['drop-table-referencing'] : []),
        ...(isCascade && some((table) => referencingTables(table, model).length > 0)
            ? ['drop-table-referenced']
            : []),
        ...(some(({ parent }) => parent !== undefined) ? ['drop-table-partition'] : []),
    ];
}
function createIndexForm({ table, isUnique, isConcurrent, isOnly }, model) {
    const isPartitioned = model.table(table)?.kind === 'partitioned table';
    if (isPartitioned)
        return isOnly ? 'create-index-on-only' : 'create-index-partitioned';
    return `create-index${isUnique ? '-unique' : ''}${isConcurrent ? '-concurrently' : ''}`;
}
/** Statements that name tables rather than change one. */
function tablesForm({ kind, tables, isCascade, isConcurrent }, model) {
    if (kind === 'refresh')
        return `refresh-materialized-view${isConcurrent ? '-concurrently' : ''}`;
    if (kind !== 'truncate')
        return kind.replaceAll(' ', '-');
    const all = tables.flatMap((name) => model.table(name) ?? []);
    if (isCascade && all.some((table) => referencingTables(table, model).length > 0))
        return 'truncate-cascade';
    return all.some((table) => referencedTables(table, model).length > 0) ? 'truncate-referencing' : 'truncate';
}
/** Those whose form says nothing but what they are. */
const plainForms = {
    'rename column': 'alter-table-rename-column',
    'rename constraint': 'alter-table-rename-constraint',
    'drop not null': 'alter-table-drop-not-null',
    'set default': 'alter-table-set-default',
    'drop default': 'alter-table-drop-default',
    'add identity': 'alter-table-add-identity',
    'drop identity': 'alter-table-drop-identity',
    'set expression': 'alter-table-set-expression',
};
/** What no rule is about, but what takes a lock all the same. */
const otherForms = {
    AT_SetRelOptions: ['alter-table-set-fillfactor'],
    AT_ResetRelOptions: ['alter-table-reset-fillfactor'],
    AT_SetStatistics: ['alter-table-set-statistics'],
    AT_SetOptions: ['alter-table-set-column-options'],
    AT_SetStorage: ['alter-table-set-storage'],
    AT_SetCompression: ['alter-table-set-compression'],
    AT_DropExpression: ['alter-table-drop-expression'],
    AT_AlterConstraint: ['alter-table-alter-constraint-deferrable'],
    AT_ClusterOn: ['alter-table-cluster-on'],
    AT_DropCluster: ['alter-table-set-without-cluster'],
    AT_ChangeOwner: ['alter-table-owner'],
    AT_ReplicaIdentity: ['alter-table-replica-identity'],
    AT_AddInherit: ['alter-table-inherit'],
    AT_DropInherit: ['alter-table-no-inherit'],
};
function tableForms(change, around) {
    const table = around.model.table(change.table);
    const plain = plainForms[change.kind];
    if (plain !== undefined)
        return [plain];
    switch (change.kind) {
        case 'add column':
            return addColumnForms(change.column);
        case 'add constraint':
            return [constraintForm(change.constraint, table)];
        case 'set storage':
            return [`alter-table-set-${change.storage.replaceAll(' ', '-')}`];
        case 'other table change':
            return otherForms[change.subtype] ?? [];
        case 'attach partition':
            return ['alter-table-attach-partition'];
        case 'detach partition':
            return [`alter-table-detach-partition${change.isConcurrent ? '-concurrently' : ''}`];
        case 'row security':
            return [
                `alter-table-${change.change.replace('no force', 'force').replaceAll(' ', '-')}-row-level-security`,
            ];
        case 'triggers':
            return [`alter-table-${change.change}-trigger`];
        default:
            return table === undefined ? [] : formsOnTable(change, table, around);
    }
}
/** Those that depend on what the table has. */
function formsOnTable(change, table, { model, parser }) {
    const hasForeignKey = (column) => table.constraints.some(({ form, columns }) => form === 'foreign key' && columns.includes(column));
    switch (change.kind) {
        case 'set not null':
            return [setNotNullForm(table, change.name)];
        case 'change type': {
            const { effect } = plannedTypeChange(change, table, parser);
            const form = change.using === undefined ? typeForms[effect] : 'alter-table-alter-type-using';
            return [
                form,
                ...(hasForeignKey(change.name) ? ['alter-table-alter-type-foreign-key'] : []),
                ...(isReferenced(table, change.name, model) ? ['alter-table-alter-type-referenced'] : []),
            ];
        }
        case 'drop column':
            return hasForeignKey(change.name)
                ? ['alter-table-drop-column', 'alter-table-drop-column-foreign-key']
                : ['alter-table-drop-column'];
        case 'validate constraint': {
            const form = table.constraints.find(({ name }) => name === change.name)?.form;
            return [`alter-table-validate-${(form ?? 'check').replaceAll(' ', '-')}`];
        }
        case 'drop constraint': {
            const form = table.constraints.find(({ name }) => name === change.name)?.form;
            const known = form === 'foreign key' || form === 'unique' ? form.replaceAll(' ', '-') : 'check';
            return [`alter-table-drop-constraint-${known}`];
        }
        default:
            return [];
    }
}
function isReferenced({ id }, column, model) {
    return [...model.tables()].some(({ constraints }) => constraints.some(({ references, referencedColumns }) => references === id && referencedColumns.includes(column)));
}
function setNotNullForm(table, column) {
    const isFree = isNotNull(table, column) || isProvenNotNull(table, column);
    return `alter-table-set-not-null${isFree ? '-with-check' : ''}`;
}
const typeForms = {
    free: 'alter-table-alter-type-varchar-longer',
    scans: 'alter-table-alter-type-with-check',
    'rebuilds indexes': 'alter-table-alter-type-indexed-collation',
    'time zone': 'alter-table-alter-type-timestamp-to-timestamptz',
    rewrites: 'alter-table-alter-type-rewrite',
    unknown: 'alter-table-alter-type-rewrite',
};
function addColumnForms(column) {
    const form = (variant) => `alter-table-add-column${variant}`;
    const { generated, numbered, constraints } = column;
    const volatility = column.default === undefined ? undefined : volatilityOf(column.default.node);
    const parts = [
        ...(generated === undefined ? [] : [form(`-generated-${generated}`)]),
        ...(numbered === undefined ? [] : [form(`-${numbered}`)]),
        ...(volatility === undefined
            ? []
            : [form(volatility === 'constant' ? '-default-constant' : '-default-volatile')]),
        ...constraints.flatMap((constraint) => columnConstraintForms[constraint.form] ?? []),
    ];
    return parts.length > 0 ? parts : [form('')];
}
const columnConstraintForms = {
    unique: 'alter-table-add-column-unique',
    'primary key': 'alter-table-add-column-unique',
    check: 'alter-table-add-column-check',
    'foreign key': 'alter-table-add-column-references',
};
function constraintForm(constraint, table) {
    const { form, skipsRows, usingIndex } = constraint;
    const isFree = (column) => table === undefined || isNotNull(table, column) || isProvenNotNull(table, column);
    switch (form) {
        case 'primary key':
            if (usingIndex === undefined)
                return 'alter-table-add-primary-key';
            return `alter-table-add-primary-key-using-index${indexColumns(table, usingIndex).every(isFree) ? '' : '-nullable'}`;
        case 'unique':
            return `alter-table-add-unique${usingIndex === undefined ? '' : '-using-index'}`;
        case 'exclusion':
            return 'alter-table-add-exclude';
        case 'not null':
            if (skipsRows)
                return 'alter-table-add-not-null-not-valid';
            return `alter-table-set-not-null${constraint.columns.every(isFree) ? '-with-check' : ''}`;
        default: {
            const isPartitioned = form === 'foreign key' && table?.kind === 'partitioned table';
            const words = `alter-table-add-${form.replaceAll(' ', '-')}${skipsRows ? '-not-valid' : ''}`;
            return `${words}${isPartitioned ? '-partitioned' : ''}`;
        }
    }
}
/** Of the index that a constraint adopts. */
function indexColumns(table, index) {
    const found = table?.indexes.find(({ name }) => name === index);
    return found?.columns.flatMap((column) => column ?? []) ?? [];
}

;// CONCATENATED MODULE: ./build/migrations/hazards/involved-tables.js




/** The strongest lock on each table that was there before, as the facts predict. */
function predictedLocks(operation, options) {
    const { model, facts, serverMajor } = options;
    const locks = operation.kind === 'lock'
        ? targetsOf(operation, model).map((table) => ({ table, mode: operation.mode }))
        : formsOf(operation, options)
            .flatMap((form) => facts(form, serverMajor)?.locks ?? [])
            .flatMap(({ role, mode }) => tablesInRole(role, operation, model).map((table) => ({ table, mode })));
    return strongestEach(locks.filter(({ table }) => table.oid !== undefined));
}
/** Strongest first. */
function strongestEach(locks) {
    const byTable = new Map();
    for (const lock of locks) {
        const known = byTable.get(lock.table.id);
        if (known === undefined || (0,lock_mode/* compareLockModes */.tc)(known.mode, lock.mode) < 0)
            byTable.set(lock.table.id, lock);
    }
    return [...byTable.values()].toSorted((left, right) => (0,lock_mode/* compareLockModes */.tc)(right.mode, left.mode));
}
/** Relations that the model does not follow (indexes, sequences, types) are none of its tables. */
function tablesInRole(role, operation, model) {
    const targets = targetsOf(operation, model);
    const named = 'partition' in operation ? tablesNamed([operation.partition], model) : [];
    switch (role) {
        case 'table':
        case 'view':
            return targets;
        case 'referenced table':
            return [...tablesNamed(referencesOf(operation), model), ...foreignKeyParents(operation, model)];
        case 'referencing table':
            return targets.flatMap((target) => referencingTables(target, model));
        case 'parent table':
            return [...(named.length > 0 ? targets : []), ...parentsOf(operation, targets, model)];
        case 'partition':
            return named.length > 0 ? named : partitionsOf(operation, targets, model);
        default:
            return [];
    }
}
function parentsOf(operation, targets, model) {
    if (operation.kind === 'create table')
        return operation.partitionOf === undefined ? [] : tablesNamed([operation.partitionOf], model);
    return targets.flatMap(({ parent }) => model.tableById(parent ?? -1) ?? []);
}
function partitionsOf(operation, targets, model) {
    const whole = operation.kind === 'create table' ? parentsOf(operation, targets, model) : targets;
    return whole.flatMap((table) => withPartitions(table, model).slice(1));
}
/** Tables that new foreign keys refer to. */
function referencesOf(operation) {
    const constraints = operation.kind === 'create table'
        ? [...operation.columns.flatMap((column) => column.constraints), ...operation.constraints]
        : operation.kind === 'add column'
            ? operation.column.constraints
            : operation.kind === 'add constraint'
                ? [operation.constraint]
                : [];
    return constraints.flatMap(({ references }) => references ?? []);
}
/** Tables that foreign keys lead to which the operation drops, makes anew or validates. */
function foreignKeyParents(operation, model) {
    const targets = targetsOf(operation, model);
    if (operation.kind === 'drop')
        return operation.what === 'table' || operation.what === 'schema'
            ? targets.flatMap((table) => referencedTables(table, model))
            : [];
    return targets.flatMap((table) => foreignKeysTouched(operation, table).flatMap(({ references }) => model.tableById(references ?? -1) ?? []));
}
function foreignKeysTouched(operation, table) {
    const keys = table.constraints.filter(({ form }) => form === 'foreign key');
    if (operation.kind === 'drop constraint' || operation.kind === 'validate constraint')
        return keys.filter(({ name }) => name === operation.name);
    if (operation.kind === 'drop column' || operation.kind === 'change type')
        return keys.filter(({ columns }) => columns.includes(operation.name));
    return [];
}

;// CONCATENATED MODULE: ./build/migrations/hazards/schema-model.js
/** Where temporary tables are; searched first. */
const temporarySchema = 'pg_temp';
function emptyModel(searchPath) {
    const tables = schema_model_named();
    const enums = schema_model_named();
    const originalEnums = [];
    let path = searchPath;
    let lastId = 0;
    const model = {
        get searchPath() {
            return path;
        },
        table: (name) => tables.find(name, path),
        existing(name) {
            const table = tables.find(name, path);
            return table?.oid === undefined ? undefined : table;
        },
        tableById: (id) => tables.get(id),
        tables: () => tables.all(),
        indexed(wanted) {
            for (const table of tables.all())
                for (const index of table.indexes)
                    if (index.name === wanted.name && (wanted.schema ?? table.schema) === table.schema)
                        return { table, index };
            return undefined;
        },
        enumType: (name) => enums.find(name, path),
        enums: () => enums.all(),
        originalEnum: ({ schema, name }) => originalEnums.find((type) => type.schema === schema && type.name === name),
        putTable: (table) => tables.put(table),
        dropTable: (id) => tables.drop(id),
        putEnum(type) {
            if (type.oid !== undefined && enums.get(type.id) === undefined)
                originalEnums.push(type);
            enums.put(type);
        },
        dropEnum: (id) => enums.drop(id),
        setSearchPath(schemas) {
            path = schemas;
        },
        nextId() {
            lastId += 1;
            return lastId;
        },
    };
    return model;
}
/** Things by id and by name; of two with one name the later one is found. */
function schema_model_named() {
    const byId = new Map();
    const byName = new Map();
    const key = (schema, name) => JSON.stringify([schema, name]);
    const forget = (id) => {
        const thing = byId.get(id);
        if (thing !== undefined && byName.get(key(thing.schema, thing.name)) === id)
            byName.delete(key(thing.schema, thing.name));
        byId.delete(id);
    };
    const exact = (schema, name) => byId.get(byName.get(key(schema, name)) ?? -1);
    return {
        get: (id) => byId.get(id),
        all: () => byId.values(),
        put(thing) {
            forget(thing.id);
            byId.set(thing.id, thing);
            byName.set(key(thing.schema, thing.name), thing.id);
        },
        drop: forget,
        find({ schema, name }, path) {
            if (schema !== undefined)
                return exact(schema, name);
            for (const searched of [temporarySchema, ...path]) {
                const thing = exact(searched, name);
                if (thing !== undefined)
                    return thing;
            }
            // The search path may be the role's own: one of this name anywhere is it.
            const anywhere = [...byId.values()].filter((thing) => thing.name === name);
            return anywhere.length === 1 ? anywhere[0] : undefined;
        },
    };
}

;// CONCATENATED MODULE: ./build/migrations/hazards/table-changes.js

function applyTableChange(model, change, transaction) {
    const table = model.table(change.table);
    if (table === undefined)
        return;
    if (change.kind === 'attach partition' || change.kind === 'detach partition') {
        setParent(model, table, change);
        return;
    }
    if (change.kind === 'drop constraint' && change.isCascade)
        dropKeysTo(model, table, change.name);
    for (const each of withPartitions(table, model))
        model.putTable(changed(each, change, { model, transaction }));
}
/** An attached partition gets the indexes that its table has. */
function setParent(model, table, { kind, partition: name }) {
    const partition = model.table(name);
    if (partition === undefined)
        return;
    const isAttached = kind === 'attach partition';
    const indexes = isAttached
        ? [...partition.indexes, ...missingIndexes(table, partition)]
        : partition.indexes;
    model.putTable({ ...partition, indexes, parent: isAttached ? table.id : undefined });
}
function missingIndexes(table, partition) {
    const key = ({ columns, isUnique }) => JSON.stringify([columns, isUnique]);
    const there = new Set(partition.indexes.map(key));
    return table.indexes.filter((index) => !there.has(key(index)));
}
/** CASCADE takes the foreign keys that stand on a primary key or unique constraint. */
function dropKeysTo(model, { id, constraints }, name) {
    const columns = constraints
        .find((constraint) => constraint.name === name)
        ?.columns.toSorted()
        .join('\0');
    for (const other of [...model.tables()]) {
        const kept = other.constraints.filter(({ references, referencedColumns }) => references !== id || referencedColumns.toSorted().join('\0') !== columns);
        if (kept.length < other.constraints.length)
            model.putTable({ ...other, constraints: kept });
    }
}
function dropColumn(model, tableId, column) {
    const table = model.tableById(tableId);
    if (table !== undefined)
        model.putTable(withoutColumn(table, column));
}
function changed(table, change, around) {
    switch (change.kind) {
        case 'add column':
            return withColumn(table, change.column, around);
        case 'drop column':
            return withoutColumn(table, change.name);
        case 'rename column':
            return withColumnRenamed(table, change.name, change.newName);
        case 'rename constraint':
            return withConstraintRenamed(table, change.name, change.newName);
        case 'change type':
            return mapColumn(table, change.name, { type: change.type, typeOid: undefined });
        case 'set not null':
            return mapConstraints(mapColumn(table, change.name, { isNotNull: true }), ({ form, columns }) => form === 'not null' && columns.includes(change.name));
        case 'drop not null':
            return mapColumn(table, change.name, { isNotNull: false });
        case 'add constraint':
            return withConstraint(table, change.constraint, around);
        case 'validate constraint':
            return mapConstraints(table, ({ name }) => name === change.name);
        case 'drop constraint':
            return withoutConstraint(table, change.name);
        default:
            return table;
    }
}
function columnModel({ name, type, isNotNull, generated }) {
    return { name, type, typeOid: undefined, isNotNull, generated, isNew: true };
}
function withColumn(table, column, around) {
    if (table.columns.some(({ name }) => name === column.name))
        return table;
    const wider = { ...table, columns: [...table.columns, columnModel(column)] };
    return column.constraints.reduce((grown, constraint) => withConstraint(grown, constraint, around), wider);
}
/** Indexes and constraints that it is part of go with it. */
function withoutColumn(table, name) {
    return {
        ...table,
        columns: table.columns.filter((column) => column.name !== name),
        constraints: table.constraints.filter(({ columns }) => !columns.includes(name)),
        indexes: table.indexes.filter(({ columns }) => !columns.includes(name)),
    };
}
function withColumnRenamed(table, from, to) {
    const renamed = (name) => (name === from ? to : name);
    return {
        ...table,
        columns: table.columns.map((column) => ({ ...column, name: renamed(column.name) })),
        constraints: table.constraints.map((constraint) => ({
            ...constraint,
            columns: constraint.columns.map(renamed),
            provesNotNull: constraint.provesNotNull.map(renamed),
        })),
        indexes: table.indexes.map((index) => ({ ...index, columns: index.columns.map(renamed) })),
    };
}
function withConstraintRenamed(table, from, to) {
    const renamed = (thing) => thing.name === from ? { ...thing, name: to } : thing;
    return { ...table, constraints: table.constraints.map(renamed), indexes: table.indexes.map(renamed) };
}
function mapColumn(table, name, fields) {
    const columns = table.columns.map((column) => (column.name === name ? { ...column, ...fields } : column));
    return { ...table, columns };
}
/** Those that match are validated from now on. */
function mapConstraints(table, matches) {
    const constraints = table.constraints.map((constraint) => matches(constraint) ? { ...constraint, isValidated: true } : constraint);
    return { ...table, constraints };
}
function withConstraint(table, definition, { model, transaction }) {
    const { form, references, skipsRows, expression, usingIndex } = definition;
    const adopted = table.indexes.find((index) => usingIndex !== undefined && index.name === usingIndex);
    const columns = adopted?.columns.flatMap((column) => column ?? []) ?? definition.columns;
    const name = definition.name ?? generatedName(table, form, columns);
    const referenced = references === undefined ? undefined : model.table(references);
    const constraint = {
        name,
        form,
        columns,
        isValidated: !skipsRows,
        references: referenced?.id,
        referencedColumns: definition.referencedColumns.length > 0 ? definition.referencedColumns : keyOf(referenced),
        provesNotNull: columnsProvenNotNull(expression),
        isAboutValues: form === 'check' && isAboutValues(expression),
        addedIn: transaction,
    };
    const makesNotNull = form === 'primary key' || form === 'not null';
    return {
        ...table,
        columns: table.columns.map((column) => makesNotNull && columns.includes(column.name) ? { ...column, isNotNull: true } : column),
        constraints: [...table.constraints, constraint],
        indexes: indexesWith(table.indexes, constraint, adopted),
    };
}
function keyOf(table) {
    return table?.constraints.find(({ form }) => form === 'primary key')?.columns ?? [];
}
function indexesWith(indexes, { name, form, columns }, adopted) {
    if (form !== 'primary key' && form !== 'unique' && form !== 'exclusion')
        return indexes;
    // ADD CONSTRAINT … USING INDEX gives the index the constraint's name.
    if (adopted !== undefined)
        return indexes.map((index) => (index === adopted ? { ...index, name } : index));
    const isUnique = form !== 'exclusion';
    return [...indexes, { name, columns, isUnique, isPartial: false, isValid: true, isNew: true }];
}
const endings = {
    'primary key': 'pkey',
    unique: 'key',
    'foreign key': 'fkey',
    check: 'check',
    exclusion: 'excl',
    'not null': 'not_null',
};
/** As Postgres names a constraint that has no name, where that name is free and not too long. */
function generatedName(table, form, columns) {
    const isNamed = form !== 'primary key' && (form !== 'check' || columns.length === 1);
    return [table.name, ...(isNamed ? columns : []), endings[form]].join('_');
}
function withoutConstraint(table, name) {
    const gone = table.constraints.find((constraint) => constraint.name === name);
    const isDropped = (column) => gone?.form === 'not null' && gone.columns.includes(column.name);
    return {
        ...table,
        columns: table.columns.map((column) => (isDropped(column) ? { ...column, isNotNull: false } : column)),
        constraints: table.constraints.filter((constraint) => constraint !== gone),
        indexes: table.indexes.filter((index) => index.name !== name),
    };
}

;// CONCATENATED MODULE: ./build/migrations/hazards/model-changes.js



/** @param transaction number of the transaction that it happens in. */
function applyOperation(model, operation, transaction) {
    if (operation.kind === 'create table')
        model_changes_createTable(model, operation, transaction);
    else if (operation.kind === 'create from query')
        model.putTable(newTable(model, operation, operation.result));
    else if (operation.kind === 'drop')
        model_changes_drop(model, operation);
    else if (operation.kind === 'rename')
        model_changes_rename(model, operation);
    else if (operation.kind === 'move')
        model_changes_move(model, operation);
    else if (operation.kind === 'create index')
        model_changes_createIndex(model, operation);
    else if (operation.kind === 'create enum')
        createEnum(model, operation, transaction);
    else if (operation.kind === 'add enum value' || operation.kind === 'rename enum value')
        changeEnum(model, operation, transaction);
    else if (operation.kind === 'setting' && operation.name === 'search_path')
        model.setSearchPath(operation.values ?? model.searchPath);
    else if ('table' in operation && operation.kind !== 'create policy')
        applyTableChange(model, operation, transaction);
}
function newTable(model, { name, isTemporary }, kind) {
    return {
        id: model.nextId(),
        oid: undefined,
        kind,
        schema: isTemporary ? temporarySchema : schemaFor(model, name),
        name: name.name,
        rows: undefined,
        bytes: undefined,
        columns: [],
        constraints: [],
        indexes: [],
        parent: undefined,
    };
}
function schemaFor({ searchPath: [first = 'public'] }, { schema }) {
    return schema ?? first;
}
function model_changes_createTable(model, operation, transaction) {
    if (operation.ifNotExists && model.table(operation.name) !== undefined)
        return;
    const { columns, constraints, partitionOf } = operation;
    const parent = partitionOf === undefined ? undefined : model.table(partitionOf);
    const table = {
        ...newTable(model, operation, operation.isPartitioned ? 'partitioned table' : 'table'),
        columns: columns.map(columnModel),
        ...(parent === undefined ? {} : inherited(parent)),
    };
    // A foreign key may lead to the table itself.
    model.putTable(table);
    const all = [...columns.flatMap((column) => column.constraints), ...constraints];
    model.putTable(all.reduce((grown, constraint) => withConstraint(grown, constraint, { model, transaction }), table));
}
/** A partition begins with what its table has. */
function inherited({ id, columns, constraints, indexes }) {
    return { parent: id, columns: columns.map((column) => ({ ...column, isNew: true })), constraints, indexes };
}
function model_changes_drop(model, { what, names }) {
    for (const name of names) {
        if (what === 'index')
            dropIndex(model, name);
        else if (what === 'schema')
            dropTables(model, ({ schema }) => schema === name.name);
        else if (what === 'type' || what === 'domain')
            dropEnum(model, name);
        else
            dropTables(model, ({ id }) => id === model.table(name)?.id);
    }
}
/** With CASCADE its columns go with it; without, there are none. */
function dropEnum(model, name) {
    const type = model.enumType(name);
    if (type === undefined)
        return;
    for (const table of [...model.tables()])
        for (const column of table.columns)
            if (isOfEnum(column, type, model))
                dropColumn(model, table.id, column.name);
    model.dropEnum(type.id);
}
function dropIndex(model, name) {
    const found = model.indexed(name);
    if (found === undefined)
        return;
    const { table, index } = found;
    model.putTable({ ...table, indexes: table.indexes.filter((other) => other !== index) });
}
/** Foreign keys to a table go with it. */
function dropTables(model, isGone) {
    const gone = new Set([...model.tables()].filter(isGone).map(({ id }) => id));
    for (const id of gone)
        model.dropTable(id);
    for (const table of [...model.tables()]) {
        const constraints = table.constraints.filter(({ references }) => !gone.has(references ?? -1));
        if (constraints.length < table.constraints.length)
            model.putTable({ ...table, constraints });
    }
}
function model_changes_rename(model, { what, name, newName }) {
    const type = what === 'type' ? model.enumType(name) : undefined;
    const table = what === 'table' || what === 'view' ? model.table(name) : undefined;
    if (what === 'schema')
        moveAll(model, name.name, newName);
    else if (type !== undefined)
        model.putEnum({ ...type, name: newName });
    else if (table !== undefined)
        model.putTable({ ...table, name: newName });
    else if (what !== 'type')
        renameIndex(model, name, newName);
}
/** The constraint that stands on an index has its name. */
function renameIndex(model, name, newName) {
    const found = model.indexed(name);
    if (found === undefined)
        return;
    const { table } = found;
    const renamed = (thing) => thing.name === name.name ? { ...thing, name: newName } : thing;
    model.putTable({
        ...table,
        indexes: table.indexes.map(renamed),
        constraints: table.constraints.map(renamed),
    });
}
function model_changes_move(model, { what, name, newSchema }) {
    const table = what === 'table' ? model.table(name) : undefined;
    if (table !== undefined)
        model.putTable({ ...table, schema: newSchema });
    const type = what === 'type' ? model.enumType(name) : undefined;
    if (type !== undefined)
        model.putEnum({ ...type, schema: newSchema });
}
function moveAll(model, schema, newSchema) {
    for (const table of [...model.tables()])
        if (table.schema === schema)
            model.putTable({ ...table, schema: newSchema });
}
function model_changes_createIndex(model, operation) {
    const table = model.table(operation.table);
    if (table === undefined)
        return;
    const { columns, isUnique, isPartial } = operation;
    const name = operation.name ?? [table.name, ...columns.map((column) => column ?? 'expr'), 'idx'].join('_');
    if (operation.ifNotExists && model.indexed({ schema: table.schema, name }) !== undefined)
        return;
    const index = { name, columns, isUnique, isPartial, isValid: true, isNew: true };
    const tables = operation.isOnly ? [table] : withPartitions(table, model);
    for (const each of tables)
        model.putTable({ ...each, indexes: [...each.indexes, index] });
}
function createEnum(model, { name, labels }, transaction) {
    model.putEnum({
        id: model.nextId(),
        oid: undefined,
        schema: schemaFor(model, name),
        name: name.name,
        labels,
        createdIn: transaction,
        added: new Map(),
    });
}
function changeEnum(model, { kind, name, labels }, transaction) {
    const type = model.enumType(name);
    const [first = '', second = ''] = labels;
    if (type === undefined)
        return;
    if (kind === 'rename enum value') {
        const renamed = type.labels.map((label) => (label === first ? second : label));
        model.putEnum({ ...type, labels: renamed });
    }
    else if (!type.labels.includes(first)) {
        const added = new Map([...type.added, [first, transaction]]);
        model.putEnum({ ...type, labels: [...type.labels, first], added });
    }
}

// EXTERNAL MODULE: ./build/group-by.js
var group_by = __webpack_require__(2217);
;// CONCATENATED MODULE: ./build/migrations/hazards/model-start.js
/** The model before the first pending migration. */



const model_start_kinds = new Set([
    'table',
    'partitioned table',
    'view',
    'materialized view',
    'foreign table',
]);
function isTableKind(kind) {
    return model_start_kinds.has(kind);
}
function modelOf(catalog, { parser, searchPath }) {
    const model = emptyModel(searchPath);
    const columns = (0,group_by/* groupBy */.$)(catalog.columns, ({ tableOid }) => tableOid);
    const constraints = (0,group_by/* groupBy */.$)(catalog.constraints, ({ tableOid }) => tableOid);
    const indexes = (0,group_by/* groupBy */.$)(catalog.indexes, ({ tableOid }) => tableOid);
    const tables = catalog.relations.filter(({ kind }) => isTableKind(kind));
    const ids = new Map(tables.map(({ oid }) => [oid, model.nextId()]));
    const size = sizes(catalog);
    for (const relation of tables) {
        const { oid, kind, schema, name } = relation;
        if (!isTableKind(kind))
            continue;
        model.putTable({
            id: ids.get(oid) ?? model.nextId(),
            oid,
            kind,
            schema,
            name,
            ...size(relation),
            columns: (columns.get(oid) ?? []).map(model_start_columnOf),
            constraints: (constraints.get(oid) ?? []).flatMap((constraint) => model_start_constraintOf(constraint, ids, parser)),
            indexes: (indexes.get(oid) ?? []).map(indexOf),
            parent: ids.get(catalog.parents.get(oid) ?? -1),
        });
    }
    for (const { oid, schema, name, labels } of catalog.enums)
        model.putEnum({
            id: model.nextId(),
            oid,
            schema,
            name,
            labels,
            createdIn: undefined,
            added: new Map(),
        });
    return model;
}
function model_start_columnOf({ name, type, typeOid, isNotNull, generated }) {
    return { name, type, typeOid, isNotNull, generated, isNew: false };
}
function model_start_constraintOf(constraint, ids, parser) {
    const { name, kind, columns, isValidated, referencedTableOid, referencedColumns, definition } = constraint;
    if (kind === 'trigger')
        return [];
    const expression = kind === 'check' ? checkExpression(definition, parser) : undefined;
    return [
        {
            name,
            form: kind,
            columns,
            isValidated,
            references: ids.get(referencedTableOid ?? -1),
            referencedColumns,
            provesNotNull: columnsProvenNotNull(expression),
            isAboutValues: expression !== undefined && isAboutValues(expression),
            addedIn: undefined,
        },
    ];
}
function indexOf({ name, columns, isUnique, isPartial, isValid }) {
    return { name, columns, isUnique, isPartial, isValid, isNew: false };
}
/** A partitioned table is as large as its partitions together. */
function sizes({ relations, parents }) {
    const byOid = new Map(relations.map((relation) => [relation.oid, relation]));
    const children = (0,group_by/* groupBy */.$)([...parents], ([, parent]) => parent);
    const total = (relation) => {
        if (relation.kind !== 'partitioned table')
            return relation;
        const parts = (children.get(relation.oid) ?? []).flatMap(([child]) => byOid.get(child) ?? []).map(total);
        const known = parts.flatMap(({ rows }) => rows ?? []);
        return {
            bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
            rows: known.length < parts.length ? undefined : known.reduce((sum, rows) => sum + rows, 0),
        };
    };
    return (relation) => {
        const { rows, bytes } = total(relation);
        return { rows, bytes };
    };
}

;// CONCATENATED MODULE: ./build/migrations/hazards/timeout-settings.js




function timeoutFacts(steps, around) {
    const { before, parser, searchPath, facts, circumstances } = around;
    const model = modelOf(before, { parser, searchPath });
    const options = { model, parser, facts, serverMajor: Math.floor(around.serverVersion / 10_000) };
    const lockTimeout = timeout('lock_timeout', circumstances.lockTimeoutMs);
    const statementTimeout = timeout('statement_timeout', circumstances.statementTimeoutMs);
    const unguarded = [];
    const withoutEffect = [];
    const cutShort = [];
    for (const step of steps) {
        const locks = step.operations.flatMap((operation) => {
            const taken = predictedLocks(operation, options);
            applyOperation(model, operation, step.place.transaction);
            return taken;
        });
        const isBlocking = locks.some(({ mode }) => (0,lock_mode/* blockedBy */.yJ)(mode).writes);
        if (isBlocking && lockTimeout.at(step) === 0)
            unguarded.push(step);
        const builds = step.operations.some((operation) => operation.kind === 'create index' && operation.isConcurrent);
        const limit = statementTimeout.at(step);
        if (builds && limit > 0)
            cutShort.push({ step, statementTimeoutMs: limit });
        for (const operation of step.operations)
            if (operation.kind === 'setting') {
                if (operation.isLocal && !step.place.isShared)
                    withoutEffect.push({ step, setting: operation.name });
                lockTimeout.set(operation, step);
                statementTimeout.set(operation, step);
            }
    }
    return { unguarded, withoutEffect, cutShort };
}
/** Milliseconds of a setting, followed through SET, SET LOCAL and RESET. */
function timeout(name, initialMs) {
    let session = initialMs;
    let local;
    return {
        at: ({ place }) => (local?.transaction === place.transaction ? local.ms : session),
        set(setting, { place }) {
            if (setting.name !== name)
                return;
            const ms = setting.values === undefined ? initialMs : millisecondsOf(setting.values[0] ?? '');
            if (setting.isLocal)
                local = { ms, transaction: place.transaction };
            else
                session = ms;
        },
    };
}
const units = {
    us: 0.001,
    ms: 1,
    s: 1000,
    min: 60_000,
    h: 3_600_000,
    d: 86_400_000,
};
/** `5s`, `500 ms`, `5000`. What cannot be read is taken for a limit, since it was meant as one. */
function millisecondsOf(value) {
    const [, number, unit = 'ms'] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)?\s*$/i.exec(value) ?? [];
    return number === undefined ? 1 : Number(number) * (units[unit] ?? 1);
}

;// CONCATENATED MODULE: ./build/migrations/hazards/advice.js
/** What is to be said once of a run, not of each statement: time-outs, and what Prisma does when one strikes. */







const timeoutDocs = 'https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT';
const lockTimeoutMissing = {
    id: 'lock-timeout-missing',
    title: 'Nothing limits how long a migration waits for a lock',
    severity: 'notice',
    why: 'A statement that waits for a lock makes every later query on the table wait behind it, for as long as one long transaction or backup keeps it waiting. With `lock_timeout` it gives up instead, and the deployment can be tried again.',
    docs: timeoutDocs,
    danger: 'lock',
};
const localWithoutTransaction = {
    id: 'set-local-without-transaction',
    title: 'SET LOCAL outside of a transaction',
    severity: 'warning',
    why: 'It lasts until the end of the transaction, and where each statement is its own (Prisma from 7.4 on) that is at once: it has no effect.',
    docs: 'https://www.postgresql.org/docs/current/sql-set.html',
    danger: 'meaning',
};
const timeoutOverConcurrent = {
    id: 'statement-timeout-over-concurrent-index',
    title: 'A statement_timeout applies to an index that is built CONCURRENTLY',
    severity: 'notice',
    why: 'Such a build takes as long as the table needs and blocks nobody. Stopped half way it leaves an invalid index, which every write pays for, and a failed migration.',
    docs: links.indexConcurrently,
    danger: 'meaning',
};
const longRun = {
    id: 'longer-than-advisory-lock',
    title: 'The migrations take longer than another deployment waits for them',
    severity: 'notice',
    why: 'Prisma Migrate keeps others out by an advisory lock and waits 10 seconds for it: a second deployment meanwhile (another instance, another service) fails with P1002.',
    docs: 'https://www.prisma.io/docs/orm/prisma-migrate/workflows/development-and-production#advisory-locking',
    danger: 'meaning',
};
const adviceRules = [
    lockTimeoutMissing,
    localWithoutTransaction,
    timeoutOverConcurrent,
    longRun,
];
/** At most one finding a rule. */
function adviceFor(input) {
    const facts = timeoutFacts(plannedSteps(input.scripts, input.transport), input);
    return [
        ...aboutLockTimeout(facts, input),
        ...aboutSetLocal(facts, input),
        ...aboutConcurrent(facts, input),
        ...aboutAdvisoryLock(input),
    ];
}
function placeOf({ migration, statement }, { scripts }) {
    const file = scripts.find((script) => script.migration === migration)?.file;
    return file === undefined ? {} : { location: { file, line: statement.line } };
}
/** How many, and the first of them. */
function listed(steps) {
    const [first] = steps;
    if (first === undefined)
        return '';
    const others = steps.length === 1 ? '' : ` and ${steps.length - 1} more`;
    return `${first.migration}, line ${first.statement.line}${others}`;
}
function aboutLockTimeout({ unguarded }, input) {
    const [first] = unguarded;
    if (first === undefined)
        return [];
    return [
        (0,report_rule/* findingOf */.h)(lockTimeoutMissing, {
            subject: 'lock_timeout',
            message: `${unguarded.length === 1 ? 'A statement waits' : `${unguarded.length} statements wait`} without limit for a lock that blocks reads or writes, and whoever comes after waits behind.`,
            evidence: `lock_timeout is 0 at ${listed(unguarded)}.`,
            fix: lockTimeoutFix(input),
            ...placeOf(first, input),
        }),
    ];
}
function lockTimeoutFix({ role, hasPooler, transport, circumstances }) {
    const isPrisma = circumstances.engine !== 'command';
    const quoted = role === undefined ? undefined : (0,identifier/* quoteIdentifier */.C)(role);
    return lines('-- In a migration, as its first statement; it lasts for the migrations after it too:', "SET lock_timeout = '5s';", transport === 'script'
        ? '-- (not in a file with CONCURRENTLY, which has to be alone in it)'
        : '-- (SET, not SET LOCAL: each statement is a transaction of its own)', '-- Or for every migration, best with a role that only migrates:', quoted === undefined
        ? "-- ALTER ROLE … SET lock_timeout = '5s';"
        : `ALTER ROLE ${quoted} SET lock_timeout = '5s';`, '-- Or in the URI of the migrations: ?options=-c%20lock_timeout%3D5s', hasPooler
        ? '-- In the direct URI alone: a pooler refuses `options`, and a SET through one reaches other clients’ queries.'
        : [], isPrisma ? afterTimeout(transport) : []);
}
/** What Prisma leaves behind when `lock_timeout` strikes. */
function afterTimeout(transport) {
    const state = transport === 'script'
        ? '-- When it strikes (SQLSTATE 55P03), Prisma marks the migration as failed; nothing of the file was applied.'
        : '-- When it strikes (SQLSTATE 55P03), Prisma marks the migration as failed; what stood before it in the file stays, so give the statement a file of its own.';
    return [
        state,
        '-- `prisma migrate deploy` then refuses to go on (P3009) until: npx prisma migrate resolve --rolled-back <migration>',
    ];
}
function aboutSetLocal({ withoutEffect }, input) {
    const [first] = withoutEffect;
    if (first === undefined)
        return [];
    return [
        (0,report_rule/* findingOf */.h)(localWithoutTransaction, {
            subject: first.setting,
            message: `SET LOCAL ${first.setting} ends with its own transaction, so no statement runs under it.`,
            evidence: listed(withoutEffect.map(({ step }) => step)),
            fix: lines('-- SET without LOCAL, and RESET behind the statements that it is for:', `SET ${(0,identifier/* quoteIdentifier */.C)(first.setting)} = '5s';`, `RESET ${(0,identifier/* quoteIdentifier */.C)(first.setting)};`),
            ...placeOf(first.step, input),
        }),
    ];
}
function aboutConcurrent({ cutShort }, input) {
    const [first] = cutShort;
    if (first === undefined)
        return [];
    const { step, statementTimeoutMs } = first;
    return [
        (0,report_rule/* findingOf */.h)(timeoutOverConcurrent, {
            subject: 'statement_timeout',
            message: `The index is built under a statement_timeout of ${(0,duration/* formatDuration */.a)(statementTimeoutMs)}: when it strikes, an invalid index and a failed migration are left.`,
            evidence: listed(cutShort.map((one) => one.step)),
            fix: lines(input.transport === 'script'
                ? '-- In a migration before it (it lasts for the migrations after it too):'
                : '-- Before the statement, with RESET behind it:', 'SET statement_timeout = 0;'),
            ...placeOf(step, input),
        }),
    ];
}
/** https://github.com/prisma/orm/issues/27636: the wait is fixed. */
const advisoryLockWaitMs = 10_000;
function aboutAdvisoryLock({ circumstances, measurement }) {
    const ran = measurement?.statements.filter(({ status }) => status !== 'not run') ?? [];
    const took = Math.max(0, ...ran.map(({ startMs, durationMs }) => startMs + durationMs));
    if (circumstances.engine === 'command' || took <= advisoryLockWaitMs)
        return [];
    return [
        (0,report_rule/* findingOf */.h)(longRun, {
            subject: 'advisory lock',
            message: 'A second deployment that begins while these migrations run gives up after 10 s (P1002).',
            evidence: `Here they took ${(0,duration/* formatDuration */.a)(took)}.`,
            fix: lines('-- One deployment at a time: a `concurrency` group in the workflow, one release job before the instances start.', '-- What takes long and blocks nobody (an index CONCURRENTLY, a backfill) can run apart from the deployment.'),
        }),
    ];
}

// EXTERNAL MODULE: ./build/migrations/sql-parser.js
var sql_parser = __webpack_require__(7962);
;// CONCATENATED MODULE: ./build/migrations/hazards/allow-comments.js
/** `-- db-actions: allow <rule> <reason>` beside a statement, and `allow-file` at the top of a script. */


const marker = /^--\s*db-actions:\s*(.*)$/s;
const directive = /^(allow-file|allow)(?:\s+(\S+?)[:,]?(?:\s+(.*))?)?$/s;
/**
 * All such comments of a script. One is about the statement in whose first line it stands or behind whose end in the same
 * line, or, standing alone, about the statement right below it (other comments may be between, no empty line).
 */
function allowComments(script, statements) {
    if (!script.includes('db-actions:'))
        return [];
    return [...sqlTokens(script)].flatMap(({ kind, start, end }) => {
        const [, content] = kind === 'comment' ? (marker.exec(script.slice(start, end).trim()) ?? []) : [];
        if (content === undefined)
            return [];
        const [, word = '', rule = '', reason = ''] = directive.exec(content.trim()) ?? [];
        const place = allow_comments_placeOf(word, { script, statements, start });
        return [{ rule, reason: reason.trim(), line: (0,sql_parser/* lineAt */.m)(script, start), ...place }];
    });
}
function allow_comments_placeOf(word, comment) {
    if (word === '')
        return {
            scope: 'statement',
            index: undefined,
            misplaced: 'after `db-actions:` comes `allow` or `allow-file`, then a rule and a reason',
        };
    if (word === 'allow-file') {
        const isAbove = comment.statements.every(({ start }) => comment.start < start);
        const misplaced = isAbove ? undefined : '`allow-file` must stand above the first statement';
        return { scope: 'file', index: undefined, misplaced };
    }
    const index = statementBeside(comment);
    return {
        scope: 'statement',
        index,
        misplaced: index === undefined ? 'it stands neither above a statement nor beside one' : undefined,
    };
}
function statementBeside({ script, statements, start }) {
    const lineStart = script.lastIndexOf('\n', start - 1) + 1;
    const above = statements.findLastIndex((statement) => statement.start < start);
    const statement = statements[above];
    if (statement !== undefined && statement.end > lineStart) {
        const isInside = start < statement.end;
        return isInside && statement.start < lineStart ? undefined : above;
    }
    const next = statements[above + 1];
    const between = script.slice(start, next?.start).replace(/\r/g, '');
    return next === undefined || /\n[^\S\n]*\n/.test(between) ? undefined : above + 1;
}

;// CONCATENATED MODULE: ./build/migrations/hazards/notices.js

const unparsed = {
    id: 'unparsed-script',
    title: 'A migration that the parser cannot read',
    severity: 'notice',
    why: 'It is run as a whole and measured as a whole, and no rule looks at its statements. The grammar is that of PostgreSQL 18; what psql alone understands (`\\set`, `\\copy`) is no SQL.',
    danger: 'meaning',
};
const allowIgnored = {
    id: 'allow-ignored',
    title: 'An allow comment or an entry of the baseline has no effect',
    severity: 'notice',
    why: 'It names a rule that does not exist, gives no reason, stands beside no statement, or there is nothing (any more) that it would allow.',
    danger: 'meaning',
};
const noticeRules = [unparsed, allowIgnored];
function unparsedFinding(migration, message) {
    return (0,report_rule/* findingOf */.h)(unparsed, {
        subject: migration,
        message: 'The parser cannot read this migration, so its statements were not judged one by one.',
        evidence: message,
    });
}
/** @param what the rule that it names. */
function ignoredFinding(what, why) {
    return (0,report_rule/* findingOf */.h)(allowIgnored, { subject: what, message: `This has no effect: ${why}.` });
}

;// CONCATENATED MODULE: ./build/migrations/hazards/add-column.js







const required = {
    id: 'add-required-column',
    title: 'A required column without a default is added to a table',
    severity: 'error',
    why: 'The rows that are there would have no value, so the migration fails (SQLSTATE 23502) unless the table is empty; and every INSERT of the deployed app, which does not know the column, fails from then on.',
    docs: links.alterTable,
    danger: 'meaning',
};
const volatileDefault = {
    id: 'volatile-default',
    title: 'A column is added with a default that differs from row to row',
    severity: 'error',
    why: 'A default that is one value for all rows is stored once. One that must be computed for each row (`gen_random_uuid()`, `random()`, `clock_timestamp()`) rewrites the whole table and its indexes under ACCESS EXCLUSIVE. Whether a function of your own is volatile cannot be seen in the script: it is a warning.',
    docs: links.alterTable,
    danger: 'rewrite',
};
const storedGenerated = {
    id: 'stored-generated-column',
    title: 'A stored generated column is added or computed anew',
    severity: 'error',
    why: 'Its value is computed for every row that is there: the whole table and its indexes are rewritten under ACCESS EXCLUSIVE.',
    docs: 'https://www.postgresql.org/docs/current/ddl-generated-columns.html',
    danger: 'rewrite',
};
const numberedColumn = {
    id: 'add-identity-column',
    title: 'A serial or identity column is added to a table',
    severity: 'error',
    why: 'Every row that is there gets its number: the whole table and its indexes are rewritten under ACCESS EXCLUSIVE.',
    docs: links.alterTable,
    danger: 'rewrite',
};
function find(operation, context) {
    if (operation.kind === 'set expression')
        return newExpression(operation, context);
    if (operation.kind !== 'add column')
        return [];
    const table = context.model.existing(operation.table);
    const { column, ifNotExists } = operation;
    if (table === undefined || (ifNotExists && columnNamed(table, column.name) !== undefined))
        return [];
    const added = { table, column, context, subject: columnSubject(table, column.name) };
    return [
        ...withoutValue(added),
        ...withVolatileDefault(added),
        ...withNumbers(added),
        ...(column.generated === 'stored' ? [generated(added)] : []),
    ];
}
function withoutValue({ table, column, context, subject }) {
    const { isNotNull, generated, numbered } = column;
    if (!isNotNull || column.default !== undefined || generated !== undefined || numbered !== undefined)
        return [];
    return [
        {
            rule: required,
            subject,
            message: 'The rows that are there have no value for this column, and the deployed app gives none: the migration fails, or the app’s next INSERT.',
            fix: lines('-- Without NOT NULL (or with a DEFAULT that is one value for all, which Postgres stores once):', alter(table, `ADD COLUMN ${(0,identifier/* quoteIdentifier */.C)(column.name)} ${typeSql(column.type)}`), '-- Release the code that writes it, and fill the rows from before. Then, in a later pull request:', notNullSteps(table, column.name, context)),
            table,
        },
    ];
}
function withVolatileDefault({ table, column, context, subject }) {
    const volatility = column.default === undefined ? 'constant' : volatilityOf(column.default.node);
    if (column.default === undefined || volatility === 'constant')
        return [];
    const isCertain = volatility === 'volatile';
    return [
        {
            rule: volatileDefault,
            ...(isCertain ? {} : { severity: 'warning' }),
            subject,
            message: isCertain
                ? 'The default has another value for every row, so the whole table is rewritten; reads and writes wait until it is.'
                : 'If a function that the default calls is volatile, the whole table is rewritten; reads and writes wait until it is.',
            fix: lines(valueSteps({ table, column, context, subject }, column.default.text)),
            table,
            isCertain,
        },
    ];
}
/** Column first, default for new rows second, rows from before third. */
function valueSteps({ table, column, context }, value, afterColumn = []) {
    const name = (0,identifier/* quoteIdentifier */.C)(column.name);
    return [
        alter(table, `ADD COLUMN ${name} ${typeSql(column.type)}`),
        ...afterColumn,
        '-- For new rows alone, so without a rewrite:',
        alter(table, `ALTER COLUMN ${name} SET DEFAULT ${value}`),
        ...backfill(table, column.name, value),
        ...(column.isNotNull
            ? ['-- Then, in a later migration:', ...notNullSteps(table, column.name, context)]
            : []),
    ];
}
function withNumbers(added) {
    const { table, column, subject } = added;
    if (column.numbered === undefined)
        return [];
    const sequence = (0,object_name/* qualifiedName */.OL)({
        schema: table.schema,
        name: objectNameOf(table.name, column.name, 'seq'),
    });
    const owner = `${(0,object_name/* qualifiedName */.OL)(table)}.${(0,identifier/* quoteIdentifier */.C)(column.name)}`;
    return [
        {
            rule: numberedColumn,
            subject,
            message: 'Every row that is there gets a number, so the whole table is rewritten; reads and writes wait until it is.',
            fix: lines(`CREATE SEQUENCE ${sequence} AS ${typeSql(column.type)};`, valueSteps(added, `nextval(${(0,identifier/* quoteLiteral */.c)(sequence)})`, [
                `ALTER SEQUENCE ${sequence} OWNED BY ${owner};`,
            ])),
            table,
        },
    ];
}
function generated({ table, column, context, subject }) {
    const virtual = context.serverMajor >= 18
        ? ['-- Or let Postgres compute it on read: GENERATED ALWAYS AS (…) VIRTUAL rewrites nothing.']
        : [];
    return {
        rule: storedGenerated,
        subject,
        message: 'The value is computed for every row that is there, so the whole table is rewritten; reads and writes wait until it is.',
        fix: lines(virtual, '-- An ordinary column that a trigger (or the app) keeps:', alter(table, `ADD COLUMN ${(0,identifier/* quoteIdentifier */.C)(column.name)} ${typeSql(column.type)}`), comment('then a BEFORE INSERT OR UPDATE trigger that computes it, and the rows from before in small batches.')),
        table,
    };
}
function newExpression({ table: name, name: column }, { model }) {
    const table = model.existing(name);
    if (table === undefined || columnNamed(table, column)?.generated === 'virtual')
        return [];
    return [
        {
            rule: storedGenerated,
            subject: columnSubject(table, column),
            message: 'The value is computed anew for every row, so the whole table is rewritten; reads and writes wait until it is.',
            fix: '-- A new column with the new expression, kept by a trigger and filled in small batches, then take the old one’s place.',
            table,
        },
    ];
}
const addColumn = {
    rules: [required, volatileDefault, storedGenerated, numberedColumn],
    find,
};

;// CONCATENATED MODULE: ./build/migrations/hazards/column-types.js






const changeType = {
    id: 'change-column-type',
    title: 'A column gets a type that rewrites the table',
    severity: 'error',
    why: 'Every row is written anew and every index on the table is built anew, under ACCESS EXCLUSIVE: nobody reads or writes it meanwhile, and its size is needed twice on disk. Changes that only widen (a longer `varchar`, `varchar` to `text`, more digits of `numeric` at the same scale, more precise times) rewrite nothing and are not reported. Between `timestamp` and `timestamptz` it depends on the session’s time zone: free where that is UTC, so a warning.',
    docs: links.alterTable,
    danger: 'rewrite',
};
const rebuildIndexes = {
    id: 'change-column-collation',
    title: 'A column gets another collation, so its indexes are built anew',
    severity: 'error',
    why: 'Another collation (or `citext` and `text`) rewrites no row, but every index on the column is built anew under ACCESS EXCLUSIVE.',
    docs: links.alterTable,
    danger: 'scan',
};
const recheck = {
    id: 'change-checked-column',
    title: 'A column that a check constraint names gets another type',
    severity: 'error',
    why: 'The change itself is free, but the check constraint is made anew and every row is held against it, under ACCESS EXCLUSIVE.',
    docs: links.alterTable,
    danger: 'scan',
};
function column_types_find(operation, context) {
    const table = operation.kind === 'change type' ? context.model.existing(operation.table) : undefined;
    if (operation.kind !== 'change type' || table === undefined)
        return [];
    const planned = plannedTypeChange(operation, table, context.parser);
    const detection = detectionOf(planned, operation, { table, context });
    return detection === undefined
        ? []
        : [{ ...detection, subject: columnSubject(table, operation.name), table }];
}
function detectionOf(planned, operation, { table, context }) {
    const change = `from ${planned.from === undefined ? 'its type' : typeSql(planned.from)} to ${typeSql(operation.type)}`;
    const rewrite = {
        rule: changeType,
        fix: otherEnum(planned, operation, context) ?? newColumn(operation, table),
    };
    switch (planned.effect) {
        case 'free':
            return undefined;
        case 'rewrites':
            return {
                ...rewrite,
                message: `${operation.using === undefined ? `The change ${change}` : 'USING'} writes every row and builds every index anew; reads and writes wait until that is done.`,
            };
        case 'time zone':
            return {
                ...rewrite,
                severity: 'warning',
                isCertain: false,
                message: `The change ${change} writes every row anew unless the session’s TimeZone is UTC; reads and writes wait until that is done.`,
                fix: lines('-- As the values are in UTC, this rewrites nothing:', "SET TimeZone = 'UTC';", alter(table, `ALTER COLUMN ${(0,identifier/* quoteIdentifier */.C)(operation.name)} TYPE ${typeSql(operation.type)}`), 'RESET TimeZone;'),
            };
        case 'unknown':
            return {
                ...rewrite,
                isCertain: false,
                message: `The change ${change} writes every row and builds every index anew, unless both are stored alike; reads and writes wait until that is done.`,
            };
        case 'rebuilds indexes':
            return indexesOn(operation.name, table).length === 0 ? undefined : reordered(operation, table);
        case 'scans':
            return {
                rule: recheck,
                message: `The change ${change} makes the column’s check constraints anew, so every row is read; reads and writes wait until that is done.`,
                fix: checkFix(operation, table),
            };
    }
}
function indexesOn(column, { indexes }) {
    return indexes.filter(({ columns }) => columns.includes(column) || columns.includes(undefined));
}
function reordered(operation, table) {
    const names = indexesOn(operation.name, table).map(({ name }) => name);
    return {
        rule: rebuildIndexes,
        message: `The column is sorted in another way from then on, so its indexes (${names.join(', ')}) are built anew; reads and writes wait until they are.`,
        fix: newColumn(operation, table),
    };
}
/** From one enum to another, as Prisma does it: a value can be added for free, and one that is not wanted can stay. */
function otherEnum({ from }, { type }, { model }) {
    const old = from === undefined ? undefined : model.enumType(from);
    const next = model.enumType(type);
    if (old === undefined || next === undefined)
        return undefined;
    const added = next.labels.filter((label) => !old.labels.includes(label));
    return lines('-- An enum takes new values without a rewrite, and one that is no longer wanted may stay in it (a CHECK … NOT VALID keeps it out):', added.map((label) => `ALTER TYPE ${(0,object_name/* qualifiedName */.OL)(old)} ADD VALUE ${(0,identifier/* quoteLiteral */.c)(label).trim()};`));
}
/** Expand and contract: a second column, kept in step, then in the first one's place. */
function newColumn({ name, type, using }, table) {
    const next = objectNameOf(name, 'new');
    const quoted = (0,identifier/* quoteIdentifier */.C)(next);
    const value = using?.text ?? `${(0,identifier/* quoteIdentifier */.C)(name)}::${typeSql(type)}`;
    return lines('-- A second column, which the app (or a trigger) writes too:', alter(table, `ADD COLUMN ${quoted} ${typeSql(type)}`), backfill(table, next, value), comment(`Then indexes CONCURRENTLY and constraints NOT VALID on it, release code that reads it (with Prisma: @map(${JSON.stringify(next)})), and drop ${JSON.stringify(name)} in a later pull request.`));
}
function checkFix({ name, type }, table) {
    const checks = table.constraints.filter(({ form, columns }) => form === 'check' && columns.includes(name));
    return lines('-- Without its checks the change is free. Add them again NOT VALID, and validate them in a later transaction:', checks.map((check) => alter(table, `DROP CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(check.name)}`)), alter(table, `ALTER COLUMN ${(0,identifier/* quoteIdentifier */.C)(name)} TYPE ${typeSql(type)}`), checks.map((check) => comment(`ADD CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(check.name)} CHECK (…) NOT VALID`)));
}
const columnTypes = { rules: [changeType, rebuildIndexes, recheck], find: column_types_find };

;// CONCATENATED MODULE: ./build/migrations/hazards/unique-through-index.js
/** How a primary key or unique constraint gets its index without blocking. */



/** Takes a unique index of the same columns if the table has one, as it does after a Prisma upgrade of join tables. */
function throughIndex({ constraint, table, context, name }) {
    const { form, columns, including, nullsNotDistinct } = constraint;
    if (table.kind === 'partitioned table')
        return onPartitions({ constraint, table, context, name });
    const isKey = form === 'primary key';
    const ready = table.indexes.find((index) => index.isUnique &&
        !index.isPartial &&
        index.isValid &&
        including.length === 0 &&
        !nullsNotDistinct &&
        index.columns.join('\0') === columns.join('\0') &&
        !table.constraints.some((other) => other.name === index.name));
    const index = (0,identifier/* quoteIdentifier */.C)(ready?.name ?? indexName(name));
    const adopt = `ADD CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(name)} ${isKey ? 'PRIMARY KEY' : 'UNIQUE'} USING INDEX ${index}${timing(constraint)}`;
    const nullable = isKey ? nullableOf(table, columns) : [];
    return lines(nullable.flatMap((column) => notNullSteps(table, column, context)), ready === undefined ? indexSteps({ constraint, table, context, name }) : [], ready === undefined && context.step.place.transport === 'script' ? '-- In the migration after it:' : [], alter(table, adopt));
}
function indexSteps({ constraint, table, context, name }) {
    return [
        outsideTransaction(context),
        `CREATE UNIQUE INDEX CONCURRENTLY ${(0,identifier/* quoteIdentifier */.C)(indexName(name))} ON ${indexedPart(constraint, table)};`,
        '-- If it fails (duplicates), it leaves an invalid index: drop that before the next try.',
    ];
}
/** Not the constraint's own: one of that name may be there still. Adopting the index renames it. */
function indexName(constraint) {
    return objectNameOf(constraint, 'idx');
}
function onPartitions({ constraint, table, name }) {
    return lines('-- The index of the table alone is made at once, and is not valid yet:', `CREATE UNIQUE INDEX ${(0,identifier/* quoteIdentifier */.C)(name)} ON ONLY ${indexedPart(constraint, table)};`, '-- Then the same CONCURRENTLY on each partition, and ALTER INDEX … ATTACH PARTITION for each.', '-- A partitioned table’s constraint cannot adopt an index, but the unique index does the same.');
}
function indexedPart({ columns, including, nullsNotDistinct }, table) {
    const include = including.length === 0 ? '' : ` INCLUDE (${columnList(including)})`;
    return `${(0,object_name/* qualifiedName */.OL)(table)} (${columnList(columns)})${include}${nullsNotDistinct ? ' NULLS NOT DISTINCT' : ''}`;
}
function timing({ deferrable }) {
    if (deferrable === undefined)
        return '';
    return deferrable === 'deferred' ? ' DEFERRABLE INITIALLY DEFERRED' : ' DEFERRABLE';
}

;// CONCATENATED MODULE: ./build/migrations/hazards/constraints.js









const primaryKey = {
    id: 'add-primary-key',
    title: 'A primary key is added without an index made before',
    severity: 'error',
    why: 'Its index is built, and its columns are searched for nulls, under ACCESS EXCLUSIVE: nobody reads or writes the table meanwhile. A unique index can be built CONCURRENTLY first and adopted with USING INDEX.',
    docs: links.alterTable,
    danger: 'scan',
};
const unique = {
    id: 'add-unique-constraint',
    title: 'A unique constraint is added without an index made before',
    severity: 'error',
    why: 'Its index is built under ACCESS EXCLUSIVE: nobody reads or writes the table meanwhile. A unique index can be built CONCURRENTLY first and adopted with USING INDEX; with duplicates both fail (SQLSTATE 23505).',
    docs: links.alterTable,
    danger: 'scan',
};
const foreignKey = {
    id: 'add-foreign-key',
    title: 'A foreign key is added and validated at once',
    severity: 'error',
    why: 'Every row is looked up in the referenced table, under locks that block writes on both tables. Added NOT VALID it holds for new rows at once, and VALIDATE CONSTRAINT in a later transaction checks the rest while both tables can be written.',
    docs: links.alterTable,
    danger: 'scan',
};
const check = {
    id: 'add-check-constraint',
    title: 'A check constraint is added and validated at once',
    severity: 'error',
    why: 'The whole table is read under ACCESS EXCLUSIVE. Added NOT VALID it holds for new rows at once, and VALIDATE CONSTRAINT in a later transaction checks the rest while the table can be read and written.',
    docs: links.alterTable,
    danger: 'scan',
};
const exclusion = {
    id: 'add-exclusion-constraint',
    title: 'An exclusion constraint is added to a table',
    severity: 'error',
    why: 'Its index is built under ACCESS EXCLUSIVE, and Postgres has no other way: nobody reads or writes the table meanwhile.',
    docs: links.alterTable,
    danger: 'scan',
};
const validated = {
    id: 'validate-in-same-transaction',
    title: 'A constraint is validated in the transaction that adds it',
    severity: 'error',
    why: 'VALIDATE CONSTRAINT blocks neither reads nor writes, but the lock that adding the constraint took is kept to the end of the transaction, and so it is held over the whole scan. NOT VALID gains nothing then.',
    docs: links.alterTable,
    danger: 'scan',
};
const domain = {
    id: 'add-domain-constraint',
    title: 'A domain gets a constraint that is validated at once',
    severity: 'error',
    why: 'Every table with a column of that domain is read, one after the other, with writes blocked. NOT VALID and VALIDATE CONSTRAINT in a later transaction do it without.',
    docs: 'https://www.postgresql.org/docs/current/sql-alterdomain.html',
    danger: 'scan',
};
function constraints_find(operation, context) {
    if (operation.kind === 'domain constraint')
        return domainConstraint(operation, context);
    if (operation.kind === 'validate constraint')
        return validation(operation, context);
    const table = 'table' in operation ? context.model.existing(operation.table) : undefined;
    if (table === undefined)
        return [];
    if (operation.kind === 'add constraint')
        return added(operation.constraint, table, context);
    if (operation.kind !== 'add column' || columnNamed(table, operation.column.name) !== undefined)
        return [];
    const { column } = operation;
    // Postgres knows that a new column without a default refers to nothing.
    const looked = column.constraints.filter(({ form }) => form !== 'foreign key' || column.default !== undefined);
    return looked
        .map((constraint) => asTableConstraint(constraint))
        .flatMap((constraint) => added(constraint, table, context))
        .map((detection) => ({
        ...detection,
        fix: lines('-- Add the column without the constraint. Then:', detection.fix),
    }));
}
/** In a column's definition a foreign key does not name its column. */
function asTableConstraint(constraint) {
    const { form, text, columns } = constraint;
    if (form !== 'foreign key')
        return constraint;
    const word = [...sqlTokens(text)].find(({ start, end }) => /^references$/i.test(text.slice(start, end)));
    const named = constraint.name === undefined ? '' : `CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(constraint.name)} `;
    return { ...constraint, text: `${named}FOREIGN KEY (${columnList(columns)}) ${text.slice(word?.start)}` };
}
function added(constraint, table, context) {
    const { form, columns, skipsRows, usingIndex } = constraint;
    const name = constraint.name ?? generatedName(table, form, columns);
    const target = { constraint, table, context, name, subject: partSubject(table, name) };
    if (form === 'unique' || form === 'primary key')
        return usingIndex === undefined ? [indexed(target)] : [];
    if (form === 'exclusion')
        return [excluding(target)];
    if (form === 'not null' || skipsRows)
        return [];
    return [form === 'foreign key' ? referring(target) : checking(target)];
}
function indexed(target) {
    const { constraint, table, subject } = target;
    const nullable = constraint.form === 'primary key' ? nullableOf(table, constraint.columns) : [];
    const nulls = nullable.length === 0 ? '' : ` and searched for nulls in ${nullable.join(', ')}`;
    return {
        rule: constraint.form === 'primary key' ? primaryKey : unique,
        subject,
        message: `The whole table is read to build the index${nulls}; reads and writes wait until that is done.`,
        fix: throughIndex(target),
        table,
    };
}
function excluding({ constraint, table, subject }) {
    return {
        rule: exclusion,
        subject,
        message: 'The whole table is read to build the index; reads and writes wait until that is done.',
        fix: lines('-- Postgres has no way to do this without the lock. When nobody uses the table, and not for longer than they may wait:', "SET lock_timeout = '5s';", "SET statement_timeout = '60s';", alter(table, `ADD ${constraint.text}`), 'RESET statement_timeout;'),
        table,
    };
}
/** `ADD … NOT VALID`, named so that it can be validated. */
function inTwoSteps({ constraint, table, context, name }) {
    const quoted = (0,identifier/* quoteIdentifier */.C)(name);
    const named = constraint.name === undefined ? `CONSTRAINT ${quoted} ` : '';
    return [
        alter(table, `ADD ${named}${constraint.text} NOT VALID`),
        ownTransaction(context),
        alter(table, `VALIDATE CONSTRAINT ${quoted}`),
    ];
}
function referring(target) {
    const { constraint, table, context, subject } = target;
    const parent = constraint.references === undefined ? undefined : context.model.table(constraint.references);
    const isOther = parent?.oid !== undefined && parent.id !== table.id;
    const blocked = isOther ? `writes to ${tableNames([table, parent])} wait` : 'writes to it wait';
    return {
        rule: foreignKey,
        subject,
        message: `Every row of ${(0,object_name/* displayName */.QC)(table)} is looked up in ${parent === undefined ? 'the referenced table' : (0,object_name/* displayName */.QC)(parent)}; ${blocked} until that is done.`,
        fix: table.kind === 'partitioned table' && context.serverMajor < 18
            ? partitionedForeignKey(target)
            : lines(inTwoSteps(target)),
        table,
    };
}
function partitionedForeignKey({ constraint, table, context }) {
    const partitions = [...context.model.tables()].filter(({ parent }) => parent === table.id);
    return lines('-- Before Postgres 18 a partitioned table takes no foreign key NOT VALID, but its partitions do. For each:', partitions.slice(0, 3).map((partition) => alter(partition, `ADD ${constraint.text} NOT VALID`)), ownTransaction(context), partitions
        .slice(0, 3)
        .map((partition) => alter(partition, `VALIDATE CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(constraint.name ?? generatedName(partition, 'foreign key', constraint.columns))}`)), '-- At last, without a look at the rows:', alter(table, `ADD ${constraint.text}`));
}
function checking(target) {
    return {
        rule: check,
        subject: target.subject,
        message: 'The whole table is read to hold every row against the constraint; reads and writes wait until that is done.',
        fix: lines(inTwoSteps(target)),
        table: target.table,
    };
}
function validation(operation, context) {
    const table = context.model.existing(operation.table);
    const constraint = table?.constraints.find(({ name }) => name === operation.name);
    const { transaction } = context.step.place;
    if (table === undefined || constraint === undefined)
        return [];
    if (constraint.isValidated || constraint.addedIn !== transaction)
        return [];
    const parents = existingOf([context.model.tableById(constraint.references ?? -1) ?? []].flat());
    const others = parents.filter(({ id }) => id !== table.id);
    const tables = tableNames([table, ...others]);
    return [
        {
            rule: validated,
            subject: partSubject(table, operation.name),
            message: `The lock of ADD CONSTRAINT … NOT VALID on ${tables} is held until this transaction ends, so it blocks for as long as the rows are read.`,
            fix: lines(ownTransaction(context), alter(table, `VALIDATE CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(operation.name)}`)),
            table,
            others,
        },
    ];
}
function domainConstraint(operation, context) {
    const { name, constraint } = operation;
    const size = ({ rows = Number.POSITIVE_INFINITY }) => rows;
    const [table, ...others] = existingOf(targetsOf(operation, context.model)).toSorted((left, right) => size(right) - size(left) || ((0,object_name/* displayName */.QC)(left) < (0,object_name/* displayName */.QC)(right) ? -1 : 1));
    if (constraint.skipsRows || table === undefined)
        return [];
    const schema = name.schema ?? context.model.searchPath[0] ?? 'public';
    const quoted = `${(0,identifier/* quoteIdentifier */.C)(schema)}.${(0,identifier/* quoteIdentifier */.C)(name.name)}`;
    const own = constraint.name ?? `${name.name}_check`;
    const named = constraint.name === undefined ? `CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(own)} ` : '';
    return [
        {
            rule: domain,
            subject: (0,object_name/* displayName */.QC)({ schema, name: name.name }),
            message: `Every table with a column of this domain is read (${tableNames([table, ...others])}); writes to it wait until that is done.`,
            table,
            others,
            fix: constraint.form === 'check'
                ? lines(`ALTER DOMAIN ${quoted} ADD ${named}${constraint.text} NOT VALID;`, ownTransaction(context), `ALTER DOMAIN ${quoted} VALIDATE CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(own)};`)
                : comment('Add CHECK (VALUE IS NOT NULL) NOT VALID, and validate it in a later transaction.'),
        },
    ];
}
const constraints = {
    rules: [primaryKey, unique, foreignKey, check, exclusion, validated, domain],
    find: constraints_find,
};

;// CONCATENATED MODULE: ./build/migrations/hazards/data.js





const truncate = {
    id: 'truncate-table',
    title: 'A table is emptied',
    severity: 'error',
    why: 'TRUNCATE takes every row at once, under ACCESS EXCLUSIVE, and with CASCADE those of every table that refers to it as well.',
    docs: 'https://www.postgresql.org/docs/current/sql-truncate.html',
    danger: 'meaning',
};
const deleteAll = {
    id: 'delete-without-where',
    title: 'Every row of a table is deleted',
    severity: 'error',
    why: 'There is no WHERE, or one that is always true: all rows are gone, with what refers to them under ON DELETE CASCADE, in one transaction that holds a lock on each.',
    docs: 'https://www.postgresql.org/docs/current/sql-delete.html',
    danger: 'meaning',
};
const updateAll = {
    id: 'update-without-where',
    title: 'Every row of a table is updated in one statement',
    severity: 'warning',
    why: 'Every row is written anew and stays locked to the end of the transaction, so the app’s own updates wait; the old versions stay as bloat, and replicas have to take all of it at once. In batches, outside of the migration, nobody waits.',
    docs: 'https://www.postgresql.org/docs/current/routine-vacuuming.html#VACUUM-FOR-SPACE-RECOVERY',
    danger: 'scan',
};
function data_find(operation, context) {
    if (operation.kind === 'truncate')
        return emptied(operation, context);
    if (operation.kind !== 'delete' && operation.kind !== 'update')
        return [];
    const table = operation.isEveryRow ? context.model.existing(operation.target) : undefined;
    if (table === undefined)
        return [];
    return [operation.kind === 'delete' ? deleted(table) : updated(table, context)];
}
function emptied({ tables, isCascade }, { model }) {
    const named = existingOf(tables.flatMap((name) => model.table(name) ?? []));
    return named.map((table) => {
        const others = isCascade
            ? existingOf(withReferring([table], model)).filter(({ id }) => id !== table.id)
            : [];
        const cascade = others.length === 0 ? '' : ` CASCADE empties ${others.map(object_name/* displayName */.QC).toSorted().join(', ')} too.`;
        return {
            rule: truncate,
            subject: (0,object_name/* displayName */.QC)(table),
            message: `All rows are gone, while reads and writes wait.${cascade}`,
            fix: lines('-- If these rows are really not wanted any more, say so:', allowLine('truncate-table', 'why nobody needs these rows'), `TRUNCATE ${(0,object_name/* qualifiedName */.OL)(table)};`),
            table,
        };
    });
}
/** With the tables that refer to them, and those that refer to these, and so on. */
function withReferring(tables, model) {
    const all = new Map(tables.map((table) => [table.id, table]));
    for (const table of all.values())
        for (const other of referencingTables(table, model))
            all.set(other.id, other);
    return [...all.values()];
}
function deleted(table) {
    return {
        rule: deleteAll,
        subject: (0,object_name/* displayName */.QC)(table),
        message: 'There is no condition: all rows are deleted.',
        fix: lines('-- Name the rows in a WHERE. If it is to be all of them, say so:', allowLine('delete-without-where', 'why nobody needs these rows'), `DELETE FROM ${(0,object_name/* qualifiedName */.OL)(table)};`),
        table,
    };
}
function updated(table, { step }) {
    return {
        rule: updateAll,
        subject: (0,object_name/* displayName */.QC)(table),
        message: 'There is no condition: every row is written anew, and stays locked until the transaction ends.',
        fix: lines('-- In a job after the migration, a few rows at a time, again and again until it changes no row:', inBatches(step.statement.text) ??
            '-- UPDATE … WHERE ctid = ANY (ARRAY(SELECT ctid FROM … WHERE … LIMIT 5000));'),
        table,
    };
}
/**
 * The same UPDATE for rows that it has not changed yet, some thousands at a time. Undefined for what is no simple
 * `UPDATE table SET column = expression …`.
 */
function inBatches(text) {
    const plain = withoutComments(text);
    const [update, set] = ['update', 'set'].map((word) => topWords(plain).find((token) => token.word === word));
    const end = topWords(plain).find(({ word }) => word === 'where' || word === 'returning');
    if (update?.start !== 0 || set === undefined)
        return undefined;
    const target = plain.slice(update.end, set.start).trim();
    const changes = plain.slice(set.end, end?.start).trim();
    const [, column, expression] = /^("(?:[^"]|"")+"|\w+)\s*=\s*(.*)$/s.exec(changes.slice(0, commaOrEnd(changes, 0, changes.length))) ?? [];
    if (column === undefined || expression === undefined || /^default$/i.test(expression.trim()))
        return undefined;
    const left = `${column} IS DISTINCT FROM (${expression.trim()})`;
    return `UPDATE ${target} SET ${changes} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${target} WHERE ${left} LIMIT 5000));`;
}
/** Words outside of parentheses, in lower case. */
function topWords(text) {
    let depth = 0;
    return [...sqlTokens(text)].flatMap((token) => {
        const word = text.slice(token.start, token.end).toLowerCase();
        depth += token.kind !== 'symbol' ? 0 : word === '(' ? 1 : word === ')' ? -1 : 0;
        return token.kind === 'word' && depth === 0 ? [{ ...token, word }] : [];
    });
}
const data = { rules: [truncate, deleteAll, updateAll], find: data_find };

;// CONCATENATED MODULE: ./build/migrations/hazards/enums.js







const renameValue = {
    id: 'rename-enum-value',
    title: 'A value of an enum is renamed',
    severity: 'error',
    why: 'The app that is deployed writes the old value, which the database refuses from that moment on (SQLSTATE 22P02), and reads one that it does not know.',
    docs: links.mapping,
    danger: 'meaning',
};
const removeValue = {
    id: 'remove-enum-value',
    title: 'An enum is replaced by one that lacks some of its values',
    severity: 'error',
    why: 'A row that still has such a value makes the migration fail (SQLSTATE 22P02), and so does every later write of the deployed app that uses one.',
    docs: links.alterType,
    danger: 'meaning',
};
const renameType = {
    id: 'rename-type',
    title: 'An enum is renamed or moved to another schema',
    severity: 'error',
    why: 'Prisma’s client names the type in its queries, so the app that is deployed fails on the old name from that moment on (SQLSTATE 42704).',
    docs: links.mapping,
    danger: 'meaning',
};
const dropType = {
    id: 'drop-type',
    title: 'An enum is dropped',
    severity: 'warning',
    why: 'The app that is deployed fails where it still names the type (SQLSTATE 42704); with CASCADE the columns of that type go with it.',
    docs: 'https://www.postgresql.org/docs/current/sql-droptype.html',
    danger: 'meaning',
};
const usedTooSoon = {
    id: 'enum-value-used-too-soon',
    title: 'A new value of an enum is used in the transaction that adds it',
    severity: 'error',
    why: 'Postgres refuses it (SQLSTATE 55P04, "unsafe use of new value") until that transaction is committed, so the migration fails.',
    docs: links.alterType,
    danger: 'meaning',
};
function enums_find(operation, context) {
    const tooSoon = operation === context.step.operations[0] ? usesTooSoon(context) : [];
    return [...tooSoon, ...changes(operation, context)];
}
function changes(operation, context) {
    switch (operation.kind) {
        case 'rename enum value':
            return valueRenamed(operation, context);
        case 'create enum':
            return replaced(operation.name, { labels: operation.labels }, context);
        case 'rename':
        case 'move':
            return operation.what === 'type' ? typeRenamed(operation, context) : [];
        case 'drop':
            return operation.what === 'type'
                ? operation.names.flatMap((name) => typeDropped(name, operation.isCascade, context))
                : [];
        default:
            return [];
    }
}
function valueRenamed({ name, labels }, { model }) {
    const type = model.enumType(name);
    const [old = '', next = ''] = labels;
    if (type?.oid === undefined || type.added.has(old))
        return [];
    return [
        {
            rule: renameValue,
            subject: `${(0,object_name/* displayName */.QC)(type)} · ${old}`,
            message: `The deployed app writes ${(0,identifier/* quoteLiteral */.c)(old).trim()}, which is refused from now on, and does not know ${(0,identifier/* quoteLiteral */.c)(next).trim()} when it reads it.`,
            fix: lines(comment(`With Prisma, keep the value and give it another name in the schema: ${next} @map(${JSON.stringify(old)}).`), '-- Or add the new value beside the old one, release code that knows both, and move the rows in batches:', `ALTER TYPE ${(0,object_name/* qualifiedName */.OL)(type)} ADD VALUE ${(0,identifier/* quoteLiteral */.c)(next)};`),
        },
    ];
}
function typeRenamed(operation, context) {
    const { model } = context;
    const type = model.enumType(operation.name);
    if (type === undefined)
        return [];
    const renamed = operation.kind === 'rename'
        ? { schema: type.schema, name: operation.newName }
        : { schema: operation.newSchema, name: type.name };
    if (type.oid === undefined)
        return replaced(renamed, type, context);
    const taken = takenOver(type, context);
    if (taken === 'at once' || model.originalEnum(type) === undefined)
        return [];
    const isGap = taken === 'later';
    return [
        {
            rule: renameType,
            ...(isGap ? { severity: 'warning' } : {}),
            subject: (0,object_name/* displayName */.QC)(type),
            message: isGap
                ? 'Between this statement and the one that makes a type of the old name again, the deployed app finds none. One transaction would hide the gap.'
                : `The deployed app names this type in its queries, and fails from now on; the new one (${(0,object_name/* displayName */.QC)(renamed)}) fails until this has run.`,
            fix: comment(isGap
                ? 'Put BEGIN before the first of these statements and COMMIT after the last.'
                : `With Prisma, keep the type's name and give the enum the new one: @@map(${JSON.stringify(type.name)}).`),
        },
    ];
}
/** A new enum has come to the name of an old one. */
function replaced(name, next, { model }) {
    const schema = name.schema ?? model.searchPath[0] ?? 'public';
    const old = model.originalEnum({ schema, name: name.name });
    const missing = old?.labels.filter((label) => !next.labels.includes(label)) ?? [];
    if (old === undefined || missing.length === 0)
        return [];
    const named = missing.map((label) => (0,identifier/* quoteLiteral */.c)(label).trim()).join(', ');
    return [
        {
            rule: removeValue,
            subject: (0,object_name/* displayName */.QC)(old),
            message: `The new type lacks ${named}: a row that has such a value makes the migration fail, and a write of the deployed app that uses one fails afterwards.`,
            fix: lines('-- Leave the value in the type, and release code that no longer writes it. To keep it out for good:', usersOf(next.id, model).map(({ table, column }) => keepOut(missing, table, column)), '-- If no row has it and no deployed code writes it, say so:', allowLine('remove-enum-value', 'no row has it and no code writes it')),
        },
    ];
}
function keepOut(labels, table, column) {
    const constraint = (0,identifier/* quoteIdentifier */.C)(objectNameOf(table.name, column, 'values'));
    const list = labels.map((label) => (0,identifier/* quoteLiteral */.c)(label).trim()).join(', ');
    return alter(table, `ADD CONSTRAINT ${constraint} CHECK (${(0,identifier/* quoteIdentifier */.C)(column)}::text NOT IN (${list})) NOT VALID`);
}
/** Columns of the type. */
function usersOf(id, model) {
    const type = [...model.enums()].find((other) => other.id === id);
    if (type === undefined)
        return [];
    return [...model.tables()].flatMap((table) => table.columns
        .filter((column) => isOfEnum(column, type, model))
        .map(({ name: column }) => ({ table, column })));
}
function takenOver({ schema, name }, { later, step, model }) {
    for (const { operation, step: other } of later()) {
        const made = operation.kind === 'create enum'
            ? operation.name
            : operation.kind === 'rename' && operation.what === 'type'
                ? { schema: operation.name.schema, name: operation.newName }
                : undefined;
        if (made?.name === name && (made.schema ?? model.searchPath[0]) === schema)
            return other.place.transaction === step.place.transaction ? 'at once' : 'later';
    }
    return undefined;
}
function typeDropped(name, isCascade, context) {
    const type = context.model.enumType(name);
    // A renamed one has left its name to another before; that was told there.
    if (type?.oid === undefined || context.model.originalEnum(type)?.id !== type.id)
        return [];
    if (takenOver(type, context) !== undefined)
        return [];
    return [
        {
            rule: dropType,
            subject: (0,object_name/* displayName */.QC)(type),
            message: `The deployed app fails where it still names this type.${isCascade ? ' CASCADE drops the columns of this type too.' : ''}`,
            fix: lines('-- First release code that no longer uses it. Then, in a later pull request:', allowLine('drop-type', 'nothing that is deployed uses it'), `DROP TYPE ${(0,object_name/* qualifiedName */.OL)(type)};`),
        },
    ];
}
/** A literal of the value, in a statement that has to do with the type. */
function usesTooSoon(context) {
    const { model, step, serverMajor } = context;
    const { node } = step.statement;
    const fresh = [...model.enums()].flatMap((type) => 
    // From 17 on, Postgres knows that nobody else has seen a type of this transaction.
    type.createdIn === step.place.transaction && serverMajor >= 17
        ? []
        : [...type.added]
            .filter(([, transaction]) => transaction === step.place.transaction)
            .map(([label]) => ({ type, label })));
    if (fresh.length === 0)
        return [];
    const literals = new Set((0,parse_tree/* nodesOf */.Nh)(node, 'sval').flatMap(({ sval }) => (0,record/* textOrUndefined */.T)(sval) ?? []));
    return fresh
        .filter(({ type, label }) => literals.has(label) && isAbout(type, context))
        .map(({ type, label }) => ({
        rule: usedTooSoon,
        subject: `${(0,object_name/* displayName */.QC)(type)} · ${label}`,
        message: `${(0,identifier/* quoteLiteral */.c)(label).trim()} was added in this very transaction, so Postgres refuses to use it and the migration fails.`,
        fix: lines(`ALTER TYPE ${(0,object_name/* qualifiedName */.OL)(type)} ADD VALUE ${(0,identifier/* quoteLiteral */.c)(label)};`, ownTransaction(context), comment('what uses the value')),
    }));
}
function isAbout(type, { model, step }) {
    const { node } = step.statement;
    const named = (0,parse_tree/* nodesOf */.Nh)(node, 'typeName').flatMap(({ names }) => (0,parse_tree/* listedName */.d1)(names) ?? []);
    if (named.some((name) => model.enumType(name)?.id === type.id))
        return true;
    const relations = [...(0,parse_tree/* nodesOf */.Nh)(node, 'RangeVar'), ...(0,parse_tree/* nodesOf */.Nh)(node, 'relation')];
    const tables = relations.flatMap((relation) => {
        const name = (0,parse_tree/* relationName */.CJ)(relation);
        return name === undefined ? [] : (model.table(name) ?? []);
    });
    return tables.some(({ columns }) => columns.some((column) => isOfEnum(column, type, model)));
}
const enums = {
    rules: [renameValue, removeValue, renameType, dropType, usedTooSoon],
    find: enums_find,
};

;// CONCATENATED MODULE: ./build/migrations/hazards/held-locks.js
/** Locks that a transaction keeps while a later statement of it takes its time. */





const heldOverSlow = {
    id: 'lock-held-over-slow-statement',
    title: 'A lock is held while another statement of the transaction takes its time',
    severity: 'error',
    why: 'Locks are kept to the end of the transaction. An ALTER TABLE that is over in a moment blocks its table for as long as a later statement rewrites, reads or fills a large table, be it the same or another one: in a migration of its own, that one would block nothing of it.',
    docs: links.locks,
    danger: 'lock',
};
function heldLocks() {
    let transaction = -1;
    let held = new Map();
    let told = new Set();
    let untold = new Map();
    const enter = (step) => {
        if (step.place.transaction === transaction)
            return;
        transaction = step.place.transaction;
        held = new Map();
        told = new Set();
        untold = new Map();
    };
    return {
        before(step, tableId) {
            enter(step);
            const lock = held.get(tableId);
            return lock?.step === step ? undefined : lock;
        },
        untold(step) {
            enter(step);
            return untold.values();
        },
        add(step, locks) {
            enter(step);
            for (const lock of locks) {
                const { id } = lock.table;
                const known = held.get(id);
                if (known !== undefined && (0,lock_mode/* compareLockModes */.tc)(known.mode, lock.mode) >= 0)
                    continue;
                held.set(id, { ...lock, step });
                if ((0,lock_mode/* blockedBy */.yJ)(lock.mode).writes && !told.has(id))
                    untold.set(id, { ...lock, step });
            }
        },
        tell(tableId) {
            told.add(tableId);
            untold.delete(tableId);
        },
    };
}
/** The finding stands at the slow statement. */
function heldDetection({ table, mode, step: taken }, { step }) {
    const waiting = (0,lock_mode/* blockedWords */.mq)(mode);
    return {
        rule: heldOverSlow,
        subject: (0,object_name/* displayName */.QC)(table),
        message: `${(0,lock_mode/* lockModeWords */.IS)(mode)} on ${(0,object_name/* displayName */.QC)(table)}, taken in line ${taken.statement.line}, is held until the end of the transaction and so for as long as this statement takes: ${waiting} of that table wait.`,
        fix: lines(step.place.isExplicit
            ? '-- COMMIT before this statement, so that the lock is gone:'
            : '-- This statement in a migration of its own, so that the lock is gone before it begins:', comment(firstLine(step)), '-- and apart from it:', comment(firstLine(taken))),
        table,
    };
}
function firstLine({ statement }) {
    const [first = '', ...rest] = withoutComments(statement.text).split('\n');
    return `${first.slice(0, 200)}${rest.length > 0 || first.length > 200 ? ' …' : ';'}`;
}

;// CONCATENATED MODULE: ./build/migrations/hazards/indexes.js






const create = {
    id: 'create-index-not-concurrent',
    title: 'An index is built while writes are blocked',
    severity: 'error',
    why: 'CREATE INDEX takes SHARE for as long as it reads the table: every INSERT, UPDATE and DELETE waits. CONCURRENTLY takes longer and blocks nobody, but cannot run in a transaction.',
    docs: links.indexConcurrently,
    danger: 'scan',
};
const indexes_drop = {
    id: 'drop-index-not-concurrent',
    title: 'An index is dropped under ACCESS EXCLUSIVE',
    severity: 'warning',
    why: 'Dropping takes no time, but the lock has to wait for every query on the table that runs, and every new one waits behind it. DROP INDEX CONCURRENTLY waits without blocking.',
    docs: 'https://www.postgresql.org/docs/current/sql-dropindex.html',
    danger: 'lock',
};
const rebuild = {
    id: 'reindex-not-concurrent',
    title: 'An index is rebuilt while the table is blocked',
    severity: 'error',
    why: 'REINDEX blocks writes to the table, and every query that would use the index, until the index is built. CONCURRENTLY builds a second one beside it first.',
    docs: 'https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY',
    danger: 'scan',
};
function indexes_find(operation, context) {
    if (operation.kind === 'create index')
        return created(operation, context);
    if (operation.kind === 'reindex')
        return rebuilt(operation, context);
    if (operation.kind !== 'drop' || operation.what !== 'index' || operation.isConcurrent)
        return [];
    return operation.names.flatMap((name) => {
        const found = context.model.indexed(name);
        return found === undefined || found.table.oid === undefined ? [] : [indexes_dropped(found, context)];
    });
}
function created(operation, context) {
    const { model } = context;
    const table = model.existing(operation.table);
    if (table === undefined || operation.isConcurrent || (operation.isOnly && isPartitioned(table)))
        return [];
    const { name } = operation;
    if (operation.ifNotExists && name !== undefined && isThere(name, table, model))
        return [];
    return [
        {
            rule: create,
            subject: name === undefined ? `${(0,object_name/* displayName */.QC)(table)} · ${columnsText(operation)}` : partSubject(table, name),
            message: 'The whole table is read to build the index; writes wait until it is built.',
            fix: isPartitioned(table)
                ? partitionedFix(operation, table, context)
                : concurrentFix(operation, context),
            table,
        },
    ];
}
function isThere(name, { schema }, model) {
    return model.indexed({ schema, name }) !== undefined;
}
function isPartitioned({ kind }) {
    return kind === 'partitioned table';
}
function columnsText({ columns }) {
    return `(${columns.map((column) => (column === undefined ? 'expression' : (0,object_name/* displayIdentifier */.UY)(column))).join(', ')})`;
}
function concurrentFix({ ifNotExists }, context) {
    const { text } = context.step.statement;
    return lines(outsideTransaction(context), `${withoutComments(insertAfter(text, 'index', 'CONCURRENTLY'))};`, '-- If it fails half way it leaves an invalid index: drop that before the next try.', ifNotExists ? '-- (IF NOT EXISTS would take the invalid one for what was wanted.)' : []);
}
/** The statement with a word put in after its first `word`. */
function insertAfter(text, word, inserted) {
    const token = firstWord(text, word);
    return token === undefined ? text : `${text.slice(0, token.end)} ${inserted}${text.slice(token.end)}`;
}
function firstWord(text, word) {
    return [...sqlTokens(text)].find(({ kind, start, end }) => kind === 'word' && text.slice(start, end).toLowerCase() === word);
}
/** On the parent alone, then on each partition, then joined: CONCURRENTLY cannot be used on the whole. */
function partitionedFix(operation, table, { model, step }) {
    const { text } = step.statement;
    const definition = definitionPart(text);
    const name = operation.name ?? objectNameOf(table.name, 'idx');
    const partitions = [...model.tables()].filter(({ parent }) => parent === table.id);
    const unique = operation.isUnique ? 'UNIQUE ' : '';
    const index = `${(0,identifier/* quoteIdentifier */.C)(table.schema)}.${(0,identifier/* quoteIdentifier */.C)(name)}`;
    return lines(`CREATE ${unique}INDEX ${(0,identifier/* quoteIdentifier */.C)(name)} ON ONLY ${(0,object_name/* qualifiedName */.OL)(table)} ${definition};`, '-- For each partition, CONCURRENTLY and outside of a transaction:', partitions.slice(0, 3).flatMap((partition) => {
        const part = objectNameOf(partition.name, name);
        return [
            `CREATE ${unique}INDEX CONCURRENTLY ${(0,identifier/* quoteIdentifier */.C)(part)} ON ${(0,object_name/* qualifiedName */.OL)(partition)} ${definition};`,
            `ALTER INDEX ${index} ATTACH PARTITION ${(0,identifier/* quoteIdentifier */.C)(partition.schema)}.${(0,identifier/* quoteIdentifier */.C)(part)};`,
        ];
    }), partitions.length > 3 ? comment(`and so on for ${partitions.length - 3} more`) : []);
}
/** What stands behind the table's name: `USING gin (a) WHERE b`. */
function definitionPart(text) {
    const tokens = [...sqlTokens(text)].filter(({ kind }) => kind !== 'comment');
    const textOf = ({ start, end }) => text.slice(start, end).toLowerCase();
    const on = tokens.findIndex((token) => token.kind === 'word' && textOf(token) === 'on');
    const begin = tokens
        .slice(on + 1)
        .find((token) => textOf(token) === '(' || (token.kind === 'word' && textOf(token) === 'using'));
    return withoutComments(text.slice(begin?.start ?? text.length));
}
function indexes_dropped({ table, index }, context) {
    const name = `${(0,identifier/* quoteIdentifier */.C)(table.schema)}.${(0,identifier/* quoteIdentifier */.C)(index.name)}`;
    return {
        rule: indexes_drop,
        subject: partSubject(table, index.name),
        message: 'The lock waits for every query on the table that runs, and all new reads and writes wait behind it.',
        fix: isPartitioned(table)
            ? lines('-- An index of a partitioned table cannot be dropped CONCURRENTLY. So that nobody waits for long:', "SET lock_timeout = '5s';", `DROP INDEX ${name};`)
            : lines(outsideTransaction(context, false), `DROP INDEX CONCURRENTLY ${name};`),
        table,
    };
}
function rebuilt(operation, context) {
    if (operation.isConcurrent)
        return [];
    const { what, name } = operation;
    if (what === 'schema' || what === 'database')
        return [rebuiltMany(name.name === '' ? 'the whole database' : (0,object_name/* displayIdentifier */.UY)(name.name), context)];
    const found = what === 'index' ? context.model.indexed(name) : undefined;
    const table = what === 'index' ? found?.table : context.model.table(name);
    if (table?.oid === undefined)
        return [];
    const quoted = found === undefined
        ? (0,object_name/* qualifiedName */.OL)(table)
        : `${(0,identifier/* quoteIdentifier */.C)(table.schema)}.${(0,identifier/* quoteIdentifier */.C)(found.index.name)}`;
    return [
        {
            rule: rebuild,
            subject: found === undefined ? (0,object_name/* displayName */.QC)(table) : partSubject(table, found.index.name),
            message: 'Writes, and every query that would use the index, wait until it is built.',
            fix: lines(outsideTransaction(context, false), `REINDEX ${what.toUpperCase()} CONCURRENTLY ${quoted};`),
            table,
        },
    ];
}
function rebuiltMany(subject, context) {
    const { text } = context.step.statement;
    const what = /^reindex\s*(\([^)]*\)\s*)?(schema|database|system)/i.exec(text)?.[2]?.toLowerCase();
    return {
        rule: rebuild,
        subject,
        message: 'Every table is blocked in its turn: writes, and the queries that would use an index, wait until it is built.',
        fix: lines(outsideTransaction(context, false), `${withoutComments(insertAfter(text, what ?? 'schema', 'CONCURRENTLY'))};`),
    };
}
const indexes = { rules: [create, indexes_drop, rebuild], find: indexes_find };

// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(9362);
;// CONCATENATED MODULE: ./build/migrations/hazards/measured-facts.js
/** Looking things up in a measurement. */





function measuredFacts(measurement) {
    const key = ({ migration, index }) => JSON.stringify([migration, index]);
    const byRef = new Map(measurement.statements.map((statement) => [key(statement), statement]));
    const whole = new Map(measurement.statements.flatMap((statement) => statement.kind === 'Script' ? [[statement.migration, statement]] : []));
    const byTransaction = (0,group_by/* groupBy */.$)(measurement.statements, ({ transaction }) => transaction);
    const relations = new Map(measurement.before.map((relation) => [relation.oid, relation]));
    const ownerOf = (oid) => relations.get(oid)?.tableOid ?? oid;
    return {
        of: (ref) => whole.get(ref.migration) ?? byRef.get(key(ref)),
        lockOn(measured, tableOid) {
            const before = (byTransaction.get(measured.transaction) ?? []).filter((other) => other.startMs <= measured.startMs);
            return [...before, measured]
                .flatMap(({ locks }) => locks)
                .filter(({ relation }) => relation.oid === tableOid)
                .toSorted((left, right) => (0,lock_mode/* compareLockModes */.tc)(left.mode, right.mode))
                .at(-1);
        },
        isRewritten: (measured, tableOid) => measured.rewritten.some(({ oid }) => ownerOf(oid) === tableOid),
        ownerOf,
        relation: (oid) => relations.get(oid),
    };
}
/** One sentence with what was measured of the statement on the table. */
function measuredText(measured, lock) {
    const rewritten = measured.rewritten.map(object_name/* displayName */.QC).toSorted();
    const parts = [
        ...(lock === undefined
            ? []
            : [
                `${(0,lock_mode/* lockModeWords */.IS)(lock.mode)} on ${(0,object_name/* displayName */.QC)(lock.relation)} held for ${(0,duration/* formatDuration */.a)(lock.heldMs)}`,
            ]),
        ...(rewritten.length === 0 ? [] : [`new storage for ${rewritten.join(', ')}`]),
        `the statement took ${(0,duration/* formatDuration */.a)(measured.durationMs)}`,
        ...(measured.walBytes === undefined ? [] : [`${(0,quantity/* formatBytes */.z3)(measured.walBytes)} of WAL`]),
    ];
    return `Measured: ${parts.join('; ')}.`;
}
/** "public.users: about 3,000,000 rows, 210 MB", or that it is not known. */
function sizeText(table) {
    const bytes = table.bytes === undefined ? '' : `, ${(0,quantity/* formatBytes */.z3)(table.bytes)}`;
    const rows = table.rows === undefined
        ? 'never analysed, so the number of its rows is not known'
        : `about ${table.rows.toLocaleString('en-US')} row${table.rows === 1 ? '' : 's'}`;
    return `${(0,object_name/* displayName */.QC)(table)}: ${rows}${bytes}.`;
}

;// CONCATENATED MODULE: ./build/migrations/hazards/judge.js
/** From what a rule detected to a finding: what the facts predict, what was measured, and how large the table is. */





function isSmall(rows, { isProductionData, lockRowThreshold }) {
    return isProductionData && rows !== undefined && rows < lockRowThreshold;
}
/** Undefined where the measurement settles that there is no danger after all. */
function judged(detection, evidence) {
    const { rule, subject, message, fix } = detection;
    const comparison = compared(detection, evidence);
    if (comparison === 'contradicted' && detection.isCertain === false)
        return undefined;
    const lines = evidenceLines(detection, comparison, evidence);
    const finding = (0,report_rule/* findingOf */.h)(rule, {
        severity: severityOf(detection, comparison, evidence),
        subject,
        message,
        fix,
        ...(lines.length === 0 ? {} : { evidence: lines.join('\n') }),
    });
    return { finding, basis: comparison === 'confirmed' ? 'confirmed' : 'static only' };
}
function compared({ rule, table }, evidence) {
    const { measured, facts, predicted } = evidence;
    if (measured === undefined || facts === undefined || table?.oid === undefined)
        return 'unknown';
    if (measured.status === 'not run' || measured.source === 'none')
        return 'unknown';
    const isSettled = measured.status === 'done' && measured.source === 'exact';
    if (rule.danger === 'rewrite') {
        if (facts.isRewritten(measured, table.oid))
            return 'confirmed';
        return isSettled ? 'contradicted' : 'unknown';
    }
    const wanted = predicted.find((lock) => lock.table.id === table.id)?.mode ?? 'ShareLock';
    const lock = facts.lockOn(measured, table.oid);
    if (lock !== undefined && (0,lock_mode/* compareLockModes */.tc)(lock.mode, wanted) >= 0)
        return 'confirmed';
    return isSettled ? 'contradicted' : 'unknown';
}
function severityOf(detection, comparison, evidence) {
    const { rule, table } = detection;
    const severity = detection.severity ?? rule.severity;
    if (rule.danger === 'meaning')
        return severity;
    if (comparison === 'contradicted')
        return 'notice';
    if (rule.id === heldOverSlow.id)
        return wasShort(detection, evidence) ? 'notice' : severity;
    if (rule.danger === 'lock')
        return severity;
    return isSmall(table?.rows, evidence.limits) ? 'notice' : severity;
}
/** How slow a statement is depends on what it finds, so time on production's data settles it. */
function wasShort({ table }, { limits, measured, facts }) {
    if (!limits.isProductionData || measured === undefined || table?.oid === undefined)
        return false;
    const lock = measured.status === 'done' ? facts?.lockOn(measured, table.oid) : undefined;
    return lock !== undefined && lock.heldMs <= (limits.maxLockDurationMs ?? 1000);
}
function evidenceLines(detection, comparison, evidence) {
    const { table, rule } = detection;
    return [
        ...(detection.evidence === undefined ? [] : [detection.evidence]),
        ...(table === undefined ? [] : predictionLines(table, evidence)),
        ...measuredLines(detection, comparison, evidence),
        ...(table === undefined || rule.danger === 'meaning' ? [] : [sizeLine(table, evidence.limits)]),
    ];
}
function predictionLines(table, { predicted, isRewritePredicted }) {
    const lock = predicted.find((other) => other.table.id === table.id);
    // Weaker ones are those of every query.
    if (lock === undefined || !(0,lock_mode/* blockedBy */.yJ)(lock.mode).ddl)
        return [];
    const wait = `${(0,lock_mode/* blockedWords */.mq)(lock.mode)} wait`;
    const also = predicted
        .filter((other) => other.table.id !== table.id)
        .map((other) => `${(0,lock_mode/* lockModeWords */.IS)(other.mode)} on ${(0,object_name/* displayName */.QC)(other.table)}`);
    return [
        `${(0,lock_mode/* lockModeWords */.IS)(lock.mode)} on ${(0,object_name/* displayName */.QC)(table)}: ${wait}.${isRewritePredicted ? ' The table is rewritten.' : ''}`,
        ...(also.length === 0 ? [] : [`Also: ${also.join(', ')}.`]),
    ];
}
function measuredLines({ table, rule }, comparison, { measured, facts, limits }) {
    if (measured === undefined || facts === undefined || measured.status === 'not run')
        return [];
    if (table?.oid === undefined || measured.source === 'none')
        return [];
    const where = limits.isProductionData
        ? []
        : ['The branch has no data of production’s, so times say little.'];
    if (comparison === 'contradicted' && rule.danger !== 'meaning')
        return [
            rule.danger === 'rewrite'
                ? 'Measured here, and not seen: the table was not rewritten.'
                : 'Measured here, and not seen: no such lock was taken.',
        ];
    const lock = facts.lockOn(measured, table.oid);
    return comparison === 'confirmed' ? [measuredText(measured, lock), ...where] : [];
}
function sizeLine(table, limits) {
    const small = isSmall(table.rows, limits)
        ? ` Fewer than ${limits.lockRowThreshold.toLocaleString('en-US')} rows, so it is over at once.`
        : '';
    return sizeText(table) + small;
}

;// CONCATENATED MODULE: ./build/migrations/hazards/measured-rules.js
/** What was measured and no rule explains: a function, a DO block, a script that cannot be read, or a gap of the rules. */








const rewriteMeasured = {
    id: 'rewrite-measured',
    title: 'A statement rewrote a table, and no rule says why',
    severity: 'error',
    why: 'The table got new storage while nobody could read or write it. No rule has foreseen it, as it happened inside a function, a DO block or a script that cannot be read.',
    docs: links.locks,
    danger: 'rewrite',
};
const heldTooLong = {
    id: 'lock-held-too-long',
    title: 'A lock was held for longer than allowed',
    severity: 'error',
    why: '`max-lock-duration` says for how long the app may wait, and the lock that blocks it was held for longer on a table with at least `lock-row-threshold` rows. What production takes can be longer still.',
    docs: links.locks,
    danger: 'lock',
};
const measuredRules = [rewriteMeasured, heldTooLong];
function measuredOnly(input) {
    const rewrites = input.measurement.statements.flatMap((statement) => unexplainedRewrites(statement, input));
    const explained = [
        ...input.explained,
        ...rewrites.map(({ statement, tableOid }) => ({ ...refOf(statement), tableOid, isError: true })),
    ];
    return [...rewrites, ...tooLong({ ...input, explained })];
}
function refOf({ migration, index }) {
    return { migration, index };
}
function isSame(one, { migration, index, kind }) {
    return one.migration === migration && (one.index === index || kind === 'Script');
}
function unexplainedRewrites(statement, { facts, limits, explained }) {
    const owners = [...new Set(statement.rewritten.map(({ oid }) => facts.ownerOf(oid)))];
    return owners.flatMap((tableOid) => {
        const table = facts.relation(tableOid);
        const lock = facts.lockOn(statement, tableOid);
        const isItself = statement.rewritten.some(({ oid }) => oid === tableOid);
        const isBlocking = lock !== undefined && (0,lock_mode/* blockedBy */.yJ)(lock.mode).writes;
        const isExplained = explained.some((one) => isSame(one, statement) && (one.tableOid ?? tableOid) === tableOid);
        if (table === undefined || isExplained || !(isItself || isBlocking))
            return [];
        const finding = (0,report_rule/* findingOf */.h)(rewriteMeasured, {
            ...(isSmall(table.rows, limits) ? { severity: 'notice' } : {}),
            subject: (0,object_name/* displayName */.QC)(table),
            message: isItself
                ? 'The table got new storage here (it was rewritten or emptied); reads and writes wait until that is done. No rule has foreseen it.'
                : 'Indexes of the table were built anew here; writes wait until that is done. No rule has foreseen it.',
            evidence: lines(measuredText(statement, lock), sizeText(table)),
            fix: '-- Find what in this statement writes the table anew, and take it in steps that do not: see the other rules of this family.',
        });
        return [{ statement, finding, tableOid }];
    });
}
const lockable = new Set(['table', 'partitioned table', 'materialized view']);
function tooLong(input) {
    const { measurement, limits } = input;
    const { maxLockDurationMs } = limits;
    if (maxLockDurationMs === undefined)
        return [];
    const candidates = measurement.statements.flatMap((statement) => statement.locks
        .filter(({ relation, mode, heldMs }) => {
        return lockable.has(relation.kind) && (0,lock_mode/* blockedBy */.yJ)(mode).writes && heldMs > maxLockDurationMs;
    })
        .flatMap((lock) => {
        const table = input.facts.relation(lock.relation.oid);
        return table === undefined || isBelow(table, limits) ? [] : [{ statement, lock, table }];
    }));
    return longestEach(candidates, input)
        .filter((candidate) => !isTold(candidate, input))
        .map((candidate) => ({
        statement: candidate.statement,
        finding: tooLongFinding(candidate, input),
    }));
}
function isBelow({ rows }, { lockRowThreshold }) {
    return rows !== undefined && rows < lockRowThreshold;
}
/** One for a table in a transaction, and for partitions with their parent none but the parent's. */
function longestEach(candidates, { parents }) {
    const key = ({ statement, table }) => `${statement.transaction} ${table.oid}`;
    const longest = new Map();
    for (const candidate of candidates) {
        const known = longest.get(key(candidate));
        if (known === undefined || known.lock.heldMs < candidate.lock.heldMs)
            longest.set(key(candidate), candidate);
    }
    return [...longest.values()].filter(({ statement, table }) => !longest.has(`${statement.transaction} ${parents.get(table.oid) ?? -1}`));
}
/** An error of a rule about the same table, for a statement of the same transaction, tells the same. */
function isTold({ statement, table }, { measurement, explained, parents }) {
    const together = measurement.statements.filter(({ transaction }) => transaction === statement.transaction);
    return explained.some((one) => one.isError &&
        [table.oid, parents.get(table.oid)].includes(one.tableOid ?? table.oid) &&
        together.some((other) => isSame(one, other)));
}
function tooLongFinding({ statement, lock, table }, input) {
    const { measurement, limits } = input;
    const together = measurement.statements.filter((other) => other.transaction === statement.transaction && other.startMs >= statement.startMs);
    const slowest = together.toSorted((left, right) => right.durationMs - left.durationMs)[0] ?? statement;
    const during = slowest === statement
        ? ''
        : ` Most of that time went into the statement in line ${slowest.line}, of the same transaction.`;
    const allowed = (0,duration/* formatDuration */.a)(limits.maxLockDurationMs ?? 0);
    return (0,report_rule/* findingOf */.h)(heldTooLong, {
        subject: (0,object_name/* displayName */.QC)(table),
        message: `${(0,lock_mode/* lockModeWords */.IS)(lock.mode)} was held for ${(0,duration/* formatDuration */.a)(lock.heldMs)}, more than the ${allowed} that are allowed: for so long ${(0,lock_mode/* blockedWords */.mq)(lock.mode)} of the table wait.${during}`,
        evidence: lines(measuredText(statement, lock), sizeText(table)),
        fix: slowest === statement
            ? '-- Do less in this statement: in steps, in batches, or at a time when nobody uses the table.'
            : '-- The slow statement in a migration of its own, so that this lock is gone before it begins.',
    });
}

;// CONCATENATED MODULE: ./build/migrations/hazards/not-null.js



const setNotNull = {
    id: 'set-not-null',
    title: 'A column is made NOT NULL with a scan of the table',
    severity: 'error',
    why: 'Postgres reads the whole table to look for nulls, under ACCESS EXCLUSIVE: nobody reads or writes it meanwhile. With a validated `CHECK (… IS NOT NULL)` it does not have to; from Postgres 18 on a NOT NULL constraint can itself be added NOT VALID and validated later.',
    docs: links.alterTable,
    danger: 'scan',
};
function not_null_find(operation, context) {
    const table = 'table' in operation ? context.model.existing(operation.table) : undefined;
    if (table === undefined)
        return [];
    return nullableOf(table, columnsMadeNotNull(operation, table)).map((column) => ({
        rule: setNotNull,
        subject: columnSubject(table, column),
        message: 'Postgres reads the whole table to make sure that this column has no nulls; reads and writes wait until it has.',
        fix: lines(notNullSteps(table, column, context)),
        table,
    }));
}
/** A new primary key without an index scans once, for its index; that rule tells of the nulls too. */
function columnsMadeNotNull(operation, table) {
    if (operation.kind === 'set not null')
        return [operation.name];
    if (operation.kind !== 'add constraint')
        return [];
    const { form, columns, skipsRows, usingIndex } = operation.constraint;
    if (form === 'not null')
        return skipsRows ? [] : columns;
    return form === 'primary key' && usingIndex !== undefined ? indexColumns(table, usingIndex) : [];
}
const notNull = { rules: [setNotNull], find: not_null_find };

;// CONCATENATED MODULE: ./build/migrations/hazards/partitions.js



const partitioning = 'https://www.postgresql.org/docs/current/ddl-partitioning.html';
const detach = {
    id: 'detach-partition-not-concurrent',
    title: 'A partition is detached under ACCESS EXCLUSIVE on the whole table',
    severity: 'warning',
    why: 'The lock on the partitioned table is short, but has to wait for every query on any partition, and all new ones wait behind it. DETACH PARTITION … CONCURRENTLY waits without blocking; it cannot run in a transaction, nor where there is a default partition.',
    docs: partitioning,
    danger: 'lock',
};
const attach = {
    id: 'attach-partition-without-check',
    title: 'A table becomes a partition without a check that fits its bounds',
    severity: 'error',
    why: 'Postgres reads the whole table to make sure that every row belongs there, under ACCESS EXCLUSIVE on it. A validated CHECK that says the same as the bounds spares it; a default partition needs one that says the opposite.',
    docs: partitioning,
    danger: 'scan',
};
const createPartition = {
    id: 'create-partition-of',
    title: 'A partition is created in place',
    severity: 'notice',
    why: 'CREATE TABLE … PARTITION OF takes ACCESS EXCLUSIVE on the partitioned table, and reads its default partition if there is one. A table that is made by itself and attached takes a lock that blocks nobody.',
    docs: partitioning,
    danger: 'lock',
};
function partitions_find(operation, context) {
    if (operation.kind === 'detach partition')
        return detached(operation, context);
    if (operation.kind === 'attach partition')
        return attached(operation, context);
    return operation.kind === 'create table' ? partitions_created(operation, context) : [];
}
function detached({ table: name, partition, isConcurrent }, context) {
    const table = context.model.existing(name);
    const part = context.model.existing(partition);
    if (table === undefined || part === undefined || isConcurrent)
        return [];
    return [
        {
            rule: detach,
            subject: (0,object_name/* displayName */.QC)(part),
            message: `The lock on ${(0,object_name/* displayName */.QC)(table)} waits for every query on any of its partitions, and all new reads and writes wait behind it.`,
            fix: lines(outsideTransaction(context), alter(table, `DETACH PARTITION ${(0,object_name/* qualifiedName */.OL)(part)} CONCURRENTLY`)),
            table,
        },
    ];
}
function attached({ table: name, partition }, context) {
    const table = context.model.table(name);
    const part = context.model.existing(partition);
    if (table === undefined || part === undefined)
        return [];
    const isChecked = part.constraints.some(({ isValidated, isAboutValues }) => isValidated && isAboutValues);
    if (isChecked)
        return [];
    const check = (0,identifier/* quoteIdentifier */.C)(objectNameOf(part.name, 'bounds'));
    return [
        {
            rule: attach,
            subject: (0,object_name/* displayName */.QC)(part),
            message: `The whole table is read to make sure that every row belongs into ${(0,object_name/* displayName */.QC)(table)}; its reads and writes wait until that is done.`,
            fix: lines('-- First, in transactions of their own, a check that says the same as the bounds (and IS NOT NULL for the key):', comment(`ALTER TABLE ${(0,object_name/* qualifiedName */.OL)(part)} ADD CONSTRAINT ${check} CHECK (…) NOT VALID;`), alter(part, `VALIDATE CONSTRAINT ${check}`), '-- Then attach as here, and:', alter(part, `DROP CONSTRAINT ${check}`)),
            table: part,
        },
    ];
}
function partitions_created({ name, partitionOf }, { model }) {
    const parent = partitionOf === undefined ? undefined : model.existing(partitionOf);
    if (parent === undefined)
        return [];
    const part = { schema: name.schema ?? model.searchPath[0] ?? 'public', name: name.name };
    return [
        {
            rule: createPartition,
            subject: (0,object_name/* displayName */.QC)(part),
            message: `This takes ACCESS EXCLUSIVE on ${(0,object_name/* displayName */.QC)(parent)}: its reads and writes wait while this waits for the queries that run.`,
            fix: lines(`CREATE TABLE ${(0,object_name/* qualifiedName */.OL)(part)} (LIKE ${(0,object_name/* qualifiedName */.OL)(parent)} INCLUDING DEFAULTS INCLUDING CONSTRAINTS);`, comment(`ALTER TABLE ${(0,object_name/* qualifiedName */.OL)(parent)} ATTACH PARTITION ${(0,object_name/* qualifiedName */.OL)(part)} FOR VALUES …;`)),
            table: parent,
        },
    ];
}
const partitions = { rules: [detach, attach, createPartition], find: partitions_find };

;// CONCATENATED MODULE: ./build/migrations/hazards/removal.js







const dropTable = {
    id: 'drop-table',
    title: 'A table is dropped',
    severity: 'warning',
    why: 'Its rows are gone at once, and the app that is deployed fails if it still uses it (SQLSTATE 42P01). Right once no deployed code does: say so with an allow comment.',
    docs: links.locks,
    danger: 'meaning',
};
const removal_dropColumn = {
    id: 'drop-column',
    title: 'A column is dropped',
    severity: 'warning',
    why: 'Its values are gone at once, and the app that is deployed fails if it still names it (SQLSTATE 42703); Prisma’s client names every column of its schema in every query. Right once no deployed code does: say so with an allow comment.',
    docs: links.alterTable,
    danger: 'meaning',
};
const dropSchema = {
    id: 'drop-schema',
    title: 'A schema is dropped with what is in it',
    severity: 'error',
    why: 'Every table in it is gone at once, with ACCESS EXCLUSIVE on all of them.',
    docs: 'https://www.postgresql.org/docs/current/sql-dropschema.html',
    danger: 'meaning',
};
const dropView = {
    id: 'drop-view',
    title: 'A view is dropped and not made again',
    severity: 'warning',
    why: 'The app that is deployed fails if it still reads it (SQLSTATE 42P01).',
    docs: 'https://www.postgresql.org/docs/current/sql-dropview.html',
    danger: 'meaning',
};
const dropForeignKey = {
    id: 'drop-foreign-key',
    title: 'Dropping a foreign key locks the table that it refers to',
    severity: 'warning',
    why: 'Dropping a foreign key, its column or its whole table takes ACCESS EXCLUSIVE on the referenced table too, which the statement does not name. The lock is short, but it has to wait for every query on that table, and all new ones wait behind it.',
    docs: links.locks,
    danger: 'lock',
};
function removal_find(operation, context) {
    if (operation.kind === 'drop')
        return [...removal_dropped(operation, context), ...parents(operation, context)];
    if (operation.kind === 'drop column')
        return [...columnDropped(operation, context), ...parents(operation, context)];
    return operation.kind === 'drop constraint' ? parents(operation, context) : [];
}
function removal_dropped(operation, context) {
    const existing = existingOf(targetsOf(operation, context.model));
    if (operation.what === 'table')
        return existing.map((table) => tableDropped(table, operation, context));
    if (operation.what === 'schema' && existing.length > 0)
        return [schemaDropped(operation, existing)];
    if (operation.what !== 'view' && operation.what !== 'materialized view')
        return [];
    return existing.filter((view) => !isMadeAgain(view, context)).map((view) => viewDropped(view));
}
function tableDropped(table, { isCascade }, { model }) {
    const referring = isCascade ? existingOf(referencingTables(table, model)) : [];
    const cascade = referring.length === 0
        ? ''
        : ` CASCADE also drops the foreign keys of ${referring.map(object_name/* displayName */.QC).toSorted().join(', ')}.`;
    return {
        rule: dropTable,
        subject: (0,object_name/* displayName */.QC)(table),
        message: `The table and its rows are gone at once, and the deployed app fails where it still uses it.${cascade}`,
        fix: lines('-- First release code, and a Prisma schema, that no longer use the table. Then, in a later pull request:', allowLine('drop-table', 'nothing that is deployed uses it'), `DROP TABLE ${(0,object_name/* qualifiedName */.OL)(table)};`),
        table,
    };
}
function columnDropped({ table: name, name: column }, { model }) {
    const table = model.existing(name);
    const known = table === undefined ? undefined : columnNamed(table, column);
    if (table === undefined || known === undefined || known.isNew)
        return [];
    return [
        {
            rule: removal_dropColumn,
            subject: columnSubject(table, column),
            message: 'The column’s values are gone at once, and the deployed app fails where it still names the column.',
            fix: lines('-- First release code that no longer uses the column (in a Prisma schema: @ignore on the field, or no field). Then, in a later pull request:', allowLine('drop-column', 'nothing that is deployed uses it'), alter(table, `DROP COLUMN ${(0,identifier/* quoteIdentifier */.C)(column)}`)),
            table,
        },
    ];
}
function schemaDropped({ names }, tables) {
    const [first] = tables;
    const subject = names.map(({ name }) => (0,object_name/* displayIdentifier */.UY)(name)).join(', ');
    return {
        rule: dropSchema,
        subject,
        message: `What is in it is gone at once: ${tables.map(object_name/* displayName */.QC).toSorted().join(', ')}.`,
        fix: lines('-- First release code that uses nothing in it, and drop the tables one by one. Then, in a later pull request:', allowLine('drop-schema', 'nothing that is deployed uses it'), names.map(({ name }) => `DROP SCHEMA ${(0,identifier/* quoteIdentifier */.C)(name)};`)),
        ...(first === undefined ? {} : { table: first }),
    };
}
function viewDropped(view) {
    const what = view.kind === 'materialized view' ? 'MATERIALIZED VIEW' : 'VIEW';
    return {
        rule: dropView,
        subject: (0,object_name/* displayName */.QC)(view),
        message: 'The deployed app fails where it still reads this view.',
        fix: lines('-- First release code that no longer reads it. Then, in a later pull request:', allowLine('drop-view', 'nothing that is deployed reads it'), `DROP ${what} ${(0,object_name/* qualifiedName */.OL)(view)};`),
        table: view,
    };
}
/** By a later statement, as a table, view or materialised view. */
function isMadeAgain({ schema, name }, { later, model }) {
    for (const { operation } of later()) {
        if (operation.kind !== 'create table' && operation.kind !== 'create from query')
            continue;
        const made = operation.name;
        if (made.name === name && (made.schema ?? model.searchPath[0]) === schema)
            return true;
    }
    return false;
}
function parents(operation, context) {
    const targets = targetsOf(operation, context.model);
    const dropped = new Set(targets.map(({ id }) => id));
    const children = targets.filter((table) => table.oid !== undefined);
    const others = existingOf(foreignKeyParents(operation, context.model)).filter(({ id }) => !dropped.has(id));
    const each = new Map(others.map((parent) => [parent.id, parent]));
    return [...each.values()].flatMap((parent) => {
        const of = children.filter(({ constraints }) => constraints.some(({ references }) => references === parent.id));
        return of.length === 0 ? [] : [parentLocked(operation, parent, of)];
    });
}
function parentLocked(operation, parent, children) {
    const keys = children.flatMap((child) => child.constraints
        .filter(({ references, name, columns }) => {
        if (references !== parent.id)
            return false;
        if (operation.kind === 'drop constraint')
            return name === operation.name;
        return operation.kind !== 'drop column' || columns.includes(operation.name);
    })
        .map((constraint) => ({ child, constraint })));
    const names = keys.map(({ child, constraint }) => partSubject(child, constraint.name)).toSorted();
    return {
        rule: dropForeignKey,
        subject: (0,object_name/* displayName */.QC)(parent),
        message: `This drops a foreign key to ${(0,object_name/* displayName */.QC)(parent)} (${names.join(', ')}), and so locks that table too: all its reads and writes wait while this waits for the queries that run.`,
        fix: lines('-- In a migration of its own, so that the lock is gone at once, and without a long wait for it:', "SET lock_timeout = '5s';", keys.map(({ child, constraint }) => alter(child, `DROP CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(constraint.name)}`))),
        table: parent,
    };
}
const removal = {
    rules: [dropTable, removal_dropColumn, dropSchema, dropView, dropForeignKey],
    find: removal_find,
};

;// CONCATENATED MODULE: ./build/migrations/hazards/renaming.js






const renameTable = {
    id: 'rename-table',
    title: 'A table is renamed or moved to another schema',
    severity: 'error',
    why: 'The app that is deployed fails on the old name from that moment on (SQLSTATE 42P01), and the new one on the new name until the migration has run. A view under the old name in the same transaction bridges both; Prisma can map a model to the old name for good. Where another table or view takes the name over at once, nothing is reported.',
    docs: links.mapping,
    danger: 'meaning',
};
const renameColumn = {
    id: 'rename-column',
    title: 'A column is renamed',
    severity: 'error',
    why: 'The app that is deployed fails on the old name from that moment on (SQLSTATE 42703), and the new one on the new name until the migration has run. Prisma can map a field to the old name for good.',
    docs: links.mapping,
    danger: 'meaning',
};
const renameSchema = {
    id: 'rename-schema',
    title: 'A schema is renamed',
    severity: 'error',
    why: 'The app that is deployed fails on every table in it from that moment on (SQLSTATE 42P01).',
    docs: 'https://www.postgresql.org/docs/current/sql-alterschema.html',
    danger: 'meaning',
};
function renaming_find(operation, context) {
    if (operation.kind === 'rename column')
        return columnRenamed(operation, context);
    if (operation.kind === 'move' && operation.what === 'table')
        return tableRenamed(operation, context);
    if (operation.kind !== 'rename')
        return [];
    if (operation.what === 'table')
        return tableRenamed(operation, context);
    return operation.what === 'schema' ? schemaRenamed(operation, context) : [];
}
function tableRenamed(operation, context) {
    const table = context.model.existing(operation.name);
    if (table === undefined)
        return [];
    const taken = renaming_takenOver(table, context);
    if (taken === 'at once')
        return [];
    const renamed = operation.kind === 'rename'
        ? { ...table, name: operation.newName }
        : { ...table, schema: operation.newSchema };
    return [
        {
            rule: renameTable,
            ...(taken === 'later' ? { severity: 'warning' } : {}),
            subject: (0,object_name/* displayName */.QC)(table),
            message: taken === 'later'
                ? 'Between this statement and the one that makes something of the old name again, the deployed app finds nothing there. One transaction would hide the gap.'
                : `The deployed app fails on the old name from now on; the new one (${(0,object_name/* displayName */.QC)(renamed)}) fails until this has run.`,
            fix: lines(comment(`With Prisma, keep the table's name and give the model the new one: @@map(${JSON.stringify(table.name)}).`), '-- Or let a view bridge the old name, in one transaction, and drop it in a later pull request:', 'BEGIN;', renameSql(operation, table), `CREATE VIEW ${(0,object_name/* qualifiedName */.OL)(table)} AS SELECT * FROM ${(0,object_name/* qualifiedName */.OL)(renamed)};`, 'COMMIT;'),
            table,
        },
    ];
}
function renameSql(operation, table) {
    return operation.kind === 'rename'
        ? alter(table, `RENAME TO ${(0,identifier/* quoteIdentifier */.C)(operation.newName)}`)
        : alter(table, `SET SCHEMA ${(0,identifier/* quoteIdentifier */.C)(operation.newSchema)}`);
}
/** Whether another table or view gets the name that becomes free, and whether anybody can see the gap. */
function renaming_takenOver({ schema, name }, { later, model, step }) {
    const isIt = (made, from = made.schema) => made.name === name && (from ?? model.searchPath[0]) === schema;
    for (const { operation, step: other } of later()) {
        const isMade = ((operation.kind === 'create table' || operation.kind === 'create from query') &&
            isIt(operation.name)) ||
            (operation.kind === 'rename' &&
                operation.what === 'table' &&
                isIt({ schema: operation.name.schema, name: operation.newName }));
        if (isMade)
            return other.place.transaction === step.place.transaction ? 'at once' : 'later';
    }
    return undefined;
}
function columnRenamed(operation, { model, parser }) {
    const { name, newName } = operation;
    const table = model.existing(operation.table);
    const column = table === undefined ? undefined : columnNamed(table, name);
    if (table === undefined || column === undefined || column.isNew)
        return [];
    const type = columnType(column, parser);
    return [
        {
            rule: renameColumn,
            subject: columnSubject(table, name),
            message: `The deployed app fails on the old name from now on; the new one (${(0,object_name/* displayIdentifier */.UY)(newName)}) fails until this has run.`,
            fix: lines(comment(`With Prisma, keep the column's name and give the field the new one: ${newName} … @map(${JSON.stringify(name)}).`), '-- Or in three releases: add the new column and write both; fill it and read the new one; drop the old one.', type === undefined ? [] : alter(table, `ADD COLUMN ${(0,identifier/* quoteIdentifier */.C)(newName)} ${typeSql(type)}`)),
            table,
        },
    ];
}
function schemaRenamed({ name, newName }, { model }) {
    const inside = [...model.tables()].filter(({ oid, schema }) => oid !== undefined && schema === name.name);
    const [first] = inside;
    if (first === undefined)
        return [];
    return [
        {
            rule: renameSchema,
            subject: (0,object_name/* displayIdentifier */.UY)(name.name),
            message: `The deployed app fails on all that is in it from now on: ${tableNames(inside)}.`,
            fix: lines('-- Keep the name. Or make the new schema with a view for each table, let the app use those, and move the tables last:', `CREATE SCHEMA ${(0,identifier/* quoteIdentifier */.C)(newName)};`, `CREATE VIEW ${(0,object_name/* qualifiedName */.OL)({ schema: newName, name: first.name })} AS SELECT * FROM ${(0,object_name/* qualifiedName */.OL)(first)};`),
            table: first,
        },
    ];
}
const renaming = { rules: [renameTable, renameColumn, renameSchema], find: renaming_find };

;// CONCATENATED MODULE: ./build/migrations/hazards/storage.js



const vacuumFull = {
    id: 'vacuum-full',
    title: 'A table is rewritten by VACUUM FULL or CLUSTER',
    severity: 'error',
    why: 'The whole table and its indexes are written anew under ACCESS EXCLUSIVE. Plain VACUUM makes the space of dead rows usable again and blocks nobody; pg_repack (an extension) gives it back with short locks.',
    docs: 'https://www.postgresql.org/docs/current/routine-vacuuming.html#VACUUM-FOR-SPACE-RECOVERY',
    danger: 'rewrite',
};
const changeStorage = {
    id: 'change-storage',
    title: 'A table is moved to other storage',
    severity: 'error',
    why: 'SET LOGGED, SET UNLOGGED, SET TABLESPACE and SET ACCESS METHOD copy the whole table under ACCESS EXCLUSIVE. What is unlogged is empty after a crash and is not replicated.',
    docs: 'https://www.postgresql.org/docs/current/sql-altertable.html',
    danger: 'rewrite',
};
const refresh = {
    id: 'refresh-not-concurrent',
    title: 'A materialised view is refreshed under ACCESS EXCLUSIVE',
    severity: 'error',
    why: 'Nobody reads the view until its query has run and its indexes are built. CONCURRENTLY computes beside it and needs a unique index on the view.',
    docs: 'https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html',
    danger: 'rewrite',
};
function storage_find(operation, context) {
    switch (operation.kind) {
        case 'vacuum full':
        case 'cluster':
            return rewritten(operation, context);
        case 'refresh':
            return refreshed(operation, context);
        case 'set storage': {
            const table = context.model.existing(operation.table);
            return table === undefined ? [] : [moved(table, operation.storage)];
        }
        default:
            return [];
    }
}
function rewritten({ kind, tables }, context) {
    const words = kind.toUpperCase();
    if (tables.length === 0)
        return [
            {
                rule: vacuumFull,
                subject: 'every table',
                message: `${words} without a table rewrites one table after the other; reads and writes of each wait until it is done.`,
                fix: lines(outsideTransaction(context, kind !== 'cluster'), 'VACUUM (ANALYZE);'),
            },
        ];
    return existingOf(tables.flatMap((name) => context.model.table(name) ?? [])).map((table) => ({
        rule: vacuumFull,
        subject: (0,object_name/* displayName */.QC)(table),
        message: `${words} writes the whole table and its indexes anew; reads and writes wait until that is done.`,
        fix: lines(outsideTransaction(context), `VACUUM (ANALYZE) ${(0,object_name/* qualifiedName */.OL)(table)};`),
        table,
    }));
}
function moved(table, storage) {
    return {
        rule: changeStorage,
        subject: (0,object_name/* displayName */.QC)(table),
        message: `SET ${storage.toUpperCase()} copies the whole table; reads and writes wait until that is done.`,
        fix: lines('-- There is no way to do this without the lock. Not in a migration: at a time when nobody uses the table, and not for longer than they may wait:', "SET lock_timeout = '5s';", "SET statement_timeout = '60s';", '-- the statement as it is here', 'RESET statement_timeout;'),
        table,
    };
}
function refreshed({ tables, isConcurrent }, { model }) {
    if (isConcurrent)
        return [];
    return existingOf(tables.flatMap((name) => model.table(name) ?? [])).map((view) => {
        const hasUnique = view.indexes.some(({ isUnique, isPartial }) => isUnique && !isPartial);
        return {
            rule: refresh,
            subject: (0,object_name/* displayName */.QC)(view),
            message: 'Nobody reads the view until its query has run and its indexes are built.',
            fix: lines(hasUnique
                ? []
                : '-- It needs a unique index on plain columns of the view, without WHERE, and has none yet.', `REFRESH MATERIALIZED VIEW CONCURRENTLY ${(0,object_name/* qualifiedName */.OL)(view)};`),
            table: view,
        };
    });
}
const storage = { rules: [vacuumFull, changeStorage, refresh], find: storage_find };

;// CONCATENATED MODULE: ./build/migrations/hazards/transaction-rules.js







const refused = {
    id: 'cannot-run-in-transaction',
    title: 'A statement stands in a transaction that refuses to run in one',
    severity: 'error',
    why: 'The migration fails (SQLSTATE 25001). Prisma up to 7.3 sends a file with several statements as one transaction; from 7.4 on each statement is its own, unless there is a BEGIN or a statement in the file that Prisma cannot split (DROP INDEX CONCURRENTLY, REINDEX, DO and some more).',
    docs: links.indexConcurrently,
    danger: 'meaning',
};
const control = {
    id: 'transaction-control',
    title: 'A migration begins or ends transactions itself',
    severity: 'error',
    why: 'A BEGIN without COMMIT leaves the transaction open, and a ROLLBACK undoes what the history then calls applied: both are errors. A COMMIT in the middle of a file that Prisma sends as one transaction ends it there, so that a failure behind it leaves the file half applied: a notice, since Prisma’s own migrations of enums do it.',
    docs: 'https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT',
    danger: 'meaning',
};
const lockTable = {
    id: 'lock-table',
    title: 'A table is locked by hand',
    severity: 'warning',
    why: 'LOCK TABLE holds the lock to the end of the transaction, whatever the statements after it would need.',
    docs: links.locks,
    danger: 'lock',
};
function transaction_rules_find(operation, context) {
    if (operation.kind === 'transaction')
        return controlled(operation.command, context);
    if (operation.kind === 'lock')
        return locked(operation, context);
    const words = context.step.place.isInTransaction ? refusedWords(operation, context) : undefined;
    return words === undefined ? [] : [refusal(words, operation, context)];
}
/** Of what cannot run in a transaction; undefined for what can. */
function refusedWords(operation, { model }) {
    switch (operation.kind) {
        case 'create index':
            return operation.isConcurrent ? 'CREATE INDEX CONCURRENTLY' : undefined;
        case 'drop':
            return operation.what === 'index' && operation.isConcurrent ? 'DROP INDEX CONCURRENTLY' : undefined;
        case 'reindex':
            return operation.isConcurrent || operation.what === 'schema' || operation.what === 'database'
                ? `REINDEX${operation.isConcurrent ? ' CONCURRENTLY' : ''}`
                : undefined;
        case 'detach partition':
            return operation.isConcurrent ? 'DETACH PARTITION CONCURRENTLY' : undefined;
        case 'vacuum':
        case 'vacuum full':
            return operation.kind.toUpperCase();
        case 'cluster':
            return targetsOf(operation, model).some(({ kind }) => kind === 'table') ? undefined : 'CLUSTER';
        case 'outside transactions':
            return operation.words;
        default:
            return undefined;
    }
}
/** Prisma's splitter reads these; with one of the others in it a file goes to the server whole. */
function isReadByPrisma({ kind }) {
    return kind !== 'drop' && kind !== 'reindex' && kind !== 'cluster';
}
function refusal(words, operation, context) {
    const { statement, place } = context.step;
    const targets = targetsOf(operation, context.model);
    const text = withoutComments(statement.text);
    const isNew = targets.length > 0 && existingOf(targets).length === 0 && /\bCONCURRENTLY\b/i.test(text);
    return {
        rule: refused,
        subject: targets.length === 0 ? words : targets.map(object_name/* displayName */.QC).toSorted().join(', '),
        message: `${words} fails here (SQLSTATE 25001): ${reason(place)}.`,
        fix: isNew
            ? lines('-- Nobody uses the table yet, so there is nothing to be gained by it:', `${text.replace(/\s+CONCURRENTLY\b/i, '')};`)
            : lines(outsideTransaction(context, isReadByPrisma(operation)), `${text};`),
    };
}
function reason({ isExplicit, sent, transport }) {
    if (isExplicit)
        return 'it stands between BEGIN and COMMIT';
    return sent === transport
        ? 'Prisma sends this file as one transaction'
        : 'Prisma cannot split this file, and sends it as one transaction';
}
function controlled(command, context) {
    const { step } = context;
    const behind = [...context.later()].filter(({ step: { migration } }) => migration === step.migration);
    const subject = step.migration;
    const isEnded = behind.some(({ operation }) => operation.kind === 'transaction' &&
        (operation.command === 'commit' || operation.command === 'rollback'));
    if (command === 'begin' && !isEnded)
        return [
            {
                rule: control,
                subject,
                message: 'BEGIN has no COMMIT: the transaction stays open, and what the migration did is undone when the connection closes.',
                fix: lines('-- Leave BEGIN out, or put at the end:', 'COMMIT;'),
            },
        ];
    if (command === 'rollback' && step.place.isInTransaction)
        return [
            {
                rule: control,
                subject,
                message: 'ROLLBACK undoes what stands before it, and the history still says that it was applied.',
                fix: '-- Leave out ROLLBACK, and what it undoes.',
            },
        ];
    const isHalf = command === 'commit' && step.place.sent === 'script' && behind.length > 0;
    if (!isHalf)
        return [];
    return [
        {
            rule: control,
            severity: 'notice',
            subject,
            message: 'COMMIT ends the transaction of this file in its middle: when something behind it fails, what stands before it stays.',
            fix: '-- What is behind COMMIT goes into a migration of its own, so that each succeeds or fails as a whole.',
        },
    ];
}
function locked({ tables, mode }, { model, step }) {
    return existingOf(tables.flatMap((name) => model.table(name) ?? [])).map((table) => ({
        rule: lockTable,
        subject: (0,object_name/* displayName */.QC)(table),
        message: step.place.isShared
            ? `${(0,lock_mode/* lockModeWords */.IS)(mode)} is held until the transaction ends, so over every statement behind it.`
            : `${(0,lock_mode/* lockModeWords */.IS)(mode)} is waited for and given back at once: nothing else is in the transaction.`,
        fix: '-- Leave LOCK TABLE out: each statement takes the lock that it needs.',
        table,
    }));
}
const transactionRules = { rules: [refused, control, lockTable], find: transaction_rules_find };

;// CONCATENATED MODULE: ./build/migrations/hazards/triggers.js




const createTrigger = {
    id: 'create-trigger',
    title: 'A trigger is created on a table in use',
    severity: 'warning',
    why: 'The lock (SHARE ROW EXCLUSIVE) is short but waits for every write that runs, and all new ones wait behind it. From then on the function runs within every write of the deployed app, which pays for it and fails when it fails.',
    docs: 'https://www.postgresql.org/docs/current/sql-createtrigger.html',
    danger: 'lock',
};
const disableTriggers = {
    id: 'disable-triggers',
    title: 'Triggers of a table are switched off',
    severity: 'warning',
    why: 'What they keep true is not kept for anybody’s writes until they are on again; `DISABLE TRIGGER ALL` switches foreign keys off too, and nothing checks those rows later. On again in the same transaction, nobody else sees it, but all writes wait.',
    docs: 'https://www.postgresql.org/docs/current/sql-altertable.html',
    danger: 'meaning',
};
const rowSecurity = {
    id: 'change-row-security',
    title: 'Row-level security of a table in use is switched',
    severity: 'warning',
    why: 'Switched on, a role that does not own the table sees no row until a policy lets it; forced, the owner neither. Switched off, every role with SELECT sees all rows.',
    docs: 'https://www.postgresql.org/docs/current/ddl-rowsecurity.html',
    danger: 'meaning',
};
function triggers_find(operation, context) {
    if (operation.kind === 'create trigger')
        return existingOf(operation.tables.flatMap((name) => context.model.table(name) ?? [])).map(triggered);
    const table = 'table' in operation ? context.model.existing(operation.table) : undefined;
    if (table === undefined)
        return [];
    if (operation.kind === 'row security')
        return secured(operation.change, table, context);
    return operation.kind === 'triggers' ? disabled(operation, table, context) : [];
}
function triggered(table) {
    return {
        rule: createTrigger,
        subject: (0,object_name/* displayName */.QC)(table),
        message: 'The lock waits for every write to the table that runs, and all new writes wait behind it; from then on each write runs the function.',
        fix: lines('-- So that nobody waits for long, as the first statement of a migration of its own:', "SET lock_timeout = '5s';"),
        table,
    };
}
function disabled(operation, table, { later, step, model }) {
    if (operation.change === 'enable')
        return [];
    for (const { operation: other, step: at } of later())
        if (other.kind === 'triggers' &&
            other.change === 'enable' &&
            model.table(other.table)?.id === table.id &&
            at.place.transaction === step.place.transaction)
            return [];
    const { which } = operation;
    return [
        {
            rule: disableTriggers,
            subject: (0,object_name/* displayName */.QC)(table),
            message: which === 'ALL'
                ? 'All triggers are off for everybody’s writes, those that hold foreign keys too.'
                : `${which === 'USER' ? 'All triggers' : `The trigger ${which}`} of your own are off for everybody’s writes.`,
            fix: lines('-- For this session alone (it needs the privilege to set it), in the transaction that changes the rows:', 'BEGIN;', "SET LOCAL session_replication_role = 'replica';", comment('the changes'), 'COMMIT;'),
            table,
        },
    ];
}
function secured(change, table, context) {
    if (change === 'no force')
        return [];
    if (change !== 'disable' && hasPolicySoon(table, context))
        return [];
    const messages = {
        enable: 'Roles that do not own the table see none of its rows, until a policy lets them.',
        force: 'The owner sees none of its rows either, until a policy lets it.',
        disable: 'From now on every role with SELECT on the table sees all of its rows.',
    };
    return [
        {
            rule: rowSecurity,
            subject: (0,object_name/* displayName */.QC)(table),
            message: messages[change],
            fix: change === 'disable'
                ? alter(table, 'ENABLE ROW LEVEL SECURITY')
                : lines('-- The policies first, in the same transaction:', `CREATE POLICY ${(0,identifier/* quoteIdentifier */.C)(`${table.name}_all`.slice(0, 40))} ON ${(0,object_name/* qualifiedName */.OL)(table)} USING (true);`),
            table,
        },
    ];
}
/** A later statement of the same transaction creates a policy for it. */
function hasPolicySoon({ id }, { later, step, model }) {
    for (const { operation, step: at } of later())
        if (operation.kind === 'create policy' && at.place.transaction === step.place.transaction)
            if (model.table(operation.table)?.id === id)
                return true;
    return false;
}
const triggers = { rules: [createTrigger, disableTriggers, rowSecurity], find: triggers_find };

;// CONCATENATED MODULE: ./build/migrations/hazards/rules.js
/** All rules about migrations. */
















const hazardFamilies = [
    removal,
    renaming,
    columnTypes,
    notNull,
    addColumn,
    indexes,
    constraints,
    data,
    enums,
    partitions,
    storage,
    triggers,
    transactionRules,
];
/** For the documentation, and to tell an unknown rule in an allow comment. */
const hazardRules = [
    ...hazardFamilies.flatMap(({ rules }) => rules),
    heldOverSlow,
    ...measuredRules,
    ...noticeRules,
];

;// CONCATENATED MODULE: ./build/migrations/hazards/allowing.js



function allowing(hazards, scripts, baseline) {
    const comments = scripts.flatMap(commentsOf);
    const usable = comments.flatMap(({ allowance }) => allowance ?? []);
    const allowances = [...usable, ...baselineAllowances(scripts, baseline)];
    const kept = [];
    const allowed = [];
    const used = new Set();
    for (const hazard of hazards) {
        const accepting = allowances.find(({ accepts }) => accepts(hazard));
        if (accepting === undefined)
            kept.push(hazard);
        else {
            used.add(accepting);
            allowed.push({ hazard, reason: accepting.reason, by: accepting.by });
        }
    }
    const unused = allowances.filter((allowance) => !used.has(allowance)).map(({ notice }) => notice);
    return { kept: [...kept, ...comments.flatMap(({ ignored }) => ignored ?? []), ...unused], allowed };
}
function commentsOf({ migration, file, script, parsed }) {
    const statements = parsed.kind === 'parsed' ? parsed.statements : [];
    return allowComments(script, statements).map((comment) => {
        const notice = (why) => ({
            finding: {
                ...ignoredFinding(comment.rule === '' ? 'db-actions' : comment.rule, why),
                location: { file, line: comment.line },
            },
            basis: 'static only',
            statement: { migration, index: comment.index ?? 0 },
        });
        const wrong = whatIsWrong(comment);
        if (wrong !== undefined)
            return { ignored: notice(wrong) };
        return {
            allowance: {
                by: 'comment',
                reason: comment.reason,
                accepts: ({ finding, statement }) => finding.rule === comment.rule &&
                    statement.migration === migration &&
                    (comment.scope === 'file' || statement.index === comment.index),
                notice: notice('there is nothing here that the rule reports'),
            },
        };
    });
}
function whatIsWrong({ rule, reason, misplaced }) {
    if (misplaced !== undefined)
        return misplaced;
    if (rule === '')
        return 'it names no rule';
    if (!hazardRules.some(({ id }) => id === rule))
        return 'there is no rule of that name';
    return reason === '' ? 'it gives no reason, and one is required' : undefined;
}
/** Entries for migrations that are not pending have done their work. */
function baselineAllowances(scripts, baseline) {
    const pending = new Set(scripts.map(({ migration }) => migration));
    const entries = baseline?.accepted.filter(({ migration }) => pending.has(migration)) ?? [];
    return entries.map((entry) => ({
        by: 'baseline',
        reason: entry.reason,
        accepts: ({ finding, statement }) => finding.rule === entry.rule &&
            finding.subject === entry.subject &&
            statement.migration === entry.migration,
        notice: baselineNotice(entry, baseline?.path ?? ''),
    }));
}
function baselineNotice({ migration, rule, subject }, path) {
    const why = hazardRules.some(({ id }) => id === rule)
        ? `the rule reports nothing about ${subject} in ${migration}`
        : 'there is no rule of that name';
    return {
        finding: { ...ignoredFinding(rule, why), location: { file: path, line: 1 } },
        basis: 'static only',
        statement: { migration, index: 0 },
    };
}

;// CONCATENATED MODULE: ./build/migrations/hazards/static-hazards.js









function staticHazards(walk) {
    const held = heldLocks();
    const hazards = [];
    for (const [position, step] of walk.steps.entries())
        hazards.push(...hazardsOf(step, position, { ...walk, held }));
    const opaque = walk.steps.flatMap(({ migration, statement, operations }) => operations.flatMap((operation) => operation.kind === 'opaque' ? [{ migration, line: statement.line, words: operation.words }] : []));
    return { hazards, opaque };
}
function hazardsOf(step, position, walking) {
    const detected = step.operations.flatMap((operation, place) => {
        const context = contextOf({ step, position, place }, walking);
        const predicted = predictedLocks(operation, walking);
        const effects = effectsOf(operation, walking);
        const found = hazardFamilies.flatMap((family) => family.find(operation, context));
        const isRewritePredicted = effects.some(({ rewritesTable }) => rewritesTable);
        const all = [
            ...found.map((detection) => {
                const worse = withHeldLock(detection, predicted, { step, held: walking.held });
                return { detection: worse, predicted, isRewritePredicted };
            }),
            ...(isSlow(operation, effects, walking) ? heldOver(context, found, walking.held) : []),
        ];
        walking.held.add(step, predicted);
        applyOperation(walking.model, operation, step.place.transaction);
        return all;
    });
    return withoutRepetition(detected).flatMap((one) => {
        const { measured, limits } = walking;
        const { migration, index } = step;
        const evidence = {
            ...one,
            limits,
            facts: measured,
            measured: measured?.of({ migration, index }),
        };
        const judgement = judged(one.detection, evidence);
        return judgement === undefined ? [] : [{ ...judgement, step, tableOid: one.detection.table?.oid }];
    });
}
function contextOf({ step, position, place }, { model, parser, serverMajor, steps }) {
    return {
        model,
        parser,
        serverMajor,
        step,
        *later() {
            for (const operation of step.operations.slice(place + 1))
                yield { operation, step };
            for (let next = position + 1; next < steps.length; next += 1) {
                const other = steps[next];
                for (const operation of other?.operations ?? [])
                    if (other !== undefined)
                        yield { operation, step: other };
            }
        },
    };
}
function effectsOf(operation, walking) {
    return formsOf(operation, walking).flatMap((form) => walking.facts(form, walking.serverMajor) ?? []);
}
/** It reads or writes a large table that is in use, from beginning to end. */
function isSlow(operation, effects, walking) {
    const { model, limits } = walking;
    const isLarge = (tables) => existingOf(tables).some(({ kind, rows }) => kind !== 'view' && !isSmall(rows, limits));
    if (operation.kind === 'insert')
        return operation.isEveryRow && isLarge(operation.reads.flatMap((name) => model.table(name) ?? []));
    if (operation.kind === 'create from query')
        return operation.result !== 'view' && isLarge(operation.reads.flatMap((name) => model.table(name) ?? []));
    if (operation.kind === 'update' || operation.kind === 'delete')
        return operation.isEveryRow && isLarge(targetsOf(operation, model));
    const isWhole = effects.some(({ rewritesTable, rewritesIndexes, scansTable }) => rewritesTable || rewritesIndexes || scansTable);
    return isWhole && operation.kind !== 'truncate' && isLarge(targetsOf(operation, model));
}
/** Locks of other statements of the transaction, on tables that nothing worse is said of here. */
function heldOver(context, found, held) {
    const told = new Set(found
        .filter(({ rule, severity }) => (severity ?? rule.severity) === 'error')
        .flatMap(({ table, others = [] }) => [...(table === undefined ? [] : [table]), ...others])
        .map(({ id }) => id));
    const locks = [...held.untold(context.step)].filter((lock) => lock.step !== context.step && !told.has(lock.table.id));
    for (const { table } of locks)
        held.tell(table.id);
    return locks.map((lock) => ({
        detection: heldDetection(lock, context),
        predicted: [lock],
        isRewritePredicted: false,
    }));
}
/** A stronger lock of a statement before makes this one worse than it is by itself. */
function withHeldLock(detection, predicted, { step, held }) {
    const { table, rule } = detection;
    if (table === undefined || rule.danger === 'meaning' || rule.danger === 'lock')
        return detection;
    const before = held.before(step, table.id);
    const own = predicted.find((lock) => lock.table.id === table.id)?.mode;
    if (before === undefined || !(0,lock_mode/* blockedBy */.yJ)(before.mode).writes)
        return detection;
    if (own !== undefined && (0,lock_mode/* compareLockModes */.tc)(own, before.mode) >= 0)
        return detection;
    const evidence = `${(0,lock_mode/* lockModeWords */.IS)(before.mode)} of the statement in line ${before.step.statement.line} is held over it.`;
    return { ...detection, evidence };
}
/** That every row is updated is part of what is said of the lock that is held meanwhile. */
function withoutRepetition(detected) {
    const held = new Set(detected.flatMap(({ detection }) => detection.rule.id === heldOverSlow.id ? (detection.table?.id ?? []) : []));
    return detected.filter(({ detection }) => detection.rule.id !== 'update-without-where' || !held.has(detection.table?.id ?? -1));
}

;// CONCATENATED MODULE: ./build/migrations/hazards/find-hazards.js







/** Never throws on SQL, however strange. */
function findHazards(input) {
    const { scripts, before, parser, searchPath, measurement } = input;
    const steps = plannedSteps(scripts, input.transport);
    const measured = measurement === undefined ? undefined : measuredFacts(measurement);
    const found = staticHazards({
        steps,
        model: modelOf(before, { parser, searchPath }),
        parser,
        facts: input.facts,
        serverMajor: Math.floor(input.serverVersion / 10_000),
        limits: input.limits,
        measured,
    });
    const files = new Map(scripts.map((script) => [script.migration, script]));
    const hazards = [
        ...scripts.flatMap(find_hazards_unparsed),
        ...found.hazards.map((hazard) => located(hazard, files.get(hazard.step.migration))),
        ...measuredHazards(input, measured, found.hazards),
    ];
    const { kept, allowed } = allowing(hazards, scripts, input.baseline);
    return { hazards: inOrder(kept, scripts), allowed, notes: notesOf(found.opaque, files, measurement) };
}
function find_hazards_unparsed({ migration, file, parsed }) {
    if (parsed.kind === 'parsed')
        return [];
    const finding = { ...unparsedFinding(migration, parsed.message), location: { file, line: 1 } };
    return [{ finding, basis: 'static only', statement: { migration, index: 0 } }];
}
function located({ finding, basis, step }, script) {
    const { statement, migration, index } = step;
    const location = script === undefined
        ? undefined
        : { file: script.file, line: statement.line, endLine: lastLine(statement) };
    return {
        finding: location === undefined ? finding : { ...finding, location },
        basis,
        statement: { migration, index },
    };
}
function lastLine({ line, text }) {
    return line + text.split('\n').length - 1;
}
function measuredHazards({ measurement, limits, before }, facts, found) {
    if (measurement === undefined || facts === undefined)
        return [];
    const explained = found.map(({ finding, step, tableOid }) => {
        const { migration, index } = step;
        return { migration, index, tableOid, isError: finding.severity === 'error' };
    });
    const { parents } = before;
    return measuredOnly({ measurement, facts, limits, explained, parents }).map(({ statement, finding }) => {
        const { migration, index, file, line } = statement;
        return {
            finding: file === undefined ? finding : { ...finding, location: { file, line } },
            basis: 'measured only',
            statement: { migration, index },
        };
    });
}
function inOrder(hazards, scripts) {
    const place = new Map(scripts.map(({ migration }, index) => [migration, index]));
    const keys = ({ statement }) => [place.get(statement.migration) ?? scripts.length, statement.index];
    return hazards.toSorted((left, right) => {
        const [a, b] = [keys(left), keys(right)];
        return a[0] - b[0] || a[1] - b[1];
    });
}
function notesOf(opaque, files, measurement) {
    const known = measurement === undefined ? 'is not known' : 'is known from the measurement alone';
    return opaque.map(({ migration, line, words }) => {
        const file = files.get(migration)?.file ?? migration;
        return `${words} at ${file}:${line} runs code that the rules do not read: what it locks ${known}.`;
    });
}

;// CONCATENATED MODULE: ./build/migrations/lock-facts/measured.js
/** By major: the server that it was measured on. */
const measuredVersions = { 15: '15.18', 16: '16.14', 17: '17.10', 18: '18.4' };
const measured_measuredFacts = {
    'alter-table-add-column': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-add-column-default-constant': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-add-column-default-stable': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-add-column-default-volatile': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-add-column-not-null-default': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-add-column-serial': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-add-column-identity': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-add-column-generated-stored': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-add-column-generated-virtual': [{ since: 18, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-add-column-check': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'alter-table-add-column-unique': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'alter-table-add-column-references': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'referenced table', mode: 'ShareRowExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-add-column-domain': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-add-column-partitioned': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'partition', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-add-column-exists': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-drop-column': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-drop-column-indexed': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-drop-column-foreign-key': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'referenced table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-rename-column': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-set-default': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-drop-default': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-add-identity': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-drop-identity': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'sequence', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-set-expression': [{ since: 17, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-drop-expression': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-set-not-null': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'alter-table-set-not-null-with-check': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-add-not-null-not-valid': [{ since: 18, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-validate-not-null': [{ since: 18, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'alter-table-drop-not-null': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-set-storage': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-set-compression': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-set-statistics': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-set-column-options': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-alter-type-rewrite': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-alter-type-using': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-alter-type-varchar-longer': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-alter-type-varchar-to-text': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-alter-type-varchar-shorter': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-alter-type-text-to-varchar': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-alter-type-char-longer': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-alter-type-numeric-wider': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-alter-type-numeric-scale': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-alter-type-numeric-unconstrained': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-alter-type-timestamp-to-timestamptz': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-alter-type-timestamp-to-timestamptz-utc': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-alter-type-timestamp-precision-lower': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-alter-type-timestamp-precision-higher': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-alter-type-indexed-collation': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-alter-type-enum-to-text': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-alter-type-text-to-enum': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-alter-type-enum-to-enum': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-alter-type-json-to-jsonb': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-alter-type-foreign-key': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'referenced table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table', 'referenced table'], runsInTransaction: true }],
    'alter-table-alter-type-referenced': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'referencing table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table', 'referencing table'], runsInTransaction: true }],
    'alter-table-alter-type-with-check': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'alter-table-add-check': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'alter-table-add-check-not-valid': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-add-check-not-enforced': [{ since: 18, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-validate-check': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'alter-table-add-foreign-key': [{ since: 15, locks: [{ role: 'table', mode: 'ShareRowExclusiveLock' }, { role: 'referenced table', mode: 'ShareRowExclusiveLock' }, { role: 'index', mode: 'AccessShareLock' }], rewritten: [], scanned: ['table', 'referenced table'], runsInTransaction: true }],
    'alter-table-add-foreign-key-not-valid': [{ since: 15, locks: [{ role: 'table', mode: 'ShareRowExclusiveLock' }, { role: 'referenced table', mode: 'ShareRowExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-add-foreign-key-not-enforced': [{ since: 18, locks: [{ role: 'table', mode: 'ShareRowExclusiveLock' }, { role: 'referenced table', mode: 'ShareRowExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-add-foreign-key-to-partitioned': [{ since: 15, locks: [{ role: 'table', mode: 'ShareRowExclusiveLock' }, { role: 'partition', mode: 'ShareRowExclusiveLock' }, { role: 'referenced table', mode: 'ShareRowExclusiveLock' }, { role: 'index', mode: 'AccessShareLock' }], rewritten: [], scanned: ['table', 'partition'], runsInTransaction: true }],
    'alter-table-add-foreign-key-partitioned': [{ since: 15, locks: [{ role: 'table', mode: 'ShareRowExclusiveLock' }, { role: 'partition', mode: 'ShareRowExclusiveLock' }, { role: 'referenced table', mode: 'ShareRowExclusiveLock' }], rewritten: [], scanned: ['partition', 'referenced table'], runsInTransaction: true }],
    'alter-table-add-foreign-key-not-valid-partitioned': [{ since: 18, locks: [{ role: 'table', mode: 'ShareRowExclusiveLock' }, { role: 'partition', mode: 'ShareRowExclusiveLock' }, { role: 'referenced table', mode: 'ShareRowExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-validate-foreign-key': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }, { role: 'referenced table', mode: 'RowShareLock' }, { role: 'index', mode: 'AccessShareLock' }], rewritten: [], scanned: ['table', 'referenced table'], runsInTransaction: true }],
    'alter-table-add-unique': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'alter-table-add-unique-using-index': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessShareLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-add-primary-key': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'alter-table-add-primary-key-using-index': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-add-primary-key-using-index-nullable': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'alter-table-add-exclude': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'alter-table-drop-constraint-check': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-drop-constraint-foreign-key': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'referenced table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-drop-constraint-unique': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-drop-constraint-primary-key-cascade': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'referencing table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-rename-constraint': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-alter-constraint-deferrable': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-alter-constraint-not-enforced': [{ since: 18, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'referenced table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-alter-constraint-enforced': [{ since: 18, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'referenced table', mode: 'ShareRowExclusiveLock' }, { role: 'index', mode: 'AccessShareLock' }], rewritten: [], scanned: ['table', 'referenced table'], runsInTransaction: true }],
    'create-index': [{ since: 15, locks: [{ role: 'table', mode: 'ShareLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'create-index-exists': [{ since: 15, locks: [{ role: 'table', mode: 'ShareLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'create-index-unique': [{ since: 15, locks: [{ role: 'table', mode: 'ShareLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'create-index-concurrently': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: ['table'], runsInTransaction: false }],
    'create-index-unique-concurrently': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: ['table'], runsInTransaction: false }],
    'create-index-partitioned': [{ since: 15, locks: [{ role: 'table', mode: 'ShareLock' }, { role: 'partition', mode: 'ShareLock' }], rewritten: [], scanned: ['partition'], runsInTransaction: true }],
    'create-index-on-only': [{ since: 15, locks: [{ role: 'table', mode: 'ShareLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-index-attach-partition': [{ since: 15, locks: [{ role: 'index', mode: 'AccessExclusiveLock' }, { role: 'table', mode: 'AccessShareLock' }, { role: 'partition', mode: 'AccessShareLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'drop-index': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'drop-index-partitioned': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'partition', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'drop-index-concurrently': [{ since: 15, locks: [{ role: 'index', mode: 'AccessExclusiveLock' }, { role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: false }],
    'reindex-index': [{ since: 15, locks: [{ role: 'index', mode: 'AccessExclusiveLock' }, { role: 'table', mode: 'ShareLock' }], rewritten: ['index'], scanned: ['table'], runsInTransaction: true }],
    'reindex-index-concurrently': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }, { role: 'index', mode: 'ShareUpdateExclusiveLock' }], rewritten: ['index'], scanned: ['table'], runsInTransaction: false }],
    'reindex-table': [{ since: 15, locks: [{ role: 'index', mode: 'AccessExclusiveLock' }, { role: 'table', mode: 'ShareLock' }], rewritten: ['index'], scanned: ['table'], runsInTransaction: true }],
    'reindex-table-concurrently': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }, { role: 'index', mode: 'ShareUpdateExclusiveLock' }], rewritten: ['index'], scanned: ['table'], runsInTransaction: false }],
    'alter-index-rename': [{ since: 15, locks: [{ role: 'index', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-index-set-fillfactor': [{ since: 15, locks: [{ role: 'index', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-index-set-tablespace': [{ since: 15, locks: [{ role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['index'], scanned: [], runsInTransaction: true }],
    'alter-index-set-statistics': [{ since: 15, locks: [{ role: 'index', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'create-table': [{ since: 15, locks: [], rewritten: [], scanned: [], runsInTransaction: true }],
    'create-table-references': [{ since: 15, locks: [{ role: 'referenced table', mode: 'ShareRowExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'create-table-like': [{ since: 15, locks: [{ role: 'table', mode: 'AccessShareLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'create-table-as': [{ since: 15, locks: [{ role: 'table', mode: 'AccessShareLock' }, { role: 'index', mode: 'AccessShareLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'create-table-inherits': [{ since: 15, locks: [{ role: 'parent table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'drop-table': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'drop-table-referenced': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'referencing table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'drop-table-referencing': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'referenced table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'drop-table-cascade': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'view', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'truncate': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: [], runsInTransaction: true }],
    'truncate-referencing': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: [], runsInTransaction: true }],
    'truncate-cascade': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'referencing table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'referencing table', 'index'], scanned: [], runsInTransaction: true }],
    'lock-table': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-rename': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-set-schema': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-owner': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-set-logged': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-set-unlogged': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-set-fillfactor': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-set-autovacuum': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-set-parallel-workers': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-reset-fillfactor': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-set-tablespace': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: ['table'], scanned: [], runsInTransaction: true }],
    'alter-table-set-access-method': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'alter-table-replica-identity': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-replica-identity-using-index': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'ShareLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-cluster-on': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }, { role: 'index', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-set-without-cluster': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-enable-row-level-security': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-disable-row-level-security': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-force-row-level-security': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-enable-trigger': [{ since: 15, locks: [{ role: 'table', mode: 'ShareRowExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-disable-trigger': [{ since: 15, locks: [{ role: 'table', mode: 'ShareRowExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-inherit': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'parent table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-no-inherit': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'parent table', mode: 'AccessShareLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'create-table-partition-of': [{ since: 15, locks: [{ role: 'parent table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'create-table-partition-of-with-default': [{ since: 15, locks: [{ role: 'parent table', mode: 'AccessExclusiveLock' }, { role: 'default partition', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: ['default partition'], runsInTransaction: true }],
    'create-table-partition-of-foreign-key': [{ since: 15, locks: [{ role: 'parent table', mode: 'AccessExclusiveLock' }, { role: 'referenced table', mode: 'ShareRowExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-attach-partition': [{ since: 15, locks: [{ role: 'partition', mode: 'AccessExclusiveLock' }, { role: 'parent table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: ['partition'], runsInTransaction: true }],
    'alter-table-attach-partition-with-check': [{ since: 15, locks: [{ role: 'partition', mode: 'AccessExclusiveLock' }, { role: 'parent table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-attach-partition-with-default': [{ since: 15, locks: [{ role: 'partition', mode: 'AccessExclusiveLock' }, { role: 'default partition', mode: 'AccessExclusiveLock' }, { role: 'parent table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: ['default partition'], runsInTransaction: true }],
    'alter-table-attach-partition-foreign-key': [{ since: 15, locks: [{ role: 'partition', mode: 'AccessExclusiveLock' }, { role: 'referenced table', mode: 'ShareRowExclusiveLock' }, { role: 'parent table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: ['partition', 'referenced table'], runsInTransaction: true }],
    'alter-table-attach-partition-with-foreign-key': [{ since: 15, locks: [{ role: 'partition', mode: 'AccessExclusiveLock' }, { role: 'referenced table', mode: 'AccessExclusiveLock' }, { role: 'parent table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-detach-partition': [{ since: 15, locks: [{ role: 'parent table', mode: 'AccessExclusiveLock' }, { role: 'partition', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-detach-partition-concurrently': [{ since: 15, locks: [{ role: 'partition', mode: 'AccessExclusiveLock' }, { role: 'parent table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: false }],
    'alter-table-detach-partition-foreign-key': [{ since: 15, locks: [{ role: 'parent table', mode: 'AccessExclusiveLock' }, { role: 'partition', mode: 'AccessExclusiveLock' }, { role: 'referenced table', mode: 'ShareRowExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-table-detach-partition-referenced': [{ since: 15, locks: [{ role: 'parent table', mode: 'AccessExclusiveLock' }, { role: 'partition', mode: 'AccessExclusiveLock' }, { role: 'referencing table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: ['partition', 'referencing table'], runsInTransaction: true }],
    'drop-table-partition': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'parent table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'drop-table-partition-with-default': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'parent table', mode: 'AccessExclusiveLock' }, { role: 'default partition', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'truncate-partition': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: ['table'], scanned: [], runsInTransaction: true }],
    'create-trigger': [{ since: 15, locks: [{ role: 'table', mode: 'ShareRowExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'drop-trigger': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-trigger-rename': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'drop-function-cascade': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'create-policy': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-policy': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'drop-policy': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'create-rule': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'drop-rule': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'create-view': [{ since: 15, locks: [{ role: 'table', mode: 'AccessShareLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'create-or-replace-view': [{ since: 15, locks: [{ role: 'view', mode: 'AccessExclusiveLock' }, { role: 'table', mode: 'AccessShareLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'drop-view': [{ since: 15, locks: [{ role: 'view', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-view-rename': [{ since: 15, locks: [{ role: 'view', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'create-materialized-view': [{ since: 15, locks: [{ role: 'table', mode: 'AccessShareLock' }, { role: 'index', mode: 'AccessShareLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'refresh-materialized-view': [{ since: 15, locks: [{ role: 'view', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }, { role: 'table', mode: 'AccessShareLock' }], rewritten: ['view', 'index'], scanned: ['table', 'view'], runsInTransaction: true }],
    'refresh-materialized-view-concurrently': [{ since: 15, locks: [{ role: 'view', mode: 'ExclusiveLock' }, { role: 'index', mode: 'RowExclusiveLock' }, { role: 'table', mode: 'AccessShareLock' }], rewritten: [], scanned: ['table', 'view'], runsInTransaction: true }],
    'drop-materialized-view': [{ since: 15, locks: [{ role: 'view', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-type-add-value': [{ since: 15, locks: [], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-type-rename-value': [{ since: 15, locks: [], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-type-rename-attribute': [{ since: 15, locks: [{ role: 'type', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'drop-type': [{ since: 15, locks: [], rewritten: [], scanned: [], runsInTransaction: true }],
    'drop-type-cascade': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-domain-add-constraint': [{ since: 15, locks: [{ role: 'table', mode: 'ShareLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'alter-domain-add-constraint-not-valid': [{ since: 15, locks: [], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-domain-validate': [{ since: 15, locks: [{ role: 'table', mode: 'ShareLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'alter-domain-set-not-null': [{ since: 15, locks: [{ role: 'table', mode: 'ShareLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'alter-domain-drop-constraint': [{ since: 15, locks: [], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-sequence': [{ since: 15, locks: [{ role: 'sequence', mode: 'ShareRowExclusiveLock' }], rewritten: ['sequence'], scanned: [], runsInTransaction: true }],
    'alter-sequence-restart': [{ since: 15, locks: [{ role: 'sequence', mode: 'ShareRowExclusiveLock' }], rewritten: ['sequence'], scanned: [], runsInTransaction: true }],
    'alter-sequence-owned-by': [{ since: 15, locks: [{ role: 'sequence', mode: 'ShareRowExclusiveLock' }, { role: 'table', mode: 'AccessShareLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'drop-sequence-cascade': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'sequence', mode: 'AccessExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'comment-on-table': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'comment-on-column': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'grant-select': [{ since: 15, locks: [], rewritten: [], scanned: [], runsInTransaction: true }, { since: 18, locks: [{ role: 'table', mode: 'AccessShareLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'revoke-select': [{ since: 15, locks: [], rewritten: [], scanned: [], runsInTransaction: true }, { since: 18, locks: [{ role: 'table', mode: 'AccessShareLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'create-publication-for-table': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-publication-add-table': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'alter-publication-drop-table': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'analyze': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }, { role: 'index', mode: 'AccessShareLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'vacuum': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }, { role: 'index', mode: 'RowExclusiveLock' }], rewritten: [], scanned: ['table'], runsInTransaction: false }],
    'vacuum-full': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: false }],
    'cluster': [{ since: 15, locks: [{ role: 'table', mode: 'AccessExclusiveLock' }, { role: 'index', mode: 'AccessExclusiveLock' }], rewritten: ['table', 'index'], scanned: ['table'], runsInTransaction: true }],
    'create-statistics': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'drop-statistics': [{ since: 15, locks: [{ role: 'table', mode: 'ShareUpdateExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'select': [{ since: 15, locks: [{ role: 'table', mode: 'AccessShareLock' }, { role: 'index', mode: 'AccessShareLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'select-for-update': [{ since: 15, locks: [{ role: 'table', mode: 'RowShareLock' }, { role: 'index', mode: 'RowShareLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'select-for-share': [{ since: 15, locks: [{ role: 'table', mode: 'RowShareLock' }, { role: 'index', mode: 'RowShareLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'insert': [{ since: 15, locks: [{ role: 'table', mode: 'RowExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'insert-referencing': [{ since: 15, locks: [{ role: 'table', mode: 'RowExclusiveLock' }, { role: 'referenced table', mode: 'RowShareLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'update': [{ since: 15, locks: [{ role: 'table', mode: 'RowExclusiveLock' }, { role: 'index', mode: 'RowExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'update-all': [{ since: 15, locks: [{ role: 'table', mode: 'RowExclusiveLock' }, { role: 'index', mode: 'RowExclusiveLock' }], rewritten: [], scanned: ['table'], runsInTransaction: true }],
    'delete': [{ since: 15, locks: [{ role: 'table', mode: 'RowExclusiveLock' }, { role: 'index', mode: 'RowExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
    'delete-referenced': [{ since: 15, locks: [{ role: 'table', mode: 'RowExclusiveLock' }, { role: 'index', mode: 'RowExclusiveLock' }, { role: 'referencing table', mode: 'RowShareLock' }], rewritten: [], scanned: ['referencing table'], runsInTransaction: true }],
    'merge': [{ since: 15, locks: [{ role: 'table', mode: 'RowExclusiveLock' }, { role: 'index', mode: 'RowExclusiveLock' }], rewritten: [], scanned: [], runsInTransaction: true }],
};

;// CONCATENATED MODULE: ./build/migrations/lock-facts/lock-facts.js

const factsByForm = new Map(Object.entries(measured_measuredFacts));
const lockForms = [...factsByForm.keys()];
/** The oldest major version that was measured. */
const oldestMajor = Math.min(...[...factsByForm.values()].flatMap((facts) => facts.map(({ since }) => since)));
/**
 * Undefined when there is no such form on that version. A version older than those that were measured is taken for the
 * oldest of them, a newer one for the newest.
 * @param form a {@link LockForm}; any text is allowed, since a rule may make it from a parse tree
 * @param serverMajor such as 17
 */
function measuredFactOf(form, serverMajor) {
    const major = Math.max(serverMajor, oldestMajor);
    return factsByForm.get(form)?.findLast(({ since }) => since <= major);
}
/** {@link measuredFactOf}, in the words that the rules use. */
function lockFactOf(form, serverMajor) {
    const fact = measuredFactOf(form, serverMajor);
    if (fact === undefined)
        return undefined;
    return {
        locks: fact.locks,
        rewritesTable: fact.rewritten.some((role) => !ofItsOwn.has(role)),
        rewritesIndexes: fact.rewritten.includes('index'),
        scansTable: fact.scanned.length > 0,
        runsInTransaction: fact.runsInTransaction,
    };
}
/** A sequence's new storage is one row, an index's says nothing of its table. */
const ofItsOwn = new Set(['index', 'sequence']);

// EXTERNAL MODULE: ./build/migrations/rehearsal/rehearsal-findings.js
var rehearsal_findings = __webpack_require__(7281);
;// CONCATENATED MODULE: ./build/migrations/rehearsal/judge.js




/** Deterministic: the same evidence gives the same rehearsal. */
function judgeRehearsal(request) {
    const { evidence, rollback } = request;
    const { measurement, data, compatibility, codeFirst, load } = evidence;
    const judged = judgedScripts(request);
    const { hazards, allowed, notes } = judge_hazardsOf(request, judged);
    const unjudged = {
        version: 1,
        measurement: { ...measurement, notes: [...measurement.notes, ...notes] },
        hazards,
        allowed,
        data,
        compatibility,
        codeFirst,
        rollback,
        load,
        advice: adviceOf(request, judged),
    };
    return { ...unjudged, verdict: (0,rehearsal_findings/* verdictOfRehearsal */._T)(unjudged) };
}
function judgedScripts({ evidence, parser }) {
    return evidence.scripts.map(({ migration, file = migration, script }) => ({
        migration,
        file,
        script,
        parsed: parser.parse(script),
    }));
}
/** Nothing to be said of a tool whose statements were only seen. */
function adviceOf(request, scripts) {
    const { evidence, parser, searchPath, role, hasPooler } = request;
    const { measurement, before } = evidence;
    const { circumstances } = measurement;
    const { serverVersion, transport } = circumstances;
    const place = { before, serverVersion, transport, searchPath, parser, facts: lockFactOf };
    return adviceFor({ ...place, scripts, measurement, circumstances, role, hasPooler });
}
function judge_hazardsOf(request, scripts) {
    const { evidence, lockRowThreshold, maxLockDurationMs, baseline, parser, searchPath } = request;
    const { measurement, before } = evidence;
    const { circumstances } = measurement;
    return findHazards({
        scripts,
        before,
        measurement,
        transport: circumstances.transport,
        serverVersion: circumstances.serverVersion,
        searchPath,
        limits: { isProductionData: circumstances.isProductionData, lockRowThreshold, maxLockDurationMs },
        baseline,
        parser,
        facts: lockFactOf,
    });
}

// EXTERNAL MODULE: ./build/postgres/row.js
var postgres_row = __webpack_require__(1290);
;// CONCATENATED MODULE: ./build/migrations/rehearsal/production-rows.js

/** Tables that were never analysed are left out; a partitioned table has the rows of its partitions. */
async function readProductionRows(session, source) {
    const rows = await session.query(`SELECT n.nspname AS schema, c.relname AS name, c.reltuples::bigint AS rows
       FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'm') AND c.reltuples >= 0
        AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
      ORDER BY 1, 2`);
    const tables = rows.map((row) => ({
        schema: (0,postgres_row/* text */.Qq)(row, 'schema'),
        name: (0,postgres_row/* text */.Qq)(row, 'name'),
        rows: (0,postgres_row/* numeric */.sH)(row, 'rows'),
    }));
    return { source, tables };
}

// EXTERNAL MODULE: ./build/report/shape.js
var shape = __webpack_require__(1634);
// EXTERNAL MODULE: ./build/report/visible-text.js
var visible_text = __webpack_require__(269);
;// CONCATENATED MODULE: ./build/migrations/rehearsal/relation-words.js
/** Relations as a report names them. */


/** `users`, or `billing.invoices` outside of `public`; quoted only where it would be ambiguous without. */
function relationName({ schema, name }) {
    const written = readableIdentifier(name);
    return schema === 'public' ? written : `${readableIdentifier(schema)}.${written}`;
}
function readableIdentifier(name) {
    return /^[\p{L}_][\p{L}\p{N}_$]*$/u.test(name) ? name : (0,identifier/* quoteIdentifier */.C)(name);
}
/** What an application reads or writes, so that a lock on it is a wait for somebody. */
const tableKinds = new Set([
    'table',
    'partitioned table',
    'materialized view',
    'foreign table',
    'view',
]);
function isTable({ kind }) {
    return tableKinds.has(kind);
}
/** "3.0 M rows, 398 MB"; its kind where a size would say nothing. */
function sizeWords(state) {
    if (state === undefined)
        return 'size unknown';
    const { kind, rows, bytes } = state;
    if (kind !== 'table' && kind !== 'materialized view')
        return kind;
    return `${rows === undefined ? 'rows unknown' : (0,quantity/* counted */.hS)(rows, 'row')}, ${(0,quantity/* formatBytes */.z3)(bytes)}`;
}
function statesByOid(before) {
    return new Map(before.map((state) => [state.oid, state]));
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/extrapolation.js
/** What a measured time means for production, where production has other numbers of rows. Never without its basis. */



/** Shorter times are mostly what a statement costs on an empty table. */
const shortestMs = 50;
/** Numbers of rows nearer than this share are the same production. */
const leastDifference = 0.2;
/** Undefined where nothing can be said, or where the measured time says it already. */
function extrapolate(measured, production) {
    const { table, parts, durationMs, computeSize } = measured;
    const rows = sum(parts.map((part) => part.rows));
    const productionRows = rowsOf(table, production) ?? sum(parts.map((part) => rowsOf(part, production)));
    if (rows <= 0 || productionRows <= 0 || durationMs < shortestMs)
        return undefined;
    const ratio = productionRows / rows;
    if (Math.abs(ratio - 1) <= leastDifference)
        return undefined;
    const estimatedMs = durationMs * ratio;
    const on = computeSize === undefined ? '' : ` on ${computeSize}`;
    const here = `${(0,duration/* formatDuration */.a)(durationMs)} for ${(0,quantity/* formatCount */.B4)(rows)} rows${on}`;
    const there = `production has ${(0,quantity/* formatCount */.B4)(productionRows)} rows (from ${production.source})`;
    const words = `${here}; ${there}: about ${roundDuration(estimatedMs)} if linear`;
    return { table, rows, durationMs, productionRows, estimatedMs, words };
}
function rowsOf({ schema, name }, production) {
    return production.tables.find((table) => table.schema === schema && table.name === name)?.rows;
}
/** 0 where one of them is not known: a part of a basis is none. */
function sum(numbers) {
    return numbers.reduce((total, number) => total + (number ?? Number.NaN), 0) || 0;
}
/** Of every statement whose time is proportional to the rows of a table, in their order. */
function extrapolations({ statements, before, circumstances }, production) {
    const states = statesByOid(before);
    const { computeSize } = circumstances;
    return statements.flatMap((statement) => {
        const { migration, index, durationMs } = statement;
        const work = workOf(statement, states);
        const found = work && extrapolate({ ...work, durationMs, computeSize }, production);
        return found === undefined ? [] : [{ ...found, statement: { migration, index } }];
    });
}
/** What the statement reads or writes from beginning to end; undefined where it does neither. */
function workOf(statement, states) {
    const { kind, status, rewritten, locks, text } = statement;
    // TRUNCATE gives new storage without reading the old one.
    if (status !== 'done' || kind === 'TruncateStmt' || kind === 'Script')
        return undefined;
    if (rewritten.length === 0 && !isScan(statement))
        return undefined;
    const locked = tablesOf(locks.map(({ relation }) => states.get(relation.oid)));
    const written = tablesOf(rewritten.map(({ oid }) => states.get(states.get(oid)?.tableOid ?? oid)));
    const table = namedFirst(text, [...locked, ...written]);
    if (table === undefined)
        return undefined;
    if (written.length > 0)
        return { table, parts: written };
    return {
        table,
        parts: table.kind === 'partitioned table' ? locked.filter(({ oid }) => oid !== table.oid) : [table],
    };
}
function tablesOf(relations) {
    const tables = relations.filter((relation) => relation !== undefined && isTable(relation));
    return [...new Set(tables)].filter((table) => table !== undefined);
}
const statementScans = {
    IndexStmt: /^/,
    // Without WHERE every row is written; with it the number of rows says nothing.
    UpdateStmt: /^(?!.*\bwhere\b)/is,
    DeleteStmt: /^(?!.*\bwhere\b)/is,
    AlterTableStmt: /\bvalidate\s+constraint\b|\bset\s+not\s+null\b|\battach\s+partition\b|^(?!.*\bnot\s+valid\b).*\badd\s+(constraint\s+\S+\s+)?(foreign|check|unique|primary|exclude)\b(?!.*\busing\s+index\b)/is,
};
/** The same as the lock facts' "scans the table", as far as it shows in the SQL. */
function isScan({ kind, text }) {
    return statementScans[kind]?.test(keywordsOf(text)) ?? false;
}
/** The SQL without comments, literals and quoted names. */
function keywordsOf(text) {
    return text.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//g, (found) => found.startsWith('"') ? 'quoted' : ' ');
}
/** Of several locked tables, such as both ends of a foreign key, the statement names first the one that it works through. */
function namedFirst(text, tables) {
    const lower = text.toLowerCase();
    const place = ({ name }) => {
        const found = lower.indexOf(name.toLowerCase());
        return found < 0 ? lower.length : found;
    };
    return tables.toSorted((a, b) => place(a) - place(b) || b.name.length - a.name.length)[0];
}
/** An estimate has no three digits: rounded to a few steps a decade, no further off than an eighth. */
function roundDuration(milliseconds) {
    const [size, unit] = milliseconds < 1_000
        ? [1, 'ms']
        : milliseconds < 120_000
            ? [1_000, 's']
            : milliseconds < 7_200_000
                ? [60_000, 'min']
                : [3_600_000, 'h'];
    return `${roundToStep(milliseconds / size)} ${unit}`;
}
const steps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
function roundToStep(value) {
    const decade = 10 ** Math.floor(Math.log10(value));
    const distance = (step) => Math.abs(Math.log(step / (value / decade)));
    const nearest = steps.reduce((best, step) => (distance(step) < distance(best) ? step : best));
    return Number((nearest * decade).toPrecision(3));
}

// EXTERNAL MODULE: ./build/report/report-shape.js
var report_shape = __webpack_require__(125);
;// CONCATENATED MODULE: ./build/migrations/rehearsal/rehearsal-shape.js
/** The shape of a rehearsal as JSON: how it is read, and its JSON Schema. */



/** Code points of one text. */
const rehearsalLimits = {
    /** Names, keys and sentences. */
    line: 4_000,
    /** Messages, evidence and fixes. */
    paragraph: 20_000,
    /** One statement, or the way back. */
    sql: 200_000,
    list: 100_000,
};
const limits = rehearsalLimits;
const line = (0,shape/* text */.Qq)(limits.line);
const sql = (0,shape/* text */.Qq)(limits.sql);
const milliseconds = (0,shape/* finiteNumber */.vM)(0);
const count = (0,shape/* wholeNumber */.rD)(0, Number.MAX_SAFE_INTEGER);
const list = (item) => (0,shape/* listOf */.c3)(item, limits.list);
const statementRef = (0,shape/* record */.g1)({ migration: line, index: count }, {});
const relationFields = {
    oid: count,
    schema: line,
    name: line,
    kind: (0,shape/* choice */.Yq)('table', 'partitioned table', 'index', 'partitioned index', 'view', 'materialized view', 'sequence', 'foreign table', 'toast table', 'composite type'),
};
const relationRef = (0,shape/* record */.g1)(relationFields, {});
const relationState = (0,shape/* record */.g1)({
    ...relationFields,
    rows: (0,shape/* orUndefined */.y0)(count),
    bytes: count,
    fileNode: (0,shape/* orUndefined */.y0)(count),
    tableOid: (0,shape/* orUndefined */.y0)(count),
}, {});
const heldLock = (0,shape/* record */.g1)({ relation: relationRef, mode: (0,shape/* choice */.Yq)(...lock_mode/* lockModes */.Y8), heldMs: milliseconds, waitedMs: milliseconds }, {});
const measuredStatement = (0,shape/* record */.g1)({
    migration: line,
    file: (0,shape/* orUndefined */.y0)(line),
    index: count,
    line: (0,shape/* wholeNumber */.rD)(1, 100_000_000),
    text: sql,
    kind: line,
    status: (0,shape/* choice */.Yq)('done', 'failed', 'not run'),
    startMs: milliseconds,
    durationMs: milliseconds,
    locks: list(heldLock),
    rewritten: list(relationRef),
    walBytes: (0,shape/* orUndefined */.y0)(count),
    transaction: count,
    source: (0,shape/* choice */.Yq)('exact', 'observed', 'none'),
}, {});
const circumstances = (0,shape/* record */.g1)({
    serverVersion: count,
    databaseBytes: count,
    computeSize: (0,shape/* orUndefined */.y0)(line),
    cache: (0,shape/* choice */.Yq)('cold', 'warm', 'unknown'),
    transport: (0,shape/* choice */.Yq)('script', 'statements'),
    engine: (0,shape/* choice */.Yq)('project', 'bundled', 'command'),
    isProductionData: shape/* flag */.Jt,
    lockTimeoutMs: milliseconds,
    statementTimeoutMs: milliseconds,
}, {});
const measurement = (0,shape/* record */.g1)({ statements: list(measuredStatement), before: list(relationState), circumstances, notes: list(line) }, {});
const hazard = (0,shape/* record */.g1)({
    finding: report_shape/* findingShape */.l9,
    basis: (0,shape/* choice */.Yq)('confirmed', 'measured only', 'static only'),
    statement: statementRef,
}, {});
const allowedHazard = (0,shape/* record */.g1)({ hazard, reason: line, by: (0,shape/* choice */.Yq)('comment', 'baseline') }, {});
function part(result) {
    return (0,shape/* anyOf */.EB)([
        (0,shape/* record */.g1)({ kind: (0,shape/* choice */.Yq)('done'), result }, {}),
        (0,shape/* record */.g1)({ kind: (0,shape/* choice */.Yq)('skipped'), reason: line }, {}),
    ]);
}
const dataRefusal = (0,shape/* record */.g1)({
    statement: statementRef,
    kind: (0,shape/* choice */.Yq)('not null', 'unique', 'foreign key', 'check', 'cast', 'exclusion', 'partition'),
    table: relationRef,
    columns: list(line),
    rows: count,
    isAtLeast: shape/* flag */.Jt,
    sampleKeys: list(line),
    finding: report_shape/* findingShape */.l9,
}, {});
const compatibility = (0,shape/* record */.g1)({
    schemaOf: line,
    models: count,
    prepared: count,
    verdicts: list((0,shape/* record */.g1)({
        model: line,
        field: (0,shape/* orUndefined */.y0)(line),
        operation: (0,shape/* choice */.Yq)('read', 'create', 'update', 'delete', 'all'),
        status: (0,shape/* choice */.Yq)('breaks', 'at risk'),
        finding: report_shape/* findingShape */.l9,
    }, {})),
}, {});
const rollback = (0,shape/* record */.g1)({
    sql,
    losesData: shape/* flag */.Jt,
    losses: list(line),
    rehearsed: (0,shape/* orUndefined */.y0)((0,shape/* record */.g1)({ durationMs: milliseconds, succeeded: shape/* flag */.Jt, message: (0,shape/* orUndefined */.y0)((0,shape/* text */.Qq)(limits.paragraph)) }, {})),
    findings: list(report_shape/* findingShape */.l9),
}, {});
const load = (0,shape/* record */.g1)({
    tables: list((0,shape/* record */.g1)({
        table: relationRef,
        reads: count,
        writes: count,
        longestReadMs: milliseconds,
        longestWriteMs: milliseconds,
        during: (0,shape/* orUndefined */.y0)(line),
        errors: list((0,shape/* record */.g1)({ sqlState: (0,shape/* orUndefined */.y0)(line), message: (0,shape/* text */.Qq)(limits.paragraph), count }, {})),
    }, {})),
    findings: list(report_shape/* findingShape */.l9),
}, {});
const estimate = (0,shape/* record */.g1)({
    statement: statementRef,
    table: (0,shape/* record */.g1)({ schema: line, name: line }, {}),
    rows: count,
    durationMs: milliseconds,
    productionRows: count,
    estimatedMs: milliseconds,
    words: line,
}, {});
const rehearsal_shape_rehearsalShape = (0,shape/* record */.g1)({
    version: (0,shape/* choice */.Yq)(1),
    verdict: (0,shape/* choice */.Yq)('pass', 'warning', 'error'),
    findings: list(report_shape/* findingShape */.l9),
    estimates: list(estimate),
    measurement,
    hazards: list(hazard),
    allowed: list(allowedHazard),
    data: part(list(dataRefusal)),
    compatibility: part(compatibility),
    codeFirst: part(compatibility),
    rollback: part(rollback),
    load: part(load),
    advice: list(report_shape/* findingShape */.l9),
}, {});

;// CONCATENATED MODULE: ./build/migrations/rehearsal/rehearsal-json.js
/** A rehearsal as JSON, for other tools, and back. */






/**
 * JSON text that `parseRehearsalText` takes, with a last line end. Texts over `rehearsalLimits` are cut in the middle.
 *
 * @param production rows of production's tables, where the rehearsed branch has others
 */
function rehearsalJson(rehearsal, production) {
    const { version, verdict, ...rest } = rehearsal;
    const document = {
        version,
        verdict,
        findings: (0,rehearsal_findings/* findingsOfRehearsal */.PL)(rehearsal),
        estimates: production === undefined ? [] : extrapolations(rehearsal.measurement, production),
        ...rest,
    };
    return `${JSON.stringify(document, withinLimits, 2)}\n`;
}
const limitsByField = {
    text: rehearsalLimits.sql,
    sql: rehearsalLimits.sql,
    message: rehearsalLimits.paragraph,
    evidence: rehearsalLimits.paragraph,
    fix: rehearsalLimits.paragraph,
};
function withinLimits(field, value) {
    if (typeof value !== 'string')
        return value;
    return (0,visible_text/* cutMiddle */.it)(value, limitsByField[field] ?? rehearsalLimits.line);
}
/** Throws a UserError that says where the value is no rehearsal. Its text stays untrusted. */
function parseRehearsal(value) {
    if (isObject(value) && 'version' in value && value.version !== 1) {
        const version = typeof value.version === 'number' ? String(value.version) : 'unknown';
        throw new UserError(`The rehearsal has version ${version}; this release reads version 1.`, {
            hint: 'Use the same release of these actions where the rehearsal is made and where it is read.',
        });
    }
    return rehearsalShape.read(value, 'rehearsal');
}
/** The same from JSON text. */
function parseRehearsalText(json) {
    return parseRehearsal(parseJson(json));
}
function parseJson(json) {
    try {
        return JSON.parse(json);
    }
    catch (thrown) {
        throw new UserError('The rehearsal is not JSON.', { cause: errorMessage(thrown) });
    }
}
/** JSON Schema (draft 7) of a rehearsal's JSON. */
function rehearsalSchema() {
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        $id: 'https://raw.githubusercontent.com/neonhub/database-actions/main/docs/schemas/rehearsal.schema.json',
        title: 'Rehearsal of NeonHub Database Actions',
        description: 'Times are milliseconds, sizes bytes. All text is untrusted: whoever shows it escapes it.',
        ...rehearsalShape.schema,
    };
}

// EXTERNAL MODULE: ./build/report/finding.js
var report_finding = __webpack_require__(8586);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
;// CONCATENATED MODULE: ./build/report/sarif.js
/** Findings as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), as far as GitHub code scanning reads it. */



/**
 * More than 25,000 results are refused, and the first 5,000 are kept.
 * https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
const mostResults = 5_000;
/** https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
const longest = { name: 255, description: 1_024, message: 4_000, snippet: 500 };
const levels = { error: 'error', warning: 'warning', notice: 'note' };
/** JSON text with a last line end. The same run gives the same bytes. */
function renderSarif(run) {
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [runOf(run)],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
}
function runOf({ tool, category, rules, results }) {
    const known = rulesOf(rules, results);
    const index = new Map(known.map(({ id }, place) => [id, place]));
    const placed = results.filter(({ finding }) => uriOf(finding) !== undefined);
    const shown = placed.slice(0, mostResults);
    const ordinal = counter();
    return {
        tool: {
            driver: {
                name: tool.name,
                semanticVersion: tool.version,
                informationUri: tool.informationUri,
                rules: known.map((rule) => ruleOf(rule, tool.informationUri)),
            },
        },
        automationDetails: { id: `${category}/` },
        invocations: [
            {
                executionSuccessful: true,
                toolExecutionNotifications: notificationsOf(results, placed.length - shown.length),
            },
        ],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'Root of the repository.' } } },
        results: shown.map((result) => resultOf(result, index.get(result.finding.rule) ?? -1, ordinal)),
    };
}
/** Sorted by id, so that the place of a rule does not depend on what was found. */
function rulesOf(rules, results) {
    const byId = new Map(rules.map((rule) => [rule.id, rule]));
    for (const { finding } of results) {
        const { rule: id, severity, docs } = finding;
        const title = titleOf(id);
        if (!byId.has(id))
            byId.set(id, { id, title, severity, why: `${title}.`, ...(docs && { docs }) });
    }
    return [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
/** `drop-column` is "Drop column". */
function titleOf(id) {
    const words = (0,visible_text/* visible */.RK)(id).replaceAll('-', ' ');
    return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
function ruleOf({ id, title, severity, why, docs }, informationUri) {
    const helpUri = (0,report_escape/* safeUrl */.Pl)(docs ?? '') ?? informationUri;
    const problem = { error: 'error', warning: 'warning', notice: 'recommendation' };
    return {
        id: (0,visible_text/* visible */.RK)(id),
        name: (0,visible_text/* cutEnd */.ym)((0,visible_text/* visible */.RK)(id).replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_all, first) => first.toUpperCase()), longest.name),
        shortDescription: { text: (0,visible_text/* cutEnd */.ym)((0,visible_text/* prose */.CS)(title), longest.description) },
        fullDescription: { text: (0,visible_text/* cutEnd */.ym)((0,visible_text/* prose */.CS)(why), longest.description) },
        helpUri,
        help: { text: `${why}\n${helpUri}`, markdown: `**${title}**\n\n${why}\n\n[What this means](${helpUri})` },
        defaultConfiguration: { level: levels[severity] },
        properties: {
            tags: ['database', 'migration', 'postgresql'],
            precision: 'high',
            'problem.severity': problem[severity],
        },
    };
}
function resultOf(result, ruleIndex, ordinal) {
    const { finding, identity, suppression } = result;
    const hash = (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([finding.rule, finding.subject, identity]))
        .digest('hex')
        .slice(0, 32);
    return {
        ruleId: (0,visible_text/* visible */.RK)(finding.rule),
        ruleIndex,
        level: levels[finding.severity],
        message: { text: messageOf(finding) },
        locations: [locationOf(result)],
        // GitHub goes by `primaryLocationLineHash` alone. That one is left to `upload-sarif`, which makes it from the file's
        // text, so that it outlives moved lines too, and warns about any other value.
        partialFingerprints: { 'statement/v1': `${hash}:${ordinal(hash)}` },
        ...(suppression && { suppressions: [{ ...suppression, status: 'accepted' }] }),
    };
}
/** How often a key was asked for, from 1. */
function counter() {
    const counts = new Map();
    return (key) => {
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        return count;
    };
}
/** The first sentence is the alert's title. */
function messageOf({ message, evidence, fix }) {
    const parts = [message, evidence, fix === undefined ? undefined : `Fix:\n${fix}`];
    const text = parts
        .filter((part) => part !== undefined)
        .map((part) => (0,visible_text/* visibleLines */.gB)(part).trim())
        .join('\n\n');
    return inert((0,visible_text/* cutEnd */.ym)(text, longest.message));
}
/** Neither a placeholder (`{0}`, section 3.11.5) nor an embedded link (`[text](target)`, section 3.11.6). */
function inert(text) {
    return text.replace(/\{(?=\d+\})/g, '{ ').replace(/\](?=\()/g, '] ') || 'No message.';
}
function locationOf({ finding, code }) {
    const { line = 1, endLine = line } = finding.location ?? {};
    return {
        physicalLocation: {
            artifactLocation: { uri: uriOf(finding), uriBaseId: '%SRCROOT%' },
            region: { startLine: line, startColumn: 1, endLine, ...(code !== undefined && codeOf(code)) },
        },
    };
}
function codeOf(code) {
    const lastLine = code.split('\n').at(-1) ?? '';
    return { endColumn: lastLine.length + 1, snippet: { text: (0,visible_text/* cutEnd */.ym)((0,visible_text/* visibleLines */.gB)(code), longest.snippet) } };
}
/** Relative to the repository's root; undefined without a place in it. */
function uriOf({ location }) {
    const segments = location === undefined ? [] : location.file.replace(/^\.\//, '').split('/');
    if (segments.length === 0 || segments.some((part) => part === '' || part === '.' || part === '..'))
        return undefined;
    return segments.map((segment) => encodeURIComponent((0,visible_text/* visible */.RK)(segment))).join('/');
}
/** A result without a place is refused with the whole file: what has none is told beside the results. */
function notificationsOf(results, leftOut) {
    const unplaced = results.filter(({ finding }) => uriOf(finding) === undefined);
    const notes = unplaced.slice(0, mostResults).map(({ finding }) => ({
        level: levels[finding.severity],
        message: { text: messageOf(finding) },
        associatedRule: { id: (0,visible_text/* visible */.RK)(finding.rule) },
    }));
    if (leftOut <= 0)
        return notes;
    const text = `${leftOut} more results are left out: GitHub keeps no more than ${mostResults} of a run.`;
    return [...notes, { level: 'warning', message: { text } }];
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/rehearsal-sarif.js
/** A rehearsal for code scanning. */



/** SARIF 2.1.0, as JSON text with a last line end. */
function rehearsalSarif(rehearsal, options) {
    const { toolVersion, informationUri, rules = [], category = 'rehearse-migrations' } = options;
    const find = (0,rehearsal_findings/* statementFinder */.iP)(rehearsal.measurement.statements);
    const suppressed = options.allowed === 'suppressed' ? rehearsal.allowed : [];
    const firstFile = rehearsal.measurement.statements.find(({ file }) => file !== undefined)?.file;
    const results = [
        ...(0,rehearsal_findings/* statementFindings */.yo)(rehearsal).map((entry) => rehearsal_sarif_resultOf(entry, firstFile)),
        ...suppressed.map((entry) => suppressedResult(entry, find, firstFile)),
    ];
    return renderSarif({
        tool: { name: 'NeonHub Database Actions', version: toolVersion, informationUri },
        category,
        rules,
        results: results.toSorted(worstFirst),
    });
}
/** As findings are sorted, with those that are suppressed last. */
function worstFirst(left, right) {
    const key = ({ finding, suppression }) => [
        suppression === undefined ? '0' : '1',
        String(report_finding/* severities */.gO.indexOf(finding.severity)),
        finding.rule,
        finding.subject,
        finding.location?.file ?? '',
        String(finding.location?.line ?? 0).padStart(9, '0'),
        finding.message,
    ];
    const [a, b] = [key(left), key(right)];
    const different = a.findIndex((part, index) => part !== b[index]);
    if (different < 0)
        return 0;
    return (a[different] ?? '') < (b[different] ?? '') ? -1 : 1;
}
function suppressedResult({ hazard, reason, by }, find, firstFile) {
    const kind = by === 'comment' ? 'inSource' : 'external';
    const result = rehearsal_sarif_resultOf((0,rehearsal_findings/* placed */.GS)(hazard.finding, find(hazard.statement)), firstFile);
    return { ...result, suppression: { kind, justification: reason } };
}
/** A finding of the run stands at the top of its first migration: an alert needs a place. */
function rehearsal_sarif_resultOf({ finding, statement }, firstFile) {
    const { location } = finding;
    const isOfStatement = statement !== undefined && location?.file === statement.file && location?.line === statement.line;
    const fallback = firstFile === undefined ? undefined : { file: firstFile, line: 1 };
    const place = location ?? fallback;
    return {
        finding: place === undefined ? finding : { ...finding, location: place },
        identity: statement?.text.replace(/\s+/g, ' ').trim() ?? '',
        ...(isOfStatement && { code: statement.text.trimEnd() }),
    };
}

// EXTERNAL MODULE: ./build/report/verdict.js
var report_verdict = __webpack_require__(7342);
;// CONCATENATED MODULE: ./build/migrations/rehearsal/circumstances-words.js
/** In what circumstances a rehearsal measured: what a reader has to know before he believes a figure. */


/** "PostgreSQL 17.5, 0.25 CU, cold cache, 3.1 GB, statements sent one by one (Prisma ≥ 7.4)" */
function circumstancesWords(circumstances) {
    const { serverVersion, computeSize, cache, databaseBytes } = circumstances;
    return [
        `PostgreSQL ${versionWords(serverVersion)}`,
        ...(computeSize === undefined ? [] : [computeSize]),
        ...(cache === 'unknown' ? [] : [`${cache} cache`]),
        (0,quantity/* formatBytes */.z3)(databaseBytes),
        transportWords(circumstances),
    ].join(', ');
}
/** 170005 is 17.5. https://www.postgresql.org/docs/current/libpq-status.html#LIBPQ-PQSERVERVERSION */
function versionWords(version) {
    return `${Math.floor(version / 10_000)}.${version % 10_000}`;
}
function transportWords({ engine, transport }) {
    if (engine === 'command')
        return 'sent by the command';
    return transport === 'script'
        ? 'each migration in one transaction (Prisma ≤ 7.3)'
        : 'statements sent one by one (Prisma ≥ 7.4)';
}
/** "3 exactly, 1 observed from a second session"; undefined where nothing was run. */
function sourceWords(statements) {
    const run = statements.filter(({ status }) => status !== 'not run');
    const count = (source) => run.filter((each) => each.source === source).length;
    const words = [
        [count('exact'), 'measured exactly'],
        [count('observed'), 'observed from a second session'],
        [count('none'), 'not measured'],
    ];
    const told = words.filter(([number]) => number > 0);
    if (told.length === 0)
        return undefined;
    return told.map(([number, how]) => `${(0,quantity/* counted */.hS)(number, 'statement')} ${how}`).join(', ');
}
/** Of the session that migrated: what would have ended a wait. */
function timeoutWords({ lockTimeoutMs, statementTimeoutMs }) {
    const words = (milliseconds) => (milliseconds === 0 ? 'none' : (0,duration/* formatDuration */.a)(milliseconds));
    return `lock_timeout ${words(lockTimeoutMs)}, statement_timeout ${words(statementTimeoutMs)}`;
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/statement-table.js
/** Statements and their locks as tables. */





/** Few enough to be read in a comment without scrolling sideways. */
const columns = [
    { title: '' },
    { title: 'Statement' },
    { title: 'Time', align: 'right' },
    { title: 'Who waits' },
    { title: 'Tables' },
    { title: 'WAL', align: 'right' },
];
/** Names in one cell; the folded table of locks has them all. */
const mostNames = 3;
const longestName = 34;
const mostRules = 5;
const longestSql = 90;
function statementTable(facts, states) {
    return { kind: 'table', columns, rows: facts.map((each) => statementRow(each, states)) };
}
function statementRow(facts, states) {
    const { statement, strongest } = facts;
    const { walBytes } = statement;
    return [
        symbolOf(facts),
        { lines: [{ code: placeWords(statement) }, { code: sqlWords(statement.text) }, ...verdictLines(facts)] },
        { lines: timeLines(statement) },
        { lines: waitLines(statement, strongest) },
        { lines: tableLines(facts, states) },
        walBytes === undefined ? '' : (0,quantity/* formatBytes */.z3)(walBytes),
    ];
}
/** `20260903082210_draft_search:3`: the migration stands for its one file. */
function placeWords(statement) {
    return statement.line === undefined ? statement.migration : `${statement.migration}:${statement.line}`;
}
/** On one line, cut. */
function sqlWords(text) {
    return (0,visible_text/* cutEnd */.ym)((0,visible_text/* prose */.CS)((0,visible_text/* cutEnd */.ym)(text, 4 * longestSql)), longestSql);
}
const symbols = { error: '❌', warning: '⚠️', notice: 'ℹ️' };
function symbolOf({ statement, judged }) {
    const [worst] = judged;
    if (statement.status === 'failed')
        return symbols.error;
    if (worst !== undefined)
        return symbols[worst.finding.severity];
    return statement.status === 'done' ? '✅' : '';
}
function verdictLines({ statement, judged, allowed }) {
    const lines = [
        ...(statement.status === 'failed' ? ['failed'] : []),
        ...judged.map(judgedWords),
        ...allowed.map(({ hazard }) => `${hazard.finding.rule} (allowed)`),
    ];
    return [...lines.slice(0, mostRules), ...moreLine(lines.length - mostRules)];
}
function judgedWords({ finding, basis }) {
    return `${finding.rule}${basis === undefined ? '' : ` (${basis})`}`;
}
function timeLines({ status, durationMs, source }) {
    if (status === 'not run')
        return ['not run'];
    return [(0,duration/* formatDuration */.a)(durationMs), ...(source === 'observed' ? ['observed'] : [])];
}
function waitLines({ status, source }, lock) {
    if (status === 'not run')
        return [];
    if (source === 'none')
        return ['not measured'];
    if (lock === undefined)
        return ['nobody'];
    const { mode, heldMs, waitedMs } = lock;
    return [
        `${(0,lock_mode/* blockedWords */.mq)(mode)} ${(0,duration/* formatDuration */.a)(heldMs)}`,
        { code: (0,lock_mode/* lockModeWords */.IS)(mode) },
        ...(waitedMs >= 1 ? [`after waiting ${(0,duration/* formatDuration */.a)(waitedMs)} for it`] : []),
    ];
}
/** Tables that are locked, the strongest first, then those that are rewritten without a lock that was seen. */
function tableLines({ statement, strongest }, states) {
    const { locks, rewritten } = statement;
    const isRewritten = ({ oid }) => rewritten.some((relation) => relation.oid === oid);
    const isLocked = ({ oid }) => locks.some(({ relation }) => relation.oid === oid);
    const entries = [
        ...locks.map(({ relation, mode }) => ({ relation, mode })),
        ...rewritten.filter((relation) => !isLocked(relation)).map((relation) => ({ relation, mode: undefined })),
    ].filter(({ relation }) => isTable(relation));
    const lines = entries
        .slice(0, mostNames)
        .flatMap(({ relation, mode }) => [
        { code: (0,visible_text/* cutMiddle */.it)(relationName(relation), longestName) },
        [
            sizeWords(states.get(relation.oid)),
            ...(isRewritten(relation) ? ['rewritten'] : []),
            ...(mode === undefined || mode === strongest?.mode ? [] : [(0,lock_mode/* lockModeWords */.IS)(mode)]),
        ].join(', '),
    ]);
    const indexes = rewritten.filter((relation) => !isTable(relation)).length;
    return [
        ...lines,
        ...moreLine(entries.length - mostNames),
        ...(indexes === 0 ? [] : [`${(0,quantity/* counted */.hS)(indexes, 'index', 'indexes')} rewritten`]),
    ];
}
function moreLine(left) {
    return left > 0 ? [`… and ${left} more`] : [];
}
const lockColumns = [
    { title: 'Statement' },
    { title: 'Relation' },
    { title: 'Lock' },
    { title: 'What waits' },
    { title: 'Held', align: 'right' },
];
/** A migration of thousands of partitions has more locks than anybody reads; the JSON has them all. */
const mostLocks = 300;
/** Every lock on a relation that was there before, in the order of the statements. */
function statement_table_lockTable(statements) {
    const all = statements.flatMap((statement) => statement.locks.map((lock) => ({ statement, lock })));
    if (all.length === 0)
        return undefined;
    const rows = all.slice(0, mostLocks).map(({ statement, lock }) => lockRow(statement, lock));
    const left = all.length - rows.length;
    const more = left > 0 ? [[`… and ${(0,quantity/* formatCount */.B4)(left)} more`]] : [];
    return { kind: 'table', columns: lockColumns, rows: [...rows, ...more] };
}
function lockRow(statement, { relation, mode, heldMs }) {
    const isRewritten = statement.rewritten.some(({ oid }) => oid === relation.oid);
    const kind = relation.kind === 'table' ? [] : [relation.kind];
    const words = [...kind, ...(isRewritten ? ['rewritten'] : [])].join(', ');
    return [
        { code: placeWords(statement) },
        { lines: [{ code: relationName(relation) }, ...(words === '' ? [] : [words])] },
        { code: (0,lock_mode/* lockModeWords */.IS)(mode) },
        (0,lock_mode/* blockedWords */.mq)(mode),
        (0,duration/* formatDuration */.a)(heldMs),
    ];
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/part-blocks.js
/** What the parts of a rehearsal beside the statements have to show: data, apps, way back, load. */




/** Rows of a table that are seen without a click; the others are folded. */
const mostRows = 12;
/** A table of some rows, and a folded one of the rest. */
function longTable(rows, options) {
    const { caption, columns, noun } = options;
    if (rows.length === 0)
        return [];
    const rest = rows.slice(mostRows);
    const shown = { kind: 'table', caption, columns, rows: rows.slice(0, mostRows) };
    if (rest.length === 0)
        return [shown];
    const folded = { kind: 'table', columns, rows: rest };
    return [shown, { kind: 'details', title: `${rest.length} more ${noun}`, blocks: [folded] }];
}
function dataBlocks(part, find) {
    if (part.kind === 'skipped')
        return [];
    const columns = [
        { title: 'Rows', align: 'right' },
        { title: 'Where' },
        { title: 'Why' },
        { title: 'Such as' },
        { title: 'Statement' },
    ];
    const caption = 'Rows that the migrations refuse';
    return longTable(part.result.map((refusal) => dataRow(refusal, find)), { caption, columns, noun: 'refusals' });
}
function dataRow(refusal, find) {
    const { rows, isAtLeast, table, columns, kind, sampleKeys, statement } = refusal;
    return [
        `${isAtLeast ? 'at least ' : ''}${(0,quantity/* formatCount */.B4)(rows)}`,
        { code: `${relationName(table)} (${columns.join(', ')})` },
        kind,
        { lines: sampleKeys.slice(0, 5).map((code) => ({ code })) },
        { code: placeWords(find(statement) ?? statement) },
    ];
}
/** @param app whose code it is, such as `The deployed app` */
function compatibilityBlocks(part, app) {
    if (part.kind === 'skipped')
        return [];
    const { schemaOf, models, prepared, verdicts } = part.result;
    const asked = `${(0,quantity/* counted */.hS)(models, 'model')} of ${schemaOf} asked about, ${(0,quantity/* counted */.hS)(prepared, 'statement')} prepared`;
    if (verdicts.length === 0)
        return [{ kind: 'facts', rows: [[app, `nothing breaks: ${asked}`]] }];
    const columns = [
        { title: 'Model and field' },
        { title: 'Operation' },
        { title: 'Verdict' },
        { title: 'Why' },
    ];
    const table = longTable(verdicts.toSorted(breaksFirst).map(compatibilityRow), {
        caption: `${app} on the migrated database: ${asked}`,
        columns,
        noun: 'models and fields',
    });
    return [...table, ...stepsDetails(verdicts, app)];
}
function breaksFirst(left, right) {
    return Number(right.status === 'breaks') - Number(left.status === 'breaks');
}
function compatibilityRow({ model, field, operation, status, finding, }) {
    return [
        { code: field === undefined ? model : `${model}.${field}` },
        operation,
        `${status === 'breaks' ? '❌' : '⚠️'} ${status}`,
        finding.message,
    ];
}
/** Expand and contract: one way for all models and fields that share it. */
function stepsDetails(verdicts, app) {
    const byFix = new Map();
    for (const { model, field, finding } of verdicts) {
        if (finding.fix === undefined)
            continue;
        const name = field === undefined ? model : `${model}.${field}`;
        const names = byFix.get(finding.fix) ?? [];
        if (!names.includes(name))
            byFix.set(finding.fix, [...names, name]);
    }
    const blocks = [...byFix].map(([text, names]) => ({ kind: 'code', language: 'sql', text, caption: names.join(', ') }));
    if (blocks.length === 0)
        return [];
    return [{ kind: 'details', title: `Steps that keep ${app.toLowerCase()} working`, blocks }];
}
function loadBlocks(part) {
    if (part.kind === 'skipped')
        return [];
    const right = { align: 'right' };
    const columns = [
        { title: 'Table' },
        { title: 'Longest read', ...right },
        { title: 'Longest write', ...right },
        { title: 'During' },
        { title: 'Errors' },
    ];
    const rows = part.result.tables.toSorted((a, b) => longestOf(b) - longestOf(a)).map(loadRow);
    return longTable(rows, { caption: 'Under load: what readers and writers waited', columns, noun: 'tables' });
}
function longestOf({ longestReadMs, longestWriteMs }) {
    return Math.max(longestReadMs, longestWriteMs);
}
function loadRow(load) {
    const { table, reads, writes, longestReadMs, longestWriteMs, during, errors } = load;
    const longest = (milliseconds, count, noun) => count === 0 ? '' : { lines: [(0,duration/* formatDuration */.a)(milliseconds), `of ${(0,quantity/* counted */.hS)(count, noun)}`] };
    const errorLines = errors.slice(0, 3).map(({ sqlState, message, count }) => {
        const state = sqlState === undefined ? '' : `${sqlState} `;
        return `${(0,quantity/* formatCount */.B4)(count)} × ${state}${message}`;
    });
    return [
        { code: relationName(table) },
        longest(longestReadMs, reads, 'read'),
        longest(longestWriteMs, writes, 'write'),
        during === undefined ? '' : { code: during },
        { lines: errors.length > 3 ? [...errorLines, `… and ${errors.length - 3} more`] : errorLines },
    ];
}
function rollbackBlocks(part) {
    if (part.kind === 'skipped')
        return [];
    const { sql, losesData, losses, rehearsed } = part.result;
    const rows = [
        ['Way back', rehearsedWords(rehearsed)],
        ['Loses data', losesData ? { lines: ['yes', ...losses] } : 'no'],
    ];
    const undo = { kind: 'code', language: 'sql', text: sql };
    const details = { kind: 'details', title: 'The SQL of the way back', blocks: [undo] };
    return [{ kind: 'facts', rows }, ...(sql.trim() === '' ? [] : [details])];
}
function rehearsedWords(rehearsed) {
    if (rehearsed === undefined)
        return 'planned, not rehearsed';
    const { durationMs, succeeded, message } = rehearsed;
    const took = (0,duration/* formatDuration */.a)(durationMs);
    if (succeeded)
        return `rehearsed in ${took}`;
    return `failed after ${took}${message === undefined ? '' : `: ${message}`}`;
}
function allowedDetails(allowed, find) {
    if (allowed.length === 0)
        return [];
    const columns = [{ title: 'Hazard' }, { title: 'Statement' }, { title: 'Reason' }, { title: 'Allowed by' }];
    const rows = allowed.map(({ hazard, reason, by }) => [
        { code: hazard.finding.rule },
        { code: placeWords(find(hazard.statement) ?? hazard.statement) },
        reason,
        by === 'comment' ? 'a comment in the migration' : 'the baseline file',
    ]);
    const title = `${(0,quantity/* counted */.hS)(allowed.length, 'hazard')} allowed`;
    return [{ kind: 'details', title, blocks: [{ kind: 'table', columns, rows }] }];
}
/** Notes of the measuring, and the parts that were skipped. */
function notMeasuredDetails(rehearsal) {
    const parts = [
        ['Data', rehearsal.data],
        ['The deployed app', rehearsal.compatibility],
        ['The new app on the old database', rehearsal.codeFirst],
        ['Way back', rehearsal.rollback],
        ['Load', rehearsal.load],
    ];
    const skipped = parts.flatMap(([name, part]) => part.kind === 'skipped' ? [`${name}: ${part.reason}`] : []);
    const items = [...rehearsal.measurement.notes, ...skipped];
    if (items.length === 0)
        return [];
    return [
        { kind: 'details', title: `What was not measured (${items.length})`, blocks: [{ kind: 'list', items }] },
    ];
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/statement-facts.js
/** One statement as a reader of the report wants to know it: how bad it is, and who waits for it. */




/** Milliseconds: whoever waits for less does not notice. */
const shortestStallMs = 10;
/** Holds up the application's reads or writes long enough to be noticed. */
function isStall({ relation, mode, heldMs }) {
    return isTable(relation) && (0,lock_mode/* blockedBy */.yJ)(mode).writes && heldMs >= shortestStallMs;
}
/** Every measured statement, worst first. */
function statementFacts(rehearsal) {
    const data = (0,rehearsal_findings/* resultOf */.Bg)(rehearsal.data, []).map((entry) => ({ ...entry, basis: undefined }));
    const judged = groupByStatement([...rehearsal.hazards, ...data], ({ statement }) => statement);
    const allowed = groupByStatement(rehearsal.allowed, ({ hazard }) => hazard.statement);
    return rehearsal.measurement.statements
        .map((statement) => ({
        statement,
        strongest: strongestLock(statement.locks),
        stalls: statement.locks.filter(isStall).toSorted((a, b) => b.heldMs - a.heldMs),
        judged: (judged.get((0,rehearsal_findings/* keyOf */.TN)(statement)) ?? []).toSorted(bySeverity),
        allowed: allowed.get((0,rehearsal_findings/* keyOf */.TN)(statement)) ?? [],
    }))
        .toSorted(statement_facts_worstFirst);
}
/** Worth a line that is seen without a click. */
function isNotable({ statement, stalls, judged }) {
    const found = judged.some(({ finding }) => finding.severity !== 'notice');
    return statement.status === 'failed' || found || stalls.length > 0;
}
function strongestLock(locks) {
    const stronger = (a, b) => Number(isTable(b.relation)) - Number(isTable(a.relation)) ||
        (0,lock_mode/* compareLockModes */.tc)(b.mode, a.mode) ||
        b.heldMs - a.heldMs;
    return locks.toSorted(stronger)[0];
}
function bySeverity(left, right) {
    return report_finding/* severities */.gO.indexOf(left.finding.severity) - report_finding/* severities */.gO.indexOf(right.finding.severity);
}
/** A failed statement first, then by severity, by the longest stall, by time; else as they were run. */
function statement_facts_worstFirst(left, right) {
    return (rankOf(left) - rankOf(right) ||
        (right.stalls[0]?.heldMs ?? 0) - (left.stalls[0]?.heldMs ?? 0) ||
        right.statement.durationMs - left.statement.durationMs);
}
function rankOf({ statement, judged }) {
    if (statement.status === 'failed')
        return -1;
    const [worst] = judged;
    return worst === undefined ? report_finding/* severities */.gO.length : report_finding/* severities */.gO.indexOf(worst.finding.severity);
}
function groupByStatement(entries, statementOf) {
    const groups = new Map();
    for (const entry of entries) {
        const key = (0,rehearsal_findings/* keyOf */.TN)(statementOf(entry));
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [entry]);
        else
            group.push(entry);
    }
    return groups;
}

// EXTERNAL MODULE: ./build/report/terminal-text.js
var terminal_text = __webpack_require__(3651);
;// CONCATENATED MODULE: ./build/migrations/rehearsal/timeline.js
/** Who is blocked when, as a Mermaid diagram. */






const mostBars = 12;
const timeline_longestName = 32;
/** A row for each wait, under its table; undefined where nobody waits long enough to notice. */
function timeline(statements) {
    const bars = withoutCovered(statements.flatMap(barsOf));
    if (bars.length === 0)
        return undefined;
    const shown = bars.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, mostBars);
    return {
        kind: 'mermaid',
        text: ganttOf(shown.toSorted((a, b) => a.start - b.start)),
        caption: captionOf(shown.length, bars.length),
    };
}
function captionOf(shown, all) {
    const which = shown < all ? `the ${shown} longest of ${all} waits` : `waits of ${shortestStallMs} ms and more`;
    return `Who waits when: ${which}, since the first statement (red: reads and writes, grey: writes)`;
}
function barsOf({ locks, startMs }) {
    const stalls = locks.filter(isStall);
    return stalls
        .filter((lock) => !isPartitionOf(lock, stalls))
        .map(({ relation, mode, heldMs }) => {
        const start = Math.round(startMs);
        return {
            table: relationName(relation),
            blocks: (0,lock_mode/* blockedBy */.yJ)(mode).reads ? 'reads and writes' : 'writes',
            start,
            end: Math.max(start + 1, Math.round(startMs + heldMs)),
        };
    });
}
/** Partitions are locked with their table, in the same way: a hundred bars would say what one says. */
function isPartitionOf({ relation, mode }, locks) {
    return locks.some((lock) => lock.relation.kind === 'partitioned table' &&
        lock.mode === mode &&
        relation.schema === lock.relation.schema &&
        relation.name.startsWith(`${lock.relation.name}_`));
}
function lengthOf({ start, end }) {
    return end - start;
}
/** A transaction that locks a table twice blocks it once. */
function withoutCovered(bars) {
    const covers = (outer, inner) => outer.table === inner.table &&
        outer.start <= inner.start &&
        outer.end >= inner.end &&
        (outer.blocks === inner.blocks || inner.blocks === 'writes');
    return bars.filter((bar, index) => !bars.some((other, place) => place !== index && covers(other, bar) && (place < index || !covers(bar, other))));
}
function ganttOf(bars) {
    const axis = axisOf(Math.max(...bars.map(({ end }) => end)) - Math.min(...bars.map(({ start }) => start)));
    const tables = [...new Set(bars.map(({ table }) => table))];
    const time = (milliseconds) => Math.round(milliseconds / axis.scale);
    const sections = tables.flatMap((table) => [
        `  section ${mermaidText(table)}`,
        ...bars
            .filter((bar) => bar.table === table)
            .map(({ blocks, start, end }) => {
            // Not `active`, whose label is dark on dark where it stands beside its bar.
            const tag = blocks === 'writes' ? 'done' : 'crit';
            const words = `${blocks} ${(0,duration/* formatDuration */.a)(end - start)}`;
            return `    ${words} :${tag}, ${time(start)}, ${Math.max(time(start) + 1, time(end))}`;
        }),
    ]);
    return [
        // Mermaid's own margin has room for eleven letters; a longer name would run into the bars.
        ...['---', 'config:', '  gantt:', `    leftPadding: ${leftPadding(tables)}`, '---'],
        'gantt',
        '  dateFormat x',
        `  axisFormat ${axis.format}`,
        `  tickInterval ${axis.tick}`,
        '  todayMarker off',
        ...sections,
    ].join('\n');
}
function leftPadding(tables) {
    const longest = Math.max(...tables.map((table) => (0,terminal_text/* columnsOf */.PL)(shownName(table))));
    return Math.max(75, 24 + Math.ceil(6.5 * longest));
}
function shownName(table) {
    return (0,visible_text/* cutMiddle */.it)((0,visible_text/* visible */.RK)(table), timeline_longestName);
}
/**
 * Everything but letters, digits and plain punctuation as an entity code, which Mermaid reads after its own syntax.
 * https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 */
function mermaidText(table) {
    return shownName(table).replace(/[^\p{L}\p{M}\p{N}_.-]/gu, (found) => `#${found.codePointAt(0)};`);
}
const mostTicks = 8;
const millisecondTicks = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000];
const secondTicks = [
    ...[1, 2, 5, 10, 15, 30].map((count) => [count, `${count}second`]),
    ...[1, 2, 5, 10, 15, 30].map((count) => [60 * count, `${count}minute`]),
];
/**
 * Milliseconds, seconds or minutes since the beginning. `%Q` and `%s` count from it, so that no reader's time zone is
 * seen in them; there is no such format for minutes, so a second is drawn as a minute.
 */
function axisOf(spanMs) {
    if (spanMs <= 10_000) {
        const tick = millisecondTicks.find((every) => spanMs / every <= mostTicks) ?? 2_000;
        return { scale: 1, format: '%Q ms', tick: `${tick}millisecond` };
    }
    const inMinutes = spanMs > 600_000;
    const scale = inMinutes ? 60 : 1;
    const seconds = spanMs / scale / 1_000;
    const [, tick] = secondTicks.find(([every]) => seconds / every <= mostTicks) ?? [0, '1day'];
    return { scale, format: inMinutes ? '%s min' : '%s s', tick };
}

;// CONCATENATED MODULE: ./build/migrations/rehearsal/rehearsal-section.js
/** The report's section about a rehearsal: the worst at a glance, the rest folded. */












/** @param production rows of production's tables, where the rehearsed branch has others */
function rehearsalSection(rehearsal, production) {
    const facts = statementFacts(rehearsal);
    const findings = (0,rehearsal_findings/* findingsOfRehearsal */.PL)(rehearsal);
    const { verdict, measurement } = rehearsal;
    const counts = (0,report_verdict/* countsInWords */.Pe)((0,report_verdict/* countFindings */.Gt)(findings));
    return {
        id: 'rehearse-migrations',
        title: 'Rehearsal',
        status: verdict === 'error' ? 'failed' : verdict === 'warning' ? 'warning' : 'passed',
        summary: `${summaryOf(facts, measurement)}${counts === '' ? '' : `: ${counts}`}`,
        blocks: measurement.statements.length === 0 ? [] : blocksOf(rehearsal, facts, production),
        findings,
    };
}
function summaryOf(facts, { circumstances }) {
    if (facts.length === 0)
        return 'no pending migration';
    const failed = facts.filter(({ statement }) => statement.status === 'failed');
    const start = failed.length === 0 ? '' : `${(0,quantity/* counted */.hS)(failed.length, 'statement')} failed, `;
    const blocking = facts.filter(({ stalls }) => stalls.length > 0);
    const longest = Math.max(...blocking.map(({ stalls }) => stalls[0]?.heldMs ?? 0));
    if (blocking.length === 0) {
        return `${start}none of ${(0,quantity/* counted */.hS)(facts.length, 'statement')} blocks reads or writes for ${shortestStallMs} ms`;
    }
    const reads = blocking.some(({ stalls }) => stalls.some(({ mode }) => (0,lock_mode/* blockedBy */.yJ)(mode).reads));
    const verb = blocking.length === 1 ? 'blocks' : 'block';
    const what = reads ? 'reads or writes' : 'writes';
    const where = circumstances.isProductionData ? 'production-size tables' : 'existing tables';
    const last = `${blocking.length === 1 ? 'for' : 'longest'} ${(0,duration/* formatDuration */.a)(longest)}`;
    return `${start}${(0,quantity/* counted */.hS)(blocking.length, 'statement')} ${verb} ${what} on ${where}, ${last}`;
}
/** Statements that are seen without a click. */
const mostNotable = 12;
function blocksOf(rehearsal, facts, production) {
    const { measurement, data, compatibility, codeFirst, load, rollback, allowed } = rehearsal;
    const find = (0,rehearsal_findings/* statementFinder */.iP)(measurement.statements);
    const states = statesByOid(measurement.before);
    const shown = facts.filter(isNotable).slice(0, mostNotable);
    const diagram = timeline(measurement.statements);
    return [
        ...(shown.length === 0 ? [] : [statementTable(shown, states)]),
        ...(production === undefined ? [] : estimateBlocks(measurement, production)),
        ...(diagram === undefined ? [] : [diagram]),
        ...dataBlocks(data, find),
        ...compatibilityBlocks(compatibility, 'The deployed app'),
        ...compatibilityBlocks(codeFirst, 'The new app'),
        ...loadBlocks(load),
        ...rollbackBlocks(rollback),
        circumstancesFacts(measurement),
        ...otherStatements(facts, shown, rehearsal),
        ...allowedDetails(allowed, find),
        ...notMeasuredDetails(rehearsal),
    ];
}
function estimateBlocks(measurement, production) {
    const find = (0,rehearsal_findings/* statementFinder */.iP)(measurement.statements);
    const rows = extrapolations(measurement, production).map(({ table, words, statement }) => [`${relationName(table)} (${placeWords(find(statement) ?? statement)})`, words]);
    return rows.length === 0 ? [] : [{ kind: 'facts', rows }];
}
function circumstancesFacts({ circumstances, statements }) {
    const source = sourceWords(statements);
    return {
        kind: 'facts',
        rows: [
            ['Measured on', circumstancesWords(circumstances)],
            ...(source === undefined ? [] : [['How', source]]),
            ['Time-outs', timeoutWords(circumstances)],
            ...(circumstances.isProductionData
                ? []
                : [['Data', "not a copy of production's: sizes and times say nothing about production"]]),
        ],
    };
}
function otherStatements(facts, shown, { measurement }) {
    const others = facts.filter((each) => !shown.includes(each));
    const locks = statement_table_lockTable(measurement.statements);
    const title = shown.length === 0 ? (0,quantity/* counted */.hS)(others.length, 'statement') : (0,quantity/* counted */.hS)(others.length, 'other statement');
    const states = statesByOid(measurement.before);
    return [
        ...(others.length === 0
            ? []
            : [{ kind: 'details', title, blocks: [statementTable(others, states)] }]),
        ...(locks === undefined ? [] : [{ kind: 'details', title: 'Every lock', blocks: [locks] }]),
    ];
}

// EXTERNAL MODULE: ./build/migrations/compatibility/rules.js
var rules = __webpack_require__(5632);
// EXTERNAL MODULE: ./build/migrations/data/rules.js
var data_rules = __webpack_require__(6978);
// EXTERNAL MODULE: ./build/migrations/rollback/rules.js
var rollback_rules = __webpack_require__(6386);
// EXTERNAL MODULE: ./build/migrations/rehearsal/load-findings.js
var load_findings = __webpack_require__(5005);
;// CONCATENATED MODULE: ./build/migrations/rehearsal/rules.js






const rehearsalRuleGroups = [
    ['Hazards', [...hazardRules, ...adviceRules]],
    ['Data', data_rules/* dataRuleList */.D],
    ['Applications', rules/* compatibilityRuleList */.F],
    ['The way back', rollback_rules/* rollbackRuleList */.NZ],
    ['Load', load_findings/* loadRuleList */.lh],
];
const rehearsalRules = rehearsalRuleGroups.flatMap(([, rules]) => rules);

// EXTERNAL MODULE: ./build/migrations/session.js
var session = __webpack_require__(8684);
// EXTERNAL MODULE: ./build/postgres/connect.js + 5 modules
var connect = __webpack_require__(9397);
// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(8508);
;// CONCATENATED MODULE: ./build/github/contents.js
/** Reads files of the repository at a commit, without a checkout: `actions/checkout` brings one commit by default. */

/** A schema is a few files; a folder of more is not what was meant. */
const mostFiles = 300;
/**
 * The file, or the wanted files of the folder, sorted by path; undefined where there is no such path at that commit.
 * @throws ExternalError for a folder of too many files; UserError when the token lacks `contents: read`
 * https://docs.github.com/rest/repos/contents#get-repository-content
 */
async function readContents(request) {
    const found = await contentsAt(request, request.path);
    if (found === undefined)
        return undefined;
    const files = found.kind === 'file' ? [found.file] : await readFolder(request, found.entries);
    return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
async function readFolder(request, entries) {
    const wanted = entries.filter(({ type, path }) => type === 'dir' || (type === 'file' && request.isWanted(path)));
    if (wanted.length > mostFiles)
        throw new errors/* ExternalError */.yA('GitHub', `${request.path} holds more than ${mostFiles} files.`, {
            hint: 'Point the `schema` input at the folder of the Prisma schema itself.',
        });
    const parts = await Promise.all(wanted.map(({ path }) => readContents({ ...request, path })));
    return parts.flatMap((part) => part ?? []);
}
async function contentsAt({ octokit, owner, repo, ref }, path) {
    try {
        const { data } = await octokit.rest.repos.getContent({ owner, repo, ref, path });
        if (Array.isArray(data))
            return { kind: 'folder', entries: data.map((entry) => ({ type: entry.type, path: entry.path })) };
        // Above 1 MB there is no content; a symbolic link or a submodule has another type.
        if (data.type !== 'file' || data.encoding !== 'base64')
            return undefined;
        return {
            kind: 'file',
            file: { path: data.path, content: Buffer.from(data.content, 'base64').toString('utf8') },
        };
    }
    catch (thrown) {
        if (thrown instanceof errors/* ExternalError */.yA && thrown.status === 404)
            return undefined;
        throw thrown;
    }
}

// EXTERNAL MODULE: ./build/github/pull-request.js
var pull_request = __webpack_require__(1351);
;// CONCATENATED MODULE: ./build/migrations/compatibility/base-schema.js
/** The Prisma schema of another commit: of the code that runs while this pull request's migrations do. */

/** Files and folders as Prisma looks for them; the schema may have moved since. */
const usualPlaces = ['schema.prisma', 'prisma/schema.prisma', 'prisma/schema'];
async function readSchemaAt({ refs, schemaPath, git }) {
    const commit = await findCommit(refs, git);
    if (commit.kind === 'skipped')
        return commit;
    const places = [...new Set([external_node_path_.posix.normalize(schemaPath.replaceAll('\\', '/')), ...usualPlaces])];
    for (const place of places) {
        const files = await filesAt(commit.id, place, git);
        if (files.length > 0)
            return { kind: 'read', files, commit: commit.id };
    }
    return {
        kind: 'skipped',
        reason: `There is no Prisma schema at ${places.join(', ')} in the base commit ${commit.id.slice(0, 7)}: nothing is deployed that could be asked about.`,
    };
}
async function findCommit(refs, git) {
    const asked = refs.filter(isPlainRef);
    for (const ref of asked) {
        const answer = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
        if (answer.kind === 'absent')
            return skipped('There is no git here to read the base schema with.');
        const id = answer.kind === 'done' ? answer.output.toString('utf8').trim() : '';
        if (/^[0-9a-f]{40,64}$/.test(id))
            return { kind: 'found', id };
        const refusal = refusalOf(answer);
        if (refusal !== undefined)
            return skipped(refusal);
    }
    const names = asked.map((ref) => (/^[0-9a-f]{40,}$/.test(ref) ? ref.slice(0, 7) : ref));
    return skipped(names.length === 0
        ? 'No base commit is known, so there is no deployed schema to compare with.'
        : `The base commit (${names.join(', ')}) is not in the checkout, which has one commit by default. Give actions/checkout \`fetch-depth: 2\`, or \`0\` for the whole history.`);
}
function skipped(reason) {
    return { kind: 'skipped', reason };
}
/** Names come from events: nothing that git could take for an option, a range, a path or several lines. */
function isPlainRef(ref) {
    return ref.length <= 255 && /^[A-Za-z0-9_][\w./@^~+-]*$/.test(ref) && !ref.includes('..');
}
/** Undefined when git only says that it does not know the name. */
function refusalOf(answer) {
    if (answer.kind !== 'refused' || answer.message === '')
        return undefined;
    if (/dubious ownership/.test(answer.message))
        return 'Git refuses to read the checkout, which belongs to another user (in a container job: `git config --global --add safe.directory "$GITHUB_WORKSPACE"`).';
    if (/not a git repository/i.test(answer.message))
        return 'The working directory is no git checkout: run actions/checkout before.';
    return undefined;
}
/** The file, or every `.prisma` file below the folder. Links are left alone. */
async function filesAt(commit, place, git) {
    if (place.startsWith('..') || place.startsWith('/'))
        return [];
    const answer = await git(['ls-tree', '-r', '-z', commit, '--', `:(literal)${place}`]);
    if (answer.kind !== 'done')
        return [];
    const entries = entriesOf(answer.output.toString('utf8'))
        .filter(({ path }) => path === place || path.endsWith('.prisma'))
        .toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return Promise.all(entries.map(async ({ object, path }) => {
        const content = await git(['cat-file', 'blob', object]);
        if (content.kind !== 'done')
            throw new Error(`Git lists ${path} in ${commit} and cannot read it: ${JSON.stringify(content)}`);
        return { path, content: content.output.toString('utf8') };
    }));
}
/** `<mode> blob <object>\t<path>\0` */
function entriesOf(listing) {
    return listing.split('\0').flatMap((line) => {
        const [, object, path] = /^100\d{3} blob ([0-9a-f]{40,64})\t([\s\S]+)$/.exec(line) ?? [];
        return object === undefined || path === undefined ? [] : [{ object, path }];
    });
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./build/migrations/compatibility/git.js
/** Asks git about the checkout. Plumbing only, with arguments of ours: no pager, no filter, no hook, no network runs. */

const timeoutMs = 30_000;
const longestMessage = 2000;
/** A Prisma schema of this size would be a mistake. */
const largestOutput = 64 * 1024 * 1024;
/** @throws the signal's reason when that is aborted */
function gitIn({ directory, environment, signal }) {
    const env = { ...environment, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' };
    return (argv) => new Promise((resolve, reject) => {
        const options = {
            cwd: directory,
            env,
            signal,
            timeout: timeoutMs,
            maxBuffer: largestOutput,
            encoding: 'buffer',
        };
        (0,external_node_child_process_.execFile)('git', [...argv], options, (error, output, errors) => {
            if (signal.aborted)
                return reject(signal.reason);
            if (error === null)
                return resolve({ kind: 'done', output });
            if (error.code === 'ENOENT')
                return resolve({ kind: 'absent' });
            const message = errors.toString('utf8').trim().slice(0, longestMessage);
            const code = typeof error.code === 'number' ? error.code : 1;
            return resolve({ kind: 'refused', code, message: message === '' ? error.message : message });
        });
    });
}

// EXTERNAL MODULE: ./build/actions/open-github.js + 3 modules
var open_github = __webpack_require__(5936);
;// CONCATENATED MODULE: ./build/actions/deployed-schema.js
/** The Prisma schema of the code that is deployed: at the commit that the pull request goes on. */







/**
 * From the checkout where the commit is in it, else from GitHub: `actions/checkout` brings one commit by default. What
 * cannot be read is a reason in the report, never a failure.
 */
async function deployedSchema(request) {
    const { job, inputs, project } = request;
    if (project === undefined)
        return deployed_schema_skipped('there is no Prisma schema to compare with');
    try {
        const ref = inputs.deployedRef ?? (await baseCommit(request));
        if (ref === undefined)
            return deployed_schema_skipped('the event names no base commit; give `deployed-ref`, such as the tag that is deployed');
        const { workingDirectory, schemaPath } = project;
        const git = gitIn({ directory: workingDirectory, environment: job.environment, signal: job.signal });
        const path = posixPath((0,external_node_path_.relative)(workingDirectory, schemaPath));
        const local = await readSchemaAt({ refs: [ref], schemaPath: path, git });
        if (local.kind === 'read')
            return done(local.files, local.commit);
        return (await fromGitHub(request, { ref, path: await pathInRepository(git, project) })) ?? local;
    }
    catch (thrown) {
        job.signal.throwIfAborted();
        return deployed_schema_skipped(`the deployed schema could not be read: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
    }
}
async function baseCommit({ job, inputs, pullRequest }) {
    if (job.event.baseCommit !== '')
        return job.event.baseCommit;
    if (pullRequest === undefined || inputs.githubToken === undefined)
        return undefined;
    const github = await (0,open_github/* openGitHub */.o)(job, inputs);
    return (await (0,pull_request/* getPullRequest */.T9)({ ...github, number: pullRequest }))?.baseSha;
}
/** Where the schema lies from the repository's root, which need not be the workspace. */
async function pathInRepository(git, { workingDirectory, schemaPath }) {
    const answer = await git(['rev-parse', '--show-prefix']);
    const prefix = answer.kind === 'done' ? answer.output.toString('utf8').trim() : '';
    return external_node_path_.posix.join(prefix, posixPath((0,external_node_path_.relative)(workingDirectory, schemaPath)));
}
async function fromGitHub({ job, inputs }, { ref, path }) {
    if (inputs.githubToken === undefined || path.startsWith('..'))
        return undefined;
    const github = await (0,open_github/* openGitHub */.o)(job, inputs);
    const files = await readContents({ ...github, path, ref, isWanted: (file) => file.endsWith('.prisma') });
    if (files === undefined || files.length === 0)
        return deployed_schema_skipped(`there is no Prisma schema at ${path} in ${shortRef(ref)}: nothing is deployed that could be asked`);
    return done(files, ref);
}
function done(files, ref) {
    return { kind: 'done', result: { files, of: shortRef(ref) } };
}
function deployed_schema_skipped(reason) {
    return { kind: 'skipped', reason };
}
function shortRef(ref) {
    return /^[0-9a-f]{40,64}$/.test(ref) ? ref.slice(0, 7) : ref;
}
function posixPath(path) {
    return path.split(external_node_path_.sep).join('/');
}

// EXTERNAL MODULE: ./build/actions/prisma-expectations.js
var prisma_expectations = __webpack_require__(1664);
// EXTERNAL MODULE: ./build/actions/project-place.js
var project_place = __webpack_require__(3211);
;// CONCATENATED MODULE: ./build/actions/rehearsal.js
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
/** What a measured run becomes: a section of the report, files, outputs. */


















/** `auto`: on a branch of a pull request, which is a copy; a database that is named may be production. */
function isRehearsalAsked(inputs) {
    return inputs.rehearse === 'auto' ? inputs.databaseUrl === undefined : inputs.rehearse === 'true';
}
/** For a step of its own: what a rehearsal needs to know of the project. */
async function rehearsalOf(request) {
    const { job, inputs } = request;
    const pullRequest = inputs.pullRequest > 0 ? inputs.pullRequest : job.event.pullRequest?.number;
    const project = inputs.command === undefined ? await (0,prisma_expectations/* findProject */.t)(request) : undefined;
    return { ...request, project, pullRequest };
}
const noRollback = {
    kind: 'skipped',
    reason: 'it was not asked for (`rehearse-rollback: true`)',
};
/** What the run is to measure. */
async function rehearseRequest(request) {
    const { inputs, database } = request;
    return {
        computeSize: database.computeSize,
        isProductionData: database.hasParentData,
        deployed: await deployedSchema(request),
        rollout: inputs.rollout,
        load: inputs.load,
        maxStallMs: inputs.maxLockDuration === 0 ? undefined : inputs.maxLockDuration * 1000,
    };
}
/** Judges what was measured and leaves the section and the files. */
async function concludeRehearsal(request, evidence, rollback) {
    const { job, inputs, database } = request;
    const rehearsal = judgeRehearsal({
        evidence,
        searchPath: [(0,session/* schemaOf */.p)(database.direct)],
        role: (0,connection_uri/* parseConnectionUri */.sq)(database.direct).user || undefined,
        hasPooler: database.pooled !== undefined,
        lockRowThreshold: inputs.lockRowThreshold,
        maxLockDurationMs: inputs.maxLockDuration === 0 ? undefined : inputs.maxLockDuration * 1000,
        baseline: await readBaseline(job, inputs.hazardBaseline),
        rollback,
        parser: await (0,sql_parser/* loadSqlParser */.O)((0,project_place/* wasmPaths */.$)(job)?.sqlParser),
    });
    const production = await productionRows(request);
    const section = rehearsalSection(rehearsal, production);
    job.reports.writeSection(database.key, section);
    return { section, outputs: await writeFiles(request, rehearsal, production) };
}
/** @throws UserError for a baseline that is not one, or that is named and cannot be read */
async function readBaseline(job, path) {
    if (path === '')
        return undefined;
    try {
        return parseBaseline(await (0,promises_.readFile)((0,external_node_path_.join)(job.workspace, path), 'utf8'), path);
    }
    catch (thrown) {
        if (thrown instanceof errors/* UserError */.yo)
            throw thrown;
        if (path === defaultBaselinePath)
            return undefined;
        throw new errors/* UserError */.yo(`Input \`hazard-baseline\`: "${path}" cannot be read: ${(0,errors/* errorMessage */.gJ)(thrown)}`, {
            hint: 'It is taken from the workspace. Leave the input away where there is no such file.',
        });
    }
}
/** Undefined where nobody gave a URI, or the database does not answer: the log says so. */
async function productionRows({ job, inputs }) {
    const uri = inputs.productionUrl;
    if (uri === undefined)
        return undefined;
    for (const secret of (0,connection_uri/* secretsOf */.Fj)(uri))
        job.mask(secret);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_1, await (0,connect/* connectWhenReady */.y)({
                uri,
                applicationName: 'database-actions/statistics',
                log: job.log,
                signal: job.signal,
                timeoutMs: Math.min(inputs.timeout * 1000, 30_000),
                settings: { isReadOnly: true },
            }), true);
            return await readProductionRows(session, "production's statistics");
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
    catch (thrown) {
        job.signal.throwIfAborted();
        job.log.warning(`Production's statistics could not be read (\`production-url\`): ${(0,errors/* errorMessage */.gJ)(thrown)}`);
        return undefined;
    }
}
async function writeFiles({ job, database }, rehearsal, production) {
    const directory = job.reports.directory(database.key);
    const [json, sarif] = [(0,external_node_path_.join)(directory, 'rehearsal.json'), (0,external_node_path_.join)(directory, 'rehearsal.sarif')];
    const category = database.key === '' ? 'rehearse-migrations' : `rehearse-migrations/${database.key}`;
    await (0,promises_.writeFile)(json, job.redact(rehearsalJson(rehearsal, production)));
    const options = { toolVersion: version/* version */.r, informationUri: version/* homepage */.T, rules: rehearsalRules, category };
    await (0,promises_.writeFile)(sarif, job.redact(rehearsalSarif(rehearsal, options)));
    return [
        ['verdict', rehearsal.verdict],
        ['findings-path', json],
        ['sarif-path', sarif],
    ];
}


/***/ }),

/***/ 1351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ listPullRequestStates),
/* harmony export */   T9: () => (/* binding */ getPullRequest),
/* harmony export */   i$: () => (/* binding */ pullRequestForHeadSha),
/* harmony export */   uS: () => (/* binding */ pullRequestState)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/** Undefined when it is absent. */
async function getPullRequest({ octokit, owner, repo, number, }) {
    try {
        const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
        return {
            number: data.number,
            state: data.state,
            isMerged: data.merged,
            isDraft: data.draft === true,
            title: data.title,
            headSha: data.head.sha,
            headRef: data.head.ref,
            headRepository: nameOf(data.head.repo),
            baseRef: data.base.ref,
            baseSha: data.base.sha,
            author: data.user?.login,
            url: data.html_url,
        };
    }
    catch (thrown) {
        if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA && thrown.status === 404)
            return undefined;
        throw thrown;
    }
}
async function pullRequestState(request) {
    return (await getPullRequest(request))?.state ?? 'absent';
}
/** How many single pull requests are asked for at once. */
const atOnce = 5;
/**
 * The states of many pull requests: one listing of the open ones, then a question for each that is not among them. The
 * listing alone does not prove that one is closed: while its pages are read, a pull request can slip from one to the other.
 */
async function listPullRequestStates(place, numbers) {
    const wanted = [...new Set(numbers)];
    if (wanted.length === 0)
        return new Map();
    const open = new Set((await listOpen(place)).map(({ number }) => number));
    const states = new Map();
    for (const number of wanted)
        if (open.has(number))
            states.set(number, 'open');
    const unsure = wanted.filter((number) => !open.has(number));
    for (let start = 0; start < unsure.length; start += atOnce) {
        const batch = unsure.slice(start, start + atOnce);
        const answers = await Promise.all(batch.map((number) => pullRequestState({ ...place, number })));
        for (const [index, number] of batch.entries())
            states.set(number, answers[index] ?? 'absent');
    }
    return states;
}
/**
 * The pull request whose newest commit is `headSha` of `headRepository`: the open one, else the newest of those that are
 * closed; undefined when it was pushed to again, or the fork is gone. For `workflow_run`, whose `pull_requests` is empty
 * for forks; `commits/{sha}/pulls` of the base repository is no help either, it does not know a fork's commits.
 * @throws UserError when one commit is the head of several open pull requests and `claimed` does not tell which.
 */
async function pullRequestForHeadSha(request) {
    const { headSha, headRepository, headBranch, claimed } = request;
    const head = headBranch === undefined ? undefined : `${headRepository.split('/')[0]}:${headBranch}`;
    const isWanted = (pull) => isSameName(nameOf(pull.head.repo), headRepository) && pull.head.sha === headSha.toLowerCase();
    const numbers = (await listOpen(request, head)).filter(isWanted).map(numberOf).sort(ascending);
    if (numbers.length === 0)
        return closedFor(request, head, isWanted);
    const [only] = numbers.length === 1 ? numbers : numbers.filter((number) => number === claimed);
    if (only !== undefined)
        return { number: only, state: 'open' };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The commit ${headSha} of ${headRepository} is the head of several pull requests: ${numbers.map((number) => `#${number}`).join(', ')}.`, { hint: 'Close all but one, or push a commit to one of them.' });
}
/** Without a branch to narrow it down, all that were ever closed would have to be read. */
async function closedFor(place, head, isWanted) {
    if (head === undefined)
        return undefined;
    const number = (await list(place, 'closed', head)).filter(isWanted).map(numberOf).sort(ascending).at(-1);
    return number === undefined ? undefined : { number, state: 'closed' };
}
const numberOf = ({ number }) => number;
const ascending = (left, right) => left - right;
function listOpen(place, head) {
    return list(place, 'open', head);
}
/** `head` is `owner:branch`. */
async function list({ octokit, owner, repo }, state, head) {
    return octokit.paginate(octokit.rest.pulls.list, {
        owner,
        repo,
        state,
        per_page: 100,
        ...(head === undefined ? {} : { head }),
    });
}
/** GitHub's description says that a listed `head.repo` is never null; a deleted fork's is. */
function nameOf(repository) {
    return repository?.full_name;
}
function isSameName(left, right) {
    return left !== undefined && left.toLowerCase() === right.toLowerCase();
}


/***/ }),

/***/ 2217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ groupBy)
/* harmony export */ });
/** `Map.groupBy`, which Node 20 does not have. */
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const group = groups.get(keyOf(item));
        if (group === undefined)
            groups.set(keyOf(item), [item]);
        else
            group.push(item);
    }
    return groups;
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
/* harmony import */ var _process_group_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1515);
/** Runs a program, streams its output to the log, and stops it in good order. */



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
    const stop = () => void (0,_process_group_js__WEBPACK_IMPORTED_MODULE_2__/* .interruptGroup */ .r)(child.pid, done.signal);
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


/***/ }),

/***/ 5632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ compatibilityRuleList),
/* harmony export */   o: () => (/* binding */ compatibilityRules)
/* harmony export */ });
const deployedAppBreaks = {
    id: 'deployed-app-breaks',
    title: 'The deployed app fails on the migrated database',
    severity: 'error',
    why: 'Migrations run while the previous code does, and it runs until the last instance is replaced, or again after a rollback of the code. Every call of the kind that is named fails in that time.',
    docs: 'https://www.prisma.io/docs/guides/database/data-migration',
};
const deployedAppAtRisk = {
    id: 'deployed-app-at-risk',
    title: 'The deployed app may fail on the migrated database',
    severity: 'warning',
    why: 'Whether the previous code fails depends on the values that it writes or meets: a null, a duplicate, an enum value, a number that does not fit.',
    docs: 'https://www.prisma.io/docs/guides/database/data-migration',
};
const newAppBreaks = {
    id: 'new-app-breaks',
    title: 'The new app fails on the database before its migrations',
    severity: 'error',
    why: 'With `rollout: code-first` the new code runs before the migrations do. Every call of the kind that is named fails in that time.',
};
const newAppAtRisk = {
    id: 'new-app-at-risk',
    title: 'The new app may fail on the database before its migrations',
    severity: 'warning',
    why: 'With `rollout: code-first` the new code runs before the migrations do. Whether it fails depends on the values that it writes or meets.',
};
const compatibilityRules = {
    'deployed-app': { breaks: deployedAppBreaks, 'at risk': deployedAppAtRisk },
    'new-app': { breaks: newAppBreaks, 'at risk': newAppAtRisk },
};
/** For the documentation. */
const compatibilityRuleList = [
    deployedAppBreaks,
    deployedAppAtRisk,
    newAppBreaks,
    newAppAtRisk,
];


/***/ }),

/***/ 6978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ dataRuleList),
/* harmony export */   i: () => (/* binding */ dataRules)
/* harmony export */ });
const constraints = 'https://www.postgresql.org/docs/current/ddl-constraints.html';
const dataRules = {
    'not null': {
        id: 'data-refuses-not-null',
        title: 'Rows lack a value that the migration demands',
        severity: 'error',
        why: 'NOT NULL, and a primary key, are refused as long as one row has no value. The migration fails on data like that of this branch, in the middle of a deployment.',
        docs: `${constraints}#DDL-CONSTRAINTS-NOT-NULL`,
    },
    unique: {
        id: 'data-refuses-unique',
        title: 'Rows repeat a value that the migration makes unique',
        severity: 'error',
        why: 'A unique index is not built over rows that repeat each other. Built CONCURRENTLY, it stays behind invalid, slows down writes and must be dropped.',
        docs: 'https://www.postgresql.org/docs/current/indexes-unique.html',
    },
    'foreign key': {
        id: 'data-refuses-foreign-key',
        title: 'Rows refer to rows that do not exist',
        severity: 'error',
        why: 'A foreign key is refused as long as one reference leads nowhere. Such rows are usual where the application alone kept them in order.',
        docs: `${constraints}#DDL-CONSTRAINTS-FK`,
    },
    check: {
        id: 'data-refuses-check',
        title: 'Rows do not fulfil a new condition',
        severity: 'error',
        why: 'A CHECK constraint, and one of a domain, is refused as long as one row does not fulfil it.',
        docs: `${constraints}#DDL-CONSTRAINTS-CHECK-CONSTRAINTS`,
    },
    cast: {
        id: 'data-refuses-cast',
        title: 'Values cannot be converted',
        severity: 'error',
        why: 'A change of type, a generated column and the expression of an index are worked out for every row: one value that is too long, out of range or of another form ends the migration.',
        docs: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE',
    },
    exclusion: {
        id: 'data-refuses-exclusion',
        title: 'Rows exclude each other',
        severity: 'error',
        why: 'An EXCLUDE constraint is refused as long as two rows are in conflict, such as overlapping periods.',
        docs: `${constraints}#DDL-CONSTRAINTS-EXCLUSION`,
    },
    partition: {
        id: 'data-refuses-partition',
        title: 'Rows are on the wrong side of a partition’s bounds',
        severity: 'error',
        why: 'A table is attached only if all of its rows lie within the bounds, and no partition is made for rows that the default partition holds already.',
        docs: 'https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE',
    },
};
/** In the order of the documentation. */
const dataRuleList = Object.values(dataRules);


/***/ }),

/***/ 3617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ declaredTables),
/* harmony export */   n: () => (/* binding */ declaredIndexes)
/* harmony export */ });
/* harmony import */ var _parse_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7308);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5411);
/** What SQL scripts declare, read from their parse trees: tables created, indexes that are left in the end. */


/** Tables that the scripts create, in order. Scripts that cannot be parsed count as empty. */
function declaredTables(scripts, parser) {
    return scripts.flatMap(({ script }) => statementsOf(script, parser).flatMap(({ kind, node }) => kind === 'CreateStmt' ? objectOf(node.relation) : []));
}
/**
 * The indexes that are there once all scripts have run: later drops and renames, of their tables and columns too, are
 * taken into account. Indexes without a name, and those made inside DO blocks and functions, cannot be seen.
 */
function declaredIndexes(scripts, parser) {
    return scripts.reduce((indexes, { name, script }) => statementsOf(script, parser).reduce((left, statement) => afterStatement(left, statement, name), indexes), []);
}
function statementsOf(script, parser) {
    const parsed = parser.parse(script);
    return parsed.kind === 'parsed' ? parsed.statements : [];
}
function afterStatement(indexes, { kind, node }, migration) {
    switch (kind) {
        case 'IndexStmt':
            return [...indexes, ...created(node, migration)];
        case 'DropStmt':
            return afterDrop(indexes, node);
        case 'RenameStmt':
            return afterRename(indexes, node);
        case 'AlterTableStmt':
            return afterAlterTable(indexes, node);
        default:
            return indexes;
    }
}
function created(node, migration) {
    const name = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .textOrUndefined */ .T)(node.idxname);
    const columns = (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .items */ .ld)(node.indexParams).flatMap((item) => (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .textOrUndefined */ .T)((0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(item, 'IndexElem').name) ?? []);
    return objectOf(node.relation).flatMap(({ schema, name: table }) => name === undefined ? [] : [{ schema, name, table, unique: node.unique === true, columns, migration }]);
}
function afterDrop(indexes, node) {
    const gone = (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .items */ .ld)(node.objects).flatMap((item) => (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .listedName */ .d1)((0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(item, 'List').items) ?? []);
    if (node.removeType === 'OBJECT_INDEX')
        return indexes.filter((index) => !gone.some((name) => same(name, index)));
    if (node.removeType !== 'OBJECT_TABLE')
        return indexes;
    return indexes.filter((index) => !gone.some((table) => same(table, tableOf(index))));
}
function afterRename(indexes, node) {
    const [from] = objectOf(node.relation);
    const to = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .textOrUndefined */ .T)(node.newname);
    if (from === undefined || to === undefined)
        return indexes;
    const column = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .textOrUndefined */ .T)(node.subname);
    return indexes.map((index) => {
        const ofTable = same(from, tableOf(index));
        // ALTER TABLE may rename an index too.
        if (node.renameType === 'OBJECT_INDEX' || node.renameType === 'OBJECT_TABLE')
            return same(from, index) ? { ...index, name: to } : ofTable ? { ...index, table: to } : index;
        if (node.renameType !== 'OBJECT_COLUMN' || !ofTable)
            return index;
        return { ...index, columns: index.columns.map((name) => (name === column ? to : name)) };
    });
}
function afterAlterTable(indexes, node) {
    const [table] = objectOf(node.relation);
    if (table === undefined)
        return indexes;
    return (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .items */ .ld)(node.cmds).reduce((left, item) => {
        const command = (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(item, 'AlterTableCmd');
        const constraint = (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(command.def, 'Constraint');
        const column = command.subtype === 'AT_DropColumn' ? (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .textOrUndefined */ .T)(command.name) : undefined;
        const adopted = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .textOrUndefined */ .T)(constraint.indexname);
        const name = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .textOrUndefined */ .T)(constraint.conname);
        return left.flatMap((index) => {
            if (!same(table, tableOf(index)))
                return [index];
            if (column !== undefined && index.columns.includes(column))
                return [];
            // ADD CONSTRAINT … USING INDEX gives the index the constraint's name.
            return [adopted === index.name && name !== undefined ? { ...index, name } : index];
        });
    }, indexes);
}
function tableOf({ schema, table }) {
    return { schema, name: table };
}
function same(left, right) {
    return left.name === right.name && (left.schema ?? 'public') === (right.schema ?? 'public');
}
function objectOf(relation) {
    const name = (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .relationName */ .CJ)(relation);
    return name === undefined ? [] : [name];
}


/***/ }),

/***/ 350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ engineFiles)
/* harmony export */ });
/**
 * Without what Prisma 7 calls an error (P1012) and the engine has no use for: the datasource's URLs, which stand in the
 * schema up to Prisma 6 (the connection is ours), and preview features that are only for the client or that are gone, such
 * as `metrics`. Lines stay where they were, so that errors point to the right ones.
 */
function engineFiles(files) {
    return files.map(({ path, content }) => ({
        path,
        content: withoutForeignFeatures(withoutUrls(content)),
    }));
}
function withoutUrls(content) {
    return content.replace(/^[ \t]*datasource\s+\w+\s*\{[\s\S]*?^[ \t]*\}/gm, (block) => block.replace(/^[ \t]*(url|directUrl|shadowDatabaseUrl)[ \t]*=.*$/gm, ''));
}
/** They change what a schema for Postgres may say. */
const schemaFeatures = ['multiSchema', 'partialIndexes', 'postgresqlExtensions', 'views'];
function withoutForeignFeatures(content) {
    return content.replace(/^([ \t]*previewFeatures[ \t]*=[ \t]*)\[([^\]]*)\]/gm, (_, start, list) => {
        const kept = [...list.matchAll(/"([^"]*)"/g)].flatMap(([text, name = '']) => schemaFeatures.includes(name) ? [text] : []);
        return `${start}[${kept.join(', ')}]${list.replace(/[^\n]/g, '')}`;
    });
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

// EXTERNAL MODULE: ./build/migrations/engine-schema.js
var engine_schema = __webpack_require__(350);
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
        const datamodels = (0,engine_schema/* engineFiles */.w)(options.schemaFiles).map(({ path, content }) => [
            path,
            content,
        ]);
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
/* harmony export */   gu: () => (/* binding */ measuringOpenerOf),
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
/** The migrating session is connected, so the server is awake: if it has no room for a second one, nobody waits for long. */
const measuringMs = 3000;
/** Connections that look on, also after a stop. */
function observerOpenerOf({ context }) {
    return lookingOpener(context, observerMs);
}
/** Connections to measure with, which the migrations wait for. */
function measuringOpenerOf({ context }) {
    return lookingOpener(context, measuringMs);
}
function lookingOpener({ openConnection }, timeoutMs) {
    const signal = new AbortController().signal;
    return openConnection ?? (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .connectionOpener */ .w)({ log: _log_js__WEBPACK_IMPORTED_MODULE_1__/* .silentLogger */ .q, timeoutMs, signal });
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

/***/ 3876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf)
/* harmony export */ });
/* harmony import */ var _sql_parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7962);

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
    const text = statement?.text ?? script.split('\n')[(0,_sql_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .lineAt */ .m)(script, offset) - 1]?.trim();
    return { line: (0,_sql_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .lineAt */ .m)(script, offset), statement: cut(text) };
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
        const [holder] = await observer.query(`SELECT pid, application_name FROM pg_catalog.pg_locks JOIN pg_catalog.pg_stat_activity USING (pid)
      WHERE locktype = 'advisory' AND granted AND objid = $1
        AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`, [advisoryLock]);
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
    const [present = {}] = await connection.query('SELECT pg_catalog.to_regclass($1) IS NOT NULL AS exists', [
        table,
    ]);
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
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1753);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5411);
/** The project's own Prisma: where it is installed, and whether its command line can run here. */





/** The `prisma` package of the nearest node_modules at or above the working directory. */
async function findInstalledPrisma(workingDirectory, environment) {
    for (const above of (0,_package_json_js__WEBPACK_IMPORTED_MODULE_3__/* .selfAndAbove */ .Vc)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(workingDirectory))) {
        const link = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(above, 'node_modules', 'prisma');
        const manifest = await (0,_package_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readJson */ .Vh)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(link, 'package.json'));
        if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(manifest))
            continue;
        const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(link);
        const bin = (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(manifest.bin) ? (0,_record_js__WEBPACK_IMPORTED_MODULE_5__/* .textOrUndefined */ .T)(manifest.bin.prisma) : (0,_record_js__WEBPACK_IMPORTED_MODULE_5__/* .textOrUndefined */ .T)(manifest.bin);
        if (bin === undefined)
            continue;
        const named = (0,_record_js__WEBPACK_IMPORTED_MODULE_5__/* .textOrUndefined */ .T)(environment.PRISMA_SCHEMA_ENGINE_BINARY);
        return {
            folder,
            version: (0,_record_js__WEBPACK_IMPORTED_MODULE_5__/* .textOrUndefined */ .T)(manifest.version) ?? 'unknown',
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
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1753);



/** The nearest package.json at or above `folder`; undefined when there is none or it is no JSON object. */
async function readPackageJson(folder) {
    for (const at of selfAndAbove(folder)) {
        const content = await readJson((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(at, 'package.json'));
        if ((0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(content))
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

/***/ 7308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ relationName),
/* harmony export */   D1: () => (/* binding */ relationsIn),
/* harmony export */   Nh: () => (/* binding */ nodesOf),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   d1: () => (/* binding */ listedName),
/* harmony export */   hD: () => (/* binding */ locationOf),
/* harmony export */   ld: () => (/* binding */ items),
/* harmony export */   oA: () => (/* binding */ unwrap)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1753);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5411);
/** Reading libpg_query's parse trees, which are JSON: every accessor takes anything and gives something harmless. */

/** The node in a field, or one without fields. */
function field(value, name) {
    const inner = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) ? value[name] : undefined;
    return (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(inner) ? inner : {};
}
function items(value) {
    return Array.isArray(value) ? value : [];
}
/** The kind and the fields of a node that is wrapped in its kind: `{ "IndexElem": { … } }`. */
function unwrap(value) {
    const [kind = '', node] = Object.entries((0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) ? value : {})[0] ?? [];
    return [kind, (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(node) ? node : {}];
}
/** The texts of a list of `String` nodes. */
function texts(value) {
    return items(value).flatMap((part) => (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .textOrUndefined */ .T)(field(part, 'String').sval) ?? []);
}
/** Of a `RangeVar`'s fields. */
function relationName(relation) {
    const node = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(relation) ? relation : {};
    const name = (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .textOrUndefined */ .T)(node.relname);
    return name === undefined ? undefined : { schema: (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .textOrUndefined */ .T)(node.schemaname), name };
}
/** Of a list of `String` nodes: `name`, `schema.name` or `database.schema.name`. */
function listedName(parts) {
    const names = texts(parts);
    const name = names.at(-1);
    return name === undefined ? undefined : { schema: names.at(-2), name };
}
/** Where it begins in the script, in UTF-8 bytes; undefined where the parser does not say. */
function locationOf(node) {
    if (node.location === undefined)
        return 0;
    return typeof node.location === 'number' && node.location >= 0 ? node.location : undefined;
}
/** Every node of that kind, at any depth, outermost first. */
function nodesOf(tree, kind) {
    if (Array.isArray(tree))
        return tree.flatMap((item) => nodesOf(item, kind));
    if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(tree))
        return [];
    return Object.entries(tree).flatMap(([name, value]) => [
        ...(name === kind && (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) ? [value] : []),
        ...nodesOf(value, kind),
    ]);
}
/** Every relation that a statement names, at any depth; the objects of a DROP are lists of names. */
function relationsIn(kind, node) {
    const dropped = kind === 'DropStmt' ? items(node.objects).map((object) => droppedName(object)) : [];
    return [...dropped.flatMap((name) => name ?? []), ...rangesIn(node)];
}
function droppedName(object) {
    const [, list] = unwrap(object);
    return listedName(list.items);
}
function rangesIn(tree) {
    if (Array.isArray(tree))
        return tree.flatMap(rangesIn);
    if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(tree))
        return [];
    const own = relationName(tree);
    return [...(own === undefined ? [] : [own]), ...Object.values(tree).flatMap(rangesIn)];
}


/***/ }),

/***/ 5582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ toPrismaError),
/* harmony export */   R: () => (/* binding */ postgresErrorOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1753);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5411);


/** The server's answer in whatever `pg` threw, or undefined when the server said nothing (socket, TLS). */
function postgresErrorOf(thrown) {
    if (!(thrown instanceof Error) || !(0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(thrown))
        return undefined;
    const { code, severity, position } = thrown;
    if (typeof code !== 'string' || typeof severity !== 'string')
        return undefined;
    return {
        sqlState: code,
        severity,
        message: thrown.message,
        detail: (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .textOrUndefined */ .T)(thrown.detail),
        hint: (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .textOrUndefined */ .T)(thrown.hint),
        where: (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .textOrUndefined */ .T)(thrown.where),
        position: typeof position === 'string' ? Number(position) : undefined,
        column: (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .textOrUndefined */ .T)(thrown.column),
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

/***/ 8920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ prismaDiff),
/* harmony export */   Vv: () => (/* binding */ expectedObjects),
/* harmony export */   YN: () => (/* binding */ schemasDiff),
/* harmony export */   dA: () => (/* binding */ schemaScript)
/* harmony export */ });
/* unused harmony export migrationsDiff */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6650);
/* harmony import */ var _declared_objects_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3617);
/* harmony import */ var _engine_schema_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(350);
/* harmony import */ var _engine_session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9523);
/* harmony import */ var _migration_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7950);
/* harmony import */ var _script_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2757);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8684);
/* harmony import */ var _sql_parser_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7962);
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
/** Prisma's own comparison of a database with the Prisma schema. */










/**
 * What is missing in the database for the Prisma schema. It sees only what Prisma models: tables, columns, keys,
 * indexes, enums; not views, triggers, functions, policies or check constraints.
 * @throws UserError when the schema is not valid.
 */
function prismaDiff(options) {
    return diffToSchema(options, (files) => ({
        tag: 'schemaDatasource',
        files,
        configDir: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(options.project.schemaPath),
    }));
}
/**
 * What the Prisma schema has and no migration makes: somebody changed the schema and forgot the migration. Runs all
 * migrations on a shadow database, which is gone afterwards; the role needs CREATEDB.
 */
async function migrationsDiff(options) {
    const { folder, transport } = options;
    const parser = await loadSqlParser(options.wasm?.sqlParser);
    const { signal } = new AbortController();
    const runShadow = (client, script) => runScript({ client, script, transport, parser, signal, onFailure: () => { } });
    return diffToSchema({ ...options, runScript: runShadow }, () => ({
        tag: 'migrations',
        ...migrationList(folder),
    }));
}
/** The tables and indexes that the Prisma schema describes, under their names in the database. */
async function expectedObjects(options) {
    const [{ sql: script }, parser] = await Promise.all([
        schemaScript(options),
        (0,_sql_parser_js__WEBPACK_IMPORTED_MODULE_7__/* .loadSqlParser */ .O)(options.wasm?.sqlParser),
    ]);
    const scripts = [{ name: 'schema', script }];
    return { tables: (0,_declared_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .declaredTables */ .W)(scripts, parser), indexes: (0,_declared_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .declaredIndexes */ .n)(scripts, parser) };
}
/** The script that makes the Prisma schema in an empty database. @throws UserError when the schema is not valid. */
function schemaScript(options) {
    return diffToSchema(options, () => ({ tag: 'empty' }));
}
/** Prisma's way from one schema to the project's. Nothing is read from the database. */
function schemasDiff(options) {
    return diffToSchema(options, () => ({ tag: 'schemaDatamodel', files: (0,_engine_schema_js__WEBPACK_IMPORTED_MODULE_9__/* .engineFiles */ .w)(options.from) }));
}
const connectMs = 60_000;
function patientOpener() {
    const { signal } = new AbortController();
    return (0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .connectionOpener */ .w)({ log: _log_js__WEBPACK_IMPORTED_MODULE_2__/* .silentLogger */ .q, signal, timeoutMs: connectMs });
}
async function diffToSchema(options, from) {
    const files = (0,_engine_schema_js__WEBPACK_IMPORTED_MODULE_9__/* .engineFiles */ .w)(options.project.schemaFiles);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_1, await (0,_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .openEngine */ .F)({
                ...options,
                schemaFiles: options.project.schemaFiles,
                wasmPath: options.wasm?.schemaEngine,
                open: options.openConnection ?? patientOpener(),
            }), true);
            const { exitCode, stdout } = await session.engine.diff({
                from: from(files),
                to: { tag: 'schemaDatamodel', files },
                script: true,
                exitCode: true,
                filters: options.project.external,
            });
            return exitCode === 2 ? { sql: (stdout ?? '').trim(), empty: false } : { sql: '', empty: true };
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
    catch (thrown) {
        throw (0,_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .engineErrorCode */ .I)(thrown) === 'P1012' ? invalidSchema(thrown) : thrown;
    }
}
function invalidSchema(thrown) {
    const text = thrown instanceof Error ? thrown.message.trim() : '';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The Prisma schema is not valid (P1012).\n${text}`, {
        hint: 'Run `npx prisma validate` and correct the schema.',
    });
}


/***/ }),

/***/ 5322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ri: () => (/* binding */ datasourceBlock),
/* harmony export */   X2: () => (/* binding */ environmentNamesOf),
/* harmony export */   vW: () => (/* binding */ findPrismaProject)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);
/* harmony import */ var _package_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1827);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1753);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5411);
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
    const schema = (0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(prisma) ? (0,_record_js__WEBPACK_IMPORTED_MODULE_5__/* .textOrUndefined */ .T)(prisma.schema) : undefined;
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
// EXTERNAL MODULE: ./build/guard.js
var guard = __webpack_require__(1753);
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
    if (!(0,guard/* isRecord */.u4)(paths))
        return undefined;
    return { schema: (0,record/* textOrUndefined */.T)(paths.schema), migrations: (0,record/* textOrUndefined */.T)(paths.migrations) };
}


/***/ }),

/***/ 5411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ textOrUndefined)
/* harmony export */ });
/** For data from outside (JSON, parse trees, rows). */

function textOrUndefined(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}


/***/ }),

/***/ 5005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d0: () => (/* binding */ byState),
/* harmony export */   fk: () => (/* binding */ loadFindings),
/* harmony export */   lh: () => (/* binding */ loadRuleList)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3110);
/* harmony import */ var _report_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6757);
/** What the load says about the migrations. */


const stalled = {
    id: 'load-stalled',
    title: 'An application would have waited',
    severity: 'warning',
    why: 'Single rows were read and written by their key while the migrations ran, and one of these waited longer than `max-lock-duration` (1 s without one). An application waits as long, with every connection that it has.',
};
const failed = {
    id: 'load-error',
    title: 'A read or a write failed while the migrations ran',
    severity: 'error',
    why: 'It worked before them. The app that is deployed while this migrates meets the same. A lost connection is a warning, since it may have another cause.',
};
const loadRuleList = [stalled, failed];
/** @param stallLimitMs from when on a wait is a finding */
function loadFindings(tallies, stallLimitMs) {
    return tallies.flatMap((tally) => [...stallFinding(tally, stallLimitMs), ...errorFindings(tally)]);
}
function stallFinding(tally, limitMs) {
    const { read, write } = tally;
    const long = [
        { what: 'reads', figures: read },
        { what: 'writes', figures: write },
    ].filter(({ figures }) => figures.longestMs > limitMs);
    const [first] = long.toSorted((left, right) => right.figures.longestMs - left.figures.longestMs);
    if (first === undefined)
        return [];
    const waits = long
        .map(({ what, figures }) => `${what} up to ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(figures.longestMs)}`)
        .join(', ');
    return [
        (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .findingOf */ .h)(stalled, {
            subject: subjectOf(tally),
            message: `An application would have waited${duringWords(first.figures.during)}: ${waits}.`,
            evidence: `${read.count} reads and ${write.count} writes of single rows by their key; more than ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(limitMs)} counts as a stall.`,
            fix: 'See which statement of the migration locked the table meanwhile, and how long it held the lock. `SET lock_timeout` bounds only how long others queue behind the migration while it waits itself.',
        }),
    ];
}
function errorFindings(tally) {
    return [...tally.errors.values()].toSorted(byState).map((error) => (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .findingOf */ .h)(failed, {
        ...(isOfConnection(error) ? { severity: 'warning' } : {}),
        subject: subjectOf(tally),
        message: `A ${error.operation} failed${duringWords(error.during)}: ${error.message}`,
        evidence: `SQLSTATE ${error.sqlState ?? 'none'}, ${error.count} times; ${tally.read.count} reads and ${tally.write.count} writes in all.`,
        fix: fixOf(error),
    }));
}
function byState(left, right) {
    return (left.sqlState ?? '') < (right.sqlState ?? '') ? -1 : 1;
}
/** No answer, a connection exception, or an operator's doing: it may have nothing to do with the migration. */
function isOfConnection({ sqlState }) {
    return sqlState === undefined || /^(08|57P|53)/.test(sqlState);
}
function fixOf({ sqlState }) {
    if (sqlState === '42703' || sqlState === '42P01')
        return 'The app that is deployed while this migrates may still use it. Take it out of the code first and drop it in a later release; for a rename, add the new one, write both, move the readers, then drop the old one.';
    if (sqlState === '40P01')
        return 'The migration and a single statement of an application locked the same tables in opposite order. Lock one table a transaction.';
    if (sqlState === '42501')
        return 'The migration took a privilege away that the role had before.';
    return 'The statement worked before the migrations and did not while or after they ran: an app that is deployed then meets the same.';
}
function duringWords(migration) {
    return migration === undefined ? '' : ` while ${migration} ran`;
}
function subjectOf({ table }) {
    return `${table.schema}.${table.name}`;
}


/***/ }),

/***/ 1233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IS: () => (/* binding */ lockModeWords),
/* harmony export */   Y8: () => (/* binding */ lockModes),
/* harmony export */   mq: () => (/* binding */ blockedWords),
/* harmony export */   n9: () => (/* binding */ isLockMode),
/* harmony export */   tc: () => (/* binding */ compareLockModes),
/* harmony export */   yJ: () => (/* binding */ blockedBy)
/* harmony export */ });
/* unused harmony exports conflicting, strongest */
/** Postgres's table lock modes: their order, what conflicts, and what a conflict means to those who wait. */
/** Weakest first, as in https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES */
const lockModes = [
    'AccessShareLock',
    'RowShareLock',
    'RowExclusiveLock',
    'ShareUpdateExclusiveLock',
    'ShareLock',
    'ShareRowExclusiveLock',
    'ExclusiveLock',
    'AccessExclusiveLock',
];
function isLockMode(value) {
    return lockModes.some((mode) => mode === value);
}
/** Table 13.2 of the page above: for each mode, the modes that must wait for it. */
const conflicts = {
    AccessShareLock: ['AccessExclusiveLock'],
    RowShareLock: ['ExclusiveLock', 'AccessExclusiveLock'],
    RowExclusiveLock: ['ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'],
    ShareUpdateExclusiveLock: lockModes.slice(3),
    ShareLock: [
        'RowExclusiveLock',
        'ShareUpdateExclusiveLock',
        'ShareRowExclusiveLock',
        'ExclusiveLock',
        'AccessExclusiveLock',
    ],
    ShareRowExclusiveLock: lockModes.slice(2),
    ExclusiveLock: lockModes.slice(1),
    AccessExclusiveLock: lockModes,
};
function conflicting(held, wanted) {
    return conflicts[held].includes(wanted);
}
/** Negative when `left` is the weaker mode. */
function compareLockModes(left, right) {
    return lockModes.indexOf(left) - lockModes.indexOf(right);
}
function strongest(modes) {
    return modes.toSorted(compareLockModes).at(-1);
}
function blockedBy(mode) {
    return {
        reads: conflicting(mode, 'AccessShareLock'),
        writes: conflicting(mode, 'RowExclusiveLock'),
        ddl: conflicting(mode, 'ShareUpdateExclusiveLock'),
    };
}
/** Such as "reads and writes". Whoever blocks reads blocks everything. */
function blockedWords(mode) {
    const { reads, writes, ddl } = blockedBy(mode);
    if (reads)
        return 'reads and writes';
    if (writes)
        return 'writes';
    return ddl ? 'schema changes and vacuum' : 'nothing that an application does';
}
/** As SQL and the documentation write it: `ACCESS EXCLUSIVE`. */
function lockModeWords(mode) {
    return mode
        .replace(/Lock$/, '')
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toUpperCase();
}


/***/ }),

/***/ 7281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   GS: () => (/* binding */ placed),
/* harmony export */   PL: () => (/* binding */ findingsOfRehearsal),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   _T: () => (/* binding */ verdictOfRehearsal),
/* harmony export */   iP: () => (/* binding */ statementFinder),
/* harmony export */   yo: () => (/* binding */ statementFindings)
/* harmony export */ });
/* harmony import */ var _report_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8586);
/** All findings of a rehearsal, each with its place in the repository, and what they come to. */

/** Sorted, worst first, none twice. Those about a statement have its file and line unless they bring their own. */
function findingsOfRehearsal(rehearsal) {
    return (0,_report_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .sortFindings */ .Tc)(statementFindings(rehearsal).map(({ finding }) => finding));
}
/** Of all findings: `error` when one is an error, `warning` when one is a warning. A statement that failed is an error too. */
function verdictOfRehearsal(rehearsal) {
    const { statements } = rehearsal.measurement;
    if (statements.some(({ status }) => status === 'failed'))
        return 'error';
    const worst = (0,_report_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .worstSeverity */ .Lc)(statementFindings(rehearsal).map(({ finding }) => finding));
    return worst === 'error' || worst === 'warning' ? worst : 'pass';
}
/** In the order hazards, data, deployed app, code-first, load, way back, advice. */
function statementFindings(rehearsal) {
    const find = statementFinder(rehearsal.measurement.statements);
    const judged = [...rehearsal.hazards, ...resultOf(rehearsal.data, [])];
    const ofStatements = judged.map((entry) => placed(entry.finding, find(entry.statement)));
    const { compatibility, codeFirst, load, rollback, advice } = rehearsal;
    const others = [
        ...compatibilityFindings(compatibility),
        ...compatibilityFindings(codeFirst),
        ...findingsIn(load),
        ...findingsIn(rollback),
        ...advice,
    ].map((finding) => ({ finding, statement: undefined }));
    return withoutRepeats([...ofStatements, ...others]);
}
/** A statement by its reference; undefined where it was not measured. */
function statementFinder(statements) {
    const known = new Map(statements.map((statement) => [keyOf(statement), statement]));
    return (reference) => known.get(keyOf(reference));
}
function keyOf({ migration, index }) {
    return `${index} ${migration}`;
}
/** A finding of a statement with the statement's place, which is where an annotation goes. */
function placed(finding, statement) {
    const location = finding.location ?? placeOf(statement);
    return { finding: location === undefined ? finding : { ...finding, location }, statement };
}
function placeOf(statement) {
    if (statement?.file === undefined)
        return undefined;
    const { file, line, text } = statement;
    const endLine = line + text.trimEnd().split('\n').length - 1;
    return { file, line, ...(endLine > line ? { endLine } : {}) };
}
function resultOf(part, otherwise) {
    return part.kind === 'done' ? part.result : otherwise;
}
function findingsIn(part) {
    return part.kind === 'done' ? part.result.findings : [];
}
function compatibilityFindings(part) {
    return part.kind === 'done' ? part.result.verdicts.map(({ finding }) => finding) : [];
}
/** Two parts may tell of the same thing in the same words: it is told once. */
function withoutRepeats(findings) {
    const byContent = new Map();
    for (const entry of findings) {
        const { rule, severity, subject, message, location } = entry.finding;
        const key = JSON.stringify([rule, severity, subject, message, location?.file, location?.line]);
        if (!byContent.has(key))
            byContent.set(key, entry);
    }
    return [...byContent.values()];
}


/***/ }),

/***/ 6386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IU: () => (/* binding */ rollbackFails),
/* harmony export */   NZ: () => (/* binding */ rollbackRuleList),
/* harmony export */   h: () => (/* binding */ rollbackIncomplete),
/* harmony export */   li: () => (/* binding */ rollbackLosesData),
/* harmony export */   uk: () => (/* binding */ rollbackImpossible)
/* harmony export */ });
const rollbackLosesData = {
    id: 'rollback-loses-data',
    title: 'The way back loses data',
    severity: 'warning',
    why: 'What was written since the migration, or by it, is gone once the schema is back: think before, not in the incident. Redeploying the old code on the new schema loses nothing, where it still works.',
    docs: 'https://www.prisma.io/docs/orm/v7/prisma-migrate/workflows/generating-down-migrations',
};
const rollbackFails = {
    id: 'rollback-fails',
    title: 'The way back fails',
    severity: 'error',
    why: 'The script that would undo the migration does not run on this data. A warning where it was only planned and the rows say so.',
};
const rollbackIncomplete = {
    id: 'rollback-incomplete',
    title: 'The way back leaves something behind',
    severity: 'warning',
    why: 'Prisma undoes what its schema models. Triggers, functions, views, policies, checks, partial indexes and grants stay as the migration left them.',
};
const rollbackImpossible = {
    id: 'rollback-impossible',
    title: 'Something has no way back',
    severity: 'notice',
    why: 'No script knows the old values of changed rows or the content of what was dropped. Only a backup, or a branch of the time before, does.',
};
/** For the documentation. */
const rollbackRuleList = [
    rollbackLosesData,
    rollbackFails,
    rollbackIncomplete,
    rollbackImpossible,
];


/***/ }),

/***/ 2485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ withoutRowData)
/* harmony export */ });
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


/***/ }),

/***/ 380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ loadSchemaEngine)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8877);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1753);
/* harmony import */ var _wasm_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2964);
/** Loads Prisma's schema engine as WebAssembly, without Node's experimental import of .wasm modules. */




const loaded = new Map();
/** @param wasmPath path of `schema_engine_bg.wasm`; undefined = in node_modules. Loaded once a path. */
function loadSchemaEngine(wasmPath) {
    const path = wasmPath ?? (0,_wasm_path_js__WEBPACK_IMPORTED_MODULE_2__/* .besideModule */ .v)('@prisma/schema-engine-wasm/schema_engine_bg', 'schema_engine_bg.wasm');
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
    compileCalmly();
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
 * V8 optimises a WebAssembly function as soon as it is a little warm. A run uses the engine for some 200 ms, and its
 * optimising took more processor time than everything else of a preview. Only what stays hot is worth it: the
 * comparison of a schema with hundreds of tables, which this makes slower by about 7 %.
 */
function compileCalmly() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_1__.setFlagsFromString)('--wasm-tiering-budget=100000000');
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
    if ((0,_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(timer) && typeof timer.unref === 'function')
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

/***/ 2175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ unusableSchema)
/* harmony export */ });
/* harmony import */ var _prisma_project_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5322);
/** Whether a Prisma schema is one for Postgres at all: the one of another commit may not be. */

/** Why the bundled engine cannot do anything with the schema, a sentence; undefined when it can. */
function unusableSchema(files) {
    const provider = /^\s*provider\s*=\s*"([^"]*)"/m.exec((0,_prisma_project_js__WEBPACK_IMPORTED_MODULE_0__/* .datasourceBlock */ .Ri)(files))?.[1];
    if (provider === 'postgresql' || provider === 'postgres')
        return undefined;
    return provider === undefined
        ? 'The Prisma schema has no datasource block that names its provider.'
        : `The Prisma schema is for "${provider}"; only PostgreSQL is supported.`;
}


/***/ }),

/***/ 8592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ goesWhole),
/* harmony export */   c: () => (/* binding */ batchesOf)
/* harmony export */ });
/** The batches of a script, in order. With `isMeasured`, a whole script is taken apart where that changes nothing. */
function batchesOf(script, { transport, parser, isMeasured }) {
    const whole = { pieces: [{ text: script, start: 0, statement: undefined }], canBeProbed: false };
    const parsed = parser.parse(script);
    if (parsed.kind === 'syntax-error' || parsed.statements.length === 0)
        return [whole];
    const { statements } = parsed;
    const pieces = statements.map((statement, index) => ({ ...statement, statement: { ...statement, index } }));
    if (transport === 'statements' && !goesWhole(statements))
        return pieces.map((piece) => ({ pieces: [piece], canBeProbed: isSameInTransaction(piece.statement) }));
    if (!isMeasured)
        return [whole];
    if (pieces.length === 1)
        return [{ pieces, canBeProbed: statements.every(isSameInTransaction) }];
    return statements.some(needsFreshTransaction) ? [whole] : [{ pieces, canBeProbed: true }];
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
/** Whether Prisma sends the statements in one query, from 7.4 on too, since its splitter cannot read one of them. */
function goesWhole(statements) {
    return statements.some(isUnreadable);
}
/** https://github.com/prisma/prisma-engines/pull/5847: `sqlparser` reads CREATE INDEX CONCURRENTLY, but not DROP. */
function isUnreadable({ text, kind, node }) {
    const [word = ''] = /^[a-z]+/i.exec(text) ?? [];
    return unreadableWords.has(word.toLowerCase()) || (kind === 'DropStmt' && node.concurrent === true);
}
/**
 * Statements that a single query runs otherwise than a query of several: those that refuse a transaction block, those
 * that demand one (LOCK, SAVEPOINT, SET LOCAL), and procedures and DO blocks that end the transaction themselves.
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT
 */
const differentInTransaction = new Set([
    'AlterDatabaseStmt',
    'AlterSubscriptionStmt',
    'AlterSystemStmt',
    'CallStmt',
    'ClusterStmt',
    'CreateSubscriptionStmt',
    'CreateTableSpaceStmt',
    'CreatedbStmt',
    'DeclareCursorStmt',
    'DiscardStmt',
    'DropSubscriptionStmt',
    'DropTableSpaceStmt',
    'DropdbStmt',
    'LockStmt',
    'ReindexStmt',
    'RepackStmt',
    'TransactionStmt',
    'VacuumStmt',
    'VariableSetStmt',
]);
/** Whether the statement does the same alone and in a transaction with a query behind it. */
function isSameInTransaction({ kind, node, text }) {
    if (differentInTransaction.has(kind))
        return false;
    if (kind === 'IndexStmt' || kind === 'DropStmt')
        return node.concurrent !== true;
    if (kind === 'DoStmt')
        return !/\b(commit|rollback|call)\b/i.test(text);
    // DETACH PARTITION … CONCURRENTLY; the word may stand anywhere, and one look too few costs nothing.
    return kind !== 'AlterTableStmt' || !/\bconcurrently\b/i.test(text);
}
/** SET TRANSACTION, and BEGIN with options, must come before any query of their transaction (SQLSTATE 25001). */
function needsFreshTransaction({ kind, node, text }) {
    if (kind === 'TransactionStmt')
        return Array.isArray(node.options);
    return kind === 'VariableSetStmt' && /\btransaction\b/i.test(text);
}


/***/ }),

/***/ 2757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ probeColumn),
/* harmony export */   j: () => (/* binding */ runScript)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _postgres_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5582);
/* harmony import */ var _script_batch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8592);
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



const probeColumn = 'database_actions_probe';
/** Runs the script; on failure tells `onFailure` and throws what `pg` threw. */
async function runScript(run) {
    const { script, transport, parser, meter } = run;
    let completed = 0;
    const isMeasured = meter?.probe !== undefined;
    for (const batch of (0,_script_batch_js__WEBPACK_IMPORTED_MODULE_2__/* .batchesOf */ .c)(script, { transport, parser, isMeasured })) {
        if (run.signal.aborted) {
            run.onFailure({ error: undefined, completed, offset: batch.pieces[0]?.start });
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc('before the next statement');
        }
        await send(run, batch, completed);
        completed += batch.pieces.length;
    }
}
async function send(run, batch, before) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { client, meter } = run;
        const measured = meter?.begin(batch);
        const query = queryOf(batch, batch.canBeProbed ? meter?.probe : undefined);
        const progress = __addDisposableResource(env_1, followed(client, query, (piece, answer) => measured?.probed(piece, answer)), false);
        try {
            await client.query(query.text);
        }
        catch (thrown) {
            const error = (0,_postgres_error_js__WEBPACK_IMPORTED_MODULE_1__/* .postgresErrorOf */ .R)(thrown);
            const offset = error?.position === undefined ? undefined : placeIn(query, error.position - 1);
            run.onFailure({ error, completed: before + progress.completed(), offset });
            const completed = query.isProbed ? progress.completed() : 0;
            await measured?.end({ completed, hasFailed: true, isInTransaction: false });
            throw thrown;
        }
        await measured?.end({
            completed: batch.pieces.length,
            hasFailed: false,
            isInTransaction: progress.isInTransaction(),
        });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
function queryOf({ pieces }, probe) {
    const [only] = pieces;
    if (probe === undefined && pieces.length === 1 && only !== undefined)
        return { text: only.text, places: [0], pieces, isProbed: false };
    let text = '';
    const places = pieces.map((piece) => {
        const place = text.length;
        // The last statement of a script may end in a comment, which would swallow what stands on its line.
        text += `${piece.text}\n;\n${probe === undefined ? '' : `${probe};\n`}`;
        return place;
    });
    return { text, places, pieces, isProbed: probe !== undefined };
}
/** Listens to the protocol: what completed, and what the probes answered. */
function followed(client, { isProbed, pieces }, onProbe) {
    const { connection } = client;
    let commands = 0;
    let isProbe = false;
    let status = 'I';
    const listeners = {
        commandComplete: () => {
            commands += 1;
        },
        rowDescription: ({ fields }) => {
            isProbe = fields[0]?.name === probeColumn;
        },
        dataRow: ({ fields }) => {
            if (isProbe)
                onProbe((commands - 1) / 2, String(fields[0]));
        },
        readyForQuery: (message) => {
            status = message.status;
        },
    };
    for (const [name, listener] of Object.entries(listeners))
        connection.on(name, listener);
    return {
        // The last probe also commits: where that fails (a deferred constraint), so has the piece before it.
        completed: () => (isProbed ? Math.min(Math.ceil(commands / 2), pieces.length - 1) : commands),
        isInTransaction: () => status !== 'I',
        [Symbol.dispose]() {
            for (const [name, listener] of Object.entries(listeners))
                connection.off(name, listener);
        },
    };
}
/** The offset in the script that `characters` characters of the query lead to; undefined inside a probe. */
function placeIn({ text, places, pieces }, characters) {
    const offset = unitsOf(text, characters);
    const index = places.findLastIndex((place) => place <= offset);
    const [piece, place] = [pieces[index], places[index]];
    if (piece === undefined || place === undefined || offset - place > piece.text.length)
        return undefined;
    return piece.start + offset - place;
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
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1753);
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
    return {
        parse: (script) => (script.trim() === '' ? nothing : parseWith(library, script)),
        tokens: (text) => scanWith(library, text),
    };
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
function scanWith(library, text) {
    const bytes = library.lengthBytesUTF8(text) + 1;
    const query = library._malloc(bytes);
    library.stringToUTF8(text, query, bytes);
    const result = library._wasm_scan(query);
    try {
        return tokensOf(library.UTF8ToString(result), text);
    }
    finally {
        library._free(query);
        library._wasm_free_string(result);
    }
}
/** SQL_COMMENT and C_COMMENT of libpg_query's `Token`. */
const commentTokens = [275, 276];
/** An error is told as text in place of the JSON, in which control characters stand unescaped. Only the offsets are used. */
function tokensOf(answer, text) {
    if (!answer.startsWith('{'))
        return [];
    const scanned = JSON.parse(answer.replaceAll(/\p{Cc}/gu, ' '));
    const tokens = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(scanned) && Array.isArray(scanned.tokens) ? scanned.tokens : [];
    const place = byteOffsets(text);
    return tokens
        .filter(_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)
        .filter(({ tokenType }) => !commentTokens.includes(tokenType))
        .map((token) => {
        const from = numberOr(token.start, 0);
        const { start, text: written } = place.slice(from, numberOr(token.end, from));
        return { start, end: start + written.length, text: written };
    });
}
function statementsOf(tree, script) {
    if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(tree) || !Array.isArray(tree.stmts))
        return [];
    const place = byteOffsets(script);
    return tree.stmts.filter(_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4).map((raw) => {
        const from = numberOr(raw.stmt_location, 0);
        const length = numberOr(raw.stmt_len, 0);
        const whole = place.slice(from, length === 0 ? undefined : from + length);
        const text = whole.text.trim();
        const start = whole.start + whole.text.indexOf(text);
        const [kind = '', node] = Object.entries((0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(raw.stmt) ? raw.stmt : {})[0] ?? [];
        return {
            start,
            end: start + text.length,
            line: lineAt(script, start),
            text,
            kind,
            node: (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(node) ? node : {},
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
