import type { Finding } from './finding.ts';

/** Plain, untrusted text, or text to be set as code or as a link (https only). Renderers escape each kind. */
export type Line = string | { readonly code: string } | { readonly link: string; readonly text: string };

/** One line, or several in one place, such as the cell of a table. */
export type Text = Line | { readonly lines: readonly Line[] };

/** What a reader sees without a click, or a folded part of it, which holds no other folded part. */
export type Block =
  | PlainBlock
  | { readonly kind: 'details'; readonly title: string; readonly blocks: readonly PlainBlock[] };

export type PlainBlock =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: Text])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Text[])[];
      readonly caption?: string;
    }
  | { readonly kind: 'code'; readonly language: string; readonly text: string; readonly caption?: string }
  | { readonly kind: 'mermaid'; readonly text: string; readonly caption?: string };

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** `skipped` did not run (its summary says why); `running` is only ever seen in a comment posted before the end. */
export type SectionStatus = 'passed' | 'warning' | 'failed' | 'skipped' | 'running';

/** What one action has to say. Serialised as JSON under RUNNER_TEMP between the steps of a job. */
export interface Section {
  /** The action's name, such as `check-schema`; one section an id. */
  readonly id: string;
  readonly title: string;
  readonly status: SectionStatus;
  /** One line, plain text, no full stop: "5 migrations applied in 1.2 s". */
  readonly summary: string;
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
  /** What the reader does now, shown when the section failed; findings carry their own `fix`. */
  readonly nextSteps?: readonly Text[];
}
