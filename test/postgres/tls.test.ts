import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLogger } from '../../src/log.ts';
import { connect, connectWhenReady } from '../../src/postgres/connect.ts';
import { parseConnectionUri } from '../../src/postgres/connection-uri.ts';
import { planTls } from '../../src/postgres/tls.ts';
import { queryOnce, serverUri } from '../support/database.ts';
import { authorityFile, startTlsServer, type TlsServer } from '../support/tls-server.ts';

let server: TlsServer;
let strict: TlsServer;

beforeAll(async () => {
  [server, strict] = await Promise.all([startTlsServer(), startTlsServer({ refusePlain: true })]);
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await strict[Symbol.asyncDispose]();
});

function open(uri: string, signal = new AbortController().signal) {
  return connect({
    uri,
    applicationName: 'database-actions/test',
    signal,
    timeoutMs: 10_000,
    log: silentLogger,
  });
}

async function isEncrypted(uri: string): Promise<boolean> {
  await using connection = await open(uri);
  const [row] = await connection.query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()');
  expect(connection.tls !== undefined).toBe(row?.ssl);
  return row?.ssl === true;
}

test.each([
  ['', true],
  ['sslmode=disable', false],
  ['sslmode=allow', false],
  ['sslmode=prefer', true],
  ['sslmode=require', true],
  ['sslmode=no-verify', true],
  ['ssl=true', true],
  [`sslmode=verify-full&sslrootcert=${encodeURIComponent(authorityFile)}`, true],
])('"%s" where TLS is offered: encrypted %s', async (query, expected) => {
  expect(await isEncrypted(`${server.uri}?${query}`)).toBe(expected);
});

test.each([
  ['', false],
  ['sslmode=prefer', false],
  ['sslmode=allow', false],
  ['sslmode=disable', false],
])('"%s" where it is not offered: encrypted %s', async (query, expected) => {
  expect(await isEncrypted(`${serverUri()}?${query}`)).toBe(expected);
});

test('`allow` turns to TLS when the server lets nothing else in; `disable` is told how', async () => {
  expect(await isEncrypted(`${strict.uri}?sslmode=allow`)).toBe(true);
  await expect(open(`${strict.uri}?sslmode=disable`)).rejects.toMatchObject({
    name: 'UserError',
    hint: expect.stringContaining('sslmode=require'),
  });
});

test.each(['require', 'verify-full'])(
  '%s is not satisfied by a server without TLS, and is not tried again',
  async (mode) => {
    const signal = new AbortController().signal;
    const asked = connectWhenReady({
      uri: `${serverUri()}?sslmode=${mode}`,
      applicationName: 'x',
      signal,
      timeoutMs: 20_000,
      log: silentLogger,
    });
    await expect(asked).rejects.toThrow('offers no TLS');
  },
);

test('`require` encrypts without asking who signed, and says that nobody known did', async () => {
  await using connection = await open(`${server.uri}?sslmode=require`);
  expect(connection.tls).toMatchObject({
    protocol: 'TLSv1.3',
    cipher: expect.stringMatching(/^TLS_/),
    isVerified: false,
    problem: expect.stringMatching(/UNABLE_TO_VERIFY|SELF_SIGNED/),
  });
});

test('with its authority the certificate verifies', async () => {
  await using connection = await open(`${server.uri}?sslmode=verify-full&sslrootcert=${authorityFile}`);
  expect(connection.tls).toMatchObject({ isVerified: true, problem: undefined });
});

test('without its authority it does not, and that stops at once', async () => {
  await expect(open(`${server.uri}?sslmode=verify-full`)).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining('does not verify'),
    hint: expect.stringContaining('sslrootcert'),
  });
});

