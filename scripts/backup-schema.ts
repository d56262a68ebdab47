import { writeFileSync } from 'node:fs';
import { manifestSchema } from '../src/backups/manifest-file.ts';

/** docs/schemas/backup-manifest.schema.json, from the shapes that `parseManifest` reads with. */
export function manifestSchemaText(): string {
  return `${JSON.stringify(manifestSchema(), null, 2)}\n`;
}

if (import.meta.filename === process.argv[1]) {
  writeFileSync(
    new URL('../docs/schemas/backup-manifest.schema.json', import.meta.url),
    manifestSchemaText(),
  );
}
