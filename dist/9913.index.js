export const id = 9913;
export const ids = [9913];
export const modules = {

/***/ 99913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   definition: () => (/* binding */ definition),
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _report_verdict_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(47342);
/* harmony import */ var _runtime_definition_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(70654);
/* harmony import */ var _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30623);
/* harmony import */ var _check_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94562);
/* harmony import */ var _common_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27785);
/* harmony import */ var _configuration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16042);
/* harmony import */ var _database_target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13849);
/* harmony import */ var _find_branch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50234);
/* harmony import */ var _open_provider_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(15766);
/* harmony import */ var _plan_basis_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(31130);
/* harmony import */ var _plan_inputs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(81587);
/* harmony import */ var _query_plans_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(94701);
/* harmony import */ var _readable_uri_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(92969);
/* harmony import */ var _schema_side_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6721);
/* harmony import */ var _section_outcome_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(15102);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(44737);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(3675);
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


















const definition = (0,_runtime_definition_js__WEBPACK_IMPORTED_MODULE_16__/* .defineAction */ .QP)({
    name: 'check-plans',
    title: 'Compare query plans',
    description: "Says which queries lose their index, cost much more or stop working, compared with the branch's parent. Queries are planned, not run.",
    icon: 'trending-up',
    permissions: [
        '`contents: read`, for the checkout that the queries and the configuration are read from, and for the configuration of the base commit.',
    ],
    inputs: {
        'compare-with': _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq({
            description: "The old side: a connection URI (from a secret) or the name of a branch. Default: the branch's parent.",
        }),
        ..._database_target_js__WEBPACK_IMPORTED_MODULE_5__/* .databaseTargetInputs */ .Go,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceInputs */ .XW,
        ..._plan_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .planInputs */ .Z,
        'ignore-findings': _check_schema_js__WEBPACK_IMPORTED_MODULE_2__.schemaCheckInputs['ignore-findings'],
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .productionInput */ .EQ,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .configurationInput */ .NX,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .failOnInput */ .cR,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .githubInputs */ .dN,
    },
    outputs: { ..._plan_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .planOutputs */ .i, status: '`passed`, `warning`, `failed` or `skipped`.' },
});
function run(io) {
    (0,_schema_side_js__WEBPACK_IMPORTED_MODULE_12__/* .maskSide */ .S$)(io, io.inputs.compareWith ?? '');
    const step = { key: io.inputs.key ?? '', id: 'check-plans', title: 'Query plans' };
    return (0,_stages_js__WEBPACK_IMPORTED_MODULE_14__/* .leavingSection */ .k)(io, step, () => compareAndTell(io));
}
async function compareAndTell(io) {
    if (!(0,_plan_basis_js__WEBPACK_IMPORTED_MODULE_8__/* .hasQueries */ .Jg)(io, io.inputs))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('There are no queries to plan.', {
            hint: 'Give `queries` (files or folders of `.sql`) or `top-queries`; there is no folder `prisma/sql`.',
        });
    const pullRequest = (0,_target_js__WEBPACK_IMPORTED_MODULE_15__/* .pullRequestOf */ ._n)(io.inputs, io.event);
    const settings = await (0,_configuration_js__WEBPACK_IMPORTED_MODULE_4__/* .readConfiguration */ .T)({ job: io, inputs: io.inputs, pullRequest });
    const database = await (0,_database_target_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveDatabase */ .ef)(io, io.inputs);
    const basis = await oldPlans(io);
    const isOurs = io.inputs.databaseUrl === undefined;
    const request = { job: io, inputs: io.inputs, database, basis, settings, isOurs };
    const { section, outputs } = await (0,_query_plans_js__WEBPACK_IMPORTED_MODULE_10__/* .tellPlans */ .I)(request);
    if (basis.kind === 'unknown')
        io.log.warning(`Query plans are not compared: ${basis.reason}`);
    for (const [name, value] of outputs)
        io.output(name, value);
    io.output('status', (0,_report_verdict_js__WEBPACK_IMPORTED_MODULE_17__/* .statusOf */ .c2)(section));
    (0,_section_outcome_js__WEBPACK_IMPORTED_MODULE_13__/* .concludeSection */ .jU)(io, section, io.inputs.failOn);
}
async function oldPlans(io) {
    if (!(0,_plan_basis_js__WEBPACK_IMPORTED_MODULE_8__/* .mayAskParent */ .ln)(io, io.event.isRestricted))
        return _plan_basis_js__WEBPACK_IMPORTED_MODULE_8__/* .strangersQueries */ .Yt;
    const { uri, name } = await oldSide(io);
    return (0,_plan_basis_js__WEBPACK_IMPORTED_MODULE_8__/* .readOldPlans */ .g8)({
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
        if (from !== undefined && (0,_schema_side_js__WEBPACK_IMPORTED_MODULE_12__/* .isUri */ .nh)(from))
            return { uri: from, name: 'the database in `compare-with`' };
        if (from === undefined && inputs.databaseUrl !== undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Input `compare-with` is needed where `database-url` is given: a URI has no parent.');
        const provider = __addDisposableResource(env_1, await (0,_open_provider_js__WEBPACK_IMPORTED_MODULE_7__/* .openProvider */ .C)(io, inputs), true);
        const name = from ?? (await (0,_find_branch_js__WEBPACK_IMPORTED_MODULE_6__/* .findOurBranch */ .w)(provider, (0,_target_js__WEBPACK_IMPORTED_MODULE_15__/* .resolveTarget */ .u1)(inputs, io.event))).parent?.name;
        const branch = name === undefined ? undefined : await provider.findBranch(name);
        if (branch === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`There is no branch "${name ?? ''}" on ${provider.name} to compare with.`, {
                hint: 'Give the old side as `compare-with`: a connection URI or the name of a branch.',
            });
        return { uri: await (0,_readable_uri_js__WEBPACK_IMPORTED_MODULE_11__/* .readableUri */ .J)({ job: io, provider, inputs, branch }), name: branch.name };
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
