import type { Formats } from '$lib/i18n/formats';
import type { Evaluation } from '$lib/notebook/evaluateNotebook';
import { differencesOf, type FigureDifference, type FingerprintValue } from '$lib/notebook/fingerprint';
import type { Notebook } from '$lib/notebook/notebook';
import type { SharedNotebook } from '$lib/notebook/sharedNotebook';
import { modelVersion } from '$lib/scenario/modelVersion';
import { defaultSampler } from '$lib/simulation/result';
import { figureText } from './figureText';

/** Why the figures of a notebook are no longer those it was sent with. */
export type DifferenceCause = 'model' | 'draws' | 'altered';

/** What comparing says: nothing was sent to compare with, all figures are the same, or these differ. */
export type Verdict =
  | { readonly tag: 'nothing' }
  | { readonly tag: 'same' }
  | { readonly tag: 'differs'; readonly cause: DifferenceCause; readonly differences: readonly FigureDifference[] };

/** Compares what was sent with what the same document comes to here, at the same trials. */
export function toVerdict(sent: SharedNotebook, now: readonly FingerprintValue[]): Verdict {
  const { fingerprint, document } = sent;
  if (fingerprint.values.length === 0) return { tag: 'nothing' };
  const differences = differencesOf(fingerprint.values, now);
  if (differences.length === 0) return { tag: 'same' };
  const sameDraws = fingerprint.seed === document.seed && fingerprint.sampler === (document.sampler ?? defaultSampler);
  const cause = sent.modelVersion !== modelVersion ? 'model' : sameDraws ? 'altered' : 'draws';
  return { tag: 'differs', cause, differences };
}

/** A figure that differs, in words: "ROI, 12 kk 369 % → 371 %". */
export interface ToldDifference {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** Puts differences in words; two figures that round to the same are told by more digits. */
export function tellDifferences(
  differences: readonly FigureDifference[],
  notebook: Notebook,
  evaluation: Evaluation,
  formats: Formats,
): readonly ToldDifference[] {
  return differences.map(({ path, sent, now }) => {
    const { name, show } = figureText(path, notebook, evaluation, formats);
    const told = { name, from: show(sent), to: show(now) };
    if (told.from !== told.to || typeof sent !== 'number' || typeof now !== 'number') return told;
    return { name, from: formats.number(sent, 6), to: formats.number(now, 6) };
  });
}
