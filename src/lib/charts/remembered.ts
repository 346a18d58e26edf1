/**
 * Makes a thing once for the same arguments, compared one by one, and remembers the last few: from frame to frame of a drag an axis
 * hardly ever changes, and whoever draws it sees by its identity that it is the same.
 */
export function remembered<Arguments extends readonly unknown[], Thing>(
  make: (...from: Arguments) => Thing,
  most = 8,
): (...from: Arguments) => Thing {
  const known: { readonly from: Arguments; readonly thing: Thing }[] = [];
  return (...from) => {
    const found = known.find(
      (one) => one.from.length === from.length && one.from.every((x, i) => Object.is(x, from[i])),
    );
    if (found) return found.thing;
    const thing = make(...from);
    known.unshift({ from, thing });
    known.length = Math.min(known.length, most);
    return thing;
  };
}
