export const id = 5431;
export const ids = [5431];
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

/***/ 66586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   definition: () => (/* binding */ definition),
/* harmony export */   deleteOurBranch: () => (/* binding */ deleteOurBranch),
/* harmony export */   deletePreview: () => (/* binding */ deletePreview),
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _runtime_definition_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(70654);
/* harmony import */ var _branch_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12441);
/* harmony import */ var _common_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27785);
/* harmony import */ var _find_branch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50234);
/* harmony import */ var _leftover_rehearsals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88450);
/* harmony import */ var _open_provider_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15766);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44737);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3675);
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








const definition = (0,_runtime_definition_js__WEBPACK_IMPORTED_MODULE_7__/* .defineAction */ .QP)({
    name: 'delete-branch',
    title: 'Delete the preview branch',
    description: "Deletes a pull request's branch. Absent is success; a branch that is not this pull request's is refused.",
    icon: 'trash-2',
    permissions: ['None: it talks to the provider only.'],
    inputs: { ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .providerInputs */ .HV, ..._common_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .branchInputs */ .Eh },
    outputs: { deleted: '`true` when the branch was there, `false` when it was gone already.' },
});
function run(io) {
    const step = { key: io.inputs.key ?? '', id: 'delete-branch', title: 'Branch' };
    return (0,_stages_js__WEBPACK_IMPORTED_MODULE_5__/* .leavingSection */ .k)(io, step, () => deleteAndTell(io));
}
async function deleteAndTell(io) {
    io.output('deleted', await deletePreview(io, io.inputs, (0,_target_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveTarget */ .u1)(io.inputs, io.event)));
}
/** The whole of a pull request's end: its own branch, and what a merge queue left. True when its own was there. */
async function deletePreview(job, inputs, target) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (isEmbedded(inputs, job)) {
            job.log.info('The embedded server goes with its job; there is no branch to delete.');
            job.reports.writeBranch(target.key, (0,_branch_report_js__WEBPACK_IMPORTED_MODULE_0__/* .goneBranch */ .ST)('postgres', target.branch));
            job.reports.writeSection(target.key, deletedSection(target, undefined));
            return false;
        }
        const provider = __addDisposableResource(env_1, await (0,_open_provider_js__WEBPACK_IMPORTED_MODULE_4__/* .openProvider */ .C)(job, inputs), true);
        const deleted = await deleteOurBranch(job, provider, target);
        if (inputs.branch === undefined)
            await deleteQueueBranch(provider, target);
        await (0,_leftover_rehearsals_js__WEBPACK_IMPORTED_MODULE_3__/* .deleteRehearsalBranches */ .r)(provider, target);
        return deleted;
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
/** Nothing outlives a job on an embedded server, so none is started to look. */
function isEmbedded(inputs, { event }) {
    return inputs.postgresUrl === undefined && (0,_open_provider_js__WEBPACK_IMPORTED_MODULE_4__/* .chooseProvider */ .V)(inputs, event, () => { }) === 'postgres';
}
async function deleteQueueBranch(provider, target) {
    if (target.pullRequest === undefined)
        return;
    const branch = await (0,_find_branch_js__WEBPACK_IMPORTED_MODULE_2__/* .findDeletable */ .s)(provider, {
        ...target,
        branch: (0,_target_js__WEBPACK_IMPORTED_MODULE_6__/* .queueBranch */ .QT)(target.pullRequest, target.key),
    });
    if (branch !== undefined)
        await provider.deleteBranch(branch);
}
/** Deletes the target's branch if it is ours and leaves the report's closing section. True when it was there. */
async function deleteOurBranch(job, provider, target) {
    const branch = await (0,_find_branch_js__WEBPACK_IMPORTED_MODULE_2__/* .findDeletable */ .s)(provider, target);
    const deleted = branch !== undefined && (await provider.deleteBranch(branch));
    job.reports.writeBranch(target.key, branch === undefined
        ? (0,_branch_report_js__WEBPACK_IMPORTED_MODULE_0__/* .goneBranch */ .ST)(provider.name, target.branch)
        : (0,_branch_report_js__WEBPACK_IMPORTED_MODULE_0__/* .reportBranch */ .hJ)({ provider: provider.name, branch, state: 'deleted' }));
    job.reports.writeSection(target.key, deletedSection(target, branch));
    job.log.info(deleted ? `Branch ${target.branch} deleted` : `Branch ${target.branch} was gone already`);
    return deleted;
}
function deletedSection(target, branch) {
    return {
        id: 'delete-branch',
        title: 'Branch',
        status: 'passed',
        summary: branch === undefined ? `${target.branch} was gone already` : `${target.branch} deleted`,
        blocks: [],
        findings: [],
    };
}


/***/ }),

