export const id = 4483;
export const ids = [4483];
export const modules = {

/***/ 78370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ parseBackupKey),
/* harmony export */   w: () => (/* binding */ isBackupKey)
/* harmony export */ });
/* harmony import */ var _backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46580);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8399);


/** Names that a backup's files have: of the manifest, or encrypted and packed ones. */
const fileName = /^(?:dump|schema)\.[a-z0-9]+(?:\.[a-z0-9]+){0,2}$/;
/**
 * The parts of `<series>/<yyyy>/<mm>/<id>/<name>`, undefined for any other key. Whatever else lies below a destination is
 * not ours: it is neither read nor deleted.
 */
function parseBackupKey(key) {
    const segments = key.split('/');
    const [series = '', , , id = '', name = ''] = segments;
    if (segments.length !== 5 || !(0,_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .isBackupId */ ["if"])(id) || (0,_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .backupFolder */ .j0)(id) !== segments.slice(0, 4).join('/'))
        return undefined;
    const isOurs = [_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestName */ .vS, _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .signatureName */ .S1, _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .recoveryName */ .tQ].includes(name) || fileName.test(name);
    return isOurs ? { series, id, name } : undefined;
}
function isBackupKey(key) {
    return parseBackupKey(key) !== undefined;
}


/***/ }),

/***/ 74483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createS3Store: () => (/* binding */ createS3Store)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/backups/storage/s3/signature.js
/** AWS Signature Version 4: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */

/** Every header to be sent, `authorization` included. */
function signedHeaders(request, scope) {
    const { credentials, region, at } = scope;
    const time = at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
    const day = time.slice(0, 8);
    const headers = {
        ...request.headers,
        'x-amz-content-sha256': request.payloadHash,
        'x-amz-date': time,
        ...(credentials.sessionToken !== undefined && { 'x-amz-security-token': credentials.sessionToken }),
    };
    const names = Object.keys(headers).sort();
    const canonical = [
        request.method,
        request.path,
        queryString(request.query),
        ...names.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/ +/g, ' ')}`),
        '',
        names.join(';'),
        request.payloadHash,
    ].join('\n');
    const credentialScope = `${day}/${region}/s3/aws4_request`;
    const toSign = ['AWS4-HMAC-SHA256', time, credentialScope, sha256Hex(canonical)].join('\n');
    const key = [day, region, 's3', 'aws4_request'].reduce((secret, part) => hmac(secret, part), `AWS4${credentials.secretAccessKey}`);
    const signature = hmac(key, toSign).toString('hex');
    return {
        ...headers,
        authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${credentialScope}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
    };
}
/** Encoded as it is signed and sent, in the order of the encoded names. */
function queryString(query) {
    return Object.entries(query)
        .map(([name, value]) => [encodeName(name), encodeName(value)])
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([name, value]) => `${name}=${value}`)
        .join('&');
}
/** Everything but `A-Z a-z 0-9 - . _ ~`, which is stricter than encodeURIComponent. */
function encodeName(text) {
    return encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
function sha256Hex(data) {
    return (0,external_node_crypto_.createHash)('sha256').update(data).digest('hex');
}
function hmac(key, text) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest();
}

;// CONCATENATED MODULE: ./build/backups/storage/s3/address.js

/** Of an object, or of the bucket when `key` is empty. @param key in full, prefix included */
function addressOf(destination, region, key) {
    const { bucket, endpoint, pathStyle } = destination;
    const base = new URL(endpoint ?? `https://s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`);
    const path = key.split('/').map(encodeName).join('/');
    const host = pathStyle ? base.host : `${bucket}.${base.host}`;
    return {
        origin: `${base.protocol}//${host}`,
        host,
        path: pathStyle ? `/${encodeName(bucket)}${path === '' ? '' : `/${path}`}` : `/${path}`,
    };
}
/**
 * R2 wants equal parts and ignores conditions when an upload is completed: https://developers.cloudflare.com/r2/objects/multipart-objects/
 * AWS has had conditional writes for PutObject and CompleteMultipartUpload since August 2024.
 */
function dialectOf(endpoint) {
    const host = endpoint === undefined ? 's3.amazonaws.com' : new URL(endpoint).hostname;
    return {
        createOnly: /(^|\.)amazonaws\.com(\.cn)?$/.test(host),
        equalParts: host.endsWith('.r2.cloudflarestorage.com'),
    };
}

// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(73110);
// EXTERNAL MODULE: ./build/http-exchange.js
var http_exchange = __webpack_require__(60390);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
;// CONCATENATED MODULE: ./build/backups/storage/s3/xml.js
/** As much of XML as S3 answers: elements with texts, no attributes that matter, no document types. */
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** The root element, or undefined for what is not well-formed or holds a document type. */
function parseXml(text) {
    const root = { name: '', text: '', children: [] };
    const open = [root];
    const token = /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.:-]*)(?:\s[^<>]*?)?(\/?)>|([^<]+)|</gy;
    for (let match = token.exec(text); match !== null; match = token.exec(text)) {
        const [whole, slash, name, selfClosing, content] = match;
        const top = open.at(-1);
        if (top === undefined || whole === '<')
            return undefined;
        if (content !== undefined)
            top.text += decodeEntities(content);
        else if (name === undefined)
            continue;
        else if (slash === '/') {
            if (open.length < 2 || top.name !== name)
                return undefined;
            open.pop();
        }
        else {
            const element = { name, text: '', children: [] };
            top.children.push(element);
            if (selfClosing !== '/')
                open.push(element);
        }
    }
    return open.length === 1 && root.children.length === 1 ? root.children[0] : undefined;
}
function decodeEntities(text) {
    return text.replaceAll(/&(#\d+|#x[\da-f]+|\w+);/gi, (whole, name) => {
        if (!name.startsWith('#'))
            return entities[name] ?? whole;
        const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
function childrenOf(element, name) {
    return element?.children.filter((child) => child.name === name) ?? [];
}
/** Of the first child of that name; empty when there is none. */
function textOf(element, name) {
    return element?.children.find((child) => child.name === name)?.text ?? '';
}
function escapeXml(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
}

;// CONCATENATED MODULE: ./build/backups/storage/s3/exchange.js
/** One HTTP exchange with S3 and the ways it can end. */





/** Slowest connection on which an upload still counts as progress, in bytes a second. */
const slowest = 64 * 1024;
/** Never rejects but with the signal's reason: every other ending is a value. */
async function exchange(connection, request) {
    const opened = await openExchange(connection, request);
    if (opened.kind !== 'open')
        return opened;
    const { response, limit } = opened;
    try {
        const text = await readText(response, limit);
        if (request.operation === 'CompleteMultipartUpload')
            return completion(response, text);
        return { kind: 'ok', status: response.status, headers: response.headers, text };
    }
    catch (error) {
        return noAnswer(connection, request, { error, limit });
    }
    finally {
        limit.release();
    }
}
/** Sends, and hands out the answer with its body unread when it is a success. */
async function openExchange(connection, request) {
    const { context } = connection;
    const signal = request.signal ?? context.signal;
    signal.throwIfAborted();
    const sendingMs = ((request.body?.length ?? 0) / slowest) * 1000;
    const limit = (0,http_exchange/* timeLimit */.zc)(signal, context.timeoutMs + sendingMs);
    try {
        const response = await send(connection, request, limit.signal);
        if (response.ok)
            return { kind: 'open', response, limit };
        const refusal = refusalOf(response, await readText(response, limit));
        limit.release();
        return refusal;
    }
    catch (error) {
        limit.release();
        return noAnswer(connection, request, { error, limit });
    }
}
/** Bytes of the longest answer that is read as text: a page of a list has 1,000 keys. */
const longestText = 16 * 1024 * 1024;
/** While S3 puts parts together, for minutes, it sends a blank now and then: that is progress. */
async function readText(response, limit) {
    const chunks = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
        limit.renew();
        chunks.push(chunk);
        length += chunk.length;
        if (length > longestText)
            throw new TypeError('the answer does not end');
    }
    return Buffer.concat(chunks).toString('utf8');
}
function send(connection, request, signal) {
    const { destination, context, credentials, state } = connection;
    const address = addressOf(destination, state.region, request.key);
    const query = request.query ?? {};
    // fetch makes the host header itself, of the same address.
    const { host: _, ...headers } = signedHeaders({
        method: request.method,
        path: address.path,
        query,
        headers: { ...request.headers, host: address.host },
        payloadHash: request.bodyHash ?? sha256Hex(request.body ?? ''),
    }, { credentials, region: state.region, at: new Date(context.now().getTime() + state.skewMs) });
    const search = queryString(query);
    return context.fetch(`${address.origin}${address.path}${search === '' ? '' : `?${search}`}`, {
        method: request.method,
        headers,
        body: request.body ?? null,
        // The region is learned from the answer; the signature of one host is worth nothing at another.
        redirect: 'manual',
        signal,
    });
}
/** S3 answers 200 before it knows how completing ends; the body tells. */
function completion(response, text) {
    const root = parseXml(text);
    if (root?.name === 'CompleteMultipartUploadResult')
        return { kind: 'ok', status: response.status, headers: response.headers, text };
    if (root?.name === 'Error')
        return refusalOf(response, text);
    return { kind: 'no-answer', mayHaveArrived: true, reason: 'the answer was cut off' };
}
function refusalOf(response, text) {
    const root = parseXml(text);
    const error = root?.name === 'Error' ? root : undefined;
    return {
        kind: 'refused',
        status: response.status,
        code: oneLine(textOf(error, 'Code')),
        message: oneLine(textOf(error, 'Message')),
        requestId: oneLine(response.headers.get('x-amz-request-id') ?? textOf(error, 'RequestId')),
        region: response.headers.get('x-amz-bucket-region') ?? textOf(error, 'Region'),
        headers: response.headers,
    };
}
/** Foreign text, kept short and to one line. */
function oneLine(text) {
    return text
        .replaceAll(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, 300);
}
/** Only the code of the cause is shown: the rest of a fetch error is not ours to judge. */
function noAnswer({ context }, request, { error, limit }) {
    (request.signal ?? context.signal).throwIfAborted();
    if (limit.expired())
        return {
            kind: 'no-answer',
            mayHaveArrived: true,
            reason: `no answer within ${(0,duration/* formatDuration */.a)(context.timeoutMs)}`,
        };
    const code = (0,http_exchange/* networkCode */.e8)(error);
    return {
        kind: 'no-answer',
        mayHaveArrived: !(0,http_exchange/* isNeverConnected */.gP)(code),
        reason: `the connection failed${code === undefined ? '' : ` (${code})`}`,
    };
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/backups/storage/s3/failure.js

const verbs = {
    PutObject: 'store',
    GetObject: 'read',
    HeadObject: 'look at',
    DeleteObject: 'delete',
    ListObjectsV2: 'list what is stored below',
    CreateMultipartUpload: 'begin the upload of',
    UploadPart: 'store a part of',
    CompleteMultipartUpload: 'complete the upload of',
    AbortMultipartUpload: 'end the upload of',
    ListMultipartUploads: 'list the unfinished uploads below',
};
/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
function permissionsFor({ operation, query, headers }) {
    switch (operation) {
        case 'PutObject':
        case 'CreateMultipartUpload':
            return headers?.['x-amz-object-lock-mode'] === undefined
                ? ['s3:PutObject']
                : ['s3:PutObject', 's3:PutObjectRetention'];
        case 'UploadPart':
        case 'CompleteMultipartUpload':
            return ['s3:PutObject'];
        case 'GetObject':
            return ['s3:GetObject'];
        case 'HeadObject':
            // Without the second, what is not there is told as forbidden.
            return ['s3:GetObject', 's3:ListBucket'];
        case 'DeleteObject':
            return [query?.versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion'];
        case 'ListObjectsV2':
            return ['s3:ListBucket'];
        case 'AbortMultipartUpload':
            return ['s3:AbortMultipartUpload'];
        case 'ListMultipartUploads':
            return ['s3:ListBucketMultipartUploads'];
    }
}
/** What S3 answered instead of doing it. It holds no secret: only its code, its message and its request id are taken. */
function failureOf(failed, request, destination) {
    const what = `${verbs[request.operation]} ${request.key === '' ? destination.location : request.key}`;
    if (failed.kind === 'no-answer')
        return new errors/* ExternalError */.yA('S3', `${serviceOf(destination)} gave no answer when asked to ${what}: ${failed.reason}.`, {
            retryable: true,
            hint: `Check that ${serviceOf(destination)} can be reached from the runner, and run the job again.`,
        });
    const said = [failed.code, failed.message === '' ? '' : `(${failed.message})`]
        .filter((text) => text !== '')
        .join(' ');
    const hint = hintFor(failed, request, destination);
    return new errors/* ExternalError */.yA('S3', `${serviceOf(destination)} refused to ${what}: ${failed.status} ${said}`.trim(), {
        status: failed.status,
        ...(failed.code !== '' && { code: failed.code }),
        ...(failed.requestId !== '' && { requestId: failed.requestId }),
        retryable: failed.status >= 500 || failed.status === 429,
        ...(hint !== undefined && { hint }),
    });
}
function serviceOf({ endpoint }) {
    return endpoint === undefined ? 'S3' : new URL(endpoint).host;
}
const hints = {
    ExpiredToken: 'The credentials ended before the backup did. Raise `role-duration-seconds` of aws-actions/configure-aws-credentials (and the longest session of the role), or run it right before this step.',
    TokenRefreshRequired: 'The credentials have expired: run aws-actions/configure-aws-credentials again.',
    InvalidToken: 'AWS_SESSION_TOKEN does not belong to the key, or the service takes none: unset it.',
    InvalidAccessKeyId: 'AWS_ACCESS_KEY_ID is unknown there: it may be of another account or service, or deleted.',
    SignatureDoesNotMatch: 'AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID, or a proxy changed the request.',
    NoSuchBucket: 'There is no such bucket. Create it first; nothing here makes buckets.',
    RequestTimeTooSkewed: 'The clock of the runner is wrong, and the service did not tell its own time.',
    QuotaExceeded: 'The account or bucket is full.',
};
function hintFor(failed, request, { bucket, prefix }) {
    if (failed.code in hints)
        return hints[failed.code];
    if (failed.code === 'AccessDenied' || (failed.status === 403 && failed.code === '')) {
        const needed = permissionsFor(request).map((permission) => `\`${permission}\``);
        const resource = request.key === '' ? `arn:aws:s3:::${bucket}` : `arn:aws:s3:::${bucket}/${prefix}*`;
        return `Allow ${needed.join(' and ')} on ${resource} (docs/backups/permissions.md), and \`kms:GenerateDataKey\` and \`kms:Decrypt\` where the bucket is encrypted with a key of yours.`;
    }
    if (request.headers?.['x-amz-object-lock-mode'] !== undefined && failed.status === 400)
        return 'Object Lock is asked for: the bucket must have been made with it, or have it switched on, with versioning.';
    if (failed.status === 301)
        return 'The bucket lies in another region: name it with `?region=` in the destination.';
    return undefined;
}

;// CONCATENATED MODULE: ./build/backups/storage/s3/client.js
/** Requests to S3, repeated until they are answered, refused for good, or given up. */





const defaultPatience = { tries: 8, baseMs: 200 };
const longestPauseMs = 10_000;
/** A service that wants more is not waited for. */
const longestAskedMs = 120_000;
function createS3Client(connection, patience) {
    const client = { connection, patience };
    const call = async (request) => withDoubt(await repeated(client, request, exchange));
    return {
        connection,
        call,
        async expect(request) {
            const outcome = await call(request);
            if (outcome.kind === 'ok')
                return outcome;
            throw failureOf(outcome, request, connection.destination);
        },
        async open(request) {
            const { ending, inDoubt } = await repeated(client, request, openExchange);
            return ending.kind === 'refused' ? { ...ending, inDoubt } : ending;
        },
    };
}
function withDoubt({ ending, inDoubt }) {
    return ending.kind === 'no-answer' ? ending : { ...ending, inDoubt };
}
async function repeated({ connection, patience }, request, attempt) {
    const { context, state } = connection;
    let inDoubt = false;
    let corrections = 0;
    for (let tries = 1;; tries += 1) {
        const ending = await attempt(connection, request);
        if (ending.kind === 'ok' || ending.kind === 'open')
            return { ending, inDoubt };
        const failed = ending;
        if (failed.kind === 'refused' && corrections < 3 && correct(failed, state, context.now())) {
            corrections += 1;
            context.log.debug(`S3 answered ${failed.status} ${failed.code}; trying again in its region, at its time.`);
            continue;
        }
        const pause = tries < patience.tries
            ? pauseBefore(failed, { tries, baseMs: patience.baseMs, now: context.now() })
            : undefined;
        if (pause === undefined)
            return { ending, inDoubt };
        inDoubt ||=
            failed.kind === 'no-answer' ? failed.mayHaveArrived : failed.status >= 500 || failed.status === 200;
        context.log.info(`S3, ${request.operation} ${request.key}: ${described(failed)}. Trying again in ${(0,duration/* formatDuration */.a)(pause)} (try ${tries + 1}).`);
        await (0,wait/* sleep */.yy)(pause, request.signal ?? context.signal);
    }
}
function described(failed) {
    return failed.kind === 'no-answer' ? failed.reason : `HTTP ${failed.status} ${failed.code}`.trim();
}
/** True when the answer taught us something that makes the same request right: the bucket's region, the server's time. */
function correct(refusal, state, now) {
    if (refusal.code === 'RequestTimeTooSkewed' || refusal.code === 'RequestExpired') {
        const date = Date.parse(refusal.headers.get('date') ?? '');
        if (Number.isNaN(date))
            return false;
        state.skewMs = date - now.getTime();
        return true;
    }
    const isElsewhere = refusal.status === 301 ||
        refusal.status === 307 ||
        refusal.code === 'AuthorizationHeaderMalformed' ||
        // A HEAD has no body to name the reason.
        (refusal.status === 400 && refusal.code === '');
    if (!isElsewhere || !/^[a-z0-9-]{2,40}$/.test(refusal.region) || refusal.region === state.region)
        return false;
    state.region = refusal.region;
    return true;
}
/** Refusals that pass, whatever their status; `BadDigest` and its kin mean bytes that changed on the way. */
const passing = new Set([
    'InternalError',
    'ServiceUnavailable',
    'SlowDown',
    'RequestTimeout',
    'Throttling',
    'ThrottlingException',
    'RequestLimitExceeded',
    'TooManyRequests',
    'OperationAborted',
    'ConditionalRequestConflict',
    'BadDigest',
    'XAmzContentSHA256Mismatch',
    'IncompleteBody',
]);
function pauseBefore(failed, { tries, baseMs, now }) {
    const jittered = Math.random() * Math.min(longestPauseMs, baseMs * 2 ** (tries - 1));
    if (failed.kind === 'no-answer')
        return jittered;
    // 501 means "I do not know that header or call", and never passes.
    const passes = passing.has(failed.code) || failed.status === 429 || (failed.status >= 500 && failed.status !== 501);
    if (!passes)
        return undefined;
    const asked = (0,http_exchange/* retryAfterMs */.Vs)(failed.headers.get('retry-after'), now) ?? 0;
    return asked > longestAskedMs ? undefined : asked + jittered;
}

;// CONCATENATED MODULE: ./build/backups/storage/s3/credentials.js

/**
 * From the variables that `aws-actions/configure-aws-credentials` and AWS's own tools use, and from nowhere else; with a
 * prefix, from variables that start with it, so that a second copy can go to another account. Masked before they are used.
 * @throws UserError naming the variables that are missing
 */
function readCredentials({ environment, mask }, prefix) {
    const name = (variable) => (prefix === undefined ? variable : `${prefix}_${variable}`);
    const read = (variable) => environment[name(variable)]?.trim() ?? '';
    const accessKeyId = read('AWS_ACCESS_KEY_ID');
    const secretAccessKey = read('AWS_SECRET_ACCESS_KEY');
    const sessionToken = read('AWS_SESSION_TOKEN');
    for (const secret of [accessKeyId, secretAccessKey, sessionToken])
        if (secret !== '')
            mask(secret);
    const missing = [
        ...(accessKeyId === '' ? [name('AWS_ACCESS_KEY_ID')] : []),
        ...(secretAccessKey === '' ? [name('AWS_SECRET_ACCESS_KEY')] : []),
    ];
    if (missing.length > 0)
        throw new errors/* UserError */.yo(`There are no credentials for the bucket: ${missing.join(' and ')} not set.`, {
            hint: 'Run aws-actions/configure-aws-credentials before this step, or set the variables in the `env:` of the step.',
        });
    return { accessKeyId, secretAccessKey, sessionToken: sessionToken === '' ? undefined : sessionToken };
}
/** The destination's own, else the environment's, else what fits the endpoint. */
function regionOf(environment, destination) {
    const { region, endpoint } = destination;
    const named = [region, environment.AWS_REGION?.trim(), environment.AWS_DEFAULT_REGION?.trim()];
    // A region of AWS says nothing about another service, whose name for its own is part of the host, if any.
    if (endpoint !== undefined)
        return region ?? regionInHost(endpoint) ?? 'us-east-1';
    return named.find((name) => name !== undefined && name !== '') ?? 'us-east-1';
}
/** `s3.eu-central-003.backblazeb2.com`; Cloudflare's R2 and Google's XML API take `auto`. */
function regionInHost(endpoint) {
    const host = new URL(endpoint).hostname;
    if (host.endsWith('.r2.cloudflarestorage.com') || host === 'storage.googleapis.com')
        return 'auto';
    return /^s3[.-]([a-z0-9-]+)\.(?:backblazeb2|amazonaws|wasabisys)\.com$/.exec(host)?.[1];
}

// EXTERNAL MODULE: ./build/backups/storage/key.js
var storage_key = __webpack_require__(44185);
;// CONCATENATED MODULE: ./build/backups/storage/s3/checksum.js


function sha256Of(bytes) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(bytes).digest();
    return { hex: digest.toString('hex'), base64: digest.toString('base64') };
}
/** The service compares it with what arrived, and keeps a SHA-256. MD5 is what every service knows. */
function checksumHeaders({ learned }, bytes, checksum) {
    return learned.knowsSha256
        ? { 'x-amz-checksum-sha256': checksum.base64 }
        : { 'content-md5': (0,external_node_crypto_.createHash)('md5').update(bytes).digest('base64') };
}
/** S3's checksum of an upload in parts: of the digests of its parts, with their number behind it. */
function compositeChecksum(parts) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const { base64 } of parts)
        hash.update(Buffer.from(base64, 'base64'));
    return `${hash.digest('base64')}-${parts.length}`;
}
/** @param what was stored @throws ExternalError when the answer is not that of S3, or tells of other bytes */
function checkEcho(answer, { base64 }, what) {
    if (answer.headers.get('etag') === null)
        throw notFromS3(what);
    const echoed = answer.headers.get('x-amz-checksum-sha256');
    if (echoed === null || echoed === base64)
        return;
    throw new errors/* ExternalError */.yA('S3', `S3 stored other bytes of ${what} than were sent: the checksums differ.`, {
        retryable: true,
    });
}
/** Every object and every part has an ETag, whatever the service. */
function notFromS3(what) {
    return new errors/* ExternalError */.yA('S3', `The answer about ${what} does not come from S3: it has no ETag.`, {
        hint: 'Something between the runner and the service may have answered. Check `endpoint` in the destination.',
    });
}

;// CONCATENATED MODULE: ./build/backups/storage/s3/session.js
function fullKey({ client }, key) {
    return `${client.connection.destination.prefix}${key}`;
}
/** Headers that make the new object undeletable, of the call or of the destination. */
function lockHeaders(session, options) {
    const retainUntil = retentionOf(session, options);
    const { lock } = session.client.connection.destination;
    if (retainUntil === undefined)
        return {};
    return {
        'x-amz-object-lock-mode': lock?.mode ?? 'GOVERNANCE',
        'x-amz-object-lock-retain-until-date': retainUntil.toISOString(),
    };
}
function retentionOf({ client }, { retainUntil }) {
    const { destination, context } = client.connection;
    if (retainUntil !== undefined)
        return retainUntil;
    if (destination.lock === undefined)
        return undefined;
    return new Date(context.now().getTime() + destination.lock.retainSeconds * 1000);
}

;// CONCATENATED MODULE: ./build/backups/storage/s3/head-object.js





/** Undefined when there is none. @throws ExternalError */
async function headObject(session, key) {
    const request = {
        operation: 'HeadObject',
        method: 'HEAD',
        key: fullKey(session, (0,storage_key/* checkKey */.yR)(key)),
        headers: { 'x-amz-checksum-mode': 'ENABLED' },
    };
    const { client } = session;
    let outcome = await client.call(request);
    if (outcome.kind === 'refused' && (outcome.status === 400 || outcome.status === 403)) {
        const reason = await reasonOf(session, request);
        // What it asked for may be right now: the region and the time are learned from answers with a body.
        outcome = reason ?? (await client.call(request));
    }
    if (outcome.kind === 'ok')
        return factsOf(key, outcome.headers);
    if (outcome.kind === 'refused' && outcome.status === 404 && outcome.code !== 'NoSuchBucket')
        return undefined;
    throw failureOf(outcome, request, client.connection.destination);
}
/** The answer to a HEAD has no body to say why; the same question as a GET of one byte has. */
async function reasonOf({ client }, { key }) {
    const outcome = await client.call({
        operation: 'GetObject',
        method: 'GET',
        key,
        headers: { range: 'bytes=0-0' },
    });
    return outcome.kind === 'refused' && outcome.status !== 416 ? outcome : undefined;
}
/** Like {@link headObject}, for a role that may have no right to look: then it is said once, and undefined. */
async function lookAt(session, key) {
    if (session.learned.mayNotLook)
        return undefined;
    try {
        return await headObject(session, key);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* ExternalError */.yA) || thrown.status !== 403)
            throw thrown;
        const { context, destination } = session.client.connection;
        session.learned.mayNotLook = true;
        context.log.notice(`The role may not look at objects of ${destination.location}: what is stored there cannot be confirmed beyond the service's own answers. ${thrown.hint ?? ''}`.trim());
        return undefined;
    }
}
function factsOf(key, headers) {
    if (headers.get('etag') === null)
        throw notFromS3(key);
    const checksum = headers.get('x-amz-checksum-sha256') ?? undefined;
    const sha256 = wholeSha256(checksum);
    const versionId = headers.get('x-amz-version-id');
    const retainUntil = new Date(headers.get('x-amz-object-lock-retain-until-date') ?? Number.NaN);
    return {
        key,
        bytes: Number(headers.get('content-length') ?? 0),
        sha256,
        checksum,
        isConfirmed: sha256 !== undefined,
        ...(versionId !== null && { versionId }),
        ...(!Number.isNaN(retainUntil.getTime()) && { retainUntil }),
        isHeld: headers.get('x-amz-object-lock-legal-hold') === 'ON',
    };
}
/** That of an object in parts is of the digests of its parts, and has their number behind it. */
function wholeSha256(checksum) {
    if (checksum === undefined || !/^[A-Za-z0-9+/]{43}=$/.test(checksum))
        return undefined;
    return Buffer.from(checksum, 'base64').toString('hex');
}

