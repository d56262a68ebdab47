import { acceptedBlocks } from '../checks/accepted-block.ts';
import { statusOf } from '../checks/section-status.ts';
import type { RuleInfo } from '../report/rule.ts';
import { type RulePolicy, ruleOnAll } from '../report/rule-policy.ts';
import type { Section } from '../report/section.ts';

/** A section whose findings the configuration has judged; its status follows from those that are left. */
export function ruledSection(section: Section, rules: readonly RuleInfo[], policy: RulePolicy): Section {
  const { told, accepted } = ruleOnAll(section.findings, rules, policy);
  if (section.findings.length === 0) return section;
  const status = statusOf(told);
  return { ...section, status, findings: told, blocks: [...section.blocks, ...acceptedBlocks(accepted)] };
}
