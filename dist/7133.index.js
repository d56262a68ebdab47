export const id = 7133;
export const ids = [7133];
export const modules = {

/***/ 29796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ storageInputs),
/* harmony export */   Jw: () => (/* binding */ storedBackupInputs),
/* harmony export */   kc: () => (/* binding */ dumpInputs),
/* harmony export */   nm: () => (/* binding */ retentionInput)
/* harmony export */ });
/* harmony import */ var _backups_backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46580);
/* harmony import */ var _backups_proof_database_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86322);
/* harmony import */ var _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30623);



/** What means the same where backups are made and where they are read. */
const sharedInputs = {
    series: _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq({
        description: 'Name under which the backups of one database lie together: letters, digits, dots and hyphens. Default: the name of the database; where backups are read, the only series that is there.',
    }),
    jobs: _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd({
        description: 'Connections at the same time: that dump and hash, or restore and compare. Default (`0`): one for each core.',
        default: '0',
        minimum: 0,
        maximum: 64,
    }),
    'install-client': _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM({
        description: 'Install the client programs of the server’s version from apt.postgresql.org where the runner has none that fit (Debian and Ubuntu).',
        default: 'true',
    }),
};
/** What is dumped, and how. */
const dumpInputs = {
    ...sharedInputs,
    proof: _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq({
        description: 'What a drill compares a restored copy with. `source`: every row, hashed at the source in the snapshot that is dumped. `archive`: every row as the dump holds it, without another query. `none`: nothing.',
        choices: _backups_proof_database_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .proofModes */ .L,
        default: 'source',
    }),
    'include-tables': _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_({
        description: 'Only these tables: patterns as of `pg_dump --table`. Neither extensions nor large objects are in such a backup. Default: the whole database.',
    }),
    'exclude-tables': _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_({
        description: 'Tables to leave out, definition and all: patterns as of `pg_dump --exclude-table`.',
    }),
    'exclude-table-rows': _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_({
        description: 'Tables whose rows are left out: patterns as of `pg_dump --exclude-table-data`.',
    }),
    spool: _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq({
        description: '`disk`: the dump is written to the runner’s disk first, by several connections. `never`: it goes straight to the destinations, by one connection, however large it is.',
        choices: ['disk', 'never'],
        default: 'disk',
    }),
    'lock-timeout': _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0({
        description: 'Longest that the dump waits for a table that someone has locked.',
        default: '2m',
        maximum: '6h',
    }),
};
/** Where a backup goes, and who can read it. */
const storageInputs = {
    to: _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw({
        description: 'Destinations, one a line; each gets a full copy. `s3://bucket/prefix?region=…` (also `endpoint=…` for R2, B2, MinIO, GCS), `file:///folder`, `release:`, `artifact`.',
    }),
    'encrypt-to': _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .string */ .Yj({
        description: 'Public keys of age, one a line: who can decrypt. This workflow then cannot. Empty: plaintext, which no public place gets.',
    }),
    'sign-key': _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ({
        description: 'ed25519 private key (PEM, or OpenSSH without a passphrase) that signs the manifest.',
    }),
    'keep-forever': _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM({ description: 'No retention rule deletes this backup.', default: 'false' }),
    trigger: _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq({
        description: 'What the backup is taken for, as retention counts it. `auto`: by the event, `release` for a release or a tag.',
        choices: ['auto', ..._backups_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .triggers */ .G],
        default: 'auto',
    }),
};
/** Of the actions that read stored backups; each takes all of them. */
const storedBackupInputs = {
    ...sharedInputs,
    from: _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw({
        description: 'Where the backups are stored, one destination a line, as in `to` of `backup`: `s3://bucket/prefix?region=…`, `file:///folder`, `release:tag`.',
    }),
    into: _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq({
        description: 'Where to restore to: the connection URI of a server (from a secret), on which a database is made; or `neon`, for a database on a new branch. `verify-backup` throws either away again, and without it takes `embedded`, a server of the source’s major version on this runner.',
    }),
    'backup-id': _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq({
        description: 'The backup, such as `app_20261122T050000Z_release_ab12cd3`. Default: the newest.',
    }),
    identity: _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ({
        description: 'Private key of age (`AGE-SECRET-KEY-…`) of one of the recipients, when backups are encrypted.',
    }),
    'public-key': _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq({
        description: 'Public keys of whoever may make backups, one a line (PEM, `ssh-ed25519 …`, or base64). With it an unsigned backup fails; without, the signature is not checked, and the report says so.',
    }),
    'allow-unpatched-pg-restore': _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM({
        description: 'Let a pg_restore with a known security hole read an archive whose origin no signature proves. Better: `public-key`.',
        default: 'false',
    }),
    'assert-sql': _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq({
        description: 'SQL, or the path of a file with it: statements that are asked of the restored copy, read-only. Each must return one row with one boolean, true.',
    }),
    'assert-timeout': _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0({
        description: 'Longest that one statement of `assert-sql` may take.',
        default: '1m',
        maximum: '6h',
    }),
};
const retentionInput = {
    retention: _runtime_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq({
        description: 'Which backups stay: `keep-last=7 keep-hourly=24 keep-daily=14 keep-weekly=8 keep-monthly=12 keep-yearly=3 keep-releases=10 min=3`, any of them. The others are deleted, behind a newer one that is verified.',
    }),
};


/***/ }),

/***/ 25852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ artifactFolder),
  j: () => (/* binding */ openStores)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(73110);
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
        const text = decoded(value.join('='));
        // An address may hold a user and a password as well.
        if (value.length === 0 || (harmless.has(name) && !text.includes('@')))
            return parameter;
        for (const part of [text, ...text.split(/[:@/]+/)])
            if (part.length > 3)
                mask(part);
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
var key = __webpack_require__(44185);
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
            const { createS3Store } = await __webpack_require__.e(/* import() */ 4483).then(__webpack_require__.bind(__webpack_require__, 74483));
            return createS3Store(destination, context);
        }
        case 'file': {
            const { folder } = destination;
            const absolute = (0,external_node_path_.isAbsolute)(folder) ? folder : (0,external_node_path_.join)(places.workspace, folder);
            const { createFileStore } = await __webpack_require__.e(/* import() */ 6497).then(__webpack_require__.bind(__webpack_require__, 36497));
            return createFileStore({ folder: absolute, location: (0,external_node_url_.pathToFileURL)(absolute).href, isPublic: undefined }, context);
        }
        case 'artifact': {
            const { createFileStore } = await __webpack_require__.e(/* import() */ 6497).then(__webpack_require__.bind(__webpack_require__, 36497));
            return createFileStore({ folder: places.artifactFolder, location: 'artifact', isPublic: places.isRepositoryPublic }, context);
        }
        case 'release': {
            const { openReleaseStore } = await __webpack_require__.e(/* import() */ 7418).then(__webpack_require__.bind(__webpack_require__, 97418));
            return openReleaseStore({
                place: await places.repository(),
                tag: destination.tag ?? places.releaseTag,
                scratchFolder: places.scratchFolder,
            }, context);
        }
    }
}

// EXTERNAL MODULE: ./build/actions/open-github.js + 3 modules
var open_github = __webpack_require__(15936);
;// CONCATENATED MODULE: ./build/actions/open-stores.js
/** The destinations of an input, opened. */





