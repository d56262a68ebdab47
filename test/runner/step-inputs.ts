import { evaluateTemplate } from './expressions.ts';
import { type ActionManifest, INPUT_DEFAULT_CONTEXTS, type UsesStep } from './manifest.ts';
import { addIssue, type StepRun, stepScope } from './step-run.ts';

/** `with:` and the defaults; unknown names only warn, and `required` is not enforced. */
export function evaluateInputs(
  run: StepRun,
  step: UsesStep,
  manifest: ActionManifest,
): Readonly<Record<string, string>> {
  const inputs: Record<string, string> = {};
  const given = new Map(Object.keys(step.with).map((name) => [name.toLowerCase(), name]));
  for (const [name, text] of Object.entries(step.with)) inputs[name] = evaluateTemplate(text, stepScope(run));
  const valid = new Map([...manifest.inputs.keys()].map((name) => [name.toLowerCase(), name]));
  for (const [name, input] of manifest.inputs) {
    if (!given.has(name.toLowerCase())) {
      const scope = { ...stepScope(run), allowed: INPUT_DEFAULT_CONTEXTS };
      inputs[name] = evaluateTemplate(input.default ?? '', scope);
    } else if (input.deprecationMessage !== undefined) {
      const message = `Input '${name}' has been deprecated with message: ${input.deprecationMessage}`;
      addIssue(run, 'warning', { message });
    }
  }
  const unexpected = [...given].filter(([key]) => !valid.has(key)).map(([, name]) => name);
  if (unexpected.length > 0) {
    addIssue(run, 'warning', {
      message: `Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${[...manifest.inputs.keys()].join("', '")}']`,
    });
  }
  return inputs;
}
