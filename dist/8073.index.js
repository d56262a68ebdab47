export const id = 8073;
export const ids = [8073,2505];
export const modules = {

/***/ 86967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ quoteIdentifier),
/* harmony export */   c: () => (/* binding */ quoteLiteral)
/* harmony export */ });
/** An identifier as it must be written in SQL; always quoted, so that no keyword, capital or quote matters. */
function quoteIdentifier(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
/** A string literal for statements that take no parameters (`CREATE ROLE`, `COMMENT ON`); safe under either `standard_conforming_strings`. */
function quoteLiteral(text) {
    const quoted = text.replaceAll("'", "''");
    return quoted.includes('\\') ? ` E'${quoted.replaceAll('\\', '\\\\')}'` : `'${quoted}'`;
}


/***/ }),

/***/ 33176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ assertOurs),
/* harmony export */   n: () => (/* binding */ whyNotOurs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** Why a branch must not be touched, or undefined when it is ours to do that with. */
function whyNotOurs(branch, expected, verb) {
    if (branch.isDefault)
        return 'it is the default branch';
    if (branch.isProtected)
        return 'it is protected';
    if (branch.hasChildren && verb !== 'reuse')
        return 'other branches were made from it';
    return whyNotOwned(branch, expected);
}
function whyNotOwned(branch, expected) {
    const { owner } = branch;
    if (owner === undefined)
        return 'it carries no mark of this action, so someone else made it';
    if (owner.repository.toLowerCase() !== expected.repository.toLowerCase())
        return `it belongs to the repository ${owner.repository}`;
    if (owner.pullRequest !== expected.pullRequest)
        return `it belongs to ${describePullRequest(owner)}`;
    if (owner.key !== expected.key)
        return `it belongs to the key "${owner.key}"`;
    return undefined;
}
function describePullRequest(owner) {
    return owner.pullRequest === undefined ? 'no pull request' : `pull request #${owner.pullRequest}`;
}
/** Throws unless the branch is ours to reuse, reset or delete; production named by mistake ends here. */
function assertOurs(branch, expected, verb) {
    const reason = whyNotOurs(branch, expected, verb);
    if (reason === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Refused to ${verb} the branch "${branch.name}": ${reason}.`, {
        hint: 'Only branches that this action made for this repository and pull request are touched. Choose another `branch` name, or delete that branch by hand if it may go.',
    });
}


/***/ }),

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


/***/ }),

/***/ 18073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createPostgresProvider: () => (/* binding */ createPostgresProvider)
});

// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/postgres/pooler.js
var pooler = __webpack_require__(14045);
// EXTERNAL MODULE: ./build/providers/ownership.js
var ownership = __webpack_require__(33176);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/postgres/connect.js + 6 modules
var connect = __webpack_require__(46033);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
// EXTERNAL MODULE: ./build/postgres/row.js
var postgres_row = __webpack_require__(31290);
// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(37929);
;// CONCATENATED MODULE: ./build/providers/postgres/administrator.js





/** DROP DATABASE … WITH (FORCE) came with it. */
const oldestServer = 130_000;
/** Opens a session on a database that nobody copies. */
async function openAdministrator(request) {
    const { uri, context, deadline } = request;
    const connectTo = (database) => (0,connect/* connectWhenReady */.y)({
        uri: (0,connection_uri/* withDatabase */.kR)(uri, database),
        applicationName: 'database-actions/provider',
        signal: context.signal,
        timeoutMs: deadline.remaining(),
        log: context.log,
        // Copying a large database takes as long as it takes: the call's own deadline is the limit.
        settings: { statementTimeoutMs: context.timeoutMs, lockTimeoutMs: context.timeoutMs },
    });
    const connection = await connectTo(request.avoid.includes('postgres') ? 'template1' : 'postgres');
    try {
        return { connection, context, deadline, connectTo, ...(await capabilities(connection)) };
    }
    catch (thrown) {
        await connection[Symbol.asyncDispose]();
        throw thrown;
    }
}
async function capabilities(connection) {
    const [row = {}] = await connection.query(`SELECT rolname::text AS name, rolsuper, rolcreaterole, rolcreatedb, rolinherit,
            current_setting('server_version_num')::int AS version
       FROM pg_catalog.pg_roles WHERE rolname = current_user`);
    const [user, isSuperuser, serverVersion] = [
        (0,postgres_row/* text */.Qq)(row, 'name'),
        (0,postgres_row/* truth */.Im)(row, 'rolsuper'),
        (0,postgres_row/* numeric */.sH)(row, 'version'),
    ];
    if (serverVersion < oldestServer)
        throw new errors/* UserError */.yo(`The server runs PostgreSQL ${Math.floor(serverVersion / 10_000)}.`, {
            hint: 'Branches as databases need PostgreSQL 13 or newer.',
        });
    const missing = [
        (0,postgres_row/* truth */.Im)(row, 'rolcreatedb') ? [] : ['CREATEDB'],
        (0,postgres_row/* truth */.Im)(row, 'rolcreaterole') ? [] : ['CREATEROLE'],
        (0,postgres_row/* truth */.Im)(row, 'rolinherit') || serverVersion >= 160_000 ? [] : ['INHERIT'],
    ].flat();
    if (!isSuperuser && missing.length > 0)
        throw new errors/* UserError */.yo(`The role "${user}" of \`postgres-url\` lacks ${missing.join(' and ')}.`, {
            hint: `Each branch is a database with a role of its own. Let a superuser run: ALTER ROLE ${user} ${missing.join(' ')};`,
        });
    return { user, isSuperuser, serverVersion };
}
/** What the server refused, as an error that may be shown; anything else as it is. */
function explainServerError(thrown, doing) {
    const state = (0,sqlstate/* sqlStateOf */.v9)(thrown);
    if (state === undefined)
        return thrown;
    const said = [(0,errors/* errorMessage */.gJ)(thrown), (0,sqlstate/* detailOf */.Rw)(thrown)].filter((part) => part !== undefined).join(' ');
    if (state === sqlstate/* sqlState */.cn.insufficientPrivilege)
        return new errors/* UserError */.yo(`${doing} was refused: ${said}.`, {
            hint: 'The role of `postgres-url` must be a superuser, or have CREATEDB and CREATEROLE and own the parent database (or that one be a template: ALTER DATABASE … IS_TEMPLATE true).',
            cause: thrown,
        });
    if (state === sqlstate/* sqlState */.cn.queryCanceled)
        return new errors/* UserError */.yo(`${doing} took too long: ${said}.`, {
            hint: 'Raise the `timeout` input: copying a database takes as long as copying its files.',
            cause: thrown,
        });
    return new errors/* ExternalError */.yA('Postgres', `${doing} failed: ${said} (SQLSTATE ${state}).`, {
        code: state,
        cause: thrown,
    });
}

;// CONCATENATED MODULE: ./build/providers/postgres/mark.js
const app = 'database-actions';
/** What every mark starts with, for the catalog query that looks for them. */
const markPrefix = `{"app":"${app}","version":1,`;
function formatMark(mark) {
    const { branch, owner, parent, createdAt, filledAt, expiresAt, salt } = mark;
    return JSON.stringify({
        app,
        version: 1,
        branch,
        repository: owner.repository,
        pullRequest: owner.pullRequest ?? null,
        key: owner.key,
        parent,
        created: createdAt.toISOString(),
        filled: filledAt.toISOString(),
        expires: expiresAt?.toISOString() ?? null,
        salt,
    });
}
/** For people who look at the server; goes into the database's comment. */
function describeMark({ branch, owner }) {
    const pullRequest = owner.pullRequest === undefined ? '' : `#${owner.pullRequest}`;
    return `Branch ${branch} of ${owner.repository}${pullRequest}, made by database-actions (see the comment on the role)`;
}
/** Undefined for anything that is not wholly a mark: such a database is not ours. */
function parseMark(comment) {
    const value = parseJson(comment);
    if (typeof value !== 'object' || value === null)
        return undefined;
    const fields = new Map(Object.entries(value));
    const [branch, repository, key, parent, created, salt] = [
        'branch',
        'repository',
        'key',
        'parent',
        'created',
        'salt',
    ].map((name) => textIn(fields, name));
    if (fields.get('app') !== app || fields.get('version') !== 1)
        return undefined;
    if (branch === undefined || repository === undefined || key === undefined)
        return undefined;
    if (parent === undefined || salt === undefined)
        return undefined;
    const pullRequest = fields.get('pullRequest') ?? undefined;
    if (pullRequest !== undefined && typeof pullRequest !== 'number')
        return undefined;
    const createdAt = dateOf(created);
    const filledAt = dateOf(fields.get('filled'));
    const expires = fields.get('expires');
    const expiresAt = expires === null ? undefined : dateOf(expires);
    if (createdAt === undefined || filledAt === undefined || (expires !== null && expiresAt === undefined))
        return undefined;
    return { branch, owner: { repository, pullRequest, key }, parent, createdAt, filledAt, expiresAt, salt };
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function textIn(fields, name) {
    const value = fields.get(name);
    return typeof value === 'string' ? value : undefined;
}
function dateOf(value) {
    if (typeof value !== 'string')
        return undefined;
    const date = new Date(value);
    return Number.isNaN(date.getTime()) ? undefined : date;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/providers/postgres/naming.js
/** Any branch name to a database name that is safe everywhere: in SQL, in URIs, in shells, on disk. */

/** Bytes, NAMEDATALEN - 1: longer names are cut by the server, silently. */
const longestName = 63;
const hashLength = 12;
/**
 * Reserved for roles (`pg_…`) or read as keywords where a role is expected (a branch's role bears the database's name);
 * and the server's own templates, which are in no list of branches.
 */
const reserved = /^(pg_|(public|none|current_role|current_user|session_user|user|template[01])$)/;
const looksMapped = /_[0-9a-f]{12}$/;
/**
 * The name of the branch's database and of its role. Names of lower-case letters, digits and `_` stay as they are;
 * any other gets what is readable of it and a hash of the whole. What already looks like the latter is hashed too, so
 * that two branch names never meet in one database.
 */
function databaseNameOf(branch) {
    const isPlain = /^[a-z][a-z0-9_]*$/.test(branch) && branch.length <= longestName;
    if (isPlain && !reserved.test(branch) && !looksMapped.test(branch))
        return branch;
    const readable = branch
        .normalize('NFKD')
        .toLowerCase()
        .replace(/\p{M}/gu, '')
        .replace(/[^a-z0-9]+/g, '_')
        .replace(/^_+/, '')
        .slice(0, longestName - hashLength - 1)
        .replace(/_+$/, '');
    return `${startsWell(readable) ? readable : 'branch'}_${hash(branch).slice(0, hashLength)}`;
}
function startsWell(name) {
    return /^[a-z]/.test(name) && !reserved.test(name);
}
/** Under this name a copy is made ready; it gets the branch's name only when it is whole. */
function unfinishedNameOf(database) {
    return `unfinished_copy_${hash(database).slice(0, 24)}`;
}
/** Key of the advisory lock that runs on the same branch take, as text of a signed 64-bit number. */
function lockKeyOf(database) {
    return (0,external_node_crypto_.createHash)('sha256').update(`database-actions/${database}`).digest().readBigInt64BE().toString();
}
function hash(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./build/providers/postgres/catalog.js
/** Reads which databases there are, which of them are branches of ours, and in what state. */



/**
 * Databases whose role of the same name bears a mark and owns them are ours; so is a marked role without its database.
 * Every other database is somebody else's: listed as protected.
 */
async function readCatalog(administrator, defaultDatabase) {
    const databases = await readDatabases(administrator);
    const marks = await readMarks(administrator);
    const isOurs = ({ name, owner }) => owner === name && marks.has(name);
    const isUnfinished = ({ name, owner }) => marks.has(owner) && name === unfinishedNameOf(owner);
    const foreign = databases.filter((database) => !isOurs(database) && !isUnfinished(database));
    const taken = new Set(foreign.map(({ name }) => name));
    const ready = new Set(databases.filter(isOurs).map(({ name }) => name));
    const parents = new Set([...marks.values()].map(({ parent }) => parent));
    const place = (name) => ({
        id: name,
        isDefault: name === defaultDatabase,
        hasChildren: parents.has(name),
        consoleUrl: undefined,
    });
    return [
        ...foreign.map(({ name }) => ({
            branch: { ...foreignBranch(name), ...place(name) },
            mark: undefined,
            isReady: true,
        })),
        // A marked role whose database was given to another owner has nothing left of its own: the database counts.
        ...[...marks]
            .filter(([name]) => !taken.has(name))
            .map(([name, mark]) => ({
            branch: { ...ourBranch(mark, marks), ...place(name) },
            mark,
            isReady: ready.has(name),
        })),
    ];
}
async function readDatabases({ connection }) {
    const rows = await connection.query(`SELECT datname::text AS name, pg_catalog.pg_get_userbyid(datdba)::text AS owner
       FROM pg_catalog.pg_database
      WHERE datname NOT IN ('template0', 'template1')
      ORDER BY datname COLLATE "C"`);
    return rows.map((row) => ({ name: (0,postgres_row/* text */.Qq)(row, 'name'), owner: (0,postgres_row/* text */.Qq)(row, 'owner') }));
}
async function readMarks({ connection }) {
    const rows = await connection.query(`SELECT r.rolname::text AS name, d.description
       FROM pg_catalog.pg_roles r
       JOIN pg_catalog.pg_shdescription d
         ON d.objoid = r.oid AND d.classoid = 'pg_catalog.pg_authid'::pg_catalog.regclass
      WHERE pg_catalog.starts_with(d.description, $1)
      ORDER BY r.rolname COLLATE "C"`, [markPrefix]);
    return new Map(rows.flatMap((row) => {
        const mark = parseMark((0,postgres_row/* text */.Qq)(row, 'description'));
        return mark === undefined ? [] : [[(0,postgres_row/* text */.Qq)(row, 'name'), mark]];
    }));
}
/** Postgres does not know when a database was made: the epoch stands for "long ago". */
function foreignBranch(name) {
    return {
        name,
        parent: undefined,
        createdAt: new Date(0),
        filledAt: new Date(0),
        expiresAt: undefined,
        isProtected: true,
        owner: undefined,
    };
}
function ourBranch(mark, marks) {
    const { branch, createdAt, filledAt, expiresAt, owner, parent } = mark;
    const parentName = marks.get(parent)?.branch ?? parent;
    return {
        name: branch,
        parent: { id: parent, name: parentName },
        createdAt,
        filledAt,
        expiresAt,
        isProtected: false,
        owner,
    };
}
/** By the branch's exact name; a database of that name, or of the one it would get, that is not ours is found too, so that it is refused. */
function findByName(catalog, name) {
    return (catalog.find(({ branch, mark }) => mark !== undefined && branch.name === name) ??
        catalog.find(({ branch }) => branch.name === name) ??
        catalog.find(({ branch }) => branch.id === databaseNameOf(name)));
}

;// CONCATENATED MODULE: ./build/providers/postgres/branch-server.js
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




/** Runs one call of the provider in a session of its own, with its own deadline. */
async function administer({ uri, parts, context }, call, work) {
    const deadline = (0,wait/* deadlineIn */._5)(context.timeoutMs);
    const avoid = [parts.database, ...(call.parent === undefined ? [] : [call.parent])];
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const administrator = await openAdministrator({ uri, context, deadline, avoid });
            const _ = __addDisposableResource(env_1, administrator.connection, true);
            return await work(administrator);
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
        throw explainServerError(thrown, call.doing);
    }
}
/** @returns the parent's database */
function findParent(catalog, wanted) {
    const found = findByName(catalog, wanted) ?? catalog.find(({ branch }) => branch.id === wanted);
    if (found?.isReady === true)
        return found.branch.id;
    const names = catalog.filter(({ isReady }) => isReady).map(({ branch }) => branch.name);
    throw new errors/* UserError */.yo(`There is no database "${wanted}" to copy from on this server.`, {
        hint: `\`parent-branch\` can be one of: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ', …' : ''}.`,
    });
}
/** @throws UserError when it is gone */
async function entryOf(server, administrator, database) {
    const catalog = await readCatalog(administrator, server.parts.database);
    const entry = catalog.find(({ branch }) => branch.id === database);
    if (entry !== undefined)
        return entry;
    throw new errors/* UserError */.yo(`The branch with the database "${database}" does not exist (any more).`, {
        hint: 'Run `create-branch` again.',
    });
}

;// CONCATENATED MODULE: ./build/providers/postgres/branch-connection.js
var branch_connection_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var branch_connection_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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




async function connectionTo(server, branch, choice) {
    const entry = await administer(server, { doing: 'Finding the branch' }, (administrator) => entryOf(server, administrator, branch.id));
    for (const [input, wanted] of [['database', choice.database], ['role', choice.role]])
        if (wanted !== undefined && wanted !== entry.branch.id)
            throw new errors/* UserError */.yo(`Input \`${input}\` is "${wanted}", but this branch has "${entry.branch.id}" alone.`, {
                hint: `On a plain server a branch is one database with one role. Leave \`${input}\` away.`,
            });
    if (!entry.isReady)
        throw new errors/* UserError */.yo(`The branch "${branch.name}" is not finished: the run that made it ended too early.`, {
            hint: 'Run `create-branch` again; it takes up where that run ended.',
        });
    return describeConnection(server, entry);
}
async function describeConnection(server, { branch, mark }) {
    if (mark === undefined)
        throw new errors/* UserError */.yo(`The password of the database "${branch.name}" is not known: this action did not make it.`, {
            hint: 'Give the URI yourself with `database-url`.',
        });
    const password = await server.password(branch.id, mark.salt);
    const parts = { ...server.parts, database: branch.id, user: branch.id, password };
    const direct = (0,connection_uri/* formatConnectionUri */.sX)(parts);
    for (const secret of (0,connection_uri/* secretsOf */.Fj)(direct))
        server.context.mask(secret);
    return {
        host: parts.host,
        database: branch.id,
        role: branch.id,
        password,
        direct,
        pooled: direct,
        computeSize: undefined,
        hasParentData: !server.isEmbedded,
    };
}
/** The role can log in, and the database answers. */
async function prove(server, administrator, entry) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { direct } = await describeConnection(server, entry);
        const connection = branch_connection_addDisposableResource(env_1, await (0,connect/* connectWhenReady */.y)({
            uri: direct,
            applicationName: 'database-actions/provider',
            signal: server.context.signal,
            timeoutMs: administrator.deadline.remaining(),
            log: server.context.log,
        }), true);
        await connection.query('SELECT 1');
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = branch_connection_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(86967);
;// CONCATENATED MODULE: ./build/providers/postgres/copy-database.js





/** From about here on copying files beats writing every page to the log, in spite of its two checkpoints. */
const fileCopyBytes = 200 * 1024 * 1024;
const pauseMs = 500;
/**
 * CREATE DATABASE … TEMPLATE. The server does that only while nobody else is connected to the template: it looks for
 * such a moment for 5 s, and we ask again. @throws UserError that lists who is connected, at the deadline
 */
async function copyDatabase(administrator, copy) {
    const { connection, context, deadline } = administrator;
    const strategy = await strategyFor(administrator, copy.from);
    const sql = `CREATE DATABASE ${(0,identifier/* quoteIdentifier */.C)(copy.to)} TEMPLATE ${(0,identifier/* quoteIdentifier */.C)(copy.from)} OWNER ${(0,identifier/* quoteIdentifier */.C)(copy.owner)}${strategy}`;
    for (;;) {
        const sessions = await describeSessions(administrator, copy.from);
        if (sessions !== undefined)
            context.log.info(`${waiting(copy.from)}: ${sessions}`);
        try {
            await connection.query(sql);
            return;
        }
        catch (thrown) {
            const isBusy = (0,sqlstate/* sqlStateOf */.v9)(thrown) === sqlstate/* sqlState */.cn.objectInUse;
            const isLate = (0,sqlstate/* sqlStateOf */.v9)(thrown) === sqlstate/* sqlState */.cn.queryCanceled || deadline.remaining() <= pauseMs;
            if (isLate && (isBusy || sessions !== undefined))
                throw inUse(copy.from, sessions ?? unseen);
            if (!isBusy)
                throw thrown;
            if (sessions === undefined)
                context.log.info(`${waiting(copy.from)}: ${unseen}`);
        }
        await (0,wait/* sleep */.yy)(pauseMs, context.signal);
    }
}
/** The server says that it is in use, its activity view does not say by whom. */
const unseen = 'a session that has just ended, or a prepared transaction';
function waiting(database) {
    return `Waiting for a moment when nobody is connected to the database "${database}"`;
}
/**
 * WAL_LOG is quicker for small databases, FILE_COPY for large ones, and for all where the server clones files.
 * @param method the server's `file_copy_method` (PostgreSQL 18)
 */
function strategyClause(bytes, method) {
    return method === 'clone' || bytes > fileCopyBytes ? ' STRATEGY FILE_COPY' : ' STRATEGY WAL_LOG';
}
/** Before 15 there is only FILE_COPY, and no clause for it. A size that may not be seen counts as small. */
async function strategyFor({ connection, serverVersion }, database) {
    if (serverVersion < 150_000)
        return '';
    const [row = {}] = await connection.query(`SELECT CASE WHEN pg_catalog.has_database_privilege(oid, 'CONNECT')
                   OR pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')
                 THEN pg_catalog.pg_database_size(oid) ELSE 0 END AS bytes,
            pg_catalog.current_setting('file_copy_method', true) AS method
       FROM pg_catalog.pg_database WHERE datname = $1`, [database]);
    return strategyClause((0,postgres_row/* numeric */.sH)(row, 'bytes'), (0,postgres_row/* optionalText */.mR)(row, 'method'));
}
/** Who is connected, by role and program, never what they run; undefined when nobody is. */
async function describeSessions({ connection }, database) {
    const rows = await connection.query(`SELECT coalesce(usename::text, backend_type, 'a background process') AS role,
            coalesce(application_name, '') AS program, pg_catalog.count(*)::int AS sessions
       FROM pg_catalog.pg_stat_activity
      WHERE datname = $1 AND backend_type IS DISTINCT FROM 'autovacuum worker'
      GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 10`, [database]);
    const shown = rows.map((row) => {
        const program = (0,postgres_row/* text */.Qq)(row, 'program');
        const count = (0,postgres_row/* numeric */.sH)(row, 'sessions');
        return `role ${(0,postgres_row/* text */.Qq)(row, 'role')}${program === '' ? '' : ` (${program})`}${count > 1 ? `, ${count} sessions` : ''}`;
    });
    return shown.length === 0 ? undefined : shown.join('; ');
}
function inUse(database, sessions) {
    return new errors/* UserError */.yo(`The parent database "${database}" cannot be copied while it is in use: ${sessions}.`, {
        hint: 'Postgres copies a database only while nobody is connected to it. End those sessions, or set `parent-branch` to a database that is kept as a template: a restored dump, say, that lets nobody in (ALTER DATABASE … ALLOW_CONNECTIONS false IS_TEMPLATE true).',
    });
}

;// CONCATENATED MODULE: ./build/providers/postgres/database-settings.js
/** `ALTER DATABASE … SET`, which CREATE DATABASE does not copy. */



/** Settings whose value is a list of names, each quoted by itself (GUC_LIST_QUOTE; the list that pg_dump has). */
const nameLists = new Set([
    'local_preload_libraries',
    'search_path',
    'session_preload_libraries',
    'shared_preload_libraries',
    'temp_tablespaces',
    'unix_socket_directories',
]);
async function copySettings(administrator, from, to) {
    const { connection, context } = administrator;
    const rows = await connection.query(`SELECT pg_catalog.unnest(s.setconfig) AS setting
       FROM pg_catalog.pg_db_role_setting s JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase
      WHERE d.datname = $1 AND s.setrole = 0`, [from]);
    for (const row of rows) {
        const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec((0,postgres_row/* text */.Qq)(row, 'setting')) ?? [];
        try {
            await connection.query(`ALTER DATABASE ${(0,identifier/* quoteIdentifier */.C)(to)} SET ${settingName(name)} TO ${settingValue(name, value)}`);
        }
        catch (thrown) {
            if ((0,sqlstate/* sqlStateOf */.v9)(thrown) !== sqlstate/* sqlState */.cn.insufficientPrivilege)
                throw thrown;
            context.log.warning(`The setting ${name} of the database "${from}" was not copied: only a superuser may set it.`);
        }
    }
}
/** Extensions' settings have a dot between two names. */
function settingName(name) {
    return name.split('.').map(identifier/* quoteIdentifier */.C).join('.');
}
/** Exported for tests. */
function settingValue(name, value) {
    if (!nameLists.has(name.toLowerCase()))
        return (0,identifier/* quoteLiteral */.c)(value);
    const names = splitNames(value);
    return names.length === 0 ? "''" : names.map(identifier/* quoteLiteral */.c).join(', ');
}
/** `"$user", public` as the catalog has it, to the bare names. */
function splitNames(list) {
    const parts = list.matchAll(/"((?:[^"]|"")*)"|([^\s,"]+)/g);
    return [...parts].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

