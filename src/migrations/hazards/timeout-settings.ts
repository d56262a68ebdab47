/** Under which time-outs each pending statement runs: what the session begins with, and what the scripts set. */
import type { RehearsalCatalog } from '../rehearsal/catalog.ts';
import { blockedBy } from '../rehearsal/lock-mode.ts';
import type { Circumstances } from '../rehearsal/measurement.ts';
import type { SqlParser } from '../sql-parser.ts';
import type { LockFacts } from './ddl-form.ts';
import type { Step } from './hazard-rule.ts';
import { predictedLocks } from './involved-tables.ts';
import { applyOperation } from './model-changes.ts';
import { modelOf } from './model-start.ts';
import type { Setting } from './operation.ts';

export interface TimeoutFacts {
  /** They wait without limit for a lock that blocks reads or writes of a table in use. */
  readonly unguarded: readonly Step[];
  /** SET LOCAL where the transaction ends with it. */
  readonly withoutEffect: readonly Readonly<{ step: Step; setting: string }>[];
  /** CREATE INDEX CONCURRENTLY under a `statement_timeout`. */
  readonly cutShort: readonly Readonly<{ step: Step; statementTimeoutMs: number }>[];
}

export interface TimeoutInput {
  readonly before: RehearsalCatalog;
  /** Such as 180001. */
  readonly serverVersion: number;
  readonly searchPath: readonly string[];
  readonly parser: SqlParser;
  readonly facts: LockFacts;
  /** As the migrating session begins. */
  readonly circumstances: Pick<Circumstances, 'engine' | 'lockTimeoutMs' | 'statementTimeoutMs'>;
}

export function timeoutFacts(steps: readonly Step[], around: TimeoutInput): TimeoutFacts {
  const { before, parser, searchPath, facts, circumstances } = around;
  const model = modelOf(before, { parser, searchPath });
  const options = { model, parser, facts, serverMajor: Math.floor(around.serverVersion / 10_000) };
  const lockTimeout = timeout('lock_timeout', circumstances.lockTimeoutMs);
  const statementTimeout = timeout('statement_timeout', circumstances.statementTimeoutMs);
  const unguarded: Step[] = [];
  const withoutEffect: { step: Step; setting: string }[] = [];
  const cutShort: { step: Step; statementTimeoutMs: number }[] = [];
  for (const step of steps) {
    const locks = step.operations.flatMap((operation) => {
      const taken = predictedLocks(operation, options);
      applyOperation(model, operation, step.place.transaction);
      return taken;
    });
    const isBlocking = locks.some(({ mode }) => blockedBy(mode).writes);
    if (isBlocking && lockTimeout.at(step) === 0) unguarded.push(step);
    const builds = step.operations.some(
      (operation) => operation.kind === 'create index' && operation.isConcurrent,
    );
    const limit = statementTimeout.at(step);
    if (builds && limit > 0) cutShort.push({ step, statementTimeoutMs: limit });
    for (const operation of step.operations)
      if (operation.kind === 'setting') {
        if (operation.isLocal && !step.place.isShared) withoutEffect.push({ step, setting: operation.name });
        lockTimeout.set(operation, step);
        statementTimeout.set(operation, step);
      }
  }
  return { unguarded, withoutEffect, cutShort };
}

/** Milliseconds of a setting, followed through SET, SET LOCAL and RESET. */
function timeout(name: string, initialMs: number) {
  let session = initialMs;
  let local: { readonly ms: number; readonly transaction: number } | undefined;
  return {
    at: ({ place }: Step) => (local?.transaction === place.transaction ? local.ms : session),
    set(setting: Setting, { place }: Step) {
      if (setting.name !== name) return;
      const ms = setting.values === undefined ? initialMs : millisecondsOf(setting.values[0] ?? '');
      if (setting.isLocal) local = { ms, transaction: place.transaction };
      else session = ms;
    },
  };
}

const units: Readonly<Record<string, number>> = {
  us: 0.001,
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** `5s`, `500 ms`, `5000`. What cannot be read is taken for a limit, since it was meant as one. */
function millisecondsOf(value: string): number {
  const [, number, unit = 'ms'] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)?\s*$/i.exec(value) ?? [];
  return number === undefined ? 1 : Number(number) * (units[unit] ?? 1);
}
