import { acceptedBlocks } from '../checks/accepted-block.ts';
import { statusOf } from '../checks/section-status.ts';
import { sortFindings } from '../report/finding.ts';
import type { RuleInfo } from '../report/rule.ts';
import { ruleOnAll } from '../report/rule-policy.ts';
import type { Section } from '../report/section.ts';
import type { ReadConfiguration } from './configuration.ts';

/**
 * A section whose findings the configuration has judged; its status follows from those that are left. Says too what the pull
 * request changes about its rules.
 */
export async function ruledSection(
  section: Section,
  rules: readonly RuleInfo[],
  { policy, changes }: ReadConfiguration,
): Promise<Section> {
  const { told, accepted } = ruleOnAll(section.findings, rules, policy);
  const findings = sortFindings([...told, ...(await changes())]);
  const status = section.findings.length === 0 ? section.status : statusOf(findings);
  return { ...section, status, findings, blocks: [...section.blocks, ...acceptedBlocks(accepted)] };
}
