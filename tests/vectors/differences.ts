export interface Tolerance {
  readonly abs?: number;
  readonly rel?: number;
}

/**
 * Where a result departs from what a row expects: one line for each place, none when it agrees.
 * Numbers agree within the absolute **or** the relative tolerance; an expected object may name only some fields of the result.
 */
export function differences(actual: unknown, expected: unknown, tolerance: Tolerance, path = 'result'): string[] {
  const different = [`${path}: ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`];
  if (typeof expected === 'number') {
    if (typeof actual !== 'number') return different;
    const allowed = Math.max(tolerance.abs ?? 0, (tolerance.rel ?? 0) * Math.abs(expected));
    return Math.abs(actual - expected) <= allowed ? [] : different;
  }
  if (typeof expected !== 'object' || expected === null) return actual === expected ? [] : different;
  if (typeof actual !== 'object' || actual === null) return different;
  if (Array.isArray(expected) && (actual as ArrayLike<unknown>).length !== expected.length) return different;
  return Object.entries(expected).flatMap(([key, value]) =>
    differences((actual as Record<string, unknown>)[key], value, tolerance, `${path}.${key}`),
  );
}
