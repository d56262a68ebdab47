import type { Finding, Severity } from '../report/finding.ts';
import { worstSeverity } from '../report/finding.ts';
import type { SectionStatus } from '../report/section.ts';

export function statusOf(findings: readonly Finding[]): SectionStatus {
  const worst = worstSeverity(findings);
  return worst === 'error' ? 'failed' : worst === 'warning' ? 'warning' : 'passed';
}

/** "2 errors, 1 warning", or undefined when there is nothing. */
export function countText(findings: readonly Finding[]): string | undefined {
  const parts = (['error', 'warning', 'notice'] as const).flatMap((severity: Severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : counted(count, severity);
  });
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** "1 table", "2 tables"; `plural` where adding an s is wrong. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? singular : plural}`;
}
