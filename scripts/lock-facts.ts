/** `npm run lock-facts`: measures every form of DDL on every major version, and writes the table and its page. */
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createTemporaryFolder } from '../test/support/temporary-folder.ts';
import { measureAll } from './lock-facts/measure-all.ts';
import { collect, renderModule } from './lock-facts/module.ts';
import { renderLockFacts } from './lock-facts/page.ts';
import { installedMajors, serverPackages } from './lock-facts/server.ts';

const root = dirname(import.meta.dirname);
const missing = [...serverPackages].filter(([major]) => !installedMajors().includes(major));
if (missing.length > 0)
  throw new Error(
    `The table is of all versions; not installed here: ${missing.map(([, name]) => name).join(', ')}. They are optional dependencies, \`npm ci\` installs them on Linux.`,
  );

await using folder = await createTemporaryFolder('lock-facts-');
const measured = collect(await measureAll(installedMajors(), folder.path));
await writeFile(join(root, 'src/migrations/lock-facts/measured.ts'), renderModule(measured));
await writeFile(join(root, 'docs/lock-facts.md'), renderLockFacts(measured));
console.log(
  `${Object.keys(measured.facts).length} forms, Postgres ${Object.values(measured.versions).join(', ')}.`,
);
