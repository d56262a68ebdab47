/** Pieces of the SQL that findings offer. Everything in it can be pasted: what is not SQL is a comment. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier, displayName, qualifiedName } from '../../postgres/object-name.ts';
import type { RuleContext } from './hazard-rule.ts';
import type { TableModel } from './schema-model.ts';
import { isNotNull, isProvenNotNull } from './table-facts.ts';

export type NamedTable = Pick<TableModel, 'schema' | 'name'>;

/** One line of comment each, whatever the text holds. */
export function comment(text: string): string {
  return text
    .split(/\r?\n|\r/)
    .map((line) => `-- ${line}`)
    .join('\n');
}

export function lines(...parts: readonly (string | readonly string[])[]): string {
  return parts.flat().join('\n');
}

export function alter({ schema, name }: NamedTable, change: string): string {
  return `ALTER TABLE ${qualifiedName({ schema, name })} ${change};`;
}

export function columnList(columns: readonly string[]): string {
  return columns.map(quoteIdentifier).join(', ');
}

/** `public.users.email`, for reading. */
export function columnSubject(table: NamedTable, column: string): string {
  return `${displayName(table)}.${displayIdentifier(column)}`;
}

/** `public.users · users_email_key`, for reading. */
export function partSubject(table: NamedTable, part: string): string {
  return `${displayName(table)} · ${displayIdentifier(part)}`;
}

/** Names of tables in a sentence. */
export function tableNames(tables: readonly NamedTable[]): string {
  return tables.map(displayName).toSorted().join(', ');
}

/** Postgres cuts a name after 63 bytes; cut here, so that a second statement with it finds it. */
export function objectNameOf(...parts: readonly string[]): string {
  const ending = cutTo(parts.at(-1) ?? '', 40);
  const rest = cutTo(parts.slice(0, -1).join('_'), 62 - Buffer.byteLength(ending));
  return `${rest}_${ending}`;
}

function cutTo(text: string, bytes: number): string {
  let cut = [...text];
  while (Buffer.byteLength(cut.join('')) > bytes) cut = cut.slice(0, -1);
  return cut.join('');
}

/** Says how a statement gets a transaction of its own. */
export function ownTransaction({ step }: RuleContext): string {
  if (step.place.isExplicit)
    return '-- After COMMIT, so that the lock of the statement before is gone (each a transaction of its own):';
  return step.place.sent === 'statements'
    ? '-- Then (each statement is a transaction of its own here):'
    : '-- In the next migration: a file is one transaction here, and keeps every lock to its end.';
}

/** Says where a statement has to stand that refuses to run in a transaction. */
export function outsideTransaction({ step }: RuleContext, isReadByPrisma = true): string {
  const { transport, isExplicit } = step.place;
  if (transport === 'script')
    return '-- As the only statement of a migration of its own: a file with several is one transaction here, and this cannot run in one.';
  if (!isReadByPrisma)
    return '-- As the only statement of a migration of its own: Prisma cannot split a file with it, and sends it as one transaction.';
  return isExplicit
    ? '-- Outside of BEGIN … COMMIT, since this cannot run in a transaction:'
    : '-- Each statement is a transaction of its own here, so this may stay in this file:';
}

/** Fills a column a few rows at a time; for psql or a job, not for a migration. */
export function backfill(table: NamedTable, column: string, value: string): readonly string[] {
  const [name, quoted] = [qualifiedName(table), quoteIdentifier(column)];
  return [
    '-- Outside of the migration, again and again until it changes no row:',
    `UPDATE ${name} SET ${quoted} = ${value} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${name} WHERE ${quoted} IS NULL LIMIT 5000));`,
  ];
}

/** NOT NULL without a scan under ACCESS EXCLUSIVE. Postgres 18 can do it with one constraint, before it takes a check. */
export function notNullSteps(table: NamedTable, column: string, context: RuleContext): readonly string[] {
  const constraint = quoteIdentifier(objectNameOf(table.name, column, 'not_null'));
  const quoted = quoteIdentifier(column);
  if (context.serverMajor >= 18)
    return [
      alter(table, `ADD CONSTRAINT ${constraint} NOT NULL ${quoted} NOT VALID`),
      ownTransaction(context),
      alter(table, `VALIDATE CONSTRAINT ${constraint}`),
    ];
  return [
    alter(table, `ADD CONSTRAINT ${constraint} CHECK (${quoted} IS NOT NULL) NOT VALID`),
    ownTransaction(context),
    alter(table, `VALIDATE CONSTRAINT ${constraint}`),
    '-- With the validated check, Postgres takes this without a look at the rows:',
    alter(table, `ALTER COLUMN ${quoted} SET NOT NULL`),
    alter(table, `DROP CONSTRAINT ${constraint}`),
  ];
}

/** Of the columns, those that a scan would have to prove to be free of nulls. */
export function nullableOf(table: TableModel, columns: readonly string[]): readonly string[] {
  return columns.filter((column) => !isNotNull(table, column) && !isProvenNotNull(table, column));
}

/** For a change that is right once nothing uses the old any more. */
export function allowLine(rule: string, reason: string): string {
  return `-- db-actions: allow ${rule} ${reason}`;
}
