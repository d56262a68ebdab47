export const id = 1612;
export const ids = [1612];
export const modules = {

/***/ 11612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  definition: () => (/* binding */ backup_definition),
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(73110);
// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(59362);
// EXTERNAL MODULE: ./build/report/rule.js
var rule = __webpack_require__(56757);
// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(47342);
// EXTERNAL MODULE: ./build/backups/backup-id.js
var backup_id = __webpack_require__(46580);
;// CONCATENATED MODULE: ./build/backups/backup-rules.js
const notEncrypted = {
    id: 'backup-not-encrypted',
    title: 'The backup is stored as plaintext',
    severity: 'warning',
    why: 'Whoever can read the store has all of production. With a public key of age the workflow that writes backups cannot read them either.',
};
const notSigned = {
    id: 'backup-not-signed',
    title: 'The manifest carries no signature',
    severity: 'warning',
    why: 'Hashes find accidents. Whoever can write to the store can write a dump with matching hashes, and pg_restore runs what it says.',
    docs: 'https://www.postgresql.org/support/security/',
};
const notProved = {
    id: 'backup-without-proof',
    title: 'Nothing was counted or hashed to compare a restored copy with',
    severity: 'warning',
    why: 'A drill can then tell only that the dump could be restored, not that it is what production held.',
};
const singleCopy = {
    id: 'backup-single-copy',
    title: 'There is one copy, in one place',
    severity: 'notice',
    why: 'An account that is closed, or a region that is gone, takes the only backup with it.',
};
const backupRules = [notEncrypted, notSigned, notProved, singleCopy];

;// CONCATENATED MODULE: ./build/backups/backup-section.js
/** What one backup has to say for itself in a report. */






function backupSection(outcome) {
    const findings = [...outcome.findings, ...findingsOf(outcome)];
    const { manifest, bytes, copies } = outcome.stored;
    const section = {
        id: 'backup',
        title: 'Backup',
        summary: `${contentOf(manifest)} in ${(0,quantity/* formatBytes */.z3)(bytes)}, ${copies.length === 1 ? 'dumped and stored' : `dumped and stored in ${copies.length} places`} in ${(0,duration/* formatDuration */.a)(totalMs(manifest))}`,
        blocks: [facts(outcome), copyTable(copies), ...omissions(manifest)],
        findings,
    };
    return { ...section, status: (0,verdict/* statusOf */.c2)({ ...section, status: 'passed' }) };
}
function totalMs({ seconds }) {
    return (seconds.dump + seconds.proof + seconds.store) * 1000;
}
function contentOf({ facts: { tables }, proof }) {
    if (proof === 'none')
        return 'The database';
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    return `${(0,quantity/* counted */.hS)(tables.length, 'table')} with ${(0,quantity/* counted */.hS)(rows, 'row')}`;
}
const proofs = {
    source: 'every row hashed at the source, in the snapshot that was dumped',
    archive: 'every row hashed as the dump holds it',
    none: 'none',
};
function facts({ stored: { manifest }, source, signedBy, restorePoint }) {
    const { origin, encryption, seconds } = manifest;
    const rows = [
        ['Folder', { code: (0,backup_id/* backupFolder */.j0)(manifest.id) }],
        ['Of', source],
        [
            'Taken at',
            `${manifest.snapshot.takenAt}${manifest.snapshot.lsn === undefined ? '' : `, at ${manifest.snapshot.lsn}`}`,
        ],
        ['Server', manifest.server.version],
        [
            'Dumped with',
            `${manifest.dump.client}, ${manifest.dump.compression}, ${(0,quantity/* counted */.hS)(manifest.dump.jobs, 'job')}`,
        ],
        ['Proof', proofs[manifest.proof]],
        [
            'Encrypted to',
            encryption.kind === 'none' ? 'nobody: plaintext' : (0,quantity/* counted */.hS)(encryption.recipients.length, 'recipient'),
        ],
        ['Signed by', signedBy === undefined ? 'nobody' : { code: signedBy }],
        [
            'Took',
            `dump ${(0,duration/* formatDuration */.a)(seconds.dump * 1000)}, proof ${(0,duration/* formatDuration */.a)(seconds.proof * 1000)}, store ${(0,duration/* formatDuration */.a)(seconds.store * 1000)}`,
        ],
    ];
    const bound = [
        ['Release', origin.tag === undefined ? undefined : { code: origin.tag }],
        ['Commit', origin.commit === '' ? undefined : { code: origin.commit.slice(0, 12) }],
        ['Migration head', origin.migrationHead === undefined ? undefined : { code: origin.migrationHead }],
        ['Neon snapshot', restorePoint],
    ];
    const known = bound.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]]));
    return { kind: 'facts', rows: [...rows.slice(0, 2), ...known, ...rows.slice(2)] };
}
function copyTable(copies) {
    return {
        kind: 'table',
        columns: [
            { title: 'Copy' },
            { title: 'Size', align: 'right' },
            { title: 'Checksum' },
            { title: 'Locked until' },
        ],
        rows: copies.map(({ location, objects }) => [
            { code: location },
            (0,quantity/* formatBytes */.z3)(objects.reduce((sum, { bytes }) => sum + bytes, 0)),
            objects.every(({ isConfirmed }) => isConfirmed) ? 'confirmed by the store' : 'counted while writing',
            lockOf(objects),
        ]),
    };
}
/** The earliest: what is gone first is what a restore misses. */
function lockOf(objects) {
    const times = objects.map(({ retainUntil }) => retainUntil?.getTime() ?? 0);
    const earliest = Math.min(...times);
    return times.length === 0 || earliest === 0 ? 'not locked' : new Date(earliest).toISOString().slice(0, 10);
}
function omissions({ notInBackup, facts: { notCompared } }) {
    return [
        ...omissionBlock('Not in this backup', notInBackup),
        ...omissionBlock('Not compared by a drill', notCompared),
    ];
}
const mostOmissions = 100;
function omissionBlock(title, list) {
    if (list.length === 0)
        return [];
    const shown = list.slice(0, mostOmissions).map(({ subject, reason }) => `${subject}: ${reason}`);
    const rest = list.length - shown.length;
    const items = rest > 0 ? [...shown, `… and ${rest} more, in the manifest`] : shown;
    return [{ kind: 'details', title: `${title} (${list.length})`, blocks: [{ kind: 'list', items }] }];
}
function findingsOf({ stored: { manifest, copies }, signedBy }) {
    const subject = manifest.id;
    const findings = [];
    if (manifest.encryption.kind === 'none')
        findings.push((0,rule/* findingOf */.hD)(notEncrypted, {
            subject,
            message: 'The dump is stored unencrypted.',
            fix: 'Make a key with `age-keygen`, keep it away from this workflow, and give its public part as `encrypt-to`.',
        }));
    if (signedBy === undefined)
        findings.push((0,rule/* findingOf */.hD)(notSigned, {
            subject,
            message: 'The manifest is not signed, so a drill cannot tell who made the backup.',
            fix: 'openssl genpkey -algorithm ed25519 -out sign-key.pem\nopenssl pkey -in sign-key.pem -pubout',
        }));
    if (manifest.proof === 'none')
        findings.push((0,rule/* findingOf */.hD)(notProved, {
            subject,
            message: '`proof: none`: a restored copy has nothing to be equal to.',
        }));
    if (copies.length === 1)
        findings.push((0,rule/* findingOf */.hD)(singleCopy, {
            subject,
            message: `The only copy is in ${copies[0]?.location ?? 'one place'}.`,
            fix: 'Give `to` a second destination, a line each: another account, another region.',
        }));
    return findings;
}

