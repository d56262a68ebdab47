import { compareFacts } from '../proof/compare-facts.ts';
import { readDatabaseFacts } from '../proof/read-facts.ts';
import type { FactsReader } from '../restore/prove-copy.ts';

/** @param workers connections that hash at the same time */
export function databaseFactsReader(workers: number): FactsReader {
  return {
    read: (uri, { timeoutMs, log, signal }) =>
      readDatabaseFacts({
        uri,
        applicationName: 'database-actions/restore',
        timeoutMs,
        workers,
        log,
        signal,
      }),
    compare: compareFacts,
  };
}
