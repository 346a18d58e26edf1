import { failure, success, type Result } from '$lib/metrics/result';
import { modelVersion } from '$lib/scenario/modelVersion';
import { mostTrials } from '$lib/simulation/result';
import * as v from 'valibot';
import type { CellKinds } from './cellKind';
import { toTwelveDigits, type Fingerprint } from './fingerprint';
import type { Notebook } from './notebook';
import { checkNotebook, type NotebookProblem } from './parseNotebook';

/** What a link or a file carries: the whole notebook, and what its sender saw it come to. */
export interface SharedNotebook {
  readonly format: 'arvio';
  readonly document: Notebook;
  /** Of the equations that gave the figures. */
  readonly modelVersion: number;
  readonly fingerprint: Fingerprint;
}

/** Trials are drawn in blocks of 256, whose number a fingerprint states. */
const wholeBlocks = 256;
const longestPath = 200;
const mostValues = 5000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const envelope = v.strictObject({
  format: v.literal('arvio'),
  document: v.unknown(),
  modelVersion: v.pipe(count, v.minValue(1), v.maxValue(1_000_000)),
  fingerprint: v.strictObject({
    seed: v.pipe(count, v.maxValue(0xffffffff)),
    trials: v.pipe(count, v.minValue(wholeBlocks), v.maxValue(mostTrials), v.multipleOf(wholeBlocks)),
    sampler: v.picklist(['sobol', 'sfc32']),
    values: v.pipe(
      v.array(
        v.strictTuple([v.pipe(v.string(), v.maxLength(longestPath)), v.nullable(v.pipe(v.number(), v.finite()))]),
      ),
      v.maxLength(mostValues),
      v.check((values) => new Set(values.map(([path]) => path)).size === values.length),
    ),
  }),
});

/** A notebook with what it comes to here and now, as it is sent. */
export function toShared(document: Notebook, fingerprint: Fingerprint): SharedNotebook {
  const values = fingerprint.values.map(([path, value]) => [path, toTwelveDigits(value)] as const);
  return { format: 'arvio', document, modelVersion, fingerprint: { ...fingerprint, values } };
}

/** Reads a link's or a file's text: checked field by field, the document migrated, anything unknown refused. Never throws. */
export function parseShared(text: string, kinds: CellKinds): Result<SharedNotebook, NotebookProblem> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    // Also what is nested too deep for an engine to read.
    return failure({ tag: 'notJson' });
  }
  // The document first: one of a newer version may well stand in an envelope that is not known here either.
  const inside = typeof data === 'object' && data !== null && Object.hasOwn(data, 'document');
  const document = checkNotebook(inside ? (data as { document: unknown }).document : undefined, kinds);
  if (!document.ok && document.problem.tag === 'newerVersion') return document;
  const parsed = v.safeParse(envelope, data);
  if (!parsed.success) return failure({ tag: 'invalid', path: v.getDotPath(parsed.issues[0]) ?? '' });
  if (!document.ok) {
    const { problem } = document;
    return failure(problem.tag === 'invalid' ? { ...problem, path: `document.${problem.path}` } : problem);
  }
  return success({ ...parsed.output, document: document.value });
}
