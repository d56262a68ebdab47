export const id = 8866;
export const ids = [8866];
export const modules = {

/***/ 60390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vs: () => (/* binding */ retryAfterMs),
/* harmony export */   e8: () => (/* binding */ networkCode),
/* harmony export */   gP: () => (/* binding */ isNeverConnected),
/* harmony export */   zc: () => (/* binding */ timeLimit)
/* harmony export */ });
/** What every HTTP client of ours needs to know about one exchange: its time, how it broke, when to come back. */
/** By hand and not `AbortSignal.any([signal, AbortSignal.timeout()])`: on Node 20 a collected source never fires. */
function timeLimit(outer, milliseconds) {
    const controller = new AbortController();
    let expired = false;
    const onAbort = () => controller.abort(outer.reason);
    const start = () => setTimeout(() => {
        expired = true;
        controller.abort();
    }, milliseconds);
    let timer = start();
    if (outer.aborted)
        onAbort();
    outer.addEventListener('abort', onAbort, { once: true });
    return {
        signal: controller.signal,
        expired: () => expired,
        renew() {
            clearTimeout(timer);
            timer = start();
        },
        pause: () => clearTimeout(timer),
        release() {
            clearTimeout(timer);
            outer.removeEventListener('abort', onAbort);
        },
    };
}
/** Failures to connect: nothing was sent, so nothing can have been done. */
const neverConnected = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
]);
/** Whether a failed exchange with that code certainly never reached the server. */
function isNeverConnected(code) {
    return code !== undefined && neverConnected.has(code);
}
/** Such as `ECONNRESET`: of the error or of its cause, which is where fetch puts it. */
function networkCode(error) {
    const cause = error instanceof Error ? error.cause : undefined;
    for (const candidate of [cause, error])
        if (candidate instanceof Error && 'code' in candidate && typeof candidate.code === 'string')
            return candidate.code;
    return undefined;
}
/** RFC 9110 section 10.2.3: whole seconds, or an HTTP date. Anything else counts as absent. */
function retryAfterMs(header, now) {
    const text = header?.trim() ?? '';
    if (/^\d+$/.test(text))
        return Number(text) * 1000;
    if (!/^[A-Z][a-z]{2},/.test(text))
        return undefined;
    const moment = Date.parse(text);
    return Number.isNaN(moment) ? undefined : Math.max(0, moment - now.getTime());
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

/***/ 18866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createNeonProvider: () => (/* binding */ createNeonProvider)
});

// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(73110);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/http-exchange.js
var http_exchange = __webpack_require__(60390);
;// CONCATENATED MODULE: ./build/providers/neon/attempt.js


/** Never rejects but with the signal's reason: every other ending is a value. */
async function attempt(settings, request) {
    settings.signal.throwIfAborted();
    const limitMs = Math.max(1, Math.min(settings.requestTimeoutMs, request.deadline.remaining()));
    const limit = (0,http_exchange/* timeLimit */.zc)(settings.signal, limitMs);
    try {
        const response = await settings.fetch(urlOf(settings, request), {
            method: request.method,
            headers: headersOf(settings, request),
            body: request.body === undefined ? null : JSON.stringify(request.body),
            // Followed, a redirect turns POST into GET and may carry the key elsewhere.
            redirect: 'manual',
            signal: limit.signal,
        });
        const text = await response.text();
        return response.ok
            ? { kind: 'answered', status: response.status, text }
            : refused(settings, request, { response, text });
    }
    catch (error) {
        settings.signal.throwIfAborted();
        return noAnswer(error, limit.expired(), limitMs);
    }
    finally {
        limit.release();
    }
}
function urlOf(settings, request) {
    const path = ['projects', settings.projectId, ...request.path].map(encodeURIComponent).join('/');
    const query = new URLSearchParams(request.query).toString();
    return `${settings.apiUrl}/${path}${query === '' ? '' : `?${query}`}`;
}
function headersOf(settings, request) {
    return {
        authorization: `Bearer ${settings.apiKey}`,
        accept: 'application/json',
        'user-agent': settings.userAgent,
        'x-request-id': request.requestId,
        ...(request.body !== undefined && { 'content-type': 'application/json' }),
    };
}
function refused(settings, request, { response, text }) {
    const body = errorBody(text);
    return {
        kind: 'refused',
        status: response.status,
        code: clear(settings, body.code),
        message: clear(settings, body.message),
        requestId: clear(settings, body.requestId) || (response.headers.get('x-request-id') ?? request.requestId),
        retryAfter: response.headers.get('retry-after'),
    };
}
/** `{request_id?, code, message}` as the description promises; a proxy's HTML page becomes three empty texts. */
function errorBody(text) {
    const fields = new Map();
    try {
        const parsed = JSON.parse(text);
        if (typeof parsed === 'object' && parsed !== null)
            for (const [name, value] of Object.entries(parsed))
                fields.set(name, value);
    }
    catch {
        // Not JSON: nothing to tell but the status.
    }
    const read = (name) => {
        const value = fields.get(name);
        return typeof value === 'string' ? value : '';
    };
    return { code: read('code'), message: read('message'), requestId: read('request_id') };
}
/** Whatever a server or a proxy echoes, the key does not pass; one line, at most 300 characters. */
function clear(settings, text) {
    return text
        .replaceAll(settings.apiKey, '***')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, 300);
}
/** Only the code of the cause is shown: the rest of a fetch error is not ours to judge. */
function noAnswer(error, expired, limitMs) {
    if (expired)
        return { kind: 'no-answer', mayHaveArrived: true, reason: `no answer within ${(0,duration/* formatDuration */.a)(limitMs)}` };
    const code = (0,http_exchange/* networkCode */.e8)(error);
    return {
        kind: 'no-answer',
        mayHaveArrived: !(0,http_exchange/* isNeverConnected */.gP)(code),
        reason: `the connection failed${code === undefined ? '' : ` (${code})`}`,
    };
}

;// CONCATENATED MODULE: ./build/providers/neon/json.js
/** Readers for what an API answered: `unknown` in, a typed value out, or a ShapeError that names the place. */
/** The answer has another shape than the API's description promises. The message names the place, never the value. */
class ShapeError extends Error {
    name = 'ShapeError';
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function readObject(value, place) {
    if (!isObject(value))
        throw new ShapeError(`${place} is not an object`);
    return value;
}
/** Undefined when absent or null. */
function readOptionalObject(from, key) {
    const value = from[key];
    return value === undefined || value === null ? undefined : readObject(value, key);
}
function readText(from, key) {
    const value = from[key];
    if (typeof value !== 'string' || value === '')
        throw new ShapeError(`${key} is not a text`);
    return value;
}
/** Undefined when absent, null or empty: the API writes "nothing" in all three ways. */
function readOptionalText(from, key) {
    const value = from[key];
    return value === undefined || value === null || value === '' ? undefined : readText(from, key);
}
function readFlag(from, key) {
    const value = from[key];
    if (typeof value !== 'boolean')
        throw new ShapeError(`${key} is not true or false`);
    return value;
}
function readMoment(from, key) {
    const moment = new Date(readText(from, key));
    if (Number.isNaN(moment.getTime()))
        throw new ShapeError(`${key} is not a time`);
    return moment;
}
function readOptionalMoment(from, key) {
    return readOptionalText(from, key) === undefined ? undefined : readMoment(from, key);
}
function readList(from, key, read) {
    const value = from[key];
    if (!Array.isArray(value))
        throw new ShapeError(`${key} is not a list`);
    return value.map((item) => read(item));
}
/** Only the properties whose values are texts. */
function readTexts(value, place) {
    const entries = Object.entries(readObject(value, place));
    return new Map(entries.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])));
}

;// CONCATENATED MODULE: ./build/providers/neon/refusal.js

const limitCodes = new Set(['BRANCHES_LIMIT_EXCEEDED', 'ROOT_BRANCHES_LIMIT_EXCEEDED']);
/**
 * The first that fits is shown. Status and code decide wherever Neon documents them; the message is read only to add
 * advice to a refusal whose code is empty, never to decide what happens next.
 */
