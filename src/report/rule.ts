import type { Finding, Severity } from './finding.ts';

/** What the documentation says about one rule. */
export interface RuleInfo {
  /** Stable kebab-case id; findings carry it. */
  readonly id: string;
  readonly title: string;
  /** Of its findings, unless `why` says when they differ. */
  readonly severity: Severity;
  /** Why it matters, one or two sentences. */
  readonly why: string;
  /** Source of the rule. */
  readonly docs?: string;
}

type FindingOf = Omit<Finding, 'rule' | 'severity' | 'docs'> & { readonly severity?: Severity };

/** A finding of a rule, with its severity and link unless told otherwise. */
export function findingOf(rule: RuleInfo, finding: FindingOf): Finding {
  const { id, severity, docs } = rule;
  return { rule: id, severity, ...(docs === undefined ? {} : { docs }), ...finding };
}
