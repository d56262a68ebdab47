import { type Finding, worstSeverity } from '../report/finding.ts';
import type { SectionStatus } from '../report/section.ts';
import { countFindings, countsInWords } from '../report/verdict.ts';

export function statusOf(findings: readonly Finding[]): SectionStatus {
  const worst = worstSeverity(findings);
  return worst === 'error' ? 'failed' : worst === 'warning' ? 'warning' : 'passed';
}

/** "2 errors, 1 warning", or that there is nothing. */
export function countText(findings: readonly Finding[]): string {
  return findings.length === 0 ? 'nothing to report' : countsInWords(countFindings(findings));
}
