/** The whole result of a rehearsal: plain data, serialisable, sorted, without clock or secret. */
import type { Finding } from '../../report/finding.ts';
import type { AllowedHazard, Hazard, StatementRef } from './hazard.ts';
import type { Measurement, RelationRef } from './measurement.ts';

/** A part that was asked for or not, and could be done or not. */
export type Part<T> =
  | { readonly kind: 'done'; readonly result: T }
  | { readonly kind: 'skipped'; readonly reason: string };

export interface Rehearsal {
  readonly version: 1;
  /** Of all findings: `error` when one is an error, `warning` when one is a warning. */
  readonly verdict: 'pass' | 'warning' | 'error';
  readonly measurement: Measurement;
  readonly hazards: readonly Hazard[];
  readonly allowed: readonly AllowedHazard[];
  readonly data: Part<readonly DataRefusal[]>;
  /** The deployed app on the migrated database. */
  readonly compatibility: Part<Compatibility>;
  /** `rollout: code-first`: the new app on the database before the migrations. */
  readonly codeFirst: Part<Compatibility>;
  readonly rollback: Part<Rollback>;
  readonly load: Part<LoadResult>;
  /** Of the run rather than of a statement: time-outs, pooler, advisory lock. */
  readonly advice: readonly Finding[];
}

/** Rows on the branch that a statement refuses, or would. */
export interface DataRefusal {
  readonly statement: StatementRef;
  readonly kind: 'not null' | 'unique' | 'foreign key' | 'check' | 'cast' | 'exclusion' | 'partition';
  readonly table: RelationRef;
  readonly columns: readonly string[];
  /** 0 is not reported. */
  readonly rows: number;
  /** True when counting stopped there: "at least". */
  readonly isAtLeast: boolean;
  /** Primary keys of some of the rows, `id=42`; never another column's values. */
  readonly sampleKeys: readonly string[];
  readonly finding: Finding;
}

/** Of one model, or one field of it, of the Prisma schema that is asked about. */
export interface CompatibilityVerdict {
  readonly model: string;
  readonly field: string | undefined;
  readonly operation: 'read' | 'create' | 'update' | 'delete' | 'all';
  readonly status: 'breaks' | 'at risk';
  readonly finding: Finding;
}

export interface Compatibility {
  /** Such as the base ref's commit. */
  readonly schemaOf: string;
  /** How many models were asked about. */
  readonly models: number;
  /** How many statements were prepared on the server. */
  readonly prepared: number;
  /** Only what breaks or is at risk. */
  readonly verdicts: readonly CompatibilityVerdict[];
}

export interface Rollback {
  /** Prisma's own way from the new schema to the old one. */
  readonly sql: string;
  readonly losesData: boolean;
  /** What is lost, a sentence an entry, with rows where they were counted. */
  readonly losses: readonly string[];
  /** Undefined where it was only planned. */
  readonly rehearsed:
    | { readonly durationMs: number; readonly succeeded: boolean; readonly message: string | undefined }
    | undefined;
  readonly findings: readonly Finding[];
}

export interface LoadResult {
  readonly tables: readonly {
    readonly table: RelationRef;
    readonly reads: number;
    readonly writes: number;
    /** Milliseconds. */
    readonly longestReadMs: number;
    readonly longestWriteMs: number;
    /** Migration during which the longest stall was. */
    readonly during: string | undefined;
    readonly errors: readonly {
      readonly sqlState: string | undefined;
      readonly message: string;
      readonly count: number;
    }[];
  }[];
  readonly findings: readonly Finding[];
}
