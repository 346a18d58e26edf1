import { defineMessages } from '$lib/i18n/language';

export const messages = defineMessages({
  fi: {
    kind: 'oma luku',
    inFormulas: ({ name }: { name: string }) => `Kaavoissa ja teksteissä nimellä ${name}.`,
    home: ({ value }: { value: string }) => `alkuperäinen ${value}`,
    homeRange: 'alkuperäinen väli',
    settings: 'Muuta nimeä, yksikköä ja liukua',
    title: 'Otsikko',
    unit: 'Yksikkö',
    min: 'Liu’un alku',
    max: 'Liu’un loppu',
    step: 'Askel',
    orderProblem: ({ min, max }: { min: string; max: string }) =>
      `Liu’un alun on oltava ennen loppua: nyt ${min} ja ${max}.`,
    stepProblem: 'Askeleen on oltava suurempi kuin nolla.',
  },
  en: {
    kind: 'own number',
    inFormulas: ({ name }) => `In formulas and texts under the name ${name}.`,
    home: ({ value }) => `originally ${value}`,
    homeRange: 'original range',
    settings: 'Change title, unit and slider',
    title: 'Title',
    unit: 'Unit',
    min: 'Slider begins',
    max: 'Slider ends',
    step: 'Step',
    orderProblem: ({ min, max }) => `The slider must begin before it ends: now ${min} and ${max}.`,
    stepProblem: 'The step must be greater than zero.',
  },
});
