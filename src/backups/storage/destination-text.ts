import { UserError } from '../../errors.ts';

/** One line of the `to` input, while it is read. */
export interface DestinationText {
  readonly line: string;
  readonly mask: (secret: string) => void;
}

export const allowedDestinations =
  'One a line: `s3://bucket/prefix?region=eu-central-1`, `file:///folder` or a path, `release:v1.2.3` (or `release:` for the release of the event), `artifact`.';

/** The line may hold a secret where none belongs: user names and the values of parameters are not shown. */
export function refused(text: DestinationText, why: string, hint = allowedDestinations): UserError {
  return new UserError(`The destination "${withoutSecrets(text)}" cannot be used: ${why}.`, { hint });
}

/** Masks them too: the runner may have printed the line already, but nothing after this does. */
function withoutSecrets({ line, mask }: DestinationText): string {
  return line
    .slice(0, 500)
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)@/i, (_all, scheme: string, user: string) => {
      for (const part of user.split(':')) if (part !== '') mask(decoded(part));
      return `${scheme}***@`;
    })
    .replaceAll(/[?&][^&#]*/g, (parameter) => {
      const [name = '', ...value] = parameter.slice(1).split('=');
      const text = decoded(value.join('='));
      // An address may hold a user and a password as well.
      if (value.length === 0 || (harmless.has(name) && !text.includes('@'))) return parameter;
      for (const part of [text, ...text.split(/[:@/]+/)]) if (part.length > 3) mask(part);
      return `${parameter[0]}${name}=***`;
    });
}

const harmless: ReadonlySet<string> = new Set([
  'region',
  'endpoint',
  'object-lock',
  'retain',
  'path-style',
  'credentials',
]);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
