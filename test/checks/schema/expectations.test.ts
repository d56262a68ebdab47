import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { knownRules } from '../../../src/actions/known-rules.ts';
import { parseConfiguration } from '../../../src/checks/configuration/configuration.ts';
import { isSameType } from '../../../src/checks/schema/column-type-name.ts';
import { repositoryRoot } from '../../support/consumer.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { migrateNeonHub } from '../../support/neonhub.ts';
import { check } from './support.ts';

let neonhub: TestDatabase;
let example: string;
beforeAll(async () => {
  neonhub = await createTestDatabase();
  await migrateNeonHub(neonhub.uri);
  example = await readFile(join(repositoryRoot, 'examples/database-actions.yml'), 'utf8');
});
afterAll(() => neonhub[Symbol.asyncDispose]());

async function findings(database: TestDatabase, content: string, sql = '') {
  const { expect: expected } = await parseConfiguration(content, 'database-actions.yml', knownRules);
  const result = await check(database, sql, { expect: expected });
  return result.findings.filter(({ severity }) => severity === 'error');
}

test('NeonHub’s seven tables are as the example expects', async () => {
  expect(await findings(neonhub, example)).toEqual([]);
});

const broken: readonly (readonly (readonly [sql: string, finding: string])[])[] = [
  [
    ['alter table users drop column image', 'missing-column public.users.image'],
    ['alter table users alter column email drop not null', 'different-column public.users.email'],
    ['alter table users alter column name type varchar(50)', 'different-column public.users.name'],
    ['alter table users alter column created_at drop default', 'different-column public.users.created_at'],
    ['drop index users_email_key', 'missing-key public.users (email)'],
    [
      'alter table accounts drop constraint accounts_pkey, add primary key (provider_account_id, provider)',
      'missing-key public.accounts (provider, provider_account_id)',
    ],
    ['alter table accounts drop constraint accounts_user_id_fkey', 'missing-key public.accounts (user_id)'],
    [
      'alter table sessions drop constraint sessions_user_id_fkey, add foreign key (user_id) references users',
      'missing-key public.sessions (user_id)',
    ],
    ['drop index sessions_session_token_key', 'missing-key public.sessions (session_token)'],
    ['drop index sessions_expires_idx', 'missing-index-shape public.sessions (expires)'],
    [
      'alter table verification_tokens drop constraint verification_tokens_pkey',
      'missing-key public.verification_tokens (identifier, token)',
    ],
    [
      'drop index content_drafts_title_trgm; create index on content_drafts (title)',
      'missing-index-shape public.content_drafts (title)',
    ],
    [
      'drop index agent_jobs_claim; create index on agent_jobs (priority desc, run_at)',
      'missing-index-shape public.agent_jobs (priority, run_at)',
    ],
    ['alter table agent_jobs alter column output type json', 'different-column public.agent_jobs.output'],
    ['drop index metric_events_occurred_at_idx', 'missing-index-shape public.metric_events (occurred_at)'],
  ],
  [
    [
      'alter table users alter column created_at type timestamp(3)',
      'different-column public.users.created_at',
    ],
    [
      'drop index users_email_key; create unique index on users (email) where name is not null',
      'missing-key public.users (email)',
    ],
    ['alter type draft_status rename to status_of_drafts', 'different-column public.content_drafts.status'],
    [
      'create table plain (like metric_events including all); alter sequence metric_events_id_seq owned by none; drop table metric_events; alter table plain rename to metric_events',
      'different-table public.metric_events',
    ],
    ['drop table verification_tokens', 'missing-table public.verification_tokens'],
    ['drop extension pg_trgm cascade', 'missing-extension pg_trgm'],
    ['', 'missing-index-shape public.content_drafts (title)'],
    ['', 'missing-index-shape public.content_drafts (body)'],
  ],
];

test.each(broken)('every broken expectation is caught, and nothing else is told (%#)', async (...cases) => {
  await using database = await copyOf(neonhub);
  const found = await findings(
    database,
    example,
    cases
      .map(([sql]) => sql)
      .filter(Boolean)
      .join(';\n'),
  );
  expect(found.map(({ rule, subject }) => `${rule} ${subject}`).toSorted()).toEqual(
    cases.map(([, finding]) => finding).toSorted(),
  );
});

/** A database with the same schema, quicker than migrating again. */
async function copyOf(source: TestDatabase): Promise<TestDatabase> {
  const copy = await createTestDatabase();
  await using administrator = await createTestDatabase();
  await administrator.query(`drop database "${copy.name}"`);
  await administrator.query(`create database "${copy.name}" template "${source.name}"`);
  return copy;
}

test('the fixes of what is missing bring it back', async () => {
  await using database = await copyOf(neonhub);
  const found = await findings(
    database,
    example,
    `drop index users_email_key; drop index sessions_expires_idx; drop index content_drafts_title_trgm; drop index agent_jobs_claim;
     alter table accounts drop constraint accounts_user_id_fkey; alter table users alter column email drop not null;
     alter table users drop column image; alter table verification_tokens drop constraint verification_tokens_pkey`,
  );
  expect(found).toHaveLength(8);
  for (const { fix = '' } of found) await database.query(fix);
  expect(await findings(database, example)).toEqual([]);
});

test('a list of names asks for the tables alone; hostile and qualified names are theirs', async () => {
  const content = `version: 1
expect:
  tables:
    'app."a.b"':
      columns: { 'Weird "name"': int, 'ok': { nullable: true, default: false } }
    users:
`;
  const sql = `create schema app; create table app."a.b" ("Weird ""name""" integer primary key, ok text); create table users (id int primary key)`;
  await using database = await createTestDatabase();
  expect(await findings(database, content, sql)).toEqual([]);
  const wrong = content.replace(': int', ': bigint');
  expect((await findings(database, wrong)).map(({ subject }) => subject)).toEqual([
    'app."a.b"."Weird ""name"""',
  ]);
  const list = 'version: 1\nexpect: { tables: [users, gone] }';
  expect((await findings(database, list)).map(({ subject }) => subject)).toEqual(['public.gone']);
});

test.each([
  ['text', 'text', true],
  ['int', 'integer', true],
  ['INT4', 'integer', true],
  ['int', 'bigint', false],
  ['timestamptz(3)', 'timestamp(3) with time zone', true],
  ['timestamp(3) with time zone', 'timestamp(3) with time zone', true],
  ['timestamptz', 'timestamp(3) with time zone', false],
  ['timestamp', 'timestamp without time zone', true],
  ['timestamp', 'timestamp with time zone', false],
  ['varchar(20)', 'character varying(20)', true],
  ['char', 'character(1)', true],
  ['decimal(10, 2)', 'numeric(10,2)', true],
  ['numeric', 'numeric(10,2)', false],
  ['text[]', 'text[]', true],
  ['text', 'text[]', false],
  ['job_status', 'public.job_status', true],
  ['public.job_status', 'public.job_status', true],
  ['app.job_status', 'public.job_status', false],
  ['"Status"', 'public."Status"', true],
  ['Status', 'public."Status"', false],
  ['double precision', 'double precision', true],
  ['float8', 'double precision', true],
])('type %s is %s: %s', (written, reported, same) => {
  expect(isSameType(written, reported)).toBe(same);
});
