import type { ValueUnit } from './outputUnits';

/** What an author may say that a number is of. */
export const valueUnits = [
  'money',
  'moneyPerYear',
  'moneyPerMonth',
  'ratio',
  'points',
  'months',
  'count',
  'countPerYear',
  'multiple',
] as const satisfies readonly ValueUnit[];
