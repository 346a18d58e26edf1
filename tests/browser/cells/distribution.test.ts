import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { cellKinds } from '$lib/cells/registry';
import type { ScenarioCell } from '$lib/cells/scenario/cell';
import { Session } from '$lib/state/session.svelte';
import { investmentCase } from '$lib/templates/investmentCase';
import { templateOf } from '$lib/templates/templates';
import DistributionHost from './DistributionHost.svelte';

test.each([
  [
    'fi',
    /takaisin\s+6\skk kuluessa\./,
    /takaisin\s+3\skk kuluessa\./,
    /maksettu 12 kuukaudessa/,
    /12 kuukauden ROI on yli/,
  ],
  ['en', /within\s+6 months\./, /within\s+3 months\./, /paid back within 12 months/, /The 12-month ROI is above/],
] as const)(
  'a horizon before the threshold and the year is all that the distribution speaks of, until it is longer, in %s',
  async (language, six, three, year, roi) => {
    await page.viewport(700, 900);
    const session = new Session({ kinds: cellKinds, template: templateOf, notebook: investmentCase(language) });
    await render(DistributionHost, { props: { session } });
    const slider = page.getByRole('slider');
    const question = () => document.querySelector<HTMLElement>('.probability')!;
    const summary = () => document.querySelector<HTMLElement>('.summary')!;
    const look = async (months: number) =>
      session.change<ScenarioCell>('base', (base) => ({
        ...base,
        scenario: { ...base.scenario, horizonMonths: { value: months } },
      }));

    await expect.element(slider).toHaveAttribute('aria-valuenow', '6');
    await expect.element(question()).toHaveTextContent(six);
    await expect.element(summary()).toHaveTextContent(year);

    await look(3);
    await expect.element(slider).toHaveAttribute('aria-valuemax', '3');
    await expect.element(slider).toHaveAttribute('aria-valuenow', '3');
    await expect.element(question()).toHaveTextContent(three);
    await expect.element(summary()).toHaveTextContent(roi);
    await expect.element(summary()).not.toHaveTextContent(year);
    await expect.poll(offLine).toBeLessThan(1);

    await look(36);
    await expect.element(slider).toHaveAttribute('aria-valuenow', '6');
    await expect.element(question()).toHaveTextContent(six);
    await expect.element(summary()).toHaveTextContent(year);
    await expect.poll(offLine).toBeLessThan(1);
  },
);

/** px between the middle of the handle and the line it moves, which is in the picture. */
function offLine(): number {
  const line = document.querySelector('svg .threshold line')!.getBoundingClientRect();
  const handle = document.querySelector('.handle')!.getBoundingClientRect();
  const picture = document.querySelector('.drawing')!.getBoundingClientRect();
  const inside = picture.left <= line.left && line.right <= picture.right;
  return inside ? Math.abs((handle.left + handle.right) / 2 - (line.left + line.right) / 2) : Infinity;
}
