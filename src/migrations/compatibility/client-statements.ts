/**
 * The SQL that a Prisma client sends for a model. Written after what Prisma Client 6.19 and 7.10 log; a test compares it
 * with what the real client sends.
 */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import type { ClientField, ClientModel, ClientRelation, ClientSchema, JoinTable } from './client-schema.ts';

/**
 * `create` names only what every create names, `write` everything that one may. `filter` compares each column, `relation`
 * joins over a foreign key or a many-to-many table.
 */
export type StatementPart = 'read' | 'create' | 'write' | 'update' | 'delete' | 'filter' | 'relation';

export interface ClientStatement {
  readonly model: string;
  readonly part: StatementPart;
  /** Undefined: of all fields at once. */
  readonly field: string | undefined;
  readonly sql: string;
}

/** A few statements a model, each with all of its fields. */
export function modelStatements({ models, joinTables }: ClientSchema): readonly ClientStatement[] {
  const byName = new Map(models.map((model) => [model.name, model]));
  return [
    ...models.filter(({ fields }) => fields.length > 0).flatMap(wholeStatements),
    ...models.flatMap((model) =>
      model.relations.flatMap((relation) => relationStatement(model, relation, byName.get(relation.model))),
    ),
    ...joinTables.flatMap(joinTableStatements),
  ];
}

/** For a model of which a statement was refused: field by field, and the table without any. */
export function fieldStatements(model: ClientModel): readonly ClientStatement[] {
  const of = (part: StatementPart, field: string | undefined, sql: string): ClientStatement => ({
    model: model.name,
    part,
    field,
    sql,
  });
  const table = tableName(model);
  const reads = model.fields.flatMap((field) => [
    of('read', field.name, `SELECT ${output(model, field)} FROM ${table}`),
    of('filter', field.name, filterStatement(model, [field])),
  ]);
  if (model.kind === 'view') return reads;
  const writes = model.fields.flatMap((field) => [
    of('write', field.name, `INSERT INTO ${table} (${column(field)}) VALUES (${parameter(field, 1)})`),
    of('update', field.name, `UPDATE ${table} SET ${column(field)} = ${parameter(field, 1)}`),
  ]);
  return [...reads, ...writes];
}

/** Of a model of which a statement was refused: whether its table is there and takes rows, whatever its columns are. */
export function tableStatements(model: ClientModel): readonly ClientStatement[] {
  const table = tableName(model);
  const of = (part: StatementPart, sql: string): ClientStatement => ({
    model: model.name,
    part,
    field: tableItself,
    sql,
  });
  const read = of('read', `SELECT 1 FROM ${table}`);
  if (model.kind === 'view') return [read];
  return [read, of('create', `INSERT INTO ${table} DEFAULT VALUES`), of('delete', `DELETE FROM ${table}`)];
}

/** In place of a field's name: no field can have it. */
export const tableItself = '*';

function wholeStatements(model: ClientModel): readonly ClientStatement[] {
  const { name, fields } = model;
  const of = (part: StatementPart, sql: string): ClientStatement => ({
    model: name,
    part,
    field: undefined,
    sql,
  });
  const table = tableName(model);
  const outputs = fields.map((field) => output(model, field)).join(', ');
  const reads = [
    of('read', `SELECT ${outputs} FROM ${table} WHERE 1=1 OFFSET $1`),
    of('filter', filterStatement(model, fields)),
  ];
  if (model.kind === 'view') return reads;
  const set = fields.map((field, index) => `${column(field)} = ${parameter(field, index + 1)}`).join(', ');
  const creates = [
    of(
      'create',
      insertStatement(
        model,
        fields.filter(({ isAlwaysSent }) => isAlwaysSent),
      ),
    ),
    of('write', insertStatement(model, fields)),
  ];
  return [
    ...reads,
    ...(model.canCreate ? creates : []),
    of('update', `UPDATE ${table} SET ${set} WHERE ${byId(model, fields.length)} RETURNING ${outputs}`),
    of('delete', `DELETE FROM ${table} WHERE ${byId(model, 0)} RETURNING ${outputs}`),
  ];
}

function insertStatement(model: ClientModel, fields: readonly ClientField[]): string {
  const values = fields.map((field, index) => parameter(field, index + 1)).join(', ');
  const given =
    fields.length === 0 ? 'DEFAULT VALUES' : `(${fields.map(column).join(', ')}) VALUES (${values})`;
  const outputs = model.fields.map((field) => output(model, field)).join(', ');
  return `INSERT INTO ${tableName(model)} ${given} RETURNING ${outputs}`;
}

function filterStatement(model: ClientModel, fields: readonly ClientField[]): string {
  const table = tableName(model);
  const compared = fields.map((field, index) => {
    const isJson = field.type.kind === 'scalar' && field.type.scalar === 'Json' && !field.isList;
    return `${table}.${column(field)}${isJson ? '::jsonb' : ''} = ${parameter(field, index + 1)}`;
  });
  return `SELECT 1 FROM ${table} WHERE (${compared.join(' OR ')})`;
}

/** By the columns of the id; a model without one that the client sees is found by anything. */
function byId(model: ClientModel, parametersBefore: number): string {
  const id = model.fields.filter((field) => model.uniques[0]?.includes(field.column));
  const compared = id.map(
    (field, index) =>
      `${tableName(model)}.${column(field)} = ${parameter(field, parametersBefore + index + 1)}`,
  );
  return `(${[...compared, '1=1'].join(' AND ')})`;
}

function relationStatement(
  model: ClientModel,
  relation: ClientRelation,
  other: ClientModel | undefined,
): readonly ClientStatement[] {
  if (other === undefined) return [];
  const pairs = relation.columns.map((own, index) => {
    const referenced = relation.referencedColumns[index] ?? own;
    return `("j0".${quoteIdentifier(referenced)}) = ("t0".${quoteIdentifier(own)})`;
  });
  const sql = `SELECT 1 FROM ${tableName(model)} AS "t0" LEFT JOIN ${tableName(other)} AS "j0" ON ${pairs.join(' AND ')}`;
  return [{ model: model.name, part: 'relation', field: relation.field, sql }];
}

function joinTableStatements(join: JoinTable): readonly ClientStatement[] {
  const table = tableName(join);
  const field = join.field.slice(join.model.length + 1);
  return [
    `SELECT "t0"."A", "t0"."B" FROM ${table} AS "t0" WHERE (1=1 AND "t0"."A" IN ($1) AND "t0"."B" IN ($2))`,
    `INSERT INTO ${table} ("A","B") VALUES ($1,$2) ON CONFLICT DO NOTHING`,
    `DELETE FROM ${table} WHERE (${table}."A" = ($1) AND ${table}."B" IN ($2))`,
  ].map((sql) => ({ model: join.model, part: 'relation', field, sql }));
}

function tableName({ schema, table }: { readonly schema: string; readonly table: string }): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`;
}

function column(field: ClientField): string {
  return quoteIdentifier(field.column);
}

/** Enums cross as text. */
function output(model: ClientModel, field: ClientField): string {
  const name = `${tableName(model)}.${column(field)}`;
  if (field.type.kind !== 'enum') return name;
  return `${name}::text${field.isList ? '[]' : ''}`;
}

function parameter(field: ClientField, number: number): string {
  if (field.type.kind !== 'enum') return `$${number}`;
  const { schema, type } = field.type.enum;
  const list = field.isList ? '[]' : '';
  return `CAST($${number}::text${list} AS ${quoteIdentifier(schema)}.${quoteIdentifier(type)}${list})`;
}
