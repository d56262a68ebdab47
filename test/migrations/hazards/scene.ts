/** Runs the rules over SQL as a test writes it. */
import { silentLogger } from '../../../src/log.ts';
import type { Baseline } from '../../../src/migrations/hazards/baseline.ts';
import { findHazards, type HazardResult } from '../../../src/migrations/hazards/find-hazards.ts';
import type { Limits } from '../../../src/migrations/hazards/judge.ts';
import type { PendingScript } from '../../../src/migrations/hazards/pending-script.ts';
import { lockFactOf } from '../../../src/migrations/lock-facts/lock-facts.ts';
import { type RehearsalCatalog, readRehearsalCatalog } from '../../../src/migrations/rehearsal/catalog.ts';
import type { Measurement } from '../../../src/migrations/rehearsal/measurement.ts';
import type { Transport } from '../../../src/migrations/script-batch.ts';
import { loadSqlParser } from '../../../src/migrations/sql-parser.ts';
import { connectWhenReady } from '../../../src/postgres/connect.ts';

export const parser = await loadSqlParser();

export interface Scene {
  readonly before: RehearsalCatalog;
  readonly transport?: Transport;
  readonly serverVersion?: number;
  readonly measurement?: Measurement;
  readonly limits?: Partial<Limits>;
  readonly baseline?: Baseline;
}

export const noLimits: Limits = {
  isProductionData: false,
  lockRowThreshold: 10_000,
  maxLockDurationMs: 1000,
};

/** One migration for each text: `m1`, `m2`, … */
export function pendingScripts(texts: readonly string[]): readonly PendingScript[] {
  return texts.map((script, index) => ({
    migration: `m${index + 1}`,
    file: `prisma/migrations/m${index + 1}/migration.sql`,
    script,
    parsed: parser.parse(script),
  }));
}

export function judge(texts: string | readonly string[], scene: Scene): HazardResult {
  return findHazards({
    scripts: pendingScripts(typeof texts === 'string' ? [texts] : texts),
    before: scene.before,
    measurement: scene.measurement,
    transport: scene.transport ?? 'statements',
    serverVersion: scene.serverVersion ?? 180_001,
    searchPath: ['public'],
    limits: { ...noLimits, ...scene.limits },
    baseline: scene.baseline,
    parser,
    facts: lockFactOf,
  });
}

/** `rule subject`, with the severity behind it where that is not the rule's usual one. */
export function summaries({ hazards }: HazardResult): readonly string[] {
  return hazards.map(({ finding: { rule, subject } }) => `${rule} ${subject}`);
}

export async function catalogOf(uri: string): Promise<RehearsalCatalog> {
  await using connection = await connectWhenReady({
    uri,
    applicationName: 'test',
    log: silentLogger,
    signal: new AbortController().signal,
    timeoutMs: 10_000,
  });
  return await readRehearsalCatalog(connection);
}
