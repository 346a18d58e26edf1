/**
 * Observable Plot writes a `<style>` into every chart, and its text depends only on the class name. With the name fixed the text
 * is constant, so that the Content-Security-Policy can name its hash instead of allowing every inline style. Each chart passes
 * `className: plotClassName` and draws its own legend (Plot's legends write another style). `tests/browser/charts/plotStyle.test.ts` recomputes it.
 */
export const plotClassName = 'plot';

export const plotStyleHash = 'sha256-+TfQir1nvDucAdvE6XUQBt4ayUjpAWkbw2kCdSfekHM=';
