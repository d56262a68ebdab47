import { dirname } from 'node:path';
import type { UnprivilegedUser } from './unprivileged-user.ts';

/** Where a server of our own lives, and as whom its programs run. */
export interface Place {
  readonly folder: string;
  readonly binaries: string;
  readonly user: UnprivilegedUser | undefined;
  readonly environment: NodeJS.ProcessEnv;
}

/** How to run a server's program: the current folder may be closed to its user, and is looked at when it starts. */
export function runAs({ folder, user, environment }: Place) {
  return { ...user, env: environment, cwd: dirname(folder) };
}

/**
 * Nothing of ours (PGDATA, PGHOST) may leak in, and no locale that this machine does not have. GitHub's runner ends
 * what is left at the end of a job by RUNNER_TRACKING_ID: on a runner that lives on, the server must bear it.
 */
export function serverEnvironment({ RUNNER_TRACKING_ID: job }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', ...(job === undefined ? {} : { RUNNER_TRACKING_ID: job }) };
}

/** The end of what a program said, for errors. */
export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-5).join('\n');
}
