/** Lock facts as the rules need them, by hand: the measured table is held against servers elsewhere. */
import type { LockFact, LockRole } from '../../../src/migrations/lock-facts/lock-fact.ts';
import type { LockMode } from '../../../src/migrations/rehearsal/lock-mode.ts';

const exclusive = 'AccessExclusiveLock';
const shareRow = 'ShareRowExclusiveLock';
const shareUpdate = 'ShareUpdateExclusiveLock';

type Locks = Partial<Record<LockRole, LockMode>>;
type Effect = 'rewrites' | 'scans' | 'rebuilds' | 'outside';

function fact(locks: Locks, ...effects: readonly Effect[]): LockFact {
  const has = (effect: Effect) => effects.includes(effect);
  return {
    locks: Object.entries(locks).map(([role, mode]) => ({ role: role as LockRole, mode })),
    rewritesTable: has('rewrites'),
    rewritesIndexes: has('rewrites') || has('rebuilds'),
    scansTable: has('rewrites') || has('scans'),
    runsInTransaction: !has('outside'),
  };
}

const alter = fact({ table: exclusive });
const special: Readonly<Record<string, LockFact>> = {
  'alter-table-add-column-default-volatile': fact({ table: exclusive }, 'rewrites'),
  'alter-table-add-column-generated-stored': fact({ table: exclusive }, 'rewrites'),
  'alter-table-add-column-identity': fact({ table: exclusive }, 'rewrites'),
  'alter-table-add-column-serial': fact({ table: exclusive }, 'rewrites'),
  'alter-table-add-column-unique': fact({ table: exclusive }, 'scans'),
  'alter-table-add-column-check': fact({ table: exclusive }, 'scans'),
  'alter-table-add-column-references': fact({ table: exclusive, 'referenced table': shareRow }),
  'alter-table-set-expression': fact({ table: exclusive }, 'rewrites'),
  'alter-table-set-not-null': fact({ table: exclusive }, 'scans'),
  'alter-table-alter-type-rewrite': fact({ table: exclusive }, 'rewrites'),
  'alter-table-alter-type-using': fact({ table: exclusive }, 'rewrites'),
  'alter-table-alter-type-timestamp-to-timestamptz': fact({ table: exclusive }, 'rewrites'),
  'alter-table-alter-type-indexed-collation': fact({ table: exclusive }, 'rebuilds'),
  'alter-table-alter-type-with-check': fact({ table: exclusive }, 'scans'),
  'alter-table-add-primary-key': fact({ table: exclusive }, 'scans'),
  'alter-table-add-primary-key-using-index-nullable': fact({ table: exclusive }, 'scans'),
  'alter-table-add-unique': fact({ table: exclusive }, 'scans'),
  'alter-table-add-exclude': fact({ table: exclusive }, 'scans'),
  'alter-table-add-check': fact({ table: exclusive }, 'scans'),
  'alter-table-add-foreign-key': fact({ table: shareRow, 'referenced table': shareRow }, 'scans'),
  'alter-table-add-foreign-key-partitioned': fact({ table: shareRow, 'referenced table': shareRow }, 'scans'),
  'alter-table-add-foreign-key-not-valid': fact({ table: shareRow, 'referenced table': shareRow }),
  'alter-table-validate-check': fact({ table: shareUpdate }, 'scans'),
  'alter-table-validate-not-null': fact({ table: shareUpdate }, 'scans'),
  'alter-table-validate-foreign-key': fact(
    { table: shareUpdate, 'referenced table': 'RowShareLock' },
    'scans',
  ),
  'alter-table-drop-constraint-foreign-key': fact({ table: exclusive, 'referenced table': exclusive }),
  'alter-table-drop-column-foreign-key': fact({ table: exclusive, 'referenced table': exclusive }),
  'alter-table-set-logged': fact({ table: exclusive }, 'rewrites'),
  'alter-table-set-unlogged': fact({ table: exclusive }, 'rewrites'),
  'alter-table-set-tablespace': fact({ table: exclusive }, 'rewrites'),
  'alter-table-set-access-method': fact({ table: exclusive }, 'rewrites'),
  'alter-table-attach-partition': fact({ 'parent table': shareUpdate, partition: exclusive }, 'scans'),
  'alter-table-detach-partition': fact({ 'parent table': exclusive, partition: exclusive }),
  'alter-table-detach-partition-concurrently': fact(
    { 'parent table': shareUpdate, partition: exclusive },
    'outside',
  ),
  'alter-table-set-fillfactor': fact({ table: shareUpdate }),
  'alter-table-set-statistics': fact({ table: shareUpdate }),
  'alter-table-enable-trigger': fact({ table: shareRow }),
  'alter-table-disable-trigger': fact({ table: shareRow }),
  'alter-index-rename': fact({ index: shareUpdate }),
  'create-index': fact({ table: 'ShareLock' }, 'scans'),
  'create-index-unique': fact({ table: 'ShareLock' }, 'scans'),
  'create-index-partitioned': fact({ table: 'ShareLock', partition: 'ShareLock' }, 'scans'),
  'create-index-on-only': fact({ table: 'ShareLock' }),
  'create-index-concurrently': fact({ table: shareUpdate }, 'scans', 'outside'),
  'create-index-unique-concurrently': fact({ table: shareUpdate }, 'scans', 'outside'),
  'drop-index': fact({ table: exclusive }),
  'drop-index-concurrently': fact({ table: shareUpdate }, 'outside'),
  'reindex-index': fact({ table: 'ShareLock', index: exclusive }, 'rebuilds'),
  'reindex-table': fact({ table: 'ShareLock', index: exclusive }, 'rebuilds'),
  'reindex-index-concurrently': fact({ table: shareUpdate }, 'outside'),
  'reindex-table-concurrently': fact({ table: shareUpdate }, 'outside'),
  'create-table-references': fact({ 'referenced table': shareRow }),
  'create-table-partition-of': fact({ 'parent table': exclusive }),
  'create-trigger': fact({ table: shareRow }),
  'drop-table-referencing': fact({ table: exclusive, 'referenced table': exclusive }),
  'drop-table-referenced': fact({ table: exclusive, 'referencing table': exclusive }),
  'drop-table-partition': fact({ table: exclusive, 'parent table': exclusive }),
  'truncate-cascade': fact({ table: exclusive, 'referencing table': exclusive }, 'rewrites'),
  'vacuum-full': fact({ table: exclusive }, 'rewrites', 'outside'),
  cluster: fact({ table: exclusive }, 'rewrites'),
  vacuum: fact({ table: shareUpdate }, 'outside'),
  'refresh-materialized-view': fact({ table: exclusive }, 'rewrites'),
  'refresh-materialized-view-concurrently': fact({ table: 'ExclusiveLock' }),
  insert: fact({ table: 'RowExclusiveLock' }),
  update: fact({ table: 'RowExclusiveLock' }),
  'update-all': fact({ table: 'RowExclusiveLock' }, 'scans'),
  delete: fact({ table: 'RowExclusiveLock' }, 'scans'),
};

const exclusiveForms = /^(alter-table-|drop-table|drop-view|drop-materialized-view|truncate|create-policy)/;

/** Of every form that was asked for. */
export const askedForms = new Set<string>();

export function testFacts(form: string, _serverMajor: number): LockFact | undefined {
  askedForms.add(form);
  return special[form] ?? (exclusiveForms.test(form) ? alter : undefined);
}
