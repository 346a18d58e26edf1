import type { Formats } from '$lib/i18n/formats';
import { defineMessages } from '$lib/i18n/language';
import type { Cell, Notebook } from '$lib/notebook/notebook';
import { sameData } from '$lib/notebook/sameData';
import type { Step } from '$lib/state/history.svelte';
import { cellWords, shortened } from './cellWords';
import { changes, toldByDriver, type Change } from './changes';
import { drawChanges } from './drawChanges';

type Named<K extends string> = Readonly<Record<K, string>>;

const messages = defineMessages({
  fi: {
    added: ({ cell }: Named<'cell'>) => `lisätty ${cell}`,
    deleted: ({ cell }: Named<'cell'>) => `poistettu ${cell}`,
    moved: ({ cell }: Named<'cell'>) => `siirretty ${cell}`,
    name: 'nimi',
    heading: 'otsikko',
    subtitle: 'alaotsikko',
    client: 'asiakas',
    currency: 'valuutta',
    source: 'lähde',
    parent: 'pohja',
    none: 'ei mitään',
    text: ({ cell }: Named<'cell'>) => `kirjoitettu: ${cell}`,
    folded: ({ cell }: Named<'cell'>) => `taitettu kokoon ${cell}`,
    unfolded: ({ cell }: Named<'cell'>) => `avattu ${cell}`,
    wide: ({ cell }: Named<'cell'>) => `leveäksi ${cell}`,
    narrow: ({ cell }: Named<'cell'>) => `kapeaksi ${cell}`,
    hidden: ({ cell }: Named<'cell'>) => `pois esityksestä ${cell}`,
    unhidden: ({ cell }: Named<'cell'>) => `mukaan esitykseen ${cell}`,
    changed: ({ cell }: Named<'cell'>) => `muutettu ${cell}`,
    change: ({ name, from, to }: Named<'name' | 'from' | 'to'>) => `${name} ${from} → ${to}`,
    more: ({ count }: { count: number }) => ` ja ${count} muuta`,
    nothing: 'muutos',
  },
  en: {
    added: ({ cell }) => `added ${cell}`,
    deleted: ({ cell }) => `deleted ${cell}`,
    moved: ({ cell }) => `moved ${cell}`,
    name: 'name',
    heading: 'heading',
    subtitle: 'subtitle',
    client: 'client',
    currency: 'currency',
    source: 'source',
    parent: 'based on',
    none: 'nothing',
    text: ({ cell }) => `wrote in ${cell}`,
    folded: ({ cell }) => `folded ${cell}`,
    unfolded: ({ cell }) => `unfolded ${cell}`,
    wide: ({ cell }) => `widened ${cell}`,
    narrow: ({ cell }) => `narrowed ${cell}`,
    hidden: ({ cell }) => `not when presenting: ${cell}`,
    unhidden: ({ cell }) => `when presenting: ${cell}`,
    changed: ({ cell }) => `changed ${cell}`,
    change: ({ name, from, to }) => `${name} ${from} → ${to}`,
    more: ({ count }) => ` and ${count} more`,
    nothing: 'a change',
  },
});

type Fields = Cell & Readonly<Record<string, unknown>>;

/**
 * What a step of history did, in a few words that fit after "Undo: ".
 *
 * @example stepInWords(step, toFormats('fi', 'EUR')) // 'asiakaspoistuma vuodessa 10 % → 8 %'
 */
export function stepInWords(step: Step, formats: Formats): string {
  const say = messages[formats.language];
  const words = [...new Set(allWords(step, formats))];
  const [first = say.nothing] = words;
  return words.length > 1 ? first + say.more({ count: words.length - 1 }) : first;
}

