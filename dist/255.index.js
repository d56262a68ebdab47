export const id = 255;
export const ids = [255];
export const modules = {

/***/ 5255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  definition: () => (/* binding */ check_schema_definition),
  run: () => (/* binding */ run),
  runSchemaCheck: () => (/* binding */ runSchemaCheck),
  schemaCheckInputs: () => (/* binding */ schemaCheckInputs),
  schemaOutputValues: () => (/* binding */ schemaOutputValues),
  schemaOutputs: () => (/* binding */ schemaOutputs)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/postgres/connect.js + 5 modules
var connect = __webpack_require__(9397);
// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/report/finding.js
var finding = __webpack_require__(8586);
// EXTERNAL MODULE: ./build/postgres/object-name.js
var object_name = __webpack_require__(547);
// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(9362);
;// CONCATENATED MODULE: ./build/checks/schema/facts.js


/** Prisma's own table of applied migrations; no rule but the one about its rows speaks about it. */
const migrationsTable = '_prisma_migrations';
function collectFacts(catalog, rest) {
    const relations = new Map(catalog.relations
        .filter(({ name }) => name !== migrationsTable)
        .map((relation) => [relation.oid, relation]));
    const indexes = new Map();
    for (const index of catalog.indexes) {
        if (!relations.has(index.table))
            continue;
        indexes.set(index.table, [...(indexes.get(index.table) ?? []), index]);
    }
    return { ...rest, catalog, relations, indexes };
}
/** Ordinary and partitioned tables, without partitions: what a rule says of the parent holds for them. */
function topTables(facts) {
    return [...facts.relations.values()].filter(({ kind, isPartition }) => /^[rp]$/.test(kind) && !isPartition);
}
/** "about 1,200 rows, 96 kB at the last analyse", or that nothing is known. */
function sizeText({ rows, bytes }) {
    if (rows < 0)
        return 'never analysed, so its size is not known';
    return `about ${Math.round(rows).toLocaleString('en-US')} rows, ${(0,quantity/* formatBytes */.z3)(bytes)} (estimates of the last analyse)`;
}
/**
 * A last line for SQL that changes what the Prisma schema describes, where Prisma is in use: pasted into the database
 * alone, it would be tomorrow's drift.
 */
function prismaNote({ histories }, change) {
    return histories.length === 0
        ? ''
        : `\n-- As a migration, and ${change} the Prisma schema: else it is drift.`;
}
/** `schema.table.index` for reading. */
function indexSubject(table, index) {
    return `${(0,object_name/* displayName */.QC)(table)} · ${(0,object_name/* displayIdentifier */.UY)(index.name)}`;
}

;// CONCATENATED MODULE: ./build/checks/schema/ignore.js
/**
 * Whether a pattern of the `ignore` input means this finding: `rule`, `rule:subject` or `subject`, where `*` stands for any
 * text, as in `foreign-key-without-index:legacy.*`.
 */
function isIgnored(finding, patterns, ruleIds) {
    return patterns.some((pattern) => {
        if (ruleIds.includes(pattern))
            return finding.rule === pattern;
        const rule = ruleIds.find((id) => pattern.startsWith(`${id}:`));
        if (rule === undefined)
            return matches(finding.subject, pattern);
        return finding.rule === rule && matches(finding.subject, pattern.slice(rule.length + 1));
    });
}
function matches(text, pattern) {
    const source = pattern
        .trim()
        .split('*')
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('.*');
    return new RegExp(`^${source}$`, 's').test(text);
}

// EXTERNAL MODULE: ./build/guard.js
var guard = __webpack_require__(1753);
// EXTERNAL MODULE: ./build/postgres/catalog-transaction.js
var catalog_transaction = __webpack_require__(1212);
// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(7929);
;// CONCATENATED MODULE: ./build/checks/schema/catalog.js

const isRelation = (0,guard/* objectOf */.Xy)({
    oid: guard/* isNumber */.Et,
    schema: guard/* isString */.Kg,
    name: guard/* isString */.Kg,
    kind: guard/* isString */.Kg,
    persistence: guard/* isString */.Kg,
    isPartition: guard/* isBoolean */.Lm,
    replicaIdentity: guard/* isString */.Kg,
    rows: guard/* isNumber */.Et,
    bytes: guard/* isNumber */.Et,
    readable: guard/* isBoolean */.Lm,
});
const isIndexKey = (0,guard/* objectOf */.Xy)({
    column: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    quoted: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    expression: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    opclass: guard/* isNumber */.Et,
    collation: guard/* isNumber */.Et,
    columnCollation: (0,guard/* nullable */.me)(guard/* isNumber */.Et),
    option: guard/* isNumber */.Et,
    notNull: (0,guard/* nullable */.me)(guard/* isBoolean */.Lm),
});
const isIndex = (0,guard/* objectOf */.Xy)({
    oid: guard/* isNumber */.Et,
    schema: guard/* isString */.Kg,
    name: guard/* isString */.Kg,
    table: guard/* isNumber */.Et,
    method: guard/* isString */.Kg,
    unique: guard/* isBoolean */.Lm,
    primary: guard/* isBoolean */.Lm,
    exclusion: guard/* isBoolean */.Lm,
    immediate: guard/* isBoolean */.Lm,
    nullsNotDistinct: guard/* isBoolean */.Lm,
    valid: guard/* isBoolean */.Lm,
    replicaIdentity: guard/* isBoolean */.Lm,
    partitioned: guard/* isBoolean */.Lm,
    isPartition: guard/* isBoolean */.Lm,
    building: guard/* isBoolean */.Lm,
    keys: (0,guard/* arrayOf */.jk)(isIndexKey),
    includes: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg),
    predicate: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    constraint: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    referencedByForeignKey: guard/* isBoolean */.Lm,
    bytes: guard/* isNumber */.Et,
    definition: guard/* isString */.Kg,
});
const isForeignKey = (0,guard/* objectOf */.Xy)({
    name: guard/* isString */.Kg,
    table: guard/* isNumber */.Et,
    columns: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg),
    quotedColumns: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg),
    referencedSchema: guard/* isString */.Kg,
    referencedName: guard/* isString */.Kg,
    definition: guard/* isString */.Kg,
});
const isUnvalidated = (0,guard/* objectOf */.Xy)({
    name: guard/* isString */.Kg,
    schema: guard/* isString */.Kg,
    owner: guard/* isString */.Kg,
    ownerKind: guard/* isString */.Kg,
    definition: guard/* isString */.Kg,
});
const isExtension = (0,guard/* objectOf */.Xy)({
    name: guard/* isString */.Kg,
    installed: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    available: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    updatable: guard/* isBoolean */.Lm,
});
const isSequence = (0,guard/* objectOf */.Xy)({
    schema: guard/* isString */.Kg,
    name: guard/* isString */.Kg,
    readable: guard/* isBoolean */.Lm,
    last: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    start: guard/* isString */.Kg,
    min: guard/* isString */.Kg,
    max: guard/* isString */.Kg,
    increment: guard/* isString */.Kg,
    cycles: guard/* isBoolean */.Lm,
    table: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    column: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    columnType: (0,guard/* nullable */.me)(guard/* isString */.Kg),
});
const isCatalog = (0,guard/* objectOf */.Xy)({
    serverVersion: guard/* isNumber */.Et,
    role: guard/* isString */.Kg,
    schemas: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg),
    providerSchemas: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg),
    relations: (0,guard/* arrayOf */.jk)(isRelation),
    indexes: (0,guard/* arrayOf */.jk)(isIndex),
    foreignKeys: (0,guard/* arrayOf */.jk)(isForeignKey),
    unvalidated: (0,guard/* arrayOf */.jk)(isUnvalidated),
    extensions: (0,guard/* arrayOf */.jk)(isExtension),
    sequences: (0,guard/* arrayOf */.jk)(isSequence),
});

