import type { Clock } from './clock.ts';
import type { Endpoints } from './endpoints.ts';
import type { ProjectRecord } from './model.ts';
import type { Operations } from './operations.ts';
import type { Settings } from './options.ts';
import type { RealServer } from './postgres/real-server.ts';

/** All that a route may use. */
export interface World {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly server: RealServer;
  readonly operations: Operations;
  readonly endpoints: Endpoints;
  readonly projects: Map<string, ProjectRecord>;
  /** Fields of requests that the API does not know; Neon ignores them in silence. */
  readonly warnings: string[];
}
