import type { Input } from './input.ts';

export type InputMap = Readonly<Record<string, Input<unknown>>>;
/** Output name -> description. */
export type OutputMap = Readonly<Record<string, string>>;

/** The one place where an action is declared: its action.yml, its typed inputs and its reference come from it. */
export interface ActionDefinition<Inputs extends InputMap = InputMap, Outputs extends OutputMap = OutputMap> {
  /** kebab-case; folder name under `actions/`, first argument of the dispatcher. */
  readonly name: string;
  /** The `name:` shown in the marketplace. */
  readonly title: string;
  /** One sentence. */
  readonly description: string;
  readonly icon: string;
  /** What the job's `permissions:` must grant, and why. */
  readonly permissions: readonly string[];
  readonly inputs: Inputs;
  readonly outputs: Outputs;
  /** The composite uploads it as an artifact of the run, when the run gives its path: code in the bundle has no right to. */
  readonly artifact?: { readonly nameOutput: string; readonly pathOutput: string };
}

export function defineAction<const Inputs extends InputMap, const Outputs extends OutputMap>(
  definition: ActionDefinition<Inputs, Outputs>,
): ActionDefinition<Inputs, Outputs> {
  return definition;
}

type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/** What `run` receives: the declared inputs, parsed, under camelCase names. */
export type InputValues<Inputs extends InputMap> = {
  readonly [Name in keyof Inputs & string as CamelCase<Name>]: Inputs[Name] extends Input<infer Value>
    ? Value
    : never;
};

export function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Where the composite puts an input for the dispatcher. A composite's `run:` gets no `INPUT_*`, and names with hyphens
 * do not survive every shell.
 */
export function inputVariable(name: string): string {
  return `${inputVariablePrefix}${name.toUpperCase().replaceAll('-', '_')}`;
}

export const inputVariablePrefix = 'DATABASE_ACTIONS_INPUT_';
