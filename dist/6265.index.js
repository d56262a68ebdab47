export const id = 6265;
export const ids = [6265];
export const modules = {

/***/ 88450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ rehearsalPrefix),
/* harmony export */   r: () => (/* binding */ deleteRehearsalBranches)
/* harmony export */ });
/* harmony import */ var _providers_ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33176);
/** Rehearsal branches by their name, for who deletes and need not know how one is made: a light action stays light. */

const rehearsalPrefix = 'rehearsal/';
/** What cancelled runs of this pull request left; called when it is closed. */
async function deleteRehearsalBranches(provider, target) {
    const left = [];
    for await (const branch of provider.listBranches())
        if (branch.name.startsWith(rehearsalPrefix) && (0,_providers_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .whyNotOurs */ .n)(branch, target.owner, 'delete') === undefined)
            left.push(branch);
    for (const branch of left)
        await provider.deleteBranch(branch);
}


/***/ }),

/***/ 76265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ rehearseOn),
  _: () => (/* binding */ rehearseOnCopy)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/report/finding.js
var finding = __webpack_require__(28586);
// EXTERNAL MODULE: ./build/report/rule.js
var rule = __webpack_require__(56757);
// EXTERNAL MODULE: ./build/migrations/prisma-diff.js
var prisma_diff = __webpack_require__(18920);
// EXTERNAL MODULE: ./build/migrations/schema-provider.js
var schema_provider = __webpack_require__(42175);
// EXTERNAL MODULE: ./build/migrations/session.js
var migrations_session = __webpack_require__(78684);
// EXTERNAL MODULE: ./build/migrations/sql-parser.js
var sql_parser = __webpack_require__(57962);
// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(86967);
// EXTERNAL MODULE: ./build/postgres/row.js
var postgres_row = __webpack_require__(31290);
// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(37929);
;// CONCATENATED MODULE: ./build/migrations/rollback/loss-count.js



/** Nothing is counted of a table or column that is not there. */
async function countLosses(steps, options) {
    const { session } = options;
    await session.query(`BEGIN READ ONLY; SET LOCAL search_path = ${(0,identifier/* quoteIdentifier */.C)(options.defaultSchema)}; SET LOCAL statement_timeout = ${Math.round(options.timeoutMs)}`);
    try {
        const counts = [];
        for (const group of byTable(steps))
            counts.push(...(await countTable(group, options)));
        await session.query('ROLLBACK');
        return steps.flatMap((step) => counts.find((count) => count.step === step) ?? []);
    }
    catch (thrown) {
        // The first error is the one to tell; on a broken connection this one fails too.
        await session.query('ROLLBACK').catch(() => { });
        throw thrown;
    }
}
function byTable(steps) {
    const groups = new Map();
    for (const step of steps) {
        const key = JSON.stringify([step.table.schema, step.table.name]);
        groups.set(key, [...(groups.get(key) ?? []), step]);
    }
    return [...groups.values()];
}
async function countTable(steps, options) {
    const table = steps[0]?.table;
    const types = table === undefined ? new Map() : await columnTypes(table, options);
    if (table === undefined || types.size === 0)
        return [];
    const plain = steps.filter((step) => !isCast(step));
    const counts = plain.map((step, index) => `${countOf(step, types)} AS c${index}`);
    const together = await tried(options.session, `SELECT ${['count(*) AS rows', ...counts].join(', ')} FROM ${nameOf(table, options)}`);
    const rows = together.kind === 'done' ? (0,postgres_row/* numeric */.sH)(together.row, 'rows') : undefined;
    const first = plain.map((step, index) => ({
        step,
        rows,
        affected: together.kind === 'done' ? (0,postgres_row/* numeric */.sH)(together.row, `c${index}`) : undefined,
        isRefused: false,
    }));
    const casts = [];
    for (const step of steps.filter(isCast))
        casts.push(await countCast(step, { ...options, rows, types }));
    return [...first, ...casts];
}
/** An enum of the script's own cannot be cast to: it is not there yet. */
function isCast(step) {
    return step.kind === 'change type' && step.labels === undefined;
}
function countOf(step, types) {
    if (step.kind === 'drop table' || step.kind === 'add required column')
        return 'count(*)';
    const column = (0,identifier/* quoteIdentifier */.C)(step.column);
    if (!types.has(step.column))
        return '0';
    if (step.kind === 'drop column')
        return `count(${column})`;
    if (step.kind === 'require value')
        return `count(*) FILTER (WHERE ${column} IS NULL)`;
    const labels = (step.labels ?? []).map(identifier/* quoteLiteral */.c).join(', ');
    return types.get(step.column)?.endsWith('[]') === true
        ? `count(*) FILTER (WHERE NOT ${column}::text[] <@ ARRAY[${labels}]::text[])`
        : `count(*) FILTER (WHERE ${column}::text <> ALL (ARRAY[${labels}]::text[]))`;
}
/** Values that are not the same once they have been the old type. */
async function countCast(step, options) {
    const now = options.types.get(step.column);
    const base = { step, rows: options.rows };
    if (now === undefined)
        return { ...base, affected: undefined, isRefused: false };
    const column = (0,identifier/* quoteIdentifier */.C)(step.column);
    const answer = await tried(options.session, `SELECT count(*) AS changed FROM ${nameOf(step.table, options)} WHERE (${column}::${step.type})::${now} IS DISTINCT FROM ${column}`);
    if (answer.kind === 'done')
        return { ...base, affected: (0,postgres_row/* numeric */.sH)(answer.row, 'changed'), isRefused: false };
    return { ...base, affected: undefined, isRefused: answer.sqlState.startsWith('22') };
}
/** A query that the server may refuse without ending the transaction: too slow, no such cast, a value that does not fit. */
async function tried(session, query) {
    await session.query('SAVEPOINT count');
    try {
        const [row = {}] = await session.query(query);
        return { kind: 'done', row };
    }
    catch (thrown) {
        const state = (0,sqlstate/* sqlStateOf */.v9)(thrown);
        if (state === undefined || !isAnswer(state))
            throw thrown;
        await session.query('ROLLBACK TO SAVEPOINT count');
        return { kind: 'refused', sqlState: state };
    }
}
/** Class 22 is about values, class 42 about names, types and privileges. */
function isAnswer(state) {
    return state === sqlstate/* sqlState */.cn.queryCanceled || state.startsWith('22') || state.startsWith('42');
}
async function columnTypes(table, options) {
    const rows = await options.session.query(`SELECT a.attname AS name, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type
       FROM pg_catalog.pg_attribute a
      WHERE a.attrelid = pg_catalog.to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped`, [nameOf(table, options)]);
    return new Map(rows.map((row) => [(0,postgres_row/* text */.Qq)(row, 'name'), (0,postgres_row/* optionalText */.mR)(row, 'type') ?? '']));
}
function nameOf({ schema, name }, { defaultSchema }) {
    return `${(0,identifier/* quoteIdentifier */.C)(schema ?? defaultSchema)}.${(0,identifier/* quoteIdentifier */.C)(name)}`;
}