const explanations = [
    {
        when: ({ status }) => status === 401,
        hint: () => 'The API key is wrong, revoked or cut short. Create one at https://console.neon.tech/app/settings/api-keys and store it again as the secret behind `neon-api-key`.',
    },
    {
        when: ({ status, message }) => status === 403 && !/limit|plan|allowed for your account/i.test(message),
        hint: ({ projectId }) => `The API key may not do this in the project "${projectId}". A project-scoped key works in its own project only, an organisation's key in that organisation only.`,
    },
    {
        when: ({ status }) => status === 404,
        hint: ({ projectId }) => `Check \`neon-project-id\` (seen: "${projectId}"; it is the id, not the name) and that the API key belongs to the account, organisation or project that owns it. If the branch itself was deleted meanwhile, run again.`,
    },
    {
        when: ({ status }) => status === 412,
        hint: () => "The project does not store passwords (`store_passwords` is off), so Neon cannot tell the password of a role. Turn it on in the project's settings, or reset the role's password after that.",
    },
    {
        when: ({ status }) => status === 409,
        hint: () => 'The name is taken by a branch that the list does not show, such as one deleted within the last days that can still be recovered. Choose another `branch` name, or recover or finally delete that one in the console.',
    },
    {
        when: ({ status }) => status === 423,
        hint: () => "Neon runs one set of operations a project at a time. Look at the project's Operations page for one that hangs, run again, or raise `timeout`.",
    },
    {
        when: ({ status }) => status === 429,
        hint: () => 'Neon allows about 700 calls a minute for an account; other jobs share them. Run again later, or raise `timeout`.',
    },
    {
        when: ({ code }) => limitCodes.has(code),
        hint: () => 'Delete branches that are no longer needed, with the `sweep-branches` action or by hand, or raise the limit of the plan.',
    },
    {
        when: ({ message }) => /suspend/i.test(message) && /not allowed|plan|interval/i.test(message),
        hint: () => 'The plan fixes the time after which a compute is suspended (Free does). Leave out the suspend timeout.',
    },
    {
        when: ({ message }) => /compute|autoscaling|\bCU\b/i.test(message) && /limit|plan|allowed|exceed/i.test(message),
        hint: () => 'The plan does not have this compute size. Leave out the compute size, or choose a smaller one.',
    },
    {
        when: ({ message }) => /expir|ttl/i.test(message),
        hint: () => 'Neon sets an expiry of at most 30 days, never on a protected, default or parent branch or one with the Data API, and makes no branch from one that expires. Leave out `expires-in`, or change what stands in its way.',
    },
    {
        when: ({ message }) => /protected/i.test(message),
        hint: () => 'A protected branch is never deleted, archived or reset. Take the protection off in the console if that was meant.',
    },
    {
        when: ({ message }) => /child|children/i.test(message),
        hint: () => 'Other branches were made from it. Delete those first.',
    },
    {
        when: ({ message }) => /lsn|timestamp|history|retention|restore window/i.test(message),
        hint: () => 'The point in time must lie within the restore window of the plan and after the parent branch was made.',
    },
    {
        when: ({ status }) => status >= 500,
        hint: () => 'Neon itself failed. See https://neonstatus.com, and run again.',
    },
];
/** An error that says what was asked, what Neon answered and what to do. */
function refusalError(refusal) {
    const { status, code, message, purpose, tries } = refusal;
    const hint = explanations.find(({ when }) => when(refusal))?.hint(refusal);
    const answer = [code, message].filter((text) => text !== '').join(': ');
    return new errors/* ExternalError */.yA('Neon', `Neon refused to ${purpose} with HTTP ${status}${answer === '' ? '' : ` (${answer})`}${tries > 1 ? `, after ${tries} tries` : ''}.`, {
        status,
        code: code === '' ? undefined : code,
        requestId: refusal.requestId,
        retryable: status === 408 || status === 423 || status === 429 || status >= 500,
        ...(hint !== undefined && { hint }),
    });
}
function isBranchLimit(error) {
    return error.code !== undefined && limitCodes.has(error.code);
}

;// CONCATENATED MODULE: ./build/providers/neon/retry.js
/** When a call to the API is tried again, and after how long. */

const baseMs = 250;
const longestMs = 10_000;
/** Tries while the server is broken or unreachable; a server that says "later" is asked until the deadline. */
const triesWhenBroken = 8;
/** Statuses that promise that nothing was done: Neon's description names 423 and 503; 429 is refused before any work. */
const neverDone = new Set([423, 429, 503]);
/** Milliseconds to wait before the next try, or undefined to give up. `Retry-After` is a minimum and never shortened. */
function pauseBeforeRetry(failed, rule) {
    if (!mayRetry(failed, rule))
        return undefined;
    const jittered = rule.random() * Math.min(longestMs, baseMs * 2 ** (rule.tries - 1));
    const asked = failed.kind === 'refused' ? (0,http_exchange/* retryAfterMs */.Vs)(failed.retryAfter, rule.now) : undefined;
    return asked === undefined ? jittered : asked + Math.min(jittered, baseMs);
}
function mayRetry(failed, rule) {
    if (failed.kind === 'refused' && neverDone.has(failed.status))
        return true;
    if (rule.tries >= triesWhenBroken)
        return false;
    if (failed.kind === 'no-answer')
        return rule.repeatable || !failed.mayHaveArrived;
    return rule.repeatable && leavesDoubt(failed);
}
/** True when the server may have done the work although it did not say so. */
function leavesDoubt(failed) {
    if (failed.kind === 'no-answer')
        return failed.mayHaveArrived;
    return failed.status === 408 || (failed.status >= 500 && !neverDone.has(failed.status));
}

;// CONCATENATED MODULE: ./build/providers/neon/api.js








function createNeonApi(context) {
    return { call: (call) => callUntilAnswered(context, call) };
}
async function callUntilAnswered(context, call) {
    let repeatedInDoubt = false;
    for (let tries = 1;; tries++) {
        call.deadline.check(`Neon to ${call.purpose}`);
        const requestId = (0,external_node_crypto_.randomUUID)();
        const result = await attempt(context, { ...call, requestId });
        if (result.kind === 'answered')
            return { value: readAnswer(call, result, requestId), repeatedInDoubt };
        const failed = asFailed(result);
        const pause = pauseBeforeRetry(failed, {
            tries,
            repeatable: call.method === 'GET' || call.repeatable === true,
            now: context.now(),
            random: Math.random,
        });
        if (pause === undefined || pause >= call.deadline.remaining())
            throw failure(context, call, { result, requestId, tries });
        repeatedInDoubt ||= leavesDoubt(failed);
        context.log.info(`Neon, asked to ${call.purpose}: ${describe(result)}. Trying again in ${(0,duration/* formatDuration */.a)(pause)} (try ${tries + 1}).`);
        await (0,wait/* sleep */.yy)(pause, context.signal);
    }
}
function asFailed(result) {
    return result.kind === 'refused'
        ? { kind: 'refused', status: result.status, retryAfter: result.retryAfter }
        : { kind: 'no-answer', mayHaveArrived: result.mayHaveArrived };
}
function describe(result) {
    if (result.kind === 'no-answer')
        return result.reason;
    return `HTTP ${result.status}${result.message === '' ? '' : ` (${result.message})`}`;
}
function failure(context, call, last) {
    const { result, requestId, tries } = last;
    if (result.kind === 'refused')
        return refusalError({ ...result, purpose: call.purpose, projectId: context.projectId, tries });
    return new errors/* ExternalError */.yA('Neon', `Neon gave no answer when asked to ${call.purpose}: ${result.reason} (${tries === 1 ? 'one try' : `${tries} tries`} in ${(0,duration/* formatDuration */.a)(call.deadline.elapsed())}).`, {
        requestId,
        retryable: true,
        hint: `Check that ${new URL(context.apiUrl).host} can be reached from the runner, and https://neonstatus.com. Raise \`timeout\` if it is merely slow.`,
    });
}
function readAnswer(call, answer, requestId) {
    try {
        return call.read(answer.text === '' ? undefined : JSON.parse(answer.text), answer.status);
    }
    catch (error) {
        if (!(error instanceof SyntaxError || error instanceof ShapeError))
            throw error;
        // A SyntaxError quotes the text, which may hold a password.
        const what = error instanceof ShapeError ? error.message : 'it is not JSON';
        throw new errors/* ExternalError */.yA('Neon', `Neon's answer when asked to ${call.purpose} cannot be read: ${what}.`, {
            status: answer.status,
            requestId,
            hint: 'A proxy between the runner and Neon may have answered, or Neon changed its API. Check `neon-api-url`, and report it with the request id if it stays.',
        });
    }
}
/**
 * True when a call that is not repeatable may or may not have been done: no answer, a server error, or an answer that
 * says "done" but cannot be read. The caller has to look before it asks again.
 */
function isInDoubt(error) {
    if (!(error instanceof errors/* ExternalError */.yA))
        return false;
    const { status } = error;
    return status === undefined || status < 300 || status === 408 || (status >= 500 && status !== 503);
}

// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/postgres/pooler.js
var pooler = __webpack_require__(14045);
;// CONCATENATED MODULE: ./build/providers/neon/annotation.js
const names = {
    repository: 'neonhub-repository',
    pullRequest: 'neonhub-pull-request',
    key: 'neonhub-key',
    kind: 'neonhub-branch-type',
    parentId: 'neonhub-parent-id',
    masking: 'neonhub-masking-rules',
    call: 'neonhub-call',
    tool: 'neonhub-tool',
};
function writeMark(mark) {
    const { owner } = mark;
    return {
        [names.repository]: owner.repository,
        ...(owner.pullRequest !== undefined && { [names.pullRequest]: String(owner.pullRequest) }),
        ...(owner.key !== '' && { [names.key]: owner.key }),
        [names.kind]: mark.kind,
        [names.parentId]: mark.parentId,
        ...(mark.masking !== undefined && { [names.masking]: mark.masking }),
        [names.call]: mark.call,
        [names.tool]: mark.tool,
    };
}
/** Undefined when it is not our mark or not a whole one; then the branch is someone else's. */
function readMark(annotation) {
    const repository = annotation.get(names.repository);
    const kind = readKind(annotation.get(names.kind));
    const number = annotation.get(names.pullRequest);
    const isNumber = number === undefined || /^[1-9]\d{0,9}$/.test(number);
    if (repository === undefined || kind === undefined || !isNumber)
        return undefined;
    return {
        owner: {
            repository,
            pullRequest: number === undefined ? undefined : Number(number),
            key: annotation.get(names.key) ?? '',
        },
        kind,
        parentId: annotation.get(names.parentId) ?? '',
        masking: annotation.get(names.masking),
        call: annotation.get(names.call) ?? '',
        tool: annotation.get(names.tool) ?? '',
    };
}
function readKind(text) {
    return text === 'default' || text === 'schema-only' || text === 'anonymized' ? text : undefined;
}

