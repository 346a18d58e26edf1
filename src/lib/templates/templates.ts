import type { Notebook } from '$lib/notebook/notebook';
import { blank } from './blank';
import { investmentCase } from './investmentCase';

/** The starter notebooks by the name they have in the address. */
export const templates: Readonly<Record<string, (language: Notebook['language']) => Notebook>> = {
  'investment-case': investmentCase,
  blank,
};

/** Those with a page of their own. The blank sheet has none: it opens as a new notebook of one's own. */
export const templateNames = Object.keys(templates).filter((name) => name !== 'blank');

/** A starter notebook by its name; `undefined` when there is none. */
export function templateOf(name: string, language: Notebook['language']): Notebook | undefined {
  return Object.hasOwn(templates, name) ? templates[name]!(language) : undefined;
}