/***/ 65431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  definition: () => (/* binding */ preview_definition),
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/github/pull-request.js
var pull_request = __webpack_require__(81351);
// EXTERNAL MODULE: ./build/migrations/schema-engine.js
var schema_engine = __webpack_require__(10380);
// EXTERNAL MODULE: ./build/migrations/sql-parser.js
var sql_parser = __webpack_require__(57962);
;// CONCATENATED MODULE: ./build/migrations/warm-up.js


/**
 * Loads and compiles what migrations and schema checks will need: a third of a second that is free while a service is
 * being waited for. What cannot be loaded is told by the one who needs it.
 */
async function warmUp(wasm) {
    await Promise.allSettled([
        (0,schema_engine/* loadSchemaEngine */.E)(wasm?.schemaEngine),
        (0,sql_parser/* loadSqlParser */.O)(wasm?.sqlParser),
        __webpack_require__.e(/* import() */ 617).then(__webpack_require__.bind(__webpack_require__, 40617)),
        __webpack_require__.e(/* import() */ 3849).then(__webpack_require__.bind(__webpack_require__, 83849)),
    ]);
}

// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(47342);
// EXTERNAL MODULE: ./build/runtime/definition.js
var definition = __webpack_require__(70654);
// EXTERNAL MODULE: ./build/runtime/failure.js
var runtime_failure = __webpack_require__(99881);
// EXTERNAL MODULE: ./build/runtime/input.js
var input = __webpack_require__(30623);
// EXTERNAL MODULE: ./build/actions/branch-report.js
var branch_report = __webpack_require__(12441);
// EXTERNAL MODULE: ./build/actions/check-connection.js + 1 modules
var check_connection = __webpack_require__(13958);
// EXTERNAL MODULE: ./build/actions/check-schema.js + 1 modules
var check_schema = __webpack_require__(94562);
// EXTERNAL MODULE: ./build/actions/comment.js + 5 modules
var comment = __webpack_require__(61585);
// EXTERNAL MODULE: ./build/actions/common-inputs.js + 1 modules
var common_inputs = __webpack_require__(27785);
// EXTERNAL MODULE: ./build/migrations/history.js
var migrations_history = __webpack_require__(62380);
// EXTERNAL MODULE: ./build/migrations/history-check.js
var history_check = __webpack_require__(9345);
// EXTERNAL MODULE: ./build/migrations/session.js
var session = __webpack_require__(78684);
;// CONCATENATED MODULE: ./build/migrations/stale-history.js
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



/**
 * Why the history of a preview branch cannot become what this checkout says, or undefined when it can: an earlier push
 * left a failed migration (every engine refuses to go on from there, P3009), or one that was edited, renamed or deleted
 * since it ran here. Resetting the branch is the way out.
 */
async function whyHistoryIsStale({ directUri, folder, since }, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const connection = __addDisposableResource(env_1, await (0,session/* connectionOpener */.w)(options)(directUri, 'database-actions/history'), true);
        const history = await (0,migrations_history/* readHistory */.Lu)(connection, (0,session/* schemaOf */.p)(directUri));
        const [failed] = (0,migrations_history/* failedNames */.sN)(history);
        if (failed !== undefined)
            return `${failed} failed in an earlier run`;
        const { edited, missing } = (0,history_check/* divergedRows */._i)(folder, history);
        const ranHere = ({ startedAt }) => startedAt > since.getTime();
        const changed = edited.find(ranHere);
        if (changed !== undefined)
            return `${changed.name} was edited after it had run here`;
        const gone = missing.find(ranHere);
        return gone === undefined ? undefined : `${gone.name} ran here and is not in the checkout any more`;
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
/** Names of the migrations that ran on the branch itself, in an earlier run; empty for one that is as its parent was. */
async function migrationsRunSince({ directUri, since }, options) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const connection = __addDisposableResource(env_2, await (0,session/* connectionOpener */.w)(options)(directUri, 'database-actions/history'), true);
        const history = await (0,migrations_history/* readHistory */.Lu)(connection, (0,session/* schemaOf */.p)(directUri));
        return (history ?? [])
            .filter(({ startedAt, steps }) => startedAt > since.getTime() && steps > 0)
            .map(({ name }) => name);
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}

// EXTERNAL MODULE: ./build/actions/migrate.js + 97 modules
var migrate = __webpack_require__(53529);
// EXTERNAL MODULE: ./build/actions/rehearsal.js + 21 modules
var actions_rehearsal = __webpack_require__(79706);
// EXTERNAL MODULE: ./build/actions/rehearse-on-copy.js + 6 modules
var rehearse_on_copy = __webpack_require__(76265);
;// CONCATENATED MODULE: ./build/actions/rehearsed-migration.js
/** The migrations of a preview, rehearsed as well: on the preview itself while it is a fresh copy, else on one of its own. */