;// CONCATENATED MODULE: ./build/checks/schema/catalog-query.js
/**
 * The one catalog query: `$1` is the schemas to look at (text[]) or null for all but the system's and the provider's.
 * It answers one JSON document, a `Catalog`. PostgreSQL 15 to 18: columns that only newer servers have are
 * read through `to_jsonb(row)`. Run it with an empty search_path, so that no schema of the database can put its own
 * operators or functions before pg_catalog's, and so that every definition comes back schema-qualified. What another
 * session drops meanwhile comes back as null from the pg_get… and has_… functions, hence their coalesce.
 */
const catalogQuery = `
with provider_schemas as (
  select n.oid, n.nspname
  from pg_catalog.pg_namespace n
  join pg_catalog.pg_roles owner on owner.oid = n.nspowner
  where $1::text[] is null
    and n.nspname <> 'public'
    and owner.rolname ~ '^(supabase_.*|cloud_admin|rdsadmin|azuresu|azure_pg_admin|cloudsqladmin)$'
    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
), schemas as (
  select n.oid, n.nspname
  from pg_catalog.pg_namespace n
  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and ($1::text[] is null or n.nspname = any ($1))
    and n.oid not in (select oid from provider_schemas)
), members as (
  select classid, objid from pg_catalog.pg_depend where deptype = 'e'
), relations as (
  select c.oid, s.nspname, c.relname, c.relkind, c.relpersistence, c.relispartition, c.relreplident,
         c.reltuples, c.relpages
  from pg_catalog.pg_class c
  join schemas s on s.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f')
    and not exists (select from members m where m.classid = 'pg_catalog.pg_class'::regclass and m.objid = c.oid)
), building as materialized (
  select pid, index_relid from pg_catalog.pg_stat_progress_create_index
  where datname = pg_catalog.current_database()
), indexes as (
  select pg_catalog.json_build_object(
    'oid', i.indexrelid::int8,
    'schema', r.nspname,
    'name', c.relname,
    'table', i.indrelid::int8,
    'method', am.amname,
    'unique', i.indisunique,
    'primary', i.indisprimary,
    'exclusion', i.indisexclusion,
    'immediate', i.indimmediate,
    'nullsNotDistinct', i.indnullsnotdistinct,
    'valid', i.indisvalid,
    'replicaIdentity', i.indisreplident,
    'partitioned', c.relkind = 'I',
    'isPartition', c.relispartition,
    'building', exists (
      select from building b
      where b.index_relid = i.indexrelid
        -- Without pg_read_all_stats another role's progress has no relation, but its lock on the table is there to see.
        or b.index_relid is null and exists (
          select from pg_catalog.pg_locks l
          where l.pid = b.pid and l.relation = i.indrelid and l.granted and l.mode = 'ShareUpdateExclusiveLock')),
    'keys', (
      select pg_catalog.json_agg(pg_catalog.json_build_object(
        'column', a.attname,
        'quoted', pg_catalog.quote_ident(a.attname),
        'expression', case when k.attnum = 0 then pg_catalog.pg_get_indexdef(i.indexrelid, k.position::int, false) end,
        'opclass', i.indclass[k.position - 1]::int8,
        'collation', i.indcollation[k.position - 1]::int8,
        'columnCollation', a.attcollation::int8,
        'option', i.indoption[k.position - 1],
        'notNull', a.attnotnull) order by k.position)
      from pg_catalog.unnest(i.indkey::int2[]) with ordinality k (attnum, position)
      left join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum and k.attnum <> 0
      where k.position <= i.indnkeyatts),
    'includes', (
      select coalesce(pg_catalog.json_agg(a.attname order by k.position), '[]')
      from pg_catalog.unnest(i.indkey::int2[]) with ordinality k (attnum, position)
      join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
      where k.position > i.indnkeyatts),
    'predicate', pg_catalog.pg_get_expr(i.indpred, i.indrelid),
    'constraint', own.conname,
    'referencedByForeignKey', exists (
      select from pg_catalog.pg_constraint f where f.conindid = i.indexrelid and f.contype = 'f'),
    'bytes', c.relpages::int8 * pg_catalog.current_setting('block_size')::int8,
    'definition', coalesce(pg_catalog.pg_get_indexdef(i.indexrelid), '')
  ) as document
  from pg_catalog.pg_index i
  join relations r on r.oid = i.indrelid
  join pg_catalog.pg_class c on c.oid = i.indexrelid
  join pg_catalog.pg_am am on am.oid = c.relam
  left join pg_catalog.pg_constraint own
    on own.conindid = i.indexrelid and own.conrelid = i.indrelid and own.contype in ('p', 'u', 'x')
), foreign_keys as (
  select pg_catalog.json_build_object(
    'name', con.conname,
    'table', con.conrelid::int8,
    'columns', (
      select pg_catalog.json_agg(a.attname order by k.position)
      from pg_catalog.unnest(con.conkey) with ordinality k (attnum, position)
      join pg_catalog.pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.attnum),
    'quotedColumns', (
      select pg_catalog.json_agg(pg_catalog.quote_ident(a.attname) order by k.position)
      from pg_catalog.unnest(con.conkey) with ordinality k (attnum, position)
      join pg_catalog.pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.attnum),
    'referencedSchema', rn.nspname,
    'referencedName', rc.relname,
    'definition', coalesce(pg_catalog.pg_get_constraintdef(con.oid), '')
  ) as document
  from pg_catalog.pg_constraint con
  join relations r on r.oid = con.conrelid
  join pg_catalog.pg_class rc on rc.oid = con.confrelid
  join pg_catalog.pg_namespace rn on rn.oid = rc.relnamespace
  where con.contype = 'f' and con.conparentid = 0
    -- PostgreSQL 18: a key that is not enforced searches nothing, a temporal one searches a range (by GiST).
    and pg_catalog.to_jsonb(con) ->> 'conenforced' is distinct from 'false'
    and pg_catalog.to_jsonb(con) ->> 'conperiod' is distinct from 'true'
), unvalidated as (
  select pg_catalog.json_build_object(
    'name', con.conname,
    'schema', coalesce(r.nspname, s.nspname),
    'owner', coalesce(r.relname, t.typname),
    'ownerKind', case when r.oid is null then 'domain' else 'table' end,
    'definition', coalesce(pg_catalog.pg_get_constraintdef(con.oid), '')
  ) as document
  from pg_catalog.pg_constraint con
  left join relations r on r.oid = con.conrelid
  left join pg_catalog.pg_type t on t.oid = con.contypid
    and not exists (select from members m where m.classid = 'pg_catalog.pg_type'::regclass and m.objid = t.oid)
  left join schemas s on s.oid = t.typnamespace
  where not con.convalidated
    and (r.oid is not null or s.oid is not null)
    and con.conparentid = 0 and (con.conislocal or con.contypid <> 0)
    and pg_catalog.to_jsonb(con) ->> 'conenforced' is distinct from 'false'
), extensions as (
  select pg_catalog.json_build_object(
    'name', coalesce(e.extname, v.name),
    'installed', e.extversion,
    'available', v.default_version,
    'updatable', case when e.extversion <> v.default_version then exists (
      select from pg_catalog.pg_extension_update_paths(e.extname) p
      where p.source = e.extversion and p.target = v.default_version and p.path is not null) else false end
  ) as document
  from pg_catalog.pg_extension e
  full join pg_catalog.pg_available_extensions v on v.name = e.extname
), sequences as (
  select pg_catalog.json_build_object(
    'schema', s.nspname,
    'name', c.relname,
    'readable', coalesce(pg_catalog.has_sequence_privilege(c.oid, 'USAGE,SELECT'), false),
    'last', case when pg_catalog.has_sequence_privilege(c.oid, 'USAGE,SELECT')
      then pg_catalog.pg_sequence_last_value(c.oid)::text end,
    'start', q.seqstart::text,
    'min', q.seqmin::text,
    'max', q.seqmax::text,
    'increment', q.seqincrement::text,
    'cycles', q.seqcycle,
    'table', t.relname,
    'column', a.attname,
    'columnType', ty.typname
  ) as document
  from pg_catalog.pg_sequence q
  join pg_catalog.pg_class c on c.oid = q.seqrelid
  join schemas s on s.oid = c.relnamespace
  left join pg_catalog.pg_depend d
    on d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid
    and d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjsubid > 0 and d.deptype in ('a', 'i')
  left join pg_catalog.pg_class t on t.oid = d.refobjid
  left join pg_catalog.pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
  left join pg_catalog.pg_type ty on ty.oid = a.atttypid
  where not exists (select from members m where m.classid = 'pg_catalog.pg_class'::regclass and m.objid = c.oid)
    and c.relpersistence <> 't'
)
select pg_catalog.json_build_object(
  'serverVersion', pg_catalog.current_setting('server_version_num')::int,
  'role', current_user,
  'schemas', (select coalesce(pg_catalog.json_agg(nspname order by nspname collate "C"), '[]') from schemas),
  'providerSchemas', (select coalesce(pg_catalog.json_agg(nspname order by nspname collate "C"), '[]') from provider_schemas),
  'relations', (select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
    'oid', oid::int8, 'schema', nspname, 'name', relname, 'kind', relkind, 'persistence', relpersistence,
    'isPartition', relispartition, 'replicaIdentity', relreplident, 'rows', reltuples,
    'bytes', relpages::int8 * pg_catalog.current_setting('block_size')::int8,
    'readable', coalesce(pg_catalog.has_table_privilege(oid, 'SELECT'), false) and not pg_catalog.row_security_active(oid)
  ) order by nspname collate "C", relname collate "C"), '[]') from relations),
  'indexes', (select coalesce(pg_catalog.json_agg(document), '[]') from indexes),
  'foreignKeys', (select coalesce(pg_catalog.json_agg(document), '[]') from foreign_keys),
  'unvalidated', (select coalesce(pg_catalog.json_agg(document), '[]') from unvalidated),
  'extensions', (select coalesce(pg_catalog.json_agg(document), '[]') from extensions),
  'sequences', (select coalesce(pg_catalog.json_agg(document), '[]') from sequences)
)::text as catalog`;

