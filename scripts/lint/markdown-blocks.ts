import { parse as parseYaml } from 'yaml';
import { isRecord } from './yaml-file.ts';

/** A YAML block of a Markdown file. */
export interface MarkdownBlock {
  readonly text: string;
  /** Lines of the Markdown file before the block's first. */
  readonly linesBefore: number;
  /** `steps`: a list of steps, as shown to be added to a job. */
  readonly kind: 'workflow' | 'steps' | 'other';
}

/** Blocks fenced as yaml or yml, however long the fence and however deep the indentation. */
export function yamlBlocks(markdown: string): readonly MarkdownBlock[] {
  const lines = markdown.split('\n');
  const blocks: MarkdownBlock[] = [];
  for (let index = 0; index < lines.length; index++) {
    const open = /^(?<indent> *)(?<fence>`{3,}|~{3,})\s*(?<language>[\w-]*)/.exec(lines[index] ?? '')?.groups;
    if (open === undefined) continue;
    const { indent = '', fence = '', language = '' } = open;
    const start = index + 1;
    index = lines.findIndex(
      (line, at) => at >= start && line.trim().startsWith(fence) && /^[`~]+$/.test(line.trim()),
    );
    if (index < 0) break;
    if (!['yaml', 'yml'].includes(language.toLowerCase())) continue;
    const text = lines
      .slice(start, index)
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    blocks.push({ text: `${text.join('\n')}\n`, linesBefore: start, kind: kindOf(text.join('\n')) });
  }
  return blocks;
}

function kindOf(text: string): MarkdownBlock['kind'] {
  let value: unknown;
  try {
    value = parseYaml(text);
  } catch {
    // It is meant to be YAML: let the syntax check speak.
    return 'workflow';
  }
  if (isRecord(value) && 'jobs' in value && 'on' in value) return 'workflow';
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const steps = list.length > 0 && list.every((each) => isRecord(each) && ('uses' in each || 'run' in each));
  return steps ? 'steps' : 'other';
}

/** Lines that `stepsAsWorkflow` puts before the steps. */
const HEAD = [
  'on: push',
  'permissions: {}',
  'jobs:',
  '  example:',
  '    runs-on: ubuntu-latest',
  '    steps:',
];

/** A workflow around a list of steps, and how many lines that adds at the top. */
export function stepsAsWorkflow(text: string): { readonly text: string; readonly addedLines: number } {
  const steps = text.split('\n').map((line) => (line === '' ? line : `      ${line}`));
  return { text: [...HEAD, ...steps].join('\n'), addedLines: HEAD.length };
}
