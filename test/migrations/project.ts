/** Makes Prisma projects in temporary folders, and contexts to migrate them in. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Logger } from '../../src/log.ts';
import type { MigrateContext, MigrateRequest } from '../../src/migrations/migration-run.ts';

export interface TestProject extends AsyncDisposable {
  readonly folder: string;
  write(path: string, content: string | Uint8Array): Promise<void>;
}

export const schemaPrisma = `datasource db {
  provider = "postgresql"
}

model User {
  id    Int     @id @default(autoincrement())
  email String  @unique
  name  String?
}
`;

/** Prisma's, as its engine creates it: with it, a database with tables needs no baseline. */
export const historyTable = `
CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0);`;

/** package.json of a project whose Prisma sends each statement alone. */
export const byStatement = '{ "devDependencies": { "prisma": "7.10.1" } }';
/** package.json of a project whose Prisma sends a script whole. */
export const wholeScript = '{ "devDependencies": { "prisma": "6.19.3" } }';

/** @param scripts migration.sql by migration name. */
export async function createProject(
  scripts: Readonly<Record<string, string | Uint8Array>>,
): Promise<TestProject> {
  const folder = await mkdtemp(join(tmpdir(), 'migrate-test-'));
  const write = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  await write('prisma/schema.prisma', schemaPrisma);
  await write('prisma/migrations/migration_lock.toml', 'provider = "postgresql"\n');
  for (const [name, script] of Object.entries(scripts))
    await write(`prisma/migrations/${name}/migration.sql`, script);
  return { folder, write, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

export { type RecordingLogger as RecordedLog, recordingLogger } from '../support/recording-logger.ts';

export function requestFor(
  project: TestProject,
  directUri: string,
  more: Partial<MigrateRequest> = {},
): MigrateRequest {
  return {
    engine: 'bundled',
    workingDirectory: project.folder,
    directUri,
    environment: { PATH: process.env.PATH },
    allowProjectCode: true,
    ...more,
  };
}

export function contextFor(log: Logger, more: Partial<MigrateContext> = {}): MigrateContext {
  return { log, signal: new AbortController().signal, timeoutMs: 60_000, mask: (text) => text, ...more };
}
