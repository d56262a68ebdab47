export const id = 886;
export const ids = [886];
export const modules = {

/***/ 9796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ storedBackupInputs)
/* harmony export */ });
/* harmony import */ var _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(623);
/** Inputs of the actions that read stored backups; each takes all of them. */

const storedBackupInputs = {
    from: _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw({
        description: 'Where the backups are stored, one destination a line, as in `to` of `backup`: `s3://bucket/prefix?region=…`, `file:///folder`, `release:tag`.',
    }),
    series: _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq({
        description: 'Which series of backups. Default: the only one that is stored there.',
    }),
    'backup-id': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq({
        description: 'The backup, such as `app_20261122T050000Z_release_ab12cd3`. Default: the newest.',
    }),
    identity: _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ({
        description: 'Private key of age (`AGE-SECRET-KEY-…`) of one of the recipients, when backups are encrypted.',
    }),
    'public-key': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq({
        description: 'Public keys of whoever may make backups, one a line (PEM, `ssh-ed25519 …`, or base64). With it an unsigned backup fails; without, the signature is not checked, and the report says so.',
    }),
    'allow-unpatched-pg-restore': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM({
        description: 'Let a pg_restore with a known security hole read an archive whose origin no signature proves. Better: `public-key`.',
        default: 'false',
    }),
    'install-client': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM({
        description: 'Install client programs of the right version from apt.postgresql.org where they are missing.',
        default: 'true',
    }),
    jobs: _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd({
        description: 'Connections that restore and compare at the same time. Default (`0`): one for each core.',
        default: '0',
        minimum: 0,
        maximum: 64,
    }),
    'assert-sql': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq({
        description: 'SQL, or the path of a file with it: statements that are asked of the restored copy, read-only. Each must return one row with one boolean, true.',
    }),
    'assert-timeout': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0({
        description: 'Longest that one statement of `assert-sql` may take.',
        default: '1m',
        maximum: '6h',
    }),
};


/***/ }),

/***/ 3772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ openDrillTarget),
  y: () => (/* binding */ readPlace)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/providers/postgres/binaries.js
var postgres_binaries = __webpack_require__(4808);
// EXTERNAL MODULE: ./build/providers/postgres/server.js + 2 modules
var server = __webpack_require__(2412);
// EXTERNAL MODULE: ./build/providers/postgres/unprivileged-user.js
var unprivileged_user = __webpack_require__(4199);
// EXTERNAL MODULE: ./build/backups/restore/empty-database.js + 1 modules
var empty_database = __webpack_require__(3980);
// EXTERNAL MODULE: ./build/backups/restore/restore-target.js
var restore_target = __webpack_require__(6561);
;// CONCATENATED MODULE: ./build/backups/restore/embedded-target.js
/** A server of our own for one restore: fast, since nothing on it has to outlive a crash, and removed afterwards. */










/** @throws UnfitTargetError when the machine has no server that is new enough */
async function startEmbeddedTarget(request, context) {
    const wanted = (0,restore_target/* majorOf */.D)(request.server.versionNumber);
    const { binaries, major } = await chooseServer(request, wanted, context);
    const undo = createUndo();
    try {
        const folder = await serverFolder(context);
        undo.add(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
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

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/actions/create-branch.js
var create_branch = __webpack_require__(211);
// EXTERNAL MODULE: ./build/actions/open-provider.js
var open_provider = __webpack_require__(5766);
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
function openDrillTarget({ job, inputs, place, server }, context) {
    const database = `database_actions_drill_${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    switch (place.kind) {
        case 'embedded':
            return startEmbeddedTarget({ server, database: 'restored', maintenanceMegabytes: maintenanceMegabytes() }, context);
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
/** A quarter of the memory, shared by as many index builds as there are jobs; 64 MB at least. */
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
            const target = await (0,empty_database/* useEmptyDatabase */.OW)({ uri: connection.direct, server, description: 'branch on Neon', roles: 'make' }, context);
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
        job.log.warning(`The branch ${branch.name} could not be deleted: ${(0,errors/* errorMessage */.gJ)(thrown)} It goes when its time is over.`);
    }
}


/***/ }),

/***/ 7961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m8: () => (/* binding */ drillParts),
  nJ: () => (/* binding */ openStoredBackups),
  oD: () => (/* binding */ readAssertions),
  C6: () => (/* binding */ restoreContext)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/backups/backup-id.js
var backup_id = __webpack_require__(6580);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/postgres/client-process.js
var client_process = __webpack_require__(2935);
// EXTERNAL MODULE: ./build/postgres/installed-versions.js
var installed_versions = __webpack_require__(6132);
;// CONCATENATED MODULE: ./build/postgres/client-programs/install-client.js
/** Client programs from PGDG, the packages that PostgreSQL's own people make for Debian and Ubuntu. */





/** postgresql-common ships the repository's key, so that none is downloaded. */
const defaultPlace = {
    keyFolder: '/usr/share/postgresql-common/pgdg',
    sourceParts: '/etc/apt/sources.list.d',
    osRelease: '/etc/os-release',
};
const keyNames = ['apt.postgresql.org.gpg', 'apt.postgresql.org.asc'];
/**
 * Installs `postgresql-client-N` and nothing else of the server. The repository is named to apt for these two calls
 * alone: no file of the machine's own sources is changed, and only its list is fetched.
 * @throws UserError when this machine cannot install it (no apt, no key, no root), ExternalError when apt fails
 */
async function installClient(options) {
    const place = { ...defaultPlace, ...withoutUndefined(options) };
    const [apt, key, codename] = await Promise.all([
        aptCommand(options),
        findKey(place.keyFolder, options.major),
        readCodename(place.osRelease, options.major),
    ]);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'database-actions-apt-'));
    try {
        const parts = (0,external_node_path_.join)(folder, 'sources.list.d');
        await (0,promises_.mkdir)(parts);
        await (0,promises_.cp)(place.sourceParts, parts, { recursive: true, dereference: true }).catch(() => { });
        const source = (0,external_node_path_.join)(parts, 'database-actions-pgdg.sources');
        await (0,promises_.writeFile)(source, sourceText(codename, key), { mode: 0o644 });
        options.log.info(`Installing postgresql-client-${options.major} from apt.postgresql.org.`);
        const only = ['-o', `Dir::Etc::sourcelist=${source}`, '-o', 'Dir::Etc::sourceparts=-'];
        await runApt(options, [...apt, 'update', ...patience, ...only, '-o', 'APT::Get::List-Cleanup=0']);
        const all = ['-o', `Dir::Etc::sourceparts=${parts}`];
        const choice = ['-y', '--no-install-recommends', `postgresql-client-${options.major}`];
        await runApt(options, [...apt, 'install', ...patience, ...all, ...choice]);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** Another step may hold apt's lock; a mirror may hiccup. */
const patience = ['-q', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3'];
function withoutUndefined(place) {
    return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined));
}
/** deb822, as `man sources.list` has it. */
function sourceText(codename, key) {
    return `Types: deb
URIs: https://apt.postgresql.org/pub/repos/apt
Suites: ${codename}-pgdg
Components: main
Signed-By: ${key}
`;
}
async function aptCommand(options) {
    const path = options.environment.PATH ?? '';
    const apt = await findOnPath('apt-get', path);
    if (apt === undefined)
        throw cannotInstall(options.major, 'there is no `apt-get` on this machine', 'Install them in an earlier step.');
    const quietly = ['/usr/bin/env', 'DEBIAN_FRONTEND=noninteractive', 'NEEDRESTART_MODE=a', apt];
    if (options.isRoot ?? process.getuid?.() === 0)
        return quietly;
    const sudo = await findOnPath('sudo', path);
    if (sudo !== undefined)
        return [sudo, '-n', ...quietly];
    throw cannotInstall(options.major, 'the job does not run as root and there is no `sudo`', 'Run the job as root, or use a runner image that has them.');
}
async function findOnPath(name, path) {
    for (const folder of path.split(external_node_path_.delimiter).filter((entry) => entry.startsWith('/'))) {
        const file = (0,external_node_path_.join)(folder, name);
        if (await exists(file))
            return file;
    }
    return undefined;
}
function exists(file) {
    return (0,promises_.access)(file).then(() => true, () => false);
}
async function findKey(folder, major) {
    for (const name of keyNames)
        if (await exists((0,external_node_path_.join)(folder, name)))
            return (0,external_node_path_.join)(folder, name);
    throw cannotInstall(major, `the key of apt.postgresql.org is not in ${folder}`, 'Install the package `postgresql-common` in an earlier step: it brings the key.');
}
async function readCodename(file, major) {
    const release = await (0,promises_.readFile)(file, 'utf8').catch(() => '');
    const codename = /^VERSION_CODENAME="?([a-z][a-z0-9-]*)"?$/m.exec(release)?.[1];
    if (codename !== undefined)
        return codename;
    throw cannotInstall(major, `${file} names no release of Debian or Ubuntu (VERSION_CODENAME)`, 'Install them in an earlier step.');
}
function cannotInstall(major, why, hint) {
    return new errors/* UserError */.yo(`The client programs of PostgreSQL ${major} cannot be installed: ${why}.`, { hint });
}
async function runApt(options, command) {
    const [path = '', ...argv] = command;
    const { end, stdout } = await (0,client_process/* runProgram */.mB)({
        path,
        argv,
        environment: options.environment,
        signal: options.signal,
    });
    options.log.debug(stdout.trim());
    if (end.kind === 'exited' && end.code === 0)
        return;
    const said = `${stdout}\n${end.errors}`.trim().split('\n').slice(-6).join('\n');
    throw new errors/* ExternalError */.yA('apt', `Installing postgresql-client-${options.major} failed: \`apt-get ${argv.includes('update') ? 'update' : 'install'}\` ${howEnded(end)}.\n${said}`, {
        retryable: true,
        hint: 'Is apt.postgresql.org reachable from this runner, does it have this version for the release of the image, and may the job use sudo without a password? Else install the package in an earlier step.',
    });
}
function howEnded(end) {
    if (end.kind === 'exited')
        return `ended with exit code ${end.code}`;
    return end.kind === 'killed' ? `was ended by ${end.signal}` : 'could not be started';
}

;// CONCATENATED MODULE: ./build/postgres/client-programs/find-client-program.js
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
 * The program that fits the server, by absolute path: of its own major version, else of the next higher one that is
 * here; of several minors the newest. Debian's `/usr/bin/pg_dump` is passed over: it is a wrapper that takes the
 * version of the local cluster, whatever server it is sent to.
 * @throws UserError when there is none, ExternalError when it could not be installed
 */
async function findClientProgram(options) {
    const here = await programsHere(options);
    const fitting = best(here, options.serverMajor);
    if (fitting !== undefined)
        return told(fitting, options);
    if (!options.install)
        throw missing(options, here);
    await installClient({ ...options, ...(options.installFrom ?? {}), major: options.serverMajor });
    const found = best(await programsHere(options), options.serverMajor);
    if (found === undefined)
        throw missing(options, here);
    return told(found, options);
}
function told(program, { serverMajor, log }) {
    const why = isOfMajor(program, serverMajor)
        ? ''
        : `, newer than the server's ${serverMajor}, which it can read`;
    log.debug(`Using ${program.path}: ${program.text}${why}.`);
    return program;
}
function majorOf(version) {
    return Math.floor(version / 10_000);
}
function isOfMajor({ version }, major) {
    return majorOf(version) === major;
}
function best(programs, serverMajor) {
    return programs
        .filter(({ version }) => majorOf(version) >= serverMajor)
        .toSorted((left, right) => majorOf(left.version) - majorOf(right.version) || right.version - left.version)[0];
}
function missing({ name, serverMajor, install }, here) {
    const found = here.length === 0
        ? 'none was found'
        : `found: ${here.map(({ path, version }) => `${path} (${versionText(version)})`).join(', ')}`;
    const instead = install ? '' : ', or let this action install it (`install-client: true`)';
    return new errors/* UserError */.yo(`No ${name} on this machine fits PostgreSQL ${serverMajor}: ${found}. An older one refuses a newer server.`, {
        hint: `Install the package \`postgresql-client-${serverMajor}\` of apt.postgresql.org in an earlier step${instead}. Debian's wrapper in /usr/bin does not count: its version is that of the machine's own cluster.`,
    });
}
/** `17.12` */
function versionText(version) {
    return `${majorOf(version)}.${version % 10_000}`;
}
async function programsHere(options) {
    const installed = await (0,installed_versions/* installedVersions */.u)(options.folders ?? installed_versions/* versionFolders */.m);
    const onPath = (options.environment.PATH ?? '').split(external_node_path_.delimiter).filter((folder) => folder.startsWith('/'));
    const folders = [...installed.map(({ bin }) => bin), ...onPath];
    const paths = [...new Set(folders.map((folder) => (0,external_node_path_.join)(folder, options.name)))];
    const programs = await Promise.all(paths.map((path) => readProgram(path, options)));
    return programs.filter((program) => program !== undefined);
}
async function readProgram(path, options) {
    const { name, environment, signal } = options;
    const isExecutable = await (0,promises_.access)(path, promises_.constants.X_OK).then(() => true, () => false);
    if (!isExecutable || (await isDebianWrapper(path)))
        return undefined;
    const { end, stdout } = await (0,client_process/* runProgram */.mB)({ path, argv: ['--version'], environment, signal });
    if (end.kind !== 'exited' || end.code !== 0)
        return undefined;
    const [text = ''] = stdout.split('\n');
    const version = readVersion(text);
    return version === undefined ? undefined : { name, path, version, text };
}
/** `pg_dump (PostgreSQL) 17.12 (Debian …)` as 170012; of a beta, whose minor is no number, as 190000. */
function readVersion(text) {
    const match = /\(PostgreSQL\) (\d+)(?:\.(\d+))?/.exec(text);
    return match === null ? undefined : Number(match[1]) * 10_000 + Number(match[2] ?? 0);
}
async function isDebianWrapper(path) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const target = await (0,promises_.realpath)(path).catch(() => path);
        if ((0,external_node_path_.basename)(target) === 'pg_wrapper')
            return true;
        const file = await (0,promises_.open)(target).catch(() => undefined);
        if (file === undefined)
            return false;
        const opened = __addDisposableResource(env_1, file, true);
        const { buffer, bytesRead } = await opened.read(Buffer.alloc(4096), 0, 4096, 0);
        const start = buffer.subarray(0, bytesRead).toString('latin1');
        return start.startsWith('#!') && /PgCommon|pg_wrapper/.test(start);
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

;// CONCATENATED MODULE: ./build/postgres/client-programs/security-findings.js
/**
 * What touches a dump in the directory or custom format and its restore; what concerns only psql and plain SQL
 * (CVE-2026-18408) is left out (https://www.postgresql.org/support/security/).
 */
const vulnerabilities = [
    {
        id: 'CVE-2025-8715',
        purposes: ['dump', 'restore'],
        danger: 'a line break in the name of an object can run SQL on the server that the dump is restored to',
        fixedIn: { 13: 22, 14: 19, 15: 14, 16: 10, 17: 6 },
    },
    {
        id: 'CVE-2026-6477',
        purposes: ['dump'],
        danger: 'a superuser of the server can overwrite the memory of the program',
        fixedIn: { 14: 23, 15: 18, 16: 14, 17: 10, 18: 4 },
    },
    {
        id: 'CVE-2026-116314',
        purposes: ['restore'],
        danger: 'a crafted archive runs code on this machine',
        fixedIn: { 14: 25, 15: 20, 16: 16, 17: 12, 18: 7 },
    },
];
/**
 * The known holes of this very minor version, as far as they matter for the purpose. One finding each; an archive of
 * unauthenticated origin and an unfixed pg_restore make it an error.
 * @param origin of the archive that is restored
 */
function securityFindings(program, purpose, origin = 'unauthenticated') {
    return vulnerabilities
        .filter(({ purposes, fixedIn }) => purposes.includes(purpose) && isOpen(program.version, fixedIn))
        .map((vulnerability) => describe(program, vulnerability, purpose === 'restore' && origin === 'unauthenticated'));
}
function isOpen(version, fixedIn) {
    const major = Math.floor(version / 10_000);
    const fixed = fixedIn[major];
    if (fixed !== undefined)
        return version % 10_000 < fixed;
    // Older majors get no fixes any more; newer ones never had it.
    return major < Math.min(...Object.keys(fixedIn).map(Number));
}
function describe(program, hole, isError) {
    const major = Math.floor(program.version / 10_000);
    const fixed = hole.fixedIn[major];
    return {
        severity: isError ? 'error' : 'warning',
        message: `${program.text} at ${program.path} has ${hole.id}: ${hole.danger}.`,
        fix: fixed === undefined
            ? `PostgreSQL ${major} gets no fixes any more: install the client programs of a newer version.`
            : `Update \`postgresql-client-${major}\` to ${major}.${fixed} or newer.`,
    };
}

// EXTERNAL MODULE: ./build/report/rule.js
var rule = __webpack_require__(6757);
// EXTERNAL MODULE: ./build/backups/restore/restore-target.js
var restore_target = __webpack_require__(6561);
// EXTERNAL MODULE: ./build/backups/drill/rules.js
var rules = __webpack_require__(7665);
;// CONCATENATED MODULE: ./build/backups/drill/drill-programs.js
/** pg_restore and pg_amcheck for one backup, and whether that pg_restore may be let near the archive. */






/**
 * pg_restore is at least of the version of the pg_dump that wrote the archive.
 * @throws UserError when there is none, UnfitTargetError when it has a hole and nothing proves who made the archive
 */
async function drillPrograms(backup, options) {
    const serverMajor = (0,restore_target/* majorOf */.D)(backup.manifest.dump.clientVersion);
    const restore = await findClientProgram({ ...options, name: 'pg_restore', serverMajor });
    const holes = securityFindings(restore, 'restore', backup.isSigned ? 'authenticated' : 'unauthenticated');
    const refusal = holes.find(({ severity }) => severity === 'error');
    if (refusal !== undefined && !options.allowsUnpatched)
        throw new restore_target/* UnfitTargetError */.g(`${refusal.message} Nothing proves who made this archive.`, {
            hint: `${refusal.fix} Or sign the backups and give \`public-key\`, or accept it with \`allow-unpatched-pg-restore: true\`.`,
        });
    return {
        restore,
        amcheck: await findAmcheck(serverMajor, options),
        findings: holes.map(({ message, fix }) => (0,rule/* findingOf */.h)(rules/* unpatchedRestoreProgram */.R5, { severity: 'warning', subject: restore.path, message, fix })),
    };
}
/** Nothing is installed for it: without it that part of the drill is told as not done. */
async function findAmcheck(serverMajor, options) {
    try {
        return await findClientProgram({ ...options, name: 'pg_amcheck', serverMajor, install: false });
    }
    catch (thrown) {
        if (thrown instanceof errors/* UserError */.yo)
            return undefined;
        throw thrown;
    }
}

// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/postgres/libpq-environment.js
var libpq_environment = __webpack_require__(1962);
;// CONCATENATED MODULE: ./build/backups/dump/dump-contents.js
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
function dump_contents_tableEntries({ tables }) {
    return [...tables.values()].map((dumpId) => `${dumpId};\n`).join('');
}

// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(7929);
;// CONCATENATED MODULE: ./build/backups/dump/table-locks.js



const perStatement = 500;
/**
 * Keeps the tables as they are until the transaction ends: reading and writing go on, TRUNCATE and whatever rewrites or
 * drops a table waits. pg_dump does the same, but lets go when it is done, and a TRUNCATE before the proof would make
 * the table empty to every snapshot (https://www.postgresql.org/docs/current/mvcc-caveats.html).
 * @throws UserError when another session holds one of them, ExternalError when one is gone since the snapshot
 */
async function lockTables(session, relations, lockTimeoutMs) {
    const tables = relations.filter(({ kind, canRead }) => kind === 'table' && canRead);
    try {
        await session.query(`SET LOCAL lock_timeout = ${Math.round(lockTimeoutMs)}`);
        for (let start = 0; start < tables.length; start += perStatement) {
            const names = tables.slice(start, start + perStatement).map((table) => `ONLY ${qualifiedName(table)}`);
            await session.query(`LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`);
        }
    }
    catch (thrown) {
        throw lockFailure(thrown, lockTimeoutMs);
    }
}
function lockFailure(thrown, lockTimeoutMs) {
    switch (sqlStateOf(thrown)) {
        case sqlState.lockNotAvailable:
            return new UserError(`A table could not be locked for reading within ${lockTimeoutMs / 1000} s: another session holds it exclusively.`, {
                hint: 'A migration, VACUUM FULL or a forgotten transaction (see pg_locks). Run the backup when it is over.',
                cause: thrown,
            });
        case '53200':
            return tooManyTables();
        case '42P01':
            return new ExternalError('Postgres', 'A table was dropped just after the snapshot was taken.', {
                retryable: true,
                hint: 'Does another job migrate the same database? Let one wait for the other (`concurrency:`).',
                cause: thrown,
            });
        default:
            return thrown;
    }
}
function tooManyTables() {
    return new errors/* UserError */.yo('The server has no room for the locks of so many tables.', {
        hint: 'Raise its `max_locks_per_transaction` (needs a restart), or exclude tables.',
    });
}

;// CONCATENATED MODULE: ./build/backups/dump/dump-failure.js
/** Why pg_dump ended, from what it said: it tells no SQLSTATE, so its words must do (in English, see LC_ALL). */


/** The first that fits; the more particular ones stand first. */
const causes = [
    {
        words: /aborting because of server version mismatch[\s\S]*server version: (\S+); pg_dump version: (\S+)/,
        error: ([, server, client]) => new errors/* UserError */.yo(`pg_dump ${client} refuses the newer server ${server}.`, {
            hint: "Use client programs of the server's major version or a newer one.",
        }),
    },
    {
        words: /query would be affected by row-level security policy for table "?([^"\n]+)"?/,
        error: ([, table]) => new errors/* UserError */.yo(`Row-level security hides rows of "${table}" from this role, so a dump would lack them.`, {
            hint: 'Dump with the owner of the table, or with a role that has BYPASSRLS.',
        }),
    },
    {
        words: /permission denied for (\S+) ([^\n]+)/,
        error: ([, kind, name]) => new errors/* UserError */.yo(`The role may not read ${kind} ${name}, so a dump would lack it.`, {
            hint: 'Grant it what it needs to read (`GRANT pg_read_all_data TO …` covers tables and sequences, large objects want their owner), or exclude it.',
        }),
    },
    {
        words: /could not obtain lock on relation "([^"]+)"/,
        error: ([, table]) => new errors/* UserError */.yo(`Another session waits for an exclusive lock on "${table}", so pg_dump gave up.`, {
            hint: 'A migration, or VACUUM FULL, ran at the same time: take backups before migrations, not beside them (`concurrency:`).',
        }),
    },
    {
        words: /canceling statement due to lock timeout/,
        error: () => new errors/* UserError */.yo('pg_dump waited in vain for a lock on a table.', {
            hint: 'Another session holds an exclusive lock: a migration, VACUUM FULL, a forgotten transaction (see pg_locks). Run the backup when it is over, or raise `lock-timeout`.',
        }),
    },
    { words: /out of shared memory/, error: tooManyTables },
    {
        words: /No space left on device/,
        error: () => new errors/* UserError */.yo("The runner's disk is full.", {
            hint: 'Free space before this step, take a larger runner, exclude tables, or use `spool: never`, which needs no disk.',
        }),
    },
    {
        words: /no matching (tables|schemas|extensions) were found/,
        error: ([line]) => new errors/* UserError */.yo(`pg_dump found nothing to dump: ${line}.`, {
            hint: 'Are the patterns right? They are those of psql: `schema.table`, `*`, `?`, lower case unless quoted.',
        }),
    },
    {
        words: /invalid snapshot identifier|could not import the requested snapshot|the source process with PID/,
        error: () => new errors/* ExternalError */.yA('Postgres', 'The session that exported the snapshot was gone before pg_dump used it.', {
            retryable: true,
        }),
    },
    {
        words: /(server closed the connection|terminating connection|connection to server|SSL SYSCALL|could not (receive|send) data|no connection to the server)[^\n]*/,
        error: (_, said) => new errors/* ExternalError */.yA('pg_dump', `The connection to the server failed or was lost.\n${said}`, {
            retryable: true,
        }),
    },
];
/**
 * The error for a pg_dump that did not end well.
 * @param secrets what must not appear, should the program have repeated it
 */
