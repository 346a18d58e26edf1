import { defineMessages } from '$lib/i18n/language';

export const messages = defineMessages({
  fi: {
    title: 'Laskennan nopeus tällä laitteella',
    about: ({ trials }: { trials: string }) =>
      `Mitattava laskelma: ${trials} koetta\u00a0×\u00a060\u00a0kuukautta, kahdeksan epävarmaa oletusta ja kuukausittaiset häiriöt. ` +
      'Mittaus kestää muutaman sekunnin. Kaikki tapahtuu tässä selaimessa, eikä mitään lähetetä.',
    start: 'Mittaa',
    running: 'Mitataan…',
    done: 'Mitattu.',
    failed: 'Mittaus keskeytyi. Kokeile uudelleen.',
    figure: 'Mitta',
    time: 'Aika',
    workers: ({ count }: { count: string }) => `Säikeitä: ${count}.`,
    figures: {
      kernelFresh: 'Yksi säie, kaikki arvottu uudelleen: tulokset ja polut',
      kernelCached: 'Yksi säie, arvonnat tallessa: tulokset ja polut',
      pageFresh: 'Sivulla, kaikki arvottu uudelleen: tunnusluvut ja viuhka',
      pageCached: 'Sivulla, arvonnat tallessa: tunnusluvut ja viuhka',
      cancel: 'Vanhentuneen laskennan pysäytys: 95\u00a0% kestää enintään',
    },
    note: 'Ajat ovat yhdeksän ajon mediaaneja. Viuhka luetaan 512-luokkaisista jakaumista, tunnuslukujen fraktiilit kaikista kokeista.',
  },
  en: {
    title: 'Speed of the computation on this device',
    about: ({ trials }) =>
      `The case measured: ${trials} trials\u00a0×\u00a060\u00a0months, eight uncertain assumptions and monthly shocks. ` +
      'It takes a few seconds. Everything happens in this browser, and nothing is sent.',
    start: 'Measure',
    running: 'Measuring…',
    done: 'Measured.',
    failed: 'The measurement broke off. Try again.',
    figure: 'Measure',
    time: 'Time',
    workers: ({ count }) => `Threads: ${count}.`,
    figures: {
      kernelFresh: 'One thread, everything drawn anew: outcomes and paths',
      kernelCached: 'One thread, draws kept: outcomes and paths',
      pageFresh: 'On the page, everything drawn anew: summaries and fan',
      pageCached: 'On the page, draws kept: summaries and fan',
      cancel: 'Stopping an outdated run: 95% take at most',
    },
    note: 'Times are medians of nine runs. The fan is read from distributions of 512 bins, the percentiles of outcomes from all trials.',
  },
});
