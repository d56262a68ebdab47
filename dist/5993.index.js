export const id = 5993;
export const ids = [5993];
export const modules = {

/***/ 85993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ checkConnection),
  m: () => (/* reexport */ connectionRules)
});

// EXTERNAL MODULE: ./build/report/finding.js
var finding = __webpack_require__(28586);
// EXTERNAL MODULE: ./build/checks/connection/input.js
var input = __webpack_require__(14453);
// EXTERNAL MODULE: ./build/checks/connection/authentication.js
var authentication = __webpack_require__(35925);
// EXTERNAL MODULE: ./build/checks/connection/clock.js
var clock = __webpack_require__(87671);
// EXTERNAL MODULE: ./build/report/rule.js
var rule = __webpack_require__(56757);
;// CONCATENATED MODULE: ./build/checks/connection/connection-limits.js


const info = {
    id: 'connections-nearly-used',
    title: 'Almost all connections are in use',
    severity: 'warning',
    why: 'The next deployment, or the next burst, is refused with SQLSTATE 53300. More than 80 % of what the server, the database or the role allows is reported.',
    docs: 'https://www.postgresql.org/docs/current/runtime-config-connection.html',
};
const warnShare = 0.8;
function find(facts) {
    const server = (0,input/* serverOf */.Y_)(facts);
    if (server === undefined)
        return [];
    return allowances(server.facts.server.connections)
        .filter(({ inUse, limit }) => inUse > limit * warnShare)
        .map(({ whose, inUse, limit }) => (0,rule/* findingOf */.hD)(info, {
        subject: (0,input/* subjectOf */.et)(server),
        message: `${inUse} of the ${limit} connections that the ${whose} allows are in use.`,
        evidence: 'Counted in pg_stat_activity, the connections of this check included.',
        fix: 'SELECT usename, application_name, state, count(*), min(state_change) FROM pg_stat_activity WHERE datid IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 4 DESC;',
    }));
}
/** Limits of the database and the role count where they are set (-1 is none). */
function allowances(counts) {
    const all = [
        { whose: 'server', inUse: counts.inUse, limit: counts.max - counts.reserved },
        { whose: 'database', inUse: counts.databaseInUse, limit: counts.databaseLimit },
        { whose: 'role', inUse: counts.roleInUse, limit: counts.roleLimit },
    ];
    return all.filter(({ limit }) => limit >= 0);
}
const connectionsNearlyUsed = { info, find };

// EXTERNAL MODULE: ./build/checks/connection/encryption.js
var encryption = __webpack_require__(49712);
// EXTERNAL MODULE: ./build/checks/connection/latency.js
var latency = __webpack_require__(42691);
// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(86967);
;// CONCATENATED MODULE: ./build/checks/connection/locale.js



const encodingInfo = {
    id: 'encoding-not-utf8',
    title: 'The database is not encoded in UTF-8',
    severity: 'warning',
    why: 'Text outside its encoding is refused, and SQL_ASCII stores whatever bytes it is given. It can only be changed by making the database anew.',
};
function findEncoding(facts) {
    const server = (0,input/* serverOf */.Y_)(facts);
    if (server === undefined || server.facts.server.encoding === 'UTF8')
        return [];
    const { encoding, database } = server.facts.server;
    return [
        (0,rule/* findingOf */.hD)(encodingInfo, {
            subject: (0,input/* subjectOf */.et)(server),
            message: `The database is encoded in ${encoding}.`,
            evidence: `pg_database.encoding of ${database}`,
            fix: `CREATE DATABASE ${(0,identifier/* quoteIdentifier */.C)(`${database}_utf8`)} ENCODING 'UTF8' TEMPLATE template0;
-- then pg_dump and pg_restore into it`,
        }),
    ];
}
const collationInfo = {
    id: 'collation-version-mismatch',
    title: 'The collation library changed under the database',
    severity: 'warning',
    why: 'The operating system or ICU sorts text in another way than when the indexes were built: lookups can miss rows, and unique indexes can let duplicates in. Rebuild the indexes on text first; refreshing the version only silences the warning.',
    docs: 'https://www.postgresql.org/docs/current/sql-altercollation.html#SQL-ALTERCOLLATION-NOTES',
};
function findCollation(facts) {
    const server = (0,input/* serverOf */.Y_)(facts);
    if (server === undefined)
        return [];
    const { collation, database } = server.facts.server;
    if (collation.recorded === null || collation.actual === null)
        return [];
    if (collation.recorded === collation.actual)
        return [];
    const name = (0,identifier/* quoteIdentifier */.C)(database);
    return [
        (0,rule/* findingOf */.hD)(collationInfo, {
            subject: (0,input/* subjectOf */.et)(server),
            message: 'The indexes on text were built with another version of the collation library.',
            evidence: `pg_database.datcollversion is ${collation.recorded}, the library's is ${collation.actual}.`,
            fix: `REINDEX DATABASE CONCURRENTLY ${name};\nALTER DATABASE ${name} REFRESH COLLATION VERSION;`,
        }),
    ];
}
const encodingNotUtf8 = { info: encodingInfo, find: findEncoding };
const collationVersionMismatch = { info: collationInfo, find: findCollation };

// EXTERNAL MODULE: ./build/checks/connection/pooler-signs.js
var pooler_signs = __webpack_require__(5899);
;// CONCATENATED MODULE: ./build/checks/connection/pooling.js



