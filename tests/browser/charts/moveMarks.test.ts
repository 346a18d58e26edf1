import { plot, type PlotOptions } from '@observablehq/plot';
import { describe, expect, test } from 'vitest';
import { paybackBins, valueBins } from '$lib/charts/bins';
import { cumulativeCashOptions, type CumulativeCash } from '$lib/charts/cumulativeCash';
import { cumulativeShareOptions } from '$lib/charts/cumulativeShare';
import type { Distribution } from '$lib/charts/distribution';
import { fanChartOptions } from '$lib/charts/fanChart';
import type { Room } from '$lib/charts/frame';
import { histogramOptions } from '$lib/charts/histogram';
import type { Domain } from '$lib/charts/steadyDomain';
import { tornadoOptions, type Tornado } from '$lib/charts/tornado';
import { moveMarks } from '$lib/components/chart/moveMarks';
import { evenly, sampleOf } from '../../unit/charts/sampleOf';
import { context } from './drawn';

type Chart<Data> = (data: Data, room: Room) => PlotOptions;

const rooms: readonly Room[] = [290, 540, 860].map((width) => ({ width, height: 260 }));
const speak = (room: Room) => ({ ...context('fi', room.width, room.height), ...room });

const drawnBy = (options: PlotOptions) => plot(options) as SVGSVGElement;

/**
 * Follows one figure after another by moving marks; each picture must be, to the byte, what Plot draws by the same options.
 *
 * @returns how many of them had to be left to Plot.
 */
function follow<Data>(chart: Chart<Data>, [first, ...others]: readonly Data[], room: Room): number {
  let before = chart(first!, room);
  let svg = drawnBy(before);
  let redrawn = 0;
  for (const data of others) {
    const now = chart(data, { ...room, held: before.y!.domain as unknown as Domain });
    if (moveMarks(svg, before, now)) {
      expect(svg.outerHTML).toBe(drawnBy(now).outerHTML);
    } else {
      svg = drawnBy(now);
      redrawn++;
    }
    before = now;
  }
  return redrawn;
}

const series = (slope: number, months = 37) => Float64Array.from({ length: months }, (_, month) => -60_000 + slope * month); // prettier-ignore
const bandsOf = (slope: number) => ({
  p5: series(slope / 5),
  p25: series(0.7 * slope),
  p50: series(slope),
  p75: series(1.3 * slope),
  p95: series(2 * slope),
});
const cash = (slope: number): CumulativeCash => ({
  point: series(slope),
  payback: 60_000 / slope,
  bands: bandsOf(slope),
  paybackSpan: { p5: 30_000 / slope, p95: 300_000 / slope },
  lastMonth: 36,
});

