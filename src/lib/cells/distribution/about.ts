import { defineMessages } from '$lib/i18n/language';

export const about = defineMessages({
  fi: { title: 'Jakauma', about: 'Kuinka todennäköisesti tulos jää alle tai yli rajan.' },
  en: { title: 'Distribution', about: 'How likely the result stays below or above a threshold.' },
});

export const thumbnail = {
  ink: 'M4 28h40M30 4v24',
  accent: 'M7 28v-4M12 28v-9M17 28v-16M22 28v-21M27 28v-17',
};