function dumpFailure(end, secrets) {
    const said = redact(dump_failure_lastLines(end.errors), secrets);
    if (end.kind === 'not-started')
        return new errors/* ExternalError */.yA('pg_dump', `pg_dump could not be started: ${said}`);
    for (const { words, error } of causes) {
        const match = words.exec(redact(end.errors, secrets));
        if (match !== null)
            return error(match, said);
    }
    if (end.kind === 'killed')
        return new errors/* ExternalError */.yA('pg_dump', `pg_dump was ended by ${end.signal}.${said === '' ? '' : `\n${said}`}`, {
            retryable: true,
            hint: 'SIGKILL is what a runner without memory left sends.',
        });
    return new errors/* ExternalError */.yA('pg_dump', `pg_dump ended with exit code ${end.code}.\n${said}`);
}
/** Without the queries that pg_dump quotes, which say nothing to a user. */
function dump_failure_lastLines(errors) {
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

;// CONCATENATED MODULE: ./build/backups/dump/plain-lines.js
var plain_lines_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var plain_lines_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
    const folder = await mkdtemp(join(tmpdir(), 'database-actions-list-'));
    try {
        const list = join(folder, 'tables.list');
        await writeFile(list, tableEntries(contents));
        const argv = ['--file=-', `--use-list=${list}`, archive];
        yield* programOutput({ path: pgRestore.path, argv, environment, signal }, (end) => {
            const said = lastLines(end.errors);
            return new ExternalError('pg_restore', `pg_restore could not read the dump that was just taken.\n${said}`);
        });
    }
    finally {
        await rm(folder, { recursive: true, force: true });
    }
}
/** The rows of a restored copy. @throws UserError or ExternalError, as a dump would */
async function* databaseLines(options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { pgDump, uri, environment, signal } = options;
        const libpq = plain_lines_addDisposableResource(env_1, await (0,libpq_environment/* libpqEnvironment */.S)({ uri, environment, applicationName: 'database-actions/proof' }), true);
        const argv = ['--data-only', '--no-blobs', '--no-password'];
        const call = { path: pgDump.path, argv, environment: libpq.variables, signal };
        yield* (0,client_process/* programOutput */.ci)(call, (end) => dumpFailure(end, (0,connection_uri/* secretsOf */.Fj)(uri)));
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = plain_lines_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

// EXTERNAL MODULE: ./build/postgres/object-name.js
var object_name = __webpack_require__(547);
;// CONCATENATED MODULE: ./build/backups/proof/compare-facts.js
/** Holds a restored copy against what was dumped. */

/**
 * @param expected of the source, or of the archive
 * @param actual of the copy, by the same algorithm
 * @throws Error when the two are of different algorithms: their hashes never agree
 */
function compareFacts(expected, actual) {
    if (expected.algorithm !== actual.algorithm)
        throw new Error(`Fingerprints by ${expected.algorithm} cannot be held against ${actual.algorithm}.`);
    const notCompared = [...expected.notCompared, ...actual.notCompared];
    const skipped = new Set(notCompared.map(({ subject }) => subject));
    return {
        differences: [
            ...tableDifferences(expected.tables, actual.tables, skipped),
            ...viewDifferences(expected.materialisedViews, actual.materialisedViews),
            ...sequenceDifferences(expected.sequences, actual.sequences, skipped),
            ...largeObjectDifferences(expected, actual),
            ...extensionDifferences(expected.extensions, actual.extensions),
            ...invalidDifferences(expected.invalidObjects, actual.invalidObjects),
        ],
        notCompared: distinct([...notCompared, ...otherVersions(expected.extensions, actual.extensions)]),
    };
}
function byName(list) {
    return new Map(list.map((entry) => [(0,object_name/* displayName */.QC)(entry), entry]));
}
function tableDifferences(expected, actual, skipped) {
    const [before, after] = [byName(expected), byName(actual)];
    const changed = [...before].flatMap(([subject, table]) => {
        const restored = after.get(subject);
        if (restored === undefined)
            return skipped.has(subject) ? [] : [missingTable(subject, table)];
        return contentDifference(subject, table, restored);
    });
    const added = [...after].flatMap(([subject, table]) => before.has(subject) || skipped.has(subject) ? [] : [addedTable(subject, table)]);
    return [...changed, ...added];
}
function missingTable(subject, { rows }) {
    return { kind: 'table missing', subject, message: `${rowCount(rows)} dumped, the table was not restored` };
}
function addedTable(subject, { rows }) {
    return {
        kind: 'table added',
        subject,
        message: `${rowCount(rows)} in a table that the dump does not have`,
    };
}
function contentDifference(subject, dumped, restored) {
    if (dumped.rows !== restored.rows)
        return [
            {
                kind: 'rows differ',
                subject,
                message: `${rowCount(dumped.rows)} dumped, ${exact(restored.rows)} restored`,
            },
        ];
    if (dumped.hash === restored.hash)
        return [];
    return [
        {
            kind: 'content differs',
            subject,
            message: `${rowCount(dumped.rows)} on both sides, but not the same values`,
        },
    ];
}
/** Never rounded: the difference may be one row of millions. */
function exact(count) {
    return count.toLocaleString('en-US');
}
function rowCount(rows) {
    return `${exact(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}
function viewDifferences(expected, actual) {
    const restored = byName(actual);
    return expected.flatMap((view) => {
        const subject = (0,object_name/* displayName */.QC)(view);
        const found = restored.get(subject);
        if (found === undefined)
            return [{ kind: 'table missing', subject, message: 'the materialised view was not restored' }];
        if (!view.isPopulated || found.isPopulated)
            return [];
        return [
            {
                kind: 'materialised view not populated',
                subject,
                message: 'it was filled in the source, and is not in the copy: queries of it fail',
            },
        ];
    });
}
function sequenceDifferences(expected, actual, skipped) {
    const restored = byName(actual);
    return expected.flatMap((sequence) => {
        const subject = (0,object_name/* displayName */.QC)(sequence);
        const found = restored.get(subject);
        if (found === undefined)
            return skipped.has(subject)
                ? []
                : [{ kind: 'sequence differs', subject, message: 'the sequence was not restored' }];
        if (found.lastValue === sequence.lastValue && found.isCalled === sequence.isCalled)
            return [];
        return [
            {
                kind: 'sequence differs',
                subject,
                message: `${stateText(sequence)} dumped, ${stateText(found)} restored`,
            },
        ];
    });
}
function stateText({ lastValue, isCalled }) {
    return `${isCalled ? 'last value' : 'not used yet, starts at'} ${lastValue}`;
}
function largeObjectDifferences({ largeObjects: dumped }, { largeObjects: restored }) {
    if (dumped.count === restored.count && dumped.bytes === restored.bytes && dumped.hash === restored.hash)
        return [];
    const sizes = `${exact(dumped.count)} with ${exact(dumped.bytes)} bytes dumped, ${exact(restored.count)} with ${exact(restored.bytes)} bytes restored`;
    return [{ kind: 'large objects differ', subject: 'large objects', message: sizes }];
}
function extensionDifferences(expected, actual) {
    const restored = new Set(actual.map(({ name }) => name));
    return expected
        .filter(({ name }) => !restored.has(name))
        .map(({ name, version }) => ({
        kind: 'extension differs',
        subject: (0,object_name/* displayIdentifier */.UY)(name),
        message: `version ${version} in the source, not there in the copy`,
    }));
}
/** A dump names no version: which one comes is the affair of the server it is restored to, and no loss. */
function otherVersions(expected, actual) {
    const restored = new Map(actual.map(({ name, version }) => [name, version]));
    return expected.flatMap(({ name, version }) => {
        const found = restored.get(name);
        if (found === undefined || found === version)
            return [];
        const reason = `version ${version} in the source, ${found} in the copy: a dump does not say which`;
        return [{ subject: `extension ${(0,object_name/* displayIdentifier */.UY)(name)}`, reason }];
    });
}
function invalidDifferences(expected, actual) {
    const known = new Set(expected);
    return actual
        .filter((object) => !known.has(object))
        .map((subject) => ({
        kind: 'invalid object',
        subject,
        message: 'not valid in the copy, though it was in the source',
    }));
}
function distinct(omissions) {
    return [
        ...new Map(omissions.map((omission) => [`${omission.subject}\0${omission.reason}`, omission])).values(),
    ];
}

// EXTERNAL MODULE: ./build/postgres/connect.js + 5 modules
var connect = __webpack_require__(9397);
// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(6967);
// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(3110);
// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(9362);
;// CONCATENATED MODULE: ./build/backups/progress-log.js


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
    const speed = `${(0,quantity/* formatBytes */.z3)(rate)}/s`;
    if (total <= done || rate === 0)
        return `${what}: ${(0,quantity/* formatBytes */.z3)(done)} so far, ${speed}`;
    const left = (0,duration/* formatDuration */.a)(((total - done) / rate) * 1000);
    return `${what}: ${(0,quantity/* formatBytes */.z3)(done)} of about ${(0,quantity/* formatBytes */.z3)(total)}, ${speed}, about ${left} left`;
}

// EXTERNAL MODULE: ./build/postgres/row.js
var postgres_row = __webpack_require__(1290);
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
const secretName = /secret|passw|token|key|jwt|credential|private|auth/i;
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





/** The largest first, so that no session is left alone with it at the end. */
async function fingerprintTables(work) {
    const queue = work.tables.toSorted((left, right) => right.bytes - left.bytes);
    const outcomes = new Map();
    const takeNext = async (session) => {
        for (let table = queue.shift(); table !== undefined; table = queue.shift()) {
            work.signal.throwIfAborted();
            outcomes.set(table, await fingerprint(session, table));
            work.onDone(table.bytes);
        }
    };
    const results = await Promise.allSettled(work.sessions.map((session) => takeNext(session).catch((thrown) => {
        queue.length = 0;
        throw thrown;
    })));
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
    const inOrder = work.tables.flatMap((table) => outcomes.get(table) ?? []);
    return {
        tables: inOrder.flatMap((outcome) => ('table' in outcome ? [outcome.table] : [])),
        notCompared: inOrder.flatMap((outcome) => ('omission' in outcome ? [outcome.omission] : [])),
    };
}
/** In a savepoint: a table that cannot be read this way must not cost the others their snapshot. */
async function fingerprint(session, relation) {
    const { schema, name, bytes } = relation;
    await session.query('SAVEPOINT fingerprint');
    try {
        const [row = {}] = await session.query(fingerprintQuery(relation));
        await session.query('RELEASE SAVEPOINT fingerprint');
        return { table: { schema, name, rows: (0,postgres_row/* numeric */.sH)(row, 'rows'), hash: (0,postgres_row/* text */.Qq)(row, 'hash'), bytes } };
    }
    catch (thrown) {
        const reason = cannotFingerprint(thrown);
        if (reason === undefined)
            throw thrown;
        await session.query('ROLLBACK TO SAVEPOINT fingerprint');
        return { omission: { subject: (0,object_name/* displayName */.QC)(relation), reason } };
    }
}
/** What is the table's nature and not a failure; undefined for all else. */
function cannotFingerprint(thrown) {
    const state = (0,sqlstate/* sqlStateOf */.v9)(thrown);
    if (state === sqlstate/* sqlState */.cn.insufficientPrivilege)
        return `the role may not read all of its rows: ${(0,errors/* errorMessage */.gJ)(thrown)}`;
    const isTooLarge = state === '54000' || (state === sqlstate/* sqlState */.cn.internalError && isInvalidAllocation(thrown));
    return isTooLarge ? 'a row is too large to be written out as one text (1 GB)' : undefined;
}
/** The one internal error that a mere size makes (palloc's limit); it has no SQLSTATE of its own. */
function isInvalidAllocation(thrown) {
    return (0,errors/* errorMessage */.gJ)(thrown).startsWith('invalid memory alloc request size');
}

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
const copy_blocks_identifier = '"(?:[^"]|"")+"|[^\\s."(),]+';
const copyStatement = new RegExp(`^COPY (${copy_blocks_identifier})\\.(${copy_blocks_identifier}) (?:\\([\\s\\S]*\\))? FROM stdin;$`);
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
        open = { schema: unquoted(found[1] ?? ''), name: unquoted(found[2] ?? ''), tally: lineTally() };
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
function unquoted(name) {
    return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
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

;// CONCATENATED MODULE: ./build/backups/proof/relations.js

const kinds = {
    r: 'table',
    m: 'materialised view',
    f: 'foreign table',
};
const relationsQuery = `
SELECT c.oid::int8::text AS oid, n.nspname AS schema, c.relname AS name, c.relkind::text AS kind,
  c.relispopulated AS is_populated,
  CASE WHEN c.relkind = 'f' THEN 0 ELSE coalesce(pg_catalog.pg_table_size(c.oid), 0) END::text AS bytes,
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
    const kind = kinds[(0,postgres_row/* text */.Qq)(row, 'kind')];
    if (kind === undefined)
        throw new Error('The catalog gave a relation of an unknown kind.');
    return {
        oid: (0,postgres_row/* numeric */.sH)(row, 'oid'),
        schema: (0,postgres_row/* text */.Qq)(row, 'schema'),
        name: (0,postgres_row/* text */.Qq)(row, 'name'),
        kind,
        isPopulated: (0,postgres_row/* truth */.Im)(row, 'is_populated'),
        bytes: (0,postgres_row/* numeric */.sH)(row, 'bytes'),
        canRead: (0,postgres_row/* truth */.Im)(row, 'can_read'),
        extension: (0,postgres_row/* optionalText */.mR)(row, 'extension'),
        columns: textsOf(row, 'columns'),
        isInheritanceChild: (0,postgres_row/* truth */.Im)(row, 'is_child'),
    };
}
/** A `text[]`. */
function textsOf(row, column) {
    const value = row[column];
    if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string'))
        throw new Error(`Column ${column} should be a list of texts.`);
    return value;
}

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
        longer = textsOf(row, 'longer');
    }
    return { largeObjects: { count, bytes, hash: String(hash) }, notCompared: await readHidden(session) };
}
async function readHidden(session) {
    const [row = {}] = await session.query(`SELECT pg_catalog.count(*)::text AS count FROM pg_catalog.pg_largeobject_metadata o WHERE NOT ${readableCondition}`);
    const hidden = (0,postgres_row/* numeric */.sH)(row, 'count');
    return hidden === 0 ? [] : [{ subject: `${hidden} large objects`, reason: 'the role may not read them' }];
}

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
    const parts = sequences.map((sequence) => `SELECT ${(0,identifier/* quoteLiteral */.c)(sequence.schema)} AS schema, ${(0,identifier/* quoteLiteral */.c)(sequence.name)} AS name, last_value::text AS last_value, is_called FROM ${(0,object_name/* qualifiedName */.OL)(sequence)}`);
    const rows = await session.query(parts.join('\nUNION ALL\n'));
    return rows.map((row) => ({
        schema: (0,postgres_row/* text */.Qq)(row, 'schema'),
        name: (0,postgres_row/* text */.Qq)(row, 'name'),
        lastValue: (0,postgres_row/* text */.Qq)(row, 'last_value'),
        isCalled: (0,postgres_row/* truth */.Im)(row, 'is_called'),
    }));
}

;// CONCATENATED MODULE: ./build/backups/proof/read-facts.js
var read_facts_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var read_facts_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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











