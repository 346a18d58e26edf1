import { describe, expect, test } from 'vitest';
import { toTabSeparated } from '$lib/charts/chartTable';
import { chartWords } from '$lib/charts/messages';
import { showShare, type Contributions } from '$lib/charts/varianceShares';
import { methodOfShares, noteOfShares, summaryOfShares, tableOfShares } from '$lib/charts/varianceSharesText';
import { toFormats } from '$lib/i18n/formats';
import type { Language } from '$lib/i18n/language';

/** Spaces as they are read. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const formats = (language: Language) => toFormats(language, 'EUR');
const at = (value: number) => ({ value, low: value - 0.01, high: value + 0.01 });
const row = (name: string, first: number, total = first) => ({ name, first: at(first), total: at(total) });
const sharesOf = (...rows: ReturnType<typeof row>[]): Contributions => ({ kind: 'shares', rows });

type Told = Parameters<typeof summaryOfShares>[0];
const told = (rest: Partial<Told>): Told => ({
  kind: 'shares',
  output: 'roi12',
  outputName: '12 kuukauden ROI',
  horizonMonths: 36,
  censored: false,
  contributions: null,
  ...rest,
});
const say = (language: Language, rest: Partial<Told>) =>
  plain(summaryOfShares(told(rest), formats(language), chartWords[language]));

describe('the sentence', () => {
  const contributions = sharesOf(row('Liikevaihdon lisäys', 0.88, 0.9), row('Asiakas\u00adhankinta', 0.06, 0.08));
  test('says what explains the most, what comes next and what they do together', () => {
    expect(say('fi', { contributions })).toBe(
      'Liikevaihdon lisäys selittää yksin 88 % ROI:n vaihtelusta; seuraavaksi eniten selittää asiakashankinta (6 %). Oletusten yhteisvaikutuksista tulee 6 %.',
    );
    expect(say('en', { contributions, output: 'payback' })).toBe(
      'Liikevaihdon lisäys alone explains 88% of the variation in the payback time; next comes asiakashankinta (6%). Interactions between assumptions make up 6%.',
    );
  });

  test('goes by what a factor does alone, whatever the order of the rows', () => {
    const contributions = sharesOf(row('A', 0.3, 0.7), row('ROI:n B', 0.4, 0.6));
    expect(say('fi', { contributions, output: 'npv' })).toMatch(
      /^ROI:n B selittää yksin 40 % nettonykyarvon vaihtelusta; seuraavaksi eniten selittää a \(30 %\)\./,
    );
  });

  test('leaves out what is next to nothing', () => {
    expect(say('en', { contributions: sharesOf(row('Uplift', 0.997), row('Ramp', 0.003)) })).toBe(
      'Uplift alone explains over 99% of the variation in ROI.',
    );
  });

  test('says nothing of what they do together when that is no more than the error', () => {
    const contributions = sharesOf(row('Uplift', 0.85), row('Ramp', 0.142));
    expect(say('en', { contributions })).toMatch(/; next comes ramp \(14%\)\.$/);
  });

  test('of a single source says that there is one', () => {
    const contributions = sharesOf(row('Katteen lisäys', 1));
    expect(say('fi', { contributions, outputName: 'takaisinmaksuaika' })).toBe(
      'Takaisinmaksuaika vaihtelee vain yhdestä syystä: katteen lisäys.',
    );
  });

  test('says in words why there is nothing to divide', () => {
    expect(say('fi', { kind: 'certain' })).toMatch(/^Yhdelläkään oletuksella ei ole vaihteluväliä/);
    expect(say('en', { kind: 'constant', outputName: '12-month ROI' })).toBe(
      'The ranges do not move the result: the 12-month ROI is the same in every future.',
    );
    expect(say('fi', { kind: 'constant', output: 'payback', censored: true })).toBe(
      'Ohjelma ei maksa itseään takaisin 36 kuukaudessa yhdessäkään tulevaisuudessa.',
    );
    expect(say('en', { kind: 'undefined' })).toMatch(/cannot be divided\.$/);
  });

  test('of correlated assumptions says why there are no shares', () => {
    const contributions: Contributions = { kind: 'correlations', rows: [{ name: 'Revenue uplift', rank: at(-0.456) }] };
    expect(say('en', { kind: 'correlations', contributions })).toBe(
      'Some assumptions depend on each other, so shares of variance would mean nothing. Rank correlations are shown instead: the strongest is with “Revenue uplift” (−0.46).',
    );
  });
});

test('a share next to nothing, or to all, is not rounded to it', () => {
  const shown = (share: number) => plain(showShare(share, formats('fi')));
  expect([0, 0.001, 0.005, 0.5, 0.994, 0.996, 1].map(shown)).toEqual([
    '0 %',
    'alle 1 %',
    '1 %',
    '50 %',
    '99 %',
    'yli 99 %',
    '100 %',
  ]);
});

test('how to read it says what was counted how', () => {
  const read = (rest: object) =>
    plain(
      methodOfShares({ kind: 'shares', censored: false, horizonMonths: 24, shaken: false, ...rest }, formats('fi')),
    );
  expect(read({})).toMatch(/Janat ovat 95 %:n luottamusvälejä\.$/);
  expect(read({ censored: true })).toMatch(/ajaksi luetaan koko tarkastelujakso, 24 kuukautta\.$/);
  expect(read({ shaken: true })).toMatch(/yhtenä ryhmänä\.$/);
  expect(read({ kind: 'correlations', shaken: true })).toMatch(/koska se ei ole yksi luku\.$/);
  expect(read({ kind: 'certain', shaken: true })).toBe('');
});

test('the note names the method, the trials and the seed', () => {
  const note = (kind: 'shares' | 'correlations' | 'certain') =>
    plain(noteOfShares({ kind, evaluations: 114_688, seed: 7 }, formats('fi')));
  expect(note('shares')).toBe('Saltelli 2010 ja Jansen 1999, 114 688 koetta, siemenluku 7');
  expect(note('correlations')).toBe('Spearman, 114 688 koetta, siemenluku 7');
  expect(note('certain')).toBe('');
});

test('the table has every end of every interval', () => {
  const { columns, rows } = tableOfShares(sharesOf(row('A\u00adb', 0.5, 0.6)), formats('en'));
  expect(columns.map(({ name }) => name)).toEqual([
    'Assumption',
    'Alone',
    'Alone, low',
    'Alone, high',
    'In all',
    'In all, low',
    'In all, high',
  ]);
  expect(rows).toEqual([['Ab', 0.5, 0.49, 0.51, 0.6, 0.59, 0.61]]);
  const ranks = tableOfShares({ kind: 'correlations', rows: [{ name: 'A', rank: at(-0.5) }] }, formats('fi'));
  expect(toTabSeparated(ranks, 'fi')).toBe('Oletus\tJärjestyskorrelaatio\tAlaraja\tYläraja\nA\t-0,5\t-0,51\t-0,49');
});
