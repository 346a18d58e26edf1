import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { cellKinds } from '$lib/cells/registry';
import type { ScenarioCell } from '$lib/cells/scenario/cell';
import { createCell, insertCell } from '$lib/notebook/editCells';
import { Session } from '$lib/state/session.svelte';
import { investmentCase } from '$lib/templates/investmentCase';
import { templateOf } from '$lib/templates/templates';
import { bonusKind, type BonusCell } from '../../fixtures/bonus/cell';
import BonusHost from './BonusHost.svelte';

test.each([
  ['fi', '22\u00a0282\u00a0€'],
  ['en', '€22,282'],
] as const)(
  'the kind of the walkthrough shows its figure, and follows what it reads, in %s',
  async (language, bonus) => {
    const kinds = { ...cellKinds, bonus: bonusKind as never };
    const template = investmentCase(language);
    const cell = createCell(template, kinds, 'bonus', language) as BonusCell;
    const notebook = insertCell(template, cell, 2);
    const session = new Session({ kinds, template: templateOf, notebook });
    await render(BonusHost, { props: { session, id: cell.id } });
    await expect.element(page.getByRole('heading', { name: 'Bonus' })).toBeVisible();
    // A tenth of the published 222 824 €.
    await expect.element(page.getByText(bonus)).toBeVisible();

    session.change<ScenarioCell>('base', (base) => ({
      ...base,
      scenario: { ...base.scenario, attribution: { value: 0 } },
    }));
    await expect.element(page.getByText(language === 'fi' ? '0\u00a0€' : '€0', { exact: true })).toBeVisible();
  },
);
