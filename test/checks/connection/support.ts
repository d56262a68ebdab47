import {
  type ConnectionCheck,
  type ConnectionCheckContext,
  type ConnectionCheckRequest,
  checkConnection,
} from '../../../src/checks/check-connection.ts';
import { silentLogger } from '../../../src/log.ts';
import type { Finding } from '../../../src/report/finding.ts';

export function check(
  request: ConnectionCheckRequest,
  context: Partial<ConnectionCheckContext> = {},
): Promise<ConnectionCheck> {
  return checkConnection(request, {
    log: silentLogger,
    signal: new AbortController().signal,
    now: () => new Date(),
    timeoutMs: 30_000,
    ...context,
  });
}

/** `severity rule way`, without the address. */
export function rulesOf({ findings }: ConnectionCheck): readonly string[] {
  return findings.map(({ severity, rule, subject }) => `${severity} ${rule} ${subject.split(' ', 1)[0]}`);
}

export function first(rule: string, { findings }: ConnectionCheck): Finding {
  const found = findings.find((finding) => finding.rule === rule);
  if (found === undefined) throw new Error(`no finding of ${rule}`);
  return found;
}
