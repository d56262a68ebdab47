import { randomUUID } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Paths of the files that one step writes its commands to; every step has its own. */
export interface CommandFiles {
  readonly path: string;
  readonly env: string;
  readonly step_summary: string;
  readonly state: string;
  readonly output: string;
}

/** Above this the runner drops the whole summary. https://docs.github.com/actions/reference/workflow-commands */
export const SUMMARY_LIMIT_BYTES = 1024 * 1024;

export async function createCommandFiles(temporaryDirectory: string): Promise<CommandFiles> {
  const folder = join(temporaryDirectory, '_runner_file_commands');
  await mkdir(folder, { recursive: true });
  const suffix = randomUUID();
  const files: CommandFiles = {
    path: join(folder, `add_path_${suffix}`),
    env: join(folder, `set_env_${suffix}`),
    step_summary: join(folder, `step_summary_${suffix}`),
    state: join(folder, `save_state_${suffix}`),
    output: join(folder, `set_output_${suffix}`),
  };
  await Promise.all(Object.values(files).map((file) => writeFile(file, '')));
  return files;
}

/** Lines of GITHUB_PATH. */
export async function readPathFile(file: string): Promise<readonly string[]> {
  const text = await readOrEmpty(file);
  return text.split(/\r\n|\r|\n/).filter((line) => line !== '');
}

/** Pairs of GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE, in file order. */
export async function readPairsFile(file: string): Promise<readonly (readonly [string, string])[]> {
  return parsePairs(await readOrEmpty(file));
}

/** `NAME=VALUE` and `NAME<<DELIMITER`; whichever sign stands first decides. Throws the runner's own messages. */
export function parsePairs(text: string): readonly (readonly [string, string])[] {
  const lines = text.split('\n');
  const complete = text.endsWith('\n');
  const pairs: [string, string][] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      pairs.push([line.slice(0, equals), line.slice(equals + 1)]);
    } else if (heredoc >= 0) {
      const name = line.slice(0, heredoc);
      const delimiter = line.slice(heredoc + 2);
      if (name === '' || delimiter === '') {
        throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
      }
      const end = lines.indexOf(delimiter, index + 1);
      if (end < 0) {
        throw new Error(
          complete || index === lines.length - 1
            ? `Invalid value. Matching delimiter not found '${delimiter}'`
            : 'Invalid value. EOF marker missing new line.',
        );
      }
      pairs.push([name, lines.slice(index + 1, end).join('\n')]);
      index = end;
    } else {
      throw new Error(`Invalid format '${line}'`);
    }
  }
  if (pairs.some(([name]) => name === ''))
    throw new Error("Value cannot be null or empty. (Parameter 'name')");
  return pairs;
}

export type StepSummary =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too-large'; readonly bytes: number };

/** The step's summary, unmasked. */
export async function readSummaryFile(file: string): Promise<StepSummary> {
  const size = await stat(file).then(
    (info) => info.size,
    () => 0,
  );
  if (size === 0) return { kind: 'none' };
  if (size > SUMMARY_LIMIT_BYTES) return { kind: 'too-large', bytes: size };
  return { kind: 'text', text: await readFile(file, 'utf8') };
}

/** A step may have removed its file, which is no error. */
async function readOrEmpty(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch {
    return '';
  }
}
