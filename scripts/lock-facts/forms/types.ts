import { foreignKey } from '../fixture.ts';
import type { FormGroup } from '../form.ts';

export const columnTypes: FormGroup = {
  title: 'Types of columns',
  forms: [
    {
      id: 'alter-table-alter-type-rewrite',
      about: '`integer` to `bigint`, and every other pair of types that are stored differently',
      statement: 'ALTER TABLE item ALTER COLUMN customer_id TYPE bigint',
    },
    {
      id: 'alter-table-alter-type-using',
      statement: 'ALTER TABLE item ALTER COLUMN customer_id TYPE integer USING customer_id + 1',
    },
    {
      id: 'alter-table-alter-type-varchar-longer',
      about: 'from `varchar(40)`; the column has an index',
      statement: 'ALTER TABLE item ALTER COLUMN name TYPE varchar(80)',
    },
    {
      id: 'alter-table-alter-type-varchar-to-text',
      about: 'from `varchar(40)`; the column has an index',
      statement: 'ALTER TABLE item ALTER COLUMN name TYPE text',
    },
    {
      id: 'alter-table-alter-type-varchar-shorter',
      about: 'from `varchar(40)`; the column has an index',
      statement: 'ALTER TABLE item ALTER COLUMN name TYPE varchar(20)',
    },
    {
      id: 'alter-table-alter-type-text-to-varchar',
      statement: 'ALTER TABLE item ALTER COLUMN note TYPE varchar(2000)',
    },
    {
      id: 'alter-table-alter-type-char-longer',
      about: 'from `char(2)`, which is padded',
      setUp: `ALTER TABLE item ADD COLUMN country char(2) DEFAULT 'DE';`,
      statement: 'ALTER TABLE item ALTER COLUMN country TYPE char(3)',
    },
    {
      id: 'alter-table-alter-type-numeric-wider',
      about: 'from `numeric(10, 2)`: more digits, the same scale',
      statement: 'ALTER TABLE item ALTER COLUMN price TYPE numeric(12, 2)',
    },
    {
      id: 'alter-table-alter-type-numeric-scale',
      about: 'from `numeric(10, 2)`: another scale',
      statement: 'ALTER TABLE item ALTER COLUMN price TYPE numeric(12, 3)',
    },
    {
      id: 'alter-table-alter-type-numeric-unconstrained',
      about: 'from `numeric(10, 2)`',
      statement: 'ALTER TABLE item ALTER COLUMN price TYPE numeric',
    },
    {
      id: 'alter-table-alter-type-timestamp-to-timestamptz',
      about: 'in a session whose time zone is not UTC',
      settings: { timezone: 'Europe/Berlin' },
      statement: 'ALTER TABLE item ALTER COLUMN placed TYPE timestamptz',
    },
    {
      id: 'alter-table-alter-type-timestamp-to-timestamptz-utc',
      about: 'in a session whose time zone is UTC',
      settings: { timezone: 'UTC' },
      statement: 'ALTER TABLE item ALTER COLUMN placed TYPE timestamptz',
    },
    {
      id: 'alter-table-alter-type-timestamp-precision-lower',
      statement: 'ALTER TABLE item ALTER COLUMN placed TYPE timestamp(3)',
    },
    {
      id: 'alter-table-alter-type-timestamp-precision-higher',
      about: 'from `timestamp(3)`',
      setUp: 'ALTER TABLE item ALTER COLUMN placed TYPE timestamp(3);',
      statement: 'ALTER TABLE item ALTER COLUMN placed TYPE timestamp',
    },
    {
      id: 'alter-table-alter-type-indexed-collation',
      about: 'the same type in another collation; the column has an index',
      setUp: 'ALTER TABLE item ALTER COLUMN name TYPE varchar(40) COLLATE "POSIX";',
      statement: 'ALTER TABLE item ALTER COLUMN name TYPE varchar(40) COLLATE "C"',
    },
    {
      id: 'alter-table-alter-type-enum-to-text',
      setUp: `CREATE TYPE mood AS ENUM ('good', 'bad'); ALTER TABLE item ADD COLUMN mood mood DEFAULT 'good'; ALTER TABLE item ALTER COLUMN mood DROP DEFAULT;`,
      statement: 'ALTER TABLE item ALTER COLUMN mood TYPE text',
    },
    {
      id: 'alter-table-alter-type-text-to-enum',
      setUp: `CREATE TYPE mood AS ENUM ('good', 'bad'); ALTER TABLE item ADD COLUMN mood text DEFAULT 'good'; ALTER TABLE item ALTER COLUMN mood DROP DEFAULT;`,
      statement: 'ALTER TABLE item ALTER COLUMN mood TYPE mood USING mood::mood',
    },
    {
      id: 'alter-table-alter-type-enum-to-enum',
      about: 'what Prisma does when a value is taken out of an enum',
      setUp: `CREATE TYPE mood AS ENUM ('good', 'bad', 'fair'); CREATE TYPE mood_new AS ENUM ('good', 'bad'); ALTER TABLE item ADD COLUMN mood mood;`,
      statement: 'ALTER TABLE item ALTER COLUMN mood TYPE mood_new USING mood::text::mood_new',
    },
    {
      id: 'alter-table-alter-type-json-to-jsonb',
      setUp: `ALTER TABLE item ADD COLUMN data json DEFAULT '{}';`,
      statement: 'ALTER TABLE item ALTER COLUMN data TYPE jsonb',
    },
    {
      id: 'alter-table-alter-type-foreign-key',
      about: 'the column of a foreign key',
      setUp: foreignKey,
      statement: 'ALTER TABLE item ALTER COLUMN customer_id TYPE bigint',
      roles: { customer: 'referenced table' },
    },
    {
      id: 'alter-table-alter-type-referenced',
      about: 'the column that a foreign key refers to',
      setUp: foreignKey,
      statement: 'ALTER TABLE customer ALTER COLUMN id TYPE bigint',
      roles: { customer: 'table', item: 'referencing table' },
    },
    {
      id: 'alter-table-alter-type-with-check',
      about: 'no rewrite by itself, but a check constraint names the column',
      setUp: `ALTER TABLE item ADD CONSTRAINT item_name_check CHECK (name <> '');`,
      statement: 'ALTER TABLE item ALTER COLUMN name TYPE varchar(80)',
    },
  ],
};
