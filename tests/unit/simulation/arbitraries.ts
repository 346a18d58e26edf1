import fc from 'fast-check';
import { driverKeys, driverTable, type DriverKey } from '$lib/scenario/drivers';
import type { Range } from '$lib/uncertainty/range';

/** Drivers that may have a range. */
export const uncertain = driverKeys.filter((key) => driverTable[key].uncertain);

/** Any value a driver may have, its ends among the likely ones. */
export const valueOf = (key: DriverKey): fc.Arbitrary<number> => {
  const { limits, slider, whole } = driverTable[key];
  const edges = fc.constantFrom(limits[0], slider[0], slider[1], ...(limits[1] <= 120 ? [limits[1]] : []));
  if (whole)
    return fc.oneof(
      { weight: 1, arbitrary: edges },
      { weight: 3, arbitrary: fc.integer({ min: limits[0], max: slider[1] }) },
    );
  const inside = fc.double({ min: Math.max(limits[0], slider[0]), max: slider[1], noNaN: true });
  return fc.oneof({ weight: 1, arbitrary: edges }, { weight: 3, arbitrary: inside });
};

/** Any range a driver may have, the thinnest among them. */
export const rangeOf = (key: DriverKey): fc.Arbitrary<Range> => {
  const [min, max] = driverTable[key].slider;
  const ends = fc
    .tuple(
      fc.double({ min, max, noNaN: true }),
      fc.double({ min, max, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([a, b, share]) => ({ low: Math.min(a, b), high: Math.max(a, b), share }));
  return fc
    .tuple(ends, fc.constantFrom('normal', 'lognormal', 'pert', 'triangular', 'uniform'))
    .map(([{ low, high, share }, shape]) => {
      const mode = Math.min(high, low + share * (high - low));
      if (shape === 'pert' || shape === 'triangular') return { shape, ends: 'minmax', low, high, mode } as const;
      if (shape === 'uniform') return { shape, ends: 'minmax', low, high } as const;
      if (shape === 'lognormal' && low > 1e-3) return { shape, ends: 'p5p95', low, high } as const;
      return { shape: 'normal', ends: 'p5p95', low, high } as const;
    });
};
