import { toValueControl, type DriverControl, type Tongue } from '$lib/components/controls/driverControl';
import type { Unit } from '$lib/scenario/drivers';
import { inputLimits, type InputCell } from './cell';
import { messages } from './messages';

/** A plain number is written and read as a count is: digits alone. */
function controlUnit({ unit }: InputCell): Unit {
  return unit === 'multiple' ? 'count' : unit;
}

/** The slider and field of an author's own input. */
export function inputControl(cell: InputCell, tongue: Tongue): DriverControl {
  return toValueControl(
    {
      label: cell.title,
      explanation: messages[tongue.language].inFormulas({ name: cell.name }),
      unit: controlUnit(cell),
      limits: inputLimits(cell),
      slider: [cell.min, cell.max],
      step: cell.step,
      whole: false,
      uncertain: true,
      allowsAuto: false,
      rangeLimits: () => inputLimits(cell),
    },
    tongue,
  );
}

/** A field for one of the slider's own figures: any number in its unit. */
export function settingControl(cell: InputCell, tongue: Tongue): DriverControl {
  const any = Number.MAX_SAFE_INTEGER;
  return toValueControl(
    {
      label: '',
      explanation: '',
      unit: controlUnit(cell),
      limits: [-any, any],
      slider: [cell.min, cell.max],
      step: cell.step,
      whole: false,
      uncertain: false,
      allowsAuto: false,
      rangeLimits: () => [-any, any],
    },
    tongue,
  );
}
