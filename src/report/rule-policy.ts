/** How a team sets the rules: their levels, and what is accepted. */
import { type Finding, type Severity, severities } from './finding.ts';
import type { Preset, RuleInfo, RuleLevel } from './rule.ts';
import { matchesPattern } from './text-pattern.ts';

export interface RuleSetting {
  /** Undefined: the preset's. */
  readonly level: RuleLevel | undefined;
  /** Subjects that the rule does not report; `*` stands for any text. */
  readonly ignore: readonly string[];
  /** By the names that the rule declares. */
  readonly options: Readonly<Record<string, number | readonly string[]>>;
}

/** One accepted finding, or several by a pattern. */
export interface AcceptedFinding {
  /** A rule's id, or a pattern. */
  readonly rule: string;
  readonly subject: string;
  readonly reason: string;
  /** The last day on which it is accepted, `2026-12-31`; undefined = for good. */
  readonly until: string | undefined;
}

export interface RulePolicy {
  readonly preset: Preset;
  /** By the rule's id. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly accepted: readonly AcceptedFinding[];
  /** The day of this run, UTC, `2026-12-31`. */
  readonly today: string;
}

export function defaultPolicy(today: string): RulePolicy {
  return { preset: 'recommended', rules: new Map(), accepted: [], today };
}

/** The level of a schema rule, which presets know. */
export function levelOf(rule: RuleInfo, { preset, rules }: Pick<RulePolicy, 'preset' | 'rules'>): RuleLevel {
  return rules.get(rule.id)?.level ?? presetLevel(rule, preset);
}

export function presetLevel(rule: RuleInfo, preset: Preset): RuleLevel {
  return rule.levels?.[preset] ?? (preset === 'off' ? 'off' : rule.severity);
}

/** The same policy with the preset's level of each of these rules written out. */
export function withPresetLevels(rules: readonly RuleInfo[], policy: RulePolicy): RulePolicy {
  const unset: RuleSetting = { level: undefined, ignore: [], options: {} };
  const settings = rules.map(
    (rule) => [rule.id, { ...(policy.rules.get(rule.id) ?? unset), level: levelOf(rule, policy) }] as const,
  );
  return { ...policy, rules: new Map([...policy.rules, ...settings]) };
}

/** @throws Error for an option that the rule does not declare: a mistake of ours */
export function numberOption(policy: RulePolicy, rule: RuleInfo, name: string): number {
  const value = optionOf(policy, rule, name);
  if (typeof value !== 'number') throw new Error(`${rule.id} has no number ${name}`);
  return value;
}

/** @throws Error for an option that the rule does not declare: a mistake of ours */
export function listOption(policy: RulePolicy, rule: RuleInfo, name: string): readonly string[] {
  const value = optionOf(policy, rule, name);
  if (value === undefined || typeof value === 'number') throw new Error(`${rule.id} has no list ${name}`);
  return value;
}

function optionOf({ rules }: RulePolicy, rule: RuleInfo, name: string) {
  return rules.get(rule.id)?.options[name] ?? rule.options?.[name]?.default;
}

export type Ruling =
  | { readonly kind: 'told'; readonly finding: Finding }
  | { readonly kind: 'off' }
  | { readonly kind: 'accepted'; readonly finding: Finding; readonly reason: string };

/**
 * What becomes of one finding. Rules that are not of the schema check know no presets: theirs is the level set by name, else
 * their own. What was accepted until a day that is over comes back and says so.
 */
export function ruleOn(finding: Finding, rule: RuleInfo | undefined, policy: RulePolicy): Ruling {
  const setting = policy.rules.get(finding.rule);
  const level = setting?.level;
  if (level === 'off') return { kind: 'off' };
  const pattern = setting?.ignore.find((subject) => matchesPattern(finding.subject, subject));
  if (pattern !== undefined)
    return { kind: 'accepted', finding, reason: `\`ignore: ${pattern}\` of the rule` };
  const leveled = level === undefined ? finding : { ...finding, severity: severityAt(level, finding, rule) };
  const entries = policy.accepted.filter((entry) => means(entry, finding));
  const valid = entries.find(({ until }) => until === undefined || until >= policy.today);
  if (valid !== undefined) return { kind: 'accepted', finding: leveled, reason: valid.reason };
  const over = entries[0];
  return { kind: 'told', finding: over === undefined ? leveled : comeBack(leveled, over) };
}

function means({ rule, subject }: AcceptedFinding, finding: Finding): boolean {
  return matchesPattern(finding.rule, rule) && matchesPattern(finding.subject, subject);
}

function comeBack(finding: Finding, { until, reason }: AcceptedFinding): Finding {
  const note = `It was accepted until ${until} (${reason}), which is over.`;
  return { ...finding, evidence: finding.evidence === undefined ? note : `${finding.evidence}\n${note}` };
}

/** A milder case stays milder; a worse one stays worse unless the rule itself was lowered. */
export function severityAt(level: Severity, finding: Finding, rule: RuleInfo | undefined): Severity {
  const own = rule?.severity ?? finding.severity;
  if (rank(finding.severity) < rank(own)) return milder(level, finding.severity);
  if (rank(finding.severity) > rank(own) && rank(level) >= rank(own)) return finding.severity;
  return level;
}

function rank(severity: Severity): number {
  return -severities.indexOf(severity);
}

function milder(left: Severity, right: Severity): Severity {
  return rank(left) < rank(right) ? left : right;
}

export interface Ruled {
  readonly told: readonly Finding[];
  readonly accepted: readonly (Ruling & { readonly kind: 'accepted' })[];
}

export function ruleOnAll(
  findings: readonly Finding[],
  rules: readonly RuleInfo[],
  policy: RulePolicy,
): Ruled {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const rulings = findings.map((finding) => ruleOn(finding, byId.get(finding.rule), policy));
  return {
    told: rulings.flatMap((ruling) => (ruling.kind === 'told' ? [ruling.finding] : [])),
    accepted: rulings.flatMap((ruling) => (ruling.kind === 'accepted' ? [ruling] : [])),
  };
}
