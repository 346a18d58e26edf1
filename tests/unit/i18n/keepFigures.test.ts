import { expect, test } from 'vitest';
import { keepFigures } from '$lib/i18n/keepFigures';

test.each([
  ['Kateprosentti 24,3 % ja investointi 60 393 € ovat', 'Kateprosentti 24,3_% ja investointi 60_393_€ ovat'],
  ['1 200 000 asiakasta, 80 t€ ja 1,5 M€', '1_200_000 asiakasta, 80_t€ ja 1,5_M€'],
  ['18 kuukautta vuonna 2026, 3 tai 4 vuotta', '18 kuukautta vuonna 2026, 3 tai 4 vuotta'],
])('%s', (written, kept) => expect(keepFigures(written).replaceAll('\u00a0', '_')).toBe(kept));
