import { errorMessage, UserError } from '../../errors.ts';
import { BackupDamage } from '../damage.ts';
import { linesOf } from '../key-lines.ts';

/** Private keys, checked. Never shown, never logged. */
export interface Identities {
  readonly keys: readonly string[];
}

/**
 * What `age-keygen` writes: lines `AGE-SECRET-KEY-…`, comments between them.
 * @throws UserError without any part of what was given, unless it is a public key
 */
export async function parseIdentities(text: string): Promise<Identities> {
  const keys = [...new Set(linesOf(text))];
  if (keys.length === 0) throw new UserError('There is no identity to decrypt with.', { hint: identityHint });
  for (const [index, key] of keys.entries()) await checkIdentity(key, index + 1);
  return { keys };
}

const identityHint = 'An identity is a line that begins with `AGE-SECRET-KEY-`, as `age-keygen` writes it.';

async function checkIdentity(key: string, position: number): Promise<void> {
  if (key.startsWith('age1'))
    throw new UserError(`Key ${position} of the identity is a public key; a private one is needed.`, {
      hint: identityHint,
    });
  try {
    const { identityToRecipient } = await import('age-encryption');
    await identityToRecipient(key);
  } catch {
    throw new UserError(`Key ${position} of the identity is no private key of age; it is not shown here.`, {
      hint: identityHint,
    });
  }
}

/** The file key. @throws BackupDamage `wrong key` when none of the identities fits, `tampered` for a changed header */
export async function openHeader(header: Uint8Array, identities: Identities): Promise<Uint8Array> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  for (const key of identities.keys) decrypter.addIdentity(key);
  let noneFits = false;
  // Asked last, and only when the header could be read and no identity before it fits.
  decrypter.addIdentity({
    unwrapFileKey() {
      noneFits = true;
      return null;
    },
  });
  try {
    return await decrypter.decryptHeader(header);
  } catch (thrown) {
    if (noneFits)
      throw new BackupDamage('wrong key', 'It is encrypted to other keys: no given identity opens it.', {
        hint: 'The manifest lists the recipients. `age-keygen -y key.txt` prints the recipient of an identity.',
      });
    throw new BackupDamage('tampered', 'The header of the encrypted file was changed after it was written.', {
      cause: errorMessage(thrown),
    });
  }
}
