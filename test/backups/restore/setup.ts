import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RestoreContext } from '../../../src/backups/restore/restore-target.ts';
import { libpqEnvironment } from '../../../src/postgres/libpq-environment.ts';
import { type RecordingLogger, recordingLogger } from '../../support/recording-logger.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts';
import { clientProgram } from '../support.ts';

const run = promisify(execFile);
export const pgRestore = await clientProgram('pg_restore');
export const pgAmcheck = await clientProgram('pg_amcheck');

export interface RestoreSetup extends AsyncDisposable {
  readonly folder: TemporaryFolder;
  readonly log: RecordingLogger;
  readonly context: RestoreContext;
}

export async function restoreSetup(signal = new AbortController().signal): Promise<RestoreSetup> {
  const folder = await createTemporaryFolder('database-actions-restore-test-');
  const log = recordingLogger();
  const context = {
    log,
    signal,
    now: () => new Date('2026-11-23T05:00:00Z'),
    mask: () => {},
    environment: { PATH: process.env.PATH },
    timeoutMs: 20_000,
    folder: folder.path,
  };
  return { folder, log, context, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

/** A real dump in the directory format. @returns its folder */
export async function dumpDatabase(uri: string, folder: string, ...options: string[]): Promise<string> {
  const target = join(folder, 'dump');
  await mkdir(folder, { recursive: true });
  await using libpq = await libpqEnvironment({ uri, environment: process.env, applicationName: 'test' });
  const { path } = await clientProgram('pg_dump');
  await run(path, ['-Fd', '-f', target, ...options], { env: { ...libpq.variables } });
  return target;
}
