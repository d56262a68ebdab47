export const id = 7804;
export const ids = [7804];
export const modules = {

/***/ 78370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ parseBackupKey),
/* harmony export */   w: () => (/* binding */ isBackupKey)
/* harmony export */ });
/* harmony import */ var _backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46580);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8399);


/** Names that a backup's files have: of the manifest, or encrypted and packed ones. */
const fileName = /^(?:dump|schema)\.[a-z0-9]+(?:\.[a-z0-9]+){0,2}$/;
/**
 * The parts of `<series>/<yyyy>/<mm>/<id>/<name>`, undefined for any other key. Whatever else lies below a destination is
 * not ours: it is neither read nor deleted.
 */
function parseBackupKey(key) {
    const segments = key.split('/');
    const [series = '', , , id = '', name = ''] = segments;
    if (segments.length !== 5 || !(0,_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .isBackupId */ ["if"])(id) || (0,_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .backupFolder */ .j0)(id) !== segments.slice(0, 4).join('/'))
        return undefined;
    const isOurs = [_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestName */ .vS, _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .signatureName */ .S1, _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .recoveryName */ .tQ].includes(name) || fileName.test(name);
    return isOurs ? { series, id, name } : undefined;
}
function isBackupKey(key) {
    return parseBackupKey(key) !== undefined;
}


/***/ }),

/***/ 6675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ pruneStore)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/backups/damage.js
var damage = __webpack_require__(75763);
// EXTERNAL MODULE: ./build/backups/drill/drill-history.js
var drill_history = __webpack_require__(91250);
// EXTERNAL MODULE: ./build/backups/list-backups.js
var list_backups = __webpack_require__(99924);
// EXTERNAL MODULE: ./build/backups/open-backup.js
var open_backup = __webpack_require__(72025);
// EXTERNAL MODULE: ./build/backups/backup-id.js
var backup_id = __webpack_require__(46580);
// EXTERNAL MODULE: ./build/backups/backup-key.js
var backup_key = __webpack_require__(78370);
// EXTERNAL MODULE: ./build/backups/manifest.js
var backups_manifest = __webpack_require__(8399);
;// CONCATENATED MODULE: ./build/backups/retention/apply.js




/**
 * Deletes what the plan says, oldest first. The manifest goes first of a backup: after a crash there is no backup that looks
 * whole and is not, and what is left is swept as unfinished. A locked one is left whole.
 * @throws UserError, and deletes nothing, when the verified backup that the plan relies on is not in this store
 */
async function applyRetention(store, plan, context) {
    const doomed = plan.decisions.filter(({ action }) => action === 'delete').map(({ backup }) => backup);
    for (const { backup, action, reasons } of plan.decisions)
        context.log.info(`${action === 'keep' ? 'Keep' : 'Delete'} ${backup.id}: ${reasons.join('; ')}.`);
    const outcome = { deleted: [], locked: [], foreign: [] };
    if (doomed.length === 0)
        return outcome;
    await checkGuard(store, plan.guard);
    for (const backup of doomed.toReversed()) {
        context.signal.throwIfAborted();
        if (context.isDryRun)
            outcome.deleted.unshift(backup.id);
        else if (await isLocked(store, backup, context.now))
            outcome.locked.unshift(backup.id);
        else
            await deleteBackup(store, backup, outcome);
    }
    if (outcome.locked.length > 0)
        context.log.notice(`Locked by the store, and kept until then: ${outcome.locked.join(', ')}.`);
    if (outcome.foreign.length > 0)
        context.log.warning(`Not of a backup, and left alone: ${outcome.foreign.join(', ')}.`);
    return outcome;
}
/** What everything relies on is looked at again, just before: in this store, whole. */
async function checkGuard(store, guard) {
    if (guard === undefined)
        throw new errors/* UserError */.yo('Nothing is deleted: no backup of the series is verified.', {
            hint: 'Run `verify-backup` first.',
        });
    const folder = (0,backup_id/* backupFolder */.j0)(guard.id);
    const manifest = await store.head(`${folder}/${backups_manifest/* manifestName */.vS}`);
    const wrong = manifest === undefined ? [backups_manifest/* manifestName */.vS] : [];
    for (const { name, bytes } of guard.files)
        if ((await store.head(`${folder}/${name}`))?.bytes !== bytes)
            wrong.push(name);
    if (wrong.length === 0)
        return;
    throw new errors/* UserError */.yo(`Nothing is deleted: of the verified backup ${guard.id}, ${wrong.join(', ')} is missing in ${store.location}, or has another length.`, { hint: 'Store and verify a new backup there first.' });
}
/** Object by object: a backup of which the manifest could go and the dump not would be half of one. */
async function isLocked(store, backup, now) {
    if (!store.capabilities.objectLock)
        return false;
    for (const key of keysOf(backup)) {
        const found = await store.head(key);
        if (found?.isHeld === true || (found?.retainUntil !== undefined && found.retainUntil > now))
            return true;
    }
    return false;
}
async function deleteBackup(store, backup, outcome) {
    const [manifest = '', ...others] = keysOf(backup);
    if ((await store.delete(manifest)) === 'locked')
        return void outcome.locked.unshift(backup.id);
    outcome.deleted.unshift(backup.id);
    for (const key of others)
        if ((await store.delete(key)) === 'locked')
            outcome.locked.unshift(key);
    for await (const { key } of store.list(`${(0,backup_id/* backupFolder */.j0)(backup.id)}/`))
        if (!outcome.locked.includes(key))
            outcome.foreign.push(key);
}
/** The manifest first. Only names that a backup's files have: a manifest is not believed when it claims others. */
function keysOf({ id, files }) {
    const folder = (0,backup_id/* backupFolder */.j0)(id);
    const names = new Set([backups_manifest/* manifestName */.vS, backups_manifest/* signatureName */.S1, ...files.map(({ name }) => name)]);
    return [...names].map((name) => `${folder}/${name}`).filter((key) => (0,backup_key/* parseBackupKey */.l)(key)?.id === id);
}

