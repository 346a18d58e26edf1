import type { RefiningEngine } from '$lib/simulation/engine';
import type { SimulationRequest, SimulationResult } from '$lib/simulation/result';

export interface Run {
  readonly request: SimulationRequest;
  /** Whether a moving hand asked for it. */
  readonly moving: boolean;
  /** Ends the run as an engine would: with its result. */
  readonly finish: () => Promise<void>;
  /** As it does when a newer request has taken over. */
  readonly giveUp: () => Promise<void>;
  readonly fail: () => Promise<void>;
}

/** An engine whose runs end when the test says so. */
export function fakeEngine() {
  const runs: Run[] = [];
  const givenBack: SimulationResult[] = [];
  const engine: RefiningEngine = {
    simulate: (request, moving = false) =>
      new Promise((resolve, reject) => {
        const then = (end: () => void) => async () => {
          end();
          for (let turn = 0; turn < 10; turn++) await Promise.resolve();
        };
        runs.push({
          request,
          moving,
          finish: then(() => resolve({ request } as SimulationResult)),
          giveUp: then(() => resolve(null)),
          fail: then(() => reject(new Error('impossible range'))),
        });
      }),
    // Doubles once, and says that this is enough, unless it is stopped first.
    refine: async (request, { onProgress, signal } = {}) => {
      await Promise.resolve();
      if (signal?.aborted) return null;
      const refined = { request: { ...request, trials: 2 * request.trials } } as SimulationResult;
      onProgress?.(refined, true);
      return refined;
    },
    lastMs: () => 0,
    giveBack: (result) => void givenBack.push(result),
    close: () => undefined,
  };
  return {
    engine,
    runs,
    givenBack,
    asked: () => runs.map(({ request }) => [request.drivers.revenueUplift, request.trials]),
  };
}
