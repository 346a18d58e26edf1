import type { Formats } from '$lib/i18n/formats';
import { defineMessages } from '$lib/i18n/language';
import type { SimulationFeed } from '$lib/state/simulationFeed.svelte';

const messages = defineMessages({
  fi: {
    trials: ({ count, seed }: { count: string; seed: string }) => `${count} koetta, siemenluku ${seed}`,
    random: ({ count, seed }: { count: string; seed: string }) => `${count} koetta satunnaisluvuin, siemenluku ${seed}`,
    coarse: ({ count }: { count: string }) => `${count} koetta, tarkentuu`,
  },
  en: {
    trials: ({ count, seed }) => `${count} trials, seed ${seed}`,
    random: ({ count, seed }) => `${count} trials by random numbers, seed ${seed}`,
    coarse: ({ count }) => `${count} trials, refining`,
  },
});

/** How many trials a picture stands on, how they were drawn unless by default, and the seed that reproduces it; empty until simulated. */
export function trialsNote(feed: SimulationFeed | null, formats: Formats): string {
  if (!feed?.result) return '';
  const { trials, sampler, seed } = feed.result.request;
  const count = formats.count(trials);
  const say = messages[formats.language];
  if (!feed.settled) return say.coarse({ count });
  return (sampler === 'sfc32' ? say.random : say.trials)({ count, seed: String(seed) });
}
