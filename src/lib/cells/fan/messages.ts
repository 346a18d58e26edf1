import { defineMessages } from '$lib/i18n/language';

export const messages = defineMessages({
  fi: {
    newTitle: 'Miten se kehittyy?',
    kind: ({ of }: { of: string }) => `viuhka: ${of}`,
    title: { cumulative: 'Kertynyt kassavirta', revenue: 'Liikevaihto kuukaudessa', customers: 'Asiakkaita' },
    choice: { cumulative: 'kassa', revenue: 'liikevaihto', customers: 'asiakkaat' },
    view: 'Sarja',
  },
  en: {
    newTitle: 'How does it develop?',
    kind: ({ of }) => `fan: ${of}`,
    title: { cumulative: 'Cumulative cash', revenue: 'Revenue per month', customers: 'Customers' },
    choice: { cumulative: 'cash', revenue: 'revenue', customers: 'customers' },
    view: 'Series',
  },
});
