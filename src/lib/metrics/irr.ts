import { bisect } from 'simple-statistics';

/**
 * Every internal rate of return: all rates at which the net present value of the flows is zero.
 *
 * Convention: `flows[k]` at the end of period k, as in `npv`; only economically meaningful roots (1 + r > 0).
 * None is missed: present value is followed along δ = ln(1 + r), and its turning points, found by the same function,
 * fence the roots. A rate where the value only touches zero counts once.
 *
 * @param flows money per period, outlays negative; leading and trailing zeros do not matter.
 * @returns rates per period, ascending; empty when the flows never change sign (Descartes), so also without flows.
 * @see Descartes' rule of signs and its proof by Rolle's theorem; Hazen (2003), A new perspective on multiple internal rates
 *   of return, The Engineering Economist 48(1).
 * @example irrs([-5, 10.5, 1, -8, 1]) // [-0.87020125, 0.08859834, 0.70955953]
 */
export function irrs(flows: readonly number[]): number[] {
  return zeroForces(flows)
    .map((force) => Math.expm1(force))
    .filter((rate) => rate > -1 && Number.isFinite(rate))
    .map((rate) => (Math.abs(rate) < indistinguishableFromZero ? 0 : rate));
}

/**
 * Internal rate of return: the rate at which the flows are worth nothing today.
 *
 * Convention when there are several: the non-negative ones first, then the smallest magnitude, so that the answer does not
 * depend on a starting guess (as in spreadsheets). `irrs` tells whether there are several.
 *
 * @param flows money per period, `flows[k]` at the end of period k.
 * @returns rate per period; `null` when there is none.
 * @see numpy-financial, `irr`, whose choice among several this is; Brealey, Myers & Allen, ch. 5.
 * @example irr([-80000, 20000, 20000, 20000, 20000, 20000, 20000]) // 0.12978
 */
export function irr(flows: readonly number[]): number | null {
  const rates = irrs(flows);
  return rates.find((rate) => rate >= 0) ?? rates.at(-1) ?? null;
}

/** A rounding error must not turn a rate of zero negative, where it would lose the choice to a large positive one. */
const indistinguishableFromZero = 1e-12;

/** e to more than this overflows: such a rate could not be returned. */
const greatestForce = 700;

/** The forces of interest δ at which Σ flows[k]·e^(−kδ) is zero, ascending. */
function zeroForces(unscaled: readonly number[]): number[] {
  const flows = normalised(unscaled);
  const change = lastBeforeSignChange(flows);
  if (change === null) return [];
  const [low, high] = bounds(flows);

  // Multiplied by e^(sδ), with s inside a sign change, the sum keeps its zeros while its derivative has one sign change less:
  // between the zeros of that derivative the product is monotone and has at most one zero.
  const split = change + 0.5;
  const slope = flows.map((flow, k) => (split - k) * flow);
  const turning = zeroForces(slope).filter((force) => force > low && force < high);

  const zeros: number[] = [];
  let from = low;
  let signFrom = Math.sign(presentValue(flows, low).value);
  for (const to of [...turning, high]) {
    const { value, rounding } = presentValue(flows, to);
    const signTo = to !== high && Math.abs(value) <= rounding ? 0 : Math.sign(value);
    if (signFrom * signTo < 0) {
      const tolerance = Number.EPSILON * Math.max(1, -from, to);
      zeros.push(bisect((force) => presentValue(flows, force).value, from, to, 200, tolerance));
    }
    if (signTo === 0) zeros.push(to);
    from = to;
    signFrom = signTo;
  }
  return zeros;
}

/** Index of the last non-zero flow before the middle sign change; `null` when the sign never changes. */
function lastBeforeSignChange(flows: readonly number[]): number | null {
  const changes: number[] = [];
  let last: number | null = null;
  flows.forEach((flow, k) => {
    if (flow === 0) return;
    if (last !== null && Math.sign(flow) !== Math.sign(flows[last] ?? 0)) changes.push(last);
    last = k;
  });
  return changes[Math.floor(changes.length / 2)] ?? null;
}

/** Room outside the bounds: a zero may lie so close to one that rounding hides on which side. */
const margin = 1e-6;

/** Outside these forces the first or the last flow outweighs all others together (Cauchy's bound). */
function bounds(flows: readonly number[]): [low: number, high: number] {
  const sizes = flows.map(Math.abs).filter((size) => size > 0);
  const largest = Math.max(...sizes);
  const beyond = (size = largest) => Math.min(greatestForce, Math.log1p(largest / size) + margin);
  return [-beyond(sizes.at(-1)), beyond(sizes[0])];
}

/**
 * The present value, times the positive factor that keeps it from overflowing at negative forces, and how far rounding may have
 * moved it: twice the length times the unit roundoff, relative to the sum of sizes (Higham, Accuracy and Stability, 5.1).
 */
function presentValue(flows: readonly number[], force: number): { value: number; rounding: number } {
  const factor = Math.exp(-Math.abs(force));
  const last = flows.length - 1;
  let value = 0;
  let size = 0;
  for (let i = 0; i <= last; i++) {
    const flow = flows[force < 0 ? i : last - i] ?? 0;
    value = value * factor + flow;
    size = size * factor + Math.abs(flow);
  }
  return { value, rounding: (flows.length + 2) * Number.EPSILON * size };
}

/** Scaled to at most 1 in size, so that neither large money nor the repeated slopes overflow. */
function normalised(flows: readonly number[]): readonly number[] {
  const largest = Math.max(0, ...flows.map(Math.abs));
  return largest === 0 ? flows : flows.map((flow) => flow / largest);
}
