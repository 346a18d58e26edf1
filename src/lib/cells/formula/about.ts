import { defineMessages } from '$lib/i18n/language';

export const about = defineMessages({
  fi: {
    title: 'Kaava',
    about:
      'Laskee muiden solujen luvuista ja kertoo tuloksen. Epävarmoista luvuista tulos on jakauma, ja erotukset lasketaan samoissa tulevaisuuksissa.',
  },
  en: {
    title: 'Formula',
    about:
      'Computes with the numbers of other cells. Of uncertain numbers the result is a distribution, and differences are taken within the same futures.',
  },
});

export const thumbnail = {
  ink: 'M5 12h10M5 19h10M36 8l8 16M44 8l-8 16',
  accent: 'M22 24c4 0 2-16 7-16M21 16h8',
};
