export const id = 3319;
export const ids = [3319];
export const modules = {

/***/ 32122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  takeDump: () => (/* binding */ takeDump)
});

// UNUSED EXPORTS: applicationName, packedFiles

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/postgres/client-program.js
var client_program = __webpack_require__(53966);
// EXTERNAL MODULE: ./build/postgres/connect.js + 6 modules
var connect = __webpack_require__(46033);
// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/postgres/libpq-environment.js
var libpq_environment = __webpack_require__(91962);
// EXTERNAL MODULE: ./build/schema/read-snapshot.js + 10 modules
var read_snapshot = __webpack_require__(68463);
;// CONCATENATED MODULE: ./build/backups/dump/archive-toc.js
/**
 * The table of contents of a dump, as pg_dump itself writes it: at the head of the custom format, in `toc.dat` of the
 * directory format. `pg_restore --list` tells less: names run together, no COPY statement, no state of a sequence.
 * Layout: WriteHead and WriteToc of src/bin/pg_dump/pg_backup_archiver.c.
 */

/** Minor numbers of archive format 1: PostgreSQL 11 writes 13, 12 to 15 write 14, 16 writes 15, 17 and newer 16. */
const oldest = 13;
const newest = 16;
const formats = {
    1: 'custom',
    3: 'directory',
    5: 'directory',
};
/** Undefined when the bytes end before the table of contents does. @throws ExternalError when they are no archive */
function parseToc(bytes) {
    try {
        return readToc(bytes);
    }
    catch (thrown) {
        // What Buffer throws for reading past the end.
        if (thrown instanceof RangeError)
            return undefined;
        throw thrown;
    }
}
function readToc(bytes) {
    const reader = createReader(bytes);
    const head = readHead(reader);
    const count = reader.integer();
    const entries = [];
    for (let index = 0; index < count; index += 1)
        entries.push(readEntry(reader, head));
    return { format: head.format, entries, end: reader.position() };
}
function readHead(reader) {
    if (reader.raw(5).toString('latin1') !== 'PGDMP')
        throw unreadable('it does not start as one');
    const [major, minor] = [reader.byte(), reader.byte()];
    reader.byte();
    if (major !== 1 || minor < oldest || minor > newest)
        throw unreadable(`its format is ${major}.${minor}`);
    reader.setIntegerSize(reader.byte());
    const offsetSize = reader.byte();
    const code = reader.byte();
    const format = formats[code];
    if (format === undefined)
        throw unreadable(`it is of kind ${code}`);
    if (minor >= 15)
        reader.byte();
    else
        reader.integer();
    // When it was made, in seven numbers; then the database and both versions.
    for (let index = 0; index < 7; index += 1)
        reader.integer();
    for (let index = 0; index < 3; index += 1)
        reader.text();
    return { format, minor, offsetSize };
}
function readEntry(reader, { format, minor, offsetSize }) {
    const dumpId = reader.integer();
    reader.integer();
    reader.text();
    const oid = Number(reader.text());
    const [name, kind] = [reader.text(), reader.text()];
    reader.integer();
    const definition = reader.text();
    reader.text();
    const [copyStatement, schema] = [reader.text(), reader.text()];
    // Tablespace and access method.
    reader.text();
    if (minor >= 14)
        reader.text();
    if (minor >= 16)
        reader.integer();
    const owner = reader.text();
    reader.text();
    while (reader.optionalText() !== undefined)
        ;
    if (format === 'custom')
        reader.raw(1 + offsetSize);
    const file = format === 'directory' ? reader.text() : '';
    return { dumpId, oid, kind, schema, name, owner, definition, copyStatement, file };
}
function unreadable(why) {
    return new errors/* ExternalError */.yA('pg_dump', `The table of contents of the dump cannot be read: ${why}.`, {
        hint: `Archive formats 1.${oldest} to 1.${newest} are known (PostgreSQL 11 to 19). Is there a newer version of this action?`,
    });
}
function createReader(bytes) {
    let at = 0;
    let integerSize = 4;
    const raw = (length) => {
        if (at + length > bytes.length)
            throw new RangeError('the bytes end');
        at += length;
        return bytes.subarray(at - length, at);
    };
    const byte = () => raw(1).readUInt8();
    const integer = () => {
        const isNegative = byte() !== 0;
        const value = raw(integerSize).readUIntLE(0, integerSize);
        return isNegative ? -value : value;
    };
    const optionalText = () => {
        const length = integer();
        return length < 0 ? undefined : raw(length).toString('utf8');
    };
    return {
        position: () => at,
        setIntegerSize: (size) => {
            integerSize = size;
        },
        byte,
        raw,
        integer,
        text: () => optionalText() ?? '',
        optionalText,
    };
}

