export const id = 5315;
export const ids = [5315];
export const modules = {

/***/ 32217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ groupBy)
/* harmony export */ });
/** `Map.groupBy`, which Node 20 does not have. */
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [item]);
        else
            group.push(item);
    }
    return groups;
}


/***/ }),

/***/ 45632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ compatibilityRuleList),
/* harmony export */   o: () => (/* binding */ compatibilityRules)
/* harmony export */ });
const deployedAppBreaks = {
    id: 'deployed-app-breaks',
    title: 'The deployed app fails on the migrated database',
    severity: 'error',
    why: 'Migrations run while the previous code does, and it runs until the last instance is replaced, or again after a rollback of the code. Every call of the kind that is named fails in that time.',
    docs: 'https://www.prisma.io/docs/guides/database/data-migration',
};
const deployedAppAtRisk = {
    id: 'deployed-app-at-risk',
    title: 'The deployed app may fail on the migrated database',
    severity: 'warning',
    why: 'Whether the previous code fails depends on the values that it writes or meets: a null, a duplicate, an enum value, a number that does not fit.',
    docs: 'https://www.prisma.io/docs/guides/database/data-migration',
};
const newAppBreaks = {
    id: 'new-app-breaks',
    title: 'The new app fails on the database before its migrations',
    severity: 'error',
    why: 'With `rollout: code-first` the new code runs before the migrations do. Every call of the kind that is named fails in that time.',
};
const newAppAtRisk = {
    id: 'new-app-at-risk',
    title: 'The new app may fail on the database before its migrations',
    severity: 'warning',
    why: 'With `rollout: code-first` the new code runs before the migrations do. Whether it fails depends on the values that it writes or meets.',
};
const compatibilityRules = {
    'deployed-app': { breaks: deployedAppBreaks, 'at risk': deployedAppAtRisk },
    'new-app': { breaks: newAppBreaks, 'at risk': newAppAtRisk },
};
/** For the documentation. */
const compatibilityRuleList = [
    deployedAppBreaks,
    deployedAppAtRisk,
    newAppBreaks,
    newAppAtRisk,
];


/***/ }),

/***/ 36978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ dataRuleList),
/* harmony export */   i: () => (/* binding */ dataRules)
/* harmony export */ });
const constraints = 'https://www.postgresql.org/docs/current/ddl-constraints.html';
const dataRules = {
    'not null': {
        id: 'data-refuses-not-null',
        title: 'Rows lack a value that the migration demands',
        severity: 'error',
        why: 'NOT NULL, and a primary key, are refused as long as one row has no value. The migration fails on data like that of this branch, in the middle of a deployment.',
        docs: `${constraints}#DDL-CONSTRAINTS-NOT-NULL`,
    },
    unique: {
        id: 'data-refuses-unique',
        title: 'Rows repeat a value that the migration makes unique',
        severity: 'error',
        why: 'A unique index is not built over rows that repeat each other. Built CONCURRENTLY, it stays behind invalid, slows down writes and must be dropped.',
        docs: 'https://www.postgresql.org/docs/current/indexes-unique.html',
    },
    'foreign key': {
        id: 'data-refuses-foreign-key',
        title: 'Rows refer to rows that do not exist',
        severity: 'error',
        why: 'A foreign key is refused as long as one reference leads nowhere. Such rows are usual where the application alone kept them in order.',
        docs: `${constraints}#DDL-CONSTRAINTS-FK`,
    },
    check: {
        id: 'data-refuses-check',
        title: 'Rows do not fulfil a new condition',
        severity: 'error',
        why: 'A CHECK constraint, and one of a domain, is refused as long as one row does not fulfil it.',
        docs: `${constraints}#DDL-CONSTRAINTS-CHECK-CONSTRAINTS`,
    },
    cast: {
        id: 'data-refuses-cast',
        title: 'Values cannot be converted',
        severity: 'error',
        why: 'A change of type, a generated column and the expression of an index are worked out for every row: one value that is too long, out of range or of another form ends the migration.',
        docs: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE',
    },
    exclusion: {
        id: 'data-refuses-exclusion',
        title: 'Rows exclude each other',
        severity: 'error',
        why: 'An EXCLUDE constraint is refused as long as two rows are in conflict, such as overlapping periods.',
        docs: `${constraints}#DDL-CONSTRAINTS-EXCLUSION`,
    },
    partition: {
        id: 'data-refuses-partition',
        title: 'Rows are on the wrong side of a partition’s bounds',
        severity: 'error',
        why: 'A table is attached only if all of its rows lie within the bounds, and no partition is made for rows that the default partition holds already.',
        docs: 'https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE',
    },
};
/** In the order of the documentation. */
const dataRuleList = Object.values(dataRules);


/***/ }),

/***/ 14458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ adviceFor),
  y: () => (/* binding */ adviceRules)
});

// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(73110);
// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(86967);
// EXTERNAL MODULE: ./build/report/rule.js
var rule = __webpack_require__(56757);
// EXTERNAL MODULE: ./build/migrations/hazards/fix-text.js
var fix_text = __webpack_require__(57609);
// EXTERNAL MODULE: ./build/migrations/hazards/hazard-rule.js
var hazard_rule = __webpack_require__(39559);
// EXTERNAL MODULE: ./build/migrations/hazards/steps.js + 7 modules
var steps = __webpack_require__(29840);
// EXTERNAL MODULE: ./build/migrations/rehearsal/lock-mode.js
var lock_mode = __webpack_require__(71233);
// EXTERNAL MODULE: ./build/migrations/hazards/involved-tables.js
var involved_tables = __webpack_require__(69633);
// EXTERNAL MODULE: ./build/migrations/hazards/model-changes.js
var model_changes = __webpack_require__(12379);
// EXTERNAL MODULE: ./build/migrations/hazards/model-start.js
var model_start = __webpack_require__(89482);
;// CONCATENATED MODULE: ./build/migrations/hazards/timeout-settings.js




function timeoutFacts(steps, around) {
    const { before, parser, searchPath, facts, circumstances } = around;
    const model = (0,model_start/* modelOf */.D)(before, { parser, searchPath });
    const options = { model, parser, facts, serverMajor: Math.floor(around.serverVersion / 10_000) };
    const lockTimeout = timeout('lock_timeout', circumstances.lockTimeoutMs);
    const statementTimeout = timeout('statement_timeout', circumstances.statementTimeoutMs);
    const unguarded = [];
    const withoutEffect = [];
    const cutShort = [];
    for (const step of steps) {
        const locks = step.operations.flatMap((operation) => {
            const taken = (0,involved_tables/* predictedLocks */.X)(operation, options);
            (0,model_changes/* applyOperation */.y)(model, operation, step.place.transaction);
            return taken;
        });
        const isBlocking = locks.some(({ mode }) => (0,lock_mode/* blockedBy */.yJ)(mode).writes);
        if (isBlocking && lockTimeout.at(step) === 0)
            unguarded.push(step);
        const builds = step.operations.some((operation) => operation.kind === 'create index' && operation.isConcurrent);
        const limit = statementTimeout.at(step);
        if (builds && limit > 0)
            cutShort.push({ step, statementTimeoutMs: limit });
        for (const operation of step.operations)
            if (operation.kind === 'setting') {
                if (operation.isLocal && !step.place.isShared)
                    withoutEffect.push({ step, setting: operation.name });
                lockTimeout.set(operation, step);
                statementTimeout.set(operation, step);
            }
    }
    return { unguarded, withoutEffect, cutShort };
}
/** Milliseconds of a setting, followed through SET, SET LOCAL and RESET. */
function timeout(name, initialMs) {
    let session = initialMs;
    let local;
    return {
        at: ({ place }) => (local?.transaction === place.transaction ? local.ms : session),
        set(setting, { place }) {
            if (setting.name !== name)
                return;
            const ms = setting.values === undefined ? initialMs : millisecondsOf(setting.values[0] ?? '');
            if (setting.isLocal)
                local = { ms, transaction: place.transaction };
            else
                session = ms;
        },
    };
}
const units = {
    us: 0.001,
    ms: 1,
    s: 1000,
    min: 60_000,
    h: 3_600_000,
    d: 86_400_000,
};
/** `5s`, `500 ms`, `5000`. What cannot be read is taken for a limit, since it was meant as one. */
function millisecondsOf(value) {
    const [, number, unit = 'ms'] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)?\s*$/i.exec(value) ?? [];
    return number === undefined ? 1 : Number(number) * (units[unit] ?? 1);
}

;// CONCATENATED MODULE: ./build/migrations/hazards/advice.js
/** What is to be said once of a run, not of each statement: time-outs, and what Prisma does when one strikes. */







const timeoutDocs = 'https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT';
const lockTimeoutMissing = {
    id: 'lock-timeout-missing',
    title: 'Nothing limits how long a migration waits for a lock',
    severity: 'notice',
    why: 'A statement that waits for a lock makes every later query on the table wait behind it, for as long as one long transaction or backup keeps it waiting. With `lock_timeout` it gives up instead, and the deployment can be tried again.',
    docs: timeoutDocs,
    danger: 'lock',
};
const localWithoutTransaction = {
    id: 'set-local-without-transaction',
    title: 'SET LOCAL outside of a transaction',
    severity: 'warning',
    why: 'It lasts until the end of the transaction, and where each statement is its own (Prisma from 7.4 on) that is at once: it has no effect.',
    docs: 'https://www.postgresql.org/docs/current/sql-set.html',
    danger: 'meaning',
};
const timeoutOverConcurrent = {
    id: 'statement-timeout-over-concurrent-index',
    title: 'A statement_timeout applies to an index that is built CONCURRENTLY',
    severity: 'notice',
    why: 'Such a build takes as long as the table needs and blocks nobody. Stopped half way it leaves an invalid index, which every write pays for, and a failed migration.',
    docs: hazard_rule/* links */.y.indexConcurrently,
    danger: 'meaning',
};
const longRun = {
    id: 'longer-than-advisory-lock',
    title: 'The migrations take longer than another deployment waits for them',
    severity: 'notice',
    why: 'Prisma Migrate keeps others out by an advisory lock and waits 10 seconds for it: a second deployment meanwhile (another instance, another service) fails with P1002.',
    docs: 'https://www.prisma.io/docs/orm/prisma-migrate/workflows/development-and-production#advisory-locking',
    danger: 'meaning',
};
const adviceRules = [
    lockTimeoutMissing,
    localWithoutTransaction,
    timeoutOverConcurrent,
    longRun,
];
/** At most one finding a rule. */
function adviceFor(input) {
    const facts = timeoutFacts((0,steps/* plannedSteps */.i)(input.scripts, input.transport), input);
    return [
        ...aboutLockTimeout(facts, input),
        ...aboutSetLocal(facts, input),
        ...aboutConcurrent(facts, input),
        ...aboutAdvisoryLock(input),
    ];
}
function placeOf({ migration, statement }, { scripts }) {
    const file = scripts.find((script) => script.migration === migration)?.file;
    return file === undefined ? {} : { location: { file, line: statement.line } };
}
/** How many, and the first of them. */
function listed(steps) {
    const [first] = steps;
    if (first === undefined)
        return '';
    const others = steps.length === 1 ? '' : ` and ${steps.length - 1} more`;
    return `${first.migration}, line ${first.statement.line}${others}`;
}
function aboutLockTimeout({ unguarded }, input) {
    const [first] = unguarded;
    if (first === undefined)
        return [];
    return [
        (0,rule/* findingOf */.hD)(lockTimeoutMissing, {
            subject: 'lock_timeout',
            message: `${unguarded.length === 1 ? 'A statement waits' : `${unguarded.length} statements wait`} without limit for a lock that blocks reads or writes, and whoever comes after waits behind.`,
            evidence: `lock_timeout is 0 at ${listed(unguarded)}.`,
            fix: lockTimeoutFix(input),
            ...placeOf(first, input),
        }),
    ];
}
function lockTimeoutFix({ role, hasPooler, transport, circumstances }) {
    const isPrisma = circumstances.engine !== 'command';
    const quoted = role === undefined ? undefined : (0,identifier/* quoteIdentifier */.C)(role);
    return (0,fix_text/* lines */.Mn)('-- In a migration, as its first statement; it lasts for the migrations after it too:', "SET lock_timeout = '5s';", transport === 'script'
        ? '-- (not in a file with CONCURRENTLY, which has to be alone in it)'
        : '-- (SET, not SET LOCAL: each statement is a transaction of its own)', '-- Or for every migration, best with a role that only migrates:', quoted === undefined
        ? "-- ALTER ROLE … SET lock_timeout = '5s';"
        : `ALTER ROLE ${quoted} SET lock_timeout = '5s';`, '-- Or in the URI of the migrations: ?options=-c%20lock_timeout%3D5s', hasPooler
        ? '-- In the direct URI alone: a pooler refuses `options`, and a SET through one reaches other clients’ queries.'
        : [], isPrisma ? afterTimeout(transport) : []);
}
/** What Prisma leaves behind when `lock_timeout` strikes. */
function afterTimeout(transport) {
    const state = transport === 'script'
        ? '-- When it strikes (SQLSTATE 55P03), Prisma marks the migration as failed; nothing of the file was applied.'
        : '-- When it strikes (SQLSTATE 55P03), Prisma marks the migration as failed; what stood before it in the file stays, so give the statement a file of its own.';
    return [
        state,
        '-- `prisma migrate deploy` then refuses to go on (P3009) until: npx prisma migrate resolve --rolled-back <migration>',
    ];
}
function aboutSetLocal({ withoutEffect }, input) {
    const [first] = withoutEffect;
    if (first === undefined)
        return [];
    return [
        (0,rule/* findingOf */.hD)(localWithoutTransaction, {
            subject: first.setting,
            message: `SET LOCAL ${first.setting} ends with its own transaction, so no statement runs under it.`,
            evidence: listed(withoutEffect.map(({ step }) => step)),
            fix: (0,fix_text/* lines */.Mn)('-- SET without LOCAL, and RESET behind the statements that it is for:', `SET ${(0,identifier/* quoteIdentifier */.C)(first.setting)} = '5s';`, `RESET ${(0,identifier/* quoteIdentifier */.C)(first.setting)};`),
            ...placeOf(first.step, input),
        }),
    ];
}
function aboutConcurrent({ cutShort }, input) {
    const [first] = cutShort;
    if (first === undefined)
        return [];
    const { step, statementTimeoutMs } = first;
    return [
        (0,rule/* findingOf */.hD)(timeoutOverConcurrent, {
            subject: 'statement_timeout',
            message: `The index is built under a statement_timeout of ${(0,duration/* formatDuration */.a)(statementTimeoutMs)}: when it strikes, an invalid index and a failed migration are left.`,
            evidence: listed(cutShort.map((one) => one.step)),
            fix: (0,fix_text/* lines */.Mn)(input.transport === 'script'
                ? '-- In a migration before it (it lasts for the migrations after it too):'
                : '-- Before the statement, with RESET behind it:', 'SET statement_timeout = 0;'),
            ...placeOf(step, input),
        }),
    ];
}
/** https://github.com/prisma/orm/issues/27636: the wait is fixed. */
const advisoryLockWaitMs = 10_000;
function aboutAdvisoryLock({ circumstances, measurement }) {
    const ran = measurement?.statements.filter(({ status }) => status !== 'not run') ?? [];
    const took = Math.max(0, ...ran.map(({ startMs, durationMs }) => startMs + durationMs));
    if (circumstances.engine === 'command' || took <= advisoryLockWaitMs)
        return [];
    return [
        (0,rule/* findingOf */.hD)(longRun, {
            subject: 'advisory lock',
            message: 'A second deployment that begins while these migrations run gives up after 10 s (P1002).',
            evidence: `Here they took ${(0,duration/* formatDuration */.a)(took)}.`,
            fix: (0,fix_text/* lines */.Mn)('-- One deployment at a time: a `concurrency` group in the workflow, one release job before the instances start.', '-- What takes long and blocks nobody (an index CONCURRENTLY, a backfill) can run apart from the deployment.'),
        }),
    ];
}


/***/ }),

/***/ 70973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ formsOf),
/* harmony export */   c: () => (/* binding */ indexColumns)
/* harmony export */ });
/* harmony import */ var _operation_targets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54892);
/* harmony import */ var _table_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40072);
/* harmony import */ var _type_changes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39368);
/* harmony import */ var _volatility_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86771);




/**
 * The forms that an operation has, the most telling first. Several where it does several things, such as ADD COLUMN
 * with a default and a constraint. None where nothing that is there before is touched.
 */
function formsOf(operation, around) {
    switch (operation.kind) {
        case 'create table':
            if (operation.partitionOf !== undefined)
                return ['create-table-partition-of'];
            return hasForeignKey(operation) ? ['create-table-references'] : [];
        case 'create from query':
        case 'transaction':
        case 'setting':
        case 'create enum':
        case 'opaque':
        case 'outside transactions':
        case 'other':
            return [];
        case 'drop':
            return dropForms(operation, around.model);
        case 'rename':
            return operation.what === 'table' || operation.what === 'index' ? [renameForms[operation.what]] : [];
        case 'move':
            return operation.what === 'table' ? ['alter-table-set-schema'] : [];
        case 'create index':
            return [createIndexForm(operation, around.model)];
        case 'reindex':
            // Of a schema or the whole database: of each table in its turn.
            return operation.what === 'index' || operation.what === 'table'
                ? [`reindex-${operation.what}${operation.isConcurrent ? '-concurrently' : ''}`]
                : [];
        case 'add enum value':
            return ['alter-type-add-value'];
        case 'rename enum value':
            return ['alter-type-rename-value'];
        case 'domain constraint':
            return [`alter-domain-add-constraint${operation.constraint.skipsRows ? '-not-valid' : ''}`];
        case 'insert':
        case 'delete':
            return [operation.kind];
        case 'update':
            return [operation.isEveryRow ? 'update-all' : 'update'];
        case 'lock':
            return ['lock-table'];
        case 'create policy':
            return ['create-policy'];
        default:
            return 'table' in operation ? tableForms(operation, around) : [tablesForm(operation, around.model)];
    }
}
function hasForeignKey(operation) {
    const inline = operation.columns.flatMap(({ constraints }) => constraints);
    return [...inline, ...operation.constraints].some(({ form }) => form === 'foreign key');
}
const renameForms = { table: 'alter-table-rename', index: 'alter-index-rename' };
function dropForms(operation, model) {
    const { what, isCascade, isConcurrent } = operation;
    if (what === 'index')
        return [isConcurrent ? 'drop-index-concurrently' : 'drop-index'];
    if (what !== 'table' && what !== 'schema')
        return what === 'domain' ? [] : [`drop-${what.replaceAll(' ', '-')}`];
    const tables = (0,_operation_targets_js__WEBPACK_IMPORTED_MODULE_3__/* .dropTargets */ .Wb)(operation, model);
    const some = (is) => tables.some(is);
    return [
        'drop-table',
        ...(some((table) => (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .referencedTables */ .Pc)(table, model).length > 0) ? ['drop-table-referencing'] : []),
        ...(isCascade && some((table) => (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .referencingTables */ .qg)(table, model).length > 0)
            ? ['drop-table-referenced']
            : []),
        ...(some(({ parent }) => parent !== undefined) ? ['drop-table-partition'] : []),
    ];
}
function createIndexForm({ table, isUnique, isConcurrent, isOnly }, model) {
    const isPartitioned = model.table(table)?.kind === 'partitioned table';
    if (isPartitioned)
        return isOnly ? 'create-index-on-only' : 'create-index-partitioned';
    return `create-index${isUnique ? '-unique' : ''}${isConcurrent ? '-concurrently' : ''}`;
}
/** Statements that name tables rather than change one. */
function tablesForm({ kind, tables, isCascade, isConcurrent }, model) {
    if (kind === 'refresh')
        return `refresh-materialized-view${isConcurrent ? '-concurrently' : ''}`;
    if (kind !== 'truncate')
        return kind.replaceAll(' ', '-');
    const all = tables.flatMap((name) => model.table(name) ?? []);
    if (isCascade && all.some((table) => (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .referencingTables */ .qg)(table, model).length > 0))
        return 'truncate-cascade';
    return all.some((table) => (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .referencedTables */ .Pc)(table, model).length > 0) ? 'truncate-referencing' : 'truncate';
}
/** Those whose form says nothing but what they are. */
const plainForms = {
    'rename column': 'alter-table-rename-column',
    'rename constraint': 'alter-table-rename-constraint',
    'drop not null': 'alter-table-drop-not-null',
    'set default': 'alter-table-set-default',
    'drop default': 'alter-table-drop-default',
    'add identity': 'alter-table-add-identity',
    'drop identity': 'alter-table-drop-identity',
    'set expression': 'alter-table-set-expression',
};
/** What no rule is about, but what takes a lock all the same. */
const otherForms = {
    AT_SetRelOptions: ['alter-table-set-fillfactor'],
    AT_ResetRelOptions: ['alter-table-reset-fillfactor'],
    AT_SetStatistics: ['alter-table-set-statistics'],
    AT_SetOptions: ['alter-table-set-column-options'],
    AT_SetStorage: ['alter-table-set-storage'],
    AT_SetCompression: ['alter-table-set-compression'],
    AT_DropExpression: ['alter-table-drop-expression'],
    AT_AlterConstraint: ['alter-table-alter-constraint-deferrable'],
    AT_ClusterOn: ['alter-table-cluster-on'],
    AT_DropCluster: ['alter-table-set-without-cluster'],
    AT_ChangeOwner: ['alter-table-owner'],
    AT_ReplicaIdentity: ['alter-table-replica-identity'],
    AT_AddInherit: ['alter-table-inherit'],
    AT_DropInherit: ['alter-table-no-inherit'],
};
function tableForms(change, around) {
    const table = around.model.table(change.table);
    const plain = plainForms[change.kind];
    if (plain !== undefined)
        return [plain];
    switch (change.kind) {
        case 'add column':
            return addColumnForms(change.column);
        case 'add constraint':
            return [constraintForm(change.constraint, table)];
        case 'set storage':
            return [`alter-table-set-${change.storage.replaceAll(' ', '-')}`];
        case 'other table change':
            return otherForms[change.subtype] ?? [];
        case 'attach partition':
            return ['alter-table-attach-partition'];
        case 'detach partition':
            return [`alter-table-detach-partition${change.isConcurrent ? '-concurrently' : ''}`];
        case 'row security':
            return [
                `alter-table-${change.change.replace('no force', 'force').replaceAll(' ', '-')}-row-level-security`,
            ];
        case 'triggers':
            return [`alter-table-${change.change}-trigger`];
        default:
            return table === undefined ? [] : formsOnTable(change, table, around);
    }
}
/** Those that depend on what the table has. */
function formsOnTable(change, table, { model, parser }) {
    const hasForeignKey = (column) => table.constraints.some(({ form, columns }) => form === 'foreign key' && columns.includes(column));
    switch (change.kind) {
        case 'set not null':
            return [setNotNullForm(table, change.name)];
        case 'change type': {
            const { effect } = (0,_type_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .plannedTypeChange */ .n)(change, table, parser);
            const form = change.using === undefined ? typeForms[effect] : 'alter-table-alter-type-using';
            return [
                form,
                ...(hasForeignKey(change.name) ? ['alter-table-alter-type-foreign-key'] : []),
                ...(isReferenced(table, change.name, model) ? ['alter-table-alter-type-referenced'] : []),
            ];
        }
        case 'drop column':
            return hasForeignKey(change.name)
                ? ['alter-table-drop-column', 'alter-table-drop-column-foreign-key']
                : ['alter-table-drop-column'];
        case 'validate constraint': {
            const form = table.constraints.find(({ name }) => name === change.name)?.form;
            return [`alter-table-validate-${(form ?? 'check').replaceAll(' ', '-')}`];
        }
        case 'drop constraint': {
            const form = table.constraints.find(({ name }) => name === change.name)?.form;
            const known = form === 'foreign key' || form === 'unique' ? form.replaceAll(' ', '-') : 'check';
            return [`alter-table-drop-constraint-${known}`];
        }
        default:
            return [];
    }
}
function isReferenced({ id }, column, model) {
    return [...model.tables()].some(({ constraints }) => constraints.some(({ references, referencedColumns }) => references === id && referencedColumns.includes(column)));
}
function setNotNullForm(table, column) {
    const isFree = (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isNotNull */ .Pe)(table, column) || (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isProvenNotNull */ .VD)(table, column);
    return `alter-table-set-not-null${isFree ? '-with-check' : ''}`;
}
const typeForms = {
    free: 'alter-table-alter-type-varchar-longer',
    scans: 'alter-table-alter-type-with-check',
    'rebuilds indexes': 'alter-table-alter-type-indexed-collation',
    'time zone': 'alter-table-alter-type-timestamp-to-timestamptz',
    rewrites: 'alter-table-alter-type-rewrite',
    unknown: 'alter-table-alter-type-rewrite',
};
function addColumnForms(column) {
    const form = (variant) => `alter-table-add-column${variant}`;
    const { generated, numbered, constraints } = column;
    const volatility = column.default === undefined ? undefined : (0,_volatility_js__WEBPACK_IMPORTED_MODULE_2__/* .volatilityOf */ .j)(column.default.node);
    const parts = [
        ...(generated === undefined ? [] : [form(`-generated-${generated}`)]),
        ...(numbered === undefined ? [] : [form(`-${numbered}`)]),
        ...(volatility === undefined
            ? []
            : [form(volatility === 'constant' ? '-default-constant' : '-default-volatile')]),
        ...constraints.flatMap((constraint) => columnConstraintForms[constraint.form] ?? []),
    ];
    return parts.length > 0 ? parts : [form('')];
}
const columnConstraintForms = {
    unique: 'alter-table-add-column-unique',
    'primary key': 'alter-table-add-column-unique',
    check: 'alter-table-add-column-check',
    'foreign key': 'alter-table-add-column-references',
};
function constraintForm(constraint, table) {
    const { form, skipsRows, usingIndex } = constraint;
    const isFree = (column) => table === undefined || (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isNotNull */ .Pe)(table, column) || (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isProvenNotNull */ .VD)(table, column);
    switch (form) {
        case 'primary key':
            if (usingIndex === undefined)
                return 'alter-table-add-primary-key';
            return `alter-table-add-primary-key-using-index${indexColumns(table, usingIndex).every(isFree) ? '' : '-nullable'}`;
        case 'unique':
            return `alter-table-add-unique${usingIndex === undefined ? '' : '-using-index'}`;
        case 'exclusion':
            return 'alter-table-add-exclude';
        case 'not null':
            if (skipsRows)
                return 'alter-table-add-not-null-not-valid';
            return `alter-table-set-not-null${constraint.columns.every(isFree) ? '-with-check' : ''}`;
        default: {
            const isPartitioned = form === 'foreign key' && table?.kind === 'partitioned table';
            const words = `alter-table-add-${form.replaceAll(' ', '-')}${skipsRows ? '-not-valid' : ''}`;
            return `${words}${isPartitioned ? '-partitioned' : ''}`;
        }
    }
}
/** Of the index that a constraint adopts. */
function indexColumns(table, index) {
    const found = table?.indexes.find(({ name }) => name === index);
    return found?.columns.flatMap((column) => column ?? []) ?? [];
}


/***/ }),

/***/ 57609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ comment),
/* harmony export */   Ll: () => (/* binding */ nullableOf),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   W_: () => (/* binding */ partSubject),
/* harmony export */   _r: () => (/* binding */ notNullSteps),
/* harmony export */   gL: () => (/* binding */ outsideTransaction),
/* harmony export */   hN: () => (/* binding */ alter),
/* harmony export */   hP: () => (/* binding */ columnList),
/* harmony export */   lM: () => (/* binding */ columnSubject),
/* harmony export */   mM: () => (/* binding */ allowLine),
/* harmony export */   mO: () => (/* binding */ objectNameOf),
/* harmony export */   n$: () => (/* binding */ tableNames),
/* harmony export */   ni: () => (/* binding */ backfill),
/* harmony export */   vL: () => (/* binding */ ownTransaction)
/* harmony export */ });
/* harmony import */ var _postgres_identifier_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86967);
/* harmony import */ var _postgres_object_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20547);
/* harmony import */ var _table_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40072);
/** Pieces of the SQL that findings offer. Everything in it can be pasted: what is not SQL is a comment. */



