import { exp } from './elementary';

const INVERSE_SQRT_2PI = 0.3989422804014327;

/**
 * The standard normal density φ(z) = e^(−z²/2)/√(2π).
 *
 * @example normalDensity(0) // 0.3989422804014327
 */
export function normalDensity(z: number): number {
  return INVERSE_SQRT_2PI * gauss(Math.abs(z));
}

/** e^(−z²/2) for z ≥ 0 to full relative accuracy: z² is split, since its rounding error would be magnified z²/2 times. */
function gauss(z: number): number {
  if (z > 40) return 0;
  const coarse = Math.floor(z * 16) / 16;
  return exp(-0.5 * coarse * coarse) * exp(-0.5 * (z - coarse) * (z + coarse));
}

/**
 * The standard normal distribution function Φ(z), accurate to about 1e-15 *relative*, also far in the lower tail
 * (for the upper tail use Φ(−z)). Cody's rational approximations, rather than 1 − Φ or a series, for that tail.
 *
 * @param z any number; ±Infinity give 0 and 1
 * @returns a probability in [0, 1]; 0 below −38.5
 *
 * Source: Cody (1969), Math. Comp. 23:631–637.
 * @example normalCdf(1.96) // 0.9750021048517795
 */
export function normalCdf(z: number): number {
  const size = Math.abs(z);
  if (size <= 0.67448975) return 0.5 + centre(z);
  const tail = size > 40 ? 0 : gauss(size) * millsRatio(size);
  return z < 0 ? tail : 1 - tail;
}

/** Φ(z) − ½ for |z| ≤ 0.675. */
function centre(z: number): number {
  const s = z * z;
  const above =
    (((0.06568233791820745 * s + 2.2352520354606837) * s + 161.02823106855587) * s + 1067.6894854603709) * s +
    18154.98125334356;
  const below = (((s + 47.202581904688245) * s + 976.0985517377767) * s + 10260.932208618979) * s + 45507.78933502673;
  return (z * above) / below;
}

/** Φ(−z)·e^(z²/2) for z ≥ 0.67. */
function millsRatio(z: number): number {
  if (z <= 5.656854249492381) {
    const above =
      (((((((1.0765576773720192e-8 * z + 0.39894151208813466) * z + 8.883149794388377) * z + 93.50665613217785) * z +
        597.2702763948002) *
        z +
        2494.5375852903726) *
        z +
        6848.190450536283) *
        z +
        11602.65143764735) *
        z +
      9842.714838383978;
    const below =
      (((((((z + 22.266688044328117) * z + 235.387901782625) * z + 1519.3775994075547) * z + 6485.558298266761) * z +
        18615.571640885097) *
        z +
        34900.95272114598) *
        z +
        38912.00328609327) *
        z +
      19685.429676859992;
    return above / below;
  }
  const s = 1 / (z * z);
  const above =
    ((((0.023073441764940174 * s + 0.215898534057957) * s + 0.12740116116024736) * s + 0.022235277870649807) * s +
      0.0014216191932278934) *
      s +
    0.000029112874951168793;
  const below =
    ((((s + 1.284260096144911) * s + 0.4682382124808651) * s + 0.06598813786892856) * s + 0.0037823963320275824) * s +
    0.00007297515550839662;
  return (INVERSE_SQRT_2PI - (s * above) / below) / z;
}
