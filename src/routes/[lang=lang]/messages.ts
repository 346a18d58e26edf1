import { defineMessages } from '$lib/i18n/language';

export const messages = defineMessages({
  fi: {
    title: 'Arvio: milloin investointi asiakkuuksiin maksaa itsensä takaisin',
    promise: 'Siirrä yhtä oletusta ja näe, milloin investointi maksaa itsensä takaisin ja kuinka varmaa se on.',
    privacy: 'Kaikki lasketaan tässä selaimessa. Yksikään luku ei lähde siitä.',
    tryIt: 'Kokeile',
    company: ({ revenue }: { revenue: string }) =>
      `B2B-palveluyritys, liikevaihto ${revenue}. Mitä asiakkuusohjelma toisi?`,
    open: 'Avaa koko laskelma',
    gallery: 'Valmiit laskelmat',
    templates: {
      'investment-case': {
        title: 'Investointilaskelma',
        about:
          'Milloin ohjelma maksaa itsensä takaisin: julkaistu esimerkki 3,7 kk ja ROI 369 %, kaikki oletukset auki.',
      },
      blank: { title: 'Tyhjä muistikirja', about: 'Oma laskelma alusta alkaen: teksti, skenaariot ja kaavat.' },
    },
  },
  en: {
    title: 'Arvio: when an investment in customers pays itself back',
    promise: 'Move one assumption and see when the investment pays itself back, and how sure that is.',
    privacy: 'Everything is computed in this browser. No figure leaves it.',
    tryIt: 'Try it',
    company: ({ revenue }) => `A B2B service company, revenue ${revenue}. What would a customer programme bring?`,
    open: 'Open the whole case',
    gallery: 'Ready-made cases',
    templates: {
      'investment-case': {
        title: 'Investment case',
        about:
          'When a programme pays back: the published example of 3.7 months and an ROI of 369%, every assumption open.',
      },
      blank: { title: 'Blank notebook', about: 'A case of your own from the beginning: text, scenarios and formulas.' },
    },
  },
});
