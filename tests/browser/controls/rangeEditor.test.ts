import type { ComponentProps } from 'svelte';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Figures } from '$lib/components/controls/driverControl';
import { loadEntryReader } from '$lib/components/controls/entryReader.svelte';
import type { Range } from '$lib/uncertainty/range';
import RowHost from './RowHost.svelte';

let events: unknown[];
beforeAll(loadEntryReader);
beforeEach(async () => {
  events = [];
  await page.viewport(900, 1000);
});

const range: Range = { shape: 'normal', ends: 'p5p95', low: 0.011, high: 0.137 };
const uplift = { driver: 'revenueUplift', value: 0.074, range } as const;
const cost = { driver: 'acquisitionCost', value: 8000, range: null } as const;

async function show(props: Omit<ComponentProps<typeof RowHost>, 'happened'>) {
  await render(RowHost, { props: { ...props, happened: events } });
}
const trigger = () => page.getByRole('button', { name: /vaihteluväli|range/i });
const editor = () => page.getByRole('dialog');
const entry = () => (events.at(-1) as ['entry', Figures])[1];
async function open() {
  await userEvent.click(trigger());
  await expect.element(editor()).toBeVisible();
}

describe.each([
  {
    language: 'fi',
    title: 'Vaihteluväli: Liikevaihdon lisäys',
    low: 'Alaraja',
    high: 'Yläraja',
    typed: '2,5',
    use: 'Käytä',
    point: 'Piste (ei vaihtelua)',
    refusal: /Pienin mahdollinen arvo on −100\s%\. Arvo 1,1\s% on yhä voimassa\./,
    echo: /90\s% varmuus: 2,5–13,7\s%/,
  },
  {
    language: 'en',
    title: 'Range: Revenue uplift',
    low: 'Low end',
    high: 'High end',
    typed: '2.5',
    use: 'Use this',
    point: 'A point (no range)',
    refusal: /The least possible value is −100%\. 1\.1% still applies\./,
    echo: /90% sure: between 2\.5% and 13\.7%/,
  },
] as const)('the range editor in $language', ({ language, title, low, high, typed, use, point, refusal, echo }) => {
  test('opens on the stated range, named, with the caret in the low end', async () => {
    await show({ ...uplift, language });
    await open();
    await expect.element(editor()).toHaveAccessibleName(title);
    await expect.element(editor().getByLabelText(low, { exact: true })).toHaveFocus();
    await expect
      .element(editor().getByLabelText(high, { exact: true }))
      .toHaveValue(language === 'fi' ? '13,7\u00a0%' : '13.7%');
  });

  test('an end is typed, said in words, drawn and put in force with its median as the value', async () => {
    await show({ ...uplift, language });
    await open();
    const before = editor().element().querySelector('path')?.getAttribute('d');
    await userEvent.fill(editor().getByLabelText(low, { exact: true }), typed);
    await userEvent.keyboard('{Tab}');
    await expect.element(editor().getByText(echo)).toBeVisible();
    expect(editor().element().querySelector('path')?.getAttribute('d')).not.toBe(before);
    expect(events).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: use }));
    expect(entry().range).toEqual({ ...range, low: 0.025 });
    expect(entry().value).toBeCloseTo((0.025 + 0.137) / 2, 10);
    expect(events).toHaveLength(1);
    await expect.element(trigger()).toHaveFocus();
  });

  test('an end that is refused says why for as long as it stands, and nothing else is put in force for it', async () => {
    await show({ ...uplift, language });
    await open();
    await userEvent.fill(editor().getByLabelText(low, { exact: true }), '-500');
    await expect.element(page.getByRole('button', { name: use })).toBeDisabled();
    await userEvent.keyboard('{Enter}');
    await userEvent.fill(editor().getByLabelText(high, { exact: true }), '500');
    await userEvent.keyboard('{Enter}{Tab}');
    await expect.element(editor().getByText(refusal)).toBeVisible();
    await expect.element(page.getByRole('button', { name: use })).toBeDisabled();
    await userEvent.click(page.getByRole('button', { name: 'elsewhere' }));
    expect(events).toEqual([]);
    await open();
    await expect.element(editor().getByLabelText(low, { exact: true })).toHaveFocus();
    await expect.element(page.getByRole('button', { name: use })).toBeEnabled();
  });

  test('an end that is mended is said no more', async () => {
    await show({ ...uplift, language });
    await open();
    await userEvent.fill(editor().getByLabelText(low, { exact: true }), '-500');
    await userEvent.keyboard('{Tab}');
    await userEvent.fill(editor().getByLabelText(low, { exact: true }), typed);
    await userEvent.keyboard('{Tab}');
    await expect.element(editor().getByText(echo)).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: use }));
    expect(entry().range).toEqual({ ...range, low: 0.025 });
  });

  test('a range becomes a point again, and the value stays', async () => {
    await show({ ...uplift, language });
    await open();
    await userEvent.click(page.getByRole('button', { name: point }));
    expect(events).toEqual([['entry', { value: 0.074, range: null }]]);
  });
});

