import { describe, expect, test } from 'vitest';
import { cellKinds } from '$lib/cells/registry';
import type { ScenarioCell } from '$lib/cells/scenario/cell';
import { enterDriver, moveDriver } from '$lib/cells/scenario/editScenario';
import { figureText } from '$lib/cells/share/figureText';
import { sentHeadline } from '$lib/cells/share/sentHeadline';
import { takeFingerprint } from '$lib/cells/share/takeFingerprint';
import { tellDifferences, toVerdict } from '$lib/cells/share/verdict';
import { evaluateNotebook } from '$lib/notebook/evaluateNotebook';
import type { Fingerprint } from '$lib/notebook/fingerprint';
import { withCell, withSampler, type Notebook } from '$lib/notebook/notebook';
import { parseShared, toShared } from '$lib/notebook/sharedNotebook';
import { modelVersion } from '$lib/scenario/modelVersion';
import type { SimulationRequest } from '$lib/simulation/result';
import { simulate } from '$lib/simulation/simulate';
import { quantile } from '$lib/simulation/sortedSample';
import { investmentCase } from '$lib/templates/investmentCase';
import { formats, readable } from './readable';

const trials = 1024;
const notebook = investmentCase('fi');
const evaluate = (notebook: Notebook) => evaluateNotebook(notebook, cellKinds);
const take = async (notebook: Notebook, run = async (request: SimulationRequest) => simulate(request)) =>
  (await takeFingerprint(notebook, evaluate(notebook), trials, run))!;
const move = (notebook: Notebook, change: (scenario: ScenarioCell['scenario']) => ScenarioCell['scenario']) =>
  withCell<ScenarioCell>(notebook, 'base', (cell) => ({ ...cell, scenario: change(cell.scenario) }));
const valueOf = (fingerprint: Fingerprint, path: string) => fingerprint.values.find(([at]) => at === path)?.[1];

describe('the fingerprint', () => {
  test('holds the published figures, and the percentiles of the very trials it states', async () => {
    const fingerprint = await take(notebook);
    expect(fingerprint).toMatchObject({ seed: 20_040_218, trials, sampler: 'sobol' });
    expect(valueOf(fingerprint, 'base.roi12')).toBeCloseTo(3.69, 2);
    expect(valueOf(fingerprint, 'base.payback')).toBeCloseTo(3.7, 1);
    let asked: SimulationRequest | undefined;
    await take(notebook, async (request) => simulate((asked = request)));
    const { outputs } = simulate(asked!);
    for (const output of ['payback', 'roi12', 'npv'] as const)
      for (const [mark, p] of [
        ['p5', 0.05],
        ['p50', 0.5],
        ['p95', 0.95],
      ] as const)
        expect(valueOf(fingerprint, `base.${output}.${mark}`)).toBe(
          Number(quantile(outputs[output], p)!.toPrecision(12)),
        );
  });

  test('is the same on both ends of a link, in whichever language', async () => {
    const sent = toShared(notebook, await take(notebook));
    const received = parseShared(JSON.stringify(sent), cellKinds);
    if (!received.ok) throw new Error('unreadable');
    expect((await take(received.value.document)).values).toEqual(sent.fingerprint.values);
    expect((await take(investmentCase('en'))).values).toEqual(sent.fingerprint.values);
  });

  test('has no simulated figures where nothing is uncertain, and none of a cell at fault', async () => {
    const certain = move(notebook, (scenario) =>
      (['grossMargin', 'annualChurn', 'investment', 'revenueUplift', 'rampMonths'] as const).reduce(
        (scenario, key) => enterDriver(scenario, key, { value: scenario[key]!.value, range: null }),
        scenario,
      ),
    );
    const paths = (await take(certain)).values.map(([path]) => path);
    expect(paths).toEqual(['base.roi12', 'base.payback', 'base.npv', 'base.clvProgramme', 'base.ltvToCacProgramme']);
    const faulty = withCell<ScenarioCell>(notebook, 'base', (cell) => ({ ...cell, extends: 'nobody' }));
    expect((await take(faulty)).values).toEqual([]);
  });

  test('is not taken when the page is being closed', async () => {
    expect(await takeFingerprint(notebook, evaluate(notebook), trials, async () => null)).toBeNull();
  });
});

describe('the verdict', () => {
  test('of the same document is that all figures are the same', async () => {
    const { values } = await take(notebook);
    expect(toVerdict(toShared(notebook, await take(notebook)), values)).toEqual({ tag: 'same' });
  });

  test('of another one says which figures differ, and why', async () => {
    const sent = toShared(notebook, await take(notebook));
    const changed = move(notebook, (scenario) => moveDriver(scenario, 'investment', 70_000));
    const verdict = toVerdict({ ...sent, document: changed }, (await take(changed)).values);
    expect(verdict).toMatchObject({ tag: 'differs', cause: 'altered' });
    if (verdict.tag !== 'differs') return;
    const told = tellDifferences(verdict.differences, changed, evaluate(changed), formats.fi);
    expect(readable(`${told[0]!.name}: ${told[0]!.from} → ${told[0]!.to}`)).toBe('ROI, 12 kk: 369 % → 305 %');
    expect(verdict.differences.map(({ path }) => path)).not.toContain('base.clvProgramme');

    expect(toVerdict({ ...sent, modelVersion: modelVersion + 1 }, (await take(changed)).values)).toMatchObject({
      cause: 'model',
    });
  });

  test('of another seed or sampler is that the draws are others', async () => {
    const sent = toShared(notebook, await take(notebook));
    for (const document of [{ ...notebook, seed: 1 }, withSampler(notebook, 'sfc32')])
      expect(toVerdict({ ...sent, document }, (await take(document)).values)).toMatchObject({
        tag: 'differs',
        cause: 'draws',
      });
  });

  test('is nothing where nothing was sent to compare with', () => {
    const sent = toShared(notebook, { seed: 1, trials, sampler: 'sobol', values: [] });
    expect(toVerdict(sent, [['base.npv', 1]])).toEqual({ tag: 'nothing' });
  });

  test('tells two figures that round to the same by more digits', () => {
    const [told] = tellDifferences(
      [{ path: 'base.roi12', sent: 3.69, now: 3.690001 }],
      notebook,
      evaluate(notebook),
      formats.en,
    );
    expect(told).toEqual({ name: 'ROI, 12 months', from: '3.690000', to: '3.690001' });
  });
});

test('what was sent is remembered by its two heroes', async () => {
  const sent = toShared(notebook, await take(notebook));
  expect(readable(sentHeadline(sent, notebook, evaluate(notebook), formats.fi))).toBe(
    '12 kuukauden ROI 369 %, takaisinmaksuaika 3,7 kk',
  );
  expect(readable(sentHeadline(sent, notebook, evaluate(notebook), formats.en))).toBe(
    '12-month ROI 369%, payback time 3.7 mo',
  );
});

test('a figure of an unknown name is shown as it is, and never is in words', () => {
  const text = (path: string) => figureText(path, notebook, evaluate(notebook), formats.fi);
  expect(text('price').name).toBe('price');
  expect(text('base.constructor').name).toBe('base.constructor');
  expect(text('x'.repeat(200)).name).toHaveLength(40);
  expect(readable(text('base.payback').show(null))).toBe('ei 36 kk:ssa');
  expect(text('base.payback.p95').show(null)).toBe('ei koskaan');
  expect(text('base.payback.p95').name).toBe('Takaisinmaksuaika P95');
  expect(text('base.npv').show(undefined)).toBe('ei ole');
});
