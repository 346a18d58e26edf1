import type { ScenarioPoint } from '$lib/cells/scenario/cell';
import type { Formats } from '$lib/i18n/formats';
import { neverPaysBack, outputNever, outputValue } from '$lib/i18n/outputText';
import type { Wording } from '$lib/notebook/liveText';
import { driverTable, type DriverKey } from '$lib/scenario/drivers';
import type { OutputKey } from '$lib/scenario/evaluateScenario';

/** A live value as it stands in a sentence: words before and after the figure, which alone is emphasised. */
export interface LiveValue {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
}

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
    return value === null ? null : alone(formats.value(driverTable[key].unit, value, driverTable[key].whole));
  }
  if (!Object.hasOwn(point.outputs, field)) return null;
  const key = field as OutputKey;
  const value = point.outputs[key];
  if (value === null) {
    if (wording?.never) return { before: '', figure: '', after: wording.never };
    return key === 'payback'
      ? { before: '', figure: '', after: neverPaysBack(point.drivers.horizonMonths, formats) }
      : alone(outputNever(key, point.drivers, formats));
  }
  const text = outputValue(key, value, formats);
  if (!wording || wording.shown === 'value') {
    return { before: wording?.before ?? '', figure: text, after: wording?.after ?? '' };
  }
  if (wording.shown === 'nothing') return { before: wording.before, figure: '', after: '' };
  // The bare number, so that the sentence may inflect the unit: "3,7 kuukaudessa". The unit never parts from it.
  const [, unit = '', after = ''] = /^\s*(\S*)(.*)$/su.exec(wording.after) ?? [];
  return { before: wording.before, figure: `${formats.number(value, 1)}\u00a0${unit}`, after };
}
