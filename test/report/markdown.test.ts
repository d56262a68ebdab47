import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { makeBranch, makeFinding, makeReport, makeSection, reportFullOf } from './fixtures/made-report.ts';
import { deletedReport, failedReport, neonhubReport } from './fixtures/neonhub-report.ts';
import { hostileMixtures, hostileTexts } from './hostile-text.ts';
import { tagsOf, toHtml } from './parsed-markdown.ts';

const count = (html: string, tag: string) => tagsOf(html).filter((name) => name === tag).length;

describe('renderMarkdown', () => {
  it('starts with the verdict and the branch', () => {
    const [heading, , branch, host] = renderMarkdown(neonhubReport).split('\n');
    expect(heading).toBe('### ⚠️ Preview database: passed with 3 warnings');
    expect(branch).toContain('Neon branch [`preview/pr-128`](<https://console.neon.tech/');
    expect(branch).toContain(' from `main`, expires&nbsp;6&nbsp;Dec&nbsp;2026\\');
    expect(host).toBe('Host `ep-quiet-dawn-a1b2c3d4.eu-central-1.aws.neon.tech`');
  });

  it.each([
    ['passed', makeReport([makeSection()]), '### ✅ Preview database: passed'],
    ['failed', failedReport, '### ❌ Preview database: failed with 1 error'],
    ['deleted', deletedReport, '### 🗑️ Preview database: deleted'],
    ['running', makeReport([makeSection({ status: 'running' })]), '### ⏳ Preview database: running'],
    [
      'keyed',
      makeReport([makeSection({ status: 'warning' })], { key: 'analytics' }),
      '### ⚠️ Preview database `analytics`: passed with warnings',
    ],
    [
      'notices only',
      makeReport([makeSection({ findings: [makeFinding({ severity: 'notice' })] })]),
      '### ✅ Preview database: passed',
    ],
  ])('says in its heading what it comes to: %s', (_name, report, heading) => {
    expect(renderMarkdown(report).split('\n')[0]).toBe(heading);
  });

  it('has one row a section, with the worse of its status and its findings', () => {
    const html = toHtml(
      renderMarkdown(
        makeReport([
          makeSection({ title: 'One' }),
          makeSection({ title: 'Two', findings: [makeFinding({ severity: 'error' })] }),
          makeSection({ title: 'Three', status: 'skipped' }),
        ]),
      ),
    );
    const rows = [...html.matchAll(/<td align="center">(\S+)<\/td>\s*<td[^>]*><strong>(\w+)/g)];
    expect(rows.map(([, symbol, title]) => `${symbol} ${title}`)).toEqual(['✅ One', '❌ Two', '⏭️ Three']);
  });

  it('shows findings worst first, errors open, with place and fix', () => {
    const report = makeReport([
      makeSection({
        findings: [
          makeFinding({ severity: 'warning', rule: 'warned' }),
          makeFinding({
            severity: 'error',
            rule: 'erred',
            fix: 'DROP INDEX x;',
            location: { file: 'prisma/a b/#1.sql', line: 3, endLine: 5 },
          }),
        ],
      }),
    ]);
    const markdown = renderMarkdown(report);
    expect(markdown.indexOf('erred')).toBeLessThan(markdown.indexOf('warned'));
    expect(markdown).toContain(
      '<details open><summary>❌ <code>public.users</code> <b>erred</b><br>Something is so.',
    );
    expect(markdown).toContain('<details><summary>⚠️ <code>public.users</code> <b>warned</b>');
    expect(markdown).toContain(
      '](<https://github.com/neonhub/neonhub/blob/4f2c9d17be0a5538c1e6f4a90b7d3c2e81a6f05d/prisma/a%20b/%231.sql#L3-L5>)',
    );
    expect(markdown).toContain('> ```sql\n> DROP INDEX x;\n> ```');
  });

  it.each([
    ['no commit', { commit: undefined }, 'a.sql'],
    ['a short commit', { commit: '4f2c9d1' }, 'a.sql'],
    ['a strange repository', { repository: 'a/b/../../c' }, 'a.sql'],
    ['a path outside', {}, '../a.sql'],
    ['an absolute path', {}, '/etc/passwd'],
    ['half a character', {}, '\uD800.sql'],
  ])('names the place without a link: %s', (_name, subject, file) => {
    const section = makeSection({ findings: [makeFinding({ location: { file, line: 3 } })] });
    expect(renderMarkdown(makeReport([section], subject))).not.toContain('/blob/');
  });

  it("links to the server that the run's link names", () => {
    const section = makeSection({ findings: [makeFinding({ location: { file: 'a.sql', line: 3 } })] });
    const report = makeReport([section], { runUrl: 'https://git.example/neonhub/neonhub/actions/runs/1' });
    expect(renderMarkdown(report)).toContain('(<https://git.example/neonhub/neonhub/blob/');
  });

  it('lists ten warnings and folds the rest', () => {
    const findings = Array.from({ length: 14 }, (_, index) => makeFinding({ subject: `table_${index}` }));
    const markdown = renderMarkdown(makeReport([makeSection({ findings })]));
    expect(markdown).toContain('#### 14 warnings');
    expect(markdown).toContain('<summary>⚠️ <b>4 more warnings</b></summary>');
    expect(count(toHtml(markdown), 'details')).toBe(15);
  });

  it("opens a failed section's details, keeps the others folded, and says what to do", () => {
    const markdown = renderMarkdown(failedReport);
    expect(markdown).toContain('<details open><summary><b>Migrations</b></summary>');
    expect(markdown).toContain('<details><summary><b>Branch</b></summary>');
    expect(markdown).toContain('1. Give drafts with the same title different slugs in line 5, then push.');
    expect(renderMarkdown(neonhubReport)).not.toContain('Next steps');
  });

  it('says what to do where a failed section does not', () => {
    const markdown = renderMarkdown(makeReport([makeSection({ title: 'Schema', status: 'failed' })]));
    expect(markdown).toContain(
      "1. **Schema**: read what went wrong below and in [the run's log](<https://github.com/neonhub/neonhub/actions/runs/1>).",
    );
  });

  it('says of a closed pull request that the branch is gone', () => {
    expect(renderMarkdown(deletedReport)).toContain('Neon branch `preview/pr-128` and its data are gone.');
  });

  it('does not hide a failure behind a deleted branch', () => {
    const report = makeReport([makeSection({ status: 'failed' })], {
      branch: makeBranch({ state: 'deleted' }),
    });
    expect(renderMarkdown(report)).toMatch(/^### ❌/);
  });

  it('is a whole document for a report without anything', () => {
    const report = makeReport([], { branch: undefined, commit: undefined, runUrl: undefined });
    expect(renderMarkdown(report)).toBe(
      '### ✅ Preview database: passed\n\n<sub>[NeonHub Database Actions](<https://github.com/neonhub/database-actions>)</sub>\n',
    );
  });

  it('gives the same bytes for the same report', () => {
    const shuffled = {
      ...neonhubReport,
      sections: neonhubReport.sections.map((section) => ({
        ...section,
        findings: section.findings.toReversed(),
      })),
    };
    expect(renderMarkdown(shuffled)).toBe(renderMarkdown(neonhubReport));
  });

  it('keeps lines and paragraphs of a text', () => {
    const report = makeReport([makeSection({ blocks: [{ kind: 'text', text: 'one\ntwo\n\n# three' }] })]);
    expect(renderMarkdown(report)).toContain('one\\\ntwo\n\n\\# three');
  });

  it('fills short rows and drops cells without a column', () => {
    const table = {
      kind: 'table',
      columns: [{ title: 'A' }, { title: 'B' }],
      rows: [['1'], ['1', '2', '3']],
    } as const;
    const html = toHtml(renderMarkdown(makeReport([makeSection({ blocks: [table] })])));
    expect(count(html, 'tr')).toBe(2 + 3);
    expect(html).not.toContain('>3<');
  });

  it('sets several lines into one cell', () => {
    const cell = { lines: [{ code: 'a|b' }, 'two\nthree', { link: 'https://host.example/', text: 'four' }] };
    const table = { kind: 'table', columns: [{ title: 'A' }], rows: [[cell]], caption: 'Cells' } as const;
    const html = toHtml(renderMarkdown(makeReport([makeSection({ blocks: [table] })])));
    expect(html).toContain('<strong>Cells</strong>');
    expect(html).toContain(
      '<code>a&#124;b</code><br>two three<br><a href="https://host.example/">four</a></td>',
    );
  });

  it('does not part a number from its unit in a cell, and leaves code as it is', () => {
    const rows = [['4.7 s, 3.0 M rows'], [{ code: 'x`1 s`' }], [{ code: '1 s|' }], ['7 sheets']];
    const table = { kind: 'table', columns: [{ title: 'A' }], rows } as const;
    const markdown = renderMarkdown(makeReport([makeSection({ blocks: [table] })]));
    expect(markdown).toContain('| 4.7&nbsp;s, 3.0&nbsp;M rows |');
    expect(markdown).toContain('| `` x`1 s` `` |');
    expect(markdown).toContain('<code>1 s&#124;</code>');
    expect(markdown).toContain('| 7 sheets |');
  });

  it('folds a part of a section, and leaves out an empty one', () => {
    const details = (title: string, text: string) =>
      ({ kind: 'details', title, blocks: [{ kind: 'text', text }] }) as const;
    const blocks = [details('Steps & more', 'one'), details('Nothing', '')];
    const markdown = renderMarkdown(makeReport([makeSection({ title: 'Part', blocks })]));
    expect(markdown).toContain(
      '<details><summary><b>Part</b></summary>\n\n<details><summary>Steps &amp; more</summary>\n\none\n\n</details>\n\n</details>',
    );
    expect(markdown).not.toContain('Nothing');
  });
});

describe('hostile text', () => {
  // Half of a name that is not empty and not only space keeps the same form: the reference is a harmless word.
  const expected = tagsOf(toHtml(renderMarkdown(reportFullOf('word'))));
  // A fix or an evidence is set as code, or as a line, by what it looks like.
  const structure = (tags: readonly string[]) =>
    tags.filter((tag) => !['p', '/p', 'pre', '/pre', 'br'].includes(tag));

  it.each(hostileTexts.filter((text) => text.trim() !== ''))(
    'changes nothing of the document: %j',
    (text) => {
      const html = toHtml(renderMarkdown(reportFullOf(text)));
      const allowed = new Set([...expected, 'strong', '/strong']);
      expect(tagsOf(html).filter((tag) => !allowed.has(tag))).toEqual([]);
      for (const tag of [
        'table',
        'tr',
        'td',
        'th',
        'details',
        'summary',
        'li',
        'ol',
        'ul',
        'h3',
        'h4',
        'blockquote',
        'sub',
      ]) {
        expect(count(html, tag), tag).toBe(expected.filter((name) => name === tag).length);
      }
    },
  );

  it('changes nothing of the document in any mixture', () => {
    for (const text of hostileMixtures(400, 42)) {
      if (text.trim() === '') continue;
      const tags = tagsOf(toHtml(renderMarkdown(reportFullOf(text))));
      for (const tag of [
        'td',
        'details',
        'li',
        'h3',
        'h4',
        'blockquote',
        'sub',
        'hr',
        'img',
        'script',
        '<!--',
        'del',
        'em',
      ]) {
        const wanted = structure(expected).filter((name) => name === tag).length;
        expect(tags.filter((name) => name === tag).length, `${tag} ${JSON.stringify(text)}`).toBe(wanted);
      }
    }
  });

  it('makes links of nothing but our own addresses', () => {
    for (const text of hostileMixtures(200, 43)) {
      const html = toHtml(renderMarkdown(reportFullOf(text)));
      for (const [, address] of html.matchAll(/<a href="([^"]*)"/g)) {
        expect(address, JSON.stringify(text)).toMatch(
          /^https:\/\/(host\.example|evil\.example|github\.com\/neonhub\/database-actions)/,
        );
      }
      expect(html).not.toMatch(/<a href="https:\/\/evil\.example[^"]*">(?!<code>)/);
    }
  });
});
