/** Where this machine keeps its versions of Postgres. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface InstalledVersion {
  readonly major: number;
  /** Folder of the programs; not every one of them need be in it. */
  readonly bin: string;
}

export interface VersionFolder {
  readonly folder: string;
  /** Of a sub-folder's name; the first group is the major version. */
  readonly pattern: RegExp;
}

/** Debian and Ubuntu, Red Hat and PGDG's RPMs, Homebrew. */
export const versionFolders: readonly VersionFolder[] = [
  { folder: '/usr/lib/postgresql', pattern: /^(\d+)$/ },
  { folder: '/usr', pattern: /^pgsql-(\d+)$/ },
  { folder: '/opt/homebrew/opt', pattern: /^(?:postgresql|libpq)@(\d+)$/ },
  { folder: '/usr/local/opt', pattern: /^(?:postgresql|libpq)@(\d+)$/ },
];

export async function installedVersions(folders = versionFolders): Promise<readonly InstalledVersion[]> {
  const found = await Promise.all(
    folders.map(async ({ folder, pattern }) => {
      const names = await readdir(folder).catch(() => []);
      return names.flatMap((name) => {
        const major = pattern.exec(name)?.[1];
        return major === undefined ? [] : [{ major: Number(major), bin: join(folder, name, 'bin') }];
      });
    }),
  );
  return found.flat();
}
