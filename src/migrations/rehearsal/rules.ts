/** Every rule of a rehearsal, for the documentation and for code scanning. */
import type { RuleInfo } from '../../report/rule.ts';
import { compatibilityRuleList } from '../compatibility/rules.ts';
import { dataRuleList } from '../data/rules.ts';
import { hazardRules } from '../hazards/rules.ts';
import { rollbackRuleList } from '../rollback/rules.ts';
import { loadRuleList } from './load-findings.ts';

export const rehearsalRuleGroups: readonly (readonly [title: string, rules: readonly RuleInfo[]])[] = [
  ['Hazards', hazardRules],
  ['Data', dataRuleList],
  ['Applications', compatibilityRuleList],
  ['The way back', rollbackRuleList],
  ['Load', loadRuleList],
];

export const rehearsalRules: readonly RuleInfo[] = rehearsalRuleGroups.flatMap(([, rules]) => rules);
