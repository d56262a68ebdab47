/** What a statement changes for those that come after it. Where that cannot be known, everything counts as changed. */
import {
  field,
  items,
  listedName,
  type Node,
  nodesOf,
  type ObjectName,
  relationName,
  texts,
  unwrap,
} from '../../parse-tree.ts';
import { textOrUndefined } from '../../record.ts';
import type { RelationRef } from '../../rehearsal/measurement.ts';
import type { SqlStatement } from '../../sql-parser.ts';
import type { Dependency } from '../data-check.ts';
import { constraintKey, nameKey, type PlanState } from './plan-state.ts';
import type { PlannedEnums } from './planned-enums.ts';

export interface Effects {
  readonly state: PlanState;
  readonly enums: PlannedEnums;
  readonly by: Dependency;
}

export function applyEffects({ kind, node }: SqlStatement, effects: Effects): void {
  if (mayWrite.has(kind)) applyWrites({ [kind]: node }, effects);
  applyStatement[kind]?.(node, effects);
}

/** Statements that change rows, or that can hold one that does. */
const mayWrite: ReadonlySet<string> = new Set(
  'SelectStmt InsertStmt UpdateStmt DeleteStmt MergeStmt CopyStmt ExplainStmt CreateTableAsStmt DeclareCursorStmt'.split(
    ' ',
  ),
);

type Apply = (node: Node, effects: Effects) => void;

const unknown: Apply = (_, { state, by }) => state.changeEverything(by);

const applyStatement: Readonly<Record<string, Apply>> = {
  DoStmt: unknown,
  CallStmt: unknown,
  ExecuteStmt: unknown,
  SelectStmt: afterSelect,
  TruncateStmt: afterTruncate,
  CopyStmt: (node, effects) => {
    if (node.is_from === true) changeTable(node.relation, undefined, effects);
  },
  RefreshMatViewStmt: (node, effects) => changeTable(node.relation, undefined, effects),
  CreateStmt: (node, effects) => afterCreate(node.relation, node, effects),
  CreateForeignTableStmt: ({ base }, effects) => {
    const node = field({ base }, 'base');
    afterCreate(node.relation, node, effects);
  },
  CreateTableAsStmt: (node, effects) => afterCreate(field(node.into, 'rel'), node, effects),
  AlterTableStmt: afterAlterTable,
  RenameStmt: afterRename,
  AlterObjectSchemaStmt: afterMove,
  DropStmt: afterDrop,
  CreateEnumStmt: (node, effects) => {
    effects.enums.create(node, effects.state.searchPath);
    changeUsed(node.typeName, effects);
  },
  AlterEnumStmt: (node, effects) => {
    effects.enums.alter(node, effects.state.searchPath);
    changeUsed(node.typeName, effects);
  },
  CreateDomainStmt: (node, effects) => changeUsed(node.domainname, effects),
  AlterDomainStmt: (node, effects) => changeUsed(node.typeName, effects),
  CompositeTypeStmt: ({ typevar }, { state, by }) => {
    const name = relationName(typevar)?.name;
    if (name !== undefined) state.changeUsed(name, by);
  },
  CreateFunctionStmt: (node, effects) => changeUsed(node.funcname, effects),
  IndexStmt: afterIndex,
};

function changeUsed(names: unknown, { state, by }: Effects): void {
  const name = texts(names).at(-1);
  if (name !== undefined) state.changeUsed(name, by);
}

/** INSERT, UPDATE, DELETE and MERGE, also those within WITH. */
function applyWrites(tree: Node, effects: Effects): void {
  for (const node of nodesOf(tree, 'InsertStmt')) changeTable(node.relation, undefined, effects);
  for (const node of nodesOf(tree, 'MergeStmt')) changeReferenced(node.relation, undefined, effects);
  for (const node of nodesOf(tree, 'DeleteStmt')) changeReferenced(node.relation, undefined, effects);
  for (const node of nodesOf(tree, 'UpdateStmt')) {
    const columns = items(node.targetList).flatMap(
      (item) => textOrUndefined(field(item, 'ResTarget').name) ?? [],
    );
    changeReferenced(node.relation, columns, effects);
  }
}

