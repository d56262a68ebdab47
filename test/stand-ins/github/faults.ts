/** Faults that a test, or a person over `/_control/faults`, tells the stand-in to make. */

export interface Fault {
  readonly method?: string;
  /** Part of the request's path. */
  readonly path?: string;
  /** How many requests it hits; default 1. */
  readonly times?: number;
  /** How many matching requests pass before it hits; default 0. */
  readonly skip?: number;
  /** Answers with this status (and `body`, `headers`). */
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** With `status`: the request takes effect all the same, as behind a gateway that lost the answer. */
  readonly applied?: boolean;
  /** The request takes effect at once, its answer comes this many milliseconds later. */
  readonly delayMs?: number;
  /** Cuts the connection, before or after the request took effect. */
  readonly reset?: 'before' | 'after';
  /** Answers with JSON that ends in the middle. */
  readonly malformed?: boolean;
}

export interface FaultList {
  add(fault: Fault): void;
  clear(): void;
  /** The fault that hits this request; it is counted. */
  take(method: string, path: string): Fault | undefined;
}

export function createFaultList(): FaultList {
  const faults: { readonly fault: Fault; skip: number; times: number }[] = [];
  return {
    add: (fault) => void faults.push({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1 }),
    clear: () => void faults.splice(0),
    take(method, path) {
      for (const entry of faults) {
        const { fault } = entry;
        if (entry.times === 0 || (fault.method ?? method) !== method || !path.includes(fault.path ?? ''))
          continue;
        if (entry.skip > 0) entry.skip -= 1;
        else {
          entry.times -= 1;
          return fault;
        }
      }
      return undefined;
    },
  };
}

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
export function secondaryRateLimit(retryAfterSeconds: number, status: 403 | 429 = 403): Fault {
  return {
    status,
    headers: { 'retry-after': String(retryAfterSeconds) },
    body: {
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      documentation_url:
        'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits',
    },
  };
}
