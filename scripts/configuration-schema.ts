import { knownRules } from '../src/actions/known-rules.ts';
import { configurationSchema } from '../src/checks/configuration/configuration.ts';

/** docs/schemas/database-actions.schema.json, from the shapes that the configuration is read with. */
export function configurationSchemaText(): string {
  return `${JSON.stringify(configurationSchema(knownRules), null, 2)}\n`;
}
