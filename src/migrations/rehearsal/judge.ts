/** From what a run brought home to the whole rehearsal: hazards, advice, verdict. */
import type { Finding } from '../../report/finding.ts';
import type { RulePolicy } from '../../report/rule-policy.ts';
import { adviceFor } from '../hazards/advice.ts';
import type { Baseline } from '../hazards/baseline.ts';
import { findHazards } from '../hazards/find-hazards.ts';
import type { PendingScript } from '../hazards/pending-script.ts';
import { lockFactOf } from '../lock-facts/lock-facts.ts';
import type { SqlParser } from '../sql-parser.ts';
import type { RehearsalEvidence } from './evidence.ts';
import type { Part, Rehearsal, Rollback } from './rehearsal.ts';
import { verdictOfRehearsal } from './rehearsal-findings.ts';
import { underPolicy } from './rule-settings.ts';

export interface JudgeRequest {
  readonly evidence: RehearsalEvidence;
  /** Where names without a schema lead. */
  readonly searchPath: readonly string[];
  /** The role that migrates. */
  readonly role: string | undefined;
  /** The app reaches the database through a pooler. */
  readonly hasPooler: boolean;
  readonly lockRowThreshold: number;
  /** Milliseconds; undefined = no limit. */
  readonly maxLockDurationMs: number | undefined;
  readonly baseline: Baseline | undefined;
  /** Undefined: every rule as it is. */
  readonly policy?: RulePolicy;
  readonly rollback: Part<Rollback>;
  readonly parser: SqlParser;
}

/** Deterministic: the same evidence gives the same rehearsal. */
export function judgeRehearsal(request: JudgeRequest): Rehearsal {
  const { evidence, rollback } = request;
  const { measurement, data, compatibility, codeFirst, load } = evidence;
  const judged = judgedScripts(request);
  const { hazards, allowed, notes } = hazardsOf(request, judged);
  const unjudged: Omit<Rehearsal, 'verdict'> = {
    version: 1,
    measurement: { ...measurement, notes: [...measurement.notes, ...notes] },
    hazards,
    allowed,
    data,
    compatibility,
    codeFirst,
    rollback,
    load,
    advice: adviceOf(request, judged),
  };
  const { policy } = request;
  const ruled = policy === undefined ? unjudged : underPolicy(unjudged, policy);
  return { ...ruled, verdict: verdictOfRehearsal(ruled) };
}

function judgedScripts({ evidence, parser }: JudgeRequest): readonly PendingScript[] {
  return evidence.scripts.map(({ migration, file = migration, script }) => ({
    migration,
    file,
    script,
    parsed: parser.parse(script),
  }));
}

/** Nothing to be said of a tool whose statements were only seen. */
function adviceOf(request: JudgeRequest, scripts: readonly PendingScript[]): readonly Finding[] {
  const { evidence, parser, searchPath, role, hasPooler } = request;
  const { measurement, before } = evidence;
  const { circumstances } = measurement;
  const { serverVersion, transport } = circumstances;
  const place = { before, serverVersion, transport, searchPath, parser, facts: lockFactOf };
  return adviceFor({ ...place, scripts, measurement, circumstances, role, hasPooler });
}

function hazardsOf(request: JudgeRequest, scripts: readonly PendingScript[]) {
  const { evidence, lockRowThreshold, maxLockDurationMs, baseline, parser, searchPath } = request;
  const { measurement, before } = evidence;
  const { circumstances } = measurement;
  return findHazards({
    scripts,
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
