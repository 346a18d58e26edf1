import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { largestText, longestPayload, packText, unpackText } from '$lib/notebook/linkCodec';
import { investmentCase } from '$lib/templates/investmentCase';

const text = JSON.stringify(investmentCase('fi'));
const toPayload = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const problem = (tag: string) => ({ ok: false, problem: { tag } });

describe('what is packed', () => {
  test('comes back letter by letter, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 2000 }), async (text) => {
        // Half a surrogate pair is no letter, and JSON never writes one bare.
        if (!text.isWellFormed()) return;
        expect(await unpackText(await packText(text))).toEqual({ ok: true, value: text });
      }),
      { numRuns: 300 },
    );
  });

  test('holds only letters that stand in an address as they are', async () => {
    expect(await packText(text)).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  test('is deflated: the published case fits what mail keeps', async () => {
    expect((await packText(text)).length).toBeLessThan(2000);
  });

  test('survives what mail programs add', async () => {
    const payload = await packText(text);
    const broken = `${payload.slice(0, 70)}%20${payload.slice(70, 140)}\r\n ${payload.slice(140)}`;
    for (const sent of [`${payload}.`, `${payload}),`, `${payload}”`, `${payload}==`, broken])
      expect(await unpackText(sent)).toEqual({ ok: true, value: text });
  });
});

describe('what is not whole', () => {
  test('cut anywhere it is said to be cut short', async () => {
    const payload = await packText(text);
    for (let at = 0; at < payload.length; at += 7)
      expect(await unpackText(payload.slice(0, at)), `${at} letters`).toEqual(problem('cutShort'));
  });

  test('with one letter changed it never opens', async () => {
    const payload = await packText(text);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    await fc.assert(
      fc.asyncProperty(fc.nat(payload.length - 2), fc.constantFrom(...letters), async (at, letter) => {
        if (payload[at] === letter) return;
        const result = await unpackText(payload.slice(0, at) + letter + payload.slice(at + 1));
        // The window size in the first two bytes may be another and the text the same.
        if (result.ok) expect(result.value).toBe(text);
        else expect(['damaged', 'cutShort', 'tooLarge']).toContain(result.problem.tag);
      }),
      { numRuns: 500 },
    );
  });

  test('with letters of no alphabet it is said not to be a link', async () => {
    for (const sent of ['ä', 'a b/c+d', '<script>', '%3Cb%3E', 'javascript:alert(1)', '\u0000', 'abcd.efgh'])
      expect(await unpackText(sent), sent).toEqual(problem('notBase64'));
  });

  test('with bytes that are no UTF-8 it is damaged', async () => {
    expect(await unpackText(toPayload(deflateSync(Buffer.from([0x22, 0xff, 0xfe, 0x22]))))).toEqual(problem('damaged'));
  });
});

describe('caps', () => {
  test('on what is read', async () => {
    expect(await unpackText('A'.repeat(longestPayload + 1))).toEqual(problem('tooLong'));
  });

  test('on what it unfolds to: exactly at the cap it opens, one byte past it does not', async () => {
    const most = 'x'.repeat(largestText);
    expect(await unpackText(await packText(most))).toEqual({ ok: true, value: most });
    expect(await unpackText(await packText(`${most}x`))).toEqual(problem('tooLarge'));
  });

  test('a bomb stops early: 150 MB are never unfolded', async () => {
    const bomb = toPayload(deflateSync(Buffer.alloc(150_000_000), { level: 9 })).slice(0, longestPayload);
    const before = process.memoryUsage();
    expect(await unpackText(bomb)).toEqual(problem('tooLarge'));
    const after = process.memoryUsage();
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(20_000_000);
  });
});
