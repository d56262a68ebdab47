/** From what is to be done to steps: renamed, dropped early, made and altered, dropped late. */
import { quoteLiteral } from '../../postgres/identifier.ts';
import { displayObject } from '../diff-words.ts';
import { type AttributeValue, keyOf, type ObjectName, type SchemaObject } from '../snapshot.ts';
import { dropsIdentity } from './column-sql.ts';
import { noteOn } from './data-loss.ts';
import { drops } from './drops.ts';
import type { Intents } from './intents.ts';
import { kindSql } from './kinds.ts';
import { type Ledger, openLedger, type Unwritten } from './ledger.ts';
import { mentionsOf, textsOf } from './mentions.ts';
import { nameSql, parentSql, renameSql } from './names.ts';
import { inOrder, mentionedAs, type Step } from './order.ts';
import { changeOwnedSql, ownedSql } from './owned-sql.ts';
import { createSql, type Renewal, refuseTaken, renewalOf, type Written } from './renewal.ts';
import { type Alteration, placeOf, type Scene } from './scene.ts';
import { ownedBySql } from './sequence-sql.ts';
import { has, listOf, textOf } from './values.ts';

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
  const full = scene.ignored.has('owner') ? { ...scene, ignored: new Set<string>() } : scene;
  refuseTaken({ intents, renewal, scene, ledger });
  const removed = intents.removed.filter((object) => isPlain(object) && !ledger.isRefused(object));
  const added = intents.added.filter((object) => isPlain(object) && !ledger.isRefused(object));
  const forward = withoutUnwritten(
    [
      ...added.flatMap((object) => createSteps(object, { scene, ledger })),
      ...renewedObjects(renewal, scene).flatMap((object) => createSteps(object, { scene: full, ledger })),
      ...altered.flatMap(({ change, sql }) =>
        sql === 'again' || !isPlain(change.to) || ledger.isRefused(change.to) ? [] : [alterStep(change, sql)],
      ),
      ...restoredDefaults(renewal.defaults, intents.altered, scene),
      ...ownedSequences(intents),
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

const owned: ReadonlySet<string> = new Set(['owner', 'grants', 'comment']);

function alterSql(change: Alteration, scene: Scene): readonly string[] | 'again' {
  const { to, changed } = change;
  if (to.kind === 'default privileges') return kindSql[to.kind].alter(change, scene);
  const changedSelf = new Set([...changed].filter((name) => !owned.has(name) && !scene.ignored.has(name)));
  const own = kindSql[to.kind].alter({ ...change, changed: changedSelf }, scene);
  return own === 'again' ? own : [...own, ...changeOwnedSql(change, scene)];
}

/** As the new side has them, with all that belongs to them; what the diff ignores stays as the old side has it. */
function renewedObjects({ again }: Renewal, { from, to, ignored }: Scene): readonly SchemaObject[] {
  const objects = [...again.values()].flatMap((object) => {
    const now = to.find(object);
    if (now === undefined) return [];
    if (now.parent !== null) return [now];
    // A column of a view may be known for its grants alone.
    const more = ignored.has('grants') ? from.partsOf(object).filter(({ kind }) => kind === 'column') : [];
    return [now, ...more, ...to.partsOf(now)];
  });
  const unique = [...new Map(objects.map((object) => [keyOf(object), object])).values()];
  return unique.map((object) => {
    const old: Readonly<Record<string, AttributeValue>> = from.find(object)?.attributes ?? {};
    const kept = Object.entries(object.attributes).filter(([name]) => !ignored.has(name));
    const own = Object.entries(old).filter(([name]) => ignored.has(name));
    const isThere = to.find(object) !== undefined;
    return { ...object, attributes: Object.fromEntries([...(isThere ? kept : []), ...own]) };
  });
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

/** When the column is there. */
function ownedSequences(intents: Intents): readonly Step[] {
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
