export const id = 3487;
export const ids = [3487];
export const modules = {

/***/ 12264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ contentsOf),
/* harmony export */   z: () => (/* binding */ tableEntries)
/* harmony export */ });
const largeObjectKinds = new Set(['BLOB', 'BLOBS', 'BLOB METADATA']);
function contentsOf({ entries }) {
    const ofKind = (kind) => entries.filter((entry) => entry.kind === kind);
    return {
        tables: new Map(ofKind('TABLE DATA').map(({ oid, dumpId }) => [oid, dumpId])),
        definitions: new Set(ofKind('TABLE').map(({ oid }) => oid)),
        materialisedViews: new Set(ofKind('MATERIALIZED VIEW').map(({ oid }) => oid)),
        sequences: ofKind('SEQUENCE SET').map(({ schema, name, definition }) => ({
            schema,
            name,
            ...stateOf(definition),
        })),
        hasLargeObjects: entries.some(({ kind }) => largeObjectKinds.has(kind)),
        kinds: new Set(entries.map(({ kind }) => kind)),
    };
}
/** `SELECT pg_catalog.setval('public.users_id_seq', 42, true);` */
function stateOf(definition) {
    const match = /, (-?\d+), (true|false)\);\s*$/.exec(definition);
    if (match === null)
        throw new Error('pg_dump sets a sequence in another way than by setval.');
    return { lastValue: match[1] ?? '', isCalled: match[2] === 'true' };
}
/** For `pg_restore --use-list`: the rows of all tables, which it knows by the number that a line starts with. */
function tableEntries({ tables }) {
    return [...tables.values()].map((dumpId) => `${dumpId};\n`).join('');
}


/***/ }),

/***/ 82610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ redact),
/* harmony export */   L0: () => (/* binding */ dumpFailure),
/* harmony export */   w$: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _table_locks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77074);
/** Why pg_dump ended, from what it said: it tells no SQLSTATE, so its words must do (in English, see LC_ALL). */


/** The first that fits; the more particular ones stand first. */
const causes = [
    {
        words: /aborting because of server version mismatch[\s\S]*server version: (\S+); pg_dump version: (\S+)/,
        error: ([, server, client]) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`pg_dump ${client} refuses the newer server ${server}.`, {
            hint: "Use client programs of the server's major version or a newer one.",
        }),
    },
    {
        words: /query would be affected by row-level security policy for table "?([^"\n]+)"?/,
        error: ([, table]) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Row-level security hides rows of "${table}" from this role, so a dump would lack them.`, {
            hint: 'Dump with the owner of the table, or with a role that has BYPASSRLS.',
        }),
    },
    {
        words: /permission denied for (\S+) ([^\n]+)/,
        error: ([, kind, name]) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The role may not read ${kind} ${name}, so a dump would lack it.`, {
            hint: 'Grant it what it needs to read (`GRANT pg_read_all_data TO …` covers tables and sequences, large objects want their owner), or exclude it.',
        }),
    },
    {
        words: /could not obtain lock on relation "([^"]+)"/,
        error: ([, table]) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Another session waits for an exclusive lock on "${table}", so pg_dump gave up.`, {
            hint: 'A migration, or VACUUM FULL, ran at the same time: take backups before migrations, not beside them (`concurrency:`).',
        }),
    },
    {
        // `--lock-wait-timeout` is a statement_timeout round LOCK TABLE; pg_dump has none otherwise.
        words: /canceling statement due to (lock|statement) timeout/,
        error: () => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('pg_dump waited in vain for a lock on a table.', {
            hint: 'Another session holds an exclusive lock: a migration, VACUUM FULL, a forgotten transaction (see pg_locks). Run the backup when it is over, or raise `lock-timeout`.',
        }),
    },
    { words: /out of shared memory/, error: () => (0,_table_locks_js__WEBPACK_IMPORTED_MODULE_1__/* .tooManyTables */ .T)('exclude tables') },
    {
        words: /No space left on device/,
        error: () => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("The runner's disk is full.", {
            hint: 'Free space before this step, take a larger runner, exclude tables, or use `spool: never`, which needs no disk.',
        }),
    },
    {
        words: /no matching (tables|schemas|extensions) were found/,
        error: ([line]) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`pg_dump found nothing to dump: ${line}.`, {
            hint: 'Are the patterns right? They are those of psql: `schema.table`, `*`, `?`, lower case unless quoted.',
        }),
    },
    {
        words: /invalid snapshot identifier|could not import the requested snapshot|the source process with PID/,
        error: () => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA('Postgres', 'The session that exported the snapshot was gone before pg_dump used it.', {
            retryable: true,
        }),
    },
    {
        words: /(server closed the connection|terminating connection|connection to server|SSL SYSCALL|could not (receive|send) data|no connection to the server)[^\n]*/,
        error: (_, said) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA('pg_dump', `The connection to the server failed or was lost.\n${said}`, {
            retryable: true,
        }),
    },
];
/**
 * The error for a pg_dump that did not end well.
 * @param secrets what must not appear, should the program have repeated it
 */
function dumpFailure(end, secrets) {
    const said = redact(lastLines(end.errors), secrets);
    if (end.kind === 'not-started')
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA('pg_dump', `pg_dump could not be started: ${said}`);
    for (const { words, error } of causes) {
        const match = words.exec(redact(end.errors, secrets));
        if (match !== null)
            return error(match, said);
    }
    if (end.kind === 'killed')
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA('pg_dump', `pg_dump was ended by ${end.signal}.${said === '' ? '' : `\n${said}`}`, {
            retryable: true,
            hint: 'SIGKILL is what a runner without memory left sends.',
        });
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA('pg_dump', `pg_dump ended with exit code ${end.code}.\n${said}`);
}
/** Without the queries that pg_dump quotes, which say nothing to a user. */
function lastLines(errors) {
    const lines = errors
        .split('\n')
        .filter((line) => !/^pg_dump: (detail: )?(Query|Command) was: /i.test(line));
    return lines.slice(-8).join('\n').trim();
}
function redact(text, secrets) {
    return secrets
        .toSorted((left, right) => right.length - left.length)
        .reduce((result, secret) => result.replaceAll(secret, '***'), text);
}


/***/ }),

/***/ 1805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ archiveLines),
/* harmony export */   d: () => (/* binding */ databaseLines)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _postgres_client_process_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72935);
/* harmony import */ var _postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9755);
/* harmony import */ var _postgres_libpq_environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91962);
/* harmony import */ var _dump_contents_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12264);
/* harmony import */ var _dump_failure_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(82610);
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
/** The rows of an archive, and of a database, as the SQL that `copy-blocks.ts` reads: in the very same form. */









/** What pg_restore makes of the archive's tables; nothing is restored. @throws ExternalError when it cannot be read */
async function* archiveLines(options) {
    const { pgRestore, archive, contents, environment, signal } = options;
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'database-actions-list-'));
    try {
        const list = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'tables.list');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(list, (0,_dump_contents_js__WEBPACK_IMPORTED_MODULE_7__/* .tableEntries */ .z)(contents));
        const argv = ['--file=-', `--use-list=${list}`, archive];
        yield* (0,_postgres_client_process_js__WEBPACK_IMPORTED_MODULE_4__/* .programOutput */ .ci)({ path: pgRestore.path, argv, environment, signal }, (end) => {
            const said = (0,_dump_failure_js__WEBPACK_IMPORTED_MODULE_8__/* .lastLines */ .w$)(end.errors);
            return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ExternalError */ .yA('pg_restore', `pg_restore could not read the dump that was just taken.\n${said}`);
        });
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}
/** The rows of a restored copy. @throws UserError or ExternalError, as a dump would */
async function* databaseLines(options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { pgDump, uri, environment, signal } = options;
        const libpq = __addDisposableResource(env_1, await (0,_postgres_libpq_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .libpqEnvironment */ .S)({ uri, environment, applicationName: 'database-actions/proof' }), true);
        const argv = ['--data-only', '--no-blobs', '--no-password'];
        const call = { path: pgDump.path, argv, environment: libpq.variables, signal };
        yield* (0,_postgres_client_process_js__WEBPACK_IMPORTED_MODULE_4__/* .programOutput */ .ci)(call, (end) => (0,_dump_failure_js__WEBPACK_IMPORTED_MODULE_8__/* .dumpFailure */ .L0)(end, (0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_5__/* .secretsOf */ .Fj)(uri)));
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


/***/ }),

/***/ 77074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ tooManyTables),
/* harmony export */   n: () => (/* binding */ lockTables)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _postgres_object_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20547);
/* harmony import */ var _postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37929);



const perStatement = 500;
/**
 * Keeps the tables that the role may read as they are until the transaction ends: reading and writing go on, TRUNCATE and whatever rewrites or
 * drops a table waits. pg_dump does the same, but lets go when it is done, and a TRUNCATE before the proof would make
 * the table empty to every snapshot (https://www.postgresql.org/docs/current/mvcc-caveats.html).
 * @throws UserError when another session holds one of them, ExternalError when one is gone since the snapshot
 */
async function lockTables(session, relations, lockTimeoutMs) {
    const tables = relations.filter(({ kind, canRead }) => kind === 'table' && canRead);
    try {
        for (let start = 0; start < tables.length; start += perStatement) {
            const names = tables.slice(start, start + perStatement).map((table) => `ONLY ${(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_2__/* .qualifiedName */ .OL)(table)}`);
            await session.query(`LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`);
        }
    }
    catch (thrown) {
        throw lockFailure(thrown, lockTimeoutMs);
    }
}
function lockFailure(thrown, lockTimeoutMs) {
    switch ((0,_postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_1__/* .sqlStateOf */ .v9)(thrown)) {
        case _postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_1__/* .sqlState */ .cn.lockNotAvailable:
            return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`A table could not be locked for reading within ${lockTimeoutMs / 1000} s: another session holds it exclusively.`, {
                hint: 'A migration, VACUUM FULL or a forgotten transaction (see pg_locks). Run the backup when it is over.',
                cause: thrown,
            });
        case _postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_1__/* .sqlState */ .cn.outOfMemory:
            return tooManyTables('use `proof: archive`, which locks no more than pg_dump does');
        case _postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_1__/* .sqlState */ .cn.undefinedTable:
            return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA('Postgres', 'A table was dropped just after the snapshot was taken.', {
                retryable: true,
                hint: 'Does another job migrate the same database? Let one wait for the other (`concurrency:`).',
                cause: thrown,
            });
        default:
            return thrown;
    }
}
function tooManyTables(instead) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('The server has no room for the locks of so many tables.', {
        hint: `Raise its \`max_locks_per_transaction\` (needs a restart), or ${instead}.`,
    });
}