/** One line of comment each, whatever the text holds. */
function comment(text) {
    return text
        .split(/\r?\n|\r/)
        .map((line) => `-- ${line}`)
        .join('\n');
}
function lines(...parts) {
    return parts.flat().join('\n');
}
function alter({ schema, name }, change) {
    return `ALTER TABLE ${(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_1__/* .qualifiedName */ .OL)({ schema, name })} ${change};`;
}
function columnList(columns) {
    return columns.map(_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .C).join(', ');
}
/** `public.users.email`, for reading. */
function columnSubject(table, column) {
    return `${(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_1__/* .displayName */ .QC)(table)}.${(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_1__/* .displayIdentifier */ .UY)(column)}`;
}
/** `public.users · users_email_key`, for reading. */
function partSubject(table, part) {
    return `${(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_1__/* .displayName */ .QC)(table)} · ${(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_1__/* .displayIdentifier */ .UY)(part)}`;
}
/** Names of tables in a sentence. */
function tableNames(tables) {
    return tables.map(_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_1__/* .displayName */ .QC).toSorted().join(', ');
}
/** Postgres cuts a name after 63 bytes; cut here, so that a second statement with it finds it. */
function objectNameOf(...parts) {
    const ending = cutTo(parts.at(-1) ?? '', 40);
    const rest = cutTo(parts.slice(0, -1).join('_'), 62 - Buffer.byteLength(ending));
    return `${rest}_${ending}`;
}
function cutTo(text, bytes) {
    let cut = [...text];
    while (Buffer.byteLength(cut.join('')) > bytes)
        cut = cut.slice(0, -1);
    return cut.join('');
}
/** Says how a statement gets a transaction of its own. */
function ownTransaction({ step }) {
    if (step.place.isExplicit)
        return '-- After COMMIT, so that the lock of the statement before is gone (each a transaction of its own):';
    return step.place.sent === 'statements'
        ? '-- Then (each statement is a transaction of its own here):'
        : '-- In the next migration: a file is one transaction here, and keeps every lock to its end.';
}
/** Says where a statement has to stand that refuses to run in a transaction. */
function outsideTransaction({ step }, isReadByPrisma = true) {
    const { transport, sent, isExplicit } = step.place;
    if (transport === 'script')
        return '-- As the only statement of a migration of its own: a file with several is one transaction here, and this cannot run in one.';
    if (!isReadByPrisma)
        return '-- As the only statement of a migration of its own: Prisma cannot split a file with it, and sends it as one transaction.';
    if (sent !== transport)
        return '-- In a file without the statement that Prisma cannot split (DO, REINDEX, DROP INDEX CONCURRENTLY and such), which makes this one a transaction:';
    return isExplicit
        ? '-- Outside of BEGIN … COMMIT, since this cannot run in a transaction:'
        : '-- Each statement is a transaction of its own here, so this may stay in this file:';
}
/** Fills a column a few rows at a time; for psql or a job, not for a migration. */
function backfill(table, column, value) {
    const [name, quoted] = [(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_1__/* .qualifiedName */ .OL)(table), (0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .C)(column)];
    return [
        '-- Outside of the migration, again and again until it changes no row:',
        `UPDATE ${name} SET ${quoted} = ${value} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${name} WHERE ${quoted} IS NULL LIMIT 5000));`,
    ];
}
/** NOT NULL without a scan under ACCESS EXCLUSIVE. Postgres 18 can do it with one constraint, before it takes a check. */
function notNullSteps(table, column, context) {
    const constraint = (0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .C)(objectNameOf(table.name, column, 'not_null'));
    const quoted = (0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .C)(column);
    if (context.serverMajor >= 18)
        return [
            alter(table, `ADD CONSTRAINT ${constraint} NOT NULL ${quoted} NOT VALID`),
            ownTransaction(context),
            alter(table, `VALIDATE CONSTRAINT ${constraint}`),
        ];
    return [
        alter(table, `ADD CONSTRAINT ${constraint} CHECK (${quoted} IS NOT NULL) NOT VALID`),
        ownTransaction(context),
        alter(table, `VALIDATE CONSTRAINT ${constraint}`),
        '-- With the validated check, Postgres takes this without a look at the rows:',
        alter(table, `ALTER COLUMN ${quoted} SET NOT NULL`),
        alter(table, `DROP CONSTRAINT ${constraint}`),
    ];
}
/** Of the columns, those that a scan would have to prove to be free of nulls. */
function nullableOf(table, columns) {
    return columns.filter((column) => !(0,_table_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isNotNull */ .Pe)(table, column) && !(0,_table_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isProvenNotNull */ .VD)(table, column));
}
/** For a change that is right once nothing uses the old any more. */
function allowLine(rule, reason) {
    return `-- db-actions: allow ${rule} ${reason}`;
}


/***/ }),

/***/ 39559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ links)
/* harmony export */ });
/** For messages and links. */
const links = {
    alterTable: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
    alterType: 'https://www.postgresql.org/docs/current/sql-altertype.html',
    indexConcurrently: 'https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY',
    locks: 'https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES',
    mapping: 'https://www.prisma.io/docs/orm/prisma-schema/data-model/database-mapping',
};


/***/ }),

/***/ 51386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B0: () => (/* binding */ heldOverSlow),
/* harmony export */   Mw: () => (/* binding */ heldLocks),
/* harmony export */   Pt: () => (/* binding */ heldDetection)
/* harmony export */ });
/* harmony import */ var _postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20547);
/* harmony import */ var _rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71233);
/* harmony import */ var _fix_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57609);
/* harmony import */ var _hazard_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39559);
/* harmony import */ var _script_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33957);
/** Locks that a transaction keeps while a later statement of it takes its time. */





const heldOverSlow = {
    id: 'lock-held-over-slow-statement',
    title: 'A lock is held while another statement of the transaction takes its time',
    severity: 'error',
    why: 'Locks are kept to the end of the transaction. An ALTER TABLE that is over in a moment blocks its table for as long as a later statement rewrites, reads or fills a large table, be it the same or another one: in a migration of its own, that one would block nothing of it.',
    docs: _hazard_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .links */ .y.locks,
    danger: 'lock',
};
function heldLocks() {
    let transaction = -1;
    let held = new Map();
    let told = new Set();
    let untold = new Map();
    const enter = (step) => {
        if (step.place.transaction === transaction)
            return;
        transaction = step.place.transaction;
        held = new Map();
        told = new Set();
        untold = new Map();
    };
    return {
        before(step, tableId) {
            enter(step);
            const lock = held.get(tableId);
            return lock?.step === step ? undefined : lock;
        },
        untold(step) {
            enter(step);
            return untold.values();
        },
        add(step, locks) {
            enter(step);
            for (const lock of locks) {
                const { id } = lock.table;
                const known = held.get(id);
                if (known !== undefined && (0,_rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .compareLockModes */ .tc)(known.mode, lock.mode) >= 0)
                    continue;
                held.set(id, { ...lock, step });
                if ((0,_rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .blockedBy */ .yJ)(lock.mode).writes && !told.has(id))
                    untold.set(id, { ...lock, step });
            }
        },
        tell(tableId) {
            told.add(tableId);
            untold.delete(tableId);
        },
    };
}
/** The finding stands at the slow statement. */
function heldDetection({ table, mode, step: taken }, { step }) {
    const waiting = (0,_rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .blockedWords */ .mq)(mode);
    return {
        rule: heldOverSlow,
        subject: (0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__/* .displayName */ .QC)(table),
        message: `${(0,_rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .lockModeWords */ .IS)(mode)} on ${(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__/* .displayName */ .QC)(table)}, taken in line ${taken.statement.line}, is held until the end of the transaction and so for as long as this statement takes: ${waiting} of that table wait.`,
        fix: (0,_fix_text_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)(step.place.isExplicit
            ? '-- COMMIT before this statement, so that the lock is gone:'
            : '-- This statement in a migration of its own, so that the lock is gone before it begins:', (0,_fix_text_js__WEBPACK_IMPORTED_MODULE_1__/* .comment */ .Im)(firstLine(step)), '-- and apart from it:', (0,_fix_text_js__WEBPACK_IMPORTED_MODULE_1__/* .comment */ .Im)(firstLine(taken))),
        table,
    };
}
function firstLine({ statement }) {
    const [first = '', ...rest] = (0,_script_source_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutComments */ .fx)(statement.text).split('\n');
    return `${first.slice(0, 200)}${rest.length > 0 || first.length > 200 ? ' …' : ';'}`;
}


/***/ }),

/***/ 69633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ predictedLocks),
/* harmony export */   d: () => (/* binding */ foreignKeyParents)
/* harmony export */ });
/* harmony import */ var _rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71233);
/* harmony import */ var _ddl_form_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70973);
/* harmony import */ var _operation_targets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54892);
/* harmony import */ var _table_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40072);




/** The strongest lock on each table that was there before, as the facts predict. */
function predictedLocks(operation, options) {
    const { model, facts, serverMajor } = options;
    const locks = operation.kind === 'lock'
        ? (0,_operation_targets_js__WEBPACK_IMPORTED_MODULE_3__/* .targetsOf */ .QR)(operation, model).map((table) => ({ table, mode: operation.mode }))
        : (0,_ddl_form_js__WEBPACK_IMPORTED_MODULE_1__/* .formsOf */ .X)(operation, options)
            .flatMap((form) => facts(form, serverMajor)?.locks ?? [])
            .flatMap(({ role, mode }) => tablesInRole(role, operation, model).map((table) => ({ table, mode })));
    return strongestEach(locks.filter(({ table }) => table.oid !== undefined));
}
/** Strongest first. */
function strongestEach(locks) {
    const byTable = new Map();
    for (const lock of locks) {
        const known = byTable.get(lock.table.id);
        if (known === undefined || (0,_rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .compareLockModes */ .tc)(known.mode, lock.mode) < 0)
            byTable.set(lock.table.id, lock);
    }
    return [...byTable.values()].toSorted((left, right) => (0,_rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .compareLockModes */ .tc)(right.mode, left.mode));
}
/** Relations that the model does not follow (indexes, sequences, types) are none of its tables. */
function tablesInRole(role, operation, model) {
    const targets = (0,_operation_targets_js__WEBPACK_IMPORTED_MODULE_3__/* .targetsOf */ .QR)(operation, model);
    const named = 'partition' in operation ? (0,_operation_targets_js__WEBPACK_IMPORTED_MODULE_3__/* .tablesNamed */ .P3)([operation.partition], model) : [];
    switch (role) {
        case 'table':
        case 'view':
            return targets;
        case 'referenced table':
            return [...(0,_operation_targets_js__WEBPACK_IMPORTED_MODULE_3__/* .tablesNamed */ .P3)(referencesOf(operation), model), ...foreignKeyParents(operation, model)];
        case 'referencing table':
            return targets.flatMap((target) => (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .referencingTables */ .qg)(target, model));
        case 'parent table':
            return [...(named.length > 0 ? targets : []), ...parentsOf(operation, targets, model)];
        case 'partition':
            return named.length > 0 ? named : partitionsOf(operation, targets, model);
        default:
            return [];
    }
}
function parentsOf(operation, targets, model) {
    if (operation.kind === 'create table')
        return operation.partitionOf === undefined ? [] : (0,_operation_targets_js__WEBPACK_IMPORTED_MODULE_3__/* .tablesNamed */ .P3)([operation.partitionOf], model);
    return targets.flatMap(({ parent }) => model.tableById(parent ?? -1) ?? []);
}
function partitionsOf(operation, targets, model) {
    const whole = operation.kind === 'create table' ? parentsOf(operation, targets, model) : targets;
    return whole.flatMap((table) => (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .withPartitions */ ._B)(table, model).slice(1));
}
/** Tables that new foreign keys refer to. */
function referencesOf(operation) {
    const constraints = operation.kind === 'create table'
        ? [...operation.columns.flatMap((column) => column.constraints), ...operation.constraints]
        : operation.kind === 'add column'
            ? operation.column.constraints
            : operation.kind === 'add constraint'
                ? [operation.constraint]
                : [];
    return constraints.flatMap(({ references }) => references ?? []);
}
/** Tables that foreign keys lead to which the operation drops, makes anew or validates. */
function foreignKeyParents(operation, model) {
    const targets = (0,_operation_targets_js__WEBPACK_IMPORTED_MODULE_3__/* .targetsOf */ .QR)(operation, model);
    if (operation.kind === 'drop')
        return operation.what === 'table' || operation.what === 'schema'
            ? targets.flatMap((table) => (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .referencedTables */ .Pc)(table, model))
            : [];
    return targets.flatMap((table) => foreignKeysTouched(operation, table).flatMap(({ references }) => model.tableById(references ?? -1) ?? []));
}
function foreignKeysTouched(operation, table) {
    const keys = table.constraints.filter(({ form }) => form === 'foreign key');
    if (operation.kind === 'drop constraint' || operation.kind === 'validate constraint')
        return keys.filter(({ name }) => name === operation.name);
    if (operation.kind === 'drop column' || operation.kind === 'change type')
        return keys.filter(({ columns }) => columns.includes(operation.name));
    return [];
}


/***/ }),

/***/ 42141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ isSmall),
/* harmony export */   g: () => (/* binding */ judged)
/* harmony export */ });
/* harmony import */ var _postgres_object_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20547);
/* harmony import */ var _report_rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56757);
/* harmony import */ var _rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71233);
/* harmony import */ var _held_locks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51386);
/* harmony import */ var _measured_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2370);
/** From what a rule detected to a finding: what the facts predict, what was measured, and how large the table is. */





function isSmall(rows, { isProductionData, lockRowThreshold }) {
    return isProductionData && rows !== undefined && rows < lockRowThreshold;
}
/** Undefined where the measurement settles that there is no danger after all. */
function judged(detection, evidence) {
    const { rule, subject, message, fix } = detection;
    const comparison = compared(detection, evidence);
    if (comparison === 'contradicted' && detection.isCertain === false)
        return undefined;
    const lines = evidenceLines(detection, comparison, evidence);
    const finding = (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .findingOf */ .hD)(rule, {
        severity: severityOf(detection, comparison, evidence),
        subject,
        message,
        fix,
        ...(lines.length === 0 ? {} : { evidence: lines.join('\n') }),
    });
    return { finding, basis: comparison === 'confirmed' ? 'confirmed' : 'static only' };
}
function compared({ rule, table }, evidence) {
    const { measured, facts, predicted } = evidence;
    if (measured === undefined || facts === undefined || table?.oid === undefined)
        return 'unknown';
    if (measured.status === 'not run' || measured.source === 'none')
        return 'unknown';
    const isSettled = measured.status === 'done' && measured.source === 'exact';
    if (rule.danger === 'rewrite') {
        if (facts.isRewritten(measured, table.oid))
            return 'confirmed';
        return isSettled ? 'contradicted' : 'unknown';
    }
    const wanted = predicted.find((lock) => lock.table.id === table.id)?.mode ?? 'ShareLock';
    const lock = facts.lockOn(measured, table.oid);
    if (lock !== undefined && (0,_rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .compareLockModes */ .tc)(lock.mode, wanted) >= 0)
        return 'confirmed';
    return isSettled ? 'contradicted' : 'unknown';
}
function severityOf(detection, comparison, evidence) {
    const { rule, table } = detection;
    const severity = detection.severity ?? rule.severity;
    if (rule.danger === 'meaning')
        return severity;
    if (comparison === 'contradicted')
        return 'notice';
    if (rule.id === _held_locks_js__WEBPACK_IMPORTED_MODULE_1__/* .heldOverSlow */ .B0.id)
        return wasShort(detection, evidence) ? 'notice' : severity;
    if (rule.danger === 'lock')
        return severity;
    return isSmall(table?.rows, evidence.limits) ? 'notice' : severity;
}
/** How slow a statement is depends on what it finds, so time on production's data settles it. */
function wasShort({ table }, { limits, measured, facts }) {
    if (!limits.isProductionData || measured === undefined || table?.oid === undefined)
        return false;
    const lock = measured.status === 'done' ? facts?.lockOn(measured, table.oid) : undefined;
    return lock !== undefined && lock.heldMs <= (limits.maxLockDurationMs ?? 1000);
}
function evidenceLines(detection, comparison, evidence) {
    const { table, rule } = detection;
    return [
        ...(detection.evidence === undefined ? [] : [detection.evidence]),
        ...(table === undefined ? [] : predictionLines(table, evidence)),
        ...measuredLines(detection, comparison, evidence),
        ...(table === undefined || rule.danger === 'meaning' ? [] : [sizeLine(table, evidence.limits)]),
    ];
}
function predictionLines(table, { predicted, isRewritePredicted }) {
    const lock = predicted.find((other) => other.table.id === table.id);
    // Weaker ones are those of every query.
    if (lock === undefined || !(0,_rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .blockedBy */ .yJ)(lock.mode).ddl)
        return [];
    const wait = `${(0,_rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .blockedWords */ .mq)(lock.mode)} wait`;
    const also = predicted
        .filter((other) => other.table.id !== table.id)
        .map((other) => `${(0,_rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .lockModeWords */ .IS)(other.mode)} on ${(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_4__/* .displayName */ .QC)(other.table)}`);
    return [
        `${(0,_rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .lockModeWords */ .IS)(lock.mode)} on ${(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_4__/* .displayName */ .QC)(table)}: ${wait}.${isRewritePredicted ? ' The table is rewritten.' : ''}`,
        ...(also.length === 0 ? [] : [`Also: ${also.join(', ')}.`]),
    ];
}
function measuredLines({ table, rule }, comparison, { measured, facts, limits }) {
    if (measured === undefined || facts === undefined || measured.status === 'not run')
        return [];
    if (table?.oid === undefined || measured.source === 'none')
        return [];
    const where = limits.isProductionData
        ? []
        : ['The branch has no data of production’s, so times say little.'];
    if (comparison === 'contradicted' && rule.danger !== 'meaning')
        return [
            rule.danger === 'rewrite'
                ? 'Measured here, and not seen: the table was not rewritten.'
                : 'Measured here, and not seen: no such lock was taken.',
        ];
    const lock = facts.lockOn(measured, table.oid);
    return comparison === 'confirmed' ? [(0,_measured_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .measuredText */ .AY)(measured, lock), ...where] : [];
}
function sizeLine(table, limits) {
    const small = isSmall(table.rows, limits)
        ? ` Fewer than ${limits.lockRowThreshold.toLocaleString('en-US')} rows, so it is over at once.`
        : '';
    return (0,_measured_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .sizeText */ .lP)(table) + small;
}


/***/ }),

/***/ 2370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AY: () => (/* binding */ measuredText),
/* harmony export */   Mt: () => (/* binding */ measuredFacts),
/* harmony export */   lP: () => (/* binding */ sizeText)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73110);
/* harmony import */ var _group_by_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32217);
/* harmony import */ var _postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20547);
/* harmony import */ var _report_quantity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59362);
/* harmony import */ var _rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71233);
/** Looking things up in a measurement. */





function measuredFacts(measurement) {
    const key = ({ migration, index }) => JSON.stringify([migration, index]);
    const byRef = new Map(measurement.statements.map((statement) => [key(statement), statement]));
    const whole = new Map(measurement.statements.flatMap((statement) => statement.kind === 'Script' ? [[statement.migration, statement]] : []));
    const byTransaction = (0,_group_by_js__WEBPACK_IMPORTED_MODULE_2__/* .groupBy */ .$)(measurement.statements, ({ transaction }) => transaction);
    const relations = new Map(measurement.before.map((relation) => [relation.oid, relation]));
    const ownerOf = (oid) => relations.get(oid)?.tableOid ?? oid;
    return {
        of: (ref) => whole.get(ref.migration) ?? byRef.get(key(ref)),
        lockOn(measured, tableOid) {
            const before = (byTransaction.get(measured.transaction) ?? []).filter((other) => other.startMs <= measured.startMs);
            return [...before, measured]
                .flatMap(({ locks }) => locks)
                .filter(({ relation }) => relation.oid === tableOid)
                .toSorted((left, right) => (0,_rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_1__/* .compareLockModes */ .tc)(left.mode, right.mode))
                .at(-1);
        },
        isRewritten: (measured, tableOid) => measured.rewritten.some(({ oid }) => ownerOf(oid) === tableOid),
        ownerOf,
        relation: (oid) => relations.get(oid),
    };
}
/** One sentence with what was measured of the statement on the table. */
function measuredText(measured, lock) {
    const rewritten = measured.rewritten.map(_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__/* .displayName */ .QC).toSorted();
    const parts = [
        ...(lock === undefined
            ? []
            : [
                `${(0,_rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_1__/* .lockModeWords */ .IS)(lock.mode)} on ${(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__/* .displayName */ .QC)(lock.relation)} held for ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(lock.heldMs)}`,
            ]),
        ...(rewritten.length === 0 ? [] : [`new storage for ${rewritten.join(', ')}`]),
        `the statement took ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(measured.durationMs)}`,
        ...(measured.walBytes === undefined ? [] : [`${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_4__/* .formatBytes */ .z3)(measured.walBytes)} of WAL`]),
    ];
    return `Measured: ${parts.join('; ')}.`;
}
/** "public.users: about 3,000,000 rows, 210 MB", or that it is not known. */
function sizeText(table) {
    const bytes = table.bytes === undefined ? '' : `, ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_4__/* .formatBytes */ .z3)(table.bytes)}`;
    const rows = table.rows === undefined
        ? 'never analysed, so the number of its rows is not known'
        : `about ${table.rows.toLocaleString('en-US')} row${table.rows === 1 ? '' : 's'}`;
    return `${(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__/* .displayName */ .QC)(table)}: ${rows}${bytes}.`;
}


/***/ }),

/***/ 92134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H4: () => (/* binding */ measuredOnly),
/* harmony export */   _q: () => (/* binding */ measuredRules)
/* harmony export */ });
/* unused harmony exports rewriteMeasured, heldTooLong */
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73110);
/* harmony import */ var _postgres_object_name_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(20547);
/* harmony import */ var _report_rule_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56757);
/* harmony import */ var _rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71233);
/* harmony import */ var _fix_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57609);
/* harmony import */ var _hazard_rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39559);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42141);
/* harmony import */ var _measured_facts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2370);
/** What was measured and no rule explains: a function, a DO block, a script that cannot be read, or a gap of the rules. */








const rewriteMeasured = {
    id: 'rewrite-measured',
    title: 'A statement rewrote a table, and no rule says why',
    severity: 'error',
    why: 'The table got new storage while nobody could read or write it. No rule has foreseen it, as it happened inside a function, a DO block or a script that cannot be read.',
    docs: _hazard_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .links */ .y.locks,
    danger: 'rewrite',
};
const heldTooLong = {
    id: 'lock-held-too-long',
    title: 'A lock was held for longer than allowed',
    severity: 'error',
    why: '`max-lock-duration` says for how long the app may wait, and the lock that blocks it was held for longer on a table with at least `lock-row-threshold` rows. What production takes can be longer still.',
    docs: _hazard_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .links */ .y.locks,
    danger: 'lock',
};
const measuredRules = [rewriteMeasured, heldTooLong];
function measuredOnly(input) {
    const rewrites = input.measurement.statements.flatMap((statement) => unexplainedRewrites(statement, input));
    const explained = [
        ...input.explained,
        ...rewrites.map(({ statement, tableOid }) => ({ ...refOf(statement), tableOid, isError: true })),
    ];
    return [...rewrites, ...tooLong({ ...input, explained })];
}
function refOf({ migration, index }) {
    return { migration, index };
}
function isSame(one, { migration, index, kind }) {
    return one.migration === migration && (one.index === index || kind === 'Script');
}
function unexplainedRewrites(statement, { facts, limits, explained }) {
    const owners = [...new Set(statement.rewritten.map(({ oid }) => facts.ownerOf(oid)))];
    return owners.flatMap((tableOid) => {
        const table = facts.relation(tableOid);
        const lock = facts.lockOn(statement, tableOid);
        const isItself = statement.rewritten.some(({ oid }) => oid === tableOid);
        const isBlocking = lock !== undefined && (0,_rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_1__/* .blockedBy */ .yJ)(lock.mode).writes;
        const isExplained = explained.some((one) => isSame(one, statement) && (one.tableOid ?? tableOid) === tableOid);
        if (table === undefined || isExplained || !(isItself || isBlocking))
            return [];
        const finding = (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_6__/* .findingOf */ .hD)(rewriteMeasured, {
            ...((0,_judge_js__WEBPACK_IMPORTED_MODULE_4__/* .isSmall */ .e)(table.rows, limits) ? { severity: 'notice' } : {}),
            subject: (0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_7__/* .displayName */ .QC)(table),
            message: isItself
                ? 'The table got new storage here (it was rewritten or emptied); reads and writes wait until that is done. No rule has foreseen it.'
                : 'Indexes of the table were built anew here; writes wait until that is done. No rule has foreseen it.',
            evidence: (0,_fix_text_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn)((0,_measured_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .measuredText */ .AY)(statement, lock), (0,_measured_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .sizeText */ .lP)(table)),
            fix: '-- Find what in this statement writes the table anew, and take it in steps that do not: see the other rules of this family.',
        });
        return [{ statement, finding, tableOid }];
    });
}
const lockable = new Set(['table', 'partitioned table', 'materialized view']);
function tooLong(input) {
    const { measurement, limits } = input;
    const { maxLockDurationMs } = limits;
    if (maxLockDurationMs === undefined)
        return [];
    const candidates = measurement.statements.flatMap((statement) => statement.locks
        .filter(({ relation, mode, heldMs }) => {
        return lockable.has(relation.kind) && (0,_rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_1__/* .blockedBy */ .yJ)(mode).writes && heldMs > maxLockDurationMs;
    })
        .flatMap((lock) => {
        const table = input.facts.relation(lock.relation.oid);
        return table === undefined || isBelow(table, limits) ? [] : [{ statement, lock, table }];
    }));
    return longestEach(candidates, input)
        .filter((candidate) => !isTold(candidate, input))
        .map((candidate) => ({
        statement: candidate.statement,
        finding: tooLongFinding(candidate, input),
    }));
}
function isBelow({ rows }, { lockRowThreshold }) {
    return rows !== undefined && rows < lockRowThreshold;
}
/** One for a table in a transaction, and for partitions with their parent none but the parent's. */
function longestEach(candidates, { parents }) {
    const key = ({ statement, table }) => `${statement.transaction} ${table.oid}`;
    const longest = new Map();
    for (const candidate of candidates) {
        const known = longest.get(key(candidate));
        if (known === undefined || known.lock.heldMs < candidate.lock.heldMs)
            longest.set(key(candidate), candidate);
    }
    return [...longest.values()].filter(({ statement, table }) => !longest.has(`${statement.transaction} ${parents.get(table.oid) ?? -1}`));
}
/** An error of a rule about the same table, for a statement of the same transaction, tells the same. */
function isTold({ statement, table }, { measurement, explained, parents }) {
    const together = measurement.statements.filter(({ transaction }) => transaction === statement.transaction);
    return explained.some((one) => one.isError &&
        [table.oid, parents.get(table.oid)].includes(one.tableOid ?? table.oid) &&
        together.some((other) => isSame(one, other)));
}
function tooLongFinding({ statement, lock, table }, input) {
    const { measurement, limits } = input;
    const together = measurement.statements.filter((other) => other.transaction === statement.transaction && other.startMs >= statement.startMs);
    const slowest = together.toSorted((left, right) => right.durationMs - left.durationMs)[0] ?? statement;
    const during = slowest === statement
        ? ''
        : ` Most of that time went into the statement in line ${slowest.line}, of the same transaction.`;
    const allowed = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(limits.maxLockDurationMs ?? 0);
    return (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_6__/* .findingOf */ .hD)(heldTooLong, {
        subject: (0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_7__/* .displayName */ .QC)(table),
        message: `${(0,_rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_1__/* .lockModeWords */ .IS)(lock.mode)} was held for ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(lock.heldMs)}, more than the ${allowed} that are allowed: for so long ${(0,_rehearsal_lock_mode_js__WEBPACK_IMPORTED_MODULE_1__/* .blockedWords */ .mq)(lock.mode)} of the table wait.${during}`,
        evidence: (0,_fix_text_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn)((0,_measured_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .measuredText */ .AY)(statement, lock), (0,_measured_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .sizeText */ .lP)(table)),
        fix: slowest === statement
            ? '-- Do less in this statement: in steps, in batches, or at a time when nobody uses the table.'
            : '-- The slow statement in a migration of its own, so that this lock is gone before it begins.',
    });
}


/***/ }),

/***/ 12379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ applyOperation)
/* harmony export */ });
/* harmony import */ var _schema_model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54003);
/* harmony import */ var _table_changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20510);
/* harmony import */ var _table_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40072);



/** @param transaction number of the transaction that it happens in. */
function applyOperation(model, operation, transaction) {
    if (operation.kind === 'create table')
        createTable(model, operation, transaction);
    else if (operation.kind === 'create from query')
        model.putTable(newTable(model, operation, operation.result));
    else if (operation.kind === 'drop')
        drop(model, operation);
    else if (operation.kind === 'rename')
        rename(model, operation);
    else if (operation.kind === 'move')
        move(model, operation);
    else if (operation.kind === 'create index')
        createIndex(model, operation);
    else if (operation.kind === 'create enum')
        createEnum(model, operation, transaction);
    else if (operation.kind === 'add enum value' || operation.kind === 'rename enum value')
        changeEnum(model, operation, transaction);
    else if (operation.kind === 'setting' && operation.name === 'search_path')
        model.setSearchPath(operation.values ?? model.searchPath);
    else if ('table' in operation && operation.kind !== 'create policy')
        (0,_table_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .applyTableChange */ .xS)(model, operation, transaction);
}
function newTable(model, { name, isTemporary }, kind) {
    return {
        id: model.nextId(),
        oid: undefined,
        kind,
        schema: isTemporary ? _schema_model_js__WEBPACK_IMPORTED_MODULE_2__/* .temporarySchema */ .r : schemaFor(model, name),
        name: name.name,
        rows: undefined,
        bytes: undefined,
        columns: [],
        constraints: [],
        indexes: [],
        parent: undefined,
    };
}
function schemaFor({ searchPath: [first = 'public'] }, { schema }) {
    return schema ?? first;
}
function createTable(model, operation, transaction) {
    if (operation.ifNotExists && model.table(operation.name) !== undefined)
        return;
    const { columns, constraints, partitionOf } = operation;
    const parent = partitionOf === undefined ? undefined : model.table(partitionOf);
    const table = {
        ...newTable(model, operation, operation.isPartitioned ? 'partitioned table' : 'table'),
        columns: columns.map(_table_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .columnModel */ .ED),
        ...(parent === undefined ? {} : inherited(parent)),
    };
    // A foreign key may lead to the table itself.
    model.putTable(table);
    const all = [...columns.flatMap((column) => column.constraints), ...constraints];
    model.putTable(all.reduce((grown, constraint) => (0,_table_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .withConstraint */ .Yi)(grown, constraint, { model, transaction }), table));
}
/** A partition begins with what its table has. */
function inherited({ id, columns, constraints, indexes }) {
    return { parent: id, columns: columns.map((column) => ({ ...column, isNew: true })), constraints, indexes };
}
function drop(model, { what, names }) {
    for (const name of names) {
        if (what === 'index')
            dropIndex(model, name);
        else if (what === 'schema')
            dropTables(model, ({ schema }) => schema === name.name);
        else if (what === 'type' || what === 'domain')
            dropEnum(model, name);
        else
            dropTables(model, ({ id }) => id === model.table(name)?.id);
    }
}
/** With CASCADE its columns go with it; without, there are none. */
function dropEnum(model, name) {
    const type = model.enumType(name);
    if (type === undefined)
        return;
    for (const table of [...model.tables()])
        for (const column of table.columns)
            if ((0,_table_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfEnum */ .vF)(column, type, model))
                (0,_table_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .dropColumn */ .U6)(model, table.id, column.name);
    model.dropEnum(type.id);
}
function dropIndex(model, name) {
    const found = model.indexed(name);
    if (found === undefined)
        return;
    const { table, index } = found;
    model.putTable({ ...table, indexes: table.indexes.filter((other) => other !== index) });
}
/** Foreign keys to a table go with it. */
function dropTables(model, isGone) {
    const gone = new Set([...model.tables()].filter(isGone).map(({ id }) => id));
    for (const id of gone)
        model.dropTable(id);
    for (const table of [...model.tables()]) {
        const constraints = table.constraints.filter(({ references }) => !gone.has(references ?? -1));
        if (constraints.length < table.constraints.length)
            model.putTable({ ...table, constraints });
    }
}
function rename(model, { what, name, newName }) {
    const type = what === 'type' ? model.enumType(name) : undefined;
    const table = what === 'table' || what === 'view' ? model.table(name) : undefined;
    if (what === 'schema')
        moveAll(model, name.name, newName);
    else if (type !== undefined)
        model.putEnum({ ...type, name: newName });
    else if (table !== undefined)
        model.putTable({ ...table, name: newName });
    else if (what !== 'type')
        renameIndex(model, name, newName);
}
/** The constraint that stands on an index has its name. */
function renameIndex(model, name, newName) {
    const found = model.indexed(name);
    if (found === undefined)
        return;
    const { table } = found;
    const renamed = (thing) => thing.name === name.name ? { ...thing, name: newName } : thing;
    model.putTable({
        ...table,
        indexes: table.indexes.map(renamed),
        constraints: table.constraints.map(renamed),
    });
}
function move(model, { what, name, newSchema }) {
    const table = what === 'table' ? model.table(name) : undefined;
    if (table !== undefined)
        model.putTable({ ...table, schema: newSchema });
    const type = what === 'type' ? model.enumType(name) : undefined;
    if (type !== undefined)
        model.putEnum({ ...type, schema: newSchema });
}
function moveAll(model, schema, newSchema) {
    for (const table of [...model.tables()])
        if (table.schema === schema)
            model.putTable({ ...table, schema: newSchema });
}
function createIndex(model, operation) {
    const table = model.table(operation.table);
    if (table === undefined)
        return;
    const { columns, isUnique, isPartial } = operation;
    const name = operation.name ?? [table.name, ...columns.map((column) => column ?? 'expr'), 'idx'].join('_');
    if (operation.ifNotExists && model.indexed({ schema: table.schema, name }) !== undefined)
        return;
    const index = { name, columns, isUnique, isPartial, isValid: true, isNew: true };
    const tables = operation.isOnly ? [table] : (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .withPartitions */ ._B)(table, model);
    for (const each of tables)
        model.putTable({ ...each, indexes: [...each.indexes, index] });
}
function createEnum(model, { name, labels }, transaction) {
    model.putEnum({
        id: model.nextId(),
        oid: undefined,
        schema: schemaFor(model, name),
        name: name.name,
        labels,
        createdIn: transaction,
        added: new Map(),
    });
}
function changeEnum(model, { kind, name, labels }, transaction) {
    const type = model.enumType(name);
    const [first = '', second = ''] = labels;
    if (type === undefined)
        return;
    if (kind === 'rename enum value') {
        const renamed = type.labels.map((label) => (label === first ? second : label));
        model.putEnum({ ...type, labels: renamed });
    }
    else if (!type.labels.includes(first)) {
        const added = new Map([...type.added, [first, transaction]]);
        model.putEnum({ ...type, labels: [...type.labels, first], added });
    }
}


