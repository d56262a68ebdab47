/** The rules of the way back. */
import type { RuleInfo } from '../../report/rule.ts';

export const rollbackLosesData: RuleInfo = {
  id: 'rollback-loses-data',
  title: 'The way back loses data',
  severity: 'warning',
  why: 'What was written since the migration, or by it, is gone once the schema is back: think before, not in the incident. Redeploying the old code on the new schema loses nothing, where it still works.',
};

export const rollbackFails: RuleInfo = {
  id: 'rollback-fails',
  title: 'The way back fails',
  severity: 'error',
  why: 'The script that would undo the migration does not run on this data. A warning where it was only planned and the rows say so.',
};

export const rollbackIncomplete: RuleInfo = {
  id: 'rollback-incomplete',
  title: 'The way back leaves something behind',
  severity: 'warning',
  why: 'Prisma undoes what its schema models. Triggers, functions, views, policies, checks, partial indexes and grants stay as the migration left them.',
};

export const rollbackImpossible: RuleInfo = {
  id: 'rollback-impossible',
  title: 'Something has no way back',
  severity: 'notice',
  why: 'No script knows the old values of changed rows or the content of what was dropped. Only a backup, or a branch of the time before, does.',
};

/** For the documentation. */
export const rollbackRuleList: readonly RuleInfo[] = [
  rollbackLosesData,
  rollbackFails,
  rollbackIncomplete,
  rollbackImpossible,
];