// EXTERNAL MODULE: ./build/backups/manifest-file.js
var manifest_file = __webpack_require__(32074);
// EXTERNAL MODULE: ./build/backups/retention/rules.js
var retention_rules = __webpack_require__(84466);
// EXTERNAL MODULE: ./build/runtime/definition.js
var definition = __webpack_require__(70654);
// EXTERNAL MODULE: ./build/actions/backup-inputs.js
var backup_inputs = __webpack_require__(29796);
// EXTERNAL MODULE: ./build/backups/exported-snapshot.js
var exported_snapshot = __webpack_require__(40298);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/runtime/input.js
var input = __webpack_require__(30623);
// EXTERNAL MODULE: ./build/actions/common-inputs.js + 1 modules
var common_inputs = __webpack_require__(27785);
// EXTERNAL MODULE: ./build/actions/create-branch.js
var create_branch = __webpack_require__(80211);
// EXTERNAL MODULE: ./build/actions/database-target.js
var database_target = __webpack_require__(13849);
// EXTERNAL MODULE: ./build/actions/open-provider.js
var open_provider = __webpack_require__(15766);
// EXTERNAL MODULE: ./build/actions/readable-uri.js
var readable_uri = __webpack_require__(92969);
;// CONCATENATED MODULE: ./build/actions/backup-source.js
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
/** The database that is backed up: given by its URI, or the provider's production, by itself or as a copy of this hour. */









