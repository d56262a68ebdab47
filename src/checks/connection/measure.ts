import type { PostgresConnection } from '../../postgres/connection.ts';
import { numeric } from '../../postgres/row.ts';

/** Milliseconds. */
export interface Latency {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly samples: number;
}

/** Round trips of `select 1`, one after another on a connection that is open already. */
export async function measureLatency(connection: PostgresConnection, samples: number): Promise<Latency> {
  const times: number[] = [];
  for (let sample = 0; sample < Math.max(1, samples); sample += 1)
    times.push(await timed(() => connection.query('select 1')));
  const sorted = times.toSorted((left, right) => left - right);
  return { median: medianOf(sorted), min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0, samples: sorted.length };
}

/** @param sorted ascending, not empty */
export function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  const [lower, upper] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0];
  return (lower + upper) / 2;
}

/** Milliseconds that `work` took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** How far the server's clock is ahead of this machine's (negative: behind), and how wrong that may be. Milliseconds. */
export interface ClockSkew {
  readonly offsetMs: number;
  readonly uncertaintyMs: number;
}

/**
 * As NTP does with one packet: the server read its clock somewhere within the round trip, at half of it as a best
 * guess. The shortest of three round trips counts.
 */
export async function measureClockSkew(connection: PostgresConnection, now: () => Date): Promise<ClockSkew> {
  const samples: ClockSkew[] = [];
  for (let sample = 0; sample < 3; sample += 1) {
    const [sent, start] = [now().getTime(), performance.now()];
    const rows = await connection.query(
      'select (extract(epoch from pg_catalog.clock_timestamp()) * 1000)::float8 as server_ms',
    );
    const half = (performance.now() - start) / 2;
    samples.push({ offsetMs: numeric(rows[0] ?? {}, 'server_ms') - (sent + half), uncertaintyMs: half });
  }
  const byUncertainty = samples.toSorted((left, right) => left.uncertaintyMs - right.uncertaintyMs);
  return byUncertainty[0] ?? { offsetMs: 0, uncertaintyMs: 0 };
}
