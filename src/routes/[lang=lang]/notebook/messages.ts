import { defineMessages } from '$lib/i18n/language';

export const messages = defineMessages({
  fi: {
    notebook: 'Muistikirja',
    untitled: 'Nimetön muistikirja',
    opening: 'Avataan…',
    here: 'tässä selaimessa',
    saved: ({ time }: { time: string }) => `Tallessa tässä selaimessa klo\u00a0${time}`,
    notKept: {
      full: 'Selaimen muisti on täynnä, eikä muutoksia säilytetä.',
      blocked: 'Selain ei säilytä tätä.',
      absent: 'Selain ei säilytä tätä.',
    },
    saveFile: 'Tallenna tiedostoksi',
    damaged: 'Aiempi työsi ei auennut, joten tässä on pohja. Aiempi on tallessa etusivun luettelossa.',
    newer: 'Aiempi työsi on tehty uudemmalla Arviolla, joten tässä on pohja. Aiempi on tallessa etusivun luettelossa.',
    gone: 'Muistikirja on poistettu toisessa välilehdessä.',
    bringBack: 'Palauta',
    undecided: 'Muutettu myös toisessa välilehdessä.',
    decide: 'Valitse',
    print: 'Tulosta',
    versions: 'Versiot…',
    copy: 'Tee tästä oma kopio',
    copyOf: ({ title }: { title: string }) => `${title} – kopio`,
    more: 'Lisää toimintoja',
    unknown: {
      title: 'Muistikirjaa ei löydy tästä selaimesta',
      about:
        'Muistikirjat ovat vain siinä selaimessa, jossa ne on tehty. Tämä on joko tehty muualla tai poistettu. ' +
        'Muut muistikirjasi ovat ennallaan.',
    },
    none: {
      title: 'Osoitteesta puuttuu muistikirja',
      about: 'Omat muistikirjasi löytyvät etusivulta.',
    },
    unread: {
      title: 'Muistikirja ei aukea',
      damaged: 'Sen tallenne on vioittunut. Tallenne on ennallaan selaimessa, ja sen voi tallentaa tiedostoksi.',
      newer:
        'Se on tehty uudemmalla Arviolla. Lataa sivu uudelleen, kun verkko toimii. Tallenne on ennallaan selaimessa, ' +
        'ja sen voi tallentaa tiedostoksi.',
    },
    unopened: { title: 'Linkki ei aukea' },
    noStore: {
      title: 'Selain ei anna lukea muistikirjoja',
      about:
        'Yksityisessä ikkunassa ja tiukoilla asetuksilla selain ei säilytä mitään. Valmiit laskelmat toimivat silti.',
    },
    home: 'Etusivulle',
    begin: 'Aloita uusi muistikirja',
  },
  en: {
    notebook: 'Notebook',
    untitled: 'Untitled notebook',
    opening: 'Opening…',
    here: 'in this browser',
    saved: ({ time }) => `Saved in this browser at\u00a0${time}`,
    notKept: {
      full: 'The browser’s storage is full, and changes are not kept.',
      blocked: 'This browser will not keep this.',
      absent: 'This browser will not keep this.',
    },
    saveFile: 'Save as a file',
    damaged:
      'Your earlier work did not open, so this is the template. The earlier one is kept in the list on the home page.',
    newer:
      'Your earlier work was made with a newer Arvio, so this is the template. The earlier one is kept in the list on the home page.',
    gone: 'This notebook was deleted in another tab.',
    bringBack: 'Bring it back',
    undecided: 'Changed in another tab too.',
    decide: 'Choose',
    print: 'Print',
    versions: 'Versions…',
    copy: 'Make a copy of your own',
    copyOf: ({ title }) => `${title} – copy`,
    more: 'More actions',
    unknown: {
      title: 'This notebook is not in this browser',
      about:
        'Notebooks are only in the browser they were made in. This one was made elsewhere or has been deleted. ' +
        'Your other notebooks are untouched.',
    },
    none: {
      title: 'The address names no notebook',
      about: 'Your own notebooks are on the home page.',
    },
    unread: {
      title: 'The notebook does not open',
      damaged: 'What was kept of it is damaged. It is untouched in the browser, and can be saved as a file.',
      newer:
        'It was made with a newer Arvio. Load the page again when there is a network. What was kept is untouched in the ' +
        'browser, and can be saved as a file.',
    },
    unopened: { title: 'The link does not open' },
    noStore: {
      title: 'The browser does not let notebooks be read',
      about:
        'In a private window and with strict settings a browser keeps nothing. The ready-made cases work all the same.',
    },
    home: 'To the home page',
    begin: 'Begin a new notebook',
  },
});
