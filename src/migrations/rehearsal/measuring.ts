/** Measures a run of migrations from before the first to after the last. Whatever it cannot do, the migrations go on. */
import { CancelledError, errorMessage } from '../../errors.ts';
import type { PostgresConnection } from '../../postgres/connection.ts';
import { optionalText, text } from '../../postgres/row.ts';
import { measuringOpenerOf } from '../engine-task.ts';
import type { MigrationFailure } from '../migration-run.ts';
import { probeColumn } from '../script-run.ts';
import { type RehearsalCatalog, readRehearsalCatalog } from './catalog.ts';
import {
  cacheBetween,
  type PageCounts,
  readPageCounts,
  readServerFacts,
  type ServerFacts,
} from './circumstances.ts';
import type { RehearsalEvidence } from './evidence.ts';
import type { LoadPart } from './load-part.ts';
import type { Circumstances, MeasuredStatement } from './measurement.ts';
import type { Window } from './observation-window.ts';
import { type Observer, startObserver } from './observer.ts';
import type { Watched } from './observer-look.ts';
import { type Parts, type PartsOptions, startParts } from './parts.ts';
import { type Probe, parseProbe, probeQuery } from './probe.ts';
import { type Look, type Sighting, type StatementMeter, statementMeter } from './statement-meter.ts';

export interface MeasuringOptions extends PartsOptions {
  readonly engine: Circumstances['engine'];
}

/** What was before, and who looks on. */
export interface Measuring extends AsyncDisposable {
  readonly before: RehearsalCatalog;
  /** Watches sessions from outside, for engines that are measured as they are. */
  observe(who: Watched): Promise<Observer>;
  /** For the session of the bundled engine. Where a query behind its statements would fail, it is only looked at from outside. */
  meterFor(migrating: PostgresConnection): Promise<StatementMeter>;
  /** After the last migration, before disposing. Undefined where the database cannot be read any more. */
  finish(
    statements: readonly MeasuredStatement[],
    failure: MigrationFailure | undefined,
  ): Promise<RehearsalEvidence | undefined>;
}

/** Undefined when there is nothing to measure, or no second session: the log says why. */
export async function startMeasuring(options: MeasuringOptions): Promise<Measuring | undefined> {
  const { task, scripts } = options;
  const isNothing = scripts.length === 0 && options.engine !== 'command';
  if (task.request.rehearse === undefined || isNothing) return undefined;
  try {
    const side = await measuringOpenerOf(task)(task.request.directUri, 'database-actions/rehearsal');
    return await measuringOver(options, side);
  } catch (thrown) {
    if (thrown instanceof CancelledError) throw thrown;
    task.context.log.warning(`The migrations run without being measured: ${errorMessage(thrown)}`);
    return undefined;
  }
}

interface Beginning {
  readonly options: MeasuringOptions;
  readonly side: PostgresConnection;
  readonly before: RehearsalCatalog;
  readonly facts: ServerFacts;
  readonly pages: PageCounts | undefined;
  readonly parts: Parts;
  readonly load: LoadPart;
  readonly notes: Set<string>;
  observer: Observer | undefined;
}

async function measuringOver(options: MeasuringOptions, side: PostgresConnection): Promise<Measuring> {
  try {
    const before = await readRehearsalCatalog(side);
    const facts = await readServerFacts(side);
    const parts = await startParts(options, side, before);
    // After the questions: what they read is not what the migrations read.
    const pages = await readPageCounts(side);
    const notes = new Set<string>();
    const load = await parts.startLoad();
    const start = { options, side, before, facts, parts, load, pages, notes };
    const beginning: Beginning = { ...start, observer: undefined };
    return {
      before,
      observe: (who) => observe(beginning, who),
      meterFor: (migrating) => meterFor(beginning, migrating),
      finish: (statements, failure) => finish(beginning, statements, failure),
      async [Symbol.asyncDispose]() {
        await Promise.all([beginning.observer?.stop(), load[Symbol.asyncDispose]()]);
        await side[Symbol.asyncDispose]();
      },
    };
  } catch (thrown) {
    await side[Symbol.asyncDispose]();
    throw thrown;
  }
}

