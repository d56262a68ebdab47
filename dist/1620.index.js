export const id = 1620;
export const ids = [1620,9025];
export const modules = {

/***/ 12470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B$: () => (/* binding */ archiveOnly),
/* harmony export */   hx: () => (/* binding */ markBytes),
/* harmony export */   hy: () => (/* binding */ requireMark)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** The first bytes of `toc.dat` and of the custom format. https://github.com/postgres/postgres/blob/master/src/bin/pg_dump/pg_backup_archiver.c (`WriteHead`) */
const mark = Buffer.from('PGDMP');
const markBytes = mark.length;
/** @throws UserError for what pg_dump did not write: an empty file, an error message, a compressed script */
function requireMark(start, what) {
    if (Buffer.from(start.subarray(0, markBytes)).equals(mark))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${what} is no archive of pg_dump: it does not begin with ${mark}.`, {
        hint: 'pg_dump has failed, or was told another format than `directory` or `custom`. Nothing was stored.',
    });
}
/** The same bytes, when they begin as an archive does. @throws UserError else, before any is handed on */
async function* archiveOnly(source) {
    let start = Buffer.alloc(0);
    for await (const piece of source) {
        if (start.length >= markBytes) {
            yield piece;
            continue;
        }
        start = Buffer.concat([start, piece]);
        if (start.length < markBytes)
            continue;
        requireMark(start, 'The dump');
        yield start;
    }
    if (start.length < markBytes)
        requireMark(start, 'The dump');
}


/***/ }),

/***/ 78163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ packFolder),
/* harmony export */   Ik: () => (/* binding */ packedName)
/* harmony export */ });
/* unused harmony export tarBytes */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19473);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9924);
/* harmony import */ var _archive_mark_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(12470);
/* harmony import */ var _tar_header_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41033);
/** A folder as pg_dump's directory format leaves it, as one deterministic tar. */








/** All that pg_dump names files: `toc.dat`, `3012.dat.zst`, `blobs_16400.toc`, `blob_16401.dat.gz`. */
const packedName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
/** The manifest lists each. */
const mostFiles = 500_000;
/**
 * Reads sizes now and contents while the stream is read.
 * @throws UserError when the folder is no finished dump: no `toc.dat`, one that is none, or something that pg_dump does not write
 */
async function packFolder(folder) {
    const members = await dumpFiles(folder);
    (0,_archive_mark_js__WEBPACK_IMPORTED_MODULE_6__/* .requireMark */ .hy)(await startOf((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'toc.dat')), '`toc.dat`');
    const packed = [];
    async function* stream() {
        for (const member of members) {
            yield (0,_tar_header_js__WEBPACK_IMPORTED_MODULE_7__/* .memberHeader */ .As)(member);
            packed.push(yield* fileContent(folder, member));
            const filler = (0,_tar_header_js__WEBPACK_IMPORTED_MODULE_7__/* .padding */ .Ms)(member.bytes);
            if (filler.length > 0)
                yield filler;
        }
        yield _tar_header_js__WEBPACK_IMPORTED_MODULE_7__/* .archiveEnd */ .MC;
    }
    return { bytes: tarBytes(members), stream: stream(), files: () => packed };
}
/** Bytes of a tar with these members. */
function tarBytes(members) {
    return members.reduce((sum, member) => sum + (0,_tar_header_js__WEBPACK_IMPORTED_MODULE_7__/* .memberHeader */ .As)(member).length + member.bytes + (0,_tar_header_js__WEBPACK_IMPORTED_MODULE_7__/* .padding */ .Ms)(member.bytes).length, _tar_header_js__WEBPACK_IMPORTED_MODULE_7__/* .archiveEnd */ .MC.length);
}
async function dumpFiles(folder) {
    const members = [];
    for (const name of (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder)).toSorted()) {
        const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name));
        if (!facts.isFile() || !packedName.test(name))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`The dump's folder holds ${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .inlineCode */ .ti)(name)}, which pg_dump does not write.`, {
                hint: 'Dump into an empty folder of its own.',
            });
        members.push({ name, bytes: facts.size });
    }
    if (members.length > mostFiles)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`The dump has ${members.length} files, more than ${mostFiles}.`, {
            hint: 'Large objects are a file each. Dump in the custom format, which is one file.',
        });
    if (!members.some(({ name }) => name === 'toc.dat'))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('The dump’s folder has no `toc.dat`: it is no finished dump in directory format.');
    return members;
}
async function startOf(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path);
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(_archive_mark_js__WEBPACK_IMPORTED_MODULE_6__/* .markBytes */ .hx), 0, _archive_mark_js__WEBPACK_IMPORTED_MODULE_6__/* .markBytes */ .hx, 0);
        return buffer.subarray(0, bytesRead);
    }
    finally {
        await file.close();
    }
}
async function* fileContent(folder, { name, bytes }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let seen = 0;
    for await (const piece of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name), { highWaterMark: 1024 * 1024 })) {
        if (!(piece instanceof Uint8Array))
            throw new Error('A file is read as text.');
        seen += piece.length;
        if (seen > bytes)
            break;
        hash.update(piece);
        yield piece;
    }
    if (seen !== bytes)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .inlineCode */ .ti)(name)} of the dump has changed while it was being stored.`, {
            hint: 'Nothing else may write into the dump’s folder.',
        });
    return { name, bytes, sha256: hash.digest('hex') };
}


/***/ }),

/***/ 41033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ memberHeader),
/* harmony export */   MC: () => (/* binding */ archiveEnd),
/* harmony export */   Ms: () => (/* binding */ padding),
/* harmony export */   RW: () => (/* binding */ parseHeader),
/* harmony export */   VE: () => (/* binding */ blockBytes),
/* harmony export */   vZ: () => (/* binding */ parsePaxRecords)
/* harmony export */ });
/**
 * One member's header in a tar file: POSIX ustar, with a pax record where the size has more than eleven octal digits.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html ("ustar Interchange Format")
 */
const blockBytes = 512;
/** 8 GiB - 1. */
const mostInOctal = 0o77777777777;
/** Header of a regular file, with what tells a size that it cannot hold before it. The same member gives the same bytes. */
function memberHeader({ name, bytes }) {
    if (bytes <= mostInOctal)
        return ustarHeader({ name, bytes, type: '0' });
    const record = Buffer.from(paxRecord('size', String(bytes)));
    return Buffer.concat([
        ustarHeader({ name: `PaxHeaders/${name}`.slice(0, 100), bytes: record.length, type: 'x' }),
        record,
        padding(record.length),
        ustarHeader({ name, bytes: 0, type: '0' }),
    ]);
}
/** Zeros from the end of a member to the next block. */
function padding(bytes) {
    return Buffer.alloc((blockBytes - (bytes % blockBytes)) % blockBytes);
}
/** Two empty blocks end the archive. */
const archiveEnd = Buffer.alloc(2 * blockBytes);
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


/***/ }),

/***/ 13378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ progressLog)
/* harmony export */ });
/* unused harmony export progressLine */
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73110);
/* harmony import */ var _report_quantity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59362);


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
    const speed = `${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(rate)}/s`;
    if (total <= done || rate === 0)
        return `${what}: ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(done)} so far, ${speed}`;
    const left = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(((total - done) / rate) * 1000);
    return `${what}: ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(done)} of about ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(total)}, ${speed}, about ${left} left`;
}


/***/ }),

/***/ 56629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ withProgress)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73110);
/* harmony import */ var _report_quantity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59362);
/* harmony import */ var _progress_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13378);
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



/** The same bytes, with a line now and then of how far it is, and one at the end. */
async function* withProgress(source, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const start = performance.now();
        const progress = __addDisposableResource(env_1, (0,_progress_log_js__WEBPACK_IMPORTED_MODULE_1__/* .progressLog */ .m)(options), false);
        let bytes = 0;
        for await (const piece of source) {
            yield piece;
            bytes += piece.length;
            progress.add(piece.length);
        }
        const elapsedMs = performance.now() - start;
        const rate = (0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)((bytes / Math.max(1, elapsedMs)) * 1000);
        options.log.info(`${options.what}: ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(bytes)} in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(elapsedMs)}, ${rate}/s.`);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}


/***/ }),

/***/ 81620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  refusePublicPlaintext: () => (/* binding */ refusePublicPlaintext),
  storeBackup: () => (/* binding */ storeBackup)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/backups/backup-id.js
var backup_id = __webpack_require__(46580);
// EXTERNAL MODULE: ./build/backups/byte-reader.js
var byte_reader = __webpack_require__(8694);
// EXTERNAL MODULE: ./build/backups/manifest.js
var backups_manifest = __webpack_require__(8399);
// EXTERNAL MODULE: ./build/backups/store-sealed.js
var store_sealed = __webpack_require__(39802);
;// CONCATENATED MODULE: ./build/backups/commit-manifest.js





/**
 * Writes the manifest to every store, which makes backups of what lies there. A copy that is whole stays, even when another
 * store has failed by now: it is verified and worth having. The error then says which copies there are.
 * @throws ExternalError when not every store has it
 */
async function commitManifest(commit) {
    const { stores, context, log } = commit;
    const outcomes = await Promise.all(stores.map((store) => writeManifest(commit, store)));
    const stored = outcomes.filter((outcome) => outcome.kind === 'stored');
    const failed = outcomes.filter((outcome) => outcome.kind === 'failed');
    const [first] = failed;
    if (first === undefined)
        return stored.map(({ copy }) => copy);
    log.info(`What was written of ${context.id} is taken back where it has no manifest.`);
    await context.writer.removeFrom(failed.map(({ store }) => store));
    if (stored.length === 0)
        throw first.reason;
    const places = (list) => list.map(({ store }) => store.location).join(', ');
    throw new errors/* ExternalError */.yA(first.store.location, `The backup ${context.id} is complete in ${places(stored)} and not stored in ${places(failed)}: ${(0,errors/* errorMessage */.gJ)(first.reason)}`, {
        hint: 'The complete copy can be restored, and is kept. Run again for a backup with all of its copies.',
        retryable: true,
        cause: first.reason,
    });
}
async function writeManifest({ context, bytes }, store) {
    const key = `${(0,backup_id/* backupFolder */.j0)(context.id)}/${backups_manifest/* manifestName */.vS}`;
    const options = (0,store_sealed/* writeOptions */.GX)({ retainUntil: context.retainUntil, bytes: bytes.length });
    try {
        const copy = await store.write(key, (0,store_sealed/* oneOf */.yL)(bytes), { ...options, contentType: 'application/json' });
        return { kind: 'stored', store, copy };
    }
    catch (reason) {
        const copy = await foundAfterAll(store, key, bytes);
        return copy === undefined ? { kind: 'failed', store, reason } : { kind: 'stored', store, copy };
    }
}
/** The answer to a write may be lost while the write was done. */
async function foundAfterAll(store, key, bytes) {
    try {
        const copy = await store.head(key);
        if (copy?.bytes !== bytes.length)
            return undefined;
        const there = await (0,byte_reader/* collectBytes */.y)(await store.read(key), bytes.length);
        return there?.equals(bytes) === true ? copy : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/backups/manifest-file.js
var manifest_file = __webpack_require__(32074);
// EXTERNAL MODULE: ./build/backups/manifest-shape.js
var manifest_shape = __webpack_require__(10463);
;// CONCATENATED MODULE: ./build/backups/manifest-draft.js


function isLate(draft) {
    return 'complete' in draft;
}
/** The manifest as far as it is known before the end. */
function draftedManifest({ draft, dump, recipients }, { packed, files }) {
    const { seconds: _notYet, ...known } = draft;
    return {
        ...known,
        kind: manifest_shape/* manifestKind */.QS,
        version: manifest_shape/* manifestVersion */.cX,
        dump: { ...draft.dump, format: dump.format, files: packed },
        encryption: recipients === undefined ? { kind: 'none' } : { kind: 'age', recipients: recipients.keys },
        files,
    };
}
/** @throws UserError when no manifest could be made of this draft, whatever is stored */
function checkDraft(backup) {
    const sha256 = '0'.repeat(64);
    const dump = { name: 'dump', role: 'dump', bytes: 0, sha256 };
    const isEncrypted = backup.recipients !== undefined;
    (0,manifest_file/* serializeManifest */.MZ)({
        ...draftedManifest(backup, {
            packed: backup.dump.format === 'directory' ? [{ name: 'toc.dat', bytes: 0, sha256 }] : [],
            files: [isEncrypted ? { ...dump, plain: { bytes: 0, sha256 } } : dump],
        }),
        finishedAt: backup.draft.snapshot.takenAt,
        seconds: { ...backup.draft.seconds, store: 0 },
    });
}

// EXTERNAL MODULE: ./build/backups/measured-stream.js
var measured_stream = __webpack_require__(94775);
// EXTERNAL MODULE: ./build/backups/packing/archive-mark.js
var archive_mark = __webpack_require__(12470);
// EXTERNAL MODULE: ./build/backups/packing/pack.js
var pack = __webpack_require__(78163);
// EXTERNAL MODULE: ./build/backups/progress.js
var progress = __webpack_require__(56629);
// EXTERNAL MODULE: ./build/postgres/client-program.js
var client_program = __webpack_require__(53966);
// EXTERNAL MODULE: ./build/postgres/client-programs/security-findings.js
var security_findings = __webpack_require__(29025);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(59362);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
;// CONCATENATED MODULE: ./build/backups/shell-words.js
/** As one word of bash, whatever is in it; what a block of code may not show as it is, byte for byte. */
function shellQuoted(text) {
    if (/^[A-Za-z0-9_./:@%+=-]+$/.test(text))
        return text;
    if (/^[ -;=?-~]*$/.test(text))
        return `'${text.replaceAll("'", `'\\''`)}'`;
    const bytes = [...Buffer.from(text)].map((byte) => {
        const character = String.fromCharCode(byte);
        return /[A-Za-z0-9 _.-]/.test(character) ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
    });
    return `$'${bytes.join('')}'`;
}

