/** A form of DDL as it is declared: what is there before, the statement, and what each relation is to it. */
import type { LockRole } from '../../src/migrations/lock-facts/lock-fact.ts';

/** How a statement that cannot run in a transaction is held open, so that its locks can be read from outside. */
export interface Hold {
  /**
   * Run in a transaction that stays open until the statement waits for it. If it waits for the transaction (and not
   * for one lock of it), a new such transaction is opened before the old one ends, so that it waits at each point it can.
   */
  readonly transaction: string;
}

export interface Form {
  /** `<statement>-<subcommand>[-variant]` */
  readonly id: string;
  /** What the form is for where the statement does not say it itself; Markdown. */
  readonly about?: string;
  /** SQL that is committed before, in a schema of its own, beside the table `item` ({@link baseTable}). */
  readonly setUp?: string;
  readonly statement: string;
  /** Session settings under which it runs. */
  readonly settings?: Readonly<Record<string, string>>;
  /**
   * By relation name. What is not named: `item` is the table, an index of the table is an index; sequences and views
   * are themselves. Any other relation that gets locked must be named.
   */
  readonly roles?: Readonly<Record<string, LockRole>>;
  /** First major version that knows the form; the ones before must refuse it. Default: all do. */
  readonly since?: number;
  /** For a statement that cannot run in a transaction. */
  readonly hold?: Hold;
}

export interface FormGroup {
  readonly title: string;
  readonly forms: readonly Form[];
}
