/** Expand and contract: how the same change is made without a moment in which running code breaks. */
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import type { CatalogColumn, CatalogConstraint, CatalogIndex } from '../rehearsal/catalog.ts';
import { type Case, tableSql } from './case.ts';
import type { ClientEnum, ClientField, JoinTable } from './client-schema.ts';

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

/** The type only holds less: the same column, once the code keeps to it. */
export function narrowLater(place: Case, field: ClientField, column: CatalogColumn): string {
  const name = quoteIdentifier(field.column);
  return inOrder(place, [
    `-- Release 1: code that only writes what fits into ${column.type}; look for rows that do not`,
    '-- Release 2, when no instance of the old code runs:',
    alter(place, `ALTER COLUMN ${name} TYPE ${column.type}`),
  ]);
}

/** The database fills a column that the code used to. */
export function stopWritingFirst(place: Case, field: ClientField, column: CatalogColumn): string {
  const name = quoteIdentifier(field.column);
  return inOrder(place, [
    ...(column.identity === 'always'
      ? [
          '-- Least work: an identity that may be written',
          alter(place, `ALTER COLUMN ${name} SET GENERATED BY DEFAULT`),
        ]
      : []),
    `-- Release 1: code that never sets ${field.name}; the column as it was, with a default where it is NOT NULL`,
    '-- Release 2, when no instance of the old code runs: the column that the database fills',
  ]);
}

/** The enum is there under another name or another type. */
export function keepEnum(place: Case, field: ClientField, type: ClientEnum): string {
  return inOrder(place, [
    `-- Least work: leave the type, rename the enum in the code. In the schema: enum … { @@map(${JSON.stringify(type.type)}) }`,
    `-- Or a second column of the new type, which the code of release 1 writes beside ${field.name}`,
    '-- Release 2, when no instance of the old code runs: drop the old column and the old type',
  ]);
}

/** The default that the code counts on. */
export function keepDefault(place: Case, column: CatalogColumn, initial: string): string {
  const set = alter(place, `ALTER COLUMN ${quoteIdentifier(column.name)} SET DEFAULT ${initial}`);
  return inOrder(place, [
    '-- Release 1: code that sets the value itself; the default stays:',
    set,
    '-- Release 2, when no instance of the old code runs:',
    alter(place, `ALTER COLUMN ${quoteIdentifier(column.name)} DROP DEFAULT`),
  ]);
}

export function labelFirst(direction: Case['direction'], labels: readonly string[], type: string): string {
  if (direction === 'new-app')
    return '-- Release the code that can read these values before any code or migration writes them.';
  const [value, pronoun] = labels.length > 1 ? ['values', 'them'] : ['value', 'it'];
  return [
    `-- Release 1: the ${value}, and code that can read ${pronoun} but does not write ${pronoun}`,
    ...labels.map((label) => `ALTER TYPE ${type} ADD VALUE ${quoteLiteral(label).trim()};`),
    `-- Release 2, when no instance of the old code runs: code that writes ${pronoun}`,
  ].join('\n');
}

export function renameLabelInCode(direction: Case['direction'], labels: readonly string[]): string {
  return inOrder({ direction }, [
    `-- Least work: leave the label in the database and rename the value in the schema: … @map("…") (${labels.join(', ')})`,
    '-- Or, release 1: the new value, and code that can read both; release 2: code and rows with the new one; release 3: the old one goes',
  ]);
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
