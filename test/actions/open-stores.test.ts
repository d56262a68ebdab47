import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStores } from '../../src/actions/open-stores.ts';
import type { Job } from '../../src/runtime/io.ts';
import { listed, storeContext } from '../backups/storage/store-context.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A service that takes requests and never answers. */
function silentService() {
  const asked: number[] = [];
  const ended: number[] = [];
  const fetch: typeof globalThis.fetch = (_input, init) =>
    new Promise((_resolve, reject) => {
      asked.push(Date.now());
      init?.signal?.addEventListener('abort', () => {
        ended.push(Date.now());
        reject(new Error('aborted'));
      });
    });
  return { fetch, waited: () => ended.map((at, index) => (at - (asked[index] ?? 0)) / 1000) };
}

test.each([
  [6 * 3600, 60],
  [5, 5],
])(
  'with a timeout of %s s a request that gets no answer ends after %s s, and is made again',
  async (timeout, seconds) => {
    const service = silentService();
    const job = { ...storeContext({ fetch: service.fetch }), event: { tag: '' } } as unknown as Job;
    const [store] = await openStores(
      { ...job, workspace: '/tmp', stateDirectory: '/tmp' },
      {
        destinations: 's3://backups/prefix?region=eu-central-1',
        input: 'from',
        githubToken: undefined,
        timeout,
      },
    );
    if (store === undefined) throw new Error('no store');
    const failed = expect(listed(store.list(''))).rejects.toThrow(/no answer/);
    await vi.advanceTimersByTimeAsync(20 * 60_000);
    await failed;
    const waited = service.waited();
    expect(waited.length).toBeGreaterThan(1);
    expect(new Set(waited)).toEqual(new Set([seconds]));
  },
);
