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

/** Which engine runs, and why. @throws UserError when `project` was asked for and there is none. */
export function chooseEngine(facts: ChoiceFacts): EngineUsed {
  const { request, installed } = facts;
  if (request.engine === 'bundled') return bundled('it was asked for');
  const obstacle = whyNotProject(facts);
  if (obstacle === undefined && installed !== undefined)
    return { name: 'project', reason: reasonForProject(facts), version: installed.version };
  if (request.engine === 'auto' || !request.allowProjectCode)
    return bundled(obstacle ?? 'the project has no Prisma');
  if (installed === undefined)
    throw new UserError('`engine: project` needs Prisma in node_modules, and there is none.', {
      hint: `Run \`npm ci\` before this step (looked from ${relative('.', resolve(request.workingDirectory)) || '.'} upwards), or set \`engine: bundled\`, which needs no install.`,
    });
  // The engine may still be downloaded when the command line runs: the user asked for it, so it gets its try.
  return { name: 'project', reason: 'it was asked for', version: installed.version };
}

function bundled(reason: string): EngineUsed {
  return { name: 'bundled', reason, version: undefined };
}

function reasonForProject({ request, installed }: ChoiceFacts): string {
  if (request.engine === 'project') return 'it was asked for';
  return `prisma ${installed?.version} is installed and has its engine`;
}

function whyNotProject({ request, installed, config }: ChoiceFacts): string | undefined {
  if (!request.allowProjectCode) return "the project's own code is not run for a pull request from a fork";
  if (installed === undefined) return 'no Prisma is installed in node_modules';
  if (request.baseline !== undefined) return '`baseline` is set, which `prisma migrate deploy` does not know';
  if (request.migrations !== undefined)
    return '`migrations` is set, which `prisma migrate deploy` does not take';
  if (installed.hasNativeEngine || config?.usesJavaScriptEngine === true) return undefined;
  return `prisma ${installed.version} is installed but its schema engine was not downloaded`;
}
