export const id = 1212;
export const ids = [1212];
export const modules = {

/***/ 91212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ queryCatalogThen),
/* harmony export */   p: () => (/* binding */ inCatalogTransaction)
/* harmony export */ });
/* harmony import */ var _identifier_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86967);

/**
 * Runs `work` in a read-only transaction with an empty search_path: nothing that a schema of the database defines
 * (operators, functions, casts) can then stand before pg_catalog, and definitions come back schema-qualified. Works
 * through a pooler in transaction mode too. Names are quoted where they must be, whatever the role's setting.
 * Compiling (JIT) takes ten times as long as such a query itself.
 */
async function inCatalogTransaction(session, work) {
    try {
        await session.query(begin);
        const result = await work();
        await session.query('ROLLBACK');
        return result;
    }
    catch (thrown) {
        // The first error is the one to tell; on a broken connection this one fails too.
        await session.query('ROLLBACK').catch(() => { });
        throw thrown;
    }
}
/**
 * One statement in such a transaction, and one after its end, in two round trips instead of four.
 * @returns the rows of the first; those of the second are on their way
 */
async function queryCatalogThen(session, { statement, afterwards, snapshotId }) {
    const snapshot = snapshotId === undefined ? [] : [`SET TRANSACTION SNAPSHOT ${(0,_identifier_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteLiteral */ .c)(snapshotId)}`];
    const rows = await session
        .query([begin, ...snapshot, statement].join(';\n'))
        .catch(async (thrown) => {
        await session.query('ROLLBACK').catch(() => { });
        throw thrown;
    });
    const asked = session.query(`ROLLBACK;\n${afterwards}`);
    // Whoever waits for it hears of a failure; nobody may be there yet.
    asked.catch(() => { });
    return [rows, asked];
}
/** Settings that end with the transaction, in one round trip. */
const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL search_path = '';
SET LOCAL quote_all_identifiers = off;
SET LOCAL jit = off`;


/***/ })

};
