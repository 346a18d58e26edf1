import { inputDraws } from '$lib/simulation/inputDraws';
import type { AlignedKey, SimulationRequest } from '$lib/simulation/result';
import { evaluateLifted, type Lifted } from '../expression/evaluateExpression';
import type { Published, SampleSource } from '../published';
import type { SampleJob } from './sampleJob';

type ScenarioSource = Extract<SampleSource, { tag: 'scenario' }>;

/** Simulates a scenario and gives what was wanted trial by trial; `null` when nobody waits for it any more. */
export type RunScenario = (
  request: SimulationRequest,
  keys: readonly AlignedKey[],
  index: number,
) => Promise<Readonly<Partial<Record<AlignedKey, Float64Array>>> | null>;

/**
 * The trials of a published value: those of every scenario and input it comes from, then the formulas over them, each once.
 * All are of one seed, so trial i is the same future in each.
 *
 * @returns `null` when `run` gave up.
 */
export async function liftPublished(job: SampleJob, run: RunScenario): Promise<Lifted | null> {
  const { seed, sampler, trials } = job;
  const known = new Map<Published, Lifted>();
  for (const [index, { source, keys, values }] of scenariosIn(job.published).entries()) {
    const { drivers, ranges, dimensions, correlations } = source;
    const aligned = [...new Set(keys)].sort();
    const request = { drivers, ranges, dimensions, correlations, seed, sampler, trials, aligned, fans: [] };
    const made = await run(request, aligned, index);
    if (!made) return null;
    values.forEach((value, i) => known.set(value, made[keys[i]!] ?? pointOf(value)));
  }
  const lift = (value: Published): Lifted => {
    const ready = known.get(value);
    if (ready !== undefined) return ready;
    const lifted = liftSource(value);
    known.set(value, lifted);
    return lifted;
  };
  const liftSource = (value: Published): Lifted => {
    const { sample } = value;
    switch (sample?.tag) {
      case undefined:
      case 'scenario':
        return pointOf(value);
      case 'input':
        return inputDraws({ ...sample, seed, sampler, trials });
      case 'formula':
        return evaluateLifted(
          sample.expression,
          (path) => (Object.hasOwn(sample.names, path) ? lift(sample.names[path]!) : NaN),
          trials,
        );
    }
  };
  return lift(job.published);
}

/** "Never", and what is not defined, ranks last. */
function pointOf({ value }: Published): number {
  return value ?? Infinity;
}

interface ScenarioUse {
  readonly source: ScenarioSource;
  /** Value i is the output or driver `keys[i]`. */
  readonly keys: AlignedKey[];
  readonly values: Published[];
}

/** Every scenario a value comes from, with all that is read of it, so that each is simulated once. */
function scenariosIn(published: Published): ScenarioUse[] {
  const uses: ScenarioUse[] = [];
  const seen = new Set<Published>();
  const visit = (value: Published): void => {
    if (seen.has(value)) return;
    seen.add(value);
    const { sample } = value;
    if (sample?.tag === 'formula') Object.values(sample.names).forEach(visit);
    if (sample?.tag !== 'scenario') return;
    const same = uses.find(
      ({ source }) =>
        source.drivers === sample.drivers &&
        source.ranges === sample.ranges &&
        source.dimensions === sample.dimensions &&
        source.correlations === sample.correlations,
    );
    if (same) {
      same.keys.push(sample.key);
      same.values.push(value);
    } else uses.push({ source: sample, keys: [sample.key], values: [value] });
  };
  visit(published);
  return uses;
}
