import { pathsIn } from './expression.ts';
import type { LintFinding } from './finding.ts';
import { noExpressionInScript, pinnedUses, uniqueStepIds, usesOf } from './shared-rules.ts';
import { isRecord, recordAt, stepsOf, strings, type YamlFile } from './yaml-file.ts';

type ActionRule = (file: YamlFile) => readonly LintFinding[];

/** Rules for an action.yml that is shipped. */
export const ACTION_RULES: readonly ActionRule[] = [
  usingKnown,
  describedInputs,
  declaredInputs,
  usedInputs,
  knownStepOutputs,
  mappedOutputs,
  execNode,
  onlyGitHubActions,
  noExpressionInScript,
  pinnedUses,
  uniqueStepIds,
];

export function usingKnown(file: YamlFile): readonly LintFinding[] {
  const { using } = recordAt(file.value, 'runs');
  if (using === 'composite' || using === 'node24') return [];
  return [
    file.finding('using-known', ['runs', 'using'], `'using' is '${String(using)}'; use composite or node24.`),
  ];
}

/** Names are kebab-case, and every input and output says what it is. */
export function describedInputs(file: YamlFile): readonly LintFinding[] {
  return ['inputs', 'outputs'].flatMap((kind) =>
    Object.entries(recordAt(file.value, kind)).flatMap(([name, definition]) => {
      const description = isRecord(definition) ? definition.description : undefined;
      const wrongName = !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name);
      return [
        ...(wrongName
          ? [file.finding('described-inputs', [kind, name], `'${name}' is not kebab-case.`)]
          : []),
        ...(typeof description === 'string' && description.trim() !== ''
          ? []
          : [file.finding('described-inputs', [kind, name], `'${name}' has no description.`)]),
      ];
    }),
  );
}

export function declaredInputs(file: YamlFile): readonly LintFinding[] {
  const declared = new Set(inputNames(file));
  return inputUses(file).flatMap(({ name, path }) =>
    declared.has(name.toLowerCase()) || name === '*'
      ? []
      : [file.finding('declared-inputs', path, `Input '${name}' is used but not declared.`)],
  );
}

/** A Node action reads its inputs in code, so this is for composites only. */
export function usedInputs(file: YamlFile): readonly LintFinding[] {
  if (recordAt(file.value, 'runs').using !== 'composite') return [];
  const used = new Set(inputUses(file).map(({ name }) => name.toLowerCase()));
  return inputNames(file).flatMap((name) =>
    used.has(name)
      ? []
      : [file.finding('used-inputs', ['inputs', name], `Input '${name}' is declared but never used.`)],
  );
}

function inputNames(file: YamlFile): readonly string[] {
  return Object.keys(recordAt(file.value, 'inputs')).map((name) => name.toLowerCase());
}

interface ContextUse {
  readonly contextPath: readonly string[];
  readonly path: readonly (string | number)[];
}

function contextUses(file: YamlFile): readonly ContextUse[] {
  return [...strings(file.value)].flatMap(({ text, path }) =>
    pathsOrNone(text, path.at(-1) === 'if').map((contextPath) => ({ contextPath, path })),
  );
}

/** An expression that is not closed is for the syntax checks to tell. */
function pathsOrNone(text: string, isCondition: boolean): readonly (readonly string[])[] {
  try {
    return pathsIn(text, isCondition);
  } catch {
    return [];
  }
}

function inputUses(file: YamlFile) {
  return contextUses(file).flatMap(({ contextPath: [context, name], path }) =>
    context === 'inputs' && name !== undefined ? [{ name, path }] : [],
  );
}

/** A step may only read what an earlier step of the same composite gave; an output may read any. */
export function knownStepOutputs(file: YamlFile): readonly LintFinding[] {
  const steps = stepsOf(file.value);
  const ids = steps.map(({ step }) => (typeof step.id === 'string' ? step.id.toLowerCase() : undefined));
  return contextUses(file).flatMap(({ contextPath: [context, id], path }) => {
    if (context !== 'steps' || id === undefined || id === '*') return [];
    const [, , index] = path;
    const limit = path[0] === 'runs' && typeof index === 'number' ? index : ids.length;
    if (ids.slice(0, limit).includes(id.toLowerCase())) return [];
    const what = ids.includes(id.toLowerCase()) ? 'comes later' : 'does not exist';
    return [file.finding('known-step-outputs', path, `Step '${id}' ${what}.`)];
  });
}

/** An output of a composite that is not mapped is always empty. */
export function mappedOutputs(file: YamlFile): readonly LintFinding[] {
  if (recordAt(file.value, 'runs').using !== 'composite') return [];
  return Object.entries(recordAt(file.value, 'outputs')).flatMap(([name, output]) => {
    const value = isRecord(output) ? output.value : undefined;
    const mapped =
      typeof value === 'string' &&
      pathsOrNone(value, false).some(([context, , kind]) => context === 'steps' && kind !== undefined);
    return mapped
      ? []
      : [file.finding('mapped-outputs', ['outputs', name], `Output '${name}' reads no step.`)];
  });
}

/** Without `exec`, a cancel signals bash alone and Node runs on as an orphan. */
const EXEC_NODE = /^exec node "\$\{?GITHUB_ACTION_PATH\}?\/[^"]+\.m?js"( |$)/;

export function execNode(file: YamlFile): readonly LintFinding[] {
  return stepsOf(file.value).flatMap(({ step, path }) => {
    if (typeof step.run !== 'string') return [];
    const last = step.run.trimEnd().split('\n').at(-1)?.trim() ?? '';
    return [
      ...(step.shell === 'bash' ? [] : [file.finding('exec-node', path, 'A run step sets `shell: bash`.')]),
      ...(EXEC_NODE.test(last)
        ? []
        : [
            file.finding(
              'exec-node',
              [...path, 'run'],
              'A run step ends with `exec node "$GITHUB_ACTION_PATH/…"`: only then does a cancel reach it.',
            ),
          ]),
    ];
  });
}

/** `./` is the consumer's workspace; anything of a third party would run in every consumer's job. */
export function onlyGitHubActions(file: YamlFile): readonly LintFinding[] {
  return usesOf(file).flatMap(({ uses, path }) => {
    if (uses.startsWith('./') || uses.startsWith('../')) {
      const message = `'${uses}' is looked up in the consumer's workspace; use '$/' or a run step.`;
      return [file.finding('only-github-actions', path, message)];
    }
    if (uses.startsWith('$/') || uses.startsWith('actions/')) return [];
    return [file.finding('only-github-actions', path, `'${uses}' is neither ours nor GitHub's.`)];
  });
}
