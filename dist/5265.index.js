export const id = 5265;
export const ids = [5265];
export const modules = {

/***/ 85265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   knownRules: () => (/* binding */ knownRules)
/* harmony export */ });
/* harmony import */ var _checks_check_connection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85993);
/* harmony import */ var _checks_check_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60939);
/* harmony import */ var _checks_plans_plan_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73438);
/* harmony import */ var _migrations_rehearsal_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15315);
/* harmony import */ var _schema_diff_findings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59302);
/** Every rule that a configuration may name. */





const knownRules = [
    ..._checks_check_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaRules */ .Rq,
    ..._checks_check_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionRules */ .m,
    ..._migrations_rehearsal_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .rehearsalRules */ .T,
    ..._schema_diff_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .schemaDiffRules */ .GW,
    ..._checks_plans_plan_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .planRules */ .Td,
];


/***/ }),

/***/ 73438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JE: () => (/* binding */ planNewScan),
/* harmony export */   KI: () => (/* binding */ planLost),
/* harmony export */   Td: () => (/* binding */ planRules),
/* harmony export */   ag: () => (/* binding */ planLostIndex),
/* harmony export */   g8: () => (/* binding */ queryWithoutPlan),
/* harmony export */   sK: () => (/* binding */ planCostGrew)
/* harmony export */ });
const planLost = {
    id: 'plan-lost',
    title: 'A query does not work any more',
    severity: 'error',
    why: 'The query has a plan before the migrations and none after them: a table, column, function or privilege that it needs is gone. Whatever still runs it fails from the moment of the deploy.',
};
const planLostIndex = {
    id: 'plan-lost-index',
    title: 'Queries lose their index',
    severity: 'warning',
    why: 'The queries found their rows by an index and read the whole table after the migrations: it was dropped, or a changed type, collation or predicate keeps it from serving. An *error* where the queries make up `lost-index-share` of production’s calls, a *notice* where the table has fewer rows than `scan-row-threshold`.',
    docs: 'https://www.postgresql.org/docs/current/using-explain.html',
};
const planNewScan = {
    id: 'plan-new-seq-scan',
    title: 'Queries read a large table whole',
    severity: 'warning',
    why: 'The plan reads every row of a table with at least `scan-row-threshold` rows, which it did not do before the migrations, and no index was lost that would explain it.',
    docs: 'https://www.postgresql.org/docs/current/using-explain.html',
};
const planCostGrew = {
    id: 'plan-cost-grew',
    title: 'A query’s plan costs much more',
    severity: 'warning',
    why: 'The planner expects `cost-factor` times the work of before, and at least `min-cost`. Costs are estimates in the planner’s own unit, made with the statistics of production’s data; where they cannot be compared this rule is silent.',
    docs: 'https://www.postgresql.org/docs/current/using-explain.html',
};
const queryWithoutPlan = {
    id: 'query-names-nothing',
    title: 'A query of the repository names something that is not there',
    severity: 'warning',
    why: 'A table or column that a query file names is neither in the database before the migrations nor after them: the query fails when it is first run.',
};
/** Every rule of the query plans, for the documentation. */
const planRules = [
    planLost,
    planLostIndex,
    planNewScan,
    planCostGrew,
    queryWithoutPlan,
];


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

/***/ 41591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ displayObject),
/* harmony export */   T0: () => (/* binding */ attributeLabel),
/* harmony export */   YG: () => (/* binding */ summaryOf),
/* harmony export */   ew: () => (/* binding */ describeAttribute),
/* harmony export */   mF: () => (/* binding */ changeWords),
/* harmony export */   tw: () => (/* binding */ groupChanges),
/* harmony export */   uQ: () => (/* binding */ describeChange),
/* harmony export */   ve: () => (/* binding */ changeOrder),
/* harmony export */   x7: () => (/* binding */ isLong)
/* harmony export */ });
/* harmony import */ var _postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20547);
/* harmony import */ var _report_quantity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59362);
/* harmony import */ var _object_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71325);
/* harmony import */ var _same_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71286);
/** A diff in words: counts, objects, attributes. Plain and untrusted text; whoever shows it escapes it. */




