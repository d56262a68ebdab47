import { CancelledError, ExternalError, UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { connectWhenReady } from '../postgres/connect.ts';
import { parseConnectionUri } from '../postgres/connection-uri.ts';
import { type Finding, sortFindings } from '../report/finding.ts';
import type { Catalog } from './schema/catalog.ts';
import { collectFacts, type Drift, type ExpectedIndex, topTables } from './schema/facts.ts';
import { isIgnored } from './schema/ignore.ts';
import { readCatalog, readHistories } from './schema/read-catalog.ts';
import { schemaRuleList, schemaRules } from './schema/rules.ts';

export type { ExpectedIndex } from './schema/facts.ts';
export { schemaRules } from './schema/rules.ts';

export interface SchemaCheckRequest {
  readonly directUri: string;
  /** `table`, `schema.table` or either part quoted. A name alone is of the URI's `schema` parameter, else of `public`. */
  readonly expectTables: readonly string[];
  readonly expectIndexes?: readonly ExpectedIndex[];
  readonly expectExtensions?: readonly string[];
  /** Prisma's own diff from the database to the Prisma schema: `sql` would bring the database to it. */
  readonly drift?: () => Promise<{ readonly sql: string; readonly empty: boolean }>;
  /** Default: all but the system's and the provider's. */
  readonly schemas?: readonly string[];
  /** `rule`, `rule:subject` or `subject`; `*` stands for any text. */
  readonly ignore?: readonly string[];
}

export interface SchemaCheckContext {
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Milliseconds allowed for connecting, and for each query. */
  readonly timeoutMs: number;
}

export interface SchemaCheck {
  readonly findings: readonly Finding[];
  /** How many findings the `ignore` patterns took away. */
  readonly ignored: number;
  readonly schemas: readonly string[];
  readonly providerSchemas: readonly string[];
  /** Installed ones with their version, sorted: `pg_trgm 1.6`. */
  readonly extensions: readonly string[];
  readonly drift: Drift['kind'];
  readonly counts: {
    /** Without partitions. */
    readonly tables: number;
    readonly partitions: number;
    readonly indexes: number;
    readonly foreignKeys: number;
    readonly sequences: number;
  };
}

/**
 * Reads the catalog once and runs every schema rule on it. Changes nothing.
 * @throws ExternalError or UserError when the database cannot be connected to or does not answer.
 */
export async function checkSchema(
  request: SchemaCheckRequest,
  context: SchemaCheckContext,
): Promise<SchemaCheck> {
  const [database, drift] = await Promise.all([readDatabase(request, context), readDrift(request)]);
  const facts = collectFacts(database.catalog, {
    drift,
    histories: database.histories,
    expected: {
      tables: request.expectTables,
      indexes: request.expectIndexes ?? [],
      extensions: request.expectExtensions ?? [],
      schemas: request.schemas ?? [],
      defaultSchema: parseConnectionUri(request.directUri).parameters.get('schema') ?? 'public',
    },
  });
  const all = schemaRuleList.flatMap((rule) => rule.find(facts));
  const ids = schemaRules.map(({ id }) => id);
  const kept = all.filter((finding) => !isIgnored(finding, request.ignore ?? [], ids));
  context.log.debug(`check-schema: ${all.length} findings, ${all.length - kept.length} of them ignored`);
  return {
    findings: sortFindings(kept),
    ignored: all.length - kept.length,
    ...overview(database.catalog),
    counts: { ...countsOf(database.catalog), tables: topTables(facts).length },
    drift: drift.kind,
  };
}

async function readDatabase(request: SchemaCheckRequest, context: SchemaCheckContext) {
  await using session = await connectWhenReady({
    ...context,
    uri: request.directUri,
    applicationName: 'database-actions/check-schema',
    settings: { statementTimeoutMs: context.timeoutMs },
  });
  const catalog = await readCatalog(session, request.schemas ?? []);
  return { catalog, histories: await readHistories(session, catalog) };
}

/** A comparison that fails is told as a finding: the other rules still have something to say. */
async function readDrift({ drift }: SchemaCheckRequest): Promise<Drift> {
  if (drift === undefined) return { kind: 'not-asked' };
  try {
    const { sql, empty } = await drift();
    return empty ? { kind: 'none' } : { kind: 'found', sql };
  } catch (thrown) {
    if (thrown instanceof CancelledError) throw thrown;
    if (thrown instanceof UserError || thrown instanceof ExternalError)
      return { kind: 'unknown', reason: [thrown.message, thrown.hint].filter(Boolean).join(' ') };
    throw thrown;
  }
}

function overview({ schemas, providerSchemas, extensions }: Catalog) {
  const installed = extensions.filter((extension) => extension.installed !== null);
  const names = installed.map(({ name, installed: version }) => `${name} ${version}`).toSorted();
  return { schemas, providerSchemas, extensions: names };
}

function countsOf({ relations, indexes, foreignKeys, sequences }: Catalog) {
  const partitions = relations.filter(({ kind, isPartition }) => isPartition && /^[rp]$/.test(kind)).length;
  const own = indexes.filter(({ isPartition }) => !isPartition).length;
  return { partitions, indexes: own, foreignKeys: foreignKeys.length, sequences: sequences.length };
}
