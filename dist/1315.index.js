export const id = 1315;
export const ids = [1315,4562];
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

/***/ 46572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readSchema)
/* harmony export */ });
/* harmony import */ var _postgres_connect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46033);
/* harmony import */ var _schema_read_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68463);
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


/** The schema of one database. Changes nothing. */
async function readSchema({ job, uri, timeout, options, earlier, }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_1, await (0,_postgres_connect_js__WEBPACK_IMPORTED_MODULE_0__/* .connectWhenReady */ .y)({
            uri,
            applicationName: 'database-actions/schema-diff',
            signal: job.signal,
            timeoutMs: timeout * 1000,
            log: job.log,
            settings: { statementTimeoutMs: timeout * 1000 },
        }), true);
        // Awaited here: the session ends with this function.
        return await (earlier === undefined
            ? (0,_schema_read_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .readSnapshot */ .R)(session, options)
            : (0,_schema_read_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .readSnapshotAgain */ .t)(session, earlier, options));
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


/***/ }),

/***/ 92969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readableUri)
/* harmony export */ });
/* harmony import */ var _create_branch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80211);

/** On a plain server nobody is given a URI of the default branch; the one that the workflow gave reads it. */
async function readableUri({ job, provider, branch, inputs }) {
    const { postgresUrl } = inputs;
    if (provider.name === 'postgres' && branch.isDefault && postgresUrl !== undefined)
        return postgresUrl;
    return (await (0,_create_branch_js__WEBPACK_IMPORTED_MODULE_0__.connectionOf)({ job, provider, inputs, branch })).direct;
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


/***/ }),

