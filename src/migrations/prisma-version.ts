/** Which Prisma a project uses: it decides how the script of a migration reaches the server. */
import { join } from 'node:path';
import { readJson, readPackageJson, selfAndAbove } from './package-json.ts';
import { isRecord, textOrUndefined } from './record.ts';
import type { Transport } from './script-batch.ts';

/** Installed, else locked by npm, else the lowest that package.json allows; undefined when nothing says. */
export async function prismaVersionOf(workingDirectory: string): Promise<string | undefined> {
  for (const folder of selfAndAbove(workingDirectory)) {
    const version = (await installedIn(folder)) ?? (await lockedIn(folder));
    if (version !== undefined) return version;
  }
  const manifest = await readPackageJson(workingDirectory);
  const ranges = [manifest?.content.devDependencies, manifest?.content.dependencies];
  const range = ranges.filter(isRecord).map(({ prisma }) => textOrUndefined(prisma));
  return /\d+(\.\d+){0,2}/.exec(range.find((text) => text !== undefined) ?? '')?.[0];
}

async function installedIn(folder: string): Promise<string | undefined> {
  const manifest = await readJson(join(folder, 'node_modules', 'prisma', 'package.json'));
  return isRecord(manifest) ? textOrUndefined(manifest.version) : undefined;
}

async function lockedIn(folder: string): Promise<string | undefined> {
  const lock = await readJson(join(folder, 'package-lock.json'));
  const packages = isRecord(lock) ? lock.packages : undefined;
  const entry = isRecord(packages) ? packages['node_modules/prisma'] : undefined;
  return isRecord(entry) ? textOrUndefined(entry.version) : undefined;
}

/** Prisma sends a script statement by statement since 7.4.0; an unknown version counts as a current one. */
export function transportOf(version: string | undefined): Transport {
  if (version === undefined) return 'statements';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 7 || (major === 7 && minor >= 4) ? 'statements' : 'script';
}
