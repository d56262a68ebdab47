/** Holds a restored copy against what was dumped: content, schema, structure, and the user's own questions. */
import type { ClientProgram } from '../../postgres/client-program.ts';
import { connectWhenReady } from '../../postgres/connect.ts';
import type { PostgresConnection } from '../../postgres/connection.ts';
import type { SessionSettings } from '../../postgres/session.ts';
import { diffSnapshots } from '../../schema/diff-snapshots.ts';
import { readSnapshot } from '../../schema/read-snapshot.ts';
import type { ObjectChange, SchemaDiff } from '../../schema/schema-diff.ts';
import type { SchemaSnapshot } from '../../schema/snapshot.ts';
import type { Stopwatch } from '../drill/stopwatch.ts';
import type { BackupManifest } from '../manifest.ts';
import type { FactsComparison } from '../proof/compare-facts.ts';
import type { ContentDifference, DatabaseFacts, Omission } from '../proof/database-facts.ts';
import { runAmcheck } from './amcheck.ts';
import { analyzeCopy } from './analyze-copy.ts';
import { type FailedAssertion, runAssertions } from './assertions.ts';
import type { RestoreContext, RestoreTarget } from './restore-target.ts';

/** Reads and compares what a database holds. */
export interface FactsReader {
  /** In the way in which the facts of the manifest were read. */
  read(target: RestoreTarget, manifest: BackupManifest, context: RestoreContext): Promise<DatabaseFacts>;
  compare(expected: DatabaseFacts, actual: DatabaseFacts): FactsComparison;
}

export interface ProveCopyRequest {
  readonly manifest: BackupManifest;
  readonly target: RestoreTarget;
  /** Of the source; undefined when the backup has none. */
  readonly schema: SchemaSnapshot | undefined;
  /** Owners and grants were restored. */
  readonly hasOwners: boolean;
  readonly facts: FactsReader;
  readonly amcheck: ClientProgram | undefined;
  /** For pg_amcheck: how libpq reaches the target. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly assertions: readonly string[];
  /** Milliseconds for one statement of the user's. */
  readonly assertionTimeoutMs: number;
  /** Connections at the same time. */
  readonly jobs: number;
  readonly stopwatch: Stopwatch;
}

export interface CopyProof {
  readonly differences: readonly ContentDifference[];
  readonly schema: SchemaDiff | undefined;
  /** What amcheck says of tables and indexes. */
  readonly corruption: readonly string[];
  readonly failedAssertions: readonly FailedAssertion[];
  readonly notCompared: readonly Omission[];
  /** Fingerprinted when it was dumped, and not to be read in the copy: nothing is proved of it. */
  readonly unproved: readonly string[];
}

/** Every part is done, whatever another one found. The amcheck comes last: it makes an extension in the copy. */
export async function proveCopy(request: ProveCopyRequest, context: RestoreContext): Promise<CopyProof> {
  const { stopwatch, assertions } = request;
  await stopwatch.time('analyze', () =>
    analyzeCopy(() => open(request, context, { statementTimeoutMs: 0 }), request.jobs),
  );
  const compared = await stopwatch.time('compare', () => compare(request, context));
  const failedAssertions =
    assertions.length === 0 ? [] : await stopwatch.time('assert-sql', () => askUser(request, context));
  const checked = await stopwatch.time('amcheck', () =>
    runAmcheck({ ...request, program: request.amcheck }, context),
  );
  return {
    ...compared,
    corruption: checked.kind === 'done' ? checked.corruption : [],
    failedAssertions,
    notCompared: [...compared.notCompared, ...(checked.kind === 'done' ? [] : [checked.omission])],
  };
}

function open(
  { target }: ProveCopyRequest,
  { signal, timeoutMs, log }: RestoreContext,
  settings: SessionSettings,
): Promise<PostgresConnection> {
  return connectWhenReady({
    uri: target.uri,
    applicationName: 'database-actions/restore',
    signal,
    timeoutMs,
    log,
    settings,
  });
}

type Compared = Pick<CopyProof, 'differences' | 'schema' | 'notCompared' | 'unproved'>;

async function compare(request: ProveCopyRequest, context: RestoreContext): Promise<Compared> {
  const { manifest, facts, target, schema } = request;
  const actual = await facts.read(target, manifest, context);
  const { differences, notCompared, unproved } = facts.compare(manifest.facts, actual);
  const diff = schema === undefined ? undefined : await diffSchema(request, schema, context);
  return {
    differences,
    unproved,
    schema: diff,
    notCompared: [
      ...notCompared,
      ...(diff === undefined
        ? [{ subject: 'schema', reason: 'the backup holds no snapshot of it' }]
        : diff.notCompared.map(({ kind, reason }) => ({ subject: `${kind} (schema)`, reason }))),
    ],
  };
}

/** Versions of extensions are told by the facts; owners and grants only where they were restored. */
async function diffSchema(
  request: ProveCopyRequest,
  schema: SchemaSnapshot,
  context: RestoreContext,
): Promise<SchemaDiff> {
  await using session = await open(request, context, { statementTimeoutMs: 0 });
  const copy = await readSnapshot(session, schema.scope === null ? {} : { schemas: schema.scope });
  const ignoreAttributes = ['tablespace', ...(request.hasOwners ? [] : ['owner', 'grants'])];
  const diff = diffSnapshots(schema, copy, { exclude: notRestored(request), ignoreAttributes });
  return { ...diff, changes: diff.changes.filter((change) => !isOtherVersion(change)) };
}

/** Told by the facts. */
function isOtherVersion({ object, change, attributes }: ObjectChange): boolean {
  return (
    object.kind === 'extension' && change === 'changed' && attributes.every(({ name }) => name === 'version')
  );
}

/** What no restore may bring, and what was left away for a role that is no superuser. */
function notRestored({ hasOwners, target }: ProveCopyRequest): readonly string[] {
  return [
    ...(hasOwners ? [] : ['default privileges:*']),
    ...(target.isSuperuser ? [] : ['extension:*', 'event trigger:*', 'publication:*']),
  ];
}

async function askUser(
  request: ProveCopyRequest,
  context: RestoreContext,
): Promise<readonly FailedAssertion[]> {
  await using session = await open(request, context, {
    isReadOnly: true,
    statementTimeoutMs: request.assertionTimeoutMs,
  });
  return await runAssertions(session, request.assertions);
}