/** Seconds. A store that says nothing for so long will not answer: the request is made again, within the action's own patience. */
const longestSilence = 60;
/** What the composite uploads afterwards. */
function artifactFolder(job) {
    return (0,external_node_path_.join)(job.stateDirectory, 'backup-artifact');
}
/** @throws UserError naming the input, the value and what is allowed */
async function openStores(job, request) {
    const { destinations, input, githubToken, timeout } = request;
    const parsed = readDestinations(job, destinations, input);
    const { log, signal, now, fetch, mask, environment } = job;
    const timeoutMs = Math.min(timeout, longestSilence) * 1000;
    const context = { log, signal, now, fetch, mask, environment, timeoutMs };
    const usesArtifact = parsed.some(({ kind }) => kind === 'artifact');
    const places = {
        workspace: job.workspace,
        artifactFolder: artifactFolder(job),
        scratchFolder: job.stateDirectory,
        isRepositoryPublic: usesArtifact ? await isPublic(job, githubToken) : undefined,
        repository: () => (0,open_github/* openGitHub */.o)(job, { githubToken }),
        releaseTag: job.event.tag === '' ? undefined : job.event.tag,
    };
    return Promise.all(parsed.map((destination) => openStore(destination, context, places)));
}
function readDestinations(job, text, input) {
    try {
        return parseDestinations(text, job.mask);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        throw new errors/* UserError */.yo(`Input \`${input}\`: ${thrown.message}`, {
            ...(thrown.hint === undefined ? {} : { hint: thrown.hint }),
        });
    }
}
/** An artifact of a public repository can be read by anyone. What cannot be found out counts as public. */
async function isPublic(job, githubToken) {
    if (githubToken === undefined)
        return true;
    const { octokit, owner, repo } = await (0,open_github/* openGitHub */.o)(job, { githubToken });
    const answer = await octokit.rest.repos.get({ owner, repo }).catch(() => undefined);
    return answer?.data.private !== true;
}


/***/ }),

/***/ 46580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ triggers),
/* harmony export */   Lf: () => (/* binding */ seriesOf),
/* harmony export */   OO: () => (/* binding */ backupIdPattern),
/* harmony export */   WH: () => (/* binding */ backupId),
/* harmony export */   cv: () => (/* binding */ takenAtOf),
/* harmony export */   "if": () => (/* binding */ isBackupId),
/* harmony export */   j0: () => (/* binding */ backupFolder)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
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
/** Series, year and month are its groups, without names: it stands in a JSON Schema too. */
const backupIdPattern = /^([A-Za-z0-9][A-Za-z0-9.-]{0,62})_(\d{4})(\d{2})\d{2}T\d{6}Z_(?:release|scheduled|manual)_(?:[0-9a-f]{7}|nocommit)$/;
/** Whether the text has the form of a backup's id. */
function isBackupId(text) {
    return backupIdPattern.test(text);
}
/**
 * The folder of a backup below a destination, without a slash at the end: `app/2026/11/app_20261122T050000Z_…`. The
 * series is a folder of its own, so that `app` and `app-prod` never share a prefix.
 * @throws UserError when the text is no id
 */
function backupFolder(id) {
    const parts = backupIdPattern.exec(id);
    if (parts === null)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`"${id}" is not the id of a backup.`, {
            hint: 'An id looks like `app_20261122T050000Z_release_ab12cd3`.',
        });
    const [, series, year, month] = parts;
    return `${series}/${year}/${month}/${id}`;
}
const timePattern = /_(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z_/;
/** When its snapshot was exported, to the second; undefined when the text is no id or names no moment. */
function takenAtOf(id) {
    if (!isBackupId(id))
        return undefined;
    const [, year, month, day, hour, minute, second] = timePattern.exec(id) ?? [];
    const taken = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    return Number.isNaN(taken.getTime()) ? undefined : taken;
}
/** A database's name as a series. @throws UserError when nothing is left of it */
function seriesOf(name) {
    const series = name
        .replaceAll(/[^A-Za-z0-9.-]+/g, '-')
        .replaceAll(/^[.-]+|[.-]+$/g, '')
        .slice(0, 63);
    if (series !== '')
        return series;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`"${name}" gives no name for a series of backups.`, {
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

/***/ 75763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ BackupDamage)
/* harmony export */ });
/* unused harmony export damageKinds */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

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

/***/ 91250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   rh: () => (/* binding */ writeRecord),
/* harmony export */   x9: () => (/* binding */ newestVerified)
/* harmony export */ });
/* unused harmony export historyLength */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _backup_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46580);
/* harmony import */ var _byte_reader_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8694);
/* harmony import */ var _store_sealed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39802);
/* harmony import */ var _drill_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65831);
/* harmony import */ var _drill_record_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36980);
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
    for await (const { key, bytes } of store.list(`${(0,_drill_js__WEBPACK_IMPORTED_MODULE_4__/* .drillFolder */ .ME)(series)}/`)) {
        if (!key.endsWith('.json'))
            continue;
        if (bytes > _drill_record_file_js__WEBPACK_IMPORTED_MODULE_3__/* .longestRecord */ .W_)
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
        return (0,_drill_record_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRecord */ .Hh)(await readText(await store.read(key)));
    }
    catch (thrown) {
        if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
            throw thrown;
        log.warning(`${store.location}/${key} is passed over: ${thrown.message}`);
        return undefined;
    }
}
async function readText(body) {
    const bytes = await (0,_byte_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .collectBytes */ .y)(body, _drill_record_file_js__WEBPACK_IMPORTED_MODULE_3__/* .longestRecord */ .W_);
    if (bytes === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('It is too large for the record of a drill.');
    return bytes.toString('utf8');
}
/**
 * Writes the record to each store, so that each of them knows what was proved. @returns where it could not be written, and
 * why: a role that may only read is no reason to distrust what was read
 */
async function writeRecord(drill, { stores, log }) {
    const body = Buffer.from((0,_drill_record_file_js__WEBPACK_IMPORTED_MODULE_3__/* .serializeRecord */ .Om)(drill));
    const failed = [];
    for (const store of stores) {
        const key = `${(0,_drill_js__WEBPACK_IMPORTED_MODULE_4__/* .drillFolder */ .ME)(drill.series)}/${drill.id}.json`;
        try {
            await store.write(key, (0,_store_sealed_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)(body), { bytes: body.length, contentType: 'application/json' });
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

/***/ 36980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   Om: () => (/* binding */ serializeRecord),
/* harmony export */   W_: () => (/* binding */ longestRecord)
/* harmony export */ });
/* unused harmony exports drillShape, drillSchema */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _report_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61634);
/* harmony import */ var _report_visible_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30269);
/* harmony import */ var _backup_id_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46580);
/* harmony import */ var _drill_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65831);
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

/***/ 65831:
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

/***/ 85602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ decrypt),
  w: () => (/* binding */ encrypt)
});

