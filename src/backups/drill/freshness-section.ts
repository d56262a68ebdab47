/** How old backups are, as a section of the report: without a database. */
import type { Finding } from '../../report/finding.ts';
import type { Section, Text } from '../../report/section.ts';
import { takenAtOf } from '../backup-id.ts';
import { inWords } from './objectives.ts';

export interface Freshness {
  readonly series: string;
  /** Ids; undefined: there is none. */
  readonly newest: string | undefined;
  readonly verified: string | undefined;
  /** Seconds. */
  readonly rpo: number | undefined;
  readonly maxRpo: number;
  readonly maxAge: number;
  readonly now: Date;
  readonly findings: readonly Finding[];
}

export function freshnessSection(freshness: Freshness): Section {
  const { series, newest, verified, rpo, maxRpo, maxAge, findings } = freshness;
  const isFresh = findings.length === 0;
  const [first] = findings;
  return {
    id: 'verify-backup',
    title: 'Backups',
    status: isFresh ? 'passed' : 'failed',
    summary:
      first === undefined
        ? `The newest verified backup of ${series} is ${rpo === undefined ? '' : inWords(rpo)} old`
        : first.message.replace(/\.$/, ''),
    blocks: [
      {
        kind: 'facts',
        rows: [
          ['Newest backup', aged(newest, freshness.now, maxAge)],
          ['Newest verified backup', aged(verified, freshness.now, maxRpo)],
        ],
      },
    ],
    findings,
  };
}

function aged(id: string | undefined, now: Date, limit: number): Text {
  if (id === undefined) return 'none';
  const takenAt = takenAtOf(id);
  const age = takenAt === undefined ? '' : `${inWords((now.getTime() - takenAt.getTime()) / 1000)} old`;
  return { lines: [{ code: id }, `${age}${limit === 0 ? '' : ` (at most ${inWords(limit)})`}`] };
}
