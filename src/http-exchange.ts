/** What every HTTP client of ours needs to know about one exchange: its time, how it broke, when to come back. */

export interface TimeLimit {
  /** Aborts with the outer signal's reason, or when the time is over. */
  readonly signal: AbortSignal;
  expired(): boolean;
  /** Starts the time anew: there was progress, or it goes on after a pause. */
  renew(): void;
  /** Until it is renewed: nobody waits for the server. */
  pause(): void;
  release(): void;
}

/** By hand and not `AbortSignal.any([signal, AbortSignal.timeout()])`: on Node 20 a collected source never fires. */
export function timeLimit(outer: AbortSignal, milliseconds: number): TimeLimit {
  const controller = new AbortController();
  let expired = false;
  const onAbort = () => controller.abort(outer.reason);
  const start = () =>
    setTimeout(() => {
      expired = true;
      controller.abort();
    }, milliseconds);
  let timer = start();
  if (outer.aborted) onAbort();
  outer.addEventListener('abort', onAbort, { once: true });
  return {
    signal: controller.signal,
    expired: () => expired,
    renew() {
      clearTimeout(timer);
      timer = start();
    },
    pause: () => clearTimeout(timer),
    release() {
      clearTimeout(timer);
      outer.removeEventListener('abort', onAbort);
    },
  };
}

/** Failures to connect: nothing was sent, so nothing can have been done. */
const neverConnected: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a failed exchange with that code certainly never reached the server. */
export function isNeverConnected(code: string | undefined): boolean {
  return code !== undefined && neverConnected.has(code);
}

/** Such as `ECONNRESET`: of the error or of its cause, which is where fetch puts it. */
export function networkCode(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  for (const candidate of [cause, error])
    if (candidate instanceof Error && 'code' in candidate && typeof candidate.code === 'string')
      return candidate.code;
  return undefined;
}

/** RFC 9110 section 10.2.3: whole seconds, or an HTTP date. Anything else counts as absent. */
export function retryAfterMs(header: string | null, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Z][a-z]{2},/.test(text)) return undefined;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now.getTime());
}