// EXTERNAL MODULE: ./build/backups/byte-reader.js
var byte_reader = __webpack_require__(8694);
// EXTERNAL MODULE: ./build/backups/damage.js
var damage = __webpack_require__(75763);
;// CONCATENATED MODULE: ./build/backups/encryption/chunks.js
/** The payload of an age file: STREAM with ChaCha20-Poly1305. https://age-encryption.org/v1 ("Payload") */
const chunkBytes = 64 * 1024;
const tagBytes = 16;
const sealedChunkBytes = chunkBytes + tagBytes;
const payloadNonceBytes = 16;
/** A chunk's nonce: 11 bytes that count, big-endian, and the mark of the last one. */
function chunkNonce(counter, isLast) {
    const nonce = Buffer.alloc(12);
    // 48 bits of the 88: enough for 16 million terabytes.
    nonce.writeUIntBE(counter, 5, 6);
    nonce[11] = isLast ? 1 : 0;
    return nonce;
}
/** Cuts a stream into chunks of `size`, and holds one back: whether it is the last is known only when more comes. */
function createChunker(size) {
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
function payloadBytes(plainBytes) {
    return payloadNonceBytes + plainBytes + tagBytes * Math.max(1, Math.ceil(plainBytes / chunkBytes));
}

// EXTERNAL MODULE: ./build/backups/encryption/identities.js
var encryption_identities = __webpack_require__(89616);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/backups/encryption/payload.js




const cipher = 'chacha20-poly1305';
/** Pieces of about a megabyte: fewer turns of the loop for whoever reads them. */
const chunksAtOnce = 16;
/** Nonce and sealed chunks. Of a piece only what is sealed is kept, so memory stays flat. */
async function* sealPayload(fileKey, plain) {
    const nonce = (0,external_node_crypto_.randomBytes)(payloadNonceBytes);
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
    const sealing = (0,external_node_crypto_.createCipheriv)(cipher, key, nonce, { authTagLength: tagBytes });
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
        const nonce = await reader.take(payloadNonceBytes);
        if (nonce.length < payloadNonceBytes)
            throw endedEarly();
        const key = payloadKey(fileKey, nonce);
        const chunker = createChunker(sealedChunkBytes);
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
    const plain = openChunk(key, chunkNonce(counter, false), chunk);
    if (plain !== undefined)
        return plain;
    if (openChunk(key, chunkNonce(counter, true), chunk) !== undefined)
        throw new damage/* BackupDamage */.s('tampered', 'There are bytes after the end of the encrypted file.');
    throw new damage/* BackupDamage */.s('tampered', `Chunk ${counter} of the encrypted file was changed after it was written.`);
}
function openLast(key, counter, chunk) {
    if (chunk.length < tagBytes)
        throw endedEarly();
    const plain = openChunk(key, chunkNonce(counter, true), chunk);
    // A last chunk without content exists only as the sole one: else there were two ways to write the same file.
    if (plain?.length === 0 && counter > 0)
        throw new damage/* BackupDamage */.s('tampered', 'The encrypted file ends with an empty chunk, which age does not write.');
    if (plain !== undefined)
        return plain;
    if (chunk.length < sealedChunkBytes || openChunk(key, chunkNonce(counter, false), chunk) !== undefined)
        throw endedEarly();
    throw new damage/* BackupDamage */.s('tampered', `Chunk ${counter} of the encrypted file was changed after it was written.`);
}
/** Undefined when it is not authentic. */
function openChunk(key, nonce, chunk) {
    const opening = (0,external_node_crypto_.createDecipheriv)(cipher, key, nonce, { authTagLength: tagBytes });
    opening.setAuthTag(chunk.subarray(chunk.length - tagBytes));
    const plain = opening.update(chunk.subarray(0, chunk.length - tagBytes));
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

// EXTERNAL MODULE: ./build/backups/encryption/recipients.js
var encryption_recipients = __webpack_require__(24346);
;// CONCATENATED MODULE: ./build/backups/encryption/age.js
/** age files (https://age-encryption.org/v1): the header by `age-encryption`, the payload by Node's own cipher. */






const firstLine = 'age-encryption.org/v1\n';
/** A header of 500 post-quantum recipients has less. */
const longestHeader = 1024 * 1024;
/** Encrypts to every recipient. Memory stays flat; the source is read only as fast as the result is. */
async function encrypt(plain, recipients) {
    const { header, fileKey } = await (0,encryption_recipients/* createHeader */.I)(recipients);
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
        const fileKey = await (0,encryption_identities/* openHeader */.U)(await readHeader(reader), identities);
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


/***/ }),

/***/ 89616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ openHeader),
/* harmony export */   g: () => (/* binding */ parseIdentities)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75763);
/* harmony import */ var _key_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58125);



/**
 * What `age-keygen` writes: lines `AGE-SECRET-KEY-…`, comments between them.
 * @throws UserError without any part of what was given, unless it is a public key
 */
async function parseIdentities(text) {
    const keys = [...new Set((0,_key_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .D)(text))];
    if (keys.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('There is no identity to decrypt with.', { hint: identityHint });
    for (const [index, key] of keys.entries())
        await checkIdentity(key, index + 1);
    return { keys };
}
const identityHint = 'An identity is a line that begins with `AGE-SECRET-KEY-`, as `age-keygen` writes it.';
async function checkIdentity(key, position) {
    if (key.startsWith('age1'))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Key ${position} of the identity is a public key; a private one is needed.`, {
            hint: identityHint,
        });
    try {
        const { identityToRecipient } = await __webpack_require__.e(/* import() */ 1539).then(__webpack_require__.bind(__webpack_require__, 81539));
        await identityToRecipient(key);
    }
    catch {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Key ${position} of the identity is no private key of age; it is not shown here.`, {
            hint: identityHint,
        });
    }
}
/** The file key. @throws BackupDamage `wrong key` when none of the identities fits, `tampered` for a changed header */
async function openHeader(header, identities) {
    const { Decrypter } = await __webpack_require__.e(/* import() */ 1539).then(__webpack_require__.bind(__webpack_require__, 81539));
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
            throw new _damage_js__WEBPACK_IMPORTED_MODULE_1__/* .BackupDamage */ .s('wrong key', 'It is encrypted to other keys: no given identity opens it.', {
                hint: 'The manifest lists the recipients. `age-keygen -y key.txt` prints the recipient of an identity.',
            });
        throw new _damage_js__WEBPACK_IMPORTED_MODULE_1__/* .BackupDamage */ .s('tampered', 'The header of the encrypted file was changed after it was written.', {
            cause: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown),
        });
    }
}


/***/ }),

/***/ 24346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ createHeader),
/* harmony export */   parseRecipients: () => (/* binding */ parseRecipients)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _report_visible_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30269);
/* harmony import */ var _key_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58125);



const privateKey = /AGE-(?:SECRET-KEY|PLUGIN)-|-----BEGIN [A-Z ]*PRIVATE KEY-----/i;
const postQuantum = /^age1(?:pq|tagpq)1/;
/**
 * Public keys of age, one a line; `#` begins a comment. Each is tried before anything is encrypted.
 * @throws UserError naming the line's key that is none; a private key is never shown
 */
async function parseRecipients(text) {
    if (privateKey.test(text))
        throw privateKeyGiven();
    const keys = [...new Set((0,_key_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .linesOf */ .D)(text))];
    if (keys.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('There is no recipient to encrypt to.', { hint: recipientHint });
    for (const key of keys)
        await checkRecipient(key);
    const strong = keys.filter((key) => postQuantum.test(key));
    if (strong.length > 0 && strong.length < keys.length)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('Post-quantum and classic recipients are given together.', {
            hint: 'Whoever breaks the classic key reads everything, so age refuses the mix. Give recipients of one kind.',
        });
    return { keys };
}
const recipientHint = 'A recipient is the public key that `age-keygen` prints: it begins with `age1`. Give one a line.';
async function checkRecipient(key) {
    try {
        const { Encrypter } = await __webpack_require__.e(/* import() */ 1539).then(__webpack_require__.bind(__webpack_require__, 81539));
        const encrypter = new Encrypter();
        encrypter.addRecipient(key);
        await encrypter.encrypt(new Uint8Array(0));
    }
    catch (thrown) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`"${shownKey(key)}" is no recipient of age.`, {
            hint: `${recipientHint} SSH keys are not supported.`,
            cause: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown),
        });
    }
}
function shownKey(key) {
    return (0,_report_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutMiddle */ .it)((0,_report_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)((0,_report_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cutMiddle */ .it)(key, 100)), 100);
}
function privateKeyGiven() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('A private key is given where public keys belong; it is not shown here.', {
        hint: `${recipientHint} The private key stays where backups are restored. If this one was stored as a plain variable, replace it.`,
    });
}
/** The header of a new file for these recipients, and the key that it wraps. */
async function createHeader(recipients) {
    const { Encrypter } = await __webpack_require__.e(/* import() */ 1539).then(__webpack_require__.bind(__webpack_require__, 81539));
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


/***/ }),

