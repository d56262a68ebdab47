/** A job that calls a reusable workflow: what it hands over, and what it gets back. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { type ExpressionScope, evaluateTemplate, evaluateValue } from './expressions.ts';
import { isRecord, scalarText, textMap } from './yaml-values.ts';

export type WorkflowCall = Readonly<Record<string, unknown>>;

interface CallPlace {
  readonly scope: ExpressionScope;
  /** Folders of repositories by `owner/name`. */
  readonly actions: Readonly<Record<string, string>>;
}

/** @throws what GitHub refuses before anything runs: unknown or missing inputs and secrets, and permissions that the caller lacks */
export async function callOf(job: WorkflowCall, { scope, actions }: CallPlace) {
  const { file, root } = placeOf(String(job.uses), actions);
  const workflow: unknown = parseYaml(await readFile(file, 'utf8'));
  const on = isRecord(workflow) && isRecord(workflow.on) ? workflow.on : {};
  if (!('workflow_call' in on)) throw new Error(`${file} cannot be called: it has no 'workflow_call'.`);
  const declared = isRecord(on.workflow_call) ? on.workflow_call : {};
  checkPermissions(isRecord(workflow) ? workflow.jobs : {}, job.permissions);
  const outputs = isRecord(declared.outputs) ? declared.outputs : {};
  return {
    options: {
      workflow: { file },
      workflowRepository: root,
      isCalled: true,
      inputs: inputsOf(declared.inputs, job.with, scope),
      secretsContext: secretsOf(declared.secrets, job.secrets, scope),
    },
    outputs: (jobs: Readonly<Record<string, unknown>>) => {
      const contexts = { jobs };
      const entries = Object.entries(outputs).map(([name, output]) => {
        const value = isRecord(output) ? scalarText(output.value, name) : '';
        return [name, evaluateTemplate(value, { contexts, allowed: ['jobs'] })] as const;
      });
      return Object.fromEntries(entries.filter(([, value]) => value !== ''));
    },
  };
}

function placeOf(uses: string, actions: CallPlace['actions']) {
  const match = /^([^/@]+\/[^/@]+)\/(\.github\/workflows\/[^/@]+\.ya?ml)@.+$/.exec(uses);
  const [, repository = '', path = ''] = match ?? [];
  const root = actions[repository];
  if (root === undefined) throw new Error(`Unable to find reusable workflow '${uses}'.`);
  return { root, file: join(root, path) };
}

function inputsOf(declared: unknown, given: unknown, scope: ExpressionScope) {
  const definitions = isRecord(declared) ? declared : {};
  const values = isRecord(given) ? given : {};
  refuseUnknown('input', values, definitions);
  const inputs = Object.entries(definitions).map(([name, definition]) => {
    const { type, required, default: fallback } = isRecord(definition) ? definition : {};
    if (!(name in values)) {
      if (required === true) throw new Error(`Input ${name} is required, but not provided while calling.`);
      return [name, fallback ?? (type === 'boolean' ? false : type === 'number' ? 0 : '')] as const;
    }
    const value = values[name];
    const plain = typeof value === 'string' ? evaluateValue(value, scope) : value;
    if (typeof plain !== type) throw new Error(`Input ${name} is no ${String(type)}.`);
    return [name, plain] as const;
  });
  return Object.fromEntries(inputs);
}

function secretsOf(declared: unknown, given: unknown, scope: ExpressionScope) {
  if (given === 'inherit') throw new Error('`secrets: inherit` is not played.');
  const definitions = isRecord(declared) ? declared : {};
  const values = textMap(given, 'secrets');
  refuseUnknown('secret', values, definitions);
  for (const [name, definition] of Object.entries(definitions))
    if (isRecord(definition) && definition.required === true && !(name in values))
      throw new Error(`Secret ${name} is required, but not provided while calling.`);
  return Object.fromEntries(
    Object.entries(values).map(([name, text]) => [name, evaluateTemplate(text, scope)]),
  );
}

function refuseUnknown(
  kind: string,
  given: Readonly<Record<string, unknown>>,
  declared: Readonly<Record<string, unknown>>,
): void {
  const unknown = Object.keys(given).find((name) => !(name in declared));
  if (unknown !== undefined) throw new Error(`Invalid ${kind}, ${unknown} is not defined.`);
}

const levels = ['none', 'read', 'write'];

/** A called job can have no more than the job that calls. */
function checkPermissions(jobs: unknown, granted: unknown): void {
  const mine = textMap(granted, 'permissions');
  for (const [name, job] of Object.entries(isRecord(jobs) ? jobs : {}))
    for (const [scope, access] of Object.entries(
      textMap(isRecord(job) ? job.permissions : undefined, 'permissions'),
    ))
      if (levels.indexOf(access) > levels.indexOf(mine[scope] ?? 'none'))
        throw new Error(
          `The nested job '${name}' is requesting '${scope}: ${access}', but is only allowed '${scope}: ${mine[scope] ?? 'none'}'.`,
        );
}
