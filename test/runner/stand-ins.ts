import { execFile } from 'node:child_process';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { StandIn } from './resolve-uses.ts';
import { isRecord } from './yaml-values.ts';

export interface StandInOptions {
  /** What `actions/checkout` puts into the workspace: a copy of this folder, without `.git` unless it has one. */
  readonly checkout?: string;
  /** Where artifacts are kept, a folder each; give several jobs the same one. */
  readonly artifacts: string;
}

/** Plays GitHub's own actions without a network. */
export function gitHubStandIns(options: StandInOptions): Readonly<Record<string, StandIn>> {
  return {
    'actions/checkout': (call) => checkout(options.checkout, join(call.workspace, call.inputs.path ?? '')),
    'actions/setup-node': async ({ inputs, log }) => {
      log(`Keeping the node on PATH; ${inputs['node-version'] ?? 'no version'} was asked for.`);
      return { outputs: { 'node-version': process.version, 'cache-hit': 'false' } };
    },
    'actions/cache': async () => ({ outputs: { 'cache-hit': 'false' } }),
    'actions/upload-artifact': (call) => upload(options.artifacts, call),
    'actions/download-artifact': (call) => download(options.artifacts, call),
  };
}

async function checkout(source: string | undefined, destination: string): ReturnType<StandIn> {
  if (source !== undefined) await cp(source, destination, { recursive: true, verbatimSymlinks: true });
  return {};
}

/** As the real one: the folder that was searched is cut off, or what several have in common; a name that exists is refused unless `overwrite`. */
const upload = async (
  store: string,
  { inputs, workspace, log }: Parameters<StandIn>[0],
): ReturnType<StandIn> => {
  const name = inputs.name ?? 'artifact';
  const { files, root } = await matches(inputs.path ?? '', workspace);
  if (files.length === 0) {
    const message = `No files were found with the provided path: ${inputs.path ?? ''}. No artifacts will be uploaded.`;
    if (inputs['if-no-files-found'] === 'error') throw new Error(message);
    log(`##[warning]${message}`);
    return {};
  }
  const folder = join(store, name);
  const exists = await readdir(store).then(
    (names) => names.includes(name),
    () => false,
  );
  if (exists && inputs.overwrite !== 'true') {
    throw new Error(
      'Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists on the workflow run',
    );
  }
  for (const file of files) {
    const target = join(folder, file.slice(root.length));
    await mkdir(dirname(target), { recursive: true });
    await cp(file, target);
  }
  return { outputs: { 'artifact-id': '1', 'artifact-url': `file://${folder}` } };
};

const download = async (
  store: string,
  { inputs, workspace }: Parameters<StandIn>[0],
): ReturnType<StandIn> => {
  const destination = resolve(workspace, inputs.path ?? '.');
  const names = await readdir(store).catch((): readonly string[] => []);
  if (inputs.name !== undefined && !names.includes(inputs.name)) {
    throw new Error(`Unable to download artifact(s): Artifact not found for name: ${inputs.name}`);
  }
  const chosen = inputs.name === undefined ? names : [inputs.name];
  for (const name of chosen) {
    // Several artifacts get a folder each.
    await cp(join(store, name), inputs.name === undefined ? join(destination, name) : destination, {
      recursive: true,
    });
  }
  return { outputs: { 'download-path': destination } };
};

interface Matches {
  readonly files: readonly string[];
  /** What is cut off the files' paths. */
  readonly root: string;
}

/** Files that the lines of `path` name: files, folders with all they hold, and patterns. */
async function matches(path: string, workspace: string): Promise<Matches> {
  const patterns = path
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) =>
      line.startsWith('!') ? `!${resolve(workspace, line.slice(1))}` : resolve(workspace, line),
    );
  const script = fileURLToPath(new URL('./glob.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, 'list', patterns.join('\n')]);
  const found: unknown = JSON.parse(stdout);
  const [files, roots] = isRecord(found) ? [texts(found.files), texts(found.roots)] : [[], []];
  const [root = ''] = roots;
  if (roots.length > 1) return { files, root: commonFolder(files) };
  return { files, root: files[0] === root ? dirname(root) : root };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String).toSorted() : [];
}

function commonFolder(files: readonly string[]): string {
  let folder = dirname(files[0] ?? '');
  while (files.some((file) => !file.startsWith(`${folder}/`)) && folder !== '/') folder = dirname(folder);
  return folder;
}
