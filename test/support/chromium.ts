import { execFile } from 'node:child_process';
import { constants, createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';

const run = promisify(execFile);

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'] as const;

interface Program {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * A real, headless Chromium: `CHROMIUM_PATH`, else the system's, else the one that `@sparticuz/chromium` carries (linux,
 * x64). Close it when done.
 */
export async function launchChromium(environment: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const found = await firstExecutable([environment.CHROMIUM_PATH, ...systemPaths]);
  const program = found === undefined ? await packagedChromium() : { executablePath: found, environment: {} };
  const inherited = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return chromium.launch({
    executablePath: program.executablePath,
    headless: true,
    // Chromium refuses to run its sandbox as root, and containers rarely allow it; the page is our own.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: { ...Object.fromEntries(inherited), ...program.environment },
  });
}

/**
 * A PNG of the whole page. The window is made as high as the page first: Playwright's `fullPage` does that in the same
 * breath as it takes the picture, which headless Chromium refuses about once in ten times.
 */
export async function takePicture(page: Page): Promise<Buffer> {
  const height: unknown = await page.evaluate('document.documentElement.scrollHeight');
  const width = page.viewportSize()?.width ?? 900;
  await page.setViewportSize({ width, height: typeof height === 'number' ? height : 800 });
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  return page.screenshot({ animations: 'disabled' });
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
 * Unpacked once a version, moved into place when it is whole. Not by the package's own `executablePath()`: that one takes
 * another process's half-written file for a finished one, and wants a newer Node than we support.
 */
async function packagedChromium(): Promise<Program> {
  const require = createRequire(import.meta.url);
  const root = join(dirname(require.resolve('@sparticuz/chromium')), '..');
  const { version }: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const folder = join(root, '../../../.cache', `chromium-${version}-${process.getuid?.() ?? 0}`, 'v2');
  const executablePath = join(folder, 'chromium');
  if (!(await isExecutable(executablePath))) await unpack(join(root, 'bin'), folder);
  const libraries = (await isMissingLibraries(executablePath))
    ? { LD_LIBRARY_PATH: join(folder, 'lib') }
    : {};
  return { executablePath, environment: { FONTCONFIG_FILE: join(folder, 'fonts.conf'), ...libraries } };
}

async function unpack(packed: string, folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  const part = await mkdtemp(`${folder}-`);
  const inflate = (name: string, target: string) =>
    pipeline(
      createReadStream(join(packed, name)),
      createBrotliDecompress(),
      createWriteStream(join(part, target)),
    );
  await Promise.all([
    inflate('chromium.br', 'chromium'),
    inflate('fonts.tar.br', 'fonts.tar'),
    inflate('al2023.tar.br', 'libraries.tar'),
  ]);
  await chmod(join(part, 'chromium'), 0o700);
  for (const archive of ['fonts.tar', 'libraries.tar'])
    await run('tar', ['-xf', join(part, archive), '-C', part]);
  await writeFile(join(part, 'fonts.conf'), fontConfiguration(folder));
  try {
    await rename(part, folder);
  } catch (thrown) {
    await rm(part, { recursive: true, force: true });
    if (!(await isExecutable(join(folder, 'chromium')))) throw thrown;
  }
}

/** The package's Open Sans beside the system's fonts. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
}

/** A slim machine has no NSS, NSPR or expat; the package carries them for Amazon Linux, whose glibc is older than ours. */
async function isMissingLibraries(executable: string): Promise<boolean> {
  const { stdout } = await run('ldd', [executable]);
  return stdout.includes('not found');
}