/***/ 58125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf)
/* harmony export */ });
/** Keys are given one a line; `#` begins a comment, empty lines are none. */
function linesOf(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}


/***/ }),

/***/ 99924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ listBackups)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _backup_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46580);
/* harmony import */ var _byte_reader_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8694);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8399);
/* harmony import */ var _manifest_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32074);
/* harmony import */ var _measured_stream_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94775);






/**
 * The backups of one series, newest first by the time in their ids. One bad folder never hides the others. Objects that lie
 * elsewhere, or in folders of another form, are not ours and left out.
 * @throws ExternalError when the store fails
 */
async function listBackups(store, series, { newest = Number.POSITIVE_INFINITY, atOnce = 8 } = {}) {
    const folders = await foldersOf(store, series);
    const listed = [];
    let [next, wanted] = [0, newest];
    while (next < folders.length && wanted > 0) {
        const batch = folders.slice(next, next + Math.min(atOnce, wanted));
        const examined = await Promise.all(batch.map((folder) => examine(store, folder)));
        listed.push(...examined);
        wanted -= examined.filter(({ kind }) => kind === 'complete').length;
        next += batch.length;
    }
    return listed;
}
async function foldersOf(store, series) {
    const folders = new Map();
    for await (const object of store.list(`${series}/`)) {
        const folder = object.key.slice(0, Math.max(0, object.key.lastIndexOf('/')));
        const id = folder.slice(folder.lastIndexOf('/') + 1);
        if (!(0,_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .isBackupId */ ["if"])(id) || (0,_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .backupFolder */ .j0)(id) !== folder || !folder.startsWith(`${series}/`))
            continue;
        const objects = folders.get(id);
        if (objects === undefined)
            folders.set(id, [object]);
        else
            objects.push(object);
    }
    return [...folders]
        .map(([id, objects]) => ({ id, folder: (0,_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .backupFolder */ .j0)(id), objects }))
        .toSorted((left, right) => (left.id < right.id ? 1 : -1));
}
async function examine(store, listed) {
    const key = `${listed.folder}/${_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestName */ .vS}`;
    if (!listed.objects.some((object) => object.key === key))
        return { kind: 'unfinished', ...listed };
    try {
        const bytes = await (0,_byte_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .collectBytes */ .y)(await store.read(key), _manifest_file_js__WEBPACK_IMPORTED_MODULE_2__/* .longestManifest */ .Ev);
        if (bytes === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The manifest has more than ${_manifest_file_js__WEBPACK_IMPORTED_MODULE_2__/* .longestManifest */ .Ev} bytes.`);
        const manifest = (0,_manifest_file_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(bytes);
        if (manifest.id !== listed.id)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The manifest belongs to the backup ${manifest.id}.`);
        return { kind: 'complete', ...listed, summary: summaryOf(manifest), manifestSha256: (0,_measured_stream_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256Of */ .B)(bytes) };
    }
    catch (thrown) {
        if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
            throw thrown;
        return { kind: 'unreadable', ...listed, reason: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown) };
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


/***/ }),

/***/ 75469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ openLongSession)
/* harmony export */ });
/* harmony import */ var _postgres_connect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46033);

/** A read-only session for work of hours: no time limit of the server's or the role's ends it. */
async function openLongSession({ lockTimeoutMs, ...options }) {
    const session = await (0,_postgres_connect_js__WEBPACK_IMPORTED_MODULE_0__/* .connect */ .N)({
        ...options,
        settings: {
            statementTimeoutMs: 0,
            idleInTransactionTimeoutMs: 0,
            isReadOnly: true,
            ...(lockTimeoutMs === undefined ? {} : { lockTimeoutMs }),
        },
    });
    try {
        if (session.serverVersion >= 170_000)
            await session.query('SET transaction_timeout = 0');
        return session;
    }
    catch (thrown) {
        await session[Symbol.asyncDispose]();
        throw thrown;
    }
}


/***/ }),

/***/ 32074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ev: () => (/* binding */ longestManifest),
/* harmony export */   MZ: () => (/* binding */ serializeManifest),
/* harmony export */   Ng: () => (/* binding */ parseManifest)
/* harmony export */ });
/* unused harmony export manifestSchema */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91753);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8399);
/* harmony import */ var _manifest_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10463);




/** A manifest of 200,000 tables has less; more is not read into memory. */
const longestManifest = 128 * 1024 * 1024;
/**
 * The bytes that are stored and signed: UTF-8, fields in the order of the shape, one table and one file a line. The same
 * manifest gives the same bytes.
 * @throws UserError when the manifest contradicts itself
 */
function serializeManifest(manifest) {
    const checked = _manifest_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestShape */ .vb.read(manifest, 'manifest');
    checkManifest(checked);
    const bytes = Buffer.from(`${rendered(checked, 0)}\n`);
    if (bytes.length > longestManifest)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The backup's manifest has ${bytes.length} bytes, more than ${longestManifest}.`);
    return bytes;
}
/** @throws UserError for what is no manifest, for one of a later release, and for a damaged one, with the place */
function parseManifest(bytes) {
    const value = parseJson(bytes);
    if (!(0,_guard_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value) || value.kind !== _manifest_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestKind */ .QS)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('This is no manifest of a backup.', {
            hint: `A manifest is JSON with "kind": "${_manifest_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestKind */ .QS}".`,
        });
    if (value.version !== _manifest_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestVersion */ .cX)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The manifest has version ${shortJson(value.version)}; this release reads version ${_manifest_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestVersion */ .cX}.`, { hint: 'Use the release that made the backup, or a later one.' });
    const manifest = _manifest_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestShape */ .vb.read(value, 'manifest');
    checkManifest(manifest);
    return manifest;
}
function parseJson(bytes) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (thrown) {
        // The parser's own message quotes the text.
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('The manifest is not JSON; is it whole?', {
            cause: thrown instanceof SyntaxError ? 'SyntaxError' : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown),
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The manifest's id ${id} does not belong to its series.`);
    requireUnique(files, 'manifest.files');
    requireUnique(dump.files, 'manifest.dump.files');
    const taken = files.find(({ name }) => name === _manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestName */ .vS || name === _manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureName */ .S1);
    if (taken !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The manifest names ${taken.name} as a file of the backup.`);
    if (files.filter(({ role }) => role === 'dump').length !== 1)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('The manifest does not name exactly one dump.');
    if (dump.format === 'directory' && !dump.files.some(({ name }) => name === 'toc.dat'))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('The manifest names no `toc.dat` in the dump.');
    const isEncrypted = encryption.kind === 'age';
    const wrong = files.find(({ role, plain }) => role !== 'recovery' && (plain !== undefined) !== isEncrypted);
    if (wrong !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The manifest contradicts itself on whether ${wrong.name} is encrypted.`);
}
function requireUnique(files, path) {
    const seen = new Set();
    for (const { name } of files) {
        if (seen.has(name))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path} names ${name} twice.`);
        seen.add(name);
    }
}
/** Lists of objects one entry a line, so that two manifests can be compared by eye and by `diff`. */
function rendered(value, depth) {
    if (Array.isArray(value) && value.length > 0 && value.every(_guard_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4))
        return `[\n${value.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;
    if (!(0,_guard_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value) || depth > 1)
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

/***/ 10463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QS: () => (/* binding */ manifestKind),
/* harmony export */   cX: () => (/* binding */ manifestVersion),
/* harmony export */   vb: () => (/* binding */ manifestShape)
/* harmony export */ });
/* unused harmony exports textLike, sha256Shape, factsShape */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _report_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61634);
/* harmony import */ var _backup_id_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46580);
/* harmony import */ var _proof_database_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86322);
/** The shape of a manifest, for reading it and for its JSON schema. */




