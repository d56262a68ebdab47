import { createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { type Handshake, shakeHands } from '../../../src/checks/connection/handshake.ts';
import { millisecondsText } from '../../../src/checks/connection/latency.ts';
import { medianOf } from '../../../src/checks/connection/measure.ts';
import { endOfLife } from '../../../src/checks/connection/postgres-releases.ts';

interface Fake {
  readonly tls?: boolean;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** What a handshake makes of a server that does this with the client's first bytes. */
async function against(answer: (socket: Socket) => void, fake: Fake = {}): Promise<Handshake> {
  const clients: Socket[] = [];
  const server = createServer((socket) => {
    clients.push(socket);
    socket.on('error', () => {}).once('data', () => answer(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    return await shakeHands({
      parts: { host: '127.0.0.1', port, user: 'u', password: 'secret', database: '', parameters: new Map() },
      tls: fake.tls === true ? {} : false,
      negotiation: 'postgres',
      timeoutMs: fake.timeoutMs ?? 5000,
      signal: fake.signal ?? new AbortController().signal,
    });
  } finally {
    for (const client of clients) client.destroy();
    server.close();
  }
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 'latin1');
  head.writeUInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
}

function authentication(code: number, rest = ''): Buffer {
  const body = Buffer.alloc(4);
  body.writeUInt32BE(code);
  return message('R', Buffer.concat([body, Buffer.from(rest)]));
}

function error(state: string, text: string): Buffer {
  return message('E', Buffer.from(`SFATAL\0VFATAL\0C${state}\0M${text}\0\0`));
}

test.each([
  [0, '', { name: 'none' }],
  [3, '', { name: 'password' }],
  [5, 'salt', { name: 'md5' }],
  [10, 'SCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0\0', { name: 'scram-sha-256', bindsChannel: true }],
  [10, 'SCRAM-SHA-256\0\0', { name: 'scram-sha-256', bindsChannel: false }],
  [10, 'OAUTHBEARER\0\0', { name: 'unknown' }],
  [99, '', { name: 'unknown' }],
])('authentication request %s %s', async (code, rest, method) => {
  const hands = await against((socket) => socket.write(authentication(code, rest)));
  expect(hands).toEqual({ kind: 'asked', method, tls: undefined });
});

test('an answer in pieces is put together', async () => {
  const hands = await against((socket) => {
    const [bytes, parts] = [authentication(10, 'SCRAM-SHA-256\0\0'), [3, 7, 99]];
    parts.forEach((end, index) => {
      setTimeout(() => socket.write(bytes.subarray(parts[index - 1] ?? 0, end)), index * 20);
    });
  });
  expect(hands).toMatchObject({ kind: 'asked', method: { name: 'scram-sha-256' } });
});

test('no TLS, a refusal, a server that hangs up', async () => {
  expect(await against((socket) => socket.write('N'), { tls: true })).toEqual({ kind: 'no-tls' });
  expect(await against((socket) => socket.write(error('28000', 'no encryption')))).toMatchObject({
    kind: 'refused',
    reason: 'no encryption (SQLSTATE 28000)',
  });
  expect(await against((socket) => socket.end())).toMatchObject({ kind: 'refused' });
});

test('what says nothing about how clients are let in is not taken for a refusal', async () => {
  const full = await against((socket) => socket.write(error('53300', 'too many clients')));
  expect(full).toEqual({ kind: 'unknown', reason: 'too many clients (SQLSTATE 53300)' });
  expect((await against((socket) => socket.write(error('57P03', 'starting up')))).kind).toBe('unknown');
  expect((await against((socket) => socket.write('HTTP/1.1 400 Bad Request\r\n'))).kind).toBe('unknown');
  expect((await against((socket) => socket.resetAndDestroy())).kind).toBe('unknown');
  const silent = await against(() => {}, { timeoutMs: 50 });
  expect(silent).toEqual({ kind: 'unknown', reason: 'no answer within 50 ms' });
  const noHandshake = await against((socket) => socket.end('S'), { tls: true });
  expect(noHandshake.kind).toBe('unknown');
});

test('a cancelled run ends it', async () => {
  const controller = new AbortController();
  const reason = new Error('stop');
  const hands = against(() => controller.abort(reason), { signal: controller.signal });
  await expect(hands).rejects.toBe(reason);
});

test('medians and times as text', () => {
  expect([medianOf([1]), medianOf([1, 2, 9]), medianOf([1, 2, 4, 9])]).toEqual([1, 2, 3]);
  const texts = [0.0421, 6.24, 38.4, 1449].map(millisecondsText);
  expect(texts).toEqual(['0.04 ms', '6.2 ms', '38 ms', '1.4 s']);
});

test('the end of support of a major version that is not in the table is not known', () => {
  expect(endOfLife(14)?.toISOString()).toBe('2026-11-12T00:00:00.000Z');
  expect(endOfLife(99)).toBeUndefined();
});
