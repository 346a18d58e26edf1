import { describe, expect, test } from 'vitest';
import { cellKinds } from '$lib/cells/registry';
import type { Fingerprint } from '$lib/notebook/fingerprint';
import { packText } from '$lib/notebook/linkCodec';
import { openShared, toFragment } from '$lib/notebook/sharedLink';
import { parseShared, toShared } from '$lib/notebook/sharedNotebook';
import { modelVersion } from '$lib/scenario/modelVersion';
import { investmentCase } from '$lib/templates/investmentCase';

const fingerprint: Fingerprint = {
  seed: 20_040_218,
  trials: 131_072,
  sampler: 'sobol',
  values: [
    ['base.npv', 744_025.123_456_789_1],
    ['base.payback', null],
    ['base.payback.p95', 11],
  ],
};
const shared = toShared(investmentCase('fi'), fingerprint);
const data = () => JSON.parse(JSON.stringify(shared)) as Record<string, unknown>;
const parse = (data: unknown) => parseShared(JSON.stringify(data), cellKinds);
const invalid = (path: string) => ({ ok: false, problem: { tag: 'invalid', path } });

test('figures are kept to twelve digits and the model they came from is told', () => {
  expect(shared.fingerprint.values[0]).toEqual(['base.npv', 744_025.123457]);
  expect(shared.modelVersion).toBe(modelVersion);
});

test('a link opens as the very same notebook', async () => {
  const fragment = await toFragment(shared);
  expect(fragment).toMatch(/^#s=[\w-]+$/);
  expect(await openShared(fragment, cellKinds)).toEqual({ ok: true, value: shared });
});

test('another fragment is no shared notebook, and a broken one says what is wrong', async () => {
  for (const fragment of ['', '#', '#content', '#n=abc', 's=abc', '#S=abc'])
    expect(await openShared(fragment, cellKinds)).toBeNull();
  expect(await openShared('#s=', cellKinds)).toEqual({ ok: false, problem: { tag: 'cutShort' } });
  expect(await openShared(`#s=${await packText('hello')}`, cellKinds)).toEqual({
    ok: false,
    problem: { tag: 'notJson' },
  });
});

test('an older document is brought to today, and what comes with it stays', () => {
  const old = { ...data(), document: { ...investmentCase('fi'), version: 1 } };
  expect(parse(old)).toMatchObject({
    ok: true,
    value: { document: investmentCase('fi'), fingerprint: shared.fingerprint },
  });
});

test('a newer document is said to be newer, whatever stands around it', () => {
  const document = { ...investmentCase('fi'), version: 99 };
  for (const sent of [{ ...data(), document }, { document }, { ...data(), document, thumbnail: 'x' }])
    expect(parse(sent)).toEqual({ ok: false, problem: { tag: 'newerVersion', version: 99 } });
});

describe('the place of a fault is told', () => {
  const print = (change: object) => ({ ...data(), fingerprint: { ...fingerprint, ...change } });
  test.each<[string, unknown, string]>([
    ['nothing at all', null, ''],
    ['a list', [], 'format'],
    ['a notebook without its envelope', investmentCase('fi'), 'format'],
    ['another format', { ...data(), format: 'other' }, 'format'],
    ['a field nobody knows', { ...data(), extra: 1 }, 'extra'],
    ['no document', { ...data(), document: undefined }, 'document'],
    ['a document that is none', { ...data(), document: 'x' }, 'document.'],
    ['a document at fault', { ...data(), document: { ...investmentCase('fi'), seed: -1 } }, 'document.seed'],
    ['a model version that is no number', { ...data(), modelVersion: '1' }, 'modelVersion'],
    ['a seed past 32 bits', print({ seed: 2 ** 32 }), 'fingerprint.seed'],
    ['trials without end', print({ trials: 2 ** 40 }), 'fingerprint.trials'],
    ['half a block of trials', print({ trials: 300 }), 'fingerprint.trials'],
    ['a sampler nobody knows', print({ sampler: 'dice' }), 'fingerprint.sampler'],
    ['a figure in words', print({ values: [['base.npv', 'NaN']] }), 'fingerprint.values.0.1'],
    ['a figure with a third part', print({ values: [['base.npv', 1, 2]] }), 'fingerprint.values.0.2'],
    ['a path without end', print({ values: [['x'.repeat(201), 1]] }), 'fingerprint.values.0.0'],
    [
      'a path twice',
      print({
        values: [
          ['a', 1],
          ['a', 2],
        ],
      }),
      'fingerprint.values',
    ],
  ])('%s', (_, sent, path) => {
    expect(parse(sent)).toEqual(invalid(path));
  });

  test('numbers beyond any number', () => {
    const text = JSON.stringify(shared).replace('744025.123457', '1e999');
    expect(parseShared(text, cellKinds)).toEqual(invalid('fingerprint.values.0.1'));
  });
});
