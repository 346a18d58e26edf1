import { defineMessages } from '$lib/i18n/language';

type Months = { months: number };

/** The words of the charts, in each language. */
export const chartWords = defineMessages({
  fi: {
    estimate: 'arvio',
    never: 'ei koskaan',
    /** The two lines under the bar of "never". */
    neverLines: 'ei\nkoskaan',
    noValue: 'ei arvoa',
    noValueLines: 'ei\narvoa',
    notWithin: ({ months }: Months) => `ei maksa itseään takaisin ${months} kuukaudessa`,
    notWithinShort: ({ months }: Months) => `ei takaisin ${months} kuukaudessa`,
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
      paysBack: ({ within }: { within: string }) => `Ohjelma maksaa itsensä takaisin ${within}`,
      never: ({ months }: Months) => `Ohjelma ei maksa itseään takaisin ${months} kuukaudessa`,
      fallsAgain: 'mutta kertymä painuu myöhemmin taas miinukselle',
      point: ({ months, value }: Months & { value: string }) => `${months} kuukauden kohdalla kertymä on ${value}.`,
      fan: ({ months, half, most, ninety }: Months & { half: string; most: string; ninety: string }) =>
        `${months} kuukauden kohdalla kertymä on puolessa kehityskuluista ${half} (tumma vyöhyke) ja ${ninety}:ssa ${most} (vaalea vyöhyke).`,
    },
    fanPoint: ({ months, name, value }: Months & { name: string; value: string }) =>
      `${months} kuukauden kohdalla ${name} on ${value}.`,
    fan: ({ months, name, half, most, ninety }: Months & Record<'name' | 'half' | 'most' | 'ninety', string>) =>
      `${months} kuukauden kohdalla ${name} on puolessa kehityskuluista ${half} (tumma vyöhyke) ja ${ninety}:ssa ${most} (vaalea vyöhyke).`,

    distribution: {
      half: ({ name, span }: { name: string; span: string }) => `Puolessa kehityskuluista ${name} on ${span}`,
      halfAtMost: ({ name, value }: { name: string; value: string }) =>
        `Puolessa kehityskuluista ${name} on enintään ${value}`,
      all: ({ name, value }: { name: string; value: string }) => `Kaikissa kehityskuluissa ${name} on ${value}.`,
      tails: ({ low, high, five }: { low: string; high: string; five: string }) =>
        `; ${five}:ssa se on alle ${low} ja ${five}:ssa yli ${high}.`,
      upperTail: ({ high, five }: { high: string; five: string }) => `; ${five}:ssa se on yli ${high}.`,
      upperTailOrNever: ({ high, five }: { high: string; five: string }) =>
        `; ${five}:ssa se on yli ${high} tai ohjelma ei maksa itseään takaisin lainkaan.`,
      paybackNever: ({ share, months }: Months & { share: string }) =>
        `; ${share}:ssa ohjelma ei maksa itseään takaisin ${months} kuukaudessa.`,
      paybackMostlyNever: ({ share, months }: Months & { share: string }) =>
        `Ohjelma maksaa itsensä takaisin ${share}:ssa kehityskuluista, muissa ei ${months} kuukaudessa.`,
      paybackAlwaysNever: ({ months }: Months) =>
        `Ohjelma ei maksa itseään takaisin ${months} kuukaudessa yhdessäkään kehityskulussa.`,
      noValue: ({ share }: { share: string }) => `; ${share}:ssa sillä ei ole arvoa.`,
      mostlyNoValue: ({ name, share }: { name: string; share: string }) =>
        `${share}:ssa kehityskuluista arvoa ei ole: ${name} kasvaa rajatta.`,
      bins: ({ from, to }: { from: string; to: string }) => `yli ${from}, enintään ${to}`,
      upTo: ({ to }: { to: string }) => `enintään ${to}`,
      over: ({ from }: { from: string }) => `yli ${from}`,
      chance: ({ share, value }: { share: string; value: string }) => `${share} enintään ${value}`,
    },

    tornado: {
      none: 'Yhdelläkään oletuksella ei ole vaihteluväliä.',
      flat: ({ output }: { output: string }) => `Mikään oletus ei siirrä tulosta: ${output} pysyy samana.`,
      decides: ({ name, output, span }: { name: string; output: string; span: string }) =>
        `${name} ratkaisee eniten: kun muut pysyvät ennallaan, ${output} on sen vaihteluvälillä ${span}.`,
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
    never: 'never',
    neverLines: 'never',
    noValue: 'no value',
    noValueLines: 'no\nvalue',
    notWithin: ({ months }) => `does not pay back within ${months} ${months === 1 ? 'month' : 'months'}`,
    notWithinShort: ({ months }) => `not within ${months} ${months === 1 ? 'month' : 'months'}`,
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
      never: ({ months }) =>
        `The programme does not pay for itself within ${months} ${months === 1 ? 'month' : 'months'}`,
      fallsAgain: 'but the total later falls below zero again',
      point: ({ months, value }) => `after ${months} ${months === 1 ? 'month' : 'months'} the total is ${value}.`,
      fan: ({ months, half, most, ninety }) =>
        `after ${months} ${months === 1 ? 'month' : 'months'} the total is ${half} in half of the futures (dark band) and ${most} in ${ninety} of them (pale band).`,
    },
    fanPoint: ({ months, name, value }) =>
      `After ${months} ${months === 1 ? 'month' : 'months'} the ${name} is ${value}.`,
    fan: ({ months, name, half, most, ninety }) =>
      `After ${months} ${months === 1 ? 'month' : 'months'} the ${name} is ${half} in half of the futures (dark band) and ${most} in ${ninety} of them (pale band).`,

    distribution: {
      half: ({ name, span }) => `In half of the futures the ${name} is ${span}`,
      halfAtMost: ({ name, value }) => `In half of the futures the ${name} is at most ${value}`,
      all: ({ name, value }) => `In every future the ${name} is ${value}.`,
      tails: ({ low, high, five }) => `; in ${five} it is below ${low} and in ${five} above ${high}.`,
      upperTail: ({ high, five }) => `; in ${five} it is over ${high}.`,
      upperTailOrNever: ({ high, five }) => `; in ${five} it is over ${high}, or the programme never pays for itself.`,
      paybackNever: ({ share, months }) =>
        `; in ${share} the programme does not pay for itself within ${months} months.`,
      paybackMostlyNever: ({ share, months }) =>
        `The programme pays for itself in ${share} of the futures; in the rest it does not within ${months} months.`,
      paybackAlwaysNever: ({ months }) =>
        `The programme does not pay for itself within ${months} months in any future.`,
      noValue: ({ share }) => `; in ${share} it has no value.`,
      mostlyNoValue: ({ name, share }) =>
        `In ${share} of the futures there is no value: the ${name} grows without limit.`,
      bins: ({ from, to }) => `over ${from}, at most ${to}`,
      upTo: ({ to }) => `at most ${to}`,
      over: ({ from }) => `over ${from}`,
      chance: ({ share, value }) => `${share} at most ${value}`,
    },

    tornado: {
      none: 'No assumption has a range.',
      flat: ({ output }) => `No assumption moves the result: the ${output} stays the same.`,
      decides: ({ name, output, span }) =>
        `${name} decides the most: with the others as they are, the ${output} is ${span} across its range.`,
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
