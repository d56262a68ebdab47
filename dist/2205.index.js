export const id = 2205;
export const ids = [2205,9025];
export const modules = {

/***/ 15102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ reportOf),
/* harmony export */   jU: () => (/* binding */ concludeSection),
/* harmony export */   lI: () => (/* binding */ tellSection)
/* harmony export */ });
/* harmony import */ var _report_fit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29848);
/* harmony import */ var _report_terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63299);
/* harmony import */ var _report_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47342);



/** The end of a check that runs as a step of its own: told, and a failure where `fail-on` says so. */
function concludeSection(io, section, failOn) {
    tellSection(io, section);
    if (!(0,_report_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .shouldFail */ .W9)([section], failOn))
        return;
    const counts = (0,_report_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .countsInWords */ .Pe)((0,_report_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .countFindings */ .Gt)(section.findings));
    io.fail(counts === '' ? section.summary : `${section.title}: ${counts}. See the step summary.`);
}
/** What an action found that runs as a step of its own: in the log, the step summary and annotations. */
function tellSection(job, section) {
    const report = reportOf(job, section);
    job.log.info((0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTerminal */ .b)(report, { title: section.title }));
    job.summarize((0,_report_fit_js__WEBPACK_IMPORTED_MODULE_0__/* .renderSummary */ .B)(report, { title: section.title }));
    job.annotate(section.findings);
}
/** A report of one section. */
function reportOf(job, section) {
    return {
        version: 1,
        subject: {
            repository: job.event.repository,
            pullRequest: job.event.pullRequest?.number,
            key: '',
            commit: job.event.commit || undefined,
            branch: undefined,
            runUrl: job.event.runUrl,
        },
        sections: [section],
    };
}


/***/ }),

/***/ 45066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m8: () => (/* binding */ drillParts),
  nJ: () => (/* binding */ openStoredBackups),
  oD: () => (/* binding */ readAssertions),
  $v: () => (/* binding */ requireSeries),
  C6: () => (/* binding */ restoreContext)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/backups/backup-id.js
var backup_id = __webpack_require__(46580);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/postgres/client-program.js
var client_program = __webpack_require__(53966);
// EXTERNAL MODULE: ./build/postgres/client-programs/find-client-program.js + 1 modules
var find_client_program = __webpack_require__(8151);
// EXTERNAL MODULE: ./build/postgres/client-programs/security-findings.js
var security_findings = __webpack_require__(29025);
// EXTERNAL MODULE: ./build/report/rule.js
var rule = __webpack_require__(56757);
// EXTERNAL MODULE: ./build/backups/restore/restore-target.js
var restore_target = __webpack_require__(76561);
// EXTERNAL MODULE: ./build/backups/drill/rules.js
var rules = __webpack_require__(77665);
;// CONCATENATED MODULE: ./build/backups/drill/drill-programs.js
/** pg_restore and pg_amcheck for one backup, and whether that pg_restore may be let near the archive. */







/**
 * pg_restore is at least of the version of the pg_dump that wrote the archive.
 * @throws UserError when there is none, UnfitTargetError when it has a hole and nothing proves who made the archive
 */
async function drillPrograms(backup, options) {
    const serverMajor = (0,client_program/* majorOf */.D)(backup.manifest.dump.clientVersion);
    const restore = await (0,find_client_program.findClientProgram)({ ...options, name: 'pg_restore', serverMajor });
    const holes = (0,security_findings.securityFindings)(restore, 'restore', backup.isSigned ? 'authenticated' : 'unauthenticated');
    const refusal = holes.find(({ severity }) => severity === 'error');
    if (refusal !== undefined && !options.allowsUnpatched)
        throw new restore_target/* UnfitTargetError */.g(`${refusal.message} Nothing proves who made this archive.`, {
            hint: `${refusal.fix} Or sign the backups and give \`public-key\`, or accept it with \`allow-unpatched-pg-restore: true\`.`,
        });
    return {
        restore,
        amcheck: await findAmcheck(serverMajor, options),
        findings: holes.map(({ message, fix }) => (0,rule/* findingOf */.hD)(rules/* unpatchedRestoreProgram */.R5, { severity: 'warning', subject: restore.path, message, fix })),
    };
}
/** Nothing is installed for it: without it that part of the drill is told as not done. */
async function findAmcheck(serverMajor, options) {
    try {
        return await (0,find_client_program.findClientProgram)({ ...options, name: 'pg_amcheck', serverMajor, install: false });
    }
    catch (thrown) {
        if (thrown instanceof errors/* UserError */.yo)
            return undefined;
        throw thrown;
    }
}

// EXTERNAL MODULE: ./build/backups/dump/plain-lines.js
var plain_lines = __webpack_require__(1805);
// EXTERNAL MODULE: ./build/postgres/object-name.js
var object_name = __webpack_require__(20547);
;// CONCATENATED MODULE: ./build/backups/proof/compare-facts.js
/** Holds a restored copy against what was dumped. */

/**
 * @param expected of the source, or of the archive
 * @param actual of the copy, by the same algorithm
 * @throws Error when the two are of different algorithms: their hashes never agree
 */
