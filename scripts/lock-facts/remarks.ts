/** What the page says in words. A test holds every claim against the table. */
import type { Remark } from './claim.ts';

const exclusive = 'AccessExclusiveLock';
const writes = 'ShareRowExclusiveLock';
const schemaOnly = 'ShareUpdateExclusiveLock';

export const surprises: readonly Remark[] = [
  {
    text: '**A foreign key locks the other table, and harder when it goes than when it comes.** Whatever drops it (the constraint, the column, the whole table that has it) takes ACCESS EXCLUSIVE on the table it refers to: nobody reads `customer` while `item` is dropped. Adding one takes SHARE ROW EXCLUSIVE on both; so does a new, empty table that is created with one.',
    claims: [
      { form: 'drop-table-referencing', locks: { 'referenced table': exclusive } },
      { form: 'alter-table-drop-constraint-foreign-key', locks: { 'referenced table': exclusive } },
      { form: 'alter-table-drop-column-foreign-key', locks: { 'referenced table': exclusive } },
      { form: 'alter-table-add-foreign-key', locks: { table: writes, 'referenced table': writes } },
      { form: 'create-table-references', locks: { 'referenced table': writes } },
    ],
  },
  {
    text: '**`NOT VALID` changes what is read, not what is locked.** The locks are those of the whole form, held for a moment instead of a scan. It is `VALIDATE CONSTRAINT` in a later transaction that reads while others write.',
    claims: [
      {
        form: 'alter-table-add-foreign-key-not-valid',
        locks: { table: writes, 'referenced table': writes },
        scanned: [],
      },
      { form: 'alter-table-add-check', locks: { table: exclusive }, scanned: ['table'] },
      { form: 'alter-table-add-check-not-valid', locks: { table: exclusive }, scanned: [] },
      {
        form: 'alter-table-validate-foreign-key',
        locks: { table: schemaOnly, 'referenced table': 'RowShareLock' },
      },
      { form: 'alter-table-validate-check', locks: { table: schemaOnly }, scanned: ['table'] },
    ],
  },
  {
    text: '**That way does not exist for a domain.** `ALTER DOMAIN … VALIDATE CONSTRAINT` takes the same SHARE lock on every table that has a column of the domain as the plain form does: writers wait while it reads.',
    claims: [
      { form: 'alter-domain-add-constraint', locks: { table: 'ShareLock' }, scanned: ['table'] },
      { form: 'alter-domain-validate', locks: { table: 'ShareLock' }, scanned: ['table'] },
    ],
  },
  {
    text: '**Adding a column rewrites the table for more than a volatile default**: for `serial`, an identity, a stored generated column, and a domain that has a constraint, even with a constant default. `DEFAULT now()` does not: it is one value for the whole statement. A `CHECK` on the new column reads the table.',
    claims: [
      { form: 'alter-table-add-column-default-volatile', rewritten: ['table', 'index'] },
      { form: 'alter-table-add-column-serial', rewritten: ['table', 'index'] },
      { form: 'alter-table-add-column-identity', rewritten: ['table', 'index'] },
      { form: 'alter-table-add-column-generated-stored', rewritten: ['table', 'index'] },
      { form: 'alter-table-add-column-domain', rewritten: ['table', 'index'] },
      { form: 'alter-table-add-column-default-stable', rewritten: [], scanned: [] },
      { form: 'alter-table-add-column-check', rewritten: [], scanned: ['table'] },
    ],
  },
  {
    text: '**A type change without a rewrite may still read everything.** A longer `varchar` reads nothing, unless a check constraint names the column: then the table is read. Another collation rebuilds the indexes of the column. And a column with a foreign key on either end locks the other table with ACCESS EXCLUSIVE and checks all the rows again.',
    claims: [
      { form: 'alter-table-alter-type-varchar-longer', rewritten: [], scanned: [] },
      { form: 'alter-table-alter-type-with-check', rewritten: [], scanned: ['table'] },
      { form: 'alter-table-alter-type-indexed-collation', rewritten: ['index'], scanned: ['table'] },
      {
        form: 'alter-table-alter-type-foreign-key',
        locks: { 'referenced table': exclusive },
        scanned: ['table', 'referenced table'],
      },
      {
        form: 'alter-table-alter-type-referenced',
        locks: { 'referencing table': exclusive },
        scanned: ['table', 'referencing table'],
      },
    ],
  },
  {
    text: '**Whether `timestamp` to `timestamptz` rewrites depends on the session.** Under `TimeZone = UTC` nothing is rewritten or read, under `Europe/Berlin` everything is.',
    claims: [
      {
        form: 'alter-table-alter-type-timestamp-to-timestamptz',
        rewritten: ['table', 'index'],
        scanned: ['table'],
      },
      { form: 'alter-table-alter-type-timestamp-to-timestamptz-utc', rewritten: [], scanned: [] },
    ],
  },
  {
    text: '**Doing nothing locks too.** `ADD COLUMN IF NOT EXISTS` of a column that exists takes ACCESS EXCLUSIVE, `CREATE INDEX IF NOT EXISTS` of an index that exists takes SHARE: each waits in the queue, with everyone behind it.',
    claims: [
      { form: 'alter-table-add-column-exists', locks: { table: exclusive } },
      { form: 'create-index-exists', locks: { table: 'ShareLock' } },
    ],
  },
  {
    text: '**Partitions: the gentle ways have conditions.** `ATTACH PARTITION` lets the parent work on and needs no scan after a fitting check constraint. But a default partition is locked with ACCESS EXCLUSIVE and read whole, and a foreign key of the parent is checked for all rows of the new partition, unless the partition has the same one already: then nothing is read, but the referenced table is locked with ACCESS EXCLUSIVE. `CREATE TABLE … PARTITION OF`, and `DROP TABLE` of a partition, lock the parent with ACCESS EXCLUSIVE.',
    claims: [
      {
        form: 'alter-table-attach-partition-with-check',
        locks: { 'parent table': schemaOnly, partition: exclusive },
        scanned: [],
      },
      {
        form: 'alter-table-attach-partition-with-default',
        locks: { 'default partition': exclusive },
        scanned: ['default partition'],
      },
      {
        form: 'alter-table-attach-partition-foreign-key',
        locks: { 'referenced table': writes },
        scanned: ['partition', 'referenced table'],
      },
      {
        form: 'alter-table-attach-partition-with-foreign-key',
        locks: { 'referenced table': exclusive },
        scanned: [],
      },
      { form: 'create-table-partition-of', locks: { 'parent table': exclusive } },
      { form: 'drop-table-partition', locks: { 'parent table': exclusive } },
    ],
  },
  {
    text: '**Concurrently is not without ACCESS EXCLUSIVE.** `DROP INDEX CONCURRENTLY` ends with it on the index, which no query uses any more by then; `DETACH PARTITION … CONCURRENTLY` ends with it on the partition, where queries that name the partition do wait.',
    claims: [
      {
        form: 'drop-index-concurrently',
        locks: { table: schemaOnly, index: exclusive },
        runsInTransaction: false,
      },
      {
        form: 'alter-table-detach-partition-concurrently',
        locks: { 'parent table': schemaOnly, partition: exclusive },
        runsInTransaction: false,
      },
      { form: 'create-index-concurrently', locks: { table: schemaOnly }, runsInTransaction: false },
    ],
  },
  {
    text: '**`REINDEX` without `CONCURRENTLY` blocks readers by the index.** The table has a SHARE lock only, the index ACCESS EXCLUSIVE; and a query locks indexes of its table when it is planned.',
    claims: [
      { form: 'reindex-index', locks: { table: 'ShareLock', index: exclusive } },
      { form: 'select', locks: { index: 'AccessShareLock' } },
    ],
  },
  {
    text: '**`CASCADE` reaches tables that the statement does not name**: dropping a type, a function that a trigger calls, or a sequence that a default calls takes ACCESS EXCLUSIVE on the table.',
    claims: [
      { form: 'drop-type-cascade', locks: { table: exclusive } },
      { form: 'drop-function-cascade', locks: { table: exclusive } },
      { form: 'drop-sequence-cascade', locks: { table: exclusive } },
    ],
  },
  {
    text: '**A trigger comes gently and goes hard**: creating, enabling and disabling one lets readers on, dropping one does not.',
    claims: [
      { form: 'create-trigger', locks: { table: writes } },
      { form: 'alter-table-disable-trigger', locks: { table: writes } },
      { form: 'drop-trigger', locks: { table: exclusive } },
    ],
  },
  {
    text: '**Deleting one row of a table that others refer to** reads the referring table from beginning to end when the column of its foreign key has no index.',
    claims: [{ form: 'delete-referenced', scanned: ['referencing table'] }],
  },
  {
    text: '**Some feared forms are free**: adding a value to an enum locks no table, `TRUNCATE` of a table leaves the tables that it refers to alone.',
    claims: [
      { form: 'alter-type-add-value', locks: { table: 'none' } },
      { form: 'truncate-referencing', locks: { 'referenced table': 'none' } },
    ],
  },
];

