import type { World } from '../world.ts';
import { badRequest, notFound } from './api-error.ts';
import type { LoggedRequest } from './api-server.ts';
import { readFields } from './body.ts';
import { type Faults, parseFault } from './faults.ts';
import type { Reply } from './router.ts';

interface Controlled {
  readonly world: World;
  readonly faults: Faults;
  readonly requests: LoggedRequest[];
}

type Control = (method: string, path: string, body: unknown) => Promise<Reply>;

/**
 * Drives a stand-in that runs in a process of its own:
 * `GET /_control/requests`, `GET /_control/warnings`, `POST | DELETE | GET /_control/faults`,
 * `POST /_control/advance {"seconds": n}`, `POST /_control/hold` and `/_control/release` (operations keep running in
 * between), `POST /_control/idle` (answers when no operation runs).
 */
export function createControl({ world, faults, requests }: Controlled): Control {
  let release = () => {};
  const handlers: Readonly<Record<string, (body: unknown) => Reply | Promise<Reply>>> = {
    'GET /requests': () => ({ status: 200, body: { requests } }),
    'DELETE /requests': () => {
      requests.length = 0;
      return { status: 204 };
    },
    'GET /warnings': () => ({ status: 200, body: { warnings: world.warnings } }),
    'GET /faults': () => ({ status: 200, body: { faults: faults.pending } }),
    'POST /faults': (body) => {
      const rules = (Array.isArray(body) ? body : [body]).map(parseFault);
      for (const rule of rules) faults.add(rule);
      return { status: 201, body: { faults: rules } };
    },
    'DELETE /faults': () => {
      faults.clear();
      return { status: 204 };
    },
    'POST /advance': async (body) => {
      const seconds = readFields(body).number('seconds');
      if (seconds === undefined || seconds < 0) throw badRequest('seconds must be a positive number');
      await world.clock.advance(seconds * 1000);
      return { status: 200, body: { now: world.clock.now().toISOString() } };
    },
    'POST /hold': () => {
      release();
      release = world.operations.hold();
      return { status: 204 };
    },
    'POST /release': () => {
      release();
      return { status: 204 };
    },
    'POST /idle': async () => {
      await world.operations.idle();
      return { status: 204 };
    },
  };
  return async (method, path, body) => {
    const handler = handlers[`${method} ${path}`];
    if (handler === undefined) throw notFound(`control route ${method} ${path}`);
    return handler(body);
  };
}
