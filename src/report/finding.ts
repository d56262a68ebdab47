/** `error` fails the run under the default `fail-on`, `warning` under `fail-on: warning`, `notice` never. */
export type Severity = 'error' | 'warning' | 'notice';

export const severities = ['error', 'warning', 'notice'] as const satisfies readonly Severity[];

/** One thing a check has to say. All text is plain and untrusted: renderers escape it, checks do not. */
export interface Finding {
  /** Stable kebab-case id, such as `foreign-key-without-index`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What it is about, such as `public.users.email`. */
  readonly subject: string;
  readonly message: string;
  /** What was measured or read. */
  readonly evidence?: string;
  /** What to do; SQL or a command where one helps (it is shown in a code block). */
  readonly fix?: string;
  readonly location?: Location;
  readonly docs?: string;
}

/** A place in the consumer's repository: path relative to the workspace, lines counted from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly endLine?: number;
}

/** Worst first, then by rule, subject and message, so that the same findings always come in the same order. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const keys = (finding: Finding) => [
    String(severities.indexOf(finding.severity)),
    finding.rule,
    finding.subject,
    finding.message,
  ];
  return findings.toSorted((left, right) => {
    const [a, b] = [keys(left), keys(right)];
    const different = a.findIndex((key, index) => key !== b[index]);
    if (different < 0) return 0;
    return (a[different] ?? '') < (b[different] ?? '') ? -1 : 1;
  });
}

/** The worst severity among the findings, or undefined when there are none. */
export function worstSeverity(findings: readonly Finding[]): Severity | undefined {
  return severities.find((severity) => findings.some((finding) => finding.severity === severity));
}
