export const id = 6497;
export const ids = [6497];
export const modules = {

/***/ 37183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf),
/* harmony export */   f: () => (/* binding */ fileFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

function codeOf(thrown) {
    return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}
const hints = {
    ENOSPC: 'The disk is full. Nothing of this file was left behind.',
    EDQUOT: 'The quota of the user is used up. Nothing of this file was left behind.',
    EACCES: 'The user of the job may not do that in this folder.',
    EPERM: 'The file system does not allow it: the file may be immutable.',
    EROFS: 'The file system is read-only.',
    ENOTDIR: 'A file stands where a folder is needed.',
};
/** @param what after "could not" */
function fileFailure(thrown, what) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo || thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA)
        return thrown;
    const code = codeOf(thrown);
    if (code === '')
        return thrown instanceof Error ? thrown : new Error((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown));
    const hint = hints[code];
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA('file system', `The file system could not ${what} (${code}).`, {
        code,
        retryable: false,
        ...(hint !== undefined && { hint }),
    });
}


/***/ }),

/***/ 36497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createFileStore: () => (/* binding */ createFileStore)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/backups/storage/key.js
var storage_key = __webpack_require__(44185);
// EXTERNAL MODULE: ./build/wait.js
var wait = __webpack_require__(44479);
// EXTERNAL MODULE: ./build/backups/storage/file/failure.js
var failure = __webpack_require__(37183);
;// CONCATENATED MODULE: ./build/backups/storage/file/commit-file.js





/**
 * Writes a file that is there whole or not at all, and never over another: under a name of its own first, forced to the
 * disk, then linked to its name, which fails when that is taken.
 * @param key for people
 */
