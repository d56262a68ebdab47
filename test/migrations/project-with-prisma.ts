/** A project with prisma 6 installed and its JavaScript engine, which needs no download. */
import { mkdir, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createProject, type TestProject } from './project.ts';

const require = createRequire(import.meta.url);

/** The engine's own timer of ten seconds would let each run of the command line linger. */
const quickExit = `const later = globalThis.setTimeout;
globalThis.setTimeout = (...args) => {
  const timer = later(...args);
  return args[1] >= 10_000 ? timer.unref() : timer;
};
`;

/** The adapter of this version refuses columns of type `name`, which its own engine reads from the catalog. */
export const config = `import pg from 'pg';
import { PrismaPg } from '@prisma/adapter-pg';
class Pool extends pg.Pool {
  async query(...args) {
    const result = await super.query(...args);
    for (const field of result.fields ?? []) if (field.dataTypeID === 19) field.dataTypeID = 25;
    return result;
  }
}
${quickExit}export default {
  engine: 'js',
  experimental: { adapter: true },
  adapter: async () => new PrismaPg(new Pool({ connectionString: process.env.APP_DATABASE_URL, allowExitOnIdle: true }), { disposeExternalPool: true }),
  schema: 'prisma/schema.prisma',
};
`;

/** The adapter can only take scripts whose `;` all end statements. */
export async function projectWithPrisma(scripts: Readonly<Record<string, string>>): Promise<TestProject> {
  const project = await createProject(scripts);
  const modules = join(project.folder, 'node_modules');
  await mkdir(join(modules, '@prisma'), { recursive: true });
  const packageFolder = (name: string) => dirname(require.resolve(`${name}/package.json`));
  await symlink(packageFolder('prisma6'), join(modules, 'prisma'));
  await symlink(
    join(packageFolder('prisma6'), '..', 'prisma6-adapter-pg'),
    join(modules, '@prisma', 'adapter-pg'),
  );
  await symlink(packageFolder('pg'), join(modules, 'pg'));
  await project.write('prisma.config.ts', config);
  await project.write(
    'prisma/schema.prisma',
    'datasource db {\n  provider = "postgresql"\n  url = env("APP_DATABASE_URL")\n}\n',
  );
  return project;
}

/** Without it the command line also wants the native query engine, which migrations never use. */
export const environment = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  PRISMA_CLIENT_ENGINE_TYPE: 'client',
};
