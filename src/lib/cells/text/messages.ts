import { defineMessages } from '$lib/i18n/language';

export const messages = defineMessages({
  fi: { kind: 'Teksti', unknown: ({ name }: { name: string }) => `nimeä ”${name}” ei ole` },
  en: { kind: 'Text', unknown: ({ name }) => `there is no “${name}”` },
});
