/** What is granted to PUBLIC: to every role that can connect, those that are made tomorrow too. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier, displayName, qualifiedName } from '../../postgres/object-name.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { SchemaFacts, SchemaRule } from './facts.ts';

const tableInfo: RuleInfo = {
  id: 'table-granted-to-public',
  title: 'A table is granted to everybody',
  severity: 'warning',
  why: 'PUBLIC is every role that can connect, now and later. That a table may only be read is a notice.',
  docs: 'https://www.postgresql.org/docs/current/ddl-priv.html',
};

function findTables(facts: SchemaFacts) {
  return facts.catalog.publicGrants.flatMap(({ table: oid, privileges }) => {
    const table = facts.relations.get(oid);
    if (table === undefined) return [];
    return findingOf(tableInfo, {
      severity: privileges.every((privilege) => privilege === 'SELECT') ? 'notice' : 'warning',
      subject: displayName(table),
      message: `Every role has ${privileges.join(', ')} on it.`,
      evidence: 'Granted to PUBLIC.',
      fix: `REVOKE ${privileges.join(', ')} ON ${qualifiedName(table)} FROM PUBLIC;`,
    });
  });
}

const schemaInfo: RuleInfo = {
  id: 'schema-open-to-public',
  title: 'Everybody may create in a schema',
  severity: 'warning',
  levels: { supabase: 'error', strict: 'error' },
  why: 'Any role can put a function or table there that others run or read by its bare name (CVE-2018-1058). Databases that were made before PostgreSQL 15 keep this grant on `public` through every upgrade.',
  docs: 'https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATTERNS',
};

function findSchemas({ catalog }: SchemaFacts) {
  return catalog.openSchemas.map((schema) =>
    findingOf(schemaInfo, {
      subject: displayIdentifier(schema),
      message: 'Every role may create tables and functions in this schema.',
      evidence: 'CREATE is granted to PUBLIC.',
      fix: `REVOKE CREATE ON SCHEMA ${quoteIdentifier(schema)} FROM PUBLIC;`,
    }),
  );
}

export const tableGrantedToPublic: SchemaRule = { info: tableInfo, find: findTables };
export const schemaOpenToPublic: SchemaRule = { info: schemaInfo, find: findSchemas };
