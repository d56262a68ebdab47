/** Measures one form on one server. */
import type pg from 'pg';
import type { MeasuredFact } from '../../src/migrations/lock-facts/lock-fact.ts';
import { type Evidence, factOf } from './evidence.ts';
import { baseTable } from './fixture.ts';
import type { Form } from './form.ts';
import { runHeld } from './held.ts';
import {
  increase,
  type ModeOnRelation,
  type Relation,
  readBlocks,
  readLocks,
  readRelations,
} from './relations.ts';
import type { MeasuringServer } from './server.ts';

/**
 * Undefined: the server does not know the form, as the form says itself.
 * @throws Error naming the form, where the server does something else than the form says
 */
export async function measureForm(server: MeasuringServer, form: Form): Promise<MeasuredFact | undefined> {
  try {
    const fact = await measure(server, form);
    if (server.major >= (form.since ?? 0)) return fact;
  } catch (thrown) {
    if (server.major < (form.since ?? 0) && isUnknownToServer(thrown)) return undefined;
    throw new Error(`${form.id} on ${server.version}: ${String(thrown)}`, { cause: thrown });
  }
  throw new Error(`${form.id} runs on ${server.version}, though it is declared as new in ${form.since}.`);
}

async function measure(server: MeasuringServer, form: Form): Promise<MeasuredFact> {
  await setUp(server, form);
  const before = await readRelations(server.observer, form.id);
  const evidence =
    (await inTransaction(server, form, before)) ?? (await outsideTransaction(server, form, before));
  return factOf(form, { ...evidence, before });
}

async function setUp({ observer, work }: MeasuringServer, form: Form): Promise<void> {
  await observer.query(
    `CREATE SCHEMA "${form.id}"; SET search_path = "${form.id}"; ${baseTable}${form.setUp ?? ''}`,
  );
  const settings = Object.entries({ search_path: `"${form.id}"`, ...form.settings });
  await work.query(
    `RESET ALL; ${settings.map(([name, value]) => `SET ${name} = ${quoted(name, value)}`).join('; ')}`,
  );
}

function quoted(name: string, value: string): string {
  return name === 'search_path' ? value : `'${value}'`;
}

/** Undefined when the statement refuses to run in a transaction. */
async function inTransaction(
  { work, workPid }: MeasuringServer,
  form: Form,
  before: readonly Relation[],
): Promise<Omit<Evidence, 'before'> | undefined> {
  const oids = before.map(({ oid }) => oid);
  await work.query('BEGIN');
  try {
    const counted = await readBlocks(work, 'pg_stat_get_xact_blocks_fetched', oids);
    const messages = await withMessages(work, () => work.query(form.statement));
    const locks = await readLocks(work, workPid);
    const blocks = increase(counted, await readBlocks(work, 'pg_stat_get_xact_blocks_fetched', oids));
    const after = await readRelations(work, form.id, oids);
    return { after, locks, blocks, messages, runsInTransaction: true };
  } catch (thrown) {
    if (sqlStateOf(thrown) === '25001') return undefined;
    throw thrown;
  } finally {
    await work.query('ROLLBACK');
  }
}

async function outsideTransaction(
  server: MeasuringServer,
  form: Form,
  before: readonly Relation[],
): Promise<Omit<Evidence, 'before'>> {
  const { work, observer } = server;
  const { hold } = form;
  if (hold === undefined)
    throw new Error('it cannot run in a transaction, and the form does not say how to hold it.');
  const oids = before.map(({ oid }) => oid);
  await flushCounters(observer);
  const counted = await readBlocks(observer, 'pg_stat_get_blocks_fetched', oids);
  const locks: ModeOnRelation[] = [];
  const messages = await withMessages(work, async () => locks.push(...(await runHeld(server, form, hold))));
  await flushCounters(work);
  const blocks = increase(counted, await readBlocks(observer, 'pg_stat_get_blocks_fetched', oids));
  const after = await readRelations(observer, form.id, oids);
  return { after, locks, blocks, messages, runsInTransaction: false };
}

/** A session's counts reach the others when it is next idle, and at once when it asks for that. */
async function flushCounters(client: pg.Client): Promise<void> {
  await client.query('SELECT pg_catalog.pg_stat_force_next_flush()');
}

async function withMessages(client: pg.Client, run: () => Promise<unknown>): Promise<readonly string[]> {
  const messages: string[] = [];
  const listen = ({ message }: { readonly message?: string | undefined }) => messages.push(message ?? '');
  await client.query('SET client_min_messages = debug1');
  client.on('notice', listen);
  try {
    await run();
  } finally {
    client.off('notice', listen);
  }
  return messages;
}

function isUnknownToServer(thrown: unknown): boolean {
  // syntax_error, feature_not_supported, wrong_object_type
  return ['42601', '0A000', '42809'].includes(sqlStateOf(thrown) ?? '');
}

function sqlStateOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;
}
