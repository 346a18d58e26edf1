import type { FanGrid } from './fanCounts';
import type { Bins } from './replicateCounts';
import type { AlignedKey, FanSeries, SummarisedOutput } from './result';
import type { Share } from './share';

/** What one worker makes of its share of the blocks. Plain data with typed arrays, transferred. */
export interface PartialResult {
  readonly share: Share;
  /** Ascending, "never" (+∞) last. */
  readonly sorted: Readonly<Record<SummarisedOutput, Float64Array>>;
  /** What `summarise` writes of each block, in block order. */
  readonly summaries: Readonly<Record<SummarisedOutput, Float64Array>>;
  /** `null` where no errors were asked for. */
  readonly replicateCounts: Readonly<Record<SummarisedOutput, Uint32Array>> | null;
  readonly bins: Readonly<Record<SummarisedOutput, Bins>>;
  /** Per replicate. */
  readonly paybackWithin12: Uint32Array;
  readonly grid: Readonly<Record<FanSeries, FanGrid>>;
  /** Trials per bin, month after month. */
  readonly counts: Readonly<Record<FanSeries, Uint32Array>>;
  /** What was wanted trial by trial, block after block of the share. */
  readonly aligned: Readonly<Partial<Record<AlignedKey, Float64Array>>>;
}

/** The buffers of a partial result, to be transferred instead of copied. */
export function buffersOf({ bins: _, share: __, paybackWithin12, ...records }: PartialResult): ArrayBufferLike[] {
  return [{ paybackWithin12 }, ...Object.values(records)].flatMap((record) =>
    Object.values(record ?? {}).map((array: Float64Array | Float32Array | Uint32Array) => array.buffer),
  );
}
