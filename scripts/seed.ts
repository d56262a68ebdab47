/** `npm run seed -- --rows 1000000 [--url postgresql://…] [--seed 1]`: fills a migrated NeonHub database. */
import { parseArgs } from 'node:util';
import { seedDatabase } from './seed/seed.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    url: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const rows = Number(values.rows);
const uri = values.url ?? process.env.DATABASE_URL;
if (!Number.isSafeInteger(rows) || rows < 1)
  fail(`--rows is "${values.rows}"; it must be a whole number above 0.`);
else if (uri === undefined)
  fail('Give --url, or set DATABASE_URL, to a database that has the migrations of prisma/ applied.');
else {
  const start = performance.now();
  const total = await seedDatabase({
    uri,
    rows,
    seed: Number(values.seed),
    now: new Date(),
    log: console.log,
  });
  console.log(`${total} rows in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
