import type { Socket } from 'node:net';
import type { Client } from 'pg';
import { UserError } from '../errors.ts';

/**
 * `channel_binding=require`: the password is proved only to a server that ends this very TLS connection. `pg` binds
 * when the server offers it, but falls back; here anything else (no TLS, clear text, MD5, `trust`) closes the socket
 * before an answer is sent (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNECT-CHANNEL-BINDING).
 */
export function requireChannelBinding(client: Client, socket: Socket): void {
  let isBound = false;
  const { connection } = client;
  const refuse = () => {
    const error = new UserError(
      'The server offers no channel binding, but the connection URI says channel_binding=require.',
      {
        hint: 'Connect to the server itself over TLS with SCRAM passwords, or leave `channel_binding` away.',
      },
    );
    // Both: nothing that `pg` still writes to either leaves this machine.
    connection.stream.destroy(error);
    socket.destroy();
  };
  connection.prependListener('authenticationSASL', (message: unknown) => {
    isBound = mechanismsOf(message).includes('SCRAM-SHA-256-PLUS') && connection.stream !== socket;
    if (!isBound) refuse();
  });
  connection.prependListener('authenticationCleartextPassword', refuse);
  connection.prependListener('authenticationMD5Password', refuse);
  connection.prependListener('authenticationOk', () => {
    if (!isBound) refuse();
  });
}

function mechanismsOf(message: unknown): readonly unknown[] {
  if (typeof message !== 'object' || message === null || !('mechanisms' in message)) return [];
  return Array.isArray(message.mechanisms) ? message.mechanisms : [];
}
