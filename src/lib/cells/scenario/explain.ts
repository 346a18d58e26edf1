import { clvShareAfter } from '$lib/metrics/clv';
import type { Formats } from '$lib/i18n/formats';
import { outputText } from '$lib/i18n/outputText';
import { fallsBelowAgain } from '$lib/scenario/crossing';
import { customerFlow, midMonthFactor } from '$lib/scenario/evaluateScenario';
import type { ScenarioPoint } from './cell';
import type { HeadlineOutput } from './headline';
import { explanationMessages as messages } from './explanationMessages';

/** "How is this computed": what a controller checks a figure by. */
export interface Explanation {
  readonly text: string;
  /** The formula in symbols, then with this case's numbers in it. */
  readonly formulas: readonly string[];
  readonly convention: string;
  readonly source: string;
  readonly table: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
    /** Index of the row that decides. */
    readonly answer: number;
  };
}

/** Explains one headline figure with the figures of this very case. */
export function explain(output: HeadlineOutput, point: ScenarioPoint, formats: Formats): Explanation {
  return tellers[output](point, formats);
}

const tellers: Record<HeadlineOutput, (point: ScenarioPoint, formats: Formats) => Explanation> = {
  roi12: tellRoi,
  payback: tellPayback,
  npv: tellNpv,
  clvProgramme: tellClv,
  ltvToCacProgramme: tellLtv,
};

function tellRoi({ drivers, outputs, projection }: ScenarioPoint, formats: Formats): Explanation {
  const say = messages[formats.language];
  const { money, moneyExact } = formats;
  const gain = projection.gain.slice(1, 13).reduce((sum, value) => sum + value, 0);
  const running = 12 * drivers.runningCost;
  const cost = drivers.investment + running;
  return {
    text: outputs.roi12 === null ? say.roi.none : say.roi.text,
    formulas:
      outputs.roi12 === null
        ? []
        : [`(${money(gain)} − ${moneyExact(cost)}) / ${moneyExact(cost)} = ${formats.percent(outputs.roi12, 2)}`],
    convention: say.roi.convention({
      horizon: formats.months(drivers.horizonMonths, 0),
      roi: outputText('roiHorizon', outputs.roiHorizon, drivers, formats),
    }),
    source: say.roi.source,
    table: {
      columns: [say.columns.item, formats.currencySymbol],
      rows: [
        [say.roi.gain, moneyExact(gain)],
        [say.roi.investment, moneyExact(-drivers.investment)],
        [say.roi.running, moneyExact(-running)],
        [say.roi.net, moneyExact(outputs.netGain12)],
      ],
      answer: 3,
    },
  };
}

function tellPayback({ drivers, outputs, projection }: ScenarioPoint, formats: Formats): Explanation {
  const say = messages[formats.language];
  const { money } = formats;
  const { payback } = outputs;
  const { cumulative, net, gain, effect, horizonMonths } = projection;
  // Full months before the one that covers the rest; a payback of exactly 4 months is covered in the fourth.
  const whole = payback === null ? horizonMonths : Math.max(0, Math.ceil(payback) - 1);
  const last = Math.min(whole + 2, horizonMonths);
  const first = Math.max(0, last - 7);
  const shown = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const needed = -(cumulative[whole] ?? 0);
  const withRunning = drivers.runningCost > 0;
  return {
    text: [
      payback === 0 ? say.payback.none : say.payback.text,
      payback === null
        ? say.payback.never({
            months: formats.monthsLong(horizonMonths, 0),
            cumulative: money(cumulative[horizonMonths] ?? 0),
          })
        : '',
      fallsBelowAgain(cumulative, horizonMonths) ? say.fallsAgain : '',
    ]
      .filter(Boolean)
      .join(' '),
    formulas:
      payback === null || payback === 0
        ? []
        : [
            `${formats.number(whole)} + ${money(needed)} / ${money(net[whole + 1] ?? 0)} = ${formats.months(payback, 2)}`,
          ],
    convention: say.payback.convention({
      ramp: formats.months(drivers.rampMonths),
      discounted: outputText('discountedPayback', outputs.discountedPayback, drivers, formats),
    }),
    source: say.payback.source,
    table: {
      columns: [
        say.columns.month,
        say.columns.effect,
        say.columns.gain,
        ...(withRunning ? [say.columns.running] : []),
        say.columns.cumulative,
      ],
      rows: shown.map((k) => [
        formats.number(k),
        k === 0 ? '' : formats.percent(effect[k] ?? 0),
        k === 0 ? '' : money(gain[k] ?? 0),
        ...(withRunning ? [k === 0 ? '' : money(-drivers.runningCost)] : []),
        money(cumulative[k] ?? 0),
      ]),
      answer: payback === null ? -1 : shown.indexOf(Math.ceil(payback)),
    },
  };
}

