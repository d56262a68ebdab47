/**
 * Watches a migrating session from a second connection, so that any tool can be measured as it is. It looks every 5 ms
 * after a change and less often while one statement runs on; a lock that is shorter than that may be missed.
 */
import type { Observation } from './observation.ts';
import { seenBetween, type Window, type WindowSeen } from './observation-window.ts';
import { keepLooking, lookNow, newWatch, type ObserverOptions, observationOf } from './observer-watch.ts';
import { within } from './within.ts';

export interface Observer {
  /** What one session did between two moments (`performance.now()`). Looks once more before it answers. Never throws. */
  seen(window: Window): Promise<WindowSeen>;
  /** Everything so far; looks once more. Never throws. */
  soFar(): Promise<Observation>;
  /** Looks a last time, closes the connection and gives everything. Takes three seconds at most; never throws. */
  stop(): Promise<Observation>;
}

/** For how long the start may wait for the first look, and the end for the last one. */
const startMs = 3000;
const lastLookMs = 3000;

/**
 * Begins to look; resolves after the first look, or when there is none within three seconds. It never throws and never
 * fails the migration: what could not be observed is a note of the observation.
 */
export async function startObserver(options: ObserverOptions): Promise<Observer> {
  const watch = newWatch(options);
  const watching = keepLooking(watch);
  await within(startMs, Promise.race([watch.first.promise, watching]));
  const soFar = async () => {
    // A connection that is lost is the loop's business.
    await within(lastLookMs, lookNow(watch));
    return observationOf(watch);
  };
  return {
    soFar,
    seen: async (window) => seenBetween(await soFar(), window),
    async stop() {
      watch.done.abort();
      if (!(await within(lastLookMs, watching))) {
        watch.notes.add(
          'The last look of the observer was not answered: how the last statement ended is not known.',
        );
        await watch.session?.[Symbol.asyncDispose]();
      }
      return observationOf(watch);
    },
  };
}
