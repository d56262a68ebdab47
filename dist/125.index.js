export const id = 125;
export const ids = [125];
export const modules = {

/***/ 92000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ ruledSection)
/* harmony export */ });
/* harmony import */ var _checks_accepted_block_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94603);
/* harmony import */ var _checks_section_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68986);
/* harmony import */ var _report_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28586);
/* harmony import */ var _report_rule_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20164);




/**
 * A section whose findings the configuration has judged; its status follows from those that are left. Says too what the pull
 * request changes about its rules.
 */
async function ruledSection(section, rules, { policy, changes }) {
    const { told, accepted } = (0,_report_rule_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .ruleOnAll */ .HH)(section.findings, rules, policy);
    const findings = (0,_report_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .sortFindings */ .Tc)([...told, ...(await changes())]);
    const status = section.findings.length === 0 ? section.status : (0,_checks_section_status_js__WEBPACK_IMPORTED_MODULE_2__/* .statusOf */ .c)(findings);
    return { ...section, status, findings, blocks: [...section.blocks, ...(0,_checks_accepted_block_js__WEBPACK_IMPORTED_MODULE_3__/* .acceptedBlocks */ .E)(accepted)] };
}


/***/ }),

/***/ 44659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x9: () => (/* binding */ schemaDiffFileOutputs),
  eI: () => (/* binding */ schemaDiffFiles),
  ex: () => (/* binding */ schemaDiffOutputValues),
  xe: () => (/* binding */ schemaDiffOutputs)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/report/finding.js
var finding = __webpack_require__(28586);
// EXTERNAL MODULE: ./build/report/fit.js
var fit = __webpack_require__(29848);
// EXTERNAL MODULE: ./build/report/sarif.js
var report_sarif = __webpack_require__(35150);
// EXTERNAL MODULE: ./build/schema/diff-findings.js
var diff_findings = __webpack_require__(59302);
// EXTERNAL MODULE: ./build/schema/diff-section.js + 2 modules
var diff_section = __webpack_require__(69535);
// EXTERNAL MODULE: ./build/schema/object-kinds.js
var object_kinds = __webpack_require__(71325);
;// CONCATENATED MODULE: ./build/schema/diff-json.js


/**
 * The diff as a file for machines (docs/schemas/schema-diff.schema.json). An attribute's `null` is Postgres's default.
 * The same two schemas give the same bytes.
 */
function serializeDiff(comparison) {
    const { diff, basis, later, conflicts = [], refused } = comparison;
    const document = {
        format: 'database-actions/schema-diff',
        version: 1,
        changed: diff.changes.length > 0,
        summary: (0,diff_section/* diffSummary */.c)(comparison),
        basis,
        versions: diff.versions,
        notes: diff.notes,
        notCompared: diff.notCompared,
        changes: diff.changes,
        changedInParent: later?.changes ?? null,
        conflicts: conflicts.map(({ object, preview, parent }) => ({ object, preview, parent })),
        refused: refused ?? null,
    };
    return `${JSON.stringify(document, null, 2)}\n`;
}
const value = {
    anyOf: [
        { type: 'string' },
        { type: 'number' },
        { const: true },
        { type: 'array', items: { type: 'string' } },
    ],
};
const objectName = {
    type: 'object',
    required: ['kind', 'schema', 'parent', 'name'],
    properties: {
        kind: { enum: object_kinds/* kindNames */.$1 },
        schema: { type: ['string', 'null'] },
        parent: { type: ['string', 'null'], description: 'The table or view that it belongs to.' },
        name: { type: 'string' },
    },
};
const attributeChanges = {
    type: 'array',
    items: {
        type: 'object',
        required: ['name', 'from', 'to'],
        properties: {
            name: { type: 'string' },
            from: { anyOf: [value, { type: 'null' }] },
            to: { anyOf: [value, { type: 'null' }] },
        },
    },
};
const facts = {
    object: objectName,
    isWithin: { type: 'boolean', description: 'Its table was itself added or removed.' },
    inheritedBy: { type: 'integer', minimum: 0, description: 'Partitions and children with the same change.' },
};
function change(properties, attributes) {
    const all = { ...properties, ...facts, attributes };
    return { type: 'object', required: Object.keys(all), properties: all };
}
const refusal = {
    type: 'object',
    description: 'A migration that ran on the preview and fails on its parent as it is now.',
    required: ['migration', 'parent', 'message', 'sqlState'],
    properties: {
        migration: { type: 'string' },
        parent: { type: 'string' },
        message: { type: 'string' },
        sqlState: { type: 'string' },
    },
};
const objectChange = {
    anyOf: [
        change({ change: { enum: ['added', 'removed'] } }, { type: 'object', additionalProperties: value }),
        change({ change: { const: 'changed' } }, attributeChanges),
        change({
            change: { const: 'renamed' },
            from: objectName,
            why: { type: 'string' },
            isCertain: { type: 'boolean', description: 'False: it may as well be a removal and an addition.' },
        }, attributeChanges),
    ],
};
/** JSON Schema (draft 7) of `serializeDiff`. */
function diffSchema() {
    const changes = { type: 'array', items: { $ref: '#/definitions/change' } };
    const versions = { from: { type: 'integer' }, to: { type: 'integer' } };
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        $id: 'https://raw.githubusercontent.com/neonhub/database-actions/main/docs/schemas/schema-diff.schema.json',
        title: 'Schema diff of NeonHub Database Actions',
        description: 'What is different in the new schema. All text is untrusted: whoever shows it escapes it.',
        definitions: { change: objectChange },
        type: 'object',
        required: [
            'format',
            'version',
            'changed',
            'summary',
            'basis',
            'versions',
            'notes',
            'notCompared',
            'changes',
        ],
        properties: {
            format: { const: 'database-actions/schema-diff' },
            version: { const: 1 },
            changed: { type: 'boolean' },
            summary: { type: 'string' },
            basis: { type: 'string' },
            versions: { type: 'object', required: ['from', 'to'], properties: versions },
            notes: { type: 'array', items: { type: 'string' } },
            notCompared: {
                type: 'array',
                items: {
                    type: 'object',
                    required: ['kind', 'reason'],
                    properties: { kind: { enum: kindNames }, reason: { type: 'string' } },
                },
            },
            changes,
            changedInParent: { anyOf: [changes, { type: 'null' }] },
            conflicts: {
                type: 'array',
                items: {
                    type: 'object',
                    required: ['object', 'preview', 'parent'],
                    properties: { object: objectName, preview: objectChange, parent: objectChange },
                },
            },
            refused: { anyOf: [refusal, { type: 'null' }] },
        },
    };
}

// EXTERNAL MODULE: ./build/schema/snapshot-file.js
var snapshot_file = __webpack_require__(4283);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
// EXTERNAL MODULE: ./build/actions/section-outcome.js
var section_outcome = __webpack_require__(15102);
;// CONCATENATED MODULE: ./build/actions/schema-diff-files.js
/** What a schema diff leaves beside the report. */












const schemaDiffOutputs = {
    changed: '`true` when the two schemas differ.',
    summary: 'What differs in one line, such as `2 tables changed, 1 view added`.',
    'diff-path': 'The difference as JSON (docs/schemas/schema-diff.schema.json).',
};
const schemaDiffFileOutputs = {
    'markdown-path': 'The difference as Markdown, as the step summary shows it.',
    'sarif-path': 'The findings as SARIF 2.1.0, for code scanning.',
    'sql-path': 'The difference as an SQL script for psql, from the old side (`base`, where there is one) to the new one. What it leaves out stands in it as `-- not written`; statements that lose data are marked. Empty when a side is a Prisma schema.',
    'snapshot-path': 'The new side as a snapshot file, to be kept and compared with later.',
};
/** Writes the diff beside the report, and says where. */
function schemaDiffOutputValues(job, key, comparison) {
    const path = (0,external_node_path_.join)(job.reports.directory(key), 'schema-diff.json');
    (0,external_node_fs_.writeFileSync)(path, job.redact(serializeDiff(comparison)));
    return [
        ['changed', String(comparison.diff.changes.length > 0)],
        ['summary', (0,diff_section/* diffSummary */.c)(comparison)],
        ['diff-path', path],
    ];
}
async function schemaDiffFiles({ job, key, section, snapshot, sql, place, }) {
    const directory = job.reports.directory(key);
    const located = place === undefined ? {} : { location: { file: place, line: 1 } };
    const sarif = (0,report_sarif/* renderSarif */.W)({
        tool: { name: 'NeonHub Database Actions', version: version/* version */.r, informationUri: version/* homepage */.T },
        category: key === '' ? 'schema-diff' : `schema-diff/${key}`,
        rules: diff_findings/* schemaDiffRules */.GW,
        results: (0,finding/* sortFindings */.Tc)(section.findings).map((finding) => ({
            finding: { ...finding, ...located },
            identity: '',
        })),
    });
    const files = [
        ['markdown-path', 'schema-diff.md', (0,fit/* renderSummary */.B)((0,section_outcome/* reportOf */.EI)(job, section), { title: section.title })],
        ['sarif-path', 'schema-diff.sarif', sarif],
        ...(sql === undefined ? [] : [['sql-path', 'schema-patch.sql', sql.text]]),
        ['snapshot-path', 'schema-snapshot.json', (0,snapshot_file/* serializeSnapshot */.DP)(snapshot)],
    ];
    return Promise.all(files.map(async ([output, name, content]) => {
        await (0,promises_.writeFile)((0,external_node_path_.join)(directory, name), job.redact(content));
        return [output, (0,external_node_path_.join)(directory, name)];
    }));
}


/***/ }),

/***/ 59302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GW: () => (/* binding */ schemaDiffRules),
/* harmony export */   Ul: () => (/* binding */ diffFindings),
/* harmony export */   pG: () => (/* binding */ sizeWords),
/* harmony export */   wF: () => (/* binding */ conflictWords)
/* harmony export */ });
/* harmony import */ var _postgres_identifier_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86967);
/* harmony import */ var _postgres_object_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20547);
/* harmony import */ var _report_quantity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59362);
/* harmony import */ var _report_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56757);
/* harmony import */ var _diff_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41591);
/* harmony import */ var _object_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71325);






const dropsRows = {
    id: 'drops-data',
    title: 'A table or column that holds data is dropped',
    severity: 'warning',
    why: 'What is in it is gone with the deploy, and only a backup brings it back. Empty tables are not reported. The number of rows is the planner’s estimate.',
};
const maybeRename = {
    id: 'drop-or-rename',
    title: 'A drop and an add that look like a rename',
    severity: 'warning',
    why: 'Two schemas do not tell whether something was renamed (its data stay) or dropped and made anew (they are lost); the names that changed are all there is to see.',
};
const conflicting = {
    id: 'schema-conflict',
    title: 'The same object was changed on both sides',
    severity: 'warning',
    why: 'Another migration was merged that changes the same object: the branch was migrated from a schema that is no longer there, and whoever is merged second may undo the first or fail. Take in the base branch, look at both migrations, and run again with a fresh branch (`reset: always`).',
};
const notCompared = {
    id: 'schema-not-compared',
    title: 'Something of the schema could not be seen',
    severity: 'notice',
    why: 'The role lacks a privilege on a system catalog: no difference is told of what is in it, and the absence of one says nothing.',
};
/** Every rule of the schema diff, for the documentation. */
const schemaDiffRules = [dropsRows, maybeRename, conflicting, notCompared];
function diffFindings(facts) {
    const { diff, sizes, conflicts, parent = 'the parent', refused, judged } = facts;
    return [
        ...diff.changes
            .flatMap((change) => lossFinding(change, sizes))
            .filter(({ subject }) => judged?.has(subject) !== true),
        ...diff.changes.flatMap(renameFinding),
        ...conflicts.map((conflict) => conflictFinding(conflict, parent)),
        ...(refused === undefined ? [] : [refusalFinding(refused)]),
        ...diff.notCompared.map(({ kind, reason }) => (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .hD)(notCompared, {
            subject: _object_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .objectKinds */ .rz[kind].plural,
            message: `Not compared: ${reason}.`,
        })),
    ];
}
function lossFinding(change, sizes) {
    const { object } = change;
    if (change.change !== 'removed' || change.isWithin)
        return [];
    if (object.kind !== 'table' && object.kind !== 'column')
        return [];
    const table = object.kind === 'table' ? object.name : (object.parent ?? '');
    const size = sizes.get(`${object.schema}\0${table}`);
    if (size === undefined || size.rows === 0 || (size.rows < 0 && size.bytes === 0))
        return [];
    return [
        (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .hD)(dropsRows, {
            subject: (0,_diff_words_js__WEBPACK_IMPORTED_MODULE_0__/* .displayObject */ .Gv)(object),
            message: `This ${object.kind} is dropped, with what it holds.`,
            evidence: `${object.kind === 'column' ? 'Its table has ' : ''}${sizeWords(size)} before`,
        }),
    ];
}
/** `about 184,213 rows, 12 MB`, by the planner's estimate. */
function sizeWords({ rows, bytes }) {
    if (rows === 0 || (rows < 0 && bytes === 0))
        return 'empty';
    if (rows < 0)
        return `never analysed, ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(bytes)}`;
    const count = `about ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(rows)} ${rows === 1 ? 'row' : 'rows'}`;
    // A partitioned table has no pages of its own.
    return bytes === 0 ? count : `${count}, ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(bytes)}`;
}
function renameFinding(change) {
    if (change.change !== 'renamed' || change.isCertain)
        return [];
    const { object, from } = change;
    if (object.kind !== 'table' && object.kind !== 'column')
        return [];
    const statement = object.kind === 'table'
        ? `ALTER TABLE ${(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_4__/* .qualifiedName */ .OL)({ schema: from.schema ?? '', name: from.name })} RENAME TO ${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_5__/* .quoteIdentifier */ .C)(object.name)};`
        : `ALTER TABLE ${(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_4__/* .qualifiedName */ .OL)({ schema: object.schema ?? '', name: object.parent ?? '' })} RENAME COLUMN ${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_5__/* .quoteIdentifier */ .C)(from.name)} TO ${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_5__/* .quoteIdentifier */ .C)(object.name)};`;
    return [
        (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .hD)(maybeRename, {
            subject: (0,_diff_words_js__WEBPACK_IMPORTED_MODULE_0__/* .displayObject */ .Gv)(object),
            message: `${(0,_diff_words_js__WEBPACK_IMPORTED_MODULE_0__/* .displayObject */ .Gv)(from)} is gone and ${(0,_diff_words_js__WEBPACK_IMPORTED_MODULE_0__/* .displayObject */ .Gv)(object)} is new; ${change.why}. Does the migration rename it?`,
            fix: statement,
        }),
    ];
}
function conflictFinding({ object, preview, parent }, name) {
    return (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .hD)(conflicting, {
        subject: (0,_diff_words_js__WEBPACK_IMPORTED_MODULE_0__/* .displayObject */ .Gv)(object),
        message: `Both sides changed this ${_object_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .objectKinds */ .rz[object.kind].label}: it is ${_diff_words_js__WEBPACK_IMPORTED_MODULE_0__/* .changeWords */ .mF[preview.change]} here, and ${_diff_words_js__WEBPACK_IMPORTED_MODULE_0__/* .changeWords */ .mF[parent.change]} in ${name} since.`,
        evidence: `Here: ${(0,_diff_words_js__WEBPACK_IMPORTED_MODULE_0__/* .describeChange */ .uQ)(preview)}. In ${name}: ${(0,_diff_words_js__WEBPACK_IMPORTED_MODULE_0__/* .describeChange */ .uQ)(parent)}.`,
    });
}
function refusalFinding({ migration, parent, message, sqlState }) {
    return (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .findingOf */ .hD)(conflicting, {
        subject: migration,
        message: `It ran on the branch, and does not run on ${parent} as it is now: the schema that it meets there is another one.`,
        evidence: `${message} (SQLSTATE ${sqlState})`,
    });
}
/** For the summary: `2 conflicts`. */
function conflictWords(conflicts, refused) {
    const count = conflicts.length + (refused === undefined ? 0 : 1);
    return count === 0 ? '' : (0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(count, 'conflict');
}


/***/ }),

/***/ 69535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ diffSummary),
  k: () => (/* binding */ schemaDiffSection)
});

// EXTERNAL MODULE: ./build/report/finding.js
var finding = __webpack_require__(28586);
// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(59362);
// EXTERNAL MODULE: ./build/schema/diff-findings.js
var diff_findings = __webpack_require__(59302);
// EXTERNAL MODULE: ./build/schema/diff-words.js
var diff_words = __webpack_require__(41591);
// EXTERNAL MODULE: ./build/schema/object-kinds.js
var object_kinds = __webpack_require__(71325);
;// CONCATENATED MODULE: ./build/schema/diff-patch.js


