import { textWidth } from './textWidth';

const steps = [1, 2, 3, 6, 12, 24, 60];

/**
 * Months to name under a time axis: 0, round steps, and always the last month, which may carry the unit.
 *
 * @param width px between month 0 and the last month.
 * @param text px of the labels.
 * @param lastLabel what stands under the last month; the one before it gives way.
 */
export function monthTicks(lastMonth: number, width: number, text: number, lastLabel: string): number[] {
  const most = Math.max(1, Math.min(6, Math.floor(width / (text * 2.9))));
  const step = steps.find((months) => lastMonth / months <= most) ?? 120;
  const least = ((textWidth(lastLabel, text) / 2 + 1.2 * text) * lastMonth) / width;
  const ticks: number[] = [];
  for (let month = 0; month < lastMonth && lastMonth - month >= least; month += step) ticks.push(month);
  return [...ticks, lastMonth];
}