const backupSourceInputs = {
    'database-url': database_target/* databaseTargetInputs */.Go['database-url'],
    source: input/* choice */.Yq({
        description: 'What is dumped. `branch`: a short-lived copy of the source branch, so that production’s compute does not work for it. `direct`: the database itself. `auto`: a copy on Neon, else direct.',
        choices: ['auto', 'branch', 'direct'],
        default: 'auto',
    }),
    'source-branch': input/* optional */.lq({
        description: 'The branch that is backed up, by name or id. Default: the default branch.',
    }),
    'neon-snapshot': input/* boolean */.zM({
        description: 'Also take a snapshot inside Neon, which brings the branch back at once; in its region and account, so no backup by itself.',
        default: 'false',
    }),
    ...common_inputs/* providerInputs */.HV,
    ...common_inputs/* databaseInputs */.dM,
};
/** A dump may take hours; what a crash leaves behind goes by itself. In seconds. */
const copyLivesFor = 12 * 3600;
/** As long as a release is likely to be rolled back. In seconds. */
const restorePointLivesFor = 7 * 24 * 3600;
const copyPrefix = 'backup/';
/** Gives the source to `work`; a copy made for it is deleted whatever happened. @throws UserError for what cannot go together */
async function onBackupSource(job, inputs, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (inputs.databaseUrl !== undefined)
            return work(givenSource(job, inputs, inputs.databaseUrl));
        if (job.event.isUnprivileged)
            throw new errors/* UserError */.yo('This run gets no secrets (a fork, or Dependabot), so there is nothing to back up.', {
                hint: 'Run backups on `release`, `schedule` or `workflow_dispatch`.',
            });
        if ((0,open_provider/* chooseProvider */.V)(inputs, job.event, job.log.notice) === 'postgres' && inputs.postgresUrl === undefined)
            throw new errors/* UserError */.yo('Nothing says which database to back up.', {
                hint: 'Give `database-url`, or `neon-api-key` with `neon-project-id`.',
            });
        const provider = __addDisposableResource(env_1, await (0,open_provider/* openProvider */.C)(job, inputs), true);
        const branch = await sourceBranch(provider, inputs.sourceBranch);
        const restorePoint = await takeRestorePoint({ job, inputs, provider, branch });
        const isCopy = inputs.source === 'branch' || (inputs.source === 'auto' && provider.name === 'neon');
        const request = { job, inputs, provider, branch, restorePoint };
        return isCopy ? onCopy(request, work) : work(await directSource(request));
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
function givenSource(job, inputs, uri) {
    for (const secret of (0,connection_uri/* secretsOf */.Fj)(uri))
        job.mask(secret);
    const wrong = inputs.source === 'branch' ? 'source: branch' : inputs.neonSnapshot ? 'neon-snapshot' : '';
    if (wrong !== '')
        throw new errors/* UserError */.yo(`\`${wrong}\` cannot be had of a database that is given by its \`database-url\`.`, {
            hint: 'Give `neon-api-key` and `neon-project-id` instead of `database-url`, or leave it away.',
        });
    const direct = (0,exported_snapshot/* directUri */.e)(uri, job.log);
    const { host, database } = (0,connection_uri/* parseConnectionUri */.sq)(direct);
    return {
        uri: direct,
        database,
        description: `the database ${database} on ${host}`,
        restorePoint: undefined,
    };
}
async function sourceBranch(provider, wanted) {
    let byId;
    for await (const branch of provider.listBranches()) {
        if (wanted === undefined ? branch.isDefault : branch.name === wanted)
            return branch;
        if (branch.id === wanted)
            byId = branch;
    }
    if (byId !== undefined)
        return byId;
    throw new errors/* UserError */.yo(wanted === undefined
        ? `${provider.name} has no default branch.`
        : `There is no branch "${wanted}" on ${provider.name}.`, { hint: 'Name the branch to back up with `source-branch`, exactly or by its id.' });
}
async function takeRestorePoint({ job, inputs, provider, branch, }) {
    if (!inputs.neonSnapshot)
        return undefined;
    if (provider.takeRestorePoint === undefined)
        throw new errors/* UserError */.yo('`neon-snapshot` needs Neon; this is a plain Postgres server.');
    const { name, created } = await provider.takeRestorePoint(branch, {
        name: `before ${job.event.tag || job.event.commit.slice(0, 7) || 'a backup'}, run ${runOf(job)}`,
        expiresAt: new Date(job.now().getTime() + restorePointLivesFor * 1000),
    });
    job.log.info(`Neon snapshot "${name}" of ${branch.name} ${created ? 'taken' : 'was there'}`);
    return name;
}
function runOf(job) {
    const { GITHUB_RUN_ID: run = '0', GITHUB_RUN_ATTEMPT: attempt = '1' } = job.environment;
    return `${run}-${attempt}`;
}
async function directSource(request) {
    const { job, inputs, provider, branch, restorePoint } = request;
    const uri = await (0,readable_uri/* readableUri */.J)({ job, provider, inputs, branch });
    for (const secret of (0,connection_uri/* secretsOf */.Fj)(uri))
        job.mask(secret);
    const { database } = (0,connection_uri/* parseConnectionUri */.sq)(uri);
    return { uri, database, description: `the branch ${branch.name} itself`, restorePoint };
}
async function onCopy(request, work) {
    const { job, inputs, provider, branch, restorePoint } = request;
    const { branch: copy } = await provider.ensureBranch({
        name: `${copyPrefix}${runOf(job)}`,
        parent: branch.id,
        owner: { repository: job.event.repository, pullRequest: undefined, key: '' },
        choice: { database: inputs.database, role: inputs.role },
        expiresAt: new Date(job.now().getTime() + copyLivesFor * 1000),
    });
    try {
        const connection = await (0,create_branch.connectionOf)({ job, provider, inputs, branch: copy });
        await (0,create_branch.answers)(job, connection, inputs.timeout);
        const { direct: uri, database } = connection;
        return await work({ uri, database, description: `a copy of the branch ${branch.name}`, restorePoint });
    }
    finally {
        await provider.deleteBranch(copy).catch((thrown) => {
            job.log.warning(`The branch ${copy.name} could not be deleted: ${(0,errors/* errorMessage */.gJ)(thrown)} It goes by itself in ${copyLivesFor / 3600} hours, or with the sweep.`);
        });
    }
}

// EXTERNAL MODULE: ./build/actions/open-stores.js + 4 modules
var open_stores = __webpack_require__(25852);
// EXTERNAL MODULE: ./build/backups/retention/prune.js + 5 modules
var prune = __webpack_require__(6675);
// EXTERNAL MODULE: ./build/backups/retention/retention-section.js
var retention_section = __webpack_require__(49257);
// EXTERNAL MODULE: ./build/backups/signing-keys.js
var signing_keys = __webpack_require__(32028);
// EXTERNAL MODULE: ./build/runtime/failure.js
var failure = __webpack_require__(99881);
;// CONCATENATED MODULE: ./build/actions/prune-behind.js
/** Retention as the last part of a backup. */





/**
 * Applies the rules where a backup has just been stored. Whatever goes wrong is a warning of that destination, even a bug: the
 * backup is stored, and the others have their turn. An artifact is passed over: it goes by GitHub's own retention.
 * @throws only when the job was cancelled
 */
async function pruneBehind(job, { stores, series, rules, signKey }) {
    const { log, signal, now } = job;
    const publicKeys = signKey === undefined ? [] : (0,signing_keys/* parsePublicKeys */.V)(signKey.publicPem);
    const pruned = [];
    const failed = [];
    for (const store of stores) {
        if (store.location === 'artifact')
            continue;
        try {
            const request = { series, rules, publicKeys, isDryRun: false, now, log, signal };
            pruned.push(await (0,prune/* pruneStore */.I)(store, request));
        }
        catch (thrown) {
            if (signal.aborted || thrown instanceof errors/* CancelledError */.cc)
                throw thrown;
            const [reason = '', ...hint] = (0,failure/* describeFailure */.I)(thrown).split('\n');
            log.warning(`The backup is stored. Retention in ${store.location} broke off: ${[reason, ...hint].join(' ')}`);
            failed.push({
                location: store.location,
                reason,
                hint: hint.length === 0 ? undefined : hint.join(' '),
            });
        }
    }
    return (0,retention_section/* retentionSection */.a)({ series, isDryRun: false, stores: pruned, failed });
}

// EXTERNAL MODULE: ./build/actions/section-outcome.js
var section_outcome = __webpack_require__(15102);
// EXTERNAL MODULE: ./build/actions/stages.js
var stages = __webpack_require__(44737);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/deferred.js
/** One that is rejected and never awaited ends nobody's process. */
function deferred() {
    let resolve = () => { };
    let reject = () => { };
    const promise = new Promise((onValue, onReason) => {
        resolve = onValue;
        reject = onReason;
    });
    promise.catch(() => { });
    return { promise, resolve, reject };
}

// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(86967);
// EXTERNAL MODULE: ./build/postgres/row.js
var postgres_row = __webpack_require__(31290);
;// CONCATENATED MODULE: ./build/migrations/migration-head.js


/**
 * The last migration that Prisma has applied, as the session sees it; undefined without a history, with one that the role
 * may not read, or with several. No query of it fails for lack of the table: in a transaction that would end it.
 */
async function readMigrationHead(session) {
    const tables = await session.query(historyTables);
    const [table] = tables;
    if (table === undefined || tables.length > 1)
        return undefined;
    const [row] = await session.query(`SELECT migration_name AS name FROM ${(0,identifier/* quoteIdentifier */.C)((0,postgres_row/* text */.Qq)(table, 'schema'))}._prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C" DESC LIMIT 1`);
    return row === undefined ? undefined : (0,postgres_row/* optionalText */.mR)(row, 'name');
}
const historyTables = `
SELECT n.nspname AS schema
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
WHERE c.relname OPERATOR(pg_catalog.=) '_prisma_migrations' AND c.relkind OPERATOR(pg_catalog.=) 'r'
  AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
  AND (SELECT count(*) FROM pg_catalog.pg_attribute AS a
    WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid
      AND a.attname IN ('migration_name', 'finished_at', 'rolled_back_at')) OPERATOR(pg_catalog.=) 3`;

// EXTERNAL MODULE: ./build/postgres/client-program.js
var client_program = __webpack_require__(53966);
// EXTERNAL MODULE: ./build/postgres/connect.js + 6 modules
var connect = __webpack_require__(46033);
// EXTERNAL MODULE: ./build/schema/snapshot-file.js
var snapshot_file = __webpack_require__(4283);
;// CONCATENATED MODULE: ./build/actions/take-backup.js
var take_backup_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var take_backup_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
/** One backup: dumped, fingerprinted and stored, by way of the disk or straight to the destinations. */










/** @throws UserError or ExternalError; nothing that could pass for a backup is left then */
async function backUp(request) {
    const { inputs } = request;
    const { pgDump, pgRestore } = await findPrograms(request);
    const { securityFindings } = await __webpack_require__.e(/* import() */ 9025).then(__webpack_require__.bind(__webpack_require__, 29025));
    const findings = securityFindings(pgDump, 'dump').map((finding) => ({
        rule: 'client-program-unfixed',
        subject: pgDump.path,
        ...finding,
    }));
    const parts = { ...request, pgDump, pgRestore };
    const stored = inputs.spool === 'disk' ? await byDisk(parts) : await byStream(parts);
    return { stored, findings };
}
async function findPrograms({ job, inputs, source }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { findClientProgram } = await __webpack_require__.e(/* import() */ 8151).then(__webpack_require__.bind(__webpack_require__, 8151));
        const session = take_backup_addDisposableResource(env_1, await openSource(job, inputs, source), true);
        const { environment, log, signal } = job;
        const serverMajor = (0,client_program/* majorOf */.D)(session.serverVersion);
        const install = inputs.installClient;
        const find = (name) => findClientProgram({ name, serverMajor, environment, log, signal, install });
        const pgDump = await find('pg_dump');
        return { pgDump, pgRestore: inputs.proof === 'archive' ? await find('pg_restore') : undefined };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = take_backup_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function openSource(job, { timeout }, { uri }) {
    return (0,connect/* connectWhenReady */.y)({
        uri,
        applicationName: 'database-actions/backup',
        signal: job.signal,
        timeoutMs: timeout * 1000,
        log: job.log,
    });
}
async function byDisk(parts) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parts.job.stateDirectory, 'dump-'));
    try {
        const { takeDump } = await Promise.all(/* import() */[__webpack_require__.e(8463), __webpack_require__.e(3487), __webpack_require__.e(3319)]).then(__webpack_require__.bind(__webpack_require__, 32122));
        const beside = readBeside();
        const path = (0,external_node_path_.join)(folder, 'dump');
        const taken = await takeDump({
            ...dumpOptions(parts),
            output: { kind: 'folder', path },
            inSnapshot: beside.read,
        });
        return await store(parts, {
            dump: { format: 'directory', folder: path },
            schemaJson: () => schemaJsonOf(taken),
            draft: draftOf(parts, taken, beside),
        });
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** The dump is stored while it is made; what the manifest says of it is known when it has been read to its end. */
async function byStream(parts) {
    const { takeDump } = await Promise.all(/* import() */[__webpack_require__.e(8463), __webpack_require__.e(3487), __webpack_require__.e(3319)]).then(__webpack_require__.bind(__webpack_require__, 32122));
    const beside = readBeside();
    const draft = deferred();
    let storing;
    let taken;
    try {
        taken = await takeDump({
            ...dumpOptions(parts),
            inSnapshot: beside.read,
            output: {
                kind: 'stream',
                async write(dump, takenAt) {
                    const read = deferred();
                    storing = store(parts, {
                        dump: { format: 'custom', stream: untilRead(dump, read.resolve) },
                        schemaJson: () => taken && schemaJsonOf(taken),
                        draft: { id: idOf(parts, takenAt), complete: () => draft.promise },
                    });
                    await Promise.race([read.promise, storing]);
                },
            },
        });
        draft.resolve(draftOf(parts, taken, beside));
    }
    catch (thrown) {
        draft.reject(thrown);
        await storing?.catch(() => { });
        throw thrown;
    }
    if (storing === undefined)
        throw new Error('The dump was not stored.');
    return storing;
}
async function* untilRead(dump, isRead) {
    yield* dump;
    isRead();
}
function dumpOptions({ job, inputs, source, pgDump, pgRestore }) {
    const { log, signal, environment } = job;
    return {
        uri: source.uri,
        jobs: inputs.jobs || (0,external_node_os_.availableParallelism)(),
        proof: inputs.proof,
        tables: {
            include: inputs.includeTables,
            exclude: inputs.excludeTables,
            excludeData: inputs.excludeTableRows,
        },
        pgDump,
        ...(pgRestore === undefined ? {} : { pgRestore }),
        environment,
        log,
        signal,
        timeoutMs: inputs.timeout * 1000,
        lockTimeoutMs: inputs.lockTimeout * 1000,
    };
}
/** What a manifest tells of the application, at the same snapshot. */
function readBeside() {
    let head;
    return {
        async read(snapshot) {
            head = await readMigrationHead(snapshot.connection);
        },
        migrationHead: () => head,
    };
}
function schemaJsonOf({ schema }) {
    return schema === undefined ? undefined : (0,snapshot_file/* serializeSnapshot */.DP)(schema);
}
function idOf({ job, inputs, source }, takenAt) {
    return (0,backup_id/* backupId */.WH)({
        series: (0,backup_id/* seriesOf */.Lf)(inputs.series ?? source.database),
        takenAt: new Date(takenAt),
        trigger: triggerOf(job, inputs),
        commit: job.event.commit,
    });
}
function triggerOf({ event }, { trigger }) {
    if (trigger !== 'auto')
        return trigger;
    if (event.name === 'release' || event.tag !== '')
        return 'release';
    return event.name === 'schedule' ? 'scheduled' : 'manual';
}
function draftOf(parts, taken, beside) {
    const { job, inputs, source } = parts;
    const { format: _format, files: _files, ...dump } = taken.description;
    const { event } = job;
    const head = beside.migrationHead();
    return {
        id: idOf(parts, taken.snapshot.takenAt),
        series: (0,backup_id/* seriesOf */.Lf)(inputs.series ?? source.database),
        database: source.database,
        origin: {
            trigger: triggerOf(job, inputs),
            repository: event.repository,
            commit: event.commit,
            ...(event.tag === '' ? {} : { tag: event.tag }),
            ...(head === undefined ? {} : { migrationHead: head }),
            ...(event.runUrl === undefined ? {} : { run: event.runUrl }),
        },
        server: taken.server,
        snapshot: taken.snapshot,
        dump,
        proof: inputs.proof,
        facts: taken.facts,
        notInBackup: taken.notInBackup,
        seconds: taken.seconds,
        ...(inputs.keepForever ? { keep: 'forever' } : {}),
    };
}
async function store({ job, inputs, stores, recipients, signKey, source }, content) {
    const { storeBackup } = await __webpack_require__.e(/* import() */ 1620).then(__webpack_require__.bind(__webpack_require__, 81620));
    const { log, signal } = job;
    const serverNow = () => timeOf(job, inputs, source);
    return storeBackup({ ...content, stores, recipients, signKey, serverNow, log, signal });
}
async function timeOf(job, inputs, source) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const session = take_backup_addDisposableResource(env_2, await openSource(job, inputs, source), true);
        const [row = {}] = await session.query(`SELECT pg_catalog.to_char(pg_catalog.now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now`);
        return new Date((0,postgres_row/* text */.Qq)(row, 'now'));
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = take_backup_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}