function compareFacts(expected, actual) {
    if (expected.algorithm !== actual.algorithm)
        throw new Error(`Fingerprints by ${expected.algorithm} cannot be held against ${actual.algorithm}.`);
    const notCompared = [...expected.notCompared, ...actual.notCompared];
    const skipped = new Set(notCompared.map(({ subject }) => subject));
    return {
        differences: [
            ...tableDifferences(expected.tables, actual.tables, skipped),
            ...viewDifferences(expected.materialisedViews, actual.materialisedViews),
            ...sequenceDifferences(expected.sequences, actual.sequences, skipped),
            ...largeObjectDifferences(expected, actual),
            ...extensionDifferences(expected.extensions, actual.extensions),
            ...invalidDifferences(expected.invalidObjects, actual.invalidObjects),
        ],
        notCompared: distinct([...notCompared, ...otherVersions(expected.extensions, actual.extensions)]),
        unproved: [
            ...unreadInCopy(expected.tables, actual.tables, actual.notCompared),
            ...unreadInCopy(expected.sequences, actual.sequences, actual.notCompared),
        ],
    };
}
function unreadInCopy(expected, actual, notCompared) {
    const skipped = new Set(notCompared.map(({ subject }) => subject));
    const read = byName(actual);
    return [...byName(expected).keys()].filter((subject) => !read.has(subject) && skipped.has(subject));
}
function byName(list) {
    return new Map(list.map((entry) => [(0,object_name/* displayName */.QC)(entry), entry]));
}
function tableDifferences(expected, actual, skipped) {
    const [before, after] = [byName(expected), byName(actual)];
    const changed = [...before].flatMap(([subject, table]) => {
        const restored = after.get(subject);
        if (restored === undefined)
            return skipped.has(subject) ? [] : [missingTable(subject, table)];
        return contentDifference(subject, table, restored);
    });
    const added = [...after].flatMap(([subject, table]) => before.has(subject) || skipped.has(subject) ? [] : [addedTable(subject, table)]);
    return [...changed, ...added];
}
function missingTable(subject, { rows }) {
    return { kind: 'table missing', subject, message: `${rowCount(rows)} dumped, the table was not restored` };
}
function addedTable(subject, { rows }) {
    return {
        kind: 'table added',
        subject,
        message: `${rowCount(rows)} in a table that the dump does not have`,
    };
}
function contentDifference(subject, dumped, restored) {
    if (dumped.rows !== restored.rows)
        return [
            {
                kind: 'rows differ',
                subject,
                message: `${rowCount(dumped.rows)} dumped, ${exact(restored.rows)} restored`,
            },
        ];
    if (dumped.hash === restored.hash)
        return [];
    return [
        {
            kind: 'content differs',
            subject,
            message: `${rowCount(dumped.rows)} on both sides, but not the same values`,
        },
    ];
}
/** Never rounded: the difference may be one row of millions. */
function exact(count) {
    return count.toLocaleString('en-US');
}
function rowCount(rows) {
    return `${exact(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}
function viewDifferences(expected, actual) {
    const restored = byName(actual);
    return expected.flatMap((view) => {
        const subject = (0,object_name/* displayName */.QC)(view);
        const found = restored.get(subject);
        if (found === undefined)
            return [{ kind: 'table missing', subject, message: 'the materialised view was not restored' }];
        if (!view.isPopulated || found.isPopulated)
            return [];
        return [
            {
                kind: 'materialised view not populated',
                subject,
                message: 'it was filled in the source, and is not in the copy: queries of it fail',
            },
        ];
    });
}
function sequenceDifferences(expected, actual, skipped) {
    const restored = byName(actual);
    return expected.flatMap((sequence) => {
        const subject = (0,object_name/* displayName */.QC)(sequence);
        const found = restored.get(subject);
        if (found === undefined)
            return skipped.has(subject)
                ? []
                : [{ kind: 'sequence differs', subject, message: 'the sequence was not restored' }];
        if (found.lastValue === sequence.lastValue && found.isCalled === sequence.isCalled)
            return [];
        return [
            {
                kind: 'sequence differs',
                subject,
                message: `${stateText(sequence)} dumped, ${stateText(found)} restored`,
            },
        ];
    });
}
function stateText({ lastValue, isCalled }) {
    return `${isCalled ? 'last value' : 'not used yet, starts at'} ${lastValue}`;
}
function largeObjectDifferences({ largeObjects: dumped }, { largeObjects: restored }) {
    if (dumped.count === restored.count && dumped.bytes === restored.bytes && dumped.hash === restored.hash)
        return [];
    const sizes = `${exact(dumped.count)} with ${exact(dumped.bytes)} bytes dumped, ${exact(restored.count)} with ${exact(restored.bytes)} bytes restored`;
    return [{ kind: 'large objects differ', subject: 'large objects', message: sizes }];
}
function extensionDifferences(expected, actual) {
    const restored = new Set(actual.map(({ name }) => name));
    return expected
        .filter(({ name }) => !restored.has(name))
        .map(({ name, version }) => ({
        kind: 'extension differs',
        subject: (0,object_name/* displayIdentifier */.UY)(name),
        message: `version ${version} in the source, not there in the copy`,
    }));
}
/** A dump names no version: which one comes is the affair of the server it is restored to, and no loss. */
function otherVersions(expected, actual) {
    const restored = new Map(actual.map(({ name, version }) => [name, version]));
    return expected.flatMap(({ name, version }) => {
        const found = restored.get(name);
        if (found === undefined || found === version)
            return [];
        const reason = `version ${version} in the source, ${found} in the copy: a dump does not say which`;
        return [{ subject: `extension ${(0,object_name/* displayIdentifier */.UY)(name)}`, reason }];
    });
}
function invalidDifferences(expected, actual) {
    const known = new Set(expected);
    return actual
        .filter((object) => !known.has(object))
        .map((subject) => ({
        kind: 'invalid object',
        subject,
        message: 'not valid in the copy, though it was in the source',
    }));
}
function distinct(omissions) {
    return [
        ...new Map(omissions.map((omission) => [`${omission.subject}\0${omission.reason}`, omission])).values(),
    ];
}

// EXTERNAL MODULE: ./build/backups/proof/read-facts.js + 8 modules
var read_facts = __webpack_require__(52115);
;// CONCATENATED MODULE: ./build/backups/drill/facts-reader.js





function databaseFactsReader({ workers, install }) {
    return {
        async read(target, manifest, context) {
            return (0,read_facts/* readDatabaseFacts */.L)({
                uri: target.uri,
                applicationName: 'database-actions/restore',
                timeoutMs: context.timeoutMs,
                workers,
                log: context.log,
                signal: context.signal,
                hashing: await hashingFor({ target, manifest, install }, context),
            });
        },
        compare: compareFacts,
    };
}
/** Fingerprints of lines need the pg_dump that wrote them, or the next that can read the target. */
async function hashingFor({ target, manifest, install }, context) {
    if (manifest.proof === 'none')
        return { kind: 'none' };
    if (manifest.facts.algorithm === 'row-text')
        return { kind: 'row-text' };
    const { environment, log, signal } = context;
    const serverMajor = Math.max((0,client_program/* majorOf */.D)(manifest.dump.clientVersion), (0,client_program/* majorOf */.D)(target.serverVersion));
    const pgDump = await (0,find_client_program.findClientProgram)({ name: 'pg_dump', serverMajor, install, environment, log, signal });
    return { kind: 'copy-lines', lines: () => (0,plain_lines/* databaseLines */.d)({ pgDump, uri: target.uri, environment, signal }) };
}

// EXTERNAL MODULE: ./build/schema/snapshot-file.js
var snapshot_file = __webpack_require__(4283);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/backups/byte-reader.js
var byte_reader = __webpack_require__(8694);
// EXTERNAL MODULE: ./build/backups/damage.js
var damage = __webpack_require__(75763);
;// CONCATENATED MODULE: ./build/backups/check-copy.js

/**
 * Whether a copy has every object that its manifest names, by what the store says of them and without fetching any: sizes, and
 * hashes where the store keeps them. A quick look at a second place; what is inside, only a drill proves.
 * @returns what is wrong, nothing when all is there
 * @throws ExternalError when the store fails
 */
async function checkCopy(backup) {
    const checks = await Promise.all(backup.manifest.files.map((file) => checkFile(backup, file)));
    return checks.filter((damage) => damage !== undefined);
}
async function checkFile({ store, folder }, file) {
    const key = `${folder}/${file.name}`;
    const found = await store.head(key);
    if (found === undefined)
        return objectMissing(store.location, key);
    if (found.bytes !== file.bytes)
        return otherLength(key, found.bytes, file.bytes);
    if (found.sha256 !== undefined && found.sha256 !== file.sha256)
        return otherContent(key);
    return undefined;
}
function objectMissing(location, key) {
    return new damage/* BackupDamage */.s('missing', `${location} does not have ${key}, which the manifest names.`);
}
function otherLength(name, found, expected) {
    return found < expected
        ? new damage/* BackupDamage */.s('truncated', `${name} has ${found} bytes; the manifest says ${expected}.`)
        : new damage/* BackupDamage */.s('tampered', `${name} has more than the ${expected} bytes that the manifest says.`);
}
function otherContent(name) {
    return new damage/* BackupDamage */.s('tampered', `${name} has another content than when it was stored.`);
}

// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(59362);
;// CONCATENATED MODULE: ./build/backups/disk-space.js



/** @throws UserError when the disk of an existing folder has less room than that */
async function requireSpace(folder, bytes) {
    const { bavail, bsize } = await (0,promises_.statfs)(folder);
    const free = bavail * bsize;
    if (free >= bytes)
        return;
    throw new errors/* UserError */.yo(`The dump needs ${(0,quantity/* formatBytes */.z3)(bytes)}, and the disk has ${(0,quantity/* formatBytes */.z3)(free)} left.`, {
        hint: spaceHint,
    });
}
const spaceHint = 'A restore needs room for the dump and for the restored database. Use a larger runner, or point `RUNNER_TEMP` to a larger disk.';

// EXTERNAL MODULE: ./build/backups/encryption/age.js + 2 modules
var age = __webpack_require__(85602);
// EXTERNAL MODULE: ./build/backups/measured-stream.js
var measured_stream = __webpack_require__(94775);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/backups/packing/pack.js
var pack = __webpack_require__(78163);
// EXTERNAL MODULE: ./build/backups/packing/tar-header.js
var tar_header = __webpack_require__(41033);
;// CONCATENATED MODULE: ./build/backups/packing/unpack.js










const mostPaxBytes = 64 * 1024;
const pieceBytes = 1024 * 1024;
/**
 * Unpacks a flat tar, ours or one that the stock program made of the same files. What is left in the folder when it throws
 * is proved by nothing.
 * @throws BackupDamage `truncated`, or `tampered` for anything that is not exactly the files
 */
async function unpackTar(source, { folder, files }) {
    const missing = new Map(files.map((file) => [file.name, file]));
    const reader = (0,byte_reader/* createByteReader */.I)(source);
    try {
        for (;;) {
            const member = await nextMember(reader);
            if (member === undefined)
                break;
            if (member.type === '5' && /^\.?\/?$/.test(member.name) && member.bytes === 0)
                continue;
            const file = expectedFile(member, missing);
            missing.delete(file.name);
            await writeMember(reader, { path: (0,external_node_path_.join)(folder, file.name), file });
        }
        await checkEnd(reader);
    }
    finally {
        await reader.close();
    }
    const [first] = missing.keys();
    if (first !== undefined)
        throw new damage/* BackupDamage */.s('tampered', `The dump lacks ${(0,report_escape/* inlineCode */.ti)(first)}, which the manifest names.`);
}
/** The next header, with the pax records before it applied. Undefined at the first empty block. */
async function nextMember(reader) {
    let records = new Map();
    for (;;) {
        const block = await reader.take(tar_header/* blockBytes */.VE);
        if (block.length < tar_header/* blockBytes */.VE)
            throw endedEarly();
        const isEmpty = block.every((byte) => byte === 0);
        if (isEmpty && records.size > 0)
            throw new damage/* BackupDamage */.s('tampered', 'The dump’s tar ends after a pax header.');
        if (isEmpty)
            return undefined;
        const header = (0,tar_header/* parseHeader */.RW)(block);
        if (header === undefined)
            throw new damage/* BackupDamage */.s('tampered', 'The dump’s tar has a header that is none.');
        if (header.type !== 'x')
            return withRecords(header, records);
        records = await readRecords(reader, header);
    }
}
async function readRecords(reader, { bytes }) {
    if (bytes > mostPaxBytes)
        throw new damage/* BackupDamage */.s('tampered', 'The dump’s tar has a pax header that is too long.');
    const content = await reader.take(bytes);
    const filler = await reader.take((0,tar_header/* padding */.Ms)(bytes).length);
    if (content.length < bytes || filler.length < (0,tar_header/* padding */.Ms)(bytes).length)
        throw endedEarly();
    const records = (0,tar_header/* parsePaxRecords */.vZ)(content);
    if (records === undefined)
        throw new damage/* BackupDamage */.s('tampered', 'The dump’s tar has a pax header that is none.');
    return records;
}
function withRecords(header, records) {
    const size = records.get('size');
    if (size !== undefined && !/^\d{1,15}$/.test(size))
        throw new damage/* BackupDamage */.s('tampered', 'The dump’s tar has a size that is none.');
    return {
        type: header.type,
        name: records.get('path') ?? header.name,
        bytes: size === undefined ? header.bytes : Number(size),
    };
}
/** Names are taken from the manifest, never from the tar: so none leads out of the folder. */
function expectedFile(member, missing) {
    const name = member.name.replace(/^\.\//, '');
    const shown = (0,report_escape/* inlineCode */.ti)(member.name);
    if (member.type !== '0')
        throw new damage/* BackupDamage */.s('tampered', `The dump’s tar holds ${shown}, which is no plain file.`);
    const file = missing.get(name);
    if (file === undefined || !pack/* packedName */.Ik.test(name))
        throw new damage/* BackupDamage */.s('tampered', `The dump’s tar holds ${shown}, which the manifest does not name, or it holds it twice.`);
    if (file.bytes !== member.bytes)
        throw new damage/* BackupDamage */.s('tampered', `${shown} has ${member.bytes} bytes in the dump’s tar; the manifest says ${file.bytes}.`);
    return file;
}
async function writeMember(reader, { path, file }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const target = await createFile(path);
    try {
        for (let left = file.bytes; left > 0;) {
            const piece = await reader.next(Math.min(left, pieceBytes));
            if (piece === undefined)
                throw endedEarly();
            hash.update(piece);
            await writeAll(target, piece);
            left -= piece.length;
        }
    }
    finally {
        await target.close();
    }
    const filler = (0,tar_header/* padding */.Ms)(file.bytes).length;
    if ((await reader.take(filler)).length < filler)
        throw endedEarly();
    if (hash.digest('hex') !== file.sha256)
        throw new damage/* BackupDamage */.s('tampered', `${(0,report_escape/* inlineCode */.ti)(file.name)} of the dump has another content than when it was packed.`);
}
/** A second empty block, and nothing but zeros behind it: the stock program fills up to 10 KiB. */
async function checkEnd(reader) {
    const second = await reader.take(tar_header/* blockBytes */.VE);
    if (second.length < tar_header/* blockBytes */.VE)
        throw endedEarly();
    let isEmpty = second.every((byte) => byte === 0);
    for await (const piece of reader.rest())
        isEmpty &&= piece.every((byte) => byte === 0);
    if (!isEmpty)
        throw new damage/* BackupDamage */.s('tampered', 'There is something after the end of the dump’s tar.');
}
function endedEarly() {
    return new damage/* BackupDamage */.s('truncated', 'The dump’s tar ends too early.');
}
/** A new file that only this user reads. @throws UserError when it exists */
async function createFile(path) {
    return (0,promises_.open)(path, 'wx', 0o600);
}
/** @throws UserError when the disk is full */
async function writeAll(target, piece) {
    try {
        for (let done = 0; done < piece.length;) {
            const { bytesWritten } = await target.write(piece, done, piece.length - done);
            done += bytesWritten;
        }
    }
    catch (thrown) {
        if (thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT'))
            throw new errors/* UserError */.yo('The disk is full: the dump does not fit.', {
                hint: spaceHint,
                cause: thrown.code,
            });
        throw thrown;
    }
}

// EXTERNAL MODULE: ./build/backups/progress.js
var backups_progress = __webpack_require__(56629);
;// CONCATENATED MODULE: ./build/backups/fetch-dump.js











/**
 * Fetches the dump into a new folder, in one pass: hash of what is stored, decryption, hash of the plaintext, hash of every
 * file. Only when all agree with the manifest does it return; else the folder is gone again.
 * @param folder must not exist
 * @throws BackupDamage `missing`, `truncated`, `tampered` or `wrong key`; UserError when the disk is full
 */
async function fetchDump(backup, folder, options) {
    const { manifest } = backup;
    const file = onlyFile(backup, 'dump');
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
    try {
        await requireSpace(folder, file.plain?.bytes ?? file.bytes);
        const path = manifest.dump.format === 'directory' ? folder : (0,external_node_path_.join)(folder, 'dump.custom');
        await readVerified(backup, file, {
            ...options,
            consume: (plain) => manifest.dump.format === 'directory'
                ? unpackTar(plain, { folder, files: manifest.dump.files })
                : writeFile(plain, path),
        });
        return { format: manifest.dump.format, path, bytes: file.bytes };
    }
    catch (thrown) {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        throw thrown;
    }
}
const longestSchema = 512 * 1024 * 1024;
/** The schema's snapshot that was stored beside the dump, as JSON text. @throws BackupDamage as `fetchDump` */
async function fetchSchema(backup, options) {
    const file = onlyFile(backup, 'schema');
    let text;
    await readVerified(backup, file, {
        ...options,
        consume: async (plain) => {
            text = (await (0,byte_reader/* collectBytes */.y)(plain, longestSchema))?.toString();
        },
    });
    if (text === undefined)
        throw new errors/* UserError */.yo(`${file.name} has more than ${longestSchema} bytes.`);
    return text;
}
function onlyFile({ id, manifest }, role) {
    const file = manifest.files.find((candidate) => candidate.role === role);
    if (file === undefined)
        throw new damage/* BackupDamage */.s('missing', `The backup ${id} has no ${role}.`);
    return file;
}
async function readVerified(backup, file, { identities, log, signal, consume }) {
    const keys = file.plain === undefined ? undefined : requireIdentities(backup, identities);
    const source = await storedBytes(backup, file, signal);
    const progress = { log, what: `Fetching ${file.name}`, total: file.bytes };
    const stored = (0,measured_stream/* measured */.j)((0,backups_progress/* withProgress */.E)(source, progress));
    const plain = keys === undefined ? undefined : (0,measured_stream/* measured */.j)((0,age/* decrypt */.Y)(stored, keys));
    try {
        await consume(plain ?? stored);
    }
    catch (thrown) {
        throw await explained(thrown, { backup, file, signal });
    }
    requireSame(file.name, stored.measure(), file);
    if (plain !== undefined && file.plain !== undefined)
        requireSame(`${file.name}, decrypted,`, plain.measure(), file.plain);
}
function requireIdentities({ id }, identities) {
    if (identities !== undefined)
        return identities;
    throw new damage/* BackupDamage */.s('wrong key', `The backup ${id} is encrypted, and no identity is given.`, {
        hint: 'Set the `identity` input to the private key of one of the recipients in its manifest.',
    });
}
/** The object's bytes, never more than the manifest says. */
async function storedBytes({ store, folder }, { name, bytes }, signal) {
    const key = `${folder}/${name}`;
    const found = await store.head(key);
    if (found === undefined)
        throw objectMissing(store.location, key);
    if (found.bytes !== bytes)
        throw otherLength(name, found.bytes, bytes);
    const source = await store.read(key);
    async function* limited() {
        let seen = 0;
        for await (const piece of source) {
            signal.throwIfAborted();
            seen += piece.length;
            if (seen > bytes)
                throw otherLength(name, seen, bytes);
            yield piece;
        }
        if (seen < bytes)
            throw otherLength(name, seen, bytes);
    }
    return limited();
}
/** A changed header may look like one for other keys: only what is stored as it was written can have the wrong key. */
async function explained(thrown, { backup, file, signal }) {
    if (!(thrown instanceof damage/* BackupDamage */.s) || thrown.kind !== 'wrong key')
        return thrown;
    const stored = (0,measured_stream/* measured */.j)(await storedBytes(backup, file, signal));
    try {
        for await (const _piece of stored)
            ;
        requireSame(file.name, stored.measure(), file);
        return thrown;
    }
    catch (other) {
        return other;
    }
}
function requireSame(name, found, expected) {
    if (found.bytes !== expected.bytes)
        throw otherLength(name, found.bytes, expected.bytes);
    if (found.sha256 !== expected.sha256)
        throw otherContent(name);
}
async function writeFile(plain, path) {
    const target = await createFile(path);
    try {
        for await (const piece of plain)
            await writeAll(target, piece);
    }
    finally {
        await target.close();
    }
}

// EXTERNAL MODULE: ./build/backups/open-backup.js
var open_backup = __webpack_require__(72025);
;// CONCATENATED MODULE: ./build/backups/drill/stored-subject.js




/** One copy of a backup: the manifest with its signature first, then everything that its hashes speak for. */
function storedSubject(request) {
    const { store, backupId, series, trust } = request;
    return {
        backupId,
        series,
        location: store.location,
        async open() {
            const backup = await (0,open_backup/* openBackup */.T)(store, backupId, trust);
            const { manifest, manifestSha256, signature } = backup;
            return {
                manifest,
                manifestSha256,
                isSigned: signature.kind === 'signed',
                fetch: (folder) => fetchAll(backup, folder, request),
            };
        },
    };
}
async function fetchAll(backup, folder, request) {
    const hasSchema = backup.manifest.files.some(({ role }) => role === 'schema');
    const schema = hasSchema ? await fetchSchema(backup, request) : undefined;
    const { path, bytes } = await fetchDump(backup, (0,external_node_path_.join)(folder, 'dump'), request);
    return {
        archive: path,
        schema: schema === undefined ? undefined : (0,snapshot_file/* parseSnapshotText */.tN)(schema, 'The schema of the backup'),
        bytes: bytes + Buffer.byteLength(schema ?? ''),
    };
}

// EXTERNAL MODULE: ./build/backups/encryption/identities.js
var encryption_identities = __webpack_require__(89616);
// EXTERNAL MODULE: ./build/backups/signing-keys.js
var signing_keys = __webpack_require__(32028);
;// CONCATENATED MODULE: ./build/postgres/split-statements.js
/** A script as its statements, at the semicolons that end one. */
/**
 * Strings, quoted names, dollar quotes and comments (nested ones too) are stepped over, as the server's scanner does
 * (src/backend/parser/scan.l). Statements come trimmed and without their semicolon; those of nothing but comments are
 * left out. A backslash escapes in `E'…'` only (`standard_conforming_strings`).
 */
function splitStatements(script) {
    const statements = [];
    let start = 0;
    let at = 0;
    let hasContent = false;
    const finish = (end) => {
        if (hasContent)
            statements.push(script.slice(start, end).trim());
        hasContent = false;
    };
    while (at < script.length) {
        const skipped = endOfQuoted(script, at);
        if (skipped !== undefined) {
            hasContent ||= skipped.isContent;
            at = skipped.end;
        }
        else if (script[at] === ';') {
            finish(at);
            at += 1;
            start = at;
        }
        else {
            hasContent ||= /\S/.test(script[at] ?? '');
            at += 1;
        }
    }
    finish(script.length);
    return statements;
}
/** Undefined where neither a quote nor a comment begins. What is not closed goes on to the end. */
function endOfQuoted(script, at) {
    const rest = script.slice(at, at + 80);
    if (rest.startsWith('--'))
        return { end: endOf(script, at, /[\n\r]|$/g), isContent: false };
    if (rest.startsWith('/*'))
        return { end: endOfComment(script, at), isContent: false };
    if (/^[eE]'/.test(rest) && !isNamePart(script[at - 1]))
        return { end: endOf(script, at + 2, /(?:\\[\s\S]|[^'\\]|'')*(?:'|$)/y), isContent: true };
    if (rest.startsWith("'"))
        return { end: endOf(script, at + 1, /(?:[^']|'')*(?:'|$)/y), isContent: true };
    if (rest.startsWith('"'))
        return { end: endOf(script, at + 1, /(?:[^"]|"")*(?:"|$)/y), isContent: true };
    const tag = isNamePart(script[at - 1])
        ? undefined
        : /^\$(?:[A-Za-z_\u0080-\uFFFF][\w\u0080-\uFFFF]*)?\$/.exec(rest)?.[0];
    if (tag === undefined)
        return undefined;
    const closing = script.indexOf(tag, at + tag.length);
    return { end: closing < 0 ? script.length : closing + tag.length, isContent: true };
}
function endOf(script, from, pattern) {
    pattern.lastIndex = from;
    const found = pattern.exec(script);
    return found === null ? script.length : found.index + found[0].length;
}
function endOfComment(script, at) {
    let depth = 0;
    const marks = /\/\*|\*\//g;
    marks.lastIndex = at;
    for (let mark = marks.exec(script); mark !== null; mark = marks.exec(script)) {
        depth += mark[0] === '/*' ? 1 : -1;
        if (depth === 0)
            return mark.index + 2;
    }
    return script.length;
}
/** `a$b$` is a name, and so is the `e` of `name'`. */
function isNamePart(character) {
    return character !== undefined && /[\w$\u0080-\uFFFF]/.test(character);
}

// EXTERNAL MODULE: ./build/actions/open-stores.js + 4 modules
var open_stores = __webpack_require__(25852);
;// CONCATENATED MODULE: ./build/actions/stored-backups.js
/** Opens the places where backups are stored, and reads what the actions about them have in common. */












/** @throws UserError for a destination, an identity or a key that cannot be read, and where the series is not clear */
async function openStoredBackups(job, inputs) {
    const identities = inputs.identity === undefined ? undefined : await (0,encryption_identities/* parseIdentities */.g)(inputs.identity);
    for (const key of identities?.keys ?? [])
        job.mask(key);
    const publicKeys = inputs.publicKey === undefined ? [] : (0,signing_keys/* parsePublicKeys */.V)(inputs.publicKey);
    const stores = await (0,open_stores/* openStores */.j)(job, { ...inputs, destinations: inputs.from, input: 'from' });
    return {
        stores,
        series: inputs.series ?? (await onlySeries(stores)) ?? nameOf(job),
        identities,
        publicKeys,
    };
}
/** For people, where nothing is stored yet, or nothing any more. */
function nameOf({ event }) {
    return event.repository.split('/')[1] ?? event.repository;
}
/** @throws UserError when there is none, or more than one */
async function requireSeries(stores) {
    const series = await onlySeries(stores);
    if (series !== undefined)
        return series;
    throw new errors/* UserError */.yo(`There is no backup in ${stores.map(({ location }) => location).join(', ')}.`);
}
/** Undefined when there is no backup at all. @throws UserError when there is more than one */
async function onlySeries(stores) {
    const found = new Set();
    for (const store of stores)
        for await (const { key } of store.list('')) {
            const [series = '', ...rest] = key.split('/');
            if (rest.length > 2 && (0,backup_id/* isBackupId */["if"])(rest.at(-2) ?? ''))
                found.add(series);
        }
    const [series, ...others] = [...found].toSorted();
    if (series === undefined || others.length === 0)
        return series;
    const where = stores.map(({ location }) => location).join(', ');
    throw new errors/* UserError */.yo(`There are several series of backups in ${where}: ${[series, ...others].join(', ')}.`, {
        hint: 'Name the one that is meant with `series`.',
    });
}
/** SQL as it is given, or the content of a file of the workspace. @throws UserError for a file that is none, and for nothing */
function readAssertions(job, text) {
    if (text === undefined)
        return [];
    const path = (0,external_node_path_.resolve)(job.workspace, text);
    const isPath = !/[\s;()]/.test(text);
    if (isPath && !((0,external_node_fs_.existsSync)(path) && (0,external_node_fs_.statSync)(path).isFile()))
        throw new errors/* UserError */.yo(`Input \`assert-sql\`: there is no file "${text}".`, {
            hint: 'Give SQL, or a path below the workspace; is the repository checked out?',
        });
    const statements = splitStatements(isPath ? (0,external_node_fs_.readFileSync)(path, 'utf8') : text);
    if (statements.length > 0)
        return statements;
    throw new errors/* UserError */.yo('Input `assert-sql` holds no statement.', {
        hint: 'Leave it away, or give statements such as `SELECT count(*) > 0 FROM users;`.',
    });
}
/** Everything of a drill but its target. */
function drillParts(job, inputs, parts) {
    const { backups, chosen, assertions } = parts;
    const store = backups.stores.find(({ location }) => location === chosen.location);
    if (store === undefined)
        throw new Error(`There is no store ${chosen.location}.`);
    const jobs = inputs.jobs === 0 ? (0,external_node_os_.availableParallelism)() : inputs.jobs;
    const { log, signal, environment } = job;
    const install = inputs.installClient;
    return {
        subject: storedSubject({
            store,
            backupId: chosen.backupId,
            series: backups.series,
            trust: { publicKeys: backups.publicKeys },
            identities: backups.identities,
            log,
            signal,
        }),
        programs: (backup) => drillPrograms(backup, {
            ...{ environment, log, signal, install },
            allowsUnpatched: inputs.allowUnpatchedPgRestore,
        }),
        facts: databaseFactsReader({ workers: jobs, install }),
        assertions,
        assertionTimeoutMs: inputs.assertTimeout * 1000,
        jobs,
        machine: {
            cores: (0,external_node_os_.availableParallelism)(),
            memoryBytes: (0,external_node_os_.totalmem)(),
            platform: `${process.platform} ${process.arch}`,
        },
    };
}
function restoreContext(job, { timeout }) {
    const { log, signal, now, mask, environment, stateDirectory } = job;
    return { log, signal, now, mask, environment, folder: stateDirectory, timeoutMs: timeout * 1000 };
}


/***/ }),