const directInfo = {
    id: 'direct-uri-is-pooled',
    title: 'The direct URI leads to a pooler',
    severity: 'error',
    why: "Migrations need one session from beginning to end: through a pooler in transaction mode Prisma's advisory lock is taken and released on different servers' sessions, and session settings reach other clients.",
    docs: 'https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections/pgbouncer',
};
function findDirect(facts) {
    return (0,input/* connectedTargets */.aV)(facts).flatMap((target) => {
        const proof = (0,pooler_signs/* poolerProof */.i)(target.facts.pooler);
        if (target.name !== 'direct' || proof === undefined)
            return [];
        return (0,rule/* findingOf */.hD)(directInfo, {
            subject: (0,input/* subjectOf */.et)(target),
            message: 'The URI for migrations goes through a pooler in transaction mode.',
            evidence: `Seen: ${proof}.`,
            fix: "Use the URI of the server itself: Neon's host without `-pooler`, Supabase's port 5432.",
        });
    });
}
const pooledInfo = {
    id: 'pooled-uri-is-not-pooled',
    title: 'Nothing shows that the pooled URI leads to a pooler',
    severity: 'warning',
    why: 'Every instance of the application then takes server connections of its own, and they run out when it scales. A pooler in session mode cannot be told from the server itself, unless it hands out process ids of its own.',
};
function findPooled(facts) {
    return (0,input/* connectedTargets */.aV)(facts).flatMap((target) => {
        const { pooler } = target.facts;
        if (target.name !== 'pooled' || (0,pooler_signs/* poolerProof */.i)(pooler) !== undefined || pooler.isBehindProxy)
            return [];
        return (0,rule/* findingOf */.hD)(pooledInfo, {
            subject: (0,input/* subjectOf */.et)(target),
            message: 'The pooled URI behaves like a direct one.',
            evidence: 'Two connections got two server processes of their own, with the process ids that were announced, and the host name is not that of a known pooler.',
            fix: "Use the pooler's URI: Neon's host with `-pooler`, Supabase's port 6543, or PgBouncer's own.",
        });
    });
}
const directUriIsPooled = { info: directInfo, find: findDirect };
const pooledUriIsNotPooled = { info: pooledInfo, find: findPooled };

;// CONCATENATED MODULE: ./build/checks/connection/reachability.js

const reachability_info = {
    id: 'connection-failed',
    title: 'No connection',
    severity: 'error',
    why: 'The application, or the migrations, cannot connect either. The other URI is checked all the same.',
};
function reachability_find({ targets }) {
    return targets.flatMap((target) => target.kind === 'connected'
        ? []
        : (0,rule/* findingOf */.hD)(reachability_info, {
            subject: `${target.name} ${target.address}`,
            message: `The ${target.name} URI gives no usable connection.`,
            evidence: target.failure.message,
            ...(target.failure.hint === undefined ? {} : { fix: target.failure.hint }),
        }));
}
const connectionFailed = { info: reachability_info, find: reachability_find };

;// CONCATENATED MODULE: ./build/checks/connection/same-database.js


const same_database_info = {
    id: 'uris-lead-apart',
    title: 'The two URIs lead to different databases',
    severity: 'error',
    why: 'Migrations then change one database and the application uses another: the pooled URI of another branch is the usual mistake. A pooled URI of a read replica is not reported.',
};
function same_database_find(facts) {
    const [direct, pooled] = (0,input/* connectedTargets */.aV)(facts);
    if (direct === undefined || pooled === undefined || pooled.facts.server.isInRecovery)
        return [];
    if (direct.facts.server.identity === pooled.facts.server.identity)
        return [];
    return [
        (0,rule/* findingOf */.hD)(same_database_info, {
            subject: (0,input/* subjectOf */.et)(pooled),
            message: 'The pooled URI leads to another database than the direct one.',
            evidence: `Start of the server and oid of the database: ${direct.facts.server.identity} (direct), ${pooled.facts.server.identity} (pooled).`,
            fix: 'Take both URIs from the same branch.',
        }),
    ];
}
const urisLeadApart = { info: same_database_info, find: same_database_find };

;// CONCATENATED MODULE: ./build/checks/connection/postgres-releases.js
/** The last release of each major version (https://www.postgresql.org/support/versioning/). */
const lastReleases = new Map([
    [10, '2022-11-10'],
    [11, '2023-11-09'],
    [12, '2024-11-21'],
    [13, '2025-11-13'],
    [14, '2026-11-12'],
    [15, '2027-11-11'],
    [16, '2028-11-09'],
    [17, '2029-11-08'],
    [18, '2030-11-14'],
]);
const releasesPage = 'https://www.postgresql.org/support/versioning/';
/** Midnight UTC of the day of the last release; undefined for a version that is newer (or much older) than this table. */
function endOfLife(major) {
    const day = lastReleases.get(major);
    return day === undefined ? undefined : new Date(`${day}T00:00:00Z`);
}

;// CONCATENATED MODULE: ./build/checks/connection/server-version.js




const tooOldInfo = {
    id: 'server-version-too-old',
    title: 'The server is older than required',
    severity: 'error',
    why: '`minimum-postgres-version` says what the application was written and tested for.',
};
function findTooOld(facts) {
    const server = (0,input/* serverOf */.Y_)(facts);
    const minimum = facts.limits.minimumPostgresVersion;
    if (server === undefined || majorOf(server.facts.serverVersion) >= minimum)
        return [];
    return [
        (0,rule/* findingOf */.hD)(tooOldInfo, {
            subject: (0,input/* subjectOf */.et)(server),
            message: `The server runs PostgreSQL ${majorOf(server.facts.serverVersion)}, at least ${minimum} is required.`,
            evidence: `server_version = ${server.facts.server.version}`,
        }),
    ];
}
const unsupportedInfo = {
    id: 'server-version-unsupported',
    title: 'The major version is out of support, or soon will be',
    severity: 'warning',
    why: 'There are no more security fixes after the last release of a major version. Half a year before it is a notice: time to rehearse the upgrade.',
    docs: releasesPage,
};
const noticeDays = 183;
function findUnsupported(facts) {
    const server = (0,input/* serverOf */.Y_)(facts);
    if (server === undefined)
        return [];
    const major = majorOf(server.facts.serverVersion);
    const end = endOfLife(major);
    if (end === undefined)
        return [];
    const days = (0,encryption/* daysUntil */.AQ)(end, facts.now);
    if (days >= noticeDays)
        return [];
    const day = end.toISOString().slice(0, 10);
    const isOver = days < 0;
    return [
        (0,rule/* findingOf */.hD)(unsupportedInfo, {
            subject: (0,input/* subjectOf */.et)(server),
            severity: isOver ? 'warning' : 'notice',
            message: isOver
                ? `PostgreSQL ${major} had its last release on ${day} and gets no more fixes.`
                : `PostgreSQL ${major} has its last release on ${day}, in ${days} days.`,
            evidence: `server_version = ${server.facts.server.version}`,
        }),
    ];
}
/** 150018 is 15.18 (since PostgreSQL 10). */
function majorOf(serverVersion) {
    return Math.floor(serverVersion / 10_000);
}
const serverVersionTooOld = { info: tooOldInfo, find: findTooOld };
const serverVersionUnsupported = { info: unsupportedInfo, find: findUnsupported };

