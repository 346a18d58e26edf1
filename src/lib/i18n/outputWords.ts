import type { OutputKey } from '$lib/scenario/evaluateScenario';
import { defineMessages, type Language } from './language';

export interface OutputWords {
  readonly label: string;
  readonly short: string;
}

/**
 * What each output of a scenario is called: `label` heads a figure or a row, `short` stands inside a sentence.
 *
 * @example outputWords[language].payback.label // 'Takaisinmaksuaika'
 */
export const outputWords: Readonly<Record<Language, Readonly<Record<OutputKey, OutputWords>>>> = defineMessages({
  fi: {
    roi12: { label: 'ROI, 12 kk', short: '12 kuukauden ROI' },
    roiHorizon: { label: 'ROI, koko tarkastelujakso', short: 'koko tarkastelujakson ROI' },
    payback: { label: 'Takaisinmaksuaika', short: 'takaisinmaksuaika' },
    discountedPayback: {
      label: 'Diskontattu takaisin\u00admaksuaika',
      short: 'diskontattu takaisinmaksuaika',
    },
    npv: { label: 'Nettonykyarvo', short: 'nettonykyarvo' },
    profitabilityIndex: { label: 'Nykyarvoindeksi', short: 'nykyarvoindeksi' },
    scenarioIrr: { label: 'Sisäinen korkokanta, IRR', short: 'sisäinen korkokanta' },
    clv: { label: 'Elinkaariarvo, CLV', short: 'elinkaariarvo' },
    clvProgramme: { label: 'Elinkaariarvo ohjelman kanssa, CLV', short: 'elinkaariarvo ohjelman kanssa' },
    clvHorizon: { label: 'Elinkaariarvo tarkastelujaksolta', short: 'elinkaariarvo tarkastelujaksolta' },
    clvHorizonProgramme: {
      label: 'Elinkaariarvo tarkastelujaksolta ohjelman kanssa',
      short: 'elinkaariarvo tarkastelujaksolta ohjelman kanssa',
    },
    customerEquity: { label: 'Asiakaspääoma', short: 'asiakaspääoma' },
    ltvToCac: { label: 'LTV:CAC', short: 'LTV:CAC' },
    ltvToCacProgramme: { label: 'LTV:CAC ohjelman kanssa', short: 'LTV:CAC ohjelman kanssa' },
    cacPayback: { label: 'CAC:n takaisin\u00admaksuaika', short: 'CAC:n takaisinmaksuaika' },
    lifetimeMonths: { label: 'Asiakkuuden kesto', short: 'asiakkuuden kesto' },
    netRevenueRetention: { label: 'Liikevaihdon nettopysyvyys, NRR', short: 'liikevaihdon nettopysyvyys' },
    netGain12: { label: 'Nettohyöty, 12 kk', short: '12 kuukauden nettohyöty' },
    netGain: { label: 'Nettohyöty, koko tarkastelujakso', short: 'koko tarkastelujakson nettohyöty' },
    revenueAtHorizon: { label: 'Liikevaihto jakson lopussa', short: 'liikevaihto jakson lopussa' },
    customersAtHorizon: { label: 'Asiakkaita jakson lopussa', short: 'asiakasmäärä jakson lopussa' },
  } satisfies Record<OutputKey, OutputWords>,
  en: {
    roi12: { label: 'ROI, 12 months', short: '12-month ROI' },
    roiHorizon: { label: 'ROI, whole horizon', short: 'ROI over the whole horizon' },
    payback: { label: 'Payback time', short: 'payback time' },
    discountedPayback: { label: 'Discounted payback time', short: 'discounted payback time' },
    npv: { label: 'Net present value', short: 'net present value' },
    profitabilityIndex: { label: 'Profitability index', short: 'profitability index' },
    scenarioIrr: { label: 'Internal rate of return, IRR', short: 'internal rate of return' },
    clv: { label: 'Lifetime value, CLV', short: 'lifetime value' },
    clvProgramme: { label: 'Lifetime value with the programme, CLV', short: 'lifetime value with the programme' },
    clvHorizon: { label: 'Lifetime value within the horizon', short: 'lifetime value within the horizon' },
    clvHorizonProgramme: {
      label: 'Lifetime value within the horizon, with the programme',
      short: 'lifetime value within the horizon with the programme',
    },
    customerEquity: { label: 'Customer equity', short: 'customer equity' },
    ltvToCac: { label: 'LTV:CAC', short: 'LTV:CAC' },
    ltvToCacProgramme: { label: 'LTV:CAC with the programme', short: 'LTV:CAC with the programme' },
    cacPayback: { label: 'CAC payback time', short: 'CAC payback time' },
    lifetimeMonths: { label: 'Customer lifetime', short: 'customer lifetime' },
    netRevenueRetention: { label: 'Net revenue retention, NRR', short: 'net revenue retention' },
    netGain12: { label: 'Net gain, 12 months', short: '12-month net gain' },
    netGain: { label: 'Net gain, whole horizon', short: 'net gain over the whole horizon' },
    revenueAtHorizon: { label: 'Revenue at the end of the horizon', short: 'revenue at the end of the horizon' },
    customersAtHorizon: {
      label: 'Customers at the end of the horizon',
      short: 'number of customers at the end of the horizon',
    },
  },
});