async function observe(beginning: Beginning, who: Watched): Promise<Observer> {
  const { task } = beginning.options;
  const observer = await startObserver({
    directUri: task.request.directUri,
    open: measuringOpenerOf(task),
    who,
    before: beginning.before.relations,
    log: task.context.log,
  });
  beginning.observer = observer;
  return observer;
}

async function meterFor(beginning: Beginning, migrating: PostgresConnection): Promise<StatementMeter> {
  const { relations } = beginning.before;
  const { pid } = migrating;
  const first = await firstProbe(beginning, migrating);
  const observer = await observe(beginning, { pid });
  const look: Look = (span) => lookAt(beginning, observer, { pid, ...span });
  return statementMeter({ before: relations, first, look, clock: () => performance.now() });
}

/** Undefined where this role may not ask. */
async function firstProbe({ notes }: Beginning, migrating: PostgresConnection): Promise<Probe | undefined> {
  try {
    const [row = {}] = await migrating.query(probeQuery);
    const probe = parseProbe(text(row, probeColumn));
    if (probe === undefined) throw new Error('The probe gave another shape than it was written for.');
    return probe;
  } catch (thrown) {
    notes.add(`Locks could not be read in the migrating session: ${errorMessage(thrown)}`);
    return undefined;
  }
}

async function lookAt(
  { side, before, notes }: Beginning,
  observer: Observer,
  window: Window,
): Promise<Sighting | undefined> {
  try {
    const { locks, isSeen } = await observer.seen(window);
    const oids = before.relations.map(({ oid }) => oid);
    const [row = {}] = await side.query(stateQuery, [oids]);
    const wal = optionalText(row, 'wal');
    const fileNodes = fileNodesOf(row.nodes, oids);
    return { isSeen, locks, fileNodes, wal: wal === undefined ? null : Number(wal) };
  } catch (thrown) {
    notes.add(`A statement could not be looked at: ${errorMessage(thrown)}`);
    return undefined;
  }
}

const stateQuery = `
SELECT CASE WHEN pg_catalog.pg_is_in_recovery() THEN NULL
            ELSE pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0') END::text AS wal,
       (SELECT pg_catalog.array_agg(pg_catalog.pg_relation_filenode(o.oid)::bigint::text ORDER BY o.place)
          FROM pg_catalog.unnest($1::oid[]) WITH ORDINALITY AS o(oid, place)) AS nodes`;

function fileNodesOf(nodes: unknown, oids: readonly number[]): ReadonlyMap<number, number | null> {
  const values: readonly unknown[] = Array.isArray(nodes) ? nodes : [];
  return new Map(
    oids.map((oid, index) => [oid, typeof values[index] === 'string' ? Number(values[index]) : null]),
  );
}

async function finish(
  beginning: Beginning,
  statements: readonly MeasuredStatement[],
  failure: MigrationFailure | undefined,
): Promise<RehearsalEvidence | undefined> {
  const { options, side, before, notes, facts } = beginning;
  const { task, scripts, engine } = options;
  try {
    const [observation, load] = await Promise.all([beginning.observer?.stop(), beginning.load.finish()]);
    for (const note of observation?.notes ?? []) notes.add(note);
    const cache = cacheBetween(beginning.pages, await readPageCounts(side));
    const { computeSize, isProductionData = true } = task.request.rehearse ?? {};
    const circumstances: Circumstances = {
      ...facts,
      serverVersion: side.serverVersion,
      computeSize,
      cache,
      transport: task.transport,
      engine,
      isProductionData,
    };
    const after = await readRehearsalCatalog(side);
    const { notes: more, ...parts } = await beginning.parts.finish({ statements, failure, after });
    for (const note of more) notes.add(note);
    return {
      scripts,
      measurement: {
        statements,
        before: before.relations,
        circumstances,
        notes: [...notes],
      },
      before,
      after,
      ...parts,
      load,
    };
  } catch (thrown) {
    if (thrown instanceof CancelledError) throw thrown;
    task.context.log.warning(`What was measured is lost: ${errorMessage(thrown)}`);
    return undefined;
  }
}
