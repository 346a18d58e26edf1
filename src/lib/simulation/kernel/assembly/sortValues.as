/** Eleven bits. */
const DIGITS: usize = 2048;
/** Bytes of the counters of one digit. */
const TABLE: usize = DIGITS * 4;

/**
 * Sorts doubles without NaN or −0, ascending, step by step, so that whoever sorts may be interrupted. Three passes sort by
 * the 33 bits from the highest one in which any two differ; what those cannot tell apart is put in order by insertion. Where
 * that would be long (values crowd, and some lie far off), all 64 bits are sorted by, from the lowest.
 *
 * @param scratch as long as the values
 * @param counters 3 × 2048 uint32 and one more
 * @param step 0 to begin with
 * @returns the next step; 0 when all is sorted
 */
export function sortStep(values: usize, count: i32, scratch: usize, counters: usize, step: i32): i32 {
  const bytes = <usize>count << 3;
  const shift = counters + 3 * TABLE;
  switch (step) {
    case 0: {
      const differing = toKeys(values, bytes);
      if (differing === 0) return fromKeys(values, values, bytes);
      store<u32>(shift, <u32>max<i32>(0, 31 - <i32>clz<u64>(differing)));
      return 1;
    }
    case 1:
      return countDigits(values, bytes, counters, <u64>load<u32>(shift), 2);
    case 2:
      return deal(values, scratch, bytes, counters, <u64>load<u32>(shift), 3);
    case 3:
      return deal(scratch, values, bytes, counters + TABLE, <u64>load<u32>(shift) + 11, 4);
    case 4:
      return deal(values, scratch, bytes, counters + 2 * TABLE, <u64>load<u32>(shift) + 22, 5);
    case 5:
      return insert(scratch, bytes) ? fromKeys(scratch, values, bytes) : 6;
    case 6:
      return countDigits(scratch, bytes, counters, 0, 7);
    case 7:
      return deal(scratch, values, bytes, counters, 0, 8);
    case 8:
      return deal(values, scratch, bytes, counters + TABLE, 11, 9);
    case 9:
      return deal(scratch, values, bytes, counters + 2 * TABLE, 22, 10);
    case 10:
      return countDigits(values, bytes, counters, 33, 11);
    case 11:
      return deal(values, scratch, bytes, counters, 33, 12);
    case 12:
      return deal(scratch, values, bytes, counters + TABLE, 44, 13);
    default:
      deal(values, scratch, bytes, counters + 2 * TABLE, 55, 0);
      return fromKeys(scratch, values, bytes);
  }
}

/** Doubles to bits whose order as unsigned integers is theirs. @returns the bits in which any two differ */
function toKeys(values: usize, bytes: usize): u64 {
  const first = toKey(load<u64>(values));
  let differing: u64 = 0;
  for (let at: usize = 0; at < bytes; at += 8) {
    const key = toKey(load<u64>(values + at));
    store<u64>(values + at, key);
    differing |= key ^ first;
  }
  return differing;
}

function fromKeys(from: usize, to: usize, bytes: usize): i32 {
  for (let at: usize = 0; at < bytes; at += 8) store<u64>(to + at, fromKey(load<u64>(from + at)));
  return 0;
}

/** How often each of three digits has each value, and then where its first goes. */
function countDigits(keys: usize, bytes: usize, counters: usize, shift: u64, next: i32): i32 {
  memory.fill(counters, 0, 3 * TABLE);
  for (let at: usize = 0; at < bytes; at += 8) {
    const key = load<u64>(keys + at) >> shift;
    count(counters, key);
    count(counters + TABLE, key >> 11);
    count(counters + 2 * TABLE, key >> 22);
  }
  for (let table = counters; table < counters + 3 * TABLE; table += TABLE) {
    let place: u32 = 0;
    for (let digit: usize = 0; digit < TABLE; digit += 4) {
      const here = load<u32>(table + digit);
      store<u32>(table + digit, place);
      place += here;
    }
  }
  return next;
}

/** Puts every key where its digit belongs. */
function deal(from: usize, to: usize, bytes: usize, table: usize, shift: u64, next: i32): i32 {
  for (let at: usize = 0; at < bytes; at += 8) {
    const key = load<u64>(from + at);
    const counter = table + (<usize>((key >> shift) & (DIGITS - 1)) << 2);
    const rank = load<u32>(counter);
    store<u32>(counter, rank + 1);
    store<u64>(to + (<usize>rank << 3), key);
  }
  return next;
}

/** Puts neighbours in order. @returns whether it was done before there were as many moves as keys */
function insert(keys: usize, bytes: usize): bool {
  let left = <i32>(bytes >> 3);
  let before = load<u64>(keys);
  for (let at: usize = 8; at < bytes; at += 8) {
    const key = load<u64>(keys + at);
    if (key >= before) {
      before = key;
      continue;
    }
    let to = at;
    do {
      store<u64>(keys + to, load<u64>(keys + to - 8));
      to -= 8;
      left--;
    } while (to > 0 && load<u64>(keys + to - 8) > key);
    store<u64>(keys + to, key);
    if (left < 0) return false;
  }
  return true;
}

// @ts-ignore: decorator
@inline
function count(table: usize, key: u64): void {
  const at = table + (<usize>(key & (DIGITS - 1)) << 2);
  store<u32>(at, load<u32>(at) + 1);
}

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