;// CONCATENATED MODULE: ./build/backups/storage/s3/delete-object.js




/**
 * Deletes the version that is there. In a versioned bucket a plain DELETE would only hide it: it would go on costing, and
 * a locked one would look as if it were gone.
 */
async function deleteObject(session, key) {
    const { client } = session;
    const found = await headObject(session, (0,storage_key/* checkKey */.yR)(key));
    if (found === undefined)
        return 'absent';
    if (isLocked(found, client.connection.context.now()))
        return 'locked';
    const request = {
        operation: 'DeleteObject',
        method: 'DELETE',
        key: fullKey(session, key),
        ...(found.versionId !== undefined &&
            found.versionId !== 'null' && { query: { versionId: found.versionId } }),
    };
    const outcome = await client.call(request);
    if (outcome.kind === 'ok')
        return 'deleted';
    if (outcome.kind === 'refused' && outcome.status === 404 && outcome.code !== 'NoSuchBucket')
        return 'absent';
    if (outcome.kind === 'refused' && saysLocked(outcome))
        return 'locked';
    throw failureOf(outcome, request, client.connection.destination);
}
function isLocked({ isHeld, retainUntil }, now) {
    return isHeld || (retainUntil !== undefined && retainUntil > now);
}
/**
 * A role that may not read the retention sees none, and S3 has no code of its own for this: AWS answers AccessDenied, MinIO
 * InvalidRequest, like for a missing permission. Only the message tells them apart; when it changes, an error is thrown.
 */
