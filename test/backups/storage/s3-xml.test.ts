import { describe, expect, it } from 'vitest';
import { childrenOf, escapeXml, parseXml, textOf } from '../../../src/backups/storage/s3/xml.ts';

describe('XML that S3 answers', () => {
  it('elements, texts and entities; attributes, comments and blanks are passed over', () => {
    const root = parseXml(
      '  \n<?xml version="1.0"?>\n<!-- x --><List xmlns="http://s3/" a=\'b\'><Key>a &amp; b &lt;&#x1F600;&#233;&unknown;</Key><Empty/><Key>2</Key></List>\n',
    );
    expect(root?.name).toBe('List');
    expect(childrenOf(root, 'Key').map(({ text }) => text)).toEqual(['a & b <😀é&unknown;', '2']);
    expect(textOf(root, 'Key')).toBe('a & b <😀é&unknown;');
    expect(textOf(root, 'None')).toBe('');
    expect(textOf(undefined, 'Key')).toBe('');
  });

  it('what we write is read again', () => {
    const odd = `"a" <b> & 'c'`;
    expect(parseXml(`<A>${escapeXml(odd)}</A>`)?.text).toBe(odd);
  });

  it.each([
    '',
    'no xml',
    '<A>',
    '<A></B>',
    '</A>',
    '<A/><B/>',
    '<A><B></A></B>',
    '<!DOCTYPE x [<!ENTITY a "b">]><A>&a;</A>',
    '<A>&#x110000;<</A>',
    '<A',
  ])('%j is none', (text) => {
    expect(parseXml(text)).toBeUndefined();
  });

  it('is read in time that grows with its length', () => {
    const started = performance.now();
    parseXml(`<A>${'<'.repeat(100_000)}`);
    parseXml(`<A ${'a '.repeat(100_000)}`);
    parseXml(`<A>${'&'.repeat(100_000)}</A>`);
    parseXml('<A>'.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
