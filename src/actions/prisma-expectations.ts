import type { ExpectedIndex } from '../checks/check-schema.ts';
import { UserError } from '../errors.ts';
import { type DeclaredIndex, declaredIndexes } from '../migrations/declared-objects.ts';
import { findInstalledPrisma } from '../migrations/installed-prisma.ts';
import { readMigrations } from '../migrations/migration-files.ts';
import type { ObjectName } from '../migrations/parse-tree.ts';
import { expectedObjects, prismaDiff } from '../migrations/prisma-diff.ts';
import type { PrismaProject } from '../migrations/prisma-project.ts';
import { resolveProject } from '../migrations/project-paths.ts';
import { loadSqlParser } from '../migrations/sql-parser.ts';
import type { Job } from '../runtime/io.ts';
import type { DatabaseTarget } from './database-target.ts';
import { projectDirectory, wasmPaths } from './project-place.ts';

export interface ExpectationsRequest {
  readonly job: Job;
  readonly inputs: {
    readonly schema: string | undefined;
    readonly migrations: string | undefined;
    readonly workingDirectory: string;
  };
  readonly database: DatabaseTarget;
  readonly isRestricted: boolean;
}

export interface PrismaExpectations {
  readonly tables: readonly string[];
  readonly indexes: readonly ExpectedIndex[];
  /** Undefined where there is no Prisma schema to compare with. */
  readonly drift: (() => Promise<{ readonly sql: string; readonly empty: boolean }>) | undefined;
}

/** What the project's Prisma schema and migrations say that the database must hold. */
export async function prismaExpectations(request: ExpectationsRequest): Promise<PrismaExpectations> {
  const project = await findProject(request);
  if (project === undefined) return { tables: [], indexes: [], drift: undefined };
  const options = { project, directUri: request.database.direct, wasm: wasmPaths(request.job) };
  const [{ tables }, indexes] = await Promise.all([
    expectedObjects(options),
    migrationIndexes(request, project),
  ]);
  return {
    tables: tables.map(qualifiedName),
    indexes: indexes.map((index) => ({
      name: index.name,
      table: qualifiedName({ ...index, name: index.table }),
    })),
    drift: () => prismaDiff(options),
  };
}

/** Undefined without a Prisma schema. A team on another tool has no Prisma schema, and that is no mistake; one that is named and absent is. */
export async function findProject({
  job,
  inputs,
  database,
  isRestricted,
}: ExpectationsRequest): Promise<PrismaProject | undefined> {
  const workingDirectory = projectDirectory(job, inputs.workingDirectory);
  try {
    const installed = await findInstalledPrisma(workingDirectory, job.environment);
    const request = {
      workingDirectory,
      schema: inputs.schema,
      migrations: inputs.migrations,
      directUri: database.direct,
      environment: job.environment,
      allowProjectCode: !isRestricted,
    };
    return (await resolveProject(request, job, installed)).project;
  } catch (thrown) {
    if (!(thrown instanceof UserError) || inputs.schema !== undefined) throw thrown;
    job.log.info(`Without a Prisma schema there is nothing to compare with: ${thrown.message}`);
    return undefined;
  }
}

async function migrationIndexes(
  { job }: ExpectationsRequest,
  project: PrismaProject,
): Promise<readonly DeclaredIndex[]> {
  const [{ migrations }, parser] = await Promise.all([
    readMigrations(project.migrationsDirectory),
    loadSqlParser(wasmPaths(job)?.sqlParser),
  ]);
  return declaredIndexes(migrations, parser);
}

function qualifiedName({ schema, name }: ObjectName): string {
  const quoted = [schema, name]
    .filter((part) => part !== undefined)
    .map((part) => `"${part.replaceAll('"', '""')}"`);
  return quoted.join('.');
}
