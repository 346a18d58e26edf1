import { defineMessages } from '$lib/i18n/language';

export const messages = defineMessages({
  fi: { kind: 'Teksti', table: 'Taulukko', unknown: ({ name }: { name: string }) => `nimeä ”${name}” ei ole` },
  en: { kind: 'Text', table: 'Table', unknown: ({ name }) => `there is no “${name}”` },
});