function allWords({ before, after }: Step, formats: Formats): string[] {
  const { language } = formats;
  const say = messages[language];
  const quoted = (cell: Cell) => {
    const words = cellWords(cell, language);
    return language === 'fi' ? `”${words}”` : `“${words}”`;
  };
  const told = (name: string, from: unknown, to: unknown) =>
    say.change({ name, from: shortened(String(from)) || say.none, to: shortened(String(to)) || say.none });

  const earlier = new Map(before.cells.map((cell) => [cell.id, cell]));
  const later = new Map(after.cells.map((cell) => [cell.id, cell]));
  const added = after.cells.filter(({ id }) => !earlier.has(id)).map((cell) => say.added({ cell: quoted(cell) }));
  const deleted = before.cells.filter(({ id }) => !later.has(id)).map((cell) => say.deleted({ cell: quoted(cell) }));
  const moved = movedCell(before, after);

  const renamed = after.cells.flatMap((cell) => {
    const then = earlier.get(cell.id);
    return then && then.name !== cell.name ? [told(say.name, then.name ?? '', cell.name ?? '')] : [];
  });
  const drivers = [...changes(after, before, formats), ...drawChanges(after, before, language)].map((change) =>
    say.change({ ...change, name: lowered(change.name) } satisfies Change),
  );
  const cells = after.cells.flatMap((cell) => {
    const then = earlier.get(cell.id);
    return then && then !== cell ? fieldWords(then as Fields, cell as Fields) : [];
  });
  function fieldWords(then: Fields, now: Fields): string[] {
    const cell = quoted(now);
    const differs = (key: string) => !sameData(then[key], now[key]);
    const words: string[] = [];
    if (differs('title')) words.push(told(say.heading, then.title, now.title));
    if (differs('of') && renamed.length === 0) words.push(told(say.source, then.of, now.of));
    if (differs('extends') && renamed.length === 0) words.push(told(say.parent, then.extends ?? '', now.extends ?? ''));
    if ((differs('text') || differs('aside')) && renamed.length === 0) words.push(say.text({ cell }));
    if (differs('folded')) words.push(now.folded ? say.folded({ cell }) : say.unfolded({ cell }));
    if (differs('wide')) words.push(now.wide ? say.wide({ cell }) : say.narrow({ cell }));
    if (differs('hidden')) words.push(now.hidden ? say.hidden({ cell }) : say.unhidden({ cell }));
    // Drivers and dependencies are told one by one above, and what follows a new name needs no words.
    const others = Object.keys({ ...then, ...now }).some((key) => !toldApart.has(key) && differs(key));
    if (words.length === 0 && others && renamed.length === 0) words.push(say.changed({ cell }));
    return words;
  }
  const header = (['title', 'subtitle', 'client', 'currency'] as const).flatMap((key) => {
    const name = key === 'title' ? say.heading : say[key];
    return before[key] === after[key] ? [] : [told(name, before[key], after[key])];
  });
  return [
    ...added,
    ...deleted,
    ...(moved ? [say.moved({ cell: quoted(moved) })] : []),
    ...renamed,
    ...drivers,
    ...cells,
    ...header,
  ];
}

const toldApart = new Set([
  'name',
  'title',
  'of',
  'extends',
  'text',
  'aside',
  'folded',
  'wide',
  'hidden',
  ...toldByDriver,
]);

/** The cell that another order is explained by, if the order differs: the one that went furthest. */
function movedCell(before: Notebook, after: Notebook): Cell | undefined {
  const stayed = (one: Notebook, other: Notebook) =>
    one.cells.filter(({ id }) => other.cells.some((cell) => cell.id === id));
  const [then, now] = [stayed(before, after), stayed(after, before)];
  const far = now.map((cell, place) => Math.abs(then.findIndex(({ id }) => id === cell.id) - place));
  const furthest = Math.max(0, ...far);
  return furthest === 0 ? undefined : now[far.indexOf(furthest)];
}

/** As it stands inside a sentence; an abbreviation, and a heading somebody wrote before it, stay as they are. */
function lowered(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) && !name.includes(': ') ? name[0]!.toLowerCase() + name.slice(1) : name;
}
