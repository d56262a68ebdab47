import { readFile } from 'node:fs/promises';
import { UserError } from '../../errors.ts';

export interface UnprivilegedUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Whom to run a Postgres server as: undefined = as we are; as root, `postgres` or `nobody`, since initdb and postgres
 * refuse to run as root (https://www.postgresql.org/docs/current/app-initdb.html).
 */
export async function serverUser(): Promise<UnprivilegedUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const account = accounts.find(([name]) => name === wanted);
    if (account !== undefined) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new UserError(
    'Postgres does not run as root, and this machine has neither a user `postgres` nor `nobody`.',
    {
      hint: 'Run the job as another user, or give `postgres-url` for a server that runs already.',
    },
  );
}
