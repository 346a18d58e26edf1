import { error } from '@sveltejs/kit';
import { languages } from '$lib/i18n/language';
import { templateNames } from '$lib/templates/templates';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () =>
  languages.flatMap((lang) => templateNames.map((template) => ({ lang, template })));

export const load: PageLoad = ({ params }) => {
  if (!templateNames.includes(params.template)) error(404);
  return { template: params.template };
};
