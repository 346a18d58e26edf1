// As in kernel/layout.ts.
export const TRIALS: i32 = 256;
/** Bytes from one row of a block's 32-bit draws to the next; not a power of two, which would crowd one cache set. */
export const BITS_ROW: usize = 264 * 4;
/** The same for rows of doubles. */
export const ROW: usize = 264 * 8;
/** Trials that stand side by side in a month of a block's world and paths. */
export const GROUP: i32 = 8;
