export const id = 9671;
export const ids = [9671,211];
export const modules = {

/***/ 80211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   answers: () => (/* binding */ answers),
/* harmony export */   connectionOf: () => (/* binding */ connectionOf),
/* harmony export */   createBranch: () => (/* binding */ createBranch),
/* harmony export */   definition: () => (/* binding */ definition),
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _postgres_connect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46033);
/* harmony import */ var _postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9755);
/* harmony import */ var _runtime_definition_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(70654);
/* harmony import */ var _branch_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12441);
/* harmony import */ var _common_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27785);
/* harmony import */ var _neon_branch_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70513);
/* harmony import */ var _open_provider_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15766);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(44737);
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









const definition = (0,_runtime_definition_js__WEBPACK_IMPORTED_MODULE_8__/* .defineAction */ .QP)({
    name: 'create-branch',
    title: 'Create a preview branch',
    description: "Creates a pull request's database branch, or adopts the one it has, and waits until it answers.",
    icon: 'git-branch',
    permissions: ['None: it talks to the provider only.'],
    inputs: {
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .providerInputs */ .HV,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .branchInputs */ .Eh,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseInputs */ .dM,
        ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .branchCreationInputs */ .rR,
        ..._neon_branch_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .neonBranchInputs */ .i,
    },
    outputs: { ..._branch_report_js__WEBPACK_IMPORTED_MODULE_2__/* .branchOutputs */ .F, created: '`true` when this run made the branch, `false` when it was there.' },
});
function run(io) {
    const step = { key: io.inputs.key ?? '', id: 'create-branch', title: 'Branch' };
    return (0,_stages_js__WEBPACK_IMPORTED_MODULE_6__/* .leavingSection */ .k)(io, step, () => createAndTell(io));
}
async function createAndTell(io) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_7__/* .resolveTarget */ .u1)(io.inputs, io.event);
        const provider = __addDisposableResource(env_1, await (0,_open_provider_js__WEBPACK_IMPORTED_MODULE_5__/* .openProvider */ .C)(io, io.inputs, { neonBranch: (0,_neon_branch_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .neonBranchOptions */ .l)(io.inputs) }), true);
        const { branch, created, connection } = await createBranch({
            job: io,
            inputs: io.inputs,
            target,
            provider,
        });
        for (const [name, value] of (0,_branch_report_js__WEBPACK_IMPORTED_MODULE_2__/* .branchOutputValues */ .oW)(branch, connection))
            io.output(name, value);
        io.output('created', created);
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
/** Makes or adopts the branch, waits for `SELECT 1` on the direct host, and leaves its part of the report. */
async function createBranch({ job, inputs, target, provider, }) {
    const start = performance.now();
    const ensured = await provider.ensureBranch({
        name: target.branch,
        parent: inputs.parentBranch,
        owner: target.owner,
        choice: { database: inputs.database, role: inputs.role },
        expiresAt: new Date(job.now().getTime() + inputs.expiresIn * 1000),
    });
    const connection = await connectionOf({ job, provider, inputs, branch: ensured.branch });
    await answers(job, connection, inputs.timeout);
    const created = { ...ensured, connection };
    job.reports.writeBranch(target.key, (0,_branch_report_js__WEBPACK_IMPORTED_MODULE_2__/* .reportBranch */ .hJ)({ provider: provider.name, branch: ensured.branch, host: connection.host, state: 'ready' }));
    job.reports.writeSection(target.key, createBranchSection(provider, created));
    job.log.info(`${describe(created)} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    return created;
}
/** The branch's URIs, every form of their secrets masked before anyone can print them. */
async function connectionOf({ job, provider, inputs, branch, }) {
    const connection = await provider.connection(branch, { database: inputs.database, role: inputs.role });
    for (const secret of [...(0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsOf */ .Fj)(connection.direct), ...(0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsOf */ .Fj)(connection.pooled)])
        job.mask(secret);
    return connection;
}
/** Waits until the direct host answers; a compute that sleeps is woken by this. @param timeout in seconds */
async function answers(job, connection, timeout) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const database = __addDisposableResource(env_2, await (0,_postgres_connect_js__WEBPACK_IMPORTED_MODULE_0__/* .connectWhenReady */ .y)({
            uri: connection.direct,
            applicationName: `database-actions/${job.action}`,
            signal: job.signal,
            timeoutMs: timeout * 1000,
            log: job.log,
        }), true);
        await database.query('SELECT 1');
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
function describe({ branch, created }) {
    return `Branch ${branch.name} ${created ? 'created' : 'adopted'}, answering on its direct host`;
}
function createBranchSection(provider, { branch, created, connection }) {
    return {
        id: 'create-branch',
        title: 'Branch',
        status: 'passed',
        summary: `${created ? 'Created' : 'Reused'} from ${branch.parent?.name ?? 'an empty schema'}`,
        blocks: [
            {
                kind: 'facts',
                rows: [
                    ['Provider', provider.name],
                    ['Branch', { code: branch.name }],
                    ['Parent', { code: branch.parent?.name ?? 'none' }],
                    ['Database', { code: connection.database }],
                    ['Role', { code: connection.role }],
                    ['Direct host', { code: connection.host }],
                ],
            },
        ],
        findings: [],
    };
}


/***/ }),

/***/ 63772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SN: () => (/* binding */ deleteBranch),
  Zj: () => (/* binding */ openDrillTarget),
  yI: () => (/* binding */ readPlace)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/postgres/client-program.js
var client_program = __webpack_require__(53966);
// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/providers/postgres/binaries.js
var postgres_binaries = __webpack_require__(94808);
// EXTERNAL MODULE: ./build/providers/postgres/server.js + 2 modules
var server = __webpack_require__(82412);
// EXTERNAL MODULE: ./build/providers/postgres/unprivileged-user.js
var unprivileged_user = __webpack_require__(74199);
// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(59362);
// EXTERNAL MODULE: ./build/backups/restore/empty-database.js
var empty_database = __webpack_require__(67268);
// EXTERNAL MODULE: ./build/backups/restore/restore-target.js
var restore_target = __webpack_require__(76561);
;// CONCATENATED MODULE: ./build/backups/restore/embedded-target.js
/** A server of our own for one restore: fast, since nothing on it has to outlive a crash, and removed afterwards. */












/** @throws UnfitTargetError when the machine has no server that is new enough */
async function startEmbeddedTarget(request, context) {
    const wanted = (0,client_program/* majorOf */.D)(request.server.versionNumber);
    const { binaries, major } = await chooseServer(request, wanted, context);
    const undo = createUndo();
    try {
        const folder = await serverFolder(context);
        undo.add(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
        await requireSpace(folder, request.dataBytes ?? 0);
        const running = await (0,server/* startServer */.U)({
            dataDirectory: (0,external_node_path_.join)(folder, 'data'),
            binaries,
            password: (0,external_node_crypto_.randomBytes)(24).toString('base64url'),
            settings: throwAwaySettings(request.maintenanceMegabytes),
            environment: context.environment,
        });
        undo.add(() => running.stop());
        const target = await (0,empty_database/* createEmptyDatabase */.bi)({
            serverUri: (0,connection_uri/* withParameter */.EH)(running.uri, 'sslmode', 'disable'),
            database: request.database,
            server: request.server,
            description: 'embedded server',
            // The server goes as a whole.
            isThrownAway: false,
            roles: 'make',
        }, context);
        return {
            ...target,
            omissions: [...target.omissions, ...otherMajor(wanted, major)],
            sqlStates: () => statesInLog((0,external_node_path_.join)(folder, 'data.log')),
            [Symbol.asyncDispose]: undo.all,
        };
    }
    catch (thrown) {
        await undo.all();
        throw thrown;
    }
}
function createUndo() {
    const steps = [];
    return {
        add: (step) => steps.push(step),
        async all() {
            for (const step of steps.splice(0).toReversed())
                await step();
        },
    };
}
async function requireSpace(folder, dataBytes) {
    const { bavail, bsize } = await (0,promises_.statfs)(folder);
    const free = bavail * bsize;
    if (free >= dataBytes)
        return;
    throw new restore_target/* UnfitTargetError */.g(`The tables need ${(0,quantity/* formatBytes */.z3)(dataBytes)} without their indexes; on the disk of ${folder} ${(0,quantity/* formatBytes */.z3)(free)} are free.`, { hint: 'Use a larger runner, or restore `into` a server that has the room.' });
}
async function chooseServer({ binaries }, wanted, { environment }) {
    const found = binaries === undefined
        ? await (0,postgres_binaries/* findServerFor */.SY)(wanted, environment)
        : { binaries, major: await (0,postgres_binaries/* serverMajor */.jk)(binaries) };
    if (found !== undefined && found.major >= wanted)
        return found;
    throw new restore_target/* UnfitTargetError */.g(`This machine has no PostgreSQL server of version ${wanted} or newer.`, {
        hint: `Install one (\`postgresql-${wanted}\` of apt.postgresql.org), or give \`into\` the URI of a server that runs, such as a service container \`postgres:${wanted}\`.`,
    });
}
function otherMajor(wanted, major) {
    if (wanted === major)
        return [];
    return [
        {
            subject: `PostgreSQL ${wanted}`,
            reason: `this machine has no server of that version; it was restored on ${major}`,
        },
    ];
}
/** Where the server's user gets in: as root it runs as someone else. */
async function serverFolder({ folder }) {
    const isOther = (await (0,unprivileged_user/* serverUser */.R)()) !== undefined;
    const made = await (0,promises_.mkdtemp)((0,external_node_path_.join)(isOther ? (0,external_node_os_.tmpdir)() : folder, 'database-actions-restore-'));
    if (isOther)
        await (0,promises_.chmod)(made, 0o711);
    return made;
}
/**
 * `startServer` flushes nothing to disk already. The rest keeps WAL small, builds indexes in memory, and writes the
 * SQLSTATE of each error to the log: pg_restore does not tell it.
 */
function throwAwaySettings(maintenanceMegabytes) {
    return {
        autovacuum: 'off',
        wal_level: 'minimal',
        max_wal_senders: '0',
        max_wal_size: '4GB',
        checkpoint_timeout: '1h',
        maintenance_work_mem: `${maintenanceMegabytes}MB`,
        shared_buffers: '256MB',
        log_line_prefix: '%e ',
        log_min_error_statement: 'panic',
        log_min_messages: 'error',
        lc_messages: 'C',
    };
}
async function statesInLog(path) {
    const log = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    const states = log.matchAll(/^([0-9A-Z]{5}) (?:ERROR|FATAL|PANIC):/gm);
    return [...new Set([...states].map(([, state = '']) => state))];
}

// EXTERNAL MODULE: ./build/backups/restore/given-database.js
var given_database = __webpack_require__(51980);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/actions/create-branch.js
var create_branch = __webpack_require__(80211);
// EXTERNAL MODULE: ./build/actions/open-provider.js
var open_provider = __webpack_require__(15766);
;// CONCATENATED MODULE: ./build/actions/drill-target.js
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
/** Where a drill restores to: a server of our own, a server that runs, or a branch on Neon. All of it goes afterwards. */









