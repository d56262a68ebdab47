/** Questions about one table of the model. */
import { field, items, type Node, nodesOf, texts, unwrap } from '../parse-tree.ts';
import type { SqlParser } from '../sql-parser.ts';
import type { ColumnModel, EnumModel, SchemaView, TableModel } from './schema-model.ts';
import { type SqlType, typeOfText } from './sql-type.ts';

export function columnNamed(table: TableModel, name: string): ColumnModel | undefined {
  return table.columns.find((column) => column.name === name);
}

export function columnType({ type }: ColumnModel, parser: SqlParser): SqlType | undefined {
  return typeof type === 'string' ? typeOfText(type, parser) : type;
}

/** NOT NULL holds for every row; from Postgres 18 on a column can be NOT NULL for new rows alone. */
export function isNotNull(table: TableModel, column: string): boolean {
  const isDeclared = columnNamed(table, column)?.isNotNull === true;
  const isPending = table.constraints.some(
    ({ form, columns, isValidated }) => form === 'not null' && columns.includes(column) && !isValidated,
  );
  return isDeclared && !isPending;
}

/** A validated check that rules nulls out lets SET NOT NULL go without a scan (Postgres 12 and newer). */
export function isProvenNotNull(table: TableModel, column: string): boolean {
  return table.constraints.some(
    ({ isValidated, provesNotNull }) => isValidated && provesNotNull.includes(column),
  );
}

/** Columns that cannot be null where the expression is true: `a IS NOT NULL`, alone or among others joined by AND. */
export function columnsProvenNotNull(expression: unknown): readonly string[] {
  const [kind, node] = unwrap(expression);
  if (kind === 'BoolExpr' && node.boolop === 'AND_EXPR')
    return items(node.args).flatMap(columnsProvenNotNull);
  if (kind !== 'NullTest' || node.nulltesttype !== 'IS_NOT_NULL') return [];
  return texts(field(node.arg, 'ColumnRef').fields);
}

/** False for a check that only rules nulls out. */
export function isAboutValues(expression: unknown): boolean {
  const [kind, node] = unwrap(expression);
  if (kind === 'BoolExpr' && node.boolop === 'AND_EXPR') return items(node.args).some(isAboutValues);
  return kind !== 'NullTest';
}

/** The expression in what `pg_get_constraintdef` writes of a check. */
export function checkExpression(definition: string, parser: SqlParser): Node | undefined {
  const parsed = parser.parse(`ALTER TABLE t ADD ${definition}`);
  if (parsed.kind !== 'parsed') return undefined;
  const [constraint] = parsed.statements.flatMap(({ node }) => nodesOf(node, 'Constraint'));
  return constraint === undefined ? undefined : field(constraint, 'raw_expr');
}

export function isOfEnum({ type, typeOid }: ColumnModel, wanted: EnumModel, view: SchemaView): boolean {
  if (typeOid !== undefined) return typeOid === wanted.oid;
  return typeof type === 'object' && view.enumType(type)?.id === wanted.id;
}

/** The table itself and its partitions, theirs too. */
export function withPartitions(table: TableModel, view: SchemaView): readonly TableModel[] {
  if (table.kind !== 'partitioned table') return [table];
  const parts = [...view.tables()].filter(({ parent }) => parent === table.id);
  return [table, ...parts.flatMap((part) => withPartitions(part, view))];
}

/** Tables with a foreign key to this one, itself left out. */
export function referencingTables({ id }: TableModel, view: SchemaView): readonly TableModel[] {
  return [...view.tables()].filter(
    (table) => table.id !== id && table.constraints.some(({ references }) => references === id),
  );
}

/** Tables that this one has foreign keys to, itself left out. */
export function referencedTables({ id, constraints }: TableModel, view: SchemaView): readonly TableModel[] {
  const ids = new Set(constraints.flatMap(({ references }) => references ?? []));
  return [...ids].filter((other) => other !== id).flatMap((other) => view.tableById(other) ?? []);
}

/** Those that were there before the pending migrations. */
export function existingOf(tables: readonly TableModel[]): readonly TableModel[] {
  return tables.filter(({ oid }) => oid !== undefined);
}
