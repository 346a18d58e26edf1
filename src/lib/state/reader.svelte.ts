import { createContext } from 'svelte';
import { toFormats, type Formats } from '$lib/i18n/formats';
import type { Language } from '$lib/i18n/language';
import type { Session } from './session.svelte';

/** Who reads: the language of the page, and how its figures are written in the notebook's currency. */
export class Reader {
  readonly language: Language;
  readonly formats: Formats;

  constructor(language: () => Language, session: Session) {
    this.language = $derived(language());
    this.formats = $derived(toFormats(this.language, session.header.currency));
  }
}

export const [getReader, setReader] = createContext<Reader>();
