export const id = 3529;
export const ids = [3529];
export const modules = {

/***/ 53529:
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
var pooler = __webpack_require__(14045);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
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

// EXTERNAL MODULE: ./build/migrations/engine-session.js + 2 modules
var engine_session = __webpack_require__(75873);
// EXTERNAL MODULE: ./build/migrations/engine-task.js
var engine_task = __webpack_require__(81060);
// EXTERNAL MODULE: ./build/migrations/failure-place.js
var failure_place = __webpack_require__(23876);
// EXTERNAL MODULE: ./build/migrations/history.js
var migrations_history = __webpack_require__(62380);
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
var postgres_row = __webpack_require__(31290);
// EXTERNAL MODULE: ./build/migrations/script-run.js
var script_run = __webpack_require__(42757);
// EXTERNAL MODULE: ./build/guard.js
var guard = __webpack_require__(91753);
// EXTERNAL MODULE: ./build/postgres/catalog-transaction.js
var catalog_transaction = __webpack_require__(91212);
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
var sqlstate = __webpack_require__(37929);
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
var lock_mode = __webpack_require__(71233);
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
var duration = __webpack_require__(73110);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
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
    const timer = (0,wait/* sleep */.yy)(milliseconds, isOver.signal).then(() => false, () => false);
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
        await (0,wait/* sleep */.yy)(Math.min(1000, 50 * 2 ** failures), signal).catch(() => { });
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
        await (0,wait/* sleep */.yy)(pauseMs(watch), signal).catch(() => { });
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
var migrations_session = __webpack_require__(78684);
// EXTERNAL MODULE: ./build/report/rule.js
var rule = __webpack_require__(56757);
// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(86967);
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
var prisma_diff = __webpack_require__(18920);
// EXTERNAL MODULE: ./build/migrations/record.js
var record = __webpack_require__(5411);
// EXTERNAL MODULE: ./build/migrations/schema-provider.js
var schema_provider = __webpack_require__(42175);
// EXTERNAL MODULE: ./build/migrations/sql-parser.js
var sql_parser = __webpack_require__(57962);
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
var rules = __webpack_require__(45632);
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
        finding: (0,rule/* findingOf */.hD)(rules/* compatibilityRules */.o[direction][status], {
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
var object_name = __webpack_require__(20547);
// EXTERNAL MODULE: ./build/migrations/parse-tree.js
var parse_tree = __webpack_require__(87308);
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
var data_rules = __webpack_require__(36978);
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
        finding: (0,rule/* findingOf */.hD)(data_rules/* dataRules */.i[kind], {
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
var rehearsal_findings = __webpack_require__(89662);
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
var finding = __webpack_require__(28586);
// EXTERNAL MODULE: ./build/migrations/rehearsal/load-findings.js
var load_findings = __webpack_require__(25005);
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
        await (0,wait/* sleep */.yy)(everyMs, ended).catch(() => { });
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
        await (0,wait/* sleep */.yy)(restMs, done).catch(() => { });
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
var row_data = __webpack_require__(32485);
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
        await (0,wait/* sleep */.yy)(options.everyMs, done);
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
        await (0,wait/* sleep */.yy)(500, done);
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
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/migrations/child-process.js
var child_process = __webpack_require__(27942);
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
var installed_prisma = __webpack_require__(22335);
// EXTERNAL MODULE: ./build/migrations/package-json.js
var package_json = __webpack_require__(51827);
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
var prisma_project = __webpack_require__(45322);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
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

// EXTERNAL MODULE: ./build/migrations/project-paths.js
var project_paths = __webpack_require__(85360);
// EXTERNAL MODULE: ./build/migrations/schema-engine.js
var schema_engine = __webpack_require__(10380);
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
var definition = __webpack_require__(70654);
// EXTERNAL MODULE: ./build/runtime/input.js
var input = __webpack_require__(30623);
// EXTERNAL MODULE: ./build/actions/common-inputs.js + 1 modules
var common_inputs = __webpack_require__(27785);
// EXTERNAL MODULE: ./build/actions/configuration.js + 7 modules
var configuration = __webpack_require__(16042);
// EXTERNAL MODULE: ./build/actions/database-target.js
var database_target = __webpack_require__(13849);
// EXTERNAL MODULE: ./build/actions/project-place.js
var project_place = __webpack_require__(93211);
// EXTERNAL MODULE: ./build/actions/rehearsal.js + 21 modules
var actions_rehearsal = __webpack_require__(79706);
// EXTERNAL MODULE: ./build/actions/rehearsal-inputs.js
var rehearsal_inputs = __webpack_require__(13317);
// EXTERNAL MODULE: ./build/actions/section-outcome.js
var section_outcome = __webpack_require__(15102);
// EXTERNAL MODULE: ./build/actions/stages.js
var stages = __webpack_require__(44737);
// EXTERNAL MODULE: ./build/actions/target.js
var target = __webpack_require__(3675);
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
        ? await (0,actions_rehearsal/* rehearsalOf */.pK)({ job: io, inputs, database, isRestricted, settings: await settingsOf(io) })
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
function settingsOf(io) {
    const { inputs, event } = io;
    return (0,configuration/* readConfiguration */.T)({ job: io, inputs, pullRequest: (0,target/* pullRequestOf */._n)(inputs, event) });
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
        workingDirectory: (0,project_place/* projectDirectory */.t6)(job, inputs.workingDirectory),
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
        wasm: (0,project_place/* wasmPaths */.$G)(job),
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

/***/ 21664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ prismaExpectations),
/* harmony export */   t: () => (/* binding */ findProject)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _migrations_declared_objects_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63617);
/* harmony import */ var _migrations_installed_prisma_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22335);
/* harmony import */ var _migrations_migration_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7950);
/* harmony import */ var _migrations_prisma_diff_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18920);
/* harmony import */ var _migrations_project_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85360);
/* harmony import */ var _migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57962);
/* harmony import */ var _project_place_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93211);








