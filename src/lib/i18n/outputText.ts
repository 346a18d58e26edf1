import type { Drivers } from '$lib/scenario/drivers';
import type { OutputKey } from '$lib/scenario/evaluateScenario';
import { outputUnits, type ValueUnit } from '$lib/scenario/outputUnits';
import type { Formats } from './formats';
import { defineMessages } from './language';

const words = defineMessages({
  fi: {
    payback: ({ months }: { months: number }) => `ei ${months} kk:ssa`,
    paybackSentence: ({ months }: { months: number }) => `ei maksa itseään takaisin ${months} kuukaudessa`,
    nothingSpent: 'ei kustannuksia',
    grows: 'kasvaa rajatta',
    noAcquisition: 'CAC on nolla',
    noRate: 'ei yksikäsitteistä',
    noMargin: 'kate ei kata',
    noChurn: 'ei poistumaa',
  },
  en: {
    payback: ({ months }) => `not in ${months} mo`,
    paybackSentence: ({ months }) => `does not pay back within ${months} ${months === 1 ? 'month' : 'months'}`,
    nothingSpent: 'nothing is spent',
    grows: 'grows without end',
    noAcquisition: 'CAC is zero',
    noRate: 'no single rate',
    noMargin: 'margin never covers it',
    noChurn: 'nobody leaves',
  },
});

/** A value of an output with its unit: `369 %`, `3,7 kk`, `744 025 €`, `7,3`. */
export function outputValue(key: OutputKey, value: number, formats: Formats): string {
  return computedValue(outputUnits[key], value, formats);
}

/** A computed figure with its unit, without the decimals that a computed figure does not support. */
export function computedValue(unit: ValueUnit, value: number, formats: Formats): string {
  switch (unit) {
    case 'money':
      return formats.money(value);
    case 'moneyPerYear':
    case 'moneyPerMonth':
    case 'countPerYear':
      return formats.value(unit, value);
    case 'points':
      return formats.points(value);
    case 'ratio':
      return formats.percent(value);
    case 'months':
      return formats.months(value);
    case 'count':
      return formats.count(value);
    case 'multiple':
      return formats.ratio(value);
  }
}

/** What stands in place of an output that is "never" or not defined: a few words that fit the figure's box. */
export function outputNever(key: OutputKey, drivers: Drivers, formats: Formats): string {
  const say = words[formats.language];
  switch (key) {
    case 'payback':
    case 'discountedPayback':
      return say.payback({ months: drivers.horizonMonths });
    case 'roi12':
    case 'roiHorizon':
    case 'profitabilityIndex':
      return say.nothingSpent;
    case 'scenarioIrr':
      return say.noRate;
    case 'ltvToCac':
    case 'ltvToCacProgramme':
      return drivers.acquisitionCost === 0 ? say.noAcquisition : say.grows;
    case 'cacPayback':
      return say.noMargin;
    case 'lifetimeMonths':
      return say.noChurn;
    default:
      return say.grows;
  }
}

/** "Never pays back within 36 months", as a clause. */
export function neverPaysBack(months: number, formats: Formats): string {
  return words[formats.language].paybackSentence({ months });
}

/** An output in text: its value, or the words for "never". */
export function outputText(key: OutputKey, value: number | null, drivers: Drivers, formats: Formats): string {
  return value === null ? outputNever(key, drivers, formats) : outputValue(key, value, formats);
}