// EXTERNAL MODULE: ./build/checks/connection/writable.js
var writable = __webpack_require__(16733);
;// CONCATENATED MODULE: ./build/checks/connection/rules.js











const connectionRuleList = [
    connectionFailed,
    encryption/* connectionNotEncrypted */.oE,
    encryption/* plainTextAccepted */.FY,
    encryption/* certificateNotVerified */.t0,
    encryption/* certificateExpires */.Og,
    authentication/* weakAuthentication */.P,
    serverVersionTooOld,
    serverVersionUnsupported,
    writable/* databaseReadOnly */._,
    directUriIsPooled,
    pooledUriIsNotPooled,
    urisLeadApart,
    latency/* latencyAboveLimit */.P,
    connectionsNearlyUsed,
    clock/* clockSkew */.nW,
    encodingNotUtf8,
    collationVersionMismatch,
];
/** For the documentation. */
const connectionRules = connectionRuleList.map(({ info }) => info);

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/postgres/connect.js + 6 modules
var connect = __webpack_require__(46033);
// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/postgres/pooler.js
var postgres_pooler = __webpack_require__(14045);
// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(37929);
// EXTERNAL MODULE: ./build/postgres/tls.js
var tls = __webpack_require__(20623);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: ./build/checks/connection/authentication-request.js
var authentication_request = __webpack_require__(63013);
;// CONCATENATED MODULE: ./build/checks/connection/handshake.js
/**
 * The first messages of a connection, spoken by hand: what a server shows before it knows a password. Nothing secret
 * is sent, and the connection ends with the server's first answer
 * (https://www.postgresql.org/docs/current/protocol-flow.html).
 */





const sslRequestCode = 80_877_103;
const protocolVersion = 196_608;
/** Never rejects, but for the signal's reason. */
async function shakeHands(options) {
    const { parts, signal, timeoutMs } = options;
    const socket = parts.host.startsWith('/')
        ? (0,external_node_net_.connect)(`${parts.host}/.s.PGSQL.${parts.port}`)
        : (0,external_node_net_.connect)(parts.port, parts.host);
    const timer = setTimeout(() => socket.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    const onAbort = () => socket.destroy();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
        return await converse(socket, options);
    }
    catch (thrown) {
        return { kind: 'unknown', reason: (0,errors/* errorMessage */.gJ)(thrown) };
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        socket.destroy();
        signal.throwIfAborted();
    }
}
async function converse(socket, options) {
    await happened(socket, 'connect');
    const stream = options.tls === false ? socket : await secured(socket, options, options.tls);
    if (stream === undefined)
        return { kind: 'no-tls' };
    const tls = presentedTls(stream, options.parts.host);
    stream.write(startupMessage(options.parts));
    const message = await firstMessage(stream);
    if (message === undefined)
        return { kind: 'refused', reason: 'the server closed the connection', tls };
    if (message.type === 'R')
        return { kind: 'asked', method: (0,authentication_request/* methodOf */.N)(message.body), tls };
    return refusal(message.body, tls);
}
/** Undefined when the server speaks no TLS. */
async function secured(socket, { parts, negotiation }, tls) {
    if (negotiation === 'postgres') {
        socket.write(handshake_frame(sslRequestCode));
        const [answer] = await happened(socket, 'data');
        if (!Buffer.isBuffer(answer) || answer.toString('latin1', 0, 1) !== 'S')
            return undefined;
    }
    const name = (0,external_node_net_.isIP)(parts.host) === 0 ? { servername: parts.host } : {};
    const alpn = negotiation === 'direct' ? { ALPNProtocols: ['postgresql'] } : {};
    // An unverified certificate is what this is to find out, so it may not end the conversation.
    const stream = (0,external_node_tls_.connect)({
        ...tls,
        ...name,
        ...alpn,
        host: parts.host,
        socket,
        rejectUnauthorized: false,
    });
    await happened(stream, 'secureConnect');
    return stream;
}
function presentedTls(stream, host) {
    const facts = (0,tls/* tlsFactsOf */.OQ)(stream, host);
    if (facts === undefined || !(stream instanceof external_node_tls_.TLSSocket))
        return undefined;
    const end = new Date(stream.getPeerCertificate().valid_to);
    return { ...facts, validTo: Number.isNaN(end.getTime()) ? undefined : end };
}
function startupMessage({ user, database }) {
    const text = ['user', user, 'database', database === '' ? user : database]
        .map((part) => `${part}\0`)
        .join('');
    return handshake_frame(protocolVersion, Buffer.from(`${text}\0`));
}
function handshake_frame(code, rest = Buffer.alloc(0)) {
    const head = Buffer.alloc(8);
    head.writeInt32BE(8 + rest.length, 0);
    head.writeInt32BE(code, 4);
    return Buffer.concat([head, rest]);
}
/** A message of a server that is no Postgres could claim any length. */
const longestMessage = 65_536;
/** Undefined when the server hangs up first. */
function firstMessage(stream) {
    return new Promise((resolve, reject) => {
        let received = Buffer.alloc(0);
        stream.on('data', (chunk) => {
            received = Buffer.concat([received, chunk]);
            if (received.length < 5)
                return;
            const end = 1 + received.readUInt32BE(1);
            if (end > longestMessage)
                return reject(new Error('the answer is not that of a Postgres server'));
            if (received.length >= end)
                resolve({ type: received.toString('latin1', 0, 1), body: received.subarray(5, end) });
        });
        stream.once('error', reject);
        stream.once('end', () => resolve(undefined));
        stream.once('close', () => resolve(undefined));
    });
}
/** Too many connections, a server that starts or stops, a lost backend: they say nothing about how it lets clients in. */
const passing = /^(53|57P|08)/;
function refusal(body, tls) {
    const fields = new Map(body
        .toString('utf8')
        .split('\0')
        .filter((field) => field !== '')
        .map((field) => [field.slice(0, 1), field.slice(1)]));
    const [state, message] = [fields.get('C') ?? '', fields.get('M') ?? 'no reason given'];
    const reason = `${message}${state === '' ? '' : ` (SQLSTATE ${state})`}`;
    return passing.test(state) ? { kind: 'unknown', reason } : { kind: 'refused', reason, tls };
}
function happened(stream, event) {
    return new Promise((resolve, reject) => {
        stream.once(event, (...values) => resolve(values));
        stream.once('error', reject);
        stream.once('close', () => reject(new Error('the connection was closed')));
    });
}

