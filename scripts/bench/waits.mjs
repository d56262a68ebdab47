/**
 * Loaded before the bundle (`node --import`). Sorts the time that the process sits idle by what it waits for, and writes
 * `{ "answers", "pauses" }`, in milliseconds, to the file that BENCH_WAITS names: an answer to HTTP or SQL; the pause
 * before the next look at something that Neon is still working on. Idle while WebAssembly compiles on another thread is
 * neither: that is our own time.
 */
import { writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

const waited = { answers: 0, compiling: 0, pauses: 0 };
const asked = new Set();
let compiling = 0;
let idleBefore = 0;

/** Called before whatever may change what the process waits for. */
function settle() {
  const { idle } = performance.eventLoopUtilization();
  const reason = asked.size > 0 ? 'answers' : compiling > 0 ? 'compiling' : 'pauses';
  waited[reason] += idle - idleBefore;
  idleBefore = idle;
}

function ask(socket) {
  settle();
  asked.add(socket);
}

function answer(socket) {
  settle();
  asked.delete(socket);
}

const clients = new WeakSet();
const { connect, write, push } = Socket.prototype;

Socket.prototype.connect = function (...given) {
  clients.add(this);
  ask(this);
  for (const event of ['connect', 'close']) this.once(event, () => answer(this));
  return connect.apply(this, given);
};

Socket.prototype.write = function (...given) {
  // Standard output is a socket too, and nobody answers on it.
  if (clients.has(this) || this.encrypted === true) ask(this);
  return write.apply(this, given);
};

Socket.prototype.push = function (...given) {
  answer(this);
  return push.apply(this, given);
};

for (const name of ['compile', 'instantiate']) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    settle();
    compiling += 1;
    try {
      return await original(...given);
    } finally {
      settle();
      compiling -= 1;
    }
  };
}

process.on('exit', () => {
  settle();
  writeFileSync(process.env.BENCH_WAITS, JSON.stringify(waited));
});