/***/ }),

/***/ 89482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ modelOf)
/* harmony export */ });
/* harmony import */ var _group_by_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32217);
/* harmony import */ var _schema_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54003);
/* harmony import */ var _table_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40072);
/** The model before the first pending migration. */



const kinds = new Set([
    'table',
    'partitioned table',
    'view',
    'materialized view',
    'foreign table',
]);
function isTableKind(kind) {
    return kinds.has(kind);
}
function modelOf(catalog, { parser, searchPath }) {
    const model = (0,_schema_model_js__WEBPACK_IMPORTED_MODULE_1__/* .emptyModel */ .$)(searchPath);
    const columns = (0,_group_by_js__WEBPACK_IMPORTED_MODULE_2__/* .groupBy */ .$)(catalog.columns, ({ tableOid }) => tableOid);
    const constraints = (0,_group_by_js__WEBPACK_IMPORTED_MODULE_2__/* .groupBy */ .$)(catalog.constraints, ({ tableOid }) => tableOid);
    const indexes = (0,_group_by_js__WEBPACK_IMPORTED_MODULE_2__/* .groupBy */ .$)(catalog.indexes, ({ tableOid }) => tableOid);
    const tables = catalog.relations.filter(({ kind }) => isTableKind(kind));
    const ids = new Map(tables.map(({ oid }) => [oid, model.nextId()]));
    const size = sizes(catalog);
    for (const relation of tables) {
        const { oid, kind, schema, name } = relation;
        if (!isTableKind(kind))
            continue;
        model.putTable({
            id: ids.get(oid) ?? model.nextId(),
            oid,
            kind,
            schema,
            name,
            ...size(relation),
            columns: (columns.get(oid) ?? []).map(columnOf),
            constraints: (constraints.get(oid) ?? []).flatMap((constraint) => constraintOf(constraint, ids, parser)),
            indexes: (indexes.get(oid) ?? []).map(indexOf),
            parent: ids.get(catalog.parents.get(oid) ?? -1),
        });
    }
    for (const { oid, schema, name, labels } of catalog.enums)
        model.putEnum({
            id: model.nextId(),
            oid,
            schema,
            name,
            labels,
            createdIn: undefined,
            added: new Map(),
        });
    return model;
}
function columnOf({ name, type, typeOid, isNotNull, generated }) {
    return { name, type, typeOid, isNotNull, generated, isNew: false };
}
function constraintOf(constraint, ids, parser) {
    const { name, kind, columns, isValidated, referencedTableOid, referencedColumns, definition } = constraint;
    if (kind === 'trigger')
        return [];
    const expression = kind === 'check' ? (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .checkExpression */ .l4)(definition, parser) : undefined;
    return [
        {
            name,
            form: kind,
            columns,
            isValidated,
            references: ids.get(referencedTableOid ?? -1),
            referencedColumns,
            provesNotNull: (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsProvenNotNull */ .sx)(expression),
            isAboutValues: expression !== undefined && (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isAboutValues */ .A7)(expression),
            addedIn: undefined,
        },
    ];
}
function indexOf({ name, columns, isUnique, isPartial, isValid }) {
    return { name, columns, isUnique, isPartial, isValid, isNew: false };
}
/** A partitioned table is as large as its partitions together. */
function sizes({ relations, parents }) {
    const byOid = new Map(relations.map((relation) => [relation.oid, relation]));
    const children = (0,_group_by_js__WEBPACK_IMPORTED_MODULE_2__/* .groupBy */ .$)([...parents], ([, parent]) => parent);
    const total = (relation) => {
        if (relation.kind !== 'partitioned table')
            return relation;
        const parts = (children.get(relation.oid) ?? []).flatMap(([child]) => byOid.get(child) ?? []).map(total);
        const known = parts.flatMap(({ rows }) => rows ?? []);
        return {
            bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
            rows: known.length < parts.length ? undefined : known.reduce((sum, rows) => sum + rows, 0),
        };
    };
    return (relation) => {
        const { rows, bytes } = total(relation);
        return { rows, bytes };
    };
}


/***/ }),

/***/ 3811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q0: () => (/* binding */ ignoredFinding),
/* harmony export */   a2: () => (/* binding */ noticeRules),
/* harmony export */   i8: () => (/* binding */ unparsedFinding)
/* harmony export */ });
/* harmony import */ var _report_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56757);

const unparsed = {
    id: 'unparsed-script',
    title: 'A migration that the parser cannot read',
    severity: 'notice',
    why: 'It is run as a whole and measured as a whole, and no rule looks at its statements. The grammar is that of PostgreSQL 18; what psql alone understands (`\\set`, `\\copy`) is no SQL.',
    danger: 'meaning',
};
const allowIgnored = {
    id: 'allow-ignored',
    title: 'An allow comment or an entry of the baseline has no effect',
    severity: 'notice',
    why: 'It names a rule that does not exist, gives no reason, stands beside no statement, or there is nothing (any more) that it would allow.',
    danger: 'meaning',
};
const noticeRules = [unparsed, allowIgnored];
function unparsedFinding(migration, message) {
    return (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .findingOf */ .hD)(unparsed, {
        subject: migration,
        message: 'The parser cannot read this migration, so its statements were not judged one by one.',
        evidence: message,
    });
}
/** @param what the rule that it names. */
function ignoredFinding(what, why) {
    return (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .findingOf */ .hD)(allowIgnored, { subject: what, message: `This has no effect: ${why}.` });
}


/***/ }),

/***/ 54892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P3: () => (/* binding */ tablesNamed),
/* harmony export */   QR: () => (/* binding */ targetsOf),
/* harmony export */   Wb: () => (/* binding */ dropTargets)
/* harmony export */ });
/* harmony import */ var _postgres_object_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20547);
/** The tables that an operation is about. */

function tablesNamed(names, model) {
    return names.flatMap((name) => model.table(name) ?? []);
}
function indexedTables(names, model) {
    return names.flatMap((name) => model.indexed(name)?.table ?? []);
}
/** Tables with a column of the domain, or an array of it. */
function domainTables({ schema, name }, model) {
    const quoted = (0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_0__/* .displayIdentifier */ .UY)(name);
    const places = schema === undefined ? model.searchPath : [schema];
    const written = new Set([quoted, ...places.map((place) => `${(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_0__/* .displayIdentifier */ .UY)(place)}.${quoted}`)]);
    const isOfDomain = ({ type }) => typeof type === 'string' ? written.has(type.replace(/\[\]$/, '')) : type.name === name;
    return [...model.tables()].filter(({ kind, columns }) => (kind === 'table' || kind === 'partitioned table') && columns.some(isOfDomain));
}
/** What the statement names as its object. */
function targetsOf(operation, model) {
    if (operation.kind === 'drop')
        return dropTargets(operation, model);
    if (operation.kind === 'reindex') {
        if (operation.what === 'index')
            return indexedTables([operation.name], model);
        return operation.what === 'table' ? tablesNamed([operation.name], model) : [];
    }
    if (operation.kind === 'rename' || operation.kind === 'move')
        return operation.what === 'table' ? tablesNamed([operation.name], model) : [];
    if (operation.kind === 'domain constraint')
        return domainTables(operation.name, model);
    if ('table' in operation)
        return tablesNamed([operation.table], model);
    if ('tables' in operation)
        return tablesNamed(operation.tables, model);
    return 'target' in operation ? tablesNamed([operation.target], model) : [];
}
function dropTargets({ what, names }, model) {
    if (what === 'index')
        return indexedTables(names, model);
    if (what === 'type' || what === 'domain')
        return [];
    if (what !== 'schema')
        return tablesNamed(names, model);
    return [...model.tables()].filter(({ schema }) => names.some(({ name }) => name === schema));
}


/***/ }),

/***/ 70602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ hazardFamilies),
  W: () => (/* binding */ hazardRules)
});

// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(86967);
// EXTERNAL MODULE: ./build/postgres/object-name.js
var object_name = __webpack_require__(20547);
// EXTERNAL MODULE: ./build/migrations/hazards/fix-text.js
var fix_text = __webpack_require__(57609);
// EXTERNAL MODULE: ./build/migrations/hazards/hazard-rule.js
var hazard_rule = __webpack_require__(39559);
// EXTERNAL MODULE: ./build/migrations/hazards/sql-type.js
var sql_type = __webpack_require__(43331);
// EXTERNAL MODULE: ./build/migrations/hazards/table-facts.js
var table_facts = __webpack_require__(40072);
// EXTERNAL MODULE: ./build/migrations/hazards/volatility.js
var hazards_volatility = __webpack_require__(86771);
;// CONCATENATED MODULE: ./build/migrations/hazards/add-column.js







const required = {
    id: 'add-required-column',
    title: 'A required column without a default is added to a table',
    severity: 'error',
    why: 'The rows that are there would have no value, so the migration fails (SQLSTATE 23502) unless the table is empty; and every INSERT of the deployed app, which does not know the column, fails from then on.',
    docs: hazard_rule/* links */.y.alterTable,
    danger: 'meaning',
};
const volatileDefault = {
    id: 'volatile-default',
    title: 'A column is added with a default that differs from row to row',
    severity: 'error',
    why: 'A default that is one value for all rows is stored once. One that must be computed for each row (`gen_random_uuid()`, `random()`, `clock_timestamp()`) rewrites the whole table and its indexes under ACCESS EXCLUSIVE. Whether a function of your own is volatile cannot be seen in the script: it is a warning.',
    docs: hazard_rule/* links */.y.alterTable,
    danger: 'rewrite',
};
const storedGenerated = {
    id: 'stored-generated-column',
    title: 'A stored generated column is added or computed anew',
    severity: 'error',
    why: 'Its value is computed for every row that is there: the whole table and its indexes are rewritten under ACCESS EXCLUSIVE.',
    docs: 'https://www.postgresql.org/docs/current/ddl-generated-columns.html',
    danger: 'rewrite',
};
const numberedColumn = {
    id: 'add-identity-column',
    title: 'A serial or identity column is added to a table',
    severity: 'error',
    why: 'Every row that is there gets its number: the whole table and its indexes are rewritten under ACCESS EXCLUSIVE.',
    docs: hazard_rule/* links */.y.alterTable,
    danger: 'rewrite',
};
function find(operation, context) {
    if (operation.kind === 'set expression')
        return newExpression(operation, context);
    if (operation.kind !== 'add column')
        return [];
    const table = context.model.existing(operation.table);
    const { column, ifNotExists } = operation;
    if (table === undefined || (ifNotExists && (0,table_facts/* columnNamed */.c1)(table, column.name) !== undefined))
        return [];
    const added = { table, column, context, subject: (0,fix_text/* columnSubject */.lM)(table, column.name) };
    return [
        ...withoutValue(added),
        ...withVolatileDefault(added),
        ...withNumbers(added),
        ...(column.generated === 'stored' ? [generated(added)] : []),
    ];
}
function withoutValue({ table, column, context, subject }) {
    const { isNotNull, generated, numbered } = column;
    if (!isNotNull || column.default !== undefined || generated !== undefined || numbered !== undefined)
        return [];
    return [
        {
            rule: required,
            subject,
            message: 'The rows that are there have no value for this column, and the deployed app gives none: the migration fails, or the app’s next INSERT.',
            fix: (0,fix_text/* lines */.Mn)('-- Without NOT NULL (or with a DEFAULT that is one value for all, which Postgres stores once):', (0,fix_text/* alter */.hN)(table, `ADD COLUMN ${(0,identifier/* quoteIdentifier */.C)(column.name)} ${(0,sql_type/* typeSql */.xn)(column.type)}`), '-- Release the code that writes it, and fill the rows from before. Then, in a later pull request:', (0,fix_text/* notNullSteps */._r)(table, column.name, context)),
            table,
        },
    ];
}
function withVolatileDefault({ table, column, context, subject }) {
    const volatility = column.default === undefined ? 'constant' : (0,hazards_volatility/* volatilityOf */.j)(column.default.node);
    if (column.default === undefined || volatility === 'constant')
        return [];
    const isCertain = volatility === 'volatile';
    return [
        {
            rule: volatileDefault,
            ...(isCertain ? {} : { severity: 'warning' }),
            subject,
            message: isCertain
                ? 'The default has another value for every row, so the whole table is rewritten; reads and writes wait until it is.'
                : 'If a function that the default calls is volatile, the whole table is rewritten; reads and writes wait until it is.',
            fix: (0,fix_text/* lines */.Mn)(valueSteps({ table, column, context, subject }, column.default.text)),
            table,
            isCertain,
        },
    ];
}
/** Column first, default for new rows second, rows from before third. */
function valueSteps({ table, column, context }, value, afterColumn = []) {
    const name = (0,identifier/* quoteIdentifier */.C)(column.name);
    return [
        (0,fix_text/* alter */.hN)(table, `ADD COLUMN ${name} ${(0,sql_type/* typeSql */.xn)(column.type)}`),
        ...afterColumn,
        '-- For new rows alone, so without a rewrite:',
        (0,fix_text/* alter */.hN)(table, `ALTER COLUMN ${name} SET DEFAULT ${value}`),
        ...(0,fix_text/* backfill */.ni)(table, column.name, value),
        ...(column.isNotNull
            ? ['-- Then, in a later migration:', ...(0,fix_text/* notNullSteps */._r)(table, column.name, context)]
            : []),
    ];
}
function withNumbers(added) {
    const { table, column, subject } = added;
    if (column.numbered === undefined)
        return [];
    const sequence = (0,object_name/* qualifiedName */.OL)({
        schema: table.schema,
        name: (0,fix_text/* objectNameOf */.mO)(table.name, column.name, 'seq'),
    });
    const owner = `${(0,object_name/* qualifiedName */.OL)(table)}.${(0,identifier/* quoteIdentifier */.C)(column.name)}`;
    return [
        {
            rule: numberedColumn,
            subject,
            message: 'Every row that is there gets a number, so the whole table is rewritten; reads and writes wait until it is.',
            fix: (0,fix_text/* lines */.Mn)(`CREATE SEQUENCE ${sequence} AS ${(0,sql_type/* typeSql */.xn)(column.type)};`, valueSteps(added, `nextval(${(0,identifier/* quoteLiteral */.c)(sequence)})`, [
                `ALTER SEQUENCE ${sequence} OWNED BY ${owner};`,
            ])),
            table,
        },
    ];
}
function generated({ table, column, context, subject }) {
    const virtual = context.serverMajor >= 18
        ? ['-- Or let Postgres compute it on read: GENERATED ALWAYS AS (…) VIRTUAL rewrites nothing.']
        : [];
    return {
        rule: storedGenerated,
        subject,
        message: 'The value is computed for every row that is there, so the whole table is rewritten; reads and writes wait until it is.',
        fix: (0,fix_text/* lines */.Mn)(virtual, '-- An ordinary column that a trigger (or the app) keeps:', (0,fix_text/* alter */.hN)(table, `ADD COLUMN ${(0,identifier/* quoteIdentifier */.C)(column.name)} ${(0,sql_type/* typeSql */.xn)(column.type)}`), (0,fix_text/* comment */.Im)('then a BEFORE INSERT OR UPDATE trigger that computes it, and the rows from before in small batches.')),
        table,
    };
}
function newExpression({ table: name, name: column }, { model }) {
    const table = model.existing(name);
    if (table === undefined || (0,table_facts/* columnNamed */.c1)(table, column)?.generated === 'virtual')
        return [];
    return [
        {
            rule: storedGenerated,
            subject: (0,fix_text/* columnSubject */.lM)(table, column),
            message: 'The value is computed anew for every row, so the whole table is rewritten; reads and writes wait until it is.',
            fix: '-- A new column with the new expression, kept by a trigger and filled in small batches, then take the old one’s place.',
            table,
        },
    ];
}
const addColumn = {
    rules: [required, volatileDefault, storedGenerated, numberedColumn],
    find,
};

// EXTERNAL MODULE: ./build/migrations/hazards/type-changes.js
var type_changes = __webpack_require__(39368);
;// CONCATENATED MODULE: ./build/migrations/hazards/column-types.js






const changeType = {
    id: 'change-column-type',
    title: 'A column gets a type that rewrites the table',
    severity: 'error',
    why: 'Every row is written anew and every index on the table is built anew, under ACCESS EXCLUSIVE: nobody reads or writes it meanwhile, and its size is needed twice on disk. Changes that only widen (a longer `varchar`, `varchar` to `text`, more digits of `numeric` at the same scale, more precise times) rewrite nothing and are not reported. Between `timestamp` and `timestamptz` it depends on the session’s time zone: free where that is UTC, so a warning.',
    docs: hazard_rule/* links */.y.alterTable,
    danger: 'rewrite',
};
const rebuildIndexes = {
    id: 'change-column-collation',
    title: 'A column gets another collation, so its indexes are built anew',
    severity: 'error',
    why: 'Another collation (or `citext` and `text`) rewrites no row, but every index on the column is built anew under ACCESS EXCLUSIVE.',
    docs: hazard_rule/* links */.y.alterTable,
    danger: 'scan',
};
const recheck = {
    id: 'change-checked-column',
    title: 'A column that a check constraint names gets another type',
    severity: 'error',
    why: 'The change itself is free, but the check constraint is made anew and every row is held against it, under ACCESS EXCLUSIVE.',
    docs: hazard_rule/* links */.y.alterTable,
    danger: 'scan',
};
function column_types_find(operation, context) {
    const table = operation.kind === 'change type' ? context.model.existing(operation.table) : undefined;
    if (operation.kind !== 'change type' || table === undefined)
        return [];
    const planned = (0,type_changes/* plannedTypeChange */.n)(operation, table, context.parser);
    const detection = detectionOf(planned, operation, { table, context });
    return detection === undefined
        ? []
        : [{ ...detection, subject: (0,fix_text/* columnSubject */.lM)(table, operation.name), table }];
}
function detectionOf(planned, operation, { table, context }) {
    const change = `from ${planned.from === undefined ? 'its type' : (0,sql_type/* typeSql */.xn)(planned.from)} to ${(0,sql_type/* typeSql */.xn)(operation.type)}`;
    const rewrite = {
        rule: changeType,
        fix: otherEnum(planned, operation, context) ?? newColumn(operation, table),
    };
    switch (planned.effect) {
        case 'free':
            return undefined;
        case 'rewrites':
            return {
                ...rewrite,
                message: `${operation.using === undefined ? `The change ${change}` : 'USING'} writes every row and builds every index anew; reads and writes wait until that is done.`,
            };
        case 'time zone':
            return {
                ...rewrite,
                severity: 'warning',
                isCertain: false,
                message: `The change ${change} writes every row anew unless the session’s TimeZone is UTC; reads and writes wait until that is done.`,
                fix: (0,fix_text/* lines */.Mn)('-- As the values are in UTC, this rewrites nothing:', "SET TimeZone = 'UTC';", (0,fix_text/* alter */.hN)(table, `ALTER COLUMN ${(0,identifier/* quoteIdentifier */.C)(operation.name)} TYPE ${(0,sql_type/* typeSql */.xn)(operation.type)}`), 'RESET TimeZone;'),
            };
        case 'unknown':
            return {
                ...rewrite,
                isCertain: false,
                message: `The change ${change} writes every row and builds every index anew, unless both are stored alike; reads and writes wait until that is done.`,
            };
        case 'rebuilds indexes':
            return indexesOn(operation.name, table).length === 0 ? undefined : reordered(operation, table);
        case 'scans':
            return {
                rule: recheck,
                message: `The change ${change} makes the column’s check constraints anew, so every row is read; reads and writes wait until that is done.`,
                fix: checkFix(operation, table),
            };
    }
}
function indexesOn(column, { indexes }) {
    return indexes.filter(({ columns }) => columns.includes(column) || columns.includes(undefined));
}
function reordered(operation, table) {
    const names = indexesOn(operation.name, table).map(({ name }) => name);
    return {
        rule: rebuildIndexes,
        message: `The column is sorted in another way from then on, so its indexes (${names.join(', ')}) are built anew; reads and writes wait until they are.`,
        fix: newColumn(operation, table),
    };
}
/** From one enum to another, as Prisma does it: a value can be added for free, and one that is not wanted can stay. */
function otherEnum({ from }, { type }, { model }) {
    const old = from === undefined ? undefined : model.enumType(from);
    const next = model.enumType(type);
    if (old === undefined || next === undefined)
        return undefined;
    const added = next.labels.filter((label) => !old.labels.includes(label));
    return (0,fix_text/* lines */.Mn)('-- An enum takes new values without a rewrite, and one that is no longer wanted may stay in it (a CHECK … NOT VALID keeps it out):', added.map((label) => `ALTER TYPE ${(0,object_name/* qualifiedName */.OL)(old)} ADD VALUE ${(0,identifier/* quoteLiteral */.c)(label).trim()};`));
}
/** Expand and contract: a second column, kept in step, then in the first one's place. */
function newColumn({ name, type, using }, table) {
    const next = (0,fix_text/* objectNameOf */.mO)(name, 'new');
    const quoted = (0,identifier/* quoteIdentifier */.C)(next);
    const value = using?.text ?? `${(0,identifier/* quoteIdentifier */.C)(name)}::${(0,sql_type/* typeSql */.xn)(type)}`;
    return (0,fix_text/* lines */.Mn)('-- A second column, which the app (or a trigger) writes too:', (0,fix_text/* alter */.hN)(table, `ADD COLUMN ${quoted} ${(0,sql_type/* typeSql */.xn)(type)}`), (0,fix_text/* backfill */.ni)(table, next, value), (0,fix_text/* comment */.Im)(`Then indexes CONCURRENTLY and constraints NOT VALID on it, release code that reads it (with Prisma: @map(${JSON.stringify(next)})), and drop ${JSON.stringify(name)} in a later pull request.`));
}
function checkFix({ name, type }, table) {
    const checks = table.constraints.filter(({ form, columns }) => form === 'check' && columns.includes(name));
    return (0,fix_text/* lines */.Mn)('-- Without its checks the change is free. Add them again NOT VALID, and validate them in a later transaction:', checks.map((check) => (0,fix_text/* alter */.hN)(table, `DROP CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(check.name)}`)), (0,fix_text/* alter */.hN)(table, `ALTER COLUMN ${(0,identifier/* quoteIdentifier */.C)(name)} TYPE ${(0,sql_type/* typeSql */.xn)(type)}`), checks.map((check) => (0,fix_text/* comment */.Im)(`ADD CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(check.name)} CHECK (…) NOT VALID`)));
}
const columnTypes = { rules: [changeType, rebuildIndexes, recheck], find: column_types_find };

// EXTERNAL MODULE: ./build/migrations/hazards/operation-targets.js
var operation_targets = __webpack_require__(54892);
// EXTERNAL MODULE: ./build/migrations/hazards/sql-tokens.js
var sql_tokens = __webpack_require__(90145);
// EXTERNAL MODULE: ./build/migrations/hazards/table-changes.js
var table_changes = __webpack_require__(20510);
;// CONCATENATED MODULE: ./build/migrations/hazards/unique-through-index.js
/** How a primary key or unique constraint gets its index without blocking. */



/** Takes a unique index of the same columns if the table has one, as it does after a Prisma upgrade of join tables. */
function throughIndex({ constraint, table, context, name }) {
    const { form, columns, including, nullsNotDistinct } = constraint;
    if (table.kind === 'partitioned table')
        return onPartitions({ constraint, table, context, name });
    const isKey = form === 'primary key';
    const ready = table.indexes.find((index) => index.isUnique &&
        !index.isPartial &&
        index.isValid &&
        including.length === 0 &&
        !nullsNotDistinct &&
        index.columns.join('\0') === columns.join('\0') &&
        !table.constraints.some((other) => other.name === index.name));
    const index = (0,identifier/* quoteIdentifier */.C)(ready?.name ?? indexName(name));
    const adopt = `ADD CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(name)} ${isKey ? 'PRIMARY KEY' : 'UNIQUE'} USING INDEX ${index}${timing(constraint)}`;
    const nullable = isKey ? (0,fix_text/* nullableOf */.Ll)(table, columns) : [];
    return (0,fix_text/* lines */.Mn)(nullable.flatMap((column) => (0,fix_text/* notNullSteps */._r)(table, column, context)), ready === undefined ? indexSteps({ constraint, table, context, name }) : [], ready === undefined && context.step.place.transport === 'script' ? '-- In the migration after it:' : [], (0,fix_text/* alter */.hN)(table, adopt));
}
function indexSteps({ constraint, table, context, name }) {
    return [
        (0,fix_text/* outsideTransaction */.gL)(context),
        `CREATE UNIQUE INDEX CONCURRENTLY ${(0,identifier/* quoteIdentifier */.C)(indexName(name))} ON ${indexedPart(constraint, table)};`,
        '-- If it fails (duplicates), it leaves an invalid index: drop that before the next try.',
    ];
}
/** Not the constraint's own: one of that name may be there still. Adopting the index renames it. */
function indexName(constraint) {
    return (0,fix_text/* objectNameOf */.mO)(constraint, 'idx');
}
function onPartitions({ constraint, table, name }) {
    return (0,fix_text/* lines */.Mn)('-- The index of the table alone is made at once, and is not valid yet:', `CREATE UNIQUE INDEX ${(0,identifier/* quoteIdentifier */.C)(name)} ON ONLY ${indexedPart(constraint, table)};`, '-- Then the same CONCURRENTLY on each partition, and ALTER INDEX … ATTACH PARTITION for each.', '-- A partitioned table’s constraint cannot adopt an index, but the unique index does the same.');
}
function indexedPart({ columns, including, nullsNotDistinct }, table) {
    const include = including.length === 0 ? '' : ` INCLUDE (${(0,fix_text/* columnList */.hP)(including)})`;
    return `${(0,object_name/* qualifiedName */.OL)(table)} (${(0,fix_text/* columnList */.hP)(columns)})${include}${nullsNotDistinct ? ' NULLS NOT DISTINCT' : ''}`;
}
function timing({ deferrable }) {
    if (deferrable === undefined)
        return '';
    return deferrable === 'deferred' ? ' DEFERRABLE INITIALLY DEFERRED' : ' DEFERRABLE';
}

;// CONCATENATED MODULE: ./build/migrations/hazards/constraints.js