;// CONCATENATED MODULE: ./build/checks/connection/local-host.js

/**
 * Traffic to it does not leave the machine: a loopback address, a `localhost` name (RFC 6761), a Unix socket's folder, or
 * a name of one label, which is how jobs in a container call their service containers (`postgres`, `db`).
 */
function isLocalHost(host) {
    if (host.startsWith('/'))
        return true;
    if ((0,external_node_net_.isIP)(host) === 4)
        return host.startsWith('127.');
    if ((0,external_node_net_.isIP)(host) === 6)
        return host === '::1' || host.startsWith('::ffff:127.');
    return /^(.*\.)?localhost\.?$/i.test(host) || !host.includes('.');
}

// EXTERNAL MODULE: ./build/postgres/row.js
var row = __webpack_require__(31290);
;// CONCATENATED MODULE: ./build/checks/connection/measure.js

/** Round trips of `select 1`, one after another on a connection that is open already. */
async function measureLatency(connection, samples) {
    const times = [];
    for (let sample = 0; sample < Math.max(1, samples); sample += 1)
        times.push(await timed(() => connection.query('select 1')));
    const sorted = times.toSorted((left, right) => left - right);
    return { median: medianOf(sorted), min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0, samples: sorted.length };
}
/** @param sorted ascending, not empty */
function medianOf(sorted) {
    const middle = sorted.length / 2;
    const [lower, upper] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0];
    return (lower + upper) / 2;
}
/** Milliseconds that `work` took. */
async function timed(work) {
    const start = performance.now();
    await work();
    return performance.now() - start;
}
/**
 * As NTP does with one packet: the server read its clock somewhere within the round trip, at half of it as a best
 * guess. The shortest of three round trips counts.
 */
async function measureClockSkew(connection, now) {
    const samples = [];
    for (let sample = 0; sample < 3; sample += 1) {
        const [sent, start] = [now().getTime(), performance.now()];
        const rows = await connection.query('select (extract(epoch from pg_catalog.clock_timestamp()) * 1000)::float8 as server_ms');
        const half = (performance.now() - start) / 2;
        samples.push({ offsetMs: (0,row/* numeric */.sH)(rows[0] ?? {}, 'server_ms') - (sent + half), uncertaintyMs: half });
    }
    const byUncertainty = samples.toSorted((left, right) => left.uncertaintyMs - right.uncertaintyMs);
    return byUncertainty[0] ?? { offsetMs: 0, uncertaintyMs: 0 };
}

// EXTERNAL MODULE: ./build/checks/connection/server-facts.js
var server_facts = __webpack_require__(18032);
;// CONCATENATED MODULE: ./build/checks/connection/target.js
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











