import { messages } from '$lib/cells/messages';
import type { ScenarioPoint } from '$lib/cells/scenario/cell';
import type { Formats } from '$lib/i18n/formats';
import { computedValue, neverPaysBack, outputNever, outputValue } from '$lib/i18n/outputText';
import type { Wording } from '$lib/notebook/liveText';
import type { Published } from '$lib/notebook/published';
import { driverTable, type DriverKey } from '$lib/scenario/drivers';
import type { OutputKey } from '$lib/scenario/evaluateScenario';

/** A live value as it stands in a sentence: words before and after the figure, which alone is emphasised. */
export interface LiveValue {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
}

const inWords = (words: string): LiveValue => ({ before: '', figure: '', after: words });
const alone = (figure: string): LiveValue => ({ before: '', figure, after: '' });

/** What a field of a scenario reads as; `null` when the scenario publishes no such name. */
export function liveValue(
  point: ScenarioPoint,
  field: string,
  wording: Wording | undefined,
  formats: Formats,
): LiveValue | null {
  if (Object.hasOwn(driverTable, field)) {
    const key = field as DriverKey;
    const value = point.drivers[key];
    if (value === null) return inWords(wording?.never || messages[formats.language].asManyAsLeave);
    return worded(formats.value(driverTable[key].unit, value, driverTable[key].whole), value, wording);
  }
  if (!Object.hasOwn(point.outputs, field)) return null;
  const key = field as OutputKey;
  const value = point.outputs[key];
  if (value !== null) return worded(outputValue(key, value, formats), value, wording);
  if (wording?.never) return inWords(wording.never);
  return key === 'payback'
    ? inWords(neverPaysBack(point.drivers.horizonMonths, formats))
    : alone(outputNever(key, point.drivers, formats));
}

/** What a value of any other cell reads as. */
export function publishedValue({ value, unit }: Published, wording: Wording | undefined, formats: Formats): LiveValue {
  if (value !== null) return worded(computedValue(unit, value, formats), value, wording);
  return inWords(wording?.never || messages[formats.language].notDefined);
}

/** Puts a figure into its sentence. */
function worded(text: string, value: number, wording: Wording | undefined): LiveValue {
  if (!wording) return alone(text);
  const { before, shown, after } = wording;
  switch (shown) {
    case 'value':
      return { before, figure: text, after };
    case 'nothing':
      return { before, figure: '', after: '' };
    case 'number': {
      // The bare number, so that the sentence may inflect the unit: "3,7 kuukaudessa". The unit never parts from it.
      const number = bareNumber(text, value);
      const [, unit = '', rest = ''] = /^\s+(\S+)(.*)$/su.exec(after) ?? [];
      return unit ? { before, figure: `${number}\u00a0${unit}`, after: rest } : { before, figure: number, after };
    }
  }
}

/** A figure without its unit: `369 %` → `369`. One too large for digits stays in its words. */
function bareNumber(text: string, value: number): string {
  const digits = /\d(?:[\d.,\u00a0]*\d)?/u.exec(text)?.[0];
  if (digits === undefined || Math.abs(value) >= 1e15) return text;
  return text.startsWith('\u2212') ? `\u2212${digits}` : digits;
}
