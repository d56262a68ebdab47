import { once } from 'node:events';
import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { ExternalError, UserError } from '../../src/errors.ts';
import { silentLogger } from '../../src/log.ts';
import { type ConnectOptions, connect, connectWhenReady } from '../../src/postgres/connect.ts';
import { classifyFailure } from '../../src/postgres/connection-failure.ts';
import {
  formatConnectionUri,
  parseConnectionUri,
  withDatabase,
  withParameter,
} from '../../src/postgres/connection-uri.ts';
import { createTestDatabase, queryOnce, serverUri } from '../support/database.ts';
import { recordingLogger } from '../support/recording-logger.ts';

function options(uri: string, more: Partial<ConnectOptions> = {}): ConnectOptions {
  return {
    uri,
    applicationName: 'database-actions/test',
    signal: new AbortController().signal,
    timeoutMs: 20_000,
    log: silentLogger,
    ...more,
  };
}

function onPort(port: number, uri = serverUri()): string {
  return formatConnectionUri({ ...parseConnectionUri(uri), port });
}

async function listen(server: Server, port = 0): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

/** A server that speaks just enough to answer the start-up packet with one error. */
function answering(code: string, message: string): Server {
  return createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (packet) => {
      if (packet.length < 8) return;
      if (packet.readInt32BE(4) === 80_877_103) return socket.write('N');
      const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
      const length = Buffer.alloc(4);
      length.writeInt32BE(fields.length + 4);
      socket.end(Buffer.concat([Buffer.from('E'), length, fields]));
    });
  });
}

test('a session has its limits, its name, its version and its pid from the start', async () => {
  await using db = await createTestDatabase();
  await using connection = await connect(
    options(db.uri, { settings: { statementTimeoutMs: 1234, lockTimeoutMs: 0 } }),
  );
  const [row] = await connection.query(
    `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
            current_setting('idle_in_transaction_session_timeout') AS idle, current_setting('application_name') AS name,
            current_setting('server_version_num')::int AS version, pg_backend_pid() AS pid`,
  );
  expect(row).toEqual({
    statement: '1234ms',
    lock: '0',
    idle: '1min',
    name: 'database-actions/test',
    version: connection.serverVersion,
    pid: connection.pid,
  });
  expect(connection.tls).toBeUndefined();
});

test('a read-only session refuses writes; an ordinary one does not', async () => {
  await using db = await createTestDatabase();
  await using reader = await connect(options(db.uri, { settings: { isReadOnly: true } }));
  await expect(reader.query('CREATE TABLE t ()')).rejects.toMatchObject({ code: '25006' });
  await using writer = await connect(options(db.uri));
  await writer.query('CREATE TABLE t ()');
});

test('a database that is read-only by its own setting stays so', async () => {
  await using db = await createTestDatabase();
  await db.query(`ALTER DATABASE "${db.name}" SET default_transaction_read_only = on`);
  await using connection = await connect(options(db.uri));
  await expect(connection.query('CREATE TABLE t ()')).rejects.toMatchObject({ code: '25006' });
});

test('through a pooler no session setting is left behind for the next client', async () => {
  await using db = await createTestDatabase();
  const pooled = withParameter(db.uri, 'pgbouncer', 'true');
  await using connection = await connect(options(pooled, { settings: { statementTimeoutMs: 1234 } }));
  expect(await connection.query('SHOW statement_timeout')).toEqual([{ statement_timeout: '0' }]);
  await expect(connect(options(pooled, { settings: { isReadOnly: true } }))).rejects.toThrow(
    'direct connection',
  );
});

test('values are sent apart from the statement, and of several statements the last answers', async () => {
  await using connection = await connect(options(serverUri()));
  expect(await connection.query('SELECT $1::text AS x', ["'; DROP"])).toEqual([{ x: "'; DROP" }]);
  expect(await connection.query('SELECT 1 AS a; SELECT 2 AS b')).toEqual([{ b: 2 }]);
});

