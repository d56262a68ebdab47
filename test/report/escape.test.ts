import { describe, expect, it } from 'vitest';
import {
  escapeHtml,
  escapeText,
  fencedCode,
  fencedMermaid,
  htmlCode,
  inlineCode,
  linkTo,
  safeUrl,
} from '../../src/report/escape.ts';
import { cutEnd, cutMiddle, prose, visible, visibleLines } from '../../src/report/visible-text.ts';
import { hostileMixtures, hostileTexts } from './hostile-text.ts';
import { shownText, tagsOf, toHtml, withoutBreaks } from './parsed-markdown.ts';

const everything = [...hostileTexts, ...hostileMixtures(3_000, 20_261_122)];
const some = [...hostileTexts, ...hostileMixtures(1_000, 7)];

/** What GitHub would turn into a link or a mention, in text that is not code. */
const references =
  /@[a-z0-9]|#\d|\bGH-\d|:\/\/|\bwww\.|\b(?=\d*[a-f])[0-9a-f]{7,40}\b|:[a-z0-9_+-]+:|mailto:|xmpp:/i;

function codeShown(name: string): string {
  const text = visible(name)
    .replace(/<!-/g, '‹!-')
    .replace(/--(!?)>/g, '--$1›');
  return text.trim() === '' ? `"${text}"` : text;
}

describe('escapeText', () => {
  it.each(hostileTexts)('shows %j as text', (text) => {
    const html = toHtml(escapeText(text));
    expect(tagsOf(html)).toEqual(prose(text) === '' ? [] : ['p', '/p']);
    expect(withoutBreaks(shownText(html)).trim()).toBe(prose(text));
  });

  it('keeps every mixture one paragraph that reads as it was given', () => {
    for (const text of everything) {
      const html = toHtml(escapeText(text));
      expect(tagsOf(html), JSON.stringify(text)).toEqual(prose(text) === '' ? [] : ['p', '/p']);
      expect(withoutBreaks(shownText(html)).trim(), JSON.stringify(text)).toBe(prose(text));
      expect(shownText(html), JSON.stringify(text)).not.toMatch(references);
    }
  });

  it('stays one cell of a table, one item of a list, one heading, one quotation', () => {
    for (const text of some) {
      const escaped = escapeText(text);
      const table = toHtml(`| a | b | c |\n|:--|:--|:--|\n| 1 | ${escaped} | 3 |\n| 4 | 5 | 6 |`);
      expect(
        tagsOf(table).filter((tag) => tag === 'td'),
        JSON.stringify(text),
      ).toHaveLength(6);
      expect(tagsOf(table), JSON.stringify(text)).not.toContain('a');
      expect(withoutBreaks(shownText(table.split('<td')[2] ?? '').replace(/^[^>]*>/, '')).trim()).toBe(
        prose(text),
      );
      if (escaped === '') continue;
      expect(tagsOf(toHtml(`- ${escaped}\n- x`)), JSON.stringify(text)).toEqual([
        'ul',
        'li',
        '/li',
        'li',
        '/li',
        '/ul',
      ]);
      expect(tagsOf(toHtml(`### ${escaped}`)), JSON.stringify(text)).toEqual(['h3', '/h3']);
      expect(
        tagsOf(toHtml(`**${escaped}** x`)).filter((tag) => tag !== 'strong' && tag !== '/strong'),
      ).toEqual(['p', '/p']);
    }
  });

  it('sets every dollar sign in the form that starts no formula', () => {
    for (const text of everything) {
      for (const escaped of [escapeText(text), escapeHtml(text), inlineCode(`|${text}`)]) {
        expect(escaped.replaceAll('<span>$</span>', '')).not.toContain('$');
      }
    }
  });

  it('cuts what is overlong', () => {
    expect(escapeText('x'.repeat(5_000), 300)).toBe(`${'x'.repeat(299)}…`);
  });
});

