import type { PlotOptions } from '@observablehq/plot';
import { loadPlot, plot } from '$lib/charts/plot';
import { chartWords } from '$lib/charts/messages';
import type { ChartContext } from '$lib/charts/frame';
import { toFormats } from '$lib/i18n/formats';
import type { Language } from '$lib/i18n/language';

// Marks are made as on the page: when Plot has come.
await loadPlot();

export function context(language: Language, width: number, height: number): ChartContext {
  return { width, height, formats: toFormats(language, 'EUR'), words: chartWords[language] };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A chart drawn in the page, asked what stands where: px from its own top left corner. */
export function draw(options: PlotOptions) {
  const svg = plot(options) as ReturnType<typeof plot> & SVGSVGElement;
  document.body.replaceChildren(svg);
  const corner = svg.getBoundingClientRect();
  const box = (element: Element): Box => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x - corner.x, y: y - corner.y, width, height };
  };
  return {
    svg,
    /** px of a value on the y scale. */
    y: (value: number): number => svg.scale('y')!.apply(value) as number,
    /** What the element is, without its outline. */
    rects: (selector: string): Box[] =>
      [...svg.querySelectorAll<SVGRectElement>(`${selector} rect, rect${selector}`)].map((rect) => {
        const { x, y, width, height } = rect.getBBox();
        return { x, y, width, height };
      }),
    /** The corners of a line, from left to right. */
    corners: (selector: string): Point[] => {
      const path = svg.querySelector<SVGPathElement>(`${selector} path, path${selector}`)!;
      return [...path.getAttribute('d')!.matchAll(/[ML](-?[\d.e-]+),(-?[\d.e-]+)/g)].map(([, x, y]) => ({
        x: Number(x),
        y: Number(y),
      }));
    },
    circle: (selector: string): Point => {
      const { x, y, width, height } = box(svg.querySelector(`${selector} circle, circle${selector}`)!);
      return { x: x + width / 2, y: y + height / 2 };
    },
    texts: (selector = ''): (Box & { text: string })[] =>
      [...svg.querySelectorAll(`${selector} text`)].map((text) => ({
        ...box(text),
        text: text.textContent.replace(/[\u00a0\u202f]/g, ' '),
      })),
    count: (selector: string): number => svg.querySelectorAll(selector).length,
  };
}

/** Every number in the drawing is one. */
export function isSound(svg: SVGSVGElement): boolean {
  return !/NaN|Infinity|undefined/.test(svg.outerHTML);
}
