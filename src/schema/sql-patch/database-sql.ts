/** What is above tables: schemas, extensions, event triggers, publications, foreign servers. */
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import type { SchemaObject } from '../snapshot.ts';
import { nameSql, targetOf } from './names.ts';
import { changeForeignOptions, foreignOptions } from './options-sql.ts';
import { firingOf } from './part-sql.ts';
import type { Alteration, KindSql } from './scene.ts';
import { has, listOf, NotWritten, needed, textOf } from './values.ts';

export const schemaSql: KindSql = { create: (schema) => [`CREATE ${targetOf(schema)}`], alter: () => [] };

export const extensionSql: KindSql = {
  create: (extension) => [
    `CREATE ${targetOf(extension)} SCHEMA ${needed(extension, 'schema')} VERSION ${quoteLiteral(needed(extension, 'version'))}`,
  ],
  alter({ from, to, changed }) {
    if (isOlder(needed(to, 'version'), needed(from, 'version')))
      throw new NotWritten('extensions have no way back to an older version');
    const version = quoteLiteral(needed(to, 'version'));
    return [
      ...(changed.has('version') ? [`ALTER ${targetOf(to)} UPDATE TO ${version}`] : []),
      ...(changed.has('schema') ? [`ALTER ${targetOf(to)} SET SCHEMA ${needed(to, 'schema')}`] : []),
    ];
  },
};

function isOlder(left: string, right: string): boolean {
  return left.localeCompare(right, 'en', { numeric: true }) < 0;
}

function enableSql(trigger: SchemaObject): string {
  return `ALTER ${targetOf(trigger)} ${firingOf(trigger)}`;
}

export const eventTriggerSql: KindSql = {
  create(trigger) {
    const tags = listOf(trigger, 'tags').map(quoteLiteral);
    const when = tags.length === 0 ? '' : ` WHEN TAG IN (${tags.join(', ')})`;
    return [
      `CREATE ${targetOf(trigger)} ON ${needed(trigger, 'event')}${when} EXECUTE FUNCTION ${needed(trigger, 'function')}()`,
      ...(has(trigger, 'enabled') ? [enableSql(trigger)] : []),
    ];
  },
  alter: ({ to, changed }) =>
    changed.has('event') || changed.has('tags') || changed.has('function')
      ? 'again'
      : changed.has('enabled')
        ? [enableSql(to)]
        : [],
};

export const publicationSql: KindSql = {
  create: (publication) => [
    `CREATE ${targetOf(publication)}${published(publication)} WITH (${settings(publication)})`,
  ],
  alter(change) {
    const { to, changed } = change;
    if (changed.has('allTables')) return 'again';
    const isOther = ['operations', 'viaRoot', 'generatedColumns'].some((name) => changed.has(name));
    return [...membership(change), ...(isOther ? [`ALTER ${targetOf(to)} SET (${settings(to)})`] : [])];
  },
};

function published(publication: SchemaObject): string {
  if (has(publication, 'allTables')) return ' FOR ALL TABLES';
  const members = membersOf(publication);
  return members === '' ? '' : ` FOR ${members}`;
}

function membersOf(publication: SchemaObject): string {
  const tables = listOf(publication, 'tables').map(publishedTable);
  const schemas = listOf(publication, 'schemas').map(quoteIdentifier);
  return [
    ...(tables.length === 0 ? [] : [`TABLE ${tables.join(', ')}`]),
    ...(schemas.length === 0 ? [] : [`TABLES IN SCHEMA ${schemas.join(', ')}`]),
  ].join(', ');
}

/** `public.users (id) WHERE active`: the condition must stand in parentheses. */
function publishedTable(line: string): string {
  const match = /^((?:"(?:[^"]|"")*"|[^"])*?) WHERE (.*)$/s.exec(line);
  return match === null ? line : `${match[1]} WHERE (${match[2]})`;
}

function membership({ from, to, changed }: Alteration): readonly string[] {
  if (!changed.has('tables') && !changed.has('schemas')) return [];
  const members = membersOf(to);
  if (members !== '') return [`ALTER ${targetOf(to)} SET ${members}`];
  const schemas = listOf(from, 'schemas').map(quoteIdentifier);
  if (listOf(from, 'tables').length > 0) throw new NotWritten('its last tables cannot be taken away safely');
  return [`ALTER ${targetOf(to)} DROP TABLES IN SCHEMA ${schemas.join(', ')}`];
}

function settings(publication: SchemaObject): string {
  const generated = textOf(publication, 'generatedColumns');
  return [
    `publish = ${quoteLiteral(listOf(publication, 'operations').join(', '))}`,
    `publish_via_partition_root = ${has(publication, 'viaRoot')}`,
    ...(generated === undefined
      ? []
      : [`publish_generated_columns = ${generated === 's' ? 'stored' : 'none'}`]),
  ].join(', ');
}

export const serverSql: KindSql = {
  create(server) {
    const [type, version] = [textOf(server, 'type'), textOf(server, 'version')];
    const more = `${type === undefined ? '' : ` TYPE ${quoteLiteral(type)}`}${version === undefined ? '' : ` VERSION ${quoteLiteral(version)}`}`;
    const wrapper = quoteIdentifier(needed(server, 'wrapper'));
    return [
      `CREATE ${targetOf(server)}${more} FOREIGN DATA WRAPPER ${wrapper}${foreignOptions(listOf(server, 'options'))}`,
    ];
  },
  alter({ from, to, changed }) {
    if (changed.has('type') || changed.has('wrapper'))
      throw new NotWritten('a server cannot become another one');
    const version = textOf(to, 'version');
    const options = changed.has('options')
      ? changeForeignOptions(listOf(from, 'options'), listOf(to, 'options'))
      : '';
    if (!changed.has('version') && options === '') return [];
    return [
      `ALTER SERVER ${nameSql(to)}${changed.has('version') ? ` VERSION ${version === undefined ? 'NULL' : quoteLiteral(version)}` : ''}${options}`,
    ];
  },
};
