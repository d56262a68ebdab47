/** Row-level security: where policies do not hold, or nothing is let through. */
import { displayIdentifier, displayName, qualifiedName } from '../../postgres/object-name.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import { listOption } from '../../report/rule-policy.ts';
import { type SchemaFacts, type SchemaRule, sizeText, topTables } from './facts.ts';

const docs = 'https://www.postgresql.org/docs/current/ddl-rowsecurity.html';

const policyWithoutInfo: RuleInfo = {
  id: 'policy-without-row-security',
  title: 'A table has policies, and row-level security is off',
  severity: 'error',
  why: 'Policies do nothing until row-level security is on: everybody who may read the table sees every row, while the schema reads as if they did not.',
  docs,
};

function findPoliciesWithout(facts: SchemaFacts) {
  return topTables(facts).flatMap((table) => {
    const names = policiesOf(facts, table.oid);
    if (table.rowSecurity || names.length === 0) return [];
    return findingOf(policyWithoutInfo, {
      subject: displayName(table),
      message: 'The policies of this table have no effect: its row-level security is off.',
      evidence: `Policies: ${names.map(displayIdentifier).join(', ')}.`,
      fix: `ALTER TABLE ${qualifiedName(table)} ENABLE ROW LEVEL SECURITY;`,
    });
  });
}

const withoutPolicyInfo: RuleInfo = {
  id: 'row-security-without-policy',
  title: 'Row-level security is on, and there is no policy',
  severity: 'notice',
  levels: { strict: 'warning' },
  why: 'Nobody but the owner and roles with BYPASSRLS sees a row. That may be what is meant (a table for the service role only); a forgotten policy looks the same.',
  docs,
};

function findWithoutPolicy(facts: SchemaFacts) {
  return topTables(facts).flatMap((table) => {
    if (!table.rowSecurity || policiesOf(facts, table.oid).length > 0) return [];
    return findingOf(withoutPolicyInfo, {
      subject: displayName(table),
      message: 'Only the owner of this table, and roles that bypass row-level security, see its rows.',
      evidence: sizeText(table),
      fix: `CREATE POLICY "name" ON ${qualifiedName(table)} FOR SELECT TO "role" USING (…);`,
    });
  });
}

function policiesOf({ catalog }: SchemaFacts, oid: number): readonly string[] {
  return catalog.policies
    .filter(({ table }) => table === oid)
    .map(({ name }) => name)
    .toSorted();
}

const exposedInfo: RuleInfo = {
  id: 'row-security-off',
  title: 'A table that an API exposes has no row-level security',
  severity: 'error',
  levels: { recommended: 'off', strict: 'off' },
  options: {
    schemas: { kind: 'list', default: ['public'], description: 'Schemas that the API exposes.' },
    roles: {
      kind: 'list',
      default: ['anon', 'authenticated'],
      description: 'Roles that the API serves requests as.',
    },
  },
  why: 'An API over the schema (Supabase, PostgREST, Neon’s Data API) hands the table to everybody who has its address. Tables that the roles of the API have no privilege on are not reported.',
  docs: 'https://supabase.com/docs/guides/database/database-advisors?lint=0013_rls_disabled_in_public',
};

function findExposed(facts: SchemaFacts) {
  const exposed = listOption(facts.policy, exposedInfo, 'schemas');
  return facts.catalog.apiGrants.flatMap(({ table: oid, roles }) => {
    const table = facts.relations.get(oid);
    if (table === undefined || !exposed.includes(table.schema)) return [];
    return findingOf(exposedInfo, {
      subject: displayName(table),
      message: `Row-level security is off, and ${roles.map(displayIdentifier).join(', ')} may reach this table.`,
      evidence: sizeText(table),
      fix: `ALTER TABLE ${qualifiedName(table)} ENABLE ROW LEVEL SECURITY;\n-- Then a policy for each role that is to see rows; without one it sees none.`,
    });
  });
}

function skipExposed({ catalog, policy }: SchemaFacts): readonly string[] {
  if (catalog.apiRoles.length > 0) return [];
  const roles = listOption(policy, exposedInfo, 'roles');
  return [
    `none of the roles ${roles.map(displayIdentifier).join(', ')} is there, so no API reads the tables`,
  ];
}

/** The roles that the catalog query asks for. */
export function apiRolesOf({ policy }: Pick<SchemaFacts, 'policy'>): readonly string[] {
  return listOption(policy, exposedInfo, 'roles');
}

const viewInfo: RuleInfo = {
  id: 'view-bypasses-row-security',
  title: 'A view shows rows past row-level security',
  severity: 'warning',
  levels: { supabase: 'error', strict: 'error' },
  why: 'A view reads as its owner, for whom the policies of the tables below do not hold: whoever may read the view sees every row. Views that nobody but the owner may read are not reported.',
  docs: 'https://www.postgresql.org/docs/current/sql-createview.html',
};

function findViews(facts: SchemaFacts) {
  return facts.catalog.bypassingViews.flatMap(({ view: oid, owner, tables }) => {
    const view = facts.relations.get(oid);
    if (view === undefined) return [];
    return findingOf(viewInfo, {
      subject: displayName(view),
      message: `This view shows rows of ${tables.join(', ')} past row-level security.`,
      evidence: `It reads as its owner ${displayIdentifier(owner)}, for whom the policies do not hold; security_invoker is off, and others may read it.`,
      fix: `ALTER VIEW ${qualifiedName(view)} SET (security_invoker = true);`,
    });
  });
}

export const policyWithoutRowSecurity: SchemaRule = { info: policyWithoutInfo, find: findPoliciesWithout };
export const rowSecurityWithoutPolicy: SchemaRule = { info: withoutPolicyInfo, find: findWithoutPolicy };
export const rowSecurityOff: SchemaRule = { info: exposedInfo, find: findExposed, skipped: skipExposed };
export const viewBypassesRowSecurity: SchemaRule = { info: viewInfo, find: findViews };
