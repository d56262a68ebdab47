/** Walks through the pending statements with the model at hand, and asks every rule about each. */
import type { Finding } from '../../report/finding.ts';
import type { HazardBasis } from '../rehearsal/hazard.ts';
import { blockedBy, compareLockModes, lockModeWords } from '../rehearsal/lock-mode.ts';
import type { SqlParser } from '../sql-parser.ts';
import { formsOf, type LockFacts } from './ddl-form.ts';
import type { Detection, RuleContext, Step } from './hazard-rule.ts';
import { type HeldLocks, heldDetection, heldLocks, heldOverSlow } from './held-locks.ts';
import { predictedLocks, type TableLock, targetsOf } from './involved-tables.ts';
import { type Evidence, isSmall, judged, type Limits } from './judge.ts';
import type { MeasuredFacts } from './measured-facts.ts';
import { applyOperation } from './model-changes.ts';
import type { Operation } from './operation.ts';
import { hazardFamilies } from './rules.ts';
import type { SchemaModel } from './schema-model.ts';
import { existingOf } from './table-facts.ts';

export interface StaticHazard {
  readonly finding: Finding;
  readonly basis: HazardBasis;
  readonly step: Step;
  readonly tableOid: number | undefined;
}

interface Walk {
  readonly steps: readonly Step[];
  /** Changed on the way. */
  readonly model: SchemaModel;
  readonly parser: SqlParser;
  readonly facts: LockFacts;
  readonly serverMajor: number;
  readonly limits: Limits;
  readonly measured: MeasuredFacts | undefined;
}

interface StaticResult {
  readonly hazards: readonly StaticHazard[];
  /** Statements that run code which no rule reads. */
  readonly opaque: readonly Readonly<{ migration: string; line: number; words: string }>[];
}

export function staticHazards(walk: Walk): StaticResult {
  const held = heldLocks();
  const hazards: StaticHazard[] = [];
  for (const [position, step] of walk.steps.entries())
    hazards.push(...hazardsOf(step, position, { ...walk, held }));
  const opaque = walk.steps.flatMap(({ migration, statement, operations }) =>
    operations.flatMap((operation) =>
      operation.kind === 'opaque' ? [{ migration, line: statement.line, words: operation.words }] : [],
    ),
  );
  return { hazards, opaque };
}

interface Walking extends Walk {
  readonly held: HeldLocks;
}

/** A detection and what its operation is predicted to do. */
interface Detected {
  readonly detection: Detection;
  readonly predicted: readonly TableLock[];
  readonly isRewritePredicted: boolean;
}

function hazardsOf(step: Step, position: number, walking: Walking): readonly StaticHazard[] {
  const detected = step.operations.flatMap((operation, place) => {
    const context = contextOf({ step, position, place }, walking);
    const predicted = predictedLocks(operation, walking);
    const effects = effectsOf(operation, walking);
    const found = hazardFamilies.flatMap((family) => family.find(operation, context));
    const all = [
      ...found.map((detection) => withHeldLock(detection, predicted, { step, held: walking.held })),
      ...(isSlow(operation, effects, walking) ? heldOver(context, found, walking.held) : []),
    ];
    walking.held.add(step, predicted);
    applyOperation(walking.model, operation, step.place.transaction);
    const isRewritePredicted = effects.some(({ rewritesTable }) => rewritesTable);
    return all.map((detection): Detected => ({ detection, predicted, isRewritePredicted }));
  });
  return withoutRepetition(detected).flatMap((one) => {
    const { measured, limits } = walking;
    const { migration, index } = step;
    const evidence: Evidence = {
      ...one,
      limits,
      facts: measured,
      measured: measured?.of({ migration, index }),
    };
    const judgement = judged(one.detection, evidence);
    return judgement === undefined ? [] : [{ ...judgement, step, tableOid: one.detection.table?.oid }];
  });
}

interface Position {
  readonly step: Step;
  /** Of the step among all. */
  readonly position: number;
  /** Of the operation in the step. */
  readonly place: number;
}

function contextOf(
  { step, position, place }: Position,
  { model, parser, serverMajor, steps }: Walking,
): RuleContext {
  return {
    model,
    parser,
    serverMajor,
    step,
    *later() {
      for (const operation of step.operations.slice(place + 1)) yield { operation, step };
      for (let next = position + 1; next < steps.length; next += 1) {
        const other = steps[next];
        for (const operation of other?.operations ?? [])
          if (other !== undefined) yield { operation, step: other };
      }
    },
  };
}

function effectsOf(operation: Operation, walking: Walking) {
  return formsOf(operation, walking).flatMap((form) => walking.facts(form, walking.serverMajor) ?? []);
}

/** It reads or writes a large table that is in use, from beginning to end. */
function isSlow(operation: Operation, effects: ReturnType<typeof effectsOf>, walking: Walking): boolean {
  const { model, limits } = walking;
  const isLarge = (tables: ReturnType<typeof targetsOf>) =>
    existingOf(tables).some(({ kind, rows }) => kind !== 'view' && !isSmall(rows, limits));
  if (operation.kind === 'insert')
    return operation.isEveryRow && isLarge(operation.reads.flatMap((name) => model.table(name) ?? []));
  if (operation.kind === 'create from query')
    return operation.result !== 'view' && isLarge(operation.reads.flatMap((name) => model.table(name) ?? []));
  if (operation.kind === 'update' || operation.kind === 'delete')
    return operation.isEveryRow && isLarge(targetsOf(operation, model));
  const isWhole = effects.some(
    ({ rewritesTable, rewritesIndexes, scansTable }) => rewritesTable || rewritesIndexes || scansTable,
  );
  return isWhole && operation.kind !== 'truncate' && isLarge(targetsOf(operation, model));
}

/** Locks of other statements of the transaction, on tables that nothing worse is said of here. */
function heldOver(context: RuleContext, found: readonly Detection[], held: HeldLocks): readonly Detection[] {
  const told = new Set(
    found
      .filter(({ rule, severity }) => (severity ?? rule.severity) === 'error')
      .flatMap(({ table }) => table?.id ?? []),
  );
  return held
    .blocking(context.step)
    .filter(({ table }) => !told.has(table.id) && held.tell(context.step, table.id))
    .map((lock) => heldDetection(lock, context));
}

/** A stronger lock of a statement before makes this one worse than it is by itself. */
function withHeldLock(
  detection: Detection,
  predicted: readonly TableLock[],
  { step, held }: Readonly<{ step: Step; held: HeldLocks }>,
): Detection {
  const { table, rule } = detection;
  if (table === undefined || rule.danger === 'meaning' || rule.danger === 'lock') return detection;
  const before = held.before(step, table.id);
  const own = predicted.find((lock) => lock.table.id === table.id)?.mode;
  if (before === undefined || !blockedBy(before.mode).writes) return detection;
  if (own !== undefined && compareLockModes(own, before.mode) >= 0) return detection;
  const evidence = `${lockModeWords(before.mode)} of the statement in line ${before.step.statement.line} is held over it.`;
  return { ...detection, evidence };
}

/** That every row is updated is part of what is said of the lock that is held meanwhile. */
function withoutRepetition(detected: readonly Detected[]): readonly Detected[] {
  const held = new Set(
    detected.flatMap(({ detection }) =>
      detection.rule.id === heldOverSlow.id ? (detection.table?.id ?? []) : [],
    ),
  );
  return detected.filter(
    ({ detection }) => detection.rule.id !== 'update-without-where' || !held.has(detection.table?.id ?? -1),
  );
}
