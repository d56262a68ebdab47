/** The rules of deployed-code compatibility. */
import type { RuleInfo } from '../../report/rule.ts';

const deployedAppBreaks: RuleInfo = {
  id: 'deployed-app-breaks',
  title: 'The deployed app fails on the migrated database',
  severity: 'error',
  why: 'Migrations run while the previous code does, and it runs until the last instance is replaced, or again after a rollback of the code. Every call of the kind that is named fails in that time.',
  docs: 'https://www.prisma.io/docs/guides/database/data-migration',
};

const deployedAppAtRisk: RuleInfo = {
  id: 'deployed-app-at-risk',
  title: 'The deployed app may fail on the migrated database',
  severity: 'warning',
  why: 'Whether the previous code fails depends on the values that it writes or meets: a null, a duplicate, an enum value, a number that does not fit.',
  docs: 'https://www.prisma.io/docs/guides/database/data-migration',
};

const newAppBreaks: RuleInfo = {
  id: 'new-app-breaks',
  title: 'The new app fails on the database before its migrations',
  severity: 'error',
  why: 'With `rollout: code-first` the new code runs before the migrations do. Every call of the kind that is named fails in that time.',
};

const newAppAtRisk: RuleInfo = {
  id: 'new-app-at-risk',
  title: 'The new app may fail on the database before its migrations',
  severity: 'warning',
  why: 'With `rollout: code-first` the new code runs before the migrations do. Whether it fails depends on the values that it writes or meets.',
};

export const compatibilityRules = {
  'deployed-app': { breaks: deployedAppBreaks, 'at risk': deployedAppAtRisk },
  'new-app': { breaks: newAppBreaks, 'at risk': newAppAtRisk },
} as const;

/** For the documentation. */
export const compatibilityRuleList: readonly RuleInfo[] = [
  deployedAppBreaks,
  deployedAppAtRisk,
  newAppBreaks,
  newAppAtRisk,
];
