import { defineMessages } from '$lib/i18n/language';

export const messages = defineMessages({
  fi: {
    newTitle: 'Kuinka varmaa se on?',
    kind: ({ of }: { of: string }) => `jakauma: ${of}`,
    choice: { payback: 'takaisinmaksu', roi12: 'ROI', npv: 'nettonykyarvo' },
    view: 'Tulos',
    views: { histogram: 'pylväät', cumulative: 'kertymä' },
    viewsName: 'Näkymä',
    before: {
      payback: 'mahdollisista tulevaisuuksista ohjelma on maksanut itsensä takaisin',
      roi12: 'mahdollisista tulevaisuuksista 12 kuukauden ROI on vähintään',
      npv: 'mahdollisista tulevaisuuksista nettonykyarvo on vähintään',
    },
    after: { payback: ' kuluessa.', roi12: '.', npv: '.' },
    months: ({ short }: { short: string; long: string }) => short,
    threshold: { payback: 'Raja: takaisinmaksuaika', roi12: 'Raja: ROI', npv: 'Raja: nettonykyarvo' },
    median: ({ median, low, high }: Record<'median' | 'low' | 'high', string>) =>
      `Mediaani ${median}, P5 ${low}, P95 ${high}.`,
    profit: ({ roi, year }: Record<'roi' | 'year', string>) =>
      `ROI on yli nollan ${roi}:ssa ja ohjelma maksettu 12 kuukaudessa ${year}:ssa tulevaisuuksista.`,
    error: ({ points }: { points: string }) => `otantavirhe ±${points}`,
    accurate: 'P5, P50 ja P95 tunnetaan prosentin tarkkuudella vaihteluvälistä.',
    refine: 'Tarkenna kokeita lisäämällä',
    refineHelp: 'Lisää kokeita, kunnes P5, P50 ja P95 tunnetaan prosentin tarkkuudella vaihteluvälistä.',
    refining: ({ count }: { count: string }) => `${count} koetta, lisätään…`,
    stop: 'Pysäytä',
    undefinedOutput: { roi12: 'Ohjelma ei maksa mitään, joten ROI:lle ei ole jakajaa.', payback: '', npv: '' },
    point: 'Yhdelläkään oletuksella ei ole vaihteluväliä, joten jakaumaa ei ole. Anna jollekin oletukselle väli.',
  },
  en: {
    newTitle: 'How certain is it?',
    kind: ({ of }) => `distribution: ${of}`,
    choice: { payback: 'payback', roi12: 'ROI', npv: 'net present value' },
    view: 'Output',
    views: { histogram: 'bars', cumulative: 'cumulative' },
    viewsName: 'View',
    before: {
      payback: 'of possible futures pay the programme back within',
      roi12: 'of possible futures have a 12-month ROI of at least',
      npv: 'of possible futures have a net present value of at least',
    },
    after: { payback: '.', roi12: '.', npv: '.' },
    months: ({ long }) => long,
    threshold: { payback: 'Threshold: payback time', roi12: 'Threshold: ROI', npv: 'Threshold: net present value' },
    median: ({ median, low, high }) => `Median ${median}, P5 ${low}, P95 ${high}.`,
    profit: ({ roi, year }) =>
      `The ROI is above zero in ${roi} of futures, and the programme has paid back within 12 months in ${year}.`,
    error: ({ points }) => `sampling error ±${points}`,
    accurate: 'P5, P50 and P95 are known to within one percent of the range.',
    refine: 'Refine with more trials',
    refineHelp: 'Adds trials until P5, P50 and P95 are known to within one percent of the range.',
    refining: ({ count }) => `${count} trials, adding more…`,
    stop: 'Stop',
    undefinedOutput: {
      roi12: 'The programme costs nothing, so there is nothing to divide the return by.',
      payback: '',
      npv: '',
    },
    point: 'No assumption has a range, so there is no distribution. Give an assumption a range.',
  },
});
