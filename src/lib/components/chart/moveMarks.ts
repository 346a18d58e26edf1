import type { PlotOptions } from '@observablehq/plot';
import { area, line, type CurveFactory } from 'd3-shape';
import { plotAreaOf, scalesOf, type PlotArea, type Scales } from './scalesOf';

/** px, or words, one for each datum; a channel a mark does not use is absent. */
type Channels = Partial<
  Record<'x' | 'y' | 'x1' | 'x2' | 'y1' | 'y2', ArrayLike<number>> & Record<'text' | 'fill', ArrayLike<string>>
>;

/** What a mark of Plot is beyond its published type: the methods and constants that Plot itself draws by. */
interface PlotMark {
  readonly ariaLabel: string;
  readonly className?: string;
  readonly frameAnchor?: string;
  readonly curve: CurveFactory;
  readonly insetTop: number;
  readonly insetRight: number;
  readonly insetBottom: number;
  readonly insetLeft: number;
  readonly splitLines: (text: string) => string[];
  initialize(): { readonly facets: [number[]]; readonly channels: object };
  scale(channels: object, scales: Scales, context: object): Channels;
  filter(index: number[], channels: object, values: Channels): number[];
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Where Plot puts the element of datum `i`, by the kind of its mark; `null` for a kind no chart here uses. */
function placing(mark: PlotMark, values: Channels, area: PlotArea): ((i: number) => Attributes) | null {
  const { insetTop, insetRight, insetBottom, insetLeft, frameAnchor = '' } = mark;
  const { x, y, x1, x2, y1, y2 } = values;
  switch (mark.ariaLabel) {
    case 'rect':
      if (!x1 || !x2 || !y1 || !y2) return null;
      return (i) => ({
        x: Math.min(x1[i]!, x2[i]!) + insetLeft,
        y: Math.min(y1[i]!, y2[i]!) + insetTop,
        width: Math.max(0, Math.abs(x2[i]! - x1[i]!) - insetLeft - insetRight),
        height: Math.max(0, Math.abs(y1[i]! - y2[i]!) - insetTop - insetBottom),
        fill: values.fill?.[i],
      });
    case 'rule':
      if (x) return (i) => ({ x1: x[i], x2: x[i], y1: y1?.[i] ?? area.top, y2: y2?.[i] ?? area.bottom });
      if (y) return (i) => ({ x1: x1?.[i] ?? area.left, x2: x2?.[i] ?? area.right, y1: y[i], y2: y[i] });
      return null;
    case 'dot':
      return x && y ? (i) => ({ cx: x[i], cy: y[i] }) : null;
    case 'text': {
      const across = frameAnchor.endsWith('left') ? area.left : frameAnchor.endsWith('right') ? area.right : (area.left + area.right) / 2; // prettier-ignore
      const down = frameAnchor.startsWith('top') ? area.top : frameAnchor.startsWith('bottom') ? area.bottom : (area.top + area.bottom) / 2; // prettier-ignore
      return (i) => ({ transform: `translate(${x?.[i] ?? across},${y?.[i] ?? down})` });
    }
    default:
      return null;
  }
}

/** What was written last: quicker to look at than the element itself. */
const written = new WeakMap<Element, Attributes>();

/** What is not touched is not laid out again. */
function write(element: Element, attributes: Attributes): void {
  const before = written.get(element);
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined && value !== before?.[name]) element.setAttribute(name, String(value));
  }
  written.set(element, attributes);
}

/** @returns whether the words could be put there: words that are broken into lines are left to Plot. */
function say(element: Element, words: string, { splitLines }: PlotMark): boolean {
  const lines = splitLines(words);
  if (element.childElementCount > 0) return lines.join('') === element.textContent;
  if (lines.length > 1) return false;
  if (element.textContent !== words) element.textContent = words;
  return true;
}

function move(group: Element, mark: PlotMark, index: number[], values: Channels, plotArea: PlotArea): boolean {
  const { x, y, x1, y1, y2, text } = values;
  if (mark.ariaLabel === 'area' || mark.ariaLabel === 'line') {
    const [path, more] = group.children;
    const at = (px: ArrayLike<number> | undefined) => (i: number) => px![i]!;
    const d =
      mark.ariaLabel === 'line'
        ? line<number>(at(x), at(y)).curve(mark.curve)(index)
        : area<number>(at(x1), at(y1), at(y2)).curve(mark.curve)(index);
    if (!path || more || d === null) return false;
    write(path, { d });
    return true;
  }
  const place = placing(mark, values, plotArea);
  if (!place) return false;
  for (let excess = group.childElementCount - index.length; excess > 0; excess--) group.lastElementChild!.remove();
  return index.every((i, n) => {
    const element = group.children[n] ?? group.appendChild(group.lastElementChild!.cloneNode(true) as Element);
    write(element, place(i));
    return !text || say(element, text[i]!, mark);
  });
}

/** Whether all that is said of a mark once for all its data (colours, offsets, anchors) is the same. */
function sameLook(a: PlotMark, b: PlotMark): boolean {
  for (const key in a) {
    const value: unknown = a[key as keyof PlotMark];
    if (typeof value !== 'object' && typeof value !== 'function' && value !== b[key as keyof PlotMark]) return false;
  }
  return true;
}

const marksOf = ({ marks = [] }: PlotOptions) =>
  marks.flat(Infinity as 1).filter((mark) => mark !== null && mark !== undefined) as unknown as PlotMark[];

/** Whether a mark has anything to show, once looked at: Plot draws no group for one that has not. */
const shows = new WeakMap<PlotMark, boolean>();

const sameDomain = (a: unknown, b: unknown) => String(a) === String(b);

/**
 * Moves the marks of a drawn chart to where Plot would draw them for other figures, without drawing: while a slider is dragged
 * there is no time in a frame to build every chart anew. Plot's own marks say where they stand, so the two cannot disagree.
 *
 * @param before the options it was drawn or last moved by.
 * @returns false when the chart has changed by more than figures and Plot must draw it.
 */
export function moveMarks(svg: SVGSVGElement, before: PlotOptions, now: PlotOptions): boolean {
  const [old, marks] = [marksOf(before), marksOf(now)];
  const sameRoom = now.width === before.width && now.height === before.height;
  if (!sameRoom || !now.x?.domain || !now.y?.domain || marks.length !== old.length) return false;
  const scales = scalesOf(now);
  const sameScales = sameDomain(now.x.domain, before.x?.domain) && sameDomain(now.y.domain, before.y?.domain);
  const plotArea = plotAreaOf(now);
  // One group for each mark that has something to show, after Plot's <style>.
  let group = svg.querySelector(':scope > style')?.nextElementSibling;
  for (const [i, mark] of marks.entries()) {
    const known = shows.get(mark);
    if (mark === old[i] && sameScales && known !== undefined) {
      if (known) group = group?.nextElementSibling;
      continue;
    }
    if (!sameLook(mark, old[i]!)) return false;
    const { facets, channels } = mark.initialize();
    const values = mark.scale(channels, scales, {});
    const index = mark.filter(facets[0], channels, values);
    shows.set(mark, index.length > 0);
    if (index.length === 0) continue;
    const drawnAs = group?.getAttribute('class') ?? undefined;
    if (group?.getAttribute('aria-label') !== mark.ariaLabel || drawnAs !== mark.className) return false;
    if (!move(group, mark, index, values, plotArea)) return false;
    group = group.nextElementSibling;
  }
  return !group;
}
