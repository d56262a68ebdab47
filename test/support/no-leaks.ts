import { parseConnectionUri } from '../../src/postgres/connection-uri.ts';
import type { JobResult } from '../runner/job.ts';
import { findLeaks, findLeaksInTexts } from '../runner/leaks.ts';
import type { StepReport } from '../runner/step-run.ts';
import type { GitHubStandIn } from '../stand-ins/github/server.ts';

export interface LeakSearch {
  /** What the job was given. */
  readonly secrets: readonly string[];
  /** RUNNER_TEMP, the workspace, uploaded artifacts. */
  readonly folders: readonly string[];
  readonly github: GitHubStandIn;
}

type Searched = Omit<JobResult, 'conclusion'>;

/** Outputs and variables whose purpose is to hand on a URI. */
const uriNames = ['database-url', 'database-url-pooled', 'DATABASE_URL', 'DIRECT_URL'];

/**
 * Searches all that a job left behind for the secrets that it was given, those that it made (the passwords of its URIs)
 * and everything that it asked the runner to mask.
 * @throws naming each place, but no secret
 */
export async function assertNoLeaks(result: Searched, search: LeakSearch): Promise<void> {
  const given = search.secrets.flatMap((secret) => [secret, ...passwordOf(secret)]);
  const made = uriValues(result).flatMap((uri) => [uri, ...passwordOf(uri)]);
  const secrets = [...new Set([...given, ...made, ...result.masks])].filter((secret) => secret.length >= 8);
  const comments = [...search.github.world.comments.values()];
  const leaks = [
    ...(await findLeaks(result, {
      secrets,
      folders: search.folders,
      except: uriNames,
      exceptFiles: isServerState,
    })),
    ...findLeaksInTexts(
      comments.map(({ id, body }) => [`comment ${id}`, body] as const),
      secrets,
    ),
  ];
  if (leaks.length > 0) throw new Error(`Secrets leaked: ${[...new Set(leaks)].join('; ')}`);
}

/** How later steps find the job's embedded server: closed to other users, and gone with the job. */
function isServerState(file: string): boolean {
  return /\/database-actions\/embedded-postgres\/server-\d+\.json$/.test(file);
}

function uriValues(result: Searched): readonly string[] {
  const maps = [result.outputs, result.env, ...result.steps.flatMap(outputsOf)];
  return maps.flatMap((map) => uriNames.flatMap((name) => map[name] ?? [])).filter((uri) => uri !== '');
}

function outputsOf(step: StepReport): readonly Readonly<Record<string, string>>[] {
  return [step.outputs, ...step.steps.flatMap(outputsOf)];
}

function passwordOf(text: string): readonly string[] {
  if (!/^postgres(ql)?:\/\//.test(text)) return [];
  const { password } = parseConnectionUri(text);
  return password === '' ? [] : [password];
}