/** Whether the rehearsal takes a copy of its own: the preview has the migrations of an earlier push already. */
function needsCopy({ inputs, hasRun }) {
    return (0,actions_rehearsal/* isRehearsalAsked */.GM)(inputs) && (inputs.rehearseRollback || hasRun === true);
}
/**
 * Every push shows all migrations of the pull request, measured on its parent's data: those of an earlier push have run on
 * the preview already, and what testers did there is in the way too.
 */
async function migrateAndRehearse(request) {
    const { job, inputs, database, target, settings } = request;
    const { isRestricted } = target;
    const nothing = { concluded: undefined, onCopy: undefined };
    if (!(0,actions_rehearsal/* isRehearsalAsked */.GM)(inputs))
        return { ...nothing, run: await (0,migrate.applyMigrations)({ job, inputs, database, isRestricted }) };
    if (needsCopy(request)) {
        const run = await (0,migrate.applyMigrations)({ job, inputs, database, isRestricted });
        const copy = await rehearsedOnCopy(request);
        return { run, concluded: copy?.concluded, onCopy: copy?.run };
    }
    const rehearsal = await (0,actions_rehearsal/* rehearsalOf */.pK)({ job, inputs, database, isRestricted, settings });
    const rehearse = await (0,actions_rehearsal/* rehearseRequest */.zv)(rehearsal);
    const run = await (0,migrate.applyMigrations)({ job, inputs, database, isRestricted, rehearse });
    if (run.rehearsal === undefined)
        return { ...nothing, run };
    return { ...nothing, run, concluded: await (0,actions_rehearsal/* concludeRehearsal */.xl)(rehearsal, run.rehearsal, actions_rehearsal/* noRollback */.aj) };
}
/** Whether an adopted branch has migrations of an earlier push; undefined for another tool's, which leave no history to read. */
async function hasRunBefore({ job, inputs, database, since, }) {
    if (since === undefined || inputs.command !== undefined)
        return undefined;
    const { log, signal } = job;
    const options = { log, signal, timeoutMs: inputs.timeout * 1000 };
    return (await migrationsRunSince({ directUri: database.direct, since }, options)).length > 0;
}
/** The preview stands without it: what prevents the rehearsal is a warning in its own section. */
async function rehearsedOnCopy(request) {
    const { job, database } = request;
    try {
        return await job.log.group('Rehearsal', () => (0,rehearse_on_copy/* rehearseOnCopy */._)(request));
    }
    catch (thrown) {
        if (job.signal.aborted || thrown instanceof errors/* CancelledError */.cc)
            throw thrown;
        job.reports.writeSection(database.key, notRehearsed(thrown));
        return undefined;
    }
}
function notRehearsed(thrown) {
    const [message = '', ...rest] = (0,runtime_failure/* describeFailure */.I)(thrown).split('\n');
    return {
        id: 'rehearse-migrations',
        title: 'Rehearsal',
        status: 'warning',
        summary: 'The migrations were not rehearsed',
        blocks: [],
        findings: [
            {
                rule: 'not-rehearsed',
                severity: 'warning',
                subject: 'rehearse-migrations',
                message,
                ...(rest.length === 0 ? {} : { evidence: rest.join('\n') }),
            },
        ],
    };
}

// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(37929);
// EXTERNAL MODULE: ./build/actions/read-schema.js
var read_schema = __webpack_require__(46572);
// EXTERNAL MODULE: ./build/actions/readable-uri.js
var readable_uri = __webpack_require__(92969);
;// CONCATENATED MODULE: ./build/actions/schema-basis.js
/** With what a preview's schema is compared: read before the migrations, or from the copy that they are rehearsed on. */




/** Of a branch that this run made or reset: it *is* the fork point, so its parent is left asleep. */
function readForkBasis(request) {
    const { created } = request;
    return orUnknown(request, async () => ({
        kind: 'fork',
        snapshot: await readUri(request, created.connection.direct),
        parent: created.branch.parent?.name,
        head: undefined,
    }));
}
/**
 * Of an adopted branch. One that no migration has run on is the fork point still, while its parent may have moved on;
 * else the parent's head, read once, for a second, is all there is.
 */
