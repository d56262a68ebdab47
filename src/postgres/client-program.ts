/** pg_dump and its like on this machine: which one fits a server, by absolute path. */

export const clientProgramNames = ['pg_dump', 'pg_restore', 'pg_amcheck'] as const;
export type ClientProgramName = (typeof clientProgramNames)[number];

/** 17 of 170012, as `server_version_num` and a program's version say it. */
export function majorOf(version: number): number {
  return Math.floor(version / 10_000);
}

export interface ClientProgram {
  readonly name: ClientProgramName;
  /** Absolute. */
  readonly path: string;
  /** Like `server_version_num`: 170012 for 17.12. */
  readonly version: number;
  /** As it says itself: `pg_dump (PostgreSQL) 17.12`. */
  readonly text: string;
}
