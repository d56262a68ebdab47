import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { GitHubStandIn } from '../stand-ins/github/server.ts';
import { startGitHubStandIn } from '../stand-ins/github/server.ts';
import { openClient, token } from './client.ts';

/** A proxy as a company puts before its self-hosted runners: only it can resolve the name. */
const tunnelled: string[] = [];
const proxy = createServer();
let standIn: GitHubStandIn;

beforeAll(async () => {
  standIn = await startGitHubStandIn({ token });
  proxy.on('connect', (request, client) => {
    tunnelled.push(request.url ?? '');
    const upstream = connect(Number(new URL(standIn.url).port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  proxy.closeAllConnections();
  proxy.close();
  await standIn[Symbol.asyncDispose]();
});

// @actions/github reads the environment when it is first loaded, so this file must stay alone in its process.
it("goes through the runner's proxy", async () => {
  const address = proxy.address();
  if (typeof address !== 'object' || address === null) throw new Error('the proxy does not listen');
  vi.stubEnv('GITHUB_API_URL', 'http://github.company.test');
  vi.stubEnv('http_proxy', `http://127.0.0.1:${address.port}`);
  vi.stubEnv('no_proxy', '');
  const octokit = await openClient('http://github.company.test', { usesProxy: true });
  const { data } = await octokit.rest.repos.get({ owner: 'acme', repo: 'shop' });
  expect(data.full_name).toBe('acme/shop');
  expect(tunnelled).toEqual(['github.company.test:80']);
});