// EXTERNAL MODULE: ./build/postgres/client-process.js
var client_process = __webpack_require__(72935);
;// CONCATENATED MODULE: ./build/backups/dump/compression.js

/**
 * The best that this pg_dump has. From 16 on there is zstd, but not in every build, and nothing tells but a try:
 * pg_dump judges its options before it looks for the server, which is one that does not exist.
 */
async function bestCompression(pgDump, { environment, signal }) {
    if (pgDump.version < 160_000)
        return 'gzip:1';
    const argv = [
        '--format=custom',
        '--file=/dev/null',
        '--compress=zstd:3',
        '--host=/nonexistent',
        '--no-password',
    ];
    const kept = Object.entries(environment).filter(([name]) => !/^PG/.test(name));
    const call = { path: pgDump.path, argv, environment: { ...Object.fromEntries(kept), LC_ALL: 'C' }, signal };
    const { end } = await (0,client_process/* runProgram */.mB)(call);
    return /compress|zstd|zstandard/i.test(end.errors) ? 'gzip:1' : 'zstd:3';
}
function compressionOption(pgDump, compression) {
    if (pgDump.version >= 160_000)
        return `--compress=${compression}`;
    return compression === 'none' ? '--compress=0' : '--compress=1';
}

// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(59362);
;// CONCATENATED MODULE: ./build/backups/dump/disk-space.js




/** Share of the tables' size that a compressed dump takes: at the very least, as is usual, and to be safe. */
const shares = { least: 0.05, usual: 0.2, safe: 0.5 };
/** What a dump will probably take, in bytes, of tables of that size on the server. */
function usualDumpBytes(tableBytes) {
    return tableBytes * shares.usual;
}
/**
 * Before hours of dumping: whether the disk has room for the folder that is to be made. How well data compresses nobody
 * knows before, so only what cannot fit is refused.
 * @throws UserError
 */
async function assertDiskSpace(folder, tableBytes, log) {
    const { bavail, bsize } = await (0,promises_.statfs)((0,external_node_path_.dirname)(folder));
    const free = bavail * bsize;
    const sizes = `${(0,quantity/* formatBytes */.z3)(tableBytes)} of tables, ${(0,quantity/* formatBytes */.z3)(free)} free at ${(0,external_node_path_.dirname)(folder)}`;
    if (free < tableBytes * shares.least)
        throw new errors/* UserError */.yo(`The disk of this runner has no room for the dump: ${sizes}.`, {
            hint: 'Free space before this step, take a larger runner, exclude tables, or use `spool: never`, which needs no disk.',
        });
    if (free < tableBytes * shares.safe)
        log.warning(`The dump may not fit on the disk of this runner: ${sizes}; a dump usually takes about ${(0,quantity/* formatBytes */.z3)(usualDumpBytes(tableBytes))}.`);
}

// EXTERNAL MODULE: ./build/backups/dump/dump-contents.js
var dump_contents = __webpack_require__(12264);
// EXTERNAL MODULE: ./build/backups/dump/plain-lines.js
var plain_lines = __webpack_require__(1805);
// EXTERNAL MODULE: ./build/backups/dump/dump-failure.js
var dump_failure = __webpack_require__(82610);
;// CONCATENATED MODULE: ./build/backups/dump/run-dump.js



