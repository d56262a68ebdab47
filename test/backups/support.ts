import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DatabaseFacts } from '../../src/backups/proof/database-facts.ts';
import { readDatabaseFacts } from '../../src/backups/proof/read-facts.ts';
import { type TakeDumpOptions, type TakenDump, takeDump } from '../../src/backups/take-dump.ts';
import { silentLogger } from '../../src/log.ts';
import type { ClientProgram, ClientProgramName } from '../../src/postgres/client-program.ts';
import { findClientProgram } from '../../src/postgres/client-programs/find-client-program.ts';
import { libpqEnvironment } from '../../src/postgres/libpq-environment.ts';

const run = promisify(execFile);

export function clientProgram(name: ClientProgramName, serverMajor = 15): Promise<ClientProgram> {
  return findClientProgram({
    name,
    serverMajor,
    environment: process.env,
    log: silentLogger,
    signal: new AbortController().signal,
    install: false,
  });
}

export async function dumpOf(
  uri: string,
  folder: string,
  more: Partial<TakeDumpOptions> = {},
): Promise<TakenDump> {
  return takeDump({
    uri,
    output: { kind: 'folder', path: folder },
    jobs: 2,
    proof: 'source',
    tables: {},
    pgDump: await clientProgram('pg_dump'),
    environment: process.env,
    log: silentLogger,
    signal: new AbortController().signal,
    timeoutMs: 20_000,
    lockTimeoutMs: 10_000,
    ...more,
  });
}

/** As an operator would restore it; the exit code counts. */
export async function restore(archive: string, uri: string, options: readonly string[] = []): Promise<void> {
  const { path } = await clientProgram('pg_restore');
  await using libpq = await libpqEnvironment({ uri, environment: process.env, applicationName: 'test' });
  const name = libpq.variables.PGDATABASE ?? '';
  await run(path, ['--exit-on-error', '--jobs=2', `--dbname=${name}`, ...options, archive], {
    env: libpq.variables,
  });
}

export function factsOf(uri: string): Promise<DatabaseFacts> {
  return readDatabaseFacts({
    uri,
    applicationName: 'test',
    timeoutMs: 20_000,
    workers: 2,
    log: silentLogger,
    signal: new AbortController().signal,
  });
}
