import { describe, expect, test } from 'vitest';
import { cumulativeCashOptions, type CumulativeCash } from '$lib/charts/cumulativeCash';
import { context, draw, isSound } from './drawn';

const months = 37;
const series = (slope: number) => Float64Array.from({ length: months }, (_, month) => -60_000 + slope * month);
const data: CumulativeCash = {
  point: series(20_000),
  payback: 3,
  bands: { p5: series(4000), p25: series(14_000), p50: series(20_000), p75: series(26_000), p95: series(40_000) },
  paybackSpan: { p5: 1.5, p95: 15 },
  lastMonth: 12,
};
const drawn = (changes: Partial<CumulativeCash> = {}, width = 540, language: 'fi' | 'en' = 'fi') =>
  draw(cumulativeCashOptions({ ...data, ...changes }, context(language, width, 310)));

/** marginLeft 60, marginRight 70. */
const xOf = (month: number, last: number) => 60 + ((540 - 130) * month) / last;

describe('the point line', () => {
  test('has a corner per month, from the left margin to the right one, proportional to the cash', () => {
    const line = drawn().corners('.estimate');
    expect(line).toHaveLength(13);
    expect(line[0]!.x).toBeCloseTo(xOf(0, 12), 0);
    expect(line[12]!.x).toBeCloseTo(xOf(12, 12), 0);
    const step = line[1]!.y - line[0]!.y;
    expect(step).toBeLessThan(0);
    for (let month = 1; month < 13; month++) expect(line[month]!.y - line[month - 1]!.y).toBeCloseTo(step, 1);
  });

  test('runs to the horizon when that is chosen', () => {
    const line = drawn({ lastMonth: 36 }).corners('.estimate');
    expect(line).toHaveLength(37);
    expect(line[36]!.x).toBeCloseTo(xOf(36, 36), 0);
  });
});

test('the ring stands on the zero line at the payback, where the point line crosses it', () => {
  const chart = drawn();
  const ring = chart.circle('.payback');
  const crossing = chart.corners('.estimate')[3]!;
  // Half a pixel of Plot's own, that thin lines be sharp.
  expect(Math.abs(ring.x - xOf(3, 12))).toBeLessThanOrEqual(0.6);
  expect(Math.abs(ring.x - crossing.x)).toBeLessThanOrEqual(0.6);
  expect(Math.abs(ring.y - crossing.y)).toBeLessThanOrEqual(0.6);
  expect(chart.texts('.say').map(({ text }) => text)).toContain('3,0 kk');
});

test('the bands end where P5, P25, P75 and P95 are', () => {
  const chart = drawn();
  const [outer, inner] = [...chart.svg.querySelectorAll('.sampled path')].map((path) => (path as SVGPathElement).getBBox()); // prettier-ignore
  expect(outer!.y).toBeCloseTo(chart.y(420_000), 0);
  expect(inner!.y).toBeCloseTo(chart.y(252_000), 0);
  expect(outer!.x + outer!.width).toBeCloseTo(470, 0);
});

describe('the whisker', () => {
  test('has one cap when P95 runs off the view, two when both ends are in it, none when P5 is never', () => {
    expect(drawn().count('.cap line')).toBe(1);
    expect(drawn({ lastMonth: 36 }).count('.cap line')).toBe(2);
    expect(drawn({ paybackSpan: { p5: null, p95: null } }).count('.cap line')).toBe(0);
    expect(drawn({ paybackSpan: null }).count('.whisker line')).toBe(0);
  });

  test('runs from P5 to the edge of the view, or to P95', () => {
    const [cut] = [...drawn().svg.querySelectorAll<SVGLineElement>('.whisker line')];
    expect(Number(cut!.getAttribute('x1'))).toBeCloseTo(xOf(1.5, 12), 5);
    expect(Number(cut!.getAttribute('x2'))).toBeCloseTo(xOf(12, 12), 5);
    const [whole] = [...drawn({ lastMonth: 36 }).svg.querySelectorAll<SVGLineElement>('.whisker line')];
    expect(Number(whole!.getAttribute('x2'))).toBeCloseTo(xOf(15, 36), 5);
  });
});

