import { failure, success, type Result } from '$lib/metrics/result';
import * as v from 'valibot';
import type { CellKinds } from './cellKind';
import { dimensionSchema } from './cellSchema';
import { migrate } from './migrations';
import { currentVersion, type Cell, type Notebook } from './notebook';

/** Why stored or received text is not a notebook; worded in `i18n`. */
export type NotebookProblem =
  | { readonly tag: 'notJson' }
  | { readonly tag: 'newerVersion'; readonly version: number }
  | { readonly tag: 'invalid'; readonly path: string };

const frame = v.strictObject({
  version: v.literal(currentVersion),
  template: v.pipe(v.string(), v.maxLength(100)),
  language: v.picklist(['fi', 'en']),
  title: v.pipe(v.string(), v.maxLength(500)),
  subtitle: v.pipe(v.string(), v.maxLength(500)),
  client: v.pipe(v.string(), v.maxLength(500)),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff)),
  sampler: v.exactOptional(v.picklist(['sobol', 'sfc32'])),
  spentDimension: v.exactOptional(dimensionSchema),
  cells: v.pipe(v.array(v.looseObject({ id: v.string(), kind: v.string() })), v.maxLength(500)),
});

/** Reads untrusted text as a notebook: checked field by field, unknown parts and repeated ids refused. Never throws. */
export function parseNotebook(text: string, kinds: CellKinds): Result<Notebook, NotebookProblem> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return failure({ tag: 'notJson' });
  }
  return checkNotebook(data, kinds);
}

/** The same of what JSON gave: plain data from anywhere. Never throws. */
export function checkNotebook(data: unknown, kinds: CellKinds): Result<Notebook, NotebookProblem> {
  const version = (data as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > currentVersion) return failure({ tag: 'newerVersion', version });
  const parsed = v.safeParse(frame, migrate(data));
  if (!parsed.success) return failure({ tag: 'invalid', path: v.getDotPath(parsed.issues[0]) ?? '' });

  const cells: Cell[] = [];
  const ids = new Set<string>();
  for (const [index, cell] of parsed.output.cells.entries()) {
    const kind = Object.hasOwn(kinds, cell.kind) ? kinds[cell.kind] : undefined;
    const checked = kind && v.safeParse(kind.schema, cell);
    if (!checked?.success) {
      const path = checked ? (v.getDotPath(checked.issues[0]) ?? '') : 'kind';
      return failure({ tag: 'invalid', path: `cells.${index}.${path}` });
    }
    if (ids.has(cell.id)) return failure({ tag: 'invalid', path: `cells.${index}.id` });
    ids.add(cell.id);
    cells.push(checked.output);
  }
  return success({ ...parsed.output, cells });
}