/** Entries of any list: a database of a million tables fits, and a list without end does not. */
const most = 2_000_000;
const bytes = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(0, Number.MAX_SAFE_INTEGER);
const identifier = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(1_000);
/** A value of a setting or a list of tables may be long, and a backup must not fail for it. */
const line = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(100_000);
/** Text of one form. @param what for the error: "a SHA-256 in hex" */
function textLike(pattern, what) {
    return {
        schema: { type: 'string', pattern: pattern.source },
        accepts: (value) => typeof value === 'string' && pattern.test(value),
        read(value, path) {
            if (typeof value === 'string' && pattern.test(value))
                return value;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path} is not ${what}.`);
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path} is not a time such as 2026-11-22T05:00:00Z.`);
    },
};
function isInstant(value) {
    return instantPattern.test(value) && !Number.isNaN(Date.parse(value));
}
const backupId = textLike(_backup_id_js__WEBPACK_IMPORTED_MODULE_2__/* .backupIdPattern */ .OO, 'the id of a backup');
const omission = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ subject: line, reason: line }, {});
const factsShape = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({
    algorithm: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(..._proof_database_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprintAlgorithms */ .v),
    tables: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ schema: identifier, name: identifier, rows: bytes, hash: decimal, bytes }, {}), most),
    materialisedViews: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ schema: identifier, name: identifier, isPopulated: _report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt }, {}), most),
    sequences: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ schema: identifier, name: identifier, lastValue: decimal, isCalled: _report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt }, {}), most),
    largeObjects: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ count: bytes, bytes, hash: decimal }, {}),
    extensions: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ name: identifier, version: identifier }, {}), most),
    roles: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(identifier, most),
    settings: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(line, most),
    collations: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ name: identifier, version: identifier }, {}), most),
    invalidObjects: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(line, most),
    notCompared: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(omission, most),
}, {});
const dumpShape = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({
    format: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('directory', 'custom'),
    compression: identifier,
    jobs: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(1, 10_000),
    options: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(line, 100_000),
    client: identifier,
    clientVersion: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(90_000, 9_999_999),
    files: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ name: fileName, bytes, sha256: sha256Shape }, {}), most),
}, {});
const originShape = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ trigger: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(..._backup_id_js__WEBPACK_IMPORTED_MODULE_2__/* .triggers */ .G), repository: identifier, commit }, { tag: identifier, migrationHead: identifier, run: line });
const encryptionNone = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ kind: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('none') }, {});
/** A post-quantum recipient has 1,960 characters. */
const encryptionAge = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ kind: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('age'), recipients: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(3_000), 1_000) }, {});
const encryptionShape = {
    schema: { anyOf: [encryptionNone.schema, encryptionAge.schema] },
    accepts: (value) => encryptionNone.accepts(value) || encryptionAge.accepts(value),
    read: (value, path) => encryptionNone.accepts(value) ? encryptionNone.read(value, path) : encryptionAge.read(value, path),
};
const manifestKind = 'database-actions-backup';
const manifestVersion = 1;
const manifestShape = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({
    kind: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(manifestKind),
    version: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(manifestVersion),
    id: backupId,
    series: identifier,
    database: identifier,
    origin: originShape,
    server: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({
        versionNumber: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(90_000, 9_999_999),
        version: identifier,
        encoding: identifier,
        locale: identifier,
    }, {}),
    snapshot: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ takenAt: instant }, { lsn }),
    finishedAt: instant,
    dump: dumpShape,
    encryption: encryptionShape,
    files: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ name: fileName, role: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('dump', 'schema', 'recovery'), bytes, sha256: sha256Shape }, { plain: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ bytes, sha256: sha256Shape }, {}) }), 100),
    proof: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(..._proof_database_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .proofModes */ .L),
    facts: factsShape,
    notInBackup: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(omission, most),
    seconds: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ dump: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .finiteNumber */ .vM)(0), proof: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .finiteNumber */ .vM)(0), store: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .finiteNumber */ .vM)(0) }, {}),
}, { keep: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('forever') });


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

/***/ 94775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ sha256Of),
/* harmony export */   j: () => (/* binding */ measured)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

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

/***/ 72025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ openBackup)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _backup_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46580);
/* harmony import */ var _byte_reader_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8694);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75763);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8399);
/* harmony import */ var _manifest_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32074);
/* harmony import */ var _measured_stream_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94775);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35858);








/**
 * The manifest of a stored backup, proved to be by a trusted key where any are given, and to be of this very backup.
 * @throws BackupDamage `missing`, `unreadable`, `misplaced`, `unsigned`, `unknown signer` or `bad signature`
 */
async function openBackup(store, id, { publicKeys }) {
    const folder = (0,_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .backupFolder */ .j0)(id);
    const bytes = await readSmall(store, `${folder}/${_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .manifestName */ .vS}`, _manifest_file_js__WEBPACK_IMPORTED_MODULE_3__/* .longestManifest */ .Ev);
    if (bytes === undefined)
        throw new _damage_js__WEBPACK_IMPORTED_MODULE_2__/* .BackupDamage */ .s('missing', `${store.location} has no backup ${id}: there is no manifest of it.`, {
            hint: 'A backup that was not finished has no manifest.',
        });
    const signed = await readSmall(store, `${folder}/${_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .signatureName */ .S1}`, _signature_js__WEBPACK_IMPORTED_MODULE_5__/* .longestSignature */ .L7);
    const signature = (0,_signature_js__WEBPACK_IMPORTED_MODULE_5__/* .checkSignature */ .jC)({ manifest: bytes, signature: signed, publicKeys });
    if (publicKeys.length > 0)
        requireSigned(signature, id);
    const manifest = readManifest(bytes, id);
    return { store, id, folder, manifest, manifestSha256: (0,_measured_stream_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256Of */ .B)(bytes), signature };
}
/** Undefined when it is not there. @throws BackupDamage when it is longer than any of its kind */
async function readSmall(store, key, limit) {
    if ((await store.head(key)) === undefined)
        return undefined;
    const bytes = await (0,_byte_reader_js__WEBPACK_IMPORTED_MODULE_7__/* .collectBytes */ .y)(await store.read(key), limit);
    if (bytes === undefined)
        throw new _damage_js__WEBPACK_IMPORTED_MODULE_2__/* .BackupDamage */ .s('unreadable', `${key} has more than ${limit} bytes.`);
    return bytes;
}
function requireSigned(signature, id) {
    switch (signature.kind) {
        case 'signed':
            return;
        case 'unsigned':
            throw new _damage_js__WEBPACK_IMPORTED_MODULE_2__/* .BackupDamage */ .s('unsigned', `The backup ${id} is not signed, and a signature is required.`, {
                hint: 'Either it was made without a sign key, or somebody has taken the signature away.',
            });
        case 'unknown key':
            throw new _damage_js__WEBPACK_IMPORTED_MODULE_2__/* .BackupDamage */ .s('unknown signer', `The backup ${id} is signed by the key ${signature.keyId}, which is not trusted here.`, { hint: 'If the sign key was replaced, give the old public key as well as the new one.' });
        case 'does not match':
            throw new _damage_js__WEBPACK_IMPORTED_MODULE_2__/* .BackupDamage */ .s('bad signature', `The signature of the backup ${id} does not match its manifest.`, {
                hint: 'The manifest or its signature was changed after the backup was made. Do not restore it.',
            });
    }
}
/** An old backup under a new name would be taken for the newest one: so the id inside must be that of the folder. */
function readManifest(bytes, id) {
    const manifest = parsed(bytes, id);
    if (manifest.id !== id)
        throw new _damage_js__WEBPACK_IMPORTED_MODULE_2__/* .BackupDamage */ .s('misplaced', `The folder of the backup ${id} holds the manifest of ${manifest.id}.`, { hint: 'Somebody has put another backup in its place. Do not restore it.' });
    return manifest;
}
function parsed(bytes, id) {
    try {
        return (0,_manifest_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .Ng)(bytes);
    }
    catch (thrown) {
        if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
            throw thrown;
        throw new _damage_js__WEBPACK_IMPORTED_MODULE_2__/* .BackupDamage */ .s('unreadable', `The backup ${id}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown)}`, {
            cause: thrown,
            ...(thrown.hint === undefined ? {} : { hint: thrown.hint }),
        });
    }
}


