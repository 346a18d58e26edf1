const steps = [1, 2, 3, 6, 12, 24, 60];

/**
 * Months to name under a time axis: 0, round steps, and always the last month, which carries the unit.
 *
 * @param width px between month 0 and the last month.
 * @param text px of the labels.
 */
export function monthTicks(lastMonth: number, width: number, text: number): number[] {
  const most = Math.max(1, Math.min(6, Math.floor(width / (text * 3.4))));
  const step = steps.find((months) => lastMonth / months <= most) ?? 120;
  const least = (text * 3.6 * lastMonth) / width;
  const ticks: number[] = [];
  for (let month = 0; month < lastMonth && lastMonth - month >= least; month += step) ticks.push(month);
  return [...ticks, lastMonth];
}
