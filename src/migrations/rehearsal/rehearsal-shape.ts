/** The shape of a rehearsal as JSON: how it is read, and its JSON Schema. */
import { findingShape } from '../../report/report-shape.ts';
import {
  anyOf,
  choice,
  finiteNumber,
  flag,
  listOf,
  orUndefined,
  record,
  type Shape,
  text,
  wholeNumber,
} from '../../report/shape.ts';
import type { Extrapolation } from './extrapolation.ts';
import type { AllowedHazard, Hazard, StatementRef } from './hazard.ts';
import { lockModes } from './lock-mode.ts';
import type {
  Circumstances,
  HeldLock,
  MeasuredStatement,
  Measurement,
  RelationRef,
  RelationState,
} from './measurement.ts';
import type { Compatibility, DataRefusal, LoadResult, Part, Rehearsal, Rollback } from './rehearsal.ts';

/** Code points of one text. */
export const rehearsalLimits = {
  /** Names, keys and sentences. */
  line: 4_000,
  /** Messages, evidence and fixes. */
  paragraph: 20_000,
  /** One statement, or the way back. */
  sql: 200_000,
  list: 100_000,
} as const;

const limits = rehearsalLimits;
const line = text(limits.line);
const sql = text(limits.sql);
const milliseconds = finiteNumber(0);
const count = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const list = <T>(item: Shape<T>) => listOf(item, limits.list);

const statementRef: Shape<StatementRef> = record({ migration: line, index: count }, {});

const relationFields = {
  oid: count,
  schema: line,
  name: line,
  kind: choice(
    'table',
    'partitioned table',
    'index',
    'partitioned index',
    'view',
    'materialized view',
    'sequence',
    'foreign table',
    'toast table',
    'composite type',
  ),
};
const relationRef: Shape<RelationRef> = record(relationFields, {});

const relationState: Shape<RelationState> = record(
  {
    ...relationFields,
    rows: orUndefined(count),
    bytes: count,
    fileNode: orUndefined(count),
    tableOid: orUndefined(count),
  },
  {},
);

const heldLock: Shape<HeldLock> = record(
  { relation: relationRef, mode: choice(...lockModes), heldMs: milliseconds, waitedMs: milliseconds },
  {},
);

const measuredStatement: Shape<MeasuredStatement> = record(
  {
    migration: line,
    file: orUndefined(line),
    index: count,
    line: wholeNumber(1, 100_000_000),
    text: sql,
    kind: line,
    status: choice('done', 'failed', 'not run'),
    startMs: milliseconds,
    durationMs: milliseconds,
    locks: list(heldLock),
    rewritten: list(relationRef),
    walBytes: orUndefined(count),
    transaction: count,
    source: choice('exact', 'observed', 'none'),
  },
  {},
);

const circumstances: Shape<Circumstances> = record(
  {
    serverVersion: count,
    databaseBytes: count,
    computeSize: orUndefined(line),
    cache: choice('cold', 'warm', 'unknown'),
    transport: choice('script', 'statements'),
    engine: choice('project', 'bundled', 'command'),
    isProductionData: flag,
    lockTimeoutMs: milliseconds,
    statementTimeoutMs: milliseconds,
  },
  {},
);

const measurement: Shape<Measurement> = record(
  { statements: list(measuredStatement), before: list(relationState), circumstances, notes: list(line) },
  {},
);

const hazard: Shape<Hazard> = record(
  {
    finding: findingShape,
    basis: choice('confirmed', 'measured only', 'static only'),
    statement: statementRef,
  },
  {},
);

const allowedHazard: Shape<AllowedHazard> = record(
  { hazard, reason: line, by: choice('comment', 'baseline', 'configuration') },
  {},
);

function part<T>(result: Shape<T>): Shape<Part<T>> {
  return anyOf<Part<T>>([
    record({ kind: choice('done'), result }, {}),
    record({ kind: choice('skipped'), reason: line }, {}),
  ]);
}

const dataRefusal: Shape<DataRefusal> = record(
  {
    statement: statementRef,
    kind: choice('not null', 'unique', 'foreign key', 'check', 'cast', 'exclusion', 'partition'),
    table: relationRef,
    columns: list(line),
    rows: count,
    isAtLeast: flag,
    sampleKeys: list(line),
    finding: findingShape,
  },
  {},
);

const compatibility: Shape<Compatibility> = record(
  {
    schemaOf: line,
    models: count,
    prepared: count,
    verdicts: list(
      record(
        {
          model: line,
          field: orUndefined(line),
          operation: choice('read', 'create', 'update', 'delete', 'all'),
          status: choice('breaks', 'at risk'),
          finding: findingShape,
        },
        {},
      ),
    ),
  },
  {},
);

const rollback: Shape<Rollback> = record(
  {
    sql,
    losesData: flag,
    losses: list(line),
    rehearsed: orUndefined(
      record({ durationMs: milliseconds, succeeded: flag, message: orUndefined(text(limits.paragraph)) }, {}),
    ),
    findings: list(findingShape),
  },
  {},
);

const load: Shape<LoadResult> = record(
  {
    tables: list(
      record(
        {
          table: relationRef,
          reads: count,
          writes: count,
          longestReadMs: milliseconds,
          longestWriteMs: milliseconds,
          during: orUndefined(line),
          errors: list(record({ sqlState: orUndefined(line), message: text(limits.paragraph), count }, {})),
        },
        {},
      ),
    ),
    findings: list(findingShape),
  },
  {},
);

/** An extrapolation and its statement. */
export type Estimate = Extrapolation & { readonly statement: StatementRef };

const estimate: Shape<Estimate> = record(
  {
    statement: statementRef,
    table: record({ schema: line, name: line }, {}),
    rows: count,
    durationMs: milliseconds,
    productionRows: count,
    estimatedMs: milliseconds,
    words: line,
  },
  {},
);

/** What a rehearsal's JSON holds: the rehearsal, and what is derived from it for those who do not want to derive it. */
export interface RehearsalDocument extends Rehearsal {
  /** All findings, worst first, with their places. */
  readonly findings: Rehearsal['advice'];
  /** Empty where production's numbers of rows are not known or are the same. */
  readonly estimates: readonly Estimate[];
}

export const rehearsalShape: Shape<RehearsalDocument> = record(
  {
    version: choice(1),
    verdict: choice('pass', 'warning', 'error'),
    findings: list(findingShape),
    estimates: list(estimate),
    measurement,
    hazards: list(hazard),
    allowed: list(allowedHazard),
    data: part(list(dataRefusal)),
    compatibility: part(compatibility),
    codeFirst: part(compatibility),
    rollback: part(rollback),
    load: part(load),
    advice: list(findingShape),
  },
  {},
);