/***/ }),

/***/ 13378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ progressLog)
/* harmony export */ });
/* unused harmony export progressLine */
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73110);
/* harmony import */ var _report_quantity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59362);


const defaultEveryMs = 10_000;
/** A line now and then of what is done, how fast, and how long the rest may take; none for what is done at once. */
function progressLog(options) {
    const start = performance.now();
    let done = 0;
    const tell = async () => {
        if (options.measure !== undefined)
            done = await options.measure().catch(() => done);
        options.log.info(progressLine(options, done, performance.now() - start));
    };
    const timer = setInterval(() => void tell(), options.everyMs ?? defaultEveryMs);
    timer.unref();
    return {
        add: (bytes) => {
            done += bytes;
        },
        [Symbol.dispose]: () => clearInterval(timer),
    };
}
/** `Dump: 120 MB of about 400 MB, 12 MB/s, about 23 s left` */
function progressLine({ what, total }, done, elapsedMs) {
    const rate = elapsedMs === 0 ? 0 : (done / elapsedMs) * 1000;
    const speed = `${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(rate)}/s`;
    if (total <= done || rate === 0)
        return `${what}: ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(done)} so far, ${speed}`;
    const left = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(((total - done) / rate) * 1000);
    return `${what}: ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(done)} of about ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(total)}, ${speed}, about ${left} left`;
}


/***/ }),

/***/ 77745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ fingerprintTables),
  L: () => (/* binding */ shareTables)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/postgres/object-name.js
var object_name = __webpack_require__(20547);
// EXTERNAL MODULE: ./build/postgres/row.js
var postgres_row = __webpack_require__(31290);
// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(37929);
// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(86967);
;// CONCATENATED MODULE: ./build/backups/proof/row-expression.js


/**
 * `count(*)` and the sum of the hashes of all rows; the sum alone would miss that 0 was added. By `sum`, since the rows
 * of a pair that is the same would cancel out under xor. `record` before `text`: a cast that the database defines for
 * the table's own type has no say.
 */
function fingerprintQuery(table) {
    const alias = (0,identifier/* quoteIdentifier */.C)(aliasFor(table.columns));
    return `SELECT pg_catalog.count(*)::text AS rows,
  coalesce(pg_catalog.sum(pg_catalog.hashtextextended(${rowText(table, alias)}, 0)), 0)::text AS hash
FROM ONLY ${(0,object_name/* qualifiedName */.OL)(table)} AS ${alias}`;
}
/** By name where the order of columns is not kept: a plain child's inherited columns come first after a restore. */
function rowText({ columns, isInheritanceChild }, alias) {
    if (columns.length === 0)
        return `''::text`;
    if (!isInheritanceChild)
        return `(${alias}.*)::pg_catalog.record::text`;
    return `ROW(${columns.map((column) => `${alias}.${(0,identifier/* quoteIdentifier */.C)(column)}`).join(', ')})::text`;
}
/** No column's name: `t::text` of a table with a column `t` is that column, and the hash would silently cover no other. */
function aliasFor(columns) {
    let alias = '__r';
    while (columns.includes(alias))
        alias += '_';
    return alias;
}

