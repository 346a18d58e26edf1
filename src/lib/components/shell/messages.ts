import { defineMessages } from '$lib/i18n/language';

export const messages = defineMessages({
  fi: {
    language: 'Kieli',
    theme: 'Ulkoasu',
    themes: { system: 'laitteen mukaan', light: 'vaalea', dark: 'tumma' },
    privacy: 'Kaikki lasketaan tässä selaimessa. Yksikään luku ei lähde siitä.',
    offline: 'Sivu toimii myös ilman verkkoa.',
    method: 'Laskukaavat, oletukset ja lähteet avautuvat kunkin luvun nimestä.',
    skip: 'Siirry sisältöön',
    noScript:
      'Arvio laskee tässä selaimessa JavaScriptillä, joka on nyt estetty. Salli se tälle sivulle, niin lukuja voi muuttaa. Yksikään luku ei lähde selaimesta.',
  },
  en: {
    language: 'Language',
    theme: 'Appearance',
    themes: { system: 'as the device', light: 'light', dark: 'dark' },
    privacy: 'Everything is computed in this browser. No figure leaves it.',
    offline: 'The page also works without a network.',
    method: 'Formulas, assumptions and sources open from the name of each figure.',
    skip: 'Skip to the content',
    noScript:
      'Arvio computes in this browser with JavaScript, which is switched off. Allow it for this page to change the figures. No figure leaves the browser.',
  },
});
