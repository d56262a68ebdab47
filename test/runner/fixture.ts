import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ActionResult, type RunActionOptions, runAction } from './run-action.ts';

/** A repository of actions and a consumer's workspace that is not that repository. */
export interface Fixture extends AsyncDisposable {
  readonly repository: string;
  readonly workspace: string;
  /** Uses the action in `action`, a folder of the repository (default: its root). */
  run(options?: Partial<RunActionOptions> & { readonly action?: string }): Promise<ActionResult>;
}

/** @param files of the action's repository, by path; a path that begins with `workspace/` goes to the consumer's. */
export async function createFixture(files: Readonly<Record<string, string>>): Promise<Fixture> {
  const root = await mkdtemp(join(tmpdir(), 'action-fixture-'));
  const [repository, workspace] = [join(root, 'repository'), join(root, 'workspace')];
  await mkdir(workspace, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    const file = path.startsWith('workspace/') ? join(root, path) : join(repository, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return {
    repository,
    workspace,
    run: ({ action = '', ...options } = {}) =>
      runAction({
        actionDirectory: join(repository, action),
        repositoryRoot: repository,
        workspace,
        event: { name: 'push', payload: {} },
        ...options,
      }),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

/** Runs a composite whose `runs.steps`, `inputs` and `outputs` are given as the text of an action.yml. */
export async function runComposite(
  yaml: string,
  options: Partial<RunActionOptions> = {},
): Promise<ActionResult> {
  await using fixture = await createFixture({ 'action.yml': `name: fixture\ndescription: fixture\n${yaml}` });
  return await fixture.run(options);
}

/** A composite of one bash step. */
export function bash(script: string): string {
  const indented = script
    .split('\n')
    .map((line) => `        ${line}`)
    .join('\n');
  return `runs:\n  using: composite\n  steps:\n    - id: only\n      shell: bash\n      run: |\n${indented}\n`;
}