/** Lines that a comment still holds; the whole is in the JSON file. */
const mostLines = 1_500;
const mostLinesOfText = 60;
/** Every change, attribute by attribute, as a text that GitHub colours as a patch. */
function patchText(groups) {
    const lines = groups.flatMap(groupLines);
    if (lines.length <= mostLines)
        return lines.join('\n');
    return [...lines.slice(0, mostLines), `  … and ${lines.length - mostLines} more lines`].join('\n');
}
const marks = { added: '+', removed: '-', changed: '!', renamed: '!' };
function groupLines({ object, own, parts }) {
    const title = own === undefined ? `  ${object_kinds/* objectKinds */.rz[object.kind].label} ${(0,diff_words/* displayObject */.Gv)(object)}` : ownLine(own);
    const ordered = parts.toSorted((left, right) => diff_words/* changeOrder */.ve.indexOf(left.change) - diff_words/* changeOrder */.ve.indexOf(right.change));
    return [title, ...(own === undefined ? [] : texts(own)), ...ordered.flatMap(partLines)];
}
function ownLine(change) {
    return `${marks[change.change]} ${oneLine((0,diff_words/* describeChange */.uQ)(change))}`;
}
function partLines(change) {
    return [`${marks[change.change]}   ${oneLine((0,diff_words/* describeChange */.uQ)(change))}`, ...texts(change)];
}
function oneLine(text) {
    return text.replace(/\s+/g, ' ');
}
/** Old and new lines of a view, a function, a policy. */
function texts(change) {
    if (change.change === 'added' || change.change === 'removed')
        return [];
    return change.attributes.filter(isText).flatMap((attribute) => textLines(attribute));
}
function isText({ from, to }) {
    return (0,diff_words/* isLong */.x7)(from) || (0,diff_words/* isLong */.x7)(to);
}
function textLines(attribute) {
    const { name, from, to } = attribute;
    if (typeof from !== 'string' || typeof to !== 'string')
        return [`      ${(0,diff_words/* describeAttribute */.ew)(attribute)}`];
    const [olds, news] = [from.split('\n'), to.split('\n')];
    let start = 0;
    while (start < olds.length && start < news.length && olds[start] === news[start])
        start += 1;
    let end = 0;
    while (end < olds.length - start &&
        end < news.length - start &&
        olds[olds.length - 1 - end] === news[news.length - 1 - end])
        end += 1;
    const part = (lines, mark) => lines.slice(start, lines.length - end).map((line) => `${mark}       ${line}`);
    const changed = [...part(olds, '-'), ...part(news, '+')];
    const kept = changed.slice(0, mostLinesOfText);
    const more = changed.length > kept.length ? [`        … and ${changed.length - kept.length} more lines`] : [];
    return [`      ${(0,diff_words/* attributeLabel */.T0)(name)}, from its line ${start + 1}:`, ...kept, ...more];
}

// EXTERNAL MODULE: ./build/postgres/object-name.js
var object_name = __webpack_require__(20547);
// EXTERNAL MODULE: ./build/report/visible-text.js
var visible_text = __webpack_require__(30269);
// EXTERNAL MODULE: ./build/schema/same.js
var same = __webpack_require__(71286);
// EXTERNAL MODULE: ./build/schema/snapshot.js
var snapshot = __webpack_require__(11736);
;// CONCATENATED MODULE: ./build/schema/er-diagram.js
/** The changed part of a schema as a Mermaid entity-relationship diagram. */




/** More than this is a wall-paper, no diagram. */
const mostTables = 12;
const mostNeighbours = 8;
const mostColumns = 10;
/** Undefined where no table changed. Tables that foreign keys lead to or come from are drawn in grey, without their columns. */
function erDiagram(groups, sides) {
    const tables = groups.filter(({ object }) => object.kind === 'table' || object.kind === 'foreign table');
    if (tables.length === 0)
        return undefined;
    const drawn = tables.slice(0, mostTables);
    const names = new Map(drawn.map(({ object }) => [placeOf(object), object.name]));
    const keys = foreignKeys(sides);
    const neighbours = neighboursOf(keys, names);
    const ids = new Map([...names.keys(), ...neighbours].map((place, index) => [place, `t${index + 1}`]));
    const columns = columnsByTable(sides);
    const lines = [
        'erDiagram',
        ...drawn.flatMap((group) => entityLines(group, { ids, columns, keys })),
        ...neighbours.map((place) => `  ${ids.get(place)}["${label(place)}"]`),
        ...keys.flatMap((key) => edgeLine(key, ids)),
        ...classLines(drawn, { ids, neighbours }),
    ];
    return { text: lines.join('\n'), leftOut: tables.length - drawn.length };
}
function placeOf({ schema, name }) {
    return `${schema ?? ''}\0${name}`;
}
/** Of the new side, and those of the old one that are gone. */
function foreignKeys({ from, to }) {
    const there = new Set(to.objects.filter(({ kind }) => kind === 'constraint').map(snapshot/* keyOf */.TN));
    const read = (object, isRemoved) => {
        const { references, columns, inheritedFrom } = object.attributes;
        if (object.kind !== 'constraint' || !(0,same/* isList */.Lv)(references) || (0,same/* isList */.Lv)(inheritedFrom))
            return [];
        const [schema = '', name = ''] = references;
        return [
            {
                child: placeOf({ schema: object.schema, name: object.parent ?? '' }),
                parent: placeOf({ schema, name }),
                columns: (0,same/* isList */.Lv)(columns) ? columns : [],
                isRemoved,
            },
        ];
    };
    return [
        ...to.objects.flatMap((object) => read(object, false)),
        ...from.objects.filter((object) => !there.has((0,snapshot/* keyOf */.TN)(object))).flatMap((object) => read(object, true)),
    ];
}
function neighboursOf(keys, drawn) {
    const found = keys
        .filter(({ isRemoved }) => !isRemoved)
        .flatMap(({ child, parent }) => {
        if (drawn.has(child) && !drawn.has(parent))
            return [parent];
        return drawn.has(parent) && !drawn.has(child) ? [child] : [];
    });
    return [...new Set(found)].toSorted().slice(0, mostNeighbours);
}
function columnsByTable({ from, to }) {
    const tables = new Map();
    // The old side first: what both have is taken from the new one.
    for (const object of [...from.objects, ...to.objects]) {
        if (object.kind !== 'column')
            continue;
        const place = placeOf({ schema: object.schema, name: object.parent ?? '' });
        const columns = tables.get(place) ?? new Map();
        tables.set(place, columns.set(object.name, object));
    }
    return tables;
}
function entityLines({ object, parts, change }, drawing) {
    const place = placeOf(object);
    const columns = drawing.columns.get(place) ?? new Map();
    const keys = new Set(drawing.keys.filter(({ child }) => child === place).flatMap((key) => key.columns));
    const whole = change === 'added' || change === 'removed';
    const changed = parts.filter((part) => part.object.kind === 'column');
    const shown = whole ? [...columns.keys()] : changed.map((part) => part.object.name);
    const lines = shown.slice(0, mostColumns).map((name) => {
        const part = changed.find((candidate) => candidate.object.name === name);
        const word = whole || part === undefined ? '' : ` "${columnWord(part)}"`;
        return `    ${typeWord(columns.get(name))} ${identifier(name)}${keys.has(name) ? ' FK' : ''}${word}`;
    });
    const rest = shown.length - mostColumns;
    const more = rest > 0 ? [`    and more "${rest} more"`] : [];
    const head = `  ${drawing.ids.get(place)}["${label(place)}"]`;
    return lines.length === 0 ? [head] : [`${head} {`, ...lines, ...more, '  }'];
}
function columnWord(change) {
    switch (change.change) {
        case 'added':
            return 'added';
        case 'removed':
            return 'dropped';
        case 'renamed':
            return plainText(`${change.isCertain ? 'was' : 'perhaps was'} ${change.from.name}`);
        case 'changed':
            return 'changed';
    }
}
/** Short names of types with long ones. */
const shortTypes = [
    [/^character varying/, 'varchar'],
    [/^character\b/, 'char'],
    [/^timestamp(\(\d\))? with time zone/, 'timestamptz'],
    [/^timestamp(\(\d\))? without time zone/, 'timestamp'],
    [/^time(\(\d\))? with time zone/, 'timetz'],
    [/^time(\(\d\))? without time zone/, 'time'],
    [/^double precision/, 'float8'],
];
function typeWord(column) {
    const type = column?.attributes.type;
    const text = typeof type === 'string' ? type : 'unknown';
    const short = shortTypes.reduce((done, [pattern, word]) => done.replace(pattern, word), text);
    return identifier(short.replace(/^[\w$]+\./, ''));
}
/** What Mermaid takes as a word of an attribute: anything else becomes an underscore; its key words are kept apart. */
function identifier(name) {
    const word = (0,visible_text/* cutMiddle */.it)(name, 40).replace(/[^A-Za-z0-9_()]/g, '_');
    const started = /^[A-Za-z]/.test(word) ? word : `c${word}`;
    return /^(pk|fk|uk)$/i.test(started) ? `${started}_` : started;
}
function label(place) {
    const [schema = '', name = ''] = place.split('\0');
    return plainText((0,object_name/* displayName */.QC)({ schema, name }));
}
/** Text between Mermaid's quotes: letters, digits and harmless signs. */
function plainText(text) {
    return (0,visible_text/* cutMiddle */.it)(text, 60).replace(/[^\p{L}\p{N}_.$ -]/gu, '_') || '_';
}
function edgeLine({ child, parent, columns, isRemoved }, ids) {
    const [from, to] = [ids.get(parent), ids.get(child)];
    if (from === undefined || to === undefined)
        return [];
    const text = plainText(columns.join(' '));
    return [`  ${from} ||--o{ ${to} : "${isRemoved ? `${text} - dropped` : text}"`];
}
/** Colours that let the background through and leave the text to the theme: they are drawn in light and in dark. */
const classes = {
    added: 'fill:#2da44e40,stroke:#2da44e,stroke-width:2px',
    removed: 'fill:#cf222e40,stroke:#cf222e,stroke-width:2px',
    changed: 'fill:#d4a72c40,stroke:#bf8700,stroke-width:2px',
    neighbour: 'fill:#818b9826,stroke:#818b98',
};
function classLines(drawn, { ids, neighbours }) {
    const members = (name) => name === 'neighbour'
        ? neighbours
        : drawn
            .filter(({ change }) => (change === 'renamed' ? 'changed' : change) === name)
            .map(({ object }) => placeOf(object));
    return ['added', 'removed', 'changed', 'neighbour'].flatMap((name) => {
        const list = members(name).flatMap((place) => ids.get(place) ?? []);
        return list.length === 0
            ? []
            : [`  classDef ${name} ${classes[name]}`, `  class ${list.join(',')} ${name}`];
    });
}

// EXTERNAL MODULE: ./build/schema/sql-patch/sql-patch.js + 27 modules
var sql_patch = __webpack_require__(92241);
;// CONCATENATED MODULE: ./build/schema/diff-section.js









const mostRows = 60;
const diff_section_mostLines = 8;
/** One line, `2 tables changed, 1 view added`; that nothing is different. */
function diffSummary({ diff }) {
    return (0,diff_words/* summaryOf */.YG)((0,diff_words/* groupChanges */.tw)(diff)) || 'No change';
}
/** The section: a table by object, a diagram of the changed part, every attribute folded. */
function schemaDiffSection(comparison) {
    const { diff, conflicts = [], later, parent, refused, judged } = comparison;
    const groups = (0,diff_words/* groupChanges */.tw)(diff);
    const sizes = new Map((comparison.hasSizes ? comparison.from.sizes : []).map((size) => [`${size.schema}\0${size.name}`, size]));
    const findings = (0,diff_findings/* diffFindings */.Ul)({ diff, sizes, conflicts, parent, refused, judged });
    const worst = (0,finding/* worstSeverity */.Lc)(findings);
    return {
        id: 'schema-diff',
        title: 'Schema changes',
        status: worst === 'error' ? 'failed' : worst === 'warning' ? 'warning' : 'passed',
        summary: [diffSummary(comparison), (0,diff_findings/* conflictWords */.wF)(conflicts, refused)]
            .filter((part) => part !== '')
            .join(', '),
        blocks: [
            { kind: 'text', text: comparison.basis },
            ...diff.notes.map((text) => ({ kind: 'text', text })),
            ...(groups.length === 0 ? [] : [objectTable(groups, sizes)]),
            ...diagramBlocks(groups, comparison),
            ...patchBlocks(groups, comparison),
            ...laterBlocks(later, parent),
        ],
        findings,
    };
}
function objectTable(groups, sizes) {
    const rows = groups.slice(0, mostRows).map((group) => objectRow(group, sizes));
    const rest = groups.length - rows.length;
    const more = rest > 0 ? [[`… and ${(0,quantity/* counted */.hS)(rest, 'object')}`, '', 'in the list below']] : [];
    return {
        kind: 'table',
        columns: [{ title: 'Object' }, { title: 'Change' }, { title: 'What' }],
        rows: [...rows, ...more],
    };
}
function objectRow(group, sizes) {
    const { object, change, own } = group;
    const lines = [...ownLines(group, sizes), ...diff_section_partLines(group)];
    const shown = lines.slice(0, diff_section_mostLines);
    const more = lines.length > shown.length ? [`… and ${lines.length - shown.length} more`] : [];
    const word = own?.change === 'renamed' && !own.isCertain ? 'perhaps renamed' : diff_words/* changeWords */.mF[change];
    return [
        { lines: [{ code: (0,diff_words/* displayObject */.Gv)(object) }, object_kinds/* objectKinds */.rz[object.kind].label] },
        change === 'removed' ? word.toUpperCase() : word,
        { lines: [...shown, ...more] },
    ];
}
/** What a whole object was, or what of it itself has changed. */
function ownLines({ own, object, change, parts }, sizes) {
    if (own === undefined)
        return [];
    if (own.change === 'renamed') {
        const was = `was ${(0,diff_words/* displayObject */.Gv)(own.from)}${own.isCertain ? '' : `: ${own.why}`}`;
        return [was, ...own.attributes.map(diff_words/* describeAttribute */.ew)];
    }
    if (own.change === 'changed')
        return own.attributes.map(diff_words/* describeAttribute */.ew);
    const size = change === 'removed' ? sizes.get(`${object.schema}\0${object.name}`) : undefined;
    const rest = (0,diff_words/* describeChange */.uQ)({ ...own, inheritedBy: 0 })
        .split(': ')
        .slice(1)
        .join(': ');
    return [
        ...(size === undefined ? [] : [(0,diff_findings/* sizeWords */.pG)(size)]),
        ...(rest === '' ? [] : [rest]),
        ...(parts.length === 0 ? [] : [partCounts(parts)]),
    ];
}
/** `with 8 columns, 2 indexes`. */
function partCounts(parts) {
    const kinds = [...new Set(parts.map(({ object }) => object.kind))];
    const counts = kinds.map((kind) => {
        const { label, plural } = object_kinds/* objectKinds */.rz[kind];
        return (0,quantity/* counted */.hS)(parts.filter(({ object }) => object.kind === kind).length, label, plural);
    });
    return `with ${counts.join(', ')}`;
}
const signs = { added: '+', removed: '−', changed: '~', renamed: '~' };
/** Of a table that stays; what came or went with a whole table is only counted. */
function diff_section_partLines({ parts, change }) {
    if (change === 'added' || change === 'removed')
        return [];
    return parts
        .toSorted((left, right) => diff_words/* changeOrder */.ve.indexOf(left.change) - diff_words/* changeOrder */.ve.indexOf(right.change))
        .map((part) => `${signs[part.change]} ${(0,diff_words/* describeChange */.uQ)(part)}`);
}
function diagramBlocks(groups, { from, to }) {
    const diagram = erDiagram(groups, { from, to });
    if (diagram === undefined)
        return [];
    const caption = diagram.leftOut === 0
        ? 'Changed tables, and in grey what they refer to'
        : `Changed tables (${diagram.leftOut} more did not fit), and in grey what they refer to`;
    return [{ kind: 'details', title: 'Diagram', blocks: [{ kind: 'mermaid', text: diagram.text, caption }] }];
}
/** The statements, where there are any; attribute by attribute what they leave out. */
function patchBlocks(groups, { diff, sql }) {
    if (groups.length === 0)
        return [];
    if (sql === undefined || sql.statements.length === 0)
        return [patchBlock('Every attribute', groups)];
    const left = new Set(sql.notWritten.map(({ object }) => (0,snapshot/* keyOf */.TN)(object)));
    const rest = (0,diff_words/* groupChanges */.tw)({ changes: diff.changes.filter(({ object }) => left.has((0,snapshot/* keyOf */.TN)(object))) });
    const script = {
        kind: 'details',
        title: 'SQL patch',
        blocks: [{ kind: 'code', language: 'sql', text: (0,sql_patch/* shownPatch */.w)(sql) }],
    };
    return rest.length === 0 ? [script] : [script, patchBlock('What the SQL patch leaves out', rest)];
}
function patchBlock(title, groups) {
    return {
        kind: 'details',
        title,
        blocks: [{ kind: 'code', language: 'diff', text: patchText(groups) }],
    };
}
function laterBlocks(later, parent = 'the parent') {
    const groups = later === undefined ? [] : (0,diff_words/* groupChanges */.tw)(later);
    if (groups.length === 0)
        return [];
    return [
        {
            kind: 'details',
            title: `Changed in ${parent} since, and not here: ${(0,diff_words/* summaryOf */.YG)(groups)}`,
            blocks: [{ kind: 'code', language: 'diff', text: patchText(groups) }],
        },
    ];
}


/***/ }),

/***/ 56110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ diffAgainstFork),
/* harmony export */   c: () => (/* binding */ diffAgainstCopy)
/* harmony export */ });
/* harmony import */ var _diff_snapshots_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50852);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11736);


/**
 * Three-way: a preview compared with its parent's head alone shows what came later in the parent as if the preview
 * had taken it back.
 * @param sides.fork the parent's schema when the preview was made from it
 * @param parentOptions how fork and parent's head are compared; default: in the same way
 */
function diffAgainstFork(sides, options = {}, parentOptions = options) {
    const preview = (0,_diff_snapshots_js__WEBPACK_IMPORTED_MODULE_0__/* .diffSnapshots */ .V)(sides.fork, sides.preview, options);
    const parent = (0,_diff_snapshots_js__WEBPACK_IMPORTED_MODULE_0__/* .diffSnapshots */ .V)(sides.fork, sides.parentHead, parentOptions);
    return { preview, parent, ...bothSides(preview, parent) };
}
/**
 * The same where the fork is gone, from a copy of the parent's head before and after the preview's migrations: what they
 * did there is theirs, and in what the preview differs from the migrated copy came later in the parent (or was done to the
 * preview by hand). What the preview has dropped meanwhile does not show in it.
 */