/***/ 77665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ drillNotRecorded),
/* harmony export */   Gm: () => (/* binding */ backupStale),
/* harmony export */   IS: () => (/* binding */ backupDamaged),
/* harmony export */   JE: () => (/* binding */ rpoExceeded),
/* harmony export */   PN: () => (/* binding */ neverVerified),
/* harmony export */   R5: () => (/* binding */ unpatchedRestoreProgram),
/* harmony export */   aD: () => (/* binding */ assertionFailed),
/* harmony export */   hB: () => (/* binding */ contentDiffers),
/* harmony export */   iu: () => (/* binding */ restoreFailed),
/* harmony export */   ke: () => (/* binding */ couldNotVerify),
/* harmony export */   t6: () => (/* binding */ structureDamaged),
/* harmony export */   vK: () => (/* binding */ schemaDiffers),
/* harmony export */   xx: () => (/* binding */ backupNotAuthenticated),
/* harmony export */   z3: () => (/* binding */ rtoExceeded)
/* harmony export */ });
/* unused harmony export drillRules */
const backupDamaged = {
    id: 'backup-damaged',
    title: 'The stored backup is not what was stored, or not by whom it should be',
    severity: 'error',
    why: 'Its signature or a hash does not match. No byte of it was given to pg_restore.',
};
const restoreFailed = {
    id: 'restore-failed',
    title: 'Something of the backup does not go into an empty database',
    severity: 'error',
    why: 'pg_restore goes on after an error, and what is missing then shows weeks later. Every error counts.',
};
const contentDiffers = {
    id: 'restored-content-differs',
    title: 'A restored table, sequence or extension is not what was dumped',
    severity: 'error',
    why: 'Counts and hashes of every table were taken at the snapshot of the dump; the copy must have the same.',
};
const schemaDiffers = {
    id: 'restored-schema-differs',
    title: 'The schema of the copy is not that of the source',
    severity: 'error',
    why: 'A lost constraint, index, trigger or policy changes no row, and is noticed when it is needed.',
};
const structureDamaged = {
    id: 'restored-structure-damaged',
    title: 'amcheck finds damage in a restored table or index',
    severity: 'error',
    why: 'The rows read well and an index would still miss some of them.',
};
const assertionFailed = {
    id: 'assertion-failed',
    title: 'A statement of `assert-sql` did not return true',
    severity: 'error',
    why: 'Each statement must return one row with one boolean, true. Anything else is a failure, an error too.',
};
const couldNotVerify = {
    id: 'could-not-verify',
    title: 'The backup could not be restored here, so nothing is proved',
    severity: 'error',
    why: 'A check that did not run must not look like one that passed.',
};
const backupNotAuthenticated = {
    id: 'backup-not-authenticated',
    title: 'Nothing proves who made the backup',
    severity: 'warning',
    why: 'Hashes find accidents. Whoever can write to the store can write matching hashes too; a signature cannot be forged.',
};
const rtoExceeded = {
    id: 'rto-exceeded',
    title: 'The restore takes longer than `max-rto`',
    severity: 'error',
    why: 'It was measured from the download to the last comparison; a real loss takes longer, not shorter.',
};
const rpoExceeded = {
    id: 'rpo-exceeded',
    title: 'The newest verified backup is older than `max-rpo`',
    severity: 'error',
    why: 'What was written since would be lost. It is counted from the snapshot of the dump, not from the end of the upload, and only verified backups count.',
};
const neverVerified = {
    id: 'never-verified',
    title: 'No backup of the series was ever verified',
    severity: 'error',
    why: 'A backup that was never restored is a hope.',
};
const backupStale = {
    id: 'backup-stale',
    title: 'The newest backup is older than `max-age`',
    severity: 'error',
    why: 'The scheduled backup does not run: GitHub disables schedules of repositories without activity, and drops late runs.',
};
const drillNotRecorded = {
    id: 'drill-not-recorded',
    title: 'The outcome of the drill could not be written beside the backups',
    severity: 'warning',
    why: 'Retention and freshness know only of recorded drills.',
};
/** For the documentation; those about the version of pg_restore are in `security-findings.ts`. */
const unpatchedRestoreProgram = {
    id: 'pg-restore-unpatched',
    title: 'pg_restore lacks a security fix',
    severity: 'error',
    why: 'A crafted archive runs code on the machine that restores it (CVE-2026-116314). A warning only where a signature proves who wrote the archive.',
};
const drillRules = [
    backupDamaged,
    restoreFailed,
    contentDiffers,
    schemaDiffers,
    structureDamaged,
    assertionFailed,
    couldNotVerify,
    backupNotAuthenticated,
    unpatchedRestoreProgram,
    rtoExceeded,
    rpoExceeded,
    neverVerified,
    backupStale,
    drillNotRecorded,
];


