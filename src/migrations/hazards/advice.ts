/** What is to be said once of a run, not of each statement: time-outs, and what Prisma does when one strikes. */
import { formatDuration } from '../../duration.ts';
import { quoteIdentifier } from '../../postgres/identifier.ts';
import type { Finding } from '../../report/finding.ts';
import { findingOf } from '../../report/rule.ts';
import type { Measurement } from '../rehearsal/measurement.ts';
import type { Transport } from '../script-batch.ts';
import { lines } from './fix-text.ts';
import { type HazardInfo, links, type Step } from './hazard-rule.ts';
import type { PendingScript } from './pending-script.ts';
import { plannedSteps } from './steps.ts';
import { type TimeoutFacts, type TimeoutInput, timeoutFacts } from './timeout-settings.ts';

const timeoutDocs = 'https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT';

const lockTimeoutMissing: HazardInfo = {
  id: 'lock-timeout-missing',
  title: 'Nothing limits how long a migration waits for a lock',
  severity: 'notice',
  why: 'A statement that waits for a lock makes every later query on the table wait behind it, for as long as one long transaction or backup keeps it waiting. With `lock_timeout` it gives up instead, and the deployment can be tried again.',
  docs: timeoutDocs,
  danger: 'lock',
};

const localWithoutTransaction: HazardInfo = {
  id: 'set-local-without-transaction',
  title: 'SET LOCAL outside of a transaction',
  severity: 'warning',
  why: 'It lasts until the end of the transaction, and where each statement is its own (Prisma from 7.4 on) that is at once: it has no effect.',
  docs: 'https://www.postgresql.org/docs/current/sql-set.html',
  danger: 'meaning',
};

const timeoutOverConcurrent: HazardInfo = {
  id: 'statement-timeout-over-concurrent-index',
  title: 'A statement_timeout applies to an index that is built CONCURRENTLY',
  severity: 'notice',
  why: 'Such a build takes as long as the table needs and blocks nobody. Stopped half way it leaves an invalid index, which every write pays for, and a failed migration.',
  docs: links.indexConcurrently,
  danger: 'meaning',
};

const longRun: HazardInfo = {
  id: 'longer-than-advisory-lock',
  title: 'The migrations take longer than another deployment waits for them',
  severity: 'notice',
  why: 'Prisma Migrate keeps others out by an advisory lock and waits 10 seconds for it: a second deployment meanwhile (another instance, another service) fails with P1002.',
  docs: 'https://www.prisma.io/docs/orm/prisma-migrate/workflows/development-and-production#advisory-locking',
  danger: 'meaning',
};

export const adviceRules: readonly HazardInfo[] = [
  lockTimeoutMissing,
  localWithoutTransaction,
  timeoutOverConcurrent,
  longRun,
];

export interface AdviceInput extends TimeoutInput {
  readonly scripts: readonly PendingScript[];
  readonly transport: Transport;
  readonly measurement: Measurement | undefined;
  /** The role that migrates, where it is known. */
  readonly role: string | undefined;
  /** True: the app reaches the database through a pooler. */
  readonly hasPooler: boolean;
}

/** At most one finding a rule. */
export function adviceFor(input: AdviceInput): readonly Finding[] {
  const facts = timeoutFacts(plannedSteps(input.scripts, input.transport), input);
  return [
    ...aboutLockTimeout(facts, input),
    ...aboutSetLocal(facts, input),
    ...aboutConcurrent(facts, input),
    ...aboutAdvisoryLock(input),
  ];
}

function placeOf({ migration, statement }: Step, { scripts }: AdviceInput) {
  const file = scripts.find((script) => script.migration === migration)?.file;
  return file === undefined ? {} : { location: { file, line: statement.line } };
}

/** How many, and the first of them. */
function listed(steps: readonly Step[]): string {
  const [first] = steps;
  if (first === undefined) return '';
  const others = steps.length === 1 ? '' : ` and ${steps.length - 1} more`;
  return `${first.migration}, line ${first.statement.line}${others}`;
}

function aboutLockTimeout({ unguarded }: TimeoutFacts, input: AdviceInput): readonly Finding[] {
  const [first] = unguarded;
  if (first === undefined) return [];
  return [
    findingOf(lockTimeoutMissing, {
      subject: 'lock_timeout',
      message: `${unguarded.length === 1 ? 'A statement waits' : `${unguarded.length} statements wait`} without limit for a lock that blocks reads or writes, and whoever comes after waits behind.`,
      evidence: `lock_timeout is 0 at ${listed(unguarded)}.`,
      fix: lockTimeoutFix(input),
      ...placeOf(first, input),
    }),
  ];
}

