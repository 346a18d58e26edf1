import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluatePoint } from '$lib/cells/scenario/cell';
import { explainSimulation } from '$lib/cells/scenario/explainSimulation';
import { headlineOutputs, headlines, type HeadlineOutput } from '$lib/cells/scenario/headline';
import { languages } from '$lib/i18n/language';
import { driverKeys } from '$lib/scenario/drivers';
import type { Scenario } from '$lib/scenario/scenario';
import type { SimulationResult } from '$lib/simulation/result';
import { simulate } from '$lib/simulation/simulate';
import { investmentCase } from '$lib/templates/investmentCase';
import { allowedDrivers } from '../scenario/arbitraries';
import { formats, readable, unreadable } from './readable';

const published = (investmentCase('fi').cells[1] as unknown as { scenario: Scenario }).scenario;
const figures = (scenario: Scenario, language: 'fi' | 'en') =>
  Object.fromEntries(
    headlines(evaluatePoint(scenario), null, formats[language]).map(({ output, value, before }) => [
      output,
      before === undefined ? readable(value) : `${readable(before)} → ${readable(value)}`,
    ]),
  ) as Record<HeadlineOutput, string>;

describe('the published case', () => {
  test('reads in Finnish as printed', () => {
    expect(figures(published, 'fi')).toEqual({
      roi12: '369 %',
      payback: '3,7 kk',
      npv: '744 025 €',
      clvProgramme: '54 731 € → 58 781 €',
      ltvToCacProgramme: '6,8 → 7,3',
    });
  });

  test('reads in English as printed', () => {
    expect(figures(published, 'en')).toEqual({
      roi12: '369%',
      payback: '3.7 mo',
      npv: '€744,025',
      clvProgramme: '€54,731 → €58,781',
      ltvToCacProgramme: '6.8 → 7.3',
    });
  });

  test('leads with the two heroes, and names each figure', () => {
    const labels = (language: 'fi' | 'en') =>
      headlines(evaluatePoint(published), null, formats[language]).map(({ label }) => readable(label));
    expect(labels('fi')).toEqual(['ROI, 12 kk', 'Takaisinmaksuaika', 'Nettonykyarvo', 'Elinkaariarvo, CLV', 'LTV:CAC']);
    expect(labels('en')).toEqual([
      'ROI, 12 months',
      'Payback time',
      'Net present value',
      'Lifetime value, CLV',
      'LTV:CAC',
    ]);
  });
});

describe('words for what is not a number', () => {
  test.each<[string, Scenario, HeadlineOutput, string, string]>([
    ['nothing gained', { revenueUplift: { value: 0 } }, 'payback', 'ei 36 kk:ssa', 'not in 36 mo'],
    ['a horizon of a month', { horizonMonths: { value: 1 } }, 'payback', 'ei 1 kk:ssa', 'not in 1 mo'],
    ['nothing spent', { investment: { value: 0 } }, 'roi12', 'ei kustannuksia', 'nothing is spent'],
    [
      'growth past discounting',
      { annualGrowth: { value: 0.3 } },
      'clvProgramme',
      'kasvaa rajatta',
      'grows without end',
    ],
    [
      'growth past discounting',
      { annualGrowth: { value: 0.3 } },
      'ltvToCacProgramme',
      'kasvaa rajatta',
      'grows without end',
    ],
    ['winning a customer free', { acquisitionCost: { value: 0 } }, 'ltvToCacProgramme', 'CAC on nolla', 'CAC is zero'],
  ])('%s: %s %s', (_, scenario, output, fi, en) => {
    expect([figures(scenario, 'fi')[output], figures(scenario, 'en')[output]]).toEqual([fi, en]);
    const shown = headlines(evaluatePoint(scenario), null, formats.fi);
    expect(shown.filter(({ inWords }) => inWords).map(({ output }) => output)).toContain(output);
  });

  test('stand alone, although there is a figure for today', () => {
    // 0.9 · 1.2 stays below 1.1, but with half of the churn gone the margin outgrows it.
    const loyal: Scenario = { annualGrowth: { value: 0.2 }, churnReduction: { value: 0.5 } };
    const shown = headlines(evaluatePoint(loyal), null, formats.en);
    expect(evaluatePoint(loyal).outputs.clv).not.toBeNull();
    expect(shown.find(({ output }) => output === 'clvProgramme')).toMatchObject({ before: undefined, inWords: true });
  });
});

