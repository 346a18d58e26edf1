import type { ValueUnit } from '$lib/scenario/outputUnits';
import type { Range } from '$lib/uncertainty/range';
import type { InputCell } from './cell';

/** Moves the value; its range moves along. */
export function moveInput(cell: InputCell, value: number): InputCell {
  return { ...cell, value };
}

/** Sets it to what was typed or edited: a point, or a value with the range stated around it. */
export function enterInput(
  { range: before, ...cell }: InputCell,
  { value, range, follows }: { readonly value: number | null; readonly range: Range | null; readonly follows?: true },
): InputCell {
  const to = value ?? cell.value;
  if (follows) return { ...cell, ...(before && { range: before }), value: to };
  return { ...cell, value: to, ...(range && { range: { ...range, at: to } }) };
}

/** Puts it back to the figures it has in another notebook. */
export function restoreInput({ range: _before, ...cell }: InputCell, { value, range }: InputCell): InputCell {
  return { ...cell, value, ...(range && { range }) };
}

/** A slider to begin with, where the old one would mean something else in the new unit. */
const begins: Readonly<
  Record<'money' | 'share' | 'months' | 'number', Pick<InputCell, 'min' | 'max' | 'step' | 'value'>>
> = {
  money: { min: 0, max: 100_000, step: 500, value: 20_000 },
  share: { min: 0, max: 1, step: 0.01, value: 0.1 },
  months: { min: 0, max: 36, step: 1, value: 12 },
  number: { min: 0, max: 1000, step: 10, value: 100 },
};

function family(unit: ValueUnit): keyof typeof begins {
  switch (unit) {
    case 'money':
    case 'moneyPerYear':
    case 'moneyPerMonth':
      return 'money';
    case 'ratio':
    case 'points':
      return 'share';
    case 'months':
      return 'months';
    case 'count':
    case 'countPerYear':
    case 'multiple':
      return 'number';
  }
}

function withoutRange({ range: _before, ...cell }: InputCell): InputCell {
  return cell;
}

/** Gives it another unit: euros a month keep the figures of euros, per cent do not. */
export function changeUnit(cell: InputCell, unit: ValueUnit): InputCell {
  if (family(unit) === family(cell.unit)) return { ...cell, unit };
  return { ...withoutRange(cell), unit, ...begins[family(unit)] };
}
