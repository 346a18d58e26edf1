/**
 * The picture of a chart as a file of its own: tokens become colours, nothing in it points outside, and it states its title
 * and what it rests on. Drawn by the page itself (a canvas knows the page's fonts, an SVG shown as an image does not).
 */

interface ChartImage {
  readonly title: string;
  /** Trials, error, whatever the figures rest on. */
  readonly note: string;
  /** Without its ending. */
  readonly fileName: string;
}

const resolved = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'paint-order',
  'font-weight',
  'text-anchor',
];

function makeBrush(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext('2d', { willReadFrequently: true })!;
}

/** Any colour a browser can write, `oklab(…)` too, as the `#rrggbb` that every drawing program reads. */
function toHex(brush: CanvasRenderingContext2D, colour: string): string {
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function svgElement(tag: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.textContent = text;
  return element;
}

/** Writes the computed look of each element of `from` to its twin in `to`. */
function resolveStyles(from: SVGElement, to: SVGElement, brush: CanvasRenderingContext2D): void {
  const twins = to.querySelectorAll<SVGElement>('*');
  from.querySelectorAll<SVGElement>('*').forEach((element, i) => {
    const style = getComputedStyle(element);
    const inherited = element.parentElement === (from as Element) ? null : getComputedStyle(element.parentElement!);
    const twin = twins[i]!;
    for (const name of resolved) {
      const value = style.getPropertyValue(name);
      const same = name === 'opacity' ? value === '1' : value === inherited?.getPropertyValue(name);
      twin.removeAttribute(name);
      if (same) continue;
      const colour = (name === 'fill' || name === 'stroke') && value !== 'none';
      twin.setAttribute(name, colour ? toHex(brush, value) : value);
    }
    for (const name of ['class', 'style', 'aria-label']) twin.removeAttribute(name);
  });
  to.querySelectorAll('style').forEach((style) => style.remove());
}

/** A copy of a drawn chart that looks the same wherever it is opened, on its paper, with its title above and a note below. */
export function toStandaloneSvg(svg: SVGSVGElement, { title, note }: ChartImage): SVGSVGElement {
  const { width, height } = svg.viewBox.baseVal;
  const { fontFamily, fontSize } = getComputedStyle(svg);
  const line = 1.5 * parseFloat(fontSize);
  const [above, below] = [title ? 2.5 * line : line, note ? 2.5 * line : line];
  const page = { x: -line, y: -above, width: width + 2 * line, height: height + above + below };
  const start = { 'text-anchor': 'start' };
  const added = [
    svgElement('rect', { ...page, fill: 'var(--paper)' }),
    svgElement('text', { x: 0, y: -line, fill: 'var(--ink)', 'font-weight': 600, ...start }, title),
    svgElement('text', { x: 0, y: height + line, fill: 'var(--ink-3)', ...start }, note),
  ];
  // Among the chart's own elements for a moment, so that the page's tokens reach what is added.
  svg.prepend(...added);
  const copy = svg.cloneNode(true) as SVGSVGElement;
  resolveStyles(svg, copy, makeBrush(1, 1));
  added.forEach((element) => element.remove());
  for (const name of copy.getAttributeNames()) copy.removeAttribute(name);
  const size = { width: page.width, height: page.height, viewBox: Object.values(page).join(' ') };
  for (const [name, value] of Object.entries({ ...size, 'font-family': fontFamily, 'font-size': fontSize })) {
    copy.setAttribute(name, String(value));
  }
  return copy;
}

function save(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export async function saveChartImage(svg: SVGSVGElement, image: ChartImage): Promise<void> {
  const text = new XMLSerializer().serializeToString(toStandaloneSvg(svg, image));
  save(new Blob([text], { type: 'image/svg+xml' }), `${image.fileName}.svg`);
}
