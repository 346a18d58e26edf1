import { describe, expect, test } from 'vitest';
import { cellKinds } from '$lib/cells/registry';
import type { ScenarioPoint } from '$lib/cells/scenario/cell';
import type { SensitivityResult } from '$lib/cells/sensitivity/cell';
import type { TextCell } from '$lib/cells/text/cell';
import { languages } from '$lib/i18n/language';
import { evaluateNotebook } from '$lib/notebook/evaluateNotebook';
import { parseLiveText } from '$lib/notebook/liveText';
import { parseNotebook } from '$lib/notebook/parseNotebook';
import { defaultDrivers, driverTable } from '$lib/scenario/drivers';
import { templateNames, templates } from '$lib/templates/templates';

describe.each(templateNames)('the template %s', (name) => {
  const [fi, en] = languages.map((language) => templates[name]!(language));

  test('is valid under its own schema, in the language asked for and under its own name', () => {
    for (const language of languages) {
      const notebook = templates[name]!(language);
      expect(parseNotebook(JSON.stringify(notebook), cellKinds)).toEqual({ ok: true, value: notebook });
      expect(notebook).toMatchObject({ language, template: name, client: '' });
    }
  });

  test('has the same cells, names and figures in both languages; only texts differ', () => {
    const figures = (notebook: typeof fi) =>
      notebook!.cells.map((cell) =>
        Object.fromEntries(
          Object.entries(cell).filter(([field]) => !cellKinds[cell.kind]!.texts.includes(field as never)),
        ),
      );
    expect(figures(fi)).toEqual(figures(en));
    expect([fi!.seed, fi!.currency]).toEqual([en!.seed, en!.currency]);
    for (const cell of fi!.cells) {
      const other = en!.cells.find(({ id }) => id === cell.id) as unknown as Record<string, string>;
      for (const text of cellKinds[cell.kind]!.texts) {
        expect((cell as unknown as Record<string, string>)[text], `${cell.id}.${text}`).not.toBe(other[text]);
      }
    }
  });

  test('reads only names that it has', () => {
    const names = fi!.cells.flatMap((cell) => cell.name ?? []);
    for (const notebook of [fi!, en!]) {
      for (const cell of notebook.cells) {
        expect(names).toEqual(expect.arrayContaining([...cellKinds[cell.kind]!.reads(cell)]));
      }
    }
  });

  test('says only what a scenario publishes, and each paragraph’s braces are all read', () => {
    for (const notebook of [fi!, en!]) {
      const evaluation = evaluateNotebook(notebook, cellKinds);
      const point = evaluation.get('base')!.result as ScenarioPoint;
      for (const cell of notebook.cells.filter(({ kind }) => kind === 'text') as TextCell[]) {
        for (const segment of parseLiveText(cell.text)) {
          if (segment.tag === 'text') expect(segment.text).not.toMatch(/[{}]/);
          else expect(segment.field in driverTable || segment.field in point.outputs).toBe(true);
        }
      }
    }
  });
});

describe('the investment case', () => {
  const evaluation = evaluateNotebook(templates['investment-case']!('fi'), cellKinds);
  const { drivers, outputs, ranges } = evaluation.get('base')!.result as ScenarioPoint;

  test('publishes the published figures (domain.md, source 3)', () => {
    expect(drivers).toEqual(defaultDrivers);
    expect(outputs.payback!.toFixed(1)).toBe('3.7');
    expect((100 * outputs.roi12!).toFixed(0)).toBe('369');
    expect(outputs.netGain12.toFixed(0)).toBe('222824');
  });

  test('opens with the ranges of model.md 2, our assumption', () => {
    const ends = 'p5p95';
    expect(ranges).toEqual({
      grossMargin: { shape: 'normal', ends, low: 0.224, high: 0.262 },
      annualChurn: { shape: 'normal', ends, low: 0.078, high: 0.123 },
      investment: { shape: 'lognormal', ends, low: 52_100, high: 70_000 },
      revenueUplift: { shape: 'normal', ends, low: 0.011, high: 0.137 },
      rampMonths: { shape: 'lognormal', ends, low: 2, high: 4.5 },
    });
  });

  test('tells which assumption decides: the uplift, which is the least certain of all', () => {
    const { rows } = evaluation.get('decides')!.result as SensitivityResult;
    expect(rows[0]!.driver).toBe('revenueUplift');
  });

  test('labels margin, investment and ranges as ours, in both languages', () => {
    const aside = (language: 'fi' | 'en') => (templates['investment-case']!(language).cells[0] as TextCell).aside;
    expect(aside('fi')).toMatch(/24,3 %.*60 393 €.*meidän rekonstruktiomme.*meidän oletuksemme/s);
    expect(aside('en')).toMatch(/24\.3%.*€60,393.*our reconstruction.*our assumption/s);
  });
});
