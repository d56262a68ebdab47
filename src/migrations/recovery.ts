import type { MigrationFailure } from './migration-run.ts';
import type { Transport } from './script-batch.ts';

/** How to get out of a failed migration, most convenient first. `completed`: statements that ran before it, where known (https://www.prisma.io/docs/orm/prisma-migrate/workflows/patching-and-hotfixing). */
export function recoveryFor(
  migration: string,
  transport: Transport,
  completed: number | undefined,
): readonly string[] {
  return [
    ...(completed === undefined ? [] : [whatWasKept(transport, completed)]),
    `Correct ${migration}/migration.sql. On a preview branch, reset the branch and run again: the failed migration is gone from its history.`,
    `Elsewhere undo what was kept by hand, then mark it as rolled back and run again: npx prisma migrate resolve --rolled-back "${migration}"`,
    `Or finish its statements by hand and mark it as applied: npx prisma migrate resolve --applied "${migration}"`,
  ];
}

function whatWasKept(transport: Transport, completed: number): string {
  if (completed === 0) return 'Nothing of this migration was kept.';
  const before = completed === 1 ? 'The statement before it' : `The ${completed} statements before it`;
  return transport === 'script'
    ? `${before} had run in the same transaction and ${completed === 1 ? 'was' : 'were'} rolled back, unless the script itself commits.`
    : `${before} had been committed and ${completed === 1 ? 'stays' : 'stay'}: Prisma 7.4 and newer run each statement in its own transaction.`;
}

/** Nothing of the next migration had been begun, so nothing is to be mended. */
export function stoppedFailure(reason: 'cancelled' | 'timed-out'): MigrationFailure {
  const what = reason === 'cancelled' ? 'The run was cancelled' : 'The time was over';
  return { ...betweenMigrations, reason, message: `${what} before the next migration began.` };
}

/** The command line ended after it had applied something, and no migration is recorded as failed. */
export function brokenOff(how: string): MigrationFailure {
  return { ...betweenMigrations, reason: 'error', message: `\`prisma migrate deploy\` broke off: ${how}` };
}

const betweenMigrations = {
  migration: undefined,
  file: undefined,
  line: undefined,
  statement: undefined,
  sqlState: undefined,
  detail: undefined,
  hint: undefined,
  recovery: ['Run again: what was applied stays applied, and the rest is still pending.'],
} as const;
