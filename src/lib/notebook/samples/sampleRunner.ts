import { createBlockRunner } from '$lib/simulation/blockRunner';
import type { Kernel } from '$lib/simulation/kernel/kernel';
import type { AlignedKey } from '$lib/simulation/result';
import type { Living } from '$lib/simulation/seat';
import { dealBlocks } from '$lib/simulation/share';
import { liftPublished, type RunScenario } from './liftPublished';
import type { SampleJob, SampleSummary } from './sampleJob';
import { summarise } from './summarise';

/** Computes what is shown of uncertain values, in a worker or on the page. Of one client's jobs only the newest counts. */
export interface SampleRunner extends Living {
  /** @returns `null` when a newer job of the same client arrived meanwhile. */
  summary(client: number, number: number, job: SampleJob): Promise<SampleSummary | null>;
}

/** Samples kept from job to job: a formula that reads what another has read, or two scenarios of which one moved. */
const keptSamples = 24;

/** @param kernel may come later, and is asked for when first needed. */
export function createSampleRunner(kernel: () => Kernel | Promise<Kernel>): SampleRunner {
  const runner = createBlockRunner(kernel);
  const newest = new Map<number, number>();
  const clients = new Map<string, number>();
  const kept = new Map<string, Float64Array>();

  const clientOf = (client: number, index: number): number => {
    const key = `${client} ${index}`;
    if (!clients.has(key)) clients.set(key, clients.size);
    return clients.get(key)!;
  };
  const keep = (key: string, values: Float64Array): void => {
    kept.delete(key);
    kept.set(key, values);
    for (const oldest of kept.keys()) {
      if (kept.size <= keptSamples) break;
      kept.delete(oldest);
    }
  };

  return {
    async summary(client, number, job) {
      newest.set(client, number);
      const run: RunScenario = async (request, keys, index) => {
        const { drivers, ranges, dimensions, correlations, seed, sampler, trials } = request;
        const scenario = JSON.stringify([drivers, ranges, dimensions, correlations, seed, sampler, trials]);
        const nameOf = (key: AlignedKey) => `${scenario} ${key}`;
        if (!keys.every((key) => kept.has(nameOf(key)))) {
          const ticket = { client: clientOf(client, index), number, since: number };
          const timed = await runner.run(ticket, request, dealBlocks(0, trials, 1)[0]!);
          if (!timed) return null;
          const { aligned } = timed.part;
          for (const key of keys) if (aligned[key]) keep(nameOf(key), aligned[key]);
        }
        return newest.get(client) === number
          ? Object.fromEntries(keys.map((key) => [key, kept.get(nameOf(key))]))
          : null;
      };
      const lifted = await liftPublished(job, run);
      return lifted === null || newest.get(client) !== number ? null : summarise(lifted);
    },
    isAlive: () => true,
  };
}
