export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** One annotation as it was asked for, its message masked. */
export interface Annotation {
  readonly level: AnnotationLevel;
  /** Masked, and cut at 4,096 characters. */
  readonly message: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly endLine?: number | undefined;
  readonly column?: number | undefined;
  readonly endColumn?: number | undefined;
  readonly title?: string | undefined;
}

/** GitHub keeps this many of each level for a step of the job. */
const LIMIT_PER_LEVEL = 10;

/** https://github.com/actions/runner/blob/main/src/Runner.Worker/ExecutionContext.cs `_maxIssueMessageLength` */
export const MESSAGE_LIMIT = 4096;

/** Annotations of one step of the job; the steps inside a composite share their parent's. */
export class AnnotationCollector {
  readonly #own: Annotation[] = [];
  readonly #embedded: Annotation[] = [];

  add(annotation: Annotation, embedded: boolean): void {
    (embedded ? this.#embedded : this.#own).push(annotation);
  }

  /** The step's own come first: those of a composite's steps are handed over only when it ends. */
  get kept(): readonly Annotation[] {
    const counts = { error: 0, warning: 0, notice: 0 };
    return [...this.#own, ...this.#embedded].filter(({ level }) => {
      counts[level] += 1;
      return counts[level] <= LIMIT_PER_LEVEL;
    });
  }

  get droppedCount(): number {
    return this.#own.length + this.#embedded.length - this.kept.length;
  }
}
