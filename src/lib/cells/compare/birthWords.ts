import { defineMessages } from '$lib/i18n/language';

/** What a new one is called. Apart from the other words, which come with the view. */
export const birthWords = defineMessages({
  fi: { title: 'Skenaariot rinnakkain' },
  en: { title: 'Scenarios side by side' },
});
