/** Query plans of a pull request, through the committed bundle. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { pullRequestEvent, repositoryRoot } from '../support/consumer.ts';
import { queryOnce } from '../support/database.ts';
import { createScene, neonKey, type PreviewScene } from '../support/preview-scene.ts';

const typedSql = `-- @param {String} $1:email
SELECT id, name FROM users WHERE email = $1
`;

/** Production with enough users that their index is worth something. */
async function sceneWithQueries(): Promise<PreviewScene> {
  const scene = await createScene();
  await queryOnce(
    scene.neon.realUri(),
    `INSERT INTO users (id, name, email, updated_at)
       SELECT 'more-' || n, 'Ada ' || n, 'more' || n || '@example.com', now() FROM generate_series(1, 4000) AS n;
     ANALYZE users;
     CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
     SELECT pg_stat_statements_reset(0, (SELECT oid FROM pg_database WHERE datname = current_database()), 0);`,
  );
  await scene.consumer.write('prisma/sql/userByEmail.sql', typedSql);
  return scene;
}

function documentOf(outputs: Readonly<Record<string, string>>) {
  const document = JSON.parse(readFileSync(outputs['plans-path'] ?? '', 'utf8'));
  const schema = JSON.parse(
    readFileSync(join(repositoryRoot, 'docs/schemas/query-plans.schema.json'), 'utf8'),
  );
  const validate = new Ajv({ strict: false }).compile(schema);
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  return document;
}

test('a preview plans TypedSQL before and after: at the fork point, later against the parent', async () => {
  await using scene = await sceneWithQueries();
  await scene.consumer.addMigration('20260301090000_index', 'DROP INDEX "users_email_key";\n');
  await queryOnce(scene.neon.realUri(), "SELECT count(*) FROM users WHERE email = 'nobody'");
  const inputs = {
    'ignore-findings': 'schema-drift',
    rehearse: 'false',
    'scan-row-threshold': '1000',
    'top-queries': '100',
  };
  const opened = await scene.run({ with: inputs });
  expect(opened.outputs['plans-summary']).toMatch(/^Of \d+ queries 2 plan worse/);
  expect(opened.outputs.status).toBe('failed');
  const document = documentOf(opened.outputs);
  expect(document).toMatchObject({
    basis: 'Planned on the branch before the migrations and after them.',
    areCostsComparable: true,
  });
  expect(document.queries[0]).toMatchObject({
    change: 'worse',
    lostIndexes: [{ index: 'users_email_key', state: 'dropped' }],
  });
  expect(document.notes[0]).toMatch(/^With \d+ of production's queries, counted since /);
  expect(scene.comments()[0]?.body).toContain('public.users · users_email_key');
  expect(opened.annotations).toContainEqual(
    expect.objectContaining({ file: 'prisma/sql/userByEmail.sql', line: 2 }),
  );

  const pushed = await scene.run({ on: 'synchronize', with: inputs });
  expect(pushed.outputs['plans-summary']).toMatch(/^Of \d+ queries 2 plan worse/);
  expect(documentOf(pushed.outputs).basis).toContain('the plans of main as it is now');

  const mistaken = await scene.run({ on: 'synchronize', with: { ...inputs, queries: 'nowhere' } });
  expect(mistaken.outputs).toMatchObject({ created: 'false', 'applied-count': '0', status: 'failed' });
  expect(mistaken.log).toContain('there is no file or folder "nowhere"');
});

test('check-plans asks what production runs, and says how much of it loses an index', async () => {
  await using scene = await sceneWithQueries();
  const production = scene.neon.realUri();
  const secret = "'sk_live_4242424242'";
  for (let call = 0; call < 3; call += 1)
    await queryOnce(production, `SELECT id FROM users WHERE email = ${secret} /* ${secret} */`);
  const branch = await scene.run({ action: 'create-branch', with: {} });
  await queryOnce(branch.outputs['database-url'] ?? '', 'DROP INDEX "users_email_key"');
  const checked = await scene.run({
    action: 'check-plans',
    with: { 'top-queries': '50', 'scan-row-threshold': '1000' },
  });
  expect(checked).toMatchObject({ conclusion: 'failure', outputs: { status: 'failed' } });
  const document = documentOf(checked.outputs);
  const lost = document.findings.filter(({ rule }: { rule: string }) => rule === 'plan-lost-index');
  expect(lost).toEqual([
    expect.objectContaining({ severity: 'error', subject: 'public.users · users_email_key' }),
  ]);
  expect(lost[0].message).toMatch(
    /^2 queries found rows by this index .*: the index is gone\. \d+ % of production's calls \(3\)\.$/,
  );
  for (const text of [checked.log, checked.summary, JSON.stringify(document)])
    expect(text).not.toContain('sk_live_4242424242');

  const without = await scene.run({
    action: 'check-plans',
    with: {
      queries: 'prisma/sql',
      'compare-with': branch.outputs['database-url'] ?? '',
      'fail-on': 'warning',
    },
    secrets: [neonKey, branch.outputs['database-url'] ?? ''],
  });
  expect(without.outputs).toMatchObject({ 'plans-summary': '1 query plans as before', status: 'passed' });

  const stranger = pullRequestEvent({ action: 'opened', number: 7, headRepository: 'evil/shop' });
  const skipped = await scene.run({
    action: 'check-plans',
    with: {},
    event: { ...stranger, name: 'pull_request_target' },
  });
  expect(skipped).toMatchObject({ conclusion: 'success', outputs: { status: 'skipped' } });
  expect(skipped.log).toContain('are not planned on the parent branch');
});
