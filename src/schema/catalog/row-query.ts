import type { ObjectKind } from '../object-kinds.ts';

/** A kind of which there are few: a SELECT of one column, JSON arrays `[schema, oid of the parent, name, attributes]`. */
export interface RowQuery {
  readonly kind: ObjectKind;
  readonly sql: string;
}

/**
 * A kind of which there are tens of thousands: one JSON array a value instead of one a row. That is half as long, and most of
 * what building and reading it costs is the number of arrays.
 */
export interface ListQuery {
  readonly kind: ObjectKind;
  /** The oid of the table that a row belongs to, or that it is. */
  readonly relation: string;
  readonly name: string;
  /** An object for what few rows have, or null. */
  readonly rare: string;
  /** What most rows have: the attribute and its SQL. */
  readonly values: Readonly<Record<string, string>>;
  readonly from: string;
}

export type KindQuery = RowQuery | ListQuery;

/** Arrays of the same length: relations, names, rare attributes, and one a value; null where there is no row. */
export function listSql({ relation, name, rare, values, from }: ListQuery): string {
  const lists = [`${relation}::pg_catalog.int8`, name, rare, ...Object.values(values)];
  return `select pg_catalog.json_build_array(${lists.map((sql) => `pg_catalog.json_agg(${sql})`).join(',\n    ')}) ${from}`;
}

/** The comment on an object; `catalog` is where it lives. */
export function commentOn(oid: string, catalog: string): string {
  return `(select d.description from pg_catalog.pg_description d
    where d.objoid = ${oid} and d.classoid = 'pg_catalog.${catalog}'::pg_catalog.regclass and d.objsubid = 0)`;
}

/** Grants with what would hold if there were none; `type` as `acldefault` takes it. Decoded by `grants.ts`. */
export function grantsOf(acl: string, type: string, owner: string): string {
  return `case when ${acl} is not null then pg_catalog.json_build_array(
    ${acl}::pg_catalog.text[], pg_catalog.acldefault(${type}, ${owner})::pg_catalog.text[]) end`;
}

export function ownerOf(oid: string): string {
  return `pg_catalog.pg_get_userbyid(${oid})`;
}

/** Whether an extension brought it. */
export function isMember(oid: string, catalog: string): string {
  return `exists (select from members m
    where m.classid = 'pg_catalog.${catalog}'::pg_catalog.regclass and m.objid = ${oid})`;
}

/** `attributes` are pairs of a name and an SQL expression; null and false are dropped when decoded. */
export function attributes(pairs: Readonly<Record<string, string>>): string {
  const list = Object.entries(pairs).map(([name, sql]) => `'${name}', ${sql}`);
  return `pg_catalog.json_build_object(${list.join(',\n    ')})`;
}

export const tablespaceOf = (oid: string) =>
  `(select ts.spcname from pg_catalog.pg_tablespace ts where ts.oid = ${oid})`;

/** How a trigger or a rule fires; its default is absent. */
export const enabledText = (column: string) =>
  `case ${column} when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end`;
