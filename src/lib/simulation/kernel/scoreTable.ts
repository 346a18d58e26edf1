import { normalQuantile } from '$lib/uncertainty/normalQuantile';

/** Cells: 64 for each of the 32 powers of two between which the lower-tail probability of a 32-bit draw lies. */
const cells = 2048;
const perOctave = 64;

/**
 * The standard normal quantile as a table for draws of 32 bits: |z| where the lower tail t + ½ (in units of 2^−32) lies in
 * cell i, as four coefficients of a cubic in the distance from the cell's start, relative to the power of two it lies
 * above. Cells get finer with the probability, as the quantile bends; within 2·10^−9, monotone and smooth throughout.
 */
export function scoreTable(): Float64Array {
  const table = new Float64Array(cells * 4);
  let octave = 0.5;
  for (let cell = 0; cell < cells; cell++) {
    if (cell > 0 && cell % perOctave === 0) octave *= 2;
    const step = octave / perOctave;
    const start = octave + (cell % perOctave) * step;
    const left = -normalQuantile(start / 4294967296);
    const right = -normalQuantile((start + step) / 4294967296);
    // Hermite on [0, 1/64] in the relative distance f.
    const width = 1 / perOctave;
    const rise = (right - left) / width;
    const slopeLeft = octave * slopeOf(start);
    const slopeRight = octave * slopeOf(start + step);
    table.set(
      [
        left,
        slopeLeft,
        (3 * rise - 2 * slopeLeft - slopeRight) / width,
        (slopeLeft + slopeRight - 2 * rise) / (width * width),
      ],
      4 * cell,
    );
  }
  return table;
}

/** Slope of |z| against the tail in units of 2^−32, by a central difference: five digits are plenty at this width. */
function slopeOf(tail: number): number {
  const step = tail / 4096;
  const z = (t: number): number => -normalQuantile(t / 4294967296);
  return (8 * (z(tail + step) - z(tail - step)) - (z(tail + 2 * step) - z(tail - 2 * step))) / (12 * step);
}
