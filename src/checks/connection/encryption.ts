import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { Handshake } from './handshake.ts';
import { type ConnectionFacts, type ConnectionRule, connectedTargets, needsTls, subjectOf } from './input.ts';

const sslDocs = 'https://www.postgresql.org/docs/current/libpq-ssl.html';

const unencryptedInfo: RuleInfo = {
  id: 'connection-not-encrypted',
  title: 'The connection is not encrypted',
  severity: 'error',
  why: 'Everything but a SCRAM password can be read and changed on the way. Local hosts are left out unless TLS is required.',
  docs: sslDocs,
};

function findUnencrypted(facts: ConnectionFacts) {
  return connectedTargets(facts)
    .filter((target) => target.facts.tls === undefined && needsTls(target, facts.limits))
    .map((target) => {
      const offered = presentedOf(target.facts.withTls) !== undefined;
      return findingOf(unencryptedInfo, {
        subject: subjectOf(target),
        message: 'This URI leads to a connection without TLS.',
        evidence: offered
          ? 'The server offers TLS; the URI does not ask for it.'
          : 'The server offers no TLS.',
        fix: offered
          ? 'Add sslmode=verify-full (or at least sslmode=require) to the URI.'
          : 'Turn TLS on at the server (ssl = on, with a certificate), then use sslmode=verify-full in the URI.',
      });
    });
}

const plainTextInfo: RuleInfo = {
  id: 'plain-text-accepted',
  title: 'The server accepts clients without TLS',
  severity: 'warning',
  why: 'One client with the wrong sslmode is enough to send data in the clear, and nobody will notice. An error where `require-tls` is set. Found by asking for a connection without TLS: the server should refuse.',
  docs: 'https://www.postgresql.org/docs/current/auth-pg-hba-conf.html',
};

function findPlainText(facts: ConnectionFacts) {
  return connectedTargets(facts)
    .filter((target) => target.facts.withoutTls?.kind === 'asked' && needsTls(target, facts.limits))
    .map((target) =>
      findingOf(plainTextInfo, {
        subject: subjectOf(target),
        severity: facts.limits.requireTls === true ? 'error' : 'warning',
        message: 'The server went on to ask for the password of a client that had not asked for TLS.',
        evidence: 'A connection without TLS was not refused.',
        fix: 'Own server: only `hostssl` lines in pg_hba.conf (or `hostnossl all all all reject` as the first). Supabase: turn on "Enforce SSL on incoming connections".',
      }),
    );
}

const unverifiedInfo: RuleInfo = {
  id: 'certificate-not-verified',
  title: "The server's certificate is not verified",
  severity: 'warning',
  why: 'Encryption without a known certificate does not tell the server from somebody in between. Verified against the public authorities that Node knows, or against `sslrootcert` of the URI, and the host name.',
  docs: sslDocs,
};

function findUnverified(facts: ConnectionFacts) {
  return connectedTargets(facts).flatMap((target) => {
    const presented = presentedOf(target.facts.withTls) ?? target.facts.tls;
    if (presented?.problem === undefined || !needsTls(target, facts.limits)) return [];
    return findingOf(unverifiedInfo, {
      subject: subjectOf(target),
      message: "The server's certificate is not one that this machine trusts for this host.",
      evidence: presented.problem,
      fix: "Give the authority's certificate: sslmode=verify-full&sslrootcert=/path/to/ca.crt in the URI, or use the host name that the certificate names.",
    });
  });
}

const expiryInfo: RuleInfo = {
  id: 'certificate-expires',
  title: "The server's certificate ends soon",
  severity: 'warning',
  why: 'Clients that verify it stop connecting all at once. Fewer than 14 days are a warning (automatic renewal has failed by then), its end is an error.',
};

const warnDays = 14;

function findExpiring(facts: ConnectionFacts) {
  return connectedTargets(facts).flatMap((target) => {
    const end = presentedOf(target.facts.withTls)?.validTo;
    if (end === undefined || !needsTls(target, facts.limits)) return [];
    const days = daysUntil(end, facts.now);
    if (days >= warnDays) return [];
    return findingOf(expiryInfo, {
      subject: subjectOf(target),
      severity: days < 0 ? 'error' : 'warning',
      message:
        days < 0 ? "The server's certificate has expired." : `The server's certificate ends in ${days} days.`,
      evidence: `Valid until ${end.toISOString()}.`,
    });
  });
}

/** What the server showed to a client that asked for TLS. */
export function presentedOf(handshake: Handshake | undefined) {
  return handshake?.kind === 'asked' || handshake?.kind === 'refused' ? handshake.tls : undefined;
}

/** Whole days, rounded down: negative when it is over. */
export function daysUntil(end: Date, now: Date): number {
  return Math.floor((end.getTime() - now.getTime()) / 86_400_000);
}

export const connectionNotEncrypted: ConnectionRule = { info: unencryptedInfo, find: findUnencrypted };
export const plainTextAccepted: ConnectionRule = { info: plainTextInfo, find: findPlainText };
export const certificateNotVerified: ConnectionRule = { info: unverifiedInfo, find: findUnverified };
export const certificateExpires: ConnectionRule = { info: expiryInfo, find: findExpiring };