;// CONCATENATED MODULE: ./build/backups/recovery-fetching.js




/** How to get a backup's files from one place into the current folder, with stock programs. Markdown. */
function fetchingFrom(location, source) {
    const folder = (0,backup_id/* backupFolder */.j0)(source.id);
    const commands = commandsFor(location, { folder, source });
    if (commands === undefined)
        return `From ${(0,report_escape/* inlineCode */.ti)(location)}: the files below ${(0,report_escape/* inlineCode */.ti)(folder)}.`;
    return `From ${(0,report_escape/* inlineCode */.ti)(location)}:\n\n${(0,report_escape/* fencedCode */.Vl)(commands, 'bash')}`;
}
function commandsFor(location, { folder, source }) {
    if (location.startsWith('s3://'))
        return fromBucket(location, folder);
    if (location.startsWith('file:///'))
        return `cp ${shellQuoted(`${(0,external_node_url_.fileURLToPath)(location)}/${folder}`)}/* .`;
    if (location.startsWith('release:'))
        return fromRelease(location.slice('release:'.length), { folder, source });
    if (location === 'artifact')
        return fromArtifact({ folder, source });
    return undefined;
}
/** `s3://bucket/prefix`, with `?endpoint=…` where it is not AWS. */
function fromBucket(location, folder) {
    const [address = '', query] = location.split('?endpoint=');
    const endpoint = query === undefined ? '' : ` --endpoint-url ${shellQuoted(query)}`;
    const from = shellQuoted(`${address.replace(/\/$/, '')}/${folder}/`);
    return `aws s3 cp --recursive${endpoint} ${from} .`;
}
/** Assets have no folders: their names hold the whole key, with `--` for each slash. */
function fromRelease(tag, { folder, source }) {
    const prefix = `${folder.replaceAll('/', '--')}--`;
    const repository = source.origin.repository === '' ? '' : ` --repo ${shellQuoted(source.origin.repository)}`;
    return [
        `gh release download ${shellQuoted(tag)}${repository} --pattern ${shellQuoted(`${prefix}*`)}`,
        `for file in ${prefix}*; do mv -- "$file" "\${file#${prefix}}"; done`,
    ].join('\n');
}
/** GitHub deletes artifacts after 90 days at the latest, 400 in private repositories. */
function fromArtifact({ folder, source }) {
    const { repository, run } = source.origin;
    const number = /\/runs\/(\d+)/.exec(run ?? '')?.[1] ?? '';
    const from = repository === '' ? '' : ` --repo ${shellQuoted(repository)}`;
    return [
        `gh run download ${number}${from} --name ${shellQuoted(`backup-${source.id}`)}`.replace('  ', ' '),
        `cp ${folder}/* .`,
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/backups/recovery-page.js
/** `RECOVERY.md` of a backup: how to restore it by hand, with stock programs alone. */







/** Markdown. The same facts give the same text; names of the database cannot leave their place. */
function recoveryPage(facts) {
    const { manifest } = facts;
    const sections = [
        `# Restoring ${(0,report_escape/* inlineCode */.ti)(manifest.id)} by hand`,
        `Everything here works without NeonHub Database Actions. ${taken(manifest)}`,
        '## 1. Fetch it',
        ...facts.locations.map((location) => fetchingFrom(location, manifest)),
        '## 2. Check that it is what was stored',
        checking(facts),
        ...decrypting(manifest),
        '## Unpack',
        unpacking(manifest),
        '## Restore',
        restoring(manifest),
        '## What must be there afterwards',
        expected(manifest),
        '## What is not in it',
        omissions(manifest),
    ];
    return `${numbered(sections).join('\n\n')}\n`;
}
/** Numbers the headings of the steps anew: how many there are depends on the backup. */
function numbered(sections) {
    let step = 0;
    return sections.map((section) => {
        if (!/^## (?:\d+\. |Unpack|Restore|Decrypt)/.test(section))
            return section;
        step += 1;
        return section.replace(/^## (?:\d+\. )?/, `## ${step}. `);
    });
}
function taken({ database, server, snapshot }) {
    return `It is the database ${(0,report_escape/* inlineCode */.ti)(database)} of PostgreSQL ${(0,report_escape/* inlineCode */.ti)(server.version)} as it was at ${snapshot.takenAt}.`;
}
function checking({ manifest: { files }, publicKey }) {
    const sums = files.map(({ name, sha256 }) => `${sha256}  ${name}`).join('\n');
    const byHash = `${(0,report_escape/* fencedCode */.Vl)(`sha256sum -c <<'END'\n${sums}\nEND`, 'bash')}\n\nThese sums are in \`${backups_manifest/* manifestName */.vS}\` too.`;
    if (publicKey === undefined)
        return `${byHash} The manifest is not signed: the sums tell accidents, not somebody who has changed both.`;
    return [
        `${byHash} Whoever could change the dump could change this page as well, so check the manifest's signature, with the public key **from where you keep it**; the one that was used is`,
        (0,report_escape/* fencedCode */.Vl)(publicKey.trim(), ''),
        (0,report_escape/* fencedCode */.Vl)(`tail -n 1 ${backups_manifest/* signatureName */.S1} | base64 -d > sig.bin\nopenssl pkeyutl -verify -pubin -inkey key.pub -rawin -in ${backups_manifest/* manifestName */.vS} -sigfile sig.bin`, 'bash'),
        'OpenSSL 3 says `Signature Verified Successfully`. Then compare the sums above with those in the manifest. Stop here if anything differs: pg_restore must not read an archive that somebody has changed.',
    ].join('\n\n');
}
function decrypting({ encryption, files }) {
    if (encryption.kind === 'none')
        return [];
    const dump = dumpFile(files);
    const isPostQuantum = encryption.recipients.some((key) => /^age1(?:pq|tagpq)1/.test(key));
    return [
        '## Decrypt',
        [
            `With [age](https://age-encryption.org)${isPostQuantum ? ' 1.3 or later' : ''} and the private key of one of these recipients in \`key.txt\`:`,
            (0,report_escape/* fencedCode */.Vl)(encryption.recipients.join('\n'), ''),
            (0,report_escape/* fencedCode */.Vl)(files
                .filter(({ plain }) => plain !== undefined)
                .map(({ name }) => `age -d -i key.txt -o ${withoutAge(name)} ${name}`)
                .join('\n'), 'bash'),
            `${(0,report_escape/* inlineCode */.ti)(withoutAge(dump.name))} then has ${dump.plain?.bytes ?? dump.bytes} bytes and the SHA-256 ${(0,report_escape/* inlineCode */.ti)(dump.plain?.sha256 ?? dump.sha256)}.`,
        ].join('\n\n'),
    ];
}
function unpacking({ dump, files }) {
    const name = withoutAge(dumpFile(files).name);
    if (dump.format === 'custom')
        return `Nothing to do: ${(0,report_escape/* inlineCode */.ti)(name)} is what pg_restore reads.`;
    return (0,report_escape/* fencedCode */.Vl)(`mkdir dump\ntar -xf ${name} -C dump`, 'bash');
}
function restoring({ database, dump, files, server, facts }) {
    const source = dump.format === 'custom' ? withoutAge(dumpFile(files).name) : 'dump';
    const target = shellQuoted(database);
    const roles = facts.roles.map((role) => (0,report_escape/* inlineCode */.ti)(role)).join(', ');
    return [
        `Use pg_restore of PostgreSQL ${safeVersions(dump.clientVersion)}; older ones can be made to run code by a crafted archive.`,
        roles === ''
            ? 'No role is needed but the one that restores.'
            : `These roles must exist, or add \`--no-owner --no-acl\`: ${roles}.`,
        (0,report_escape/* fencedCode */.Vl)([
            `createdb --template=template0 --encoding=${shellQuoted(server.encoding)} --locale=${shellQuoted(server.locale)} -- ${target}`,
            `pg_restore -j 4 --exit-on-error --dbname=${shellQuoted(connectionTo(database))} ${source}`,
            `psql --dbname=${shellQuoted(connectionTo(database))} -c ANALYZE`,
        ].join('\n'), 'bash'),
        'Where the locale is unknown to the new machine, leave `--locale` away: text then sorts differently. The dump has no planner statistics; without ANALYZE the first hours are slow.',
    ].join('\n\n');
}
/** Each major from the dump's own on, with its first safe minor. */
function safeVersions(clientVersion) {
    const own = (0,client_program/* majorOf */.D)(clientVersion);
    const versions = (0,security_findings/* safeRestoreVersions */.P)(own);
    const later = versions.length === 0 ? own : Number.parseInt(versions.at(-1) ?? '', 10) + 1;
    return [...versions, `${later} or any later major`].join(', ');
}
const mostTables = 200;
function expected({ facts, proof }) {
    const { tables, sequences, largeObjects } = facts;
    if (proof === 'none')
        return 'Nothing was counted when it was taken.';
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const shown = tables
        .toSorted((left, right) => right.bytes - left.bytes)
        .slice(0, mostTables)
        .map((table) => `| ${(0,report_escape/* inlineCode */.ti)(`${table.schema}.${table.name}`)} | ${table.rows} |`);
    return [
        `${(0,quantity/* counted */.hS)(tables.length, 'table')} with ${(0,quantity/* counted */.hS)(rows, 'row')} together, ${(0,quantity/* counted */.hS)(sequences.length, 'sequence')}, ${(0,quantity/* counted */.hS)(largeObjects.count, 'large object')} of ${(0,quantity/* formatBytes */.z3)(largeObjects.bytes)}.`,
        shown.length === 0 ? '' : ['| table | rows |', '|---|--:|', ...shown].join('\n'),
        tables.length > mostTables
            ? `The ${(0,quantity/* formatCount */.B4)(tables.length - mostTables)} smaller ones are in \`${backups_manifest/* manifestName */.vS}\`, under \`facts.tables\`.`
            : '',
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function omissions({ notInBackup, facts }) {
    const lines = notInBackup.map(({ subject, reason }) => `- ${(0,report_escape/* inlineCode */.ti)(subject)}: ${(0,report_escape/* inlineCode */.ti)(reason, 1_000)}`);
    const settings = facts.settings.map((setting) => `- \`ALTER DATABASE … SET\` ${(0,report_escape/* inlineCode */.ti)(setting, 1_000)}`);
    return [...lines, ...settings].join('\n') || 'Nothing is known to be missing.';
}
function dumpFile(files) {
    const dump = files.find(({ role }) => role === 'dump');
    if (dump === undefined)
        throw new Error('The manifest names no dump.');
    return dump;
}
function withoutAge(name) {
    return name.replace(/\.age$/, '');
}
/** A database whose name is no plain word could be read as a connection string. */
function connectionTo(database) {
    if (/^[A-Za-z0-9_-]+$/.test(database))
        return database;
    return `dbname='${database.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

// EXTERNAL MODULE: ./build/backups/signature.js
var signature = __webpack_require__(35858);
;// CONCATENATED MODULE: ./build/backups/fan-out.js
/** One stream for several readers, in step: the slowest sets the pace, and nothing is kept for it. */
/** What the other readers get when one has stopped; why is known to that one. */
class StreamAbandoned extends Error {
    /** Its place among the branches. */
    reader;
    constructor(reader) {
        super('A reader of the stream has stopped before its end.');
        this.reader = reader;
    }
}
/**
 * A piece is asked for when every reader asks for one. A reader that stops early ends the others: half a copy is none.
 * @param count readers
 */
function fanOut(source, count) {
    const pieces = source[Symbol.asyncIterator]();
    const waiting = new Map();
    let failure;
    let isOver = false;
    const settle = (tell) => {
        const readers = [...waiting.values()];
        waiting.clear();
        for (const reader of readers)
            tell(reader);
    };
    const abort = (reason) => {
        if (failure !== undefined || isOver)
            return;
        failure = { reason };
        settle((reader) => reader.reject(reason));
        // A source that waits for something ends when it likes; nobody waits for it.
        pieces.return?.().catch(() => undefined);
    };
    const pull = async () => {
        try {
            const { done, value } = await pieces.next();
            if (failure !== undefined)
                return;
            isOver = done === true;
            settle((reader) => reader.resolve(done === true ? { done, value: undefined } : { done: false, value }));
        }
        catch (thrown) {
            abort(thrown);
        }
    };
    const branch = (index) => ({
        [Symbol.asyncIterator]: () => ({
            next() {
                if (failure !== undefined)
                    return Promise.reject(failure.reason);
                if (isOver)
                    return Promise.resolve({ done: true, value: undefined });
                return new Promise((resolve, reject) => {
                    waiting.set(index, { resolve, reject });
                    if (waiting.size === count)
                        void pull();
                });
            },
            return() {
                abort(new StreamAbandoned(index));
                return Promise.resolve({ done: true, value: undefined });
            },
        }),
    });
    return {
        branches: Array.from({ length: count }, (_, index) => branch(index)),
        abort,
        isOver: () => isOver,
        failure: () => failure,
    };
}

;// CONCATENATED MODULE: ./build/backups/store-object.js
/** One object of a backup into every store, and the proof that each has it. */



function createObjectWriter({ stores, log, signal }) {
    const written = [];
    return {
        async write(object) {
            const source = (0,measured_stream/* measured */.j)(object.body);
            const outcomes = await writeToAll({ stores, signal }, { ...object, body: source });
            const measure = source.measure();
            const done = outcomes.flatMap((outcome) => (outcome.kind === 'stored' ? [outcome] : []));
            written.push(...done.map(({ store, copy }) => ({ store, copy, measure })));
            const failed = outcomes.find((outcome) => outcome.kind === 'failed');
            if (failed !== undefined)
                throw failed.reason;
            for (const { store, copy } of done)
                requireSame(store, copy, measure);
            return measure;
        },
        async verify() {
            const unread = await Promise.all(written.map(verifyCopy));
            for (const location of new Set(unread.filter((place) => place !== undefined)))
                log.notice(`${location} may not be asked for what was written (403): its own checksums while writing are the proof that it has it.`);
        },
        async removeFrom(failed) {
            const ours = written.filter(({ store }) => failed.includes(store));
            await Promise.all(ours.map(({ store, copy }) => remove(store, copy.key, log)));
        },
        copies: () => stores.map((store) => written.filter((entry) => entry.store === store).map(({ copy }) => copy)),
    };
}
/** One outcome a store. Of those that have failed, the first has the reason that all of them ended for. */
async function writeToAll({ stores, signal }, { key, body, options }) {
    signal.throwIfAborted();
    const stream = fanOut(body, stores.length);
    const onAbort = () => stream.abort(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    const settled = await Promise.allSettled(stores.map(async (store, index) => {
        const branch = stream.branches[index];
        if (branch === undefined)
            throw new Error('A store has no branch of the stream.');
        try {
            const copy = await store.write(key, branch, options);
            // The others would wait for it without end.
            if (!stream.isOver())
                stream.abort(new errors/* ExternalError */.yA(store.location, `Only a part of ${key} was taken.`));
            return { kind: 'stored', store, copy };
        }
        catch (thrown) {
            stream.abort(thrown);
            throw thrown;
        }
    }));
    signal.removeEventListener('abort', onAbort);
    const stored = settled.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const reason = firstReason(stream, settled);
    return reason === undefined ? stored : [{ kind: 'failed', ...reason }, ...stored];
}
/** A store may put its own error round that of the stream, and one that cleans up ends after those that only followed it. */
function firstReason(stream, settled) {
    const failure = stream.failure();
    const own = failure?.reason instanceof StreamAbandoned ? settled[failure.reason.reader] : undefined;
    if (own?.status === 'rejected')
        return { reason: own.reason };
    if (failure !== undefined)
        return failure;
    const late = settled.find((outcome) => outcome.status === 'rejected');
    return late === undefined ? undefined : { reason: late.reason };
}
/**
 * A store whose role may write and not read answers 403; then its own word while writing is what there is.
 * @returns the location of such a store
 */
async function verifyCopy({ store, copy, measure }) {
    try {
        const found = await store.head(copy.key);
        if (found === undefined)
            throw new errors/* ExternalError */.yA(store.location, `${copy.key} is not there after it was written.`, {
                retryable: true,
            });
        requireSame(store, found, measure);
        return undefined;
    }
    catch (thrown) {
        if (thrown instanceof errors/* ExternalError */.yA && thrown.status === 403 && copy.isConfirmed)
            return store.location;
        throw thrown;
    }
}
function requireSame(store, { key, bytes, sha256 }, measure) {
    if (bytes !== measure.bytes)
        throw new errors/* ExternalError */.yA(store.location, `${key} has ${bytes} bytes there; ${measure.bytes} were written.`, {
            retryable: true,
        });
    if (sha256 !== undefined && sha256 !== measure.sha256)
        throw new errors/* ExternalError */.yA(store.location, `${key} has another content there than was written.`, {
            retryable: true,
        });
}
async function remove(store, key, log) {
    try {
        const outcome = await store.delete(key);
        if (outcome === 'locked')
            log.warning(`${store.location} keeps ${key} until its lock ends. Without a manifest it is no backup.`);
    }
    catch (thrown) {
        log.warning(`${key} is left behind in ${store.location}: ${(0,errors/* errorMessage */.gJ)(thrown)} Without a manifest it is no backup.`);
    }
}

;// CONCATENATED MODULE: ./build/backups/store-backup.js














/**
 * Stores a dump in every store, one pass over it, then everything that belongs to it, and the manifest last. When anything
 * fails before the manifest, what was written is taken back and a new run is unaffected: it has another id.
 * @throws UserError for plaintext into a public place, ExternalError when a store fails
 */
async function storeBackup(backup) {
    const { stores, draft, log, signal, recipients, retainUntil } = backup;
    await checkBeforehand(backup);
    const writer = createObjectWriter({ stores, log, signal });
    const context = { id: draft.id, writer, recipients, retainUntil };
    const { manifest, bytes } = await storeContent(backup, context).catch(async (thrown) => {
        log.info(`The backup ${draft.id} is not stored; what was written of it is taken back.`);
        await writer.removeFrom(stores);
        throw thrown;
    });
    const manifests = await commitManifest({ stores, context, bytes, log });
    const folder = (0,backup_id/* backupFolder */.j0)(draft.id);
    const copies = writer.copies();
    return {
        manifest,
        manifestSha256: (0,measured_stream/* sha256Of */.B)(bytes),
        copies: stores.map(({ location }, index) => ({
            location,
            folder,
            objects: [...(copies[index] ?? []), ...manifests.slice(index, index + 1)],
        })),
        bytes: (copies[0] ?? []).reduce((sum, copy) => sum + copy.bytes, bytes.length),
    };
}
async function checkBeforehand(backup) {
    const { stores, draft, recipients, log } = backup;
    if (stores.length === 0)
        throw new errors/* UserError */.yo('There is no place to store the backup in.');
    refusePublicPlaintext(stores, recipients);
    for (const store of stores)
        warnOfReaders(store, { isEncrypted: recipients !== undefined, log });
    // A manifest that contradicts itself is told before hours of upload, not after.
    if (!isLate(draft))
        checkDraft({ ...backup, draft });
    const key = `${(0,backup_id/* backupFolder */.j0)(draft.id)}/${backups_manifest/* manifestName */.vS}`;
    for (const store of stores.filter(({ capabilities }) => !capabilities.createOnly))
        if (await isThere(store, key))
            throw new errors/* UserError */.yo(`${store.location} already has a backup ${draft.id}.`, {
                hint: 'Nothing is ever overwritten. Every backup has the time of its snapshot in its id; run again.',
            });
}
/** A role that may only write is not told (403); the store's own `write` says so, and does what it can. */
async function isThere(store, key) {
    try {
        return (await store.head(key)) !== undefined;
    }
    catch (thrown) {
        if (thrown instanceof errors/* ExternalError */.yA && thrown.status === 403)
            return false;
        throw thrown;
    }
}
/** @throws UserError for a place that anybody can read, when nothing is encrypted. To be asked before hours of dumping. */
function refusePublicPlaintext(stores, recipients) {
    const open = stores.find(({ capabilities }) => capabilities.isPublic === true);
    if (open === undefined || recipients !== undefined)
        return;
    throw new errors/* UserError */.yo(`Anybody can read what is stored in ${open.location}: a dump is not stored there unencrypted.`, {
        hint: 'Give `encrypt-to` a public key of age (`age-keygen` makes one), or store the backup in a private place.',
    });
}
function warnOfReaders({ location, capabilities: { isPublic } }, { isEncrypted, log }) {
    if (isPublic === true)
        log.warning(`Anybody can read ${location}. The dump is encrypted, but names of tables and counts of rows are not, and what was downloaded once cannot be called back.`);
    if (isPublic === undefined && !isEncrypted)
        log.warning(`The dump is stored unencrypted in ${location}, and who can read there is not known.`);
}
/** Everything but the manifest, and what the manifest is. */
async function storeContent(backup, context) {
    const start = performance.now();
    const { stores, signKey, serverNow } = backup;
    const { dump, packed } = await storeDump(backup, context);
    const draft = await completeDraft(backup.draft);
    const schema = await storeSchema(backup, context);
    const content = [dump, ...schema];
    const drafted = draftedManifest({ ...backup, draft }, { packed, files: content });
    const page = recoveryPage({
        manifest: drafted,
        locations: stores.map(({ location }) => location),
        publicKey: signKey?.publicPem,
    });
    const recovery = await (0,store_sealed/* storeBytes */.jb)(context, backups_manifest/* recoveryName */.tQ, Buffer.from(page));
    await context.writer.verify();
    const manifest = {
        ...drafted,
        files: [...content, { name: backups_manifest/* recoveryName */.tQ, role: 'recovery', ...recovery }],
        finishedAt: (await serverNow()).toISOString(),
        seconds: { ...draft.seconds, store: Math.round(performance.now() - start) / 1000 },
    };
    const bytes = (0,manifest_file/* serializeManifest */.MZ)(manifest);
    if (signKey !== undefined)
        await (0,store_sealed/* storeBytes */.jb)(context, backups_manifest/* signatureName */.S1, (0,signature/* signManifest */.TX)(bytes, signKey));
    return { manifest, bytes };
}
/** The id is in the names of what is stored already. */
async function completeDraft(draft) {
    if (!isLate(draft))
        return draft;
    const complete = await draft.complete();
    if (complete.id !== draft.id)
        throw new Error(`The backup ${draft.id} became ${complete.id}.`);
    return complete;
}
async function storeDump(backup, context) {
    const { dump, log } = backup;
    const packing = dump.format === 'directory' ? await (0,pack/* packFolder */.C)(dump.folder) : undefined;
    const source = dump.format === 'directory' ? packing?.stream : (0,archive_mark/* archiveOnly */.B$)(dump.stream);
    if (source === undefined)
        throw new Error('There is no stream of the dump.');
    const file = await (0,store_sealed/* storeSealed */.ux)(context, {
        name: dump.format === 'directory' ? 'dump.tar' : 'dump.custom',
        role: 'dump',
        plain: (0,progress/* withProgress */.E)(source, { log, what: 'Storing the dump', total: packing?.bytes ?? 0 }),
        plainBytes: packing?.bytes,
    });
    return { dump: file, packed: packing?.files() ?? [] };
}
async function storeSchema({ schemaJson }, context) {
    const text = schemaJson();
    if (text === undefined)
        return [];
    const bytes = Buffer.from(text);
    const plain = (0,store_sealed/* oneOf */.yL)(bytes);
    return [
        await (0,store_sealed/* storeSealed */.ux)(context, { name: 'schema.json', role: 'schema', plain, plainBytes: bytes.length }),
    ];
}


/***/ }),

/***/ 29025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ safeRestoreVersions),
/* harmony export */   securityFindings: () => (/* binding */ securityFindings)
/* harmony export */ });
/* harmony import */ var _client_program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53966);

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
/** The first minor versions of pg_restore without a known hole, `17.12`, of this major and the later ones that had any. */
function safeRestoreVersions(fromMajor) {
    const fixes = vulnerabilities.filter(({ purposes }) => purposes.includes('restore'));
    const majors = new Set(fixes.flatMap(({ fixedIn }) => Object.keys(fixedIn).map(Number)));
    return [...majors]
        .filter((major) => major >= fromMajor && fixes.every(({ fixedIn }) => isClosable(major, fixedIn)))
        .toSorted((left, right) => left - right)
        .map((major) => `${major}.${Math.max(...fixes.map(({ fixedIn }) => fixedIn[major] ?? 0))}`);
}
function isClosable(major, fixedIn) {
    return fixedIn[major] !== undefined || !isOpen(major * 10_000, fixedIn);
}
function isOpen(version, fixedIn) {
    const major = (0,_client_program_js__WEBPACK_IMPORTED_MODULE_0__/* .majorOf */ .D)(version);
    const fixed = fixedIn[major];
    if (fixed !== undefined)
        return version % 10_000 < fixed;
    // Older majors get no fixes any more; newer ones never had it.
    return major < Math.min(...Object.keys(fixedIn).map(Number));
}
function describe(program, hole, isError) {
    const major = (0,_client_program_js__WEBPACK_IMPORTED_MODULE_0__/* .majorOf */ .D)(program.version);
    const fixed = hole.fixedIn[major];
    return {
        severity: isError ? 'error' : 'warning',
        message: `${program.text} at ${program.path} has ${hole.id}: ${hole.danger}.`,
        fix: fixed === undefined
            ? `PostgreSQL ${major} gets no fixes any more: install the client programs of a newer version.`
            : `Update \`postgresql-client-${major}\` to ${major}.${fixed} or newer.`,
    };
}


/***/ })

};