const primaryKey = {
    id: 'add-primary-key',
    title: 'A primary key is added without an index made before',
    severity: 'error',
    why: 'Its index is built, and its columns are searched for nulls, under ACCESS EXCLUSIVE: nobody reads or writes the table meanwhile. A unique index can be built CONCURRENTLY first and adopted with USING INDEX.',
    docs: hazard_rule/* links */.y.alterTable,
    danger: 'scan',
};
const unique = {
    id: 'add-unique-constraint',
    title: 'A unique constraint is added without an index made before',
    severity: 'error',
    why: 'Its index is built under ACCESS EXCLUSIVE: nobody reads or writes the table meanwhile. A unique index can be built CONCURRENTLY first and adopted with USING INDEX; with duplicates both fail (SQLSTATE 23505).',
    docs: hazard_rule/* links */.y.alterTable,
    danger: 'scan',
};
const foreignKey = {
    id: 'add-foreign-key',
    title: 'A foreign key is added and validated at once',
    severity: 'error',
    why: 'Every row is looked up in the referenced table, under locks that block writes on both tables. Added NOT VALID it holds for new rows at once, and VALIDATE CONSTRAINT in a later transaction checks the rest while both tables can be written.',
    docs: hazard_rule/* links */.y.alterTable,
    danger: 'scan',
};
const check = {
    id: 'add-check-constraint',
    title: 'A check constraint is added and validated at once',
    severity: 'error',
    why: 'The whole table is read under ACCESS EXCLUSIVE. Added NOT VALID it holds for new rows at once, and VALIDATE CONSTRAINT in a later transaction checks the rest while the table can be read and written.',
    docs: hazard_rule/* links */.y.alterTable,
    danger: 'scan',
};
const exclusion = {
    id: 'add-exclusion-constraint',
    title: 'An exclusion constraint is added to a table',
    severity: 'error',
    why: 'Its index is built under ACCESS EXCLUSIVE, and Postgres has no other way: nobody reads or writes the table meanwhile.',
    docs: hazard_rule/* links */.y.alterTable,
    danger: 'scan',
};
const validated = {
    id: 'validate-in-same-transaction',
    title: 'A constraint is validated in the transaction that adds it',
    severity: 'error',
    why: 'VALIDATE CONSTRAINT blocks neither reads nor writes, but the lock that adding the constraint took is kept to the end of the transaction, and so it is held over the whole scan. NOT VALID gains nothing then.',
    docs: hazard_rule/* links */.y.alterTable,
    danger: 'scan',
};
const domain = {
    id: 'add-domain-constraint',
    title: 'A domain gets a constraint that is validated at once',
    severity: 'error',
    why: 'Every table with a column of that domain is read, one after the other, with writes blocked. NOT VALID and VALIDATE CONSTRAINT in a later transaction do it without.',
    docs: 'https://www.postgresql.org/docs/current/sql-alterdomain.html',
    danger: 'scan',
};
function constraints_find(operation, context) {
    if (operation.kind === 'domain constraint')
        return domainConstraint(operation, context);
    if (operation.kind === 'validate constraint')
        return validation(operation, context);
    const table = 'table' in operation ? context.model.existing(operation.table) : undefined;
    if (table === undefined)
        return [];
    if (operation.kind === 'add constraint')
        return added(operation.constraint, table, context);
    if (operation.kind !== 'add column' || (0,table_facts/* columnNamed */.c1)(table, operation.column.name) !== undefined)
        return [];
    const { column } = operation;
    // Postgres knows that a new column without a default refers to nothing.
    const looked = column.constraints.filter(({ form }) => form !== 'foreign key' || column.default !== undefined);
    return looked
        .map((constraint) => asTableConstraint(constraint))
        .flatMap((constraint) => added(constraint, table, context))
        .map((detection) => ({
        ...detection,
        fix: (0,fix_text/* lines */.Mn)('-- Add the column without the constraint. Then:', detection.fix),
    }));
}
/** In a column's definition a foreign key does not name its column. */
function asTableConstraint(constraint) {
    const { form, text, columns } = constraint;
    if (form !== 'foreign key')
        return constraint;
    const word = [...(0,sql_tokens/* sqlTokens */.D)(text)].find(({ start, end }) => /^references$/i.test(text.slice(start, end)));
    const named = constraint.name === undefined ? '' : `CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(constraint.name)} `;
    return { ...constraint, text: `${named}FOREIGN KEY (${(0,fix_text/* columnList */.hP)(columns)}) ${text.slice(word?.start)}` };
}
function added(constraint, table, context) {
    const { form, columns, skipsRows, usingIndex } = constraint;
    const name = constraint.name ?? (0,table_changes/* generatedName */.xg)(table, form, columns);
    const target = { constraint, table, context, name, subject: (0,fix_text/* partSubject */.W_)(table, name) };
    if (form === 'unique' || form === 'primary key')
        return usingIndex === undefined ? [indexed(target)] : [];
    if (form === 'exclusion')
        return [excluding(target)];
    if (form === 'not null' || skipsRows)
        return [];
    return [form === 'foreign key' ? referring(target) : checking(target)];
}
function indexed(target) {
    const { constraint, table, subject } = target;
    const nullable = constraint.form === 'primary key' ? (0,fix_text/* nullableOf */.Ll)(table, constraint.columns) : [];
    const nulls = nullable.length === 0 ? '' : ` and searched for nulls in ${nullable.join(', ')}`;
    return {
        rule: constraint.form === 'primary key' ? primaryKey : unique,
        subject,
        message: `The whole table is read to build the index${nulls}; reads and writes wait until that is done.`,
        fix: throughIndex(target),
        table,
    };
}
function excluding({ constraint, table, subject }) {
    return {
        rule: exclusion,
        subject,
        message: 'The whole table is read to build the index; reads and writes wait until that is done.',
        fix: (0,fix_text/* lines */.Mn)('-- Postgres has no way to do this without the lock. When nobody uses the table, and not for longer than they may wait:', "SET lock_timeout = '5s';", "SET statement_timeout = '60s';", (0,fix_text/* alter */.hN)(table, `ADD ${constraint.text}`), 'RESET statement_timeout;'),
        table,
    };
}
/** `ADD … NOT VALID`, named so that it can be validated. */
function inTwoSteps({ constraint, table, context, name }) {
    const quoted = (0,identifier/* quoteIdentifier */.C)(name);
    const named = constraint.name === undefined ? `CONSTRAINT ${quoted} ` : '';
    return [
        (0,fix_text/* alter */.hN)(table, `ADD ${named}${constraint.text} NOT VALID`),
        (0,fix_text/* ownTransaction */.vL)(context),
        (0,fix_text/* alter */.hN)(table, `VALIDATE CONSTRAINT ${quoted}`),
    ];
}
function referring(target) {
    const { constraint, table, context, subject } = target;
    const parent = constraint.references === undefined ? undefined : context.model.table(constraint.references);
    const isOther = parent?.oid !== undefined && parent.id !== table.id;
    const blocked = isOther ? `writes to ${(0,fix_text/* tableNames */.n$)([table, parent])} wait` : 'writes to it wait';
    return {
        rule: foreignKey,
        subject,
        message: `Every row of ${(0,object_name/* displayName */.QC)(table)} is looked up in ${parent === undefined ? 'the referenced table' : (0,object_name/* displayName */.QC)(parent)}; ${blocked} until that is done.`,
        fix: table.kind === 'partitioned table' && context.serverMajor < 18
            ? partitionedForeignKey(target)
            : (0,fix_text/* lines */.Mn)(inTwoSteps(target)),
        table,
    };
}
function partitionedForeignKey({ constraint, table, context }) {
    const partitions = [...context.model.tables()].filter(({ parent }) => parent === table.id);
    return (0,fix_text/* lines */.Mn)('-- Before Postgres 18 a partitioned table takes no foreign key NOT VALID, but its partitions do. For each:', partitions.slice(0, 3).map((partition) => (0,fix_text/* alter */.hN)(partition, `ADD ${constraint.text} NOT VALID`)), (0,fix_text/* ownTransaction */.vL)(context), partitions
        .slice(0, 3)
        .map((partition) => (0,fix_text/* alter */.hN)(partition, `VALIDATE CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(constraint.name ?? (0,table_changes/* generatedName */.xg)(partition, 'foreign key', constraint.columns))}`)), '-- At last, without a look at the rows:', (0,fix_text/* alter */.hN)(table, `ADD ${constraint.text}`));
}
function checking(target) {
    return {
        rule: check,
        subject: target.subject,
        message: 'The whole table is read to hold every row against the constraint; reads and writes wait until that is done.',
        fix: (0,fix_text/* lines */.Mn)(inTwoSteps(target)),
        table: target.table,
    };
}
function validation(operation, context) {
    const table = context.model.existing(operation.table);
    const constraint = table?.constraints.find(({ name }) => name === operation.name);
    const { transaction } = context.step.place;
    if (table === undefined || constraint === undefined)
        return [];
    if (constraint.isValidated || constraint.addedIn !== transaction)
        return [];
    const parents = (0,table_facts/* existingOf */.fl)([context.model.tableById(constraint.references ?? -1) ?? []].flat());
    const others = parents.filter(({ id }) => id !== table.id);
    const tables = (0,fix_text/* tableNames */.n$)([table, ...others]);
    return [
        {
            rule: validated,
            subject: (0,fix_text/* partSubject */.W_)(table, operation.name),
            message: `The lock of ADD CONSTRAINT … NOT VALID on ${tables} is held until this transaction ends, so it blocks for as long as the rows are read.`,
            fix: (0,fix_text/* lines */.Mn)((0,fix_text/* ownTransaction */.vL)(context), (0,fix_text/* alter */.hN)(table, `VALIDATE CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(operation.name)}`)),
            table,
            others,
        },
    ];
}
function domainConstraint(operation, context) {
    const { name, constraint } = operation;
    const size = ({ rows = Number.POSITIVE_INFINITY }) => rows;
    const [table, ...others] = (0,table_facts/* existingOf */.fl)((0,operation_targets/* targetsOf */.QR)(operation, context.model)).toSorted((left, right) => size(right) - size(left) || ((0,object_name/* displayName */.QC)(left) < (0,object_name/* displayName */.QC)(right) ? -1 : 1));
    if (constraint.skipsRows || table === undefined)
        return [];
    const schema = name.schema ?? context.model.searchPath[0] ?? 'public';
    const quoted = `${(0,identifier/* quoteIdentifier */.C)(schema)}.${(0,identifier/* quoteIdentifier */.C)(name.name)}`;
    const own = constraint.name ?? `${name.name}_check`;
    const named = constraint.name === undefined ? `CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(own)} ` : '';
    return [
        {
            rule: domain,
            subject: (0,object_name/* displayName */.QC)({ schema, name: name.name }),
            message: `Every table with a column of this domain is read (${(0,fix_text/* tableNames */.n$)([table, ...others])}); writes to it wait until that is done.`,
            table,
            others,
            fix: constraint.form === 'check'
                ? (0,fix_text/* lines */.Mn)(`ALTER DOMAIN ${quoted} ADD ${named}${constraint.text} NOT VALID;`, (0,fix_text/* ownTransaction */.vL)(context), `ALTER DOMAIN ${quoted} VALIDATE CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(own)};`)
                : (0,fix_text/* comment */.Im)('Add CHECK (VALUE IS NOT NULL) NOT VALID, and validate it in a later transaction.'),
        },
    ];
}
const constraints = {
    rules: [primaryKey, unique, foreignKey, check, exclusion, validated, domain],
    find: constraints_find,
};

// EXTERNAL MODULE: ./build/migrations/hazards/script-source.js
var script_source = __webpack_require__(33957);
;// CONCATENATED MODULE: ./build/migrations/hazards/data.js





const truncate = {
    id: 'truncate-table',
    title: 'A table is emptied',
    severity: 'error',
    why: 'TRUNCATE takes every row at once, under ACCESS EXCLUSIVE, and with CASCADE those of every table that refers to it as well.',
    docs: 'https://www.postgresql.org/docs/current/sql-truncate.html',
    danger: 'meaning',
};
const deleteAll = {
    id: 'delete-without-where',
    title: 'Every row of a table is deleted',
    severity: 'error',
    why: 'There is no WHERE, or one that is always true: all rows are gone, with what refers to them under ON DELETE CASCADE, in one transaction that holds a lock on each.',
    docs: 'https://www.postgresql.org/docs/current/sql-delete.html',
    danger: 'meaning',
};
const updateAll = {
    id: 'update-without-where',
    title: 'Every row of a table is updated in one statement',
    severity: 'warning',
    why: 'Every row is written anew and stays locked to the end of the transaction, so the app’s own updates wait; the old versions stay as bloat, and replicas have to take all of it at once. In batches, outside of the migration, nobody waits.',
    docs: 'https://www.postgresql.org/docs/current/routine-vacuuming.html#VACUUM-FOR-SPACE-RECOVERY',
    danger: 'scan',
};
function data_find(operation, context) {
    if (operation.kind === 'truncate')
        return emptied(operation, context);
    if (operation.kind !== 'delete' && operation.kind !== 'update')
        return [];
    const table = operation.isEveryRow ? context.model.existing(operation.target) : undefined;
    if (table === undefined)
        return [];
    return [operation.kind === 'delete' ? deleted(table) : updated(table, context)];
}
function emptied({ tables, isCascade }, { model }) {
    const named = (0,table_facts/* existingOf */.fl)(tables.flatMap((name) => model.table(name) ?? []));
    return named.map((table) => {
        const others = isCascade
            ? (0,table_facts/* existingOf */.fl)(withReferring([table], model)).filter(({ id }) => id !== table.id)
            : [];
        const cascade = others.length === 0 ? '' : ` CASCADE empties ${others.map(object_name/* displayName */.QC).toSorted().join(', ')} too.`;
        return {
            rule: truncate,
            subject: (0,object_name/* displayName */.QC)(table),
            message: `All rows are gone, while reads and writes wait.${cascade}`,
            fix: (0,fix_text/* lines */.Mn)('-- If these rows are really not wanted any more, say so:', (0,fix_text/* allowLine */.mM)('truncate-table', 'why nobody needs these rows'), `TRUNCATE ${(0,object_name/* qualifiedName */.OL)(table)};`),
            table,
        };
    });
}
/** With the tables that refer to them, and those that refer to these, and so on. */
function withReferring(tables, model) {
    const all = new Map(tables.map((table) => [table.id, table]));
    for (const table of all.values())
        for (const other of (0,table_facts/* referencingTables */.qg)(table, model))
            all.set(other.id, other);
    return [...all.values()];
}
function deleted(table) {
    return {
        rule: deleteAll,
        subject: (0,object_name/* displayName */.QC)(table),
        message: 'There is no condition: all rows are deleted.',
        fix: (0,fix_text/* lines */.Mn)('-- Name the rows in a WHERE. If it is to be all of them, say so:', (0,fix_text/* allowLine */.mM)('delete-without-where', 'why nobody needs these rows'), `DELETE FROM ${(0,object_name/* qualifiedName */.OL)(table)};`),
        table,
    };
}
function updated(table, { step }) {
    return {
        rule: updateAll,
        subject: (0,object_name/* displayName */.QC)(table),
        message: 'There is no condition: every row is written anew, and stays locked until the transaction ends.',
        fix: (0,fix_text/* lines */.Mn)('-- In a job after the migration, a few rows at a time, again and again until it changes no row:', inBatches(step.statement.text) ??
            '-- UPDATE … WHERE ctid = ANY (ARRAY(SELECT ctid FROM … WHERE … LIMIT 5000));'),
        table,
    };
}
/**
 * The same UPDATE for rows that it has not changed yet, some thousands at a time. Undefined for what is no simple
 * `UPDATE table SET column = expression …`.
 */
function inBatches(text) {
    const plain = (0,script_source/* withoutComments */.fx)(text);
    const [update, set] = ['update', 'set'].map((word) => topWords(plain).find((token) => token.word === word));
    const end = topWords(plain).find(({ word }) => word === 'where' || word === 'returning');
    if (update?.start !== 0 || set === undefined)
        return undefined;
    const target = plain.slice(update.end, set.start).trim();
    const changes = plain.slice(set.end, end?.start).trim();
    const [, column, expression] = /^("(?:[^"]|"")+"|\w+)\s*=\s*(.*)$/s.exec(changes.slice(0, (0,sql_tokens/* commaOrEnd */.E)(changes, 0, changes.length))) ?? [];
    if (column === undefined || expression === undefined || /^default$/i.test(expression.trim()))
        return undefined;
    const left = `${column} IS DISTINCT FROM (${expression.trim()})`;
    return `UPDATE ${target} SET ${changes} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${target} WHERE ${left} LIMIT 5000));`;
}
/** Words outside of parentheses, in lower case. */
function topWords(text) {
    let depth = 0;
    return [...(0,sql_tokens/* sqlTokens */.D)(text)].flatMap((token) => {
        const word = text.slice(token.start, token.end).toLowerCase();
        depth += token.kind !== 'symbol' ? 0 : word === '(' ? 1 : word === ')' ? -1 : 0;
        return token.kind === 'word' && depth === 0 ? [{ ...token, word }] : [];
    });
}
const data = { rules: [truncate, deleteAll, updateAll], find: data_find };

// EXTERNAL MODULE: ./build/migrations/parse-tree.js
var parse_tree = __webpack_require__(87308);
// EXTERNAL MODULE: ./build/migrations/record.js
var record = __webpack_require__(5411);
;// CONCATENATED MODULE: ./build/migrations/hazards/enums.js







const renameValue = {
    id: 'rename-enum-value',
    title: 'A value of an enum is renamed',
    severity: 'error',
    why: 'The app that is deployed writes the old value, which the database refuses from that moment on (SQLSTATE 22P02), and reads one that it does not know.',
    docs: hazard_rule/* links */.y.mapping,
    danger: 'meaning',
};
const removeValue = {
    id: 'remove-enum-value',
    title: 'An enum is replaced by one that lacks some of its values',
    severity: 'error',
    why: 'A row that still has such a value makes the migration fail (SQLSTATE 22P02), and so does every later write of the deployed app that uses one.',
    docs: hazard_rule/* links */.y.alterType,
    danger: 'meaning',
};
const renameType = {
    id: 'rename-type',
    title: 'An enum is renamed or moved to another schema',
    severity: 'error',
    why: 'Prisma’s client names the type in its queries, so the app that is deployed fails on the old name from that moment on (SQLSTATE 42704).',
    docs: hazard_rule/* links */.y.mapping,
    danger: 'meaning',
};
const dropType = {
    id: 'drop-type',
    title: 'An enum is dropped',
    severity: 'warning',
    why: 'The app that is deployed fails where it still names the type (SQLSTATE 42704); with CASCADE the columns of that type go with it.',
    docs: 'https://www.postgresql.org/docs/current/sql-droptype.html',
    danger: 'meaning',
};
const usedTooSoon = {
    id: 'enum-value-used-too-soon',
    title: 'A new value of an enum is used in the transaction that adds it',
    severity: 'error',
    why: 'Postgres refuses it (SQLSTATE 55P04, "unsafe use of new value") until that transaction is committed, so the migration fails.',
    docs: hazard_rule/* links */.y.alterType,
    danger: 'meaning',
};
function enums_find(operation, context) {
    const tooSoon = operation === context.step.operations[0] ? usesTooSoon(context) : [];
    return [...tooSoon, ...changes(operation, context)];
}
function changes(operation, context) {
    switch (operation.kind) {
        case 'rename enum value':
            return valueRenamed(operation, context);
        case 'create enum':
            return replaced(operation.name, { labels: operation.labels }, context);
        case 'rename':
        case 'move':
            return operation.what === 'type' ? typeRenamed(operation, context) : [];
        case 'drop':
            return operation.what === 'type'
                ? operation.names.flatMap((name) => typeDropped(name, operation.isCascade, context))
                : [];
        default:
            return [];
    }
}
function valueRenamed({ name, labels }, { model }) {
    const type = model.enumType(name);
    const [old = '', next = ''] = labels;
    if (type?.oid === undefined || type.added.has(old))
        return [];
    return [
        {
            rule: renameValue,
            subject: `${(0,object_name/* displayName */.QC)(type)} · ${old}`,
            message: `The deployed app writes ${(0,identifier/* quoteLiteral */.c)(old).trim()}, which is refused from now on, and does not know ${(0,identifier/* quoteLiteral */.c)(next).trim()} when it reads it.`,
            fix: (0,fix_text/* lines */.Mn)((0,fix_text/* comment */.Im)(`With Prisma, keep the value and give it another name in the schema: ${next} @map(${JSON.stringify(old)}).`), '-- Or add the new value beside the old one, release code that knows both, and move the rows in batches:', `ALTER TYPE ${(0,object_name/* qualifiedName */.OL)(type)} ADD VALUE ${(0,identifier/* quoteLiteral */.c)(next)};`),
        },
    ];
}
function typeRenamed(operation, context) {
    const { model } = context;
    const type = model.enumType(operation.name);
    if (type === undefined)
        return [];
    const renamed = operation.kind === 'rename'
        ? { schema: type.schema, name: operation.newName }
        : { schema: operation.newSchema, name: type.name };
    if (type.oid === undefined)
        return replaced(renamed, type, context);
    const taken = takenOver(type, context);
    if (taken === 'at once' || model.originalEnum(type) === undefined)
        return [];
    const isGap = taken === 'later';
    return [
        {
            rule: renameType,
            ...(isGap ? { severity: 'warning' } : {}),
            subject: (0,object_name/* displayName */.QC)(type),
            message: isGap
                ? 'Between this statement and the one that makes a type of the old name again, the deployed app finds none. One transaction would hide the gap.'
                : `The deployed app names this type in its queries, and fails from now on; the new one (${(0,object_name/* displayName */.QC)(renamed)}) fails until this has run.`,
            fix: (0,fix_text/* comment */.Im)(isGap
                ? 'Put BEGIN before the first of these statements and COMMIT after the last.'
                : `With Prisma, keep the type's name and give the enum the new one: @@map(${JSON.stringify(type.name)}).`),
        },
    ];
}
/** A new enum has come to the name of an old one. */
function replaced(name, next, { model }) {
    const schema = name.schema ?? model.searchPath[0] ?? 'public';
    const old = model.originalEnum({ schema, name: name.name });
    const missing = old?.labels.filter((label) => !next.labels.includes(label)) ?? [];
    if (old === undefined || missing.length === 0)
        return [];
    const named = missing.map((label) => (0,identifier/* quoteLiteral */.c)(label).trim()).join(', ');
    return [
        {
            rule: removeValue,
            subject: (0,object_name/* displayName */.QC)(old),
            message: `The new type lacks ${named}: a row that has such a value makes the migration fail, and a write of the deployed app that uses one fails afterwards.`,
            fix: (0,fix_text/* lines */.Mn)('-- Leave the value in the type, and release code that no longer writes it. To keep it out for good:', usersOf(next.id, model).map(({ table, column }) => keepOut(missing, table, column)), '-- If no row has it and no deployed code writes it, say so:', (0,fix_text/* allowLine */.mM)('remove-enum-value', 'no row has it and no code writes it')),
        },
    ];
}
function keepOut(labels, table, column) {
    const constraint = (0,identifier/* quoteIdentifier */.C)((0,fix_text/* objectNameOf */.mO)(table.name, column, 'values'));
    const list = labels.map((label) => (0,identifier/* quoteLiteral */.c)(label).trim()).join(', ');
    return (0,fix_text/* alter */.hN)(table, `ADD CONSTRAINT ${constraint} CHECK (${(0,identifier/* quoteIdentifier */.C)(column)}::text NOT IN (${list})) NOT VALID`);
}
/** Columns of the type. */
function usersOf(id, model) {
    const type = [...model.enums()].find((other) => other.id === id);
    if (type === undefined)
        return [];
    return [...model.tables()].flatMap((table) => table.columns
        .filter((column) => (0,table_facts/* isOfEnum */.vF)(column, type, model))
        .map(({ name: column }) => ({ table, column })));
}
function takenOver({ schema, name }, { later, step, model }) {
    for (const { operation, step: other } of later()) {
        const made = operation.kind === 'create enum'
            ? operation.name
            : operation.kind === 'rename' && operation.what === 'type'
                ? { schema: operation.name.schema, name: operation.newName }
                : undefined;
        if (made?.name === name && (made.schema ?? model.searchPath[0]) === schema)
            return other.place.transaction === step.place.transaction ? 'at once' : 'later';
    }
    return undefined;
}
function typeDropped(name, isCascade, context) {
    const type = context.model.enumType(name);
    // A renamed one has left its name to another before; that was told there.
    if (type?.oid === undefined || context.model.originalEnum(type)?.id !== type.id)
        return [];
    if (takenOver(type, context) !== undefined)
        return [];
    return [
        {
            rule: dropType,
            subject: (0,object_name/* displayName */.QC)(type),
            message: `The deployed app fails where it still names this type.${isCascade ? ' CASCADE drops the columns of this type too.' : ''}`,
            fix: (0,fix_text/* lines */.Mn)('-- First release code that no longer uses it. Then, in a later pull request:', (0,fix_text/* allowLine */.mM)('drop-type', 'nothing that is deployed uses it'), `DROP TYPE ${(0,object_name/* qualifiedName */.OL)(type)};`),
        },
    ];
}
/** A literal of the value, in a statement that has to do with the type. */
function usesTooSoon(context) {
    const { model, step, serverMajor } = context;
    const { node } = step.statement;
    const fresh = [...model.enums()].flatMap((type) => 
    // From 17 on, Postgres knows that nobody else has seen a type of this transaction.
    type.createdIn === step.place.transaction && serverMajor >= 17
        ? []
        : [...type.added]
            .filter(([, transaction]) => transaction === step.place.transaction)
            .map(([label]) => ({ type, label })));
    if (fresh.length === 0)
        return [];
    const literals = new Set((0,parse_tree/* nodesOf */.Nh)(node, 'sval').flatMap(({ sval }) => (0,record/* textOrUndefined */.T)(sval) ?? []));
    return fresh
        .filter(({ type, label }) => literals.has(label) && isAbout(type, context))
        .map(({ type, label }) => ({
        rule: usedTooSoon,
        subject: `${(0,object_name/* displayName */.QC)(type)} · ${label}`,
        message: `${(0,identifier/* quoteLiteral */.c)(label).trim()} was added in this very transaction, so Postgres refuses to use it and the migration fails.`,
        fix: (0,fix_text/* lines */.Mn)(`ALTER TYPE ${(0,object_name/* qualifiedName */.OL)(type)} ADD VALUE ${(0,identifier/* quoteLiteral */.c)(label)};`, (0,fix_text/* ownTransaction */.vL)(context), (0,fix_text/* comment */.Im)('what uses the value')),
    }));
}
function isAbout(type, { model, step }) {
    const { node } = step.statement;
    const named = (0,parse_tree/* nodesOf */.Nh)(node, 'typeName').flatMap(({ names }) => (0,parse_tree/* listedName */.d1)(names) ?? []);
    if (named.some((name) => model.enumType(name)?.id === type.id))
        return true;
    const relations = [...(0,parse_tree/* nodesOf */.Nh)(node, 'RangeVar'), ...(0,parse_tree/* nodesOf */.Nh)(node, 'relation')];
    const tables = relations.flatMap((relation) => {
        const name = (0,parse_tree/* relationName */.CJ)(relation);
        return name === undefined ? [] : (model.table(name) ?? []);
    });
    return tables.some(({ columns }) => columns.some((column) => (0,table_facts/* isOfEnum */.vF)(column, type, model)));
}
const enums = {
    rules: [renameValue, removeValue, renameType, dropType, usedTooSoon],
    find: enums_find,
};

// EXTERNAL MODULE: ./build/migrations/hazards/held-locks.js
var held_locks = __webpack_require__(51386);
;// CONCATENATED MODULE: ./build/migrations/hazards/indexes.js






const create = {
    id: 'create-index-not-concurrent',
    title: 'An index is built while writes are blocked',
    severity: 'error',
    why: 'CREATE INDEX takes SHARE for as long as it reads the table: every INSERT, UPDATE and DELETE waits. CONCURRENTLY takes longer and blocks nobody, but cannot run in a transaction.',
    docs: hazard_rule/* links */.y.indexConcurrently,
    danger: 'scan',
};
const drop = {
    id: 'drop-index-not-concurrent',
    title: 'An index is dropped under ACCESS EXCLUSIVE',
    severity: 'warning',
    why: 'Dropping takes no time, but the lock has to wait for every query on the table that runs, and every new one waits behind it. DROP INDEX CONCURRENTLY waits without blocking.',
    docs: 'https://www.postgresql.org/docs/current/sql-dropindex.html',
    danger: 'lock',
};
const rebuild = {
    id: 'reindex-not-concurrent',
    title: 'An index is rebuilt while the table is blocked',
    severity: 'error',
    why: 'REINDEX blocks writes to the table, and every query that would use the index, until the index is built. CONCURRENTLY builds a second one beside it first.',
    docs: 'https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY',
    danger: 'scan',
};
function indexes_find(operation, context) {
    if (operation.kind === 'create index')
        return created(operation, context);
    if (operation.kind === 'reindex')
        return rebuilt(operation, context);
    if (operation.kind !== 'drop' || operation.what !== 'index' || operation.isConcurrent)
        return [];
    return operation.names.flatMap((name) => {
        const found = context.model.indexed(name);
        return found === undefined || found.table.oid === undefined ? [] : [dropped(found, context)];
    });
}
function created(operation, context) {
    const { model } = context;
    const table = model.existing(operation.table);
    if (table === undefined || operation.isConcurrent || (operation.isOnly && isPartitioned(table)))
        return [];
    const { name } = operation;
    if (operation.ifNotExists && name !== undefined && isThere(name, table, model))
        return [];
    return [
        {
            rule: create,
            subject: name === undefined ? `${(0,object_name/* displayName */.QC)(table)} · ${columnsText(operation)}` : (0,fix_text/* partSubject */.W_)(table, name),
            message: 'The whole table is read to build the index; writes wait until it is built.',
            fix: isPartitioned(table)
                ? partitionedFix(operation, table, context)
                : concurrentFix(operation, context),
            table,
        },
    ];
}
function isThere(name, { schema }, model) {
    return model.indexed({ schema, name }) !== undefined;
}
function isPartitioned({ kind }) {
    return kind === 'partitioned table';
}
function columnsText({ columns }) {
    return `(${columns.map((column) => (column === undefined ? 'expression' : (0,object_name/* displayIdentifier */.UY)(column))).join(', ')})`;
}
function concurrentFix({ ifNotExists }, context) {
    const { text } = context.step.statement;
    return (0,fix_text/* lines */.Mn)((0,fix_text/* outsideTransaction */.gL)(context), `${(0,script_source/* withoutComments */.fx)(insertAfter(text, 'index', 'CONCURRENTLY'))};`, '-- If it fails half way it leaves an invalid index: drop that before the next try.', ifNotExists ? '-- (IF NOT EXISTS would take the invalid one for what was wanted.)' : []);
}
/** The statement with a word put in after its first `word`. */
function insertAfter(text, word, inserted) {
    const token = firstWord(text, word);
    return token === undefined ? text : `${text.slice(0, token.end)} ${inserted}${text.slice(token.end)}`;
}
function firstWord(text, word) {
    return [...(0,sql_tokens/* sqlTokens */.D)(text)].find(({ kind, start, end }) => kind === 'word' && text.slice(start, end).toLowerCase() === word);
}
/** On the parent alone, then on each partition, then joined: CONCURRENTLY cannot be used on the whole. */
function partitionedFix(operation, table, { model, step }) {
    const { text } = step.statement;
    const definition = definitionPart(text);
    const name = operation.name ?? (0,fix_text/* objectNameOf */.mO)(table.name, 'idx');
    const partitions = [...model.tables()].filter(({ parent }) => parent === table.id);
    const unique = operation.isUnique ? 'UNIQUE ' : '';
    const index = `${(0,identifier/* quoteIdentifier */.C)(table.schema)}.${(0,identifier/* quoteIdentifier */.C)(name)}`;
    return (0,fix_text/* lines */.Mn)(`CREATE ${unique}INDEX ${(0,identifier/* quoteIdentifier */.C)(name)} ON ONLY ${(0,object_name/* qualifiedName */.OL)(table)} ${definition};`, '-- For each partition, CONCURRENTLY and outside of a transaction:', partitions.slice(0, 3).flatMap((partition) => {
        const part = (0,fix_text/* objectNameOf */.mO)(partition.name, name);
        return [
            `CREATE ${unique}INDEX CONCURRENTLY ${(0,identifier/* quoteIdentifier */.C)(part)} ON ${(0,object_name/* qualifiedName */.OL)(partition)} ${definition};`,
            `ALTER INDEX ${index} ATTACH PARTITION ${(0,identifier/* quoteIdentifier */.C)(partition.schema)}.${(0,identifier/* quoteIdentifier */.C)(part)};`,
        ];
    }), partitions.length > 3 ? (0,fix_text/* comment */.Im)(`and so on for ${partitions.length - 3} more`) : []);
}
/** What stands behind the table's name: `USING gin (a) WHERE b`. */
function definitionPart(text) {
    const tokens = [...(0,sql_tokens/* sqlTokens */.D)(text)].filter(({ kind }) => kind !== 'comment');
    const textOf = ({ start, end }) => text.slice(start, end).toLowerCase();
    const on = tokens.findIndex((token) => token.kind === 'word' && textOf(token) === 'on');
    const begin = tokens
        .slice(on + 1)
        .find((token) => textOf(token) === '(' || (token.kind === 'word' && textOf(token) === 'using'));
    return (0,script_source/* withoutComments */.fx)(text.slice(begin?.start ?? text.length));
}
function dropped({ table, index }, context) {
    const name = `${(0,identifier/* quoteIdentifier */.C)(table.schema)}.${(0,identifier/* quoteIdentifier */.C)(index.name)}`;
    return {
        rule: drop,
        subject: (0,fix_text/* partSubject */.W_)(table, index.name),
        message: 'The lock waits for every query on the table that runs, and all new reads and writes wait behind it.',
        fix: isPartitioned(table)
            ? (0,fix_text/* lines */.Mn)('-- An index of a partitioned table cannot be dropped CONCURRENTLY. So that nobody waits for long:', "SET lock_timeout = '5s';", `DROP INDEX ${name};`)
            : (0,fix_text/* lines */.Mn)((0,fix_text/* outsideTransaction */.gL)(context, false), `DROP INDEX CONCURRENTLY ${name};`),
        table,
    };
}
function rebuilt(operation, context) {
    if (operation.isConcurrent)
        return [];
    const { what, name } = operation;
    if (what === 'schema' || what === 'database')
        return [rebuiltMany(name.name === '' ? 'the whole database' : (0,object_name/* displayIdentifier */.UY)(name.name), context)];
    const found = what === 'index' ? context.model.indexed(name) : undefined;
    const table = what === 'index' ? found?.table : context.model.table(name);
    if (table?.oid === undefined)
        return [];
    const quoted = found === undefined
        ? (0,object_name/* qualifiedName */.OL)(table)
        : `${(0,identifier/* quoteIdentifier */.C)(table.schema)}.${(0,identifier/* quoteIdentifier */.C)(found.index.name)}`;
    return [
        {
            rule: rebuild,
            subject: found === undefined ? (0,object_name/* displayName */.QC)(table) : (0,fix_text/* partSubject */.W_)(table, found.index.name),
            message: 'Writes, and every query that would use the index, wait until it is built.',
            fix: (0,fix_text/* lines */.Mn)((0,fix_text/* outsideTransaction */.gL)(context, false), `REINDEX ${what.toUpperCase()} CONCURRENTLY ${quoted};`),
            table,
        },
    ];
}
function rebuiltMany(subject, context) {
    const { text } = context.step.statement;
    const what = /^reindex\s*(\([^)]*\)\s*)?(schema|database|system)/i.exec(text)?.[2]?.toLowerCase();
    return {
        rule: rebuild,
        subject,
        message: 'Every table is blocked in its turn: writes, and the queries that would use an index, wait until it is built.',
        fix: (0,fix_text/* lines */.Mn)((0,fix_text/* outsideTransaction */.gL)(context, false), `${(0,script_source/* withoutComments */.fx)(insertAfter(text, what ?? 'schema', 'CONCURRENTLY'))};`),
    };
}
const indexes = { rules: [create, drop, rebuild], find: indexes_find };

