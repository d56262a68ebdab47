/** Every rule that a configuration may name. */
import { connectionRules } from '../checks/check-connection.ts';
import { schemaRules } from '../checks/check-schema.ts';
import { planRules } from '../checks/plans/plan-rules.ts';
import { rehearsalRules } from '../migrations/rehearsal/rules.ts';
import type { RuleInfo } from '../report/rule.ts';
import { schemaDiffRules } from '../schema/diff-findings.ts';

export const knownRules: readonly RuleInfo[] = [
  ...schemaRules,
  ...connectionRules,
  ...rehearsalRules,
  ...schemaDiffRules,
  ...planRules,
];
