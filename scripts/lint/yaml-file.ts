import { LineCounter, parseDocument } from 'yaml';
import type { LintFinding } from './finding.ts';

export type YamlRecord = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** A YAML file, or a YAML block of a Markdown file. */
export interface YamlFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
  readonly value: unknown;
  /** Syntax errors. */
  readonly errors: readonly LintFinding[];
  /** True for a block of a Markdown file. */
  readonly inMarkdown: boolean;
  finding(rule: string, path: Path, message: string): LintFinding;
  /** The comment at the end of the line of what stands at `path`. */
  comment(path: Path): string;
}

interface Origin {
  readonly path: string;
  /** Lines before the text, in the file that holds it. */
  readonly linesBefore?: number;
  readonly inMarkdown?: boolean;
}

export function readYaml(text: string, { path, linesBefore = 0, inMarkdown = false }: Origin): YamlFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  const lineOf = (yamlPath: Path) => {
    for (let length = yamlPath.length; length > 0; length--) {
      const node = document.getIn(yamlPath.slice(0, length), true);
      const range = isRecord(node) && Array.isArray(node.range) ? node.range : [];
      const [start] = range;
      if (typeof start === 'number') return lineAt(start);
    }
    return 1;
  };
  return {
    path,
    text,
    inMarkdown,
    value: document.errors.length > 0 ? undefined : document.toJS(),
    errors: document.errors.map((error) => ({
      file: path,
      line: lineAt(error.pos[0]) + linesBefore,
      rule: 'yaml',
      message: error.message.split('\n', 1)[0] ?? '',
    })),
    finding: (rule, yamlPath, message) => ({
      file: path,
      line: lineOf(yamlPath) + linesBefore,
      rule,
      message,
    }),
    comment: (yamlPath) =>
      / #(?<comment>.*)$/.exec(text.split('\n')[lineOf(yamlPath) - 1] ?? '')?.groups?.comment ?? '',
  };
}

export function isRecord(value: unknown): value is YamlRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function recordAt(value: unknown, key: string): YamlRecord {
  const found = isRecord(value) ? value[key] : undefined;
  return isRecord(found) ? found : {};
}

/** Every string below `value`, with its path. */
export function* strings(
  value: unknown,
  path: Path = [],
): Generator<{ readonly text: string; readonly path: Path }> {
  if (typeof value === 'string') yield { text: value, path };
  else if (Array.isArray(value))
    for (const [index, each] of value.entries()) yield* strings(each, [...path, index]);
  else if (isRecord(value)) {
    for (const [key, each] of Object.entries(value)) yield* strings(each, [...path, key]);
  }
}

/** A step with its path. */
export interface StepAt {
  readonly step: YamlRecord;
  readonly path: Path;
}

/** The steps of a composite action, or of every job of a workflow. */
export function stepsOf(value: unknown): readonly StepAt[] {
  const at = (steps: unknown, path: Path): readonly StepAt[] => {
    const list: readonly unknown[] = Array.isArray(steps) ? steps : [];
    return list.flatMap((step, index) => (isRecord(step) ? [{ step, path: [...path, index] }] : []));
  };
  const jobs = Object.entries(recordAt(value, 'jobs'));
  return [
    ...at(recordAt(value, 'runs').steps, ['runs', 'steps']),
    ...jobs.flatMap(([name, job]) => at(isRecord(job) ? job.steps : [], ['jobs', name, 'steps'])),
  ];
}
