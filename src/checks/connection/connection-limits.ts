import { findingOf, type RuleInfo } from '../../report/rule.ts';
import { type ConnectionFacts, type ConnectionRule, serverOf, subjectOf } from './input.ts';
import type { ConnectionCounts } from './server-facts.ts';

const info: RuleInfo = {
  id: 'connections-nearly-used',
  title: 'Almost all connections are in use',
  severity: 'warning',
  why: 'The next deployment, or the next burst, is refused with SQLSTATE 53300. More than 80 % of what the server, the database or the role allows is reported.',
  docs: 'https://www.postgresql.org/docs/current/runtime-config-connection.html',
};

const warnShare = 0.8;

interface Allowance {
  readonly whose: string;
  readonly inUse: number;
  readonly limit: number;
}

function find(facts: ConnectionFacts) {
  const server = serverOf(facts);
  if (server === undefined) return [];
  return allowances(server.facts.server.connections)
    .filter(({ inUse, limit }) => inUse > limit * warnShare)
    .map(({ whose, inUse, limit }) =>
      findingOf(info, {
        subject: subjectOf(server),
        message: `${inUse} of the ${limit} connections that the ${whose} allows are in use.`,
        evidence: 'Counted in pg_stat_activity, the connections of this check included.',
        fix: 'SELECT usename, application_name, state, count(*), min(state_change) FROM pg_stat_activity WHERE datid IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 4 DESC;',
      }),
    );
}

/** Limits of the database and the role count where they are set (-1 is none). */
function allowances(counts: ConnectionCounts): readonly Allowance[] {
  const all = [
    { whose: 'server', inUse: counts.inUse, limit: counts.max - counts.reserved },
    { whose: 'database', inUse: counts.databaseInUse, limit: counts.databaseLimit },
    { whose: 'role', inUse: counts.roleInUse, limit: counts.roleLimit },
  ];
  return all.filter(({ limit }) => limit >= 0);
}

export const connectionsNearlyUsed: ConnectionRule = { info, find };
