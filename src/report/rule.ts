import type { Finding, Severity } from './finding.ts';

/** `off`: its findings are not told. */
export type RuleLevel = Severity | 'off';

export const ruleLevels = ['off', 'notice', 'warning', 'error'] as const satisfies readonly RuleLevel[];

/** A choice of levels for all rules of the schema check. */
export type Preset = 'recommended' | 'supabase' | 'strict' | 'off';

export const presets = ['recommended', 'supabase', 'strict', 'off'] as const satisfies readonly Preset[];

/** What can be set about a rule besides its level. */
export type RuleOption =
  | {
      readonly kind: 'number';
      readonly default: number;
      readonly minimum: number;
      readonly maximum: number;
      readonly description: string;
    }
  | { readonly kind: 'list'; readonly default: readonly string[]; readonly description: string };

/** What the documentation says about one rule. */
export interface RuleInfo {
  /** Stable kebab-case id; findings carry it. */
  readonly id: string;
  readonly title: string;
  /** Of its findings, unless `why` says when they differ. */
  readonly severity: Severity;
  /** Of the schema rules: the level in a preset, where it is not `severity`; in `off` it is `off` unless said here. */
  readonly levels?: Partial<Readonly<Record<Preset, RuleLevel>>>;
  readonly options?: Readonly<Record<string, RuleOption>>;
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
