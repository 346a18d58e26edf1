import { defineMessages } from '$lib/i18n/language';

export const messages = defineMessages({
  fi: {
    newTitle: 'Mikä oletus ratkaisee?',
    kind: ({ of }: { of: string }) => `herkkyys: ${of}`,
    choice: { roi12: 'ROI', payback: 'takaisinmaksu', npv: 'nettonykyarvo' },
    view: 'Tulos',
    method: 'Kukin oletus vuorollaan omasta P10-arvostaan P90-arvoonsa, muut ennallaan.',
    views: { swing: 'herkkyys', shares: 'varianssin osuudet' },
    viewsName: 'Näkymä',
    fileName: 'varianssi',
    notLoaded: 'Varianssin osuuksia ei saatu ladattua. Herkkyys näkyy yhä. Yritä hetken päästä uudelleen.',
  },
  en: {
    newTitle: 'Which assumption decides?',
    kind: ({ of }) => `sensitivity: ${of}`,
    choice: { roi12: 'ROI', payback: 'payback', npv: 'net present value' },
    view: 'Output',
    method: 'Each assumption in turn from its P10 to its P90, the others as they are.',
    views: { swing: 'tornado', shares: 'shares of variance' },
    viewsName: 'View',
    fileName: 'variance',
    notLoaded: 'The shares of variance could not be loaded. The tornado still applies. Try again in a moment.',
  },
});
