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

export const thumbnail = {
  ink: 'M4 20h30M38 14h7M38 20h7',
  accent: 'M12 20h14M19 16a4 4 0 1 0 .1 0',
};
