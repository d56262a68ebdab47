/** Another process of the job: prints the URI that it gets. */
import { silentLogger } from '../../../src/log.ts';
import { ensureEmbeddedServer } from '../../../src/providers/postgres/embedded-server.ts';

const [stateDirectory = ''] = process.argv.slice(2);
const { uri } = await ensureEmbeddedServer({
  stateDirectory,
  environment: process.env,
  log: silentLogger,
  signal: new AbortController().signal,
  timeoutMs: 30_000,
});
process.stdout.write(uri);
