/** A stand-in for aws-actions/configure-aws-credentials, and for the service that decides who may take a role. */
import { randomBytes } from 'node:crypto';
import type { StandIn } from '../runner/resolve-uses.ts';
import type { Policy } from '../stand-ins/s3/policy.ts';
import type { KeyGrant, World } from '../stand-ins/s3/world.ts';

export interface Role {
  readonly arn: string;
  readonly policy: Policy;
  /** As `sub` in a trust policy: only jobs in these environments get it. */
  readonly environments: readonly string[];
}

export interface Session extends KeyGrant {
  readonly role: string;
}

export interface AwsRoles {
  readonly standIn: StandIn;
  /** Newest last. */
  readonly sessions: readonly Session[];
  /** Called before a role is given, with its ARN: what happens between two jobs. */
  before: (arn: string) => void;
}

export function createAwsRoles(roles: readonly Role[], world: World): AwsRoles {
  const sessions: Session[] = [];
  const given: AwsRoles = {
    sessions,
    before: () => {},
    async standIn({ inputs, environment, log }) {
      const arn = inputs['role-to-assume'] ?? '';
      const role = roles.find((known) => known.arn === arn);
      given.before(arn);
      if (role === undefined || !role.environments.includes(environment))
        throw new Error(
          `Could not assume role with OIDC: Not authorized (${arn}, environment:${environment})`,
        );
      const session = newSession(role);
      world.grants.push(session);
      sessions.push(session);
      log(`Assumed ${arn} for ${inputs['role-duration-seconds'] ?? '3600'} seconds`);
      const region = inputs['aws-region'] ?? '';
      return {
        env: {
          AWS_REGION: region,
          AWS_DEFAULT_REGION: region,
          AWS_ACCESS_KEY_ID: session.accessKeyId,
          AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
          AWS_SESSION_TOKEN: session.sessionToken ?? '',
        },
        masks: [session.accessKeyId, session.secretAccessKey, session.sessionToken ?? ''],
      };
    },
  };
  return given;
}

function newSession({ arn, policy }: Role): Session {
  const random = (bytes: number) => randomBytes(bytes).toString('base64');
  return {
    role: arn,
    policy,
    accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: random(30),
    sessionToken: random(90),
  };
}