/***/ }),

/***/ 12470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B$: () => (/* binding */ archiveOnly),
/* harmony export */   hx: () => (/* binding */ markBytes),
/* harmony export */   hy: () => (/* binding */ requireMark)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** The first bytes of `toc.dat` and of the custom format. https://github.com/postgres/postgres/blob/master/src/bin/pg_dump/pg_backup_archiver.c (`WriteHead`) */
const mark = Buffer.from('PGDMP');
const markBytes = mark.length;
/** @throws UserError for what pg_dump did not write: an empty file, an error message, a compressed script */
function requireMark(start, what) {
    if (Buffer.from(start.subarray(0, markBytes)).equals(mark))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${what} is no archive of pg_dump: it does not begin with ${mark}.`, {
        hint: 'pg_dump has failed, or was told another format than `directory` or `custom`. Nothing was stored.',
    });
}
/** The same bytes, when they begin as an archive does. @throws UserError else, before any is handed on */
async function* archiveOnly(source) {
    let start = Buffer.alloc(0);
    for await (const piece of source) {
        if (start.length >= markBytes) {
            yield piece;
            continue;
        }
        start = Buffer.concat([start, piece]);
        if (start.length < markBytes)
            continue;
        requireMark(start, 'The dump');
        yield start;
    }
    if (start.length < markBytes)
        requireMark(start, 'The dump');
}


/***/ }),

/***/ 78163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ packFolder),
/* harmony export */   Ik: () => (/* binding */ packedName)
/* harmony export */ });
/* unused harmony export tarBytes */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19473);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9924);
/* harmony import */ var _archive_mark_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(12470);
/* harmony import */ var _tar_header_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41033);
/** A folder as pg_dump's directory format leaves it, as one deterministic tar. */








/** All that pg_dump names files: `toc.dat`, `3012.dat.zst`, `blobs_16400.toc`, `blob_16401.dat.gz`. */
const packedName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
/** The manifest lists each. */
const mostFiles = 500_000;
/**
 * Reads sizes now and contents while the stream is read.
 * @throws UserError when the folder is no finished dump: no `toc.dat`, one that is none, or something that pg_dump does not write
 */
async function packFolder(folder) {
    const members = await dumpFiles(folder);
    (0,_archive_mark_js__WEBPACK_IMPORTED_MODULE_6__/* .requireMark */ .hy)(await startOf((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'toc.dat')), '`toc.dat`');
    const packed = [];
    async function* stream() {
        for (const member of members) {
            yield (0,_tar_header_js__WEBPACK_IMPORTED_MODULE_7__/* .memberHeader */ .As)(member);
            packed.push(yield* fileContent(folder, member));
            const filler = (0,_tar_header_js__WEBPACK_IMPORTED_MODULE_7__/* .padding */ .Ms)(member.bytes);
            if (filler.length > 0)
                yield filler;
        }
        yield _tar_header_js__WEBPACK_IMPORTED_MODULE_7__/* .archiveEnd */ .MC;
    }
    return { bytes: tarBytes(members), stream: stream(), files: () => packed };
}
/** Bytes of a tar with these members. */
function tarBytes(members) {
    return members.reduce((sum, member) => sum + (0,_tar_header_js__WEBPACK_IMPORTED_MODULE_7__/* .memberHeader */ .As)(member).length + member.bytes + (0,_tar_header_js__WEBPACK_IMPORTED_MODULE_7__/* .padding */ .Ms)(member.bytes).length, _tar_header_js__WEBPACK_IMPORTED_MODULE_7__/* .archiveEnd */ .MC.length);
}
async function dumpFiles(folder) {
    const members = [];
    for (const name of (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder)).toSorted()) {
        const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name));
        if (!facts.isFile() || !packedName.test(name))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`The dump's folder holds ${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .inlineCode */ .ti)(name)}, which pg_dump does not write.`, {
                hint: 'Dump into an empty folder of its own.',
            });
        members.push({ name, bytes: facts.size });
    }
    if (members.length > mostFiles)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`The dump has ${members.length} files, more than ${mostFiles}.`, {
            hint: 'Large objects are a file each. Dump in the custom format, which is one file.',
        });
    if (!members.some(({ name }) => name === 'toc.dat'))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('The dump’s folder has no `toc.dat`: it is no finished dump in directory format.');
    return members;
}
async function startOf(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path);
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(_archive_mark_js__WEBPACK_IMPORTED_MODULE_6__/* .markBytes */ .hx), 0, _archive_mark_js__WEBPACK_IMPORTED_MODULE_6__/* .markBytes */ .hx, 0);
        return buffer.subarray(0, bytesRead);
    }
    finally {
        await file.close();
    }
}
async function* fileContent(folder, { name, bytes }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let seen = 0;
    for await (const piece of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name), { highWaterMark: 1024 * 1024 })) {
        if (!(piece instanceof Uint8Array))
            throw new Error('A file is read as text.');
        seen += piece.length;
        if (seen > bytes)
            break;
        hash.update(piece);
        yield piece;
    }
    if (seen !== bytes)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .inlineCode */ .ti)(name)} of the dump has changed while it was being stored.`, {
            hint: 'Nothing else may write into the dump’s folder.',
        });
    return { name, bytes, sha256: hash.digest('hex') };
}


/***/ }),

/***/ 41033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ memberHeader),
/* harmony export */   MC: () => (/* binding */ archiveEnd),
/* harmony export */   Ms: () => (/* binding */ padding),
/* harmony export */   RW: () => (/* binding */ parseHeader),
/* harmony export */   VE: () => (/* binding */ blockBytes),
/* harmony export */   vZ: () => (/* binding */ parsePaxRecords)
/* harmony export */ });
/**
 * One member's header in a tar file: POSIX ustar, with a pax record where the size has more than eleven octal digits.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html ("ustar Interchange Format")
 */
const blockBytes = 512;
/** 8 GiB - 1. */
const mostInOctal = 0o77777777777;
/** Header of a regular file, with what tells a size that it cannot hold before it. The same member gives the same bytes. */
function memberHeader({ name, bytes }) {
    if (bytes <= mostInOctal)
        return ustarHeader({ name, bytes, type: '0' });
    const record = Buffer.from(paxRecord('size', String(bytes)));
    return Buffer.concat([
        ustarHeader({ name: `PaxHeaders/${name}`.slice(0, 100), bytes: record.length, type: 'x' }),
        record,
        padding(record.length),
        ustarHeader({ name, bytes: 0, type: '0' }),
    ]);
}
/** Zeros from the end of a member to the next block. */
function padding(bytes) {
    return Buffer.alloc((blockBytes - (bytes % blockBytes)) % blockBytes);
}
/** Two empty blocks end the archive. */
const archiveEnd = Buffer.alloc(2 * blockBytes);
/** `27 size=12345678901`, whose length counts itself. */
function paxRecord(key, value) {
    const rest = ` ${key}=${value}\n`;
    const length = rest.length + String(rest.length).length;
    return `${rest.length + String(length).length}${rest}`;
}
function ustarHeader({ name, bytes, type }) {
    const header = Buffer.alloc(blockBytes);
    header.write(name, 0, 100, 'latin1');
    header.write('0000600\0', 100, 'latin1');
    header.write('0000000\0', 108, 'latin1');
    header.write('0000000\0', 116, 'latin1');
    header.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
    header.write(`${'0'.repeat(11)}\0`, 136, 'latin1');
    header.write(type, 156, 'latin1');
    header.write('ustar\x0000', 257, 'latin1');
    header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return header;
}
/** Sum of all bytes, those of the checksum itself counted as spaces. */
function checksum(header) {
    let sum = 8 * 0x20;
    for (const [index, byte] of header.entries())
        if (index < 148 || index >= 156)
            sum += byte;
    return sum;
}
/** Undefined for a block that is no header. */
function parseHeader(block) {
    const sum = octal(block.subarray(148, 156));
    const bytes = numberField(block.subarray(124, 136));
    if (sum === undefined || sum !== checksum(block) || bytes === undefined)
        return undefined;
    const isUstar = block.toString('latin1', 257, 263) === 'ustar\0';
    const prefix = isUstar ? textField(block.subarray(345, 500)) : '';
    const name = textField(block.subarray(0, 100));
    const type = block[156] === 0 ? '0' : String.fromCharCode(block[156] ?? 0);
    return { name: prefix === '' ? name : `${prefix}/${name}`, bytes, type };
}
function textField(field) {
    const end = field.indexOf(0);
    return field.toString('utf8', 0, end < 0 ? field.length : end);
}
/** Octal, or GNU's base-256 where the first bit is set. */
function numberField(field) {
    if (field[0] !== 0x80)
        return octal(field);
    const value = BigInt(`0x${field.subarray(1).toString('hex')}`);
    return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : undefined;
}
function octal(field) {
    const digits = /^ *([0-7]+)[ \0]*$/.exec(field.toString('latin1'))?.[1];
    return digits === undefined ? undefined : Number.parseInt(digits, 8);
}
/** The records of a pax header. Undefined when they are not well-formed. */
function parsePaxRecords(content) {
    const records = new Map();
    let rest = content;
    while (rest.length > 0) {
        const space = rest.indexOf(' ');
        const digits = rest.toString('latin1', 0, Math.max(0, space));
        const length = /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : 0;
        const record = rest.toString('utf8', space + 1, length);
        const equals = record.indexOf('=');
        if (length <= space || length > rest.length || equals < 1 || !record.endsWith('\n'))
            return undefined;
        records.set(record.slice(0, equals), record.slice(equals + 1, -1));
        rest = rest.subarray(length);
    }
    return records;
}


/***/ }),

/***/ 56629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ withProgress)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73110);
/* harmony import */ var _report_quantity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59362);
/* harmony import */ var _progress_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13378);
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



/** The same bytes, with a line now and then of how far it is, and one at the end. */
async function* withProgress(source, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const start = performance.now();
        const progress = __addDisposableResource(env_1, (0,_progress_log_js__WEBPACK_IMPORTED_MODULE_1__/* .progressLog */ .m)(options), false);
        let bytes = 0;
        for await (const piece of source) {
            yield piece;
            bytes += piece.length;
            progress.add(piece.length);
        }
        const elapsedMs = performance.now() - start;
        const rate = (0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)((bytes / Math.max(1, elapsedMs)) * 1000);
        options.log.info(`${options.what}: ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(bytes)} in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(elapsedMs)}, ${rate}/s.`);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}


/***/ }),

/***/ 76561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ UnfitTargetError)
/* harmony export */ });
/** Nothing is proved of the backup: the place where it should be restored is not fit for it, or is not there. */
class UnfitTargetError extends Error {
    name = 'UnfitTargetError';
    hint;
    constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.hint = options.hint;
    }
}


/***/ }),

/***/ 8151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findClientProgram: () => (/* binding */ findClientProgram)
});

// UNUSED EXPORTS: readVersion, versionText

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/postgres/client-process.js
var client_process = __webpack_require__(72935);
// EXTERNAL MODULE: ./build/postgres/client-program.js
var client_program = __webpack_require__(53966);
// EXTERNAL MODULE: ./build/postgres/installed-versions.js
var installed_versions = __webpack_require__(16132);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/postgres/client-programs/install-client.js
/** Client programs from PGDG, the packages that PostgreSQL's own people make for Debian and Ubuntu. */





/** postgresql-common ships the repository's key, so that none is downloaded. */
const defaultPlace = {
    keyFolder: '/usr/share/postgresql-common/pgdg',
    sourceParts: '/etc/apt/sources.list.d',
    osRelease: '/etc/os-release',
};
const keyNames = ['apt.postgresql.org.gpg', 'apt.postgresql.org.asc'];
/**
 * Installs `postgresql-client-N` and nothing else of the server. The repository is named to apt for these two calls
 * alone: no file of the machine's own sources is changed, and only its list is fetched.
 * @throws UserError when this machine cannot install it (no apt, no key, no root), ExternalError when apt fails
 */
async function installClient(options) {
    const place = { ...defaultPlace, ...withoutUndefined(options) };
    const [apt, key, codename] = await Promise.all([
        aptCommand(options),
        findKey(place.keyFolder, options.major),
        readCodename(place.osRelease, options.major),
    ]);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'database-actions-apt-'));
    try {
        const parts = (0,external_node_path_.join)(folder, 'sources.list.d');
        await (0,promises_.mkdir)(parts);
        await (0,promises_.cp)(place.sourceParts, parts, { recursive: true, dereference: true }).catch(() => { });
        const source = (0,external_node_path_.join)(parts, 'database-actions-pgdg.sources');
        await (0,promises_.writeFile)(source, sourceText(codename, key), { mode: 0o644 });
        options.log.info(`Installing postgresql-client-${options.major} from apt.postgresql.org.`);
        const only = ['-o', `Dir::Etc::sourcelist=${source}`, '-o', 'Dir::Etc::sourceparts=-'];
        await runApt(options, [...apt, 'update', ...patience, ...only, '-o', 'APT::Get::List-Cleanup=0']);
        const all = ['-o', `Dir::Etc::sourceparts=${parts}`];
        const choice = ['-y', '--no-install-recommends', `postgresql-client-${options.major}`];
        await runApt(options, [...apt, 'install', ...patience, ...all, ...choice]);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** Another step may hold apt's lock; a mirror may hiccup. */
const patience = ['-q', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3'];
function withoutUndefined(place) {
    return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined));
}
/** deb822, as `man sources.list` has it. */
function sourceText(codename, key) {
    return `Types: deb
