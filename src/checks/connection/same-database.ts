import { findingOf, type RuleInfo } from '../../report/rule.ts';
import { type ConnectionFacts, type ConnectionRule, connectedTargets, subjectOf } from './input.ts';

const info: RuleInfo = {
  id: 'uris-lead-apart',
  title: 'The two URIs lead to different databases',
  severity: 'error',
  why: 'Migrations then change one database and the application uses another: the pooled URI of another branch is the usual mistake. A pooled URI of a read replica is not reported.',
};

function find(facts: ConnectionFacts) {
  const [direct, pooled] = connectedTargets(facts);
  if (direct === undefined || pooled === undefined || pooled.facts.server.isInRecovery) return [];
  if (direct.facts.server.identity === pooled.facts.server.identity) return [];
  return [
    findingOf(info, {
      subject: subjectOf(pooled),
      message: 'The pooled URI leads to another database than the direct one.',
      evidence: `Start of the server and oid of the database: ${direct.facts.server.identity} (direct), ${pooled.facts.server.identity} (pooled).`,
      fix: 'Take both URIs from the same branch.',
    }),
  ];
}

export const urisLeadApart: ConnectionRule = { info, find };
