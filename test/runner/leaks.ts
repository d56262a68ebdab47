import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JobResult } from './job.ts';
import type { StepReport } from './step-run.ts';

export interface LeakOptions {
  readonly secrets: readonly string[];
  /** Folders whose files must not hold a secret, such as RUNNER_TEMP and the workspace. The runner's own files are skipped. */
  readonly folders?: readonly string[];
  /** Outputs and variables that hold a secret on purpose, such as `database-url` and `DATABASE_URL`. */
  readonly except?: readonly string[];
  /** Files that hold a secret on purpose. */
  readonly exceptFiles?: (path: string) => boolean;
}

type Searched = Pick<
  JobResult,
  'log' | 'rawLog' | 'summary' | 'annotations' | 'outputs' | 'env' | 'path' | 'commandLines' | 'steps'
>;

/**
 * Where a secret is found: plain, percent-encoded, in base64 or in JSON. Empty when nothing leaked. Logs are searched before
 * masking: what GitHub would hide is still a leak of ours.
 */
export async function findLeaks(result: Searched, options: LeakOptions): Promise<readonly string[]> {
  const files = (await filesOf(options.folders ?? [])).filter(
    ([file]) => !(options.exceptFiles?.(file) ?? false),
  );
  return findLeaksInTexts([...textsOf(result, new Set(options.except)), ...files], options.secrets);
}

/** The same in texts that the caller has at hand, such as comments. */
export function findLeaksInTexts(places: readonly Text[], secrets: readonly string[]): readonly string[] {
  return secrets.flatMap((secret, index) =>
    formsOf(secret).flatMap(([form, text]) =>
      places
        .filter(([, content]) => content.includes(text))
        .map(([place]) => `secret ${index + 1} (${form}) in ${place}`),
    ),
  );
}

export type Text = readonly [place: string, content: string];

function textsOf(result: Searched, except: ReadonlySet<string>): readonly Text[] {
  const entries = (where: string, map: Readonly<Record<string, string>>): readonly Text[] =>
    Object.entries(map).flatMap(([name, value]) => (except.has(name) ? [] : [[`${where} ${name}`, value]]));
  return [
    ['the log', result.log],
    ['the log before masking', result.rawLog],
    ['the summary', result.summary],
    ...result.annotations.map((each): Text => ['an annotation', `${each.title ?? ''}\n${each.message}`]),
    ...result.commandLines.map((line): Text => ['a command line', line]),
    ...result.path.map((folder): Text => ['PATH', folder]),
    ...entries('output', result.outputs),
    ...entries('variable', result.env),
    ...result.steps
      .flatMap((step) => stepOutputs(step))
      .flatMap((outputs) => entries('step output', outputs)),
  ];
}

function stepOutputs(step: StepReport): readonly Readonly<Record<string, string>>[] {
  return [step.outputs, ...step.steps.flatMap(stepOutputs)];
}

async function filesOf(folders: readonly string[]): Promise<readonly Text[]> {
  const texts: Text[] = [];
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((each) => each.isFile())) {
      const file = join(entry.parentPath, entry.name);
      // Outputs and variables pass through the command files, and are searched by name.
      if (!file.includes('/_runner_file_commands/')) texts.push([file, await readFile(file, 'latin1')]);
    }
  }
  return texts;
}

function formsOf(secret: string): readonly (readonly [form: string, text: string])[] {
  // Where two forms are the same text, the later one names it.
  const forms = new Map([
    ...[0, 1, 2].map((shift) => [base64Core(secret, shift), 'base64'] as const),
    [JSON.stringify(secret).slice(1, -1), 'JSON'],
    [encodeURIComponent(secret), 'percent-encoded'],
    [secret, 'plain'],
  ]);
  return [...forms].filter(([text]) => text.length >= 6).map(([text, form]) => [form, text]);
}

/** The part of a secret's base64 that does not depend on what stands before and after it. */
function base64Core(secret: string, shift: number): string {
  const bytes = Buffer.from(secret, 'utf8').subarray(shift);
  return bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
}
