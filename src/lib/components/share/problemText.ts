import type { Language } from '$lib/i18n/language';
import { defineMessages } from '$lib/i18n/language';
import type { ShareProblem } from '$lib/notebook/sharedLink';

type Problem = ShareProblem | { readonly tag: 'unreadable' };

const messages = defineMessages({
  fi: {
    link: {
      cutShort: 'Linkki on katkennut matkalla.',
      damaged: 'Linkki on muuttunut matkalla.',
      notBase64: 'Osoitteen loppuosa ei ole Arvion linkki.',
      tooLong: 'Linkki on pidempi kuin minkään muistikirjan linkki.',
      tooLarge: 'Linkissä on enemmän tietoa kuin muistikirjassa voi olla.',
      notJson: 'Linkissä ei ole muistikirjaa.',
      invalid: 'Linkin muistikirjassa on kohta, jota ei voi lukea, joten sitä ei avattu.',
      unreadable: 'Linkkiä ei voi lukea.',
    },
    file: {
      cutShort: 'Tiedosto on jäänyt kesken.',
      damaged: 'Tiedosto on vioittunut.',
      notBase64: 'Tiedosto ei ole Arvion muistikirja.',
      tooLong: 'Tiedosto on suurempi kuin mikään muistikirja.',
      tooLarge: 'Tiedosto on suurempi kuin mikään muistikirja.',
      notJson: 'Tiedosto ei ole Arvion muistikirja.',
      invalid: 'Tiedoston muistikirjassa on kohta, jota ei voi lukea, joten sitä ei avattu.',
      unreadable: 'Selain ei saa luettua tiedostoa.',
    },
    newerVersion: 'Muistikirja on tehty uudemmalla Arviolla. Lataa sivu uudelleen, niin saat uusimman.',
    untouched: 'Omat muistikirjasi ovat ennallaan.',
    again: {
      link: 'Pyydä lähettäjältä linkki uudelleen tai muistikirja tiedostona.',
      file: 'Pyydä lähettäjältä tiedosto uudelleen.',
    },
  },
  en: {
    link: {
      cutShort: 'The link was cut short on its way.',
      damaged: 'The link was altered on its way.',
      notBase64: 'The end of the address is not an Arvio link.',
      tooLong: 'The link is longer than any notebook’s link.',
      tooLarge: 'The link holds more than a notebook can.',
      notJson: 'The link holds no notebook.',
      invalid: 'The notebook in the link has a part that cannot be read, so it was not opened.',
      unreadable: 'The link cannot be read.',
    },
    file: {
      cutShort: 'The file is not complete.',
      damaged: 'The file is damaged.',
      notBase64: 'The file is not an Arvio notebook.',
      tooLong: 'The file is larger than any notebook.',
      tooLarge: 'The file is larger than any notebook.',
      notJson: 'The file is not an Arvio notebook.',
      invalid: 'The notebook in the file has a part that cannot be read, so it was not opened.',
      unreadable: 'The browser cannot read the file.',
    },
    newerVersion: 'The notebook was made with a newer Arvio. Reload the page to get the newest.',
    untouched: 'Your own notebooks are untouched.',
    again: {
      link: 'Ask the sender for the link again, or for the notebook as a file.',
      file: 'Ask the sender for the file again.',
    },
  },
});

/**
 * Why what was sent did not open: what happened, what is as it was, what to do.
 *
 * @example problemText({ tag: 'cutShort' }, 'link', 'fi').what // 'Linkki on katkennut matkalla. Omat muistikirjasi ovat ennallaan.'
 */
export function problemText(
  problem: Problem,
  source: 'link' | 'file',
  language: Language,
): { readonly what: string; readonly remedy: string } {
  const say = messages[language];
  if (problem.tag === 'newerVersion') return { what: say.newerVersion, remedy: say.untouched };
  return { what: `${say[source][problem.tag]} ${say.untouched}`, remedy: say.again[source] };
}
