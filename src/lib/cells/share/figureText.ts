import type { ScenarioCell, ScenarioPoint } from '$lib/cells/scenario/cell';
import type { Formats } from '$lib/i18n/formats';
import { defineMessages } from '$lib/i18n/language';
import { outputNever, outputValue } from '$lib/i18n/outputText';
import { outputWords } from '$lib/i18n/outputWords';
import type { Evaluation } from '$lib/notebook/evaluateNotebook';
import type { Notebook } from '$lib/notebook/notebook';
import { outputUnits } from '$lib/scenario/outputUnits';
import type { OutputKey } from '$lib/scenario/evaluateScenario';

const messages = defineMessages({
  fi: { never: 'ei koskaan', missing: 'ei ole', percentile: ({ number }: { number: string }) => `P${number}` },
  en: { never: 'never', missing: 'none', percentile: ({ number }) => `P${number}` },
});

/** What a figure of a fingerprint is called, and how its values read. */
export interface FigureText {
  readonly name: string;
  readonly show: (value: number | null | undefined) => string;
}

/** Puts the path of a figure (`base.npv.p5`, `price`) in words; what it does not know it shows as it is, cut to a line. */
export function figureText(path: string, notebook: Notebook, evaluation: Evaluation, formats: Formats): FigureText {
  const say = messages[formats.language];
  const [name = '', field = '', mark] = path.split('.', 3);
  const cell = notebook.cells.find((cell) => cell.name === name);
  const several = notebook.cells.filter(({ kind }) => kind === 'scenario').length > 1;
  if (cell?.kind === 'scenario' && Object.hasOwn(outputUnits, field)) {
    const output = field as OutputKey;
    const point = evaluation.get(cell.id)?.result as ScenarioPoint | undefined;
    const label = outputWords[formats.language][output].label.replaceAll('\u00ad', '');
    const percentile = /^p\d+$/.test(mark ?? '') ? ` ${say.percentile({ number: mark!.slice(1) })}` : '';
    return {
      name: `${several ? `${(cell as ScenarioCell).title}: ` : ''}${label}${percentile}`,
      show: (value) => {
        if (value === undefined) return say.missing;
        if (value !== null) return outputValue(output, value, formats);
        return mark === undefined && point ? outputNever(output, point.drivers, formats) : say.never;
      },
    };
  }
  return {
    name: [...path].slice(0, 40).join(''),
    show: (value) => (value === undefined ? say.missing : value === null ? say.never : formats.number(value, 2)),
  };
}
