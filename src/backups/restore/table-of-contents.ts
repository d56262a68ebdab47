/** What an archive says is in it (`pg_restore --list`), and which of it a role with few rights cannot bring back. */
import type { Omission } from '../proof/database-facts.ts';

export interface ArchiveEntry {
  /** Its number in the archive, as pg_restore names it. */
  readonly id: number;
  /** The whole line, as `--use-list` takes it. */
  readonly line: string;
  /** `TABLE`, `TABLE DATA`, `COMMENT`, `EVENT TRIGGER`, … */
  readonly kind: string;
  /** Schema, name and owner, as the line has them; names may hold blanks. */
  readonly rest: string;
  readonly owner: string;
}

/** Kinds of more than one word, so that they are told from a name (`desc` of pg_dump.c). */
const longKinds = [
  'ACCESS METHOD',
  'BLOB METADATA',
  'BLOB COMMENTS',
  'CHECK CONSTRAINT',
  'DATABASE PROPERTIES',
  'DEFAULT ACL',
  'EVENT TRIGGER',
  'FK CONSTRAINT',
  'FOREIGN DATA WRAPPER',
  'FOREIGN SERVER',
  'FOREIGN TABLE',
  'INDEX ATTACH',
  'LARGE OBJECT',
  'MATERIALIZED VIEW DATA',
  'MATERIALIZED VIEW',
  'OPERATOR CLASS',
  'OPERATOR FAMILY',
  'PROCEDURAL LANGUAGE',
  'PUBLICATION TABLES IN SCHEMA',
  'PUBLICATION TABLE',
  'ROW SECURITY',
  'SECURITY LABEL',
  'SEQUENCE OWNED BY',
  'SEQUENCE SET',
  'SHELL TYPE',
  'STATISTICS DATA',
  'SUBSCRIPTION TABLE',
  'TABLE ATTACH',
  'TABLE DATA',
  'TEXT SEARCH CONFIGURATION',
  'TEXT SEARCH DICTIONARY',
  'TEXT SEARCH PARSER',
  'TEXT SEARCH TEMPLATE',
  'USER MAPPING',
] as const;

/** Lines such as `3436; 0 16492 TABLE DATA public t postgres`; those that start with `;` are comments. */
export function readContents(list: string): readonly ArchiveEntry[] {
  return list.split('\n').flatMap((line) => {
    const [, id, text = ''] = /^(\d+); \d+ \d+ (.+)$/.exec(line) ?? [];
    if (id === undefined) return [];
    const kind = longKinds.find((long) => text.startsWith(`${long} `)) ?? text.split(' ', 1)[0] ?? '';
    const rest = text.slice(kind.length + 1);
    return [{ id: Number(id), line, kind, rest, owner: rest.slice(rest.lastIndexOf(' ') + 1) }];
  });
}

/** What only a superuser may make, or change because it made it. */
const superuserKinds: Readonly<Record<string, string>> = {
  'EVENT TRIGGER': 'only a superuser may make an event trigger',
  'FOREIGN DATA WRAPPER': 'only a superuser may make a foreign data wrapper',
  PUBLICATION: 'a publication says nothing about the data, and may need a superuser',
  'PUBLICATION TABLE': 'a publication says nothing about the data, and may need a superuser',
  'PUBLICATION TABLES IN SCHEMA': 'a publication says nothing about the data, and may need a superuser',
  SUBSCRIPTION: 'a subscription connects to another server',
  'SUBSCRIPTION TABLE': 'a subscription connects to another server',
  'SECURITY LABEL': 'it needs the label provider of the source',
};

export interface Selection {
  readonly entries: readonly ArchiveEntry[];
  readonly omissions: readonly Omission[];
}

/**
 * The entries that the target can take. A superuser takes all but subscriptions, which would begin to copy from production's
 * publisher; another role neither what is a superuser's alone nor comments on extensions, which the server owns.
 */
export function selectEntries(entries: readonly ArchiveEntry[], isSuperuser: boolean): Selection {
  const reasonFor = ({ kind, rest }: ArchiveEntry): string | undefined => {
    if (isSuperuser) return kind.startsWith('SUBSCRIPTION') ? superuserKinds[kind] : undefined;
    if (kind === 'COMMENT' && rest.startsWith('- EXTENSION '))
      return 'the extension belongs to the server, so its comment cannot be set';
    return superuserKinds[kind];
  };
  return {
    entries: entries.filter((entry) => reasonFor(entry) === undefined),
    omissions: entries.flatMap((entry) => {
      const reason = reasonFor(entry);
      return reason === undefined ? [] : [{ subject: subjectOf(entry), reason }];
    }),
  };
}

/** `event trigger audit_ddl`: in words, without the owner. */
export function subjectOf({ kind, rest, owner }: ArchiveEntry): string {
  const name = rest
    .slice(0, rest.length - owner.length)
    .trim()
    .replace(/^- /, '');
  return `${kind.toLowerCase()} ${name}`;
}