test('variables of the job have no say', async () => {
  const before = { ...process.env };
  onTestFinished(() => {
    process.env = before;
  });
  Object.assign(process.env, {
    PGPASSWORD: 'wrong',
    PGDATABASE: 'wrong',
    PGUSER: 'wrong',
    PGSSLMODE: 'require',
    PGPORT: '1',
    PGOPTIONS: '-c default_transaction_read_only=on',
  });
  await using connection = await connect(options(serverUri()));
  expect(await connection.query('SELECT current_user::text AS me')).toEqual([{ me: 'postgres' }]);
  expect(await connection.query('SHOW default_transaction_read_only')).toEqual([
    { default_transaction_read_only: 'off' },
  ]);
  await using given = await connect(options(withParameter(serverUri(), 'options', '-c geqo=off')));
  expect(await given.query('SHOW geqo')).toEqual([{ geqo: 'off' }]);
  const noPassword = formatConnectionUri({ ...parseConnectionUri(serverUri()), password: '' });
  Object.assign(process.env, { PGPASSWORD: parseConnectionUri(serverUri()).password });
  await expect(connect(options(noPassword))).rejects.toThrow(UserError);
});

test('the signal cancels the running query at the server, over a second connection', async () => {
  await using db = await createTestDatabase();
  const controller = new AbortController();
  await using connection = await connect(options(db.uri, { signal: controller.signal }));
  const running = connection.query('SELECT pg_sleep(600)');
  const seen = async () =>
    (
      await queryOnce(serverUri(), `SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND state = 'active'`, [
        connection.pid,
      ])
    ).length;
  await expect.poll(seen).toBe(1);
  controller.abort(new Error('cancelled by the test'));
  await expect(running).rejects.toThrow('cancelled by the test');
  await expect.poll(seen).toBe(0);
  await expect(connection.query('SELECT 1')).rejects.toThrow('cancelled by the test');
});