URIs: https://apt.postgresql.org/pub/repos/apt
Suites: ${codename}-pgdg
Components: main
Signed-By: ${key}
`;
}
async function aptCommand(options) {
    const path = options.environment.PATH ?? '';
    const apt = await findOnPath('apt-get', path);
    if (apt === undefined)
        throw cannotInstall(options.major, 'there is no `apt-get` on this machine', 'Install them in an earlier step.');
    const quietly = ['/usr/bin/env', 'DEBIAN_FRONTEND=noninteractive', 'NEEDRESTART_MODE=a', apt];
    if (options.isRoot ?? process.getuid?.() === 0)
        return quietly;
    const sudo = await findOnPath('sudo', path);
    if (sudo !== undefined)
        return [sudo, '-n', ...quietly];
    throw cannotInstall(options.major, 'the job does not run as root and there is no `sudo`', 'Run the job as root, or use a runner image that has them.');
}
async function findOnPath(name, path) {
    for (const folder of path.split(external_node_path_.delimiter).filter((entry) => entry.startsWith('/'))) {
        const file = (0,external_node_path_.join)(folder, name);
        if (await exists(file))
            return file;
    }
    return undefined;
}
function exists(file) {
    return (0,promises_.access)(file).then(() => true, () => false);
}
async function findKey(folder, major) {
    for (const name of keyNames)
        if (await exists((0,external_node_path_.join)(folder, name)))
            return (0,external_node_path_.join)(folder, name);
    throw cannotInstall(major, `the key of apt.postgresql.org is not in ${folder}`, 'Install the package `postgresql-common` in an earlier step: it brings the key.');
}
async function readCodename(file, major) {
    const release = await (0,promises_.readFile)(file, 'utf8').catch(() => '');
    const codename = /^VERSION_CODENAME="?([a-z][a-z0-9-]*)"?$/m.exec(release)?.[1];
    if (codename !== undefined)
        return codename;
    throw cannotInstall(major, `${file} names no release of Debian or Ubuntu (VERSION_CODENAME)`, 'Install them in an earlier step.');
}
function cannotInstall(major, why, hint) {
    return new errors/* UserError */.yo(`The client programs of PostgreSQL ${major} cannot be installed: ${why}.`, { hint });
}
async function runApt(options, command) {
    const [path = '', ...argv] = command;
    const { end, stdout } = await (0,client_process/* runProgram */.mB)({
        path,
        argv,
        environment: options.environment,
        signal: options.signal,
    });
    options.log.debug(stdout.trim());
    if (end.kind === 'exited' && end.code === 0)
        return;
    const said = `${stdout}\n${end.errors}`.trim().split('\n').slice(-6).join('\n');
    throw new errors/* ExternalError */.yA('apt', `Installing postgresql-client-${options.major} failed: \`apt-get ${argv.includes('update') ? 'update' : 'install'}\` ${howEnded(end)}.\n${said}`, {
        retryable: true,
        hint: 'Is apt.postgresql.org reachable from this runner, does it have this version for the release of the image, and may the job use sudo without a password? Else install the package in an earlier step.',
    });
}
function howEnded(end) {
    if (end.kind === 'exited')
        return `ended with exit code ${end.code}`;
    return end.kind === 'killed' ? `was ended by ${end.signal}` : 'could not be started';
}

