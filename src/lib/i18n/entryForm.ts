import type { EntryToken } from './entryTokens';
import { peek, takeKind, takeQuantity, type Cursor, type Quantity } from './quantity';

/** How the numbers of a text belong together. */
export interface EntryForm {
  /** `spread` is `100 ± 10`, or `±10` with no other number; its last quantity is the amount after ±. */
  readonly kind: 'point' | 'about' | 'range' | 'triple' | 'spread';
  readonly quantities: readonly Quantity[];
}

/**
 * One number (`7,4 %`, `n. 20`), two ends (`5–10`, `5 to 10`, `välillä 5 ja 10`), low, most likely and high
 * (`50 / 60 / 75`, `50-60-75`), or a middle and what it may differ by (`100 ± 10`). `null` when the tokens are none of these.
 */
export function readEntryForm(tokens: readonly EntryToken[]): EntryForm | 'grouping' | null {
  const cursor: Cursor = { tokens, at: 0 };
  const about = takeKind(cursor, 'about') !== null;
  let between = takeKind(cursor, 'between') !== null;

  if (takeKind(cursor, 'plusMinus')) return finish(cursor, 'spread', [takeQuantity(cursor)]);

  const quantities = [takeQuantity(cursor)];
  const isAt = (...kinds: readonly EntryToken['kind'][]): boolean => takeKind(cursor, ...kinds) !== null;

  if (isAt('plusMinus')) return finish(cursor, 'spread', [...quantities, takeQuantity(cursor)]);
  if (isAt('slash')) {
    quantities.push(takeQuantity(cursor));
    return isAt('slash') ? finish(cursor, 'triple', [...quantities, takeQuantity(cursor)]) : null;
  }
  const mark = takeKind(cursor, 'dash', 'ellipsis', 'to', 'and');
  if (mark) {
    quantities.push(takeQuantity(cursor));
    if (mark === 'dash' && isAt('dash')) return finish(cursor, 'triple', [...quantities, takeQuantity(cursor)]);
    if (isAt('between')) between = true;
    // "5 and 10" alone is two numbers, not a range.
    return mark === 'and' && !between ? null : finish(cursor, 'range', quantities);
  }
  return between ? null : finish(cursor, about ? 'about' : 'point', quantities);
}

function finish(
  cursor: Cursor,
  kind: EntryForm['kind'],
  quantities: readonly (Quantity | 'grouping' | null)[],
): EntryForm | 'grouping' | null {
  if (quantities.includes('grouping')) return 'grouping';
  const whole = quantities.every((quantity): quantity is Quantity => quantity !== null && quantity !== 'grouping');
  if (!whole || peek(cursor) !== undefined) return null;
  return kind === 'spread' && quantities.at(-1)?.negative ? null : { kind, quantities };
}
