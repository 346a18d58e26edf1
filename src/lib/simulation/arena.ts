import type { Kernel } from './kernel/kernel';
import { stagger } from './kernel/layout';

/** Everything starts at a multiple of a cache line. */
const line = 64;

/** Hands out pieces of a kernel's memory and takes them back. */
export interface Arena {
  /** @returns the address of a free piece; what is in it is left over. */
  take(bytes: number): number;
  give(address: number): void;
}

export function createArena(kernel: Kernel): Arena {
  let end = Math.ceil(kernel.start / line) * line;
  /** Free pieces by address, neighbours joined. */
  const free: { address: number; bytes: number }[] = [];
  const taken = new Map<number, number>();

  return {
    take(wanted) {
      const bytes = Math.ceil(wanted / line) * line + stagger;
      const index = free.findIndex((piece) => piece.bytes >= bytes);
      let address = end;
      if (index >= 0) {
        const piece = free[index]!;
        address = piece.address;
        if (piece.bytes === bytes) free.splice(index, 1);
        else free[index] = { address: address + bytes, bytes: piece.bytes - bytes };
      } else {
        // There may be no more memory: then nothing has changed.
        kernel.grow(end + bytes);
        end += bytes;
      }
      taken.set(address, bytes);
      return address;
    },
    give(address) {
      const bytes = taken.get(address);
      if (bytes === undefined) throw new Error(`not taken: ${address}`);
      taken.delete(address);
      const at = free.findIndex((piece) => piece.address > address);
      const index = at < 0 ? free.length : at;
      free.splice(index, 0, { address, bytes });
      for (const left of [index, index - 1]) {
        const [piece, next] = [free[left], free[left + 1]];
        if (piece && next && piece.address + piece.bytes === next.address) {
          free.splice(left, 2, { address: piece.address, bytes: piece.bytes + next.bytes });
        }
      }
    },
  };
}