;// CONCATENATED MODULE: ./build/backups/proof/fingerprint-tables.js





async function fingerprintTables(work) {
    const outcomes = new Map();
    const failed = new AbortController();
    const runAll = async (session, share) => {
        await session.query('SAVEPOINT fingerprint');
        for (const batch of batchesOf(share.filter((one) => work.tables.has(one)))) {
            work.signal.throwIfAborted();
            if (failed.signal.aborted)
                return;
            const results = await fingerprintBatch(session, batch);
            for (const [index, outcome] of results.entries()) {
                const relation = batch[index];
                if (relation !== undefined)
                    outcomes.set(relation, outcome);
            }
            work.onDone(bytesOf(batch));
        }
        // The last batch may have failed, and what comes next needs the transaction.
        await session.query('ROLLBACK TO SAVEPOINT fingerprint');
    };
    const shares = shareTables(work.relations, work.sessions.length);
    const results = await Promise.allSettled(work.sessions.map((session, index) => runAll(session, shares[index] ?? []).catch((thrown) => {
        failed.abort();
        throw thrown;
    })));
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
    const inOrder = work.relations.flatMap((relation) => outcomes.get(relation) ?? []);
    return {
        tables: inOrder.flatMap((outcome) => ('table' in outcome ? [outcome.table] : [])),
        notCompared: inOrder.flatMap((outcome) => ('omission' in outcome ? [outcome.omission] : [])),
    };
}
/**
 * Which session reads which table, the largest first, each to the one that has least to do. Settled beforehand, since
 * who locks a table must be who reads it: a request for a lock stands in line behind an exclusive one that waits for
 * another session of ours, and neither would ever end.
 */
function shareTables(relations, count) {
    const shares = Array.from({ length: count }, () => ({ bytes: 0, tables: [] }));
    const tables = relations.filter(({ kind }) => kind === 'table');
    for (const table of tables.toSorted((left, right) => right.bytes - left.bytes)) {
        const least = shares.reduce((best, share) => (share.bytes < best.bytes ? share : best));
        least.tables.push(table);
        // So that empty tables are shared out too.
        least.bytes += table.bytes + 1;
    }
    return shares.map((share) => share.tables);
}
/** A round trip to a server far away takes longer than hashing a small table. */
const small = 1024 * 1024;
const mostInBatch = 40;
/** Large tables one by one, small ones together; in their order. */
function batchesOf(tables) {
    const batches = [];
    let open;
    for (const table of tables) {
        if (table.bytes < small && open !== undefined && open.length < mostInBatch) {
            open.push(table);
            continue;
        }
        const batch = [table];
        batches.push(batch);
        open = table.bytes < small ? batch : undefined;
    }
    return batches;
}
function bytesOf(tables) {
    return tables.reduce((sum, { bytes }) => sum + bytes, 0);
}
/** From the savepoint on: a table that cannot be read this way must not cost the others their snapshot. */
async function fingerprintBatch(session, batch) {
    const parts = batch.map((table, index) => `SELECT ${index} AS position, f.rows, f.hash FROM (${fingerprintQuery(table)}) AS f`);
    try {
        const rows = await session.query(`ROLLBACK TO SAVEPOINT fingerprint; ${parts.join('\nUNION ALL\n')}`);
        const byPosition = new Map(rows.map((row) => [(0,postgres_row/* numeric */.sH)(row, 'position'), row]));
        return batch.map(({ schema, name, bytes }, index) => {
            const row = byPosition.get(index) ?? {};
            return { table: { schema, name, rows: (0,postgres_row/* numeric */.sH)(row, 'rows'), hash: (0,postgres_row/* text */.Qq)(row, 'hash'), bytes } };
        });
    }
    catch (thrown) {
        const reason = cannotFingerprint(thrown);
        if (reason === undefined)
            throw thrown;
        if (batch.length === 1)
            return batch.map((one) => ({ omission: { subject: (0,object_name/* displayName */.QC)(one), reason } }));
        const outcomes = [];
        for (const one of batch)
            outcomes.push(...(await fingerprintBatch(session, [one])));
        return outcomes;
    }
}
/** What is the table's nature and not a failure; undefined for all else. */
function cannotFingerprint(thrown) {
    const state = (0,sqlstate/* sqlStateOf */.v9)(thrown);
    if (state === sqlstate/* sqlState */.cn.insufficientPrivilege)
        return `the role may not read all of its rows: ${(0,errors/* errorMessage */.gJ)(thrown)}`;
    const isTooLarge = state === sqlstate/* sqlState */.cn.programLimitExceeded ||
        (state === sqlstate/* sqlState */.cn.internalError && isInvalidAllocation(thrown));
    return isTooLarge ? 'a row is too large to be written out as one text (1 GB)' : undefined;
}
/** The one internal error that a mere size makes (palloc's limit); it has no SQLSTATE of its own. */
function isInvalidAllocation(thrown) {
    return (0,errors/* errorMessage */.gJ)(thrown).startsWith('invalid memory alloc request size');
}


/***/ }),

/***/ 52115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ readDatabaseFacts),
  M: () => (/* binding */ readFacts)
});

// EXTERNAL MODULE: ./build/backups/long-session.js
var long_session = __webpack_require__(75469);
// EXTERNAL MODULE: ./build/backups/progress-log.js
var progress_log = __webpack_require__(13378);
// EXTERNAL MODULE: ./build/postgres/object-name.js
var object_name = __webpack_require__(20547);
// EXTERNAL MODULE: ./build/postgres/row.js
var postgres_row = __webpack_require__(31290);
;// CONCATENATED MODULE: ./build/backups/proof/catalog-facts.js


