import { UserError } from '../../errors.ts';
import { connectWhenReady } from '../../postgres/connect.ts';
import { formatConnectionUri, secretsOf } from '../../postgres/connection-uri.ts';
import type { Branch, BranchConnection, DatabaseChoice } from '../provider.ts';
import type { Administrator } from './administrator.ts';
import { administer, entryOf, type Server } from './branch-server.ts';
import type { DatabaseBranch } from './catalog.ts';

export async function connectionTo(
  server: Server,
  branch: Branch,
  choice: DatabaseChoice,
): Promise<BranchConnection> {
  const entry = await administer(server, { doing: 'Finding the branch' }, (administrator) =>
    entryOf(server, administrator, branch.id),
  );
  for (const [input, wanted] of [['database', choice.database] as const, ['role', choice.role] as const])
    if (wanted !== undefined && wanted !== entry.branch.id)
      throw new UserError(
        `Input \`${input}\` is "${wanted}", but this branch has "${entry.branch.id}" alone.`,
        {
          hint: `On a plain server a branch is one database with one role. Leave \`${input}\` away.`,
        },
      );
  if (!entry.isReady)
    throw new UserError(
      `The branch "${branch.name}" is not finished: the run that made it ended too early.`,
      {
        hint: 'Run `create-branch` again; it takes up where that run ended.',
      },
    );
  return describeConnection(server, entry);
}

async function describeConnection(
  server: Server,
  { branch, mark }: DatabaseBranch,
): Promise<BranchConnection> {
  if (mark === undefined)
    throw new UserError(
      `The password of the database "${branch.name}" is not known: this action did not make it.`,
      {
        hint: 'Give the URI yourself with `database-url`.',
      },
    );
  const password = await server.password(branch.id, mark.salt);
  const parts = { ...server.parts, database: branch.id, user: branch.id, password };
  const direct = formatConnectionUri(parts);
  for (const secret of secretsOf(direct)) server.context.mask(secret);
  return {
    host: parts.host,
    database: branch.id,
    role: branch.id,
    password,
    direct,
    pooled: direct,
    computeSize: undefined,
    hasParentData: !server.isEmbedded,
  };
}

/** The role can log in, and the database answers. */
export async function prove(
  server: Server,
  administrator: Administrator,
  entry: DatabaseBranch,
): Promise<void> {
  const { direct } = await describeConnection(server, entry);
  await using connection = await connectWhenReady({
    uri: direct,
    applicationName: 'database-actions/provider',
    signal: server.context.signal,
    timeoutMs: administrator.deadline.remaining(),
    log: server.context.log,
  });
  await connection.query('SELECT 1');
}
