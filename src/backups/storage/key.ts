/** Keys of stored objects: relative to the destination, segments divided by `/`. */
import { UserError } from '../../errors.ts';

/** S3 allows 1,024 bytes with the prefix of the destination. */
const longestKey = 800;

/** Whether the key stays below its destination wherever it is stored, a folder of a file system included. */
export function isKey(key: string): boolean {
  return (
    Buffer.byteLength(key) <= longestKey &&
    !/[\p{Cc}\\]/u.test(key) &&
    key.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..')
  );
}

/** @throws UserError when the key is none, or would leave the destination */
export function checkKey(key: string): string {
  if (isKey(key)) return key;
  throw new UserError(`${JSON.stringify(key.slice(0, 200))} is no name for a stored object.`, {
    hint: `A key is made of names divided by "/": no empty name, "." or "..", no backslash or control character, at most ${longestKey} bytes.`,
  });
}

/** The order in which every store lists: by the bytes of UTF-8, as S3 does. */
export function compareKeys(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