// EXTERNAL MODULE: ./build/migrations/rollback/rules.js
var rules = __webpack_require__(96386);
// EXTERNAL MODULE: ./build/migrations/parse-tree.js
var parse_tree = __webpack_require__(87308);
// EXTERNAL MODULE: ./build/migrations/record.js
var record = __webpack_require__(5411);
// EXTERNAL MODULE: ./build/guard.js
var guard = __webpack_require__(91753);
;// CONCATENATED MODULE: ./build/migrations/rollback/undo-steps.js
/** What Prisma's script from the new schema to the old one does to data that is there. */



/** In their order; statements that touch no data are left out. @param statements of Prisma's script */
function undoSteps(statements) {
    const enums = new Map(statements.flatMap(createdEnum));
    return statements.flatMap(({ kind, node }) => {
        if (kind === 'DropStmt' && node.removeType === 'OBJECT_TABLE')
            return (0,parse_tree/* items */.ld)(node.objects).flatMap((object) => {
                const dropped = (0,parse_tree/* listedName */.d1)((0,parse_tree/* field */.ZZ)(object, 'List').items);
                return dropped === undefined ? [] : [{ kind: 'drop table', table: dropped }];
            });
        const table = (0,parse_tree/* relationName */.CJ)(node.relation);
        if (kind !== 'AlterTableStmt' || table === undefined)
            return [];
        return (0,parse_tree/* items */.ld)(node.cmds).flatMap((command) => alterStep(table, (0,parse_tree/* field */.ZZ)(command, 'AlterTableCmd'), enums));
    });
}
function createdEnum({ kind, node }) {
    const name = (0,parse_tree/* texts */.Te)(node.typeName).at(-1);
    if (kind !== 'CreateEnumStmt' || name === undefined)
        return [];
    return [[name, (0,parse_tree/* texts */.Te)(node.vals)]];
}
function alterStep(table, command, enums) {
    const name = (0,record/* textOrUndefined */.T)(command.name);
    const definition = (0,parse_tree/* field */.ZZ)(command.def, 'ColumnDef');
    switch (command.subtype) {
        case 'AT_DropColumn':
            return name === undefined ? [] : [{ kind: 'drop column', table, column: name }];
        case 'AT_SetNotNull':
            return name === undefined ? [] : [{ kind: 'require value', table, column: name }];
        case 'AT_AlterColumnType': {
            const type = typeText(definition.typeName);
            const item = (0,parse_tree/* texts */.Te)((0,parse_tree/* field */.ZZ)(definition, 'typeName').names).at(-1) ?? '';
            if (name === undefined || type === undefined)
                return [];
            return [{ kind: 'change type', table, column: name, type, labels: enums.get(item) }];
        }
        case 'AT_AddColumn': {
            const column = (0,record/* textOrUndefined */.T)(definition.colname);
            return column === undefined || !needsValue(definition)
                ? []
                : [{ kind: 'add required column', table, column }];
        }
        default:
            return [];
    }
}
const serials = ['smallserial', 'serial', 'bigserial'];
function needsValue(definition) {
    const kinds = (0,parse_tree/* items */.ld)(definition.constraints).map((one) => (0,parse_tree/* field */.ZZ)(one, 'Constraint').contype);
    const type = (0,parse_tree/* texts */.Te)((0,parse_tree/* field */.ZZ)(definition, 'typeName').names).at(-1) ?? '';
    return (kinds.includes('CONSTR_NOTNULL') &&
        !kinds.some((kind) => kind === 'CONSTR_DEFAULT' || kind === 'CONSTR_IDENTITY' || kind === 'CONSTR_GENERATED') &&
        !serials.includes(type));
}
/** The type as it can stand in a cast; undefined for what is more than names, sizes and brackets. */
function typeText(typeName) {
    const node = (0,guard/* isRecord */.u4)(typeName) ? typeName : {};
    const names = (0,parse_tree/* texts */.Te)(node.names);
    if (names.length === 0)
        return undefined;
    const sizes = (0,parse_tree/* items */.ld)(node.typmods).map((size) => (0,parse_tree/* field */.ZZ)((0,parse_tree/* field */.ZZ)(size, 'A_Const'), 'ival').ival ?? 0);
    const quoted = names.map(identifier/* quoteIdentifier */.C).join('.');
    return `${quoted}${sizes.length > 0 ? `(${sizes.join(', ')})` : ''}${'[]'.repeat((0,parse_tree/* items */.ld)(node.arrayBounds).length)}`;
}

