import type { Arena } from './arena';

/** Draws kept in a kernel's memory: block after block, as far as `filled`. */
export interface Kept {
  readonly address: number;
  readonly bytesPerBlock: number;
  /** Blocks there is room for; 0 when there is room for one only, which is drawn anew each time. */
  readonly capacity: number;
  filled: number;
}

/** How long something is worth its room: for this run, for as long as the draws are of one seed and sampler, or always. */
export type Life = 'run' | 'seed' | 'always';

/** Bytes a worker keeps at most: of two workers, its half of the default run over 120 months and a moving hand's whole one. */
const budgetBytes = 128 * 1024 * 1024;

/**
 * Keeps draws from run to run, the least recently used going first. What is too large to keep gets room for one block.
 */
export interface DrawCache {
  hold(key: string, bytesPerBlock: number, blocks: number, life: Life): Kept;
  /**
   * Nothing held since the last release may go before the next one.
   *
   * @param seed of the run that follows, with its sampler: what was kept of another gives its room at once.
   */
  release(seed: string): void;
}

export function createDrawCache(arena: Arena, budget = budgetBytes): DrawCache {
  const kept = new Map<string, Kept>();
  const inUse = new Set<string>();
  /** Of what is worth keeping for one seed only. */
  const seeds = new Map<string, string>();
  let seedNow = '';
  let used = 0;
  const sizeOf = ({ capacity, bytesPerBlock }: Kept): number => Math.max(1, capacity) * bytesPerBlock;
  const drop = (key: string): void => {
    const entry = kept.get(key)!;
    kept.delete(key);
    seeds.delete(key);
    used -= sizeOf(entry);
    arena.give(entry.address);
  };

  return {
    hold(key, bytesPerBlock, blocks, life) {
      const lasting = life !== 'run';
      const known = kept.get(key);
      if (known && known.capacity < blocks && lasting) drop(key);
      else if (known && lasting) {
        kept.delete(key);
        kept.set(key, known);
        inUse.add(key);
        return known;
      }
      let capacity = lasting ? blocks : 0;
      for (const old of [...kept.keys()]) {
        if (used + Math.max(1, capacity) * bytesPerBlock <= budget) break;
        if (!inUse.has(old)) drop(old);
      }
      if (used + capacity * bytesPerBlock > budget) capacity = 0;
      const name = capacity > 0 ? key : `${key}|once`;
      inUse.add(name);
      const room = kept.get(name);
      if (room) return room;
      const address = arena.take(Math.max(1, capacity) * bytesPerBlock);
      const entry: Kept = { address, bytesPerBlock, capacity, filled: 0 };
      used += sizeOf(entry);
      kept.set(name, entry);
      if (life !== 'always') seeds.set(name, seedNow);
      return entry;
    },
    release(seed) {
      inUse.clear();
      seedNow = seed;
      for (const [key, of] of seeds) if (of !== seed) drop(key);
    },
  };
}