/** What the project's Prisma schema and migrations say that the database must hold. */
async function prismaExpectations(request) {
    const project = await findProject(request);
    if (project === undefined)
        return { tables: [], indexes: [], drift: undefined };
    const options = { project, directUri: request.database.direct, wasm: (0,_project_place_js__WEBPACK_IMPORTED_MODULE_6__/* .wasmPaths */ .$G)(request.job) };
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
    const workingDirectory = (0,_project_place_js__WEBPACK_IMPORTED_MODULE_6__/* .projectDirectory */ .t6)(job, inputs.workingDirectory);
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
        (0,_migrations_sql_parser_js__WEBPACK_IMPORTED_MODULE_5__/* .loadSqlParser */ .O)((0,_project_place_js__WEBPACK_IMPORTED_MODULE_6__/* .wasmPaths */ .$G)(job)?.sqlParser),
    ]);
    return (0,_migrations_declared_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .declaredIndexes */ .nB)(migrations, parser);
}
function qualifiedName({ schema, name }) {
    const quoted = [schema, name]
        .filter((part) => part !== undefined)
        .map((part) => `"${part.replaceAll('"', '""')}"`);
    return quoted.join('.');
}


/***/ }),

/***/ 93211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $G: () => (/* binding */ wasmPaths),
/* harmony export */   Zo: () => (/* binding */ fileInWorkspace),
/* harmony export */   t6: () => (/* binding */ projectDirectory)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
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
/** A path as findings name it, relative to the workspace; undefined for one that lies elsewhere. */
function fileInWorkspace(job, path) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(job.workspace, path);
    return file === '' || file.startsWith('..') ? undefined : file.split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/');
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

/***/ 13317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cw: () => (/* binding */ rollbackInputs),
/* harmony export */   Sj: () => (/* binding */ rehearsalOutputs),
/* harmony export */   XF: () => (/* binding */ rehearsalInputs),
/* harmony export */   nP: () => (/* binding */ rehearseInputs)
/* harmony export */ });
/* harmony import */ var _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30623);
/* harmony import */ var _common_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27785);
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
    ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .configurationInput */ .NX,
    ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .productionInput */ .EQ,
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
    'sarif-path': 'The findings as SARIF 2.1.0, for code scanning.',
};


/***/ }),

/***/ 79706:
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
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/guard.js
var guard = __webpack_require__(91753);
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

// EXTERNAL MODULE: ./build/migrations/hazards/advice.js + 1 modules
var advice = __webpack_require__(14458);
// EXTERNAL MODULE: ./build/migrations/sql-parser.js
var sql_parser = __webpack_require__(57962);
// EXTERNAL MODULE: ./build/migrations/hazards/sql-tokens.js
var sql_tokens = __webpack_require__(90145);
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
    return [...(0,sql_tokens/* sqlTokens */.D)(script)].flatMap(({ kind, start, end }) => {
        const [, content] = kind === 'comment' ? (marker.exec(script.slice(start, end).trim()) ?? []) : [];
        if (content === undefined)
            return [];
        const [, word = '', rule = '', reason = ''] = directive.exec(content.trim()) ?? [];
        const place = placeOf(word, { script, statements, start });
        return [{ rule, reason: reason.trim(), line: (0,sql_parser/* lineAt */.m)(script, start), ...place }];
    });
}
function placeOf(word, comment) {
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

// EXTERNAL MODULE: ./build/migrations/hazards/notices.js
var notices = __webpack_require__(3811);
// EXTERNAL MODULE: ./build/migrations/hazards/rules.js + 14 modules
var rules = __webpack_require__(70602);
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
                ...(0,notices/* ignoredFinding */.Q0)(comment.rule === '' ? 'db-actions' : comment.rule, why),
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
    if (!rules/* hazardRules */.W.some(({ id }) => id === rule))
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
    const why = rules/* hazardRules */.W.some(({ id }) => id === rule)
        ? `the rule reports nothing about ${subject} in ${migration}`
        : 'there is no rule of that name';
    return {
        finding: { ...(0,notices/* ignoredFinding */.Q0)(rule, why), location: { file: path, line: 1 } },
        basis: 'static only',
        statement: { migration, index: 0 },
    };
}

