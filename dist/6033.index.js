export const id = 6033;
export const ids = [6033];
export const modules = {

/***/ 46033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect),
  y: () => (/* binding */ connectWhenReady)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
;// CONCATENATED MODULE: ./build/postgres/channel-binding.js

/**
 * `channel_binding=require`: the password is proved only to a server that ends this very TLS connection. `pg` binds
 * when the server offers it, but falls back; here anything else (no TLS, clear text, MD5, `trust`) closes the socket
 * before an answer is sent (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNECT-CHANNEL-BINDING).
 */
function requireChannelBinding(client, socket) {
    let isBound = false;
    const { connection } = client;
    const refuse = () => {
        const error = new errors/* UserError */.yo('The server offers no channel binding, but the connection URI says channel_binding=require.', {
            hint: 'Connect to the server itself over TLS with SCRAM passwords, or leave `channel_binding` away.',
        });
        // Both: nothing that `pg` still writes to either leaves this machine.
        connection.stream.destroy(error);
        socket.destroy();
    };
    connection.prependListener('authenticationSASL', (message) => {
        isBound = mechanismsOf(message).includes('SCRAM-SHA-256-PLUS') && connection.stream !== socket;
        if (!isBound)
            refuse();
    });
    connection.prependListener('authenticationCleartextPassword', refuse);
    connection.prependListener('authenticationMD5Password', refuse);
    connection.prependListener('authenticationOk', () => {
        if (!isBound)
            refuse();
    });
}
function mechanismsOf(message) {
    if (typeof message !== 'object' || message === null || !('mechanisms' in message))
        return [];
    return Array.isArray(message.mechanisms) ? message.mechanisms : [];
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./build/postgres/cancel.js


/** Request codes of the protocol (https://www.postgresql.org/docs/current/protocol-message-formats.html). */
const sslRequestCode = 80_877_103;
const cancelRequestCode = 80_877_102;
/**
 * Asks the server to cancel what a connection is doing, over a second one, as libpq's PQcancel does. Resolves when the
 * server has taken the request (it gives no answer) or after `timeoutMs`; it never rejects, since nothing can be done.
 */
async function requestCancel(target, timeoutMs) {
    const socket = target.host.startsWith('/')
        ? (0,external_node_net_.connect)(`${target.host}/.s.PGSQL.${target.port}`)
        : (0,external_node_net_.connect)(target.port, target.host);
    const timer = setTimeout(() => socket.destroy(), timeoutMs);
    try {
        const stream = await secured(socket, target);
        const closed = ended(stream);
        stream.write(cancel_frame(cancelRequestCode, target.processId, target.secretKey));
        await closed;
    }
    catch {
        // The server is gone, and with it the query.
    }
    finally {
        clearTimeout(timer);
        socket.destroy();
    }
}
function cancel_frame(...words) {
    const message = Buffer.alloc(4 + words.length * 4);
    message.writeInt32BE(message.length, 0);
    words.forEach((word, index) => {
        message.writeInt32BE(word | 0, 4 + index * 4);
    });
    return message;
}
async function secured(socket, target) {
    await happened(socket, 'connect');
    if (target.tls === false)
        return socket;
    if (target.negotiation === 'postgres') {
        socket.write(cancel_frame(sslRequestCode));
        const [answer] = await happened(socket, 'data');
        if (!Buffer.isBuffer(answer) || answer.toString('latin1') !== 'S')
            throw new Error('no TLS');
    }
    const { host } = target;
    const name = (0,external_node_net_.isIP)(host) === 0 ? { servername: host } : {};
    const alpn = target.negotiation === 'direct' ? { ALPNProtocols: ['postgresql'] } : {};
    const stream = (0,external_node_tls_.connect)({ ...target.tls, ...name, ...alpn, host, socket });
    await happened(stream, 'secureConnect');
    return stream;
}
function happened(stream, event) {
    return new Promise((resolve, reject) => {
        stream.once(event, (...values) => resolve(values));
        stream.once('error', reject);
        stream.once('close', () => reject(new Error('closed')));
    });
}
function ended(stream) {
    return new Promise((resolve) => {
        stream.once('error', () => resolve());
        stream.once('close', () => resolve());
        // Without a reader the server's FIN is never seen.
        stream.resume();
    });
}

// EXTERNAL MODULE: ./build/postgres/row.js
var postgres_row = __webpack_require__(31290);
// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(37929);
;// CONCATENATED MODULE: ./build/postgres/pipeline.js


/** So many are on their way at once; more would only fill buffers. */
const inFlight = 200;
/**
 * Runs the statements in their order. A refusal does not keep the next ones from running.
 * @throws the signal's reason after an abort, which ends the connection; what broke the connection
 */
async function sendAll(pipeline, statements) {
    const { client, socket, signal, cancel } = pipeline;
    const onAbort = () => {
        void cancel();
        socket.destroy();
    };
    signal.throwIfAborted();
    signal.addEventListener('abort', onAbort, { once: true });
    const answers = [];
    try {
        for (let start = 0; start < statements.length; start += inFlight) {
            const sent = statements.slice(start, start + inFlight).map((statement) => send(client, statement));
            for (const answer of await Promise.allSettled(sent))
                answers.push(answerOf(answer));
        }
        return answers;
    }
    catch (thrown) {
        signal.throwIfAborted();
        throw thrown;
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}
function send(client, { text, protocol }) {
    if (protocol === 'simple')
        return client.query(text);
    // `queryMode` is not in the types of `pg`.
    const query = { text, queryMode: 'extended' };
    return client.query(query);
}
function answerOf(settled) {
    if (settled.status === 'fulfilled')
        return { kind: 'rows', rows: (0,postgres_row/* rowsOf */.RO)(settled.value) };
    const error = settled.reason;
    if (error instanceof Error && (0,sqlstate/* sqlStateOf */.v9)(error) !== undefined)
        return { kind: 'refused', error };
    throw error;
}

;// CONCATENATED MODULE: ./build/postgres/connection.js





/** A cancelled run has 7.5 s before the runner kills it: a query that does not stop by then loses its socket. */
const cancelGraceMs = 2000;
const closeGraceMs = 2000;
function wrapSession(session) {
    const { client, socket, signal, cancelTarget, ...facts } = session;
    const cancel = async () => {
        if (cancelTarget !== undefined)
            await requestCancel(cancelTarget, cancelGraceMs);
    };
    return {
        serverVersion: facts.serverVersion,
        pid: facts.pid,
        tls: facts.tls,
        client,
        cancel,
        query: (sql, values) => runQuery({ client, socket, signal, cancel }, sql, values),
        queryAll: (statements) => runAll({ client, socket, signal, cancel }, statements),
        [Symbol.asyncDispose]: () => closeClient(client, socket),
    };
}
async function runQuery(running, sql, values) {
    const { client, socket, signal, cancel } = running;
    signal.throwIfAborted();
    let timer;
    const onAbort = () => {
        timer = setTimeout(() => socket.destroy(), cancelGraceMs);
        void cancel();
    };
    signal.addEventListener('abort', onAbort, { once: true });
    try {
        return (0,postgres_row/* rowsOf */.RO)(await (values === undefined ? client.query(sql) : client.query(sql, [...values])));
    }
    catch (thrown) {
        signal.throwIfAborted();
        throw isLost(thrown) ? connectionLost(thrown) : thrown;
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
    }
}
async function runAll(running, statements) {
    try {
        return await sendAll(running, statements);
    }
    catch (thrown) {
        throw isLost(thrown) ? connectionLost(thrown) : thrown;
    }
}
/** What `pg` and sockets say when there is nobody left to ask. */
function isLost(thrown) {
    if (!(thrown instanceof Error) || (0,sqlstate/* sqlStateOf */.v9)(thrown) !== undefined)
        return false;
    if ('code' in thrown && (thrown.code === 'ECONNRESET' || thrown.code === 'EPIPE'))
        return true;
    return /^(Connection terminated|Client has encountered a connection error|Client was closed)/.test(thrown.message);
}
function connectionLost(cause) {
    return new errors/* ExternalError */.yA('Postgres', 'The connection was lost; whether the last statement took effect is not known.', {
        retryable: true,
        cause,
    });
}
/** Says goodbye, but does not wait for a server that does not answer. */
async function closeClient(client, socket) {
    const timer = setTimeout(() => socket.destroy(), closeGraceMs);
    try {
        await client.end();
    }
    finally {
        clearTimeout(timer);
        socket.destroy();
    }
}

// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
;// CONCATENATED MODULE: ./build/postgres/connection-failure.js
/** Why a connection could not be had: whether it is worth another try, and what to tell the user. */



/** What the network says while a compute wakes up, a server starts or a DNS record spreads. */
const transientNetwork = {
    ECONNREFUSED: 'nothing listens there yet',
    ECONNRESET: 'the connection was reset',
    EPIPE: 'the connection was reset',
    ENOTFOUND: 'the host name is not known',
    EAI_AGAIN: 'the name server did not answer',
    ETIMEDOUT: 'the host did not answer',
    EHOSTUNREACH: 'the host cannot be reached',
    ENOENT: 'the socket is not there yet',
};
/** Codes of Node's TLS verification (https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const certificateCodes = /^(UNABLE_TO_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA|PATH_LENGTH_|INVALID_PURPOSE|ERR_TLS_CERT_|HOSTNAME_MISMATCH)/;
function classifyFailure(thrown, parts) {
    const state = (0,sqlstate/* sqlStateOf */.v9)(thrown);
    if (state !== undefined)
        return fromServer(state, (0,errors/* errorMessage */.gJ)(thrown), parts);
    const code = codeOf(thrown);
    if (certificateCodes.test(code))
        return connection_failure_final(badCertificate(code, thrown, parts));
    if (code === 'ENETUNREACH')
        return connection_failure_final(unreachable(parts));
    const network = transientNetwork[code];
    if (network !== undefined)
        return { kind: 'transient', reason: `${network} (${code})` };
    return fromDriver(thrown, parts);
}
/** AggregateError (all addresses of a name failed) carries the code of the last one. */
function codeOf(thrown) {
    if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string')
        return '';
    return thrown.code;
}
function connection_failure_final(error) {
    return { kind: 'final', error };
}
function badCertificate(code, thrown, parts) {
    return new errors/* UserError */.yo(`The certificate of ${(0,connection_uri/* describeUri */.U0)(parts)} does not verify: ${(0,errors/* errorMessage */.gJ)(thrown)} (${code}).`, {
        hint: 'Name the authority that signed it with `sslrootcert=<file>`, or connect by the host name that the certificate carries.',
    });
}
/** No route at all, and none will come: nearly always an address of IPv6 alone, on a machine without. */
function unreachable(parts) {
    const isSupabase = /^db\..*\.supabase\.co$/.test(parts.host);
    return new errors/* UserError */.yo(`This machine has no route to ${(0,connection_uri/* describeUri */.U0)(parts)} (ENETUNREACH).`, {
        hint: `Hosts with an IPv6 address alone cannot be reached from GitHub's runners.${isSupabase ? " Use the URI of Supabase's pooler in session mode (…pooler.supabase.com, port 5432)." : ' Use a host with an IPv4 address, or a runner that has IPv6.'}`,
    });
}
/** Words of pg 8 and Node, which have no code. */
const refusesTls = 'The server does not support SSL connections';
const lost = /^(timeout expired|Connection terminated|There was an error establishing an SSL connection|Client network socket disconnected)/;
/** True when the server answered the request for TLS with "no". */
function isTlsRefused(thrown) {
    return (0,sqlstate/* sqlStateOf */.v9)(thrown) === undefined && (0,errors/* errorMessage */.gJ)(thrown) === refusesTls;
}
function fromDriver(thrown, parts) {
    const message = (0,errors/* errorMessage */.gJ)(thrown);
    if (lost.test(message))
        return { kind: 'transient', reason: 'the server closed the connection or did not answer' };
    if (message === refusesTls)
        return connection_failure_final(new errors/* UserError */.yo(`${(0,connection_uri/* describeUri */.U0)(parts)} offers no TLS, but the connection URI asks for it.`, {
            hint: 'Turn TLS on at the server. For a throw-away server beside the job `sslmode=disable` is acceptable.',
        }));
    return connection_failure_final(new errors/* UserError */.yo(`No connection to ${(0,connection_uri/* describeUri */.U0)(parts)}: ${message}.`));
}
function fromServer(state, message, parts) {
    if (isTransient(state, message))
        return { kind: 'transient', reason: `${message} (SQLSTATE ${state})` };
    return connection_failure_final(new errors/* UserError */.yo(`${(0,connection_uri/* describeUri */.U0)(parts)} refused role "${parts.user}": ${message} (SQLSTATE ${state}).`, {
        hint: hintFor(state, message, parts),
    }));
}
/** PgBouncer has one SQLSTATE for everything, too: its words for a server that is not there yet. */
const poolerWaits = /query_wait_timeout|server login has been failing|try again later|server connection crashed|pgbouncer .*shut/i;
/** Connection exceptions, a server that starts or stops, and too many connections pass; proxies say XX000 for all sorts. */
function isTransient(state, message) {
    if (state === sqlstate/* sqlState */.cn.protocolViolation)
        return poolerWaits.test(message);
    if (state === sqlstate/* sqlState */.cn.internalError)
        return proxyRefusal(message) === undefined;
    return /^(08|57P0)/.test(state) || state === sqlstate/* sqlState */.cn.tooManyConnections;
}
/**
 * The proxies of Neon and Supabase have one SQLSTATE for everything, so their words must do
 * (https://neon.com/docs/connect/connection-errors).
 */