;// CONCATENATED MODULE: ./build/postgres/client-programs/find-client-program.js
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
 * The program that fits the server, by absolute path: of its own major version, else of the next higher one that is
 * here; of several minors the newest. Debian's `/usr/bin/pg_dump` is passed over: it is a wrapper that takes the
 * version of the local cluster, whatever server it is sent to.
 * @throws UserError when there is none, ExternalError when it could not be installed
 */
async function findClientProgram(options) {
    const here = await programsHere(options);
    const fitting = best(here, options.serverMajor);
    if (fitting !== undefined)
        return told(fitting, options);
    if (!options.install)
        throw missing(options, here);
    await installClient({ ...options, ...(options.installFrom ?? {}), major: options.serverMajor });
    const found = best(await programsHere(options), options.serverMajor);
    if (found === undefined)
        throw missing(options, here);
    return told(found, options);
}
function told(program, { serverMajor, log }) {
    log.debug(`Using ${program.path}: ${program.text}.`);
    const major = (0,client_program/* majorOf */.D)(program.version);
    if (major > serverMajor)
        log.notice(`Using ${program.name} ${major} for a server of PostgreSQL ${serverMajor}: a dump by it restores without a complaint only into PostgreSQL ${major} or newer. Install \`postgresql-client-${serverMajor}\` to match.`);
    return program;
}
function best(programs, serverMajor) {
    return programs
        .filter(({ version }) => (0,client_program/* majorOf */.D)(version) >= serverMajor)
        .toSorted((left, right) => (0,client_program/* majorOf */.D)(left.version) - (0,client_program/* majorOf */.D)(right.version) || right.version - left.version)[0];
}
function missing({ name, serverMajor, install }, here) {
    const found = here.length === 0
        ? 'none was found'
        : `found: ${here.map(({ path, version }) => `${path} (${versionText(version)})`).join(', ')}`;
    const instead = install ? '' : ', or let this action install it (`install-client: true`)';
    return new errors/* UserError */.yo(`No ${name} on this machine fits PostgreSQL ${serverMajor}: ${found}. An older one refuses a newer server.`, {
        hint: `Install the package \`postgresql-client-${serverMajor}\` of apt.postgresql.org in an earlier step${instead}. Debian's wrapper in /usr/bin does not count: its version is that of the machine's own cluster.`,
    });
}
/** `17.12` */
function versionText(version) {
    return `${(0,client_program/* majorOf */.D)(version)}.${version % 10_000}`;
}
async function programsHere(options) {
    const installed = await (0,installed_versions/* installedVersions */.u)(options.folders ?? installed_versions/* versionFolders */.m);
    const onPath = (options.environment.PATH ?? '').split(external_node_path_.delimiter).filter((folder) => folder.startsWith('/'));
    const folders = [...installed.map(({ bin }) => bin), ...onPath];
    const paths = [...new Set(folders.map((folder) => (0,external_node_path_.join)(folder, options.name)))];
    const programs = await Promise.all(paths.map((path) => readProgram(path, options)));
    return programs.filter((program) => program !== undefined);
}
async function readProgram(path, options) {
    const { name, environment, signal } = options;
    const isExecutable = await (0,promises_.access)(path, promises_.constants.X_OK).then(() => true, () => false);
    if (!isExecutable || (await isDebianWrapper(path)))
        return undefined;
    const { end, stdout } = await (0,client_process/* runProgram */.mB)({ path, argv: ['--version'], environment, signal });
    if (end.kind !== 'exited' || end.code !== 0)
        return undefined;
    const [text = ''] = stdout.split('\n');
    const version = readVersion(text);
    return version === undefined ? undefined : { name, path, version, text };
}
/** `pg_dump (PostgreSQL) 17.12 (Debian …)` as 170012; of a beta, whose minor is no number, as 190000. */
function readVersion(text) {
    const match = /\(PostgreSQL\) (\d+)(?:\.(\d+))?/.exec(text);
    return match === null ? undefined : Number(match[1]) * 10_000 + Number(match[2] ?? 0);
}
async function isDebianWrapper(path) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const target = await (0,promises_.realpath)(path).catch(() => path);
        if ((0,external_node_path_.basename)(target) === 'pg_wrapper')
            return true;
        const file = await (0,promises_.open)(target).catch(() => undefined);
        if (file === undefined)
            return false;
        const opened = __addDisposableResource(env_1, file, true);
        const { buffer, bytesRead } = await opened.read(Buffer.alloc(4096), 0, 4096, 0);
        const start = buffer.subarray(0, bytesRead).toString('latin1');
        return start.startsWith('#!') && /PgCommon|pg_wrapper/.test(start);
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


