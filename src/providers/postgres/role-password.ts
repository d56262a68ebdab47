/**
 * Passwords of the branches' roles. They are kept nowhere: who holds `postgres-url` derives them again, in another job
 * or on another machine, and nobody else can.
 *
 * password = HMAC-SHA256(scrypt(password of postgres-url), database name, salt in the mark), 256 bits, 43 characters.
 *
 * The mark is public and a preview's password is given to apps, so someone may hold one password and its salt. From
 * these he learns no other password (HMAC), and guessing the administrator's by trying costs one scrypt of 32 MiB a
 * guess. A new salt (every new branch has one) gives a new password. When the administrator's password is changed,
 * the next `create-branch` sets the roles' passwords anew.
 */
import { createHash, createHmac, pbkdf2, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { UserError } from '../../errors.ts';
import type { ConnectionParts } from '../../postgres/connection-uri.ts';

/** Gives the password of a branch's role. */
export type PasswordSource = (database: string, salt: string) => Promise<string>;

const keyCost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;

/** @throws UserError without a password in the URI: then there is no secret to derive from */
export function createPasswordSource(admin: Pick<ConnectionParts, 'user' | 'password'>): PasswordSource {
  if (admin.password === '')
    throw new UserError('`postgres-url` holds no password.', {
      hint: 'Passwords of the branches are derived from it. Put one into the URI; a server with `trust` authentication takes any.',
    });
  let key: Promise<Buffer> | undefined;
  return async (database, salt) => {
    key ??= deriveKey(admin);
    return createHmac('sha256', await key)
      .update(JSON.stringify(['database-actions role password', database, salt]))
      .digest('base64url');
  };
}

function deriveKey({ user, password }: Pick<ConnectionParts, 'user' | 'password'>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, `database-actions/${user}`, 32, keyCost, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

export function newSalt(): string {
  return randomBytes(16).toString('base64url');
}

const pbkdf2Async = promisify(pbkdf2);
const iterations = 4096;

/**
 * What the server stores for a password (RFC 5803; the server takes it in place of the password, as from psql's
 * \password), so that the password itself reaches neither the server's log nor pg_stat_statements.
 */
export async function scramVerifier(password: string): Promise<string> {
  const salt = randomBytes(16);
  // Our passwords are ASCII, which SASLprep leaves as it is.
  const salted = await pbkdf2Async(password, salt, iterations, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
