import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ACTION_RULES } from './action-rules.ts';
import { checkByActionlint } from './actionlint.ts';
import type { LintFinding } from './finding.ts';
import { checkByLanguageService } from './language-service.ts';
import { stepsAsWorkflow, yamlBlocks } from './markdown-blocks.ts';
import { WORKFLOW_RULES } from './workflow-rules.ts';
import { readYaml } from './yaml-file.ts';

export interface LintedFiles {
  readonly actions: readonly string[];
  readonly workflows: readonly string[];
  readonly documents: readonly string[];
}

/** Everything that users read or run, relative to `root`: actions, workflows and examples, Markdown with YAML blocks. */
export async function findFiles(root: string): Promise<LintedFiles> {
  const [actions, workflows, examples, docs, top] = await Promise.all([
    below(root, 'actions'),
    below(root, '.github/workflows'),
    below(root, 'examples'),
    below(root, 'docs'),
    readdir(root),
  ]);
  const yaml = (file: string) => /\.ya?ml$/.test(file);
  // A configuration of ours, which a test reads.
  const isWorkflow = (file: string) => yaml(file) && !/(^|\/)database-actions\.yml$/.test(file);
  const isAction = (file: string) => /(^|\/)action\.ya?ml$/.test(file);
  return {
    actions: [...top, ...actions].filter(isAction).toSorted(),
    workflows: [...workflows.filter(yaml), ...examples.filter(isWorkflow)].toSorted(),
    documents: [...top, ...actions, ...docs, ...examples].filter((file) => file.endsWith('.md')).toSorted(),
  };
}

async function below(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

/** All findings, by file and line. */
export async function lintRepository(root: string): Promise<readonly LintFinding[]> {
  const files = await findFiles(root);
  const read = (path: string) => readFile(join(root, path), 'utf8');
  const findings: LintFinding[] = [];
  for (const path of files.actions) findings.push(...(await lintAction(await read(path), { path, root })));
  for (const path of files.workflows)
    findings.push(...(await lintWorkflow(await read(path), { path, root })));
  for (const path of files.documents)
    findings.push(...(await lintDocument(await read(path), { path, root })));
  return findings.toSorted((left, right) => left.file.localeCompare(right.file) || left.line - right.line);
}

interface Place {
  readonly path: string;
  readonly root: string;
}

export async function lintAction(text: string, { path, root }: Place): Promise<readonly LintFinding[]> {
  const file = readYaml(text, { path });
  if (file.errors.length > 0) return file.errors;
  return [
    ...ACTION_RULES.flatMap((rule) => rule(file)),
    ...(await checkByLanguageService(text, { kind: 'action', path, repository: root })),
  ];
}

export async function lintWorkflow(
  text: string,
  { path, root, linesBefore = 0, inMarkdown = false }: Place & { linesBefore?: number; inMarkdown?: boolean },
): Promise<readonly LintFinding[]> {
  const file = readYaml(text, { path, linesBefore, inMarkdown });
  if (file.errors.length > 0) return file.errors;
  return [
    ...WORKFLOW_RULES.flatMap((rule) => rule(file)),
    ...(await checkByLanguageService(text, { kind: 'workflow', path, linesBefore, repository: root })),
    ...(await checkByActionlint(text, { path, linesBefore })),
  ];
}

/** Whole workflows in a Markdown file, and lists of steps, which are put into a job first. */
export async function lintDocument(text: string, { path, root }: Place): Promise<readonly LintFinding[]> {
  const findings: LintFinding[] = [];
  for (const block of yamlBlocks(text)) {
    if (block.kind === 'other') continue;
    const { text: workflow, addedLines } =
      block.kind === 'steps' ? stepsAsWorkflow(block.text) : { text: block.text, addedLines: 0 };
    const linesBefore = block.linesBefore - addedLines;
    findings.push(...(await lintWorkflow(workflow, { path, root, linesBefore, inMarkdown: true })));
  }
  return findings;
}