;// CONCATENATED MODULE: ./build/providers/neon/resources.js

function readBranch(value, annotation) {
    const branch = readObject(value, 'branch');
    return {
        id: readText(branch, 'id'),
        name: readText(branch, 'name'),
        parentId: readOptionalText(branch, 'parent_id'),
        state: readText(branch, 'current_state'),
        createdAt: readMoment(branch, 'created_at'),
        expiresAt: readOptionalMoment(branch, 'expires_at'),
        lastResetAt: readOptionalMoment(branch, 'last_reset_at'),
        isDefault: readFlag(branch, 'default'),
        isProtected: readFlag(branch, 'protected'),
        initSource: readOptionalText(branch, 'init_source'),
        annotation,
    };
}
const noAnnotation = new Map();
function readAnnotation(value) {
    if (value === undefined || value === null)
        return noAnnotation;
    const { value: properties } = readObject(value, 'annotation');
    return properties === undefined || properties === null
        ? noAnnotation
        : readTexts(properties, 'annotation value');
}
/** The list keeps annotations beside the branches, in a map by branch id. */
function readBranchPage(body) {
    const page = readObject(body, 'the answer');
    const annotations = readOptionalObject(page, 'annotations') ?? {};
    const pagination = readOptionalObject(page, 'pagination') ?? {};
    return {
        branches: readList(page, 'branches', (item) => readBranch(item, readAnnotation(annotations[readText(readObject(item, 'branch'), 'id')]))),
        nextCursor: readOptionalText(pagination, 'next'),
    };
}
/** `{branch, annotation?}`, as one branch is answered. */
function readBranchAnswer(body) {
    const answer = readObject(body, 'the answer');
    return readBranch(answer.branch, readAnnotation(answer.annotation));
}
/** `{branch, operations}`, as every change of a branch is answered. */
function readStartedWork(body) {
    const answer = readObject(body, 'the answer');
    return {
        branchId: readText(readObject(answer.branch, 'branch'), 'id'),
        operations: readOperations(body),
    };
}
function readOperations(body) {
    return readList(readObject(body, 'the answer'), 'operations', readOperation);
}
function readOperation(value) {
    const operation = readObject(value, 'operation');
    return {
        id: readText(operation, 'id'),
        action: readText(operation, 'action'),
        status: readText(operation, 'status'),
    };
}
function readOperationAnswer(body) {
    return readOperation(readObject(body, 'the answer').operation);
}
function readEndpoints(body) {
    return readList(readObject(body, 'the answer'), 'endpoints', (item) => {
        const endpoint = readObject(item, 'endpoint');
        return {
            id: readText(endpoint, 'id'),
            branchId: readText(endpoint, 'branch_id'),
            host: readText(endpoint, 'host'),
            isReadWrite: readText(endpoint, 'type') === 'read_write',
            state: readText(endpoint, 'current_state'),
            isDisabled: endpoint.disabled === true,
            computeSize: computeSizeOf(endpoint),
        };
    });
}
function computeSizeOf({ autoscaling_limit_min_cu: minimum, autoscaling_limit_max_cu: maximum, }) {
    if (typeof minimum !== 'number' || typeof maximum !== 'number')
        return undefined;
    return `${minimum === maximum ? minimum : `${minimum}-${maximum}`} CU`;
}
function readRoles(body) {
    return readList(readObject(body, 'the answer'), 'roles', (item) => {
        const role = readObject(item, 'role');
        return {
            name: readText(role, 'name'),
            isUsable: role.protected !== true && role.authentication_method !== 'no_login',
        };
    });
}
function readDatabases(body) {
    return readList(readObject(body, 'the answer'), 'databases', (item) => {
        const database = readObject(item, 'database');
        return { name: readText(database, 'name'), owner: readText(database, 'owner_name') };
    });
}
function readAnonymizedStatus(body) {
    const status = readObject(body, 'the answer');
    return { state: readText(status, 'state'), message: readOptionalText(status, 'status_message') };
}
function readUri(body) {
    return readText(readObject(body, 'the answer'), 'uri');
}
function readSnapshot(value) {
    const snapshot = readObject(value, 'snapshot');
    return {
        id: readText(snapshot, 'id'),
        name: readText(snapshot, 'name'),
        sourceBranchId: readOptionalText(snapshot, 'source_branch_id'),
    };
}
function readSnapshots(body) {
    return readList(readObject(body, 'the answer'), 'snapshots', readSnapshot);
}

;// CONCATENATED MODULE: ./build/providers/neon/routes.js

/** The page size of Neon's own CLI; the description names no default. */
const pageSize = 100;
/**
 * Sorted by creation, because the default order (last update first) moves branches between pages while others work on
 * them, and a branch that moves forward is never seen.
 */
