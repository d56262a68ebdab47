/** What the documentation says about refused data. */
import type { RuleInfo } from '../../report/rule.ts';
import type { DataRefusal } from '../rehearsal/rehearsal.ts';

const constraints = 'https://www.postgresql.org/docs/current/ddl-constraints.html';

export const dataRules: Readonly<Record<DataRefusal['kind'], RuleInfo>> = {
  'not null': {
    id: 'data-refuses-not-null',
    title: 'Rows lack a value that the migration demands',
    severity: 'error',
    why: 'NOT NULL, and a primary key, are refused as long as one row has no value. The migration fails on data like that of this branch, in the middle of a deployment.',
    docs: `${constraints}#DDL-CONSTRAINTS-NOT-NULL`,
  },
  unique: {
    id: 'data-refuses-unique',
    title: 'Rows repeat a value that the migration makes unique',
    severity: 'error',
    why: 'A unique index is not built over rows that repeat each other. Built CONCURRENTLY, it stays behind invalid, slows down writes and must be dropped.',
    docs: 'https://www.postgresql.org/docs/current/indexes-unique.html',
  },
  'foreign key': {
    id: 'data-refuses-foreign-key',
    title: 'Rows refer to rows that do not exist',
    severity: 'error',
    why: 'A foreign key is refused as long as one reference leads nowhere. Such rows are usual where the application alone kept them in order.',
    docs: `${constraints}#DDL-CONSTRAINTS-FK`,
  },
  check: {
    id: 'data-refuses-check',
    title: 'Rows do not fulfil a new condition',
    severity: 'error',
    why: 'A CHECK constraint, and one of a domain, is refused as long as one row does not fulfil it.',
    docs: `${constraints}#DDL-CONSTRAINTS-CHECK-CONSTRAINTS`,
  },
  cast: {
    id: 'data-refuses-cast',
    title: 'Values cannot be converted',
    severity: 'error',
    why: 'A change of type, a generated column and the expression of an index are worked out for every row: one value that is too long, out of range or of another form ends the migration.',
    docs: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE',
  },
  exclusion: {
    id: 'data-refuses-exclusion',
    title: 'Rows exclude each other',
    severity: 'error',
    why: 'An EXCLUDE constraint is refused as long as two rows are in conflict, such as overlapping periods.',
    docs: `${constraints}#DDL-CONSTRAINTS-EXCLUSION`,
  },
  partition: {
    id: 'data-refuses-partition',
    title: 'Rows are on the wrong side of a partition’s bounds',
    severity: 'error',
    why: 'A table is attached only if all of its rows lie within the bounds, and no partition is made for rows that the default partition holds already.',
    docs: 'https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE',
  },
};

/** In the order of the documentation. */
export const dataRuleList: readonly RuleInfo[] = Object.values(dataRules);
