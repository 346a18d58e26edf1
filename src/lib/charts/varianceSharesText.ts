import type { Formats } from '$lib/i18n/formats';
import type { SharedOutput } from '$lib/simulation/scenarioPlan';
import type { VarianceShares } from '$lib/simulation/varianceShares';
import type { ChartTable } from './chartTable';
import type { ChartWords } from './messages';
import { showShare, type Contributions } from './varianceShares';
import { varianceSharesWords } from './varianceSharesMessages';

/** "Liikevaihdon lisäys" inside a sentence; an abbreviation keeps its capitals, soft hyphens are for headings. */
function inSentence(name: string): string {
  const plain = name.replaceAll('\u00ad', '');
  return /^\p{Lu}\p{Lu}/u.test(plain) ? plain : plain.slice(0, 1).toLowerCase() + plain.slice(1);
}
const asStart = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

interface Told {
  readonly kind: VarianceShares['kind'];
  readonly output: SharedOutput;
  readonly horizonMonths: number;
  readonly censored: boolean;
  /** As it stands inside a sentence. */
  readonly outputName: string;
  readonly contributions: Contributions | null;
}

/** What decides, in a sentence or two; with words where there is nothing to divide. */
export function summaryOfShares(told: Told, formats: Formats, chartWords: ChartWords): string {
  const words = varianceSharesWords[formats.language];
  const { kind, output, outputName, contributions } = told;
  if (kind === 'certain') return words.certain;
  if (kind === 'undefined') return words.undefined;
  if (kind === 'constant' || !contributions || contributions.rows.length === 0) {
    if (!told.censored) return words.constant({ output: outputName });
    return chartWords.distribution.paybackAlwaysNever({ within: formats.monthsWithin(told.horizonMonths) });
  }
  if (contributions.kind === 'correlations') {
    const { name, rank } = contributions.rows[0]!;
    return words.correlated({ name: name.replaceAll('\u00ad', ''), rank: formats.number(rank.value, 2) });
  }
  const [most, next] = [...contributions.rows].sort((a, b) => b.first.value - a.first.value);
  if (!next) return words.onlyOne({ output: asStart(outputName), name: inSentence(most!.name) });
  const explained = contributions.rows.reduce((sum, { first }) => sum + first.value, 0);
  const together = 1 - explained;
  const error = Math.max(...contributions.rows.map(({ first: { low, high } }) => (high - low) / 2));
  const sentence =
    words.explains({
      name: most!.name.replaceAll('\u00ad', ''),
      share: showShare(most!.first.value, formats),
      variation: words.variation[output],
    }) +
    (next.first.value >= 0.005
      ? words.next({ name: inSentence(next.name), share: showShare(next.first.value, formats) })
      : '');
  return together >= 0.005 && together > error
    ? `${sentence}. ${words.together({ share: formats.percent(together) })}`
    : `${sentence}.`;
}

/** How to read the picture, and what was counted how. */
export function methodOfShares(
  { kind, censored, horizonMonths, shaken }: Pick<VarianceShares, 'kind' | 'censored' | 'horizonMonths' | 'shaken'>,
  formats: Formats,
): string {
  const words = varianceSharesWords[formats.language];
  if (kind !== 'shares' && kind !== 'correlations') return '';
  const level = formats.percent(0.95);
  return [
    kind === 'shares' ? words.readShares({ hundred: formats.percent(1), level }) : words.readCorrelations({ level }),
    ...(shaken ? [kind === 'shares' ? words.shocksTogether : words.shocksLeftOut] : []),
    ...(censored ? [words.censored({ months: formats.monthsLong(horizonMonths) })] : []),
  ].join(' ');
}

/** Method, evaluations and the seed that reproduces them. */
export function noteOfShares(
  { kind, evaluations, seed }: Pick<VarianceShares, 'kind' | 'evaluations' | 'seed'>,
  formats: Formats,
): string {
  const words = varianceSharesWords[formats.language];
  const named = { count: formats.count(evaluations), seed: String(seed) };
  if (kind === 'shares') return words.noteShares(named);
  return kind === 'correlations' ? words.noteCorrelations(named) : '';
}

export function tableOfShares(data: Contributions | null, formats: Formats): ChartTable {
  const { columns } = varianceSharesWords[formats.language];
  const text = { name: columns.driver, show: (value: number) => formats.number(value) };
  const percent = (name: string) => ({ name, show: (value: number) => formats.percent(value, 1) });
  const rank = (name: string) => ({ name, show: (value: number) => formats.number(value, 2) });
  const plain = (name: string) => name.replaceAll('\u00ad', '');
  if (data?.kind === 'correlations')
    return {
      columns: [text, rank(columns.rank), rank(columns.rankLow), rank(columns.rankHigh)],
      rows: data.rows.map(({ name, rank: { value, low, high } }) => [plain(name), value, low, high]),
      never: '',
    };
  return {
    columns: [
      text,
      ...[columns.first, columns.firstLow, columns.firstHigh, columns.total, columns.totalLow, columns.totalHigh].map(
        percent,
      ),
    ],
    rows: (data?.rows ?? []).map(({ name, first, total }) => [
      plain(name),
      ...[first, total].flatMap(({ value, low, high }) => [value, low, high]),
    ]),
    never: '',
  };
}
