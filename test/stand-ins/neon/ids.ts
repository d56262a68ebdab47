import { randomBytes, randomInt } from 'node:crypto';

const adjectives = ['aged', 'broad', 'calm', 'dawn', 'empty', 'floral', 'gentle', 'holy', 'icy', 'jolly'];
const nouns = ['bird', 'cloud', 'dew', 'fire', 'glade', 'haze', 'lake', 'moon', 'salad', 'wave'];

function pick(words: readonly string[]): string {
  return words[randomInt(words.length)] ?? '';
}

/** `br-aged-salad-a1b2c3d4`: the form of Neon's ids, `^[a-z0-9-]{1,60}$`. */
export function newId(prefix: 'br' | 'ep' | 'snap'): string {
  return `${prefix}-${pick(adjectives)}-${pick(nouns)}-${randomBytes(4).toString('hex')}`;
}

/** `npg_` and letters as Neon's are, plus every character that must be percent-encoded in a URI. */
export function newPassword(): string {
  return `npg_${randomBytes(9).toString('base64url').replaceAll(/[-_]/g, 'x')}/+@%`;
}

/** `0/1A2B3C8`: the form of a log sequence number. */
export function newLsn(): string {
  return `0/${randomInt(0x1000000, 0xfffffff).toString(16).toUpperCase()}`;
}
