/** The interface languages. Adding one makes every message table that lacks it a compile error. */
export const languages = ['fi', 'en'] as const;

export type Language = (typeof languages)[number];

/** A message: text, or a function of named parameters; tables may be grouped in tables. */
type Message = string | ((named: never) => string);
interface MessageTable {
  readonly [key: string]: Message | MessageTable;
}

/** The shape of a table without its wording: the same keys, the same named parameters. */
export type MessagesLike<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (named: infer Named) => string
      ? (named: Named) => string
      : MessagesLike<T[Key]>;
};

/**
 * A typed message table. Finnish is written first and gives the shape; a key, or a parameter, that the other
 * language lacks or adds is a compile error.
 *
 * @example
 * export const messages = defineMessages({
 *   fi: { saved: 'Tallessa', trials: ({ count }: { count: string }) => `${count} koetta` },
 *   en: { saved: 'Saved', trials: ({ count }) => `${count} trials` },
 * });
 * messages[language].trials({ count: formats.count(4096) });
 */
export function defineMessages<const T extends MessageTable>(tables: {
  readonly fi: T;
  readonly en: NoInfer<MessagesLike<T>>;
}): Readonly<Record<Language, MessagesLike<T>>> {
  return tables as { readonly fi: never; readonly en: never };
}

const pluralRules = {
  fi: new Intl.PluralRules('fi'),
  en: new Intl.PluralRules('en'),
} satisfies Record<Language, Intl.PluralRules>;

/**
 * The form that goes with a number. In both languages only exactly 1 takes `one`; 1.5 and 0 take `other`.
 *
 * @example plural('fi', 1, { one: 'asiakas', other: 'asiakasta' }) // 'asiakas'
 */
export function plural(language: Language, n: number, forms: { readonly one: string; readonly other: string }): string {
  return pluralRules[language].select(n) === 'one' ? forms.one : forms.other;
}
