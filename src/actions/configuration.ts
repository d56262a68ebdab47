/** The configuration file of the repository that the workflow runs in, and whether a pull request changes it. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';
import {
  type Configuration,
  defaultConfigurationPath,
  noConfiguration,
  parseConfiguration,
} from '../checks/configuration/configuration.ts';
import { configurationChanged } from '../checks/configuration/configuration-changes.ts';
import { largestFile } from '../checks/configuration/read-yaml.ts';
import { errorMessage, UserError } from '../errors.ts';
import { readContents } from '../github/contents.ts';
import { gitIn } from '../migrations/compatibility/git.ts';
import type { Finding } from '../report/finding.ts';
import type { RulePolicy } from '../report/rule-policy.ts';
import type { Job } from '../runtime/io.ts';
import { baseCommitOf } from './deployed-schema.ts';
import { openGitHub } from './open-github.ts';

export interface ConfigurationRequest {
  readonly job: Job;
  readonly inputs: { readonly config: string; readonly githubToken: string | undefined };
  readonly pullRequest: number | undefined;
}

export interface ReadConfiguration {
  readonly configuration: Configuration;
  readonly policy: RulePolicy;
  /** Asks GitHub whether the pull request changes the rules that it is judged by. */
  changes(): Promise<readonly Finding[]>;
}

/** @throws UserError for a file that is not right, and for one that is named and not there */
export async function readConfiguration(request: ConfigurationRequest): Promise<ReadConfiguration> {
  const { job, inputs } = request;
  const content = inputs.config === '' ? undefined : await contentOf(job, inputs.config);
  const configuration = content === undefined ? noConfiguration : await parsed(content, inputs.config);
  const { preset, rules, accepted } = configuration;
  const policy = { preset, rules, accepted, today: job.now().toISOString().slice(0, 10) };
  return { configuration, policy, changes: () => changesOf(request, { content, configuration }) };
}

async function parsed(content: string, path: string): Promise<Configuration> {
  const { knownRules } = await import('./known-rules.ts');
  return parseConfiguration(content, path, knownRules);
}

async function contentOf({ workspace }: Job, path: string): Promise<string | undefined> {
  try {
    const file = await realpath(join(workspace, path));
    // A link of the pull request's may lead to what its author must not see a line of.
    if (!file.startsWith(`${await realpath(workspace)}${sep}`))
      throw new UserError(`Input \`config\`: "${path}" leads out of the workspace.`);
    const { size } = await stat(file);
    if (size > 4 * largestFile)
      throw new UserError(`Input \`config\`: "${path}" is larger than ${largestFile / 1024} KiB.`);
    return await readFile(file, 'utf8');
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    if (path === defaultConfigurationPath && isAbsent(thrown)) return undefined;
    throw new UserError(`Input \`config\`: "${path}" cannot be read: ${errorMessage(thrown)}`, {
      hint: 'It is taken from the workspace; check out the repository first.',
    });
  }
}

function isAbsent(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
}

interface Head {
  readonly content: string | undefined;
  readonly configuration: Configuration;
}

/**
 * A pull request that turns a rule off is judged without it; so that is told. Compared with the file at the base commit, by
 * GitHub's API, since a checkout has one commit.
 */
async function changesOf(request: ConfigurationRequest, head: Head): Promise<readonly Finding[]> {
  const { job, inputs, pullRequest } = request;
  const untold = (why: string) => {
    const text = `${inputs.config} could not be compared with the base’s: ${why}`;
    // Who has no such file need not give the permission to read it.
    if (head.content === undefined) job.log.debug(text);
    else job.log.warning(text);
    return [];
  };
  if (inputs.config === '' || pullRequest === undefined) return [];
  if (inputs.githubToken === undefined) return untold('there is no `github-token`.');
  try {
    const ref = await baseCommitOf(request);
    if (ref === undefined) return untold('the base commit is not known.');
    const path = await pathInRepository(job, inputs.config);
    const files = await readContents({
      ...(await openGitHub(job, inputs)),
      path,
      ref,
      isWanted: () => false,
    });
    const content = files?.[0]?.content;
    if (content === head.content) return [];
    const base = content === undefined ? noConfiguration : await parsedOrNot(content, path);
    return [configurationChanged({ base, head: head.configuration, path })];
  } catch (thrown) {
    job.signal.throwIfAborted();
    return untold(errorMessage(thrown));
  }
}

async function parsedOrNot(content: string, path: string): Promise<Configuration | undefined> {
  try {
    return await parsed(content, path);
  } catch (thrown) {
    if (thrown instanceof UserError) return undefined;
    throw thrown;
  }
}

/** From the repository's root, which need not be the workspace. */
async function pathInRepository(job: Job, config: string): Promise<string> {
  const git = gitIn({ directory: job.workspace, environment: job.environment, signal: job.signal });
  const answer = await git(['rev-parse', '--show-prefix']);
  const prefix = answer.kind === 'done' ? answer.output.toString('utf8').trim() : '';
  return posix.join(prefix, posix.normalize(config.replaceAll('\\', '/')));
}
