import { badRequest } from './api-error.ts';
import { readFields } from './body.ts';

/** What goes wrong with calls that match. Every given part must match; all calls match a rule without `method` and `path`. */
export interface FaultRule {
  readonly method?: string | undefined;
  /** Of the path below `/api/v2`, without the query: `*` is one segment, `**` any number; or a pattern. */
  readonly path?: string | RegExp | undefined;
  /** Calls to let pass first; default 0. */
  readonly after?: number | undefined;
  /** Calls to hit; default 1, `Infinity` in process or `null` over HTTP = all. */
  readonly times?: number | undefined;
  /** Answers this instead of doing the call, unless `apply` is set. */
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** A JSON value, or a string to be sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly delayMs?: number | undefined;
  /** `after` = the call is done first, then the answer is late; default `before`. */
  readonly delay?: 'before' | 'after' | undefined;
  /** The socket is destroyed before, or after, the call was done. */
  readonly reset?: 'before' | 'after' | undefined;
  /** The call is done and its answer is cut off in the middle of the JSON. */
  readonly malformed?: boolean | undefined;
  /** With `status`: the call is done all the same, as by a gateway that lost its patience. */
  readonly apply?: boolean | undefined;
}

export interface Faults {
  add(rule: FaultRule): void;
  clear(): void;
  /** Rules that may still hit. */
  readonly pending: readonly FaultRule[];
  /** Counts the call and gives the first rule that hits it. */
  take(method: string, path: string): FaultRule | undefined;
}

export function createFaults(): Faults {
  let active: { readonly rule: FaultRule; skip: number; left: number }[] = [];
  return {
    add(rule) {
      active.push({ rule, skip: rule.after ?? 0, left: rule.times ?? 1 });
    },
    clear() {
      active = [];
    },
    get pending() {
      return active.map(({ rule }) => rule);
    },
    take(method, path) {
      for (const entry of active) {
        if (!matches(entry.rule, method, path)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.left -= 1;
        if (entry.left <= 0) active = active.filter((other) => other !== entry);
        return entry.rule;
      }
      return undefined;
    },
  };
}

function matches(rule: FaultRule, method: string, path: string): boolean {
  if (rule.method !== undefined && rule.method.toUpperCase() !== method) return false;
  if (rule.path === undefined) return true;
  return toPattern(rule.path).test(path);
}

function toPattern(path: string | RegExp): RegExp {
  if (path instanceof RegExp) return new RegExp(path.source, path.flags.replace('g', ''));
  const source = path
    .split(/(\*\*|\*)/)
    .map((part) =>
      part === '**' ? '.*' : part === '*' ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('');
  return new RegExp(`^${source}$`);
}

/** A rule as sent to `/_control/faults`. */
export function parseFault(value: unknown): FaultRule {
  const fields = readFields(value);
  const moment = (name: string): 'before' | 'after' | undefined => {
    const found = fields.string(name);
    if (found === undefined || found === 'before' || found === 'after') return found;
    throw badRequest(`${name} must be "before" or "after"`);
  };
  const body = typeof value === 'object' && value !== null && 'body' in value ? value.body : undefined;
  const rule = {
    method: fields.string('method'),
    path: fields.string('path'),
    after: fields.number('after'),
    times: fields.isNull('times') ? Number.POSITIVE_INFINITY : fields.number('times'),
    status: fields.number('status'),
    code: fields.string('code'),
    message: fields.string('message'),
    body,
    headers: fields.strings('headers'),
    delayMs: fields.number('delayMs'),
    delay: moment('delay'),
    reset: moment('reset'),
    malformed: fields.boolean('malformed'),
    apply: fields.boolean('apply'),
  };
  const unknown = fields.unread().filter((name) => name !== 'body' && name !== 'times');
  if (unknown.length > 0) throw badRequest(`a fault has no ${unknown.join(', ')}`);
  return rule;
}
