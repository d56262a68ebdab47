/** Writes every file that comes from the actions' definitions; with `--check` only tells what is out of date. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { actions } from '../src/main.ts';
import { measuredFacts, measuredVersions } from '../src/migrations/lock-facts/measured.ts';
import { manifestSchemaText } from './backup-schema.ts';
import { configurationSchemaText } from './configuration-schema.ts';
import { drillSchemaText } from './drill-schema.ts';
import { renderLockFacts } from './lock-facts/page.ts';
import { actionFolder, renderActionReadme, renderActionYml, renderOverview } from './manifest.ts';
import { rehearsalSchemaText } from './rehearsal-schema.ts';
import { reportSchemaText } from './report-schema.ts';
import { renderRules } from './rules-page.ts';
import { diffSchemaText, plansSchemaText, snapshotSchemaText } from './schema-schemas.ts';

const root = dirname(import.meta.dirname);

export interface GeneratedFile {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly content: string;
}

export async function generatedFiles(): Promise<readonly GeneratedFile[]> {
  const loaded = await Promise.all(Object.values(actions).map((load) => load()));
  const definitions = loaded.map(({ definition }) => definition);
  const ymls = definitions.map((definition) => ({
    path: join(actionFolder(definition), 'action.yml'),
    content: renderActionYml(definition),
  }));
  const readmes = definitions
    .filter((definition) => actionFolder(definition) !== '.')
    .map((definition) => ({
      path: join(actionFolder(definition), 'README.md'),
      content: renderActionReadme(definition),
    }));
  const readme = await readFile(join(root, 'README.md'), 'utf8').catch(() => '');
  return [
    ...ymls,
    ...readmes,
    { path: 'README.md', content: renderOverview(readme, definitions) },
    { path: 'docs/rules.md', content: renderRules() },
    {
      path: 'docs/lock-facts.md',
      content: renderLockFacts({ versions: measuredVersions, facts: measuredFacts }),
    },
    { path: 'docs/schemas/backup-manifest.schema.json', content: manifestSchemaText() },
    { path: 'docs/schemas/drill.schema.json', content: drillSchemaText() },
    { path: 'docs/schemas/database-actions.schema.json', content: configurationSchemaText() },
    { path: 'docs/schemas/report.schema.json', content: reportSchemaText() },
    { path: 'docs/schemas/rehearsal.schema.json', content: rehearsalSchemaText() },
    { path: 'docs/schemas/schema-snapshot.schema.json', content: snapshotSchemaText() },
    { path: 'docs/schemas/schema-diff.schema.json', content: diffSchemaText() },
    { path: 'docs/schemas/query-plans.schema.json', content: plansSchemaText() },
  ];
}

/** The generated files whose content on disk differs. */
export async function staleFiles(): Promise<readonly GeneratedFile[]> {
  const files = await generatedFiles();
  const current = await Promise.all(
    files.map(({ path }) => readFile(join(root, path), 'utf8').catch(() => undefined)),
  );
  return files.filter(({ content }, index) => content !== current[index]);
}

async function writeAll(files: readonly GeneratedFile[]): Promise<void> {
  for (const { path, content } of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

if (process.argv[1] === import.meta.filename) {
  const stale = await staleFiles();
  if (process.argv.includes('--check') && stale.length > 0) {
    console.error(`Out of date, run \`npm run generate\`: ${stale.map(({ path }) => path).join(', ')}`);
    process.exitCode = 1;
  } else await writeAll(stale);
}
