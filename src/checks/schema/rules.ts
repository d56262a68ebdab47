import type { RuleInfo } from '../../report/rule.ts';
import { discouragedType, jsonColumn, serialColumn, timestampWithoutTimeZone } from './column-types.ts';
import { schemaDrift } from './drift.ts';
import { duplicateIndex, redundantIndex } from './duplicate-index.ts';
import { publishedWithoutIdentity, unloggedTable } from './durability.ts';
import {
  differentColumn,
  differentTable,
  missingColumn,
  missingIndexShape,
  missingKey,
} from './expected-shape.ts';
import { extensionInPublic, missingExtension, outdatedExtension } from './extensions.ts';
import type { SchemaRule } from './facts.ts';
import { failedMigration } from './failed-migration.ts';
import { foreignKeyWithoutIndex } from './foreign-key-index.ts';
import { foreignKeyTypeMismatch } from './foreign-key-type.ts';
import { definerForEveryone, definerSearchPath, functionSearchPath } from './function-safety.ts';
import { unusedIndex } from './index-use.ts';
import { invalidIndex } from './invalid-index.ts';
import { missingIndex } from './missing-index.ts';
import { missingSchema } from './missing-schema.ts';
import { missingTable } from './missing-table.ts';
import { tableWithoutPrimaryKey } from './primary-key.ts';
import { schemaOpenToPublic, tableGrantedToPublic } from './public-grants.ts';
import {
  policyWithoutRowSecurity,
  rowSecurityOff,
  rowSecurityWithoutPolicy,
  viewBypassesRowSecurity,
} from './row-security.ts';
import { sequenceNearEnd } from './sequence-end.ts';
import { autovacuumBehind, tableBloat } from './table-state.ts';
import { unvalidatedConstraint } from './unvalidated-constraint.ts';
import { notVisible } from './visibility.ts';

/** In the order of the documentation. */
export const schemaRuleGroups: readonly (readonly [title: string, rules: readonly SchemaRule[]])[] = [
  [
    'What is expected',
    [
      schemaDrift,
      failedMigration,
      missingSchema,
      missingTable,
      differentTable,
      missingColumn,
      differentColumn,
      missingKey,
      missingIndex,
      missingIndexShape,
      missingExtension,
    ],
  ],
  ['Indexes', [invalidIndex, duplicateIndex, redundantIndex, unusedIndex]],
  [
    'Keys and constraints',
    [
      tableWithoutPrimaryKey,
      foreignKeyWithoutIndex,
      foreignKeyTypeMismatch,
      unvalidatedConstraint,
      sequenceNearEnd,
    ],
  ],
  ['Types', [timestampWithoutTimeZone, discouragedType, jsonColumn, serialColumn]],
  [
    'Who may do what',
    [
      policyWithoutRowSecurity,
      rowSecurityWithoutPolicy,
      rowSecurityOff,
      viewBypassesRowSecurity,
      definerSearchPath,
      definerForEveryone,
      functionSearchPath,
      tableGrantedToPublic,
      schemaOpenToPublic,
    ],
  ],
  ['Storage', [publishedWithoutIdentity, unloggedTable, autovacuumBehind, tableBloat]],
  ['Extensions, and what was not seen', [outdatedExtension, extensionInPublic, notVisible]],
];

export const schemaRuleList: readonly SchemaRule[] = schemaRuleGroups.flatMap(([, rules]) => rules);

/** For the documentation, and for the configuration. */
export const schemaRules: readonly RuleInfo[] = schemaRuleList.map(({ info }) => info);
