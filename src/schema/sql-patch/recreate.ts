/** What must be dropped and made again, since Postgres does not change a thing while others depend on it. */
import type { ObjectKind } from '../object-kinds.ts';
import { keyOf, type SchemaObject } from '../snapshot.ts';
import { isGiven } from './constraint-sql.ts';
import { hasParsedBody, mentionsColumn, mentionsOf } from './mentions.ts';
import { isRoutine } from './names.ts';
import { mentionedAs } from './order.ts';
import { placeOf, type SideObjects } from './scene.ts';
import { has, NotWritten, textOf } from './values.ts';

/** Of the old side, by its new name. */
export interface Seed {
  readonly object: SchemaObject;
  readonly why: 'again' | 'removed' | 'typed';
}

export interface Closure {
  /** Dropped early and made again, by key. */
  readonly again: ReadonlyMap<string, SchemaObject>;
  /** Columns whose default is taken away meanwhile. */
  readonly defaults: ReadonlyMap<string, SchemaObject>;
  /** What depends on it and cannot be made again. */
  readonly blockedBy: SchemaObject | undefined;
}

interface Sides {
  readonly from: SideObjects;
  readonly to: SideObjects;
}

const renewable: ReadonlySet<ObjectKind> = new Set([
  'view',
  'materialized view',
  'rule',
  'policy',
  'trigger',
  'function',
  'procedure',
  'aggregate',
  'constraint',
  'index',
  'statistics',
  'event trigger',
]);

/** @returns what follows from one seed */
export function closureFinder({ from, to }: Sides): (seed: Seed) => Closure {
  const mentioning = new Map<string, SchemaObject[]>();
  for (const object of from.objects)
    for (const place of mentionsOf(object)) {
      const list = mentioning.get(place);
      if (list === undefined) mentioning.set(place, [object]);
      else list.push(object);
    }
  const dependentsOf = (seed: Seed) =>
    candidates(seed, { from, mentioning }).filter(({ kind }) => kind !== 'publication');
  return (first) => {
    const again = new Map<string, SchemaObject>();
    const defaults = new Map<string, SchemaObject>();
    const queue: Seed[] = [first];
    let blockedBy: SchemaObject | undefined;
    for (const seed of queue)
      for (const object of dependentsOf(seed)) {
        const key = keyOf(object);
        // Removed anyway, or part of what is.
        if (to.find(object) === undefined || again.has(key) || isGiven(object)) continue;
        if (object.kind === 'column' && has(object, 'default') && !has(object, 'generated'))
          defaults.set(key, object);
        else if (!renewable.has(object.kind)) blockedBy ??= object;
        else {
          again.set(key, object);
          queue.push({ object, why: 'again' });
        }
      }
    return { again, defaults, blockedBy };
  };
}

interface Context {
  readonly from: SideObjects;
  readonly mentioning: ReadonlyMap<string, readonly SchemaObject[]>;
}

function candidates({ object, why }: Seed, context: Context): readonly SchemaObject[] {
  const about = (place: string) => (context.mentioning.get(place) ?? []).filter((other) => other !== object);
  if (object.kind === 'column') return columnDependents({ object, why }, context);
  if (object.kind === 'constraint' || object.kind === 'index') {
    if (!/^(?:primary key|unique)$/.test(textOf(object, 'type') ?? '') && !has(object, 'unique')) return [];
    const table = placeOf({ schema: object.schema, name: object.parent ?? '' });
    return about(table).filter(
      (other) =>
        textOf(other, 'type') === 'foreign key' ||
        // Grouped by the key alone, a query may show the other columns.
        (/view$/.test(other.kind) && /\bGROUP BY\b/.test(textOf(other, 'definition') ?? '')),
    );
  }
  if (object.parent !== null) return [];
  return about(mentionedAs(object)).filter(
    (other) =>
      !isPartOf(other, object) &&
      // Arguments of a function that only reads a table are no reason.
      (!isRoutine(object.kind) ||
        !isRoutine(other.kind) ||
        hasParsedBody(other) ||
        other.kind === 'aggregate'),
  );
}

function isPartOf(part: SchemaObject, whole: SchemaObject): boolean {
  return part.parent !== null && part.schema === whole.schema && part.parent === whole.name;
}

function columnDependents({ object, why }: Seed, { from, mentioning }: Context): readonly SchemaObject[] {
  const relation = { schema: object.schema, name: object.parent ?? '' };
  const table = from.relation(relation.schema, relation.name);
  if (
    why === 'typed' &&
    mentionsColumn(
      {
        ...object,
        kind: 'table',
        attributes: { partitionKey: textOf(table ?? object, 'partitionKey') ?? '' },
      },
      object.name,
    )
  )
    throw new NotWritten('the table is partitioned by it');
  const around = [
    ...(mentioning.get(placeOf(relation)) ?? []),
    ...(table === undefined ? [] : from.partsOf(table)),
  ];
  return [...new Set(around)].filter(
    (other) => keyOf(other) !== keyOf(object) && holds(other, why) && mentionsColumn(other, object.name),
  );
}

/** Whether a thing of this kind keeps a column from being dropped, or from another type. */
function holds(object: SchemaObject, why: Seed['why']): boolean {
  switch (object.kind) {
    case 'view':
    case 'materialized view':
    case 'rule':
    case 'policy':
    case 'trigger':
      return true;
    case 'function':
    case 'procedure':
      return hasParsedBody(object);
    case 'column':
      return has(object, 'generated');
    case 'constraint':
      return why === 'typed' && textOf(object, 'type') === 'foreign key';
    default:
      return false;
  }
}
