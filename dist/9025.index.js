export const id = 9025;
export const ids = [9025];
export const modules = {

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
