/** A side of a schema comparison that is no database yet: a Prisma schema, or a folder of migrations. */

import { type DeclaredExtension, declaredExtensions } from '../migrations/declared-objects.ts';
import { readMigrations } from '../migrations/migration-files.ts';
import { readPrismaConfig } from '../migrations/prisma-config.ts';
import { findPrismaProject } from '../migrations/prisma-project.ts';
import {
  migrationsSnapshot,
  prismaSchemaSnapshot,
  type ShadowOptions,
} from '../migrations/shadow-snapshot.ts';
import { loadSqlParser } from '../migrations/sql-parser.ts';
import { secretsOf } from '../postgres/connection-uri.ts';
import { unquote } from '../postgres/object-name.ts';
import { assertDirectUri } from '../postgres/pooler.ts';
import { fileInWorkspace, projectDirectory, wasmPaths } from './project-place.ts';
import type { Side, SideRequest } from './side.ts';

/**
 * Made in a shadow database, which is gone afterwards.
 * @param others sides that are known, and have the extensions that the schema takes for granted
 * @throws UserError when it cannot be made
 */
export async function prismaSide(request: SideRequest, path: string, others: readonly Side[]): Promise<Side> {
  const { job, inputs, value } = request;
  const shadow = await shadowOptions(request);
  const root = projectDirectory(job, inputs.workingDirectory);
  const external = (await readPrismaConfig(root))?.external;
  const project = await findPrismaProject(root, { schema: path, external });
  const { migrations } = await readMigrations(project.migrationsDirectory);
  const parser = await loadSqlParser(shadow.wasm?.sqlParser);
  const extensions = [...others.flatMap(extensionsOf), ...declaredExtensions(migrations, parser)];
  const snapshot = await prismaSchemaSnapshot(project, { ...shadow, extensions });
  const { externalTables, externalEnums } = project.external;
  const exclude = [
    ...externalTables.map((name) => (name.includes('.') ? name : `*.${name}`)),
    ...externalEnums.map((name) => `enum:${name.includes('.') ? name : `*.${name}`}`),
  ];
  const [first] = project.schemaFiles;
  const file = first === undefined ? undefined : fileInWorkspace(job, first.path);
  return { snapshot, name: `the Prisma schema ${value}`, origin: 'prisma', exclude, file };
}

function extensionsOf({ snapshot }: Side): readonly DeclaredExtension[] {
  return snapshot.objects.flatMap((object) => {
    if (object.kind !== 'extension') return [];
    const { schema }: Readonly<Record<string, unknown>> = object.attributes;
    return [{ name: object.name, schema: typeof schema === 'string' ? unquote(schema) : undefined }];
  });
}

/** The same for migrations, run in their order. */
export async function migrationsSide(request: SideRequest, path: string): Promise<Side> {
  const folder = await readMigrations(path);
  const snapshot = await migrationsSnapshot(folder, await shadowOptions(request));
  const last = folder.migrations.at(-1);
  const file = last === undefined ? undefined : fileInWorkspace(request.job, last.path);
  return { snapshot, name: `the migrations in ${request.value}`, origin: 'migrations', exclude: [], file };
}

async function shadowOptions({ job, inputs }: SideRequest): Promise<ShadowOptions> {
  const { log, signal, stateDirectory, environment } = job;
  const options = { log, signal, timeoutMs: inputs.timeout * 1000 };
  const serverUri = inputs.shadowUrl ?? (await embeddedServer({ ...options, stateDirectory, environment }));
  for (const secret of secretsOf(serverUri)) job.mask(secret);
  assertDirectUri(serverUri);
  return { ...options, serverUri, wasm: wasmPaths(job) };
}

async function embeddedServer(
  options: Pick<SideRequest['job'], 'log' | 'signal' | 'stateDirectory' | 'environment'> & {
    readonly timeoutMs: number;
  },
): Promise<string> {
  const { ensureEmbeddedServer } = await import('../providers/postgres/embedded-server.ts');
  return (await ensureEmbeddedServer(options)).uri;
}
