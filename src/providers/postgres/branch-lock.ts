import { truth } from '../../postgres/row.ts';
import { sleep } from '../../wait.ts';
import type { Administrator } from './administrator.ts';
import { lockKeyOf } from './naming.ts';

const pauseMs = 250;
const progressEveryMs = 5000;

/** One run at a time works on a branch; the lock goes with the session, however that ends. */
export async function lockBranch(administrator: Administrator, database: string): Promise<void> {
  const { connection, context, deadline } = administrator;
  let next = deadline.elapsed();
  for (;;) {
    const [row = {}] = await connection.query(
      'SELECT pg_catalog.pg_try_advisory_lock($1::pg_catalog.int8) AS got',
      [lockKeyOf(database)],
    );
    if (truth(row, 'got')) return;
    deadline.check(`another run that works on the database "${database}"`);
    if (deadline.elapsed() >= next) {
      context.log.info(`Waiting for another run that works on the database "${database}"`);
      next = deadline.elapsed() + progressEveryMs;
    }
    await sleep(pauseMs, context.signal);
  }
}
