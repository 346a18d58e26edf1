import { defineMessages } from '$lib/i18n/language';

export const about = defineMessages({
  fi: {
    title: 'Vertailu',
    about: 'Asettaa skenaariot rinnakkain: mikä niissä eroaa, mihin ne johtavat ja kuinka varmasti toinen on parempi.',
  },
  en: {
    title: 'Comparison',
    about: 'Puts scenarios side by side: what differs, where it leads, and how surely one is the better.',
  },
});

export const thumbnail = {
  ink: 'M4 28h40M6 24c12 0 18-8 36-10',
  accent: 'M6 24c14 0 20-14 36-18',
};