/** A view's tables, and what is behind a name that is not known, may be any. */
function changeTable(
  relation: unknown,
  columns: readonly string[] | undefined,
  { state, by }: Effects,
): RelationRef | undefined {
  const table = state.table(relationName(relation));
  if (table === undefined || table.kind === 'view') {
    state.changeEverything(by);
    return undefined;
  }
  // What is generated from the columns changes with them.
  const generated = state.tables(table.oid).columns.filter((column) => column.generated !== undefined);
  state.change(table, columns && [...columns, ...generated.map(({ name }) => name)], by);
  return table;
}

/** The rows that refer to those that change may change with them: ON DELETE CASCADE, ON UPDATE SET NULL. */
function changeReferenced(relation: unknown, columns: readonly string[] | undefined, effects: Effects): void {
  const { catalog, tables } = effects.state;
  const table = changeTable(relation, columns, effects);
  const seen = new Set<number>();
  const queue = table === undefined ? [] : [{ oid: table.oid, columns }];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    seen.add(at.oid);
    for (const key of tables(at.oid).referencedBy) {
      if (seen.has(key.tableOid)) continue;
      const touched =
        at.columns === undefined || key.referencedColumns.some((name) => at?.columns?.includes(name));
      if (!touched || !/ ON (DELETE|UPDATE) (CASCADE|SET)/.test(withoutQuoted(key.definition))) continue;
      const child = catalog.relations.find(({ oid }) => oid === key.tableOid);
      if (child !== undefined) effects.state.change(child, undefined, effects.by);
      queue.push({ oid: key.tableOid, columns: undefined });
    }
  }
}

/** A definition of the catalog whose quoted names cannot be taken for its words. */
export function withoutQuoted(definition: string): string {
  return definition.replaceAll(/"(?:[^"]|"")*"/g, '""');
}

/** Functions of Postgres that change no table. */
const harmless: ReadonlySet<string> = new Set(
  'set_config current_setting setval nextval currval lastval now version count coalesce max min sum'.split(
    ' ',
  ),
);

function afterSelect(node: Node, effects: Effects): void {
  const { state, by } = effects;
  if (node.intoClause !== undefined) afterCreate(field(node.intoClause, 'rel'), node, effects);
  const called = nodesOf(node, 'FuncCall').map(({ funcname }) => texts(funcname));
  const isHarmless = (name: readonly string[]) =>
    name[0] === 'pg_catalog' || harmless.has(name.at(-1) ?? '') || name.at(-1)?.startsWith('pg_');
  if (!called.every(isHarmless)) state.changeEverything(by);
}

function afterTruncate(node: Node, effects: Effects): void {
  const { state, by } = effects;
  for (const item of items(node.relations)) {
    const table = changeTable(field(item, 'RangeVar'), undefined, effects);
    if (node.behavior === 'DROP_CASCADE' && table !== undefined && !state.isNew(table))
      state.changeEverything(by);
  }
}

function afterCreate(relation: unknown, node: Node, { state, by }: Effects): void {
  const name = relationName(relation);
  if (name === undefined || (node.if_not_exists === true && state.table(name) !== undefined)) return;
  state.create(name, node.partspec === undefined ? 'table' : 'partitioned table', by);
}

/** Subcommands that change which rows a table has. */
const rowChanges: ReadonlySet<unknown> = new Set([
  'AT_AttachPartition',
  'AT_DetachPartition',
  'AT_AddInherit',
  'AT_DropInherit',
]);

/** Subcommands that change a column's values. */
const columnChanges: ReadonlySet<unknown> = new Set([
  'AT_AddColumn',
  'AT_DropColumn',
  'AT_AlterColumnType',
  'AT_SetExpression',
  'AT_DropExpression',
]);

