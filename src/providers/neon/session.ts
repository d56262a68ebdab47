import type { ProviderContext } from '../provider.ts';
import type { NeonSettings } from './options.ts';
import type { Caller } from './routes.ts';

/** What every part of one call to the provider shares: the API, one deadline for all of it, and what was given by hand. */
export interface Session extends Caller {
  readonly settings: NeonSettings;
  readonly context: ProviderContext;
}
