export const id = 4562;
export const ids = [4562];
export const modules = {

/***/ 94562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  definition: () => (/* binding */ check_schema_definition),
  run: () => (/* binding */ run),
  runSchemaCheck: () => (/* binding */ runSchemaCheck),
  schemaCheckInputs: () => (/* binding */ schemaCheckInputs),
  schemaOutputValues: () => (/* binding */ schemaOutputValues),
  schemaOutputs: () => (/* binding */ schemaOutputs)
});

// EXTERNAL MODULE: ./build/checks/check-schema.js + 36 modules
var check_schema = __webpack_require__(60939);
// EXTERNAL MODULE: ./build/group-by.js
var group_by = __webpack_require__(32217);
// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(59362);
// EXTERNAL MODULE: ./build/checks/accepted-block.js
var accepted_block = __webpack_require__(94603);
// EXTERNAL MODULE: ./build/checks/section-status.js
var section_status = __webpack_require__(68986);
;// CONCATENATED MODULE: ./build/checks/schema-section.js




/** The section of the report. */
function schemaSection(check) {
    const { tables, indexes } = check.counts;
    const looked = `${(0,quantity/* counted */.hS)(tables, 'table')} and ${(0,quantity/* counted */.hS)(indexes, 'index', 'indexes')} checked`;
    return {
        id: 'check-schema',
        title: 'Schema',
        status: (0,section_status/* statusOf */.c)(check.findings),
        summary: `${looked}, ${(0,section_status/* countText */.l)(check.findings)}`,
        blocks: [facts(check), ...skippedBlocks(check), ...(0,accepted_block/* acceptedBlocks */.E)(check.accepted)],
        findings: check.findings,
    };
}
function facts(check) {
    const rows = [['Schemas', check.schemas.join(', ') || 'none']];
    if (check.providerSchemas.length > 0)
        rows.push(["Provider's schemas, left out", check.providerSchemas.join(', ')]);
    const { tables, partitions, indexes, foreignKeys, sequences } = check.counts;
    const parts = partitions === 0 ? '' : ` and ${(0,quantity/* counted */.hS)(partitions, 'partition')}`;
    rows.push(['Tables', `${tables}${parts}`], ['Indexes', String(indexes)], ['Foreign keys', String(foreignKeys)]);
    if (sequences > 0)
        rows.push(['Sequences', String(sequences)]);
    if (check.extensions.length > 0)
        rows.push(['Extensions', check.extensions.join(', ')]);
    rows.push(['Prisma schema', driftTexts[check.drift]]);
    if (check.ignored > 0)
        rows.push(['Ignored', (0,quantity/* counted */.hS)(check.ignored, 'finding')]);
    return { kind: 'facts', rows };
}
/** One folded line, however many rules it is about. */
function skippedBlocks({ skipped }) {
    if (skipped.length === 0)
        return [];
    const byReason = (0,group_by/* groupBy */.$)(skipped, ({ reason }) => reason);
    const items = [...byReason].map(([reason, rules]) => `${rules.map(({ rule }) => rule).join(', ')}: ${reason}`);
    const rules = new Set(skipped.map(({ rule }) => rule)).size;
    return [
        {
            kind: 'details',
            title: `${(0,quantity/* counted */.hS)(rules, 'rule')} could not look at everything`,
            blocks: [{ kind: 'list', items }],
        },
    ];
}
const driftTexts = {
    'not-asked': 'not compared',
    none: 'the database is what it says',
    found: 'the database differs from it',
    unknown: 'could not be compared',
};

// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/report/finding.js
var finding = __webpack_require__(28586);
// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(47342);
// EXTERNAL MODULE: ./build/runtime/definition.js
var definition = __webpack_require__(70654);
// EXTERNAL MODULE: ./build/runtime/input.js
var input = __webpack_require__(30623);
// EXTERNAL MODULE: ./build/actions/common-inputs.js + 1 modules
var common_inputs = __webpack_require__(27785);
// EXTERNAL MODULE: ./build/actions/configuration.js + 7 modules
var configuration = __webpack_require__(16042);
// EXTERNAL MODULE: ./build/actions/database-target.js
var database_target = __webpack_require__(13849);
// EXTERNAL MODULE: ./build/actions/migrate.js + 97 modules
var migrate = __webpack_require__(53529);
// EXTERNAL MODULE: ./build/actions/prisma-expectations.js
var prisma_expectations = __webpack_require__(21664);
// EXTERNAL MODULE: ./build/actions/section-outcome.js
var section_outcome = __webpack_require__(15102);
// EXTERNAL MODULE: ./build/actions/stages.js
var stages = __webpack_require__(44737);
// EXTERNAL MODULE: ./build/actions/target.js
var target = __webpack_require__(3675);
;// CONCATENATED MODULE: ./build/actions/check-schema.js















