/** Faults that a test tells the stand-in to make. */

export interface Fault {
  /** `UploadPart`; by default whichever it is. */
  readonly operation?: string;
  /** Part of the key. */
  readonly key?: string;
  /** How many requests it hits; default 1. */
  readonly times?: number;
  /** How many matching requests pass before it hits; default 0. */
  readonly skip?: number;
  /** Answers with this status and code. With 200 the error is in the body, as CompleteMultipartUpload does it. */
  readonly status?: number;
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** With `status`: the request takes effect all the same. */
  readonly applied?: boolean;
  /** The connection is cut before the body is read, or after the request took effect. */
  readonly reset?: 'before' | 'after';
  /** The answer comes so many milliseconds later. */
  readonly delayMs?: number;
  /** The answer's body is cut after so many bytes, although it announced all. */
  readonly truncateAt?: number;
  /** One bit of the body's byte at this place is turned. */
  readonly flipAt?: number;
  /** The body stops for so many milliseconds after its first half. */
  readonly stallMs?: number;
  /** Before the body a blank comes every so often, for so many milliseconds, as while S3 puts parts together. */
  readonly blanksMs?: number;
}

export interface FaultList {
  add(fault: Fault): void;
  take(operation: string, key: string): Fault | undefined;
  clear(): void;
}

export function createFaultList(): FaultList {
  const waiting: { readonly fault: Fault; skip: number; times: number }[] = [];
  return {
    add: (fault) => void waiting.push({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1 }),
    clear: () => void waiting.splice(0),
    take(operation, key) {
      for (const entry of waiting) {
        const { fault } = entry;
        if (fault.operation !== undefined && fault.operation !== operation) continue;
        if (fault.key !== undefined && !key.includes(fault.key)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.times -= 1;
        if (entry.times <= 0) waiting.splice(waiting.indexOf(entry), 1);
        return fault;
      }
      return undefined;
    },
  };
}
