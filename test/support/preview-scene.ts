import type { ActionResult } from '../runner/run-action.ts';
import { type GitHubStandIn, startGitHubStandIn } from '../stand-ins/github/server.ts';
import { addPullRequest, type Comment } from '../stand-ins/github/world.ts';
import { type NeonStandIn, type NeonStandInOptions, startNeonStandIn } from '../stand-ins/neon/stand-in.ts';
import {
  type Consumer,
  type ConsumerRun,
  createConsumer,
  type PullRequestFacts,
  pullRequestEvent,
} from './consumer.ts';
import { serverUri } from './database.ts';
import { fillWithNeonHub } from './neonhub.ts';
import { assertNoLeaks } from './no-leaks.ts';

export const githubToken = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a';
/** What a fork's pull request gets. */
export const readOnlyToken = 'ghs_readOnlyTokenOfAForksPullRequest00000';
export const neonKey = 'napi_k3y/with+hostile=chars%41_0123456789';

/** A repository on GitHub, a project on Neon whose `main` holds NeonHub's production, and a checkout. */
export interface PreviewScene extends AsyncDisposable {
  readonly consumer: Consumer;
  readonly github: GitHubStandIn;
  readonly neon: NeonStandIn;
  /** What a workflow puts into `with:`. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Runs an action for the pull request; default: the preview, opened. */
  run(options?: SceneRun): Promise<ActionResult>;
  /** Comments on the pull request, oldest first. */
  comments(number?: number): readonly Comment[];
}

export interface SceneRun extends Partial<Omit<ConsumerRun, 'event'>> {
  readonly event?: ConsumerRun['event'];
  readonly on?: PullRequestFacts['action'];
  readonly number?: number;
}

export async function createScene(options: Partial<NeonStandInOptions> = {}): Promise<PreviewScene> {
  const neon = await startNeonStandIn({
    postgresUri: serverUri(),
    apiKey: neonKey,
    projects: [{ id: 'cool-forest-12345678', databases: [{ name: 'neondb' }] }],
    ...options,
  });
  await fillWithNeonHub(neon.uri());
  const github = await startGitHubStandIn({
    token: githubToken,
    moreTokens: [
      {
        token: readOnlyToken,
        login: 'github-actions[bot]',
        kind: 'installation',
        permissions: { contents: 'read' },
      },
    ],
  });
  addPullRequest(github.world, { number: 7 });
  const consumer = await createConsumer();
  const inputs = { 'neon-api-key': neonKey, 'neon-project-id': neon.projectId, 'neon-api-url': neon.url };
  const scene = { consumer, github, neon, inputs };
  return {
    ...scene,
    run: (run = {}) => runInScene(scene, run),
    comments: (number = 7) => [...github.world.comments.values()].filter(({ issue }) => issue === number),
    async [Symbol.asyncDispose]() {
      await consumer[Symbol.asyncDispose]();
      await github[Symbol.asyncDispose]();
      await neon[Symbol.asyncDispose]();
    },
  };
}

/** Runs the action, and searches everything that it left behind for secrets: whatever a test is about, none may leak. */
async function runInScene(
  scene: Pick<PreviewScene, 'consumer' | 'github' | 'neon' | 'inputs'>,
  run: SceneRun,
): Promise<ActionResult> {
  const { on = 'opened', number = 7, with: more, event, github: overrides, ...rest } = run;
  const { consumer, github } = scene;
  const inputs = { ...scene.inputs, ...more };
  const result = await consumer.run({
    with: inputs,
    event: event ?? pullRequestEvent({ action: on, number }),
    github: { repository: 'acme/shop', token: githubToken, apiUrl: github.url, runId: '42', ...overrides },
    secrets: [neonKey, ...secretInputs(inputs)],
    ...rest,
  });
  await assertNoLeaks(result, {
    secrets: [...secretsOf(scene), ...secretInputs(inputs)],
    folders: [consumer.temporaryDirectory, consumer.workspace],
    github,
  });
  return result;
}

/** What a run of this scene must never show: the keys and production's password. */
export function secretsOf({ neon }: Pick<PreviewScene, 'neon'>): readonly string[] {
  return [neonKey, githubToken, readOnlyToken, neon.uri()];
}

function secretInputs(inputs: Readonly<Record<string, string>>): readonly string[] {
  return ['postgres-url', 'database-url', 'shadow-url', 'production-url'].flatMap(
    (name) => inputs[name] ?? [],
  );
}
