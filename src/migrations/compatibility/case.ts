/** One model of a client, between the database that the client was made for and the one that it meets. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import type { CompatibilityVerdict } from '../rehearsal/rehearsal.ts';
import { type ClientField, type ClientModel, type ClientSchema, tableKey } from './client-schema.ts';
import type { DatabaseView, TableView } from './database-view.ts';
import type { Refusal } from './probe.ts';

/**
 * `deployed-app`: the app that runs while the migrations do, on the migrated database. `new-app`: the pull request's app on
 * the database before the migrations, as with `rollout: code-first`.
 */
export type Direction = 'deployed-app' | 'new-app';

export interface World {
  readonly client: ClientSchema;
  readonly direction: Direction;
  /** The database that the client was made for. */
  readonly made: DatabaseView;
  /** The one that it meets. */
  readonly met: DatabaseView;
}

export interface Case extends World {
  readonly model: ClientModel;
  readonly madeTable: TableView | undefined;
  readonly metTable: TableView | undefined;
}

/** What a rule has to say; {@link verdictOf} makes the finding. */
export interface Judgement extends Pick<CompatibilityVerdict, 'operation' | 'status'> {
  readonly model: string;
  /** Undefined: of the model as a whole. */
  readonly field?: string;
  /** What follows the model's name in the subject, where that is no field: a column that the client does not know. */
  readonly about?: string;
  /** Sentences. */
  readonly message: string;
  readonly evidence?: string;
  readonly fix: string;
}

export function caseOf(world: World, model: ClientModel): Case {
  const key = tableKey(model);
  return {
    ...world,
    model,
    madeTable: world.made.tables.get(key),
    metTable: world.met.tables.get(key),
  };
}

export function fieldOfColumn({ model }: Case, column: string): ClientField | undefined {
  return model.fields.find((field) => field.column === column);
}

/** Words that differ with the direction. */
export interface Voice {
  /** `The deployed app` */
  readonly app: string;
  /** When the trouble is over. */
  readonly until: string;
  /** Whoever makes the change: `this pull request drops …`, or how it is without it. */
  choose(deployed: string, fresh: string): string;
}

export function voiceOf(direction: Direction): Voice {
  const isDeployed = direction === 'deployed-app';
  return {
    app: isDeployed ? 'The deployed app' : 'The new app',
    until: isDeployed ? 'until the new code is out everywhere' : 'until the migrations have run',
    choose: (deployed, fresh) => (isDeployed ? deployed : fresh),
  };
}

/** Such as `users.email`, for people; with the schema where that is not the usual one. */
export function columnWords(model: ClientModel, column: string): string {
  return `${tableWords(model)}.${column}`;
}

export function tableWords({ schema, table }: { readonly schema: string; readonly table: string }): string {
  return schema === 'public' ? table : `${schema}.${table}`;
}

/** For SQL. */
export function tableSql({ schema, table }: { readonly schema: string; readonly table: string }): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`;
}

export function refusalEvidence({ sqlState, message }: Pick<Refusal, 'sqlState' | 'message'>): string {
  return `PREPARE was refused: ${message} (${sqlState})`;
}
