import { loadSchemaEngine } from './schema-engine.ts';
import { loadSqlParser } from './sql-parser.ts';
import type { WasmPaths } from './wasm-path.ts';

/**
 * Loads and compiles what migrations and schema checks will need: a third of a second that is free while a service is
 * being waited for. What cannot be loaded is told by the one who needs it.
 */
export async function warmUp(wasm: WasmPaths | undefined): Promise<void> {
  await Promise.allSettled([
    loadSchemaEngine(wasm?.schemaEngine),
    loadSqlParser(wasm?.sqlParser),
    import('@prisma/driver-adapter-utils'),
    import('pg'),
  ]);
}