/** @throws UserError for anything else than `embedded`, `neon` or a connection URI, which is masked */
function readPlace(job, into) {
    if (into === undefined || into === 'embedded')
        return { kind: 'embedded' };
    if (into === 'neon')
        return { kind: 'neon' };
    for (const secret of (0,connection_uri/* secretsOf */.Fj)(into))
        job.mask(secret);
    if (!/^postgres(ql)?:\/\//.test(into))
        throw new errors/* UserError */.yo('Input `into` is neither `embedded`, `neon` nor a connection URI.', {
            hint: 'A URI looks like postgresql://role:password@host:5432/database; it is not shown here.',
        });
    (0,connection_uri/* parseConnectionUri */.sq)(into);
    return { kind: 'server', uri: into };
}
function openDrillTarget({ job, inputs, place, manifest }, context) {
    const { server, facts } = manifest;
    const database = `database_actions_drill_${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    switch (place.kind) {
        case 'embedded':
            return startEmbeddedTarget({
                server,
                database: 'restored',
                maintenanceMegabytes: maintenanceMegabytes(),
                dataBytes: facts.tables.reduce((sum, { bytes }) => sum + bytes, 0),
            }, context);
        case 'server':
            return (0,empty_database/* createEmptyDatabase */.bi)({
                serverUri: place.uri,
                database,
                server,
                description: (0,connection_uri/* describeUri */.U0)({ ...(0,connection_uri/* parseConnectionUri */.sq)(place.uri), database }),
                isThrownAway: true,
                roles: 'make',
            }, context);
        case 'neon':
            return openBranchTarget({ job, inputs, server, database }, context);
    }
}
/** A sixteenth of the memory, from 64 MB to 1 GB: each job that builds an index may take so much. */
function maintenanceMegabytes() {
    return Math.max(64, Math.min(1024, Math.floor((0,external_node_os_.totalmem)() / 1024 / 1024 / 16)));
}
const drillPrefix = 'drill/';
/** What a crash leaves behind goes by itself. In seconds. */
const livesFor = 6 * 3600;
/** An empty database on a branch of its own: production's compute does nothing for it. */
async function openBranchTarget(request, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { job, inputs, server, database } = request;
        const provider = __addDisposableResource(env_1, await (0,open_provider/* openProvider */.C)(job, { ...inputs, provider: 'neon' }), true);
        const { GITHUB_RUN_ID: run = '0', GITHUB_RUN_ATTEMPT: attempt = '1' } = job.environment;
        const { branch } = await provider.ensureBranch({
            name: `${drillPrefix}${run}-${attempt}-${database.slice(-12)}`,
            parent: undefined,
            owner: { repository: job.event.repository, pullRequest: undefined, key: '' },
            choice: { database: inputs.database, role: inputs.role },
            expiresAt: new Date(job.now().getTime() + livesFor * 1000),
        });
        const remove = () => deleteBranch(request, branch);
        try {
            const { role } = await provider.connection(branch, { database: inputs.database, role: inputs.role });
            await provider.createDatabase?.(branch, { name: database, owner: role });
            const connection = await (0,create_branch.connectionOf)({ job, provider, inputs: { database, role }, branch });
            await (0,create_branch.answers)(job, connection, inputs.timeout);
            const target = await (0,given_database/* useEmptyDatabase */.O)({ uri: connection.direct, server, description: 'branch on Neon', roles: 'make' }, context);
            return { ...target, [Symbol.asyncDispose]: remove };
        }
        catch (thrown) {
            await remove();
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
/** Milliseconds; a cancelled run has not more than ten seconds. */
const deleteMs = 7000;
/** After a cancel too, so by a provider that was not cancelled. */
async function deleteBranch({ job, inputs }, branch) {
    const signal = job.signal.aborted ? AbortSignal.timeout(deleteMs) : job.signal;
    try {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const provider = __addDisposableResource(env_2, await (0,open_provider/* openProvider */.C)({ ...job, signal }, { ...inputs, provider: 'neon' }), true);
            await provider.deleteBranch(branch);
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
    catch (thrown) {
        job.log.warning(`The branch ${branch.name} could not be deleted: ${(0,errors/* errorMessage */.gJ)(thrown)} ${branch.expiresAt === undefined ? 'Delete it by hand.' : 'It goes when its time is over.'}`);
    }
}


/***/ }),

/***/ 70513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ neonBranchInputs),
/* harmony export */   l: () => (/* binding */ neonBranchOptions)
/* harmony export */ });
/* harmony import */ var _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30623);

/** How a new branch is made on Neon; other providers ignore them. */
const neonBranchInputs = {
    'branch-type': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq({
        description: 'Neon: `schema-only` copies the schema without rows, as a root branch.',
        choices: ['default', 'schema-only'],
        default: 'default',
    }),
    'masking-rules': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq({
        description: "Neon: JSON array of masking rules; the branch is anonymised before anyone gets its URI. Neon's own format.",
    }),
    'parent-timestamp': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq({
        description: "Neon: the parent's state at this time (ISO 8601 with zone) instead of now.",
    }),
    'parent-lsn': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq({
        description: "Neon: the parent's state at this log position instead of now.",
    }),
    'compute-size': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq({
        description: "Neon: compute units, fixed (`0.25`) or from-to (`0.25-2`). Default: the project's.",
    }),
    'suspend-timeout': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq({
        description: "Neon: suspend the compute after this time without work (`60s` to `7d`, or `never`). Default: the project's.",
    }),
};
function neonBranchOptions(inputs) {
    return {
        branchType: inputs.branchType,
        maskingRules: inputs.maskingRules,
        parentTimestamp: inputs.parentTimestamp,
        parentLsn: inputs.parentLsn,
        computeSize: inputs.computeSize,
        suspendTimeout: inputs.suspendTimeout,
    };
}


/***/ }),

/***/ 30132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ chooseDrills),
/* harmony export */   p: () => (/* binding */ nextCopy)
/* harmony export */ });
/**
 * All drills of a run go to the place whose turn it is: were the second sent to the next one, the newest backup of two places
 * would always be restored from the same. @returns empty when there is no such backup
 */
function chooseDrills(request) {
    const { backups, history, backupId, hasRandomOlder, seed } = request;
    const first = backupId === undefined ? backups[0] : backups.find(({ id }) => id === backupId);
    if (first === undefined)
        return [];
    const older = backups.slice(backups.indexOf(first) + 1);
    const drawn = hasRandomOlder ? older[draw(seed, older.length)] : undefined;
    return [first, drawn]
        .filter((backup) => backup !== undefined)
        .flatMap((backup) => {
        const location = nextCopy(backup, history);
        return location === undefined ? [] : [{ backupId: backup.id, location }];
    });
}
/** The copy whose place was longest not restored from; of several that never were, the first given. */
function nextCopy({ locations }, history) {
    const age = (location) => {
        const index = history.findIndex((drill) => drill.location === location);
        return index < 0 ? Number.POSITIVE_INFINITY : index;
    };
    return locations.toSorted((left, right) => {
        const [a, b] = [age(left), age(right)];
        return a === b ? 0 : b - a;
    })[0];
}
/** FNV-1a of the seed's text; a lot needs to be spread and repeatable, not unpredictable. */
function draw(seed, count) {
    let hash = 0x81_1c_9d_c5;
    for (const byte of Buffer.from(seed, 'utf8'))
        hash = Math.imul(hash ^ byte, 0x01_00_01_93) >>> 0;
    // The low bits of FNV are the weakest.
    return count === 0 ? 0 : ((hash ^ (hash >>> 15)) >>> 0) % count;
}


/***/ }),

/***/ 98206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ drillFindings)
/* harmony export */ });
/* harmony import */ var _report_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56757);
/* harmony import */ var _schema_diff_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41591);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77665);



/** Of one kind; the rest is counted. */
const mostOfAKind = 50;
function drillFindings(outcome) {
    const { record, restored, proof } = outcome;
    const proven = [
        (restored?.problems ?? []).map(({ subject, message }) => (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .hD)(_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .restoreFailed */ .iu, { subject, message })),
        (proof?.differences ?? []).map(({ kind, subject, message }) => (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .hD)(_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .contentDiffers */ .hB, { subject, message: `${capital(kind)}: ${message}` })),
        schemaFindings(proof?.schema),
        (proof?.corruption ?? []).map((line) => (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .hD)(_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .structureDamaged */ .t6, { subject: record.backupId, message: line })),
        (proof?.failedAssertions ?? []).map(({ statement, outcome: gave }) => (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .hD)(_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .assertionFailed */ .aD, {
            subject: firstLine(statement),
            message: `It gave ${gave} instead of one row with one boolean, true.`,
            evidence: statement,
        })),
    ].flatMap(bounded);
    return [...proven, ...unexplained(outcome, proven), ...warnings(outcome), ...outcome.programFindings];
}
/** What broke the drill off has no finding of its own yet. */
function unexplained({ record }, proven) {
    if (record.verdict === 'verified' || (record.verdict === 'failed' && proven.length > 0))
        return [];
    const rule = record.verdict === 'failed' ? _rules_js__WEBPACK_IMPORTED_MODULE_1__/* .backupDamaged */ .IS : _rules_js__WEBPACK_IMPORTED_MODULE_1__/* .couldNotVerify */ .ke;
    return [(0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .hD)(rule, { subject: record.backupId, message: record.reason ?? record.verdict })];
}
function warnings({ record, manifest }) {
    if (record.isSigned || manifest === undefined)
        return [];
    return [
        (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .hD)(_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .backupNotAuthenticated */ .xx, {
            subject: record.backupId,
            message: `No public key was given, so the signature of ${record.backupId} was not checked.`,
            fix: 'Sign backups (`sign-key` of `backup`), and give its public half here as `public-key`.',
        }),
    ];
}
function schemaFindings(diff) {
    return (diff?.changes ?? [])
        .filter(({ isWithin }) => !isWithin)
        .map((change) => (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .hD)(_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaDiffers */ .vK, {
        subject: (0,_schema_diff_words_js__WEBPACK_IMPORTED_MODULE_0__/* .displayObject */ .Gv)(change.object),
        message: `${capital((0,_schema_diff_words_js__WEBPACK_IMPORTED_MODULE_0__/* .describeChange */ .uQ)(change))} (${change.change === 'removed' ? 'missing in the copy' : change.change === 'added' ? 'only in the copy' : 'another in the copy'})`,
    }));
}
function bounded(findings) {
    const [first] = findings;
    if (findings.length <= mostOfAKind || first === undefined)
        return findings;
    const left = findings.length - mostOfAKind;
    return [
        ...findings.slice(0, mostOfAKind),
        { ...first, subject: `${left} more`, message: `${left} more findings of this rule are not listed.` },
    ];
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
function firstLine(statement) {
    const line = statement.replaceAll(/\s+/g, ' ').trim();
    return line.length <= 80 ? line : `${line.slice(0, 79)}…`;
}


/***/ }),

/***/ 53893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ drillBlocks),
/* harmony export */   HZ: () => (/* binding */ drillSection),
/* harmony export */   zP: () => (/* binding */ worstVerdict)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73110);
/* harmony import */ var _report_quantity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59362);
/* harmony import */ var _objectives_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(280);
/* harmony import */ var _rto_chart_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93216);
/** What `verify-backup` has to say, as a section of the report. */




function drillSection(report) {
    const { records, findings } = report;
    const verdict = worstVerdict(records.map((record) => record.verdict));
    const isWell = verdict === 'verified' && findings.every(({ severity }) => severity === 'notice');
    const hasError = verdict !== 'verified' || findings.some(({ severity }) => severity === 'error');
    return {
        id: 'verify-backup',
        title: 'Restore drill',
        status: isWell ? 'passed' : hasError ? 'failed' : 'warning',
        summary: summaryOf(report, verdict),
        blocks: blocksOf(report),
        findings,
        ...(verdict === 'verified' ? {} : { nextSteps: nextSteps(verdict) }),
    };
}
/** No drill at all proves nothing. */
function worstVerdict(verdicts) {
    if (verdicts.includes('failed'))
        return 'failed';
    return verdicts.length === 0 || verdicts.includes('could-not-verify') ? 'could-not-verify' : 'verified';
}
const verdictWords = {
    verified: 'verified',
    failed: 'failed',
    'could-not-verify': 'could not be verified',
};
function summaryOf({ records, series, findings }, verdict) {
    const [first] = records;
    if (first === undefined)
        return findings[0]?.message.replace(/\.$/, '') ?? `Nothing of ${series} was restored`;
    if (verdict !== 'verified') {
        const bad = records.find((record) => record.verdict === verdict) ?? first;
        return `${bad.backupId} ${verdictWords[verdict]}`;
    }
    const rows = `${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(first.tables, 'table')}, ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(first.rows, 'row')}`;
    return records.length === 1
        ? `${first.backupId} restored in ${(0,_objectives_js__WEBPACK_IMPORTED_MODULE_1__/* .inWords */ .r4)(first.rtoSeconds)} and proved equal: ${rows}`
        : `${records.length} backups restored and proved equal, the newest in ${(0,_objectives_js__WEBPACK_IMPORTED_MODULE_1__/* .inWords */ .r4)(first.rtoSeconds)}`;
}
function blocksOf(report) {
    const { records, history, maxRto } = report;
    const [first] = records;
    if (first === undefined)
        return [];
    const diagram = (0,_rto_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .rtoDiagram */ .zl)(history, maxRto);
    const blocks = [
        { kind: 'table', columns: tableColumns, rows: records.map(tableRow) },
        { kind: 'facts', rows: objectives(report, first) },
        ...(diagram === undefined ? [] : [{ kind: 'mermaid', text: diagram }]),
        details('Time by step', records.map(timingBlock)),
        omissionDetails('Not compared', records.flatMap(({ notCompared }) => notCompared)),
        omissionDetails('Not in the backup: a real restore needs more than the dump', records.flatMap(({ notInBackup }) => notInBackup)),
    ];
    return blocks.filter((block) => block !== undefined);
}
/** Of a restore that stays. */
function drillBlocks(record, place) {
    const { machine, isSigned } = record;
    const blocks = [
        { kind: 'table', columns: tableColumns, rows: [tableRow(record)] },
        {
            kind: 'facts',
            rows: [
                ['Restored into', place ?? 'nothing was left'],
                ['Signature', isSigned ? 'checked before anything else' : 'not checked'],
                ['Server', machine.target],
            ],
        },
        details('Time by step', [timingBlock(record)]),
        omissionDetails('Not compared', record.notCompared),
        omissionDetails('Not in the backup: to be made by hand', record.notInBackup),
    ];
    return blocks.filter((block) => block !== undefined);
}
const tableColumns = [
    { title: 'Backup' },
    { title: 'Copy' },
    { title: 'Verdict' },
    { title: 'Time to restore', align: 'right' },
    { title: 'Size', align: 'right' },
];
function tableRow(record) {
    return [
        { code: record.backupId },
        { code: record.location },
        verdictWords[record.verdict],
        (0,_objectives_js__WEBPACK_IMPORTED_MODULE_1__/* .inWords */ .r4)(record.rtoSeconds),
        (0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(record.bytes),
    ];
}
function objectives({ rpo, maxRto, maxRpo }, first) {
    const limit = (seconds) => (seconds === 0 ? '' : ` (at most ${(0,_objectives_js__WEBPACK_IMPORTED_MODULE_1__/* .inWords */ .r4)(seconds)})`);
    const { machine, isSigned } = first;
    return [
        ['Time to restore (RTO)', `${(0,_objectives_js__WEBPACK_IMPORTED_MODULE_1__/* .inWords */ .r4)(first.rtoSeconds)}${limit(maxRto)}`],
        [
            'Age of what is verified (RPO)',
            `${rpo === undefined ? 'nothing was ever verified' : (0,_objectives_js__WEBPACK_IMPORTED_MODULE_1__/* .inWords */ .r4)(rpo)}${limit(maxRpo)}`,
        ],
        ['Signature', isSigned ? 'checked before anything else' : 'not checked'],
        ['Restored on', machine.target],
        [
            'Machine',
            `${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(machine.cores, 'core')}, ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(machine.memoryBytes)} of memory, ${machine.platform}`,
        ],
    ];
}
function timingBlock({ backupId, timings }) {
    return {
        kind: 'table',
        caption: backupId,
        columns: [{ title: 'Step' }, { title: 'Time', align: 'right' }],
        rows: timings.map(({ step, seconds }) => [step, (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(seconds * 1000)]),
    };
}
function details(title, blocks) {
    return { kind: 'details', title, blocks };
}
const mostOmissions = 100;
/** What two drills have in common is told once. */
function omissionDetails(title, all) {
    const distinct = [...new Map(all.map((one) => [`${one.subject}\0${one.reason}`, one])).values()];
    if (distinct.length === 0)
        return undefined;
    const shown = distinct.slice(0, mostOmissions);
    const left = distinct.length - shown.length;
    return details(`${title} (${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(distinct.length)})`, [
        {
            kind: 'table',
            columns: [{ title: 'What' }, { title: 'Why' }],
            rows: [
                ...shown.map(({ subject, reason }) => [{ code: subject }, reason]),
                ...(left === 0 ? [] : [[`${left} more`, '']]),
            ],
        },
    ]);
}
function nextSteps(verdict) {
    if (verdict === 'failed')
        return [
            'Do not rely on this backup. Take a new one now, and verify it.',
            'Look at the other copies: run `verify-backup` with `from` naming one of them.',
        ];
    return [
        'Nothing is proved, neither way. Mend what the finding names and run the drill again.',
        'Retention keeps what is there: it deletes nothing before a newer backup is verified.',
    ];
}


/***/ }),

/***/ 15777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ gatherBackups)
/* harmony export */ });
/* harmony import */ var _list_backups_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99924);
/** The backups of a series in all the places where they are stored. */

/** Newest backups that are looked at in each place; a lot among them is wide enough. */
const mostBackups = 200;
/**
 * Newest first. A folder whose manifest cannot be read is a damaged backup, and is listed: choosing it tells why. One without
 * a manifest was never finished, and is none.
 * @throws ExternalError when a store fails
 */
async function gatherBackups(stores, series) {
    const found = new Map();
    for (const store of stores)
        for (const backup of await (0,_list_backups_js__WEBPACK_IMPORTED_MODULE_0__/* .listBackups */ .C)(store, series, { newest: mostBackups })) {
            if (backup.kind === 'unfinished')
                continue;
            const tag = backup.kind === 'complete' ? backup.summary.origin.tag : undefined;
            const known = found.get(backup.id) ?? { locations: [], tag };
            found.set(backup.id, { locations: [...known.locations, store.location], tag: known.tag ?? tag });
        }
    return ([...found]
        .map(([id, rest]) => ({ id, ...rest }))
        // Of one series, so the time decides.
        .toSorted((left, right) => (left.id < right.id ? 1 : -1)));
}


/***/ }),

/***/ 280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A8: () => (/* binding */ rtoFindings),
/* harmony export */   _z: () => (/* binding */ ageFindings),
/* harmony export */   mD: () => (/* binding */ measureRpo),
/* harmony export */   r4: () => (/* binding */ inWords),
/* harmony export */   ss: () => (/* binding */ rpoFindings)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73110);
/* harmony import */ var _report_rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56757);
/* harmony import */ var _drill_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91250);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77665);
/** How long a restore may take and how much may be lost, held against what was measured. */




/** A time that was measured of a drill that did not verify says nothing. */
function rtoFindings(record, { maxRto }) {
    if (record.verdict !== 'verified' || maxRto === 0 || record.rtoSeconds <= maxRto)
        return [];
    return [
        (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .findingOf */ .hD)(_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .rtoExceeded */ .z3, {
            subject: record.backupId,
            message: `The restore took ${inWords(record.rtoSeconds)}, the objective is ${inWords(maxRto)}.`,
            evidence: record.timings.map(({ step, seconds }) => `${step} ${inWords(seconds)}`).join(', '),
            fix: 'Restore on a larger machine, with more `jobs`, or keep less in the database; else agree on a longer objective.',
        }),
    ];
}
/** Seconds from the newest verified snapshot to `at`; undefined while nothing was verified. */
function measureRpo(history, at) {
    const newest = (0,_drill_history_js__WEBPACK_IMPORTED_MODULE_1__/* .newestVerified */ .x9)(history);
    if (newest === undefined)
        return undefined;
    return Math.max(0, Math.round((at.getTime() - newest.takenAt.getTime()) / 1000));
}
/** @param rpo as `measureRpo` gives it */
function rpoFindings(rpo, { maxRpo }, series) {
    if (rpo === undefined)
        return [
            (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .findingOf */ .hD)(_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .neverVerified */ .PN, {
                subject: series,
                message: `No backup of ${series} was ever verified by a drill.`,
                fix: 'Run `verify-backup` on a schedule, once a month at least.',
            }),
        ];
    if (maxRpo === 0 || rpo <= maxRpo)
        return [];
    return [
        (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .findingOf */ .hD)(_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .rpoExceeded */ .JE, {
            subject: series,
            message: `The snapshot of the newest verified backup of ${series} is ${inWords(rpo)} old, the objective is ${inWords(maxRpo)}.`,
            fix: 'Back up and verify more often, and look whether the scheduled runs still run.',
        }),
    ];
}
function ageFindings({ series, newestTakenAt, now, maxAge }) {
    const fix = 'Look at the runs of the scheduled backup: is the workflow disabled, does it fail?';
    if (newestTakenAt === undefined)
        return [
            (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .findingOf */ .hD)(_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .backupStale */ .Gm, { subject: series, message: `There is no backup of ${series} at all.`, fix }),
        ];
    const age = Math.round((now.getTime() - newestTakenAt.getTime()) / 1000);
    if (maxAge === 0 || age <= maxAge)
        return [];
    return [
        (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .findingOf */ .hD)(_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .backupStale */ .Gm, {
            subject: series,
            message: `The newest backup of ${series} is ${inWords(age)} old, at most ${inWords(maxAge)} is allowed.`,
            fix,
        }),
    ];
}
function inWords(seconds) {
    return (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(seconds * 1000);
}


/***/ }),

/***/ 93216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ rtoSvg),
/* harmony export */   zl: () => (/* binding */ rtoDiagram)
/* harmony export */ });
/* unused harmony export mostBars */
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73110);
/* harmony import */ var _report_visible_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30269);
/** How long restores took, drill by drill: for the step summary (Mermaid) and as a picture of its own (SVG). */


/** Bars that still have a readable label. */
const mostBars = 24;
/** Oldest first. @param history newest first */
function barsOf(history) {
    return history
        .slice(0, mostBars)
        .toReversed()
        .map(({ startedAt, rtoSeconds, verdict }) => ({
        label: startedAt.slice(5, 10),
        seconds: rtoSeconds,
        verdict,
    }));
}
/**
 * Of verified drills only: what broke off measured nothing. Undefined with fewer than two of them.
 * @param maxRto seconds; 0 = none
 */
function rtoDiagram(history, maxRto) {
    const bars = barsOf(history.filter(({ verdict }) => verdict === 'verified'));
    if (bars.length < 2)
        return undefined;
    const top = axisTop(Math.max(...bars.map(({ seconds }) => seconds), maxRto));
    // Two bars of one day need labels of their own: Mermaid draws equal ones on one place.
    const labels = bars.map(({ label }, index) => {
        const before = bars.slice(0, index).filter((bar) => bar.label === label).length;
        return `"${label}${before === 0 ? '' : ` (${before + 1})`}"`;
    });
    return [
        'xychart-beta',
        '  title "Time to restore, in seconds"',
        `  x-axis [${labels.join(', ')}]`,
        `  y-axis "seconds" 0 --> ${top}`,
        `  bar [${bars.map(({ seconds }) => seconds).join(', ')}]`,
        ...(maxRto === 0 ? [] : [`  line [${bars.map(() => maxRto).join(', ')}]`]),
    ].join('\n');
}
const size = { width: 760, height: 300, left: 70, right: 20, top: 54, bottom: 56 };
const barClasses = {
    verified: 'ok',
    failed: 'bad',
    'could-not-verify': 'unknown',
};
/** Colours have a contrast of 3:1 at least on either ground; text 4.5:1. The verdict is told by a mark too. */
const style = `
  svg { color-scheme: light dark; background: #ffffff; }
  text { font: 12px system-ui, sans-serif; fill: #1f2328; }
  .title { font-size: 15px; font-weight: 600; }
  .quiet { fill: #59636e; }
  .grid { stroke: #d1d9e0; }
  .limit { stroke: #cf222e; stroke-dasharray: 6 4; stroke-width: 1.5; }
  .ok { fill: #1a7f37; } .bad { fill: #cf222e; } .unknown { fill: #9a6700; }
  @media (prefers-color-scheme: dark) {
    svg { background: #0d1117; }
    text { fill: #f0f6fc; }
    .quiet { fill: #9198a1; }
    .grid { stroke: #3d444d; }
    .limit { stroke: #ff7b72; }
    .ok { fill: #3fb950; } .bad { fill: #ff7b72; } .unknown { fill: #d29922; }
  }`;
/** A whole SVG file, without anything that runs or is loaded from elsewhere. Every drill has a bar, those that failed too. */
function rtoSvg(history, { series, maxRto }) {
    const bars = barsOf(history);
    const top = axisTop(Math.max(...bars.map(({ seconds }) => seconds), maxRto, 0.1));
    const title = `Time to restore ${(0,_report_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cutEnd */ .ym)((0,_report_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(series), 60)}`;
    const y = (seconds) => size.height - size.bottom - (seconds / top) * (size.height - size.top - size.bottom);
    return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img" aria-label="${escapeXml(title)}">
<style>${style}
</style>
<text class="title" x="${size.left}" y="26">${escapeXml(title)}</text>
<text class="quiet" x="${size.left}" y="43">${escapeXml(subtitle(bars, maxRto))}</text>
${[0, 0.25, 0.5, 0.75, 1].map((part) => gridLine(part * top, y)).join('\n')}
${bars.map((bar, index) => barOf(bar, { index, count: bars.length, y })).join('\n')}
${maxRto === 0 ? '' : `<line class="limit" x1="${size.left}" x2="${size.width - size.right}" y1="${rounded(y(maxRto))}" y2="${rounded(y(maxRto))}"/>`}
</svg>
`;
}
function subtitle(bars, maxRto) {
    if (bars.length === 0)
        return 'No drill yet';
    const limit = maxRto === 0 ? '' : `, at most ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(maxRto * 1000)} (dashed)`;
    return `Download to last comparison, by day of the drill${limit}`;
}
function gridLine(seconds, y) {
    const at = rounded(y(seconds));
    return `<line class="grid" x1="${size.left}" x2="${size.width - size.right}" y1="${at}" y2="${at}"/><text class="quiet" x="${size.left - 8}" y="${at + 4}" text-anchor="end">${escapeXml((0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(seconds * 1000))}</text>`;
}
function barOf({ label, seconds, verdict }, { index, count, y }) {
    const slot = (size.width - size.left - size.right) / count;
    const width = Math.min(36, slot * 0.66);
    const middle = size.left + slot * (index + 0.5);
    const at = y(seconds);
    const floor = size.height - size.bottom;
    const mark = { verified: '✓', failed: '✗', 'could-not-verify': '?' }[verdict];
    // Labels of 38 px; where slots are narrower every second one is left away.
    const isLabelled = slot >= 40 || (count - 1 - index) % 2 === 0;
    return [
        `<rect class="${barClasses[verdict]}" x="${rounded(middle - width / 2)}" y="${rounded(at)}" width="${rounded(width)}" height="${rounded(Math.max(1, floor - at))}" rx="2"/>`,
        `<text class="${barClasses[verdict]}" x="${rounded(middle)}" y="${floor + 17}" text-anchor="middle">${mark}</text>`,
        isLabelled
            ? `<text class="quiet" x="${rounded(middle)}" y="${floor + 36}" text-anchor="middle">${escapeXml(label)}</text>`
            : '',
    ].join('');
}
/** 1, 2 or 5 times a power of ten, not below the value. */
function axisTop(value) {
    const power = 10 ** Math.floor(Math.log10(Math.max(value, 0.1)));
    const step = [1, 2, 5, 10].find((factor) => factor * power >= value) ?? 10;
    return Number((step * power).toPrecision(6));
}
function rounded(value) {
    return Math.round(value * 10) / 10;
}
const xmlEntities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Control characters have no place in XML, escaped or not; `visible` has shown them by then. */
function escapeXml(text) {
    return text.replace(/[&<>"']/g, (found) => xmlEntities[found] ?? found);
}


/***/ }),

/***/ 30441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ describeOutcome),
  B: () => (/* binding */ runDrill)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/postgres/libpq-environment.js
var libpq_environment = __webpack_require__(91962);
// EXTERNAL MODULE: ./build/postgres/connect.js + 6 modules
var connect = __webpack_require__(46033);
// EXTERNAL MODULE: ./build/schema/diff-snapshots.js + 2 modules
var diff_snapshots = __webpack_require__(50852);
// EXTERNAL MODULE: ./build/schema/read-snapshot.js + 10 modules
var read_snapshot = __webpack_require__(68463);
// EXTERNAL MODULE: ./build/postgres/client-process.js
var client_process = __webpack_require__(72935);
;// CONCATENATED MODULE: ./build/backups/restore/amcheck.js
/** Looks through tables and B-trees of the restored copy: damage that no query has met yet. */
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


const mostLines = 100;
/** Last of all that looks at the schema: it makes an extension in the copy. */
async function runAmcheck(request, context) {
    const reason = await whyNot(request, context);
    if (reason !== undefined || request.program === undefined)
        return notDone(reason ?? 'there is no pg_amcheck');
    const { program, jobs, environment } = request;
    const { end, stdout } = await (0,client_process/* runProgram */.mB)({
        path: program.path,
        // The database is PGDATABASE: a name here would be read as a pattern or a connection string.
        // Without --heapallindexed: the restore has just built the indexes from these very rows, and it doubles the time.
        argv: ['--install-missing', `--jobs=${jobs}`, '--no-password'],
        environment: { ...environment, LC_ALL: 'C' },
        signal: context.signal,
    });
    if (end.kind === 'exited' && end.code === 0)
        return { kind: 'done', corruption: [] };
    const lines = stdout
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    // 2 is said of corruption alone; anything else is that it could not look.
    if (end.kind === 'exited' && end.code === 2 && lines.length > 0)
        return { kind: 'done', corruption: lines.slice(0, mostLines) };
    return notDone(`${program.text} failed: ${end.errors.split('\n', 1)[0] ?? ''}`);
}
async function whyNot({ target, program }, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (program === undefined)
            return 'this machine has no pg_amcheck';
        if (!target.isSuperuser)
            return 'the role of the target is no superuser';
        const session = __addDisposableResource(env_1, await (0,connect/* connectWhenReady */.y)({
            uri: target.uri,
            applicationName: 'database-actions/restore',
            signal: context.signal,
            timeoutMs: context.timeoutMs,
            log: context.log,
        }), true);
        const found = await session.query(`SELECT 1 FROM pg_catalog.pg_available_extensions WHERE name = 'amcheck'`);
        return found.length > 0 ? undefined : 'the server does not have the extension amcheck';
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
function notDone(reason) {
    return { kind: 'not done', omission: { subject: 'structure of tables and indexes (amcheck)', reason } };
}

// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(86967);
// EXTERNAL MODULE: ./build/postgres/row.js
var postgres_row = __webpack_require__(31290);
;// CONCATENATED MODULE: ./build/backups/restore/analyze-copy.js
/** As after any real restore: a dump brings no statistics, and without them the first queries would be slow. */
var analyze_copy_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var analyze_copy_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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


/** Shares the tables out to so many sessions, the largest first to whoever has least. Partitions go with their table. */
async function analyzeCopy(open, jobs) {
    const tables = await readTables(open);
    await Promise.all(shared(tables, jobs).map(async (names) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const session = analyze_copy_addDisposableResource(env_1, await open(), true);
            await session.query(`ANALYZE ${names.join(', ')}`);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = analyze_copy_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }));
}
async function readTables(open) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const session = analyze_copy_addDisposableResource(env_2, await open(), true);
        const rows = await session.query(ownTables);
        return rows.map((row) => ({
            name: `${(0,identifier/* quoteIdentifier */.C)((0,postgres_row/* text */.Qq)(row, 'schema'))}.${(0,identifier/* quoteIdentifier */.C)((0,postgres_row/* text */.Qq)(row, 'name'))}`,
            bytes: (0,postgres_row/* numeric */.sH)(row, 'bytes'),
        }));
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = analyze_copy_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
const ownTables = `
SELECT n.nspname AS schema, c.relname AS name,
  (SELECT COALESCE(sum(pg_catalog.pg_relation_size(leaf.relid)), 0) FROM pg_catalog.pg_partition_tree(c.oid) AS leaf)
    OPERATOR(pg_catalog.+) pg_catalog.pg_relation_size(c.oid) AS bytes
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
WHERE c.relkind IN ('r', 'm', 'p') AND NOT c.relispartition
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 3 DESC, 1, 2`;
function shared(tables, jobs) {
    const shares = Array.from({ length: Math.max(1, jobs) }, () => ({ names: [], bytes: 0 }));
    for (const { name, bytes } of tables) {
        const least = shares.reduce((left, right) => (right.bytes < left.bytes ? right : left));
        least.names.push(name);
        least.bytes += Math.max(1, bytes);
    }
    return shares.map(({ names }) => names).filter((names) => names.length > 0);
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(37929);
;// CONCATENATED MODULE: ./build/backups/restore/restore-errors.js
/** What pg_restore said, read line by line: how far it is, and every error with what it was about. */
const mostErrors = 1000;
const longestMessage = 400;
/** For `pg_restore --verbose` under LC_ALL=C. */
function createOutputReader(onDone = () => { }) {
    const errors = [];
    const tail = [];
    let [items, steps] = [0, 0];
    // With one job entries are told by what is done with them alone, with several by their number too.
    const done = () => (items > 0 ? items : steps);
    let entry;
    return {
        read(line) {
            const said = /^pg_restore: (.*)$/.exec(line)?.[1];
            if (said === undefined)
                return;
            tail.push(withoutValues(said));
            if (tail.length > 5)
                tail.shift();
            const from = /^from TOC entry (\d+);/.exec(said)?.[1];
            if (from !== undefined)
                entry = Number(from);
            const isItem = /^(processing|finished) item \d+ /.test(said);
            const isStep = !isItem && /^(creating|executing|processing data) /.test(said);
            if (isItem)
                items += 1;
            if (isStep)
                steps += 1;
            if (isItem || isStep)
                onDone(done());
            const error = /^error: (.*)$/.exec(said)?.[1];
            if (error === undefined)
                return;
            if (errors.length < mostErrors)
                errors.push({ entry, message: withoutValues(error) });
        },
        result: () => ({ done: done(), errors: [...errors], tail: [...tail] }),
    };
}
/**
 * A refused row's value stands in quotes behind a colon (`invalid input syntax for type integer: "…"`) or in brackets
 * (`Key (email)=(…)`); reports are read by more people than the data is.
 */
function withoutValues(message) {
    const first = message
        .replace(/: ".*"$/s, ': "…"')
        .replace(/\bvalue ".*?" is out of range/s, 'value "…" is out of range')
        .replaceAll(/=\(.*?\)/g, '=(…)');
    return first.length <= longestMessage ? first : `${first.slice(0, longestMessage - 1)}…`;
}

;// CONCATENATED MODULE: ./build/backups/restore/assertions.js
/** The user's own questions to the restored copy: each statement must answer with one row, one column, `true`. */



/**
 * Asks one after the other, in a session that the server lets write nothing and that has a statement time-out (see
 * `SessionSettings`). What a statement returns is not repeated, but for what is no row's content: a count, a boolean.
 */
async function runAssertions(session, statements) {
    const failed = [];
    for (const statement of statements) {
        const outcome = await ask(session, statement);
        if (outcome !== undefined)
            failed.push({ statement, outcome });
    }
    return failed;
}
/**
 * As a sub-select: only a query can stand there, and two rows at most come back, whatever it asks for. `json_each` counts
 * columns of the same name too. The line end is for a comment at the statement's end.
 */
function wrapped(statement) {
    return `SELECT (SELECT pg_catalog.json_agg(e.value) FROM pg_catalog.json_each(answer.line) AS e) AS "values"
  FROM (SELECT pg_catalog.row_to_json(asked) AS line FROM (
${statement}
) AS asked LIMIT 2) AS answer`;
}
async function ask(session, statement) {
    try {
        const rows = await session.query(wrapped(statement), []);
        const [first] = rows;
        if (first === undefined)
            return 'no row';
        if (rows.length > 1)
            return 'more than one row';
        const values = Array.isArray(first.values) ? first.values : [];
        if (values.length !== 1)
            return `${values.length} columns`;
        return values[0] === true ? undefined : described(values[0]);
    }
    catch (thrown) {
        const state = (0,sqlstate/* sqlStateOf */.v9)(thrown);
        if (state === undefined)
            throw thrown;
        if (state === sqlstate/* sqlState */.cn.queryCanceled)
            return 'nothing within the time that a statement has';
        return `error ${state}: ${withoutValues((0,errors/* errorMessage */.gJ)(thrown))}`;
    }
}
function described(value) {
    if (value === null)
        return 'null';
    if (value === false)
        return 'false';
    if (typeof value === 'number')
        return `the number ${value}`;
    return typeof value === 'string' ? 'a text' : 'a value that is no boolean';
}

;// CONCATENATED MODULE: ./build/backups/restore/prove-copy.js
var prove_copy_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var prove_copy_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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






/** Every part is done, whatever another one found. The amcheck comes last: it makes an extension in the copy. */
async function proveCopy(request, context) {
    const { stopwatch, assertions } = request;
    await stopwatch.time('analyze', () => analyzeCopy(() => prove_copy_open(request, context, { statementTimeoutMs: 0 }), request.jobs));
    const compared = await stopwatch.time('compare', () => compare(request, context));
    const failedAssertions = assertions.length === 0 ? [] : await stopwatch.time('assert-sql', () => askUser(request, context));
    const checked = await stopwatch.time('amcheck', () => runAmcheck({ ...request, program: request.amcheck }, context));
    return {
        ...compared,
        corruption: checked.kind === 'done' ? checked.corruption : [],
        failedAssertions,
        notCompared: [...compared.notCompared, ...(checked.kind === 'done' ? [] : [checked.omission])],
    };
}
function prove_copy_open({ target }, { signal, timeoutMs, log }, settings) {
    return (0,connect/* connectWhenReady */.y)({
        uri: target.uri,
        applicationName: 'database-actions/restore',
        signal,
        timeoutMs,
        log,
        settings,
    });
}
async function compare(request, context) {
    const { manifest, facts, target, schema } = request;
    const actual = await facts.read(target, manifest, context);
    const { differences, notCompared, unproved } = facts.compare(manifest.facts, actual);
    const diff = schema === undefined ? undefined : await diffSchema(request, schema, context);
    return {
        differences,
        unproved,
        schema: diff,
        notCompared: [
            ...notCompared,
            ...(diff === undefined
                ? [{ subject: 'schema', reason: 'the backup holds no snapshot of it' }]
                : diff.notCompared.map(({ kind, reason }) => ({ subject: `${kind} (schema)`, reason }))),
        ],
    };
}
/** Versions of extensions are told by the facts; owners and grants only where they were restored. */
async function diffSchema(request, schema, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = prove_copy_addDisposableResource(env_1, await prove_copy_open(request, context, { statementTimeoutMs: 0 }), true);
        const copy = await (0,read_snapshot/* readSnapshot */.R)(session, schema.scope === null ? {} : { schemas: schema.scope });
        const ignoreAttributes = ['tablespace', ...(request.hasOwners ? [] : ['owner', 'grants'])];
        const diff = (0,diff_snapshots/* diffSnapshots */.V)(schema, copy, { exclude: notRestored(request), ignoreAttributes });
        return { ...diff, changes: diff.changes.filter((change) => !isOtherVersion(change)) };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = prove_copy_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Told by the facts. */
function isOtherVersion({ object, change, attributes }) {
    return (object.kind === 'extension' && change === 'changed' && attributes.every(({ name }) => name === 'version'));
}
/** What no restore may bring, and what was left away for a role that is no superuser. */
function notRestored({ hasOwners, target }) {
    return [
        ...(hasOwners ? [] : ['default privileges:*']),
        ...(target.isSuperuser ? [] : ['extension:*', 'event trigger:*', 'publication:*']),
    ];
}
async function askUser(request, context) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const session = prove_copy_addDisposableResource(env_2, await prove_copy_open(request, context, {
            isReadOnly: true,
            statementTimeoutMs: request.assertionTimeoutMs,
        }), true);
        return await runAssertions(session, request.assertions);
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = prove_copy_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}

// EXTERNAL MODULE: ./build/backups/restore/restore-target.js
var restore_target = __webpack_require__(76561);
// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(73110);
;// CONCATENATED MODULE: ./build/backups/restore/table-of-contents.js
/** Kinds of more than one word, so that they are told from a name (`desc` of pg_dump.c). */
const longKinds = [
    'ACCESS METHOD',
    'BLOB METADATA',
    'BLOB COMMENTS',
    'CHECK CONSTRAINT',
    'DATABASE PROPERTIES',
    'DEFAULT ACL',
    'EVENT TRIGGER',
    'FK CONSTRAINT',
    'FOREIGN DATA WRAPPER',
    'FOREIGN SERVER',
    'FOREIGN TABLE',
    'INDEX ATTACH',
    'LARGE OBJECT',
    'MATERIALIZED VIEW DATA',
    'MATERIALIZED VIEW',
    'OPERATOR CLASS',
    'OPERATOR FAMILY',
    'PROCEDURAL LANGUAGE',
    'PUBLICATION TABLES IN SCHEMA',
    'PUBLICATION TABLE',
    'ROW SECURITY',
    'SECURITY LABEL',
    'SEQUENCE OWNED BY',
    'SEQUENCE SET',
    'SHELL TYPE',
    'STATISTICS DATA',
    'SUBSCRIPTION TABLE',
    'TABLE ATTACH',
    'TABLE DATA',
    'TEXT SEARCH CONFIGURATION',
    'TEXT SEARCH DICTIONARY',
    'TEXT SEARCH PARSER',
    'TEXT SEARCH TEMPLATE',
    'USER MAPPING',
];
/** Lines such as `3436; 0 16492 TABLE DATA public t postgres`; those that start with `;` are comments. */
function readContents(list) {
    return list.split('\n').flatMap((line) => {
        const [, id, text = ''] = /^(\d+); \d+ \d+ (.+)$/.exec(line) ?? [];
        if (id === undefined)
            return [];
        const kind = longKinds.find((long) => text.startsWith(`${long} `)) ?? text.split(' ', 1)[0] ?? '';
        const rest = text.slice(kind.length + 1);
        return [{ id: Number(id), line, kind, rest, owner: rest.slice(rest.lastIndexOf(' ') + 1) }];
    });
}
/** What only a superuser may make, or change because it made it. */
const superuserKinds = {
    'EVENT TRIGGER': 'only a superuser may make an event trigger',
    'FOREIGN DATA WRAPPER': 'only a superuser may make a foreign data wrapper',
    PUBLICATION: 'a publication says nothing about the data, and may need a superuser',
    'PUBLICATION TABLE': 'a publication says nothing about the data, and may need a superuser',
    'PUBLICATION TABLES IN SCHEMA': 'a publication says nothing about the data, and may need a superuser',
    SUBSCRIPTION: 'a subscription connects to another server',
    'SUBSCRIPTION TABLE': 'a subscription connects to another server',
    'SECURITY LABEL': 'it needs the label provider of the source',
};
/**
 * The entries that the target can take. A superuser takes all but subscriptions, which would begin to copy from production's
 * publisher; another role neither what is a superuser's alone nor comments on extensions, which the server owns.
 */
function selectEntries(entries, isSuperuser) {
    const reasonFor = ({ kind, rest }) => {
        if (isSuperuser)
            return kind.startsWith('SUBSCRIPTION') ? superuserKinds[kind] : undefined;
        if (kind === 'COMMENT' && rest.startsWith('- EXTENSION '))
            return 'the extension belongs to the server, so its comment cannot be set';
        return superuserKinds[kind];
    };
    return {
        entries: entries.filter((entry) => reasonFor(entry) === undefined),
        omissions: entries.flatMap((entry) => {
            const reason = reasonFor(entry);
            return reason === undefined ? [] : [{ subject: subjectOf(entry), reason }];
        }),
    };
}
/** `event trigger audit_ddl`: in words, without the owner. */
function subjectOf({ kind, rest, owner }) {
    const name = rest
        .slice(0, rest.length - owner.length)
        .trim()
        .replace(/^- /, '');
    return `${kind.toLowerCase()} ${name}`;
}

;// CONCATENATED MODULE: ./build/backups/restore/run-pg-restore.js
/** Runs pg_restore: the list of an archive, and its restore into a database. */







/** The table of contents. Reads no data of the archive. */
async function listArchive(run) {
    const reader = createOutputReader();
    const { end, stdout } = await (0,client_process/* runProgram */.mB)({
        ...callOf(run, ['--list', `--format=${run.format}`, run.archive]),
        onErrorLine: (line) => reader.read(line),
    });
    const entries = readContents(stdout);
    const { errors, tail } = reader.result();
    if (exitCodeOf(run, end) === 0 && entries.length > 0)
        return { kind: 'listed', entries };
    return { kind: 'unreadable', message: errors[0]?.message ?? tail.at(-1) ?? 'nothing is in it' };
}
/**
 * Restores the entries, all of them: an error does not end it, since every one of them is to be told. That it was
 * refused a connection or broke off shows as an error too. @throws UnfitTargetError when the program cannot run
 */
async function restoreArchive(request) {
    const { entries, folder, log, jobs, options, format, archive, database } = request;
    const list = (0,external_node_path_.join)(folder, 'restore.list');
    await (0,promises_.writeFile)(list, `${entries.map(({ line }) => line).join('\n')}\n`, { mode: 0o600 });
    const reader = createOutputReader(progressOf(log, entries.length));
    const argv = [
        '--verbose',
        '--no-password',
        `--format=${format}`,
        `--jobs=${jobs}`,
        `--use-list=${list}`,
        ...options,
        `--dbname=${connectionString(database)}`,
        archive,
    ];
    const { stdout, ended } = (0,client_process/* startProgram */.Xd)({
        ...callOf(request, argv),
        onErrorLine: (line) => reader.read(line),
    });
    stdout.resume();
    const end = await ended;
    request.signal.throwIfAborted();
    return { exitCode: exitCodeOf(request, end), ...reader.result() };
}
/** A bare name with `=` in it would be read as a connection string; where the server is, the environment says. */
function connectionString(database) {
    return `dbname='${database.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
const progressEveryMs = 10_000;
/** The entries in front of the data are done in no time, so what is left is told from the rate of the last stretch. */
function progressOf(log, total) {
    const start = performance.now();
    let last = { at: start, done: 0 };
    return (done) => {
        const at = performance.now();
        if (at - last.at < progressEveryMs)
            return;
        const rate = (done - last.done) / (at - last.at);
        const left = rate > 0 ? `, about ${(0,duration/* formatDuration */.a)(Math.max(0, total - done) / rate)} left` : '';
        log.info(`Restored ${Math.min(done, total)} of ${total} objects in ${(0,duration/* formatDuration */.a)(at - start)} (${(rate * 1000).toFixed(1)} a second${left})`);
        last = { at, done };
    };
}
function callOf({ program, environment, signal }, argv) {
    return { path: program.path, argv, environment: { ...environment, LC_ALL: 'C' }, signal };
}
function exitCodeOf({ program }, end) {
    if (end.kind === 'exited')
        return end.code;
    throw new restore_target/* UnfitTargetError */.g(end.kind === 'killed'
        ? `${program.text} was ended by ${end.signal}.`
        : `${program.path} could not be started: ${end.errors}.`, { hint: 'Is there enough memory on this machine?' });
}

;// CONCATENATED MODULE: ./build/backups/restore/restore-copy.js
/** A verified archive into an empty database: what the target lacks is known before, what went wrong is told whole. */
var restore_copy_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var restore_copy_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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





/** @throws UnfitTargetError when the target lacks something, so that nothing is said about the backup */
async function restoreCopy(request, context) {
    const { manifest, target } = request;
    await requireExtensions(request, context);
    const run = pgRestoreOf(request, context);
    const listed = await listArchive(run);
    if (listed.kind === 'unreadable')
        return {
            problems: [{ subject: 'the archive', message: listed.message }],
            omissions: [],
            hasOwners: false,
        };
    const selection = selectEntries(listed.entries, target.isSuperuser);
    const roles = await target.prepareRoles(referredRoles(manifest, selection.entries));
    const hasOwners = target.isSuperuser && roles.missing.length === 0;
    const restored = await restoreArchive({
        ...run,
        folder: context.folder,
        database: target.database,
        jobs: manifest.dump.format === 'directory' ? request.jobs : 1,
        entries: selection.entries,
        // The target has its own disks.
        options: ['--no-tablespaces', ...(hasOwners ? [] : ['--no-owner', '--no-acl'])],
    });
    const result = withoutKnown(restored, target);
    await requireSoundTarget({ result, roles, entries: selection.entries, target }, context);
    return {
        problems: problemsOf(result, selection.entries),
        omissions: [...target.omissions, ...selection.omissions, ...ownerOmissions(roles, hasOwners)],
        hasOwners,
    };
}
/**
 * pg_restore of 17 and newer begins with `SET transaction_timeout = 0`, which an older server does not know: the one error
 * that means nothing (pg_backup_archiver.c, `_doSetFixedOutputState`).
 */
function withoutKnown(result, { serverVersion }) {
    const isKnown = ({ entry, message }) => serverVersion < 170_000 && entry === undefined && message.includes('"transaction_timeout"');
    const errors = result.errors.filter((error) => !isKnown(error));
    const isAll = errors.length === 0 && result.errors.length > 0 && result.exitCode === 1;
    return { ...result, errors, exitCode: isAll ? 0 : result.exitCode };
}
function pgRestoreOf({ program, archive, manifest, environment }, { signal, log }) {
    return { program, archive, format: manifest.dump.format, environment, signal, log };
}
/**
 * Owners stand in the archive too: the manifest may be of a role that could not see them all. Where a line ends in the name
 * of a known role that is the owner, whatever blanks it has.
 */
function referredRoles(manifest, entries) {
    const known = manifest.facts.roles;
    const others = entries
        .filter(({ rest }) => !known.some((role) => rest.endsWith(` ${role}`)))
        .map(({ owner }) => owner)
        .filter((owner) => owner !== '' && owner !== '-');
    return [...known, ...others];
}
function openSession(target, context) {
    return (0,connect/* connectWhenReady */.y)({
        uri: target.uri,
        applicationName: 'database-actions/restore',
        signal: context.signal,
        timeoutMs: context.timeoutMs,
        log: context.log,
    });
}
async function requireExtensions({ manifest, target }, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const wanted = manifest.facts.extensions.map(({ name }) => name);
        const session = restore_copy_addDisposableResource(env_1, await openSession(target, context), true);
        const rows = await session.query('SELECT name::text AS name FROM pg_catalog.pg_available_extensions');
        const available = new Set(rows.map((row) => (0,postgres_row/* text */.Qq)(row, 'name')));
        const missing = wanted.filter((name) => !available.has(name));
        if (missing.length === 0)
            return;
        throw new restore_target/* UnfitTargetError */.g(`The ${target.description} does not have the ${missing.length === 1 ? 'extension' : 'extensions'} ${missing.join(', ')}, which the backup needs.`, {
            hint: 'Restore `into` a server that has it: a service container whose image brings it along, or `neon`.',
        });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = restore_copy_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Classes of SQLSTATE that speak of the machine: resources, operator's intervention, the system under the server. */
const machineStates = /^(53|57P|58)/;
/** An error that comes from the target proves nothing about the backup. */
async function requireSoundTarget(ended, context) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { result, roles, target } = ended;
        if (result.exitCode === 0 && result.errors.length === 0)
            return;
        const states = (await target.sqlStates?.()) ?? [];
        const ofMachine = states.filter((state) => machineStates.test(state));
        const [first] = result.errors;
        if (ofMachine.length > 0)
            throw new restore_target/* UnfitTargetError */.g(`The ${target.description} could not hold the restore: ${first?.message ?? 'it broke off'} (SQLSTATE ${ofMachine.join(', ')}).`, {
                hint: 'Mostly the disk or the memory is full: give the job a larger runner, or restore `into` another server.',
            });
        if (result.done === 0)
            throw new restore_target/* UnfitTargetError */.g(`pg_restore did not come to restore anything: ${first?.message ?? result.tail.at(-1) ?? 'it said nothing'}.`);
        // Throws what cannot be reached: the server went away under the restore.
        const session = restore_copy_addDisposableResource(env_2, await openSession(target, context), true);
        await session.query('SELECT 1');
        const refused = entriesWithErrors(ended).filter(({ kind }) => kind === 'POLICY');
        if (roles.missing.length > 0 && refused.length > 0)
            throw new restore_target/* UnfitTargetError */.g(`${refused.length} policies need roles that the target does not have and this role may not make: ${roles.missing.join(', ')}.`, { hint: 'Give a target whose role has CREATEROLE, or make those roles (NOLOGIN) beforehand.' });
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = restore_copy_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
function entriesWithErrors({ result, entries }) {
    const numbers = new Set(result.errors.map(({ entry }) => entry));
    return entries.filter(({ id }) => numbers.has(id));
}
function problemsOf(result, entries) {
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const problems = result.errors.map(({ entry, message }) => {
        const found = entry === undefined ? undefined : byId.get(entry);
        return { subject: found === undefined ? 'pg_restore' : subjectOf(found), message };
    });
    if (problems.length > 0 || result.exitCode === 0)
        return problems;
    return [
        {
            subject: 'pg_restore',
            message: `ended with code ${result.exitCode}: ${result.tail.at(-1) ?? 'it said nothing'}`,
        },
    ];
}
function ownerOmissions({ missing }, hasOwners) {
    if (hasOwners)
        return [];
    const why = missing.length === 0
        ? 'the role of the target is no superuser'
        : `the target does not have the roles ${missing.join(', ')}`;
    return [{ subject: 'owners and grants', reason: `restored without them: ${why}` }];
}

// EXTERNAL MODULE: ./build/backups/damage.js
var damage = __webpack_require__(75763);
;// CONCATENATED MODULE: ./build/backups/drill/conclusion.js
/** The verdict of a drill, from what it found or from what broke it off. */



/** Damage is the backup's; anything else that stopped the drill says nothing about it. */
function conclusionOf(thrown) {
    if (thrown instanceof damage/* BackupDamage */.s)
        return {
            verdict: thrown.kind === 'wrong key' ? 'could-not-verify' : 'failed',
            reason: thrown.message,
        };
    if (thrown instanceof restore_target/* UnfitTargetError */.g || thrown instanceof errors/* UserError */.yo || thrown instanceof errors/* ExternalError */.yA)
        return { verdict: 'could-not-verify', reason: withHint(thrown) };
    if (isNoSpace(thrown))
        return { verdict: 'could-not-verify', reason: 'The disk is full (ENOSPC): use a larger runner.' };
    throw thrown;
}
function withHint({ message, hint, }) {
    return hint === undefined ? message : `${message} ${hint}`;
}
function isNoSpace(thrown) {
    return (thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT'));
}
/** The first reason, the worst first. */
function judge({ restored, proof, backup }) {
    const reasons = [
        told(restored?.problems, ({ subject, message }) => `${subject}: ${message}`),
        told(proof?.differences, ({ subject, message }) => `${subject}: ${message}`),
        told(proof?.corruption, (line) => line),
        told(proof?.schema?.changes, ({ object, change }) => `${object.kind} ${object.name} ${change}`),
        told(proof?.failedAssertions, ({ outcome }) => `a statement of assert-sql gave ${outcome}`),
    ].filter((reason) => reason !== undefined);
    if (reasons[0] !== undefined)
        return { verdict: 'failed', reason: reasons[0] };
    if (backup !== undefined && !hasFingerprints(backup.manifest))
        return {
            verdict: 'could-not-verify',
            reason: `The backup was made with \`proof: ${backup.manifest.proof}\` and has no fingerprints: there is nothing to compare the content of its tables with.`,
        };
    const unproved = told(proof?.unproved, (subject) => `${subject} could not be read in the copy`);
    if (unproved !== undefined)
        return { verdict: 'could-not-verify', reason: `${unproved}.` };
    return { verdict: 'verified' };
}
/** A database without a table has none either. */
function hasFingerprints({ proof, facts }) {
    return (proof !== 'none' && (facts.tables.length > 0 || facts.notCompared.length === 0 || proof === 'source'));
}
function told(list, words) {
    const [first, ...others] = list ?? [];
    if (first === undefined)
        return undefined;
    return `${words(first)}${others.length === 0 ? '' : ` (and ${others.length} more)`}`;
}

;// CONCATENATED MODULE: ./build/backups/drill/stopwatch.js
/** @param now milliseconds, never going back */
function createStopwatch(now = () => performance.now()) {
    const spent = new Map();
    return {
        async time(step, work) {
            const start = now();
            try {
                return await work();
            }
            finally {
                spent.set(step, (spent.get(step) ?? 0) + (now() - start));
            }
        },
        timings: () => [...spent].map(([step, ms]) => ({ step, seconds: rounded(ms) })),
        seconds: () => rounded([...spent.values()].reduce((sum, ms) => sum + ms, 0)),
    };
}
function rounded(ms) {
    return Math.round(ms) / 1000;
}

;// CONCATENATED MODULE: ./build/backups/drill/run-drill.js
var run_drill_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_drill_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
/** One drill: a stored backup, downloaded, authenticated, restored, compared; its record whatever comes of it. */







/** @throws only what is our own mistake, and the signal's reason when it was aborted */
async function runDrill(parts, context) {
    const startedAt = context.now();
    const stopwatch = createStopwatch();
    const work = { parts, context, stopwatch, found: {} };
    let conclusion;
    try {
        await restoreAndProve(work);
        conclusion = judge(work.found);
    }
    catch (thrown) {
        context.signal.throwIfAborted();
        conclusion = conclusionOf(thrown);
        context.log.warning(`${parts.subject.backupId}: ${conclusion.reason}`);
    }
    const record = recordOf(work, conclusion, startedAt);
    const { backup, restored, proof, programs } = work.found;
    return { record, manifest: backup?.manifest, restored, proof, programFindings: programs?.findings ?? [] };
}
async function restoreAndProve({ parts, context, stopwatch, found }) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(context.folder, 'drill-'));
    const own = { ...context, folder };
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { backup, dump } = await stopwatch.time('download', () => download(parts, own, found));
            const programs = await parts.programs(backup);
            found.programs = programs;
            // A server has to be there first after a real loss too.
            const target = run_drill_addDisposableResource(env_1, await stopwatch.time('restore', () => parts.openTarget(backup.manifest, own)), true);
            found.target = target;
            const libpq = run_drill_addDisposableResource(env_1, await (0,libpq_environment/* libpqEnvironment */.S)({
                uri: target.uri,
                environment: context.environment,
                applicationName: 'database-actions/restore',
            }), true);
            const environment = libpq.variables;
            const { manifest } = backup;
            const shared = { manifest, target, environment };
            const restored = await stopwatch.time('restore', () => restoreCopy({ ...shared, archive: dump.archive, program: programs.restore, jobs: parts.jobs }, own));
            found.restored = restored;
            const { facts, assertions, assertionTimeoutMs } = parts;
            found.proof = await proveCopy({
                ...shared,
                ...{ facts, assertions, assertionTimeoutMs, stopwatch },
                schema: dump.schema,
                hasOwners: restored.hasOwners,
                amcheck: programs.amcheck,
                jobs: parts.jobs,
            }, own);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = run_drill_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function download({ subject }, { folder }, found) {
    const backup = await subject.open();
    found.backup = backup;
    const dump = await backup.fetch(folder);
    found.dump = dump;
    return { backup, dump };
}
function recordOf({ parts, context, stopwatch, found }, conclusion, startedAt) {
    const { backup, dump, target, restored, proof } = found;
    const { subject, machine } = parts;
    const facts = backup?.manifest.facts;
    return {
        kind: 'database-actions-drill',
        version: 1,
        id: `${compactTime(startedAt)}_${subject.backupId}`,
        backupId: subject.backupId,
        series: subject.series,
        location: subject.location,
        startedAt: startedAt.toISOString(),
        finishedAt: context.now().toISOString(),
        verdict: conclusion.verdict,
        ...(conclusion.reason === undefined ? {} : { reason: oneLine(conclusion.reason) }),
        manifestSha256: backup?.manifestSha256 ?? '',
        isSigned: backup?.isSigned ?? false,
        timings: stopwatch.timings(),
        rtoSeconds: stopwatch.seconds(),
        bytes: dump?.bytes ?? 0,
        rows: facts?.tables.reduce((sum, { rows }) => sum + rows, 0) ?? 0,
        tables: facts?.tables.length ?? 0,
        machine: { ...machine, target: target?.description ?? 'none' },
        differences: proof?.differences ?? [],
        notInBackup: backup?.manifest.notInBackup ?? [],
        notCompared: [...(restored?.omissions ?? []), ...(proof?.notCompared ?? [])],
    };
}
function oneLine(text) {
    return text.replaceAll(/\s+/g, ' ').trim();
}
function compactTime(at) {
    return at
        .toISOString()
        .replace(/\.\d+Z$/, 'Z')
        .replaceAll(/[-:]/g, '');
}
/** For logs: what became of it in one line. */
function describeOutcome({ record }) {
    const why = record.reason === undefined ? '' : `: ${record.reason}`;
    return `${record.backupId} (${record.location}): ${record.verdict}${why}`;
}


/***/ }),

/***/ 67268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A0: () => (/* binding */ hasDatabase),
/* harmony export */   Vn: () => (/* binding */ administer),
/* harmony export */   Wt: () => (/* binding */ replaceDatabase),
/* harmony export */   Zi: () => (/* binding */ dropDatabase),
/* harmony export */   bi: () => (/* binding */ createEmptyDatabase)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _postgres_client_program_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(53966);
/* harmony import */ var _postgres_connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46033);
/* harmony import */ var _postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9755);
/* harmony import */ var _postgres_identifier_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(86967);
/* harmony import */ var _postgres_pooler_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14045);
/* harmony import */ var _postgres_row_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(31290);
/* harmony import */ var _postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37929);
/* harmony import */ var _restore_roles_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1891);
/* harmony import */ var _restore_target_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(76561);
/** A database for one restore on a server that runs already: made empty, like the source, and dropped afterwards. */
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










/**
 * Makes the database with the source's encoding and locale; a locale that the server does not have is left away and
 * told. @throws UnfitTargetError when the role may not create databases, or the name is taken
 */
async function createEmptyDatabase(request, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { serverUri, database, description, isThrownAway } = request;
        for (const secret of (0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_2__/* .secretsOf */ .Fj)(serverUri))
            context.mask(secret);
        (0,_postgres_pooler_js__WEBPACK_IMPORTED_MODULE_3__/* .assertDirectUri */ .UH)(serverUri);
        const session = __addDisposableResource(env_1, await administer(serverUri, context), true);
        const [rights = {}] = await session.query('SELECT rolsuper, rolcreaterole FROM pg_catalog.pg_roles WHERE rolname = current_user');
        const omissions = await create(session, request);
        const major = (0,_postgres_client_program_js__WEBPACK_IMPORTED_MODULE_7__/* .majorOf */ .D)(session.serverVersion);
        const isSuperuser = (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_8__/* .truth */ .Im)(rights, 'rolsuper');
        const mayMakeRoles = request.roles === 'make' && (isSuperuser || (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_8__/* .truth */ .Im)(rights, 'rolcreaterole'));
        const made = [];
        return {
            uri: (0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_2__/* .withDatabase */ .kR)(serverUri, database),
            database,
            serverVersion: session.serverVersion,
            description: `${description}, PostgreSQL ${major}.${session.serverVersion % 10_000}`,
            isSuperuser,
            omissions,
            async prepareRoles(names) {
                const env_2 = { stack: [], error: void 0, hasError: false };
                try {
                    const own = __addDisposableResource(env_2, await administer(serverUri, context), true);
                    const roles = await (0,_restore_roles_js__WEBPACK_IMPORTED_MODULE_5__/* .prepareRoles */ .v)(own, names, mayMakeRoles);
                    made.push(...roles.made);
                    return roles;
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
            },
            [Symbol.asyncDispose]: () => isThrownAway ? dropDatabase({ serverUri, database, roles: made }, context) : Promise.resolve(),
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
/** A session on the database that the URI names, which has to be there. */
function administer(serverUri, context) {
    return (0,_postgres_connect_js__WEBPACK_IMPORTED_MODULE_1__/* .connectWhenReady */ .y)({
        uri: serverUri,
        applicationName: 'database-actions/restore',
        signal: context.signal,
        timeoutMs: context.timeoutMs,
        log: context.log,
        settings: { statementTimeoutMs: context.timeoutMs, lockTimeoutMs: context.timeoutMs },
    });
}
async function create(session, { database, server }) {
    const base = `CREATE DATABASE ${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_9__/* .quoteIdentifier */ .C)(database)} TEMPLATE template0 ENCODING ${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_9__/* .quoteLiteral */ .c)(server.encoding)}`;
    try {
        await session.query(`${base}${localeClause(server.locale, session.serverVersion)}`);
        return [];
    }
    catch (thrown) {
        if (!isUnknownLocale(thrown))
            throw refusalOf(thrown, database);
    }
    try {
        await session.query(base);
    }
    catch (thrown) {
        throw refusalOf(thrown, database);
    }
    return [
        {
            subject: `locale ${server.locale}`,
            reason: 'the server that it was restored on does not have it: the order of texts, and what an index makes of it, were not compared',
        },
    ];
}
/** Of template0 alone may encoding and locale differ. A server may have another provider by default (15 and newer). */
function localeClause(locale, serverVersion) {
    if (locale === '')
        return '';
    const provider = serverVersion >= 150_000 ? ' LOCALE_PROVIDER libc' : '';
    return `${provider} LOCALE ${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_9__/* .quoteLiteral */ .c)(locale)}`;
}
/** `wrong_object_type` and `invalid_parameter_value`: what CREATE DATABASE says of a locale, by version. */
function isUnknownLocale(thrown) {
    return ['42809', '22023', '0A000'].includes((0,_postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_4__/* .sqlStateOf */ .v9)(thrown) ?? '');
}
function refusalOf(thrown, database) {
    const state = (0,_postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_4__/* .sqlStateOf */ .v9)(thrown);
    if (state === _postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_4__/* .sqlState */ .cn.insufficientPrivilege)
        return new _restore_target_js__WEBPACK_IMPORTED_MODULE_6__/* .UnfitTargetError */ .g('The role of the target may not create a database.', {
            hint: 'Give a URI whose role has CREATEDB: the backup is restored into a database of its own, never into one that is there.',
            cause: thrown,
        });
    if (state === _postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_4__/* .sqlState */ .cn.duplicateDatabase)
        return new _restore_target_js__WEBPACK_IMPORTED_MODULE_6__/* .UnfitTargetError */ .g(`There is a database "${database}" on the target already.`, {
            hint: 'Nothing that exists is restored over. Choose another name, or drop that database first.',
            cause: thrown,
        });
    if (state === undefined)
        return thrown;
    return new _restore_target_js__WEBPACK_IMPORTED_MODULE_6__/* .UnfitTargetError */ .g(`The database "${database}" could not be made: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown)} (SQLSTATE ${state}).`, { cause: thrown });
}
/** Also after a cancel, so without its signal; what cannot be dropped is told by name. */
async function dropDatabase({ serverUri, database, roles }, context) {
    try {
        const env_3 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_3, await administer(serverUri, {
                ...context,
                signal: new AbortController().signal,
                timeoutMs: Math.min(context.timeoutMs, dropMs),
            }), true);
            await session.query(`DROP DATABASE IF EXISTS ${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_9__/* .quoteIdentifier */ .C)(database)} WITH (FORCE)`);
            const stayed = await (0,_restore_roles_js__WEBPACK_IMPORTED_MODULE_5__/* .dropRoles */ .V)(session, roles);
            if (stayed.length > 0)
                context.log.warning(`Something depends on these roles by now, they stay: ${stayed.join(', ')}.`);
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
        context.log.warning(`The database "${database}" could not be dropped: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown)} Drop it by hand: it holds the restored data.`);
    }
}
/** Milliseconds; a cancelled run has not more than ten seconds. */
const dropMs = 6000;
/**
 * Puts the restored database in the place of the one of that name, in which nobody may be working any more. The old one is
 * dropped only when the new one stands ready beside it.
 */
async function replaceDatabase({ serverUri, restored, name, }, context) {
    const env_4 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_4, await administer(serverUri, context), true);
        await session.query(`DROP DATABASE IF EXISTS ${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_9__/* .quoteIdentifier */ .C)(name)} WITH (FORCE)`);
        await session.query(`ALTER DATABASE ${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_9__/* .quoteIdentifier */ .C)(restored)} RENAME TO ${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_9__/* .quoteIdentifier */ .C)(name)}`);
    }
    catch (e_4) {
        env_4.error = e_4;
        env_4.hasError = true;
    }
    finally {
        const result_4 = __disposeResources(env_4);
        if (result_4)
            await result_4;
    }
}
async function hasDatabase({ serverUri, name }, context) {
    const env_5 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_5, await administer(serverUri, context), true);
        const rows = await session.query('SELECT 1 FROM pg_catalog.pg_database WHERE datname = $1', [name]);
        return rows.length > 0;
    }
    catch (e_5) {
        env_5.error = e_5;
        env_5.hasError = true;
    }
    finally {
        const result_5 = __disposeResources(env_5);
        if (result_5)
            await result_5;
    }
}


/***/ }),

