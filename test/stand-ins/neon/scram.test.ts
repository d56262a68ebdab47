import { expect, test } from 'vitest';
import { startClientExchange, startServerExchange } from './endpoint/scram.ts';

test('both ends agree on the same password and on no other', async () => {
  for (const [password, isRight] of [
    ['npg_x/+@%', true],
    ['npg_x', false],
  ] as const) {
    const client = startClientExchange('npg_x/+@%');
    const server = startServerExchange(client.clientFirst, password);
    const final = await server.finish(await client.answer(server.serverFirst));
    expect(final?.startsWith('v=') ?? false).toBe(isRight);
  }
});

test('an answer to another exchange, or one bound to another certificate, is refused', async () => {
  const client = startClientExchange('secret');
  const server = startServerExchange(client.clientFirst, 'secret');
  const other = startServerExchange(client.clientFirst, 'secret');
  expect(await other.finish(await client.answer(server.serverFirst))).toBeUndefined();
  const claimed = client.clientFirst.replace('n,,', 'p=tls-server-end-point,,');
  const bound = startServerExchange(claimed, 'secret', Buffer.alloc(32, 7));
  expect(await bound.finish(await client.answer(bound.serverFirst))).toBeUndefined();
});
