/** What a history says before anything is applied: reasons not to start, and things to warn of. */
import { createHash } from 'node:crypto';
import { ExternalError, errorMessage, UserError } from '../errors.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import { numeric, text } from '../postgres/row.ts';
import type { Finding } from '../report/finding.ts';
import { type EngineTask, observerOpenerOf } from './engine-task.ts';
import { failedNames, type HistoryRow, pendingNames } from './history.ts';
import type { MigrationFile, MigrationFolder } from './migration-files.ts';

/** @throws UserError for what Prisma would refuse, but with the way out. */
export function assertMayStart(
  { request, folder }: Pick<EngineTask, 'request' | 'folder'>,
  history: readonly HistoryRow[] | undefined,
): void {
  assertPostgresLock(folder);
  const failed = failedNames(history);
  if (failed.length > 0) throw unresolved(failed);
  const names = folder.migrations.map(({ name }) => name);
  const pending = new Set(pendingNames(names, history));
  assertNoByteOrderMark(folder.migrations.filter(({ name }) => pending.has(name)));
  if (request.baseline !== undefined && !names.includes(request.baseline))
    throw new UserError(`There is no migration "${request.baseline}" to baseline to.`, {
      hint: `The migrations are: ${names.join(', ') || 'none'}.`,
    });
}

/** The same as Prisma's P3009. */
function unresolved(names: readonly string[]): UserError {
  const commands = names.map((name) => `npx prisma migrate resolve --rolled-back "${name}"`);
  return new UserError(`The database's history holds a failed migration: ${names.join(', ')} (P3009).`, {
    hint: `No migration runs until it is resolved. On a preview branch, reset the branch. Elsewhere undo what it left behind, then run ${commands.join(' and ')} (or --applied, if you finished it by hand).`,
    docs: 'https://pris.ly/d/migrate-resolve',
  });
}

/** The same as Prisma's P3019, before a connection is asked for anything. */
function assertPostgresLock({ lockfile, directory }: MigrationFolder): void {
  const provider = /^\s*provider\s*=\s*"([^"]*)"/m.exec(lockfile ?? '')?.[1];
  if (provider === undefined || provider === 'postgresql' || provider === 'postgres') return;
  throw new UserError(`The migrations in ${directory} are for "${provider}", not for PostgreSQL (P3019).`, {
    hint: 'migration_lock.toml names the provider. Point the `migrations` input at the migrations for PostgreSQL.',
    docs: 'https://pris.ly/d/migrate-provider-switch',
  });
}

function assertNoByteOrderMark(pending: readonly MigrationFile[]): void {
  const marked = pending.filter(({ script }) => script.startsWith('\uFEFF')).map(({ name }) => name);
  if (marked.length === 0) return;
  throw new UserError(
    `${marked.join(', ')}: migration.sql begins with a byte order mark, which Postgres rejects.`,
    {
      hint: 'Save the file as UTF-8 without BOM. Nothing was applied.',
    },
  );
}

/** Prisma hashes the script as it is, and also accepts it with the other line endings. */
function checksumsOf(script: string): readonly string[] {
  const unix = script.replaceAll('\r\n', '\n');
  return [script, unix, unix.replaceAll('\n', '\r\n')].map((text) =>
    createHash('sha256').update(text, 'utf8').digest('hex'),
  );
}

/** Applied migrations that were edited since, and applied migrations that this checkout does not have. */
export function historyFindings(
  folder: MigrationFolder,
  history: readonly HistoryRow[] | undefined,
): readonly Finding[] {
  const { edited, missing } = divergedRows(folder, history);
  return [
    ...edited.map(({ name }) => editedFinding(name)),
    ...missing.map(({ name }) => missingFinding(name)),
  ];
}

/** Applied migrations whose file is another one now, and those that have no file. */
export function divergedRows(folder: MigrationFolder, history: readonly HistoryRow[] | undefined) {
  const files = new Map(folder.migrations.map((file) => [file.name, file]));
  const applied = (history ?? []).filter(({ finished, rolledBack }) => finished && !rolledBack);
  const edited = applied.filter(({ name, checksum }) => {
    const file = files.get(name);
    return file !== undefined && !checksumsOf(file.script).includes(checksum);
  });
  return { edited, missing: applied.filter(({ name }) => !files.has(name)) };
}

function editedFinding(name: string): Finding {
  return {
    rule: 'migration-edited',
    severity: 'warning',
    subject: name,
    message: 'This migration was edited after it had been applied to this database. The edit was not run.',
    fix: 'If it is new in this pull request, reset the preview branch, so that the edited one runs. Otherwise restore the file and put the change into a new migration.',
  };
}

function missingFinding(name: string): Finding {
  return {
    rule: 'migration-missing',
    severity: 'warning',
    subject: name,
    message:
      'The database has this migration, the checkout does not: the branch is behind, or the migration was renamed or deleted.',
    fix: 'Merge the base branch, or reset the preview branch if the migration was only ever applied here.',
  };
}

interface Refusal {
  readonly thrown: unknown;
  readonly code: string | undefined;
  readonly task: EngineTask;
  /** The engine's own. */
  readonly connection: PostgresConnection;
}

/** The engine refused before any migration ran: its codes in the words of this action. */
export async function startRefused({ thrown, code, task, connection }: Refusal): Promise<Error> {
  if (code === 'P3005') return noHistory(task);
  if (code === 'P1002')
    return new UserError('Another migration holds the advisory lock of Prisma Migrate (P1002).', {
      hint: `${await lockHolder(task, connection)} Let it finish, then run again. A \`concurrency\` group on the workflow keeps two runs apart.`,
      docs: 'https://pris.ly/d/migrate-advisory-locking',
    });
  return new ExternalError("Prisma's schema engine", firstLine(errorMessage(thrown)), { code });
}

/** Prisma's P3005. */
export function noHistory({ folder }: Pick<EngineTask, 'folder'>): UserError {
  const names = folder.migrations.map(({ name }) => name).join(', ') || 'none';
  return new UserError('The database has tables but no migration history (P3005).', {
    hint: `If the tables came from these migrations, set \`baseline\` (with \`engine: auto\` or \`bundled\`) to the last one that is already in the database; it and all before it are then marked as applied. The migrations are: ${names}.`,
    docs: 'https://pris.ly/d/migrate-baseline',
  });
}

/** Prisma's key of the lock (https://www.prisma.io/docs/orm/prisma-migrate/workflows/development-and-production#advisory-locking). */
const advisoryLock = 72_707_369;

/** Also ends the wait of our own server process, which would take the lock as soon as it is free. */
async function lockHolder(task: EngineTask, own: PostgresConnection): Promise<string> {
  await own.cancel();
  await using observer = await observerOpenerOf(task)(task.request.directUri, 'database-actions/observer');
  const [holder] = await observer.query(
    `SELECT pid, application_name FROM pg_catalog.pg_locks JOIN pg_catalog.pg_stat_activity USING (pid)
      WHERE locktype = 'advisory' AND granted AND objid = $1
        AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`,
    [advisoryLock],
  );
  if (holder === undefined) return 'Its holder is gone by now.';
  return `It is held by pid ${numeric(holder, 'pid')} (${text(holder, 'application_name')}).`;
}

function firstLine(text: string): string {
  return text.split('\n   0: ')[0]?.trim() ?? text;
}
