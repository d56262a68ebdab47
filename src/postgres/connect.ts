/** Opening a connection: one attempt, or as many as a cold start takes. */
import { Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import type { Client, ClientConfig } from 'pg';
import { ExternalError, UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { type Deadline, deadlineIn, sleep } from '../wait.ts';
import { requireChannelBinding } from './channel-binding.ts';
import { closeClient, type PostgresConnection, wrapSession } from './connection.ts';
import { classifyFailure, connectionError, isTlsRefused } from './connection-failure.ts';
import { type ConnectionParts, describeUri, parseConnectionUri } from './connection-uri.ts';
import { isPooledUri } from './pooler.ts';
import { beginSession, type SessionSettings } from './session.ts';
import { sqlState, sqlStateOf } from './sqlstate.ts';
import { planTls, type TlsPlan, tlsFactsOf } from './tls.ts';

export interface ConnectOptions {
  readonly uri: string;
  /** `database-actions/<action>`: what the server's activity view and log show. */
  readonly applicationName: string;
  /** Aborts the attempt, and later every query. */
  readonly signal: AbortSignal;
  /** Milliseconds for getting the connection, further attempts included. */
  readonly timeoutMs: number;
  readonly log: Logger;
  readonly settings?: SessionSettings;
  /** For `queryAll`: statements are sent before the ones before them are answered. */
  readonly isPipelined?: boolean;
}

/** A single attempt may not eat the whole deadline: a SYN that is dropped is only noticed by its silence. */
const attemptMs = 15_000;
const firstPauseMs = 100;
const longestPauseMs = 2000;
const progressEveryMs = 5000;

/**
 * One attempt. @throws UserError when another try is useless (password, database, certificate), ExternalError with
 * `retryable` when it is not
 */
export async function connect(options: ConnectOptions): Promise<PostgresConnection> {
  const target = await prepare(options);
  return attempt(target, options.timeoutMs);
}

/**
 * Tries until the server answers: a compute that wakes up, a service container that starts. What cannot pass by
 * waiting is thrown at once. @throws UserError at the deadline, with the last reason
 */
export async function connectWhenReady(options: ConnectOptions): Promise<PostgresConnection> {
  const target = await prepare(options);
  const deadline = deadlineIn(options.timeoutMs);
  const progress = progressOf(options.log, target.parts, deadline);
  let pause = firstPauseMs;
  for (;;) {
    try {
      return await attempt(target, Math.min(attemptMs, deadline.remaining()));
    } catch (thrown) {
      options.signal.throwIfAborted();
      if (!(thrown instanceof ExternalError && thrown.retryable)) throw thrown;
      if (deadline.remaining() <= pause) throw gaveUp(thrown, options.timeoutMs);
      progress(thrown.message);
    }
    await sleep(pause, options.signal);
    pause = Math.min(longestPauseMs, pause * 1.6);
  }
}

function gaveUp(last: ExternalError, timeoutMs: number): UserError {
  return new UserError(`${last.message} Gave up after ${Math.round(timeoutMs / 1000)} s.`, {
    hint: 'Is the host right, does the server run, and may this machine reach it (allow-list, IPv6)? Raise the `timeout` input if it is merely slow.',
  });
}

function progressOf(log: Logger, parts: ConnectionParts, deadline: Deadline): (reason: string) => void {
  let next = 0;
  return (reason) => {
    const elapsed = deadline.elapsed();
    if (elapsed < next) return;
    next = elapsed + progressEveryMs;
    log.info(`Waiting for ${describeUri(parts)} since ${Math.round(elapsed / 1000)} s: ${reason}`);
  };
}

interface Target {
  readonly options: ConnectOptions;
  readonly parts: ConnectionParts;
  readonly plan: TlsPlan;
  readonly isPooled: boolean;
}

async function prepare(options: ConnectOptions): Promise<Target> {
  const parts = parseConnectionUri(options.uri);
  return { options, parts, plan: await planTls(parts), isPooled: isPooledUri(options.uri) };
}

/** Goes through the plan's ways to encrypt, as libpq's `prefer` and `allow` do. */
async function attempt(target: Target, timeoutMs: number): Promise<PostgresConnection> {
  const [first, second] = target.plan.attempts;
  try {
    return await open(target, first ?? false, timeoutMs);
  } catch (thrown) {
    target.options.signal.throwIfAborted();
    if (second === undefined || !isWorthOtherWay(thrown, second)) throw failureOf(thrown, target);
  }
  try {
    return await open(target, second, timeoutMs);
  } catch (thrown) {
    target.options.signal.throwIfAborted();
    throw failureOf(thrown, target);
  }
}

function isWorthOtherWay(thrown: unknown, next: ConnectionOptions | false): boolean {
  return next === false ? isTlsRefused(thrown) : sqlStateOf(thrown) === sqlState.invalidAuthorization;
}

function failureOf(thrown: unknown, { parts }: Target): Error {
  if (thrown instanceof UserError) return thrown;
  return connectionError(classifyFailure(thrown, parts), parts);
}

async function open(
  target: Target,
  tls: ConnectionOptions | false,
  timeoutMs: number,
): Promise<PostgresConnection> {
  const { signal } = target.options;
  signal.throwIfAborted();
  const { default: pg } = await import('pg');
  const socket = new Socket();
  const client = new pg.Client(clientConfig(target, tls, socket));
  ignorePgOptions(client, target.parts.parameters.get('options'));
  // A connection that breaks between two queries is seen by the next one; without a listener it would end the process.
  client.on('error', () => {});
  if (target.plan.requiresChannelBinding) requireChannelBinding(client, socket);
  const onAbort = () => socket.destroy();
  signal.addEventListener('abort', onAbort, { once: true });
  // For the first query too: a pooler logs a client in and lets it wait for a server that does not come.
  const timer = setTimeout(() => socket.destroy(new Error('timeout expired')), timeoutMs);
  try {
    await client.connect();
    const facts = await beginSession(client, target.options.settings, target.isPooled);
    const stream: unknown = client.connection.stream;
    const cancelTarget = cancelTargetOf(client, target, tls);
    return wrapSession({
      client,
      socket,
      signal,
      cancelTarget,
      tls: tlsFactsOf(stream, target.parts.host),
      ...facts,
    });
  } catch (thrown) {
    await closeClient(client, socket);
    throw thrown;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

/** Discrete fields, each one set, so that neither `pg`'s reading of URIs nor PG… variables of the job have a say. */
function clientConfig(target: Target, tls: ConnectionOptions | false, socket: Socket): ClientConfig {
  const { parts, plan, options } = target;
  const { host, port, user, database, password } = parts;
  return {
    host,
    port,
    user,
    database,
    password: () => password,
    ssl: tls,
    sslnegotiation: tls === false ? 'postgres' : plan.negotiation,
    enableChannelBinding: plan.requiresChannelBinding,
    application_name: options.applicationName,
    keepAlive: true,
    pipeline: options.isPipelined ?? false,
    stream: () => socket,
  };
}

/** PGOPTIONS is the one variable that `pg` reads whatever its config says; the field is not in its types. */
function ignorePgOptions(client: Client, options: string | undefined): void {
  const parameters: unknown = 'connectionParameters' in client ? client.connectionParameters : undefined;
  if (typeof parameters === 'object' && parameters !== null) Reflect.set(parameters, 'options', options);
}

/** `pg` keeps the key data in fields that its types do not name. */
function cancelTargetOf(client: Client, { parts, plan }: Target, tls: ConnectionOptions | false) {
  const processId = 'processID' in client ? client.processID : undefined;
  const secretKey = 'secretKey' in client ? client.secretKey : undefined;
  if (typeof processId !== 'number' || typeof secretKey !== 'number') return undefined;
  return { host: parts.host, port: parts.port, tls, negotiation: plan.negotiation, processId, secretKey };
}
