import { defineMessages } from '$lib/i18n/language';

export const about = defineMessages({
  fi: {
    title: 'Oma luku',
    about:
      'Liuku, jonka nimen, yksikön ja rajat annat itse. Luku voi olla epävarma, ja kaavat ja tekstit lukevat sitä nimellä.',
  },
  en: {
    title: 'Own number',
    about:
      'A slider whose name, unit and limits you give. It may be uncertain, and formulas and texts read it by its name.',
  },
});
