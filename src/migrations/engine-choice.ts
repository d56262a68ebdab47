import { relative, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import type { InstalledPrisma } from './installed-prisma.ts';
import type { EngineUsed, MigrateRequest } from './migration-run.ts';
import type { PrismaConfig } from './prisma-config.ts';

export interface ChoiceFacts {
  readonly request: MigrateRequest;
  readonly installed: InstalledPrisma | undefined;
  readonly config: PrismaConfig | undefined;
}

/** Which engine runs, and why. @throws UserError when `project` was asked for and cannot do what is asked. */
export function chooseEngine(facts: ChoiceFacts): EngineUsed {
  const { request, installed } = facts;
  if (request.engine === 'bundled') return bundled('it was asked for');
  if (!request.allowProjectCode)
    return bundled("the project's own code is not run for a pull request from a fork");
  if (request.engine === 'project') return askedForProject(facts);
  const obstacle = inputThatItLacks(request) ?? whyItCannotRun(facts);
  if (obstacle !== undefined) return bundled(obstacle);
  const reason = `prisma ${installed?.version} is installed and has its engine`;
  return { name: 'project', reason, version: installed?.version };
}

/** Its native engine may still be downloaded when the command line runs: who asks for it gets the try. */
function askedForProject({ request, installed }: ChoiceFacts): EngineUsed {
  const lacking = inputThatItLacks(request);
  if (lacking !== undefined)
    throw new UserError(`\`engine: project\` cannot run: ${lacking}.`, {
      hint: 'Remove that input, or set `engine: bundled`.',
    });
  if (installed === undefined)
    throw new UserError('`engine: project` needs Prisma in node_modules, and there is none.', {
      hint: `Run \`npm ci\` before this step (looked from ${relative('.', resolve(request.workingDirectory)) || '.'} upwards), or set \`engine: bundled\`, which needs no install.`,
    });
  return { name: 'project', reason: 'it was asked for', version: installed.version };
}

function bundled(reason: string): EngineUsed {
  return { name: 'bundled', reason, version: undefined };
}

function inputThatItLacks({ baseline, migrations }: MigrateRequest): string | undefined {
  if (baseline !== undefined) return '`baseline` is set, which `prisma migrate deploy` does not know';
  if (migrations !== undefined) return '`migrations` is set, which `prisma migrate deploy` does not take';
  return undefined;
}

function whyItCannotRun({ installed, config }: ChoiceFacts): string | undefined {
  if (installed === undefined) return 'no Prisma is installed in node_modules';
  if (installed.hasNativeEngine || config?.usesJavaScriptEngine === true) return undefined;
  return `prisma ${installed.version} is installed but its schema engine was not downloaded`;
}