/** Reads what a database holds: of the source at its dump's snapshot, or of a restored copy. */
async function readDatabaseFacts(options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const hashing = options.hashing ?? { kind: 'row-text' };
        const sessions = read_facts_addDisposableResource(env_1, await openSessions(options, hashing.kind === 'row-text' ? options.workers : 1), true);
        const [first] = sessions.all;
        if (first === undefined)
            throw new Error('At least one session is needed.');
        const relations = await readRelations(first);
        const { hashed, notCompared } = choose(relations, options.contents, hashing);
        const prints = await fingerprints(hashing, hashed, { ...options, sessions: sessions.all });
        const rest = await readTheRest(first, options.contents);
        return {
            algorithm: hashing.kind === 'copy-lines' ? 'copy-lines' : 'row-text',
            tables: prints.tables,
            materialisedViews: viewsOf(relations, options.contents),
            ...(await readCatalogFacts(first)),
            sequences: rest.sequences,
            largeObjects: rest.largeObjects,
            notCompared: [...notCompared, ...prints.notCompared, ...rest.notCompared],
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = read_facts_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function fingerprints(hashing, tables, { log, signal, sessions }) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const total = tables.reduce((sum, { bytes }) => sum + bytes, 0);
        const progress = read_facts_addDisposableResource(env_2, progressLog({ what: 'Fingerprints', total, log }), false);
        if (hashing.kind === 'none')
            return { tables: [], notCompared: [] };
        if (hashing.kind === 'copy-lines')
            return fromCopyLines(tables, hashing.lines(), progress.add);
        return fingerprintTables({ tables, sessions, signal, onDone: progress.add });
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        read_facts_disposeResources(env_2);
    }
}
function choose(relations, contents, hashing) {
    const isDumped = ({ oid, kind }) => contents === undefined || (kind === 'table' ? contents.tables : contents.materialisedViews).has(oid);
    const notCompared = [];
    const hashed = relations.filter((relation) => {
        if (!isDumped(relation))
            return false;
        const reason = whyNotHashed(relation) ?? whyNotBy(hashing, relation);
        if (reason !== undefined)
            notCompared.push({ subject: (0,object_name/* displayName */.QC)(relation), reason });
        return reason === undefined && relation.kind === 'table';
    });
    return { hashed, notCompared };
}
function whyNotHashed({ kind, extension, isPopulated, canRead }) {
    if (kind === 'foreign table')
        return 'a foreign table: its rows are on another server';
    if (kind === 'materialised view')
        return isPopulated ? 'a materialised view: a restore fills it anew (REFRESH)' : undefined;
    if (extension !== undefined)
        return `belongs to the extension ${extension}, which brings rows of its own`;
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
    const opened = await Promise.allSettled(Array.from({ length: count }, () => openSession(options)));
    const all = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const close = async () => {
        await Promise.all(all.map((session) => session[Symbol.asyncDispose]()));
    };
    for (const result of opened)
        if (result.status === 'rejected') {
            await close();
            throw result.reason;
        }
    return { all, [Symbol.asyncDispose]: close };
}
async function openSession(options) {
    const settings = { statementTimeoutMs: 0, idleInTransactionTimeoutMs: 0, isReadOnly: true };
    const session = await (0,connect/* connect */.N)({ ...options, settings });
    try {
        if (session.serverVersion >= 170_000)
            await session.query('SET transaction_timeout = 0');
        await session.query(applyFingerprintSettings);
        await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        // Must be the transaction's first statement.
        if (options.snapshotId !== undefined)
            await session.query(`SET TRANSACTION SNAPSHOT ${(0,identifier/* quoteLiteral */.c)(options.snapshotId)}`);
        return session;
    }
    catch (thrown) {
        await session[Symbol.asyncDispose]();
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./build/backups/drill/facts-reader.js





function databaseFactsReader({ workers, install }) {
    return {
        async read(target, manifest, context) {
            return readDatabaseFacts({
                uri: target.uri,
                applicationName: 'database-actions/restore',
                timeoutMs: context.timeoutMs,
                workers,
                log: context.log,
                signal: context.signal,
                hashing: await hashingFor({ target, manifest, install }, context),
            });
        },
        compare: compareFacts,
    };
}
/** Fingerprints of lines need the pg_dump that wrote them, or the next that can read the target. */
async function hashingFor({ target, manifest, install }, context) {
    if (manifest.proof === 'none')
        return { kind: 'none' };
    if (manifest.facts.algorithm === 'row-text')
        return { kind: 'row-text' };
    const { environment, log, signal } = context;
    const serverMajor = Math.max((0,restore_target/* majorOf */.D)(manifest.dump.clientVersion), (0,restore_target/* majorOf */.D)(target.serverVersion));
    const pgDump = await findClientProgram({ name: 'pg_dump', serverMajor, install, environment, log, signal });
    return { kind: 'copy-lines', lines: () => databaseLines({ pgDump, uri: target.uri, environment, signal }) };
}

// EXTERNAL MODULE: ./build/schema/snapshot-file.js
var snapshot_file = __webpack_require__(4283);
// EXTERNAL MODULE: ./build/backups/byte-reader.js
var byte_reader = __webpack_require__(8694);
// EXTERNAL MODULE: ./build/backups/damage.js
var damage = __webpack_require__(5763);
;// CONCATENATED MODULE: ./build/backups/encryption/chunks.js
/** The payload of an age file: STREAM with ChaCha20-Poly1305. https://age-encryption.org/v1 ("Payload") */
const chunks_chunkBytes = 64 * 1024;
const chunks_tagBytes = 16;
const sealedChunkBytes = chunks_chunkBytes + chunks_tagBytes;
const chunks_payloadNonceBytes = 16;
/** A chunk's nonce: 11 bytes that count, big-endian, and the mark of the last one. */
function chunks_chunkNonce(counter, isLast) {
    const nonce = Buffer.alloc(12);
    // 48 bits of the 88: enough for 16 million terabytes.
    nonce.writeUIntBE(counter, 5, 6);
    nonce[11] = isLast ? 1 : 0;
    return nonce;
}
/** Cuts a stream into chunks of `size`, and holds one back: whether it is the last is known only when more comes. */
function chunks_createChunker(size) {
    const held = Buffer.allocUnsafe(size);
    let used = 0;
    return {
        *take(piece) {
            let rest = piece;
            while (rest.length > 0) {
                if (used === size) {
                    yield held;
                    used = 0;
                }
                while (used === 0 && rest.length > size) {
                    yield rest.subarray(0, size);
                    rest = rest.subarray(size);
                }
                const part = rest.subarray(0, size - used);
                held.set(part, used);
                used += part.length;
                rest = rest.subarray(part.length);
            }
        },
        last: () => held.subarray(0, used),
    };
}
/** Bytes of the payload, nonce included, for so many bytes of plaintext. */
function chunks_payloadBytes(plainBytes) {
    return chunks_payloadNonceBytes + plainBytes + chunks_tagBytes * Math.max(1, Math.ceil(plainBytes / chunks_chunkBytes));
}

;// CONCATENATED MODULE: ./build/backups/encryption/recipients.js


const privateKey = /AGE-(?:SECRET-KEY|PLUGIN)-|-----BEGIN [A-Z ]*PRIVATE KEY-----/i;
const postQuantum = /^age1(?:pq|tagpq)1/;
/**
 * Public keys of age, one a line; `#` begins a comment. Each is tried before anything is encrypted.
 * @throws UserError naming the line's key that is none; a private key is never shown
 */
async function parseRecipients(text) {
    if (privateKey.test(text))
        throw privateKeyGiven();
    const keys = [...new Set(linesOf(text))];
    if (keys.length === 0)
        throw new UserError('There is no recipient to encrypt to.', { hint: recipientHint });
    for (const key of keys)
        await checkRecipient(key);
    const strong = keys.filter((key) => postQuantum.test(key));
    if (strong.length > 0 && strong.length < keys.length)
        throw new UserError('Post-quantum and classic recipients are given together.', {
            hint: 'Whoever breaks the classic key reads everything, so age refuses the mix. Give recipients of one kind.',
        });
    return { keys };
}
const recipientHint = 'A recipient is the public key that `age-keygen` prints: it begins with `age1`. Give one a line.';
/** Lines that say something, without comments. */
function linesOf(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}
async function checkRecipient(key) {
    try {
        const { Encrypter } = await __webpack_require__.e(/* import() */ 539).then(__webpack_require__.bind(__webpack_require__, 1539));
        const encrypter = new Encrypter();
        encrypter.addRecipient(key);
        await encrypter.encrypt(new Uint8Array(0));
    }
    catch (thrown) {
        throw new UserError(`"${shownKey(key)}" is no recipient of age.`, {
            hint: `${recipientHint} SSH keys are not supported.`,
            cause: errorMessage(thrown),
        });
    }
}
function shownKey(key) {
    return cutMiddle(visible(cutMiddle(key, 100)), 100);
}
function privateKeyGiven() {
    return new UserError('A private key is given where public keys belong; it is not shown here.', {
        hint: `${recipientHint} The private key stays where backups are restored. If this one was stored as a plain variable, replace it.`,
    });
}
/** The header of a new file for these recipients, and the key that it wraps. */
async function recipients_createHeader(recipients) {
    const { Encrypter } = await __webpack_require__.e(/* import() */ 539).then(__webpack_require__.bind(__webpack_require__, 1539));
    const encrypter = new Encrypter();
    for (const key of recipients.keys)
        encrypter.addRecipient(key);
    let fileKey;
    const witness = {
        wrapFileKey(key) {
            fileKey = Uint8Array.from(key);
            return [];
        },
    };
    encrypter.addRecipient(witness);
    const empty = await encrypter.encrypt(new Uint8Array(0));
    if (fileKey === undefined)
        throw new Error('age-encryption has wrapped no file key.');
    // What follows the header of an empty file is a nonce and a tag, 16 bytes each.
    return { header: empty.subarray(0, empty.length - 32), fileKey };
}

;// CONCATENATED MODULE: ./build/backups/encryption/identities.js



/**
 * What `age-keygen` writes: lines `AGE-SECRET-KEY-…`, comments between them.
 * @throws UserError without any part of what was given, unless it is a public key
 */
async function parseIdentities(text) {
    const keys = [...new Set(linesOf(text))];
    if (keys.length === 0)
        throw new errors/* UserError */.yo('There is no identity to decrypt with.', { hint: identityHint });
    for (const [index, key] of keys.entries())
        await checkIdentity(key, index + 1);
    return { keys };
}
const identityHint = 'An identity is a line that begins with `AGE-SECRET-KEY-`, as `age-keygen` writes it.';
async function checkIdentity(key, position) {
    if (key.startsWith('age1'))
        throw new errors/* UserError */.yo(`Key ${position} of the identity is a public key; a private one is needed.`, {
            hint: identityHint,
        });
    try {
        const { identityToRecipient } = await __webpack_require__.e(/* import() */ 539).then(__webpack_require__.bind(__webpack_require__, 1539));
        await identityToRecipient(key);
    }
    catch {
        throw new errors/* UserError */.yo(`Key ${position} of the identity is no private key of age; it is not shown here.`, {
            hint: identityHint,
        });
    }
}
/** The public keys of these identities, in their order. */
async function recipientsOf(identities) {
    const { identityToRecipient } = await __webpack_require__.e(/* import() */ 539).then(__webpack_require__.bind(__webpack_require__, 1539));
    return Promise.all(identities.keys.map((key) => identityToRecipient(key)));
}
/** The file key. @throws BackupDamage `wrong key` when none of the identities fits, `tampered` for a changed header */
async function openHeader(header, identities) {
    const { Decrypter } = await __webpack_require__.e(/* import() */ 539).then(__webpack_require__.bind(__webpack_require__, 1539));
    const decrypter = new Decrypter();
    for (const key of identities.keys)
        decrypter.addIdentity(key);
    let noneFits = false;
    // Asked last, and only when the header could be read and no identity before it fits.
    decrypter.addIdentity({
        unwrapFileKey() {
            noneFits = true;
            return null;
        },
    });
    try {
        return await decrypter.decryptHeader(header);
    }
    catch (thrown) {
        if (noneFits)
            throw new damage/* BackupDamage */.s('wrong key', 'It is encrypted to other keys: no given identity opens it.', {
                hint: 'The manifest lists the recipients. `age-keygen -y key.txt` prints the recipient of an identity.',
            });
        throw new damage/* BackupDamage */.s('tampered', 'The header of the encrypted file was changed after it was written.', {
            cause: (0,errors/* errorMessage */.gJ)(thrown),
        });
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/backups/encryption/payload.js




const cipher = 'chacha20-poly1305';
/** Pieces of about a megabyte: fewer turns of the loop for whoever reads them. */
const chunksAtOnce = 16;
/** Nonce and sealed chunks. Of a piece only what is sealed is kept, so memory stays flat. */
async function* payload_sealPayload(fileKey, plain) {
    const nonce = randomBytes(payloadNonceBytes);
    const key = payloadKey(fileKey, nonce);
    const chunker = createChunker(chunkBytes);
    let counter = 0;
    let sealed = [];
    yield nonce;
    for await (const piece of plain) {
        for (const chunk of chunker.take(piece)) {
            sealed.push(...sealChunk(key, chunkNonce(counter, false), chunk));
            counter += 1;
            if (sealed.length < 2 * chunksAtOnce)
                continue;
            yield Buffer.concat(sealed);
            sealed = [];
        }
        if (sealed.length > 0)
            yield Buffer.concat(sealed);
        sealed = [];
    }
    yield Buffer.concat(sealChunk(key, chunkNonce(counter, true), chunker.last()));
}
function sealChunk(key, nonce, chunk) {
    const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes });
    const text = sealing.update(chunk);
    sealing.final();
    return [text, sealing.getAuthTag()];
}
/**
 * The plaintext of a payload. A chunk is handed on only when it is proved to be the one that belongs in this place.
 * @throws BackupDamage `truncated` or `tampered`, at the first chunk that is not
 */
async function* openPayload(fileKey, payload) {
    const reader = (0,byte_reader/* createByteReader */.I)(payload);
    try {
        const nonce = await reader.take(chunks_payloadNonceBytes);
        if (nonce.length < chunks_payloadNonceBytes)
            throw endedEarly();
        const key = payloadKey(fileKey, nonce);
        const chunker = chunks_createChunker(sealedChunkBytes);
        let counter = 0;
        for await (const piece of reader.rest()) {
            const opened = [];
            for (const chunk of chunker.take(piece)) {
                opened.push(openMiddle(key, counter, chunk));
                counter += 1;
            }
            if (opened.length > 0)
                yield Buffer.concat(opened);
        }
        const last = openLast(key, counter, chunker.last());
        if (last.length > 0)
            yield last;
    }
    finally {
        await reader.close();
    }
}
function openMiddle(key, counter, chunk) {
    const plain = openChunk(key, chunks_chunkNonce(counter, false), chunk);
    if (plain !== undefined)
        return plain;
    if (openChunk(key, chunks_chunkNonce(counter, true), chunk) !== undefined)
        throw new damage/* BackupDamage */.s('tampered', 'There are bytes after the end of the encrypted file.');
    throw new damage/* BackupDamage */.s('tampered', `Chunk ${counter} of the encrypted file was changed after it was written.`);
}
function openLast(key, counter, chunk) {
    if (chunk.length < chunks_tagBytes)
        throw endedEarly();
    const plain = openChunk(key, chunks_chunkNonce(counter, true), chunk);
    // A last chunk without content exists only as the sole one: else there were two ways to write the same file.
    if (plain?.length === 0 && counter > 0)
        throw new damage/* BackupDamage */.s('tampered', 'The encrypted file ends with an empty chunk, which age does not write.');
    if (plain !== undefined)
        return plain;
    if (chunk.length < sealedChunkBytes || openChunk(key, chunks_chunkNonce(counter, false), chunk) !== undefined)
        throw endedEarly();
    throw new damage/* BackupDamage */.s('tampered', `Chunk ${counter} of the encrypted file was changed after it was written.`);
}
/** Undefined when it is not authentic. */
function openChunk(key, nonce, chunk) {
    const opening = (0,external_node_crypto_.createDecipheriv)(cipher, key, nonce, { authTagLength: chunks_tagBytes });
    opening.setAuthTag(chunk.subarray(chunk.length - chunks_tagBytes));
    const plain = opening.update(chunk.subarray(0, chunk.length - chunks_tagBytes));
    try {
        opening.final();
        return plain;
    }
    catch {
        return undefined;
    }
}
function payloadKey(fileKey, nonce) {
    return Buffer.from((0,external_node_crypto_.hkdfSync)('sha256', fileKey, nonce, 'payload', 32));
}
function endedEarly() {
    return new damage/* BackupDamage */.s('truncated', 'The encrypted file ends too early, or its last chunk was changed.');
}

;// CONCATENATED MODULE: ./build/backups/encryption/age.js
/** age files (https://age-encryption.org/v1): the header by `age-encryption`, the payload by Node's own cipher. */






const firstLine = 'age-encryption.org/v1\n';
/** A header of 500 post-quantum recipients has less. */
const longestHeader = 1024 * 1024;
/** Encrypts to every recipient. Memory stays flat; the source is read only as fast as the result is. */
async function encrypt(plain, recipients) {
    const { header, fileKey } = await createHeader(recipients);
    async function* stream() {
        yield header;
        yield* sealPayload(fileKey, plain);
    }
    return { stream: stream(), sizeOf: (plainBytes) => header.length + payloadBytes(plainBytes) };
}
/**
 * The plaintext; only bytes that are proved authentic are ever handed on, but that the file is whole is known at the end.
 * @throws BackupDamage `wrong key`, `tampered` or `truncated`, while it is read
 */
async function* decrypt(sealed, identities) {
    const reader = (0,byte_reader/* createByteReader */.I)(sealed);
    try {
        const fileKey = await openHeader(await readHeader(reader), identities);
        yield* openPayload(fileKey, reader.rest());
    }
    finally {
        await reader.close();
    }
}
async function readHeader(reader) {
    const start = await reader.take(firstLine.length);
    if (start.toString('latin1') !== firstLine.slice(0, start.length))
        throw new damage/* BackupDamage */.s('tampered', 'This is no age file.');
    const body = await reader.takeUntil(Buffer.from('\n---'), longestHeader);
    const mac = body === undefined ? undefined : await reader.takeUntil(Buffer.from('\n'), 100);
    if (body === undefined || mac === undefined)
        throw new damage/* BackupDamage */.s('truncated', 'The header of the age file has no end.');
    return Buffer.concat([start, body, mac]);
}

// EXTERNAL MODULE: ./build/backups/measured-stream.js
var measured_stream = __webpack_require__(4775);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
;// CONCATENATED MODULE: ./build/backups/packing/tar-header.js
/**
 * One member's header in a tar file: POSIX ustar, with a pax record where the size has more than eleven octal digits.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html ("ustar Interchange Format")
 */
const blockBytes = 512;
/** 8 GiB - 1. */
const mostInOctal = 0o77777777777;
/** Header of a regular file, with what tells a size that it cannot hold before it. The same member gives the same bytes. */
function tar_header_memberHeader({ name, bytes }) {
    if (bytes <= mostInOctal)
        return ustarHeader({ name, bytes, type: '0' });
    const record = Buffer.from(paxRecord('size', String(bytes)));
    return Buffer.concat([
        ustarHeader({ name: `PaxHeaders/${name}`.slice(0, 100), bytes: record.length, type: 'x' }),
        record,
        tar_header_padding(record.length),
        ustarHeader({ name, bytes: 0, type: '0' }),
    ]);
}
/** Zeros from the end of a member to the next block. */
function tar_header_padding(bytes) {
    return Buffer.alloc((blockBytes - (bytes % blockBytes)) % blockBytes);
}
/** Two empty blocks end the archive. */
const tar_header_archiveEnd = Buffer.alloc(2 * blockBytes);
/** `27 size=12345678901`, whose length counts itself. */
function paxRecord(key, value) {
    const rest = ` ${key}=${value}\n`;
    const length = rest.length + String(rest.length).length;
    return `${rest.length + String(length).length}${rest}`;
}
function ustarHeader({ name, bytes, type }) {
    const header = Buffer.alloc(blockBytes);
    header.write(name, 0, 100, 'latin1');
    header.write('0000600\0', 100, 'latin1');
    header.write('0000000\0', 108, 'latin1');
    header.write('0000000\0', 116, 'latin1');
    header.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
    header.write(`${'0'.repeat(11)}\0`, 136, 'latin1');
    header.write(type, 156, 'latin1');
    header.write('ustar\x0000', 257, 'latin1');
    header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return header;
}
/** Sum of all bytes, those of the checksum itself counted as spaces. */
function checksum(header) {
    let sum = 8 * 0x20;
    for (const [index, byte] of header.entries())
        if (index < 148 || index >= 156)
            sum += byte;
    return sum;
}
/** Undefined for a block that is no header. */
function parseHeader(block) {
    const sum = octal(block.subarray(148, 156));
    const bytes = numberField(block.subarray(124, 136));
    if (sum === undefined || sum !== checksum(block) || bytes === undefined)
        return undefined;
    const isUstar = block.toString('latin1', 257, 263) === 'ustar\0';
    const prefix = isUstar ? textField(block.subarray(345, 500)) : '';
    const name = textField(block.subarray(0, 100));
    const type = block[156] === 0 ? '0' : String.fromCharCode(block[156] ?? 0);
    return { name: prefix === '' ? name : `${prefix}/${name}`, bytes, type };
}
function textField(field) {
    const end = field.indexOf(0);
    return field.toString('utf8', 0, end < 0 ? field.length : end);
}
/** Octal, or GNU's base-256 where the first bit is set. */
function numberField(field) {
    if (field[0] !== 0x80)
        return octal(field);
    const value = BigInt(`0x${field.subarray(1).toString('hex')}`);
    return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : undefined;
}
function octal(field) {
    const digits = /^ *([0-7]+)[ \0]*$/.exec(field.toString('latin1'))?.[1];
    return digits === undefined ? undefined : Number.parseInt(digits, 8);
}
/** The records of a pax header. Undefined when they are not well-formed. */
function parsePaxRecords(content) {
    const records = new Map();
    let rest = content;
    while (rest.length > 0) {
        const space = rest.indexOf(' ');
        const digits = rest.toString('latin1', 0, Math.max(0, space));
        const length = /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : 0;
        const record = rest.toString('utf8', space + 1, length);
        const equals = record.indexOf('=');
        if (length <= space || length > rest.length || equals < 1 || !record.endsWith('\n'))
            return undefined;
        records.set(record.slice(0, equals), record.slice(equals + 1, -1));
        rest = rest.subarray(length);
    }
    return records;
}

;// CONCATENATED MODULE: ./build/backups/packing/pack.js
/** A folder as pg_dump's directory format leaves it, as one deterministic tar. */







/** All that pg_dump names files: `toc.dat`, `3012.dat.zst`, `blobs_16400.toc`, `blob_16401.dat.gz`. */
const packedName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
/**
 * Reads sizes now and contents while the stream is read.
 * @throws UserError when the folder is no finished dump: no `toc.dat`, or something that pg_dump does not write
 */
async function packFolder(folder) {
    const members = await dumpFiles(folder);
    const packed = [];
    async function* stream() {
        for (const member of members) {
            yield memberHeader(member);
            packed.push(yield* fileContent(folder, member));
            const filler = padding(member.bytes);
            if (filler.length > 0)
                yield filler;
        }
        yield archiveEnd;
    }
    return { bytes: tarBytes(members), stream: stream(), files: () => packed };
}
/** Bytes of a tar with these members. */
function tarBytes(members) {
    return members.reduce((sum, member) => sum + memberHeader(member).length + member.bytes + padding(member.bytes).length, archiveEnd.length);
}
async function dumpFiles(folder) {
    const members = [];
    for (const name of (await readdir(folder)).toSorted()) {
        const facts = await lstat(join(folder, name));
        if (!facts.isFile() || !packedName.test(name))
            throw new UserError(`The dump's folder holds ${inlineCode(name)}, which pg_dump does not write.`, {
                hint: 'Dump into an empty folder of its own.',
            });
        members.push({ name, bytes: facts.size });
    }
    if (!members.some(({ name }) => name === 'toc.dat'))
        throw new UserError('The dump’s folder has no `toc.dat`: it is no finished dump in directory format.');
    return members;
}
async function* fileContent(folder, { name, bytes }) {
    const hash = createHash('sha256');
    let seen = 0;
    for await (const piece of createReadStream(join(folder, name), { highWaterMark: 1024 * 1024 })) {
        if (!(piece instanceof Uint8Array))
            throw new Error('A file is read as text.');
        seen += piece.length;
        if (seen > bytes)
            break;
        hash.update(piece);
        yield piece;
    }
    if (seen !== bytes)
        throw new UserError(`${inlineCode(name)} of the dump has changed while it was being stored.`, {
            hint: 'Nothing else may write into the dump’s folder.',
        });
    return { name, bytes, sha256: hash.digest('hex') };
}

;// CONCATENATED MODULE: ./build/backups/packing/unpack.js









const mostPaxBytes = 64 * 1024;
const unpack_pieceBytes = 1024 * 1024;
/**
 * Unpacks a flat tar, ours or one that the stock program made of the same files. What is left in the folder when it throws
 * is proved by nothing.
 * @throws BackupDamage `truncated`, or `tampered` for anything that is not exactly the files
 */
async function unpackTar(source, { folder, files }) {
    const missing = new Map(files.map((file) => [file.name, file]));
    const reader = (0,byte_reader/* createByteReader */.I)(source);
    try {
        for (;;) {
            const member = await nextMember(reader);
            if (member === undefined)
                break;
            if (member.type === '5' && /^\.?\/?$/.test(member.name) && member.bytes === 0)
                continue;
            const file = expectedFile(member, missing);
            missing.delete(file.name);
            await writeMember(reader, { path: (0,external_node_path_.join)(folder, file.name), file });
        }
        await checkEnd(reader);
    }
    finally {
        await reader.close();
    }
    const [first] = missing.keys();
    if (first !== undefined)
        throw new damage/* BackupDamage */.s('tampered', `The dump lacks ${(0,report_escape/* inlineCode */.ti)(first)}, which the manifest names.`);
}
/** The next header, with the pax records before it applied. Undefined at the first empty block. */
async function nextMember(reader) {
    let records = new Map();
    for (;;) {
        const block = await reader.take(blockBytes);
        if (block.length < blockBytes)
            throw unpack_endedEarly();
        const isEmpty = block.every((byte) => byte === 0);
        if (isEmpty && records.size > 0)
            throw new damage/* BackupDamage */.s('tampered', 'The dump’s tar ends after a pax header.');
        if (isEmpty)
            return undefined;
        const header = parseHeader(block);
        if (header === undefined)
            throw new damage/* BackupDamage */.s('tampered', 'The dump’s tar has a header that is none.');
        if (header.type !== 'x')
            return withRecords(header, records);
        records = await readRecords(reader, header);
    }
}
async function readRecords(reader, { bytes }) {
    if (bytes > mostPaxBytes)
        throw new damage/* BackupDamage */.s('tampered', 'The dump’s tar has a pax header that is too long.');
    const content = await reader.take(bytes);
    const filler = await reader.take(tar_header_padding(bytes).length);
    if (content.length < bytes || filler.length < tar_header_padding(bytes).length)
        throw unpack_endedEarly();
    const records = parsePaxRecords(content);
    if (records === undefined)
        throw new damage/* BackupDamage */.s('tampered', 'The dump’s tar has a pax header that is none.');
    return records;
}
function withRecords(header, records) {
    const size = records.get('size');
    if (size !== undefined && !/^\d{1,15}$/.test(size))
        throw new damage/* BackupDamage */.s('tampered', 'The dump’s tar has a size that is none.');
    return {
        type: header.type,
        name: records.get('path') ?? header.name,
        bytes: size === undefined ? header.bytes : Number(size),
    };
}
/** Names are taken from the manifest, never from the tar: so none leads out of the folder. */
function expectedFile(member, missing) {
    const name = member.name.replace(/^\.\//, '');
    const shown = (0,report_escape/* inlineCode */.ti)(member.name);
    if (member.type !== '0')
        throw new damage/* BackupDamage */.s('tampered', `The dump’s tar holds ${shown}, which is no plain file.`);
    const file = missing.get(name);
    if (file === undefined || !packedName.test(name))
        throw new damage/* BackupDamage */.s('tampered', `The dump’s tar holds ${shown}, which the manifest does not name, or it holds it twice.`);
    if (file.bytes !== member.bytes)
        throw new damage/* BackupDamage */.s('tampered', `${shown} has ${member.bytes} bytes in the dump’s tar; the manifest says ${file.bytes}.`);
    return file;
}
async function writeMember(reader, { path, file }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const target = await createFile(path);
    try {
        for (let left = file.bytes; left > 0;) {
            const piece = await reader.next(Math.min(left, unpack_pieceBytes));
            if (piece === undefined)
                throw unpack_endedEarly();
            hash.update(piece);
            await writeAll(target, piece);
            left -= piece.length;
        }
    }
    finally {
        await target.close();
    }
    const filler = tar_header_padding(file.bytes).length;
    if ((await reader.take(filler)).length < filler)
        throw unpack_endedEarly();
    if (hash.digest('hex') !== file.sha256)
        throw new damage/* BackupDamage */.s('tampered', `${(0,report_escape/* inlineCode */.ti)(file.name)} of the dump has another content than when it was packed.`);
}
/** A second empty block, and nothing but zeros behind it: the stock program fills up to 10 KiB. */
async function checkEnd(reader) {
    const second = await reader.take(blockBytes);
    if (second.length < blockBytes)
        throw unpack_endedEarly();
    let isEmpty = second.every((byte) => byte === 0);
    for await (const piece of reader.rest())
        isEmpty &&= piece.every((byte) => byte === 0);
    if (!isEmpty)
        throw new damage/* BackupDamage */.s('tampered', 'There is something after the end of the dump’s tar.');
}
function unpack_endedEarly() {
    return new damage/* BackupDamage */.s('truncated', 'The dump’s tar ends too early.');
}
/** A new file that only this user reads. @throws UserError when it exists */
async function createFile(path) {
    return (0,promises_.open)(path, 'wx', 0o600);
}
/** @throws UserError when the disk is full */
async function writeAll(target, piece) {
    try {
        for (let done = 0; done < piece.length;) {
            const { bytesWritten } = await target.write(piece, done, piece.length - done);
            done += bytesWritten;
        }
    }
    catch (thrown) {
        if (thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT'))
            throw new errors/* UserError */.yo('The disk is full: the dump does not fit.', {
                hint: 'Restore needs room for the dump and for the restored database. Use a larger runner, or point `RUNNER_TEMP` to a larger disk.',
                cause: thrown.code,
            });
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./build/backups/progress.js


/** The same bytes; tells now and then how many have passed, how fast, and how long the rest takes. */
async function* withProgress(source, { log, title, totalBytes, everyMs = 10_000, clock = () => performance.now() }) {
    const start = clock();
    let told = start;
    let bytes = 0;
    for await (const piece of source) {
        yield piece;
        bytes += piece.length;
        const now = clock();
        if (now - told < everyMs)
            continue;
        told = now;
        log.info(`${title}: ${progressText({ bytes, totalBytes, elapsedMs: now - start })}`);
    }
    const elapsedMs = clock() - start;
    log.info(`${title}: ${(0,quantity/* formatBytes */.z3)(bytes)} in ${(0,duration/* formatDuration */.a)(elapsedMs)}, ${rate(bytes, elapsedMs)}.`);
}
function progressText({ bytes, totalBytes, elapsedMs }) {
    if (totalBytes === undefined || bytes === 0)
        return `${(0,quantity/* formatBytes */.z3)(bytes)}, ${rate(bytes, elapsedMs)}`;
    const left = Math.max(0, (elapsedMs / bytes) * (totalBytes - bytes));
    return `${(0,quantity/* formatBytes */.z3)(bytes)} of ${(0,quantity/* formatBytes */.z3)(totalBytes)}, ${rate(bytes, elapsedMs)}, ${(0,duration/* formatDuration */.a)(left)} left`;
}
function rate(bytes, elapsedMs) {
    return `${(0,quantity/* formatBytes */.z3)((bytes / Math.max(1, elapsedMs)) * 1000)}/s`;
}

;// CONCATENATED MODULE: ./build/backups/fetch-dump.js









/**
 * Fetches the dump into a new folder, in one pass: hash of what is stored, decryption, hash of the plaintext, hash of every
 * file. Only when all agree with the manifest does it return; else the folder is gone again.
 * @param folder must not exist
 * @throws BackupDamage `missing`, `truncated`, `tampered` or `wrong key`; UserError when the disk is full
 */
async function fetchDump(backup, folder, options) {
    const { manifest } = backup;
    const file = onlyFile(backup, 'dump');
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
    try {
        const path = manifest.dump.format === 'directory' ? folder : (0,external_node_path_.join)(folder, 'dump.custom');
        await readVerified(backup, file, {
            ...options,
            consume: (plain) => manifest.dump.format === 'directory'
                ? unpackTar(plain, { folder, files: manifest.dump.files })
                : fetch_dump_writeFile(plain, path),
        });
        return { format: manifest.dump.format, path, bytes: file.bytes };
    }
    catch (thrown) {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        throw thrown;
    }
}
const longestSchema = 512 * 1024 * 1024;
/** The schema's snapshot that was stored beside the dump, as JSON text. @throws BackupDamage as `fetchDump` */
async function fetchSchema(backup, options) {
    const file = onlyFile(backup, 'schema');
    let text;
    await readVerified(backup, file, {
        ...options,
        consume: async (plain) => {
            text = (await (0,byte_reader/* collectBytes */.y)(plain, longestSchema))?.toString();
        },
    });
    if (text === undefined)
        throw new errors/* UserError */.yo(`${file.name} has more than ${longestSchema} bytes.`);
    return text;
}
function onlyFile({ id, manifest }, role) {
    const file = manifest.files.find((candidate) => candidate.role === role);
    if (file === undefined)
        throw new damage/* BackupDamage */.s('missing', `The backup ${id} has no ${role}.`);
    return file;
}
async function readVerified(backup, file, { identities, log, signal, consume }) {
    const keys = file.plain === undefined ? undefined : requireIdentities(backup, identities);
    const source = await storedBytes(backup, file, signal);
    const progress = { log, title: `Fetching ${file.name}`, totalBytes: file.bytes };
    const stored = (0,measured_stream/* measured */.j)(withProgress(source, progress));
    const plain = keys === undefined ? undefined : (0,measured_stream/* measured */.j)(decrypt(stored, keys));
    try {
        await consume(plain ?? stored);
    }
    catch (thrown) {
        throw await explained(thrown, { backup, file, signal });
    }
    requireSame(file.name, stored.measure(), file);
    if (plain !== undefined && file.plain !== undefined)
        requireSame(`${file.name}, decrypted,`, plain.measure(), file.plain);
}
function requireIdentities({ id }, identities) {
    if (identities !== undefined)
        return identities;
    throw new damage/* BackupDamage */.s('wrong key', `The backup ${id} is encrypted, and no identity is given.`, {
        hint: 'Set the `identity` input to the private key of one of the recipients in its manifest.',
    });
}
/** The object's bytes, never more than the manifest says. */
async function storedBytes({ store, folder }, { name, bytes }, signal) {
    const key = `${folder}/${name}`;
    const found = await store.head(key);
    if (found === undefined)
        throw new damage/* BackupDamage */.s('missing', `${store.location} does not have ${key}, which the manifest names.`);
    if (found.bytes !== bytes)
        throw otherLength(name, found.bytes, bytes);
    const source = await store.read(key);
    async function* limited() {
        let seen = 0;
        for await (const piece of source) {
            signal.throwIfAborted();
            seen += piece.length;
            if (seen > bytes)
                throw otherLength(name, seen, bytes);
            yield piece;
        }
        if (seen < bytes)
            throw otherLength(name, seen, bytes);
    }
    return limited();
}
function otherLength(name, found, expected) {
    return found < expected
        ? new damage/* BackupDamage */.s('truncated', `${name} has ${found} bytes; the manifest says ${expected}.`)
        : new damage/* BackupDamage */.s('tampered', `${name} has more than the ${expected} bytes that the manifest says.`);
}
/** A changed header may look like one for other keys: only what is stored as it was written can have the wrong key. */
async function explained(thrown, { backup, file, signal }) {
    if (!(thrown instanceof damage/* BackupDamage */.s) || thrown.kind !== 'wrong key')
        return thrown;
    const stored = (0,measured_stream/* measured */.j)(await storedBytes(backup, file, signal));
    try {
        for await (const _piece of stored)
            ;
        requireSame(file.name, stored.measure(), file);
        return thrown;
    }
    catch (other) {
        return other;
    }
}
function requireSame(name, found, expected) {
    if (found.bytes !== expected.bytes)
        throw otherLength(name, found.bytes, expected.bytes);
    if (found.sha256 !== expected.sha256)
        throw new damage/* BackupDamage */.s('tampered', `${name} has another content than when it was stored.`);
}
async function fetch_dump_writeFile(plain, path) {
    const target = await createFile(path);
    try {
        for await (const piece of plain)
            await writeAll(target, piece);
    }
    finally {
        await target.close();
    }
}

// EXTERNAL MODULE: ./build/backups/manifest.js
var backups_manifest = __webpack_require__(8399);
// EXTERNAL MODULE: ./build/backups/manifest-file.js + 2 modules
var manifest_file = __webpack_require__(1427);
;// CONCATENATED MODULE: ./build/backups/signature.js
/** The signature of a manifest: ed25519 over its exact bytes, in a file that needs nothing but openssl to be checked. */

const longestSignature = 1_000;
const signature_form = /^database-actions ed25519 (?<keyId>[0-9a-f]{16})\n(?<signature>[A-Za-z0-9+/]{85}[AQgw]==)\n$/;
/**
 * Two lines: what it is and by which key, then the signature in base64. To check it with stock programs:
 * `tail -n 1 manifest.sig | base64 -d > sig.bin` and
 * `openssl pkeyutl -verify -pubin -inkey key.pub -rawin -in manifest.json -sigfile sig.bin` (OpenSSL 3).
 */
function signManifest(manifest, { id, key }) {
    const signature = sign(null, manifest, key).toString('base64');
    return Buffer.from(`database-actions ed25519 ${id}\n${signature}\n`);
}
function checkSignature({ manifest, signature, publicKeys }) {
    if (signature === undefined)
        return { kind: 'unsigned' };
    const groups = signature_form.exec(Buffer.from(signature).toString('latin1'))?.groups;
    if (groups?.keyId === undefined || groups.signature === undefined)
        return { kind: 'does not match', keyId: undefined };
    const { keyId } = groups;
    const known = publicKeys.find(({ id }) => id === keyId);
    if (known === undefined)
        return { kind: 'unknown key', keyId };
    const bytes = Buffer.from(groups.signature, 'base64');
    return { kind: (0,external_node_crypto_.verify)(null, manifest, known.key, bytes) ? 'signed' : 'does not match', keyId };
}

;// CONCATENATED MODULE: ./build/backups/open-backup.js








/**
 * The manifest of a stored backup, proved to be by a trusted key where any are given, and to be of this very backup.
 * @throws BackupDamage `missing`, `unreadable`, `misplaced`, `unsigned`, `unknown signer` or `bad signature`
 */
async function openBackup(store, id, { publicKeys }) {
    const folder = (0,backup_id/* backupFolder */.j0)(id);
    const bytes = await readSmall(store, `${folder}/${backups_manifest/* manifestName */.vS}`, manifest_file/* longestManifest */.Ev);
    if (bytes === undefined)
        throw new damage/* BackupDamage */.s('missing', `${store.location} has no backup ${id}: there is no manifest of it.`, {
            hint: 'A backup that was not finished has no manifest.',
        });
    const signed = await readSmall(store, `${folder}/${backups_manifest/* signatureName */.S1}`, longestSignature);
    const signature = checkSignature({ manifest: bytes, signature: signed, publicKeys });
    if (publicKeys.length > 0)
        requireSigned(signature, id);
    const manifest = readManifest(bytes, id);
    return { store, id, folder, manifest, manifestSha256: (0,measured_stream/* sha256Of */.B)(bytes), signature };
}
/** Undefined when it is not there. @throws BackupDamage when it is longer than any of its kind */
async function readSmall(store, key, limit) {
    if ((await store.head(key)) === undefined)
        return undefined;
    const bytes = await (0,byte_reader/* collectBytes */.y)(await store.read(key), limit);
    if (bytes === undefined)
        throw new damage/* BackupDamage */.s('unreadable', `${key} has more than ${limit} bytes.`);
    return bytes;
}
function requireSigned(signature, id) {
    switch (signature.kind) {
        case 'signed':
            return;
        case 'unsigned':
            throw new damage/* BackupDamage */.s('unsigned', `The backup ${id} is not signed, and a signature is required.`, {
                hint: 'Either it was made without a sign key, or somebody has taken the signature away.',
            });
        case 'unknown key':
            throw new damage/* BackupDamage */.s('unknown signer', `The backup ${id} is signed by the key ${signature.keyId}, which is not trusted here.`, { hint: 'If the sign key was replaced, give the old public key as well as the new one.' });
        case 'does not match':
            throw new damage/* BackupDamage */.s('bad signature', `The signature of the backup ${id} does not match its manifest.`, {
                hint: 'The manifest or its signature was changed after the backup was made. Do not restore it.',
            });
    }
}
/** An old backup under a new name would be taken for the newest one: so the id inside must be that of the folder. */
function readManifest(bytes, id) {
    const manifest = parsed(bytes, id);
    if (manifest.id !== id)
        throw new damage/* BackupDamage */.s('misplaced', `The folder of the backup ${id} holds the manifest of ${manifest.id}.`, { hint: 'Somebody has put another backup in its place. Do not restore it.' });
    return manifest;
}
function parsed(bytes, id) {
    try {
        return (0,manifest_file/* parseManifest */.Ng)(bytes);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        throw new damage/* BackupDamage */.s('unreadable', `The backup ${id}: ${(0,errors/* errorMessage */.gJ)(thrown)}`, {
            cause: thrown,
            ...(thrown.hint === undefined ? {} : { hint: thrown.hint }),
        });
    }
}

;// CONCATENATED MODULE: ./build/backups/drill/stored-subject.js




/** One copy of a backup: the manifest with its signature first, then everything that its hashes speak for. */
function storedSubject(request) {
    const { store, backupId, series, trust } = request;
    return {
        backupId,
        series,
        location: store.location,
        async open() {
            const backup = await openBackup(store, backupId, trust);
            const { manifest, manifestSha256, signature } = backup;
            return {
                manifest,
                manifestSha256,
                isSigned: signature.kind === 'signed',
                fetch: (folder) => fetchAll(backup, folder, request),
            };
        },
    };
}
async function fetchAll(backup, folder, request) {
    const schema = await fetchSchema(backup, request);
    const { path, bytes } = await fetchDump(backup, (0,external_node_path_.join)(folder, 'dump'), request);
    return {
        archive: path,
        schema: (0,snapshot_file/* parseSnapshotText */.tN)(schema, 'The schema of the backup'),
        bytes: bytes + Buffer.byteLength(schema),
    };
}

;// CONCATENATED MODULE: ./build/backups/signing-keys.js
/** ed25519 keys in the forms that people have them in: PEM (openssl), OpenSSH (ssh-keygen), base64. */


/** DER in front of the 32 bytes of a raw key (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const sshType = 'ssh-ed25519';
/**
 * @param text PKCS8 PEM (`openssl genpkey -algorithm ed25519`) or an OpenSSH private key without a passphrase
 * @throws UserError without any part of the key
 */
function parseSignKey(text) {
    const key = readPrivateKey(text.trim());
    if (key?.asymmetricKeyType !== 'ed25519')
        throw new UserError('The sign key is no ed25519 private key; it is not shown here.', {
            hint: 'Make one with `openssl genpkey -algorithm ed25519`, or with `ssh-keygen -t ed25519 -N ""`.',
        });
    const publicKey = createPublicKey(key);
    return {
        id: keyId(publicKey),
        key,
        publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    };
}
function readPrivateKey(text) {
    try {
        const body = /^-----BEGIN OPENSSH PRIVATE KEY-----([\s\S]+)-----END OPENSSH PRIVATE KEY-----$/.exec(text)?.[1];
        if (body === undefined)
            return createPrivateKey({ key: text, format: 'pem' });
        const seed = opensshSeed(Buffer.from(body, 'base64'));
        return createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
    }
    catch (thrown) {
        if (thrown instanceof UserError)
            throw thrown;
        return undefined;
    }
}
/** https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key */
function opensshSeed(file) {
    const magic = Buffer.from('openssh-key-v1\0');
    if (!file.subarray(0, magic.length).equals(magic))
        throw new Error('no OpenSSH key');
    const outer = sshFields(file.subarray(magic.length));
    const cipher = outer.next().toString('latin1');
    if (cipher !== 'none')
        throw new UserError('The sign key has a passphrase.', {
            hint: 'Use a key without one (`ssh-keygen -t ed25519 -N ""`) and keep it as a secret.',
        });
    outer.next();
    outer.next();
    outer.skip(4);
    outer.next();
    const inner = sshFields(outer.next());
    inner.skip(8);
    if (inner.next().toString('latin1') !== sshType)
        throw new Error('no ed25519 key');
    inner.next();
    return inner.next().subarray(0, 32);
}
/** Fields of OpenSSH's format: four bytes of length, then the content. */
function sshFields(bytes) {
    let at = 0;
    return {
        skip(count) {
            at += count;
        },
        next() {
            const start = at + 4;
            const end = start + bytes.readUInt32BE(at);
            if (end > bytes.length)
                throw new Error('the key is cut off');
            at = end;
            return bytes.subarray(start, end);
        },
    };
}
/**
 * Public keys: PEM blocks, `ssh-ed25519 …` lines, or base64 of the raw or DER key, one a line; `#` begins a comment.
 * @throws UserError naming the key that is none
 */
function parsePublicKeys(text) {
    if (/PRIVATE KEY-----/.test(text))
        throw new errors/* UserError */.yo('A private key is given where public keys belong; it is not shown here.', {
            hint: 'The public key of a PEM file: `openssl pkey -in key.pem -pubout`.',
        });
    const blocks = text.match(/-----BEGIN PUBLIC KEY-----[\s\S]*?-----END PUBLIC KEY-----/g) ?? [];
    const lines = text
        .replaceAll(/-----BEGIN PUBLIC KEY-----[\s\S]*?-----END PUBLIC KEY-----/g, '')
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    const keys = [...blocks, ...lines].map(parsePublicKey);
    return [...new Map(keys.map((key) => [key.id, key])).values()];
}
function parsePublicKey(text, index) {
    const key = readPublicKey(text);
    if (key?.asymmetricKeyType === 'ed25519')
        return { id: keyId(key), key };
    throw new errors/* UserError */.yo(`Public key ${index + 1} is no ed25519 public key.`, {
        hint: 'Give PEM, an `ssh-ed25519 …` line, or base64 of the 32 bytes.',
    });
}
function readPublicKey(text) {
    try {
        if (text.startsWith('-----'))
            return (0,external_node_crypto_.createPublicKey)(text);
        const der = publicDer(text);
        return der === undefined ? undefined : (0,external_node_crypto_.createPublicKey)({ key: der, format: 'der', type: 'spki' });
    }
    catch {
        return undefined;
    }
}
function publicDer(text) {
    const [first = '', second] = text.split(/\s+/);
    if (first === sshType) {
        const fields = sshFields(Buffer.from(second ?? '', 'base64'));
        return fields.next().toString('latin1') === sshType ? rawPublicDer(fields.next()) : undefined;
    }
    const bytes = Buffer.from(first, 'base64');
    return bytes.length === publicPrefix.length + 32 ? bytes : rawPublicDer(bytes);
}
function rawPublicDer(raw) {
    return raw.length === 32 ? Buffer.concat([publicPrefix, raw]) : undefined;
}
function keyId(key) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(key.export({ type: 'spki', format: 'der' }))
        .digest('hex')
        .slice(0, 16);
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./build/backups/storage/destination-text.js

const allowedDestinations = 'One a line: `s3://bucket/prefix?region=eu-central-1`, `file:///folder` or a path, `release:v1.2.3` (or `release:` for the release of the event), `artifact`.';
/** The line may hold a secret where none belongs: user names and the values of parameters are not shown. */
function refused(text, why, hint = allowedDestinations) {
    return new errors/* UserError */.yo(`The destination "${withoutSecrets(text)}" cannot be used: ${why}.`, { hint });
}
/** Masks them too: the runner may have printed the line already, but nothing after this does. */
function withoutSecrets({ line, mask }) {
    return line
        .slice(0, 500)
        .replace(/^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)@/i, (_all, scheme, user) => {
        for (const part of user.split(':'))
            if (part !== '')
                mask(decoded(part));
        return `${scheme}***@`;
    })
        .replaceAll(/[?&][^&#]*/g, (parameter) => {
        const [name = '', ...value] = parameter.slice(1).split('=');
        if (harmless.has(name) || value.length === 0)
            return parameter;
        mask(decoded(value.join('=')));
        return `${parameter[0]}${name}=***`;
    });
}
const harmless = new Set([
    'region',
    'endpoint',
    'object-lock',
    'retain',
    'path-style',
    'credentials',
]);
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: ./build/backups/storage/key.js
var key = __webpack_require__(4185);
;// CONCATENATED MODULE: ./build/backups/storage/destination-s3.js




const allowed = 'Parameters: `region`, `endpoint` (https), `object-lock` (governance or compliance) with `retain` (such as 30d), `path-style` (true or false), `credentials` (a prefix of environment variables, such as SECOND).';
const parameters = new Set(['region', 'endpoint', 'object-lock', 'retain', 'path-style', 'credentials']);
/** @throws UserError */
function parseS3Destination(text) {
    const url = parseUrl(text);
    if (url.username !== '' || url.password !== '' || text.line.slice(5).split(/[/?#]/)[0]?.includes('@'))
        throw refused(text, 'it holds credentials', 'Credentials come from the environment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, as aws-actions/configure-aws-credentials sets them.');
    checkParameters(text, url.searchParams);
    const bucket = bucketOf(text, url);
    const prefix = prefixOf(text, url);
    const endpoint = endpointOf(text, url.searchParams.get('endpoint'));
    return {
        kind: 's3',
        location: `s3://${bucket}/${prefix.slice(0, -1)}${endpoint === undefined ? '' : `?endpoint=${endpoint}`}`,
        bucket,
        prefix,
        endpoint,
        region: matching(text, url, { name: 'region', pattern: /^[a-z0-9-]{2,40}$/, example: 'eu-central-1' }),
        pathStyle: pathStyleOf(text, url.searchParams.get('path-style'), {
            // A dot in the name would not match the wildcard of AWS's certificate.
            fallback: endpoint !== undefined || bucket.includes('.'),
        }),
        lock: lockOf(text, url.searchParams),
        credentials: matching(text, url, {
            name: 'credentials',
            pattern: /^[A-Z][A-Z0-9_]{0,40}$/,
            example: 'SECOND, which reads SECOND_AWS_ACCESS_KEY_ID',
        }),
    };
}
function parseUrl(text) {
    if (!/^s3:\/\/[^/?#]/i.test(text.line))
        throw refused(text, 'a bucket is written s3://bucket/prefix');
    try {
        return new URL(text.line);
    }
    catch {
        throw refused(text, 'it is no address; a bucket is written s3://bucket/prefix');
    }
}
function checkParameters(text, given) {
    const names = [...given.keys()];
    for (const name of names) {
        if (!parameters.has(name))
            throw refused(text, `it has no parameter "${name.slice(0, 60)}"`, allowed);
        if (names.indexOf(name) !== names.lastIndexOf(name))
            throw refused(text, `"${name}" is given twice`, allowed);
    }
}
function bucketOf(text, url) {
    const bucket = url.host;
    // AWS: 3 to 63 small letters, digits, dots and hyphens; Google allows underscores.
    if (/^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/.test(bucket) && !bucket.includes('..'))
        return bucket;
    throw refused(text, `"${bucket}" is no name of a bucket (3 to 63 small letters, digits, dots, hyphens)`);
}
function prefixOf(text, url) {
    if (url.hash !== '')
        throw refused(text, 'a prefix with "#" is written "%23"');
    // Before the URL is normalised: "a/../b" would silently mean "b".
    const raw = text.line.replace(/^s3:\/\/[^/?#]*/i, '').replace(/[?#].*$/, '');
    const path = decodedPath(text, raw).replaceAll(/^\/+|\/+$/g, '');
    if (path === '')
        return '';
    if (!(0,key/* isKey */.m0)(path))
        throw refused(text, 'its prefix holds an empty name, "." or ".."');
    return `${path}/`;
}
function decodedPath(text, raw) {
    try {
        return decodeURIComponent(raw);
    }
    catch {
        throw refused(text, 'its prefix is not well percent-encoded');
    }
}
function endpointOf(text, given) {
    if (given === null)
        return undefined;
    const url = URL.canParse(given) ? new URL(given) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
        throw refused(text, 'its `endpoint` is no address such as https://s3.example.com', allowed);
    if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
        throw refused(text, 'its `endpoint` is a host without a path', allowed);
    if (url.protocol === 'http:' && !isNearby(url.hostname))
        throw refused(text, 'its `endpoint` is not encrypted: use https', allowed);
    return url.origin;
}
/** This machine, or a container beside it: the names of service containers have no dot. */
function isNearby(hostname) {
    return hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname) || !/[.:]/.test(hostname);
}
function matching(text, url, expected) {
    const value = url.searchParams.get(expected.name);
    if (value === null || expected.pattern.test(value))
        return value ?? undefined;
    throw refused(text, `its \`${expected.name}\` is not what is expected, such as ${expected.example}`, allowed);
}
function pathStyleOf(text, given, { fallback }) {
    if (given === null)
        return fallback;
    if (given !== 'true' && given !== 'false')
        throw refused(text, 'its `path-style` is neither true nor false', allowed);
    return given === 'true';
}
function lockOf(text, given) {
    const [mode, retain] = [given.get('object-lock'), given.get('retain')];
    if (mode === null && retain === null)
        return undefined;
    if (mode === null || retain === null)
        throw refused(text, '`object-lock` and `retain` are given together', allowed);
    if (mode !== 'governance' && mode !== 'compliance')
        throw refused(text, 'its `object-lock` is neither governance nor compliance', allowed);
    return { mode: mode === 'governance' ? 'GOVERNANCE' : 'COMPLIANCE', retainSeconds: seconds(text, retain) };
}
function seconds(text, retain) {
    try {
        const parsed = (0,duration/* parseDuration */.E)(retain);
        if (parsed > 0 && parsed <= 100 * 366 * 86_400)
            return parsed;
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
    }
    throw refused(text, 'its `retain` is no duration of at most 100 years, such as 30d', allowed);
}

;// CONCATENATED MODULE: ./build/backups/storage/destination.js
/** Where a backup goes, as a user writes it: one destination a line. */




/**
 * Reads the `to` input: one destination a line, empty lines and lines that start with `#` left out.
 * @param mask gets whatever looks like a secret before an error is thrown
 * @throws UserError naming the line and what is allowed, also when there is none or one twice
 */
function parseDestinations(text, mask) {
    const lines = text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    if (lines.length === 0)
        throw new errors/* UserError */.yo('No destination is given.', { hint: allowedDestinations });
    const destinations = lines.map((line) => parseDestination(line, mask));
    const seen = new Set();
    for (const place of destinations.map(describeDestination)) {
        if (seen.has(place))
            throw new errors/* UserError */.yo(`The destination ${place} is given twice.`, {
                hint: 'A second copy helps when it lies somewhere else: another region, account or service.',
            });
        seen.add(place);
    }
    return destinations;
}
/** @throws UserError naming the value, without what looks like a secret in it, and what is allowed */
function parseDestination(line, mask) {
    const text = { line, mask };
    if (line === 'artifact' || line === 'artifact:')
        return { kind: 'artifact' };
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(line)?.[1]?.toLowerCase();
    switch (scheme) {
        case undefined:
            return { kind: 'file', folder: checkFolder(text, line) };
        case 's3':
            return parseS3Destination(text);
        case 'file':
            return { kind: 'file', folder: folderOfUrl(text) };
        case 'release':
            return { kind: 'release', tag: tagOf(text) };
        default:
            throw refused(text, `"${scheme}:" is no kind of destination that is known`);
    }
}
/** For people and for comparison; no secret. */
function describeDestination(destination) {
    switch (destination.kind) {
        case 's3':
            return destination.location;
        case 'file':
            return `file:${destination.folder.startsWith('/') ? '//' : ''}${destination.folder}`;
        case 'release':
            return `release:${destination.tag ?? ''}`;
        case 'artifact':
            return 'artifact';
    }
}
function folderOfUrl(text) {
    if (!text.line.toLowerCase().startsWith('file:///'))
        throw refused(text, 'a folder starts with three slashes, or is a path without "file:"');
    const url = new URL(text.line);
    if (url.search !== '' || url.hash !== '')
        throw refused(text, 'a folder has no "?" or "#" behind it');
    try {
        return checkFolder(text, (0,external_node_url_.fileURLToPath)(url));
    }
    catch (thrown) {
        if (thrown instanceof errors/* UserError */.yo)
            throw thrown;
        throw refused(text, 'its path cannot be read');
    }
}
function checkFolder(text, folder) {
    if (/\p{Cc}/u.test(folder))
        throw refused(text, 'a path has no control characters');
    const plain = folder.replace(/(?<=[^/])\/+$/, '');
    if (plain === '/')
        throw refused(text, 'the root of the file system is no folder for backups');
    return plain;
}
function tagOf(text) {
    const tag = text.line.slice('release:'.length);
    if (tag === '')
        return undefined;
    // https://git-scm.com/docs/git-check-ref-format
    if (/[\s\p{Cc}~^:?*[\\]|\.\.|@\{|^\/|\/$|\.$/u.test(tag))
        throw refused(text, 'what follows "release:" is no name of a tag');
    return tag;
}

;// CONCATENATED MODULE: ./build/backups/storage/open-store.js


/** @throws UserError when the destination lacks something: credentials, a release */
async function openStore(destination, context, places) {
    switch (destination.kind) {
        case 's3': {
            const { createS3Store } = await __webpack_require__.e(/* import() */ 219).then(__webpack_require__.bind(__webpack_require__, 8219));
            return createS3Store(destination, context);
        }
        case 'file': {
            const { folder } = destination;
            const absolute = (0,external_node_path_.isAbsolute)(folder) ? folder : (0,external_node_path_.join)(places.workspace, folder);
            const { createFileStore } = await __webpack_require__.e(/* import() */ 257).then(__webpack_require__.bind(__webpack_require__, 257));
            return createFileStore({ folder: absolute, location: (0,external_node_url_.pathToFileURL)(absolute).href, isPublic: undefined }, context);
        }
        case 'artifact': {
            const { createFileStore } = await __webpack_require__.e(/* import() */ 257).then(__webpack_require__.bind(__webpack_require__, 257));
            return createFileStore({ folder: places.artifactFolder, location: 'artifact', isPublic: places.isRepositoryPublic }, context);
        }
        case 'release': {
            const { openReleaseStore } = await __webpack_require__.e(/* import() */ 145).then(__webpack_require__.bind(__webpack_require__, 7145));
            return openReleaseStore({ place: await places.repository(), tag: destination.tag ?? places.releaseTag }, context);
        }
    }
}

;// CONCATENATED MODULE: ./build/postgres/split-statements.js
/** A script as its statements, at the semicolons that end one. */
/**
 * Strings, quoted names, dollar quotes and comments (nested ones too) are stepped over, as the server's scanner does
 * (src/backend/parser/scan.l). Statements come trimmed and without their semicolon; those of nothing but comments are
 * left out. A backslash escapes in `E'…'` only (`standard_conforming_strings`).
 */
function splitStatements(script) {
    const statements = [];
    let start = 0;
    let at = 0;
    let hasContent = false;
    const finish = (end) => {
        if (hasContent)
            statements.push(script.slice(start, end).trim());
        hasContent = false;
    };
    while (at < script.length) {
        const skipped = endOfQuoted(script, at);
        if (skipped !== undefined) {
            hasContent ||= skipped.isContent;
            at = skipped.end;
        }
        else if (script[at] === ';') {
            finish(at);
            at += 1;
            start = at;
        }
        else {
            hasContent ||= /\S/.test(script[at] ?? '');
            at += 1;
        }
    }
    finish(script.length);
    return statements;
}
/** Undefined where neither a quote nor a comment begins. What is not closed goes on to the end. */
function endOfQuoted(script, at) {
    const rest = script.slice(at, at + 80);
    if (rest.startsWith('--'))
        return { end: endOf(script, at, /[\n\r]|$/g), isContent: false };
    if (rest.startsWith('/*'))
        return { end: endOfComment(script, at), isContent: false };
    if (/^[eE]'/.test(rest) && !isNamePart(script[at - 1]))
        return { end: endOf(script, at + 2, /(?:\\[\s\S]|[^'\\]|'')*(?:'|$)/y), isContent: true };
    if (rest.startsWith("'"))
        return { end: endOf(script, at + 1, /(?:[^']|'')*(?:'|$)/y), isContent: true };
    if (rest.startsWith('"'))
        return { end: endOf(script, at + 1, /(?:[^"]|"")*(?:"|$)/y), isContent: true };
    const tag = isNamePart(script[at - 1])
        ? undefined
        : /^\$(?:[A-Za-z_\u0080-\uFFFF][\w\u0080-\uFFFF]*)?\$/.exec(rest)?.[0];
    if (tag === undefined)
        return undefined;
    const closing = script.indexOf(tag, at + tag.length);
    return { end: closing < 0 ? script.length : closing + tag.length, isContent: true };
}
function endOf(script, from, pattern) {
    pattern.lastIndex = from;
    const found = pattern.exec(script);
    return found === null ? script.length : found.index + found[0].length;
}
function endOfComment(script, at) {
    let depth = 0;
    const marks = /\/\*|\*\//g;
    marks.lastIndex = at;
    for (let mark = marks.exec(script); mark !== null; mark = marks.exec(script)) {
        depth += mark[0] === '/*' ? 1 : -1;
        if (depth === 0)
            return mark.index + 2;
    }
    return script.length;
}
/** `a$b$` is a name, and so is the `e` of `name'`. */
function isNamePart(character) {
    return character !== undefined && /[\w$\u0080-\uFFFF]/.test(character);
}

// EXTERNAL MODULE: ./build/actions/open-github.js + 3 modules
var open_github = __webpack_require__(5936);
;// CONCATENATED MODULE: ./build/actions/stored-backups.js
/** Opens the places where backups are stored, and reads what the actions about them have in common. */














/** @throws UserError for a destination, an identity or a key that cannot be read, and where the series is not clear */
async function openStoredBackups(job, inputs) {
    const identities = inputs.identity === undefined ? undefined : await parseIdentities(inputs.identity);
    for (const key of identities?.keys ?? [])
        job.mask(key);
    const publicKeys = inputs.publicKey === undefined ? [] : parsePublicKeys(inputs.publicKey);
    const stores = await openStores(job, inputs);
    return { stores, series: inputs.series ?? (await onlySeries(stores)), identities, publicKeys };
}
async function openStores(job, inputs) {
    const context = {
        log: job.log,
        signal: job.signal,
        timeoutMs: inputs.timeout * 1000,
        now: job.now,
        fetch: job.fetch,
        mask: job.mask,
        environment: job.environment,
    };
    const places = {
        workspace: job.workspace,
        artifactFolder: (0,external_node_path_.join)(job.stateDirectory, 'backup-artifact'),
        isRepositoryPublic: undefined,
        repository: () => (0,open_github/* openGitHub */.o)(job, inputs),
        releaseTag: job.event.tag || undefined,
    };
    const stores = [];
    for (const destination of parseDestinations(inputs.from, job.mask))
        stores.push(await openStore(destination, context, places));
    return stores;
}
async function onlySeries(stores) {
    const found = new Set();
    for (const store of stores)
        for await (const { key } of store.list('')) {
            const [series = '', ...rest] = key.split('/');
            if (rest.length > 2 && (0,backup_id/* isBackupId */["if"])(rest.at(-2) ?? ''))
                found.add(series);
        }
    const [series, ...others] = [...found].toSorted();
    if (series !== undefined && others.length === 0)
        return series;
    const where = stores.map(({ location }) => location).join(', ');
    throw new errors/* UserError */.yo(series === undefined
        ? `There is no backup in ${where}.`
        : `There are several series of backups in ${where}: ${[series, ...others].join(', ')}.`, { hint: 'Name the one that is meant with `series`.' });
}
/** SQL as it is given, or the content of a file of the workspace. @throws UserError for a file that is none, and for nothing */
function readAssertions(job, text) {
    if (text === undefined)
        return [];
    const path = (0,external_node_path_.resolve)(job.workspace, text);
    const isPath = !/[\s;()]/.test(text);
    if (isPath && !((0,external_node_fs_.existsSync)(path) && (0,external_node_fs_.statSync)(path).isFile()))
        throw new errors/* UserError */.yo(`Input \`assert-sql\`: there is no file "${text}".`, {
            hint: 'Give SQL, or a path below the workspace; is the repository checked out?',
        });
    const statements = splitStatements(isPath ? (0,external_node_fs_.readFileSync)(path, 'utf8') : text);
    if (statements.length > 0)
        return statements;
    throw new errors/* UserError */.yo('Input `assert-sql` holds no statement.', {
        hint: 'Leave it away, or give statements such as `SELECT count(*) > 0 FROM users;`.',
    });
}
/** Everything of a drill but its target. */
function drillParts(job, inputs, parts) {
    const { backups, chosen, assertions } = parts;
    const store = backups.stores.find(({ location }) => location === chosen.location);
    if (store === undefined)
        throw new Error(`There is no store ${chosen.location}.`);
    const jobs = inputs.jobs === 0 ? (0,external_node_os_.availableParallelism)() : inputs.jobs;
    const { log, signal, environment } = job;
    const install = inputs.installClient;
    return {
        subject: storedSubject({
            store,
            backupId: chosen.backupId,
            series: backups.series,
            trust: { publicKeys: backups.publicKeys },
            identities: backups.identities,
            log,
            signal,
        }),
        programs: (backup) => drillPrograms(backup, {
            ...{ environment, log, signal, install },
            allowsUnpatched: inputs.allowUnpatchedPgRestore,
        }),
        facts: databaseFactsReader({ workers: jobs, install }),
        assertions,
        assertionTimeoutMs: inputs.assertTimeout * 1000,
        jobs,
        machine: {
            cores: (0,external_node_os_.availableParallelism)(),
            memoryBytes: (0,external_node_os_.totalmem)(),
            platform: `${process.platform} ${process.arch}`,
        },
    };
}
function restoreContext(job, { timeout }) {
    const { log, signal, now, mask, environment, stateDirectory } = job;
    return { log, signal, now, mask, environment, folder: stateDirectory, timeoutMs: timeout * 1000 };
}


/***/ }),

/***/ 6580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ triggers),
/* harmony export */   cv: () => (/* binding */ takenAtOf),
/* harmony export */   "if": () => (/* binding */ isBackupId),
/* harmony export */   j0: () => (/* binding */ backupFolder)
/* harmony export */ });
/* unused harmony exports backupId, seriesOf */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/** Names of backups: UTC, sortable, nothing that a shell or an object store minds. */

const triggers = ['release', 'scheduled', 'manual'];
/** Such as `app_20261122T050000Z_release_ab12cd3`. */
function backupId({ series, takenAt, trigger, commit }) {
    const at = takenAt
        .toISOString()
        .replace(/\.\d+Z$/, 'Z')
        .replaceAll(/[-:]/g, '');
    return `${series}_${at}_${trigger}_${commit === '' ? 'nocommit' : commit.slice(0, 7)}`;
}
const idPattern = /^(?<series>[A-Za-z0-9][A-Za-z0-9.-]{0,62})_(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})T(?<time>\d{6})Z_(?:release|scheduled|manual)_(?:[0-9a-f]{7}|nocommit)$/;
/** Whether the text has the form of a backup's id. */
function isBackupId(text) {
    return idPattern.test(text);
}
/**
 * The folder of a backup below a destination, without a slash at the end: `app/2026/11/app_20261122T050000Z_…`. The
 * series is a folder of its own, so that `app` and `app-prod` never share a prefix.
 * @throws UserError when the text is no id
 */
function backupFolder(id) {
    const groups = idPattern.exec(id)?.groups;
    if (groups === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`"${id}" is not the id of a backup.`, {
            hint: 'An id looks like `app_20261122T050000Z_release_ab12cd3`.',
        });
    return `${groups.series}/${groups.year}/${groups.month}/${id}`;
}
/** When the backup of that id was taken; undefined when the text is no id or names no moment. */
function takenAtOf(id) {
    const groups = idPattern.exec(id)?.groups;
    if (groups === undefined)
        return undefined;
    const [hour, minute, second] = groups.time?.match(/\d\d/g) ?? [];
    const moment = new Date(`${groups.year}-${groups.month}-${groups.day}T${hour}:${minute}:${second}Z`);
    return Number.isNaN(moment.getTime()) ? undefined : moment;
}
/** A database's name as a series. @throws UserError when nothing is left of it */
function seriesOf(name) {
    const series = name
        .replaceAll(/[^A-Za-z0-9.-]+/g, '-')
        .replaceAll(/^[.-]+|[.-]+$/g, '')
        .slice(0, 63);
    if (series !== '')
        return series;
    throw new UserError(`"${name}" gives no name for a series of backups.`, {
        hint: 'Set the `series` input: letters, digits, dots and hyphens.',
    });
}


/***/ }),

/***/ 8694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ createByteReader),
/* harmony export */   y: () => (/* binding */ collectBytes)
/* harmony export */ });
/** @param source its pieces are not kept longer than until the next read */
function createByteReader(source) {
    const pieces = source[Symbol.asyncIterator]();
    let held = new Uint8Array(0);
    let isOver = false;
    /** Makes `held` non-empty, unless the stream is over. */
    const fill = async () => {
        while (held.length === 0 && !isOver) {
            const { done, value } = await pieces.next();
            if (done === true)
                isOver = true;
            else
                held = value;
        }
        return held.length > 0;
    };
    const next = async (length) => {
        if (!(await fill()))
            return undefined;
        const piece = held.subarray(0, length);
        held = held.subarray(piece.length);
        return piece;
    };
    const take = async (length) => {
        const taken = [];
        let missing = length;
        while (missing > 0) {
            const piece = await next(missing);
            if (piece === undefined)
                break;
            taken.push(Uint8Array.from(piece));
            missing -= piece.length;
        }
        return Buffer.concat(taken);
    };
    const takeUntil = async (delimiter, limit) => {
        let taken = Buffer.alloc(0);
        while (taken.length < limit) {
            const piece = await next(limit - taken.length);
            if (piece === undefined)
                return undefined;
            const from = Math.max(0, taken.length - delimiter.length + 1);
            const joined = Buffer.concat([taken, piece]);
            const found = joined.indexOf(delimiter, from);
            if (found >= 0) {
                const end = found + delimiter.length;
                held = Buffer.concat([joined.subarray(end), held]);
                return joined.subarray(0, end);
            }
            taken = joined;
        }
        return undefined;
    };
    return {
        take,
        next,
        takeUntil,
        async *rest() {
            try {
                for (;;) {
                    const piece = await next(Number.POSITIVE_INFINITY);
                    if (piece === undefined)
                        return;
                    yield piece;
                }
            }
            finally {
                await pieces.return?.();
            }
        },
        async close() {
            isOver = true;
            await pieces.return?.();
        },
    };
}
/** All of a small stream. @returns undefined when there is more than `limit` */
async function collectBytes(source, limit) {
    const pieces = [];
    let bytes = 0;
    for await (const piece of source) {
        bytes += piece.length;
        if (bytes > limit)
            return undefined;
        pieces.push(Uint8Array.from(piece));
    }
    return Buffer.concat(pieces);
}


/***/ }),

/***/ 5763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ BackupDamage)
/* harmony export */ });
/* unused harmony export damageKinds */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/**
 * What can be wrong with a stored backup.
 * - `missing`: the folder, the manifest or an object that the manifest names is not there
 * - `unreadable`: the manifest is no manifest, or of a later release
 * - `misplaced`: the manifest belongs to another backup, so an older one may have been put in its place
 * - `unsigned`, `unknown signer`, `bad signature`: the manifest is not by whom it should be
 * - `truncated`: bytes are missing at the end
 * - `tampered`: the bytes are not those that were stored
 * - `wrong key`: it is whole, and this identity does not open it
 */
const damageKinds = (/* unused pure expression or super */ null && ([
    'missing',
    'unreadable',
    'misplaced',
    'unsigned',
    'unknown signer',
    'bad signature',
    'truncated',
    'tampered',
    'wrong key',
]));
/** A stored backup is not what it must be, or cannot be opened. `kind` is for programs, the message for people. */
class BackupDamage extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    kind;
    constructor(kind, message, options = {}) {
        super(message, options);
        this.kind = kind;
    }
}


