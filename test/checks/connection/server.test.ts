import { connect, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { connectionRules } from '../../../src/checks/check-connection.ts';
import { weakAuthentication } from '../../../src/checks/connection/authentication.ts';
import { connectionNotEncrypted, plainTextAccepted } from '../../../src/checks/connection/encryption.ts';
import { isLocalHost } from '../../../src/checks/connection/local-host.ts';
import { connectionSection } from '../../../src/checks/connection-section.ts';
import { formatConnectionUri, parseConnectionUri } from '../../../src/postgres/connection-uri.ts';
import { createTestDatabase, queryOnce, serverUri } from '../../support/database.ts';
import { check, first, rulesOf } from './support.ts';
import { startTransactionPooler } from './transaction-pooler.ts';

function withParts(uri: string, parts: Partial<ReturnType<typeof parseConnectionUri>>): string {
  return formatConnectionUri({ ...parseConnectionUri(uri), ...parts });
}

function blocks(result: Awaited<ReturnType<typeof check>>): string {
  return JSON.stringify(connectionSection(result).blocks);
}

test('a healthy local server: no finding, and the facts are there', async () => {
  await using database = await createTestDatabase();
  const result = await check({ directUri: database.uri, pooledUri: database.uri, latencySamples: 3 });
  expect(rulesOf(result)).toEqual([]);
  expect(result.serverVersion?.number).toBeGreaterThan(150_000);
  expect(result.pooled).toBeUndefined();
  expect(result.latencyMs).toBeGreaterThan(0);
  const section = connectionSection(result);
  expect(section).toMatchObject({ id: 'check-connection', status: 'passed' });
  expect(section.summary).toMatch(/^PostgreSQL \d+\.\d+, .* a round trip, nothing to report$/);
  expect(blocks(result)).toContain('scram-sha-256');
  expect(blocks(result)).toContain('median of 3');
  expect(blocks(result)).toContain("in step with this machine's");
});

test('session time-outs: those of the database, not those of our own session, and where they come from', async () => {
  await using database = await createTestDatabase();
  await database.query(
    `alter database "${database.name}" set statement_timeout = '7s';
     alter database "${database.name}" set idle_in_transaction_session_timeout = '250ms'`,
  );
  const text = blocks(await check({ directUri: database.uri }));
  expect(text).toContain('["statement_timeout","7.0 s (from: database)"]');
  expect(text).toContain('["idle_in_transaction_session_timeout","250 ms (from: database)"]');
  expect(text).toContain('["lock_timeout","none (from: default)"]');
});

test('a wrong password is a finding without the password; the other way is checked all the same', async () => {
  await using database = await createTestDatabase();
  const directUri = withParts(database.uri, { password: 'not/the p%ssword' });
  const result = await check({ directUri, pooledUri: database.uri });
  expect(rulesOf(result)).toEqual([
    'error connection-failed direct',
    'warning pooled-uri-is-not-pooled pooled',
  ]);
  expect(first('connection-failed', result).evidence).toContain('28P01');
  expect(result.serverVersion?.number).toBeGreaterThan(150_000);
  const section = connectionSection(result);
  expect(section.status).toBe('failed');
  for (const secret of ['not/the p%ssword', 'not%2Fthe', parseConnectionUri(database.uri).password])
    expect(JSON.stringify([result, section])).not.toContain(secret);
});

test('a dead port, a URI that is none, a server that is no Postgres, a silent one', async () => {
  const talker = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(
    0,
    '127.0.0.1',
  );
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  const portOf = (server: typeof talker) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  };
  await Promise.all(
    [talker, silent].map((server) => server.listening || new Promise((r) => server.once('listening', r))),
  );
  const base = serverUri();
  const uris = [
    withParts(base, { port: 1 }),
    'postgresql://secret@@',
    withParts(base, { port: portOf(talker) }),
    withParts(base, { port: portOf(silent) }),
  ];
  const results = await Promise.all(uris.map((directUri) => check({ directUri }, { timeoutMs: 700 })));
  talker.close();
  silent.close();
  for (const result of results) {
    expect(rulesOf(result)).toEqual(['error connection-failed direct']);
    expect(result.latencyMs).toBeUndefined();
    expect(connectionSection(result).summary).toBe('No connection, 1 error');
  }
  expect(first('connection-failed', results[0] ?? (await check({ directUri: base }))).evidence).toContain(
    'ECONNREFUSED',
  );
});

test('a connection that breaks half way is a finding', async () => {
  const { port } = parseConnectionUri(serverUri());
  const breaker = createServer((client) => {
    const server = connect(port, '127.0.0.1');
    for (const socket of [client, server])
      socket.on('error', () => {}).on('close', () => [client, server].map((s) => s.destroy()));
    client.on('data', (chunk) => (chunk.includes('select 1') ? client.destroy() : server.write(chunk)));
    server.pipe(client);
  });
  await new Promise<void>((resolve) => breaker.listen(0, '127.0.0.1', resolve));
  const address = breaker.address();
  const broken = typeof address === 'object' && address !== null ? address.port : 0;
  const result = await check({ directUri: withParts(serverUri(), { port: broken }), pooledUri: serverUri() });
  breaker.close();
  expect(rulesOf(result)).toEqual([
    'error connection-failed direct',
    'warning pooled-uri-is-not-pooled pooled',
  ]);
  expect(first('connection-failed', result).evidence).toContain('The connection was lost');
});

