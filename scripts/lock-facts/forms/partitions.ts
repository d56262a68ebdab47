import { customerTable, defaultPartition, newPartition, partitionedTable } from '../fixture.ts';
import type { FormGroup } from '../form.ts';

const attach = 'ALTER TABLE sale ATTACH PARTITION sale_2 FOR VALUES FROM (1000) TO (2000)';
const check = 'ALTER TABLE sale_2 ADD CONSTRAINT sale_2_check CHECK (day >= 1000 AND day < 2000);';
const saleForeignKey = `${customerTable}ALTER TABLE sale ADD CONSTRAINT sale_customer_fkey FOREIGN KEY (amount) REFERENCES customer (id);`;

export const partitions: FormGroup = {
  title: 'Partitions',
  forms: [
    {
      id: 'create-table-partition-of',
      setUp: partitionedTable,
      statement: 'CREATE TABLE sale_2 PARTITION OF sale FOR VALUES FROM (1000) TO (2000)',
      roles: { sale: 'parent table', sale_1: 'partition' },
    },
    {
      id: 'create-table-partition-of-with-default',
      about: 'the table has a default partition',
      setUp: `${partitionedTable}${defaultPartition}`,
      statement: 'CREATE TABLE sale_2 PARTITION OF sale FOR VALUES FROM (1000) TO (2000)',
      roles: { sale: 'parent table', sale_1: 'partition', sale_rest: 'default partition' },
    },
    {
      id: 'create-table-partition-of-foreign-key',
      about: 'the table has a foreign key',
      setUp: `${partitionedTable}${saleForeignKey}`,
      statement: 'CREATE TABLE sale_2 PARTITION OF sale FOR VALUES FROM (1000) TO (2000)',
      roles: { sale: 'parent table', sale_1: 'partition', customer: 'referenced table' },
    },
    {
      id: 'alter-table-attach-partition',
      setUp: `${partitionedTable}${newPartition}`,
      statement: attach,
      roles: { sale: 'parent table', sale_2: 'partition' },
    },
    {
      id: 'alter-table-attach-partition-with-check',
      about: 'after a validated check constraint that says the same as the bounds',
      setUp: `${partitionedTable}${newPartition}${check}`,
      statement: attach,
      roles: { sale: 'parent table', sale_2: 'partition' },
    },
    {
      id: 'alter-table-attach-partition-with-default',
      about: 'with that check constraint, and the table has a default partition',
      setUp: `${partitionedTable}${defaultPartition}${newPartition}${check}`,
      statement: attach,
      roles: { sale: 'parent table', sale_2: 'partition', sale_rest: 'default partition' },
    },
    {
      id: 'alter-table-attach-partition-foreign-key',
      about: 'with that check constraint, and the table has a foreign key',
      setUp: `${partitionedTable}${newPartition}${check}${saleForeignKey}`,
      statement: attach,
      roles: { sale: 'parent table', sale_2: 'partition', customer: 'referenced table' },
    },
    {
      id: 'alter-table-attach-partition-with-foreign-key',
      about: 'with that check constraint, and with the same foreign key on both beforehand',
      setUp: `${partitionedTable}${newPartition}${check}${saleForeignKey}ALTER TABLE sale_2 ADD CONSTRAINT sale_2_customer_fkey FOREIGN KEY (amount) REFERENCES customer (id);`,
      statement: attach,
      roles: { sale: 'parent table', sale_2: 'partition', customer: 'referenced table' },
    },
    {
      id: 'alter-table-detach-partition',
      setUp: partitionedTable,
      statement: 'ALTER TABLE sale DETACH PARTITION sale_1',
      roles: { sale: 'parent table', sale_1: 'partition' },
    },
    {
      id: 'alter-table-detach-partition-concurrently',
      setUp: partitionedTable,
      statement: 'ALTER TABLE sale DETACH PARTITION sale_1 CONCURRENTLY',
      roles: { sale: 'parent table', sale_1: 'partition' },
      hold: { transaction: 'LOCK TABLE sale IN ROW EXCLUSIVE MODE' },
    },
    {
      id: 'alter-table-detach-partition-foreign-key',
      about: 'the table has a foreign key',
      setUp: `${partitionedTable}${saleForeignKey}`,
      statement: 'ALTER TABLE sale DETACH PARTITION sale_1',
      roles: { sale: 'parent table', sale_1: 'partition', customer: 'referenced table' },
    },
    {
      id: 'alter-table-detach-partition-referenced',
      about: 'a foreign key refers to the partitioned table',
      setUp: `
CREATE TABLE stock (id integer CONSTRAINT stock_pkey PRIMARY KEY, note text) PARTITION BY RANGE (id);
CREATE TABLE stock_1 PARTITION OF stock FOR VALUES FROM (1) TO (1000);
CREATE TABLE stock_2 PARTITION OF stock FOR VALUES FROM (1000) TO (2000);
INSERT INTO stock SELECT n, repeat('x', 1500) FROM generate_series(1, 120) n;
INSERT INTO stock SELECT 1000 + n, repeat('x', 1500) FROM generate_series(1, 120) n;
ALTER TABLE item ADD CONSTRAINT item_stock_fkey FOREIGN KEY (customer_id) REFERENCES stock (id);`,
      statement: 'ALTER TABLE stock DETACH PARTITION stock_2',
      roles: { stock: 'parent table', stock_2: 'partition', item: 'referencing table' },
    },
    {
      id: 'drop-table-partition',
      setUp: partitionedTable,
      statement: 'DROP TABLE sale_1',
      roles: { sale: 'parent table', sale_1: 'table' },
    },
    {
      id: 'drop-table-partition-with-default',
      about: 'the table has a default partition',
      setUp: `${partitionedTable}${defaultPartition}`,
      statement: 'DROP TABLE sale_1',
      roles: { sale: 'parent table', sale_1: 'table', sale_rest: 'default partition' },
    },
    {
      id: 'truncate-partition',
      setUp: partitionedTable,
      statement: 'TRUNCATE sale_1',
      roles: { sale: 'parent table', sale_1: 'table' },
    },
  ],
};