// EXTERNAL MODULE: ./build/migrations/hazards/measured-rules.js
var measured_rules = __webpack_require__(92134);
// EXTERNAL MODULE: ./build/migrations/hazards/ddl-form.js
var ddl_form = __webpack_require__(70973);
;// CONCATENATED MODULE: ./build/migrations/hazards/not-null.js



const setNotNull = {
    id: 'set-not-null',
    title: 'A column is made NOT NULL with a scan of the table',
    severity: 'error',
    why: 'Postgres reads the whole table to look for nulls, under ACCESS EXCLUSIVE: nobody reads or writes it meanwhile. With a validated `CHECK (… IS NOT NULL)` it does not have to; from Postgres 18 on a NOT NULL constraint can itself be added NOT VALID and validated later.',
    docs: hazard_rule/* links */.y.alterTable,
    danger: 'scan',
};
function not_null_find(operation, context) {
    const table = 'table' in operation ? context.model.existing(operation.table) : undefined;
    if (table === undefined)
        return [];
    return (0,fix_text/* nullableOf */.Ll)(table, columnsMadeNotNull(operation, table)).map((column) => ({
        rule: setNotNull,
        subject: (0,fix_text/* columnSubject */.lM)(table, column),
        message: 'Postgres reads the whole table to make sure that this column has no nulls; reads and writes wait until it has.',
        fix: (0,fix_text/* lines */.Mn)((0,fix_text/* notNullSteps */._r)(table, column, context)),
        table,
    }));
}
/** A new primary key without an index scans once, for its index; that rule tells of the nulls too. */
function columnsMadeNotNull(operation, table) {
    if (operation.kind === 'set not null')
        return [operation.name];
    if (operation.kind !== 'add constraint')
        return [];
    const { form, columns, skipsRows, usingIndex } = operation.constraint;
    if (form === 'not null')
        return skipsRows ? [] : columns;
    return form === 'primary key' && usingIndex !== undefined ? (0,ddl_form/* indexColumns */.c)(table, usingIndex) : [];
}
const notNull = { rules: [setNotNull], find: not_null_find };

// EXTERNAL MODULE: ./build/migrations/hazards/notices.js
var notices = __webpack_require__(3811);
;// CONCATENATED MODULE: ./build/migrations/hazards/partitions.js



const partitioning = 'https://www.postgresql.org/docs/current/ddl-partitioning.html';
const detach = {
    id: 'detach-partition-not-concurrent',
    title: 'A partition is detached under ACCESS EXCLUSIVE on the whole table',
    severity: 'warning',
    why: 'The lock on the partitioned table is short, but has to wait for every query on any partition, and all new ones wait behind it. DETACH PARTITION … CONCURRENTLY waits without blocking; it cannot run in a transaction, nor where there is a default partition.',
    docs: partitioning,
    danger: 'lock',
};
const attach = {
    id: 'attach-partition-without-check',
    title: 'A table becomes a partition without a check that fits its bounds',
    severity: 'error',
    why: 'Postgres reads the whole table to make sure that every row belongs there, under ACCESS EXCLUSIVE on it. A validated CHECK that says the same as the bounds spares it; a default partition needs one that says the opposite.',
    docs: partitioning,
    danger: 'scan',
};
const createPartition = {
    id: 'create-partition-of',
    title: 'A partition is created in place',
    severity: 'notice',
    why: 'CREATE TABLE … PARTITION OF takes ACCESS EXCLUSIVE on the partitioned table, and reads its default partition if there is one. A table that is made by itself and attached takes a lock that blocks nobody.',
    docs: partitioning,
    danger: 'lock',
};
function partitions_find(operation, context) {
    if (operation.kind === 'detach partition')
        return detached(operation, context);
    if (operation.kind === 'attach partition')
        return attached(operation, context);
    return operation.kind === 'create table' ? partitions_created(operation, context) : [];
}
function detached({ table: name, partition, isConcurrent }, context) {
    const table = context.model.existing(name);
    const part = context.model.existing(partition);
    if (table === undefined || part === undefined || isConcurrent)
        return [];
    return [
        {
            rule: detach,
            subject: (0,object_name/* displayName */.QC)(part),
            message: `The lock on ${(0,object_name/* displayName */.QC)(table)} waits for every query on any of its partitions, and all new reads and writes wait behind it.`,
            fix: (0,fix_text/* lines */.Mn)((0,fix_text/* outsideTransaction */.gL)(context), (0,fix_text/* alter */.hN)(table, `DETACH PARTITION ${(0,object_name/* qualifiedName */.OL)(part)} CONCURRENTLY`)),
            table,
        },
    ];
}
function attached({ table: name, partition }, context) {
    const table = context.model.table(name);
    const part = context.model.existing(partition);
    if (table === undefined || part === undefined)
        return [];
    const isChecked = part.constraints.some(({ isValidated, isAboutValues }) => isValidated && isAboutValues);
    if (isChecked)
        return [];
    const check = (0,identifier/* quoteIdentifier */.C)((0,fix_text/* objectNameOf */.mO)(part.name, 'bounds'));
    return [
        {
            rule: attach,
            subject: (0,object_name/* displayName */.QC)(part),
            message: `The whole table is read to make sure that every row belongs into ${(0,object_name/* displayName */.QC)(table)}; its reads and writes wait until that is done.`,
            fix: (0,fix_text/* lines */.Mn)('-- First, in transactions of their own, a check that says the same as the bounds (and IS NOT NULL for the key):', (0,fix_text/* comment */.Im)(`ALTER TABLE ${(0,object_name/* qualifiedName */.OL)(part)} ADD CONSTRAINT ${check} CHECK (…) NOT VALID;`), (0,fix_text/* alter */.hN)(part, `VALIDATE CONSTRAINT ${check}`), '-- Then attach as here, and:', (0,fix_text/* alter */.hN)(part, `DROP CONSTRAINT ${check}`)),
            table: part,
        },
    ];
}
function partitions_created({ name, partitionOf }, { model }) {
    const parent = partitionOf === undefined ? undefined : model.existing(partitionOf);
    if (parent === undefined)
        return [];
    const part = { schema: name.schema ?? model.searchPath[0] ?? 'public', name: name.name };
    return [
        {
            rule: createPartition,
            subject: (0,object_name/* displayName */.QC)(part),
            message: `This takes ACCESS EXCLUSIVE on ${(0,object_name/* displayName */.QC)(parent)}: its reads and writes wait while this waits for the queries that run.`,
            fix: (0,fix_text/* lines */.Mn)(`CREATE TABLE ${(0,object_name/* qualifiedName */.OL)(part)} (LIKE ${(0,object_name/* qualifiedName */.OL)(parent)} INCLUDING DEFAULTS INCLUDING CONSTRAINTS);`, (0,fix_text/* comment */.Im)(`ALTER TABLE ${(0,object_name/* qualifiedName */.OL)(parent)} ATTACH PARTITION ${(0,object_name/* qualifiedName */.OL)(part)} FOR VALUES …;`)),
            table: parent,
        },
    ];
}
const partitions = { rules: [detach, attach, createPartition], find: partitions_find };

// EXTERNAL MODULE: ./build/migrations/hazards/involved-tables.js
var involved_tables = __webpack_require__(69633);
;// CONCATENATED MODULE: ./build/migrations/hazards/removal.js







const dropTable = {
    id: 'drop-table',
    title: 'A table is dropped',
    severity: 'warning',
    why: 'Its rows are gone at once, and the app that is deployed fails if it still uses it (SQLSTATE 42P01). Right once no deployed code does: say so with an allow comment.',
    docs: hazard_rule/* links */.y.locks,
    danger: 'meaning',
};
const dropColumn = {
    id: 'drop-column',
    title: 'A column is dropped',
    severity: 'warning',
    why: 'Its values are gone at once, and the app that is deployed fails if it still names it (SQLSTATE 42703); Prisma’s client names every column of its schema in every query. Right once no deployed code does: say so with an allow comment.',
    docs: hazard_rule/* links */.y.alterTable,
    danger: 'meaning',
};
const dropSchema = {
    id: 'drop-schema',
    title: 'A schema is dropped with what is in it',
    severity: 'error',
    why: 'Every table in it is gone at once, with ACCESS EXCLUSIVE on all of them.',
    docs: 'https://www.postgresql.org/docs/current/sql-dropschema.html',
    danger: 'meaning',
};
const dropView = {
    id: 'drop-view',
    title: 'A view is dropped and not made again',
    severity: 'warning',
    why: 'The app that is deployed fails if it still reads it (SQLSTATE 42P01).',
    docs: 'https://www.postgresql.org/docs/current/sql-dropview.html',
    danger: 'meaning',
};
const dropForeignKey = {
    id: 'drop-foreign-key',
    title: 'Dropping a foreign key locks the table that it refers to',
    severity: 'warning',
    why: 'Dropping a foreign key, its column or its whole table takes ACCESS EXCLUSIVE on the referenced table too, which the statement does not name. The lock is short, but it has to wait for every query on that table, and all new ones wait behind it.',
    docs: hazard_rule/* links */.y.locks,
    danger: 'lock',
};
function removal_find(operation, context) {
    if (operation.kind === 'drop')
        return [...removal_dropped(operation, context), ...parents(operation, context)];
    if (operation.kind === 'drop column')
        return [...columnDropped(operation, context), ...parents(operation, context)];
    return operation.kind === 'drop constraint' ? parents(operation, context) : [];
}
function removal_dropped(operation, context) {
    const existing = (0,table_facts/* existingOf */.fl)((0,operation_targets/* targetsOf */.QR)(operation, context.model));
    if (operation.what === 'table')
        return existing.map((table) => tableDropped(table, operation, context));
    if (operation.what === 'schema' && existing.length > 0)
        return [schemaDropped(operation, existing)];
    if (operation.what !== 'view' && operation.what !== 'materialized view')
        return [];
    return existing.filter((view) => !isMadeAgain(view, context)).map((view) => viewDropped(view));
}
function tableDropped(table, { isCascade }, { model }) {
    const referring = isCascade ? (0,table_facts/* existingOf */.fl)((0,table_facts/* referencingTables */.qg)(table, model)) : [];
    const cascade = referring.length === 0
        ? ''
        : ` CASCADE also drops the foreign keys of ${referring.map(object_name/* displayName */.QC).toSorted().join(', ')}.`;
    return {
        rule: dropTable,
        subject: (0,object_name/* displayName */.QC)(table),
        message: `The table and its rows are gone at once, and the deployed app fails where it still uses it.${cascade}`,
        fix: (0,fix_text/* lines */.Mn)('-- First release code, and a Prisma schema, that no longer use the table. Then, in a later pull request:', (0,fix_text/* allowLine */.mM)('drop-table', 'nothing that is deployed uses it'), `DROP TABLE ${(0,object_name/* qualifiedName */.OL)(table)};`),
        table,
    };
}
function columnDropped({ table: name, name: column }, { model }) {
    const table = model.existing(name);
    const known = table === undefined ? undefined : (0,table_facts/* columnNamed */.c1)(table, column);
    if (table === undefined || known === undefined || known.isNew)
        return [];
    return [
        {
            rule: dropColumn,
            subject: (0,fix_text/* columnSubject */.lM)(table, column),
            message: 'The column’s values are gone at once, and the deployed app fails where it still names the column.',
            fix: (0,fix_text/* lines */.Mn)('-- First release code that no longer uses the column (in a Prisma schema: @ignore on the field, or no field). Then, in a later pull request:', (0,fix_text/* allowLine */.mM)('drop-column', 'nothing that is deployed uses it'), (0,fix_text/* alter */.hN)(table, `DROP COLUMN ${(0,identifier/* quoteIdentifier */.C)(column)}`)),
            table,
        },
    ];
}
function schemaDropped({ names }, tables) {
    const [first] = tables;
    const subject = names.map(({ name }) => (0,object_name/* displayIdentifier */.UY)(name)).join(', ');
    return {
        rule: dropSchema,
        subject,
        message: `What is in it is gone at once: ${tables.map(object_name/* displayName */.QC).toSorted().join(', ')}.`,
        fix: (0,fix_text/* lines */.Mn)('-- First release code that uses nothing in it, and drop the tables one by one. Then, in a later pull request:', (0,fix_text/* allowLine */.mM)('drop-schema', 'nothing that is deployed uses it'), names.map(({ name }) => `DROP SCHEMA ${(0,identifier/* quoteIdentifier */.C)(name)};`)),
        ...(first === undefined ? {} : { table: first }),
    };
}
function viewDropped(view) {
    const what = view.kind === 'materialized view' ? 'MATERIALIZED VIEW' : 'VIEW';
    return {
        rule: dropView,
        subject: (0,object_name/* displayName */.QC)(view),
        message: 'The deployed app fails where it still reads this view.',
        fix: (0,fix_text/* lines */.Mn)('-- First release code that no longer reads it. Then, in a later pull request:', (0,fix_text/* allowLine */.mM)('drop-view', 'nothing that is deployed reads it'), `DROP ${what} ${(0,object_name/* qualifiedName */.OL)(view)};`),
        table: view,
    };
}
/** By a later statement, as a table, view or materialised view. */
function isMadeAgain({ schema, name }, { later, model }) {
    for (const { operation } of later()) {
        if (operation.kind !== 'create table' && operation.kind !== 'create from query')
            continue;
        const made = operation.name;
        if (made.name === name && (made.schema ?? model.searchPath[0]) === schema)
            return true;
    }
    return false;
}
function parents(operation, context) {
    const targets = (0,operation_targets/* targetsOf */.QR)(operation, context.model);
    const dropped = new Set(targets.map(({ id }) => id));
    const children = targets.filter((table) => table.oid !== undefined);
    const others = (0,table_facts/* existingOf */.fl)((0,involved_tables/* foreignKeyParents */.d)(operation, context.model)).filter(({ id }) => !dropped.has(id));
    const each = new Map(others.map((parent) => [parent.id, parent]));
    return [...each.values()].flatMap((parent) => {
        const of = children.filter(({ constraints }) => constraints.some(({ references }) => references === parent.id));
        return of.length === 0 ? [] : [parentLocked(operation, parent, of)];
    });
}
function parentLocked(operation, parent, children) {
    const keys = children.flatMap((child) => child.constraints
        .filter(({ references, name, columns }) => {
        if (references !== parent.id)
            return false;
        if (operation.kind === 'drop constraint')
            return name === operation.name;
        return operation.kind !== 'drop column' || columns.includes(operation.name);
    })
        .map((constraint) => ({ child, constraint })));
    const names = keys.map(({ child, constraint }) => (0,fix_text/* partSubject */.W_)(child, constraint.name)).toSorted();
    return {
        rule: dropForeignKey,
        subject: (0,object_name/* displayName */.QC)(parent),
        message: `This drops a foreign key to ${(0,object_name/* displayName */.QC)(parent)} (${names.join(', ')}), and so locks that table too: all its reads and writes wait while this waits for the queries that run.`,
        fix: (0,fix_text/* lines */.Mn)('-- In a migration of its own, so that the lock is gone at once, and without a long wait for it:', "SET lock_timeout = '5s';", keys.map(({ child, constraint }) => (0,fix_text/* alter */.hN)(child, `DROP CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(constraint.name)}`))),
        table: parent,
    };
}
const removal = {
    rules: [dropTable, dropColumn, dropSchema, dropView, dropForeignKey],
    find: removal_find,
};

;// CONCATENATED MODULE: ./build/migrations/hazards/renaming.js






const renameTable = {
    id: 'rename-table',
    title: 'A table is renamed or moved to another schema',
    severity: 'error',
    why: 'The app that is deployed fails on the old name from that moment on (SQLSTATE 42P01), and the new one on the new name until the migration has run. A view under the old name in the same transaction bridges both; Prisma can map a model to the old name for good. Where another table or view takes the name over at once, nothing is reported.',
    docs: hazard_rule/* links */.y.mapping,
    danger: 'meaning',
};
const renameColumn = {
    id: 'rename-column',
    title: 'A column is renamed',
    severity: 'error',
    why: 'The app that is deployed fails on the old name from that moment on (SQLSTATE 42703), and the new one on the new name until the migration has run. Prisma can map a field to the old name for good.',
    docs: hazard_rule/* links */.y.mapping,
    danger: 'meaning',
};
const renameSchema = {
    id: 'rename-schema',
    title: 'A schema is renamed',
    severity: 'error',
    why: 'The app that is deployed fails on every table in it from that moment on (SQLSTATE 42P01).',
    docs: 'https://www.postgresql.org/docs/current/sql-alterschema.html',
    danger: 'meaning',
};
function renaming_find(operation, context) {
    if (operation.kind === 'rename column')
        return columnRenamed(operation, context);
    if (operation.kind === 'move' && operation.what === 'table')
        return tableRenamed(operation, context);
    if (operation.kind !== 'rename')
        return [];
    if (operation.what === 'table')
        return tableRenamed(operation, context);
    return operation.what === 'schema' ? schemaRenamed(operation, context) : [];
}
function tableRenamed(operation, context) {
    const table = context.model.existing(operation.name);
    if (table === undefined)
        return [];
    const taken = renaming_takenOver(table, context);
    if (taken === 'at once')
        return [];
    const renamed = operation.kind === 'rename'
        ? { ...table, name: operation.newName }
        : { ...table, schema: operation.newSchema };
    return [
        {
            rule: renameTable,
            ...(taken === 'later' ? { severity: 'warning' } : {}),
            subject: (0,object_name/* displayName */.QC)(table),
            message: taken === 'later'
                ? 'Between this statement and the one that makes something of the old name again, the deployed app finds nothing there. One transaction would hide the gap.'
                : `The deployed app fails on the old name from now on; the new one (${(0,object_name/* displayName */.QC)(renamed)}) fails until this has run.`,
            fix: (0,fix_text/* lines */.Mn)((0,fix_text/* comment */.Im)(`With Prisma, keep the table's name and give the model the new one: @@map(${JSON.stringify(table.name)}).`), '-- Or let a view bridge the old name, in one transaction, and drop it in a later pull request:', 'BEGIN;', renameSql(operation, table), `CREATE VIEW ${(0,object_name/* qualifiedName */.OL)(table)} AS SELECT * FROM ${(0,object_name/* qualifiedName */.OL)(renamed)};`, 'COMMIT;'),
            table,
        },
    ];
}
function renameSql(operation, table) {
    return operation.kind === 'rename'
        ? (0,fix_text/* alter */.hN)(table, `RENAME TO ${(0,identifier/* quoteIdentifier */.C)(operation.newName)}`)
        : (0,fix_text/* alter */.hN)(table, `SET SCHEMA ${(0,identifier/* quoteIdentifier */.C)(operation.newSchema)}`);
}
/** Whether another table or view gets the name that becomes free, and whether anybody can see the gap. */
function renaming_takenOver({ schema, name }, { later, model, step }) {
    const isIt = (made, from = made.schema) => made.name === name && (from ?? model.searchPath[0]) === schema;
    for (const { operation, step: other } of later()) {
        const isMade = ((operation.kind === 'create table' || operation.kind === 'create from query') &&
            isIt(operation.name)) ||
            (operation.kind === 'rename' &&
                operation.what === 'table' &&
                isIt({ schema: operation.name.schema, name: operation.newName }));
        if (isMade)
            return other.place.transaction === step.place.transaction ? 'at once' : 'later';
    }
    return undefined;
}
function columnRenamed(operation, { model, parser }) {
    const { name, newName } = operation;
    const table = model.existing(operation.table);
    const column = table === undefined ? undefined : (0,table_facts/* columnNamed */.c1)(table, name);
    if (table === undefined || column === undefined || column.isNew)
        return [];
    const type = (0,table_facts/* columnType */.DW)(column, parser);
    return [
        {
            rule: renameColumn,
            subject: (0,fix_text/* columnSubject */.lM)(table, name),
            message: `The deployed app fails on the old name from now on; the new one (${(0,object_name/* displayIdentifier */.UY)(newName)}) fails until this has run.`,
            fix: (0,fix_text/* lines */.Mn)((0,fix_text/* comment */.Im)(`With Prisma, keep the column's name and give the field the new one: ${newName} … @map(${JSON.stringify(name)}).`), '-- Or in three releases: add the new column and write both; fill it and read the new one; drop the old one.', type === undefined ? [] : (0,fix_text/* alter */.hN)(table, `ADD COLUMN ${(0,identifier/* quoteIdentifier */.C)(newName)} ${(0,sql_type/* typeSql */.xn)(type)}`)),
            table,
        },
    ];
}
function schemaRenamed({ name, newName }, { model }) {
    const inside = [...model.tables()].filter(({ oid, schema }) => oid !== undefined && schema === name.name);
    const [first] = inside;
    if (first === undefined)
        return [];
    return [
        {
            rule: renameSchema,
            subject: (0,object_name/* displayIdentifier */.UY)(name.name),
            message: `The deployed app fails on all that is in it from now on: ${(0,fix_text/* tableNames */.n$)(inside)}.`,
            fix: (0,fix_text/* lines */.Mn)('-- Keep the name. Or make the new schema with a view for each table, let the app use those, and move the tables last:', `CREATE SCHEMA ${(0,identifier/* quoteIdentifier */.C)(newName)};`, `CREATE VIEW ${(0,object_name/* qualifiedName */.OL)({ schema: newName, name: first.name })} AS SELECT * FROM ${(0,object_name/* qualifiedName */.OL)(first)};`),
            table: first,
        },
    ];
}
const renaming = { rules: [renameTable, renameColumn, renameSchema], find: renaming_find };

;// CONCATENATED MODULE: ./build/migrations/hazards/storage.js



const vacuumFull = {
    id: 'vacuum-full',
    title: 'A table is rewritten by VACUUM FULL or CLUSTER',
    severity: 'error',
    why: 'The whole table and its indexes are written anew under ACCESS EXCLUSIVE. Plain VACUUM makes the space of dead rows usable again and blocks nobody; pg_repack (an extension) gives it back with short locks.',
    docs: 'https://www.postgresql.org/docs/current/routine-vacuuming.html#VACUUM-FOR-SPACE-RECOVERY',
    danger: 'rewrite',
};
const changeStorage = {
    id: 'change-storage',
    title: 'A table is moved to other storage',
    severity: 'error',
    why: 'SET LOGGED, SET UNLOGGED, SET TABLESPACE and SET ACCESS METHOD copy the whole table under ACCESS EXCLUSIVE. What is unlogged is empty after a crash and is not replicated.',
    docs: 'https://www.postgresql.org/docs/current/sql-altertable.html',
    danger: 'rewrite',
};
const refresh = {
    id: 'refresh-not-concurrent',
    title: 'A materialised view is refreshed under ACCESS EXCLUSIVE',
    severity: 'error',
    why: 'Nobody reads the view until its query has run and its indexes are built. CONCURRENTLY computes beside it and needs a unique index on the view.',
    docs: 'https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html',
    danger: 'rewrite',
};
function storage_find(operation, context) {
    switch (operation.kind) {
        case 'vacuum full':
        case 'cluster':
            return rewritten(operation, context);
        case 'refresh':
            return refreshed(operation, context);
        case 'set storage': {
            const table = context.model.existing(operation.table);
            return table === undefined ? [] : [moved(table, operation.storage)];
        }
        default:
            return [];
    }
}
function rewritten({ kind, tables }, context) {
    const words = kind.toUpperCase();
    if (tables.length === 0)
        return [
            {
                rule: vacuumFull,
                subject: 'every table',
                message: `${words} without a table rewrites one table after the other; reads and writes of each wait until it is done.`,
                fix: (0,fix_text/* lines */.Mn)((0,fix_text/* outsideTransaction */.gL)(context, kind !== 'cluster'), 'VACUUM (ANALYZE);'),
            },
        ];
    return (0,table_facts/* existingOf */.fl)(tables.flatMap((name) => context.model.table(name) ?? [])).map((table) => ({
        rule: vacuumFull,
        subject: (0,object_name/* displayName */.QC)(table),
        message: `${words} writes the whole table and its indexes anew; reads and writes wait until that is done.`,
        fix: (0,fix_text/* lines */.Mn)((0,fix_text/* outsideTransaction */.gL)(context), `VACUUM (ANALYZE) ${(0,object_name/* qualifiedName */.OL)(table)};`),
        table,
    }));
}
function moved(table, storage) {
    return {
        rule: changeStorage,
        subject: (0,object_name/* displayName */.QC)(table),
        message: `SET ${storage.toUpperCase()} copies the whole table; reads and writes wait until that is done.`,
        fix: (0,fix_text/* lines */.Mn)('-- There is no way to do this without the lock. Not in a migration: at a time when nobody uses the table, and not for longer than they may wait:', "SET lock_timeout = '5s';", "SET statement_timeout = '60s';", '-- the statement as it is here', 'RESET statement_timeout;'),
        table,
    };
}
function refreshed({ tables, isConcurrent }, { model }) {
    if (isConcurrent)
        return [];
    return (0,table_facts/* existingOf */.fl)(tables.flatMap((name) => model.table(name) ?? [])).map((view) => {
        const hasUnique = view.indexes.some(({ isUnique, isPartial }) => isUnique && !isPartial);
        return {
            rule: refresh,
            subject: (0,object_name/* displayName */.QC)(view),
            message: 'Nobody reads the view until its query has run and its indexes are built.',
            fix: (0,fix_text/* lines */.Mn)(hasUnique
                ? []
                : '-- It needs a unique index on plain columns of the view, without WHERE, and has none yet.', `REFRESH MATERIALIZED VIEW CONCURRENTLY ${(0,object_name/* qualifiedName */.OL)(view)};`),
            table: view,
        };
    });
}
const storage = { rules: [vacuumFull, changeStorage, refresh], find: storage_find };

// EXTERNAL MODULE: ./build/migrations/rehearsal/lock-mode.js
var lock_mode = __webpack_require__(71233);
;// CONCATENATED MODULE: ./build/migrations/hazards/transaction-rules.js