test('a query that the server refuses to this role is a finding too', async () => {
  await using database = await createTestDatabase();
  const role = `locked_out_${database.name}`;
  await database.query(
    `create role ${role} login password 'x'; revoke execute on function pg_is_in_recovery() from public`,
  );
  const result = await check({ directUri: withParts(database.uri, { user: role, password: 'x' }) });
  await database.query(`drop role ${role}`);
  expect(rulesOf(result)).toEqual(['error connection-failed direct']);
  expect(first('connection-failed', result).evidence).toContain('(SQLSTATE 42501)');
});

test('a cancelled run is cancelled, not reported as a failed connection', async () => {
  for (const reason of [new Error('stop'), new DOMException('stopped', 'AbortError')]) {
    const checking = check({ directUri: serverUri() }, { signal: AbortSignal.abort(reason) });
    await expect(checking).rejects.toBe(reason);
  }
});

test('version: below the minimum, near its end of support, past it', async () => {
  const directUri = serverUri();
  const major = Math.floor(((await check({ directUri })).serverVersion?.number ?? 0) / 10_000);
  const old = await check({ directUri, minimumPostgresVersion: major + 1 });
  expect(rulesOf(old)).toEqual(['error server-version-too-old direct']);
  expect(rulesOf(await check({ directUri, minimumPostgresVersion: major }))).toEqual([]);
  // The last release of major version 15 was planned for November 2027, and each next one a year later.
  const november = 2027 + major - 15;
  const at = async (day: string) => {
    const { findings } = await check({ directUri }, { now: () => new Date(`${day}T12:00:00Z`) });
    return findings
      .filter(({ rule }) => rule === 'server-version-unsupported')
      .map(({ severity }) => severity);
  };
  expect(await at(`${november}-04-01`)).toEqual([]);
  expect(await at(`${november}-09-01`)).toEqual(['notice']);
  expect(await at(`${november + 1}-01-01`)).toEqual(['warning']);
});

test('latency above the limit given', async () => {
  const result = await check({ directUri: serverUri(), maxLatencyMs: 0.000_001 });
  expect(rulesOf(result)).toEqual(['error latency-above-limit direct']);
  expect(rulesOf(await check({ directUri: serverUri(), maxLatencyMs: 5000 }))).toEqual([]);
});

test('clock: ahead and behind by more than two seconds, not by one', async () => {
  const skewed = (milliseconds: number) =>
    check({ directUri: serverUri() }, { now: () => new Date(Date.now() + milliseconds) });
  expect(first('clock-skew', await skewed(-60_000)).message).toMatch(/(59|60)\.\d s ahead of/);
  expect(first('clock-skew', await skewed(60_000)).message).toContain('s behind this');
  expect(rulesOf(await skewed(1000))).toEqual([]);
});

test('read-only by default: an error for the direct URI, with the source and a fix that mends it', async () => {
  await using database = await createTestDatabase();
  await database.query(`alter database "${database.name}" set default_transaction_read_only = on`);
  const result = await check({ directUri: database.uri });
  expect(rulesOf(result)).toEqual(['error database-read-only direct']);
  expect(first('database-read-only', result).evidence).toContain('from: database');
  await database.query(`begin read write; ${first('database-read-only', result).fix}; commit`);
  expect(rulesOf(await check({ directUri: database.uri }))).toEqual([]);
});

test('connections: the role’s limit, and a role that may not see other sessions', async () => {
  await using database = await createTestDatabase();
  const role = `few_${database.name}`;
  await database.query(`create role ${role} login password 'few' connection limit 2`);
  const { default: pg } = await import('pg');
  const other = new pg.Client({ connectionString: database.uri });
  await other.connect();
  try {
    const directUri = withParts(database.uri, { user: role, password: 'few' });
    const result = await check({ directUri });
    expect(rulesOf(result)).toEqual(['warning connections-nearly-used direct']);
    expect(first('connections-nearly-used', result).message).toContain(
      '2 of the 2 connections that the role allows',
    );
    await database.query(`alter role ${role} connection limit 3`);
    expect(rulesOf(await check({ directUri }))).toEqual([]);
    if (result.direct.kind === 'connected')
      expect(result.direct.facts.server.connections.inUse).toBeGreaterThanOrEqual(3);
  } finally {
    await other.end();
    await database.query(`drop role ${role}`);
  }
});

