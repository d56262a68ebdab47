import { expect, test } from 'vitest';
import { seedDatabase } from '../../scripts/seed/seed.ts';
import { createTestDatabase, queryOnce } from '../support/database.ts';
import { migrateNeonHub } from '../support/neonhub.ts';

const now = new Date('2026-03-01T12:00:00Z');

async function plan(uri: string, sql: string, setting = ''): Promise<string> {
  const rows = await queryOnce(uri, `${setting}EXPLAIN ${sql}`);
  return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
}

test('seeded: every table, the asked number of rows, the same data for the same seed', async () => {
  const digests: unknown[] = [];
  for (let round = 0; round < 2; round += 1) {
    await using database = await createTestDatabase();
    await migrateNeonHub(database.uri);
    const lines: string[] = [];
    const total = await seedDatabase({
      uri: database.uri,
      rows: 3000,
      seed: 1,
      now,
      log: (line) => lines.push(line),
    });
    expect(total).toBe(3000);
    expect(lines).toHaveLength(7);
    digests.push(
      await database.query(`
        SELECT (SELECT md5(string_agg(u::text, '' ORDER BY id)) FROM users AS u) AS users,
               (SELECT md5(string_agg(e::text, '' ORDER BY id)) FROM metric_events AS e) AS events,
               (SELECT count(*) FROM ONLY metric_events_default) AS misplaced,
               (SELECT count(*) FROM agent_jobs WHERE input->>'prompt' IS NULL) AS without_prompt`),
    );
    await expect(seedDatabase({ uri: database.uri, rows: 10, seed: 1, now, log: () => {} })).rejects.toThrow(
      'holds rows already',
    );
  }
  expect(digests[0]).toEqual(digests[1]);
  expect(digests[0]).toMatchObject([{ misplaced: '0', without_prompt: '0' }]);
});

test('what the application asks all the time is answered by an index', async () => {
  await using database = await createTestDatabase();
  await migrateNeonHub(database.uri);
  await seedDatabase({ uri: database.uri, rows: 60_000, seed: 2, now, log: () => {} });
  const claim = await plan(
    database.uri,
    `SELECT id FROM agent_jobs WHERE status = 'queued' AND run_at <= now()
      ORDER BY priority DESC, run_at FOR UPDATE SKIP LOCKED LIMIT 1`,
  );
  expect(claim).toContain('agent_jobs_claim');
  expect(claim).not.toContain('Seq Scan');
  // So few drafts are read faster than the index; the question is whether it can serve this search at all.
  const search = await plan(
    database.uri,
    "SELECT id FROM content_drafts WHERE title ILIKE '%forecast launch growth%'",
    'SET enable_seqscan = off; ',
  );
  expect(search).toContain('content_drafts_title_trgm');
  const month = await plan(
    database.uri,
    "SELECT sum(value) FROM metric_events WHERE name = 'login' AND occurred_at >= '2026-02-01' AND occurred_at < '2026-02-08'",
  );
  expect(month).toContain('metric_events_2026_02');
  expect(month).not.toContain('metric_events_2026_01');
});

test('the migration that moves the metrics keeps every row, and the old urgency becomes a priority', async () => {
  await using database = await createTestDatabase();
  await migrateNeonHub(database.uri, { upTo: '20250422083000_metric_events' });
  await database.query(`
    INSERT INTO metric_events (occurred_at, name, value)
    SELECT '2025-05-01'::timestamptz + n * interval '1 day', 'login', n FROM generate_series(1, 200) AS n;
    INSERT INTO agent_jobs (kind, urgency, status, input, created_at)
    VALUES ('write', 'critical', 'queued', '{}', '2025-05-01'), ('write', 'critical', 'succeeded', '{}', '2025-05-01');`);
  await migrateNeonHub(database.uri);
  expect(await database.query('SELECT count(*) AS rows, sum(value) AS sum FROM metric_events')).toEqual([
    { rows: '200', sum: 20_100 },
  ]);
  expect(await database.query('SELECT count(*) AS rows FROM ONLY metric_events_default')).toEqual([
    { rows: '0' },
  ]);
  expect(
    await database.query('SELECT priority, run_at = created_at AS due FROM agent_jobs ORDER BY id'),
  ).toEqual([
    { priority: 20, due: true },
    { priority: 0, due: false },
  ]);
  const [{ next } = {}] = await database.query(
    "INSERT INTO metric_events (name) VALUES ('x') RETURNING id AS next",
  );
  expect(Number(next)).toBeGreaterThan(200);
});
