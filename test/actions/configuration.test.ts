import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { baseSha, repositoryRoot } from '../support/consumer.ts';
import { queryOnce } from '../support/database.ts';
import { createScene, type PreviewScene } from '../support/preview-scene.ts';

const path = '.github/database-actions.yml';

/** The file at the base commit, and in the checkout of the pull request. */
async function configure(scene: PreviewScene, base: string | undefined, head: string): Promise<void> {
  scene.github.world.files.set(baseSha, new Map(base === undefined ? [] : [[path, base]]));
  await scene.consumer.write(path, head);
}

test('check-schema judges by the file, and tells that the pull request changes it', async () => {
  await using scene = await createScene();
  const url = scene.neon.uri();
  await queryOnce(url, 'create table notes (id int, author text references users)');
  const check = (more: Record<string, string> = {}) =>
    scene.run({ action: 'check-schema', with: { 'database-url': url, ...more } });

  const plain = await check();
  expect(plain.outputs.status).toBe('failed');
  expect(plain.summary).not.toContain('configuration-changed');
  expect(plain.summary).toContain('3 rules could not look at everything');

  const head = `version: 1
rules: { schema-drift: off, foreign-key-without-index: error }
ignore: [{ rule: table-without-primary-key, subject: public.notes, reason: a scratch pad }]`;
  await configure(scene, head, head);
  const same = await check();
  expect(same.outputs.status).toBe('failed');
  expect(rulesOf(same.outputs.findings)).toEqual(['error foreign-key-without-index']);
  expect(same.summary).toContain('a scratch pad');

  await configure(scene, 'version: 1\nrules: { schema-drift: error }', `${head}\nexpect: { tables: [gone] }`);
  const changed = await check();
  expect(rulesOf(changed.outputs.findings)).toEqual([
    'error foreign-key-without-index',
    'error missing-table',
    'notice configuration-changed',
  ]);
  expect(changed.summary).toContain('schema-drift: error → off');
  expect(changed.annotations.map(({ file }) => file)).toContain(path);

  const silenced = `version: 1\npreset: off\nrules: { configuration-changed: off }`;
  await configure(scene, head, silenced);
  const refused = await check();
  expect(refused.conclusion).toBe('failure');
  expect(refused.log).toContain(`${path}:3:10: There is no \`configuration-changed\`.`);

  const production = await check({ 'production-url': url, config: '' });
  expect(production.summary).toContain('production has counted for');
  expect((await check({ config: 'gone.yml' })).log).toContain('"gone.yml" cannot be read');
});

test('a file that leads out of the workspace is not read', async () => {
  await using scene = await createScene();
  const secret = join(scene.consumer.temporaryDirectory, 'elsewhere.yml');
  await writeFile(secret, 'token-of-somebody: hush');
  await scene.consumer.write('.github/README', '');
  await symlink(secret, join(scene.consumer.workspace, path));
  const result = await scene.run({ action: 'check-schema', with: { 'database-url': scene.neon.uri() } });
  expect(result.conclusion).toBe('failure');
  expect(result.log).toContain('leads out of the workspace');
  expect(result.log).not.toContain('hush');
});

test('preview: a mistake is told before a branch is made; then the levels hold for migrations too', async () => {
  await using scene = await createScene();
  await configure(scene, undefined, 'version: 1\nrules: { drop-colum: off }');
  const broken = await scene.run();
  expect(broken.conclusion).toBe('failure');
  expect(scene.comments()[0]?.body).toContain('Do you mean `drop-column`?');
  expect(() => scene.neon.uri({ branch: 'preview/pr-7' })).toThrow();

  await scene.consumer.addMigration('20270101000000_drop', 'ALTER TABLE "users" DROP COLUMN "image";');
  const schema = await readFile(join(repositoryRoot, 'prisma/schema.prisma'), 'utf8');
  await scene.consumer.write('prisma/schema.prisma', schema.replace(/^ *image .*\n/m, ''));
  await configure(scene, undefined, 'version: 1\nrules: { drop-column: error }');
  const before = await scene.run({ on: 'synchronize' });
  const rehearsal = JSON.parse(await readFile(before.outputs['findings-path'] ?? '', 'utf8'));
  const rules = (found: { hazards: { finding: { rule: string } }[] }) =>
    found.hazards.map(({ finding }) => finding.rule);
  expect(rules(rehearsal)).toContain('drop-column');
  expect(before.conclusion).toBe('failure');

  const levels = [...new Set([...rulesIn(rehearsal), 'drops-data'])].map((rule) => `${rule}: notice`);
  const head = `version: 1
rules: { ${levels.join(', ')} }
ignore: [{ rule: drop-column, subject: '*', reason: nobody has a picture }]`;
  await configure(scene, 'version: 1', head);
  const after = await scene.run({ on: 'synchronize', with: { reset: 'always' } });
  const accepted = JSON.parse(await readFile(after.outputs['findings-path'] ?? '', 'utf8'));
  expect(rules(accepted)).not.toContain('drop-column');
  expect(accepted.allowed).toMatchObject([{ by: 'configuration', reason: 'nobody has a picture' }]);
  expect(accepted.verdict).toBe('pass');
  expect(after.conclusion).toBe('success');
  const body = scene.comments()[0]?.body ?? '';
  expect(body.match(/This pull request changes the rules/g)).toHaveLength(1);
});

function rulesOf(findings: string | undefined): readonly string[] {
  const list: { rule: string; severity: string }[] = JSON.parse(findings ?? '[]');
  return list.map(({ rule, severity }) => `${severity} ${rule}`);
}

function rulesIn(value: unknown): readonly string[] {
  return [...JSON.stringify(value).matchAll(/"rule":"([a-z-]+)"/g)].map(([, rule = '']) => rule);
}
