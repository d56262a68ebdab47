import { ExternalError, errorMessage, UserError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { connectWhenReady } from '../../postgres/connect.ts';
import type { PostgresConnection } from '../../postgres/connection.ts';
import { type ConnectionParts, describeUri, parseConnectionUri } from '../../postgres/connection-uri.ts';
import { poolerEvidence } from '../../postgres/pooler.ts';
import { sqlStateOf } from '../../postgres/sqlstate.ts';
import { planTls, type TlsFacts } from '../../postgres/tls.ts';
import { type Handshake, shakeHands } from './handshake.ts';
import { isLocalHost } from './local-host.ts';
import { type ClockSkew, type Latency, measureClockSkew, measureLatency } from './measure.ts';
import { type PoolerSigns, readPoolerSigns } from './pooler-signs.ts';
import { readServerFacts, type ServerFacts } from './server-facts.ts';

export type TargetName = 'direct' | 'pooled';

/** One of the two ways to the database. */
export type Target =
  | { readonly kind: 'connected'; readonly name: TargetName; readonly facts: TargetFacts }
  | {
      readonly kind: 'failed';
      readonly name: TargetName;
      readonly address: string;
      readonly failure: Failure;
    };

export interface Failure {
  readonly message: string;
  readonly hint: string | undefined;
}

export interface TargetFacts {
  /** `host:port/database` */
  readonly address: string;
  readonly isLocal: boolean;
  /** Major and minor, such as 150018. */
  readonly serverVersion: number;
  readonly server: ServerFacts;
  /** Of the connection that the URI gives; undefined when it is not encrypted. */
  readonly tls: TlsFacts | undefined;
  /** What the server presents to a client that wants TLS, and to one that knows none; undefined on a Unix socket. */
  readonly withTls: Handshake | undefined;
  readonly withoutTls: Handshake | undefined;
  /** Milliseconds from the first attempt to the first connection, waking up included, and of one more afterwards. */
  readonly coldConnectMs: number;
  readonly warmConnectMs: number;
  readonly latency: Latency;
  readonly clock: ClockSkew;
  readonly pooler: PoolerSigns;
}

export interface TargetContext {
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Milliseconds for connecting, waking up included. */
  readonly timeoutMs: number;
}

export interface TargetRequest {
  readonly name: TargetName;
  readonly uri: string;
  readonly latencySamples: number;
}

/** A URI that leads nowhere is an answer, not an error. */
export async function examineTarget(request: TargetRequest, context: TargetContext): Promise<Target> {
  const { name } = request;
  let address = name === 'direct' ? 'the direct URI' : 'the pooled URI';
  try {
    const parts = parseConnectionUri(request.uri);
    address = describeUri(parts);
    return { kind: 'connected', name, facts: await readTarget(request, parts, context) };
  } catch (thrown) {
    context.signal.throwIfAborted();
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    return { kind: 'failed', name, address, failure };
  }
}

/** Undefined for what is no answer of the server, but a mistake of ours. */
function failureOf(thrown: unknown): Failure | undefined {
  if (thrown instanceof UserError || thrown instanceof ExternalError)
    return { message: thrown.message, hint: thrown.hint };
  const state = sqlStateOf(thrown);
  if (state === undefined) return undefined;
  return { message: `${errorMessage(thrown)} (SQLSTATE ${state})`, hint: undefined };
}

async function readTarget(
  request: TargetRequest,
  parts: ConnectionParts,
  context: TargetContext,
): Promise<TargetFacts> {
  const options = {
    ...context,
    uri: request.uri,
    applicationName: 'database-actions/check-connection',
    settings: { statementTimeoutMs: context.timeoutMs },
  };
  // Loading the driver is not the server's time.
  await import('pg');
  const start = performance.now();
  await using first = await connectWhenReady(options);
  const coldConnectMs = performance.now() - start;
  const again = performance.now();
  await using second = await connectWhenReady(options);
  const warmConnectMs = performance.now() - again;
  const measured = await readSession(first, second, { request, context });
  const hands = await shakeAllHands(parts, context);
  return {
    address: describeUri(parts),
    isLocal: isLocalHost(parts.host),
    serverVersion: first.serverVersion,
    tls: first.tls,
    coldConnectMs,
    warmConnectMs,
    ...measured,
    ...hands,
  };
}

/** One after another: they share a connection, and a latency is only true on a quiet one. */
async function readSession(
  first: PostgresConnection,
  second: PostgresConnection,
  { request, context }: { readonly request: TargetRequest; readonly context: TargetContext },
) {
  const latency = await measureLatency(first, request.latencySamples);
  const clock = await measureClockSkew(first, context.now);
  const uriSays = poolerEvidence(request.uri);
  const pooler = await readPoolerSigns(first, second, uriSays);
  const isPooled = uriSays !== undefined || pooler.sharesBackends;
  return { latency, clock, pooler, server: await readServerFacts(first, isPooled) };
}

/** A handshake that gets no answer in this time tells nothing; the connection itself had the whole deadline. */
const handshakeMs = 10_000;

async function shakeAllHands(parts: ConnectionParts, context: TargetContext) {
  const plan = await planTls(parts);
  const encrypted = plan.attempts.find((attempt) => attempt !== false);
  const timeoutMs = Math.min(handshakeMs, context.timeoutMs);
  const common = { parts, timeoutMs, signal: context.signal };
  if (parts.host.startsWith('/')) return { withTls: undefined, withoutTls: undefined };
  const [withTls, withoutTls] = await Promise.all([
    shakeHands({ ...common, tls: encrypted ?? {}, negotiation: plan.negotiation }),
    shakeHands({ ...common, tls: false, negotiation: 'postgres' }),
  ]);
  return { withTls, withoutTls };
}
