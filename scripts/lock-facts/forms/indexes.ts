import { partitionedTable } from '../fixture.ts';
import type { FormGroup, Hold } from '../form.ts';

/** Whoever writes to the table: an index that is built concurrently waits for such transactions. */
const writers: Hold = { transaction: 'LOCK TABLE item IN ROW EXCLUSIVE MODE' };
const partitioned = { sale: 'table', sale_1: 'partition' } as const;

export const indexes: FormGroup = {
  title: 'Indexes',
  forms: [
    { id: 'create-index', statement: 'CREATE INDEX item_price_idx ON item (price)' },
    {
      id: 'create-index-exists',
      about: 'the index is there already, so nothing is done',
      statement: 'CREATE INDEX IF NOT EXISTS item_name_idx ON item (name)',
    },
    { id: 'create-index-unique', statement: 'CREATE UNIQUE INDEX item_price_key ON item (price)' },
    {
      id: 'create-index-concurrently',
      statement: 'CREATE INDEX CONCURRENTLY item_price_idx ON item (price)',
      hold: writers,
    },
    {
      id: 'create-index-unique-concurrently',
      statement: 'CREATE UNIQUE INDEX CONCURRENTLY item_price_key ON item (price)',
      hold: writers,
    },
    {
      id: 'create-index-partitioned',
      setUp: partitionedTable,
      statement: 'CREATE INDEX sale_amount_idx ON sale (amount)',
      roles: partitioned,
    },
    {
      id: 'create-index-on-only',
      about: 'the partitions get theirs later, concurrently',
      setUp: partitionedTable,
      statement: 'CREATE INDEX sale_amount_idx ON ONLY sale (amount)',
      roles: partitioned,
    },
    {
      id: 'alter-index-attach-partition',
      setUp: `${partitionedTable}CREATE INDEX sale_amount_idx ON ONLY sale (amount); CREATE INDEX sale_1_amount_idx ON sale_1 (amount);`,
      statement: 'ALTER INDEX sale_amount_idx ATTACH PARTITION sale_1_amount_idx',
      roles: { ...partitioned, sale_1_amount_idx: 'index' },
    },
    { id: 'drop-index', statement: 'DROP INDEX item_name_idx' },
    {
      id: 'drop-index-partitioned',
      setUp: `${partitionedTable}CREATE INDEX sale_amount_idx ON sale (amount);`,
      statement: 'DROP INDEX sale_amount_idx',
      roles: partitioned,
    },
    {
      id: 'drop-index-concurrently',
      statement: 'DROP INDEX CONCURRENTLY item_name_idx',
      hold: writers,
    },
    { id: 'reindex-index', statement: 'REINDEX INDEX item_name_idx' },
    {
      id: 'reindex-index-concurrently',
      statement: 'REINDEX INDEX CONCURRENTLY item_name_idx',
      hold: writers,
    },
    { id: 'reindex-table', statement: 'REINDEX TABLE item' },
    {
      id: 'reindex-table-concurrently',
      statement: 'REINDEX TABLE CONCURRENTLY item',
      hold: writers,
    },
    { id: 'alter-index-rename', statement: 'ALTER INDEX item_name_idx RENAME TO item_title_idx' },
    { id: 'alter-index-set-fillfactor', statement: 'ALTER INDEX item_name_idx SET (fillfactor = 80)' },
    { id: 'alter-index-set-tablespace', statement: 'ALTER INDEX item_name_idx SET TABLESPACE spare' },
    {
      id: 'alter-index-set-statistics',
      setUp: 'CREATE INDEX item_lower_idx ON item (lower(name));',
      statement: 'ALTER INDEX item_lower_idx ALTER COLUMN 1 SET STATISTICS 500',
    },
  ],
};

export const maintenance: FormGroup = {
  title: 'Maintenance',
  forms: [
    {
      id: 'analyze',
      about: 'with a statistics target so low that the sample is smaller than the table',
      setUp: `INSERT INTO item (id, name, note) SELECT n, 'more', repeat('x', 1500) FROM generate_series(1001, 3000) n;`,
      settings: { default_statistics_target: '1' },
      statement: 'ANALYZE item',
    },
    {
      id: 'vacuum',
      statement: 'VACUUM item',
      // An open transaction that has an index to itself: the statement then waits with the table's lock in its hands.
      hold: { transaction: 'ALTER INDEX item_name_idx SET TABLESPACE pg_default' },
    },
    {
      id: 'vacuum-full',
      statement: 'VACUUM FULL item',
      hold: { transaction: 'ALTER INDEX item_name_idx SET TABLESPACE pg_default' },
    },
    { id: 'cluster', statement: 'CLUSTER item USING item_name_idx' },
    { id: 'create-statistics', statement: 'CREATE STATISTICS item_stat ON price, placed FROM item' },
    {
      id: 'drop-statistics',
      setUp: 'CREATE STATISTICS item_stat ON price, placed FROM item;',
      statement: 'DROP STATISTICS item_stat',
    },
  ],
};
