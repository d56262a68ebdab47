/** False when there is no such process. One of another user (EPERM) is there. */
export function isAlive(pid: number): boolean {
  return sendSignal(pid, 0);
}

/** @returns false when there is no such process */
export function sendSignal(pid: number, name: NodeJS.Signals | 0): boolean {
  // 0 and below would mean whole groups of processes, ours first.
  if (pid <= 0) return false;
  try {
    return process.kill(pid, name);
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