/***/ 71325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ kindNames),
/* harmony export */   kV: () => (/* binding */ isObjectKind),
/* harmony export */   rz: () => (/* binding */ objectKinds),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
const owned = ['owner', 'grants', 'comment'];
const routine = [
    'returns',
    'arguments',
    'language',
    'volatility',
    'parallel',
    'strict',
    'securityDefiner',
    'leakproof',
    'settings',
    'cost',
    'rows',
    'support',
    'body',
];
const objectKinds = {
    schema: { label: 'schema', plural: 'schemas', attributes: owned, catalogs: ['pg_namespace'] },
    extension: {
        label: 'extension',
        plural: 'extensions',
        attributes: ['version', 'schema', 'comment'],
        catalogs: ['pg_extension'],
    },
    enum: {
        label: 'enum',
        plural: 'enums',
        attributes: ['values', ...owned],
        catalogs: ['pg_type', 'pg_enum'],
    },
    domain: {
        label: 'domain',
        plural: 'domains',
        attributes: ['type', 'collation', 'default', 'notNull', 'constraints', ...owned],
        catalogs: ['pg_type', 'pg_constraint'],
    },
    'composite type': {
        label: 'composite type',
        plural: 'composite types',
        attributes: ['fields', ...owned],
        catalogs: ['pg_type', 'pg_attribute'],
    },
    'range type': {
        label: 'range type',
        plural: 'range types',
        attributes: ['subtype', 'operatorClass', 'collation', 'canonical', 'difference', 'multirange', ...owned],
        catalogs: ['pg_type', 'pg_range'],
    },
    collation: {
        label: 'collation',
        plural: 'collations',
        attributes: ['provider', 'locale', 'rules', 'nondeterministic', 'owner', 'comment'],
        catalogs: ['pg_collation'],
    },
    sequence: {
        label: 'sequence',
        plural: 'sequences',
        attributes: [
            'type',
            'start',
            'increment',
            'minimum',
            'maximum',
            'cache',
            'cycle',
            'unlogged',
            'ownedBy',
            ...owned,
        ],
        catalogs: ['pg_class', 'pg_sequence'],
    },
    table: {
        label: 'table',
        plural: 'tables',
        attributes: [
            'partitionKey',
            'partitionOf',
            'partitionBound',
            'inherits',
            'ofType',
            'unlogged',
            'accessMethod',
            'tablespace',
            'options',
            'replicaIdentity',
            'rowSecurity',
            'forcedRowSecurity',
            'columnOrder',
            ...owned,
        ],
        catalogs: ['pg_class', 'pg_inherits'],
    },
    'foreign table': {
        label: 'foreign table',
        plural: 'foreign tables',
        attributes: ['server', 'options', 'partitionOf', 'partitionBound', 'inherits', 'columnOrder', ...owned],
        catalogs: ['pg_class', 'pg_foreign_table', 'pg_foreign_server'],
    },
    column: {
        label: 'column',
        plural: 'columns',
        attributes: [
            'type',
            'collation',
            'notNull',
            'notNullName',
            'default',
            'generated',
            'identity',
            'identityOptions',
            'storage',
            'compression',
            'statistics',
            'options',
            'local',
            'grants',
            'comment',
        ],
        facts: ['inheritedFrom'],
        catalogs: ['pg_attribute', 'pg_attrdef'],
    },
    constraint: {
        label: 'constraint',
        plural: 'constraints',
        attributes: [
            'type',
            'definition',
            'indexOptions',
            'tablespace',
            'clustered',
            'replicaIdentity',
            'invalid',
            'local',
            'comment',
        ],
        facts: ['columns', 'references', 'inheritedFrom'],
        catalogs: ['pg_constraint'],
    },
    index: {
        label: 'index',
        plural: 'indexes',
        attributes: [
            'unique',
            'definition',
            'tablespace',
            'clustered',
            'replicaIdentity',
            'invalid',
            'statistics',
            'comment',
        ],
        facts: ['inheritedFrom'],
        catalogs: ['pg_index'],
    },
    trigger: {
        label: 'trigger',
        plural: 'triggers',
        attributes: ['definition', 'enabled', 'comment'],
        facts: ['inheritedFrom'],
        catalogs: ['pg_trigger'],
    },
    rule: {
        label: 'rule',
        plural: 'rules',
        attributes: ['definition', 'enabled', 'comment'],
        catalogs: ['pg_rewrite'],
    },
    policy: {
        label: 'policy',
        plural: 'policies',
        attributes: ['command', 'restrictive', 'roles', 'using', 'check', 'comment'],
        catalogs: ['pg_policy'],
    },
    statistics: {
        label: 'extended statistics',
        plural: 'extended statistics',
        attributes: ['definition', 'target', 'owner', 'comment'],
        catalogs: ['pg_statistic_ext'],
    },
    view: {
        label: 'view',
        plural: 'views',
        attributes: ['definition', 'options', ...owned],
        catalogs: ['pg_class', 'pg_rewrite'],
    },
    'materialized view': {
        label: 'materialized view',
        plural: 'materialized views',
        attributes: ['definition', 'options', 'accessMethod', 'tablespace', ...owned],
        catalogs: ['pg_class', 'pg_rewrite'],
    },
    function: {
        label: 'function',
        plural: 'functions',
        attributes: ['window', ...routine, ...owned],
        catalogs: ['pg_proc'],
    },
    procedure: {
        label: 'procedure',
        plural: 'procedures',
        attributes: [...routine, ...owned],
        catalogs: ['pg_proc'],
    },
    aggregate: {
        label: 'aggregate',
        plural: 'aggregates',
        attributes: ['returns', 'arguments', 'parallel', 'parts', ...owned],
        catalogs: ['pg_proc', 'pg_aggregate'],
    },
    'event trigger': {
        label: 'event trigger',
        plural: 'event triggers',
        attributes: ['event', 'tags', 'function', 'enabled', 'owner', 'comment'],
        catalogs: ['pg_event_trigger'],
    },
    publication: {
        label: 'publication',
        plural: 'publications',
        attributes: [
            'allTables',
            'tables',
            'schemas',
            'operations',
            'viaRoot',
            'generatedColumns',
            'owner',
            'comment',
        ],
        catalogs: ['pg_publication', 'pg_publication_rel', 'pg_publication_namespace'],
    },
    'foreign server': {
        label: 'foreign server',
        plural: 'foreign servers',
        attributes: ['wrapper', 'type', 'version', 'options', ...owned],
        catalogs: ['pg_foreign_server', 'pg_foreign_data_wrapper'],
    },
    'default privileges': {
        label: 'default privileges',
        plural: 'default privileges',
        attributes: ['grants'],
        catalogs: ['pg_default_acl'],
    },
    other: {
        label: 'other object',
        plural: 'other objects',
        attributes: ['type'],
        catalogs: [
            'pg_operator',
            'pg_opclass',
            'pg_opfamily',
            'pg_cast',
            'pg_conversion',
            'pg_ts_config',
            'pg_ts_dict',
            'pg_transform',
            'pg_language',
            'pg_foreign_data_wrapper',
        ],
    },
};
/** Every kind, in the order in which snapshots and reports list them. */
const kindNames = Object.keys(objectKinds).filter(isObjectKind);
function isObjectKind(name) {
    return typeof name === 'string' && Object.hasOwn(objectKinds, name);
}
/** What the diff does not compare, since another attribute says it too. */
function factsOf(kind) {
    const entry = objectKinds[kind];
    return entry.facts ?? [];
}


