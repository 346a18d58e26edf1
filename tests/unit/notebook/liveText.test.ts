import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesInText, parseLiveText, pathsInText, renameInText, type LiveSegment } from '$lib/notebook/liveText';

const text = (text: string): LiveSegment => ({ tag: 'text', text });
const value = (cell: string, field: string): LiveSegment => ({ tag: 'value', cell, field });
const wording = (text: string) => {
  const [segment] = parseLiveText(`{base.payback:${text}}`);
  return segment?.tag === 'value' ? segment.wording : undefined;
};

describe('the forms', () => {
  test('a value between words', () => {
    expect(parseLiveText('ROI {base.roi12}.')).toEqual([text('ROI '), value('base', 'roi12'), text('.')]);
  });

  test('a control that is dragged in the sentence', () => {
    expect(parseLiveText('{~base.revenueUplift}')).toEqual([{ tag: 'control', cell: 'base', field: 'revenueUplift' }]);
  });

  test('spaces inside the braces, and two values side by side', () => {
    expect(parseLiveText('{ base.npv }{~ base.npv }')).toEqual([
      value('base', 'npv'),
      { tag: 'control', cell: 'base', field: 'npv' },
    ]);
  });

  test('names with Finnish letters, digits and underscores', () => {
    expect(parseLiveText('{perus_2.päästö}{Äyriäinen.öljy}')).toEqual([
      value('perus_2', 'päästö'),
      value('Äyriäinen', 'öljy'),
    ]);
  });

  test('a plain text, and none', () => {
    expect(parseLiveText('Ei mitään elävää.')).toEqual([text('Ei mitään elävää.')]);
    expect(parseLiveText('')).toEqual([]);
  });
});

describe('a sentence around a value', () => {
  test('has the value where … stands, and another wording for "never" after the bar', () => {
    expect(wording(' maksaa itsensä takaisin ajassa … vasta | ei maksa itseään takaisin ')).toEqual({
      before: 'maksaa itsensä takaisin ajassa ',
      shown: 'value',
      after: ' vasta',
      never: 'ei maksa itseään takaisin',
    });
  });

  test('has the bare number where # stands, so that the unit may be inflected', () => {
    expect(wording('takaisin # kuukaudessa')).toEqual({
      before: 'takaisin ',
      shown: 'number',
      after: ' kuukaudessa',
      never: '',
    });
  });

  test('may be words alone', () => {
    expect(wording('kannattaa | ei kannata')).toEqual({
      before: 'kannattaa',
      shown: 'nothing',
      after: '',
      never: 'ei kannata',
    });
  });

  test('that is empty is the value itself: a figure never vanishes', () => {
    const plain = { before: '', shown: 'value', after: '' };
    expect(wording('')).toEqual({ ...plain, never: '' });
    expect(wording(' | ei koskaan')).toEqual({ ...plain, never: 'ei koskaan' });
  });

  test('keeps every word after the first bar', () => {
    expect(wording('… | ei | koskaan')?.never).toBe('ei | koskaan');
  });
});

describe('what does not parse stays text', () => {
  test.each([
    '{}',
    '{base.}',
    '{.roi12}',
    '{2base.roi12}',
    '{base.roi12',
    'base.roi12}',
    '{base.roi12.more}',
    '{~}',
    '{~~base.roi12}',
    '{base roi12}',
    '{base.roi12; alert(1)}',
    '{base.payback: takaisin {',
    '{<b>.x}',
  ])('%s', (hostile) => {
    expect(parseLiveText(hostile)).toEqual([text(hostile)]);
  });

  test('a value inside a wording: the inner one lives, the rest stays as typed', () => {
    expect(parseLiveText('{a.b: noin {base.npv} | ei}')).toEqual([
      text('{a.b: noin '),
      value('base', 'npv'),
      text(' | ei}'),
    ]);
  });

  test('a control takes no wording into the sentence', () => {
    expect(parseLiveText('{~base.npv: …}')).toEqual([{ tag: 'control', cell: 'base', field: 'npv' }]);
  });
});

const name = fc.constantFrom('base', 'päätös', '_x', 'Ä1', 'constructor', '__proto__');
const plain = fc.string({ unit: fc.constantFrom('a', 'ö', ' ', '.', ':', '|', '~', '…', '#', '\n', '€', '😀') });

test('a text written from segments is read back as those segments', () => {
  const live = fc.tuple(name, name, fc.boolean());
  fc.assert(
    fc.property(plain, fc.array(fc.tuple(live, plain), { maxLength: 8 }), (start, rest) => {
      const source =
        start + rest.map(([[cell, field, drag], after]) => `{${drag ? '~' : ''}${cell}.${field}}${after}`).join('');
      const expected = [
        ...(start ? [text(start)] : []),
        ...rest.flatMap(([[cell, field, drag], after]) => [
          drag ? ({ tag: 'control', cell, field } as const) : value(cell, field),
          ...(after ? [text(after)] : []),
        ]),
      ];
      expect(parseLiveText(source)).toEqual(expected);
    }),
  );
});

test('nothing typed is lost: between the plain parts of any text stand only whole live parts', () => {
  const hostile = fc.string({ unit: fc.constantFrom('{', '}', '~', 'b.r', '.', ':', '|', ' ', 'ä', '#', '\\', '$') });
  fc.assert(
    fc.property(hostile, (source) => {
      let rest = source;
      for (const segment of parseLiveText(source)) {
        if (segment.tag === 'text') {
          expect(rest.startsWith(segment.text)).toBe(true);
          rest = rest.slice(segment.text.length);
          continue;
        }
        const end = rest.indexOf('}') + 1;
        expect(rest.slice(0, end)).toMatch(/^\{[^{}]+\}$/);
        rest = rest.slice(end);
      }
      expect(rest).toBe('');
    }),
    { numRuns: 2000 },
  );
});

test('a long text of braces is read at once', () => {
  const long = '{'.repeat(20_000) + '{base.' + 'a'.repeat(20_000) + ' '.repeat(20_000);
  const before = performance.now();
  expect(parseLiveText(long)).toEqual([text(long)]);
  expect(performance.now() - before).toBeLessThan(3000);
});

test('a bare name is a value too', () => {
  expect(parseLiveText('{hinta: # euroa | ei}')).toMatchObject([{ tag: 'value', cell: 'hinta', field: '' }]);
  expect(pathsInText('{hinta} {base.npv} {hinta: …} {~base.churn}')).toEqual(['hinta', 'base.npv', 'base.churn']);
});

test('a renamed cell is followed in its live values alone, letter for letter elsewhere', () => {
  expect(renameInText('base {base.npv: noin … | ei} { ~base.x} {base} {pohja.base} {based.npv}', 'base', 'nyt$&')).toBe(
    'base {nyt$&.npv: noin … | ei} { ~base.x} {nyt$&} {pohja.base} {based.npv}',
  );
});

test('the cells a text reads are named once each', () => {
  expect(namesInText('{base.roi12} {~base.npv} {muu.npv: … | ei} {rikki')).toEqual(['base', 'muu']);
});
