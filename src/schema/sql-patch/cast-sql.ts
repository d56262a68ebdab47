/**
 * Families of types between which Postgres has casts (https://www.postgresql.org/docs/current/sql-createcast.html, `\dC`);
 * everything is cast to text and from it.
 */
const families = [
  /^(?:smallint|integer|bigint|numeric|real|double precision)/,
  /^(?:date|timestamp)/,
  /^(?:time(?!stamp)|interval)/,
  /^(?:text|character|"char"|name$)/,
  /^(?:json|jsonb)$/,
  /^(?:integer|boolean)$/,
  /^(?:inet|cidr)$/,
  /^bit/,
] as const;

/** A column's old values as the new type. What has no cast of its own goes by its text. */
export function castSql(column: string, from: string, to: string): string {
  const isText = /^(?:text|character(?: varying)?)(?:\(\d+\))?$/;
  const isDirect =
    isText.test(from) ||
    isText.test(to) ||
    withoutSize(from) === withoutSize(to) ||
    families.some((family) => family.test(from) && family.test(to) && !/\[\]$/.test(from + to));
  return isDirect ? `${column}::${to}` : `${column}::text::${to}`;
}

function withoutSize(type: string): string {
  return type.replace(/\([\d,]+\)/, '');
}