/***/ }),

/***/ 4283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DP: () => (/* binding */ serializeSnapshot),
/* harmony export */   tN: () => (/* binding */ parseSnapshotText)
/* harmony export */ });
/* unused harmony exports parseSnapshot, snapshotSchema */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91753);
/* harmony import */ var _report_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61634);
/* harmony import */ var _object_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71325);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11736);





const format = 'database-actions/schema-snapshot';
const version = 1;
/** UTF-16 code units; a schema of a hundred thousand tables has less. */
const longestText = 400 * 1024 * 1024;
const most = 10_000_000;
const name = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(1_000);
const nullableName = {
    schema: { type: ['string', 'null'], maxLength: 1_000 },
    accepts: (value) => value === null || (0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg)(value),
    read: (value, path) => (value === null ? null : name.read(value, path)),
};
const kindShape = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(..._object_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .kindNames */ .$1);
/** One schema a kind, so that an editor knows the attributes; read by one rule for all of them. */
const attributesShape = {
    schema: { type: 'object' },
    accepts: _guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4,
    read(value, path) {
        if (!(0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path} is not an object.`);
        const read = {};
        for (const [attribute, entry] of Object.entries(value)) {
            if (!isAttributeValue(entry))
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path}.${attribute} is neither text, a number, true, nor a list of texts.`);
            read[attribute] = entry;
        }
        return read;
    },
};
function isAttributeValue(value) {
    if ((0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg)(value) || value === true)
        return true;
    if (typeof value === 'number')
        return Number.isFinite(value);
    return Array.isArray(value) && value.every(_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg);
}
const objectShape = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ kind: kindShape, schema: nullableName, parent: nullableName, name, attributes: attributesShape }, {});
/** Tens of thousands of objects: read by hand, and by the shape only where something is wrong, to say what. */
const fastObject = {
    schema: { anyOf: _object_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .kindNames */ .$1.map(objectSchema) },
    accepts: objectShape.accepts,
    read(value, path) {
        if ((0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value) &&
            (0,_object_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isObjectKind */ .kV)(value.kind) &&
            (0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg)(value.name) &&
            (value.schema === null || (0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg)(value.schema)) &&
            (value.parent === null || (0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg)(value.parent)))
            return (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .freezeObject */ .FI)({
                kind: value.kind,
                schema: value.schema,
                parent: value.parent,
                name: value.name,
                attributes: attributesShape.read(value.attributes, `${path}.attributes`),
            });
        return objectShape.read(value, path);
    },
};
function objectSchema(kind) {
    const { label, attributes } = _object_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .objectKinds */ .rz[kind];
    const value = { $ref: '#/definitions/attributeValue' };
    return {
        title: label,
        type: 'object',
        required: ['kind', 'schema', 'parent', 'name', 'attributes'],
        properties: {
            kind: { const: kind },
            schema: nullableName.schema,
            parent: nullableName.schema,
            name: name.schema,
            attributes: {
                type: 'object',
                properties: Object.fromEntries(attributes.map((attribute) => [attribute, value])),
                additionalProperties: value,
            },
        },
    };
}
const scopeShape = {
    schema: { anyOf: [{ type: 'null' }, (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(name, most).schema] },
    accepts: (value) => value === null || Array.isArray(value),
    read: (value, path) => (value === null ? null : (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(name, most).read(value, path)),
};
const snapshotShape = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({
    format: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(format),
    version: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(version),
    serverVersion: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(90_000, 9_999_999),
    scope: scopeShape,
    providerSchemas: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(name, most),
    notVisible: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ kind: kindShape, reason: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(4_000) }, {}), most),
    objects: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(fastObject, most),
    sizes: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ schema: name, name, rows: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .finiteNumber */ .vM)(-1), bytes: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .finiteNumber */ .vM)(0) }, {}), most),
}, {});
/** The same schema gives the same bytes. */
function serializeSnapshot(snapshot) {
    const { serverVersion, scope, providerSchemas, notVisible, objects, sizes } = snapshot;
    const lines = (list) => list.length === 0 ? '[]' : `[\n${list.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;
    return `{
"format": ${JSON.stringify(format)},
"version": ${version},
"serverVersion": ${serverVersion},
"scope": ${JSON.stringify(scope)},
"providerSchemas": ${JSON.stringify(providerSchemas)},
"notVisible": ${JSON.stringify(notVisible)},
"objects": ${lines(objects)},
"sizes": ${lines(sizes)}
}
`;
}
/** @throws UserError for what is no snapshot, for one of a later release, and for one that is damaged, with the place */
function parseSnapshot(value) {
    if (!(0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value) || value.format !== format)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('This is no schema snapshot.', {
            hint: `A snapshot file is JSON with "format": "${format}"; the action \`schema-diff\` writes one.`,
        });
    if (value.version !== version)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The schema snapshot has version ${JSON.stringify(value.version) ?? 'none'}; this release reads version ${version}.`, { hint: 'Use the same release of these actions where the snapshot is made and where it is read.' });
    const { serverVersion, scope, providerSchemas, notVisible, objects, sizes } = snapshotShape.read(value, 'snapshot');
    return Object.freeze({
        serverVersion,
        scope,
        providerSchemas,
        notVisible,
        objects: Object.freeze(objects.toSorted(_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .compareNames */ .MP)),
        sizes,
    });
}
/** The same from JSON text. @param origin what the reader knows it by, such as the file's name */
function parseSnapshotText(json, origin) {
    if (json.length > longestText)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${origin} is longer than ${longestText / 1024 / 1024} MiB.`);
    try {
        return parseSnapshot(JSON.parse(json));
    }
    catch (thrown) {
        if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${origin}: ${thrown.message}`, thrown.hint === undefined ? {} : { hint: thrown.hint });
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${origin} is not JSON; is it whole?`, { cause: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown) });
    }
}
/** JSON Schema (draft 7) of a snapshot file. */
function snapshotSchema() {
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        $id: 'https://raw.githubusercontent.com/neonhub/database-actions/main/docs/schemas/schema-snapshot.schema.json',
        title: 'Schema snapshot of NeonHub Database Actions',
        description: 'The schema of one Postgres database. An attribute with its default is absent. All text is untrusted.',
        definitions: {
            attributeValue: attributeValueSchema,
        },
        ...snapshotShape.schema,
    };
}
const attributeValueSchema = {
    anyOf: [
        { type: 'string' },
        { type: 'number' },
        { const: true },
        { type: 'array', items: { type: 'string' } },
    ],
};


