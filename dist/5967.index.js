export const id = 5967;
export const ids = [5967];
export const modules = {

/***/ 25967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  definition: () => (/* binding */ restore_backup_definition),
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/backups/drill/choose-drills.js
var choose_drills = __webpack_require__(30132);
// EXTERNAL MODULE: ./build/backups/drill/drill-findings.js
var drill_findings = __webpack_require__(98206);
// EXTERNAL MODULE: ./build/backups/drill/drill-record-file.js
var drill_record_file = __webpack_require__(36980);
// EXTERNAL MODULE: ./build/backups/drill/gather-backups.js
var gather_backups = __webpack_require__(15777);
// EXTERNAL MODULE: ./build/backups/drill/run-drill.js + 10 modules
var run_drill = __webpack_require__(30441);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/backups/backup-id.js
var backup_id = __webpack_require__(46580);
;// CONCATENATED MODULE: ./build/backups/restore/choose-point.js
/** Which backup is meant: by its id, by a release's tag, or the newest that was taken not later than a moment. */


/**
 * Without any of them: the newest. @param backups newest first
 * @throws UserError when more than one is given, the time cannot be read, or there is no such backup
 */
function choosePoint(backups, point) {
    const given = [point.backupId, point.tag, point.at].filter((value) => value !== undefined);
    if (given.length > 1)
        throw new errors/* UserError */.yo('More than one of `backup-id`, `tag` and `at` is given.', {
            hint: 'Give the one that says which backup is meant.',
        });
    const [newest] = backups;
    if (newest === undefined)
        throw new errors/* UserError */.yo('There is no backup to restore.');
    const found = findPoint(backups, point);
    if (found !== undefined)
        return found;
    const oldest = backups.at(-1) ?? newest;
    throw new errors/* UserError */.yo(`There is no backup ${wordsOf(point)}.`, {
        hint: `The newest is ${newest.id}, the oldest ${oldest.id}.`,
    });
}
function findPoint(backups, { backupId, tag, at }) {
    if (backupId !== undefined)
        return backups.find(({ id }) => id === backupId);
    if (tag !== undefined)
        return backups.find((backup) => backup.tag === tag);
    if (at === undefined)
        return backups[0];
    const limit = readMoment(at).getTime();
    return backups.find(({ id }) => ((0,backup_id/* takenAtOf */.cv)(id)?.getTime() ?? Number.POSITIVE_INFINITY) <= limit);
}
/** A time without a zone would mean another moment on every machine. */
function readMoment(text) {
    const moment = new Date(text);
    const hasZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
    if (hasZone && !Number.isNaN(moment.getTime()))
        return moment;
    throw new errors/* UserError */.yo(`Input \`at\`: "${text}" is no moment.`, {
        hint: 'Give it with its zone: `2026-11-22T05:00:00Z` or `2026-11-22T06:00+01:00`.',
    });
}
function wordsOf({ backupId, tag, at }) {
    if (backupId !== undefined)
        return backupId;
    return tag === undefined ? `that was taken at ${at} or before` : `of the release ${tag}`;
}

// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(59362);
// EXTERNAL MODULE: ./build/backups/drill/drill-section.js
var drill_section = __webpack_require__(53893);
// EXTERNAL MODULE: ./build/backups/drill/objectives.js
var objectives = __webpack_require__(280);
;// CONCATENATED MODULE: ./build/backups/restore/restore-section.js



function restoreSection({ record, place, findings }) {
    const hasError = record.verdict !== 'verified' || findings.some(({ severity }) => severity === 'error');
    const hasWarning = findings.some(({ severity }) => severity === 'warning');
    return {
        id: 'restore-backup',
        title: 'Restore',
        status: hasError ? 'failed' : hasWarning ? 'warning' : 'passed',
        summary: summaryOf(record, place),
        blocks: (0,drill_section/* drillBlocks */.Ck)(record, place),
        findings,
        ...(hasError ? { nextSteps: nextSteps(record, place) } : {}),
    };
}
function summaryOf(record, place) {
    if (record.verdict === 'verified')
        return `${record.backupId} restored in ${(0,objectives/* inWords */.r4)(record.rtoSeconds)} and proved equal: ${(0,quantity/* counted */.hS)(record.tables, 'table')}, ${(0,quantity/* counted */.hS)(record.rows, 'row')}`;
    return place === undefined
        ? `${record.backupId} was not restored`
        : `${record.backupId} was restored and not proved equal`;
}
function nextSteps(record, place) {
    if (place === undefined)
        return ['Nothing was left behind. Mend what the finding names, or restore another backup or copy.'];
    return [
        `Look at what is different before anybody works with ${place}: it holds what could be restored of ${record.backupId}.`,
    ];
}

// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(47342);
// EXTERNAL MODULE: ./build/runtime/definition.js
var definition = __webpack_require__(70654);
// EXTERNAL MODULE: ./build/runtime/input.js
var input = __webpack_require__(30623);
// EXTERNAL MODULE: ./build/actions/backup-inputs.js
var backup_inputs = __webpack_require__(29796);
// EXTERNAL MODULE: ./build/actions/common-inputs.js + 1 modules
var common_inputs = __webpack_require__(27785);
// EXTERNAL MODULE: ./build/actions/drill-target.js + 1 modules
var drill_target = __webpack_require__(63772);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/backups/restore/empty-database.js
var empty_database = __webpack_require__(67268);
// EXTERNAL MODULE: ./build/backups/restore/given-database.js
var given_database = __webpack_require__(51980);
// EXTERNAL MODULE: ./build/actions/create-branch.js
var create_branch = __webpack_require__(80211);
// EXTERNAL MODULE: ./build/actions/open-provider.js
var open_provider = __webpack_require__(15766);
;// CONCATENATED MODULE: ./build/actions/lasting-target.js
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
/** Where `restore-backup` restores to: a database that stays, on a server or on a new branch of Neon. */








/** @throws UserError when something of that name is there and `overwrite` does not name it, or the place cannot last */
function planTarget(request) {
    const { place } = request;
    if (place.kind === 'embedded')
        throw new errors/* UserError */.yo('A server of this job’s own is gone with the job: nothing can be restored to it.', {
            hint: 'Give `into` the URI of a server, or `neon`. To see whether a backup can be restored use `verify-backup`.',
        });
    return place.kind === 'neon' ? planBranch(request) : planDatabase(request, place.uri);
}
async function planDatabase({ inputs, context, job }, serverUri) {
    const name = inputs.restoredDatabase ?? (0,connection_uri/* parseConnectionUri */.sq)(serverUri).database;
    const isThere = await (0,empty_database/* hasDatabase */.A0)({ serverUri: onOther(serverUri, name), name }, context);
    const hint = `Choose another \`restored-database\`, or say that it may go: \`overwrite: ${name}\`.`;
    if (isThere && inputs.overwrite !== name)
        throw new errors/* UserError */.yo(`There is a database "${name}" already.`, { hint });
    // Beside it: what is there stays until the new one is whole.
    const own = isThere ? `${name.slice(0, 40)}_restoring_${(0,external_node_crypto_.randomBytes)(4).toString('hex')}` : name;
    const admin = onOther(serverUri, name);
    // What another run has made meanwhile is not ours to drop.
    let isMade = false;
    return {
        name: (0,connection_uri/* describeUri */.U0)({ ...(0,connection_uri/* parseConnectionUri */.sq)(serverUri), database: name }),
        async open(server, opened) {
            const target = await (0,empty_database/* createEmptyDatabase */.bi)({
                serverUri: admin,
                database: own,
                server,
                description: (0,connection_uri/* describeUri */.U0)({ ...(0,connection_uri/* parseConnectionUri */.sq)(serverUri), database: name }),
                isThrownAway: false,
                roles: 'leave',
            }, opened);
            isMade = true;
            return target;
        },
        async finish(opened) {
            if (own !== name)
                await (0,empty_database/* replaceDatabase */.Wt)({ serverUri: admin, restored: own, name }, opened);
            job.log.info(`Restored into the database "${name}"`);
            return (0,connection_uri/* withDatabase */.kR)(serverUri, name);
        },
        async discard(opened) {
            if (isMade)
                await (0,empty_database/* dropDatabase */.Zi)({ serverUri: admin, database: own, roles: [] }, opened);
        },
    };
}
/** A session on the database itself would be in the way of dropping and renaming it. */
function onOther(serverUri, name) {
    const { database } = (0,connection_uri/* parseConnectionUri */.sq)(serverUri);
    if (database !== name)
        return serverUri;
    return (0,connection_uri/* withDatabase */.kR)(serverUri, name === 'postgres' ? 'template1' : 'postgres');
}
async function planBranch(request) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { job, inputs } = request;
        const { GITHUB_RUN_ID: run = '0' } = job.environment;
        const name = inputs.restoredBranch ?? `restored/${run}`;
        const database = inputs.restoredDatabase ?? 'restored';
        const provider = __addDisposableResource(env_1, await (0,open_provider/* openProvider */.C)(job, { ...inputs, provider: 'neon' }), true);
        const present = await provider.findBranch(name);
        if (present !== undefined && inputs.overwrite !== name)
            throw new errors/* UserError */.yo(`There is a branch "${name}" already.`, {
                hint: `Choose another \`restored-branch\`, or say that it may go: \`overwrite: ${name}\`. Only a branch that this action made is ever reset.`,
            });
        let opened;
        return {
            name: `database ${database} on the branch ${name}`,
            async open(server, context) {
                opened = await openBranch(request, { name, database, isThere: present !== undefined });
                return (0,given_database/* useEmptyDatabase */.O)({ uri: opened.uri, server, description: `branch ${name} on Neon`, roles: 'make' }, context);
            },
            finish() {
                if (opened === undefined)
                    throw new Error('Nothing was restored.');
                return Promise.resolve(opened.uri);
            },
            async discard() {
                if (opened !== undefined)
                    await (0,drill_target/* deleteBranch */.SN)(request, opened.branch);
            },
        };
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
/** A branch of ours that is there is reset first; one of somebody else's is refused by the provider. */
async function openBranch({ job, inputs }, { name, database, isThere }) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const provider = __addDisposableResource(env_2, await (0,open_provider/* openProvider */.C)(job, { ...inputs, provider: 'neon' }), true);
        const { branch: made } = await provider.ensureBranch({
            name,
            parent: undefined,
            owner: { repository: job.event.repository, pullRequest: undefined, key: '' },
            choice: { database: inputs.database, role: inputs.role },
            // Somebody has to look at it; it is no preview that comes and goes.
            expiresAt: undefined,
        });
        try {
            return await openDatabase({
                job,
                inputs,
                provider,
                branch: isThere ? await provider.resetBranch(made) : made,
                database,
            });
        }
        catch (thrown) {
            // One that was there has been reset and stays; a new one would stand in the way of the next attempt.
            if (!isThere)
                await (0,drill_target/* deleteBranch */.SN)({ job, inputs }, made);
            throw thrown;
        }
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
async function openDatabase({ job, inputs, provider, branch, database }) {
    const { role } = await provider.connection(branch, { database: inputs.database, role: inputs.role });
    const isNew = await provider.createDatabase?.(branch, { name: database, owner: role });
    if (isNew === false)
        throw new errors/* UserError */.yo(`The branch "${branch.name}" has a database "${database}" already, from its parent.`, {
            hint: 'Choose another `restored-database`.',
        });
    const connection = await (0,create_branch.connectionOf)({ job, provider, inputs: { database, role }, branch });
    await (0,create_branch.answers)(job, connection, inputs.timeout);
    return { branch, uri: connection.direct };
}

// EXTERNAL MODULE: ./build/actions/section-outcome.js
var section_outcome = __webpack_require__(15102);
// EXTERNAL MODULE: ./build/actions/stages.js
var stages = __webpack_require__(44737);
// EXTERNAL MODULE: ./build/actions/stored-backups.js + 9 modules
var stored_backups = __webpack_require__(45066);
;// CONCATENATED MODULE: ./build/actions/restore-backup.js





















const restore_backup_definition = (0,definition/* defineAction */.QP)({
    name: 'restore-backup',
    title: 'Restore a backup',
    description: 'Restores a stored backup into a new database or a new branch, and proves it equal to what was dumped. Nothing that exists is restored over unless it is named twice.',
    icon: 'rotate-ccw',
    permissions: [
        '`id-token: write`, where the destination is reached by a role (OIDC) and not by stored keys.',
        '`contents: read`, when the backups are assets of a release.',
    ],
    inputs: {
        ...backup_inputs/* storedBackupInputs */.Jw,
        tag: input/* optional */.lq({ description: 'The newest backup that was taken for this release.' }),
        at: input/* optional */.lq({
            description: 'The newest backup whose snapshot was taken not later than this moment (ISO 8601 with zone, such as `2026-11-22T05:00:00Z`).',
        }),
        'restored-database': input/* optional */.lq({
            description: 'Name of the database that is made. Default: the one that `into` names; on Neon `restored`.',
        }),
        'restored-branch': input/* optional */.lq({
            description: 'Neon: name of the branch that is made. Default: `restored/<run id>`.',
        }),
        overwrite: input/* optional */.lq({
            description: 'Name of the database or branch that exists and may be replaced: the very same as `restored-database` or `restored-branch`. A database goes when the new one is proved; a branch, which must be one that this action made, is reset first.',
        }),
        key: common_inputs/* branchInputs */.Eh.key,
        ...common_inputs/* providerInputs */.HV,
        ...common_inputs/* databaseInputs */.dM,
        ...common_inputs/* githubInputs */.dN,
        ...common_inputs/* failOnInput */.cR,
    },
    outputs: {
        'database-url': 'Direct connection URI of what was restored (masked); empty when nothing was left.',
        verdict: '`verified`, `failed` or `could-not-verify`.',
        'backup-id': 'Id of the backup, such as `app_20261122T050000Z_release_ab12cd3`.',
        'rto-seconds': 'Seconds from the download to the last comparison.',
        'record-path': 'The record of the drill (docs/schemas/drill.schema.json).',
        status: '`passed`, `warning` or `failed`.',
    },
});
function run(io) {
    const place = (0,drill_target/* readPlace */.yI)(io, io.inputs.into);
    if (io.inputs.into === undefined)
        throw new errors/* UserError */.yo('Input `into` is empty.', {
            hint: 'Say where to restore to: the connection URI of a server, or `neon`.',
        });
    const step = { key: io.inputs.key ?? '', id: 'restore-backup', title: 'Restore' };
    return (0,stages/* leavingSection */.k)(io, step, async () => {
        const assertions = (0,stored_backups/* readAssertions */.oD)(io, io.inputs.assertSql);
        const context = (0,stored_backups/* restoreContext */.C6)(io, io.inputs);
        const target = await planTarget({ job: io, inputs: io.inputs, place, context });
        await restoreAndTell(io, target, assertions);
    });
}
async function restoreAndTell(io, target, assertions) {
    const { inputs } = io;
    const context = (0,stored_backups/* restoreContext */.C6)(io, inputs);
    const outcome = await restore(io, target, assertions);
    io.log.info((0,run_drill/* describeOutcome */.S)(outcome));
    const uri = await settle({ io, target, outcome });
    const { record } = outcome;
    io.output('verdict', record.verdict);
    io.output('backup-id', record.backupId);
    io.output('rto-seconds', String(record.rtoSeconds));
    for (const secret of uri === undefined ? [] : (0,connection_uri/* secretsOf */.Fj)(uri))
        context.mask(secret);
    io.output('database-url', uri ?? '');
    const path = (0,external_node_path_.join)(io.reports.directory(inputs.key ?? ''), 'restore.json');
    (0,external_node_fs_.writeFileSync)(path, io.redact((0,drill_record_file/* serializeRecord */.Om)(record)));
    io.output('record-path', path);
    const section = restoreSection({
        record,
        place: uri === undefined ? undefined : target.name,
        findings: (0,drill_findings/* drillFindings */.O)(outcome),
    });
    io.output('status', (0,verdict/* statusOf */.c2)(section));
    io.reports.writeSection(inputs.key ?? '', section);
    (0,section_outcome/* concludeSection */.jU)(io, section, inputs.failOn === 'never' ? 'error' : inputs.failOn);
}
async function restore(io, target, assertions) {
    const { inputs } = io;
    const backups = await (0,stored_backups/* openStoredBackups */.nJ)(io, inputs);
    const { backupId, tag, at } = inputs;
    const chosen = choosePoint(await (0,gather_backups/* gatherBackups */.J)(backups.stores, backups.series), { backupId, tag, at });
    // The first place that has it, in the order of `from`.
    const location = (0,choose_drills/* nextCopy */.p)(chosen, []) ?? '';
    const parts = (0,stored_backups/* drillParts */.m8)(io, inputs, {
        backups,
        chosen: { backupId: chosen.id, location },
        assertions,
    });
    const context = (0,stored_backups/* restoreContext */.C6)(io, inputs);
    try {
        return await (0,run_drill/* runDrill */.B)({ ...parts, openTarget: ({ server }, opened) => target.open(server, opened) }, context);
    }
    catch (thrown) {
        await target.discard({ ...context, signal: new AbortController().signal });
        throw thrown;
    }
}
/**
 * What could be restored stays, even if something of it is different: after a loss it may be all that there is. Over something
 * that exists goes only what was proved.
 */
async function settle({ io, target, outcome }) {
    const context = (0,stored_backups/* restoreContext */.C6)(io, io.inputs);
    const isProved = outcome.record.verdict === 'verified';
    const isUseful = outcome.restored !== undefined && io.inputs.overwrite === undefined;
    if (isProved || isUseful)
        return target.finish(context);
    await target.discard(context);
    return undefined;
}


/***/ })

};
