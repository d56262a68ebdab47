/** Looks through tables and B-trees of the restored copy: damage that no query has met yet. */

import { runProgram } from '../../postgres/client-process.ts';
import type { ClientProgram } from '../../postgres/client-program.ts';
import { connectWhenReady } from '../../postgres/connect.ts';
import type { Omission } from '../proof/database-facts.ts';
import type { RestoreContext, RestoreTarget } from './restore-target.ts';

export interface AmcheckRequest {
  readonly target: RestoreTarget;
  /** pg_amcheck; undefined when this machine has none. */
  readonly program: ClientProgram | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly jobs: number;
}

export type AmcheckOutcome =
  | { readonly kind: 'done'; readonly corruption: readonly string[] }
  | { readonly kind: 'not done'; readonly omission: Omission };

const mostLines = 100;

/** Last of all that looks at the schema: it makes an extension in the copy. */
export async function runAmcheck(request: AmcheckRequest, context: RestoreContext): Promise<AmcheckOutcome> {
  const reason = await whyNot(request, context);
  if (reason !== undefined || request.program === undefined)
    return notDone(reason ?? 'there is no pg_amcheck');
  const { program, jobs, environment } = request;
  const { end, stdout } = await runProgram({
    path: program.path,
    // The database is PGDATABASE: a name here would be read as a pattern or a connection string.
    // Without --heapallindexed: the restore has just built the indexes from these very rows, and it doubles the time.
    argv: ['--install-missing', `--jobs=${jobs}`, '--no-password'],
    environment: { ...environment, LC_ALL: 'C' },
    signal: context.signal,
  });
  if (end.kind === 'exited' && end.code === 0) return { kind: 'done', corruption: [] };
  const lines = stdout
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // 2 is said of corruption alone; anything else is that it could not look.
  if (end.kind === 'exited' && end.code === 2 && lines.length > 0)
    return { kind: 'done', corruption: lines.slice(0, mostLines) };
  return notDone(`${program.text} failed: ${end.errors.split('\n', 1)[0] ?? ''}`);
}

async function whyNot(
  { target, program }: AmcheckRequest,
  context: RestoreContext,
): Promise<string | undefined> {
  if (program === undefined) return 'this machine has no pg_amcheck';
  if (!target.isSuperuser) return 'the role of the target is no superuser';
  await using session = await connectWhenReady({
    uri: target.uri,
    applicationName: 'database-actions/restore',
    signal: context.signal,
    timeoutMs: context.timeoutMs,
    log: context.log,
  });
  const found = await session.query(
    `SELECT 1 FROM pg_catalog.pg_available_extensions WHERE name = 'amcheck'`,
  );
  return found.length > 0 ? undefined : 'the server does not have the extension amcheck';
}

function notDone(reason: string): AmcheckOutcome {
  return { kind: 'not done', omission: { subject: 'structure of tables and indexes (amcheck)', reason } };
}
