/** Bundles src/ to dist/: TypeScript to JavaScript, then one dispatcher with lazily loaded chunks, .wasm files beside it. */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = dirname(import.meta.dirname);
const require = createRequire(import.meta.url);

/** Loaded at run time by path; ncc would rename them. */
const wasmFiles = [
  { package: '@prisma/schema-engine-wasm', file: 'schema_engine_bg.wasm' },
  { package: 'libpg-query', file: 'wasm/libpg-query.wasm' },
];

await rm(join(root, 'build'), { recursive: true, force: true });
await rm(join(root, 'dist'), { recursive: true, force: true });
await run(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
  { cwd: root },
);
await writeFile(join(root, 'build/package.json'), '{ "type": "module" }\n');
const { stdout } = await run(
  process.execPath,
  [
    require.resolve('@vercel/ncc/dist/ncc/cli.js'),
    'build',
    'build/entry.js',
    '-o',
    'dist',
    '--license',
    'licenses.txt',
    '--no-cache',
  ],
  { cwd: root },
);
process.stdout.write(stdout);
for (const { package: name, file } of wasmFiles) {
  const target = join(root, 'dist', file.split('/').at(-1) ?? file);
  await mkdir(dirname(target), { recursive: true });
  await copyFile(join(root, 'node_modules', name, file), target);
}
await withoutDirname();
await addLicences();

/**
 * An ES module has no `__dirname`; ncc leaves this one as it is. libpg-query looks there for its .wasm, which it is given
 * by hand instead.
 */
async function withoutDirname(): Promise<void> {
  const use = 'scriptDirectory=__dirname+"/"';
  const files = (await readdir(join(root, 'dist'))).filter((file) => file.endsWith('.js'));
  for (const file of files) {
    const path = join(root, 'dist', file);
    const text = await readFile(path, 'utf8');
    if (text.includes(use)) return writeFile(path, text.replace(use, 'scriptDirectory=""'));
  }
  throw new Error('libpg-query no longer uses __dirname as it did: see whether this step is still needed');
}

/**
 * ncc collects the licences of what it bundled, but for packages that are imported by a path into them; the .wasm
 * packages it does not see.
 */
async function addLicences(): Promise<void> {
  const path = join(root, 'dist/licenses.txt');
  const collected = await readFile(path, 'utf8');
  const names = [...(await bundledPackages()), ...wasmFiles.map(({ package: name }) => name)].toSorted();
  const missing = [...new Set(names)].filter((name) => !new RegExp(`^${name}$`, 'm').test(collected));
  const texts = await Promise.all(missing.map(licenceOf));
  await writeFile(path, [collected.trimEnd(), ...texts].join('\n\n').concat('\n'));
}

/** By the comment that the bundler writes above each module. */
async function bundledPackages(): Promise<readonly string[]> {
  const files = (await readdir(join(root, 'dist'))).filter((file) => file.endsWith('.js'));
  const texts = await Promise.all(files.map((file) => readFile(join(root, 'dist', file), 'utf8')));
  const module = /MODULE: \S*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)/g;
  return texts.flatMap((text) => [...text.matchAll(module)].map(([, name = '']) => name));
}

async function licenceOf(name: string): Promise<string> {
  const folder = join(root, 'node_modules', name);
  const manifest: { license?: string } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const text = await licenceText(folder);
  return [name, manifest.license ?? 'unknown', text.trim()].filter((part) => part !== '').join('\n');
}

async function licenceText(folder: string): Promise<string> {
  const file = (await readdir(folder)).find((name) => /^licen[cs]e(\.|$)/i.test(name));
  return file === undefined ? '' : readFile(join(folder, file), 'utf8');
}
