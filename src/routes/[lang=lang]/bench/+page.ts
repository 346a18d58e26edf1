import { languages } from '$lib/i18n/language';
import type { EntryGenerator } from './$types';

/** No page links here, so the crawler has to be told. */
export const entries: EntryGenerator = () => languages.map((lang) => ({ lang }));
