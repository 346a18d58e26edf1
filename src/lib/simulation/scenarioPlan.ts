import { driverKeys, type DriverKey } from '$lib/scenario/drivers';
import { createArena } from './arena';
import type { Kernel } from './kernel/kernel';
import {
  bitsRow,
  blockTrials,
  effectsFade,
  firstOutput,
  laneBytes,
  laneRecipes,
  newCustomersFollow,
} from './kernel/layout';
import type { SimulationRequest } from './result';
import type { Matrix, SaltelliPlan } from './saltelli';
import { createFillDriver, factorsOf, fillShock, type FactorKey } from './scenarioFactors';

/** Outputs whose variance can be divided, in the order in which the kernel writes them. */
export const sharedOutputs = ['payback', 'roi12', 'npv'] as const;
export type SharedOutput = (typeof sharedOutputs)[number];

export interface ScenarioPlan extends SaltelliPlan<Matrix> {
  readonly keys: readonly FactorKey[];
  /** A factor's values in the block drawn last, one per trial; `null` for the shocks, which are many numbers. */
  readonly values: (factor: number, matrix: Matrix) => Float64Array | null;
}

/** Autocorrelation of the monthly revenue shock (model.md 2). */
const shockMemory = 0.6;

/**
 * A scenario as a model of its uncertain factors, on the block kernel. Both matrices stand in the kernel's memory, so that
 * a mixed trial only takes other addresses. The kernel's memory is this plan's own.
 *
 * "Never" counts as the horizon: a payback censored there has a finite variance, in months a reader knows.
 */
export function createScenarioPlan(request: SimulationRequest, output: SharedOutput, kernel: Kernel): ScenarioPlan {
  const { drivers, ranges } = request;
  const keys = factorsOf(request);
  const horizon = drivers.horizonMonths;
  const months = Math.max(12, horizon);
  const fillDriver = createFillDriver(request);

  const { take } = createArena(kernel);
  const pair = (bytes: number): Record<Matrix, number> => ({ a: take(bytes), b: take(bytes) });
  const isFactor = (key: DriverKey): boolean => keys.includes(key);
  /** A driver as it is; one lane serves both matrices when it is certain. */
  const lanes = Object.fromEntries(
    driverKeys.map((key) => {
      const lane = take(laneBytes);
      return [key, { a: lane, b: isFactor(key) ? take(laneBytes) : lane }];
    }),
  ) as Record<DriverKey, Record<Matrix, number>>;
  const recipes = laneRecipes.map((recipe) => ({
    ...recipe,
    at: recipe.power ? pair(laneBytes) : lanes[recipe.driver],
  }));
  const outputs = sharedOutputs.map(() => take(laneBytes));
  const shaken = keys.includes('shocks');
  const scores = pair(shaken ? months * bitsRow : 0);
  const worlds = { a: pair(shaken ? months * laneBytes : 0), b: pair(shaken ? months * laneBytes : 0) };
  const variances = take(months * 4);
  // The kernel keeps the cumulative cash whether anybody asks or not.
  const cumulative = take((months + 1) * blockTrials * 4);
  const addresses = take(4 * (firstOutput + sharedOutputs.length));

  const laneAt = (address: number): Float64Array => new Float64Array(kernel.buffer(), address, blockTrials);
  const floatsAt = (address: number): Float32Array => new Float32Array(kernel.buffer(), address, blockTrials);
  const own = new Float64Array(blockTrials);
  function raise(key: DriverKey, matrix: Matrix): void {
    for (const { driver, power, at } of recipes)
      if (driver === key && power) kernel.powerLane(lanes[key][matrix], at[matrix], ...power);
  }
  for (const key of driverKeys) {
    laneAt(lanes[key].a).fill(drivers[key] ?? 0);
    raise(key, 'a');
    if (!isFactor(key)) raise(key, 'b');
  }
  new Float32Array(kernel.buffer(), variances, months).forEach((_, month, all) => {
    all[month] = 1 + (month > 0 ? shockMemory * shockMemory * all[month - 1]! : 0);
  });
  const flags =
    (drivers.newCustomersPerYear === null ? newCustomersFollow : 0) |
    (drivers.fadePerYear > 0 || ranges.fadePerYear ? effectsFade : 0);

  /** Revenue factors of the block, by volatility and by shocks; made when asked for. */
  let made: Record<Matrix, Record<Matrix, boolean>>;
  function worldOf(volatility: Matrix, shocks: Matrix): number {
    const at = worlds[volatility][shocks];
    if (!made[volatility][shocks])
      kernel.shocks(scores[shocks], months, lanes.monthlyVolatility[volatility], variances, at);
    made[volatility][shocks] = true;
    return at;
  }

  return {
    keys,
    factors: keys.length,
    draw(factor, matrix, block) {
      const key = keys[factor]!;
      // Whatever is drawn anew, worlds of the last block are none of this one.
      made = { a: { a: false, b: false }, b: { a: false, b: false } };
      if (key !== 'shocks') {
        fillDriver(key, matrix, block, laneAt(lanes[key][matrix]));
        raise(key, matrix);
      } else
        for (let month = 1; month <= months; month++)
          floatsAt(scores[matrix] + (month - 1) * bitsRow).set(fillShock(request, month, matrix, block, own));
      return matrix;
    },
    model(draws, out) {
      const matrixOf = (key: FactorKey): Matrix => draws[keys.indexOf(key)] ?? 'a';
      const table = new Uint32Array(kernel.buffer(), addresses, firstOutput + sharedOutputs.length);
      recipes.forEach(({ driver, at }, place) => (table[place] = at[matrixOf(driver)]));
      table.set(outputs, firstOutput);
      const world = shaken ? worldOf(matrixOf('monthlyVolatility'), matrixOf('shocks')) : 0;
      kernel.cashPath(addresses, world, months, horizon, flags, cumulative, 0, 0);
      out.set(laneAt(outputs[sharedOutputs.indexOf(output)]!));
      if (output === 'payback') for (let i = 0; i < out.length; i++) out[i] = Math.min(out[i]!, horizon);
    },
    values: (factor, matrix) => {
      const key = keys[factor]!;
      return key === 'shocks' ? null : laneAt(lanes[key][matrix]);
    },
  };
}