;// CONCATENATED MODULE: ./build/migrations/rollback/unrecoverable.js




/** A finding a migration and kind. What is about a table that the same pull request creates is left out: it goes with it. */
function unrecoverableFindings(scripts, parser) {
    const parsed = scripts.map((script) => ({ script, statements: statementsOf(script.script, parser) }));
    const created = parsed.flatMap(({ statements }) => statements.flatMap(createdTable));
    return parsed.flatMap(({ script, statements }) => {
        const traces = statements.flatMap((statement) => tracesOf(statement, created));
        return ['rows', 'content', 'object'].flatMap((kind) => {
            const ofKind = traces.filter((trace) => trace.kind === kind);
            return ofKind.length === 0 ? [] : [findingFor(script, kind, ofKind)];
        });
    });
}
function statementsOf(script, parser) {
    const parsed = parser.parse(script);
    return parsed.kind === 'parsed' ? parsed.statements : [];
}
function createdTable({ kind, node }) {
    const table = kind === 'CreateStmt' ? (0,parse_tree/* relationName */.CJ)(node.relation) : undefined;
    return table === undefined ? [] : [table];
}
function findingFor({ name, file }, kind, traces) {
    const [first] = traces;
    const location = file === undefined || first === undefined ? undefined : { file, line: first.line };
    const evidence = traces.map(({ what, line }) => `line ${line}: ${what}`).join('\n');
    const place = { subject: name, evidence, ...(location === undefined ? {} : { location }) };
    if (kind === 'rows')
        return (0,rule/* findingOf */.hD)(rules/* rollbackImpossible */.uk, {
            ...place,
            message: `${name} changes rows. No script gives back what they were: only a backup, or a branch of the time before, has the old values.`,
        });
    if (kind === 'content')
        return (0,rule/* findingOf */.hD)(rules/* rollbackImpossible */.uk, {
            ...place,
            message: `${name} drops data. An undo makes the table or column again, empty: only a backup, or a branch of the time before, has the content.`,
        });
    return (0,rule/* findingOf */.hD)(rules/* rollbackIncomplete */.h, {
        ...place,
        message: `${name} makes or drops what Prisma does not model. Prisma's way back leaves it as it is.`,
        fix: '-- Undo these by hand, in the opposite order, before Prisma’s script where it drops what they depend on.',
    });
}
const rowChanges = {
    UpdateStmt: 'UPDATE',
    DeleteStmt: 'DELETE FROM',
    InsertStmt: 'INSERT INTO',
    MergeStmt: 'MERGE INTO',
};
function tracesOf(statement, created) {
    const { kind, node, line } = statement;
    const isCreated = (table) => table !== undefined && created.some((other) => isSame(other, table));
    const verb = rowChanges[kind];
    const table = (0,parse_tree/* relationName */.CJ)(node.relation ?? node.table);
    if (verb !== undefined)
        return isCreated(table) ? [] : [{ kind: 'rows', what: `${verb} ${words(table)}`, line }];
    if (kind === 'TruncateStmt')
        return (0,parse_tree/* items */.ld)(node.relations).flatMap((relation) => {
            const name = (0,parse_tree/* relationName */.CJ)((0,parse_tree/* field */.ZZ)(relation, 'RangeVar'));
            return isCreated(name) ? [] : [{ kind: 'content', what: `TRUNCATE ${words(name)}`, line }];
        });
    if (kind === 'DropStmt')
        return dropTraces(node, line, isCreated);
    if (kind === 'AlterTableStmt' && !isCreated(table))
        return alterTraces(node, line, words(table));
    const object = objectWords(kind, node);
    return object === undefined || isCreated(table) ? [] : [{ kind: object.kind, what: object.what, line }];
}
function dropTraces(node, line, isCreated) {
    const unseen = {
        OBJECT_VIEW: 'VIEW',
        OBJECT_MATVIEW: 'MATERIALIZED VIEW',
        OBJECT_FUNCTION: 'FUNCTION',
        OBJECT_PROCEDURE: 'PROCEDURE',
        OBJECT_TRIGGER: 'TRIGGER',
        OBJECT_POLICY: 'POLICY',
        OBJECT_RULE: 'RULE',
        OBJECT_DOMAIN: 'DOMAIN',
    };
    return (0,parse_tree/* items */.ld)(node.objects).flatMap((object) => {
        const list = (0,parse_tree/* field */.ZZ)(object, 'List').items ??
            (0,parse_tree/* field */.ZZ)(object, 'ObjectWithArgs').objname ??
            (0,parse_tree/* field */.ZZ)(object, 'TypeName').names;
        const name = (0,parse_tree/* listedName */.d1)(list);
        if (node.removeType === 'OBJECT_TABLE')
            return isCreated(name) ? [] : [{ kind: 'content', what: `DROP TABLE ${words(name)}`, line }];
        const type = unseen[String(node.removeType)];
        return type === undefined
            ? []
            : [{ kind: 'object', what: `DROP ${type} ${(0,parse_tree/* texts */.Te)(list).join('.')}`, line }];
    });
}
function alterTraces(node, line, table) {
    return (0,parse_tree/* items */.ld)(node.cmds).flatMap((item) => {
        const command = (0,parse_tree/* field */.ZZ)(item, 'AlterTableCmd');
        const name = (0,record/* textOrUndefined */.T)(command.name) ?? '';
        const constraint = (0,parse_tree/* field */.ZZ)(command.def, 'Constraint');
        const unseen = {
            CONSTR_CHECK: 'CHECK',
            CONSTR_EXCLUSION: 'EXCLUDE',
        };
        const rule = unseen[String(constraint.contype)];
        if (command.subtype === 'AT_DropColumn')
            return [{ kind: 'content', what: `DROP COLUMN ${table}.${name}`, line }];
        if (command.subtype === 'AT_AddConstraint' && rule !== undefined)
            return [
                { kind: 'object', what: `${rule} ${(0,record/* textOrUndefined */.T)(constraint.conname) ?? ''} on ${table}`, line },
            ];
        if (/^AT_(Enable|Disable|Force)/.test(String(command.subtype)))
            return [{ kind: 'object', what: `ALTER TABLE ${table}: ${String(command.subtype).slice(3)}`, line }];
        return [];
    });
}
/** Statements that Prisma's comparison of schemas does not see. */
const unseenObjects = {
    CreateFunctionStmt: 'FUNCTION',
    CreateTrigStmt: 'TRIGGER',
    CreatePolicyStmt: 'POLICY',
    ViewStmt: 'VIEW',
    CreateTableAsStmt: 'MATERIALIZED VIEW',
    RuleStmt: 'RULE',
    CreateDomainStmt: 'DOMAIN',
    CompositeTypeStmt: 'TYPE',
    CreateEventTrigStmt: 'EVENT TRIGGER',
    GrantStmt: 'GRANT',
    GrantRoleStmt: 'GRANT',
};
function objectWords(kind, node) {
    if (kind === 'DoStmt')
        return { kind: 'rows', what: 'DO block, which may change anything' };
    if (kind === 'CallStmt')
        return { kind: 'rows', what: 'CALL, which may change anything' };
    if (kind === 'IndexStmt' && (node.whereClause !== undefined || hasExpression(node)))
        return { kind: 'object', what: `INDEX ${(0,record/* textOrUndefined */.T)(node.idxname) ?? ''}` };
    const type = unseenObjects[kind];
    if (type === undefined)
        return undefined;
    const own = (0,record/* textOrUndefined */.T)(node.trigname ?? node.policy_name ?? node.rulename);
    const listed = (0,parse_tree/* texts */.Te)(node.funcname ?? node.domainname).join('.');
    const relation = (0,parse_tree/* relationName */.CJ)(node.view ?? node.typevar ?? (0,parse_tree/* field */.ZZ)(node, 'into').rel)?.name ?? '';
    const name = own ?? (listed === '' ? relation : listed);
    return { kind: 'object', what: `${type} ${name}`.trim() };
}
function hasExpression(node) {
    return (0,parse_tree/* items */.ld)(node.indexParams).some((item) => (0,parse_tree/* field */.ZZ)(item, 'IndexElem').expr !== undefined);
}
function isSame(left, right) {
    return left.name === right.name && (left.schema ?? 'public') === (right.schema ?? 'public');
}
function words(table) {
    if (table === undefined)
        return '';
    return table.schema === undefined || table.schema === 'public'
        ? table.name
        : `${table.schema}.${table.name}`;
}