const refused = {
    id: 'cannot-run-in-transaction',
    title: 'A statement stands in a transaction that refuses to run in one',
    severity: 'error',
    why: 'The migration fails (SQLSTATE 25001). Prisma up to 7.3 sends a file with several statements as one transaction; from 7.4 on each statement is its own, unless there is a BEGIN or a statement in the file that Prisma cannot split (DROP INDEX CONCURRENTLY, REINDEX, DO and some more).',
    docs: hazard_rule/* links */.y.indexConcurrently,
    danger: 'meaning',
};
const control = {
    id: 'transaction-control',
    title: 'A migration begins or ends transactions itself',
    severity: 'error',
    why: 'A BEGIN without COMMIT leaves the transaction open, and a ROLLBACK undoes what the history then calls applied: both are errors. A COMMIT in the middle of a file that Prisma sends as one transaction ends it there, so that a failure behind it leaves the file half applied: a notice, since Prisma’s own migrations of enums do it.',
    docs: 'https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT',
    danger: 'meaning',
};
const lockTable = {
    id: 'lock-table',
    title: 'A table is locked by hand',
    severity: 'warning',
    why: 'LOCK TABLE holds the lock to the end of the transaction, whatever the statements after it would need.',
    docs: hazard_rule/* links */.y.locks,
    danger: 'lock',
};
function transaction_rules_find(operation, context) {
    if (operation.kind === 'transaction')
        return controlled(operation.command, context);
    if (operation.kind === 'lock')
        return locked(operation, context);
    const words = context.step.place.isInTransaction ? refusedWords(operation, context) : undefined;
    return words === undefined ? [] : [refusal(words, operation, context)];
}
/** Of what cannot run in a transaction; undefined for what can. */
function refusedWords(operation, { model }) {
    switch (operation.kind) {
        case 'create index':
            return operation.isConcurrent ? 'CREATE INDEX CONCURRENTLY' : undefined;
        case 'drop':
            return operation.what === 'index' && operation.isConcurrent ? 'DROP INDEX CONCURRENTLY' : undefined;
        case 'reindex':
            return operation.isConcurrent || operation.what === 'schema' || operation.what === 'database'
                ? `REINDEX${operation.isConcurrent ? ' CONCURRENTLY' : ''}`
                : undefined;
        case 'detach partition':
            return operation.isConcurrent ? 'DETACH PARTITION CONCURRENTLY' : undefined;
        case 'vacuum':
        case 'vacuum full':
            return operation.kind.toUpperCase();
        case 'cluster':
            return (0,operation_targets/* targetsOf */.QR)(operation, model).some(({ kind }) => kind === 'table') ? undefined : 'CLUSTER';
        case 'outside transactions':
            return operation.words;
        default:
            return undefined;
    }
}
/** Prisma's splitter reads these; with one of the others in it a file goes to the server whole. */
function isReadByPrisma({ kind }) {
    return kind !== 'drop' && kind !== 'reindex' && kind !== 'cluster';
}
function refusal(words, operation, context) {
    const { statement, place } = context.step;
    const targets = (0,operation_targets/* targetsOf */.QR)(operation, context.model);
    const text = (0,script_source/* withoutComments */.fx)(statement.text);
    const isNew = targets.length > 0 && (0,table_facts/* existingOf */.fl)(targets).length === 0 && /\bCONCURRENTLY\b/i.test(text);
    return {
        rule: refused,
        subject: targets.length === 0 ? words : targets.map(object_name/* displayName */.QC).toSorted().join(', '),
        message: `${words} fails here (SQLSTATE 25001): ${reason(place)}.`,
        fix: isNew
            ? (0,fix_text/* lines */.Mn)('-- Nobody uses the table yet, so there is nothing to be gained by it:', `${text.replace(/\s+CONCURRENTLY\b/i, '')};`)
            : (0,fix_text/* lines */.Mn)((0,fix_text/* outsideTransaction */.gL)(context, isReadByPrisma(operation)), `${text};`),
    };
}
function reason({ isExplicit, sent, transport }) {
    if (isExplicit)
        return 'it stands between BEGIN and COMMIT';
    return sent === transport
        ? 'Prisma sends this file as one transaction'
        : 'Prisma cannot split this file, and sends it as one transaction';
}
function controlled(command, context) {
    const { step } = context;
    const behind = [...context.later()].filter(({ step: { migration } }) => migration === step.migration);
    const subject = step.migration;
    const isEnded = behind.some(({ operation }) => operation.kind === 'transaction' &&
        (operation.command === 'commit' || operation.command === 'rollback'));
    if (command === 'begin' && !isEnded)
        return [
            {
                rule: control,
                subject,
                message: 'BEGIN has no COMMIT: the transaction stays open, and what the migration did is undone when the connection closes.',
                fix: (0,fix_text/* lines */.Mn)('-- Leave BEGIN out, or put at the end:', 'COMMIT;'),
            },
        ];
    if (command === 'rollback' && step.place.isInTransaction)
        return [
            {
                rule: control,
                subject,
                message: 'ROLLBACK undoes what stands before it, and the history still says that it was applied.',
                fix: '-- Leave out ROLLBACK, and what it undoes.',
            },
        ];
    const isHalf = command === 'commit' && step.place.sent === 'script' && behind.length > 0;
    if (!isHalf)
        return [];
    return [
        {
            rule: control,
            severity: 'notice',
            subject,
            message: 'COMMIT ends the transaction of this file in its middle: when something behind it fails, what stands before it stays.',
            fix: '-- What is behind COMMIT goes into a migration of its own, so that each succeeds or fails as a whole.',
        },
    ];
}
function locked({ tables, mode }, { model, step }) {
    return (0,table_facts/* existingOf */.fl)(tables.flatMap((name) => model.table(name) ?? [])).map((table) => ({
        rule: lockTable,
        subject: (0,object_name/* displayName */.QC)(table),
        message: step.place.isShared
            ? `${(0,lock_mode/* lockModeWords */.IS)(mode)} is held until the transaction ends, so over every statement behind it.`
            : `${(0,lock_mode/* lockModeWords */.IS)(mode)} is waited for and given back at once: nothing else is in the transaction.`,
        fix: '-- Leave LOCK TABLE out: each statement takes the lock that it needs.',
        table,
    }));
}
const transactionRules = { rules: [refused, control, lockTable], find: transaction_rules_find };

;// CONCATENATED MODULE: ./build/migrations/hazards/triggers.js




const createTrigger = {
    id: 'create-trigger',
    title: 'A trigger is created on a table in use',
    severity: 'warning',
    why: 'The lock (SHARE ROW EXCLUSIVE) is short but waits for every write that runs, and all new ones wait behind it. From then on the function runs within every write of the deployed app, which pays for it and fails when it fails.',
    docs: 'https://www.postgresql.org/docs/current/sql-createtrigger.html',
    danger: 'lock',
};
const disableTriggers = {
    id: 'disable-triggers',
    title: 'Triggers of a table are switched off',
    severity: 'warning',
    why: 'What they keep true is not kept for anybody’s writes until they are on again; `DISABLE TRIGGER ALL` switches foreign keys off too, and nothing checks those rows later. On again in the same transaction, nobody else sees it, but all writes wait.',
    docs: 'https://www.postgresql.org/docs/current/sql-altertable.html',
    danger: 'meaning',
};
const rowSecurity = {
    id: 'change-row-security',
    title: 'Row-level security of a table in use is switched',
    severity: 'warning',
    why: 'Switched on, a role that does not own the table sees no row until a policy lets it; forced, the owner neither. Switched off, every role with SELECT sees all rows.',
    docs: 'https://www.postgresql.org/docs/current/ddl-rowsecurity.html',
    danger: 'meaning',
};
function triggers_find(operation, context) {
    if (operation.kind === 'create trigger')
        return (0,table_facts/* existingOf */.fl)(operation.tables.flatMap((name) => context.model.table(name) ?? [])).map(triggered);
    const table = 'table' in operation ? context.model.existing(operation.table) : undefined;
    if (table === undefined)
        return [];
    if (operation.kind === 'row security')
        return secured(operation.change, table, context);
    return operation.kind === 'triggers' ? disabled(operation, table, context) : [];
}
function triggered(table) {
    return {
        rule: createTrigger,
        subject: (0,object_name/* displayName */.QC)(table),
        message: 'The lock waits for every write to the table that runs, and all new writes wait behind it; from then on each write runs the function.',
        fix: (0,fix_text/* lines */.Mn)('-- So that nobody waits for long, as the first statement of a migration of its own:', "SET lock_timeout = '5s';"),
        table,
    };
}
function disabled(operation, table, { later, step, model }) {
    if (operation.change === 'enable')
        return [];
    for (const { operation: other, step: at } of later())
        if (other.kind === 'triggers' &&
            other.change === 'enable' &&
            model.table(other.table)?.id === table.id &&
            at.place.transaction === step.place.transaction)
            return [];
    const { which } = operation;
    return [
        {
            rule: disableTriggers,
            subject: (0,object_name/* displayName */.QC)(table),
            message: which === 'ALL'
                ? 'All triggers are off for everybody’s writes, those that hold foreign keys too.'
                : `${which === 'USER' ? 'All triggers' : `The trigger ${which}`} of your own are off for everybody’s writes.`,
            fix: (0,fix_text/* lines */.Mn)('-- For this session alone (it needs the privilege to set it), in the transaction that changes the rows:', 'BEGIN;', "SET LOCAL session_replication_role = 'replica';", (0,fix_text/* comment */.Im)('the changes'), 'COMMIT;'),
            table,
        },
    ];
}
function secured(change, table, context) {
    if (change === 'no force')
        return [];
    if (change !== 'disable' && hasPolicySoon(table, context))
        return [];
    const messages = {
        enable: 'Roles that do not own the table see none of its rows, until a policy lets them.',
        force: 'The owner sees none of its rows either, until a policy lets it.',
        disable: 'From now on every role with SELECT on the table sees all of its rows.',
    };
    return [
        {
            rule: rowSecurity,
            subject: (0,object_name/* displayName */.QC)(table),
            message: messages[change],
            fix: change === 'disable'
                ? (0,fix_text/* alter */.hN)(table, 'ENABLE ROW LEVEL SECURITY')
                : (0,fix_text/* lines */.Mn)('-- The policies first, in the same transaction:', `CREATE POLICY ${(0,identifier/* quoteIdentifier */.C)(`${table.name}_all`.slice(0, 40))} ON ${(0,object_name/* qualifiedName */.OL)(table)} USING (true);`),
            table,
        },
    ];
}
/** A later statement of the same transaction creates a policy for it. */
function hasPolicySoon({ id }, { later, step, model }) {
    for (const { operation, step: at } of later())
        if (operation.kind === 'create policy' && at.place.transaction === step.place.transaction)
            if (model.table(operation.table)?.id === id)
                return true;
    return false;
}
const triggers = { rules: [createTrigger, disableTriggers, rowSecurity], find: triggers_find };

;// CONCATENATED MODULE: ./build/migrations/hazards/rules.js
/** All rules about migrations. */
















const hazardFamilies = [
    removal,
    renaming,
    columnTypes,
    notNull,
    addColumn,
    indexes,
    constraints,
    data,
    enums,
    partitions,
    storage,
    triggers,
    transactionRules,
];
/** For the documentation, and to tell an unknown rule in an allow comment. */
const hazardRules = [
    ...hazardFamilies.flatMap(({ rules }) => rules),
    held_locks/* heldOverSlow */.B0,
    ...measured_rules/* measuredRules */._q,
    ...notices/* noticeRules */.a2,
];


/***/ }),

/***/ 54003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ emptyModel),
/* harmony export */   r: () => (/* binding */ temporarySchema)
/* harmony export */ });
/** Where temporary tables are; searched first. */
const temporarySchema = 'pg_temp';
function emptyModel(searchPath) {
    const tables = named();
    const enums = named();
    const originalEnums = [];
    let path = searchPath;
    let lastId = 0;
    const model = {
        get searchPath() {
            return path;
        },
        table: (name) => tables.find(name, path),
        existing(name) {
            const table = tables.find(name, path);
            return table?.oid === undefined ? undefined : table;
        },
        tableById: (id) => tables.get(id),
        tables: () => tables.all(),
        indexed(wanted) {
            for (const table of tables.all())
                for (const index of table.indexes)
                    if (index.name === wanted.name && (wanted.schema ?? table.schema) === table.schema)
                        return { table, index };
            return undefined;
        },
        enumType: (name) => enums.find(name, path),
        enums: () => enums.all(),
        originalEnum: ({ schema, name }) => originalEnums.find((type) => type.schema === schema && type.name === name),
        putTable: (table) => tables.put(table),
        dropTable: (id) => tables.drop(id),
        putEnum(type) {
            if (type.oid !== undefined && enums.get(type.id) === undefined)
                originalEnums.push(type);
            enums.put(type);
        },
        dropEnum: (id) => enums.drop(id),
        setSearchPath(schemas) {
            path = schemas;
        },
        nextId() {
            lastId += 1;
            return lastId;
        },
    };
    return model;
}
/** Things by id and by name; of two with one name the later one is found. */
function named() {
    const byId = new Map();
    const byName = new Map();
    const key = (schema, name) => JSON.stringify([schema, name]);
    const forget = (id) => {
        const thing = byId.get(id);
        if (thing !== undefined && byName.get(key(thing.schema, thing.name)) === id)
            byName.delete(key(thing.schema, thing.name));
        byId.delete(id);
    };
    const exact = (schema, name) => byId.get(byName.get(key(schema, name)) ?? -1);
    return {
        get: (id) => byId.get(id),
        all: () => byId.values(),
        put(thing) {
            forget(thing.id);
            byId.set(thing.id, thing);
            byName.set(key(thing.schema, thing.name), thing.id);
        },
        drop: forget,
        find({ schema, name }, path) {
            if (schema !== undefined)
                return exact(schema, name);
            for (const searched of [temporarySchema, ...path]) {
                const thing = exact(searched, name);
                if (thing !== undefined)
                    return thing;
            }
            // The search path may be the role's own: one of this name anywhere is it.
            const anywhere = [...byId.values()].filter((thing) => thing.name === name);
            return anywhere.length === 1 ? anywhere[0] : undefined;
        },
    };
}


/***/ }),

/***/ 33957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ clauseText),
/* harmony export */   Hw: () => (/* binding */ scriptSource),
/* harmony export */   Ie: () => (/* binding */ textBetween),
/* harmony export */   fx: () => (/* binding */ withoutComments)
/* harmony export */ });
/* harmony import */ var _sql_tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90145);

function scriptSource(text) {
    const bytes = Buffer.from(text, 'utf8');
    if (bytes.length === text.length)
        return { text, indexOf: (byte) => byte };
    const indices = new Uint32Array(bytes.length + 1);
    let index = -1;
    for (const [byte, value] of bytes.entries()) {
        // Bytes 10xxxxxx continue a character; one of four bytes is two units of UTF-16.
        if ((value & 0xc0) !== 0x80)
            index += 1;
        indices[byte] = index;
        if (value >= 0xf0)
            index += 1;
    }
    indices[bytes.length] = text.length;
    return { text, indexOf: (byte) => indices[byte] ?? text.length };
}
/** From a place (in bytes) to the next comma outside of parentheses, or to the end of the statement; without comments. */
function clauseText(source, statement, byte) {
    const start = source.indexOf(byte);
    return withoutComments(source.text, start, (0,_sql_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .commaOrEnd */ .E)(source.text, start, statement.end));
}
/** Between two places (in bytes). */
function textBetween(source, from, to) {
    return withoutComments(source.text, source.indexOf(from), source.indexOf(to));
}
/** Text that can be pasted before a `;`: a comment at its end would swallow that. */
function withoutComments(text, from = 0, to = text.length) {
    let result = '';
    let at = from;
    for (const { kind, start, end } of (0,_sql_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlTokens */ .D)(text, from, to)) {
        if (kind !== 'comment')
            continue;
        result += text.slice(at, start);
        at = Math.min(end, to);
    }
    return (result + text.slice(at, to)).replace(/[^\S\n]+$/gm, '').trim();
}


/***/ }),

/***/ 90145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ sqlTokens),
/* harmony export */   E: () => (/* binding */ commaOrEnd)
/* harmony export */ });
/** Postgres's lexical rules, as far as telling comments and quoted text from the rest needs them. Never throws. */
const wordStart = /[A-Za-z_\u0080-\uffff]/;
const word = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
/**
 * Comments (`--` without its line feed, and nested block comments), quoted text of every kind, words and single
 * symbols; space is left out. What is not closed ends with the text.
 * Rules: https://www.postgresql.org/docs/current/sql-syntax-lexical.html
 */
function* sqlTokens(text, from = 0, to = text.length) {
    let start = from;
    while (start < to) {
        const character = text[start] ?? '';
        if (/\s/.test(character)) {
            start += 1;
            continue;
        }
        const token = tokenAt(text, start);
        yield { ...token, start };
        start = token.end;
    }
}
function tokenAt(text, start) {
    const two = text.slice(start, start + 2);
    const character = two[0] ?? '';
    if (two === '--')
        return { kind: 'comment', end: indexOrEnd(text, '\n', start) };
    if (two === '/*')
        return { kind: 'comment', end: blockCommentEnd(text, start) };
    if (character === "'" || character === '"')
        return { kind: 'quoted', end: quoteEnd(text, start) };
    if (two === "e'" || two === "E'")
        return { kind: 'quoted', end: escapeStringEnd(text, start + 2) };
    if (wordStart.test(character))
        return { kind: 'word', end: matchEnd(word, text, start) ?? start + 1 };
    const opened = character === '$' ? matchEnd(dollarTag, text, start) : undefined;
    if (opened === undefined)
        return { kind: 'symbol', end: start + 1 };
    const tag = text.slice(start, opened);
    const closed = text.indexOf(tag, opened);
    return { kind: 'quoted', end: closed < 0 ? text.length : closed + tag.length };
}
function matchEnd(pattern, text, start) {
    pattern.lastIndex = start;
    return pattern.test(text) ? pattern.lastIndex : undefined;
}
function indexOrEnd(text, wanted, start) {
    const index = text.indexOf(wanted, start);
    return index < 0 ? text.length : index;
}
/** A doubled quote reads as the end of one piece and the begin of the next, which comes to the same. */
function quoteEnd(text, start) {
    const closed = text.indexOf(text[start] ?? '', start + 1);
    return closed < 0 ? text.length : closed + 1;
}
function escapeStringEnd(text, start) {
    let at = start;
    while (at < text.length) {
        if (text[at] === '\\')
            at += 2;
        else if (text[at] !== "'")
            at += 1;
        else if (text[at + 1] === "'")
            at += 2;
        else
            return at + 1;
    }
    return text.length;
}
function blockCommentEnd(text, start) {
    let depth = 0;
    let at = start;
    while (at < text.length) {
        const two = text.slice(at, at + 2);
        depth += two === '/*' ? 1 : two === '*/' ? -1 : 0;
        at += two === '/*' || two === '*/' ? 2 : 1;
        if (depth === 0)
            return at;
    }
    return text.length;
}
/** Where the first comma outside of parentheses and quotes is, or the end. */
function commaOrEnd(text, from, to) {
    let depth = 0;
    for (const { kind, start } of sqlTokens(text, from, to)) {
        const character = kind === 'symbol' ? (text[start] ?? '') : '';
        if (character === ',' && depth === 0)
            return start;
        depth += '(['.includes(character) && character !== '' ? 1 : 0;
        depth -= ')]'.includes(character) && character !== '' ? 1 : 0;
        // The parenthesis that closes what `from` stands in.
        if (depth < 0)
            return start;
    }
    return to;
}


/***/ }),

/***/ 43331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IB: () => (/* binding */ typeOfNode),
/* harmony export */   fF: () => (/* binding */ typeChange),
/* harmony export */   pX: () => (/* binding */ typeOfText),
/* harmony export */   xn: () => (/* binding */ typeSql)
/* harmony export */ });
/* harmony import */ var _postgres_identifier_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86967);
/* harmony import */ var _parse_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87308);
/** Column types, the same whether a script or the catalog names them, and what changing one into another costs. */


/** Of a `TypeName` node's fields. */
function typeOfNode(typeName) {
    const named = (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .listedName */ .d1)(typeName.names);
    if (named === undefined)
        return undefined;
    return {
        schema: named.schema === 'pg_catalog' ? undefined : named.schema,
        name: named.name,
        modifiers: (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .items */ .ld)(typeName.typmods).flatMap(integerOf),
        dimensions: (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .items */ .ld)(typeName.arrayBounds).length,
    };
}
function integerOf(value) {
    const constant = (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(value, 'A_Const');
    if (!('ival' in constant))
        return [];
    // Zero is left out of the JSON.
    const { ival = 0 } = (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(constant, 'ival');
    return typeof ival === 'number' ? [ival] : [];
}
/** Of what `format_type` writes. Undefined where it is no type that the parser knows. */
function typeOfText(text, parser) {
    const parsed = parser.parse(`SELECT NULL::${text}`);
    if (parsed.kind !== 'parsed')
        return undefined;
    const [typeName] = parsed.statements.flatMap(({ node }) => (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .nodesOf */ .Nh)(node, 'typeName'));
    return typeName === undefined ? undefined : typeOfNode(typeName);
}
const sqlNames = {
    int2: 'smallint',
    int4: 'integer',
    int8: 'bigint',
    float4: 'real',
    float8: 'double precision',
    bool: 'boolean',
    varchar: 'varchar',
    bpchar: 'char',
};
/** As SQL, to be pasted. */
function typeSql({ schema, name, modifiers, dimensions }) {
    const plain = /^[a-z_][a-z0-9_]*$/.test(name) && schema === undefined;
    const written = sqlNames[name] ?? (plain ? name : (0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteIdentifier */ .C)(name));
    const length = modifiers.length === 0 || name === 'interval' ? '' : `(${modifiers.join(', ')})`;
    const qualified = schema === undefined ? written : `${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteIdentifier */ .C)(schema)}.${(0,_postgres_identifier_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteIdentifier */ .C)(name)}`;
    return qualified + length + '[]'.repeat(dimensions);
}
/** Types whose length or precision may grow, or go, without a look at a row. */
const growing = new Set([
    'varchar',
    'varbit',
    'timestamp',
    'timestamptz',
    'time',
    'timetz',
]);
/** Types of one storage and one order. */
const sameStorage = new Set(['varchar text', 'text varchar', 'cidr inet', 'bit varbit']);
/** Stored alike, ordered in another way. */
const otherOrder = new Set([
    'citext text',
    'text citext',
    'citext varchar',
    'varchar citext',
]);
const zones = new Set(['timestamp timestamptz', 'timestamptz timestamp']);
/**
 * What Postgres does to the table, for a conversion by the types' own cast. From `ATColumnChangeRequiresRewrite` and the
 * support functions of the types' length coercions; a test holds it against a server.
 */
function typeChange(from, to) {
    const pair = `${from.name} ${to.name}`;
    const isArray = from.dimensions > 0 || to.dimensions > 0;
    if (from.name === to.name && (from.schema ?? to.schema) === (to.schema ?? from.schema))
        return grows(from, to, isArray) ? 'free' : 'rewrites';
    if (isArray)
        return isBuiltIn(from) && isBuiltIn(to) ? 'rewrites' : 'unknown';
    if (sameStorage.has(pair))
        return to.modifiers.length === 0 || grows(from, to, isArray) ? 'free' : 'rewrites';
    if (otherOrder.has(pair))
        return to.modifiers.length === 0 ? 'rebuilds indexes' : 'rewrites';
    if (zones.has(pair))
        return grows(from, to, isArray) ? 'time zone' : 'rewrites';
    return isBuiltIn(from) && isBuiltIn(to) ? 'rewrites' : 'unknown';
}
function grows(from, to, isArray) {
    if (from.dimensions > 0 !== to.dimensions > 0)
        return false;
    const [length, scale = 0] = from.modifiers;
    const [newLength, newScale = 0] = to.modifiers;
    if (newLength === length && newScale === scale)
        return true;
    if (isArray)
        return newLength === undefined;
    if (to.name === 'numeric')
        return newLength === undefined || (length !== undefined && newLength >= length && newScale === scale);
    if (newLength === undefined)
        return growing.has(to.name);
    // Six digits are all that a time can have.
    if (/^time/.test(to.name))
        return newLength >= Math.min(length ?? 6, 6);
    return growing.has(to.name) && from.name === to.name && length !== undefined && newLength >= length;
}
const builtIn = new Set('int2 int4 int8 float4 float8 numeric bool text varchar bpchar char name bytea date time timetz timestamp timestamptz interval json jsonb uuid inet cidr macaddr bit varbit xml money oid tsvector point'.split(' '));
function isBuiltIn({ schema, name }) {
    return schema === undefined && builtIn.has(name);
}


/***/ }),

/***/ 29840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ plannedSteps)
});

// EXTERNAL MODULE: ./build/migrations/parse-tree.js
var parse_tree = __webpack_require__(87308);
// EXTERNAL MODULE: ./build/migrations/record.js
var record = __webpack_require__(5411);
// EXTERNAL MODULE: ./build/migrations/rehearsal/lock-mode.js
var lock_mode = __webpack_require__(71233);
// EXTERNAL MODULE: ./build/guard.js
var guard = __webpack_require__(91753);
// EXTERNAL MODULE: ./build/migrations/hazards/script-source.js
var script_source = __webpack_require__(33957);
// EXTERNAL MODULE: ./build/migrations/hazards/sql-type.js
var sql_type = __webpack_require__(43331);
;// CONCATENATED MODULE: ./build/migrations/hazards/read-definition.js
/** Columns and constraints of a parse tree. */




const read_definition_forms = {
    CONSTR_PRIMARY: 'primary key',
    CONSTR_UNIQUE: 'unique',
    CONSTR_FOREIGN: 'foreign key',
    CONSTR_CHECK: 'check',
    CONSTR_EXCLUSION: 'exclusion',
    CONSTR_NOTNULL: 'not null',
};
/** @param columns of a constraint that is written in a column's definition. Undefined for what is no constraint. */
function constraintOf(node, origin, columns) {
    const form = read_definition_forms[(0,record/* textOrUndefined */.T)(node.contype) ?? ''];
    if (form === undefined)
        return undefined;
    const isEnforced = node.is_enforced === true || (form !== 'foreign key' && form !== 'check');
    return {
        form,
        name: (0,record/* textOrUndefined */.T)(node.conname),
        columns: form === 'check' ? columnsRead(node) : (columns ?? columnsNamed(form, node)),
        skipsRows: node.skip_validation === true || !isEnforced,
        usingIndex: (0,record/* textOrUndefined */.T)(node.indexname),
        including: (0,parse_tree/* texts */.Te)(node.including),
        nullsNotDistinct: node.nulls_not_distinct === true,
        deferrable: node.deferrable === true ? (node.initdeferred === true ? 'deferred' : 'immediate') : undefined,
        references: (0,parse_tree/* relationName */.CJ)(node.pktable),
        referencedColumns: (0,parse_tree/* texts */.Te)(node.pk_attrs),
        expression: form === 'check' ? (0,parse_tree/* field */.ZZ)(node, 'raw_expr') : undefined,
        text: (0,script_source/* clauseText */.D4)(origin.source, origin.statement, (0,parse_tree/* locationOf */.hD)(node) ?? 0),
    };
}
function columnsNamed(form, node) {
    if (form === 'foreign key')
        return (0,parse_tree/* texts */.Te)(node.fk_attrs);
    if (form !== 'exclusion')
        return (0,parse_tree/* texts */.Te)(node.keys);
    return (0,parse_tree/* nodesOf */.Nh)(node.exclusions, 'IndexElem').flatMap(({ name }) => (0,record/* textOrUndefined */.T)(name) ?? []);
}
/** A check is about the columns that its expression names, wherever it is written. */
function columnsRead(node) {
    const names = (0,parse_tree/* nodesOf */.Nh)(node.raw_expr, 'ColumnRef').flatMap(({ fields }) => (0,parse_tree/* texts */.Te)(fields).at(-1) ?? []);
    return [...new Set(names)];
}
const serialTypes = {
    smallserial: 'int2',
    serial2: 'int2',
    serial: 'int4',
    serial4: 'int4',
    bigserial: 'int8',
    serial8: 'int8',
};
const noType = { schema: undefined, name: 'unknown', modifiers: [], dimensions: 0 };
function columnOf(node, origin) {
    const name = (0,record/* textOrUndefined */.T)(node.colname) ?? '';
    const written = (0,sql_type/* typeOfNode */.IB)((0,parse_tree/* field */.ZZ)(node, 'typeName')) ?? noType;
    const serial = written.schema === undefined ? serialTypes[written.name] : undefined;
    const clauses = (0,parse_tree/* items */.ld)(node.constraints).map((item) => (0,parse_tree/* unwrap */.oA)(item)[1]);
    const has = (kind) => clauses.some(({ contype }) => contype === kind);
    const generated = clauses.find(({ contype }) => contype === 'CONSTR_GENERATED');
    return {
        name,
        type: serial === undefined ? written : { ...written, name: serial },
        isNotNull: has('CONSTR_NOTNULL') || has('CONSTR_PRIMARY') || has('CONSTR_IDENTITY') || serial !== undefined,
        default: defaultOf(clauses, origin),
        generated: generated === undefined ? undefined : generated.generated_kind === 'v' ? 'virtual' : 'stored',
        numbered: has('CONSTR_IDENTITY') ? 'identity' : serial === undefined ? undefined : 'serial',
        constraints: clauses.flatMap((clause, index) => {
            const constraint = constraintOf(clause, origin, [name]);
            if (constraint === undefined || constraint.form === 'not null')
                return [];
            return [{ ...constraint, text: textOfClause(clauses, index, origin) }];
        }),
    };
}
function defaultOf(clauses, origin) {
    const index = clauses.findIndex(({ contype }) => contype === 'CONSTR_DEFAULT');
    const [kind, constant] = (0,parse_tree/* unwrap */.oA)(clauses[index]?.raw_expr);
    if (index < 0 || (kind === 'A_Const' && constant.isnull === true))
        return undefined;
    const text = textOfClause(clauses, index, origin).replace(/^DEFAULT\s*/i, '');
    return { node: (0,parse_tree/* field */.ZZ)(clauses[index], 'raw_expr'), text };
}
/** A column's clauses stand one after the other, with nothing between. */
function textOfClause(clauses, index, { source, statement }) {
    const start = (0,parse_tree/* locationOf */.hD)(clauses[index] ?? {}) ?? 0;
    const starts = clauses.flatMap((clause) => (0,parse_tree/* locationOf */.hD)(clause) ?? []).filter((place) => place > start);
    return starts.length === 0
        ? (0,script_source/* clauseText */.D4)(source, statement, start)
        : (0,script_source/* textBetween */.Ie)(source, start, Math.min(...starts));
}

// EXTERNAL MODULE: ./build/migrations/hazards/sql-tokens.js
var sql_tokens = __webpack_require__(90145);
;// CONCATENATED MODULE: ./build/migrations/hazards/read-alter-table.js
/** ALTER TABLE: one operation a command, in the order in which Postgres carries them out. */






