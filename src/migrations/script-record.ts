/** Runs the scripts that the engine sends, and remembers what became of each. */
import type { Client } from 'pg';
import { formatDuration } from '../duration.ts';
import { errorMessage } from '../errors.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import { type EngineTask, migrationFile, watchOptions } from './engine-task.ts';
import type { MigrationResult } from './migration-run.ts';
import type { StatementMeter } from './rehearsal/statement-meter.ts';
import { runScript, type ScriptFailure } from './script-run.ts';
import type { SqlParser } from './sql-parser.ts';
import type { Stop } from './stop.ts';
import { type WatchOptions, watched } from './watch.ts';

export interface FailedScript {
  readonly name: string;
  readonly failure: ScriptFailure;
  readonly message: string;
}

export interface ScriptRecord {
  /** Before the first script: the connection that runs them, and the migrations in the order they will come. */
  expect(connection: PostgresConnection, names: readonly string[]): void;
  /** Before the first script: what looks at each statement. */
  measure(meter: StatementMeter): void;
  run(client: Client, script: string): Promise<void>;
  aroundQuery<T>(sql: string, work: () => Promise<T>): Promise<T>;
  failed(): FailedScript | undefined;
  /** The migration that runs now. */
  current(): string | undefined;
  /** One for each expected migration. */
  results(): readonly MigrationResult[];
}

export function scriptRecord(task: EngineTask, parser: SqlParser): ScriptRecord {
  const { context, transport, stop } = task;
  const results: MigrationResult[] = [];
  let expected: readonly string[] = [];
  let watch: WatchOptions | undefined;
  let meter: StatementMeter | undefined;
  let failed: FailedScript | undefined;
  let current: string | undefined;
  const look = <T>(what: string, work: () => Promise<T>): Promise<T> =>
    watch === undefined ? work() : watched(watch, what, work);
  const finish = (result: MigrationResult & { readonly durationMs: number }, title: string) => {
    results.push(result);
    current = undefined;
    context.log.info(`${title}: ${result.status} after ${formatDuration(result.durationMs)}`);
  };
  return {
    expect(connection, names) {
      watch = watchOptions(task, connection);
      expected = names;
    },
    measure(given) {
      meter = given;
    },
    failed: () => failed,
    current: () => current,
    results: () => [
      ...results,
      ...expected
        .slice(results.length)
        .map((name) => ({ name, status: 'pending', durationMs: undefined }) as const),
    ],
    aroundQuery(sql, work) {
      // Between two migrations a stop must come before the next one is recorded as started.
      if (sql.startsWith('INSERT INTO')) stop.check('the next migration');
      return sql.includes('pg_advisory_lock') ? look('The lock of Prisma Migrate', work) : work();
    },
    async run(client, script) {
      const name = expected[results.length] ?? 'a migration';
      const title = `[${results.length + 1}/${expected.length}] ${name}`;
      const started = performance.now();
      const took = () => Math.round(performance.now() - started);
      const onFailure = (failure: ScriptFailure) => {
        failed = { name, failure, message: messageOf(failure, stop) };
      };
      const scriptMeter = meter?.script({ migration: name, file: migrationFile(task, name).file, script });
      context.log.info(`${title}: started`);
      current = name;
      try {
        await look(title, () =>
          runScript({
            client,
            script,
            transport,
            parser,
            onFailure,
            signal: stop.signal,
            meter: scriptMeter,
          }),
        );
        finish({ name, status: 'applied', durationMs: took() }, title);
      } catch (thrown) {
        failed ??= { name, failure: nowhere, message: errorMessage(thrown) };
        finish({ name, status: 'failed', durationMs: took() }, title);
        throw thrown;
      }
    },
  };
}

function messageOf({ error }: ScriptFailure, stop: Stop): string {
  const otherwise =
    stop.reason() === undefined ? 'the connection was lost' : 'stopped between two statements';
  return error?.message ?? otherwise;
}

const nowhere: ScriptFailure = { error: undefined, completed: 0, offset: undefined };
