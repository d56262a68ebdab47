/** YAML to values with places. The file comes with a pull request: its size, depth and references are bounded. */
import type { ParsedNode } from 'yaml';
import { visible } from '../../report/visible-text.ts';
import { type ConfigEntry, ConfigMistake, type ConfigValue, type Place } from './config-value.ts';

type Yaml = typeof import('yaml');

/** In UTF-16 code units. */
export const largestFile = 256 * 1024;

const deepest = 20;

/** @throws ConfigMistake */
export async function readYaml(content: string): Promise<ConfigValue> {
  if (content.length > largestFile)
    throw new ConfigMistake(`The file is larger than ${largestFile / 1024} KiB.`, { line: 1, column: 1 });
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  // Values stay what YAML 1.2 says: `off` is a text, a day too. What is nested beyond the stack is an error of the document.
  const document = yaml.parseDocument(content, {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
    schema: 'core',
  });
  const placeOf = (offset: number | undefined): Place => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const [mistake] = [...document.errors, ...document.warnings];
  if (mistake !== undefined) throw new ConfigMistake(`${visible(mistake.message)}.`, placeOf(mistake.pos[0]));
  return convert({ yaml, placeOf }, document.contents, 0);
}

interface Context {
  readonly yaml: Yaml;
  placeOf(offset: number | undefined): Place;
}

function convert(context: Context, node: ParsedNode | null, depth: number): ConfigValue {
  const { yaml, placeOf } = context;
  const at = placeOf(node?.range?.[0]);
  if (depth > deepest) throw new ConfigMistake(`This is nested deeper than ${deepest} levels.`, at);
  if (node === null) return { kind: 'scalar', value: null, at };
  if (yaml.isAlias(node) || node.anchor !== undefined)
    throw new ConfigMistake('Anchors and aliases are not supported here: write it out.', at);
  if (yaml.isSeq(node)) {
    const items = node.items.map((item) => convert(context, item, depth + 1));
    return { kind: 'list', items, at };
  }
  if (yaml.isMap(node)) {
    const entries = node.items.map(({ key, value }): ConfigEntry => entryOf(context, { key, value, depth }));
    return { kind: 'map', entries, at };
  }
  const { value } = node;
  const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  if (!isPlain) throw new ConfigMistake('This is no text, number, true or false.', at);
  return { kind: 'scalar', value: plainOf(value), at };
}

interface Pair {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
  readonly depth: number;
}

function entryOf(context: Context, { key, value, depth }: Pair): ConfigEntry {
  const keyAt = context.placeOf(key.range?.[0]);
  if (!context.yaml.isScalar(key) || key.value === null || typeof key.value === 'object')
    throw new ConfigMistake('A name is a text.', keyAt);
  const read = convert(context, value, depth + 1);
  // An empty value has no place of its own that a reader would look at.
  const isEmpty = read.kind === 'scalar' && read.value === null;
  return { key: String(key.value), keyAt, value: isEmpty ? { ...read, at: keyAt } : read };
}

function plainOf(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}
