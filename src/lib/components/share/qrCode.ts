import { encode } from 'uqr';

/** A QR code as an SVG path in modules, with the quiet zone around it. */
export interface QrCode {
  /** Modules on a side, the quiet zone included. */
  readonly size: number;
  readonly path: string;
}

/** The standard asks for four modules of quiet on each side (ISO/IEC 18004, 9.1). */
export const quietZone = 4;

/** Bytes of the largest code at the lowest correction (ISO/IEC 18004, table 7: version 40-L, byte mode). */
export const mostQrBytes = 2953;

/** The code of a text; `null` when it does not fit any. */
export function qrCode(text: string): QrCode | null {
  if (new TextEncoder().encode(text).length > mostQrBytes) return null;
  // L: read from a screen or clean paper it needs no more, and fewer modules read from farther away.
  const { data, size } = encode(text, { ecc: 'L', boostEcc: false, border: quietZone });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      let end = x + 1;
      while (end < size && row[end]) end++;
      path += `M${x} ${y}h${end - x}v1h-${end - x}z`;
      x = end;
    }
  });
  return { size, path };
}
