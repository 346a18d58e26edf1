import { createContext, onMount, untrack } from 'svelte';
import type { SampleEngine } from '$lib/notebook/samples/sampleEngine';
import type { Published } from '$lib/notebook/published';
import { defaultSampler, defaultTrials } from '$lib/simulation/result';
import { SampleFeed } from './sampleFeed.svelte';
import { getSession } from './session.svelte';

/** The sample pass of a notebook: formulas over uncertain values, computed in a worker of their own, begun when first needed. */
export class Samples {
  #engine: Promise<SampleEngine> | null = null;
  #clients = 0;

  /** A feed of its own for whoever shows a value. */
  feed(): SampleFeed {
    return new SampleFeed(() => (this.#engine ??= this.#start()), this.#clients++);
  }

  async #start(): Promise<SampleEngine> {
    const { createSampleEngine, startSampleWorker } = await import('$lib/notebook/samples/sampleEngine');
    return createSampleEngine({ startWorker: typeof Worker === 'undefined' ? null : startSampleWorker });
  }

  /** Ends the worker; the next question starts another. */
  close(): void {
    void this.#engine?.then((engine) => engine.close());
    this.#engine = null;
  }
}

export const [getSamples, setSamples] = createContext<Samples>();

/**
 * Follows the trials of a published value while the component lives: coarsely while a hand moves, all of them at rest.
 * A certain value has none. Called while the component is being set up.
 */
export function takeSample(published: () => Published | undefined): SampleFeed {
  const session = getSession();
  const feed = getSamples().feed();
  let alive = $state(false);
  onMount(() => {
    alive = true;
    return () => feed.want(null, false);
  });
  $effect(() => {
    if (!alive) return;
    const value = published();
    const { seed, sampler = defaultSampler } = session.header;
    const { moving } = session;
    const job = value?.sample ? { published: value, seed, sampler, trials: defaultTrials } : null;
    untrack(() => feed.want(job, moving));
  });
  return feed;
}
