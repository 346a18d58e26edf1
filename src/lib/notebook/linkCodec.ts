import { failure, success, type Result } from '$lib/metrics/result';

/** Why a link's text could not be unpacked; worded in `i18n`. */
export type LinkProblem =
  | { readonly tag: 'tooLong' }
  | { readonly tag: 'notBase64' }
  | { readonly tag: 'cutShort' }
  | { readonly tag: 'damaged' }
  | { readonly tag: 'tooLarge' };

/**
 * Letters a link may have. A notebook of a hundred cells has some 20 000; a file is opened through the address too, and this is all
 * that Firefox takes in one.
 */
export const longestPayload = 1_000_000;

/** Bytes a link may unfold to: every notebook of them packs into the letters above, and what packs better by far is a bomb. */
export const largestText = 2_000_000;

/** Packed bytes handed over at a time, so that a text that swells is stopped soon after the cap. */
const sliceBytes = 1024;

/**
 * RFC 1950, not 'deflate-raw': the same bytes with a checksum after them, for the price of eight letters. A link of which one letter
 * changed on its way is refused; without it, some such links would open with another figure.
 */
const packing = 'deflate';

/** Packs text for the fragment of an address: deflated, then base64url without padding (RFC 4648 §5). */
export async function packText(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream(packing));
  return toBase64Url(new Uint8Array(await new Response(packed).arrayBuffer()));
}

/**
 * Unpacks what `packText` made, from anybody: never throws, never holds more than the caps.
 * What a mail program leaves at a link's end, and spaces it breaks the line with, are passed over.
 */
export async function unpackText(payload: string): Promise<Result<string, LinkProblem>> {
  if (payload.length > longestPayload) return failure({ tag: 'tooLong' });
  const letters = payload.replace(/\s|%20|%0[AD]/gi, '').replace(/[.,;:!?'"”’»)\]}>=]+$/u, '');
  if (letters === '') return failure({ tag: 'cutShort' });
  if (!/^[A-Za-z0-9_-]*$/.test(letters)) return failure({ tag: 'notBase64' });
  // Four letters carry three bytes; one alone carries none.
  if (letters.length % 4 === 1) return failure({ tag: 'cutShort' });
  return inflate(fromBase64Url(letters));
}

async function inflate(packed: Uint8Array): Promise<Result<string, LinkProblem>> {
  let at = 0;
  const source = new ReadableStream<BufferSource>(
    {
      pull(controller) {
        if (at >= packed.length) controller.close();
        else controller.enqueue(packed.slice(at, (at += sliceBytes)));
      },
    },
    { highWaterMark: 0 },
  );
  const reader = source.pipeThrough(new DecompressionStream(packing)).getReader();
  // Fatal: bytes that are no UTF-8 are damage, not a replacement character in somebody's title.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.byteLength;
      if (bytes > largestText) {
        await reader.cancel().catch(() => {});
        return failure({ tag: 'tooLarge' });
      }
      parts.push(decoder.decode(value, { stream: true }));
    }
    parts.push(decoder.decode());
  } catch (error) {
    // The stream's end is told by message alone, in each engine's words; where they are others, the link is "damaged".
    return failure({ tag: /unexpected end|truncated|incomplete/i.test(String(error)) ? 'cutShort' : 'damaged' });
  }
  return success(parts.join(''));
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(letters: string): Uint8Array {
  return Uint8Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
