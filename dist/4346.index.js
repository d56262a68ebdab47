export const id = 4346;
export const ids = [4346];
export const modules = {

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


/***/ })

};
