/**
 * How an expression is written: `canonical` is `max(1.5, price)`, as it is stored and as English editors show it;
 * `finnish` is `max(1,5; price)`, which exists only in the Finnish editor.
 */
export type Notation = 'canonical' | 'finnish';

/** The notation a reader of a language writes in. */
export function toNotation(language: 'fi' | 'en'): Notation {
  return language === 'fi' ? 'finnish' : 'canonical';
}
