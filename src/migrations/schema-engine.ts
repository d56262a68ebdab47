/** Loads Prisma's schema engine as WebAssembly, without Node's experimental import of .wasm modules. */
import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import type * as EngineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import { isRecord } from './record.ts';
import { besideModule } from './wasm-path.ts';

export type SchemaEngine = EngineModule.SchemaEngine;
export type SchemaEngineModule = typeof EngineModule;

const loaded = new Map<string, Promise<SchemaEngineModule>>();

/** @param wasmPath path of `schema_engine_bg.wasm`; undefined = in node_modules. Loaded once a path. */
export function loadSchemaEngine(wasmPath?: string): Promise<SchemaEngineModule> {
  const path =
    wasmPath ?? besideModule('@prisma/schema-engine-wasm/schema_engine_bg', 'schema_engine_bg.wasm');
  const known = loaded.get(path);
  if (known !== undefined) return known;
  const loading = instantiate(path);
  loaded.set(path, loading);
  return loading;
}

/** What the package's own `schema_engine.js` does, but with the bytes read by path. */
async function instantiate(path: string): Promise<SchemaEngineModule> {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  keepPanicMessages();
  compileCalmly();
  const imports = { './schema_engine_bg.js': withoutLingeringTimers(engine) };
  const { instance } = await WebAssembly.instantiate(await readFile(path), imports);
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start !== 'function') throw new Error(`${path} is not Prisma's schema engine.`);
  start();
  return engine;
}

/**
 * V8 optimises a WebAssembly function as soon as it is a little warm. A run uses the engine for some 200 ms, and its
 * optimising took more processor time than everything else of a preview. Only what stays hot is worth it: the
 * comparison of a schema with hundreds of tables, which this makes slower by about 7 %.
 */
function compileCalmly(): void {
  setFlagsFromString('--wasm-tiering-budget=100000000');
}

/**
 * The engine sets a timer of ten seconds for its advisory lock and leaves it when it has the lock; it would keep the
 * process alive for as long. While the engine does wait, its connection does that.
 */
function withoutLingeringTimers(engine: SchemaEngineModule): Record<string, unknown> {
  const imports = Object.entries<unknown>({ ...engine }).map(([name, value]) => {
    if (!name.startsWith('__wbg_setTimeout_') || typeof value !== 'function') return [name, value];
    return [name, (...given: unknown[]) => unreferenced(value(...given))];
  });
  return Object.fromEntries(imports);
}

function unreferenced(timer: unknown): unknown {
  if (isRecord(timer) && typeof timer.unref === 'function') timer.unref();
  return timer;
}

/** The engine's panic hook calls this global; without it a panic would hide its own message. */
function keepPanicMessages(): void {
  const registry = {
    message: '',
    set_message(text: string) {
      registry.message = text;
    },
  };
  if (!('PRISMA_WASM_PANIC_REGISTRY' in globalThis))
    Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry });
}
