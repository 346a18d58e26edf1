import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { onlyChanges } from '$lib/components/onlyChanges.svelte';
import { sameData } from '$lib/notebook/sameData';

test('only a change is passed on, and what has not changed is still the same object', () => {
  let drivers = $state.raw({ revenue: { value: 1 }, churn: { value: 2 } });
  const passed: number[] = [];
  let churn: (() => { value: number }) | undefined;
  const stop = $effect.root(() => {
    churn = onlyChanges(() => ({ ...drivers.churn }), sameData);
    $effect(() => void passed.push(churn!().value));
  });
  flushSync();
  const before = churn!();
  drivers = { revenue: { value: 5 }, churn: { value: 2 } };
  flushSync();
  expect(passed).toEqual([2]);
  expect(churn!()).toBe(before);
  drivers = { revenue: { value: 5 }, churn: { value: 3 } };
  flushSync();
  expect(passed).toEqual([2, 3]);
  stop();
});
