import { quantileOf } from './statistics.js';
import { watchFrames } from './watchFrames.js';

const dragMs = 5000;
/** The hand moves more often than the screen is drawn. */
const moveEveryMs = 8;
/** A laptop's, scrolled so that the slider is at the top and the charts of two cells are in view. */
const viewport = { width: 1440, height: 900 };
/** A frame of 1/60 s is told as 16.6 to 16.8 ms: the browser's clock is blunt. A missed one is told as 33. The rows name both. */
const [frameMs, throttledFrameMs] = [17.5, 50];

/** @typedef {import('./watchFrames.js').Frames} Frames */

/**
 * Drags the uplift's slider to and fro by its thumb for five seconds.
 * @param {import('playwright').Page} page @param {number} throttling @returns {Promise<Frames>}
 */
async function drag(page, throttling) {
  const client = await page.context().newCDPSession(page);
  const slider = page.locator('[data-kind=scenario] [data-driver=revenueUplift]').getByRole('slider');
  await slider.evaluate((element) => {
    element.scrollIntoView({ block: 'start', behavior: 'instant' });
    // Out from under the page's bar.
    scrollBy({ top: -120, behavior: 'instant' });
  });
  const box = await slider.boundingBox();
  if (!box) throw new Error('no slider to drag');
  const y = box.y + box.height / 2;
  /** @param {number} ms */
  const xAt = (ms) => box.x + box.width * (0.45 + 0.25 * Math.sin((2 * Math.PI * ms) / 2000));
  await client.send('Emulation.setCPUThrottlingRate', { rate: throttling });
  await page.mouse.move(xAt(0), y);
  await page.mouse.down();
  await page.evaluate(() => /** @type {any} */ (globalThis).frameWatch.start());
  const start = performance.now();
  let waiting = 0;
  for (let ms = 0; ms < dragMs; ms = performance.now() - start) {
    const at = { x: xAt(ms), y, button: /** @type {const} */ ('left'), buttons: 1 };
    // A hand does not wait for the page, but of the moves that wait the browser takes only the last.
    if (waiting < 2) {
      waiting++;
      void client.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at }).finally(() => waiting--);
    }
    await new Promise((resolve) => setTimeout(resolve, moveEveryMs));
  }
  const frames = await page.evaluate(() => /** @type {any} */ (globalThis).frameWatch.stop());
  await page.mouse.up();
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await client.detach();
  return frames;
}

/** @param {Frames} frames @param {number} limit */
const shareWithin = ({ intervals }, limit) => intervals.filter((ms) => ms < limit).length / intervals.length;

/** Tells a person what the figures leave out. @param {string} what @param {Frames} frames */
function tell(what, { intervals, moves, pictures, complete, parts, late }) {
  const [half, most, worst] = [0.5, 0.95, 1].map((share) => quantileOf(intervals, share).toFixed(1));
  const reached = parts.map((part) => {
    const missed = late.filter((name) => name === part).length;
    return missed > 0 ? `${part} (late ${missed}×)` : part;
  });
  console.log(
    `  ${what}: ${intervals.length} frames, ${half} ms (P95 ${most}, longest ${worst}), ${moves} moves; ` +
      `${pictures} simulated pictures, ${complete} in all that shows them in view: ${reached.join(', ')}`,
  );
}

/** @type {import('./contestants.js').Contestant} */
export const dragFrames = {
  name: 'drag',
  gives: ['frame.trials', 'frame.share', 'frame.throttledShare'],
  async prepare(bench) {
    const browser = await bench.browser();
    const page = await browser.newPage({ viewport, serviceWorkers: 'block' });
    await page.addInitScript(watchFrames);
    await page.goto(`${await bench.site()}en/notebook/investment-case/`, { waitUntil: 'networkidle' });
    await page.locator('figure .note').filter({ hasText: 'seed' }).first().waitFor();
    return async () => {
      await page.bringToFront();
      const plain = await drag(page, 1);
      tell('drag', plain);
      const throttled = await drag(page, 4);
      tell('drag, CPU throttled 4×', throttled);
      return {
        'frame.trials': plain.trials / plain.intervals.length,
        'frame.share': shareWithin(plain, frameMs),
        'frame.throttledShare': shareWithin(throttled, throttledFrameMs),
      };
    };
  },
};
