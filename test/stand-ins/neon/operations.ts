import { randomUUID } from 'node:crypto';
import { sleep } from '../../../src/wait.ts';
import type { Clock } from './clock.ts';
import { ApiError } from './http/api-error.ts';
import type { OperationAction, OperationRecord, ProjectRecord } from './model.ts';
import type { Settings } from './options.ts';

/** One operation to come, with what it does to the real server. */
export interface Step {
  readonly action: OperationAction;
  readonly branchId?: string;
  readonly endpointId?: string;
  /** @param signal aborts when the stand-in ends */
  readonly run?: (signal: AbortSignal) => Promise<void>;
}

export interface Plan {
  readonly steps: readonly Step[];
  /** Makes the resources `ready`, `active`, …; runs when the last operation has finished. */
  readonly settle?: () => void;
  /** False for what the system does by itself (waking a compute): it locks nothing. */
  readonly locks?: boolean;
}

/** Makes operations of one kind fail, as Neon's do now and then. */
export interface OperationFault {
  readonly action: OperationAction;
  /** Goes through `failed` so often before it finishes; `forever` = never finishes. */
  readonly failures: number | 'forever';
  /** How many operations are hit; default 1. */
  readonly times?: number;
}

export interface Operations extends AsyncDisposable {
  readonly faults: OperationFault[];
  /** The first operation starts at once, the others wait for the one before. @returns their records */
  schedule(project: ProjectRecord, plan: Plan): readonly OperationRecord[];
  /** @throws ApiError 423 while operations run that conflict with a change of these branches. */
  assertUnlocked(project: ProjectRecord, branchIds: readonly string[]): void;
  /** Keeps operations `running` until the function it gives is called. */
  hold(): () => void;
  /** Resolves when nothing runs. */
  idle(): Promise<void>;
}

const lockedMessage =
  'project already has running conflicting operations, scheduling of new ones is prohibited';

export function createOperations(settings: Settings, clock: Clock): Operations {
  const locking = new Set<OperationRecord>();
  const running = new Set<Promise<void>>();
  const faults: OperationFault[] = [];
  const ending = new AbortController();
  let gate = Promise.resolve();

  const newRecord = (project: ProjectRecord, step: Step): OperationRecord => ({
    id: randomUUID(),
    projectId: project.id,
    branchId: step.branchId,
    endpointId: step.endpointId,
    action: step.action,
    status: 'scheduling',
    error: undefined,
    failures: 0,
    retryAt: undefined,
    createdAt: clock.now(),
    updatedAt: clock.now(),
  });

  const set = (record: OperationRecord, status: OperationRecord['status']) => {
    record.status = status;
    record.updatedAt = clock.now();
  };

  const takeFault = (action: OperationAction): number | 'forever' => {
    const index = faults.findIndex((fault) => fault.action === action);
    const fault = faults[index];
    if (fault === undefined) return 0;
    const left = (fault.times ?? 1) - 1;
    faults.splice(index, 1, ...(left > 0 ? [{ ...fault, times: left }] : []));
    return fault.failures;
  };

  const fail = (record: OperationRecord, message: string) => {
    record.failures += 1;
    record.error = message;
    set(record, 'failed');
  };

  const runStep = async (record: OperationRecord, step: Step): Promise<boolean> => {
    const duration = durationOf(settings, step.action);
    const failures = takeFault(step.action);
    for (;;) {
      set(record, 'running');
      await sleep(duration, ending.signal);
      await gate;
      if (failures === 'forever' || record.failures < failures) {
        fail(record, 'the operation failed on request of a test');
        if (failures === 'forever') return false;
        record.retryAt = new Date(clock.now().getTime() + duration);
        await sleep(duration, ending.signal);
        continue;
      }
      try {
        await step.run?.(ending.signal);
      } catch (thrown) {
        fail(record, thrown instanceof Error ? thrown.message : 'unknown error');
        return false;
      }
      record.error = undefined;
      record.retryAt = undefined;
      set(record, 'finished');
      return true;
    }
  };

  const runPlan = async (records: readonly OperationRecord[], plan: Plan) => {
    for (const [index, step] of plan.steps.entries()) {
      const record = records[index];
      if (record === undefined || !(await runStep(record, step))) {
        for (const later of records.slice(index + 1)) set(later, 'cancelled');
        return;
      }
    }
    plan.settle?.();
  };

  return {
    faults,
    schedule(project, plan) {
      const records = plan.steps.map((step) => newRecord(project, step));
      project.operations.push(...records);
      if (plan.locks !== false) for (const record of records) locking.add(record);
      const [first] = records;
      if (first !== undefined) set(first, 'running');
      const run = runPlan(records, plan)
        .catch(() => {
          for (const record of records) set(record, 'cancelled');
        })
        .finally(() => {
          for (const record of records) locking.delete(record);
          running.delete(run);
        });
      running.add(run);
      return records;
    },
    assertUnlocked(project, branchIds) {
      const conflicting = [...locking].filter(
        (record) =>
          record.projectId === project.id &&
          (settings.lockScope === 'project' || branchIds.includes(record.branchId ?? '')),
      );
      if (conflicting.length > 0) throw new ApiError(423, lockedMessage);
    },
    hold() {
      let release = () => {};
      gate = new Promise((resolve) => {
        release = resolve;
      });
      ending.signal.addEventListener('abort', release);
      return release;
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
    async [Symbol.asyncDispose]() {
      ending.abort();
      await Promise.all(running);
    },
  };
}

function durationOf({ timings }: Settings, action: OperationAction): number {
  return typeof timings.operationMs === 'number' ? timings.operationMs : (timings.operationMs[action] ?? 3);
}
