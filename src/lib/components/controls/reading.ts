/** What a field made of the typed text: shown under it in words, and put in force when the person leaves it. */
export type Reading<Meaning> =
  | {
      readonly kind: 'understood';
      readonly words: string;
      readonly meaning: Meaning;
      /** A second way to read the same text, offered as one click. */
      readonly other?: { readonly offer: string; readonly words: string; readonly meaning: Meaning };
    }
  | { readonly kind: 'problem'; readonly words: string };

/** How a field reads what is typed into it. */
export type Read<Meaning> = (text: string) => Reading<Meaning>;
