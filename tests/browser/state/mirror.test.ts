import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeptNotebook, KeptVersion } from '$lib/state/keptNotebook';
import { createMirror, type Change } from '$lib/state/mirror';

const notebook = (id: string, text = '{}'): Change & { row: KeptNotebook } => ({
  table: 'notebooks',
  id,
  row: { id, text, title: 'T', client: '', template: 'investment-case', by: 'me', savedAt: 1, revision: 1 },
});
const version = (id: string): Change & { row: KeptVersion } => ({
  table: 'versions',
  id,
  row: { id, notebookId: 'a', name: 'Sent', savedAt: 1, text: '{}' },
});
const root = () => navigator.storage.getDirectory();
const forget = async () => {
  for await (const name of (await root()).keys()) await (await root()).removeEntry(name, { recursive: true });
};
const sorted = (rows: readonly Change[]) => rows.toSorted((a, b) => a.id.localeCompare(b.id));

beforeEach(forget);
afterEach(forget);

test('a mirror has the newest of every row, and none that is gone', async () => {
  const mirror = createMirror(root);
  expect(await mirror.rows()).toEqual([]);
  await mirror.keep([notebook('a', 'old'), notebook('b'), version('a')]);
  await mirror.keep([notebook('a', 'new'), { ...notebook('b'), row: null }, { ...notebook('never'), row: null }]);
  const next = createMirror(root);
  expect(sorted(await next.rows())).toEqual([notebook('a', 'new'), version('a')]);
  expect(await next.ids('notebooks')).toEqual(new Set(['a']));
  expect(await next.ids('versions')).toEqual(new Set(['a']));
});

test('an id may be anything that is no name of a file', async () => {
  const mirror = createMirror(root);
  const odd = ['..', 'a/b', 'C:\\x', 'ä ö?*', 'investment-case'];
  await mirror.keep(odd.map((id) => notebook(id)));
  expect(await mirror.ids('notebooks')).toEqual(new Set(odd));
  expect(sorted(await mirror.rows())).toEqual(sorted(odd.map((id) => notebook(id))));
});

test('a damaged copy is left out, and the others are not', async () => {
  const mirror = createMirror(root);
  await mirror.keep(['cut', 'strange', 'whole', 'astray'].map((id) => notebook(id)));
  const folder = await (await (await root()).getDirectoryHandle('arvio')).getDirectoryHandle('notebooks');
  const texts = { cut: '{"id":"cu', strange: 'null', astray: JSON.stringify(notebook('somebody else').row) };
  for (const [id, text] of Object.entries(texts)) {
    const writing = await (await folder.getFileHandle(`${id}.json`)).createWritable();
    await writing.write(text);
    await writing.close();
  }
  expect(await mirror.rows()).toEqual([notebook('whole')]);
});

test('where the browser gives no room nothing is mirrored, and nothing fails', async () => {
  const mirror = createMirror(() => Promise.reject(new DOMException('denied', 'SecurityError')));
  await mirror.keep([notebook('a')]);
  expect([await mirror.rows(), await mirror.ids('notebooks')]).toEqual([[], new Set()]);
});

test('a browser that never answers is waited for once', async () => {
  vi.useFakeTimers();
  let asked = 0;
  const mirror = createMirror(() => {
    asked++;
    return new Promise(() => undefined);
  });
  const kept = mirror.keep([notebook('a'), notebook('b')]);
  await vi.advanceTimersByTimeAsync(2500);
  await kept;
  await mirror.rows();
  vi.useRealTimers();
  expect(asked).toBe(1);
});
