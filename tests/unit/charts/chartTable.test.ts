import { expect, test } from 'vitest';
import { paybackBins, valueBins } from '$lib/charts/bins';
import { showCell, toTabSeparated } from '$lib/charts/chartTable';
import { tableOfCumulativeCash } from '$lib/charts/cumulativeCash';
import { tableOfDistribution } from '$lib/charts/distribution';
import { chartWords } from '$lib/charts/messages';
import { tableOfTornado } from '$lib/charts/tornado';
import { toFormats } from '$lib/i18n/formats';
import { evenly, sampleOf } from './sampleOf';

const fi = [toFormats('fi', 'EUR'), chartWords.fi] as const;
const en = [toFormats('en', 'EUR'), chartWords.en] as const;

test('the cash table has a row per month shown, and the percentiles once simulated', () => {
  const point = [-10.25, 0, 10];
  const data = { point, payback: 1, bands: null, paybackSpan: null, lastMonth: 12 };
  const table = tableOfCumulativeCash(data, ...fi);
  expect(table.rows).toEqual([
    [0, -10.25],
    [1, 0],
    [2, 10],
  ]);
  const band = Float64Array.from(point);
  const bands = { p5: band, p25: band, p50: band, p75: band, p95: band };
  expect(tableOfCumulativeCash({ ...data, bands }, ...en).columns.map(({ name }) => name)).toEqual([
    'Month',
    'Estimate',
    '5%',
    '25%',
    '50%',
    '75%',
    '95%',
  ]);
});

test('a copied table is read as numbers by a spreadsheet of its language', () => {
  const table = tableOfCumulativeCash(
    { point: [-1234567.25, 0.1 + 0.2], payback: null, bands: null, paybackSpan: null, lastMonth: 1 },
    ...fi,
  );
  expect(toTabSeparated(table, 'fi')).toBe('Kuukausi\tArvio\n0\t-1234567,25\n1\t0,3');
  expect(toTabSeparated(table, 'en')).toBe('Kuukausi\tArvio\n0\t-1234567.25\n1\t0.3');
});

test('the shares of a distribution add up to one, tails and never included', () => {
  const values = [...evenly(1, 11, 900), ...evenly(13, 30, 60), ...Array.from({ length: 40 }, () => Infinity)];
  const sample = sampleOf(values);
  const payback = { name: 'takaisinmaksuaika', sample, kind: 'months', bins: paybackBins(sample, 36), horizonMonths: 36, threshold: null, asked: 'atMost' } as const; // prettier-ignore
  const table = tableOfDistribution(payback, ...fi);
  const sum = table.rows.reduce((total, row) => total + (row[1] as number), 0);
  expect(sum).toBeCloseTo(1, 12);
  expect(table.rows.at(-1)).toEqual(['ei koskaan', 0.04, 1]);
  expect(table.rows.at(-2)![0]).toBe('yli 12\u00a0kk');

  const roi = sampleOf(evenly(-1, 3, 1000));
  const other = { name: 'ROI', sample: roi, kind: 'percent', bins: valueBins(roi), horizonMonths: null, threshold: null, asked: 'atLeast' } as const; // prettier-ignore
  expect(tableOfDistribution(other, ...en).rows.reduce((total, row) => total + (row[1] as number), 0)).toBeCloseTo(1);
});

test('an output that is never has its word in the table', () => {
  const table = tableOfTornado(
    {
      outputName: 'takaisinmaksuaika',
      kind: 'months',
      base: 3,
      rows: [
        { name: 'Investointi', low: { output: 2, driverText: '1 €' }, high: { output: null, driverText: '9 €' }, swing: null }, // prettier-ignore
      ],
    },
    ...fi,
  );
  expect(table.rows[0]!.map((cell, column) => showCell(table, cell, column))).toEqual([
    'Investointi',
    '1 €',
    '2,0\u00a0kk',
    '9 €',
    'ei koskaan',
    '',
  ]);
});
