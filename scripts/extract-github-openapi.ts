/**
 * Writes `test/stand-ins/github/openapi.json`: the operations that the GitHub stand-in serves, cut out of GitHub's own
 * OpenAPI description with every schema they refer to. Run it when the stand-in learns a new operation:
 *
 *   npm install --prefix /tmp/openapi @octokit/openapi@23.0.2
 *   node --import tsx scripts/extract-github-openapi.ts /tmp/openapi/node_modules/@octokit/openapi
 *
 * The package is 385 MB installed, so it is no dependency of this repository.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const operationIds: ReadonlySet<string> = new Set([
  'actions/download-artifact',
  'actions/get-workflow-run',
  'actions/list-workflow-run-artifacts',
  'actions/list-workflow-runs-for-repo',
  'checks/create',
  'checks/list-for-ref',
  'checks/update',
  'issues/add-labels',
  'issues/create',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/get-comment',
  'issues/list-comments',
  'issues/list-for-repo',
  'issues/list-labels-on-issue',
  'issues/remove-label',
  'issues/update',
  'issues/update-comment',
  'pulls/get',
  'pulls/list',
  'pulls/list-files',
  'rate-limit/get',
  'repos/create-commit-status',
  'repos/delete-release-asset',
  'repos/get',
  'repos/get-combined-status-for-ref',
  'repos/get-content',
  'repos/get-release-asset',
  'repos/get-release-by-tag',
  'repos/list-pull-requests-associated-with-commit',
  'repos/list-release-assets',
  'repos/list-releases',
  'repos/upload-release-asset',
  'users/get-authenticated',
]);

/** Prose and samples: no part of the contract, and most of the size. */
const prose: ReadonlySet<string> = new Set([
  'description',
  'summary',
  'tags',
  'externalDocs',
  'example',
  'examples',
  'x-github',
]);

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys below `properties`, `responses`, `schemas`… are names, not keywords: a property called `description` stays. */
const maps: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'content', 'headers', 'links']);

function withoutProse(value: unknown, names = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => names || !prose.has(key));
  return Object.fromEntries(kept.map(([key, child]) => [key, withoutProse(child, !names && maps.has(key))]));
}

function* references(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* references(item);
  else if (isObject(value)) {
    if (typeof value.$ref === 'string') yield value.$ref;
    for (const child of Object.values(value)) yield* references(child);
  }
}

function resolve(root: Json, reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((node, part) => (isObject(node) ? node[part] : undefined), root);
}

function selectPaths(root: Json): { readonly paths: Json; readonly found: readonly string[] } {
  const found: string[] = [];
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [path, item] of Object.entries(isObject(root.paths) ? root.paths : {})) {
    for (const [method, operation] of Object.entries(isObject(item) ? item : {})) {
      if (!isObject(operation) || typeof operation.operationId !== 'string') continue;
      if (!operationIds.has(operation.operationId)) continue;
      found.push(operation.operationId);
      paths[path] = { ...paths[path], [method]: withoutProse(operation) };
    }
  }
  return { paths, found };
}

/** Every `components` entry that the paths reach, by kind and name, sorted. */
function selectComponents(root: Json, paths: Json): Json {
  const chosen = new Map<string, unknown>();
  const pending = [...references(paths)];
  for (let reference = pending.pop(); reference !== undefined; reference = pending.pop()) {
    if (chosen.has(reference)) continue;
    const component = withoutProse(resolve(root, reference));
    if (component === undefined) throw new Error(`${reference} leads nowhere`);
    chosen.set(reference, component);
    pending.push(...references(component));
  }
  const components: Record<string, Record<string, unknown>> = {};
  for (const [reference, component] of [...chosen].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const [, , kind = '', name = ''] = reference.split('/');
    components[kind] = { ...components[kind], [name]: component };
  }
  return components;
}

/** The extract of one description; `version` is the npm package's. */
export function extract(root: Json, version: string): Json {
  const { paths, found } = selectPaths(root);
  const missing = [...operationIds].filter((id) => !found.includes(id));
  if (missing.length > 0) throw new Error(`Not in this description: ${missing.join(', ')}`);
  return {
    openapi: root.openapi,
    info: {
      title: 'GitHub REST API, extract',
      version,
      source: `@octokit/openapi@${version} generated/api.github.com.json (MIT, GitHub)`,
    },
    paths,
    components: selectComponents(root, paths),
  };
}

async function readJson(path: string): Promise<Json> {
  const value: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (!isObject(value)) throw new Error(`${path} holds no JSON object`);
  return value;
}

async function main(folder: string | undefined): Promise<void> {
  if (folder === undefined)
    throw new Error('Give the folder of the package @octokit/openapi as the argument.');
  const root = await readJson(join(folder, 'generated/api.github.com.json'));
  const { version } = await readJson(join(folder, 'package.json'));
  const text = `${JSON.stringify(extract(root, String(version)))}\n`;
  const target = new URL('../test/stand-ins/github/openapi.json', import.meta.url);
  await writeFile(target, text);
  console.log(`${target.pathname}: ${operationIds.size} operations, ${Math.round(text.length / 1024)} kB`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv[2]);
