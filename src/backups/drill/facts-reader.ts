import { majorOf } from '../../postgres/client-program.ts';
import { findClientProgram } from '../../postgres/client-programs/find-client-program.ts';
import { databaseLines } from '../dump/plain-lines.ts';
import type { BackupManifest } from '../manifest.ts';
import { compareFacts } from '../proof/compare-facts.ts';
import { readDatabaseFacts } from '../proof/read-facts.ts';
import type { TableHashing } from '../proof/table-hashing.ts';
import type { FactsReader } from '../restore/prove-copy.ts';
import type { RestoreContext, RestoreTarget } from '../restore/restore-target.ts';

export interface FactsReaderOptions {
  /** Connections that hash at the same time. */
  readonly workers: number;
  /** pg_dump is installed where it is missing; only a backup with `proof: archive` needs it. */
  readonly install: boolean;
}

export function databaseFactsReader({ workers, install }: FactsReaderOptions): FactsReader {
  return {
    async read(target, manifest, context) {
      return readDatabaseFacts({
        uri: target.uri,
        applicationName: 'database-actions/restore',
        timeoutMs: context.timeoutMs,
        workers,
        log: context.log,
        signal: context.signal,
        hashing: await hashingFor({ target, manifest, install }, context),
      });
    },
    compare: compareFacts,
  };
}

interface HashingRequest {
  readonly target: RestoreTarget;
  readonly manifest: BackupManifest;
  readonly install: boolean;
}

/** Fingerprints of lines need the pg_dump that wrote them, or the next that can read the target. */
async function hashingFor(
  { target, manifest, install }: HashingRequest,
  context: RestoreContext,
): Promise<TableHashing> {
  if (manifest.proof === 'none') return { kind: 'none' };
  if (manifest.facts.algorithm === 'row-text') return { kind: 'row-text' };
  const { environment, log, signal } = context;
  const serverMajor = Math.max(majorOf(manifest.dump.clientVersion), majorOf(target.serverVersion));
  const pgDump = await findClientProgram({ name: 'pg_dump', serverMajor, install, environment, log, signal });
  return { kind: 'copy-lines', lines: () => databaseLines({ pgDump, uri: target.uri, environment, signal }) };
}
