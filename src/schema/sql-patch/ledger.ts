import { keyOf, type ObjectName } from '../snapshot.ts';
import { NotWritten } from './values.ts';

export interface Unwritten {
  readonly object: ObjectName;
  readonly why: string;
}

/** What is not written, by object. */
export interface Ledger {
  attempt<T>(object: ObjectName, write: () => T): T | undefined;
  refuse(object: ObjectName, why: string): void;
  isRefused(object: ObjectName): boolean;
  forgive(object: ObjectName): void;
  all(): readonly Unwritten[];
}

export function openLedger(): Ledger {
  const entries = new Map<string, Unwritten>();
  const refuse = ({ kind, schema, parent, name }: ObjectName, why: string) => {
    const object = { kind, schema, parent, name };
    entries.set(keyOf(object), { object, why });
  };
  return {
    refuse,
    attempt(object, write) {
      try {
        return write();
      } catch (thrown) {
        if (!(thrown instanceof NotWritten)) throw thrown;
        refuse(object, thrown.message);
        return undefined;
      }
    },
    isRefused: (object) => entries.has(keyOf(object)),
    forgive: (object) => void entries.delete(keyOf(object)),
    all: () => [...entries.values()],
  };
}