const proxyRefusals = [
    [
        /endpoint (is|has been) disabled/i,
        'The compute of this branch is disabled: enable it in the Neon console, or through the API.',
    ],
    [
        /(compute time|data transfer|quota|allowance)/i,
        "The plan's allowance is used up: computes start again with the next billing period or on a larger plan. Delete branches that nobody needs.",
    ],
    [
        /endpoint (could not be|not) found/i,
        'The host names an endpoint that does not exist (any more): look its URI up again.',
    ],
    [
        /tenant or user not found/i,
        "Supabase's pooler does not know the role: it must be written `role.project-reference`, and the host be that of the project's region.",
    ],
    [
        /endpoint ID is not specified/i,
        'The client sent no server name (SNI), which Neon needs to find the compute: connect by host name, not by IP address.',
    ],
];
function proxyRefusal(message) {
    return proxyRefusals.find(([words]) => words.test(message))?.[1];
}
function hintFor(state, message, parts) {
    const refusal = proxyRefusal(message);
    if (refusal !== undefined)
        return refusal;
    switch (state) {
        case sqlstate/* sqlState */.cn.invalidPassword:
            return `The password of role "${parts.user}" is wrong, or not percent-encoded in the URI (/ is %2F, % is %25, @ is %40).`;
        case sqlstate/* sqlState */.cn.invalidAuthorization:
            return `Does the role "${parts.user}" exist and may it log in? "no encryption" means that the server wants TLS: use sslmode=require. "no pg_hba.conf entry" means that this address is not let in.`;
        case sqlstate/* sqlState */.cn.invalidCatalogName:
            return `There is no database "${parts.database}" on this server: create it, or correct the name in the URI.`;
        case sqlstate/* sqlState */.cn.insufficientPrivilege:
            return `Grant it: GRANT CONNECT ON DATABASE … TO … (role "${parts.user}", database "${parts.database}").`;
        default:
            return 'The server does not take this connection as it is; the message above is its own.';
    }
}
/** The error of a single attempt. */
function connectionError(failure, parts) {
    if (failure.kind === 'final')
        return failure.error;
    return new errors/* ExternalError */.yA('Postgres', `No connection to ${(0,connection_uri/* describeUri */.U0)(parts)}: ${failure.reason}.`, {
        retryable: true,
    });
}

