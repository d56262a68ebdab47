import { groupBy } from '../../group-by.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { SchemaFacts, SchemaRule } from './facts.ts';

const info: RuleInfo = {
  id: 'schema-drift',
  title: 'The database is not what the Prisma schema says',
  severity: 'error',
  why: 'Somebody changed the database by hand, or the Prisma schema without a migration: the client and the next migration start from a state that is not there.',
  docs: 'https://www.prisma.io/docs/orm/prisma-migrate/workflows/troubleshooting#schema-drift',
};

function find({ drift }: SchemaFacts) {
  if (drift.kind === 'none' || drift.kind === 'not-asked') return [];
  if (drift.kind === 'unknown')
    return [
      findingOf(info, {
        subject: 'Prisma schema',
        message: 'The database could not be compared with the Prisma schema.',
        evidence: drift.reason,
      }),
    ];
  const changes = classifyDrift(drift.sql);
  return [
    findingOf(info, {
      subject: 'Prisma schema',
      message: `The database differs from the Prisma schema: ${driftText(changes)}.`,
      evidence: beginningOf(drift.sql.trim()),
      fix: 'npx prisma migrate dev --create-only\n# or, when the schema file is what is out of date:\nnpx prisma db pull',
    }),
  ];
}

/** A whole schema that is missing would make the report too long for a comment. */
const longestEvidence = 8000;

function beginningOf(sql: string): string {
  if (sql.length <= longestEvidence) return sql;
  const end = sql.lastIndexOf('\n', longestEvidence);
  const rest = sql.slice(end).split('\n').length - 1;
  return `${sql.slice(0, end)}\n-- … and ${rest} more lines`;
}

/** `adds`: the schema has it and the database does not; `removes`: the other way round. */
export type DriftKind = 'adds' | 'removes' | 'changes';

export interface DriftChange {
  readonly kind: DriftKind;
  /** Prisma's own word for the step, such as `CreateTable`. */
  readonly step: string;
}

/** Reads the comment that Prisma writes above each step of a diff script, such as `-- AlterTable`. */
export function classifyDrift(sql: string): readonly DriftChange[] {
  return [...sql.matchAll(/^-- ([A-Z][A-Za-z]+)$/gm)].map(([, step = '']) => ({
    step,
    kind: /^(Create|Add)/.test(step) ? 'adds' : /^(Drop|Remove)/.test(step) ? 'removes' : 'changes',
  }));
}

function driftText(changes: readonly DriftChange[]): string {
  const texts: Readonly<Record<DriftKind, string>> = {
    adds: 'missing in the database',
    removes: 'only in the database',
    changes: 'different',
  };
  const kinds: readonly DriftKind[] = ['adds', 'removes', 'changes'];
  const parts = kinds.flatMap((kind) => {
    const steps = changes.filter((change) => change.kind === kind).map(({ step }) => step);
    if (steps.length === 0) return [];
    const counts = [...groupBy(steps, (step) => step)].map(([step, all]) => `${all.length} × ${step}`);
    return `${steps.length} ${texts[kind]} (${counts.join(', ')})`;
  });
  return parts.length === 0 ? 'see the SQL that would make them equal' : parts.join('; ');
}

export const schemaDrift: SchemaRule = { info, find };
