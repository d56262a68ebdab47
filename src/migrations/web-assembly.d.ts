/** Node has these; @types/node 20 leaves them to the `dom` library, which this project does not load. */
declare namespace WebAssembly {
  type Exports = Record<string, unknown>;
  type Imports = Record<string, Record<string, unknown>>;
  type Module = object;
  interface Instance {
    readonly exports: Exports;
  }
  const Instance: new (module: Module, imports: Imports) => Instance;
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(
    bytes: Uint8Array,
    imports: Imports,
  ): Promise<{ readonly module: Module; readonly instance: Instance }>;
}