;// CONCATENATED MODULE: ./build/checks/schema/migration-history.js

const isFailedMigrations = (0,guard/* arrayOf */.jk)((0,guard/* objectOf */.Xy)({
    name: guard/* isString */.Kg,
    appliedSteps: guard/* isNumber */.Et,
    logs: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    maybeRunning: guard/* isBoolean */.Lm,
}));
/**
 * Rows that stop `prisma migrate deploy` (P3009). 72707369 is the key of the advisory lock that Prisma holds while it
 * migrates (https://www.prisma.io/docs/orm/prisma-migrate/workflows/development-and-production#advisory-locking).
 * @param table schema-qualified and quoted
 */
function failedMigrationsQuery(table) {
    return `
select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
  'name', m.migration_name,
  'appliedSteps', m.applied_steps_count,
  'logs', m.logs,
  'maybeRunning', exists (
    select from pg_catalog.pg_locks l
    where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = 72707369
      and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()))
) order by m.started_at), '[]')::text as failed
from ${table} m
where m.finished_at is null and m.rolled_back_at is null`;
}

;// CONCATENATED MODULE: ./build/checks/schema/read-catalog.js








/** @param schemas empty = all but the system's and the provider's */
async function readCatalog(session, schemas) {
    const rows = await (0,catalog_transaction/* inCatalogTransaction */.p)(session, () => session.query(catalogQuery, [schemas.length === 0 ? null : schemas]));
    const document = parseJson(rows[0]?.catalog);
    if (!isCatalog(document))
        throw new Error('The catalog query answered a document of another shape.');
    return document;
}
/** Of every schema that has Prisma's table; one that cannot be read is said to be so. */
async function readHistories(session, catalog) {
    const histories = [];
    for (const table of catalog.relations.filter(({ name, kind }) => name === migrationsTable && kind === 'r'))
        histories.push(await readHistory(session, table));
    return histories;
}
async function readHistory(session, table) {
    const { schema } = table;
    if (!table.readable)
        return { kind: 'unreadable', schema };
    const query = failedMigrationsQuery((0,object_name/* qualifiedName */.OL)(table));
    try {
        const rows = await (0,catalog_transaction/* inCatalogTransaction */.p)(session, () => session.query(query));
        const failed = parseJson(rows[0]?.failed);
        return isFailedMigrations(failed) ? { kind: 'read', schema, failed } : { kind: 'unreadable', schema };
    }
    catch (thrown) {
        if (notPrismas.has((0,sqlstate/* sqlStateOf */.v9)(thrown) ?? ''))
            return { kind: 'unreadable', schema };
        throw thrown;
    }
}
/** Insufficient privilege; undefined column or function: a table of this name that is not Prisma's. */
const notPrismas = new Set(['42501', '42703', '42883']);
function parseJson(text) {
    return (0,guard/* isString */.Kg)(text) ? JSON.parse(text) : undefined;
}

// EXTERNAL MODULE: ./build/group-by.js
var group_by = __webpack_require__(2217);
// EXTERNAL MODULE: ./build/report/rule.js
var rule = __webpack_require__(6757);
;// CONCATENATED MODULE: ./build/checks/schema/drift.js


const info = {
    id: 'schema-drift',
    title: 'The database is not what the Prisma schema says',
    severity: 'error',
    why: 'Somebody changed the database by hand, or the Prisma schema without a migration: the client and the next migration start from a state that is not there.',
    docs: 'https://www.prisma.io/docs/orm/prisma-migrate/workflows/troubleshooting#schema-drift',
};
function find({ drift }) {
    if (drift.kind === 'none' || drift.kind === 'not-asked')
        return [];
    if (drift.kind === 'unknown')
        return [
            (0,rule/* findingOf */.h)(info, {
                subject: 'Prisma schema',
                message: 'The database could not be compared with the Prisma schema.',
                evidence: drift.reason,
            }),
        ];
    const changes = classifyDrift(drift.sql);
    return [
        (0,rule/* findingOf */.h)(info, {
            subject: 'Prisma schema',
            message: `The database differs from the Prisma schema: ${driftText(changes)}.`,
            evidence: beginningOf(drift.sql.trim()),
            fix: 'npx prisma migrate dev --create-only\n# or, when the schema file is what is out of date:\nnpx prisma db pull',
        }),
    ];
}
/** A whole schema that is missing would make the report too long for a comment. */
const longestEvidence = 8000;
function beginningOf(sql) {
    if (sql.length <= longestEvidence)
        return sql;
    const end = sql.lastIndexOf('\n', longestEvidence);
    const rest = sql.slice(end).split('\n').length - 1;
    return `${sql.slice(0, end)}\n-- … and ${rest} more lines`;
}
/** Reads the comment that Prisma writes above each step of a diff script, such as `-- AlterTable`. */
function classifyDrift(sql) {
    return [...sql.matchAll(/^-- ([A-Z][A-Za-z]+)$/gm)].map(([, step = '']) => ({
        step,
        kind: /^(Create|Add)/.test(step) ? 'adds' : /^(Drop|Remove)/.test(step) ? 'removes' : 'changes',
    }));
}
function driftText(changes) {
    const texts = {
        adds: 'missing in the database',
        removes: 'only in the database',
        changes: 'different',
    };
    const kinds = ['adds', 'removes', 'changes'];
    const parts = kinds.flatMap((kind) => {
        const steps = changes.filter((change) => change.kind === kind).map(({ step }) => step);
        if (steps.length === 0)
            return [];
        const counts = [...(0,group_by/* groupBy */.$)(steps, (step) => step)].map(([step, all]) => `${all.length} × ${step}`);
        return `${steps.length} ${texts[kind]} (${counts.join(', ')})`;
    });
    return parts.length === 0 ? 'see the SQL that would make them equal' : parts.join('; ');
}
const schemaDrift = { info, find };

// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(6967);
;// CONCATENATED MODULE: ./build/checks/schema/index-shape.js
/** One key as text: two keys with the same text serve the same searches and sorts. */
function keyShape({ column, expression, opclass, collation, option }) {
    return JSON.stringify([column, expression, opclass, collation, option]);
}
/** Everything that makes an index what it is but uniqueness and name. */
function indexShape(index) {
    const { method, keys, includes, predicate } = index;
    return JSON.stringify([method, keys.map(keyShape), includes.toSorted(), predicate]);
}
/**
 * Whether every search that `narrow` serves is served by `wide` too: a B-tree whose first keys are those of `narrow`, with the same
 * operator classes, collations and order, the same predicate, and all that `narrow` includes.
 */
function covers(wide, narrow) {
    if (wide.method !== 'btree' || narrow.method !== 'btree' || wide.predicate !== narrow.predicate)
        return false;
    const keys = wide.keys.map(keyShape);
    const stored = new Set([...wide.includes, ...wide.keys.map(({ column }) => column)]);
    return (narrow.keys.length <= wide.keys.length &&
        narrow.keys.every((key, position) => keyShape(key) === keys[position]) &&
        narrow.includes.every((column) => stored.has(column)));
}
/** Something besides speed hangs on it, so that it cannot simply be dropped. */
function isNeeded(index) {
    return (index.unique ||
        index.exclusion ||
        index.constraint !== null ||
        index.referencedByForeignKey ||
        index.replicaIdentity);
}

;// CONCATENATED MODULE: ./build/checks/schema/duplicate-index.js







const duplicateInfo = {
    id: 'duplicate-index',
    title: 'Two indexes are the same',
    severity: 'warning',
    why: 'Every write keeps both up to date, every backup and cache holds both, and no query gains. Indexes that differ in uniqueness are the same when the plain one adds nothing.',
};
function findDuplicates(facts) {
    return eachTable(facts, (table, indexes) => {
        const groups = (0,group_by/* groupBy */.$)(indexes, indexShape);
        return [...groups.values()].flatMap((group) => {
            const [kept, ...others] = group.toSorted(byNeed);
            if (kept === undefined)
                return [];
            return others
                .filter((index) => isImplied(index, kept))
                .map((index) => (0,rule/* findingOf */.h)(duplicateInfo, {
                subject: indexSubject(table, index),
                message: `This index is the same as ${(0,object_name/* displayIdentifier */.UY)(kept.name)}.`,
                evidence: `${index.definition} (${(0,quantity/* formatBytes */.z3)(index.bytes)})\n${kept.definition} (${(0,quantity/* formatBytes */.z3)(kept.bytes)})`,
                fix: `${dropIndex(table, index)}${prismaNote(facts, 'without it in')}`,
            }));
        });
    });
}
/** The one to keep comes first: what belongs to the parent's index, a primary key, a constraint, what a foreign key or the replica identity needs, a unique one. */
function byNeed(left, right) {
    const rank = (index) => [
        index.isPartition,
        index.primary,
        index.referencedByForeignKey,
        index.replicaIdentity,
        index.constraint !== null,
        index.unique,
    ].map(Number);
    const [a, b] = [rank(left), rank(right)];
    const first = a.findIndex((value, position) => value !== b[position]);
    if (first >= 0)
        return (b[first] ?? 0) - (a[first] ?? 0);
    return left.name < right.name ? -1 : 1;
}
/** What `index` promises, `kept` promises too, and nothing points at `index`. */
function isImplied(index, kept) {
    if (index.isPartition || index.referencedByForeignKey || index.replicaIdentity || index.exclusion)
        return false;
    if (!index.unique)
        return true;
    const asStrict = kept.nullsNotDistinct === index.nullsNotDistinct || kept.primary;
    return kept.unique && kept.immediate === index.immediate && asStrict;
}
const redundantInfo = {
    id: 'redundant-index',
    title: 'An index is the beginning of another',
    severity: 'notice',
    why: 'A B-tree on (a, b) serves searches for a as well. The shorter one may still be wanted when it is much smaller and much used; look at `pg_stat_user_indexes` of production first.',
};
function findRedundant(facts) {
    return eachTable(facts, (table, indexes) => indexes.flatMap((index) => {
        const wider = indexes.find((other) => other !== index && covers(other, index) && indexShape(other) !== indexShape(index));
        if (wider === undefined || index.isPartition || isNeeded(index))
            return [];
        return (0,rule/* findingOf */.h)(redundantInfo, {
            subject: indexSubject(table, index),
            message: `Every search that this index serves is served by ${(0,object_name/* displayIdentifier */.UY)(wider.name)} too.`,
            evidence: `${index.definition} (${(0,quantity/* formatBytes */.z3)(index.bytes)})\n${wider.definition} (${(0,quantity/* formatBytes */.z3)(wider.bytes)})`,
            fix: `${dropIndex(table, index)}${prismaNote(facts, 'without it in')}`,
        });
    }));
}
/** Invalid indexes are left out: they have a rule of their own and replace nothing. */
function eachTable(facts, work) {
    return [...facts.indexes].flatMap(([oid, indexes]) => {
        const table = facts.relations.get(oid);
        return table === undefined
            ? []
            : work(table, indexes.filter(({ valid }) => valid));
    });
}
function dropIndex(table, index) {
    if (index.constraint !== null)
        return `ALTER TABLE ${(0,object_name/* qualifiedName */.OL)(table)} DROP CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(index.constraint)};`;
    return `DROP INDEX ${index.partitioned ? '' : 'CONCURRENTLY '}${(0,object_name/* qualifiedName */.OL)(index)};`;
}
const duplicateIndex = { info: duplicateInfo, find: findDuplicates };
const redundantIndex = { info: redundantInfo, find: findRedundant };

;// CONCATENATED MODULE: ./build/checks/schema/extensions.js



const missingInfo = {
    id: 'missing-extension',
    title: 'An expected extension is not installed',
    severity: 'error',
    why: 'Operators, types or functions that the application uses are not in the database.',
};
function findMissing({ catalog, expected }) {
    const installed = new Set(catalog.extensions.filter((extension) => extension.installed !== null).map(({ name }) => name));
    return expected.extensions
        .filter((name) => !installed.has(name))
        .map((name) => {
        const available = catalog.extensions.find((extension) => extension.name === name)?.available;
        return (0,rule/* findingOf */.h)(missingInfo, {
            subject: (0,object_name/* displayIdentifier */.UY)(name),
            message: 'This extension is expected and is not installed in the database.',
            evidence: available === undefined || available === null
                ? 'The server does not offer it: its provider or an administrator has to install it first.'
                : `The server offers version ${available}.`,
            fix: `CREATE EXTENSION ${(0,identifier/* quoteIdentifier */.C)(name)};`,
        });
    });
}
const outdatedInfo = {
    id: 'outdated-extension',
    title: 'An extension can be updated',
    severity: 'notice',
    why: 'The server has newer files of it (after an upgrade, as a rule) while the database still runs the old SQL objects.',
};
function findOutdated({ catalog }) {
    return catalog.extensions
        .filter(({ updatable }) => updatable)
        .map(({ name, installed, available }) => (0,rule/* findingOf */.h)(outdatedInfo, {
        subject: (0,object_name/* displayIdentifier */.UY)(name),
        message: 'The server has another version of this extension than the database.',
        evidence: `Installed ${installed}, the server offers ${available}.`,
        fix: `ALTER EXTENSION ${(0,identifier/* quoteIdentifier */.C)(name)} UPDATE;`,
    }));
}
const missingExtension = { info: missingInfo, find: findMissing };
const outdatedExtension = { info: outdatedInfo, find: findOutdated };

;// CONCATENATED MODULE: ./build/checks/schema/failed-migration.js


