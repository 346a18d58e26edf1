import { defineMessages } from '$lib/i18n/language';

export const about = defineMessages({
  fi: { title: 'Skenaario', about: 'Oletukset liukusäätiminä, tunnusluvut ja kertynyt kassavirta.' },
  en: { title: 'Scenario', about: 'Assumptions as sliders, headline figures and cumulative cash.' },
});

export const thumbnail = {
  ink: 'M4 8h14M4 16h14M4 24h14M10 6v4M14 14v4M8 22v4M23 20h21',
  accent: 'M23 27C30 26 36 12 44 5',
};
