/** Where this project's schema and migrations are: the inputs, then prisma.config.ts, then Prisma's defaults. */
import { relative } from 'node:path';
import { runChild } from './child-process.ts';
import type { InstalledPrisma } from './installed-prisma.ts';
import type { MigrateContext, MigrateRequest } from './migration-run.ts';
import { type PrismaConfig, readPrismaConfig } from './prisma-config.ts';
import { findPrismaProject, type PrismaProject } from './prisma-project.ts';
import { isRecord, textOrUndefined } from './record.ts';

type PathRequest = Pick<
  MigrateRequest,
  'workingDirectory' | 'schema' | 'migrations' | 'directUri' | 'environment' | 'allowProjectCode'
>;

export interface ResolvedProject {
  readonly project: PrismaProject;
  readonly config: PrismaConfig | undefined;
}

/** @throws UserError when there is no schema. */
export async function resolveProject(
  request: PathRequest,
  context: Pick<MigrateContext, 'log' | 'signal'>,
  installed: InstalledPrisma | undefined,
): Promise<ResolvedProject> {
  const config = await readPrismaConfig(request.workingDirectory);
  const known = {
    schema: request.schema ?? config?.schema,
    migrations: request.migrations ?? config?.migrations,
  };
  const missing = (config?.unreadable ?? []).filter((name) =>
    name === 'schema' ? known.schema === undefined : known.migrations === undefined,
  );
  const told =
    config === undefined || missing.length === 0 ? {} : await runConfig(request, context, installed);
  if (config !== undefined && told === undefined)
    context.log.warning(
      `${relative(request.workingDirectory, config.file)} sets ${missing.join(' and ')} in a way that only running it would tell, and it was not run. Prisma's defaults are used; the inputs \`schema\` and \`migrations\` override them.`,
    );
  const project = await findPrismaProject(request.workingDirectory, {
    schema: known.schema ?? told?.schema,
    migrations: known.migrations ?? told?.migrations,
    external: config?.external,
  });
  return { project, config };
}

const answerMark = 'database-actions-prisma-config:';

/** Loads the file as the project's Prisma does and prints what it says. */
const loader = `
import { createRequire } from 'node:module';
const { loadConfigFromFile } = createRequire(process.argv[1])('@prisma/config');
const { config } = await loadConfigFromFile({});
const answer = { schema: config?.schema, migrations: config?.migrations?.path };
console.log('\\n${answerMark}' + JSON.stringify(answer));
`;

/** Undefined when it may not run, cannot run, or fails. */
async function runConfig(
  { workingDirectory, directUri, environment, allowProjectCode }: PathRequest,
  { signal }: Pick<MigrateContext, 'signal'>,
  installed: InstalledPrisma | undefined,
): Promise<{ schema?: string | undefined; migrations?: string | undefined } | undefined> {
  if (!allowProjectCode || installed === undefined) return undefined;
  let answer: string | undefined;
  const argv = ['--input-type=module', '--eval', loader, '--', `${installed.folder}/package.json`];
  await runChild(process.execPath, argv, {
    workingDirectory,
    environment: { ...environment, DATABASE_URL: directUri, DIRECT_URL: directUri },
    signal,
    onLine(line) {
      if (line.startsWith(answerMark)) answer = line.slice(answerMark.length);
    },
  });
  if (answer === undefined) return undefined;
  const paths: unknown = JSON.parse(answer);
  if (!isRecord(paths)) return undefined;
  return { schema: textOrUndefined(paths.schema), migrations: textOrUndefined(paths.migrations) };
}
