/** A command that a process printed, as `::error file=a.ts,line=1::message` or `##[error]message`. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Commands that the runner knows; anything else that looks like a command is ordinary text. */
const KNOWN = [
  'stop-commands',
  'set-env',
  'set-output',
  'save-state',
  'add-mask',
  'add-path',
  'add-matcher',
  'remove-matcher',
  'debug',
  'warning',
  'error',
  'notice',
  'group',
  'endgroup',
  'echo',
];

/** Reads a line of output as a command, or undefined. `resumeToken`: the one that ends `::stop-commands::`. */
export function parseCommand(line: string, resumeToken?: string): WorkflowCommand | undefined {
  const known = resumeToken === undefined ? KNOWN : [...KNOWN, resumeToken];
  return parseColons(line, known) ?? parseBrackets(line, known);
}

/** True if a `::stop-commands::` token would be refused. */
export function isReservedToken(token: string): boolean {
  return token === '' || isNamed(token, [...KNOWN, 'pause-logging']);
}

function parseColons(line: string, known: readonly string[]): WorkflowCommand | undefined {
  const message = line.trimStart();
  const end = message.startsWith('::') ? message.indexOf('::', 2) : -1;
  if (end < 0) return undefined;
  return command(message.slice(2, end), message.slice(end + 2), {
    known,
    separator: ',',
    unescapeProperty: (text) => decode(text, [...DATA_ESCAPES, ['%3A', ':'], ['%2C', ',']]),
    unescapeData: (text) => decode(text, DATA_ESCAPES),
  });
}

/** The older form may start anywhere in a line. */
function parseBrackets(line: string, known: readonly string[]): WorkflowCommand | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  const unescapeAll = (text: string) => decode(text, [...DATA_ESCAPES, ['%3B', ';'], ['%5D', ']']]);
  return command(line.slice(start + 3, end), line.slice(end + 1), {
    known,
    separator: ';',
    unescapeProperty: unescapeAll,
    unescapeData: unescapeAll,
  });
}

interface Syntax {
  readonly known: readonly string[];
  readonly separator: string;
  readonly unescapeProperty: (text: string) => string;
  readonly unescapeData: (text: string) => string;
}

function command(info: string, text: string, syntax: Syntax): WorkflowCommand | undefined {
  const space = info.indexOf(' ');
  const name = space < 0 ? info : info.slice(0, space);
  if (!isNamed(name, syntax.known)) return undefined;
  const properties: Record<string, string> = {};
  if (space > 0) {
    for (const pair of info
      .slice(space + 1)
      .trim()
      .split(syntax.separator)) {
      const equals = pair.indexOf('=');
      if (equals > 0 && equals < pair.length - 1) {
        properties[pair.slice(0, equals)] = syntax.unescapeProperty(pair.slice(equals + 1));
      }
    }
  }
  return { name: name.toLowerCase(), properties, data: syntax.unescapeData(text) };
}

function isNamed(name: string, known: readonly string[]): boolean {
  return known.some((each) => each.toLowerCase() === name.toLowerCase());
}

type Escape = readonly [string, string];
const DATA_ESCAPES: readonly Escape[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
];

/** `%25` comes last: `%250A` is the text `%0A`, not a newline. */
function decode(text: string, escapes: readonly Escape[]): string {
  let plain = text;
  for (const [from, to] of escapes) plain = plain.replaceAll(from, to);
  return plain.replaceAll('%25', '%');
}
