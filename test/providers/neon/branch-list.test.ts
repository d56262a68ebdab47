import { expect, test } from 'vitest';
import type { Branch, Provider } from '../../../src/providers/provider.ts';
import { failureOf, neonBranch, setUp } from './neon-setup.ts';
import { type SeenRequest, startScriptedApi } from './scripted-api.ts';

function page(request: SeenRequest, pages: readonly (readonly Record<string, unknown>[])[]) {
  const cursor = new URL(request.url, 'http://x').searchParams.get('cursor');
  const index = cursor === null ? 0 : Number(cursor);
  const next = index + 1 < pages.length ? { next: String(index + 1) } : {};
  return { body: { branches: pages[index] ?? [], annotations: {}, pagination: next } };
}

async function all(provider: Provider): Promise<readonly Branch[]> {
  const branches: Branch[] = [];
  for await (const branch of provider.listBranches()) branches.push(branch);
  return branches;
}

const many = Array.from({ length: 250 }, (_, index) =>
  neonBranch({ id: `br-${index}`, name: index === 0 ? 'main' : `preview/pr-${index}`, default: index === 0 }),
);

test('finds a branch on the last page, through an empty one', async () => {
  const pages = [many.slice(0, 100), [], many.slice(100, 200), many.slice(200)];
  await using server = await startScriptedApi((request) => page(request, pages));
  const { provider } = setUp({ apiUrl: server.url });
  expect(await provider.findBranch('preview/pr-249')).toMatchObject({ id: 'br-249' });
  expect(server.requests).toHaveLength(4);
  const listed = await all(provider);
  expect(listed.map(({ name }) => name)).toEqual(many.map(({ name }) => name));
});

test('asks for an order that does not change while it reads', async () => {
  await using server = await startScriptedApi((request) => page(request, [many.slice(0, 1)]));
  await setUp({ apiUrl: server.url }).provider.findBranch('main');
  expect(server.requests[0]?.url).toContain('sort_by=created_at&sort_order=asc');
});

test('a branch that is answered on two pages is listed once', async () => {
  await using server = await startScriptedApi((request) =>
    page(request, [many.slice(0, 3), many.slice(2, 5)]),
  );
  const { provider } = setUp({ apiUrl: server.url });
  expect(await all(provider)).toHaveLength(5);
});

test('stops when the cursor does not move', async () => {
  await using server = await startScriptedApi(() => ({
    body: { branches: many.slice(0, 2), annotations: {}, pagination: { next: 'same' } },
  }));
  const { provider } = setUp({ apiUrl: server.url });
  expect((await failureOf(provider.findBranch('nowhere'))).message).toContain('does not move');
  expect(server.requests).toHaveLength(2);
});

test('matches whole names only: no part, no id, no other case', async () => {
  await using server = await startScriptedApi((request) => page(request, [many.slice(0, 20)]));
  const { provider } = setUp({ apiUrl: server.url });
  expect(await provider.findBranch('preview/pr-1')).toMatchObject({ name: 'preview/pr-1' });
  for (const name of ['preview/pr', 'br-1', 'br-0', 'Main', 'preview/pr-1 '])
    expect(await provider.findBranch(name)).toBeUndefined();
});

test('shows parents by name, children, expiry, and no console where there is none', async () => {
  const child = neonBranch({
    id: 'br-child',
    name: 'child',
    parent_id: 'br-main',
    expires_at: '2026-12-01T00:00:00Z',
    protected: true,
  });
  const orphan = neonBranch({ id: 'br-orphan', name: 'orphan', parent_id: 'br-deleted' });
  await using server = await startScriptedApi((request) =>
    page(request, [[neonBranch({ default: true })], [child, orphan]]),
  );
  const { provider } = setUp({ apiUrl: server.url });
  const [main, first, second] = await all(provider);
  expect(main).toMatchObject({
    isDefault: true,
    hasChildren: true,
    parent: undefined,
    consoleUrl: undefined,
  });
  expect(first).toMatchObject({
    parent: { id: 'br-main', name: 'main' },
    hasChildren: false,
    isProtected: true,
    expiresAt: new Date('2026-12-01T00:00:00Z'),
    owner: undefined,
  });
  expect(second?.parent).toEqual({ id: 'br-deleted', name: 'br-deleted' });
});

test("links to Neon's console for Neon's own address", async () => {
  const answer = { branches: [neonBranch({})], annotations: {}, pagination: {} };
  const { provider } = setUp({
    apiUrl: 'https://console.neon.tech/api/v2',
    fetch: async () => Response.json(answer),
  });
  expect(await provider.findBranch('main')).toMatchObject({
    consoleUrl: 'https://console.neon.tech/app/projects/spring-example-302709/branches/br-main',
  });
});

test.each([
  ['no mark', {}],
  ["another tool's", { 'github-pr-number': '7' }],
  ['half of ours', { 'neonhub-repository': 'neonhub/app', 'neonhub-pull-request': '7' }],
  [
    'a damaged number',
    { 'neonhub-repository': 'a/b', 'neonhub-branch-type': 'default', 'neonhub-pull-request': '7x' },
  ],
  ['a number for a text', { 'neonhub-repository': 5, 'neonhub-branch-type': 'default' }],
])('a branch with %s on it is nobody we know', async (_what, value) => {
  const annotations = { 'br-main': { object: { type: 'console/branch', id: 'br-main' }, value } };
  await using server = await startScriptedApi(() => ({
    body: { branches: [neonBranch({})], annotations, pagination: {} },
  }));
  expect((await setUp({ apiUrl: server.url }).provider.findBranch('main'))?.owner).toBeUndefined();
});