function saysLocked({ status, code, message, }) {
    return ((status === 403 || status === 400) &&
        (code === 'ObjectLocked' || /object lock|\bWORM\b|legal hold/i.test(message)));
}

;// CONCATENATED MODULE: ./build/backups/storage/s3/list-objects.js



/** Through all pages, in the order of the keys. */
async function* listObjects(session, prefix) {
    const base = session.client.connection.destination.prefix;
    let token = '';
    do {
        const page = await readPage(session, {
            operation: 'ListObjectsV2',
            method: 'GET',
            key: '',
            query: {
                'list-type': '2',
                'encoding-type': 'url',
                prefix: fullKey(session, prefix),
                ...(token !== '' && { 'continuation-token': token }),
            },
        });
        for (const object of childrenOf(page, 'Contents')) {
            const key = keyIn(page, textOf(object, 'Key'));
            // A "folder" that a console made is an empty object whose key ends with a slash.
            if (!key.startsWith(base) || key.endsWith('/'))
                continue;
            yield {
                key: key.slice(base.length),
                bytes: Number(textOf(object, 'Size')),
                modifiedAt: new Date(textOf(object, 'LastModified')),
            };
        }
        const next = textOf(page, 'IsTruncated') === 'true' ? textOf(page, 'NextContinuationToken') : '';
        if (next !== '' && next === token)
            throw unreadable('it names the same page again');
        token = next;
    } while (token !== '');
}
/** @throws ExternalError when the answer is no list */
async function readPage(session, request) {
    const answer = await session.client.expect(request);
    const page = parseXml(answer.text);
    if (page === undefined || !page.name.startsWith('List'))
        throw unreadable('it is not the XML of a list');
    return page;
}
function unreadable(why) {
    return new errors/* ExternalError */.yA('S3', `The list of what is stored cannot be read: ${why}.`, {
        hint: 'Something between the runner and the service may have answered. Check `endpoint` in the destination.',
    });
}
/** Encoded where the service says so: a key may hold what XML cannot. */
function keyIn(page, key) {
    if (textOf(page, 'EncodingType') !== 'url')
        return key;
    try {
        return decodeURIComponent(key.replaceAll('+', ' '));
    }
    catch {
        return key;
    }
}

