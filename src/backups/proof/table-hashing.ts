/** Where the fingerprints of tables come from. */
export type TableHashing =
  /** From the server, which hashes its rows itself. */
  | { readonly kind: 'row-text' }
  /** From what pg_restore or pg_dump writes, see `plain-lines.ts`. */
  | { readonly kind: 'copy-lines'; lines(): AsyncIterable<Uint8Array> }
  /** Nowhere: all tables count as not compared. */
  | { readonly kind: 'none' };
