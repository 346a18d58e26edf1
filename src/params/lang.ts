import type { ParamMatcher } from '@sveltejs/kit';

export const match = ((value: string): value is 'fi' | 'en' => value === 'fi' || value === 'en') satisfies ParamMatcher;
