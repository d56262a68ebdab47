import { mkdir, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findInstalledPrisma } from '../../src/migrations/installed-prisma.ts';
import type { MigrateRequest } from '../../src/migrations/migration-run.ts';
import { readPrismaConfig } from '../../src/migrations/prisma-config.ts';
import { environmentNamesOf } from '../../src/migrations/prisma-project.ts';
import { resolveProject } from '../../src/migrations/project-paths.ts';
import { createProject, recordingLogger, requestFor, schemaPrisma, type TestProject } from './project.ts';

const require = createRequire(import.meta.url);

async function pathsOf(project: TestProject, more: Partial<MigrateRequest> = {}) {
  const log = recordingLogger();
  const request = requestFor(project, 'postgresql://u:p@127.0.0.1:1/db', more);
  const installed = await findInstalledPrisma(request.workingDirectory, {});
  const { project: found } = await resolveProject(
    request,
    { log, signal: new AbortController().signal },
    installed,
  );
  return {
    schema: relative(project.folder, found.schemaPath),
    migrations: relative(project.folder, found.migrationsDirectory),
    files: found.schemaFiles.map(({ path }) => relative(project.folder, path)),
    warnings: log.lines,
  };
}

async function installPrisma(project: TestProject): Promise<void> {
  await mkdir(join(project.folder, 'node_modules'), { recursive: true });
  await symlink(
    dirname(require.resolve('prisma6/package.json')),
    join(project.folder, 'node_modules', 'prisma'),
  );
}

describe('schema and migrations are found', () => {
  test('in prisma/ by default', async () => {
    await using project = await createProject({});
    expect(await pathsOf(project)).toMatchObject({
      schema: 'prisma/schema.prisma',
      migrations: 'prisma/migrations',
      warnings: [],
    });
  });

  test('schema.prisma at the top comes first, as it does for Prisma', async () => {
    await using project = await createProject({});
    await project.write('schema.prisma', schemaPrisma);
    expect(await pathsOf(project)).toMatchObject({ schema: 'schema.prisma', migrations: 'migrations' });
  });

  test('where package.json above the working directory says', async () => {
    await using project = await createProject({});
    await project.write('package.json', '{ "prisma": { "schema": "db/main.prisma" } }');
    await project.write('db/main.prisma', schemaPrisma);
    await project.write('apps/web/x.txt', '');
    expect(await pathsOf(project, { workingDirectory: `${project.folder}/apps/web` })).toMatchObject({
      schema: 'db/main.prisma',
      migrations: 'db/migrations',
    });
  });

  test('in a folder of several files: migrations lie beside the datasource', async () => {
    await using project = await createProject({});
    await project.write('db/models/user.prisma', 'model A {\n  id Int @id\n}\n');
    await project.write('db/main.prisma', 'datasource db {\n  provider = "postgresql"\n}\n');
    expect(await pathsOf(project, { schema: 'db' })).toMatchObject({
      migrations: 'db/migrations',
      files: ['db/main.prisma', 'db/models/user.prisma'],
    });
  });

  test('where the inputs say, before anything else', async () => {
    await using project = await createProject({});
    await project.write('other/a.prisma', schemaPrisma);
    await project.write('prisma.config.ts', 'export default { schema: "prisma/schema.prisma" }');
    expect(await pathsOf(project, { schema: 'other/a.prisma', migrations: 'sql' })).toMatchObject({
      schema: 'other/a.prisma',
      migrations: 'sql',
    });
  });

  test('a given schema that is not there is an error, not the default', async () => {
    await using project = await createProject({});
    await expect(pathsOf(project, { schema: 'nope.prisma' })).rejects.toThrow('nope.prisma');
  });
});

describe('prisma.config.ts', () => {
  test.each([
    `import { defineConfig, env } from 'prisma/config';
export default defineConfig({
  // schema: "commented.prisma",
  datasource: { url: env('APP_URL'), note: ', schema: "in a string"' },
  schema: 'db/main.prisma', /* and */
  migrations: { seed: \`tsx \${'seed'}.ts\`, path: 'db/sql' },
});`,
    `const path = require('node:path');
module.exports = { schema: path.join(__dirname, 'db', "main.prisma"), migrations: { path: path.join('db', 'sql') } };`,
    `export default { 'schema': \`db/main.prisma\`, migrations: { path: join(import.meta.dirname, 'db/sql') } } satisfies PrismaConfig`,
  ])('is read without running it (%#)', async (source) => {
    await using project = await createProject({});
    await project.write('db/main.prisma', schemaPrisma);
    await project.write('prisma.config.ts', source);
    expect(await pathsOf(project, { allowProjectCode: false })).toMatchObject({
      schema: 'db/main.prisma',
      migrations: 'db/sql',
      warnings: [],
    });
  });

  test('in .config/ is found, and its paths are taken from there', async () => {
    await using project = await createProject({});
    await project.write('.config/prisma.ts', 'export default { schema: "../db/main.prisma" }');
    await project.write('db/main.prisma', schemaPrisma);
    expect(await pathsOf(project)).toMatchObject({ schema: 'db/main.prisma' });
  });

  const computed = `import { appendFileSync } from 'node:fs';
appendFileSync(new URL('./ran.txt', import.meta.url), 'x');
const folder = process.env.DB_FOLDER ?? 'db';
export default { schema: folder + '/main.prisma', migrations: { path: \`\${folder}/sql\` } };`;

  test('with computed paths is run by the project’s own Prisma', async () => {
    await using project = await createProject({});
    await installPrisma(project);
    await project.write('db/main.prisma', schemaPrisma);
    await project.write('prisma.config.ts', computed);
    const environment = { PATH: process.env.PATH };
    expect(await pathsOf(project, { environment })).toMatchObject({
      schema: 'db/main.prisma',
      migrations: 'db/sql',
      warnings: [],
    });
  });

  test.each([
    ['a fork', computed],
    ['a spread', 'import base from "./base";\nexport default { ...base, engine: "classic" };'],
    ['a variable', 'const config = { schema: "db/main.prisma" };\nexport default config;'],
  ])(
    'is never run for a fork; what cannot be read is said, and the default is used: %s',
    async (_, source) => {
      await using project = await createProject({});
      await installPrisma(project);
      await project.write('prisma.config.ts', source);
      const found = await pathsOf(project, { allowProjectCode: false });
      expect(found).toMatchObject({
        schema: 'prisma/schema.prisma',
        warnings: [expect.stringContaining('prisma.config.ts')],
      });
      await expect(import(`${project.folder}/ran.txt?raw`)).rejects.toThrow();
    },
  );

  test('tells which variables hold the URL', async () => {
    await using project = await createProject({});
    const source =
      "export default { datasource: { url: env('A'), directUrl: process.env['B']!, shadowDatabaseUrl: env('C') } }";
    await project.write('prisma.config.mts', source);
    expect((await readPrismaConfig(project.folder))?.urlVariables).toEqual(['A', 'B']);
  });
});

test('the variables of the datasource block are found, comments aside', () => {
  const content = `datasource db {
  provider  = "postgresql"
  // url    = env("OLD")
  url       = env("APP_URL") // pooled
  directUrl = env( "APP_DIRECT" )
}`;
  const files = [{ path: 'schema.prisma', content }];
  expect(environmentNamesOf(files, 'url')).toEqual(['APP_URL']);
  expect(environmentNamesOf(files, 'directUrl')).toEqual(['APP_DIRECT']);
});
