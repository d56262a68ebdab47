/** What a statement does. Whatever is not known here is `other`: no rule says anything about it. */
import { field, items, listedName, type Node, type ObjectName, relationName, texts } from '../parse-tree.ts';
import { textOrUndefined } from '../record.ts';
import { lockModes } from '../rehearsal/lock-mode.ts';
import type { OnTables, Operation, Transaction } from './operation.ts';
import { alterTable } from './read-alter-table.ts';
import { createFromQuery, createTable } from './read-create.ts';
import { dataChanges, settingsOfSelect } from './read-data.ts';
import { constraintOf, type Origin } from './read-definition.ts';
import { drop, move, rename } from './read-names.ts';

type Reader = (node: Node, origin: Origin) => readonly Operation[];

const readers: Readonly<Record<string, Reader>> = {
  CreateStmt: createTable,
  CreateTableAsStmt: createFromQuery,
  ViewStmt: createFromQuery,
  SelectStmt: (node, origin) =>
    node.intoClause === undefined ? settingsOfSelect(node) : createFromQuery(node, origin),
  DropStmt: drop,
  RenameStmt: rename,
  AlterObjectSchemaStmt: move,
  AlterTableStmt: alterTable,
  IndexStmt: createIndex,
  ReindexStmt: reindex,
  CreateEnumStmt: ({ typeName, vals }) =>
    named(typeName, (name) => ({ kind: 'create enum', name, labels: texts(vals) })),
  AlterEnumStmt: alterEnum,
  CreateDomainStmt: ({ domainname }) =>
    named(domainname, (name) => ({ kind: 'create domain', name, words: 'CREATE DOMAIN' })),
  AlterDomainStmt: alterDomain,
  InsertStmt: dataChanges('InsertStmt'),
  UpdateStmt: dataChanges('UpdateStmt'),
  DeleteStmt: dataChanges('DeleteStmt'),
  MergeStmt: dataChanges('MergeStmt'),
  TruncateStmt: ({ relations, behavior }) => [
    onTables('truncate', rangeVars(relations), { isCascade: behavior === 'DROP_CASCADE' }),
  ],
  VacuumStmt: vacuum,
  ClusterStmt: ({ relation }) => [onTables('cluster', relations(relation))],
  RefreshMatViewStmt: ({ relation, concurrent, skipData }) =>
    skipData === true
      ? [{ kind: 'other', words: 'REFRESH … WITH NO DATA' }]
      : [onTables('refresh', relations(relation), { isConcurrent: concurrent === true })],
  CreateTrigStmt: ({ relation }) => [onTables('create trigger', relations(relation))],
  LockStmt: ({ relations: list, mode }) => [
    { kind: 'lock', tables: rangeVars(list), mode: lockModeOf(mode) },
  ],
  TransactionStmt: ({ kind }) => [{ kind: 'transaction', command: commandOf(kind) }],
  VariableSetStmt: setting,
  CreatePolicyStmt: ({ table }) =>
    relations(table).map((name) => ({ kind: 'create policy', table: name }) as const),
  DoStmt: () => [{ kind: 'opaque', words: 'DO' }],
  CallStmt: () => [{ kind: 'opaque', words: 'CALL' }],
  CreatedbStmt: () => [outside('CREATE DATABASE')],
  DropdbStmt: () => [outside('DROP DATABASE')],
  AlterSystemStmt: () => [outside('ALTER SYSTEM')],
  CreateTableSpaceStmt: () => [outside('CREATE TABLESPACE')],
  DropTableSpaceStmt: () => [outside('DROP TABLESPACE')],
};

/** At least one; what rests on another comes after it. */
export function operationsOf(origin: Origin): readonly Operation[] {
  const { kind, node } = origin.statement;
  const operations = readers[kind]?.(node, origin) ?? [];
  return operations.length > 0 ? operations : [{ kind: 'other', words: kind.replace(/Stmt$/, '') }];
}

function named(parts: unknown, make: (name: ObjectName) => Operation): readonly Operation[] {
  const name = listedName(parts);
  return name === undefined ? [] : [make(name)];
}

function relations(relation: unknown): readonly ObjectName[] {
  const name = relationName(relation);
  return name === undefined ? [] : [name];
}

