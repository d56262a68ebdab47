/** What a pull request sees of its rehearsal, through the committed bundle. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseRehearsalText } from '../../src/migrations/rehearsal/rehearsal-json.ts';
import { baseSha, repositoryRoot } from '../support/consumer.ts';
import { createScene, type PreviewScene } from '../support/preview-scene.ts';

/** A column that the deployed app reads, and a rewrite of a table; NeonHub's schema file follows the change. */
const migration = `-- AlterTable
ALTER TABLE "users" DROP COLUMN "image";
-- AlterTable
ALTER TABLE "content_drafts" ALTER COLUMN "title" TYPE varchar(300);
`;
const name = '20260301090000_change';
const file = `prisma/migrations/${name}/migration.sql`;

async function withChange(scene: PreviewScene): Promise<void> {
  const schema = await readFile(join(repositoryRoot, 'prisma/schema.prisma'), 'utf8');
  scene.github.world.files.set(baseSha, new Map([['prisma/schema.prisma', schema]]));
  await scene.consumer.write('prisma/schema.prisma', schema.replace(/^ {2}image .*\n/m, ''));
  await scene.consumer.addMigration(name, migration);
}

async function rehearsalOf(outputs: Readonly<Record<string, string>>) {
  return parseRehearsalText(await readFile(outputs['findings-path'] ?? '', 'utf8'));
}

async function branches({ neon }: PreviewScene): Promise<readonly string[]> {
  const answer = await fetch(`${neon.url}/projects/${neon.projectId}/branches`, {
    headers: { authorization: `Bearer ${neon.apiKey}` },
  });
  const body: { readonly branches: readonly { readonly name: string }[] } = JSON.parse(await answer.text());
  return body.branches.map((branch) => branch.name).toSorted();
}

describe('a pull request', () => {
  test('sees what its migrations lock and rewrite, and what the deployed app loses, at every push', async () => {
    await using scene = await createScene();
    await withChange(scene);
    const opened = await scene.run();
    expect(opened).toMatchObject({ conclusion: 'failure', outputs: { verdict: 'error' } });
    const first = await rehearsalOf(opened.outputs);
    expect(first.measurement.statements.map(({ line, status, source }) => [line, status, source])).toEqual([
      [2, 'done', 'exact'],
      [4, 'done', 'exact'],
    ]);
    expect(first.measurement.circumstances.computeSize).toMatch(/CU$/);
    expect(first.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['drop-column', 'deployed-app-breaks']),
    );
    const comment = scene.comments()[0]?.body ?? '';
    for (const text of [comment, opened.summary, opened.log]) {
      expect(text).toContain('Rehearsal');
      expect(text).toContain('User.image');
    }
    expect(opened.annotations).toContainEqual(expect.objectContaining({ file, line: 2 }));
    const sarif: unknown = JSON.parse(await readFile(opened.outputs['sarif-path'] ?? '', 'utf8'));
    expect(sarif).toMatchObject({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: expect.any(String) } } }],
    });

    await scene.consumer.addMigration('20260302090000_more', 'CREATE TABLE "fresh" ("id" INTEGER);\n');
    const pushed = await scene.run({ on: 'synchronize' });
    const second = await rehearsalOf(pushed.outputs);
    expect(second.measurement.statements.map(({ migration: of }) => of)).toEqual([
      name,
      name,
      '20260302090000_more',
    ]);
    expect(JSON.parse(pushed.outputs.applied ?? '')).toMatchObject([{ name: '20260302090000_more' }]);
    expect(await branches(scene)).toEqual(['main', 'preview/pr-7']);
  });

  test('whose hazards are allowed with a reason, and whose base schema is the same, passes', async () => {
    await using scene = await createScene();
    await scene.consumer.addMigration(
      name,
      '-- db-actions: allow drop-column nothing reads it since 2.4\nALTER TABLE "users" DROP COLUMN "image";\n',
    );
    const schema = await readFile(join(repositoryRoot, 'prisma/schema.prisma'), 'utf8');
    const without = schema.replace(/^ {2}image .*\n/m, '');
    scene.github.world.files.set(baseSha, new Map([['prisma/schema.prisma', without]]));
    await scene.consumer.write('prisma/schema.prisma', without);
    const result = await scene.run();
    const rehearsal = await rehearsalOf(result.outputs);
    expect(rehearsal.allowed).toMatchObject([{ reason: 'nothing reads it since 2.4', by: 'comment' }]);
    expect(result.outputs.verdict).not.toBe('error');
  });

  test('whose migration fails on data sees which rows', async () => {
    await using scene = await createScene();
    await scene.consumer.addMigration(name, 'ALTER TABLE "users" ALTER COLUMN "image" SET NOT NULL;\n');
    const result = await scene.run();
    expect(result.conclusion).toBe('failure');
    expect(scene.comments()[0]?.body).toMatch(/rows? of public\.users ha(s|ve)/);
    expect((await rehearsalOf(result.outputs)).data).toMatchObject({ result: [{ kind: 'not null' }] });
  });

  test('without pending migrations, or with `rehearse: false`, has no such section', async () => {
    await using scene = await createScene();
    const nothing = await scene.run();
    expect(nothing.outputs.verdict ?? '').toBe('');
    await withChange(scene);
    const off = await scene.run({
      on: 'synchronize',
      with: { rehearse: 'false', 'ignore-findings': 'schema-drift' },
    });
    expect(off.outputs.verdict ?? '').toBe('');
    expect(scene.comments()[0]?.body).not.toContain('Rehearsal');
  });
});

describe('rehearse-migrations', () => {
  test('a baseline that is named and absent is an error, an empty name is none', async () => {
    await using scene = await createScene();
    await withChange(scene);
    const absent = await scene.run({
      action: 'rehearse-migrations',
      with: { 'hazard-baseline': 'nowhere.json', 'fail-on': 'never' },
    });
    expect(absent.conclusion).toBe('failure');
    expect(absent.log).toContain('Input `hazard-baseline`: "nowhere.json" cannot be read');
    const none = await scene.run({
      action: 'rehearse-migrations',
      with: { 'hazard-baseline': '', 'fail-on': 'never' },
    });
    expect(none).toMatchObject({ conclusion: 'success', outputs: { verdict: 'error' } });
  });

  test('rehearses on a copy, the way back included, and leaves neither copy nor preview', async () => {
    await using scene = await createScene();
    await withChange(scene);
    const result = await scene.run({ action: 'rehearse-migrations', with: { 'rehearse-rollback': 'true' } });
    expect(result).toMatchObject({
      conclusion: 'failure',
      outputs: { verdict: 'error', 'applied-count': '1' },
    });
    const { rollback } = await rehearsalOf(result.outputs);
    expect(rollback).toMatchObject({
      kind: 'done',
      result: {
        rehearsed: { succeeded: true },
        findings: [expect.objectContaining({ rule: 'rollback-impossible' })],
      },
    });
    expect(await branches(scene)).toEqual(['main']);
  });

  test('under load tells how long an application waits', async () => {
    await using scene = await createScene();
    await withChange(scene);
    const with_ = { load: 'true', 'fail-on': 'never' };
    const result = await scene.run({ action: 'rehearse-migrations', with: with_ });
    expect(result.conclusion).toBe('success');
    const { load } = await rehearsalOf(result.outputs);
    expect(load.kind === 'done' && load.result.tables.map(({ table }) => table.name).toSorted()).toEqual([
      'content_drafts',
      'users',
    ]);
  });
});
