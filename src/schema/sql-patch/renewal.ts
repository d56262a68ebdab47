/** What of the changes makes a thing to be dropped and made again, and what stands in the way of that. */
import { displayObject } from '../diff-words.ts';
import type { ObjectKind } from '../object-kinds.ts';
import { keyOf, type SchemaObject } from '../snapshot.ts';
import type { Intents } from './intents.ts';
import { kindSql } from './kinds.ts';
import type { Ledger } from './ledger.ts';
import { mentionsOf } from './mentions.ts';
import { mentionedAs } from './order.ts';
import { ownedSql } from './owned-sql.ts';
import { closureFinder, type Seed } from './recreate.ts';
import { type Alteration, placeOf, type Scene } from './scene.ts';
import { has, NotWritten } from './values.ts';

/** What columns may need until they are altered. */
export const lateKinds: ReadonlySet<ObjectKind> = new Set([
  'schema',
  'extension',
  'enum',
  'domain',
  'composite type',
  'range type',
  'collation',
  'sequence',
  'function',
  'procedure',
  'aggregate',
  'foreign server',
  'other',
]);

/** Objects that are dropped and made again, by key. */
export interface Renewal {
  readonly again: ReadonlyMap<string, SchemaObject>;
  readonly defaults: ReadonlyMap<string, SchemaObject>;
  /** Views among them, by place: their parts go and come with them. */
  readonly relations: ReadonlySet<string>;
  /** Removed objects that others leave only when they are altered, by key. */
  readonly late: ReadonlySet<string>;
}

export interface Written {
  readonly change: Alteration;
  readonly sql: readonly string[] | 'again';
}

interface RenewalRequest {
  readonly intents: Intents;
  readonly altered: readonly Written[];
  readonly scene: Scene;
  readonly ledger: Ledger;
}

export function renewalOf({ intents, altered, scene, ledger }: RenewalRequest): Renewal {
  const seeds = seedsOf(intents, altered);
  const again = new Map<string, SchemaObject>();
  const defaults = new Map<string, SchemaObject>();
  const late = new Set<string>();
  const find = seeds.length === 0 ? undefined : closureFinder(scene);
  for (const seed of seeds)
    ledger.attempt(seed.object, () => {
      const closure = find?.(seed);
      if (closure?.blockedBy !== undefined && seed.why !== 'removed')
        throw new NotWritten(`${displayObject(closure.blockedBy)} depends on it`);
      if (closure?.blockedBy !== undefined) late.add(keyOf(seed.object));
      const own = seed.why === 'again' ? [[keyOf(seed.object), seed.object] as const] : [];
      const all = [...own, ...(closure?.again ?? [])];
      for (const [, object] of all) createSql(scene.to.find(object) ?? object, scene);
      for (const [key, object] of all) again.set(key, object);
      for (const [key, object] of closure?.defaults ?? []) defaults.set(key, object);
    });
  for (const object of again.values()) ledger.forgive(object);
  const relations = [...again.values()].filter(({ parent }) => parent === null).map(placeOf);
  return { again, defaults, relations: new Set(relations), late };
}

function seedsOf({ removed }: Intents, altered: readonly Written[]): readonly Seed[] {
  return [
    ...removed
      .filter(({ kind }) => !lateKinds.has(kind))
      .map((object) => ({ object, why: 'removed' as const })),
    ...altered.flatMap(({ change: { from, to, changed }, sql }): readonly Seed[] => {
      if (sql === 'again') return [{ object: from, why: 'again' }];
      const isTyped = to.kind === 'column' && (changed.has('type') || changed.has('collation'));
      return isTyped && !has(to, 'inheritedFrom') ? [{ object: from, why: 'typed' }] : [];
    }),
  ];
}

interface Names {
  readonly intents: Intents;
  readonly renewal: Renewal;
  readonly scene: Scene;
  readonly ledger: Ledger;
}

/** What columns have until they are altered cannot leave its name to another thing before. */
export function refuseTaken({ intents, renewal, scene, ledger }: Names): void {
  const { again, late } = renewal;
  const added = new Map(
    intents.added.filter(({ parent }) => parent === null).map((object) => [placeOf(object), object]),
  );
  for (const object of intents.removed) {
    const successor = object.parent === null ? added.get(placeOf(object)) : undefined;
    if (successor === undefined || !(lateKinds.has(object.kind) || late.has(keyOf(object)))) continue;
    const user = scene.from.objects.find(
      (other) =>
        mentionsOf(other).has(mentionedAs(object)) &&
        scene.to.find(other) !== undefined &&
        !again.has(keyOf(other)),
    );
    if (user === undefined) continue;
    ledger.refuse(object, `${displayObject(user)} still has it when another thing needs its name`);
    ledger.refuse(successor, `its name is not free before ${displayObject(user)} is altered`);
  }
}

export function createSql(object: SchemaObject, scene: Scene): readonly string[] {
  return [...kindSql[object.kind].create(object, scene), ...ownedSql(object, scene)];
}