function lockTimeoutFix({ role, hasPooler, transport, circumstances }: AdviceInput): string {
  const isPrisma = circumstances.engine !== 'command';
  const quoted = role === undefined ? undefined : quoteIdentifier(role);
  return lines(
    '-- In a migration, as its first statement; it lasts for the migrations after it too:',
    "SET lock_timeout = '5s';",
    transport === 'script'
      ? '-- (not in a file with CONCURRENTLY, which has to be alone in it)'
      : '-- (SET, not SET LOCAL: each statement is a transaction of its own)',
    '-- Or for every migration, best with a role that only migrates:',
    quoted === undefined
      ? "-- ALTER ROLE … SET lock_timeout = '5s';"
      : `ALTER ROLE ${quoted} SET lock_timeout = '5s';`,
    '-- Or in the URI of the migrations: ?options=-c%20lock_timeout%3D5s',
    hasPooler
      ? '-- In the direct URI alone: a pooler refuses `options`, and a SET through one reaches other clients’ queries.'
      : [],
    isPrisma ? afterTimeout(transport) : [],
  );
}

/** What Prisma leaves behind when `lock_timeout` strikes. */
function afterTimeout(transport: Transport): readonly string[] {
  const state =
    transport === 'script'
      ? '-- When it strikes (SQLSTATE 55P03), Prisma marks the migration as failed; nothing of the file was applied.'
      : '-- When it strikes (SQLSTATE 55P03), Prisma marks the migration as failed; what stood before it in the file stays, so give the statement a file of its own.';
  return [
    state,
    '-- `prisma migrate deploy` then refuses to go on (P3009) until: npx prisma migrate resolve --rolled-back <migration>',
  ];
}

function aboutSetLocal({ withoutEffect }: TimeoutFacts, input: AdviceInput): readonly Finding[] {
  const [first] = withoutEffect;
  if (first === undefined) return [];
  return [
    findingOf(localWithoutTransaction, {
      subject: first.setting,
      message: `SET LOCAL ${first.setting} ends with its own transaction, so no statement runs under it.`,
      evidence: listed(withoutEffect.map(({ step }) => step)),
      fix: lines(
        '-- SET without LOCAL, and RESET behind the statements that it is for:',
        `SET ${quoteIdentifier(first.setting)} = '5s';`,
        `RESET ${quoteIdentifier(first.setting)};`,
      ),
      ...placeOf(first.step, input),
    }),
  ];
}

function aboutConcurrent({ cutShort }: TimeoutFacts, input: AdviceInput): readonly Finding[] {
  const [first] = cutShort;
  if (first === undefined) return [];
  const { step, statementTimeoutMs } = first;
  return [
    findingOf(timeoutOverConcurrent, {
      subject: 'statement_timeout',
      message: `The index is built under a statement_timeout of ${formatDuration(statementTimeoutMs)}: when it strikes, an invalid index and a failed migration are left.`,
      evidence: listed(cutShort.map((one) => one.step)),
      fix: lines(
        input.transport === 'script'
          ? '-- In a migration before it (it lasts for the migrations after it too):'
          : '-- Before the statement, with RESET behind it:',
        'SET statement_timeout = 0;',
      ),
      ...placeOf(step, input),
    }),
  ];
}

/** https://github.com/prisma/orm/issues/27636: the wait is fixed. */
const advisoryLockWaitMs = 10_000;

function aboutAdvisoryLock({ circumstances, measurement }: AdviceInput): readonly Finding[] {
  const ran = measurement?.statements.filter(({ status }) => status !== 'not run') ?? [];
  const took = Math.max(0, ...ran.map(({ startMs, durationMs }) => startMs + durationMs));
  if (circumstances.engine === 'command' || took <= advisoryLockWaitMs) return [];
  return [
    findingOf(longRun, {
      subject: 'advisory lock',
      message: 'A second deployment that begins while these migrations run gives up after 10 s (P1002).',
      evidence: `Here they took ${formatDuration(took)}.`,
      fix: lines(
        '-- One deployment at a time: a `concurrency` group in the workflow, one release job before the instances start.',
        '-- What takes long and blocks nobody (an index CONCURRENTLY, a backfill) can run apart from the deployment.',
      ),
    }),
  ];
}