;// CONCATENATED MODULE: ./build/providers/postgres/hand-over.js
var hand_over_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var hand_over_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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


/** Every object is locked until its batch commits; the server's lock table holds some thousands (max_locks_per_transaction). */
const batchSize = 500;
/** @param database the copy, which nobody else uses yet */
async function handOver(administrator, database, role) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const connection = hand_over_addDisposableResource(env_1, await administrator.connectTo(database), true);
        // The parent's own DDL triggers have nothing to say about this.
        if (administrator.isSuperuser)
            await connection.query('SET session_replication_role = replica');
        // Nothing of the copy may stand in for a function of the catalog, and every name comes back qualified.
        await connection.query('SET search_path = pg_catalog');
        const objects = await readObjects(connection, role);
        const ours = objects.filter(({ isAllowed }) => isAllowed).map(({ statement }) => statement);
        for (let start = 0; start < ours.length; start += batchSize)
            await connection.query(ours.slice(start, start + batchSize).join(';\n'));
        const kept = objects.filter(({ isAllowed }) => !isAllowed).map(({ name }) => name);
        if (kept.length === 0)
            return;
        administrator.context.log.warning(`${kept.length} objects of the copy keep their owners, since the role "${administrator.user}" may not give them away; migrations that alter them will fail: ${kept.slice(0, 5).join(', ')}${kept.length > 5 ? ', …' : ''}`);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = hand_over_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function readObjects(connection, role) {
    const rows = await connection.query(ownedObjects, [role]);
    return rows.map((row) => ({
        statement: `ALTER ${(0,postgres_row/* text */.Qq)(row, 'kind')} ${(0,postgres_row/* text */.Qq)(row, 'identity')} OWNER TO ${(0,identifier/* quoteIdentifier */.C)(role)}`,
        name: (0,postgres_row/* text */.Qq)(row, 'identity'),
        isAllowed: (0,postgres_row/* truth */.Im)(row, 'is_allowed'),
    }));
}
/**
 * Schemas first, since an object's new owner must be allowed to create in its schema. Left out: what belongs to an
 * extension; what follows its table (indexes, identity and serial sequences, row types); array types. `public` is the
 * one built-in schema that counts; where pg_database_owner has it, the branch's role has it as the database's owner.
 * Event triggers, foreign servers (their user mappings hold passwords), publications and large objects stay as they are.
 */
