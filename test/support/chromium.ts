import { constants, createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, mkdir, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import type { Browser } from 'playwright-core';

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'] as const;

/**
 * A real, headless Chromium: `CHROMIUM_PATH`, else the system's, else the one that `@sparticuz/chromium` carries.
 * Close it when done.
 */
export async function launchChromium(environment: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const found = await firstExecutable([environment.CHROMIUM_PATH, ...systemPaths]);
  const executablePath = found ?? (await packagedChromium());
  return chromium.launch({
    executablePath,
    headless: true,
    // Chromium refuses to run its sandbox as root, and containers rarely allow it; the page is our own.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
}

async function firstExecutable(paths: readonly (string | undefined)[]): Promise<string | undefined> {
  for (const path of paths) {
    if (path !== undefined && path !== '' && (await isExecutable(path))) return path;
  }
  return undefined;
}

function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * Unpacked once a version. Not by the package's own `executablePath()`: that one takes a half-written file of another
 * process for a finished one.
 */
async function packagedChromium(): Promise<string> {
  const require = createRequire(import.meta.url);
  const packageFile = join(dirname(require.resolve('@sparticuz/chromium')), '..', 'package.json');
  const { version }: { version: string } = require(packageFile);
  const folder = join(tmpdir(), `database-actions-chromium-${version}-${process.getuid?.() ?? 0}`);
  const executable = join(folder, 'chromium');
  if (await isExecutable(executable)) return executable;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const part = `${executable}.${process.pid}`;
  const packed = join(dirname(packageFile), 'bin', 'chromium.br');
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(part));
  await chmod(part, 0o700);
  await rename(part, executable);
  return executable;
}
