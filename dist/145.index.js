export const id = 145;
export const ids = [145];
export const modules = {

/***/ 7145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openReleaseStore: () => (/* binding */ openReleaseStore)
/* harmony export */ });
async function openReleaseStore(_, __) {
    throw new Error('todo');
}


/***/ })

};
