import { CancelledError, ExternalError, errorMessage, UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { connectWhenReady } from '../postgres/connect.ts';
import { parseConnectionUri } from '../postgres/connection-uri.ts';
import { parseTableName } from '../postgres/object-name.ts';
import { sqlStateOf } from '../postgres/sqlstate.ts';
import { type Finding, sortFindings } from '../report/finding.ts';
import { levelOf, type Ruled, type RulePolicy, ruleOnAll, withPresetLevels } from '../report/rule-policy.ts';
import type { DeclaredExpectations } from './configuration/expectation-shape.ts';
import type { Catalog } from './schema/catalog.ts';
import { declaredShapes, declaredTables } from './schema/expected-table.ts';
import { collectFacts, type Drift, type ExpectedIndex, type SchemaFacts, topTables } from './schema/facts.ts';
import { isIgnored } from './schema/ignore.ts';
import { readCatalog, readHistories } from './schema/read-catalog.ts';
import { apiRolesOf } from './schema/row-security.ts';
import { schemaRuleList, schemaRules } from './schema/rules.ts';
import { readStatistics, type Statistics } from './schema/statistics.ts';

export type { ExpectedIndex } from './schema/facts.ts';
export { schemaRuleGroups, schemaRules } from './schema/rules.ts';

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
  readonly policy: RulePolicy;
  /** Declared in the configuration, besides the tables and extensions above. */
  readonly expect?: DeclaredExpectations;
  /** Of production or a replica, whose statistics alone tell how the schema is used. */
  readonly productionUri?: string;
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
  /** What the configuration accepts, with its reason. */
  readonly accepted: Ruled['accepted'];
  /** Rules that are on and could not look at all they are about. */
  readonly skipped: readonly SkippedRule[];
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
  const policy = withPresetLevels(schemaRules, request.policy);
  const [database, drift, statistics] = await Promise.all([
    readDatabase({ ...request, policy }, context),
    readDrift(request),
    productionStatistics({ ...request, policy }, context),
  ]);
  const { expect = {}, expectExtensions = [] } = request;
  const facts = collectFacts(database.catalog, {
    drift,
    statistics,
    policy,
    histories: database.histories,
    expected: {
      tables: [...new Set([...request.expectTables, ...declaredTables(expect)])],
      shapes: declaredShapes(expect),
      indexes: request.expectIndexes ?? [],
      extensions: [...new Set([...expectExtensions, ...(expect.extensions ?? [])])],
      schemas: request.schemas ?? [],
      defaultSchema: defaultSchemaOf(request),
    },
  });
  const rules = schemaRuleList.filter(({ info }) => levelOf(info, policy) !== 'off');
  const ruled = ruleOnAll(
    rules.flatMap((rule) => rule.find(facts)),
    schemaRules,
    policy,
  );
  const ids = schemaRules.map(({ id }) => id);
  const kept = ruled.told.filter((finding) => !isIgnored(finding, request.ignore ?? [], ids));
  context.log.debug(
    `check-schema: ${rules.length} rules, ${kept.length} findings, ${ruled.told.length - kept.length} ignored, ${ruled.accepted.length} accepted`,
  );
  return {
    findings: sortFindings(kept),
    ignored: ruled.told.length - kept.length,
    accepted: ruled.accepted,
    skipped: skippedRules(rules, facts),
    ...overview(database.catalog),
    counts: { ...countsOf(database.catalog), tables: topTables(facts).length },
    drift: drift.kind,
  };
}

function defaultSchemaOf({ directUri }: SchemaCheckRequest): string {
  return parseConnectionUri(directUri).parameters.get('schema') ?? 'public';
}

export interface SkippedRule {
  readonly rule: string;
  readonly reason: string;
}

function skippedRules(rules: typeof schemaRuleList, facts: SchemaFacts): readonly SkippedRule[] {
  return rules.flatMap(({ info, skipped }) =>
    (skipped?.(facts) ?? []).map((reason) => ({ rule: info.id, reason })),
  );
}

/** A production that does not answer is a reason to skip, not to fail: the branch has been checked all the same. */
async function productionStatistics(
  { productionUri, policy }: SchemaCheckRequest,
  context: SchemaCheckContext,
): Promise<Statistics> {
  if (productionUri === undefined)
    return { kind: 'skipped', reason: 'needs statistics of production (`production-url`)' };
  const isWanted = schemaRuleList.some(
    ({ info, needsStatistics }) => needsStatistics === true && levelOf(info, policy) !== 'off',
  );
  if (!isWanted) return { kind: 'skipped', reason: 'every rule about them is off' };
  try {
    const timeoutMs = Math.min(context.timeoutMs, 30_000);
    await using session = await connectWhenReady({
      ...context,
      timeoutMs,
      uri: productionUri,
      applicationName: 'database-actions/statistics',
      settings: { statementTimeoutMs: timeoutMs },
    });
    return { kind: 'read', counted: await readStatistics(session) };
  } catch (thrown) {
    context.signal.throwIfAborted();
    const isForeseen =
      thrown instanceof UserError || thrown instanceof ExternalError || sqlStateOf(thrown) !== undefined;
    if (!isForeseen) throw thrown;
    return { kind: 'skipped', reason: `production’s statistics could not be read: ${errorMessage(thrown)}` };
  }
}

async function readDatabase(request: SchemaCheckRequest, context: SchemaCheckContext) {
  await using session = await connectWhenReady({
    ...context,
    uri: request.directUri,
    applicationName: 'database-actions/check-schema',
    settings: { statementTimeoutMs: context.timeoutMs },
  });
  const defaultSchema = defaultSchemaOf(request);
  const catalog = await readCatalog(session, {
    schemas: request.schemas ?? [],
    columnsOf: declaredShapes(request.expect ?? {}).map(
      ({ table }) => parseTableName(table, defaultSchema).name,
    ),
    apiRoles: apiRolesOf(request),
  });
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
