import { resolve } from 'node:path';
import type { JobState } from './job-state.ts';

/** The repository and ref that a YAML file came from: what `$/` in it means. */
export interface ActionOrigin {
  readonly root: string;
  readonly repository: string;
  readonly ref: string;
}

/** Plays a third-party action. */
export type StandIn = (call: StandInCall) => Promise<StandInResult>;

export interface StandInCall {
  readonly inputs: Readonly<Record<string, string>>;
  readonly workspace: string;
  /** RUNNER_TEMP */
  readonly temporaryDirectory: string;
  readonly github: Readonly<Record<string, unknown>>;
  /** Environment that the job runs in; empty when it names none. */
  readonly environment: string;
  /** A line of its log. */
  readonly log: (line: string) => void;
}

export interface StandInResult {
  readonly outputs?: Readonly<Record<string, string>>;
  /** Folders that later steps find on PATH. */
  readonly path?: readonly string[];
  /** Variables that later steps have. */
  readonly env?: Readonly<Record<string, string>>;
  /** What it asks to be masked. */
  readonly masks?: readonly string[];
}

export type ResolvedUses =
  | {
      readonly kind: 'action';
      readonly directory: string;
      readonly origin: ActionOrigin;
      /** False for `./`: then `github.action_repository` and `action_ref` are empty. */
      readonly remote: boolean;
    }
  | { readonly kind: 'stand-in'; readonly standIn: StandIn };

/** Finds what `uses:` names. `./` is the consumer's workspace, wherever the YAML file itself lies. */
export function resolveUses(uses: string, job: JobState, origin: ActionOrigin): ResolvedUses {
  if (uses.startsWith('./') || uses.startsWith('../')) {
    const directory = resolve(job.options.workspace, uses);
    return { kind: 'action', directory, origin: job.workflowOrigin, remote: false };
  }
  if (uses.startsWith('$/')) {
    if (uses === '$/') throw new Error("Invalid self-repository reference '$/': a path is required");
    return { kind: 'action', directory: resolve(origin.root, uses.slice(2)), origin, remote: true };
  }
  const match = /^(?<owner>[^/@]+)\/(?<name>[^/@]+)(?<path>\/[^@]+)?@(?<ref>.+)$/.exec(uses);
  if (match?.groups === undefined) {
    throw new Error(
      `Expected format {org}/{repo}[/path]@ref. Actual '${uses}' Input string was not in a correct format.`,
    );
  }
  const { owner = '', name = '', path = '', ref = '' } = match.groups;
  const repository = `${owner}/${name}`;
  const standIn = job.options.standIns?.[`${repository}${path}`];
  if (standIn !== undefined) return { kind: 'stand-in', standIn };
  const root = job.options.actions?.[repository];
  if (root === undefined) throw new Error(`Unable to resolve action '${uses}', repository not found`);
  return {
    kind: 'action',
    directory: resolve(root, `.${path}`),
    origin: { root, repository, ref },
    remote: true,
  };
}
