import { driverKeys, driverTable, type DriverKey } from '$lib/scenario/drivers';
import type { Range } from '$lib/uncertainty/range';
import type { Arena } from './arena';
import { toCopula, type Copula } from './copula';
import type { DrawCache, Kept } from './drawCache';
import { driverTransform, toUniforms, writeTable, type DriverTransform } from './driverTransform';
import type { Kernel } from './kernel/kernel';
import {
  bitsRow,
  blockTrials,
  effectsFade,
  laneBytes,
  laneRecipes,
  mostMonths,
  newCustomersFollow,
  plan,
  scoreRow,
  stagger,
  tableBytes,
} from './kernel/layout';
import { defaultSampler, type SimulationRequest } from './result';
import { blocksIn, type Share } from './share';

/** Month k's revenue shock draws from dimension 64 + k (model.md 6). */
const shockDimension = 64;
const shockDimensions = Array.from({ length: mostMonths }, (_, month) => shockDimension + month + 1);
/** The kernel may write three rows more than it is asked for. */
const rows = mostMonths + 4;

/** The draws of a share of a request, block by block; `index` counts the share's own blocks. */
export interface BlockDraws {
  /** Whether all draws of the blocks before `end` are there. */
  readonly has: (end: number) => boolean;
  /** Sees to it that those of a block are there; what is not kept from run to run stands until the next. */
  readonly draw: (index: number) => void;
  /** Address of a driver's own values in a block that has been drawn; only of drivers wanted trial by trial. */
  readonly values: (driver: DriverKey, index: number) => number;
}

/** Rows drawn together: a copula's drivers first. */
interface RowPlan {
  readonly dimensions: readonly number[];
  /** How many of them are correlated. */
  readonly together: number;
  readonly rowOf: readonly number[];
}

/** An uncertain driver of a run. */
interface Uncertain {
  readonly driver: DriverKey;
  readonly transform: DriverTransform | null;
  readonly table: Kept | null;
  /** Its own lane, and those of its powers, by place. */
  readonly lanes: Lane[];
}

interface Lane {
  /** In the kernel's list; `null` for one that only the caller wants. */
  readonly place: number | null;
  readonly kept: Kept;
  readonly power?: readonly [number, number];
}

/**
 * Draws blocks into a kernel's memory and keeps what a later run may use again: each driver's values depend on its own
 * range alone, the revenue factors on the volatility. So a driver without a range may move without anything being drawn.
 *
 * @param planAt where the kernel's plan of a run stands; lanes, revenue factors and flags are put into it
 */
