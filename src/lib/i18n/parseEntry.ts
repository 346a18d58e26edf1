import { failure, success, type Result } from '$lib/metrics/result';
import type { Unit } from '$lib/scenario/drivers';
import type { Entry, EntryOptions, EntryProblem } from './entry';
import { readEntryForm, type EntryForm } from './entryForm';
import { toEntryTokens } from './entryTokens';
import { evaluateForm, type Way } from './evaluateForm';
import { has, repeats, unfitting, type Quantity } from './quantity';

const longestText = 100;

const autoTexts = new Set(['yhtä monta kuin lähtee', 'yhtä monta', 'as many as leave', 'as many', 'auto']);

/**
 * Reads what a person types in a number field: a value, a range, or why it is neither. Both languages' notations are
 * understood whatever the interface language; that decides only a single mark before exactly three digits
 * (`1,735`), and then the other reading is carried along. Never throws, and never yields anything but finite numbers
 * within the limits. Scientific notation is not accepted: `1e3` may as well be a euro and a three.
 *
 * @example
 * parseEntry('5-10 %', { ...driverTable.annualChurn, language: 'fi', currency: 'EUR', value: 0.1 })
 * // { ok: true, value: { kind: 'range', low: 0.05, high: 0.1, ends: 'p5p95' } }
 */
export function parseEntry(text: string, options: EntryOptions): Result<Entry, EntryProblem> {
  const notNumber = failure({ tag: 'notNumber', text: text.slice(0, longestText) } as const);
  // Formatting characters come along invisibly from web pages and documents.
  const cleaned = text
    .slice(0, 2 * longestText)
    .replace(/\p{Cf}/gu, '')
    .trim();
  if (cleaned === '') return options.allowsAuto ? success({ kind: 'auto' }) : failure({ tag: 'empty' });
  if (cleaned.length > longestText || text.length > 2 * longestText) return notNumber;
  if (options.allowsAuto && autoTexts.has(cleaned.toLowerCase().replace(/\s+/g, ' '))) {
    return success({ kind: 'auto' });
  }

  const tokens = toEntryTokens(cleaned, options.unit, options.currency);
  const form = tokens && readEntryForm(tokens);
  if (!form) return notNumber;
  if (form === 'grouping' || marksDisagree(form.quantities)) return failure({ tag: 'grouping', text: cleaned });
  if (form.quantities.some(repeats)) return notNumber;
  const written = unfittingUnit(form, options.unit);
  if (written !== null) return failure({ tag: 'wrongUnit', written });
  return choose(form, options);
}

/** `1,735–2.500`: one of the marks must part thousands, and which is anybody's guess. */
function marksDisagree(quantities: readonly Quantity[]): boolean {
  return new Set(quantities.flatMap(({ digits }) => (digits.ambiguous ? [digits.mark] : []))).size > 1;
}

/** The amount after ± may be a percentage anywhere, and points of a percentage. */
function unfittingUnit(form: EntryForm, unit: Unit): string | null {
  for (const [index, quantity] of form.quantities.entries()) {
    const isSpread = form.kind === 'spread' && index === form.quantities.length - 1;
    if (isSpread && has(quantity, 'percent') && quantity.units.length === 1) continue;
    const written = unfitting(quantity, isSpread && unit === 'ratio' ? 'points' : unit);
    if (written !== null) return written;
  }
  return null;
}

/** Takes the first way of reading that gives something valid, and offers the second. */
function choose(form: EntryForm, options: EntryOptions): Result<Entry, EntryProblem> {
  const { first, offered, resort } = waysToRead(form, options);
  const best = evaluateForm(form, first, options);
  const others = offered.map((way) => evaluateForm(form, way, options)).filter((result) => result.ok);
  if (!best.ok) {
    const last = resort.map((way) => evaluateForm(form, way, options)).find((result) => result.ok);
    return others[0] ?? last ?? best;
  }
  const other = others.map((result) => result.value).find((entry) => !same(entry, best.value));
  if (!other || other.kind === 'auto') return best;
  if (best.value.kind === 'point' && other.kind === 'point') {
    return success({ ...best.value, alternative: other.value });
  }
  if (best.value.kind === 'range' && other.kind === 'range') {
    const { low, high, mode, centre } = other;
    const alternative = { low, high, ...(mode !== undefined && { mode }), ...(centre !== undefined && { centre }) };
    return success({ ...best.value, alternative });
  }
  return best;
}

function same(a: Entry, b: Entry): boolean {
  if (a.kind === 'point' && b.kind === 'point') return a.value === b.value;
  return a.kind === 'range' && b.kind === 'range' && a.low === b.low && a.high === b.high;
}

/** `offered` are shown as "did you mean"; `resort` only save an entry that is otherwise impossible. */
function waysToRead(form: EntryForm, { unit }: EntryOptions) {
  const { quantities, kind } = form;
  const [head, tail] = [quantities[0], quantities.at(-1)];
  const percentField = unit === 'ratio' || unit === 'points';
  const scaledOnlyFirst = quantities.length > 1 && !!head && !!tail && has(head, 'scale') && !has(tail, 'scale');
  const relative = kind === 'spread' && !!tail && has(tail, 'percent');

  // After "100 t€ ± 10" the 10 is in thousands too; in "−5k…10" it is not known to be.
  const scaleForward = kind === 'spread' && scaledOnlyFirst && !relative;
  const first: Way = { swapped: false, asRatio: false, scale: scaleForward ? 'both' : 'last', spread: 'relative' };
  const offered: Way[] = [];
  if (quantities.some(({ digits }) => digits.ambiguous)) offered.push({ ...first, swapped: true });
  if (scaledOnlyFirst && !relative) offered.push({ ...first, scale: scaleForward ? 'own' : 'both' });
  if (percentField && relative && quantities.length > 1) offered.push({ ...first, spread: 'points' });
  const bare = quantities.every((quantity) => !has(quantity, 'percent', 'points') && isBelowOne(quantity));
  if (percentField && bare && !(kind === 'spread' && quantities.length === 1))
    offered.push({ ...first, asRatio: true });
  return { first, offered, resort: [{ ...first, scale: 'own' }] satisfies Way[] };
}

/** `0,074` in a percent field: perhaps a ratio from a spreadsheet. */
function isBelowOne({ digits }: Quantity): boolean {
  return !digits.ambiguous && Number(digits.plain) < 1;
}
