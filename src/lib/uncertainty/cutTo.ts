import type { Distribution } from './distribution';
import { gaussLegendre } from './gaussLegendre';
import { point } from './point';

/** The least probability a 32-bit uniform reaches; a bound that cuts off less is never noticed. */
const LEAST = 1.1641532182693481e-10;

/**
 * A distribution cut to bounds: what lies outside is taken away and the rest scaled up, as a truncated normal is.
 * Where the bounds cut nothing off, the distribution itself; where they leave nothing, the bound that is nearest.
 *
 * @param whole any continuous distribution
 * @returns with `cut` set when something was taken away: closed forms of the whole law then no longer hold
 *
 * @example cutTo(uniform(0.8, 1.2), [0, 1]).quantile(0.5) // 0.9
 */
export function cutTo(whole: Distribution, [min, max]: readonly [number, number]): Distribution {
  if (whole.variance === 0) return point(Math.min(Math.max(whole.mean, min), max));
  if (whole.quantile(LEAST) >= min && whole.quantile(1 - LEAST) <= max) return whole;
  const below = whole.cdf(min);
  const kept = whole.cdf(max) - below;
  if (!(kept > LEAST)) return point(whole.mean > max ? max : min);
  const within = (x: number) => Math.min(Math.max(x, min), max);
  const quantile = (probability: number) => within(whole.quantile(below + probability * kept));
  const mean = gaussLegendre(quantile, 0, 1, 64);
  return {
    quantile,
    cdf: (x) => (x < min ? 0 : x >= max ? 1 : Math.min(Math.max((whole.cdf(x) - below) / kept, 0), 1)),
    mean,
    variance: gaussLegendre((probability) => (quantile(probability) - mean) * (quantile(probability) - mean), 0, 1, 64),
    cut: true,
  };
}
