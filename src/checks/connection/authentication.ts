import type { Finding } from '../../report/finding.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { AuthenticationMethod } from './authentication-request.ts';
import {
  type Connected,
  type ConnectionFacts,
  type ConnectionRule,
  connectedTargets,
  subjectOf,
} from './input.ts';
import type { TargetFacts } from './target.ts';

const info: RuleInfo = {
  id: 'weak-authentication',
  title: 'The way of logging in is weak',
  severity: 'warning',
  why: 'MD5 hashes are as good as the password to whoever steals them, and PostgreSQL 18 announces their removal; a password sent as it is can be read by whoever ends the TLS connection. A server that asks for nothing is an error, but for one on this machine (a service container), where it is a warning.',
  docs: 'https://www.postgresql.org/docs/current/auth-password.html',
};

function find(facts: ConnectionFacts) {
  return connectedTargets(facts).flatMap((target) => {
    const method = methodUsed(target.facts);
    return method === undefined ? [] : describe(method, target);
  });
}

/** Over TLS when the server has it, as the connection itself; undefined when it could not be seen. */
export function methodUsed({ withTls, withoutTls }: TargetFacts): AuthenticationMethod | undefined {
  if (withTls?.kind === 'asked') return withTls.method;
  return withoutTls?.kind === 'asked' ? withoutTls.method : undefined;
}

const scram = `SET password_encryption = 'scram-sha-256';
-- then set the password of each role again (\\password in psql sends the hash alone), and say scram-sha-256 in pg_hba.conf`;

function describe({ name }: AuthenticationMethod, target: Connected): readonly Finding[] {
  const subject = subjectOf(target);
  switch (name) {
    case 'none':
      return [
        findingOf(info, {
          subject,
          severity: target.facts.isLocal ? 'warning' : 'error',
          message: 'The server lets this role in without a password.',
          evidence: 'It answered the start-up message with AuthenticationOk (`trust`).',
          fix: 'Say `scram-sha-256` in place of `trust` in pg_hba.conf; for the postgres image leave POSTGRES_HOST_AUTH_METHOD away.',
        }),
      ];
    case 'md5':
      return [
        findingOf(info, {
          subject,
          message: 'The password is proved by MD5.',
          evidence: 'The server sent AuthenticationMD5Password.',
          fix: scram,
        }),
      ];
    case 'password':
      return [
        findingOf(info, {
          subject,
          message: 'The password itself is sent to the server.',
          evidence: 'The server sent AuthenticationCleartextPassword.',
          fix: scram,
        }),
      ];
    default:
      return [];
  }
}

export const weakAuthentication: ConnectionRule = { info, find };