async function commitNewFile(path, key, { body, signal }) {
    const partial = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path)}.${(0,external_node_crypto_.randomBytes)(8).toString('hex')}.partial`);
    try {
        const file = await (0,promises_.open)(partial, 'wx', 0o600);
        await fill(file, body, signal);
        const outcome = await giveName(partial, path);
        await flushFolder((0,external_node_path_.dirname)(path));
        return outcome;
    }
    catch (thrown) {
        signal.throwIfAborted();
        throw (0,failure/* fileFailure */.f)(thrown, `write ${key}`);
    }
    finally {
        await (0,promises_.unlink)(partial).catch(() => undefined);
    }
}
async function fill(file, body, signal) {
    const iterator = body[Symbol.asyncIterator]();
    try {
        for (;;) {
            const next = await (0,wait/* unlessAborted */.Wh)(signal, iterator.next());
            if (next.done === true)
                break;
            await file.writeFile(next.value);
        }
        await file.sync();
    }
    finally {
        // What makes the body may wait for ever; it is told to stop, and not waited for.
        iterator.return?.().catch(() => undefined);
        await file.close();
    }
}
/** File systems without hard links (exFAT, some network shares): the name is taken first, then replaced by the file. */
async function giveName(partial, path) {
    try {
        await (0,promises_.link)(partial, path);
        return 'written';
    }
    catch (thrown) {
        if ((0,failure/* codeOf */.$)(thrown) === 'EEXIST')
            return 'taken';
        if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes((0,failure/* codeOf */.$)(thrown)))
            throw thrown;
    }
    try {
        await (await (0,promises_.open)(path, 'wx', 0o600)).close();
    }
    catch (thrown) {
        if ((0,failure/* codeOf */.$)(thrown) === 'EEXIST')
            return 'taken';
        throw thrown;
    }
    await (0,promises_.rename)(partial, path);
    return 'written';
}
/** So that the name outlives a crash of the machine as well; not every file system can do it. */
async function flushFolder(folder) {
    try {
        const handle = await (0,promises_.open)(folder, 'r');
        await handle.sync().finally(() => handle.close());
    }
    catch (thrown) {
        if (!['EINVAL', 'EPERM', 'EACCES', 'EISDIR', 'ENOTSUP'].includes((0,failure/* codeOf */.$)(thrown)))
            throw thrown;
    }
}

;// CONCATENATED MODULE: ./build/backups/storage/file/root.js




function openRoot(folder) {
    return { folder: (0,external_node_path_.resolve)(folder) };
}
/**
 * The path of a key. The destination itself may be a symbolic link; below it none is followed, so that nobody who may make
 * links there leads us out.
 * @throws UserError when the key's folder lies elsewhere
 */
async function placeIn(root, key, options = {}) {
    const path = (0,external_node_path_.join)(root.folder, key);
    const parent = (0,external_node_path_.dirname)(path);
    if (options.makeFolders === true)
        await makeFolder(root, parent, key);
    const real = await realOf(parent);
    const realRoot = await realOf(root.folder);
    if (real !== undefined && real !== (0,external_node_path_.join)(realRoot ?? root.folder, (0,external_node_path_.dirname)(key)))
        throw new errors/* UserError */.yo(`The folder of ${key} is a symbolic link, and none is followed.`, {
            hint: `Look into ${root.folder}: only folders that were made for backups belong there.`,
        });
    return path;
}
async function makeFolder(root, parent, key) {
    try {
        await (0,promises_.mkdir)(parent, { recursive: true });
    }
    catch (thrown) {
        throw (0,failure/* fileFailure */.f)(thrown, `make a folder for ${key} in ${root.folder}`);
    }
}
async function realOf(path) {
    try {
        return await (0,promises_.realpath)(path);
    }
    catch (thrown) {
        if (['ENOENT', 'ENOTDIR'].includes((0,failure/* codeOf */.$)(thrown)))
            return undefined;
        throw (0,failure/* fileFailure */.f)(thrown, `find ${path}`);
    }
}

;// CONCATENATED MODULE: ./build/backups/storage/file/walk.js




/** A file that is still being written, or was when its writer was killed. */
const partialName = /(?:^|\/)\.[^/]+\.[0-9a-f]{16}\.partial$/;
function isPartial(key) {
    return partialName.test(key);
}
/** Every file whose key starts with the prefix, in the order of keys. Links and other odd things are left out. */
async function* walkFiles(root, prefix) {
    const slash = prefix.lastIndexOf('/');
    yield* walkFolder(root, prefix.slice(0, slash + 1), prefix);
}
/** @param at key of the folder: empty, or ends with `/` */
async function* walkFolder(root, at, prefix) {
    const entries = (await entriesOf((0,external_node_path_.join)(root.folder, at)))
        .filter((entry) => entry.isDirectory() || entry.isFile())
        .map((entry) => ({ entry, key: `${at}${entry.name}${entry.isDirectory() ? '/' : ''}` }))
        .filter(({ key }) => key.startsWith(prefix) || (key.endsWith('/') && prefix.startsWith(key)))
        .sort((left, right) => (0,storage_key/* compareKeys */.YD)(left.key, right.key));
    for (const { entry, key } of entries) {
        if (entry.isDirectory()) {
            yield* walkFolder(root, key, prefix);
            continue;
        }
        const object = await factsOf(root, key);
        if (object !== undefined)
            yield object;
    }
}
async function entriesOf(folder) {
    try {
        return await (0,promises_.readdir)(folder, { withFileTypes: true });
    }
    catch (thrown) {
        if (['ENOENT', 'ENOTDIR'].includes((0,failure/* codeOf */.$)(thrown)))
            return [];
        throw (0,failure/* fileFailure */.f)(thrown, `list ${folder}`);
    }
}
/** Undefined when it went away meanwhile. */
async function factsOf(root, key) {
    try {
        const facts = await (0,promises_.lstat)((0,external_node_path_.join)(root.folder, key));
        return { key, bytes: facts.size, modifiedAt: facts.mtime };
    }
    catch (thrown) {
        if ((0,failure/* codeOf */.$)(thrown) === 'ENOENT')
            return undefined;
        throw (0,failure/* fileFailure */.f)(thrown, `look at ${key}`);
    }
}

;// CONCATENATED MODULE: ./build/backups/storage/file/file-store.js
/** A folder of a file system: a disk, a network share, what a later step uploads. */










/** Makes nothing before the first write. */
function createFileStore(options, context) {
    const root = openRoot(options.folder);
    return {
        location: options.location,
        capabilities: { createOnly: true, objectLock: false, isPublic: options.isPublic },
        list: (prefix) => listFiles(root, prefix),
        read: (key) => readFile({ root, location: options.location, context }, key),
        write: (key, body, write = {}) => writeFile({ root, location: options.location, context }, key, { body, write }),
        head: (key) => headFile(root, key),
        delete: (key) => deleteFile(root, key),
        sweepUnfinished: (olderThan) => sweepPartials(root, olderThan),
    };
}
async function* listFiles(root, prefix) {
    for await (const { key, bytes, modifiedAt } of walkFiles(root, prefix))
        if (!isPartial(key))
            yield { key, bytes, modifiedAt };
}
async function readFile({ root, location, context }, key) {
    const path = await placeIn(root, (0,storage_key/* checkKey */.yR)(key));
    const found = await headFile(root, key);
    if (found === undefined)
        throw new errors/* UserError */.yo(`There is no ${key} in ${location}.`);
    return chunksOf(path, key, context.signal);
}
async function* chunksOf(path, key, signal) {
    const stream = (0,external_node_fs_.createReadStream)(path, { highWaterMark: 256 * 1024, signal });
    try {
        for await (const chunk of stream)
            yield chunk;
    }
    catch (thrown) {
        signal.throwIfAborted();
        throw (0,failure/* fileFailure */.f)(thrown, `read ${key}`);
    }
}
/** Counted while it is written; who stores on a disk has nobody to confirm it but a later reader. */
async function writeFile({ root, location, context }, key, { body, write }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    async function* counted() {
        for await (const chunk of body) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
        }
        if (write.bytes !== undefined && write.bytes !== bytes)
            throw new Error(`${key} was announced with ${write.bytes} bytes and came with ${bytes}`);
    }
    const path = await placeIn(root, (0,storage_key/* checkKey */.yR)(key), { makeFolders: true });
    const outcome = await commitNewFile(path, key, { body: counted(), signal: context.signal });
    if (outcome === 'taken')
        throw new errors/* UserError */.yo(`${location} already holds ${key}, and nothing is overwritten.`, {
            hint: 'A backup of the same second and commit was stored before. Run the job again for a new one.',
        });
    return { key, bytes, sha256: hash.digest('hex'), isConfirmed: false };
}
async function headFile(root, key) {
    try {
        const facts = await (0,promises_.lstat)(await placeIn(root, (0,storage_key/* checkKey */.yR)(key)));
        return facts.isFile() ? { key, bytes: facts.size, sha256: undefined, isConfirmed: false } : undefined;
    }
    catch (thrown) {
        if (['ENOENT', 'ENOTDIR'].includes((0,failure/* codeOf */.$)(thrown)))
            return undefined;
        throw (0,failure/* fileFailure */.f)(thrown, `look at ${key}`);
    }
}
async function deleteFile(root, key) {
    const path = await placeIn(root, (0,storage_key/* checkKey */.yR)(key));
    if ((await headFile(root, key)) === undefined)
        return 'absent';
    try {
        await (0,promises_.unlink)(path);
    }
    catch (thrown) {
        if ((0,failure/* codeOf */.$)(thrown) === 'ENOENT')
            return 'absent';
        throw (0,failure/* fileFailure */.f)(thrown, `delete ${key}`);
    }
    await removeEmptyFolders(root, (0,external_node_path_.dirname)(path));
    return 'deleted';
}
/** Up to the destination itself, which stays. */
async function removeEmptyFolders(root, from) {
    for (let folder = from; folder.startsWith(`${root.folder}/`); folder = (0,external_node_path_.dirname)(folder)) {
        try {
            await (0,promises_.rmdir)(folder);
        }
        catch {
            return;
        }
    }
}
/** Of writes that were killed: nothing else leaves such a file behind. */
async function sweepPartials(root, olderThan) {
    const swept = [];
    for await (const { key, modifiedAt } of walkFiles(root, '')) {
        if (!isPartial(key) || modifiedAt >= olderThan)
            continue;
        if ((await deleteFile(root, key)) === 'deleted')
            swept.push(key);
    }
    return swept;
}


/***/ })

};