describe('never', () => {
  test('is said in words on the zero line, and there is no ring', () => {
    for (const payback of [null, 14]) {
      const chart = drawn({ payback });
      expect(chart.count('.payback circle')).toBe(0);
      const words = chart.texts('.say').find(({ text }) => text === 'ei maksa itseään takaisin 12 kuukaudessa')!;
      const zero = Number(chart.svg.querySelector('.zero line, line.zero')!.getAttribute('y1'));
      expect(words.y + words.height).toBeLessThan(zero + 4);
      expect(words.y + words.height).toBeGreaterThan(zero - 12);
    }
    expect(drawn({ payback: null }, 540, 'en').texts('.say').map(({ text }) => text)).toContain('does not pay back within 12 months'); // prettier-ignore
  });

  test('is shorter where it would not fit', () => {
    expect(drawn({ payback: null }, 290).texts('.say').map(({ text }) => text)).toContain('ei takaisin 12 kuukaudessa'); // prettier-ignore
  });
});

describe('labels', () => {
  test('of the ends stand at least 17 px apart, in their order, inside the chart', () => {
    const close = { p5: series(19_900), p25: series(19_950), p50: series(20_000), p75: series(20_050), p95: series(20_100) }; // prettier-ignore
    for (const bands of [data.bands!, close]) {
      const ends = drawn({ bands }).texts('.end').sort((a, b) => a.y - b.y); // prettier-ignore
      expect(ends.map(({ text }) => text)).toEqual(['95 %', 'arvio', '5 %']);
      expect(ends[1]!.y - ends[0]!.y).toBeGreaterThanOrEqual(16.5);
      expect(ends[2]!.y - ends[1]!.y).toBeGreaterThanOrEqual(16.5);
      for (const end of ends) expect(end.x + end.width).toBeLessThanOrEqual(540);
    }
  });

  test('of a fan without width is only the estimate', () => {
    const flat = series(20_000);
    const ends = drawn({ bands: { p5: flat, p25: flat, p50: flat, p75: flat, p95: flat } }).texts('.end');
    expect(ends.map(({ text }) => text)).toEqual(['arvio']);
  });

  test('carry the unit on the last month and on every sum, in both languages', () => {
    const fi = drawn().texts();
    expect(fi.map(({ text }) => text)).toEqual(expect.arrayContaining(['0 €', '200 t€', '400 t€', '0', '2', '12 kk']));
    const en = drawn({}, 540, 'en').texts();
    expect(en.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['€0', '€200k', '€400k', '12 mo', 'estimate', '95%']),
    );
  });

  test('stay inside the chart on the narrowest phone', () => {
    for (const language of ['fi', 'en'] as const) {
      for (const { x, width } of drawn({}, 290, language).texts()) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(290);
      }
    }
  });
});

test('extremes draw sound numbers: one month, ten years, huge sums, nothing at all, losses', () => {
  const long = Float64Array.from({ length: 121 }, (_, month) => month * 1e12 - 6e12);
  const zero = Float64Array.from({ length: 13 });
  const loss = Float64Array.from({ length: 13 }, (_, month) => -1000 * month);
  for (const changes of [
    { lastMonth: 1 },
    { point: long, bands: null, lastMonth: 120 },
    { point: zero, payback: 0, bands: { p5: zero, p25: zero, p50: zero, p75: zero, p95: zero } },
    { point: loss, payback: 0, bands: null },
    { payback: 0 },
  ]) {
    for (const width of [290, 540, 860]) expect(isSound(drawn(changes, width).svg)).toBe(true);
  }
});

test('a redraw takes a few milliseconds', () => {
  const options = () => cumulativeCashOptions(data, context('fi', 540, 310));
  const times = Array.from({ length: 60 }, () => {
    const start = performance.now();
    draw(options());
    return performance.now() - start;
  }).sort((a, b) => a - b);
  console.log(`median redraw of the cash chart: ${times[30]!.toFixed(1)} ms`);
  // Generous for a loaded test machine; a frame has 16.
  expect(times[30]).toBeLessThan(12);
});