function readAdoptedBasis(request) {
    const { created, isAsMade } = request;
    const parent = created.branch.parent?.name;
    return orUnknown(request, async () => {
        if (!isAsMade) {
            if (parent === undefined)
                return { kind: 'unknown', reason: 'the branch has no parent' };
            const snapshot = await readUri(request, await parentUri(request, parent));
            return { kind: 'parent', snapshot, parent, refused: undefined };
        }
        const [snapshot, head] = await Promise.all([
            readUri(request, created.connection.direct),
            parent === undefined ? undefined : headIfReadable(request, parent),
        ]);
        return { kind: 'fork', snapshot, parent, head };
    });
}
function watchCopy(request) {
    const seen = new Map();
    const parent = request.created.branch.parent?.name ?? 'its parent';
    return {
        async look({ direct }, when) {
            try {
                seen.set(when, await readUri(request, direct));
            }
            catch (thrown) {
                request.job.log.debug(`The schema of the copy was not read: ${reasonOf(request.job, thrown)}`);
            }
        },
        basis(run) {
            const [head, migrated] = [seen.get('before'), seen.get('after')];
            if (head === undefined || run === undefined)
                return undefined;
            if (run.kind === 'failed')
                return { kind: 'parent', snapshot: head, parent, refused: refusalOf(run, parent) };
            return migrated === undefined ? undefined : { kind: 'copy', head, migrated, parent };
        },
    };
}
/** Duplicate and undefined objects, and what others depend on (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const schemaDisagrees = new Set([
    '42701',
    '42703',
    '42704',
    '42710',
    '42723',
    '42883',
    '42P01',
    '42P06',
    '42P07',
    '3F000',
    '2BP01',
]);
/** Undefined where it failed for another reason than the schema that it met: rows, a time-out. */
function refusalOf({ failure }, parent) {
    const { migration, message, sqlState } = failure;
    if (migration === undefined || sqlState === undefined || !schemaDisagrees.has(sqlState))
        return undefined;
    return { migration, message, sqlState, parent };
}
function readUri({ job, inputs }, uri) {
    return (0,read_schema/* readSchema */.G)({ job, uri, timeout: inputs.timeout, options: { schemas: inputs.schemas } });
}
async function headIfReadable(request, parent) {
    try {
        return await readUri(request, await parentUri(request, parent));
    }
    catch (thrown) {
        request.job.log.debug(`${parent} was not looked at for what changed since: ${reasonOf(request.job, thrown)}`);
        return undefined;
    }
}
async function parentUri({ job, provider, inputs }, parent) {
    const branch = await provider.findBranch(parent);
    if (branch === undefined)
        throw new errors/* UserError */.yo(`the parent branch ${parent} is not there any more`);
    return (0,readable_uri/* readableUri */.J)({ job, provider, inputs, branch });
}
/** That it cannot be read is no failure of the preview. */
async function orUnknown({ job }, read) {
    try {
        return await read();
    }
    catch (thrown) {
        return { kind: 'unknown', reason: reasonOf(job, thrown) };
    }
}
/** @throws what was thrown, where it is neither the database's nor the provider's refusal */
function reasonOf(job, thrown) {
    job.signal.throwIfAborted();
    const isTold = thrown instanceof errors/* UserError */.yo || thrown instanceof errors/* ExternalError */.yA;
    if (!isTold && (0,sqlstate/* sqlStateOf */.v9)(thrown) === undefined)
        throw thrown;
    return (0,errors/* errorMessage */.gJ)(thrown);
}

;// CONCATENATED MODULE: ./build/actions/compared-migration.js
/** A preview's migrations, and the old side of what is told of their changes. */


/**
 * Of a branch that is fresh the old side was read before. Of an adopted one it depends on what has run on it: nothing, then it
 * is as it was made; else the copy that the migrations are rehearsed on is looked at, and without one the parent.
 */
async function migrateAndCompare(request, fork) {
    if (fork !== undefined)
        return { ...(await migrateAndRehearse({ ...request, hasRun: false })), basis: fork };
    const hasRun = await hasRunBefore({ ...request, since: request.created.branch.filledAt });
    if (!needsCopy({ ...request, hasRun })) {
        const basis = await readAdoptedBasis({ ...request, isAsMade: hasRun === false });
        return { ...(await migrateAndRehearse({ ...request, hasRun })), basis };
    }
    const watch = watchCopy(request);
    const rehearsed = await migrateAndRehearse({ ...request, hasRun, look: watch.look });
    const seen = watch.basis(rehearsed.onCopy);
    return { ...rehearsed, basis: seen ?? (await readAdoptedBasis({ ...request, isAsMade: false })) };
}