;// CONCATENATED MODULE: ./build/actions/backup.js















const backup_definition = (0,definition/* defineAction */.QP)({
    name: 'backup',
    title: 'Back up a database',
    description: 'Dumps a database and fingerprints every table at one exported snapshot, encrypts, signs and stores it in one or more places.',
    icon: 'archive',
    permissions: [
        '`id-token: write`, where the destination is reached by a role (OIDC) and not by stored keys.',
        '`contents: write`, for `release:` only.',
        'No other for `retention`; but the role in the bucket must read and delete then. Better `prune-backups`, in a job with a role of its own.',
    ],
    inputs: {
        ...backupSourceInputs,
        ...backup_inputs/* storageInputs */.Fd,
        ...backup_inputs/* dumpInputs */.kc,
        ...backup_inputs/* retentionInput */.nm,
        ...common_inputs/* githubInputs */.dN,
        ...common_inputs/* failOnInput */.cR,
    },
    outputs: {
        'backup-id': 'Id of the backup, such as `app_20261122T050000Z_release_ab12cd3`.',
        location: 'Folder of the first copy.',
        'manifest-path': 'The manifest as stored (docs/schemas/backup-manifest.schema.json).',
        bytes: 'Size of one copy.',
        'artifact-name': 'Name of the artifact; empty unless `to` has one.',
        'artifact-path': 'What is uploaded as that artifact.',
        status: '`passed`, `warning` or `failed`.',
    },
    artifact: { nameOutput: 'artifact-name', pathOutput: 'artifact-path' },
});
function run(io) {
    return (0,stages/* leavingSection */.k)(io, { key: '', id: 'backup', title: 'Backup' }, () => backUpAndTell(io));
}
/** Everything that a wrong input can spoil is read before anything is dumped. */
async function backUpAndTell(io) {
    const { inputs } = io;
    const keys = await readKeys(io);
    const rules = inputs.retention === undefined ? undefined : (0,retention_rules/* parseRetention */.A)(inputs.retention);
    const stores = await (0,open_stores/* openStores */.j)(io, { ...inputs, destinations: inputs.to, input: 'to' });
    const { refusePublicPlaintext } = await __webpack_require__.e(/* import() */ 1620).then(__webpack_require__.bind(__webpack_require__, 81620));
    refusePublicPlaintext(stores, keys.recipients);
    const { stored, source, findings } = await onBackupSource(io, inputs, async (given) => {
        const made = await backUp({ job: io, inputs, source: given, stores, ...keys });
        return { ...made, source: given };
    });
    await giveOutputs(io, stored);
    const section = backupSection({
        stored,
        source: source.description,
        signedBy: keys.signKey?.id,
        restorePoint: source.restorePoint,
        findings,
    });
    io.reports.writeSection('', section);
    io.output('status', (0,verdict/* statusOf */.c2)(section));
    (0,section_outcome/* concludeSection */.jU)(io, section, inputs.failOn);
    if (rules === undefined)
        return;
    const { series } = stored.manifest;
    const pruned = await pruneBehind(io, { stores, series, rules, signKey: keys.signKey });
    io.reports.writeSection('', pruned);
    (0,section_outcome/* concludeSection */.jU)(io, pruned, inputs.failOn);
}
async function readKeys({ inputs }) {
    const { parseRecipients } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 24346));
    const { parseSignKey } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 32028));
    return {
        recipients: inputs.encryptTo === '' ? undefined : await parseRecipients(inputs.encryptTo),
        signKey: inputs.signKey === undefined ? undefined : parseSignKey(inputs.signKey),
    };
}
async function giveOutputs(io, stored) {
    const { manifest, bytes, copies } = stored;
    const path = (0,external_node_path_.join)(io.reports.directory(''), `${manifest.id}.manifest.json`);
    await (0,promises_.writeFile)(path, (0,manifest_file/* serializeManifest */.MZ)(manifest));
    io.output('backup-id', manifest.id);
    io.output('location', copies[0] === undefined ? '' : `${copies[0].location}/${copies[0].folder}`);
    io.output('manifest-path', path);
    io.output('bytes', bytes);
    const isArtifact = copies.some(({ location }) => location === 'artifact');
    io.output('artifact-name', isArtifact ? `backup-${manifest.id}` : '');
    io.output('artifact-path', isArtifact ? (0,open_stores/* artifactFolder */.T)(io) : '');
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

/***/ 40298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ directUri),
/* harmony export */   v: () => (/* binding */ exportSnapshot)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9755);
/* harmony import */ var _postgres_identifier_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(86967);
/* harmony import */ var _postgres_pooler_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14045);
/* harmony import */ var _postgres_row_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31290);
/* harmony import */ var _postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37929);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44479);
/* harmony import */ var _long_session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75469);








