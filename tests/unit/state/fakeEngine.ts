import type { Engine } from '$lib/simulation/engine';
import type { SimulationRequest, SimulationResult } from '$lib/simulation/result';

export interface Run {
  readonly request: SimulationRequest;
  /** Ends the run as an engine would: with its result. */
  readonly finish: () => Promise<void>;
  /** As it does when a newer request has taken over. */
  readonly giveUp: () => Promise<void>;
  readonly fail: () => Promise<void>;
}

/** An engine whose runs end when the test says so. */
export function fakeEngine() {
  const runs: Run[] = [];
  const engine: Engine = {
    simulate: (request) =>
      new Promise((resolve, reject) => {
        const then = (end: () => void) => async () => {
          end();
          for (let turn = 0; turn < 10; turn++) await Promise.resolve();
        };
        runs.push({
          request,
          finish: then(() => resolve({ request } as SimulationResult)),
          giveUp: then(() => resolve(null)),
          fail: then(() => reject(new Error('impossible range'))),
        });
      }),
    close: () => undefined,
  };
  return { engine, runs, asked: () => runs.map(({ request }) => [request.drivers.revenueUplift, request.trials]) };
}
