/** Widths of Hanken Grotesk in em, rounded up: enough to know whether a label fits, without asking a screen. */
const narrow = new Set([...'.,:;|!\'’”"ijlIftr()[]/-–−… \u00a0\u202f']);
const wide = new Set([...'mwMWQ%@—€']);

function glyphWidth(glyph: string): number {
  if (glyph === '\u00ad') return 0;
  if (narrow.has(glyph)) return 0.34;
  if (wide.has(glyph)) return 0.86;
  return glyph >= 'A' && glyph <= 'Z' ? 0.68 : 0.58;
}

/** About how wide a line of chart text is, in px; a little more rather than less. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const glyph of text) width += glyphWidth(glyph);
  return width * fontSize;
}
