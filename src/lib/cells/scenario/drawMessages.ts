import { defineMessages } from '$lib/i18n/language';

/** Words of what stands under the drivers: dependencies and sampling. Loaded with it. */
export const messages = defineMessages({
  fi: {
    none: 'Riippuvuudet: ei yhtään',
    dependencies: ({ pairs }: { pairs: string }) => `Riippuvuudet: ${pairs}`,
    pairs: { one: 'pari', other: 'paria' },
    sampling: ({ sampler, seed }: { sampler: string; seed: string }) => `Otanta: ${sampler} · siemenluku ${seed}`,
    dependenciesMean:
      'Riippuvuus kertoo, kuinka usein kaksi oletusta liikkuu samaan suuntaan, kun kahta tulevaisuutta verrataan: ' +
      'ilman riippuvuutta joka toinen kerta, kohtalaisella noin kaksi kertaa kolmesta ja vahvalla neljä kertaa viidestä.',
    remove: 'Poista',
    removePair: ({ pair }: { pair: string }) => `Poista riippuvuus: ${pair}`,
    strengthOf: ({ pair }: { pair: string }) => `Riippuvuus: ${pair}`,
    idle: ({ driver }: { driver: string }) => `Ei vaikuta nyt: oletuksella ${driver} ei ole vaihteluväliä.`,
    idleBoth: 'Ei vaikuta nyt: kummallakaan oletuksella ei ole vaihteluväliä.',
    idleRead: ({ driver }: { driver: string }) =>
      `Ei vaikuta nyt: oletus ${driver} vaihtelee sen mukana, mitä sen kaava lukee.`,
    add: 'Lisää riippuvuus',
    one: 'Oletus',
    other: 'Toinen oletus',
    strength: 'Riippuvuus',
    tooFew: 'Riippuvuus tarvitsee kaksi oletusta, joilla on vaihteluväli.',
    allThere: 'Kaikki parit ovat jo luettelossa.',
    samplingMeans:
      'Sobolin pisteet jakautuvat tasaisesti, joten sama määrä kokeita antaa tarkemman tuloksen; satunnaisluvut ovat vertailua varten. ' +
      'Sama siemenluku toistaa laskennan täsmälleen.',
    seedRead: ({ seed }: { seed: string }) => `Siemenluvuksi tulee ${seed}.`,
    notSeed: ({ text, most, seed }: { text: string; most: string; seed: string }) =>
      `”${text}” ei ole kokonaisluku väliltä 0–${most}. Siemenluku ${seed} on yhä voimassa.`,
  },
  en: {
    none: 'Dependencies: none',
    dependencies: ({ pairs }) => `Dependencies: ${pairs}`,
    pairs: { one: 'pair', other: 'pairs' },
    sampling: ({ sampler, seed }) => `Sampling: ${sampler} · seed ${seed}`,
    dependenciesMean:
      'A dependency says how often two assumptions move in the same direction when two futures are compared: ' +
      'half the time without one, about two times in three with some and four times in five with a strong one.',
    remove: 'Remove',
    removePair: ({ pair }) => `Remove dependency: ${pair}`,
    strengthOf: ({ pair }) => `Dependency: ${pair}`,
    idle: ({ driver }) => `No effect now: ${driver} has no range.`,
    idleBoth: 'No effect now: neither assumption has a range.',
    idleRead: ({ driver }) => `No effect now: ${driver} varies with what its formula reads.`,
    add: 'Add a dependency',
    one: 'Assumption',
    other: 'Other assumption',
    strength: 'Dependency',
    tooFew: 'A dependency takes two assumptions that have ranges.',
    allThere: 'Every pair is in the list already.',
    samplingMeans:
      'Sobol’ points are spread evenly, so the same number of trials gives a more exact result; random numbers are here to compare with. ' +
      'The same seed repeats the calculation exactly.',
    seedRead: ({ seed }) => `The seed becomes ${seed}.`,
    notSeed: ({ text, most, seed }) => `“${text}” is not a whole number from 0 to ${most}. Seed ${seed} still applies.`,
  },
});
