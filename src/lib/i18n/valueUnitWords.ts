import type { ValueUnit } from '$lib/scenario/outputUnits';
import { defineMessages, type Language } from './language';

const words = defineMessages({
  fi: {
    money: 'rahaa',
    moneyPerYear: 'rahaa vuodessa',
    moneyPerMonth: 'rahaa kuukaudessa',
    ratio: 'prosenttia',
    points: 'prosenttiyksikköä',
    months: 'kuukausia',
    count: 'kappaleita',
    countPerYear: 'kappaleita vuodessa',
    multiple: 'pelkkä luku',
  },
  en: {
    money: 'money',
    moneyPerYear: 'money per year',
    moneyPerMonth: 'money per month',
    ratio: 'per cent',
    points: 'percentage points',
    months: 'months',
    count: 'pieces',
    countPerYear: 'pieces per year',
    multiple: 'a plain number',
  },
});

/** What a number is of, where somebody chooses it or is told that two do not go together. */
export function valueUnitWord(unit: ValueUnit, language: Language): string {
  return words[language][unit];
}
