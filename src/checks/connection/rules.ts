import type { RuleInfo } from '../../report/rule.ts';
import { weakAuthentication } from './authentication.ts';
import { clockSkew } from './clock.ts';
import { connectionsNearlyUsed } from './connection-limits.ts';
import {
  certificateExpires,
  certificateNotVerified,
  connectionNotEncrypted,
  plainTextAccepted,
} from './encryption.ts';
import type { ConnectionRule } from './input.ts';
import { latencyAboveLimit } from './latency.ts';
import { collationVersionMismatch, encodingNotUtf8 } from './locale.ts';
import { directUriIsPooled, pooledUriIsNotPooled } from './pooling.ts';
import { connectionFailed } from './reachability.ts';
import { urisLeadApart } from './same-database.ts';
import { serverVersionTooOld, serverVersionUnsupported } from './server-version.ts';
import { databaseReadOnly } from './writable.ts';

export const connectionRuleList: readonly ConnectionRule[] = [
  connectionFailed,
  connectionNotEncrypted,
  plainTextAccepted,
  certificateNotVerified,
  certificateExpires,
  weakAuthentication,
  serverVersionTooOld,
  serverVersionUnsupported,
  databaseReadOnly,
  directUriIsPooled,
  pooledUriIsNotPooled,
  urisLeadApart,
  latencyAboveLimit,
  connectionsNearlyUsed,
  clockSkew,
  encodingNotUtf8,
  collationVersionMismatch,
];

/** For the documentation. */
export const connectionRules: readonly RuleInfo[] = connectionRuleList.map(({ info }) => info);
