import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasMarkdown } from '$lib/notebook/hasMarkdown';
import { parseMarkdown, type Block, type Inline } from '$lib/notebook/parseMarkdown';
import { investmentCase } from '$lib/templates/investmentCase';

const text = (text: string): Inline => ({ tag: 'text', text });
const live = (cell: string, field: string): Inline => ({ tag: 'live', segment: { tag: 'value', cell, field } });
const inside = (source: string): readonly Inline[] => {
  const [block] = parseMarkdown(source);
  return block?.tag === 'paragraph' ? block.inside : [];
};

describe('what stands in a paragraph', () => {
  test.each([
    ['*a*', [{ tag: 'emphasis', inside: [text('a')] }]],
    ['**a**', [{ tag: 'strong', inside: [text('a')] }]],
    ['~~a~~', [{ tag: 'struck', inside: [text('a')] }]],
    ['`a`', [{ tag: 'code', text: 'a' }]],
    ['a  \nb', [text('a'), { tag: 'break' }, text('b')]],
    ['a\nb', [text('a'), text('\n'), text('b')]],
    ['[a](https://b.fi/c)', [{ tag: 'link', href: 'https://b.fi/c', inside: [text('a')] }]],
    ['<a@b.fi>', [{ tag: 'link', href: 'mailto:a@b.fi', inside: [text('a@b.fi')] }]],
  ] satisfies readonly (readonly [string, readonly Inline[]])[])('%j', (source, expected) => {
    expect(inside(source)).toEqual(expected);
  });

  test('live values are where they were written, emphasised with what is around them', () => {
    expect(inside('ROI {base.roi12}, *{base.npv}*.')).toEqual([
      text('ROI '),
      live('base', 'roi12'),
      text(', '),
      { tag: 'emphasis', inside: [live('base', 'npv')] },
      text('.'),
    ]);
  });

  test('stars, bars and underscores in a live value mean nothing to Markdown', () => {
    expect(inside('{my_own_price} and {your_own_price}')).toEqual([
      live('my_own_price', ''),
      text(' and '),
      live('your_own_price', ''),
    ]);
    const [first] = inside('{base.payback: *pays* in # months | never}');
    expect(first).toMatchObject({ tag: 'live', segment: { wording: { before: '*pays* in ', never: 'never' } } });
  });

  test('in code a live value is what was typed', () => {
    expect(inside('`{base.npv}`')).toEqual([{ tag: 'code', text: '{base.npv}' }]);
    expect(parseMarkdown('```\n{base.npv}\n```')).toEqual([{ tag: 'code', text: '{base.npv}' }]);
  });
});

describe('blocks', () => {
  test('headings, lists, quotes, code and rules', () => {
    expect(parseMarkdown('## A\n\n- b\n- c\n\n3. d\n\n> e\n\n    f\n\n***')).toEqual([
      { tag: 'heading', level: 2, inside: [text('A')] },
      {
        tag: 'list',
        start: null,
        items: [[{ tag: 'paragraph', inside: [text('b')] }], [{ tag: 'paragraph', inside: [text('c')] }]],
      },
      { tag: 'list', start: 3, items: [[{ tag: 'paragraph', inside: [text('d')] }]] },
      { tag: 'quote', blocks: [{ tag: 'paragraph', inside: [text('e')] }] },
      { tag: 'code', text: 'f' },
      { tag: 'rule' },
    ] satisfies Block[]);
  });

  test('a table holds live values whose wording has a bar', () => {
    const [table] = parseMarkdown('| a | b |\n|---|--:|\n| {x.payback: # mo | never} | 2 |');
    expect(table).toMatchObject({
      tag: 'table',
      aligned: ['left', 'right'],
      head: [[text('a')], [text('b')]],
      rows: [[[{ tag: 'live', segment: { cell: 'x' } }], [text('2')]]],
    });
  });
});

describe('hostile text', () => {
  const links = (blocks: unknown): string[] =>
    [...JSON.stringify(blocks).matchAll(/"href":"([^"]*)"/g)].map(([, href = '']) => href);

  test.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](java&Tab;script:alert(1))',
    '[a](data:text/html,<script>alert(1)</script>)',
    '[a](vbscript:x)',
    '[a](file:///etc/passwd)',
    '[a](//evil.example)',
    '[a](/relative)',
    '<javascript:alert(1)>',
    '[a][b]\n\n[b]: javascript:alert(1)',
  ])('%s leads nowhere', (source) => {
    expect(links(parseMarkdown(source))).toEqual([]);
  });

  test('markup is text', () => {
    expect(inside('<img src=x onerror=alert(1)> <b>c</b>')).toEqual([text('<img src=x onerror=alert(1)> <b>c</b>')]);
    expect(parseMarkdown('<script>alert(1)</script>')).toEqual([
      { tag: 'paragraph', inside: [text('<script>alert(1)</script>')] },
    ]);
  });

  test('a picture is a link to it, and is not fetched', () => {
    expect(inside('![a](https://b.fi/c.png)')).toEqual([
      text('!'),
      { tag: 'link', href: 'https://b.fi/c.png', inside: [text('a')] },
    ]);
  });

  test('deep nesting ends', () => {
    expect(() => parseMarkdown('>'.repeat(5000) + 'a')).not.toThrow();
    expect(() => parseMarkdown('- '.repeat(2000) + 'a')).not.toThrow();
    expect(() => parseMarkdown('*'.repeat(20_000))).not.toThrow();
  });

  test('any text is read without an exception, and links lead only to the web or to mail', () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '`',
      '*',
      '_',
      '|',
      '\n',
      '> ',
      '- ',
      '{a.b}',
      '{~a.b}',
      '<',
      'javascript:',
      'https://a',
      '\uE000',
      '\uE001',
      '0',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }), (parts) => {
        const found = links(parseMarkdown(parts.join('')));
        expect(found.filter((href) => !/^(https?:\/\/|mailto:)/i.test(href))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('plain paragraphs are told from Markdown', () => {
  test.each([
    '*a*',
    '# a',
    '- a',
    '1. a',
    '`a`',
    '[a](b)',
    '> a',
    'a | b',
    'a\n---',
    '    code',
    '&amp;',
    'a  \nb',
    '\\*',
    '<https://a.fi>',
  ])('%j has some', (source) => expect(hasMarkdown(source)).toBe(true));

  test.each([
    '',
    'Plain words, with 5 % and 3,7.',
    '{base.payback: pays in # months | never}',
    'a {my_own} b {your_own}',
    'A – B',
  ])('%j has none', (source) => expect(hasMarkdown(source)).toBe(false));

  test('the template is plain', () => {
    for (const language of ['fi', 'en'] as const)
      for (const cell of investmentCase(language).cells)
        if (cell.kind === 'text') expect(hasMarkdown((cell as unknown as { text: string }).text)).toBe(false);
  });
});
