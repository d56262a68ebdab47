import type { Finding, Severity } from './finding.ts';
import type { Report } from './report.ts';
import type { Section, SectionStatus } from './section.ts';

/** What the whole report comes to. `running` is only seen in a comment that is posted before the end. */
export type Verdict = 'passed' | 'warning' | 'failed' | 'deleted' | 'running';

export type FailOn = 'error' | 'warning' | 'never';

/** A failure is never hidden: not by a step that still runs, nor by a branch that is gone. */
export function verdictOf(report: Report): Verdict {
  const { sections } = report;
  if (sections.some(hasFailed)) return 'failed';
  if (report.subject.branch?.state === 'deleted') return 'deleted';
  if (sections.some((section) => section.status === 'running')) return 'running';
  return sections.some(hasWarned) ? 'warning' : 'passed';
}

/** Whether the run fails under the input `fail-on`. */
export function shouldFail(sections: readonly Section[], failOn: FailOn): boolean {
  if (failOn === 'never') return false;
  return sections.some((section) => hasFailed(section) || (failOn === 'warning' && hasWarned(section)));
}

/** The status to show for a section: its own, or worse where one of its findings is. */
export function statusOf(section: Section): SectionStatus {
  if (hasFailed(section)) return 'failed';
  return section.status === 'passed' && hasWarned(section) ? 'warning' : section.status;
}

/** How many findings there are of each severity. */
export function countFindings(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

/** "2 errors, 1 warning"; empty when nothing was found. */
export function countsInWords(counts: Readonly<Record<Severity, number>>): string {
  const severities = ['error', 'warning', 'notice'] as const;
  return severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? '' : 's'}`)
    .join(', ');
}

function hasFailed(section: Section): boolean {
  return section.status === 'failed' || section.findings.some(({ severity }) => severity === 'error');
}

function hasWarned(section: Section): boolean {
  return section.status === 'warning' || section.findings.some(({ severity }) => severity === 'warning');
}
