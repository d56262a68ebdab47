export const id = 5793;
export const ids = [5793];
export const modules = {

/***/ 13378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ progressLog)
/* harmony export */ });
/* unused harmony export progressLine */
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73110);
/* harmony import */ var _report_quantity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59362);


const defaultEveryMs = 10_000;
/** A line now and then of what is done, how fast, and how long the rest may take; none for what is done at once. */
function progressLog(options) {
    const start = performance.now();
    let done = 0;
    const tell = async () => {
        if (options.measure !== undefined)
            done = await options.measure().catch(() => done);
        options.log.info(progressLine(options, done, performance.now() - start));
    };
    const timer = setInterval(() => void tell(), options.everyMs ?? defaultEveryMs);
    timer.unref();
    return {
        add: (bytes) => {
            done += bytes;
        },
        [Symbol.dispose]: () => clearInterval(timer),
    };
}
/** `Dump: 120 MB of about 400 MB, 12 MB/s, about 23 s left` */
function progressLine({ what, total }, done, elapsedMs) {
    const rate = elapsedMs === 0 ? 0 : (done / elapsedMs) * 1000;
    const speed = `${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(rate)}/s`;
    if (total <= done || rate === 0)
        return `${what}: ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(done)} so far, ${speed}`;
    const left = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(((total - done) / rate) * 1000);
    return `${what}: ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(done)} of about ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(total)}, ${speed}, about ${left} left`;
}


/***/ }),

/***/ 99720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  refusePublicPlaintext: () => (/* binding */ refusePublicPlaintext),
  storeBackup: () => (/* binding */ storeBackup)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/backups/backup-id.js
var backup_id = __webpack_require__(46580);
// EXTERNAL MODULE: ./build/backups/byte-reader.js
var byte_reader = __webpack_require__(8694);
// EXTERNAL MODULE: ./build/backups/manifest.js
var backups_manifest = __webpack_require__(8399);
// EXTERNAL MODULE: ./build/backups/encryption/age.js + 2 modules
var age = __webpack_require__(85602);
// EXTERNAL MODULE: ./build/backups/measured-stream.js
var measured_stream = __webpack_require__(94775);
;// CONCATENATED MODULE: ./build/backups/store-sealed.js



/** Encrypts while it stores, where there are recipients: the plaintext is read once and lies nowhere. */
async function storeSealed(context, { name, role, plain: source, plainBytes }) {
    if (context.recipients === undefined) {
        const stored = await storeStream(context, { name, body: source, bytes: plainBytes });
        return { name, role, ...stored };
    }
    const plain = (0,measured_stream/* measured */.j)(source);
    const { stream, sizeOf } = await (0,age/* encrypt */.w)(plain, context.recipients);
    const sealedName = `${name}.age`;
    const bytes = plainBytes === undefined ? undefined : sizeOf(plainBytes);
    const stored = await storeStream(context, { name: sealedName, body: stream, bytes });
    return { name: sealedName, role, ...stored, plain: plain.measure() };
}
function storeStream({ id, writer, retainUntil }, { name, body, bytes }) {
    return writer.write({
        key: `${(0,backup_id/* backupFolder */.j0)(id)}/${name}`,
        body,
        options: writeOptions({ retainUntil, bytes }),
    });
}
/** Something small that everybody with access may read. */
function storeBytes(context, name, bytes) {
    return storeStream(context, { name, body: oneOf(bytes), bytes: bytes.length });
}
function writeOptions({ retainUntil, bytes }) {
    return {
        contentType: 'application/octet-stream',
        ...(bytes === undefined ? {} : { bytes }),
        ...(retainUntil === undefined ? {} : { retainUntil }),
    };
}
/** A stream of what is all there. */
async function* oneOf(bytes) {
    if (bytes.length > 0)
        yield bytes;
}

;// CONCATENATED MODULE: ./build/backups/commit-manifest.js





/**
 * Writes the manifest to every store, which makes backups of what lies there. A copy that is whole stays, even when another
 * store has failed by now: it is verified and worth having. The error then says which copies there are.
 * @throws ExternalError when not every store has it
 */
