import type { Logger } from '../log.ts';
import type { Secrets } from './secrets.ts';
import { issueCommand } from './toolkit.ts';

/** The log of a step: plain lines, folded groups, workflow commands for the levels. Secrets never reach it. */
export function createLogger(secrets: Secrets, write: (line: string) => void = writeLine): Logger {
  const command = (name: string) => (message: string) => issueCommand(name, {}, secrets.redact(message));
  return {
    debug: command('debug'),
    notice: command('notice'),
    warning: command('warning'),
    error: command('error'),
    info: (message) => write(plainText(secrets.redact(message))),
    async group(title, work) {
      write(`::group::${plainText(title).replaceAll('\n', ' ')}`);
      try {
        return await work();
      } finally {
        write('::endgroup::');
      }
    },
  };
}

/** Text of a database or a tool may hold lines that the runner would take for commands; a zero-width space stops that. */
export function plainText(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n').replace(/^([^\S\n]*)(::|##\[)/gm, '$1\u200b$2');
}

function writeLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
