import { defineMessages } from '$lib/i18n/language';

export const messages = defineMessages({
  fi: {
    kind: ({ of }: { of: string }) => `herkkyys: ${of}`,
    choice: { roi12: 'ROI', payback: 'takaisinmaksu', npv: 'nettonykyarvo' },
    view: 'Tulos',
    method: 'Kukin oletus vuorollaan omasta P10-arvostaan P90-arvoonsa, muut ennallaan.',
  },
  en: {
    kind: ({ of }) => `sensitivity: ${of}`,
    choice: { roi12: 'ROI', payback: 'payback', npv: 'net present value' },
    view: 'Output',
    method: 'Each assumption in turn from its P10 to its P90, the others as they are.',
  },
});
