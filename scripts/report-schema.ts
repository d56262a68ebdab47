import { writeFileSync } from 'node:fs';
import { reportSchema } from '../src/report/json.ts';

/** Writes docs/schemas/report.schema.json from the shapes that `parseReport` reads with. */
export function reportSchemaText(): string {
  return `${JSON.stringify(reportSchema(), null, 2)}\n`;
}

if (import.meta.filename === process.argv[1]) {
  writeFileSync(new URL('../docs/schemas/report.schema.json', import.meta.url), reportSchemaText());
}
