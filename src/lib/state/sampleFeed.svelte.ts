import type { SampleEngine } from '$lib/notebook/samples/sampleEngine';
import type { SampleJob, SampleSummary } from '$lib/notebook/samples/sampleJob';
import { leaveFrame, reveal } from './frames';

/** Trials of the pass that answers while a slider moves. */
const coarseTrials = 4096;

/**
 * What is known of one uncertain value: a coarse pass answers a moving slider, a full one follows at rest. A coarse pass
 * under way is let finish, so that pictures keep coming; the old picture stays until a newer one is ready.
 */
export class SampleFeed {
  summary: SampleSummary | null = $state.raw(null);
  /** Of what the summary is. */
  #made: SampleJob | null = $state.raw(null);
  #wanted: SampleJob | null = $state.raw(null);
  /** Of what the newest answer is: shown, or to be shown with the next frame. */
  #newest: SampleJob | null = null;

  readonly #engine: () => Promise<SampleEngine>;
  readonly #client: number;
  #moving = false;
  #phase: 'idle' | 'coarse' | 'full' = 'idle';
  #loop = 0;

  constructor(engine: () => Promise<SampleEngine>, client: number) {
    this.#engine = engine;
    this.#client = client;
  }

  /** Whether what is shown belongs to other figures than the page's. */
  get stale(): boolean {
    return this.summary !== null && !sameCase(this.#made, this.#wanted);
  }

  /** Whether all trials asked for are in. */
  get settled(): boolean {
    return this.summary !== null && !this.stale && this.#made!.trials >= this.#wanted!.trials;
  }

  /** Trials of what is shown. */
  get trials(): number {
    return this.#made?.trials ?? 0;
  }

  /** Asks for a value; while `moving`, only coarsely. `null` shows nothing. */
  want(job: SampleJob | null, moving: boolean): void {
    this.#wanted = job;
    this.#moving = moving;
    if (!job) {
      leaveFrame(this);
      this.summary = this.#made = this.#newest = null;
      return;
    }
    if (this.#phase !== 'coarse') void this.#run();
  }

  #show(summary: SampleSummary, job: SampleJob): void {
    this.#newest = job;
    reveal(this, this.#moving, () => {
      this.summary = summary;
      this.#made = job;
    });
  }

  async #run(): Promise<void> {
    const own = ++this.#loop;
    try {
      const engine = await this.#engine();
      while (this.#wanted && own === this.#loop) {
        const wanted = this.#wanted;
        const known = sameCase(this.#newest, wanted);
        if (known && (this.#moving || this.#newest!.trials >= wanted.trials)) break;
        this.#phase = known ? 'full' : 'coarse';
        const job = { ...wanted, trials: known ? wanted.trials : Math.min(coarseTrials, wanted.trials) };
        const made = await engine.summary(this.#client, job);
        // A newer loop has taken over.
        if (own !== this.#loop) return;
        if (made && this.#wanted) this.#show(made, job);
        if (!made && this.#wanted === wanted) break;
      }
    } finally {
      if (own === this.#loop) this.#phase = 'idle';
    }
  }
}

function sameCase(made: SampleJob | null, wanted: SampleJob | null): boolean {
  return (
    made !== null &&
    wanted !== null &&
    made.published === wanted.published &&
    made.seed === wanted.seed &&
    made.sampler === wanted.sampler
  );
}
