import { UserError } from '../errors.ts';

/**
 * What can be wrong with a stored backup.
 * - `missing`: the folder, the manifest or an object that the manifest names is not there
 * - `unreadable`: the manifest is no manifest, or of a later release
 * - `misplaced`: the manifest belongs to another backup, so an older one may have been put in its place
 * - `unsigned`, `unknown signer`, `bad signature`: the manifest is not by whom it should be
 * - `truncated`: bytes are missing at the end
 * - `tampered`: the bytes are not those that were stored
 * - `wrong key`: it is whole, and this identity does not open it
 */
export const damageKinds = [
  'missing',
  'unreadable',
  'misplaced',
  'unsigned',
  'unknown signer',
  'bad signature',
  'truncated',
  'tampered',
  'wrong key',
] as const;
export type DamageKind = (typeof damageKinds)[number];

/** A stored backup is not what it must be, or cannot be opened. `kind` is for programs, the message for people. */
export class BackupDamage extends UserError {
  readonly kind: DamageKind;

  constructor(kind: DamageKind, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options);
    this.kind = kind;
  }
}
