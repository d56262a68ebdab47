import { UserError } from '../errors.ts';
import { camelCase, type InputMap, type InputValues, inputVariable } from './definition.ts';
import type { Input } from './input.ts';

interface ReadOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** Called with each secret before any input is judged. */
  readonly mask: (secret: string) => void;
}

/**
 * Parses every declared input once into one object. All mistakes are told in one error, so that a workflow is mended in
 * one go; a secret's value is never repeated.
 */
export function readInputs<Inputs extends InputMap>(
  declared: Inputs,
  options: ReadOptions,
): InputValues<Inputs> {
  const texts = Object.entries(declared).map(([name, input]) => {
    const text = (options.environment[inputVariable(name)] ?? '').trim();
    if (input.kind === 'secret' && text !== '') options.mask(text);
    return { name, input, text };
  });
  const mistakes: string[] = [];
  const values = texts.map(({ name, input, text }) => {
    try {
      return [camelCase(name), readOne(input, text)];
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown;
      mistakes.push(describeMistake({ name, input, message: thrown.message }));
      return [camelCase(name), undefined];
    }
  });
  if (mistakes.length > 0)
    throw new UserError(mistakes.join('\n'), { hint: 'Correct the `with:` of this step.' });
  return Object.freeze(Object.fromEntries(values));
}

function readOne(input: Input<unknown>, text: string): unknown {
  if (text !== '') return input.parse(text);
  if (input.required) throw new UserError('It must be given.');
  return input.empty;
}

function describeMistake(mistake: { name: string; input: Input<unknown>; message: string }): string {
  const { name, input, message } = mistake;
  const shown = input.kind === 'secret' ? 'Its value is not valid.' : message;
  return `Input \`${name}\`: ${shown} Allowed: ${input.allowed}.`;
}
