/** A question to the data: how many rows would a statement refuse, and which. */
import type { Session } from '../../postgres/catalog-transaction.ts';
import type { StatementRef } from '../rehearsal/hazard.ts';
import type { RelationRef } from '../rehearsal/measurement.ts';
import type { DataRefusal } from '../rehearsal/rehearsal.ts';
import type { SqlParser, SqlStatement } from '../sql-parser.ts';
import type { Question } from './question.ts';

/** A pending migration, parsed. */
export interface PlannedScript {
  readonly migration: string;
  /** Path of migration.sql relative to the workspace. */
  readonly file: string | undefined;
  readonly script: string;
  readonly statements: readonly SqlStatement[];
}

export interface PlanContext {
  /** Schemas that exist, in order, as `current_schemas(false)` gives them in the migrating session. */
  readonly searchPath: readonly string[];
  readonly parser: SqlParser;
}

/** What of a table an answer rests on. Whether there are rows at all is always part of it. */
export interface Reads {
  readonly oid: number;
  readonly columns: readonly string[] | 'all';
}

/** An earlier statement that changes what the answer rests on. */
export interface Dependency {
  readonly migration: string;
  readonly line: number;
}

/** What one kind of check knows before it is tied to its statement. */
export interface CheckDraft {
  readonly kind: DataRefusal['kind'];
  readonly table: RelationRef;
  readonly columns: readonly string[];
  readonly reads: readonly Reads[];
  /** Functions and types, by their names, of the migration's expressions. */
  readonly uses: readonly string[];
  /** What is wrong with one row, and with many: `has "email" null`, `have "email" null`. */
  readonly complaint: { readonly one: string; readonly many: string };
  /** What will fail, such as `SET NOT NULL`. */
  readonly operation: string;
  /** Where the SQL needs facts of the database that the catalog does not hold, it is written when it is asked. */
  readonly question: Question | ((session: Session) => Promise<Question>);
  /** SELECT that shows the rows; undefined: by their keys. */
  readonly look: string | undefined;
  /** How to mend them: SQL comments, to be uncommented and completed. */
  readonly mend: readonly string[];
}

export interface DataCheck extends CheckDraft {
  readonly statement: StatementRef;
  readonly file: string | undefined;
  /** Of the statement's first token, from 1. */
  readonly line: number;
  readonly searchPath: readonly string[];
  /** Set: asking makes sense only once that earlier statement has run. */
  readonly dependsOn: Dependency | undefined;
}
