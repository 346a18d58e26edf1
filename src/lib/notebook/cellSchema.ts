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
export const finiteSchema = v.pipe(v.number(), v.finite());

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
