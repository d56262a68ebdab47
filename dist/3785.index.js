export const id = 3785;
export const ids = [3785];
export const modules = {

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


/***/ })

};