async function readCatalogFacts(session) {
    const extensions = await session.query(extensionsQuery);
    const roles = await session.query(rolesQuery);
    const settings = await session.query(settingsQuery);
    const collations = await session.query(collationsQuery);
    const invalid = await session.query(invalidQuery);
    return {
        extensions: extensions.map((row) => ({ name: (0,postgres_row/* text */.Qq)(row, 'name'), version: (0,postgres_row/* text */.Qq)(row, 'version') })),
        roles: roles.map((row) => (0,postgres_row/* text */.Qq)(row, 'name')),
        settings: settings.map((row) => settingText((0,postgres_row/* text */.Qq)(row, 'setting'), (0,postgres_row/* optionalText */.mR)(row, 'role'))),
        collations: collations
            .map((row) => ({ name: (0,postgres_row/* text */.Qq)(row, 'name'), version: (0,postgres_row/* text */.Qq)(row, 'version') }))
            .filter(({ version }) => version !== ''),
        invalidObjects: invalid.map((row) => (0,postgres_row/* text */.Qq)(row, 'object')),
    };
}
const extensionsQuery = `SELECT extname AS name, extversion AS version FROM pg_catalog.pg_extension ORDER BY extname COLLATE "C"`;
/** Owners, grantees and roles of policies; the bootstrap superuser is not recorded there, so what it owns is looked up. */
const rolesQuery = `SELECT r.rolname AS name FROM pg_catalog.pg_roles r
WHERE r.rolname !~ '^pg_' AND (r.oid IN (
    SELECT s.refobjid FROM pg_catalog.pg_shdepend s
    WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
      AND s.dbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()))
  OR EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relowner = r.oid AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'))
ORDER BY r.rolname COLLATE "C"`;
const settingsQuery = `SELECT setting.value AS setting, r.rolname AS role
FROM pg_catalog.pg_db_role_setting s
LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.setrole
CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS setting(value)
WHERE s.setdatabase = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
ORDER BY r.rolname COLLATE "C" NULLS FIRST, setting.value COLLATE "C"`;
/** Anything of a custom name may be a key; what Postgres itself knows by such a name is not told either. */
const secretName = /\.|secret|passw|token|key|jwt|credential|private|auth/i;
/** `work_mem=64MB`; of one role `work_mem=64MB (role app)`. */
function settingText(setting, role) {
    const [name = '', ...value] = setting.split('=');
    const shown = secretName.test(name) ? '(not shown)' : value.join('=');
    return `${name}=${shown}${role === undefined ? '' : ` (role ${(0,object_name/* displayIdentifier */.UY)(role)})`}`;
}
/** Those that columns and indexes of the user's use, the database's own among them (which has no version before 15). */
const collationsQuery = `SELECT DISTINCT c.collprovider::text || ':' || c.collname::text AS name,
  coalesce(CASE WHEN c.collprovider = 'd' THEN pg_catalog.to_json(d) ->> 'datcollversion' ELSE c.collversion END, '') AS version
FROM pg_catalog.pg_collation c
CROSS JOIN pg_catalog.pg_database d
WHERE d.datname = pg_catalog.current_database() AND c.oid IN (
  SELECT a.attcollation FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class r ON r.oid = a.attrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
  WHERE a.attnum > 0 AND r.relkind IN ('r', 'm', 'p', 'i', 'I') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')
ORDER BY 1`;
const invalidQuery = `SELECT 'constraint ' || pg_catalog.format('%I.%I.%I', n.nspname, r.relname, k.conname) AS object
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class r ON r.oid = k.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
WHERE NOT k.convalidated AND n.nspname !~ '^pg_'
UNION ALL
SELECT 'index ' || pg_catalog.format('%I.%I', n.nspname, r.relname)
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class r ON r.oid = i.indexrelid
JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
WHERE NOT i.indisvalid AND n.nspname !~ '^pg_'
ORDER BY 1`;

;// CONCATENATED MODULE: ./build/backups/proof/choose-tables.js

/** Which relations are hashed: of a source those with rows in the dump, of a copy all. */
function chooseTables(relations, contents, hashing) {
    const hashed = new Set();
    const notCompared = [];
    for (const relation of relations.filter((one) => isRestored(one, contents))) {
        const reason = whyNot(relation, contents) ?? whyNotBy(hashing, relation);
        if (reason !== undefined)
            notCompared.push({ subject: (0,object_name/* displayName */.QC)(relation), reason });
        else if (relation.kind === 'table')
            hashed.add(relation);
    }
    return { hashed, notCompared };
}
/** What is left out of the dump altogether is told by `notInBackup`. */
function isRestored({ oid, kind }, contents) {
    if (contents === undefined)
        return true;
    if (kind === 'materialised view')
        return contents.materialisedViews.has(oid);
    return kind === 'table' && (contents.definitions.has(oid) || contents.tables.has(oid));
}
function whyNot(relation, contents) {
    const { kind, extension, isPopulated, canRead } = relation;
    if (kind === 'foreign table')
        return 'a foreign table: its rows are on another server';
    if (kind === 'materialised view')
        return isPopulated ? 'a materialised view: a restore fills it anew (REFRESH)' : undefined;
    if (extension !== undefined)
        return `belongs to the extension ${extension}, which brings rows of its own`;
    if (contents !== undefined && !contents.tables.has(relation.oid))
        return 'its rows are not in the dump';
    return canRead ? undefined : 'the role may not read it';
}
function whyNotBy({ kind }, relation) {
    if (relation.kind !== 'table')
        return undefined;
    if (kind === 'none')
        return 'no proof of tables was asked for';
    return kind === 'copy-lines' && relation.isInheritanceChild
        ? 'inherits its columns, which a restore may bring back in another order: only `proof: source` compares it'
        : undefined;
}

;// CONCATENATED MODULE: ./build/backups/proof/fingerprint-settings.js
/**
 * Under which settings a row's text is the same on every server: those that take part in writing out a value, and those
 * that decide what a name means.
 */
const fingerprintSettings = {
    search_path: '',
    TimeZone: 'UTC',
    DateStyle: 'ISO, YMD',
    IntervalStyle: 'postgres',
    extra_float_digits: '3',
    bytea_output: 'hex',
    lc_monetary: 'C',
    // Of regclass and its like.
    quote_all_identifiers: 'off',
    // Rows that a policy hides make an error of the query instead of missing silently.
    row_security: 'off',
    // Compiles a minute's worth of scan in a second, but every small table too.
    jit: 'off',
};
/** All of them in one statement, for the session. */
const applyFingerprintSettings = `SELECT ${Object.entries(fingerprintSettings)
    .map(([name, value]) => `pg_catalog.set_config('${name}', '${value}', false)`)
    .join(', ')}`;

// EXTERNAL MODULE: ./build/backups/proof/fingerprint-tables.js + 1 modules
var fingerprint_tables = __webpack_require__(77745);
;// CONCATENATED MODULE: ./build/backups/proof/copy-line-hash.js
/**
 * The fingerprint of a table by the lines of its COPY output (`copy-lines`): of each line, without its line break,
 * 64 bits made of two runs of MurmurHash3 (x86, 32 bit) with the seeds below, the first run's in the upper half; of the
 * table, their sum. Against accidents, as `row-text` is; nothing here withstands intent.
 */
