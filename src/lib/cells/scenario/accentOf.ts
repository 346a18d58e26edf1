import type { Accent } from '$lib/components/accent';
import type { CellOutline } from '$lib/notebook/notebook';

/** The colour of a scenario, by its place among the notebook's scenarios; the first one's for any other name. */
export function accentOf(outline: readonly CellOutline[], name: string): Accent {
  const place = outline.filter(({ kind }) => kind === 'scenario').findIndex((cell) => cell.name === name);
  return ((Math.max(0, place) % 5) + 1) as Accent;
}
