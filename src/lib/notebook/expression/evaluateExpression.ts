import { binaryOf, functionOf, hundredth, negate, type ElementwiseName } from './arithmetic';
import { columnOf } from './columns';
import { withParts, type Expression, type Operator } from './expression';
import { definitionOf, isFunctionName, type FunctionName } from './functions';
import { meanOf, percentileOf, probabilityOf } from './reduce';

/**
 * A number, or a sample: one value per trial, trial i the same possible future in every sample of a notebook.
 * +∞ is "never" and NaN "not defined"; see `arithmetic.ts` for how they compute.
 */
export type Lifted = number | Float64Array;

/** Trials computed together: the intermediate results of a long formula stay in the processor's cache. */
const blockTrials = 1024;

/**
 * The value of an expression over certain and uncertain values: trial by trial what it gives on that trial's numbers.
 * `mean median percentile probability` turn a sample into one number; everything else works within each trial, so the
 * difference of two scenarios is paired and `x - x` is exactly 0.
 *
 * @param read the value of a path; NaN for what is not there.
 * @param trials the length of every sample read.
 * @returns a sample when the value differs by trial, else a number.
 */
export function evaluateLifted(expression: Expression, read: (path: string) => Lifted, trials: number): Lifted {
  const reduced = withoutReductions(expression, read, trials);
  return evaluateBlocks(reduced, read, trials);
}

/**
 * The value at the point estimate. `null` is "never" or "not defined", both as read and as given back;
 * `whyMissing` tells which.
 *
 * @example evaluatePoint(expression, (path) => values[path] ?? null)
 */
export function evaluatePoint(expression: Expression, read: (path: string) => number | null): number | null {
  const value = evaluateNumber(expression, (path) => read(path) ?? Infinity);
  return Number.isFinite(value) ? value : null;
}

/** The same with "never" as +∞ and "not defined" as NaN. */
export function evaluateNumber(expression: Expression, read: (path: string) => number): number {
  return evaluateLifted(expression, read, 1) as number;
}

/** Computes what needs whole samples first, inside out; what remains works trial by trial. */
function withoutReductions(expression: Expression, read: (path: string) => Lifted, trials: number): Expression {
  const inner = withParts(expression, (part) => withoutReductions(part, read, trials));
  if (inner.tag !== 'call' || !isFunctionName(inner.name) || !definitionOf(inner.name).reduces) return inner;
  const [value, ...others] = inner.args.map((arg) => evaluateBlocks(arg, read, trials));
  return { tag: 'number', value: reduce(inner.name, value!, others) };
}

function reduce(name: FunctionName, value: Lifted, [probability = 0.5]: readonly Lifted[]): number {
  if (typeof value === 'number') return value;
  switch (name) {
    case 'mean':
      return meanOf(value);
    case 'probability':
      return probabilityOf(value);
    case 'percentile':
    case 'median':
      return typeof probability === 'number' ? percentileOf(value, probability) : NaN;
    default:
      throw new Error(`not a reduction: ${name}`);
  }
}

function evaluateBlocks(expression: Expression, read: (path: string) => Lifted, trials: number): Lifted {
  const known = new Map<string, Lifted>();
  const valueOf = (path: string): Lifted => {
    const value = known.get(path) ?? read(path);
    known.set(path, value);
    return value;
  };
  let all: Float64Array | null = null;
  const buffers: Float64Array[] = [];
  for (let start = 0; start < trials; start += blockTrials) {
    const length = Math.min(blockTrials, trials - start);
    const value = new Block(valueOf, start, length, buffers).evaluate(expression, 0);
    if (typeof value === 'number') return value;
    all ??= new Float64Array(trials);
    all.set(value, start);
  }
  return all ?? NaN;
}

/** One block of trials. Buffer k holds the result under way k levels deep; an operation writes over its first operand. */
class Block {
  readonly #read: (path: string) => Lifted;
  readonly #start: number;
  readonly #length: number;
  readonly #buffers: Float64Array[];

