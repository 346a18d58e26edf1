import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import PlotChart from '$lib/components/chart/PlotChart.svelte';

test('the server reserves the place of a chart for both widths and draws nothing in it', () => {
  const { body } = render(PlotChart, {
    props: {
      options: () => {
        throw new Error('drawn on the server');
      },
      height: (width: number) => (width < 520 ? 260 : 310),
      label: 'Kertymä',
    },
  });
  expect(body).toContain('--wide: 310px');
  expect(body).toContain('--narrow: 260px');
  expect(body).toContain('role="img"');
  expect(body).toContain('aria-label="Kertymä"');
  expect(body).not.toContain('<svg');
});
