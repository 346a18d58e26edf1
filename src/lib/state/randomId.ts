/**
 * An id that nobody else has: 80 random bits in 16 letters and digits. (`crypto.randomUUID` is longer, and missing where a page
 * is served without encryption, as on a training room's own network.)
 */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => (byte % 32).toString(32)).join('');
}
