/** The tables that an operation is about. */
import { displayIdentifier } from '../../postgres/object-name.ts';
import type { ObjectName } from '../parse-tree.ts';
import type { Drop, Operation } from './operation.ts';
import type { SchemaView, TableModel } from './schema-model.ts';

export function tablesNamed(names: readonly ObjectName[], model: SchemaView): readonly TableModel[] {
  return names.flatMap((name) => model.table(name) ?? []);
}

function indexedTables(names: readonly ObjectName[], model: SchemaView): readonly TableModel[] {
  return names.flatMap((name) => model.indexed(name)?.table ?? []);
}

/** Tables with a column of the domain, or an array of it. */
function domainTables({ schema, name }: ObjectName, model: SchemaView): readonly TableModel[] {
  const quoted = displayIdentifier(name);
  const places = schema === undefined ? model.searchPath : [schema];
  const written = new Set([quoted, ...places.map((place) => `${displayIdentifier(place)}.${quoted}`)]);
  const isOfDomain = ({ type }: TableModel['columns'][number]) =>
    typeof type === 'string' ? written.has(type.replace(/\[\]$/, '')) : type.name === name;
  return [...model.tables()].filter(
    ({ kind, columns }) => (kind === 'table' || kind === 'partitioned table') && columns.some(isOfDomain),
  );
}

/** What the statement names as its object. */
export function targetsOf(operation: Operation, model: SchemaView): readonly TableModel[] {
  if (operation.kind === 'drop') return dropTargets(operation, model);
  if (operation.kind === 'reindex') {
    if (operation.what === 'index') return indexedTables([operation.name], model);
    return operation.what === 'table' ? tablesNamed([operation.name], model) : [];
  }
  if (operation.kind === 'rename' || operation.kind === 'move')
    return operation.what === 'table' ? tablesNamed([operation.name], model) : [];
  if (operation.kind === 'domain constraint') return domainTables(operation.name, model);
  if ('table' in operation) return tablesNamed([operation.table], model);
  if ('tables' in operation) return tablesNamed(operation.tables, model);
  return 'target' in operation ? tablesNamed([operation.target], model) : [];
}

export function dropTargets({ what, names }: Drop, model: SchemaView): readonly TableModel[] {
  if (what === 'index') return indexedTables(names, model);
  if (what === 'type' || what === 'domain') return [];
  if (what !== 'schema') return tablesNamed(names, model);
  return [...model.tables()].filter(({ schema }) => names.some(({ name }) => name === schema));
}