async function getBranchPage({ api, deadline }, cursor) {
    const { value } = await api.call({
        method: 'GET',
        path: ['branches'],
        query: {
            limit: String(pageSize),
            sort_by: 'created_at',
            sort_order: 'asc',
            ...(cursor !== undefined && { cursor }),
        },
        purpose: 'list the branches',
        read: readBranchPage,
        deadline,
    });
    return value;
}
async function getBranch({ api, deadline }, branchId) {
    const { value } = await api.call({
        method: 'GET',
        path: ['branches', branchId],
        purpose: `read the branch ${branchId}`,
        read: readBranchAnswer,
        deadline,
    });
    return value;
}
/** @param body the whole request body, see `create-branch.ts` */
async function postBranch({ api, deadline }, request) {
    const { value } = await api.call({
        method: 'POST',
        path: [request.anonymized ? 'branch_anonymized' : 'branches'],
        body: request.body,
        purpose: `create the branch "${request.name}"`,
        read: readStartedWork,
        deadline,
    });
    return value;
}
/** @param expiresAt undefined takes the expiry off */
async function patchExpiry({ api, deadline }, branch, expiresAt) {
    const { value } = await api.call({
        method: 'PATCH',
        path: ['branches', branch.id],
        body: { branch: { expires_at: expiresAt === undefined ? null : toNeonTime(expiresAt) } },
        purpose: expiresAt === undefined
            ? `take the expiry off the branch "${branch.name}"`
            : `let the branch "${branch.name}" expire at ${toNeonTime(expiresAt)}`,
        read: readOperations,
        repeatable: true,
        deadline,
    });
    return value;
}
/** RFC 3339 in whole seconds: more precision is refused. */
function toNeonTime(moment) {
    return moment.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
/** True when there was a branch to delete. Deleting is answered 204 when it is gone already. */
async function deleteBranchById({ api, deadline }, branch) {
    const { value: wasThere, repeatedInDoubt } = await api.call({
        method: 'DELETE',
        path: ['branches', branch.id],
        purpose: `delete the branch "${branch.name}"`,
        read: (_body, status) => status !== 204,
        repeatable: true,
        deadline,
    });
    return wasThere || repeatedInDoubt;
}
async function postRestore({ api, deadline }, branch, sourceBranchId) {
    const { value } = await api.call({
        method: 'POST',
        path: ['branches', branch.id, 'restore'],
        body: { source_branch_id: sourceBranchId },
        purpose: `reset the branch "${branch.name}"`,
        read: readStartedWork,
        deadline,
    });
    return value;
}
async function getOperation({ api, deadline }, operationId) {
    const { value } = await api.call({
        method: 'GET',
        path: ['operations', operationId],
        purpose: `read the operation ${operationId}`,
        read: readOperationAnswer,
        deadline,
    });
    return value;
}
async function getEndpoints({ api, deadline }, branchId) {
    const { value } = await api.call({
        method: 'GET',
        path: ['branches', branchId, 'endpoints'],
        purpose: `list the endpoints of the branch ${branchId}`,
        read: readEndpoints,
        deadline,
    });
    return value;
}
/** @param endpoint the API's own fields */
async function postEndpoint({ api, deadline }, branch, endpoint) {
    const { value } = await api.call({
        method: 'POST',
        path: ['endpoints'],
        body: { endpoint: { ...endpoint, branch_id: branch.id } },
        purpose: `add a read_write endpoint to the branch "${branch.name}"`,
        read: readOperations,
        deadline,
    });
    return value;
}
async function getDatabases({ api, deadline }, branchId) {
    const { value } = await api.call({
        method: 'GET',
        path: ['branches', branchId, 'databases'],
        purpose: `list the databases of the branch ${branchId}`,
        read: readDatabases,
        deadline,
    });
    return value;
}
async function postDatabase({ api, deadline }, request) {
    const { branch, name, owner } = request;
    const { value } = await api.call({
        method: 'POST',
        path: ['branches', branch.id, 'databases'],
        body: { database: { name, owner_name: owner } },
        purpose: `make the database "${name}" on the branch "${branch.name}"`,
        read: readOperations,
        deadline,
    });
    return value;
}
async function getRoles({ api, deadline }, branchId) {
    const { value } = await api.call({
        method: 'GET',
        path: ['branches', branchId, 'roles'],
        purpose: `list the roles of the branch ${branchId}`,
        read: readRoles,
        deadline,
    });
    return value;
}
async function getAnonymizedStatus({ api, deadline }, branchId) {
    const { value } = await api.call({
        method: 'GET',
        path: ['branches', branchId, 'anonymized_status'],
        purpose: `read how far the branch ${branchId} is anonymised`,
        read: readAnonymizedStatus,
        deadline,
    });
    return value;
}
async function getConnectionUri({ api, deadline }, request) {
    const { value } = await api.call({
        method: 'GET',
        path: ['connection_uri'],
        query: {
            branch_id: request.branchId,
            endpoint_id: request.endpointId,
            database_name: request.database,
            role_name: request.role,
            pooled: String(request.pooled),
        },
        purpose: `give the ${request.pooled ? 'pooled' : 'direct'} connection URI of the branch ${request.branchId}`,
        read: readUri,
        deadline,
    });
    return value;
}
/** Everything goes in the query; the body is empty. */
async function postSnapshot({ api, deadline }, { branch, name, expiresAt }) {
    const { value } = await api.call({
        method: 'POST',
        path: ['branches', branch.id, 'snapshot'],
        query: { name, ...(expiresAt !== undefined && { expires_at: toNeonTime(expiresAt) }) },
        purpose: `take the snapshot "${name}" of the branch "${branch.name}"`,
        read: readOperations,
        deadline,
    });
    return value;
}
async function getSnapshots({ api, deadline }) {
    const { value } = await api.call({
        method: 'GET',
        path: ['snapshots'],
        purpose: 'list the snapshots',
        read: readSnapshots,
        deadline,
    });
    return value;
}

;// CONCATENATED MODULE: ./build/providers/neon/database-choice.js


/** What Neon calls them in a project that was made without names. */
const usualDatabase = 'neondb';
const usualRole = 'neondb_owner';
/** Completes the choice from what the branch has. A branch starts with its parent's, so asking the parent tells in advance. */
async function chooseDatabase(session, branchId, choice) {
    const [databases, roles] = await Promise.all([
        getDatabases(session, branchId),
        getRoles(session, branchId),
    ]);
    const database = pickDatabase(databases, choice.database);
    return { database: database.name, role: pickRole(roles, database, choice.role) };
}
function pickDatabase(databases, wanted) {
    const found = wanted === undefined
        ? (onlyOne(databases) ?? databases.find(({ name }) => name === usualDatabase))
        : databases.find(({ name }) => name === wanted);
    if (found !== undefined)
        return found;
    throw new errors/* UserError */.yo(wanted === undefined
        ? `The branch has ${databases.length} databases and none is called "${usualDatabase}": ${listed(databases)}.`
        : `The database "${wanted}" does not exist on the branch. It has: ${listed(databases)}.`, { hint: 'Name one of them with `database`.' });
}
function pickRole(roles, database, wanted) {
    const usable = roles.filter((role) => role.isUsable);
    const byName = (name) => usable.find((role) => role.name === name);
    const found = wanted === undefined
        ? (onlyOne(usable) ?? byName(database.owner) ?? byName(usualRole))
        : roles.find(({ name }) => name === wanted);
    if (found !== undefined)
        return found.name;
    throw new errors/* UserError */.yo(wanted === undefined
        ? `No role can be chosen for the database "${database.name}": its owner "${database.owner}" cannot log in. The branch has: ${listed(usable)}.`
        : `The role "${wanted}" does not exist on the branch. It has: ${listed(roles)}.`, { hint: 'Name one of them with `role`.' });
}
function onlyOne(items) {
    return items.length === 1 ? items[0] : undefined;
}
function listed(items) {
    return items.length === 0 ? 'none' : items.map(({ name }) => `"${name}"`).join(', ');
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/providers/neon/masking-rules.js


const requiredFields = ['database_name', 'schema_name', 'table_name', 'column_name'];
const maskFields = ['masking_function', 'masking_value'];
const knownFields = new Set([...requiredFields, ...maskFields]);
/**
 * Checked here and not left to the API, because a rule that is silently ignored leaves a column of real data readable.
 * @param json a JSON list, at least one rule
 */
function parseMaskingRules(json) {
    const rules = parseJson(json);
    if (!Array.isArray(rules) || rules.length === 0)
        throw badRules('are not a list with at least one rule, so nothing would be masked');
    return rules.map((rule, index) => parseRule(rule, index + 1));
}
function parseJson(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        throw badRules('are not JSON');
    }
}
function parseRule(rule, position) {
    if (typeof rule !== 'object' || rule === null || Array.isArray(rule))
        throw badRules(`hold something else than an object at place ${position}`);
    const fields = new Map(Object.entries(rule));
    for (const [name, value] of fields) {
        if (!knownFields.has(name))
            throw badRules(`have an unknown field "${name}" at place ${position}`);
        if (typeof value !== 'string' || (value === '' && name !== 'masking_value'))
            throw badRules(`have a "${name}" that is not a text at place ${position}`);
    }
    if (maskFields.filter((name) => fields.has(name)).length !== 1)
        throw badRules(`need either "masking_function" or "masking_value" at place ${position}`);
    const maskingFunction = fields.get('masking_function');
    const maskingValue = fields.get('masking_value');
    return {
        database_name: required(fields, 'database_name', position),
        schema_name: required(fields, 'schema_name', position),
        table_name: required(fields, 'table_name', position),
        column_name: required(fields, 'column_name', position),
        ...(typeof maskingFunction === 'string' && { masking_function: maskingFunction }),
        ...(typeof maskingValue === 'string' && { masking_value: maskingValue }),
    };
}
function required(fields, name, position) {
    const value = fields.get(name);
    if (typeof value === 'string')
        return value;
    throw badRules(`lack "${name}" at place ${position}`);
}
function badRules(what) {
    return new errors/* UserError */.yo(`The masking rules ${what}.`, {
        hint: 'Write a JSON list such as [{"database_name":"neondb","schema_name":"public","table_name":"users","column_name":"email","masking_function":"anon.fake_email()"}].',
        docs: 'https://neon.com/docs/workflows/data-anonymization',
    });
}
/** Tells one set of rules from another: a branch masked by other rules must not be adopted. */
function maskingFingerprint(rules) {
    const canonical = rules.map((rule) => JSON.stringify(Object.entries(rule).toSorted(([a], [b]) => (a < b ? -1 : 1))));
    return (0,external_node_crypto_.createHash)('sha256').update(canonical.toSorted().join('\n')).digest('hex').slice(0, 16);
}

;// CONCATENATED MODULE: ./build/providers/neon/options.js




const defaultNeonApiUrl = 'https://console.neon.tech/api/v2';
/** @throws UserError naming the value seen (never the key's) and what is allowed. */
function checkOptions(options, now) {
    const maskingRules = options.maskingRules === undefined ? [] : parseMaskingRules(options.maskingRules);
    if (maskingRules.length > 0 && options.branchType === 'schema-only')
        throw new errors/* UserError */.yo('Masking rules were given for a schema-only branch, which has no rows to mask.', {
            hint: 'Leave out the masking rules, or leave out the branch type.',
        });
    if (options.parentTimestamp !== undefined && options.parentLsn !== undefined)
        throw new errors/* UserError */.yo('Both a parent timestamp and a parent LSN were given.', {
            hint: 'Give one of them.',
        });
    return {
        apiKey: checkKey(options.apiKey),
        projectId: checkProjectId(options.projectId),
        apiUrl: checkApiUrl(options.apiUrl ?? defaultNeonApiUrl),
        fetch: options.fetch,
        userAgent: options.userAgent,
        kind: maskingRules.length > 0 ? 'anonymized' : (options.branchType ?? 'default'),
        maskingRules,
        parentTimestamp: options.parentTimestamp && checkTimestamp(options.parentTimestamp, now),
        parentLsn: options.parentLsn && checkLsn(options.parentLsn),
        computeSize: options.computeSize === undefined ? undefined : parseComputeSize(options.computeSize),
        suspendTimeoutSeconds: parseSuspendTimeout(options.suspendTimeout),
        requestTimeoutMs: options.requestTimeoutMs ?? 30_000,
    };
}
function checkKey(key) {
    const trimmed = key.trim();
    if (trimmed === '')
        throw new errors/* UserError */.yo('The Neon API key is empty.', {
            hint: 'Create one at https://console.neon.tech/app/settings/api-keys and pass it from a secret. Pull requests from forks get no secrets: use the `postgres` provider for them.',
        });
    if (!/^[\x21-\x7e]+$/.test(trimmed))
        throw new errors/* UserError */.yo('The Neon API key holds a space, a line break or a character outside ASCII.', {
            hint: 'Copy the key again; a secret often catches a second line.',
        });
    return trimmed;
}
function checkProjectId(projectId) {
    if (/^[a-z0-9-]{1,60}$/.test(projectId))
        return projectId;
    throw new errors/* UserError */.yo(`"${projectId}" is not a Neon project id.`, {
        hint: "The id, not the name: lower-case letters, digits and dashes such as `spring-example-302709`, shown in the project's settings.",
    });
}
function checkApiUrl(apiUrl) {
    const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
    const isPlain = url !== undefined && url.username === '' && url.password === '' && url.search === '' && url.hash === '';
    if (!isPlain || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))))
        throw new errors/* UserError */.yo(`"${isPlain ? apiUrl : 'The value given'}" cannot be Neon's API address.`, {
            hint: `It is ${defaultNeonApiUrl} unless you were told otherwise. Without credentials, query or fragment; plain http only for a loopback host, since the API key travels with every call.`,
        });
    return url.href.replace(/\/+$/, '');
}
/** `localhost`, 127.0.0.0/8 or ::1, as `URL.hostname` or a connection URI writes them. */
function isLoopback(host) {
    const bare = host.replace(/^\[|\]$/g, '');
    return bare === 'localhost' || bare === '::1' || ((0,external_node_net_.isIP)(bare) === 4 && bare.startsWith('127.'));
}
function checkTimestamp(timestamp, now) {
    const hasZone = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.test(timestamp);
    const moment = new Date(timestamp);
    if (!hasZone || Number.isNaN(moment.getTime()))
        throw new errors/* UserError */.yo(`The parent timestamp "${timestamp}" is not a time.`, {
            hint: 'Write it as 2026-02-26T12:00:00Z, with a zone.',
        });
    if (moment.getTime() > now.getTime())
        throw new errors/* UserError */.yo(`The parent timestamp ${timestamp} is in the future.`, {
            hint: 'Give a time within the restore window of your plan, or none for the present state.',
        });
    return timestamp;
}
function checkLsn(lsn) {
    if (/^[0-9A-Fa-f]{1,8}\/[0-9A-Fa-f]{1,8}$/.test(lsn))
        return lsn;
    throw new errors/* UserError */.yo(`The parent LSN "${lsn}" is not a log sequence number.`, {
        hint: 'It looks like 0/1DE2850, as `SELECT pg_current_wal_lsn()` shows it.',
    });
}
function parseComputeSize(text) {
    const [, smallest, largest] = /^(\d+(?:\.\d+)?)(?:\s*-\s*(\d+(?:\.\d+)?))?$/.exec(text.trim()) ?? [];
    const minimum = Number(smallest ?? Number.NaN);
    const maximum = Number(largest ?? smallest ?? Number.NaN);
    if (minimum >= 0.25 && maximum >= minimum)
        return { minimum, maximum };
    throw new errors/* UserError */.yo(`"${text}" is not a compute size.`, {
        hint: 'Give compute units, at least 0.25: one number for a fixed size, or smallest-largest such as 0.25-2.',
    });
}
function parseSuspendTimeout(text) {
    if (text === undefined)
        return undefined;
    if (text.trim() === 'never')
        return -1;
    const seconds = (0,duration/* parseDuration */.E)(text);
    if (seconds >= 60 && seconds <= 604_800)
        return seconds;
    throw new errors/* UserError */.yo(`A suspend timeout of ${text} is not possible.`, {
        hint: 'Neon takes 60s to 7d, or `never`. Leave it out for the default (5m). 0 does not mean never.',
    });
}

