import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import pg from 'pg';
import { expect, test } from 'vitest';
import { formatConnectionUri, parseConnectionUri } from '../../../src/postgres/connection-uri.ts';
import { queryOnce } from '../../support/database.ts';
import { apiOf, at, makeBranch, single, startForTest } from './support.ts';

function change(uri: string, parts: Partial<ReturnType<typeof parseConnectionUri>>): string {
  return formatConnectionUri({ ...parseConnectionUri(uri), ...parts });
}

test('direct and pooled are different ports to the same data; the pooler refuses settings in `options`', async () => {
  await using standIn = await startForTest();
  const [direct, pooled] = [standIn.uri(), standIn.uri({ pooled: true })];
  expect(parseConnectionUri(direct).port).not.toBe(parseConnectionUri(pooled).port);
  await queryOnce(direct, 'CREATE TABLE t AS SELECT 3 AS n');
  expect(await single(pooled, 'SELECT n FROM t')).toBe(3);
  const parameters = new Map([['options', '-c statement_timeout=1234']]);
  expect(await single(change(direct, { parameters }), 'SHOW statement_timeout')).toBe('1234ms');
  await expect(queryOnce(change(pooled, { parameters }), 'SELECT 1')).rejects.toThrow(
    'unsupported startup parameter in options: statement_timeout',
  );
  const routed = change(pooled, { parameters: new Map([['options', 'endpoint=ep-x']]) });
  expect(await single(routed, 'SELECT n FROM t')).toBe(3);
});

test('a wrong password, role or database is refused as Postgres does', async () => {
  await using standIn = await startForTest();
  const uri = standIn.uri();
  await expect(queryOnce(change(uri, { password: 'wrong' }), 'SELECT 1')).rejects.toMatchObject({
    code: '28P01',
  });
  await expect(queryOnce(change(uri, { user: 'nobody' }), 'SELECT 1')).rejects.toMatchObject({
    code: '28P01',
  });
  await expect(queryOnce(change(uri, { database: 'none' }), 'SELECT 1')).rejects.toMatchObject({
    code: '3D000',
  });
});

test('an endpoint that starts lets nobody in; until then the URI is worth nothing', async () => {
  await using standIn = await startForTest();
  const release = standIn.holdOperations();
  const created = await apiOf(standIn)('POST', '/branches', {
    branch: { name: 'early' },
    endpoints: [{ type: 'read_write' }],
  });
  const uri = String(at(created, 'connection_uris.0.connection_uri'));
  await expect(queryOnce(uri, 'SELECT 1')).rejects.toThrow();
  release();
  await standIn.idle();
  expect(await single(uri, 'SELECT 1')).toBe(1);
});

test('suspending breaks connections; the next one wakes the endpoint and waits for it', async () => {
  await using standIn = await startForTest();
  const api = apiOf(standIn);
  const id = String(at(await api('GET', '/endpoints'), 'endpoints.0.id'));
  const client = new pg.Client({ connectionString: standIn.uri() });
  const broken = new Promise((resolve) => client.on('error', resolve));
  await client.connect();
  const release = standIn.holdOperations();
  expect((await api('POST', `/endpoints/${id}/suspend`)).status).toBe(200);
  expect((await api('POST', `/endpoints/${id}/suspend`)).status).toBe(423);
  release();
  await broken;
  await standIn.idle();
  expect(at(await api('GET', `/endpoints/${id}`), 'endpoint.current_state')).toBe('idle');
  const start = standIn.holdOperations();
  const both = Promise.all([
    single(standIn.uri(), 'SELECT 1'),
    single(standIn.uri({ pooled: true }), 'SELECT 2'),
  ]);
  const newest = async () => (await api('GET', '/operations?limit=1')).body;
  await expect.poll(newest).toMatchObject({ operations: [{ action: 'start_compute', status: 'running' }] });
  start();
  expect(await both).toEqual([1, 2]);
  expect(at(await api('GET', `/endpoints/${id}`), 'endpoint.current_state')).toBe('active');
});

test('a cold start takes the time it is told to', async () => {
  await using standIn = await startForTest({ timings: { coldStartMs: 600_000 } });
  await standIn.advance(301_000);
  const client = new pg.Client({ connectionString: standIn.uri(), connectionTimeoutMillis: 300 });
  client.on('error', () => {});
  await expect(client.connect()).rejects.toThrow('timeout');
});

async function readTls(): Promise<{ readonly key: string; readonly cert: string; readonly ca: string }> {
  const folder = new URL('../../fixtures/tls/', import.meta.url);
  const read = (name: string) => readFile(new URL(name, folder), 'utf8');
  return { key: await read('server.key'), cert: await read('server.crt'), ca: await read('ca.crt') };
}