const onTables = new Set(['OBJECT_TABLE', 'OBJECT_FOREIGN_TABLE', 'OBJECT_MATVIEW']);
function alterTable(node, origin) {
    const table = (0,parse_tree/* relationName */.CJ)(node.relation);
    if (table === undefined || !onTables.has((0,record/* textOrUndefined */.T)(node.objtype) ?? ''))
        return [{ kind: 'other', words: 'ALTER' }];
    return (0,parse_tree/* items */.ld)(node.cmds)
        .map((item) => change((0,parse_tree/* field */.ZZ)(item, 'AlterTableCmd'), table, origin))
        .toSorted((left, right) => passOf(left) - passOf(right));
}
/** The passes of `ATPrepCmd`, as far as they matter here: a command may use what a later one of the text makes. */
const passes = {
    'drop column': 0,
    'drop constraint': 0,
    'drop not null': 0,
    'drop identity': 0,
    'change type': 1,
    'add column': 2,
    'set expression': 3,
    'add identity': 4,
    'set not null': 4,
    'add constraint': 5,
};
function passOf({ kind }) {
    return passes[kind] ?? 6;
}
function change(command, table, origin) {
    const name = (0,record/* textOrUndefined */.T)(command.name) ?? '';
    const subtype = (0,record/* textOrUndefined */.T)(command.subtype) ?? '';
    return (columnChange({ command, table, name, subtype }, origin) ??
        constraintChange({ command, table, name, subtype }, origin) ??
        partitionChange({ command, table, name, subtype }) ??
        tableChange({ table, name, subtype }));
}
function columnChange({ command, table, name, subtype }, origin) {
    switch (subtype) {
        case 'AT_AddColumn': {
            const column = columnOf((0,parse_tree/* field */.ZZ)(command.def, 'ColumnDef'), origin);
            return { kind: 'add column', table, column, ifNotExists: command.missing_ok === true };
        }
        case 'AT_DropColumn':
            return { kind: 'drop column', table, name, isCascade: command.behavior === 'DROP_CASCADE' };
        case 'AT_AlterColumnType':
            return typeChangeOf({ command, table, name, subtype }, origin);
        case 'AT_ColumnDefault':
            return (0,guard/* isRecord */.u4)(command.def)
                ? { kind: 'set default', table, name, value: command.def }
                : { kind: 'drop default', table, name };
        case 'AT_SetNotNull':
            return { kind: 'set not null', table, name };
        case 'AT_DropNotNull':
            return { kind: 'drop not null', table, name };
        case 'AT_AddIdentity':
            return { kind: 'add identity', table, name };
        case 'AT_DropIdentity':
            return { kind: 'drop identity', table, name };
        case 'AT_SetExpression':
            return { kind: 'set expression', table, name };
        default:
            return undefined;
    }
}
function typeChangeOf({ command, table, name }, origin) {
    const definition = (0,parse_tree/* field */.ZZ)(command.def, 'ColumnDef');
    const type = (0,sql_type/* typeOfNode */.IB)((0,parse_tree/* field */.ZZ)(definition, 'typeName'));
    if (type === undefined)
        return { kind: 'other table change', table, subtype: 'AT_AlterColumnType' };
    return {
        kind: 'change type',
        table,
        name,
        type,
        using: usingOf(definition, origin),
        hasCollation: (0,guard/* isRecord */.u4)(definition.collClause),
    };
}
/** `USING col` and `USING col::type` say what Postgres does without them, and count as left out. */
function usingOf(definition, origin) {
    const [kind, node] = (0,parse_tree/* unwrap */.oA)(definition.raw_default);
    const isCast = kind === 'TypeCast' && isSameType(node.typeName, definition.typeName);
    const [innerKind] = isCast ? (0,parse_tree/* unwrap */.oA)(node.arg) : [kind];
    if (kind === '' || innerKind === 'ColumnRef')
        return undefined;
    const text = (0,script_source/* clauseText */.D4)(origin.source, origin.statement, (0,parse_tree/* locationOf */.hD)(definition) ?? 0);
    const word = [...(0,sql_tokens/* sqlTokens */.D)(text)].find(({ start, end }) => /^using$/i.test(text.slice(start, end)));
    return { node: (0,parse_tree/* field */.ZZ)(definition, 'raw_default'), text: text.slice(word?.end).trim() };
}
function isSameType(left, right) {
    const [a, b] = [left, right].map((node) => (0,sql_type/* typeOfNode */.IB)((0,guard/* isRecord */.u4)(node) ? node : {}));
    return JSON.stringify(a) === JSON.stringify(b);
}
function constraintChange({ command, table, name, subtype }, origin) {
    switch (subtype) {
        case 'AT_AddConstraint': {
            const constraint = constraintOf((0,parse_tree/* field */.ZZ)(command.def, 'Constraint'), origin);
            return constraint === undefined
                ? { kind: 'other table change', table, subtype }
                : { kind: 'add constraint', table, constraint };
        }
        case 'AT_ValidateConstraint':
            return { kind: 'validate constraint', table, name };
        case 'AT_DropConstraint':
            return { kind: 'drop constraint', table, name, isCascade: command.behavior === 'DROP_CASCADE' };
        default:
            return undefined;
    }
}
function partitionChange({ command, table, subtype }) {
    const definition = (0,parse_tree/* field */.ZZ)(command.def, 'PartitionCmd');
    const partition = (0,parse_tree/* relationName */.CJ)(definition.name);
    if (partition === undefined)
        return undefined;
    if (subtype === 'AT_DetachPartition')
        return { kind: 'detach partition', table, partition, isConcurrent: definition.concurrent === true };
    if (subtype !== 'AT_AttachPartition')
        return undefined;
    const isDefault = (0,parse_tree/* field */.ZZ)(definition, 'bound').is_default === true;
    return { kind: 'attach partition', table, partition, isDefault };
}
function tableChange({ table, name, subtype }) {
    switch (subtype) {
        case 'AT_SetLogged':
            return { kind: 'set storage', table, storage: 'logged' };
        case 'AT_SetUnLogged':
            return { kind: 'set storage', table, storage: 'unlogged' };
        case 'AT_SetTableSpace':
            return { kind: 'set storage', table, storage: 'tablespace' };
        case 'AT_SetAccessMethod':
            return { kind: 'set storage', table, storage: 'access method' };
        case 'AT_EnableRowSecurity':
            return { kind: 'row security', table, change: 'enable' };
        case 'AT_DisableRowSecurity':
            return { kind: 'row security', table, change: 'disable' };
        case 'AT_ForceRowSecurity':
            return { kind: 'row security', table, change: 'force' };
        case 'AT_NoForceRowSecurity':
            return { kind: 'row security', table, change: 'no force' };
        case 'AT_DisableTrig':
            return { kind: 'triggers', table, change: 'disable', which: name };
        case 'AT_DisableTrigAll':
            return { kind: 'triggers', table, change: 'disable', which: 'ALL' };
        case 'AT_DisableTrigUser':
            return { kind: 'triggers', table, change: 'disable', which: 'USER' };
        case 'AT_EnableTrig':
        case 'AT_EnableTrigAll':
        case 'AT_EnableTrigUser':
            return { kind: 'triggers', table, change: 'enable', which: name };
        default:
            return { kind: 'other table change', table, subtype };
    }
}

// EXTERNAL MODULE: ./build/migrations/hazards/volatility.js
var volatility = __webpack_require__(86771);
;// CONCATENATED MODULE: ./build/migrations/hazards/read-data.js
/** Statements that change rows, those inside WITH too. */



const kinds = {
    InsertStmt: 'insert',
    UpdateStmt: 'update',
    DeleteStmt: 'delete',
    MergeStmt: 'update',
};
function dataChanges(kind) {
    return (node) => {
        const nested = (0,parse_tree/* nodesOf */.Nh)(node.withClause, 'ctequery').flatMap((query) => Object.keys(kinds).flatMap((inner) => (0,guard/* isRecord */.u4)(query[inner]) ? dataChanges(inner)((0,parse_tree/* field */.ZZ)(query, inner)) : []));
        return [...nested, ...dataChange(kind, node)];
    };
}
function dataChange(kind, node) {
    const target = (0,parse_tree/* relationName */.CJ)(node.relation);
    const change = kinds[kind];
    if (target === undefined || change === undefined)
        return [];
    const reads = readTables({ ...node, relation: undefined });
    return [{ kind: change, target, reads, isEveryRow: isEveryRow(kind, node) }];
}
function isEveryRow(kind, node) {
    if (kind === 'MergeStmt')
        return false;
    if (kind !== 'InsertStmt')
        return isAlwaysTrue(node.whereClause) && (0,parse_tree/* items */.ld)(node.fromClause ?? node.usingClause).length === 0;
    const query = (0,parse_tree/* field */.ZZ)(node.selectStmt, 'SelectStmt');
    return ((0,parse_tree/* items */.ld)(query.fromClause).length > 0 && isAlwaysTrue(query.whereClause) && query.limitCount === undefined);
}
/** No WHERE, `WHERE true` and `WHERE 1 = 1`. */
function isAlwaysTrue(where) {
    if (where === undefined)
        return true;
    if ((0,parse_tree/* field */.ZZ)((0,parse_tree/* field */.ZZ)(where, 'A_Const'), 'boolval').boolval === true)
        return true;
    const { lexpr, rexpr, name } = (0,parse_tree/* field */.ZZ)(where, 'A_Expr');
    const [left, right] = [lexpr, rexpr].map((side) => (0,parse_tree/* field */.ZZ)(side, 'A_Const'));
    const isConstant = (0,guard/* isRecord */.u4)(lexpr) && 'A_Const' in lexpr && (0,guard/* isRecord */.u4)(rexpr) && 'A_Const' in rexpr;
    const value = (side) => JSON.stringify({ ...side, location: undefined });
    return isConstant && (0,parse_tree/* texts */.Te)(name)[0] === '=' && value(left) === value(right);
}
/** The tables that a query names, without those of its own WITH. */
function readTables(tree) {
    const own = new Set((0,parse_tree/* nodesOf */.Nh)(tree, 'CommonTableExpr').flatMap(({ ctename }) => (0,record/* textOrUndefined */.T)(ctename) ?? []));
    return (0,parse_tree/* nodesOf */.Nh)(tree, 'RangeVar').flatMap((node) => {
        const name = (0,parse_tree/* relationName */.CJ)(node);
        return name === undefined || (name.schema === undefined && own.has(name.name)) ? [] : [name];
    });
}
/** `SELECT set_config('lock_timeout', '5s', false)`. A query that calls a function of the user's own is opaque. */
function settingsOfSelect(node) {
    const calls = (0,parse_tree/* nodesOf */.Nh)(node, 'FuncCall');
    const nameOf = (call) => (0,parse_tree/* texts */.Te)(call.funcname).at(-1) ?? '';
    const settings = calls.flatMap((call) => {
        if (nameOf(call) !== 'set_config')
            return [];
        const constants = (0,parse_tree/* items */.ld)(call.args).map((argument) => (0,parse_tree/* field */.ZZ)(argument, 'A_Const'));
        const [name, value] = constants.map((constant) => (0,record/* textOrUndefined */.T)((0,parse_tree/* field */.ZZ)(constant, 'sval').sval));
        const isLocal = (0,parse_tree/* field */.ZZ)(constants[2], 'boolval').boolval === true;
        return name === undefined
            ? []
            : [{ kind: 'setting', name, values: value === undefined ? undefined : [value], isLocal }];
    });
    const own = calls.map(nameOf).find((name) => !(0,volatility/* isWellKnown */.M)(name));
    return own === undefined ? settings : [...settings, { kind: 'opaque', words: `SELECT ${own}()` }];
}

;// CONCATENATED MODULE: ./build/migrations/hazards/read-create.js
/** Statements that make a relation. */



function createTable(node, origin) {
    const name = (0,parse_tree/* relationName */.CJ)(node.relation);
    if (name === undefined)
        return [];
    const elements = (0,parse_tree/* items */.ld)(node.tableElts).map(parse_tree/* unwrap */.oA);
    const [parent] = (0,parse_tree/* nodesOf */.Nh)(node.inhRelations, 'RangeVar');
    return [
        {
            kind: 'create table',
            name,
            isTemporary: isTemporary(node.relation),
            ifNotExists: node.if_not_exists === true,
            columns: elements.flatMap(([kind, element]) => kind === 'ColumnDef' ? [columnOf(element, origin)] : []),
            constraints: elements.flatMap(([kind, element]) => kind === 'Constraint' ? (constraintOf(element, origin) ?? []) : []),
            isPartitioned: node.partspec !== undefined,
            partitionOf: node.partbound === undefined ? undefined : (0,parse_tree/* relationName */.CJ)(parent),
            isDefaultPartition: (0,parse_tree/* field */.ZZ)(node, 'partbound').is_default === true,
        },
    ];
}
/** CREATE TABLE AS and CREATE MATERIALIZED VIEW have `into`, SELECT INTO has `intoClause`, CREATE VIEW has `view`. */
function createFromQuery(node, _origin) {
    const relation = node.view ?? (0,parse_tree/* field */.ZZ)(node, 'into').rel ?? (0,parse_tree/* field */.ZZ)(node, 'intoClause').rel;
    const name = (0,parse_tree/* relationName */.CJ)(relation);
    if (name === undefined)
        return [];
    const result = node.view !== undefined ? 'view' : node.objtype === 'OBJECT_MATVIEW' ? 'materialized view' : 'table';
    const reads = readTables(node.query ?? { ...node, intoClause: undefined });
    return [{ kind: 'create from query', result, name, isTemporary: isTemporary(relation), reads }];
}
function isTemporary(relation) {
    return (0,parse_tree/* field */.ZZ)({ relation }, 'relation').relpersistence === 't';
}

;// CONCATENATED MODULE: ./build/migrations/hazards/read-names.js
/** Statements that take a name away or give another. */


const dropped = {
    OBJECT_TABLE: 'table',
    OBJECT_FOREIGN_TABLE: 'table',
    OBJECT_VIEW: 'view',
    OBJECT_MATVIEW: 'materialized view',
    OBJECT_INDEX: 'index',
    OBJECT_TYPE: 'type',
    OBJECT_DOMAIN: 'domain',
    OBJECT_SCHEMA: 'schema',
};
function drop(node) {
    if (node.removeType === 'OBJECT_TRIGGER')
        return dropTrigger(node);
    const what = dropped[(0,record/* textOrUndefined */.T)(node.removeType) ?? ''];
    if (what === undefined)
        return [];
    return [
        {
            kind: 'drop',
            what,
            names: (0,parse_tree/* items */.ld)(node.objects).flatMap((item) => objectName(item) ?? []),
            isCascade: node.behavior === 'DROP_CASCADE',
            isConcurrent: node.concurrent === true,
        },
    ];
}
/** A list of strings, a type's name, or one string. */
function objectName(item) {
    const [alone] = (0,parse_tree/* texts */.Te)([item]);
    if (alone !== undefined)
        return { schema: undefined, name: alone };
    return (0,parse_tree/* listedName */.d1)((0,parse_tree/* field */.ZZ)(item, 'List').items) ?? (0,parse_tree/* listedName */.d1)((0,parse_tree/* field */.ZZ)(item, 'TypeName').names);
}
/** The list is the table's name with the trigger's behind it. */
function dropTrigger(node) {
    const tables = (0,parse_tree/* items */.ld)(node.objects).flatMap((item) => {
        const parts = (0,parse_tree/* items */.ld)((0,parse_tree/* field */.ZZ)(item, 'List').items).slice(0, -1);
        return (0,parse_tree/* listedName */.d1)(parts) ?? [];
    });
    return [{ kind: 'drop trigger', tables, isCascade: false, isConcurrent: false }];
}
const renamed = {
    OBJECT_TABLE: 'table',
    OBJECT_FOREIGN_TABLE: 'table',
    OBJECT_MATVIEW: 'view',
    OBJECT_VIEW: 'view',
    OBJECT_INDEX: 'index',
    OBJECT_TYPE: 'type',
    OBJECT_DOMAIN: 'type',
};
function rename(node) {
    const newName = (0,record/* textOrUndefined */.T)(node.newname);
    const inner = (0,record/* textOrUndefined */.T)(node.subname);
    const name = (0,parse_tree/* relationName */.CJ)(node.relation) ?? objectName(node.object);
    if (newName === undefined)
        return [];
    if (node.renameType === 'OBJECT_SCHEMA' && inner !== undefined)
        return [{ kind: 'rename', what: 'schema', name: { schema: undefined, name: inner }, newName }];
    if (name === undefined)
        return [];
    if (inner !== undefined && node.renameType === 'OBJECT_COLUMN')
        return [{ kind: 'rename column', table: name, name: inner, newName }];
    if (inner !== undefined && node.renameType === 'OBJECT_TABCONSTRAINT')
        return [{ kind: 'rename constraint', table: name, name: inner, newName }];
    const what = renamed[(0,record/* textOrUndefined */.T)(node.renameType) ?? ''];
    return what === undefined ? [] : [{ kind: 'rename', what, name, newName }];
}
function move(node) {
    const newSchema = (0,record/* textOrUndefined */.T)(node.newschema);
    const name = (0,parse_tree/* relationName */.CJ)(node.relation) ?? objectName(node.object);
    if (newSchema === undefined || name === undefined)
        return [];
    if (node.objectType === 'OBJECT_TABLE')
        return [{ kind: 'move', what: 'table', name, newSchema }];
    return node.objectType === 'OBJECT_TYPE' ? [{ kind: 'move', what: 'type', name, newSchema }] : [];
}

;// CONCATENATED MODULE: ./build/migrations/hazards/read-operations.js
/** What a statement does. Whatever is not known here is `other`: no rule says anything about it. */








const readers = {
    CreateStmt: createTable,
    CreateTableAsStmt: createFromQuery,
    ViewStmt: createFromQuery,
    SelectStmt: (node, origin) => node.intoClause === undefined ? settingsOfSelect(node) : createFromQuery(node, origin),
    DropStmt: drop,
    RenameStmt: rename,
    AlterObjectSchemaStmt: move,
    AlterTableStmt: alterTable,
    IndexStmt: createIndex,
    ReindexStmt: reindex,
    CreateEnumStmt: ({ typeName, vals }) => named(typeName, (name) => ({ kind: 'create enum', name, labels: (0,parse_tree/* texts */.Te)(vals) })),
    AlterEnumStmt: alterEnum,
    AlterDomainStmt: alterDomain,
    InsertStmt: dataChanges('InsertStmt'),
    UpdateStmt: dataChanges('UpdateStmt'),
    DeleteStmt: dataChanges('DeleteStmt'),
    MergeStmt: dataChanges('MergeStmt'),
    TruncateStmt: ({ relations, behavior }) => [
        read_operations_onTables('truncate', rangeVars(relations), { isCascade: behavior === 'DROP_CASCADE' }),
    ],
    VacuumStmt: vacuum,
    ClusterStmt: ({ relation }) => [read_operations_onTables('cluster', relations(relation))],
    RefreshMatViewStmt: ({ relation, concurrent, skipData }) => skipData === true
        ? [{ kind: 'other', words: 'REFRESH … WITH NO DATA' }]
        : [read_operations_onTables('refresh', relations(relation), { isConcurrent: concurrent === true })],
    CreateTrigStmt: ({ relation }) => [read_operations_onTables('create trigger', relations(relation))],
    LockStmt: ({ relations: list, mode }) => [
        { kind: 'lock', tables: rangeVars(list), mode: lockModeOf(mode) },
    ],
    TransactionStmt: ({ kind }) => [{ kind: 'transaction', command: commandOf(kind) }],
    VariableSetStmt: setting,
    CreatePolicyStmt: ({ table }) => relations(table).map((name) => ({ kind: 'create policy', table: name })),
    DoStmt: () => [{ kind: 'opaque', words: 'DO' }],
    CallStmt: () => [{ kind: 'opaque', words: 'CALL' }],
    CreatedbStmt: () => [outside('CREATE DATABASE')],
    DropdbStmt: () => [outside('DROP DATABASE')],
    AlterSystemStmt: () => [outside('ALTER SYSTEM')],
    CreateTableSpaceStmt: () => [outside('CREATE TABLESPACE')],
    DropTableSpaceStmt: () => [outside('DROP TABLESPACE')],
};
/** At least one; what rests on another comes after it. */
function operationsOf(origin) {
    const { kind, node } = origin.statement;
    const operations = readers[kind]?.(node, origin) ?? [];
    return operations.length > 0 ? operations : [{ kind: 'other', words: kind.replace(/Stmt$/, '') }];
}
function named(parts, make) {
    const name = (0,parse_tree/* listedName */.d1)(parts);
    return name === undefined ? [] : [make(name)];
}
function relations(relation) {
    const name = (0,parse_tree/* relationName */.CJ)(relation);
    return name === undefined ? [] : [name];
}
function rangeVars(list) {
    return (0,parse_tree/* items */.ld)(list).flatMap((item) => relations((0,parse_tree/* field */.ZZ)(item, 'RangeVar')));
}
function read_operations_onTables(kind, tables, flags = {}) {
    return { kind, tables, isCascade: false, isConcurrent: false, ...flags };
}
function outside(words) {
    return { kind: 'outside transactions', words };
}
function createIndex(node) {
    return relations(node.relation).map((table) => ({
        kind: 'create index',
        table,
        name: (0,record/* textOrUndefined */.T)(node.idxname),
        columns: (0,parse_tree/* items */.ld)(node.indexParams).map((item) => (0,record/* textOrUndefined */.T)((0,parse_tree/* field */.ZZ)(item, 'IndexElem').name)),
        isUnique: node.unique === true,
        isPartial: node.whereClause !== undefined,
        isConcurrent: node.concurrent === true,
        isOnly: (0,parse_tree/* field */.ZZ)(node, 'relation').inh !== true,
        ifNotExists: node.if_not_exists === true,
    }));
}
const reindexed = {
    REINDEX_OBJECT_INDEX: 'index',
    REINDEX_OBJECT_TABLE: 'table',
    REINDEX_OBJECT_SCHEMA: 'schema',
};
function reindex(node) {
    const what = reindexed[(0,record/* textOrUndefined */.T)(node.kind) ?? ''] ?? 'database';
    const name = (0,parse_tree/* relationName */.CJ)(node.relation) ?? { schema: undefined, name: (0,record/* textOrUndefined */.T)(node.name) ?? '' };
    return [{ kind: 'reindex', what, name, isConcurrent: isOptionOn(node.params, 'concurrently') }];
}
function isOptionOn(options, wanted) {
    return (0,parse_tree/* items */.ld)(options).some((item) => {
        const { defname, arg } = (0,parse_tree/* field */.ZZ)(item, 'DefElem');
        const [value] = (0,parse_tree/* texts */.Te)([arg]);
        return defname === wanted && !/^(false|off|no|0)$/i.test(value ?? '');
    });
}
function alterEnum(node) {
    const [added, old] = [(0,record/* textOrUndefined */.T)(node.newVal), (0,record/* textOrUndefined */.T)(node.oldVal)];
    if (added === undefined)
        return [];
    return named(node.typeName, (name) => old === undefined
        ? { kind: 'add enum value', name, labels: [added] }
        : { kind: 'rename enum value', name, labels: [old, added] });
}
function alterDomain(node, origin) {
    const constraint = constraintOf((0,parse_tree/* field */.ZZ)(node.def, 'Constraint'), origin);
    if (constraint === undefined)
        return [];
    return named(node.typeName, (name) => ({ kind: 'domain constraint', name, constraint }));
}
function vacuum(node) {
    if (node.is_vacuumcmd !== true)
        return [{ kind: 'other', words: 'ANALYZE' }];
    const tables = (0,parse_tree/* items */.ld)(node.rels).flatMap((item) => relations((0,parse_tree/* field */.ZZ)(item, 'VacuumRelation').relation));
    return [read_operations_onTables(isOptionOn(node.options, 'full') ? 'vacuum full' : 'vacuum', tables)];
}
/** The parser numbers the modes from 1, in `lockModes`' order. */
function lockModeOf(mode) {
    return lock_mode/* lockModes */.Y8[typeof mode === 'number' ? mode - 1 : 7] ?? 'AccessExclusiveLock';
}
function commandOf(kind) {
    if (kind === 'TRANS_STMT_BEGIN' || kind === 'TRANS_STMT_START')
        return 'begin';
    if (kind === 'TRANS_STMT_COMMIT')
        return 'commit';
    return kind === 'TRANS_STMT_ROLLBACK' ? 'rollback' : 'other';
}
function setting(node) {
    const name = (0,record/* textOrUndefined */.T)(node.name);
    const isSet = node.kind === 'VAR_SET_VALUE';
    const values = (0,parse_tree/* items */.ld)(node.args).map(constantText);
    const isLocal = node.is_local === true;
    return name === undefined ? [] : [{ kind: 'setting', name, values: isSet ? values : undefined, isLocal }];
}
/** A string as it is, a number in digits; empty for anything else. */
function constantText(value) {
    const constant = (0,parse_tree/* field */.ZZ)(value, 'A_Const');
    const text = (0,record/* textOrUndefined */.T)((0,parse_tree/* field */.ZZ)(constant, 'sval').sval);
    const { ival = 0 } = (0,parse_tree/* field */.ZZ)(constant, 'ival');
    return text ?? (typeof ival === 'number' ? String(ival) : '');
}

// EXTERNAL MODULE: ./build/migrations/script-batch.js
var script_batch = __webpack_require__(48592);
;// CONCATENATED MODULE: ./build/migrations/hazards/transactions.js
/** Which statements share a transaction. */

/**
 * A place for each statement of a script.
 *
 * A script that is sent whole is one implicit transaction. BEGIN takes what came before it in, COMMIT ends it, and the
 * rest is another one (https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT).
 * @param first number of the first transaction.
 */
function placesOf(statements, transport, first) {
    const sent = (0,script_batch/* goesWhole */.a)(statements.map(({ statement }) => statement)) ? 'script' : transport;
    let transaction = first - 1;
    let isExplicit = false;
    let isOpen = false;
    const raw = statements.map(({ operations }) => {
        const command = transactions_commandOf(operations);
        if (!isOpen)
            transaction += 1;
        if (command === 'begin')
            isExplicit = true;
        const place = { transaction, isExplicit, isWork: command === undefined };
        if (command === 'commit' || command === 'rollback')
            isExplicit = false;
        isOpen = isExplicit || (sent === 'script' && command !== 'commit' && command !== 'rollback');
        return place;
    });
    const work = new Map();
    for (const place of raw)
        if (place.isWork)
            work.set(place.transaction, (work.get(place.transaction) ?? 0) + 1);
    return raw.map((place) => ({
        transaction: place.transaction,
        isExplicit: place.isExplicit,
        isShared: (work.get(place.transaction) ?? 0) > 1,
        sent,
        transport,
        isInTransaction: place.isExplicit || (sent === 'script' && raw.length > 1),
    }));
}
function transactions_commandOf(operations) {
    const [operation] = operations;
    return operation?.kind === 'transaction' ? operation.command : undefined;
}

;// CONCATENATED MODULE: ./build/migrations/hazards/steps.js



/** Of scripts that cannot be parsed there are none. */
function plannedSteps(scripts, transport) {
    const steps = [];
    for (const { migration, script, parsed } of scripts) {
        const statements = parsed.kind === 'parsed' ? parsed.statements : [];
        const source = (0,script_source/* scriptSource */.Hw)(script);
        const read = statements.map((statement) => ({
            statement,
            operations: operationsOf({ source, statement }),
        }));
        const first = (steps.at(-1)?.place.transaction ?? 0) + 1;
        const places = placesOf(read, transport, first);
        for (const [index, { statement, operations }] of read.entries()) {
            const place = places[index];
            if (place !== undefined)
                steps.push({ migration, statement, index, source, operations, place });
        }
    }
    return steps;
}


/***/ }),

/***/ 20510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ columnModel),
/* harmony export */   U6: () => (/* binding */ dropColumn),
/* harmony export */   Yi: () => (/* binding */ withConstraint),
/* harmony export */   xS: () => (/* binding */ applyTableChange),
/* harmony export */   xg: () => (/* binding */ generatedName)
/* harmony export */ });
/* harmony import */ var _table_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40072);

