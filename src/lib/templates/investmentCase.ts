import type { DistributionCell } from '$lib/cells/distribution/cell';
import type { FanCell } from '$lib/cells/fan/cell';
import type { ScenarioCell } from '$lib/cells/scenario/cell';
import type { SensitivityCell } from '$lib/cells/sensitivity/cell';
import type { TableCell } from '$lib/cells/table/cell';
import type { TextCell } from '$lib/cells/text/cell';
import { currentVersion, type Notebook } from '$lib/notebook/notebook';
import type { Scenario } from '$lib/scenario/scenario';

/**
 * The published case (domain.md, source 3): 18 000 000 €, +7.4 % → 3.7 months, 369 %, 222 824 €.
 * Margin and investment are our reconstruction, and the ranges our assumption; the page says so.
 */
const scenario: Scenario = {
  grossMargin: { value: 0.243, range: { shape: 'normal', ends: 'p5p95', low: 0.224, high: 0.262, at: 0.243 } },
  annualChurn: { value: 0.1, range: { shape: 'normal', ends: 'p5p95', low: 0.078, high: 0.123, at: 0.1 } },
  investment: {
    value: 60_392.5,
    range: { shape: 'lognormal', ends: 'p5p95', low: 52_100, high: 70_000, at: 60_392.5 },
  },
  revenueUplift: { value: 0.074, range: { shape: 'normal', ends: 'p5p95', low: 0.011, high: 0.137, at: 0.074 } },
  rampMonths: { value: 3, range: { shape: 'lognormal', ends: 'p5p95', low: 2, high: 4.5, at: 3 } },
};

const words = {
  fi: {
    title: 'Investointilaskelma',
    subtitle: 'Asiakkuusohjelma B2B-palveluyrityksessä',
    lead:
      'Ohjelma {base.payback: maksaa itsensä takaisin # kuukaudessa | ei maksa itseään takaisin tarkastelujaksolla}, ' +
      'jos liikevaihto asiakasta kohden nousee {~base.revenueUplift} ja kateprosentti pysyy ennallaan. ' +
      'Vuodessa sijoitettu {base.investment} tuottaa nettona {base.netGain12} eli {base.roi12}.',
    aside:
      'Julkaistu esimerkki: liikevaihto, kasvu, takaisinmaksuaika ja tuotto ovat julkaistuja. Kateprosentti 24,3 % ja ' +
      'investointi 60 393 € ovat meidän rekonstruktiomme ja vaihteluvälit meidän oletuksemme: vaihda tilalle omat lukusi.',
    base: 'Perusura',
    certainty: 'Kuinka varmaa se on?',
    fan: 'Miten se kehittyy?',
    decides: 'Mikä oletus ratkaisee?',
    table: 'Kuukausi kuukaudelta',
  },
  en: {
    title: 'Investment case',
    subtitle: 'Customer programme in a B2B service company',
    lead:
      'The programme {base.payback: pays for itself in # months | does not pay for itself within the horizon}, ' +
      'if revenue per customer rises by {~base.revenueUplift} and the margin stays as it is. ' +
      'Over a year the {base.investment} put in returns {base.netGain12} net, or {base.roi12}.',
    aside:
      'Published example: revenue, growth, payback and return are as published. The margin of 24.3% and the investment of ' +
      '€60,393 are our reconstruction and the ranges our assumption: put your own figures in their place.',
    base: 'Base case',
    certainty: 'How certain is it?',
    fan: 'How does it develop?',
    decides: 'Which assumption decides?',
    table: 'Month by month',
  },
} as const;

type KnownCell = TextCell | ScenarioCell | DistributionCell | FanCell | SensitivityCell | TableCell;

export function investmentCase(language: 'fi' | 'en'): Notebook {
  const say = words[language];
  const cells: readonly KnownCell[] = [
    {
      id: 'lead',
      kind: 'text',
      text: say.lead,
      aside: say.aside,
      asideWhile: ['base.annualRevenue', 'base.grossMargin', 'base.investment'],
    },
    { id: 'base', kind: 'scenario', name: 'base', title: say.base, scenario, span: 'year' },
    {
      id: 'certainty',
      kind: 'distribution',
      title: say.certainty,
      of: 'base',
      output: 'payback',
      thresholds: { payback: 6, roi12: 1, npv: 0 },
    },
    { id: 'fan', kind: 'fan', title: say.fan, of: 'base', series: 'cumulative' },
    { id: 'decides', kind: 'sensitivity', title: say.decides, of: 'base', output: 'roi12' },
    { id: 'months', kind: 'table', title: say.table, of: 'base' },
  ];
  return {
    version: currentVersion,
    template: 'investment-case',
    language,
    title: say.title,
    subtitle: say.subtitle,
    client: '',
    currency: 'EUR',
    seed: 20_040_218,
    cells,
  };
}
