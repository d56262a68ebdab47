/** The load of a rehearsal: on the tables that the pending statements name. */
import { CancelledError, errorMessage } from '../../errors.ts';
import { type EngineTask, measuringOpenerOf } from '../engine-task.ts';
import { relationsIn } from '../parse-tree.ts';
import { schemaOf } from '../session.ts';
import type { RehearsalCatalog } from './catalog.ts';
import type { PendingScript } from './evidence.ts';
import { type Load, startLoad } from './load.ts';
import type { RelationState } from './measurement.ts';
import type { LoadResult, Part } from './rehearsal.ts';

export interface LoadPartOptions {
  readonly task: Pick<EngineTask, 'request' | 'context' | 'stop'>;
  readonly scripts: readonly PendingScript[];
  readonly before: RehearsalCatalog;
  currentMigration(): string | undefined;
}

export interface LoadPart extends AsyncDisposable {
  finish(): Promise<Part<LoadResult>>;
}

export async function startLoadPart(options: LoadPartOptions): Promise<LoadPart> {
  const { load: isAsked = false, maxStallMs } = options.task.request.rehearse ?? {};
  if (!isAsked) return withoutLoad('it was not asked for (`load: true`)');
  const tables = involvedTables(options);
  if (tables.length === 0) return withoutLoad('the pending statements name no table that was there before');
  const { task, before, currentMigration } = options;
  try {
    const load = await startLoad({
      directUri: task.request.directUri,
      open: measuringOpenerOf(task),
      tables,
      catalog: before,
      currentMigration,
      signal: task.stop.signal,
      log: task.context.log,
      stallLimitMs: maxStallMs,
    });
    return partOf(load);
  } catch (thrown) {
    if (thrown instanceof CancelledError || task.stop.signal.aborted) throw thrown;
    return withoutLoad(`it could not be started: ${errorMessage(thrown)}`);
  }
}

function partOf(load: Load): LoadPart {
  let stopped: Promise<LoadResult> | undefined;
  const stop = () => {
    stopped ??= load.stop();
    return stopped;
  };
  return {
    finish: async () => ({ kind: 'done', result: await stop() }),
    async [Symbol.asyncDispose]() {
      await stop();
    },
  };
}

function withoutLoad(reason: string): LoadPart {
  return {
    finish: async () => ({ kind: 'skipped', reason }),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** Of a tool whose statements are not known: all tables. */
function involvedTables({ task, scripts, before }: LoadPartOptions): readonly RelationState[] {
  const tables = before.relations.filter(({ kind }) => kind === 'table' || kind === 'partitioned table');
  if (scripts.length === 0) return tables;
  const defaultSchema = schemaOf(task.request.directUri);
  const named = scripts.flatMap(({ statements = [] }) =>
    statements.flatMap(({ kind, node }) => relationsIn(kind, node)),
  );
  const names = new Set(named.map(({ schema = defaultSchema, name }) => `${schema}.${name}`));
  const isNamed = ({ schema, name }: RelationState) => names.has(`${schema}.${name}`);
  const ofIndexes = new Set(before.relations.filter(isNamed).map(({ tableOid }) => tableOid));
  return tables.filter((table) => isNamed(table) || ofIndexes.has(table.oid));
}
