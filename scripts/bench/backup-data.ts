/** Rows of two kinds: many narrow ones, and fewer with everything in them. About 0.5 GB of heap for a factor of 1. */
export function backupData(factor: number): string {
  return `
CREATE TABLE accounts (aid int PRIMARY KEY, bid int, balance int, filler char(84));
INSERT INTO accounts SELECT n, n / 100000, (n::bigint * 7919) % 100000, '' FROM generate_series(1, ${Math.round(2_000_000 * factor)}) n;
CREATE TABLE events (id uuid PRIMARY KEY, amount numeric, score float8, at timestamptz, payload jsonb, note text, tags text[]);
INSERT INTO events SELECT md5(n::text)::uuid, n / 7.0, sqrt(n), timestamptz '2024-01-01' + n * interval '1 second',
  jsonb_build_object('n', n, 'kind', 'event ' || n % 20, 'nested', jsonb_build_array(n, n * 2)), repeat(md5((n * 3)::text), 3), ARRAY['a' || n % 9, 'b' || n % 7]
FROM generate_series(1, ${Math.round(600_000 * factor)}) n;
CREATE INDEX events_at ON events (at);
CREATE TABLE small (id int PRIMARY KEY, name text);
INSERT INTO small SELECT n, 'name ' || n FROM generate_series(1, 10000) n;
VACUUM ANALYZE;`;
}
