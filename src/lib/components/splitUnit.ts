/**
 * Divides a written figure into its number and the unit after it, so that the unit may stand smaller.
 * A sign before the number (€) stays with it.
 *
 * @example splitUnit('3,7 kk') // { number: '3,7', unit: ' kk' }
 */
export function splitUnit(text: string): { readonly number: string; readonly unit: string } {
  const match = /^(.*\d)(\D+)$/u.exec(text);
  return match ? { number: match[1]!, unit: match[2]! } : { number: text, unit: '' };
}