;// CONCATENATED MODULE: ./build/backups/retention/candidate.js
/** The last drill that could tell decides; one that could not takes nothing back. */
function retentionCandidates(manifests, drills) {
    const newest = new Map();
    for (const drill of drills) {
        if (drill.verdict === 'could-not-verify')
            continue;
        const name = drillName(drill.series, drill.backupId, drill.manifestSha256);
        const known = newest.get(name);
        if (known === undefined || Date.parse(drill.finishedAt) >= Date.parse(known.finishedAt))
            newest.set(name, drill);
    }
    return manifests.map(({ manifest, sha256 }) => {
        const drill = newest.get(drillName(manifest.series, manifest.id, sha256));
        return {
            id: manifest.id,
            series: manifest.series,
            takenAt: new Date(manifest.snapshot.takenAt),
            trigger: manifest.origin.trigger,
            isPinned: manifest.keep === 'forever',
            verdict: drill === undefined ? 'unknown' : drill.verdict === 'verified' ? 'verified' : 'failed',
            files: manifest.files.map(({ name, bytes }) => ({ name, bytes })),
        };
    });
}
function drillName(...parts) {
    return parts.join('\n');
}

// EXTERNAL MODULE: ./build/backups/storage/key.js
var key = __webpack_require__(44185);
;// CONCATENATED MODULE: ./build/backups/retention/periods.js
/** Periods of time, in UTC: two backups are of one period when their names of it are equal. */
/** Such as `2026-11-22T05`, `2026-11-22`, `2026-W47`, `2026-11`, `2026`. */
function periodOf(at, period) {
    const iso = at.toISOString();
    switch (period) {
        case 'hourly':
            return iso.slice(0, 13);
        case 'daily':
            return iso.slice(0, 10);
        case 'weekly':
            return isoWeek(at);
        case 'monthly':
            return iso.slice(0, 7);
        case 'yearly':
            return iso.slice(0, 4);
    }
}
const dayMs = 86_400_000;
/** ISO 8601: a week belongs to the year of its Thursday, and week 1 is the first that has one. */
function isoWeek(at) {
    const day = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
    const thursday = new Date(day + (4 - (at.getUTCDay() || 7)) * dayMs);
    const year = thursday.getUTCFullYear();
    const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * dayMs));
    return `${year}-W${String(week).padStart(2, '0')}`;
}

;// CONCATENATED MODULE: ./build/backups/retention/plan.js
/** Grandfather, father, son: which backups of a series are kept, which go, and why. */



