import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { queryOnce } from './database.ts';
import { authorityFile, startTlsServer } from './tls-server.ts';

test('the TLS server encrypts, and refuses who does not', async () => {
  await using server = await startTlsServer({ refusePlain: true });
  await expect(queryOnce(server.uri, 'select 1')).rejects.toMatchObject({ code: '28000' });
  const client = new pg.Client({ connectionString: server.uri, ssl: { ca: await readFile(authorityFile) } });
  await client.connect();
  const { rows } = await client.query('select ssl from pg_stat_ssl where pid = pg_backend_pid()');
  await client.end();
  expect(rows).toEqual([{ ssl: true }]);
});
