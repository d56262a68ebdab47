/** Expand and contract: how the same change is made without a moment in which running code breaks. */
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import type { CatalogColumn, CatalogConstraint, CatalogIndex } from '../rehearsal/catalog.ts';
import { type Case, tableSql } from './case.ts';
import type { ClientField, JoinTable } from './client-schema.ts';

/** The new app on the old database has one answer for everything that the migrations add. */
const migrateFirst =
  '-- Run the migrations before any instance of the new code starts,\n-- or ship them in a release of their own before it.';

function inOrder({ direction }: Pick<Case, 'direction'>, steps: readonly string[]): string {
  return direction === 'new-app' ? migrateFirst : steps.join('\n');
}

function alter(place: Case, action: string): string {
  return `ALTER TABLE ${tableSql(place.model)} ${action};`;
}

/** A column that the client needs goes: the code first, the column a release later. */
export function dropColumnLater(place: Case, field: ClientField, column: CatalogColumn | undefined): string {
  const name = quoteIdentifier(field.column);
  const needsValue =
    column?.isNotNull === true && column.default === undefined && column.identity === undefined;
  const keepReadable = needsValue
    ? [
        '-- Rows of the new code need a value that the old code can read:',
        alter(place, `ALTER COLUMN ${name} SET DEFAULT …`),
      ]
    : [];
  return inOrder(place, [
    `-- Release 1: code that no longer uses the field. In the schema: ${field.name} … @ignore`,
    ...keepReadable,
    '-- Release 2, when no instance of the old code runs:',
    alter(place, `DROP COLUMN ${name}`),
  ]);
}

/** The name changes in the code alone; or both columns live for a while. */
export function renameInCode(place: Case, field: ClientField, to: CatalogColumn): string {
  const [from, name] = [quoteIdentifier(field.column), quoteIdentifier(to.name)];
  return inOrder(place, [
    `-- Least work: leave the column, rename the field. In the schema: ${to.name} … @map(${JSON.stringify(field.column)})`,
    '-- Or, release 1: a second column, which a trigger keeps equal, and the code that uses it',
    alter(place, `ADD COLUMN ${name} ${to.type}`),
    `-- fill it in batches: UPDATE … SET ${name} = ${from} WHERE ${name} IS NULL AND …`,
    '-- Release 2, when no instance of the old code runs:',
    alter(place, `DROP COLUMN ${from}`),
  ]);
}

export function keepTable(place: Case, renamedTo: string | undefined): string {
  const { table } = place.model;
  const drop = `DROP TABLE ${tableSql(place.model)};`;
  if (renamedTo === undefined)
    return inOrder(place, [
      '-- Release 1: code that no longer uses the model; the table stays.',
      '-- Release 2, when no instance of the old code runs:',
      drop,
    ]);
  return inOrder(place, [
    `-- Least work: leave the table, rename the model. In the schema: @@map(${JSON.stringify(table)})`,
    '-- Or leave a view under the old name in the same transaction; a plain view takes reads and writes:',
    `CREATE VIEW ${tableSql(place.model)} AS SELECT * FROM ${renamedTo};`,
    '-- Release 2, when no instance of the old code runs:',
    `DROP VIEW ${tableSql(place.model)};`,
  ]);
}

export function keepJoinTable(direction: Case['direction'], join: JoinTable): string {
  return inOrder({ direction }, [
    '-- Release 1: the new way beside the old one; code that uses the new one.',
    '-- Release 2, when no instance of the old code runs:',
    `DROP TABLE ${tableSql(join)};`,
  ]);
}

/** A column that the old code leaves out becomes NOT NULL. */
export function requireLater(place: Case, column: CatalogColumn): string {
  const name = quoteIdentifier(column.name);
  const check = quoteIdentifier(`${place.model.table}_${column.name}_not_null`);
  return place.direction === 'new-app'
    ? [
        '-- Give the column a default in a migration before the new code starts:',
        alter(place, `ALTER COLUMN ${name} SET DEFAULT …`),
      ].join('\n')
    : [
        '-- Release 1: nullable, or NOT NULL with a default; code that writes it',
        alter(place, `ALTER COLUMN ${name} DROP NOT NULL`),
        '-- Release 2, when no instance of the old code runs: fill what is empty in batches, then',
        alter(place, `ADD CONSTRAINT ${check} CHECK (${name} IS NOT NULL) NOT VALID`),
        alter(place, `VALIDATE CONSTRAINT ${check}`),
        alter(place, `ALTER COLUMN ${name} SET NOT NULL`),
        alter(place, `DROP CONSTRAINT ${check}`),
      ].join('\n');
}

/** Null comes into a column that the client reads as required. */
export function allowNullLater(place: Case, field: ClientField): string {
  return inOrder(place, [
    `-- Release 1: code that reads null. In the schema: ${field.name} …? while the column is still NOT NULL`,
    '-- Release 2, when no instance of the old code runs, and code that writes null:',
    alter(place, `ALTER COLUMN ${quoteIdentifier(field.column)} DROP NOT NULL`),
  ]);
}

/** The type changes under a field. */
export function changeTypeBeside(place: Case, field: ClientField, column: CatalogColumn): string {
  const [name, next] = [quoteIdentifier(field.column), quoteIdentifier(`${field.column}_new`)];
  return inOrder(place, [
    '-- Release 1: a second column of the new type, and code that writes both and reads the old one',
    alter(place, `ADD COLUMN ${next} ${column.type}`),
    `-- fill it in batches: UPDATE … SET ${next} = ${name}::… WHERE ${next} IS NULL AND …`,
    '-- Release 2: code that reads and writes the new one',
    '-- Release 3, when no instance of the old code runs:',
    alter(place, `DROP COLUMN ${name}`),
  ]);
}

export function labelFirst(labels: readonly string[], type: string): string {
  return [
    `-- Release 1: the value${labels.length > 1 ? 's' : ''}, and code that can read ${labels.length > 1 ? 'them' : 'it'} but does not write ${labels.length > 1 ? 'them' : 'it'}`,
    ...labels.map((label) => `ALTER TYPE ${type} ADD VALUE ${quoteLiteral(label).trim()};`),
    `-- Release 2, when no instance of the old code runs: code that writes ${labels.length > 1 ? 'them' : 'it'}`,
  ].join('\n');
}

export function labelLast(direction: Case['direction'], labels: readonly string[]): string {
  return inOrder({ direction }, [
    `-- Release 1: code that no longer writes ${labels.map((label) => quoteLiteral(label).trim()).join(', ')}, and rows that hold it changed`,
    '-- Release 2, when no instance of the old code runs: the enum without it',
  ]);
}

/** A rule for rows that the old code does not know of. */
export function constrainLater(place: Case, what: CatalogIndex | CatalogConstraint): string {
  return inOrder(place, [
    '-- Release 1: code that keeps to the rule; look for rows that break it',
    '-- Release 2, when no instance of the old code runs:',
    `-- ${'columns' in what && 'isUnique' in what ? what.definition : `${what.name} ${what.definition}`}`,
  ]);
}

export function dropUniqueLater(place: Case, columns: readonly string[]): string {
  const names = columns.map(quoteIdentifier).join(', ');
  return inOrder(place, [
    `-- Release 1: code that does not upsert or look up by (${columns.join(', ')}); leave the index`,
    `-- Release 2, when no instance of the old code runs: drop it. To have it back:`,
    `CREATE UNIQUE INDEX CONCURRENTLY ON ${tableSql(place.model)} (${names});`,
  ]);
}
