/** From what is to be done to steps: renamed, dropped early, made and altered, dropped late. */
import { quoteLiteral } from '../../postgres/identifier.ts';
import { displayObject } from '../diff-words.ts';
import type { ObjectKind } from '../object-kinds.ts';
import { keyOf, type ObjectName, type SchemaObject } from '../snapshot.ts';
import { dropsIdentity } from './column-sql.ts';
import { losesData, noteOn } from './data-loss.ts';
import type { Intents } from './intents.ts';
import { kindSql } from './kinds.ts';
import { mentionsOf, textsOf } from './mentions.ts';
import { dropSql, nameSql, parentSql, renameSql } from './names.ts';
import { inOrder, mentionedAs, type Step } from './order.ts';
import { changeOwnedSql, defaultPrivilegesSql, ownedSql } from './owned-sql.ts';
import { closureFinder, type Seed } from './recreate.ts';
import { type Alteration, placeOf, type Scene } from './scene.ts';
import { ownedBySql } from './sequence-sql.ts';
import { has, listOf, NotWritten, textOf } from './values.ts';

export interface Unwritten {
  readonly object: ObjectName;
  readonly why: string;
}

export interface Plan {
  readonly steps: readonly Step[];
  /** By kind and name. */
  readonly notWritten: readonly Unwritten[];
}

export function planOf(intents: Intents, scene: Scene): Plan {
  const ledger = openLedger();
  for (const object of intents.nameless)
    ledger.refuse(object, 'Postgres made its name, which is another one on the old side');
  const altered = intents.altered.flatMap((change) => {
    const sql = ledger.attempt(change.to, () => alterSql(change, scene));
    return sql === undefined ? [] : [{ change, sql }];
  });
  const renewal = renewalOf({ intents, altered, scene, ledger });
  const isRenewed = ({ schema, parent }: ObjectName) =>
    parent !== null && renewal.relations.has(placeOf({ schema, name: parent }));
  const isPlain = (object: SchemaObject) => !renewal.again.has(keyOf(object)) && !isRenewed(object);
  refuseTaken({ intents, renewal, scene, ledger });
  const removed = intents.removed.filter((object) => isPlain(object) && !ledger.isRefused(object));
  const added = intents.added.filter((object) => isPlain(object) && !ledger.isRefused(object));
  const forward = withoutUnwritten(
    [
      ...[...added, ...renewedObjects(renewal, scene)].flatMap((object) =>
        createSteps(object, { scene, ledger }),
      ),
      ...altered.flatMap(({ change, sql }) =>
        sql === 'again' || !isPlain(change.to) || ledger.isRefused(change.to) ? [] : [alterStep(change, sql)],
      ),
      ...restoredDefaults(renewal.defaults, intents.altered, scene),
      ...ownedSequences({ intents, renewal, scene }),
    ],
    { scene, ledger },
  );
  const { early, late } = drops({ removed, renewal, added });
  return {
    steps: [
      ...intents.renames.filter(({ to }) => !isRenewed(to)).map(renameStep),
      ...released(altered),
      ...early,
      ...inOrder(forward),
      ...late,
    ],
    notWritten: ledger.all(),
  };
}

interface Ledger {
  attempt<T>(object: ObjectName, write: () => T): T | undefined;
  refuse(object: ObjectName, why: string): void;
  isRefused(object: ObjectName): boolean;
  forgive(object: ObjectName): void;
  all(): readonly Unwritten[];
}

function openLedger(): Ledger {
  const entries = new Map<string, Unwritten>();
  const refuse = ({ kind, schema, parent, name }: ObjectName, why: string) => {
    const object = { kind, schema, parent, name };
    entries.set(keyOf(object), { object, why });
  };
  return {
    refuse,
    attempt(object, write) {
      try {
        return write();
      } catch (thrown) {
        if (!(thrown instanceof NotWritten)) throw thrown;
        refuse(object, thrown.message);
        return undefined;
      }
    },
    isRefused: (object) => entries.has(keyOf(object)),
    forgive: (object) => void entries.delete(keyOf(object)),
    all: () => [...entries.values()],
  };
}

const owned: ReadonlySet<string> = new Set(['owner', 'grants', 'comment']);

function alterSql(change: Alteration, scene: Scene): readonly string[] | 'again' {
  const { to, changed } = change;
  if (to.kind === 'default privileges') return kindSql[to.kind].alter(change, scene);
  const changedSelf = new Set([...changed].filter((name) => !owned.has(name) && !scene.ignored.has(name)));
  const own = kindSql[to.kind].alter({ ...change, changed: changedSelf }, scene);
  return own === 'again' ? own : [...own, ...changeOwnedSql(change, scene)];
}

/** Objects that are dropped and made again, by key. */
interface Renewal {
  readonly again: ReadonlyMap<string, SchemaObject>;
  readonly defaults: ReadonlyMap<string, SchemaObject>;
  /** Views among them, by place: their parts go and come with them. */
  readonly relations: ReadonlySet<string>;
  /** Removed objects that others leave only when they are altered, by key. */
  readonly late: ReadonlySet<string>;
}

interface Written {
  readonly change: Alteration;
  readonly sql: readonly string[] | 'again';
}

interface RenewalRequest {
  readonly intents: Intents;
  readonly altered: readonly Written[];
  readonly scene: Scene;
  readonly ledger: Ledger;
}

