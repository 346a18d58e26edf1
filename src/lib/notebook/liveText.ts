/**
 * Text with live values. `{base.payback}` or `{price}` shows a value; `{base.payback: pays back in … | does not pay back}` gives it a
 * sentence and a second one for "never"; `{~base.revenueUplift}` is a control that is dragged in the sentence.
 * In a sentence `…` is the value with its unit and `#` the number alone, so that Finnish may inflect the unit itself;
 * an empty sentence is the value as it is.
 */
export type LiveSegment =
  | { readonly tag: 'text'; readonly text: string }
  /** `field` is empty where the name itself is the value. */
  | { readonly tag: 'value'; readonly cell: string; readonly field: string; readonly wording?: Wording }
  | { readonly tag: 'control'; readonly cell: string; readonly field: string };

/** A sentence around a value, in pieces, and the one that stands when the value is "never". */
export interface Wording {
  readonly before: string;
  readonly shown: 'value' | 'number' | 'nothing';
  readonly after: string;
  readonly never: string;
}

const live = /\{(~?)\s*([\p{L}_][\p{L}\p{N}_]*)(?:\.([\p{L}_][\p{L}\p{N}_]*))?\s*(?::([^{}]*))?\}/gu;

function toWording(text: string): Wording {
  const bar = text.indexOf('|');
  const sentence = (bar < 0 ? text : text.slice(0, bar)).trim();
  const never = bar < 0 ? '' : text.slice(bar + 1).trim();
  if (sentence === '') return { before: '', shown: 'value', after: '', never };
  const at = sentence.search(/[…#]/u);
  if (at < 0) return { before: sentence, shown: 'nothing', after: '', never };
  return {
    before: sentence.slice(0, at),
    shown: sentence[at] === '#' ? 'number' : 'value',
    after: sentence.slice(at + 1),
    never,
  };
}

/** A live part where it stands in a text. */
export interface LivePart {
  readonly at: number;
  /** As it is written, braces included. */
  readonly source: string;
  readonly segment: Exclude<LiveSegment, { readonly tag: 'text' }>;
}

/** The live parts of a text in order; what does not parse is none of them. */
export function liveParts(text: string): LivePart[] {
  return [...text.matchAll(live)].map((match) => {
    const [source, drag, cell, field = '', wording] = match as unknown as [string, string, string, string?, string?];
    if (drag) return { at: match.index, source, segment: { tag: 'control', cell, field } };
    const worded = wording === undefined ? {} : { wording: toWording(wording) };
    return { at: match.index, source, segment: { tag: 'value', cell, field, ...worded } };
  });
}

/**
 * Splits a paragraph into plain text and live parts; what does not parse stays text, so nothing typed is lost.
 *
 * @example parseLiveText('ROI {base.roi12}.') // text "ROI ", value base.roi12, text "."
 */
export function parseLiveText(paragraph: string): LiveSegment[] {
  const segments: LiveSegment[] = [];
  let end = 0;
  for (const { at, source, segment } of liveParts(paragraph)) {
    if (at > end) segments.push({ tag: 'text', text: paragraph.slice(end, at) });
    segments.push(segment);
    end = at + source.length;
  }
  if (end < paragraph.length) segments.push({ tag: 'text', text: paragraph.slice(end) });
  return segments;
}

/**
 * A text whose live values of one cell follow it to another name; everything else stays letter for letter.
 *
 * @example renameInText('ROI {base.roi12}', 'base', 'today') // 'ROI {today.roi12}'
 */
export function renameInText(text: string, from: string, to: string): string {
  return text.replace(live, (whole, drag: string, cell: string) =>
    cell === from ? whole.replace(cell, () => to) : whole,
  );
}

/** Names of the cells a text reads. */
export function namesInText(text: string): string[] {
  return [...new Set(parseLiveText(text).flatMap((segment) => (segment.tag === 'text' ? [] : [segment.cell])))];
}

/** Paths of the values a text shows or moves: `base.payback`, `price`. */
export function pathsInText(text: string): string[] {
  return [
    ...new Set(
      parseLiveText(text).flatMap((segment) =>
        segment.tag === 'text' ? [] : [segment.field ? `${segment.cell}.${segment.field}` : segment.cell],
      ),
    ),
  ];
}
