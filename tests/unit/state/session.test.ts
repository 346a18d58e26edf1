import { describe, expect, test } from 'vitest';
import { cellKinds } from '$lib/cells/registry';
import type { ScenarioCell, ScenarioPoint } from '$lib/cells/scenario/cell';
import { enterDriver, moveDriver, restoreDriver } from '$lib/cells/scenario/editScenario';
import type { TextCell } from '$lib/cells/text/cell';
import { Session } from '$lib/state/session.svelte';
import { investmentCase } from '$lib/templates/investmentCase';

const newSession = (language: 'fi' | 'en' = 'fi') =>
  new Session({ kinds: cellKinds, template: investmentCase, language, now: () => new Date(2026, 5, 1) });
const move = (session: Session, value: number) =>
  session.change<ScenarioCell>('base', (cell) => ({
    ...cell,
    scenario: moveDriver(cell.scenario, 'revenueUplift', value),
  }));
const point = (session: Session) => session.evaluation.get('base')!.result as ScenarioPoint;

describe('a change', () => {
  test('replaces one cell, keeps the others, and is evaluated', () => {
    const session = newSession();
    const before = session.notebook;
    expect(point(session).outputs.payback).toBeCloseTo(3.739, 3);
    move(session, 0.148);
    expect(point(session).drivers.revenueUplift).toBe(0.148);
    expect(session.notebook).not.toBe(before);
    session.notebook.cells.forEach((cell, i) => expect(cell === before.cells[i]).toBe(cell.id !== 'base'));
  });

  test('of a heading evaluates nothing again', () => {
    const session = newSession();
    const result = point(session);
    session.describe({ client: 'Kone Oy', currency: 'SEK' });
    expect(session.notebook).toMatchObject({ client: 'Kone Oy', currency: 'SEK', title: 'Investointilaskelma' });
    expect(point(session)).toBe(result);
  });
});

describe('whether it is the template', () => {
  test('is told by what it says, also after a change is taken back by hand', () => {
    const session = newSession();
    expect(session.isTemplate).toBe(true);
    move(session, 0.05);
    expect(session.isTemplate).toBe(false);
    move(session, 0.074);
    expect(session.isTemplate).toBe(true);
    session.describe({ client: 'Kone Oy' });
    expect(session.isTemplate).toBe(false);
    session.describe({ client: '' });
    expect(session.isTemplate).toBe(true);
  });

  test('does not depend on the order in which drivers were touched', () => {
    const session = newSession();
    const home = (session.template.cells.find(({ id }) => id === 'base') as ScenarioCell).scenario;
    const edit = (change: (cell: ScenarioCell) => ScenarioCell) => session.change<ScenarioCell>('base', change);
    // Without its range the margin is at its default, which is not stored; put back, it comes last.
    edit((cell) => ({ ...cell, scenario: enterDriver(cell.scenario, 'grossMargin', { value: 0.243, range: null }) }));
    expect(session.isTemplate).toBe(false);
    edit((cell) => ({ ...cell, scenario: restoreDriver(cell.scenario, 'grossMargin', home) }));
    expect(session.isTemplate).toBe(true);
  });
});

describe('back to the template', () => {
  test('undoes everything, and can be undone until the next change', () => {
    const session = newSession();
    session.describe({ client: 'Kone Oy' });
    move(session, 0.05);
    const mine = session.notebook;
    session.reset();
    expect(session.isTemplate).toBe(true);
    expect(session.undone).toBe(mine);
    session.restore();
    expect(session.notebook).toBe(mine);
    expect(session.undone).toBeNull();

    session.reset();
    move(session, 0.1);
    const other = session.notebook;
    session.restore();
    expect(session.notebook).toBe(other);
  });
});

describe('the language of the page', () => {
  test('is followed by the template, and back', () => {
    const session = newSession();
    session.speak('en');
    expect(session.notebook).toEqual(investmentCase('en'));
    expect(session.isTemplate).toBe(true);
    session.speak('fi');
    expect(session.notebook).toEqual(investmentCase('fi'));
  });

  test('is not followed by what somebody wrote, and no figure is computed again', () => {
    const session = newSession();
    session.change<TextCell>('lead', (cell) => ({ ...cell, text: 'Oma teksti' }));
    move(session, 0.1);
    const result = point(session);
    session.speak('en');
    expect(session.notebook.language).toBe('en');
    expect(session.notebook.cells[0]).toMatchObject({ text: 'Oma teksti' });
    expect(session.notebook.cells[1]).toMatchObject({ title: 'Base case' });
    expect(point(session)).toBe(result);
  });
});
