import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { FeatureFlags } from '@actions/expressions';
import { validate } from '@actions/languageservice';
import { parse as parseYaml } from 'yaml';
import type { LintFinding } from './finding.ts';
import { isRecord, recordAt } from './yaml-file.ts';

type Document = Parameters<typeof validate>[0];
type Config = NonNullable<Parameters<typeof validate>[1]>;

export interface LanguageServiceOptions {
  readonly kind: 'action' | 'workflow';
  /** Where findings are said to be. */
  readonly path: string;
  readonly linesBefore?: number;
  /** Folder that holds our `action.yml` and `actions/`: inputs of `neonhub/database-actions/…@…` are checked against these. */
  readonly repository: string;
}

/** GitHub's own language service: schema, contexts, functions, step and job ids, inputs of our actions. */
export async function checkByLanguageService(
  text: string,
  { kind, path, linesBefore = 0, repository }: LanguageServiceOptions,
): Promise<readonly LintFinding[]> {
  // The kind of document follows from its name; the service caches by name, so the name follows from the content.
  const hash = createHash('sha256').update(`${repository}\0${text}`).digest('hex');
  const name = kind === 'action' ? `file:///${hash}/action.yml` : `file:///.github/workflows/${hash}.yml`;
  const config: Config = {
    featureFlags: new FeatureFlags({ all: true }),
    actionsMetadataProvider: { fetchActionMetadata: (reference) => metadata(reference, repository) },
  };
  const diagnostics = await validate(document(name, text), config);
  return diagnostics.map(({ message, range }) => ({
    file: path,
    line: range.start.line + 1 + linesBefore,
    rule: 'language-service',
    message: typeof message === 'string' ? message : message.value,
  }));
}

interface Reference {
  readonly owner: string;
  readonly name: string;
  readonly path?: string;
}

/** Our own actions as they stand here; of others nothing is known, so nothing is checked. Undefined: there is no such action. */
async function metadata(reference: Reference, repository: string) {
  const nothing = { name: reference.name, description: '' };
  if (`${reference.owner}/${reference.name}` !== 'neonhub/database-actions') return nothing;
  const file = posix.join(repository, reference.path ?? '', 'action.yml');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const manifest: unknown = parseYaml(text);
  const inputs = Object.entries(recordAt(manifest, 'inputs')).map(([name, input]) => {
    const record = isRecord(input) ? input : {};
    const { deprecationMessage } = record;
    return [
      name,
      {
        description: String(record.description ?? ''),
        required: record.required === true,
        ...(record.default === undefined ? {} : { default: String(record.default) }),
        ...(typeof deprecationMessage === 'string' ? { deprecationMessage } : {}),
      },
    ] as const;
  });
  return { ...nothing, inputs: Object.fromEntries(inputs) };
}

/** A text document as editors have them. */
function document(uri: string, text: string): Document {
  const starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  const startOf = (line: number) => starts[line] ?? text.length;
  return {
    uri,
    languageId: 'yaml',
    version: 1,
    lineCount: starts.length,
    getText: (range) =>
      range === undefined
        ? text
        : text.slice(
            startOf(range.start.line) + range.start.character,
            startOf(range.end.line) + range.end.character,
          ),
    positionAt: (offset) => {
      const line = starts.findLastIndex((start) => start <= offset);
      return { line, character: offset - startOf(line) };
    },
    offsetAt: ({ line, character }) => startOf(line) + character,
    getLineRange: (line) => ({
      start: { line, character: 0 },
      end: { line, character: Math.max(0, startOf(line + 1) - startOf(line) - 1) },
    }),
    getEOLCharacters: (line) => (line < starts.length - 1 ? '\n' : ''),
  };
}
