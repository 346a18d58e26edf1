import * as cac from '$lib/metrics/cac';
import * as clv from '$lib/metrics/clv';
import * as fitSbg from '$lib/metrics/fitSbg';
import * as historyValue from '$lib/metrics/historyValue';
import * as irr from '$lib/metrics/irr';
import * as mirr from '$lib/metrics/mirr';
import * as npv from '$lib/metrics/npv';
import * as payback from '$lib/metrics/payback';
import * as profitabilityIndex from '$lib/metrics/profitabilityIndex';
import * as proportionError from '$lib/metrics/proportionError';
import * as quantileRanks from '$lib/metrics/quantileRanks';
import * as rates from '$lib/metrics/rates';
import * as retentionRates from '$lib/metrics/retentionRates';
import * as roi from '$lib/metrics/roi';
import * as saas from '$lib/metrics/saas';
import * as survivalSbg from '$lib/metrics/survivalSbg';
import * as evaluateScenario from '$lib/scenario/evaluateScenario';
import * as correlation from '$lib/uncertainty/correlation';
import type { Distribution } from '$lib/uncertainty/distribution';
import * as nearestCorrelation from '$lib/uncertainty/nearestCorrelation';
import { sfc32 } from '$lib/uncertainty/sfc32';
import { sobolPoint } from '$lib/uncertainty/sobol';
import { toDistribution } from '$lib/uncertainty/toDistribution';
import { truncatedNormal } from '$lib/uncertainty/truncatedNormal';

type Callable = (...args: never[]) => unknown;

/** A distribution as the rows state it (their README); the app's own types differ. */
type StatedDistribution =
  | { shape: 'lognormal' | 'normal'; low: number; high: number; ends: 'p5p95' | 'p10p90' }
  | { shape: 'normal'; mean: number; deviation: number; min: number | null; max: number | null }
  | { shape: 'pert' | 'triangular'; low: number; mode: number; high: number }
  | { shape: 'uniform'; low: number; high: number };

function distribution(stated: StatedDistribution): Distribution {
  if ('deviation' in stated) return truncatedNormal(stated.mean, stated.deviation, stated.min, stated.max);
  return toDistribution({ ends: 'minmax', ...stated });
}

interface Sfc32State {
  a: number;
  b: number;
  c: number;
  counter: number;
  warmup: number;
}

/** What the rows call by a name, or with arguments, of their own. */
const adapted = {
  quantile: (stated: StatedDistribution, probability: number) => distribution(stated).quantile(probability),
  cdf: (stated: StatedDistribution, x: number) => distribution(stated).cdf(x),
  mean: (stated: StatedDistribution) => distribution(stated).mean,
  variance: (stated: StatedDistribution) => distribution(stated).variance,
  sfc32: ({ a, b, c, counter, warmup }: Sfc32State, count: number) => {
    const next = sfc32(a, b, c, counter, warmup);
    return Array.from({ length: count }, () => next());
  },
  sobolPoints: (dimensions: number, count: number) =>
    Array.from({ length: count }, (_, index) =>
      Array.from({ length: dimensions }, (_, d) => sobolPoint(d + 1, index) / 2 ** 32),
    ),
};

const functions: Record<string, Callable> = {
  ...cac,
  ...clv,
  ...correlation,
  ...evaluateScenario,
  ...fitSbg,
  ...historyValue,
  ...irr,
  ...mirr,
  ...nearestCorrelation,
  ...npv,
  ...payback,
  ...profitabilityIndex,
  ...proportionError,
  ...quantileRanks,
  ...rates,
  ...retentionRates,
  ...roi,
  ...saas,
  ...survivalSbg,
  ...adapted,
};

/** Calls the product's function that a row of published numbers names, with the row's arguments. */
export function evaluate(fn: string, args: unknown[]): unknown {
  const called = Object.hasOwn(functions, fn) ? functions[fn] : undefined;
  if (!called) throw new Error(`unknown function: ${fn}`);
  return called(...(args as never[]));
}
