/** A database with a table that takes a while to work on, a migrating session, and an observer of it. */
import { silentLogger } from '../../../src/log.ts';
import { readRehearsalCatalog } from '../../../src/migrations/rehearsal/catalog.ts';
import type { RelationState } from '../../../src/migrations/rehearsal/measurement.ts';
import type { Observation, ObservedStatement } from '../../../src/migrations/rehearsal/observation.ts';
import { connectionOpener, type OpenConnection } from '../../../src/migrations/session.ts';
import type { PostgresConnection } from '../../../src/postgres/connection.ts';

export const opener: OpenConnection = connectionOpener({
  log: silentLogger,
  signal: new AbortController().signal,
  timeoutMs: 10_000,
});

/** As a migration tool connects: no limits. */
export function connectAs(uri: string, applicationName: string): Promise<PostgresConnection> {
  return opener(uri, applicationName);
}

/**
 * `slow(x)` gives x after a millisecond at least; a rewrite or an index build over the 400 rows of `items` that calls it
 * takes 400 ms at least, on any machine.
 */
export const slowItems = `
CREATE FUNCTION public.slow(value int) RETURNS int LANGUAGE plpgsql IMMUTABLE
  AS 'BEGIN PERFORM pg_catalog.pg_sleep(0.001); RETURN value; END';
CREATE TABLE owners (id int PRIMARY KEY);
INSERT INTO owners VALUES (1);
CREATE TABLE items (id int PRIMARY KEY, amount int NOT NULL, note text, owner int REFERENCES owners);
INSERT INTO items SELECT n, n, 'note ' || n, 1 FROM generate_series(1, 400) n;
CREATE INDEX items_note ON items (note);
ANALYZE;`;

export const forcedMs = 400;

export async function relationsOf(uri: string): Promise<readonly RelationState[]> {
  await using connection = await connectAs(uri, 'test');
  return (await readRehearsalCatalog(connection)).relations;
}

/** The statement that starts so. */
export function seen(observation: Observation, text: string): ObservedStatement {
  const found = observation.statements.filter((statement) => statement.text?.startsWith(text));
  const [statement] = found;
  if (statement === undefined || found.length > 1)
    throw new Error(`${found.length} observed statements start with ${text}`);
  return statement;
}

/** `items ShareLock`, sorted. */
export function lockNames({ locks }: ObservedStatement): readonly string[] {
  return locks.map(({ relation, mode }) => `${relation.name} ${mode}`).toSorted();
}

export function duration({ start, end }: { readonly start: number; readonly end: number }): number {
  return end - start;
}