const keepAliveMs = 30_000;
/**
 * Opens the session that all of a backup hangs on: its transaction stays open, its snapshot is what is dumped and
 * proved. Holds back vacuum as long as it lives.
 * @throws UserError or ExternalError when there is no connection, or the role may not read
 */
async function exportSnapshot(options) {
    const lost = new AbortController();
    const closed = new AbortController();
    const signal = AbortSignal.any([options.signal, lost.signal]);
    const sessions = [];
    const close = async () => {
        closed.abort();
        await Promise.all(sessions.map((session) => session[Symbol.asyncDispose]()));
    };
    const open = async () => {
        const session = await openSession({ ...options, signal });
        sessions.push(session);
        keepOpen(session, lost, closed.signal);
        return session;
    };
    try {
        const connection = await open();
        const { lsn, ...server } = await readServer(connection);
        const [row = {}] = await connection.query(beginAndExport);
        const id = (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)(row, 'id');
        return {
            id,
            takenAt: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)(row, 'taken_at'),
            ...(lsn === undefined ? {} : { lsn }),
            server,
            connection,
            join: async () => importSnapshot(await open(), id),
            signal,
            [Symbol.asyncDispose]: close,
        };
    }
    catch (thrown) {
        await close();
        throw thrown;
    }
}
async function importSnapshot(session, id) {
    await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // Must be the transaction's first statement.
    await session.query(`SET TRANSACTION SNAPSHOT ${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_7__/* .quoteLiteral */ .c)(id)}`);
    return session;
}
/** The start of the transaction is taken for the time: it is before the snapshot, so an age told by it is never too short. */
const beginAndExport = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_catalog.pg_export_snapshot() AS id,
  pg_catalog.to_char(pg_catalog.now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS taken_at`;
/** The URI of the server itself, where it is known. @throws UserError for a pooler whose server is not known */
function directUri(uri, log) {
    if (!(0,_postgres_pooler_js__WEBPACK_IMPORTED_MODULE_2__/* .isPooledUri */ .sN)(uri))
        return uri;
    const direct = (0,_postgres_pooler_js__WEBPACK_IMPORTED_MODULE_2__/* .directUriOf */ .jI)(uri);
    if (direct === undefined)
        (0,_postgres_pooler_js__WEBPACK_IMPORTED_MODULE_2__/* .assertDirectUri */ .UH)(uri);
    const { host, port } = (0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .parseConnectionUri */ .sq)(direct ?? uri);
    log.notice(`The connection URI leads to a pooler; the dump goes to ${host}:${port} instead, since pg_dump would change the settings of connections that others share.`);
    return direct ?? uri;
}
async function openSession(options) {
    try {
        return await (0,_long_session_js__WEBPACK_IMPORTED_MODULE_5__/* .openLongSession */ .b)(options);
    }
    catch (thrown) {
        throw supabaseHint(thrown, options);
    }
}
/** Supabase's direct hosts have an IPv6 address alone; without IPv6 a resolver may say that there is no such name. */
function supabaseHint(thrown, { uri }) {
    const { host } = (0,_postgres_connection_uri_js__WEBPACK_IMPORTED_MODULE_1__/* .parseConnectionUri */ .sq)(uri);
    const isDirect = /^db\.[a-z0-9]+\.supabase\.co$/.test(host);
    if (!isDirect || !(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA && thrown.retryable))
        return thrown;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${thrown.message} Direct hosts of Supabase have an IPv6 address alone.`, {
        hint: "GitHub's runners have no IPv6: use the URI of Supabase's session pooler (…pooler.supabase.com, port 5432), or buy the project an IPv4 address.",
        cause: thrown,
    });
}
/** By JSON, since the columns have other names in every other version. */
const serverQuery = `SELECT pg_catalog.current_setting('server_version') AS version,
  pg_catalog.pg_is_in_recovery() AS is_standby,
  pg_catalog.pg_encoding_to_char(d.encoding) AS encoding,
  CASE facts.json ->> 'datlocprovider'
    WHEN 'i' THEN 'icu:' || coalesce(facts.json ->> 'datlocale', facts.json ->> 'daticulocale')
    WHEN 'b' THEN 'builtin:' || (facts.json ->> 'datlocale')
    ELSE d.datcollate END AS locale
FROM pg_catalog.pg_database d CROSS JOIN LATERAL (SELECT pg_catalog.to_json(d) AS json) facts
WHERE d.datname = pg_catalog.current_database()`;
async function readServer(connection) {
    const [row = {}] = await connection.query(serverQuery);
    return {
        versionNumber: connection.serverVersion,
        version: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)(row, 'version'),
        encoding: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)(row, 'encoding'),
        locale: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)(row, 'locale'),
        lsn: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_6__/* .truth */ .Im)(row, 'is_standby') ? undefined : await currentLsn(connection),
    };
}
/** Asked before the transaction: a refusal would end that. */
async function currentLsn(connection) {
    try {
        const [row = {}] = await connection.query('SELECT pg_catalog.pg_current_wal_lsn()::text AS lsn');
        return (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_6__/* .optionalText */ .mR)(row, 'lsn');
    }
    catch (thrown) {
        if ((0,_postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_3__/* .sqlStateOf */ .v9)(thrown) === _postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_3__/* .sqlState */ .cn.insufficientPrivilege)
            return undefined;
        throw thrown;
    }
}
/** Speaks now and then, so that no firewall forgets the connection, and notices at once when it is gone. */
function keepOpen(connection, lost, closed) {
    const onEnd = () => {
        if (!closed.aborted)
            lost.abort(snapshotLost());
    };
    connection.client.once('end', onEnd);
    void speak(connection, closed).catch(onEnd);
}
async function speak(connection, closed) {
    for (;;) {
        const isOver = await (0,_wait_js__WEBPACK_IMPORTED_MODULE_4__/* .sleep */ .yy)(keepAliveMs, closed).then(() => false, () => true);
        if (isOver)
            return;
        await connection.query('SELECT 1').catch((thrown) => {
            // Refused where a statement before it had failed: the session is there all the same.
            if ((0,_postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_3__/* .sqlStateOf */ .v9)(thrown) === undefined)
                throw thrown;
        });
    }
}
function snapshotLost() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA('Postgres', 'The session that holds the exported snapshot was lost, so nothing of this backup counts.', {
        retryable: true,
        hint: 'Did the server restart, or does something end long transactions (`idle_in_transaction_session_timeout`, `transaction_timeout`, a pooler, an administrator)? Run the backup again.',
    });
}


/***/ })

};