function afterAlterTable(node: Node, { state, by }: Effects): void {
  const table = state.table(relationName(node.relation));
  if (table === undefined) return;
  for (const item of items(node.cmds)) {
    const { subtype, name, def } = field(item, 'AlterTableCmd');
    if (subtype === 'AT_DropConstraint') state.dropped.add(constraintKey(table, textOrUndefined(name) ?? ''));
    if (rowChanges.has(subtype)) state.change(table, undefined, by);
    if (!columnChanges.has(subtype)) continue;
    const column = textOrUndefined(name) ?? textOrUndefined(field(def, 'ColumnDef').colname);
    if (column === undefined) continue;
    state.change(table, [column], by);
    if (subtype === 'AT_AddColumn') state.addColumn(table, column);
    if (subtype === 'AT_DropColumn') state.dropColumn(table, column);
  }
}

const tableObjects: ReadonlySet<unknown> = new Set(['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_MATVIEW']);

function afterRename(node: Node, { state, enums, by }: Effects): void {
  const newname = textOrUndefined(node.newname);
  if (newname === undefined) return;
  const table = state.table(relationName(node.relation));
  const { renameType } = node;
  if (renameType === 'OBJECT_TYPE') {
    enums.rename(typeName(node.object), { schema: undefined, name: newname }, state.searchPath);
    state.changeUsed(newname, by);
  }
  if (renameType === 'OBJECT_SCHEMA') state.changeEverything(by);
  if (table === undefined) return;
  if (tableObjects.has(renameType)) state.rename(table, { schema: undefined, name: newname }, by);
  const column = textOrUndefined(node.subname);
  if (renameType !== 'OBJECT_COLUMN' || column === undefined) return;
  state.change(table, [column, newname], by);
  state.renameColumn(table, column, newname);
}

function afterMove(node: Node, { state, enums, by }: Effects): void {
  const schema = textOrUndefined(node.newschema);
  const table = state.table(relationName(node.relation));
  if (schema === undefined) return;
  if (node.objectType === 'OBJECT_TYPE') {
    const type = typeName(node.object);
    if (type !== undefined) enums.rename(type, { schema, name: type.name }, state.searchPath);
  }
  if (table !== undefined && tableObjects.has(node.objectType))
    state.rename(table, { schema, name: table.name }, by);
}

function afterDrop(node: Node, { state, enums, by }: Effects): void {
  if (node.removeType === 'OBJECT_SCHEMA') state.changeEverything(by);
  for (const object of items(node.objects)) {
    if (node.removeType === 'OBJECT_TYPE') enums.drop(typeName(object), state.searchPath);
    if (node.removeType === 'OBJECT_INDEX') dropIndex(typeName(object), state);
    if (!tableObjects.has(node.removeType)) continue;
    const table = state.table(typeName(object));
    if (table !== undefined) state.drop(table, by);
  }
}

function dropIndex(name: ObjectName | undefined, { dropped, searchPath }: PlanState): void {
  if (name === undefined) return;
  const schemas = name.schema === undefined ? searchPath : [name.schema];
  for (const schema of schemas) dropped.add(nameKey({ schema, name: name.name }));
}

/** A name that is given as a list of strings or as a TypeName. */
function typeName(object: unknown): ObjectName | undefined {
  const [kind, node] = unwrap(object);
  return listedName(kind === 'TypeName' ? node.names : node.items);
}

function afterIndex(node: Node, { state }: Effects): void {
  const table = state.table(relationName(node.relation));
  const name = textOrUndefined(node.idxname);
  if (table === undefined || name === undefined) return;
  const columns = items(node.indexParams).flatMap(
    (item) => textOrUndefined(field(item, 'IndexElem').name) ?? [],
  );
  state.indexes.set(nameKey({ schema: table.schema, name }), columns);
}
