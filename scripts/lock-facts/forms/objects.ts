import type { FormGroup } from '../form.ts';

const mood = `CREATE TYPE mood AS ENUM ('good', 'bad'); ALTER TABLE item ADD COLUMN mood mood;`;
const percent = 'CREATE DOMAIN percent AS integer; ALTER TABLE item ADD COLUMN discount percent DEFAULT 10;';
const notValid =
  'ALTER DOMAIN percent ADD CONSTRAINT percent_check CHECK (VALUE BETWEEN 0 AND 100) NOT VALID;';
const size = 'CREATE TYPE size AS (width integer, height integer); ALTER TABLE item ADD COLUMN size size;';
const numbers = `CREATE SEQUENCE item_number_seq; ALTER TABLE item ADD COLUMN number integer; ALTER TABLE item ALTER COLUMN number SET DEFAULT nextval('item_number_seq');`;

export const typesAndDomains: FormGroup = {
  title: 'Types, domains and sequences',
  forms: [
    { id: 'alter-type-add-value', setUp: mood, statement: `ALTER TYPE mood ADD VALUE 'fair'` },
    {
      id: 'alter-type-rename-value',
      setUp: mood,
      statement: `ALTER TYPE mood RENAME VALUE 'bad' TO 'poor'`,
    },
    {
      id: 'alter-type-rename-attribute',
      about: 'a column has the composite type',
      setUp: size,
      statement: 'ALTER TYPE size RENAME ATTRIBUTE width TO breadth',
    },
    {
      id: 'drop-type',
      about: 'nothing uses it',
      setUp: `CREATE TYPE mood AS ENUM ('good', 'bad');`,
      statement: 'DROP TYPE mood',
    },
    {
      id: 'drop-type-cascade',
      about: 'a column has the type, and goes with it',
      setUp: mood,
      statement: 'DROP TYPE mood CASCADE',
    },
    {
      id: 'alter-domain-add-constraint',
      setUp: percent,
      statement: 'ALTER DOMAIN percent ADD CONSTRAINT percent_check CHECK (VALUE BETWEEN 0 AND 100)',
    },
    {
      id: 'alter-domain-add-constraint-not-valid',
      setUp: percent,
      statement:
        'ALTER DOMAIN percent ADD CONSTRAINT percent_check CHECK (VALUE BETWEEN 0 AND 100) NOT VALID',
    },
    {
      id: 'alter-domain-validate',
      setUp: `${percent} ${notValid}`,
      statement: 'ALTER DOMAIN percent VALIDATE CONSTRAINT percent_check',
    },
    {
      id: 'alter-domain-set-not-null',
      setUp: percent,
      statement: 'ALTER DOMAIN percent SET NOT NULL',
    },
    {
      id: 'alter-domain-drop-constraint',
      setUp: `${percent} ${notValid}`,
      statement: 'ALTER DOMAIN percent DROP CONSTRAINT percent_check',
    },
    {
      id: 'alter-sequence',
      setUp: numbers,
      statement: 'ALTER SEQUENCE item_number_seq INCREMENT BY 10',
    },
    {
      id: 'alter-sequence-restart',
      setUp: numbers,
      statement: 'ALTER SEQUENCE item_number_seq RESTART WITH 1000',
    },
    {
      id: 'alter-sequence-owned-by',
      setUp: numbers,
      statement: 'ALTER SEQUENCE item_number_seq OWNED BY item.number',
    },
    {
      id: 'drop-sequence-cascade',
      about: 'a default calls it, and goes with it',
      setUp: numbers,
      statement: 'DROP SEQUENCE item_number_seq CASCADE',
    },
  ],
};

export const others: FormGroup = {
  title: 'Comments, privileges and publications',
  forms: [
    { id: 'comment-on-table', statement: `COMMENT ON TABLE item IS 'What is sold'` },
    { id: 'comment-on-column', statement: `COMMENT ON COLUMN item.price IS 'Without tax'` },
    { id: 'grant-select', statement: 'GRANT SELECT ON item TO clerk' },
    {
      id: 'revoke-select',
      setUp: 'GRANT SELECT ON item TO clerk;',
      statement: 'REVOKE SELECT ON item FROM clerk',
    },
    { id: 'create-publication-for-table', statement: 'CREATE PUBLICATION items FOR TABLE item' },
    {
      id: 'alter-publication-add-table',
      setUp: 'CREATE PUBLICATION item_changes;',
      statement: 'ALTER PUBLICATION item_changes ADD TABLE item',
    },
    {
      id: 'alter-publication-drop-table',
      setUp: 'CREATE PUBLICATION item_removals FOR TABLE item;',
      statement: 'ALTER PUBLICATION item_removals DROP TABLE item',
    },
  ],
};