const ownedObjects = `
  WITH owned (classid, objid, owner, rank) AS (
    SELECT 'pg_namespace'::regclass, oid, nspowner, 0 FROM pg_namespace
     WHERE nspname = 'public' OR (oid >= 16384 AND nspname !~ '^pg_(toast_)?temp_')
    UNION ALL
    SELECT 'pg_class'::regclass, c.oid, c.relowner, 1 FROM pg_class c
     WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND c.relpersistence <> 't'
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE c.relkind = 'S' AND d.classid = 'pg_class'::regclass
                          AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))
    UNION ALL
    SELECT 'pg_type'::regclass, t.oid, t.typowner, 1 FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
     WHERE (t.typtype IN ('b', 'd', 'e', 'r') OR c.relkind = 'c')
       AND NOT EXISTS (SELECT FROM pg_type element WHERE element.typarray = t.oid)
    UNION ALL SELECT 'pg_proc'::regclass, oid, proowner, 1 FROM pg_proc
    UNION ALL SELECT 'pg_operator'::regclass, oid, oprowner, 1 FROM pg_operator
    UNION ALL SELECT 'pg_opclass'::regclass, oid, opcowner, 1 FROM pg_opclass
    UNION ALL SELECT 'pg_opfamily'::regclass, oid, opfowner, 1 FROM pg_opfamily
    UNION ALL SELECT 'pg_collation'::regclass, oid, collowner, 1 FROM pg_collation
    UNION ALL SELECT 'pg_conversion'::regclass, oid, conowner, 1 FROM pg_conversion
    UNION ALL SELECT 'pg_ts_dict'::regclass, oid, dictowner, 1 FROM pg_ts_dict
    UNION ALL SELECT 'pg_ts_config'::regclass, oid, cfgowner, 1 FROM pg_ts_config
    UNION ALL SELECT 'pg_statistic_ext'::regclass, oid, stxowner, 1 FROM pg_statistic_ext
  )
  SELECT CASE object.type
           WHEN 'function' THEN 'ROUTINE' WHEN 'procedure' THEN 'ROUTINE' WHEN 'aggregate' THEN 'ROUTINE'
           WHEN 'statistics object' THEN 'STATISTICS' ELSE upper(object.type) END AS kind,
         object.identity,
         pg_has_role(o.owner, 'USAGE') AS is_allowed
    FROM owned o CROSS JOIN LATERAL pg_identify_object(o.classid, o.objid, 0) AS object
   WHERE (o.objid >= 16384 OR o.rank = 0)
     AND o.owner <> to_regrole(quote_ident($1)) AND o.owner IS DISTINCT FROM to_regrole('pg_database_owner')
     AND NOT EXISTS (SELECT FROM pg_depend d
                      WHERE d.classid = o.classid AND d.objid = o.objid AND d.deptype = 'e')
   ORDER BY o.rank, object.type COLLATE "C", object.identity COLLATE "C"`;

