/** What the charts use of Plot, and nothing else of it: the part of the page that comes when a chart is first drawn. */
export { areaY, dot, line, plot, rect, ruleX, ruleY, text } from '@observablehq/plot';
