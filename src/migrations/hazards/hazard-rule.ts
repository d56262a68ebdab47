/** What a rule is, and what it is given. */
import type { Severity } from '../../report/finding.ts';
import type { RuleInfo } from '../../report/rule.ts';
import type { SqlParser, SqlStatement } from '../sql-parser.ts';
import type { Operation } from './operation.ts';
import type { SchemaView, TableModel } from './schema-model.ts';
import type { ScriptSource } from './script-source.ts';
import type { Place } from './transactions.ts';

export interface HazardInfo extends RuleInfo {
  /**
   * What the danger rests on. `rewrite` and `scan` last as long as the table is large, so on a small table they are a
   * notice; a brief `lock` is dangerous by what waits behind it; `meaning` is a change of what the database says.
   */
  readonly danger: 'rewrite' | 'scan' | 'lock' | 'meaning';
}

/** A rule applies to an operation. */
export interface Detection {
  readonly rule: HazardInfo;
  /** The rule's own where left away. */
  readonly severity?: Severity;
  readonly subject: string;
  readonly message: string;
  /** SQL, with its explanations as comments. */
  readonly fix: string;
  /** The table whose lock, size and rewrite matter. */
  readonly table?: TableModel;
  /** Others that it speaks of too, so that nothing else need. */
  readonly others?: readonly TableModel[];
  readonly evidence?: string;
  /** False: it depends on what cannot be known here, and a measurement that contradicts settles it. */
  readonly isCertain?: boolean;
}

/** A statement of a pending migration with all that is known about its place. */
export interface Step {
  readonly migration: string;
  readonly statement: SqlStatement;
  /** Place among the statements of its script, from 0. */
  readonly index: number;
  readonly source: ScriptSource;
  readonly operations: readonly Operation[];
  readonly place: Place;
}

export interface RuleContext {
  /** As it is before the operation. */
  readonly model: SchemaView;
  readonly parser: SqlParser;
  readonly serverMajor: number;
  readonly step: Step;
  /** The operations that come after, in this statement and those behind it, to the last pending migration. */
  later(): Iterable<Readonly<{ operation: Operation; step: Step }>>;
}

/** A family of rules: they look at the same kinds of statements. */
export interface HazardFamily {
  readonly rules: readonly HazardInfo[];
  find(operation: Operation, context: RuleContext): readonly Detection[];
}

/** For messages and links. */
export const links = {
  alterTable: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
  alterType: 'https://www.postgresql.org/docs/current/sql-altertype.html',
  indexConcurrently:
    'https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY',
  locks: 'https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES',
  mapping: 'https://www.prisma.io/docs/orm/prisma-schema/data-model/database-mapping',
} as const;
