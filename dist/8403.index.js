export const id = 8403;
export const ids = [8403];
export const modules = {

/***/ 18403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  migrationsSide: () => (/* binding */ migrationsSide),
  prismaSide: () => (/* binding */ prismaSide)
});

// EXTERNAL MODULE: ./build/migrations/declared-objects.js
var declared_objects = __webpack_require__(63617);
// EXTERNAL MODULE: ./build/migrations/migration-files.js
var migration_files = __webpack_require__(7950);
// EXTERNAL MODULE: ./build/migrations/prisma-config.js + 1 modules
var prisma_config = __webpack_require__(19661);
// EXTERNAL MODULE: ./build/migrations/prisma-project.js
var prisma_project = __webpack_require__(45322);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(86967);
// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(37929);
// EXTERNAL MODULE: ./build/schema/read-snapshot.js + 10 modules
var read_snapshot = __webpack_require__(68463);
// EXTERNAL MODULE: ./build/migrations/prisma-diff.js
var prisma_diff = __webpack_require__(18920);
// EXTERNAL MODULE: ./build/migrations/script-run.js
var script_run = __webpack_require__(42757);
// EXTERNAL MODULE: ./build/migrations/session.js
var session = __webpack_require__(78684);
// EXTERNAL MODULE: ./build/migrations/shadow-database.js
var shadow_database = __webpack_require__(56074);
// EXTERNAL MODULE: ./build/migrations/sql-parser.js
var sql_parser = __webpack_require__(57962);
;// CONCATENATED MODULE: ./build/migrations/shadow-snapshot.js










/**
 * The Prisma schema as a database, of the schemas that it names (`public`, or the URI's `schema`, without `multiSchema`).
 * @throws UserError when it is not valid, or the server refuses what Prisma makes of it (a type of an extension)
 */
async function prismaSchemaSnapshot(project, options) {
    const { serverUri: directUri, wasm } = options;
    const { sql } = await (0,prisma_diff/* schemaScript */.dA)({
        project,
        directUri,
        wasm,
        openConnection: (0,session/* connectionOpener */.w)(options),
    });
    const schemas = declaredSchemas(project, directUri);
    return inShadow(options, async ({ client, session }) => {
        for (const extension of options.extensions)
            await createExtension(client, extension, options.log);
        try {
            await client.query(sql);
        }
        catch (thrown) {
            throw refused('The Prisma schema cannot be made in a shadow database', thrown);
        }
        return await (0,read_snapshot/* readSnapshot */.R)(session, { schemas });
    });
}
/** The schema after all migrations, with everything that they make. @throws UserError when one fails */
async function migrationsSnapshot(folder, options) {
    const parser = await (0,sql_parser/* loadSqlParser */.O)(options.wasm?.sqlParser);
    return inShadow(options, async ({ client, session }) => {
        for (const { name, script } of folder.migrations) {
            const { signal } = options;
            try {
                await (0,script_run/* runScript */.j)({ client, script, transport: 'statements', parser, signal, onFailure: () => { } });
            }
            catch (thrown) {
                signal.throwIfAborted();
                throw refused(`The migration ${name} failed on a shadow database`, thrown);
            }
        }
        return await (0,read_snapshot/* readSnapshot */.R)(session);
    });
}
async function createExtension(client, { name, schema }, log) {
    const place = schema === undefined ? '' : (0,identifier/* quoteIdentifier */.C)(schema);
    try {
        if (place !== '')
            await client.query(`CREATE SCHEMA IF NOT EXISTS ${place}`);
        const where = place === '' ? '' : ` WITH SCHEMA ${place}`;
        await client.query(`CREATE EXTENSION IF NOT EXISTS ${(0,identifier/* quoteIdentifier */.C)(name)}${where}`);
    }
    catch (thrown) {
        if ((0,sqlstate/* sqlStateOf */.v9)(thrown) === undefined)
            throw thrown;
        log.debug(`The extension ${name} cannot be had in the shadow database: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
    }
}
async function inShadow(options, work) {
    const { serverUri } = options;
    const shadow = await (0,shadow_database/* openShadowDatabase */.G)(serverUri, (0,session/* connectionOpener */.w)(options));
    try {
        const schema = (0,identifier/* quoteIdentifier */.C)((0,session/* schemaOf */.p)(serverUri));
        await shadow.client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}; SET search_path = ${schema}`);
        return await work(shadow);
    }
    finally {
        await shadow.drop();
    }
}
function declaredSchemas({ schemaFiles }, uri) {
    const list = /^\s*schemas\s*=\s*\[([^\]]*)\]/m.exec((0,prisma_project/* datasourceBlock */.Ri)(schemaFiles))?.[1] ?? '';
    const named = [...list.matchAll(/"([^"]+)"/g)].flatMap(([, name]) => name ?? []);
    return named.length === 0 ? [(0,session/* schemaOf */.p)(uri)] : named;
}
function refused(what, thrown) {
    const state = (0,sqlstate/* sqlStateOf */.v9)(thrown);
    if (state === undefined)
        return thrown;
    return new errors/* UserError */.yo(`${what}: ${(0,errors/* errorMessage */.gJ)(thrown)} (SQLSTATE ${state}).`, {
        hint: 'It is made on the server of `shadow-url`, or on one of this runner: what it takes for granted (an extension, a role) has to be there, or made by it.',
    });
}

// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/postgres/object-name.js
var object_name = __webpack_require__(20547);
// EXTERNAL MODULE: ./build/postgres/pooler.js
var pooler = __webpack_require__(14045);
// EXTERNAL MODULE: ./build/actions/project-place.js
var project_place = __webpack_require__(93211);
;// CONCATENATED MODULE: ./build/actions/prisma-side.js
/** A side of a schema comparison that is no database yet: a Prisma schema, or a folder of migrations. */










/**
 * Made in a shadow database, which is gone afterwards.
 * @param others sides that are known, and have the extensions that the schema takes for granted
 * @throws UserError when it cannot be made
 */
async function prismaSide(request, path, others) {
    const { job, inputs, value } = request;
    const shadow = await shadowOptions(request);
    const root = (0,project_place/* projectDirectory */.t6)(job, inputs.workingDirectory);
    const external = (await (0,prisma_config/* readPrismaConfig */.d)(root))?.external;
    const project = await (0,prisma_project/* findPrismaProject */.vW)(root, { schema: path, external });
    const { migrations } = await (0,migration_files/* readMigrations */.Y)(project.migrationsDirectory);
    const parser = await (0,sql_parser/* loadSqlParser */.O)(shadow.wasm?.sqlParser);
    const extensions = [...others.flatMap(extensionsOf), ...(0,declared_objects/* declaredExtensions */.nJ)(migrations, parser)];
    const snapshot = await prismaSchemaSnapshot(project, { ...shadow, extensions });
    const { externalTables, externalEnums } = project.external;
    const exclude = [
        ...externalTables.map((name) => (name.includes('.') ? name : `*.${name}`)),
        ...externalEnums.map((name) => `enum:${name.includes('.') ? name : `*.${name}`}`),
    ];
    const [first] = project.schemaFiles;
    const file = first === undefined ? undefined : (0,project_place/* fileInWorkspace */.Zo)(job, first.path);
    return { snapshot, name: `the Prisma schema ${value}`, origin: 'prisma', exclude, file };
}
function extensionsOf({ snapshot }) {
    return snapshot.objects.flatMap((object) => {
        if (object.kind !== 'extension')
            return [];
        const { schema } = object.attributes;
        return [{ name: object.name, schema: typeof schema === 'string' ? (0,object_name/* unquote */._n)(schema) : undefined }];
    });
}
/** The same for migrations, run in their order. */
async function migrationsSide(request, path) {
    const folder = await (0,migration_files/* readMigrations */.Y)(path);
    const snapshot = await migrationsSnapshot(folder, await shadowOptions(request));
    const last = folder.migrations.at(-1);
    const file = last === undefined ? undefined : (0,project_place/* fileInWorkspace */.Zo)(request.job, last.path);
    return { snapshot, name: `the migrations in ${request.value}`, origin: 'migrations', exclude: [], file };
}
async function shadowOptions({ job, inputs }) {
    const { log, signal, stateDirectory, environment } = job;
    const options = { log, signal, timeoutMs: inputs.timeout * 1000 };
    const serverUri = inputs.shadowUrl ?? (await embeddedServer({ ...options, stateDirectory, environment }));
    for (const secret of (0,connection_uri/* secretsOf */.Fj)(serverUri))
        job.mask(secret);
    (0,pooler/* assertDirectUri */.UH)(serverUri);
    return { ...options, serverUri, wasm: (0,project_place/* wasmPaths */.$G)(job) };
}
async function embeddedServer(options) {
    const { ensureEmbeddedServer } = await Promise.all(/* import() */[__webpack_require__.e(2412), __webpack_require__.e(2505)]).then(__webpack_require__.bind(__webpack_require__, 92505));
    return (await ensureEmbeddedServer(options)).uri;
}


/***/ })

};
