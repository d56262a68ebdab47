/** Where the user's project lies, and where the bundle's files do. */
import { join, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import type { WasmPaths } from '../migrations/wasm-path.ts';
import type { Job } from '../runtime/io.ts';

/** @throws UserError when the folder lies outside the workspace: a typing mistake must not migrate another project. */
export function projectDirectory(job: Job, workingDirectory: string): string {
  const directory = resolve(job.workspace, workingDirectory);
  const fromWorkspace = relative(job.workspace, directory);
  if (fromWorkspace !== '..' && !fromWorkspace.startsWith(`..${sep}`)) return directory;
  throw new UserError(`Input \`working-directory\`: "${workingDirectory}" lies outside the workspace.`, {
    hint: `It is taken from ${job.workspace}; check out the project there first.`,
  });
}

/** A path as findings name it, relative to the workspace; undefined for one that lies elsewhere. */
export function fileInWorkspace(job: Job, path: string): string | undefined {
  const file = relative(job.workspace, path);
  return file === '' || file.startsWith('..') ? undefined : file.split(sep).join('/');
}

export function wasmPaths(job: Job): WasmPaths | undefined {
  if (job.bundleDirectory === undefined) return undefined;
  return {
    schemaEngine: join(job.bundleDirectory, 'schema_engine_bg.wasm'),
    sqlParser: join(job.bundleDirectory, 'libpg-query.wasm'),
  };
}
