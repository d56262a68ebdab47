/** Where a backup goes, as a user writes it: one destination a line. */
import { fileURLToPath } from 'node:url';
import { UserError } from '../../errors.ts';
import { parseS3Destination, type S3Destination } from './destination-s3.ts';
import { allowedDestinations, type DestinationText, refused } from './destination-text.ts';

export type Destination = S3Destination | FileDestination | ReleaseDestination | ArtifactDestination;

export interface FileDestination {
  readonly kind: 'file';
  /** Absolute, or relative to the workspace. */
  readonly folder: string;
}

/** The assets of a GitHub release. */
export interface ReleaseDestination {
  readonly kind: 'release';
  /** Undefined: of the release that the event is about. */
  readonly tag: string | undefined;
}

/** A folder that is uploaded as an artifact of the run when everything is written. */
export interface ArtifactDestination {
  readonly kind: 'artifact';
}

/**
 * Reads the `to` input: one destination a line, empty lines and lines that start with `#` left out.
 * @param mask gets whatever looks like a secret before an error is thrown
 * @throws UserError naming the line and what is allowed, also when there is none or one twice
 */
export function parseDestinations(text: string, mask: (secret: string) => void): readonly Destination[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0) throw new UserError('No destination is given.', { hint: allowedDestinations });
  const destinations = lines.map((line) => parseDestination(line, mask));
  const seen = new Set<string>();
  for (const place of destinations.map(describeDestination)) {
    if (seen.has(place))
      throw new UserError(`The destination ${place} is given twice.`, {
        hint: 'A second copy helps when it lies somewhere else: another region, account or service.',
      });
    seen.add(place);
  }
  return destinations;
}

/** @throws UserError naming the value, without what looks like a secret in it, and what is allowed */
export function parseDestination(line: string, mask: (secret: string) => void): Destination {
  const text: DestinationText = { line, mask };
  if (line === 'artifact' || line === 'artifact:') return { kind: 'artifact' };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(line)?.[1]?.toLowerCase();
  switch (scheme) {
    case undefined:
      return { kind: 'file', folder: checkFolder(text, line) };
    case 's3':
      return parseS3Destination(text);
    case 'file':
      return { kind: 'file', folder: folderOfUrl(text) };
    case 'release':
      return { kind: 'release', tag: tagOf(text) };
    default:
      throw refused(text, `"${scheme}:" is no kind of destination that is known`);
  }
}

/** For people and for comparison; no secret. */
export function describeDestination(destination: Destination): string {
  switch (destination.kind) {
    case 's3':
      return destination.location;
    case 'file':
      return `file:${destination.folder.startsWith('/') ? '//' : ''}${destination.folder}`;
    case 'release':
      return `release:${destination.tag ?? ''}`;
    case 'artifact':
      return 'artifact';
  }
}

function folderOfUrl(text: DestinationText): string {
  if (!text.line.toLowerCase().startsWith('file:///'))
    throw refused(text, 'a folder starts with three slashes, or is a path without "file:"');
  const url = new URL(text.line);
  if (url.search !== '' || url.hash !== '') throw refused(text, 'a folder has no "?" or "#" behind it');
  try {
    return checkFolder(text, fileURLToPath(url));
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    throw refused(text, 'its path cannot be read');
  }
}

function checkFolder(text: DestinationText, folder: string): string {
  if (/\p{Cc}/u.test(folder)) throw refused(text, 'a path has no control characters');
  const plain = folder.replace(/(?<=[^/])\/+$/, '');
  if (plain === '/') throw refused(text, 'the root of the file system is no folder for backups');
  return plain;
}

function tagOf(text: DestinationText): string | undefined {
  const tag = text.line.slice('release:'.length);
  if (tag === '') return undefined;
  // https://git-scm.com/docs/git-check-ref-format
  if (/[\s\p{Cc}~^:?*[\\]|\.\.|@\{|^\/|\/$|\.$/u.test(tag))
    throw refused(text, 'what follows "release:" is no name of a tag');
  return tag;
}
