import type { SchemaObject } from '../snapshot.ts';
import type { Alteration } from './scene.ts';
import { has, needed } from './values.ts';

/** What dropping this takes with it that no script brings back. */
export function losesData(object: SchemaObject): boolean {
  if (object.kind === 'column') return !has(object, 'generated');
  return object.kind === 'table' || object.kind === 'sequence' || object.kind === 'extension';
}

const wider: Readonly<Record<string, readonly string[]>> = {
  smallint: ['integer', 'bigint', 'numeric', 'character varying'],
  integer: ['bigint', 'numeric', 'character varying', 'double precision'],
  bigint: ['numeric', 'character varying'],
  real: ['double precision'],
};

/** What the reader must know of a change of a column. */
export function noteOn(change: Alteration): string | undefined {
  const { from, to, changed } = change;
  if (to.kind !== 'column') return undefined;
  if (changed.has('type') && !isWider(needed(from, 'type'), needed(to, 'type')))
    return 'may lose data, or be refused for some rows';
  return has(to, 'identity') && !has(from, 'identity') ? 'its numbers begin anew' : undefined;
}

/** Whether every value of one type is one of the other. */
function isWider(old: string, now: string): boolean {
  if (now === 'text' || wider[old]?.includes(now) === true) return true;
  const [length, other] = [old, now].map((type) => /^character varying\((\d+)\)$/.exec(type)?.[1]);
  return length !== undefined && (now === 'character varying' || Number(other ?? 0) >= Number(length));
}
