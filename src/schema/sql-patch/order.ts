import { compareNames, type ObjectName, type SchemaObject } from '../snapshot.ts';
import { rankOf } from './kinds.ts';
import { mentionsOf } from './mentions.ts';
import { isRoutine } from './names.ts';
import { placeOf } from './scene.ts';
import { listOf, textOf } from './values.ts';

/** What is done to one object. */
export interface Step {
  readonly object: SchemaObject;
  readonly sql: readonly string[];
  /** What the reader must know of it. */
  readonly note?: string;
  /** Objects made or changed in the same step. */
  readonly parts?: readonly SchemaObject[];
  /** Default: that of the kind. */
  readonly rank?: number;
}

/** By kind, and what a definition mentions before it. Where two mention each other, the kind decides. */
export function inOrder(steps: readonly Step[]): readonly Step[] {
  const sorted = steps.toSorted(
    (left, right) => stepRank(left) - stepRank(right) || compareNames(left.object, right.object),
  );
  const find = dependencies(sorted);
  const done: Step[] = [];
  const seen = new Set<Step>();
  const visit = (step: Step) => {
    if (seen.has(step)) return;
    seen.add(step);
    for (const other of find(step)) visit(other);
    done.push(step);
  };
  for (const step of sorted) visit(step);
  return done;
}

function stepRank({ rank, object }: Step): number {
  return rank ?? rankOf(object);
}

/** As definitions mention it: a routine without its arguments. */
export function mentionedAs(object: ObjectName): string {
  const name = isRoutine(object.kind)
    ? object.name.slice(0, Math.max(object.name.indexOf('('), 0))
    : object.name;
  return placeOf({ schema: object.schema, name });
}

/** Steps that must come before one: those on what it mentions, and on the columns and the key of tables that it mentions. */
function dependencies(steps: readonly Step[]): (step: Step) => readonly Step[] {
  const wholes = new Map<string, Step[]>();
  const parts = new Map<string, Step[]>();
  for (const step of steps) {
    const { object } = step;
    // What comes after the object itself is no condition of anything.
    if (step.rank !== undefined) continue;
    if (object.parent === null) put(wholes, mentionedAs(object), step);
    else if (object.kind === 'column' || textOf(object, 'type') === 'primary key')
      put(parts, placeOf({ ...object, name: object.parent }), step);
  }
  return (step) => {
    const { object } = step;
    const own = object.parent === null ? placeOf(object) : placeOf({ ...object, name: object.parent });
    const places = new Set(
      [object, ...(step.parts ?? [])].flatMap((each) => [...mentionsOf(each), ...origin(each)]),
    );
    const columns = [...places].filter((place) => place !== own).flatMap((place) => parts.get(place) ?? []);
    const tables = object.parent === null ? [] : (wholes.get(own) ?? []);
    return [...tables, ...[...places].flatMap((place) => wholes.get(place) ?? []), ...columns].filter(
      (other) => other !== step,
    );
  };
}

/** The parent's part before the child's. */
function origin(object: SchemaObject): readonly string[] {
  const [schema, parent] = listOf(object, 'inheritedFrom');
  return schema === undefined || parent === undefined ? [] : [placeOf({ schema, name: parent })];
}

function put(map: Map<string, Step[]>, key: string, step: Step): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [step]);
  else list.push(step);
}
