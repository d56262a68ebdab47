import { findingOf, type RuleInfo } from '../../report/rule.ts';
import { daysUntil } from './encryption.ts';
import { type ConnectionFacts, type ConnectionRule, serverOf, subjectOf } from './input.ts';
import { endOfLife, releasesPage } from './postgres-releases.ts';

const tooOldInfo: RuleInfo = {
  id: 'server-version-too-old',
  title: 'The server is older than required',
  severity: 'error',
  why: '`minimum-postgres-version` says what the application was written and tested for.',
};

function findTooOld(facts: ConnectionFacts) {
  const server = serverOf(facts);
  const minimum = facts.limits.minimumPostgresVersion;
  if (server === undefined || majorOf(server.facts.serverVersion) >= minimum) return [];
  return [
    findingOf(tooOldInfo, {
      subject: subjectOf(server),
      message: `The server runs PostgreSQL ${majorOf(server.facts.serverVersion)}, at least ${minimum} is required.`,
      evidence: `server_version = ${server.facts.server.version}`,
    }),
  ];
}

const unsupportedInfo: RuleInfo = {
  id: 'server-version-unsupported',
  title: 'The major version is out of support, or soon will be',
  severity: 'warning',
  why: 'There are no more security fixes after the last release of a major version. Half a year before it is a notice: time to rehearse the upgrade.',
  docs: releasesPage,
};

const noticeDays = 183;

function findUnsupported(facts: ConnectionFacts) {
  const server = serverOf(facts);
  if (server === undefined) return [];
  const major = majorOf(server.facts.serverVersion);
  const end = endOfLife(major);
  if (end === undefined) return [];
  const days = daysUntil(end, facts.now);
  if (days >= noticeDays) return [];
  const day = end.toISOString().slice(0, 10);
  const isOver = days < 0;
  return [
    findingOf(unsupportedInfo, {
      subject: subjectOf(server),
      severity: isOver ? 'warning' : 'notice',
      message: isOver
        ? `PostgreSQL ${major} had its last release on ${day} and gets no more fixes.`
        : `PostgreSQL ${major} has its last release on ${day}, in ${days} days.`,
      evidence: `server_version = ${server.facts.server.version}`,
    }),
  ];
}

/** 150018 is 15.18 (since PostgreSQL 10). */
export function majorOf(serverVersion: number): number {
  return Math.floor(serverVersion / 10_000);
}

export const serverVersionTooOld: ConnectionRule = { info: tooOldInfo, find: findTooOld };
export const serverVersionUnsupported: ConnectionRule = { info: unsupportedInfo, find: findUnsupported };
