import type { DriverGroup, DriverKey } from '$lib/scenario/drivers';
import { defineMessages, type Language } from './language';

export interface DriverWords {
  /** Heading of its row; known long words carry soft hyphens. */
  readonly label: string;
  /** For lists in a sentence: "8 muuta oletusarvossaan: poistuma, kate, viive…". Unique within its group. */
  readonly short: string;
  /** What it means and by which convention, in a sentence. */
  readonly explanation: string;
}

const finnish = {
  annualRevenue: {
    label: 'Liikevaihto',
    short: 'liikevaihto',
    explanation: 'Liikevaihto vuodessa nykyisellä toiminnalla, ilman ohjelmaa.',
  },
  customers: {
    label: 'Asiakkaita',
    short: 'asiakkaat',
    explanation: 'Asiakkaiden määrä päätöshetkellä; liikevaihdon oletetaan jakautuvan niille tasan.',
  },
  grossMargin: {
    label: 'Kateprosentti',
    short: 'kateprosentti',
    explanation:
      'Osuus liikevaihdosta, joka jää jäljelle myynnin välittömien kulujen jälkeen; asiakashankinta vähennetään erikseen.',
  },
  annualChurn: {
    label: 'Asiakaspoistuma vuodessa',
    short: 'poistuma',
    explanation:
      'Osuus asiakkaista, joka lähtee vuoden aikana; kuukaudelle se lasketaan korkoa korolle, joten 20\u00a0% vuodessa on 1,84\u00a0% kuukaudessa.',
  },
  acquisitionCost: {
    label: 'Asiakas\u00adhankinta\u00adkustannus, CAC',
    short: 'hankintakustannus',
    explanation: 'Myynnin ja markkinoinnin kustannus yhtä uutta asiakasta kohden.',
  },
  annualGrowth: {
    label: 'Kasvu vuodessa',
    short: 'kasvu',
    explanation:
      'Liikevaihdon kasvu asiakasta kohden vuodessa, hinta ja määrä yhdessä; sama kasvu toteutuu ilman ohjelmaakin.',
  },
  newCustomersPerYear: {
    label: 'Uusia asiakkaita vuodessa',
    short: 'uudet asiakkaat',
    explanation:
      'Uusien asiakkaiden määrä vuodessa ilman ohjelmaa; tyhjänä yhtä monta kuin lähtee, jolloin asiakasmäärä pysyy ennallaan.',
  },
  investment: {
    label: 'Investointi',
    short: 'investointi',
    explanation: 'Kertakustannus päätöshetkellä; sitä ei diskontata.',
  },
  revenueUplift: {
    label: 'Liikevaihdon lisäys',
    short: 'liikevaihdon lisäys',
    explanation:
      'Kuinka paljon liikevaihto asiakasta kohden on täydessä vaikutuksessa suurempi kuin ilman ohjelmaa; tason muutos, ei kasvuvauhti.',
  },
  rampMonths: {
    label: 'Vaikutuksen nousuaika',
    short: 'nousuaika',
    explanation: 'Aika, jossa vaikutus nousee tasaisesti nollasta täyteen määräänsä.',
  },
  runningCost: {
    label: 'Juoksevat kulut kuukaudessa',
    short: 'juoksevat kulut',
    explanation: 'Ohjelman kulut kuukaudessa investoinnin lisäksi, koko tarkastelujakson ajan.',
  },
  marginUplift: {
    label: 'Katteen lisäys',
    short: 'kate',
    explanation: 'Kuinka monta prosenttiyksikköä kateprosentti on täydessä vaikutuksessa suurempi kuin ilman ohjelmaa.',
  },
  churnReduction: {
    label: 'Poistuman vähennys',
    short: 'poistuma',
    explanation:
      'Osuus asiakaspoistumasta, jonka ohjelma täydessä vaikutuksessa estää: 20 prosentin vähennys laskee 10 prosentin poistuman noin 8 prosenttiin.',
  },
  acquisitionUplift: {
    label: 'Uusasiakas\u00adhankinnan lisäys',
    short: 'uusasiakashankinta',
    explanation:
      'Kuinka paljon enemmän uusia asiakkaita tulee täydessä vaikutuksessa; kustakin maksetaan sama hankintakustannus.',
  },
  delayMonths: {
    label: 'Viive ennen vaikutusta',
    short: 'viive',
    explanation: 'Aika päätöksestä siihen hetkeen, jolloin vaikutus alkaa nousta.',
  },
  fadePerYear: {
    label: 'Vaikutuksen hiipuminen vuodessa',
    short: 'hiipuminen',
    explanation: 'Osuus vaikutuksesta, joka katoaa vuodessa sen jälkeen, kun täysi vaikutus on saavutettu.',
  },
  attribution: {
    label: 'Ohjelman ansioksi luettava osuus',
    short: 'ohjelman osuus',
    explanation: 'Osuus vaikutuksesta, joka luetaan ohjelman ansioksi; loppu olisi toteutunut muutenkin.',
  },
  successProbability: {
    label: 'Onnistumisen todennäköisyys',
    short: 'onnistuminen',
    explanation: 'Todennäköisyys, että ohjelma vaikuttaa; muuten se maksaa, mutta ei tuota.',
  },
  discountRate: {
    label: 'Laskentakorko',
    short: 'laskentakorko',
    explanation: 'Tuottovaatimus vuodessa; kunkin kuukauden kassavirta diskontataan kuukauden puolivälistä.',
  },
  horizonMonths: {
    label: 'Tarkastelujakso',
    short: 'tarkastelujakso',
    explanation: 'Kuinka monta kuukautta päätöksestä eteenpäin laskelmassa on mukana.',
  },
  monthlyVolatility: {
    label: 'Kuukausivaihtelu',
    short: 'kuukausivaihtelu',
    explanation:
      'Liikevaihdon kuukausittaisen satunnaisvaihtelun keskihajonta; vaihtelu on sama ohjelman kanssa ja ilman sitä.',
  },
} as const satisfies Record<DriverKey, DriverWords>;

