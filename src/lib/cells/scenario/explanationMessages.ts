import { defineMessages } from '$lib/i18n/language';

type Named<K extends string> = Readonly<Record<K, string>>;

/** The words of "how is this computed", loaded with the first question. */
export const explanationMessages = defineMessages({
  fi: {
    convention: 'Laskentatapa',
    source: 'Lähde',
    simulation: 'Simulointi',
    percentiles: ({ parts, trials }: Named<'parts' | 'trials'>) =>
      `${parts}. Suluissa otantavirhe: kaksi keskivirhettä 16 riippumattomasta ryhmästä, ${trials} koetta.`,
    ourAssumption:
      'Kateprosentti 24,3 % ja investointi 60 392,50 € ovat meidän rekonstruktiomme julkaistusta esimerkistä; niitä ei ole julkaistu. Vaihteluvälit ovat meidän oletuksemme.',
    fallsAgain: 'Kertymä käy nollassa, mutta painuu myöhemmin taas miinukselle.',
    columns: {
      month: 'Kuukausi',
      effect: 'Vaikutus',
      gain: 'Lisäkate',
      running: 'Juoksevat kulut',
      cumulative: 'Kertymä',
      year: 'Vuosi',
      net: 'Netto',
      discounted: 'Nykyarvo',
      before: 'Ennen',
      after: 'Ohjelman kanssa',
      item: 'Erä',
    },
    roi: {
      text: 'Ohjelman 12 ensimmäisen kuukauden tuoma lisäkate, josta on vähennetty sen kustannukset, jaetaan näillä kustannuksilla. Luku on nettotuotto: 0 % tarkoittaa, että raha on juuri saatu takaisin.',
      none: 'Ohjelma ei maksa mitään, joten tuotolle ei ole jakajaa.',
      gain: 'Lisäkate, 12 kk',
      investment: 'Investointi',
      running: 'Juoksevat kulut, 12 kk',
      net: 'Nettohyöty',
      convention: ({ horizon, roi }: Named<'horizon' | 'roi'>) =>
        `aina 12 kuukautta, ei diskontata, ennen veroja. Koko tarkastelujaksolta (${horizon}) ROI on ${roi}.`,
      source: 'Farris ym., Marketing Metrics (2010): ROI = nettovoitto / investointi.',
    },
    payback: {
      text: 'Ohjelma tuo joka kuukausi lisäkatetta. Kuukaudet lasketaan yhteen, kunnes ne ovat kattaneet investoinnin. Viimeisen kuukauden sisällä edetään tasaisesti.',
      none: 'Ohjelmaan ei sijoiteta mitään, joten se on maksettu heti.',
      never: ({ months, cumulative }: Named<'months' | 'cumulative'>) =>
        `Tarkastelujakson lopussa (${months}) kertymä on ${cumulative}, joten se ei yllä nollaan.`,
      convention: ({ ramp, discounted }: Named<'ramp' | 'discounted'>) =>
        `kassavirta kertyy tasaisesti kuukauden aikana, ei diskontata. Vaikutus nousee täyteen ajassa ${ramp}. Diskontattuna: ${discounted}.`,
      source:
        'Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, luku 9. Julkaistu esimerkki: 3,7 kuukautta.',
    },
    npv: {
      text: 'Jokaisen kuukauden netto siirretään tähän päivään laskentakorolla ja summasta vähennetään investointi. Myönteinen luku kertoo, paljonko ohjelma tuottaa vaaditun koron päälle.',
      convention: ({ rate, months }: Named<'rate' | 'months'>) =>
        `korko ${rate} on vuotuinen ja efektiivinen, kuukauden raha diskontataan kuukauden puolivälistä, tarkastelujakso ${months}. Jakson jälkeisiä hyötyjä ei lasketa.`,
      source: 'Brealey, Myers & Allen, Principles of Corporate Finance, luku 2.',
    },
    clv: {
      text: 'Yhden nykyisen asiakkaan tuleva kate tähän päivään siirrettynä: kuukauden kate, jonka saamisen todennäköisyys pienenee poistuman tahdissa ja arvo laskentakoron tahdissa.',
      never:
        'Asiakkaan arvo kasvaa rajatta, koska kate kasvaa nopeammin kuin poistuma ja korko sitä pienentävät. Pienennä kasvua tai nosta laskentakorkoa.',
      margin: 'Kate kuukaudessa, m',
      retention: 'Pysyvyys kuukaudessa, r',
      discount: 'Korko kuukaudessa, d',
      growth: 'Kasvu kuukaudessa, g',
      clv: 'Elinkaariarvo',
      convention: ({ share }: Named<'share'>) =>
        `nykyinen asiakas, kate kertyy kuukauden puolivälissä, ei päättymispäivää, ohjelma täydessä vaikutuksessa. Arvosta ${share} kertyy viidennen vuoden jälkeen.`,
      source: 'Gupta & Lehmann, Managing Customers as Investments (2005); Farris ym. (2010).',
    },
    ltv: {
      text: 'Asiakkaan elinkaariarvo jaettuna sillä, mitä yhden uuden asiakkaan hankkiminen maksaa.',
      none: 'Uuden asiakkaan hankinta ei maksa mitään, joten suhteelle ei ole jakajaa.',
      convention: ({ payback }: Named<'payback'>) =>
        `elinkaariarvo on nykyisen asiakkaan, hankintakustannusta ei vähennetä siitä. Hankinta maksaa itsensä takaisin ajassa ${payback}.`,
      conventionNever: 'elinkaariarvo on nykyisen asiakkaan, hankintakustannusta ei vähennetä siitä.',
      source: 'Farris ym., Marketing Metrics (2010).',
    },
  },
  en: {
    convention: 'Convention',
    source: 'Source',
    simulation: 'Simulation',
    percentiles: ({ parts, trials }) =>
      `${parts}. Sampling error in brackets: two standard errors, from 16 independent groups of ${trials} trials in all.`,
    ourAssumption:
      'The margin of 24.3% and the investment of €60,392.50 are our reconstruction of the published example; they were not published. The ranges are our assumption.',
    fallsAgain: 'The total reaches zero but later falls below it again.',
    columns: {
      month: 'Month',
      effect: 'Effect',
      gain: 'Added margin',
      running: 'Running cost',
      cumulative: 'Cumulative',
      year: 'Year',
      net: 'Net',
      discounted: 'Present value',
      before: 'Before',
      after: 'With the programme',
      item: 'Item',
    },
    roi: {
      text: 'The margin that the programme adds in its first 12 months, less its costs, divided by those costs. The figure is net: 0% means that the money has just come back.',
      none: 'The programme costs nothing, so there is nothing to divide the return by.',
      gain: 'Added margin, 12 months',
      investment: 'Investment',
      running: 'Running cost, 12 months',
      net: 'Net gain',
      convention: ({ horizon, roi }) =>
        `always 12 months, not discounted, before tax. Over the whole horizon (${horizon}) the ROI is ${roi}.`,
      source: 'Farris et al., Marketing Metrics (2010): ROI = net profit / investment.',
    },
    payback: {
      text: 'Each month the programme adds margin. We add the months up until they have covered the investment, and interpolate inside the last one.',
      none: 'Nothing is invested in the programme, so it is paid for at once.',
      never: ({ months, cumulative }) =>
        `After ${months} the total is ${cumulative}, so it does not reach zero within the horizon.`,
      convention: ({ ramp, discounted }) =>
        `cash arrives evenly within a month, not discounted. The effect reaches its full level in ${ramp}. Discounted: ${discounted}.`,
      source:
        'Ross, Westerfield & Jordan, Fundamentals of Corporate Finance, chapter 9. Published example: 3.7 months.',
    },
    npv: {
      text: 'The net cash of every month is moved to today at the discount rate, and the investment is subtracted from the sum. A positive figure is what the programme earns above the return required.',
      convention: ({ rate, months }) =>
        `the rate of ${rate} is annual and effective, a month’s cash is discounted from the middle of the month, horizon ${months}. Benefits after the horizon are not counted.`,
      source: 'Brealey, Myers & Allen, Principles of Corporate Finance, chapter 2.',
    },
    clv: {
      text: 'The future margin of one existing customer, moved to today: a month’s margin, ever less likely as customers leave and ever less worth as it is discounted.',
      never:
        'The value of a customer grows without end, because the margin grows faster than churn and the discount rate shrink it. Lower the growth or raise the discount rate.',
      margin: 'Margin per month, m',
      retention: 'Retention per month, r',
      discount: 'Discount rate per month, d',
      growth: 'Growth per month, g',
      clv: 'Lifetime value',
      convention: ({ share }) =>
        `an existing customer, margin arriving mid-month, no end date, the programme at full effect. ${share} of the value arrives after the fifth year.`,
      source: 'Gupta & Lehmann, Managing Customers as Investments (2005); Farris et al. (2010).',
    },
    ltv: {
      text: 'The lifetime value of a customer divided by what it costs to win one new customer.',
      none: 'Winning a new customer costs nothing, so there is nothing to divide by.',
      convention: ({ payback }) =>
        `the lifetime value is that of an existing customer, and the acquisition cost is not subtracted from it. The acquisition pays for itself in ${payback}.`,
      conventionNever:
        'the lifetime value is that of an existing customer, and the acquisition cost is not subtracted from it.',
      source: 'Farris et al., Marketing Metrics (2010).',
    },
  },
});
