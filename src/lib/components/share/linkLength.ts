/**
 * How far a link of so many letters gets by mail.
 *
 * - Up to 2 000 every common program keeps it: Microsoft's old limit of 2 083 (MS-MWBE 3.1.1.1.2) is what programs were made to
 *   take, and the sitemap protocol's 2 048 what indexes take.
 * - Up to 8 000 some do not: RFC 9110 §4.1 asks all senders and recipients to take at least so much, and not all do; mail in HTML
 *   has been seen cut at 1 024 and at 2 083 by versions of Outlook.
 * - Past that most do not, or no longer show it as a link.
 */
export function linkLength(letters: number): 'fits' | 'risky' | 'long' {
  if (letters <= 2000) return 'fits';
  return letters <= 8000 ? 'risky' : 'long';
}

/** A link longer than this is not offered: no program sends it on, and the file says the same. */
export const longestLink = 100_000;
