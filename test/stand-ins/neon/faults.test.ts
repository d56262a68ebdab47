import { expect, test } from 'vitest';
import { apiOf, at, call, startWithoutContent } from './support.ts';

test('a wrong or absent key is refused', async () => {
  await using standIn = await startWithoutContent();
  expect((await call(standIn, { method: 'GET', path: '/projects', key: 'wrong' })).status).toBe(401);
  expect((await fetch(`${standIn.url}/projects`)).status).toBe(401);
});

test('errors echo the request’s id', async () => {
  await using standIn = await startWithoutContent();
  const headers = { 'x-request-id': 'abc-1' };
  const answer = await call(standIn, { method: 'GET', path: '/projects/none', headers });
  expect(answer).toEqual({
    status: 404,
    body: { request_id: 'abc-1', code: '', message: 'project not found' },
  });
});

test('statuses come as often as asked, with headers, and only where asked', async () => {
  await using standIn = await startWithoutContent();
  const branches = `${standIn.url}/projects/${standIn.projectId}/branches`;
  const get = (url: string) => fetch(url, { headers: { authorization: `Bearer ${standIn.apiKey}` } });
  standIn.faults.add({
    method: 'GET',
    path: '/projects/*/branches',
    status: 429,
    times: 2,
    headers: { 'retry-after': '3' },
  });
  expect((await get(`${standIn.url}/projects`)).status).toBe(200);
  const limited = await get(`${branches}?limit=1`);
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '3']);
  expect((await get(branches)).status).toBe(429);
  expect((await get(branches)).status).toBe(200);
  expect(standIn.requests.map(({ status }) => status)).toEqual([200, 429, 429, 200]);
  expect(standIn.requests[1]?.path).toBe(`/projects/${standIn.projectId}/branches?limit=1`);
  expect(standIn.faults.pending).toEqual([]);
});

test('after skips calls; a status without `apply` changes nothing, with it the call is done', async () => {
  await using standIn = await startWithoutContent();
  const api = apiOf(standIn);
  const count = async () => at(await api('GET', '/branches/count'), 'count');
  standIn.faults.add({ method: 'POST', after: 1, status: 503 });
  expect((await api('POST', '/branches', { branch: { name: 'a' } })).status).toBe(201);
  await standIn.idle();
  expect((await api('POST', '/branches', { branch: { name: 'b' } })).status).toBe(503);
  expect(await count()).toBe(2);
  standIn.faults.add({ method: 'POST', status: 524, apply: true, body: 'The request was timed out' });
  const response = await fetch(`${standIn.url}/projects/${standIn.projectId}/branches`, {
    method: 'POST',
    headers: { authorization: `Bearer ${standIn.apiKey}` },
    body: JSON.stringify({ branch: { name: 'b' } }),
  });
  expect([response.status, await response.text()]).toEqual([524, 'The request was timed out']);
  expect(await count()).toBe(3);
});

test.each([
  ['before', 1],
  ['after', 2],
] as const)('a socket that breaks %s the call was done leaves %i branches', async (reset, branches) => {
  await using standIn = await startWithoutContent();
  const api = apiOf(standIn);
  standIn.faults.add({ method: 'POST', path: '/projects/*/branches', reset });
  await expect(api('POST', '/branches', { branch: { name: 'x' } })).rejects.toThrow('fetch failed');
  expect(at(await api('GET', '/branches/count'), 'count')).toBe(branches);
  expect(standIn.requests[0]).toMatchObject({ method: 'POST', status: undefined });
});

test('an answer can be cut off, although the call was done', async () => {
  await using standIn = await startWithoutContent();
  const api = apiOf(standIn);
  standIn.faults.add({ method: 'POST', malformed: true });
  await expect(api('POST', '/branches', { branch: { name: 'x' } })).rejects.toThrow(SyntaxError);
  expect(at(await api('GET', '/branches/count'), 'count')).toBe(2);
});

test.each([
  ['before', 1],
  ['after', 2],
] as const)('a delay %s the call leaves %i branches when the client gives up', async (delay, branches) => {
  await using standIn = await startWithoutContent();
  const api = apiOf(standIn);
  standIn.faults.add({ method: 'POST', delayMs: 600_000, delay });
  const patience = new AbortController();
  const late = fetch(`${standIn.url}/projects/${standIn.projectId}/branches`, {
    method: 'POST',
    headers: { authorization: `Bearer ${standIn.apiKey}` },
    body: JSON.stringify({ branch: { name: 'x' } }),
    signal: patience.signal,
  });
  const count = async () => at(await api('GET', '/branches/count'), 'count');
  await expect.poll(() => standIn.requests.some(({ method }) => method === 'POST')).toBe(true);
  await expect.poll(count).toBe(branches);
  patience.abort();
  await expect(late).rejects.toThrow('aborted');
  expect(await count()).toBe(branches);
});

test('a short delay only makes the answer late', async () => {
  await using standIn = await startWithoutContent();
  standIn.faults.add({ delayMs: 20 });
  expect((await call(standIn, { method: 'GET', path: '/projects' })).status).toBe(200);
});

test('another process drives the faults, the time and the log over HTTP', async () => {
  await using standIn = await startWithoutContent();
  const control = (method: string, path: string, body?: unknown) =>
    fetch(new URL(`/_control${path}`, standIn.url), {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const added = await control('POST', '/faults', { path: '/projects', status: 500, times: null });
  expect(added.status).toBe(201);
  for (let attempt = 0; attempt < 3; attempt += 1)
    expect((await call(standIn, { method: 'GET', path: '/projects' })).status).toBe(500);
  await control('DELETE', '/faults');
  expect((await call(standIn, { method: 'GET', path: '/projects' })).status).toBe(200);
  expect((await control('POST', '/faults', { stauts: 500 })).status).toBe(400);
  expect((await control('POST', '/advance', { seconds: 60 })).status).toBe(200);
  await control('POST', '/hold');
  await apiOf(standIn)('POST', '/branches', { branch: { name: 'x' } });
  const locked = await apiOf(standIn)('POST', '/branches', { branch: { name: 'y' } });
  expect(locked.status).toBe(423);
  await control('POST', '/release');
  expect((await control('POST', '/idle')).status).toBe(204);
  const log = await (await control('GET', '/requests')).text();
  expect(JSON.parse(log).requests.length).toBe(6);
  expect(log).not.toContain(standIn.apiKey);
});