describe('escapeHtml', () => {
  it('stays inside a summary, and a blank line in it does not end the block', () => {
    for (const text of everything) {
      const html = toHtml(`<details><summary>${escapeHtml(text)}</summary>\n\nbody\n\n</details>`);
      expect(tagsOf(html), JSON.stringify(text)).toEqual([
        'details',
        'summary',
        '/summary',
        'p',
        '/p',
        '/details',
      ]);
      const summary = /<summary>(.*?)<\/summary>/s.exec(html)?.[1] ?? '';
      expect(withoutBreaks(shownText(summary)), JSON.stringify(text)).toBe(prose(text));
      expect(shownText(summary), JSON.stringify(text)).not.toMatch(references);
    }
  });
});

describe('inlineCode', () => {
  it('is one code element with the whole name in it', () => {
    for (const name of everything) {
      const html = toHtml(inlineCode(name, 10_000));
      expect(tagsOf(html), JSON.stringify(name)).toEqual(['p', 'code', '/code', '/p']);
      const inner = /<code>(.*)<\/code>/s.exec(html)?.[1] ?? '';
      expect(withoutBreaks(shownText(inner)), JSON.stringify(name)).toBe(codeShown(name));
    }
  });

  it('is one code element in one cell of a table', () => {
    for (const name of some) {
      const html = toHtml(`| a | b | c |\n|---|---|---|\n| 1 | ${inlineCode(name, 10_000)} | 3 |`);
      const tags = tagsOf(html);
      expect(
        tags.filter((tag) => tag === 'td'),
        JSON.stringify(name),
      ).toHaveLength(3);
      expect(
        tags.filter((tag) => tag === 'code'),
        JSON.stringify(name),
      ).toHaveLength(1);
      const inner = /<code>(.*)<\/code>/s.exec(html)?.[1] ?? '';
      expect(withoutBreaks(shownText(inner)), JSON.stringify(name)).toBe(codeShown(name));
    }
  });

  it('uses a fence longer than the longest run of backticks', () => {
    expect(inlineCode('a``b')).toBe('```a``b```');
    expect(inlineCode('`a')).toBe('`` `a ``');
  });

  it('cuts a long name in the middle, and keeps both ends', () => {
    const name = `public.${'x'.repeat(500)}_idx`;
    expect(inlineCode(name)).toMatch(/^`public\.x+…x+_idx`$/);
    expect(inlineCode(name).length).toBe(162);
  });

  it('stays inside a summary as HTML', () => {
    for (const name of some) {
      const html = toHtml(`<details><summary>${htmlCode(name)} x</summary>\n\nbody\n\n</details>`);
      expect(tagsOf(html), JSON.stringify(name)).toEqual([
        ...['details', 'summary', 'code', '/code', '/summary', 'p', '/p', '/details'],
      ]);
    }
  });
});

describe('fencedCode', () => {
  it('cannot be left from inside', () => {
    for (const text of everything) {
      const html = toHtml(`${fencedCode(text, 'sql')}\n\nafter`);
      expect(tagsOf(html), JSON.stringify(text)).toEqual(['pre', 'code', '/code', '/pre', 'p', '/p']);
    }
  });

  it('keeps lines and tabs as they are', () => {
    const html = toHtml(fencedCode('SELECT 1;\r\n\tFROM "a`b" -- <b>', 'sql'));
    expect(shownText(html).trimEnd()).toBe('SELECT 1;\n\tFROM "a`b" -- <b>');
  });

  it.each(['mermaid', 'math', 'geojson', 'stl', 'sql onload=x', '`', 'sql\n# out'])(
    'does not take the language %j',
    (language) => {
      expect(fencedCode('x', language)).toBe('```\nx\n```');
    },
  );

  it('lets no code plant a comment mark that looks like ours', () => {
    expect(fencedCode('<!-- marker -->', '')).not.toContain('<!--');
    expect(inlineCode('<!-- marker -->')).not.toContain('<!--');
  });

  it('leaves a diagram its arrows, and no comment can begin in it', () => {
    expect(fencedMermaid('xychart-beta\n  y-axis "s" 0 --> 9\n  a --> b')).toContain('0 --> 9\n  a --> b');
    expect(fencedMermaid('erDiagram\n  A <!-- x -->')).not.toContain('<!--');
  });

  it('takes directives out of diagrams', () => {
    expect(fencedMermaid('%%{init: {"securityLevel": "loose"}}%%\nerDiagram')).not.toContain('%%{');
  });
});