/***/ }),

/***/ 132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ chooseDrills),
/* harmony export */   p: () => (/* binding */ nextCopy)
/* harmony export */ });
/** Empty when there is no such backup. */
function chooseDrills(request) {
    const { backups, backupId, hasRandomOlder, seed } = request;
    const first = backupId === undefined ? backups[0] : backups.find(({ id }) => id === backupId);
    if (first === undefined)
        return [];
    const older = backups.slice(backups.indexOf(first) + 1);
    const drawn = hasRandomOlder ? older[draw(seed, older.length)] : undefined;
    const history = [...request.history];
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

/***/ 8206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ drillFindings)
/* harmony export */ });
/* harmony import */ var _report_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6757);
/* harmony import */ var _schema_diff_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1591);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7665);



/** Of one kind; the rest is counted. */
const mostOfAKind = 50;
function drillFindings(outcome) {
    const { record, restored, proof } = outcome;
    const proven = [
        (restored?.problems ?? []).map(({ subject, message }) => (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .h)(_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .restoreFailed */ .iu, { subject, message })),
        (proof?.differences ?? []).map(({ kind, subject, message }) => (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .h)(_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .contentDiffers */ .hB, { subject, message: `${capital(kind)}: ${message}` })),
        schemaFindings(proof?.schema),
        (proof?.corruption ?? []).map((line) => (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .h)(_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .structureDamaged */ .t6, { subject: record.backupId, message: line })),
        (proof?.failedAssertions ?? []).map(({ statement, outcome: gave }) => (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .h)(_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .assertionFailed */ .aD, {
            subject: firstLine(statement),
            message: `It gave ${gave} instead of one row with one boolean, true.`,
            evidence: statement,
        })),
    ].flatMap(bounded);
    return [...proven, ...unexplained(outcome, proven), ...warnings(outcome), ...outcome.programFindings];
}
/** What broke the drill off has no finding of its own yet. */
function unexplained({ record }, proven) {
    if (record.verdict === 'verified' || proven.length > 0)
        return [];
    const rule = record.verdict === 'failed' ? _rules_js__WEBPACK_IMPORTED_MODULE_1__/* .backupDamaged */ .IS : _rules_js__WEBPACK_IMPORTED_MODULE_1__/* .couldNotVerify */ .ke;
    return [(0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .h)(rule, { subject: record.backupId, message: record.reason ?? record.verdict })];
}
function warnings({ record, manifest }) {
    if (record.isSigned || manifest === undefined)
        return [];
    return [
        (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .h)(_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .backupNotAuthenticated */ .xx, {
            subject: record.backupId,
            message: `No public key was given, so the signature of ${record.backupId} was not checked.`,
            fix: 'Sign backups (`signing-key` of `backup`), and give its public half here as `public-key`.',
        }),
    ];
}
function schemaFindings(diff) {
    return (diff?.changes ?? [])
        .filter(({ isWithin }) => !isWithin)
        .map((change) => (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .h)(_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaDiffers */ .vK, {
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

/***/ 1250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   rh: () => (/* binding */ writeRecord),
/* harmony export */   x9: () => (/* binding */ newestVerified)
/* harmony export */ });
/* unused harmony export historyLength */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _backup_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6580);
/* harmony import */ var _drill_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5831);
/* harmony import */ var _drill_record_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6980);
/** The drills of a series, as they were recorded beside its backups. */




