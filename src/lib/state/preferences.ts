import type { Language } from '$lib/i18n/language';
import { themeKey } from './earlyTheme.js';

export type Theme = 'system' | 'light' | 'dark';

/** What a reader has chosen once and finds again; a store that is blocked just forgets. */
export interface Preferences {
  language(): Language | null;
  rememberLanguage(language: Language): void;
  theme(): Theme;
  rememberTheme(theme: Theme): void;
}

export function createPreferences(storage: () => Storage): Preferences {
  const read = (key: string) => {
    try {
      return storage().getItem(key);
    } catch {
      return null;
    }
  };
  const write = (key: string, value: string) => {
    try {
      storage().setItem(key, value);
    } catch {
      // Forgotten on the next visit; nothing else depends on it.
    }
  };
  return {
    language: () => {
      const language = read('arvio.language');
      return language === 'fi' || language === 'en' ? language : null;
    },
    rememberLanguage: (language) => write('arvio.language', language),
    theme: () => {
      const theme = read(themeKey);
      return theme === 'light' || theme === 'dark' ? theme : 'system';
    },
    rememberTheme: (theme) => write(themeKey, theme),
  };
}

/** Puts a theme in force; without one the reader's system decides. */
export function applyTheme(theme: Theme, root: HTMLElement): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
}
