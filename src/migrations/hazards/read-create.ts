/** Statements that make a relation. */
import { field, items, type Node, nodesOf, relationName, unwrap } from '../parse-tree.ts';
import type { CreateFromQuery, Operation } from './operation.ts';
import { readTables } from './read-data.ts';
import { columnOf, constraintOf, type Origin } from './read-definition.ts';

export function createTable(node: Node, origin: Origin): readonly Operation[] {
  const name = relationName(node.relation);
  if (name === undefined) return [];
  const elements = items(node.tableElts).map(unwrap);
  const [parent] = nodesOf(node.inhRelations, 'RangeVar');
  return [
    {
      kind: 'create table',
      name,
      isTemporary: isTemporary(node.relation),
      ifNotExists: node.if_not_exists === true,
      columns: elements.flatMap(([kind, element]) =>
        kind === 'ColumnDef' ? [columnOf(element, origin)] : [],
      ),
      constraints: elements.flatMap(([kind, element]) =>
        kind === 'Constraint' ? (constraintOf(element, origin) ?? []) : [],
      ),
      isPartitioned: node.partspec !== undefined,
      partitionOf: node.partbound === undefined ? undefined : relationName(parent),
      isDefaultPartition: field(node, 'partbound').is_default === true,
    },
  ];
}

/** CREATE TABLE AS and CREATE MATERIALIZED VIEW have `into`, SELECT INTO has `intoClause`, CREATE VIEW has `view`. */
export function createFromQuery(node: Node, _origin: Origin): readonly Operation[] {
  const relation = node.view ?? field(node, 'into').rel ?? field(node, 'intoClause').rel;
  const name = relationName(relation);
  if (name === undefined) return [];
  const result: CreateFromQuery['result'] =
    node.view !== undefined ? 'view' : node.objtype === 'OBJECT_MATVIEW' ? 'materialized view' : 'table';
  const reads = readTables(node.query ?? { ...node, intoClause: undefined });
  return [{ kind: 'create from query', result, name, isTemporary: isTemporary(relation), reads }];
}

function isTemporary(relation: unknown): boolean {
  return field({ relation }, 'relation').relpersistence === 't';
}
