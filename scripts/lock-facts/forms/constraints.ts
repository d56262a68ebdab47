import { customerTable, foreignKey, foreignKeyNotValid, partitionedTable } from '../fixture.ts';
import type { FormGroup } from '../form.ts';

const partitionedCustomer = `
CREATE TABLE customer (id integer CONSTRAINT customer_pkey PRIMARY KEY, note text) PARTITION BY RANGE (id);
CREATE TABLE customer_1 PARTITION OF customer FOR VALUES FROM (1) TO (1000);
INSERT INTO customer SELECT n, repeat('x', 1500) FROM generate_series(1, 120) n;
`;

export const constraints: FormGroup = {
  title: 'Constraints',
  forms: [
    {
      id: 'alter-table-add-check',
      statement: 'ALTER TABLE item ADD CONSTRAINT item_price_check CHECK (price >= 0)',
    },
    {
      id: 'alter-table-add-check-not-valid',
      statement: 'ALTER TABLE item ADD CONSTRAINT item_price_check CHECK (price >= 0) NOT VALID',
    },
    {
      id: 'alter-table-add-check-not-enforced',
      statement: 'ALTER TABLE item ADD CONSTRAINT item_price_check CHECK (price >= 0) NOT ENFORCED',
      since: 18,
    },
    {
      id: 'alter-table-validate-check',
      setUp: 'ALTER TABLE item ADD CONSTRAINT item_price_check CHECK (price >= 0) NOT VALID;',
      statement: 'ALTER TABLE item VALIDATE CONSTRAINT item_price_check',
    },
    {
      id: 'alter-table-add-foreign-key',
      setUp: customerTable,
      statement:
        'ALTER TABLE item ADD CONSTRAINT item_customer_fkey FOREIGN KEY (customer_id) REFERENCES customer (id)',
      roles: { customer: 'referenced table' },
    },
    {
      id: 'alter-table-add-foreign-key-not-valid',
      setUp: customerTable,
      statement:
        'ALTER TABLE item ADD CONSTRAINT item_customer_fkey FOREIGN KEY (customer_id) REFERENCES customer (id) NOT VALID',
      roles: { customer: 'referenced table' },
    },
    {
      id: 'alter-table-add-foreign-key-not-enforced',
      setUp: customerTable,
      statement:
        'ALTER TABLE item ADD CONSTRAINT item_customer_fkey FOREIGN KEY (customer_id) REFERENCES customer (id) NOT ENFORCED',
      roles: { customer: 'referenced table' },
      since: 18,
    },
    {
      id: 'alter-table-add-foreign-key-to-partitioned',
      about: 'the referenced table is partitioned',
      setUp: partitionedCustomer,
      statement:
        'ALTER TABLE item ADD CONSTRAINT item_customer_fkey FOREIGN KEY (customer_id) REFERENCES customer (id)',
      roles: { customer: 'referenced table', customer_1: 'partition' },
    },
    {
      id: 'alter-table-add-foreign-key-partitioned',
      about: 'the referencing table is partitioned',
      setUp: `${customerTable}${partitionedTable}`,
      statement:
        'ALTER TABLE sale ADD CONSTRAINT sale_customer_fkey FOREIGN KEY (amount) REFERENCES customer (id)',
      roles: { sale: 'table', sale_1: 'partition', customer: 'referenced table' },
    },
    {
      id: 'alter-table-add-foreign-key-not-valid-partitioned',
      about: 'the referencing table is partitioned',
      setUp: `${customerTable}${partitionedTable}`,
      statement:
        'ALTER TABLE sale ADD CONSTRAINT sale_customer_fkey FOREIGN KEY (amount) REFERENCES customer (id) NOT VALID',
      roles: { sale: 'table', sale_1: 'partition', customer: 'referenced table' },
      since: 18,
    },
    {
      id: 'alter-table-validate-foreign-key',
      setUp: foreignKeyNotValid,
      statement: 'ALTER TABLE item VALIDATE CONSTRAINT item_customer_fkey',
      roles: { customer: 'referenced table' },
    },
    {
      id: 'alter-table-add-unique',
      statement: 'ALTER TABLE item ADD CONSTRAINT item_name_key UNIQUE (name)',
    },
    {
      id: 'alter-table-add-unique-using-index',
      setUp: 'CREATE UNIQUE INDEX item_name_key ON item (name);',
      statement: 'ALTER TABLE item ADD CONSTRAINT item_name_key UNIQUE USING INDEX item_name_key',
    },
    {
      id: 'alter-table-add-primary-key',
      about: 'its column is `NOT NULL` already',
      setUp: 'ALTER TABLE item DROP CONSTRAINT item_pkey; ALTER TABLE item ALTER COLUMN id SET NOT NULL;',
      statement: 'ALTER TABLE item ADD CONSTRAINT item_pkey PRIMARY KEY (id)',
    },
    {
      id: 'alter-table-add-primary-key-using-index',
      about: 'its column is `NOT NULL` already',
      setUp:
        'ALTER TABLE item DROP CONSTRAINT item_pkey; ALTER TABLE item ALTER COLUMN id SET NOT NULL; CREATE UNIQUE INDEX item_id_key ON item (id);',
      statement: 'ALTER TABLE item ADD CONSTRAINT item_pkey PRIMARY KEY USING INDEX item_id_key',
    },
    {
      id: 'alter-table-add-primary-key-using-index-nullable',
      about: 'its column is not `NOT NULL` yet',
      setUp:
        'ALTER TABLE item DROP CONSTRAINT item_pkey; CREATE UNIQUE INDEX item_price_key ON item (price);',
      statement: 'ALTER TABLE item ADD CONSTRAINT item_pkey PRIMARY KEY USING INDEX item_price_key',
    },
    {
      id: 'alter-table-add-exclude',
      statement:
        'ALTER TABLE item ADD CONSTRAINT item_id_excl EXCLUDE USING gist (int4range(id, id + 1) WITH &&)',
    },
    {
      id: 'alter-table-drop-constraint-check',
      setUp: 'ALTER TABLE item ADD CONSTRAINT item_price_check CHECK (price >= 0);',
      statement: 'ALTER TABLE item DROP CONSTRAINT item_price_check',
    },
    {
      id: 'alter-table-drop-constraint-foreign-key',
      setUp: foreignKey,
      statement: 'ALTER TABLE item DROP CONSTRAINT item_customer_fkey',
      roles: { customer: 'referenced table' },
    },
    {
      id: 'alter-table-drop-constraint-unique',
      setUp: 'ALTER TABLE item ADD CONSTRAINT item_name_key UNIQUE (name);',
      statement: 'ALTER TABLE item DROP CONSTRAINT item_name_key',
    },
    {
      id: 'alter-table-drop-constraint-primary-key-cascade',
      about: 'a foreign key refers to it, and goes with it',
      setUp: foreignKey,
      statement: 'ALTER TABLE customer DROP CONSTRAINT customer_pkey CASCADE',
      roles: { customer: 'table', item: 'referencing table' },
    },
    {
      id: 'alter-table-rename-constraint',
      setUp: 'ALTER TABLE item ADD CONSTRAINT item_price_check CHECK (price >= 0);',
      statement: 'ALTER TABLE item RENAME CONSTRAINT item_price_check TO item_price_positive',
    },
    {
      id: 'alter-table-alter-constraint-deferrable',
      setUp: foreignKey,
      statement: 'ALTER TABLE item ALTER CONSTRAINT item_customer_fkey DEFERRABLE INITIALLY DEFERRED',
      roles: { customer: 'referenced table' },
    },
    {
      id: 'alter-table-alter-constraint-not-enforced',
      setUp: foreignKey,
      statement: 'ALTER TABLE item ALTER CONSTRAINT item_customer_fkey NOT ENFORCED',
      roles: { customer: 'referenced table' },
      since: 18,
    },
    {
      id: 'alter-table-alter-constraint-enforced',
      setUp: `${foreignKey}ALTER TABLE item ALTER CONSTRAINT item_customer_fkey NOT ENFORCED;`,
      statement: 'ALTER TABLE item ALTER CONSTRAINT item_customer_fkey ENFORCED',
      roles: { customer: 'referenced table' },
      since: 18,
    },
  ],
};
