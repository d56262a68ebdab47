import { quoteIdentifier } from '../../postgres/identifier.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import { type ConnectionFacts, type ConnectionRule, serverOf, subjectOf } from './input.ts';

const encodingInfo: RuleInfo = {
  id: 'encoding-not-utf8',
  title: 'The database is not encoded in UTF-8',
  severity: 'warning',
  why: 'Text outside its encoding is refused, and SQL_ASCII stores whatever bytes it is given. It can only be changed by making the database anew.',
};

function findEncoding(facts: ConnectionFacts) {
  const server = serverOf(facts);
  if (server === undefined || server.facts.server.encoding === 'UTF8') return [];
  const { encoding, database } = server.facts.server;
  return [
    findingOf(encodingInfo, {
      subject: subjectOf(server),
      message: `The database is encoded in ${encoding}.`,
      evidence: `pg_database.encoding of ${database}`,
      fix: `CREATE DATABASE ${quoteIdentifier(`${database}_utf8`)} ENCODING 'UTF8' TEMPLATE template0;
-- then pg_dump and pg_restore into it`,
    }),
  ];
}

const collationInfo: RuleInfo = {
  id: 'collation-version-mismatch',
  title: 'The collation library changed under the database',
  severity: 'warning',
  why: 'The operating system or ICU sorts text in another way than when the indexes were built: lookups can miss rows, and unique indexes can let duplicates in. Rebuild the indexes on text first; refreshing the version only silences the warning.',
  docs: 'https://www.postgresql.org/docs/current/sql-altercollation.html#SQL-ALTERCOLLATION-NOTES',
};

function findCollation(facts: ConnectionFacts) {
  const server = serverOf(facts);
  if (server === undefined) return [];
  const { collation, database } = server.facts.server;
  if (collation.recorded === null || collation.actual === null) return [];
  if (collation.recorded === collation.actual) return [];
  const name = quoteIdentifier(database);
  return [
    findingOf(collationInfo, {
      subject: subjectOf(server),
      message: 'The indexes on text were built with another version of the collation library.',
      evidence: `pg_database.datcollversion is ${collation.recorded}, the library's is ${collation.actual}.`,
      fix: `REINDEX DATABASE CONCURRENTLY ${name};\nALTER DATABASE ${name} REFRESH COLLATION VERSION;`,
    }),
  ];
}

export const encodingNotUtf8: ConnectionRule = { info: encodingInfo, find: findEncoding };
export const collationVersionMismatch: ConnectionRule = { info: collationInfo, find: findCollation };
