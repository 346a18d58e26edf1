/** The twin's memory, seen as numbers of each kind. An index is an address divided by the size of an item. */
export interface Views {
  readonly buffer: ArrayBuffer;
  readonly f64: Float64Array;
  readonly f32: Float32Array;
  readonly i32: Int32Array;
  readonly u32: Uint32Array;
}

export function toViews(buffer: ArrayBuffer): Views {
  return {
    buffer,
    f64: new Float64Array(buffer),
    f32: new Float32Array(buffer),
    i32: new Int32Array(buffer),
    u32: new Uint32Array(buffer),
  };
}
