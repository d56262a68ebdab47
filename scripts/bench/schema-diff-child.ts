/** One comparison, for the bench: prints how long it took (ms) and the most memory that this process had (MB). */
import { silentLogger } from '../../src/log.ts';
import { connect } from '../../src/postgres/connect.ts';
import { diffSnapshots } from '../../src/schema/diff-snapshots.ts';
import { readSnapshot } from '../../src/schema/read-snapshot.ts';

const uris: readonly string[] = JSON.parse(process.env.BENCH_URIS ?? '[]');
const { signal } = new AbortController();
const open = (uri: string) =>
  connect({
    uri,
    applicationName: 'bench',
    signal,
    timeoutMs: 60_000,
    log: silentLogger,
    settings: { statementTimeoutMs: 600_000 },
  });
// The driver loads parts of itself when it first connects, and from source; that is not what is measured.
await (await open(uris[0] ?? ''))[Symbol.asyncDispose]();
const start = performance.now();
const [from, to] = await Promise.all(
  uris.map(async (uri) => {
    await using session = await open(uri);
    return await readSnapshot(session);
  }),
);
if (from === undefined || to === undefined) throw new Error('two URIs are needed');
const { changes } = diffSnapshots(from, to);
const ms = performance.now() - start;
if (changes.length !== 4) throw new Error(`4 changes were made, ${changes.length} were found`);
console.log(JSON.stringify({ ms, memory: process.resourceUsage().maxRSS / 1024 }));