  constructor(read: (path: string) => Lifted, start: number, length: number, buffers: Float64Array[]) {
    this.#read = read;
    this.#start = start;
    this.#length = length;
    this.#buffers = buffers;
  }

  evaluate(expression: Expression, level: number): Lifted {
    switch (expression.tag) {
      case 'number':
        return expression.value;
      case 'name': {
        const value = this.#read(expression.path);
        return typeof value === 'number' ? value : value.subarray(this.#start, this.#start + this.#length);
      }
      case 'negate':
        return this.#one(negate, this.evaluate(expression.of, level), level);
      case 'percent':
        // 7.4 % is the number 0.074, which 7.4 ÷ 100 is not quite.
        if (expression.of.tag === 'number' && !String(expression.of.value).includes('e'))
          return Number(`${expression.of.value}e-2`);
        return this.#one(hundredth, this.evaluate(expression.of, level), level);
      case 'binary': {
        const left = this.evaluate(expression.left, level);
        const right = this.evaluate(expression.right, level + 1);
        return this.#two(expression.operator, left, right, level);
      }
      case 'call':
        return expression.name === 'if'
          ? this.#choose(expression.args, level)
          : this.#call(expression.name as ElementwiseName, expression.args, level);
    }
  }

  #buffer(level: number): Float64Array {
    const buffer = (this.#buffers[level] ??= new Float64Array(blockTrials));
    return buffer.length === this.#length ? buffer : buffer.subarray(0, this.#length);
  }

  #one(step: (x: number) => number, x: Lifted, level: number): Lifted {
    if (typeof x === 'number') return step(x);
    const result = this.#buffer(level);
    for (let i = 0; i < result.length; i++) result[i] = step(x[i]!);
    return result;
  }

  #two(operator: Operator, x: Lifted, y: Lifted, level: number): Lifted {
    const step = binaryOf[operator];
    if (typeof x === 'number' && typeof y === 'number') return step(x, y);
    const result = this.#buffer(level);
    // A certain operand left its own buffer unused.
    const left = typeof x === 'number' ? result.fill(x) : x;
    const right = typeof y === 'number' ? this.#buffer(level + 1).fill(y) : y;
    const column = columnOf[operator];
    if (column) column(left, right, result);
    else for (let i = 0; i < result.length; i++) result[i] = step(left[i]!, right[i]!);
    return result;
  }

  /** A certain condition leaves the other branch alone; an uncertain one takes from each what belongs to the trial. */
  #choose([condition, yes, no]: readonly Expression[], level: number): Lifted {
    const holds = this.evaluate(condition!, level);
    if (typeof holds === 'number') {
      if (holds !== holds) return NaN;
      return this.evaluate(holds !== 0 ? yes! : no!, level);
    }
    const first = this.evaluate(yes!, level + 1);
    const second = this.evaluate(no!, level + 2);
    const result = this.#buffer(level);
    for (let i = 0; i < result.length; i++) {
      const chosen = holds[i] !== 0 ? first : second;
      result[i] = holds[i] !== holds[i] ? NaN : typeof chosen === 'number' ? chosen : chosen[i]!;
    }
    return result;
  }

  #call(name: ElementwiseName, args: readonly Expression[], level: number): Lifted {
    const step: (values: readonly number[]) => number = functionOf[name];
    const values = args.map((arg, index) => this.evaluate(arg, level + index));
    if (values.every((value) => typeof value === 'number')) return step(values);
    const trial = new Array<number>(values.length).fill(0);
    const result = this.#buffer(level);
    for (let i = 0; i < result.length; i++) {
      for (let k = 0; k < values.length; k++) {
        const value = values[k]!;
        trial[k] = typeof value === 'number' ? value : value[i]!;
      }
      result[i] = step(trial);
    }
    return result;
  }
}
