/** The project's own Prisma: where it is installed, and whether its command line can run here. */
import { readdir, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { readJson, selfAndAbove } from './package-json.ts';
import { isRecord, textOrUndefined } from './record.ts';

export interface InstalledPrisma {
  /** Folder of the package itself: pnpm links to it, and its dependencies lie beside it, not beside the link. */
  readonly folder: string;
  readonly version: string;
  /** The command line's entry, absolute. */
  readonly entry: string;
  /** True when its native schema engine is there and nothing needs to be downloaded. */
  readonly hasNativeEngine: boolean;
}

/** The `prisma` package of the nearest node_modules at or above the working directory. */
export async function findInstalledPrisma(
  workingDirectory: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<InstalledPrisma | undefined> {
  for (const above of selfAndAbove(resolve(workingDirectory))) {
    const link = join(above, 'node_modules', 'prisma');
    const manifest = await readJson(join(link, 'package.json'));
    if (!isRecord(manifest)) continue;
    const folder = await realpath(link);
    const bin = isRecord(manifest.bin) ? textOrUndefined(manifest.bin.prisma) : textOrUndefined(manifest.bin);
    if (bin === undefined) continue;
    const named = textOrUndefined(environment.PRISMA_SCHEMA_ENGINE_BINARY);
    return {
      folder,
      version: textOrUndefined(manifest.version) ?? 'unknown',
      entry: join(folder, bin),
      hasNativeEngine: named !== undefined || (await holdsEngine(folder)),
    };
  }
  return undefined;
}

/** `npm ci` normally downloads it to the folder of @prisma/engines, as `schema-engine-<platform>`. */
async function holdsEngine(prismaFolder: string): Promise<boolean> {
  try {
    const manifest = createRequire(join(prismaFolder, 'package.json')).resolve(
      '@prisma/engines/package.json',
    );
    const names = await readdir(dirname(manifest));
    return names.some((name) => /^schema-engine-(?!.*\.(gz|sha256)$)/.test(name));
  } catch {
    return false;
  }
}
