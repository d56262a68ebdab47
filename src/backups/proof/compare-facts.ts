/** Holds a restored copy against what was dumped. */
import { displayIdentifier, displayName } from '../../postgres/object-name.ts';
import type {
  ContentDifference,
  DatabaseFacts,
  ExtensionVersion,
  MaterialisedView,
  Omission,
  SequenceState,
  TableFingerprint,
} from './database-facts.ts';

export interface FactsComparison {
  /** Empty: all that could be compared is equal. */
  readonly differences: readonly ContentDifference[];
  /** What neither proves nor disproves anything, of either side. */
  readonly notCompared: readonly Omission[];
  /** Tables and sequences that were fingerprinted when they were dumped, and could not be read in the copy. */
  readonly unproved: readonly string[];
}

/**
 * @param expected of the source, or of the archive
 * @param actual of the copy, by the same algorithm
 * @throws Error when the two are of different algorithms: their hashes never agree
 */
export function compareFacts(expected: DatabaseFacts, actual: DatabaseFacts): FactsComparison {
  if (expected.algorithm !== actual.algorithm)
    throw new Error(`Fingerprints by ${expected.algorithm} cannot be held against ${actual.algorithm}.`);
  const notCompared = [...expected.notCompared, ...actual.notCompared];
  const skipped = new Set(notCompared.map(({ subject }) => subject));
  return {
    differences: [
      ...tableDifferences(expected.tables, actual.tables, skipped),
      ...viewDifferences(expected.materialisedViews, actual.materialisedViews),
      ...sequenceDifferences(expected.sequences, actual.sequences, skipped),
      ...largeObjectDifferences(expected, actual),
      ...extensionDifferences(expected.extensions, actual.extensions),
      ...invalidDifferences(expected.invalidObjects, actual.invalidObjects),
    ],
    notCompared: distinct([...notCompared, ...otherVersions(expected.extensions, actual.extensions)]),
    unproved: [
      ...unreadInCopy(expected.tables, actual.tables, actual.notCompared),
      ...unreadInCopy(expected.sequences, actual.sequences, actual.notCompared),
    ],
  };
}

function unreadInCopy(
  expected: readonly Named[],
  actual: readonly Named[],
  notCompared: readonly Omission[],
): readonly string[] {
  const skipped = new Set(notCompared.map(({ subject }) => subject));
  const read = byName(actual);
  return [...byName(expected).keys()].filter((subject) => !read.has(subject) && skipped.has(subject));
}

type Named = Pick<TableFingerprint, 'schema' | 'name'>;

function byName<T extends Named>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((entry) => [displayName(entry), entry]));
}

function tableDifferences(
  expected: readonly TableFingerprint[],
  actual: readonly TableFingerprint[],
  skipped: ReadonlySet<string>,
): readonly ContentDifference[] {
  const [before, after] = [byName(expected), byName(actual)];
  const changed = [...before].flatMap(([subject, table]) => {
    const restored = after.get(subject);
    if (restored === undefined) return skipped.has(subject) ? [] : [missingTable(subject, table)];
    return contentDifference(subject, table, restored);
  });
  const added = [...after].flatMap(([subject, table]) =>
    before.has(subject) || skipped.has(subject) ? [] : [addedTable(subject, table)],
  );
  return [...changed, ...added];
}

function missingTable(subject: string, { rows }: TableFingerprint): ContentDifference {
  return { kind: 'table missing', subject, message: `${rowCount(rows)} dumped, the table was not restored` };
}

function addedTable(subject: string, { rows }: TableFingerprint): ContentDifference {
  return {
    kind: 'table added',
    subject,
    message: `${rowCount(rows)} in a table that the dump does not have`,
  };
}

function contentDifference(
  subject: string,
  dumped: TableFingerprint,
  restored: TableFingerprint,
): readonly ContentDifference[] {
  if (dumped.rows !== restored.rows)
    return [
      {
        kind: 'rows differ',
        subject,
        message: `${rowCount(dumped.rows)} dumped, ${exact(restored.rows)} restored`,
      },
    ];
  if (dumped.hash === restored.hash) return [];
  return [
    {
      kind: 'content differs',
      subject,
      message: `${rowCount(dumped.rows)} on both sides, but not the same values`,
    },
  ];
}

