import type { SamplerName } from '$lib/simulation/result';

/** What the sender saw, to 12 significant digits: opening recomputes it and says whether it is the same. */
export interface Fingerprint {
  readonly seed: number;
  /** Trials of the simulated figures. */
  readonly trials: number;
  readonly sampler: SamplerName;
  /** Each headline figure by its path: `base.npv`, and `base.npv.p5` for a percentile of its simulation. `null` is "never". */
  readonly values: readonly FingerprintValue[];
}

export type FingerprintValue = readonly [path: string, value: number | null];

/** A figure that is another than when it was sent; `undefined` where there is none of that path any more. */
export interface FigureDifference {
  readonly path: string;
  readonly sent: number | null;
  readonly now: number | null | undefined;
}

/** Differences smaller than this, relative to the figure, are the last bits of another processor. */
export const sameFigureTolerance = 1e-9;

/**
 * A figure as a fingerprint holds it.
 *
 * @example toTwelveDigits(222824.00000000003) // 222824
 */
export function toTwelveDigits(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(12));
}

/** Whether two figures are the same to a reader: both "never", or within 1e−9 of the larger; next to nothing equals nothing. */
export function sameFigure(a: number | null | undefined, b: number | null | undefined): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  const larger = Math.max(Math.abs(a), Math.abs(b));
  return Math.abs(a - b) <= sameFigureTolerance * larger || larger < sameFigureTolerance;
}

/** The figures that are no longer what was sent, in the order they were sent in. What was not sent is no difference. */
export function differencesOf(
  sent: readonly FingerprintValue[],
  now: readonly FingerprintValue[],
): readonly FigureDifference[] {
  const after = new Map(now);
  return sent
    .map(([path, sent]) => ({ path, sent, now: after.get(path) }))
    .filter(({ sent, now }) => !sameFigure(sent, now));
}