// EXTERNAL MODULE: ./build/postgres/pooler.js
var pooler = __webpack_require__(14045);
;// CONCATENATED MODULE: ./build/postgres/session.js

const defaults = {
    statementTimeoutMs: 60_000,
    lockTimeoutMs: 10_000,
    idleInTransactionTimeoutMs: 60_000,
    isReadOnly: false,
};
/**
 * Applies the settings and asks who answers, in one round trip. By a query, not by start-up parameters, which poolers
 * refuse. Through a pooler nothing is set: in transaction mode the next client would inherit it.
 */
async function beginSession(client, settings, isPooled) {
    const { statementTimeoutMs, lockTimeoutMs, idleInTransactionTimeoutMs, isReadOnly } = {
        ...defaults,
        ...settings,
    };
    if (isPooled && isReadOnly)
        throw new Error('A read-only session needs a direct connection.');
    const wanted = [
        ['statement_timeout', String(statementTimeoutMs)],
        ['lock_timeout', String(lockTimeoutMs)],
        ['idle_in_transaction_session_timeout', String(idleInTransactionTimeoutMs)],
        ...(isReadOnly ? [['default_transaction_read_only', 'on']] : []),
    ];
    const applied = isPooled ? [] : wanted;
    const columns = applied.map((_, index) => `pg_catalog.set_config($${index * 2 + 1}, $${index * 2 + 2}, false)`);
    const facts = [
        `pg_catalog.current_setting('server_version_num') AS server_version`,
        'pg_catalog.pg_backend_pid() AS pid',
    ];
    const result = await client.query(`SELECT ${[...columns, ...facts].join(', ')}`, applied.flat());
    const [row = {}] = (0,postgres_row/* rowsOf */.RO)(result);
    return { serverVersion: (0,postgres_row/* numeric */.sH)(row, 'server_version'), pid: (0,postgres_row/* numeric */.sH)(row, 'pid') };
}