// EXTERNAL MODULE: ./build/migrations/hazards/measured-facts.js
var measured_facts = __webpack_require__(2370);
// EXTERNAL MODULE: ./build/migrations/hazards/measured-rules.js
var measured_rules = __webpack_require__(92134);
// EXTERNAL MODULE: ./build/migrations/hazards/model-start.js
var model_start = __webpack_require__(89482);
// EXTERNAL MODULE: ./build/migrations/rehearsal/lock-mode.js
var lock_mode = __webpack_require__(71233);
// EXTERNAL MODULE: ./build/migrations/hazards/ddl-form.js
var ddl_form = __webpack_require__(70973);
// EXTERNAL MODULE: ./build/migrations/hazards/held-locks.js
var held_locks = __webpack_require__(51386);
// EXTERNAL MODULE: ./build/migrations/hazards/involved-tables.js
var involved_tables = __webpack_require__(69633);
// EXTERNAL MODULE: ./build/migrations/hazards/judge.js
var judge = __webpack_require__(42141);
// EXTERNAL MODULE: ./build/migrations/hazards/model-changes.js
var model_changes = __webpack_require__(12379);
// EXTERNAL MODULE: ./build/migrations/hazards/operation-targets.js
var operation_targets = __webpack_require__(54892);
// EXTERNAL MODULE: ./build/migrations/hazards/table-facts.js
var table_facts = __webpack_require__(40072);
;// CONCATENATED MODULE: ./build/migrations/hazards/static-hazards.js









