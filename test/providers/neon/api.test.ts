import { expect, test } from 'vitest';
import { ExternalError } from '../../../src/errors.ts';
import { createNeonApi, isInDoubt, type NeonCall } from '../../../src/providers/neon/api.ts';
import { readObject, readText } from '../../../src/providers/neon/json.ts';
import { deadlineIn } from '../../../src/wait.ts';
import { recordingLogger } from '../../support/recording-logger.ts';
import { failureOf, testKey, testProject } from './neon-setup.ts';
import { type ScriptedAnswer, startScriptedApi } from './scripted-api.ts';

const branchAnswer = { id: 'br-one' };

function client(apiUrl: string, requestTimeoutMs = 5_000) {
  const log = recordingLogger();
  const controller = new AbortController();
  const api = createNeonApi({
    apiKey: testKey,
    apiUrl,
    projectId: testProject,
    userAgent: 'database-actions-test/0',
    fetch,
    signal: controller.signal,
    requestTimeoutMs,
    log,
    now: () => new Date(),
  });
  const call = async (fields: Partial<NeonCall<string>> = {}) =>
    api.call({
      method: 'GET',
      path: ['branches', 'br-one'],
      purpose: 'read the branch',
      read: (body) => readText(readObject(body, 'the answer'), 'id'),
      deadline: deadlineIn(10_000),
      ...fields,
    });
  return { call, log, controller };
}

/** Answers `first` in order, then success. */
function then(first: readonly ScriptedAnswer[]) {
  return (_request: unknown, count: number): ScriptedAnswer => first[count - 1] ?? { body: branchAnswer };
}

async function externalFailure(work: Promise<unknown>): Promise<ExternalError> {
  const error = await failureOf(work);
  if (error instanceof ExternalError) return error;
  throw error;
}

