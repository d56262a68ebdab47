import { ExternalError, UserError } from '../../errors.ts';
import {
  type ConnectionParts,
  formatConnectionUri,
  parseConnectionUri,
  secretsOf,
} from '../../postgres/connection-uri.ts';
import { isPooledUri } from '../../postgres/pooler.ts';
import type { Branch, BranchConnection, DatabaseChoice } from '../provider.ts';
import { readMark } from './annotation.ts';
import { chooseDatabase } from './database-choice.ts';
import { isLoopback } from './options.ts';
import { findReadWriteEndpoint, waitForBranch, waitUntilAnonymized } from './readiness.ts';
import type { Endpoint } from './resources.ts';
import { getConnectionUri } from './routes.ts';
import type { Session } from './session.ts';

/** The direct and the pooled URI of one database, asked of Neon, checked, and masked before anyone can show them. */
export async function connectionOf(
  session: Session,
  branch: Branch,
  choice: DatabaseChoice,
): Promise<BranchConnection> {
  // Another job may still be making or resetting it.
  const { annotation, initSource } = await waitForBranch(session, branch.id, branch.name);
  if (readMark(annotation)?.kind === 'anonymized') await waitUntilAnonymized(session, branch.id, branch.name);
  const endpoint = await findReadWriteEndpoint(session, branch.id);
  if (endpoint === undefined)
    throw new UserError(`The branch "${branch.name}" has no read_write endpoint to connect to.`, {
      hint: 'Run `create-branch` for it, which adds one, or add a compute in the console.',
    });
  const chosen = await chooseDatabase(session, branch.id, choice);
  const ask = { branchId: branch.id, endpointId: endpoint.id, ...chosen };
  const [direct, pooled] = await Promise.all([
    getConnectionUri(session, { ...ask, pooled: false }).then((uri) => receive(session, endpoint, uri)),
    getConnectionUri(session, { ...ask, pooled: true }).then((uri) => receive(session, endpoint, uri)),
  ]);
  if (isPooledUri(direct.uri))
    throw badUri(`the direct URI of the branch "${branch.name}" names the pooler (${direct.parts.host})`);
  return {
    host: direct.parts.host,
    database: direct.parts.database,
    role: direct.parts.user,
    password: direct.parts.password,
    direct: direct.uri,
    pooled: pooled.uri,
    computeSize: endpoint.computeSize,
    hasParentData: initSource !== 'schema-only' && readMark(annotation)?.kind !== 'schema-only',
  };
}

interface Received {
  readonly uri: string;
  readonly parts: ConnectionParts;
}

/** Masks first, since nothing that follows may show the URI, not even a failure. */
function receive({ context }: Session, endpoint: Endpoint, answered: string): Received {
  for (const secret of secretsOf(answered)) context.mask(secret);
  const parts = withEncryption(read(answered));
  const uri = formatConnectionUri(parts);
  for (const secret of secretsOf(uri)) context.mask(secret);
  if (parts.password === '')
    throw badUri(
      'the connection URI holds no password; does the project store passwords (`store_passwords`)?',
    );
  if (!belongsTo(endpoint, parts.host))
    throw badUri(`the connection URI leads to ${parts.host} and not to the branch's endpoint ${endpoint.id}`);
  return { uri, parts };
}

function read(answered: string): ConnectionParts {
  try {
    return parseConnectionUri(answered);
  } catch {
    throw badUri('the connection URI cannot be read');
  }
}

/** Neon takes encrypted connections only. What it says about them (`sslmode`, `channel_binding`) is kept, never weakened. */
function withEncryption(parts: ConnectionParts): ConnectionParts {
  const mode = parts.parameters.get('sslmode');
  const isEncrypted = mode === 'require' || mode === 'verify-ca' || mode === 'verify-full';
  if (isEncrypted || isLoopback(parts.host)) return parts;
  return { ...parts, parameters: new Map([...parts.parameters, ['sslmode', 'require']]) };
}

/** Guards against a URI of another branch, such as the default branch's when a query parameter is not understood. */
function belongsTo(endpoint: Endpoint, host: string): boolean {
  const [label = '', ...domain] = host.split('.');
  const unpooled = [label.replace(/-pooler$/, ''), ...domain].join('.');
  return (
    unpooled === endpoint.host || host === endpoint.host || label.replace(/-pooler$/, '') === endpoint.id
  );
}

function badUri(what: string): ExternalError {
  return new ExternalError('Neon', `Neon's answer cannot be used: ${what}.`, {
    hint: 'Nothing was connected to. Look at the branch in the console, and report this if it stays.',
  });
}