;// CONCATENATED MODULE: ./build/backups/storage/s3/parts.js
/** Cuts a stream of unknown length into the parts of a multipart upload. */
const mebibyte = 1024 * 1024;
/** S3 takes at most so many parts of one object. */
const mostParts = 10_000;
/** Bytes. The largest object of S3. */
const largestObject = 5 * 1024 ** 4;
/** S3 wants 5 MiB at least of every part but the last. */
const usualPart = 8 * mebibyte;
/** Bytes of parts that wait or are under way at the same time. */
const mostMemory = 128 * mebibyte;
/**
 * - Known length: parts of one size, 8 MiB unless more than 10,000 would be needed.
 * - Unknown: 8 MiB for the first 1,000 parts (8 GiB), then each a little larger than the one before, so that 10,000
 *   reach 5 TiB. Memory follows: 100 GiB end with parts of 160 MiB.
 * - Where all parts must be equal (R2) and the length is unknown: 64 MiB, which ends at 625 GiB.
 */
function planParts({ bytes, equalParts, firstPart }) {
    if (bytes !== undefined) {
        const even = Math.ceil(bytes / mostParts / mebibyte) * mebibyte;
        return { size: () => (even <= usualPart ? firstPart : even) };
    }
    if (equalParts)
        return { size: () => 8 * firstPart };
    return { size: (number) => firstPart + Math.max(0, number - 1000) * growth };
}
/** Bytes that each part after the 1,000th has more: the sum over 9,000 of them makes up for what is missing to 5 TiB. */
const growth = Math.ceil((largestObject - mostParts * usualPart) / ((9000 * 9001) / 2));
/** How many parts of that size are sent at the same time. */
function partsInFlight(size) {
    return Math.max(1, Math.min(4, Math.floor(mostMemory / size)));
}
/** Every part but the last is full; none is empty. The body is read only as fast as parts are taken. */
async function* cutParts(body, plan) {
    let number = 1;
    let part = Buffer.allocUnsafe(0);
    let filled = 0;
    for await (const chunk of body) {
        for (let offset = 0; offset < chunk.length;) {
            const size = plan.size(number);
            if (filled === part.length)
                part = roomier(part, { filled, size, wanted: chunk.length - offset });
            const taken = Math.min(part.length - filled, chunk.length - offset);
            part.set(chunk.subarray(offset, offset + taken), filled);
            filled += taken;
            offset += taken;
            if (filled < size)
                continue;
            yield part;
            number += 1;
            part = Buffer.allocUnsafe(0);
            filled = 0;
        }
    }
    if (filled > 0)
        yield part.subarray(0, filled);
}
/** Twice the room, up to the whole part: a manifest of 10 kB does not take 8 MiB. */
function roomier(part, { filled, size, wanted }) {
    const room = Buffer.allocUnsafe(Math.min(size, Math.max(filled * 2, filled + wanted, 64 * 1024)));
    room.set(part.subarray(0, filled));
    return room;
}

;// CONCATENATED MODULE: ./build/backups/storage/s3/read-object.js




