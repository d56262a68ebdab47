/** Where a backup is restored to: an empty database, and what is known of the server that it is on. */
import type { Logger } from '../../log.ts';
import type { BackupManifest } from '../manifest.ts';
import type { Omission } from '../proof/database-facts.ts';
import type { PreparedRoles } from './restore-roles.ts';

export interface RestoreTarget extends AsyncDisposable {
  /** Direct URI of the empty database; holds a password. */
  readonly uri: string;
  readonly database: string;
  /** `server_version_num` */
  readonly serverVersion: number;
  /** For people: `embedded server, PostgreSQL 17.12`. */
  readonly description: string;
  readonly isSuperuser: boolean;
  /** Looks for the roles; missing ones are made, without a login, where that may be. What was made goes with the target. */
  prepareRoles(names: readonly string[]): Promise<PreparedRoles>;
  /** What could not be made like the source, such as its locale. */
  readonly omissions: readonly Omission[];
  /** SQLSTATEs of the errors since it was started, where the server's log can be read. */
  readonly sqlStates?: () => Promise<readonly string[]>;
}

export interface RestoreContext {
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly mask: (secret: string) => void;
  readonly environment: NodeJS.ProcessEnv;
  /** Milliseconds that one service may take to answer. */
  readonly timeoutMs: number;
  /** Folder for what is thrown away afterwards; exists. */
  readonly folder: string;
}

/** What the target is to look like: the source's server. */
export type SourceServer = BackupManifest['server'];

/** Nothing is proved of the backup: the place where it should be restored is not fit for it, or is not there. */
export class UnfitTargetError extends Error {
  override readonly name = 'UnfitTargetError';
  readonly hint: string | undefined;

  constructor(message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.hint = options.hint;
  }
}