;// CONCATENATED MODULE: ./build/providers/postgres/branch-database.js







/**
 * Makes a whole copy of the parent under another name, which then takes the place of the branch's database at once.
 * Until then a branch that is reset keeps what it has, and a run that ends half-way leaves only a copy that the next
 * one replaces.
 */
async function buildDatabase(administrator, request) {
    const { connection, context } = administrator;
    const { database, parent } = request;
    const copy = unfinishedNameOf(database);
    await dropDatabase(administrator, copy, database);
    context.log.debug(`Copying the database "${parent}" to "${copy}"`);
    await copyDatabase(administrator, { from: parent, to: copy, owner: database });
    context.log.debug(`Handing "${copy}" over to the role "${database}"`);
    await connection.query(`REVOKE ALL ON DATABASE ${(0,identifier/* quoteIdentifier */.C)(copy)} FROM PUBLIC`);
    await handOver(administrator, copy, database);
    await copySettings(administrator, parent, copy);
    await connection.query(`COMMENT ON DATABASE ${(0,identifier/* quoteIdentifier */.C)(copy)} IS ${(0,identifier/* quoteLiteral */.c)(request.description)}`);
    context.log.debug(`Putting "${copy}" in the place of "${database}"`);
    await dropDatabase(administrator, database, database);
    context.log.debug(`Renaming "${copy}" to "${database}"`);
    await connection.query(`ALTER DATABASE ${(0,identifier/* quoteIdentifier */.C)(copy)} RENAME TO ${(0,identifier/* quoteIdentifier */.C)(database)}`);
}
/**
 * Drops a database of the branch's role, ending the sessions there. Absent is fine.
 * @throws UserError when it is somebody else's, whatever its name
 */
