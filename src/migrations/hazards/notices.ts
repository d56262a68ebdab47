/** Findings about the judging itself. */
import type { Finding } from '../../report/finding.ts';
import { findingOf } from '../../report/rule.ts';
import type { HazardInfo } from './hazard-rule.ts';

const unparsed: HazardInfo = {
  id: 'unparsed-script',
  title: 'A migration that the parser cannot read',
  severity: 'notice',
  why: 'It is run as a whole and measured as a whole, and no rule looks at its statements. The grammar is that of PostgreSQL 18; what psql alone understands (`\\set`, `\\copy`) is no SQL.',
  danger: 'meaning',
};

const allowIgnored: HazardInfo = {
  id: 'allow-ignored',
  title: 'An allow comment or an entry of the baseline has no effect',
  severity: 'notice',
  why: 'It names a rule that does not exist, gives no reason, stands beside no statement, or there is nothing (any more) that it would allow.',
  danger: 'meaning',
};

export const noticeRules: readonly HazardInfo[] = [unparsed, allowIgnored];

export function unparsedFinding(migration: string, message: string): Finding {
  return findingOf(unparsed, {
    subject: migration,
    message: 'The parser cannot read this migration, so its statements were not judged one by one.',
    evidence: message,
  });
}

/** @param what the rule that it names. */
export function ignoredFinding(what: string, why: string): Finding {
  return findingOf(allowIgnored, { subject: what, message: `This has no effect: ${why}.` });
}
