/** SCRAM-SHA-256, both ends of it: RFC 5802 and RFC 7677, as Postgres uses them. */
import { createHash, createHmac, pbkdf2 as pbkdf2Callback, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const pbkdf2 = promisify(pbkdf2Callback);

export const mechanism = 'SCRAM-SHA-256';
/** Bound to the certificate of the connection (`tls-server-end-point`, RFC 5929): what `channel_binding=require` wants. */
export const boundMechanism = 'SCRAM-SHA-256-PLUS';

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function xor(left: Buffer, right: Buffer): Buffer {
  return Buffer.from(left.map((byte, index) => byte ^ (right[index] ?? 0)));
}

interface Proof {
  readonly clientProof: Buffer;
  readonly serverSignature: Buffer;
}

/** Passwords are normalised by SASLprep, which for what Postgres accepts is NFKC. */
async function prove(
  password: string,
  salt: Buffer,
  rounds: { readonly iterations: number; readonly authMessage: string },
): Promise<Proof> {
  const salted = await pbkdf2(password.normalize('NFKC'), salt, rounds.iterations, 32, 'sha256');
  const clientKey = hmac(salted, 'Client Key');
  const storedKey = createHash('sha256').update(clientKey).digest();
  return {
    clientProof: xor(clientKey, hmac(storedKey, rounds.authMessage)),
    serverSignature: hmac(hmac(salted, 'Server Key'), rounds.authMessage),
  };
}

/** `r=abc,s=def` to its attributes; a value may itself hold `=`. */
function attributes(message: string): ReadonlyMap<string, string> {
  return new Map(message.split(',').map((part) => [part.slice(0, 1), part.slice(2)]));
}

export interface ServerExchange {
  /** To answer the client's first message with. */
  readonly serverFirst: string;
  /** @returns the server's final message, or undefined when the password was wrong. */
  finish(clientFinal: string): Promise<string | undefined>;
}

/**
 * @param clientFirst with its GS2 header (`n,,`, `y,,` or `p=tls-server-end-point,,`)
 * @param certificateHash what a client must prove to have seen when it binds; absent without TLS
 */
export function startServerExchange(
  clientFirst: string,
  password: string,
  certificateHash: Buffer = Buffer.alloc(0),
): ServerExchange {
  const header = /^[^,]*,[^,]*,/.exec(clientFirst)?.[0] ?? '';
  const bare = clientFirst.slice(header.length);
  const bound = header.startsWith('p=') ? certificateHash : Buffer.alloc(0);
  const binding = Buffer.concat([Buffer.from(header), bound]).toString('base64');
  const nonce = `${attributes(bare).get('r') ?? ''}${randomBytes(18).toString('base64')}`;
  const salt = randomBytes(16);
  const serverFirst = `r=${nonce},s=${salt.toString('base64')},i=4096`;
  return {
    serverFirst,
    async finish(clientFinal) {
      const given = attributes(clientFinal);
      const withoutProof = clientFinal.slice(0, clientFinal.lastIndexOf(',p='));
      const authMessage = `${bare},${serverFirst},${withoutProof}`;
      const expected = await prove(password, salt, { iterations: 4096, authMessage });
      const proof = Buffer.from(given.get('p') ?? '', 'base64');
      const right = proof.length === 32 && timingSafeEqual(proof, expected.clientProof);
      const isWhole = given.get('r') === nonce && given.get('c') === binding;
      return right && isWhole ? `v=${expected.serverSignature.toString('base64')}` : undefined;
    },
  };
}

export interface ClientExchange {
  readonly clientFirst: string;
  /** @returns the client's final message. */
  answer(serverFirst: string): Promise<string>;
}

export function startClientExchange(password: string): ClientExchange {
  const bare = `n=,r=${randomBytes(18).toString('base64')}`;
  return {
    clientFirst: `n,,${bare}`,
    async answer(serverFirst) {
      const given = attributes(serverFirst);
      const withoutProof = `c=biws,r=${given.get('r') ?? ''}`;
      const salt = Buffer.from(given.get('s') ?? '', 'base64');
      const authMessage = `${bare},${serverFirst},${withoutProof}`;
      const { clientProof } = await prove(password, salt, {
        iterations: Number(given.get('i')),
        authMessage,
      });
      return `${withoutProof},p=${clientProof.toString('base64')}`;
    },
  };
}
