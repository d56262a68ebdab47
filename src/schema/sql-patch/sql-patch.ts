import { displayIdentifier } from '../../postgres/object-name.ts';
import { counted } from '../../report/quantity.ts';
import { displayObject } from '../diff-words.ts';
import { objectKinds } from '../object-kinds.ts';
import type { SchemaDiff } from '../schema-diff.ts';
import { majorOf } from '../select-objects.ts';
import { keyOf, type SchemaObject, type SchemaSnapshot } from '../snapshot.ts';
import { intentsOf } from './intents.ts';
import type { Unwritten } from './ledger.ts';
import type { Step } from './order.ts';
import { planOf } from './plan.ts';
import { afterRenames, orderedRenames, type RenamedSide, withoutMoves } from './renamed.ts';
import { type Scene, type SideObjects, sideObjects } from './scene.ts';
import { addedValues } from './type-sql.ts';
import { textOf } from './values.ts';

export type { Unwritten } from './ledger.ts';

export interface SqlPatch {
  /** For psql; with comments. */
  readonly text: string;
  /** The same one by one, without comments and semicolons. */
  readonly statements: readonly string[];
  /** What of the difference the script leaves as it is; said in the text too. */
  readonly notWritten: readonly Unwritten[];
}

export interface PatchSides {
  readonly from: SchemaSnapshot;
  readonly to: SchemaSnapshot;
  /** Those that the diff was told to ignore: what says nothing of the new side is not put into statements. */
  readonly ignoreAttributes?: readonly string[];
  /** The role that will run the script, and own what it makes. Default: the one that owns most already. */
  readonly runner?: string;
}

/**
 * The statements that take a database with the schema `from` to the schema `to`, as far as the diff tells them apart. Made
 * from the snapshots alone. One transaction, but for new values of enums, which can be used only after theirs.
 */
export function sqlPatch(diff: SchemaDiff, sides: PatchSides): SqlPatch {
  const { from, to, ignoreAttributes = [] } = sides;
  const both = { from: sideObjects(from.objects), to: sideObjects(to.objects) };
  const changes = withoutMoves(diff.changes, both);
  const renamed = afterRenames(
    from.objects,
    changes.filter((change) => change.change === 'renamed'),
  );
  const ignored = new Set(ignoreAttributes);
  const scene: Scene = {
    major: majorOf(from),
    from: sideObjects(renamed.objects),
    to: both.to,
    ignored,
    runner: ignored.has('owner')
      ? undefined
      : (sides.runner ?? mostFrequentOwner(from.objects) ?? mostFrequentOwner(to.objects)),
  };
  const intents = intentsOf(changes, scene, renamed);
  const renames = orderedRenames(intents.renames, placedAfterTables(both.from, renamed));
  if (renames === undefined) return nothingWritten({ ...diff, changes });
  const { steps, notWritten } = planOf({ ...intents, renames }, scene);
  const values = intents.altered
    .filter((change) => change.to.kind === 'enum' && change.changed.has('values'))
    .flatMap(({ from: old, to: now }) => addedValues(renamed.originals.get(keyOf(old)) ?? old, now));
  const own = steps.flatMap(({ sql }) => sql);
  return {
    text: scriptText({ values, steps, notWritten, runner: scene.runner, versions: diff.versions }),
    statements: [...values, ...(own.length === 0 ? [] : [...opening, ...own, 'COMMIT'])],
    notWritten,
  };
}

/** Lines that a comment still holds, as of the textual patch; the whole is in the file. */
const mostLines = 1_500;

/** What the report shows of it. */
export function shownPatch({ text }: SqlPatch): string {
  const lines = text.trimEnd().split('\n');
  if (lines.length <= mostLines) return lines.join('\n');
  return [...lines.slice(0, mostLines), `-- … and ${lines.length - mostLines} more lines`].join('\n');
}

/** As the old side is when its tables have their new names, and nothing else has: so are the parts renamed. */
function placedAfterTables(from: SideObjects, { rename }: RenamedSide): SideObjects {
  return sideObjects(
    from.objects.map((object) =>
      object.parent === null ? object : { ...object, parent: rename(object).parent },
    ),
  );
}

function nothingWritten({ changes, versions }: SchemaDiff): SqlPatch {
  const why = 'names are exchanged, and no order of the statements leaves each free in time';
  const notWritten = changes.map(({ object }) => ({ object, why }));
  return {
    text: scriptText({ values: [], steps: [], notWritten, runner: undefined, versions }),
    statements: [],
    notWritten,
  };
}

/** Definitions of a snapshot name everything with its schema; bodies of functions may speak of what comes later. */
const opening = ['BEGIN', "SET LOCAL search_path = ''", 'SET LOCAL check_function_bodies = off'] as const;

function mostFrequentOwner(objects: readonly SchemaObject[]): string | undefined {
  const counts = new Map<string, number>();
  for (const object of objects) {
    const owner = textOf(object, 'owner');
    // A schema may belong to anybody: public belongs to whoever made the database.
    if (owner !== undefined && object.kind !== 'schema') counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  return most?.[0];
}

interface Script {
  readonly values: readonly string[];
  readonly steps: readonly Step[];
  readonly notWritten: readonly Unwritten[];
  readonly runner: string | undefined;
  readonly versions: SchemaDiff['versions'];
}

function scriptText({ values, steps, notWritten, runner, versions }: Script): string {
  const [server, writer] = [versions.from, versions.to].map((version) => Math.floor(version / 10_000));
  const written = steps.filter(({ sql }) => sql.length > 0);
  const head = [
    '-- Takes the old schema to the new one. Run it with: psql --set ON_ERROR_STOP=1 --file',
    ...(server === writer
      ? []
      : [`-- For PostgreSQL ${server}; definitions are as ${writer} wrote them, which it may not take.`]),
    ...(runner === undefined
      ? []
      : [`-- What it makes belongs to who runs it; in the new schema that is ${displayIdentifier(runner)}.`]),
    notWritten.length === 0
      ? '-- Every change is written.'
      : `-- ${counted(notWritten.length, 'change is', 'changes are')} not written: look for "not written".`,
    ...notWritten.map(
      ({ object, why }) =>
        `-- not written: ${objectKinds[object.kind].label} ${displayObject(object)}: ${why}`,
    ),
  ];
  const body = written.flatMap(({ sql, note }) => [
    ...(note === undefined ? [] : [comment(`-- ${note}`)]),
    ...sql.map(ended),
  ]);
  return [
    ...head.map(comment),
    ...(values.length === 0
      ? []
      : ['', '-- A new value of an enum can be used only after its own transaction.', ...values.map(ended)]),
    ...(body.length === 0 ? [] : ['', ...opening.map(ended), '', ...body, '', 'COMMIT;']),
    '',
  ].join('\n');
}

/** A name with a line break must not end the comment. */
function comment(line: string): string {
  return line.replace(/[\r\n]+/g, ' ');
}

function ended(statement: string): string {
  return `${statement};`;
}