function diffAgainstCopy(sides, options = {}, parentOptions = options) {
    const preview = (0,_diff_snapshots_js__WEBPACK_IMPORTED_MODULE_0__/* .diffSnapshots */ .V)(sides.parentHead, sides.migrated, options);
    const parent = (0,_diff_snapshots_js__WEBPACK_IMPORTED_MODULE_0__/* .diffSnapshots */ .V)(sides.preview, sides.migrated, parentOptions);
    // What the migrations add was not there for the parent to change.
    const existing = preview.changes.filter(({ change }) => change !== 'added');
    return { preview, parent, ...bothSides({ ...preview, changes: existing }, parent) };
}
function bothSides(preview, parent) {
    const theirs = new Map(parent.changes.flatMap((change) => touched(change).map((key) => [key, change])));
    const conflicts = [];
    const alike = [];
    for (const change of preview.changes) {
        const own = touched(change).flatMap((key) => theirs.get(key) ?? []);
        const others = [
            ...new Set([...own, ...removalsAround(change, parent), ...changesInside(change, parent)]),
        ];
        for (const other of others) {
            if (isAlike(change, other))
                alike.push(change.object);
            else
                conflicts.push({ object: change.object, preview: change, parent: other });
        }
    }
    return { conflicts, alike };
}
/** Keys that a change is about: a rename is about both of its names. */
function touched(change) {
    return change.change === 'renamed' ? [(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change.from), (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change.object)] : [(0,_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(change.object)];
}
/** The parent's head has dropped or renamed the table that the preview changes a part of. */
function removalsAround(change, parent) {
    if (change.object.parent === null || change.isWithin)
        return [];
    return parent.changes.filter((other) => isGone(other) && isPartOf(change.object, goneName(other)));
}
/** The preview drops or renames a table that the parent's head has changed a part of. */
function changesInside(change, parent) {
    if (!isGone(change))
        return [];
    return parent.changes.filter((other) => !other.isWithin && isPartOf(other.object, goneName(change)));
}
function isGone(change) {
    return change.object.parent === null && (change.change === 'removed' || change.change === 'renamed');
}
function goneName(change) {
    return change.change === 'renamed' ? change.from : change.object;
}
function isPartOf(part, whole) {
    return part.parent !== null && part.schema === whole.schema && part.parent === whole.name;
}
function isAlike(left, right) {
    const outcome = ({ change, object, attributes }) => JSON.stringify([change, object, attributes]);
    return outcome(left) === outcome(right);
}


/***/ }),

/***/ 92241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ shownPatch),
  B: () => (/* binding */ sqlPatch)
});

// EXTERNAL MODULE: ./build/postgres/object-name.js
var object_name = __webpack_require__(20547);
// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(59362);
// EXTERNAL MODULE: ./build/schema/diff-words.js
var diff_words = __webpack_require__(41591);
// EXTERNAL MODULE: ./build/schema/object-kinds.js
var object_kinds = __webpack_require__(71325);
// EXTERNAL MODULE: ./build/schema/select-objects.js
var select_objects = __webpack_require__(41449);
// EXTERNAL MODULE: ./build/schema/snapshot.js
var snapshot = __webpack_require__(11736);
// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(86967);
// EXTERNAL MODULE: ./build/schema/same.js
var same = __webpack_require__(71286);
;// CONCATENATED MODULE: ./build/schema/sql-patch/values.js

