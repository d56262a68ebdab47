import type { OperationAction } from './model.ts';

export interface ProjectSeed {
  readonly id?: string;
  readonly name?: string;
  /** Name of the default branch; `main` if not given. */
  readonly branch?: string;
  /** True = the default branch is protected (its children get passwords of their own). */
  readonly isProtected?: boolean;
  /** Names of roles that can log in; `['neondb_owner']` if not given. The first owns every database that names no owner. */
  readonly roles?: readonly string[];
  /** `[{ name: 'neondb' }]` if not given. */
  readonly databases?: readonly DatabaseSeed[];
  /** Adds a read_only endpoint *before* the read_write one: a trap for clients that take the first. */
  readonly readReplica?: boolean;
  /** False = `reveal_password` answers 412 and URIs hold no password. */
  readonly storePasswords?: boolean;
  readonly historyRetentionSeconds?: number;
}

export interface DatabaseSeed {
  readonly name: string;
  readonly owner?: string;
  /** A database of the real server whose content the default branch starts with, given to the owner; empty if not given. */
  readonly copyOf?: string;
}

export interface Limits {
  /** Branches of a project, the default branch included. */
  readonly branches: number;
  /** Branches without a parent, the default branch included. */
  readonly rootBranches: number;
  /** Snapshots of a project that were taken by hand. */
  readonly snapshots: number;
}

export interface Timings {
  /** Real milliseconds that one operation takes at least; by action, or for all. The work on Postgres is added where it is longer. */
  readonly operationMs: number | Readonly<Partial<Record<OperationAction, number>>>;
  /** Real milliseconds that the first connection to an idle endpoint waits. */
  readonly coldStartMs: number;
  /** Real milliseconds in each of the anonymisation's states. */
  readonly anonymizeMs: number;
}

export interface NeonStandInOptions {
  /** Superuser of a real Postgres server. */
  readonly postgresUri: string;
  /** Of the API; 0 or absent = a free one. */
  readonly port?: number;
  readonly apiKey?: string;
  readonly projects?: readonly ProjectSeed[];
  /** Default: the paid plan's 10 branches, 5 of them without a parent. */
  readonly limits?: Partial<Limits>;
  readonly timings?: Partial<Timings>;
  /** What one running operation locks. Neon's message says "project"; the true extent is not documented. */
  readonly lockScope?: 'project' | 'branch';
  /** Status of refused deletes, resets and settings; Neon's own is not documented. Default 422. */
  readonly refusalStatus?: number;
  /**
   * Host names to hand out. `{endpoint}` becomes `ep-…` or `ep-…-pooler`, and the caller must see to it that the name
   * leads to 127.0.0.1. Default `127.0.0.1`. Direct and pooled have ports of their own in either case.
   */
  readonly hostTemplate?: string;
  /** With a key and certificate (PEM) endpoints speak TLS and URIs say `sslmode=require`. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Query parameters of handed out URIs; default `sslmode=require` with `tls`, else none. */
  readonly uriParameters?: Readonly<Record<string, string>>;
  /** Branches of a page when the request names no `limit`; default 100. */
  readonly pageSize?: number;
  /** Whether a deleted branch keeps its name and its place in the plan until it is gone for good; default false for both. */
  readonly deletedKeeps?: { readonly name?: boolean; readonly slot?: boolean };
}

export interface Settings {
  readonly postgresUri: string;
  readonly port: number;
  readonly apiKey: string;
  readonly limits: Limits;
  readonly timings: Timings;
  readonly lockScope: 'project' | 'branch';
  readonly refusalStatus: number;
  readonly hostTemplate: string;
  readonly tls: { readonly key: string; readonly cert: string } | undefined;
  readonly uriParameters: Readonly<Record<string, string>>;
  readonly pageSize: number;
  readonly deletedKeeps: { readonly name: boolean; readonly slot: boolean };
}

export function completeOptions(options: NeonStandInOptions): Settings {
  return {
    postgresUri: options.postgresUri,
    port: options.port ?? 0,
    apiKey: options.apiKey ?? 'neon-stand-in-key',
    limits: { branches: 10, rootBranches: 5, snapshots: 10, ...options.limits },
    timings: { operationMs: 3, coldStartMs: 0, anonymizeMs: 5, ...options.timings },
    lockScope: options.lockScope ?? 'project',
    refusalStatus: options.refusalStatus ?? 422,
    hostTemplate: options.hostTemplate ?? '127.0.0.1',
    tls: options.tls,
    uriParameters: options.uriParameters ?? (options.tls === undefined ? {} : { sslmode: 'require' }),
    pageSize: options.pageSize ?? 100,
    deletedKeeps: { name: false, slot: false, ...options.deletedKeeps },
  };
}
