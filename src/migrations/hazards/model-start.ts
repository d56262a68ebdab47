/** The model before the first pending migration. */
import { groupBy } from '../../group-by.ts';
import type {
  CatalogColumn,
  CatalogConstraint,
  CatalogIndex,
  RehearsalCatalog,
} from '../rehearsal/catalog.ts';
import type { RelationState } from '../rehearsal/measurement.ts';
import type { SqlParser } from '../sql-parser.ts';
import {
  type ColumnModel,
  type ConstraintModel,
  emptyModel,
  type IndexModel,
  type SchemaModel,
  type TableKind,
} from './schema-model.ts';
import { checkExpression, columnsProvenNotNull, isAboutValues } from './table-facts.ts';

const kinds: ReadonlySet<string> = new Set<TableKind>([
  'table',
  'partitioned table',
  'view',
  'materialized view',
  'foreign table',
]);

function isTableKind(kind: string): kind is TableKind {
  return kinds.has(kind);
}

export interface ModelOptions {
  readonly parser: SqlParser;
  /** Where names without a schema lead; objects are created in the first. */
  readonly searchPath: readonly string[];
}

export function modelOf(catalog: RehearsalCatalog, { parser, searchPath }: ModelOptions): SchemaModel {
  const model = emptyModel(searchPath);
  const columns = groupBy(catalog.columns, ({ tableOid }) => tableOid);
  const constraints = groupBy(catalog.constraints, ({ tableOid }) => tableOid);
  const indexes = groupBy(catalog.indexes, ({ tableOid }) => tableOid);
  const tables = catalog.relations.filter(({ kind }) => isTableKind(kind));
  const ids = new Map(tables.map(({ oid }) => [oid, model.nextId()]));
  const size = sizes(catalog);
  for (const relation of tables) {
    const { oid, kind, schema, name } = relation;
    if (!isTableKind(kind)) continue;
    model.putTable({
      id: ids.get(oid) ?? model.nextId(),
      oid,
      kind,
      schema,
      name,
      ...size(relation),
      columns: (columns.get(oid) ?? []).map(columnOf),
      constraints: (constraints.get(oid) ?? []).flatMap((constraint) =>
        constraintOf(constraint, ids, parser),
      ),
      indexes: (indexes.get(oid) ?? []).map(indexOf),
      parent: ids.get(catalog.parents.get(oid) ?? -1),
    });
  }
  for (const { oid, schema, name, labels } of catalog.enums)
    model.putEnum({
      id: model.nextId(),
      oid,
      schema,
      name,
      labels,
      createdIn: undefined,
      added: new Map(),
    });
  return model;
}

function columnOf({ name, type, typeOid, isNotNull, generated }: CatalogColumn): ColumnModel {
  return { name, type, typeOid, isNotNull, generated, isNew: false };
}

function constraintOf(
  constraint: CatalogConstraint,
  ids: ReadonlyMap<number, number>,
  parser: SqlParser,
): readonly ConstraintModel[] {
  const { name, kind, columns, isValidated, referencedTableOid, referencedColumns, definition } = constraint;
  if (kind === 'trigger') return [];
  const expression = kind === 'check' ? checkExpression(definition, parser) : undefined;
  return [
    {
      name,
      form: kind,
      columns,
      isValidated,
      references: ids.get(referencedTableOid ?? -1),
      referencedColumns,
      provesNotNull: columnsProvenNotNull(expression),
      isAboutValues: expression !== undefined && isAboutValues(expression),
      addedIn: undefined,
    },
  ];
}

function indexOf({ name, columns, isUnique, isPartial, isValid }: CatalogIndex): IndexModel {
  return { name, columns, isUnique, isPartial, isValid, isNew: false };
}

/** A partitioned table is as large as its partitions together. */
function sizes({ relations, parents }: RehearsalCatalog) {
  const byOid = new Map(relations.map((relation) => [relation.oid, relation]));
  const children = groupBy([...parents], ([, parent]) => parent);
  const total = (relation: RelationState): Pick<RelationState, 'bytes' | 'rows'> => {
    if (relation.kind !== 'partitioned table') return relation;
    const parts = (children.get(relation.oid) ?? []).flatMap(([child]) => byOid.get(child) ?? []).map(total);
    const known = parts.flatMap(({ rows }) => rows ?? []);
    return {
      bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
      rows: known.length < parts.length ? undefined : known.reduce((sum, rows) => sum + rows, 0),
    };
  };
  return (relation: RelationState) => {
    const { rows, bytes } = total(relation);
    return { rows, bytes };
  };
}
