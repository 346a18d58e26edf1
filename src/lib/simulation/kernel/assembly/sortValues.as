/**
 * Sorts doubles without NaN or −0, ascending, by the eight bytes of their bits from the lowest: a pass over all for each
 * byte in which they differ at all.
 *
 * @param scratch as long as the values
 * @param counters 8 × 256 uint32
 */
export function sortValues(values: usize, count: i32, scratch: usize, counters: usize): void {
  memory.fill(counters, 0, 8 * 256 * 4);
  const bytes = <usize>count << 3;
  for (let at: usize = 0; at < bytes; at += 8) {
    const key = toKey(load<u64>(values + at));
    store<u64>(values + at, key);
    for (let byte: usize = 0; byte < 8; byte++) {
      const counter = counters + (byte << 10) + (<usize>((key >> (<u64>byte << 3)) & 255) << 2);
      store<u32>(counter, load<u32>(counter) + 1);
    }
  }
  let from = values;
  let to = scratch;
  const first = load<u64>(values);
  for (let byte: usize = 0; byte < 8; byte++) {
    const shift = <u64>byte << 3;
    const table = counters + (byte << 10);
    if (load<u32>(table + (<usize>((first >> shift) & 255) << 2)) === <u32>count) continue;
    let place: u32 = 0;
    for (let digit: usize = 0; digit < 1024; digit += 4) {
      const here = load<u32>(table + digit);
      store<u32>(table + digit, place);
      place += here;
    }
    for (let at: usize = 0; at < bytes; at += 8) {
      const key = load<u64>(from + at);
      const counter = table + (<usize>((key >> shift) & 255) << 2);
      const rank = load<u32>(counter);
      store<u32>(counter, rank + 1);
      store<u64>(to + (<usize>rank << 3), key);
    }
    const swap = from;
    from = to;
    to = swap;
  }
  for (let at: usize = 0; at < bytes; at += 8) store<u64>(values + at, fromKey(load<u64>(from + at)));
}

/** Bits whose order as unsigned integers is that of the doubles. */
// @ts-ignore: decorator
@inline
function toKey(bits: u64): u64 {
  return bits ^ (<u64>(<i64>bits >> 63) | 0x8000000000000000);
}

// @ts-ignore: decorator
@inline
function fromKey(key: u64): u64 {
  return key ^ ((<u64>(<i64>~key >> 63)) | 0x8000000000000000);
}