function staticHazards(walk) {
    const held = (0,held_locks/* heldLocks */.Mw)();
    const hazards = [];
    for (const [position, step] of walk.steps.entries())
        hazards.push(...hazardsOf(step, position, { ...walk, held }));
    const opaque = walk.steps.flatMap(({ migration, statement, operations }) => operations.flatMap((operation) => operation.kind === 'opaque' ? [{ migration, line: statement.line, words: operation.words }] : []));
    return { hazards, opaque };
}
function hazardsOf(step, position, walking) {
    const detected = step.operations.flatMap((operation, place) => {
        const context = contextOf({ step, position, place }, walking);
        const predicted = (0,involved_tables/* predictedLocks */.X)(operation, walking);
        const effects = effectsOf(operation, walking);
        const found = rules/* hazardFamilies */.$.flatMap((family) => family.find(operation, context));
        const isRewritePredicted = effects.some(({ rewritesTable }) => rewritesTable);
        const all = [
            ...found.map((detection) => {
                const worse = withHeldLock(detection, predicted, { step, held: walking.held });
                return { detection: worse, predicted, isRewritePredicted };
            }),
            ...(isSlow(operation, effects, walking) ? heldOver(context, found, walking.held) : []),
        ];
        walking.held.add(step, predicted);
        (0,model_changes/* applyOperation */.y)(walking.model, operation, step.place.transaction);
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
        const judgement = (0,judge/* judged */.g)(one.detection, evidence);
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
    return (0,ddl_form/* formsOf */.X)(operation, walking).flatMap((form) => walking.facts(form, walking.serverMajor) ?? []);
}
/** It reads or writes a large table that is in use, from beginning to end. */
function isSlow(operation, effects, walking) {
    const { model, limits } = walking;
    const isLarge = (tables) => (0,table_facts/* existingOf */.fl)(tables).some(({ kind, rows }) => kind !== 'view' && !(0,judge/* isSmall */.e)(rows, limits));
    if (operation.kind === 'insert')
        return operation.isEveryRow && isLarge(operation.reads.flatMap((name) => model.table(name) ?? []));
    if (operation.kind === 'create from query')
        return operation.result !== 'view' && isLarge(operation.reads.flatMap((name) => model.table(name) ?? []));
    if (operation.kind === 'update' || operation.kind === 'delete')
        return operation.isEveryRow && isLarge((0,operation_targets/* targetsOf */.QR)(operation, model));
    const isWhole = effects.some(({ rewritesTable, rewritesIndexes, scansTable }) => rewritesTable || rewritesIndexes || scansTable);
    return isWhole && operation.kind !== 'truncate' && isLarge((0,operation_targets/* targetsOf */.QR)(operation, model));
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
        detection: (0,held_locks/* heldDetection */.Pt)(lock, context),
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
    const held = new Set(detected.flatMap(({ detection }) => detection.rule.id === held_locks/* heldOverSlow */.B0.id ? (detection.table?.id ?? []) : []));
    return detected.filter(({ detection }) => detection.rule.id !== 'update-without-where' || !held.has(detection.table?.id ?? -1));
}

// EXTERNAL MODULE: ./build/migrations/hazards/steps.js + 7 modules
var hazards_steps = __webpack_require__(29840);
;// CONCATENATED MODULE: ./build/migrations/hazards/find-hazards.js







/** Never throws on SQL, however strange. */
function findHazards(input) {
    const { scripts, before, parser, searchPath, measurement } = input;
    const steps = (0,hazards_steps/* plannedSteps */.i)(scripts, input.transport);
    const measured = measurement === undefined ? undefined : (0,measured_facts/* measuredFacts */.Mt)(measurement);
    const found = staticHazards({
        steps,
        model: (0,model_start/* modelOf */.D)(before, { parser, searchPath }),
        parser,
        facts: input.facts,
        serverMajor: Math.floor(input.serverVersion / 10_000),
        limits: input.limits,
        measured,
    });
    const files = new Map(scripts.map((script) => [script.migration, script]));
    const hazards = [
        ...scripts.flatMap(unparsed),
        ...found.hazards.map((hazard) => located(hazard, files.get(hazard.step.migration))),
        ...measuredHazards(input, measured, found.hazards),
    ];
    const { kept, allowed } = allowing(hazards, scripts, input.baseline);
    return { hazards: inOrder(kept, scripts), allowed, notes: notesOf(found.opaque, files, measurement) };
}
function unparsed({ migration, file, parsed }) {
    if (parsed.kind === 'parsed')
        return [];
    const finding = { ...(0,notices/* unparsedFinding */.i8)(migration, parsed.message), location: { file, line: 1 } };
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
    return (0,measured_rules/* measuredOnly */.H4)({ measurement, facts, limits, explained, parents }).map(({ statement, finding }) => {
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
const measuredFacts = {
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

const factsByForm = new Map(Object.entries(measuredFacts));
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
var rehearsal_findings = __webpack_require__(89662);
// EXTERNAL MODULE: ./build/report/rule-policy.js
var rule_policy = __webpack_require__(20164);
// EXTERNAL MODULE: ./build/migrations/rehearsal/rules.js
var rehearsal_rules = __webpack_require__(15315);
;// CONCATENATED MODULE: ./build/migrations/rehearsal/rule-settings.js


/**
 * Levels that are set by name, and what is accepted. An accepted hazard is listed with those that comments and the baseline
 * allow; any other accepted finding is a note, so that nothing goes without a word but what is `off`.
 */
function underPolicy(rehearsal, policy) {
    const rules = new Map(rehearsal_rules/* rehearsalRules */.T.map((rule) => [rule.id, rule]));
    const notes = [];
    const rulingOn = (finding) => (0,rule_policy/* ruleOn */.YC)(finding, rules.get(finding.rule), policy);
    const told = (entry) => {
        const ruling = rulingOn(entry.finding);
        if (ruling.kind === 'accepted')
            notes.push(acceptedNote(ruling.finding, ruling.reason));
        return ruling.kind === 'told' ? [{ ...entry, finding: ruling.finding }] : [];
    };
    const toldAlone = (finding) => told({ finding }).map((entry) => entry.finding);
    const compatible = (part) => changed(part, (result) => ({ ...result, verdicts: result.verdicts.flatMap(told) }));
    const hazards = rehearsal.hazards.map((hazard) => ({ hazard, ruling: rulingOn(hazard.finding) }));
    const judged = {
        ...rehearsal,
        hazards: hazards.flatMap(({ hazard, ruling }) => keptHazard(hazard, ruling)),
        allowed: [
            ...rehearsal.allowed,
            ...hazards.flatMap(({ hazard, ruling }) => allowedHazard(hazard, ruling)),
        ],
        data: changed(rehearsal.data, (refusals) => refusals.flatMap(told)),
        compatibility: compatible(rehearsal.compatibility),
        codeFirst: compatible(rehearsal.codeFirst),
        rollback: changed(rehearsal.rollback, (result) => ({
            ...result,
            findings: result.findings.flatMap(toldAlone),
        })),
        load: changed(rehearsal.load, (result) => ({ ...result, findings: result.findings.flatMap(toldAlone) })),
        advice: rehearsal.advice.flatMap(toldAlone),
    };
    const { measurement } = rehearsal;
    return { ...judged, measurement: { ...measurement, notes: [...measurement.notes, ...notes] } };
}
function keptHazard(hazard, ruling) {
    return ruling.kind === 'told' ? [{ ...hazard, finding: ruling.finding }] : [];
}
function allowedHazard(hazard, ruling) {
    if (ruling.kind !== 'accepted')
        return [];
    return [{ hazard: { ...hazard, finding: ruling.finding }, reason: ruling.reason, by: 'configuration' }];
}
function changed(part, change) {
    return part.kind === 'done' ? { kind: 'done', result: change(part.result) } : part;
}
function acceptedNote({ rule, subject }, reason) {
    return `The configuration accepts ${rule} of ${subject}: ${reason}`;
}

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
    const { policy } = request;
    const ruled = policy === undefined ? unjudged : underPolicy(unjudged, policy);
    return { ...ruled, verdict: (0,rehearsal_findings/* verdictOfRehearsal */._T)(ruled) };
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
    return (0,advice/* adviceFor */.c)({ ...place, scripts, measurement, circumstances, role, hasPooler });
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
var postgres_row = __webpack_require__(31290);
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
var shape = __webpack_require__(61634);
// EXTERNAL MODULE: ./build/report/visible-text.js
var visible_text = __webpack_require__(30269);
// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(73110);
// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(59362);
// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(86967);
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
var report_shape = __webpack_require__(30125);
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
const rehearsal_shape_allowedHazard = (0,shape/* record */.g1)({ hazard, reason: line, by: (0,shape/* choice */.Yq)('comment', 'baseline', 'configuration') }, {});
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
    allowed: list(rehearsal_shape_allowedHazard),
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
var report_finding = __webpack_require__(28586);
// EXTERNAL MODULE: ./build/report/sarif.js
var sarif = __webpack_require__(35150);
;// CONCATENATED MODULE: ./build/migrations/rehearsal/rehearsal-sarif.js
/** A rehearsal for code scanning. */



/** SARIF 2.1.0, as JSON text with a last line end. */
function rehearsalSarif(rehearsal, options) {
    const { toolVersion, informationUri, rules = [], category = 'rehearse-migrations' } = options;
    const find = (0,rehearsal_findings/* statementFinder */.iP)(rehearsal.measurement.statements);
    const suppressed = options.allowed === 'suppressed' ? rehearsal.allowed : [];
    const firstFile = rehearsal.measurement.statements.find(({ file }) => file !== undefined)?.file;
    const results = [
        ...(0,rehearsal_findings/* statementFindings */.yo)(rehearsal).map((entry) => resultOf(entry, firstFile)),
        ...suppressed.map((entry) => suppressedResult(entry, find, firstFile)),
    ];
    return (0,sarif/* renderSarif */.W)({
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
    const result = resultOf((0,rehearsal_findings/* placed */.GS)(hazard.finding, find(hazard.statement)), firstFile);
    return { ...result, suppression: { kind, justification: reason } };
}
/** A finding of the run stands at the top of its first migration: an alert needs a place. */
function resultOf({ finding, statement }, firstFile) {
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
var report_verdict = __webpack_require__(47342);
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
function lockTable(statements) {
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
        allowedBy[by],
    ]);
    const title = `${(0,quantity/* counted */.hS)(allowed.length, 'hazard')} allowed`;
    return [{ kind: 'details', title, blocks: [{ kind: 'table', columns, rows }] }];
}
const allowedBy = {
    comment: 'a comment in the migration',
    baseline: 'the baseline file',
    configuration: 'the configuration',
};
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
var terminal_text = __webpack_require__(43651);
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
    const locks = lockTable(measurement.statements);
    const title = shown.length === 0 ? (0,quantity/* counted */.hS)(others.length, 'statement') : (0,quantity/* counted */.hS)(others.length, 'other statement');
    const states = statesByOid(measurement.before);
    return [
        ...(others.length === 0
            ? []
            : [{ kind: 'details', title, blocks: [statementTable(others, states)] }]),
        ...(locks === undefined ? [] : [{ kind: 'details', title: 'Every lock', blocks: [locks] }]),
    ];
}

// EXTERNAL MODULE: ./build/migrations/session.js
var session = __webpack_require__(78684);
// EXTERNAL MODULE: ./build/postgres/connect.js + 6 modules
var connect = __webpack_require__(46033);
// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
// EXTERNAL MODULE: ./build/actions/deployed-schema.js + 1 modules
var deployed_schema = __webpack_require__(38576);
// EXTERNAL MODULE: ./build/actions/prisma-expectations.js
var prisma_expectations = __webpack_require__(21664);
// EXTERNAL MODULE: ./build/actions/project-place.js
var project_place = __webpack_require__(93211);
// EXTERNAL MODULE: ./build/actions/target.js
var target = __webpack_require__(3675);
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
    const pullRequest = (0,target/* pullRequestOf */._n)(inputs, job.event);
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
        deployed: await (0,deployed_schema/* deployedSchema */.c)(request),
        rollout: inputs.rollout,
        load: inputs.load,
        maxStallMs: inputs.maxLockDuration === 0 ? undefined : inputs.maxLockDuration * 1000,
    };
}
/** Judges what was measured and leaves the section and the files. */
async function concludeRehearsal(request, evidence, rollback) {
    const { job, inputs, database, settings } = request;
    const rehearsal = judgeRehearsal({
        evidence,
        searchPath: [(0,session/* schemaOf */.p)(database.direct)],
        role: (0,connection_uri/* parseConnectionUri */.sq)(database.direct).user || undefined,
        hasPooler: database.pooled !== undefined,
        lockRowThreshold: inputs.lockRowThreshold,
        maxLockDurationMs: inputs.maxLockDuration === 0 ? undefined : inputs.maxLockDuration * 1000,
        baseline: await readBaseline(job, inputs.hazardBaseline),
        policy: settings.policy,
        rollback,
        parser: await (0,sql_parser/* loadSqlParser */.O)((0,project_place/* wasmPaths */.$G)(job)?.sqlParser),
    });
    const production = await productionRows(request);
    const told = rehearsalSection(rehearsal, production);
    const section = { ...told, findings: (0,report_finding/* sortFindings */.Tc)([...told.findings, ...(await settings.changes())]) };
    job.reports.writeSection(database.key, section);
    const outputs = await writeFiles(request, rehearsal, production);
    return { section, judgedDrops: judgedDrops(rehearsal), outputs };
}
const dropRules = new Set(['drop-table', 'drop-column']);
function judgedDrops({ hazards, allowed }) {
    const findings = [...hazards, ...allowed.map(({ hazard }) => hazard)].map(({ finding }) => finding);
    return new Set(findings.filter(({ rule }) => dropRules.has(rule)).map(({ subject }) => subject));
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
    const options = { toolVersion: version/* version */.r, informationUri: version/* homepage */.T, rules: rehearsal_rules/* rehearsalRules */.T, category };
    await (0,promises_.writeFile)(sarif, job.redact(rehearsalSarif(rehearsal, options)));
    return [
        ['verdict', rehearsal.verdict],
        ['findings-path', json],
        ['sarif-path', sarif],
    ];
}


/***/ }),

/***/ 36650:
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

/***/ 27942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ runChild)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var _process_group_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21515);
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