/**
 * - A rule keeps the newest backup of each of its periods that have one; where there are fewer than it asks for, the
 *   oldest backup of all as well, so that the first year's backup is not lost in the second. As restic does:
 *   https://restic.readthedocs.io/en/stable/060_forget.html
 * - Rules are OR-ed. Pinned backups stay. Fewer than `min` never remain.
 * - Nothing goes but behind a newer backup that a drill verified.
 * - A backup whose drill failed takes no other's place.
 * - One whose time lies ahead stays, and counts for nothing.
 */
function planRetention({ series, backups, rules, now }) {
    const ours = backups.filter((backup) => backup.series === series).toSorted(newestFirst);
    const past = ours.filter((backup) => isPast(backup, now));
    const counting = past.filter(({ verdict }) => verdict !== 'failed');
    const guard = past.find(({ verdict }) => verdict === 'verified');
    const reasons = new Map(ours.map((backup) => [backup, []]));
    const keep = (backup, why) => reasons.get(backup)?.push(why);
    for (const backup of ours) {
        if (!isPast(backup, now))
            keep(backup, 'its time cannot be right: it lies ahead, or is none');
        if (backup.isPinned)
            keep(backup, 'pinned: `keep: forever`');
    }
    for (const { backup, why } of keptByRules(counting, rules))
        keep(backup, why);
    const guardAt = guard === undefined ? -1 : ours.indexOf(guard);
    for (const [index, backup] of ours.entries()) {
        if (backup === guard)
            keep(backup, 'the newest that is verified');
        else if (guardAt < 0 || index < guardAt)
            keep(backup, 'no newer backup is verified');
    }
    keepFloor(counting, rules.min, reasons);
    return { series, guard, decisions: ours.map((backup) => decide(backup, reasons.get(backup) ?? [], guard)) };
}
function newestFirst(left, right) {
    return timeOf(right) - timeOf(left) || (0,key/* compareKeys */.YD)(right.id, left.id);
}
/** One that is no time lies ahead of all. */
function timeOf({ takenAt }) {
    const time = takenAt.getTime();
    return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}
/** A day of grace for clocks. */
function isPast(backup, now) {
    return timeOf(backup) <= now.getTime() + 86_400_000;
}
function* keptByRules(backups, rules) {
    yield* newest(backups, rules.last, 'keep-last');
    yield* newest(backups.filter(({ trigger }) => trigger === 'release'), rules.releases, 'keep-releases');
    for (const period of ['hourly', 'daily', 'weekly', 'monthly', 'yearly'])
        yield* newestOfPeriods(backups, rules[period], period);
}
function* newest(backups, count, rule) {
    for (const [index, backup] of backups.slice(0, count).entries())
        yield { backup, why: `${rule}: ${index + 1} of ${count}` };
}
function* newestOfPeriods(backups, count, period) {
    let last = '';
    let kept = 0;
    for (const [index, backup] of backups.entries()) {
        if (kept >= count)
            return;
        const name = periodOf(backup.takenAt, period);
        if (name !== last) {
            kept += 1;
            yield { backup, why: `keep-${period}: ${kept} of ${count} (${name})` };
        }
        else if (index === backups.length - 1)
            yield { backup, why: `keep-${period}: the oldest, as there are fewer than ${count}` };
        last = name;
    }
}
function keepFloor(counting, min, reasons) {
    const isKept = (backup) => (reasons.get(backup)?.length ?? 0) > 0;
    let kept = counting.filter(isKept).length;
    for (const backup of counting) {
        if (kept >= min)
            return;
        if (isKept(backup))
            continue;
        reasons.get(backup)?.push(`min: never fewer than ${min}`);
        kept += 1;
    }
}
function decide(backup, reasons, guard) {
    if (reasons.length > 0 || guard === undefined)
        return { backup, action: 'keep', reasons };
    return { backup, action: 'delete', reasons: [whyNot(backup), `${guard.id} is newer and verified`] };
}
function whyNot({ verdict }) {
    switch (verdict) {
        case 'failed':
            return 'its drill failed, so that no rule counts it';
        case 'verified':
        case 'unknown':
            return 'no rule keeps it';
        default:
            return (0,errors/* assertNever */.xb)(verdict);
    }
}

;// CONCATENATED MODULE: ./build/backups/retention/unfinished.js



/**
 * Deletes folders of backups that have no manifest: of a run that was killed, or of a deletion that was. Only where every
 * object in the folder is ours; one foreign object, and the folder stays. @returns ids, sorted
 */
