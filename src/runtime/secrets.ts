import { issueCommand } from './toolkit.ts';

/** Values that everyone knows; masking them would blank the word in every later line of the job's log. */
const wellKnown = new Set([
  'postgres',
  'password',
  'localhost',
  'prisma',
  'neondb',
  'supabase',
  'database',
  'postgresql',
]);

/** The runner's masks match substrings and have no minimum length, so a short mask would eat half the log. */
const shortest = 8;

export interface Secrets {
  /** Registers a value with the runner and with {@link Secrets.redact}, before it is used anywhere. */
  mask(value: string): void;
  /** Replaces every registered value by `***`: what we print ourselves does not rely on the runner. */
  redact(text: string): string;
}

/** @param announce tells the runner; injected in tests */
export function createSecrets(announce: (value: string) => void = addMask): Secrets {
  const known = new Set<string>();
  const maskOne = (value: string) => {
    if (value.length < shortest || wellKnown.has(value.toLowerCase()) || known.has(value)) return;
    announce(value);
    known.add(value);
  };
  return {
    mask(value) {
      for (const form of [
        value,
        encodeURIComponent(value),
        ...value.split(/\r?\n/).map((line) => line.trim()),
      ])
        maskOne(form);
    },
    redact(text) {
      const longestFirst = [...known].toSorted((left, right) => right.length - left.length);
      return longestFirst.reduce((shown, value) => shown.replaceAll(value, '***'), text);
    },
  };
}

function addMask(value: string): void {
  issueCommand('add-mask', {}, value);
}
