import { findingOf, type RuleInfo } from '../../report/rule.ts';
import { type ConnectionFacts, type ConnectionRule, connectedTargets, subjectOf } from './input.ts';
import { poolerProof } from './pooler-signs.ts';

const directInfo: RuleInfo = {
  id: 'direct-uri-is-pooled',
  title: 'The direct URI leads to a pooler',
  severity: 'error',
  why: "Migrations need one session from beginning to end: through a pooler in transaction mode Prisma's advisory lock is taken and released on different servers' sessions, and session settings reach other clients.",
  docs: 'https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections/pgbouncer',
};

function findDirect(facts: ConnectionFacts) {
  return connectedTargets(facts).flatMap((target) => {
    const proof = poolerProof(target.facts.pooler);
    if (target.name !== 'direct' || proof === undefined) return [];
    return findingOf(directInfo, {
      subject: subjectOf(target),
      message: 'The URI for migrations goes through a pooler in transaction mode.',
      evidence: `Seen: ${proof}.`,
      fix: "Use the URI of the server itself: Neon's host without `-pooler`, Supabase's port 5432.",
    });
  });
}

const pooledInfo: RuleInfo = {
  id: 'pooled-uri-is-not-pooled',
  title: 'Nothing shows that the pooled URI leads to a pooler',
  severity: 'warning',
  why: 'Every instance of the application then takes server connections of its own, and they run out when it scales. A pooler in session mode cannot be told from the server itself, unless it hands out process ids of its own.',
};

function findPooled(facts: ConnectionFacts) {
  return connectedTargets(facts).flatMap((target) => {
    const { pooler } = target.facts;
    if (target.name !== 'pooled' || poolerProof(pooler) !== undefined || pooler.isBehindProxy) return [];
    return findingOf(pooledInfo, {
      subject: subjectOf(target),
      message: 'The pooled URI behaves like a direct one.',
      evidence:
        'Two connections got two server processes of their own, with the process ids that were announced, and the host name is not that of a known pooler.',
      fix: "Use the pooler's URI: Neon's host with `-pooler`, Supabase's port 6543, or PgBouncer's own.",
    });
  });
}

export const directUriIsPooled: ConnectionRule = { info: directInfo, find: findDirect };
export const pooledUriIsNotPooled: ConnectionRule = { info: pooledInfo, find: findPooled };
