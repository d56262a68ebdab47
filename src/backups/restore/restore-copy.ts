/** A verified archive into an empty database: what the target lacks is known before, what went wrong is told whole. */

import type { ClientProgram } from '../../postgres/client-program.ts';
import { connectWhenReady } from '../../postgres/connect.ts';
import type { PostgresConnection } from '../../postgres/connection.ts';
import { text } from '../../postgres/row.ts';
import type { BackupManifest } from '../manifest.ts';
import type { Omission } from '../proof/database-facts.ts';
import type { PreparedRoles } from './restore-roles.ts';
import { type RestoreContext, type RestoreTarget, UnfitTargetError } from './restore-target.ts';
import { listArchive, type PgRestore, type RestoreResult, restoreArchive } from './run-pg-restore.ts';
import { type ArchiveEntry, selectEntries, subjectOf } from './table-of-contents.ts';

export interface RestoreCopyRequest {
  readonly manifest: BackupManifest;
  /** The folder of the directory format, or the file of the custom one; hashes and signature are checked. */
  readonly archive: string;
  readonly program: ClientProgram;
  /** Of pg_restore: how libpq reaches the target. */
  readonly environment: PgRestore['environment'];
  readonly target: RestoreTarget;
  readonly jobs: number;
}

/** Something of the archive that did not go in. */
export interface RestoreProblem {
  /** Such as `table data public users`. */
  readonly subject: string;
  readonly message: string;
}

export interface RestoredCopy {
  readonly problems: readonly RestoreProblem[];
  /** Neither restored nor compared. */
  readonly omissions: readonly Omission[];
  /** Owners and grants are like the source's. */
  readonly hasOwners: boolean;
}

/** @throws UnfitTargetError when the target lacks something, so that nothing is said about the backup */
export async function restoreCopy(
  request: RestoreCopyRequest,
  context: RestoreContext,
): Promise<RestoredCopy> {
  const { manifest, target } = request;
  await requireExtensions(request, context);
  const run = pgRestoreOf(request, context);
  const listed = await listArchive(run);
  if (listed.kind === 'unreadable')
    return {
      problems: [{ subject: 'the archive', message: listed.message }],
      omissions: [],
      hasOwners: false,
    };
  const selection = selectEntries(listed.entries, target.isSuperuser);
  const roles = await target.prepareRoles(referredRoles(manifest, selection.entries));
  const hasOwners = target.isSuperuser && roles.missing.length === 0;
  const restored = await restoreArchive({
    ...run,
    folder: context.folder,
    database: target.database,
    jobs: manifest.dump.format === 'directory' ? request.jobs : 1,
    entries: selection.entries,
    // The target has its own disks.
    options: ['--no-tablespaces', ...(hasOwners ? [] : ['--no-owner', '--no-acl'])],
  });
  const result = withoutKnown(restored, target);
  await requireSoundTarget({ result, roles, entries: selection.entries, target }, context);
  return {
    problems: problemsOf(result, selection.entries),
    omissions: [...target.omissions, ...selection.omissions, ...ownerOmissions(roles, hasOwners)],
    hasOwners,
  };
}

/**
 * pg_restore of 17 and newer begins with `SET transaction_timeout = 0`, which an older server does not know: the one error
 * that means nothing (pg_backup_archiver.c, `_doSetFixedOutputState`).
 */
function withoutKnown(result: RestoreResult, { serverVersion }: RestoreTarget): RestoreResult {
  const isKnown = ({ entry, message }: RestoreResult['errors'][number]) =>
    serverVersion < 170_000 && entry === undefined && message.includes('"transaction_timeout"');
  const errors = result.errors.filter((error) => !isKnown(error));
  const isAll = errors.length === 0 && result.errors.length > 0 && result.exitCode === 1;
  return { ...result, errors, exitCode: isAll ? 0 : result.exitCode };
}

function pgRestoreOf(
  { program, archive, manifest, environment }: RestoreCopyRequest,
  { signal, log }: RestoreContext,
): PgRestore {
  return { program, archive, format: manifest.dump.format, environment, signal, log };
}

/**
 * Owners stand in the archive too: the manifest may be of a role that could not see them all. Where a line ends in the name
 * of a known role that is the owner, whatever blanks it has.
 */
