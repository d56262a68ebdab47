import { errorMessage, UserError } from '../errors.ts';
import { isRecord } from '../guard.ts';
import type { JsonSchema } from '../report/shape.ts';
import type { BackupManifest } from './manifest.ts';
import { manifestName, signatureName } from './manifest.ts';
import { manifestKind, manifestShape, manifestVersion } from './manifest-shape.ts';

/** A manifest of 200,000 tables has less; more is not read into memory. */
export const longestManifest = 128 * 1024 * 1024;

/**
 * The bytes that are stored and signed: UTF-8, fields in the order of the shape, one table and one file a line. The same
 * manifest gives the same bytes.
 * @throws UserError when the manifest contradicts itself
 */
export function serializeManifest(manifest: BackupManifest): Buffer {
  const checked = manifestShape.read(manifest, 'manifest');
  checkManifest(checked);
  const bytes = Buffer.from(`${rendered(checked, 0)}\n`);
  if (bytes.length > longestManifest)
    throw new UserError(`The backup's manifest has ${bytes.length} bytes, more than ${longestManifest}.`);
  return bytes;
}

/** @throws UserError for what is no manifest, for one of a later release, and for a damaged one, with the place */
export function parseManifest(bytes: Uint8Array): BackupManifest {
  const value = parseJson(bytes);
  if (!isRecord(value) || value.kind !== manifestKind)
    throw new UserError('This is no manifest of a backup.', {
      hint: `A manifest is JSON with "kind": "${manifestKind}".`,
    });
  if (value.version !== manifestVersion)
    throw new UserError(
      `The manifest has version ${shortJson(value.version)}; this release reads version ${manifestVersion}.`,
      { hint: 'Use the release that made the backup, or a later one.' },
    );
  const manifest = manifestShape.read(value, 'manifest');
  checkManifest(manifest);
  return manifest;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (thrown) {
    // The parser's own message quotes the text.
    throw new UserError('The manifest is not JSON; is it whole?', {
      cause: thrown instanceof SyntaxError ? 'SyntaxError' : errorMessage(thrown),
    });
  }
}

function shortJson(value: unknown): string {
  return (JSON.stringify(value) ?? 'none').slice(0, 40);
}

/** What the shape cannot say: that the parts belong together. */
function checkManifest(manifest: BackupManifest): void {
  const { id, series, files, dump, encryption } = manifest;
  if (!id.startsWith(`${series}_`))
    throw new UserError(`The manifest's id ${id} does not belong to its series.`);
  requireUnique(files, 'manifest.files');
  requireUnique(dump.files, 'manifest.dump.files');
  const taken = files.find(({ name }) => name === manifestName || name === signatureName);
  if (taken !== undefined) throw new UserError(`The manifest names ${taken.name} as a file of the backup.`);
  if (files.filter(({ role }) => role === 'dump').length !== 1)
    throw new UserError('The manifest does not name exactly one dump.');
  if (dump.format === 'directory' && !dump.files.some(({ name }) => name === 'toc.dat'))
    throw new UserError('The manifest names no `toc.dat` in the dump.');
  const isEncrypted = encryption.kind === 'age';
  const wrong = files.find(({ role, plain }) => role !== 'recovery' && (plain !== undefined) !== isEncrypted);
  if (wrong !== undefined)
    throw new UserError(`The manifest contradicts itself on whether ${wrong.name} is encrypted.`);
}

function requireUnique(files: readonly { readonly name: string }[], path: string): void {
  const seen = new Set<string>();
  for (const { name } of files) {
    if (seen.has(name)) throw new UserError(`${path} names ${name} twice.`);
    seen.add(name);
  }
}

/** Lists of objects one entry a line, so that two manifests can be compared by eye and by `diff`. */
function rendered(value: unknown, depth: number): string {
  if (Array.isArray(value) && value.length > 0 && value.every(isRecord))
    return `[\n${value.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;
  if (!isRecord(value) || depth > 1) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => `${JSON.stringify(name)}: ${rendered(field, depth + 1)}`);
  return `{\n${fields.join(',\n')}\n}`;
}

/** JSON Schema (draft 7) of a manifest. */
export function manifestSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/neonhub/database-actions/main/docs/schemas/backup-manifest.schema.json',
    title: 'Manifest of a backup of NeonHub Database Actions',
    description:
      'What a backup is and what its content must be. Written last: a folder without it is no backup. All text is untrusted until the signature is checked.',
    ...manifestShape.schema,
  };
}
