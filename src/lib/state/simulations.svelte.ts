import { createContext } from 'svelte';
import { createEngine, type RefiningEngine } from '$lib/simulation/engine';
import { startWorker } from '$lib/simulation/startWorker';
import { SimulationFeed } from './simulationFeed.svelte';

/** The simulations of a notebook, one feed for each scenario by its name. Empty until the page lives in a browser. */
export class Simulations {
  #feeds: Readonly<Record<string, SimulationFeed>> = $state.raw({});
  #engines: RefiningEngine[] = [];

  of(name: string): SimulationFeed | null {
    return Object.hasOwn(this.#feeds, name) ? this.#feeds[name]! : null;
  }

  /** Starts a feed for each scenario named; called once, in the browser. */
  start(names: readonly string[]): void {
    this.#feeds = Object.fromEntries(
      names.map((name) => {
        const engine = createEngine({
          startWorker: typeof Worker === 'undefined' ? null : startWorker,
          workers: Math.min(navigator.hardwareConcurrency || 2, 8),
        });
        this.#engines.push(engine);
        return [name, new SimulationFeed(engine)];
      }),
    );
  }

  close(): void {
    this.#engines.forEach((engine) => engine.close());
    this.#engines = [];
  }
}

export const [getSimulations, setSimulations] = createContext<Simulations>();
