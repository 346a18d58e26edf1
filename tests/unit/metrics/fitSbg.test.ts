import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitSbg } from '$lib/metrics/fitSbg';
import { sbgSurvival } from '$lib/metrics/survivalSbg';

const highEnd = [1, 0.869, 0.743, 0.653, 0.593, 0.551, 0.517, 0.491];

/** Fader & Hardie's likelihood, written the other way round: from the survival curve instead of from churn rates. */
function logLikelihood(alpha: number, beta: number, observed: readonly number[], customers: number): number {
  const model = sbgSurvival({ alpha, beta }, observed.length - 1);
  const last = observed.length - 1;
  let sum = customers * (observed[last] ?? NaN) * Math.log(model[last] ?? NaN);
  for (let t = 1; t <= last; t++) {
    const lost = (observed[t - 1] ?? NaN) - (observed[t] ?? NaN);
    sum += customers * lost * Math.log((model[t - 1] ?? NaN) - (model[t] ?? NaN));
  }
  return sum;
}

test('the fit of the published high-end data is the published one', () => {
  const fit = fitSbg(highEnd, 1000);
  expect(fit?.alpha).toBeCloseTo(0.668, 3);
  expect(fit?.beta).toBeCloseTo(3.806, 2);
});

test('a curve drawn from the model gives its parameters back', () => {
  const parameter = fc.double({ min: 0.1, max: 20, noNaN: true });
  fc.assert(
    fc.property(parameter, parameter, (alpha, beta) => {
      const fit = fitSbg(sbgSurvival({ alpha, beta }, 10), 1000);
      expect((fit?.alpha ?? NaN) / alpha).toBeCloseTo(1, 5);
      expect((fit?.beta ?? NaN) / beta).toBeCloseTo(1, 5);
    }),
  );
});

test('no neighbour of the fit is likelier, and its likelihood is the one it says', () => {
  const fit = fitSbg(highEnd, 1000);
  const { alpha = NaN, beta = NaN } = fit ?? {};
  const best = logLikelihood(alpha, beta, highEnd, 1000);
  expect(fit?.logLikelihood).toBeCloseTo(best, 6);
  for (const [a, b] of [
    [1.01, 1],
    [0.99, 1],
    [1, 1.01],
    [1, 0.99],
    [1.01, 1.01],
    [0.99, 0.99],
  ] as const) {
    expect(logLikelihood(alpha * a, beta * b, highEnd, 1000)).toBeLessThan(best);
  }
});

test('the estimate does not depend on the number of customers, nor on shares or counts', () => {
  const fit = fitSbg(highEnd, 1000);
  const counts = fitSbg(
    highEnd.map((share) => 1000 * share),
    50,
  );
  expect(counts?.alpha).toBeCloseTo(fit?.alpha ?? NaN, 9);
  expect(counts?.logLikelihood).toBeCloseTo((fit?.logLikelihood ?? NaN) / 20, 6);
});

test('churn that is constant, or speeds up, has no likeliest spread', () => {
  expect(fitSbg([1, 0.8, 0.64, 0.512], 1000)).toBeNull();
  expect(fitSbg([1, 0.8, 0.6, 0.4], 1000)).toBeNull();
});

test('churn that stops after the first period, or never begins, cannot be fitted', () => {
  expect(fitSbg([1, 0.8, 0.8, 0.8], 1000)).toBeNull();
  expect(fitSbg([1, 1, 1], 1000)).toBeNull();
  expect(fitSbg([1, 0, 0], 1000)).toBeNull();
});

test('one period, a curve that rises and an empty cohort are no survival curve', () => {
  expect(fitSbg([], 1000)).toBeNull();
  expect(fitSbg([1], 1000)).toBeNull();
  expect(fitSbg([1, 0.5], 1000)).toBeNull();
  expect(fitSbg([1, 0.8, 0.9], 1000)).toBeNull();
  expect(fitSbg([0, 0, 0], 1000)).toBeNull();
  expect(fitSbg(highEnd, 0)).toBeNull();
});
