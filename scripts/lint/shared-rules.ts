import type { LintFinding } from './finding.ts';
import { isRecord, stepsOf, type YamlFile } from './yaml-file.ts';

/** Callers may pass a branch name or a pull request's title: an expression in a script runs it as code. */
export function noExpressionInScript(file: YamlFile): readonly LintFinding[] {
  return stepsOf(file.value).flatMap(({ step, path }) => {
    const script = isRecord(step.with) ? step.with.script : undefined;
    const texts = [
      { text: step.run, at: [...path, 'run'] },
      { text: script, at: [...path, 'with', 'script'] },
    ];
    return texts.flatMap(({ text, at }) =>
      typeof text === 'string' && text.includes('${{')
        ? [
            file.finding(
              'no-expression-in-script',
              at,
              'Pass `${{ }}` through `env:`, never inside a script.',
            ),
          ]
        : [],
    );
  });
}

const OURS = /^neonhub\/database-actions(\/[^@]+)?@v\d+(\.\d+\.\d+)?$/;
const PINNED = /^[^/@]+\/[^@]+@[0-9a-f]{40}$/;

/** What others can move is pinned by a full commit, with its version beside it. */
export function pinnedUses(file: YamlFile): readonly LintFinding[] {
  return usesOf(file).flatMap(({ uses, path }) => {
    if (uses.startsWith('./') || uses.startsWith('$/') || OURS.test(uses)) return [];
    // Documentation shows GitHub's own actions by their tag, which a reader can compare with what they have.
    if (file.inMarkdown && /^actions\/[^@]+@v\d+$/.test(uses)) return [];
    if (!PINNED.test(uses)) return [file.finding('pinned-uses', path, `Pin '${uses}' by a full commit SHA.`)];
    if (!/^ v\d+(\.\d+)*$/.test(file.comment(path).trimEnd())) {
      return [file.finding('pinned-uses', path, `Say the version of '${uses}' in a comment: # v1.2.3`)];
    }
    return [];
  });
}

/** Every `uses:` of a step or of a job. */
export function usesOf(
  file: YamlFile,
): readonly { readonly uses: string; readonly path: readonly (string | number)[] }[] {
  const jobs = isRecord(file.value) && isRecord(file.value.jobs) ? Object.entries(file.value.jobs) : [];
  const all = [
    ...stepsOf(file.value).map(({ step, path }) => ({ uses: step.uses, path: [...path, 'uses'] })),
    ...jobs.map(([name, job]) => ({
      uses: isRecord(job) ? job.uses : undefined,
      path: ['jobs', name, 'uses'],
    })),
  ];
  return all.flatMap(({ uses, path }) => (typeof uses === 'string' ? [{ uses, path }] : []));
}

/** Ids are unique within a composite or a job. */
export function uniqueStepIds(file: YamlFile): readonly LintFinding[] {
  const seen = new Set<string>();
  return stepsOf(file.value).flatMap(({ step, path }) => {
    if (typeof step.id !== 'string') return [];
    const key = [...path.slice(0, -1), step.id].join('/').toLowerCase();
    if (seen.has(key))
      return [file.finding('unique-step-ids', [...path, 'id'], `Two steps are called '${step.id}'.`)];
    seen.add(key);
    return [];
  });
}
