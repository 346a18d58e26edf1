import { expect, test } from 'vitest';
import { doubleTap } from '$lib/components/controls/doubleTap';

const at = (timeStamp: number, clientX = 100, clientY = 100) => ({ timeStamp, clientX, clientY });

function tap(taps: ReturnType<typeof doubleTap>, time: number, x = 100) {
  taps.down(at(time, x));
  return taps.up(at(time + 60, x));
}

test('the second of two quick taps in one place is told', () => {
  const taps = doubleTap();
  expect(tap(taps, 0)).toBe(false);
  expect(tap(taps, 200)).toBe(true);
  expect(tap(taps, 400)).toBe(false);
});

test('two slow taps, or two taps apart, are two taps', () => {
  const taps = doubleTap();
  tap(taps, 0);
  expect(tap(taps, 900)).toBe(false);
  expect(tap(taps, 1000, 200)).toBe(false);
});

test('a drag is no tap, and breaks a pair', () => {
  const taps = doubleTap();
  tap(taps, 0);
  taps.down(at(100, 100));
  expect(taps.up(at(160, 180))).toBe(false);
  expect(tap(taps, 200)).toBe(false);
});

test('the double click that a browser sends of the same taps is known for what it is', () => {
  const taps = doubleTap();
  tap(taps, 0);
  tap(taps, 200);
  expect(taps.echoes({ timeStamp: 270 } as Event)).toBe(true);
  expect(taps.echoes({ timeStamp: 2000 } as Event)).toBe(false);
});