const failed_migration_info = {
    id: 'failed-migration',
    title: 'A migration failed and is still marked as failed',
    severity: 'error',
    why: 'The schema may be half changed, and `prisma migrate deploy` refuses to go on (P3009) until somebody says what became of it.',
    docs: 'https://www.prisma.io/docs/orm/prisma-migrate/workflows/patching-and-hotfixing#failed-migration',
};
function failed_migration_find({ histories }) {
    return histories.flatMap((history) => history.kind === 'unreadable' ? [] : history.failed.map((row) => describe(history.schema, row)));
}
function describe(schema, { name, appliedSteps, logs, maybeRunning }) {
    const quoted = `'${name.replaceAll("'", "'\\''")}'`;
    return (0,rule/* findingOf */.h)(failed_migration_info, {
        subject: `${(0,object_name/* displayIdentifier */.UY)(schema)} · ${name}`,
        severity: maybeRunning ? 'warning' : 'error',
        message: maybeRunning
            ? 'This migration has started and not finished; a session holds the migration lock, so it may still be running.'
            : 'This migration started, and neither finished nor was marked as rolled back.',
        evidence: `${appliedSteps} steps applied. ${shorten(logs ?? 'Prisma logged nothing.')}`,
        fix: `# After undoing by hand what it did:\nnpx prisma migrate resolve --rolled-back ${quoted}\n# Or after finishing by hand what it did not do:\nnpx prisma migrate resolve --applied ${quoted}`,
    });
}
function shorten(text) {
    const trimmed = text.trim();
    return trimmed.length <= 2000 ? trimmed : `${trimmed.slice(0, 2000)} …`;
}
const failedMigration = { info: failed_migration_info, find: failed_migration_find };

;// CONCATENATED MODULE: ./build/checks/schema/foreign-key-index.js




const foreign_key_index_info = {
    id: 'foreign-key-without-index',
    title: 'A foreign key has no index',
    severity: 'warning',
    why: 'Deleting a referenced row, or changing its key, scans the whole referencing table once for every row, with the row lock held. Postgres makes no such index by itself.',
    docs: 'https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK',
};
function foreign_key_index_find(facts) {
    return facts.catalog.foreignKeys.flatMap((key) => {
        const table = facts.relations.get(key.table);
        if (table === undefined)
            return [];
        const indexes = facts.indexes.get(key.table) ?? [];
        if (indexes.some((index) => serves(index, key)))
            return [];
        const columns = key.columns.map(identifier/* quoteIdentifier */.C).join(', ');
        const concurrently = table.kind === 'p' ? '' : 'CONCURRENTLY ';
        return (0,rule/* findingOf */.h)(foreign_key_index_info, {
            subject: `${(0,object_name/* displayName */.QC)(table)} · ${(0,object_name/* displayIdentifier */.UY)(key.name)}`,
            message: `No index begins with ${key.columns.map(object_name/* displayIdentifier */.UY).join(', ')}: a delete in ${(0,object_name/* displayName */.QC)({ schema: key.referencedSchema, name: key.referencedName })} scans this whole table.`,
            evidence: `${key.definition}; table: ${sizeText(table)}`,
            fix: `CREATE INDEX ${concurrently}ON ${(0,object_name/* qualifiedName */.OL)(table)} (${columns});${prismaNote(facts, 'with @@index in')}`,
        });
    });
}
/**
 * The trigger of a foreign key searches for equality in all of its columns: the index's first keys must be those
 * columns, in any order, in the columns' own collation.
 */
function serves(index, { columns, quotedColumns }) {
    if (!index.valid || !searchesEquality(index, columns.length))
        return false;
    if (!isImpliedPredicate(index.predicate, quotedColumns))
        return false;
    const leading = index.keys.slice(0, columns.length);
    return columns.every((column) => leading.some((key) => key.column === column && key.collation === (key.columnCollation ?? 0)));
}
function searchesEquality({ method }, columns) {
    return method === 'btree' || (method === 'hash' && columns === 1);
}
/** `column IS NOT NULL` follows from the equality that the trigger searches for; any other predicate does not. */
function isImpliedPredicate(predicate, quotedColumns) {
    if (predicate === null)
        return true;
    const terms = predicate.startsWith('((') ? predicate.slice(1, -1).split(' AND ') : [predicate];
    return terms.every((term) => quotedColumns.some((column) => term === `(${column} IS NOT NULL)`));
}
const foreignKeyWithoutIndex = { info: foreign_key_index_info, find: foreign_key_index_find };

;// CONCATENATED MODULE: ./build/checks/schema/invalid-index.js




const invalid_index_info = {
    id: 'invalid-index',
    title: 'An index is invalid',
    severity: 'error',
    why: 'CREATE INDEX CONCURRENTLY or REINDEX CONCURRENTLY failed half way and left it: no query uses it, a unique one does not hold, and every write may still pay for it. One that is being built right now is a notice.',
    docs: 'https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY',
};
function invalid_index_find(facts) {
    return [...facts.indexes].flatMap(([oid, indexes]) => {
        const table = facts.relations.get(oid);
        if (table === undefined)
            return [];
        return indexes.filter(({ valid }) => !valid).map((index) => invalid_index_describe(facts, table, index));
    });
}
function invalid_index_describe(facts, table, index) {
    const common = { subject: indexSubject(table, index) };
    if (index.building)
        return (0,rule/* findingOf */.h)(invalid_index_info, {
            ...common,
            severity: 'notice',
            message: 'This index is being built by another session right now.',
            evidence: index.definition,
        });
    const wanted = isExpected(facts, table, index) ? ' A migration makes it and counts on it.' : '';
    return (0,rule/* findingOf */.h)(invalid_index_info, {
        ...common,
        message: `This index is invalid: no query uses it.${wanted}`,
        evidence: `${index.definition}; indisvalid = false, ${(0,quantity/* formatBytes */.z3)(index.bytes)}`,
        fix: repair(index),
    });
}
function isExpected({ expected }, table, index) {
    return expected.indexes.some((wanted) => {
        const name = (0,object_name/* parseTableName */.HC)(wanted.table, expected.defaultSchema);
        return wanted.name === index.name && name.schema === table.schema && name.name === table.name;
    });
}
/** What REINDEX CONCURRENTLY leaves behind (`_ccnew`, `_ccold`) is to be dropped, not built again. */
function repair(index) {
    const name = (0,object_name/* qualifiedName */.OL)(index);
    if (index.partitioned)
        return `-- Make the index on every partition that lacks it, then attach each; the parent becomes valid with the last.\nALTER INDEX ${name} ATTACH PARTITION "schema"."index of the partition";`;
    if (/_cc(new|old)\d*$/.test(index.name))
        return `DROP INDEX CONCURRENTLY ${name};`;
    if (index.exclusion)
        return `REINDEX INDEX ${name};`;
    const duplicates = index.unique
        ? '-- Remove duplicate rows first: they are why a unique index fails.\n'
        : '';
    return `${duplicates}REINDEX INDEX CONCURRENTLY ${name};`;
}
const invalidIndex = { info: invalid_index_info, find: invalid_index_find };

;// CONCATENATED MODULE: ./build/checks/schema/missing-index.js


const missing_index_info = {
    id: 'missing-index',
    title: 'An index of a migration is not there',
    severity: 'error',
    why: 'A migration made it and something took it away (or the migration was marked as applied and never ran): queries that count on it scan the table. An index that is there and invalid is reported as `invalid-index`.',
};
function missing_index_find(facts) {
    return facts.expected.indexes
        .filter((wanted) => !isThere(facts, wanted))
        .map((wanted) => {
        const table = (0,object_name/* parseTableName */.HC)(wanted.table, facts.expected.defaultSchema);
        return (0,rule/* findingOf */.h)(missing_index_info, {
            subject: `${(0,object_name/* displayName */.QC)(table)} · ${(0,object_name/* displayIdentifier */.UY)(wanted.name)}`,
            message: 'A migration makes this index and it is not in the database.',
            evidence: nearMisses(facts, wanted, table.name),
            ...(wanted.sql === undefined ? {} : { fix: wanted.sql }),
        });
    });
}
function isThere({ catalog, expected, relations }, wanted) {
    const table = (0,object_name/* parseTableName */.HC)(wanted.table, expected.defaultSchema);
    return catalog.indexes.some((index) => {
        if (index.name !== wanted.name)
            return false;
        const owner = relations.get(index.table);
        return owner?.schema === table.schema && owner.name === table.name;
    });
}
function nearMisses({ catalog }, wanted, tableName) {
    const elsewhere = catalog.indexes.filter(({ name }) => name.toLowerCase() === wanted.name.toLowerCase());
    if (elsewhere.length > 0)
        return `An index of this name is elsewhere: ${elsewhere.map(({ definition }) => definition).join('; ')}`;
    const tables = catalog.relations.filter(({ name }) => name === tableName).map(({ oid }) => oid);
    const names = catalog.indexes.filter(({ table }) => tables.includes(table)).map(({ name }) => name);
    return names.length === 0
        ? 'The table has no index at all, or is not there.'
        : `Indexes of the table: ${names.toSorted().map(object_name/* displayIdentifier */.UY).join(', ')}.`;
}
const missingIndex = { info: missing_index_info, find: missing_index_find };