/** How often a connection may break without a byte in between. */
const mostBreaks = 5;
/** The object's bytes. A connection that breaks is taken up again where it broke, of the same object only (`If-Match`). */
async function readObject(session, key) {
    (0,storage_key/* checkKey */.yR)(key);
    const first = await openAt(session, key, { offset: 0 });
    return resumed(session, key, first);
}
async function* resumed(session, key, first) {
    const { log, signal } = session.client.connection.context;
    const etag = first.response.headers.get('etag') ?? undefined;
    const length = first.response.headers.get('content-length');
    const total = length === null ? undefined : Number(length);
    let { chunks } = first;
    let offset = 0;
    for (let breaks = 0;; breaks += 1) {
        const before = offset;
        try {
            for await (const chunk of chunks) {
                offset += chunk.length;
                yield chunk;
            }
            if (total === undefined || offset >= total)
                return;
        }
        catch {
            signal.throwIfAborted();
        }
        if (offset > before)
            breaks = 0;
        if (etag === undefined || breaks >= mostBreaks)
            throw broken(session, key, { offset, total });
        log.info(`Reading ${key}: the connection broke after ${offset} bytes; going on from there.`);
        ({ chunks } = await openAt(session, key, { offset, etag }));
    }
}
async function openAt(session, key, { offset, etag }) {
    const { client } = session;
    const request = {
        operation: 'GetObject',
        method: 'GET',
        key: fullKey(session, key),
        headers: {
            ...(offset > 0 && { range: `bytes=${offset}-` }),
            ...(etag !== undefined && { 'if-match': etag }),
        },
    };
    const opened = await client.open(request);
    if (opened.kind === 'refused' && opened.status === 404 && opened.code !== 'NoSuchBucket')
        throw new errors/* UserError */.yo(`There is no ${key} in ${client.connection.destination.location}.`);
    if (opened.kind !== 'open')
        throw failureOf(opened, request, client.connection.destination);
    opened.limit.pause();
    // A service that knows no ranges sends it all again.
    const skip = offset > 0 && opened.response.status !== 206 ? offset : 0;
    return { response: opened.response, chunks: chunksOf(opened, skip) };
}
/** The time runs while we wait for the service, not while the reader is busy. */
async function* chunksOf({ response, limit }, skip) {
    let left = skip;
    try {
        limit.renew();
        for await (const chunk of response.body ?? []) {
            limit.pause();
            const skipped = Math.min(left, chunk.length);
            left -= skipped;
            if (skipped < chunk.length)
                yield chunk.subarray(skipped);
            limit.renew();
        }
    }
    finally {
        limit.release();
    }
}
function broken({ client }, key, state) {
    return failureOf({
        kind: 'no-answer',
        reason: `the connection broke after ${state.offset} of ${state.total ?? 'an unknown number of'} bytes`,
    }, { operation: 'GetObject', method: 'GET', key }, client.connection.destination);
}

;// CONCATENATED MODULE: ./build/backups/storage/s3/writing.js
/** What storing in one request and storing in parts have in common. */



function conditionHeaders({ learned }) {
    return learned.knowsConditions ? { 'if-none-match': '*' } : {};
}
/** A body that ends early is a bug of who made it; nothing is stored then. */
function checkLength({ key, options }, bytes) {
    if (options.bytes === undefined || options.bytes === bytes)
        return;
    throw new Error(`${key} was announced with ${options.bytes} bytes and came with ${bytes}`);
}
function taken({ client }, key) {
    return new errors/* UserError */.yo(`${client.connection.destination.location} already holds ${key}, and nothing is overwritten.`, { hint: 'A backup of the same second and commit was stored before. Run the job again for a new one.' });
}
/**
 * True when the service refused a header that can be left out, so that the same call is worth another try: 501 for a
 * header that it does not implement, or a 400 that is not about the content. Each is left out for good. AWS knows them all.
 */
function learnFrom({ learned, client }, request, outcome) {
    const isUnknownHeader = outcome.status === 501 ||
        (outcome.status === 400 &&
            ['InvalidArgument', 'InvalidRequest', 'NotImplemented'].includes(outcome.code));
    if (!isUnknownHeader || client.connection.destination.endpoint === undefined)
        return false;
    const headers = request.headers ?? {};
    if ('x-amz-checksum-sha256' in headers || 'x-amz-checksum-algorithm' in headers) {
        learned.knowsSha256 = false;
        return true;
    }
    if (!('if-none-match' in headers))
        return false;
    learned.knowsConditions = false;
    return true;
}
/**
 * No answer, or "it is there already" after a try whose answer was lost: the object itself tells whether it is ours, by
 * its checksum, or where the service keeps none by its length, since nobody else makes keys of this second and commit.
 * @throws UserError when the key is another's, ExternalError when it is not stored or nobody can tell
 */
async function settleDoubt(writing, { outcome, request, sent }) {
    const { session, key } = writing;
    const isTaken = outcome.kind === 'refused' && outcome.status === 412;
    if (isTaken && !outcome.inDoubt)
        throw taken(session, key);
    const failure = isTaken
        ? lostAnswer(key)
        : failureOf(outcome, request, session.client.connection.destination);
    if (outcome.kind === 'refused' && !outcome.inDoubt)
        throw failure;
    const found = await lookAt(session, key);
    if (found === undefined)
        throw failure;
    if (found.bytes !== sent.bytes || (found.checksum !== undefined && found.checksum !== sent.checksum))
        throw taken(session, key);
    return { ...sent, isConfirmed: found.checksum === sent.checksum, versionId: found.versionId };
}
function lostAnswer(key) {
    return new errors/* ExternalError */.yA('S3', `The answer of S3 was lost, and something is stored as ${key} now.`, {
        status: 412,
        hint: 'Allow `s3:GetObject` for the role, so that it can be told whether it is this backup; or run the job again.',
    });
}

;// CONCATENATED MODULE: ./build/backups/storage/s3/upload-parts.js
/** A multipart upload: a few parts at a time, ended and cleaned up whatever happens. */










