import type { Finding } from '../report/finding.ts';
import type { ActionDefinition, InputMap, InputValues, OutputMap } from './definition.ts';
import type { TriggerEvent } from './event.ts';
import type { ReportStore } from './report-store.ts';

/** Everything that an action may touch of the world around it; `run()` gets it, domain code gets parts of it. */
export interface Job {
  readonly action: string;
  readonly log: import('../log.ts').Logger;
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  readonly event: TriggerEvent;
  /** The step's environment without our inputs; what a child process may see. */
  readonly environment: NodeJS.ProcessEnv;
  readonly workspace: string;
  /** A folder for this job's state, kept between its steps, closed to other users. */
  readonly stateDirectory: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly reports: ReportStore;
  /** The folder of the running bundle, where the .wasm files are; undefined when running from source. */
  readonly bundleDirectory: string | undefined;
  readonly fetch: typeof globalThis.fetch;
  now(): Date;
  mask(secret: string): void;
  /** The text with every masked value replaced by `***`. */
  redact(text: string): string;
  /** Adds to the step summary; over GitHub's limit it is cut with a notice, never lost with an error. */
  summarize(markdown: string): void;
  annotate(findings: readonly Finding[]): void;
  /** For later steps of the job (`GITHUB_ENV`). */
  exportVariable(name: string, value: string): void;
}

/** A job seen by one action: with its own inputs and outputs. */
export interface ActionIo<Definition extends ActionDefinition> extends Job {
  readonly inputs: Definition extends ActionDefinition<infer Inputs, OutputMap> ? InputValues<Inputs> : never;
  output(name: OutputName<Definition>, value: string | number | boolean): void;
  /** Lets the step fail after everything else is done. */
  fail(message: string): void;
}

export type OutputName<Definition extends ActionDefinition> =
  Definition extends ActionDefinition<InputMap, infer Outputs> ? keyof Outputs & string : never;

export interface ActionModule<Definition extends ActionDefinition = ActionDefinition> {
  readonly definition: Definition;
  run(io: ActionIo<Definition>): Promise<void>;
}