/***/ 63617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wb: () => (/* binding */ declaredTables),
/* harmony export */   nB: () => (/* binding */ declaredIndexes),
/* harmony export */   nJ: () => (/* binding */ declaredExtensions)
/* harmony export */ });
/* harmony import */ var _parse_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87308);
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
/** Extensions that the scripts create; those that they drop again are there too. */
function declaredExtensions(scripts, parser) {
    return scripts.flatMap(({ script }) => statementsOf(script, parser).flatMap(({ kind, node }) => {
        const name = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .textOrUndefined */ .T)(node.extname);
        if (kind !== 'CreateExtensionStmt' || name === undefined)
            return [];
        const options = (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .items */ .ld)(node.options).map((option) => (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(option, 'DefElem'));
        const place = options.find(({ defname }) => defname === 'schema');
        return [{ name, schema: (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .textOrUndefined */ .T)((0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)((0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(place, 'arg'), 'String').sval) }];
    }));
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

/***/ 40350:
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

/***/ 75873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ engineErrorCode),
  F: () => (/* binding */ openEngine)
});

// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(86967);
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
var postgres_error = __webpack_require__(95582);
;// CONCATENATED MODULE: ./build/migrations/adapter.js


const info = { provider: 'postgres', adapterName: 'database-actions' };
async function adapterFactory(options) {
    const [{ default: pg }, { DriverAdapterError }] = await Promise.all([
        __webpack_require__.e(/* import() */ 3849).then(__webpack_require__.bind(__webpack_require__, 83849)),
        __webpack_require__.e(/* import() */ 617).then(__webpack_require__.bind(__webpack_require__, 40617)),
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
var engine_schema = __webpack_require__(40350);
// EXTERNAL MODULE: ./build/migrations/schema-engine.js
var schema_engine = __webpack_require__(10380);
// EXTERNAL MODULE: ./build/migrations/session.js
var session = __webpack_require__(78684);
// EXTERNAL MODULE: ./build/migrations/shadow-database.js
var shadow_database = __webpack_require__(56074);
;// CONCATENATED MODULE: ./build/migrations/engine-session.js
/** One schema engine on one database. */






/** Closes the connection when disposed, and with it lets go of the advisory lock that the engine took. */
async function openEngine(options) {
    const module = await (0,schema_engine/* loadSchemaEngine */.E)(options.wasmPath);
    const { bindMigrationAwareSqlAdapterFactory } = await __webpack_require__.e(/* import() */ 617).then(__webpack_require__.bind(__webpack_require__, 40617));
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
            openShadow: () => (0,shadow_database/* openShadowDatabase */.G)(options.directUri, options.open),
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

/***/ 81060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZQ: () => (/* binding */ migrationFile),
/* harmony export */   du: () => (/* binding */ observerOpenerOf),
/* harmony export */   gu: () => (/* binding */ measuringOpenerOf),
/* harmony export */   qt: () => (/* binding */ watchOptions),
/* harmony export */   zi: () => (/* binding */ openerOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36650);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78684);
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

/***/ 23876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf)
/* harmony export */ });
/* harmony import */ var _sql_parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57962);

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
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _postgres_row_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31290);
/* harmony import */ var _engine_task_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81060);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62380);
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