async function commitManifest(commit) {
    const { stores, context, log } = commit;
    const outcomes = await Promise.all(stores.map((store) => writeManifest(commit, store)));
    const stored = outcomes.filter((outcome) => outcome.kind === 'stored');
    const failed = outcomes.filter((outcome) => outcome.kind === 'failed');
    const [first] = failed;
    if (first === undefined)
        return stored.map(({ copy }) => copy);
    log.info(`What was written of ${context.id} is taken back where it has no manifest.`);
    await context.writer.removeFrom(failed.map(({ store }) => store));
    if (stored.length === 0)
        throw first.reason;
    const places = (list) => list.map(({ store }) => store.location).join(', ');
    throw new errors/* ExternalError */.yA(first.store.location, `The backup ${context.id} is complete in ${places(stored)} and not stored in ${places(failed)}: ${(0,errors/* errorMessage */.gJ)(first.reason)}`, {
        hint: 'The complete copy can be restored, and is kept. Run again for a backup with all of its copies.',
        retryable: true,
        cause: first.reason,
    });
}
async function writeManifest({ context, bytes }, store) {
    const key = `${(0,backup_id/* backupFolder */.j0)(context.id)}/${backups_manifest/* manifestName */.vS}`;
    const options = writeOptions({ retainUntil: context.retainUntil, bytes: bytes.length });
    try {
        const copy = await store.write(key, oneOf(bytes), { ...options, contentType: 'application/json' });
        return { kind: 'stored', store, copy };
    }
    catch (reason) {
        const copy = await foundAfterAll(store, key, bytes);
        return copy === undefined ? { kind: 'failed', store, reason } : { kind: 'stored', store, copy };
    }
}
/** The answer to a write may be lost while the write was done. */
async function foundAfterAll(store, key, bytes) {
    try {
        const copy = await store.head(key);
        if (copy?.bytes !== bytes.length)
            return undefined;
        const there = await (0,byte_reader/* collectBytes */.y)(await store.read(key), bytes.length);
        return there?.equals(bytes) === true ? copy : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/backups/manifest-file.js
var manifest_file = __webpack_require__(32074);
// EXTERNAL MODULE: ./build/backups/manifest-shape.js
var manifest_shape = __webpack_require__(10463);
;// CONCATENATED MODULE: ./build/backups/manifest-draft.js


function isLate(draft) {
    return 'complete' in draft;
}
/** The manifest as far as it is known before the end. */
function draftedManifest({ draft, dump, recipients }, { packed, files }) {
    const { seconds: _notYet, ...known } = draft;
    return {
        ...known,
        kind: manifest_shape/* manifestKind */.QS,
        version: manifest_shape/* manifestVersion */.cX,
        dump: { ...draft.dump, format: dump.format, files: packed },
        encryption: recipients === undefined ? { kind: 'none' } : { kind: 'age', recipients: recipients.keys },
        files,
    };
}
/** @throws UserError when no manifest could be made of this draft, whatever is stored */
function checkDraft(backup) {
    const sha256 = '0'.repeat(64);
    const dump = { name: 'dump', role: 'dump', bytes: 0, sha256 };
    const isEncrypted = backup.recipients !== undefined;
    (0,manifest_file/* serializeManifest */.MZ)({
        ...draftedManifest(backup, {
            packed: backup.dump.format === 'directory' ? [{ name: 'toc.dat', bytes: 0, sha256 }] : [],
            files: [isEncrypted ? { ...dump, plain: { bytes: 0, sha256 } } : dump],
        }),
        finishedAt: backup.draft.snapshot.takenAt,
        seconds: { ...backup.draft.seconds, store: 0 },
    });
}

// EXTERNAL MODULE: ./build/backups/packing/archive-mark.js
var archive_mark = __webpack_require__(12470);
// EXTERNAL MODULE: ./build/backups/packing/pack.js
var pack = __webpack_require__(78163);
// EXTERNAL MODULE: ./build/backups/progress.js
var progress = __webpack_require__(56629);
// EXTERNAL MODULE: ./build/postgres/client-programs/security-findings.js
var security_findings = __webpack_require__(29025);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(59362);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
;// CONCATENATED MODULE: ./build/backups/shell-words.js
/** As one word of bash, whatever is in it; what a block of code may not show as it is, byte for byte. */
function shellQuoted(text) {
    if (/^[A-Za-z0-9_./:@%+=-]+$/.test(text))
        return text;
    if (/^[ -;=?-~]*$/.test(text))
        return `'${text.replaceAll("'", `'\\''`)}'`;
    const bytes = [...Buffer.from(text)].map((byte) => {
        const character = String.fromCharCode(byte);
        return /[A-Za-z0-9 _.-]/.test(character) ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
    });
    return `$'${bytes.join('')}'`;
}

;// CONCATENATED MODULE: ./build/backups/recovery-fetching.js




/** How to get a backup's files from one place into the current folder, with stock programs. Markdown. */
function fetchingFrom(location, source) {
    const folder = (0,backup_id/* backupFolder */.j0)(source.id);
    const commands = commandsFor(location, { folder, source });
    if (commands === undefined)
        return `From ${(0,report_escape/* inlineCode */.ti)(location)}: the files below ${(0,report_escape/* inlineCode */.ti)(folder)}.`;
    return `From ${(0,report_escape/* inlineCode */.ti)(location)}:\n\n${(0,report_escape/* fencedCode */.Vl)(commands, 'bash')}`;
}
function commandsFor(location, { folder, source }) {
    if (location.startsWith('s3://'))
        return fromBucket(location, folder);
    if (location.startsWith('file:///'))
        return `cp ${shellQuoted(`${(0,external_node_url_.fileURLToPath)(location)}/${folder}`)}/* .`;
    if (location.startsWith('release:'))
        return fromRelease(location.slice('release:'.length), { folder, source });
    if (location === 'artifact')
        return fromArtifact({ folder, source });
    return undefined;
}
/** `s3://bucket/prefix`, with `?endpoint=…` where it is not AWS. */
function fromBucket(location, folder) {
    const [address = '', query] = location.split('?endpoint=');
    const endpoint = query === undefined ? '' : ` --endpoint-url ${shellQuoted(query)}`;
    const from = shellQuoted(`${address.replace(/\/$/, '')}/${folder}/`);
    return `aws s3 cp --recursive${endpoint} ${from} .`;
}
/** Assets have no folders: their names hold the whole key, with `--` for each slash. */
function fromRelease(tag, { folder, source }) {
    const prefix = `${folder.replaceAll('/', '--')}--`;
    const repository = source.origin.repository === '' ? '' : ` --repo ${shellQuoted(source.origin.repository)}`;
    return [
        `gh release download ${shellQuoted(tag)}${repository} --pattern ${shellQuoted(`${prefix}*`)}`,
        `for file in ${prefix}*; do mv -- "$file" "\${file#${prefix}}"; done`,
    ].join('\n');
}
/** GitHub deletes artifacts after 90 days at the latest, 400 in private repositories. */
function fromArtifact({ folder, source }) {
    const { repository, run } = source.origin;
    const number = /\/runs\/(\d+)/.exec(run ?? '')?.[1] ?? '';
    const from = repository === '' ? '' : ` --repo ${shellQuoted(repository)}`;
    return [
        `gh run download ${number}${from} --name ${shellQuoted(`backup-${source.id}`)}`.replace('  ', ' '),
        `cp ${folder}/* .`,
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/backups/recovery-page.js
/** `RECOVERY.md` of a backup: how to restore it by hand, with stock programs alone. */






/** Markdown. The same facts give the same text; names of the database cannot leave their place. */
function recoveryPage(facts) {
    const { manifest } = facts;
    const sections = [
        `# Restoring ${(0,report_escape/* inlineCode */.ti)(manifest.id)} by hand`,
        `Everything here works without NeonHub Database Actions. ${taken(manifest)}`,
        '## 1. Fetch it',
        ...facts.locations.map((location) => fetchingFrom(location, manifest)),
        '## 2. Check that it is what was stored',
        checking(facts),
        ...decrypting(manifest),
        '## Unpack',
        unpacking(manifest),
        '## Restore',
        restoring(manifest),
        '## What must be there afterwards',
        expected(manifest),
        '## What is not in it',
        omissions(manifest),
    ];
    return `${numbered(sections).join('\n\n')}\n`;
}
/** Numbers the headings of the steps anew: how many there are depends on the backup. */
function numbered(sections) {
    let step = 0;
    return sections.map((section) => {
        if (!/^## (?:\d+\. |Unpack|Restore|Decrypt)/.test(section))
            return section;
        step += 1;
        return section.replace(/^## (?:\d+\. )?/, `## ${step}. `);
    });
}
function taken({ database, server, snapshot }) {
    return `It is the database ${(0,report_escape/* inlineCode */.ti)(database)} of PostgreSQL ${(0,report_escape/* inlineCode */.ti)(server.version)} as it was at ${snapshot.takenAt}.`;
}
function checking({ manifest: { files }, publicKey }) {
    const sums = files.map(({ name, sha256 }) => `${sha256}  ${name}`).join('\n');
    const byHash = `${(0,report_escape/* fencedCode */.Vl)(`sha256sum -c <<'END'\n${sums}\nEND`, 'bash')}\n\nThese sums are in \`${backups_manifest/* manifestName */.vS}\` too.`;
    if (publicKey === undefined)
        return `${byHash} The manifest is not signed: the sums tell accidents, not somebody who has changed both.`;
    return [
        `${byHash} Whoever could change the dump could change this page as well, so check the manifest's signature, with the public key **from where you keep it**; the one that was used is`,
        (0,report_escape/* fencedCode */.Vl)(publicKey.trim(), ''),
        (0,report_escape/* fencedCode */.Vl)(`tail -n 1 ${backups_manifest/* signatureName */.S1} | base64 -d > sig.bin\nopenssl pkeyutl -verify -pubin -inkey key.pub -rawin -in ${backups_manifest/* manifestName */.vS} -sigfile sig.bin`, 'bash'),
        'OpenSSL 3 says `Signature Verified Successfully`. Then compare the sums above with those in the manifest. Stop here if anything differs: pg_restore must not read an archive that somebody has changed.',
    ].join('\n\n');
}
function decrypting({ encryption, files }) {
    if (encryption.kind === 'none')
        return [];
    const dump = dumpFile(files);
    const isPostQuantum = encryption.recipients.some((key) => /^age1(?:pq|tagpq)1/.test(key));
    return [
        '## Decrypt',
        [
            `With [age](https://age-encryption.org)${isPostQuantum ? ' 1.3 or later' : ''} and the private key of one of these recipients in \`key.txt\`:`,
            (0,report_escape/* fencedCode */.Vl)(encryption.recipients.join('\n'), ''),
            (0,report_escape/* fencedCode */.Vl)(files
                .filter(({ plain }) => plain !== undefined)
                .map(({ name }) => `age -d -i key.txt -o ${withoutAge(name)} ${name}`)
                .join('\n'), 'bash'),
            `${(0,report_escape/* inlineCode */.ti)(withoutAge(dump.name))} then has ${dump.plain?.bytes ?? dump.bytes} bytes and the SHA-256 ${(0,report_escape/* inlineCode */.ti)(dump.plain?.sha256 ?? dump.sha256)}.`,
        ].join('\n\n'),
    ];
}
function unpacking({ dump, files }) {
    const name = withoutAge(dumpFile(files).name);
    if (dump.format === 'custom')
        return `Nothing to do: ${(0,report_escape/* inlineCode */.ti)(name)} is what pg_restore reads.`;
    return (0,report_escape/* fencedCode */.Vl)(`mkdir dump\ntar -xf ${name} -C dump`, 'bash');
}
function restoring({ database, dump, files, server, facts }) {
    const source = dump.format === 'custom' ? withoutAge(dumpFile(files).name) : 'dump';
    const target = shellQuoted(database);
    const roles = facts.roles.map((role) => (0,report_escape/* inlineCode */.ti)(role)).join(', ');
    return [
        `Use pg_restore of PostgreSQL ${safeVersions(dump.clientVersion)}; older ones can be made to run code by a crafted archive.`,
        roles === ''
            ? 'No role is needed but the one that restores.'
            : `These roles must exist, or add \`--no-owner --no-acl\`: ${roles}.`,
        (0,report_escape/* fencedCode */.Vl)([
            `createdb --template=template0 --encoding=${shellQuoted(server.encoding)} --locale=${shellQuoted(server.locale)} -- ${target}`,
            `pg_restore -j 4 --exit-on-error --dbname=${shellQuoted(connectionTo(database))} ${source}`,
            `psql --dbname=${shellQuoted(connectionTo(database))} -c ANALYZE`,
        ].join('\n'), 'bash'),
        'Where the locale is unknown to the new machine, leave `--locale` away: text then sorts differently. The dump has no planner statistics; without ANALYZE the first hours are slow.',
    ].join('\n\n');
}
/** Each major from the dump's own on, with its first safe minor. */
function safeVersions(clientVersion) {
    const own = Math.floor(clientVersion / 10_000);
    const versions = (0,security_findings/* safeRestoreVersions */.P)(own);
    const later = versions.length === 0 ? own : Number.parseInt(versions.at(-1) ?? '', 10) + 1;
    return [...versions, `${later} or any later major`].join(', ');
}
const mostTables = 200;
function expected({ facts, proof }) {
    const { tables, sequences, largeObjects } = facts;
    if (proof === 'none')
        return 'Nothing was counted when it was taken.';
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const shown = tables
        .toSorted((left, right) => right.bytes - left.bytes)
        .slice(0, mostTables)
        .map((table) => `| ${(0,report_escape/* inlineCode */.ti)(`${table.schema}.${table.name}`)} | ${table.rows} |`);
    return [
        `${(0,quantity/* counted */.hS)(tables.length, 'table')} with ${(0,quantity/* counted */.hS)(rows, 'row')} together, ${(0,quantity/* counted */.hS)(sequences.length, 'sequence')}, ${(0,quantity/* counted */.hS)(largeObjects.count, 'large object')} of ${(0,quantity/* formatBytes */.z3)(largeObjects.bytes)}.`,
        shown.length === 0 ? '' : ['| table | rows |', '|---|--:|', ...shown].join('\n'),
        tables.length > mostTables
            ? `The ${(0,quantity/* formatCount */.B4)(tables.length - mostTables)} smaller ones are in \`${backups_manifest/* manifestName */.vS}\`, under \`facts.tables\`.`
            : '',
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function omissions({ notInBackup, facts }) {
    const lines = notInBackup.map(({ subject, reason }) => `- ${(0,report_escape/* inlineCode */.ti)(subject)}: ${(0,report_escape/* inlineCode */.ti)(reason, 1_000)}`);
    const settings = facts.settings.map((setting) => `- \`ALTER DATABASE … SET\` ${(0,report_escape/* inlineCode */.ti)(setting, 1_000)}`);
    return [...lines, ...settings].join('\n') || 'Nothing is known to be missing.';
}
function dumpFile(files) {
    const dump = files.find(({ role }) => role === 'dump');
    if (dump === undefined)
        throw new Error('The manifest names no dump.');
    return dump;
}
function withoutAge(name) {
    return name.replace(/\.age$/, '');
}
/** A database whose name is no plain word could be read as a connection string. */
function connectionTo(database) {
    if (/^[A-Za-z0-9_-]+$/.test(database))
        return database;
    return `dbname='${database.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

// EXTERNAL MODULE: ./build/backups/signature.js
var signature = __webpack_require__(35858);
;// CONCATENATED MODULE: ./build/backups/fan-out.js
/** One stream for several readers, in step: the slowest sets the pace, and nothing is kept for it. */
/** What the other readers get when one has stopped; why is known to that one. */
class StreamAbandoned extends Error {
    /** Its place among the branches. */
    reader;
    constructor(reader) {
        super('A reader of the stream has stopped before its end.');
        this.reader = reader;
    }
}
/**
 * A piece is asked for when every reader asks for one. A reader that stops early ends the others: half a copy is none.
 * @param count readers
 */
function fanOut(source, count) {
    const pieces = source[Symbol.asyncIterator]();
    const waiting = new Map();
    let failure;
    let isOver = false;
    const settle = (tell) => {
        const readers = [...waiting.values()];
        waiting.clear();
        for (const reader of readers)
            tell(reader);
    };
    const abort = (reason) => {
        if (failure !== undefined || isOver)
            return;
        failure = { reason };
        settle((reader) => reader.reject(reason));
        // A source that waits for something ends when it likes; nobody waits for it.
        pieces.return?.().catch(() => undefined);
    };
    const pull = async () => {
        try {
            const { done, value } = await pieces.next();
            if (failure !== undefined)
                return;
            isOver = done === true;
            settle((reader) => reader.resolve(done === true ? { done, value: undefined } : { done: false, value }));
        }
        catch (thrown) {
            abort(thrown);
        }
    };
    const branch = (index) => ({
        [Symbol.asyncIterator]: () => ({
            next() {
                if (failure !== undefined)
                    return Promise.reject(failure.reason);
                if (isOver)
                    return Promise.resolve({ done: true, value: undefined });
                return new Promise((resolve, reject) => {
                    waiting.set(index, { resolve, reject });
                    if (waiting.size === count)
                        void pull();
                });
            },
            return() {
                abort(new StreamAbandoned(index));
                return Promise.resolve({ done: true, value: undefined });
            },
        }),
    });
    return {
        branches: Array.from({ length: count }, (_, index) => branch(index)),
        abort,
        isOver: () => isOver,
        failure: () => failure,
    };
}

;// CONCATENATED MODULE: ./build/backups/store-object.js
/** One object of a backup into every store, and the proof that each has it. */



function createObjectWriter({ stores, log, signal }) {
    const written = [];
    return {
        async write(object) {
            const source = (0,measured_stream/* measured */.j)(object.body);
            const outcomes = await writeToAll({ stores, signal }, { ...object, body: source });
            const measure = source.measure();
            const done = outcomes.flatMap((outcome) => (outcome.kind === 'stored' ? [outcome] : []));
            written.push(...done.map(({ store, copy }) => ({ store, copy, measure })));
            const failed = outcomes.find((outcome) => outcome.kind === 'failed');
            if (failed !== undefined)
                throw failed.reason;
            for (const { store, copy } of done)
                requireSame(store, copy, measure);
            return measure;
        },
        async verify() {
            const unread = await Promise.all(written.map(verifyCopy));
            for (const location of new Set(unread.filter((place) => place !== undefined)))
                log.notice(`${location} may not be asked for what was written (403): its own checksums while writing are the proof that it has it.`);
        },
        async removeFrom(failed) {
            const ours = written.filter(({ store }) => failed.includes(store));
            await Promise.all(ours.map(({ store, copy }) => remove(store, copy.key, log)));
        },
        copies: () => stores.map((store) => written.filter((entry) => entry.store === store).map(({ copy }) => copy)),
    };
}
/** One outcome a store. Of those that have failed, the first has the reason that all of them ended for. */
async function writeToAll({ stores, signal }, { key, body, options }) {
    signal.throwIfAborted();
    const stream = fanOut(body, stores.length);
    const onAbort = () => stream.abort(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    const settled = await Promise.allSettled(stores.map(async (store, index) => {
        const branch = stream.branches[index];
        if (branch === undefined)
            throw new Error('A store has no branch of the stream.');
        try {
            const copy = await store.write(key, branch, options);
            // The others would wait for it without end.
            if (!stream.isOver())
                stream.abort(new errors/* ExternalError */.yA(store.location, `Only a part of ${key} was taken.`));
            return { kind: 'stored', store, copy };
        }
        catch (thrown) {
            stream.abort(thrown);
            throw thrown;
        }
    }));
    signal.removeEventListener('abort', onAbort);
    const stored = settled.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const reason = firstReason(stream, settled);
    return reason === undefined ? stored : [{ kind: 'failed', ...reason }, ...stored];
}
/** A store may put its own error round that of the stream, and one that cleans up ends after those that only followed it. */
function firstReason(stream, settled) {
    const failure = stream.failure();
    const own = failure?.reason instanceof StreamAbandoned ? settled[failure.reason.reader] : undefined;
    if (own?.status === 'rejected')
        return { reason: own.reason };
    if (failure !== undefined)
        return failure;
    const late = settled.find((outcome) => outcome.status === 'rejected');
    return late === undefined ? undefined : { reason: late.reason };
}
/**
 * A store whose role may write and not read answers 403; then its own word while writing is what there is.
 * @returns the location of such a store
 */
async function verifyCopy({ store, copy, measure }) {
    try {
        const found = await store.head(copy.key);
        if (found === undefined)
            throw new errors/* ExternalError */.yA(store.location, `${copy.key} is not there after it was written.`, {
                retryable: true,
            });
        requireSame(store, found, measure);
        return undefined;
    }
    catch (thrown) {
        if (thrown instanceof errors/* ExternalError */.yA && thrown.status === 403 && copy.isConfirmed)
            return store.location;
        throw thrown;
    }
}
function requireSame(store, { key, bytes, sha256 }, measure) {
    if (bytes !== measure.bytes)
        throw new errors/* ExternalError */.yA(store.location, `${key} has ${bytes} bytes there; ${measure.bytes} were written.`, {
            retryable: true,
        });
    if (sha256 !== undefined && sha256 !== measure.sha256)
        throw new errors/* ExternalError */.yA(store.location, `${key} has another content there than was written.`, {
            retryable: true,
        });
}
async function remove(store, key, log) {
    try {
        const outcome = await store.delete(key);
        if (outcome === 'locked')
            log.warning(`${store.location} keeps ${key} until its lock ends. Without a manifest it is no backup.`);
    }
    catch (thrown) {
        log.warning(`${key} is left behind in ${store.location}: ${(0,errors/* errorMessage */.gJ)(thrown)} Without a manifest it is no backup.`);
    }
}

;// CONCATENATED MODULE: ./build/backups/store-backup.js














/**
 * Stores a dump in every store, one pass over it, then everything that belongs to it, and the manifest last. When anything
 * fails before the manifest, what was written is taken back and a new run is unaffected: it has another id.
 * @throws UserError for plaintext into a public place, ExternalError when a store fails
 */
async function storeBackup(backup) {
    const { stores, draft, log, signal, recipients, retainUntil } = backup;
    await checkBeforehand(backup);
    const writer = createObjectWriter({ stores, log, signal });
    const context = { id: draft.id, writer, recipients, retainUntil };
    const { manifest, bytes } = await storeContent(backup, context).catch(async (thrown) => {
        log.info(`The backup ${draft.id} is not stored; what was written of it is taken back.`);
        await writer.removeFrom(stores);
        throw thrown;
    });
    const manifests = await commitManifest({ stores, context, bytes, log });
    const folder = (0,backup_id/* backupFolder */.j0)(draft.id);
    const copies = writer.copies();
    return {
        manifest,
        manifestSha256: (0,measured_stream/* sha256Of */.B)(bytes),
        copies: stores.map(({ location }, index) => ({
            location,
            folder,
            objects: [...(copies[index] ?? []), ...manifests.slice(index, index + 1)],
        })),
        bytes: (copies[0] ?? []).reduce((sum, copy) => sum + copy.bytes, bytes.length),
    };
}
async function checkBeforehand(backup) {
    const { stores, draft, recipients, log } = backup;
    if (stores.length === 0)
        throw new errors/* UserError */.yo('There is no place to store the backup in.');
    refusePublicPlaintext(stores, recipients);
    for (const store of stores)
        warnOfReaders(store, { isEncrypted: recipients !== undefined, log });
    // A manifest that contradicts itself is told before hours of upload, not after.
    if (!isLate(draft))
        checkDraft({ ...backup, draft });
    const key = `${(0,backup_id/* backupFolder */.j0)(draft.id)}/${backups_manifest/* manifestName */.vS}`;
    for (const store of stores.filter(({ capabilities }) => !capabilities.createOnly))
        if (await isThere(store, key))
            throw new errors/* UserError */.yo(`${store.location} already has a backup ${draft.id}.`, {
                hint: 'Nothing is ever overwritten. Every backup has the time of its snapshot in its id; run again.',
            });
}
/** A role that may only write is not told (403); the store's own `write` says so, and does what it can. */
async function isThere(store, key) {
    try {
        return (await store.head(key)) !== undefined;
    }
    catch (thrown) {
        if (thrown instanceof errors/* ExternalError */.yA && thrown.status === 403)
            return false;
        throw thrown;
    }
}
/** @throws UserError for a place that anybody can read, when nothing is encrypted. To be asked before hours of dumping. */
function refusePublicPlaintext(stores, recipients) {
    const open = stores.find(({ capabilities }) => capabilities.isPublic === true);
    if (open === undefined || recipients !== undefined)
        return;
    throw new errors/* UserError */.yo(`Anybody can read what is stored in ${open.location}: a dump is not stored there unencrypted.`, {
        hint: 'Give `encrypt-to` a public key of age (`age-keygen` makes one), or store the backup in a private place.',
    });
}
function warnOfReaders({ location, capabilities: { isPublic } }, { isEncrypted, log }) {
    if (isPublic === true)
        log.warning(`Anybody can read ${location}. The dump is encrypted, but names of tables and counts of rows are not, and what was downloaded once cannot be called back.`);
    if (isPublic === undefined && !isEncrypted)
        log.warning(`The dump is stored unencrypted in ${location}, and who can read there is not known.`);
}
/** Everything but the manifest, and what the manifest is. */
async function storeContent(backup, context) {
    const start = performance.now();
    const { stores, signKey, serverNow } = backup;
    const { dump, packed } = await storeDump(backup, context);
    const draft = await completeDraft(backup.draft);
    const schema = await storeSchema(backup, context);
    const content = [dump, ...schema];
    const drafted = draftedManifest({ ...backup, draft }, { packed, files: content });
    const page = recoveryPage({
        manifest: drafted,
        locations: stores.map(({ location }) => location),
        publicKey: signKey?.publicPem,
    });
    const recovery = await storeBytes(context, backups_manifest/* recoveryName */.tQ, Buffer.from(page));
    await context.writer.verify();
    const manifest = {
        ...drafted,
        files: [...content, { name: backups_manifest/* recoveryName */.tQ, role: 'recovery', ...recovery }],
        finishedAt: (await serverNow()).toISOString(),
        seconds: { ...draft.seconds, store: Math.round(performance.now() - start) / 1000 },
    };
    const bytes = (0,manifest_file/* serializeManifest */.MZ)(manifest);
    if (signKey !== undefined)
        await storeBytes(context, backups_manifest/* signatureName */.S1, (0,signature/* signManifest */.TX)(bytes, signKey));
    return { manifest, bytes };
}
/** The id is in the names of what is stored already. */
async function completeDraft(draft) {
    if (!isLate(draft))
        return draft;
    const complete = await draft.complete();
    if (complete.id !== draft.id)
        throw new Error(`The backup ${draft.id} became ${complete.id}.`);
    return complete;
}
async function storeDump(backup, context) {
    const { dump, log } = backup;
    const packing = dump.format === 'directory' ? await (0,pack/* packFolder */.C)(dump.folder) : undefined;
    const source = dump.format === 'directory' ? packing?.stream : (0,archive_mark/* archiveOnly */.B$)(dump.stream);
    if (source === undefined)
        throw new Error('There is no stream of the dump.');
    const file = await storeSealed(context, {
        name: dump.format === 'directory' ? 'dump.tar' : 'dump.custom',
        role: 'dump',
        plain: (0,progress/* withProgress */.E)(source, { log, what: 'Storing the dump', total: packing?.bytes ?? 0 }),
        plainBytes: packing?.bytes,
    });
    return { dump: file, packed: packing?.files() ?? [] };
}
async function storeSchema({ schemaJson }, context) {
    const text = schemaJson();
    if (text === undefined)
        return [];
    const bytes = Buffer.from(text);
    const plain = oneOf(bytes);
    return [
        await storeSealed(context, { name: 'schema.json', role: 'schema', plain, plainBytes: bytes.length }),
    ];
}


/***/ })

};
