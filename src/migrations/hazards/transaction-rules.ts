import { displayName } from '../../postgres/object-name.ts';
import { lockModeWords } from '../rehearsal/lock-mode.ts';
import { lines, outsideTransaction } from './fix-text.ts';
import {
  type Detection,
  type HazardFamily,
  type HazardInfo,
  links,
  type RuleContext,
} from './hazard-rule.ts';
import type { Operation } from './operation.ts';
import { targetsOf } from './operation-targets.ts';
import { withoutComments } from './script-source.ts';
import { existingOf } from './table-facts.ts';

const refused: HazardInfo = {
  id: 'cannot-run-in-transaction',
  title: 'A statement stands in a transaction that refuses to run in one',
  severity: 'error',
  why: 'The migration fails (SQLSTATE 25001). Prisma up to 7.3 sends a file with several statements as one transaction; from 7.4 on each statement is its own, unless there is a BEGIN or a statement in the file that Prisma cannot split (DROP INDEX CONCURRENTLY, REINDEX, DO and some more).',
  docs: links.indexConcurrently,
  danger: 'meaning',
};

const control: HazardInfo = {
  id: 'transaction-control',
  title: 'A migration begins or ends transactions itself',
  severity: 'error',
  why: 'A BEGIN without COMMIT leaves the transaction open, and a ROLLBACK undoes what the history then calls applied: both are errors. A COMMIT in the middle of a file that Prisma sends as one transaction ends it there, so that a failure behind it leaves the file half applied: a notice, since Prisma’s own migrations of enums do it.',
  docs: 'https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT',
  danger: 'meaning',
};

const lockTable: HazardInfo = {
  id: 'lock-table',
  title: 'A table is locked by hand',
  severity: 'warning',
  why: 'LOCK TABLE holds the lock to the end of the transaction, whatever the statements after it would need.',
  docs: links.locks,
  danger: 'lock',
};

function find(operation: Operation, context: RuleContext): readonly Detection[] {
  if (operation.kind === 'transaction') return controlled(operation.command, context);
  if (operation.kind === 'lock') return locked(operation, context);
  const words = context.step.place.isInTransaction ? refusedWords(operation, context) : undefined;
  return words === undefined ? [] : [refusal(words, operation, context)];
}

/** Of what cannot run in a transaction; undefined for what can. */
function refusedWords(operation: Operation, { model }: RuleContext): string | undefined {
  switch (operation.kind) {
    case 'create index':
      return operation.isConcurrent ? 'CREATE INDEX CONCURRENTLY' : undefined;
    case 'drop':
      return operation.what === 'index' && operation.isConcurrent ? 'DROP INDEX CONCURRENTLY' : undefined;
    case 'reindex':
      return operation.isConcurrent || operation.what === 'schema' || operation.what === 'database'
        ? `REINDEX${operation.isConcurrent ? ' CONCURRENTLY' : ''}`
        : undefined;
    case 'detach partition':
      return operation.isConcurrent ? 'DETACH PARTITION CONCURRENTLY' : undefined;
    case 'vacuum':
    case 'vacuum full':
      return operation.kind.toUpperCase();
    case 'cluster':
      return targetsOf(operation, model).some(({ kind }) => kind === 'table') ? undefined : 'CLUSTER';
    case 'outside transactions':
      return operation.words;
    default:
      return undefined;
  }
}

/** Prisma's splitter reads these; with one of the others in it a file goes to the server whole. */
function isReadByPrisma({ kind }: Operation): boolean {
  return kind !== 'drop' && kind !== 'reindex' && kind !== 'cluster';
}

function refusal(words: string, operation: Operation, context: RuleContext): Detection {
  const { statement, place } = context.step;
  const targets = targetsOf(operation, context.model);
  const text = withoutComments(statement.text);
  const isNew = targets.length > 0 && existingOf(targets).length === 0 && /\bCONCURRENTLY\b/i.test(text);
  return {
    rule: refused,
    subject: targets.length === 0 ? words : targets.map(displayName).toSorted().join(', '),
    message: `${words} fails here (SQLSTATE 25001): ${reason(place)}.`,
    fix: isNew
      ? lines(
          '-- Nobody uses the table yet, so there is nothing to be gained by it:',
          `${text.replace(/\s+CONCURRENTLY\b/i, '')};`,
        )
      : lines(outsideTransaction(context, isReadByPrisma(operation)), `${text};`),
  };
}

function reason({ isExplicit, sent, transport }: RuleContext['step']['place']): string {
  if (isExplicit) return 'it stands between BEGIN and COMMIT';
  return sent === transport
    ? 'Prisma sends this file as one transaction'
    : 'Prisma cannot split this file, and sends it as one transaction';
}

function controlled(
  command: Extract<Operation, { readonly kind: 'transaction' }>['command'],
  context: RuleContext,
): readonly Detection[] {
  const { step } = context;
  const behind = [...context.later()].filter(({ step: { migration } }) => migration === step.migration);
  const subject = step.migration;
  const isEnded = behind.some(
    ({ operation }) =>
      operation.kind === 'transaction' &&
      (operation.command === 'commit' || operation.command === 'rollback'),
  );
  if (command === 'begin' && !isEnded)
    return [
      {
        rule: control,
        subject,
        message:
          'BEGIN has no COMMIT: the transaction stays open, and what the migration did is undone when the connection closes.',
        fix: lines('-- Leave BEGIN out, or put at the end:', 'COMMIT;'),
      },
    ];
  if (command === 'rollback' && step.place.isInTransaction)
    return [
      {
        rule: control,
        subject,
        message: 'ROLLBACK undoes what stands before it, and the history still says that it was applied.',
        fix: '-- Leave out ROLLBACK, and what it undoes.',
      },
    ];
  const isHalf = command === 'commit' && step.place.sent === 'script' && behind.length > 0;
  if (!isHalf) return [];
  return [
    {
      rule: control,
      severity: 'notice',
      subject,
      message:
        'COMMIT ends the transaction of this file in its middle: when something behind it fails, what stands before it stays.',
      fix: '-- What is behind COMMIT goes into a migration of its own, so that each succeeds or fails as a whole.',
    },
  ];
}

function locked(
  { tables, mode }: Extract<Operation, { readonly kind: 'lock' }>,
  { model, step }: RuleContext,
): readonly Detection[] {
  return existingOf(tables.flatMap((name) => model.table(name) ?? [])).map((table) => ({
    rule: lockTable,
    subject: displayName(table),
    message: step.place.isShared
      ? `${lockModeWords(mode)} is held until the transaction ends, so over every statement behind it.`
      : `${lockModeWords(mode)} is waited for and given back at once: nothing else is in the transaction.`,
    fix: '-- Leave LOCK TABLE out: each statement takes the lock that it needs.',
    table,
  }));
}

export const transactionRules: HazardFamily = { rules: [refused, control, lockTable], find };