/** Milliseconds for taking away what was begun: a cancelled job has 7.5 s. */
const cleaningMs = 5000;
/** @param first the first part, which is full @param rest all others */
async function uploadParts(writing, first, rest) {
    const { context } = writing.session.client.connection;
    const upload = await beginUpload(writing);
    const onAbort = () => upload.stop.abort(context.signal.reason);
    context.signal.addEventListener('abort', onAbort, { once: true });
    try {
        const counted = await sendParts(upload, first, rest);
        checkLength(writing, counted.bytes);
        return await completeUpload(upload, counted);
    }
    catch (thrown) {
        await endUpload(upload);
        throw thrown;
    }
    finally {
        context.signal.removeEventListener('abort', onAbort);
    }
}
async function beginUpload(writing) {
    const { session, key, options } = writing;
    const withSha256 = session.learned.knowsSha256;
    const request = {
        operation: 'CreateMultipartUpload',
        method: 'POST',
        key: fullKey(session, key),
        query: { uploads: '' },
        headers: {
            ...(options.contentType !== undefined && { 'content-type': options.contentType }),
            ...lockHeaders(session, options),
            ...(withSha256 && { 'x-amz-checksum-algorithm': 'SHA256', 'x-amz-checksum-type': 'COMPOSITE' }),
        },
    };
    const outcome = await session.client.call(request);
    if (outcome.kind === 'refused' && withSha256 && learnFrom(session, request, outcome))
        return beginUpload(writing);
    if (outcome.kind !== 'ok')
        throw failureOf(outcome, request, session.client.connection.destination);
    const uploadId = textOf(parseXml(outcome.text), 'UploadId');
    if (uploadId === '')
        throw new errors/* ExternalError */.yA('S3', `S3 began the upload of ${key}, but did not name it.`, {
            status: outcome.status,
            hint: 'Something between the runner and the service may have answered. Check `endpoint` in the destination.',
        });
    return { writing, uploadId, withSha256, parts: [], stop: new AbortController() };
}
/** Resolves when all parts are stored. Reads on only when there is room for another part. */
async function sendParts(upload, first, rest) {
    const whole = (0,external_node_crypto_.createHash)('sha256');
    const underWay = partsUnderWay(upload);
    let bytes = 0;
    let part = first;
    try {
        for (let number = 1; part !== undefined; number += 1) {
            if (number > mostParts)
                throw tooLarge(upload.writing);
            whole.update(part);
            bytes += part.length;
            underWay.add(sendPart(upload, part, number));
            await underWay.room(partsInFlight(part.length));
            const next = await underWay.unlessFailed(rest.next());
            part = next.done === true ? undefined : next.value;
        }
        await underWay.all();
        return { bytes, sha256: whole.digest('hex') };
    }
    catch (thrown) {
        upload.stop.abort(thrown);
        // A part that arrives after the upload was ended would stay and cost.
        await underWay.settled();
        throw thrown;
    }
}
/** The parts that are being sent: the first that fails ends every wait, and the others. */
function partsUnderWay({ stop }) {
    const sending = new Set();
    return {
        add(work) {
            const tracked = work.finally(() => sending.delete(tracked));
            sending.add(tracked);
            tracked.catch((thrown) => stop.abort(thrown));
        },
        /** Waits until fewer than `most` are being sent. */
        async room(most) {
            while (sending.size >= most)
                await (0,wait/* unlessAborted */.Wh)(stop.signal, Promise.race(sending));
        },
        unlessFailed: (work) => (0,wait/* unlessAborted */.Wh)(stop.signal, work),
        all: () => (0,wait/* unlessAborted */.Wh)(stop.signal, Promise.all(sending)),
        settled: () => Promise.allSettled(sending),
    };
}
function tooLarge({ key, session }) {
    return new errors/* ExternalError */.yA('S3', `${key} is larger than ${mostParts} parts can hold.`, {
        hint: session.dialect.equalParts
            ? 'This service wants parts of one size; give the length beforehand, or use another one.'
            : 'No object can be larger than 5 TiB.',
    });
}
async function sendPart(upload, bytes, number) {
    const { session, key } = upload.writing;
    const checksum = sha256Of(bytes);
    const request = {
        operation: 'UploadPart',
        method: 'PUT',
        key: fullKey(session, key),
        query: { partNumber: String(number), uploadId: upload.uploadId },
        headers: checksumHeaders(session, bytes, checksum),
        body: bytes,
        bodyHash: checksum.hex,
        signal: upload.stop.signal,
    };
    const outcome = await session.client.call(request);
    if (outcome.kind === 'refused' && learnFrom(session, request, outcome))
        return sendPart(upload, bytes, number);
    if (outcome.kind !== 'ok')
        throw failureOf(outcome, request, session.client.connection.destination);
    checkEcho(outcome, checksum, `part ${number} of ${key}`);
    upload.parts.push({ number, etag: outcome.headers.get('etag') ?? '', checksum });
}
async function completeUpload(upload, counted) {
    const { session, key } = upload.writing;
    const parts = upload.parts.toSorted((left, right) => left.number - right.number);
    const sent = { ...counted, checksum: compositeChecksum(parts.map(({ checksum }) => checksum)) };
    const request = {
        operation: 'CompleteMultipartUpload',
        method: 'POST',
        key: fullKey(session, key),
        query: { uploadId: upload.uploadId },
        headers: { 'content-type': 'application/xml', ...conditionHeaders(session) },
        body: Buffer.from(completionBody(parts, upload.withSha256 && session.learned.knowsSha256)),
    };
    const outcome = await session.client.call(request);
    if (outcome.kind === 'refused' && learnFrom(session, request, outcome))
        return completeUpload(upload, counted);
    if (outcome.kind !== 'ok')
        return settleCompletion(upload, { outcome, request, sent });
    const told = textOf(parseXml(outcome.text), 'ChecksumSHA256');
    if (told.includes('-') && told !== sent.checksum)
        throw differs(key);
    const versionId = outcome.headers.get('x-amz-version-id') ?? undefined;
    return { ...sent, isConfirmed: told === sent.checksum, versionId };
}
/**
 * The upload's id was ours alone: when it is gone after a try whose answer was lost, that try completed it. So a role that
 * may not look at objects can know it too.
 */
async function settleCompletion({ writing }, doubtful) {
    const { outcome, sent } = doubtful;
    const isGone = outcome.kind === 'refused' && outcome.code === 'NoSuchUpload' && outcome.inDoubt;
    if (!isGone)
        return settleDoubt(writing, doubtful);
    const found = await lookAt(writing.session, writing.key);
    if (found !== undefined || !writing.session.learned.mayNotLook)
        return settleDoubt(writing, doubtful);
    return { ...sent, isConfirmed: false, versionId: undefined };
}
function differs(key) {
    return new errors/* ExternalError */.yA('S3', `What S3 stored as ${key} is not what was sent: the checksums differ.`, {
        hint: 'No manifest was written for it, so that it is no backup. Delete it, and run the job again.',
    });
}
function completionBody(parts, withSha256) {
    const listed = parts.map(({ number, etag, checksum }) => `<Part><PartNumber>${number}</PartNumber><ETag>${escapeXml(etag)}</ETag>${withSha256 ? `<ChecksumSHA256>${checksum.base64}</ChecksumSHA256>` : ''}</Part>`);
    return `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${listed.join('')}</CompleteMultipartUpload>`;
}
/** Also after the run was cancelled. What cannot be taken away is told: it costs until a lifecycle rule ends it. */
async function endUpload({ writing, uploadId }) {
    const { session, key } = writing;
    const { context, destination } = session.client.connection;
    try {
        const outcome = await session.client.call({
            operation: 'AbortMultipartUpload',
            method: 'DELETE',
            key: fullKey(session, key),
            query: { uploadId },
            signal: AbortSignal.timeout(cleaningMs),
        });
        if (outcome.kind === 'ok' || (outcome.kind === 'refused' && outcome.status === 404))
            return;
        context.log.warning(leftOver(key, outcome.kind === 'refused' ? `${outcome.status} ${outcome.code}` : outcome.reason, destination.bucket));
    }
    catch (thrown) {
        context.log.warning(leftOver(key, (0,errors/* errorMessage */.gJ)(thrown), destination.bucket));
    }
}
function leftOver(key, reason, bucket) {
    return `The unfinished upload of ${key} could not be taken away (${reason}). Its parts cost until they are swept: allow \`s3:AbortMultipartUpload\`, and give the bucket ${bucket} a lifecycle rule that ends incomplete uploads.`;
}

;// CONCATENATED MODULE: ./build/backups/storage/s3/store-object.js
/** Stores one object: in one request when it is small, else in parts. */









