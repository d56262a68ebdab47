import { BackupDamage } from './damage.ts';
import type { BackupFile } from './manifest.ts';
import type { OpenBackup } from './open-backup.ts';

/**
 * Whether a copy has every object that its manifest names, by what the store says of them and without fetching any: sizes, and
 * hashes where the store keeps them. A quick look at a second place; what is inside, only a drill proves.
 * @returns what is wrong, nothing when all is there
 * @throws ExternalError when the store fails
 */
export async function checkCopy(backup: OpenBackup): Promise<readonly BackupDamage[]> {
  const checks = await Promise.all(backup.manifest.files.map((file) => checkFile(backup, file)));
  return checks.filter((damage) => damage !== undefined);
}

async function checkFile({ store, folder }: OpenBackup, file: BackupFile): Promise<BackupDamage | undefined> {
  const key = `${folder}/${file.name}`;
  const found = await store.head(key);
  if (found === undefined) return objectMissing(store.location, key);
  if (found.bytes !== file.bytes) return otherLength(key, found.bytes, file.bytes);
  if (found.sha256 !== undefined && found.sha256 !== file.sha256) return otherContent(key);
  return undefined;
}

export function objectMissing(location: string, key: string): BackupDamage {
  return new BackupDamage('missing', `${location} does not have ${key}, which the manifest names.`);
}

export function otherLength(name: string, found: number, expected: number): BackupDamage {
  return found < expected
    ? new BackupDamage('truncated', `${name} has ${found} bytes; the manifest says ${expected}.`)
    : new BackupDamage('tampered', `${name} has more than the ${expected} bytes that the manifest says.`);
}

export function otherContent(name: string): BackupDamage {
  return new BackupDamage('tampered', `${name} has another content than when it was stored.`);
}
