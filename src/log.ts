/** What domain code logs to. `runtime/` writes it as workflow commands; tests record it. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  notice(message: string): void;
  warning(message: string): void;
  error(message: string): void;
  /** Runs `work` inside a folded group; the group is closed whatever happens. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}

/** Drops everything. */
export const silentLogger: Logger = {
  debug() {},
  info() {},
  notice() {},
  warning() {},
  error() {},
  group: (_title, work) => work(),
};
