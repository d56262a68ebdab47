import { quoteIdentifier } from '../../postgres/identifier.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import {
  type Connected,
  type ConnectionFacts,
  type ConnectionRule,
  connectedTargets,
  subjectOf,
} from './input.ts';

const info: RuleInfo = {
  id: 'database-read-only',
  title: 'The database takes no writes',
  severity: 'error',
  why: 'Migrations fail with SQLSTATE 25006. Of the pooled URI it is a warning: an application may read from a replica on purpose.',
};

function find(facts: ConnectionFacts) {
  return connectedTargets(facts).flatMap((target) => {
    const reason = reasonOf(target);
    if (reason === undefined) return [];
    return findingOf(info, {
      subject: subjectOf(target),
      severity: target.name === 'direct' ? 'error' : 'warning',
      message: 'A session of this URI cannot write.',
      ...reason,
    });
  });
}

function reasonOf({ facts: { server } }: Connected) {
  if (server.isInRecovery)
    return { evidence: 'pg_is_in_recovery() is true: this is a standby or a read replica.' };
  const setting = readOnlySetting(server.settings);
  if (setting === undefined) return undefined;
  return {
    evidence: `default_transaction_read_only = on, from: ${setting.source}`,
    fix: `ALTER DATABASE ${quoteIdentifier(server.database)} RESET default_transaction_read_only;
ALTER ROLE ${quoteIdentifier(server.role)} RESET default_transaction_read_only;`,
  };
}

export function readOnlySetting(settings: Connected['facts']['server']['settings']) {
  return settings.find(({ name, value }) => name === 'default_transaction_read_only' && value === 'on');
}

export const databaseReadOnly: ConnectionRule = { info, find };