const seeds = [0x9747_b28c, 0x1b87_3593];
/** Halves of the sum stay exact as doubles for two million lines. */
const flushEvery = 1 << 20;
function lineTally() {
    let [rows, upper, lower] = [0, 0, 0];
    let total = 0n;
    const flush = () => {
        total += (BigInt(upper) << 32n) + BigInt(lower);
        [upper, lower] = [0, 0];
    };
    return {
        add(bytes, start, end) {
            upper += murmur3(bytes, start, end, seeds[0]);
            lower += murmur3(bytes, start, end, seeds[1]);
            rows += 1;
            if (rows % flushEvery === 0)
                flush();
        },
        rows: () => rows,
        hash() {
            flush();
            return String(total);
        },
    };
}
/** https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp, which is in the public domain. */
// biome-ignore lint/complexity/useMaxParams: called for every line; an object for each would cost more than the hash
function murmur3(bytes, start, end, seed) {
    let hash = seed;
    let at = start;
    for (const last = end - 4; at <= last; at += 4) {
        const word = byteAt(bytes, at) |
            (byteAt(bytes, at + 1) << 8) |
            (byteAt(bytes, at + 2) << 16) |
            (byteAt(bytes, at + 3) << 24);
        hash ^= scramble(word);
        hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe654_6b64;
    }
    let rest = 0;
    for (let index = end - 1; index >= at; index -= 1)
        rest = (rest << 8) | byteAt(bytes, index);
    if (at < end)
        hash ^= scramble(rest);
    return finish(hash ^ (end - start));
}
function byteAt(bytes, index) {
    return bytes[index] ?? 0;
}
function scramble(word) {
    const mixed = Math.imul(word, 0xcc9e_2d51);
    return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b87_3593);
}
function finish(hash) {
    let mixed = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
}

;// CONCATENATED MODULE: ./build/backups/proof/copy-blocks.js
/** Reads the COPY blocks out of the SQL that pg_dump and pg_restore write. */


const lineFeed = 0x0a;
const backslash = 0x5c;
const fullStop = 0x2e;
const identifier = '"(?:[^"]|"")+"|[^\\s."(),]+';
const copyStatement = new RegExp(`^COPY (${identifier})\\.(${identifier}) (?:\\([\\s\\S]*\\))? FROM stdin;$`);
/** A name may hold line breaks; more than these, and it was no COPY statement. */
const mostStatementBytes = 262_144;
/**
 * Every table of the stream, in its order.
 * @throws Error when the stream ends inside of a block: what wrote it broke off
 */
async function readCopyBlocks(sql, onBytes) {
    const blocks = [];
    let open;
    let statement = '';
    const take = (bytes, start, end) => {
        if (open !== undefined) {
            if (!isEnd(bytes, start, end))
                return open.tally.add(bytes, start, end);
            blocks.push({ schema: open.schema, name: open.name, rows: open.tally.rows(), hash: open.tally.hash() });
            open = undefined;
            return;
        }
        statement = continued(statement, bytes.subarray(start, end));
        const found = copyStatement.exec(statement);
        if (found === null)
            return;
        open = { schema: (0,object_name/* unquote */._n)(found[1] ?? ''), name: (0,object_name/* unquote */._n)(found[2] ?? ''), tally: lineTally() };
        statement = '';
    };
    await forEachLine(sql, onBytes, take);
    if (open !== undefined)
        throw new Error('The dump ended within the rows of a table.');
    return blocks;
}
/** `\.` and nothing else. */
function isEnd(bytes, start, end) {
    return end - start === 2 && bytes[start] === backslash && bytes[start + 1] === fullStop;
}
/** What may yet become a COPY statement; empty for any other line. */
function continued(statement, line) {
    if (statement !== '' && statement.length < mostStatementBytes)
        return `${statement}\n${line.toString('utf8')}`;
    return line.subarray(0, 5).toString('latin1') === 'COPY ' ? line.toString('utf8') : '';
}
async function forEachLine(stream, onBytes, take) {
    let pending = [];
    for await (const chunk of stream) {
        onBytes(chunk.length);
        const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
        let start = 0;
        for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
            if (pending.length === 0)
                take(bytes, start, end);
            else {
                const line = Buffer.concat([...pending, bytes.subarray(start, end)]);
                pending = [];
                take(line, 0, line.length);
            }
            start = end + 1;
        }
        if (start < bytes.length)
            pending.push(bytes.subarray(start));
    }
    if (pending.length > 0) {
        const line = Buffer.concat(pending);
        take(line, 0, line.length);
    }
}

;// CONCATENATED MODULE: ./build/backups/proof/from-copy-lines.js


/** Fingerprints of those tables out of a stream that holds them, and maybe more. */
async function fromCopyLines(tables, lines, onBytes) {
    const blocks = new Map((await readCopyBlocks(lines, onBytes)).map((block) => [(0,object_name/* displayName */.QC)(block), block]));
    const notCompared = [];
    const found = tables.flatMap(({ schema, name, bytes }) => {
        const block = blocks.get((0,object_name/* displayName */.QC)({ schema, name }));
        if (block !== undefined)
            return [{ schema, name, rows: block.rows, hash: block.hash, bytes }];
        notCompared.push({
            subject: (0,object_name/* displayName */.QC)({ schema, name }),
            reason: 'its rows were not in what pg_dump wrote',
        });
        return [];
    });
    return { tables: found, notCompared };
}

// EXTERNAL MODULE: ./build/backups/proof/relations.js
var proof_relations = __webpack_require__(45820);
;// CONCATENATED MODULE: ./build/backups/proof/large-objects.js


const noLargeObjects = { count: 0, bytes: 0, hash: '0' };
/** One value may be 1 GB at most, a large object 4 TB: they are read in pieces. */
const pieceBytes = 32 * 1024 * 1024;
/** The owner, a superuser, and whom it was granted to; `has_largeobject_privilege` is of 18. */
const readableCondition = `(pg_catalog.pg_has_role(o.lomowner, 'USAGE')
  OR pg_catalog.current_setting('lo_compat_privileges')::boolean
  OR EXISTS (SELECT FROM pg_catalog.aclexplode(o.lomacl) AS a
    WHERE a.privilege_type = 'SELECT' AND (a.grantee = 0 OR pg_catalog.pg_has_role(a.grantee, 'USAGE'))))`;
