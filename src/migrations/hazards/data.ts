import { displayName, qualifiedName } from '../../postgres/object-name.ts';
import { allowLine, lines } from './fix-text.ts';
import type { Detection, HazardFamily, HazardInfo, RuleContext } from './hazard-rule.ts';
import type { OnTables, Operation } from './operation.ts';
import type { TableModel } from './schema-model.ts';
import { withoutComments } from './script-source.ts';
import { commaOrEnd, type SqlToken, sqlTokens } from './sql-tokens.ts';
import { existingOf, referencingTables } from './table-facts.ts';

const truncate: HazardInfo = {
  id: 'truncate-table',
  title: 'A table is emptied',
  severity: 'error',
  why: 'TRUNCATE takes every row at once, under ACCESS EXCLUSIVE, and with CASCADE those of every table that refers to it as well.',
  docs: 'https://www.postgresql.org/docs/current/sql-truncate.html',
  danger: 'meaning',
};

const deleteAll: HazardInfo = {
  id: 'delete-without-where',
  title: 'Every row of a table is deleted',
  severity: 'error',
  why: 'There is no WHERE, or one that is always true: all rows are gone, with what refers to them under ON DELETE CASCADE, in one transaction that holds a lock on each.',
  docs: 'https://www.postgresql.org/docs/current/sql-delete.html',
  danger: 'meaning',
};

const updateAll: HazardInfo = {
  id: 'update-without-where',
  title: 'Every row of a table is updated in one statement',
  severity: 'warning',
  why: 'Every row is written anew and stays locked to the end of the transaction, so the app’s own updates wait; the old versions stay as bloat, and replicas have to take all of it at once. In batches, outside of the migration, nobody waits.',
  docs: 'https://www.postgresql.org/docs/current/routine-vacuuming.html#VACUUM-FOR-SPACE-RECOVERY',
  danger: 'scan',
};

function find(operation: Operation, context: RuleContext): readonly Detection[] {
  if (operation.kind === 'truncate') return emptied(operation, context);
  if (operation.kind !== 'delete' && operation.kind !== 'update') return [];
  const table = operation.isEveryRow ? context.model.existing(operation.target) : undefined;
  if (table === undefined) return [];
  return [operation.kind === 'delete' ? deleted(table) : updated(table, context)];
}

function emptied({ tables, isCascade }: OnTables, { model }: RuleContext): readonly Detection[] {
  const named = existingOf(tables.flatMap((name) => model.table(name) ?? []));
  return named.map((table) => {
    const others = isCascade
      ? existingOf(withReferring([table], model)).filter(({ id }) => id !== table.id)
      : [];
    const cascade =
      others.length === 0 ? '' : ` CASCADE empties ${others.map(displayName).toSorted().join(', ')} too.`;
    return {
      rule: truncate,
      subject: displayName(table),
      message: `All rows are gone, while reads and writes wait.${cascade}`,
      fix: lines(
        '-- If these rows are really not wanted any more, say so:',
        allowLine('truncate-table', 'why nobody needs these rows'),
        `TRUNCATE ${qualifiedName(table)};`,
      ),
      table,
    };
  });
}

/** With the tables that refer to them, and those that refer to these, and so on. */
function withReferring(tables: readonly TableModel[], model: RuleContext['model']): readonly TableModel[] {
  const all = new Map(tables.map((table) => [table.id, table]));
  for (const table of all.values())
    for (const other of referencingTables(table, model)) all.set(other.id, other);
  return [...all.values()];
}

function deleted(table: TableModel): Detection {
  return {
    rule: deleteAll,
    subject: displayName(table),
    message: 'There is no condition: all rows are deleted.',
    fix: lines(
      '-- Name the rows in a WHERE. If it is to be all of them, say so:',
      allowLine('delete-without-where', 'why nobody needs these rows'),
      `DELETE FROM ${qualifiedName(table)};`,
    ),
    table,
  };
}

function updated(table: TableModel, { step }: RuleContext): Detection {
  return {
    rule: updateAll,
    subject: displayName(table),
    message: 'There is no condition: every row is written anew, and stays locked until the transaction ends.',
    fix: lines(
      '-- In a job after the migration, a few rows at a time, again and again until it changes no row:',
      inBatches(step.statement.text) ??
        '-- UPDATE … WHERE ctid = ANY (ARRAY(SELECT ctid FROM … WHERE … LIMIT 5000));',
    ),
    table,
  };
}

/**
 * The same UPDATE for rows that it has not changed yet, some thousands at a time. Undefined for what is no simple
 * `UPDATE table SET column = expression …`.
 */
function inBatches(text: string): string | undefined {
  const plain = withoutComments(text);
  const [update, set] = ['update', 'set'].map((word) => topWords(plain).find((token) => token.word === word));
  const end = topWords(plain).find(({ word }) => word === 'where' || word === 'returning');
  if (update?.start !== 0 || set === undefined) return undefined;
  const target = plain.slice(update.end, set.start).trim();
  const changes = plain.slice(set.end, end?.start).trim();
  const [, column, expression] =
    /^("(?:[^"]|"")+"|\w+)\s*=\s*(.*)$/s.exec(changes.slice(0, commaOrEnd(changes, 0, changes.length))) ?? [];
  if (column === undefined || expression === undefined || /^default$/i.test(expression.trim()))
    return undefined;
  const left = `${column} IS DISTINCT FROM (${expression.trim()})`;
  return `UPDATE ${target} SET ${changes} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${target} WHERE ${left} LIMIT 5000));`;
}

/** Words outside of parentheses, in lower case. */
function topWords(text: string): readonly (SqlToken & { readonly word: string })[] {
  let depth = 0;
  return [...sqlTokens(text)].flatMap((token) => {
    const word = text.slice(token.start, token.end).toLowerCase();
    depth += token.kind !== 'symbol' ? 0 : word === '(' ? 1 : word === ')' ? -1 : 0;
    return token.kind === 'word' && depth === 0 ? [{ ...token, word }] : [];
  });
}

export const data: HazardFamily = { rules: [truncate, deleteAll, updateAll], find };
