import type { Transport } from '../../../../src/migrations/script-batch.ts';

/** A pending migration (or several) on the base schema, and what the rules say of it: `rule subject`. */
export interface CorpusCase {
  readonly title: string;
  readonly sql: string | readonly string[];
  readonly finds: readonly string[];
  /** Default: `statements`. */
  readonly transport?: Transport;
  /** Default: 180001. */
  readonly serverVersion?: number;
  /** Major version of Postgres that can run it, where not all can. */
  readonly since?: number;
  /** The server leaves more behind than the model knows. */
  readonly isMore?: boolean;
  /** SQLSTATE with which the test server (PostgreSQL 18) refuses it; `skip`: it needs what that server lacks. */
  readonly fails?: string;
}
