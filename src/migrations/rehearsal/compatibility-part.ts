/** The part of a rehearsal about applications: asked of the database before the migrations and after them. */
import { CancelledError, errorMessage } from '../../errors.ts';
import type { Session } from '../../postgres/catalog-transaction.ts';
import type { Direction } from '../compatibility/case.ts';
import { judgeCompatibility } from '../compatibility/check-compatibility.ts';
import { readClientSchema } from '../compatibility/client-reading.ts';
import type { ClientSchema } from '../compatibility/client-schema.ts';
import { type Probe, probeClient } from '../compatibility/probe.ts';
import type { EngineTask } from '../engine-task.ts';
import type { SchemaAt } from '../prisma-project.ts';
import { schemaOf } from '../session.ts';
import type { RehearsalCatalog } from './catalog.ts';
import type { Compatibility, Part } from './rehearsal.ts';

export interface CompatibilityPartOptions {
  readonly task: Pick<EngineTask, 'request' | 'context'>;
  readonly session: Session;
  readonly schema: Part<SchemaAt>;
  readonly direction: Direction;
  readonly before: RehearsalCatalog;
}

export interface CompatibilityPart {
  finish(after: RehearsalCatalog): Promise<Part<Compatibility>>;
}

/** Asks the database before the first migration. What cannot be asked is a reason, never a failure of the migration. */
export async function startCompatibilityPart(options: CompatibilityPartOptions): Promise<CompatibilityPart> {
  const { schema, session, direction, before } = options;
  const uri = options.task.request.directUri;
  const first = await orReason(async () => {
    if (schema.kind === 'skipped') return schema;
    const client = await clientOf(options, schema.result);
    if (client.kind === 'skipped') return client;
    const probe = await probeClient(client.result, session, schemaOf(uri));
    return { kind: 'done', result: { client: client.result, probe, of: schema.result.of } };
  });
  return {
    finish: (after) =>
      orReason(async () => {
        if (first.kind === 'skipped') return first;
        const { client, probe: earlier, of } = first.result;
        const later = await probeClient(client, session, schemaOf(uri));
        const [madeFor, meets] = direction === 'deployed-app' ? [earlier, later] : [later, earlier];
        const request = { client, direction, before, after, schemaOf: of, madeFor, meets };
        return { kind: 'done', result: judgeCompatibility(request) };
      }),
  };
}

interface Asked {
  readonly client: ClientSchema;
  readonly probe: Probe;
  readonly of: string;
}

async function clientOf(
  { task }: CompatibilityPartOptions,
  { files }: SchemaAt,
): Promise<Part<ClientSchema>> {
  const { wasm, openConnection } = task.context;
  const { directUri } = task.request;
  const reading = await readClientSchema({ schemaFiles: files, directUri, wasm, openConnection });
  return reading.kind === 'read' ? { kind: 'done', result: reading.client } : reading;
}

async function orReason<T extends Asked | Compatibility>(work: () => Promise<Part<T>>): Promise<Part<T>> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof CancelledError) throw thrown;
    return { kind: 'skipped', reason: `The database could not be asked: ${errorMessage(thrown)}` };
  }
}
