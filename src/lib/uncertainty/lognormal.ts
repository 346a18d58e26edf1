import type { Distribution } from './distribution';
import { exp, expm1, log } from './elementary';
import { normalCdf } from './normalCdf';
import { normalQuantile } from './normalQuantile';
import { point } from './point';

/**
 * The lognormal distribution by the mean μ and deviation σ of the *logarithm* (not of the quantity itself, the other
 * convention): median e^μ, mean e^(μ+σ²/2), variance (e^σ² − 1)·e^(2μ+σ²). Positive and skewed to the right.
 * A range of two percentiles becomes μ and σ in `toDistribution`.
 *
 * @param logMean μ, the log of the median in the driver's unit
 * @param logDeviation σ ≥ 0, dimensionless; 0 gives a point
 * @returns figures beyond the largest double (a σ above some 37) are given as that double, never Infinity
 *
 * @example lognormal(0, 0.5).mean // 1.1331484530668263
 */
export function lognormal(logMean: number, logDeviation: number): Distribution {
  if (logDeviation === 0) return point(exp(logMean));
  const square = logDeviation * logDeviation;
  return {
    quantile: (probability) => finite(exp(logMean + logDeviation * normalQuantile(probability))),
    cdf: (x) => (x > 0 ? normalCdf((log(x) - logMean) / logDeviation) : 0),
    mean: finite(exp(logMean + square / 2)),
    variance: finite(finite(expm1(square)) * exp(2 * logMean + square)),
  };
}

const finite = (x: number): number => Math.min(x, Number.MAX_VALUE);