/** Enough for years of monthly drills and a chart. */
const historyLength = 60;
/** Newest first. One drill is told once, wherever it is recorded; a record that cannot be read is passed over and told. */
async function readHistory(request) {
    const found = new Map();
    for (const store of request.stores)
        for (const drill of await recordsOf(store, request))
            found.set(drill.id, drill);
    return [...found.values()].toSorted((left, right) => (left.id < right.id ? 1 : -1));
}
async function recordsOf(store, request) {
    const { series, log, signal, atMost = historyLength } = request;
    const keys = [];
    for await (const { key, bytes } of store.list(`${(0,_drill_js__WEBPACK_IMPORTED_MODULE_3__/* .drillFolder */ .ME)(series)}/`)) {
        if (!key.endsWith('.json'))
            continue;
        if (bytes > _drill_record_file_js__WEBPACK_IMPORTED_MODULE_2__/* .longestRecord */ .W_)
            log.warning(`${store.location}/${key} is too large for the record of a drill.`);
        else
            keys.push(key);
        // Sorted by time, so the oldest can be forgotten while they are listed.
        if (keys.length > atMost * 2)
            keys.splice(0, keys.length - atMost);
    }
    const records = [];
    for (const key of keys.toSorted().slice(-atMost)) {
        signal.throwIfAborted();
        const drill = await readRecord(store, key, log);
        if (drill?.series === series)
            records.push(drill);
    }
    return records;
}
async function readRecord(store, key, log) {
    try {
        return (0,_drill_record_file_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRecord */ .Hh)(await readText(await store.read(key)));
    }
    catch (thrown) {
        if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
            throw thrown;
        log.warning(`${store.location}/${key} is passed over: ${thrown.message}`);
        return undefined;
    }
}
async function readText(body) {
    const chunks = [];
    let length = 0;
    for await (const chunk of body) {
        length += chunk.length;
        if (length > _drill_record_file_js__WEBPACK_IMPORTED_MODULE_2__/* .longestRecord */ .W_)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('It is too large for the record of a drill.');
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
/**
 * Writes the record to each store, so that each of them knows what was proved. @returns where it could not be written, and
 * why: a role that may only read is no reason to distrust what was read
 */
async function writeRecord(drill, { stores, log }) {
    const body = Buffer.from((0,_drill_record_file_js__WEBPACK_IMPORTED_MODULE_2__/* .serializeRecord */ .Om)(drill));
    const failed = [];
    for (const store of stores) {
        const key = `${(0,_drill_js__WEBPACK_IMPORTED_MODULE_3__/* .drillFolder */ .ME)(drill.series)}/${drill.id}.json`;
        try {
            await store.write(key, once(body), { bytes: body.length, contentType: 'application/json' });
            log.debug(`Recorded the drill in ${store.location}/${key}`);
        }
        catch (thrown) {
            if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA))
                throw thrown;
            failed.push({ location: store.location, reason: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown) });
        }
    }
    return failed;
}
// A store takes a stream.
async function* once(body) {
    yield body;
}
/** The newest backup, by its snapshot, that a drill has verified. */
function newestVerified(history) {
    return history
        .filter(({ verdict }) => verdict === 'verified')
        .flatMap(({ backupId }) => {
        const takenAt = (0,_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .takenAtOf */ .cv)(backupId);
        return takenAt === undefined ? [] : [{ backupId, takenAt }];
    })
        .toSorted((left, right) => right.takenAt.getTime() - left.takenAt.getTime())[0];
}