/** Piece number $1 of those in $2, and which of them have more. */
const pieceQuery = `SELECT pg_catalog.count(*)::text AS count,
  coalesce(pg_catalog.sum(pg_catalog.length(piece.data)), 0)::text AS bytes,
  coalesce(pg_catalog.sum(pg_catalog.hashtextextended(
    pg_catalog.concat_ws(':', o.oid::text, $1::text, pg_catalog.encode(pg_catalog.sha256(piece.data), 'hex')), 0)), 0)::text AS hash,
  coalesce(pg_catalog.array_agg(o.oid::text) FILTER (WHERE pg_catalog.length(piece.data) = ${pieceBytes}), '{}') AS longer
FROM pg_catalog.pg_largeobject_metadata o
CROSS JOIN LATERAL (SELECT pg_catalog.lo_get(o.oid, $1::bigint * ${pieceBytes}, ${pieceBytes}) AS data OFFSET 0) piece
WHERE ($2::oid[] IS NULL OR o.oid = ANY ($2::oid[])) AND ${readableCondition}`;
/** Numbers and contents of all that the role may read; the transaction's snapshot holds for them too. */
async function readLargeObjects(session) {
    let [count, bytes, hash] = [0, 0, 0n];
    let longer = null;
    for (let piece = 0; longer === null || longer.length > 0; piece += 1) {
        const [row = {}] = await session.query(pieceQuery, [piece, longer]);
        if (piece === 0)
            count = (0,postgres_row/* numeric */.sH)(row, 'count');
        bytes += (0,postgres_row/* numeric */.sH)(row, 'bytes');
        hash += BigInt((0,postgres_row/* text */.Qq)(row, 'hash'));
        longer = (0,proof_relations/* textsOf */.C)(row, 'longer');
    }
    return { largeObjects: { count, bytes, hash: String(hash) }, notCompared: await readHidden(session) };
}
async function readHidden(session) {
    const [row = {}] = await session.query(`SELECT pg_catalog.count(*)::text AS count FROM pg_catalog.pg_largeobject_metadata o WHERE NOT ${readableCondition}`);
    const hidden = (0,postgres_row/* numeric */.sH)(row, 'count');
    return hidden === 0 ? [] : [{ subject: `${hidden} large objects`, reason: 'the role may not read them' }];
}

// EXTERNAL MODULE: ./build/postgres/identifier.js
var postgres_identifier = __webpack_require__(86967);
;// CONCATENATED MODULE: ./build/backups/proof/sequences.js



const sequencesQuery = `
SELECT n.nspname AS schema, c.relname AS name,
  (pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_sequence_privilege(c.oid, 'SELECT')) AS can_read
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`;
/** A query's plan grows with every part of a UNION. */
const perQuery = 200;
/** As they are now: no snapshot holds a sequence still, so this is for a database that nobody writes to. */
async function readSequences(session) {
    const all = (await session.query(sequencesQuery)).map((row) => ({
        schema: (0,postgres_row/* text */.Qq)(row, 'schema'),
        name: (0,postgres_row/* text */.Qq)(row, 'name'),
        canRead: (0,postgres_row/* truth */.Im)(row, 'can_read'),
    }));
    const readable = all.filter(({ canRead }) => canRead);
    const sequences = [];
    for (let start = 0; start < readable.length; start += perQuery)
        sequences.push(...(await readStates(session, readable.slice(start, start + perQuery))));
    const notCompared = all
        .filter(({ canRead }) => !canRead)
        .map((sequence) => ({ subject: (0,object_name/* displayName */.QC)(sequence), reason: 'the role may not read the sequence' }));
    return { sequences, notCompared };
}
/** `is_called` is in no catalog: only the sequence itself tells. */
async function readStates(session, sequences) {
    const parts = sequences.map((sequence) => `SELECT ${(0,postgres_identifier/* quoteLiteral */.c)(sequence.schema)} AS schema, ${(0,postgres_identifier/* quoteLiteral */.c)(sequence.name)} AS name, last_value::text AS last_value, is_called FROM ${(0,object_name/* qualifiedName */.OL)(sequence)}`);
    const rows = await session.query(parts.join('\nUNION ALL\n'));
    return rows.map((row) => ({
        schema: (0,postgres_row/* text */.Qq)(row, 'schema'),
        name: (0,postgres_row/* text */.Qq)(row, 'name'),
        lastValue: (0,postgres_row/* text */.Qq)(row, 'last_value'),
        isCalled: (0,postgres_row/* truth */.Im)(row, 'is_called'),
    }));
}

;// CONCATENATED MODULE: ./build/backups/proof/read-facts.js
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










/** What a restored copy holds. It must be at rest: the connections share no snapshot. */
async function readDatabaseFacts(options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const hashing = options.hashing ?? { kind: 'row-text' };
        const sessions = __addDisposableResource(env_1, await openSessions(options, hashing.kind === 'row-text' ? options.workers : 1), true);
        const relations = await (0,proof_relations/* readRelations */.A)(sessions.first);
        return await readFacts({ ...options, hashing, relations, sessions: sessions.all });
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
async function readFacts(options) {
    const { sessions, relations, contents, hashing } = options;
    const [first] = sessions;
    if (first === undefined)
        throw new Error('At least one session is needed.');
    for (const session of sessions)
        await session.query(applyFingerprintSettings);
    const { hashed, notCompared } = chooseTables(relations, contents, hashing);
    const prints = await fingerprints(options, hashed);
    const rest = await readTheRest(first, contents);
    return {
        algorithm: hashing.kind === 'copy-lines' ? 'copy-lines' : 'row-text',
        tables: prints.tables,
        materialisedViews: viewsOf(relations, contents),
        ...(await readCatalogFacts(first)),
        sequences: rest.sequences,
        largeObjects: rest.largeObjects,
        notCompared: [...notCompared, ...prints.notCompared, ...rest.notCompared],
    };
}
async function fingerprints({ hashing, relations, sessions, log, signal }, tables) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const total = [...tables].reduce((sum, { bytes }) => sum + bytes, 0);
        const progress = __addDisposableResource(env_2, (0,progress_log/* progressLog */.m)({ what: 'Fingerprints', total, log }), false);
        if (hashing.kind === 'none')
            return { tables: [], notCompared: [] };
        if (hashing.kind === 'copy-lines')
            return fromCopyLines([...tables], hashing.lines(), progress.add);
        return (0,fingerprint_tables/* fingerprintTables */.Q)({ relations, tables, sessions, signal, onDone: progress.add });
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        __disposeResources(env_2);
    }
}
function viewsOf(relations, contents) {
    return relations
        .filter(({ kind, oid }) => kind === 'materialised view' && (contents?.materialisedViews.has(oid) ?? true))
        .map(({ schema, name, isPopulated }) => ({ schema, name, isPopulated }));
}
async function readTheRest(session, contents) {
    const { sequences, ...ofSequences } = contents === undefined
        ? await readSequences(session)
        : { sequences: contents.sequences, notCompared: [] };
    const { largeObjects, ...ofLargeObjects } = contents === undefined || contents.hasLargeObjects
        ? await readLargeObjects(session)
        : { largeObjects: noLargeObjects, notCompared: [] };
    return {
        sequences,
        largeObjects,
        notCompared: [...ofSequences.notCompared, ...ofLargeObjects.notCompared],
    };
}
async function openSessions(options, count) {
    const all = [];
    const close = async () => {
        await Promise.all(all.map((session) => session[Symbol.asyncDispose]()));
    };
    try {
        const first = await openSession(options);
        all.push(first);
        while (all.length < count)
            all.push(await openSession(options));
        return { first, all, [Symbol.asyncDispose]: close };
    }
    catch (thrown) {
        await close();
        throw thrown;
    }
}
async function openSession(options) {
    const session = await (0,long_session/* openLongSession */.b)(options);
    try {
        await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        return session;
    }
    catch (thrown) {
        await session[Symbol.asyncDispose]();
        throw thrown;
    }
}


