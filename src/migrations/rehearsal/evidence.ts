/** What a run that was measured brings home, to be judged afterwards. */
import type { SqlStatement } from '../sql-parser.ts';
import type { RehearsalCatalog } from './catalog.ts';
import type { Measurement } from './measurement.ts';
import type { Compatibility, DataRefusal, LoadResult, Part } from './rehearsal.ts';

/** A migration that was pending when the run began. */
export interface PendingScript {
  readonly migration: string;
  /** Relative to the workspace. */
  readonly file: string | undefined;
  readonly script: string;
  /** Undefined where it does not parse. */
  readonly statements: readonly SqlStatement[] | undefined;
}

export interface RehearsalEvidence {
  readonly scripts: readonly PendingScript[];
  readonly measurement: Measurement;
  readonly before: RehearsalCatalog;
  /** After the last migration that ran, also after one that failed. */
  readonly after: RehearsalCatalog;
  readonly data: Part<readonly DataRefusal[]>;
  readonly compatibility: Part<Compatibility>;
  readonly codeFirst: Part<Compatibility>;
  readonly load: Part<LoadResult>;
}
