import { languages, openNotebook } from './notebookPage';
import { expect, test } from './test';

/** What a reader's eye rests on. Only the sentence under a chart may gain a line, and its buttons with it. */
const watched =
  'h1, h2, legend, .banner, .narrative, .figure, .figure dd, figure .title, figure .picture, [data-driver]';

/** Watches every frame from here on where things stand in the document, and how far anything strays from its first place. */
function watchBoxes(watched: string): void {
  const sides = ['height', 'top', 'left', 'width'] as const;
  const whereIs = (one: Element) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return { left: left + scrollX, top: top + scrollY, width, height };
  };
  const all = [...document.querySelectorAll(watched)].map((one) => ({
    one,
    name: `${one.tagName} ${one.className} ${one.textContent?.trim().slice(0, 30)}`,
    first: whereIs(one),
    worst: { height: 0, top: 0, left: 0, width: 0 },
  }));
  const look = () => {
    for (const { one, first, worst } of all) {
      const now = whereIs(one);
      for (const side of sides) worst[side] = Math.max(worst[side], Math.abs(now[side] - first[side]));
      // An interval is as wide as its words: its place is what matters.
      if (one.matches('dd')) worst.width = 0;
    }
    requestAnimationFrame(look);
  };
  look();
  const strayed = () =>
    all.flatMap(({ name, worst }) =>
      sides.filter((side) => worst[side] > 1).map((side) => `${side} of ${name} by ${worst[side]}`),
    );
  Object.assign(window, { strayed });
}

for (const [width, height] of [
  [360, 740],
  [768, 1024],
  [1440, 900],
] as const) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height } });

    for (const language of languages) {
      test(`nothing moves but the figures while a slider is stepped through, in ${language}`, async ({ page }) => {
        const notebook = await openNotebook(page, language);
        await page.evaluate(() => document.fonts.ready);
        await notebook.slider('revenueUplift').focus();
        await notebook.settled();
        await page.evaluate(watchBoxes, watched);
        await notebook.press('revenueUplift', 'Home');
        for (let step = 0; step < 20; step++) await notebook.press('revenueUplift', 'PageUp');
        for (let step = 0; step < 10; step++) await notebook.press('revenueUplift', 'ArrowLeft');
        await notebook.settled();
        const strayed = await page.evaluate(() => (window as unknown as { strayed: () => string[] }).strayed());
        // Those that changed their height come first: they are what moved the rest.
        expect(strayed.sort().slice(0, 12)).toEqual([]);
      });
    }
  });
}
