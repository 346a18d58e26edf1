import type { PlotOptions } from '@observablehq/plot';
import { loadPlot, plot } from '$lib/charts/plot';
import { paybackBins } from '$lib/charts/bins';
import { fanChartOptions } from '$lib/charts/fanChart';
import type { ChartContext } from '$lib/charts/frame';
import { histogramOptions } from '$lib/charts/histogram';
import { chartWords } from '$lib/charts/messages';
import type { Domain } from '$lib/charts/steadyDomain';
import { moveMarks } from '$lib/components/chart/moveMarks';
import { toFormats } from '$lib/i18n/formats';
import { sampleOf } from '../unit/charts/sampleOf';

// Marks are made as on the page: when Plot has come.
await loadPlot();

/** A slider's way there and back: each figure is a step of it. */
const steps = 40;
const trials = 65_536;
const months = 36;

const context: ChartContext = { width: 760, height: 310, formats: toFormats('fi', 'EUR'), words: chartWords.fi };

/** Lognormal-like paybacks, a few of them never. */
const samples = Array.from({ length: steps }, (_, step) => {
  const middle = 4.2 - 0.02 * step;
  const values = Array.from({ length: trials }, (_, i) => {
    const share = (i + 0.5) / trials;
    const months = middle * (share / (1 - share)) ** 0.35;
    return months > 36 ? Infinity : months;
  });
  return sampleOf(values);
});
const bins = paybackBins(samples[0]!, months);

const series = (slope: number) => Float64Array.from({ length: months + 1 }, (_, month) => -60_000 + slope * month * (1 - month / 200)); // prettier-ignore
const fans = Array.from({ length: steps }, (_, step) => {
  const slope = 20_000 + 120 * step;
  const [p5, p25, p50, p75, p95] = [0.2, 0.7, 1, 1.3, 2].map((share) => series(share * slope)) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array]; // prettier-ignore
  return { point: series(slope), bands: { p5, p25, p50, p75, p95 } };
});

const chartsOf = [
  (step: number, held?: Domain) =>
    histogramOptions({ name: 'takaisinmaksuaika', sample: samples[step]!, kind: 'months', bins, horizonMonths: months, threshold: 6, asked: 'atMost' }, { ...context, held }), // prettier-ignore
  (step: number, held?: Domain) =>
    fanChartOptions({ series: 'cumulative', ...fans[step]!, lastMonth: months }, { ...context, held }),
];

/** Both charts in the page, and the two ways to bring them to the next figure. */
function stage() {
  const charts = chartsOf.map((optionsOf) => {
    const place = document.body.appendChild(document.createElement('div'));
    let shown = optionsOf(0);
    let svg = place.appendChild(plot(shown) as SVGSVGElement);
    const rebuild = (step: number) => {
      shown = optionsOf(step);
      const next = plot(shown) as SVGSVGElement;
      place.replaceChildren(next);
      svg = next;
    };
    const move = (step: number) => {
      const next: PlotOptions = optionsOf(step, shown.y!.domain as unknown as Domain);
      if (!moveMarks(svg, shown, next)) throw new Error(`the chart had to be drawn anew at step ${step}`);
      shown = next;
    };
    return { rebuild, move };
  });
  return (way: 'rebuild' | 'move', step: number) => charts.forEach((chart) => chart[way](step));
}

/** ms of one update of both charts: the median of stretches just long enough for the browser's clock, so that a busy spell of the machine falls out. */
function time(update: (step: number) => void, laidOut: boolean): number {
  const stretch = 4;
  const there = Array.from({ length: steps }, (_, step) => step);
  const way = [...there, ...there.toReversed()];
  const times: number[] = [];
  while (way.length > 0) {
    const start = performance.now();
    for (const step of way.splice(0, stretch)) {
      update(step);
      if (laidOut) document.body.getBoundingClientRect();
    }
    times.push((performance.now() - start) / stretch);
  }
  return times.sort((a, b) => a - b)[times.length >> 1]!;
}

const update = stage();

/** One turn: ms per update by moving marks and by drawing anew, script alone and with style and layout. */
const turn = () => ({
  moved: time((step) => update('move', step), false),
  movedLaidOut: time((step) => update('move', step), true),
  rebuilt: time((step) => update('rebuild', step), false),
  rebuiltLaidOut: time((step) => update('rebuild', step), true),
});

export type Turn = typeof turn;
Object.assign(window, { turn });