test('a point is offered a range about its value, said to be only a starting point, and keeps its value when it is taken', async () => {
  await show(cost);
  await open();
  await expect.element(editor().getByText(/vain lähtökohta/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Käytä' }));
  expect(entry()).toEqual({ value: 8000, range: { shape: 'lognormal', ends: 'p5p95', low: 6400, high: 10_000 } });
});

test('a point that is only looked at stays a point', async () => {
  await show(cost);
  await open();
  await userEvent.click(page.getByRole('button', { name: 'elsewhere' }));
  await expect.element(trigger()).toBeVisible();
  expect(document.querySelector('.editor:popover-open')).toBeNull();
  expect(events).toEqual([]);
});

test('shapes go with what their ends can mean, and the most likely value is asked where it has a place', async () => {
  await show(uplift);
  await open();
  await expect.element(editor().getByRole('radio', { name: 'P10–P90' })).toBeInTheDocument();
  expect(editor().getByLabelText('Todennäköisin').query()).toBeNull();
  await userEvent.click(editor().getByText('PERT'));
  expect(editor().getByRole('radio', { name: 'P10–P90' }).query()).toBeNull();
  await expect.element(editor().getByLabelText('Todennäköisin')).toHaveValue('7,4\u00a0%');
  await userEvent.fill(editor().getByLabelText('Todennäköisin'), '5');
  await userEvent.keyboard('{Enter}');
  expect(entry().range).toEqual({ shape: 'pert', ends: 'minmax', low: 0.011, high: 0.137, mode: 0.05 });
});

test('an end as small as typed stands in its field as it was understood', async () => {
  await show({ ...uplift, language: 'en', range: { ...range, shape: 'lognormal' } });
  await open();
  await userEvent.fill(editor().getByLabelText('Low end'), '0.0001%');
  await userEvent.fill(editor().getByLabelText('High end'), '20%');
  await userEvent.keyboard('{Tab}');
  await expect.element(editor().getByLabelText('Low end')).toHaveValue('0.0001%');
  await expect.element(editor().getByText('between 0.0001% and 20%')).toBeVisible();
});

test('an end that is refused goes with its field', async () => {
  await show(uplift);
  await open();
  await userEvent.click(editor().getByText('PERT'));
  await userEvent.fill(editor().getByLabelText('Todennäköisin'), 'abc');
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('button', { name: 'Käytä' })).toBeDisabled();
  await userEvent.click(editor().getByText('tasainen'));
  await expect.element(page.getByRole('button', { name: 'Käytä' })).toBeEnabled();
});

test('P10–P90 are kept as such', async () => {
  await show(uplift);
  await open();
  await userEvent.click(editor().getByText('P10–P90'));
  await expect.element(editor().getByText(/80\s% varmuus/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Käytä' }));
  expect(entry().range).toEqual({ ...range, ends: 'p10p90' });
});

test('an impossible range says why and cannot be used', async () => {
  await show(uplift);
  await open();
  await userEvent.fill(editor().getByLabelText('Alaraja'), '20');
  await userEvent.keyboard('{Tab}');
  await expect.element(editor().getByText(/Alaraja 20,0\s% on suurempi kuin yläraja 13,7\s%/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Käytä' })).toBeDisabled();
  await userEvent.click(page.getByRole('button', { name: 'elsewhere' }));
  expect(events).toEqual([]);
});

test('a lognormal that reaches zero says why', async () => {
  await show({ ...uplift, range: { ...range, low: -0.01 } });
  await open();
  await userEvent.click(editor().getByText('lognormaali'));
  await expect.element(editor().getByText(/nollaa suurempia/)).toBeVisible();
});

test('leaving keeps what was edited; Escape does not, and the focus goes back', async () => {
  await show(uplift);
  await open();
  await userEvent.fill(editor().getByLabelText('Yläraja'), '15');
  await userEvent.keyboard('{Tab}{Escape}');
  expect(document.querySelector('.editor:popover-open')).toBeNull();
  expect(events).toEqual([]);
  await expect.element(trigger()).toHaveFocus();
  await open();
  await userEvent.fill(editor().getByLabelText('Yläraja'), '15');
  await userEvent.click(page.getByRole('button', { name: 'elsewhere' }));
  expect(entry().range).toEqual({ ...range, high: 0.15 });
  expect(events).toHaveLength(1);
});

test('it is worked by keyboard alone', async () => {
  await show(uplift);
  (trigger().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(editor().getByLabelText('Alaraja')).toHaveFocus();
  await userEvent.keyboard('2{Tab}12{Enter}');
  expect(entry().range).toEqual({ ...range, low: 0.02, high: 0.12 });
  await expect.element(trigger()).toHaveFocus();
});

test('drivers that carry no range offer none', async () => {
  await show({ driver: 'customers', value: 400, range: null });
  expect(trigger().query()).toBeNull();
});

test('on a phone the whole editor is in sight', async () => {
  await page.viewport(360, 700);
  await show(uplift);
  await open();
  await userEvent.click(editor().getByText('kolmio'));
  await expect.poll(() => Math.round(editor().element().getBoundingClientRect().bottom)).toBeLessThanOrEqual(700);
  const { left, right, top } = editor().element().getBoundingClientRect();
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(360);
  expect(top).toBeGreaterThanOrEqual(0);
});