// EXTERNAL MODULE: ./build/postgres/tls.js
var postgres_tls = __webpack_require__(20623);
;// CONCATENATED MODULE: ./build/postgres/connect.js
/** Opening a connection: one attempt, or as many as a cold start takes. */











/** A single attempt may not eat the whole deadline: a SYN that is dropped is only noticed by its silence. */
const attemptMs = 15_000;
const firstPauseMs = 100;
const longestPauseMs = 2000;
const progressEveryMs = 5000;
/**
 * One attempt. @throws UserError when another try is useless (password, database, certificate), ExternalError with
 * `retryable` when it is not
 */
async function connect(options) {
    const target = await prepare(options);
    return attempt(target, options.timeoutMs);
}
/**
 * Tries until the server answers: a compute that wakes up, a service container that starts. What cannot pass by
 * waiting is thrown at once. @throws UserError at the deadline, with the last reason
 */
async function connectWhenReady(options) {
    const target = await prepare(options);
    const deadline = (0,wait/* deadlineIn */._5)(options.timeoutMs);
    const progress = progressOf(options.log, target.parts, deadline);
    let pause = firstPauseMs;
    for (;;) {
        try {
            return await attempt(target, Math.min(attemptMs, deadline.remaining()));
        }
        catch (thrown) {
            options.signal.throwIfAborted();
            if (!(thrown instanceof errors/* ExternalError */.yA && thrown.retryable))
                throw thrown;
            if (deadline.remaining() <= pause)
                throw gaveUp(thrown, options.timeoutMs);
            progress(thrown.message);
        }
        await (0,wait/* sleep */.yy)(pause, options.signal);
        pause = Math.min(longestPauseMs, pause * 1.6);
    }
}
function gaveUp(last, timeoutMs) {
    return new errors/* UserError */.yo(`${last.message} Gave up after ${Math.round(timeoutMs / 1000)} s.`, {
        hint: 'Is the host right, does the server run, and may this machine reach it (allow-list, IPv6)? Raise the `timeout` input if it is merely slow.',
    });
}
function progressOf(log, parts, deadline) {
    let next = 0;
    return (reason) => {
        const elapsed = deadline.elapsed();
        if (elapsed < next)
            return;
        next = elapsed + progressEveryMs;
        log.info(`Waiting for ${(0,connection_uri/* describeUri */.U0)(parts)} since ${Math.round(elapsed / 1000)} s: ${reason}`);
    };
}
async function prepare(options) {
    const parts = (0,connection_uri/* parseConnectionUri */.sq)(options.uri);
    return { options, parts, plan: await (0,postgres_tls/* planTls */.D2)(parts), isPooled: (0,pooler/* isPooledUri */.sN)(options.uri) };
}
/** Goes through the plan's ways to encrypt, as libpq's `prefer` and `allow` do. */
async function attempt(target, timeoutMs) {
    const [first, second] = target.plan.attempts;
    try {
        return await connect_open(target, first ?? false, timeoutMs);
    }
    catch (thrown) {
        target.options.signal.throwIfAborted();
        if (second === undefined || !isWorthOtherWay(thrown, second))
            throw failureOf(thrown, target);
    }
    try {
        return await connect_open(target, second, timeoutMs);
    }
    catch (thrown) {
        target.options.signal.throwIfAborted();
        throw failureOf(thrown, target);
    }
}
function isWorthOtherWay(thrown, next) {
    return next === false ? isTlsRefused(thrown) : (0,sqlstate/* sqlStateOf */.v9)(thrown) === sqlstate/* sqlState */.cn.invalidAuthorization;
}
function failureOf(thrown, { parts }) {
    if (thrown instanceof errors/* UserError */.yo)
        return thrown;
    return connectionError(classifyFailure(thrown, parts), parts);
}
async function connect_open(target, tls, timeoutMs) {
    const { signal } = target.options;
    signal.throwIfAborted();
    const { default: pg } = await __webpack_require__.e(/* import() */ 3849).then(__webpack_require__.bind(__webpack_require__, 83849));
    const socket = new external_node_net_.Socket();
    const client = new pg.Client(clientConfig(target, tls, socket));
    ignorePgOptions(client, target.parts.parameters.get('options'));
    // A connection that breaks between two queries is seen by the next one; without a listener it would end the process.
    client.on('error', () => { });
    if (target.plan.requiresChannelBinding)
        requireChannelBinding(client, socket);
    const onAbort = () => socket.destroy();
    signal.addEventListener('abort', onAbort, { once: true });
    // For the first query too: a pooler logs a client in and lets it wait for a server that does not come.
    const timer = setTimeout(() => socket.destroy(new Error('timeout expired')), timeoutMs);
    try {
        await client.connect();
        const facts = await beginSession(client, target.options.settings, target.isPooled);
        const stream = client.connection.stream;
        const cancelTarget = cancelTargetOf(client, target, tls);
        return wrapSession({
            client,
            socket,
            signal,
            cancelTarget,
            tls: (0,postgres_tls/* tlsFactsOf */.OQ)(stream, target.parts.host),
            ...facts,
        });
    }
    catch (thrown) {
        await closeClient(client, socket);
        throw thrown;
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
    }
}
/** Discrete fields, each one set, so that neither `pg`'s reading of URIs nor PG… variables of the job have a say. */
function clientConfig(target, tls, socket) {
    const { parts, plan, options } = target;
    const { host, port, user, database, password } = parts;
    return {
        host,
        port,
        user,
        database,
        password: () => password,
        ssl: tls,
        sslnegotiation: tls === false ? 'postgres' : plan.negotiation,
        enableChannelBinding: plan.requiresChannelBinding,
        application_name: options.applicationName,
        keepAlive: true,
        pipeline: options.isPipelined ?? false,
        stream: () => socket,
    };
}
/** PGOPTIONS is the one variable that `pg` reads whatever its config says; the field is not in its types. */
function ignorePgOptions(client, options) {
    const parameters = 'connectionParameters' in client ? client.connectionParameters : undefined;
    if (typeof parameters === 'object' && parameters !== null)
        Reflect.set(parameters, 'options', options);
}
/** `pg` keeps the key data in fields that its types do not name. */
function cancelTargetOf(client, { parts, plan }, tls) {
    const processId = 'processID' in client ? client.processID : undefined;
    const secretKey = 'secretKey' in client ? client.secretKey : undefined;
    if (typeof processId !== 'number' || typeof secretKey !== 'number')
        return undefined;
    return { host: parts.host, port: parts.port, tls, negotiation: plan.negotiation, processId, secretKey };
}


