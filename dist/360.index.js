export const id = 360;
export const ids = [360,4346,9025];
export const modules = {

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

/***/ 29025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ safeRestoreVersions),
/* harmony export */   securityFindings: () => (/* binding */ securityFindings)
/* harmony export */ });
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
    const major = Math.floor(version / 10_000);
    const fixed = fixedIn[major];
    if (fixed !== undefined)
        return version % 10_000 < fixed;
    // Older majors get no fixes any more; newer ones never had it.
    return major < Math.min(...Object.keys(fixedIn).map(Number));
}
function describe(program, hole, isError) {
    const major = Math.floor(program.version / 10_000);
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
