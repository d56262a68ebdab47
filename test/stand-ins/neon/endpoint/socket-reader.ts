import type { Duplex } from 'node:stream';
import type { Message } from './wire.ts';

/** Reads whole messages from a socket until it is handed over to a pipe. */
export interface SocketReader {
  /** @throws when the socket ends before `count` bytes came. */
  read(count: number): Promise<Buffer>;
  /** A message without a type byte; its length stays in front. */
  readFirstMessage(): Promise<Buffer>;
  readMessage(): Promise<Message>;
  /** Stops reading and puts back what nobody took. */
  release(): void;
}

const largestMessage = 1_000_000;

export function readSocket(socket: Duplex): SocketReader {
  let buffered = Buffer.alloc(0);
  let ended = false;
  let wake = () => {};
  const onData = (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    wake();
  };
  const onEnd = () => {
    ended = true;
    wake();
  };
  socket.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onEnd);
  const read = async (count: number): Promise<Buffer> => {
    if (count < 0 || count > largestMessage) throw new Error('not a Postgres message');
    while (buffered.length < count) {
      if (ended) throw new Error('the socket was closed');
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const taken = buffered.subarray(0, count);
    buffered = buffered.subarray(count);
    return taken;
  };
  return {
    read,
    async readFirstMessage() {
      const length = await read(4);
      return Buffer.concat([length, await read(length.readInt32BE() - 4)]);
    },
    async readMessage() {
      const head = await read(5);
      return { type: head.toString('latin1', 0, 1), body: await read(head.readInt32BE(1) - 4) };
    },
    release() {
      socket.pause();
      socket.off('data', onData).off('end', onEnd).off('close', onEnd);
      if (buffered.length > 0) socket.unshift(buffered);
      buffered = Buffer.alloc(0);
    },
  };
}
