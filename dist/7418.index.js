export const id = 7418;
export const ids = [7418];
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

/***/ 97418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openReleaseStore: () => (/* binding */ openReleaseStore)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/github/failure.js
var failure = __webpack_require__(220);
// EXTERNAL MODULE: ./build/backups/backup-key.js
var backup_key = __webpack_require__(78370);
// EXTERNAL MODULE: ./build/backups/storage/key.js
var storage_key = __webpack_require__(44185);
;// CONCATENATED MODULE: ./build/backups/storage/release/asset-name.js


/**
 * Assets lie flat, and GitHub changes names with anything but letters, digits, `.`, `-` and `_` in them, or with a dot at an
 * end: https://docs.github.com/rest/releases/assets#upload-a-release-asset
 * So `/` is written as `--`, and what could not be told apart from that is refused.
 * @throws UserError
 */
function assetName(key) {
    const name = (0,storage_key/* checkKey */.yR)(key).replaceAll('/', '--');
    if (/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(name) && !name.endsWith('.') && keyOfAsset(name) === key)
        return name;
    throw new errors/* UserError */.yo(`${JSON.stringify(key)} cannot be the name of a release's asset.`, {
        hint: 'Letters, digits, dots, underscores and single hyphens can. Choose another `series`.',
    });
}
/** Of an asset of any name: those of others are keys too, if not of backups. */
function keyOfAsset(name) {
    return name.replaceAll('--', '/');
}

;// CONCATENATED MODULE: ./build/backups/storage/release/assets.js



/** All of them, in the order of their keys. */
async function listAssets({ place, release }) {
    const { octokit, owner, repo } = place;
    const found = await octokit.paginate(octokit.rest.repos.listReleaseAssets, {
        owner,
        repo,
        release_id: release.id,
        per_page: 100,
    });
    return found
        .map((asset) => ({
        id: asset.id,
        key: keyOfAsset(asset.name),
        bytes: asset.size,
        modifiedAt: new Date(asset.updated_at),
        sha256: /^sha256:([0-9a-f]{64})$/.exec(asset.digest ?? '')?.[1],
        isWhole: asset.state === 'uploaded',
    }))
        .toSorted((left, right) => (0,storage_key/* compareKeys */.YD)(left.key, right.key));
}
async function findAsset(session, key) {
    assetName(key);
    return (await listAssets(session)).find((asset) => asset.key === key);
}
/** False when it was gone already. */
async function deleteAsset({ place }, { id }) {
    const { octokit, owner, repo } = place;
    try {
        await octokit.rest.repos.deleteReleaseAsset({ owner, repo, asset_id: id });
        return true;
    }
    catch (thrown) {
        if (thrown instanceof errors/* ExternalError */.yA && thrown.status === 404)
            return false;
        throw thrown;
    }
}
/** Milliseconds for so many bytes, on the slowest connection that still counts as one: 64 KiB a second. */
function transferMs({ context }, bytes) {
    return context.timeoutMs + Math.ceil((bytes / (64 * 1024)) * 1000);
}

;// CONCATENATED MODULE: ./build/backups/storage/release/find-release.js

