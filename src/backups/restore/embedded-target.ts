/** A server of our own for one restore: fast, since nothing on it has to outlive a crash, and removed afterwards. */

import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { majorOf } from '../../postgres/client-program.ts';
import { withParameter } from '../../postgres/connection-uri.ts';
import { findServerFor, type ServerChoice, serverMajor } from '../../providers/postgres/binaries.ts';
import { startServer } from '../../providers/postgres/server.ts';
import { serverUser } from '../../providers/postgres/unprivileged-user.ts';
import { formatBytes } from '../../report/quantity.ts';
import { createEmptyDatabase } from './empty-database.ts';
import {
  type RestoreContext,
  type RestoreTarget,
  type SourceServer,
  UnfitTargetError,
} from './restore-target.ts';

export interface EmbeddedTargetRequest {
  readonly server: SourceServer;
  readonly database: string;
  /** Megabytes of memory that building indexes may use in all. */
  readonly maintenanceMegabytes: number;
  /** What the tables had in the source, without indexes. Where less is free nothing is begun. Default: 0. */
  readonly dataBytes?: number;
  /** Folder of initdb and postgres; undefined = what the machine has of that major version, else the next higher. */
  readonly binaries?: string | undefined;
}

/** @throws UnfitTargetError when the machine has no server that is new enough */
export async function startEmbeddedTarget(
  request: EmbeddedTargetRequest,
  context: RestoreContext,
): Promise<RestoreTarget> {
  const wanted = majorOf(request.server.versionNumber);
  const { binaries, major } = await chooseServer(request, wanted, context);
  const undo = createUndo();
  try {
    const folder = await serverFolder(context);
    undo.add(() => rm(folder, { recursive: true, force: true }));
    await requireSpace(folder, request.dataBytes ?? 0);
    const running = await startServer({
      dataDirectory: join(folder, 'data'),
      binaries,
      password: randomBytes(24).toString('base64url'),
      settings: throwAwaySettings(request.maintenanceMegabytes),
      environment: context.environment,
    });
    undo.add(() => running.stop());
    const target = await createEmptyDatabase(
      {
        serverUri: withParameter(running.uri, 'sslmode', 'disable'),
        database: request.database,
        server: request.server,
        description: 'embedded server',
        // The server goes as a whole.
        isThrownAway: false,
        roles: 'make',
      },
      context,
    );
    return {
      ...target,
      omissions: [...target.omissions, ...otherMajor(wanted, major)],
      sqlStates: () => statesInLog(join(folder, 'data.log')),
      [Symbol.asyncDispose]: undo.all,
    };
  } catch (thrown) {
    await undo.all();
    throw thrown;
  }
}

interface Undo {
  add(step: () => Promise<void>): void;
  /** The newest first; a second call does nothing. */
  all(): Promise<void>;
}

function createUndo(): Undo {
  const steps: (() => Promise<void>)[] = [];
  return {
    add: (step) => steps.push(step),
    async all() {
      for (const step of steps.splice(0).toReversed()) await step();
    },
  };
}

async function requireSpace(folder: string, dataBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= dataBytes) return;
  throw new UnfitTargetError(
    `The tables need ${formatBytes(dataBytes)} without their indexes; on the disk of ${folder} ${formatBytes(free)} are free.`,
    { hint: 'Use a larger runner, or restore `into` a server that has the room.' },
  );
}

async function chooseServer(
  { binaries }: EmbeddedTargetRequest,
  wanted: number,
  { environment }: RestoreContext,
): Promise<ServerChoice> {
  const found =
    binaries === undefined
      ? await findServerFor(wanted, environment)
      : { binaries, major: await serverMajor(binaries) };
  if (found !== undefined && found.major >= wanted) return found;
  throw new UnfitTargetError(`This machine has no PostgreSQL server of version ${wanted} or newer.`, {
    hint: `Install one (\`postgresql-${wanted}\` of apt.postgresql.org), or give \`into\` the URI of a server that runs, such as a service container \`postgres:${wanted}\`.`,
  });
}

function otherMajor(wanted: number, major: number): RestoreTarget['omissions'] {
  if (wanted === major) return [];
  return [
    {
      subject: `PostgreSQL ${wanted}`,
      reason: `this machine has no server of that version; it was restored on ${major}`,
    },
  ];
}

/** Where the server's user gets in: as root it runs as someone else. */
async function serverFolder({ folder }: RestoreContext): Promise<string> {
  const isOther = (await serverUser()) !== undefined;
  const made = await mkdtemp(join(isOther ? tmpdir() : folder, 'database-actions-restore-'));
  if (isOther) await chmod(made, 0o711);
  return made;
}

/**
 * `startServer` flushes nothing to disk already. The rest keeps WAL small, builds indexes in memory, and writes the
 * SQLSTATE of each error to the log: pg_restore does not tell it.
 */
function throwAwaySettings(maintenanceMegabytes: number): Readonly<Record<string, string>> {
  return {
    autovacuum: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '4GB',
    checkpoint_timeout: '1h',
    maintenance_work_mem: `${maintenanceMegabytes}MB`,
    shared_buffers: '256MB',
    log_line_prefix: '%e ',
    log_min_error_statement: 'panic',
    log_min_messages: 'error',
    lc_messages: 'C',
  };
}

async function statesInLog(path: string): Promise<readonly string[]> {
  const log = await readFile(path, 'utf8').catch(() => '');
  const states = log.matchAll(/^([0-9A-Z]{5}) (?:ERROR|FATAL|PANIC):/gm);
  return [...new Set([...states].map(([, state = '']) => state))];
}
