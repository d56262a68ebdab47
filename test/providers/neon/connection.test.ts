import { expect, test } from 'vitest';
import { ExternalError, UserError } from '../../../src/errors.ts';
import type { Branch, DatabaseChoice } from '../../../src/providers/provider.ts';
import { failureOf, neonBranch, setUp } from './neon-setup.ts';
import { type ScriptedAnswer, type SeenRequest, startScriptedApi } from './scripted-api.ts';

/** What the API has; each test changes what it is about. */
interface World {
  readonly endpoints?: readonly Record<string, unknown>[];
  readonly databases?: readonly (readonly [name: string, owner: string])[];
  readonly roles?: readonly Record<string, unknown>[];
  readonly uri?: (pooled: boolean, query: URLSearchParams) => ScriptedAnswer;
}

const domain = 'eu-central-1.aws.neon.tech';
const hostile = "npg_%41/'+@:?#&é!*()";
const readWrite = {
  id: 'ep-blue-sky-1',
  branch_id: 'br-one',
  host: `ep-blue-sky-1.${domain}`,
  type: 'read_write',
  current_state: 'idle',
};
const readReplica = { ...readWrite, id: 'ep-aaa-0', host: `ep-aaa-0.${domain}`, type: 'read_only' };

function neonUri(pooled: boolean, query: URLSearchParams): ScriptedAnswer {
  const host = `${query.get('endpoint_id')}${pooled ? '-pooler' : ''}.${domain}`;
  const role = query.get('role_name');
  const uri = `postgresql://${role}:${encodeURIComponent(hostile)}@${host}/${query.get('database_name')}?sslmode=require&channel_binding=require`;
  return { body: { uri } };
}

function answerOf(world: World) {
  return ({ url }: SeenRequest): ScriptedAnswer => {
    const { pathname, searchParams } = new URL(url, 'http://x');
    if (pathname.endsWith('/endpoints'))
      return { body: { endpoints: world.endpoints ?? [readReplica, readWrite] } };
    if (pathname.endsWith('/databases')) {
      const databases = world.databases ?? [['neondb', 'neondb_owner']];
      return { body: { databases: databases.map(([name, owner_name]) => ({ name, owner_name })) } };
    }
    if (pathname.endsWith('/roles')) return { body: { roles: world.roles ?? [{ name: 'neondb_owner' }] } };
    if (pathname.endsWith('/connection_uri'))
      return (world.uri ?? neonUri)(searchParams.get('pooled') === 'true', searchParams);
    return { body: { branch: neonBranch({ id: 'br-one', name: 'preview/pr-7' }) } };
  };
}

const branch: Branch = {
  id: 'br-one',
  name: 'preview/pr-7',
  parent: undefined,
  createdAt: new Date(0),
  filledAt: new Date(0),
  expiresAt: undefined,
  isDefault: false,
  isProtected: false,
  hasChildren: false,
  owner: undefined,
  consoleUrl: undefined,
};

async function connect(world: World = {}, choice: Partial<DatabaseChoice> = {}) {
  await using server = await startScriptedApi(answerOf(world));
  const setup = setUp({ apiUrl: server.url, timeoutMs: 3_000 });
  const work = setup.provider.connection(branch, { database: undefined, role: undefined, ...choice });
  const error = await work.then(() => undefined, failureNow);
  return { ...setup, error, connection: error === undefined ? await work : undefined };
}

function failureNow(error: unknown): Error {
  if (error instanceof Error) return error;
  throw new Error('Something else than an Error was thrown.');
}

test('gives both URIs of the read_write endpoint and keeps what they say about encryption', async () => {
  const { connection } = await connect();
  expect(connection).toMatchObject({
    host: readWrite.host,
    database: 'neondb',
    role: 'neondb_owner',
    password: hostile,
  });
  expect(connection?.direct).toMatch(/@ep-blue-sky-1\.eu.*\?sslmode=require&channel_binding=require$/);
  expect(connection?.pooled).toMatch(/@ep-blue-sky-1-pooler\.eu.*\?sslmode=require&channel_binding=require$/);
});

test('masks the password raw and encoded, and both URIs, and logs none of them', async () => {
  const { masked, connection, log } = await connect();
  expect(masked).toEqual(
    expect.arrayContaining([
      hostile,
      encodeURIComponent(hostile),
      connection?.direct ?? 'no direct URI',
      connection?.pooled ?? 'no pooled URI',
    ]),
  );
  expect(log.lines.join('\n')).not.toContain('npg_');
});

test.each(['sslmode=disable', 'sslmode=prefer', 'application_name=x'])(
  'encrypts what Neon answers with ?%s',
  async (query) => {
    const uri = `postgresql://neondb_owner:secret-password@${readWrite.host}/neondb?${query}`;
    const { connection, masked } = await connect({ uri: () => ({ body: { uri } }) });
    expect(connection?.direct).toContain('sslmode=require');
    expect(masked).toContain(connection?.direct);
  },
);

test('keeps a stricter sslmode', async () => {
  const uri = `postgresql://neondb_owner:secret-password@${readWrite.host}/neondb?sslmode=verify-full`;
  expect((await connect({ uri: () => ({ body: { uri } }) })).connection?.direct).toContain(
    'sslmode=verify-full',
  );
});

