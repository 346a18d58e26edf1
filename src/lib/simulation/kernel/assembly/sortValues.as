/** Eleven bits. */
const DIGITS: usize = 2048;
/** Bytes of the counters of one digit. */
const TABLE: usize = DIGITS * 4;

/** Places into which the values are dealt: two digits. */
const PLACES: f64 = 4194304;

/**
 * Sorts doubles without NaN or −0, ascending, step by step, so that whoever sorts may be interrupted. Two passes sort by where a
 * value lies between the lowest and the highest, in four million places; what shares a place is put in order by insertion. Where that
 * would be long (values crowd, and some lie far off), all 64 bits are sorted by, from the lowest.
 *
 * @param scratch as long as the values
 * @param counters 3 × 2048 uint32 and two pairs of doubles
 * @param step 0 to begin with
 * @returns the next step; 0 when all is sorted
 */
export function sortStep(values: usize, count: i32, scratch: usize, counters: usize, step: i32): i32 {
  const bytes = <usize>count << 3;
  const line = counters + 3 * TABLE;
  switch (step) {
    case 0:
      return layLine(values, bytes, line);
    case 1:
      return countPlaces(values, bytes, counters, line, 2);
    case 2:
      return dealPlaces(values, scratch, bytes, counters, line, 0, 3);
    case 3:
      return dealPlaces(scratch, values, bytes, counters + TABLE, line, 11, 4);
    case 4:
      return insert(values, bytes) ? 0 : 5;
    case 5:
      toKeys(values, bytes);
      return countDigits(values, bytes, counters, 0, 6);
    case 6:
      return deal(values, scratch, bytes, counters, 0, 7);
    case 7:
      return deal(scratch, values, bytes, counters + TABLE, 11, 8);
    case 8:
      return deal(values, scratch, bytes, counters + 2 * TABLE, 22, 9);
    case 9:
      return countDigits(scratch, bytes, counters, 33, 10);
    case 10:
      return deal(scratch, values, bytes, counters, 33, 11);
    case 11:
      return deal(values, scratch, bytes, counters + TABLE, 44, 12);
    default:
      deal(scratch, values, bytes, counters + 2 * TABLE, 55, 0);
      return fromKeys(values, bytes);
  }
}

/** Where the places begin, and how many there are to a unit. The last is for +∞ alone. @returns the next step: 0 when all values are one */
function layLine(values: usize, bytes: usize, line: usize): i32 {
  const infinity = f64x2.splat(Infinity);
  let lowest = infinity;
  let highest = f64x2.splat(-Infinity);
  let infinite = f64x2.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) {
    const x = at + 8 === bytes ? v128.load64_splat(values + at) : v128.load(values + at);
    const finite = f64x2.lt(x, infinity);
    lowest = f64x2.pmin(lowest, x);
    highest = f64x2.pmax(highest, v128.bitselect(x, highest, finite));
    infinite = v128.or(infinite, f64x2.ge(x, infinity));
  }
  const low = min(f64x2.extract_lane(lowest, 0), f64x2.extract_lane(lowest, 1));
  const high = max(f64x2.extract_lane(highest, 0), f64x2.extract_lane(highest, 1));
  const never = v128.any_true(infinite);
  if (low >= high && !(never && low < Infinity)) return 0;
  v128.store(line, f64x2.splat(low));
  v128.store(line, f64x2.splat(min((PLACES - 2) / (high - low), f64.MAX_VALUE)), 16);
  return high - low < Infinity ? 1 : 5;
}

/** The places of two values, as whole numbers in the lowest bits. */
// @ts-ignore: decorator
@inline
function placesOf(values: v128, low: v128, scale: v128): v128 {
  const place = f64x2.pmin(f64x2.mul(f64x2.sub(values, low), scale), f64x2.splat(PLACES - 1));
  // What is added to a double below 2^51 to leave its nearest whole number in the lowest bits.
  return f64x2.add(place, f64x2.splat(4503599627370496));
}

/** How often each of two digits of the place has each value, and then where its first goes. */
function countPlaces(values: usize, bytes: usize, counters: usize, line: usize, next: i32): i32 {
  const low = v128.load(line);
  const scale = v128.load(line, 16);
  memory.fill(counters, 0, 2 * TABLE);
  for (let at: usize = 0; at < bytes; at += 16) {
    const places = placesOf(v128.load(values + at), low, scale);
    const first = i64x2.extract_lane(places, 0);
    count(counters, first);
    count(counters + TABLE, first >> 11);
    if (at + 8 === bytes) break;
    const second = i64x2.extract_lane(places, 1);
    count(counters, second);
    count(counters + TABLE, second >> 11);
  }
  toFirsts(counters);
  toFirsts(counters + TABLE);
  return next;
}

/** Puts every value where a digit of its place belongs. */
function dealPlaces(from: usize, to: usize, bytes: usize, table: usize, line: usize, shift: i64, next: i32): i32 {
  const low = v128.load(line);
  const scale = v128.load(line, 16);
  for (let at: usize = 0; at < bytes; at += 16) {
    const pair = v128.load(from + at);
    const places = placesOf(pair, low, scale);
    v128.store64_lane(to + nextOf(table, i64x2.extract_lane(places, 0) >> shift), pair, 0);
    if (at + 8 === bytes) break;
    v128.store64_lane(to + nextOf(table, i64x2.extract_lane(places, 1) >> shift), pair, 1);
  }
  return next;
}

/** Where the next one with this digit goes. */
// @ts-ignore: decorator
@inline
function nextOf(table: usize, key: u64): usize {
  const counter = table + (<usize>(key & (DIGITS - 1)) << 2);
  const rank = load<u32>(counter);
  store<u32>(counter, rank + 1);
  return <usize>rank << 3;
}

/** Doubles to bits whose order as unsigned integers is theirs. */
function toKeys(values: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 8) store<u64>(values + at, toKey(load<u64>(values + at)));
}

function fromKeys(values: usize, bytes: usize): i32 {
  for (let at: usize = 0; at < bytes; at += 8) store<u64>(values + at, fromKey(load<u64>(values + at)));
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
  for (let table = counters; table < counters + 3 * TABLE; table += TABLE) toFirsts(table);
  return next;
}

/** Counts to where the first of each goes. */
function toFirsts(table: usize): void {
  let place: u32 = 0;
  for (let digit: usize = 0; digit < TABLE; digit += 4) {
    const here = load<u32>(table + digit);
    store<u32>(table + digit, place);
    place += here;
  }
}

/** Puts every key where its digit belongs. */
function deal(from: usize, to: usize, bytes: usize, table: usize, shift: u64, next: i32): i32 {
  for (let at: usize = 0; at < bytes; at += 8) {
    const key = load<u64>(from + at);
    store<u64>(to + nextOf(table, key >> shift), key);
  }
  return next;
}

/** Puts neighbours in order. @returns whether it was done with about as many moves as there are values, and no more */
function insert(values: usize, bytes: usize): bool {
  let left = <i32>(bytes >> 3);
  let before = load<f64>(values);
  for (let at: usize = 8; at < bytes; at += 8) {
    const x = load<f64>(values + at);
    if (x >= before) {
      before = x;
      continue;
    }
    let to = at;
    do {
      store<f64>(values + to, load<f64>(values + to - 8));
      to -= 8;
      left--;
    } while (to > 0 && load<f64>(values + to - 8) > x);
    store<f64>(values + to, x);
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
