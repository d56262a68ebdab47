export const id = 3958;
export const ids = [3958];
export const modules = {

/***/ 13958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectionCheckInputs: () => (/* binding */ connectionCheckInputs),
  connectionOutputValues: () => (/* binding */ connectionOutputValues),
  connectionOutputs: () => (/* binding */ connectionOutputs),
  definition: () => (/* binding */ check_connection_definition),
  run: () => (/* binding */ run),
  runConnectionCheck: () => (/* binding */ runConnectionCheck)
});

// EXTERNAL MODULE: ./build/checks/check-connection.js + 12 modules
var check_connection = __webpack_require__(85993);
// EXTERNAL MODULE: ./build/checks/accepted-block.js
var accepted_block = __webpack_require__(94603);
// EXTERNAL MODULE: ./build/checks/connection/authentication.js
var authentication = __webpack_require__(35925);
// EXTERNAL MODULE: ./build/checks/connection/authentication-request.js
var authentication_request = __webpack_require__(63013);
// EXTERNAL MODULE: ./build/checks/connection/clock.js
var connection_clock = __webpack_require__(87671);
// EXTERNAL MODULE: ./build/checks/connection/encryption.js
var encryption = __webpack_require__(49712);
// EXTERNAL MODULE: ./build/checks/connection/latency.js
var latency = __webpack_require__(42691);
// EXTERNAL MODULE: ./build/checks/connection/pooler-signs.js
var pooler_signs = __webpack_require__(5899);
// EXTERNAL MODULE: ./build/checks/connection/server-facts.js
var server_facts = __webpack_require__(18032);
// EXTERNAL MODULE: ./build/checks/connection/writable.js
var writable = __webpack_require__(16733);
// EXTERNAL MODULE: ./build/checks/section-status.js
var section_status = __webpack_require__(68986);
;// CONCATENATED MODULE: ./build/checks/connection-section.js










