import { findingOf, type RuleInfo } from '../../report/rule.ts';
import { displayIdentifier } from '../object-name.ts';
import type { SchemaFacts, SchemaRule } from './facts.ts';
import type { FailedMigration } from './migration-history.ts';

const info: RuleInfo = {
  id: 'failed-migration',
  title: 'A migration failed and is still marked as failed',
  severity: 'error',
  why: 'The schema may be half changed, and `prisma migrate deploy` refuses to go on (P3009) until somebody says what became of it.',
  docs: 'https://www.prisma.io/docs/orm/prisma-migrate/workflows/patching-and-hotfixing#failed-migration',
};

function find({ histories }: SchemaFacts) {
  return histories.flatMap((history) =>
    history.kind === 'unreadable' ? [] : history.failed.map((row) => describe(history.schema, row)),
  );
}

function describe(schema: string, { name, appliedSteps, logs, maybeRunning }: FailedMigration) {
  const quoted = `'${name.replaceAll("'", "'\\''")}'`;
  return findingOf(info, {
    subject: `${displayIdentifier(schema)} · ${name}`,
    severity: maybeRunning ? 'warning' : 'error',
    message: maybeRunning
      ? 'This migration has started and not finished; a session holds the migration lock, so it may still be running.'
      : 'This migration started, and neither finished nor was marked as rolled back.',
    evidence: `${appliedSteps} steps applied. ${shorten(logs ?? 'Prisma logged nothing.')}`,
    fix: `# After undoing by hand what it did:\nnpx prisma migrate resolve --rolled-back ${quoted}\n# Or after finishing by hand what it did not do:\nnpx prisma migrate resolve --applied ${quoted}`,
  });
}

function shorten(text: string): string {
  const trimmed = text.trim();
  return trimmed.length <= 2000 ? trimmed : `${trimmed.slice(0, 2000)} …`;
}

export const failedMigration: SchemaRule = { info, find };