test('cancel ends the query, not the session', async () => {
  await using connection = await connect(options(serverUri()));
  const running = connection.query('SELECT pg_sleep(600)');
  const cancelled = expect(running).rejects.toMatchObject({ code: '57014' });
  const seen = async () =>
    (
      await queryOnce(
        serverUri(),
        `SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND wait_event = 'PgSleep'`,
        [connection.pid],
      )
    ).length;
  await expect.poll(seen).toBe(1);
  await connection.cancel();
  await cancelled;
  expect(await connection.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a query does not outlive an abort when the server is not there to hear of it', async () => {
  const { port } = parseConnectionUri(serverUri());
  const pairs: Socket[] = [];
  let isDeaf = false;
  const relay = createServer((client) => {
    if (isDeaf) return client.pause();
    const server = dial(port, '127.0.0.1');
    for (const socket of [client, server]) socket.on('error', () => {});
    client.on('close', () => server.destroy());
    client.pipe(server).pipe(client);
    pairs.push(client, server);
  });
  const controller = new AbortController();
  await using connection = await connect(options(onPort(await listen(relay)), { signal: controller.signal }));
  isDeaf = true;
  const running = connection.query('SELECT pg_sleep(600)');
  controller.abort(new Error('cancelled by the test'));
  await expect(running).rejects.toThrow('cancelled by the test');
  for (const socket of pairs) socket.destroy();
});

test('closing leaves no session behind, also after the server has ended it', async () => {
  const connection = await connect(options(serverUri()));
  const ended = new Promise((resolve) => connection.client.once('end', resolve));
  await queryOnce(serverUri(), 'SELECT pg_terminate_backend($1)', [connection.pid]);
  await ended;
  await expect(connection.query('SELECT 1')).rejects.toMatchObject({
    name: 'ExternalError',
    retryable: true,
  });
  await connection[Symbol.asyncDispose]();
  await connection[Symbol.asyncDispose]();
  const left = () =>
    queryOnce(serverUri(), 'SELECT 1 FROM pg_stat_activity WHERE pid = $1', [connection.pid]);
  await expect.poll(left).toEqual([]);
});

test('a server that refuses and then accepts is waited for, with the reason in the log', async () => {
  const { port: real } = parseConnectionUri(serverUri());
  const reserved = createServer();
  const port = await listen(reserved);
  reserved.close();
  await once(reserved, 'close');
  const log = recordingLogger();
  const relay = createServer((client) => {
    const server = dial(real, '127.0.0.1');
    for (const socket of [client, server]) socket.on('error', () => {});
    client.pipe(server).pipe(client);
  });
  const waiting = connectWhenReady(options(onPort(port), { log }));
  await expect.poll(() => log.lines.length).toBe(1);
  await listen(relay, port);
  await using connection = await waiting;
  expect(await connection.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(log.lines[0]).toContain(`127.0.0.1:${port}/postgres`);
  expect(log.lines[0]).toContain('ECONNREFUSED');
  expect(log.lines.join()).not.toContain(parseConnectionUri(serverUri()).password);
});

test.each([
  ['57P03', 'the database system is starting up'],
  ['53300', 'sorry, too many clients already'],
  ['08006', 'connection to the compute was lost'],
  ['XX000', 'Could not connect to compute node'],
  ['08P01', 'query_wait_timeout'],
])('SQLSTATE %s passes by waiting', async (code, message) => {
  const log = recordingLogger();
  const port = await listen(answering(code, message));
  const failure = connectWhenReady(options(onPort(port), { log, timeoutMs: 400 }));
  await expect(failure).rejects.toThrow(UserError);
  await expect(failure).rejects.toThrow(message);
  await expect(failure).rejects.toThrow('Gave up');
  expect(log.lines[0]).toContain(message);
  await expect(connect(options(onPort(port)))).rejects.toSatisfy(
    (thrown) => thrown instanceof ExternalError && thrown.retryable,
  );
});

test.each([
  [
    'XX000',
    'The endpoint has been disabled. Enable it using the API and retry.',
    'enable it in the Neon console',
  ],
  [
    'XX000',
    'Your account or project has exceeded the compute time quota. Upgrade your plan to increase limits.',
    'larger plan',
  ],
  ['XX000', 'Tenant or user not found', 'role.project-reference'],
  ['08P01', 'unsupported startup parameter: x', 'is its own'],
  ['42501', 'permission denied for database', 'GRANT CONNECT'],
  ['28000', 'no pg_hba.conf entry for host, no encryption', 'sslmode=require'],
])('SQLSTATE %s (%s) stops at once and says what to do', async (code, message, hint) => {
  const log = recordingLogger();
  const port = await listen(answering(code, message));
  const uri = withParameter(onPort(port), 'sslmode', 'disable');
  const failure = connectWhenReady(options(uri, { log }));
  await expect(failure).rejects.toThrow(message);
  await expect(failure).rejects.toMatchObject({ name: 'UserError', hint: expect.stringContaining(hint) });
  expect(log.lines).toEqual([]);
});

test('a wrong password and a missing database stop at once; role, host and database are named, the password is not', async () => {
  const parts = parseConnectionUri(serverUri());
  const wrong = formatConnectionUri({ ...parts, password: 'hunter2222' });
  const log = recordingLogger();
  const refused = connectWhenReady(options(wrong, { log }));
  await expect(refused).rejects.toMatchObject({
    name: 'UserError',
    hint: expect.stringContaining('percent-encoded'),
  });
  await expect(refused).rejects.toThrow(`127.0.0.1:${parts.port}/postgres refused role "postgres"`);
  await expect(refused).rejects.not.toThrow('hunter2222');
  const absent = connectWhenReady(options(withDatabase(serverUri(), 'not there'), { log }));
  await expect(absent).rejects.toMatchObject({
    name: 'UserError',
    hint: expect.stringContaining('"not there"'),
  });
  expect(log.lines).toEqual([]);
});

test('waiting ends at once when the run is cancelled', async () => {
  const controller = new AbortController();
  const silent = createServer();
  const port = await listen(silent);
  const waiting = connectWhenReady(options(onPort(port), { signal: controller.signal }));
  await once(silent, 'connection');
  controller.abort(new Error('cancelled by the test'));
  await expect(waiting).rejects.toThrow('cancelled by the test');
  await expect(connectWhenReady(options(serverUri(), { signal: controller.signal }))).rejects.toThrow(
    'cancelled',
  );
});

test('a host that takes the connection and says nothing is given up at the deadline', async () => {
  const port = await listen(createServer());
  await expect(connectWhenReady(options(onPort(port), { timeoutMs: 300 }))).rejects.toThrow('did not answer');
});

test.each([
  ['db.abcdefgh.supabase.co', 'session mode'],
  ['db.example.com', 'IPv4'],
])('a network without a route to %s is final', (host, hint) => {
  const thrown = Object.assign(new Error('connect ENETUNREACH'), { code: 'ENETUNREACH' });
  const failure = classifyFailure(thrown, parseConnectionUri(`postgresql://me:x@${host}/db`));
  expect(failure).toMatchObject({ kind: 'final', error: { hint: expect.stringContaining(hint) } });
});

test('a pooler that logs in and then has no server behind it is given up at the deadline, too', async () => {
  const logsIn = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (packet) => {
      if (packet.length === 8) return socket.write('N');
      const authenticationOk = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]);
      const readyForQuery = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
      if (packet[0] === 0) socket.write(Buffer.concat([authenticationOk, readyForQuery]));
    });
  });
  const port = await listen(logsIn);
  await expect(connectWhenReady(options(onPort(port), { timeoutMs: 300 }))).rejects.toThrow('did not answer');
});