test('verify-full wants the name, verify-ca (and require with an authority, as in libpq) the signature only', async () => {
  const other = server.uri.replace('@localhost:', '@127.0.0.2:');
  const root = `sslrootcert=${authorityFile}`;
  await using relay = await relayOn127002(server.port);
  const uri = other.replace(`:${server.port}/`, `:${relay.port}/`);
  await expect(open(`${uri}?sslmode=verify-full&${root}`)).rejects.toThrow('does not verify');
  for (const mode of ['verify-ca', 'require']) {
    await using connection = await open(`${uri}?sslmode=${mode}&${root}`);
    expect(connection.tls?.isVerified).toBe(false);
    expect(connection.tls?.problem).toContain('127.0.0.2');
  }
  await expect(open(`${uri}?sslmode=require&sslrootcert=/not/there`)).rejects.toThrow('/not/there');
});

async function relayOn127002(port: number) {
  const { connect: dial } = await import('node:net');
  const relay = createServer((client) => {
    const upstream = dial(port, '127.0.0.1');
    for (const socket of [client, upstream]) socket.on('error', () => {});
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.2', resolve));
  const address = relay.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    port: address.port,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => relay.close(() => resolve())),
  };
}

test('a running query is cancelled over TLS where nothing else is let in', async () => {
  const controller = new AbortController();
  await using connection = await open(`${strict.uri}?sslmode=require`, controller.signal);
  const running = connection.query('SELECT pg_sleep(600)');
  const seen = async () =>
    (
      await watch(
        strict,
        `SELECT 1 FROM pg_stat_activity WHERE pid = ${connection.pid} AND wait_event = 'PgSleep'`,
      )
    ).length;
  await expect.poll(seen).toBe(1);
  controller.abort(new Error('cancelled by the test'));
  await expect(running).rejects.toThrow('cancelled by the test');
  await expect.poll(seen).toBe(0);
});

async function watch(target: TlsServer, sql: string) {
  await using connection = await open(`${target.uri}?sslmode=require`);
  return await connection.query(sql);
}

test('channel_binding=require binds over TLS with SCRAM', async () => {
  expect(await isEncrypted(`${server.uri}?sslmode=require&channel_binding=require`)).toBe(true);
});

test.each([
  ['without TLS', () => `${server.uri}?sslmode=disable&channel_binding=require`],
  [
    'where the server asks for the password in clear',
    () => `${asksInClear.uri}?sslmode=disable&channel_binding=require`,
  ],
])('channel_binding=require sends nothing %s', async (_name, uri) => {
  await expect(open(uri())).rejects.toThrow('no channel binding');
  expect(asksInClear.received()).not.toContain('hunter2222');
});

/** A thief's server: asks for the password in clear text and notes what it is sent. */
const asksInClear = (() => {
  const seen: Buffer[] = [];
  const thief = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3])));
    socket.on('data', (packet) => seen.push(packet));
  });
  thief.listen(0, '127.0.0.1');
  thief.unref();
  return {
    get uri() {
      const address = thief.address();
      return `postgresql://me:hunter2222@127.0.0.1:${typeof address === 'object' ? address?.port : 0}/db`;
    },
    received: () => Buffer.concat(seen).toString('latin1'),
  };
})();

test('without the requirement the same server would have got it', async () => {
  const asked = open(`${asksInClear.uri}?sslmode=disable`);
  await expect.poll(asksInClear.received).toContain('hunter2222');
  void asked.catch(() => {});
});

test.each([
  ['sslmode=verify', 'disable, allow, prefer, require, verify-ca, verify-full'],
  ['sslmode=require&sslnegotiation=fast', 'postgres, direct'],
  ['sslmode=prefer&sslnegotiation=direct', 'stricter'],
  ['sslmode=require&sslrootcert=system', 'verify-full'],
  ['channel_binding=yes', 'disable, prefer, require'],
])('%s is refused with what is allowed', async (query, allowed) => {
  await expect(planTls(parseConnectionUri(`postgresql://me:x@h/db?${query}`))).rejects.toMatchObject({
    name: 'UserError',
    hint: expect.stringContaining(allowed),
  });
});

test('sockets know no TLS, whatever the URI says', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'da-'));
  const plan = await planTls(parseConnectionUri(`postgresql://me:x@/db?host=${folder}&sslmode=require`));
  expect(plan.attempts).toEqual([false]);
  await rm(folder, { recursive: true });
  expect(await queryOnce(serverUri(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});