/** A URI that leads nowhere is an answer, not an error. */
async function examineTarget(request, context) {
    const { name } = request;
    let address = name === 'direct' ? 'the direct URI' : 'the pooled URI';
    try {
        const parts = (0,connection_uri/* parseConnectionUri */.sq)(request.uri);
        address = (0,connection_uri/* describeUri */.U0)(parts);
        return { kind: 'connected', name, facts: await readTarget(request, parts, context) };
    }
    catch (thrown) {
        context.signal.throwIfAborted();
        const failure = failureOf(thrown);
        if (failure === undefined)
            throw thrown;
        return { kind: 'failed', name, address, failure };
    }
}
/** Undefined for what is no answer of the server, but a mistake of ours. */
function failureOf(thrown) {
    if (thrown instanceof errors/* UserError */.yo || thrown instanceof errors/* ExternalError */.yA)
        return { message: thrown.message, hint: thrown.hint };
    const state = (0,sqlstate/* sqlStateOf */.v9)(thrown);
    if (state === undefined)
        return undefined;
    return { message: `${(0,errors/* errorMessage */.gJ)(thrown)} (SQLSTATE ${state})`, hint: undefined };
}
async function readTarget(request, parts, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const options = {
            ...context,
            uri: request.uri,
            applicationName: 'database-actions/check-connection',
            settings: { statementTimeoutMs: context.timeoutMs },
        };
        // Loading the driver is not the server's time.
        await __webpack_require__.e(/* import() */ 3849).then(__webpack_require__.bind(__webpack_require__, 83849));
        const start = performance.now();
        const first = __addDisposableResource(env_1, await (0,connect/* connectWhenReady */.y)(options), true);
        const coldConnectMs = performance.now() - start;
        const again = performance.now();
        const second = __addDisposableResource(env_1, await (0,connect/* connectWhenReady */.y)(options), true);
        const warmConnectMs = performance.now() - again;
        const measured = await readSession(first, second, { request, context });
        const hands = await shakeAllHands(parts, context);
        return {
            address: (0,connection_uri/* describeUri */.U0)(parts),
            isLocal: isLocalHost(parts.host),
            serverVersion: first.serverVersion,
            tls: first.tls,
            coldConnectMs,
            warmConnectMs,
            ...measured,
            ...hands,
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
/** One after another: they share a connection, and a latency is only true on a quiet one. */
async function readSession(first, second, { request, context }) {
    const latency = await measureLatency(first, request.latencySamples);
    const clock = await measureClockSkew(first, context.now);
    const uriSays = (0,postgres_pooler/* poolerEvidence */.F4)(request.uri);
    const pooler = await (0,pooler_signs/* readPoolerSigns */.M)(first, second, uriSays);
    const isPooled = uriSays !== undefined || pooler.sharesBackends;
    return { latency, clock, pooler, server: await (0,server_facts/* readServerFacts */.T)(first, isPooled) };
}
/** A handshake that gets no answer in this time tells nothing; the connection itself had the whole deadline. */
const handshakeMs = 10_000;
async function shakeAllHands(parts, context) {
    const plan = await (0,tls/* planTls */.D2)(parts);
    const encrypted = plan.attempts.find((attempt) => attempt !== false);
    const timeoutMs = Math.min(handshakeMs, context.timeoutMs);
    const common = { parts, timeoutMs, signal: context.signal };
    if (parts.host.startsWith('/'))
        return { withTls: undefined, withoutTls: undefined };
    const [withTls, withoutTls] = await Promise.all([
        shakeHands({ ...common, tls: encrypted ?? {}, negotiation: plan.negotiation }),
        shakeHands({ ...common, tls: false, negotiation: 'postgres' }),
    ]);
    return { withTls, withoutTls };
}

;// CONCATENATED MODULE: ./build/checks/check-connection.js





/**
 * Looks at both ways to the database at the same time. A URI that gives no connection is a finding, and hides nothing
 * of the other one. Changes nothing.
 * @throws only the signal's reason, or what is a mistake of ours
 */
async function checkConnection(request, context) {
    const latencySamples = request.latencySamples ?? 5;
    const pooledUri = request.pooledUri === request.directUri ? undefined : request.pooledUri;
    const [direct, pooled] = await Promise.all([
        examineTarget({ name: 'direct', uri: request.directUri, latencySamples }, context),
        pooledUri === undefined
            ? undefined
            : examineTarget({ name: 'pooled', uri: pooledUri, latencySamples }, context),
    ]);
    const facts = factsOf(request, pooled === undefined ? [direct] : [direct, pooled], context.now());
    const server = (0,input/* serverOf */.Y_)(facts)?.facts;
    return {
        latencyMs: server?.latency.median,
        serverVersion: server === undefined ? undefined : { text: server.server.version, number: server.serverVersion },
        direct,
        pooled,
        checkedAt: facts.now,
        findings: (0,finding/* sortFindings */.Tc)(connectionRuleList.flatMap((rule) => rule.find(facts))),
    };
}
function factsOf(request, targets, now) {
    return {
        targets,
        now,
        limits: {
            minimumPostgresVersion: request.minimumPostgresVersion ?? 15,
            maxLatencyMs: request.maxLatencyMs,
            requireTls: request.requireTls,
        },
    };
}


/***/ }),

/***/ 63013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ methodOf),
/* harmony export */   p: () => (/* binding */ methodText)
/* harmony export */ });
/** Codes of the Authentication messages (https://www.postgresql.org/docs/current/protocol-message-formats.html). */
const names = {
    0: 'none',
    3: 'password',
    5: 'md5',
    7: 'gss',
    9: 'sspi',
};
const saslCode = 10;
/** @param body of an Authentication message, without type and length */
function methodOf(body) {
    if (body.length < 4)
        return { name: 'unknown' };
    const code = body.readUInt32BE(0);
    if (code !== saslCode)
        return { name: names[code] ?? 'unknown' };
    const mechanisms = body.toString('latin1', 4).split('\0');
    const bindsChannel = mechanisms.includes('SCRAM-SHA-256-PLUS');
    return bindsChannel || mechanisms.includes('SCRAM-SHA-256')
        ? { name: 'scram-sha-256', bindsChannel }
        : { name: 'unknown' };
}
function methodText(method) {
    if (method.name === 'scram-sha-256')
        return method.bindsChannel ? 'scram-sha-256, with channel binding' : 'scram-sha-256';
    return method.name === 'none' ? 'nothing is asked (trust)' : method.name;
}


/***/ }),

/***/ 35925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ weakAuthentication),
/* harmony export */   f: () => (/* binding */ methodUsed)
/* harmony export */ });
/* harmony import */ var _report_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56757);
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14453);


const info = {
    id: 'weak-authentication',
    title: 'The way of logging in is weak',
    severity: 'warning',
    why: 'MD5 hashes are as good as the password to whoever steals them, and PostgreSQL 18 announces their removal; a password sent as it is can be read by whoever ends the TLS connection. A server that asks for nothing is an error, but for one on this machine (a service container), where it is a warning.',
    docs: 'https://www.postgresql.org/docs/current/auth-password.html',
};
function find(facts) {
    return (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .connectedTargets */ .aV)(facts).flatMap((target) => {
        const method = methodUsed(target.facts);
        return method === undefined ? [] : describe(method, target);
    });
}
/** Over TLS when the server has it, as the connection itself; undefined when it could not be seen. */
function methodUsed({ withTls, withoutTls }) {
    if (withTls?.kind === 'asked')
        return withTls.method;
    return withoutTls?.kind === 'asked' ? withoutTls.method : undefined;
}
const scram = `SET password_encryption = 'scram-sha-256';
-- then set the password of each role again (\\password in psql sends the hash alone), and say scram-sha-256 in pg_hba.conf`;
function describe({ name }, target) {
    const subject = (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectOf */ .et)(target);
    switch (name) {
        case 'none':
            return [
                (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .findingOf */ .hD)(info, {
                    subject,
                    severity: target.facts.isLocal ? 'warning' : 'error',
                    message: 'The server lets this role in without a password.',
                    evidence: 'It answered the start-up message with AuthenticationOk (`trust`).',
                    fix: 'Say `scram-sha-256` in place of `trust` in pg_hba.conf; for the postgres image leave POSTGRES_HOST_AUTH_METHOD away.',
                }),
            ];
        case 'md5':
            return [
                (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .findingOf */ .hD)(info, {
                    subject,
                    message: 'The password is proved by MD5.',
                    evidence: 'The server sent AuthenticationMD5Password.',
                    fix: scram,
                }),
            ];
        case 'password':
            return [
                (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .findingOf */ .hD)(info, {
                    subject,
                    message: 'The password itself is sent to the server.',
                    evidence: 'The server sent AuthenticationCleartextPassword.',
                    fix: scram,
                }),
            ];
        default:
            return [];
    }
}
const weakAuthentication = { info, find };


