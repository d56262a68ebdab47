import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import { NotWritten } from './values.ts';

/** `name=value` of the catalog. */
function split(option: string): readonly [name: string, value: string] {
  const at = option.indexOf('=');
  return [option.slice(0, at), option.slice(at + 1)];
}

/** `toast.fillfactor` is two identifiers. */
function optionName(name: string): string {
  return name.split('.').map(quoteIdentifier).join('.');
}

function assignments(options: readonly string[]): string {
  return options
    .map(split)
    .map(([name, value]) => `${optionName(name)} = ${quoteLiteral(value)}`)
    .join(', ');
}

/** ` WITH ("fillfactor" = '70')`; empty without any. */
export function withOptions(options: readonly string[]): string {
  return options.length === 0 ? '' : ` WITH (${assignments(options)})`;
}

/** `SET (…)` and `RESET (…)`, to come after `ALTER TABLE x`. */
export function setOptions(from: readonly string[], to: readonly string[]): readonly string[] {
  const kept = new Set(to.map((option) => split(option)[0]));
  const gone = from.map((option) => split(option)[0]).filter((name) => !kept.has(name));
  const news = to.filter((option) => !from.includes(option));
  return [
    ...(gone.length === 0 ? [] : [`RESET (${gone.map(optionName).join(', ')})`]),
    ...(news.length === 0 ? [] : [`SET (${assignments(news)})`]),
  ];
}

/** ` OPTIONS (host 'a')` of what is foreign. @throws NotWritten where the snapshot does not hold a value */
export function foreignOptions(options: readonly string[]): string {
  if (options.length === 0) return '';
  return ` OPTIONS (${options.map((option) => foreignOption(option, '')).join(', ')})`;
}

export function changeForeignOptions(from: readonly string[], to: readonly string[]): string {
  const olds = new Map(from.map(split));
  const news = new Map(to.map(split));
  const gone = [...olds.keys()].filter((name) => !news.has(name));
  const changed = to.filter((option) => !from.includes(option));
  const parts = [
    ...gone.map((name) => `DROP ${quoteIdentifier(name)}`),
    ...changed.map((option) => foreignOption(option, olds.has(split(option)[0]) ? 'SET ' : 'ADD ')),
  ];
  return ` OPTIONS (${parts.join(', ')})`;
}

function foreignOption(option: string, verb: string): string {
  const [name, value] = split(option);
  if (value === '***') throw new NotWritten(`the value of its option ${name} is a secret`);
  return `${verb}${quoteIdentifier(name)} ${quoteLiteral(value)}`;
}
