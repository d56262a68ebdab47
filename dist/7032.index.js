export const id = 7032;
export const ids = [7032];
export const modules = {

/***/ 99913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   definition: () => (/* binding */ definition),
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _checks_plans_section_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40019);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _report_verdict_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(47342);
/* harmony import */ var _runtime_definition_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(70654);
/* harmony import */ var _runtime_input_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30623);
/* harmony import */ var _common_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27785);
/* harmony import */ var _database_target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13849);
/* harmony import */ var _find_branch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50234);
/* harmony import */ var _open_provider_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15766);
/* harmony import */ var _plan_inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(81587);
/* harmony import */ var _query_plans_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(38015);
/* harmony import */ var _readable_uri_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(92969);
/* harmony import */ var _rehearsal_inputs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(13317);
/* harmony import */ var _schema_side_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6721);
/* harmony import */ var _section_outcome_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(15102);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(44737);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3675);
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

















const definition = (0,_runtime_definition_js__WEBPACK_IMPORTED_MODULE_15__/* .defineAction */ .QP)({
    name: 'check-plans',
    title: 'Compare query plans',
    description: "Says which queries lose their index, cost much more or stop working, compared with the branch's parent. Queries are planned, not run.",
    icon: 'trending-up',
    permissions: ['`contents: read`, for the checkout that the queries are read from.'],
    inputs: {
        'compare-with': _runtime_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq({
            description: "The old side: a connection URI (from a secret) or the name of a branch. Default: the branch's parent.",
        }),
        ..._database_target_js__WEBPACK_IMPORTED_MODULE_4__/* .databaseTargetInputs */ .Go,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceInputs */ .XW,
        ..._plan_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .planInputs */ .Z,
        'production-url': _rehearsal_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .rehearsalInputs */ .XF['production-url'],
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .failOnInput */ .cR,
    },
    outputs: { ..._plan_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .planOutputs */ .i, status: '`passed`, `warning`, `failed` or `skipped`.' },
});
function run(io) {
    (0,_schema_side_js__WEBPACK_IMPORTED_MODULE_11__/* .maskSide */ .S$)(io, io.inputs.compareWith ?? '');
    const step = { key: io.inputs.key ?? '', id: 'check-plans', title: 'Query plans' };
    return (0,_stages_js__WEBPACK_IMPORTED_MODULE_13__/* .leavingSection */ .k)(io, step, () => compareAndTell(io));
}
async function compareAndTell(io) {
    if (!(0,_query_plans_js__WEBPACK_IMPORTED_MODULE_8__/* .hasQueries */ .Jg)(io, io.inputs))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('There are no queries to plan.', {
            hint: 'Give `queries` (files or folders of `.sql`) or `top-queries`; there is no folder `prisma/sql`.',
        });
    const database = await (0,_database_target_js__WEBPACK_IMPORTED_MODULE_4__/* .resolveDatabase */ .ef)(io, io.inputs);
    const basis = await oldPlans(io);
    const isOurs = io.inputs.databaseUrl === undefined;
    const told = await (0,_query_plans_js__WEBPACK_IMPORTED_MODULE_8__/* .tellPlans */ .I0)({ job: io, inputs: io.inputs, database, basis, isOurs });
    if (told === undefined) {
        io.output('status', 'skipped');
        if (basis.kind === 'unknown')
            io.log.warning(`Query plans are not compared: ${basis.reason}`);
        return;
    }
    for (const [name, value] of told.outputs)
        io.output(name, value);
    const section = (0,_checks_plans_section_js__WEBPACK_IMPORTED_MODULE_0__/* .plansSection */ .uf)(told.check);
    io.output('status', (0,_report_verdict_js__WEBPACK_IMPORTED_MODULE_16__/* .statusOf */ .c2)(section));
    (0,_section_outcome_js__WEBPACK_IMPORTED_MODULE_12__/* .concludeSection */ .jU)(io, section, io.inputs.failOn);
}
async function oldPlans(io) {
    if (!(0,_query_plans_js__WEBPACK_IMPORTED_MODULE_8__/* .mayAskParent */ .ln)(io, io.event.isRestricted))
        return _query_plans_js__WEBPACK_IMPORTED_MODULE_8__/* .strangersQueries */ .Yt;
    const { uri, name } = await oldSide(io);
    return (0,_query_plans_js__WEBPACK_IMPORTED_MODULE_8__/* .readOldPlans */ .g8)({
        job: io,
        inputs: io.inputs,
        uri,
        hasRows: true,
        basis: `Compared with the plans of ${name}.`,
        isOurs: false,
        isSameRole: false,
        productionUri: io.inputs.productionUrl ?? uri,
    });
}
async function oldSide(io) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { inputs } = io;
        const { compareWith: from } = inputs;
        if (from !== undefined && (0,_schema_side_js__WEBPACK_IMPORTED_MODULE_11__/* .isUri */ .nh)(from))
            return { uri: from, name: 'the database in `compare-with`' };
        if (from === undefined && inputs.databaseUrl !== undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('Input `compare-with` is needed where `database-url` is given: a URI has no parent.');
        const provider = __addDisposableResource(env_1, await (0,_open_provider_js__WEBPACK_IMPORTED_MODULE_6__/* .openProvider */ .C)(io, inputs), true);
        const name = from ?? (await (0,_find_branch_js__WEBPACK_IMPORTED_MODULE_5__/* .findOurBranch */ .w)(provider, (0,_target_js__WEBPACK_IMPORTED_MODULE_14__/* .resolveTarget */ .u1)(inputs, io.event))).parent?.name;
        const branch = name === undefined ? undefined : await provider.findBranch(name);
        if (branch === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`There is no branch "${name ?? ''}" on ${provider.name} to compare with.`, {
                hint: 'Give the old side as `compare-with`: a connection URI or the name of a branch.',
            });
        return { uri: await (0,_readable_uri_js__WEBPACK_IMPORTED_MODULE_9__/* .readableUri */ .J)({ job: io, provider, inputs, branch }), name: branch.name };
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
    'sarif-path': 'The findings of the rehearsal as SARIF 2.1.0, for code scanning.',
};


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
    const files = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path, { recursive: true, encoding: 'utf8' });
    return files.some((file) => file.endsWith('.prisma')) ? 'prisma' : undefined;
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
        const { prismaSide } = await Promise.all(/* import() */[__webpack_require__.e(3785), __webpack_require__.e(4161)]).then(__webpack_require__.bind(__webpack_require__, 18403));
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
            const { migrationsSide } = await Promise.all(/* import() */[__webpack_require__.e(3785), __webpack_require__.e(4161)]).then(__webpack_require__.bind(__webpack_require__, 18403));
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


/***/ }),

/***/ 32217:
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

/***/ 20547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ parseTableName),
/* harmony export */   OL: () => (/* binding */ qualifiedName),
/* harmony export */   QC: () => (/* binding */ displayName),
/* harmony export */   UY: () => (/* binding */ displayIdentifier)
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
function unquote(part) {
    return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
}


/***/ })

};