/***/ }),

/***/ 87671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ab: () => (/* binding */ skewText),
/* harmony export */   SP: () => (/* binding */ isSkewed),
/* harmony export */   nW: () => (/* binding */ clockSkew)
/* harmony export */ });
/* harmony import */ var _report_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56757);
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14453);


const info = {
    id: 'clock-skew',
    title: "The server's clock differs from this machine's",
    severity: 'warning',
    why: 'Sessions and tokens whose end one side writes and the other reads live too long or not at all, and times in logs cannot be put in order. More than 2 seconds beyond what the round trip explains is reported; which of the two clocks is wrong cannot be seen from here.',
};
const toleratedMs = 2000;
function find(facts) {
    const server = (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .serverOf */ .Y_)(facts);
    if (server === undefined)
        return [];
    const { clock } = server.facts;
    if (!isSkewed(clock))
        return [];
    return [
        (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .findingOf */ .hD)(info, {
            subject: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectOf */ .et)(server),
            message: `The server's clock is ${skewText(clock)} this machine's.`,
            evidence: 'Compared with clock_timestamp(), half of the round trip taken off, on the fastest of three round trips.',
        }),
    ];
}
/** The error of the measurement is given to the clock's favour. */
function isSkewed({ offsetMs, uncertaintyMs }) {
    return Math.abs(offsetMs) - uncertaintyMs > toleratedMs;
}
/** "3.2 s ahead of" */
function skewText({ offsetMs }) {
    const seconds = (Math.abs(offsetMs) / 1000).toFixed(1);
    return `${seconds} s ${offsetMs < 0 ? 'behind' : 'ahead of'}`;
}
const clockSkew = { info, find };


/***/ }),

/***/ 49712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ daysUntil),
/* harmony export */   FY: () => (/* binding */ plainTextAccepted),
/* harmony export */   Og: () => (/* binding */ certificateExpires),
/* harmony export */   SU: () => (/* binding */ presentedOf),
/* harmony export */   oE: () => (/* binding */ connectionNotEncrypted),
/* harmony export */   t0: () => (/* binding */ certificateNotVerified)
/* harmony export */ });
/* harmony import */ var _report_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56757);
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14453);


const sslDocs = 'https://www.postgresql.org/docs/current/libpq-ssl.html';
const unencryptedInfo = {
    id: 'connection-not-encrypted',
    title: 'The connection is not encrypted',
    severity: 'error',
    why: 'Everything but a SCRAM password can be read and changed on the way. Local hosts are left out unless TLS is required.',
    docs: sslDocs,
};
function findUnencrypted(facts) {
    return (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .connectedTargets */ .aV)(facts)
        .filter((target) => target.facts.tls === undefined && (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .needsTls */ .FN)(target, facts.limits))
        .map((target) => {
        const offered = presentedOf(target.facts.withTls) !== undefined;
        return (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .findingOf */ .hD)(unencryptedInfo, {
            subject: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectOf */ .et)(target),
            message: 'This URI leads to a connection without TLS.',
            evidence: offered
                ? 'The server offers TLS; the URI does not ask for it.'
                : 'The server offers no TLS.',
            fix: offered
                ? 'Add sslmode=verify-full (or at least sslmode=require) to the URI.'
                : 'Turn TLS on at the server (ssl = on, with a certificate), then use sslmode=verify-full in the URI.',
        });
    });
}
const plainTextInfo = {
    id: 'plain-text-accepted',
    title: 'The server accepts clients without TLS',
    severity: 'warning',
    why: 'One client with the wrong sslmode is enough to send data in the clear, and nobody will notice. An error where `require-tls` is set. Found by asking for a connection without TLS: the server should refuse.',
    docs: 'https://www.postgresql.org/docs/current/auth-pg-hba-conf.html',
};
function findPlainText(facts) {
    return (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .connectedTargets */ .aV)(facts)
        .filter((target) => target.facts.withoutTls?.kind === 'asked' && (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .needsTls */ .FN)(target, facts.limits))
        .map((target) => (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .findingOf */ .hD)(plainTextInfo, {
        subject: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectOf */ .et)(target),
        severity: facts.limits.requireTls === true ? 'error' : 'warning',
        message: 'The server went on to ask for the password of a client that had not asked for TLS.',
        evidence: 'A connection without TLS was not refused.',
        fix: 'Own server: only `hostssl` lines in pg_hba.conf (or `hostnossl all all all reject` as the first). Supabase: turn on "Enforce SSL on incoming connections".',
    }));
}
const unverifiedInfo = {
    id: 'certificate-not-verified',
    title: "The server's certificate is not verified",
    severity: 'warning',
    why: 'Encryption without a known certificate does not tell the server from somebody in between. Verified against the public authorities that Node knows, or against `sslrootcert` of the URI, and the host name.',
    docs: sslDocs,
};
function findUnverified(facts) {
    return (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .connectedTargets */ .aV)(facts).flatMap((target) => {
        const presented = presentedOf(target.facts.withTls) ?? target.facts.tls;
        if (presented?.problem === undefined || !(0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .needsTls */ .FN)(target, facts.limits))
            return [];
        return (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .findingOf */ .hD)(unverifiedInfo, {
            subject: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectOf */ .et)(target),
            message: "The server's certificate is not one that this machine trusts for this host.",
            evidence: presented.problem,
            fix: "Give the authority's certificate: sslmode=verify-full&sslrootcert=/path/to/ca.crt in the URI, or use the host name that the certificate names.",
        });
    });
}
const expiryInfo = {
    id: 'certificate-expires',
    title: "The server's certificate ends soon",
    severity: 'warning',
    why: 'Clients that verify it stop connecting all at once. Fewer than 14 days are a warning (automatic renewal has failed by then), its end is an error.',
};
const warnDays = 14;
function findExpiring(facts) {
    return (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .connectedTargets */ .aV)(facts).flatMap((target) => {
        const end = presentedOf(target.facts.withTls)?.validTo;
        if (end === undefined || !(0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .needsTls */ .FN)(target, facts.limits))
            return [];
        const days = daysUntil(end, facts.now);
        if (days >= warnDays)
            return [];
        return (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .findingOf */ .hD)(expiryInfo, {
            subject: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectOf */ .et)(target),
            severity: days < 0 ? 'error' : 'warning',
            message: days < 0 ? "The server's certificate has expired." : `The server's certificate ends in ${days} days.`,
            evidence: `Valid until ${end.toISOString()}.`,
        });
    });
}
/** What the server showed to a client that asked for TLS. */
function presentedOf(handshake) {
    return handshake?.kind === 'asked' || handshake?.kind === 'refused' ? handshake.tls : undefined;
}
/** Whole days, rounded down: negative when it is over. */
function daysUntil(end, now) {
    return Math.floor((end.getTime() - now.getTime()) / 86_400_000);
}
const connectionNotEncrypted = { info: unencryptedInfo, find: findUnencrypted };
const plainTextAccepted = { info: plainTextInfo, find: findPlainText };
const certificateNotVerified = { info: unverifiedInfo, find: findUnverified };
const certificateExpires = { info: expiryInfo, find: findExpiring };


