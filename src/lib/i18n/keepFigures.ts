import { noBreakSpace } from './figure';

/**
 * A text that somebody has written, with no line break inside a figure.
 *
 * @example keepFigures('60 393 € eli 24,3 %') // no-break spaces before 393, € and %
 */
export function keepFigures(text: string): string {
  return text.replace(/(\d) (?=\d{3}(?!\d)|[%€]|[tM]€)/g, `$1${noBreakSpace}`);
}
