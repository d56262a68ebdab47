import { createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import pg from 'pg';

export interface TransactionPooler extends AsyncDisposable {
  readonly port: number;
}

/**
 * A pooler in transaction mode in miniature: every client is let in with a process id of its own, and all of them share
 * one session of the server, which each has until its next Sync or Query is answered.
 */
export async function startTransactionPooler(uri: string): Promise<TransactionPooler> {
  const upstream = new pg.Client({ connectionString: uri });
  upstream.on('error', () => {});
  await upstream.connect();
  const server: Duplex = upstream.connection.stream;
  server.removeAllListeners('data');
  let turn: Promise<void> = Promise.resolve();
  const clients = new Set<Socket>();
  const listener = createServer((client) => {
    clients.add(client);
    client.on('error', () => {});
    client.on('close', () => clients.delete(client));
    serve(client, (request) => {
      turn = turn.then(() => forward(request, client, server));
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    async [Symbol.asyncDispose]() {
      for (const client of clients) client.destroy();
      await new Promise((resolve) => listener.close(resolve));
      server.destroy();
    },
  };
}

/** Answers the start-up itself, and hands on what the client sends up to each Sync or Query. */
function serve(client: Socket, onRequest: (request: Buffer) => void): void {
  let waiting = Buffer.alloc(0);
  let request = Buffer.alloc(0);
  let isStarted = false;
  client.on('data', (chunk) => {
    waiting = Buffer.concat([waiting, Buffer.from(chunk)]);
    while (!isStarted && waiting.length >= 8) {
      const length = waiting.readUInt32BE(0);
      if (waiting.length < length) return;
      const code = waiting.readUInt32BE(4);
      waiting = waiting.subarray(length);
      if (code === 80_877_103) client.write('N');
      else {
        isStarted = true;
        client.write(
          Buffer.concat([message('R', [0]), message('K', [4711, 1]), Buffer.from('Z\0\0\0\x05I')]),
        );
      }
    }
    while (isStarted && waiting.length >= 5 && waiting.length >= 1 + waiting.readUInt32BE(1)) {
      const end = 1 + waiting.readUInt32BE(1);
      const type = waiting.toString('latin1', 0, 1);
      request = Buffer.concat([request, waiting.subarray(0, end)]);
      waiting = waiting.subarray(end);
      if (type === 'X') return client.end();
      if (type !== 'Q' && type !== 'S') continue;
      onRequest(request);
      request = Buffer.alloc(0);
    }
  });
}

/** Until the server says ReadyForQuery. */
function forward(request: Buffer, client: Socket, server: Duplex): Promise<void> {
  return new Promise((resolve) => {
    let answer = Buffer.alloc(0);
    const onData = (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk]);
      if (answer.length < 6 || answer.toString('latin1', answer.length - 6, answer.length - 5) !== 'Z')
        return;
      server.off('data', onData);
      client.write(answer);
      resolve();
    };
    server.on('data', onData);
    server.write(request);
  });
}

function message(type: string, words: readonly number[]): Buffer {
  const body = Buffer.alloc(5 + words.length * 4);
  body.write(type, 0, 'latin1');
  body.writeUInt32BE(4 + words.length * 4, 1);
  words.forEach((word, index) => {
    body.writeUInt32BE(word, 5 + index * 4);
  });
  return body;
}