describe('marks move to where Plot draws them', () => {
  test('of the cash chart, whether its axis stands or gives way', () => {
    const chart: Chart<CumulativeCash> = (data, room) => cumulativeCashOptions(data, speak(room));
    for (const room of rooms) expect(follow(chart, [5000, 5100, 5400, 5900].map(cash), room)).toBe(0);
    // The label of the payback changes sides where it comes close to the edge.
    for (const room of rooms) expect(follow(chart, [8000, 30_000, 90_000, 12_000].map(cash), room)).toBeLessThan(3);
  });

  test('of the fan chart', () => {
    const chart: Chart<number> = (slope, room) =>
      fanChartOptions({ series: 'revenue', bands: bandsOf(slope), point: series(slope), lastMonth: 36 }, speak(room));
    for (const room of rooms) expect(follow(chart, [20_000, 20_400, 90_000, 7000], room)).toBe(0);
  });

  const sample = (spread: number) => sampleOf([...evenly(2, 4 + spread, 90), ...evenly(13, 30, 6), ...Array<number>(4).fill(Infinity)]); // prettier-ignore
  const payback = (spread: number, threshold = 3): Distribution => ({
    name: 'takaisinmaksuaika',
    sample: sample(spread),
    kind: 'months',
    bins: paybackBins(sample(0), 36),
    horizonMonths: 36,
    threshold,
    asked: 'atMost',
  });

  test('of the histogram of payback, as bars come and go and the threshold cuts one', () => {
    const chart: Chart<Distribution> = (data, room) => histogramOptions(data, speak(room));
    const all = [payback(0), payback(0.5), payback(3), payback(3, 3.2), payback(3, 3.4), payback(-1)];
    for (const room of rooms) expect(follow(chart, all, room)).toBe(0);
  });

  test('of the histogram of any other value', () => {
    const chart: Chart<number> = (shift, room) => {
      const npv = sampleOf(evenly(-1e6 + shift, 3e6 + shift, 1000));
      const bins = valueBins(sampleOf(evenly(-1e6, 3e6, 1000)));
      return histogramOptions({ name: 'NPV', sample: npv, kind: 'money', bins, horizonMonths: null, threshold: 0, asked: 'atLeast' }, speak(room)); // prettier-ignore
    };
    // What lies beyond an end is said as soon as anything does.
    for (const room of rooms) expect(follow(chart, [0, 40_000, 45_000, 60_000, 400_000], room)).toBe(1);
  });

  test('of the cumulative curve', () => {
    const chart: Chart<Distribution> = (data, room) => cumulativeShareOptions(data, speak(room));
    for (const room of rooms) expect(follow(chart, [payback(0, 6), payback(0.5, 6), payback(4, 7)], room)).toBe(0);
  });

  test('of the tornado, whose scale follows its longest bar', () => {
    const chart: Chart<number> = (base, room) => {
      const end = (output: number) => ({ output, driverText: `${output.toFixed(1)} %` });
      const row = (name: string, low: number, high: number) => ({ name, low: end(low), high: end(high), swing: high - low }); // prettier-ignore
      const data: Tornado = {
        outputName: 'ROI',
        kind: 'percent',
        base,
        rows: [row('Liikevaihdon lisäys', base - 3, base + 3), row('Investointi', base + 1 + base / 9, base - 1)],
      };
      return tornadoOptions(data, speak(room));
    };
    for (const room of rooms) expect(follow(chart, [3.69, 3.8, 5, 12], room)).toBe(0);
  });
});

describe('Plot is left to draw', () => {
  const chart = (changes: Partial<CumulativeCash>, room: Room = rooms[1]!) => cumulativeCashOptions({ ...cash(20_000), ...changes }, speak(room)); // prettier-ignore
  const moves = (from: PlotOptions, to: PlotOptions) => moveMarks(drawnBy(from), from, to);

  test('marks that come or go: bands, a ring that becomes words', () => {
    expect(moves(chart({}), chart({ payback: null }))).toBe(false);
    expect(moves(chart({ payback: null }), chart({}))).toBe(false);
    expect(moves(chart({}), chart({ bands: null }))).toBe(false);
    expect(moves(chart({}), chart({ paybackSpan: null }))).toBe(false);
  });

  test('a label that changes sides', () => {
    const early = chart({ lastMonth: 12, payback: 0.2 });
    const later = chart({ lastMonth: 12, payback: 3 });
    expect(moves(early, later)).toBe(false);
    expect(moves(later, chart({ lastMonth: 12, payback: 3.1 }))).toBe(true);
  });

  test('another room, and words that break into other lines', () => {
    expect(moves(chart({}), chart({}, { width: 541, height: 260 }))).toBe(false);
    const { sample, ...rest } = { sample: sampleOf([1, 2, Infinity]), name: '', kind: 'months', threshold: null, asked: 'atMost', bins: paybackBins(sampleOf([1]), 36) } as const; // prettier-ignore
    const bars = (horizonMonths: number) => histogramOptions({ ...rest, sample, horizonMonths }, speak(rooms[1]!));
    expect(moves(bars(36), bars(24))).toBe(false);
  });

  test('a chart that leaves its domains to Plot', () => {
    expect(moves(chart({}), { ...chart({}), y: { axis: null } })).toBe(false);
  });
});
