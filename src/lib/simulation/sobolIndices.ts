import { fillSobolUniforms } from '$lib/uncertainty/sobol';
import { blockTrials } from './kernel/layout';
import { replicateInterval, type Estimate } from './replicateInterval';
import { replicates } from './result';
import { evaluateSaltelli, type Matrix, type SaltelliOutputs } from './saltelli';

/** How the variance of an output divides over independent factors; in their order. */
export interface SobolIndices {
  /** Share of the variance a factor explains alone (first order), 0–1; `null` where there is no variance to divide. */
  readonly first: readonly (Estimate | null)[];
  /** The same with all it does together with others (total). */
  readonly total: readonly (Estimate | null)[];
  /** 0 when the output is constant; `null` when some output is not a finite number. */
  readonly variance: number | null;
}

export interface SobolIndicesSpec {
  /** Writes the output of each trial of a block; one array of uniforms in (0, 1) per dimension. */
  readonly model: (uniforms: readonly Float64Array[], out: Float64Array) => void;
  /** 1 to 32 */
  readonly dimensions: number;
  /** Base points, a power of two, at least 256; the model is evaluated trials × (dimensions + 2) times. */
  readonly trials: number;
  /** uint32 */
  readonly seed: number;
}

/** Dimensions there is room for. */
const most = 32;

/**
 * The dimension of B that goes with one of A: the upper half of the 64 that drivers may have, so that no month's shock and
 * no author's input (model.md 6) is near. Low dimensions, because pairs of high ones fill their squares late.
 */
export function twinOf(dimension: number): number {
  if (!(dimension >= 1 && dimension <= most)) throw new Error(`no twin of dimension: ${dimension}`);
  return most + dimension;
}

/**
 * First-order and total Sobol' indices of a model of independent uniforms, each with a 95 % interval. A and B are
 * different dimensions of the same scrambled Sobol' sequence, hence independent. The same arguments give the same bytes.
 *
 * @example sobolIndices({ model: ([x], out) => out.set(x!), dimensions: 1, trials: 256, seed: 1 }).first[0]!.value // 1
 */
export function sobolIndices({ model, dimensions, trials, seed }: SobolIndicesSpec): SobolIndices {
  if (!(dimensions >= 1 && dimensions <= most)) throw new Error(`dimensions must be 1 to ${most}: ${dimensions}`);
  const columns = () => Array.from({ length: dimensions }, () => new Float64Array(blockTrials));
  const uniforms: Record<Matrix, Float64Array[]> = { a: columns(), b: columns() };
  const draw = (factor: number, matrix: Matrix, block: number) => {
    const column = uniforms[matrix][factor]!;
    fillSobolUniforms(seed, matrix === 'a' ? factor + 1 : twinOf(factor + 1), block, column);
    return column;
  };
  const run = evaluateSaltelli({ factors: dimensions, draw, model }, trials);
  for (;;) {
    const step = run.next();
    if (step.done) return toSobolIndices(step.value);
  }
}

/** Deviations smaller than this share of the output itself are rounding. */
const rounding = 1e-10;

/**
 * The indices from the model's outputs. First order: mean of f(B)·(f(AB) − f(A)) with f centred, which keeps a far-off
 * mean out of the noise; total: half the mean square of f(A) − f(AB); both over the variance of A and B together.
 *
 * Source: Saltelli et al. (2010), table 2 (b), first order; Jansen (1999), ibid. (f), total.
 */
export function toSobolIndices({ a, b, mixed }: SaltelliOutputs): SobolIndices {
  const trials = a.length;
  const nothing = mixed.map(() => null);
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < trials; i++) {
    sum += a[i]! + b[i]!;
    largest = Math.max(largest, Math.abs(a[i]!), Math.abs(b[i]!));
  }
  // One output that is not finite leaves the sum so; a sum too large for a number says the same.
  if (!Number.isFinite(sum)) return { first: nothing, total: nothing, variance: null };
  const mean = sum / (2 * trials);

  const variances = new Float64Array(replicates);
  for (let i = 0; i < trials; i++) {
    const [x, y] = [a[i]! - mean, b[i]! - mean];
    variances[i % replicates]! += (x * x + y * y) / 2;
  }
  let squares = 0;
  for (const part of variances) squares += part;
  const variance = squares / trials;
  if (!Number.isFinite(variance)) return { first: nothing, total: nothing, variance: null };
  const noise = rounding * largest;
  if (variance <= noise * noise) return { first: nothing, total: nothing, variance: 0 };

  const first: (Estimate | null)[] = [];
  const total: (Estimate | null)[] = [];
  for (const values of mixed) {
    const alone = new Float64Array(replicates);
    const withOthers = new Float64Array(replicates);
    for (let i = 0; i < trials; i++) {
      const change = values[i]! - a[i]!;
      alone[i % replicates]! += (b[i]! - mean) * change;
      withOthers[i % replicates]! += (change * change) / 2;
    }
    // A mixed trial may fail where neither of its parents does.
    const finite = alone.every(Number.isFinite) && withOthers.every(Number.isFinite);
    first.push(finite ? replicateInterval(alone, variances, [0, 1]) : null);
    total.push(finite ? replicateInterval(withOthers, variances, [0, 1]) : null);
  }
  return { first, total, variance };
}
