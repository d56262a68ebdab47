/** Which kind is written by what, and in which order where nothing else says so. */
import type { ObjectKind } from '../object-kinds.ts';
import type { SchemaObject } from '../snapshot.ts';
import { columnSql } from './column-sql.ts';
import { constraintSql, indexSql } from './constraint-sql.ts';
import { eventTriggerSql, extensionSql, publicationSql, schemaSql, serverSql } from './database-sql.ts';
import { defaultPrivilegesSql } from './owned-sql.ts';
import { policySql, ruleSql, statisticsSql, triggerSql } from './part-sql.ts';
import { aggregateSql, routineSql } from './routine-sql.ts';
import type { KindSql } from './scene.ts';
import { sequenceSql } from './sequence-sql.ts';
import { tableSql } from './table-sql.ts';
import { collationSql, compositeSql, domainSql, enumSql, rangeSql } from './type-sql.ts';
import { has, listOf, NotWritten, textOf } from './values.ts';
import { viewSql } from './view-sql.ts';

const defaultPrivileges: KindSql = {
  create: (object) => defaultPrivilegesSql(object, [[], listOf(object, 'grants')]),
  alter: ({ from, to }) => defaultPrivilegesSql(to, [listOf(from, 'grants'), listOf(to, 'grants')]),
};

const other: KindSql = {
  create() {
    throw new NotWritten('a snapshot knows only that it is there');
  },
  alter: () => [],
};

export const kindSql: Readonly<Record<ObjectKind, KindSql>> = {
  schema: schemaSql,
  extension: extensionSql,
  enum: enumSql,
  domain: domainSql,
  'composite type': compositeSql,
  'range type': rangeSql,
  collation: collationSql,
  sequence: sequenceSql,
  table: tableSql,
  'foreign table': tableSql,
  column: columnSql,
  constraint: constraintSql,
  index: indexSql,
  trigger: triggerSql,
  rule: ruleSql,
  policy: policySql,
  statistics: statisticsSql,
  view: viewSql,
  'materialized view': viewSql,
  function: routineSql,
  procedure: routineSql,
  aggregate: aggregateSql,
  'event trigger': eventTriggerSql,
  publication: publicationSql,
  'foreign server': serverSql,
  'default privileges': defaultPrivileges,
  other,
};

const ranks: Readonly<Record<ObjectKind, number>> = {
  schema: 0,
  extension: 1,
  other: 1.5,
  'foreign server': 2,
  collation: 2.5,
  enum: 3,
  domain: 3.5,
  'composite type': 3.6,
  'range type': 3.7,
  sequence: 4,
  function: 5,
  procedure: 5,
  aggregate: 5.5,
  table: 6,
  'foreign table': 6,
  column: 7,
  index: 8,
  constraint: 9,
  view: 11,
  'materialized view': 11,
  statistics: 12,
  rule: 13,
  trigger: 13,
  policy: 14,
  publication: 15,
  'event trigger': 16,
  'default privileges': 17,
};

/** Made in this order, dropped in the opposite one. */
export function rankOf(object: SchemaObject): number {
  if (object.kind === 'column' && has(object, 'generated')) return 7.5;
  if (object.kind === 'constraint' && textOf(object, 'type') === 'foreign key') return 10;
  return ranks[object.kind];
}
