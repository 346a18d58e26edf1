import type { Formats } from '$lib/i18n/formats';
import { defineMessages } from '$lib/i18n/language';
import type { SimulationFeed } from '$lib/state/simulationFeed.svelte';

const messages = defineMessages({
  fi: {
    trials: ({ count, seed }: { count: string; seed: string }) => `${count} koetta, siemenluku ${seed}`,
    coarse: ({ count }: { count: string }) => `${count} koetta, tarkentuu`,
  },
  en: {
    trials: ({ count, seed }) => `${count} trials, seed ${seed}`,
    coarse: ({ count }) => `${count} trials, refining`,
  },
});

/** How many trials a picture stands on, and the seed that reproduces it; empty until simulated. */
export function trialsNote(feed: SimulationFeed | null, formats: Formats): string {
  if (!feed?.result) return '';
  const count = formats.count(feed.result.request.trials);
  const say = messages[formats.language];
  return feed.settled ? say.trials({ count, seed: String(feed.result.request.seed) }) : say.coarse({ count });
}
