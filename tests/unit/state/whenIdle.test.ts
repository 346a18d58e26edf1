import { afterEach, expect, test, vi } from 'vitest';
import { whenIdle } from '$lib/state/whenIdle';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('where the browser tells when it is idle, work waits for that and can be left', () => {
  const due = new Map<number, () => void>();
  vi.stubGlobal('requestIdleCallback', (work: () => void) => (due.set(due.size, work), due.size - 1));
  vi.stubGlobal('cancelIdleCallback', (handle: number) => due.delete(handle));
  const [done, left] = [vi.fn(), vi.fn()];
  whenIdle(done);
  whenIdle(left)();
  expect(done).not.toHaveBeenCalled();
  for (const work of due.values()) work();
  expect(done).toHaveBeenCalledOnce();
  expect(left).not.toHaveBeenCalled();
});

test('where it does not, work waits a moment and can be left', () => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', undefined);
  const [done, left] = [vi.fn(), vi.fn()];
  whenIdle(done);
  whenIdle(left)();
  expect(done).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(done).toHaveBeenCalledOnce();
  expect(left).not.toHaveBeenCalled();
});
