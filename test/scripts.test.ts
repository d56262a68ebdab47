import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explain } from '../scripts/command-line.ts';
import { repositoryRoot } from './support/consumer.ts';

function start(script: string, options: readonly string[]): ChildProcess {
  const argv = ['--import', 'tsx', join(repositoryRoot, 'scripts', script), ...options];
  return spawn(process.execPath, argv, { cwd: repositoryRoot, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function endOf(child: ChildProcess): Promise<{ readonly code: unknown; readonly stderr: string }> {
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, stderr };
}

test('the stand-in for GitHub, started alone, says how to reach it, answers, and ends on SIGTERM', async () => {
  const child = start('stand-in-github.ts', ['--port', '0', '--token', 'a-token']);
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  const url = () => /stand-in: (\S+)/.exec(output)?.[1] ?? '';
  await expect.poll(url, { timeout: 30_000 }).not.toBe('');
  const answer = await fetch(`${url()}/repos/acme/shop/pulls/1`, {
    headers: { authorization: 'token a-token' },
  });
  expect(await answer.json()).toMatchObject({ number: 1, state: 'open' });
  child.kill('SIGTERM');
  expect(await endOf(child)).toEqual({ code: 0, stderr: '' });
});

test.each([
  ['stand-in-github.ts', ['--port', 'x'], /^--port is "x"; it must be a whole number/],
  ['stand-in-neon.ts', ['--prot', '1'], /^Unknown option '--prot'/],
  ['seed.ts', ['--rows', 'many', '--url', 'postgresql://u@h/d'], /^--rows is "many"; it must be/],
])('%s tells a wrong argument in a line, without a stack', async (script, options, message) => {
  const { code, stderr } = await endOf(start(script, options));
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^ +at /m);
});

test('a port that is taken, and a database without our tables, are told with what to do', async () => {
  await using first = createServer().listen(0, '127.0.0.1');
  await once(first, 'listening');
  const address = first.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const second = createServer().listen(port, '127.0.0.1');
  const [refused] = await once(second, 'error');
  expect(explain(refused)).toMatch(/address already in use.*Give another --port/);
  expect(explain(Object.assign(new Error('relation "users" does not exist'), { code: '42P01' }))).toContain(
    'prisma migrate deploy',
  );
  expect(explain(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }))).toBe(
    'It failed: ECONNREFUSED',
  );
});
