import { nameOfPair } from '$lib/i18n/dependencyWords';
import type { Formats } from '$lib/i18n/formats';
import { defineMessages } from '$lib/i18n/language';
import { isBetween } from '$lib/scenario/dependencies';
import { toCopula } from '$lib/simulation/copula';
import type { ScenarioPoint } from './cell';

const messages = defineMessages({
  fi: {
    impossible: 'Nämä riippuvuudet eivät voi toteutua yhtä aikaa, joten laskenta käyttää lähimpiä mahdollisia.',
    moved: ({ pair, asked, used, how }: { pair: string; asked: string; used: string; how: string }) =>
      `${pair}: pyydetty järjestyskorrelaatio ${asked}, laskennassa ${used} (${how}).`,
    tied: ({ pair, used }: { pair: string; used: string }) =>
      `${pair}: ei pyydettyä riippuvuutta, laskennassa järjestyskorrelaatio ${used}.`,
    weaker: 'heikompi',
    stronger: 'vahvempi',
    reversed: 'suunta vaihtuu',
  },
  en: {
    impossible: 'These dependencies cannot all hold at once, so the nearest that can are used.',
    moved: ({ pair, asked, used, how }) => `${pair}: rank correlation ${asked} asked for, ${used} used (${how}).`,
    tied: ({ pair, used }) => `${pair}: no dependency asked for, rank correlation ${used} used.`,
    weaker: 'weaker',
    stronger: 'stronger',
    reversed: 'the direction turns',
  },
});

/** A smaller move rounds to nothing. */
const noticeable = 0.005;

/** Which pairs were moved because the dependencies asked for cannot all hold, in sentences; empty when they can. */
export function movedPairs(point: Pick<ScenarioPoint, 'ranges' | 'correlations'>, formats: Formats): string {
  const say = messages[formats.language];
  const moved = (toCopula(point)?.achieved ?? []).flatMap(({ a, b, rank: used }) => {
    const asked = point.correlations.find((pair) => isBetween(pair, a, b))?.rank ?? 0;
    if (Math.abs(used - asked) < noticeable) return [];
    const pair = nameOfPair({ a, b }, formats.language);
    if (asked === 0) return say.tied({ pair, used: formats.number(used, 2) });
    const how = used * asked < 0 ? say.reversed : Math.abs(used) < Math.abs(asked) ? say.weaker : say.stronger;
    return say.moved({ pair, asked: formats.number(asked, 2), used: formats.number(used, 2), how });
  });
  return moved.length > 0 ? [say.impossible, ...moved].join(' ') : '';
}
