/** The deployed app: does what the client of a Prisma schema sends still work on a database? */
import type { Session } from '../../postgres/catalog-transaction.ts';
import { findingOf } from '../../report/rule.ts';
import type { SchemaFile } from '../prisma-project.ts';
import type { RehearsalCatalog } from '../rehearsal/catalog.ts';
import type { Compatibility, CompatibilityVerdict, Part } from '../rehearsal/rehearsal.ts';
import { type OpenConnection, schemaOf } from '../session.ts';
import type { WasmPaths } from '../wasm-path.ts';
import { accessJudgements } from './access-judgement.ts';
import { type Case, caseOf, type Direction, type Judgement, type World } from './case.ts';
import { readClientSchema } from './client-reading.ts';
import type { ClientSchema } from './client-schema.ts';
import { constraintJudgements } from './constraint-judgement.ts';
import { viewOf } from './database-view.ts';
import { type Probe, probeClient } from './probe.ts';
import { joinTableJudgements, relationJudgements } from './relation-judgement.ts';
import { compatibilityRules } from './rules.ts';
import { statementJudgements } from './statement-judgement.ts';
import { enumJudgements, typeJudgements } from './type-judgement.ts';
import { uniqueJudgements } from './unique-judgement.ts';
import { valueJudgements } from './value-judgement.ts';

export interface CompatibilityRequest {
  /** Of the code that is asked about: the base ref's for `deployed-app`, the pull request's for `new-app`. */
  readonly schemaFiles: readonly SchemaFile[];
  /** Where they are from, such as the base ref's commit. */
  readonly schemaOf: string;
  readonly direction: Direction;
  /** Before the first pending migration. */
  readonly before: RehearsalCatalog;
  /** After the last one. */
  readonly after: RehearsalCatalog;
  /**
   * What the database that this code was made for answers ({@link probeClient}): before the migrations for `deployed-app`,
   * after them for `new-app`. With it, what was broken anyway is left out exactly; without, the two catalogs must explain
   * a refusal, and grants and row security are not judged.
   */
  readonly madeFor?: Probe | undefined;
}

export interface CompatibilityContext {
  /** On the database that the code meets: migrated for `deployed-app`, not yet migrated for `new-app`. */
  readonly session: Session;
  /** Of that database. Its `schema` parameter says where tables without `@@schema` are; Prisma's engine borrows a connection. */
  readonly directUri: string;
  readonly wasm?: WasmPaths | undefined;
  readonly openConnection?: OpenConnection | undefined;
}

/** Prepares statements on the server and compares the catalogs; nothing is written, no row is read. Skipped where the schema cannot be read. */
export async function checkCompatibility(
  request: CompatibilityRequest,
  context: CompatibilityContext,
): Promise<Part<Compatibility>> {
  const { session, ...rest } = context;
  const reading = await readClientSchema({ schemaFiles: request.schemaFiles, ...rest });
  if (reading.kind === 'skipped') return reading;
  const meets = await probeClient(reading.client, session, schemaOf(context.directUri));
  return { kind: 'done', result: judgeCompatibility({ ...request, client: reading.client, meets }) };
}

export interface JudgeRequest extends Omit<CompatibilityRequest, 'schemaFiles'> {
  readonly client: ClientSchema;
  /** What the database that the code meets answered. */
  readonly meets: Probe;
}

/** The part without a database: for a probe that was made earlier, as for `new-app`, whose database is gone once it is migrated. */
export function judgeCompatibility(request: JudgeRequest): Compatibility {
  const { client, direction, before, after, madeFor, meets } = request;
  const [made, met] = direction === 'deployed-app' ? [before, after] : [after, before];
  const world: World = { client, direction, made: viewOf(made, madeFor), met: viewOf(met, meets) };
  const judgements = [
    ...client.models.flatMap((model) => judgementsOf(caseOf(world, model))),
    ...joinTableJudgements(world),
  ];
  const verdicts = judgements.map((judgement) => verdictOf(judgement, direction));
  return {
    schemaOf: request.schemaOf,
    models: client.models.length,
    prepared: meets.prepared,
    verdicts: [...verdicts.filter(breaks), ...verdicts.filter((verdict) => !breaks(verdict))],
  };
}

function breaks({ status }: CompatibilityVerdict): boolean {
  return status === 'breaks';
}

/** What the server refuses comes first; a field that is gone, or whose every use fails, has nothing more to say. */
function judgementsOf(place: Case): readonly Judgement[] {
  const refused = statementJudgements(place);
  if (refused.some(({ field, operation }) => field === undefined && operation === 'all')) return refused;
  const told = new Set(refused.map(({ field }) => field));
  const catalog = [
    ...valueJudgements(place),
    ...typeJudgements(place),
    ...enumJudgements(place),
    ...uniqueJudgements(place),
    ...constraintJudgements(place),
    ...accessJudgements(place),
  ];
  return [
    ...refused,
    ...catalog.filter(({ field }) => field === undefined || !told.has(field)),
    ...relationJudgements(place),
  ];
}

function verdictOf(judgement: Judgement, direction: Direction): CompatibilityVerdict {
  const { model, field, about, operation, status, message, evidence, fix } = judgement;
  const part = field ?? about;
  return {
    model,
    field,
    operation,
    status,
    finding: findingOf(compatibilityRules[direction][status], {
      subject: part === undefined ? model : `${model}.${part}`,
      message,
      ...(evidence === undefined ? {} : { evidence }),
      fix,
    }),
  };
}
