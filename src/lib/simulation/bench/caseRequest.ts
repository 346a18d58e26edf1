import type { SimulationRequest } from '$lib/simulation/result';
import { defaultTrials } from '$lib/simulation/result';
import type { Drivers } from '$lib/scenario/drivers';
import type { Range } from '$lib/uncertainty/range';
import yardstick from './case.json';

/** Φ⁻¹(0.95). */
const endScore = 1.6448536269514722;

/** The yardsticks' case (case.json) as a request. */
export function caseRequest(options: Partial<SimulationRequest> = {}): SimulationRequest {
  const { grossMargin, investment, ...others } = yardstick.ranges;
  const { mean, deviation } = grossMargin;
  const ranges = Object.fromEntries(
    Object.entries(others).map(([driver, range]) => [driver, { ...range, ends: 'minmax' } as Range]),
  );
  return {
    drivers: yardstick.drivers as Drivers,
    ranges: {
      ...ranges,
      grossMargin: {
        shape: 'normal',
        ends: 'p5p95',
        low: mean - endScore * deviation,
        high: mean + endScore * deviation,
      },
      investment: { shape: 'lognormal', ends: 'p5p95', low: investment.low, high: investment.high },
    },
    seed: 1,
    trials: defaultTrials,
    sampler: 'sfc32',
    fans: ['cumulative'],
    ...options,
  };
}
