import { mergeParts } from './mergeParts';
import { isAccurate } from './monteCarloError';
import { mostTrials, summarisedOutputs } from './result';
import type { SummarisedOutput, SimulationRequest, SimulationResult } from './result';
import type { PartialResult } from './partialResult';
import { dealBlocks } from './share';
import type { WorkerPool } from './workerPool';

export interface Engine {
  /**
   * @param moving asked by a hand that moves: it lets others of its kind finish and comes behind them, and leaves a core to the page
   * @returns `null` when a newer request took over: what it has stopped never answers.
   */
  simulate(request: SimulationRequest, moving?: boolean): Promise<SimulationResult | null>;
  /** How many milliseconds the slowest worker computed for the last answer. */
  lastMs(): number;
  /** Uses the memory of a result's samples for later runs: nobody may read them any more. Not for results of `refine`, which share theirs. */
  giveBack(result: SimulationResult): void;
  /** Lets go of what is under way, and answers nothing any more. The pool's workers stay for others. */
  close(): void;
}

export interface RefiningEngine extends Engine {
  /**
   * Doubles the trials until the errors are small enough, `mostTrials` are reached or somebody stops it.
   *
   * @returns the last result; `null` when a newer request took over before the first.
   */
  refine(request: SimulationRequest, options?: RefineOptions): Promise<SimulationResult | null>;
}

export interface RefineOptions {
  /** Outputs whose P5, P50 and P95 must be known to within 1 % of their P5–P95 range; all when left out. */
  readonly outputs?: readonly SummarisedOutput[];
  /** Called with every result on the way, the last included; each has twice the trials of the one before. */
  readonly onProgress?: (result: SimulationResult, accurate: boolean) => void;
  /** Stops it; what was found so far is returned. */
  readonly signal?: AbortSignal;
}

/**
 * Spreads the runs of one client over a pool. Its newer request stops its own older ones and nobody else's; only a moving hand's
 * leave one another alone. The same request gives the same bytes from any pool.
 */
export function createEngine(pool: WorkerPool): RefiningEngine {
  const client = pool.enter();
  let asked = 0;
  /** The last run that took over from those before. */
  let last = 0;
  /** From which run on somebody waits for the answers. */
  let since = 0;
  let closed = false;
  let lastMs = 0;

  /** Computes trials `from` … `request.trials` − 1; `null` when a newer one took over. */
  async function runTrials(
    number: number,
    request: SimulationRequest,
    from: number,
    workers = pool.size,
  ): Promise<PartialResult[] | null> {
    if (closed) return null;
    const shares = dealBlocks(from, request.trials, workers);
    const parts = await Promise.all(shares.map((share) => pool.runShare({ client, number, since }, request, share)));
    if (number < since || parts.includes(null)) return null;
    lastMs = Math.max(...parts.map((timed) => timed!.ms));
    return parts.map((timed) => timed!.part);
  }

  /** Nobody waits any more for what was asked before. */
  const takeOver = (): number => (since = last = ++asked);

  async function simulateMoving(request: SimulationRequest): Promise<SimulationResult | null> {
    // A worker that is not asked has to hear that nobody waits for what it does.
    if (since <= last) {
      since = last + 1;
      pool.stop({ client, since });
    }
    const parts = await runTrials(++asked, request, 0, Math.max(1, pool.size - 1));
    return parts && mergeParts(request, parts);
  }

  /** Whatever still runs is of no use to anybody. */
  const dropRuns = (): void => pool.stop({ client, since: takeOver() });

  return {
    async simulate(request, moving = false) {
      if (moving) return simulateMoving(request);
      const parts = await runTrials(takeOver(), request, 0);
      return parts && mergeParts(request, parts);
    },
    async refine(request, { outputs = summarisedOutputs, onProgress, signal } = {}) {
      const ticket = takeOver();
      const parts: PartialResult[] = [];
      let result: SimulationResult | null = null;
      for (let from = 0, { trials } = request; !signal?.aborted; from = trials, trials *= 2) {
        const grown = { ...request, trials };
        const stopped = new Promise<null>((resolve) =>
          signal?.addEventListener('abort', () => resolve(null), { once: true }),
        );
        const added = await Promise.race([runTrials(ticket, grown, from), stopped]);
        if (!added) break;
        parts.push(...added);
        result = mergeParts(grown, parts);
        const accurate = outputs.every((output) => isAccurate(result!, output));
        onProgress?.(result, accurate);
        if (accurate || trials * 2 > mostTrials) break;
      }
      if (signal?.aborted && ticket === since) dropRuns();
      return result;
    },
    lastMs: () => lastMs,
    giveBack: (result) => pool.takeBack(result),
    close() {
      closed = true;
      dropRuns();
    },
  };
}
