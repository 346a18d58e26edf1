import type { Handle } from '@sveltejs/kit';
import { earlyTheme } from '$lib/state/earlyTheme.js';

/** The language of the page stands in <html lang>, for hyphenation, screen readers and search engines. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%lang%', event.params.lang ?? 'fi').replace('%earlyTheme%', `<script>${earlyTheme}</script>`),
  });
