/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * A test that did not pass has failed: skipped and unfinished ones too, since a skipped test protects nothing.
 * A file that could not be loaded has no tests and counts as one failure.
 * @param {{ testResults: { status: string, name?: string, assertionResults: { status: string, fullName?: string }[] }[] }} report Vitest's JSON
 * @returns {Counts}
 */
export function vitestCounts(report) {
  let passed = 0;
  let failed = 0;
  for (const file of report.testResults) {
    const filePassed = file.assertionResults.filter(({ status }) => status === 'passed').length;
    const others = file.assertionResults.length - filePassed;
    passed += filePassed;
    failed += others === 0 && file.status !== 'passed' ? 1 : others;
  }
  return { passed, failed };
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report Playwright's JSON
 * @returns {Counts}
 */
export function playwrightCounts({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}
