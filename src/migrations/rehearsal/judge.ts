/** From what a run brought home to the whole rehearsal: hazards, advice, verdict. */
import type { Baseline } from '../hazards/baseline.ts';
import { findHazards } from '../hazards/find-hazards.ts';
import { lockFactOf } from '../lock-facts/lock-facts.ts';
import type { SqlParser } from '../sql-parser.ts';
import type { RehearsalEvidence } from './evidence.ts';
import type { Part, Rehearsal, Rollback } from './rehearsal.ts';
import { verdictOfRehearsal } from './rehearsal-findings.ts';

export interface JudgeRequest {
  readonly evidence: RehearsalEvidence;
  /** Where names without a schema lead. */
  readonly searchPath: readonly string[];
  readonly lockRowThreshold: number;
  /** Milliseconds; undefined = no limit. */
  readonly maxLockDurationMs: number | undefined;
  readonly baseline: Baseline | undefined;
  readonly rollback: Part<Rollback>;
  readonly parser: SqlParser;
}

/** Deterministic: the same evidence gives the same rehearsal. */
export function judgeRehearsal(request: JudgeRequest): Rehearsal {
  const { evidence, rollback } = request;
  const { measurement, data, compatibility, codeFirst, load } = evidence;
  const { hazards, allowed, notes } = hazardsOf(request);
  const unjudged = {
    version: 1,
    measurement: { ...measurement, notes: [...measurement.notes, ...notes] },
    hazards,
    allowed,
    data,
    compatibility,
    codeFirst,
    rollback,
    load,
    advice: [],
  } as const;
  return { ...unjudged, verdict: verdictOfRehearsal(unjudged) };
}

function hazardsOf(request: JudgeRequest) {
  const { evidence, lockRowThreshold, maxLockDurationMs, baseline, parser, searchPath } = request;
  const { measurement, before, scripts } = evidence;
  const { circumstances } = measurement;
  return findHazards({
    scripts: scripts.map(({ migration, file = migration, script }) => ({
      migration,
      file,
      script,
      parsed: parser.parse(script),
    })),
    before,
    measurement,
    transport: circumstances.transport,
    serverVersion: circumstances.serverVersion,
    searchPath,
    limits: { isProductionData: circumstances.isProductionData, lockRowThreshold, maxLockDurationMs },
    baseline,
    parser,
    facts: lockFactOf,
  });
}