/***/ }),

/***/ 9755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EH: () => (/* binding */ withParameter),
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   U0: () => (/* binding */ describeUri),
/* harmony export */   kR: () => (/* binding */ withDatabase),
/* harmony export */   sX: () => (/* binding */ formatConnectionUri),
/* harmony export */   sq: () => (/* binding */ parseConnectionUri)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/** Connection URIs, read as libpq reads them (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS). */

/**
 * `scheme://user:password@host:port/database?query`. WHATWG's URL is not used: it knows no socket without a host, reads
 * `+` as a space, and its error carries the whole input.
 */
const grammar = /^postgres(?:ql)?:\/\/(?:(?<user>[^:@/?#]*)(?::(?<password>[^@/?#]*))?@)?(?<host>\[[^\]]*\]|[^:/?#@]*)(?::(?<port>[^/?#@]*))?(?:\/(?<database>[^?#]*))?(?:\?(?<query>[^#]*))?$/u;
/** Parts of the URI that may stand in the query instead, where they win (libpq). */
const partParameters = ['host', 'port', 'dbname', 'user', 'password'];
/** @throws UserError that never repeats the URI, since it may hold a password. */
function parseConnectionUri(uri) {
    const found = grammar.exec(uri.trim())?.groups;
    if (found === undefined)
        throw unreadable(uri);
    const query = parseQuery(found.query ?? '');
    const part = (name, inUri) => query.get(name) ?? decode(inUri ?? '');
    const host = readHost(part('host', found.host));
    const port = readPort(part('port', found.port));
    const user = part('user', found.user);
    if (user === '')
        throw incomplete('role', 'postgresql://role:password@host:5432/database');
    const parameters = [...query].filter(([name]) => !partParameters.some((known) => known === name));
    return {
        host,
        port,
        database: part('dbname', found.database) || user,
        user,
        password: part('password', found.password),
        parameters: new Map(parameters),
    };
}
function unreadable(uri) {
    const [authority = ''] = uri.split('/').slice(2);
    if (/^[^?#]*,/.test(authority))
        return severalHosts();
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('The connection URI cannot be read.', {
        hint: 'It must look like postgresql://user:password@host:5432/database?sslmode=require, with /, @, %, #, ? and : of the password percent-encoded (%2F, %40, %25, %23, %3F, %3A).',
    });
}
function severalHosts() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('The connection URI names several hosts.', {
        hint: 'Give the one host that accepts writes; fail-over between hosts is not followed.',
    });
}
function incomplete(missing, example) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The connection URI names no ${missing}.`, {
        hint: `It must look like ${example}; nothing is taken from PGHOST, PGUSER and the like.`,
    });
}
function readHost(host) {
    if (host === '')
        throw incomplete('host', 'postgresql://role:password@host:5432/database');
    if (host.includes(','))
        throw severalHosts();
    return host.replace(/^\[(.*)\]$/, '$1');
}
function readPort(text) {
    const port = text === '' ? 5432 : Number(text);
    if (Number.isInteger(port) && port >= 1 && port <= 65_535)
        return port;
    if (text.includes(','))
        throw severalHosts();
    // The "port" may be half a password whose @ or / was not encoded: it is not repeated.
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('The connection URI has a port that is no number from 1 to 65535.', {
        hint: 'If the password holds a : / @ % # or ?, percent-encode it.',
    });
}
function parseQuery(query) {
    const pairs = query.split('&').filter((pair) => pair !== '');
    return new Map(pairs.map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [decode(name), decode(value.join('='))];
    }));
}
function decode(text) {
    try {
        const decoded = decodeURIComponent(text);
        if (!decoded.includes('\0'))
            return decoded;
    }
    catch {
        // URIError holds nothing that helps, and its stack might hold the text.
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('The connection URI holds a % that starts no percent-encoding.', {
        hint: 'Percent-encode the password: % itself is %25.',
    });
}
/** The inverse of {@link parseConnectionUri}: every part percent-encoded (RFC 3986), IPv6 hosts bracketed. */
function formatConnectionUri(parts) {
    const isSocket = parts.host.startsWith('/');
    const credentials = parts.password === '' ? encode(parts.user) : `${encode(parts.user)}:${encode(parts.password)}`;
    // A socket stands in the query, the one place where libpq, pg and Prisma all look for it.
    const parameters = isSocket ? new Map([['host', parts.host], ...parts.parameters]) : parts.parameters;
    const query = [...parameters].map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
    const host = isSocket ? 'localhost' : formatHost(parts.host);
    return `postgresql://${credentials}@${host}:${parts.port}/${encode(parts.database)}${query === '' ? '' : `?${query}`}`;
}
function formatHost(host) {
    return host.includes(':') ? `[${host}]` : encode(host);
}
/** encodeURIComponent leaves !'()* alone; shells and other parsers do not. */
function encode(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** The same URI on another database of the server. */
function withDatabase(uri, database) {
    return formatConnectionUri({ ...parseConnectionUri(uri), database });
}
/** The same URI with one query parameter set or, for undefined, left away. */
function withParameter(uri, name, value) {
    const parts = parseConnectionUri(uri);
    const others = [...parts.parameters].filter(([known]) => known !== name);
    const parameters = new Map(value === undefined ? others : [...others, [name, value]]);
    return formatConnectionUri({ ...parts, parameters });
}
/** `host:port/database`, for logs and errors: no role, no password, no parameters. */
function describeUri(parts) {
    const host = parts.host.includes(':') ? `[${parts.host}]` : parts.host;
    return `${host}:${parts.port}/${parts.database}`;
}
/** Masking these, or anything shorter, would blank a word that everyone's log is full of. */
const wellKnownPasswords = new Set([
    'postgres',
    'postgresql',
    'password',
    'passw0rd',
    'database',
    '12345678',
    'changeme',
]);
const shortestSecret = 8;
/**
 * Every form of the URI's secrets that may turn up in a log: the password as it is, as it stands in the URI, and as
 * each encoder would write it (JavaScript leaves `!'()*` alone, WHATWG URLs leave more, .NET and we leave nothing),
 * and the whole URI. Never throws: what cannot be read is masked whole.
 */
function secretsOf(uri) {
    const forms = [uri, uri.trim(), ...readableForms(uri)];
    const isSecret = (form) => form.length >= shortestSecret && !wellKnownPasswords.has(form.toLowerCase());
    return [...new Set(forms)].filter(isSecret);
}
function readableForms(uri) {
    try {
        const parts = parseConnectionUri(uri);
        const formatted = formatConnectionUri(parts);
        const asGiven = grammar.exec(uri.trim())?.groups?.password ?? '';
        return [
            parts.password,
            asGiven,
            encodeURIComponent(parts.password),
            encode(parts.password),
            encode(parts.password).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
            whatwgPassword(parts.password),
            formatted,
            formatted.replace(/^postgresql:/, 'postgres:'),
        ];
    }
    catch {
        return [];
    }
}
/** What `new URL(…).password` gives back: the userinfo percent-encode set (https://url.spec.whatwg.org/#userinfo-percent-encode-set). */
function whatwgPassword(password) {
    const url = new URL('postgresql://host');
    url.username = 'role';
    url.password = password;
    return url.password;
}


/***/ }),

/***/ 14045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F4: () => (/* binding */ poolerEvidence),
/* harmony export */   UH: () => (/* binding */ assertDirectUri),
/* harmony export */   jI: () => (/* binding */ directUriOf),
/* harmony export */   sN: () => (/* binding */ isPooledUri)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _connection_uri_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9755);
/** Poolers in transaction mode: no session settings, no advisory locks, no prepared statements; so no migrations. */


/** Why the URI is taken to lead to a pooler, or undefined when nothing says so. */
function poolerEvidence(uri) {
    const parts = (0,_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .parseConnectionUri */ .sq)(uri);
    if (firstLabel(parts.host).endsWith('-pooler'))
        return `the host ${parts.host} is a pooler's (\`-pooler\`)`;
    if (isSupabaseTransactionMode(parts))
        return `port 6543 of ${parts.host} is Supabase's pooler in transaction mode`;
    if (parts.parameters.get('pgbouncer') === 'true')
        return 'the URI says `pgbouncer=true`';
    return undefined;
}
function isPooledUri(uri) {
    return poolerEvidence(uri) !== undefined;
}
/**
 * The direct URI of the same database: the URI itself when nothing says that it is pooled, undefined when it cannot be
 * known. Certain for Neon, whose pooled host is the endpoint's id with `-pooler`
 * (https://neon.com/docs/connect/connection-pooling), and for Supabase, which serves sessions on port 5432 of the
 * same host (https://supabase.com/docs/guides/database/connecting-to-postgres).
 */
function directUriOf(uri) {
    if (!isPooledUri(uri))
        return uri;
    const parts = (0,_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .parseConnectionUri */ .sq)(uri);
    const parameters = new Map([...parts.parameters].filter(([name]) => name !== 'pgbouncer'));
    if (isSupabaseTransactionMode(parts))
        return (0,_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .formatConnectionUri */ .sX)({ ...parts, parameters, port: 5432 });
    const label = firstLabel(parts.host);
    if (!/^ep-.*-pooler$/.test(label))
        return undefined;
    const host = label.slice(0, -'-pooler'.length) + parts.host.slice(label.length);
    return (0,_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .formatConnectionUri */ .sX)({ ...parts, parameters, host });
}
/** @throws UserError that names the pooled host and, where it is certain, the direct one. */
function assertDirectUri(uri) {
    const evidence = poolerEvidence(uri);
    if (evidence === undefined)
        return;
    const direct = directUriOf(uri);
    const instead = direct === undefined
        ? 'the URI of the server itself, not of its pooler'
        : `the direct host ${hostAndPort((0,_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .parseConnectionUri */ .sq)(direct))}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`This needs a direct connection, but ${evidence}.`, {
        hint: `Use ${instead}: through a pooler, sessions, advisory locks and prepared statements break.`,
    });
}
function hostAndPort({ host, port }) {
    return port === 5432 ? host : `${host}:${port}`;
}
function firstLabel(host) {
    return host.split('.', 1)[0] ?? '';
}
function isSupabaseTransactionMode({ host, port }) {
    return port === 6543 && /\.supabase\.(com|co)$/.test(host);
}


/***/ }),

/***/ 31290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ truth),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   mR: () => (/* binding */ optionalText),
/* harmony export */   sH: () => (/* binding */ numeric)
/* harmony export */ });
/** Readers of a row's columns. A wrong type is our own query's mistake, so they throw a plain Error. */
function text(row, column) {
    const value = row[column];
    if (typeof value !== 'string')
        throw unexpected(column, 'text', value);
    return value;
}
function optionalText(row, column) {
    return row[column] === null ? undefined : text(row, column);
}
/** Any number that fits; `bigint` and `numeric` come as text and are converted. */
function numeric(row, column) {
    const value = row[column];
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    if (typeof number !== 'number' || Number.isNaN(number))
        throw unexpected(column, 'a number', value);
    return number;
}
function truth(row, column) {
    const value = row[column];
    if (typeof value !== 'boolean')
        throw unexpected(column, 'a boolean', value);
    return value;
}
/** Every column's name is shown, no column's content. */
function unexpected(column, wanted, value) {
    return new Error(`Column ${column} should be ${wanted}, it is ${value === null ? 'null' : typeof value}.`);
}
/** What a query gave; of several statements, the last one's. */
function rowsOf(result) {
    const last = Array.isArray(result) ? result.at(-1) : result;
    if (typeof last !== 'object' || last === null || !('rows' in last) || !Array.isArray(last.rows))
        return [];
    return last.rows.filter(isRow);
}
function isRow(value) {
    return typeof value === 'object' && value !== null;
}


/***/ }),

/***/ 37929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rw: () => (/* binding */ detailOf),
/* harmony export */   cn: () => (/* binding */ sqlState),
/* harmony export */   v9: () => (/* binding */ sqlStateOf)
/* harmony export */ });
/** The error codes that this code base tells apart (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const sqlState = {
    protocolViolation: '08P01',
    invalidAuthorization: '28000',
    invalidPassword: '28P01',
    invalidCatalogName: '3D000',
    duplicateDatabase: '42P04',
    duplicateObject: '42710',
    undefinedObject: '42704',
    undefinedTable: '42P01',
    undefinedColumn: '42703',
    insufficientPrivilege: '42501',
    dependentObjectsStillExist: '2BP01',
    outOfMemory: '53200',
    tooManyConnections: '53300',
    programLimitExceeded: '54000',
    objectNotReady: '55000',
    objectInUse: '55006',
    lockNotAvailable: '55P03',
    queryCanceled: '57014',
    divisionByZero: '22012',
    cannotConnectNow: '57P03',
    adminShutdown: '57P01',
    internalError: 'XX000',
};
/** The SQLSTATE of whatever `pg` threw; undefined when the server said nothing (socket, DNS, TLS). */
function sqlStateOf(thrown) {
    if (!(thrown instanceof Error) || !('severity' in thrown) || !('code' in thrown))
        return undefined;
    return typeof thrown.code === 'string' ? thrown.code : undefined;
}
/** The server's DETAIL line, which names the objects in the way; it may hold data of the row for constraint errors. */
function detailOf(thrown) {
    if (!(thrown instanceof Error) || !('detail' in thrown))
        return undefined;
    return typeof thrown.detail === 'string' ? thrown.detail : undefined;
}


/***/ }),

/***/ 20623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D2: () => (/* binding */ planTls),
/* harmony export */   OQ: () => (/* binding */ tlsFactsOf)
/* harmony export */ });
/* unused harmony export sslModes */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41692);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19473);
/** What the URI's `ssl…` parameters ask for, with libpq's meaning (https://www.postgresql.org/docs/current/libpq-ssl.html). */



const sslModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];
/** Reads the certificate files that the URI names. @throws UserError on a mode or file that cannot be used. */
async function planTls(parts) {
    const mode = readMode(parts);
    const negotiation = readChoice(parts, 'sslnegotiation', ['postgres', 'direct']) ?? 'postgres';
    const binding = readChoice(parts, 'channel_binding', ['disable', 'prefer', 'require']) ?? 'prefer';
    if (negotiation === 'direct' && ['disable', 'allow', 'prefer'].includes(mode))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`sslnegotiation=direct does not go with sslmode=${mode}.`, {
            hint: 'Use sslmode=require or stricter.',
        });
    const attempts = attemptsFor(mode, await tlsOptions(parts, mode));
    return { mode, attempts, negotiation, requiresChannelBinding: binding === 'require' };
}
function attemptsFor(mode, options) {
    if (mode === 'disable')
        return [false];
    if (mode === 'allow')
        return [false, options];
    return mode === 'prefer' ? [options, false] : [options];
}
function readMode(parts) {
    // libpq: sockets know no TLS, and `sslmode` is ignored there.
    if (parts.host.startsWith('/'))
        return 'disable';
    const trustsSystem = parts.parameters.get('sslrootcert') === 'system';
    // `ssl=true` and `no-verify` are older spellings of other drivers; both encrypt.
    const legacy = parts.parameters.get('ssl') === 'true' || parts.parameters.get('sslmode') === 'no-verify';
    const given = legacy ? 'require' : readChoice(parts, 'sslmode', sslModes);
    if (given === undefined)
        return trustsSystem ? 'verify-full' : 'prefer';
    if (trustsSystem && given !== 'verify-full')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`sslrootcert=system does not go with sslmode=${given}.`, {
            hint: 'Use sslmode=verify-full; a public authority signs certificates for every other name too.',
        });
    return given === 'require' && parts.parameters.has('sslrootcert') ? 'verify-ca' : given;
}
function readChoice(parts, name, choices) {
    const value = parts.parameters.get(name);
    if (value === undefined)
        return undefined;
    const choice = choices.find((known) => known === value);
    if (choice !== undefined)
        return choice;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`The connection URI says ${name}=${value}.`, {
        hint: `It can be ${choices.join(', ')}.`,
    });
}
/** Without `sslrootcert`, Node's own list of public authorities decides. */
async function tlsOptions(parts, mode) {
    const verifies = mode === 'verify-ca' || mode === 'verify-full';
    const root = parts.parameters.get('sslrootcert');
    return {
        rejectUnauthorized: verifies,
        ...(root === undefined || root === 'system' ? {} : { ca: await readPem(root, 'sslrootcert') }),
        ...(await pemOf(parts, 'sslcert', 'cert')),
        ...(await pemOf(parts, 'sslkey', 'key')),
        ...(mode === 'verify-ca' ? { checkServerIdentity: () => undefined } : {}),
    };
}
async function pemOf(parts, parameter, option) {
    const file = parts.parameters.get(parameter);
    return file === undefined ? {} : { [option]: await readPem(file, parameter) };
}
async function readPem(file, parameter) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8').catch(() => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`The file ${file} that \`${parameter}\` of the connection URI names cannot be read.`, {
            hint: 'Write the certificate to that path in an earlier step, or leave the parameter away.',
        });
    });
}
/** @param host as the client asked for it: the certificate must name this one */
function tlsFactsOf(stream, host) {
    if (!(stream instanceof node_tls__WEBPACK_IMPORTED_MODULE_1__.TLSSocket))
        return undefined;
    const problem = problemOf(stream, host);
    return {
        protocol: stream.getProtocol() ?? 'unknown',
        cipher: stream.getCipher().standardName,
        isVerified: problem === undefined,
        problem,
    };
}
function problemOf(socket, host) {
    if (!socket.authorized)
        return String(socket.authorizationError ?? 'not authorized');
    return (0,node_tls__WEBPACK_IMPORTED_MODULE_1__.checkServerIdentity)(host, socket.getPeerCertificate())?.message;
}