/**
 * What each driver is called and what it means.
 *
 * @example driverWords[language].annualChurn.label // 'Asiakaspoistuma vuodessa'
 */
export const driverWords: Readonly<Record<Language, Readonly<Record<DriverKey, DriverWords>>>> = defineMessages({
  fi: finnish,
  en: {
    annualRevenue: {
      label: 'Revenue',
      short: 'revenue',
      explanation: 'Revenue in a year as the business stands, without the programme.',
    },
    customers: {
      label: 'Customers',
      short: 'customers',
      explanation: 'Customers at the time of the decision; revenue is taken to be spread evenly over them.',
    },
    grossMargin: {
      label: 'Gross margin',
      short: 'gross margin',
      explanation: 'The share of revenue left after the direct cost of sales; acquisition is deducted separately.',
    },
    annualChurn: {
      label: 'Annual churn',
      short: 'churn',
      explanation:
        'The share of customers who leave within a year; it is compounded into months, so 20% a year is 1.84% a month.',
    },
    acquisitionCost: {
      label: 'Acquisition cost, CAC',
      short: 'acquisition cost',
      explanation: 'Sales and marketing cost per new customer.',
    },
    annualGrowth: {
      label: 'Annual growth',
      short: 'growth',
      explanation:
        'Growth in revenue per customer in a year, price and volume together; it happens without the programme too.',
    },
    newCustomersPerYear: {
      label: 'New customers a year',
      short: 'new customers',
      explanation:
        'New customers in a year without the programme; when empty, as many as leave, so that the number of customers stays the same.',
    },
    investment: {
      label: 'Investment',
      short: 'investment',
      explanation: 'The cost paid once, at the time of the decision; it is not discounted.',
    },
    revenueUplift: {
      label: 'Revenue uplift',
      short: 'revenue uplift',
      explanation:
        'How much higher revenue per customer is at full effect than without the programme; a change of level, not a growth rate.',
    },
    rampMonths: {
      label: 'Ramp to full effect',
      short: 'ramp',
      explanation: 'The time in which the effect rises evenly from nothing to its full size.',
    },
    runningCost: {
      label: 'Running cost a month',
      short: 'running cost',
      explanation: 'What the programme costs each month besides the investment, through the whole horizon.',
    },
    marginUplift: {
      label: 'Margin uplift',
      short: 'margin',
      explanation: 'How many percentage points higher gross margin is at full effect than without the programme.',
    },
    churnReduction: {
      label: 'Churn reduction',
      short: 'churn',
      explanation:
        'The share of churn the programme prevents at full effect: a reduction of 20% brings churn of 10% down to about 8%.',
    },
    acquisitionUplift: {
      label: 'Acquisition uplift',
      short: 'acquisition',
      explanation: 'How many more new customers come at full effect; each costs the same to acquire.',
    },
    delayMonths: {
      label: 'Delay before effect',
      short: 'delay',
      explanation: 'The time from the decision until the effect begins to rise.',
    },
    fadePerYear: {
      label: 'Fade of the effect a year',
      short: 'fade',
      explanation: 'The share of the effect lost each year once the full effect has been reached.',
    },
    attribution: {
      label: 'Share credited to the programme',
      short: 'attribution',
      explanation: 'The share of the effect credited to the programme; the rest would have come anyway.',
    },
    successProbability: {
      label: 'Probability of success',
      short: 'success',
      explanation: 'The probability that the programme has an effect; otherwise it costs and brings nothing.',
    },
    discountRate: {
      label: 'Discount rate',
      short: 'discount rate',
      explanation: 'The return required in a year; each month’s cash flow is discounted from the middle of the month.',
    },
    horizonMonths: {
      label: 'Horizon',
      short: 'horizon',
      explanation: 'How many months from the decision the calculation covers.',
    },
    monthlyVolatility: {
      label: 'Monthly volatility',
      short: 'monthly volatility',
      explanation:
        'The standard deviation of the random monthly swing in revenue; the swing is the same with and without the programme.',
    },
  },
});

/** Headings of the groups of drivers. */
export const groupWords: Readonly<Record<Language, Readonly<Record<DriverGroup, string>>>> = defineMessages({
  fi: { today: 'Liiketoiminta tänään', programme: 'Ohjelma', finance: 'Rahoitus' } satisfies Record<
    DriverGroup,
    string
  >,
  en: { today: 'Business today', programme: 'Programme', finance: 'Finance' },
});
