export const id = 2505;
export const ids = [2505];
export const modules = {

/***/ 92505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ensureEmbeddedServer: () => (/* binding */ ensureEmbeddedServer)
});

// UNUSED EXPORTS: stopEmbeddedServer

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/postgres/connect.js + 6 modules
var connect = __webpack_require__(46033);
// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
;// CONCATENATED MODULE: ./build/providers/postgres/embedded-state.js
/**
 * What is known of the embedded server, in files that are written once and never changed: `claim-<n>` by who starts
 * the n-th server, `server-<n>` when it runs. A dead one is not removed but followed by n + 1. So there is no moment
 * at which two processes could both think that it is their turn, and no lock that a crash leaves behind.
 */



async function embedded_state_readLatest(folder) {
    const found = (await (0,promises_.readdir)(folder)).flatMap((name) => {
        const [, kind, number] = /^(claim|server)-(\d+)\.json$/.exec(name) ?? [];
        return kind === undefined ? [] : [{ name, isServer: kind === 'server', generation: Number(number) }];
    });
    const last = found
        .toSorted((a, b) => a.generation - b.generation || Number(a.isServer) - Number(b.isServer))
        .at(-1);
    if (last === undefined)
        return undefined;
    const { generation } = last;
    const content = parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, last.name), 'utf8').catch(() => ''));
    if (last.isServer && isServer(content))
        return { kind: 'server', generation, server: content };
    // A file that vanished or cannot be read counts as a claim of nobody.
    return { kind: 'claim', generation, pid: pidOf(content) ?? 0 };
}
/** @returns false when another process was first */
async function claim(folder, generation) {
    return writeOnce(folder, `claim-${generation}.json`, { pid: process.pid });
}
/** Gives the turn back when the server could not be started. */
async function unclaim(folder, generation) {
    await (0,promises_.rm)((0,external_node_path_.join)(folder, `claim-${generation}.json`), { force: true });
}
async function publish(folder, generation, server) {
    await writeOnce(folder, `server-${generation}.json`, server);
}
/** A link appears with its whole content or not at all, and not over another file. */
async function writeOnce(folder, name, content) {
    const draft = (0,external_node_path_.join)(folder, `${(0,external_node_crypto_.randomUUID)()}.draft`);
    await (0,promises_.writeFile)(draft, JSON.stringify(content), { mode: 0o600 });
    try {
        await (0,promises_.link)(draft, (0,external_node_path_.join)(folder, name));
        return true;
    }
    catch (thrown) {
        if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')
            return false;
        throw thrown;
    }
    finally {
        await (0,promises_.rm)(draft);
    }
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function pidOf(content) {
    if (typeof content !== 'object' || content === null || !('pid' in content))
        return undefined;
    return typeof content.pid === 'number' ? content.pid : undefined;
}
function isServer(content) {
    if (typeof content !== 'object' || content === null || pidOf(content) === undefined)
        return false;
    const isText = (name) => name in content && typeof Reflect.get(content, name) === 'string';
    return isText('uri') && isText('dataDirectory');
}

// EXTERNAL MODULE: ./build/providers/postgres/process.js
var postgres_process = __webpack_require__(78692);
// EXTERNAL MODULE: ./build/providers/postgres/server.js + 2 modules
var server = __webpack_require__(82412);
// EXTERNAL MODULE: ./build/providers/postgres/unprivileged-user.js
var unprivileged_user = __webpack_require__(74199);
;// CONCATENATED MODULE: ./build/providers/postgres/embedded-server.js
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
/** One Postgres server for a whole job: the first step that needs it starts it, later ones, other processes, find it. */











/** Empty at first: the default branch, which others are copied from. */
const defaultDatabase = 'main';
const pauseMs = 100;
/**
 * Starts the server, or finds the one that is there. Two processes at once end with one server, and one that has died
 * is replaced. @returns the superuser's URI on the database `main`
 */
async function ensureEmbeddedServer(options) {
    const folder = await stateFolder(options.stateDirectory);
    const deadline = (0,wait/* deadlineIn */._5)(options.timeoutMs);
    for (;;) {
        const latest = await embedded_state_readLatest(folder);
        if (latest?.kind === 'server' && (await answers(latest.server, options)))
            return { uri: latest.server.uri };
        const isStarting = latest?.kind === 'claim' && (0,postgres_process/* isAlive */._)(latest.pid);
        const generation = (latest?.generation ?? 0) + 1;
        if (!isStarting && (await claim(folder, generation))) {
            if (latest?.kind === 'server')
                await removeRemains(latest.server);
            return start({ options, folder, generation });
        }
        deadline.check('another process that starts the embedded server');
        await (0,wait/* sleep */.yy)(pauseMs, options.signal);
    }
}
/** Ends the server that is remembered there and removes its data. @returns false when there is none */
async function stopEmbeddedServer(stateDirectory) {
    const folder = await stateFolder(stateDirectory);
    const latest = await readLatest(folder);
    const server = latest?.kind === 'server' ? latest.server : undefined;
    const wasRunning = server !== undefined && (await isRunning(server));
    if (wasRunning)
        await stopServer(server.pid, server.dataDirectory);
    if (server !== undefined)
        await rm(dirname(server.dataDirectory), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
    return wasRunning;
}
async function stateFolder(stateDirectory) {
    const folder = (0,external_node_path_.join)(stateDirectory, 'embedded-postgres');
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    return folder;
}
/** The process number alone proves nothing, it may be another's by now: the data folder must name it too. */
async function isRunning({ pid, dataDirectory }) {
    const [running] = (await (0,promises_.readFile)((0,external_node_path_.join)(dataDirectory, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    return running?.trim() === String(pid) && (0,postgres_process/* isAlive */._)(pid);
}
const applicationName = 'database-actions/embedded-server';
/** A server that is merely busy is not given up for dead: branches live on it. */
const busyMs = 30_000;
async function answers(server, { log, signal }) {
    if (!(await isRunning(server)))
        return false;
    const { uri } = server;
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const connection = __addDisposableResource(env_1, await (0,connect/* connectWhenReady */.y)({ uri, applicationName, signal, timeoutMs: busyMs, log }), true);
            return connection.serverVersion > 0;
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
        if (signal.aborted)
            throw thrown;
        return false;
    }
}
async function removeRemains(server) {
    if (!(await isRunning(server)))
        await (0,promises_.rm)((0,external_node_path_.dirname)(server.dataDirectory), { recursive: true, force: true });
}
async function start({ options, folder, generation }) {
    const undo = [() => unclaim(folder, generation)];
    try {
        const data = await dataFolder(folder, generation);
        undo.push(() => (0,promises_.rm)(data, { recursive: true, force: true }));
        const dataDirectory = (0,external_node_path_.join)(data, 'data');
        const password = (0,external_node_crypto_.randomBytes)(24).toString('base64url');
        const { environment, binaries } = options;
        const running = await (0,server/* startServer */.U)({ dataDirectory, binaries, password, environment });
        undo.push(() => running.stop());
        const uri = (0,connection_uri/* withParameter */.EH)((0,connection_uri/* withDatabase */.kR)(running.uri, defaultDatabase), 'sslmode', 'disable');
        await createDefaultDatabase(options, (0,connection_uri/* withDatabase */.kR)(uri, 'postgres'));
        await publish(folder, generation, { pid: running.pid, uri, dataDirectory });
        options.log.info(`Started a Postgres server on 127.0.0.1:${running.port} (${running.binaries})`);
        return { uri };
    }
    catch (thrown) {
        for (const step of undo.toReversed())
            await step();
        throw thrown;
    }
}
async function createDefaultDatabase({ log, signal, timeoutMs }, uri) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const connection = __addDisposableResource(env_2, await (0,connect/* connectWhenReady */.y)({ uri, applicationName, signal, timeoutMs, log }), true);
        await connection.query(`CREATE DATABASE ${defaultDatabase}`);
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
/**
 * Beside the state, which the runner clears after the job; but as root the server runs as someone else, who may not be
 * let in there.
 */
async function dataFolder(folder, generation) {
    const isOther = (await (0,unprivileged_user/* serverUser */.R)()) !== undefined;
    if (isOther && !(await isOpenToOthers((0,external_node_path_.dirname)(folder))))
        return openFolder(await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'database-actions-')));
    if (isOther)
        await openFolder(folder);
    const data = (0,external_node_path_.join)(folder, `server-${generation}`);
    await (0,promises_.mkdir)(data, { mode: 0o700 });
    return isOther ? openFolder(data) : data;
}
/** Others may pass through, not look around. */
async function openFolder(folder) {
    await (0,promises_.chmod)(folder, 0o711);
    return folder;
}
async function isOpenToOthers(folder) {
    const { mode } = await (0,promises_.stat)(folder);
    if ((mode & 0o001) === 0)
        return false;
    return (0,external_node_path_.dirname)(folder) === folder || isOpenToOthers((0,external_node_path_.dirname)(folder));
}


/***/ })

};
