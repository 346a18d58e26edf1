import { expect, test } from 'vitest';
import { playwrightCounts, vitestCounts } from '../counts.js';

test('a skipped or unfinished test counts as failed', () => {
  const assertionResults = ['passed', 'passed', 'failed', 'skipped', 'todo', 'pending'].map((status) => ({ status }));
  expect(vitestCounts({ testResults: [{ status: 'failed', assertionResults }] })).toEqual({ passed: 2, failed: 4 });
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 1 };
  expect(playwrightCounts({ stats, errors: [] })).toEqual({ passed: 3, failed: 3 });
});

test('a file that cannot be loaded, and an error outside every test, count as failed', () => {
  expect(vitestCounts({ testResults: [{ status: 'failed', assertionResults: [] }] })).toEqual({ passed: 0, failed: 1 });
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  expect(playwrightCounts({ stats, errors: ['no tests found'] })).toEqual({ passed: 0, failed: 1 });
});
