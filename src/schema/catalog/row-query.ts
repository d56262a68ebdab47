import type { ObjectKind } from '../object-kinds.ts';

/**
 * One kind's part of the catalog query: a SELECT of one column, JSON arrays `[schema, oid of the parent, name, attributes,
 * …values]`. `values` names what follows: an array without names is half as long and twice as fast to build as an
 * object, which counts where there are a hundred thousand columns; the object is for what few rows have.
 */
export interface RowQuery {
  readonly kind: ObjectKind;
  readonly sql: string;
  readonly values?: readonly string[];
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