/** Against the pages of PostgreSQL 15's documentation. */
export const differences: readonly Remark[] = [
  {
    text: '*ALTER TABLE* says of `DETACH PARTITION` that a SHARE lock is taken on the tables that refer to the partitioned table. It is ACCESS EXCLUSIVE; and the table measured, whose foreign key has no index, is read from beginning to end meanwhile.',
    claims: [
      {
        form: 'alter-table-detach-partition-referenced',
        locks: { 'referencing table': exclusive },
        scanned: ['partition', 'referencing table'],
      },
    ],
  },
  {
    text: '*ALTER INDEX* says that each form takes ACCESS EXCLUSIVE unless it is noted, and notes it of `RENAME` only. `SET (…)` and `ALTER COLUMN … SET STATISTICS` take SHARE UPDATE EXCLUSIVE.',
    claims: [
      { form: 'alter-index-set-fillfactor', locks: { index: schemaOnly } },
      { form: 'alter-index-set-statistics', locks: { index: schemaOnly } },
    ],
  },
  {
    text: '*ALTER TABLE* says that a column with a default that is not volatile needs no rewrite. With a domain that has a constraint it does.',
    claims: [{ form: 'alter-table-add-column-domain', rewritten: ['table', 'index'] }],
  },
  {
    text: '*Explicit Locking* lists `REINDEX` under ACCESS EXCLUSIVE. That is the lock on the index; the table’s is SHARE, as the page *REINDEX* says.',
    claims: [{ form: 'reindex-table', locks: { table: 'ShareLock', index: exclusive } }],
  },
  {
    text: 'No page tells of these: the referenced table’s lock when a foreign key or its table is dropped; the default partition’s when another partition is dropped; the parent’s SHARE UPDATE EXCLUSIVE under `INHERIT` and `INHERITS`; the tables’ SHARE lock under `ALTER DOMAIN`.',
    claims: [
      { form: 'drop-table-referencing', locks: { 'referenced table': exclusive } },
      { form: 'drop-table-partition-with-default', locks: { 'default partition': exclusive } },
      { form: 'alter-table-inherit', locks: { 'parent table': schemaOnly } },
      { form: 'create-table-inherits', locks: { 'parent table': schemaOnly } },
      { form: 'alter-domain-set-not-null', locks: { table: 'ShareLock' } },
    ],
  },
];
