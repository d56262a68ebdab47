/** pg_restore and pg_amcheck for one backup, and whether that pg_restore may be let near the archive. */

import { UserError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import type { ClientProgram } from '../../postgres/client-program.ts';
import { majorOf } from '../../postgres/client-program.ts';
import { findClientProgram } from '../../postgres/client-programs/find-client-program.ts';
import { securityFindings } from '../../postgres/client-programs/security-findings.ts';
import { findingOf } from '../../report/rule.ts';
import { UnfitTargetError } from '../restore/restore-target.ts';
import type { DrilledBackup, DrillPrograms } from './drill-parts.ts';
import { unpatchedRestoreProgram } from './rules.ts';

export interface ProgramOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Missing client programs are installed. */
  readonly install: boolean;
  /** An unfixed pg_restore may read an archive that no signature speaks for. */
  readonly allowsUnpatched: boolean;
}

/**
 * pg_restore is at least of the version of the pg_dump that wrote the archive.
 * @throws UserError when there is none, UnfitTargetError when it has a hole and nothing proves who made the archive
 */
export async function drillPrograms(backup: DrilledBackup, options: ProgramOptions): Promise<DrillPrograms> {
  const serverMajor = majorOf(backup.manifest.dump.clientVersion);
  const restore = await findClientProgram({ ...options, name: 'pg_restore', serverMajor });
  const holes = securityFindings(restore, 'restore', backup.isSigned ? 'authenticated' : 'unauthenticated');
  const refusal = holes.find(({ severity }) => severity === 'error');
  if (refusal !== undefined && !options.allowsUnpatched)
    throw new UnfitTargetError(`${refusal.message} Nothing proves who made this archive.`, {
      hint: `${refusal.fix} Or sign the backups and give \`public-key\`, or accept it with \`allow-unpatched-pg-restore: true\`.`,
    });
  return {
    restore,
    amcheck: await findAmcheck(serverMajor, options),
    findings: holes.map(({ message, fix }) =>
      findingOf(unpatchedRestoreProgram, { severity: 'warning', subject: restore.path, message, fix }),
    ),
  };
}

/** Nothing is installed for it: without it that part of the drill is told as not done. */
async function findAmcheck(serverMajor: number, options: ProgramOptions): Promise<ClientProgram | undefined> {
  try {
    return await findClientProgram({ ...options, name: 'pg_amcheck', serverMajor, install: false });
  } catch (thrown) {
    if (thrown instanceof UserError) return undefined;
    throw thrown;
  }
}
