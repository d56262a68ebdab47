import { sleep } from './wait.ts';

/** GitHub's runner ends the action itself ten seconds after it cancelled it. */
const graceMs = 3000;

/**
 * SIGINT, SIGTERM and SIGKILL, three seconds apart, to a process and all that it started, until `done` aborts. The
 * process must lead a group of its own (`detached` of spawn).
 */
export async function interruptGroup(pid: number | undefined, done: AbortSignal): Promise<void> {
  if (pid === undefined) return;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
    signalGroup(pid, name);
    const over = await sleep(graceMs, done).then(
      () => false,
      () => true,
    );
    if (over) return;
  }
}

function signalGroup(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, name);
  } catch {
    // Gone already.
  }
}