;// CONCATENATED MODULE: ./build/migrations/rollback/plan-rollback.js
/** The way back: what an undo of the pull request's migrations would do, lose and leave behind. */











const defaultCountMs = 30_000;
/**
 * Prisma's diff from the new schema to the old one, schema to schema: what else differs in the database (drift, what Prisma
 * does not model) is not undone. Reads rows only to count them. Skipped where a schema is not valid.
 */
async function planRollback(request, context) {
    const parser = await (0,sql_parser/* loadSqlParser */.O)(context.wasm?.sqlParser);
    const sql = await undoScript(request, context);
    if (sql.kind === 'skipped')
        return sql;
    const parsed = parser.parse(sql.result);
    if (parsed.kind === 'syntax-error')
        return { kind: 'skipped', reason: `Prisma's own script is no valid SQL (${parsed.message}).` };
    const counts = await countsOf(parsed.statements, context);
    return { kind: 'done', result: rollbackOf(sql.result, { counts, request, parser }) };
}
async function undoScript(request, context) {
    const { newSchema, oldSchema, external } = request;
    const unusable = (0,schema_provider/* unusableSchema */.n)(oldSchema) ?? (0,schema_provider/* unusableSchema */.n)(newSchema);
    if (unusable !== undefined)
        return { kind: 'skipped', reason: unusable };
    const project = { schemaPath: oldSchema[0]?.path ?? 'schema.prisma', schemaFiles: oldSchema, external };
    const { directUri, wasm, openConnection } = context;
    try {
        const diff = await (0,prisma_diff/* schemasDiff */.YN)({ project, from: newSchema, directUri, wasm, openConnection });
        return { kind: 'done', result: diff.sql };
    }
    catch (thrown) {
        if (thrown instanceof errors/* UserError */.yo)
            return { kind: 'skipped', reason: thrown.message };
        throw thrown;
    }
}
async function countsOf(statements, { session, directUri, countTimeoutMs = defaultCountMs }) {
    const steps = undoSteps(statements);
    if (session === undefined)
        return steps.map((step) => ({ step, rows: undefined, affected: undefined, isRefused: false }));
    return countLosses(steps, { session, defaultSchema: (0,migrations_session/* schemaOf */.p)(directUri), timeoutMs: countTimeoutMs });
}
function rollbackOf(sql, { counts, request, parser }) {
    const losses = counts.flatMap(lossFinding);
    const findings = [
        ...losses,
        ...counts.flatMap(failureFinding),
        ...unrecoverableFindings(request.pending, parser),
    ];
    return {
        sql,
        losesData: losses.length > 0,
        losses: losses.map(({ message }) => message),
        rehearsed: undefined,
        findings: (0,finding/* sortFindings */.Tc)(findings),
    };
}
/** Nothing where the rows were counted and none is lost. */
function lossFinding({ step, rows, affected, isRefused }) {
    const table = plan_rollback_words(step.table);
    if (step.kind === 'drop table') {
        if (rows === 0)
            return [];
        const content = rows === undefined ? 'with whatever it holds' : `with ${count(rows, 'row')}`;
        return [loss(table, `The way back drops ${table} ${content}.`)];
    }
    if (step.kind === 'drop column') {
        if (affected === 0)
            return [];
        const content = affected === undefined || rows === undefined
            ? 'with whatever it holds'
            : `: ${amount(affected)} of ${count(rows, 'row')} ${affected === 1 ? 'has' : 'have'} a value`;
        const message = `The way back drops ${table}.${step.column}${content.startsWith(':') ? '' : ' '}${content}.`;
        return [loss(`${table}.${step.column}`, message)];
    }
    if (step.kind !== 'change type' || step.labels !== undefined || isRefused || affected === 0)
        return [];
    const which = affected === undefined ? 'values that do not fit' : count(affected, 'value');
    return [
        loss(`${table}.${step.column}`, `The way back turns ${table}.${step.column} into ${typeWords(step.type)} and changes ${which}.`),
    ];
}
function loss(subject, message) {
    return (0,rule/* findingOf */.hD)(rules/* rollbackLosesData */.li, {
        subject,
        message,
        fix: '-- Keep what is lost before going back:\nCREATE TABLE … AS SELECT … ;\n-- or go back with the code alone, where the old code works on the new schema.',
    });
}
/** What the rows say before anybody has tried. */
function failureFinding(counted) {
    const { step, rows = 0, affected = 0, isRefused } = counted;
    if (step.kind === 'drop table' || step.kind === 'drop column')
        return [];
    const name = `${plan_rollback_words(step.table)}.${step.column}`;
    const have = affected === 1 ? 'has' : 'have';
    if (step.kind === 'add required column' && rows > 0)
        return [
            failure(name, `The way back adds ${name} as NOT NULL without a default to ${count(rows, 'row')}: Postgres refuses (23502).`, '-- First a column that may be null, or with a default; then the values; then SET NOT NULL:\nALTER TABLE … ADD COLUMN … DEFAULT … ;'),
        ];
    if (step.kind === 'require value' && affected > 0)
        return [
            failure(name, `The way back makes ${name} NOT NULL, and ${count(affected, 'row')} ${have} no value: Postgres refuses (23502).`, '-- First give them one:\nUPDATE … SET … WHERE … IS NULL;'),
        ];
    return step.kind === 'change type' ? castFailure(step, { name, affected, isRefused }) : [];
}
function castFailure({ type, labels }, { name, affected, isRefused }) {
    if (isRefused)
        return [
            failure(name, `The way back turns ${name} into ${typeWords(type)}, and values that are there do not fit: Postgres refuses.`, '-- First change or move them.'),
        ];
    if (labels === undefined || affected === 0)
        return [];
    const holding = `${count(affected, 'row')} ${affected === 1 ? 'holds' : 'hold'}`;
    return [
        failure(name, `The way back takes values from the enum of ${name} that ${holding}: Postgres refuses (22P02).`, `-- First change them to a value of the old enum: ${labels.join(', ')}`),
    ];
}
function failure(subject, message, fix) {
    return (0,rule/* findingOf */.hD)(rules/* rollbackFails */.IU, { severity: 'warning', subject, message, fix });
}
function plan_rollback_words({ schema, name }) {
    return schema === undefined || schema === 'public' ? name : `${schema}.${name}`;
}
function typeWords(type) {
    return type.replaceAll('"', '').replace(/^pg_catalog\./, '');
}
function amount(number) {
    return number.toLocaleString('en-US');
}
function count(number, noun) {
    return `${amount(number)} ${noun}${number === 1 ? '' : 's'}`;
}