/***/ 62380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   mS: () => (/* binding */ pendingNames),
/* harmony export */   sN: () => (/* binding */ failedNames)
/* harmony export */ });
/* harmony import */ var _postgres_identifier_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86967);
/* harmony import */ var _postgres_row_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31290);


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

/***/ 22335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ findInstalledPrisma)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98995);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _package_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51827);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91753);
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
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
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

/***/ 51827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vc: () => (/* binding */ selfAndAbove),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   jJ: () => (/* binding */ readPackageJson)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91753);



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

/***/ 95582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ toPrismaError),
/* harmony export */   R: () => (/* binding */ postgresErrorOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91753);
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

/***/ 19661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ readPrismaConfig)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
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


/***/ }),

/***/ 18920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ prismaDiff),
/* harmony export */   Vv: () => (/* binding */ expectedObjects),
/* harmony export */   YN: () => (/* binding */ schemasDiff),
/* harmony export */   dA: () => (/* binding */ schemaScript)
/* harmony export */ });
/* unused harmony export migrationsDiff */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36650);
/* harmony import */ var _declared_objects_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(63617);
/* harmony import */ var _engine_schema_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(40350);
/* harmony import */ var _engine_session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75873);
/* harmony import */ var _migration_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7950);
/* harmony import */ var _script_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42757);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78684);
/* harmony import */ var _sql_parser_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(57962);
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
    return { tables: (0,_declared_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .declaredTables */ .Wb)(scripts, parser), indexes: (0,_declared_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .declaredIndexes */ .nB)(scripts, parser) };
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