/***/ 51980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ useEmptyDatabase)
/* harmony export */ });
/* harmony import */ var _postgres_client_program_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53966);
/* harmony import */ var _postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9755);
/* harmony import */ var _postgres_row_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31290);
/* harmony import */ var _empty_database_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67268);
/* harmony import */ var _restore_roles_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1891);
/* harmony import */ var _restore_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76561);
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
/** A database that somebody else, such as a provider's API, has made for a restore. */






/** @throws UnfitTargetError when it is not empty */
async function useEmptyDatabase({ uri, server, description, roles }, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_1, await (0,_empty_database_js__WEBPACK_IMPORTED_MODULE_1__/* .administer */ .Vn)(uri, context), true);
        const [facts = {}] = await session.query(emptinessQuery);
        const { database } = (0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_0__/* .parseConnectionUri */ .sq)(uri);
        if ((0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_4__/* .truth */ .Im)(facts, 'has_relations'))
            throw new _restore_target_js__WEBPACK_IMPORTED_MODULE_3__/* .UnfitTargetError */ .g(`The database "${database}" is not empty.`, {
                hint: 'Nothing that exists is restored over. Choose another name.',
            });
        const major = (0,_postgres_client_program_js__WEBPACK_IMPORTED_MODULE_5__/* .majorOf */ .D)(session.serverVersion);
        const isSuperuser = (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_4__/* .truth */ .Im)(facts, 'is_superuser');
        const mayMakeRoles = roles === 'make' && (isSuperuser || (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_4__/* .truth */ .Im)(facts, 'may_create_roles'));
        return {
            uri,
            database,
            serverVersion: session.serverVersion,
            description: `${description}, PostgreSQL ${major}.${session.serverVersion % 10_000}`,
            isSuperuser,
            omissions: otherLocale(server, { encoding: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(facts, 'encoding'), locale: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(facts, 'locale') }),
            async prepareRoles(names) {
                const env_2 = { stack: [], error: void 0, hasError: false };
                try {
                    const own = __addDisposableResource(env_2, await (0,_empty_database_js__WEBPACK_IMPORTED_MODULE_1__/* .administer */ .Vn)(uri, context), true);
                    // Awaited here: the session ends with this function.
                    return await (0,_restore_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .prepareRoles */ .v)(own, names, mayMakeRoles);
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
            },
            [Symbol.asyncDispose]: () => Promise.resolve(),
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
const emptinessQuery = `SELECT pg_catalog.pg_encoding_to_char(d.encoding)::text AS encoding, d.datcollate::text AS locale,
  r.rolsuper AS is_superuser, r.rolcreaterole AS may_create_roles,
  EXISTS (SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p', 'm')
      AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid AND e.deptype = 'e')) AS has_relations
FROM pg_catalog.pg_database d, pg_catalog.pg_roles r
WHERE d.datname = pg_catalog.current_database() AND r.rolname = current_user`;
function otherLocale(source, target) {
    const pairs = [
        ['locale', source.locale, target.locale],
        ['encoding', source.encoding, target.encoding],
    ];
    return pairs
        .filter(([, wanted, found]) => wanted !== found)
        .map(([what, wanted, found]) => ({
        subject: `${what} ${wanted}`,
        reason: `the database that it was restored into has ${found}`,
    }));
}


/***/ }),