// EXTERNAL MODULE: ./build/migrations/failure-place.js
var failure_place = __webpack_require__(23876);
// EXTERNAL MODULE: ./build/migrations/row-data.js
var row_data = __webpack_require__(32485);
// EXTERNAL MODULE: ./build/migrations/script-run.js
var script_run = __webpack_require__(42757);
;// CONCATENATED MODULE: ./build/migrations/rollback/rehearse-rollback.js
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










/** The plan with what running it showed. A script that fails is a finding, not an error. */
async function rehearseRollback(rehearsal, context) {
    const parser = await (0,sql_parser/* loadSqlParser */.O)(context.wasm?.sqlParser);
    const driftBefore = await drift(rehearsal, rehearsal.newSchema, context);
    const run = await runTimed(rehearsal, parser, context);
    const planned = rehearsal.plan.findings.filter(({ rule }) => run.failure !== undefined || rule !== rules/* rollbackFails */.IU.id);
    const found = run.failure === undefined
        ? await whatIsLeft({ rehearsal, parser, driftBefore, context })
        : [rehearse_rollback_failureFinding(rehearsal.plan.sql, run.failure, parser)];
    return {
        ...rehearsal.plan,
        rehearsed: {
            durationMs: run.durationMs,
            succeeded: run.failure === undefined,
            message: run.failure?.error?.message,
        },
        findings: (0,finding/* sortFindings */.Tc)([...planned, ...found]),
    };
}
/** As `prisma db execute --file` would: the whole script at once, with the search path of Prisma's connections. */
async function runTimed({ plan, uri }, parser, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const open = context.openConnection ?? (0,migrations_session/* connectionOpener */.w)(context);
        const connection = __addDisposableResource(env_1, await open(uri, 'database-actions/rollback'), true);
        await connection.query(`SET search_path = ${(0,identifier/* quoteIdentifier */.C)((0,migrations_session/* schemaOf */.p)(uri))}; SET statement_timeout = ${Math.round(context.timeoutMs)}`);
        const start = context.now();
        let failure;
        const _ = __addDisposableResource(env_1, cancelOn(context.signal, connection), false);
        await (0,script_run/* runScript */.j)({
            client: connection.client,
            script: plan.sql,
            transport: 'script',
            parser,
            signal: context.signal,
            onFailure: (told) => {
                failure = told;
            },
        }).catch((thrown) => {
            context.signal.throwIfAborted();
            if (failure?.error === undefined)
                throw thrown;
        });
        return { durationMs: context.now() - start, failure };
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
function cancelOn(signal, connection) {
    const cancel = () => void connection.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    return { [Symbol.dispose]: () => signal.removeEventListener('abort', cancel) };
}
function rehearse_rollback_failureFinding(sql, failure, parser) {
    const { statement } = (0,failure_place/* placeOf */.$)(failure, sql, parser);
    const { error } = failure;
    const detail = (0,row_data/* withoutRowData */.D)(error?.detail, error?.sqlState);
    return (0,rule/* findingOf */.hD)(rules/* rollbackFails */.IU, {
        subject: 'way back',
        message: `The way back fails on this data: ${error?.message ?? 'the connection was lost'} (${error?.sqlState ?? 'no code'}).`,
        evidence: [statement, detail].filter((line) => line !== undefined).join('\n'),
        fix: '-- Write the way back by hand and rehearse it, or plan to go back with the code alone.',
    });
}
/** The statements that the database is away from a schema, by Prisma's own diff. */
async function drift({ uri, external }, schemaFiles, { wasm, openConnection }) {
    const project = { schemaPath: schemaFiles[0]?.path ?? 'schema.prisma', schemaFiles, external };
    return (await (0,prisma_diff/* prismaDiff */.Gt)({ project, directUri: uri, wasm, openConnection })).sql;
}
/** What differs from the old schema now and did not differ from the new one before: the rest was so anyway. */
async function whatIsLeft({ rehearsal, parser, driftBefore, context }) {
    const after = await drift(rehearsal, rehearsal.oldSchema, context);
    const before = new Set(statementTexts(driftBefore, parser));
    const left = statementTexts(after, parser).filter((statement) => !before.has(statement));
    if (left.length === 0)
        return [];
    return [
        (0,rule/* findingOf */.hD)(rules/* rollbackIncomplete */.h, {
            subject: 'way back',
            message: 'The way back runs, and the database is not what the old Prisma schema says afterwards.',
            evidence: `Prisma would still run:\n${left.join(';\n')};`,
            fix: '-- Add what is missing to the way back.',
        }),
    ];
}
function statementTexts(sql, parser) {
    const parsed = parser.parse(sql);
    if (parsed.kind === 'syntax-error')
        return [sql];
    return parsed.statements.map(({ text }) => text.replace(/\s+/g, ' '));
}

// EXTERNAL MODULE: ./build/postgres/connect.js + 6 modules
var connect = __webpack_require__(46033);
// EXTERNAL MODULE: ./build/actions/migrate.js + 97 modules
var migrate = __webpack_require__(53529);
// EXTERNAL MODULE: ./build/actions/project-place.js
var project_place = __webpack_require__(93211);
// EXTERNAL MODULE: ./build/actions/rehearsal.js + 21 modules
var actions_rehearsal = __webpack_require__(79706);
// EXTERNAL MODULE: ./build/actions/create-branch.js
var create_branch = __webpack_require__(80211);
// EXTERNAL MODULE: ./build/actions/database-target.js
var database_target = __webpack_require__(13849);
// EXTERNAL MODULE: ./build/actions/leftover-rehearsals.js
var leftover_rehearsals = __webpack_require__(88450);
;// CONCATENATED MODULE: ./build/actions/rehearsal-branch.js
/** A branch for one rehearsal: a fresh copy of the parent, used once and deleted. */




/** Long enough for a migration of hours; what a crash leaves behind goes by itself. In seconds. */
const livesFor = 6 * 3600;
/**
 * Makes the branch, hands it to `work`, deletes it whatever happened. Of every run its own: two runs at once must not
 * migrate the same copy. A delete that fails is a warning, since the sweep and the end of the pull request take it too.
 */
async function onRehearsalBranch(request, work) {
    const { job, inputs, target, provider } = request;
    const { branch } = await provider.ensureBranch({
        name: rehearsalName(job, target),
        parent: inputs.parentBranch,
        owner: target.owner,
        choice: { database: inputs.database, role: inputs.role },
        expiresAt: new Date(job.now().getTime() + livesFor * 1000),
    });
    job.log.info(`Rehearsing on ${branch.name}, a copy of ${branch.parent?.name ?? 'the schema'}`);
    try {
        const connection = await (0,create_branch.connectionOf)({ job, provider, inputs, branch });
        await (0,create_branch.answers)(job, connection, inputs.timeout);
        return await work((0,database_target/* branchDatabase */.Oy)(connection, target), branch);
    }
    finally {
        await provider.deleteBranch(branch).catch((thrown) => {
            job.log.warning(`The branch ${branch.name} could not be deleted: ${(0,errors/* errorMessage */.gJ)(thrown)} It goes when its time is over, with the pull request, or with the sweep.`);
        });
    }
}
function rehearsalName(job, { pullRequest, key }) {
    const { GITHUB_RUN_ID: run = '0', GITHUB_RUN_ATTEMPT: attempt = '1' } = job.environment;
    const whose = pullRequest === undefined ? 'run' : `pr-${pullRequest}`;
    return `${leftover_rehearsals/* rehearsalPrefix */.Y}${whose}${key === '' ? '' : `-${key}`}-${run}-${attempt}`;
}

;// CONCATENATED MODULE: ./build/actions/rehearse-on-copy.js
var rehearse_on_copy_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var rehearse_on_copy_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
/** A rehearsal on a branch of its own: the same migrations on a fresh copy of the parent, which is thrown away. */








function rehearseOnCopy(request) {
    return onRehearsalBranch(request, (database) => rehearseOn(request, database));
}
/** Migrates the database for good, measures and judges; also the way back where that is asked. */
async function rehearseOn(request, database) {
    const { job, inputs, target, settings, look } = request;
    const { isRestricted } = target;
    await look?.(database, 'before');
    const rehearsal = await (0,actions_rehearsal/* rehearsalOf */.pK)({ job, inputs, database, isRestricted, settings });
    const rehearse = await (0,actions_rehearsal/* rehearseRequest */.zv)(rehearsal);
    const run = await (0,migrate.runMigrations)({ job, inputs, database, isRestricted, rehearse });
    await look?.(database, 'after');
    if (run.rehearsal === undefined)
        return { run, concluded: undefined };
    const rollback = inputs.rehearseRollback ? await wayBack(rehearsal, rehearse, run) : actions_rehearsal/* noRollback */.aj;
    return { run, concluded: await (0,actions_rehearsal/* concludeRehearsal */.xl)(rehearsal, run.rehearsal, rollback) };
}
async function wayBack({ job, inputs, database, project }, { deployed }, { kind, rehearsal }) {
    if (project === undefined || deployed === undefined || rehearsal === undefined)
        return { kind: 'skipped', reason: 'there is no Prisma schema to go back to' };
    if (deployed.kind === 'skipped')
        return deployed;
    if (kind === 'failed')
        return { kind: 'skipped', reason: 'a migration failed' };
    const uri = database.direct;
    const wasm = (0,project_place/* wasmPaths */.$G)(job);
    const schemas = {
        newSchema: project.schemaFiles,
        oldSchema: deployed.result.files,
        external: project.external,
    };
    try {
        const plan = await planned({ ...schemas, pending: pendingOf(rehearsal) }, { job, uri, inputs });
        if (plan.kind === 'skipped')
            return plan;
        const { log, signal } = job;
        const timeoutMs = inputs.timeout * 1000;
        const context = { log, signal, timeoutMs, now: () => performance.now(), wasm };
        return { kind: 'done', result: await rehearseRollback({ ...schemas, plan: plan.result, uri }, context) };
    }
    catch (thrown) {
        job.signal.throwIfAborted();
        return { kind: 'skipped', reason: `it could not be rehearsed: ${(0,errors/* errorMessage */.gJ)(thrown)}` };
    }
}
function pendingOf({ scripts }) {
    return scripts.map(({ migration, file, script }) => ({ name: migration, file, script }));
}
async function planned(request, { job, uri, inputs }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = rehearse_on_copy_addDisposableResource(env_1, await (0,connect/* connectWhenReady */.y)({
            uri,
            applicationName: 'database-actions/rollback',
            log: job.log,
            signal: job.signal,
            timeoutMs: inputs.timeout * 1000,
        }), true);
        return await planRollback(request, { directUri: uri, wasm: (0,project_place/* wasmPaths */.$G)(job), session });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = rehearse_on_copy_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}


/***/ })

};