/** Drafts are not found by their tag, but listed. @throws UserError when there is none */
async function findRelease(place, tag) {
    const found = (await publishedRelease(place, tag)) ?? (await draftRelease(place, tag));
    if (found !== undefined)
        return found;
    throw new errors/* UserError */.yo(`${place.owner}/${place.repo} has no release of the tag "${tag}".`, {
        hint: 'Create the release first, and give the job `contents: write`; or choose another destination.',
    });
}
async function publishedRelease({ octokit, owner, repo }, tag) {
    try {
        const { data } = await octokit.rest.repos.getReleaseByTag({ owner, repo, tag });
        return { id: data.id, tag, uploadUrl: data.upload_url };
    }
    catch (thrown) {
        if (thrown instanceof errors/* ExternalError */.yA && thrown.status === 404)
            return undefined;
        throw thrown;
    }
}
async function draftRelease({ octokit, owner, repo }, tag) {
    const pages = octokit.paginate.iterator(octokit.rest.repos.listReleases, { owner, repo, per_page: 100 });
    for await (const { data } of pages) {
        const draft = data.find((release) => release.draft && release.tag_name === tag);
        if (draft !== undefined)
            return { id: draft.id, tag, uploadUrl: draft.upload_url };
    }
    return undefined;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/backups/storage/file/failure.js
var file_failure = __webpack_require__(37183);
;// CONCATENATED MODULE: ./build/backups/storage/release/sized-body.js
/** GitHub wants to know an asset's length before its first byte. */






/** Bytes. "Each file included in a release must be under 2 GiB": https://docs.github.com/repositories/releasing-projects-on-github/about-releases */
const largestAsset = 2 * 1024 ** 3 - 1;
function tooLarge(key) {
    return new errors/* UserError */.yo(`${key} is 2 GiB or larger, which no asset of a GitHub release may be.`, {
        hint: 'Store it in a bucket: `s3://bucket/prefix`.',
    });
}
/** @throws UserError when it is too large, before anything is sent */
async function sizedBody(key, body, { bytes, scratchFolder, signal, largest = largestAsset }) {
    if (bytes !== undefined) {
        if (bytes > largest)
            throw tooLarge(key);
        return { bytes, body, async [Symbol.asyncDispose]() { } };
    }
    const path = (0,external_node_path_.join)(scratchFolder, `.asset.${(0,external_node_crypto_.randomBytes)(8).toString('hex')}.partial`);
    const remove = () => (0,promises_.unlink)(path).catch(() => undefined);
    try {
        const length = await spool(path, key, { body, signal, largest });
        return { bytes: length, body: (0,external_node_fs_.createReadStream)(path), [Symbol.asyncDispose]: remove };
    }
    catch (thrown) {
        await remove();
        signal.throwIfAborted();
        throw (0,file_failure/* fileFailure */.f)(thrown, `keep ${key} before its upload`);
    }
}
async function spool(path, key, { body, signal, largest }) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    const file = await (0,promises_.open)(path, 'wx', 0o600);
    let length = 0;
    try {
        for await (const chunk of body) {
            signal.throwIfAborted();
            length += chunk.length;
            if (length > largest)
                throw tooLarge(key);
            await file.writeFile(chunk);
        }
        return length;
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./build/backups/storage/release/upload-asset.js
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





/** Create-only: GitHub takes a name once. @throws UserError when it is taken or the body too large */
async function uploadAsset(session, key, { body, options }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const name = assetName(key);
        const known = await findAsset(session, key);
        if (known?.isWhole === true)
            throw taken(session, key);
        // What an upload that failed left behind keeps the name.
        if (known !== undefined)
            await deleteAsset(session, known);
        const { signal } = session.context;
        const sized = __addDisposableResource(env_1, await sizedBody(key, body, {
            bytes: options.bytes,
            scratchFolder: session.scratchFolder,
            signal,
        }), true);
        const counted = countedBody(sized);
        const sent = {
            key,
            name,
            bytes: sized.bytes,
            contentType: options.contentType ?? 'application/octet-stream',
        };
        const asset = await send(session, sent, counted.body);
        return await checked(session, key, { asset, bytes: sized.bytes, sha256: counted.sha256() });
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
function countedBody({ body }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    async function* counted() {
        for await (const chunk of body) {
            hash.update(chunk);
            yield chunk;
        }
    }
    return { body: ReadableStream.from(counted()), sha256: () => hash.digest('hex') };
}
/** An upload is not repeated: its body is gone. When the answer is lost, the list of assets tells what became of it. */
async function send(session, sending, body) {
    const { octokit, owner, repo } = session.place;
    const { key, name, bytes, contentType } = sending;
    try {
        // Not by its typed route, which wants the body as text.
        await octokit.request({
            method: 'POST',
            url: '/repos/{owner}/{repo}/releases/{release_id}/assets{?name}',
            baseUrl: session.release.uploadUrl.replace(/\/repos\/.*$/s, ''),
            owner,
            repo,
            release_id: session.release.id,
            name,
            headers: { 'content-type': contentType, 'content-length': String(bytes) },
            data: body,
            request: { attemptMs: transferMs(session, bytes), retries: 0 },
        });
    }
    catch (thrown) {
        const left = await leftover(session, key);
        session.context.signal.throwIfAborted();
        if (left?.isWhole === true && left.bytes === bytes)
            return left;
        if (left !== undefined && !left.isWhole)
            await deleteAsset(session, left);
        throw thrown instanceof errors/* ExternalError */.yA && thrown.status === 422 ? taken(session, key) : thrown;
    }
    const asset = await findAsset(session, key);
    if (asset !== undefined)
        return asset;
    throw new errors/* ExternalError */.yA('GitHub', `GitHub took ${key} and does not list it.`, {
        retryable: true,
        hint: 'GitHub may have changed its name: look at the assets of the release.',
    });
}
/** Nothing is thrown here: the upload's own failure is what is told. After a cancel there is time for one look only. */
async function leftover(session, key) {
    try {
        return await findAsset(session, key);
    }
    catch {
        return undefined;
    }
}
async function checked(session, key, { asset, bytes, sha256 }) {
    const isSame = asset.bytes === bytes && (asset.sha256 === undefined || asset.sha256 === sha256);
    if (isSame)
        return { key, bytes, sha256, isConfirmed: asset.sha256 === sha256 };
    await deleteAsset(session, asset);
    throw new errors/* ExternalError */.yA('GitHub', `What GitHub stored as ${key} is not what was sent, and was deleted again.`, {
        retryable: true,
    });
}
function taken({ location }, key) {
    return new errors/* UserError */.yo(`${location} already holds ${key}, and nothing is overwritten.`, {
        hint: 'A backup of the same second and commit was stored before. Run the job again for a new one.',
    });
}

;// CONCATENATED MODULE: ./build/backups/storage/release/release-store.js
/** The assets of a GitHub release. */







/** Asks GitHub for the release and for who may read it. @throws UserError when there is no such release */
async function openReleaseStore({ place, tag, scratchFolder }, context) {
    if (tag === undefined)
        throw new errors/* UserError */.yo('The destination "release:" is of the release that the event is about, and there is none.', {
            hint: 'Write `release:` and the tag, such as `release:${{ github.ref_name }}`, or run on `release` events.',
        });
    const { octokit, owner, repo } = place;
    const release = await findRelease(place, tag);
    const { data: repository } = await octokit.rest.repos.get({ owner, repo });
    const location = `release:${tag}`;
    const session = { place, release, context, location, scratchFolder };
    return {
        location,
        capabilities: { createOnly: true, objectLock: false, isPublic: !repository.private },
        list: (prefix) => listed(session, prefix),
        read: (key) => readAsset(session, key),
        write: (key, body, options = {}) => uploadAsset(session, key, { body, options }),
        head: (key) => headAsset(session, key),
        delete: (key) => deleteByKey(session, key),
        sweepUnfinished: (olderThan) => sweepAssets(session, olderThan),
    };
}
async function* listed(session, prefix) {
    for (const { key, bytes, modifiedAt, isWhole } of await listAssets(session))
        if (isWhole && key.startsWith(prefix))
            yield { key, bytes, modifiedAt };
}
async function wholeAsset(session, key) {
    const found = await findAsset(session, (0,storage_key/* checkKey */.yR)(key));
    return found?.isWhole === true ? found : undefined;
}
async function headAsset(session, key) {
    const found = await wholeAsset(session, key);
    if (found === undefined)
        return undefined;
    const { bytes, sha256 } = found;
    return { key, bytes, sha256, isConfirmed: sha256 !== undefined };
}
async function readAsset(session, key) {
    const asset = await wholeAsset(session, key);
    if (asset === undefined)
        throw new errors/* UserError */.yo(`There is no ${key} in ${session.location}.`);
    const { octokit, owner, repo } = session.place;
    const { data } = await octokit.rest.repos.getReleaseAsset({
        owner,
        repo,
        asset_id: asset.id,
        headers: { accept: 'application/octet-stream' },
        request: { parseSuccessResponseBody: false, attemptMs: transferMs(session, asset.bytes) },
    });
    if (!(data instanceof ReadableStream))
        throw new errors/* ExternalError */.yA('GitHub', `${key} came without content.`);
    return chunksOf(session, asset, data);
}
async function* chunksOf({ context }, { key, bytes }, stream) {
    let read = 0;
    try {
        for await (const chunk of stream) {
            if (!(chunk instanceof Uint8Array))
                continue;
            read += chunk.length;
            yield chunk;
        }
    }
    catch (thrown) {
        context.signal.throwIfAborted();
        throw cutOff(key, `${(0,failure/* reasonOf */.A)(thrown)} after ${read} of ${bytes} bytes`);
    }
    if (read !== bytes)
        throw cutOff(key, `it ended after ${read} of ${bytes} bytes`);
}
function cutOff(key, reason) {
    return new errors/* ExternalError */.yA('GitHub', `${key} could not be downloaded: ${reason}.`, { retryable: true });
}
async function deleteByKey(session, key) {
    const found = await findAsset(session, (0,storage_key/* checkKey */.yR)(key));
    if (found === undefined)
        return 'absent';
    return (await deleteAsset(session, found)) ? 'deleted' : 'absent';
}
/** Of backups only: what uploads that failed left behind. */
async function sweepAssets(session, olderThan) {
    const swept = [];
    for (const asset of await listAssets(session)) {
        if (asset.isWhole || asset.modifiedAt >= olderThan || !(0,backup_key/* isBackupKey */.w)(asset.key))
            continue;
        if (await deleteAsset(session, asset))
            swept.push(asset.key);
    }
    return swept;
}


/***/ })

};
