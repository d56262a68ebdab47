import { expect, test } from 'vitest';
import { ExternalError } from '../../src/errors.ts';
import { silentLogger } from '../../src/log.ts';
import { connect } from '../../src/postgres/connect.ts';
import { queryOnce, serverUri } from '../support/database.ts';

function open(signal = new AbortController().signal) {
  return connect({
    uri: serverUri(),
    applicationName: 'database-actions/test',
    signal,
    timeoutMs: 10_000,
    log: silentLogger,
    isPipelined: true,
  });
}

function extended(text: string) {
  return { text, protocol: 'extended' } as const;
}

test('answers come in their order, a refusal is one of them, and a query between is as ever', async () => {
  await using session = await open();
  const texts = Array.from({ length: 450 }, (_, n) => (n % 3 === 1 ? `SELECT nope${n}` : `SELECT ${n} AS n`));
  const answers = await session.queryAll(texts.map(extended));
  expect(answers).toHaveLength(450);
  for (const [n, answer] of answers.entries())
    if (n % 3 === 1) expect(answer).toMatchObject({ kind: 'refused', error: { code: '42703' } });
    else expect(answer).toEqual({ kind: 'rows', rows: [{ n }] });
  expect(await session.query('SELECT $1::int AS one', [1])).toEqual([{ one: 1 }]);
  expect(await session.queryAll([])).toEqual([]);
});

test('the extended protocol refuses a second statement, the simple one runs it', async () => {
  await using session = await open();
  const [one, two] = await session.queryAll([
    extended('SELECT 1 AS n; SELECT 2 AS n'),
    { text: 'SELECT 1 AS n; SELECT 2 AS n', protocol: 'simple' },
  ]);
  expect(one).toMatchObject({ kind: 'refused', error: { code: '42601' } });
  expect(two).toEqual({ kind: 'rows', rows: [{ n: 2 }] });
});

test('a lost connection is no refusal', async () => {
  const session = await open();
  const answers = session.queryAll(['SELECT 1', 'SELECT pg_sleep(30)', 'SELECT 2'].map(extended));
  const lost = expect(answers).rejects.toBeInstanceOf(ExternalError);
  await queryOnce(serverUri(), 'SELECT pg_terminate_backend($1, 5000)', [session.pid]);
  await lost;
  await session[Symbol.asyncDispose]();
});

test('an abort ends it with its own reason', async () => {
  const stop = new AbortController();
  const session = await open(stop.signal);
  const answers = session.queryAll(['SELECT pg_sleep(30)', 'SELECT pg_sleep(30)'].map(extended));
  const aborted = expect(answers).rejects.toThrow('enough');
  stop.abort(new Error('enough'));
  await aborted;
  await session[Symbol.asyncDispose]();
});
