import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { cellKinds } from '$lib/cells/registry';
import { evaluateNotebook } from '$lib/notebook/evaluateNotebook';
import { sameData } from '$lib/notebook/sameData';
import { openShared } from '$lib/notebook/sharedLink';
import { sharedMark } from '$lib/notebook/sharedMark';
import { parseShared } from '$lib/notebook/sharedNotebook';
import { hostilePayloads } from '../../hostile/payloads';
import { sharedExample } from '../../hostile/sharedExample';

vi.setConfig({ testTimeout: 300_000 });

/** Another run, other payloads: ARVIO_SEED repeats one. */
const seed = Number(process.env.ARVIO_SEED ?? 20_261_122);
const payloads = 12_000;

const problems = ['tooLong', 'notBase64', 'cutShort', 'damaged', 'tooLarge', 'notJson', 'newerVersion', 'invalid'];
const slowest = { ms: 0, how: '' };
const seen = new Map<string, number>();

afterAll(() => {
  const sums = [...seen].sort(([a], [b]) => a.localeCompare(b)).map(([what, count]) => `${what} ${count}`);
  console.log(
    `hostile payloads, seed ${seed}: ${sums.join(', ')}; slowest ${slowest.ms.toFixed(0)} ms (${slowest.how})`,
  );
});

test(`${payloads} hostile payloads: each a notebook that can be computed with, or a problem that has words`, async () => {
  await fc.assert(
    fc.asyncProperty(hostilePayloads(sharedExample()), async ({ how, payload }) => {
      const began = performance.now();
      const opened = await openShared(sharedMark + payload, cellKinds);
      const tag = opened?.ok ? 'notebook' : (opened?.problem.tag ?? 'none');
      seen.set(tag, (seen.get(tag) ?? 0) + 1);
      if (opened?.ok) {
        const { value } = opened;
        expect(() => evaluateNotebook(value.document, cellKinds)).not.toThrow();
        // What was read is written and read again as the same: nothing hides in it.
        const again = parseShared(JSON.stringify(value), cellKinds);
        expect(sameData(again, opened)).toBe(true);
      } else expect(problems).toContain(tag);
      const ms = performance.now() - began;
      if (ms > slowest.ms) Object.assign(slowest, { ms, how });
      // Nothing that was read reached what all objects inherit.
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    }),
    { numRuns: payloads, seed },
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
  // Both ends are met: harmless changes open, harmful ones are refused.
  expect(seen.get('notebook')).toBeGreaterThan(payloads / 20);
  expect(seen.get('invalid')).toBeGreaterThan(payloads / 10);
  expect(slowest.ms).toBeLessThan(3000);
});
