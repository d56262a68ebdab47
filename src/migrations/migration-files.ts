/** The migrations folder, as Prisma's command line reads it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { UserError } from '../errors.ts';

export interface MigrationFile {
  /** The folder's name, such as `20260301120000_add_jobs`. */
  readonly name: string;
  /** Absolute path of its migration.sql. */
  readonly path: string;
  /** Exactly as on disk: the checksum is over these characters. */
  readonly script: string;
}

export interface MigrationFolder {
  readonly directory: string;
  /** In the order they run: by name. */
  readonly migrations: readonly MigrationFile[];
  /** Content of migration_lock.toml, or null when there is none. */
  readonly lockfile: string | null;
}

/** A folder that is missing is an empty one, as it is to Prisma. @throws UserError for a migration without its file. */
export async function readMigrations(directory: string): Promise<MigrationFolder> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
  const migrations = await Promise.all(names.map((name) => readMigration(directory, name)));
  const lockfile = await readFile(join(directory, 'migration_lock.toml'), 'utf8').catch(() => null);
  return { directory, migrations, lockfile };
}

async function readMigration(directory: string, name: string): Promise<MigrationFile> {
  const path = join(directory, name, 'migration.sql');
  try {
    return { name, path, script: await readFile(path, 'utf8') };
  } catch (thrown) {
    throw new UserError(`The migration ${name} has no readable migration.sql.`, {
      hint: `Restore ${path}, or delete the folder. Prisma refuses such a folder too (P3015).`,
      cause: thrown,
    });
  }
}

/** What the schema engine takes. */
export function migrationList(folder: MigrationFolder): MigrationList {
  return {
    baseDir: folder.directory,
    lockfile: { path: './migration_lock.toml', content: folder.lockfile },
    shadowDbInitScript: '',
    migrationDirectories: folder.migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
    })),
  };
}
