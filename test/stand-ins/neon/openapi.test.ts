import { beforeAll, expect, test } from 'vitest';
import { type DescribedApi, readDescription } from './described-api.ts';
import { findRoute } from './http/router.ts';
import { type NeonStandIn, routes } from './stand-in.ts';
import { type Answer, at, call, startForTest } from './support.ts';

const file =
  process.env.NEON_OPENAPI ?? new URL('../../../../shared/specs/neon-openapi.json', import.meta.url).pathname;
const absent = `No description of the Neon API at ${file}; set NEON_OPENAPI to its path.`;

let described: DescribedApi | undefined;

beforeAll(async () => {
  described = await readDescription(file);
});

interface Driver {
  /** Calls, and holds the request and the answer against the description. */
  send(method: string, path: string, body?: unknown): Promise<Answer>;
  readonly problems: string[];
  /** Routes that answered with success. */
  readonly covered: Set<string>;
}

function drive(standIn: NeonStandIn, api: DescribedApi): Driver {
  const problems: string[] = [];
  const covered = new Set<string>();
  return {
    problems,
    covered,
    async send(method, path, body) {
      const answer = await call(standIn, { method, path, body });
      const { route } = findRoute(routes, method, path.replace(/\?.*/, ''));
      const exchange = { method, route: route.path };
      const found = [
        ...(body === undefined || answer.status >= 400
          ? []
          : api.problems({ ...exchange, status: undefined, body })),
        ...api.problems({ ...exchange, ...answer }),
      ];
      problems.push(...found.map((problem) => `${method} ${route.path} ${answer.status}: ${problem}`));
      if (answer.status < 300) covered.add(`${method} ${route.path}`);
      return answer;
    },
  };
}

test('every route’s requests and answers are as Neon describes them', async (context) => {
  if (described === undefined) return context.skip(absent);
  await using standIn = await startForTest({ limits: { branches: 20, rootBranches: 10 } });
  const { send, problems, covered } = drive(standIn, described);
  const base = `/projects/${standIn.projectId}`;
  const change = async (method: string, path: string, body?: unknown) => {
    const answer = await send(method, path, body);
    await standIn.idle();
    return answer;
  };
  await send('GET', '/projects');
  await send('GET', '/auth');
  await send('GET', '/users/me');
  await send('GET', base);
  await change('PATCH', base, {
    project: { name: 'renamed', settings: { allowed_ips: { ips: ['192.0.2.0/24'] } } },
  });

  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const created = await change('POST', `${base}/branches`, {
    branch: { name: 'one', expires_at: expiresAt },
    endpoints: [{ type: 'read_write', suspend_timeout_seconds: 300, autoscaling_limit_max_cu: 2 }],
    annotation_value: { repository: 'acme/shop' },
  });
  const branch = `${base}/branches/${at(created, 'branch.id')}`;
  await send('GET', `${base}/branches?limit=1&sort_by=name&sort_order=asc`);
  await send('GET', `${base}/branches/count?search=one`);
  await send('GET', branch);
  await change('PATCH', branch, { branch: { name: 'uno', expires_at: null } });
  await change('POST', `${branch}/restore`, { source_branch_id: at(created, 'branch.parent_id') });
  await change('POST', `${branch}/finalize_restore`, {});
  await send('GET', `${base}/connection_uri?database_name=neondb&role_name=neondb_owner&pooled=true`);
  const operations = await send('GET', `${base}/operations?limit=2`);
  await send('GET', `${base}/operations/${at(operations, 'operations.0.id')}`);

  await send('GET', `${branch}/roles`);
  await change('POST', `${branch}/roles`, { role: { name: 'openapi_reader' } });
  await send('GET', `${branch}/roles/openapi_reader`);
  await send('GET', `${branch}/roles/openapi_reader/reveal_password`);
  await change('POST', `${branch}/roles/openapi_reader/reset_password`);
  await change('DELETE', `${branch}/roles/openapi_reader`);
  await send('GET', `${branch}/databases`);
  await change('POST', `${branch}/databases`, { database: { name: 'other', owner_name: 'neondb_owner' } });
  await send('GET', `${branch}/databases/other`);
  await change('PATCH', `${branch}/databases/other`, { database: { name: 'another' } });
  await change('DELETE', `${branch}/databases/another`);

  await send('GET', `${branch}/endpoints`);
  await send('GET', `${base}/endpoints`);
  const added = await change('POST', `${base}/endpoints`, {
    endpoint: { branch_id: at(created, 'branch.id'), type: 'read_only' },
  });
  const endpoint = `${base}/endpoints/${at(added, 'endpoint.id')}`;
  await send('GET', endpoint);
  await change('PATCH', endpoint, { endpoint: { suspend_timeout_seconds: -1 } });
  for (const verb of ['suspend', 'start', 'restart']) await change('POST', `${endpoint}/${verb}`);
  await change('DELETE', endpoint);

  const masked = await change('POST', `${base}/branch_anonymized`, {
    branch_create: { branch: { name: 'masked' }, endpoints: [{ type: 'read_write' }] },
    masking_rules: [],
    start_anonymization: false,
  });
  const anonymized = `${base}/branches/${at(masked, 'branch.id')}`;
  const rule = { database_name: 'neondb', schema_name: 'public', table_name: 't', column_name: 'c' };
  await send('GET', `${anonymized}/anonymized_status`);
  await send('PATCH', `${anonymized}/masking_rules`, { masking_rules: [{ ...rule, masking_value: 'x' }] });
  await send('GET', `${anonymized}/masking_rules`);
  await send('POST', `${anonymized}/anonymize`);

  const root = `${base}/branches/${at(created, 'branch.parent_id')}`;
  const snapshot = await change('POST', `${root}/snapshot?name=before&expires_at=2099-01-01T00:00:00Z`);
  await send('GET', `${base}/snapshots`);
  await change('DELETE', `${base}/snapshots/${at(snapshot, 'snapshot.id')}`);

  await change('DELETE', branch);
  await send('GET', `${base}/branches?include_deleted=true`);
  await change('POST', `${branch}/recover`);
  await change('DELETE', branch);
  expect((await send('DELETE', branch)).status).toBe(204);
  expect((await send('GET', branch)).status).toBe(404);
  expect((await send('POST', `${base}/branches`, { branch: { name: 'main' } })).status).toBe(409);
  await change('POST', `${anonymized}/set_as_default`);

  expect(problems).toEqual([]);
  expect(
    routes.map(({ method, path }) => `${method} ${path}`).filter((route) => !covered.has(route)),
  ).toEqual([]);
  expect(standIn.warnings).toEqual([]);
});

test('the check itself notices a wrong type, a missing field and an invented one', (context) => {
  if (described === undefined) return context.skip(absent);
  const exchange = { method: 'GET', route: '/projects/:project/branches/count', status: 200 };
  expect(described.problems({ ...exchange, body: { count: 1 } })).toEqual([]);
  expect(described.problems({ ...exchange, body: { count: 'one' } })).toEqual(['/count must be integer']);
  expect(described.problems({ ...exchange, body: {} })).toEqual([" must have required property 'count'"]);
  expect(described.problems({ ...exchange, body: { count: 1, more: 2 } })).toEqual([
    '/more is not described',
  ]);
});