async function sweepUnfinishedBackups(store, request) {
    const swept = [];
    for (const { id, objects } of await unfinishedBackups(store, request)) {
        request.signal.throwIfAborted();
        request.log.info(`${request.isDryRun ? 'Would sweep' : 'Sweeping'} ${id}: it has no manifest, and ${request.guard?.id} is newer and verified.`);
        const outcomes = request.isDryRun ? [] : await deleteAll(store, objects);
        if (outcomes.includes('locked'))
            request.log.notice(`${id} is locked by the store, and kept until then.`);
        else
            swept.push(id);
    }
    return swept;
}
async function deleteAll(store, objects) {
    const outcomes = [];
    for (const { key } of objects)
        outcomes.push(await store.delete(key));
    return outcomes;
}
async function unfinishedBackups(store, { series, now, olderThanMs, guard }) {
    if (guard === undefined)
        return [];
    const limit = now.getTime() - olderThanMs;
    const folders = [...(await foldersOf(store, series)).values()];
    return folders
        .filter(({ isForeign, objects }) => !isForeign && objects.every(({ modifiedAt }) => modifiedAt.getTime() < limit))
        .filter(({ objects }) => !objects.some(({ key }) => (0,backup_key/* parseBackupKey */.l)(key)?.name === backups_manifest/* manifestName */.vS))
        .filter(({ id }) => {
        const takenAt = (0,backup_id/* takenAtOf */.cv)(id)?.getTime() ?? Number.POSITIVE_INFINITY;
        return takenAt < limit && takenAt < guard.takenAt.getTime();
    })
        .toSorted((left, right) => (left.id < right.id ? -1 : 1));
}
/** By `<series>/<yyyy>/<mm>/<id>`; the drills of the series lie elsewhere. */
async function foldersOf(store, series) {
    const folders = new Map();
    for await (const object of store.list(`${series}/`)) {
        const segments = object.key.split('/');
        const [, , , id = ''] = segments;
        if (segments.length < 5 || (0,backup_id/* takenAtOf */.cv)(id) === undefined)
            continue;
        const at = segments.slice(0, 4).join('/');
        const folder = folders.get(at) ?? { id, objects: [], isForeign: false };
        folders.set(at, folder);
        folder.objects.push(object);
        const parsed = (0,backup_key/* parseBackupKey */.l)(object.key);
        folder.isForeign ||= parsed?.series !== series || parsed.id !== id;
    }
    return folders;
}

;// CONCATENATED MODULE: ./build/backups/retention/prune.js









/** A drill proves the copy in one store, and its record is looked for there alone. Enough to know of every backup that is kept. */
const mostRecords = 1000;
const week = 7 * 24 * 3600 * 1000;
/** Deletes what the rules do not keep, store by store, and what was never finished. @throws what `applyRetention` throws */
async function pruneStore(store, request) {
    const { series, rules, isDryRun, log, signal } = request;
    const now = request.now();
    const { trusted, ignored } = await believed(store, request);
    const drills = await (0,drill_history/* readHistory */.Lu)({ stores: [store], series, log, signal, atMost: mostRecords });
    const here = drills.filter(({ location }) => location === store.location);
    const manifests = trusted.map(({ summary, manifestSha256 }) => ({
        manifest: summary,
        sha256: manifestSha256,
    }));
    const plan = planRetention({ series, backups: retentionCandidates(manifests, here), rules, now });
    const outcome = await applyRetention(store, plan, { log, signal, now, isDryRun });
    const sweeping = { series, now, olderThanMs: week, guard: plan.guard, isDryRun, log, signal };
    const swept = await sweepUnfinishedBackups(store, sweeping);
    const ended = isDryRun ? noneEnded : await endUploads(store, new Date(now.getTime() - week), log);
    return { location: store.location, plan, outcome, swept, ...ended, ignored };
}
const noneEnded = { uploads: [], uploadsLeft: undefined };
/** Not every service can list its unfinished uploads, nor may every role; what has been deleted by then has to be told. */
async function endUploads(store, olderThan, log) {
    try {
        return { uploads: await store.sweepUnfinished(olderThan), uploadsLeft: undefined };
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* ExternalError */.yA))
            throw thrown;
        if (thrown.status !== 501)
            return { uploads: [], uploadsLeft: (0,errors/* errorMessage */.gJ)(thrown) };
        log.notice(`${store.location} cannot list unfinished uploads: a lifecycle rule of the bucket ends them.`);
        return noneEnded;
    }
}
async function believed(store, { series, publicKeys }) {
    const trusted = [];
    const ignored = [];
    for (const backup of await (0,list_backups/* listBackups */.C)(store, series)) {
        if (backup.kind === 'unfinished')
            continue;
        const reason = backup.kind === 'unreadable' ? backup.reason : await whyNotSigned(store, backup, publicKeys);
        if (reason !== undefined)
            ignored.push({ id: backup.id, reason });
        else if (backup.kind === 'complete')
            trusted.push(backup);
    }
    return { trusted, ignored };
}
async function whyNotSigned(store, { id, manifestSha256 }, publicKeys) {
    if (publicKeys.length === 0)
        return undefined;
    try {
        const opened = await (0,open_backup/* openBackup */.T)(store, id, { publicKeys });
        return opened.manifestSha256 === manifestSha256 ? undefined : 'Its manifest changed while it was read.';
    }
    catch (thrown) {
        if (!(thrown instanceof damage/* BackupDamage */.s))
            throw thrown;
        return thrown.message;
    }
}