/** The section of the report. Latencies and connection times change from run to run; nothing else does. */
function connectionSection(check) {
    const targets = check.pooled === undefined ? [check.direct] : [check.direct, check.pooled];
    const server = targets.find((target) => target.kind === 'connected')?.facts;
    return {
        id: 'check-connection',
        title: 'Connection',
        status: (0,section_status/* statusOf */.c)(check.findings),
        summary: summaryOf(check),
        blocks: [
            waysTable(targets, check.checkedAt),
            ...(server === undefined ? [] : serverBlocks(server)),
            ...(0,accepted_block/* acceptedBlocks */.E)(check.accepted ?? []),
        ],
        findings: check.findings,
    };
}
function summaryOf(check) {
    const { serverVersion, latencyMs } = check;
    const server = serverVersion === undefined || latencyMs === undefined
        ? 'No connection'
        : `PostgreSQL ${shortVersion(serverVersion.text)}, ${(0,latency/* millisecondsText */.Y)(latencyMs)} a round trip`;
    return `${server}, ${(0,section_status/* countText */.l)(check.findings)}`;
}
/** Without what the packager adds in brackets. */
function shortVersion(text) {
    return text.split(' ', 1)[0] ?? text;
}
/** One column a URI, so that the two can be compared. */
function waysTable(targets, now) {
    const rows = [
        ['Host', ({ address }) => ({ code: address })],
        ['TLS', tlsText],
        ['Certificate', (facts) => certificateText(facts, now)],
        ['Without TLS', ({ withoutTls }) => plainText(withoutTls)],
        ['Authentication', authenticationText],
        ['Pooler', poolerText],
        ['Round trip', latencyText],
        ['First connection, next one', connectText],
        ['Writes', writesText],
    ];
    return {
        kind: 'table',
        columns: [
            { title: '' },
            ...targets.map(({ name }) => ({ title: name === 'direct' ? 'Direct' : 'Pooled' })),
        ],
        rows: rows.map(([label, value]) => [label, ...targets.map((target) => cell(target, label, value))]),
    };
}
function cell(target, label, value) {
    if (target.kind === 'connected')
        return value(target.facts);
    return label === 'Host' ? { code: target.address } : 'no connection';
}
function tlsText({ tls, isLocal }) {
    if (tls !== undefined)
        return `${tls.protocol}, ${tls.cipher}`;
    return isLocal ? 'not encrypted (does not leave this machine)' : 'not encrypted';
}
function certificateText({ withTls, tls }, now) {
    const presented = (0,encryption/* presentedOf */.SU)(withTls);
    const facts = presented ?? tls;
    if (facts === undefined)
        return 'none';
    const trust = facts.isVerified ? 'verified' : `not verified (${facts.problem ?? 'unknown reason'})`;
    return presented?.validTo === undefined
        ? trust
        : `${trust}, ${(0,encryption/* daysUntil */.AQ)(presented.validTo, now)} days left`;
}
function plainText(handshake) {
    switch (handshake?.kind) {
        case 'asked':
            return 'accepted';
        case 'refused':
            return `refused: ${handshake.reason}`;
        case 'unknown':
            return `not known: ${handshake.reason}`;
        default:
            return 'not asked (Unix socket)';
    }
}
function authenticationText(facts) {
    const method = (0,authentication/* methodUsed */.f)(facts);
    return method === undefined ? 'not seen' : (0,authentication_request/* methodText */.p)(method);
}
function poolerText({ pooler }) {
    const proof = (0,pooler_signs/* poolerProof */.i)(pooler);
    if (proof !== undefined)
        return `yes: ${proof}`;
    return pooler.isBehindProxy ? 'not in transaction mode, but a proxy answers' : 'no';
}
function latencyText({ latency: { median, min, max, samples } }) {
    return `${(0,latency/* millisecondsText */.Y)(median)} (median of ${samples}; ${(0,latency/* millisecondsText */.Y)(min)} to ${(0,latency/* millisecondsText */.Y)(max)})`;
}
function connectText({ coldConnectMs, warmConnectMs }) {
    return `${(0,latency/* millisecondsText */.Y)(coldConnectMs)}, ${(0,latency/* millisecondsText */.Y)(warmConnectMs)}`;
}
function writesText({ server }) {
    if (server.isInRecovery)
        return 'no: a standby';
    return (0,writable/* readOnlySetting */.B)(server.settings) === undefined ? 'yes' : 'no: default_transaction_read_only';
}
function serverBlocks(facts) {
    const { server, clock } = facts;
    const { max, reserved, inUse } = server.connections;
    return [
        {
            kind: 'facts',
            rows: [
                ['Server', `PostgreSQL ${server.version}`],
                [
                    'Connections',
                    `${inUse} in use of ${max - reserved} (max_connections ${max}, ${reserved} reserved)`,
                ],
                ['Clock', (0,connection_clock/* isSkewed */.SP)(clock) ? `${(0,connection_clock/* skewText */.Ab)(clock)} this machine's` : "in step with this machine's"],
                ['Encoding', server.encoding],
                ['Collation version', server.collation.recorded ?? 'none (not versioned)'],
                ...timeoutRows(server.settings),
            ],
        },
    ];
}
function timeoutRows(settings) {
    return server_facts/* timeoutSettings */.Z.flatMap((name) => {
        const setting = settings.find((known) => known.name === name);
        if (setting === undefined)
            return [];
        return [[name, `${timeoutText(setting.value)} (from: ${setting.source})`]];
    });
}
/** pg_settings gives these in milliseconds; 0 turns them off. */
function timeoutText(value) {
    return value === '0' ? 'none' : (0,latency/* millisecondsText */.Y)(Number(value));
}

// EXTERNAL MODULE: ./build/report/finding.js
var finding = __webpack_require__(28586);
// EXTERNAL MODULE: ./build/report/rule-policy.js
var rule_policy = __webpack_require__(20164);
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
// EXTERNAL MODULE: ./build/actions/section-outcome.js
var section_outcome = __webpack_require__(15102);
// EXTERNAL MODULE: ./build/actions/stages.js
var stages = __webpack_require__(44737);
// EXTERNAL MODULE: ./build/actions/target.js
var target = __webpack_require__(3675);
;// CONCATENATED MODULE: ./build/actions/check-connection.js













