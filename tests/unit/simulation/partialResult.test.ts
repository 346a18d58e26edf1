import { describe, expect, it } from 'vitest';
import { defaultDrivers } from '$lib/scenario/drivers';
import { buffersOf } from '$lib/simulation/partialResult';
import type { SimulationRequest } from '$lib/simulation/result';
import { createBlockComputer } from '$lib/simulation/runBlocks';
import { hash } from './hash';
import { finish, kernels } from './runs';

const request: SimulationRequest = {
  drivers: { ...defaultDrivers, monthlyVolatility: 0.04 },
  ranges: { annualChurn: { shape: 'pert', ends: 'minmax', low: 0.06, mode: 0.1, high: 0.18 } },
  seed: 9,
  trials: 1024,
  aligned: ['npv', 'clv', 'annualChurn'],
};

/** Every typed array in a value, however deep it lies. */
function arraysIn(value: unknown): ArrayBufferView[] {
  if (ArrayBuffer.isView(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(arraysIn) : [];
}

describe.each(kernels)('what a worker posts: %s', (_, kernel) => {
  it.each<[string, Partial<SimulationRequest>]>([
    ['everything there is', {}],
    ['one fan, without errors', { fans: ['revenue'], errors: false, aligned: [] }],
  ])('is transferred down to its last array, each buffer once: %s', (_, asked) => {
    const part = finish(createBlockComputer(kernel()).run({ ...request, ...asked }, { first: 1, step: 2, end: 4 }));
    const buffers = buffersOf(part);
    const held = new Set(arraysIn(part).map(({ buffer }) => buffer));
    expect(held.size).toBeGreaterThan(10);
    expect(buffers).toHaveLength(held.size);
    expect([...held].filter((buffer) => !buffers.includes(buffer))).toEqual([]);

    // The kernel's own memory among them would be refused here, or be gone.
    const sent = hash(part);
    expect(hash(structuredClone(part, { transfer: buffers as ArrayBuffer[] }))).toBe(sent);
    expect(arraysIn(part).filter(({ byteLength }) => byteLength > 0)).toEqual([]);
  });
});
