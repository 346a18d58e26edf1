import { toFormats } from '$lib/i18n/formats';

/** Text with plain spaces: which of them may not break is the formats' business, tested there. */
export const readable = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u00ad', '');

export const formats = { fi: toFormats('fi', 'EUR'), en: toFormats('en', 'EUR') };

/** What must never reach the screen. */
export const unreadable = /NaN|undefined|Infinity|null|∞|\[object/;