;// CONCATENATED MODULE: ./build/checks/schema/missing-schema.js



const missing_schema_info = {
    id: 'missing-schema',
    title: 'A schema to check is not there',
    severity: 'error',
    why: 'Nothing in it was checked, so a report without findings would say nothing.',
};
function missing_schema_find({ catalog, expected }) {
    return expected.schemas
        .filter((schema) => !catalog.schemas.includes(schema))
        .map((schema) => (0,rule/* findingOf */.h)(missing_schema_info, {
        subject: (0,object_name/* displayIdentifier */.UY)(schema),
        message: 'This schema was to be checked and is not in the database.',
        evidence: `Schemas there: ${catalog.schemas.map(object_name/* displayIdentifier */.UY).join(', ') || 'none'}.`,
        fix: `CREATE SCHEMA ${(0,identifier/* quoteIdentifier */.C)(schema)};`,
    }));
}
const missingSchema = { info: missing_schema_info, find: missing_schema_find };

;// CONCATENATED MODULE: ./build/checks/schema/missing-table.js


const missing_table_info = {
    id: 'missing-table',
    title: 'An expected table is not there',
    severity: 'error',
    why: 'The application will fail on its first query of it (SQLSTATE 42P01).',
};
const kindNames = { v: 'a view', m: 'a materialised view' };
function missing_table_find(facts) {
    const { expected, catalog } = facts;
    const wanted = expected.tables.map((text) => (0,object_name/* parseTableName */.HC)(text, expected.defaultSchema));
    return wanted
        .filter((name) => !catalog.relations.some((relation) => isTable(relation) && sameName(relation, name)))
        .map((name) => (0,rule/* findingOf */.h)(missing_table_info, {
        subject: (0,object_name/* displayName */.QC)(name),
        message: 'This table is expected and is not in the database.',
        evidence: missing_table_nearMisses(catalog.relations, name),
    }));
}
function isTable({ kind }) {
    return ['r', 'p', 'f'].includes(kind);
}
function sameName(left, right) {
    return left.schema === right.schema && left.name === right.name;
}
/** What may be meant: another schema, another case, a view. */
function missing_table_nearMisses(relations, wanted) {
    const near = relations.filter(({ name }) => name.toLowerCase() === wanted.name.toLowerCase());
    if (near.length === 0)
        return 'No table or view of this name is in the schemas that were checked.';
    const names = near.map((relation) => {
        const kind = kindNames[relation.kind];
        return kind === undefined ? (0,object_name/* displayName */.QC)(relation) : `${(0,object_name/* displayName */.QC)(relation)} (${kind})`;
    });
    return `Near it: ${names.join(', ')}.`;
}
const missingTable = { info: missing_table_info, find: missing_table_find };

;// CONCATENATED MODULE: ./build/checks/schema/primary-key.js




const primary_key_info = {
    id: 'table-without-primary-key',
    title: 'A table has no primary key',
    severity: 'warning',
    why: 'Rows cannot be told apart, logical replication cannot repeat an UPDATE or DELETE, and tools that copy or compare tables fall back to whole rows. Partitions and unlogged tables are not reported.',
    docs: 'https://www.postgresql.org/docs/current/logical-replication-publication.html',
};
const identityText = {
    d: 'REPLICA IDENTITY DEFAULT without a key: UPDATE and DELETE fail once the table is published',
    n: 'REPLICA IDENTITY NOTHING: UPDATE and DELETE fail once the table is published',
    f: 'REPLICA IDENTITY FULL: every replicated UPDATE and DELETE compares whole rows',
    i: 'REPLICA IDENTITY USING INDEX: logical replication works',
};
function primary_key_find(facts) {
    return topTables(facts)
        .filter(({ persistence }) => persistence === 'p')
        .filter(({ oid }) => !(facts.indexes.get(oid) ?? []).some(({ primary }) => primary))
        .map((table) => {
        const candidate = (facts.indexes.get(table.oid) ?? []).find(canBecomePrimaryKey);
        return (0,rule/* findingOf */.h)(primary_key_info, {
            subject: (0,object_name/* displayName */.QC)(table),
            message: candidate === undefined
                ? 'This table has no primary key.'
                : `This table has no primary key, though its unique index ${(0,object_name/* displayIdentifier */.UY)(candidate.name)} could be one.`,
            evidence: `${identityText[table.replicaIdentity] ?? ''}; ${sizeText(table)}`,
            fix: `${addPrimaryKey(table, candidate)}${prismaNote(facts, 'with @id or @@id in')}`,
        });
    });
}
/** As ALTER TABLE … ADD PRIMARY KEY USING INDEX demands: unique, whole, on plain columns that are all NOT NULL. */
function canBecomePrimaryKey(index) {
    const plain = index.keys.every(({ column, option, notNull }) => column !== null && option === 0 && notNull === true);
    return plain && index.unique && index.valid && index.immediate && index.predicate === null;
}
function addPrimaryKey(table, index) {
    const name = (0,object_name/* qualifiedName */.OL)(table);
    if (index === undefined)
        return `-- Rewrites the table under an ACCESS EXCLUSIVE lock.\nALTER TABLE ${name} ADD COLUMN "id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;`;
    if (index.constraint === null && table.kind === 'r')
        return `ALTER TABLE ${name} ADD ${constraintName(table)}PRIMARY KEY USING INDEX ${(0,identifier/* quoteIdentifier */.C)(index.name)};`;
    const columns = index.keys.map(({ column }) => (0,identifier/* quoteIdentifier */.C)(column ?? '')).join(', ');
    return `-- Builds an index under an ACCESS EXCLUSIVE lock.\nALTER TABLE ${name} ADD PRIMARY KEY (${columns});`;
}
/** The name that Postgres and Prisma give by themselves; with USING INDEX it would be the index's. */
function constraintName({ name }) {
    const wanted = `${name}_pkey`;
    return Buffer.byteLength(wanted) > longestName ? '' : `CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(wanted)} `;
}
/** NAMEDATALEN - 1 (https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS). */
const longestName = 63;
const tableWithoutPrimaryKey = { info: primary_key_info, find: primary_key_find };

;// CONCATENATED MODULE: ./build/checks/schema/sequence-end.js



