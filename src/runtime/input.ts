import { parseDuration } from '../duration.ts';
import { UserError } from '../errors.ts';

export type InputKind = 'string' | 'secret' | 'boolean' | 'integer' | 'duration' | 'choice' | 'list' | 'url';

/** One declared input. `Value` is what `run` receives. */
export interface Input<Value> {
  readonly kind: InputKind;
  readonly description: string;
  /** As written in action.yml; undefined = empty. May be an expression such as `${{ github.token }}`. */
  readonly default: string | undefined;
  readonly required: boolean;
  /** For the reference: what is allowed, such as "`auto`, `neon` or `postgres`". */
  readonly allowed: string;
  /** @throws UserError without the input's name; the reader adds it. `text` is trimmed and never empty. */
  parse(text: string): Value;
  /** What an empty text means. */
  readonly empty: Value;
}

interface Described {
  readonly description: string;
  readonly default?: string;
}

/** Free text; empty when not given. */
export function string(spec: Described): Input<string> {
  return make(spec, { kind: 'string', allowed: 'text', empty: '', parse: (text) => text });
}

/** Free text, or undefined when not given. */
export function optional(spec: Described): Input<string | undefined> {
  return make<string | undefined>(spec, {
    kind: 'string',
    allowed: 'text',
    empty: undefined,
    parse: (text) => text,
  });
}

/** Text that must be given. */
export function required(spec: Described): Input<string> {
  return { ...string(spec), required: true };
}

/** Masked before anything else happens; its value is never shown in an error. Undefined when not given. */
export function secret(spec: Described): Input<string | undefined> {
  return make<string | undefined>(spec, {
    kind: 'secret',
    allowed: 'secret',
    empty: undefined,
    parse: (text) => text,
  });
}

/** The YAML 1.2 core schema's booleans, as GitHub's own toolkit accepts them; anything else is an error, not false. */
export function boolean(spec: Described & { readonly default: 'true' | 'false' }): Input<boolean> {
  return make(spec, {
    kind: 'boolean',
    allowed: '`true` or `false`',
    empty: spec.default === 'true',
    parse(text) {
      if (/^(true|True|TRUE)$/.test(text)) return true;
      if (/^(false|False|FALSE)$/.test(text)) return false;
      throw new UserError(`"${text}" is neither true nor false.`);
    },
  });
}

interface IntegerSpec extends Described {
  readonly default: string;
  readonly minimum: number;
  readonly maximum: number;
}

export function integer(spec: IntegerSpec): Input<number> {
  return make(spec, {
    kind: 'integer',
    allowed: `a whole number from ${spec.minimum} to ${spec.maximum}`,
    empty: Number(spec.default),
    parse(text) {
      const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
      if (value >= spec.minimum && value <= spec.maximum) return value;
      throw new UserError(`"${text}" is not a whole number from ${spec.minimum} to ${spec.maximum}.`);
    },
  });
}

interface DurationSpec extends Described {
  readonly default: string;
  /** As a duration, such as `30d`. */
  readonly maximum?: string;
  readonly minimum?: string;
}

/** Whole seconds. */
export function duration(spec: DurationSpec): Input<number> {
  const { minimum = '1s', maximum } = spec;
  const allowed = `a duration such as \`90s\`, \`5m\`, \`14d\`${maximum === undefined ? '' : `, at most \`${maximum}\``}`;
  return make(spec, {
    kind: 'duration',
    allowed,
    empty: parseDuration(spec.default),
    parse(text) {
      const seconds = parseDuration(text);
      if (seconds < parseDuration(minimum)) throw new UserError(`"${text}" is less than ${minimum}.`);
      if (maximum !== undefined && seconds > parseDuration(maximum))
        throw new UserError(`"${text}" is more than ${maximum}.`);
      return seconds;
    },
  });
}

interface ChoiceSpec<Value extends string> extends Described {
  readonly default: Value;
  readonly choices: readonly Value[];
}

export function choice<const Value extends string>(spec: ChoiceSpec<Value>): Input<Value> {
  return make<Value>(spec, {
    kind: 'choice',
    allowed: spec.choices.map((value) => `\`${value}\``).join(', '),
    empty: spec.default,
    parse(text) {
      const found = spec.choices.find((value) => value === text);
      if (found !== undefined) return found;
      throw new UserError(`"${text}" is not one of ${spec.choices.join(', ')}.`);
    },
  });
}

/** Separated by commas or newlines, trimmed, empty items dropped. */
export function list(spec: Described): Input<readonly string[]> {
  return make<readonly string[]>(spec, {
    kind: 'list',
    allowed: 'items separated by commas or newlines',
    empty: [],
    parse: (text) =>
      text
        .split(/[\n,]/)
        .map((item) => item.trim())
        .filter((item) => item !== ''),
  });
}

/** An http or https address, without its trailing slash. Plain http only to this machine. */
export function url(spec: Described & { readonly default: string }): Input<string> {
  return make(spec, {
    kind: 'url',
    allowed: 'an https address',
    empty: '',
    parse(text) {
      const parsed = URL.canParse(text) ? new URL(text) : undefined;
      if (parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && isLoopback(parsed.hostname)))
        return text.replace(/\/+$/, '');
      throw new UserError(`"${text}" is not an https address.`);
    },
  });
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\./.test(host);
}

type Behaviour<Value> = Pick<Input<Value>, 'kind' | 'allowed' | 'empty' | 'parse'>;

function make<Value>(spec: Described, behaviour: Behaviour<Value>): Input<Value> {
  return { description: spec.description, default: spec.default, required: false, ...behaviour };
}