/** Every option but those that say where: what a manifest records. */
function dumpOptions(run, format, jobs) {
    const { include = [], exclude = [], excludeData = [] } = run.tables;
    return [
        `--format=${format}`,
        ...(format === 'directory' ? [`--jobs=${jobs}`, '--no-sync'] : []),
        compressionOption(run.pgDump, run.compression),
        `--lock-wait-timeout=${run.lockTimeoutMs}`,
        ...include.map((pattern) => `--table=${pattern}`),
        // A pattern that matches nothing is a mistake, not an empty backup.
        ...(include.length === 0 ? [] : ['--strict-names']),
        ...exclude.map((pattern) => `--exclude-table=${pattern}`),
        ...excludeData.map((pattern) => `--exclude-table-data=${pattern}`),
    ];
}
/** Dumps into a folder that pg_dump makes. @throws UserError or ExternalError; the folder is then no dump */
async function dumpToFolder(run, folder, jobs) {
    run.signal.throwIfAborted();
    const call = dumpCall(run, [...dumpOptions(run, 'directory', jobs), `--file=${folder}`]);
    const { end } = await (0,client_process/* runProgram */.mB)(call);
    if (end.kind !== 'exited' || end.code !== 0)
        throw (0,dump_failure/* dumpFailure */.L0)(end, run.secrets);
}
/** The dump as it comes, in the custom format. @throws UserError or ExternalError in place of its end when it breaks off */
function dumpToStream(run) {
    return (0,client_process/* programOutput */.ci)(dumpCall(run, dumpOptions(run, 'custom', 1)), (end) => (0,dump_failure/* dumpFailure */.L0)(end, run.secrets));
}
function dumpCall(run, options) {
    const { pgDump, environment, snapshotId, signal, log, secrets } = run;
    return {
        path: pgDump.path,
        argv: [...options, `--snapshot=${snapshotId}`, '--no-password'],
        environment,
        signal,
        onErrorLine: (line) => {
            const said = (0,dump_failure/* redact */.E$)(line, secrets);
            if (line.startsWith('pg_dump: warning: '))
                log.warning(said);
            else
                log.debug(said);
        },
    };
}

// EXTERNAL MODULE: ./build/backups/dump/table-locks.js
var table_locks = __webpack_require__(77074);
;// CONCATENATED MODULE: ./build/backups/dump/toc-catcher.js

/** Reads the table of contents out of a dump in the custom format that goes by: it stands at its head. */
function tocCatcher() {
    const head = [];
    let [kept, nextTry] = [0, 64 * 1024];
    let toc;
    let isWhole = false;
    const look = () => {
        toc = parseToc(Buffer.concat(head));
        // Twice as much before the next try, so that the tries together cost no more than the last.
        nextTry = kept * 2;
        if (toc !== undefined)
            head.length = 0;
    };
    return {
        async *watch(dump, onBytes) {
            for await (const chunk of dump) {
                onBytes(chunk.length);
                if (toc === undefined) {
                    head.push(chunk);
                    kept += chunk.length;
                    if (kept >= nextTry)
                        look();
                }
                yield chunk;
            }
            if (toc === undefined)
                look();
            isWhole = true;
        },
        toc() {
            if (!isWhole)
                throw new Error('The dump was not read to its end.');
            if (toc === undefined)
                throw new Error('The dump ended before its table of contents did.');
            return toc;
        },
    };
}

// EXTERNAL MODULE: ./build/backups/exported-snapshot.js
var exported_snapshot = __webpack_require__(40298);
// EXTERNAL MODULE: ./build/postgres/object-name.js
var object_name = __webpack_require__(20547);
// EXTERNAL MODULE: ./build/postgres/row.js
var postgres_row = __webpack_require__(31290);
// EXTERNAL MODULE: ./build/backups/proof/relations.js
var proof_relations = __webpack_require__(45820);
;// CONCATENATED MODULE: ./build/backups/not-in-backup.js



