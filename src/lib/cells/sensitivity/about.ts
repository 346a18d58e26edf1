import { defineMessages } from '$lib/i18n/language';

export const about = defineMessages({
  fi: { title: 'Herkkyys', about: 'Mikä oletus heiluttaa tulosta eniten.' },
  en: { title: 'Sensitivity', about: 'Which assumption swings the result the most.' },
});

export const thumbnail = {
  ink: 'M24 3v26M12 7h12M16 15h8M20 23h4',
  accent: 'M24 7h16M24 15h9M24 23h5',
};