describe('linkTo', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'http://plain.example',
    'https://user:password@host.example',
    '//host.example',
    'not an address',
    '',
    `https://host.example/${'x'.repeat(3_000)}`,
    `https://host.example/${'é'.repeat(1_000)}`,
  ])('leaves the bare text for %j', (address) => {
    expect(linkTo('text', address)).toBe('text');
  });

  it('cannot be left by what stands in the address', () => {
    for (const text of everything) {
      const html = toHtml(`| a | b |\n|---|---|\n| ${linkTo('text', `https://host.example/${text}`)} | 2 |`);
      expect(
        tagsOf(html).filter((tag) => ['a', '/a', 'td', 'code', 'img', 'b', 'em'].includes(tag)),
        text,
      ).toEqual([...['td', 'a', '/a', 'td']]);
    }
  });

  it('leads where it says, also where the address reads like an entity', () => {
    expect(toHtml(linkTo('text', 'https://host.example/?a=1&copy;=2'))).toContain('?a=1&amp;copy;=2"');
    const address = 'https://host.example/a(b)?x=1&y=2#L1-L3';
    expect(safeUrl(address)).toBe('https://host.example/a%28b%29?x=1&y=2#L1-L3');
    expect(toHtml(linkTo('text', address))).toContain(
      'href="https://host.example/a%28b%29?x=1&amp;y=2#L1-L3"',
    );
  });
});

describe('visible', () => {
  it.each([
    ['a\u202Eb', 'a⟨U+202E⟩b'],
    ['a\u200Bb', 'a⟨U+200B⟩b'],
    ['a\u0000b', 'a␀b'],
    ['a\u001B[31m', 'a␛[31m'],
    ['a\u007Fb', 'a␡b'],
    ['a\u0085b', 'a⟨U+0085⟩b'],
    ['a\r\nb', 'a⏎b'],
    ['a\tb', 'a␉b'],
    ['a\uD800b', 'a⟨U+D800⟩b'],
    ['a\u{E0041}b', 'a⟨U+E0041⟩b'],
    ['a\u3164b', 'a⟨U+3164⟩b'],
    ['a\u200Db', 'a⟨U+200D⟩b'],
    ['👩‍👧 ⚠️', '👩‍👧 ⚠️'],
  ])('shows %j as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('leaves lines of code as they are', () => {
    expect(visibleLines('a\r\n\tb\rc\u0000')).toBe('a\n\tb\nc␀');
  });

  it('leaves nothing unseen', () => {
    for (const text of everything) {
      expect(visible(text), JSON.stringify(text)).not.toMatch(
        /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u,
      );
    }
  });
});

describe('cutting', () => {
  it('never leaves half a character', () => {
    for (let max = 0; max < 20; max += 1) {
      expect(cutMiddle('😀'.repeat(10), max)).not.toMatch(/\p{Cs}/u);
      expect(cutEnd('😀'.repeat(10), max)).not.toMatch(/\p{Cs}/u);
      expect(cutMiddle('x'.repeat(30), max).length).toBeLessThanOrEqual(Math.max(1, max));
    }
  });

  it('leaves what fits', () => {
    expect(cutMiddle('abcdef', 6)).toBe('abcdef');
    expect(cutMiddle('abcdefg', 6)).toBe('abc…fg');
    expect(cutEnd('abcdefg', 6)).toBe('abcde…');
  });
});