/***/ }),

/***/ 14453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ needsTls),
/* harmony export */   Y_: () => (/* binding */ serverOf),
/* harmony export */   aV: () => (/* binding */ connectedTargets),
/* harmony export */   et: () => (/* binding */ subjectOf)
/* harmony export */ });
function connectedTargets({ targets }) {
    return targets.flatMap((target) => (target.kind === 'connected' ? [target] : []));
}
/** What holds for the server, whichever way leads to it: read over the direct URI, else over the pooled one. */
function serverOf(facts) {
    return connectedTargets(facts)[0];
}
/** `direct host:port/database` */
function subjectOf({ name, facts }) {
    return `${name} ${facts.address}`;
}
function needsTls({ facts }, { requireTls }) {
    return requireTls ?? !facts.isLocal;
}


/***/ }),

/***/ 42691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ latencyAboveLimit),
/* harmony export */   Y: () => (/* binding */ millisecondsText)
/* harmony export */ });
/* harmony import */ var _report_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56757);
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14453);


const info = {
    id: 'latency-above-limit',
    title: 'A round trip takes longer than allowed',
    severity: 'error',
    why: '`max-latency` says what is allowed, and the median of several round trips is above it. From a hosted runner the distance between regions is most of it.',
};
function find(facts) {
    const limit = facts.limits.maxLatencyMs;
    if (limit === undefined)
        return [];
    return (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .connectedTargets */ .aV)(facts)
        .filter((target) => target.facts.latency.median > limit)
        .map((target) => {
        const { median, min, max, samples } = target.facts.latency;
        return (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .findingOf */ .hD)(info, {
            subject: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectOf */ .et)(target),
            message: `The median round trip takes ${millisecondsText(median)}, ${millisecondsText(limit)} are allowed.`,
            evidence: `${samples} × select 1: ${millisecondsText(min)} to ${millisecondsText(max)}.`,
        });
    });
}
/** "0.42 ms", "6.2 ms", "38 ms", "1.4 s" */
function millisecondsText(milliseconds) {
    if (milliseconds >= 1000)
        return `${(milliseconds / 1000).toFixed(1)} s`;
    const digits = milliseconds < 1 ? 2 : milliseconds < 10 ? 1 : 0;
    return `${Number(milliseconds.toFixed(digits))} ms`;
}
const latencyAboveLimit = { info, find };


/***/ }),

/***/ 5899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readPoolerSigns),
/* harmony export */   i: () => (/* binding */ poolerProof)
/* harmony export */ });
/* harmony import */ var _postgres_row_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31290);

/**
 * Nothing is held while it looks: an open transaction would stop the second connection for good where the pool has a single
 * server connection.
 */
async function readPoolerSigns(first, second, uri) {
    const [ofFirst, ofSecond] = [new Set(), new Set()];
    for (let round = 0; round < 3; round += 1) {
        ofFirst.add(await backendOf(first));
        ofSecond.add(await backendOf(second));
    }
    const isShared = [...ofFirst].some((pid) => ofSecond.has(pid));
    const given = 'processID' in first.client ? first.client.processID : undefined;
    return {
        uri,
        sharesBackends: isShared || ofFirst.size > 1 || ofSecond.size > 1,
        isBehindProxy: typeof given === 'number' && !ofFirst.has(given),
    };
}
async function backendOf(connection) {
    const rows = await connection.query('select pg_catalog.pg_backend_pid() as pid');
    return (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_0__/* .numeric */ .sH)(rows[0] ?? {}, 'pid');
}
/** Why it is taken for a pooler, or undefined. */
function poolerProof({ uri, sharesBackends }) {
    if (sharesBackends)
        return 'two connections share a server process, as with a pooler in transaction mode';
    return uri;
}


