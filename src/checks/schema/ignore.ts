import type { Finding } from '../../report/finding.ts';

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
    if (rule === undefined) return matches(finding.subject, pattern);
    return finding.rule === rule && matches(finding.subject, pattern.slice(rule.length + 1));
  });
}

function matches(text: string, pattern: string): boolean {
  const source = pattern
    .trim()
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`, 's').test(text);
}
