import pg from 'pg';
import { copyTable } from './copy.ts';
import { createRandom } from './random.ts';
import { populationOf, tables } from './rows.ts';

export interface SeedRequest {
  readonly uri: string;
  /** In all seven tables together. */
  readonly rows: number;
  readonly seed: number;
  readonly now: Date;
  readonly log: (line: string) => void;
}

/** Fills a migrated, empty NeonHub database. @throws when it holds rows already: seed data never mixes with real data. */
export async function seedDatabase(request: SeedRequest): Promise<number> {
  const client = new pg.Client({ connectionString: request.uri });
  await client.connect();
  try {
    await refuseFilled(client);
    await addMonths(client, request.now);
    const population = populationOf(request.rows, createRandom(request.seed), request.now);
    let total = 0;
    for (const table of tables(population)) {
      const report = progressOf(table.name, table.count, request.log);
      await copyTable(client, table, report.tick);
      report.done();
      total += table.count;
    }
    await client.query('ANALYZE');
    return total;
  } finally {
    await client.end();
  }
}

async function refuseFilled(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    'SELECT EXISTS (SELECT FROM users) OR EXISTS (SELECT FROM metric_events) AS filled',
  );
  if (rows[0]?.filled === true) throw new Error('This database holds rows already; seed an empty one.');
}

/** A year of partitions back from `now`. */
async function addMonths(client: pg.Client, now: Date): Promise<void> {
  await client.query(
    `SELECT metric_events_add_month(($1::timestamptz - make_interval(months => back))::date) FROM generate_series(0, 12) AS back`,
    [now],
  );
}

function progressOf(table: string, count: number, log: (line: string) => void) {
  const start = performance.now();
  let last = start;
  const rate = (rows: number) => rows / Math.max(0.001, (performance.now() - start) / 1000);
  return {
    tick(rows: number) {
      if (performance.now() - last < 2000) return;
      last = performance.now();
      const left = (count - rows) / rate(rows);
      log(`${table}: ${rows} of ${count} rows, ${Math.round(rate(rows))} rows/s, ${left.toFixed(0)} s left`);
    },
    done() {
      log(`${table}: ${count} rows in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    },
  };
}