;// CONCATENATED MODULE: ./build/providers/neon/poll.js



const firstPauseMs = 150;
const longestPauseMs = 2_000;
const silenceMs = 10_000;
/** With less time than this left no answer can be expected. */
const shortestLookMs = 100;
/**
 * Looks until it is done. Logs when the state changes and every ten seconds.
 * @throws UserError at the deadline, naming `what` and the last state seen.
 */
async function pollUntil(session, what, look) {
    const { deadline, context } = session;
    const start = deadline.elapsed();
    let lastState = 'nothing yet';
    let lastLog = start;
    for (let pause = firstPauseMs;; pause = Math.min(longestPauseMs, pause * 1.5)) {
        const seen = await look().catch((error) => giveUp(session, `${what} (last seen: ${lastState})`, error));
        if (seen.kind === 'done')
            return seen.value;
        const now = deadline.elapsed();
        if (seen.state !== lastState || now - lastLog >= silenceMs) {
            context.log.info(`Waiting for ${what}: ${seen.state} (${(0,duration/* formatDuration */.a)(now - start)} so far).`);
            lastState = seen.state;
            lastLog = now;
        }
        await (0,wait/* sleep */.yy)(Math.min(pause, deadline.remaining()), context.signal);
        deadline.check(`${what} (last seen: ${lastState})`);
    }
}
/** A look that was cut short by the deadline says nothing about Neon: then the wait itself is what failed. */
async function giveUp({ deadline, context }, what, error) {
    const isCutShort = error instanceof errors/* ExternalError */.yA && error.status === undefined;
    if (isCutShort && deadline.remaining() < shortestLookMs) {
        await (0,wait/* sleep */.yy)(deadline.remaining() + 1, context.signal);
        deadline.check(what);
    }
    throw error;
}

;// CONCATENATED MODULE: ./build/providers/neon/readiness.js



/** Waiting until what the API has accepted is really there. */
/**
 * Waits until each operation has come to its end. Neon's documentation calls finished, skipped and cancelled the ends;
 * `failed` is not one, since Neon tries again by itself.
 */
async function waitForOperations(session, operations) {
    for (const { id, action, status } of operations) {
        if (isOver({ id, action, status }))
            continue;
        await pollUntil(session, `Neon's operation ${action}`, async () => {
            const now = await getOperation(session, id);
            if (!isOver(now))
                return { kind: 'waiting', state: now.status };
            if (now.status === 'cancelled')
                session.context.log.warning(`Neon cancelled its operation ${action}; going by the state of the branch.`);
            return { kind: 'done', value: undefined };
        });
    }
}
function isOver(operation) {
    if (operation.status === 'error')
        throw new errors/* ExternalError */.yA('Neon', `Neon's operation ${operation.action} (${operation.id}) ended with an error.`, {
            retryable: true,
            hint: "See the project's Operations page in the console. Run again: the branch is found by its name and taken up where it is.",
        });
    return ['finished', 'skipped', 'cancelled'].includes(operation.status);
}
/** Waits until the branch can be queried. An archived one can: its first query takes it out of the archive. */
async function waitForBranch(session, branchId, name) {
    return pollUntil(session, `the branch "${name}"`, async () => {
        const branch = await getBranch(session, branchId);
        return branch.state === 'ready' || branch.state === 'archived'
            ? { kind: 'done', value: branch }
            : { kind: 'waiting', state: branch.state };
    });
}
/** The endpoint that takes writes; a read replica is never chosen. Undefined when there is none. */
async function findReadWriteEndpoint(session, branchId) {
    const endpoints = await getEndpoints(session, branchId);
    return endpoints.find((endpoint) => endpoint.isReadWrite && endpoint.branchId === branchId);
}
/** Waits until the endpoint takes connections: `active`, or `idle`, which the first connection wakes. */
async function waitForEndpoint(session, branchId, name) {
    await pollUntil(session, `the read_write endpoint of "${name}"`, async () => {
        const endpoint = await findReadWriteEndpoint(session, branchId);
        if (endpoint === undefined)
            return { kind: 'waiting', state: 'not there yet' };
        if (endpoint.isDisabled)
            throw new errors/* UserError */.yo(`The read_write endpoint ${endpoint.id} of the branch "${name}" is disabled.`, {
                hint: 'Enable the compute in the console, or delete the branch so that it is made again.',
            });
        return endpoint.state === 'init'
            ? { kind: 'waiting', state: endpoint.state }
            : { kind: 'done', value: undefined };
    });
}
/** Waits until every masked column is masked. Before that the branch holds real data, and nobody may get its URI. */
async function waitUntilAnonymized(session, branchId, name) {
    await pollUntil(session, `the anonymised data of "${name}"`, async () => {
        const { state, message } = await getAnonymizedStatus(session, branchId);
        if (state === 'error' || state === 'initialization_error')
            throw new errors/* ExternalError */.yA('Neon', `Neon could not anonymise the branch "${name}" (${state}${message === undefined ? '' : `: ${message.replace(/\s+/g, ' ').slice(0, 300)}`}).`, {
                hint: 'The branch may hold real data and is left as it is for you to look at; no connection URI was given out. Correct the masking rules, delete the branch and run again.',
            });
        return state === 'anonymized' ? { kind: 'done', value: undefined } : { kind: 'waiting', state };
    });
}

;// CONCATENATED MODULE: ./build/providers/neon/connection.js