// EXTERNAL MODULE: ./build/actions/configuration.js + 7 modules
var configuration = __webpack_require__(16042);
// EXTERNAL MODULE: ./build/actions/create-branch.js
var create_branch = __webpack_require__(80211);
// EXTERNAL MODULE: ./build/actions/database-target.js
var database_target = __webpack_require__(13849);
// EXTERNAL MODULE: ./build/actions/delete-branch.js
var delete_branch = __webpack_require__(66586);
// EXTERNAL MODULE: ./build/actions/neon-branch-inputs.js
var neon_branch_inputs = __webpack_require__(70513);
// EXTERNAL MODULE: ./build/actions/open-github.js + 3 modules
var open_github = __webpack_require__(15936);
// EXTERNAL MODULE: ./build/actions/open-provider.js
var open_provider = __webpack_require__(15766);
// EXTERNAL MODULE: ./build/actions/plan-basis.js + 3 modules
var plan_basis = __webpack_require__(31130);
// EXTERNAL MODULE: ./build/actions/plan-inputs.js
var plan_inputs = __webpack_require__(81587);
// EXTERNAL MODULE: ./build/actions/project-place.js
var project_place = __webpack_require__(93211);
// EXTERNAL MODULE: ./build/actions/publish.js
var publish = __webpack_require__(20635);
// EXTERNAL MODULE: ./build/actions/query-plans.js + 4 modules
var query_plans = __webpack_require__(94701);
// EXTERNAL MODULE: ./build/migrations/migration-files.js
var migration_files = __webpack_require__(7950);
// EXTERNAL MODULE: ./build/actions/prisma-expectations.js
var prisma_expectations = __webpack_require__(21664);
;// CONCATENATED MODULE: ./build/actions/refresh-branch.js






const refreshInputs = {
    reset: input/* choice */.Yq({
        description: 'Bring an adopted branch back to its parent before migrating: `auto` when an earlier push left a failed migration on it, or one that was edited or removed since; `always` for fresh data with every push.',
        choices: ['auto', 'always', 'never'],
        default: 'auto',
    }),
};
/** The branch to migrate: as it was adopted, or reset when it cannot be migrated as it is. */
async function refreshBranch(request) {
    const { job, inputs, provider, created } = request;
    const reason = created.created ? undefined : await whyReset(request);
    if (reason === undefined)
        return created;
    job.log.notice(`The branch is reset to its parent: ${reason}.`);
    const branch = await resetIfPossible(request, created.branch);
    if (branch === undefined)
        return created;
    const connection = await (0,create_branch.connectionOf)({ job, provider, inputs, branch });
    await (0,create_branch.answers)(job, connection, inputs.timeout);
    return { ...created, branch, connection };
}
async function whyReset(request) {
    const { job, inputs, created } = request;
    if (inputs.reset === 'never')
        return undefined;
    if (inputs.reset === 'always')
        return '`reset: always`';
    const project = inputs.command === undefined ? await (0,prisma_expectations/* findProject */.t)(request) : undefined;
    if (project === undefined)
        return undefined;
    const folder = await (0,migration_files/* readMigrations */.Y)(project.migrationsDirectory);
    const { log, signal } = job;
    return whyHistoryIsStale({ directUri: created.connection.direct, folder, since: created.branch.filledAt }, { log, signal, timeoutMs: inputs.timeout * 1000 });
}
/** A schema-only or anonymised branch cannot be reset; the migration then says what is the matter. */
async function resetIfPossible({ job, provider, inputs }, branch) {
    try {
        return await provider.resetBranch(branch);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo) || inputs.reset === 'always')
            throw thrown;
        job.log.warning(`The branch cannot be reset: ${thrown.message} Delete it, and the next run makes a new one.`);
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/actions/rehearsal-inputs.js
var rehearsal_inputs = __webpack_require__(13317);
// EXTERNAL MODULE: ./build/schema/diff-findings.js
var diff_findings = __webpack_require__(59302);
// EXTERNAL MODULE: ./build/schema/diff-section.js + 2 modules
var diff_section = __webpack_require__(69535);
// EXTERNAL MODULE: ./build/schema/diff-snapshots.js + 2 modules
var diff_snapshots = __webpack_require__(50852);
// EXTERNAL MODULE: ./build/schema/fork-diff.js
var fork_diff = __webpack_require__(56110);
// EXTERNAL MODULE: ./build/actions/ruled-section.js
var ruled_section = __webpack_require__(92000);
// EXTERNAL MODULE: ./build/actions/schema-diff-files.js + 1 modules
var schema_diff_files = __webpack_require__(44659);
;// CONCATENATED MODULE: ./build/actions/schema-changes.js