/***/ }),

/***/ 45820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readRelations),
/* harmony export */   C: () => (/* binding */ textsOf)
/* harmony export */ });
/* harmony import */ var _postgres_row_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31290);

const kinds = {
    r: 'table',
    m: 'materialised view',
    f: 'foreign table',
};
/** `pg_table_size` waits for a lock on the table: where somebody holds that, the last count of pages must do. */
const relationsQuery = `
WITH held AS MATERIALIZED (
  SELECT l.relation FROM pg_catalog.pg_locks l
  WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock')
SELECT c.oid::int8::text AS oid, n.nspname AS schema, c.relname AS name, c.relkind::text AS kind,
  c.relispopulated AS is_populated, c.relpersistence = 'u' AS is_unlogged,
  CASE WHEN c.relkind = 'f' THEN 0
    WHEN c.oid IN (SELECT held.relation FROM held) THEN c.relpages::bigint * 8192
    ELSE coalesce(pg_catalog.pg_table_size(c.oid), 0) END::text AS bytes,
  (pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT')) AS can_read,
  (SELECT e.extname FROM pg_catalog.pg_depend d
     JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
   WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e'
     AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
     AND coalesce(e.extcondition[pg_catalog.array_position(e.extconfig, c.oid)] <> '', true)) AS extension,
  ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attname COLLATE "C") AS columns,
  (NOT c.relispartition AND EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid)) AS is_child
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`;
/** All relations of the database that may hold rows, the system's apart. */
async function readRelations(session) {
    const rows = await session.query(relationsQuery);
    return rows.map(relationOf);
}
function relationOf(row) {
    const kind = kinds[(0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(row, 'kind')];
    if (kind === undefined)
        throw new Error('The catalog gave a relation of an unknown kind.');
    return {
        oid: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_0__/* .numeric */ .sH)(row, 'oid'),
        schema: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(row, 'schema'),
        name: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(row, 'name'),
        kind,
        isPopulated: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_0__/* .truth */ .Im)(row, 'is_populated'),
        isUnlogged: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_0__/* .truth */ .Im)(row, 'is_unlogged'),
        bytes: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_0__/* .numeric */ .sH)(row, 'bytes'),
        canRead: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_0__/* .truth */ .Im)(row, 'can_read'),
        extension: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_0__/* .optionalText */ .mR)(row, 'extension'),
        columns: textsOf(row, 'columns'),
        isInheritanceChild: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_0__/* .truth */ .Im)(row, 'is_child'),
    };
}
/** A `text[]`. */
function textsOf(row, column) {
    const value = row[column];
    if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string'))
        throw new Error(`Column ${column} should be a list of texts.`);
    return value;
}


/***/ }),

/***/ 72935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xd: () => (/* binding */ startProgram),
/* harmony export */   ci: () => (/* binding */ programOutput),
/* harmony export */   mB: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46193);
/* harmony import */ var _process_group_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21515);
/** Runs one of Postgres's programs: no shell, its own process group, its words on standard error kept. */



/** Enough for what a program says before it gives up; `--verbose` may go on for hours. */
const keptCharacters = 16_384;
function startProgram(call) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(call.path, [...call.argv], {
        env: { ...call.environment },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: process.platform !== 'win32',
    });
    const errors = keepErrors(child.stderr, call.onErrorLine);
    const done = new AbortController();
    const stop = () => void (0,_process_group_js__WEBPACK_IMPORTED_MODULE_2__/* .interruptGroup */ .r)(child.pid, done.signal);
    if (call.signal.aborted)
        stop();
    call.signal.addEventListener('abort', stop, { once: true });
    const ended = endOf(child, errors).finally(() => {
        done.abort();
        call.signal.removeEventListener('abort', stop);
    });
    return { stdout: child.stdout, ended };
}
/** For programs that say little: waits for the end. @throws the signal's reason when it was aborted */
async function runProgram(call) {
    call.signal.throwIfAborted();
    const { stdout, ended } = startProgram(call);
    const chunks = [];
    stdout.on('data', (chunk) => chunks.push(chunk));
    const end = await ended;
    call.signal.throwIfAborted();
    return { end, stdout: Buffer.concat(chunks).toString('utf8') };
}
/**
 * What a program writes, as it comes. Ends only when the program said that all is well: output that breaks off ends with
 * an error, so that no half of it looks whole. Leaving the loop before the end stops the program.
 * @param failure what to throw for any other end
 */
async function* programOutput(call, failure) {
    const left = new AbortController();
    const signal = AbortSignal.any([call.signal, left.signal]);
    signal.throwIfAborted();
    const { stdout, ended } = startProgram({ ...call, signal });
    try {
        for await (const chunk of stdout)
            if (chunk instanceof Uint8Array)
                yield chunk;
        const end = await ended;
        call.signal.throwIfAborted();
        if (end.kind !== 'exited' || end.code !== 0)
            throw failure(end);
    }
    finally {
        left.abort();
        stdout.destroy();
        await ended;
    }
}
function endOf(child, errors) {
    return new Promise((resolve) => {
        child.once('error', (error) => resolve({ kind: 'not-started', errors: error.message }));
        child.once('close', (code, signal) => {
            if (code === null)
                resolve({ kind: 'killed', signal: signal ?? 'an unknown signal', errors: errors() });
            else
                resolve({ kind: 'exited', code, errors: errors() });
        });
    });
}
function keepErrors(stream, onLine) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_1__.StringDecoder('utf8');
    let kept = '';
    let pending = '';
    stream.on('data', (chunk) => {
        const text = decoder.write(chunk);
        kept = (kept + text).slice(-keptCharacters);
        if (onLine === undefined)
            return;
        const lines = (pending + text).split('\n');
        pending = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
    });
    stream.on('end', () => {
        if (pending !== '')
            onLine?.(pending);
    });
    return () => kept.trim();
}


/***/ }),

/***/ 91962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ libpqEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41692);
/* harmony import */ var _connection_uri_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9755);
/* harmony import */ var _tls_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(20623);
/** A connection URI as the environment of a program that uses libpq: no secret in an argument, nothing of the job's own. */