/***/ }),

/***/ 44479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wh: () => (/* binding */ unlessAborted),
/* harmony export */   _5: () => (/* binding */ deadlineIn),
/* harmony export */   yy: () => (/* binding */ sleep)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** Resolves after `milliseconds`; rejects with the signal's reason as soon as it aborts. */
function sleep(milliseconds, signal) {
    return new Promise((resolve, reject) => {
        if (signal?.aborted)
            return reject(signal.reason);
        const onAbort = () => {
            clearTimeout(timer);
            reject(signal?.reason);
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', onAbort);
            resolve();
        }, milliseconds);
        signal?.addEventListener('abort', onAbort, { once: true });
    });
}
/**
 * What `work` comes to, or the signal's reason as soon as it aborts: for work that does not know the signal. It is not
 * stopped. Not a race with one lasting promise, which would keep every result in memory as long as it lasts.
 */
function unlessAborted(signal, work) {
    return new Promise((resolve, reject) => {
        const onAbort = () => reject(signal.reason);
        if (signal.aborted)
            onAbort();
        signal.addEventListener('abort', onAbort, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
    });
}
/** @param milliseconds the whole time allowed; the error names the `timeout` input that sets it. */
function deadlineIn(milliseconds, now = () => performance.now()) {
    const start = now();
    const elapsed = () => now() - start;
    return {
        elapsed,
        remaining: () => Math.max(0, milliseconds - elapsed()),
        check(what) {
            if (elapsed() < milliseconds)
                return;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Gave up waiting for ${what} after ${Math.round(milliseconds / 1000)} s.`, {
                hint: 'Raise the `timeout` input if the service is merely slow; otherwise see the log above for what it answered.',
            });
        },
    };
}


/***/ })

};