test('pooler: known by its behaviour, whatever its host is called', async () => {
  await using database = await createTestDatabase();
  await using pooler = await startTransactionPooler(database.uri);
  const pooledUri = withParts(database.uri, { port: pooler.port });
  const asDirect = await check({ directUri: pooledUri });
  expect(rulesOf(asDirect)).toContain('error direct-uri-is-pooled direct');
  expect(first('direct-uri-is-pooled', asDirect).evidence).toContain('share a server process');
  // The fake lets everybody in, which is what it is told for.
  expect(rulesOf(asDirect)).toContain('warning weak-authentication direct');
  const asPooled = await check({ directUri: database.uri, pooledUri });
  expect(rulesOf(asPooled)).toEqual(['warning weak-authentication pooled']);
  expect(blocks(asPooled)).toContain('yes: two connections share');
});

test('pooler: by the word of the URI, and a pooled URI that is none', async () => {
  await using database = await createTestDatabase();
  const marked = withParts(database.uri, { parameters: new Map([['pgbouncer', 'true']]) });
  const result = await check({ directUri: marked, pooledUri: `${database.uri}?connect_timeout=5` });
  expect(rulesOf(result)).toEqual([
    'error direct-uri-is-pooled direct',
    'warning pooled-uri-is-not-pooled pooled',
  ]);
  expect(first('direct-uri-is-pooled', result).evidence).toContain('pgbouncer=true');
});

test('two URIs that lead to different databases', async () => {
  await using database = await createTestDatabase();
  await using other = await createTestDatabase();
  await using pooler = await startTransactionPooler(other.uri);
  const pooledUri = withParts(database.uri, { port: pooler.port });
  const result = await check({ directUri: database.uri, pooledUri });
  expect(rulesOf(result)).toEqual(['error uris-lead-apart pooled', 'warning weak-authentication pooled']);
});

test('what a schema of the database defines cannot stand before pg_catalog', async () => {
  await using database = await createTestDatabase();
  await database.query(
    `create schema evil; create function evil.lie(name, name) returns boolean language sql as $$ select false $$;
     create operator evil.= (leftarg = name, rightarg = name, function = evil.lie);
     create function evil.current_setting(text) returns text language sql as $$ select '90000' $$;
     alter database "${database.name}" set search_path = evil, pg_catalog`,
  );
  expect(rulesOf(await check({ directUri: database.uri }))).toEqual([]);
});

test('encoding and collation version', async () => {
  const name = `locale_${process.pid}`;
  const create = (options: string) =>
    queryOnce(serverUri(), `create database ${name} template template0 ${options}`);
  const drop = () => queryOnce(serverUri(), `drop database if exists ${name} with (force)`);
  try {
    await create("encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'");
    expect(rulesOf(await check({ directUri: serverUri(name) }))).toEqual([
      'warning encoding-not-utf8 direct',
    ]);
    await drop();
    await create("encoding 'UTF8' locale_provider icu icu_locale 'en-US' locale 'C'");
    expect(rulesOf(await check({ directUri: serverUri(name) }))).toEqual([]);
    await queryOnce(serverUri(), `update pg_database set datcollversion = '1.2' where datname = '${name}'`);
    const result = await check({ directUri: serverUri(name) });
    expect(rulesOf(result)).toEqual(['warning collation-version-mismatch direct']);
    expect(first('collation-version-mismatch', result).evidence).toContain('1.2');
    for (const statement of first('collation-version-mismatch', result).fix?.split('\n') ?? [])
      await queryOnce(serverUri(name), statement);
    expect(rulesOf(await check({ directUri: serverUri(name) }))).toEqual([]);
  } finally {
    await drop();
  }
});

test('hosts whose traffic stays on the machine', () => {
  const local = [
    '127.0.0.1',
    '127.8.0.1',
    '::1',
    '::ffff:127.0.0.1',
    'localhost',
    'db.localhost',
    '/var/run',
    'postgres',
  ];
  const remote = [
    '10.0.0.1',
    '128.0.0.1',
    '2001:db8::1',
    'localhost.example.com',
    'db.example',
    '127.0.0.1.example',
  ];
  expect(local.filter((host) => !isLocalHost(host))).toEqual([]);
  expect(remote.filter(isLocalHost)).toEqual([]);
});

test('a host of its own that asks for nothing, and is not encrypted, is an error', async () => {
  await using database = await createTestDatabase();
  await using pooler = await startTransactionPooler(database.uri);
  const { direct } = await check({ directUri: withParts(database.uri, { port: pooler.port }) });
  if (direct.kind === 'failed') throw new Error(direct.failure.message);
  const away = { ...direct, facts: { ...direct.facts, isLocal: false } };
  const limits = { minimumPostgresVersion: 15, maxLatencyMs: undefined, requireTls: undefined };
  const facts = { targets: [away], now: new Date(), limits };
  expect(weakAuthentication.find(facts).map(({ severity }) => severity)).toEqual(['error']);
  expect(connectionNotEncrypted.find(facts).map(({ evidence }) => evidence)).toEqual([
    'The server offers no TLS.',
  ]);
  expect(plainTextAccepted.find(facts).map(({ severity }) => severity)).toEqual(['warning']);
});

test('every rule is documented, once', () => {
  const ids = connectionRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
