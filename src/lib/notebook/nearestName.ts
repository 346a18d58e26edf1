/** Letters to change, add, remove or swap to make one word of the other (Damerau 1964). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same, swapped ? before[j - 2]! + 1 : Infinity));
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}

/**
 * The name somebody most likely meant; `null` when none is near enough to be worth offering.
 *
 * @example nearestName('bse', ['base', 'price']) // 'base'
 */
export function nearestName(name: string, known: Iterable<string>): string | null {
  const asked = name.toLowerCase();
  let nearest: string | null = null;
  let least = Math.floor(asked.length / 2) + 1;
  for (const candidate of known) {
    const lower = candidate.toLowerCase();
    const distance = lower.startsWith(asked) || asked.startsWith(lower) ? 1 : editDistance(asked, lower);
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}
