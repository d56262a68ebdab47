import { quoteIdentifier } from '../../postgres/identifier.ts';
import type { SchemaObject } from '../snapshot.ts';
import { columnAfter, columnDefinition, differsFromInherited } from './column-sql.ts';
import { nameSql } from './names.ts';
import { changeForeignOptions, foreignOptions, setOptions, withOptions } from './options-sql.ts';
import type { Alteration, KindSql, Scene } from './scene.ts';
import { has, listOf, NotWritten, needed, textOf } from './values.ts';

/** With its columns; constraints and indexes come later. */
export const tableSql: KindSql = { create: createTable, alter: alterTable };

function createTable(table: SchemaObject, scene: Scene): readonly string[] {
  const isForeign = table.kind === 'foreign table';
  const word = isForeign ? 'FOREIGN TABLE' : has(table, 'unlogged') ? 'UNLOGGED TABLE' : 'TABLE';
  const columns = columnsOf(table, scene);
  const own = columns.filter((column) => !has(column, 'inheritedFrom') || has(column, 'local'));
  const given = columns.filter((column) => !own.includes(column));
  const key = textOf(table, 'partitionKey');
  return [
    `CREATE ${word} ${nameSql(table)}${bodyOf(table, own)}${key === undefined ? '' : ` PARTITION BY ${key}`}${
      isForeign
        ? ` SERVER ${quoteIdentifier(needed(table, 'server'))}${foreignOptions(listOf(table, 'options'))}`
        : storageOf(table)
    }`,
    ...own.flatMap((column) => columnAfter(column, scene)),
    ...given.flatMap((column) => differsFromInherited(column, scene)),
    ...switches(table),
  ];
}

function columnsOf(table: SchemaObject, { to }: Scene): readonly SchemaObject[] {
  const parts = new Map(
    to.partsOf(table).flatMap((part) => (part.kind === 'column' ? [[part.name, part] as const] : [])),
  );
  return listOf(table, 'columnOrder').flatMap((name) => parts.get(name) ?? []);
}

function bodyOf(table: SchemaObject, columns: readonly SchemaObject[]): string {
  const partitionOf = textOf(table, 'partitionOf');
  if (partitionOf !== undefined) return ` PARTITION OF ${partitionOf} ${needed(table, 'partitionBound')}`;
  const type = textOf(table, 'ofType');
  if (type !== undefined) {
    const lines = columns.flatMap(typedColumn);
    return ` OF ${type}${lines.length === 0 ? '' : ` (\n${lines.join(',\n')}\n)`}`;
  }
  const lines = columns.map((column) => `  ${columnDefinition(column)}`);
  const parents = listOf(table, 'inherits');
  return ` (${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`})${parents.length === 0 ? '' : ` INHERITS (${parents.join(', ')})`}`;
}

/** What a column of a typed table has beside its type. */
function typedColumn(column: SchemaObject): readonly string[] {
  const definition = columnDefinition(column);
  const start = `${nameSql(column)} ${needed(column, 'type')}`;
  const rest = definition.startsWith(start) ? definition.slice(start.length) : '';
  return rest === '' ? [] : [`  ${nameSql(column)} WITH OPTIONS${rest}`];
}

function storageOf(table: SchemaObject): string {
  const [method, tablespace] = [textOf(table, 'accessMethod'), textOf(table, 'tablespace')];
  return [
    method === undefined ? '' : ` USING ${quoteIdentifier(method)}`,
    withOptions(listOf(table, 'options')),
    tablespace === undefined ? '' : ` TABLESPACE ${quoteIdentifier(tablespace)}`,
  ].join('');
}

function switches(table: SchemaObject): readonly string[] {
  const alter = `ALTER TABLE ${nameSql(table)}`;
  const identity = textOf(table, 'replicaIdentity');
  return [
    ...(has(table, 'rowSecurity') ? [`${alter} ENABLE ROW LEVEL SECURITY`] : []),
    ...(has(table, 'forcedRowSecurity') ? [`${alter} FORCE ROW LEVEL SECURITY`] : []),
    ...(identity === undefined ? [] : [`${alter} REPLICA IDENTITY ${identity.toUpperCase()}`]),
  ];
}

const unchangeable: Readonly<Record<string, string>> = {
  partitionKey: 'the key of a partitioned table cannot be changed',
  server: 'a foreign table cannot move to another server',
  columnOrder: 'Postgres cannot reorder columns',
};

function alterTable(change: Alteration): readonly string[] {
  const { to, changed } = change;
  for (const [name, why] of Object.entries(unchangeable)) if (changed.has(name)) throw new NotWritten(why);
  const parts = [...families(change), ...settings(change)];
  return [...partitionChange(change), ...parts.map((part) => `ALTER ${wordOf(to)} ${nameSql(to)} ${part}`)];
}

function wordOf({ kind }: SchemaObject): string {
  return kind === 'foreign table' ? 'FOREIGN TABLE' : 'TABLE';
}

function partitionChange({ from, to, changed }: Alteration): readonly string[] {
  if (!changed.has('partitionOf') && !changed.has('partitionBound')) return [];
  const [old, now] = [textOf(from, 'partitionOf'), textOf(to, 'partitionOf')];
  const name = nameSql(to);
  return [
    ...(old === undefined ? [] : [`ALTER TABLE ${old} DETACH PARTITION ${name}`]),
    ...(now === undefined
      ? []
      : [`ALTER TABLE ${now} ATTACH PARTITION ${name} ${needed(to, 'partitionBound')}`]),
  ];
}

function families({ from, to, changed }: Alteration): readonly string[] {
  const [old, now] = [listOf(from, 'inherits'), listOf(to, 'inherits')];
  const type = textOf(to, 'ofType');
  return [
    ...(changed.has('inherits') ? old.filter((each) => !now.includes(each)) : []).map(
      (parent) => `NO INHERIT ${parent}`,
    ),
    ...(changed.has('inherits') ? now.filter((each) => !old.includes(each)) : []).map(
      (parent) => `INHERIT ${parent}`,
    ),
    ...(changed.has('ofType') ? [type === undefined ? 'NOT OF' : `OF ${type}`] : []),
  ];
}

function settings({ from, to, changed }: Alteration): readonly string[] {
  const isForeign = to.kind === 'foreign table';
  const on = (name: string, yes: string, no: string) => (changed.has(name) ? [has(to, name) ? yes : no] : []);
  const [old, now] = [listOf(from, 'options'), listOf(to, 'options')];
  return [
    ...on('unlogged', 'SET UNLOGGED', 'SET LOGGED'),
    ...on(
      'accessMethod',
      `SET ACCESS METHOD ${quoteIdentifier(textOf(to, 'accessMethod') ?? '')}`,
      'SET ACCESS METHOD heap',
    ),
    ...on(
      'tablespace',
      `SET TABLESPACE ${quoteIdentifier(textOf(to, 'tablespace') ?? '')}`,
      'SET TABLESPACE pg_default',
    ),
    ...(!changed.has('options') ? [] : isForeign ? [changeForeignOptions(old, now)] : setOptions(old, now)),
    ...on(
      'replicaIdentity',
      `REPLICA IDENTITY ${textOf(to, 'replicaIdentity')?.toUpperCase()}`,
      'REPLICA IDENTITY DEFAULT',
    ),
    ...on('rowSecurity', 'ENABLE ROW LEVEL SECURITY', 'DISABLE ROW LEVEL SECURITY'),
    ...on('forcedRowSecurity', 'FORCE ROW LEVEL SECURITY', 'NO FORCE ROW LEVEL SECURITY'),
  ];
}
