import { defineMessages } from '$lib/i18n/language';

/** What a new one is called. Apart from the other words, which come with the view. */
export const birthWords = defineMessages({
  fi: { name: 'luku', title: 'Oma luku' },
  en: { name: 'number', title: 'A number of your own' },
});
