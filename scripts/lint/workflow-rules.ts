import { pathsIn } from './expression.ts';
import type { LintFinding } from './finding.ts';
import { noExpressionInScript, pinnedUses, uniqueStepIds } from './shared-rules.ts';
import { isRecord, recordAt, stepsOf, strings, type YamlFile } from './yaml-file.ts';

type WorkflowRule = (file: YamlFile) => readonly LintFinding[];

/** Rules for our workflows, the examples, and the workflows of the documentation. */
export const WORKFLOW_RULES: readonly WorkflowRule[] = [
  leastPermissions,
  noPersistedCredentials,
  concurrencyByPullRequest,
  noDangerousTrigger,
  noInheritedSecrets,
  noExpressionInScript,
  pinnedUses,
  uniqueStepIds,
];

/** The workflow grants nothing, or reading only; a job asks for what it writes. */
export function leastPermissions(file: YamlFile): readonly LintFinding[] {
  const rule = 'least-permissions';
  const { permissions, jobs } = isRecord(file.value) ? file.value : {};
  const findings: LintFinding[] = [];
  if (permissions === undefined) {
    findings.push(file.finding(rule, [], 'Set `permissions` at the top: `{}` or `contents: read`.'));
  } else if (!isRecord(permissions)) {
    const message = `'permissions: ${String(permissions)}' is wider than any workflow needs.`;
    findings.push(file.finding(rule, ['permissions'], message));
  } else {
    for (const [scope, access] of Object.entries(permissions)) {
      if (access === 'write') {
        const message = `Grant '${scope}: write' to the job that needs it, not to the workflow.`;
        findings.push(file.finding(rule, ['permissions', scope], message));
      }
    }
  }
  for (const [name, job] of Object.entries(isRecord(jobs) ? jobs : {})) {
    if (isRecord(job) && typeof job.permissions === 'string') {
      const message = `'permissions: ${job.permissions}' of job '${name}' is wider than any job needs.`;
      findings.push(file.finding(rule, ['jobs', name, 'permissions'], message));
    }
  }
  return findings;
}

/** Else the token stays in .git/config, where any later step, and an uploaded folder, has it. */
export function noPersistedCredentials(file: YamlFile): readonly LintFinding[] {
  return stepsOf(file.value).flatMap(({ step, path }) => {
    if (typeof step.uses !== 'string' || !step.uses.startsWith('actions/checkout@')) return [];
    if (recordAt(step, 'with')['persist-credentials'] === false) return [];
    return [file.finding('no-persisted-credentials', path, 'Check out with `persist-credentials: false`.')];
  });
}

/** Create and delete of one pull request's database must not overlap, and two pull requests must not wait for each other. */
export function concurrencyByPullRequest(file: YamlFile): readonly LintFinding[] {
  if (!triggers(file).includes('pull_request')) return [];
  const jobs = Object.entries(recordAt(file.value, 'jobs'));
  const atTop = isRecord(file.value) ? file.value.concurrency : undefined;
  if (namesPullRequest(atTop)) return [];
  const message = 'Group `concurrency` by `github.event.pull_request.number` or `github.event.number`.';
  if (atTop !== undefined) return [file.finding('concurrency-by-pull-request', ['concurrency'], message)];
  return jobs.flatMap(([name, job]) =>
    isRecord(job) && namesPullRequest(job.concurrency)
      ? []
      : [file.finding('concurrency-by-pull-request', ['jobs', name], message)],
  );
}

function namesPullRequest(concurrency: unknown): boolean {
  const group = isRecord(concurrency) ? concurrency.group : concurrency;
  if (typeof group !== 'string') return false;
  const known = ['github.event.pull_request.number', 'github.event.number'];
  return pathsIn(group).some((path) => known.includes(path.join('.')));
}

/**
 * `pull_request_target` runs with the base's secrets, `workflow_run` with its token: the first is never shown, the second
 * neither checks out nor runs what the pull request brought.
 */
export function noDangerousTrigger(file: YamlFile): readonly LintFinding[] {
  const on = triggers(file);
  const target = on.includes('pull_request_target')
    ? [file.finding('no-dangerous-trigger', ['on'], 'Do not trigger on pull_request_target.')]
    : [];
  if (!on.includes('workflow_run')) return target;
  const checkouts = stepsOf(file.value).filter(
    ({ step }) => typeof step.uses === 'string' && step.uses.startsWith('actions/checkout@'),
  );
  return [
    ...target,
    ...checkouts.map(({ path }) =>
      file.finding('no-dangerous-trigger', path, 'A workflow_run job does not check anything out.'),
    ),
  ];
}

function triggers(file: YamlFile): readonly string[] {
  const on = isRecord(file.value) ? file.value.on : undefined;
  if (typeof on === 'string') return [on];
  return Array.isArray(on) ? on.map(String) : isRecord(on) ? Object.keys(on) : [];
}

export function noInheritedSecrets(file: YamlFile): readonly LintFinding[] {
  return [...strings(recordAt(file.value, 'jobs'), ['jobs'])].flatMap(({ text, path }) =>
    text === 'inherit' && path.at(-1) === 'secrets' && path.length === 3
      ? [file.finding('no-inherited-secrets', path, 'Name the secrets that the called workflow needs.')]
      : [],
  );
}