const changeWords = {
    removed: 'dropped',
    renamed: 'renamed',
    changed: 'changed',
    added: 'added',
};
/** What a reader looks for first. */
const changeOrder = ['removed', 'renamed', 'changed', 'added'];
/** Dropped first, then renamed, changed, added; by name within. */
function groupChanges({ changes }) {
    const groups = new Map();
    const groupOf = (object) => {
        const key = JSON.stringify([object.kind, object.schema, object.name]);
        const group = groups.get(key) ?? { object, own: undefined, parts: [] };
        groups.set(key, group);
        return group;
    };
    const tables = tablesOf(changes);
    for (const change of changes) {
        const table = tableOf(change, tables);
        if (table === undefined)
            groupOf(change.object).own = change;
        else
            groupOf(table).parts.push(change);
    }
    return [...groups.values()]
        .map((group) => ({ ...group, change: group.own?.change ?? 'changed' }))
        .toSorted((left, right) => changeOrder.indexOf(left.change) - changeOrder.indexOf(right.change));
}
const relationKinds = ['table', 'foreign table', 'view', 'materialized view'];
function tablesOf(changes) {
    const tables = changes
        .map(({ object }) => object)
        .filter(({ kind }) => relationKinds.some((own) => own === kind));
    return new Map(tables.map((table) => [`${table.schema}\0${table.name}`, table]));
}
function tableOf({ object, isWithin, attributes }, tables) {
    const { schema, parent } = object;
    if (parent !== null)
        return (tables.get(`${schema}\0${parent}`) ?? { kind: 'table', schema, parent: null, name: parent });
    const owner = isWithin && 'ownedBy' in attributes ? attributes.ownedBy : undefined;
    return (0,_same_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(owner) ? tables.get(`${owner[0]}\0${owner[1]}`) : undefined;
}
/** `2 tables changed, 1 table dropped, 1 view added`; empty when nothing is different. */
function summaryOf(groups) {
    const counts = new Map();
    for (const { object, change } of groups) {
        const key = `${object.kind}\0${change}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const kinds = [...new Set(groups.map(({ object }) => object.kind))].toSorted(byImportance);
    return kinds
        .flatMap((kind) => changeOrder.flatMap((change) => {
        const count = counts.get(`${kind}\0${change}`);
        const { label, plural } = _object_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .objectKinds */ .rz[kind];
        return count === undefined ? [] : [`${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(count, label, plural)} ${changeWords[change]}`];
    }))
        .join(', ');
}
function byImportance(left, right) {
    return Number(right === 'table') - Number(left === 'table');
}
/** As people write it: `public.users.email`, quoted only where it would be ambiguous. */
function displayObject({ kind, schema, parent, name }) {
    const isPlain = ['function', 'procedure', 'aggregate', 'other', 'default privileges'].includes(kind);
    const last = isPlain ? name : (0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__/* .displayIdentifier */ .UY)(name);
    return [schema, parent]
        .flatMap((part) => (part === null ? [] : [(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__/* .displayIdentifier */ .UY)(part)]))
        .concat(last)
        .join('.');
}
const longestValue = 120;
/** One line on one change of a part or an object: `column nickname: text, not null`. */
function describeChange(change) {
    const { object, inheritedBy } = change;
    const heirs = inheritedBy === 0
        ? ''
        : ` (and in ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(inheritedBy, 'partition or child', 'partitions and children')})`;
    const name = object.parent === null ? displayObject(object) : (0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__/* .displayIdentifier */ .UY)(object.name);
    const start = `${_object_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .objectKinds */ .rz[object.kind].label} ${name}`;
    const rest = restOf(change);
    return `${start}${rest === '' ? '' : `: ${rest}`}${heirs}`;
}
function restOf(change) {
    switch (change.change) {
        case 'added':
        case 'removed':
            return essence(change.object.kind, change.attributes);
        case 'changed':
            return change.attributes.map(describeAttribute).join('; ');
        case 'renamed': {
            const former = change.object.parent === null ? displayObject(change.from) : (0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__/* .displayIdentifier */ .UY)(change.from.name);
            const how = change.isCertain ? `was ${former}` : `perhaps was ${former} (${change.why})`;
            return [how, ...change.attributes.map(describeAttribute)].join('; ');
        }
    }
}
/** The attributes that say what an object is, without their names. */
function essence(kind, values) {
    const text = (name) => (values[name] === undefined ? '' : valueText(values[name]));
    const list = (...names) => names
        .map((name) => (values[name] === true ? attributeLabel(name) : text(name)))
        .filter((part) => part !== '')
        .join(', ');
    switch (kind) {
        case 'column': {
            const parts = [text('type')];
            if (values.notNull !== undefined)
                parts.push('not null');
            if (values.identity !== undefined)
                parts.push(`generated ${text('identity')} as identity`);
            if (values.default !== undefined)
                parts.push(values.generated === undefined ? `default ${text('default')}` : `generated as ${text('default')}`);
            return parts.join(', ');
        }
        case 'constraint':
        case 'trigger':
        case 'rule':
            return text('definition');
        case 'index':
            return list('unique', 'definition', 'invalid');
        case 'enum':
            return text('values');
        case 'policy':
            return list('command', 'restrictive', 'roles', 'using', 'check');
        case 'function':
        case 'procedure':
        case 'aggregate':
            return list('returns', 'language', 'securityDefiner');
        case 'extension':
            return text('version');
        case 'domain':
        case 'sequence':
            return text('type');
        default:
            return '';
    }
}
function attributeLabel(name) {
    return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
/** `type: varchar(10) → text`; of a list what came and went; of long texts only that they changed. */
function describeAttribute({ name, from, to }) {
    const label = attributeLabel(name);
    if (to === true && from === null)
        return label;
    if (from === true && to === null)
        return `no longer ${label}`;
    const [olds, news] = [isListLike(from), isListLike(to)];
    if (olds !== undefined && news !== undefined)
        return `${label}: ${listChange(olds, news)}`;
    if (isLong(from) || isLong(to))
        return `${label} changed`;
    if (from === null)
        return `${label}: ${valueText(to)}`;
    return `${label}: ${valueText(from)} → ${to === null ? 'default' : valueText(to)}`;
}
function isListLike(value) {
    if (value === null)
        return [];
    return (0,_same_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(value) ? value : undefined;
}
function listChange(olds, news) {
    const more = news.filter((item) => !olds.includes(item)).map((item) => `+ ${item}`);
    const less = olds.filter((item) => !news.includes(item)).map((item) => `− ${item}`);
    const parts = [...less, ...more];
    return parts.length === 0 ? 'in another order' : shortened(parts.join(', '));
}
function isLong(value) {
    return typeof value === 'string' && (value.length > longestValue || value.includes('\n'));
}
function valueText(value) {
    if (value === null)
        return 'default';
    return shortened((0,_same_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(value) ? value.join(', ') : value === true ? 'yes' : String(value));
}
function shortened(text) {
    const line = text.replace(/\s+/g, ' ').trim();
    return line.length <= longestValue ? line : `${line.slice(0, longestValue - 1)}…`;
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

/***/ 71286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   eE: () => (/* binding */ sameValue),
/* harmony export */   hw: () => (/* binding */ sameObjects)
/* harmony export */ });
function sameValue(left, right) {
    if (left === right)
        return true;
    if (!isList(left) || !isList(right))
        return false;
    return left.length === right.length && left.every((item, index) => item === right[index]);
}
function isList(value) {
    return Array.isArray(value);
}
/** Whether two readings of one database say the same, in the same order. */
function sameObjects(left, right) {
    return left.length === right.length && JSON.stringify(left) === JSON.stringify(right);
}


/***/ })

};
