import { execFileSync } from 'node:child_process';
import { chown, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSchemaAt } from '../../../src/migrations/compatibility/base-schema.ts';
import { type Git, gitIn } from '../../../src/migrations/compatibility/git.ts';
import { createTemporaryFolder } from '../../support/temporary-folder.ts';

const environment = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

function git(folder: string, ...argv: readonly string[]): string {
  return execFileSync('git', [...argv], { cwd: folder, env: environment, encoding: 'utf8' }).trim();
}

function reader(directory: string): Git {
  return gitIn({ directory, environment, signal: new AbortController().signal });
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

function commitAll(folder: string, message: string): string {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', message);
  return git(folder, 'rev-parse', 'HEAD');
}

/** Two commits: the base, and a pull request that changes every file. */
async function repository(base: Readonly<Record<string, string>>) {
  const folder = await createTemporaryFolder('base-schema-');
  git(folder.path, 'init', '--quiet', '--initial-branch=main');
  await write(folder.path, base);
  const baseCommit = commitAll(folder.path, 'base');
  for (const path of Object.keys(base)) await writeFile(join(folder.path, path), 'changed');
  commitAll(folder.path, 'change');
  return { path: folder.path, baseCommit, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

const content = 'model A {\r\n  id Int @id // Ü 🐘\r\n}\r\n\r\n';

describe('readSchemaAt', () => {
  test('reads a file as it was, byte for byte, wherever the working directory is', async () => {
    await using repo = await repository({ 'apps/web/prisma/schema.prisma': content });
    const read = await readSchemaAt({
      refs: [repo.baseCommit],
      schemaPath: './prisma/schema.prisma',
      git: reader(join(repo.path, 'apps/web')),
    });
    expect(read).toEqual({
      kind: 'read',
      commit: repo.baseCommit,
      files: [{ path: 'prisma/schema.prisma', content }],
    });
  });

  test('reads a folder: every .prisma file, no link, whatever the names', async () => {
    await using repo = await repository({
      'db/[s]chema/b.prisma': 'b',
      'db/[s]chema/deep er/ü.prisma': 'u',
      'db/[s]chema/readme.md': 'no',
      'db/schema/other.prisma': 'no',
    });
    await symlink('/etc/passwd', join(repo.path, 'db/[s]chema/evil.prisma'));
    commitAll(repo.path, 'link');
    await rm(join(repo.path, 'db'), { recursive: true });
    const read = await readSchemaAt({ refs: ['HEAD~1'], schemaPath: 'db/[s]chema', git: reader(repo.path) });
    expect(read).toMatchObject({ kind: 'read' });
    const link = await readSchemaAt({ refs: ['HEAD'], schemaPath: 'db/[s]chema', git: reader(repo.path) });
    expect(link.kind === 'read' ? link.files.map(({ path }) => path) : link.reason).toEqual([
      'db/[s]chema/b.prisma',
      'db/[s]chema/deep er/ü.prisma',
    ]);
  });

  test('finds a schema that has moved since', async () => {
    await using repo = await repository({ 'prisma/schema.prisma': 'old' });
    const read = await readSchemaAt({
      refs: [repo.baseCommit],
      schemaPath: 'packages/db/schema',
      git: reader(repo.path),
    });
    expect(read).toMatchObject({ files: [{ path: 'prisma/schema.prisma', content: 'old' }] });
  });

  test('takes the first ref that is there', async () => {
    await using repo = await repository({ 'schema.prisma': 'old' });
    const missing = 'f'.repeat(40);
    const read = await readSchemaAt({
      refs: [missing, 'HEAD^1', 'main'],
      schemaPath: 'schema.prisma',
      git: reader(repo.path),
    });
    expect(read).toMatchObject({ commit: repo.baseCommit });
  });

  test('in a checkout of one commit says what to set', async () => {
    await using repo = await repository({ 'schema.prisma': 'old' });
    await using clone = await createTemporaryFolder('shallow-');
    git(clone.path, 'clone', '--quiet', '--depth=1', `file://${repo.path}`, 'shallow');
    const read = await readSchemaAt({
      refs: [repo.baseCommit, 'HEAD^1', 'origin/develop'],
      schemaPath: 'schema.prisma',
      git: reader(join(clone.path, 'shallow')),
    });
    expect(read).toEqual({
      kind: 'skipped',
      reason: `The base commit (${repo.baseCommit.slice(0, 7)}, HEAD^1, origin/develop) is not in the checkout, which has one commit by default. Give actions/checkout \`fetch-depth: 2\`, or \`0\` for the whole history.`,
    });
  });

  test.each([
    '--output=/tmp/owned',
    '-x',
    'main..HEAD',
    'HEAD:schema.prisma',
    'a b',
    'main\nHEAD',
    '',
    '$(id)',
  ])('never gives git the name %j', async (ref) => {
    const asked: string[] = [];
    const read = await readSchemaAt({
      refs: [ref],
      schemaPath: 'schema.prisma',
      git: async (argv) => {
        asked.push(...argv);
        return { kind: 'absent' };
      },
    });
    expect(asked).toEqual([]);
    expect(read).toMatchObject({
      kind: 'skipped',
      reason: expect.stringContaining('No base commit is known'),
    });
  });

  test.each([['../secret.prisma'], ['/etc/schema.prisma']])(
    'never leaves the folder: %s',
    async (schemaPath) => {
      await using repo = await repository({ 'app/readme.md': 'x', 'secret.prisma': 'x' });
      const read = await readSchemaAt({
        refs: [repo.baseCommit],
        schemaPath,
        git: reader(join(repo.path, 'app')),
      });
      expect(read).toMatchObject({ kind: 'skipped', reason: expect.stringContaining('no Prisma schema at') });
    },
  );

  test('where there is no repository, and where there is no git, says so', async () => {
    await using folder = await createTemporaryFolder('no-repository-');
    const request = { refs: ['main'], schemaPath: 'schema.prisma' };
    expect(await readSchemaAt({ ...request, git: reader(folder.path) })).toMatchObject({
      reason: expect.stringContaining('no git checkout'),
    });
    const signal = new AbortController().signal;
    const without = gitIn({ directory: folder.path, environment: { PATH: folder.path }, signal });
    expect(await readSchemaAt({ ...request, git: without })).toMatchObject({
      reason: expect.stringContaining('no git here'),
    });
  });

  // Only the superuser can give a folder away; in CI and in container jobs that is who runs.
  test.runIf(process.getuid?.() === 0)("of another user's checkout says what to set", async () => {
    await using repo = await repository({ 'schema.prisma': 'old' });
    await chown(repo.path, 12_345, 12_345);
    await chown(join(repo.path, '.git'), 12_345, 12_345);
    const request = { refs: [repo.baseCommit], schemaPath: 'schema.prisma' };
    expect(await readSchemaAt({ ...request, git: reader(repo.path) })).toMatchObject({
      reason: expect.stringContaining('safe.directory'),
    });
  });

  test('stops when it is told to', async () => {
    await using folder = await createTemporaryFolder('stop-');
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    const stopped = gitIn({ directory: folder.path, environment, signal: stop.signal });
    await expect(readSchemaAt({ refs: ['main'], schemaPath: 'a', git: stopped })).rejects.toThrow('enough');
  });
});
