/** Something wrong in an action.yml, a workflow or a YAML block of the documentation. */
export interface LintFinding {
  /** Relative to the repository. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

export function formatFinding({ file, line, rule, message }: LintFinding): string {
  return `${file}:${line}: ${message} [${rule}]`;
}
