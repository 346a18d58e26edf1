import { evaluateNumber } from '$lib/notebook/expression/evaluateExpression';
import type { Expression } from '$lib/notebook/expression/expression';
import { namesIn } from '$lib/notebook/expression/names';
import type { Published } from '$lib/notebook/published';
import { driverTable, isDriverKey, type DriverKey } from '$lib/scenario/drivers';
import { rangeLimits } from '$lib/scenario/rangeLimits';
import { checkRange } from '$lib/uncertainty/checkRange';
import type { Range } from '$lib/uncertainty/range';
import { SOBOL_DIMENSIONS } from '$lib/uncertainty/sobolDimensions';

/** Draws of another value that a driver takes over: in every trial it is what its formula gives of that trial's value. */
export interface CarriedDraws {
  readonly range: Range;
  /** Of the value that is drawn: the same uniforms, so the same futures. */
  readonly dimension: number;
}

/** A value drawn by itself: an author's input, or a driver of another scenario. */
interface Drawn extends CarriedDraws {
  /** What its distribution is cut to. */
  readonly limits: readonly [min: number, max: number];
}

/** `slope` × the drawn value + `offset`; with nothing drawn it is `offset`, and certain. */
interface Line {
  readonly drawn: Drawn | null;
  readonly slope: number;
  readonly offset: number;
}

/**
 * The draws a driver takes over from a formula that scales and moves one uncertain value upwards (`price * 12`,
 * `base.investment + 50 000`): there the driver's distribution is of the same shape as the value's. `null` when the
 * formula does anything else with what is uncertain.
 *
 * @param read what is published under a path; everything the formula reads is.
 */
export function carriedDraws(
  key: DriverKey,
  expression: Expression,
  read: (path: string) => Published,
): CarriedDraws | null {
  const line = lineOf(expression, read);
  if (!driverTable[key].uncertain || !line?.drawn || !(line.slope > 0)) return null;
  const { drawn, slope, offset } = line;
  const { shape, ends, low, high, mode } = drawn.range;
  if (shape === 'lognormal' && offset !== 0) return null;
  const image = (value: number) => slope * value + offset;
  const range: Range = {
    shape,
    ends,
    low: image(low),
    high: image(high),
    ...(mode !== undefined && { mode: image(mode) }),
  };
  const [least, most] = driverTable[key].limits;
  if (checkRange(range) !== null || range.low < least || range.high > most || drawn.dimension > SOBOL_DIMENSIONS)
    return null;
  // Where the two are cut at different places, the tails must be too thin for it to matter: ends are P5–P95 or P10–P90.
  const cuts = rangeLimits(key, range);
  const apart = drawn.limits.some((limit, i) => {
    const [one, other] = [image(limit), cuts[i]!];
    const near = (cut: number) =>
      cut > range.low - (range.high - range.low) && cut < range.high + (range.high - range.low);
    return one !== other && (near(one) || near(other));
  });
  return apart && ends !== 'minmax' ? null : { range, dimension: drawn.dimension };
}

function lineOf(expression: Expression, read: (path: string) => Published): Line | null {
  const isCertain = (part: Expression) => namesIn(part).every((path) => read(path).sample === undefined);
  if (isCertain(expression)) {
    const offset = evaluateNumber(expression, (path) => read(path).value ?? Infinity);
    return Number.isFinite(offset) ? { drawn: null, slope: 0, offset } : null;
  }
  switch (expression.tag) {
    case 'name':
      return lineOfPublished(read(expression.path));
    case 'negate':
      return scaled(lineOf(expression.of, read), -1);
    case 'percent':
      return scaled(lineOf(expression.of, read), 0.01);
    case 'binary': {
      const [left, right] = [lineOf(expression.left, read), lineOf(expression.right, read)];
      if (!left || !right) return null;
      switch (expression.operator) {
        case '+':
          return sumOf(left, right);
        case '-':
          return sumOf(left, scaled(right, -1)!);
        case '*':
          return left.drawn && right.drawn
            ? null
            : right.drawn
              ? scaled(right, left.offset)
              : scaled(left, right.offset);
        case '/':
          return right.drawn || right.offset === 0 ? null : scaled(left, 1 / right.offset);
        default:
          return null;
      }
    }
    default:
      return null;
  }
}

function lineOfPublished({ sample }: Published): Line | null {
  switch (sample?.tag) {
    case 'input':
      return { drawn: sample, slope: 1, offset: 0 };
    case 'scenario': {
      const { key, ranges, correlations, dimensions } = sample;
      const range = isDriverKey(key) ? ranges[key] : undefined;
      if (!isDriverKey(key) || !range) return null;
      // What goes together with others there is not drawn by itself.
      if (correlations.some(({ a, b }) => (a === key || b === key) && ranges[a] && ranges[b])) return null;
      const dimension = dimensions[key] ?? driverTable[key].dimension;
      return { drawn: { range, dimension, limits: rangeLimits(key, range) }, slope: 1, offset: 0 };
    }
    case 'formula':
      return lineOf(sample.expression, (path) => sample.names[path]!);
    case undefined:
      return null;
  }
}

function scaled(line: Line | null, factor: number): Line | null {
  return line && { drawn: line.drawn, slope: factor * line.slope, offset: factor * line.offset };
}

function sumOf(a: Line, b: Line): Line | null {
  if (a.drawn && b.drawn && !sameDraws(a.drawn, b.drawn)) return null;
  return { drawn: a.drawn ?? b.drawn, slope: a.slope + b.slope, offset: a.offset + b.offset };
}

function sameDraws(a: Drawn, b: Drawn): boolean {
  return (
    a.dimension === b.dimension &&
    (['shape', 'ends', 'low', 'high', 'mode'] as const).every((part) => a.range[part] === b.range[part])
  );
}