/***/ }),

/***/ 49257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ retentionSection)
/* harmony export */ });
/* unused harmony export retentionRules */
/* harmony import */ var _report_quantity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59362);
/* harmony import */ var _report_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56757);
/* harmony import */ var _report_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47342);



const nothingVerified = {
    id: 'nothing-verified',
    title: 'No backup of the series is verified, so none is deleted',
    severity: 'warning',
    why: 'Old backups go only behind a newer one that was restored and proved. Until then they are all there is.',
};
const unreadableBackup = {
    id: 'backup-manifest-unreadable',
    title: 'The manifest of a stored backup cannot be read, or is not by a key that is trusted',
    severity: 'warning',
    why: 'Such a folder is not counted as a backup and is never deleted.',
};
const uploadsNotEnded = {
    id: 'unfinished-uploads-not-ended',
    title: 'Unfinished uploads could not be listed or ended',
    severity: 'warning',
    why: 'The parts of an upload that broke off cost as much as what is stored, and no list of objects shows them.',
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html',
};
const retentionFailed = {
    id: 'retention-failed',
    title: 'Retention could not be applied after a backup',
    severity: 'warning',
    why: 'The backup is stored all the same; old ones stay until retention runs again.',
};
const retentionRules = [
    nothingVerified,
    unreadableBackup,
    uploadsNotEnded,
    retentionFailed,
];
function retentionSection(pruning) {
    const section = {
        id: 'prune-backups',
        title: 'Retention',
        status: 'passed',
        summary: summaryOf(pruning),
        blocks: pruning.stores.flatMap((store) => storeBlocks(store, pruning.isDryRun)),
        findings: [
            ...pruning.stores.flatMap((store) => findingsOf(store, pruning.series)),
            ...(pruning.failed ?? []).map(({ location, reason, hint }) => (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .findingOf */ .hD)(retentionFailed, {
                subject: location,
                message: reason,
                ...(hint === undefined ? {} : { fix: hint }),
            })),
        ],
    };
    return { ...section, status: (0,_report_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .statusOf */ .c2)(section) };
}
function summaryOf({ series, isDryRun, stores }) {
    const deleted = stores.reduce((sum, { outcome }) => sum + outcome.deleted.length, 0);
    const all = stores.reduce((sum, { plan }) => sum + plan.decisions.length, 0);
    if (stores.length === 0)
        return `${series}: nothing could be looked at, so nothing was deleted`;
    const verb = isDryRun ? 'would be deleted (dry run)' : 'deleted';
    return `${series}: ${deleted} of ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(all, 'backup')} ${verb}`;
}
function storeBlocks({ location, plan, outcome, swept, uploads }, isDryRun) {
    const deleted = new Set(outcome.deleted);
    const of = (wanted) => plan.decisions.filter(({ backup }) => deleted.has(backup.id) === wanted);
    const rows = [
        ['Place', { code: location }],
        [isDryRun ? 'Would be deleted' : 'Deleted', String(deleted.size)],
        ['Kept', String(plan.decisions.length - deleted.size)],
        ['Behind', plan.guard === undefined ? 'nothing: no backup is verified' : { code: plan.guard.id }],
        ...(outcome.locked.length === 0 ? [] : [['Locked by the store', outcome.locked.join(', ')]]),
        ...(swept.length + uploads.length === 0
            ? []
            : [['Unfinished', `${swept.length} folders, ${uploads.length} uploads`]]),
    ];
    return [
        { kind: 'facts', rows },
        ...decisionDetails(isDryRun ? 'Would be deleted' : 'Deleted', of(true)),
        ...decisionDetails('Kept', of(false)),
    ];
}
const mostShown = 200;
function decisionDetails(title, decisions) {
    if (decisions.length === 0)
        return [];
    const table = {
        kind: 'table',
        columns: [{ title: 'Backup' }, { title: 'Size', align: 'right' }, { title: 'Why' }],
        rows: decisions
            .slice(0, mostShown)
            .map(({ backup, reasons }) => [
            { code: backup.id },
            (0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(backup.files.reduce((sum, { bytes }) => sum + bytes, 0)),
            reasons.join('; '),
        ]),
        ...(decisions.length > mostShown
            ? { caption: `and ${decisions.length - mostShown} more, in the log` }
            : {}),
    };
    return [{ kind: 'details', title: `${title} (${decisions.length})`, blocks: [table] }];
}
function findingsOf({ location, plan, ignored, uploadsLeft }, series) {
    const none = plan.guard === undefined && plan.decisions.length > 0
        ? [
            (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .findingOf */ .hD)(nothingVerified, {
                subject: series,
                message: `No backup of ${series} in ${location} is verified.`,
                fix: 'Run `verify-backup` on the newest one.',
            }),
        ]
        : [];
    return [
        ...none,
        ...ignored.map(({ id, reason }) => (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .findingOf */ .hD)(unreadableBackup, { subject: id, message: reason })),
        ...(uploadsLeft === undefined
            ? []
            : [
                (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .findingOf */ .hD)(uploadsNotEnded, {
                    subject: location,
                    message: uploadsLeft,
                    fix: 'Allow it (docs/backups/permissions.md), or let a lifecycle rule of the bucket end them.',
                }),
            ]),
    ];
}


/***/ }),

