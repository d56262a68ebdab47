import { sleep } from '../../wait.ts';

/** Whether the work is over, well or badly, within that time; the work itself goes on. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  const isOver = new AbortController();
  const timer = sleep(milliseconds, isOver.signal).then(
    () => false,
    () => false,
  );
  const settled = work.then(
    () => true,
    () => true,
  );
  const isSettled = await Promise.race([settled, timer]);
  isOver.abort();
  return isSettled;
}
