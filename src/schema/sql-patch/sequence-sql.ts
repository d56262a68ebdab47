import { quoteIdentifier } from '../../postgres/identifier.ts';
import type { SchemaObject } from '../snapshot.ts';
import { nameSql } from './names.ts';
import type { KindSql } from './scene.ts';
import { has, listOf, needed, textOf } from './values.ts';

/** Whose column it is comes later, when there is one (`ownedBySql`). */
export const sequenceSql: KindSql = {
  create: (sequence) => [
    `CREATE ${has(sequence, 'unlogged') ? 'UNLOGGED ' : ''}SEQUENCE ${nameSql(sequence)} ${optionsOf(sequence)}`,
  ],
  alter({ to, changed }) {
    const rest = [...changed].filter((name) => name !== 'unlogged' && name !== 'ownedBy');
    return [
      ...(rest.length === 0 ? [] : [`ALTER SEQUENCE ${nameSql(to)} ${optionsOf(to)}`]),
      ...(changed.has('unlogged')
        ? [`ALTER SEQUENCE ${nameSql(to)} SET ${has(to, 'unlogged') ? 'UNLOGGED' : 'LOGGED'}`]
        : []),
    ];
  },
};

const maxima: Readonly<Record<string, string>> = { smallint: '32767', integer: '2147483647' };
const minima: Readonly<Record<string, string>> = { smallint: '-32768', integer: '-2147483648' };

/** The greatest value of an integer type, where a sequence ends that is told nothing else. */
export function greatestOf(type: string): string {
  return maxima[type] ?? '9223372036854775807';
}

/** All of them, since ALTER SEQUENCE keeps what it is not told. */
function optionsOf(sequence: SchemaObject): string {
  const type = needed(sequence, 'type');
  const increment = textOf(sequence, 'increment') ?? '1';
  const isFalling = increment.startsWith('-');
  const least = isFalling ? (minima[type] ?? '-9223372036854775808') : '1';
  const greatest = isFalling ? '-1' : greatestOf(type);
  const minimum = textOf(sequence, 'minimum') ?? least;
  const maximum = textOf(sequence, 'maximum') ?? greatest;
  return [
    `AS ${type}`,
    `INCREMENT BY ${increment}`,
    `MINVALUE ${minimum}`,
    `MAXVALUE ${maximum}`,
    `START WITH ${textOf(sequence, 'start') ?? (isFalling ? maximum : minimum)}`,
    `CACHE ${textOf(sequence, 'cache') ?? '1'}`,
    has(sequence, 'cycle') ? 'CYCLE' : 'NO CYCLE',
  ].join(' ');
}

export function ownedBySql(sequence: SchemaObject): string {
  const owner = listOf(sequence, 'ownedBy');
  return `ALTER SEQUENCE ${nameSql(sequence)} OWNED BY ${owner.length === 0 ? 'NONE' : owner.map(quoteIdentifier).join('.')}`;
}
