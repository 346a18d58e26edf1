import { replicates } from '$lib/simulation/result';
import { blockTrials, firstOutput, outputBins, places, plan } from '../layout';
import { cashPath } from './cashPath';
import { lifetimes } from './lifetimes';
import { countPaths, countReplicates, summarise } from './summaries';
import type { Views } from './views';

/** Blocks of a run; see assembly/blocks.as. */
export function blocks(views: Views, address: number, first: number, count: number, summed: number): void {
  const { f64, u32 } = views;
  const words = address / 4;
  const addresses = words + plan.addresses;
  for (let block = first; block < first + count; block++) {
    const ofBlock = (word: number): number => u32[word]! + block * u32[word + 1]!;
    for (let place = 0; place < places; place++) u32[addresses + place] = ofBlock(words + plan.lanes + 2 * place);
    const [months, horizon, flags] = [plan.months, plan.horizon, plan.flags].map((word) => u32[words + word]!);
    const world = ofBlock(words + plan.world);
    const series = [0, 4, 8].map((word) => words + plan.series + word);
    const [cumulative, revenue, customers] = series.map(ofBlock);
    cashPath(views, addresses * 4, world, months!, horizon!, flags!, cumulative!, revenue!, customers!);
    lifetimes(views, addresses * 4);

    const payback = u32[addresses + firstOutput]! / 8;
    for (let i = 0; i < blockTrials; i++) {
      if (summed && f64[payback + i]! <= 12) u32[u32[words + plan.within]! / 4 + (i % replicates)]!++;
      if (horizon! < 12 && f64[payback + i]! > horizon!) f64[payback + i] = Infinity;
    }
    if (!summed) continue;
    for (let entry = words + plan.outputs; entry < addresses; entry += 8) {
      const values = u32[addresses + firstOutput + u32[entry]!]!;
      summarise(views, values, (words + plan.scratch) * 4, ofBlock(entry + 2));
      const [start, scale] = [f64[entry / 2 + 2]!, f64[entry / 2 + 3]!];
      const counts = u32[entry + 1]!;
      if (counts) countReplicates(views, values, start, scale, outputBins, counts);
    }
    for (const entry of series) {
      const [grid, counts] = [u32[entry + 2]!, u32[entry + 3]!];
      if (counts) countPaths(views, ofBlock(entry), horizon! + 1, grid, counts);
    }
  }
}
