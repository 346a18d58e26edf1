import type { Language } from '$lib/i18n/language';

/** A small picture of a kind for the menu: two SVG paths on 48 × 32, in ink and in the accent. */
export interface Thumbnail {
  readonly ink: string;
  readonly accent: string;
}

/** What the menu says of a kind of cell. */
export interface About {
  readonly kind: string;
  readonly words: Readonly<Record<Language, { readonly title: string; readonly about: string }>>;
  readonly thumbnail: Thumbnail;
}

interface AboutFile {
  readonly about: About['words'];
  readonly thumbnail?: Thumbnail;
}

/** Most used first; kinds that are not here come after them. */
const order = ['text', 'scenario', 'input', 'formula', 'distribution', 'compare', 'fan', 'sensitivity', 'table'];
const blank: Thumbnail = { ink: 'M4 4h40v24h-40z', accent: '' };

const files = import.meta.glob<AboutFile>('./*/about.ts', { eager: true });
const rank = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length);

/** What may be added from the menu, found by its folder. */
export const abouts: readonly About[] = Object.entries(files)
  .map(([path, { about, thumbnail = blank }]) => ({ kind: path.split('/')[1]!, words: about, thumbnail }))
  .sort((a, b) => rank(a.kind) - rank(b.kind));

/** What a kind is called; its own key when nothing is said of it. */
export function titleOfKind(kind: string, language: Language): string {
  return abouts.find((about) => about.kind === kind)?.words[language].title ?? kind;
}
