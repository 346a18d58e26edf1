import type { Unit } from './drivers';
import type { OutputKey } from './evaluateScenario';

/** What any number of a notebook may mean. A multiple is a plain number of times: LTV:CAC 6.8. */
export type ValueUnit = Unit | 'multiple';

export type OutputUnit = Extract<ValueUnit, 'money' | 'moneyPerYear' | 'ratio' | 'months' | 'count' | 'multiple'>;

/** What the number of each output means. */
export const outputUnits: Readonly<Record<OutputKey, OutputUnit>> = {
  roi12: 'ratio',
  roiHorizon: 'ratio',
  netGain12: 'money',
  netGain: 'money',
  payback: 'months',
  discountedPayback: 'months',
  npv: 'money',
  profitabilityIndex: 'multiple',
  scenarioIrr: 'ratio',
  clv: 'money',
  clvProgramme: 'money',
  clvHorizon: 'money',
  clvHorizonProgramme: 'money',
  customerEquity: 'money',
  ltvToCac: 'multiple',
  ltvToCacProgramme: 'multiple',
  cacPayback: 'months',
  lifetimeMonths: 'months',
  netRevenueRetention: 'ratio',
  revenueAtHorizon: 'moneyPerYear',
  customersAtHorizon: 'count',
};
