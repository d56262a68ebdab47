import type { DrillStep, DrillTiming } from './drill.ts';

/** Seconds of each step; a step that is done in parts is told once. */
export interface Stopwatch {
  time<T>(step: DrillStep, work: () => Promise<T>): Promise<T>;
  timings(): readonly DrillTiming[];
  /** All steps together. */
  seconds(): number;
}

/** @param now milliseconds, never going back */
export function createStopwatch(now: () => number = () => performance.now()): Stopwatch {
  const spent = new Map<DrillStep, number>();
  return {
    async time(step, work) {
      const start = now();
      try {
        return await work();
      } finally {
        spent.set(step, (spent.get(step) ?? 0) + (now() - start));
      }
    },
    timings: () => [...spent].map(([step, ms]) => ({ step, seconds: rounded(ms) })),
    seconds: () => rounded([...spent.values()].reduce((sum, ms) => sum + ms, 0)),
  };
}

function rounded(ms: number): number {
  return Math.round(ms) / 1000;
}
