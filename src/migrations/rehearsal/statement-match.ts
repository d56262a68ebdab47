/** Finds, for what sessions were seen to run, the statement of a migration file that it is. */
import type { Transport } from '../script-batch.ts';
import type { SqlParser, SqlStatement } from '../sql-parser.ts';
import type { ObservedStatement } from './observation.ts';
import { canonicalSql, type FileText, isSameSql, type SeenText, seenText } from './statement-text.ts';

/** A statement of a script, or a script that was sent whole. */
export interface MatchedUnit {
  /** Place of the script among those given. */
  readonly script: number;
  /** Place in the script. */
  readonly index: number;
  readonly line: number;
  readonly text: string;
  readonly kind: string;
  /** More than one where a client asked for it in steps. */
  readonly seen: readonly ObservedStatement[];
}

export interface Match {
  /** Every statement of every script in order, seen or not; a script that was seen whole is one. */
  readonly units: readonly MatchedUnit[];
  /** In no file. */
  readonly others: readonly ObservedStatement[];
}

export interface MatchRequest {
  readonly scripts: readonly string[];
  /** By start. */
  readonly statements: readonly ObservedStatement[];
  readonly textLimit: number | undefined;
  readonly parser: SqlParser;
  readonly transport: Transport | undefined;
}

export function matchStatements(request: MatchRequest): Match {
  const scripts = request.scripts.map((script) => readScript(script, request.parser));
  const finder = createFinder(scripts, request.transport);
  const found = new Map<Part, ObservedStatement[]>();
  const others: ObservedStatement[] = [];
  for (const statement of request.statements) {
    const part =
      statement.text === undefined ? undefined : finder.find(seenText(statement.text, request.textLimit));
    if (part === undefined) others.push(statement);
    else found.set(part, [...(found.get(part) ?? []), statement]);
  }
  return { units: scripts.flatMap((script, place) => unitsOf(script, place, found)), others };
}

/** What can be sent at once. */
interface Part {
  readonly text: FileText;
}

interface Script {
  readonly script: string;
  readonly whole: Part;
  /** Undefined where it does not parse. */
  readonly statements: readonly SqlStatement[] | undefined;
  /** One for each statement; none where the script is a single statement, which is the whole. */
  readonly parts: readonly Part[];
}

function readScript(script: string, parser: SqlParser): Script {
  const whole = { text: { raw: script, canonical: canonicalSql(script) } };
  const parsed = parser.parse(script);
  if (parsed.kind === 'syntax-error') return { script, whole, statements: undefined, parts: [] };
  const { statements } = parsed;
  const parts =
    statements.length === 1 ? [whole] : statements.map((_, index) => partOf(script, statements, index));
  return { script, whole, statements, parts };
}

/** A statement with the comments before it, as Prisma sends it. */
function partOf(script: string, statements: readonly SqlStatement[], index: number): Part {
  const statement = statements[index];
  const from = statements[index - 1]?.end ?? 0;
  const raw = script.slice(from, statement?.end).replace(/^\s*;/, '');
  return { text: { raw, canonical: canonicalSql(statement?.text ?? '') } };
}

interface Finder {
  find(seen: SeenText): Part | undefined;
}

/** Scripts run in their order, so each search begins where the last one ended; what is nowhere behind may be before. */
function createFinder(scripts: readonly Script[], transport: Transport | undefined): Finder {
  const parts = scripts.flatMap((script) => script.parts);
  const wholes = scripts.map(({ whole }) => whole);
  const orders = transport === 'script' ? [wholes, parts] : [parts, wholes];
  const next = new Map(orders.map((order) => [order, 0]));
  let last: Part | undefined;
  return {
    find(seen) {
      for (const order of orders) {
        const from = next.get(order) ?? 0;
        const ahead = order.findIndex((part, place) => place >= from && isSameSql(seen, part.text));
        if (ahead >= 0) {
          next.set(order, ahead + 1);
          last = order[ahead];
          return last;
        }
        if (last !== undefined && order.includes(last) && isSameSql(seen, last.text)) return last;
        const behind = order.find((part) => isSameSql(seen, part.text));
        if (behind !== undefined) return behind;
      }
      return undefined;
    },
  };
}

function unitsOf(
  { script, whole, statements, parts }: Script,
  place: number,
  found: ReadonlyMap<Part, readonly ObservedStatement[]>,
): readonly MatchedUnit[] {
  const asWhole = found.get(whole);
  if (statements === undefined || (asWhole !== undefined && parts[0] !== whole))
    return [{ script: place, index: 0, line: 1, text: script, kind: 'Script', seen: asWhole ?? [] }];
  return statements.map(({ line, text, kind }, index) => {
    const part = parts[index];
    const seen = (part === undefined ? undefined : found.get(part)) ?? [];
    return { script: place, index, line, text, kind, seen };
  });
}
