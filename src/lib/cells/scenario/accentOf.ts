import type { Accent } from '$lib/components/accent';
import type { Notebook } from '$lib/notebook/notebook';
import { isScenario } from './cell';

/** The colour of a scenario, by its place among the notebook's scenarios; the first one's for any other name. */
export function accentOf(notebook: Notebook, name: string): Accent {
  const place = notebook.cells.filter(isScenario).findIndex((cell) => cell.name === name);
  return ((Math.max(0, place) % 5) + 1) as Accent;
}