/***/ 45322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ri: () => (/* binding */ datasourceBlock),
/* harmony export */   X2: () => (/* binding */ environmentNamesOf),
/* harmony export */   vW: () => (/* binding */ findPrismaProject)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _package_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51827);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91753);
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

/***/ 85360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ resolveProject)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _child_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27942);
/* harmony import */ var _prisma_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19661);
/* harmony import */ var _prisma_project_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45322);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91753);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5411);
/** Where this project's schema and migrations are: the inputs, then prisma.config.ts, then Prisma's defaults. */





/** @throws UserError when there is no schema. */
async function resolveProject(request, context, installed) {
    const config = await (0,_prisma_config_js__WEBPACK_IMPORTED_MODULE_2__/* .readPrismaConfig */ .d)(request.workingDirectory);
    const known = {
        schema: request.schema ?? config?.schema,
        migrations: request.migrations ?? config?.migrations,
    };
    const missing = (config?.unreadable ?? []).filter((name) => name === 'schema' ? known.schema === undefined : known.migrations === undefined);
    const told = config === undefined || missing.length === 0 ? {} : await runConfig(request, context, installed);
    if (config !== undefined && told === undefined)
        context.log.warning(`${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(request.workingDirectory, config.file)} sets ${missing.join(' and ')} in a way that only running it would tell, and it was not run. Prisma's defaults are used; the inputs \`schema\` and \`migrations\` override them.`);
    const project = await (0,_prisma_project_js__WEBPACK_IMPORTED_MODULE_3__/* .findPrismaProject */ .vW)(request.workingDirectory, {
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
    await (0,_child_process_js__WEBPACK_IMPORTED_MODULE_1__/* .runChild */ .w)(process.execPath, argv, {
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
    if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(paths))
        return undefined;
    return { schema: (0,_record_js__WEBPACK_IMPORTED_MODULE_5__/* .textOrUndefined */ .T)(paths.schema), migrations: (0,_record_js__WEBPACK_IMPORTED_MODULE_5__/* .textOrUndefined */ .T)(paths.migrations) };
}


/***/ }),

/***/ 89662:
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
/* harmony import */ var _report_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28586);
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

/***/ 32485:
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

/***/ 10380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ loadSchemaEngine)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78877);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91753);
/* harmony import */ var _wasm_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32964);
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
    const engine = await __webpack_require__.e(/* import() */ 5277).then(__webpack_require__.bind(__webpack_require__, 35277));
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

