/** All rules about migrations. */
import { addColumn } from './add-column.ts';
import { columnTypes } from './column-types.ts';
import { constraints } from './constraints.ts';
import { data } from './data.ts';
import { enums } from './enums.ts';
import type { HazardFamily, HazardInfo } from './hazard-rule.ts';
import { heldOverSlow } from './held-locks.ts';
import { indexes } from './indexes.ts';
import { measuredRules } from './measured-rules.ts';
import { notNull } from './not-null.ts';
import { noticeRules } from './notices.ts';
import { partitions } from './partitions.ts';
import { removal } from './removal.ts';
import { renaming } from './renaming.ts';
import { storage } from './storage.ts';
import { transactionRules } from './transaction-rules.ts';
import { triggers } from './triggers.ts';

export const hazardFamilies: readonly HazardFamily[] = [
  removal,
  renaming,
  columnTypes,
  notNull,
  addColumn,
  indexes,
  constraints,
  data,
  enums,
  partitions,
  storage,
  triggers,
  transactionRules,
];

/** For the documentation, and to tell an unknown rule in an allow comment. */
export const hazardRules: readonly HazardInfo[] = [
  ...hazardFamilies.flatMap(({ rules }) => rules),
  heldOverSlow,
  ...measuredRules,
  ...noticeRules,
];
