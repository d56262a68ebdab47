import { ExternalError, UserError } from '../../errors.ts';
import { type Look, pollUntil } from './poll.ts';
import type { Endpoint, NeonBranch, Operation } from './resources.ts';
import { getAnonymizedStatus, getBranch, getEndpoints, getOperation } from './routes.ts';
import type { Session } from './session.ts';

/** Waiting until what the API has accepted is really there. */

/**
 * Waits until each operation has come to its end. Neon's documentation calls finished, skipped and cancelled the ends;
 * `failed` is not one, since Neon tries again by itself.
 */
export async function waitForOperations(session: Session, operations: readonly Operation[]): Promise<void> {
  for (const { id, action, status } of operations) {
    if (isOver({ id, action, status })) continue;
    await pollUntil(session, `Neon's operation ${action}`, async () => {
      const now = await getOperation(session, id);
      if (!isOver(now)) return { kind: 'waiting', state: now.status };
      if (now.status === 'cancelled')
        session.context.log.warning(
          `Neon cancelled its operation ${action}; going by the state of the branch.`,
        );
      return { kind: 'done', value: undefined };
    });
  }
}

function isOver(operation: Operation): boolean {
  if (operation.status === 'error')
    throw new ExternalError(
      'Neon',
      `Neon's operation ${operation.action} (${operation.id}) ended with an error.`,
      {
        retryable: true,
        hint: "See the project's Operations page in the console. Run again: the branch is found by its name and taken up where it is.",
      },
    );
  return ['finished', 'skipped', 'cancelled'].includes(operation.status);
}

/** Waits until the branch can be queried. An archived one can: its first query takes it out of the archive. */
export async function waitForBranch(session: Session, branchId: string, name: string): Promise<NeonBranch> {
  return pollUntil(session, `the branch "${name}"`, async () => {
    const branch = await getBranch(session, branchId);
    return branch.state === 'ready' || branch.state === 'archived'
      ? { kind: 'done', value: branch }
      : { kind: 'waiting', state: branch.state };
  });
}

/** The endpoint that takes writes; a read replica is never chosen. Undefined when there is none. */
export async function findReadWriteEndpoint(
  session: Session,
  branchId: string,
): Promise<Endpoint | undefined> {
  const endpoints = await getEndpoints(session, branchId);
  return endpoints.find((endpoint) => endpoint.isReadWrite && endpoint.branchId === branchId);
}

/** Waits until the endpoint takes connections: `active`, or `idle`, which the first connection wakes. */
export async function waitForEndpoint(session: Session, branchId: string, name: string): Promise<void> {
  await pollUntil(session, `the read_write endpoint of "${name}"`, async (): Promise<Look<void>> => {
    const endpoint = await findReadWriteEndpoint(session, branchId);
    if (endpoint === undefined) return { kind: 'waiting', state: 'not there yet' };
    if (endpoint.isDisabled)
      throw new UserError(`The read_write endpoint ${endpoint.id} of the branch "${name}" is disabled.`, {
        hint: 'Enable the compute in the console, or delete the branch so that it is made again.',
      });
    return endpoint.state === 'init'
      ? { kind: 'waiting', state: endpoint.state }
      : { kind: 'done', value: undefined };
  });
}

/** Waits until every masked column is masked. Before that the branch holds real data, and nobody may get its URI. */
export async function waitUntilAnonymized(session: Session, branchId: string, name: string): Promise<void> {
  await pollUntil(session, `the anonymised data of "${name}"`, async () => {
    const { state, message } = await getAnonymizedStatus(session, branchId);
    if (state === 'error' || state === 'initialization_error')
      throw new ExternalError(
        'Neon',
        `Neon could not anonymise the branch "${name}" (${state}${message === undefined ? '' : `: ${message.replace(/\s+/g, ' ').slice(0, 300)}`}).`,
        {
          hint: 'The branch may hold real data and is left as it is for you to look at; no connection URI was given out. Correct the masking rules, delete the branch and run again.',
        },
      );
    return state === 'anonymized' ? { kind: 'done', value: undefined } : { kind: 'waiting', state };
  });
}
