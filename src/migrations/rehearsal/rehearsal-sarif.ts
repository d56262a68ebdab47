/** A rehearsal for code scanning. */
import { severities } from '../../report/finding.ts';
import { renderSarif, type SarifResult, type SarifRule } from '../../report/sarif.ts';
import type { AllowedHazard } from './hazard.ts';
import type { Rehearsal } from './rehearsal.ts';
import { placed, type StatementFinding, statementFinder, statementFindings } from './rehearsal-findings.ts';

export interface RehearsalSarifOptions {
  readonly toolVersion: string;
  readonly informationUri: string;
  /** Every hazard that there is; others are described by their id. */
  readonly rules?: readonly SarifRule[];
  /** Tells several rehearsals of one commit apart; `rehearse-migrations` by default. */
  readonly category?: string;
  /**
   * What becomes of allowed hazards. GitHub does not read `suppressions` and would open an alert for each, so they are
   * left out unless the reader is another one (https://github.com/github/codeql-action/issues/1230).
   */
  readonly allowed?: 'left out' | 'suppressed';
}

/** SARIF 2.1.0, as JSON text with a last line end. */
export function rehearsalSarif(rehearsal: Rehearsal, options: RehearsalSarifOptions): string {
  const { toolVersion, informationUri, rules = [], category = 'rehearse-migrations' } = options;
  const find = statementFinder(rehearsal.measurement.statements);
  const suppressed = options.allowed === 'suppressed' ? rehearsal.allowed : [];
  const firstFile = rehearsal.measurement.statements.find(({ file }) => file !== undefined)?.file;
  const results = [
    ...statementFindings(rehearsal).map((entry) => resultOf(entry, firstFile)),
    ...suppressed.map((entry) => suppressedResult(entry, find, firstFile)),
  ];
  return renderSarif({
    tool: { name: 'NeonHub Database Actions', version: toolVersion, informationUri },
    category,
    rules,
    results: results.toSorted(worstFirst),
  });
}

/** As findings are sorted, with those that are suppressed last. */
function worstFirst(left: SarifResult, right: SarifResult): number {
  const key = ({ finding, suppression }: SarifResult) => [
    suppression === undefined ? '0' : '1',
    String(severities.indexOf(finding.severity)),
    finding.rule,
    finding.subject,
    finding.location?.file ?? '',
    String(finding.location?.line ?? 0).padStart(9, '0'),
    finding.message,
  ];
  const [a, b] = [key(left), key(right)];
  const different = a.findIndex((part, index) => part !== b[index]);
  if (different < 0) return 0;
  return (a[different] ?? '') < (b[different] ?? '') ? -1 : 1;
}

function suppressedResult(
  { hazard, reason, by }: AllowedHazard,
  find: ReturnType<typeof statementFinder>,
  firstFile: string | undefined,
): SarifResult {
  const kind = by === 'comment' ? 'inSource' : 'external';
  const result = resultOf(placed(hazard.finding, find(hazard.statement)), firstFile);
  return { ...result, suppression: { kind, justification: reason } };
}

/** A finding of the run stands at the top of its first migration: an alert needs a place. */
function resultOf({ finding, statement }: StatementFinding, firstFile: string | undefined): SarifResult {
  const { location } = finding;
  const isOfStatement =
    statement !== undefined && location?.file === statement.file && location?.line === statement.line;
  const fallback = firstFile === undefined ? undefined : { file: firstFile, line: 1 };
  const place = location ?? fallback;
  return {
    finding: place === undefined ? finding : { ...finding, location: place },
    identity: statement?.text.replace(/\s+/g, ' ').trim() ?? '',
    ...(isOfStatement && { code: statement.text.trimEnd() }),
  };
}
