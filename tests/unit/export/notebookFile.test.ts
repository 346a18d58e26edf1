import { describe, expect, test } from 'vitest';
import { cellKinds } from '$lib/cells/registry';
import { largestFile, notebookFileName, readNotebookFile, toNotebookFile } from '$lib/export/notebookFile';
import { toShared } from '$lib/notebook/sharedNotebook';
import { investmentCase } from '$lib/templates/investmentCase';

const shared = toShared(investmentCase('en'), { seed: 1, trials: 256, sampler: 'sfc32', values: [['base.npv', 1.5]] });

describe('a file', () => {
  test('is read as it was written', async () => {
    expect(await readNotebookFile(toNotebookFile(shared), cellKinds)).toEqual({ ok: true, value: shared });
  });

  test('may be read and written by a person, and by an editor that adds a byte-order mark', async () => {
    const text = await toNotebookFile(shared).text();
    expect(text).toMatch(/^\{\n {2}"format": "arvio",\n/);
    expect(await readNotebookFile(new Blob([`\ufeff${text}`]), cellKinds)).toMatchObject({ ok: true });
  });

  test.each<[string, Blob, string]>([
    ['empty', new Blob([]), 'notJson'],
    ['of another kind', new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff])]), 'notJson'],
    ['JSON of another kind', new Blob(['{"name":"arvio"}']), 'invalid'],
    ['too large', new Blob([new Uint8Array(largestFile + 1)]), 'tooLarge'],
  ])('%s is refused with its reason', async (_, file, tag) => {
    expect(await readNotebookFile(file, cellKinds)).toMatchObject({ ok: false, problem: { tag } });
  });

  test('that cannot be read is said so', async () => {
    const gone = { size: 10, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) };
    expect(await readNotebookFile(gone, cellKinds)).toEqual({ ok: false, problem: { tag: 'unreadable' } });
  });
});

describe('its name', () => {
  test.each([
    ['Investointilaskelma', 'Investointilaskelma.arvio.json'],
    ['Kevään tarjous: A/B', 'Kevään tarjous A B.arvio.json'],
    ['../../etc/passwd', 'etc passwd.arvio.json'],
    ['  ...  ', 'Arvio.arvio.json'],
    ['a\u202eb\u0000c', 'a b c.arvio.json'],
    ['ä'.repeat(300), `${'ä'.repeat(80)}.arvio.json`],
  ])('of %o is %o', (title, name) => {
    expect(notebookFileName(title)).toBe(name);
  });
});
