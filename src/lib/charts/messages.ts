import { defineMessages } from '$lib/i18n/language';

/** P5 and P95, and the shares of futures past them. */
type Tails = { low: string; high: string; below: string; above: string };

/** A time as a number, and as it stands in a sentence: `12 kuukaudessa`, `12 months`. */
type Within = { within: string };
type Months = Within & { months: number };

/** The words of the charts, in each language. */
export const chartWords = defineMessages({
  fi: {
    estimate: 'arvio',
    atOnce: 'heti',
    never: 'ei koskaan',
    /** The two lines under the bar of "never". */
    neverLines: 'ei\nkoskaan',
    noValue: 'ei arvoa',
    noValueLines: 'ei\narvoa',
    notWithin: ({ within }: Within) => `ei maksa itseään takaisin ${within}`,
    notWithinShort: ({ within }: Within) => `ei takaisin ${within}`,
    monthsFromDecision: 'kuukautta päätöksestä',
    monthsUnit: 'kk',
    below: ({ value, share }: { value: string; share: string }) => `alle ${value}: ${share}`,
    above: ({ value, share }: { value: string; share: string }) => `yli ${value}: ${share}`,

    columns: {
      month: 'Kuukausi',
      estimate: 'Arvio',
      share: 'Osuus',
      shareSoFar: 'Kertymä',
      driver: 'Oletus',
      swing: 'Vaihtelu',
    },
    series: { cumulative: 'kertynyt kassavirta', revenue: 'kuukauden liikevaihto', customers: 'asiakasmäärä' },

    cash: {
      free: 'Ohjelmaan ei sijoiteta mitään',
      paysBack: ({ within }: Within) => `Ohjelma maksaa itsensä takaisin ${within}`,
      never: ({ within }: Within) => `Ohjelma ei maksa itseään takaisin ${within}`,
      fallsAgain: 'mutta kertymä painuu myöhemmin taas miinukselle',
      point: ({ months, value }: Months & { value: string }) => `${months} kuukauden kohdalla kertymä on ${value}.`,
      fan: ({ months, half, most, ninety }: Months & { half: string; most: string; ninety: string }) =>
        `${months} kuukauden kohdalla kertymä on puolessa tulevaisuuksista ${half} (sisempi vyöhyke) ja ${ninety}:ssa ${most} (ulompi vyöhyke).`,
    },
    fanPoint: ({ months, name, value }: Months & { name: string; value: string }) =>
      `${months} kuukauden kohdalla ${name} on ${value}.`,
    fan: ({ months, name, half, most, ninety }: Months & Record<'name' | 'half' | 'most' | 'ninety', string>) =>
      `${months} kuukauden kohdalla ${name} on puolessa tulevaisuuksista ${half} (sisempi vyöhyke) ja ${ninety}:ssa ${most} (ulompi vyöhyke).`,

    distribution: {
      half: ({ name, span }: { name: string; span: string }) => `Puolessa tulevaisuuksista ${name} on ${span}`,
      halfAtMost: ({ name, value }: { name: string; value: string }) =>
        `Puolessa tulevaisuuksista ${name} on enintään ${value}`,
      all: ({ name, value }: { name: string; value: string }) => `Kaikissa tulevaisuuksissa ${name} on ${value}.`,
      share: ({ share, name, value }: Record<'share' | 'name' | 'value', string>) =>
        `${share}:ssa tulevaisuuksista ${name} on ${value}`,
      restShare: ({ share, value }: { share: string; value: string }) => `, ${share}:ssa ${value}.`,
      tails: ({ low, high, below, above }: Tails) => `; ${below}:ssa se on alle ${low} ja ${above}:ssa yli ${high}.`,
      noLowTail: ({ low, high, above }: Tails) => `; se on aina vähintään ${low} ja ${above}:ssa yli ${high}.`,
      noHighTail: ({ low, high, below }: Tails) => `; ${below}:ssa se on alle ${low}, ja aina se on enintään ${high}.`,
      noTails: ({ low, high }: Pick<Tails, 'low' | 'high'>) => `; se on aina vähintään ${low} ja enintään ${high}.`,
      upperTail: ({ high, five }: { high: string; five: string }) => `; ${five}:ssa se on yli ${high}.`,
      upperTailOrNever: ({ high, five }: { high: string; five: string }) =>
        `; ${five}:ssa se on yli ${high} tai ohjelma ei maksa itseään takaisin lainkaan.`,
      paybackNever: ({ share, within }: Within & { share: string }) =>
        `; ${share}:ssa ohjelma ei maksa itseään takaisin ${within}.`,
      paybackMostlyNever: ({ share, within }: Within & { share: string }) =>
        `Ohjelma maksaa itsensä takaisin ${share}:ssa tulevaisuuksista, muissa ei ${within}.`,
      paybackAlwaysNever: ({ within }: Within) =>
        `Ohjelma ei maksa itseään takaisin ${within} yhdessäkään tulevaisuudessa.`,
      noValue: ({ share }: { share: string }) => `; ${share}:ssa sillä ei ole arvoa.`,
      or: ' tai ',
      tooLarge: ({ name, share, limits }: Record<'name' | 'share' | 'limits', string>) =>
        `${share}:ssa tulevaisuuksista ${name} on ${limits}, mikä on liian suuri luku piirrettäväksi.`,
      tooSmall: ({ name, share, limit }: Record<'name' | 'share' | 'limit', string>) =>
        `${share}:ssa tulevaisuuksista ${name} on lähempänä nollaa kuin ${limit}, mikä on liian pieni luku piirrettäväksi.`,
      mostlyNoValue: ({ name, share }: { name: string; share: string }) =>
        `${share}:ssa tulevaisuuksista arvoa ei ole: ${name} kasvaa rajatta.`,
      bins: ({ from, to }: { from: string; to: string }) => `yli ${from}, enintään ${to}`,
      upTo: ({ to }: { to: string }) => `enintään ${to}`,
      over: ({ from }: { from: string }) => `yli ${from}`,
    },

    tornado: {
      none: 'Yhdelläkään oletuksella ei ole vaihteluväliä.',
      flatNever: ({ output, never }: { output: string; never: string }) =>
        `Minkään oletuksen vaihteluväli ei muuta tulosta: ${output} on yhä ”${never}”.`,
      flat: ({ output }: { output: string }) => `Mikään oletus ei siirrä tulosta: ${output} pysyy samana.`,
      decides: ({ name, output, span }: { name: string; output: string; span: string }) =>
        `${name} ratkaisee eniten: kun muut pysyvät ennallaan, ${output} on sen P10–P90-välillä ${span}.`,
      decidesNever: ({ name, output, value, never }: { name: string; output: string; value: string; never: string }) =>
        `${name} ratkaisee eniten: kun muut pysyvät ennallaan, ${output} on sen vaihteluvälin toisessa päässä ${value}, toisessa ${never}.`,
    },

    frame: {
      showTable: 'Näytä taulukkona',
      hideTable: 'Piilota taulukko',
      copy: 'Kopioi',
      copied: 'Kopioitu',
      copyFailed: 'Kopiointi ei onnistunut. Valitse taulukko ja kopioi se itse.',
      image: 'Kuva',
      computing: 'lasketaan…',
      threshold: 'Raja',
    },
  },
  en: {
    estimate: 'estimate',
    atOnce: 'at once',
    never: 'never',
    neverLines: 'never',
    noValue: 'no value',
    noValueLines: 'no\nvalue',
    notWithin: ({ within }) => `does not pay back within ${within}`,
    notWithinShort: ({ within }) => `not within ${within}`,
    monthsFromDecision: 'months from the decision',
    monthsUnit: 'mo',
    below: ({ value, share }) => `below ${value}: ${share}`,
    above: ({ value, share }) => `above ${value}: ${share}`,

    columns: {
      month: 'Month',
      estimate: 'Estimate',
      share: 'Share',
      shareSoFar: 'Cumulative',
      driver: 'Assumption',
      swing: 'Swing',
    },
    series: { cumulative: 'cumulative cash', revenue: 'monthly revenue', customers: 'number of customers' },

    cash: {
      free: 'Nothing is invested in the programme',
      paysBack: ({ within }) => `The programme pays for itself in ${within}`,
      never: ({ within }) => `The programme does not pay for itself within ${within}`,
      fallsAgain: 'but the total later falls below zero again',
      point: ({ within, value }) => `after ${within} the total is ${value}.`,
      fan: ({ within, half, most, ninety }) =>
        `after ${within} the total is ${half} in half of the futures (inner band) and ${most} in ${ninety} of them (outer band).`,
    },
    fanPoint: ({ within, name, value }) => `After ${within} the ${name} is ${value}.`,
    fan: ({ within, name, half, most, ninety }) =>
      `After ${within} the ${name} is ${half} in half of the futures (inner band) and ${most} in ${ninety} of them (outer band).`,

    distribution: {
      half: ({ name, span }) => `In half of the futures the ${name} is ${span}`,
      halfAtMost: ({ name, value }) => `In half of the futures the ${name} is at most ${value}`,
      all: ({ name, value }) => `In every future the ${name} is ${value}.`,
      share: ({ share, name, value }) => `In ${share} of the futures the ${name} is ${value}`,
      restShare: ({ share, value }) => `, in ${share} it is ${value}.`,
      tails: ({ low, high, below, above }) => `; in ${below} it is below ${low} and in ${above} above ${high}.`,
      noLowTail: ({ low, high, above }) => `; it is always at least ${low} and in ${above} above ${high}.`,
      noHighTail: ({ low, high, below }) => `; in ${below} it is below ${low}, and it is always at most ${high}.`,
      noTails: ({ low, high }) => `; it is always at least ${low} and at most ${high}.`,
      upperTail: ({ high, five }) => `; in ${five} it is over ${high}.`,
      upperTailOrNever: ({ high, five }) => `; in ${five} it is over ${high}, or the programme never pays for itself.`,
      paybackNever: ({ share, within }) => `; in ${share} the programme does not pay for itself within ${within}.`,
      paybackMostlyNever: ({ share, within }) =>
        `The programme pays for itself in ${share} of the futures; in the rest it does not within ${within}.`,
      paybackAlwaysNever: ({ within }) => `The programme does not pay for itself within ${within} in any future.`,
      noValue: ({ share }) => `; in ${share} it has no value.`,
      or: ' or ',
      tooLarge: ({ name, share, limits }) =>
        `In ${share} of the futures the ${name} is ${limits}, which is too large to be drawn.`,
      tooSmall: ({ name, share, limit }) =>
        `In ${share} of the futures the ${name} is closer to zero than ${limit}, which is too small to be drawn.`,
      mostlyNoValue: ({ name, share }) =>
        `In ${share} of the futures there is no value: the ${name} grows without limit.`,
      bins: ({ from, to }) => `over ${from}, at most ${to}`,
      upTo: ({ to }) => `at most ${to}`,
      over: ({ from }) => `over ${from}`,
    },

    tornado: {
      none: 'No assumption has a range.',
      flatNever: ({ output, never }) =>
        `No assumption changes the result within its range: the ${output} is still “${never}”.`,
      flat: ({ output }) => `No assumption moves the result: the ${output} stays the same.`,
      decides: ({ name, output, span }) =>
        `${name} decides the most: with the others as they are, the ${output} is ${span} from its P10 to its P90.`,
      decidesNever: ({ name, output, value, never }) =>
        `${name} decides the most: with the others as they are, the ${output} is ${value} at one end of its range and ${never} at the other.`,
    },

    frame: {
      showTable: 'Show as a table',
      hideTable: 'Hide the table',
      copy: 'Copy',
      copied: 'Copied',
      copyFailed: 'Copying did not work. Select the table and copy it yourself.',
      image: 'Image',
      computing: 'computing…',
      threshold: 'Threshold',
    },
  },
});

export type ChartWords = (typeof chartWords)['fi'];
