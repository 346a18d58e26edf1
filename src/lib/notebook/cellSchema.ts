import { firstInputDimension } from '$lib/simulation/result';
import { checkRange } from '$lib/uncertainty/checkRange';
import * as v from 'valibot';

/** What a name may be: it stands in formulas and in `{…}` of text, so it begins with a letter and has no spaces. */
export const namePattern = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Letters a name may have. */
export const longestName = 60;

/** A stored name. */
export const nameSchema = v.pipe(v.string(), v.maxLength(longestName), v.regex(namePattern));

/** A stored reference to a cell: a name, or nothing chosen yet. */
export const referenceSchema = v.union([v.literal(''), nameSchema]);

export const titleSchema = v.pipe(v.string(), v.maxLength(500));
/** The dimension of an author's own input; more than any document uses up is damage. */
export const dimensionSchema = v.pipe(v.number(), v.integer(), v.minValue(firstInputDimension), v.maxValue(1_000_000));

export const finiteSchema = v.pipe(v.number(), v.finite());

/** A `StatedRange` that gives a distribution. */
export const statedRangeSchema = v.pipe(
  v.strictObject({
    shape: v.picklist(['lognormal', 'normal', 'pert', 'triangular', 'uniform']),
    ends: v.picklist(['p5p95', 'p10p90', 'minmax']),
    low: finiteSchema,
    high: finiteSchema,
    mode: v.exactOptional(finiteSchema),
    at: finiteSchema,
  }),
  v.check((range) => checkRange(range) === null),
);

/**
 * The schema of a kind of cell: what every cell has, and the kind's own fields. Anything else is refused.
 *
 * @example cellSchema('fan', { title: titleSchema, of: referenceSchema, series: v.picklist(fanSeries) })
 */
export function cellSchema<const Kind extends string, Entries extends v.ObjectEntries>(kind: Kind, entries: Entries) {
  return v.strictObject({
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
    kind: v.literal(kind),
    name: v.exactOptional(nameSchema),
    wide: v.exactOptional(v.literal(true)),
    folded: v.exactOptional(v.literal(true)),
    hidden: v.exactOptional(v.literal(true)),
    ...entries,
  });
}
