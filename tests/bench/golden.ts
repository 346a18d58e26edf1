import { quantile } from '$lib/simulation/sortedSample';
import type { FanBands, SummarisedOutput, SimulationResult } from '$lib/simulation/result';
import golden from './yardsticks/golden.json';

const probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];
const labels = ['P5', 'P25', 'P50', 'P75', 'P95'];
const bands: (keyof FanBands)[] = ['p5', 'p25', 'p50', 'p75', 'p95'];
const outputs: SummarisedOutput[] = ['payback', 'roi12', 'npv', 'clvProgramme'];

/** All compared figures of a run of the yardsticks' case, by their names in golden.json. */
function figures(result: SimulationResult): Record<string, number | null> {
  const found: Record<string, number | null> = {
    payback_never: result.outputs.payback.never,
    payback_within_12: result.paybackWithin12,
  };
  for (const output of outputs) {
    const sample = result.outputs[output];
    found[`${output} mean`] = sample.mean;
    found[`${output} sd`] = sample.deviation;
    probabilities.forEach((probability, i) => (found[`${output} ${labels[i]}`] = quantile(sample, probability)));
  }
  for (let month = 12; month <= 60; month += 12)
    bands.forEach((band, i) => (found[`fan ${month} ${labels[i]}`] = result.fan.cumulative[band][month] ?? null));
  return found;
}

/** The milder of two usual scores: pooled variance is too strict when a rare event happens, the arcsine when not. */
function probabilityScore(p: number, n: number, goldenP: number, goldenN: number): number {
  const error = Math.sqrt(1 / n + 1 / goldenN);
  const arcsine = (2 * (Math.asin(Math.sqrt(p)) - Math.asin(Math.sqrt(goldenP)))) / error;
  const pooled = (p * n + goldenP * goldenN) / (n + goldenN);
  if (pooled === 0 || pooled === 1) return 0;
  const usual = (p - goldenP) / (Math.sqrt(pooled * (1 - pooled)) * error);
  return Math.abs(usual) < Math.abs(arcsine) ? usual : arcsine;
}

/**
 * How far each figure of a run lies from the golden one, in standard errors of plain random sampling, as check.py has it.
 * All must stay below 4.5; better than random points only make them smaller.
 */
export function goldenScores(result: SimulationResult): Record<string, number> {
  const { trials } = result.request;
  const error = Math.sqrt(1 / trials + 1 / golden.trials);
  const found = figures(result);
  return Object.fromEntries(
    Object.entries(golden.figures).map(([name, { value, spread }]) => {
      const figure = found[name];
      if (figure === null || figure === undefined) return [name, Infinity];
      if (name.startsWith('payback_')) return [name, probabilityScore(figure, trials, value, golden.trials)];
      return [name, (figure - value) / (spread * error)];
    }),
  );
}