function applyTableChange(model, change, transaction) {
    const table = model.table(change.table);
    if (table === undefined)
        return;
    if (change.kind === 'attach partition' || change.kind === 'detach partition') {
        setParent(model, table, change);
        return;
    }
    if (change.kind === 'drop constraint' && change.isCascade)
        dropKeysTo(model, table, change.name);
    for (const each of (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .withPartitions */ ._B)(table, model))
        model.putTable(changed(each, change, { model, transaction }));
}
/** An attached partition gets the indexes that its table has. */
function setParent(model, table, { kind, partition: name }) {
    const partition = model.table(name);
    if (partition === undefined)
        return;
    const isAttached = kind === 'attach partition';
    const indexes = isAttached
        ? [...partition.indexes, ...missingIndexes(table, partition)]
        : partition.indexes;
    model.putTable({ ...partition, indexes, parent: isAttached ? table.id : undefined });
}
function missingIndexes(table, partition) {
    const key = ({ columns, isUnique }) => JSON.stringify([columns, isUnique]);
    const there = new Set(partition.indexes.map(key));
    return table.indexes.filter((index) => !there.has(key(index)));
}
/** CASCADE takes the foreign keys that stand on a primary key or unique constraint. */
function dropKeysTo(model, { id, constraints }, name) {
    const columns = constraints
        .find((constraint) => constraint.name === name)
        ?.columns.toSorted()
        .join('\0');
    for (const other of [...model.tables()]) {
        const kept = other.constraints.filter(({ references, referencedColumns }) => references !== id || referencedColumns.toSorted().join('\0') !== columns);
        if (kept.length < other.constraints.length)
            model.putTable({ ...other, constraints: kept });
    }
}
function dropColumn(model, tableId, column) {
    const table = model.tableById(tableId);
    if (table !== undefined)
        model.putTable(withoutColumn(table, column));
}
function changed(table, change, around) {
    switch (change.kind) {
        case 'add column':
            return withColumn(table, change.column, around);
        case 'drop column':
            return withoutColumn(table, change.name);
        case 'rename column':
            return withColumnRenamed(table, change.name, change.newName);
        case 'rename constraint':
            return withConstraintRenamed(table, change.name, change.newName);
        case 'change type':
            return mapColumn(table, change.name, { type: change.type, typeOid: undefined });
        case 'set not null':
            return mapConstraints(mapColumn(table, change.name, { isNotNull: true }), ({ form, columns }) => form === 'not null' && columns.includes(change.name));
        case 'drop not null':
            return mapColumn(table, change.name, { isNotNull: false });
        case 'add constraint':
            return withConstraint(table, change.constraint, around);
        case 'validate constraint':
            return mapConstraints(table, ({ name }) => name === change.name);
        case 'drop constraint':
            return withoutConstraint(table, change.name);
        default:
            return table;
    }
}
function columnModel({ name, type, isNotNull, generated }) {
    return { name, type, typeOid: undefined, isNotNull, generated, isNew: true };
}
function withColumn(table, column, around) {
    if (table.columns.some(({ name }) => name === column.name))
        return table;
    const wider = { ...table, columns: [...table.columns, columnModel(column)] };
    return column.constraints.reduce((grown, constraint) => withConstraint(grown, constraint, around), wider);
}
/** Indexes and constraints that it is part of go with it. */
function withoutColumn(table, name) {
    return {
        ...table,
        columns: table.columns.filter((column) => column.name !== name),
        constraints: table.constraints.filter(({ columns }) => !columns.includes(name)),
        indexes: table.indexes.filter(({ columns }) => !columns.includes(name)),
    };
}
function withColumnRenamed(table, from, to) {
    const renamed = (name) => (name === from ? to : name);
    return {
        ...table,
        columns: table.columns.map((column) => ({ ...column, name: renamed(column.name) })),
        constraints: table.constraints.map((constraint) => ({
            ...constraint,
            columns: constraint.columns.map(renamed),
            provesNotNull: constraint.provesNotNull.map(renamed),
        })),
        indexes: table.indexes.map((index) => ({ ...index, columns: index.columns.map(renamed) })),
    };
}
function withConstraintRenamed(table, from, to) {
    const renamed = (thing) => thing.name === from ? { ...thing, name: to } : thing;
    return { ...table, constraints: table.constraints.map(renamed), indexes: table.indexes.map(renamed) };
}
function mapColumn(table, name, fields) {
    const columns = table.columns.map((column) => (column.name === name ? { ...column, ...fields } : column));
    return { ...table, columns };
}
/** Those that match are validated from now on. */
function mapConstraints(table, matches) {
    const constraints = table.constraints.map((constraint) => matches(constraint) ? { ...constraint, isValidated: true } : constraint);
    return { ...table, constraints };
}
function withConstraint(table, definition, { model, transaction }) {
    const { form, references, skipsRows, expression, usingIndex } = definition;
    const adopted = table.indexes.find((index) => usingIndex !== undefined && index.name === usingIndex);
    const columns = adopted?.columns.flatMap((column) => column ?? []) ?? definition.columns;
    const name = definition.name ?? generatedName(table, form, columns);
    const referenced = references === undefined ? undefined : model.table(references);
    const constraint = {
        name,
        form,
        columns,
        isValidated: !skipsRows,
        references: referenced?.id,
        referencedColumns: definition.referencedColumns.length > 0 ? definition.referencedColumns : keyOf(referenced),
        provesNotNull: (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsProvenNotNull */ .sx)(expression),
        isAboutValues: form === 'check' && (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .isAboutValues */ .A7)(expression),
        addedIn: transaction,
    };
    const makesNotNull = form === 'primary key' || form === 'not null';
    return {
        ...table,
        columns: table.columns.map((column) => makesNotNull && columns.includes(column.name) ? { ...column, isNotNull: true } : column),
        constraints: [...table.constraints, constraint],
        indexes: indexesWith(table.indexes, constraint, adopted),
    };
}
function keyOf(table) {
    return table?.constraints.find(({ form }) => form === 'primary key')?.columns ?? [];
}
function indexesWith(indexes, { name, form, columns }, adopted) {
    if (form !== 'primary key' && form !== 'unique' && form !== 'exclusion')
        return indexes;
    // ADD CONSTRAINT … USING INDEX gives the index the constraint's name.
    if (adopted !== undefined)
        return indexes.map((index) => (index === adopted ? { ...index, name } : index));
    const isUnique = form !== 'exclusion';
    return [...indexes, { name, columns, isUnique, isPartial: false, isValid: true, isNew: true }];
}
const endings = {
    'primary key': 'pkey',
    unique: 'key',
    'foreign key': 'fkey',
    check: 'check',
    exclusion: 'excl',
    'not null': 'not_null',
};
/** As Postgres names a constraint that has no name, where that name is free and not too long. */
function generatedName(table, form, columns) {
    const isNamed = form !== 'primary key' && (form !== 'check' || columns.length === 1);
    return [table.name, ...(isNamed ? columns : []), endings[form]].join('_');
}
function withoutConstraint(table, name) {
    const gone = table.constraints.find((constraint) => constraint.name === name);
    const isDropped = (column) => gone?.form === 'not null' && gone.columns.includes(column.name);
    return {
        ...table,
        columns: table.columns.map((column) => (isDropped(column) ? { ...column, isNotNull: false } : column)),
        constraints: table.constraints.filter((constraint) => constraint !== gone),
        indexes: table.indexes.filter((index) => index.name !== name),
    };
}


/***/ }),

/***/ 40072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ isAboutValues),
/* harmony export */   DW: () => (/* binding */ columnType),
/* harmony export */   Pc: () => (/* binding */ referencedTables),
/* harmony export */   Pe: () => (/* binding */ isNotNull),
/* harmony export */   VD: () => (/* binding */ isProvenNotNull),
/* harmony export */   _B: () => (/* binding */ withPartitions),
/* harmony export */   c1: () => (/* binding */ columnNamed),
/* harmony export */   fl: () => (/* binding */ existingOf),
/* harmony export */   l4: () => (/* binding */ checkExpression),
/* harmony export */   qg: () => (/* binding */ referencingTables),
/* harmony export */   sx: () => (/* binding */ columnsProvenNotNull),
/* harmony export */   vF: () => (/* binding */ isOfEnum)
/* harmony export */ });
/* harmony import */ var _parse_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87308);
/* harmony import */ var _sql_type_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43331);
/** Questions about one table of the model. */


function columnNamed(table, name) {
    return table.columns.find((column) => column.name === name);
}
function columnType({ type }, parser) {
    return typeof type === 'string' ? (0,_sql_type_js__WEBPACK_IMPORTED_MODULE_0__/* .typeOfText */ .pX)(type, parser) : type;
}
/** NOT NULL holds for every row; from Postgres 18 on a column can be NOT NULL for new rows alone. */
function isNotNull(table, column) {
    const isDeclared = columnNamed(table, column)?.isNotNull === true;
    const isPending = table.constraints.some(({ form, columns, isValidated }) => form === 'not null' && columns.includes(column) && !isValidated);
    return isDeclared && !isPending;
}
/** A validated check that rules nulls out lets SET NOT NULL go without a scan (Postgres 12 and newer). */
function isProvenNotNull(table, column) {
    return table.constraints.some(({ isValidated, provesNotNull }) => isValidated && provesNotNull.includes(column));
}
/** Columns that cannot be null where the expression is true: `a IS NOT NULL`, alone or among others joined by AND. */
function columnsProvenNotNull(expression) {
    const [kind, node] = (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .unwrap */ .oA)(expression);
    if (kind === 'BoolExpr' && node.boolop === 'AND_EXPR')
        return (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .items */ .ld)(node.args).flatMap(columnsProvenNotNull);
    if (kind !== 'NullTest' || node.nulltesttype !== 'IS_NOT_NULL')
        return [];
    return (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .texts */ .Te)((0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(node.arg, 'ColumnRef').fields);
}
/** False for a check that only rules nulls out. */
function isAboutValues(expression) {
    const [kind, node] = (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .unwrap */ .oA)(expression);
    if (kind === 'BoolExpr' && node.boolop === 'AND_EXPR')
        return (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .items */ .ld)(node.args).some(isAboutValues);
    return kind !== 'NullTest';
}
/** The expression in what `pg_get_constraintdef` writes of a check. */
function checkExpression(definition, parser) {
    const parsed = parser.parse(`ALTER TABLE t ADD ${definition}`);
    if (parsed.kind !== 'parsed')
        return undefined;
    const [constraint] = parsed.statements.flatMap(({ node }) => (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .nodesOf */ .Nh)(node, 'Constraint'));
    return constraint === undefined ? undefined : (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(constraint, 'raw_expr');
}
function isOfEnum({ type, typeOid }, wanted, view) {
    if (typeOid !== undefined)
        return typeOid === wanted.oid;
    return typeof type === 'object' && view.enumType(type)?.id === wanted.id;
}
/** The table itself and its partitions, theirs too. */
function withPartitions(table, view) {
    if (table.kind !== 'partitioned table')
        return [table];
    const parts = [...view.tables()].filter(({ parent }) => parent === table.id);
    return [table, ...parts.flatMap((part) => withPartitions(part, view))];
}
/** Tables with a foreign key to this one, itself left out. */
function referencingTables({ id }, view) {
    return [...view.tables()].filter((table) => table.id !== id && table.constraints.some(({ references }) => references === id));
}
/** Tables that this one has foreign keys to, itself left out. */
function referencedTables({ id, constraints }, view) {
    const ids = new Set(constraints.flatMap(({ references }) => references ?? []));
    return [...ids].filter((other) => other !== id).flatMap((other) => view.tableById(other) ?? []);
}
/** Those that were there before the pending migrations. */
function existingOf(tables) {
    return tables.filter(({ oid }) => oid !== undefined);
}


/***/ }),

/***/ 39368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ plannedTypeChange)
/* harmony export */ });
/* harmony import */ var _sql_type_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43331);
/* harmony import */ var _table_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40072);


function plannedTypeChange({ name, type, using, hasCollation }, table, parser) {
    const column = (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .columnNamed */ .c1)(table, name);
    const from = column === undefined ? undefined : (0,_table_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .columnType */ .DW)(column, parser);
    if (using !== undefined)
        return { from, effect: 'rewrites' };
    const effect = from === undefined ? 'unknown' : (0,_sql_type_js__WEBPACK_IMPORTED_MODULE_0__/* .typeChange */ .fF)(from, type);
    if (effect !== 'free')
        return { from, effect };
    if (hasCollation)
        return { from, effect: 'rebuilds indexes' };
    // Check constraints on the column are made anew, and each row is held against them.
    const isSame = JSON.stringify(from) === JSON.stringify(type);
    const isChecked = table.constraints.some(({ form, columns }) => form === 'check' && columns.includes(name));
    return { from, effect: isChecked && !isSame ? 'scans' : 'free' };
}


/***/ }),

/***/ 86771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ isWellKnown),
/* harmony export */   j: () => (/* binding */ volatilityOf)
/* harmony export */ });
/* harmony import */ var _parse_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87308);
/** Whether a default is the same for every row, so that ADD COLUMN can store it once instead of rewriting the table. */

const words = (list) => new Set(list.split(/\s+/));
/** Volatile functions (`pg_proc.provolatile`) of Postgres, uuid-ossp and pgcrypto that a default may call. */
const volatile = words(`gen_random_uuid uuidv4 uuidv7 random random_normal clock_timestamp timeofday nextval currval lastval setval
   pg_current_xact_id txid_current uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4 gen_random_bytes gen_salt`);
/** Functions of Postgres that are not, among those that defaults call. */
const constant = words(`now transaction_timestamp statement_timestamp current_setting current_schema session_user timezone date_trunc
   date_part extract to_char to_date to_timestamp to_number make_interval make_date make_timestamptz age
   lower upper initcap trim btrim ltrim rtrim concat concat_ws format replace substr substring left right length repeat
   reverse split_part md5 sha256 encode decode digest crypt convert_to convert_from quote_literal quote_ident
   jsonb_build_object json_build_object jsonb_build_array json_build_array to_jsonb to_json row_to_json jsonb_set
   array_fill array_append array_length cardinality string_to_array array_to_string unnest
   abs ceil floor round trunc sign mod power sqrt greatest least coalesce nullif int4range int8range numrange tsrange
   tstzrange daterange point box to_tsvector setweight uuid_nil uuid_generate_v3 uuid_generate_v5 pg_backend_pid
   count sum min max avg bool_and bool_or row_number pg_get_serial_sequence pg_typeof set_config`);
/** `unknown` where it calls a function that is not one of the well-known ones. */
function volatilityOf(expression) {
    const called = calledFunctions(expression);
    if (called.some((name) => volatile.has(name)))
        return 'volatile';
    return called.every((name) => constant.has(name)) ? 'constant' : 'unknown';
}
/** False for a function that may do anything: one of the user's own. */
function isWellKnown(name) {
    return volatile.has(name) || constant.has(name);
}
function calledFunctions(expression) {
    return (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .nodesOf */ .Nh)(expression, 'FuncCall').flatMap(({ funcname }) => (0,_parse_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .texts */ .Te)(funcname).at(-1) ?? []);
}


/***/ }),

/***/ 87308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ relationName),
/* harmony export */   D1: () => (/* binding */ relationsIn),
/* harmony export */   Nh: () => (/* binding */ nodesOf),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   d1: () => (/* binding */ listedName),
/* harmony export */   hD: () => (/* binding */ locationOf),
/* harmony export */   ld: () => (/* binding */ items),
/* harmony export */   oA: () => (/* binding */ unwrap)
/* harmony export */ });
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91753);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5411);
/** Reading libpg_query's parse trees, which are JSON: every accessor takes anything and gives something harmless. */

/** The node in a field, or one without fields. */
function field(value, name) {
    const inner = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) ? value[name] : undefined;
    return (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(inner) ? inner : {};
}
function items(value) {
    return Array.isArray(value) ? value : [];
}
/** The kind and the fields of a node that is wrapped in its kind: `{ "IndexElem": { … } }`. */
function unwrap(value) {
    const [kind = '', node] = Object.entries((0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) ? value : {})[0] ?? [];
    return [kind, (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(node) ? node : {}];
}
/** The texts of a list of `String` nodes. */
function texts(value) {
    return items(value).flatMap((part) => (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .textOrUndefined */ .T)(field(part, 'String').sval) ?? []);
}
/** Of a `RangeVar`'s fields. */
function relationName(relation) {
    const node = (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(relation) ? relation : {};
    const name = (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .textOrUndefined */ .T)(node.relname);
    return name === undefined ? undefined : { schema: (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .textOrUndefined */ .T)(node.schemaname), name };
}
/** Of a list of `String` nodes: `name`, `schema.name` or `database.schema.name`. */
function listedName(parts) {
    const names = texts(parts);
    const name = names.at(-1);
    return name === undefined ? undefined : { schema: names.at(-2), name };
}
/** Where it begins in the script, in UTF-8 bytes; undefined where the parser does not say. */
function locationOf(node) {
    if (node.location === undefined)
        return 0;
    return typeof node.location === 'number' && node.location >= 0 ? node.location : undefined;
}
/** Every node of that kind, at any depth, outermost first. */
function nodesOf(tree, kind) {
    if (Array.isArray(tree))
        return tree.flatMap((item) => nodesOf(item, kind));
    if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(tree))
        return [];
    return Object.entries(tree).flatMap(([name, value]) => [
        ...(name === kind && (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) ? [value] : []),
        ...nodesOf(value, kind),
    ]);
}
/** Every relation that a statement names, at any depth; the objects of a DROP are lists of names. */
function relationsIn(kind, node) {
    const dropped = kind === 'DropStmt' ? items(node.objects).map((object) => droppedName(object)) : [];
    return [...dropped.flatMap((name) => name ?? []), ...rangesIn(node)];
}
function droppedName(object) {
    const [, list] = unwrap(object);
    return listedName(list.items);
}
function rangesIn(tree) {
    if (Array.isArray(tree))
        return tree.flatMap(rangesIn);
    if (!(0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(tree))
        return [];
    const own = relationName(tree);
    return [...(own === undefined ? [] : [own]), ...Object.values(tree).flatMap(rangesIn)];
}


/***/ }),

/***/ 5411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ textOrUndefined)
/* harmony export */ });
/** For data from outside (JSON, parse trees, rows). */

function textOrUndefined(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}


/***/ }),

/***/ 25005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d0: () => (/* binding */ byState),
/* harmony export */   fk: () => (/* binding */ loadFindings),
/* harmony export */   lh: () => (/* binding */ loadRuleList)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73110);
/* harmony import */ var _report_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56757);
/** What the load says about the migrations. */


const stalled = {
    id: 'load-stalled',
    title: 'An application would have waited',
    severity: 'warning',
    why: 'Single rows were read and written by their key while the migrations ran, and one of these waited longer than `max-lock-duration` (1 s without one). An application waits as long, with every connection that it has.',
};
const failed = {
    id: 'load-error',
    title: 'A read or a write failed while the migrations ran',
    severity: 'error',
    why: 'It worked before them. The app that is deployed while this migrates meets the same. A lost connection is a warning, since it may have another cause.',
};
const loadRuleList = [stalled, failed];
/** @param stallLimitMs from when on a wait is a finding */
function loadFindings(tallies, stallLimitMs) {
    return tallies.flatMap((tally) => [...stallFinding(tally, stallLimitMs), ...errorFindings(tally)]);
}
function stallFinding(tally, limitMs) {
    const { read, write } = tally;
    const long = [
        { what: 'reads', figures: read },
        { what: 'writes', figures: write },
    ].filter(({ figures }) => figures.longestMs > limitMs);
    const [first] = long.toSorted((left, right) => right.figures.longestMs - left.figures.longestMs);
    if (first === undefined)
        return [];
    const waits = long
        .map(({ what, figures }) => `${what} up to ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(figures.longestMs)}`)
        .join(', ');
    return [
        (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .findingOf */ .hD)(stalled, {
            subject: subjectOf(tally),
            message: `An application would have waited${duringWords(first.figures.during)}: ${waits}.`,
            evidence: `${read.count} reads and ${write.count} writes of single rows by their key; more than ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(limitMs)} counts as a stall.`,
            fix: 'See which statement of the migration locked the table meanwhile, and how long it held the lock. `SET lock_timeout` bounds only how long others queue behind the migration while it waits itself.',
        }),
    ];
}
function errorFindings(tally) {
    return [...tally.errors.values()].toSorted(byState).map((error) => (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .findingOf */ .hD)(failed, {
        ...(isOfConnection(error) ? { severity: 'warning' } : {}),
        subject: subjectOf(tally),
        message: `A ${error.operation} failed${duringWords(error.during)}: ${error.message}`,
        evidence: `SQLSTATE ${error.sqlState ?? 'none'}, ${error.count} times; ${tally.read.count} reads and ${tally.write.count} writes in all.`,
        fix: fixOf(error),
    }));
}
function byState(left, right) {
    return (left.sqlState ?? '') < (right.sqlState ?? '') ? -1 : 1;
}
/** No answer, a connection exception, or an operator's doing: it may have nothing to do with the migration. */
function isOfConnection({ sqlState }) {
    return sqlState === undefined || /^(08|57P|53)/.test(sqlState);
}
function fixOf({ sqlState }) {
    if (sqlState === '42703' || sqlState === '42P01')
        return 'The app that is deployed while this migrates may still use it. Take it out of the code first and drop it in a later release; for a rename, add the new one, write both, move the readers, then drop the old one.';
    if (sqlState === '40P01')
        return 'The migration and a single statement of an application locked the same tables in opposite order. Lock one table a transaction.';
    if (sqlState === '42501')
        return 'The migration took a privilege away that the role had before.';
    return 'The statement worked before the migrations and did not while or after they ran: an app that is deployed then meets the same.';
}
function duringWords(migration) {
    return migration === undefined ? '' : ` while ${migration} ran`;
}
function subjectOf({ table }) {
    return `${table.schema}.${table.name}`;
}


/***/ }),

/***/ 71233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IS: () => (/* binding */ lockModeWords),
/* harmony export */   Y8: () => (/* binding */ lockModes),
/* harmony export */   mq: () => (/* binding */ blockedWords),
/* harmony export */   n9: () => (/* binding */ isLockMode),
/* harmony export */   tc: () => (/* binding */ compareLockModes),
/* harmony export */   yJ: () => (/* binding */ blockedBy)
/* harmony export */ });
/* unused harmony exports conflicting, strongest */
/** Postgres's table lock modes: their order, what conflicts, and what a conflict means to those who wait. */
/** Weakest first, as in https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES */
const lockModes = [
    'AccessShareLock',
    'RowShareLock',
    'RowExclusiveLock',
    'ShareUpdateExclusiveLock',
    'ShareLock',
    'ShareRowExclusiveLock',
    'ExclusiveLock',
    'AccessExclusiveLock',
];
function isLockMode(value) {
    return lockModes.some((mode) => mode === value);
}
/** Table 13.2 of the page above: for each mode, the modes that must wait for it. */
const conflicts = {
    AccessShareLock: ['AccessExclusiveLock'],
    RowShareLock: ['ExclusiveLock', 'AccessExclusiveLock'],
    RowExclusiveLock: ['ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'],
    ShareUpdateExclusiveLock: lockModes.slice(3),
    ShareLock: [
        'RowExclusiveLock',
        'ShareUpdateExclusiveLock',
        'ShareRowExclusiveLock',
        'ExclusiveLock',
        'AccessExclusiveLock',
    ],
    ShareRowExclusiveLock: lockModes.slice(2),
    ExclusiveLock: lockModes.slice(1),
    AccessExclusiveLock: lockModes,
};
function conflicting(held, wanted) {
    return conflicts[held].includes(wanted);
}
/** Negative when `left` is the weaker mode. */
function compareLockModes(left, right) {
    return lockModes.indexOf(left) - lockModes.indexOf(right);
}
function strongest(modes) {
    return modes.toSorted(compareLockModes).at(-1);
}
function blockedBy(mode) {
    return {
        reads: conflicting(mode, 'AccessShareLock'),
        writes: conflicting(mode, 'RowExclusiveLock'),
        ddl: conflicting(mode, 'ShareUpdateExclusiveLock'),
    };
}
/** Such as "reads and writes". Whoever blocks reads blocks everything. */
function blockedWords(mode) {
    const { reads, writes, ddl } = blockedBy(mode);
    if (reads)
        return 'reads and writes';
    if (writes)
        return 'writes';
    return ddl ? 'schema changes and vacuum' : 'nothing that an application does';
}
/** As SQL and the documentation write it: `ACCESS EXCLUSIVE`. */
function lockModeWords(mode) {
    return mode
        .replace(/Lock$/, '')
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toUpperCase();
}


/***/ }),

/***/ 15315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ rehearsalRules)
/* harmony export */ });
/* unused harmony export rehearsalRuleGroups */
/* harmony import */ var _compatibility_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45632);
/* harmony import */ var _data_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36978);
/* harmony import */ var _hazards_advice_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14458);
/* harmony import */ var _hazards_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70602);
/* harmony import */ var _rollback_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96386);
/* harmony import */ var _load_findings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25005);






const rehearsalRuleGroups = [
    ['Hazards', [..._hazards_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .hazardRules */ .W, ..._hazards_advice_js__WEBPACK_IMPORTED_MODULE_2__/* .adviceRules */ .y]],
    ['Data', _data_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .dataRuleList */ .D],
    ['Applications', _compatibility_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .compatibilityRuleList */ .F],
    ['The way back', _rollback_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .rollbackRuleList */ .NZ],
    ['Load', _load_findings_js__WEBPACK_IMPORTED_MODULE_5__/* .loadRuleList */ .lh],
];
const rehearsalRules = rehearsalRuleGroups.flatMap(([, rules]) => rules);


/***/ }),

/***/ 96386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IU: () => (/* binding */ rollbackFails),
/* harmony export */   NZ: () => (/* binding */ rollbackRuleList),
/* harmony export */   h: () => (/* binding */ rollbackIncomplete),
/* harmony export */   li: () => (/* binding */ rollbackLosesData),
/* harmony export */   uk: () => (/* binding */ rollbackImpossible)
/* harmony export */ });
const rollbackLosesData = {
    id: 'rollback-loses-data',
    title: 'The way back loses data',
    severity: 'warning',
    why: 'What was written since the migration, or by it, is gone once the schema is back: think before, not in the incident. Redeploying the old code on the new schema loses nothing, where it still works.',
    docs: 'https://www.prisma.io/docs/orm/v7/prisma-migrate/workflows/generating-down-migrations',
};
const rollbackFails = {
    id: 'rollback-fails',
    title: 'The way back fails',
    severity: 'error',
    why: 'The script that would undo the migration does not run on this data. A warning where it was only planned and the rows say so.',
};
const rollbackIncomplete = {
    id: 'rollback-incomplete',
    title: 'The way back leaves something behind',
    severity: 'warning',
    why: 'Prisma undoes what its schema models. Triggers, functions, views, policies, checks, partial indexes and grants stay as the migration left them.',
};
const rollbackImpossible = {
    id: 'rollback-impossible',
    title: 'Something has no way back',
    severity: 'notice',
    why: 'No script knows the old values of changed rows or the content of what was dropped. Only a backup, or a branch of the time before, does.',
};
/** For the documentation. */
const rollbackRuleList = [
    rollbackLosesData,
    rollbackFails,
    rollbackIncomplete,
    rollbackImpossible,
];


/***/ }),

/***/ 48592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ goesWhole),
/* harmony export */   c: () => (/* binding */ batchesOf)
/* harmony export */ });
/** The batches of a script, in order. With `isMeasured`, a whole script is taken apart where that changes nothing. */
function batchesOf(script, { transport, parser, isMeasured }) {
    const whole = { pieces: [{ text: script, start: 0, statement: undefined }], canBeProbed: false };
    const parsed = parser.parse(script);
    if (parsed.kind === 'syntax-error' || parsed.statements.length === 0)
        return [whole];
    const { statements } = parsed;
    const pieces = statements.map((statement, index) => ({ ...statement, statement: { ...statement, index } }));
    if (transport === 'statements' && !goesWhole(statements))
        return pieces.map((piece) => ({ pieces: [piece], canBeProbed: isSameInTransaction(piece.statement) }));
    if (!isMeasured)
        return [whole];
    if (pieces.length === 1)
        return [{ pieces, canBeProbed: statements.every(isSameInTransaction) }];
    return statements.some(needsFreshTransaction) ? [whole] : [{ pieces, canBeProbed: true }];
}
/**
 * First words of statements that Prisma's splitter, the Rust crate `sqlparser` 0.61, has no grammar for. A script with
 * one of them goes to the server whole, so its statements share one transaction. Pretending otherwise would let a
 * migration pass here that fails in production.
 */
const unreadableWords = new Set([
    'abort',
    'checkpoint',
    'cluster',
    'do',
    'import',
    'lock',
    'move',
    'reassign',
    'refresh',
    'reindex',
    'security',
    'table',
]);
/** Whether Prisma sends the statements in one query, from 7.4 on too, since its splitter cannot read one of them. */
function goesWhole(statements) {
    return statements.some(isUnreadable);
}
/** https://github.com/prisma/prisma-engines/pull/5847: `sqlparser` reads CREATE INDEX CONCURRENTLY, but not DROP. */
function isUnreadable({ text, kind, node }) {
    const [word = ''] = /^[a-z]+/i.exec(text) ?? [];
    return unreadableWords.has(word.toLowerCase()) || (kind === 'DropStmt' && node.concurrent === true);
}
/**
 * Statements that a single query runs otherwise than a query of several: those that refuse a transaction block, those
 * that demand one (LOCK, SAVEPOINT, SET LOCAL), and procedures and DO blocks that end the transaction themselves.
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT
 */
const differentInTransaction = new Set([
    'AlterDatabaseStmt',
    'AlterSubscriptionStmt',
    'AlterSystemStmt',
    'CallStmt',
    'ClusterStmt',
    'CreateSubscriptionStmt',
    'CreateTableSpaceStmt',
    'CreatedbStmt',
    'DeclareCursorStmt',
    'DiscardStmt',
    'DropSubscriptionStmt',
    'DropTableSpaceStmt',
    'DropdbStmt',
    'LockStmt',
    'ReindexStmt',
    'RepackStmt',
    'TransactionStmt',
    'VacuumStmt',
    'VariableSetStmt',
]);
/** Whether the statement does the same alone and in a transaction with a query behind it. */
function isSameInTransaction({ kind, node, text }) {
    if (differentInTransaction.has(kind))
        return false;
    if (kind === 'IndexStmt' || kind === 'DropStmt')
        return node.concurrent !== true;
    if (kind === 'DoStmt')
        return !/\b(commit|rollback|call)\b/i.test(text);
    // DETACH PARTITION … CONCURRENTLY; the word may stand anywhere, and one look too few costs nothing.
    return kind !== 'AlterTableStmt' || !/\bconcurrently\b/i.test(text);
}
/** SET TRANSACTION, and BEGIN with options, must come before any query of their transaction (SQLSTATE 25001). */
function needsFreshTransaction({ kind, node, text }) {
    if (kind === 'TransactionStmt')
        return Array.isArray(node.options);
    return kind === 'VariableSetStmt' && /\btransaction\b/i.test(text);
}


/***/ }),

/***/ 20547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ parseTableName),
/* harmony export */   OL: () => (/* binding */ qualifiedName),
/* harmony export */   QC: () => (/* binding */ displayName),
/* harmony export */   UY: () => (/* binding */ displayIdentifier),
/* harmony export */   _n: () => (/* binding */ unquote)
/* harmony export */ });
/* harmony import */ var _identifier_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86967);

/** `"schema"."name"`, to be pasted into SQL. */
function qualifiedName({ schema, name }) {
    return `${(0,_identifier_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .C)(schema)}.${(0,_identifier_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .C)(name)}`;
}
/** `schema.name` to be read by people: quoted only where it would be ambiguous without. */
function displayName({ schema, name }) {
    return `${displayIdentifier(schema)}.${displayIdentifier(name)}`;
}
function displayIdentifier(name) {
    return /^[a-zA-Z_][a-zA-Z0-9_$]*$/.test(name) ? name : (0,_identifier_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .C)(name);
}
/**
 * Reads `table`, `schema.table` or either part quoted (`"my.schema"."Table"`). Nothing is folded to lower case: names
 * are meant as the catalog has them.
 */
function parseTableName(text, defaultSchema) {
    const part = '"(?:[^"]|"")+"|[^".]+';
    const match = new RegExp(`^(?:(${part})\\.)?(${part})$`, 'su').exec(text.trim());
    if (match === null)
        return { schema: defaultSchema, name: text };
    return { schema: unquote(match[1] ?? defaultSchema), name: unquote(match[2] ?? text) };
}
/** A part of a name as Postgres writes it, in quotes where it must be. */
function unquote(part) {
    return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
}


/***/ })

};
