import { realpath, symlink } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { chooseEngine } from '../../src/migrations/engine-choice.ts';
import { findInstalledPrisma } from '../../src/migrations/installed-prisma.ts';
import { createProject, requestFor, type TestProject } from './project.ts';

async function install(project: TestProject, engineFile: string): Promise<void> {
  await project.write(
    'node_modules/prisma/package.json',
    '{ "version": "7.10.1", "bin": { "prisma": "build/index.js" } }',
  );
  await project.write('node_modules/@prisma/engines/package.json', '{}');
  await project.write(`node_modules/@prisma/engines/${engineFile}`, '');
}

test.each([
  ['schema-engine-debian-openssl-3.0.x', true],
  ['schema-engine-windows.exe', true],
  ['schema-engine-debian-openssl-3.0.x.gz.sha256', false],
  ['libquery_engine-debian-openssl-3.0.x.so.node', false],
])('%s in @prisma/engines is a native schema engine: %s', async (file, expected) => {
  await using project = await createProject({});
  await install(project, file);
  await project.write('apps/web/x', '');
  const installed = await findInstalledPrisma(`${project.folder}/apps/web`, {});
  expect(installed).toMatchObject({
    version: '7.10.1',
    hasNativeEngine: expected,
    entry: `${await realpath(project.folder)}/node_modules/prisma/build/index.js`,
  });
  const request = requestFor(project, 'postgresql://u@h/d', { engine: 'auto' });
  expect(chooseEngine({ request, installed, config: undefined }).name).toBe(expected ? 'project' : 'bundled');
});

test('an engine that PRISMA_SCHEMA_ENGINE_BINARY names counts too', async () => {
  await using project = await createProject({});
  await install(project, 'README.md');
  const environment = { PRISMA_SCHEMA_ENGINE_BINARY: '/opt/schema-engine' };
  expect(await findInstalledPrisma(project.folder, environment)).toMatchObject({ hasNativeEngine: true });
});

test('an engine in pnpm’s store, beside the package and not beside its link, is found', async () => {
  await using project = await createProject({});
  const store = 'node_modules/.pnpm/prisma@7.10.1/node_modules';
  await project.write(`${store}/prisma/package.json`, '{ "version": "7.10.1", "bin": "build/index.js" }');
  await project.write(`${store}/@prisma/engines/package.json`, '{}');
  await project.write(`${store}/@prisma/engines/schema-engine-debian-openssl-3.0.x`, '');
  await symlink(`${project.folder}/${store}/prisma`, `${project.folder}/node_modules/prisma`);
  expect(await findInstalledPrisma(project.folder, {})).toMatchObject({ hasNativeEngine: true });
});

test('no package, or one without a command line, is none', async () => {
  await using project = await createProject({});
  expect(await findInstalledPrisma(project.folder, {})).toBeUndefined();
  await project.write('node_modules/prisma/package.json', '{ "version": "1.0.0" }');
  expect(await findInstalledPrisma(project.folder, {})).toBeUndefined();
});
