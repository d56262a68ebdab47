import { backupFolder, isBackupId } from './backup-id.ts';
import { manifestName, recoveryName, signatureName } from './manifest.ts';

/** Where an object of a backup lies, below a destination. */
export interface BackupKey {
  readonly series: string;
  readonly id: string;
  /** Inside the backup's folder. */
  readonly name: string;
}

/** Names that a backup's files have: of the manifest, or encrypted and packed ones. */
const fileName = /^(?:dump|schema)\.[a-z0-9]+(?:\.[a-z0-9]+){0,2}$/;

/**
 * The parts of `<series>/<yyyy>/<mm>/<id>/<name>`, undefined for any other key. Whatever else lies below a destination is
 * not ours: it is neither read nor deleted.
 */
export function parseBackupKey(key: string): BackupKey | undefined {
  const segments = key.split('/');
  const [series = '', , , id = '', name = ''] = segments;
  if (segments.length !== 5 || !isBackupId(id) || backupFolder(id) !== segments.slice(0, 4).join('/'))
    return undefined;
  const isOurs = [manifestName, signatureName, recoveryName].includes(name) || fileName.test(name);
  return isOurs ? { series, id, name } : undefined;
}

export function isBackupKey(key: string): boolean {
  return parseBackupKey(key) !== undefined;
}