function renewalOf({ intents, altered, scene, ledger }: RenewalRequest): Renewal {
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
function refuseTaken({ intents, renewal, scene, ledger }: Names): void {
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

/** As the new side has them, with all that belongs to them. */
function renewedObjects({ again }: Renewal, { to }: Scene): readonly SchemaObject[] {
  const objects = [...again.values()].flatMap((object) => {
    const now = to.find(object);
    return now === undefined ? [] : [now, ...(now.parent === null ? to.partsOf(now) : [])];
  });
  return [...new Map(objects.map((object) => [keyOf(object), object])).values()];
}

function createSql(object: SchemaObject, scene: Scene): readonly string[] {
  return [...kindSql[object.kind].create(object, scene), ...ownedSql(object, scene)];
}

interface StepContext {
  readonly scene: Scene;
  readonly ledger: Ledger;
}

function createSteps(object: SchemaObject, { scene, ledger }: StepContext): readonly Step[] {
  const columns = /table$/.test(object.kind)
    ? scene.to.partsOf(object).filter(({ kind }) => kind === 'column')
    : [];
  const sql = ledger.attempt(object, () => [
    ...createSql(object, scene),
    ...columns.flatMap((column) => ownedSql(column, scene)),
  ]);
  return sql === undefined ? [] : [{ object, sql, parts: columns }];
}

function alterStep(change: Alteration, sql: readonly string[]): Step {
  const note = noteOn(change);
  return { object: change.to, sql, ...(note === undefined ? {} : { note }) };
}

/** What needs a thing that is not written cannot be made either. */
function withoutUnwritten(steps: readonly Step[], { scene, ledger }: StepContext): readonly Step[] {
  const missing = ledger
    .all()
    .filter(({ object }) => object.parent === null)
    .map(({ object }) => object);
  const kept = steps.filter((step) => {
    const lacking = missing.find((object) => needs(step, object, scene));
    if (lacking === undefined) return true;
    ledger.refuse(step.object, `it needs ${displayObject(lacking)}, which is not written`);
    return false;
  });
  return kept.length === steps.length ? kept : withoutUnwritten(kept, { scene, ledger });
}

function needs({ object, parts = [] }: Step, lacking: ObjectName, { from, to }: Scene): boolean {
  if (keyOf(object) === keyOf(lacking)) return false;
  const all = [object, ...parts];
  const place = mentionedAs(lacking);
  const own = object.parent === null ? undefined : placeOf({ ...object, name: object.parent });
  const isMentioned = own === place || all.some((each) => mentionsOf(each).has(place));
  if (!isMentioned) return false;
  const [old, now] = [from.find(lacking), to.find(lacking)];
  if (old === undefined) return true;
  if (now === undefined || lacking.kind !== 'enum') return false;
  // It is there, without the new values.
  const news = listOf(now, 'values').filter((value) => !listOf(old, 'values').includes(value));
  return all.some((each) =>
    textsOf(each).some((text) => news.some((value) => text.includes(quoteLiteral(value).trim()))),
  );
}

function restoredDefaults(
  defaults: Renewal['defaults'],
  altered: readonly Alteration[],
  { to }: Scene,
): readonly Step[] {
  const changed = new Map(altered.map((change) => [keyOf(change.to), change.changed]));
  return [...defaults].flatMap(([key, column]) => {
    const now = to.find(column);
    const value = now === undefined ? undefined : textOf(now, 'default');
    const isSet = changed.get(key)?.has('default') === true;
    return now === undefined || value === undefined || has(now, 'generated') || isSet
      ? []
      : [
          {
            object: now,
            sql: [`ALTER TABLE ${parentSql(now)} ALTER COLUMN ${nameSql(now)} SET DEFAULT ${value}`],
            rank: 7.9,
          },
        ];
  });
}

interface SequencesRequest {
  readonly intents: Intents;
  readonly renewal: Renewal;
  readonly scene: Scene;
}

/** When the column is there. */
function ownedSequences({ intents }: SequencesRequest): readonly Step[] {
  const added = intents.added.filter((object) => object.kind === 'sequence' && has(object, 'ownedBy'));
  const changed = intents.altered.filter(
    ({ to, changed: names }) => names.has('ownedBy') && has(to, 'ownedBy'),
  );
  return [...added, ...changed.map(({ to }) => to)].map((object) => ({
    object,
    sql: [ownedBySql(object)],
    rank: 10.5,
  }));
}

/** A sequence that stays must not go with the column that it belonged to. */
function released(altered: readonly Written[]): readonly Step[] {
  return altered.flatMap(({ change }) => {
    const { from, to, changed } = change;
    const isFree = changed.has('ownedBy') && has(from, 'ownedBy');
    const sql = [
      ...(isFree ? [`ALTER SEQUENCE ${nameSql(to)} OWNED BY NONE`] : []),
      ...(changed.has('identity') ? dropsIdentity(change) : []),
    ];
    return sql.length === 0 ? [] : [{ object: to, sql }];
  });
}

function renameStep({ from, to, guess }: Intents['renames'][number]): Step {
  const object = { ...to, attributes: {} };
  return {
    object,
    sql: [renameSql(from, to)],
    ...(guess === undefined ? {} : { note: `a guess: ${guess}` }),
  };
}

/** What columns may need until they are altered. */
const lateKinds: ReadonlySet<ObjectKind> = new Set([
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

interface Drops {
  readonly removed: readonly SchemaObject[];
  readonly renewal: Renewal;
  readonly added: readonly SchemaObject[];
}

function drops({ removed, renewal, added }: Drops): {
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