describe('the interval below a figure', () => {
  const intervals = (scenario: Scenario, language: 'fi' | 'en') => {
    const point = evaluatePoint(scenario);
    const result = simulate({ drivers: point.drivers, ranges: point.ranges, seed: 1, trials: 1024 });
    return Object.fromEntries(
      headlines(point, result, formats[language]).map(({ output, interval }) => [output, readable(interval)]),
    );
  };

  test('is empty until simulated, and where nothing is uncertain', () => {
    expect(headlines(evaluatePoint(published), null, formats.fi).every(({ interval }) => interval === '')).toBe(true);
    expect(Object.values(intervals({}, 'fi')).every((interval) => interval === '')).toBe(true);
  });

  test('is stated in the figure’s own unit', () => {
    expect(intervals(published, 'fi')).toMatchObject({
      roi12: expect.stringMatching(/^−?\d+(–|…)\d+ %$/),
      payback: expect.stringMatching(/^\d+(,\d)?–\d+(,\d)? kk$/),
      npv: expect.stringMatching(/^\d+–1 \d{3} t€$/),
      ltvToCacProgramme: expect.stringMatching(/^\d,\d–\d+,\d$/),
    });
    expect(intervals(published, 'en').npv).toMatch(/^€\d+–1,\d{3}k$/);
  });

  test('is that of the driver where one driver alone decides: the ends that were stated', () => {
    // With a year’s certain gain, ROI is linear in nothing but the investment: its 5 % and 95 % ends swap.
    const investment = { shape: 'uniform', ends: 'minmax', low: 50_000, high: 70_000, at: 60_000 } as const;
    const gain = 10.5 * (18_000_000 / 12) * 0.074 * 0.243;
    const [low, high] = [gain / 69_000 - 1, gain / 51_000 - 1].map((roi) => Math.round(100 * roi));
    const [shownLow, shownHigh] = intervals({ investment: { value: 60_000, range: investment } }, 'fi')
      .roi12!.split(/[– ]/)
      .map(Number);
    expect(Math.abs(shownLow! - low!)).toBeLessThanOrEqual(3);
    expect(Math.abs(shownHigh! - high!)).toBeLessThanOrEqual(3);
  });

  test('says "never" where futures do not pay back', () => {
    const uplift = { shape: 'normal', ends: 'p5p95', low: -0.05, high: 0.1, at: 0.02 } as const;
    expect(intervals({ revenueUplift: { value: 0.02, range: uplift } }, 'fi').payback).toMatch(/ei koskaan$/);
    const hopeless = { ...uplift, low: -0.1, high: -0.05, at: -0.07 };
    expect(intervals({ revenueUplift: { value: -0.07, range: hopeless } }, 'fi').payback).toBe(
      'ei yhdessäkään kokeessa',
    );
    expect(intervals({ revenueUplift: { value: -0.07, range: hopeless } }, 'en').payback).toBe('never in any trial');
  });
});

test('no figure is ever unreadable, whatever the drivers', () => {
  fc.assert(
    fc.property(allowedDrivers, fc.constantFrom(...languages), (drivers, language) => {
      const scenario = Object.fromEntries(driverKeys.map((key) => [key, { value: drivers[key] }])) as Scenario;
      for (const figure of headlines(evaluatePoint(scenario), null, formats[language])) {
        expect(figure.value).not.toBe('');
        expect(`${figure.value} ${figure.before ?? ''} ${figure.label}`).not.toMatch(unreadable);
      }
    }),
    { numRuns: 500 },
  );
});

describe('with plain sampling, whose errors are larger', () => {
  const point = evaluatePoint(published);
  const plain = (trials: number) =>
    simulate({ drivers: point.drivers, ranges: point.ranges, seed: 1, sampler: 'sfc32', trials });
  const intervals = (result: SimulationResult) =>
    headlines(point, result, formats.en).map(({ interval }) => readable(interval));

  test('ranges end where the sampling error begins', () => {
    const [roi, payback, npv] = intervals(plain(1024));
    expect(roi).toMatch(/^−?\d*0(–|…)\d+0%$/);
    expect(payback).toMatch(/^\d+–\d+ mo$/);
    expect(npv).toMatch(/0–[\d,]+0k$/);
  });

  test('without errors, as while a hand moves, every place is written', () => {
    const result = plain(1024);
    expect(intervals({ ...result, replicates: null })[1]).toMatch(/^\d+\.\d–\d+\.\d mo$/);
  });

  test('each percentile is explained with its error', () => {
    const result = plain(4096);
    const said = readable(explainSimulation('roi12', point.drivers, result, formats.en));
    expect(said).toMatch(
      /^P5 .*% \(±[\d.]+ .*\), P50 .*% \(±[\d.]+ .*\), P95 .*% \(±[\d.]+ .*\)\. .* 4,096 trials in all\.$/,
    );
    for (const output of headlineOutputs) {
      const line = readable(explainSimulation(output, point.drivers, result, formats.fi));
      expect(line).toContain('P95');
      expect(line).not.toMatch(unreadable);
    }
  });
});
