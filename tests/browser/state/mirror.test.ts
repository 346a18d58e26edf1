import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeptNotebook, KeptVersion } from '$lib/state/keptNotebook';
import { createMirror, type Change, type Mirror, type Table } from '$lib/state/mirror';

const notebook = (id: string, text = '{}', revision = 1): Change & { row: KeptNotebook } => ({
  table: 'notebooks',
  id,
  row: { id, text, title: 'T', client: '', template: 'investment-case', by: 'me', savedAt: 1, revision },
});
const version = (id: string): Change & { row: KeptVersion } => ({
  table: 'versions',
  id,
  row: { id, notebookId: 'a', name: 'Sent', savedAt: 1, text: '{}' },
});
const root = () => navigator.storage.getDirectory();
const folder = async (table: Table = 'notebooks') =>
  (await (await root()).getDirectoryHandle('arvio')).getDirectoryHandle(table);
const filesIn = async (table?: Table) => {
  const names: string[] = [];
  for await (const name of (await folder(table)).keys()) names.push(name);
  return names.sort();
};
const put = async (name: string, text: string) => {
  const writing = await (await (await folder()).getFileHandle(name, { create: true })).createWritable();
  await writing.write(text);
  await writing.close();
};
const forget = async () => {
  for await (const name of (await root()).keys()) await (await root()).removeEntry(name, { recursive: true });
};
const sorted = (rows: readonly Change[]) => rows.toSorted((a, b) => a.id.localeCompare(b.id));
/** Nobody waits for a mirror, but a test does. */
const expectRows = (mirror: Mirror, rows: readonly Change[]) =>
  expect.poll(async () => sorted(await mirror.rows())).toEqual(sorted(rows));

beforeEach(forget);
afterEach(forget);
afterEach(() => void vi.restoreAllMocks());

test('a mirror has the newest of every row, and none that is gone', async () => {
  const mirror = createMirror(root);
  expect(await mirror.rows()).toEqual([]);
  mirror.keep([notebook('a', 'old'), notebook('b'), version('a')]);
  await expectRows(mirror, [notebook('a', 'old'), notebook('b'), version('a')]);
  mirror.keep([notebook('a', 'new', 2), { ...notebook('b'), row: null }, { ...notebook('never'), row: null }]);
  const next = createMirror(root);
  await expectRows(next, [notebook('a', 'new', 2), version('a')]);
  expect(await next.revisions('notebooks')).toEqual(new Map([['a', 2]]));
  expect(await next.revisions('versions')).toEqual(new Map([['a', 0]]));
  await expect.poll(() => filesIn()).toEqual(['a.2.json']);
});

test('of changes that come quicker than they are made the newest is', async () => {
  const mirror = createMirror(root);
  for (let revision = 1; revision <= 30; revision++) mirror.keep([notebook('a', String(revision), revision)]);
  await expect.poll(() => filesIn()).toEqual(['a.30.json']);
  expect(await mirror.rows()).toEqual([notebook('a', '30', 30)]);
});

test('of two pages the newer revision stands, whichever is later', async () => {
  const [one, other] = [createMirror(root), createMirror(root)];
  other.keep([notebook('a', 'newer', 2)]);
  await expectRows(other, [notebook('a', 'newer', 2)]);
  one.keep([notebook('a', 'older', 1)]);
  await expect.poll(() => filesIn()).toEqual(['a.1.json', 'a.2.json']);
  await expectRows(one, [notebook('a', 'newer', 2)]);
  one.keep([notebook('a', 'newest', 3)]);
  await expect.poll(() => filesIn()).toEqual(['a.3.json']);
});

test('what a page forgets is forgotten up to what it knew, and a newer revision of another page stands', async () => {
  const mirror = createMirror(root);
  mirror.keep([notebook('a', 'newer', 3), notebook('b', 'last', 2)]);
  await expect.poll(() => filesIn()).toEqual(['a.3.json', 'b.2.json']);
  await put('a.1.json', '{}');
  await put('a.2.json', '{}');
  await put('b.1.json', '{}');
  mirror.keep([
    { ...notebook('a'), row: null, revision: 2 },
    { ...notebook('b'), row: null, revision: 2 },
  ]);
  await expect.poll(() => filesIn()).toEqual(['a.3.json']);
  await expectRows(mirror, [notebook('a', 'newer', 3)]);
});

