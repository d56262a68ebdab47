/** What a database holds at one exported snapshot, as far as a restored copy is held against it. */

/**
 * What a row is hashed as; fingerprints of two algorithms never agree. `row-text`: by the server, the sum of
 * `hashtextextended(row::text, 0)` under the settings of `fingerprint-settings.ts`. `copy-lines`: of the lines of COPY,
 * see `copy-line-hash.ts`.
 */
export const fingerprintAlgorithms = ['row-text', 'copy-lines'] as const;
export type FingerprintAlgorithm = (typeof fingerprintAlgorithms)[number];

/** One table's content: how many rows, and the sum of their hashes, the order of rows apart. */
export interface TableFingerprint {
  readonly schema: string;
  readonly name: string;
  readonly rows: number;
  /** Decimal; exceeds 64 bits. */
  readonly hash: string;
  /** Of the heap with TOAST, without indexes; of the source. */
  readonly bytes: number;
}

export interface SequenceState {
  readonly schema: string;
  readonly name: string;
  /** Decimal: a bigint. */
  readonly lastValue: string;
  readonly isCalled: boolean;
}

export interface LargeObjects {
  readonly count: number;
  readonly bytes: number;
  /** Decimal sum over all, of their number and content. */
  readonly hash: string;
}

export interface ExtensionVersion {
  readonly name: string;
  readonly version: string;
}

/** Something that is not in the dump, or in it and not compared. Told in every report, never silently left away. */
export interface Omission {
  /** Such as `public.events_unlogged`, `roles`, `planner statistics`. */
  readonly subject: string;
  readonly reason: string;
}

/** Restored by REFRESH, so its rows may rightly differ: only whether it is filled is compared. */
export interface MaterialisedView {
  readonly schema: string;
  readonly name: string;
  readonly isPopulated: boolean;
}

export interface DatabaseFacts {
  readonly algorithm: FingerprintAlgorithm;
  /** Leaves of partitioned tables too, their parents not. Sorted by schema and name. */
  readonly tables: readonly TableFingerprint[];
  readonly materialisedViews: readonly MaterialisedView[];
  readonly sequences: readonly SequenceState[];
  readonly largeObjects: LargeObjects;
  readonly extensions: readonly ExtensionVersion[];
  /** Owners, and who has grants: a restore needs them, a dump does not bring them. */
  readonly roles: readonly string[];
  /** `ALTER DATABASE … SET`: `name=value`; a dump does not bring them. Values that look secret are left out. */
  readonly settings: readonly string[];
  /** `provider:name` -> version of every collation that an index or column depends on; differs between machines. */
  readonly collations: readonly { readonly name: string; readonly version: string }[];
  /** What a restore must not bring: NOT VALID constraints and invalid indexes that the source had itself. */
  readonly invalidObjects: readonly string[];
  readonly notCompared: readonly Omission[];
}

/** How strong the proof is: taken from the source at the dump's snapshot, from the dump itself, or not at all. */
export const proofModes = ['source', 'archive', 'none'] as const;
export type ProofMode = (typeof proofModes)[number];

/** One difference between what was dumped and what was restored. */
export interface ContentDifference {
  readonly kind:
    | 'table missing'
    | 'table added'
    | 'rows differ'
    | 'content differs'
    | 'sequence differs'
    | 'large objects differ'
    | 'extension differs'
    | 'invalid object'
    | 'materialised view not populated';
  readonly subject: string;
  /** For people: "1,000 rows dumped, 998 restored". */
  readonly message: string;
}
