import { readdirSync, readFileSync } from 'node:fs';

/** How often the tree is looked at, in milliseconds: a process that lives shorter may be missed. */
const INTERVAL = 10;

/** Gathers the command lines of a process and of everything that it starts, until stopped. */
export function watchCommandLines(pid: number, seen: Set<string>): () => void {
  const look = () => {
    for (const each of treeOf(pid)) {
      const commandLine = readOrEmpty(`/proc/${each}/cmdline`).split('\0').join(' ').trim();
      if (commandLine !== '') seen.add(commandLine);
    }
  };
  const timer = setInterval(look, INTERVAL);
  return () => clearInterval(timer);
}

function treeOf(pid: number): readonly number[] {
  const threads = listOrEmpty(`/proc/${pid}/task`);
  const children = threads.flatMap((thread) =>
    readOrEmpty(`/proc/${pid}/task/${thread}/children`)
      .split(' ')
      .filter((child) => child !== ''),
  );
  return [pid, ...children.flatMap((child) => treeOf(Number(child)))];
}

function listOrEmpty(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Empty if the process has ended meanwhile. */
function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