const schemaCheckInputs = {
    'expect-tables': input/* list */.p_({
        description: 'Tables that must be there, `table` or `schema.table`. Default: those of the Prisma schema.',
    }),
    'expect-extensions': input/* list */.p_({ description: 'Extensions that must be there.' }),
    schemas: input/* list */.p_({
        description: "Schemas to look at. Default: all but the system's and the provider's.",
    }),
    'ignore-findings': input/* list */.p_({
        description: 'Findings to leave out: `rule`, `rule:subject` or `subject`; `*` stands for any text.',
    }),
    ...common_inputs/* configurationInput */.NX,
    ...common_inputs/* productionInput */.EQ,
};
const schemaOutputs = { findings: 'JSON array of the findings of the schema check.' };
const check_schema_definition = (0,definition/* defineAction */.QP)({
    name: 'check-schema',
    title: 'Check the schema',
    description: 'Checks the migrated database against the Prisma schema and against what production Postgres needs.',
    icon: 'check-square',
    permissions: [
        '`contents: read`, for the checkout that the Prisma schema and the configuration are read from, and for the configuration of the base commit.',
    ],
    inputs: {
        ...database_target/* databaseTargetInputs */.Go,
        ...common_inputs/* workspaceInputs */.XW,
        ...migrate.schemaPathInputs,
        ...schemaCheckInputs,
        ...common_inputs/* failOnInput */.cR,
        ...common_inputs/* githubInputs */.dN,
    },
    outputs: { ...schemaOutputs, status: '`passed`, `warning` or `failed`.' },
});
function run(io) {
    const step = { key: io.inputs.key ?? '', id: 'check-schema', title: 'Schema' };
    return (0,stages/* leavingSection */.k)(io, step, () => checkAndTell(io));
}
async function checkAndTell(io) {
    const database = await (0,database_target/* resolveDatabase */.ef)(io, io.inputs);
    const { isRestricted } = io.event;
    const settings = await (0,configuration/* readConfiguration */.T)({
        job: io,
        inputs: io.inputs,
        pullRequest: (0,target/* pullRequestOf */._n)(io.inputs, io.event),
    });
    const check = await runSchemaCheck({ job: io, inputs: io.inputs, database, isRestricted, settings });
    for (const [name, value] of schemaOutputValues(check))
        io.output(name, value);
    const section = schemaSection(check);
    io.output('status', (0,verdict/* statusOf */.c2)(section));
    (0,section_outcome/* concludeSection */.jU)(io, section, io.inputs.failOn);
}
/** Checks the database and leaves the section. Without a Prisma schema there is no drift to tell, and the rest is checked. */
async function runSchemaCheck(request) {
    const { job, database, settings } = request;
    const [prisma, changes] = await Promise.all([(0,prisma_expectations/* prismaExpectations */.W)(request), settings.changes()]);
    const { log, signal } = job;
    const checked = await (0,check_schema/* checkSchema */._U)(checkRequest(request, prisma), {
        log,
        signal,
        timeoutMs: request.inputs.timeout * 1000,
    });
    const check = { ...checked, findings: (0,finding/* sortFindings */.Tc)([...checked.findings, ...changes]) };
    job.reports.writeSection(database.key, schemaSection(check));
    return check;
}
/** What an input says comes before the configuration. */
function checkRequest({ job, inputs, database, settings }, prisma) {
    const { configuration, policy } = settings;
    const { productionUrl } = inputs;
    for (const secret of productionUrl === undefined ? [] : (0,connection_uri/* secretsOf */.Fj)(productionUrl))
        job.mask(secret);
    return {
        directUri: database.direct,
        expectTables: inputs.expectTables.length > 0 ? inputs.expectTables : prisma.tables,
        expectIndexes: prisma.indexes,
        expectExtensions: inputs.expectExtensions,
        ...(prisma.drift === undefined ? {} : { drift: prisma.drift }),
        schemas: inputs.schemas.length > 0 ? inputs.schemas : configuration.schemas,
        ignore: inputs.ignoreFindings,
        policy,
        expect: configuration.expect,
        ...(productionUrl === undefined ? {} : { productionUri: productionUrl }),
    };
}
function schemaOutputValues(check) {
    return [['findings', JSON.stringify(check.findings)]];
}


/***/ }),

/***/ 94603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ acceptedBlocks)
/* harmony export */ });
/* harmony import */ var _report_quantity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59362);

const mostListed = 200;
/** What the configuration accepts, folded, each with its reason; nothing where there is none. */
function acceptedBlocks(accepted) {
    if (accepted.length === 0)
        return [];
    const items = accepted
        .slice(0, mostListed)
        .map(({ finding, reason }) => `${finding.rule}: ${finding.subject} (${reason})`);
    const title = `${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(accepted.length, 'finding')} accepted by the configuration`;
    return [{ kind: 'details', title, blocks: [{ kind: 'list', items }] }];
}


/***/ }),

/***/ 68986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ statusOf),
/* harmony export */   l: () => (/* binding */ countText)
/* harmony export */ });
/* harmony import */ var _report_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28586);
/* harmony import */ var _report_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47342);


function statusOf(findings) {
    const worst = (0,_report_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .worstSeverity */ .Lc)(findings);
    return worst === 'error' ? 'failed' : worst === 'warning' ? 'warning' : 'passed';
}
/** "2 errors, 1 warning", or that there is nothing. */
function countText(findings) {
    return findings.length === 0 ? 'nothing to report' : (0,_report_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .countsInWords */ .Pe)((0,_report_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .countFindings */ .Gt)(findings));
}


/***/ })

};
