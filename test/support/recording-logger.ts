import type { Logger } from '../../src/log.ts';
import { secretsIn } from './secret-signs.ts';

export interface RecordingLogger extends Logger {
  /** `level: message`, in order. */
  readonly lines: readonly string[];
}

const leaks: string[] = [];

/** The lines with a secret in them that any logger of this file has recorded since the last call. */
export function takeLeaks(): readonly string[] {
  return leaks.splice(0);
}

/** Remembers every line; a test that lets a secret into one fails, whatever it is about (`no-secrets.ts`). */
export function recordingLogger(lines: string[] = []): RecordingLogger {
  const record = (level: string) => (message: string) => {
    lines.push(`${level}: ${message}`);
    if (secretsIn(message).length > 0) leaks.push(message);
  };
  return {
    lines,
    debug: record('debug'),
    info: record('info'),
    notice: record('notice'),
    warning: record('warning'),
    error: record('error'),
    group: (_title, work) => work(),
  };
}
