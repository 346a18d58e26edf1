import type { EntryOptions } from '$lib/i18n/entry';
import type { Language } from '$lib/i18n/language';
import type { Unit } from '$lib/scenario/drivers';

const wide = [-1e12, 1e12] as const;

/** How a field is read that takes any number. */
export function options(unit: Unit, language: Language, more: Partial<EntryOptions> = {}): EntryOptions {
  return { unit, language, currency: 'EUR', value: null, limits: wide, whole: false, uncertain: true, ...more };
}
