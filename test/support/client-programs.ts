import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Tests that run the real pg_dump and pg_restore, which no package of the registry has. */
export const needClientPrograms: readonly string[] = [
  'test/actions/backup.test.ts',
  'test/actions/backup-examples.test.ts',
  'test/actions/restore-backup.test.ts',
  'test/actions/verify-backup.test.ts',
  'test/backups/drill/damage.test.ts',
  'test/backups/failing-dump.test.ts',
  'test/backups/proof/*.test.ts',
  'test/backups/recovery-page.test.ts',
  'test/backups/restore/restore-copy.test.ts',
  'test/backups/take-dump.test.ts',
  'test/postgres/client-programs.test.ts',
];

/** PostgreSQL 15 or newer, where distributions keep them or on PATH. Debian's wrapper comes with one of those. */
export function hasClientPrograms(): boolean {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).filter((name) => Number(name) >= 15) : [];
  const onPath = (process.env.PATH ?? '').split(delimiter);
  const folders = [...versions.map((version) => join(root, version, 'bin')), ...onPath];
  return folders.some(
    (folder) => existsSync(join(folder, 'pg_dump')) && existsSync(join(folder, 'pg_restore')),
  );
}