const sequence_end_info = {
    id: 'sequence-near-end',
    title: 'A sequence or its column is near its end',
    severity: 'warning',
    why: 'When it is used up every insert fails at once, and making the column wider rewrites the table. More than 75 % is reported, more than 90 % is an error.',
};
const [warnAt, failAt] = [75n, 90n];
/** Greatest and least value of the integer types (https://www.postgresql.org/docs/current/datatype-numeric.html). */
const typeBits = { int2: 15n, int4: 31n, int8: 63n };
function sequence_end_find({ catalog }) {
    return catalog.sequences.flatMap((sequence) => {
        const use = usedOf(sequence);
        if (use === undefined || use.percent <= warnAt)
            return [];
        const column = sequence.table === null || sequence.column === null
            ? undefined
            : { schema: sequence.schema, name: sequence.table };
        return (0,rule/* findingOf */.h)(sequence_end_info, {
            severity: use.percent > failAt ? 'error' : 'warning',
            subject: (0,object_name/* displayName */.QC)(sequence),
            message: `${use.percent} % of its values are used up${column === undefined ? '' : ` (column ${(0,object_name/* displayName */.QC)(column)}.${(0,object_name/* displayIdentifier */.UY)(sequence.column ?? '')}, ${sequence.columnType})`}.`,
            evidence: `Last value ${sequence.last}, the end is ${use.end}, the step is ${sequence.increment}.`,
            fix: widen(sequence, column),
        });
    });
}
/** Counts from `start`, towards the end that the step leads to; the column's type may end before the sequence does. */
function usedOf(sequence) {
    if (sequence.last === null || sequence.cycles)
        return undefined;
    const ascending = ascends(sequence);
    const bits = typeBits[sequence.columnType ?? ''];
    const own = BigInt(ascending ? sequence.max : sequence.min);
    const typeEnd = bits === undefined ? own : ascending ? 2n ** bits - 1n : -(2n ** bits);
    const end = ascending ? minimum(own, typeEnd) : maximum(own, typeEnd);
    const size = absolute(end - BigInt(sequence.start)) + 1n;
    const used = absolute(BigInt(sequence.last) - BigInt(sequence.start)) + 1n;
    return { percent: (used * 100n) / size, end };
}
function ascends({ increment }) {
    return BigInt(increment) > 0n;
}
function widen(sequence, table) {
    const wider = `ALTER SEQUENCE ${(0,object_name/* qualifiedName */.OL)(sequence)} AS bigint ${ascends(sequence) ? 'NO MAXVALUE' : 'NO MINVALUE'};`;
    if (table === undefined || sequence.columnType === 'int8')
        return wider;
    return `-- Rewrites the table under an ACCESS EXCLUSIVE lock; on a big one add a bigint column and move over.\nALTER TABLE ${(0,object_name/* qualifiedName */.OL)(table)} ALTER COLUMN ${(0,identifier/* quoteIdentifier */.C)(sequence.column ?? '')} TYPE bigint;\n${wider}`;
}
function minimum(left, right) {
    return left < right ? left : right;
}
function maximum(left, right) {
    return left > right ? left : right;
}
function absolute(value) {
    return value < 0n ? -value : value;
}
const sequenceNearEnd = { info: sequence_end_info, find: sequence_end_find };

;// CONCATENATED MODULE: ./build/checks/schema/unvalidated-constraint.js




const unvalidated_constraint_info = {
    id: 'unvalidated-constraint',
    title: 'A constraint was never validated',
    severity: 'warning',
    why: 'It was added NOT VALID and the second step is missing: rows from before may break it, and the planner does not trust it. VALIDATE CONSTRAINT scans the table without blocking writes.',
    docs: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
};
function unvalidated_constraint_find({ catalog }) {
    return catalog.unvalidated
        .filter(({ owner }) => owner !== migrationsTable)
        .map(({ name, schema, owner, ownerKind, definition }) => {
        const target = { schema, name: owner };
        return (0,rule/* findingOf */.h)(unvalidated_constraint_info, {
            subject: `${(0,object_name/* displayName */.QC)(target)} · ${(0,object_name/* displayIdentifier */.UY)(name)}`,
            message: 'This constraint holds for new rows only: those from before were never checked.',
            evidence: definition,
            fix: `ALTER ${ownerKind === 'domain' ? 'DOMAIN' : 'TABLE'} ${(0,object_name/* qualifiedName */.OL)(target)} VALIDATE CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(name)};`,
        });
    });
}
const unvalidatedConstraint = { info: unvalidated_constraint_info, find: unvalidated_constraint_find };

;// CONCATENATED MODULE: ./build/checks/schema/visibility.js




const visibility_info = {
    id: 'not-visible',
    title: 'Something could not be looked at',
    severity: 'notice',
    why: 'The role of the connection lacks a privilege, or there was nothing to check: the absence of findings says nothing about it.',
};
function visibility_find(facts) {
    return [...hiddenHistories(facts), ...hiddenSequences(facts), ...nothingThere(facts)];
}
function hiddenHistories({ catalog, histories }) {
    return histories
        .filter(({ kind }) => kind === 'unreadable')
        .map(({ schema }) => (0,rule/* findingOf */.h)(visibility_info, {
        subject: (0,object_name/* displayName */.QC)({ schema, name: migrationsTable }),
        message: 'The role may not read this table (or not all of its rows): failed migrations would not be seen.',
        fix: `GRANT SELECT ON ${(0,object_name/* qualifiedName */.OL)({ schema, name: migrationsTable })} TO ${(0,identifier/* quoteIdentifier */.C)(catalog.role)};`,
    }));
}
function hiddenSequences({ catalog }) {
    const hidden = catalog.sequences.filter(({ readable }) => !readable).map(object_name/* displayName */.QC);
    if (hidden.length === 0)
        return [];
    return [
        (0,rule/* findingOf */.h)(visibility_info, {
            subject: 'sequences',
            message: `The role may not read ${hidden.length} of ${catalog.sequences.length} sequences: how near their end they are is not known.`,
            evidence: `${hidden.slice(0, 10).join(', ')}${hidden.length > 10 ? ', …' : ''}`,
        }),
    ];
}
function nothingThere(facts) {
    if (topTables(facts).length > 0)
        return [];
    return [
        (0,rule/* findingOf */.h)(visibility_info, {
            subject: 'tables',
            message: 'The schemas that were checked hold no table.',
            evidence: `Schemas: ${facts.catalog.schemas.map(object_name/* displayIdentifier */.UY).join(', ') || 'none'}.`,
        }),
    ];
}
const notVisible = { info: visibility_info, find: visibility_find };

;// CONCATENATED MODULE: ./build/checks/schema/rules.js













const schemaRuleList = [
    schemaDrift,
    missingSchema,
    missingTable,
    missingIndex,
    missingExtension,
    failedMigration,
    invalidIndex,
    duplicateIndex,
    redundantIndex,
    foreignKeyWithoutIndex,
    tableWithoutPrimaryKey,
    unvalidatedConstraint,
    sequenceNearEnd,
    outdatedExtension,
    notVisible,
];
/** For the documentation. */
const schemaRules = schemaRuleList.map(({ info }) => info);

;// CONCATENATED MODULE: ./build/checks/check-schema.js
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
 * Reads the catalog once and runs every schema rule on it. Changes nothing.
 * @throws ExternalError or UserError when the database cannot be connected to or does not answer.
 */
async function checkSchema(request, context) {
    const [database, drift] = await Promise.all([readDatabase(request, context), readDrift(request)]);
    const facts = collectFacts(database.catalog, {
        drift,
        histories: database.histories,
        expected: {
            tables: request.expectTables,
            indexes: request.expectIndexes ?? [],
            extensions: request.expectExtensions ?? [],
            schemas: request.schemas ?? [],
            defaultSchema: (0,connection_uri/* parseConnectionUri */.sq)(request.directUri).parameters.get('schema') ?? 'public',
        },
    });
    const all = schemaRuleList.flatMap((rule) => rule.find(facts));
    const ids = schemaRules.map(({ id }) => id);
    const kept = all.filter((finding) => !isIgnored(finding, request.ignore ?? [], ids));
    context.log.debug(`check-schema: ${all.length} findings, ${all.length - kept.length} of them ignored`);
    return {
        findings: (0,finding/* sortFindings */.Tc)(kept),
        ignored: all.length - kept.length,
        ...overview(database.catalog),
        counts: { ...countsOf(database.catalog), tables: topTables(facts).length },
        drift: drift.kind,
    };
}
async function readDatabase(request, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_1, await (0,connect/* connectWhenReady */.y)({
            ...context,
            uri: request.directUri,
            applicationName: 'database-actions/check-schema',
            settings: { statementTimeoutMs: context.timeoutMs },
        }), true);
        const catalog = await readCatalog(session, request.schemas ?? []);
        return { catalog, histories: await readHistories(session, catalog) };
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
/** A comparison that fails is told as a finding: the other rules still have something to say. */
async function readDrift({ drift }) {
    if (drift === undefined)
        return { kind: 'not-asked' };
    try {
        const { sql, empty } = await drift();
        return empty ? { kind: 'none' } : { kind: 'found', sql };
    }
    catch (thrown) {
        if (thrown instanceof errors/* CancelledError */.cc)
            throw thrown;
        if (thrown instanceof errors/* UserError */.yo || thrown instanceof errors/* ExternalError */.yA)
            return { kind: 'unknown', reason: [thrown.message, thrown.hint].filter(Boolean).join(' ') };
        throw thrown;
    }
}
function overview({ schemas, providerSchemas, extensions }) {
    const installed = extensions.filter((extension) => extension.installed !== null);
    const names = installed.map(({ name, installed: version }) => `${name} ${version}`).toSorted();
    return { schemas, providerSchemas, extensions: names };
}
function countsOf({ relations, indexes, foreignKeys, sequences }) {
    const partitions = relations.filter(({ kind, isPartition }) => isPartition && /^[rp]$/.test(kind)).length;
    const own = indexes.filter(({ isPartition }) => !isPartition).length;
    return { partitions, indexes: own, foreignKeys: foreignKeys.length, sequences: sequences.length };
}