/***/ }),

/***/ 86322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ proofModes),
/* harmony export */   v: () => (/* binding */ fingerprintAlgorithms)
/* harmony export */ });
/** What a database holds at one exported snapshot, as far as a restored copy is held against it. */
/**
 * What a row is hashed as; fingerprints of two algorithms never agree. `row-text`: by the server, the sum of
 * `hashtextextended(row::text, 0)` under the settings of `fingerprint-settings.ts`. `copy-lines`: of the lines of COPY,
 * see `copy-line-hash.ts`.
 */
const fingerprintAlgorithms = ['row-text', 'copy-lines'];
/** How strong the proof is: taken from the source at the dump's snapshot, from the dump itself, or not at all. */
const proofModes = ['source', 'archive', 'none'];


/***/ }),

/***/ 35858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L7: () => (/* binding */ longestSignature),
/* harmony export */   TX: () => (/* binding */ signManifest),
/* harmony export */   jC: () => (/* binding */ checkSignature)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** The signature of a manifest: ed25519 over its exact bytes, in a file that needs nothing but openssl to be checked. */

const longestSignature = 1_000;
const form = /^database-actions ed25519 (?<keyId>[0-9a-f]{16})\n(?<signature>[A-Za-z0-9+/]{85}[AQgw]==)\n$/;
/**
 * Two lines: what it is and by which key, then the signature in base64. To check it with stock programs:
 * `tail -n 1 manifest.sig | base64 -d > sig.bin` and
 * `openssl pkeyutl -verify -pubin -inkey key.pub -rawin -in manifest.json -sigfile sig.bin` (OpenSSL 3).
 */
function signManifest(manifest, { id, key }) {
    const signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, manifest, key).toString('base64');
    return Buffer.from(`database-actions ed25519 ${id}\n${signature}\n`);
}
function checkSignature({ manifest, signature, publicKeys }) {
    if (signature === undefined)
        return { kind: 'unsigned' };
    const groups = form.exec(Buffer.from(signature).toString('latin1'))?.groups;
    if (groups?.keyId === undefined || groups.signature === undefined)
        return { kind: 'does not match', keyId: undefined };
    const { keyId } = groups;
    const known = publicKeys.find(({ id }) => id === keyId);
    if (known === undefined)
        return { kind: 'unknown key', keyId };
    const bytes = Buffer.from(groups.signature, 'base64');
    return { kind: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, manifest, known.key, bytes) ? 'signed' : 'does not match', keyId };
}


/***/ }),

