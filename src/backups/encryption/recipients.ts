import type { Recipient } from 'age-encryption';
import { errorMessage, UserError } from '../../errors.ts';
import { cutMiddle, visible } from '../../report/visible-text.ts';
import { linesOf } from '../key-lines.ts';

/** Who can decrypt: public keys, checked. */
export interface Recipients {
  /** As given: public, and told in the manifest. */
  readonly keys: readonly string[];
}

const privateKey = /AGE-(?:SECRET-KEY|PLUGIN)-|-----BEGIN [A-Z ]*PRIVATE KEY-----/i;
const postQuantum = /^age1(?:pq|tagpq)1/;

/**
 * Public keys of age, one a line; `#` begins a comment. Each is tried before anything is encrypted.
 * @throws UserError naming the line's key that is none; a private key is never shown
 */
export async function parseRecipients(text: string): Promise<Recipients> {
  if (privateKey.test(text)) throw privateKeyGiven();
  const keys = [...new Set(linesOf(text))];
  if (keys.length === 0) throw new UserError('There is no recipient to encrypt to.', { hint: recipientHint });
  for (const key of keys) await checkRecipient(key);
  const strong = keys.filter((key) => postQuantum.test(key));
  if (strong.length > 0 && strong.length < keys.length)
    throw new UserError('Post-quantum and classic recipients are given together.', {
      hint: 'Whoever breaks the classic key reads everything, so age refuses the mix. Give recipients of one kind.',
    });
  return { keys };
}

const recipientHint =
  'A recipient is the public key that `age-keygen` prints: it begins with `age1`. Give one a line.';

async function checkRecipient(key: string): Promise<void> {
  try {
    const { Encrypter } = await import('age-encryption');
    const encrypter = new Encrypter();
    encrypter.addRecipient(key);
    await encrypter.encrypt(new Uint8Array(0));
  } catch (thrown) {
    throw new UserError(`"${shownKey(key)}" is no recipient of age.`, {
      hint: `${recipientHint} SSH keys are not supported.`,
      cause: errorMessage(thrown),
    });
  }
}

function shownKey(key: string): string {
  return cutMiddle(visible(cutMiddle(key, 100)), 100);
}

function privateKeyGiven(): UserError {
  return new UserError('A private key is given where public keys belong; it is not shown here.', {
    hint: `${recipientHint} The private key stays where backups are restored. If this one was stored as a plain variable, replace it.`,
  });
}

/** The header of a new file for these recipients, and the key that it wraps. */
export async function createHeader(
  recipients: Recipients,
): Promise<{ readonly header: Uint8Array; readonly fileKey: Uint8Array }> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const key of recipients.keys) encrypter.addRecipient(key);
  let fileKey: Uint8Array | undefined;
  const witness: Recipient = {
    wrapFileKey(key) {
      fileKey = Uint8Array.from(key);
      return [];
    },
  };
  encrypter.addRecipient(witness);
  const empty = await encrypter.encrypt(new Uint8Array(0));
  if (fileKey === undefined) throw new Error('age-encryption has wrapped no file key.');
  // What follows the header of an empty file is a nonce and a tag, 16 bytes each.
  return { header: empty.subarray(0, empty.length - 32), fileKey };
}