test('sends the key, who asks, an id of its own for every try, and JSON', async () => {
  await using server = await startScriptedApi(then([{ status: 423, body: { code: '', message: 'locked' } }]));
  const { call } = client(server.url);
  await call({ method: 'POST', path: ['a/b', '?x'], query: { q: 'ä&b' }, body: { name: 'ü' } });
  const [first, second] = server.requests;
  expect(first).toMatchObject({
    method: 'POST',
    url: `/api/v2/projects/${testProject}/a%2Fb/%3Fx?q=%C3%A4%26b`,
    body: '{"name":"ü"}',
  });
  expect(first?.headers).toMatchObject({
    authorization: `Bearer ${testKey}`,
    'content-type': 'application/json',
    'user-agent': 'database-actions-test/0',
  });
  expect(first?.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(second?.headers['x-request-id']).not.toBe(first?.headers['x-request-id']);
});

test.each(['GET', 'POST', 'PATCH', 'DELETE'] as const)('%s waits out 423, 429 and 503', async (method) => {
  await using server = await startScriptedApi(
    then([
      { status: 423, body: { code: '', message: 'project already has running conflicting operations' } },
      { status: 429, headers: { 'retry-after': '0' } },
      { status: 503, headers: { 'retry-after': '0' }, body: 'busy' },
    ]),
  );
  const { call, log } = client(server.url);
  expect(await call({ method })).toEqual({ value: 'br-one', repeatedInDoubt: false });
  expect(server.requests).toHaveLength(4);
  expect(log.lines.join('\n')).toMatch(
    /HTTP 423 \(project already has running conflicting operations\).*try 2/,
  );
});

test('a GET survives server errors and cut connections', async () => {
  await using server = await startScriptedApi(
    then([{ status: 500 }, { instead: 'reset' }, { status: 502, body: '<html>' }]),
  );
  expect((await client(server.url).call()).value).toBe('br-one');
  expect(server.requests).toHaveLength(4);
});

test.each([
  ['a cut connection', { instead: 'reset' }],
  ['a server error', { status: 500 }],
  ["a gateway's time-out", { status: 504, body: '<html>' }],
  ["Cloudflare's 524", { status: 524 }],
  ['silence', { instead: 'hang' }],
  ['an answer that is no JSON', { status: 201, body: '<html>' }],
] as const)('a POST is not repeated after %s: its caller looks first', async (_what, answer) => {
  await using server = await startScriptedApi(then([answer]));
  const error = await externalFailure(client(server.url, 300).call({ method: 'POST' }));
  expect(server.requests).toHaveLength(1);
  expect(isInDoubt(error)).toBe(true);
});

test('a call that may be repeated is, and says that an earlier try may have done it', async () => {
  await using server = await startScriptedApi(then([{ instead: 'reset' }]));
  const answer = await client(server.url).call({ method: 'DELETE', repeatable: true });
  expect(answer).toEqual({ value: 'br-one', repeatedInDoubt: true });
});

test.each([400, 401, 403, 404, 409, 412, 422])('HTTP %i is final and leaves no doubt', async (status) => {
  await using server = await startScriptedApi(() => ({ status, body: { code: 'SOME_CODE', message: 'no' } }));
  const error = await externalFailure(client(server.url).call({ method: 'POST' }));
  expect(error).toMatchObject({ status, code: 'SOME_CODE', retryable: false });
  expect(error.message).toContain('Neon refused to read the branch');
  expect(isInDoubt(error)).toBe(false);
  expect(server.requests).toHaveLength(1);
});

test.each([
  [{ status: 401 }, /revoked/],
  [{ status: 403, message: 'not allowed' }, new RegExp(`"${testProject}".*project-scoped`)],
  [{ status: 404, message: 'project not found' }, new RegExp(`neon-project-id.*"${testProject}"`)],
  [{ status: 412, message: 'x' }, /store_passwords/],
  [{ status: 422, message: 'suspend interval changing is not allowed for your account' }, /Free/],
  [{ status: 422, message: 'cannot set an expiration on a protected branch' }, /30 days/],
  [{ status: 422, message: 'branch is protected' }, /protection off/],
  [{ status: 400, message: 'branch has children' }, /Delete those first/],
  [{ status: 400, message: 'timestamp is outside of the history retention' }, /restore window/],
  [{ status: 403, message: 'autoscaling limit exceeds the plan' }, /compute size/],
])('explains %j', async ({ status, ...rest }, expected) => {
  const body = { code: '', message: '', request_id: 'req-1', ...rest };
  await using server = await startScriptedApi(() => ({ status, body }));
  const error = await externalFailure(client(server.url).call({ method: 'POST' }));
  expect(error.hint).toMatch(expected);
  expect(error.requestId).toBe('req-1');
});

test.each([
  ['no JSON', '<html>gateway</html>', 'it is not JSON'],
  ['another shape', { branch: {} }, 'id is not a text'],
  ['null', null, 'the answer is not an object'],
])('a successful answer that is %s is an error with status and request id', async (_what, body, expected) => {
  await using server = await startScriptedApi(() => ({ status: 200, body }));
  const error = await externalFailure(client(server.url).call());
  expect(error).toMatchObject({ service: 'Neon', status: 200 });
  expect(error.message).toContain(expected);
  expect(error.requestId).toBe(server.requests[0]?.headers['x-request-id']);
});

test('does not follow a redirect with the key', async () => {
  await using elsewhere = await startScriptedApi(() => ({ body: branchAnswer }));
  await using server = await startScriptedApi(() => ({ status: 307, headers: { location: elsewhere.url } }));
  expect(await externalFailure(client(server.url).call())).toMatchObject({ status: 307 });
  expect(elsewhere.requests).toHaveLength(0);
});

test('shows neither the key that a server echoes nor its line breaks', async () => {
  const message = `key ${testKey} is\n::error::bad ${'x'.repeat(2000)}`;
  await using server = await startScriptedApi(() => ({
    status: 400,
    body: { code: testKey, message, request_id: testKey },
  }));
  const { call, log } = client(server.url);
  const error = await externalFailure(call());
  const shown = `${error.message} ${error.hint} ${error.requestId} ${error.code} ${error.stack} ${log.lines.join('\n')}`;
  expect(shown).not.toContain(testKey);
  expect(error.message).toContain('*** is ::error::bad');
  expect(error.message.length).toBeLessThan(500);
});

test('gives up at the deadline with the last refusal', async () => {
  await using server = await startScriptedApi(() => ({ status: 423, body: { code: '', message: 'locked' } }));
  const error = await externalFailure(client(server.url).call({ deadline: deadlineIn(700) }));
  expect(error).toMatchObject({ status: 423, retryable: true });
  expect(error.message).toMatch(/\(locked\), after \d+ tries/);
  expect(error.hint).toContain('timeout');
});

test('does not wait for a Retry-After beyond the deadline', async () => {
  await using server = await startScriptedApi(() => ({ status: 429, headers: { 'retry-after': '3600' } }));
  const error = await externalFailure(client(server.url).call());
  expect(error).toMatchObject({ status: 429, retryable: true });
  expect(server.requests).toHaveLength(1);
});

test('a slow server is given up at the deadline, and the error says how long was waited', async () => {
  await using server = await startScriptedApi(() => ({ instead: 'hang' }));
  const error = await externalFailure(client(server.url).call({ deadline: deadlineIn(400) }));
  expect(error.message).toMatch(/no answer within \d+ ms/);
  expect(error.status).toBeUndefined();
});

test('a server that cannot be reached is named, and a POST is tried again since it never arrived', async () => {
  const gone = await startScriptedApi(() => ({}));
  await gone[Symbol.asyncDispose]();
  const { call, log } = client(gone.url);
  const error = await externalFailure(call({ method: 'POST', deadline: deadlineIn(600) }));
  expect(error.message).toContain('ECONNREFUSED');
  expect(error.hint).toContain(new URL(gone.url).host);
  expect(log.lines.length).toBeGreaterThan(0);
});

test.each(['during a call', 'between tries'])('stops %s when cancelled', async (when) => {
  const answer: ScriptedAnswer =
    when === 'during a call' ? { instead: 'hang' } : { status: 503, headers: { 'retry-after': '5' } };
  await using server = await startScriptedApi(() => {
    setTimeout(() => controller.abort(new Error('SIGTERM')), 50);
    return answer;
  });
  const { call, controller } = client(server.url);
  expect((await failureOf(call())).message).toBe('SIGTERM');
  expect(server.requests).toHaveLength(1);
});
