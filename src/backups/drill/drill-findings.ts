/** What a drill found, as findings. */
import type { Finding } from '../../report/finding.ts';
import { findingOf } from '../../report/rule.ts';
import { describeChange, displayObject } from '../../schema/diff-words.ts';
import type { SchemaDiff } from '../../schema/schema-diff.ts';
import type { DrillOutcome } from './drill-parts.ts';
import {
  assertionFailed,
  backupDamaged,
  backupNotAuthenticated,
  contentDiffers,
  couldNotVerify,
  restoreFailed,
  schemaDiffers,
  structureDamaged,
} from './rules.ts';

/** Of one kind; the rest is counted. */
const mostOfAKind = 50;

export function drillFindings(outcome: DrillOutcome): readonly Finding[] {
  const { record, restored, proof } = outcome;
  const proven = [
    (restored?.problems ?? []).map(({ subject, message }) => findingOf(restoreFailed, { subject, message })),
    (proof?.differences ?? []).map(({ kind, subject, message }) =>
      findingOf(contentDiffers, { subject, message: `${capital(kind)}: ${message}` }),
    ),
    schemaFindings(proof?.schema),
    (proof?.corruption ?? []).map((line) =>
      findingOf(structureDamaged, { subject: record.backupId, message: line }),
    ),
    (proof?.failedAssertions ?? []).map(({ statement, outcome: gave }) =>
      findingOf(assertionFailed, {
        subject: firstLine(statement),
        message: `It gave ${gave} instead of one row with one boolean, true.`,
        evidence: statement,
      }),
    ),
  ].flatMap(bounded);
  return [...proven, ...unexplained(outcome, proven), ...warnings(outcome), ...outcome.programFindings];
}

/** What broke the drill off has no finding of its own yet. */
function unexplained({ record }: DrillOutcome, proven: readonly Finding[]): readonly Finding[] {
  if (record.verdict === 'verified' || (record.verdict === 'failed' && proven.length > 0)) return [];
  const rule = record.verdict === 'failed' ? backupDamaged : couldNotVerify;
  return [findingOf(rule, { subject: record.backupId, message: record.reason ?? record.verdict })];
}

function warnings({ record, manifest }: DrillOutcome): readonly Finding[] {
  if (record.isSigned || manifest === undefined) return [];
  return [
    findingOf(backupNotAuthenticated, {
      subject: record.backupId,
      message: `No public key was given, so the signature of ${record.backupId} was not checked.`,
      fix: 'Sign backups (`sign-key` of `backup`), and give its public half here as `public-key`.',
    }),
  ];
}

function schemaFindings(diff: SchemaDiff | undefined): readonly Finding[] {
  return (diff?.changes ?? [])
    .filter(({ isWithin }) => !isWithin)
    .map((change) =>
      findingOf(schemaDiffers, {
        subject: displayObject(change.object),
        message: `${capital(describeChange(change))} (${change.change === 'removed' ? 'missing in the copy' : change.change === 'added' ? 'only in the copy' : 'another in the copy'})`,
      }),
    );
}

function bounded(findings: readonly Finding[]): readonly Finding[] {
  const [first] = findings;
  if (findings.length <= mostOfAKind || first === undefined) return findings;
  const left = findings.length - mostOfAKind;
  return [
    ...findings.slice(0, mostOfAKind),
    { ...first, subject: `${left} more`, message: `${left} more findings of this rule are not listed.` },
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function firstLine(statement: string): string {
  const line = statement.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`;
}
