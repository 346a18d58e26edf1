import type { Notebook } from '$lib/notebook/notebook';
import { investmentCase } from './investmentCase';

/** The starter notebooks by the name they have in the address. */
export const templates: Readonly<Record<string, (language: 'fi' | 'en') => Notebook>> = {
  'investment-case': investmentCase,
};

export const templateNames = Object.keys(templates);
