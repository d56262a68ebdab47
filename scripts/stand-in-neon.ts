/**
 * Starts the stand-in for the Neon API alone:
 * `npm run stand-in:neon -- [--port 4010] [--postgres-url postgresql://…] [--copy-of <database>] [--api-key …]`.
 * Without `--postgres-url` it starts an embedded Postgres server, which goes when the stand-in does.
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../src/providers/postgres/server.ts';
import { type NeonStandIn, startNeonStandIn } from '../test/stand-ins/neon/stand-in.ts';
import { runCommand } from './command-line.ts';

const usage = `Usage: npm run stand-in:neon -- [options]

  --port <n>             of the API; default: a free one
  --api-key <text>       default: neon-stand-in-key
  --project <id>         default: stand-in-project
  --postgres-url <uri>   a superuser's; default: an embedded server is started
  --copy-of <database>   of that server: what the branch "main" holds; default: nothing
  --operation-ms <n>     how long each operation takes at least; default: 200
  --cold-start-ms <n>    how long a suspended endpoint takes to wake; default: 300`;

function readOptions() {
  return parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      'api-key': { type: 'string' },
      project: { type: 'string', default: 'stand-in-project' },
      'postgres-url': { type: 'string' },
      'copy-of': { type: 'string' },
      'operation-ms': { type: 'string', default: '200' },
      'cold-start-ms': { type: 'string', default: '300' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  }).values;
}

interface Postgres extends AsyncDisposable {
  readonly uri: string;
}

async function givenOrEmbedded(given: string | undefined): Promise<Postgres> {
  if (given !== undefined) return { uri: given, async [Symbol.asyncDispose]() {} };
  const folder = await mkdtemp(join(tmpdir(), 'neon-stand-in-'));
  await chmod(folder, 0o755);
  const server = await startServer({
    dataDirectory: join(folder, 'data'),
    password: randomBytes(18).toString('base64url'),
    environment: process.env,
  });
  return {
    uri: server.uri,
    async [Symbol.asyncDispose]() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function describe(standIn: NeonStandIn): string {
  const control = standIn.url.replace('/api/v2', '/_control');
  return `A stand-in for the Neon API is running. Ctrl-C stops it and drops its databases.

  neon-api-url      ${standIn.url}
  neon-api-key      ${standIn.apiKey}
  neon-project-id   ${standIn.projectId}

  branch "main"     ${standIn.uri()}
  pooled            ${standIn.uri({ pooled: true })}

  curl -H 'Authorization: Bearer ${standIn.apiKey}' ${standIn.url}/projects/${standIn.projectId}/branches
  curl ${control}/requests                       the calls so far
  curl ${control}/faults -d '{"path":"/projects/*/branches","method":"POST","status":503,"times":2}'
  curl ${control}/advance -d '{"seconds":86400}'    a day passes
`;
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

async function main(): Promise<void> {
  const values = readOptions();
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port is "${values.port}"; it must be a whole number from 0 (any free one) to 65535.`);
  if (values.help) return console.log(usage);
  await using postgres = await givenOrEmbedded(values['postgres-url']);
  const copyOf = values['copy-of'];
  await using standIn = await startNeonStandIn({
    postgresUri: postgres.uri,
    port,
    ...(values['api-key'] === undefined ? {} : { apiKey: values['api-key'] }),
    projects: [
      { id: values.project, databases: [{ name: 'neondb', ...(copyOf === undefined ? {} : { copyOf }) }] },
    ],
    timings: {
      operationMs: Number(values['operation-ms']),
      coldStartMs: Number(values['cold-start-ms']),
      anonymizeMs: 500,
    },
  });
  console.log(describe(standIn));
  const minute = setInterval(() => void standIn.advance(0), 60_000);
  await untilStopped();
  clearInterval(minute);
}

await runCommand(main);
