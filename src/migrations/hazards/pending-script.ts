import type { ParsedScript } from '../sql-parser.ts';

/** A migration that has not been applied. */
export interface PendingScript {
  readonly migration: string;
  /** Path of migration.sql, relative to the workspace. */
  readonly file: string;
  readonly script: string;
  readonly parsed: ParsedScript;
}
