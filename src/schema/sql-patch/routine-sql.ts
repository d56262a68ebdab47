/** Functions, procedures and aggregates. */
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import type { SchemaObject } from '../snapshot.ts';
import { hasParsedBody } from './mentions.ts';
import { signatureOf } from './names.ts';
import type { KindSql } from './scene.ts';
import { has, listOf, NotWritten, needed, textOf } from './values.ts';

export const routineSql: KindSql = {
  create: (routine) => [routineDefinition(routine)],
  // What REPLACE refuses, or keeps: the result, names and defaults of arguments.
  alter: ({ to, changed }) =>
    changed.size === 0
      ? []
      : changed.has('returns') || changed.has('arguments') || changed.has('window')
        ? 'again'
        : [routineDefinition(to)],
};

/** Name with arguments as they are declared. */
function declared(routine: SchemaObject): string {
  const { name } = signatureOf(routine);
  const place = `${quoteIdentifier(routine.schema ?? '')}.${quoteIdentifier(name)}`;
  return `${place}(${textOf(routine, 'arguments') ?? (routine.kind === 'aggregate' ? '*' : '')})`;
}

function routineDefinition(routine: SchemaObject): string {
  const isFunction = routine.kind === 'function';
  const returns = textOf(routine, 'returns');
  const language = needed(routine, 'language');
  return [
    `CREATE OR REPLACE ${isFunction ? 'FUNCTION' : 'PROCEDURE'} ${declared(routine)}`,
    ...(isFunction && returns !== undefined ? [`  RETURNS ${returns}`] : []),
    [`  LANGUAGE ${quoteIdentifier(language)}`, ...properties(routine)].join(' '),
    ...listOf(routine, 'settings').map((setting) => `  ${settingSql(setting)}`),
    bodySql(routine, language),
  ].join('\n');
}

function properties(routine: SchemaObject): readonly string[] {
  const word = (name: string, start = '') => {
    const value = textOf(routine, name);
    return value === undefined ? [] : [`${start}${value.toUpperCase()}`];
  };
  const on = (name: string, words: string) => (has(routine, name) ? [words] : []);
  const support = textOf(routine, 'support');
  return [
    ...on('window', 'WINDOW'),
    ...word('volatility'),
    ...word('parallel', 'PARALLEL '),
    ...on('strict', 'STRICT'),
    ...on('securityDefiner', 'SECURITY DEFINER'),
    ...on('leakproof', 'LEAKPROOF'),
    ...word('cost', 'COST '),
    ...word('rows', 'ROWS '),
    ...(support === undefined ? [] : [`SUPPORT ${support}`]),
  ];
}

/** Their value is a list of names, quoted one by one (GUC_LIST_QUOTE in guc_tables.c). */
const listSettings =
  /^(?:search_path|temp_tablespaces|local_preload_libraries|session_preload_libraries|shared_preload_libraries|unix_socket_directories)$/i;

function settingSql(setting: string): string {
  const at = setting.indexOf('=');
  const [name, value] = [setting.slice(0, at), setting.slice(at + 1)];
  const items = listSettings.test(name)
    ? [...value.matchAll(/"((?:[^"]|"")*)"|[^\s,"]+/g)].map(([whole, quoted]) =>
        quoted === undefined ? whole : quoted.replaceAll('""', '"'),
      )
    : [value];
  const words = items.length === 0 ? [''] : items;
  return `SET ${name.split('.').map(quoteIdentifier).join('.')} TO ${words.map((item) => quoteLiteral(item).trim()).join(', ')}`;
}

function bodySql(routine: SchemaObject, language: string): string {
  const body = textOf(routine, 'body') ?? '';
  if (hasParsedBody(routine)) return body;
  if (language !== 'c') return `AS ${dollarQuoted(body)}`;
  const at = body.lastIndexOf(', ');
  return `AS ${quoteLiteral(body.slice(0, at))}, ${quoteLiteral(body.slice(at + 2))}`;
}

/** A tag that the text does not hold, nor can make with its end. */
function dollarQuoted(text: string): string {
  let tag = '$body$';
  for (let number = 1; text.includes(tag.slice(0, -1)); number += 1) tag = `$body_${number}$`;
  return `${tag}${text}${tag}`;
}

export const aggregateSql: KindSql = {
  create: (aggregate) => [aggregateDefinition(aggregate)],
  alter: ({ to, changed }) =>
    changed.size === 0
      ? []
      : changed.has('returns') || changed.has('arguments')
        ? 'again'
        : [aggregateDefinition(to)],
};

const modifyWords: Readonly<Record<string, string>> = { r: 'READ_ONLY', s: 'SHAREABLE', w: 'READ_WRITE' };

function aggregateDefinition(aggregate: SchemaObject): string {
  const parallel = textOf(aggregate, 'parallel');
  const parts = [
    ...listOf(aggregate, 'parts').map(partSql),
    ...(parallel === undefined ? [] : [`PARALLEL = ${parallel.toUpperCase()}`]),
  ].filter((part) => part !== '');
  return `CREATE OR REPLACE AGGREGATE ${declared(aggregate)} (${parts.join(', ')})`;
}

/** `SFUNC = int4mul`, as the snapshot has them. */
function partSql(part: string): string {
  const at = part.indexOf(' = ');
  const [name, value] = [part.slice(0, at), part.slice(at + 3)];
  switch (name) {
    case 'KIND':
      return value === 'hypothetical' ? 'HYPOTHETICAL' : '';
    case 'INITCOND':
    case 'MINITCOND':
      return `${name} = ${quoteLiteral(value)}`;
    case 'FINALFUNC_EXTRA':
      return name;
    case 'FINALFUNC_MODIFY':
      return `${name} = ${modifyWords[value] ?? value}`;
    case 'SORTOP':
      throw new NotWritten('it has a sort operator');
    default:
      return `${name} = ${value}`;
  }
}