/***/ }),

/***/ 11736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ freezeObject),
/* harmony export */   MP: () => (/* binding */ compareNames),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   qy: () => (/* binding */ compareTexts)
/* harmony export */ });
/* harmony import */ var _object_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71325);

/** One text for one object. NUL cannot occur in a name. */
function keyOf({ kind, schema, parent, name }) {
    return `${kind}\0${schema ?? ''}\0${parent ?? ''}\0${name}`;
}
const order = new Map(_object_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindNames */ .$1.map((kind, index) => [kind, index]));
/** By kind, schema, parent and name, in code units: independent of any locale. */
function compareNames(left, right) {
    if (left.kind !== right.kind)
        return (order.get(left.kind) ?? 0) - (order.get(right.kind) ?? 0);
    if (left.schema !== right.schema)
        return compareTexts(left.schema ?? '', right.schema ?? '');
    if (left.parent !== right.parent)
        return compareTexts(left.parent ?? '', right.parent ?? '');
    return compareTexts(left.name, right.name);
}
function compareTexts(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}
function freezeObject(object) {
    const attributes = object.attributes;
    for (const name in attributes)
        if (Array.isArray(attributes[name]))
            Object.freeze(attributes[name]);
    Object.freeze(object.attributes);
    return Object.freeze(object);
}


/***/ })

};
