/** What `migrate` takes and gives. */
import type { Logger } from '../log.ts';
import type { Finding } from '../report/finding.ts';
import type { SchemaAt } from './prisma-project.ts';
import type { RehearsalEvidence } from './rehearsal/evidence.ts';
import type { Part } from './rehearsal/rehearsal.ts';
import type { OpenConnection } from './session.ts';
import type { WasmPaths } from './wasm-path.ts';

export const engineChoices = ['auto', 'project', 'bundled'] as const;
export type EngineChoice = (typeof engineChoices)[number];

/** Paths may be relative; they are taken from `workingDirectory`. */
export interface MigrateRequest {
  readonly engine: EngineChoice;
  /** Another tool's command, run by bash in the working directory. Engine, schema, migrations and baseline do not apply. */
  readonly command?: string | undefined;
  readonly workingDirectory: string;
  /** Root of the checkout; files in findings are named relative to it. Undefined = the working directory. */
  readonly workspace?: string | undefined;
  /** The schema file or folder. Undefined = Prisma's own search. */
  readonly schema?: string | undefined;
  /** The folder of migrations. Undefined = Prisma's own search. */
  readonly migrations?: string | undefined;
  /** Mark this migration and all before it as applied, in a database that has tables but no history. */
  readonly baseline?: string | undefined;
  readonly directUri: string;
  readonly pooledUri?: string | undefined;
  /** The base environment of child processes. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Measure what each statement does; undefined = only apply. */
  readonly rehearse?: RehearseRequest | undefined;
  /** False on a pull request from a fork: `prisma.config.ts` and the project's own engine are the contributor's code. */
  readonly allowProjectCode: boolean;
}

/** What only the caller knows of the database that is migrated. */
export interface RehearseRequest {
  /** Such as `0.25 CU`; undefined where the provider does not say. */
  readonly computeSize?: string | undefined;
  /** False where sizes say nothing about production: a schema-only branch, an empty server. Default true. */
  readonly isProductionData?: boolean | undefined;
  /** The Prisma schema of the code that runs while this migrates; undefined = nobody asked. */
  readonly deployed?: Part<SchemaAt> | undefined;
  /** `code-first`: the new code also has to run on the database before the migrations. Default `migrate-first`. */
  readonly rollout?: 'migrate-first' | 'code-first' | undefined;
  /** Read and write a little meanwhile. Default false. */
  readonly load?: boolean | undefined;
  /** Milliseconds from when on a stall of the load is a finding. */
  readonly maxStallMs?: number | undefined;
}

export interface MigrateContext {
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** The whole time allowed, in milliseconds. */
  readonly timeoutMs: number;
  /** Hides secrets in the output of child processes. */
  mask(text: string): string;
  readonly wasm?: WasmPaths | undefined;
  /** How connections are opened; undefined = with patience, by the postgres room. */
  readonly openConnection?: OpenConnection | undefined;
  /** How long a statement runs before the log says what it waits for, and again. Default 15,000. */
  readonly progressEveryMs?: number | undefined;
}

export interface EngineUsed {
  readonly name: 'project' | 'bundled' | 'command';
  /** Why, where `auto` chose; else that it was asked for. */
  readonly reason: string;
  /** Prisma's version for `project`, the engine's commit for `bundled`. */
  readonly version: string | undefined;
}

export interface MigrationResult {
  readonly name: string;
  readonly status: 'applied' | 'baselined' | 'failed' | 'pending';
  /** Undefined where nothing ran, or the tool that ran does not say. */
  readonly durationMs: number | undefined;
}

export interface MigrationFailure {
  readonly reason: 'error' | 'cancelled' | 'timed-out';
  /** Undefined where the failure belongs to no migration (the tool did not start, the command failed). */
  readonly migration: string | undefined;
  /** Path relative to the workspace. */
  readonly file: string | undefined;
  readonly line: number | undefined;
  /** The failing statement, cut to a readable length. */
  readonly statement: string | undefined;
  readonly sqlState: string | undefined;
  readonly message: string;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  /** What to do, a step an entry. */
  readonly recovery: readonly string[];
}

interface RunFacts {
  readonly engine: EngineUsed;
  /** What this run did and what is left, in order; empty for `command`. */
  readonly migrations: readonly MigrationResult[];
  /** Undefined when it cannot be known (`command`). */
  readonly pendingCount: number | undefined;
  readonly durationMs: number;
  /** Warnings about the history that did not stop the run. */
  readonly findings: readonly Finding[];
  /** What was measured; undefined when it was not asked for, nothing was pending, or it could not be done. */
  readonly rehearsal?: RehearsalEvidence | undefined;
}

export type MigrationRun =
  | (RunFacts & { readonly kind: 'applied' })
  | (RunFacts & { readonly kind: 'failed'; readonly failure: MigrationFailure });