/***/ 32028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ parsePublicKeys),
/* harmony export */   parseSignKey: () => (/* binding */ parseSignKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _key_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58125);
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('The sign key is no ed25519 private key; it is not shown here.', {
            hint: 'Make one with `openssl genpkey -algorithm ed25519`, or with `ssh-keygen -t ed25519 -N ""`.',
        });
    const publicKey = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key);
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
            return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: text, format: 'pem' });
        const seed = opensshSeed(Buffer.from(body, 'base64'));
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
    }
    catch (thrown) {
        if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('The sign key has a passphrase.', {
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('A private key is given where public keys belong; it is not shown here.', {
            hint: 'The public key of a PEM file: `openssl pkey -in key.pem -pubout`.',
        });
    const blocks = text.match(/-----BEGIN PUBLIC KEY-----[\s\S]*?-----END PUBLIC KEY-----/g) ?? [];
    const lines = (0,_key_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .D)(text.replaceAll(/-----BEGIN PUBLIC KEY-----[\s\S]*?-----END PUBLIC KEY-----/g, ''));
    const keys = [...blocks, ...lines].map(parsePublicKey);
    return [...new Map(keys.map((key) => [key.id, key])).values()];
}
function parsePublicKey(text, index) {
    const key = readPublicKey(text);
    if (key?.asymmetricKeyType === 'ed25519')
        return { id: keyId(key), key };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Public key ${index + 1} is no ed25519 public key.`, {
        hint: 'Give PEM, an `ssh-ed25519 …` line, or base64 of the 32 bytes.',
    });
}
function readPublicKey(text) {
    try {
        if (text.startsWith('-----'))
            return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(text);
        const der = publicDer(text);
        return der === undefined ? undefined : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: der, format: 'der', type: 'spki' });
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
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(key.export({ type: 'spki', format: 'der' }))
        .digest('hex')
        .slice(0, 16);
}


/***/ }),

/***/ 44185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YD: () => (/* binding */ compareKeys),
/* harmony export */   m0: () => (/* binding */ isKey),
/* harmony export */   yR: () => (/* binding */ checkKey)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
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

/***/ 39802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GX: () => (/* binding */ writeOptions),
/* harmony export */   jb: () => (/* binding */ storeBytes),
/* harmony export */   ux: () => (/* binding */ storeSealed),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46580);
/* harmony import */ var _encryption_age_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85602);
/* harmony import */ var _measured_stream_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94775);



/** Encrypts while it stores, where there are recipients: the plaintext is read once and lies nowhere. */
async function storeSealed(context, { name, role, plain: source, plainBytes }) {
    if (context.recipients === undefined) {
        const stored = await storeStream(context, { name, body: source, bytes: plainBytes });
        return { name, role, ...stored };
    }
    const plain = (0,_measured_stream_js__WEBPACK_IMPORTED_MODULE_2__/* .measured */ .j)(source);
    const { stream, sizeOf } = await (0,_encryption_age_js__WEBPACK_IMPORTED_MODULE_1__/* .encrypt */ .w)(plain, context.recipients);
    const sealedName = `${name}.age`;
    const bytes = plainBytes === undefined ? undefined : sizeOf(plainBytes);
    const stored = await storeStream(context, { name: sealedName, body: stream, bytes });
    return { name: sealedName, role, ...stored, plain: plain.measure() };
}
function storeStream({ id, writer, retainUntil }, { name, body, bytes }) {
    return writer.write({
        key: `${(0,_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .backupFolder */ .j0)(id)}/${name}`,
        body,
        options: writeOptions({ retainUntil, bytes }),
    });
}
/** Something small that everybody with access may read. */
function storeBytes(context, name, bytes) {
    return storeStream(context, { name, body: oneOf(bytes), bytes: bytes.length });
}
function writeOptions({ retainUntil, bytes }) {
    return {
        contentType: 'application/octet-stream',
        ...(bytes === undefined ? {} : { bytes }),
        ...(retainUntil === undefined ? {} : { retainUntil }),
    };
}
/** A stream of what is all there. */
async function* oneOf(bytes) {
    if (bytes.length > 0)
        yield bytes;
}


/***/ }),

/***/ 53966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ majorOf)
/* harmony export */ });
/* unused harmony export clientProgramNames */
/** pg_dump and its like on this machine: which one fits a server, by absolute path. */
const clientProgramNames = (/* unused pure expression or super */ null && (['pg_dump', 'pg_restore', 'pg_amcheck']));
/** 17 of 170012, as `server_version_num` and a program's version say it. */
function majorOf(version) {
    return Math.floor(version / 10_000);
}


/***/ }),

/***/ 71325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ kindNames),
/* harmony export */   kV: () => (/* binding */ isObjectKind),
/* harmony export */   rz: () => (/* binding */ objectKinds),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
const owned = ['owner', 'grants', 'comment'];
const routine = [
    'returns',
    'arguments',
    'language',
    'volatility',
    'parallel',
    'strict',
    'securityDefiner',
    'leakproof',
    'settings',
    'cost',
    'rows',
    'support',
    'body',
];
const objectKinds = {
    schema: { label: 'schema', plural: 'schemas', attributes: owned, catalogs: ['pg_namespace'] },
    extension: {
        label: 'extension',
        plural: 'extensions',
        attributes: ['version', 'schema', 'comment'],
        catalogs: ['pg_extension'],
    },
    enum: {
        label: 'enum',
        plural: 'enums',
        attributes: ['values', ...owned],
        catalogs: ['pg_type', 'pg_enum'],
    },
    domain: {
        label: 'domain',
        plural: 'domains',
        attributes: ['type', 'collation', 'default', 'notNull', 'constraints', ...owned],
        catalogs: ['pg_type', 'pg_constraint'],
    },
    'composite type': {
        label: 'composite type',
        plural: 'composite types',
        attributes: ['fields', ...owned],
        catalogs: ['pg_type', 'pg_attribute'],
    },
    'range type': {
        label: 'range type',
        plural: 'range types',
        attributes: ['subtype', 'operatorClass', 'collation', 'canonical', 'difference', 'multirange', ...owned],
        catalogs: ['pg_type', 'pg_range'],
    },
    collation: {
        label: 'collation',
        plural: 'collations',
        attributes: ['provider', 'locale', 'rules', 'nondeterministic', 'owner', 'comment'],
        catalogs: ['pg_collation'],
    },
    sequence: {
        label: 'sequence',
        plural: 'sequences',
        attributes: [
            'type',
            'start',
            'increment',
            'minimum',
            'maximum',
            'cache',
            'cycle',
            'unlogged',
            'ownedBy',
            ...owned,
        ],
        catalogs: ['pg_class', 'pg_sequence'],
    },
    table: {
        label: 'table',
        plural: 'tables',
        attributes: [
            'partitionKey',
            'partitionOf',
            'partitionBound',
            'inherits',
            'ofType',
            'unlogged',
            'accessMethod',
            'tablespace',
            'options',
            'replicaIdentity',
            'rowSecurity',
            'forcedRowSecurity',
            'columnOrder',
            ...owned,
        ],
        catalogs: ['pg_class', 'pg_inherits'],
    },
    'foreign table': {
        label: 'foreign table',
        plural: 'foreign tables',
        attributes: ['server', 'options', 'partitionOf', 'partitionBound', 'inherits', 'columnOrder', ...owned],
        catalogs: ['pg_class', 'pg_foreign_table', 'pg_foreign_server'],
    },
    column: {
        label: 'column',
        plural: 'columns',
        attributes: [
            'type',
            'collation',
            'notNull',
            'notNullName',
            'default',
            'generated',
            'identity',
            'identityOptions',
            'storage',
            'compression',
            'statistics',
            'options',
            'local',
            'grants',
            'comment',
        ],
        facts: ['inheritedFrom'],
        catalogs: ['pg_attribute', 'pg_attrdef'],
    },
    constraint: {
        label: 'constraint',
        plural: 'constraints',
        attributes: [
            'type',
            'definition',
            'indexOptions',
            'tablespace',
            'clustered',
            'replicaIdentity',
            'invalid',
            'local',
            'comment',
        ],
        facts: ['columns', 'references', 'inheritedFrom'],
        catalogs: ['pg_constraint'],
    },
    index: {
        label: 'index',
        plural: 'indexes',
        attributes: [
            'unique',
            'definition',
            'tablespace',
            'clustered',
            'replicaIdentity',
            'invalid',
            'statistics',
            'comment',
        ],
        facts: ['inheritedFrom'],
        catalogs: ['pg_index'],
    },
    trigger: {
        label: 'trigger',
        plural: 'triggers',
        attributes: ['definition', 'enabled', 'comment'],
        facts: ['inheritedFrom'],
        catalogs: ['pg_trigger'],
    },
    rule: {
        label: 'rule',
        plural: 'rules',
        attributes: ['definition', 'enabled', 'comment'],
        catalogs: ['pg_rewrite'],
    },
    policy: {
        label: 'policy',
        plural: 'policies',
        attributes: ['command', 'restrictive', 'roles', 'using', 'check', 'comment'],
        catalogs: ['pg_policy'],
    },
    statistics: {
        label: 'extended statistics',
        plural: 'extended statistics',
        attributes: ['definition', 'target', 'owner', 'comment'],
        catalogs: ['pg_statistic_ext'],
    },
    view: {
        label: 'view',
        plural: 'views',
        attributes: ['definition', 'options', ...owned],
        catalogs: ['pg_class', 'pg_rewrite'],
    },
    'materialized view': {
        label: 'materialized view',
        plural: 'materialized views',
        attributes: ['definition', 'options', 'accessMethod', 'tablespace', ...owned],
        catalogs: ['pg_class', 'pg_rewrite'],
    },
    function: {
        label: 'function',
        plural: 'functions',
        attributes: ['window', ...routine, ...owned],
        catalogs: ['pg_proc'],
    },
    procedure: {
        label: 'procedure',
        plural: 'procedures',
        attributes: [...routine, ...owned],
        catalogs: ['pg_proc'],
    },
    aggregate: {
        label: 'aggregate',
        plural: 'aggregates',
        attributes: ['returns', 'arguments', 'parallel', 'parts', ...owned],
        catalogs: ['pg_proc', 'pg_aggregate'],
    },
    'event trigger': {
        label: 'event trigger',
        plural: 'event triggers',
        attributes: ['event', 'tags', 'function', 'enabled', 'owner', 'comment'],
        catalogs: ['pg_event_trigger'],
    },
    publication: {
        label: 'publication',
        plural: 'publications',
        attributes: [
            'allTables',
            'tables',
            'schemas',
            'operations',
            'viaRoot',
            'generatedColumns',
            'owner',
            'comment',
        ],
        catalogs: ['pg_publication', 'pg_publication_rel', 'pg_publication_namespace'],
    },
    'foreign server': {
        label: 'foreign server',
        plural: 'foreign servers',
        attributes: ['wrapper', 'type', 'version', 'options', ...owned],
        catalogs: ['pg_foreign_server', 'pg_foreign_data_wrapper'],
    },
    'default privileges': {
        label: 'default privileges',
        plural: 'default privileges',
        attributes: ['grants'],
        catalogs: ['pg_default_acl'],
    },
    other: {
        label: 'other object',
        plural: 'other objects',
        attributes: ['type'],
        catalogs: [
            'pg_operator',
            'pg_opclass',
            'pg_opfamily',
            'pg_cast',
            'pg_conversion',
            'pg_ts_config',
            'pg_ts_dict',
            'pg_transform',
            'pg_language',
            'pg_foreign_data_wrapper',
        ],
    },
};
/** Every kind, in the order in which snapshots and reports list them. */
const kindNames = Object.keys(objectKinds).filter(isObjectKind);
function isObjectKind(name) {
    return typeof name === 'string' && Object.hasOwn(objectKinds, name);
}
/** What the diff does not compare, since another attribute says it too. */
function factsOf(kind) {
    const entry = objectKinds[kind];
    return entry.facts ?? [];
}


/***/ }),

/***/ 4283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DP: () => (/* binding */ serializeSnapshot),
/* harmony export */   tN: () => (/* binding */ parseSnapshotText)
/* harmony export */ });
/* unused harmony exports parseSnapshot, snapshotSchema */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91753);
/* harmony import */ var _report_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61634);
/* harmony import */ var _object_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71325);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11736);





const format = 'database-actions/schema-snapshot';
const version = 1;
/** UTF-16 code units; a schema of a hundred thousand tables has less. */
const longestText = 400 * 1024 * 1024;
const most = 10_000_000;
const name = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(1_000);
const nullableName = {
    schema: { type: ['string', 'null'], maxLength: 1_000 },
    accepts: (value) => value === null || (0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg)(value),
    read: (value, path) => (value === null ? null : name.read(value, path)),
};
const kindShape = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(..._object_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .kindNames */ .$1);
/** One schema a kind, so that an editor knows the attributes; read by one rule for all of them. */
const attributesShape = {
    schema: { type: 'object' },
    accepts: _guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4,
    read(value, path) {
        if (!(0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path} is not an object.`);
        const read = {};
        for (const [attribute, entry] of Object.entries(value)) {
            if (!isAttributeValue(entry))
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path}.${attribute} is neither text, a number, true, nor a list of texts.`);
            read[attribute] = entry;
        }
        return read;
    },
};
function isAttributeValue(value) {
    if ((0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg)(value) || value === true)
        return true;
    if (typeof value === 'number')
        return Number.isFinite(value);
    return Array.isArray(value) && value.every(_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg);
}
const objectShape = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ kind: kindShape, schema: nullableName, parent: nullableName, name, attributes: attributesShape }, {});
/** Tens of thousands of objects: read by hand, and by the shape only where something is wrong, to say what. */
const fastObject = {
    schema: { anyOf: _object_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .kindNames */ .$1.map(objectSchema) },
    accepts: objectShape.accepts,
    read(value, path) {
        if ((0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value) &&
            (0,_object_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isObjectKind */ .kV)(value.kind) &&
            (0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg)(value.name) &&
            (value.schema === null || (0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg)(value.schema)) &&
            (value.parent === null || (0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg)(value.parent)))
            return (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .freezeObject */ .FI)({
                kind: value.kind,
                schema: value.schema,
                parent: value.parent,
                name: value.name,
                attributes: attributesShape.read(value.attributes, `${path}.attributes`),
            });
        return objectShape.read(value, path);
    },
};
function objectSchema(kind) {
    const { label, attributes } = _object_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .objectKinds */ .rz[kind];
    const value = { $ref: '#/definitions/attributeValue' };
    return {
        title: label,
        type: 'object',
        required: ['kind', 'schema', 'parent', 'name', 'attributes'],
        properties: {
            kind: { const: kind },
            schema: nullableName.schema,
            parent: nullableName.schema,
            name: name.schema,
            attributes: {
                type: 'object',
                properties: Object.fromEntries(attributes.map((attribute) => [attribute, value])),
                additionalProperties: value,
            },
        },
    };
}
const scopeShape = {
    schema: { anyOf: [{ type: 'null' }, (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(name, most).schema] },
    accepts: (value) => value === null || Array.isArray(value),
    read: (value, path) => (value === null ? null : (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(name, most).read(value, path)),
};
const snapshotShape = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({
    format: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(format),
    version: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(version),
    serverVersion: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(90_000, 9_999_999),
    scope: scopeShape,
    providerSchemas: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(name, most),
    notVisible: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ kind: kindShape, reason: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(4_000) }, {}), most),
    objects: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(fastObject, most),
    sizes: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ schema: name, name, rows: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .finiteNumber */ .vM)(-1), bytes: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .finiteNumber */ .vM)(0) }, {}), most),
}, {});
/** The same schema gives the same bytes. */
function serializeSnapshot(snapshot) {
    const { serverVersion, scope, providerSchemas, notVisible, objects, sizes } = snapshot;
    const lines = (list) => list.length === 0 ? '[]' : `[\n${list.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;
    return `{
"format": ${JSON.stringify(format)},
"version": ${version},
"serverVersion": ${serverVersion},
"scope": ${JSON.stringify(scope)},
"providerSchemas": ${JSON.stringify(providerSchemas)},
"notVisible": ${JSON.stringify(notVisible)},
"objects": ${lines(objects)},
"sizes": ${lines(sizes)}
}
`;
}
/** @throws UserError for what is no snapshot, for one of a later release, and for one that is damaged, with the place */
function parseSnapshot(value) {
    if (!(0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value) || value.format !== format)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('This is no schema snapshot.', {
            hint: `A snapshot file is JSON with "format": "${format}"; the action \`schema-diff\` writes one.`,
        });
    if (value.version !== version)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The schema snapshot has version ${JSON.stringify(value.version) ?? 'none'}; this release reads version ${version}.`, { hint: 'Use the same release of these actions where the snapshot is made and where it is read.' });
    const { serverVersion, scope, providerSchemas, notVisible, objects, sizes } = snapshotShape.read(value, 'snapshot');
    return Object.freeze({
        serverVersion,
        scope,
        providerSchemas,
        notVisible,
        objects: Object.freeze(objects.toSorted(_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .compareNames */ .MP)),
        sizes,
    });
}
/** The same from JSON text. @param origin what the reader knows it by, such as the file's name */
function parseSnapshotText(json, origin) {
    if (json.length > longestText)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${origin} is longer than ${longestText / 1024 / 1024} MiB.`);
    try {
        return parseSnapshot(JSON.parse(json));
    }
    catch (thrown) {
        if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${origin}: ${thrown.message}`, thrown.hint === undefined ? {} : { hint: thrown.hint });
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${origin} is not JSON; is it whole?`, { cause: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown) });
    }
}
/** JSON Schema (draft 7) of a snapshot file. */
function snapshotSchema() {
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        $id: 'https://raw.githubusercontent.com/neonhub/database-actions/main/docs/schemas/schema-snapshot.schema.json',
        title: 'Schema snapshot of NeonHub Database Actions',
        description: 'The schema of one Postgres database. An attribute with its default is absent. All text is untrusted.',
        definitions: {
            attributeValue: attributeValueSchema,
        },
        ...snapshotShape.schema,
    };
}
const attributeValueSchema = {
    anyOf: [
        { type: 'string' },
        { type: 'number' },
        { const: true },
        { type: 'array', items: { type: 'string' } },
    ],
};