/***/ }),

/***/ 6980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   Om: () => (/* binding */ serializeRecord),
/* harmony export */   W_: () => (/* binding */ longestRecord)
/* harmony export */ });
/* unused harmony exports drillShape, drillSchema */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _report_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1634);
/* harmony import */ var _report_visible_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(269);
/* harmony import */ var _backup_id_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6580);
/* harmony import */ var _drill_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5831);
/** A drill's record as JSON: written once beside the backups, read by retention and freshness, strictly. */





/** Bytes; more is not read into memory. */
const longestRecord = 4 * 1024 * 1024;
const most = 10_000;
const lineLength = 1_000;
const line = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(lineLength);
const omission = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ subject: line, reason: line }, {});
const differenceKinds = [
    'table missing',
    'table added',
    'rows differ',
    'content differs',
    'sequence differs',
    'large objects differ',
    'extension differs',
    'invalid object',
    'materialised view not populated',
];
const drillShape = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({
    kind: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('database-actions-drill'),
    version: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(1),
    id: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(200),
    backupId: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(200),
    series: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(63),
    location: line,
    startedAt: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(40),
    finishedAt: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(40),
    verdict: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(..._drill_js__WEBPACK_IMPORTED_MODULE_3__/* .verdicts */ .rY),
    manifestSha256: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(64),
    isSigned: _report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt,
    timings: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ step: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(..._drill_js__WEBPACK_IMPORTED_MODULE_3__/* .drillSteps */ .Dp), seconds: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .finiteNumber */ .vM)(0) }, {}), 20),
    rtoSeconds: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .finiteNumber */ .vM)(0),
    bytes: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(0, Number.MAX_SAFE_INTEGER),
    rows: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(0, Number.MAX_SAFE_INTEGER),
    tables: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(0, Number.MAX_SAFE_INTEGER),
    machine: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ cores: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(0, 100_000), memoryBytes: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .finiteNumber */ .vM)(0), platform: line, target: line }, {}),
    differences: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ kind: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(...differenceKinds), subject: line, message: line }, {}), most),
    notInBackup: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(omission, most),
    notCompared: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(omission, most),
}, { reason: line, rpoSeconds: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .finiteNumber */ .vM)(0) });
/** JSON text with a last line end. Longer lists and texts than are read again are cut. */
function serializeRecord(drill) {
    const { differences, notInBackup, notCompared } = drill;
    const bounded = {
        ...drill,
        differences: differences.slice(0, most),
        notInBackup: notInBackup.slice(0, most),
        notCompared: notCompared.slice(0, most),
    };
    const cut = (_name, value) => typeof value === 'string' ? (0,_report_visible_text_js__WEBPACK_IMPORTED_MODULE_4__/* .cutMiddle */ .it)(value, lineLength) : value;
    return `${JSON.stringify(bounded, cut, 1)}\n`;
}
/** @throws UserError that says where the text is no record of a drill */
function parseRecord(json) {
    const value = parseJson(json);
    if ((0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) && 'version' in value && value.version !== 1)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('The record of the drill is of another release; this one reads version 1.');
    const drill = drillShape.read(value, 'drill');
    if (!(0,_backup_id_js__WEBPACK_IMPORTED_MODULE_2__/* .isBackupId */ ["if"])(drill.backupId))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`drill.backupId "${drill.backupId}" is no backup's id.`);
    for (const at of [drill.startedAt, drill.finishedAt])
        if (Number.isNaN(new Date(at).getTime()))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('The record of the drill names no time.');
    return drill;
}
function parseJson(json) {
    try {
        return JSON.parse(json);
    }
    catch (thrown) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('The record of the drill is not JSON.', { cause: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown) });
    }
}
/** JSON Schema (draft 7). */
function drillSchema() {
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        $id: 'https://raw.githubusercontent.com/neonhub/database-actions/main/docs/schemas/drill.schema.json',
        title: 'Record of a restore drill of NeonHub Database Actions',
        description: 'One restore of one stored backup and what came of it. All text is untrusted.',
        ...drillShape.schema,
    };
}


/***/ }),

