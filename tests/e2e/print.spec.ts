import { languages, openNotebook } from './notebookPage';
import { expect, test } from './test';

/** Pages of a PDF: its page objects stand uncompressed. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

const chrome =
  '.tools button, .choice button, .themes, .sceptic, .reset, .trigger.empty, .field .words, input[type=range], select';

for (const language of languages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the case prints in ink, on two pages and without its tools, from ${colorScheme}, in ${language}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      const notebook = await openNotebook(page, language);
      await notebook.settled();
      await notebook.field('investment').focus();
      await page.emulateMedia({ colorScheme, media: 'print' });
      await expect(page.getByRole('banner')).toBeHidden();
      // Nothing of what a hand works with is painted, though the caret still stands in a field.
      const painted = await page
        .locator(chrome)
        .evaluateAll((all) =>
          all.filter((one) => one.checkVisibility({ opacityProperty: true })).map((one) => one.outerHTML),
        );
      expect(painted).toEqual([]);
      await expect(notebook.heroes).toContainText('369');
      const [ink, paper] = await notebook.heroes
        .locator('.value')
        .first()
        .evaluate((figure) => {
          const luminance = (color: string) => {
            const context = document.createElement('canvas').getContext('2d')!;
            context.fillStyle = color;
            context.fillRect(0, 0, 1, 1);
            const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
            return alpha === 0 ? 255 : (red + green + blue) / 3;
          };
          return [
            luminance(getComputedStyle(figure).color),
            luminance(getComputedStyle(document.body).backgroundColor),
          ];
        });
      expect(ink).toBeLessThan(60);
      expect(paper).toBeGreaterThan(245);

      const pages = pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
      test.info().annotations.push({ type: 'pages', description: String(pages) });
      expect(pages).toBeGreaterThan(0);
      expect(pages).toBeLessThanOrEqual(2);
    });
  }
}