/***/ }),

/***/ 11736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ freezeObject),
/* harmony export */   MP: () => (/* binding */ compareNames),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   qy: () => (/* binding */ compareTexts)
/* harmony export */ });
/* harmony import */ var _object_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71325);

/** One text for one object. NUL cannot occur in a name. */
function keyOf({ kind, schema, parent, name }) {
    return `${kind}\0${schema ?? ''}\0${parent ?? ''}\0${name}`;
}
const order = new Map(_object_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindNames */ .$1.map((kind, index) => [kind, index]));
/** By kind, schema, parent and name, in code units: independent of any locale. */
function compareNames(left, right) {
    if (left.kind !== right.kind)
        return (order.get(left.kind) ?? 0) - (order.get(right.kind) ?? 0);
    if (left.schema !== right.schema)
        return compareTexts(left.schema ?? '', right.schema ?? '');
    if (left.parent !== right.parent)
        return compareTexts(left.parent ?? '', right.parent ?? '');
    return compareTexts(left.name, right.name);
}
function compareTexts(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}
function freezeObject(object) {
    const attributes = object.attributes;
    for (const name in attributes)
        if (Array.isArray(attributes[name]))
            Object.freeze(attributes[name]);
    Object.freeze(object.attributes);
    return Object.freeze(object);
}


/***/ })

};
