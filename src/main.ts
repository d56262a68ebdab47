import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ActionDefinition } from './runtime/definition.ts';
import type { ActionModule } from './runtime/io.ts';
import { runAction } from './runtime/run.ts';

interface Loaded {
  readonly definition: ActionDefinition;
  start(bundleDirectory: string | undefined): Promise<void>;
}

/** Every action, loaded only when it is asked for: a light one must not pay for Prisma's engine. */
export const actions: Readonly<Record<string, () => Promise<Loaded>>> = {
  preview: async () => prepare(await import('./actions/preview.ts')),
  'create-branch': async () => prepare(await import('./actions/create-branch.ts')),
  connect: async () => prepare(await import('./actions/connect.ts')),
  'reset-branch': async () => prepare(await import('./actions/reset-branch.ts')),
  'delete-branch': async () => prepare(await import('./actions/delete-branch.ts')),
  'sweep-branches': async () => prepare(await import('./actions/sweep-branches.ts')),
  migrate: async () => prepare(await import('./actions/migrate.ts')),
  'rehearse-migrations': async () => prepare(await import('./actions/rehearse-migrations.ts')),
  'check-connection': async () => prepare(await import('./actions/check-connection.ts')),
  'check-schema': async () => prepare(await import('./actions/check-schema.ts')),
  'check-plans': async () => prepare(await import('./actions/check-plans.ts')),
  'schema-diff': async () => prepare(await import('./actions/schema-diff.ts')),
  backup: async () => prepare(await import('./actions/backup.ts')),
  'prune-backups': async () => prepare(await import('./actions/prune-backups.ts')),
  'verify-backup': async () => prepare(await import('./actions/verify-backup.ts')),
  'restore-backup': async () => prepare(await import('./actions/restore-backup.ts')),
  comment: async () => prepare(await import('./actions/comment.ts')),
};

function prepare<Definition extends ActionDefinition>(module: ActionModule<Definition>): Loaded {
  return { definition: module.definition, start: (bundleDirectory) => runAction(module, bundleDirectory) };
}

/** @param argv the action's name */
export async function main(argv: readonly string[]): Promise<void> {
  if (!isSupportedNode(process.versions.node))
    return refuse(
      `Node.js ${process.versions.node} is too old: 20.19 or newer is needed on PATH. Add actions/setup-node before this step.`,
    );
  const [name = ''] = argv;
  const load = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (load === undefined)
    return refuse(`There is no action "${name}". There are: ${Object.keys(actions).join(', ')}.`);
  const { start } = await load();
  await start(bundleDirectory());
}

/** @param version as in process.versions.node */
export function isSupportedNode(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

function refuse(message: string): void {
  process.stdout.write(`::error::${message}\n`);
  process.exitCode = 1;
}

/** Where the bundle's .wasm files are; undefined when running from source, where node_modules has them. */
function bundleDirectory(): string | undefined {
  const script = process.argv[1];
  const directory = script === undefined ? undefined : dirname(realpathSync(script));
  return directory !== undefined && existsSync(join(directory, 'schema_engine_bg.wasm'))
    ? directory
    : undefined;
}