/***/ }),

/***/ 86967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ quoteIdentifier),
/* harmony export */   c: () => (/* binding */ quoteLiteral)
/* harmony export */ });
/** An identifier as it must be written in SQL; always quoted, so that no keyword, capital or quote matters. */
function quoteIdentifier(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
/** A string literal for statements that take no parameters (`CREATE ROLE`, `COMMENT ON`); safe under either `standard_conforming_strings`. */
function quoteLiteral(text) {
    const quoted = text.replaceAll("'", "''");
    return quoted.includes('\\') ? ` E'${quoted.replaceAll('\\', '\\\\')}'` : `'${quoted}'`;
}


/***/ }),

/***/ 59362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/** Numbers as people read them. Durations are in src/duration.ts. */
const byteUnits = ['bytes', 'kB', 'MB', 'GB', 'TB'];
/** `0 bytes`, `8.0 kB`, `398 MB`: units of 1024 with Postgres's own names (`pg_size_pretty`). */
function formatBytes(bytes) {
    const step = bytes < 1024 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log2(bytes) / 10));
    const value = bytes / 1024 ** step;
    return `${value < 10 && step > 0 ? value.toFixed(1) : Math.round(value)} ${byteUnits[step] ?? ''}`;
}
/** `412`, `184,213`, `3.0 M`, `41 M`, `1.2 bn`. */
function formatCount(count) {
    if (count < 999_500)
        return Math.round(count).toLocaleString('en-US');
    if (count < 999_500_000)
        return `${withOneDecimal(count / 1e6)} M`;
    return `${withOneDecimal(count / 1e9)} bn`;
}
function withOneDecimal(value) {
    return value < 9.95 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US');
}
/** "1 table", "2 tables"; `plural` where adding an s is wrong. */
function counted(count, singular, plural = `${singular}s`) {
    return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}


/***/ }),

/***/ 56757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U7: () => (/* binding */ ruleLevels),
/* harmony export */   hD: () => (/* binding */ findingOf),
/* harmony export */   v4: () => (/* binding */ presets)
/* harmony export */ });
const ruleLevels = ['off', 'notice', 'warning', 'error'];
const presets = ['recommended', 'supabase', 'strict', 'off'];
/** A finding of a rule, with its severity and link unless told otherwise. */
function findingOf(rule, finding) {
    const { id, severity, docs } = rule;
    return { rule: id, severity, ...(docs === undefined ? {} : { docs }), ...finding };
}


/***/ })

};
