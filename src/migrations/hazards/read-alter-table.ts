/** ALTER TABLE: one operation a command, in the order in which Postgres carries them out. */
import { field, items, locationOf, type Node, type ObjectName, relationName, unwrap } from '../parse-tree.ts';
import { isRecord, textOrUndefined } from '../record.ts';
import type { Expression, Operation, TableChange } from './operation.ts';
import { columnOf, constraintOf, type Origin } from './read-definition.ts';
import { clauseText } from './script-source.ts';
import { sqlTokens } from './sql-tokens.ts';
import { typeOfNode } from './sql-type.ts';

const onTables = new Set(['OBJECT_TABLE', 'OBJECT_FOREIGN_TABLE', 'OBJECT_MATVIEW']);

export function alterTable(node: Node, origin: Origin): readonly Operation[] {
  const table = relationName(node.relation);
  if (table === undefined || !onTables.has(textOrUndefined(node.objtype) ?? ''))
    return [{ kind: 'other', words: 'ALTER' }];
  return items(node.cmds)
    .map((item) => change(field(item, 'AlterTableCmd'), table, origin))
    .toSorted((left, right) => passOf(left) - passOf(right));
}

/** The passes of `ATPrepCmd`, as far as they matter here: a command may use what a later one of the text makes. */
const passes: Readonly<Partial<Record<TableChange['kind'], number>>> = {
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

function passOf({ kind }: TableChange): number {
  return passes[kind] ?? 6;
}

function change(command: Node, table: ObjectName, origin: Origin): TableChange {
  const name = textOrUndefined(command.name) ?? '';
  const subtype = textOrUndefined(command.subtype) ?? '';
  return (
    columnChange({ command, table, name, subtype }, origin) ??
    constraintChange({ command, table, name, subtype }, origin) ??
    partitionChange({ command, table, name, subtype }) ??
    tableChange({ table, name, subtype })
  );
}

interface Command {
  readonly command: Node;
  readonly table: ObjectName;
  readonly name: string;
  readonly subtype: string;
}

function columnChange({ command, table, name, subtype }: Command, origin: Origin): TableChange | undefined {
  switch (subtype) {
    case 'AT_AddColumn': {
      const column = columnOf(field(command.def, 'ColumnDef'), origin);
      return { kind: 'add column', table, column, ifNotExists: command.missing_ok === true };
    }
    case 'AT_DropColumn':
      return { kind: 'drop column', table, name, isCascade: command.behavior === 'DROP_CASCADE' };
    case 'AT_AlterColumnType':
      return typeChangeOf({ command, table, name, subtype }, origin);
    case 'AT_ColumnDefault':
      return isRecord(command.def)
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

function typeChangeOf({ command, table, name }: Command, origin: Origin): TableChange {
  const definition = field(command.def, 'ColumnDef');
  const type = typeOfNode(field(definition, 'typeName'));
  if (type === undefined) return { kind: 'other table change', table, subtype: 'AT_AlterColumnType' };
  return {
    kind: 'change type',
    table,
    name,
    type,
    using: usingOf(definition, origin),
    hasCollation: isRecord(definition.collClause),
  };
}

/** `USING col` and `USING col::type` say what Postgres does without them, and count as left out. */
function usingOf(definition: Node, origin: Origin): Expression | undefined {
  const [kind, node] = unwrap(definition.raw_default);
  const isCast = kind === 'TypeCast' && isSameType(node.typeName, definition.typeName);
  const [innerKind] = isCast ? unwrap(node.arg) : [kind];
  if (kind === '' || innerKind === 'ColumnRef') return undefined;
  const text = clauseText(origin.source, origin.statement, locationOf(definition) ?? 0);
  const word = [...sqlTokens(text)].find(({ start, end }) => /^using$/i.test(text.slice(start, end)));
  return { node: field(definition, 'raw_default'), text: text.slice(word?.end).trim() };
}

function isSameType(left: unknown, right: unknown): boolean {
  const [a, b] = [left, right].map((node) => typeOfNode(isRecord(node) ? node : {}));
  return JSON.stringify(a) === JSON.stringify(b);
}

function constraintChange(
  { command, table, name, subtype }: Command,
  origin: Origin,
): TableChange | undefined {
  switch (subtype) {
    case 'AT_AddConstraint': {
      const constraint = constraintOf(field(command.def, 'Constraint'), origin);
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

function partitionChange({ command, table, subtype }: Command): TableChange | undefined {
  const definition = field(command.def, 'PartitionCmd');
  const partition = relationName(definition.name);
  if (partition === undefined) return undefined;
  if (subtype === 'AT_DetachPartition')
    return { kind: 'detach partition', table, partition, isConcurrent: definition.concurrent === true };
  if (subtype !== 'AT_AttachPartition') return undefined;
  const isDefault = field(definition, 'bound').is_default === true;
  return { kind: 'attach partition', table, partition, isDefault };
}

function tableChange({ table, name, subtype }: Omit<Command, 'command'>): TableChange {
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