async function notInBackup(options) {
    const { session, facts, isPartial } = options;
    const names = await readNames(session);
    return [
        ...tablesLeftOut(options),
        ...(isPartial
            ? [
                {
                    subject: 'all but the chosen tables',
                    reason: 'views, functions, types, extensions and large objects',
                },
            ]
            : partsOfDatabase(options, names)),
        ...named('roles', facts.roles, 'they and their passwords belong to the server: make them before a restore'),
        ...named('tablespaces', names.tablespaces, 'folders of the server: make them first, or use `--no-tablespaces`'),
        ...named('other databases', names.databases, 'a dump is of one database'),
        { subject: 'planner statistics', reason: 'run ANALYZE after a restore, or the first queries are slow' },
        {
            subject: 'changes after the snapshot',
            reason: 'a dump is one moment; the write-ahead log that leads to any other is not part of it',
        },
    ];
}
function tablesLeftOut({ relations, contents }) {
    return relations
        .filter(({ oid, kind }) => kind !== 'materialised view' && !contents.tables.has(oid))
        .map((relation) => ({ subject: (0,object_name/* displayName */.QC)(relation), reason: whyLeftOut(relation, contents) }));
}
function whyLeftOut(relation, contents) {
    const { oid, kind, extension, isUnlogged } = relation;
    if (kind === 'foreign table')
        return 'a foreign table: its rows are on another server';
    if (extension !== undefined)
        return `belongs to the extension ${extension}, which makes it anew`;
    if (!contents.definitions.has(oid))
        return 'it was excluded';
    const why = isUnlogged ? 'are unlogged, and were excluded or this is a standby' : 'were excluded';
    return `its rows ${why}, its definition is there`;
}
const namesQuery = `SELECT
  ARRAY(SELECT s.subname::text FROM pg_catalog.pg_subscription s
    WHERE s.subdbid = d.oid ORDER BY s.subname COLLATE "C") AS subscriptions,
  ARRAY(SELECT e.evtname::text FROM pg_catalog.pg_event_trigger e
    WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend p WHERE p.objid = e.oid AND p.deptype = 'e'
      AND p.classid = 'pg_catalog.pg_event_trigger'::pg_catalog.regclass)
    ORDER BY e.evtname COLLATE "C") AS event_triggers,
  ARRAY(SELECT t.spcname::text FROM pg_catalog.pg_tablespace t
    WHERE t.spcname NOT IN ('pg_global', 'pg_default') AND (t.oid = d.dattablespace
      OR EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.reltablespace = t.oid))
    ORDER BY t.spcname COLLATE "C") AS tablespaces,
  ARRAY(SELECT o.datname::text FROM pg_catalog.pg_database o
    WHERE o.oid <> d.oid AND NOT o.datistemplate AND o.datname <> 'postgres'
    ORDER BY o.datname COLLATE "C") AS databases,
  (pg_catalog.to_regclass('storage.objects') IS NOT NULL)::text AS has_storage
FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()`;
async function readNames(session) {
    const [row = {}] = await session.query(namesQuery);
    return {
        subscriptions: (0,proof_relations/* textsOf */.C)(row, 'subscriptions'),
        eventTriggers: (0,proof_relations/* textsOf */.C)(row, 'event_triggers'),
        tablespaces: (0,proof_relations/* textsOf */.C)(row, 'tablespaces'),
        databases: (0,proof_relations/* textsOf */.C)(row, 'databases'),
        hasStorage: (0,postgres_row/* text */.Qq)(row, 'has_storage') === 'true',
    };
}
/** What is in the dump, but does not come back by itself; what stands beside the database. */
function partsOfDatabase({ contents, facts }, names) {
    const dumpsSubscriptions = contents.kinds.has('SUBSCRIPTION');
    return [
        ...named('database settings', facts.settings, 'ALTER DATABASE … SET comes back only where pg_restore makes the database (`--create`)'),
        {
            subject: 'owner, grants and comment of the database',
            reason: 'they come back only where pg_restore makes the database (`--create`)',
        },
        ...named('subscriptions', names.subscriptions, dumpsSubscriptions
            ? 'they come back switched off: whether a copy may replicate is for you to say'
            : 'only a superuser may dump them'),
        ...named('event triggers', names.eventTriggers, 'only a superuser may restore them'),
        ...(names.hasStorage
            ? [
                {
                    subject: 'files in Supabase Storage',
                    reason: 'the database holds their names; the files lie elsewhere',
                },
            ]
            : []),
    ];
}
const mostNames = 20;
function named(what, names, reason) {
    if (names.length === 0)
        return [];
    const shown = names.slice(0, mostNames).join(', ');
    const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
    return [{ subject: `${what}: ${shown}${more}`, reason }];
}

