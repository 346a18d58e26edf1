/** What a field made of the typed text: shown under it in words, and put in force when the person leaves it. */
export type Reading<Meaning> =
  | {
      readonly kind: 'understood';
      readonly words: string;
      readonly meaning: Meaning;
      /** A second way to read the same text, offered as one click. */
      readonly other?: { readonly offer: string; readonly words: string; readonly meaning: Meaning };
    }
  | { readonly kind: 'problem'; readonly words: string }
  /** What reads it is still being loaded; nothing that was typed is lost. */
  | { readonly kind: 'awaited'; readonly words?: undefined };

export const awaited = { kind: 'awaited' } as const;

/** How a field reads what is typed into it. */
export type Read<Meaning> = (text: string) => Reading<Meaning>;
