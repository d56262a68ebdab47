import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/no-secrets.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // One a core: vitest would leave one idle, and most of the time a test waits for a server.
    maxWorkers: '100%',
    server: { deps: { inline: [/@actions\/(workflow-parser|languageservice)/] } },
  },
});
