import { createNeonProvider, type NeonProviderOptions } from '../../../src/providers/neon/provider.ts';
import type { BranchOwner, Provider, ProviderContext } from '../../../src/providers/provider.ts';
import { type RecordingLogger, recordingLogger } from '../../support/recording-logger.ts';

/** Long enough to be told apart from anything else in a log. */
export const testKey = 'napi_test_0a1b2c3d4e5f6g7h8i9j';
export const testProject = 'spring-example-302709';

export const owner: BranchOwner = { repository: 'neonhub/app', pullRequest: 7, key: '' };

export interface Setup {
  readonly provider: Provider;
  readonly log: RecordingLogger;
  /** All that was masked, in order. */
  readonly masked: readonly string[];
  readonly controller: AbortController;
}

export interface SetupOptions extends Partial<Omit<NeonProviderOptions, 'apiUrl'>> {
  readonly apiUrl: string;
  readonly timeoutMs?: number;
  readonly now?: () => Date;
}

export function setUp({ timeoutMs, now, ...options }: SetupOptions): Setup {
  const log = recordingLogger();
  const masked: string[] = [];
  const controller = new AbortController();
  const context: ProviderContext = {
    log,
    signal: controller.signal,
    timeoutMs: timeoutMs ?? 30_000,
    now: now ?? (() => new Date()),
    mask: (secret) => void masked.push(secret),
  };
  const provider = createNeonProvider(
    { apiKey: testKey, projectId: testProject, fetch, userAgent: 'database-actions-test/0', ...options },
    context,
  );
  return { provider, log, masked, controller };
}

/** What a rejected promise was rejected with; fails when it was not. */
export async function failureOf(work: Promise<unknown>): Promise<Error> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof Error) return outcome;
  throw new Error('It was expected to fail with an Error.');
}

/** A branch with every field that Neon's description requires. */
export function neonBranch(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    id: 'br-main',
    project_id: testProject,
    name: 'main',
    current_state: 'ready',
    state_changed_at: '2026-01-01T00:00:00Z',
    creation_source: 'console',
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    default: false,
    protected: false,
    cpu_used_sec: 0,
    active_time_seconds: 0,
    compute_time_seconds: 0,
    written_data_bytes: 0,
    data_transfer_bytes: 0,
    ...fields,
  };
}
