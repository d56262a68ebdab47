import type { RuleInfo } from '../../report/rule.ts';
import { schemaDrift } from './drift.ts';
import { duplicateIndex, redundantIndex } from './duplicate-index.ts';
import { missingExtension, outdatedExtension } from './extensions.ts';
import type { SchemaRule } from './facts.ts';
import { failedMigration } from './failed-migration.ts';
import { foreignKeyWithoutIndex } from './foreign-key-index.ts';
import { invalidIndex } from './invalid-index.ts';
import { missingIndex } from './missing-index.ts';
import { missingSchema } from './missing-schema.ts';
import { missingTable } from './missing-table.ts';
import { tableWithoutPrimaryKey } from './primary-key.ts';
import { sequenceNearEnd } from './sequence-end.ts';
import { unvalidatedConstraint } from './unvalidated-constraint.ts';
import { notVisible } from './visibility.ts';

export const schemaRuleList: readonly SchemaRule[] = [
  schemaDrift,
  missingSchema,
  missingTable,
  missingIndex,
  missingExtension,
  failedMigration,
  invalidIndex,
  duplicateIndex,
  redundantIndex,
  foreignKeyWithoutIndex,
  tableWithoutPrimaryKey,
  unvalidatedConstraint,
  sequenceNearEnd,
  outdatedExtension,
  notVisible,
];

/** For the documentation. */
export const schemaRules: readonly RuleInfo[] = schemaRuleList.map(({ info }) => info);
