import { relative, resolve } from 'node:path';
import type { AnnotationLevel } from './annotations.ts';
import { addDebug, addError, addIssue, type StepRun } from './step-run.ts';
import { isReservedToken, parseCommand, type WorkflowCommand } from './workflow-command.ts';

/** Reads what a step's process prints: carries out workflow commands, logs the rest. */
export class StepOutput {
  readonly #run: StepRun;
  #resumeToken: string | undefined;
  #echo: boolean;

  constructor(run: StepRun) {
    this.#run = run;
    this.#echo = run.job.options.debug === true;
  }

  line(line: string): void {
    const command = parseCommand(line, this.#resumeToken);
    if (command === undefined || !this.#process(command, line)) this.#run.job.log.process(line);
  }

  /** False if the line is to be shown as it is. */
  #process(command: WorkflowCommand, line: string): boolean {
    if (this.#resumeToken !== undefined) {
      if (command.name !== this.#resumeToken.toLowerCase()) return false;
      this.#resumeToken = undefined;
      return false;
    }
    if (command.name === 'stop-commands') return this.#stop(command, line);
    if (this.#echo && ECHOED.includes(command.name)) this.#run.job.log.process(line);
    try {
      this.#carryOut(command);
    } catch (thrown) {
      const shown = ECHOED.includes(command.name) ? line : command.name;
      this.#refuse(shown, thrown instanceof Error ? thrown.message : 'unknown error');
    }
    return true;
  }

  #stop(command: WorkflowCommand, line: string): boolean {
    if (isReservedToken(command.data)) {
      this.#refuse(
        line,
        "You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command.",
      );
      return true;
    }
    this.#resumeToken = command.data;
    if (command.data.length > 6) this.#run.job.masker.add(command.data);
    return false;
  }

  #carryOut({ name, properties, data }: WorkflowCommand): void {
    const run = this.#run;
    switch (name) {
      case 'add-mask':
        this.#mask(data);
        break;
      case 'debug':
        addDebug(run, data);
        break;
      case 'error':
      case 'warning':
      case 'notice':
        this.#annotate(name, properties, data);
        break;
      case 'group':
        run.job.log.process(`##[group]${data}`);
        break;
      case 'endgroup':
        run.job.log.process('##[endgroup]');
        break;
      case 'echo':
        this.#setEcho(data);
        break;
      case 'set-output':
        run.outputs[required(properties.name, name)] = data;
        break;
      case 'save-state':
        run.state[required(properties.name, name)] = data;
        break;
      case 'set-env':
      case 'add-path':
        throw new Error(
          `The \`${name}\` command is disabled. Please upgrade to using Environment Files or opt into unsecure command execution by setting the \`ACTIONS_ALLOW_UNSECURE_COMMANDS\` environment variable to \`true\`.`,
        );
      default:
        run.job.notes.push(`The command '${name}' has no effect in this test runner.`);
    }
  }

  #mask(value: string): void {
    if (value.trim() === '') {
      addIssue(this.#run, 'warning', {
        message: "Can't add secret mask for empty string in ##[add-mask] command.",
      });
    } else {
      if (this.#echo) this.#run.job.log.runner('::add-mask::***');
      this.#run.job.masker.add(value);
    }
  }

  #annotate(level: AnnotationLevel, properties: Readonly<Record<string, string>>, message: string): void {
    addIssue(this.#run, level, {
      message,
      fromProcess: true,
      file: properties.file === undefined ? undefined : this.#workspacePath(properties.file),
      line: integer(properties.line),
      endLine: integer(properties.endLine),
      column: integer(properties.col),
      endColumn: integer(properties.endColumn),
      title: properties.title,
    });
  }

  /** Paths inside the workspace are made relative to it; others are left alone. */
  #workspacePath(file: string): string {
    const { workspace } = this.#run.job.options;
    const path = relative(workspace, resolve(workspace, file));
    return path.startsWith('..') ? file : path;
  }

  #setEcho(value: string): void {
    const setting = value.trim().toLowerCase();
    if (setting !== 'on' && setting !== 'off') {
      throw new Error(
        `Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${value}'.`,
      );
    }
    this.#echo = setting === 'on';
  }

  #refuse(shown: string, message: string): void {
    addError(this.#run, `Unable to process command '${shown}' successfully.`);
    addError(this.#run, message);
    this.#run.commandFailed = true;
  }
}

/** Commands that are shown as typed while `::echo::on` is in force; the others show something of their own. */
const ECHOED = ['set-env', 'set-output', 'save-state', 'add-path', 'add-matcher', 'remove-matcher', 'echo'];

function required(value: string | undefined, command: string): string {
  if (value === undefined || value === '') {
    throw new Error(`Required field 'name' is missing in ##[${command}] command.`);
  }
  return value;
}

function integer(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d+$/.test(value) ? Number(value) : undefined;
}
