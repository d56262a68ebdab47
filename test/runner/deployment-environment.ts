import { type ExpressionScope, evaluateTemplate } from './expressions.ts';
import type { RunnerOptions } from './job-state.ts';
import { isRecord, scalarText } from './yaml-values.ts';

/** What a repository keeps for the jobs that run in one of its environments. */
export interface DeploymentEnvironment {
  readonly vars?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
}

export type DeploymentEnvironments = Readonly<Record<string, DeploymentEnvironment>>;

interface InEnvironment extends RunnerOptions {
  readonly environments?: DeploymentEnvironments;
  readonly isCalled?: boolean;
}

/**
 * The job's options with the variables and secrets of the environment that it names: over those of the repository. In a
 * workflow that another calls they replace secrets that the caller gave, and add none:
 * https://github.com/actions/runner/issues/1490
 */
export function applyEnvironment<T extends InEnvironment>(
  options: T,
  environment: unknown,
  scope: ExpressionScope,
): T {
  if (environment === undefined || environment === null) return options;
  const name = isRecord(environment) ? environment.name : environment;
  const environmentName = evaluateTemplate(scalarText(name, 'environment'), scope);
  const { vars, secrets = {} } = options.environments?.[environmentName] ?? {};
  const given = options.secretsContext ?? {};
  const counting = Object.entries(secrets).filter(([key]) => options.isCalled !== true || given[key]);
  return {
    ...options,
    environmentName,
    vars: { ...options.vars, ...vars },
    secretsContext: { ...given, ...Object.fromEntries(counting) },
  };
}