/** Compares the migrated branch and leaves the section. @returns the outputs; none when there was nothing to compare with */
async function tellSchemaChanges(request) {
    const { job, database, basis, inputs, judged } = request;
    if (basis.kind === 'unknown') {
        job.reports.writeSection(database.key, skippedSection(basis.reason));
        return [];
    }
    const preview = await (0,read_schema/* readSchema */.G)({
        job,
        uri: database.direct,
        timeout: inputs.timeout,
        options: { schemas: inputs.schemas },
        earlier: request.isAsBefore && basis.kind === 'fork' ? basis.snapshot : undefined,
    });
    const comparison = {
        ...compared(request, basis, preview),
        hasSizes: database.hasParentData,
        judged,
    };
    const section = await (0,ruled_section/* ruledSection */._)((0,diff_section/* schemaDiffSection */.k)(comparison), diff_findings/* schemaDiffRules */.GW, request.settings);
    job.reports.writeSection(database.key, section);
    return (0,schema_diff_files/* schemaDiffOutputValues */.ex)(job, database.key, comparison);
}
function compared(request, basis, preview) {
    const [same, other] = [{ identity: 'same' }, betweenCopies(request)];
    const words = basisWords(basis);
    const { parent } = basis;
    switch (basis.kind) {
        case 'fork': {
            const { snapshot: fork, head } = basis;
            const sides = { from: fork, to: preview, basis: words, parent };
            if (head === undefined)
                return { ...sides, diff: (0,diff_snapshots/* diffSnapshots */.V)(fork, preview, same) };
            const three = (0,fork_diff/* diffAgainstFork */.b)({ fork, parentHead: head, preview }, same, other);
            return { ...sides, diff: three.preview, later: three.parent, conflicts: three.conflicts };
        }
        case 'copy': {
            const { head, migrated } = basis;
            const three = (0,fork_diff/* diffAgainstCopy */.c)({ parentHead: head, migrated, preview }, same, other);
            const { preview: diff, parent: later, conflicts } = three;
            return { diff, later, conflicts, from: head, to: migrated, basis: words, parent };
        }
        case 'parent': {
            const { snapshot: from, refused } = basis;
            return { diff: (0,diff_snapshots/* diffSnapshots */.V)(from, preview, other), from, to: preview, basis: words, parent, refused };
        }
    }
}
/** A copy on a plain server belongs to a role of its own, and its grants follow from that. */
function betweenCopies({ provider, database }) {
    const identity = database.hasParentData ? { identity: 'copy' } : {};
    if (provider === 'neon')
        return identity;
    return {
        ...identity,
        ignoreAttributes: ['owner', 'grants'],
        exclude: ['*._prisma_migrations', 'default privileges:*'],
    };
}
function basisWords(basis) {
    switch (basis.kind) {
        case 'fork':
            return basis.parent === undefined
                ? 'Compared with the branch before the migrations.'
                : `Compared with the branch as it was made from ${basis.parent}, before the migrations.`;
        case 'copy':
            return `What the migrations change in ${basis.parent} as it is now, seen on a fresh copy of it.`;
        case 'parent':
            return `Compared with ${basis.parent} as it is now, since an earlier push had migrated the branch already. What changed there after the branch was made shows here the other way round.`;
    }
}
function skippedSection(reason) {
    return {
        id: 'schema-diff',
        title: 'Schema changes',
        status: 'skipped',
        summary: `Nothing to compare with: ${reason}`,
        blocks: [],
        findings: [],
    };
}

// EXTERNAL MODULE: ./build/actions/stages.js
var actions_stages = __webpack_require__(44737);
// EXTERNAL MODULE: ./build/actions/target.js
var actions_target = __webpack_require__(3675);
;// CONCATENATED MODULE: ./build/actions/preview.js

































