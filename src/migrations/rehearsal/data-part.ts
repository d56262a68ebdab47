/** The data's part of a rehearsal: asked before the first migration, and once more of the statement that failed. */
import { CancelledError, errorMessage } from '../../errors.ts';
import type { Session } from '../../postgres/catalog-transaction.ts';
import type { DataCheck } from '../data/data-check.ts';
import { refusalsOfFailure } from '../data/failed-checks.ts';
import { plannedDataChecks } from '../data/planned-checks.ts';
import { runDataChecks } from '../data/run-checks.ts';
import type { MigrationFailure } from '../migration-run.ts';
import type { Transport } from '../script-batch.ts';
import type { SqlParser } from '../sql-parser.ts';
import type { RehearsalCatalog } from './catalog.ts';
import type { PendingScript } from './evidence.ts';
import type { MeasuredStatement } from './measurement.ts';
import type { DataRefusal, Part } from './rehearsal.ts';
import { keyOf } from './rehearsal-findings.ts';

export interface DataPartOptions {
  readonly session: Session;
  readonly scripts: readonly PendingScript[];
  readonly before: RehearsalCatalog;
  readonly searchPath: readonly string[];
  readonly parser: SqlParser;
  readonly transport: Transport;
}

export interface DataPart {
  /** @param statements as they were measured */
  finish(
    statements: readonly MeasuredStatement[],
    failure: MigrationFailure | undefined,
  ): Promise<{ readonly data: Part<readonly DataRefusal[]>; readonly notes: readonly string[] }>;
}

/** Asks what can be asked before anything runs. Never fails for what the data or a privilege says. */
export async function startDataPart(options: DataPartOptions): Promise<DataPart> {
  const { session, scripts, before, searchPath, parser } = options;
  const planned = scripts.flatMap(({ statements, ...script }) =>
    statements === undefined ? [] : [{ ...script, statements }],
  );
  const checks = plannedDataChecks(planned, before, { searchPath, parser });
  const asked = await attempt(() => runDataChecks(session, checks, { when: 'before' }));
  return {
    async finish(statements, failure) {
      const failed = await attempt(() => askAgain({ options, checks, statements, failure }));
      const notes = [...asked.notes, ...failed.notes];
      // Whoever was refused before and ran all the same was no refusal: a trigger, or an earlier statement, mended it.
      const done = new Set(statements.filter(({ status }) => status === 'done').map(keyOf));
      const again = new Set(failed.refusals.map(({ statement }) => keyOf(statement)));
      const left = asked.refusals.filter(
        ({ statement }) => !done.has(keyOf(statement)) && !again.has(keyOf(statement)),
      );
      return { data: { kind: 'done', result: [...left, ...failed.refusals] }, notes };
    },
  };
}

interface Failing {
  readonly options: DataPartOptions;
  readonly checks: readonly DataCheck[];
  readonly statements: readonly MeasuredStatement[];
  readonly failure: MigrationFailure | undefined;
}

const nothing = { refusals: [], notes: [] } as const;

async function askAgain({ options, checks, statements, failure }: Failing) {
  const statement = statements.find(({ status }) => status === 'failed');
  const script = options.scripts.find(({ migration }) => migration === statement?.migration);
  const sqlState = failure?.sqlState;
  if (statement === undefined || script?.statements === undefined || sqlState === undefined) return nothing;
  const { session, transport } = options;
  return refusalsOfFailure(session, {
    checks,
    statement: { migration: statement.migration, index: statement.index },
    sqlState,
    statements: script.statements,
    transport,
  });
}

async function attempt(work: () => ReturnType<typeof runDataChecks>): ReturnType<typeof runDataChecks> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof CancelledError) throw thrown;
    return { refusals: [], notes: [`The rows could not be asked: ${errorMessage(thrown)}`] };
  }
}
