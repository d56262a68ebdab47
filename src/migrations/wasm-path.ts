import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the two WebAssembly files lie. Undefined: in node_modules (development); the bundle gives its own folder. */
export interface WasmPaths {
  /** `schema_engine_bg.wasm` of `@prisma/schema-engine-wasm`. */
  readonly schemaEngine?: string | undefined;
  /** `libpg-query.wasm` of `libpg-query`. */
  readonly sqlParser?: string | undefined;
}

/** The path of a file that lies beside the module that `specifier` names; package exports hide .wasm files. */
export function besideModule(specifier: string, file: string): string {
  return join(dirname(createRequire(import.meta.url).resolve(specifier)), file);
}