function referredRoles(manifest: BackupManifest, entries: readonly ArchiveEntry[]): readonly string[] {
  const known = manifest.facts.roles;
  const others = entries
    .filter(({ rest }) => !known.some((role) => rest.endsWith(` ${role}`)))
    .map(({ owner }) => owner)
    .filter((owner) => owner !== '' && owner !== '-');
  return [...known, ...others];
}

function openSession(target: RestoreTarget, context: RestoreContext): Promise<PostgresConnection> {
  return connectWhenReady({
    uri: target.uri,
    applicationName: 'database-actions/restore',
    signal: context.signal,
    timeoutMs: context.timeoutMs,
    log: context.log,
  });
}

async function requireExtensions(
  { manifest, target }: RestoreCopyRequest,
  context: RestoreContext,
): Promise<void> {
  const wanted = manifest.facts.extensions.map(({ name }) => name);
  await using session = await openSession(target, context);
  const rows = await session.query('SELECT name::text AS name FROM pg_catalog.pg_available_extensions');
  const available = new Set(rows.map((row) => text(row, 'name')));
  const missing = wanted.filter((name) => !available.has(name));
  if (missing.length === 0) return;
  throw new UnfitTargetError(
    `The ${target.description} does not have the ${missing.length === 1 ? 'extension' : 'extensions'} ${missing.join(', ')}, which the backup needs.`,
    {
      hint: 'Restore `into` a server that has it: a service container whose image brings it along, or `neon`.',
    },
  );
}

interface Ended {
  readonly result: RestoreResult;
  readonly roles: PreparedRoles;
  readonly entries: readonly ArchiveEntry[];
  readonly target: RestoreTarget;
}

/** Classes of SQLSTATE that speak of the machine: resources, operator's intervention, the system under the server. */
const machineStates = /^(53|57P|58)/;

/** An error that comes from the target proves nothing about the backup. */
async function requireSoundTarget(ended: Ended, context: RestoreContext): Promise<void> {
  const { result, roles, target } = ended;
  if (result.exitCode === 0 && result.errors.length === 0) return;
  const states = (await target.sqlStates?.()) ?? [];
  const ofMachine = states.filter((state) => machineStates.test(state));
  const [first] = result.errors;
  if (ofMachine.length > 0)
    throw new UnfitTargetError(
      `The ${target.description} could not hold the restore: ${first?.message ?? 'it broke off'} (SQLSTATE ${ofMachine.join(', ')}).`,
      {
        hint: 'Mostly the disk or the memory is full: give the job a larger runner, or restore `into` another server.',
      },
    );
  if (result.done === 0)
    throw new UnfitTargetError(
      `pg_restore did not come to restore anything: ${first?.message ?? result.tail.at(-1) ?? 'it said nothing'}.`,
    );
  // Throws what cannot be reached: the server went away under the restore.
  await using session = await openSession(target, context);
  await session.query('SELECT 1');
  const refused = entriesWithErrors(ended).filter(({ kind }) => kind === 'POLICY');
  if (roles.missing.length > 0 && refused.length > 0)
    throw new UnfitTargetError(
      `${refused.length} policies need roles that the target does not have and this role may not make: ${roles.missing.join(', ')}.`,
      { hint: 'Give a target whose role has CREATEROLE, or make those roles (NOLOGIN) beforehand.' },
    );
}

function entriesWithErrors({ result, entries }: Ended): readonly ArchiveEntry[] {
  const numbers = new Set(result.errors.map(({ entry }) => entry));
  return entries.filter(({ id }) => numbers.has(id));
}

function problemsOf(result: RestoreResult, entries: readonly ArchiveEntry[]): readonly RestoreProblem[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const problems = result.errors.map(({ entry, message }) => {
    const found = entry === undefined ? undefined : byId.get(entry);
    return { subject: found === undefined ? 'pg_restore' : subjectOf(found), message };
  });
  if (problems.length > 0 || result.exitCode === 0) return problems;
  return [
    {
      subject: 'pg_restore',
      message: `ended with code ${result.exitCode}: ${result.tail.at(-1) ?? 'it said nothing'}`,
    },
  ];
}

function ownerOmissions({ missing }: PreparedRoles, hasOwners: boolean): readonly Omission[] {
  if (hasOwners) return [];
  const why =
    missing.length === 0
      ? 'the role of the target is no superuser'
      : `the target does not have the roles ${missing.join(', ')}`;
  return [{ subject: 'owners and grants', reason: `restored without them: ${why}` }];
}
