import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateParser } from '$lib/notebook/expression/build.js';
import { namesIn, renameIn } from '$lib/notebook/expression/names';
import type { Notation } from '$lib/notebook/expression/notation';
import { longestExpression, parseExpression } from '$lib/notebook/expression/parseExpression';
import { printExpression } from '$lib/notebook/expression/printExpression';
import { anExpression } from './arbitraries';

const notations: Notation[] = ['canonical', 'finnish'];

function read(text: string, notation: Notation = 'canonical') {
  const parsed = parseExpression(text, notation);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.tag}`);
  return parsed.value;
}
const problemOf = (text: string, notation: Notation = 'canonical') => {
  const parsed = parseExpression(text, notation);
  return parsed.ok ? null : parsed.problem;
};
/** The expression with a parenthesis around every part, to see what belongs to what. */
const retold = (text: string, notation: Notation = 'canonical') => printExpression(read(text, notation), 'canonical');

it('has a committed parser that is what the grammar gives: else run npm run build:grammar', () => {
  const committed = readFileSync(new URL('../../../../src/lib/notebook/expression/parser.js', import.meta.url), 'utf8');
  expect(committed).toBe(generateParser());
});

describe('an expression', () => {
  it('binds as mathematics does', () => {
    const two = { tag: 'number', value: 2 } as const;
    expect(read('-2^2')).toEqual({ tag: 'negate', of: { tag: 'binary', operator: '^', left: two, right: two } });
    expect(read('2^3^2')).toEqual(read('2^(3^2)'));
    expect(read('2^-1')).toEqual(read('2^(-1)'));
    expect(read('2^-2^2')).toEqual(read('2^(-(2^2))'));
    expect(read('10 - 4 - 3')).toEqual(read('(10 - 4) - 3'));
    expect(read('12 / 3 * 2')).toEqual(read('(12 / 3) * 2'));
    expect(read('1 + 2 * 3 < 4 + 5')).toEqual(read('(1 + (2 * 3)) < (4 + 5)'));
    expect(read('100 * 5 %')).toEqual(read('100 * (5%)'));
    expect(read('-5 %')).toEqual(read('-(5%)'));
    expect(read('2 ^ 50 %')).toEqual(read('2^(50%)'));
  });

  it('reads the signs people type', () => {
    expect(retold('a × b ÷ c − d · e')).toBe('a * b / c - d * e');
    expect(retold('a ≤ b')).toBe('a <= b');
    expect(retold('a ≥ b')).toBe('a >= b');
    expect(retold('a ≠ b')).toBe('a != b');
    expect(retold('a <> b')).toBe('a != b');
    expect(retold('a == b')).toBe('a = b');
    expect(retold('a<-b')).toBe('a < -b');
  });

  it('reads numbers in its notation, thousands parted by spaces included', () => {
    expect(read('1.5')).toEqual({ tag: 'number', value: 1.5 });
    expect(read('1,5', 'finnish')).toEqual({ tag: 'number', value: 1.5 });
    expect(read('.5')).toEqual({ tag: 'number', value: 0.5 });
    expect(read('1 000 000')).toEqual({ tag: 'number', value: 1e6 });
    expect(read('60\u00a0392,50', 'finnish')).toEqual({ tag: 'number', value: 60392.5 });
    expect(read('1.5e-3')).toEqual({ tag: 'number', value: 0.0015 });
    expect(problemOf('1 0000')).toEqual({ tag: 'unexpected', position: 2, character: '0' });
    expect(problemOf('12 34')).toEqual({ tag: 'unexpected', position: 3, character: '3' });
    expect(problemOf('1e999')).toMatchObject({ tag: 'tooLarge' });
  });

  it('reads names and calls in any alphabet', () => {
    expect(read('ylä_1.npv')).toEqual({ tag: 'name', path: 'ylä_1.npv' });
    // The same letter, typed as two characters.
    expect(read('yla\u0308_1.npv')).toEqual({ tag: 'name', path: 'ylä_1.npv' });
    expect(read('max(a; b)', 'finnish')).toEqual(read('max(a, b)'));
    expect(read('max(1,5; 2)', 'finnish')).toEqual(read('max(1.5, 2)'));
    expect(read('min')).toEqual({ tag: 'name', path: 'min' });
  });

  it('is the same after being written and read again, in either notation', () => {
    fc.assert(
      fc.property(anExpression(), fc.constantFrom(...notations), (expression, notation) => {
        const text = printExpression(expression, notation);
        fc.pre(text.length <= longestExpression);
        expect(parseExpression(text, notation)).toEqual({ ok: true, value: expression });
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  it('is written without a parenthesis too many', () => {
    for (const text of [
      '-2^2',
      '2^3^2',
      '2^-1',
      'a - (b - c)',
      'a - b - c',
      '(a + b) * c',
      '-(a + b)',
      '(-a)^2',
      '(a < b) + 1',
      'a / (b * c)',
      '(2^3)^2',
      '(a + b)%',
      'min(a + b, -c)',
      '--a',
    ])
      expect(retold(text)).toBe(text);
  });
});

describe('a text that is no expression', () => {
  it('says where and why', () => {
    expect(problemOf('')).toEqual({ tag: 'empty' });
    expect(problemOf('  \u200b ')).toEqual({ tag: 'empty' });
    expect(problemOf('2 +')).toEqual({ tag: 'unfinished', position: 3, missing: 'value' });
    expect(problemOf('2 + (a')).toEqual({ tag: 'unfinished', position: 6, missing: 'parenthesis' });
    expect(problemOf('max(a, ')).toEqual({ tag: 'unfinished', position: 7, missing: 'value' });
    expect(problemOf('a + )')).toEqual({ tag: 'unexpected', position: 4, character: ')' });
    expect(problemOf('a & b')).toEqual({ tag: 'unexpected', position: 2, character: '&' });
    expect(problemOf('a < b < c')).toEqual({ tag: 'unexpected', position: 6, character: '<' });
    expect(problemOf('7 % 3')).toEqual({ tag: 'unexpected', position: 4, character: '3' });
    expect(problemOf('a 💰')).toEqual({ tag: 'unexpected', position: 2, character: '💰' });
    expect(problemOf('a.b.c')).toEqual({ tag: 'unexpected', position: 3, character: '.' });
  });

  it('is told about the other notation', () => {
    expect(problemOf('2 * 1,5')).toEqual({ tag: 'decimalMark', position: 4, written: '1,5', meant: '1.5' });
    expect(problemOf('2 * 1.5', 'finnish')).toEqual({ tag: 'decimalMark', position: 4, written: '1.5', meant: '1,5' });
    expect(problemOf('max(a; b)')).toEqual({ tag: 'separator', position: 5, written: ';', meant: ',' });
    expect(problemOf('max(a, b)', 'finnish')).toEqual({ tag: 'separator', position: 5, written: ',', meant: ';' });
  });

  it('is told the nearest function, and how many arguments one takes', () => {
    expect(problemOf('1 + maxx(2)')).toEqual({ tag: 'unknownFunction', position: 4, name: 'maxx', nearest: 'max' });
    expect(problemOf('frobnicate(2)')).toMatchObject({ tag: 'unknownFunction', nearest: null });
    expect(problemOf('toString(2)')).toMatchObject({ tag: 'unknownFunction' });
    expect(problemOf('if(a)')).toEqual({ tag: 'argumentCount', position: 0, name: 'if', least: 3, most: 3, given: 1 });
    expect(problemOf('min()')).toMatchObject({ tag: 'argumentCount', least: 1, most: null, given: 0 });
  });

  it('never exhausts the stack, however long or deep', () => {
    expect(problemOf('('.repeat(10_000))).toEqual({ tag: 'tooLong', longest: longestExpression });
    expect(problemOf('('.repeat(1000))).toEqual({ tag: 'tooDeep', position: 50 });
    expect(problemOf(`${'abs('.repeat(60)}1${')'.repeat(60)}`)).toMatchObject({ tag: 'tooDeep' });
    const longest = (part: string, end: string) => part.repeat(Math.floor((longestExpression - 1) / part.length)) + end;
    for (const text of [
      longest('-', '1'),
      longest('2^', '2'),
      longest('2^-', '2'),
      longest('1+', '1'),
      `1${longest('%', '')}`,
    ])
      expect(
        parseExpression(printExpression(read(text), 'canonical').slice(0, longestExpression), 'canonical'),
      ).toBeDefined();
    expect(read(`${'('.repeat(50)}1${')'.repeat(50)}`)).toEqual({ tag: 'number', value: 1 });
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '^',
      '-',
      '%',
      ',',
      ';',
      '.',
      ' ',
      'a',
      'if(',
      '1',
      '1 000',
      'e',
      '__proto__',
      '💰',
      '<',
      '=',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...notations), (text, notation) => {
        expect(parseExpression(text, notation)).toHaveProperty('ok');
      }),
      { numRuns: 1000 },
    );
  }, 30_000);
});

describe('the names in an expression', () => {
  it('are each named once, in order', () => {
    expect(namesIn(read('b.npv - a.npv + max(b.npv, price) * 2'))).toEqual(['b.npv', 'a.npv', 'price']);
  });

  it('follow the renaming of a cell', () => {
    const renamed = renameIn(read('base + base.npv - baseline.npv + a.base'), 'base', 'perusura');
    expect(printExpression(renamed, 'canonical')).toBe('perusura + perusura.npv - baseline.npv + a.base');
    const other = read('price * 2');
    expect(renameIn(other, 'base', 'b')).toBe(other);
  });
});
