import { defineMessages } from '$lib/i18n/language';

/** Words of the shares of variance; apart from the other charts', because they are loaded only when asked for. */
export const varianceSharesWords = defineMessages({
  fi: {
    shocks: 'Satunnainen kuukausi\u00advaihtelu',
    alone: 'yksin',
    all: 'kaikkiaan',
    under: ({ share }: { share: string }) => `alle ${share}`,
    over: ({ share }: { share: string }) => `yli ${share}`,
    /** What of the output is divided: "selittää yksin 95 % … vaihtelusta". */
    variation: {
      roi12: 'ROI:n vaihtelusta',
      payback: 'takaisinmaksuajan vaihtelusta',
      npv: 'nettonykyarvon vaihtelusta',
    },
    explains: ({ name, share, variation }: Record<'name' | 'share' | 'variation', string>) =>
      `${name} selittää yksin ${share} ${variation}`,
    next: ({ name, share }: Record<'name' | 'share', string>) => `; seuraavaksi eniten selittää ${name} (${share})`,
    together: ({ share }: { share: string }) => `Oletusten yhteisvaikutuksista tulee ${share}.`,
    onlyOne: ({ output, name }: Record<'output' | 'name', string>) =>
      `${output} vaihtelee vain yhdestä syystä: ${name}.`,
    certain:
      'Yhdelläkään oletuksella ei ole vaihteluväliä, joten jaettavaa vaihtelua ei ole. Anna jollekin oletukselle väli.',
    constant: ({ output }: { output: string }) =>
      `Oletusten vaihteluvälit eivät liikuta tulosta: ${output} on sama kaikissa tulevaisuuksissa.`,
    undefined: 'Tuloksella ei ole arvoa kaikissa tulevaisuuksissa, joten sen vaihtelua ei voi jakaa.',
    correlated: ({ name, rank }: Record<'name' | 'rank', string>) =>
      `Osa oletuksista riippuu toisistaan, joten varianssin osuuksilla ei olisi merkitystä. Niiden sijasta näytetään järjestyskorrelaatiot: vahvin on oletuksella ”${name}” (${rank}).`,
    readShares: ({ hundred, level }: Record<'hundred' | 'level', string>) =>
      `Täytetty palkki on osuus varianssista, jonka oletus selittää yksin. Rajattu palkki lukee mukaan sen yhteisvaikutukset muiden kanssa, joten rajattujen summa voi ylittää ${hundred}. Janat ovat ${level}:n luottamusvälejä.`,
    readCorrelations: ({ level }: { level: string }) =>
      `Palkki oikealle: tulos suurenee, kun oletus suurenee; vasemmalle: pienenee. Täysin yhtenäinen muutos on 1 tai −1. Janat ovat ${level}:n luottamusvälejä.`,
    censored: ({ months }: { months: string }) =>
      `Jos ohjelma ei maksa itseään takaisin, ajaksi luetaan koko tarkastelujakso, ${months}.`,
    shocksTogether: 'Kuukausien satunnaisvaihtelut ovat mukana yhtenä ryhmänä.',
    shocksLeftOut: 'Kuukausien satunnaisvaihtelulla ei ole omaa riviä, koska se ei ole yksi luku.',
    noteShares: ({ count, seed }: Record<'count' | 'seed', string>) =>
      `Saltelli 2010 ja Jansen 1999, ${count} koetta, siemenluku ${seed}`,
    noteCorrelations: ({ count, seed }: Record<'count' | 'seed', string>) =>
      `Spearman, ${count} koetta, siemenluku ${seed}`,
    columns: {
      driver: 'Oletus',
      first: 'Yksin',
      firstLow: 'Yksin, alaraja',
      firstHigh: 'Yksin, yläraja',
      total: 'Kaikkiaan',
      totalLow: 'Kaikkiaan, alaraja',
      totalHigh: 'Kaikkiaan, yläraja',
      rank: 'Järjestyskorrelaatio',
      rankLow: 'Alaraja',
      rankHigh: 'Yläraja',
    },
  },
  en: {
    shocks: 'Random monthly variation',
    alone: 'alone',
    all: 'in all',
    under: ({ share }) => `under ${share}`,
    over: ({ share }) => `over ${share}`,
    variation: {
      roi12: 'of the variation in ROI',
      payback: 'of the variation in the payback time',
      npv: 'of the variation in the net present value',
    },
    explains: ({ name, share, variation }) => `${name} alone explains ${share} ${variation}`,
    next: ({ name, share }) => `; next comes ${name} (${share})`,
    together: ({ share }) => `Interactions between assumptions make up ${share}.`,
    onlyOne: ({ output, name }) => `${output} varies for one reason only: ${name}.`,
    certain: 'No assumption has a range, so there is no variation to divide. Give an assumption a range.',
    constant: ({ output }) => `The ranges do not move the result: the ${output} is the same in every future.`,
    undefined: 'The result has no value in some futures, so its variation cannot be divided.',
    correlated: ({ name, rank }) =>
      `Some assumptions depend on each other, so shares of variance would mean nothing. Rank correlations are shown instead: the strongest is with “${name}” (${rank}).`,
    readShares: ({ hundred, level }) =>
      `A filled bar is the share of the variance that an assumption explains alone. An outlined bar adds what it does together with others, so outlined bars may sum to more than ${hundred}. Whiskers are ${level} confidence intervals.`,
    readCorrelations: ({ level }) =>
      `A bar to the right: the result grows as the assumption grows; to the left: it shrinks. A change in perfect step is 1 or −1. Whiskers are ${level} confidence intervals.`,
    censored: ({ months }) =>
      `Where the programme never pays for itself, the time counts as the whole horizon, ${months}.`,
    shocksTogether: 'Random variation of the months counts as one group.',
    shocksLeftOut: 'Random variation of the months has no row, because it is not one number.',
    noteShares: ({ count, seed }) => `Saltelli 2010 and Jansen 1999, ${count} trials, seed ${seed}`,
    noteCorrelations: ({ count, seed }) => `Spearman, ${count} trials, seed ${seed}`,
    columns: {
      driver: 'Assumption',
      first: 'Alone',
      firstLow: 'Alone, low',
      firstHigh: 'Alone, high',
      total: 'In all',
      totalLow: 'In all, low',
      totalHigh: 'In all, high',
      rank: 'Rank correlation',
      rankLow: 'Low',
      rankHigh: 'High',
    },
  },
});

export type VarianceSharesWords = (typeof varianceSharesWords)['fi'];
