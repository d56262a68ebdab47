/** A table as an ALTER TABLE finds it and as its commands change its columns: what its constraints will be asked of. */

import { quoteIdentifier } from '../../../postgres/identifier.ts';
import { field, items, listedName, type Node, unwrap } from '../../parse-tree.ts';
import { textOrUndefined } from '../../record.ts';
import type { RelationRef } from '../../rehearsal/measurement.ts';
import type { RowSource } from '../row-source.ts';
import type { SqlExpression } from '../sql-expression.ts';
import {
  type AddedColumn,
  addedColumn,
  castValue,
  computedValue,
  type TypeChange,
  typeChange,
} from './column-change.ts';
import { type PlanScope, rowSource } from './plan-scope.ts';

export interface AlteredTable {
  readonly scope: PlanScope;
  readonly table: RelationRef;
  readonly commands: readonly Node[];
  readonly changes: readonly TypeChange[];
  readonly added: readonly AddedColumn[];
  readonly before: RowSource;
  readonly after: RowSource;
  /** The same without the rows of tables that inherit: unique and foreign keys do not reach these. */
  readonly ownAfter: RowSource;
  /** Columns from which the statement takes NOT NULL: it does that first, in whatever order it is written. */
  readonly nullable: ReadonlySet<string>;
}

export function alteredTable(scope: PlanScope, table: RelationRef): AlteredTable {
  const { node } = scope.statement;
  const commands = items(node.cmds).map((item) => field(item, 'AlterTableCmd'));
  const of = (subtype: string) => commands.filter((command) => command.subtype === subtype);
  const columns = scope.state.shape(table.oid).columns;
  const changes = of('AT_AlterColumnType').flatMap((command) => typeChange(scope, command, columns) ?? []);
  const added = of('AT_AddColumn')
    .filter((command) => !isThere(command, columns))
    .flatMap((command) => addedColumn(scope, command, columns) ?? []);
  const computed = new Map([
    ...changes.map((change) => [change.column, newValue(scope, change)] as const),
    ...added.flatMap((column) => addedValue(column)),
  ]);
  const inherits = field(node, 'relation').inh === true;
  const names = of('AT_DropNotNull').flatMap(({ name }) => textOrUndefined(name) ?? []);
  return {
    scope,
    table,
    commands,
    changes,
    added,
    before: rowSource(scope, table, { inherits }),
    after: rowSource(scope, table, { inherits, computed }),
    ownAfter: rowSource(scope, table, { inherits: false, computed }),
    nullable: new Set(names),
  };
}

/** ADD COLUMN IF NOT EXISTS of a column that exists does nothing. */
function isThere({ missing_ok: isOptional, def }: Node, columns: readonly string[]): boolean {
  const name = textOrUndefined(field(def, 'ColumnDef').colname);
  return isOptional === true && name !== undefined && columns.includes(name);
}

/** The column's own name where nothing else is said. */
export function changedFrom({ column, using }: TypeChange): SqlExpression {
  return using ?? { text: quoteIdentifier(column), columns: [column], uses: [] };
}

/** Labels and value of a cast to an enum that the migrations make or change. */
export function enumCast(
  scope: PlanScope,
  { typeName, using, usingTree }: TypeChange,
): { readonly labels: readonly string[]; readonly value: string } | undefined {
  const { enums, state } = scope;
  const labels = enums.labels(typeName, state.searchPath);
  const [kind, cast] = unwrap(usingTree);
  const target = listedName(field(cast, 'typeName').names);
  if (labels === undefined || using === undefined || kind !== 'TypeCast') return undefined;
  if (enums.labels(target, state.searchPath) !== labels) return undefined;
  const value = castValue(scope, using.text);
  return value === undefined ? undefined : { labels, value };
}

/** A type that is not there yet is left away: its labels are compared as text. */
function newValue(scope: PlanScope, change: TypeChange): SqlExpression {
  const from = changedFrom(change);
  const cast = enumCast(scope, change);
  if (cast !== undefined) return { ...from, text: cast.value, uses: [] };
  return computedValue(change.type, from, change.collation);
}

/** A value that is another one for each row cannot be worked out before. */
function addedValue({ name, type, value }: AddedColumn): readonly (readonly [string, SqlExpression])[] {
  switch (value.kind) {
    case 'unknown':
      return [];
    case 'null':
      return [[name, computedValue(type, { text: 'NULL', columns: [], uses: [] })]];
    default:
      return [[name, computedValue(type, value.expression)]];
  }
}
