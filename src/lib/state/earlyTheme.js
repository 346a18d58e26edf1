/** Where the reader's choice of theme is kept. */
export const themeKey = 'arvio.theme';

/**
 * Stands in every page's head, so that a page is never painted in another theme than the chosen one: the modules come later.
 * The Content-Security-Policy names its hash.
 */
export const earlyTheme = `try{const theme=localStorage.getItem('${themeKey}');if(theme==='light'||theme==='dark')document.documentElement.dataset.theme=theme}catch{}`;
