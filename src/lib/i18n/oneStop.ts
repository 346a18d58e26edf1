/** A sentence that ends in an abbreviation (`5,0 %-yks.`) has one full stop, not two. */
export function oneStop(sentence: string): string {
  return sentence.replace(/\.{2,}/g, '.');
}
