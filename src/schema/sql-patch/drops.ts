import { keyOf, type SchemaObject } from '../snapshot.ts';
import { losesData } from './data-loss.ts';
import { mentionsOf } from './mentions.ts';
import { dropSql, nameSql, parentSql } from './names.ts';
import { inOrder, mentionedAs, type Step } from './order.ts';
import { defaultPrivilegesSql } from './owned-sql.ts';
import { lateKinds, type Renewal } from './renewal.ts';
import { placeOf } from './scene.ts';
import { listOf } from './values.ts';

interface Drops {
  readonly removed: readonly SchemaObject[];
  readonly renewal: Renewal;
  readonly added: readonly SchemaObject[];
}

export function drops({ removed, renewal, added }: Drops): {
  readonly early: readonly Step[];
  readonly late: readonly Step[];
} {
  const taken = new Set(added.filter(({ parent }) => parent === null).map(placeOf));
  const early = new Set([
    ...renewal.again.values(),
    ...removed.filter(
      (object) =>
        (!lateKinds.has(object.kind) && !renewal.late.has(keyOf(object))) || taken.has(placeOf(object)),
    ),
  ]);
  for (let size = -1; size !== early.size; ) {
    size = early.size;
    const gone = new Set([...early].filter(({ parent }) => parent === null).map(mentionedAs));
    for (const object of removed)
      if (object.kind !== 'schema' && [...mentionsOf(object)].some((place) => gone.has(place)))
        early.add(object);
  }
  const detached = [...renewal.defaults.values()].map((column) => ({
    object: column,
    sql: [`ALTER TABLE ${parentSql(column)} ALTER COLUMN ${nameSql(column)} DROP DEFAULT`],
  }));
  return {
    early: inOrder([...[...early].map(dropStep), ...detached]).toReversed(),
    late: inOrder(removed.filter((object) => !early.has(object)).map(dropStep)).toReversed(),
  };
}

function dropStep(object: SchemaObject): Step {
  if (object.kind === 'default privileges')
    return { object, sql: defaultPrivilegesSql(object, [listOf(object, 'grants'), []]) };
  return { object, sql: [dropSql(object)], ...(losesData(object) ? { note: 'loses data' } : {}) };
}
