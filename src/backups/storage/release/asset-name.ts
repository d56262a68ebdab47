import { UserError } from '../../../errors.ts';
import { checkKey } from '../key.ts';

/**
 * Assets lie flat, and GitHub changes names with anything but letters, digits, `.`, `-` and `_` in them, or with a dot at an
 * end: https://docs.github.com/rest/releases/assets#upload-a-release-asset
 * So `/` is written as `--`, and what could not be told apart from that is refused.
 * @throws UserError
 */
export function assetName(key: string): string {
  const name = checkKey(key).replaceAll('/', '--');
  if (/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(name) && !name.endsWith('.') && keyOfAsset(name) === key)
    return name;
  throw new UserError(`${JSON.stringify(key)} cannot be the name of a release's asset.`, {
    hint: 'Letters, digits, dots, underscores and single hyphens can. Choose another `series`.',
  });
}

/** Of an asset of any name: those of others are keys too, if not of backups. */
export function keyOfAsset(name: string): string {
  return name.replaceAll('--', '/');
}
