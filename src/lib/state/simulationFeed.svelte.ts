import type { RefiningEngine } from '$lib/simulation/engine';
import { fanSeries, type FanSeries } from '$lib/simulation/result';
import type { SummarisedOutput, SimulationRequest, SimulationResult } from '$lib/simulation/result';
import { leaveFrame, reveal } from './frames';
import { createMovingTrials } from './movingTrials';

/** Trials of the run that answers first when nothing moves. */
const coarseTrials = 4096;

/** Runs under way for a moving hand: while the page is busy with a frame, the workers go on with the next. */
const mostUnderWay = 2;

/** So many answers of a moving hand are left alone; the memory of older ones is used again. */
const leftAlone = 4;

/**
 * The simulation behind one scenario: a coarse run answers a moving slider, as fine as two frames allow and of what is looked
 * at alone; a full one follows at rest. A coarse run under way is let finish and one more comes behind it, so that pictures keep coming
 * during a long drag; a full run gives way at once. The old picture stays until a newer one is ready.
 */
export class SimulationFeed {
  result: SimulationResult | null = $state.raw(null);
  /** The request the page is showing; a result of another is stale. */
  wanted: SimulationRequest | null = $state.raw(null);

  /** Whether trials are being added until the figures are known well enough. */
  refining = $state(false);

  readonly #engine: RefiningEngine;
  readonly #company: () => number;
  readonly #movingTrials = createMovingTrials();
  readonly #looked: FanSeries[] = ['cumulative'];
  /** The newest answer: shown, or to be shown with the next frame. */
  #made: SimulationResult | null = null;
  /** The last answers to a moving hand, the newest last: what is put off to a frame may still read them. */
  #passed: SimulationResult[] = [];
  #moving = false;
  /** The last case that a coarse run was asked for and has not failed. */
  #asked: SimulationRequest | null = null;
  /** Coarse runs under way, how many there have been, and which of them is the newest to have answered. */
  #underWay = 0;
  #runs = 0;
  #answered = 0;
  /** What a full run is under way for. */
  #full: SimulationRequest | null = null;
  #refinement: AbortController | null = null;

  /** @param company how many feeds share the workers while a hand moves, this one among them */
  constructor(engine: RefiningEngine, company = () => 1) {
    this.#engine = engine;
    this.#company = company;
  }

  /** Whether it computes for a moving hand. */
  get moves(): boolean {
    return this.#moving && this.#underWay > 0;
  }

  /** Tells that a series is looked at, besides the cumulative one, until the answer is called. */
  look(series: FanSeries): () => void {
    this.#looked.push(series);
    return () => void this.#looked.splice(this.#looked.indexOf(series, 1), 1);
  }

  /** Whether what is shown belongs to other drivers than the page's. */
  get stale(): boolean {
    return this.result !== null && this.wanted !== null && !answers(this.result.request, this.wanted);
  }

  /** Whether all trials asked for are in. */
  get settled(): boolean {
    return this.result !== null && this.wanted !== null && !this.stale && isWhole(this.result.request, this.wanted);
  }

  /** Asks for a case; while `moving`, only coarsely. */
  want(request: SimulationRequest, moving: boolean): void {
    this.wanted = request;
    this.#moving = moving;
    if (this.#underWay < (moving ? mostUnderWay : 1)) void this.#run();
  }

  /** Adds trials until P5, P50 and P95 of an output are known to 1 % of its range. A change of the case, or `stop`, ends it. */
  async refine(output: SummarisedOutput): Promise<void> {
    const { wanted } = this;
    if (!wanted || this.refining || !this.settled) return;
    this.#refinement = new AbortController();
    this.refining = true;
    try {
      await this.#engine.refine(wanted, {
        outputs: [output],
        signal: this.#refinement.signal,
        onProgress: (result) => {
          const current = this.wanted && answers(wanted, this.wanted);
          if (current && result.request.trials > (this.#made?.request.trials ?? 0)) this.#show(result);
        },
      });
    } finally {
      this.refining = false;
    }
  }

  stop(): void {
    this.#refinement?.abort();
  }

  /** Lets go of what is under way. */
  close(): void {
    leaveFrame(this);
    this.#engine.close();
  }

  #simulateFirst(wanted: SimulationRequest): Promise<SimulationResult | null> {
    return this.#engine.simulate({ ...wanted, trials: Math.min(coarseTrials, wanted.trials) });
  }

  async #simulateMoving(wanted: SimulationRequest): Promise<SimulationResult | null> {
    const trials = this.#movingTrials.of(wanted.trials);
    const fans = fanSeries.filter((series) => this.#looked.includes(series));
    const result = await this.#engine.simulate({ ...wanted, trials, fans, errors: false }, true);
    if (!result) return null;
    this.#movingTrials.took(trials, this.#engine.lastMs() * this.#company());
    this.#passed.push(result);
    const old = this.#passed.length > leftAlone ? this.#passed.shift() : undefined;
    // A page that is hardly ever drawn may still show it.
    if (old && old !== this.result) this.#engine.giveBack(old);
    return result;
  }

  #show(result: SimulationResult): void {
    this.#made = result;
    reveal(this, this.#moving, () => (this.result = this.#made));
  }

  async #run(): Promise<void> {
    this.#underWay++;
    try {
      while (!this.#asked || !answers(this.#asked, this.wanted!)) await this.#simulateCoarsely(this.wanted!);
    } finally {
      this.#underWay--;
    }
    if (this.#underWay > 0 || this.#moving) return;
    const wanted = this.wanted!;
    const serves = (request: SimulationRequest) => answers(request, wanted) && isWhole(request, wanted);
    if (!(this.#made && serves(this.#made.request)) && !(this.#full && serves(this.#full)))
      await this.#simulateFully(wanted);
  }

  /** Whatever else changes on the page meanwhile asks for the same case again and lets it run on. */
  async #simulateFully(wanted: SimulationRequest): Promise<void> {
    this.#full = wanted;
    try {
      const full = await this.#engine.simulate(wanted);
      if (full && answers(wanted, this.wanted!)) this.#show(full);
    } finally {
      if (this.#full === wanted) this.#full = null;
    }
  }

  async #simulateCoarsely(wanted: SimulationRequest): Promise<void> {
    this.#asked = wanted;
    // It takes over from a full run.
    this.#full = null;
    const run = ++this.#runs;
    try {
      const coarse = await (this.#moving ? this.#simulateMoving(wanted) : this.#simulateFirst(wanted));
      // One that came behind may have been quicker.
      if (!coarse || run < this.#answered) return;
      this.#answered = run;
      this.#show(coarse);
    } catch (error) {
      if (this.#asked === wanted) this.#asked = null;
      // One case that cannot be simulated must not keep the next from being asked for.
      if (this.wanted === wanted) throw error;
    }
  }
}

/** Whether nothing is left to be simulated of what is wanted. */
function isWhole(made: SimulationRequest, wanted: SimulationRequest): boolean {
  return made.trials >= wanted.trials && made.fans === wanted.fans;
}

/** Whether what was simulated for one request answers the other, as far as its trials go. */
export function answers(made: SimulationRequest, wanted: SimulationRequest): boolean {
  return (
    made.drivers === wanted.drivers &&
    made.ranges === wanted.ranges &&
    made.dimensions === wanted.dimensions &&
    made.correlations === wanted.correlations &&
    made.seed === wanted.seed &&
    made.sampler === wanted.sampler &&
    (wanted.aligned ?? []).every((key) => made.aligned?.includes(key))
  );
}
