/** A database in one state, arranged as a client looks for things: by name. */
import type {
  CatalogColumn,
  CatalogConstraint,
  CatalogEnum,
  CatalogIndex,
  RehearsalCatalog,
} from '../rehearsal/catalog.ts';
import type { RelationKind, RelationState } from '../rehearsal/measurement.ts';
import { tableKey } from './client-schema.ts';
import type { StatementPart } from './client-statements.ts';
import { type ColumnType, columnTypeOf } from './column-type.ts';
import type { Probe, Refusal } from './probe.ts';
import type { TableFacts } from './table-facts.ts';

export interface TableView {
  readonly relation: RelationState;
  readonly columns: ReadonlyMap<string, CatalogColumn>;
  readonly indexes: readonly CatalogIndex[];
  readonly constraints: readonly CatalogConstraint[];
  /** Undefined where nobody was asked. */
  readonly facts: TableFacts | undefined;
}

export interface DatabaseView {
  /** By {@link tableKey}. */
  readonly tables: ReadonlyMap<string, TableView>;
  readonly tablesByOid: ReadonlyMap<number, TableView>;
  /** By {@link tableKey} of schema and type name. */
  readonly enums: ReadonlyMap<string, CatalogEnum>;
  /** False where the client was not asked about this state. */
  readonly isProbed: boolean;
  refusal(model: string, part: StatementPart, field: string | undefined): Refusal | undefined;
  /** Refusals of this part of the model, of whatever fields. */
  refusesAny(model: string, part: StatementPart): boolean;
  typeOf(column: CatalogColumn): ColumnType;
}

const tableKinds: readonly RelationKind[] = [
  'table',
  'partitioned table',
  'view',
  'materialized view',
  'foreign table',
];

export function viewOf(catalog: RehearsalCatalog, probe: Probe | undefined): DatabaseView {
  const facts = new Map((probe?.tables ?? []).map((fact) => [tableKey(fact), fact]));
  const [columns, indexes, constraints] = [
    byTable(catalog.columns),
    byTable(catalog.indexes),
    byTable(catalog.constraints),
  ];
  const tables = catalog.relations
    .filter(({ kind }) => tableKinds.includes(kind))
    .map(
      (relation): TableView => ({
        relation,
        columns: new Map((columns.get(relation.oid) ?? []).map((column) => [column.name, column])),
        indexes: indexes.get(relation.oid) ?? [],
        constraints: constraints.get(relation.oid) ?? [],
        facts: facts.get(keyOf(relation)),
      }),
    );
  const enums = new Map(catalog.enums.map((one) => [keyOf(one), one]));
  return {
    tables: new Map(tables.map((table) => [keyOf(table.relation), table])),
    tablesByOid: new Map(tables.map((table) => [table.relation.oid, table])),
    enums,
    ...refusalsOf(probe),
    typeOf: ({ type }) => columnTypeOf(type, isEnum(type, enums)),
  };
}

function byTable<T extends { readonly tableOid: number }>(
  items: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(item.tableOid);
    if (group === undefined) groups.set(item.tableOid, [item]);
    else group.push(item);
  }
  return groups;
}

function refusalsOf(probe: Probe | undefined): Pick<DatabaseView, 'isProbed' | 'refusal' | 'refusesAny'> {
  const known = new Map(
    (probe?.refusals ?? []).map((refusal) => [
      refusalKey(refusal.model, refusal.part, refusal.field),
      refusal,
    ]),
  );
  return {
    isProbed: probe !== undefined,
    refusal: (model, part, field) => known.get(refusalKey(model, part, field)),
    refusesAny: (model, part) =>
      (probe?.refusals ?? []).some((refusal) => refusal.model === model && refusal.part === part),
  };
}

function refusalKey(...parts: readonly (string | undefined)[]): string {
  return JSON.stringify(parts);
}

function keyOf({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return tableKey({ schema, table: name });
}

/** `format_type` writes an enum with its schema, each part quoted where it must be. */
function isEnum(type: string, enums: ReadonlyMap<string, CatalogEnum>): boolean {
  const parts = /^("(?:[^"]|"")*"|[^".]+)\.("(?:[^"]|"")*"|[^".]+?)(?:\[\])*$/.exec(type);
  if (parts === null) return false;
  const [, schema = '', name = ''] = parts;
  return enums.has(tableKey({ schema: bare(schema), table: bare(name) }));
}

function bare(identifier: string): string {
  return identifier.startsWith('"') ? identifier.slice(1, -1).replaceAll('""', '"') : identifier;
}