test.each([
  ['beginning', () => vi.spyOn(FileSystemFileHandle.prototype, 'createWritable')],
  ['writing', () => vi.spyOn(FileSystemWritableFileStream.prototype, 'write')],
  ['end', () => vi.spyOn(FileSystemWritableFileStream.prototype, 'close')],
])(
  'a copy that fails at its %s does not count as made, takes the place of none, and is made later',
  async (_, spyOnStep) => {
    const mirror = createMirror(root);
    mirror.keep([notebook('a', 'old'), version('kept')]);
    await expectRows(mirror, [notebook('a', 'old'), version('kept')]);
    const step = spyOnStep().mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    mirror.keep([notebook('a', 'new', 2), version('kept'), version('new')]);
    await expect.poll(() => step).toHaveBeenCalledTimes(3);
    await expect.poll(() => filesIn()).toEqual(['a.1.json']);
    await expect.poll(() => filesIn('versions')).toEqual(['kept.0.json']);
    step.mockRestore();

    expect(await mirror.revisions('notebooks')).toEqual(new Map([['a', 1]]));
    expect(await mirror.revisions('versions')).toEqual(new Map([['kept', 0]]));
    await expectRows(mirror, [notebook('a', 'old'), version('kept')]);
    mirror.keep([notebook('a', 'new', 2), version('new')]);
    await expectRows(mirror, [notebook('a', 'new', 2), version('kept'), version('new')]);
    await expect.poll(() => filesIn()).toEqual(['a.2.json']);
  },
);

test('the empty file of a page that was killed while it wrote does not count as made, and is filled later', async () => {
  const mirror = createMirror(root);
  mirror.keep([notebook('a', 'old'), version('whole')]);
  await expectRows(mirror, [notebook('a', 'old'), version('whole')]);
  await (await folder()).getFileHandle('a.2.json', { create: true });
  await (await folder('versions')).getFileHandle('v.0.json', { create: true });

  expect(await mirror.revisions('notebooks')).toEqual(new Map([['a', 1]]));
  expect(await mirror.revisions('versions')).toEqual(new Map([['whole', 0]]));
  mirror.keep([notebook('a', 'new', 3), version('v')]);
  await expectRows(mirror, [notebook('a', 'new', 3), version('v'), version('whole')]);
  await expect.poll(() => filesIn()).toEqual(['a.3.json']);
});

test('an id may be anything that is no name of a file', async () => {
  const mirror = createMirror(root);
  const odd = ['..', 'a/b', 'C:\\x', 'ä ö?*', 'a.1', 'investment-case'].map((id) => notebook(id));
  mirror.keep(odd);
  await expectRows(mirror, odd);
});

test('a damaged copy is left out, an older whole one is taken, and the others stay', async () => {
  const mirror = createMirror(root);
  mirror.keep([notebook('whole')]);
  await expectRows(mirror, [notebook('whole')]);
  await put('cut.2.json', '{"id":"cu');
  await put('cut.1.json', JSON.stringify(notebook('cut', 'older').row));
  await put('empty.1.json', '');
  await put('strange.1.json', 'null');
  await put('astray.1.json', JSON.stringify(notebook('somebody else').row));
  await put('%zz.1.json', '{}');
  await put('readme.txt', '');
  expect(sorted(await mirror.rows())).toEqual([notebook('cut', 'older'), notebook('whole')]);
});

test.each([
  ['refuses', () => Promise.reject(new DOMException('denied', 'SecurityError'))],
  [
    'has no private files',
    () => {
      throw new TypeError('undefined is not a function');
    },
  ],
])('where the browser %s nothing is mirrored, and nothing fails', async (_, none) => {
  const mirror = createMirror(none);
  mirror.keep([notebook('a')]);
  expect([await mirror.rows(), await mirror.revisions('notebooks')]).toEqual([[], null]);
});

test('copies that cannot be read are not taken for none', async () => {
  const mirror = createMirror(async () => {
    const directory = await root();
    vi.spyOn(directory, 'getDirectoryHandle').mockRejectedValue(new DOMException('busy', 'NotReadableError'));
    return directory;
  });
  await expect(mirror.rows()).rejects.toThrow('busy');
});