/** Never rounded: the difference may be one row of millions. */
function exact(count: number): string {
  return count.toLocaleString('en-US');
}

function rowCount(rows: number): string {
  return `${exact(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}

function viewDifferences(
  expected: readonly MaterialisedView[],
  actual: readonly MaterialisedView[],
): readonly ContentDifference[] {
  const restored = byName(actual);
  return expected.flatMap((view): readonly ContentDifference[] => {
    const subject = displayName(view);
    const found = restored.get(subject);
    if (found === undefined)
      return [{ kind: 'table missing', subject, message: 'the materialised view was not restored' }];
    if (!view.isPopulated || found.isPopulated) return [];
    return [
      {
        kind: 'materialised view not populated',
        subject,
        message: 'it was filled in the source, and is not in the copy: queries of it fail',
      },
    ];
  });
}

function sequenceDifferences(
  expected: readonly SequenceState[],
  actual: readonly SequenceState[],
  skipped: ReadonlySet<string>,
): readonly ContentDifference[] {
  const restored = byName(actual);
  return expected.flatMap((sequence): readonly ContentDifference[] => {
    const subject = displayName(sequence);
    const found = restored.get(subject);
    if (found === undefined)
      return skipped.has(subject)
        ? []
        : [{ kind: 'sequence differs', subject, message: 'the sequence was not restored' }];
    if (found.lastValue === sequence.lastValue && found.isCalled === sequence.isCalled) return [];
    return [
      {
        kind: 'sequence differs',
        subject,
        message: `${stateText(sequence)} dumped, ${stateText(found)} restored`,
      },
    ];
  });
}

function stateText({ lastValue, isCalled }: SequenceState): string {
  return `${isCalled ? 'last value' : 'not used yet, starts at'} ${lastValue}`;
}

function largeObjectDifferences(
  { largeObjects: dumped }: DatabaseFacts,
  { largeObjects: restored }: DatabaseFacts,
): readonly ContentDifference[] {
  if (dumped.count === restored.count && dumped.bytes === restored.bytes && dumped.hash === restored.hash)
    return [];
  const sizes = `${exact(dumped.count)} with ${exact(dumped.bytes)} bytes dumped, ${exact(restored.count)} with ${exact(restored.bytes)} bytes restored`;
  return [{ kind: 'large objects differ', subject: 'large objects', message: sizes }];
}

function extensionDifferences(
  expected: readonly ExtensionVersion[],
  actual: readonly ExtensionVersion[],
): readonly ContentDifference[] {
  const restored = new Set(actual.map(({ name }) => name));
  return expected
    .filter(({ name }) => !restored.has(name))
    .map(({ name, version }) => ({
      kind: 'extension differs' as const,
      subject: displayIdentifier(name),
      message: `version ${version} in the source, not there in the copy`,
    }));
}

/** A dump names no version: which one comes is the affair of the server it is restored to, and no loss. */
function otherVersions(
  expected: readonly ExtensionVersion[],
  actual: readonly ExtensionVersion[],
): readonly Omission[] {
  const restored = new Map(actual.map(({ name, version }) => [name, version]));
  return expected.flatMap(({ name, version }) => {
    const found = restored.get(name);
    if (found === undefined || found === version) return [];
    const reason = `version ${version} in the source, ${found} in the copy: a dump does not say which`;
    return [{ subject: `extension ${displayIdentifier(name)}`, reason }];
  });
}

function invalidDifferences(
  expected: readonly string[],
  actual: readonly string[],
): readonly ContentDifference[] {
  const known = new Set(expected);
  return actual
    .filter((object) => !known.has(object))
    .map((subject) => ({
      kind: 'invalid object' as const,
      subject,
      message: 'not valid in the copy, though it was in the source',
    }));
}

function distinct(omissions: readonly Omission[]): readonly Omission[] {
  return [
    ...new Map(omissions.map((omission) => [`${omission.subject}\0${omission.reason}`, omission])).values(),
  ];
}
