import { diffSnapshots } from './diff-snapshots.ts';
import type { DiffOptions, ObjectChange, SchemaDiff } from './schema-diff.ts';
import { keyOf, type ObjectName, type SchemaSnapshot } from './snapshot.ts';

/** Both sides changed one object since the fork: whoever merges second finds it other than his migration expects. */
export interface Conflict {
  readonly object: ObjectName;
  readonly preview: ObjectChange;
  readonly parent: ObjectChange;
}

export interface ForkDiff {
  /** What the preview's migrations did: from the fork to the preview. */
  readonly preview: SchemaDiff;
  /** What came later in the parent: from the fork to the parent's head. Not the preview's doing. */
  readonly parent: SchemaDiff;
  readonly conflicts: readonly Conflict[];
  /** Changed alike on both sides: the preview's change is in the parent by now. */
  readonly alike: readonly ObjectName[];
}

/**
 * Three-way: a preview compared with its parent's head alone shows what came later in the parent as if the preview
 * had taken it back.
 * @param sides.fork the parent's schema when the preview was made from it
 * @param parentOptions how fork and parent's head are compared; default: in the same way
 */
export function diffAgainstFork(
  sides: {
    readonly fork: SchemaSnapshot;
    readonly parentHead: SchemaSnapshot;
    readonly preview: SchemaSnapshot;
  },
  options: DiffOptions = {},
  parentOptions: DiffOptions = options,
): ForkDiff {
  const preview = diffSnapshots(sides.fork, sides.preview, options);
  const parent = diffSnapshots(sides.fork, sides.parentHead, parentOptions);
  return { preview, parent, ...bothSides(preview, parent) };
}

/**
 * The same where the fork is gone, from a copy of the parent's head before and after the preview's migrations: what they
 * did there is theirs, and in what the preview differs from the migrated copy came later in the parent (or was done to the
 * preview by hand). What the preview has dropped meanwhile does not show in it.
 */
export function diffAgainstCopy(
  sides: {
    readonly parentHead: SchemaSnapshot;
    /** The copy of `parentHead` after the migrations. */
    readonly migrated: SchemaSnapshot;
    readonly preview: SchemaSnapshot;
  },
  options: DiffOptions = {},
  parentOptions: DiffOptions = options,
): ForkDiff {
  const preview = diffSnapshots(sides.parentHead, sides.migrated, options);
  const parent = diffSnapshots(sides.preview, sides.migrated, parentOptions);
  // What the migrations add was not there for the parent to change.
  const existing = preview.changes.filter(({ change }) => change !== 'added');
  return { preview, parent, ...bothSides({ ...preview, changes: existing }, parent) };
}

function bothSides(preview: SchemaDiff, parent: SchemaDiff): Pick<ForkDiff, 'conflicts' | 'alike'> {
  const theirs = new Map(
    parent.changes.flatMap((change) => touched(change).map((key) => [key, change] as const)),
  );
  const conflicts: Conflict[] = [];
  const alike: ObjectName[] = [];
  for (const change of preview.changes) {
    const own = touched(change).flatMap((key) => theirs.get(key) ?? []);
    const others = [
      ...new Set([...own, ...removalsAround(change, parent), ...changesInside(change, parent)]),
    ];
    for (const other of others) {
      if (isAlike(change, other)) alike.push(change.object);
      else conflicts.push({ object: change.object, preview: change, parent: other });
    }
  }
  return { conflicts, alike };
}

/** Keys that a change is about: a rename is about both of its names. */
function touched(change: ObjectChange): readonly string[] {
  return change.change === 'renamed' ? [keyOf(change.from), keyOf(change.object)] : [keyOf(change.object)];
}

/** The parent's head has dropped or renamed the table that the preview changes a part of. */
function removalsAround(change: ObjectChange, parent: SchemaDiff): readonly ObjectChange[] {
  if (change.object.parent === null || change.isWithin) return [];
  return parent.changes.filter((other) => isGone(other) && isPartOf(change.object, goneName(other)));
}

/** The preview drops or renames a table that the parent's head has changed a part of. */
function changesInside(change: ObjectChange, parent: SchemaDiff): readonly ObjectChange[] {
  if (!isGone(change)) return [];
  return parent.changes.filter((other) => !other.isWithin && isPartOf(other.object, goneName(change)));
}

function isGone(change: ObjectChange): boolean {
  return change.object.parent === null && (change.change === 'removed' || change.change === 'renamed');
}

function goneName(change: ObjectChange): ObjectName {
  return change.change === 'renamed' ? change.from : change.object;
}

function isPartOf(part: ObjectName, whole: ObjectName): boolean {
  return part.parent !== null && part.schema === whole.schema && part.parent === whole.name;
}

function isAlike(left: ObjectChange, right: ObjectChange): boolean {
  const outcome = ({ change, object, attributes }: ObjectChange) =>
    JSON.stringify([change, object, attributes]);
  return outcome(left) === outcome(right);
}
