import type { ObjectName } from './snapshot.ts';

/**
 * Endings of the names that Postgres makes (`ChooseConstraintName`, `ChooseIndexName` in the sources), with the number
 * that it adds where the name is taken.
 */
const endings: Readonly<Partial<Record<ObjectName['kind'], RegExp>>> = {
  constraint: /_(?:pkey|key|fkey|check|excl)[0-9]*$/,
  index: /_idx[0-9]*$/,
};

/** Whether nobody chose this name. It begins with the table's, which may be cut. */
export function hasSystemName({ kind, name, parent }: ObjectName): boolean {
  const start = (parent ?? '').slice(0, 20);
  return endings[kind]?.test(name) === true && name.startsWith(start);
}