/** The direct and the pooled URI of one database, asked of Neon, checked, and masked before anyone can show them. */
async function connectionOf(session, branch, choice) {
    // Another job may still be making or resetting it.
    const { annotation, initSource } = await waitForBranch(session, branch.id, branch.name);
    if (readMark(annotation)?.kind === 'anonymized')
        await waitUntilAnonymized(session, branch.id, branch.name);
    const endpoint = await findReadWriteEndpoint(session, branch.id);
    if (endpoint === undefined)
        throw new errors/* UserError */.yo(`The branch "${branch.name}" has no read_write endpoint to connect to.`, {
            hint: 'Run `create-branch` for it, which adds one, or add a compute in the console.',
        });
    const chosen = await chooseDatabase(session, branch.id, choice);
    const ask = { branchId: branch.id, endpointId: endpoint.id, ...chosen };
    const [direct, pooled] = await Promise.all([
        getConnectionUri(session, { ...ask, pooled: false }).then((uri) => receive(session, endpoint, uri)),
        getConnectionUri(session, { ...ask, pooled: true }).then((uri) => receive(session, endpoint, uri)),
    ]);
    if ((0,pooler/* isPooledUri */.sN)(direct.uri))
        throw badUri(`the direct URI of the branch "${branch.name}" names the pooler (${direct.parts.host})`);
    return {
        host: direct.parts.host,
        database: direct.parts.database,
        role: direct.parts.user,
        password: direct.parts.password,
        direct: direct.uri,
        pooled: pooled.uri,
        computeSize: endpoint.computeSize,
        hasParentData: initSource !== 'schema-only' && readMark(annotation)?.kind !== 'schema-only',
    };
}
/** Masks first, since nothing that follows may show the URI, not even a failure. */
function receive({ context }, endpoint, answered) {
    for (const secret of (0,connection_uri/* secretsOf */.Fj)(answered))
        context.mask(secret);
    const parts = withEncryption(read(answered));
    const uri = (0,connection_uri/* formatConnectionUri */.sX)(parts);
    for (const secret of (0,connection_uri/* secretsOf */.Fj)(uri))
        context.mask(secret);
    if (parts.password === '')
        throw badUri('the connection URI holds no password; does the project store passwords (`store_passwords`)?');
    if (!belongsTo(endpoint, parts.host))
        throw badUri(`the connection URI leads to ${parts.host} and not to the branch's endpoint ${endpoint.id}`);
    return { uri, parts };
}
function read(answered) {
    try {
        return (0,connection_uri/* parseConnectionUri */.sq)(answered);
    }
    catch {
        throw badUri('the connection URI cannot be read');
    }
}
/** Neon takes encrypted connections only. What it says about them (`sslmode`, `channel_binding`) is kept, never weakened. */
function withEncryption(parts) {
    const mode = parts.parameters.get('sslmode');
    const isEncrypted = mode === 'require' || mode === 'verify-ca' || mode === 'verify-full';
    if (isEncrypted || isLoopback(parts.host))
        return parts;
    return { ...parts, parameters: new Map([...parts.parameters, ['sslmode', 'require']]) };
}
/** Guards against a URI of another branch, such as the default branch's when a query parameter is not understood. */
function belongsTo(endpoint, host) {
    const [label = '', ...domain] = host.split('.');
    const unpooled = [label.replace(/-pooler$/, ''), ...domain].join('.');
    return (unpooled === endpoint.host || host === endpoint.host || label.replace(/-pooler$/, '') === endpoint.id);
}
function badUri(what) {
    return new errors/* ExternalError */.yA('Neon', `Neon's answer cannot be used: ${what}.`, {
        hint: 'Nothing was connected to. Look at the branch in the console, and report this if it stays.',
    });
}

;// CONCATENATED MODULE: ./build/providers/neon/change-once.js


const mostRounds = 3;
/**
 * Makes a change by POST. When the answer is lost, or a 409 says that someone else was faster, looking tells whether it
 * was done; only if not it is asked for again.
 * @returns the operations it started; none when only looking told that it was done
 */
async function changeOnce(session, change) {
    for (let round = 1;; round++) {
        try {
            return await change.act();
        }
        catch (error) {
            const isUnclear = error instanceof errors/* ExternalError */.yA && (error.status === 409 || isInDoubt(error));
            if (!isUnclear || round === mostRounds)
                throw error;
            session.context.log.info(`${error.message} Looking ${change.question}.`);
            if (await change.wasDone())
                return [];
        }
    }
}

;// CONCATENATED MODULE: ./build/providers/neon/create-database.js



/**
 * Makes an empty database through the API: one that is made by SQL is not known to the console. Resolves when it is there.
 * @returns false when the branch has a database of that name already, which is left as it is
 */
async function createDatabase(session, branch, { name, owner }) {
    const isThere = async () => (await getDatabases(session, branch.id)).some((database) => database.name === name);
    if (await isThere())
        return false;
    const operations = await changeOnce(session, {
        question: `whether the database "${name}" was made`,
        act: () => postDatabase(session, { branch, name, owner }),
        wasDone: isThere,
    });
    await waitForOperations(session, operations);
    return true;
}

;// CONCATENATED MODULE: ./build/providers/neon/project-branches.js



/**
 * Reads the whole list rather than asking for one name (`search`): only the whole list shows which branches have
 * children, what the parents are called and how the default branch is called, and `search` matches parts of names and
 * ids. A project has 10 to 25 branches on Neon's plans, so this is one request.
 */
async function listProjectBranches(session) {
    const byId = new Map();
    for await (const branch of pages(session))
        byId.set(branch.id, branch);
    const parents = new Set([...byId.values()].map((branch) => branch.parentId));
    return {
        all: [...byId.values()],
        byName: (name) => [...byId.values()].find((branch) => branch.name === name),
        byId: (id) => byId.get(id),
        describe: (branch) => ({
            id: branch.id,
            name: branch.name,
            parent: parentOf(branch, byId),
            createdAt: branch.createdAt,
            filledAt: branch.lastResetAt ?? branch.createdAt,
            expiresAt: branch.expiresAt,
            isDefault: branch.isDefault,
            isProtected: branch.isProtected,
            hasChildren: parents.has(branch.id),
            owner: readMark(branch.annotation)?.owner,
            consoleUrl: consoleUrl(session.settings, branch.id),
        }),
    };
}
async function* pages(session) {
    const seen = new Set();
    let cursor;
    do {
        const page = await getBranchPage(session, cursor);
        yield* page.branches;
        cursor = page.nextCursor;
        if (cursor !== undefined && seen.has(cursor))
            throw new errors/* ExternalError */.yA('Neon', 'The list of branches does not move: Neon gave the same cursor twice.', {
                hint: 'Run again; report it if it stays.',
            });
        if (cursor !== undefined)
            seen.add(cursor);
    } while (cursor !== undefined);
}
/** A schema-only branch is a root branch to Neon; our mark says whose schema it has. */
function parentOf(branch, byId) {
    const parentId = branch.parentId ?? (readMark(branch.annotation)?.parentId || undefined);
    return parentId === undefined ? undefined : { id: parentId, name: byId.get(parentId)?.name ?? parentId };
}
/** Only Neon's own console is known; another API address may have none. */
function consoleUrl({ apiUrl, projectId }, branchId) {
    if (new URL(apiUrl).host !== 'console.neon.tech')
        return undefined;
    return `https://console.neon.tech/app/projects/${projectId}/branches/${branchId}`;
}
/** The branch to branch from: by exact name, else by id, else the default branch. */
function resolveParent(branches, wanted) {
    const defaultBranch = branches.all.find((branch) => branch.isDefault);
    if (wanted === undefined) {
        if (defaultBranch !== undefined)
            return defaultBranch;
        throw new errors/* UserError */.yo('The Neon project has no default branch.', {
            hint: 'Name the parent with `parent-branch`.',
        });
    }
    const parent = branches.byName(wanted) ?? branches.byId(wanted);
    if (parent !== undefined)
        return parent;
    throw new errors/* UserError */.yo(`The parent branch "${wanted}" does not exist among the project's ${branches.all.length}.`, {
        hint: `Give the exact name or the id of a branch, or leave \`parent-branch\` out for the default branch${defaultBranch === undefined ? '' : ` ("${defaultBranch.name}")`}.`,
    });
}

;// CONCATENATED MODULE: ./build/providers/neon/delete-branch.js



/**
 * Looks at the branch once more just before: it may have become a parent or protected since the caller read it. The
 * operations are not waited for: the branch is out of the list at once, and what follows waits on 423.
 */
async function deleteBranch(session, branch) {
    const branches = await listProjectBranches(session);
    const current = branches.byId(branch.id);
    if (current === undefined)
        return false;
    const { isDefault, isProtected, hasChildren } = branches.describe(current);
    const reason = isDefault
        ? 'it is the default branch'
        : isProtected
            ? 'it is protected'
            : hasChildren
                ? 'other branches were made from it'
                : undefined;
    if (reason !== undefined)
        throw new errors/* UserError */.yo(`Refused to delete the branch "${current.name}": ${reason}.`, {
            hint: 'Delete it by hand in the console if it may go.',
        });
    return deleteBranchById(session, current).catch((thrown) => {
        // Someone else was faster. Neon's description promises 204 for that; the list has just shown that the project is there.
        if (thrown instanceof errors/* ExternalError */.yA && thrown.status === 404)
            return false;
        throw thrown;
    });
}

// EXTERNAL MODULE: ./build/providers/ownership.js
var ownership = __webpack_require__(33176);
;// CONCATENATED MODULE: ./build/providers/neon/branch-plan.js






