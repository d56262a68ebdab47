/** The Emscripten module under libpg-query's npm wrapper; the wrapper has no way to say where the .wasm lies. */
declare module 'libpg-query/wasm/libpg-query.js' {
  interface LibpgQueryModule {
    _malloc(bytes: number): number;
    _free(pointer: number): void;
    _wasm_parse_query_raw(query: number): number;
    _wasm_free_parse_result(result: number): void;
    _wasm_scan(query: number): number;
    _wasm_free_string(text: number): void;
    lengthBytesUTF8(text: string): number;
    stringToUTF8(text: string, pointer: number, bytes: number): void;
    UTF8ToString(pointer: number): string;
    getValue(pointer: number, type: 'i32'): number;
  }
  interface LibpgQueryOptions {
    instantiateWasm(
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance) => void,
    ): Record<string, never>;
  }
  const load: (options: LibpgQueryOptions) => Promise<LibpgQueryModule>;
  export default load;
  export type { LibpgQueryModule };
}