const connectionCheckInputs = {
    'minimum-postgres-version': input/* integer */.nd({
        description: 'Least major version of Postgres that is accepted.',
        default: '15',
        minimum: 10,
        maximum: 99,
    }),
    'max-latency': input/* integer */.nd({
        description: 'Longest median round trip on the direct host that passes, in milliseconds; `0` = no limit.',
        default: '0',
        minimum: 0,
        maximum: 60_000,
    }),
    'require-tls': input/* choice */.Yq({
        description: '`auto` requires TLS unless the host is this machine or a service container of the job.',
        choices: ['auto', 'true', 'false'],
        default: 'auto',
    }),
};
const connectionOutputs = {
    'latency-ms': 'Median of several round trips on the direct host, in milliseconds.',
    'server-version': 'Version of the server, such as `17.5`.',
};
const check_connection_definition = (0,definition/* defineAction */.QP)({
    name: 'check-connection',
    title: 'Check the connection',
    description: 'Checks the direct and the pooled connection: TLS, authentication, version, latency, limits, time-outs, read and write.',
    icon: 'activity',
    permissions: [
        'None, unless there is a configuration: `contents: read`, for the configuration of the base commit.',
    ],
    inputs: {
        ...database_target/* databaseTargetInputs */.Go,
        ...connectionCheckInputs,
        ...common_inputs/* configurationInput */.NX,
        ...common_inputs/* failOnInput */.cR,
        ...common_inputs/* githubInputs */.dN,
    },
    outputs: { ...connectionOutputs, status: '`passed`, `warning` or `failed`.' },
});
function run(io) {
    const step = { key: io.inputs.key ?? '', id: 'check-connection', title: 'Connection' };
    return (0,stages/* leavingSection */.k)(io, step, () => checkAndTell(io));
}
async function checkAndTell(io) {
    const database = await (0,database_target/* resolveDatabase */.ef)(io, io.inputs);
    const settings = await settingsOf(io);
    const check = await runConnectionCheck({ job: io, inputs: io.inputs, database, settings });
    for (const [name, value] of connectionOutputValues(check))
        io.output(name, value);
    const section = connectionSection(check);
    io.output('status', (0,verdict/* statusOf */.c2)(section));
    (0,section_outcome/* concludeSection */.jU)(io, section, io.inputs.failOn);
}
function settingsOf(io) {
    const { inputs, event } = io;
    return (0,configuration/* readConfiguration */.T)({ job: io, inputs, pullRequest: (0,target/* pullRequestOf */._n)(inputs, event) });
}
/** Checks both URIs and leaves the section. */
async function runConnectionCheck({ job, inputs, database, settings, }) {
    const checked = await (0,check_connection/* checkConnection */.j)({
        directUri: database.direct,
        ...(database.pooled === undefined ? {} : { pooledUri: database.pooled }),
        minimumPostgresVersion: inputs.minimumPostgresVersion,
        ...(inputs.maxLatency === 0 ? {} : { maxLatencyMs: inputs.maxLatency }),
        ...(inputs.requireTls === 'auto' ? {} : { requireTls: inputs.requireTls === 'true' }),
    }, { log: job.log, signal: job.signal, timeoutMs: inputs.timeout * 1000, now: job.now });
    const ruled = (0,rule_policy/* ruleOnAll */.HH)(checked.findings, check_connection/* connectionRules */.m, settings.policy);
    const findings = (0,finding/* sortFindings */.Tc)([...ruled.told, ...(await settings.changes())]);
    const check = { ...checked, findings, accepted: ruled.accepted };
    job.reports.writeSection(database.key, connectionSection(check));
    return check;
}
function connectionOutputValues(check) {
    return [
        ['latency-ms', check.latencyMs === undefined ? '' : check.latencyMs.toFixed(1)],
        ['server-version', check.serverVersion?.text.split(' ')[0] ?? ''],
    ];
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
