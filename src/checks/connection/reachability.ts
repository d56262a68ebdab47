import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { ConnectionFacts, ConnectionRule } from './input.ts';

const info: RuleInfo = {
  id: 'connection-failed',
  title: 'No connection',
  severity: 'error',
  why: 'The application, or the migrations, cannot connect either. The other URI is checked all the same.',
};

function find({ targets }: ConnectionFacts) {
  return targets.flatMap((target) =>
    target.kind === 'connected'
      ? []
      : findingOf(info, {
          subject: `${target.name} ${target.address}`,
          message: `The ${target.name} URI gives no usable connection.`,
          evidence: target.failure.message,
          ...(target.failure.hint === undefined ? {} : { fix: target.failure.hint }),
        }),
  );
}

export const connectionFailed: ConnectionRule = { info, find };