/***/ 3893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ drillBlocks),
/* harmony export */   HZ: () => (/* binding */ drillSection),
/* harmony export */   zP: () => (/* binding */ worstVerdict)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3110);
/* harmony import */ var _report_quantity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9362);
/* harmony import */ var _objectives_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(280);
/* harmony import */ var _rto_chart_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3216);
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

/***/ 5831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dp: () => (/* binding */ drillSteps),
/* harmony export */   ME: () => (/* binding */ drillFolder),
/* harmony export */   rY: () => (/* binding */ verdicts)
/* harmony export */ });
/** `could-not-verify`: nothing is proved, neither way; never green. */
const verdicts = ['verified', 'failed', 'could-not-verify'];
const drillSteps = ['download', 'restore', 'analyze', 'compare', 'amcheck', 'assert-sql'];
/** Folder of a series' drill records, below a destination. */
function drillFolder(series) {
    return `${series}/drills`;
}


/***/ }),

/***/ 9670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ gatherBackups)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/backups/backup-id.js
var backup_id = __webpack_require__(6580);
// EXTERNAL MODULE: ./build/backups/byte-reader.js
var byte_reader = __webpack_require__(8694);
// EXTERNAL MODULE: ./build/backups/manifest.js
var manifest = __webpack_require__(8399);
// EXTERNAL MODULE: ./build/backups/manifest-file.js + 2 modules
var manifest_file = __webpack_require__(1427);
// EXTERNAL MODULE: ./build/backups/measured-stream.js
var measured_stream = __webpack_require__(4775);
;// CONCATENATED MODULE: ./build/backups/list-backups.js






/**
 * The backups of one series, newest first by the time in their ids. One bad folder never hides the others. Objects that lie
 * elsewhere, or in folders of another form, are not ours and left out.
 * @throws ExternalError when the store fails
 */
async function listBackups(store, series, { newest = Number.POSITIVE_INFINITY, atOnce = 8 } = {}) {
    const folders = await foldersOf(store, series);
    const listed = [];
    let complete = 0;
    for (let index = 0; index < folders.length && complete < newest; index += atOnce) {
        const batch = await Promise.all(folders.slice(index, index + atOnce).map((folder) => examine(store, folder)));
        for (const backup of batch) {
            if (complete >= newest)
                break;
            if (backup.kind === 'complete')
                complete += 1;
            listed.push(backup);
        }
    }
    return listed;
}
async function foldersOf(store, series) {
    const folders = new Map();
    for await (const object of store.list(`${series}/`)) {
        const folder = object.key.slice(0, Math.max(0, object.key.lastIndexOf('/')));
        const id = folder.slice(folder.lastIndexOf('/') + 1);
        if (!(0,backup_id/* isBackupId */["if"])(id) || (0,backup_id/* backupFolder */.j0)(id) !== folder || !folder.startsWith(`${series}/`))
            continue;
        const objects = folders.get(id);
        if (objects === undefined)
            folders.set(id, [object]);
        else
            objects.push(object);
    }
    return [...folders]
        .map(([id, objects]) => ({ id, folder: (0,backup_id/* backupFolder */.j0)(id), objects }))
        .toSorted((left, right) => (left.id < right.id ? 1 : -1));
}
async function examine(store, listed) {
    const key = `${listed.folder}/${manifest/* manifestName */.vS}`;
    if (!listed.objects.some((object) => object.key === key))
        return { kind: 'unfinished', ...listed };
    try {
        const bytes = await (0,byte_reader/* collectBytes */.y)(await store.read(key), manifest_file/* longestManifest */.Ev);
        if (bytes === undefined)
            throw new errors/* UserError */.yo(`The manifest has more than ${manifest_file/* longestManifest */.Ev} bytes.`);
        const manifest = (0,manifest_file/* parseManifest */.Ng)(bytes);
        if (manifest.id !== listed.id)
            throw new errors/* UserError */.yo(`The manifest belongs to the backup ${manifest.id}.`);
        return { kind: 'complete', ...listed, summary: summaryOf(manifest), manifestSha256: (0,measured_stream/* sha256Of */.B)(bytes) };
    }
    catch (thrown) {
        if (thrown instanceof errors/* ExternalError */.yA || !(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        return { kind: 'unreadable', ...listed, reason: (0,errors/* errorMessage */.gJ)(thrown) };
    }
}
function summaryOf({ facts, dump, ...manifest }) {
    const { files: _long, ...description } = dump;
    return {
        ...manifest,
        dump: description,
        tables: facts.tables.length,
        rows: facts.tables.reduce((sum, { rows }) => sum + rows, 0),
    };
}

;// CONCATENATED MODULE: ./build/backups/drill/gather-backups.js
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
        for (const backup of await listBackups(store, series, { newest: mostBackups })) {
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
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3110);
/* harmony import */ var _report_rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6757);
/* harmony import */ var _drill_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1250);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7665);
/** How long a restore may take and how much may be lost, held against what was measured. */




/** A time that was measured of a drill that did not verify says nothing. */
function rtoFindings(record, { maxRto }) {
    if (record.verdict !== 'verified' || maxRto === 0 || record.rtoSeconds <= maxRto)
        return [];
    return [
        (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .findingOf */ .h)(_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .rtoExceeded */ .z3, {
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
            (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .findingOf */ .h)(_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .neverVerified */ .PN, {
                subject: series,
                message: `No backup of ${series} was ever verified by a drill.`,
                fix: 'Run `verify-backup` on a schedule, once a month at least.',
            }),
        ];
    if (maxRpo === 0 || rpo <= maxRpo)
        return [];
    return [
        (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .findingOf */ .h)(_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .rpoExceeded */ .JE, {
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
            (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .findingOf */ .h)(_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .backupStale */ .Gm, { subject: series, message: `There is no backup of ${series} at all.`, fix }),
        ];
    const age = Math.round((now.getTime() - newestTakenAt.getTime()) / 1000);
    if (maxAge === 0 || age <= maxAge)
        return [];
    return [
        (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .findingOf */ .h)(_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .backupStale */ .Gm, {
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

/***/ 3216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ rtoSvg),
/* harmony export */   zl: () => (/* binding */ rtoDiagram)
/* harmony export */ });
/* unused harmony export mostBars */
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3110);
/* harmony import */ var _report_visible_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(269);
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

/***/ 7665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ drillNotRecorded),
/* harmony export */   Gm: () => (/* binding */ backupStale),
/* harmony export */   IS: () => (/* binding */ backupDamaged),
/* harmony export */   JE: () => (/* binding */ rpoExceeded),
/* harmony export */   PN: () => (/* binding */ neverVerified),
/* harmony export */   R5: () => (/* binding */ unpatchedRestoreProgram),
/* harmony export */   aD: () => (/* binding */ assertionFailed),
/* harmony export */   hB: () => (/* binding */ contentDiffers),
/* harmony export */   iu: () => (/* binding */ restoreFailed),
/* harmony export */   ke: () => (/* binding */ couldNotVerify),
/* harmony export */   t6: () => (/* binding */ structureDamaged),
/* harmony export */   vK: () => (/* binding */ schemaDiffers),
/* harmony export */   xx: () => (/* binding */ backupNotAuthenticated),
/* harmony export */   z3: () => (/* binding */ rtoExceeded)
/* harmony export */ });
/* unused harmony export drillRules */
const backupDamaged = {
    id: 'backup-damaged',
    title: 'The stored backup is not what was stored, or not by whom it should be',
    severity: 'error',
    why: 'Its signature or a hash does not match. No byte of it was given to pg_restore.',
};
const restoreFailed = {
    id: 'restore-failed',
    title: 'Something of the backup does not go into an empty database',
    severity: 'error',
    why: 'pg_restore goes on after an error, and what is missing then shows weeks later. Every error counts.',
};
const contentDiffers = {
    id: 'restored-content-differs',
    title: 'A restored table, sequence or extension is not what was dumped',
    severity: 'error',
    why: 'Counts and hashes of every table were taken at the snapshot of the dump; the copy must have the same.',
};
const schemaDiffers = {
    id: 'restored-schema-differs',
    title: 'The schema of the copy is not that of the source',
    severity: 'error',
    why: 'A lost constraint, index, trigger or policy changes no row, and is noticed when it is needed.',
};
const structureDamaged = {
    id: 'restored-structure-damaged',
    title: 'amcheck finds damage in a restored table or index',
    severity: 'error',
    why: 'The rows read well and an index would still miss some of them.',
};
const assertionFailed = {
    id: 'assertion-failed',
    title: 'A statement of `assert-sql` did not return true',
    severity: 'error',
    why: 'Each statement must return one row with one boolean, true. Anything else is a failure, an error too.',
};
const couldNotVerify = {
    id: 'could-not-verify',
    title: 'The backup could not be restored here, so nothing is proved',
    severity: 'error',
    why: 'A check that did not run must not look like one that passed.',
};
const backupNotAuthenticated = {
    id: 'backup-not-authenticated',
    title: 'Nothing proves who made the backup',
    severity: 'warning',
    why: 'Hashes find accidents. Whoever can write to the store can write matching hashes too; a signature cannot be forged.',
};
const rtoExceeded = {
    id: 'rto-exceeded',
    title: 'The restore takes longer than `max-rto`',
    severity: 'error',
    why: 'It was measured from the download to the last comparison; a real loss takes longer, not shorter.',
};
const rpoExceeded = {
    id: 'rpo-exceeded',
    title: 'The newest verified backup is older than `max-rpo`',
    severity: 'error',
    why: 'What was written since would be lost. It is counted from the snapshot of the dump, not from the end of the upload, and only verified backups count.',
};
const neverVerified = {
    id: 'never-verified',
    title: 'No backup of the series was ever verified',
    severity: 'error',
    why: 'A backup that was never restored is a hope.',
};
const backupStale = {
    id: 'backup-stale',
    title: 'The newest backup is older than `max-age`',
    severity: 'error',
    why: 'The scheduled backup does not run: GitHub disables schedules of repositories without activity, and drops late runs.',
};
const drillNotRecorded = {
    id: 'drill-not-recorded',
    title: 'The outcome of the drill could not be written beside the backups',
    severity: 'warning',
    why: 'Retention and freshness know only of recorded drills.',
};
/** For the documentation; those about the version of pg_restore are in `security-findings.ts`. */
const unpatchedRestoreProgram = {
    id: 'pg-restore-unpatched',
    title: 'pg_restore lacks a security fix',
    severity: 'error',
    why: 'A crafted archive runs code on the machine that restores it (CVE-2026-116314). A warning only where a signature proves who wrote the archive.',
};
const drillRules = [
    backupDamaged,
    restoreFailed,
    contentDiffers,
    schemaDiffers,
    structureDamaged,
    assertionFailed,
    couldNotVerify,
    backupNotAuthenticated,
    unpatchedRestoreProgram,
    rtoExceeded,
    rpoExceeded,
    neverVerified,
    backupStale,
    drillNotRecorded,
];


/***/ }),

/***/ 8237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ describeOutcome),
  B: () => (/* binding */ runDrill)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/postgres/libpq-environment.js
var libpq_environment = __webpack_require__(1962);
// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(9362);
// EXTERNAL MODULE: ./build/backups/damage.js
var damage = __webpack_require__(5763);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/postgres/connect.js + 5 modules
var connect = __webpack_require__(9397);
// EXTERNAL MODULE: ./build/schema/diff-snapshots.js + 5 modules
var diff_snapshots = __webpack_require__(8189);
// EXTERNAL MODULE: ./build/schema/read-snapshot.js + 9 modules
var read_snapshot = __webpack_require__(4996);
// EXTERNAL MODULE: ./build/postgres/client-process.js
var client_process = __webpack_require__(2935);
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
        argv: ['--install-missing', '--heapallindexed', `--jobs=${jobs}`, '--no-password'],
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

// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(7929);
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
        return `error ${state}: ${(0,errors/* errorMessage */.gJ)(thrown)}`;
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
/** Holds a restored copy against what was dumped: content, schema, structure, and the user's own questions. */






/** Every part is done, whatever another one found. The amcheck comes last: it makes an extension in the copy. */
async function proveCopy(request, context) {
    const { stopwatch, assertions } = request;
    await stopwatch.time('analyze', () => analyze(request, context));
    const compared = await stopwatch.time('compare', () => compare(request, context));
    const failedAssertions = assertions.length === 0 ? [] : await stopwatch.time('assert-sql', () => askUser(request, context));
    const checked = await stopwatch.time('amcheck', () => runAmcheck({ ...request, program: request.amcheck, jobs: (0,external_node_os_.cpus)().length }, context));
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
/** As after any real restore: a dump brings no statistics, and without them the first queries would be slow. */
async function analyze(request, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = prove_copy_addDisposableResource(env_1, await prove_copy_open(request, context, { statementTimeoutMs: 0 }), true);
        await session.query('ANALYZE');
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
async function compare(request, context) {
    const { manifest, facts, target, schema } = request;
    const actual = await facts.read(target, manifest, context);
    const { differences, notCompared } = facts.compare(manifest.facts, actual);
    const diff = schema === undefined ? undefined : await diffSchema(request, schema, context);
    return {
        differences,
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
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const session = prove_copy_addDisposableResource(env_2, await prove_copy_open(request, context, { statementTimeoutMs: 0 }), true);
        const copy = await (0,read_snapshot/* readSnapshot */.R)(session, schema.scope === null ? {} : { schemas: schema.scope });
        const ignoreAttributes = ['tablespace', ...(request.hasOwners ? [] : ['owner', 'grants'])];
        const diff = (0,diff_snapshots/* diffSnapshots */.V)(schema, copy, { exclude: notRestored(request), ignoreAttributes });
        return { ...diff, changes: diff.changes.filter((change) => !isOtherVersion(change)) };
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
    const env_3 = { stack: [], error: void 0, hasError: false };
    try {
        const session = prove_copy_addDisposableResource(env_3, await prove_copy_open(request, context, {
            isReadOnly: true,
            statementTimeoutMs: request.assertionTimeoutMs,
        }), true);
        return await runAssertions(session, request.assertions);
    }
    catch (e_3) {
        env_3.error = e_3;
        env_3.hasError = true;
    }
    finally {
        const result_3 = prove_copy_disposeResources(env_3);
        if (result_3)
            await result_3;
    }
}

// EXTERNAL MODULE: ./build/postgres/row.js
var postgres_row = __webpack_require__(1290);
// EXTERNAL MODULE: ./build/backups/restore/restore-target.js
var restore_target = __webpack_require__(6561);
// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(3110);
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
    const first = message.replace(/: ".*"$/s, ': "…"').replaceAll(/=\(.*?\)/g, '=(…)');
    return first.length <= longestMessage ? first : `${first.slice(0, longestMessage - 1)}…`;
}

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
    await requireSpace(backup.manifest, folder);
    const dump = await backup.fetch(folder);
    found.dump = dump;
    return { backup, dump };
}
/** The dump as it is stored and unpacked. Restored tables are the target's matter, which may be elsewhere. */
async function requireSpace({ files, dump }, folder) {
    const unpacked = dump.files.reduce((sum, { bytes }) => sum + bytes, 0);
    const stored = files.reduce((sum, { bytes }) => sum + bytes, 0);
    const needed = Math.max(unpacked, stored);
    const { bavail, bsize } = await (0,promises_.statfs)(folder);
    const free = bavail * bsize;
    if (needed <= free)
        return;
    throw new restore_target/* UnfitTargetError */.g(`The dump needs ${(0,quantity/* formatBytes */.z3)(needed)} on the disk of ${folder}, where ${(0,quantity/* formatBytes */.z3)(free)} are free.`, { hint: 'Use a larger runner, or point RUNNER_TEMP at a larger disk.' });
}
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

/***/ 1427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ev: () => (/* binding */ longestManifest),
  Ng: () => (/* binding */ parseManifest)
});

// UNUSED EXPORTS: manifestSchema, serializeManifest

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/guard.js
var guard = __webpack_require__(1753);
// EXTERNAL MODULE: ./build/backups/manifest.js
var backups_manifest = __webpack_require__(8399);
// EXTERNAL MODULE: ./build/report/shape.js
var shape = __webpack_require__(1634);
// EXTERNAL MODULE: ./build/backups/backup-id.js
var backup_id = __webpack_require__(6580);
;// CONCATENATED MODULE: ./build/backups/proof/database-facts.js
/** What a database holds at one exported snapshot, as far as a restored copy is held against it. */
/**
 * What a row is hashed as; fingerprints of two algorithms never agree. `row-text`: by the server, the sum of
 * `hashtextextended(row::text, 0)` under the settings of `fingerprint-settings.ts`. `copy-lines`: of the lines of COPY,
 * see `copy-line-hash.ts`.
 */
const fingerprintAlgorithms = ['row-text', 'copy-lines'];
/** How strong the proof is: taken from the source at the dump's snapshot, from the dump itself, or not at all. */
const proofModes = ['source', 'archive', 'none'];

;// CONCATENATED MODULE: ./build/backups/manifest-shape.js
/** The shape of a manifest, for reading it and for its JSON schema. */




/** Entries of any list: a database of a million tables fits, and a list without end does not. */
const most = 2_000_000;
const bytes = (0,shape/* wholeNumber */.rD)(0, Number.MAX_SAFE_INTEGER);
const identifier = (0,shape/* text */.Qq)(1_000);
const line = (0,shape/* text */.Qq)(4_000);
/** Text of one form. @param what for the error: "a SHA-256 in hex" */
function textLike(pattern, what) {
    return {
        schema: { type: 'string', pattern: pattern.source },
        accepts: (value) => typeof value === 'string' && pattern.test(value),
        read(value, path) {
            if (typeof value === 'string' && pattern.test(value))
                return value;
            throw new errors/* UserError */.yo(`${path} is not ${what}.`);
        },
    };
}
const sha256Shape = textLike(/^[0-9a-f]{64}$/, 'a SHA-256 in hex');
const decimal = textLike(/^-?\d{1,60}$/, 'a whole number in decimal digits');
/** A name that is safe as a file's on any system. */
const fileName = textLike(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, 'the name of a file');
const lsn = textLike(/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/, 'a position in the WAL');
const commit = textLike(/^(?:[0-9a-f]{40}|[0-9a-f]{64}|)$/, 'a commit in full, or empty');
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/;
const instant = {
    schema: { type: 'string', format: 'date-time', pattern: instantPattern.source },
    accepts: (value) => typeof value === 'string' && isInstant(value),
    read(value, path) {
        if (typeof value === 'string' && isInstant(value))
            return value;
        throw new errors/* UserError */.yo(`${path} is not a time such as 2026-11-22T05:00:00Z.`);
    },
};
function isInstant(value) {
    return instantPattern.test(value) && !Number.isNaN(Date.parse(value));
}
const backupId = {
    ...textLike(/^[A-Za-z0-9.-]+_\d{8}T\d{6}Z_[a-z]+_[0-9a-z]+$/, 'the id of a backup'),
    accepts: (value) => typeof value === 'string' && (0,backup_id/* isBackupId */["if"])(value),
    read(value, path) {
        if (typeof value === 'string' && (0,backup_id/* isBackupId */["if"])(value))
            return value;
        throw new errors/* UserError */.yo(`${path} is not the id of a backup.`);
    },
};
const omission = (0,shape/* record */.g1)({ subject: line, reason: line }, {});
const factsShape = (0,shape/* record */.g1)({
    algorithm: (0,shape/* choice */.Yq)(...fingerprintAlgorithms),
    tables: (0,shape/* listOf */.c3)((0,shape/* record */.g1)({ schema: identifier, name: identifier, rows: bytes, hash: decimal, bytes }, {}), most),
    materialisedViews: (0,shape/* listOf */.c3)((0,shape/* record */.g1)({ schema: identifier, name: identifier, isPopulated: shape/* flag */.Jt }, {}), most),
    sequences: (0,shape/* listOf */.c3)((0,shape/* record */.g1)({ schema: identifier, name: identifier, lastValue: decimal, isCalled: shape/* flag */.Jt }, {}), most),
    largeObjects: (0,shape/* record */.g1)({ count: bytes, bytes, hash: decimal }, {}),
    extensions: (0,shape/* listOf */.c3)((0,shape/* record */.g1)({ name: identifier, version: identifier }, {}), most),
    roles: (0,shape/* listOf */.c3)(identifier, most),
    settings: (0,shape/* listOf */.c3)(line, most),
    collations: (0,shape/* listOf */.c3)((0,shape/* record */.g1)({ name: identifier, version: identifier }, {}), most),
    invalidObjects: (0,shape/* listOf */.c3)(line, most),
    notCompared: (0,shape/* listOf */.c3)(omission, most),
}, {});
const dumpShape = (0,shape/* record */.g1)({
    format: (0,shape/* choice */.Yq)('directory', 'custom'),
    compression: identifier,
    jobs: (0,shape/* wholeNumber */.rD)(1, 10_000),
    options: (0,shape/* listOf */.c3)(line, 100_000),
    client: identifier,
    clientVersion: (0,shape/* wholeNumber */.rD)(90_000, 9_999_999),
    files: (0,shape/* listOf */.c3)((0,shape/* record */.g1)({ name: fileName, bytes, sha256: sha256Shape }, {}), most),
}, {});
const originShape = (0,shape/* record */.g1)({ trigger: (0,shape/* choice */.Yq)(...backup_id/* triggers */.G), repository: identifier, commit }, { tag: identifier, migrationHead: identifier, run: line });
const encryptionNone = (0,shape/* record */.g1)({ kind: (0,shape/* choice */.Yq)('none') }, {});
/** A post-quantum recipient has 1,960 characters. */
const encryptionAge = (0,shape/* record */.g1)({ kind: (0,shape/* choice */.Yq)('age'), recipients: (0,shape/* listOf */.c3)((0,shape/* text */.Qq)(3_000), 1_000) }, {});
const encryptionShape = {
    schema: { anyOf: [encryptionNone.schema, encryptionAge.schema] },
    accepts: (value) => encryptionNone.accepts(value) || encryptionAge.accepts(value),
    read: (value, path) => encryptionNone.accepts(value) ? encryptionNone.read(value, path) : encryptionAge.read(value, path),
};
const manifestKind = 'database-actions-backup';
const manifestVersion = 1;
const manifest_shape_manifestShape = (0,shape/* record */.g1)({
    kind: (0,shape/* choice */.Yq)(manifestKind),
    version: (0,shape/* choice */.Yq)(manifestVersion),
    id: backupId,
    series: identifier,
    database: identifier,
    origin: originShape,
    server: (0,shape/* record */.g1)({
        versionNumber: (0,shape/* wholeNumber */.rD)(90_000, 9_999_999),
        version: identifier,
        encoding: identifier,
        locale: identifier,
    }, {}),
    snapshot: (0,shape/* record */.g1)({ takenAt: instant }, { lsn }),
    finishedAt: instant,
    dump: dumpShape,
    encryption: encryptionShape,
    files: (0,shape/* listOf */.c3)((0,shape/* record */.g1)({ name: fileName, role: (0,shape/* choice */.Yq)('dump', 'schema', 'recovery'), bytes, sha256: sha256Shape }, { plain: (0,shape/* record */.g1)({ bytes, sha256: sha256Shape }, {}) }), 100),
    proof: (0,shape/* choice */.Yq)(...proofModes),
    facts: factsShape,
    notInBackup: (0,shape/* listOf */.c3)(omission, most),
    seconds: (0,shape/* record */.g1)({ dump: (0,shape/* finiteNumber */.vM)(0), proof: (0,shape/* finiteNumber */.vM)(0), store: (0,shape/* finiteNumber */.vM)(0) }, {}),
}, { keep: (0,shape/* choice */.Yq)('forever') });

