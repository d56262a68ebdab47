/** The rows of an archive, and of a database, as the SQL that `copy-blocks.ts` reads: in the very same form. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExternalError } from '../../errors.ts';
import { programOutput } from '../../postgres/client-process.ts';
import type { ClientProgram } from '../../postgres/client-program.ts';
import { secretsOf } from '../../postgres/connection-uri.ts';
import { libpqEnvironment } from '../../postgres/libpq-environment.ts';
import { type DumpContents, tableEntries } from './dump-contents.ts';
import { dumpFailure, lastLines } from './dump-failure.ts';

interface Asking {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

export interface ArchiveLinesOptions extends Asking {
  readonly pgRestore: ClientProgram;
  /** A folder of the directory format, or a file of the custom one. */
  readonly archive: string;
  readonly contents: DumpContents;
}

/** What pg_restore makes of the archive's tables; nothing is restored. @throws ExternalError when it cannot be read */
export async function* archiveLines(options: ArchiveLinesOptions): AsyncGenerator<Uint8Array, void> {
  const { pgRestore, archive, contents, environment, signal } = options;
  const folder = await mkdtemp(join(tmpdir(), 'database-actions-list-'));
  try {
    const list = join(folder, 'tables.list');
    await writeFile(list, tableEntries(contents));
    const argv = ['--file=-', `--use-list=${list}`, archive];
    yield* programOutput({ path: pgRestore.path, argv, environment, signal }, (end) => {
      const said = lastLines(end.errors);
      return new ExternalError(
        'pg_restore',
        `pg_restore could not read the dump that was just taken.\n${said}`,
      );
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface DatabaseLinesOptions extends Asking {
  /** Of the version that wrote the archive, so that both write a row in the same way. */
  readonly pgDump: ClientProgram;
  readonly uri: string;
}

/** The rows of a restored copy. @throws UserError or ExternalError, as a dump would */
export async function* databaseLines(options: DatabaseLinesOptions): AsyncGenerator<Uint8Array, void> {
  const { pgDump, uri, environment, signal } = options;
  await using libpq = await libpqEnvironment({ uri, environment, applicationName: 'database-actions/proof' });
  const argv = ['--data-only', '--no-blobs', '--no-password'];
  const call = { path: pgDump.path, argv, environment: libpq.variables, signal };
  yield* programOutput(call, (end) => dumpFailure(end, secretsOf(uri)));
}
