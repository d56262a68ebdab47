import { displayName, qualifiedName } from '../../postgres/object-name.ts';
import { lines, outsideTransaction } from './fix-text.ts';
import type { Detection, HazardFamily, HazardInfo, RuleContext } from './hazard-rule.ts';
import type { OnTables, Operation } from './operation.ts';
import type { TableModel } from './schema-model.ts';
import { existingOf } from './table-facts.ts';

const vacuumFull: HazardInfo = {
  id: 'vacuum-full',
  title: 'A table is rewritten by VACUUM FULL or CLUSTER',
  severity: 'error',
  why: 'The whole table and its indexes are written anew under ACCESS EXCLUSIVE. Plain VACUUM makes the space of dead rows usable again and blocks nobody; pg_repack (an extension) gives it back with short locks.',
  docs: 'https://www.postgresql.org/docs/current/routine-vacuuming.html#VACUUM-FOR-SPACE-RECOVERY',
  danger: 'rewrite',
};

const changeStorage: HazardInfo = {
  id: 'change-storage',
  title: 'A table is moved to other storage',
  severity: 'error',
  why: 'SET LOGGED, SET UNLOGGED, SET TABLESPACE and SET ACCESS METHOD copy the whole table under ACCESS EXCLUSIVE. What is unlogged is empty after a crash and is not replicated.',
  docs: 'https://www.postgresql.org/docs/current/sql-altertable.html',
  danger: 'rewrite',
};

const refresh: HazardInfo = {
  id: 'refresh-not-concurrent',
  title: 'A materialised view is refreshed under ACCESS EXCLUSIVE',
  severity: 'error',
  why: 'Nobody reads the view until its query has run and its indexes are built. CONCURRENTLY computes beside it and needs a unique index on the view.',
  docs: 'https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html',
  danger: 'rewrite',
};

function find(operation: Operation, context: RuleContext): readonly Detection[] {
  switch (operation.kind) {
    case 'vacuum full':
    case 'cluster':
      return rewritten(operation, context);
    case 'refresh':
      return refreshed(operation, context);
    case 'set storage': {
      const table = context.model.existing(operation.table);
      return table === undefined ? [] : [moved(table, operation.storage)];
    }
    default:
      return [];
  }
}

function rewritten({ kind, tables }: OnTables, context: RuleContext): readonly Detection[] {
  const words = kind.toUpperCase();
  if (tables.length === 0)
    return [
      {
        rule: vacuumFull,
        subject: 'every table',
        message: `${words} without a table rewrites one table after the other; reads and writes of each wait until it is done.`,
        fix: lines(outsideTransaction(context, kind !== 'cluster'), 'VACUUM (ANALYZE);'),
      },
    ];
  return existingOf(tables.flatMap((name) => context.model.table(name) ?? [])).map((table) => ({
    rule: vacuumFull,
    subject: displayName(table),
    message: `${words} writes the whole table and its indexes anew; reads and writes wait until that is done.`,
    fix: lines(outsideTransaction(context), `VACUUM (ANALYZE) ${qualifiedName(table)};`),
    table,
  }));
}

function moved(
  table: TableModel,
  storage: Extract<Operation, { readonly kind: 'set storage' }>['storage'],
): Detection {
  return {
    rule: changeStorage,
    subject: displayName(table),
    message: `SET ${storage.toUpperCase()} copies the whole table; reads and writes wait until that is done.`,
    fix: lines(
      '-- There is no way to do this without the lock. Not in a migration: at a time when nobody uses the table, and not for longer than they may wait:',
      "SET lock_timeout = '5s';",
      "SET statement_timeout = '60s';",
      '-- the statement as it is here',
      'RESET statement_timeout;',
    ),
    table,
  };
}

function refreshed({ tables, isConcurrent }: OnTables, { model }: RuleContext): readonly Detection[] {
  if (isConcurrent) return [];
  return existingOf(tables.flatMap((name) => model.table(name) ?? [])).map((view) => {
    const hasUnique = view.indexes.some(({ isUnique, isPartial }) => isUnique && !isPartial);
    return {
      rule: refresh,
      subject: displayName(view),
      message: 'Nobody reads the view until its query has run and its indexes are built.',
      fix: lines(
        hasUnique
          ? []
          : '-- It needs a unique index on plain columns of the view, without WHERE, and has none yet.',
        `REFRESH MATERIALIZED VIEW CONCURRENTLY ${qualifiedName(view)};`,
      ),
      table: view,
    };
  });
}

export const storage: HazardFamily = { rules: [vacuumFull, changeStorage, refresh], find };
