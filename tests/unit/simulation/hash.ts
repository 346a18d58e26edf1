import { createHash } from 'node:crypto';

/** A hash over every bit of a result. */
export function hash(value: unknown): string {
  const sum = createHash('sha256');
  JSON.stringify(value, (key, item: unknown) => {
    sum.update(key);
    if (ArrayBuffer.isView(item)) {
      sum.update(new Uint8Array(item.buffer, item.byteOffset, item.byteLength));
      return null;
    }
    if (typeof item === 'number') sum.update(new Uint8Array(Float64Array.of(item).buffer));
    return item;
  });
  return sum.digest('hex');
}