;// CONCATENATED MODULE: ./build/backups/manifest-file.js




/** A manifest of 200,000 tables has less; more is not read into memory. */
const longestManifest = 128 * 1024 * 1024;
/**
 * The bytes that are stored and signed: UTF-8, fields in the order of the shape, one table and one file a line. The same
 * manifest gives the same bytes.
 * @throws UserError when the manifest contradicts itself
 */
function serializeManifest(manifest) {
    const checked = manifestShape.read(manifest, 'manifest');
    checkManifest(checked);
    const bytes = Buffer.from(`${rendered(checked, 0)}\n`);
    if (bytes.length > longestManifest)
        throw new UserError(`The backup's manifest has ${bytes.length} bytes, more than ${longestManifest}.`);
    return bytes;
}
/** @throws UserError for what is no manifest, for one of a later release, and for a damaged one, with the place */
function parseManifest(bytes) {
    const value = parseJson(bytes);
    if (!(0,guard/* isRecord */.u4)(value) || value.kind !== manifestKind)
        throw new errors/* UserError */.yo('This is no manifest of a backup.', {
            hint: `A manifest is JSON with "kind": "${manifestKind}".`,
        });
    if (value.version !== manifestVersion)
        throw new errors/* UserError */.yo(`The manifest has version ${shortJson(value.version)}; this release reads version ${manifestVersion}.`, { hint: 'Use the release that made the backup, or a later one.' });
    const manifest = manifest_shape_manifestShape.read(value, 'manifest');
    checkManifest(manifest);
    return manifest;
}
function parseJson(bytes) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (thrown) {
        // The parser's own message quotes the text.
        throw new errors/* UserError */.yo('The manifest is not JSON; is it whole?', {
            cause: thrown instanceof SyntaxError ? 'SyntaxError' : (0,errors/* errorMessage */.gJ)(thrown),
        });
    }
}
function shortJson(value) {
    return (JSON.stringify(value) ?? 'none').slice(0, 40);
}
/** What the shape cannot say: that the parts belong together. */
function checkManifest(manifest) {
    const { id, series, files, dump, encryption } = manifest;
    if (!id.startsWith(`${series}_`))
        throw new errors/* UserError */.yo(`The manifest's id ${id} does not belong to its series.`);
    requireUnique(files, 'manifest.files');
    requireUnique(dump.files, 'manifest.dump.files');
    const taken = files.find(({ name }) => name === backups_manifest/* manifestName */.vS || name === backups_manifest/* signatureName */.S1);
    if (taken !== undefined)
        throw new errors/* UserError */.yo(`The manifest names ${taken.name} as a file of the backup.`);
    if (files.filter(({ role }) => role === 'dump').length !== 1)
        throw new errors/* UserError */.yo('The manifest does not name exactly one dump.');
    if (dump.format === 'directory' && !dump.files.some(({ name }) => name === 'toc.dat'))
        throw new errors/* UserError */.yo('The manifest names no `toc.dat` in the dump.');
    const isEncrypted = encryption.kind === 'age';
    const wrong = files.find(({ role, plain }) => role !== 'recovery' && (plain !== undefined) !== isEncrypted);
    if (wrong !== undefined)
        throw new errors/* UserError */.yo(`The manifest contradicts itself on whether ${wrong.name} is encrypted.`);
}
function requireUnique(files, path) {
    const seen = new Set();
    for (const { name } of files) {
        if (seen.has(name))
            throw new errors/* UserError */.yo(`${path} names ${name} twice.`);
        seen.add(name);
    }
}
/** Lists of objects one entry a line, so that two manifests can be compared by eye and by `diff`. */
function rendered(value, depth) {
    if (Array.isArray(value) && value.length > 0 && value.every(isRecord))
        return `[\n${value.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;
    if (!isRecord(value) || depth > 1)
        return JSON.stringify(value);
    const fields = Object.entries(value)
        .filter(([, field]) => field !== undefined)
        .map(([name, field]) => `${JSON.stringify(name)}: ${rendered(field, depth + 1)}`);
    return `{\n${fields.join(',\n')}\n}`;
}
/** JSON Schema (draft 7) of a manifest. */
function manifestSchema() {
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        $id: 'https://raw.githubusercontent.com/neonhub/database-actions/main/docs/schemas/backup-manifest.schema.json',
        title: 'Manifest of a backup of NeonHub Database Actions',
        description: 'What a backup is and what its content must be. Written last: a folder without it is no backup. All text is untrusted until the signature is checked.',
        ...manifestShape.schema,
    };
}


/***/ }),

/***/ 8399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S1: () => (/* binding */ signatureName),
/* harmony export */   tQ: () => (/* binding */ recoveryName),
/* harmony export */   vS: () => (/* binding */ manifestName)
/* harmony export */ });
/** Names inside a backup's folder. The manifest is written last: a folder without it is no backup. */
const manifestName = 'manifest.json';
const signatureName = 'manifest.sig';
const recoveryName = 'RECOVERY.md';


/***/ }),

/***/ 4775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ sha256Of),
/* harmony export */   j: () => (/* binding */ measured)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** The same bytes, counted and hashed as they pass. */
function measured(source) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let bytes = 0;
    async function* pass() {
        for await (const piece of source) {
            hash.update(piece);
            bytes += piece.length;
            yield piece;
        }
    }
    return { [Symbol.asyncIterator]: pass, measure: () => ({ bytes, sha256: hash.digest('hex') }) };
}
/** Hex SHA-256 of bytes that are all there. */
function sha256Of(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}


/***/ }),

/***/ 3980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bi: () => (/* binding */ createEmptyDatabase),
  Zi: () => (/* binding */ dropDatabase),
  A0: () => (/* binding */ hasDatabase),
  Wt: () => (/* binding */ replaceDatabase),
  OW: () => (/* binding */ useEmptyDatabase)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/postgres/connect.js + 5 modules
var connect = __webpack_require__(9397);
// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(6967);
// EXTERNAL MODULE: ./build/postgres/pooler.js
var pooler = __webpack_require__(4045);
// EXTERNAL MODULE: ./build/postgres/row.js
var postgres_row = __webpack_require__(1290);
// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(7929);
;// CONCATENATED MODULE: ./build/backups/restore/restore-roles.js



/**
 * Makes the roles that are missing, without login, where `mayCreate`. Names that start with `pg_` are the server's own:
 * they are there, or this version has none of that name.
 */
async function prepareRoles(session, names, mayCreate) {
    const wanted = [...new Set(names)].toSorted();
    const rows = await session.query('SELECT rolname::text AS name FROM pg_catalog.pg_roles WHERE rolname = ANY ($1::text[])', [wanted]);
    const present = new Set(rows.map((row) => (0,postgres_row/* text */.Qq)(row, 'name')));
    const absent = wanted.filter((name) => !present.has(name));
    const made = [];
    for (const name of mayCreate ? absent.filter((one) => !one.startsWith('pg_')) : [])
        if (await makeRole(session, name))
            made.push(name);
    const isMade = new Set(made);
    const missing = mayCreate ? absent.filter((name) => name.startsWith('pg_')) : absent;
    return { made, missing: missing.filter((name) => !isMade.has(name)) };
}
/** False when another run made it in between: then it is not ours to drop. */
async function makeRole(session, name) {
    try {
        await session.query(`CREATE ROLE ${(0,identifier/* quoteIdentifier */.C)(name)} NOLOGIN`);
        return true;
    }
    catch (thrown) {
        if ((0,sqlstate/* sqlStateOf */.v9)(thrown) === sqlstate/* sqlState */.cn.duplicateObject)
            return false;
        throw thrown;
    }
}
/** After the database is gone. One that something else has come to depend on stays. @returns those that stayed */
async function dropRoles(session, names) {
    const stayed = [];
    for (const name of names) {
        try {
            await session.query(`DROP ROLE IF EXISTS ${(0,identifier/* quoteIdentifier */.C)(name)}`);
        }
        catch (thrown) {
            if ((0,sqlstate/* sqlStateOf */.v9)(thrown) !== sqlstate/* sqlState */.cn.dependentObjectsStillExist)
                throw thrown;
            stayed.push(name);
        }
    }
    return stayed;
}

// EXTERNAL MODULE: ./build/backups/restore/restore-target.js
var restore_target = __webpack_require__(6561);
;// CONCATENATED MODULE: ./build/backups/restore/empty-database.js
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
/** A database for one restore on a server that runs already: made empty, like the source, and dropped afterwards. */









/**
 * Makes the database with the source's encoding and locale; a locale that the server does not have is left away and
 * told. @throws UnfitTargetError when the role may not create databases, or the name is taken
 */
async function createEmptyDatabase(request, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { serverUri, database, description, isThrownAway } = request;
        for (const secret of (0,connection_uri/* secretsOf */.Fj)(serverUri))
            context.mask(secret);
        (0,pooler/* assertDirectUri */.UH)(serverUri);
        const session = __addDisposableResource(env_1, await administer(serverUri, context), true);
        const [rights = {}] = await session.query('SELECT rolsuper, rolcreaterole FROM pg_catalog.pg_roles WHERE rolname = current_user');
        const omissions = await create(session, request);
        const major = (0,restore_target/* majorOf */.D)(session.serverVersion);
        const isSuperuser = (0,postgres_row/* truth */.Im)(rights, 'rolsuper');
        const mayMakeRoles = request.roles === 'make' && (isSuperuser || (0,postgres_row/* truth */.Im)(rights, 'rolcreaterole'));
        const made = [];
        return {
            uri: (0,connection_uri/* withDatabase */.kR)(serverUri, database),
            database,
            serverVersion: session.serverVersion,
            description: `${description}, PostgreSQL ${major}.${session.serverVersion % 10_000}`,
            isSuperuser,
            omissions,
            async prepareRoles(names) {
                const env_2 = { stack: [], error: void 0, hasError: false };
                try {
                    const own = __addDisposableResource(env_2, await administer(serverUri, context), true);
                    const roles = await prepareRoles(own, names, mayMakeRoles);
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
/** A database that somebody else has made for the restore. @throws UnfitTargetError when it is not empty */
async function useEmptyDatabase({ uri, server, description, roles }, context) {
    const env_3 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_3, await administer(uri, context), true);
        const [facts = {}] = await session.query(emptinessQuery);
        const { database } = (0,connection_uri/* parseConnectionUri */.sq)(uri);
        if ((0,postgres_row/* truth */.Im)(facts, 'has_relations'))
            throw new restore_target/* UnfitTargetError */.g(`The database "${database}" is not empty.`, {
                hint: 'Nothing that exists is restored over. Choose another name.',
            });
        const major = (0,restore_target/* majorOf */.D)(session.serverVersion);
        const isSuperuser = (0,postgres_row/* truth */.Im)(facts, 'is_superuser');
        const mayMakeRoles = roles === 'make' && (isSuperuser || (0,postgres_row/* truth */.Im)(facts, 'may_create_roles'));
        return {
            uri,
            database,
            serverVersion: session.serverVersion,
            description: `${description}, PostgreSQL ${major}.${session.serverVersion % 10_000}`,
            isSuperuser,
            omissions: otherLocale(server, { encoding: (0,postgres_row/* text */.Qq)(facts, 'encoding'), locale: (0,postgres_row/* text */.Qq)(facts, 'locale') }),
            async prepareRoles(names) {
                const env_4 = { stack: [], error: void 0, hasError: false };
                try {
                    const own = __addDisposableResource(env_4, await administer(uri, context), true);
                    // Awaited here: the session ends with this function.
                    return await prepareRoles(own, names, mayMakeRoles);
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
            },
            [Symbol.asyncDispose]: () => Promise.resolve(),
        };
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
/** The database that the URI names need not be there; `postgres` is, everywhere. */
function administer(serverUri, context) {
    return (0,connect/* connectWhenReady */.y)({
        uri: serverUri,
        applicationName: 'database-actions/restore',
        signal: context.signal,
        timeoutMs: context.timeoutMs,
        log: context.log,
        settings: { statementTimeoutMs: context.timeoutMs, lockTimeoutMs: context.timeoutMs },
    });
}
async function create(session, { database, server }) {
    const base = `CREATE DATABASE ${(0,identifier/* quoteIdentifier */.C)(database)} TEMPLATE template0 ENCODING ${(0,identifier/* quoteLiteral */.c)(server.encoding)}`;
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
    return `${provider} LOCALE ${(0,identifier/* quoteLiteral */.c)(locale)}`;
}
/** `wrong_object_type` and `invalid_parameter_value`: what CREATE DATABASE says of a locale, by version. */
function isUnknownLocale(thrown) {
    return ['42809', '22023', '0A000'].includes((0,sqlstate/* sqlStateOf */.v9)(thrown) ?? '');
}
function refusalOf(thrown, database) {
    const state = (0,sqlstate/* sqlStateOf */.v9)(thrown);
    if (state === sqlstate/* sqlState */.cn.insufficientPrivilege)
        return new restore_target/* UnfitTargetError */.g('The role of the target may not create a database.', {
            hint: 'Give a URI whose role has CREATEDB: the backup is restored into a database of its own, never into one that is there.',
            cause: thrown,
        });
    if (state === sqlstate/* sqlState */.cn.duplicateDatabase)
        return new restore_target/* UnfitTargetError */.g(`There is a database "${database}" on the target already.`, {
            hint: 'Nothing that exists is restored over. Choose another name, or drop that database first.',
            cause: thrown,
        });
    if (state === undefined)
        return thrown;
    return new restore_target/* UnfitTargetError */.g(`The database "${database}" could not be made: ${(0,errors/* errorMessage */.gJ)(thrown)} (SQLSTATE ${state}).`, { cause: thrown });
}
/** Also after a cancel, so without its signal; what cannot be dropped is told by name. */
async function dropDatabase({ serverUri, database, roles }, context) {
    try {
        const env_5 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_5, await administer(serverUri, {
                ...context,
                signal: new AbortController().signal,
                timeoutMs: Math.min(context.timeoutMs, dropMs),
            }), true);
            await session.query(`DROP DATABASE IF EXISTS ${(0,identifier/* quoteIdentifier */.C)(database)} WITH (FORCE)`);
            const stayed = await dropRoles(session, roles);
            if (stayed.length > 0)
                context.log.warning(`Something depends on these roles by now, they stay: ${stayed.join(', ')}.`);
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
    catch (thrown) {
        context.log.warning(`The database "${database}" could not be dropped: ${(0,errors/* errorMessage */.gJ)(thrown)} Drop it by hand: it holds the restored data.`);
    }
}
/** Milliseconds; a cancelled run has not more than ten seconds. */
const dropMs = 6000;
/**
 * Puts the restored database in the place of the one of that name, in which nobody may be working any more. The old one is
 * dropped only when the new one stands ready beside it.
 */
async function replaceDatabase({ serverUri, restored, name, }, context) {
    const env_6 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_6, await administer(serverUri, context), true);
        await session.query(`DROP DATABASE IF EXISTS ${(0,identifier/* quoteIdentifier */.C)(name)} WITH (FORCE)`);
        await session.query(`ALTER DATABASE ${(0,identifier/* quoteIdentifier */.C)(restored)} RENAME TO ${(0,identifier/* quoteIdentifier */.C)(name)}`);
    }
    catch (e_6) {
        env_6.error = e_6;
        env_6.hasError = true;
    }
    finally {
        const result_6 = __disposeResources(env_6);
        if (result_6)
            await result_6;
    }
}
async function hasDatabase({ serverUri, name }, context) {
    const env_7 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_7, await administer(serverUri, context), true);
        const rows = await session.query('SELECT 1 FROM pg_catalog.pg_database WHERE datname = $1', [name]);
        return rows.length > 0;
    }
    catch (e_7) {
        env_7.error = e_7;
        env_7.hasError = true;
    }
    finally {
        const result_7 = __disposeResources(env_7);
        if (result_7)
            await result_7;
    }
}


/***/ }),

/***/ 6561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ majorOf),
/* harmony export */   g: () => (/* binding */ UnfitTargetError)
/* harmony export */ });
/** Nothing is proved of the backup: the place where it should be restored is not fit for it, or is not there. */
class UnfitTargetError extends Error {
    name = 'UnfitTargetError';
    hint;
    constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.hint = options.hint;
    }
}
/** Such as 17 of 170012. */
function majorOf(versionNumber) {
    return Math.floor(versionNumber / 10_000);
}


/***/ }),

/***/ 4185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YD: () => (/* binding */ compareKeys),
/* harmony export */   m0: () => (/* binding */ isKey),
/* harmony export */   yR: () => (/* binding */ checkKey)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/** Keys of stored objects: relative to the destination, segments divided by `/`. */

/** S3 allows 1,024 bytes with the prefix of the destination. */
const longestKey = 800;
/** Whether the key stays below its destination wherever it is stored, a folder of a file system included. */
function isKey(key) {
    return (Buffer.byteLength(key) <= longestKey &&
        !/[\p{Cc}\\]/u.test(key) &&
        key.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..'));
}
/** @throws UserError when the key is none, or would leave the destination */
function checkKey(key) {
    if (isKey(key))
        return key;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${JSON.stringify(key.slice(0, 200))} is no name for a stored object.`, {
        hint: `A key is made of names divided by "/": no empty name, "." or "..", no backslash or control character, at most ${longestKey} bytes.`,
    });
}
/** The order in which every store lists: by the bytes of UTF-8, as S3 does. */
function compareKeys(left, right) {
    return Buffer.compare(Buffer.from(left), Buffer.from(right));
}


/***/ }),

/***/ 2935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xd: () => (/* binding */ startProgram),
/* harmony export */   ci: () => (/* binding */ programOutput),
/* harmony export */   mB: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6193);
/* harmony import */ var _process_group_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1515);
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

/***/ 1962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ libpqEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1692);
/* harmony import */ var _connection_uri_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9755);
/* harmony import */ var _tls_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3004);
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


/***/ })

};