/***/ }),

/***/ 18032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readServerFacts),
/* harmony export */   Z: () => (/* binding */ timeoutSettings)
/* harmony export */ });
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91753);
/* harmony import */ var _postgres_catalog_transaction_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91212);


const timeoutSettings = [
    'statement_timeout',
    'lock_timeout',
    'idle_in_transaction_session_timeout',
    'idle_session_timeout',
    'transaction_timeout',
];
const isServerFacts = (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    version: _guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isString */ .Kg,
    identity: _guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isString */ .Kg,
    role: _guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isString */ .Kg,
    database: _guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isString */ .Kg,
    isInRecovery: _guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isBoolean */ .Lm,
    settings: (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)((0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: _guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isString */ .Kg, value: _guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isString */ .Kg, source: _guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isString */ .Kg })),
    connections: (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
        max: _guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isNumber */ .Et,
        reserved: _guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isNumber */ .Et,
        inUse: _guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isNumber */ .Et,
        roleLimit: _guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isNumber */ .Et,
        roleInUse: _guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isNumber */ .Et,
        databaseLimit: _guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isNumber */ .Et,
        databaseInUse: _guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isNumber */ .Et,
    }),
    encoding: _guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isString */ .Kg,
    collation: (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ recorded: (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .me)(_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isString */ .Kg), actual: (0,_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .me)(_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .isString */ .Kg) }),
});
/**
 * @param isPooled true: settings are those of whatever server session the pooler gives; false: our own session's
 * settings are put back first, so that what any other client gets is read
 */
async function readServerFacts(connection, isPooled) {
    if (!isPooled)
        await connection.query('RESET ALL');
    const rows = await (0,_postgres_catalog_transaction_js__WEBPACK_IMPORTED_MODULE_1__/* .inCatalogTransaction */ .p)(connection, () => connection.query(factsQuery(connection.serverVersion), [
        [...timeoutSettings, 'default_transaction_read_only'],
    ]));
    const facts = typeof rows[0]?.facts === 'string' ? JSON.parse(rows[0].facts) : undefined;
    if (!isServerFacts(facts))
        throw new Error('The query about the server answered a document of another shape.');
    return facts;
}
/**
 * Runs on any supported server, and on older ones, whose age is to be a finding and not a crash. A role without
 * pg_read_all_stats sees other sessions without their type; those with a database are clients.
 */
function factsQuery(serverVersion) {
    const collation = serverVersion >= 150_000
        ? `'recorded', d.datcollversion, 'actual', pg_catalog.pg_database_collation_actual_version(d.oid)`
        : `'recorded', null, 'actual', null`;
    return `
with clients as (
  select datname, usename from pg_catalog.pg_stat_activity
  where backend_type = 'client backend' or (backend_type is null and datid is not null)
)
select pg_catalog.json_build_object(
  'identity', pg_catalog.pg_postmaster_start_time()::text || ' ' || d.oid::text,
  'version', pg_catalog.current_setting('server_version'),
  'role', current_user,
  'database', d.datname,
  'isInRecovery', pg_catalog.pg_is_in_recovery(),
  'settings', (
    select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'name', s.name, 'value', s.setting, 'source', s.source) order by s.name collate "C"), '[]')
    from pg_catalog.pg_settings s where s.name = any ($1::text[])),
  'connections', pg_catalog.json_build_object(
    'max', pg_catalog.current_setting('max_connections')::int,
    'reserved', pg_catalog.current_setting('superuser_reserved_connections')::int
      + coalesce(pg_catalog.current_setting('reserved_connections', true)::int, 0),
    'inUse', (select count(*) from clients),
    'roleLimit', r.rolconnlimit,
    'roleInUse', (select count(*) from clients where usename = session_user),
    'databaseLimit', d.datconnlimit,
    'databaseInUse', (select count(*) from clients where datname = d.datname)),
  'encoding', pg_catalog.pg_encoding_to_char(d.encoding),
  'collation', pg_catalog.json_build_object(${collation})
)::text as facts
from pg_catalog.pg_database d, pg_catalog.pg_roles r
where d.datname = pg_catalog.current_database() and r.rolname = session_user`;
}


/***/ }),

/***/ 16733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readOnlySetting),
/* harmony export */   _: () => (/* binding */ databaseReadOnly)
/* harmony export */ });
/* harmony import */ var _postgres_identifier_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86967);
/* harmony import */ var _report_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56757);
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14453);



const info = {
    id: 'database-read-only',
    title: 'The database takes no writes',
    severity: 'error',
    why: 'Migrations fail with SQLSTATE 25006. Of the pooled URI it is a warning: an application may read from a replica on purpose.',
};
function find(facts) {
    return (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .connectedTargets */ .aV)(facts).flatMap((target) => {
        const reason = reasonOf(target);
        if (reason === undefined)
            return [];
        return (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .findingOf */ .hD)(info, {
            subject: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectOf */ .et)(target),
            severity: target.name === 'direct' ? 'error' : 'warning',
            message: 'A session of this URI cannot write.',
            ...reason,
        });
    });
}
function reasonOf({ facts: { server } }) {
    if (server.isInRecovery)
        return { evidence: 'pg_is_in_recovery() is true: this is a standby or a read replica.' };
    const setting = readOnlySetting(server.settings);
    if (setting === undefined)
        return undefined;
    return {
        evidence: `default_transaction_read_only = on, from: ${setting.source}`,
        fix: `ALTER DATABASE ${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .C)(server.database)} RESET default_transaction_read_only;
ALTER ROLE ${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .C)(server.role)} RESET default_transaction_read_only;`,
    };
}
function readOnlySetting(settings) {
    return settings.find(({ name, value }) => name === 'default_transaction_read_only' && value === 'on');
}
const databaseReadOnly = { info, find };


/***/ })

};
