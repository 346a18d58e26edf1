import type { Component } from 'svelte';
import type { Cell } from '$lib/notebook/notebook';
import DistributionView from './distribution/View.svelte';
import FanView from './fan/View.svelte';
import ScenarioView from './scenario/View.svelte';
import SensitivityView from './sensitivity/View.svelte';
import TableView from './table/View.svelte';
import TextView from './text/View.svelte';

/** How a kind of cell looks. The result is what its `evaluate` gave. */
export type CellView = Component<{ cell: Cell; result: unknown }>;

/** Kinds of the first template: their views come with the page, so that it is whole before any script has run. */
export const cellViews = {
  text: TextView,
  scenario: ScenarioView,
  distribution: DistributionView,
  fan: FanView,
  sensitivity: SensitivityView,
  table: TableView,
} as unknown as Readonly<Record<string, CellView>>;

const found = import.meta.glob<CellView>('./*/View.svelte', { import: 'default' });

/** The view of any other kind, found by its folder and loaded when a notebook has such a cell. */
export function loadCellView(kind: string): Promise<CellView> | undefined {
  return Object.hasOwn(found, `./${kind}/View.svelte`) ? found[`./${kind}/View.svelte`]!() : undefined;
}
