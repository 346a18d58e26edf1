import { defineMessages } from '$lib/i18n/language';

export const about = defineMessages({
  fi: { title: 'Taulukko', about: 'Laskelma kuukausi kuukaudelta lukuina.' },
  en: { title: 'Table', about: 'The projection month by month, in figures.' },
});

export const thumbnail = {
  ink: 'M4 5h40v22H4zM4 12h40M18 5v22M31 5v22',
  accent: 'M4 19.5h40',
};