/** https://www.postgresql.org/docs/current/libpq-envars.html; a client that does not know one passes over it. */
const variableOf = {
    hostaddr: 'PGHOSTADDR',
    options: 'PGOPTIONS',
    channel_binding: 'PGCHANNELBINDING',
    sslnegotiation: 'PGSSLNEGOTIATION',
    sslcompression: 'PGSSLCOMPRESSION',
    sslcert: 'PGSSLCERT',
    sslkey: 'PGSSLKEY',
    sslcertmode: 'PGSSLCERTMODE',
    sslcrl: 'PGSSLCRL',
    sslcrldir: 'PGSSLCRLDIR',
    sslsni: 'PGSSLSNI',
    requirepeer: 'PGREQUIREPEER',
    require_auth: 'PGREQUIREAUTH',
    ssl_min_protocol_version: 'PGSSLMINPROTOCOLVERSION',
    ssl_max_protocol_version: 'PGSSLMAXPROTOCOLVERSION',
    gssencmode: 'PGGSSENCMODE',
    krbsrvname: 'PGKRBSRVNAME',
    gsslib: 'PGGSSLIB',
    connect_timeout: 'PGCONNECT_TIMEOUT',
    target_session_attrs: 'PGTARGETSESSIONATTRS',
};
/** Have no variable; they go into a service file. Known to every client that is still maintained. */
const serviceParameters = [
    'keepalives',
    'keepalives_idle',
    'keepalives_interval',
    'keepalives_count',
    'tcp_user_timeout',
    'sslpassword',
];
/**
 * Writes the password to a file that only this user may read, and says everything else by variables. What other drivers
 * put into a URI (`pgbouncer`, `connection_limit`, `schema`) is left away. The files go with `await using`.
 * @throws UserError when the URI cannot be read
 */
async function libpqEnvironment(options) {
    const parts = (0,_connection_uri_js__WEBPACK_IMPORTED_MODULE_4__/* .parseConnectionUri */ .sq)(options.uri);
    const { mode } = await (0,_tls_js__WEBPACK_IMPORTED_MODULE_5__/* .planTls */ .D2)(parts);
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'database-actions-libpq-'));
    const remove = () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    try {
        const variables = {
            ...keptVariables(options.environment),
            ...connectionVariables(parts),
            PGAPPNAME: options.applicationName,
            PGSSLMODE: mode,
            ...(await authorities(parts, mode, folder)),
            ...(await passwordVariables(parts.password, folder)),
            ...(await serviceVariables(parts.parameters, folder)),
            // What programs say is read: in English, whatever the job's language.
            LC_ALL: 'C',
        };
        return { variables, [Symbol.asyncDispose]: remove };
    }
    catch (thrown) {
        await remove();
        throw thrown;
    }
}
function keptVariables(environment) {
    const kept = Object.entries(environment).flatMap(([name, value]) => value === undefined || /^PG/.test(name) ? [] : [[name, value]]);
    return Object.fromEntries(kept);
}
function connectionVariables({ host, port, user, database, parameters, }) {
    const given = Object.entries(variableOf).flatMap(([parameter, variable]) => {
        const value = parameters.get(parameter);
        return value === undefined ? [] : [[variable, value]];
    });
    return {
        // Poolers do not understand the question that a Kerberos ticket lying about would make libpq ask.
        PGGSSENCMODE: 'disable',
        PGCONNECT_TIMEOUT: '60',
        PGHOST: host,
        PGPORT: String(port),
        PGUSER: user,
        PGDATABASE: database,
        ...Object.fromEntries(given),
    };
}
/**
 * Without `sslrootcert` libpq looks for a file in the home folder, and `system` is known to 16 and newer only: the
 * public authorities that Node trusts are written out for both, as our own connections have it.
 */
async function authorities(parts, mode, folder) {
    const given = parts.parameters.get('sslrootcert');
    if (given !== undefined && given !== 'system')
        return { PGSSLROOTCERT: given };
    if (mode !== 'verify-full' && mode !== 'verify-ca')
        return {};
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'authorities.pem');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, node_tls__WEBPACK_IMPORTED_MODULE_3__.rootCertificates.join('\n'));
    return { PGSSLROOTCERT: file };
}
/** Always a file of our own, so that the user's ~/.pgpass has no say. */
async function passwordVariables(password, folder) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'pgpass');
    // A line ends the entry and nothing escapes one; the environment is the one other place that is not an argument.
    const fitsLine = !/[\r\n]/.test(password);
    const entry = password === '' || !fitsLine ? '' : `*:*:*:*:${escapeField(password)}\n`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, entry, { mode: 0o600 });
    return { PGPASSFILE: file, ...(fitsLine ? {} : { PGPASSWORD: password }) };
}
/** https://www.postgresql.org/docs/current/libpq-pgpass.html */
function escapeField(text) {
    return text.replaceAll(/[\\:]/g, '\\$&');
}
/** Never the user's own service file: what it says would win over the variables. */
async function serviceVariables(parameters, folder) {
    const lines = serviceParameters.flatMap((name) => {
        const value = parameters.get(name);
        return value === undefined || /[\r\n]/.test(value) ? [] : [`${name}=${value}`];
    });
    if (lines.length === 0)
        return {};
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'service.conf');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, `[backup]\n${lines.join('\n')}\n`, { mode: 0o600 });
    return { PGSERVICEFILE: file, PGSERVICE: 'backup' };
}


/***/ }),

/***/ 20547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ parseTableName),
/* harmony export */   OL: () => (/* binding */ qualifiedName),
/* harmony export */   QC: () => (/* binding */ displayName),
/* harmony export */   UY: () => (/* binding */ displayIdentifier),
/* harmony export */   _n: () => (/* binding */ unquote)
/* harmony export */ });
/* harmony import */ var _identifier_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86967);

/** `"schema"."name"`, to be pasted into SQL. */
function qualifiedName({ schema, name }) {
    return `${(0,_identifier_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .C)(schema)}.${(0,_identifier_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .C)(name)}`;
}
/** `schema.name` to be read by people: quoted only where it would be ambiguous without. */
function displayName({ schema, name }) {
    return `${displayIdentifier(schema)}.${displayIdentifier(name)}`;
}
function displayIdentifier(name) {
    return /^[a-zA-Z_][a-zA-Z0-9_$]*$/.test(name) ? name : (0,_identifier_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .C)(name);
}
/**
 * Reads `table`, `schema.table` or either part quoted (`"my.schema"."Table"`). Nothing is folded to lower case: names
 * are meant as the catalog has them.
 */
function parseTableName(text, defaultSchema) {
    const part = '"(?:[^"]|"")+"|[^".]+';
    const match = new RegExp(`^(?:(${part})\\.)?(${part})$`, 'su').exec(text.trim());
    if (match === null)
        return { schema: defaultSchema, name: text };
    return { schema: unquote(match[1] ?? defaultSchema), name: unquote(match[2] ?? text) };
}
/** A part of a name as Postgres writes it, in quotes where it must be. */
function unquote(part) {
    return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
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


/***/ })

};