function rangeVars(list: unknown): readonly ObjectName[] {
  return items(list).flatMap((item) => relations(field(item, 'RangeVar')));
}

function onTables(
  kind: OnTables['kind'],
  tables: readonly ObjectName[],
  flags: { readonly isCascade?: boolean; readonly isConcurrent?: boolean } = {},
): OnTables {
  return { kind, tables, isCascade: false, isConcurrent: false, ...flags };
}

function outside(words: string): Operation {
  return { kind: 'outside transactions', words };
}

function createIndex(node: Node): readonly Operation[] {
  return relations(node.relation).map((table) => ({
    kind: 'create index',
    table,
    name: textOrUndefined(node.idxname),
    columns: items(node.indexParams).map((item) => textOrUndefined(field(item, 'IndexElem').name)),
    isUnique: node.unique === true,
    isPartial: node.whereClause !== undefined,
    isConcurrent: node.concurrent === true,
    isOnly: field(node, 'relation').inh !== true,
    ifNotExists: node.if_not_exists === true,
  }));
}

const reindexed: Readonly<Record<string, 'index' | 'table' | 'schema' | 'database'>> = {
  REINDEX_OBJECT_INDEX: 'index',
  REINDEX_OBJECT_TABLE: 'table',
  REINDEX_OBJECT_SCHEMA: 'schema',
};

function reindex(node: Node): readonly Operation[] {
  const what = reindexed[textOrUndefined(node.kind) ?? ''] ?? 'database';
  const name = relationName(node.relation) ?? { schema: undefined, name: textOrUndefined(node.name) ?? '' };
  return [{ kind: 'reindex', what, name, isConcurrent: isOptionOn(node.params, 'concurrently') }];
}

function isOptionOn(options: unknown, wanted: string): boolean {
  return items(options).some((item) => {
    const { defname, arg } = field(item, 'DefElem');
    const [value] = texts([arg]);
    return defname === wanted && !/^(false|off|no|0)$/i.test(value ?? '');
  });
}

function alterEnum(node: Node): readonly Operation[] {
  const [added, old] = [textOrUndefined(node.newVal), textOrUndefined(node.oldVal)];
  if (added === undefined) return [];
  return named(node.typeName, (name) =>
    old === undefined
      ? { kind: 'add enum value', name, labels: [added] }
      : { kind: 'rename enum value', name, labels: [old, added] },
  );
}

function alterDomain(node: Node, origin: Origin): readonly Operation[] {
  const constraint = constraintOf(field(node.def, 'Constraint'), origin);
  if (constraint === undefined) return [];
  return named(node.typeName, (name) => ({ kind: 'domain constraint', name, constraint }));
}

function vacuum(node: Node): readonly Operation[] {
  if (node.is_vacuumcmd !== true) return [{ kind: 'other', words: 'ANALYZE' }];
  const tables = items(node.rels).flatMap((item) => relations(field(item, 'VacuumRelation').relation));
  return [onTables(isOptionOn(node.options, 'full') ? 'vacuum full' : 'vacuum', tables)];
}

/** The parser numbers the modes from 1, in `lockModes`' order. */
function lockModeOf(mode: unknown) {
  return lockModes[typeof mode === 'number' ? mode - 1 : 7] ?? 'AccessExclusiveLock';
}

function commandOf(kind: unknown): Transaction['command'] {
  if (kind === 'TRANS_STMT_BEGIN' || kind === 'TRANS_STMT_START') return 'begin';
  if (kind === 'TRANS_STMT_COMMIT') return 'commit';
  return kind === 'TRANS_STMT_ROLLBACK' ? 'rollback' : 'other';
}

function setting(node: Node): readonly Operation[] {
  const name = textOrUndefined(node.name);
  const isSet = node.kind === 'VAR_SET_VALUE';
  const values = items(node.args).map(constantText);
  const isLocal = node.is_local === true;
  return name === undefined ? [] : [{ kind: 'setting', name, values: isSet ? values : undefined, isLocal }];
}

/** A string as it is, a number in digits; empty for anything else. */
function constantText(value: unknown): string {
  const constant = field(value, 'A_Const');
  const text = textOrUndefined(field(constant, 'sval').sval);
  const { ival = 0 } = field(constant, 'ival');
  return text ?? (typeof ival === 'number' ? String(ival) : '');
}