// EXTERNAL MODULE: ./build/backups/progress-log.js
var progress_log = __webpack_require__(13378);
// EXTERNAL MODULE: ./build/backups/proof/fingerprint-tables.js + 1 modules
var fingerprint_tables = __webpack_require__(77745);
// EXTERNAL MODULE: ./build/backups/proof/read-facts.js + 8 modules
var read_facts = __webpack_require__(52115);
;// CONCATENATED MODULE: ./build/backups/take-dump.js
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
























const applicationName = 'database-actions/backup';
/**
 * Dumps a database and takes its fingerprints, both at one exported snapshot. One after the other: on two cores beside
 * each other they take longer, and the server of the user's application is spared.
 * @throws UserError or ExternalError; nothing of a dump is left then
 */
async function takeDump(given) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        assertPossible(given);
        await assertAbsent(given.output);
        const options = { ...given, uri: (0,exported_snapshot/* directUri */.e)(given.uri, given.log) };
        const snapshot = __addDisposableResource(env_1, await (0,exported_snapshot/* exportSnapshot */.v)({ ...options, applicationName }), true);
        try {
            await options.inSnapshot?.(snapshot);
            return await dumpAndProve({ ...options, signal: snapshot.signal }, snapshot);
        }
        catch (thrown) {
            if (options.output.kind === 'folder')
                await (0,promises_.rm)(options.output.path, { recursive: true, force: true });
            // Whatever failed because of it: that the snapshot is lost, or that the run was cancelled, is what is told.
            snapshot.signal.throwIfAborted();
            throw thrown;
        }
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
function assertPossible({ proof, output, pgRestore, jobs }) {
    if (!Number.isInteger(jobs) || jobs < 1)
        throw new errors/* UserError */.yo(`"${jobs}" is no number of jobs: 1 or more.`);
    if (proof !== 'archive')
        return;
    if (output.kind === 'stream')
        throw new errors/* UserError */.yo('`proof: archive` reads the dump again, but with `spool: never` it is not kept.', {
            hint: 'Use `proof: source`, which reads the database, or let the dump be spooled to disk.',
        });
    if (pgRestore === undefined)
        throw new Error('`proof: archive` needs pg_restore.');
}
function assertClientFits(pgDump, { version, versionNumber }) {
    if ((0,client_program/* majorOf */.D)(pgDump.version) >= (0,client_program/* majorOf */.D)(versionNumber))
        return;
    throw new errors/* UserError */.yo(`${pgDump.text} is older than the server (${version}) and would refuse it.`, {
        hint: `Install \`postgresql-client-${(0,client_program/* majorOf */.D)(versionNumber)}\` of apt.postgresql.org in an earlier step.`,
    });
}
/** It is removed when the dump fails: so it must be ours. */
async function assertAbsent(output) {
    if (output.kind === 'stream')
        return;
    const isAbsent = await (0,promises_.stat)(output.path).then(() => false, () => true);
    if (isAbsent)
        return;
    throw new errors/* UserError */.yo(`The folder for the dump, ${output.path}, is there already.`, {
        hint: 'Give the name of one that does not exist yet; pg_dump makes it.',
    });
}
async function dumpAndProve(options, snapshot) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        assertClientFits(options.pgDump, snapshot.server);
        const start = performance.now();
        const relations = await (0,proof_relations/* readRelations */.A)(snapshot.connection);
        const sessions = await openProof(options, snapshot, relations);
        const schema = await readSchema(options, snapshot.id);
        const libpq = __addDisposableResource(env_2, await (0,libpq_environment/* libpqEnvironment */.S)({ ...options, applicationName }), true);
        const compression = options.compression ?? (await bestCompression(options.pgDump, options));
        const run = {
            ...options,
            environment: libpq.variables,
            snapshotId: snapshot.id,
            compression,
            secrets: (0,connection_uri/* secretsOf */.Fj)(options.uri),
        };
        const { toc, description } = await dump(options, { run, relations, takenAt: snapshot.takenAt });
        const dumped = performance.now();
        const contents = (0,dump_contents/* contentsOf */.K)(toc);
        const hashing = hashingFor(options, contents);
        const facts = await (0,read_facts/* readFacts */.M)({ ...options, sessions, relations, contents, hashing });
        const { session, takenAt, lsn } = { session: snapshot.connection, ...snapshot };
        return {
            description,
            snapshot: { takenAt, ...(lsn === undefined ? {} : { lsn }) },
            server: snapshot.server,
            facts,
            notInBackup: await notInBackup({ session, relations, contents, facts, isPartial: isPartial(options) }),
            ...(schema === undefined ? {} : { schema }),
            seconds: { dump: (dumped - start) / 1000, proof: (performance.now() - dumped) / 1000 },
        };
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
function isPartial({ tables }) {
    return (tables.include ?? []).length > 0;
}
/** For people and for later comparisons; a backup without is still a whole one. */
async function readSchema(options, snapshotId) {
    const { uri, timeoutMs, log, signal } = options;
    const settings = { isReadOnly: true };
    try {
        const env_3 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_3, await (0,connect/* connect */.N)({ uri, applicationName, timeoutMs, log, signal, settings }), true);
            return await (0,read_snapshot/* readSnapshot */.R)(session, { snapshotId });
        }
        catch (e_3) {
            env_3.error = e_3;
            env_3.hasError = true;
        }
        finally {
            const result_3 = __disposeResources(env_3);
            if (result_3)
                await result_3;
        }
    }
    catch (thrown) {
        signal.throwIfAborted();
        log.warning(`The schema could not be read beside the dump: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
        return undefined;
    }
}
async function dump(options, { run, relations, takenAt }) {
    const env_4 = { stack: [], error: void 0, hasError: false };
    try {
        const { output, log } = options;
        const total = relations.reduce((sum, { bytes }) => sum + bytes, 0);
        const describe = (format, files) => ({
            format,
            compression: run.compression,
            jobs: format === 'directory' ? options.jobs : 1,
            options: dumpOptions(run, format, options.jobs),
            client: options.pgDump.text,
            clientVersion: options.pgDump.version,
            files,
        });
        if (output.kind === 'stream') {
            const env_5 = { stack: [], error: void 0, hasError: false };
            try {
                const catcher = tocCatcher();
                const progress = __addDisposableResource(env_5, (0,progress_log/* progressLog */.m)({ what: 'Dump', total: 0, log }), false);
                await output.write(catcher.watch(dumpToStream(run), progress.add), takenAt);
                return { toc: catcher.toc(), description: describe('custom', []) };
            }
            catch (e_4) {
                env_5.error = e_4;
                env_5.hasError = true;
            }
            finally {
                __disposeResources(env_5);
            }
        }
        // Patterns are pg_dump's to read: how much of the tables they leave, nobody knows.
        const isWhole = Object.values(options.tables).every((patterns) => patterns.length === 0);
        if (isWhole)
            await assertDiskSpace(output.path, total, log);
        const measure = () => folderBytes(output.path);
        const expected = isWhole ? usualDumpBytes(total) : 0;
        const _progress = __addDisposableResource(env_4, (0,progress_log/* progressLog */.m)({ what: 'Dump', total: expected, log, measure }), false);
        await dumpToFolder(run, output.path, options.jobs);
        const toc = parseToc(await (0,promises_.readFile)((0,external_node_path_.join)(output.path, 'toc.dat')));
        if (toc === undefined)
            throw new Error('toc.dat ends before its end.');
        return { toc, description: describe('directory', await packedFiles(output.path)) };
    }
    catch (e_5) {
        env_4.error = e_5;
        env_4.hasError = true;
    }
    finally {
        __disposeResources(env_4);
    }
}
/** The sessions that will hash, and hold what they will hash as it is until then. */
async function openProof(options, snapshot, relations) {
    const sessions = [snapshot.connection];
    if (options.proof !== 'source')
        return sessions;
    while (sessions.length < options.jobs)
        sessions.push(await snapshot.join());
    const shares = (0,fingerprint_tables/* shareTables */.L)(relations, sessions.length);
    for (const [index, session] of sessions.entries())
        await (0,table_locks/* lockTables */.n)(session, shares[index] ?? [], options.lockTimeoutMs);
    return sessions;
}
function hashingFor({ proof, output, ...options }, contents) {
    if (proof === 'source')
        return { kind: 'row-text' };
    if (proof === 'none' || output.kind === 'stream' || options.pgRestore === undefined)
        return { kind: 'none' };
    const { pgRestore, environment, signal } = options;
    const lines = () => (0,plain_lines/* archiveLines */._)({ pgRestore, archive: output.path, contents, environment, signal });
    return { kind: 'copy-lines', lines };
}
async function folderBytes(folder) {
    const names = await (0,promises_.readdir)(folder);
    const sizes = await Promise.all(names.map(async (name) => (await (0,promises_.stat)((0,external_node_path_.join)(folder, name))).size));
    return sizes.reduce((sum, size) => sum + size, 0);
}
/** Sorted by name. */
async function packedFiles(folder) {
    const files = [];
    for (const name of (await (0,promises_.readdir)(folder)).toSorted()) {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let bytes = 0;
        for await (const chunk of (0,external_node_fs_.createReadStream)((0,external_node_path_.join)(folder, name), { highWaterMark: 1024 * 1024 })) {
            bytes += chunk.length;
            hash.update(chunk);
        }
        files.push({ name, bytes, sha256: hash.digest('hex') });
    }
    return files;
}


/***/ }),

/***/ 91212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ queryCatalogThen),
/* harmony export */   p: () => (/* binding */ inCatalogTransaction)
/* harmony export */ });
/* harmony import */ var _identifier_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86967);

/**
 * Runs `work` in a read-only transaction with an empty search_path: nothing that a schema of the database defines
 * (operators, functions, casts) can then stand before pg_catalog, and definitions come back schema-qualified. Works
 * through a pooler in transaction mode too. Names are quoted where they must be, whatever the role's setting.
 * Compiling (JIT) takes ten times as long as such a query itself.
 */
async function inCatalogTransaction(session, work) {
    try {
        await session.query(begin);
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
/**
 * Statements in such a transaction, and one after its end, in a round trip each: beginning and ending go along.
 * @returns the rows of the last one, which are on their way
 */
async function queryCatalogThen(session, { statements: [first, ...others], afterwards, snapshotId, take }) {
    const snapshot = snapshotId === undefined ? [] : [`SET TRANSACTION SNAPSHOT ${(0,_identifier_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteLiteral */ .c)(snapshotId)}`];
    let asked = session.query([begin, ...snapshot, first].join(';\n'));
    try {
        for (const next of [...others, `ROLLBACK;\n${afterwards}`]) {
            const rows = await asked;
            asked = session.query(next);
            // Whoever waits for it hears of a failure; nobody may be there yet.
            asked.catch(() => { });
            take(rows);
        }
    }
    catch (thrown) {
        await session.query('ROLLBACK').catch(() => { });
        throw thrown;
    }
    return { afterwards: asked };
}
/** Settings that end with the transaction, in one round trip. */
const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL search_path = '';
SET LOCAL quote_all_identifiers = off;
SET LOCAL jit = off`;


/***/ })

};
