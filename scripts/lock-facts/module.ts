/** Writes what was measured as the module that the rules read. */
import { isDeepStrictEqual } from 'node:util';
import type { FactSince } from '../../src/migrations/lock-facts/lock-fact.ts';
import { forms } from './forms.ts';
import type { MeasuredServer } from './measure-all.ts';

export interface Measured {
  /** By major: such as `18.4`. */
  readonly versions: Readonly<Record<number, string>>;
  /** By form id, in the order of the forms; oldest version first. */
  readonly facts: Readonly<Record<string, readonly FactSince[]>>;
}

/** @throws Error for a form that no server knows, or that a newer server lost */
export function collect(servers: readonly MeasuredServer[]): Measured {
  return {
    versions: Object.fromEntries(servers.map(({ major, version }) => [major, version])),
    facts: Object.fromEntries(forms.map(({ id }) => [id, factsOf(id, servers)])),
  };
}

function factsOf(id: string, servers: readonly MeasuredServer[]): readonly FactSince[] {
  const found: FactSince[] = [];
  for (const { major, facts } of servers) {
    const fact = facts.get(id);
    if (fact === undefined) {
      if (found.length > 0)
        throw new Error(`${id} is gone in ${major}: the table has no words for that yet.`);
      continue;
    }
    const since = { since: major, ...fact };
    if (!isDeepStrictEqual({ ...found.at(-1), since: major }, since)) found.push(since);
  }
  if (found.length === 0) throw new Error(`${id}: no server knows it.`);
  return found;
}

export function renderModule({ versions, facts }: Measured): string {
  const lines = Object.entries(facts).map(
    ([id, all]) => `  ${literal(id)}: [${all.map((fact) => literal(fact)).join(', ')}],`,
  );
  return `/** Measured by \`npm run lock-facts\`, which writes this file; see docs/lock-facts.md. */
// biome-ignore-all format: a form a line
import type { FactSince } from './lock-fact.ts';

/** By major: the server that it was measured on. */
export const measuredVersions: Readonly<Record<number, string>> = ${literal(versions)};

export const measuredFacts = {
${lines.join('\n')}
} as const satisfies Readonly<Record<string, readonly FactSince[]>>;
`;
}

/** As TypeScript writes it here: single quotes, and none around a key that needs none. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, one]) => `${key}: ${literal(one)}`)
      .join(', ')} }`;
  return typeof value === 'string' ? `'${value}'` : String(value);
}
