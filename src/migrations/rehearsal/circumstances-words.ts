/** In what circumstances a rehearsal measured: what a reader has to know before he believes a figure. */
import { formatDuration } from '../../duration.ts';
import { counted, formatBytes } from '../../report/quantity.ts';
import type { Circumstances, MeasuredStatement } from './measurement.ts';

/** "PostgreSQL 17.5, 0.25 CU, cold cache, 3.1 GB, statements sent one by one (Prisma ≥ 7.4)" */
export function circumstancesWords(circumstances: Circumstances): string {
  const { serverVersion, computeSize, cache, databaseBytes } = circumstances;
  return [
    `PostgreSQL ${versionWords(serverVersion)}`,
    ...(computeSize === undefined ? [] : [computeSize]),
    ...(cache === 'unknown' ? [] : [`${cache} cache`]),
    formatBytes(databaseBytes),
    transportWords(circumstances),
  ].join(', ');
}

/** 170005 is 17.5. https://www.postgresql.org/docs/current/libpq-status.html#LIBPQ-PQSERVERVERSION */
function versionWords(version: number): string {
  return `${Math.floor(version / 10_000)}.${version % 10_000}`;
}

function transportWords({ engine, transport }: Circumstances): string {
  if (engine === 'command') return 'sent by the command';
  return transport === 'script'
    ? 'each migration in one transaction (Prisma ≤ 7.3)'
    : 'statements sent one by one (Prisma ≥ 7.4)';
}

/** "3 exactly, 1 observed from a second session"; undefined where nothing was run. */
export function sourceWords(statements: readonly MeasuredStatement[]): string | undefined {
  const run = statements.filter(({ status }) => status !== 'not run');
  const count = (source: MeasuredStatement['source']) => run.filter((each) => each.source === source).length;
  const words = [
    [count('exact'), 'measured exactly'],
    [count('observed'), 'observed from a second session'],
    [count('none'), 'not measured'],
  ] as const;
  const told = words.filter(([number]) => number > 0);
  if (told.length === 0) return undefined;
  return told.map(([number, how]) => `${counted(number, 'statement')} ${how}`).join(', ');
}

/** Of the session that migrated: what would have ended a wait. */
export function timeoutWords({ lockTimeoutMs, statementTimeoutMs }: Circumstances): string {
  const words = (milliseconds: number) => (milliseconds === 0 ? 'none' : formatDuration(milliseconds));
  return `lock_timeout ${words(lockTimeoutMs)}, statement_timeout ${words(statementTimeoutMs)}`;
}
