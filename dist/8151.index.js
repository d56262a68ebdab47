export const id = 8151;
export const ids = [8151];
export const modules = {

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

/***/ 8151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findClientProgram: () => (/* binding */ findClientProgram)
});

// UNUSED EXPORTS: readVersion, versionText

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/postgres/client-process.js
var client_process = __webpack_require__(72935);
// EXTERNAL MODULE: ./build/postgres/client-program.js
var client_program = __webpack_require__(53966);
// EXTERNAL MODULE: ./build/postgres/installed-versions.js
var installed_versions = __webpack_require__(16132);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
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
    log.debug(`Using ${program.path}: ${program.text}.`);
    const major = (0,client_program/* majorOf */.D)(program.version);
    if (major > serverMajor)
        log.notice(`Using ${program.name} ${major} for a server of PostgreSQL ${serverMajor}: a dump by it restores without a complaint only into PostgreSQL ${major} or newer. Install \`postgresql-client-${serverMajor}\` to match.`);
    return program;
}
function best(programs, serverMajor) {
    return programs
        .filter(({ version }) => (0,client_program/* majorOf */.D)(version) >= serverMajor)
        .toSorted((left, right) => (0,client_program/* majorOf */.D)(left.version) - (0,client_program/* majorOf */.D)(right.version) || right.version - left.version)[0];
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
    return `${(0,client_program/* majorOf */.D)(version)}.${version % 10_000}`;
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


/***/ }),

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
