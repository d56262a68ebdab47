export const id = 6113;
export const ids = [6113];
export const modules = {

/***/ 56113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  definition: () => (/* binding */ schema_diff_definition),
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(47342);
// EXTERNAL MODULE: ./build/runtime/definition.js
var definition = __webpack_require__(70654);
// EXTERNAL MODULE: ./build/runtime/input.js
var input = __webpack_require__(30623);
// EXTERNAL MODULE: ./build/schema/diff-findings.js
var diff_findings = __webpack_require__(59302);
// EXTERNAL MODULE: ./build/schema/diff-section.js + 2 modules
var diff_section = __webpack_require__(69535);
// EXTERNAL MODULE: ./build/actions/check-schema.js + 1 modules
var check_schema = __webpack_require__(94562);
// EXTERNAL MODULE: ./build/actions/common-inputs.js + 1 modules
var common_inputs = __webpack_require__(27785);
// EXTERNAL MODULE: ./build/schema/diff-snapshots.js + 2 modules
var diff_snapshots = __webpack_require__(50852);
// EXTERNAL MODULE: ./build/schema/fork-diff.js
var fork_diff = __webpack_require__(56110);
// EXTERNAL MODULE: ./build/schema/compare-objects.js
var compare_objects = __webpack_require__(93456);
// EXTERNAL MODULE: ./build/schema/same.js
var same = __webpack_require__(71286);
// EXTERNAL MODULE: ./build/schema/snapshot.js
var schema_snapshot = __webpack_require__(11736);
;// CONCATENATED MODULE: ./build/schema/prisma-sees.js
/**
 * A schema as Prisma can write it: what its language has no words for is no difference to a Prisma schema, and what it
 * has two forms for is one (https://www.prisma.io/docs/orm/reference/prisma-schema-reference).
 */



const prismaSeesNote = 'A Prisma schema knows tables, columns, keys, indexes and enums. Only these are compared: not views, functions, triggers, policies, check constraints, partial and expression indexes, grants, comments and other things that it cannot express.';
/**
 * @param declared what the Prisma schema itself makes: a form that few versions of Prisma can write (a partial index) is
 * kept where it has it too
 */
function asPrismaSees(snapshot, declared) {
    const known = new Set(declared.objects.map((object) => (0,schema_snapshot/* keyOf */.TN)(object)));
    const parts = partitionsOf(snapshot);
    const objects = snapshot.objects
        .filter((object) => !parts(object))
        .flatMap((object) => {
        const seen = objectSeen(object);
        if (seen === undefined)
            return [];
        return seen.isOrdinary || known.has((0,schema_snapshot/* keyOf */.TN)(object)) ? [seen.object] : [];
    });
    return Object.freeze({ ...snapshot, objects: Object.freeze(objects.toSorted(schema_snapshot/* compareNames */.MP)) });
}
/** A partition is part of its parent's table to Prisma. */
function partitionsOf({ objects }) {
    const partitions = new Set(objects
        .filter((object) => object.kind === 'table' && (0,compare_objects/* valuesOf */.sm)(object).partitionOf !== undefined)
        .map(({ schema, name }) => `${schema}\0${name}`));
    return ({ schema, parent, name }) => partitions.has(`${schema}\0${parent ?? name}`);
}
function objectSeen(object) {
    const values = (0,compare_objects/* valuesOf */.sm)(object);
    switch (object.kind) {
        case 'table':
            return ordinary(object, {});
        case 'enum':
            return ordinary(object, { values: values.values });
        case 'column':
            return ordinary(object, columnSeen(values));
        case 'constraint':
            return constraintSeen(object);
        case 'index': {
            const { unique, definition } = values;
            return { ...ordinary(object, { unique, definition }), isOrdinary: isOrdinaryIndex(prisma_sees_text(definition)) };
        }
        default:
            return undefined;
    }
}
function columnSeen({ type, notNull, default: given, generated, identity }) {
    const isSerial = identity !== undefined || /^nextval\('/.test(prisma_sees_text(given));
    const plain = generated === undefined ? given : undefined;
    return {
        type,
        // Not null in a way that no schema file can say is not null.
        notNull: notNull === undefined ? undefined : true,
        default: isSerial ? 'autoincrement()' : plain === 'now()' ? 'CURRENT_TIMESTAMP' : plain,
    };
}
/** Of a foreign key what it refers to and what becomes of it; a unique constraint is a unique index. */
function constraintSeen(object) {
    const { type, definition } = (0,compare_objects/* valuesOf */.sm)(object);
    const words = prisma_sees_text(definition);
    if (type === 'foreign key') {
        const kept = words.replace(/( MATCH FULL)?( (NOT )?DEFERRABLE)?( INITIALLY \w+)?( NOT (VALID|ENFORCED))*$/, '');
        return ordinary(object, { type, definition: kept });
    }
    if (type === 'primary key')
        return ordinary(object, {
            type,
            definition: /^PRIMARY KEY \((?:[^()"]|"(?:[^"]|"")*")*\)/.exec(words)?.[0],
        });
    if (type !== 'unique')
        return undefined;
    const columns = /^UNIQUE (\((?:[^()"]|"(?:[^"]|"")*")*\))$/.exec(words)?.[1];
    if (columns === undefined)
        return undefined;
    return ordinary({ ...object, kind: 'index' }, { unique: true, definition: `USING btree ${columns}` });
}
/** Columns by name, with an operator class or an order; no expression, predicate, included column, collation or option. */
function isOrdinaryIndex(definition) {
    const withoutNames = definition.replace(/"(?:[^"]|"")*"/g, 'x');
    return /^USING \w+ \([^()]*\)$/.test(withoutNames) && !/ (COLLATE|NULLS) /.test(`${withoutNames} `);
}
function ordinary({ kind, schema, parent, name }, values) {
    const attributes = {};
    for (const [key, value] of Object.entries(values))
        if (value !== undefined)
            attributes[key] = value;
    return { object: (0,schema_snapshot/* freezeObject */.FI)({ kind, schema, parent, name, attributes }), isOrdinary: true };
}
function prisma_sees_text(value) {
    return value === undefined || (0,same/* isList */.Lv)(value) ? '' : String(value);
}

// EXTERNAL MODULE: ./build/schema/sql-patch/sql-patch.js + 27 modules
var sql_patch = __webpack_require__(92241);
;// CONCATENATED MODULE: ./build/actions/compare-sides.js




/**
 * The comparison that `schema-diff` tells. With the statements that lead from the old side to the new one, but where a side is
 * a Prisma schema: what its language has no words for was taken away on both sides, and statements would lack it.
 */
function compareSides(sides, inputs) {
    const { from, to, base } = sides;
    const options = optionsFor(sides, inputs);
    const declared = declaredSide(sides);
    const seen = seenAs(declared);
    const shown = { from: seen(base ?? from), to: seen(to), hasSizes: true };
    const notes = declared === undefined ? '' : ` ${prismaSeesNote}`;
    const sqlOf = (diff) => declared === undefined
        ? (0,sql_patch/* sqlPatch */.B)(diff, { from: shown.from, to: shown.to, ignoreAttributes: options.ignoreAttributes ?? [] })
        : undefined;
    if (base === undefined) {
        const basis = `What is different in ${to.name}, compared with ${from.name}.${notes}`;
        const diff = (0,diff_snapshots/* diffSnapshots */.V)(shown.from, shown.to, options);
        return { ...shown, basis, diff, sql: sqlOf(diff) };
    }
    const { preview, parent, conflicts } = (0,fork_diff/* diffAgainstFork */.b)({ fork: shown.from, parentHead: seen(from), preview: shown.to }, options);
    const basis = `What has changed in ${to.name} since ${base.name}; what has changed in ${from.name} since then is told apart.${notes}`;
    return { ...shown, basis, diff: preview, sql: sqlOf(preview), later: parent, parent: from.name, conflicts };
}
function listOf({ from, to, base }) {
    return [from, to, ...(base === undefined ? [] : [base])];
}
function declaredSide(sides) {
    return listOf(sides).find(({ origin }) => origin === 'prisma');
}
/** A Prisma schema has no words for most of what a database has: then all sides are taken as Prisma sees them. */
function seenAs(declared) {
    if (declared === undefined)
        return ({ snapshot }) => snapshot;
    return ({ snapshot, origin }) => asPrismaSees(snapshot, origin === 'prisma' ? snapshot : declared.snapshot);
}
/** What a shadow database is given by whoever makes it says nothing: its owner, and the grants of that. */
function optionsFor(sides, inputs) {
    const isMade = listOf(sides).some(({ origin }) => origin !== 'database');
    const external = listOf(sides).flatMap(({ exclude }) => exclude);
    return {
        include: inputs.includeObjects,
        exclude: [
            '*._prisma_migrations',
            ...inputs.excludeObjects,
            ...external,
            ...(isMade ? ['default privileges:*'] : []),
        ],
        columnOrder: inputs.columnOrder,
        ...(isMade ? { ignoreAttributes: ['owner', 'grants'] } : {}),
    };
}

// EXTERNAL MODULE: ./build/actions/configuration.js + 7 modules
var configuration = __webpack_require__(16042);
// EXTERNAL MODULE: ./build/actions/ruled-section.js
var ruled_section = __webpack_require__(92000);
// EXTERNAL MODULE: ./build/actions/schema-diff-files.js + 1 modules
var schema_diff_files = __webpack_require__(44659);
// EXTERNAL MODULE: ./build/actions/schema-side.js
var schema_side = __webpack_require__(6721);
// EXTERNAL MODULE: ./build/actions/section-outcome.js
var section_outcome = __webpack_require__(15102);
// EXTERNAL MODULE: ./build/actions/stages.js
var stages = __webpack_require__(44737);
;// CONCATENATED MODULE: ./build/actions/schema-diff.js














const schema_diff_definition = (0,definition/* defineAction */.QP)({
    name: 'schema-diff',
    title: 'Compare two schemas',
    description: 'Says what differs between two schemas, object by object: two databases, two branches, or a snapshot of an earlier run.',
    icon: 'git-pull-request',
    permissions: [
        'None, unless there is a configuration: `contents: read`, for the configuration of the base commit.',
    ],
    inputs: {
        from: input/* required */.mw({
            description: 'The old side: a connection URI (from a secret), the name of a branch, or the path of a snapshot file, of a Prisma schema (file or folder) or of a folder of migrations.',
        }),
        to: input/* required */.mw({ description: 'The new side, given in the same ways.' }),
        base: input/* optional */.lq({
            description: 'What both sides come from, given in the same ways: what changed in `to` since is then told apart from what changed in `from`, and what changed in both is a conflict.',
        }),
        'shadow-url': input/* secret */.rJ({
            description: 'For a Prisma schema or migrations: direct connection URI on a server where they are made in a database that is dropped afterwards; the role needs CREATEDB. Never production: what the migrations say is run. Default: a server on the runner.',
        }),
        'include-objects': input/* list */.p_({
            description: 'Only these objects: `schema.table`, `schema.*`, or with a kind before it, such as `view:public.*`. Default: all.',
        }),
        'exclude-objects': input/* list */.p_({
            description: "Objects to leave out, in the same forms. Prisma's `_prisma_migrations` and what extensions brought are always left out.",
        }),
        'column-order': input/* boolean */.zM({
            description: 'Also tell where only the order of columns differs.',
            default: 'false',
        }),
        schemas: check_schema.schemaCheckInputs.schemas,
        key: common_inputs/* branchInputs */.Eh.key,
        ...common_inputs/* providerInputs */.HV,
        ...common_inputs/* databaseInputs */.dM,
        ...common_inputs/* workspaceInputs */.XW,
        ...common_inputs/* configurationInput */.NX,
        ...common_inputs/* failOnInput */.cR,
        ...common_inputs/* githubInputs */.dN,
    },
    outputs: {
        ...schema_diff_files/* schemaDiffOutputs */.xe,
        ...schema_diff_files/* schemaDiffFileOutputs */.x9,
        status: '`passed`, `warning` or `failed`.',
    },
});
const sideNames = ['from', 'to', 'base'];
function run(io) {
    for (const name of sideNames)
        (0,schema_side/* maskSide */.S$)(io, io.inputs[name] ?? '');
    const step = { key: io.inputs.key ?? '', id: 'schema-diff', title: 'Schema changes' };
    return (0,stages/* leavingSection */.k)(io, step, () => compareAndTell(io));
}
async function compareAndTell(io) {
    const { inputs, event } = io;
    const settings = await (0,configuration/* readConfiguration */.T)({ job: io, inputs, pullRequest: event.pullRequest?.number });
    const requests = sideNames.flatMap((name) => {
        const value = inputs[name];
        return value === undefined ? [] : [{ job: io, inputs, value, input: name }];
    });
    const [from, to, base] = await (0,schema_side/* resolveSides */.vD)(requests);
    if (from === undefined || to === undefined)
        throw new Error('A side of the comparison is missing.');
    const comparison = compareSides({ from, to, base }, inputs);
    const section = await (0,ruled_section/* ruledSection */._)((0,diff_section/* schemaDiffSection */.k)(comparison), diff_findings/* schemaDiffRules */.GW, settings);
    const key = inputs.key ?? '';
    const files = await (0,schema_diff_files/* schemaDiffFiles */.eI)({
        job: io,
        key,
        section,
        snapshot: to.snapshot,
        sql: comparison.sql,
        place: placeOf([to, from]),
    });
    for (const [name, value] of [...(0,schema_diff_files/* schemaDiffOutputValues */.ex)(io, key, comparison), ...files])
        io.output(name, value);
    io.reports.writeSection(key, section);
    io.output('status', (0,verdict/* statusOf */.c2)(section));
    (0,section_outcome/* concludeSection */.jU)(io, section, inputs.failOn);
}
/** Of a finding, for code scanning: the first side that is a file of the checkout. */
function placeOf(sides) {
    return sides.find(({ file }) => file !== undefined)?.file;
}


/***/ }),

/***/ 6721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S$: () => (/* binding */ maskSide),
/* harmony export */   nh: () => (/* binding */ isUri),
/* harmony export */   vD: () => (/* binding */ resolveSides)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/* harmony import */ var _postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9755);
/* harmony import */ var _schema_snapshot_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4283);
/* harmony import */ var _open_provider_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15766);
/* harmony import */ var _project_place_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93211);
/* harmony import */ var _read_schema_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(46572);
/* harmony import */ var _readable_uri_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(92969);
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









const ofDatabase = { origin: 'database', exclude: [] };
/** What lies at the path; undefined for neither. A folder with `<name>/migration.sql` in it holds migrations. */
function projectPathAt(path) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return undefined;
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isDirectory())
        return path.endsWith('.prisma') ? 'prisma' : undefined;
    const entries = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path, { withFileTypes: true });
    const isMigration = (name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name, 'migration.sql'));
    if (entries.some((entry) => entry.isDirectory() && isMigration(entry.name)))
        return 'migrations';
    const files = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path, { recursive: true, withFileTypes: true });
    return files.some(isPrismaFile) ? 'prisma' : undefined;
}
/** Not what `prisma generate` leaves in node_modules. */
function isPrismaFile(entry) {
    return (entry.isFile() && entry.name.endsWith('.prisma') && !entry.parentPath.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).includes('node_modules'));
}
/** Whether the text is a connection URI; then it holds a password. */
function isUri(text) {
    return /^postgres(ql)?:\/\//i.test(text);
}
/** Before anything is logged: an input that may be a name is not masked by its kind. */
function maskSide(job, value) {
    if (!isUri(value))
        return;
    for (const secret of (0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_3__/* .secretsOf */ .Fj)(value))
        job.mask(secret);
}
/** Sides in the order given, each whatever it was given as. @throws UserError for one that is nothing that can be compared */
async function resolveSides(requests) {
    const places = requests.map((request) => ({ request, ...placeOf(request) }));
    const known = await Promise.all(places.map(({ request, path, kind }) => kind === 'prisma' ? undefined : resolveSide(request, path, kind)));
    // A Prisma schema takes extensions for granted that the others have.
    const others = known.filter((side) => side !== undefined);
    return Promise.all(places.map(async ({ request, path }, index) => {
        const side = known[index];
        if (side !== undefined)
            return side;
        const { prismaSide } = await __webpack_require__.e(/* import() */ 8403).then(__webpack_require__.bind(__webpack_require__, 18403));
        return prismaSide(request, path, others);
    }));
}
function placeOf({ job, inputs, value }) {
    if (isUri(value))
        return { path: '', kind: 'uri' };
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)((0,_project_place_js__WEBPACK_IMPORTED_MODULE_6__/* .projectDirectory */ .t6)(job, inputs.workingDirectory), value);
    const project = projectPathAt(path);
    if (project !== undefined)
        return { path, kind: project };
    return { path, kind: /\.(json|prisma)$/.test(value) || isFile(path) ? 'file' : 'branch' };
}
async function resolveSide(request, path, kind) {
    const { job, inputs, value } = request;
    switch (kind) {
        case 'uri': {
            const { host, database } = (0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_3__/* .parseConnectionUri */ .sq)(value);
            const options = { schemas: inputs.schemas };
            const snapshot = await (0,_read_schema_js__WEBPACK_IMPORTED_MODULE_7__/* .readSchema */ .G)({ job, uri: value, timeout: inputs.timeout, options });
            return { ...ofDatabase, snapshot, name: `the database "${database}" on ${host}` };
        }
        case 'migrations': {
            const { migrationsSide } = await __webpack_require__.e(/* import() */ 8403).then(__webpack_require__.bind(__webpack_require__, 18403));
            return migrationsSide(request, path);
        }
        case 'file':
            return fileSide(request, path);
        case 'branch':
            return branchSide(request);
    }
}
function isFile(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
}
function fileSide({ job, value, input }, path) {
    if (!isFile(path))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`Input \`${input}\`: there is no file "${value}".`, {
            hint: `It is looked for at ${path}. A snapshot of an earlier run has to be downloaded first (actions/download-artifact).`,
        });
    const snapshot = (0,_schema_snapshot_file_js__WEBPACK_IMPORTED_MODULE_4__/* .parseSnapshotText */ .tN)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'), value);
    return { ...ofDatabase, snapshot, name: `the snapshot ${value}`, file: (0,_project_place_js__WEBPACK_IMPORTED_MODULE_6__/* .fileInWorkspace */ .Zo)(job, path) };
}
/** Any branch: it is only read. */
async function branchSide({ job, inputs, value, input }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const provider = __addDisposableResource(env_1, await (0,_open_provider_js__WEBPACK_IMPORTED_MODULE_5__/* .openProvider */ .C)(job, inputs), true);
        const branch = await provider.findBranch(value);
        if (branch === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`Input \`${input}\`: "${value}" is no branch on ${provider.name}.`, {
                hint: 'Give a connection URI, the name of a branch, or the path of a snapshot file, of a Prisma schema (file or folder) or of a folder of migrations.',
            });
        const snapshot = await (0,_read_schema_js__WEBPACK_IMPORTED_MODULE_7__/* .readSchema */ .G)({
            job,
            uri: await (0,_readable_uri_js__WEBPACK_IMPORTED_MODULE_8__/* .readableUri */ .J)({ job, provider, inputs, branch }),
            timeout: inputs.timeout,
            options: { schemas: inputs.schemas },
        });
        return { ...ofDatabase, snapshot, name: `the branch ${branch.name}` };
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


/***/ })

};
