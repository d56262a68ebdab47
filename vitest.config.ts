import { configDefaults, defineConfig } from 'vitest/config';
import { hasClientPrograms, needClientPrograms } from './test/support/client-programs.ts';
import { LongestFirst } from './test/support/longest-first.ts';

const leftOut = hasClientPrograms() ? [] : needClientPrograms;
if (leftOut.length > 0)
  process.emitWarning(
    `No pg_dump and pg_restore of PostgreSQL 15 or newer on this machine: ${leftOut.length} groups of tests are left out. Install postgresql-client to run them.`,
  );

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...leftOut],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/no-secrets.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // One a core: vitest would leave one idle, and most of the time a test waits for a server.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    server: { deps: { inline: [/@actions\/(workflow-parser|languageservice)/] } },
  },
});