/***/ 84466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseRetention)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/** Which backups are kept, as a user writes it: `keep-last=7 keep-daily=14 keep-weekly=8 min=3`. */

const names = {
    'keep-last': 'last',
    'keep-hourly': 'hourly',
    'keep-daily': 'daily',
    'keep-weekly': 'weekly',
    'keep-monthly': 'monthly',
    'keep-yearly': 'yearly',
    'keep-releases': 'releases',
    min: 'min',
};
const usualMin = 3;
const most = 100_000;
/** @throws UserError naming the word and what is allowed, also when no rule would keep anything */
function parseRetention(text) {
    const words = text.split(/[\s,]+/).filter((word) => word !== '');
    const given = new Map();
    for (const word of words) {
        const { rule, count } = parseWord(word);
        if (given.has(rule))
            throw refused(`"${word.split('=')[0]}" is given twice`);
        given.set(rule, count);
    }
    const read = (rule) => given.get(rule) ?? 0;
    if (![...given.keys()].some((rule) => rule !== 'min'))
        throw refused(words.length === 0 ? 'it is empty' : 'it has no rule that keeps anything');
    return {
        last: read('last'),
        hourly: read('hourly'),
        daily: read('daily'),
        weekly: read('weekly'),
        monthly: read('monthly'),
        yearly: read('yearly'),
        releases: read('releases'),
        min: given.get('min') ?? usualMin,
    };
}
function parseWord(word) {
    const [, name = '', count = ''] = /^([a-z-]+)=(.*)$/.exec(word) ?? [];
    if (!isRuleName(name))
        throw refused(`"${word.slice(0, 80)}" is no rule`);
    const number = /^[1-9]\d{0,5}$/.test(count) ? Number(count) : 0;
    if (number < 1 || number > most)
        throw refused(`"${word.slice(0, 80)}" has no number from 1 to ${most}`);
    return { rule: names[name], count: number };
}
function isRuleName(name) {
    return Object.hasOwn(names, name);
}
function refused(why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The \`retention\` input cannot be used: ${why}.`, {
        hint: `Rules are ${Object.keys(names)
            .map((name) => `\`${name}=n\``)
            .join(', ')}, with spaces or lines between them; a backup is kept when any of them keeps it.`,
    });
}


/***/ })

};