test('with a certificate endpoints speak TLS and refuse to go without', async () => {
  const { ca, ...tls } = await readTls();
  await using standIn = await startForTest({ tls });
  expect(parseConnectionUri(standIn.uri()).parameters.get('sslmode')).toBe('require');
  const plain = change(standIn.uri(), { parameters: new Map() });
  await expect(queryOnce(plain, 'SELECT 1')).rejects.toThrow('connection is insecure');
  const client = new pg.Client({ connectionString: plain, ssl: { ca } });
  await client.connect();
  expect((await client.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  await client.end();
});

test('a client can bind its log-in to the certificate, and one with a wrong password still fails', async () => {
  const { ca, ...tls } = await readTls();
  await using standIn = await startForTest({ tls });
  const connectBound = async (uri: string) => {
    const connectionString = change(uri, { parameters: new Map() });
    const client = new pg.Client({ connectionString, ssl: { ca }, enableChannelBinding: true });
    await client.connect();
    const { rows } = await client.query('SELECT current_user AS name');
    await client.end();
    return rows;
  };
  expect(await connectBound(standIn.uri())).toEqual([{ name: 'neondb_owner' }]);
  const wrong = change(standIn.uri(), { password: 'no' });
  await expect(connectBound(wrong)).rejects.toMatchObject({ code: '28P01' });
});

test('without a certificate a client that wants TLS is told so', async () => {
  await using standIn = await startForTest();
  const client = new pg.Client({ connectionString: standIn.uri(), ssl: true });
  await expect(client.connect()).rejects.toThrow('does not support SSL');
});

test('an endpoint that nobody uses suspends after its time, unless it is told never to', async () => {
  await using standIn = await startForTest();
  const api = apiOf(standIn);
  const id = String(at(await api('GET', '/endpoints'), 'endpoints.0.id'));
  const stateAfter = async (seconds: number) => {
    await standIn.advance(seconds * 1000);
    return at(await api('GET', `/endpoints/${id}`), 'endpoint.current_state');
  };
  expect(await stateAfter(299)).toBe('active');
  expect(await stateAfter(2)).toBe('idle');
  expect((await api('PATCH', `/endpoints/${id}`, { endpoint: { suspend_timeout_seconds: 59 } })).status).toBe(
    400,
  );
  await api('PATCH', `/endpoints/${id}`, { endpoint: { suspend_timeout_seconds: -1 } });
  await single(standIn.uri(), 'SELECT 1');
  await standIn.idle();
  expect(await stateAfter(1_000_000)).toBe('active');
});

test('a read replica comes first in the list and cannot write', async () => {
  await using standIn = await startForTest({ projects: [{ readReplica: true }] });
  const api = apiOf(standIn);
  const list = await api('GET', '/endpoints');
  expect(at(list, 'endpoints.0.type')).toBe('read_only');
  const query = `endpoint_id=${at(list, 'endpoints.0.id')}&database_name=neondb&role_name=neondb_owner`;
  const replica = String(at(await api('GET', `/connection_uri?${query}`), 'uri'));
  await expect(queryOnce(replica, 'CREATE TABLE t ()')).rejects.toMatchObject({ code: '25006' });
  const uri = at(await api('GET', '/connection_uri?database_name=neondb&role_name=neondb_owner'), 'uri');
  expect(uri).toBe(standIn.uri());
});

test('a query can be cancelled through the endpoint', async () => {
  await using standIn = await startForTest();
  const client = new pg.Client({ connectionString: standIn.uri() });
  await client.connect();
  const sleeping = client.query('SELECT pg_sleep(30)');
  const running =
    "SELECT count(*)::int FROM pg_stat_activity WHERE query LIKE '%pg_sleep(30)' AND datname = current_database()";
  await expect.poll(() => single(standIn.realUri(), running)).toBe(1);
  const { host, port } = parseConnectionUri(standIn.uri());
  const { processID, secretKey } = Object(client);
  const request = Buffer.alloc(16);
  for (const [index, word] of [16, 80877102, processID, secretKey].entries())
    request.writeInt32BE(word, index * 4);
  const socket = connect(port, host, () => socket.end(request));
  await expect(sleeping).rejects.toMatchObject({ code: '57014' });
  await client.end();
});

test('host names follow the template, with -pooler for the pooled one', async () => {
  await using standIn = await startForTest({ hostTemplate: '{endpoint}.eu.neon.localtest' });
  const id = String(at(await apiOf(standIn)('GET', '/endpoints'), 'endpoints.0.id'));
  expect(parseConnectionUri(standIn.uri()).host).toBe(`${id}.eu.neon.localtest`);
  expect(parseConnectionUri(standIn.uri({ pooled: true })).host).toBe(`${id}-pooler.eu.neon.localtest`);
});

test('one read_write endpoint a branch; a second is refused, a deleted one stops answering', async () => {
  await using standIn = await startForTest();
  const api = apiOf(standIn);
  const id = await makeBranch(standIn, 'one');
  const uri = standIn.uri({ branch: id });
  const second = await api('POST', '/endpoints', { endpoint: { branch_id: id, type: 'read_write' } });
  expect(second.status).toBe(422);
  const endpoint = String(at(await api('GET', `/branches/${id}/endpoints`), 'endpoints.0.id'));
  await api('DELETE', `/endpoints/${endpoint}`);
  await standIn.idle();
  await expect(queryOnce(uri, 'SELECT 1')).rejects.toThrow('could not be found');
  expect((await api('GET', `/endpoints/${endpoint}`)).status).toBe(404);
});
