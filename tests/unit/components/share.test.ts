import { describe, expect, test } from 'vitest';
import { linkLength } from '$lib/components/share/linkLength';
import { problemText } from '$lib/components/share/problemText';
import { mostQrBytes, qrCode, quietZone } from '$lib/components/share/qrCode';

describe('the QR code', () => {
  test('has four modules of quiet on each side and its three corners inside', () => {
    const code = qrCode('https://example.org/fi/notebook/#s=abc')!;
    const rows = code.path.split('M').filter(Boolean);
    const starts = rows.map((run) =>
      run
        .match(/^(\d+) (\d+)h(\d+)v1h-\3z$/)!
        .slice(1)
        .map(Number),
    );
    for (const [x, y, length] of starts as [number, number, number][]) {
      expect(x).toBeGreaterThanOrEqual(quietZone);
      expect(y).toBeGreaterThanOrEqual(quietZone);
      expect(x + length).toBeLessThanOrEqual(code.size - quietZone);
      expect(y).toBeLessThan(code.size - quietZone);
    }
    // A finder pattern begins with seven dark modules in a row (ISO/IEC 18004, 6.3.3).
    const far = code.size - quietZone - 7;
    for (const corner of [`${quietZone} ${quietZone}`, `${far} ${quietZone}`, `${quietZone} ${far}`])
      expect(code.path).toContain(`M${corner}h7v1h-7z`);
  });

  test('ends where the largest code ends', () => {
    expect(qrCode('x'.repeat(mostQrBytes))!.size).toBe(177 + 2 * quietZone);
    expect(qrCode('x'.repeat(mostQrBytes + 1))).toBeNull();
    expect(qrCode('ä'.repeat(mostQrBytes / 2 + 1))).toBeNull();
  });
});

test.each([
  [100, 'fits'],
  [2000, 'fits'],
  [2001, 'risky'],
  [8000, 'risky'],
  [8001, 'long'],
] as const)('a link of %d letters: %s', (letters, verdict) => {
  expect(linkLength(letters)).toBe(verdict);
});

describe('what did not open', () => {
  const tags = ['tooLong', 'notBase64', 'cutShort', 'damaged', 'tooLarge', 'notJson', 'unreadable'] as const;
  test.each(['fi', 'en'] as const)('is told in words, with what is as it was and what to do, in %s', (language) => {
    const problems = [...tags.map((tag) => ({ tag })), { tag: 'invalid', path: '__proto__' } as const];
    for (const problem of [...problems, { tag: 'newerVersion', version: 1e9 } as const]) {
      for (const source of ['link', 'file'] as const) {
        const { what, remedy } = problemText(problem, source, language);
        expect(`${what} ${remedy}`).toContain(
          language === 'fi' ? 'Omat muistikirjasi ovat ennallaan.' : 'Your own notebooks are untouched.',
        );
        expect(`${what} ${remedy}`).not.toMatch(/undefined|!|__proto__|tag|NaN/);
      }
    }
  });

  test('a link cut short, as designed', () => {
    expect(problemText({ tag: 'cutShort' }, 'link', 'fi').what).toBe(
      'Linkki on katkennut matkalla. Omat muistikirjasi ovat ennallaan.',
    );
    expect(problemText({ tag: 'cutShort' }, 'link', 'en').what).toBe(
      'The link was cut short on its way. Your own notebooks are untouched.',
    );
  });
});
