/** A database made from one Prisma schema, changed by SQL or to another schema, and asked whether a client still works. */
import { dirname } from 'node:path';
import { silentLogger } from '../../../src/log.ts';
import { checkCompatibility } from '../../../src/migrations/compatibility/check-compatibility.ts';
import { readClientSchema } from '../../../src/migrations/compatibility/client-reading.ts';
import type { ClientSchema } from '../../../src/migrations/compatibility/client-schema.ts';
import { probeClient } from '../../../src/migrations/compatibility/probe.ts';
import { schemaScript, schemasDiff } from '../../../src/migrations/prisma-diff.ts';
import type { SchemaFile } from '../../../src/migrations/prisma-project.ts';
import { readRehearsalCatalog } from '../../../src/migrations/rehearsal/catalog.ts';
import type { Compatibility } from '../../../src/migrations/rehearsal/rehearsal.ts';
import { connectWhenReady } from '../../../src/postgres/connect.ts';
import type { PostgresConnection } from '../../../src/postgres/connection.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

export const datasource = 'datasource db {\n  provider = "postgresql"\n}\n';

export function schemaFile(models: string): readonly SchemaFile[] {
  return [{ path: '/project/prisma/schema.prisma', content: datasource + models }];
}

export function connectionTo(uri: string): Promise<PostgresConnection> {
  const { signal } = new AbortController();
  return connectWhenReady({ uri, applicationName: 'test', log: silentLogger, signal, timeoutMs: 10_000 });
}

const external = { externalTables: [], externalEnums: [] };

/** What Prisma would write into a migration to get from one schema to another. */
export async function prismaScript(
  uri: string,
  to: readonly SchemaFile[],
  from?: readonly SchemaFile[],
): Promise<string> {
  const project = { schemaPath: dirname(to[0]?.path ?? '/'), schemaFiles: to, external };
  const options = { project, directUri: uri };
  const { sql } = from === undefined ? await schemaScript(options) : await schemasDiff({ ...options, from });
  return sql;
}

export async function clientOf(uri: string, schemaFiles: readonly SchemaFile[]): Promise<ClientSchema> {
  const reading = await readClientSchema({ schemaFiles, directUri: uri });
  if (reading.kind === 'skipped') throw new Error(reading.reason);
  return reading.client;
}

export interface Change {
  readonly from: readonly SchemaFile[];
  /** Run after Prisma's script for `from`. */
  readonly setUp?: string | undefined;
  /** The pull request: SQL, or the schema that Prisma gets to from `from`. */
  readonly change: string | readonly SchemaFile[];
  /** Without asking the database before the change. */
  readonly isUnasked?: boolean;
}

export interface Scene extends AsyncDisposable {
  readonly db: TestDatabase;
  readonly compatibility: Compatibility;
}

/** The deployed app, made for `from`, on the changed database. */
export async function deployedAppAfter({ from, setUp, change, isUnasked }: Change): Promise<Scene> {
  const db = await createTestDatabase();
  await db.query(await prismaScript(db.uri, from));
  if (setUp !== undefined) await db.query(setUp);
  await using connection = await connectionTo(db.uri);
  const before = await readRehearsalCatalog(connection);
  const madeFor =
    isUnasked === true ? undefined : await probeClient(await clientOf(db.uri, from), connection, 'public');
  await db.query(typeof change === 'string' ? change : await prismaScript(db.uri, change, from));
  const part = await checkCompatibility(
    {
      schemaFiles: from,
      schemaOf: 'abc1234',
      direction: 'deployed-app',
      before,
      after: await readRehearsalCatalog(connection),
      madeFor,
    },
    { session: connection, directUri: db.uri },
  );
  if (part.kind === 'skipped') throw new Error(part.reason);
  return { db, compatibility: part.result, [Symbol.asyncDispose]: () => db[Symbol.asyncDispose]() };
}

/** `breaks User.nickname (all)`, in their order. */
export function verdictLines({ verdicts }: Compatibility): readonly string[] {
  return verdicts.map(({ status, operation, finding }) => `${status} ${finding.subject} (${operation})`);
}
