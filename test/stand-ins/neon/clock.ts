/** The stand-in's time: the real one plus what tests have added, so that an expiry days away needs no waiting. */
export interface Clock {
  now(): Date;
  /** Moves the time forward and tells the listeners. */
  advance(milliseconds: number): Promise<void>;
  onAdvance(listener: () => Promise<void>): void;
}

export function createClock(): Clock {
  const listeners: (() => Promise<void>)[] = [];
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    async advance(milliseconds) {
      offset += milliseconds;
      for (const listener of listeners) await listener();
    },
    onAdvance(listener) {
      listeners.push(listener);
    },
  };
}