const preview_definition = (0,definition/* defineAction */.QP)({
    name: 'preview',
    title: 'NeonHub Database Actions: pull request preview',
    description: 'Gives a pull request its own migrated and checked database branch, reports in one comment, and deletes the branch when the pull request closes.',
    icon: 'database',
    permissions: [
        '`contents: read`, for the checkout that the migrations are read from.',
        '`pull-requests: write`, for the comment.',
    ],
    inputs: {
        ...common_inputs/* providerInputs */.HV,
        ...common_inputs/* branchInputs */.Eh,
        ...common_inputs/* databaseInputs */.dM,
        ...common_inputs/* branchCreationInputs */.rR,
        ...neon_branch_inputs/* neonBranchInputs */.i,
        ...common_inputs/* workspaceInputs */.XW,
        ...migrate.migrationInputs,
        ...refreshInputs,
        ...rehearsal_inputs/* rehearseInputs */.nP,
        ...rehearsal_inputs/* rollbackInputs */.Cw,
        ...check_connection.connectionCheckInputs,
        ...check_schema.schemaCheckInputs,
        ...plan_inputs/* planInputs */.Z,
        ...common_inputs/* failOnInput */.cR,
        comment: input/* boolean */.zM({
            description: 'Post the report as a comment on the pull request.',
            default: 'true',
        }),
        ...common_inputs/* githubInputs */.dN,
    },
    outputs: {
        ...branch_report/* branchOutputs */.F,
        created: '`true` when this run made the branch, `false` when it was there.',
        deleted: 'On a closed pull request: `true` when the branch was there.',
        ...migrate.migrationOutputs,
        ...rehearsal_inputs/* rehearsalOutputs */.Sj,
        ...schema_diff_files/* schemaDiffOutputs */.xe,
        ...check_connection.connectionOutputs,
        ...check_schema.schemaOutputs,
        ...plan_inputs/* planOutputs */.i,
        ...comment.commentOutputs,
        status: '`passed`, `warning`, `failed` or `deleted`.',
        'report-path': 'The report as JSON; `report.md` lies beside it.',
    },
});
async function run(io) {
    const asked = (0,actions_target/* resolveTarget */.u1)(io.inputs, io.event);
    io.reports.clear(asked.key);
    // What a later step reads when this one dies on the way.
    io.output('status', 'failed');
    const { isClosed, isForeign } = io.event.action === 'closed' ? { isClosed: true, isForeign: false } : await lookUp(io, asked);
    const target = { ...asked, isRestricted: asked.isRestricted || isForeign };
    const failures = isClosed ? await closePreview(io, target) : await openPreview(io, target);
    const report = (0,publish/* gatherReport */.K)(io, target);
    io.output('report-path', (0,publish/* summarizeReport */.S)(io, report));
    io.annotate(report.sections.flatMap(({ findings }) => findings));
    io.output('status', (0,verdict/* verdictOf */.Vj)(report));
    const commentFailure = await preview_comment(io, target, report);
    conclude(io, report, [...failures, ...commentFailure]);
}
async function lookUp(io, { pullRequest: number }) {
    // Who may comment is not who may run code here.
    const unknown = { isClosed: false, isForeign: io.event.name === 'issue_comment' };
    if (number === undefined || io.inputs.githubToken === undefined)
        return unknown;
    try {
        const pull = await (0,pull_request/* getPullRequest */.T9)({ ...(await (0,open_github/* openGitHub */.o)(io, io.inputs)), number });
        if (pull === undefined)
            return unknown;
        const isClosed = pull.state === 'closed';
        if (isClosed)
            io.log.notice(`Pull request #${number} is closed by now: its branch is deleted, not created.`);
        return { isClosed, isForeign: !isSameRepository(pull.headRepository, io.event.repository) };
    }
    catch (thrown) {
        io.signal.throwIfAborted();
        io.log.debug(`The pull request could not be read: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
        return unknown;
    }
}
function isSameRepository(left, right) {
    return left?.toLowerCase() === right.toLowerCase();
}
async function openPreview(io, target) {
    const progress = {
        provider: undefined,
        database: undefined,
        created: undefined,
        basis: undefined,
        plans: undefined,
        settings: undefined,
        judgedDrops: new Set(),
        isAsBefore: false,
    };
    const checks = [
        changesStage(io, progress),
        ...((0,plan_basis/* hasQueries */.Jg)(io, io.inputs) ? [plansStage(io, progress)] : []),
        connectionStage(io, progress),
        schemaStage(io, target, progress),
    ];
    const stages = [branchStage(io, target, progress), migrationStage(io, target, progress), checks];
    try {
        return await (0,actions_stages/* runStages */.J)(io, target.key, stages);
    }
    finally {
        await progress.provider?.[Symbol.asyncDispose]();
    }
}
function left(value, what) {
    if (value === undefined)
        throw new Error(`the branch stage left no ${what}`);
    return value;
}
/** The section of the schema tells what the pull request changes about its rules; once is enough. */
function quiet({ settings }) {
    return { ...left(settings, 'settings'), changes: async () => [] };
}
function branchStage(io, target, progress) {
    return {
        id: 'create-branch',
        title: 'Branch',
        async work() {
            const { pullRequest } = target;
            // First: a mistake in it is told before anything is made.
            progress.settings = await (0,configuration/* readConfiguration */.T)({ job: io, inputs: io.inputs, pullRequest });
            const provider = await (0,open_provider/* openProvider */.C)(io, io.inputs, { neonBranch: (0,neon_branch_inputs/* neonBranchOptions */.l)(io.inputs) });
            progress.provider = provider;
            void warmUp((0,project_place/* wasmPaths */.$G)(io));
            const adopted = await (0,create_branch.createBranch)({ job: io, inputs: io.inputs, target, provider });
            const created = await refreshBranch({
                job: io,
                inputs: io.inputs,
                provider,
                created: adopted,
                database: (0,database_target/* branchDatabase */.Oy)(adopted.connection, target),
                isRestricted: target.isRestricted,
            });
            for (const [name, value] of (0,branch_report/* branchOutputValues */.oW)(created.branch, created.connection))
                io.output(name, value);
            io.output('created', created.created);
            progress.database = (0,database_target/* branchDatabase */.Oy)(created.connection, target);
            progress.created = created;
            // Made or reset by this run: nothing has changed it since.
            const isFresh = created.created || created !== adopted;
            const before = { job: io, inputs: io.inputs, provider, created };
            if (isFresh)
                progress.basis = await readForkBasis(before);
            if ((0,plan_basis/* hasQueries */.Jg)(io, io.inputs))
                progress.plans = await (0,plan_basis/* readPreviewPlans */.V6)({ ...before, isFresh, isRestricted: target.isRestricted });
            return 'go on';
        },
    };
}
function migrationStage(io, target, progress) {
    return {
        id: 'migrate',
        title: 'Migrations',
        async work() {
            const provider = left(progress.provider, 'provider');
            const database = left(progress.database, 'database');
            const settings = quiet(progress);
            const created = left(progress.created, 'branch');
            const place = { job: io, inputs: io.inputs, target, provider, database, created, settings };
            const { run, concluded, basis } = await migrateAndCompare(place, progress.basis);
            progress.basis = basis;
            for (const [name, value] of (0,migrate.migrationOutputValues)(run))
                io.output(name, value);
            for (const [name, value] of concluded?.outputs ?? [])
                io.output(name, value);
            progress.judgedDrops = concluded?.judgedDrops ?? progress.judgedDrops;
            progress.isAsBefore = run.migrations.every(({ status }) => status !== 'applied');
            return run.kind === 'failed' ? 'stop' : 'go on';
        },
    };
}
function changesStage(io, progress) {
    return {
        id: 'schema-diff',
        title: 'Schema changes',
        async work() {
            const outputs = await tellSchemaChanges({
                job: io,
                inputs: io.inputs,
                provider: left(progress.provider, 'provider').name,
                database: left(progress.database, 'database'),
                basis: left(progress.basis, 'schema'),
                settings: quiet(progress),
                judged: progress.judgedDrops,
                isAsBefore: progress.isAsBefore,
            });
            for (const [name, value] of outputs)
                io.output(name, value);
            return 'go on';
        },
    };
}
function plansStage(io, progress) {
    return {
        id: 'check-plans',
        title: 'Query plans',
        async work() {
            const told = await (0,query_plans/* tellPlans */.I)({
                job: io,
                inputs: io.inputs,
                database: left(progress.database, 'database'),
                basis: left(progress.plans, 'plans'),
                settings: quiet(progress),
                isOurs: true,
            });
            for (const [name, value] of told.outputs)
                io.output(name, value);
            return 'go on';
        },
    };
}
function connectionStage(io, progress) {
    return {
        id: 'check-connection',
        title: 'Connection',
        async work() {
            const database = left(progress.database, 'database');
            const settings = quiet(progress);
            const check = await (0,check_connection.runConnectionCheck)({ job: io, inputs: io.inputs, database, settings });
            for (const [name, value] of (0,check_connection.connectionOutputValues)(check))
                io.output(name, value);
            return 'go on';
        },
    };
}
function schemaStage(io, { isRestricted }, progress) {
    return {
        id: 'check-schema',
        title: 'Schema',
        async work() {
            const check = await (0,check_schema.runSchemaCheck)({
                job: io,
                inputs: io.inputs,
                database: left(progress.database, 'database'),
                settings: left(progress.settings, 'settings'),
                isRestricted,
            });
            for (const [name, value] of (0,check_schema.schemaOutputValues)(check))
                io.output(name, value);
            return 'go on';
        },
    };
}
async function closePreview(io, target) {
    const stage = {
        id: 'delete-branch',
        title: 'Branch',
        async work() {
            io.output('deleted', await (0,delete_branch.deletePreview)(io, io.inputs, target));
            return 'go on';
        },
    };
    return (0,actions_stages/* runStages */.J)(io, target.key, [stage]);
}
/** Posts the comment where that is possible; a comment that fails does not hide what the report says. */
async function preview_comment(io, target, report) {
    if (!io.inputs.comment || target.pullRequest === undefined)
        return [];
    if (io.event.isUnprivileged) {
        io.log.notice(comment.readOnlyNotice);
        return [];
    }
    try {
        const posted = await (0,comment.postComment)({ job: io, githubToken: io.inputs.githubToken, report });
        for (const [name, value] of (0,comment.commentOutputValues)(posted))
            io.output(name, value);
        return [];
    }
    catch (thrown) {
        io.signal.throwIfAborted();
        return [thrown];
    }
}
/** Everything that went wrong is told; only findings are measured by `fail-on`. */
function conclude(io, report, failures) {
    for (const failure of failures)
        io.fail((0,runtime_failure/* describeFailure */.I)(failure));
    if (failures.length > 0 || !(0,verdict/* shouldFail */.W9)(report.sections, io.inputs.failOn))
        return;
    const counts = (0,verdict/* countsInWords */.Pe)((0,verdict/* countFindings */.Gt)(report.sections.flatMap(({ findings }) => findings)));
    io.fail(`The preview does not pass: ${counts}. See the step summary.`);
}


/***/ })

};
