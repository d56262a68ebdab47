/** Text that has broken a renderer somewhere: each is meant to be shown, and to do nothing. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</summary></details><h1>out</h1>',
  '</code></pre><b>',
  '<!-- neonhub-database-actions -->',
  '--> <b>x</b> <!--',
  '&lt;b&gt; &amp;amp; &#124; &copy',
  '| a | b |\n|---|---|\n| c | d |',
  'a\\|b',
  'a\\\\|b',
  'x`y``z```',
  '`',
  '``` \n# out',
  '~~~\nout\n~~~',
  '@octocat and @neonhub/team',
  '#123 GH-123 neonhub/neonhub#4 4f2c9d17be0a5538c1e6f4a90b7d3c2e81a6f05d',
  'https://evil.example/x www.evil.example a@evil.example',
  'mailto:a@evil.example xmpp:a@evil.example ftp://evil.example',
  '<https://evil.example>',
  '[text](https://evil.example)',
  '[text](javascript:alert(1))',
  '![image](https://evil.example/x.png)',
  '[ref]: https://evil.example',
  '[^1]',
  '*a* **b** _c_ __d__ ~~e~~ ***f***',
  '# heading',
  'heading\n===',
  'heading\n---',
  '- list',
  '+ list',
  '1. list',
  '1) list',
  '- [x] task',
  '> [!WARNING]\n> quote',
  '    indented',
  '\tindented',
  '---',
  '***',
  ':tada: :+1:',
  '$x$ $$y$$ $`z`$',
  '\u202Egnp.exe\u202C',
  'zero\u200Bwidth\uFEFF',
  'nul\u0000bell\u0007escape\u001B[31mred',
  'line\r\nline\rline\nline\u2028line\u2029line\u0085line',
  '\uD800 lone',
  'trailing backslash\\',
  'two spaces  \nbreak',
  "'; DROP TABLE users; --",
  '"quoted" \'name\'',
  '::error::planted',
  '##[error]planted',
  ' leading and trailing ',
  '   ',
  '',
  'Ünïcødé 漢字 👩‍👩‍👧 ✅',
];

const fragments: readonly string[] = [
  ...hostileTexts,
  ...'|`\\*_~[]()<>!#$&@:;.-+=^"\'{}/ \n\t'.split(''),
  'a',
  'B',
  '7',
  '  ',
  '\n\n',
  '```',
  '<!--',
  '-->',
  '&#x7C;',
  '&nbsp;',
  '</',
  '<a href="',
  '@a',
  '#1',
  '://',
  'www.',
  'http',
  'é',
  '漢',
  '😀',
];

/** Random mixtures of the above, the same for the same seed. */
export function hostileMixtures(count: number, seed: number): readonly string[] {
  const next = random(seed);
  return Array.from({ length: count }, () =>
    Array.from(
      { length: 1 + Math.floor(next() * 8) },
      () => fragments[Math.floor(next() * fragments.length)] ?? '',
    ).join(''),
  );
}

/** mulberry32 */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