const longestExpiryMs = 30 * 86_400_000;
/** Neon counts the 30 days by its own clock, which may be behind ours. */
const clockSkewMs = 60_000;
/** @throws UserError for what can never work, before anything is asked of Neon. */
function checkRequest(request, now) {
    const { name, expiresAt } = request;
    if (name.trim() === '' || name.length > 256)
        throw new errors/* UserError */.yo(name.trim() === '' ? 'The branch name is empty.' : `The branch name is ${name.length} characters long.`, { hint: 'Neon takes 1 to 256 characters. Without a name Neon would invent one on every run.' });
    if (expiresAt === undefined)
        return;
    const fromNow = expiresAt.getTime() - now.getTime();
    if (!(fromNow > 0))
        throw new errors/* UserError */.yo(`The expiry ${toText(expiresAt)} is not in the future.`, {
            hint: 'Use a longer `expires-in`.',
        });
    if (fromNow > longestExpiryMs)
        throw new errors/* UserError */.yo(`The expiry ${toText(expiresAt)} is more than 30 days away, which Neon does not allow.`, {
            hint: 'Use `expires-in: 30d` or less; every run renews it.',
        });
}
function withinLimit(expiresAt, now) {
    if (expiresAt === undefined)
        return undefined;
    return new Date(Math.min(expiresAt.getTime(), now.getTime() + longestExpiryMs - clockSkewMs));
}
function toText(moment) {
    return Number.isNaN(moment.getTime()) ? 'given' : toNeonTime(moment);
}
function planBranch(session, request, branches) {
    const { settings } = session;
    const { name } = request;
    const sameId = branches.byId(name);
    if (sameId !== undefined)
        throw new errors/* UserError */.yo(`"${name}" is the id of the branch "${sameId.name}", not a name.`, {
            hint: 'Give a name of its own to the branch, such as preview/pr-7.',
        });
    const parent = resolveParent(branches, request.parent);
    return {
        name,
        parent,
        isParentNamed: request.parent !== undefined,
        expiresAt: withinLimit(request.expiresAt, session.context.now()),
        mark: {
            owner: request.owner,
            kind: settings.kind,
            parentId: parent.id,
            masking: settings.kind === 'anonymized' ? maskingFingerprint(settings.maskingRules) : undefined,
            call: (0,external_node_crypto_.randomUUID)(),
            tool: settings.userAgent,
        },
    };
}
/** @throws UserError when Neon would refuse to make a branch of this parent. */
function checkParent({ parent, name, mark }) {
    if (parent.name === name)
        throw new errors/* UserError */.yo(`The branch "${name}" cannot be its own parent.`, {
            hint: 'Choose another `branch` or `parent-branch`.',
        });
    if (parent.expiresAt !== undefined && mark.kind !== 'schema-only')
        throw new errors/* UserError */.yo(`The parent branch "${parent.name}" expires at ${toNeonTime(parent.expiresAt)}, and Neon makes no branch from one that expires.`, { hint: 'Choose another `parent-branch`, or take the expiry off that one.' });
}
/** The body of the request that creates it. */
function creationBody(settings, plan) {
    const branchCreate = {
        branch: {
            name: plan.name,
            parent_id: plan.parent.id,
            // Beside `branch` and not inside it, Neon ignores the expiry without a word.
            ...(plan.expiresAt !== undefined && { expires_at: toNeonTime(plan.expiresAt) }),
            ...(settings.parentLsn !== undefined && { parent_lsn: settings.parentLsn }),
            ...(settings.parentTimestamp !== undefined && { parent_timestamp: settings.parentTimestamp }),
            ...(plan.mark.kind === 'schema-only' && { init_source: 'schema-only' }),
        },
        endpoints: [endpointSettings(settings)],
    };
    const annotation = { annotation_value: writeMark(plan.mark) };
    if (plan.mark.kind !== 'anonymized')
        return { ...branchCreate, ...annotation };
    return {
        branch_create: branchCreate,
        masking_rules: settings.maskingRules,
        start_anonymization: true,
        ...annotation,
    };
}
/** A branch without an endpoint cannot be connected to, so one is always asked for. */
function endpointSettings(settings) {
    const { computeSize, suspendTimeoutSeconds } = settings;
    return {
        type: 'read_write',
        ...(computeSize !== undefined && {
            autoscaling_limit_min_cu: computeSize.minimum,
            autoscaling_limit_max_cu: computeSize.maximum,
        }),
        ...(suspendTimeoutSeconds !== undefined && { suspend_timeout_seconds: suspendTimeoutSeconds }),
    };
}

;// CONCATENATED MODULE: ./build/providers/neon/adopt-branch.js








/** Takes up a branch that exists: refused unless it is ours and what was asked for; then made ready and renewed. */
async function adoptBranch(session, plan, { branches, existing }) {
    const described = branches.describe(existing);
    (0,ownership/* assertOurs */.c)(described, plan.mark.owner, 'reuse');
    if (described.hasChildren && plan.expiresAt !== undefined)
        throw cannotExpire(existing.name);
    checkSatisfies(session, plan, existing);
    session.context.log.info(`The branch "${existing.name}" (${existing.id}) exists and is ours; taking it up.`);
    try {
        await waitForBranch(session, existing.id, existing.name);
        await renewExpiry(session, existing, plan.expiresAt);
        await ensureEndpoint(session, existing);
        if (plan.mark.kind === 'anonymized')
            await waitUntilAnonymized(session, existing.id, existing.name);
        return { kind: 'settled', branchId: existing.id };
    }
    catch (error) {
        // It expired or was deleted since the list was read.
        if (error instanceof errors/* ExternalError */.yA && error.status === 404)
            return { kind: 'look again', cause: error };
        throw error;
    }
}
/** https://neon.com/docs/guides/branch-expiration: a branch with children cannot expire, and a preview must. */
function cannotExpire(name) {
    return new errors/* UserError */.yo(`The branch "${name}" cannot expire any more: other branches were made from it.`, {
        hint: 'Delete those, or choose another `branch` name.',
    });
}
/** @throws UserError when the branch that exists is another one than asked for. Its data would not be what the run expects. */
function checkSatisfies(session, plan, existing) {
    const mark = readMark(existing.annotation);
    if (mark === undefined)
        return;
    const difference = describeDifference(plan, mark, existing);
    if (difference === undefined)
        return;
    // The default branch of the project was changed: nobody asked for another parent by name.
    if (difference.isParent && !plan.isParentNamed) {
        session.context.log.warning(`The branch "${existing.name}" ${difference.text}; it is used as it is.`);
        return;
    }
    throw new errors/* UserError */.yo(`The branch "${existing.name}" exists, but ${difference.text}.`, {
        hint: 'Delete it (the `delete-branch` action does) so that it is made anew, or choose another `branch` name.',
    });
}
function describeDifference(plan, mark, existing) {
    const kind = existing.initSource === 'schema-only' ? 'schema-only' : mark.kind;
    if (kind !== plan.mark.kind)
        return { text: `it is of the type ${kind} and ${plan.mark.kind} is asked for`, isParent: false };
    if (mark.masking !== plan.mark.masking)
        return { text: 'its data was masked by other masking rules than those given now', isParent: false };
    const parentId = existing.parentId ?? mark.parentId;
    if (parentId !== plan.parent.id)
        return {
            text: `was made from ${parentId} and not from "${plan.parent.name}" (${plan.parent.id})`,
            isParent: true,
        };
    return undefined;
}
/** A repeated run on the same second leaves the branch alone: a change of it locks the project for others. */
async function renewExpiry(session, existing, expiresAt) {
    if (toSeconds(existing.expiresAt) === toSeconds(expiresAt))
        return;
    await waitForOperations(session, await patchExpiry(session, existing, expiresAt));
    const now = session.context.now().getTime();
    session.context.log.info(expiresAt === undefined
        ? `The branch "${existing.name}" does not expire any more.`
        : `The branch "${existing.name}" now expires in ${(0,duration/* formatDuration */.a)(expiresAt.getTime() - now)}.`);
}
function toSeconds(moment) {
    return moment === undefined ? undefined : Math.floor(moment.getTime() / 1000);
}
async function ensureEndpoint(session, existing) {
    const isThere = async () => (await findReadWriteEndpoint(session, existing.id)) !== undefined;
    if (!(await isThere())) {
        session.context.log.info(`The branch "${existing.name}" has no read_write endpoint; adding one.`);
        const operations = await changeOnce(session, {
            question: 'whether the endpoint is there',
            act: () => postEndpoint(session, existing, endpointSettings(session.settings)),
            wasDone: isThere,
        });
        await waitForOperations(session, operations);
    }
    await waitForEndpoint(session, existing.id, existing.name);
}

;// CONCATENATED MODULE: ./build/providers/neon/branch-limit.js


const mostShown = 15;
/** The plan's limit of branches, told with the branches of ours that could go, oldest first. */
function explainBranchLimit(session, planned, refusal) {
    const { plan, branches } = planned;
    const ours = deletable(branches, plan.mark.owner.repository);
    const isRoot = refusal.code === 'ROOT_BRANCHES_LIMIT_EXCEEDED';
    const kind = isRoot ? 'root branches (each schema-only branch is one)' : 'branches';
    const list = ours.length === 0
        ? 'None of them was made by this action for this repository.'
        : `Made by this action for ${plan.mark.owner.repository}, oldest first: ${branch_limit_describe(ours, session.context.now())}.`;
    return new errors/* ExternalError */.yA('Neon', `Neon refused to create the branch "${plan.name}": the project has as many ${kind} as its plan allows (it has ${branches.all.length} branches). ${list}`, {
        status: refusal.status,
        code: refusal.code,
        requestId: refusal.requestId,
        hint: 'Run the `sweep-branches` action to delete those whose pull request is closed (it only shows them until `dry-run: false`), let `delete-branch` run on `closed`, or move to a plan with more branches.',
    });
}
function deletable(branches, repository) {
    return branches.all
        .map(branches.describe)
        .filter((branch) => branch.owner?.repository.toLowerCase() === repository.toLowerCase())
        .filter((branch) => !branch.isDefault && !branch.isProtected && !branch.hasChildren)
        .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}
