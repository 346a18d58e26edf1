import { driverWords } from '$lib/i18n/driverWords';
import type { Formats } from '$lib/i18n/formats';
import { computedValue } from '$lib/i18n/outputText';
import { outputWords } from '$lib/i18n/outputWords';
import type { CellKinds } from '$lib/notebook/cellKind';
import type { Evaluation } from '$lib/notebook/evaluateNotebook';
import type { Notebook } from '$lib/notebook/notebook';
import { driverTable, type DriverKey } from '$lib/scenario/drivers';
import type { OutputKey } from '$lib/scenario/evaluateScenario';
import { cellWords } from '$lib/cells/cellWords';

/** A value that may be read by its name, as a list offers it. */
export interface PublishedName {
  /** `base.npv`, `price` */
  readonly path: string;
  /** "Nettonykyarvo" */
  readonly words: string;
  /** What it comes to now. */
  readonly value: string;
  /** Whether `{~…}` can be dragged. */
  readonly movable: boolean;
}

/** Outputs stand before drivers: they are what one writes about. */
const order = (field: string) => (Object.hasOwn(driverTable, field) ? 1 : 0);

/** Everything the cells of a notebook publish, cell by cell. */
export function publishedNames(
  notebook: Notebook,
  evaluation: Evaluation,
  kinds: CellKinds,
  formats: Formats,
): PublishedName[] {
  return notebook.cells.flatMap((cell) => {
    const { name } = cell;
    if (name === undefined || !kinds[cell.kind]?.publishes) return [];
    const published = Object.entries(evaluation.get(cell.id)?.published() ?? {});
    return published
      .toSorted(([a], [b]) => order(a) - order(b))
      .map(([field, { value, unit }]) => ({
        path: field === '' ? name : `${name}.${field}`,
        words: field === '' ? cellWords(cell, formats.language) : wordsOfField(field, formats),
        value: value === null ? '' : computedValue(unit, value, formats),
        movable: Object.hasOwn(driverTable, field) || cell.kind === 'input',
      }));
  });
}

function wordsOfField(field: string, { language }: Formats): string {
  const outputs = outputWords[language];
  const words = Object.hasOwn(outputs, field)
    ? outputs[field as OutputKey].label
    : Object.hasOwn(driverTable, field)
      ? driverWords[language][field as DriverKey].label
      : '';
  return words.replaceAll('\u00ad', '');
}

/** Whether what has been written is the beginning of the name, or of its field, and not all of it. */
export function isBegun(name: PublishedName, query: string): boolean {
  const path = name.path.toLocaleLowerCase();
  const wanted = query.toLocaleLowerCase();
  return path !== wanted && (path.startsWith(wanted) || path.includes(`.${wanted}`));
}

/** Those that fit what has been written so far: by the name's beginning, by a part of it, by the words. */
export function fittingNames(names: readonly PublishedName[], query: string): PublishedName[] {
  const wanted = query.toLocaleLowerCase();
  const rank = ({ path, words }: PublishedName) => {
    const name = path.toLocaleLowerCase();
    if (name.startsWith(wanted)) return 0;
    if (name.includes(`.${wanted}`)) return 1;
    return name.includes(wanted) || words.toLocaleLowerCase().includes(wanted) ? 2 : 3;
  };
  return names
    .map((name) => ({ name, at: rank(name) }))
    .filter(({ at }) => at < 3)
    .toSorted((a, b) => a.at - b.at)
    .map(({ name }) => name);
}
