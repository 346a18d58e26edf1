/** π/6, half of which is the largest Spearman correlation's angle. */
const SIXTH_OF_PI = 0.5235987755982988;

/**
 * The Pearson correlation a Gaussian copula needs for the ranks to correlate as asked: 2·sin(π·ρ_S/6). People state rank
 * (Spearman) correlation because it does not depend on the shapes of the two ranges.
 *
 * @param rank Spearman correlation, −1 to 1 (beyond is taken as the end)
 * @returns Pearson correlation of the underlying normals, −1 to 1
 *
 * Source: Kruskal (1958), JASA 53:814–861.
 * @example toPearsonCorrelation(0.5) // 0.5176380902050415
 */
export function toPearsonCorrelation(rank: number): number {
  const within = Math.min(1, Math.max(-1, rank));
  if (within === 1 || within === -1) return within;
  return 2 * sin(within * SIXTH_OF_PI);
}

/**
 * The Spearman (rank) correlation of a Gaussian copula: 6/π·asin(ρ/2), the inverse of `toPearsonCorrelation`.
 *
 * @param pearson correlation of the underlying normals, −1 to 1 (beyond is taken as the end)
 *
 * Source: Kruskal (1958), JASA 53:814–861.
 * @example toRankCorrelation(0.5) // 0.4825837395
 */
export function toRankCorrelation(pearson: number): number {
  const within = Math.min(1, Math.max(-1, pearson));
  if (within === 1 || within === -1) return within;
  return asin(within / 2) / SIXTH_OF_PI;
}

/** sin x for |x| ≤ π/6, by Taylor: the first term left out is under 1e-19. */
function sin(x: number): number {
  const s = x * x;
  let sum = 0;
  for (let n = 15; n >= 3; n -= 2) sum = (1 - sum) * (s / (n * (n - 1)));
  return x - x * sum;
}

/** asin x for |x| ≤ ½: fdlibm's rational fit (Sun Microsystems 1993). */
function asin(x: number): number {
  const s = x * x;
  const above =
    s *
    (0.16666666666666666 +
      s *
        (-0.3255658186224009 +
          s *
            (0.20121253213486293 +
              s * (-0.04005553450067941 + s * (7.915349942898145e-4 + s * 3.479331075960212e-5)))));
  const below =
    1 + s * (-2.403394911734414 + s * (2.0209457602335057 + s * (-0.6882839716054533 + s * 0.07703815055590194)));
  return x + x * (above / below);
}
