import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startServer } from '../../src/providers/postgres/server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser URI of the Postgres server that the whole run shares. */
    readonly postgresUri: string;
  }
}

/** One real server for the whole run; each test makes databases of its own on it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'database-actions-test-'));
  // As root the server runs as another user, who must get in.
  await chmod(folder, 0o755);
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