// EXTERNAL MODULE: ./build/checks/section-status.js
var section_status = __webpack_require__(8986);
;// CONCATENATED MODULE: ./build/checks/schema-section.js


/** The section of the report. */
function schemaSection(check) {
    const { tables, indexes } = check.counts;
    const looked = `${(0,quantity/* counted */.hS)(tables, 'table')} and ${(0,quantity/* counted */.hS)(indexes, 'index', 'indexes')} checked`;
    return {
        id: 'check-schema',
        title: 'Schema',
        status: (0,section_status/* statusOf */.c)(check.findings),
        summary: `${looked}, ${(0,section_status/* countText */.l)(check.findings)}`,
        blocks: [facts(check)],
        findings: check.findings,
    };
}
function facts(check) {
    const rows = [['Schemas', check.schemas.join(', ') || 'none']];
    if (check.providerSchemas.length > 0)
        rows.push(["Provider's schemas, left out", check.providerSchemas.join(', ')]);
    const { tables, partitions, indexes, foreignKeys, sequences } = check.counts;
    const parts = partitions === 0 ? '' : ` and ${(0,quantity/* counted */.hS)(partitions, 'partition')}`;
    rows.push(['Tables', `${tables}${parts}`], ['Indexes', String(indexes)], ['Foreign keys', String(foreignKeys)]);
    if (sequences > 0)
        rows.push(['Sequences', String(sequences)]);
    if (check.extensions.length > 0)
        rows.push(['Extensions', check.extensions.join(', ')]);
    rows.push(['Prisma schema', driftTexts[check.drift]]);
    if (check.ignored > 0)
        rows.push(['Ignored', (0,quantity/* counted */.hS)(check.ignored, 'finding')]);
    return { kind: 'facts', rows };
}
const driftTexts = {
    'not-asked': 'not compared',
    none: 'the database is what it says',
    found: 'the database differs from it',
    unknown: 'could not be compared',
};

// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(7342);
// EXTERNAL MODULE: ./build/runtime/definition.js
var definition = __webpack_require__(654);
// EXTERNAL MODULE: ./build/runtime/input.js
var input = __webpack_require__(623);
// EXTERNAL MODULE: ./build/actions/common-inputs.js + 1 modules
var common_inputs = __webpack_require__(7785);
// EXTERNAL MODULE: ./build/actions/database-target.js
var database_target = __webpack_require__(3849);
// EXTERNAL MODULE: ./build/actions/migrate.js + 97 modules
var migrate = __webpack_require__(3529);
// EXTERNAL MODULE: ./build/actions/prisma-expectations.js
var prisma_expectations = __webpack_require__(1664);
// EXTERNAL MODULE: ./build/actions/section-outcome.js
var section_outcome = __webpack_require__(5102);
// EXTERNAL MODULE: ./build/actions/stages.js
var stages = __webpack_require__(4737);
;// CONCATENATED MODULE: ./build/actions/check-schema.js











const schemaCheckInputs = {
    'expect-tables': input/* list */.p_({
        description: 'Tables that must be there, `table` or `schema.table`. Default: those of the Prisma schema.',
    }),
    'expect-extensions': input/* list */.p_({ description: 'Extensions that must be there.' }),
    schemas: input/* list */.p_({
        description: "Schemas to look at. Default: all but the system's and the provider's.",
    }),
    'ignore-findings': input/* list */.p_({
        description: 'Findings to leave out: `rule`, `rule:subject` or `subject`; `*` stands for any text.',
    }),
};
const schemaOutputs = { findings: 'JSON array of the findings of the schema check.' };
const check_schema_definition = (0,definition/* defineAction */.QP)({
    name: 'check-schema',
    title: 'Check the schema',
    description: 'Checks the migrated database against the Prisma schema and against what production Postgres needs.',
    icon: 'check-square',
    permissions: ['`contents: read`, for the checkout that the Prisma schema is read from.'],
    inputs: {
        ...database_target/* databaseTargetInputs */.Go,
        ...common_inputs/* workspaceInputs */.XW,
        ...migrate.schemaPathInputs,
        ...schemaCheckInputs,
        ...common_inputs/* failOnInput */.cR,
    },
    outputs: { ...schemaOutputs, status: '`passed`, `warning` or `failed`.' },
});
function run(io) {
    const step = { key: io.inputs.key ?? '', id: 'check-schema', title: 'Schema' };
    return (0,stages/* leavingSection */.k)(io, step, () => checkAndTell(io));
}
async function checkAndTell(io) {
    const database = await (0,database_target/* resolveDatabase */.ef)(io, io.inputs);
    const { isRestricted } = io.event;
    const check = await runSchemaCheck({ job: io, inputs: io.inputs, database, isRestricted });
    for (const [name, value] of schemaOutputValues(check))
        io.output(name, value);
    const section = schemaSection(check);
    io.output('status', (0,verdict/* statusOf */.c2)(section));
    (0,section_outcome/* concludeSection */.jU)(io, section, io.inputs.failOn);
}
/** Checks the database and leaves the section. Without a Prisma schema there is no drift to tell, and the rest is checked. */
async function runSchemaCheck(request) {
    const { job, inputs, database } = request;
    const prisma = await (0,prisma_expectations/* prismaExpectations */.W)(request);
    const check = await checkSchema({
        directUri: database.direct,
        expectTables: inputs.expectTables.length > 0 ? inputs.expectTables : prisma.tables,
        expectIndexes: prisma.indexes,
        expectExtensions: inputs.expectExtensions,
        ...(prisma.drift === undefined ? {} : { drift: prisma.drift }),
        schemas: inputs.schemas,
        ignore: inputs.ignoreFindings,
    }, { log: job.log, signal: job.signal, timeoutMs: inputs.timeout * 1000 });
    job.reports.writeSection(database.key, schemaSection(check));
    return check;
}
function schemaOutputValues(check) {
    return [['findings', JSON.stringify(check.findings)]];
}


/***/ }),

/***/ 8986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ statusOf),
/* harmony export */   l: () => (/* binding */ countText)
/* harmony export */ });
/* harmony import */ var _report_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8586);
/* harmony import */ var _report_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7342);


function statusOf(findings) {
    const worst = (0,_report_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .worstSeverity */ .Lc)(findings);
    return worst === 'error' ? 'failed' : worst === 'warning' ? 'warning' : 'passed';
}
/** "2 errors, 1 warning", or that there is nothing. */
function countText(findings) {
    return findings.length === 0 ? 'nothing to report' : (0,_report_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .countsInWords */ .Pe)((0,_report_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .countFindings */ .Gt)(findings));
}


/***/ })

};
