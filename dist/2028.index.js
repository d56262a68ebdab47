export const id = 2028;
export const ids = [2028];
export const modules = {

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


/***/ })

};
