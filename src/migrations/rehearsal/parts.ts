/** The parts of a rehearsal beside the measuring: each begins before the first migration and ends after the last. */
import type { Session } from '../../postgres/catalog-transaction.ts';
import type { EngineTask } from '../engine-task.ts';
import type { MigrationFailure } from '../migration-run.ts';
import type { SchemaAt } from '../prisma-project.ts';
import { schemaOf } from '../session.ts';
import type { SqlParser } from '../sql-parser.ts';
import type { RehearsalCatalog } from './catalog.ts';
import { type CompatibilityPart, startCompatibilityPart } from './compatibility-part.ts';
import { startDataPart } from './data-part.ts';
import type { PendingScript, RehearsalEvidence } from './evidence.ts';
import { type LoadPart, startLoadPart } from './load-part.ts';
import type { MeasuredStatement } from './measurement.ts';
import type { Part } from './rehearsal.ts';

export interface PartsOptions {
  readonly task: Pick<EngineTask, 'request' | 'context' | 'transport' | 'stop'>;
  readonly scripts: readonly PendingScript[];
  readonly parser: SqlParser;
  /** The pull request's own Prisma schema, where it has one. */
  readonly newSchema: Part<SchemaAt>;
  /** Name of the migration that runs now, where the engine knows. */
  currentMigration(): string | undefined;
}

export interface Ending {
  readonly statements: readonly MeasuredStatement[];
  readonly failure: MigrationFailure | undefined;
  readonly after: RehearsalCatalog;
}

export interface Parts {
  /** Last of all, when nothing else will be asked before the first migration. */
  startLoad(): Promise<LoadPart>;
  finish(
    ending: Ending,
  ): Promise<
    Pick<RehearsalEvidence, 'data' | 'compatibility' | 'codeFirst'> & { readonly notes: readonly string[] }
  >;
}

export async function startParts(
  options: PartsOptions,
  session: Session,
  before: RehearsalCatalog,
): Promise<Parts> {
  const { task, newSchema } = options;
  const { deployed, rollout } = task.request.rehearse ?? {};
  const searchPath = [schemaOf(task.request.directUri)];
  const data = await startDataPart({ ...options, session, before, searchPath, transport: task.transport });
  const asked = { task, session, before };
  const compatibility = await startCompatibilityPart({
    ...asked,
    schema: deployed ?? { kind: 'skipped', reason: 'the deployed schema is not known' },
    direction: 'deployed-app',
  });
  const isCodeFirst = rollout === 'code-first';
  const codeFirst = await startCompatibilityPart({
    ...asked,
    schema: isCodeFirst
      ? newSchema
      : { kind: 'skipped', reason: 'it was not asked for (`rollout: code-first`)' },
    direction: 'new-app',
  });
  return {
    startLoad: () => startLoadPart({ ...options, before }),
    async finish({ statements, failure, after }) {
      const { data: refusals, notes } = await data.finish(statements, failure);
      const judged = (part: CompatibilityPart) =>
        failure === undefined ? part.finish(after) : Promise.resolve(afterFailure);
      return {
        data: refusals,
        notes,
        compatibility: await judged(compatibility),
        codeFirst: await judged(codeFirst),
      };
    },
  };
}

const afterFailure = { kind: 'skipped', reason: 'a migration failed' } as const;
