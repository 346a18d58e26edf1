import { createContext } from 'svelte';
import { createEngine } from '$lib/simulation/engine';
import type { SimulationRequest, SimulationResult } from '$lib/simulation/result';
import { startWorker } from '$lib/simulation/startWorker';
import { createWorkerPool, type WorkerPool } from '$lib/simulation/workerPool';
import { answers, SimulationFeed } from './simulationFeed.svelte';
import { whenIdle } from './whenIdle';

/** The simulations of a notebook, one feed for each scenario by its name, on one pool of workers. Empty until the page lives in a browser. */
export class Simulations {
  #feeds: Readonly<Record<string, SimulationFeed>> = $state.raw({});
  #pool: WorkerPool | null = null;
  #leaveWarming: (() => void) | null = null;

  of(name: string): SimulationFeed | null {
    return Object.hasOwn(this.#feeds, name) ? this.#feeds[name]! : null;
  }

  /** Starts the workers as soon as the page has nothing else to do: what is simulated first finds them. Called in the browser. */
  warmWhenIdle(): void {
    this.#leaveWarming ??= whenIdle(() => this.#workers().warm());
  }

  /** Keeps a feed for each scenario named: starts what is missing, lets go of the others. Called in the browser. */
  keep(names: readonly string[]): void {
    const before = this.#feeds;
    if (names.length === Object.keys(before).length && names.every((name) => Object.hasOwn(before, name))) return;
    this.#feeds = Object.fromEntries(names.map((name) => [name, this.of(name) ?? this.#start()]));
    for (const [name, feed] of Object.entries(before)) if (!names.includes(name)) feed.close();
  }

  /** Runs a request to exactly its trials, beside the feeds; one that a feed shows already is not run again. `null` when closed meanwhile. */
  async run(request: SimulationRequest): Promise<SimulationResult | null> {
    for (const { result } of Object.values(this.#feeds))
      if (result?.request.trials === request.trials && answers(result.request, request)) return result;
    const engine = createEngine(this.#workers());
    return engine.simulate(request).finally(() => engine.close());
  }

  #start(): SimulationFeed {
    const moving = () => Object.values(this.#feeds).filter(({ moves }) => moves).length;
    return new SimulationFeed(createEngine(this.#workers()), () => Math.max(1, moving()));
  }

  #workers(): WorkerPool {
    return (this.#pool ??= createWorkerPool({
      startWorker: typeof Worker === 'undefined' ? null : startWorker,
      workers: Math.min(navigator.hardwareConcurrency || 2, 8),
    }));
  }

  /** Ends every feed and the workers; `keep` may start anew. */
  close(): void {
    this.#leaveWarming?.();
    this.#leaveWarming = null;
    this.keep([]);
    this.#pool?.close();
    this.#pool = null;
  }
}

export const [getSimulations, setSimulations] = createContext<Simulations>();