function tellNpv({ drivers, outputs, projection }: ScenarioPoint, formats: Formats): Explanation {
  const say = messages[formats.language];
  const { horizonMonths, discountRate, investment } = drivers;
  const years = Math.ceil(horizonMonths / 12);
  let total = 0;
  const rows = Array.from({ length: years }, (_, year) => {
    let net = 0;
    let present = 0;
    for (let k = 12 * year + 1; k <= Math.min(12 * year + 12, horizonMonths); k++) {
      net += projection.net[k] ?? 0;
      present += (projection.net[k] ?? 0) * midMonthFactor(discountRate, k);
    }
    total += present;
    return [formats.number(year + 1), formats.money(net), formats.money(present)];
  });
  return {
    text: say.npv.text,
    formulas: [
      `−I + Σ netₖ / (1 + d)^((k − ½) / 12)`,
      `${formats.moneyExact(-investment)} + ${formats.money(total)} = ${formats.money(outputs.npv)}`,
    ],
    convention: say.npv.convention({
      rate: formats.percent(discountRate, 1),
      months: formats.months(horizonMonths, 0),
    }),
    source: say.npv.source,
    table: {
      columns: [say.columns.year, say.columns.net, say.columns.discounted],
      rows: [
        ['0', formats.moneyExact(-investment), formats.moneyExact(-investment)],
        ...rows,
        ['Σ', formats.money(outputs.netGain), formats.money(outputs.npv)],
      ],
      answer: rows.length + 1,
    },
  };
}

function tellClv({ drivers, outputs }: ScenarioPoint, formats: Formats): Explanation {
  const say = messages[formats.language];
  const today = customerFlow(drivers, 0);
  const after = customerFlow(drivers, drivers.attribution * drivers.successProbability);
  const share = clvShareAfter(after, 60);
  const both = (name: string, of: (flow: typeof today) => string) => [name, of(today), of(after)];
  const number = (value: number) => formats.number(value, 5);
  return {
    text: [say.clv.text, outputs.clvProgramme === null ? say.clv.never : ''].filter(Boolean).join(' '),
    formulas:
      outputs.clvProgramme === null
        ? ['m · √(1 + d) / (1 + d − r · (1 + g))']
        : [
            'm · √(1 + d) / (1 + d − r · (1 + g))',
            `${formats.moneyExact(after.margin)} · √${number(1 + after.discountRate)} / (${number(1 + after.discountRate)} − ${number(after.retention)} · ${number(1 + after.growth)}) = ${formats.money(outputs.clvProgramme)}`,
          ],
    convention: share === null ? '' : say.clv.convention({ share: formats.percent(share) }),
    source: say.clv.source,
    table: {
      columns: [say.columns.item, say.columns.before, say.columns.after],
      rows: [
        both(say.clv.margin, (flow) => formats.moneyExact(flow.margin)),
        both(say.clv.retention, (flow) => formats.percent(flow.retention, 3)),
        both(say.clv.discount, (flow) => formats.percent(flow.discountRate, 3)),
        both(say.clv.growth, (flow) => formats.percent(flow.growth, 3)),
        [
          say.clv.clv,
          outputText('clv', outputs.clv, drivers, formats),
          outputText('clvProgramme', outputs.clvProgramme, drivers, formats),
        ],
      ],
      answer: 4,
    },
  };
}

function tellLtv({ drivers, outputs }: ScenarioPoint, formats: Formats): Explanation {
  const say = messages[formats.language];
  const { ltvToCacProgramme, clvProgramme, cacPayback } = outputs;
  const text = (key: 'clv' | 'clvProgramme' | 'ltvToCac' | 'ltvToCacProgramme') =>
    outputText(key, outputs[key], drivers, formats);
  return {
    text: drivers.acquisitionCost === 0 ? say.ltv.none : clvProgramme === null ? say.clv.never : say.ltv.text,
    formulas:
      ltvToCacProgramme === null
        ? []
        : [
            `${text('clvProgramme')} / ${formats.money(drivers.acquisitionCost)} = ${formats.ratio(ltvToCacProgramme, 3)}`,
          ],
    convention:
      cacPayback === null ? say.ltv.conventionNever : say.ltv.convention({ payback: formats.months(cacPayback) }),
    source: say.ltv.source,
    table: {
      columns: [say.columns.item, say.columns.before, say.columns.after],
      rows: [
        [say.clv.clv, text('clv'), text('clvProgramme')],
        ['CAC', formats.money(drivers.acquisitionCost), formats.money(drivers.acquisitionCost)],
        ['LTV:CAC', text('ltvToCac'), text('ltvToCacProgramme')],
      ],
      answer: 2,
    },
  };
}
