/** What Prisma's script from the new schema to the old one does to data that is there. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { field, items, listedName, type Node, type ObjectName, relationName, texts } from '../parse-tree.ts';
import { isRecord, textOrUndefined } from '../record.ts';
import type { SqlStatement } from '../sql-parser.ts';

export type UndoStep =
  | { readonly kind: 'drop table'; readonly table: ObjectName }
  | { readonly kind: 'drop column'; readonly table: ObjectName; readonly column: string }
  | {
      readonly kind: 'change type';
      readonly table: ObjectName;
      readonly column: string;
      readonly type: string;
      /** The values of the enum that it becomes; undefined where it is no enum of the script's. */
      readonly labels: readonly string[] | undefined;
    }
  /** NOT NULL on a column that is there. */
  | { readonly kind: 'require value'; readonly table: ObjectName; readonly column: string }
  /** A new column, NOT NULL and without a default. */
  | { readonly kind: 'add required column'; readonly table: ObjectName; readonly column: string };

/** In their order; statements that touch no data are left out. @param statements of Prisma's script */
export function undoSteps(statements: readonly SqlStatement[]): readonly UndoStep[] {
  const enums = new Map(statements.flatMap(createdEnum));
  return statements.flatMap(({ kind, node }) => {
    if (kind === 'DropStmt' && node.removeType === 'OBJECT_TABLE')
      return items(node.objects).flatMap((object): readonly UndoStep[] => {
        const dropped = listedName(field(object, 'List').items);
        return dropped === undefined ? [] : [{ kind: 'drop table', table: dropped }];
      });
    const table = relationName(node.relation);
    if (kind !== 'AlterTableStmt' || table === undefined) return [];
    return items(node.cmds).flatMap((command) => alterStep(table, field(command, 'AlterTableCmd'), enums));
  });
}

type Enums = ReadonlyMap<string, readonly string[]>;

function createdEnum({ kind, node }: SqlStatement): readonly (readonly [string, readonly string[]])[] {
  const name = texts(node.typeName).at(-1);
  if (kind !== 'CreateEnumStmt' || name === undefined) return [];
  return [[name, texts(node.vals)]];
}

function alterStep(table: ObjectName, command: Node, enums: Enums): readonly UndoStep[] {
  const name = textOrUndefined(command.name);
  const definition = field(command.def, 'ColumnDef');
  switch (command.subtype) {
    case 'AT_DropColumn':
      return name === undefined ? [] : [{ kind: 'drop column', table, column: name }];
    case 'AT_SetNotNull':
      return name === undefined ? [] : [{ kind: 'require value', table, column: name }];
    case 'AT_AlterColumnType': {
      const type = typeText(definition.typeName);
      const item = texts(field(definition, 'typeName').names).at(-1) ?? '';
      if (name === undefined || type === undefined) return [];
      return [{ kind: 'change type', table, column: name, type, labels: enums.get(item) }];
    }
    case 'AT_AddColumn': {
      const column = textOrUndefined(definition.colname);
      return column === undefined || !needsValue(definition)
        ? []
        : [{ kind: 'add required column', table, column }];
    }
    default:
      return [];
  }
}

const serials: readonly string[] = ['smallserial', 'serial', 'bigserial'];

function needsValue(definition: Node): boolean {
  const kinds = items(definition.constraints).map((one) => field(one, 'Constraint').contype);
  const type = texts(field(definition, 'typeName').names).at(-1) ?? '';
  return (
    kinds.includes('CONSTR_NOTNULL') &&
    !kinds.some(
      (kind) => kind === 'CONSTR_DEFAULT' || kind === 'CONSTR_IDENTITY' || kind === 'CONSTR_GENERATED',
    ) &&
    !serials.includes(type)
  );
}

/** The type as it can stand in a cast; undefined for what is more than names, sizes and brackets. */
function typeText(typeName: unknown): string | undefined {
  const node = isRecord(typeName) ? typeName : {};
  const names = texts(node.names);
  if (names.length === 0) return undefined;
  const sizes = items(node.typmods).map((size) => field(field(size, 'A_Const'), 'ival').ival ?? 0);
  const quoted = names.map(quoteIdentifier).join('.');
  return `${quoted}${sizes.length > 0 ? `(${sizes.join(', ')})` : ''}${'[]'.repeat(items(node.arrayBounds).length)}`;
}
