import { defineMessages } from '$lib/i18n/language';

export const about = defineMessages({
  fi: { title: 'Teksti', about: 'Kerro omin sanoin; luvut tekstissä elävät mukana.' },
  en: { title: 'Text', about: 'Tell it in your own words; figures in the text stay alive.' },
});

export const thumbnail = {
  ink: 'M5 7h38M5 13h30M5 25h22',
  accent: 'M5 19h10M15 19h22',
};