/***/ 1891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ dropRoles),
/* harmony export */   v: () => (/* binding */ prepareRoles)
/* harmony export */ });
/* harmony import */ var _postgres_identifier_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86967);
/* harmony import */ var _postgres_row_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31290);
/* harmony import */ var _postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37929);



/**
 * Makes the roles that are missing, without login, where `mayCreate`. Names that start with `pg_` are the server's own:
 * they are there, or this version has none of that name.
 */
async function prepareRoles(session, names, mayCreate) {
    const wanted = [...new Set(names)].toSorted();
    const rows = await session.query('SELECT rolname::text AS name FROM pg_catalog.pg_roles WHERE rolname = ANY ($1::text[])', [wanted]);
    const present = new Set(rows.map((row) => (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(row, 'name')));
    const absent = wanted.filter((name) => !present.has(name));
    const made = [];
    for (const name of mayCreate ? absent.filter((one) => !one.startsWith('pg_')) : [])
        if (await makeRole(session, name))
            made.push(name);
    const missing = mayCreate ? absent.filter((name) => name.startsWith('pg_')) : absent;
    return { made, missing };
}
/** False when another run made it in between: then it is not ours to drop. */
async function makeRole(session, name) {
    try {
        await session.query(`CREATE ROLE ${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .C)(name)} NOLOGIN`);
        return true;
    }
    catch (thrown) {
        if ((0,_postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlStateOf */ .v9)(thrown) === _postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlState */ .cn.duplicateObject)
            return false;
        throw thrown;
    }
}
/** After the database is gone. One that something else has come to depend on stays. @returns those that stayed */
async function dropRoles(session, names) {
    const stayed = [];
    for (const name of names) {
        try {
            await session.query(`DROP ROLE IF EXISTS ${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .C)(name)}`);
        }
        catch (thrown) {
            if ((0,_postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlStateOf */ .v9)(thrown) !== _postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlState */ .cn.dependentObjectsStillExist)
                throw thrown;
            stayed.push(name);
        }
    }
    return stayed;
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
        const key = keyOf(item);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [item]);
        else
            group.push(item);
    }
    return groups;
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
