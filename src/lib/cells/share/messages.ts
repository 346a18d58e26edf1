import { defineMessages } from '$lib/i18n/language';

/** Words of a notebook that came by a link or a file. Loaded with it. */
export const messages = defineMessages({
  fi: {
    received: 'Vastaanotettu muistikirja',
    copy: 'Tämä on kopio. Se ei ole tallessa eikä muuta omia muistikirjojasi.',
    keep: 'Säilytä omana',
    computing: 'Lasketaan luvut uudelleen…',
    same: 'Samat luvut kuin lähetettäessä.',
    differs: 'Luvut eivät ole samat kuin lähetettäessä:',
    cause: {
      model: 'laskukaavat ovat muuttuneet sen jälkeen.',
      draws: 'siemenluku tai otanta on toinen.',
      altered: 'muistikirjaa on muutettu sen jälkeen, kun luvut laskettiin.',
    },
    sent: ({ figures }: { figures: string }) => `Lähetetyssä ${figures}.`,
    others: ({ count }: { count: number }) => `ja ${count} muuta`,
  },
  en: {
    received: 'Received notebook',
    copy: 'This is a copy. It is not kept, and does not change your own notebooks.',
    keep: 'Keep as mine',
    computing: 'Computing the figures again…',
    same: 'Same figures as when this was sent.',
    differs: 'The figures are not those of when this was sent:',
    cause: {
      model: 'the formulas have changed since.',
      draws: 'the seed or the sampling is another.',
      altered: 'the notebook was changed after its figures were computed.',
    },
    sent: ({ figures }) => `As sent, ${figures}.`,
    others: ({ count }) => `and ${count} more`,
  },
});