/** @throws UserError when the key is taken, ExternalError when the service fails */
async function storeObject(session, key, write) {
    const writing = { session, key: (0,storage_key/* checkKey */.yR)(key), options: write.options };
    const plan = planParts({
        bytes: write.options.bytes,
        equalParts: session.dialect.equalParts,
        firstPart: session.firstPart,
    });
    const parts = cutParts(write.body, plan);
    try {
        await refuseTaken(writing);
        const stored = await storeParts(writing, plan, parts);
        return await lookedAt(writing, stored);
    }
    finally {
        // What makes the body may wait for ever; it is told to stop, and not waited for.
        parts.return(undefined).catch(() => undefined);
    }
}
/** Services that may ignore `If-None-Match` are asked first. */
async function refuseTaken({ session, key }) {
    if (session.dialect.createOnly && session.learned.knowsConditions)
        return;
    if ((await lookAt(session, key)) !== undefined)
        throw taken(session, key);
}
async function storeParts(writing, plan, parts) {
    const { session } = writing;
    const first = await (0,wait/* unlessAborted */.Wh)(session.client.connection.context.signal, parts.next());
    const bytes = first.done === true ? Buffer.alloc(0) : first.value;
    if (bytes.length === plan.size(1))
        return uploadParts(writing, bytes, parts);
    checkLength(writing, bytes.length);
    return putObject(writing, bytes);
}
async function putObject(writing, bytes) {
    const { session, key, options } = writing;
    const checksum = sha256Of(bytes);
    const request = {
        operation: 'PutObject',
        method: 'PUT',
        key: fullKey(session, key),
        headers: {
            ...(options.contentType !== undefined && { 'content-type': options.contentType }),
            ...conditionHeaders(session),
            ...lockHeaders(session, options),
            ...checksumHeaders(session, bytes, checksum),
        },
        body: bytes,
        bodyHash: checksum.hex,
    };
    const outcome = await session.client.call(request);
    if (outcome.kind === 'refused' && learnFrom(session, request, outcome)) {
        await refuseTaken(writing);
        return putObject(writing, bytes);
    }
    const sent = { bytes: bytes.length, sha256: checksum.hex, checksum: checksum.base64 };
    if (outcome.kind !== 'ok')
        return settleDoubt(writing, { outcome, request, sent });
    checkEcho(outcome, checksum, key);
    return {
        ...sent,
        isConfirmed: outcome.headers.get('x-amz-checksum-sha256') === checksum.base64,
        versionId: outcome.headers.get('x-amz-version-id') ?? undefined,
    };
}
/** Looks at the object again where something is not known yet: its length, or until when it is kept. */
async function lookedAt({ session, key, options }, stored) {
    const wanted = retentionOf(session, options);
    const copy = {
        key,
        bytes: stored.bytes,
        sha256: stored.sha256,
        isConfirmed: stored.isConfirmed,
        ...(stored.versionId !== undefined && { versionId: stored.versionId }),
    };
    if (stored.isConfirmed && wanted === undefined)
        return copy;
    const found = await lookAt(session, key);
    if (found !== undefined && found.bytes !== stored.bytes)
        throw new errors/* ExternalError */.yA('S3', `S3 stored ${found.bytes} bytes of ${key}, not the ${stored.bytes} sent.`);
    // S3 keeps whole seconds.
    if (wanted !== undefined && (found?.retainUntil?.getTime() ?? 0) < wanted.getTime() - 1000)
        session.client.connection.context.log.warning(`${key} is stored, but S3 does not say that it is kept until ${wanted.toISOString()}: the service may know no Object Lock, or the role may not read it (\`s3:GetObject\`, \`s3:GetObjectRetention\`).`);
    return { ...copy, ...(found?.retainUntil !== undefined && { retainUntil: found.retainUntil }) };
}

// EXTERNAL MODULE: ./build/backups/backup-key.js
var backup_key = __webpack_require__(78370);
;// CONCATENATED MODULE: ./build/backups/storage/s3/unfinished.js




/** Ends uploads of backups that were begun before `olderThan`; those of others below our prefix are left alone. */
async function sweepUploads(session, olderThan) {
    const { client } = session;
    const { destination, context } = client.connection;
    const ended = [];
    for (const { key, uploadId } of await unfinishedUploads(session, olderThan)) {
        const request = {
            operation: 'AbortMultipartUpload',
            method: 'DELETE',
            key,
            query: { uploadId },
        };
        const outcome = await client.call(request);
        if (outcome.kind === 'ok')
            ended.push(key.slice(destination.prefix.length));
        else if (outcome.kind === 'refused' && outcome.status === 404)
            context.log.debug(`The upload of ${key} was ended by someone else.`);
        else
            throw failureOf(outcome, request, destination);
    }
    return ended;
}
/** All of them before any is ended, so that no page moves while it is read. */
async function unfinishedUploads(session, olderThan) {
    const { prefix } = session.client.connection.destination;
    const found = [];
    let marker = {};
    for (;;) {
        const page = await readPage(session, {
            operation: 'ListMultipartUploads',
            method: 'GET',
            key: '',
            query: { uploads: '', 'encoding-type': 'url', ...(prefix !== '' && { prefix }), ...marker },
        });
        for (const upload of childrenOf(page, 'Upload')) {
            const key = keyIn(page, textOf(upload, 'Key'));
            const isOurs = key.startsWith(prefix) && (0,backup_key/* isBackupKey */.w)(key.slice(prefix.length));
            if (isOurs && new Date(textOf(upload, 'Initiated')) < olderThan)
                found.push({ key, uploadId: textOf(upload, 'UploadId') });
        }
        const next = {
            'key-marker': keyIn(page, textOf(page, 'NextKeyMarker')),
            'upload-id-marker': textOf(page, 'NextUploadIdMarker'),
        };
        const isSame = next['upload-id-marker'] === marker['upload-id-marker'] && next['key-marker'] === marker['key-marker'];
        if (textOf(page, 'IsTruncated') !== 'true' || isSame)
            return found;
        marker = next;
    }
}

;// CONCATENATED MODULE: ./build/backups/storage/s3/s3-store.js










const usualTuning = { ...defaultPatience, firstPart: usualPart };
/**
 * A bucket below a prefix. Nothing is sent before the first call. Why no SDK: docs/decisions/object-storage.md.
 * @throws UserError when there are no credentials
 */
function createS3Store(destination, context, tuning = usualTuning) {
    const dialect = dialectOf(destination.endpoint);
    const session = {
        client: createS3Client({
            destination,
            context,
            credentials: readCredentials(context, destination.credentials),
            state: { region: regionOf(context.environment, destination), skewMs: 0 },
        }, tuning),
        dialect,
        learned: { knowsSha256: true, knowsConditions: true, mayNotLook: false },
        firstPart: tuning.firstPart,
    };
    return {
        location: destination.location,
        capabilities: {
            createOnly: dialect.createOnly,
            objectLock: true,
            isPublic: undefined,
        },
        list: (prefix) => listObjects(session, prefix),
        read: (key) => readObject(session, key),
        write: (key, body, options = {}) => storeObject(session, key, { body, options }),
        async head(key) {
            const found = await headObject(session, key);
            if (found === undefined)
                return undefined;
            const { checksum: _, ...copy } = found;
            return copy;
        },
        delete: (key) => deleteObject(session, key),
        sweepUnfinished: (olderThan) => sweepUploads(session, olderThan),
    };
}


/***/ }),

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


/***/ })

};
