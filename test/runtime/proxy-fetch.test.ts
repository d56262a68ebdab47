import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchThroughProxy } from '../../src/runtime/proxy-fetch.ts';

/** Only the proxy can resolve the name. */
const tunnelled: string[] = [];
const proxy = createServer();
const service = createServer(async (request, response) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  response.end(`${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`);
});

beforeAll(async () => {
  await Promise.all([listen(service), listen(proxy)]);
  proxy.on('connect', (request, client) => {
    tunnelled.push(request.url ?? '');
    const upstream = connect(portOf(service), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
  });
});

afterAll(() => {
  for (const server of [proxy, service]) {
    server.closeAllConnections();
    server.close();
  }
});

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('it does not listen');
  return address.port;
}

test('a request goes through the proxy, with its method and body; what `no_proxy` names does not', async () => {
  const at = `http://127.0.0.1:${portOf(proxy)}`;
  const fetch = fetchThroughProxy({ HTTP_PROXY: at, no_proxy: '127.0.0.1' });
  const answer = await fetch('http://neon.company.test/api', { method: 'POST', body: 'hello' });
  expect(await answer.text()).toBe('POST /api hello');
  expect(tunnelled).toEqual(['neon.company.test:80']);
  const direct = await fetch(`http://127.0.0.1:${portOf(service)}/near`);
  expect(await direct.text()).toBe('GET /near ');
  expect(tunnelled).toHaveLength(1);
});

test('without a proxy it is Node’s own', () => {
  expect(fetchThroughProxy({ http_proxy: '' })).toBe(globalThis.fetch);
});
