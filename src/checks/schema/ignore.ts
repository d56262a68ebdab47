import type { Finding } from '../../report/finding.ts';
import { matchesPattern } from '../../report/text-pattern.ts';

/**
 * Whether a pattern of the `ignore` input means this finding: `rule`, `rule:subject` or `subject`, where `*` stands for any
 * text, as in `foreign-key-without-index:legacy.*`.
 */
export function isIgnored(
  finding: Finding,
  patterns: readonly string[],
  ruleIds: readonly string[],
): boolean {
  return patterns.some((pattern) => {
    if (ruleIds.includes(pattern)) return finding.rule === pattern;
    const rule = ruleIds.find((id) => pattern.startsWith(`${id}:`));
    if (rule === undefined) return matchesPattern(finding.subject, pattern);
    return finding.rule === rule && matchesPattern(finding.subject, pattern.slice(rule.length + 1));
  });
}