async function dropDatabase({ connection }, database, role) {
    const name = (0,identifier/* quoteIdentifier */.C)(database);
    const [row] = await connection.query(`SELECT datistemplate, pg_catalog.pg_get_userbyid(datdba)::text AS owner
       FROM pg_catalog.pg_database WHERE datname = $1`, [database]);
    if (row === undefined)
        return;
    const owner = (0,postgres_row/* text */.Qq)(row, 'owner');
    if (owner !== role)
        throw new errors/* UserError */.yo(`Refused to drop the database "${database}": it belongs to the role "${owner}".`, {
            hint: 'Drop or rename it by hand if it may go; its name is in the way of a branch.',
        });
    // Its owner may have made it a template, which cannot be dropped.
    if ((0,postgres_row/* truth */.Im)(row, 'datistemplate'))
        await connection.query(`ALTER DATABASE ${name} IS_TEMPLATE false`);
    await connection.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

;// CONCATENATED MODULE: ./build/providers/postgres/branch-lock.js



const branch_lock_pauseMs = 250;
const progressEveryMs = 5000;
/** One run at a time works on a branch; the lock goes with the session, however that ends. */
async function lockBranch(administrator, database) {
    const { connection, context, deadline } = administrator;
    let next = deadline.elapsed();
    for (;;) {
        const [row = {}] = await connection.query('SELECT pg_catalog.pg_try_advisory_lock($1::pg_catalog.int8) AS got', [lockKeyOf(database)]);
        if ((0,postgres_row/* truth */.Im)(row, 'got'))
            return;
        deadline.check(`another run that works on the database "${database}"`);
        if (deadline.elapsed() >= next) {
            context.log.info(`Waiting for another run that works on the database "${database}"`);
            next = deadline.elapsed() + progressEveryMs;
        }
        await (0,wait/* sleep */.yy)(branch_lock_pauseMs, context.signal);
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/providers/postgres/role-password.js
/**
 * Passwords of the branches' roles. They are kept nowhere: who holds `postgres-url` derives them again, in another job
 * or on another machine, and nobody else can.
 *
 * password = HMAC-SHA256(scrypt(password of postgres-url), database name, salt in the mark), 256 bits, 43 characters.
 *
 * The mark is public and a preview's password is given to apps, so someone may hold one password and its salt. From
 * these he learns no other password (HMAC), and guessing the administrator's by trying costs one scrypt of 32 MiB a
 * guess. A new salt (every new branch has one) gives a new password. When the administrator's password is changed,
 * the next `create-branch` sets the roles' passwords anew.
 */



const keyCost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
/** @throws UserError without a password in the URI: then there is no secret to derive from */
function createPasswordSource(admin) {
    if (admin.password === '')
        throw new errors/* UserError */.yo('`postgres-url` holds no password.', {
            hint: 'Passwords of the branches are derived from it. Put one into the URI; a server with `trust` authentication takes any.',
        });
    let key;
    return async (database, salt) => {
        key ??= deriveKey(admin);
        return (0,external_node_crypto_.createHmac)('sha256', await key)
            .update(JSON.stringify(['database-actions role password', database, salt]))
            .digest('base64url');
    };
}
function deriveKey({ user, password }) {
    return new Promise((resolve, reject) => {
        (0,external_node_crypto_.scrypt)(password, `database-actions/${user}`, 32, keyCost, (error, key) => error === null ? resolve(key) : reject(error));
    });
}
function newSalt() {
    return (0,external_node_crypto_.randomBytes)(16).toString('base64url');
}
const pbkdf2Async = (0,external_node_util_.promisify)(external_node_crypto_.pbkdf2);
const iterations = 4096;
/**
 * What the server stores for a password (RFC 5803; the server takes it in place of the password, as from psql's
 * \password), so that the password itself reaches neither the server's log nor pg_stat_statements.
 */
async function scramVerifier(password) {
    const salt = (0,external_node_crypto_.randomBytes)(16);
    // Our passwords are ASCII, which SASLprep leaves as it is.
    const salted = await pbkdf2Async(password, salt, iterations, 32, 'sha256');
    const clientKey = (0,external_node_crypto_.createHmac)('sha256', salted).update('Client Key').digest();
    const storedKey = (0,external_node_crypto_.createHash)('sha256').update(clientKey).digest('base64');
    const serverKey = (0,external_node_crypto_.createHmac)('sha256', salted).update('Server Key').digest('base64');
    return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}

;// CONCATENATED MODULE: ./build/providers/postgres/branch-role.js





/** Makes the branch's role with its mark, in one transaction: there is never one without the other. */
async function createRole(administrator, request) {
    const { connection } = administrator;
    const name = (0,identifier/* quoteIdentifier */.C)(request.role);
    const taken = await connection.query('SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = $1', [
        request.role,
    ]);
    if (taken.length > 0)
        throw new errors/* UserError */.yo(`There is a role "${request.role}" on this server that this action did not make.`, {
            hint: "The branch's database and role would have that name. Choose another `branch` name.",
        });
    await connection.query([
        `CREATE ROLE ${name} LOGIN PASSWORD ${(0,identifier/* quoteLiteral */.c)(await scramVerifier(request.password))}`,
        ...membership(administrator, name),
        markStatement(name, request.mark),
    ].join(';\n'));
}
/**
 * Only members may give a role a database and objects. A superuser needs no membership; since PostgreSQL 16 the role's
 * creator is a member, but neither inherits from it nor may become it until it says so.
 */
function membership({ isSuperuser, serverVersion }, name) {
    if (isSuperuser)
        return [];
    return [`GRANT ${name} TO CURRENT_USER${serverVersion < 160_000 ? '' : ' WITH INHERIT TRUE, SET TRUE'}`];
}
function markStatement(name, mark) {
    return `COMMENT ON ROLE ${name} IS ${(0,identifier/* quoteLiteral */.c)(formatMark(mark))}`;
}
/** Writes the mark anew and sets the password, which differs only if that of `postgres-url` was changed. */
async function renewRole(administrator, request) {
    const name = (0,identifier/* quoteIdentifier */.C)(request.role);
    await administrator.connection.query([
        `ALTER ROLE ${name} LOGIN PASSWORD ${(0,identifier/* quoteLiteral */.c)(await scramVerifier(request.password))}`,
        ...membership(administrator, name),
        markStatement(name, request.mark),
    ].join(';\n'));
}
/** A role that still owns something in another database cannot go: it is locked out instead, and the log says why. */
async function dropRole({ connection, context }, role) {
    const name = (0,identifier/* quoteIdentifier */.C)(role);
    try {
        await connection.query(`DROP ROLE IF EXISTS ${name}`);
    }
    catch (thrown) {
        if ((0,sqlstate/* sqlStateOf */.v9)(thrown) !== sqlstate/* sqlState */.cn.dependentObjectsStillExist)
            throw thrown;
        await connection.query(`ALTER ROLE ${name} NOLOGIN`);
        context.log.warning(`The role "${role}" may no longer log in, but cannot be dropped: ${(0,sqlstate/* detailOf */.Rw)(thrown) ?? 'something depends on it'}`);
    }
}

// EXTERNAL MODULE: ./build/providers/postgres/embedded-server.js + 1 modules
var embedded_server = __webpack_require__(92505);
;// CONCATENATED MODULE: ./build/providers/postgres/ensure-branch.js










async function ensureBranch(server, request) {
    const { name, owner } = request;
    const database = databaseNameOf(name);
    return administer(server, { doing: `Creating the branch "${name}"`, parent: request.parent }, async (administrator) => {
        await lockBranch(administrator, database);
        const catalog = await readCatalog(administrator, server.parts.database);
        const existing = findByName(catalog, name);
        // Children do not mind that their parent is used on; only a reset or a delete would concern them.
        if (existing !== undefined)
            (0,ownership/* assertOurs */.c)(existing.branch, owner, 'reuse');
        const created = existing?.isReady !== true;
        if (created)
            await create({ server, administrator, catalog, request, half: existing?.mark });
        else
            await renew({ server, administrator, request, existing });
        const entry = await entryOf(server, administrator, database);
        await prove(server, administrator, entry);
        return { branch: entry.branch, created };
    });
}
async function create({ server, administrator, catalog, request, half }) {
    const { name, owner, expiresAt } = request;
    const database = databaseNameOf(name);
    const parent = findParent(catalog, request.parent ?? server.parts.database);
    const now = server.context.now();
    const salt = half?.salt ?? newSalt();
    const mark = { branch: name, owner, parent, createdAt: now, filledAt: now, expiresAt, salt };
    const role = { role: database, mark, password: await server.password(database, mark.salt) };
    server.context.mask(role.password);
    await (half === undefined ? createRole : renewRole)(administrator, role);
    await buildDatabase(administrator, { database, parent, description: describeMark(mark) });
}
async function renew({ server, administrator, request, existing }) {
    if (existing?.mark === undefined)
        return;
    const { id } = existing.branch;
    const mark = { ...existing.mark, expiresAt: request.expiresAt };
    const password = await server.password(id, mark.salt);
    server.context.mask(password);
    await renewRole(administrator, { role: id, mark, password });
    // A reset that ended half-way may have left its copy.
    await dropDatabase(administrator, unfinishedNameOf(id), id);
}

;// CONCATENATED MODULE: ./build/providers/postgres/provider.js
/** Branches on a plain server: each is a database copied from a parent database, with a role of its own that owns it. */














/** @throws UserError when the URI is pooled, holds no password, or cannot be read */
async function createPostgresProvider(options, context) {
    const uri = options.adminUri ?? (await (0,embedded_server.ensureEmbeddedServer)({ ...options, ...context })).uri;
    for (const secret of (0,connection_uri/* secretsOf */.Fj)(uri))
        context.mask(secret);
    (0,pooler/* assertDirectUri */.UH)(uri);
    const parts = (0,connection_uri/* parseConnectionUri */.sq)(uri);
    const isEmbedded = options.adminUri === undefined;
    const server = { uri, parts, password: createPasswordSource(parts), isEmbedded, context };
    return {
        name: 'postgres',
        ensureBranch: (request) => ensureBranch(server, request),
        findBranch: (name) => findBranch(server, name),
        resetBranch: (branch) => resetBranch(server, branch),
        deleteBranch: (branch) => deleteBranch(server, branch),
        listBranches: () => listBranches(server),
        connection: (branch, choice) => connectionTo(server, branch, choice),
        // Every call has a session of its own; nothing is held between them.
        [Symbol.asyncDispose]: () => Promise.resolve(),
    };
}
async function findBranch(server, name) {
    const read = (administrator) => readCatalog(administrator, server.parts.database);
    return findByName(await administer(server, { doing: 'Listing the branches' }, read), name)?.branch;
}
async function* listBranches(server) {
    const read = (administrator) => readCatalog(administrator, server.parts.database);
    for (const { branch } of await administer(server, { doing: 'Listing the branches' }, read))
        yield branch;
}
async function resetBranch(server, { id, name, parent }) {
    return administer(server, { doing: `Resetting the branch "${name}"`, parent: parent?.id }, async (administrator) => {
        await lockBranch(administrator, id);
        const catalog = await readCatalog(administrator, server.parts.database);
        const { mark } = changeable(await entryOf(server, administrator, id), 'reset');
        const from = findParent(catalog, mark.parent);
        const filledAt = server.context.now();
        await buildDatabase(administrator, { database: id, parent: from, description: describeMark(mark) });
        const password = await server.password(id, mark.salt);
        await renewRole(administrator, { role: id, mark: { ...mark, filledAt }, password });
        const entry = await entryOf(server, administrator, id);
        await prove(server, administrator, entry);
        return entry.branch;
    });
}
async function deleteBranch(server, { id, name }) {
    return administer(server, { doing: `Deleting the branch "${name}"` }, async (administrator) => {
        await lockBranch(administrator, id);
        const catalog = await readCatalog(administrator, server.parts.database);
        const entry = catalog.find(({ branch }) => branch.id === id);
        if (entry === undefined)
            return false;
        changeable(entry, 'delete');
        await dropDatabase(administrator, unfinishedNameOf(id), id);
        await dropDatabase(administrator, id, id);
        await dropRole(administrator, id);
        return true;
    });
}
/** @throws UserError for what is not ours, is the default branch, or has children, whatever the caller has asked before */
function changeable(entry, verb) {
    const { branch, mark } = entry;
    // Ours by its mark; whose of us it is was the caller's question.
    if (mark !== undefined) {
        (0,ownership/* assertOurs */.c)(branch, mark.owner, verb);
        return { ...entry, mark };
    }
    (0,ownership/* assertOurs */.c)(branch, { repository: '', pullRequest: undefined, key: '' }, verb);
    throw new Error('A database without a mark is always refused.');
}


/***/ })

};
