import { ExternalError } from '../../errors.ts';
import { isInDoubt } from './api.ts';
import type { Operation } from './resources.ts';
import type { Session } from './session.ts';

export interface Change {
  /** What is looked for after a lost answer: `whether "preview/pr-7" was reset`. */
  readonly question: string;
  readonly act: () => Promise<readonly Operation[]>;
  readonly wasDone: () => Promise<boolean>;
}

const mostRounds = 3;

/**
 * Makes a change by POST. When the answer is lost, or a 409 says that someone else was faster, looking tells whether it
 * was done; only if not it is asked for again.
 * @returns the operations it started; none when only looking told that it was done
 */
export async function changeOnce(session: Session, change: Change): Promise<readonly Operation[]> {
  for (let round = 1; ; round++) {
    try {
      return await change.act();
    } catch (error) {
      const isUnclear = error instanceof ExternalError && (error.status === 409 || isInDoubt(error));
      if (!isUnclear || round === mostRounds) throw error;
      session.context.log.info(`${error.message} Looking ${change.question}.`);
      if (await change.wasDone()) return [];
    }
  }
}