/***/ 42175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ unusableSchema)
/* harmony export */ });
/* harmony import */ var _prisma_project_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45322);
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

/***/ 42757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ probeColumn),
/* harmony export */   j: () => (/* binding */ runScript)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _postgres_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95582);
/* harmony import */ var _script_batch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48592);
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

/***/ 78684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ schemaOf),
/* harmony export */   w: () => (/* binding */ connectionOpener)
/* harmony export */ });
/* harmony import */ var _postgres_connect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46033);
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

/***/ 56074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ openShadowDatabase)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9755);
/* harmony import */ var _postgres_identifier_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86967);



const applicationName = 'database-actions/shadow-database';
/** A new database of a name of its own on the same server, made as Prisma makes its: from the server's default template. */
async function openShadowDatabase(directUri, open) {
    const name = `prisma_migrate_shadow_db_${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`;
    const administrator = await open(directUri, applicationName);
    const drop = async () => {
        await administrator.query(`DROP DATABASE IF EXISTS ${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .C)(name)} WITH (FORCE)`);
        await administrator[Symbol.asyncDispose]();
    };
    try {
        await administrator.query(`CREATE DATABASE ${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .C)(name)}`);
        const uri = (0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .formatConnectionUri */ .sX)({ ...(0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .parseConnectionUri */ .sq)(directUri), database: name });
        const connection = await open(uri, applicationName);
        return {
            client: connection.client,
            session: connection,
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


/***/ }),

/***/ 57962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ loadSqlParser),
/* harmony export */   m: () => (/* binding */ lineAt)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91753);
/* harmony import */ var _wasm_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32964);
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
    const { default: load } = await __webpack_require__.e(/* import() */ 3995).then(__webpack_require__.t.bind(__webpack_require__, 53995, 19));
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

/***/ 32964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ besideModule)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98995);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** The path of a file that lies beside the module that `specifier` names; package exports hide .wasm files. */
function besideModule(specifier, file) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url).resolve(specifier)), file);
}


/***/ }),

/***/ 21515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ interruptGroup)
/* harmony export */ });
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44479);

/** GitHub's runner ends the action itself ten seconds after it cancelled it. */
const graceMs = 3000;
/**
 * SIGINT, SIGTERM and SIGKILL, three seconds apart, to a process and all that it started, until `done` aborts. The
 * process must lead a group of its own (`detached` of spawn).
 */
async function interruptGroup(pid, done) {
    if (pid === undefined)
        return;
    for (const name of ['SIGINT', 'SIGTERM', 'SIGKILL']) {
        signalGroup(pid, name);
        const over = await (0,_wait_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(graceMs, done).then(() => false, () => true);
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

/***/ 35150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ renderSarif)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9924);
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30269);
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
    const words = (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(id).replaceAll('-', ' ');
    return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
function ruleOf({ id, title, severity, why, docs }, informationUri) {
    const helpUri = (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .safeUrl */ .Pl)(docs ?? '') ?? informationUri;
    const problem = { error: 'error', warning: 'warning', notice: 'recommendation' };
    return {
        id: (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(id),
        name: (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutEnd */ .ym)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(id).replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_all, first) => first.toUpperCase()), longest.name),
        shortDescription: { text: (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutEnd */ .ym)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(title), longest.description) },
        fullDescription: { text: (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutEnd */ .ym)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(why), longest.description) },
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
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([finding.rule, finding.subject, identity]))
        .digest('hex')
        .slice(0, 32);
    return {
        ruleId: (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(finding.rule),
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
        .map((part) => (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLines */ .gB)(part).trim())
        .join('\n\n');
    return inert((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutEnd */ .ym)(text, longest.message));
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
    return { endColumn: lastLine.length + 1, snippet: { text: (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutEnd */ .ym)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLines */ .gB)(code), longest.snippet) } };
}
/** Relative to the repository's root; undefined without a place in it. */
function uriOf({ location }) {
    const segments = location === undefined ? [] : location.file.replace(/^\.\//, '').split('/');
    if (segments.length === 0 || segments.some((part) => part === '' || part === '.' || part === '..'))
        return undefined;
    return segments.map((segment) => encodeURIComponent((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(segment))).join('/');
}
/** A result without a place is refused with the whole file: what has none is told beside the results. */
function notificationsOf(results, leftOut) {
    const unplaced = results.filter(({ finding }) => uriOf(finding) === undefined);
    const notes = unplaced.slice(0, mostResults).map(({ finding }) => ({
        level: levels[finding.severity],
        message: { text: messageOf(finding) },
        associatedRule: { id: (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(finding.rule) },
    }));
    if (leftOut <= 0)
        return notes;
    const text = `${leftOut} more results are left out: GitHub keeps no more than ${mostResults} of a run.`;
    return [...notes, { level: 'warning', message: { text } }];
}


/***/ })

};