/** What cannot be put into statements exactly; caught where one object is written, and told in the script. */
class NotWritten extends Error {
    name = 'NotWritten';
}
function attributeOf({ attributes }, name) {
    const values = attributes;
    return values[name];
}
/** Undefined: what Postgres does by default. */
function textOf(object, name) {
    const value = attributeOf(object, name);
    return value === undefined || value === true || (0,same/* isList */.Lv)(value) ? undefined : String(value);
}
/** What an object of this kind cannot be without. */
function needed(object, name) {
    const value = textOf(object, name);
    if (value === undefined)
        throw new NotWritten(`the snapshot does not have its ${name}`);
    return value;
}
function listOf(object, name) {
    const value = attributeOf(object, name);
    return (0,same/* isList */.Lv)(value) ? value : [];
}
function has(object, name) {
    return attributeOf(object, name) !== undefined;
}
/** Without the semicolon that Postgres writes after views and rules. */
function withoutEnd(definition) {
    return definition.trim().replace(/;$/, '');
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/names.js


const words = {
    schema: 'SCHEMA',
    extension: 'EXTENSION',
    enum: 'TYPE',
    domain: 'DOMAIN',
    'composite type': 'TYPE',
    'range type': 'TYPE',
    collation: 'COLLATION',
    sequence: 'SEQUENCE',
    table: 'TABLE',
    'foreign table': 'FOREIGN TABLE',
    column: 'COLUMN',
    constraint: 'CONSTRAINT',
    index: 'INDEX',
    trigger: 'TRIGGER',
    rule: 'RULE',
    policy: 'POLICY',
    statistics: 'STATISTICS',
    view: 'VIEW',
    'materialized view': 'MATERIALIZED VIEW',
    function: 'FUNCTION',
    procedure: 'PROCEDURE',
    aggregate: 'AGGREGATE',
    'event trigger': 'EVENT TRIGGER',
    publication: 'PUBLICATION',
    'foreign server': 'SERVER',
};
function isRoutine(kind) {
    return kind === 'function' || kind === 'procedure' || kind === 'aggregate';
}
/** The name of a routine and the types of its arguments. @throws NotWritten where a parenthesis in the name makes two readings */
function signatureOf({ name }) {
    const match = /^([^(]+)\((.*)\)$/s.exec(name);
    const [, bare = '', types = ''] = match ?? [];
    if (match === null || types.replace(/"(?:[^"]|"")*"/g, '').includes('('))
        throw new NotWritten('its name holds a parenthesis');
    return { name: bare, types };
}
function inSchema(schema, name) {
    const own = (0,identifier/* quoteIdentifier */.C)(name);
    return schema === null ? own : `${(0,identifier/* quoteIdentifier */.C)(schema)}.${own}`;
}
/** The table or view that a part belongs to. */
function parentSql({ schema, parent }) {
    return inSchema(schema, parent ?? '');
}
/** As statements name it by itself: `"public"."users"`, `"public"."total"(integer)`, of a part of a table its own name. */
function nameSql(object) {
    const { kind, schema, parent, name } = object;
    if (isRoutine(kind)) {
        const signature = signatureOf(object);
        const types = kind === 'aggregate' && signature.types === '' ? '*' : signature.types;
        return `${inSchema(schema, signature.name)}(${types})`;
    }
    if (kind === 'index')
        return inSchema(schema, name);
    return parent === null ? inSchema(schema, name) : (0,identifier/* quoteIdentifier */.C)(name);
}
/** As COMMENT ON and DROP name it: `TABLE "public"."users"`, `TRIGGER "x" ON "public"."users"`. */
function targetOf(object) {
    const word = words[object.kind];
    if (word === undefined)
        throw new NotWritten('there is no statement for this kind');
    if (object.kind === 'column')
        return `${word} ${parentSql(object)}.${nameSql(object)}`;
    const isOnTable = object.parent !== null && object.kind !== 'index';
    return `${word} ${nameSql(object)}${isOnTable ? ` ON ${parentSql(object)}` : ''}`;
}
function dropSql(object) {
    if (object.kind === 'column')
        return `ALTER TABLE ${parentSql(object)} DROP COLUMN ${nameSql(object)}`;
    if (object.kind === 'constraint')
        return `ALTER TABLE ${parentSql(object)} DROP CONSTRAINT ${nameSql(object)}`;
    // The type and identity of pg_identify_object, as DROP takes them.
    if (object.kind === 'other')
        return `DROP ${object.name}`;
    return `DROP ${targetOf(object)}`;
}
/** @param from with the table's new name, where that was renamed too */
function renameSql(from, to) {
    const name = (0,identifier/* quoteIdentifier */.C)(isRoutine(to.kind) ? signatureOf(to).name : to.name);
    if (to.kind === 'column' || to.kind === 'constraint') {
        const word = to.kind === 'column' ? 'COLUMN' : 'CONSTRAINT';
        return `ALTER TABLE ${parentSql(from)} RENAME ${word} ${nameSql(from)} TO ${name}`;
    }
    return `ALTER ${targetOf(from)} RENAME TO ${name}`;
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/options-sql.js


/** `name=value` of the catalog. */
function split(option) {
    const at = option.indexOf('=');
    return [option.slice(0, at), option.slice(at + 1)];
}
/** `toast.fillfactor` is two identifiers. */
function optionName(name) {
    return name.split('.').map(identifier/* quoteIdentifier */.C).join('.');
}
function assignments(options) {
    return options
        .map(split)
        .map(([name, value]) => `${optionName(name)} = ${(0,identifier/* quoteLiteral */.c)(value)}`)
        .join(', ');
}
/** ` WITH ("fillfactor" = '70')`; empty without any. */
function withOptions(options) {
    return options.length === 0 ? '' : ` WITH (${assignments(options)})`;
}
/** `SET (…)` and `RESET (…)`, to come after `ALTER TABLE x`. */
function setOptions(from, to) {
    const kept = new Set(to.map((option) => split(option)[0]));
    const gone = from.map((option) => split(option)[0]).filter((name) => !kept.has(name));
    const news = to.filter((option) => !from.includes(option));
    return [
        ...(gone.length === 0 ? [] : [`RESET (${gone.map(optionName).join(', ')})`]),
        ...(news.length === 0 ? [] : [`SET (${assignments(news)})`]),
    ];
}
/** ` OPTIONS (host 'a')` of what is foreign. @throws NotWritten where the snapshot does not hold a value */
function foreignOptions(options) {
    if (options.length === 0)
        return '';
    return ` OPTIONS (${options.map((option) => foreignOption(option, '')).join(', ')})`;
}
function changeForeignOptions(from, to) {
    const olds = new Map(from.map(split));
    const news = new Map(to.map(split));
    const gone = [...olds.keys()].filter((name) => !news.has(name));
    const changed = to.filter((option) => !from.includes(option));
    const parts = [
        ...gone.map((name) => `DROP ${(0,identifier/* quoteIdentifier */.C)(name)}`),
        ...changed.map((option) => foreignOption(option, olds.has(split(option)[0]) ? 'SET ' : 'ADD ')),
    ];
    return ` OPTIONS (${parts.join(', ')})`;
}
function foreignOption(option, verb) {
    const [name, value] = split(option);
    if (value === '***')
        throw new NotWritten(`the value of its option ${name} is a secret`);
    return `${verb}${(0,identifier/* quoteIdentifier */.C)(name)} ${(0,identifier/* quoteLiteral */.c)(value)}`;
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/constraint-sql.js
/** Constraints and indexes, with what the index behind a constraint has of its own. */




const constraintSql = {
    create(constraint, scene) {
        if (isGiven(constraint))
            return [];
        refuseInvalid(constraint);
        const definition = needed(constraint, 'definition');
        return [
            `ALTER TABLE ${parentSql(constraint)} ADD CONSTRAINT ${nameSql(constraint)} ${definition}`,
            ...indexAfter({ from: undefined, to: constraint }, scene),
        ];
    },
    alter(change, scene) {
        const { from, to, changed } = change;
        if (changed.has('local'))
            throw new NotWritten('a constraint becomes the child’s own, or stops being so');
        if (changed.has('invalid') && !has(from, 'invalid'))
            refuseInvalid(to);
        if (changed.has('type'))
            return 'again';
        if (changed.has('definition')) {
            const [old, now] = [needed(from, 'definition'), needed(to, 'definition')];
            if (old !== `${now} NOT VALID`)
                return 'again';
            if (isGiven(to))
                return [];
            const validated = `ALTER TABLE ${parentSql(to)} VALIDATE CONSTRAINT ${nameSql(to)}`;
            return [validated, ...indexAfter({ from, to, changed }, scene)];
        }
        return indexAfter({ from, to, changed }, scene);
    },
};
const indexSql = {
    create(index, scene) {
        if (isGiven(index))
            return [];
        refuseInvalid(index);
        const unique = has(index, 'unique') ? 'UNIQUE ' : '';
        return [
            `CREATE ${unique}INDEX ${(0,identifier/* quoteIdentifier */.C)(index.name)} ON ${parentSql(index)} ${needed(index, 'definition')}`,
            ...indexAfter({ from: undefined, to: index }, scene),
        ];
    },
    alter(change, scene) {
        const { from, to, changed } = change;
        if (changed.has('invalid') && !has(from, 'invalid'))
            refuseInvalid(to);
        if (changed.has('definition') || changed.has('unique') || changed.has('invalid'))
            return 'again';
        return indexAfter(change, scene);
    },
};
/** It comes and goes with the parent's. */
function isGiven(object) {
    return has(object, 'inheritedFrom') && !has(object, 'local');
}
function refuseInvalid(object) {
    if (has(object, 'invalid'))
        throw new NotWritten('its index is invalid on the new side');
}
function indexAfter({ from, to, changed }, scene) {
    const isChanged = (name) => (changed === undefined ? has(to, name) : changed.has(name));
    const alter = `ALTER ${targetOf({ ...to, kind: 'index' })}`;
    const tablespace = textOf(to, 'tablespace') ?? 'pg_default';
    const old = from === undefined ? [] : listOf(from, 'indexOptions');
    return [
        ...(isChanged('indexOptions')
            ? setOptions(old, listOf(to, 'indexOptions')).map((part) => `${alter} ${part}`)
            : []),
        ...(isChanged('tablespace') ? [`${alter} SET TABLESPACE ${(0,identifier/* quoteIdentifier */.C)(tablespace)}`] : []),
        ...(isChanged('statistics') ? statistics(from, to).map((part) => `${alter} ${part}`) : []),
        ...(isChanged('clustered') ? clustered(to, scene) : []),
        ...(isChanged('replicaIdentity') ? replicaIdentity(to, scene) : []),
    ];
}
/** `1: 300`: number of the column, target. */
function statistics(from, to) {
    const now = listOf(to, 'statistics');
    const columns = now.map((line) => line.split(':')[0]);
    const gone = (from === undefined ? [] : listOf(from, 'statistics'))
        .map((line) => line.split(':')[0])
        .filter((column) => !columns.includes(column));
    return [
        ...gone.map((column) => `ALTER COLUMN ${column} SET STATISTICS -1`),
        ...now.map((line) => `ALTER COLUMN ${line.replace(':', ' SET STATISTICS')}`),
    ];
}
/** One index of a table has it: where another takes it, it need not be taken away. */
function isTakenOver(object, { to }, attribute) {
    return to.partsOf({ ...object, name: object.parent ?? '' }).some((part) => has(part, attribute));
}
function clustered(object, scene) {
    const table = `ALTER TABLE ${parentSql(object)}`;
    if (has(object, 'clustered'))
        return [`${table} CLUSTER ON ${(0,identifier/* quoteIdentifier */.C)(object.name)}`];
    return isTakenOver(object, scene, 'clustered') ? [] : [`${table} SET WITHOUT CLUSTER`];
}
function replicaIdentity(object, scene) {
    const table = `ALTER TABLE ${parentSql(object)} REPLICA IDENTITY`;
    if (has(object, 'replicaIdentity'))
        return [`${table} USING INDEX ${(0,identifier/* quoteIdentifier */.C)(object.name)}`];
    const relation = scene.to.relation(object.schema, object.parent);
    const isTaken = isTakenOver(object, scene, 'replicaIdentity');
    return isTaken || (relation !== undefined && has(relation, 'replicaIdentity')) ? [] : [`${table} DEFAULT`];
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/scene.js

const relationKinds = new Set(['table', 'view', 'materialized view', 'foreign table']);
function sideObjects(objects) {
    const byKey = new Map(objects.map((object) => [(0,snapshot/* keyOf */.TN)(object), object]));
    const relations = new Map();
    const parts = new Map();
    for (const object of objects) {
        if (relationKinds.has(object.kind))
            relations.set(placeOf(object), object);
        if (object.parent === null)
            continue;
        const place = placeOf({ ...object, name: object.parent });
        const list = parts.get(place);
        if (list === undefined)
            parts.set(place, [object]);
        else
            list.push(object);
    }
    return {
        objects,
        find: (name) => byKey.get((0,snapshot/* keyOf */.TN)(name)),
        relation: (schema, name) => relations.get(`${schema}\0${name}`),
        partsOf: (relation) => parts.get(placeOf(relation)) ?? [],
    };
}
/** Schema and name, as definitions mention a thing. */
function placeOf({ schema, name }) {
    return `${schema}\0${name}`;
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/intents.js




function intentsOf(changes, scene, renamed) {
    const alterations = changes.flatMap((change) => alterationsOf(change, scene));
    return {
        renames: changes.flatMap(renameOf),
        added: changes.flatMap((change) => (change.change === 'added' ? addedBy(change, scene) : [])),
        removed: removedBy(changes, scene, renamed),
        altered: [
            ...alterations.filter((change) => 'from' in change),
            ...changes.flatMap((change) => bareColumns(change, scene, renamed)),
        ],
        nameless: alterations.filter((change) => 'kind' in change),
    };
}
function renameOf(change) {
    if (change.change !== 'renamed')
        return [];
    const { from, object, isCertain, why } = change;
    return [{ from: { ...from, parent: object.parent }, to: object, guess: isCertain ? undefined : why }];
}
/** Columns of a new table are made with it; what a partition has from its parent comes with the parent's. */
function addedBy({ object, isWithin, inheritedBy }, { to }) {
    const added = to.find(object);
    if (added === undefined)
        return [];
    const relation = to.relation(object.schema, object.parent);
    if (object.kind === 'column') {
        if (isWithin && /table$/.test(relation?.kind ?? ''))
            return [];
        if (isGiven(added))
            return [];
    }
    return [
        added,
        ...(inheritedBy === 0 ? [] : heirsOf(added, to.objects).filter(({ kind }) => kind !== 'column')),
    ];
}
/** A snapshot has of a view the columns that have something of their own. */
function isOfView(object, side) {
    return object.kind === 'column' && /view$/.test(side.relation(object.schema, object.parent)?.kind ?? '');
}
/** Not as a column is dropped: it only has nothing of its own any more. */
function bareColumns(change, { from }, { rename }) {
    if (change.change !== 'removed' || change.isWithin)
        return [];
    const object = from.find(rename(change.object));
    if (object === undefined || !isOfView(object, from))
        return [];
    const changed = new Set(Object.keys(object.attributes).filter((name) => name !== 'type'));
    return [{ from: object, to: { ...object, attributes: {} }, changed }];
}
function removedBy(changes, { from }, { rename }) {
    const gone = changes.flatMap((change) => {
        if (change.change !== 'removed')
            return [];
        const object = from.find(rename(change.object));
        return object === undefined ? [] : [{ object, isWithin: change.isWithin }];
    });
    const keys = new Set(gone.map(({ object }) => (0,snapshot/* keyOf */.TN)(object)));
    const tables = new Set(gone.filter(({ object }) => object.parent === null).map(({ object }) => placeOf(object)));
    return gone.flatMap(({ object, isWithin }) => {
        if (isGiven(object) || isOfView(object, from))
            return [];
        const owner = listOf(object, 'ownedBy');
        const [schema = '', parent = '', name = ''] = owner;
        // A sequence goes with its column.
        if (owner.length > 0 && keys.has((0,snapshot/* keyOf */.TN)({ kind: 'column', schema, parent, name })))
            return [];
        if (!isWithin)
            return [object];
        // Tables that refer to each other cannot be dropped one by one.
        const [otherSchema = '', other = ''] = listOf(object, 'references');
        const isKnot = other !== object.parent && tables.has(placeOf({ schema: otherSchema, name: other }));
        return object.kind === 'constraint' && isKnot ? [object] : [];
    });
}
function alterationsOf(change, { from, to }) {
    if (change.change !== 'changed' && change.change !== 'renamed')
        return [];
    const { object, attributes, inheritedBy } = change;
    if (attributes.length === 0)
        return [];
    const [old, now] = [from.find(object), to.find(object)];
    if (old === undefined || now === undefined)
        return [object];
    const changed = new Set(attributes.map(({ name }) => name));
    const heirs = inheritedBy === 0 ? [] : heirsOf(now, to.objects);
    return [
        { from: old, to: now, changed },
        ...heirs.flatMap((heir) => {
            const before = from.find(heir);
            const own = new Set([...changed].filter((name) => !recursing.has(name)));
            return before === undefined || own.size === 0 ? [] : [{ from: before, to: heir, changed: own }];
        }),
    ];
}
/** What a partition or child gets from its parent by the statement on that. */
const recursing = new Set([
    'type',
    'collation',
    'definition',
    'default',
    'generated',
    'notNull',
    'notNullName',
    'identity',
    'identityOptions',
    'unique',
    'local',
]);
function heirsOf(object, objects) {
    const own = objects.filter((other) => {
        const [schema, parent, name] = listOf(other, 'inheritedFrom');
        return (other.kind === object.kind &&
            has(other, 'inheritedFrom') &&
            schema === object.schema &&
            parent === object.parent &&
            name === object.name);
    });
    return own.flatMap((heir) => [heir, ...heirsOf(heir, objects)]);
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/cast-sql.js
/**
 * Families of types between which Postgres has casts (https://www.postgresql.org/docs/current/sql-createcast.html, `\dC`);
 * everything is cast to text and from it.
 */
const families = [
    /^(?:smallint|integer|bigint|numeric|real|double precision)/,
    /^(?:date|timestamp)/,
    /^(?:time(?!stamp)|interval)/,
    /^(?:text|character|"char"|name$)/,
    /^(?:json|jsonb)$/,
    /^(?:integer|boolean)$/,
    /^(?:inet|cidr)$/,
    /^bit/,
];
/** A column's old values as the new type. What has no cast of its own goes by its text. */
function castSql(column, from, to) {
    const isText = /^(?:text|character(?: varying)?)(?:\(\d+\))?$/;
    const isDirect = isText.test(from) ||
        isText.test(to) ||
        withoutSize(from) === withoutSize(to) ||
        families.some((family) => family.test(from) && family.test(to) && !/\[\]$/.test(from + to));
    return isDirect ? `${column}::${to}` : `${column}::text::${to}`;
}
function withoutSize(type) {
    return type.replace(/\([\d,]+\)/, '');
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/sequence-sql.js



/** Whose column it is comes later, when there is one (`ownedBySql`). */
const sequenceSql = {
    create: (sequence) => [
        `CREATE ${has(sequence, 'unlogged') ? 'UNLOGGED ' : ''}SEQUENCE ${nameSql(sequence)} ${optionsOf(sequence)}`,
    ],
    alter({ to, changed }) {
        const rest = [...changed].filter((name) => name !== 'unlogged' && name !== 'ownedBy');
        return [
            ...(rest.length === 0 ? [] : [`ALTER SEQUENCE ${nameSql(to)} ${optionsOf(to)}`]),
            ...(changed.has('unlogged')
                ? [`ALTER SEQUENCE ${nameSql(to)} SET ${has(to, 'unlogged') ? 'UNLOGGED' : 'LOGGED'}`]
                : []),
        ];
    },
};
const maxima = { smallint: '32767', integer: '2147483647' };
const minima = { smallint: '-32768', integer: '-2147483648' };
/** The greatest value of an integer type, where a sequence ends that is told nothing else. */
function greatestOf(type) {
    return maxima[type] ?? '9223372036854775807';
}
/** All of them, since ALTER SEQUENCE keeps what it is not told. */
function optionsOf(sequence) {
    const type = needed(sequence, 'type');
    const increment = textOf(sequence, 'increment') ?? '1';
    const isFalling = increment.startsWith('-');
    const least = isFalling ? (minima[type] ?? '-9223372036854775808') : '1';
    const greatest = isFalling ? '-1' : greatestOf(type);
    const minimum = textOf(sequence, 'minimum') ?? least;
    const maximum = textOf(sequence, 'maximum') ?? greatest;
    return [
        `AS ${type}`,
        `INCREMENT BY ${increment}`,
        `MINVALUE ${minimum}`,
        `MAXVALUE ${maximum}`,
        `START WITH ${textOf(sequence, 'start') ?? (isFalling ? maximum : minimum)}`,
        `CACHE ${textOf(sequence, 'cache') ?? '1'}`,
        has(sequence, 'cycle') ? 'CYCLE' : 'NO CYCLE',
    ].join(' ');
}
function ownedBySql(sequence) {
    const owner = listOf(sequence, 'ownedBy');
    return `ALTER SEQUENCE ${nameSql(sequence)} OWNED BY ${owner.length === 0 ? 'NONE' : owner.map(identifier/* quoteIdentifier */.C).join('.')}`;
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/column-sql.js






const columnSql = {
    create: (column, scene) => column_sql_isOfView(column, scene)
        ? viewColumn(column)
        : [`${tableOf(column)} ADD COLUMN ${columnDefinition(column)}`, ...columnAfter(column, scene)],
    alter: alterColumn,
};
function column_sql_isOfView(column, { to }) {
    return /view$/.test(to.relation(column.schema, column.parent)?.kind ?? '');
}
function tableOf(column) {
    return `ALTER TABLE ${parentSql(column)}`;
}
function start(column) {
    return `${tableOf(column)} ALTER COLUMN ${nameSql(column)}`;
}
/** Of a view only what it has beside its definition. */
function viewColumn(column) {
    if (has(column, 'options') || has(column, 'statistics') || has(column, 'storage'))
        throw new NotWritten('a column of a view has storage options');
    const value = textOf(column, 'default');
    return value === undefined ? [] : [`${start(column)} SET DEFAULT ${value}`];
}
/** As CREATE TABLE and ADD COLUMN take it. */
function columnDefinition(column) {
    const collation = textOf(column, 'collation');
    return [
        nameSql(column),
        needed(column, 'type'),
        ...(collation === undefined ? [] : [`COLLATE ${collation}`]),
        ...valueWords(column),
        ...(isPlainlyNotNull(column) ? [notNullWords(column)] : []),
    ].join(' ');
}
function valueWords(column) {
    const [value, generated] = [textOf(column, 'default'), textOf(column, 'generated')];
    if (generated !== undefined)
        return [`GENERATED ALWAYS AS (${value}) ${generated.toUpperCase()}`];
    const identity = textOf(column, 'identity');
    if (identity !== undefined)
        return [identityWords(column, identity)];
    return value === undefined ? [] : [`DEFAULT ${value}`];
}
function identityWords(column, identity) {
    const options = textOf(column, 'identityOptions');
    return `GENERATED ${identity.toUpperCase()} AS IDENTITY${options === undefined ? '' : ` (${options})`}`;
}
function isPlainlyNotNull(column) {
    return has(column, 'notNull') && attributeOf(column, 'notNull') !== 'not valid';
}
function notNullWords(column) {
    const name = textOf(column, 'notNullName');
    const rest = attributeOf(column, 'notNull') === 'no inherit' ? ' NO INHERIT' : '';
    return `${name === undefined ? '' : `CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(name)} `}NOT NULL${rest}`;
}
/** What its definition has no words for. */
function columnAfter(column, scene) {
    const isForeign = scene.to.relation(column.schema, column.parent)?.kind === 'foreign table';
    const options = listOf(column, 'options');
    const isNewer = attributeOf(column, 'notNull') === 'not valid' || textOf(column, 'generated') === 'virtual';
    if (isNewer && scene.major < 18)
        throw new NotWritten('it needs PostgreSQL 18');
    return [
        ...(attributeOf(column, 'notNull') === 'not valid' ? [addNotNull(column)] : []),
        ...storageWords(column),
        ...(options.length === 0
            ? []
            : isForeign
                ? [foreign(column, [], options)]
                : storedOptions(column, [], options)),
    ];
}
function storageWords(column) {
    const [storage, compression] = [textOf(column, 'storage'), textOf(column, 'compression')];
    const statistics = textOf(column, 'statistics');
    return [
        ...(storage === undefined ? [] : [`${start(column)} SET STORAGE ${storage.toUpperCase()}`]),
        ...(compression === undefined ? [] : [`${start(column)} SET COMPRESSION ${compression}`]),
        ...(statistics === undefined ? [] : [`${start(column)} SET STATISTICS ${statistics}`]),
    ];
}
function foreign(column, from, to) {
    const table = `ALTER FOREIGN TABLE ${parentSql(column)}`;
    return `${table} ALTER COLUMN ${nameSql(column)}${changeForeignOptions(from, to)}`;
}
function storedOptions(column, from, to) {
    return setOptions(from, to).map((part) => `${start(column)} ${part}`);
}
/** A column that a partition or child has from its parent: only what it has otherwise. */
function differsFromInherited(column, scene) {
    const [schema = '', parent = '', name = ''] = listOf(column, 'inheritedFrom');
    const above = scene.to.find({ kind: 'column', schema, parent, name });
    const value = textOf(column, 'default');
    const isOther = (attribute) => above !== undefined && textOf(above, attribute) !== textOf(column, attribute);
    if (isOther('generated'))
        throw new NotWritten('a column is generated otherwise than in the parent');
    return [
        ...(!isOther('default') || has(column, 'generated')
            ? []
            : [`${start(column)} ${value === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${value}`}`]),
        ...(has(column, 'notNull') && above !== undefined && !has(above, 'notNull')
            ? [`${start(column)} SET NOT NULL`]
            : []),
        ...columnAfter(column, scene),
    ];
}
function alterColumn(change, scene) {
    const { to, changed } = change;
    if (column_sql_isOfView(to, scene)) {
        const value = textOf(to, 'default');
        return changed.has('default')
            ? [`${start(to)} ${value === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${value}`}`]
            : [];
    }
    refuseOrigin(change, scene);
    // A child's column takes its type from the parent.
    const isTyped = (changed.has('type') || changed.has('collation')) && !has(to, 'inheritedFrom');
    return [
        ...beforeType(change, isTyped),
        ...(isTyped ? [typeSql(change)] : []),
        ...notNullSql(change, scene),
        ...valueSql(change, { isTyped, major: scene.major }),
        ...(isTyped ? storageWords(to) : storageSql(change, scene)),
        ...optionsSql(change, scene),
    ];
}
/** `local` follows where the table has come to another parent. */
function refuseOrigin({ from, to, changed }, { from: olds, to: news }) {
    if (!changed.has('local'))
        return;
    const tables = [olds.relation(from.schema, from.parent), news.relation(to.schema, to.parent)];
    const [old, now] = tables.map((table) => table === undefined ? '' : [...listOf(table, 'inherits'), textOf(table, 'partitionOf')].join('\0'));
    if (old === now)
        throw new NotWritten('a column becomes the child’s own, or stops being so');
}
/** Before anything else: the sequence behind it has a name that another may take. */
function dropsIdentity({ from, to }) {
    return to.kind === 'column' && has(from, 'identity') && !has(to, 'identity')
        ? [`${start(to)} DROP IDENTITY`]
        : [];
}
function beforeType({ from, to, changed }, isTyped) {
    if (!has(from, 'default') || has(from, 'generated'))
        return [];
    const isGone = changed.has('default') && (!has(to, 'default') || has(to, 'identity'));
    return isTyped || isGone ? [`${start(to)} DROP DEFAULT`] : [];
}
function typeSql({ from, to }) {
    const collation = textOf(to, 'collation');
    const type = needed(to, 'type');
    const collate = collation === undefined ? '' : ` COLLATE ${collation}`;
    // A generated column takes no USING.
    const using = has(to, 'generated') ? '' : ` USING ${castSql(nameSql(to), needed(from, 'type'), type)}`;
    return `${start(to)} TYPE ${type}${collate}${using}`;
}
function notNullSql({ from, to, changed }, { major }) {
    if (!changed.has('notNull') && !changed.has('notNullName'))
        return [];
    if (!has(to, 'notNull'))
        return [`${start(to)} DROP NOT NULL`];
    const [old, now] = [textOf(from, 'notNullName'), textOf(to, 'notNullName')];
    if (has(from, 'notNull') && changed.has('notNullName') && old !== undefined && now !== undefined)
        return [`${tableOf(to)} RENAME CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(old)} TO ${(0,identifier/* quoteIdentifier */.C)(now)}`];
    const isValidated = attributeOf(from, 'notNull') === 'not valid' && attributeOf(to, 'notNull') === true && old === now;
    const isAnother = has(from, 'notNull') && !isValidated;
    const add = isValidated || (now === undefined && attributeOf(to, 'notNull') === true);
    return [
        ...(isAnother ? [`${start(to)} DROP NOT NULL`] : []),
        add || major < 18 ? `${start(to)} SET NOT NULL` : addNotNull(to),
    ];
}
/** PostgreSQL 18. */
function addNotNull(column) {
    const name = textOf(column, 'notNullName');
    const own = name === undefined ? '' : `CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(name)} `;
    const how = attributeOf(column, 'notNull');
    const rest = how === true ? '' : ` ${String(how).toUpperCase()}`;
    return `${tableOf(column)} ADD ${own}NOT NULL ${nameSql(column)}${rest}`;
}
function valueSql({ from, to, changed }, { isTyped, major }) {
    const value = textOf(to, 'default');
    if (has(to, 'generated') || has(from, 'generated')) {
        if (!has(to, 'generated'))
            return [
                `${start(to)} DROP EXPRESSION`,
                ...(value === undefined ? [] : [`${start(to)} SET DEFAULT ${value}`]),
            ];
        if (changed.has('generated'))
            throw new NotWritten('a column cannot become a generated one');
        if (!changed.has('default'))
            return [];
        if (major < 17)
            throw new NotWritten('the expression of a generated column can be changed from PostgreSQL 17 on');
        return [`${start(to)} SET EXPRESSION AS (${value})`];
    }
    const isSet = value !== undefined && (changed.has('default') || isTyped);
    return [...identitySql({ from, to, changed }), ...(isSet ? [`${start(to)} SET DEFAULT ${value}`] : [])];
}
function identitySql({ from, to, changed }) {
    const identity = textOf(to, 'identity');
    if (identity === undefined)
        return [];
    if (!has(from, 'identity'))
        return [`${start(to)} ADD ${identityWords(to, identity)}`];
    return [
        ...(changed.has('identity') ? [`${start(to)} SET GENERATED ${identity.toUpperCase()}`] : []),
        ...(changed.has('identityOptions') ? [`${start(to)} ${identityOptions(to)}`] : []),
    ];
}
/** All of them: what the text leaves out is back to its default. */
function identityOptions(column) {
    const text = textOf(column, 'identityOptions') ?? '';
    const part = (words, otherwise) => new RegExp(`${words} (-?\\d+)`).exec(text)?.[1] ?? otherwise;
    const greatest = greatestOf(needed(column, 'type'));
    return [
        `SET INCREMENT BY ${part('INCREMENT BY', '1')}`,
        `SET MINVALUE ${part('MINVALUE', '1')}`,
        `SET MAXVALUE ${part('MAXVALUE', greatest)}`,
        `SET START WITH ${part('START WITH', '1')}`,
        `SET CACHE ${part('CACHE', '1')}`,
        /\bCYCLE$/.test(text) ? 'SET CYCLE' : 'SET NO CYCLE',
    ].join(' ');
}
function storageSql({ to, changed }, { major }) {
    const set = (name, words, otherwise) => changed.has(name) ? [`${start(to)} SET ${words} ${textOf(to, name) ?? otherwise()}`] : [];
    return [
        ...set('storage', 'STORAGE', () => defaultStorage(to, major)),
        ...set('compression', 'COMPRESSION', () => 'default'),
        ...set('statistics', 'STATISTICS', () => '-1'),
    ];
}
function defaultStorage(column, major) {
    if (major >= 16)
        return 'DEFAULT';
    if (/^(?:text|bytea|jsonb?|xml|character.*)$|\]$/.test(needed(column, 'type')))
        return 'EXTENDED';
    throw new NotWritten('the storage of its type is not known');
}
function optionsSql({ from, to, changed }, scene) {
    if (!changed.has('options'))
        return [];
    const [old, now] = [listOf(from, 'options'), listOf(to, 'options')];
    const isForeign = scene.to.relation(to.schema, to.parent)?.kind === 'foreign table';
    return isForeign ? [foreign(to, old, now)] : storedOptions(to, old, now);
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/data-loss.js

/** What dropping this takes with it that no script brings back. */
function losesData(object) {
    if (object.kind === 'column')
        return !has(object, 'generated');
    return object.kind === 'table' || object.kind === 'sequence' || object.kind === 'extension';
}
const wider = {
    smallint: ['integer', 'bigint', 'numeric', 'character varying'],
    integer: ['bigint', 'numeric', 'character varying', 'double precision'],
    bigint: ['numeric', 'character varying'],
    real: ['double precision'],
};
/** What the reader must know of a change of a column. */
function noteOn(change) {
    const { from, to, changed } = change;
    if (to.kind !== 'column')
        return undefined;
    if (changed.has('type') && !isWider(needed(from, 'type'), needed(to, 'type')))
        return 'may lose data, or be refused for some rows';
    return has(to, 'identity') && !has(from, 'identity') ? 'its numbers begin anew' : undefined;
}
/** Whether every value of one type is one of the other. */
function isWider(old, now) {
    if (now === 'text' || wider[old]?.includes(now) === true)
        return true;
    const [length, other] = [old, now].map((type) => /^character varying\((\d+)\)$/.exec(type)?.[1]);
    return length !== undefined && (now === 'character varying' || Number(other ?? 0) >= Number(length));
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/mentions.js
/** What a definition speaks of. Snapshots are read with an empty search_path: Postgres writes every name with its schema. */




const part = '"(?:[^"]|"")+"|[A-Za-z_\\u0080-\\uffff][\\w$\\u0080-\\uffff]*';
const pair = new RegExp(`(${part})\\.(${part})`, 'g');
/** They depend on nothing, and nothing depends on them. */
const silent = new Set([
    'owner',
    'grants',
    'comment',
    'ownedBy',
    'columnOrder',
    'inheritedFrom',
    'references',
    'roles',
]);
const known = new WeakMap();
/** Places (`placeOf`) of what an object may depend on; one too many is no harm. */
function mentionsOf(object) {
    const done = known.get(object);
    if (done !== undefined)
        return done;
    const places = new Set();
    for (const text of textsOf(object))
        for (const [, schema = '', name = ''] of text.matchAll(pair))
            places.add(placeOf({ schema: (0,object_name/* unquote */._n)(schema), name: (0,object_name/* unquote */._n)(name) }));
    known.set(object, places);
    return places;
}
/** Without the body of a function that Postgres keeps as a text: it is looked at when it runs. */
function textsOf(object) {
    const values = object.attributes;
    const isText = textOf(object, 'body') !== undefined && !hasParsedBody(object);
    const texts = Object.entries(values).flatMap(([name, value]) => {
        if (silent.has(name) || (isText && name === 'body'))
            return [];
        return (0,same/* isList */.Lv)(value) ? value : typeof value === 'string' ? [value] : [];
    });
    return object.kind === 'function' || object.kind === 'procedure' || object.kind === 'aggregate'
        ? [...texts, object.name.slice(object.name.indexOf('('))]
        : texts;
}
/** `RETURN …` or `BEGIN ATOMIC …`, which no text of the language sql can begin with. */
function hasParsedBody(object) {
    return (textOf(object, 'language') === 'sql' && /^(?:RETURN |BEGIN ATOMIC)/.test(textOf(object, 'body') ?? ''));
}
/** Whether a definition names a column; a word of the same letters counts too. */
function mentionsColumn(object, column) {
    const escaped = column.replaceAll('"', '""').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const word = new RegExp(`(?<![\\w$])${escaped}(?![\\w$])`);
    return textsOf(object).some((text) => word.test(text));
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/part-sql.js
/** Triggers, rules, policies and extended statistics. */




const firing = {
    disabled: 'DISABLE',
    replica: 'ENABLE REPLICA',
    always: 'ENABLE ALWAYS',
};
/** When a trigger, an event trigger or a rule fires. */
function firingOf(object) {
    return firing[textOf(object, 'enabled') ?? ''] ?? 'ENABLE';
}
function enableSql(object, word) {
    return `ALTER TABLE ${parentSql(object)} ${firingOf(object)} ${word} ${nameSql(object)}`;
}
const triggerSql = {
    create(trigger) {
        if (isGiven(trigger))
            return [];
        // The snapshot's definition is without the name.
        const definition = needed(trigger, 'definition').replace(/TRIGGER /, () => `TRIGGER ${nameSql(trigger)} `);
        return [definition, ...(has(trigger, 'enabled') ? [enableSql(trigger, 'TRIGGER')] : [])];
    },
    alter: ({ to, changed }) => changed.has('definition') ? 'again' : changed.has('enabled') ? [enableSql(to, 'TRIGGER')] : [],
};
const ruleSql = {
    create: (rule) => [
        withoutEnd(needed(rule, 'definition').replace(/^CREATE RULE AS/, () => `CREATE RULE ${nameSql(rule)} AS`)),
        ...(has(rule, 'enabled') ? [enableSql(rule, 'RULE')] : []),
    ],
    alter: ({ to, changed }) => changed.has('definition') ? 'again' : changed.has('enabled') ? [enableSql(to, 'RULE')] : [],
};
const policySql = {
    create(policy) {
        const kind = has(policy, 'restrictive') ? ' AS RESTRICTIVE' : '';
        return [
            `CREATE ${targetOf(policy)}${kind} FOR ${needed(policy, 'command')} TO ${rolesOf(policy)}${conditions(policy)}`,
        ];
    },
    alter({ from, to, changed }) {
        const isGone = ['using', 'check'].some((name) => has(from, name) && !has(to, name));
        if (changed.has('command') || changed.has('restrictive') || isGone)
            return 'again';
        return changed.size === 0 ? [] : [`ALTER ${targetOf(to)} TO ${rolesOf(to)}${conditions(to)}`];
    },
};
function rolesOf(policy) {
    const roles = listOf(policy, 'roles').map((role) => (role === 'PUBLIC' ? role : (0,identifier/* quoteIdentifier */.C)(role)));
    return roles.length === 0 ? 'PUBLIC' : roles.join(', ');
}
function conditions(policy) {
    const [using, check] = [textOf(policy, 'using'), textOf(policy, 'check')];
    return `${using === undefined ? '' : ` USING (${using})`}${check === undefined ? '' : ` WITH CHECK (${check})`}`;
}
const statisticsSql = {
    create(statistics) {
        const name = nameSql(statistics);
        return [
            needed(statistics, 'definition').replace(/^CREATE STATISTICS/, () => `CREATE STATISTICS ${name}`),
            ...(has(statistics, 'target') ? [targetSql(statistics)] : []),
        ];
    },
    alter: ({ to, changed }) => changed.has('definition') ? 'again' : changed.has('target') ? [targetSql(to)] : [],
};
function targetSql(statistics) {
    return `ALTER ${targetOf(statistics)} SET STATISTICS ${textOf(statistics, 'target') ?? '-1'}`;
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/database-sql.js
/** What is above tables: schemas, extensions, event triggers, publications, foreign servers. */





const schemaSql = { create: (schema) => [`CREATE ${targetOf(schema)}`], alter: () => [] };
const extensionSql = {
    create: (extension) => [
        `CREATE ${targetOf(extension)} SCHEMA ${needed(extension, 'schema')} VERSION ${(0,identifier/* quoteLiteral */.c)(needed(extension, 'version'))}`,
    ],
    alter({ from, to, changed }) {
        if (isOlder(needed(to, 'version'), needed(from, 'version')))
            throw new NotWritten('extensions have no way back to an older version');
        const version = (0,identifier/* quoteLiteral */.c)(needed(to, 'version'));
        return [
            ...(changed.has('version') ? [`ALTER ${targetOf(to)} UPDATE TO ${version}`] : []),
            ...(changed.has('schema') ? [`ALTER ${targetOf(to)} SET SCHEMA ${needed(to, 'schema')}`] : []),
        ];
    },
};
function isOlder(left, right) {
    return left.localeCompare(right, 'en', { numeric: true }) < 0;
}
function database_sql_enableSql(trigger) {
    return `ALTER ${targetOf(trigger)} ${firingOf(trigger)}`;
}
const eventTriggerSql = {
    create(trigger) {
        const tags = listOf(trigger, 'tags').map(identifier/* quoteLiteral */.c);
        const when = tags.length === 0 ? '' : ` WHEN TAG IN (${tags.join(', ')})`;
        return [
            `CREATE ${targetOf(trigger)} ON ${needed(trigger, 'event')}${when} EXECUTE FUNCTION ${needed(trigger, 'function')}()`,
            ...(has(trigger, 'enabled') ? [database_sql_enableSql(trigger)] : []),
        ];
    },
    alter: ({ to, changed }) => changed.has('event') || changed.has('tags') || changed.has('function')
        ? 'again'
        : changed.has('enabled')
            ? [database_sql_enableSql(to)]
            : [],
};
const publicationSql = {
    create: (publication) => [
        `CREATE ${targetOf(publication)}${published(publication)} WITH (${settings(publication)})`,
    ],
    alter(change) {
        const { to, changed } = change;
        if (changed.has('allTables'))
            return 'again';
        const isOther = ['operations', 'viaRoot', 'generatedColumns'].some((name) => changed.has(name));
        return [...membership(change), ...(isOther ? [`ALTER ${targetOf(to)} SET (${settings(to)})`] : [])];
    },
};
function published(publication) {
    if (has(publication, 'allTables'))
        return ' FOR ALL TABLES';
    const members = membersOf(publication);
    return members === '' ? '' : ` FOR ${members}`;
}
function membersOf(publication) {
    const tables = listOf(publication, 'tables').map(publishedTable);
    const schemas = listOf(publication, 'schemas').map(identifier/* quoteIdentifier */.C);
    return [
        ...(tables.length === 0 ? [] : [`TABLE ${tables.join(', ')}`]),
        ...(schemas.length === 0 ? [] : [`TABLES IN SCHEMA ${schemas.join(', ')}`]),
    ].join(', ');
}
/** `public.users (id) WHERE active`: the condition must stand in parentheses. */
function publishedTable(line) {
    const match = /^((?:"(?:[^"]|"")*"|[^"])*?) WHERE (.*)$/s.exec(line);
    return match === null ? line : `${match[1]} WHERE (${match[2]})`;
}
function membership({ from, to, changed }) {
    if (!changed.has('tables') && !changed.has('schemas'))
        return [];
    const members = membersOf(to);
    if (members !== '')
        return [`ALTER ${targetOf(to)} SET ${members}`];
    const schemas = listOf(from, 'schemas').map(identifier/* quoteIdentifier */.C);
    if (listOf(from, 'tables').length > 0)
        throw new NotWritten('its last tables cannot be taken away safely');
    return [`ALTER ${targetOf(to)} DROP TABLES IN SCHEMA ${schemas.join(', ')}`];
}
function settings(publication) {
    const generated = textOf(publication, 'generatedColumns');
    return [
        `publish = ${(0,identifier/* quoteLiteral */.c)(listOf(publication, 'operations').join(', '))}`,
        `publish_via_partition_root = ${has(publication, 'viaRoot')}`,
        ...(generated === undefined
            ? []
            : [`publish_generated_columns = ${generated === 's' ? 'stored' : 'none'}`]),
    ].join(', ');
}
const serverSql = {
    create(server) {
        const [type, version] = [textOf(server, 'type'), textOf(server, 'version')];
        const more = `${type === undefined ? '' : ` TYPE ${(0,identifier/* quoteLiteral */.c)(type)}`}${version === undefined ? '' : ` VERSION ${(0,identifier/* quoteLiteral */.c)(version)}`}`;
        const wrapper = (0,identifier/* quoteIdentifier */.C)(needed(server, 'wrapper'));
        return [
            `CREATE ${targetOf(server)}${more} FOREIGN DATA WRAPPER ${wrapper}${foreignOptions(listOf(server, 'options'))}`,
        ];
    },
    alter({ from, to, changed }) {
        if (changed.has('type') || changed.has('wrapper'))
            throw new NotWritten('a server cannot become another one');
        const version = textOf(to, 'version');
        const options = changed.has('options')
            ? changeForeignOptions(listOf(from, 'options'), listOf(to, 'options'))
            : '';
        if (!changed.has('version') && options === '')
            return [];
        return [
            `ALTER SERVER ${nameSql(to)}${changed.has('version') ? ` VERSION ${version === undefined ? 'NULL' : (0,identifier/* quoteLiteral */.c)(version)}` : ''}${options}`,
        ];
    },
};

;// CONCATENATED MODULE: ./build/schema/sql-patch/grants-sql.js
/** Grants as `grants.ts` tells them, against what would hold without any: what leads from one list to another. */

function grantsSql(from, to, target) {
    const [old, now] = [read(from), read(to)];
    const grantees = [...new Set([...old, ...now].map(({ grantee }) => grantee))].toSorted();
    const heldBy = (list, name) => list.find(({ grantee }) => grantee === name)?.held ?? new Map();
    return grantees.flatMap((grantee) => changesFor(heldBy(old, grantee), heldBy(now, grantee), grantee === target.owner).map(({ action, privileges }) => statement(action, { grantee, privileges, target })));
}
function changesFor(old, now, isOwner) {
    const byAction = new Map();
    for (const privilege of new Set([...old.keys(), ...now.keys()])) {
        const [before, after] = [old.get(privilege), now.get(privilege)];
        const action = actionFor(before, after ?? (isOwner && before === '*' ? '+' : undefined));
        if (action !== undefined)
            byAction.set(action, [...(byAction.get(action) ?? []), privilege]);
    }
    return [...byAction].map(([action, privileges]) => ({ action, privileges }));
}
function actionFor(old, now) {
    if (old === now)
        return undefined;
    if (now === '+')
        return old === '*' ? 'revoke option' : 'grant';
    if (now === '*')
        return 'grant with option';
    if (now === '-')
        return 'revoke';
    return old === '-' ? 'grant' : 'revoke';
}
function statement(action, { grantee, privileges, target }) {
    const { before = '', on, column = '' } = target;
    const what = `${privileges.map((privilege) => `${privilege}${column}`).join(', ')} ON ${on}`;
    const who = grantee === 'PUBLIC' ? 'PUBLIC' : (0,identifier/* quoteIdentifier */.C)(grantee);
    const sql = {
        grant: `GRANT ${what} TO ${who}`,
        'grant with option': `GRANT ${what} TO ${who} WITH GRANT OPTION`,
        revoke: `REVOKE ${what} FROM ${who}`,
        'revoke option': `REVOKE GRANT OPTION FOR ${what} FROM ${who}`,
    };
    return `${before}${sql[action]}`;
}
function read(lines) {
    const byGrantee = new Map();
    for (const line of lines) {
        const [, revoked, grantee = '', list = ''] = /^(revoked from )?(.*): ([A-Z*, ]+)$/s.exec(line) ?? [];
        const held = byGrantee.get(grantee) ?? new Map();
        for (const word of list.split(', ')) {
            const privilege = word.replace('*', '');
            held.set(privilege, revoked === undefined ? (word.endsWith('*') ? '*' : '+') : '-');
        }
        byGrantee.set(grantee, held);
    }
    return [...byGrantee].map(([grantee, held]) => ({ grantee, held }));
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/owned-sql.js
/** Comment, owner and grants: alike for every kind. */




/** After an object was made. */
function ownedSql(object, scene) {
    if (object.kind === 'default privileges')
        return [];
    const comment = textOf(object, 'comment');
    const owner = scene.ignored.has('owner') ? undefined : textOf(object, 'owner');
    return [
        ...(comment === undefined ? [] : [commentSql(object)]),
        ...(owner === undefined || owner === scene.runner ? [] : [ownerSql(object, owner)]),
        ...(scene.ignored.has('grants')
            ? []
            : grantsSql(givenAtFirst(object, scene), listOf(object, 'grants'), targetOfGrant(object))),
    ];
}
/** A change of owner turns the old owner's privileges into the new one's: nothing but what holds by default may differ then. */
function changeOwnedSql({ from, to, changed }, scene) {
    const isGiven = changed.has('owner') && !scene.ignored.has('owner');
    const isGranted = changed.has('grants') && !scene.ignored.has('grants');
    const [old, now] = [listOf(from, 'grants'), listOf(to, 'grants')];
    const target = isGranted ? targetOfGrant(to) : undefined;
    const former = { ...target, on: target?.on ?? '', owner: textOf(from, 'owner') };
    return [
        ...(changed.has('comment') ? [commentSql(to)] : []),
        ...(target !== undefined && isGiven ? grantsSql(old, [], former) : []),
        ...(isGiven ? [ownerSql(to, textOf(to, 'owner') ?? '')] : []),
        ...(target === undefined ? [] : grantsSql(isGiven ? [] : old, now, target)),
    ];
}
function commentSql(object) {
    const comment = textOf(object, 'comment');
    return `COMMENT ON ${targetOf(object)} IS ${comment === undefined ? 'NULL' : (0,identifier/* quoteLiteral */.c)(comment)}`;
}
function ownerSql(object, owner) {
    return `ALTER ${targetOf(object)} OWNER TO ${(0,identifier/* quoteIdentifier */.C)(owner)}`;
}
const grantWords = {
    schema: 'SCHEMA',
    sequence: 'SEQUENCE',
    table: 'TABLE',
    'foreign table': 'TABLE',
    view: 'TABLE',
    'materialized view': 'TABLE',
    procedure: 'PROCEDURE',
    'foreign server': 'FOREIGN SERVER',
};
function targetOfGrant(object) {
    if (object.kind === 'column')
        return { on: `TABLE ${parentSql(object)}`, column: ` (${nameSql(object)})` };
    if (object.kind === 'aggregate') {
        const { name, types } = signatureOf(object);
        return { on: `FUNCTION ${nameSql({ ...object, kind: 'function', name: `${name}(${types})` })}` };
    }
    const word = grantWords[object.kind] ?? (object.kind === 'function' ? 'FUNCTION' : 'TYPE');
    return { on: `${word} ${nameSql(object)}`, owner: textOf(object, 'owner') };
}
/** What default privileges give to whatever the runner makes. */
function givenAtFirst(object, { from, runner }) {
    const word = defaultsWord(object.kind);
    if (word === undefined || runner === undefined)
        return [];
    return from.objects
        .filter(({ kind, schema, name }) => kind === 'default privileges' &&
        name === `${word} of ${runner}` &&
        (schema === null || schema === object.schema))
        .flatMap((defaults) => listOf(defaults, 'grants'));
}
function defaultsWord(kind) {
    if (kind === 'schema')
        return 'schemas';
    if (kind === 'sequence')
        return 'sequences';
    if (isRoutine(kind))
        return 'functions';
    if (/^(?:table|foreign table|view|materialized view)$/.test(kind))
        return 'tables';
    return /^(?:enum|domain|composite type|range type)$/.test(kind) ? 'types' : undefined;
}
/** `ALTER DEFAULT PRIVILEGES`, whose name is `tables of role`. */
function defaultPrivilegesSql({ schema, name }, [from, to]) {
    const [, type = '', role = ''] = /^([a-z ]+?) of (.*)$/s.exec(name) ?? [];
    const place = schema === null ? '' : ` IN SCHEMA ${(0,identifier/* quoteIdentifier */.C)(schema)}`;
    const before = `ALTER DEFAULT PRIVILEGES FOR ROLE ${(0,identifier/* quoteIdentifier */.C)(role)}${place} `;
    return grantsSql(from, to, { before, on: type.toUpperCase() });
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/routine-sql.js
/** Functions, procedures and aggregates. */




const routineSql = {
    create: (routine) => [routineDefinition(routine)],
    // What REPLACE refuses, or keeps: the result, names and defaults of arguments.
    alter: ({ to, changed }) => changed.size === 0
        ? []
        : changed.has('returns') || changed.has('arguments') || changed.has('window')
            ? 'again'
            : [routineDefinition(to)],
};
/** Name with arguments as they are declared. */
function declared(routine) {
    const { name } = signatureOf(routine);
    const place = `${(0,identifier/* quoteIdentifier */.C)(routine.schema ?? '')}.${(0,identifier/* quoteIdentifier */.C)(name)}`;
    return `${place}(${textOf(routine, 'arguments') ?? (routine.kind === 'aggregate' ? '*' : '')})`;
}
function routineDefinition(routine) {
    const isFunction = routine.kind === 'function';
    const returns = textOf(routine, 'returns');
    const language = needed(routine, 'language');
    return [
        `CREATE OR REPLACE ${isFunction ? 'FUNCTION' : 'PROCEDURE'} ${declared(routine)}`,
        ...(isFunction && returns !== undefined ? [`  RETURNS ${returns}`] : []),
        [`  LANGUAGE ${(0,identifier/* quoteIdentifier */.C)(language)}`, ...properties(routine)].join(' '),
        ...listOf(routine, 'settings').map((setting) => `  ${settingSql(setting)}`),
        bodySql(routine, language),
    ].join('\n');
}
function properties(routine) {
    const word = (name, start = '') => {
        const value = textOf(routine, name);
        return value === undefined ? [] : [`${start}${value.toUpperCase()}`];
    };
    const on = (name, words) => (has(routine, name) ? [words] : []);
    const support = textOf(routine, 'support');
    return [
        ...on('window', 'WINDOW'),
        ...word('volatility'),
        ...word('parallel', 'PARALLEL '),
        ...on('strict', 'STRICT'),
        ...on('securityDefiner', 'SECURITY DEFINER'),
        ...on('leakproof', 'LEAKPROOF'),
        ...word('cost', 'COST '),
        ...word('rows', 'ROWS '),
        ...(support === undefined ? [] : [`SUPPORT ${support}`]),
    ];
}
/** Their value is a list of names, quoted one by one (GUC_LIST_QUOTE in guc_tables.c). */
const listSettings = /^(?:search_path|temp_tablespaces|local_preload_libraries|session_preload_libraries|shared_preload_libraries|unix_socket_directories)$/i;
function settingSql(setting) {
    const at = setting.indexOf('=');
    const [name, value] = [setting.slice(0, at), setting.slice(at + 1)];
    const items = listSettings.test(name)
        ? [...value.matchAll(/"((?:[^"]|"")*)"|[^\s,"]+/g)].map(([whole, quoted]) => quoted === undefined ? whole : quoted.replaceAll('""', '"'))
        : [value];
    const words = items.length === 0 ? [''] : items;
    return `SET ${name.split('.').map(identifier/* quoteIdentifier */.C).join('.')} TO ${words.map((item) => (0,identifier/* quoteLiteral */.c)(item).trim()).join(', ')}`;
}
function bodySql(routine, language) {
    const body = textOf(routine, 'body') ?? '';
    if (hasParsedBody(routine))
        return body;
    if (language !== 'c')
        return `AS ${dollarQuoted(body)}`;
    const at = body.lastIndexOf(', ');
    return `AS ${(0,identifier/* quoteLiteral */.c)(body.slice(0, at))}, ${(0,identifier/* quoteLiteral */.c)(body.slice(at + 2))}`;
}
/** A tag that the text does not hold, nor can make with its end. */
function dollarQuoted(text) {
    let tag = '$body$';
    for (let number = 1; text.includes(tag.slice(0, -1)); number += 1)
        tag = `$body_${number}$`;
    return `${tag}${text}${tag}`;
}
const aggregateSql = {
    create: (aggregate) => [aggregateDefinition(aggregate)],
    alter: ({ to, changed }) => changed.size === 0
        ? []
        : changed.has('returns') || changed.has('arguments')
            ? 'again'
            : [aggregateDefinition(to)],
};
const modifyWords = { r: 'READ_ONLY', s: 'SHAREABLE', w: 'READ_WRITE' };
function aggregateDefinition(aggregate) {
    const parallel = textOf(aggregate, 'parallel');
    const parts = [
        ...listOf(aggregate, 'parts').map(partSql),
        ...(parallel === undefined ? [] : [`PARALLEL = ${parallel.toUpperCase()}`]),
    ].filter((part) => part !== '');
    return `CREATE OR REPLACE AGGREGATE ${declared(aggregate)} (${parts.join(', ')})`;
}
/** `SFUNC = int4mul`, as the snapshot has them. */
function partSql(part) {
    const at = part.indexOf(' = ');
    const [name, value] = [part.slice(0, at), part.slice(at + 3)];
    switch (name) {
        case 'KIND':
            return value === 'hypothetical' ? 'HYPOTHETICAL' : '';
        case 'INITCOND':
        case 'MINITCOND':
            return `${name} = ${(0,identifier/* quoteLiteral */.c)(value)}`;
        case 'FINALFUNC_EXTRA':
            return name;
        case 'FINALFUNC_MODIFY':
            return `${name} = ${modifyWords[value] ?? value}`;
        case 'SORTOP':
            throw new NotWritten('it has a sort operator');
        default:
            return `${name} = ${value}`;
    }
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/table-sql.js





/** With its columns; constraints and indexes come later. */
const tableSql = { create: createTable, alter: alterTable };
function createTable(table, scene) {
    const isForeign = table.kind === 'foreign table';
    const word = isForeign ? 'FOREIGN TABLE' : has(table, 'unlogged') ? 'UNLOGGED TABLE' : 'TABLE';
    const columns = columnsOf(table, scene);
    const own = columns.filter((column) => !has(column, 'inheritedFrom') || has(column, 'local'));
    const given = columns.filter((column) => !own.includes(column));
    const key = textOf(table, 'partitionKey');
    return [
        `CREATE ${word} ${nameSql(table)}${bodyOf(table, own)}${key === undefined ? '' : ` PARTITION BY ${key}`}${isForeign
            ? ` SERVER ${(0,identifier/* quoteIdentifier */.C)(needed(table, 'server'))}${foreignOptions(listOf(table, 'options'))}`
            : storageOf(table)}`,
        ...own.flatMap((column) => columnAfter(column, scene)),
        ...given.flatMap((column) => differsFromInherited(column, scene)),
        ...switches(table),
    ];
}
function columnsOf(table, { to }) {
    const parts = new Map(to.partsOf(table).flatMap((part) => (part.kind === 'column' ? [[part.name, part]] : [])));
    return listOf(table, 'columnOrder').flatMap((name) => parts.get(name) ?? []);
}
function bodyOf(table, columns) {
    const partitionOf = textOf(table, 'partitionOf');
    if (partitionOf !== undefined)
        return ` PARTITION OF ${partitionOf} ${needed(table, 'partitionBound')}`;
    const type = textOf(table, 'ofType');
    if (type !== undefined) {
        const lines = columns.flatMap(typedColumn);
        return ` OF ${type}${lines.length === 0 ? '' : ` (\n${lines.join(',\n')}\n)`}`;
    }
    const lines = columns.map((column) => `  ${columnDefinition(column)}`);
    const parents = listOf(table, 'inherits');
    return ` (${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`})${parents.length === 0 ? '' : ` INHERITS (${parents.join(', ')})`}`;
}
/** What a column of a typed table has beside its type. */
function typedColumn(column) {
    const definition = columnDefinition(column);
    const start = `${nameSql(column)} ${needed(column, 'type')}`;
    const rest = definition.startsWith(start) ? definition.slice(start.length) : '';
    return rest === '' ? [] : [`  ${nameSql(column)} WITH OPTIONS${rest}`];
}
function storageOf(table) {
    const [method, tablespace] = [textOf(table, 'accessMethod'), textOf(table, 'tablespace')];
    return [
        method === undefined ? '' : ` USING ${(0,identifier/* quoteIdentifier */.C)(method)}`,
        withOptions(listOf(table, 'options')),
        tablespace === undefined ? '' : ` TABLESPACE ${(0,identifier/* quoteIdentifier */.C)(tablespace)}`,
    ].join('');
}
function switches(table) {
    const alter = `ALTER TABLE ${nameSql(table)}`;
    const identity = textOf(table, 'replicaIdentity');
    return [
        ...(has(table, 'rowSecurity') ? [`${alter} ENABLE ROW LEVEL SECURITY`] : []),
        ...(has(table, 'forcedRowSecurity') ? [`${alter} FORCE ROW LEVEL SECURITY`] : []),
        ...(identity === undefined ? [] : [`${alter} REPLICA IDENTITY ${identity.toUpperCase()}`]),
    ];
}
const unchangeable = {
    partitionKey: 'the key of a partitioned table cannot be changed',
    server: 'a foreign table cannot move to another server',
    columnOrder: 'Postgres cannot reorder columns',
};
function alterTable(change) {
    const { to, changed } = change;
    for (const [name, why] of Object.entries(unchangeable))
        if (changed.has(name))
            throw new NotWritten(why);
    const parts = [...table_sql_families(change), ...table_sql_settings(change)];
    return [...partitionChange(change), ...parts.map((part) => `ALTER ${wordOf(to)} ${nameSql(to)} ${part}`)];
}
function wordOf({ kind }) {
    return kind === 'foreign table' ? 'FOREIGN TABLE' : 'TABLE';
}
function partitionChange({ from, to, changed }) {
    if (!changed.has('partitionOf') && !changed.has('partitionBound'))
        return [];
    const [old, now] = [textOf(from, 'partitionOf'), textOf(to, 'partitionOf')];
    const name = nameSql(to);
    return [
        ...(old === undefined ? [] : [`ALTER TABLE ${old} DETACH PARTITION ${name}`]),
        ...(now === undefined
            ? []
            : [`ALTER TABLE ${now} ATTACH PARTITION ${name} ${needed(to, 'partitionBound')}`]),
    ];
}
function table_sql_families({ from, to, changed }) {
    const [old, now] = [listOf(from, 'inherits'), listOf(to, 'inherits')];
    const type = textOf(to, 'ofType');
    return [
        ...(changed.has('inherits') ? old.filter((each) => !now.includes(each)) : []).map((parent) => `NO INHERIT ${parent}`),
        ...(changed.has('inherits') ? now.filter((each) => !old.includes(each)) : []).map((parent) => `INHERIT ${parent}`),
        ...(changed.has('ofType') ? [type === undefined ? 'NOT OF' : `OF ${type}`] : []),
    ];
}
function table_sql_settings({ from, to, changed }) {
    const isForeign = to.kind === 'foreign table';
    const on = (name, yes, no) => (changed.has(name) ? [has(to, name) ? yes : no] : []);
    const [old, now] = [listOf(from, 'options'), listOf(to, 'options')];
    return [
        ...on('unlogged', 'SET UNLOGGED', 'SET LOGGED'),
        ...on('accessMethod', `SET ACCESS METHOD ${(0,identifier/* quoteIdentifier */.C)(textOf(to, 'accessMethod') ?? '')}`, 'SET ACCESS METHOD heap'),
        ...on('tablespace', `SET TABLESPACE ${(0,identifier/* quoteIdentifier */.C)(textOf(to, 'tablespace') ?? '')}`, 'SET TABLESPACE pg_default'),
        ...(!changed.has('options') ? [] : isForeign ? [changeForeignOptions(old, now)] : setOptions(old, now)),
        ...on('replicaIdentity', `REPLICA IDENTITY ${textOf(to, 'replicaIdentity')?.toUpperCase()}`, 'REPLICA IDENTITY DEFAULT'),
        ...on('rowSecurity', 'ENABLE ROW LEVEL SECURITY', 'DISABLE ROW LEVEL SECURITY'),
        ...on('forcedRowSecurity', 'FORCE ROW LEVEL SECURITY', 'NO FORCE ROW LEVEL SECURITY'),
    ];
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/type-sql.js
/** Enums, domains, composite and range types, collations. */






/** New values are added before the transaction (`addedValues`). */
const enumSql = {
    create: (type) => [
        `CREATE TYPE ${nameSql(type)} AS ENUM (${listOf(type, 'values').map(identifier/* quoteLiteral */.c).join(', ')})`,
    ],
    alter({ from, to }) {
        const [old, now] = [listOf(from, 'values'), listOf(to, 'values')];
        if (isGrown(old, now))
            return [];
        const others = now.flatMap((value, index) => (old[index] === value ? [] : [index]));
        const [index] = others;
        if (others.length !== 1 || index === undefined || old.length !== now.length)
            throw new NotWritten('Postgres can neither take values from an enum nor reorder them');
        return [
            `ALTER TYPE ${nameSql(to)} RENAME VALUE ${(0,identifier/* quoteLiteral */.c)(old[index] ?? '')} TO ${(0,identifier/* quoteLiteral */.c)(now[index] ?? '')}`,
        ];
    },
};
function isGrown(old, now) {
    const kept = now.filter((value) => old.includes(value));
    return kept.length === old.length && kept.every((value, index) => value === old[index]);
}
/** A value can be used only after the transaction that adds it. */
function addedValues(from, to) {
    const [old, now] = [listOf(from, 'values'), listOf(to, 'values')];
    if (!isGrown(old, now))
        return [];
    const known = [...old];
    return now.flatMap((value, index) => {
        if (old.includes(value))
            return [];
        const before = now[index - 1];
        const next = now.slice(index + 1).find((other) => known.includes(other));
        const place = next === undefined
            ? ''
            : before === undefined
                ? ` BEFORE ${(0,identifier/* quoteLiteral */.c)(next)}`
                : ` AFTER ${(0,identifier/* quoteLiteral */.c)(before)}`;
        known.push(value);
        return [`ALTER TYPE ${nameSql(from)} ADD VALUE ${(0,identifier/* quoteLiteral */.c)(value)}${place}`];
    });
}
const domainSql = {
    create(domain) {
        const [collation, value] = [textOf(domain, 'collation'), textOf(domain, 'default')];
        return [
            [
                `CREATE DOMAIN ${nameSql(domain)} AS ${needed(domain, 'type')}`,
                ...(collation === undefined ? [] : [`COLLATE ${collation}`]),
                ...(value === undefined ? [] : [`DEFAULT ${value}`]),
                ...(has(domain, 'notNull') ? ['NOT NULL'] : []),
            ].join(' '),
            ...listOf(domain, 'constraints').map((line) => addCheck(domain, line)),
        ];
    },
    alter(change) {
        const { to, changed } = change;
        if (changed.has('type') || changed.has('collation'))
            throw new NotWritten('the type of a domain cannot be changed');
        const value = textOf(to, 'default');
        const parts = [
            ...(changed.has('default') ? [value === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${value}`] : []),
            ...(changed.has('notNull') ? [`${has(to, 'notNull') ? 'SET' : 'DROP'} NOT NULL`] : []),
        ];
        return [...parts.map((part) => `ALTER DOMAIN ${nameSql(to)} ${part}`), ...checkChanges(change)];
    },
};
/** `name CHECK (…)`. */
function nameOfCheck(line) {
    return line.slice(0, line.indexOf(' CHECK ('));
}
function addCheck(domain, line) {
    const name = nameOfCheck(line);
    return `ALTER DOMAIN ${nameSql(domain)} ADD CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(name)}${line.slice(name.length)}`;
}
function checkChanges({ from, to, changed }) {
    if (!changed.has('constraints'))
        return [];
    const [old, now] = [listOf(from, 'constraints'), listOf(to, 'constraints')];
    const alter = `ALTER DOMAIN ${nameSql(to)}`;
    const validated = now.filter((line) => !old.includes(line) && old.includes(`${line} NOT VALID`));
    return [
        ...old
            .filter((line) => !now.includes(line) && !validated.includes(line.replace(/ NOT VALID$/, '')))
            .map((line) => `${alter} DROP CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(nameOfCheck(line))}`),
        ...validated.map((line) => `${alter} VALIDATE CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(nameOfCheck(line))}`),
        ...now
            .filter((line) => !old.includes(line) && !validated.includes(line))
            .map((line) => addCheck(to, line)),
    ];
}
const compositeSql = {
    create: (type) => [`CREATE TYPE ${nameSql(type)} AS (${listOf(type, 'fields').join(', ')})`],
    alter({ from, to }, scene) {
        const [old, now] = [listOf(from, 'fields'), listOf(to, 'fields')];
        const names = old.map(fieldName);
        const kept = now.map(fieldName).filter((name) => names.includes(name));
        const isInOrder = now.slice(0, kept.length).every((field, index) => fieldName(field) === kept[index]);
        const isSorted = names.filter((name) => kept.includes(name)).every((name, index) => name === kept[index]);
        if (!isInOrder || !isSorted)
            throw new NotWritten('Postgres adds fields only at the end');
        const gone = names.filter((name) => !kept.includes(name));
        const typed = now.filter((field) => !old.includes(field) && names.includes(fieldName(field)));
        if (gone.length + typed.length > 0)
            refuseUsed(to, scene);
        return [
            ...gone.map((name) => `DROP ATTRIBUTE ${name}`),
            ...typed.map((field) => {
                const name = fieldName(field);
                return `ALTER ATTRIBUTE ${name} TYPE${field.slice(name.length)}`;
            }),
            ...now.slice(kept.length).map((field) => `ADD ATTRIBUTE ${field}`),
        ].map((part) => `ALTER TYPE ${nameSql(to)} ${part}`);
    },
};
/** As it is written: quoted where it must be. */
function fieldName(field) {
    return /^(?:"(?:[^"]|"")*"|[^ ]+)/.exec(field)?.[0] ?? field;
}
function refuseUsed(type, { to, from }) {
    const place = placeOf(type);
    for (const side of [from, to])
        for (const object of side.objects)
            if ((0,snapshot/* keyOf */.TN)(object) !== (0,snapshot/* keyOf */.TN)(type) && mentionsOf(object).has(place))
                throw new NotWritten(`${object.parent ?? object.name} is made of it`);
}
const rangeSql = {
    create(type) {
        if (has(type, 'canonical'))
            throw new NotWritten('its canonical function needs the type before the type is made');
        const difference = textOf(type, 'difference')?.replace(/\(.*$/s, '');
        const parts = [
            ['subtype', needed(type, 'subtype')],
            ['subtype_opclass', textOf(type, 'operatorClass')],
            ['collation', textOf(type, 'collation')],
            ['subtype_diff', difference],
            ['multirange_type_name', textOf(type, 'multirange')],
        ].flatMap(([name, value]) => (value === undefined ? [] : [`${name} = ${value}`]));
        return [`CREATE TYPE ${nameSql(type)} AS RANGE (${parts.join(', ')})`];
    },
    alter({ changed }) {
        if (changed.size > 0)
            throw new NotWritten('a range type cannot be changed');
        return [];
    },
};
const collationSql = {
    create(collation) {
        const [provider, locale, rules] = ['provider', 'locale', 'rules'].map((name) => textOf(collation, name));
        if (provider === 'default' || locale === undefined)
            throw new NotWritten('its locale is the default one');
        const [collate = '', type] = provider === 'libc' ? locale.split(', ') : [locale];
        const parts = [
            `provider = ${provider}`,
            ...(type === undefined
                ? [`locale = ${(0,identifier/* quoteLiteral */.c)(collate)}`]
                : [`lc_collate = ${(0,identifier/* quoteLiteral */.c)(collate)}`, `lc_ctype = ${(0,identifier/* quoteLiteral */.c)(type)}`]),
            ...(rules === undefined ? [] : [`rules = ${(0,identifier/* quoteLiteral */.c)(rules)}`]),
            ...(attributeOf(collation, 'nondeterministic') === true ? ['deterministic = false'] : []),
        ];
        return [`CREATE COLLATION ${nameSql(collation)} (${parts.join(', ')})`];
    },
    alter: ({ changed }) => (changed.size > 0 ? 'again' : []),
};

;// CONCATENATED MODULE: ./build/schema/sql-patch/view-sql.js




/** CREATE OR REPLACE takes only new columns at the end, and a snapshot does not have the columns: a view is made again. */
const viewSql = {
    create(view) {
        const [method, tablespace] = [textOf(view, 'accessMethod'), textOf(view, 'tablespace')];
        const how = [
            method === undefined ? '' : ` USING ${(0,identifier/* quoteIdentifier */.C)(method)}`,
            withOptions(listOf(view, 'options')),
            tablespace === undefined ? '' : ` TABLESPACE ${(0,identifier/* quoteIdentifier */.C)(tablespace)}`,
        ].join('');
        return [`CREATE ${targetOf(view)}${how} AS\n${withoutEnd(needed(view, 'definition'))}`];
    },
    alter({ from, to, changed }) {
        if (changed.has('definition') || changed.has('accessMethod') || changed.has('tablespace'))
            return 'again';
        const options = setOptions(listOf(from, 'options'), listOf(to, 'options'));
        const word = to.kind === 'view' ? 'VIEW' : 'MATERIALIZED VIEW';
        return changed.has('options') ? options.map((part) => `ALTER ${word} ${nameSql(to)} ${part}`) : [];
    },
};

;// CONCATENATED MODULE: ./build/schema/sql-patch/kinds.js











const defaultPrivileges = {
    create: (object) => defaultPrivilegesSql(object, [[], listOf(object, 'grants')]),
    alter: ({ from, to }) => defaultPrivilegesSql(to, [listOf(from, 'grants'), listOf(to, 'grants')]),
};
const other = {
    create() {
        throw new NotWritten('a snapshot knows only that it is there');
    },
    alter: () => [],
};
const kindSql = {
    schema: schemaSql,
    extension: extensionSql,
    enum: enumSql,
    domain: domainSql,
    'composite type': compositeSql,
    'range type': rangeSql,
    collation: collationSql,
    sequence: sequenceSql,
    table: tableSql,
    'foreign table': tableSql,
    column: columnSql,
    constraint: constraintSql,
    index: indexSql,
    trigger: triggerSql,
    rule: ruleSql,
    policy: policySql,
    statistics: statisticsSql,
    view: viewSql,
    'materialized view': viewSql,
    function: routineSql,
    procedure: routineSql,
    aggregate: aggregateSql,
    'event trigger': eventTriggerSql,
    publication: publicationSql,
    'foreign server': serverSql,
    'default privileges': defaultPrivileges,
    other,
};
const ranks = {
    schema: 0,
    extension: 1,
    other: 1.5,
    'foreign server': 2,
    collation: 2.5,
    enum: 3,
    domain: 3.5,
    'composite type': 3.6,
    'range type': 3.7,
    sequence: 4,
    function: 5,
    procedure: 5,
    aggregate: 5.5,
    table: 6,
    'foreign table': 6,
    column: 7,
    index: 8,
    constraint: 9,
    view: 11,
    'materialized view': 11,
    statistics: 12,
    rule: 13,
    trigger: 13,
    policy: 14,
    publication: 15,
    'event trigger': 16,
    'default privileges': 17,
};
/** Made in this order, dropped in the opposite one. */
function rankOf(object) {
    if (object.kind === 'column' && has(object, 'generated'))
        return 7.5;
    if (object.kind === 'constraint' && textOf(object, 'type') === 'foreign key')
        return 10;
    return ranks[object.kind];
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/order.js






/** By kind, and what a definition mentions before it. Where two mention each other, the kind decides. */
function inOrder(steps) {
    const sorted = steps.toSorted((left, right) => stepRank(left) - stepRank(right) || (0,snapshot/* compareNames */.MP)(left.object, right.object));
    const find = dependencies(sorted);
    const done = [];
    const seen = new Set();
    const visit = (step) => {
        if (seen.has(step))
            return;
        seen.add(step);
        for (const other of find(step))
            visit(other);
        done.push(step);
    };
    for (const step of sorted)
        visit(step);
    return done;
}
function stepRank({ rank, object }) {
    return rank ?? rankOf(object);
}
/** As definitions mention it: a routine without its arguments. */
function mentionedAs(object) {
    const name = isRoutine(object.kind)
        ? object.name.slice(0, Math.max(object.name.indexOf('('), 0))
        : object.name;
    return placeOf({ schema: object.schema, name });
}
/** Steps that must come before one: those on what it mentions, and on the columns and the key of tables that it mentions. */
function dependencies(steps) {
    const wholes = new Map();
    const parts = new Map();
    for (const step of steps) {
        const { object } = step;
        // What comes after the object itself is no condition of anything.
        if (step.rank !== undefined)
            continue;
        if (object.parent === null)
            put(wholes, mentionedAs(object), step);
        else if (object.kind === 'column' || textOf(object, 'type') === 'primary key')
            put(parts, placeOf({ ...object, name: object.parent }), step);
    }
    return (step) => {
        const { object } = step;
        const own = object.parent === null ? placeOf(object) : placeOf({ ...object, name: object.parent });
        const places = new Set([object, ...(step.parts ?? [])].flatMap((each) => [...mentionsOf(each), ...origin(each)]));
        const columns = [...places].filter((place) => place !== own).flatMap((place) => parts.get(place) ?? []);
        const tables = object.parent === null ? [] : (wholes.get(own) ?? []);
        return [...tables, ...[...places].flatMap((place) => wholes.get(place) ?? []), ...columns].filter((other) => other !== step);
    };
}
/** The parent's part before the child's. */
function origin(object) {
    const [schema, parent] = listOf(object, 'inheritedFrom');
    return schema === undefined || parent === undefined ? [] : [placeOf({ schema, name: parent })];
}
function put(map, key, step) {
    const list = map.get(key);
    if (list === undefined)
        map.set(key, [step]);
    else
        list.push(step);
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/recreate.js







const renewable = new Set([
    'view',
    'materialized view',
    'rule',
    'policy',
    'trigger',
    'function',
    'procedure',
    'aggregate',
    'constraint',
    'index',
    'statistics',
    'event trigger',
]);
/** @returns what follows from one seed */
function closureFinder({ from, to }) {
    const mentioning = new Map();
    for (const object of from.objects)
        for (const place of mentionsOf(object)) {
            const list = mentioning.get(place);
            if (list === undefined)
                mentioning.set(place, [object]);
            else
                list.push(object);
        }
    const dependentsOf = (seed) => candidates(seed, { from, mentioning }).filter(({ kind }) => kind !== 'publication');
    return (first) => {
        const again = new Map();
        const defaults = new Map();
        const queue = [first];
        let blockedBy;
        for (const seed of queue)
            for (const object of dependentsOf(seed)) {
                const key = (0,snapshot/* keyOf */.TN)(object);
                // Removed anyway, or part of what is.
                if (to.find(object) === undefined || again.has(key) || isGiven(object))
                    continue;
                if (object.kind === 'column' && has(object, 'default') && !has(object, 'generated'))
                    defaults.set(key, object);
                else if (!renewable.has(object.kind))
                    blockedBy ??= object;
                else {
                    again.set(key, object);
                    queue.push({ object, why: 'again' });
                }
            }
        return { again, defaults, blockedBy };
    };
}
function candidates({ object, why }, context) {
    const about = (place) => (context.mentioning.get(place) ?? []).filter((other) => other !== object);
    if (object.kind === 'column')
        return columnDependents({ object, why }, context);
    if (object.kind === 'constraint' || object.kind === 'index') {
        if (!/^(?:primary key|unique)$/.test(textOf(object, 'type') ?? '') && !has(object, 'unique'))
            return [];
        const table = placeOf({ schema: object.schema, name: object.parent ?? '' });
        return about(table).filter((other) => textOf(other, 'type') === 'foreign key' ||
            // Grouped by the key alone, a query may show the other columns.
            (/view$/.test(other.kind) && /\bGROUP BY\b/.test(textOf(other, 'definition') ?? '')));
    }
    if (object.parent !== null)
        return [];
    return about(mentionedAs(object)).filter((other) => !isPartOf(other, object) &&
        // Arguments of a function that only reads a table are no reason.
        (!isRoutine(object.kind) ||
            !isRoutine(other.kind) ||
            hasParsedBody(other) ||
            other.kind === 'aggregate'));
}
function isPartOf(part, whole) {
    return part.parent !== null && part.schema === whole.schema && part.parent === whole.name;
}
function columnDependents({ object, why }, { from, mentioning }) {
    const relation = { schema: object.schema, name: object.parent ?? '' };
    const table = from.relation(relation.schema, relation.name);
    if (why === 'typed' &&
        mentionsColumn({
            ...object,
            kind: 'table',
            attributes: { partitionKey: textOf(table ?? object, 'partitionKey') ?? '' },
        }, object.name))
        throw new NotWritten('the table is partitioned by it');
    const around = [
        ...(mentioning.get(placeOf(relation)) ?? []),
        ...(table === undefined ? [] : from.partsOf(table)),
    ];
    return [...new Set(around)].filter((other) => (0,snapshot/* keyOf */.TN)(other) !== (0,snapshot/* keyOf */.TN)(object) && holds(other, why) && mentionsColumn(other, object.name));
}
/** Whether a thing of this kind keeps a column from being dropped, or from another type. */
function holds(object, why) {
    switch (object.kind) {
        case 'view':
        case 'materialized view':
        case 'rule':
        case 'policy':
        case 'trigger':
            return true;
        case 'function':
        case 'procedure':
            return hasParsedBody(object);
        case 'column':
            return has(object, 'generated');
        case 'constraint':
            return why === 'typed' && textOf(object, 'type') === 'foreign key';
        default:
            return false;
    }
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/renewal.js
/** What of the changes makes a thing to be dropped and made again, and what stands in the way of that. */









/** What columns may need until they are altered. */
const lateKinds = new Set([
    'schema',
    'extension',
    'enum',
    'domain',
    'composite type',
    'range type',
    'collation',
    'sequence',
    'function',
    'procedure',
    'aggregate',
    'foreign server',
    'other',
]);
function renewalOf({ intents, altered, scene, ledger }) {
    const seeds = seedsOf(intents, altered);
    const again = new Map();
    const defaults = new Map();
    const late = new Set();
    const find = seeds.length === 0 ? undefined : closureFinder(scene);
    for (const seed of seeds)
        ledger.attempt(seed.object, () => {
            const closure = find?.(seed);
            if (closure?.blockedBy !== undefined && seed.why !== 'removed')
                throw new NotWritten(`${(0,diff_words/* displayObject */.Gv)(closure.blockedBy)} depends on it`);
            if (closure?.blockedBy !== undefined)
                late.add((0,snapshot/* keyOf */.TN)(seed.object));
            const own = seed.why === 'again' ? [[(0,snapshot/* keyOf */.TN)(seed.object), seed.object]] : [];
            const all = [...own, ...(closure?.again ?? [])];
            for (const [, object] of all)
                createSql(scene.to.find(object) ?? object, scene);
            for (const [key, object] of all)
                again.set(key, object);
            for (const [key, object] of closure?.defaults ?? [])
                defaults.set(key, object);
        });
    for (const object of again.values())
        ledger.forgive(object);
    const relations = [...again.values()].filter(({ parent }) => parent === null).map(placeOf);
    return { again, defaults, relations: new Set(relations), late };
}
function seedsOf({ removed }, altered) {
    return [
        ...removed
            .filter(({ kind }) => !lateKinds.has(kind))
            .map((object) => ({ object, why: 'removed' })),
        ...altered.flatMap(({ change: { from, to, changed }, sql }) => {
            if (sql === 'again')
                return [{ object: from, why: 'again' }];
            const isTyped = to.kind === 'column' && (changed.has('type') || changed.has('collation'));
            return isTyped && !has(to, 'inheritedFrom') ? [{ object: from, why: 'typed' }] : [];
        }),
    ];
}
/** What columns have until they are altered cannot leave its name to another thing before. */
function refuseTaken({ intents, renewal, scene, ledger }) {
    const { again, late } = renewal;
    const added = new Map(intents.added.filter(({ parent }) => parent === null).map((object) => [placeOf(object), object]));
    for (const object of intents.removed) {
        const successor = object.parent === null ? added.get(placeOf(object)) : undefined;
        if (successor === undefined || !(lateKinds.has(object.kind) || late.has((0,snapshot/* keyOf */.TN)(object))))
            continue;
        const user = scene.from.objects.find((other) => mentionsOf(other).has(mentionedAs(object)) &&
            scene.to.find(other) !== undefined &&
            !again.has((0,snapshot/* keyOf */.TN)(other)));
        if (user === undefined)
            continue;
        ledger.refuse(object, `${(0,diff_words/* displayObject */.Gv)(user)} still has it when another thing needs its name`);
        ledger.refuse(successor, `its name is not free before ${(0,diff_words/* displayObject */.Gv)(user)} is altered`);
    }
}
function createSql(object, scene) {
    return [...kindSql[object.kind].create(object, scene), ...ownedSql(object, scene)];
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/drops.js









function drops({ removed, renewal, added }) {
    const taken = new Set(added.filter(({ parent }) => parent === null).map(placeOf));
    const early = new Set([
        ...renewal.again.values(),
        ...removed.filter((object) => (!lateKinds.has(object.kind) && !renewal.late.has((0,snapshot/* keyOf */.TN)(object))) || taken.has(placeOf(object))),
    ]);
    for (let size = -1; size !== early.size;) {
        size = early.size;
        const gone = new Set([...early].filter(({ parent }) => parent === null).map(mentionedAs));
        for (const object of removed)
            if (object.kind !== 'schema' && [...mentionsOf(object)].some((place) => gone.has(place)))
                early.add(object);
    }
    const detached = [...renewal.defaults.values()].map((column) => ({
        object: column,
        sql: [`ALTER TABLE ${parentSql(column)} ALTER COLUMN ${nameSql(column)} DROP DEFAULT`],
    }));
    return {
        early: inOrder([...[...early].map(dropStep), ...detached]).toReversed(),
        late: inOrder(removed.filter((object) => !early.has(object)).map(dropStep)).toReversed(),
    };
}
function dropStep(object) {
    if (object.kind === 'default privileges')
        return { object, sql: defaultPrivilegesSql(object, [listOf(object, 'grants'), []]) };
    return { object, sql: [dropSql(object)], ...(losesData(object) ? { note: 'loses data' } : {}) };
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/ledger.js


function openLedger() {
    const entries = new Map();
    const refuse = ({ kind, schema, parent, name }, why) => {
        const object = { kind, schema, parent, name };
        entries.set((0,snapshot/* keyOf */.TN)(object), { object, why });
    };
    return {
        refuse,
        attempt(object, write) {
            try {
                return write();
            }
            catch (thrown) {
                if (!(thrown instanceof NotWritten))
                    throw thrown;
                refuse(object, thrown.message);
                return undefined;
            }
        },
        isRefused: (object) => entries.has((0,snapshot/* keyOf */.TN)(object)),
        forgive: (object) => void entries.delete((0,snapshot/* keyOf */.TN)(object)),
        all: () => [...entries.values()],
    };
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/plan.js
/** From what is to be done to steps: renamed, dropped early, made and altered, dropped late. */
















function planOf(intents, scene) {
    const ledger = openLedger();
    for (const object of intents.nameless)
        ledger.refuse(object, 'Postgres made its name, which is another one on the old side');
    const altered = intents.altered.flatMap((change) => {
        const sql = ledger.attempt(change.to, () => alterSql(change, scene));
        return sql === undefined ? [] : [{ change, sql }];
    });
    const renewal = renewalOf({ intents, altered, scene, ledger });
    const isRenewed = ({ schema, parent }) => parent !== null && renewal.relations.has(placeOf({ schema, name: parent }));
    const isPlain = (object) => !renewal.again.has((0,snapshot/* keyOf */.TN)(object)) && !isRenewed(object);
    const full = scene.ignored.has('owner') ? { ...scene, ignored: new Set() } : scene;
    refuseTaken({ intents, renewal, scene, ledger });
    const removed = intents.removed.filter((object) => isPlain(object) && !ledger.isRefused(object));
    const added = intents.added.filter((object) => isPlain(object) && !ledger.isRefused(object));
    const forward = withoutUnwritten([
        ...added.flatMap((object) => createSteps(object, { scene, ledger })),
        ...renewedObjects(renewal, scene).flatMap((object) => createSteps(object, { scene: full, ledger })),
        ...altered.flatMap(({ change, sql }) => sql === 'again' || !isPlain(change.to) || ledger.isRefused(change.to) ? [] : [alterStep(change, sql)]),
        ...restoredDefaults(renewal.defaults, intents.altered, scene),
        ...ownedSequences(intents),
    ], { scene, ledger });
    const { early, late } = drops({ removed, renewal, added });
    return {
        steps: [
            ...intents.renames.filter(({ to }) => !isRenewed(to)).map(renameStep),
            ...released(altered),
            ...early,
            ...inOrder(forward),
            ...late,
        ],
        notWritten: ledger.all(),
    };
}
const owned = new Set(['owner', 'grants', 'comment']);
function alterSql(change, scene) {
    const { to, changed } = change;
    if (to.kind === 'default privileges')
        return kindSql[to.kind].alter(change, scene);
    const changedSelf = new Set([...changed].filter((name) => !owned.has(name) && !scene.ignored.has(name)));
    const own = kindSql[to.kind].alter({ ...change, changed: changedSelf }, scene);
    return own === 'again' ? own : [...own, ...changeOwnedSql(change, scene)];
}
/** As the new side has them, with all that belongs to them; what the diff ignores stays as the old side has it. */
function renewedObjects({ again }, { from, to, ignored }) {
    const objects = [...again.values()].flatMap((object) => {
        const now = to.find(object);
        if (now === undefined)
            return [];
        if (now.parent !== null)
            return [now];
        // A column of a view may be known for its grants alone.
        const more = ignored.has('grants') ? from.partsOf(object).filter(({ kind }) => kind === 'column') : [];
        return [now, ...more, ...to.partsOf(now)];
    });
    const unique = [...new Map(objects.map((object) => [(0,snapshot/* keyOf */.TN)(object), object])).values()];
    return unique.map((object) => {
        const old = from.find(object)?.attributes ?? {};
        const kept = Object.entries(object.attributes).filter(([name]) => !ignored.has(name));
        const own = Object.entries(old).filter(([name]) => ignored.has(name));
        const isThere = to.find(object) !== undefined;
        return { ...object, attributes: Object.fromEntries([...(isThere ? kept : []), ...own]) };
    });
}
function createSteps(object, { scene, ledger }) {
    const columns = /table$/.test(object.kind)
        ? scene.to.partsOf(object).filter(({ kind }) => kind === 'column')
        : [];
    const sql = ledger.attempt(object, () => [
        ...createSql(object, scene),
        ...columns.flatMap((column) => ownedSql(column, scene)),
    ]);
    return sql === undefined ? [] : [{ object, sql, parts: columns }];
}
function alterStep(change, sql) {
    const note = noteOn(change);
    return { object: change.to, sql, ...(note === undefined ? {} : { note }) };
}
/** What needs a thing that is not written cannot be made either. */
function withoutUnwritten(steps, { scene, ledger }) {
    const missing = ledger
        .all()
        .filter(({ object }) => object.parent === null)
        .map(({ object }) => object);
    const kept = steps.filter((step) => {
        const lacking = missing.find((object) => needs(step, object, scene));
        if (lacking === undefined)
            return true;
        ledger.refuse(step.object, `it needs ${(0,diff_words/* displayObject */.Gv)(lacking)}, which is not written`);
        return false;
    });
    return kept.length === steps.length ? kept : withoutUnwritten(kept, { scene, ledger });
}
function needs({ object, parts = [] }, lacking, { from, to }) {
    if ((0,snapshot/* keyOf */.TN)(object) === (0,snapshot/* keyOf */.TN)(lacking))
        return false;
    const all = [object, ...parts];
    const place = mentionedAs(lacking);
    const own = object.parent === null ? undefined : placeOf({ ...object, name: object.parent });
    const isMentioned = own === place || all.some((each) => mentionsOf(each).has(place));
    if (!isMentioned)
        return false;
    const [old, now] = [from.find(lacking), to.find(lacking)];
    if (old === undefined)
        return true;
    if (now === undefined || lacking.kind !== 'enum')
        return false;
    // It is there, without the new values.
    const news = listOf(now, 'values').filter((value) => !listOf(old, 'values').includes(value));
    return all.some((each) => textsOf(each).some((text) => news.some((value) => text.includes((0,identifier/* quoteLiteral */.c)(value).trim()))));
}
function restoredDefaults(defaults, altered, { to }) {
    const changed = new Map(altered.map((change) => [(0,snapshot/* keyOf */.TN)(change.to), change.changed]));
    return [...defaults].flatMap(([key, column]) => {
        const now = to.find(column);
        const value = now === undefined ? undefined : textOf(now, 'default');
        const isSet = changed.get(key)?.has('default') === true;
        return now === undefined || value === undefined || has(now, 'generated') || isSet
            ? []
            : [
                {
                    object: now,
                    sql: [`ALTER TABLE ${parentSql(now)} ALTER COLUMN ${nameSql(now)} SET DEFAULT ${value}`],
                    rank: 7.9,
                },
            ];
    });
}
/** When the column is there. */
function ownedSequences(intents) {
    const added = intents.added.filter((object) => object.kind === 'sequence' && has(object, 'ownedBy'));
    const changed = intents.altered.filter(({ to, changed: names }) => names.has('ownedBy') && has(to, 'ownedBy'));
    return [...added, ...changed.map(({ to }) => to)].map((object) => ({
        object,
        sql: [ownedBySql(object)],
        rank: 10.5,
    }));
}
/** A sequence that stays must not go with the column that it belonged to. */
function released(altered) {
    return altered.flatMap(({ change }) => {
        const { from, to, changed } = change;
        const isFree = changed.has('ownedBy') && has(from, 'ownedBy');
        const sql = [
            ...(isFree ? [`ALTER SEQUENCE ${nameSql(to)} OWNED BY NONE`] : []),
            ...(changed.has('identity') ? dropsIdentity(change) : []),
        ];
        return sql.length === 0 ? [] : [{ object: to, sql }];
    });
}
function renameStep({ from, to, guess }) {
    const object = { ...to, attributes: {} };
    return {
        object,
        sql: [renameSql(from, to)],
        ...(guess === undefined ? {} : { note: `a guess: ${guess}` }),
    };
}

// EXTERNAL MODULE: ./build/schema/renames.js
var schema_renames = __webpack_require__(89385);
;// CONCATENATED MODULE: ./build/schema/sql-patch/renamed.js




function afterRenames(objects, renames) {
    const names = new Map(renames.map(({ from, object }) => [(0,snapshot/* keyOf */.TN)(from), object]));
    const tables = new Map(renames
        .filter(({ from }) => from.parent === null)
        .map(({ from, object }) => [placeOf(from), object.name]));
    const follow = (0,schema_renames/* following */.C)(renames.map(({ from, object }) => ({ from, to: object })));
    const rename = (name) => {
        const { kind, schema, parent } = name;
        const known = names.get((0,snapshot/* keyOf */.TN)(name));
        if (known !== undefined)
            return known;
        const table = parent === null ? undefined : tables.get(placeOf({ schema, name: parent }));
        return { kind, schema, parent: table ?? parent, name: name.name };
    };
    const originals = new Map();
    const renamed = objects.map((object) => {
        const name = rename(object);
        originals.set((0,snapshot/* keyOf */.TN)(name), object);
        if (renames.length === 0)
            return object;
        const values = object.attributes;
        const attributes = Object.fromEntries(Object.entries(values).map(([attribute, value]) => [attribute, follow(value, name)]));
        return { ...name, attributes };
    });
    return { objects: renamed, originals, rename };
}
/**
 * Two tables can exchange their names, and a column is known by its number: then it has another table by name. That is no
 * rename to a statement, but a column dropped here and added there.
 */
function withoutMoves(changes, { from, to }) {
    const tables = new Map(changes.flatMap((change) => change.change === 'renamed' && change.from.parent === null
        ? [[placeOf(change.from), change.object.name]]
        : []));
    const whole = (kind, { schema, parent }) => changes.some(({ change, object }) => change === kind && object.parent === null && object.schema === schema && object.name === parent);
    return changes.flatMap((change) => {
        if (change.change !== 'renamed' || change.from.parent === null)
            return [change];
        const place = placeOf({ schema: change.from.schema, name: change.from.parent });
        if ((tables.get(place) ?? change.from.parent) === change.object.parent)
            return [change];
        const part = (kind, object, side) => ({
            change: kind,
            object,
            attributes: side.find(object)?.attributes ?? {},
            isWithin: whole(kind, object),
            inheritedBy: 0,
        });
        return [part('removed', change.from, from), part('added', change.object, to)];
    });
}
/**
 * Each after the one that makes its name free. @returns undefined where a name is taken by what is only dropped or made
 * otherwise in the same script, or where names are exchanged
 */
function orderedRenames(renames, old) {
    const taken = new Map(old.objects.map((object) => [nameKey(object), object]));
    const byName = new Map(renames.map((rename) => [nameKey(rename.from), rename]));
    const done = new Set();
    const visiting = new Set();
    const visit = (rename) => {
        if (done.has(rename))
            return true;
        if (visiting.has(rename))
            return false;
        visiting.add(rename);
        const name = nameKey(rename.to);
        const occupier = byName.get(name);
        if (occupier === undefined ? taken.has(name) : !visit(occupier))
            return false;
        done.add(rename);
        return true;
    };
    const tablesFirst = renames.toSorted((left, right) => Number(left.to.parent !== null) - Number(right.to.parent !== null));
    return tablesFirst.every(visit) ? [...done] : undefined;
}
/** Relations and types of a schema share their names, as far as a rename must know. */
function nameKey(object) {
    const { kind, schema, parent, name } = object;
    if (isRoutine(kind))
        return `routine\0${schema}\0${name}`;
    if (kind === 'index')
        return `\0${schema}\0\0${name}`;
    return parent === null ? `\0${schema}\0\0${name}` : `${kind}\0${schema}\0${parent}\0${name}`;
}

;// CONCATENATED MODULE: ./build/schema/sql-patch/sql-patch.js












/**
 * The statements that take a database with the schema `from` to the schema `to`, as far as the diff tells them apart. Made
 * from the snapshots alone. One transaction, but for new values of enums, which can be used only after theirs.
 */
function sqlPatch(diff, sides) {
    const { from, to, ignoreAttributes = [] } = sides;
    const both = { from: sideObjects(from.objects), to: sideObjects(to.objects) };
    const changes = withoutMoves(diff.changes, both);
    const renamed = afterRenames(from.objects, changes.filter((change) => change.change === 'renamed'));
    const ignored = new Set(ignoreAttributes);
    const scene = {
        major: (0,select_objects/* majorOf */.D)(from),
        from: sideObjects(renamed.objects),
        to: both.to,
        ignored,
        runner: ignored.has('owner')
            ? undefined
            : (sides.runner ?? mostFrequentOwner(from.objects) ?? mostFrequentOwner(to.objects)),
    };
    const intents = intentsOf(changes, scene, renamed);
    const renames = orderedRenames(intents.renames, placedAfterTables(both.from, renamed));
    if (renames === undefined)
        return nothingWritten({ ...diff, changes });
    const { steps, notWritten } = planOf({ ...intents, renames }, scene);
    const values = intents.altered
        .filter((change) => change.to.kind === 'enum' && change.changed.has('values'))
        .flatMap(({ from: old, to: now }) => addedValues(renamed.originals.get((0,snapshot/* keyOf */.TN)(old)) ?? old, now));
    const own = steps.flatMap(({ sql }) => sql);
    return {
        text: scriptText({ values, steps, notWritten, runner: scene.runner, versions: diff.versions }),
        statements: [...values, ...(own.length === 0 ? [] : [...opening, ...own, 'COMMIT'])],
        notWritten,
    };
}
/** Lines that a comment still holds, as of the textual patch; the whole is in the file. */
const mostLines = 1_500;
/** What the report shows of it. */
function shownPatch({ text }) {
    const lines = text.trimEnd().split('\n');
    if (lines.length <= mostLines)
        return lines.join('\n');
    return [...lines.slice(0, mostLines), `-- … and ${lines.length - mostLines} more lines`].join('\n');
}
/** As the old side is when its tables have their new names, and nothing else has: so are the parts renamed. */
function placedAfterTables(from, { rename }) {
    return sideObjects(from.objects.map((object) => object.parent === null ? object : { ...object, parent: rename(object).parent }));
}
function nothingWritten({ changes, versions }) {
    const why = 'names are exchanged, and no order of the statements leaves each free in time';
    const notWritten = changes.map(({ object }) => ({ object, why }));
    return {
        text: scriptText({ values: [], steps: [], notWritten, runner: undefined, versions }),
        statements: [],
        notWritten,
    };
}
/** Definitions of a snapshot name everything with its schema; bodies of functions may speak of what comes later. */
const opening = ['BEGIN', "SET LOCAL search_path = ''", 'SET LOCAL check_function_bodies = off'];
function mostFrequentOwner(objects) {
    const counts = new Map();
    for (const object of objects) {
        const owner = textOf(object, 'owner');
        // A schema may belong to anybody: public belongs to whoever made the database.
        if (owner !== undefined && object.kind !== 'schema')
            counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    const [most] = [...counts].toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
    return most?.[0];
}
function scriptText({ values, steps, notWritten, runner, versions }) {
    const [server, writer] = [versions.from, versions.to].map((version) => Math.floor(version / 10_000));
    const written = steps.filter(({ sql }) => sql.length > 0);
    const head = [
        '-- Takes the old schema to the new one. Run it with: psql --set ON_ERROR_STOP=1 --file',
        ...(server === writer
            ? []
            : [`-- For PostgreSQL ${server}; definitions are as ${writer} wrote them, which it may not take.`]),
        ...(runner === undefined
            ? []
            : [`-- What it makes belongs to who runs it; in the new schema that is ${(0,object_name/* displayIdentifier */.UY)(runner)}.`]),
        notWritten.length === 0
            ? '-- Every change is written.'
            : `-- ${(0,quantity/* counted */.hS)(notWritten.length, 'change is', 'changes are')} not written: look for "not written".`,
        ...notWritten.map(({ object, why }) => `-- not written: ${object_kinds/* objectKinds */.rz[object.kind].label} ${(0,diff_words/* displayObject */.Gv)(object)}: ${why}`),
    ];
    const body = written.flatMap(({ sql, note }) => [
        ...(note === undefined ? [] : [comment(`-- ${note}`)]),
        ...sql.map(ended),
    ]);
    return [
        ...head.map(comment),
        ...(values.length === 0
            ? []
            : ['', '-- A new value of an enum can be used only after its own transaction.', ...values.map(ended)]),
        ...(body.length === 0 ? [] : ['', ...opening.map(ended), '', ...body, '', 'COMMIT;']),
        '',
    ].join('\n');
}
/** A name with a line break must not end the comment. */
function comment(line) {
    return line.replace(/[\r\n]+/g, ' ');
}
function ended(statement) {
    return `${statement};`;
}


/***/ })

};