function branch_limit_describe(ours, now) {
    const shown = ours.slice(0, mostShown).map(({ name, owner, createdAt }) => {
        const pullRequest = owner?.pullRequest === undefined ? 'no pull request' : `pull request #${owner.pullRequest}`;
        return `"${name}" (${pullRequest}, ${(0,duration/* formatDuration */.a)(Math.max(0, now.getTime() - createdAt.getTime()))} old)`;
    });
    const hidden = ours.length - shown.length;
    return `${shown.join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}`;
}

;// CONCATENATED MODULE: ./build/providers/neon/ensure-branch.js












/** Rounds of looking and creating before a name that is taken but not listed is given up. */
const ensure_branch_mostRounds = 5;
/**
 * Looks first, creates when nothing is there, and looks again whenever it is unknown whether something was created:
 * two runs at once, a time-out or a lost answer all end in one branch.
 */
async function ensureBranch(session, request) {
    checkRequest(request, session.context.now());
    let plan;
    for (let round = 1;; round++) {
        const branches = await listProjectBranches(session);
        // Planned once: the mark of this call must stay the same over all rounds.
        plan ??= planBranch(session, request, branches);
        const existing = branches.byName(plan.name);
        const outcome = existing === undefined
            ? await createBranch(session, { plan, branches }, request)
            : await adoptBranch(session, plan, { branches, existing });
        if (outcome.kind === 'settled')
            return finish(session, plan, outcome.branchId);
        if (round === ensure_branch_mostRounds || session.deadline.remaining() === 0)
            throw outcome.cause;
        session.context.log.info(`${outcome.cause.message} Looking whether "${plan.name}" is there.`);
        await (0,wait/* sleep */.yy)(Math.min(100 * 2 ** round, session.deadline.remaining()), session.context.signal);
    }
}
async function createBranch(session, planned, request) {
    const { plan } = planned;
    checkParent(plan);
    if (request.choice !== undefined)
        await chooseDatabase(session, plan.parent.id, request.choice);
    tellAboutPasswords(session, plan);
    const started = await postPlan(session, planned);
    if (started instanceof errors/* ExternalError */.yA)
        return { kind: 'look again', cause: started };
    session.context.log.info(`Created the branch "${plan.name}" (${started.branchId}) from "${plan.parent.name}".`);
    await waitForOperations(session, started.operations);
    await waitForBranch(session, started.branchId, plan.name);
    await waitForEndpoint(session, started.branchId, plan.name);
    if (plan.mark.kind === 'anonymized')
        await waitUntilAnonymized(session, started.branchId, plan.name);
    return { kind: 'settled', branchId: started.branchId };
}
/** The error is a value when the branch may exist all the same: another run made it (409), or the answer was lost. */
async function postPlan(session, planned) {
    const { plan } = planned;
    try {
        return await postBranch(session, {
            name: plan.name,
            anonymized: plan.mark.kind === 'anonymized',
            body: creationBody(session.settings, plan),
        });
    }
    catch (error) {
        if (!(error instanceof errors/* ExternalError */.yA))
            throw error;
        if (isBranchLimit(error))
            throw explainBranchLimit(session, planned, error);
        if (error.status === 409 || isInDoubt(error))
            return error;
        throw error;
    }
}
/** Roles keep their passwords on a branch unless its parent is protected: whoever has the preview's URI has half of production's. */
function tellAboutPasswords({ context }, { parent }) {
    if (parent.isProtected || !parent.isDefault)
        return;
    context.log.notice(`The default branch "${parent.name}" is not protected, so its branches share its role passwords. Protect it in Neon's console to give every branch new ones.`);
}
/** Reads the branch back from the list, where its mark, its parent's name and its children are. */
async function finish(session, plan, branchId) {
    const branches = await listProjectBranches(session);
    const branch = branches.byId(branchId);
    if (branch === undefined)
        throw new errors/* ExternalError */.yA('Neon', `The branch "${plan.name}" (${branchId}) disappeared while it was being prepared.`, {
            retryable: true,
            hint: 'Something else deleted it, such as the job of the closed pull request. Run again.',
        });
    const mark = readMark(branch.annotation);
    if (mark === undefined)
        session.context.log.warning(`Neon did not keep the annotation of "${branch.name}": later runs will take it for someone else's and refuse it.`);
    return { branch: branches.describe(branch), created: mark === undefined || mark.call === plan.mark.call };
}

;// CONCATENATED MODULE: ./build/providers/neon/reset-branch.js






/** Takes the parent's present state; Neon calls it a restore with the parent as its source. Name and URIs stay. */
async function resetBranch(session, branch) {
    const before = await listProjectBranches(session);
    const current = before.byId(branch.id);
    if (current === undefined)
        throw new errors/* UserError */.yo(`The branch "${branch.name}" (${branch.id}) does not exist any more.`, {
            hint: 'Run `create-branch`, which makes it anew from its parent.',
        });
    const parentId = checkResettable(before, current);
    const operations = await changeOnce(session, {
        question: `whether "${current.name}" was reset`,
        act: async () => (await postRestore(session, current, parentId)).operations,
        wasDone: () => wasReset(session, current),
    });
    await waitForOperations(session, operations);
    await waitForBranch(session, current.id, current.name);
    await waitForEndpoint(session, current.id, current.name);
    const after = await listProjectBranches(session);
    return after.describe(after.byId(current.id) ?? current);
}
/** The parent's id. @throws UserError for a branch that must not or cannot be reset. */
function checkResettable(branches, branch) {
    const { isDefault, isProtected, hasChildren } = branches.describe(branch);
    const kind = readMark(branch.annotation)?.kind;
    if (isDefault)
        throw reset_branch_refused(branch, 'it is the default branch', 'Only branches made from another are reset.');
    if (isProtected)
        throw reset_branch_refused(branch, 'it is protected', 'Neon resets no protected branch.');
    if (hasChildren)
        throw reset_branch_refused(branch, 'other branches were made from it', 'Delete those first.');
    if (kind === 'anonymized')
        throw reset_branch_refused(branch, "it is anonymised, and a reset would bring its parent's real data", 'Delete it and run `create-branch` again, which anonymises the new one.');
    if (branch.parentId === undefined)
        throw reset_branch_refused(branch, branch.initSource === 'schema-only'
            ? 'a schema-only branch has no parent to go back to'
            : 'it has no parent', 'Delete it and run `create-branch` again.');
    return branch.parentId;
}
function reset_branch_refused(branch, reason, hint) {
    return new errors/* UserError */.yo(`Refused to reset the branch "${branch.name}": ${reason}.`, { hint });
}
/** A second restore could undo what another run did in between, so it is not simply repeated. */
async function wasReset(session, before) {
    const { state, lastResetAt } = await getBranch(session, before.id);
    return state === 'resetting' || lastResetAt?.getTime() !== before.lastResetAt?.getTime();
}

;// CONCATENATED MODULE: ./build/providers/neon/restore-point.js




/**
 * A snapshot in Neon's own sense: instant, of a root branch only, one on the Free plan and ten taken by hand on paid ones
 * (https://neon.com/docs/guides/backup-restore). One of this name and branch that is there already is taken.
 * @throws ExternalError when Neon refuses, such as at the plan's limit
 */
async function takeRestorePoint(session, branch, { name, expiresAt }) {
    const find = async () => (await getSnapshots(session)).find((snapshot) => isThis(snapshot, branch, name));
    const present = await find();
    if (present !== undefined)
        return { id: present.id, name, created: false };
    const operations = await changeOnce(session, {
        question: `whether the snapshot "${name}" was taken`,
        act: () => postSnapshot(session, { branch, name, expiresAt }),
        wasDone: async () => (await find()) !== undefined,
    });
    await waitForOperations(session, operations);
    const taken = await find();
    if (taken === undefined)
        throw new errors/* ExternalError */.yA('Neon', `Neon took no snapshot "${name}" of the branch "${branch.name}".`);
    return { id: taken.id, name, created: true };
}
function isThis(snapshot, branch, name) {
    return snapshot.name === name && (snapshot.sourceBranchId ?? branch.id) === branch.id;
}

;// CONCATENATED MODULE: ./build/providers/neon/provider.js










/**
 * Branches of one Neon project, through Neon's API v2. Waits for what the API says; whether a query really works on the
 * branch is for the caller to try.
 * @throws UserError for options that cannot work
 */
function createNeonProvider(options, context) {
    const settings = checkOptions(options, context.now());
    context.mask(settings.apiKey);
    const { log, signal, now } = context;
    const api = createNeonApi({ ...settings, log, signal, now });
    const open = () => ({ api, settings, context, deadline: (0,wait/* deadlineIn */._5)(context.timeoutMs) });
    return {
        name: 'neon',
        ensureBranch: (request) => ensureBranch(open(), request),
        async findBranch(name) {
            const branches = await listProjectBranches(open());
            const branch = branches.byName(name);
            return branch === undefined ? undefined : branches.describe(branch);
        },
        resetBranch: (branch) => resetBranch(open(), branch),
        deleteBranch: (branch) => deleteBranch(open(), branch),
        async *listBranches() {
            const branches = await listProjectBranches(open());
            yield* branches.all.map(branches.describe);
        },
        connection: (branch, choice) => connectionOf(open(), branch, choice),
        createDatabase: (branch, request) => createDatabase(open(), branch, request),
        takeRestorePoint: (branch, request) => takeRestorePoint(open(), branch, request),
        async [Symbol.asyncDispose]() {
            // Nothing is held open: every call stands alone.
        },
    };
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
