/** `npm run seed -- --rows 1000000 [--url postgresql://…] [--seed 1]`: fills a migrated NeonHub database. */
import { parseArgs } from 'node:util';
import { runCommand } from './command-line.ts';
import { seedDatabase } from './seed/seed.ts';

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '100000' },
      url: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [rows, seed] = [Number(values.rows), Number(values.seed)];
  const uri = values.url ?? process.env.DATABASE_URL;
  if (!Number.isSafeInteger(rows) || rows < 1)
    throw new Error(`--rows is "${values.rows}"; it must be a whole number above 0.`);
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed is "${values.seed}"; it must be a whole number.`);
  if (uri === undefined)
    throw new Error(
      'Give --url, or set DATABASE_URL, to a database that has the migrations of prisma/ applied.',
    );
  const start = performance.now();
  const total = await seedDatabase({ uri, rows, seed, now: new Date(), log: console.log });
  console.log(`${total} rows in ${((performance.now() - start) / 1000).toFixed(1)} s`);
});
