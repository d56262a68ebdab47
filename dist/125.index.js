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
async function schemaDiffFiles({ job, key, section, snapshot, place, }) {
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
            ...(groups.length === 0 ? [] : [patchBlock(groups)]),
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
function patchBlock(groups) {
    return {
        kind: 'details',
        title: 'Every attribute',
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
/* harmony import */ var _diff_snapshots_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28189);
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


/***/ })

};
