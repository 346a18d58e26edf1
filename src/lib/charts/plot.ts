import type * as Parts from './plotParts';

/**
 * Plot is a third of the page, and nothing needs it before a chart is drawn: figures and sliders answer first. Marks are
 * made only after `loadPlot`; asking for one earlier is a mistake of the program.
 */
let parts: typeof Parts | null = null;

export async function loadPlot(): Promise<void> {
  parts ??= await import('./plotParts');
}

export function isPlotLoaded(): boolean {
  return parts !== null;
}

function loaded(): typeof Parts {
  if (!parts) throw new Error('Plot is not loaded');
  return parts;
}

export const plot: typeof Parts.plot = (options) => loaded().plot(options);
export const areaY: typeof Parts.areaY = (data, options) => loaded().areaY(data, options);
export const dot: typeof Parts.dot = (data, options) => loaded().dot(data, options);
export const line: typeof Parts.line = (data, options) => loaded().line(data, options);
export const rect: typeof Parts.rect = (data, options) => loaded().rect(data, options);
export const ruleX: typeof Parts.ruleX = (data, options) => loaded().ruleX(data, options);
export const ruleY: typeof Parts.ruleY = (data, options) => loaded().ruleY(data, options);
export const text: typeof Parts.text = (data, options) => loaded().text(data, options);