export function createBlockDraws(kernel: Kernel, arena: Arena, cache: DrawCache, planAt: number) {
  const bits = arena.take(rows * bitsRow);
  const scores = arena.take(laneRecipes.length * scoreRow);
  const mixed = arena.take(laneRecipes.length * scoreRow);
  const constants = arena.take(laneRecipes.length * (laneBytes + stagger));
  const constantAt = (place: number): number => constants + place * (laneBytes + stagger);
  const sigma = arena.take(laneBytes);
  const variances = arena.take(mostMonths * 4);
  const floats = (address: number, length: number): Float64Array => new Float64Array(kernel.buffer(), address, length);
  let variance = 0;
  const unit = new Float32Array(kernel.buffer(), variances, mostMonths);
  for (let month = 0; month < mostMonths; month++) unit[month] = variance = 0.36 * variance + 1;

  /** Of each driver the last: run after run asks for the same. */
  const transforms = new Map<DriverKey, { readonly range: string; readonly transform: DriverTransform }>();
  function toTransform(driver: DriverKey, range: Range): DriverTransform {
    const written = JSON.stringify(range);
    const known = transforms.get(driver);
    if (known?.range === written) return known.transform;
    const transform = driverTransform(driver, range);
    transforms.set(driver, { range: written, transform });
    return transform;
  }

  /** @param lasting whether this share is a worker's own, to be asked for again. */
  return (request: SimulationRequest, share: Share, lasting: boolean): BlockDraws => {
    const { drivers, ranges, dimensions: others = {}, seed, sampler = defaultSampler } = request;
    const copula = toCopula(request);
    const blocks = blocksIn(share);
    const months = Math.max(12, drivers.horizonMonths);
    const stream = [seedOf(request), share.first, share.step].join();
    const rangeOf = (key: DriverKey) => (driverTable[key].uncertain ? ranges[key] : undefined);
    const copulaKey = (key: DriverKey) => (copula?.drivers.includes(key) ? JSON.stringify(copula) : '');
    const keyOf = (key: DriverKey) =>
      [stream, key, others[key] ?? '', JSON.stringify(rangeOf(key)), copulaKey(key)].join('|');
    const life = lasting ? 'seed' : 'run';
    const hold = (key: string, bytes: number) => cache.hold(key, bytes, blocks, life);

    const setPlace = (word: number, address: number, step: number) =>
      new Uint32Array(kernel.buffer(), planAt + word * 4, 2).set([address, step]);
    const uncertain: Uncertain[] = [];
    laneRecipes.forEach(({ driver, power }, place) => {
      const address = constantAt(place);
      const chance = driver === 'successProbability' && drivers.successProbability < 1;
      if (!rangeOf(driver) && !chance) {
        const value = driver === 'successProbability' ? 1 : (drivers[driver] ?? 0);
        floats(address, blockTrials).fill(value);
        if (power) kernel.powerLane(address, address, ...power);
        setPlace(plan.lanes + 2 * place, address, 0);
        return;
      }
      const own = chance ? [stream, driver, drivers.successProbability].join('|') : keyOf(driver);
      const lane = { place, kept: hold([own, place].join('|'), laneBytes), ...(power && { power }) };
      addLane(driver, lane);
    });
    for (const driver of alignedDrivers(request)) {
      const plain = uncertain.find((each) => each.driver === driver)?.lanes.some(({ power }) => !power);
      if (!plain) addLane(driver, { place: null, kept: hold(`${keyOf(driver)}|plain`, laneBytes) });
    }
    function addLane(driver: DriverKey, lane: Lane): void {
      const known = uncertain.find((other) => other.driver === driver);
      if (known) known.lanes.push(lane);
      else uncertain.push({ driver, lanes: [lane], ...transformOf(driver) });
    }

    const volatilityRange = rangeOf('monthlyVolatility');
    const volatile = drivers.monthlyVolatility > 0 || volatilityRange !== undefined;
    const volatilityKey = volatilityRange ? keyOf('monthlyVolatility') : [stream, drivers.monthlyVolatility].join('|');
    const worldBytes = months * blockTrials * 4;
    const world = volatile ? hold(['world', volatilityKey, months].join('|'), worldBytes) : null;
    const volatility: Uncertain | null = volatilityRange
      ? { driver: 'monthlyVolatility', lanes: [], ...transformOf('monthlyVolatility') }
      : null;
    if (!volatility) floats(sigma, blockTrials).fill(drivers.monthlyVolatility);
    const shockRows = shockDimensions.slice(0, months);
    for (const { lanes } of uncertain)
      for (const { place, kept } of lanes)
        if (place !== null) setPlace(plan.lanes + 2 * place, kept.address, stepOf(kept));
    setPlace(plan.world, world?.address ?? 0, world ? stepOf(world) : 0);
    const fades = drivers.fadePerYear > 0 || rangeOf('fadePerYear') !== undefined;
    const follows = drivers.newCustomersPerYear === null;
    new Uint32Array(kernel.buffer(), planAt + plan.flags * 4, 1)[0] =
      (follows ? newCustomersFollow : 0) | (fades ? effectsFade : 0);
    const allKept = [...uncertain.flatMap(({ lanes }) => lanes.map(({ kept }) => kept)), ...(world ? [world] : [])];

    function transformOf(driver: DriverKey): Pick<Uncertain, 'transform' | 'table'> {
      const range = rangeOf(driver);
      if (!range) return { transform: null, table: null };
      const transform = toTransform(driver, range);
      const table = transform.table && cache.hold(`table|${driver}|${JSON.stringify(range)}`, tableBytes, 1, 'always');
      if (table && table.filled === 0) {
        writeTable(kernel, transform.table!, table.address);
        table.filled = 1;
      }
      return { transform, table };
    }

    let planned: readonly Uncertain[] = [];
    let rowsPlanned: RowPlan = { dimensions: [], together: 0, rowOf: [] };
    /** Which rows to draw for these drivers: with one of a copula, all of it, and first. One block after the other wants the same. */
    function planRows(wanted: readonly Uncertain[]): RowPlan {
      if (wanted.length === planned.length && wanted.every((each, i) => each === planned[i])) return rowsPlanned;
      const names = wanted.map(({ driver }) => driver);
      const together = names.some((name) => copula?.drivers.includes(name)) ? copula!.drivers : [];
      const drawn = [...together, ...names.filter((name) => !together.includes(name))];
      planned = wanted;
      rowsPlanned = {
        dimensions: drawn.map((name) => others[name] ?? driverTable[name].dimension),
        together: together.length,
        rowOf: names.map((name) => drawn.indexOf(name)),
      };
      return rowsPlanned;
    }

    /** Draws drivers for a block, each to its place. */
    function drawDrivers(wanted: readonly Uncertain[], places: readonly number[], block: number): void {
      const { dimensions, together, rowOf } = planRows(wanted);
      kernel.drawBits(sampler, seed, dimensions, block, bits);
      if (copula && together > 0) {
        kernel.scores(bits, scores, together);
        mix(copula);
      }
      wanted.forEach(({ transform, table }, i) => {
        const row = rowOf[i]!;
        let from = mixed + row * scoreRow;
        if (row >= together) {
          from = scores;
          if (transform?.from === 'score') kernel.scores(bits + row * bitsRow, from, 1);
          else kernel.uniforms(bits + row * bitsRow, from);
        } else if (transform?.from === 'uniform') {
          toUniforms(floats(from, blockTrials));
        }
        if (transform) transform.apply(kernel, from, places[i]!, table?.address ?? 0);
        else kernel.belowLane(from, places[i]!, drivers.successProbability);
      });
    }

    /** Correlated scores from independent ones. */
    function mix({ factor }: Copula): void {
      factor.forEach((weights, row) => {
        const out = floats(mixed + row * scoreRow, blockTrials).fill(0);
        for (let column = 0; column <= row; column++) {
          const own = floats(scores + column * scoreRow, blockTrials);
          for (let i = 0; i < blockTrials; i++) out[i]! += weights[column]! * own[i]!;
        }
      });
    }

    function draw(index: number): void {
      const block = share.first + index * share.step;
      const missing = uncertain.filter(({ lanes }) => lanes.some(({ kept }) => kept.filled <= index));
      if (missing.length > 0) {
        const places = missing.map((each) => {
          const plain = each.lanes.find(({ power }) => !power);
          // A driver needed as a power only is drawn where its constant would stand.
          return plain ? addressOf(plain.kept, index) : constantAt(each.lanes[0]!.place!);
        });
        drawDrivers(missing, places, block);
        missing.forEach(({ lanes }, i) => {
          for (const { kept, power } of lanes) {
            if (power) kernel.powerLane(places[i]!, addressOf(kept, index), ...power);
            if (kept.capacity > 0) kept.filled = Math.max(kept.filled, index + 1);
          }
        });
      }
      if (world && world.filled <= index) {
        if (volatility) drawDrivers([volatility], [sigma], block);
        kernel.drawBits(sampler, seed, shockRows, block, bits);
        kernel.floatScores(bits, months);
        kernel.shocks(bits, months, sigma, variances, addressOf(world, index));
        if (world.capacity > 0) world.filled = Math.max(world.filled, index + 1);
      }
    }

    return {
      has: (end) => allKept.every(({ filled }) => filled >= end),
      draw,
      values(driver, index) {
        const lanes = uncertain.find((each) => each.driver === driver)?.lanes;
        return addressOf(lanes!.find(({ power }) => !power)!.kept, index);
      },
    };
  };
}

/** What all draws of a request depend on: of another seed or sampler none is of any use. */
export const seedOf = ({ seed, sampler = defaultSampler }: SimulationRequest): string => [seed, sampler].join();

/** Drivers whose draws a request wants trial by trial. */
export function alignedDrivers({ ranges, aligned = [] }: SimulationRequest): DriverKey[] {
  return driverKeys.filter((key) => driverTable[key].uncertain && ranges[key] && aligned.includes(key));
}

const stepOf = ({ capacity, bytesPerBlock }: Kept): number => (capacity > 0 ? bytesPerBlock : 0);
const addressOf = (kept: Kept, index: number): number => kept.address + index * stepOf(kept);
