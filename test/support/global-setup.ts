import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startServer } from '../../src/providers/postgres/server.ts';
import { createRunFolder } from './run-folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser URI of the Postgres server that the whole run shares. */
    readonly postgresUri: string;
  }
}

/**
 * One real server for the whole run, on which each test makes databases of its own; and one folder for all temporary
 * files, which the tests find as usual, by `os.tmpdir()`.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await createRunFolder();
  process.env.TMPDIR = folder;
  const server = await startServer({
    dataDirectory: join(folder, 'data'),
    password: 'test/p%ss w@rd\'"',
    environment: process.env,
    settings: { max_connections: '200', shared_preload_libraries: 'pg_stat_statements' },
  });
  project.provide('postgresUri', server.uri);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
