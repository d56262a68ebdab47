import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { createTestDatabase, queryOnce } from '../../support/database.ts';

const script = fileURLToPath(new URL('../../../scripts/stand-in-neon.ts', import.meta.url));

test('started alone it says how to reach it, answers, and on SIGTERM leaves no database behind', async () => {
  await using production = await createTestDatabase();
  await production.query("CREATE TABLE shop AS SELECT 'shoes' AS sells");
  const options = ['--postgres-url', inject('postgresUri'), '--copy-of', production.name, '--api-key', 'k'];
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...options]);
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const value = (name: string) => new RegExp(`${name} +(\\S+)`).exec(output)?.[1] ?? '';
  await expect.poll(() => value('pooled'), { timeout: 20_000 }).not.toBe('');
  const projects = await fetch(`${value('neon-api-url')}/projects`, {
    headers: { authorization: 'Bearer k' },
  });
  expect(await projects.json()).toMatchObject({ projects: [{ id: value('neon-project-id') }] });
  const [row] = await queryOnce(value('branch "main"'), 'SELECT current_database() AS real, sells FROM shop');
  expect(row?.sells).toBe('shoes');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(await production.query('SELECT 1 FROM pg_database WHERE datname = $1', [row?.real])).toEqual([]);
});