test.each([
  [
    'another branch',
    `postgresql://r:secret-password@ep-production-9.${domain}/neondb`,
    /endpoint ep-blue-sky-1/,
  ],
  ['a read replica', `postgresql://r:secret-password@${readReplica.host}/neondb`, /endpoint ep-blue-sky-1/],
  ['the pooler', `postgresql://r:secret-password@ep-blue-sky-1-pooler.${domain}/neondb`, /names the pooler/],
  ['no password', `postgresql://r@${readWrite.host}/neondb`, /no password/],
  ['another protocol', `mysql://r:secret-password@${readWrite.host}/neondb`, /cannot be read/],
  ['no URI', 'secret-password', /cannot be read/],
])('refuses a direct URI of %s without showing it', async (_what, uri, expected) => {
  const { error, log, masked } = await connect({ uri: () => ({ body: { uri } }) });
  expect(error).toBeInstanceOf(ExternalError);
  expect(masked).toContain(uri);
  expect(error?.message).toMatch(expected);
  expect(`${error?.stack} ${log.lines.join('\n')}`).not.toContain('secret-password');
});

test('explains a project that stores no passwords', async () => {
  const { error } = await connect({
    uri: () => ({ status: 412, body: { code: '', message: 'no passwords' } }),
  });
  expect(error).toMatchObject({ status: 412, hint: expect.stringContaining('store_passwords') });
});

test('a branch with nothing but a read replica has no place to connect to', async () => {
  const { error } = await connect({ endpoints: [readReplica] });
  expect(error).toBeInstanceOf(UserError);
  expect(error?.message).toContain('read_write');
});

const several: World = {
  databases: [
    ['analytics', 'analyst'],
    ['neondb', 'app'],
  ],
  roles: [{ name: 'analyst' }, { name: 'app' }, { name: 'neondb_owner' }],
};

interface ChoiceCase {
  readonly what: string;
  readonly world: World;
  readonly choice?: Partial<DatabaseChoice>;
}

test.each<ChoiceCase & { readonly chosen: readonly [database: string, role: string] }>([
  {
    what: 'the only ones',
    world: { databases: [['app_db', 'x']], roles: [{ name: 'y' }] },
    chosen: ['app_db', 'y'],
  },
  { what: 'neondb and its owner among several', world: several, chosen: ['neondb', 'app'] },
  {
    what: 'the owner of the database given',
    world: several,
    choice: { database: 'analytics' },
    chosen: ['analytics', 'analyst'],
  },
  {
    what: 'those given',
    world: several,
    choice: { database: 'analytics', role: 'app' },
    chosen: ['analytics', 'app'],
  },
  {
    what: 'neondb_owner when the owner cannot log in',
    world: {
      ...several,
      roles: [
        { name: 'app', authentication_method: 'no_login' },
        { name: 'neondb_owner' },
        { name: 'other' },
      ],
    },
    chosen: ['neondb', 'neondb_owner'],
  },
])('chooses $what', async ({ world, choice, chosen: [database, role] }) => {
  const { connection, error } = await connect(world, choice);
  expect(error).toBeUndefined();
  expect(connection).toMatchObject({ database, role });
});

test.each<ChoiceCase & { readonly expected: RegExp }>([
  {
    what: 'a wrong database',
    world: several,
    choice: { database: 'Neondb' },
    expected: /"Neondb" does not exist.*"analytics", "neondb"/,
  },
  {
    what: 'a wrong role',
    world: several,
    choice: { role: 'root' },
    expected: /"root" does not exist.*"analyst", "app", "neondb_owner"/,
  },
  {
    what: 'several databases',
    world: {
      databases: [
        ['a', 'x'],
        ['b', 'x'],
      ],
    },
    expected: /2 databases.*"a", "b"/,
  },
  {
    what: 'several roles',
    world: { databases: [['a', 'gone']], roles: [{ name: 'x' }, { name: 'y' }] },
    expected: /No role.*"gone".*"x", "y"/,
  },
  { what: 'no database', world: { databases: [] }, expected: /0 databases.*none/ },
])('lists what there is for $what', async ({ world, choice, expected }) => {
  const { error } = await connect(world, choice);
  expect(error).toBeInstanceOf(UserError);
  expect(error?.message).toMatch(expected);
});

test('a wrong database is told before anything is created', async () => {
  const main = neonBranch({ default: true });
  const world = answerOf(several);
  await using server = await startScriptedApi((request) =>
    request.url.includes('/branches?')
      ? { body: { branches: [main], annotations: {}, pagination: {} } }
      : world(request),
  );
  const { provider } = setUp({ apiUrl: server.url });
  const error = await failureOf(
    provider.ensureBranch({
      name: 'preview/pr-7',
      parent: undefined,
      owner: { repository: 'neonhub/app', pullRequest: 7, key: '' },
      expiresAt: undefined,
      choice: { database: 'nope', role: undefined },
    }),
  );
  expect(error.message).toContain('"nope" does not exist');
  expect(server.requests.map(({ method }) => method)).not.toContain('POST');
});
