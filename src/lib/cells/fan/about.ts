import { defineMessages } from '$lib/i18n/language';

export const about = defineMessages({
  fi: { title: 'Viuhka', about: 'Kehitys kuukausittain ja sen vaihteluväli.' },
  en: { title: 'Fan', about: 'Development month by month, with its spread.' },
});

export const thumbnail = {
  ink: 'M4 28h40M4 22C16 20 30 10 44 3M4 22c12 1 26-1 40-4',
  accent: 'M4 22C16 21 30 15 44 10',
};
