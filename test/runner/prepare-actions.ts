import type { JobState } from './job-state.ts';
import { loadManifest, type Step } from './manifest.ts';
import { type ActionOrigin, resolveUses } from './resolve-uses.ts';

/** Deeper nesting of composites is refused. */
const MAX_DEPTH = 9;

/**
 * Loads every action that the steps and their composites name, as the runner does before the first step; throws if one
 * is missing or wrong. Actions of the workspace (`./`) are loaded only when their step runs.
 */
export async function prepareActions(
  job: JobState,
  steps: readonly Step[],
  { origin, depth = 0 }: { readonly origin: ActionOrigin; readonly depth?: number },
): Promise<void> {
  if (depth > MAX_DEPTH) throw new Error(`Composite action depth exceeded max depth ${MAX_DEPTH}`);
  for (const step of steps) {
    if (step.kind === 'run' || step.uses.startsWith('./')) continue;
    const resolved = resolveUses(step.uses, job, origin);
    if (resolved.kind === 'stand-in') continue;
    const { runs } = await loadManifest(resolved.directory);
    if (runs.using === 'composite')
      await prepareActions(job, runs.steps, { origin: resolved.origin, depth: depth + 1 });
  }
}
