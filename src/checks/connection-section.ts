import type { Block, Section, Text } from '../report/section.ts';
import { acceptedBlocks } from './accepted-block.ts';
import type { ConnectionCheck } from './check-connection.ts';
import { methodUsed } from './connection/authentication.ts';
import { methodText } from './connection/authentication-request.ts';
import { isSkewed, skewText } from './connection/clock.ts';
import { daysUntil, presentedOf } from './connection/encryption.ts';
import type { Handshake } from './connection/handshake.ts';
import { millisecondsText } from './connection/latency.ts';
import { poolerProof } from './connection/pooler-signs.ts';
import { type Setting, timeoutSettings } from './connection/server-facts.ts';
import type { Target, TargetFacts } from './connection/target.ts';
import { readOnlySetting } from './connection/writable.ts';
import { countText, statusOf } from './section-status.ts';

/** The section of the report. Latencies and connection times change from run to run; nothing else does. */
export function connectionSection(check: ConnectionCheck): Section {
  const targets = check.pooled === undefined ? [check.direct] : [check.direct, check.pooled];
  const server = targets.find((target) => target.kind === 'connected')?.facts;
  return {
    id: 'check-connection',
    title: 'Connection',
    status: statusOf(check.findings),
    summary: summaryOf(check),
    blocks: [
      waysTable(targets, check.checkedAt),
      ...(server === undefined ? [] : serverBlocks(server)),
      ...acceptedBlocks(check.accepted ?? []),
    ],
    findings: check.findings,
  };
}

function summaryOf(check: ConnectionCheck): string {
  const { serverVersion, latencyMs } = check;
  const server =
    serverVersion === undefined || latencyMs === undefined
      ? 'No connection'
      : `PostgreSQL ${shortVersion(serverVersion.text)}, ${millisecondsText(latencyMs)} a round trip`;
  return `${server}, ${countText(check.findings)}`;
}

/** Without what the packager adds in brackets. */
function shortVersion(text: string): string {
  return text.split(' ', 1)[0] ?? text;
}

type Row = readonly [label: string, value: (facts: TargetFacts) => Text];

/** One column a URI, so that the two can be compared. */
function waysTable(targets: readonly Target[], now: Date): Block {
  const rows: readonly Row[] = [
    ['Host', ({ address }) => ({ code: address })],
    ['TLS', tlsText],
    ['Certificate', (facts) => certificateText(facts, now)],
    ['Without TLS', ({ withoutTls }) => plainText(withoutTls)],
    ['Authentication', authenticationText],
    ['Pooler', poolerText],
    ['Round trip', latencyText],
    ['First connection, next one', connectText],
    ['Writes', writesText],
  ];
  return {
    kind: 'table',
    columns: [
      { title: '' },
      ...targets.map(({ name }) => ({ title: name === 'direct' ? 'Direct' : 'Pooled' })),
    ],
    rows: rows.map(([label, value]) => [label, ...targets.map((target) => cell(target, label, value))]),
  };
}

function cell(target: Target, label: string, value: Row[1]): Text {
  if (target.kind === 'connected') return value(target.facts);
  return label === 'Host' ? { code: target.address } : 'no connection';
}

function tlsText({ tls, isLocal }: TargetFacts): Text {
  if (tls !== undefined) return `${tls.protocol}, ${tls.cipher}`;
  return isLocal ? 'not encrypted (does not leave this machine)' : 'not encrypted';
}

function certificateText({ withTls, tls }: TargetFacts, now: Date): Text {
  const presented = presentedOf(withTls);
  const facts = presented ?? tls;
  if (facts === undefined) return 'none';
  const trust = facts.isVerified ? 'verified' : `not verified (${facts.problem ?? 'unknown reason'})`;
  return presented?.validTo === undefined
    ? trust
    : `${trust}, ${daysUntil(presented.validTo, now)} days left`;
}

function plainText(handshake: Handshake | undefined): Text {
  switch (handshake?.kind) {
    case 'asked':
      return 'accepted';
    case 'refused':
      return `refused: ${handshake.reason}`;
    case 'unknown':
      return `not known: ${handshake.reason}`;
    default:
      return 'not asked (Unix socket)';
  }
}

function authenticationText(facts: TargetFacts): Text {
  const method = methodUsed(facts);
  return method === undefined ? 'not seen' : methodText(method);
}

function poolerText({ pooler }: TargetFacts): Text {
  const proof = poolerProof(pooler);
  if (proof !== undefined) return `yes: ${proof}`;
  return pooler.isBehindProxy ? 'not in transaction mode, but a proxy answers' : 'no';
}

function latencyText({ latency: { median, min, max, samples } }: TargetFacts): Text {
  return `${millisecondsText(median)} (median of ${samples}; ${millisecondsText(min)} to ${millisecondsText(max)})`;
}

function connectText({ coldConnectMs, warmConnectMs }: TargetFacts): Text {
  return `${millisecondsText(coldConnectMs)}, ${millisecondsText(warmConnectMs)}`;
}

function writesText({ server }: TargetFacts): Text {
  if (server.isInRecovery) return 'no: a standby';
  return readOnlySetting(server.settings) === undefined ? 'yes' : 'no: default_transaction_read_only';
}

function serverBlocks(facts: TargetFacts): readonly Block[] {
  const { server, clock } = facts;
  const { max, reserved, inUse } = server.connections;
  return [
    {
      kind: 'facts',
      rows: [
        ['Server', `PostgreSQL ${server.version}`],
        [
          'Connections',
          `${inUse} in use of ${max - reserved} (max_connections ${max}, ${reserved} reserved)`,
        ],
        ['Clock', isSkewed(clock) ? `${skewText(clock)} this machine's` : "in step with this machine's"],
        ['Encoding', server.encoding],
        ['Collation version', server.collation.recorded ?? 'none (not versioned)'],
        ...timeoutRows(server.settings),
      ],
    },
  ];
}

function timeoutRows(settings: readonly Setting[]): readonly (readonly [string, Text])[] {
  return timeoutSettings.flatMap((name) => {
    const setting = settings.find((known) => known.name === name);
    if (setting === undefined) return [];
    return [[name, `${timeoutText(setting.value)} (from: ${setting.source})`] as const];
  });
}

/** pg_settings gives these in milliseconds; 0 turns them off. */
function timeoutText(value: string): string {
  return value === '0' ? 'none' : millisecondsText(Number(value));
}
