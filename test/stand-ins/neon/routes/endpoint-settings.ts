import type { EndpointSettings } from '../endpoints.ts';
import { badRequest } from '../http/api-error.ts';
import type { Fields } from '../http/body.ts';
import type { EndpointType } from '../model.ts';

/** The parts of an endpoint that a branch create, an endpoint create and an endpoint update have in common. */
export function readEndpointSettings(fields: Fields): EndpointSettings {
  return {
    ...readChangeableSettings(fields),
    type: readType(fields.required('type', fields.string('type'))),
  };
}

export function readChangeableSettings(fields: Fields): Omit<EndpointSettings, 'type'> {
  for (const ignored of ['settings'] as const) fields.object(ignored);
  fields.string('provisioner');
  const suspendTimeoutSeconds = fields.number('suspend_timeout_seconds');
  if (suspendTimeoutSeconds !== undefined) assertSuspendTimeout(suspendTimeoutSeconds);
  return {
    name: fields.string('name'),
    minCu: fields.number('autoscaling_limit_min_cu'),
    maxCu: fields.number('autoscaling_limit_max_cu'),
    disabled: fields.boolean('disabled'),
    suspendTimeoutSeconds,
  };
}

function readType(text: string): EndpointType {
  if (text === 'read_write' || text === 'read_only') return text;
  throw badRequest(`type: "${text}" is not read_write or read_only`);
}

/** 0 = the default, -1 = never, else 60 to 604,800. */
function assertSuspendTimeout(seconds: number): void {
  const isAllowed = seconds === 0 || seconds === -1 || (seconds >= 60 && seconds <= 604_800);
  if (!isAllowed || !Number.isInteger(seconds))
    throw badRequest(`suspend_timeout_seconds: ${seconds} is not 0, -1 or 60 to 604800`);
}
