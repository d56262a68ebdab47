import type { SchemaObject } from '../snapshot.ts';
import type { Alteration } from './scene.ts';
import { has, needed } from './values.ts';

/** What dropping this takes with it that no script brings back. */
export function losesData(object: SchemaObject): boolean {
  if (object.kind === 'column') return !has(object, 'generated');
  return object.kind === 'table' || object.kind === 'sequence' || object.kind === 'extension';
}

const wider: Readonly<Record<string, readonly string[]>> = {
  smallint: ['integer', 'bigint', 'numeric', 'text', 'character varying'],
  integer: ['bigint', 'numeric', 'text', 'character varying', 'double precision'],
  bigint: ['numeric', 'text', 'character varying'],
  real: ['double precision'],
  json: ['text'],
  date: ['text'],
  uuid: ['text'],
};

/** A conversion that can round, cut, or be refused for a row. */
export function mayLoseData({ from, to, changed }: Alteration): boolean {
  if (to.kind !== 'column' || !changed.has('type')) return false;
  const [old, now] = [needed(from, 'type'), needed(to, 'type')];
  if (now === 'text' || wider[old]?.includes(now) === true) return false;
  const [a, b] = [
    /^character varying\((\d+)\)$/.exec(old)?.[1],
    /^character varying(?:\((\d+)\))?$/.exec(now),
  ];
  return !(a !== undefined && b !== null && (b[1] === undefined || Number(b[1]) >= Number(a)));
}
